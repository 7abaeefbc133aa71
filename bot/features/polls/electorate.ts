/** Who may vote in a poll and for whom, read off the register: people by all their identities, organisations as they were frozen when the poll was posted. */
import { dateIn, type Instant } from '../../core/clock.ts';
import type { PersonKey } from '../../core/ids.ts';
import { objectIdOf } from '../../core/ids.ts';
import { isCurrent, type Member, type MemberId, type OrganisationId, organisationId } from '../../core/network.ts';
import type { Group, Names } from '../../core/organisation.ts';
import { Refusal } from '../../core/refusal.ts';
import {
  currentPeople,
  entitledOrganisations,
  identitiesOf,
  kindOf,
  mainOf,
  organisationOf,
  placeIn,
  presentOrganisation,
  type Register,
  seatsOn,
} from '../../core/register.ts';
import type { Poll } from './poll.ts';
import type { Electorate, ErasedVoter, Speakers } from './tally.ts';
import { text } from './text.ts';

/** The part of a poll that says who votes. */
export type Entitling = Pick<Poll, 'group' | 'entitledOrganisations'>;

interface At {
  /** IANA zone of the network. */
  readonly zone: string;
  readonly now: Instant;
}

/** In the place of an organisation for who said that they represent nobody: their vote counts among persons and waits for no answer. */
const NOBODY = organisationId.parse('nobody-said');

function representedBy(register: Register, id: string): OrganisationId | undefined {
  const of = organisationOf(register, id);
  if (of) return of.id;
  const said = identitiesOf(register, id).some((one) => register.members.get(one)?.representsNobody);
  return said ? NOBODY : undefined;
}

function isOfVotingKind(register: Register, person: string): boolean {
  const of = organisationOf(register, person);
  return of === undefined || kindOf(register, of)?.mayVote !== false;
}

const groupOf = (register: Register, { group }: Entitling): Group | undefined =>
  group === undefined ? undefined : register.groups.get(group);

/** What the poll's group is called; undefined when the poll is for everyone. */
export const groupNames = (register: Register, of: Entitling): Names | undefined => groupOf(register, of)?.names;

/** People who are entitled now, each once by their main identity: those of voting kinds, or the seat holders of the poll's group. */
export function entitledPeople(register: Register, of: Entitling, { zone, now }: At): readonly Member[] {
  const people = peopleOfVotingKinds(register);
  if (of.group === undefined) return people;
  const group = groupOf(register, of);
  const seated = new Set(group ? seatsOn(group, dateIn(now, zone)).map(({ member }) => mainOf(register, member)) : []);
  return people.filter(({ person }) => seated.has(mainOf(register, objectIdOf(person))));
}

const entitledEver = new WeakMap<Register, readonly Member[]>();

function peopleOfVotingKinds(register: Register): readonly Member[] {
  const known = entitledEver.get(register);
  if (known) return known;
  const people = currentPeople(register).filter(({ person }) => isOfVotingKind(register, objectIdOf(person)));
  entitledEver.set(register, people);
  return people;
}

/** Ids of the organisations that a poll entitles when it is posted now: in a group's poll those of its seat holders. In id order. */
export function organisationsToEntitle(register: Register, of: Pick<Poll, 'group'>, at: At): OrganisationId[] {
  const entitled = entitledOrganisations(register, dateIn(at.now, at.zone)).map(({ id }) => id);
  if (of.group === undefined) return entitled;
  const seated = new Set(
    entitledPeople(register, of, at).map(({ person }) => organisationOf(register, objectIdOf(person))?.id),
  );
  return entitled.filter((id) => seated.has(id));
}

export function electorateOf(register: Register, of: Entitling, at: At): Electorate {
  const group = groupOf(register, of);
  const hasGroup = of.group !== undefined;
  const organisations = new Map<OrganisationId, Speakers>();
  let areMunicipalities = true;
  for (const frozen of of.entitledOrganisations ?? organisationsToEntitle(register, of, at)) {
    const now = presentOrganisation(register, frozen); // what merged votes on together
    organisations.set(now?.id ?? frozen, {
      delegate: now?.delegate && mainOf(register, now.delegate),
      substitute: now?.substitute && mainOf(register, now.substitute),
    });
    areMunicipalities &&= now === undefined || kindOf(register, now)?.isMunicipality === true;
  }
  const place = (person: string, castAt: Instant) => group && placeIn(register, group, person, dateIn(castAt, at.zone));
  return {
    personOf: (voter) => mainOf(register, objectIdOf(voter)),
    admits: (person, castAt) => isOfVotingKind(register, person) && (!hasGroup || place(person, castAt) !== undefined),
    standsInFor(person, castAt) {
      if (!group || place(person, castAt) !== 'substitute') return undefined;
      return seatsOn(group, dateIn(castAt, at.zone))
        .filter(({ substitute }) => substitute !== undefined && mainOf(register, substitute) === person)
        .map(({ member }) => mainOf(register, member));
    },
    organisationOf: (person) => representedBy(register, person),
    presentOf: (organisation) =>
      presentOrganisation(register, organisation as OrganisationId)?.id ?? (organisation as OrganisationId),
    organisations,
    areMunicipalities,
    get people() {
      return entitledPeople(register, of, at).length;
    },
  };
}

/** Throws the refusal that says why this person can't vote in the poll now. */
export function requireVoter(register: Register, of: Entitling, voter: PersonKey, at: At): void {
  const row = whyNot(register, of, voter, at);
  if (row) throw new Refusal(row);
}

/** Why a person can't vote in the poll; undefined when they may. */
export function whyNot(register: Register, of: Entitling, voter: PersonKey, { zone, now }: At) {
  const id = objectIdOf(voter);
  if (isOnly(register, id, 'isOutsider')) return text.outsiderCantVote;
  if (isOnly(register, id, 'isInvited')) return text.invitedCantVote;
  if (!isOfVotingKind(register, id)) return text.kindCantVote;
  if (of.group === undefined) return undefined;
  const group = groupOf(register, of);
  const place = group && placeIn(register, group, id, dateIn(now, zone));
  return place === undefined ? text.notInGroup : undefined;
}

/** From outside, or recommended by someone and not yet a member, and a member by none of their identities. */
function isOnly(register: Register, id: string, what: 'isOutsider' | 'isInvited'): boolean {
  const known = identitiesOf(register, id).flatMap((one) => register.members.get(one) ?? []);
  return known.some((one) => one[what] === true) && !known.some(isCurrent);
}

/** What an erased voter leaves behind: whose vote theirs is. */
export function leftByVoter(register: Register, voter: PersonKey): ErasedVoter {
  const of = organisationOf(register, objectIdOf(voter));
  const represents = representedBy(register, objectIdOf(voter));
  if (!of) return represents === undefined ? {} : { organisation: represents };
  const person = mainOf(register, objectIdOf(voter));
  const is = (id: MemberId | undefined): boolean => id !== undefined && mainOf(register, id) === person;
  if (is(of.delegate)) return { organisation: of.id, speaksAs: 'delegate' };
  return { organisation: of.id, ...(is(of.substitute) ? { speaksAs: 'substitute' as const } : {}) };
}
