/** A register of invented people in real municipalities, made of a few words for the tests of its rules. */
import { personOf } from '../../bot/core/ids.ts';
import { type Member, type MemberId, mailPerson, memberId, organisationId } from '../../bot/core/network.ts';
import { defaultRules, type Group, type Organisation, type RegisterRules } from '../../bot/core/organisation.ts';
import type { Register } from '../../bot/core/register.ts';
import { loadPlaces } from '../../bot/places.ts';

export const places = loadPlaces()('fi');
export const rules = defaultRules(places.kinds);

export const org = (id: string, of: Partial<Organisation> = {}): Organisation => ({
  ...{
    id: organisationId.parse(id),
    kind: 'municipality',
    names: { fi: id },
    domains: [],
    membership: 'member',
    fees: [],
  },
  ...of,
});

/** In the team. */
export const teamMember = (id: string, of: Partial<Member> = {}): Member => ({
  ...{ person: personOf('tenant', id), teamsId: `29:${id}`, name: `Nimi ${id}`, isGuest: false },
  ...of,
});

/** Whom only mail reaches. */
export const mailMember = (id: string, of: Partial<Member> = {}): Member => ({
  ...{ person: mailPerson(id), name: `Nimi ${id}`, isGuest: false, email: `${id}@kunta.example` },
  ...of,
});

export const idOf = (id: string): MemberId => memberId.parse(id);

export function registerOf(of: {
  members?: readonly Member[];
  organisations?: readonly Organisation[];
  groups?: readonly Group[];
  rules?: Partial<RegisterRules>;
}): Register {
  return {
    rules: { ...rules, ...of.rules },
    members: new Map((of.members ?? []).map((one) => [one.person.slice(one.person.indexOf('|') + 1), one])),
    organisations: new Map((of.organisations ?? []).map((one) => [one.id as string, one])),
    groups: new Map((of.groups ?? []).map((one) => [one.id as string, one])),
  };
}
