/** An event: its rules as state in, state out. Time and ids are arguments. */
import { z } from 'zod';
import {
  atWallTime,
  between,
  DAY,
  dateIn,
  HOUR,
  type Instant,
  instant,
  MINUTE,
  plus,
  plusDays,
  timeIn,
  weekdayOf,
} from '../../core/clock.ts';
import {
  type ActivityId,
  activityId,
  ID_PATTERN,
  type PersonKey,
  type PostId,
  personKey,
  postId,
} from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { oneLine, severalLines } from '../../core/typed.ts';
import { fromInputs, parseWhen, toInputs } from '../../core/when.ts';
import type { Attendance } from './registration.ts';
import { type Capacity, capacity, MOST_SEATS } from './seats.ts';
import { text } from './text.ts';

// ── Limits ─────────────────────────────────────────────────────────────────────────────────────

export const LONGEST_TITLE = 200;
export const LONGEST_DESCRIPTION = 4000;
export const LONGEST_PLACE = 200;
export const LONGEST_LINK = 1000;
export const LONGEST_CONTACT = 200;
export const LONGEST_AGENDA_LINE = 200;
export const MOST_AGENDA_LINES = 40;
export const LONGEST_QUESTION = 200;
export const MOST_QUESTIONS = 10;
export const LONGEST_CHOICE = 100;
export const MOST_CHOICES = 12;
export const LONGEST_REASON = 500;
/** Events that one draft makes: two years of monthly meetings. */
export const MOST_IN_SERIES = 24;
/** Farthest beginning, in days. */
export const FARTHEST_DAYS = 800;
/** Longest event: a camp, not a term. In days. */
export const LONGEST_DAYS = 14;
/** What changed is told on the card this long. */
export const MOST_CHANGES = 20;
/** Wishes that an invitation answers. */
export const MOST_YOU_SAID = 5;
/** Of a wish, and of what was done about it; longer ones are shortened. */
export const LONGEST_YOU_SAID = 300;

// ── Shapes ─────────────────────────────────────────────────────────────────────────────────────

export const eventType = z.enum(['webinar', 'seminar', 'meeting', 'training', 'other']);
export type EventType = z.infer<typeof eventType>;
/** Where one can take part. */
export const ways = z.enum(['room', 'online', 'both']);
export type Ways = z.infer<typeof ways>;

export const question = z.object({
  id: z.string().regex(/^q[0-9]{1,3}$/),
  label: z.string().min(1).max(LONGEST_QUESTION),
  /** One of these; absent: in words. */
  choices: z.array(z.string().min(1).max(LONGEST_CHOICE)).max(MOST_CHOICES).optional(),
  isRequired: z.boolean(),
});
export type Question = z.infer<typeof question>;

