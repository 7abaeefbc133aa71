/** What the tab asks of events: each request is loaded, decided and answered here. */
import { asCreator } from '../../core/access.ts';
import { type Instant, when } from '../../core/clock.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import { type ActivityId, objectIdOf } from '../../core/ids.ts';
import { isCoordinator, mayCreate } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { nameFor, nameIn } from '../../core/organisation.ts';
import { pageOf } from '../../core/paging.ts';
import { Refusal } from '../../core/refusal.ts';
import { mainOf, registerOf } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import { type Poll, polls, publishedCounts } from '../polls/poll.ts';
import { numberOf } from '../polls/tally.ts';
import { surveys } from '../surveys/survey.ts';
import {
  answerEvent,
  answerFor,
  confirmRegistration,
  inviteOutsiders,
  leaveWaitingList,
  registerColleague,
  shownStanding,
} from './answer-operations.ts';
import { isDoorOpen } from './attendance.ts';
import { presenceOf } from './attendance-operations.ts';
import { changeLines, eventCard, joinLinkFor, timeSpan } from './cards.ts';
import * as contract from './contract.ts';
import { draftOf, type Event, feedbackOf, feedbackPage, isInRoom, isOnline, phaseOf } from './event.ts';
import { createMeeting, hasOwnerLeft, lacksMeeting, updateMeeting } from './meeting-operations.ts';
import { eventNow, recentEvents, recentLedger } from './memory.ts';
import {
  addMaterial,
  cancelEvent,
  correctEvent,
  createEvents,
  draftEvents,
  draftFromPoll,
  isAnswered,
  publishEvent,
  renewPublicLink,
  repostEvent,
  setReminders,
  undoEvent,
} from './operations.ts';
import { offers, type Registration } from './registration.ts';
import { reminderPreview } from './reminder-cards.ts';
import { remindersView, remindNow, whomToRemind } from './reminder-operations.ts';
import { invitedAt, remindersDue } from './schedule.ts';
import { countOf, type Standing } from './seats.ts';
import {
  channelFrame,
  isForActor,
  lacksMaterial,
  materialsOf,
  ownOf,
  type Participant,
  participantsOf,
  shownBefore,
  shownTo,
  unreachedOf,
} from './shown.ts';
import { text } from './text.ts';

/** Past events in one answer of the list. */
const LIST_PAGE = 30;

const request = (requestId: string, visit: Visit) => ({
  ...{ id: requestId, at: visit.services.clock.now(), isInOrder: true },
});

