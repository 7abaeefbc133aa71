/** Events, answers and the ledger of places in the store: found, changed, shown as they were a moment ago, and places asked for by all who answer at the same moment in one write. */
import { type Instant, MINUTE, plus, SECOND, toInstant } from '../../core/clock.ts';
import { type ActivityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import type { MemberId } from '../../core/network.ts';
import type { Store, Stored } from '../../core/ports.ts';
import { keptIn, noteWritten, type Recent, recently, unread } from '../../core/recent.ts';
import { Refusal } from '../../core/refusal.ts';
import { identitiesOf, type Register } from '../../core/register.ts';
import { activityScope, type Scope } from '../../core/scope.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { type Event, events } from './event.ts';
import { hasLeft } from './people.ts';
import { isComing, latestFirst, type Registration, registrations, wantedPlace, withoutNeeds } from './registration.ts';
import {
  type Capacity,
  emptyLedger,
  follow,
  LEDGER,
  type Ledger,
  ledgers,
  PLACES,
  type Standing,
  standingOf,
  withCapacity,
} from './seats.ts';
import { text } from './text.ts';

// ── Headers ────────────────────────────────────────────────────────────────────────────────────

/** Undefined when there is none: for jobs and drawings. */
export async function findEvent(work: Work, id: ActivityId): Promise<Event | undefined> {
  return (await work.services.store.get(work.scope, events, id))?.value;
}

/** The event as it is stored now. Refuses an id that is not an event of this network. */
export async function eventNow(work: Work, id: ActivityId): Promise<Event> {
  const found = await findEvent(work, id);
  if (!found) throw new Refusal(text.unknownEvent);
  return found;
}

/** Changes the header. `change` may run several times. Refuses an id that is not an event of this network. */
export async function changeEvent(work: Work, id: ActivityId, change: (of: Event) => Event): Promise<Event> {
  const { store } = work.services;
  const stored = await update({ store, scope: work.scope, kind: events, id }, (of) => {
    if (!of) throw new Refusal(text.unknownEvent);
    return change(of);
  });
  if (!stored) throw new Refusal(text.unknownEvent);
  noteWritten(eventsIn(work), id, stored.value);
  return stored.value;
}

/** Refuses as the store does when there is one with this id. */
export async function insertEvent(work: Work, made: Event): Promise<void> {
  await work.services.store.insert(work.scope, events, made.id, made);
  noteWritten(eventsIn(work), made.id, made);
}

/** All events of the network, drafts too, the earliest first. */
export async function allEvents(work: Work): Promise<readonly Event[]> {
  return inOrder((await listAll(work.services.store, work.scope, events)).map(({ value }) => value));
}

/** The same about a second old, for what is shown; own writes of this process are in it. */
export async function recentEvents(work: Work): Promise<readonly Event[]> {
  const { store, clock } = work.services;
  const read = async () => (await listAll(store, work.scope, events)).map(({ value }) => [value.id, value] as const);
  return inOrder([...(await recently(eventsIn(work), clock, read)).values()]);
}

const inOrder = (of: Event[]): Event[] => of.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));

// ── Answers ────────────────────────────────────────────────────────────────────────────────────

const answersOf = (work: Work, event: ActivityId): Scope => activityScope(work.scope, event);

/** Everyone's registration, by the id of its document. */
export async function registrationsOf(work: Work, event: ActivityId): Promise<ReadonlyMap<MemberId, Registration>> {
  const all = await listAll(work.services.store, answersOf(work, event), registrations);
  return new Map(all.map(({ id, value }) => [id as MemberId, value]));
}

export const registrationOf = (
  work: Work,
  event: ActivityId,
  who: MemberId,
): Promise<Stored<Registration> | undefined> => work.services.store.get(answersOf(work, event), registrations, who);

/** A person's registration by whichever identity they answered; where none has, the id that it would have. */
export async function ownRegistration(
  work: Work,
  event: ActivityId,
  person: PersonKey,
  register: Register,
): Promise<{ readonly who: MemberId; readonly registration?: Registration; readonly stored?: Stored<Registration> }> {
  const ids = identitiesOf(register, objectIdOf(person));
  const found = await Promise.all(ids.map(async (who) => ({ who, stored: await registrationOf(work, event, who) })));
  const [own] = found
    .flatMap(({ who, stored }) => (stored ? [{ who, registration: stored.value, stored }] : []))
    .sort((a, b) => latestFirst(a.registration, b.registration));
  return own ?? { who: objectIdOf(person) as MemberId };
}