export const agendaItem = z.object({
  /** Wall time `HH:mm` in the network's zone. */
  time: z.string().optional(),
  title: z.string().min(1).max(LONGEST_AGENDA_LINE),
  speakers: z.string().max(LONGEST_AGENDA_LINE).optional(),
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** Reminders that go out by themselves: a week, a day and an hour before it begins to those who come, and before the registration ends to those who have not answered. */
export const reminderKind = z.enum(['week', 'day', 'hour', 'nudge']);
export type ReminderKind = z.infer<typeof reminderKind>;

/** How a reminder ended; `skipped`: it came too late, or there was nobody. `hand`: a coordinator sent it. */
export const reminderEntry = z.object({
  /** One a kind and due time, or of a request. */
  id: z.string(),
  kind: reminderKind,
  at: instant,
  state: z.enum(['sending', 'sent', 'skipped', 'nobody']),
  by: personKey.optional(),
  direct: z.number().int().nonnegative(),
  mail: z.number().int().nonnegative(),
  /** Whom no way of these reaches. */
  others: z.number().int().nonnegative(),
  channel: z.boolean(),
});
export type ReminderEntry = z.infer<typeof reminderEntry>;

/** A wish from earlier feedback and what was done about it: “you said, we did”. Copies: the invitation stays as it was sent. */
export const youSaid = z.object({
  /** `<survey>~<text>`. */
  id: z.string(),
  said: z.string().min(1).max(LONGEST_YOU_SAID),
  did: z.string().max(LONGEST_YOU_SAID),
});
export type YouSaid = z.infer<typeof youSaid>;

/** What changed at one time: values as they were, so that old and new can be shown. */
export const eventChange = z.object({
  at: instant,
  by: personKey,
  title: z.string().optional(),
  startsAt: instant.optional(),
  endsAt: instant.optional(),
  place: z.string().optional(),
  joinLink: z.string().optional(),
  ways: ways.optional(),
});
export type EventChange = z.infer<typeof eventChange>;

export const event = z.object({
  id: activityId,
  type: eventType,
  title: z.string().min(1).max(LONGEST_TITLE),
  description: z.string().max(LONGEST_DESCRIPTION).optional(),
  agenda: z.array(agendaItem).max(MOST_AGENDA_LINES),
  startsAt: instant,
  endsAt: instant,
  ways,
  place: z.string().max(LONGEST_PLACE).optional(),
  /** Of https alone: it becomes a button. */
  joinLink: z
    .url({ protocol: /^https$/ })
    .max(LONGEST_LINK)
    .optional(),
  /** Spoken at the event; absent: that of the network. */
  language: z.enum(['fi', 'sv', 'en', 'fi+sv']).optional(),
  contact: z.string().max(LONGEST_CONTACT).optional(),
  /** The poll that chose its topic or its date. */
  poll: activityId.optional(),
  registrationEndsAt: instant.optional(),
  /** As it was set; the ledger decides. */
  capacity,
  asksNeeds: z.boolean(),
  questions: z.array(question).max(MOST_QUESTIONS),
  /** Highest number of a question that it ever had, since one was changed: answers to what was removed must not answer a new one. */
  lastQuestion: z.number().int().nonnegative().optional(),
  /** Only the seat holders of this group and their substitutes take part. */
  group: z.string().regex(ID_PATTERN).optional(),
  /** The event before which a group meets. */
  preMeetingOf: activityId.optional(),
  series: z.object({ id: activityId, number: z.number().int().positive(), of: z.number().int().positive() }).optional(),
  /** Those that are switched on. */
  reminders: z.array(reminderKind),
  /** Those who were there are asked for feedback when it is over. */
  asksFeedback: z.boolean(),
  /** Wishes that its invitation answers. */
  youSaid: z.array(youSaid).max(MOST_YOU_SAID),
  /** Has a public registration page, whose link carries the round: one that was taken away opens nothing ever again. */
  isPublic: z.boolean(),
  publicRound: z.number().int().positive(),
  state: z.enum(['draft', 'published', 'cancelled', 'undone']),
  createdBy: personKey,
  createdAt: instant,
  publishedAt: instant.optional(),
  /** Rises when what calendars show changes (RFC 5545, SEQUENCE), and at `revisedAt`. */
  revision: z.number().int().nonnegative(),
  revisedAt: instant,
  /** The last one of which people are told, since the first: what changes quietly after it does not silence it. */
  toldRevision: z.number().int().nonnegative().optional(),
  /** Newest last. */
  changes: z.array(eventChange).max(MOST_CHANGES),
  cancelled: z.object({ at: instant, by: personKey, reason: z.string().max(LONGEST_REASON).optional() }).optional(),
  /** The invitation in the channel. */
  post: postId,
  reminded: z.array(reminderEntry),
  /** How many came, counted by hand. */
  headcount: z.number().int().min(0).max(100_000).optional(),
  /** When who came was first noted. */
  attendanceAt: instant.optional(),
  /** The meeting in Teams that a coordinator made in their own calendar, and which revision of the event it shows. */
  meeting: z
    .object({
      ...{ id: z.string(), owner: personKey, revision: z.number().int().nonnegative() },
      /** It was not in their calendar any more when they wanted to bring it up to date. */
      isGone: z.literal(true).optional(),
    })
    .optional(),
  /** Material bank items that belong to it. */
  materials: z.array(z.object({ id: activityId, addedAt: instant })),
});
export type Event = z.infer<typeof event>;
export const events = kind<Event>({
  name: 'event',
  container: 'activities',
  schema: event,
  version: 2,
  migrations: {
    // 2: feedback and “you said, we did”. What was made before is asked about as a new one would be.
    1: (old) => ({ ...old, asksFeedback: asksFeedbackUsually({ type: old.type, group: old.group }), youSaid: [] }),
  },
});

// ── Making ─────────────────────────────────────────────────────────────────────────────────────

/** What a form or the tab sends: strings, as typed. Field names are the inputs' ids. */
export const eventDraft = z.object({
  type: z.string().default(''),
  title: z.string().default(''),
  /** A date, or date and times as people type them: `3.12. klo 9–16`. */
  startsOn: z.string().default(''),
  startsAtTime: z.string().default(''),
  /** Empty: the day on which it starts. */
  endsOn: z.string().default(''),
  /** Empty: the type's usual length. */
  endsAtTime: z.string().default(''),
  ways: z.string().default(''),
  place: z.string().default(''),
  joinLink: z.string().default(''),
  description: z.string().default(''),
  /** One item a line: `9.30 Avaus | Puhuja`. */
  agenda: z.string().default(''),
  language: z.string().default(''),
  contact: z.string().default(''),
  registrationEndsOn: z.string().default(''),
  registrationEndsAtTime: z.string().default(''),
  capacityRoom: z.coerce.string().default(''),
  capacityOnline: z.coerce.string().default(''),
  asksNeeds: z.coerce.string().default(''),
  /** One question a line: `Tuletko lounaalle? * | Kyllä | Ei`; `*`: an answer is needed; `|`: choices. */
  questions: z.string().default(''),
  /** Id of a group; empty: everyone. */
  group: z.string().default(''),
  /** Comma-separated kinds of reminders; the word `none`: no reminders. Empty: all. */
  reminders: z.string().default(''),
  /** Empty: as usual. */
  asksFeedback: z.coerce.string().default(''),
  /** Comma-separated ids of wishes that the invitation answers, `<survey>~<text>`. */
  wishes: z.string().default(''),
  isPublic: z.coerce.string().default(''),
  repeats: z.string().default(''),
  /** How many there are in all. */
  times: z.coerce.string().default(''),
  /** A group that meets before it, and at what time of the same day. */
  preGroup: z.string().default(''),
  preStartsAtTime: z.string().default(''),
  poll: z.string().default(''),
});
export type EventDraft = z.infer<typeof eventDraft>;

export interface EventFrame {
  readonly now: Instant;
  /** IANA zone of the network. */
  readonly zone: string;
  /** Is there such a group? */
  isGroup(id: string): boolean;
  /** The draft's wishes that can be answered, as they were just loaded. Absent: none. */
  readonly youSaid?: readonly YouSaid[];
}

/** What an event of this type is when nothing else is said. Times are wall times. */
export const USUAL: Readonly<
  Record<
    EventType,
    { readonly starts: string; readonly minutes: number; readonly ways: Ways; readonly asksNeeds: boolean }
  >
> = {
  webinar: { starts: '09:00', minutes: 60, ways: 'online', asksNeeds: false },
  seminar: { starts: '09:00', minutes: 7 * 60, ways: 'room', asksNeeds: true },
  meeting: { starts: '09:00', minutes: 60, ways: 'online', asksNeeds: false },
  training: { starts: '09:00', minutes: 3 * 60, ways: 'both', asksNeeds: true },
  other: { starts: '12:00', minutes: 120, ways: 'room', asksNeeds: false },
};

interface UsualOf {
  readonly type: unknown;
  readonly group?: unknown;
}
/** Everyone is asked for feedback, except on a group's own meetings. */
export const asksFeedbackUsually = ({ type, group }: UsualOf): boolean => type !== 'meeting' || group === undefined;

/** weekly, biweekly: so many weeks on. monthly: the same weekday of the month (the second Tuesday). monthlyDate: the same date. */
export const repetition = z.enum(['weekly', 'biweekly', 'monthly', 'monthlyDate']);
export type Repetition = z.infer<typeof repetition>;

/** The settled part of an event; ids, author and post are added by `makeEvent`. */
export type NewEvent = Pick<
  Event,
  | 'type'
  | 'title'
  | 'agenda'
  | 'startsAt'
  | 'endsAt'
  | 'ways'
  | 'capacity'
  | 'asksNeeds'
  | 'questions'
  | 'reminders'
  | 'asksFeedback'
  | 'youSaid'
  | 'isPublic'
> &
  Partial<
    Pick<Event, 'description' | 'place' | 'joinLink' | 'language' | 'contact' | 'poll' | 'registrationEndsAt' | 'group'>
  >;

/** A draft as it was read: the event, the beginnings of the others of its series, and the meeting of a group before it. */
export interface ReadDraft {
  readonly event: NewEvent;
  /** Dates (yyyy-MM-dd) of all of the series, the event's own first; one alone is no series. */
  readonly dates: readonly string[];
  readonly preMeeting?: { readonly group: string; readonly startsAt: Instant };
}

type Complain = (field: keyof EventDraft, row: Problem['row'], params?: Problem['params']) => void;

/** Checks a draft whole. `isNew`: it may not lie in the past. Throws a Refusal that names every problem by its field. */
export function readDraft(draft: EventDraft, frame: EventFrame, { isNew = true } = {}): ReadDraft {
  const problems: Problem[] = [];
  const problem: Complain = (field, row, params = {}) => void problems.push({ field, row, params });
  const type = eventType.catch('other').parse(draft.type);
  const title = line(draft.title, 'title', LONGEST_TITLE, problem);
  if (!title) problem('title', text.noTitle);
  const times = readTimes(draft, type, frame, problem);
  if (times && isNew && times.startsAt <= frame.now) problem('startsOn', text.pastStart);
  if (times && between(frame.now, times.startsAt) > FARTHEST_DAYS * DAY)
    problem('startsOn', text.farStart, { days: FARTHEST_DAYS });
  const chosenWays = ways.catch(USUAL[type].ways).parse(draft.ways);
  const place = chosenWays === 'online' ? '' : line(draft.place, 'place', LONGEST_PLACE, problem);
  const joinLink = chosenWays === 'room' ? undefined : readLink(draft.joinLink, problem);
  const registrationEndsAt = readDeadline(draft, times, frame, problem);
  if (isNew && registrationEndsAt !== undefined && registrationEndsAt <= frame.now)
    problem('registrationEndsOn', text.pastDeadline);
  const group = draft.group.trim().replace(/^-$/, '') || undefined; // “-” is how a form says “everyone”
  if (group !== undefined && !frame.isGroup(group)) problem('group', text.unknownGroup);
  const description = long(draft.description, 'description', LONGEST_DESCRIPTION, problem);
  const contact = line(draft.contact, 'contact', LONGEST_CONTACT, problem);
  const agenda = readAgenda(draft.agenda, problem);
  const questions = readQuestions(draft.questions, problem);
  const places = readCapacity(draft, chosenWays, problem);
  const dates = readSeries(draft, times, frame, problem);
  const preMeeting = readPreMeeting(draft, times, frame, problem);
  if (wishIds(draft).length > MOST_YOU_SAID)
    problem('wishes', text.manyWishes, { most: MOST_YOU_SAID, n: wishIds(draft).length });
  refuseAny(problems);
  if (!times) throw new Refusal(text.unreadableTime);
  const language = event.shape.language.safeParse(draft.language).data;
  const poll = activityId.safeParse(draft.poll).data;
  return {
    event: {
      ...{ type, title, agenda, questions, ways: chosenWays, capacity: places },
      ...{ startsAt: times.startsAt, endsAt: times.endsAt },
      asksNeeds:
        chosenWays !== 'online' && (draft.asksNeeds === '' ? USUAL[type].asksNeeds : draft.asksNeeds === 'true'),
      reminders: readReminders(draft.reminders),
      asksFeedback: draft.asksFeedback === '' ? asksFeedbackUsually({ type, group }) : draft.asksFeedback === 'true',
      // what can't be told any more, such as a wish that was hidden meanwhile, is left out
      youSaid: wishIds(draft).flatMap((id) => frame.youSaid?.find((one) => one.id === id) ?? []),
      isPublic: draft.isPublic === 'true' && group === undefined,
      ...(description ? { description } : {}),
      ...(place ? { place } : {}),
      ...(joinLink ? { joinLink } : {}),
      ...(contact ? { contact } : {}),
      ...(language ? { language } : {}),
      ...(poll ? { poll } : {}),
      ...(registrationEndsAt ? { registrationEndsAt } : {}),
      ...(group === undefined ? {} : { group }),
    },
    dates,
    ...(preMeeting ? { preMeeting } : {}),
  };
}

/** A new event from checked parts. */
export function makeEvent(
  of: NewEvent,
  made: {
    readonly id: ActivityId;
    readonly post: PostId;
    readonly by: PersonKey;
    readonly now: Instant;
    readonly series?: Event['series'];
    readonly preMeetingOf?: ActivityId;
  },
): Event {
  const { id, post, by, now, series, preMeetingOf } = made;
  return {
    ...of,
    ...{ id, post, createdBy: by, createdAt: now, state: 'draft', revision: 0, revisedAt: now },
    ...{ changes: [], reminded: [], materials: [], publicRound: 1 },
    ...(series ? { series } : {}),
    ...(preMeetingOf ? { preMeetingOf } : {}),
  };
}

/** The n-th of a series: the same wall times on another date, the deadline as far ahead as that of the first. */
export function onDate(of: NewEvent, date: string, zone: string): NewEvent {
  const days = daysBetween(dateIn(of.startsAt, zone), date);
  return {
    ...of,
    startsAt: shifted(of.startsAt, days, zone),
    endsAt: shifted(of.endsAt, days, zone),
    ...(of.registrationEndsAt ? { registrationEndsAt: shifted(of.registrationEndsAt, days, zone) } : {}),
  };
}

/** The meeting of a group before an event: it ends when the event begins. */
export function preMeetingOf(
  of: NewEvent,
  { group, startsAt }: NonNullable<ReadDraft['preMeeting']>,
  title: string,
): NewEvent {
  const { registrationEndsAt: _, description: _d, contact, place, joinLink, language } = of;
  return {
    ...{ type: 'meeting', title, agenda: [], questions: [], ways: of.ways, capacity: {}, asksNeeds: false },
    ...{ startsAt, endsAt: of.startsAt, reminders: of.reminders, isPublic: false, group },
    ...{ asksFeedback: false, youSaid: [] },
    ...(contact ? { contact } : {}),
    ...(place ? { place } : {}),
    ...(joinLink ? { joinLink } : {}),
    ...(language ? { language } : {}),
  };
}

/** The draft that an event came from, for the form that changes it. */
export function draftOf(of: Event, zone: string): EventDraft {
  const start = toInputs(of.startsAt, zone);
  const end = toInputs(of.endsAt, zone);
  const deadline = of.registrationEndsAt && toInputs(of.registrationEndsAt, zone);
  return eventDraft.parse({
    ...{ type: of.type, title: of.title, ways: of.ways, place: of.place ?? '', joinLink: of.joinLink ?? '' },
    ...{ startsOn: start.date, startsAtTime: start.time, endsOn: end.date, endsAtTime: end.time },
    ...{ description: of.description ?? '', language: of.language ?? '', contact: of.contact ?? '' },
    agenda: of.agenda.map(agendaLine).join('\n'),
    questions: of.questions.map(questionLine).join('\n'),
    registrationEndsOn: deadline?.date ?? '',
    registrationEndsAtTime: deadline?.time ?? '',
    capacityRoom: of.capacity.room?.toString() ?? '',
    capacityOnline: of.capacity.online?.toString() ?? '',
    asksNeeds: String(of.asksNeeds),
    group: of.group ?? '',
    reminders: of.reminders.join(',') || 'none',
    asksFeedback: String(of.asksFeedback),
    wishes: of.youSaid.map(({ id }) => id).join(','),
    isPublic: String(of.isPublic),
    poll: of.poll ?? '',
  });
}

const agendaLine = ({ time, title, speakers }: AgendaItem): string =>
  `${time === undefined ? '' : `${time.replace(':', '.')} `}${title}${speakers === undefined ? '' : ` | ${speakers}`}`;
const questionLine = ({ label, choices, isRequired }: Question): string =>
  [`${label}${isRequired ? ' *' : ''}`, ...(choices ?? [])].join(' | ');

// ── Reading what was typed ─────────────────────────────────────────────────────────────────────

function line(typed: string, field: keyof EventDraft, most: number, problem: Complain): string {
  const read = oneLine(typed);
  if (read.length > most) problem(field, text.longText, { most, n: read.length });
  return read;
}

function long(typed: string, field: keyof EventDraft, most: number, problem: Complain): string {
  const read = severalLines(typed);
  if (read.length > most) problem(field, text.longText, { most, n: read.length });
  return read;
}

interface Times {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

function readTimes(
  draft: EventDraft,
  type: EventType,
  { now, zone }: EventFrame,
  problem: Complain,
): Times | undefined {
  const usual = USUAL[type];
  const on = draft.startsOn.trim();
  const at = draft.startsAtTime.trim();
  if (!on) {
    problem('startsOn', text.noStart);
    return undefined;
  }
  const typed = parseWhen(`${on} ${at}`, now, zone, usual.starts);
  const startsAt = asInstant(on) ?? fromInputs(on, at || usual.starts, zone) ?? typed?.start;
  if (!startsAt) {
    problem('startsOn', text.unreadableTime);
    return undefined;
  }
  const endsAt = readEnd(draft, { startsAt, end: typed?.end, minutes: usual.minutes, zone });
  if (!endsAt) problem('endsAtTime', text.unreadableTime);
  else if (endsAt <= startsAt) problem('endsAtTime', text.endsBeforeStart);
  else if (between(startsAt, endsAt) > LONGEST_DAYS * DAY) problem('endsAtTime', text.tooLong, { days: LONGEST_DAYS });
  return endsAt && { startsAt, endsAt };
}

/** A draft that another part made, such as of a poll's date, names the very moment. */
const asInstant = (typed: string): Instant | undefined => instant.safeParse(typed).data;

function readEnd(
  { endsOn, endsAtTime }: EventDraft,
  { startsAt, end, minutes, zone }: { startsAt: Instant; end: Instant | undefined; minutes: number; zone: string },
): Instant | undefined {
  const [on, at] = [endsOn.trim(), endsAtTime.trim()];
  if (!on && !at) return end ?? plus(startsAt, minutes * MINUTE);
  if (asInstant(on)) return asInstant(on);
  const date = on || dateIn(startsAt, zone);
  const time = at || timeIn(plus(startsAt, minutes * MINUTE), zone);
  return fromInputs(date, time, zone) ?? parseWhen(`${date} ${time}`, startsAt, zone)?.start;
}

function readLink(typed: string, problem: Complain): string | undefined {
  const trimmed = typed.trim();
  if (!trimmed) return undefined;
  const read = event.shape.joinLink.safeParse(trimmed);
  if (!read.success) problem('joinLink', text.badLink);
  return read.data;
}

function readDeadline(
  { registrationEndsOn, registrationEndsAtTime }: EventDraft,
  times: Times | undefined,
  { now, zone }: EventFrame,
  problem: Complain,
): Instant | undefined {
  const [on, at] = [registrationEndsOn.trim(), registrationEndsAtTime.trim()];
  if (!on && !at) return undefined;
  const read = fromInputs(on, at || '16:00', zone) ?? parseWhen(`${on} ${at}`, now, zone)?.start;
  if (!read) problem('registrationEndsOn', text.unreadableTime);
  else if (times && read > times.startsAt) problem('registrationEndsOn', text.deadlineAfterStart);
  return read;
}

function readCapacity(draft: EventDraft, chosen: Ways, problem: Complain): Capacity {
  const read = (field: 'capacityRoom' | 'capacityOnline'): number | undefined => {
    const typed = draft[field].trim();
    if (!typed) return undefined;
    const n = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
    if (!(n >= 1 && n <= MOST_SEATS)) problem(field, text.badCapacity, { most: MOST_SEATS });
    return n;
  };
  const room = chosen === 'online' ? undefined : read('capacityRoom');
  const online = chosen === 'room' ? undefined : read('capacityOnline');
  return { ...(room === undefined ? {} : { room }), ...(online === undefined ? {} : { online }) };
}

const lines = (typed: string): string[] => typed.split(/\r?\n/).map(oneLine).filter(Boolean);

function readAgenda(typed: string, problem: Complain): AgendaItem[] {
  const all = lines(typed);
  if (all.length > MOST_AGENDA_LINES) problem('agenda', text.manyLines, { most: MOST_AGENDA_LINES, n: all.length });
  return all.slice(0, MOST_AGENDA_LINES).flatMap((one) => {
    const [rest = '', ...speakers] = one.split('|').map((part) => part.trim());
    const [, hour = '', minute = '00', title = rest] = /^(?:klo |kl\.? )?(\d{1,2})[.:](\d{2})\s+(.+)$/.exec(rest) ?? [];
    const time = hour && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
    const said = speakers.filter(Boolean).join(', ');
    const named = time === undefined ? rest : title;
    if (named.length > LONGEST_AGENDA_LINE || said.length > LONGEST_AGENDA_LINE) {
      problem('agenda', text.longLine, { line: `${one.slice(0, 40)}…`, most: LONGEST_AGENDA_LINE });
      return [];
    }
    if (!named) return [];
    return [{ title: named, ...(time === undefined ? {} : { time }), ...(said ? { speakers: said } : {}) }];
  });
}

function readQuestions(typed: string, problem: Complain): Question[] {
  const all = lines(typed);
  if (all.length > MOST_QUESTIONS) problem('questions', text.manyLines, { most: MOST_QUESTIONS, n: all.length });
  return all.slice(0, MOST_QUESTIONS).flatMap((one, index): Question[] => {
    const [rest = '', ...choices] = one.split('|').map((part) => part.trim());
    const label = rest.replace(/\s*\*$/, '');
    const chosen = [...new Set(choices.filter(Boolean))];
    if (!label || label.length > LONGEST_QUESTION || chosen.some((choice) => choice.length > LONGEST_CHOICE)) {
      problem('questions', text.longLine, { line: `${one.slice(0, 40)}…`, most: LONGEST_QUESTION });
      return [];
    }
    if (chosen.length === 1 || chosen.length > MOST_CHOICES) {
      problem('questions', text.badChoices, { question: label, most: MOST_CHOICES });
      return [];
    }
    const isRequired = label !== rest;
    return [{ id: `q${index + 1}`, label, isRequired, ...(chosen.length > 0 ? { choices: chosen } : {}) }];
  });
}

/** Ids of the wishes that a draft names, each once. */
export const wishIds = ({ wishes }: Pick<EventDraft, 'wishes'>): string[] => [
  ...new Set(
    wishes
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

function readReminders(typed: string): ReminderKind[] {
  if (!typed.trim()) return [...reminderKind.options];
  const named = typed.split(',').map((one) => one.trim());
  return reminderKind.options.filter((one) => named.includes(one));
}

// ── Series ─────────────────────────────────────────────────────────────────────────────────────

function readSeries(
  draft: EventDraft,
  times: Times | undefined,
  { zone, now }: EventFrame,
  problem: Complain,
): string[] {
  if (!times) return [];
  const first = dateIn(times.startsAt, zone);
  const how = repetition.safeParse(draft.repeats).data;
  if (!how) return [first];
  const typed = draft.times.trim();
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(count >= 2 && count <= MOST_IN_SERIES)) {
    problem('times', text.badTimes, { most: MOST_IN_SERIES });
    return [first];
  }
  const dates = datesOf(first, how, count);
  const last = atWallTime(dates.at(-1) ?? first, '00:00', zone);
  if (between(now, last) > FARTHEST_DAYS * DAY) problem('times', text.farStart, { days: FARTHEST_DAYS });
  return dates;
}

/** Dates of a series from its first (yyyy-MM-dd). A weekday of the month that a month lacks (the fifth) is its last; a date that it lacks is its last day. */
export function datesOf(first: string, how: Repetition, count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    if (how === 'weekly' || how === 'biweekly') return plusDays(first, n * (how === 'weekly' ? 7 : 14));
    const month = monthAfter(first, n);
    return how === 'monthly' ? sameWeekday(first, month) : sameDate(first, month);
  });
}

/** First day of the month so many months on. */
function monthAfter(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const all = year * 12 + month - 1 + months;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}-01`;
}

function sameDate(first: string, month: string): string {
  const wanted = `${month.slice(0, 8)}${first.slice(8)}`;
  const last = plusDays(monthAfter(month, 1), -1);
  return wanted > last ? last : wanted;
}

function sameWeekday(first: string, month: string): string {
  const week = Math.ceil(Number(first.slice(8)) / 7);
  const ahead = (weekdayOf(first) - weekdayOf(month) + 7) % 7;
  const wanted = plusDays(month, ahead + (week - 1) * 7);
  return wanted.slice(0, 7) === month.slice(0, 7) ? wanted : plusDays(wanted, -7);
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** The same wall time so many days on. */
export const shifted = (at: Instant, days: number, zone: string): Instant =>
  atWallTime(plusDays(dateIn(at, zone), days), timeIn(at, zone), zone);

/** The same distance by the wall clock as between two moments: an hour later and a day on, whatever the clocks do in between. */
export function movedAlong(at: Instant, from: Instant, to: Instant, zone: string): Instant {
  const wall = (of: Instant): number => Date.parse(`${dateIn(of, zone)}T${timeIn(of, zone)}:00Z`);
  const moved = new Date(wall(at) + wall(to) - wall(from)).toISOString();
  return atWallTime(moved.slice(0, 10), moved.slice(11, 16), zone);
}

function readPreMeeting(
  draft: EventDraft,
  times: Times | undefined,
  frame: EventFrame,
  problem: Complain,
): ReadDraft['preMeeting'] {
  const group = draft.preGroup.trim().replace(/^-$/, '');
  if (!group || !times) return undefined;
  if (!frame.isGroup(group)) problem('preGroup', text.unknownGroup);
  const { date } = toInputs(times.startsAt, frame.zone);
  const typed = draft.preStartsAtTime.trim();
  const startsAt = typed ? fromInputs(date, typed, frame.zone) : plus(times.startsAt, -HOUR);
  if (!startsAt) problem('preStartsAtTime', text.unreadableTime);
  else if (startsAt >= times.startsAt) problem('preStartsAtTime', text.preMeetingLate);
  else if (startsAt <= frame.now) problem('preStartsAtTime', text.pastStart);
  return startsAt && { group, startsAt };
}

// ── State ──────────────────────────────────────────────────────────────────────────────────────

/** upcoming: takes answers. closed: the registration has ended. past: it is over. */
export type Phase = 'draft' | 'upcoming' | 'closed' | 'ongoing' | 'past' | 'cancelled' | 'undone';

export function phaseOf(of: Event, now: Instant): Phase {
  if (of.state !== 'published') return of.state;
  if (now >= of.endsAt) return 'past';
  if (now >= of.startsAt) return 'ongoing';
  return now < answersEndAt(of) ? 'upcoming' : 'closed';
}

/** Page of the tab with the feedback on an event. */
export const feedbackPage = (of: Pick<Event, 'id'>): string => `surveys/${feedbackOf(of)}`;
/** Id of the survey that asks for feedback on it. */
export const feedbackOf = ({ id }: Pick<Event, 'id'>): ActivityId => activityId.parse(`${id}-feedback`);

/** Until when one can say that one comes. */
export const answersEndAt = (of: Pick<Event, 'registrationEndsAt' | 'startsAt'>): Instant =>
  of.registrationEndsAt ?? of.startsAt;

export const isInRoom = ({ ways: of }: Pick<Event, 'ways'>): boolean => of !== 'online';
export const isOnline = ({ ways: of }: Pick<Event, 'ways'>): boolean => of !== 'room';

export const isOffered = (of: Pick<Event, 'ways'>, attendance: Attendance): boolean =>
  attendance === 'room' ? isInRoom(of) : attendance === 'online' ? isOnline(of) : true;

/**
 * Throws the refusal that fits when the event does not take this answer now. Who comes may say until the end that they can't; a coordinator
 * registers people until the end too.
 */
export function requireAnswerable(
  of: Event,
  { attendance, wasComing, isCoordinator }: { attendance: Attendance; wasComing: boolean; isCoordinator: boolean },
  now: Instant,
): void {
  const phase = phaseOf(of, now);
  const { title } = of;
  if (phase === 'draft' || phase === 'undone') throw new Refusal(text.unknownEvent);
  if (phase === 'cancelled') throw new Refusal(text.isCancelled, { title });
  if (phase === 'past') throw new Refusal(text.isPast, { title });
  if (phase !== 'upcoming' && !isCoordinator && !(attendance === 'no' && wasComing))
    throw new Refusal(phase === 'ongoing' ? text.hasBegun : text.registrationEnded, { title });
  if (!isOffered(of, attendance)) throw new Refusal(text.notOffered);
}

/** A draft goes out. */
export function publish(of: Event, now: Instant): Event {
  if (of.state === 'published') return of;
  if (of.state !== 'draft') throw new Refusal(text.notDraft);
  if (of.startsAt <= now) throw new Refusal(text.pastStart, {}, [{ field: 'startsOn', row: text.pastStart }]);
  if (answersEndAt(of) <= now)
    throw new Refusal(text.pastDeadline, {}, [{ field: 'registrationEndsOn', row: text.pastDeadline }]);
  return { ...of, state: 'published', publishedAt: now, revisedAt: now };
}

/** What people who come must hear of, with the values before. Undefined: nothing of that changed. */
export function differenceOf(
  before: Pick<Event, 'title' | 'startsAt' | 'endsAt' | 'place' | 'joinLink' | 'ways'>,
  after: Pick<Event, 'title' | 'startsAt' | 'endsAt' | 'place' | 'joinLink' | 'ways'>,
): Omit<EventChange, 'at' | 'by'> | undefined {
  const isMoved = before.startsAt !== after.startsAt || before.endsAt !== after.endsAt;
  const change: Omit<EventChange, 'at' | 'by'> = {
    ...(before.title === after.title ? {} : { title: before.title }),
    ...(isMoved ? { startsAt: before.startsAt, endsAt: before.endsAt } : {}),
    ...(before.place === after.place ? {} : { place: before.place ?? '' }),
    ...(before.joinLink === after.joinLink ? {} : { joinLink: before.joinLink ?? '' }),
    ...(before.ways === after.ways ? {} : { ways: before.ways }),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}

/** Another text, time, place or rules of a draft or a published event; answers stay, and so does whom a published one is for. The ledger has its own capacity. */
export function change(of: Event, { group, ...to }: NewEvent, by: PersonKey, now: Instant): Event {
  if (of.state !== 'draft' && of.state !== 'published') throw new Refusal(text.notChangeable);
  if (of.state === 'published' && of.endsAt <= now) throw new Refusal(text.isPast, { title: of.title });
  if (to.startsAt !== of.startsAt && to.startsAt <= now)
    throw new Refusal(text.pastStart, {}, [{ field: 'startsOn', row: text.pastStart }]);
  const difference = of.state === 'published' ? differenceOf(of, to) : undefined;
  const keptGroup = of.state === 'draft' ? group : of.group;
  const { description: _d, place: _p, joinLink: _j, language: _l, contact: _c, ...others } = of;
  const { registrationEndsAt: _r, group: _g, ...kept } = others;
  return {
    ...kept,
    ...to,
    ...(of.poll === undefined ? {} : { poll: of.poll }),
    ...(keptGroup === undefined ? {} : { group: keptGroup, isPublic: false }),
    ...withKeptIds(of, to.questions),
    publicRound: of.isPublic && !to.isPublic ? of.publicRound + 1 : of.publicRound,
    ...(difference ? revised(of, difference, by, now) : {}),
  };
}

/** What a change leaves behind: it is told, and calendars follow. */
export const revised = (
  of: Event,
  difference: Omit<EventChange, 'at' | 'by'>,
  by: PersonKey,
  now: Instant,
): Pick<Event, 'revision' | 'revisedAt' | 'changes'> => ({
  ...{ revision: of.revision + 1, revisedAt: now },
  changes: [...of.changes, { ...difference, at: now, by }].slice(-MOST_CHANGES),
});

/** That those who come are to hear of what the event has become. */
export const telling = (of: Event): Event => ({ ...of, toldRevision: of.revision });

/** Whether what was to be told of this revision still is: nothing has been told since. */
export const isStillTold = (of: Event, revision: string | undefined): boolean =>
  String(of.toldRevision ?? of.revision) === revision;

/** What is told now: the old values of the last told change and of those that were made quietly after it. Undefined: all is as it was before. */
export function changeToTell(of: Event): EventChange | undefined {
  const quiet = of.revision - (of.toldRevision ?? of.revision);
  const [told, ...later] = of.changes.slice(-(quiet + 1));
  if (!told) return undefined;
  const old: EventChange = Object.assign({}, ...later.reverse(), told);
  const { title = of.title, startsAt = of.startsAt, endsAt = of.endsAt, ways: way = of.ways } = old;
  const { place = of.place ?? '', joinLink = of.joinLink ?? '' } = old;
  const now = { ...of, place: of.place ?? '', joinLink: of.joinLink ?? '' };
  const difference = differenceOf({ title, startsAt, endsAt, ways: way, place, joinLink }, now);
  return difference && { ...difference, at: told.at, by: told.by };
}

/** A question with the same words keeps its id, and so its answers; a new one gets an id that none has had. */
function withKeptIds(
  of: Pick<Event, 'questions' | 'lastQuestion'>,
  after: readonly Question[],
): Pick<Event, 'questions' | 'lastQuestion'> {
  const left = [...of.questions];
  let last = Math.max(of.lastQuestion ?? 0, ...of.questions.map(({ id }) => Number(id.slice(1))));
  const questions = after.map((one) => {
    const at = left.findIndex(({ label }) => label === one.label);
    const [same] = at < 0 ? [] : left.splice(at, 1);
    return { ...one, id: same?.id ?? `q${++last}` };
  });
  return { questions, ...(last > 0 ? { lastQuestion: last } : {}) };
}

export function cancel(of: Event, reason: string, by: PersonKey, now: Instant): Event {
  if (of.state === 'cancelled') return of;
  if (of.state !== 'published') throw new Refusal(text.notChangeable);
  if (of.endsAt <= now) throw new Refusal(text.isPast, { title: of.title });
  const said = oneLine(reason);
  if (said.length > LONGEST_REASON) throw new Refusal(text.longText, { most: LONGEST_REASON, n: said.length });
  return {
    ...of,
    ...{ state: 'cancelled', revision: of.revision + 1, toldRevision: of.revision + 1, revisedAt: now },
    cancelled: { at: now, by, ...(said ? { reason: said } : {}) },
  };
}

/** Takes an event back that nobody has answered, or throws a draft away. */
export function undo(of: Event, hasAnswers: boolean): Event {
  if (of.state === 'undone') return of;
  if (of.state !== 'draft' && of.state !== 'published') throw new Refusal(text.notChangeable);
  if (hasAnswers) throw new Refusal(text.hasAnswers);
  return { ...of, state: 'undone' };
}

/** Switches reminders on and off. */
export function withReminders(of: Event, on: readonly ReminderKind[]): Event {
  return { ...of, reminders: reminderKind.options.filter((one) => on.includes(one)) };
}

export const shorten = (typed: string): string => (typed.length > 40 ? `${typed.slice(0, 39)}…` : typed);
