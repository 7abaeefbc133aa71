/** Who an event is for, who has answered, and by which way each is reached: read off the register. */
import { dateIn, type Instant } from '../../core/clock.ts';
import { objectIdOf, type PersonKey } from '../../core/ids.ts';
import type { Member, MemberId } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import {
  currentPeople,
  identitiesOf,
  mainOf,
  organisationOf,
  placeIn,
  type Register,
  seatsOn,
} from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import { type Attendee, type Counted, didCome, knownPlaces } from './attendance.ts';
import type { Event } from './event.ts';
import { latestFirst, type Registration } from './registration.ts';
import type { Ledger } from './seats.ts';

interface At {
  /** IANA zone of the network. */
  readonly zone: string;
  readonly now: Instant;
}

/** People of the network whom an event is for, each once by their main identity: all, or the seat holders of its group. */
export function invitedPeople(register: Register, of: Pick<Event, 'group'>, { zone, now }: At): readonly Member[] {
  const people = currentPeople(register);
  if (of.group === undefined) return people;
  const group = register.groups.get(of.group);
  const seated = new Set(group ? seatsOn(group, dateIn(now, zone)).map(({ member }) => mainOf(register, member)) : []);
  return people.filter(({ person }) => seated.has(mainOf(register, objectIdOf(person))));
}

/** Whether an event is for someone: substitutes of a group's seat holders are welcome too. */
export function isFor(register: Register, of: Pick<Event, 'group'>, person: PersonKey, { zone, now }: At): boolean {
  if (of.group === undefined) return true;
  const group = register.groups.get(of.group);
  return group !== undefined && placeIn(register, group, objectIdOf(person), dateIn(now, zone)) !== undefined;
}

/** Someone with a registration: each human being once, with the answer that came last. */
export interface Registrant {
  /** Id of the registration's document. */
  readonly who: MemberId;
  readonly registration: Registration;
  /** Their document in the register; absent when it is gone. */
  readonly member?: Member;
  readonly name: string;
  /** In the reader's language; empty when nobody knows. */
  readonly organisation: string;
  readonly isOutsider: boolean;
}

/** What each human being said last, by their main identity. */
export function latestOf<R extends Parameters<typeof latestFirst>[0]>(
  register: Register,
  all: ReadonlyMap<MemberId, R>,
): ReadonlyMap<string, { readonly who: MemberId; readonly registration: R }> {
  const latest = new Map<string, { who: MemberId; registration: R }>();
  for (const [who, registration] of all) {
    const main = mainOf(register, who);
    const before = latest.get(main);
    if (!before || latestFirst(registration, before.registration) < 0) latest.set(main, { who, registration });
  }
  return latest;
}

export function registrantsOf(
  register: Register,
  all: ReadonlyMap<MemberId, Registration>,
  t: Pick<Translate, 'locales'>,
): readonly Registrant[] {
  return [...latestOf(register, all).entries()]
    .map(([main, { who, registration }]): Registrant => {
      const member = register.members.get(main) ?? register.members.get(who);
      const organisation = organisationOf(register, who);
      return {
        ...{ who, registration, name: member?.name ?? '', isOutsider: member?.isOutsider === true },
        organisation: organisation ? nameIn(organisation.names, t) : (registration.organisationWords ?? ''),
        ...(member ? { member } : {}),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'fi'));
}

// ── Who was there ──

/**
 * Who is asked for feedback on an event, by their main identities: who was noted as present, or held a place of which nobody noted who came. With a
 * room and a meeting, a list ticked at the door says nothing of those online. Nobody was present: all who held a place.
 */
export function askedForFeedback(
  register: Register,
  of: Counted,
  registrations: ReadonlyMap<MemberId, Registration>,
  /** Absent: nobody ever asked for a place. */
  ledger: Ledger | undefined,
): MemberId[] {
  const people = peopleOf(register, registrations, ledger);
  const known = knownPlaces(of, people, of.endsAt);
  const isAnyone = people.some(({ registration }) => registration.came?.isPresent);
  const isAsked = (one: Attendee): boolean =>
    isAnyone ? (didCome(one, known) ?? one.holds !== undefined) : one.holds !== undefined;
  return people.filter(isAsked).map(({ who }) => who);
}

/** Who was noted as having come, by their main identities. */
export const presentAt = (register: Register, registrations: ReadonlyMap<MemberId, Registration>): MemberId[] =>
  unique([...registrations].filter(([, { came }]) => came?.isPresent).map(([who]) => mainOf(register, who)));

/** Who holds a place, by their main identities. */
export const holdersOf = (register: Register, { entries }: Ledger): MemberId[] =>
  unique(entries.filter(({ holds }) => holds !== undefined).map(({ who }) => mainOf(register, who)));

const unique = (ids: readonly string[]): MemberId[] => [...new Set(ids)] as MemberId[];

/** Each human being once, whichever of their identities was noted or holds a place. */
function peopleOf(
  register: Register,
  registrations: ReadonlyMap<MemberId, Registration>,
  ledger: Ledger | undefined,
): (Attendee & { readonly who: MemberId })[] {
  const people = new Map<MemberId, Attendee & { readonly who: MemberId }>();
  const oneOf = (id: MemberId) => {
    const who = mainOf(register, id) as MemberId;
    return people.get(who) ?? { who, registration: {}, isFirstTime: false };
  };
  for (const { who: id, holds } of ledger?.entries ?? []) {
    const one = oneOf(id);
    people.set(one.who, { ...one, holds: holds?.place ?? one.holds });
  }
  for (const [id, { came }] of registrations) {
    const one = oneOf(id);
    if (came && !one.registration.came?.isPresent) people.set(one.who, { ...one, registration: { came } });
  }
  return [...people.values()];
}

/** They were of the network, and no identity of theirs is any more. */
export function hasLeft(register: Register, who: MemberId): boolean {
  const known = identitiesOf(register, who).flatMap((id) => register.members.get(id) ?? []);
  return known.length > 0 && known.every(({ leftAt }) => leftAt !== undefined);
}
