/** What the tab and the server say to each other about events. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { memberId } from '../../core/network.ts';
import { materialType } from '../materials/material.ts';
import { agendaItem, eventDraft, eventType, question, reminderKind, ways } from './event.ts';
import { access, attendance, diet } from './registration.ts';
import { place } from './seats.ts';

const none = z.object({});
const one = z.object({ event: activityId });
const requestId = z.uuid();

export const eventPhase = z.enum(['draft', 'upcoming', 'closed', 'ongoing', 'past', 'cancelled', 'undone']);

/** How many places of one kind are taken; `capacity` and `free` are absent without a limit. */
export const placeCount = z.object({
  taken: z.number().int(),
  waiting: z.number().int(),
  capacity: z.number().int().optional(),
  free: z.number().int().optional(),
});
export type PlaceCountView = z.infer<typeof placeCount>;

/** How the reader, or someone on a list, stands. */
export const standingView = z.object({
  attendance: attendance.optional(),
  holds: place.optional(),
  waitsFor: place.optional(),
  /** In the waiting list, from 1. */
  position: z.number().int().positive().optional(),
});
export type StandingView = z.infer<typeof standingView>;

export const eventSummary = z.object({
  id: activityId,
  type: eventType,
  title: z.string(),
  phase: eventPhase,
  startsAt: instant,
  endsAt: instant,
  ways,
  place: z.string().optional(),
  registrationEndsAt: instant.optional(),
  /** Name of the group that it is for; absent: everyone. */
  group: z.string().optional(),
  series: z.object({ number: z.number().int(), of: z.number().int() }).optional(),
  preMeetingOf: activityId.optional(),
  own: standingView,
  /** Those who hold a place, of any kind. */
  coming: z.number().int(),
  /** Absent where the event is not held in that way. */
  room: placeCount.optional(),
  online: placeCount.optional(),
  /** The reader may not answer: it is for a group that they are not in. */
  isForOthers: z.boolean(),
  /** Coordinators: it is over and nothing of it is in the material bank yet. */
  lacksMaterial: z.boolean().optional(),
});
export type EventSummary = z.infer<typeof eventSummary>;

export const needsView = z.object({
  diet: z.array(diet),
  dietWords: z.string().optional(),
  access: z.array(access),
  accessWords: z.string().optional(),
});

export const changeView = z.object({
  at: instant,
  /** “Aika: to 3.12. klo 9–10 → pe 4.12. klo 9–10”, a line each, in the reader's language. */
  lines: z.array(z.string()),
});

export const reminderView = z.object({
  kind: reminderKind,
  isOn: z.boolean(),
  /** When it goes out by itself; absent: it does not. */
  due: instant.optional(),
  /** What has gone out, newest last. */
  sent: z.array(
    z.object({
      at: instant,
      state: z.enum(['sending', 'sent', 'skipped', 'nobody']),
      direct: z.number().int(),
      mail: z.number().int(),
      others: z.number().int(),
      channel: z.boolean(),
      isByHand: z.boolean(),
    }),
  ),
});
export type ReminderView = z.infer<typeof reminderView>;

