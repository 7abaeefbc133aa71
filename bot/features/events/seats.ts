/** The ledger of an event's places: who holds one and who waits, in which order. One document an event, so that no place is given twice. */
import { z } from 'zod';
import { kind } from '../../core/kind.ts';
import { type MemberId, memberId } from '../../core/network.ts';

export const place = z.enum(['room', 'online']);
export type Place = z.infer<typeof place>;
export const PLACES = place.options;

/** More than anyone of these networks seats; a larger number is a mistake in typing. */
export const MOST_SEATS = 10_000;
const seats = z.number().int().min(0).max(MOST_SEATS);

/** Places of each kind; absent: as many as come. */
export const capacity = z.object({ room: seats.optional(), online: seats.optional() });
export type Capacity = z.infer<typeof capacity>;

/** A place, and the turn in which it was asked for. */
const claim = z.object({ place, turn: z.number().int().nonnegative() });

/** Someone with a place, in a waiting list, or both: who switches keeps the old place until the new one is free. */
export const seatEntry = z.object({
  /** The document of their registration: the identity that answered. */
  who: memberId,
  holds: claim.optional(),
  waits: claim.optional(),
  /** What has happened to them without their doing, and they have not been told yet. */
  news: z.enum(['promoted', 'moved']).optional(),
  /** The turn at which it happened: who is moved, promoted and moved again hears of it three times. */
  newsTurn: z.number().int().nonnegative().optional(),
});
export type SeatEntry = z.infer<typeof seatEntry>;

export const ledger = z.object({
  capacity,
  /** The turn of whoever asks next. Turns are never used again. */
  next: z.number().int().nonnegative(),
  entries: z.array(seatEntry),
});
export type Ledger = z.infer<typeof ledger>;

/** Of an event; id: `LEDGER`. */
export const ledgers = kind<Ledger>({ name: 'seats', container: 'responses', schema: ledger });
export const LEDGER = 'ledger';

export const emptyLedger = (of: Capacity): Ledger => ({ capacity: of, next: 1, entries: [] });

/** What someone wants now; undefined: no place at all. */
export interface Wish {
  readonly who: MemberId;
  readonly wants: Place | undefined;
}

/**
 * The ledger after these wishes, in their order. Wishing again what one has changes nothing. A place that frees up goes to whoever has
 * waited longest; of them only those who did not wish anything here have news.
 */
export function follow(of: Ledger, wishes: readonly Wish[]): Ledger {
  const entries = new Map(of.entries.map((one) => [one.who, one]));
  let { next } = of;
  let isChanged = false;
  for (const { who, wants } of wishes) {
    const before = entries.get(who);
    const after = wishing(before, { who, wants }, next);
    if (after === before) continue;
    isChanged = true;
    next++;
    if (after) entries.set(who, after);
    else entries.delete(who);
  }
  if (!isChanged) return of;
  return seated({ ...of, next, entries: [...entries.values()] }, new Set(wishes.map(({ who }) => who)));
}

function wishing(before: SeatEntry | undefined, { who, wants }: Wish, turn: number): SeatEntry | undefined {
  if (wants === undefined) return undefined;
  if (before?.holds?.place === wants) return before.waits === undefined ? before : { who, holds: before.holds };
  if (before?.waits?.place === wants) return before;
  return { who, ...(before?.holds ? { holds: before.holds } : {}), waits: { place: wants, turn } };
}

/** Another number of places. `moves`: those who came last lose theirs to the waiting list, and stand at its head; else nobody loses one, and none is given until fewer are taken. */
export function withCapacity(of: Ledger, to: Capacity, moves: boolean): Ledger {
  const kept = seated({ ...of, next: of.next + 1, capacity: to }, new Set()); // who moves to where there is more room loses nothing, and frees a place
  if (!moves) return kept;
  const losing = new Set(PLACES.flatMap((one) => over(kept, to, one)));
  const entries = kept.entries.map((one): SeatEntry => {
    if (!losing.has(one.who) || !one.holds) return one;
    return { who: one.who, waits: one.waits ?? one.holds, news: 'moved', newsTurn: kept.next };
  });
  return seated({ ...kept, entries }, new Set());
}

/** Those who came last of the ones that a smaller number has no place for. */
function over(of: Ledger, to: Capacity, wanted: Place): MemberId[] {
  const most = to[wanted];
  if (most === undefined) return [];
  return of.entries
    .filter(({ holds }) => holds?.place === wanted)
    .sort((a, b) => (a.holds?.turn ?? 0) - (b.holds?.turn ?? 0))
    .slice(most)
    .map(({ who }) => who);
}

