/** Who came: the people of a meeting's report found among those who are known, and what follows for the numbers. */
import { HOUR, type Instant, plus } from '../../core/clock.ts';
import type { MemberId } from '../../core/network.ts';
import { foldText } from '../members/filter.ts';
import type { Event } from './event.ts';
import type { Presence, Registration } from './registration.ts';
import { PLACES, type Place } from './seats.ts';

/** Who came is noted from so long before the beginning, in milliseconds: the door opens early. */
export const DOOR_OPENS = 2 * HOUR;

/** Whether who came can be noted now. */
export const isDoorOpen = (of: Pick<Event, 'state' | 'startsAt'>, now: Instant): boolean =>
  of.state === 'published' && now >= plus(of.startsAt, -DOOR_OPENS);

// ── Finding people ─────────────────────────────────────────────────────────────────────────────

/** Someone as the report of a meeting names them. */
export interface Reported {
  readonly name: string;
  readonly email?: string;
  /** What the directory knows them by; often like an address. */
  readonly upn?: string;
}

/** Someone whom a row of the report may be. */
export interface Known {
  readonly who: MemberId;
  /** Of all their identities. */
  readonly names: readonly string[];
  /** In lower case. */
  readonly emails: readonly string[];
  /** Is on the event's list. */
  readonly isRegistered: boolean;
}

/** found: one person surely. several: to be chosen, also when a single one is only alike. */
export interface Match {
  readonly outcome: 'found' | 'several' | 'unknown';
  readonly who?: MemberId;
  /** Registrants first. */
  readonly candidates: readonly MemberId[];
}

/** Someone to choose from is not looked for in a list of a hundred. */
const MOST_CANDIDATES = 12;

/** Finds people by address, then by what looks like one, then by name; in each step those on the event's list before others. */
export function matcherOf(people: readonly Known[]): (row: Reported) => Match {
  const byAddress = indexOf(people, ({ emails }) => emails);
  const byName = indexOf(people, ({ names }) => names.map(nameKey));
  const byWord = indexOf(people, ({ names }) => names.flatMap(nameWords));
  return ({ name, email, upn }) => {
    for (const address of [email, upn === undefined ? undefined : addressOf(upn)]) {
      const found = address === undefined ? [] : (byAddress.get(address.toLowerCase()) ?? []);
      // Two people may share an address: their names tell them apart.
      const named = found.filter(({ names }) => names.some((one) => nameKey(one) === nameKey(name)));
      if (found.length > 0) return matchOf(named.length > 0 ? named : found);
    }
    const words = nameWords(name);
    const same = words.length > 1 ? (byName.get(nameKey(name)) ?? []) : [];
    if (same.length > 0) return matchOf(same);
    const alike = likeliest(words, byWord);
    return { outcome: alike.length > 0 ? 'several' : 'unknown', candidates: alike };
  };
}

function indexOf(people: readonly Known[], keys: (of: Known) => readonly string[]): ReadonlyMap<string, Known[]> {
  const index = new Map<string, Known[]>();
  for (const one of people) {
    for (const key of new Set(keys(one))) {
      const there = index.get(key);
      if (there) there.push(one);
      else index.set(key, [one]);
    }
  }
  return index;
}

function matchOf(found: readonly Known[]): Match {
  const ordered = registeredFirst(found);
  const registered = ordered.filter(({ isRegistered }) => isRegistered);
  const [only, ...others] = registered.length > 0 ? registered : ordered;
  const candidates = ordered.slice(0, MOST_CANDIDATES).map(({ who }) => who);
  return only && others.length === 0
    ? { outcome: 'found', who: only.who, candidates }
    : { outcome: 'several', candidates };
}

const registeredFirst = (found: readonly Known[]): readonly Known[] =>
  [...found].sort((a, b) => Number(b.isRegistered) - Number(a.isRegistered));

/** A guest's `maija_akaa.example#ext#@host.onmicrosoft.com` is `maija@akaa.example`; what is no address is left as it is. */
function addressOf(upn: string): string {
  const guest = /^(.+)_([^_@]+)#ext#@/i.exec(upn);
  return guest ? `${guest[1]}@${guest[2]}` : upn;
}