/** Everything of an event that this reader may see now. */
export const eventView = eventSummary.extend({
  description: z.string().optional(),
  agenda: z.array(agendaItem),
  joinLink: z.string().optional(),
  language: z.string().optional(),
  contact: z.string().optional(),
  maybe: z.number().int(),
  no: z.number().int(),
  /** What the reader may answer now, in the order of the buttons. */
  offers: z.array(attendance),
  questions: z.array(question),
  /** Diet and access are asked of those who come to the room. */
  asksNeeds: z.boolean(),
  answer: z
    .object({
      wish: z.string().optional(),
      answers: z.record(z.string(), z.string()),
      needs: needsView.optional(),
      /** Who registered them, when they have not confirmed it yet. */
      registeredBy: z.string().optional(),
    })
    .optional(),
  /** The reader may register colleagues now. */
  takesColleagues: z.boolean(),
  colleagues: z.array(z.object({ who: memberId, name: z.string(), standing: standingView })),
  /** Address of the reader's calendar file of it; absent while they hold no place. */
  calendar: z.string().optional(),
  poll: z
    .object({
      id: activityId,
      question: z.string(),
      /** Options that did not win, most votes first; `votes` where they are published. */
      others: z.array(z.object({ id: z.string(), label: z.string(), votes: z.number().optional() })),
    })
    .optional(),
  materials: z.array(z.object({ id: activityId, title: z.string(), url: z.string().optional() })),
  /** Wishes from earlier feedback that it answers. */
  youSaid: z.array(z.object({ said: z.string(), did: z.string() })),
  /** Those who were there are asked for feedback when it is over. */
  asksFeedback: z.boolean(),
  /** Page of the tab with the feedback on it, when the reader has something to look for there. */
  feedback: z.string().optional(),
  preMeetings: z.array(
    z.object({ id: activityId, title: z.string(), startsAt: instant, group: z.string().optional() }),
  ),
  /** The last ones, newest first. */
  changes: z.array(changeView),
  cancelled: z.object({ at: instant, reason: z.string().optional() }).optional(),
  /** Present for coordinators only. */
  desk: z
    .object({
      draft: eventDraft,
      /** State of the invitation: `unknown` and `failed` can be posted again. */
      post: z.object({
        state: z.enum(['waiting', 'sending', 'sent', 'unknown', 'failed', 'removed']),
        reason: z.string().optional(),
        /** When it goes out: a later event of a series waits for it. */
        due: instant.optional(),
      }),
      reminders: z.array(reminderView),
      /** Subjects of the letters about it. */
      letters: z.array(z.string()),
      /** The public registration page, with texts to forward. */
      publicPage: z.object({ address: z.string(), mail: z.string(), short: z.string() }).optional(),
      meeting: z
        .object({
          owner: z.string(),
          isOwn: z.boolean(),
          /** It shows an older time or title than the event has. */
          isStale: z.boolean(),
          /** Who made it is no longer in the network: nobody here can change it. */
          hasOwnerLeft: z.boolean(),
          /** Who made it did not find it in their calendar any more. */
          isGone: z.boolean(),
        })
        .optional(),
      attendance: z
        .object({
          came: z.number().int(),
          noShows: z.number().int(),
          firstTimers: z.number().int(),
          headcount: z.number().int().optional(),
        })
        .optional(),
      can: z.object({
        publish: z.boolean(),
        change: z.boolean(),
        cancel: z.boolean(),
        undo: z.boolean(),
        remind: z.boolean(),
        invite: z.boolean(),
        noteAttendance: z.boolean(),
        addMaterial: z.boolean(),
        makeMeeting: z.boolean(),
        updateMeeting: z.boolean(),
      }),
    })
    .optional(),
});
export type EventView = z.infer<typeof eventView>;

export const listEvents = endpoint({
  method: 'GET',
  path: '/events',
  summary:
    'Events of the network: coming ones, the next first, then past ones, the latest first; drafts for coordinators.',
  params: z.object({ after: z.string().optional() }),
  body: none,
  response: z.object({
    coming: z.array(eventSummary),
    past: z.array(eventSummary),
    drafts: z.array(eventSummary),
    /** Of the past ones. */
    next: z.string().optional(),
    mayCreate: z.boolean(),
  }),
});

export const getEvent = endpoint({
  method: 'GET',
  path: '/events/{event}',
  summary: 'One event as the reader may see it now.',
  params: one,
  body: none,
  response: eventView,
});

export const eventChoices = endpoint({
  method: 'GET',
  path: '/event-choices',
  summary: 'What a new event can be made of: groups, and what this deployment can do.',
  params: none,
  body: none,
  response: z.object({
    groups: z.array(z.object({ id: z.string(), name: z.string() })),
    hasMail: z.boolean(),
    hasMeetings: z.boolean(),
  }),
});