/** Changes one registration. `change` may run several times; returning what it was given writes nothing. `known`: as it was just read. */
export async function changeRegistration(
  work: Work,
  event: ActivityId,
  who: MemberId,
  change: (of: Registration | undefined) => Registration | undefined,
  known?: Stored<Registration> | 'none',
): Promise<Stored<Registration> | undefined> {
  const { store } = work.services;
  const stored = await update({ store, scope: answersOf(work, event), kind: registrations, id: who, known }, change);
  if (stored) noteWritten(sayingsIn(work, event), who, sayingOf(stored.value));
  return stored;
}

export async function removeRegistration(work: Work, event: ActivityId, who: MemberId): Promise<boolean> {
  const isRemoved = await work.services.store.remove(answersOf(work, event), registrations, who);
  noteWritten(sayingsIn(work, event), who, undefined);
  return isRemoved;
}

/** What a registration tells everyone's numbers: needs and answers stay where they are. */
export type Saying = Pick<
  Registration,
  'person' | 'attendance' | 'isUnconfirmed' | 'registeredBy' | 'nameWords' | 'answeredAt' | 'createdAt' | 'came'
>;

function sayingOf(of: Registration): Saying {
  const { person, attendance, isUnconfirmed, registeredBy, nameWords, answeredAt, createdAt, came } = of;
  return { person, attendance, isUnconfirmed, registeredBy, nameWords, answeredAt, createdAt, came };
}

/** What everyone has said, about a second old, for what is shown; own writes of this process are in it. */
export async function recentSayings(work: Work, event: ActivityId): Promise<ReadonlyMap<MemberId, Saying>> {
  const read = async () => [...(await registrationsOf(work, event))].map(([who, of]) => [who, sayingOf(of)] as const);
  const found = await recently(sayingsIn(work, event), work.services.clock, read);
  return found as ReadonlyMap<MemberId, Saying>;
}

// ── Places ─────────────────────────────────────────────────────────────────────────────────────

export async function ledgerOf(work: Work, event: Pick<Event, 'id' | 'capacity'>): Promise<Ledger> {
  const found = await work.services.store.get(answersOf(work, event.id), ledgers, LEDGER);
  return found?.value ?? emptyLedger(event.capacity);
}

/** The same about a second old, for what is shown; own writes of this process are in it. */
export async function recentLedger(work: Work, event: Pick<Event, 'id' | 'capacity'>): Promise<Ledger> {
  const read = async () => [[LEDGER, await ledgerOf(work, event)] as const];
  const found = await recently(ledgerIn(work, event.id), work.services.clock, read);
  return found.get(LEDGER) ?? emptyLedger(event.capacity);
}

/** Changes the ledger, and sees to it that those who have news are told. */
export async function changeLedger(
  work: Work,
  event: Pick<Event, 'id' | 'capacity'>,
  change: (of: Ledger) => Ledger,
): Promise<Ledger> {
  const { store, jobs, clock } = work.services;
  const stored = await update({ store, scope: answersOf(work, event.id), kind: ledgers, id: LEDGER }, (of) => {
    const before = of ?? emptyLedger(event.capacity);
    const after = change(before);
    return of !== undefined && after === before ? of : after;
  });
  const ledger = stored?.value ?? emptyLedger(event.capacity);
  noteWritten(ledgerIn(work, event.id), LEDGER, ledger);
  if (ledger.entries.some(({ news }) => news !== undefined))
    await jobs.schedule({
      ...{ kind: 'events.news', network: work.network.id, key: `${event.id}|${ledger.next}`, due: clock.now() },
    });
  return ledger;
}

/** Someone whose place is to follow their registration; `known`: as it was just written. */
interface Request {
  readonly who: MemberId;
  readonly known: Stored<Registration> | undefined;
  readonly done: PromiseWithResolvers<Ledger>;
}

