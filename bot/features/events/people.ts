/** Who an event is for, who has answered, and by which way each is reached: read off the register. */
import { dateIn, type Instant } from '../../core/clock.ts';
import { objectIdOf, type PersonKey } from '../../core/ids.ts';
import { isCurrent, type Member, type MemberId } from '../../core/network.ts';
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
import type { Event } from './event.ts';
import { latestFirst, type Registration } from './registration.ts';

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

/** By which way news of an event reaches someone: by mail when they want it so, else by their 1:1 chat when there is one. */
export type Reach =
  | { readonly by: 'mail'; readonly to: MemberId }
  | { readonly by: 'chat'; readonly to: PersonKey }
  | { readonly by: 'none' };

/** Identities of a person that may have a 1:1 chat with the app, the main one first. */
export const chatIdentities = (register: Register, who: MemberId): PersonKey[] =>
  identitiesOf(register, who).flatMap((id) => {
    const one = register.members.get(id);
    return one?.teamsId !== undefined && isCurrent(one) ? [one.person] : [];
  });

/** They were of the network, and no identity of theirs is any more. */
export function hasLeft(register: Register, who: MemberId): boolean {
  const known = identitiesOf(register, who).flatMap((id) => register.members.get(id) ?? []);
  return known.length > 0 && known.every(({ leftAt }) => leftAt !== undefined);
}
