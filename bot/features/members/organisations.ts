/** The rules of organisations in the register: what may be typed of one, and how municipalities join, merge and leave it. */
import { type Instant, instant } from '../../core/clock.ts';
import { type OrganisationId, organisationId } from '../../core/network.ts';
import { type Names, nameFor, type Organisation, type RegisterRules } from '../../core/organisation.ts';
import { type Places, successorOf } from '../../core/places.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { organisationOf, presentOrganisation, type Register } from '../../core/register.ts';
import type { OrganisationDraft } from './drafts.ts';
import { foldText, peopleOf } from './filter.ts';
import { text } from './text.ts';

const MOST_DOMAINS = 20;
const DOMAIN = /^(?=.{4,120}$)([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u;

// ── Municipalities of the country ──────────────────────────────────────────────────────────────

/** Id of the organisation that a municipality is or will be. */
export const municipalityId = (places: Pick<Places, 'name'>, code: string): OrganisationId =>
  organisationId.parse(`${places.name}-${code}`);

/** The municipality of today that an id names, `fi-598`. Undefined: the id is not of this country, or nobody knows the code. */
export function municipalityOf(places: Places, id: string): Places['municipalities'][number] | undefined {
  const of = `${places.name}-`;
  return id.startsWith(of) ? successorOf(places, id.slice(of.length)) : undefined;
}

/** A municipality as it comes into the register: contacted, so that it is entitled to nothing by itself. Throws a Refusal for an unknown code. */
export function newMunicipality(places: Places, rules: RegisterRules, code: string, now: Instant): Organisation {
  const found = successorOf(places, code);
  if (!found) throw new Refusal(text.unknownMunicipality, { code });
  return {
    id: municipalityId(places, found.code),
    kind: rules.kinds.find(({ isMunicipality }) => isMunicipality)?.id ?? 'municipality',
    names: { ...found.names },
    code: found.code,
    region: found.region,
    domains: [],
    membership: 'contacted',
    since: instant.parse(now),
    fees: [],
  };
}

// ── By hand ────────────────────────────────────────────────────────────────────────────────────

export interface OrganisationFrame {
  readonly register: Register;
  readonly places: Places;
  /** yyyy-MM-dd */
  readonly date: string;
}

/** An organisation with what was typed in it; `of` is the one that is changed, or what a new one starts from. Throws a Refusal with all problems. */
export function withDraft(of: Organisation, draft: OrganisationDraft, frame: OrganisationFrame): Organisation {
  const { register, places } = frame;
  const names = trimmed(draft.names);
  const domains = [...new Set(draft.domains.map(asDomain).filter(Boolean))];
  const problems: Problem[] = [
    ...nameProblems(of, names, draft.kind, register),
    ...domainProblems(domains, places),
    ...delegateProblems(of, draft, frame),
  ];
  if (!register.rules.kinds.some(({ id }) => id === draft.kind))
    problems.push({ field: 'kind', row: text.unknownKind });
  const region = draft.region || undefined;
  if (region !== undefined && !places.regions.some(({ code }) => code === region))
    problems.push({ field: 'region', row: text.unknownRegion });
  refuseAny(problems);
  const { region: _r, inhabitants: _i, delegate: _d, substitute: _s, ...stays } = of;
  return {
    ...stays,
    kind: draft.kind,
    names,
    domains,
    ...(region === undefined ? {} : { region }),
    ...(draft.inhabitants === undefined ? {} : { inhabitants: draft.inhabitants }),
    ...(draft.delegate === undefined ? {} : { delegate: draft.delegate }),
    ...(draft.substitute === undefined ? {} : { substitute: draft.substitute }),
  };
}

/** One made by hand, before `withDraft`. */
export const blankOrganisation = (id: OrganisationId, now: Instant): Organisation => ({
  ...{ id, kind: '', names: {}, domains: [], membership: 'contacted', since: now, fees: [] },
});

function trimmed(names: Names): Names {
  const kept = Object.entries(names).map(([locale, name]) => [locale, name?.replace(/\s+/g, ' ').trim()] as const);
  return Object.fromEntries(kept.filter(([, name]) => name));
}

const namesOf = (names: Names): string[] => Object.values(names).flatMap((name) => name ?? []);

function nameProblems(of: Organisation, names: Names, kind: string, { organisations }: Register): Problem[] {
  const typed = namesOf(names);
  if (typed.length === 0) return [{ field: 'names', row: text.noOrganisationName }];
  const folded = new Set(typed.map(foldText));
  const same = [...organisations.values()].find(
    (one) => one.id !== of.id && one.kind === kind && namesOf(one.names).some((name) => folded.has(foldText(name))),
  );
  return same
    ? [{ field: 'names', row: text.sameOrganisation, params: { name: (locale) => nameFor(same.names, locale) } }]
    : [];
}

/** As people paste it: `@Kunta.fi`, `https://www.kunta.fi/`. */
const asDomain = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^[^@]*@/, '')
    .replace(/^www\./, '')
    .replace(/\/.*$/, '')
    .replace(/\.$/, '');

function domainProblems(domains: readonly string[], { publicMailHosts }: Places): Problem[] {
  const problems: Problem[] = [];
  for (const domain of domains) {
    if (!DOMAIN.test(domain)) problems.push({ field: 'domains', row: text.badDomain, params: { domain } });
    else if (publicMailHosts.includes(domain))
      problems.push({ field: 'domains', row: text.publicDomain, params: { domain } });
  }
  if (domains.length > MOST_DOMAINS)
    problems.push({ field: 'domains', row: text.manyDomains, params: { n: domains.length, most: MOST_DOMAINS } });
  return problems;
}

/** Both represent it and are in the network; nobody stands in for themselves. */
function delegateProblems(
  of: Organisation,
  { delegate, substitute }: Pick<OrganisationDraft, 'delegate' | 'substitute'>,
  { register, date }: OrganisationFrame,
): Problem[] {
  const people = peopleOf(register, date);
  const isOfHere = (id: string): boolean =>
    people.get(id)?.state === 'current' && organisationOf(register, id)?.id === of.id;
  const problems: Problem[] = [];
  for (const [field, id] of Object.entries({ delegate, substitute }))
    if (id !== undefined && !isOfHere(id)) problems.push({ field, row: text.delegateElsewhere });
  if (delegate !== undefined && substitute !== undefined && people.get(delegate) === people.get(substitute))
    problems.push({ field: 'substitute', row: text.delegateTwice });
  return problems;
}

// ── Merging and removing ───────────────────────────────────────────────────────────────────────

/** The organisation as part of another. Throws a Refusal when that would lead in a circle. */
export function mergedInto(register: Register, of: Organisation, into: OrganisationId): Organisation {
  const target = presentOrganisation(register, into);
  if (!target) throw new Refusal(text.unknownOrganisation);
  if (target.id === of.id) throw new Refusal(text.mergedIntoItself);
  if (of.mergedInto === target.id) return of;
  if (of.mergedInto !== undefined)
    throw new Refusal(text.organisationMerged, { name: (locale) => nameFor(of.names, locale) });
  return { ...of, mergedInto: target.id };
}

export function unmerged(of: Organisation): Organisation {
  const { mergedInto: _, ...own } = of;
  return of.mergedInto === undefined ? of : own;
}

/** Following `mergedInto` from here never comes to an end: two mergers crossed. */
export function goesInCircles({ organisations }: Pick<Register, 'organisations'>, id: OrganisationId): boolean {
  const seen = new Set<string>();
  for (let now: OrganisationId | undefined = id; now !== undefined; now = organisations.get(now)?.mergedInto) {
    if (seen.has(now)) return true;
    seen.add(now);
  }
  return false;
}

export interface LikelyMerger {
  readonly organisation: Organisation;
  /** The municipality of today. */
  readonly code: string;
  readonly names: Names;
  /** In the register already. */
  readonly into: Organisation | undefined;
  /** yyyy-MM-dd */
  readonly on: string;
}

/** Municipalities of the register that the country's file says became part of another. */
export function likelyMergers({ organisations }: Register, places: Places): LikelyMerger[] {
  const mergers = new Map(places.mergers.map((one) => [one.code, one]));
  return [...organisations.values()].flatMap((one) => {
    const merger = one.mergedInto === undefined && one.code !== undefined ? mergers.get(one.code) : undefined;
    const now = merger && successorOf(places, merger.code);
    if (!merger || !now || !one.id.startsWith(`${places.name}-`)) return [];
    const into = organisations.get(municipalityId(places, now.code));
    return [{ organisation: one, code: now.code, names: now.names, into, on: merger.on }];
  });
}

/** Whether nobody represents it or says so, nothing was merged into it, and nobody was invoiced for it. Those who have left don't hold it. */
export const isUnused = ({ members, organisations }: Register, { id, fees }: Organisation): boolean =>
  fees.length === 0 &&
  ![...organisations.values()].some((one) => one.mergedInto === id) &&
  ![...members.values()].some(
    (one) => one.leftAt === undefined && !one.isOutsider && (one.organisation === id || one.claims === id),
  );

// ── What members see ───────────────────────────────────────────────────────────────────────────

/** “In the network” for everyone's eyes: a member or on trial, or someone of it takes part; not what has become part of another or has left. */
export const isIn = (of: Organisation, people: number): boolean =>
  of.mergedInto === undefined &&
  (of.membership === 'member' || of.membership === 'trial' || (people > 0 && of.membership !== 'left'));
