/** Whom people represent: what their word changes, who is still to be asked, and what their addresses suggest. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import { kind } from '../../core/kind.ts';
import { type Member, memberId, memberIdOf, type OrganisationId } from '../../core/network.ts';
import type { Organisation, RegisterRules } from '../../core/organisation.ts';
import { domainOf, type Places, type Suggestion, suggester } from '../../core/places.ts';
import type { Register } from '../../core/register.ts';
import { type Person, peopleOf } from './filter.ts';

/** What someone did not find in the list, in their own words; id: the member's. Gone when a coordinator has settled it. */
export const missingOrganisation = z.object({ member: memberId, words: z.string().max(120), at: instant });
export type MissingOrganisation = z.infer<typeof missingOrganisation>;
export const missingOrganisations = kind<MissingOrganisation>({
  name: 'missing',
  container: 'networks',
  schema: missingOrganisation,
});
export const LONGEST_WORDS = 120;

/**
 * A member who says that they represent an organisation. Where the network confirms it and it is not known yet, it waits as a claim
 * and what they represented before stays. Whoever changes over is no contact person of the new one. Said again it changes nothing.
 */
export function represent(
  of: Member,
  organisation: OrganisationId,
  { confirms }: Pick<RegisterRules, 'confirms'>,
): Member {
  if (of.organisation === organisation) return of.claims === undefined ? of : withoutClaim(of);
  if (!confirms) return placed(of, organisation);
  if (of.claims === organisation) return of;
  const { representsNobody: _, ...rest } = of;
  return { ...rest, claims: organisation };
}

/** A coordinator says whom they represent. */
export function placed(of: Member, organisation: OrganisationId): Member {
  const { claims: _c, representsNobody: _n, isContact, ...rest } = of;
  const isSame = of.organisation === organisation;
  return { ...rest, organisation, ...(isSame && isContact ? { isContact } : {}) };
}

/** They represent nobody and are not asked again. */
export function representNobody(of: Member): Member {
  if (of.representsNobody) return of;
  const { claims: _c, organisation: _o, isContact: _k, ...rest } = of;
  return { ...rest, representsNobody: true };
}

export function withoutClaim(of: Member): Member {
  const { claims, ...rest } = of;
  return claims === undefined ? of : rest;
}

/** Whether someone is still to be asked whom they represent. */
export const isUnknown = ({ main, organisation }: Pick<Person, 'main' | 'organisation'>): boolean =>
  organisation === undefined && main.claims === undefined && main.representsNobody === undefined;

// ── What addresses suggest ─────────────────────────────────────────────────────────────────────

/** Those of the register that people may choose and that addresses may suggest: not what became part of another, nor what has left. */
export const choosable = ({ organisations }: Register): Organisation[] =>
  [...organisations.values()].filter((one) => one.mergedInto === undefined && one.membership !== 'left');

export type Suggest = (email: string) => Suggestion<Organisation> | undefined;

const suggesters = new WeakMap<Register, Suggest>();

/** Whom an address suggests in this register; worked out once for each reading of it. */
export function suggestionsOf(register: Register, places: Places): Suggest {
  const known = suggesters.get(register) ?? suggester(places, choosable(register));
  suggesters.set(register, known);
  return known;
}

export interface DomainGroup {
  /** Empty: no address is known, or the domain tells nothing. */
  readonly domain: string;
  readonly people: readonly Person[];
  /** Absent: unclear. */
  readonly suggestion: Suggestion<Organisation> | undefined;
}

/** People who are still to be placed, by the domain of their address: the clear ones first, then the many before the few. */
export function unassignedByDomain(register: Register, places: Places, date: string): DomainGroup[] {
  const suggest = suggestionsOf(register, places);
  const groups = new Map<string, { domain: string; people: Person[]; suggestion: DomainGroup['suggestion'] }>();
  for (const person of new Set(peopleOf(register, date).values())) {
    if (person.state !== 'current' || !isUnknown(person)) continue;
    const domain = domainIn(places, person.email);
    const group = groups.get(domain) ?? {
      domain,
      people: [],
      suggestion: domain ? suggest(person.email ?? '') : undefined,
    };
    group.people.push(person);
    groups.set(domain, group);
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.suggestion === undefined) - Number(b.suggestion === undefined) ||
      Number(a.domain === '') - Number(b.domain === '') ||
      b.people.length - a.people.length ||
      (a.domain < b.domain ? -1 : 1),
  );
}

/** Groups whose domains suggest the same, as one: `pietarsaari.fi` and `jakobstad.fi`. Unclear ones stay apart. */
export function byTarget(
  groups: readonly DomainGroup[],
): { domains: string[]; people: Person[]; suggestion: DomainGroup['suggestion'] }[] {
  const targets = new Map<string, { domains: string[]; people: Person[]; suggestion: DomainGroup['suggestion'] }>();
  for (const { domain, people, suggestion } of groups) {
    const key = suggestion ? targetOf(suggestion) : `? ${domain}`;
    const there = targets.get(key) ?? { domains: [], people: [], suggestion };
    targets.set(key, { ...there, domains: [...there.domains, domain], people: [...there.people, ...people] });
  }
  return [...targets.values()];
}

const targetOf = (of: Suggestion<Organisation>): string =>
  'organisation' in of ? of.organisation.id : `municipality ${of.municipality.code}`;

function domainIn({ publicMailHosts }: Places, email: string | undefined): string {
  const domain = email === undefined ? undefined : domainOf(email);
  if (domain === undefined) return '';
  return publicMailHosts.some((host) => domain === host || domain.endsWith(`.${host}`)) ? '' : domain;
}

/** What someone wrote of an organisation that the list lacks. */
export const missing = (of: Member, words: string, at: Instant): MissingOrganisation => ({
  ...{ member: memberIdOf(of.person), words, at },
});