export const previewEvent = endpoint({
  method: 'POST',
  path: '/events/preview',
  summary: 'Checks a draft and draws the card that would be posted.',
  params: none,
  body: z.object({ draft: eventDraft }),
  response: z.object({
    /** The Adaptive Card; absent while the draft has problems. */
    card: z.unknown().optional(),
    problems: z.array(z.object({ field: z.string(), message: z.string() })),
    /** When it would be, and the others of its series, written out for the reader. */
    times: z.array(z.string()),
    startsAt: instant.optional(),
    endsAt: instant.optional(),
    /** Reminders that would go out by themselves. */
    reminders: z.array(z.object({ kind: reminderKind, due: instant })),
    /** A feedback survey would go out when it is over; absent while the draft has problems. */
    asksFeedback: z.boolean().optional(),
  }),
});

export const createEvents = endpoint({
  method: 'POST',
  path: '/events',
  summary: 'Makes an event, or a series of them, as drafts or published at once. The same request id makes them once.',
  params: none,
  body: z.object({ draft: eventDraft, publishes: z.boolean(), requestId }),
  response: eventView,
});

export const eventFromPoll = endpoint({
  method: 'POST',
  path: '/events/from-poll',
  summary: 'Makes a draft of what won a poll, or of another of its options.',
  params: none,
  body: z.object({ poll: activityId, option: z.string().optional() }),
  response: eventView,
});

export const changeEvent = endpoint({
  method: 'PUT',
  path: '/events/{event}',
  summary: 'Changes an event. With fewer places than are taken it asks what becomes of those who came last.',
  params: one,
  body: z.object({ draft: eventDraft, onFewer: z.enum(['keep', 'move']).optional(), tells: z.boolean() }),
  response: eventView,
});

const act = (name: string, summary: string) =>
  endpoint({ method: 'POST', path: `/events/{event}/${name}`, summary, params: one, body: none, response: eventView });

export const publishEvent = act('publish', 'Publishes a draft in the network’s channel and by mail.');
export const undoEvent = act('undo', 'Takes back an event that nobody has answered, or throws a draft away.');
export const repostEvent = act(
  'repost',
  'Posts the invitation again when it is unknown whether it arrived, or it failed.',
);
export const renewPublicLink = act(
  'renew-link',
  'Gives the public registration page another address; the old one opens nothing.',
);
export const confirmEvent = act('confirm', 'Says that a registration that someone else made holds.');
export const makeMeeting = act(
  'make-meeting',
  'Makes the Teams meeting and calendar event in the reader’s own calendar.',
);
export const updateMeeting = act(
  'update-meeting',
  'Brings the reader’s own calendar event up to what the event is now.',
);

export const cancelEvent = endpoint({
  method: 'POST',
  path: '/events/{event}/cancel',
  summary: 'Cancels an event; those who come are told.',
  params: one,
  body: z.object({ reason: z.string() }),
  response: eventView,
});

export const answerEvent = endpoint({
  method: 'PUT',
  path: '/events/{event}/answer',
  summary: 'Says, changes or takes back whether the reader comes. The same request id counts once.',
  params: one,
  body: z.object({
    attendance,
    wish: z.string().optional(),
    answers: z.record(z.string(), z.string()).optional(),
    needs: z
      .object({
        diet: z.array(z.string()).max(20),
        dietWords: z.string().optional(),
        access: z.array(z.string()).max(20),
        accessWords: z.string().optional(),
      })
      .optional(),
    requestId,
  }),
  response: eventView,
});

export const leaveWaitingList = endpoint({
  method: 'POST',
  path: '/events/{event}/leave-list',
  summary: 'Leaves the waiting list; who switches keeps the place that they have.',
  params: one,
  body: z.object({ requestId }),
  response: eventView,
});

/** Field names are the inputs' ids. */
const personDraft = z.object({
  name: z.string().default(''),
  email: z.string().default(''),
  organisation: z.string().default(''),
});