/** “Meikäläinen, Maija K.” and “Maija Meikäläinen (Akaa)” have the same words: order, initials and what stands in brackets say nothing. */
function nameWords(name: string): string[] {
  const words = foldText(name.replace(/\([^)]*\)|\s[|/].*$/gu, ' '))
    .split(' ')
    .filter((word) => word.length > 1);
  return [...new Set(words)].sort();
}

const nameKey = (name: string): string => nameWords(name).join(' ');

/** Two words in common, such as with a second first name in between, or the only word of someone who typed no more: for a person to decide. */
function likeliest(words: readonly string[], byWord: ReadonlyMap<string, readonly Known[]>): MemberId[] {
  const counts = new Map<Known, number>();
  for (const word of words) for (const one of byWord.get(word) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  const alike = [...counts].filter(([, count]) => count >= Math.min(2, words.length)).map(([one]) => one);
  // A single word that many have leads nowhere.
  if (words.length < 2 && alike.length > MOST_CANDIDATES) return [];
  return registeredFirst(alike)
    .slice(0, MOST_CANDIDATES)
    .map(({ who }) => who);
}

// ── Numbers ────────────────────────────────────────────────────────────────────────────────────

/** Someone of an event, as the numbers look at them. */
export interface Attendee {
  readonly registration: Pick<Registration, 'came'>;
  readonly holds?: Place | undefined;
  readonly isFirstTime: boolean;
}

/** What the numbers need of an event. */
export type Counted = Pick<Event, 'attendanceAt' | 'endsAt' | 'ways'>;

/**
 * Of which kinds of places it is known who came, once it is over. Where there is a room and a meeting, a list ticked at the door tells of the
 * room and the report of the meeting tells of those online; nobody of the other half is said not to have come.
 */
export function knownPlaces(of: Counted, people: readonly Attendee[], now: Instant): ReadonlySet<Place> {
  if (of.attendanceAt === undefined || now < of.endsAt) return new Set();
  if (of.ways !== 'both') return new Set(PLACES);
  const toldBy = (by: Presence['by'], place: Place): boolean =>
    people.some(({ registration: { came }, holds }) => came?.by === by && (holds ?? place) === place);
  return new Set(PLACES.filter((place) => toldBy(place === 'room' ? 'door' : 'report', place)));
}

/** Whether someone came; who had a place and was noted nowhere did not, as far as it is known. Undefined: nobody knows. */
export function didCome({ registration: { came }, holds }: Attendee, known: ReadonlySet<Place>): boolean | undefined {
  if (came) return came.isPresent;
  return holds !== undefined && known.has(holds) ? false : undefined;
}

export interface AttendanceCounts {
  readonly came: number;
  /** Had a place and did not come. */
  readonly noShows: number;
  /** Of those who came. */
  readonly firstTimers: number;
}

export function countAttendance(of: Counted, people: readonly Attendee[], now: Instant): AttendanceCounts {
  const known = knownPlaces(of, people, now);
  const came = people.filter((one) => didCome(one, known) === true);
  return {
    came: came.length,
    noShows: people.filter((one) => one.holds !== undefined && didCome(one, known) === false).length,
    firstTimers: came.filter(({ isFirstTime }) => isFirstTime).length,
  };
}

/** Some rows may be one person's, who also joined by phone: the longest stay counts, since nobody knows what overlaps. */
export function longestStays(
  rows: readonly { readonly who: MemberId; readonly minutes: number }[],
): Map<MemberId, number> {
  const stays = new Map<MemberId, number>();
  for (const { who, minutes } of rows) stays.set(who, Math.max(minutes, stays.get(who) ?? 0));
  return stays;
}

/** It says the same, whenever it was noted. */
export const isSamePresence = (a: Presence | undefined, b: Presence | undefined): boolean =>
  a?.isPresent === b?.isPresent && a?.by === b?.by && a?.minutes === b?.minutes;
