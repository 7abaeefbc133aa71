/** Reminders of events: by the clock and by a coordinator's hand, each person once, by the one way that reaches them. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { between, HOUR, type Instant, plus, SECOND } from '../../core/clock.ts';
import { type ActivityId, postId } from '../../core/ids.ts';
import { type MemberId, memberIdOf } from '../../core/network.ts';
import { notify, type Reach, reachesOf } from '../../core/notify.ts';
import { Refusal } from '../../core/refusal.ts';
import { mainOf, type Register, registerNow, registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import type { ReminderView } from './contract.ts';
import { type Event, isInRoom, isOnline, type ReminderEntry, type ReminderKind, reminderKind } from './event.ts';
import { changeEvent, eventNow, findEvent, ledgerOf, registrationsOf } from './memory.ts';
import { atNow, postInThread, shortHash } from './operations.ts';
import { invitedPeople, registrantsOf } from './people.ts';
import type { Registration } from './registration.ts';
import type { ReminderNumbers } from './reminder-cards.ts';
import { text as words } from './reminder-text.ts';
import { isAhead, isStillMeant, kindOfReminder, LATEST, remindersDue } from './schedule.ts';
import { countOf, type Ledger, type Standing, standingOf } from './seats.ts';
import { text } from './text.ts';

/** The job of a coordinator's reminder does something only if their request was cut off. In milliseconds. */
const SAFETY_NET = 10 * SECOND;
/** An event that is moved has other reminders: so soon after the same kind went out, another is in vain. An hour before is told for every beginning. In milliseconds. */
const APART: Readonly<Record<ReminderKind, number>> = { week: 24 * HOUR, day: 12 * HOUR, hour: 0, nudge: 24 * HOUR };

// ── Who ────────────────────────────────────────────────────────────────────────────────────────

/**
 * Whom a reminder is for, each human being once, by the id of their registration or of themselves. A week and a day before: those with a place
 * and those who wait for one, so that who can't come after all makes room. A day before also who said maybe: it is the last moment to settle it.
 * An hour before: only who has a place. Before the registration ends: members for whom it is and invited outsiders who have said nothing at all.
 */
async function recipientsOf(
  work: Work,
  of: Event,
  kind: ReminderKind,
  register: Register,
): Promise<readonly MemberId[]> {
  const [all, ledger] = await Promise.all([registrationsOf(work, of.id), ledgerOf(work, of)]);
  const people = registrantsOf(register, all, work.channelT);
  if (kind !== 'nudge')
    return people
      .filter(({ who, registration }) => isRemindedOf(kind, registration, standingOf(ledger, who)))
      .map(({ who }) => who);
  const known = new Set(people.map(({ who }) => mainOf(register, who)));
  const silent = people.filter(({ registration }) => registration.attendance === undefined).map(({ who }) => who);
  const invited = invitedPeople(register, of, atNow(work)).map(({ person }) => memberIdOf(person));
  return [...silent, ...invited.filter((who) => !known.has(mainOf(register, who)))];
}

function isRemindedOf(
  kind: ReminderKind,
  { attendance }: Pick<Registration, 'attendance'>,
  { holds, waitsFor }: Standing,
): boolean {
  if (kind === 'nudge') return attendance === undefined;
  if (holds !== undefined) return true;
  if (kind === 'hour') return false;
  return waitsFor !== undefined || (kind === 'day' && attendance === 'maybe');
}

/** A reminder on its way to someone, as far as it is still right: the event has not been moved or begun, and it still concerns them. For drawings; `subject` as theirs. */
export async function reminderNow(
  work: Work,
  subject: string,
): Promise<{ readonly event: Event; readonly reminder: string; readonly kind: ReminderKind } | undefined> {
  const [id = '', reminder = '', who] = subject.split('|');
  const event = await findEvent(work, id as ActivityId);
  const kind = kindOfReminder(reminder);
  const { zone, now } = atNow(work);
  if (!event || !isAhead(event, kind, now) || !isStillMeant(event, reminder, zone)) return undefined;
  if (who !== undefined && !(await concerns(work, event, kind, who as MemberId))) return undefined;
  return { event, reminder, kind };
}

async function concerns(work: Work, of: Event, kind: ReminderKind, who: MemberId): Promise<boolean> {
  const register = await registerOf(work);
  const main = mainOf(register, who);
  return (await recipientsOf(work, of, kind, register)).some((one) => mainOf(register, one) === main);
}

/** What the thread reads beside the time. */
export async function reminderNumbers(work: Work, of: Event): Promise<ReminderNumbers> {
  const [ledger, silent] = await Promise.all([
    ledgerOf(work, of),
    recipientsOf(work, of, 'nudge', await registerOf(work)),
  ]);
  return { ...placesOf(of, ledger), silent: silent.length };
}

