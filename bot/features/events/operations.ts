/** What is done with events: drafted, published, changed, cancelled; and telling those whom it concerns. */
import { createHash } from 'node:crypto';
import { asCoordinator, asCreator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { DAY, dateIn, type Instant, plus, SECOND } from '../../core/clock.ts';
import { type ActivityId, activityId, type PersonKey, type PostId, postId } from '../../core/ids.ts';
import { type MemberId, memberIdOf } from '../../core/network.ts';
import { notify } from '../../core/notify.ts';
import { AlreadyExists, type NewPost } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import { getsMail, mainOf, type Register, registerNow, registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { toInputs } from '../../core/when.ts';
import { type Material, materials } from '../materials/material.ts';
import { type Poll, polls, verdictOf } from '../polls/poll.ts';
import {
  answersEndAt,
  cancel,
  change,
  type Event,
  type EventDraft,
  type EventFrame,
  eventDraft,
  isStillTold,
  LONGEST_TITLE,
  makeEvent,
  movedAlong,
  type NewEvent,
  onDate,
  phaseOf,
  preMeetingOf,
  publish,
  type ReadDraft,
  type ReminderKind,
  readDraft,
  telling,
  undo,
  wishIds,
  withReminders,
  type YouSaid,
} from './event.ts';
import {
  allEvents,
  changeEvent,
  changeLedger,
  eventNow,
  findEvent,
  healSoon,
  insertEvent,
  ledgerOf,
  recentEvents,
  registrationsOf,
} from './memory.ts';
import { invitedPeople, registrantsOf } from './people.ts';
import { isComing, type Registration } from './registration.ts';
import { invitedAt, remindersDue } from './schedule.ts';
import { excess, PLACES, withCapacity } from './seats.ts';
import { text } from './text.ts';
import { youSaidOf } from './you-said-operations.ts';

/** An event's jobs exist before it does; what its request does at once, the job does only if that was cut off. In milliseconds. */
const SAFETY_NET = 10 * SECOND;

export const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);

/** The same person's same form is the same event. */
const eventIdOf = (by: PersonKey, form: string): ActivityId => activityId.parse(`e${shortHash(by, form)}`);
const numbered = (first: ActivityId, n: number): ActivityId => (n === 1 ? first : activityId.parse(`${first}-${n}`));
const preIdOf = (event: ActivityId): ActivityId => activityId.parse(`${event}-pre`);
const cardOf = (event: ActivityId): PostId => postId.parse(`${event}-card`);

export const atNow = ({ services, network }: Work): { readonly zone: string; readonly now: Instant } => ({
  zone: network.zone,
  now: services.clock.now(),
});

const eventFrame = (work: Work, register: Register, youSaid: readonly YouSaid[]): EventFrame => ({
  ...atNow(work),
  isGroup: (id) => register.groups.has(id),
  youSaid,
});

// ── Drafting and publishing ────────────────────────────────────────────────────────────────────

/**
 * Makes the event of a draft, the others of its series and the meeting of a group before each. The same `form` makes them once. `publishes`:
 * they go out at once; else they are drafts, which coordinators see. Refuses with all problems of the draft. The first one is what was drafted.
 */
export async function createEvents(
  visit: Visit,
  draft: EventDraft,
  { form, publishes }: { readonly form: string; readonly publishes: boolean },
): Promise<readonly Event[]> {
  await (publishes ? asCreator(visit) : asCoordinator(visit));
  const first = eventIdOf(visit.actor.person, form);
  const made = await eventsFrom(visit, draft, await registerNow(visit), first);
  const kept: Event[] = [];
  for (const one of made) kept.push(await keepDraft(visit, one));
  await audit(visit, 'events.create', first, kept[0]?.createdAt);
  if (!publishes) return kept;
  const out: Event[] = [];
  for (const { id } of kept) out.push(await sendOut(visit, id));
  return out;
}

/** The events that would come of a draft, for previews. Refuses with all problems of the draft. */
export async function draftEvents(visit: Visit, draft: EventDraft): Promise<readonly Event[]> {
  return eventsFrom(visit, draft, await registerOf(visit), eventIdOf(visit.actor.person, 'draft'));
}

async function eventsFrom(
  visit: Visit,
  draft: EventDraft,
  register: Register,
  first: ActivityId,
): Promise<readonly Event[]> {
  const frame = eventFrame(visit, register, await youSaidOf(visit, wishIds(draft)));
  const read = readDraft(draft, frame);
  const { dates } = read;
  return dates.flatMap((date, index) => {
    const id = numbered(first, index + 1);
    const of = index === 0 ? read.event : onDate(read.event, date, frame.zone);
    const series = dates.length > 1 ? { id: first, number: index + 1, of: dates.length } : undefined;
    const made = { by: visit.actor.person, now: frame.now };
    const event = makeEvent(of, { ...made, id, post: cardOf(id), ...(series ? { series } : {}) });
    return [event, ...preMeeting(visit, read, event, made)];
  });
}

function preMeeting(
  { channelT }: Visit,
  { event: first, preMeeting: before }: ReadDraft,
  of: Event,
  made: { readonly by: PersonKey; readonly now: Instant },
): Event[] {
  if (!before) return [];
  const ahead = Date.parse(first.startsAt) - Date.parse(before.startsAt);
  const startsAt = plus(of.startsAt, -ahead);
  const title = channelT(text.preMeetingTitle, { title: of.title }).slice(0, LONGEST_TITLE);
  const id = preIdOf(of.id);
  const pre: NewEvent = preMeetingOf(of, { group: before.group, startsAt }, title);
  return [makeEvent(pre, { ...made, id, post: cardOf(id), preMeetingOf: of.id })];
}

async function keepDraft(work: Work, made: Event): Promise<Event> {
  try {
    await insertEvent(work, made);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  return eventNow(work, made.id);
}

/** A poll's winning topic becomes a draft, or its winning date. `option`: another one of its options, for a later event. */
export async function draftFromPoll(visit: Visit, id: ActivityId, option?: string): Promise<Event> {
  await asCoordinator(visit);
  const poll = (await visit.services.store.get(visit.scope, polls, id))?.value;
  const chosen = poll && chosenOf(poll, option);
  if (!poll || !chosen) throw new Refusal(text.pollNotDecided);
  for (let again = 0; ; again++) {
    const form = [`poll-${poll.id}-${chosen.id}`, ...(again > 0 ? [again] : [])].join('-');
    const [event] = await createEvents(visit, draftOfOption(visit, poll, chosen), { form, publishes: false });
    if (!event) throw new Refusal(text.pollNotDecided);
    if (event.state !== 'undone') return event; // one that was thrown away can be made anew
  }
}

function chosenOf(poll: Poll, option: string | undefined): Poll['options'][number] | undefined {
  const verdict = verdictOf(poll);
  const wanted = option ?? (verdict?.type === 'winner' ? verdict.option : undefined);
  return verdict && poll.options.find(({ id }) => id === wanted);
}

/** A topic without a date is drafted three weeks ahead: a draft is changed before it goes out anyway. */
const AHEAD = 21 * DAY;

function draftOfOption({ services, network }: Visit, poll: Poll, option: Poll['options'][number]): EventDraft {
  const { startsAt, endsAt, label } = option;
  const start = startsAt && toInputs(startsAt, network.zone);
  const end = endsAt && toInputs(endsAt, network.zone);
  return eventDraft.parse({
    ...{ type: 'webinar', poll: poll.id, title: label || poll.question },
    startsOn: start?.date ?? dateIn(plus(services.clock.now(), AHEAD), network.zone),
    ...{ startsAtTime: start?.time ?? '', endsOn: end?.date ?? '', endsAtTime: end?.time ?? '' },
    ...(poll.group === undefined ? {} : { group: poll.group }),
  });
}

/** A draft goes out into the network's channel and to whom mail reaches, with the drafts of the rest of its series. Asked again it changes nothing. */
export async function publishEvent(visit: Visit, id: ActivityId): Promise<Event> {
  await asCoordinator(visit);
  await eventNow(visit, id);
  const event = await sendOut(visit, id);
  const { now } = atNow(visit);
  const out = [event];
  for (const one of await seriesOf(visit, event))
    if (one.state === 'draft' && answersEndAt(one) > now) out.push(await sendOut(visit, one.id));
  for (const { id: of } of out)
    for (const one of await preMeetingsOf(visit, of))
      if (one.state === 'draft' && one.startsAt > now) await sendOut(visit, one.id); // one that has begun helps nobody
  await audit(visit, 'events.publish', id);
  return event;
}

/** All events of an event's series, the earliest first; of one alone itself. One click publishes them: whoever drafted twelve meetings does not want to publish each. */
export async function seriesOf(work: Work, event: Event): Promise<readonly Event[]> {
  const { series } = event;
  return series ? (await allEvents(work)).filter((one) => one.series?.id === series.id) : [event];
}

/** The meetings of groups before an event go out, are moved, cancelled and taken back with it. */
const preMeetingsOf = async (work: Work, id: ActivityId): Promise<readonly Event[]> =>
  (await allEvents(work)).filter((one) => one.preMeetingOf === id);

/** Each step can be repeated, so a crash anywhere in it is mended by the job or by asking again. */
async function sendOut(work: Work, id: ActivityId): Promise<Event> {
  const { jobs, clock } = work.services;
  const now = clock.now();
  publish(await eventNow(work, id), now); // refuses before anything is set going
  await jobs.schedule({ kind: 'events.publish', network: work.network.id, key: id, due: plus(now, SAFETY_NET) });
  const event = await changeEvent(work, id, (of) => publish(of, now));
  await finishPublishing(work, event);
  return event;
}

/** The job of a publishing whose request was cut off, and of an invitation whose time has come; what is done already is not done again. */
export async function resumePublishing(work: Work, id: ActivityId): Promise<void> {
  const event = await findEvent(work, id);
  if (event?.state === 'published') await finishPublishing(work, event);
}

async function finishPublishing(work: Work, event: Event): Promise<void> {
  await changeLedger(work, event, (of) => of); // it is there before the first answer
  await work.services.followEvent(work.network.id, event.id);
  await scheduleReminders(work, event);
  if (event.preMeetingOf !== undefined) {
    const main = await findEvent(work, event.preMeetingOf);
    if (main && (await hasCard(work, main))) await inviteTo(work, event, invitedAt(main, work.network.zone));
    return;
  }
  const { now, zone } = atNow(work);
  const due = invitedAt(event, zone);
  if (due > now) {
    await work.services.jobs.schedule({ kind: 'events.publish', network: work.network.id, key: event.id, due });
    return;
  }
  await inviteTo(work, event, due);
  for (const one of await preMeetingsOf(work, event.id)) if (one.state === 'published') await inviteTo(work, one, due);
}

/** The card in the channel, a meeting of a group in the thread of its event's, and the letters. `due` names the letters' job: the same one runs once. */
async function inviteTo(work: Work, event: Event, due: Instant): Promise<void> {
  const { posts, jobs } = work.services;
  const network = work.network.id;
  await jobs.schedule({ kind: 'events.mail', network, key: event.id, due });
  await posts.publish({
    ...{ id: event.post, network, drawing: 'events.event', subject: event.id },
    to: event.preMeetingOf === undefined ? { channel: true } : { thread: cardOf(event.preMeetingOf) },
  });
}

/** Whether the event's card is in the channel or on its way there: before that it has no thread. */
const hasCard = async ({ services, network }: Work, { post }: Pick<Event, 'post'>): Promise<boolean> =>
  (await services.posts.status(network.id, post)) !== undefined;

/** Posts under the event's card, whatever it is about. False: there is no card yet, and nothing is posted; the card will show it. */
export async function postInThread(
  work: Work,
  event: Pick<Event, 'post'>,
  of: Pick<NewPost, 'drawing' | 'subject'> & { readonly id: string },
): Promise<boolean> {
  if (!(await hasCard(work, event))) return false;
  const { services, network } = work;
  await services.posts.publish({ ...of, id: postId.parse(of.id), network: network.id, to: { thread: event.post } });
  return true;
}

export async function scheduleReminders(work: Work, event: Event): Promise<void> {
  for (const { id, due } of remindersDue(event, work.network.zone)) {
    await work.services.jobs.schedule({
      ...{ kind: 'events.remind', network: work.network.id, key: `${event.id}|${id}`, due },
    });
  }
}

/** The job that invites by mail whom it reaches. One letter a person, also when it runs again. */
export async function mailInvitations(work: Work, id: ActivityId): Promise<void> {
  const event = await findEvent(work, id);
  if (!event || phaseOf(event, work.services.clock.now()) !== 'upcoming') return;
  const register = await registerNow(work);
  for (const { person } of invitedPeople(register, event, atNow(work))) {
    const to = memberIdOf(person);
    if (getsMail(register, to, 'events')) await sendInvitation(work, event, to);
  }
}

export const sendInvitation = (work: Work, event: Event, to: MemberId): Promise<void> =>
  work.services.letters.send({
    ...{ id: `${event.id}-invitation-${to}`, network: work.network.id, to, drawing: 'events.invitation' },
    ...{ subject: event.id, topic: 'events', urgency: 'nudge' },
  });

// ── Changing ───────────────────────────────────────────────────────────────────────────────────

/** What a coordinator says of people who hold a place when there are to be fewer: they keep it, or the last ones move to the waiting list. */
export type OnFewer = 'keep' | 'move';

export interface Changing {
  /** Absent: a capacity below what is taken is refused, so that they are asked. */
  readonly onFewer?: OnFewer | undefined;
  /** Those who come are told. */
  readonly tells: boolean;
}

/** New wording, time, place or rules. Refuses with all problems, and when there would be fewer places than are taken and nobody said what then. */
export async function correctEvent(
  visit: Visit,
  id: ActivityId,
  draft: EventDraft,
  { onFewer, tells }: Changing,
): Promise<Event> {
  await asCoordinator(visit);
  const before = await eventNow(visit, id);
  const register = await registerNow(visit);
  // what it says already stays as it was said; what was ticked now is read
  const isNewWish = (wish: string): boolean => !before.youSaid.some((one) => one.id === wish);
  const youSaid = [...before.youSaid, ...(await youSaidOf(visit, wishIds(draft).filter(isNewWish)))];
  const { event: to } = readDraft(draft, eventFrame(visit, register, youSaid), { isNew: before.state === 'draft' });
  const now = visit.services.clock.now();
  const would = change(before, to, visit.actor.person, now);
  await checkPlaces(visit, before, to, onFewer);
  await checkPreMeetings(visit, before, to.startsAt);
  await healSoon(visit, id);
  const move = { from: before.startsAt, to: to.startsAt, tells };
  const meetings = await followLater(visit, id, move);
  if (tells && would.revision > before.revision) await tellLater(visit, id, would.revision, { isInThread: true });
  const event = await changeFollowed(visit, id, (of) => toldIf(tells, of, change(of, to, visit.actor.person, now)));
  if (event.state === 'published') {
    const moves = onFewer === 'move';
    await changeLedger(visit, event, (of) => withCapacity(of, event.capacity, moves));
    if (await hasCard(visit, event)) await scheduleReminders(visit, event);
    else await finishPublishing(visit, event); // an invitation that has not gone out yet follows the new time
    if (tells && event.revision > before.revision) await showChange(visit, event, { isInThread: true });
    else await visit.services.posts.refresh(visit.network.id, event.post);
  }
  for (const one of meetings) await follow(visit, one, move, visit.actor.person);
  await audit(visit, 'events.change', id);
  return event;
}

/** Changes an event, and features that hang on it follow, also when the request is cut off right after. */
async function changeFollowed(work: Work, id: ActivityId, to: (of: Event) => Event): Promise<Event> {
  await followedLater(work, id);
  const event = await changeEvent(work, id, to);
  if (event.state !== 'draft') await work.services.followEvent(work.network.id, id);
  return event;
}

/** Call it before a write that other features must follow. */
async function followedLater(work: Work, id: ActivityId): Promise<void> {
  const { jobs, clock } = work.services;
  await jobs.schedule({ kind: 'events.after', network: work.network.id, key: id, due: plus(clock.now(), SAFETY_NET) });
}

/** The job of a change whose request may have been cut off: what hangs on the event follows what is stored now. */
export async function resumeFollowing(work: Work, id: ActivityId): Promise<void> {
  const event = await findEvent(work, id);
  if (event && event.state !== 'draft') await work.services.followEvent(work.network.id, id);
}

const toldIf = (tells: boolean, before: Event, after: Event): Event =>
  tells && after.revision > before.revision ? telling(after) : after;

/** Meetings of groups before an event that are still to come. */
async function comingPreMeetings(work: Work, id: ActivityId): Promise<readonly Event[]> {
  const { now } = atNow(work);
  return (await preMeetingsOf(work, id)).filter((one) => isOpen(one) && one.startsAt > now);
}

const isOpen = ({ state }: Event): boolean => state === 'draft' || state === 'published';

async function checkPreMeetings(work: Work, before: Event, startsAt: Instant): Promise<void> {
  if (startsAt === before.startsAt) return;
  const { zone, now } = atNow(work);
  const meetings = await comingPreMeetings(work, before.id);
  if (meetings.some((one) => movedAlong(one.startsAt, before.startsAt, startsAt, zone) <= now))
    throw new Refusal(text.preMeetingPast, {}, [{ field: 'startsOn', row: text.preMeetingPast }]);
}

/** How far what meets before an event moves with it. */
interface Follow extends Pick<Changing, 'tells'> {
  /** Beginnings of the event. */
  readonly from: Instant;
  readonly to: Instant;
}
const TOLD = 'told';

/** Call it before the event's own move is written: what meets before it must follow even if the request is cut off right after. Resolves to what will. */
async function followLater(work: Work, id: ActivityId, { from, to, tells }: Follow): Promise<readonly Event[]> {
  if (from === to) return [];
  const { jobs, clock } = work.services;
  const meetings = await comingPreMeetings(work, id);
  for (const one of meetings) {
    const key = [one.id, one.startsAt, from, to, tells ? TOLD : ''].join('|');
    await jobs.schedule({
      ...{ kind: 'events.follow', network: work.network.id, key, due: plus(clock.now(), SAFETY_NET) },
    });
  }
  return meetings;
}

/** The job of a move whose request was cut off: what has followed already, or was moved otherwise, stays. */
export async function followEvent(work: Work, key: string): Promise<void> {
  const [id = '', was, from = '', to = '', told] = key.split('|');
  const one = await findEvent(work, id as ActivityId);
  const event = one?.preMeetingOf && (await findEvent(work, one.preMeetingOf));
  if (!one || !event || one.startsAt !== was || event.startsAt !== to) return;
  const by = event.changes.at(-1)?.by ?? event.createdBy;
  await follow(work, one, { from: from as Instant, to: to as Instant, tells: told === TOLD }, by);
}

/** What meets before an event keeps its distance to it. */
async function follow(work: Work, one: Event, { from, to, tells }: Follow, by: PersonKey): Promise<void> {
  const { zone, now } = atNow(work);
  const along = (at: Instant): Instant => movedAlong(at, from, to, zone);
  if (along(one.startsAt) <= now) return;
  const moved = (of: Event): Event => {
    if (of.startsAt !== one.startsAt || !isOpen(of)) return of;
    const end = of.registrationEndsAt ? { registrationEndsAt: along(of.registrationEndsAt) } : {};
    return change(of, { ...of, startsAt: along(of.startsAt), endsAt: along(of.endsAt), ...end }, by, now);
  };
  const isTold = tells && one.state === 'published';
  if (isTold) await tellLater(work, one.id, moved(one).revision, { isInThread: true });
  const after = await changeFollowed(work, one.id, (of) => toldIf(tells, of, moved(of)));
  if (after.state !== 'published') return;
  await scheduleReminders(work, after);
  if (isTold) await showChange(work, after, { isInThread: true });
  else await work.services.posts.refresh(work.network.id, after.post);
}

async function checkPlaces(visit: Visit, before: Event, to: NewEvent, onFewer: OnFewer | undefined): Promise<void> {
  if (before.state !== 'published') return;
  const [ledger, all] = await Promise.all([ledgerOf(visit, before), registrationsOf(visit, before.id)]);
  const dropped = to.ways === 'both' ? [] : PLACES.filter((place) => place !== to.ways);
  if ([...all.values()].some((one) => isComing(one) && dropped.some((place) => place === one.attendance)))
    throw new Refusal(text.takenWay, {}, [{ field: 'ways', row: text.takenWay }]);
  if (onFewer !== undefined) return;
  for (const place of PLACES) {
    const n = excess(ledger, to.capacity, place);
    if (n === 0 || n <= excess(ledger, before.capacity, place)) continue;
    const row = place === 'room' ? text.overRoom : text.overOnline;
    throw new Refusal(row, { n }, [
      { field: place === 'room' ? 'capacityRoom' : 'capacityOnline', row, params: { n }, code: 'fewerPlaces' },
    ]);
  }
}

interface Telling {
  /** For everyone in the thread too; else only to those who come, in person. */
  readonly isInThread: boolean;
}

/** The invitation shows it, and those who come hear of it: their calendars follow. */
export async function showChange(
  work: Work,
  event: Event,
  { isInThread }: Telling = { isInThread: false },
): Promise<void> {
  const key = tellKey(event.id, event.revision, isInThread);
  await work.services.jobs.schedule({ kind: 'events.tell', network: work.network.id, key, due: event.revisedAt });
  await work.services.posts.refresh(work.network.id, event.post);
}

/** Call it before a change is written: who comes must hear of it even if the request is cut off right after. A change that was not written is not told. */
export async function tellLater(work: Work, id: ActivityId, revision: number, { isInThread }: Telling): Promise<void> {
  const { jobs, clock } = work.services;
  const key = tellKey(id, revision, isInThread);
  await jobs.schedule({ kind: 'events.tell', network: work.network.id, key, due: plus(clock.now(), SAFETY_NET) });
}

const IN_THREAD = 'thread';
const tellKey = (id: ActivityId, revision: number, isInThread: boolean): string =>
  `${id}|${revision}${isInThread ? `|${IN_THREAD}` : ''}`;

/** Cancels; those who answered that they come, or maybe, are told. Asked again it changes nothing. */
export async function cancelEvent(visit: Visit, id: ActivityId, reason: string): Promise<Event> {
  await asCoordinator(visit);
  const now = visit.services.clock.now();
  const would = cancel(await eventNow(visit, id), reason, visit.actor.person, now);
  await tellLater(visit, id, would.revision, { isInThread: true });
  const event = await changeFollowed(visit, id, (of) => cancel(of, reason, visit.actor.person, now));
  await showChange(visit, event, { isInThread: true });
  await audit(visit, 'events.cancel', id);
  for (const one of await preMeetingsOf(visit, id)) {
    if (one.state === 'published' && one.endsAt > now) await cancelEvent(visit, one.id, reason);
  }
  return event;
}

/** The job that tells of a change or a cancellation: the thread, and those who come each by the one way that reaches them. A newer change that is told tells itself. */
export async function tellComing(work: Work, key: string): Promise<void> {
  const [id = '', revision = '', where] = key.split('|');
  const event = await findEvent(work, id as ActivityId);
  if (!event || !isStillTold(event, revision)) return;
  const isCancelled = event.state === 'cancelled';
  const subject = `${id}|${revision}`;
  if (where === IN_THREAD) await tellThread(work, event, subject);
  const register = await registerNow(work);
  const all = await registrationsOf(work, event.id);
  for (const { who, registration } of registrantsOf(register, all, work.channelT)) {
    if (!concerns(registration)) continue;
    await notify(work, register, who, {
      ...{ id: `${event.id}-told-${revision}`, subject, topic: 'events', urgency: 'due' },
      letter: isCancelled ? 'events.cancelled' : 'events.changed',
      direct: 'events.noticeDirect',
    });
  }
  await tellSilent(work, register, event, { revision, answered: [...all.keys()] });
}

/** Who was invited by mail and has not answered would go by a letter that is no longer true. */
async function tellSilent(
  work: Work,
  register: Register,
  event: Event,
  { revision, answered }: { readonly revision: string; readonly answered: readonly MemberId[] },
): Promise<void> {
  const { letters, clock } = work.services;
  const network = work.network.id;
  if (invitedAt(event, work.network.zone) > (event.cancelled?.at ?? clock.now())) return;
  const known = new Set(answered.map((who) => mainOf(register, who)));
  for (const { person } of invitedPeople(register, event, atNow(work))) {
    const to = memberIdOf(person);
    if (known.has(mainOf(register, to)) || !getsMail(register, to, 'events')) continue;
    await letters.send({
      ...{ id: `${event.id}-told-${revision}-${to}`, network, to, subject: `${event.id}|${revision}` },
      drawing: event.state === 'cancelled' ? 'events.cancelled' : 'events.changed',
      ...{ topic: 'events', urgency: 'due' },
    });
  }
}

async function tellThread(work: Work, event: Event, subject: string): Promise<void> {
  const { services, network } = work;
  const about =
    event.state === 'cancelled'
      ? { id: `${event.id}-cancelled`, drawing: 'events.cancelled', subject: event.id }
      : { id: `${event.id}-changed-${subject.split('|')[1]}`, drawing: 'events.changed', subject };
  await postInThread(work, event, about);
  await services.posts.refresh(network.id, event.post);
}

/** Who comes, may come, or was invited from outside and has not answered. */
const concerns = (of: Registration): boolean =>
  isComing(of) || of.attendance === 'maybe' || of.attendance === undefined;

/** Whether anyone has answered an event, or what meets before it: then it can't be taken back. */
export async function isAnswered(work: Work, id: ActivityId): Promise<boolean> {
  return isAnsweredAny(work, [{ id }, ...(await preMeetingsOf(work, id)).filter(isOpen)]);
}

async function isAnsweredAny(work: Work, some: readonly Pick<Event, 'id'>[]): Promise<boolean> {
  const all = await Promise.all(some.map(({ id }) => registrationsOf(work, id)));
  return all.some((found) => [...found.values()].some(({ attendance }) => attendance !== undefined));
}

/** Takes an event back that nobody has answered, or throws a draft away, with what meets before it: the cards go. */
export async function undoEvent(visit: Visit, id: ActivityId): Promise<Event> {
  await asCoordinator(visit);
  const before = await eventNow(visit, id);
  const all = [before, ...(await preMeetingsOf(visit, id)).filter(isOpen)];
  const hasAnswers = await isAnswered(visit, id);
  for (const { id: one } of all) await followedLater(visit, one);
  let undone = before;
  for (const { id: one } of all) {
    const after = await changeEvent(visit, one, (of) => (one === id || isOpen(of) ? undo(of, hasAnswers) : of));
    if (one === id) undone = after;
  }
  if (all.some(({ state }) => state === 'published') && (await isAnsweredAny(visit, all))) {
    // An answer that was on its way while the event was taken back was promised to hold: the event goes on.
    for (const { id: one, state } of all)
      await changeFollowed(visit, one, (of) => (of.state === 'undone' ? { ...of, state } : of));
    throw new Refusal(text.hasAnswers);
  }
  for (const { id: one, state } of all)
    if (state === 'published') await visit.services.followEvent(visit.network.id, one);
  await audit(visit, 'events.undo', id);
  for (const { post } of all) await visit.services.posts.remove(visit.network.id, post);
  return undone;
}

/** Switches reminders on and off. What is due already has gone. */
export async function setReminders(visit: Visit, id: ActivityId, on: readonly ReminderKind[]): Promise<Event> {
  await asCoordinator(visit);
  const event = await changeEvent(visit, id, (of) => withReminders(of, on));
  if (event.state === 'published') await scheduleReminders(visit, event);
  await audit(visit, 'events.reminders', id);
  return event;
}

/** The public page's link opens nothing any more, and a new one does. */
export async function renewPublicLink(visit: Visit, id: ActivityId): Promise<Event> {
  await asCoordinator(visit);
  const event = await changeEvent(visit, id, (of) => ({ ...of, publicRound: of.publicRound + 1 }));
  await audit(visit, 'events.renewLink', id);
  return event;
}

/** Posts the invitation again when it is unknown whether it reached the channel, or it failed. */
export async function repostEvent(visit: Visit, id: ActivityId): Promise<Event> {
  await asCoordinator(visit);
  const event = await eventNow(visit, id);
  await visit.services.posts.again(visit.network.id, event.post);
  await audit(visit, 'events.repost', id);
  return event;
}

// ── Afterwards ─────────────────────────────────────────────────────────────────────────────────

/** Slides or a recording come into the material bank and the event's thread. The same request adds once. */
export async function addMaterial(
  visit: Visit,
  id: ActivityId,
  { title, url, type, requestId }: { title: string; url: string; type: Material['type']; requestId: string },
): Promise<Event> {
  await asCoordinator(visit);
  const event = await eventNow(visit, id);
  if (event.state !== 'published') throw new Refusal(text.notYetOut);
  const { store, clock } = visit.services;
  const item = activityId.parse(`m${shortHash(visit.actor.person, requestId)}`);
  const addedAt = event.materials.find((one) => one.id === item)?.addedAt ?? clock.now();
  const read = materials.schema.safeParse({
    ...{ id: item, title: title.trim(), summary: '', type, links: [{ url: url.trim() }], files: [], terms: [] },
    ...{ targetGroups: [], audience: { to: 'members' }, state: 'published', posts: [] },
    ...{ event: { id, title: event.title }, addedAt, addedBy: visit.actor.person, changedAt: addedAt },
  });
  if (!read.success) throw new Refusal(text.badMaterial, {}, [{ field: 'url', row: text.badMaterial }]);
  const changed = await changeEvent(visit, id, (of) =>
    of.materials.some((one) => one.id === item) ? of : { ...of, materials: [...of.materials, { id: item, addedAt }] },
  );
  try {
    await store.insert(visit.scope, materials, item, read.data);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  await postInThread(visit, event, {
    ...{ id: `${id}-material-${item}`, drawing: 'events.material', subject: `${id}|${item}` },
  });
  await audit(visit, 'events.material', id);
  return changed;
}

// ── Finding ────────────────────────────────────────────────────────────────────────────────────

/** Published events that are not over, the next one first; about a second old. */
export async function comingEvents(work: Work): Promise<readonly Event[]> {
  const now = work.services.clock.now();
  return (await recentEvents(work)).filter((of) => ['upcoming', 'closed', 'ongoing'].includes(phaseOf(of, now)));
}
