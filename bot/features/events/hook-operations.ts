/** What the other parts of the app ask of events: what waits for someone, who took part, what a year held, whose calendar holds what, what hangs on a person. */
import type { CalendarEntry } from '../../core/calendar-entry.ts';
import { DAY, type Instant, plus } from '../../core/clock.ts';
import type { EventFact, Span } from '../../core/facts.ts';
import type { HandoverItem, Participation, Waiting } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { isOneOf, type Member, type MemberId } from '../../core/network.ts';
import { identitiesOf, mainOf, type Register, registerOf } from '../../core/register.ts';
import { keptSince } from '../../core/retention.ts';
import { translator } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { ownStanding } from './answer-operations.ts';
import { type CalendarFrame, calendarEntry } from './calendar.ts';
import { cardText } from './card-text.ts';
import { timeSpan } from './cards.ts';
import { type Event, phaseOf } from './event.ts';
import { allEvents, ledgerOf, ownRegistration, registrationOf, registrationsOf } from './memory.ts';
import { comingEvents, shortHash } from './operations.ts';
import { holdersOf, presentAt } from './people.ts';
import { isToConfirm, type Registration } from './registration.ts';
import { type Place, standingOf } from './seats.ts';
import { isForActor } from './shown.ts';

/** An event that is over stays in calendars this long. In milliseconds. */
const KEPT_FOR = 30 * DAY;

/** A person as if they visited: for cards that are sent to them. */
export function visitOf(work: Work, member: Member): Visit {
  const locale = member.locale ?? work.channelT.locales[0] ?? 'fi';
  const { person, name, teamsId, isOutsider } = member;
  const actor = {
    person,
    name,
    locale,
    ...(teamsId === undefined ? {} : { teamsId }),
    ...(isOutsider ? { isOutsider } : {}),
  };
  return { ...work, actor, t: member.locale ? translator(member.locale) : work.channelT };
}

/** Coming events for the actor, the next one first, each with their answer. */
export async function eventsFor(
  visit: Visit,
): Promise<readonly { readonly event: Event; readonly own: Registration | undefined }[]> {
  const [coming, register] = await Promise.all([comingEvents(visit), registerOf(visit)]);
  const answered = await Promise.all(
    coming.map(async (event) => {
      const { registration: own } = await ownRegistration(visit, event.id, visit.actor.person, register);
      return { event, own };
    }),
  );
  return answered.filter(({ event, own }) => isForActor(visit, register, event, own));
}

/** Coming events: those that wait for the person's answer, then those to which it can still be changed. */
export async function waitingEvents(visit: Visit): Promise<readonly Waiting[]> {
  const { t, network, services } = visit;
  const lines = (await eventsFor(visit)).flatMap(({ event, own }): Waiting[] => {
    // Also what someone else said for them waits until they say that it holds.
    const isDone = own?.attendance !== undefined && !isToConfirm(own);
    const phase = phaseOf(event, services.clock.now());
    const canDo = phase === 'upcoming' || (phase === 'closed' && isToConfirm(own));
    if (!isDone && !canDo) return [];
    const hint = t(isDone ? cardText.answeredHint : cardText.waitingHint, { when: timeSpan(event, network.zone) });
    return [{ title: event.title, hint, page: `events/${event.id}`, ...(isDone ? { isDone } : {}) }];
  });
  return lines.sort((a, b) => Number(a.isDone ?? false) - Number(b.isDone ?? false));
}

/** Who came, where that was noted; else, when the event is over, those who held a place. */
export async function participation(since: Instant, work: Work): Promise<readonly Participation[]> {
  const now = work.services.clock.now();
  const over = (await allEvents(work)).filter((of) => phaseOf(of, now) === 'past' && of.startsAt >= since);
  const found = await Promise.all(
    over.map(async (of) => {
      const [all, ledger] = await Promise.all([registrationsOf(work, of.id), ledgerOf(work, of)]);
      const came = ([who, { came: seen }]: readonly [MemberId, Registration]): boolean =>
        of.attendanceAt === undefined ? standingOf(ledger, who).holds !== undefined : seen?.isPresent === true;
      return [...all].filter(came).map(
        ([member]): Participation => ({
          ...{ member, type: 'event', activity: of.id, title: of.title, at: of.startsAt },
        }),
      );
    }),
  );
  return found.flat();
}

/** Events that began in the span and were published; who came, or who had a place where nobody noted that. A group's own meeting before an event is none. */
export async function facts(span: Span, work: Work): Promise<{ readonly events: readonly EventFact[] }> {
  const register = await registerOf(work);
  const told = (await allEvents(work)).filter(
    (of) =>
      (of.state === 'published' || of.state === 'cancelled') &&
      of.preMeetingOf === undefined &&
      of.startsAt >= span.from &&
      of.startsAt < span.to,
  );
  return { events: await Promise.all(told.map((of) => factOf(work, register, of))) };
}

