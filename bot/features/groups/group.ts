/** Groups of a network: who sits where and for which term, as state in, state out. */
import { z } from 'zod';
import { type Instant, plusDays } from '../../core/clock.ts';
import { type MemberId, memberId } from '../../core/network.ts';
import { type Group, type Names, type Seat, seat } from '../../core/organisation.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { text } from './text.ts';

/** Terms that end within so many days are shown to coordinators. */
export const ENDS_SOON = 60;
export const MOST_GROUPS = 100;
export const MOST_SEATS = 500;
export const LONGEST_NAME = 120;

/** A group's names as typed; an empty one is none. */
export const namesDraft = z.object({
  fi: z.string().default(''),
  sv: z.string().default(''),
  en: z.string().default(''),
});
export type NamesDraft = z.infer<typeof namesDraft>;

/** A seat as typed. Dates as yyyy-MM-dd; empty is none. Field names are the inputs' ids. */
export const seatDraft = z.object({
  /** Id of the member. */
  member: z.string().default(''),
  role: z.string().default('member'),
  /** Id of the area; empty for the whole network. */
  area: z.string().default(''),
  /** Id of their personal substitute. */
  substitute: z.string().default(''),
  from: z.string().default(''),
  to: z.string().default(''),
});
export type SeatDraft = z.infer<typeof seatDraft>;

// ── Groups ─────────────────────────────────────────────────────────────────────────────────────

/** `taken`: names of the network's other groups. Throws a Refusal that names every problem. */
export function readNames(draft: NamesDraft, taken: readonly string[]): Names {
  const typed = (['fi', 'sv', 'en'] as const).map((locale) => [locale, draft[locale].trim()] as const);
  const given = typed.filter(([, name]) => name !== '');
  const known = new Set(taken.map((name) => name.toLowerCase()));
  const problems: Problem[] = given.length === 0 ? [{ field: 'fi', row: text.noName }] : [];
  for (const [field, name] of given) {
    if (name.length > LONGEST_NAME) problems.push({ field, row: text.longName, params: { n: LONGEST_NAME } });
    if (known.has(name.toLowerCase())) problems.push({ field, row: text.nameTaken, params: { name } });
  }
  refuseAny(problems);
  return Object.fromEntries(given);
}

export const newGroup = (id: string, names: Names, now: Instant): Group => ({ id, names, seats: [], createdAt: now });

// ── Seats ──────────────────────────────────────────────────────────────────────────────────────

export interface Known {
  /** Id of the main identity. */
  readonly id: MemberId;
  readonly name: string;
  readonly isCurrent: boolean;
}

export interface SeatFrame {
  /** Undefined: not in the register. */
  person(id: string): Known | undefined;
  /** Ids of the network's areas. */
  readonly areas: readonly string[];
}

/**
 * The group with the seat as typed, new or in place of the one with that id. Throws a Refusal that names every problem: unknown or
 * departed people, a substitute who is the member, an end before the start, a second seat of one person at the same time.
 */
export function putSeat(of: Group, id: string, draft: SeatDraft, frame: SeatFrame): Group {
  const before = of.seats.find((one) => one.id === id);
  if (!before && of.seats.length >= MOST_SEATS) throw new Refusal(text.fullGroup);
  const problems: Problem[] = [];
  const member = readPerson('member', draft.member, before?.member, frame, problems);
  const substitute = draft.substitute
    ? readPerson('substitute', draft.substitute, before?.substitute, frame, problems)
    : undefined;
  if (member && member.id === substitute?.id) problems.push({ field: 'substitute', row: text.substituteIsMember });
  const role = seat.shape.role.safeParse(draft.role);
  if (!role.success) problems.push({ field: 'role', row: text.badRole });
  const { area } = draft;
  if (area && !frame.areas.includes(area) && area !== before?.area)
    problems.push({ field: 'area', row: text.unknownArea });
  const from = readDate(draft.from);
  if (!from) problems.push({ field: 'from', row: text.badFrom });
  const to = readDate(draft.to);
  if (draft.to && !to) problems.push({ field: 'to', row: text.badTo });
  if (from && to && to < from) problems.push({ field: 'to', row: text.endBeforeStart });
  refuseAny(problems);
  if (!member || !role.success || !from) throw new Refusal(text.unknownMember);
  return withSeat(
    of,
    {
      ...{ id, member: member.id, role: role.data, from },
      ...(area ? { area } : {}),
      ...(substitute ? { substitute: substitute.id } : {}),
      ...(to ? { to } : {}),
    },
    frame,
  );
}

/** Who has left may stay where they were, so that an old term can be corrected, but gets no new seat. */
function readPerson(
  field: string,
  id: string,
  before: MemberId | undefined,
  { person }: SeatFrame,
  problems: Problem[],
): Known | undefined {
  const parsed = memberId.safeParse(id);
  const known = parsed.success ? person(parsed.data) : undefined;
  const wasThere = before !== undefined && (id === before || known?.id === (person(before)?.id ?? before));
  if (known && (known.isCurrent || wasThere)) return known;
  if (parsed.success && wasThere) return { id: parsed.data, name: '', isCurrent: false };
  problems.push(
    known ? { field, row: text.memberLeft, params: { name: known.name } } : { field, row: text.unknownMember },
  );
  return undefined;
}

