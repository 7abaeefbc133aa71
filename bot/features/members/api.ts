/** What the tab asks of the register: each request is decided by the operations and answered with what its reader may see. */
import { type Route, route } from '../../core/feature.ts';
import { type MemberId, memberIdOf, type OrganisationId } from '../../core/network.ts';
import { nameIn, type Organisation } from '../../core/organisation.ts';
import { pageOf } from '../../core/paging.ts';
import { searchPlaces } from '../../core/places.ts';
import { Refusal } from '../../core/refusal.ts';
import { mainOf, presentOrganisation, registerNow } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import * as contract from './contract.ts';
import type { MemberFilter } from './criteria.ts';
import { isUnknown, suggestionsOf, unassignedByDomain } from './enrolment.ts';
import { findOrganisations, findPeople, type Person, peopleOf, sizeClasses } from './filter.ts';
import type { Likeness } from './member.ts';
import { likelyDoubles } from './merge.ts';
import {
  addMember,
  addMunicipalities,
  addOrganisation,
  assignMembers,
  bringBack,
  changeRegisterRules,
  editMember,
  editOrganisation,
  mergeMember,
  mergeOrganisation,
  missingWords,
  personIn,
  placesOf,
  readerOf,
  recommendationsLeft,
  recommendColleague,
  removeMember,
  removeOrganisation,
  representSelf,
  settleClaim,
  unmergeMember,
  unmergeOrganisation,
} from './operations.ts';
import { isIn, likelyMergers, municipalityId } from './organisations.ts';
import { usedKinds } from './register-rules.ts';
import {
  claimsIn,
  helpersFor,
  identityRow,
  memberRow,
  memberView,
  organisationName,
  organisationRow,
  organisationsByName,
  organisationView,
  peopleByName,
  peopleByOrganisation,
  type Reader,
  regionName,
  suggestionView,
  topicsOf,
  totalsOf,
} from './shown.ts';
import { text } from './text.ts';