/** How many more hold a place of this kind than there are with this capacity. */
export const excess = (of: Ledger, to: Capacity, wanted: Place): number => over(of, to, wanted).length;

/**
 * Gives free places to those who wait, in the order of their turns. Whoever thereby leaves another place frees that; and two who are next in
 * line for each other's place exchange them, or both would wait for ever.
 */
function seated(of: Ledger, asking: ReadonlySet<MemberId>): Ledger {
  const entries = new Map(of.entries.map((one) => [one.who, one]));
  const held = { room: heldIn(of, 'room'), online: heldIn(of, 'online') };
  const queues = { room: queueOf(of, 'room'), online: queueOf(of, 'online') };
  const most = (one: Place): number => of.capacity[one] ?? Number.POSITIVE_INFINITY;
  const seatNext = (one: Place): boolean => {
    const first = queues[one].shift();
    if (!first?.waits) return false;
    held[one]++;
    if (first.holds) held[first.holds.place]--;
    const isTold = asking.has(first.who);
    entries.set(first.who, {
      ...{ who: first.who, holds: first.waits },
      ...(isTold ? {} : { news: 'promoted' as const, newsTurn: of.next }),
    });
    return true;
  };
  const mayExchange = (): boolean =>
    PLACES.every((one) => held[one] <= most(one)) &&
    queues.room[0]?.holds?.place === 'online' &&
    queues.online[0]?.holds?.place === 'room';
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const one of PLACES) while (held[one] < most(one) && seatNext(one)) isMoving = true;
    if (!isMoving && mayExchange()) isMoving = seatNext('room') && seatNext('online');
  }
  return { ...of, entries: [...entries.values()] };
}

const queueOf = (of: Ledger, wanted: Place): SeatEntry[] =>
  of.entries.filter(({ waits }) => waits?.place === wanted).sort((a, b) => (a.waits?.turn ?? 0) - (b.waits?.turn ?? 0));

const heldIn = (of: Ledger, wanted: Place): number =>
  of.entries.reduce((count, { holds }) => count + Number(holds?.place === wanted), 0);

/** They have been told: news that came meanwhile stays. */
export function told(of: Ledger, news: readonly SeatEntry[]): Ledger {
  const known = new Map(news.map((one) => [one.who, one]));
  const isTold = (one: SeatEntry): boolean => {
    const before = known.get(one.who);
    return before !== undefined && one.news === before.news && turnOf(one) === turnOf(before);
  };
  if (!of.entries.some(isTold)) return of;
  return { ...of, entries: of.entries.map((one) => (isTold(one) ? withoutNews(one) : one)) };
}

const withoutNews = ({ news: _, newsTurn: _turn, ...one }: SeatEntry): SeatEntry => one;
/** Tells one piece of news about a person from another. */
export const turnOf = ({ newsTurn = 0 }: SeatEntry): number => newsTurn;

/** Someone else stands where this person stood. */
export const renamed = (of: Ledger, ids: readonly MemberId[], as: MemberId): Ledger => ({
  ...of,
  entries: of.entries.map((one) => (ids.includes(one.who) ? { ...one, who: as } : one)),
});

// ── Looking ────────────────────────────────────────────────────────────────────────────────────

/** How someone stands: `position` in the waiting list counts from 1. */
export interface Standing {
  readonly holds?: Place;
  readonly waitsFor?: Place;
  readonly position?: number;
}

export function standingOf(of: Ledger, who: MemberId): Standing {
  const own = of.entries.find((one) => one.who === who);
  const { holds, waits } = own ?? {};
  if (!waits) return holds ? { holds: holds.place } : {};
  const ahead = of.entries.filter((one) => one.waits?.place === waits.place && one.waits.turn < waits.turn);
  return { ...(holds ? { holds: holds.place } : {}), waitsFor: waits.place, position: ahead.length + 1 };
}

/** How many of each kind are taken, are free (absent: no limit), and how many wait. */
export interface PlaceCount {
  readonly taken: number;
  readonly waiting: number;
  readonly capacity?: number;
  readonly free?: number;
}

export function countOf(of: Ledger, wanted: Place): PlaceCount {
  const taken = heldIn(of, wanted);
  const waiting = of.entries.filter(({ waits }) => waits?.place === wanted).length;
  const most = of.capacity[wanted];
  return { taken, waiting, ...(most === undefined ? {} : { capacity: most, free: Math.max(0, most - taken) }) };
}

/** Those who wait for a place, first in line first. */
export const waitingFor = (of: Ledger, wanted: Place): MemberId[] => queueOf(of, wanted).map(({ who }) => who);