export const eventRoutes: readonly Route[] = [
  route(contract.listEvents, 'member', async ({ params }, visit) => {
    const now = visit.services.clock.now();
    const all = await recentEvents(visit);
    const isOver = (of: Event): boolean =>
      phaseOf(of, now) === 'past' || (of.state === 'cancelled' && of.endsAt <= now);
    const seen = all.filter(({ state }) => state === 'published' || state === 'cancelled');
    const past = seen.filter(isOver).reverse();
    const { rows, ...more } = pageOf(past, params.after, LIST_PAGE);
    const isDesk = isCoordinator(visit.network, visit.actor.person);
    const drafts = isDesk ? all.filter(({ state }) => state === 'draft') : [];
    const isFirst = params.after === undefined;
    const summaries = (some: readonly Event[]) => Promise.all(some.map((of) => summaryFor(visit, of)));
    return {
      coming: isFirst ? await summaries(seen.filter((of) => !isOver(of))) : [],
      past: await summaries(rows),
      drafts: isFirst ? await summaries(drafts) : [],
      mayCreate: mayCreate(await networkNow(visit), visit.actor.person),
      ...more,
    };
  }),
  route(contract.getEvent, 'member', async ({ params }, visit) => current(visit, params.event)),
  route(contract.eventChoices, 'member', async (_, visit) => {
    await asCreator(visit);
    const register = await registerOf(visit);
    return {
      groups: [...register.groups.values()].map(({ id, names }) => ({ id, name: nameIn(names, visit.t) })),
      hasMail: visit.services.letters.isConfigured,
      hasMeetings: visit.services.meetings.isConfigured,
    };
  }),
  route(contract.previewEvent, 'member', async ({ body }, visit) => {
    await asCreator(visit);
    const { zone } = visit.network;
    try {
      const made = await draftEvents(visit, body.draft);
      const [of] = made;
      if (!of) throw new Refusal(text.unreadableTime);
      const published = { ...of, state: 'published' as const, publishedAt: visit.services.clock.now() };
      return {
        card: eventCard(published, await shownBefore(visit, published), channelFrame(visit, published)),
        problems: [],
        times: made.map(
          (one) => `${timeSpan(one, zone)(visit.actor.locale)}${made.length > 1 ? ` · ${one.title}` : ''}`,
        ),
        ...{ startsAt: of.startsAt, endsAt: of.endsAt },
        reminders: remindersDue(published, zone).map(({ kind, due }) => ({ kind, due })),
        asksFeedback: of.asksFeedback,
      };
    } catch (error) {
      if (!(error instanceof Refusal) || error.problems.length === 0) throw error;
      const problems = error.problems.map(({ field, row, params }) => ({ field, message: visit.t(row, params) }));
      return { problems, times: [], reminders: [] };
    }
  }),
  route(contract.createEvents, 'member', async ({ body }, visit) => {
    const [first] = await createEvents(visit, body.draft, { form: body.requestId, publishes: body.publishes });
    if (!first) throw new Refusal(text.unreadableTime);
    return viewFor(visit, first);
  }),
  route(contract.eventFromPoll, 'coordinator', async ({ body }, visit) =>
    viewFor(visit, await draftFromPoll(visit, body.poll, body.option)),
  ),
  route(contract.changeEvent, 'coordinator', async ({ params, body: { draft, onFewer, tells } }, visit) =>
    viewFor(visit, await correctEvent(visit, params.event, draft, { onFewer, tells })),
  ),
  route(contract.publishEvent, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await publishEvent(visit, params.event)),
  ),
  route(contract.undoEvent, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await undoEvent(visit, params.event)),
  ),
  route(contract.repostEvent, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await repostEvent(visit, params.event)),
  ),
  route(contract.renewPublicLink, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await renewPublicLink(visit, params.event)),
  ),
  route(contract.cancelEvent, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await cancelEvent(visit, params.event, body.reason)),
  ),
  route(contract.makeMeeting, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await createMeeting(visit, params.event)),
  ),
  route(contract.updateMeeting, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await updateMeeting(visit, params.event)),
  ),
  // ── Answers ──
  route(contract.answerEvent, 'member', async ({ params, body: { requestId, ...answer } }, visit) => {
    await answerEvent(visit, params.event, answer, request(requestId, visit));
    return current(visit, params.event);
  }),
  route(contract.leaveWaitingList, 'member', async ({ params, body }, visit) => {
    await leaveWaitingList(visit, params.event, request(body.requestId, visit));
    return current(visit, params.event);
  }),
  route(contract.confirmEvent, 'member', async ({ params }, visit) => {
    await confirmRegistration(visit, params.event);
    return current(visit, params.event);
  }),
  route(contract.registerColleague, 'member', async ({ params, body: { requestId, ...person } }, visit) => {
    await registerColleague(visit, params.event, person, requestId);
    return current(visit, params.event);
  }),
  // ── For coordinators ──
  route(contract.listParticipants, 'coordinator', async ({ params }, visit) => {
    const of = await eventNow(visit, params.event);
    const found = await participantsOf(visit, of);
    const all = [...found.participants, ...found.waiting, ...found.others];
    const unreached = await unreachedOf(
      visit,
      all.map(({ who }) => who),
    );
    const row = (one: Participant) => participantView(of, one, unreached.has(one.who));
    return {
      participants: found.participants.map(row),
      waiting: found.waiting.map(row),
      others: found.others.map(row),
      organisations: byOrganisation(found.participants),
      silent: found.silent,
    };
  }),
  route(contract.answerFor, 'coordinator', async ({ params, body }, visit) => {
    await answerFor(visit, params.event, params.who, { attendance: body.attendance }, body.requestId);
    return current(visit, params.event);
  }),
  route(contract.inviteOutsiders, 'coordinator', async ({ params, body }, visit) => ({
    invited: await inviteOutsiders(visit, params.event, body.people, body.requestId),
  })),
  route(contract.setReminders, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await setReminders(visit, params.event, body.on)),
  ),
  route(contract.previewReminder, 'coordinator', async ({ params }, visit) => {
    const of = await eventNow(visit, params.event);
    const numbers = await whomToRemind(visit, of, params.kind);
    return { ...numbers, channelText: reminderPreview(of, params.kind, numbers, channelFrame(visit, of)) };
  }),
  route(contract.sendReminder, 'coordinator', async ({ params, body: { channel, requestId: form } }, visit) =>
    viewFor(visit, await remindNow(visit, params.event, params.kind, { form, channel })),
  ),
  route(contract.exportEvent, 'coordinator', async ({ params, body }, visit) => {
    const { id } = await eventNow(visit, params.event);
    return { url: await linkToFile(visit, `events.${body.format}`, id) };
  }),
  route(contract.addMaterial, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await addMaterial(visit, params.event, body)),
  ),
];