async function factOf(work: Work, register: Register, of: Event): Promise<EventFact> {
  const { id, type, title, startsAt, endsAt, headcount } = of;
  const isCancelled = of.state === 'cancelled';
  const [all, ledger] = await Promise.all([registrationsOf(work, id), ledgerOf(work, of)]);
  const came = presentAt(register, all);
  const isNoted = came.length > 0;
  return {
    ...{ id, type, title, startsAt, endsAt, isCancelled, isNoted, page: `events/${id}` },
    people: isNoted ? came : isCancelled ? [] : holdersOf(register, ledger),
    ...(headcount === undefined ? {} : { headcount }),
  };
}

// ── Calendars ──────────────────────────────────────────────────────────────────────────────────

/** The entry of one person, in their language; the same in a download, a feed and a letter. */
export function entryFor(
  visit: Visit,
  of: Event,
  who: MemberId,
  registration: Registration,
  holds: Place | undefined,
): CalendarEntry {
  return calendarEntry(of, registration, holds, entryFrame(visit, of, who));
}

/** The same for who has been invited and has not answered: tentative. */
export const invitationEntry = (visit: Visit, of: Event, who: MemberId): CalendarEntry =>
  calendarEntry(of, { revision: 0, createdAt: of.publishedAt ?? of.createdAt }, undefined, {
    ...entryFrame(visit, of, who),
    isInvitation: true,
  });

function entryFrame({ services, network, t, actor }: Visit, of: Event, who: MemberId): CalendarFrame {
  // The tab opens for nobody from outside, and for nobody without Teams; how to join is in the description.
  const hasTab = actor.teamsId !== undefined && !actor.isOutsider && !actor.isInvited;
  return {
    ...{ uid: `${of.id}-${shortHash(of.id, who)}`, zone: network.zone, t },
    ...(hasTab ? { link: services.linkToTab(network, `events/${of.id}`) } : {}),
  };
}

/** Events in which the actor holds a place: coming ones, and for a while those that are over or were cancelled. */
export async function ownCalendar(visit: Visit, activity?: ActivityId): Promise<readonly CalendarEntry[]> {
  const oldest = plus(visit.services.clock.now(), -KEPT_FOR);
  const events = (await allEvents(visit)).filter(
    (of) =>
      (of.state === 'published' || of.state === 'cancelled') &&
      of.endsAt > oldest &&
      (activity === undefined || of.id === activity),
  );
  const entries = await Promise.all(
    events.map(async (of) => {
      const { who, registration, standing } = await ownStanding(visit, of);
      return registration && standing.holds ? [entryFor(visit, of, who, registration, standing.holds)] : [];
    }),
  );
  return entries.flat();
}

// ── Persons and groups ─────────────────────────────────────────────────────────────────────────

/** What hangs on a person: meetings in their calendar, and coming events and drafts that they made. */
export async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  const { t, services } = visit;
  const now = services.clock.now();
  return (await allEvents(visit)).flatMap((of): HandoverItem[] => {
    const item = { title: of.title, page: `events/${of.id}` };
    const phase = phaseOf(of, now);
    const isComing = phase === 'upcoming' || phase === 'closed' || phase === 'ongoing';
    const isMade = isOneOf(ids, of.createdBy);
    const meets = isComing && of.meeting !== undefined && isOneOf(ids, of.meeting.owner);
    return [
      ...(meets
        ? [{ ...item, id: `events.meeting|${of.id}`, kind: 'events.meeting', todo: t(cardText.handMeeting) }]
        : []),
      ...(isMade && isComing
        ? [{ ...item, id: `events.event|${of.id}`, kind: 'events.coming', todo: t(cardText.handComing) }]
        : []),
      ...(isMade && phase === 'draft'
        ? [{ ...item, id: `events.event|${of.id}`, kind: 'events.draft', todo: t(cardText.handDraft) }]
        : []),
    ];
  });
}

/** A group can't be removed while events for it are drafted or to come. */
export async function openForGroup(group: string, work: Work): Promise<readonly string[]> {
  const now = work.services.clock.now();
  const isOpen = (of: Event): boolean => ['draft', 'upcoming', 'closed', 'ongoing'].includes(phaseOf(of, now));
  return (await allEvents(work)).filter((of) => of.group === group && isOpen(of)).map(({ title }) => title);
}

/** Whether someone from outside is on the list of an event of which it is still kept who was there. */
export async function needsOutsider(id: MemberId, work: Work): Promise<boolean> {
  const oldest = keptSince('registrations', work.services.clock.now());
  const register: Register = await registerOf(work);
  const ids = [...new Set([id, ...identitiesOf(register, mainOf(register, id))])];
  const recent = (await allEvents(work)).filter((of) => of.state !== 'undone' && of.endsAt > oldest);
  for (const { id: event } of recent) {
    const found = await Promise.all(ids.map((one) => registrationOf(work, event, one)));
    if (found.some((one) => one !== undefined)) return true;
  }
  return false;
}