function placesOf(of: Event, ledger: Ledger): Omit<ReminderNumbers, 'silent'> {
  const [room, online] = [countOf(ledger, 'room'), countOf(ledger, 'online')];
  return {
    ...(isInRoom(of) ? { room: room.taken } : {}),
    ...(isOnline(of) ? { online: online.taken } : {}),
    waiting: room.waiting + online.waiting,
  };
}

// ── By the clock ───────────────────────────────────────────────────────────────────────────────

/**
 * The job of a reminder; key: `event|reminder`. It looks at how things are now: of an event that was moved, cancelled or has begun, and of a kind
 * that was switched off, nothing goes out; what comes too late is noted as skipped. Run again after it was cut off anywhere, it sends what is
 * missing and nothing twice.
 */
export async function remind(work: Work, key: string): Promise<void> {
  const [id = '', reminder = ''] = key.split('|');
  const event = await findEvent(work, id as ActivityId);
  const entry = event?.reminded.find((one) => one.id === reminder);
  if (!event || (entry && entry.state !== 'sending')) return;
  const { zone, now } = atNow(work);
  const kind = kindOfReminder(reminder);
  const due = entry?.by === undefined ? remindersDue(event, zone).find((one) => one.id === reminder)?.due : entry.at;
  const isTimely = due !== undefined && isAhead(event, kind, now) && between(due, now) <= LATEST[kind];
  if (entry) {
    await (isTimely ? sendAll(work, event, entry) : settle(work, event, entry));
    return;
  }
  if (due === undefined || event.state !== 'published') return;
  if (!isTimely || isRepeated(event, kind, now)) {
    await note(work, event.id, { ...emptyEntry(reminder, kind, now), state: 'skipped' });
    work.services.log.info('events.reminder-skipped', { network: work.network.id, event: event.id, kind });
    return;
  }
  const begun = emptyEntry(reminder, kind, now);
  await sendAll(work, await note(work, event.id, begun), begun);
}

const emptyEntry = (id: string, kind: ReminderKind, at: Instant): ReminderEntry => ({
  ...{ id, kind, at, state: 'sending', direct: 0, mail: 0, others: 0, channel: false },
});

const isRepeated = (of: Event, kind: ReminderKind, now: Instant): boolean =>
  of.reminded.some(
    (one) => one.kind === kind && one.by === undefined && one.state === 'sent' && between(one.at, now) < APART[kind],
  );

/** Keeps what became of a reminder with its event; what has ended stays as it ended. */
const note = (work: Work, id: ActivityId, entry: ReminderEntry): Promise<Event> =>
  changeEvent(work, id, (of) => {
    const before = of.reminded.find((one) => one.id === entry.id);
    if (before === undefined) return { ...of, reminded: [...of.reminded, entry] };
    if (before.state !== 'sending' || entry.state === 'sending') return of;
    return { ...of, reminded: of.reminded.map((one) => (one === before ? entry : one)) };
  });

/** Each person by the one way that reaches them; the thread for who is reached by none, and always on the day before. Ids are of the reminder and the person, so nothing goes twice. */
async function sendAll(work: Work, of: Event, begun: ReminderEntry): Promise<Event> {
  const { id: reminder, kind } = begun;
  const register = await registerNow(work);
  const people = await recipientsOf(work, of, kind, register);
  const reached = { mail: 0, chat: 0, none: 0 } satisfies Record<Reach['by'], number>;
  for (const who of people) {
    const { by } = await notify(work, register, who, {
      ...{ id: noticeOf(of.id, reminder), subject: `${of.id}|${reminder}`, isReminder: true },
      ...{ letter: 'events.reminder', direct: 'events.reminderDirect' },
      topic: 'events',
      // “Tomorrow” and “in an hour” can't wait for the morning.
      urgency: kind === 'day' || kind === 'hour' ? 'due' : 'nudge',
    });
    reached[by]++;
  }
  const isMeant = begun.by === undefined ? people.length > 0 && (kind === 'day' || reached.none > 0) : begun.channel;
  const post = { id: channelPostOf(of.id, reminder), drawing: 'events.reminder', subject: `${of.id}|${reminder}` };
  const channel = isMeant && (await postInThread(work, of, post));
  const counts = { direct: reached.chat, mail: reached.mail, others: reached.none };
  return note(work, of.id, { ...begun, ...counts, channel, state: people.length > 0 ? 'sent' : 'nobody' });
}

const noticeOf = (event: ActivityId, reminder: string): string => `${event}-remind-${reminder}`;
const channelPostOf = (event: ActivityId, reminder: string) => postId.parse(noticeOf(event, reminder));