export const memberRoutes: readonly Route[] = [
  route(contract.getRegister, 'member', async (_, visit) => frame(visit, await readerOf(visit))),
  route(contract.changeRegisterRules, 'coordinator', ({ body }, visit) => changeRegisterRules(visit, body)),

  // ── Organisations ──
  route(contract.listOrganisations, 'member', async ({ params: { after, ...asked } }, visit) => {
    const reader = await readerOf(visit);
    const { membership, ...filter } = asked;
    const people = peopleByOrganisation(reader);
    const all = visible(reader, people);
    const { found, facets } = findOrganisations(
      reader.register,
      all,
      reader.isCoordinator && membership !== undefined ? { ...filter, membership } : filter,
    );
    const { rows, ...more } = pageOf(found, after, contract.LIST_PAGE);
    return {
      organisations: rows.map((one) => organisationRow(reader, one, people.get(one.id) ?? [])),
      total: found.length,
      facets: facetsFor(reader, facets),
      ...more,
    };
  }),
  route(contract.listMergers, 'coordinator', async (_, visit) => {
    const { register, places, t } = await readerOf(visit);
    return {
      mergers: likelyMergers(register, places).map(({ organisation, into, code, names, on }) => ({
        organisation: organisationName(organisation, t),
        ...(into ? { into: organisationName(into, t) } : {}),
        ...{ code, name: nameIn(names, t), on },
      })),
    };
  }),
  route(contract.getOrganisation, 'member', async ({ params }, visit) => viewOf(visit, params.organisation)),
  route(contract.searchMunicipalities, 'member', async ({ params }, visit) => {
    const { register, places, t } = await readerOf(visit);
    const found = searchPlaces(places, params.text ?? '', places.municipalities.length);
    return {
      since: places.since,
      municipalities: found.map((one) => {
        const organisation = municipalityId(places, one.code);
        const isInRegister = register.organisations.has(organisation);
        const { code, names } = one;
        return { code, organisation, name: nameIn(names, t), names, region: regionName(places, one, t), isInRegister };
      }),
    };
  }),
  route(contract.addMunicipalities, 'coordinator', async ({ body }, visit) => {
    const { added, known } = await addMunicipalities(visit, body.codes);
    return { added: added.map((one) => organisationName(one, visit.t)), known };
  }),
  route(contract.addOrganisation, 'coordinator', async ({ body }, visit) =>
    viewOf(visit, (await addOrganisation(visit, body.draft, body.requestId)).id),
  ),
  route(contract.editOrganisation, 'coordinator', async ({ params, body }, visit) =>
    viewOf(visit, (await editOrganisation(visit, params.organisation, body)).id),
  ),
  route(contract.removeOrganisation, 'coordinator', async ({ params }, visit) => {
    await removeOrganisation(visit, params.organisation);
    return {};
  }),
  route(contract.mergeOrganisation, 'coordinator', async ({ params, body }, visit) =>
    viewOf(visit, (await mergeOrganisation(visit, params.organisation, body.into)).id),
  ),
  route(contract.unmergeOrganisation, 'coordinator', async ({ params }, visit) =>
    viewOf(visit, (await unmergeOrganisation(visit, params.organisation)).id),
  ),

  // ── Members ──
  route(contract.listMembers, 'member', async ({ params: { after, state, ...asked } }, visit) => {
    const reader = await readerOf(visit);
    const wanted = reader.isCoordinator ? (state ?? 'current') : 'current';
    const all = peopleByName(reader).filter((one) => one.state === wanted);
    const { found, facets } = findPeople(reader.register, all, filterFor(reader, asked), {
      words: reader.isCoordinator ? 'all' : 'open',
    });
    const { rows, ...more } = pageOf(found, after, contract.LIST_PAGE);
    return {
      members: rows.map((one) => memberRow(reader, one)),
      total: found.length,
      facets: { ...facetsFor(reader, facets), group: facets.group, isContact: facets.isContact },
      ...more,
    };
  }),
  route(contract.listDoubles, 'coordinator', async (_, visit) => {
    const reader = await readerOf(visit);
    const { register, date } = reader;
    const merged = [...register.members.values()].filter(({ sameAs }) => sameAs !== undefined);
    return {
      likely: likelyDoubles(register, date).map(({ why, people: [first, second] }) => ({
        why,
        members: [memberRow(reader, first), memberRow(reader, second)] as [contract.MemberRow, contract.MemberRow],
      })),
      merged: merged.map((one) => ({
        member: identityRow(reader, one),
        into: memberRow(reader, personIn(register, memberIdOf(one.person), date)),
      })),
    };
  }),
  route(contract.getMember, 'member', ({ params }, visit) => memberViewOf(visit, params.member)),
  route(contract.addMember, 'coordinator', async ({ body: { draft, anyway, requestId } }, visit) => {
    const { added, likenesses } = await addMember(visit, draft, { anyway, requestId });
    return {
      ...(added === undefined ? {} : { member: await memberViewOf(visit, added) }),
      likenesses: likenesses.map(likenessView),
    };
  }),
  route(contract.editMember, 'coordinator', async ({ params, body }, visit) => {
    const { id, likenesses } = await editMember(visit, params.member, body);
    return { member: await memberViewOf(visit, id), likenesses: likenesses.map(likenessView) };
  }),
  route(contract.removeMember, 'coordinator', async ({ params }, visit) => {
    await removeMember(visit, params.member);
    return memberViewOf(visit, params.member);
  }),
  route(contract.bringMemberBack, 'coordinator', async ({ params }, visit) => {
    await bringBack(visit, params.member);
    return memberViewOf(visit, params.member);
  }),
  route(contract.mergeMember, 'coordinator', async ({ params, body }, visit) => {
    await mergeMember(visit, params.member, body.into);
    return memberViewOf(visit, params.member);
  }),
  route(contract.unmergeMember, 'coordinator', async ({ params }, visit) => {
    await unmergeMember(visit, params.member);
    return memberViewOf(visit, params.member);
  }),
  route(contract.searchHelp, 'member', async ({ params }, visit) => {
    const reader = await readerOf(visit);
    return {
      members: helpersFor(reader, params.text ?? '')
        .slice(0, contract.LIST_PAGE)
        .map((one) => memberRow(reader, one)),
      topics: topicsOf(reader),
    };
  }),

  // ── Whom people represent ──
  route(contract.represent, 'member', async ({ body }, visit) => {
    const { outcome, organisation } = await representSelf(visit, body);
    return {
      outcome: outcome === 'same' ? 'set' : outcome,
      ...(organisation ? { organisation: organisationName(organisation, visit.t) } : {}),
    };
  }),
  route(contract.listClaims, 'coordinator', async (_, visit) => {
    const reader = await readerOf(visit, await registerNow(visit));
    return {
      claims: claimsIn(reader).map(({ person, claims }) => ({
        member: memberRow(reader, person),
        claims: organisationName(claims, visit.t),
      })),
      missing: (await missingWords(visit)).flatMap(({ member, words, at }) => {
        const person = peopleOf(reader.register, reader.date).get(member);
        return person?.state === 'current' ? [{ member: memberRow(reader, person), words, at }] : [];
      }),
    };
  }),
  route(contract.settleClaim, 'coordinator', async ({ params, body }, visit) => {
    await settleClaim(visit, params.member, body);
    return {};
  }),
  route(contract.listUnassigned, 'coordinator', async (_, visit) => {
    const { register, places, date, t } = await readerOf(visit);
    const groups = unassignedByDomain(register, places, date);
    const count = (of: typeof groups): number => of.reduce((sum, { people }) => sum + people.length, 0);
    const clear = count(groups.filter(({ suggestion }) => suggestion !== undefined));
    return {
      groups: groups.map(({ domain, people, suggestion }) => ({
        domain,
        members: people.map(({ id, main }) => ({ id, name: main.name })),
        ...(suggestion ? { suggestion: suggestionView(suggestion, t) } : {}),
      })),
      clear,
      unclear: count(groups) - clear,
    };
  }),
  route(contract.assignMembers, 'coordinator', async ({ body }, visit) => ({
    assigned: await assignMembers(visit, body.assignments),
  })),

  // ── Recommending ──
  route(contract.recommendColleague, 'member', ({ body }, visit) =>
    recommendColleague(visit, body.draft, body.requestId),
  ),
];