function readDate(typed: string): string | undefined {
  const parsed = z.iso.date().safeParse(typed.trim());
  return parsed.success && parsed.data >= '1900-01-01' && parsed.data < '2200-01-01' ? parsed.data : undefined;
}

/** In order of their first days. Throws a Refusal when its member has another seat at that time. */
function withSeat(of: Group, put: Seat, { person }: SeatFrame): Group {
  const others = of.seats.filter((one) => one.id !== put.id);
  const main = (id: MemberId): string => person(id)?.id ?? id;
  const clash = others.find((one) => main(one.member) === main(put.member) && overlap(one, put));
  if (clash) {
    const params = { name: person(put.member)?.name ?? '' };
    throw new Refusal(text.overlaps, params, [{ field: 'from', row: text.overlaps, params }]);
  }
  return { ...of, seats: [...others, put].sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1)) };
}

const overlap = (a: Seat, b: Seat): boolean =>
  (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);

function seatOf(of: Group, id: string): Seat {
  const found = of.seats.find((one) => one.id === id);
  if (!found) throw new Refusal(text.unknownSeat);
  return found;
}

/** `on`: the last day of the term, yyyy-MM-dd. */
export function endSeat(of: Group, id: string, on: string, frame: SeatFrame): Group {
  const found = seatOf(of, id);
  const to = readDate(on);
  if (!to) throw new Refusal(text.badTo, {}, [{ field: 'on', row: text.badTo }]);
  if (to < found.from) throw new Refusal(text.endBeforeStart, {}, [{ field: 'on', row: text.endBeforeStart }]);
  return withSeat(of, { ...found, to }, frame);
}

/** Only a term that has not begun: the others are history. */
export function removeSeat(of: Group, id: string, today: string): Group {
  if (seatOf(of, id).from <= today) throw new Refusal(text.hasBegun);
  return { ...of, seats: of.seats.filter((one) => one.id !== id) };
}

/**
 * The successor takes over the seat from today on: the leaving one's term ends yesterday and stays visible. A term that begins today or
 * later passes whole. Throws a Refusal when the successor has a seat at that time. Without such a seat nothing changes.
 */
export function passSeat(of: Group, id: string, to: Known, today: string, frame: SeatFrame): Group {
  const found = of.seats.find((one) => one.id === id);
  if (!found || stateOf(found, today) === 'past' || found.member === to.id) return of;
  const { substitute, ...rest } = found;
  const isOwnSubstitute = substitute !== undefined && (frame.person(substitute)?.id ?? substitute) === to.id;
  const passed = { ...rest, member: to.id, ...(substitute === undefined || isOwnSubstitute ? {} : { substitute }) };
  if (found.from >= today) return withSeat(of, passed, frame);
  if (of.seats.length >= MOST_SEATS) throw new Refusal(text.fullGroup);
  const ended = withSeat(of, { ...found, to: plusDays(today, -1) }, frame);
  return withSeat(ended, { ...passed, id: `${id}.${today}`, from: today }, frame);
}

/** The successor becomes the substitute. Throws a Refusal when they hold the very seat. */
export function passSubstitute(of: Group, id: string, to: Known, today: string, frame: SeatFrame): Group {
  const found = of.seats.find((one) => one.id === id);
  if (!found || found.substitute === undefined || stateOf(found, today) === 'past' || found.substitute === to.id)
    return of;
  if ((frame.person(found.member)?.id ?? found.member) === to.id) throw new Refusal(text.substituteIsMember);
  return withSeat(of, { ...found, substitute: to.id }, frame);
}

export function stateOf({ from, to }: Seat, today: string): 'now' | 'coming' | 'past' {
  if (to !== undefined && to < today) return 'past';
  return from <= today ? 'now' : 'coming';
}

export const endsSoon = (of: Seat, today: string): boolean =>
  of.to !== undefined && stateOf(of, today) !== 'past' && of.to <= plusDays(today, ENDS_SOON);

const STATES = { now: 0, coming: 1, past: 2 } as const;
const ROLES = { chair: 0, viceChair: 1, member: 2 } as const;

/** Those who sit now (chair, vice chair, members), then coming ones by their first day, then past ones with the newest first. */
export function inOrder(seats: readonly Seat[], today: string): Seat[] {
  const place = (one: Seat): number => STATES[stateOf(one, today)];
  return [...seats].sort((a, b) => {
    if (place(a) !== place(b)) return place(a) - place(b);
    if (place(a) === STATES.now) return ROLES[a.role] - ROLES[b.role];
    return (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) * (place(a) === STATES.past ? -1 : 1);
  });
}

/** The people of these ids are somebody else from now on: erasure keeps the terms. */
export function renamePeople(of: Group, ids: readonly MemberId[], as: MemberId): Group {
  const isThem = (id: MemberId | undefined): boolean => id !== undefined && ids.includes(id);
  if (!of.seats.some(({ member, substitute }) => isThem(member) || isThem(substitute))) return of;
  return {
    ...of,
    seats: of.seats.map((one) => ({
      ...one,
      member: isThem(one.member) ? as : one.member,
      ...(isThem(one.substitute) ? { substitute: as } : {}),
    })),
  };
}