/** A reminder that was cut off and can't go on ends with what had gone out by then. */
async function settle(work: Work, of: Event, begun: ReminderEntry): Promise<void> {
  const { services, network } = work;
  const { id: reminder } = begun;
  const letters = await services.letters.statuses(network.id, `${of.id}|${reminder}`);
  const invited = invitedPeople(await registerOf(work), of, atNow(work)).map(({ person }) => memberIdOf(person));
  let direct = 0;
  for (const who of new Set([...(await registrationsOf(work, of.id)).keys(), ...invited])) {
    if (await services.posts.status(network.id, postId.parse(`${noticeOf(of.id, reminder)}-${who}`))) direct++;
  }
  const channel = (await services.posts.status(network.id, channelPostOf(of.id, reminder))) !== undefined;
  const isSome = letters.length + direct > 0 || channel;
  const counts = { mail: letters.length, direct, channel };
  await note(work, of.id, { ...begun, ...counts, state: isSome ? 'sent' : 'skipped' });
}

// ── By hand ────────────────────────────────────────────────────────────────────────────────────

/** How many a reminder would reach now, and by what; `others`: by nothing but the thread. */
export interface Whom extends ReminderNumbers {
  readonly people: number;
  readonly direct: number;
  readonly mail: number;
  readonly others: number;
}

/** Whom a reminder would reach now. Refuses when there is nothing to be reminded of any more. */
export async function whomToRemind(visit: Visit, of: Event, kind: ReminderKind): Promise<Whom> {
  await asCoordinator(visit);
  requireAhead(of, kind, visit.services.clock.now());
  const register = await registerOf(visit);
  const people = await recipientsOf(visit, of, kind, register);
  const reached = { mail: 0, chat: 0, none: 0 } satisfies Record<Reach['by'], number>;
  for (const by of await reachesOf(visit, register, people, 'events')) reached[by]++;
  return {
    ...{ people: people.length, direct: reached.chat, mail: reached.mail, others: reached.none },
    ...(await reminderNumbers(visit, of)),
  };
}

function requireAhead(of: Event, kind: ReminderKind, now: Instant): void {
  const { title } = of;
  if (of.state === 'cancelled') throw new Refusal(text.isCancelled, { title });
  if (of.state !== 'published') throw new Refusal(words.notOut);
  if (now >= of.startsAt) throw new Refusal(words.hasBegun, { title });
  if (!isAhead(of, kind, now)) throw new Refusal(words.registrationOver);
}

/** Reminds now. The same `form` reminds once; what goes out is kept with the event. Refuses when there is nobody, or no way to reach anybody. */
export async function remindNow(
  visit: Visit,
  id: ActivityId,
  kind: ReminderKind,
  { form, channel }: { readonly form: string; readonly channel: boolean },
): Promise<Event> {
  const { jobs, clock } = visit.services;
  const { person } = visit.actor;
  const reminder = `${kind}-by-${shortHash(person, form)}`;
  await asCoordinator(visit);
  const event = await eventNow(visit, id);
  const earlier = event.reminded.find((one) => one.id === reminder);
  if (earlier && earlier.state !== 'sending') return event;
  const now = clock.now();
  const entry: ReminderEntry = earlier ?? { ...emptyEntry(reminder, kind, now), by: person, channel };
  const whom = await whomToRemind(visit, event, kind);
  if (!earlier && whom.people === 0) throw new Refusal(text.nobodyToRemind);
  if (!earlier && whom.direct + whom.mail === 0 && !channel) throw new Refusal(words.onlyInChannel);
  await jobs.schedule({
    ...{ kind: 'events.remind', network: visit.network.id, key: `${id}|${reminder}`, due: plus(now, SAFETY_NET) },
  });
  const reminded = await sendAll(visit, await note(visit, id, entry), entry);
  await audit(visit, 'events.remind', id, entry.at);
  return reminded;
}

// ── Looking ────────────────────────────────────────────────────────────────────────────────────

/** Each kind of reminder: whether it is on, when it goes out by itself, and what has gone out. For coordinators. */
export function remindersView(of: Event, work: Work): ReminderView[] {
  const { zone, now } = atNow(work);
  const due = of.state === 'draft' ? remindersDue({ ...of, publishedAt: now }, zone) : remindersDue(of, zone);
  return reminderKind.options.map((kind): ReminderView => {
    const next = due.find((one) => one.kind === kind);
    const isToCome =
      isAhead({ ...of, state: of.state === 'draft' ? 'published' : of.state }, kind, now) &&
      next !== undefined &&
      next.due > now &&
      !of.reminded.some(({ id }) => id === next.id);
    return {
      ...{ kind, isOn: of.reminders.includes(kind), ...(isToCome ? { due: next.due } : {}) },
      sent: of.reminded
        .filter((one) => one.kind === kind)
        .map(({ at, state, direct, mail, others, channel, by }) => ({
          ...{ at, state, direct, mail, others, channel, isByHand: by !== undefined },
        })),
    };
  });
}