interface Memory {
  /** Requests for places of an event that wait for the write under way; there only as long as one is. */
  readonly lanes: Map<string, { readonly waiting: Request[] }>;
  /** The last minute for which healing was scheduled, by event. */
  readonly healing: Map<string, Instant>;
  /** Of networks, and of events, as they were a moment ago. */
  readonly events: Map<string, Recent<Event>>;
  readonly sayings: Map<string, Recent<Saying>>;
  readonly ledgers: Map<string, Recent<Ledger>>;
}
const memories = new WeakMap<Store, Memory>();
const fresh = (): Memory => ({
  ...{ lanes: new Map(), healing: new Map() },
  ...{ events: new Map(), sayings: new Map(), ledgers: new Map() },
});

/** Of so many networks and events what is shown is kept in memory at the same time. */
const MOST_NETWORKS = 50;
const MOST_SAYINGS = 100;
const MOST_LEDGERS = 200;

function memoryOf({ services }: Work): Memory {
  const known = memories.get(services.store) ?? fresh();
  memories.set(services.store, known);
  return known;
}

const keyOf = (work: Work, event: ActivityId): string => `${work.network.id} ${event}`;

const eventsIn = (work: Work): Recent<Event> =>
  keptIn(memoryOf(work).events, work.network.id, MOST_NETWORKS, () => unread<Event>());
const sayingsIn = (work: Work, event: ActivityId): Recent<Saying> =>
  keptIn(memoryOf(work).sayings, keyOf(work, event), MOST_SAYINGS, () => unread<Saying>());
/** The turn of whoever asks next never falls. */
const ledgerIn = (work: Work, event: ActivityId): Recent<Ledger> =>
  keptIn(memoryOf(work).ledgers, keyOf(work, event), MOST_LEDGERS, () =>
    unread<Ledger>((of, than) => of.next < than.next),
  );

/** Nothing of the event stays in memory of those who were on its list. */
export function forgetEvent(work: Work, event: ActivityId): void {
  const { events: headers, sayings, ledgers: places } = memoryOf(work);
  headers.delete(work.network.id);
  sayings.delete(keyOf(work, event));
  places.delete(keyOf(work, event));
}

/**
 * Makes someone's place follow their registration, and says how they stand then. All who ask at the same moment are in one write of the
 * ledger, in the order in which they asked. A registration that was changed meanwhile is followed again, so the last one holds.
 */
export async function followRegistration(
  work: Work,
  event: Pick<Event, 'id' | 'capacity'>,
  who: MemberId,
  written?: Stored<Registration>,
): Promise<Standing> {
  let known = written ?? (await registrationOf(work, event.id, who));
  for (;;) {
    const ledger = await queued(work, event, { who, known, done: Promise.withResolvers<Ledger>() });
    const now = await registrationOf(work, event.id, who);
    if (now?.version === known?.version) return standingOf(ledger, who);
    known = now;
  }
}

function queued(work: Work, event: Pick<Event, 'id' | 'capacity'>, request: Request): Promise<Ledger> {
  const { lanes } = memoryOf(work);
  const key = keyOf(work, event.id);
  const lane = lanes.get(key);
  if (lane) lane.waiting.push(request);
  else {
    const begun = { waiting: [request] };
    lanes.set(key, begun);
    void write(work, event, begun, () => lanes.delete(key));
  }
  return request.done.promise;
}

async function write(
  work: Work,
  event: Pick<Event, 'id' | 'capacity'>,
  lane: { readonly waiting: Request[] },
  ends: () => void,
): Promise<void> {
  while (lane.waiting.length > 0) {
    const some = lane.waiting.splice(0);
    const wishes = some.map(({ who, known }) => ({ who, wants: wantedPlace(known?.value) }));
    try {
      const ledger = await changeLedger(work, event, (of) => follow(of, wishes));
      for (const { done } of some) done.resolve(ledger);
    } catch (error) {
      for (const { done } of some) done.reject(error);
    }
  }
  ends(); // in the same moment in which nobody was found waiting: who comes next must find no lane that nobody serves
}

// ── Healing ────────────────────────────────────────────────────────────────────────────────────