// ── Views ──────────────────────────────────────────────────────────────────────────────────────

const current = async (visit: Visit, id: ActivityId): Promise<contract.EventView> =>
  viewFor(visit, await eventNow(visit, id));

const standingView = ({ attendance }: Partial<Registration>, standing: Standing): contract.StandingView => ({
  ...(attendance === undefined ? {} : { attendance }),
  ...standing,
});

async function summaryFor(visit: Visit, of: Event): Promise<contract.EventSummary> {
  const now = visit.services.clock.now();
  const [own, ledger, register] = await Promise.all([
    shownStanding(visit, of),
    recentLedger(visit, of),
    registerOf(visit),
  ]);
  const names = register.groups.get(of.group ?? '')?.names;
  const isDesk = isCoordinator(visit.network, visit.actor.person);
  return {
    ...{ id: of.id, type: of.type, title: of.title, phase: phaseOf(of, now), ways: of.ways },
    ...{ startsAt: of.startsAt, endsAt: of.endsAt },
    ...(of.place === undefined ? {} : { place: of.place }),
    ...(of.registrationEndsAt === undefined ? {} : { registrationEndsAt: of.registrationEndsAt }),
    ...(names ? { group: nameFor(names, visit.actor.locale) } : {}),
    ...(of.series ? { series: { number: of.series.number, of: of.series.of } } : {}),
    ...(of.preMeetingOf === undefined ? {} : { preMeetingOf: of.preMeetingOf }),
    own: standingView(own.registration?.isUnconfirmed ? {} : (own.registration ?? {}), own.standing),
    coming: ledger.entries.filter(({ holds }) => holds !== undefined).length,
    ...(isInRoom(of) ? { room: countOf(ledger, 'room') } : {}),
    ...(isOnline(of) ? { online: countOf(ledger, 'online') } : {}),
    isForOthers: !isForActor(visit, register, of, own.registration),
    ...(isDesk ? { lacksMaterial: lacksMaterial(of, now) } : {}),
  };
}

/** The event as this reader may see it: the only way in which it leaves for the tab. Drafts are there for coordinators alone. */
export async function viewFor(visit: Visit, of: Event): Promise<contract.EventView> {
  const isDesk = isCoordinator(visit.network, visit.actor.person);
  if ((of.state === 'draft' && !isDesk) || of.state === 'undone') {
    if (of.createdBy !== visit.actor.person) throw new Refusal(text.unknownEvent);
  }
  const now = visit.services.clock.now();
  const [summary, shown, own, items, feedback] = await Promise.all([
    summaryFor(visit, of),
    shownTo(visit, of),
    ownOf(visit, of),
    materialsOf(visit, of),
    visit.services.store.get(visit.scope, surveys, feedbackOf(of)),
  ]);
  const isAsked = feedback !== undefined && feedback.value.state !== 'undone';
  const { registration } = own;
  const { maybe, no } = shown;
  const poll = await pollView(visit, of);
  const isAnswerable = own.hindrance === undefined;
  const joinLink = isDesk ? of.joinLink : joinLinkFor(of, own);
  return {
    ...summary,
    ...{ maybe, no, agenda: of.agenda, questions: of.questions, asksNeeds: of.asksNeeds },
    ...(of.description === undefined ? {} : { description: of.description }),
    ...(joinLink === undefined ? {} : { joinLink }),
    ...(of.language === undefined ? {} : { language: of.language }),
    ...(of.contact === undefined ? {} : { contact: of.contact }),
    offers: isAnswerable ? [...offers(of, now)] : canStillDecline(of, own.standing, visit) ? ['no'] : [],
    ...(registration
      ? {
          answer: {
            answers: registration.answers ?? {},
            ...(registration.wish === undefined ? {} : { wish: registration.wish }),
            ...(registration.needs ? { needs: registration.needs } : {}),
            ...(own.registeredBy === undefined ? {} : { registeredBy: own.registeredBy }),
          },
        }
      : {}),
    takesColleagues: isAnswerable && of.group === undefined,
    colleagues: own.colleagues.map(({ who, name, standing }) => ({ who, name, standing: standingView({}, standing) })),
    ...(own.calendar === undefined ? {} : { calendar: own.calendar }),
    ...(poll ? { poll } : {}),
    materials: items.map(({ id, title, links: [link] }) => ({ id, title, ...(link ? { url: link.url } : {}) })),
    youSaid: of.youSaid.map(({ said, did }) => ({ said, did })),
    asksFeedback: of.asksFeedback,
    ...(isAsked && hasFeedback(of, { isDesk, isForOthers: summary.isForOthers }, now)
      ? { feedback: feedbackPage(of) }
      : {}),
    preMeetings: shown.preMeetings.map(({ id, title, startsAt, group }) => ({
      ...{ id, title, startsAt },
      ...(group ? { group: nameFor(group, visit.actor.locale) } : {}),
    })),
    changes: changesView(visit, of),
    ...(of.cancelled
      ? {
          cancelled: {
            at: of.cancelled.at,
            ...(of.cancelled.reason === undefined ? {} : { reason: of.cancelled.reason }),
          },
        }
      : {}),
    ...(isDesk ? { desk: await deskView(visit, of) } : {}),
  };
}