export const registerColleague = endpoint({
  method: 'POST',
  path: '/events/{event}/colleagues',
  summary: 'Registers a colleague, who gets a link of their own. The same request id registers once.',
  params: one,
  body: personDraft.extend({ attendance: place, requestId }),
  response: eventView,
});

// ── What coordinators do ───────────────────────────────────────────────────────────────────────

export const participantView = z.object({
  who: memberId,
  name: z.string(),
  /** Empty when nobody knows. */
  organisation: z.string(),
  standing: standingView,
  isOutsider: z.boolean(),
  /** Name of who registered them. */
  registeredBy: z.string().optional(),
  /** Said so themselves. */
  isConfirmed: z.boolean(),
  /** From the public page, not confirmed yet. */
  isUnconfirmed: z.boolean(),
  /** Was at none of the network's earlier events. */
  isFirstTime: z.boolean(),
  came: z.boolean().optional(),
  minutes: z.number().int().optional(),
  wish: z.string().optional(),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  /** Neither mail nor a 1:1 chat reaches them. */
  isUnreached: z.boolean(),
});
export type ParticipantView = z.infer<typeof participantView>;

export const listParticipants = endpoint({
  method: 'GET',
  path: '/events/{event}/participants',
  summary: 'Everyone with an answer by name, apart from the waiting list, and how many come from where.',
  params: one,
  body: none,
  response: z.object({
    participants: z.array(participantView),
    /** In the order of their turns, room before online. */
    waiting: z.array(participantView),
    /** Those who said maybe or no, were invited from outside, or have not confirmed. */
    others: z.array(participantView),
    organisations: z.array(z.object({ name: z.string(), room: z.number().int(), online: z.number().int() })),
    /** Members for whom it is and who have not answered. */
    silent: z.number().int(),
  }),
});

export const getCatering = endpoint({
  method: 'GET',
  path: '/events/{event}/catering',
  summary: 'Diets and access needs of those who come to the room, as counts; never whose they are.',
  params: one,
  body: none,
  response: z.object({
    room: z.number().int(),
    diet: z.array(z.object({ id: diet, label: z.string(), n: z.number().int() })),
    dietWords: z.array(z.string()),
    access: z.array(z.object({ id: access, label: z.string(), n: z.number().int() })),
    accessWords: z.array(z.string()),
    /** When they are removed. */
    until: instant,
  }),
});

export const answerFor = endpoint({
  method: 'PUT',
  path: '/events/{event}/participants/{who}',
  summary: 'A coordinator answers for someone, also after the deadline.',
  params: one.extend({ who: memberId }),
  body: z.object({ attendance, requestId }),
  response: eventView,
});

export const inviteOutsiders = endpoint({
  method: 'POST',
  path: '/events/{event}/invite',
  summary: 'Invites people from outside the network by mail, one a line: name, address, organisation.',
  params: one,
  body: z.object({ people: z.string().max(60_000), requestId }),
  response: z.object({ invited: z.number().int() }),
});

export const setReminders = endpoint({
  method: 'PUT',
  path: '/events/{event}/reminders',
  summary: 'Switches the reminders that go out by themselves on and off.',
  params: one,
  body: z.object({ on: z.array(reminderKind) }),
  response: eventView,
});

export const previewReminder = endpoint({
  method: 'GET',
  path: '/events/{event}/reminders/{kind}',
  summary: 'How many a reminder would reach now, by what means, and what the channel would read.',
  params: one.extend({ kind: reminderKind }),
  body: none,
  response: z.object({
    people: z.number().int(),
    direct: z.number().int(),
    mail: z.number().int(),
    others: z.number().int(),
    channelText: z.string(),
  }),
});

export const sendReminder = endpoint({
  method: 'POST',
  path: '/events/{event}/reminders/{kind}',
  summary: 'Sends a reminder now. The same request id sends once.',
  params: one.extend({ kind: reminderKind }),
  body: z.object({ channel: z.boolean(), requestId }),
  response: eventView,
});