/** After the minute in which something was begun, in milliseconds: longer than any request takes. */
const HEAL_AFTER = 20 * SECOND;
/** What was answered so long before a healing is looked after by it. In milliseconds. */
export const HEALED = MINUTE + HEAL_AFTER;

/**
 * Call it before an answer is written: should the process die before the ledger has followed, a job makes it follow. One a minute and event
 * is enough, and all instances name it alike.
 */
export async function healSoon(work: Work, event: ActivityId): Promise<void> {
  const { jobs, clock } = work.services;
  const minute = toInstant(Math.ceil((Date.parse(clock.now()) + 1) / MINUTE) * MINUTE);
  const { healing } = memoryOf(work);
  const key = keyOf(work, event);
  if (healing.get(key) === minute) return;
  await jobs.schedule({ kind: 'events.heal', network: work.network.id, key: event, due: plus(minute, HEAL_AFTER) });
  if (healing.size > MOST_HEALING) healing.clear();
  healing.set(key, minute);
}
const MOST_HEALING = 1000;

/** The job: whoever's place differs from what their registration asks for is looked at again, and so is the number of places; news that nobody has told is told, and the card redrawn. */
export async function heal(work: Work, id: ActivityId, register: Register): Promise<void> {
  const before = await findEvent(work, id);
  if (!before || before.state === 'draft') return;
  const [all, ledger] = await Promise.all([registrationsOf(work, id), ledgerOf(work, before)]);
  const event = await eventNow(work, id); // read after the ledger: what it says of places then is newer
  const entries = new Map(ledger.entries.map((one) => [one.who, one]));
  await mergeIdentities(work, event, all, register);
  await freeLeft(work, event, register);
  for (const who of new Set([...all.keys(), ...entries.keys()])) {
    const entry = entries.get(who);
    const has = entry?.waits?.place ?? entry?.holds?.place;
    if (has !== wantedPlace(all.get(who))) await followRegistration(work, event, who);
  }
  const isLeftBehind = (of: Ledger): boolean =>
    isSameCapacity(of.capacity, ledger.capacity) && !isSameCapacity(of.capacity, event.capacity);
  await changeLedger(work, event, (of) => (isLeftBehind(of) ? withCapacity(of, event.capacity, false) : of));
  if (event.state === 'published') work.services.posts.refreshSoon(work.network.id, event.post);
}

const isSameCapacity = (a: Capacity, b: Capacity): boolean => PLACES.every((place) => a[place] === b[place]);

/**
 * Who has left the network comes no more: their place goes to the next in line, as if they had said so. Looked for at night and whenever an event
 * is healed, not at the moment of leaving: Teams tells of that only where the app is, and not always. Who comes back registers again.
 */
export async function freeLeft(work: Work, event: Event, register: Register): Promise<void> {
  if (event.state !== 'published' || work.services.clock.now() >= event.startsAt) return;
  const isOver = (of: Registration): boolean => isComing(of) && of.came === undefined;
  for (const [who, own] of await registrationsOf(work, event.id)) {
    if (!isOver(own) || !hasLeft(register, who)) continue;
    await healSoon(work, event.id);
    const kept = await changeRegistration(work, event.id, who, (of) =>
      of && isOver(of) ? { ...withoutNeeds(of), attendance: 'no', revision: of.revision + 1 } : of,
    );
    await followRegistration(work, event, who, kept);
    work.services.posts.refreshSoon(work.network.id, event.post);
  }
}

/** Two identities that became one person keep the answer that came last: one human being has one place. */
async function mergeIdentities(
  work: Work,
  event: Event,
  all: ReadonlyMap<MemberId, Registration>,
  register: Register,
): Promise<void> {
  for (const [who, own] of all) {
    const others = identitiesOf(register, who).flatMap((id) => (id === who ? [] : (all.get(id) ?? [])));
    const isOlder = others.some((other) => latestFirst(other, own) < 0);
    if (!isOlder || wantedPlace(own) === undefined) continue;
    const kept = await changeRegistration(work, event.id, who, (of) => of && { ...withoutNeeds(of), attendance: 'no' });
    await followRegistration(work, event, who, kept);
  }
}