/** Coordinators look for its address and code before the event, to show them at its end. */
const hasFeedback = (
  of: Event,
  { isDesk, isForOthers }: { readonly isDesk: boolean; readonly isForOthers: boolean },
  now: Instant,
): boolean => of.asksFeedback && of.state === 'published' && (isDesk || (phaseOf(of, now) === 'past' && !isForOthers));

/** Who comes may say until the end that they can't. */
const canStillDecline = (of: Event, standing: Standing, { services }: Visit): boolean =>
  (standing.holds !== undefined || standing.waitsFor !== undefined) &&
  ['closed', 'ongoing'].includes(phaseOf(of, services.clock.now()));

/** Each change beside what came after it: the next change's old values, or today's. */
function changesView(visit: Visit, of: Event): contract.EventView['changes'] {
  let after: Parameters<typeof changeLines>[1] = of;
  return [...of.changes].reverse().map((change) => {
    const lines = changeLines(change, after, { t: visit.t, zone: visit.network.zone });
    const { title = after.title, startsAt = after.startsAt, endsAt = after.endsAt, ways = after.ways } = change;
    const { place = after.place, joinLink = after.joinLink } = change;
    after = { title, startsAt, endsAt, ways, place, joinLink };
    return { at: change.at, lines };
  });
}

async function pollView(visit: Visit, of: Event): Promise<contract.EventView['poll']> {
  const poll = of.poll && (await visit.services.store.get(visit.scope, polls, of.poll))?.value;
  if (!poll?.result) return undefined;
  const counts = publishedCounts(poll, poll.result);
  const won = new Set<string>(poll.decision ? [poll.decision.option] : poll.result.leaders);
  const others = poll.options
    .filter(({ id }) => !won.has(id))
    .map((option) => {
      const votes = counts && numberOf(String(counts[option.id] ?? 0));
      return {
        ...{ id: option.id, label: optionName(option, visit) },
        ...(votes === undefined ? {} : { votes }),
      };
    })
    .sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
  return { id: poll.id, question: poll.question, others };
}

/** A date is written in the reader's language. */
const optionName = (
  { label, startsAt, endsAt = startsAt }: Poll['options'][number],
  { network, actor }: Visit,
): string => (startsAt && endsAt ? timeSpan({ startsAt, endsAt }, network.zone)(actor.locale) : label);