// ── Lists ──────────────────────────────────────────────────────────────────────────────────────

/** Members can't find out by a filter what they may not see. */
function filterFor({ isCoordinator }: Reader, asked: MemberFilter): MemberFilter {
  if (isCoordinator) return asked;
  const { membership: _m, hasMail: _a, hasTeams: _t, ...open } = asked;
  return open;
}

type Facets = ReturnType<typeof findPeople>['facets'];

const facetsFor = ({ isCoordinator }: Reader, { area, region, size, kind, membership }: Facets) => ({
  ...{ area, region, size, kind },
  ...(isCoordinator ? { membership } : {}),
});

/** For coordinators all organisations, for members those that are in. */
const visible = (reader: Reader, people: ReadonlyMap<string, readonly Person[]>): Organisation[] =>
  organisationsByName(reader).filter((one) => reader.isCoordinator || isIn(one, people.get(one.id)?.length ?? 0));

const likenessView = ({ why, person }: Likeness) => ({
  why,
  member: { id: person.id, name: person.main.name },
  state: person.state,
});

// ── Single things ──────────────────────────────────────────────────────────────────────────────

async function viewOf(visit: Visit, id: OrganisationId): Promise<contract.OrganisationView> {
  const reader = await readerOf(visit);
  const found = reader.register.organisations.get(id);
  // a member's link to what became part of another leads there
  const of = reader.isCoordinator ? found : found && presentOrganisation(reader.register, found.id);
  const people = of ? (peopleByOrganisation(reader).get(of.id)?.length ?? 0) : 0;
  if (!of || !(reader.isCoordinator || isIn(of, people))) throw new Refusal(text.unknownOrganisation);
  return organisationView(reader, of);
}

async function memberViewOf(visit: Visit, id: MemberId): Promise<contract.MemberView> {
  const reader = await readerOf(visit);
  const person = personIn(reader.register, id, reader.date);
  if (!reader.isCoordinator && person.state !== 'current') throw new Refusal(text.unknownMember);
  return memberView(reader, person);
}

// ── The frame of the page ──────────────────────────────────────────────────────────────────────

async function frame(visit: Visit, reader: Reader) {
  const { register, places, t, isCoordinator } = reader;
  const { rules } = register;
  const people = peopleByOrganisation(reader);
  const shown = visible(reader, people);
  const regions = places.regions.map(({ code, names }) => ({ id: code, name: nameIn(names, t) }));
  const used = new Set(shown.map(({ region }) => region));
  const totals = totalsOf(reader);
  return {
    kinds: rules.kinds.map(({ id, names, isMunicipality }) => ({ id, name: nameIn(names, t), isMunicipality })),
    areas: rules.areas.map(({ id, names }) => ({ id, name: nameIn(names, t) })),
    regions: regions.filter(({ id }) => used.has(id)),
    sizeClasses: sizeClasses(rules),
    groups: [...register.groups.values()].map(({ id, names }) => ({ id, name: nameIn(names, t) })),
    totals,
    own: await ownPlace(visit, reader),
    ...(isCoordinator ? { desk: await deskOf(visit, reader, regions) } : {}),
  };
}

async function ownPlace(visit: Visit, { register, places, date, t }: Reader) {
  const id = mainOf(register, memberIdOf(visit.actor.person)) as MemberId;
  const person = peopleOf(register, date).get(id);
  const claims = person?.main.claims && presentOrganisation(register, person.main.claims);
  const isAsked = person === undefined || isUnknown(person);
  const suggestion = isAsked && person?.email !== undefined ? suggestionsOf(register, places)(person.email) : undefined;
  return {
    member: id,
    ...(person?.organisation ? { organisation: organisationName(person.organisation, t) } : {}),
    ...(claims ? { claims: organisationName(claims, t) } : {}),
    representsNobody: person?.main.representsNobody === true,
    ...(suggestion ? { suggestion: suggestionView(suggestion, t) } : {}),
    recommendationsLeft: await recommendationsLeft(visit),
  };
}

async function deskOf(visit: Visit, reader: Reader, regions: { id: string; name: string }[]) {
  const { register, places, date } = reader;
  const unassigned = unassignedByDomain(register, placesOf(visit), date);
  return {
    rules: register.rules,
    regions,
    usedKinds: usedKinds(register),
    claims: claimsIn(reader).length,
    missing: (await missingWords(visit)).length,
    unassigned: unassigned.reduce((sum, { people }) => sum + people.length, 0),
    doubles: likelyDoubles(register, date).length,
    mergers: likelyMergers(register, places).length,
    mailIsConfigured: visit.services.letters.isConfigured,
  };
}