export const exportEvent = endpoint({
  method: 'POST',
  path: '/events/{event}/file',
  summary:
    'A download address, valid ten minutes, for the participants by organisation as CSV or XLSX; never with diets or access needs.',
  params: one,
  body: z.object({ format: z.enum(['csv', 'xlsx']) }),
  response: z.object({ url: z.string() }),
});

export const addMaterial = endpoint({
  method: 'POST',
  path: '/events/{event}/materials',
  summary:
    'Puts a link to slides or a recording into the material bank and the event’s thread. The same request id adds once.',
  params: one,
  body: z.object({ title: z.string(), url: z.string(), type: materialType, requestId }),
  response: eventView,
});

// ── Who came ───────────────────────────────────────────────────────────────────────────────────

export const doorRow = z.object({
  who: memberId,
  name: z.string(),
  organisation: z.string(),
  /** Where they have a place; absent: they have none, and came along or are on the waiting list. */
  place: place.optional(),
  isFirstTime: z.boolean(),
  came: z.boolean().optional(),
});
export type DoorRow = z.infer<typeof doorRow>;

export const getDoor = endpoint({
  method: 'GET',
  path: '/events/{event}/door',
  summary: 'The list to tick at the door: those who come, by name, and the network’s other people to be found by name.',
  params: one,
  body: none,
  response: z.object({
    title: z.string(),
    rows: z.array(doorRow),
    /** People of the network without a row, to tick who came along. */
    others: z.array(z.object({ who: memberId, name: z.string(), organisation: z.string() })),
    headcount: z.number().int().optional(),
    mayTick: z.boolean(),
  }),
});

export const tickDoor = endpoint({
  method: 'PUT',
  path: '/events/{event}/door/{who}',
  summary: 'Notes that someone came, did not come, or (null) that nobody knows.',
  params: one.extend({ who: memberId }),
  body: z.object({ came: z.boolean().nullable() }),
  response: doorRow,
});

export const addAtDoor = endpoint({
  method: 'POST',
  path: '/events/{event}/door',
  summary: 'Notes someone who came along without being on any list. The same request id adds once.',
  params: one,
  body: personDraft.extend({ requestId }),
  response: doorRow,
});

export const setHeadcount = endpoint({
  method: 'PUT',
  path: '/events/{event}/headcount',
  summary: 'Notes how many came, counted by hand; empty: not counted.',
  params: one,
  body: z.object({ headcount: z.string() }),
  response: eventView,
});

/** Someone of the report that Teams gives the organiser, and who that is. */
export const reportRow = z.object({
  /** Of the report; names its row in `decisions`. */
  row: z.number().int(),
  name: z.string(),
  email: z.string().optional(),
  minutes: z.number().int(),
  /** found: one person surely. several: to be chosen. unknown: nobody of that name or address. */
  outcome: z.enum(['found', 'several', 'unknown']),
  who: memberId.optional(),
  candidates: z.array(z.object({ who: memberId, name: z.string(), organisation: z.string() })),
});
export type ReportRow = z.infer<typeof reportRow>;

export const readReport = endpoint({
  method: 'POST',
  path: '/events/{event}/attendance-report',
  summary:
    'Reads the attendance report of a Teams meeting (at most 5 MB). A dry run unless `applies`; decisions settle rows: someone’s id, `new` or `skip`.',
  params: one,
  body: z.object({
    base64: z.string(),
    decisions: z.record(z.string(), z.string()),
    applies: z.boolean(),
  }),
  response: z.object({
    rows: z.array(reportRow),
    /** Rows that were no people, such as the organiser's devices. */
    skipped: z.number().int(),
    /** How many were noted as having come; absent in a dry run. */
    applied: z.number().int().optional(),
  }),
  largestBody: 8 * 1024 * 1024,
});