async function deskView(visit: Visit, of: Event): Promise<NonNullable<contract.EventView['desk']>> {
  const { services, network, actor } = visit;
  const now = services.clock.now();
  const phase = phaseOf(of, now);
  const isPublished = of.state === 'published';
  const isComing = isPublished && of.startsAt > now;
  const [post, hasAnswers, register, presence] = await Promise.all([
    services.posts.status(network.id, of.post),
    isAnswered(visit, of.id),
    registerOf(visit),
    presenceOf(visit, of),
  ]);
  const owner = of.meeting && register.members.get(mainOf(register, objectIdOf(of.meeting.owner)));
  const isOwner = of.meeting?.owner === actor.person;
  const invitation = invitedAt(of, network.zone);
  const makes = services.meetings.isConfigured && visit.assertion !== undefined;
  return {
    draft: draftOf(of, network.zone),
    post: {
      state: post?.state ?? (of.state === 'draft' ? 'waiting' : 'removed'),
      ...(post?.reason === undefined ? {} : { reason: post.reason }),
      ...(post === undefined && isPublished && invitation > now ? { due: invitation } : {}),
    },
    reminders: remindersView(of, visit),
    letters: [
      of.id,
      ...['own', 'news', ...of.changes.map((_, index) => String(index + 1)), String(of.revision)].map(
        (part) => `${of.id}|${part}`,
      ),
      ...of.reminded.map(({ id }) => `${of.id}|${id}`),
    ],
    ...(isPublished && of.isPublic ? { publicPage: await publicPage(visit, of) } : {}),
    ...(of.meeting
      ? {
          meeting: {
            owner: owner?.name ?? visit.t(text.nameUnknown),
            isOwn: isOwner,
            isStale: of.meeting.revision < of.revision,
            hasOwnerLeft: hasOwnerLeft(register, of.meeting),
            isGone: of.meeting.isGone === true,
          },
        }
      : {}),
    ...(presence ? { attendance: presence } : {}),
    can: {
      publish: of.state === 'draft' && of.startsAt > now,
      change: of.state === 'draft' || (isPublished && phase !== 'past'),
      cancel: isPublished && phase !== 'past',
      undo: (of.state === 'draft' || isPublished) && !hasAnswers,
      remind: isComing,
      invite: isComing,
      noteAttendance: isDoorOpen(of, now),
      addMaterial: isPublished,
      makeMeeting: makes && isComing && lacksMeeting(register, of) && of.ways !== 'room',
      updateMeeting: makes && isOwner && !of.meeting?.isGone && (of.meeting?.revision ?? of.revision) < of.revision,
    },
  };
}

/** The page's address with texts that can be forwarded as they are, in the network's language. */
async function publicPage(
  visit: Visit,
  of: Event,
): Promise<NonNullable<NonNullable<contract.EventView['desk']>['publicPage']>> {
  const { services, network, channelT } = visit;
  const address = await services.linkToOpenPage(network.id, 'registration', of.id, of.publicRound);
  const params = {
    ...{ title: of.title, network: network.name, address, time: timeSpan(of, network.zone) },
    until: when(of.registrationEndsAt ?? of.startsAt, network.zone),
    description: of.description ?? '',
    place: of.place ?? '',
  };
  return {
    address,
    mail: channelT.each(text.forwardMail, params).join('\n\n'),
    short: channelT.each(text.forwardShort, params).join('\n'),
  };
}

function participantView(of: Event, one: Participant, isUnreached: boolean): contract.ParticipantView {
  const { registration, standing, who, name, organisation, isOutsider, isFirstTime, registeredByName } = one;
  const { came, wish, answers = {} } = registration;
  return {
    ...{ who, name, organisation, isOutsider, isFirstTime, isUnreached },
    standing: standingView(registration, standing),
    ...(registeredByName === undefined ? {} : { registeredBy: registeredByName }),
    isConfirmed: registration.confirmedAt !== undefined,
    isUnconfirmed: registration.isUnconfirmed === true,
    ...(came ? { came: came.isPresent } : {}),
    ...(came?.minutes === undefined ? {} : { minutes: came.minutes }),
    ...(wish === undefined ? {} : { wish }),
    answers: of.questions.flatMap(({ id, label }) => {
      const answer = answers[id];
      return answer === undefined ? [] : [{ question: label, answer }];
    }),
  };
}

/** The most people first, those of nobody last. */
function byOrganisation(participants: readonly Participant[]) {
  const counts = new Map<string, { name: string; room: number; online: number }>();
  for (const { organisation: name, standing } of participants) {
    const row = counts.get(name) ?? { name, room: 0, online: 0 };
    if (standing.holds) row[standing.holds]++;
    counts.set(name, row);
  }
  const size = ({ room, online }: { room: number; online: number }): number => room + online;
  return [...counts.values()].sort(
    (a, b) => Number(a.name === '') - Number(b.name === '') || size(b) - size(a) || a.name.localeCompare(b.name, 'fi'),
  );
}
