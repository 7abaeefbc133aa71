/** The municipalities of a country as data: its regions, who merged with whom, which to suggest for what people type or for their address. */
import { z } from 'zod';
import { names, organisationKind } from './organisation.ts';

const code = z.string().regex(/^[A-Za-z0-9-]{1,20}$/);
/** Lower case, without `@` or `www.`. */
const domain = z.string().regex(/^[^\s@A-Z]+\.[^\s@A-Z.]+$/);

/** Official code and names; a language without a name of its own is left out or repeats the other. */
export const municipality = z.strictObject({
  code,
  names,
  /** Code of its region. */
  region: code,
  /** Where its people's addresses are, when not in what its names give; the names then give nothing. */
  domains: z.array(domain).min(1).optional(),
});
export type Municipality = z.infer<typeof municipality>;

export const region = z.strictObject({
  code,
  names,
  /** Of its municipalities' domains, when not the country's. */
  domainSuffix: z.string().min(2).optional(),
});
export type Region = z.infer<typeof region>;

/** A municipality of former days and the one that it became part of, which may have merged since. */
export const merger = z.strictObject({ code, names, into: code, on: z.iso.date() });
export type Merger = z.infer<typeof merger>;

/** A country's file of facts in `bot/places`. */
export const places = z
  .strictObject({
    /** The file's name without its ending; what a network's settings hold. */
    name: z.string(),
    /** From this day on the municipalities are these. */
    since: z.iso.date(),
    /** Where the facts are from. */
    source: z.string().min(1),
    /** Last part of the municipalities' domains, `fi`. */
    domainSuffix: z.string().min(2),
    /** Mail hosts open to everyone: an address there says nothing of whom one represents. */
    publicMailHosts: z.array(domain),
    /** Words beside a name that tell none from another, `kaupunki`: they are passed over where they are in the way. */
    commonWords: z.array(z.string().min(1)),
    /** Kinds of organisation that a network begins with. */
    kinds: z.array(organisationKind),
    regions: z.array(region),
    /** In the order in which lists show them. */
    municipalities: z.array(municipality),
    mergers: z.array(merger),
  })
  .superRefine((of, context) => {
    for (const message of contradictions(of)) context.addIssue({ code: 'custom', message });
  });
export type Places = z.infer<typeof places>;

/** What the schema of single values can't see: doubles, unknown codes, mergers that lead nowhere. */
function contradictions(of: {
  kinds: readonly { id: string }[];
  regions: readonly Region[];
  municipalities: readonly Municipality[];
  mergers: readonly Merger[];
}): string[] {
  const regions = new Set(of.regions.map((one) => one.code));
  const today = new Set(of.municipalities.map((one) => one.code));
  const into = new Map(of.mergers.map((one) => [one.code, one.into]));
  const leadsNowhere = ({ code: from }: Merger): boolean => {
    let now: string | undefined = from;
    for (let steps = 0; now !== undefined && !today.has(now) && steps <= into.size; steps++) now = into.get(now);
    return now === undefined || !today.has(now);
  };
  return [
    ...doubles(of.kinds.map(({ id }) => id)).map((id) => `two kinds are ${id}`),
    ...doubles(of.regions.map((one) => one.code)).map((one) => `two regions have the code ${one}`),
    ...doubles([...of.municipalities, ...of.mergers].map((one) => one.code)).map(
      (one) => `two municipalities of today or before have the code ${one}`,
    ),
    ...of.municipalities
      .filter((one) => !regions.has(one.region))
      .map((one) => `${one.code} lies in an unknown region, ${one.region}`),
    ...of.mergers
      .filter(leadsNowhere)
      .map((one) => `${one.code} merged into ${one.into}, which leads to none of today`),
    ...[...of.regions, ...of.municipalities, ...of.mergers]
      .filter((one) => allNames(one).length === 0)
      .map((one) => `${one.code} has no name`),
  ];
}

const doubles = (all: readonly string[]): string[] => [
  ...new Set(all.filter((one, index) => all.indexOf(one) !== index)),
];

const allNames = (of: { readonly names: z.infer<typeof names> }): string[] => [
  ...new Set(Object.values(of.names).flatMap((name) => (name ? [name] : []))),
];

/** The municipality of today that a code stands for: itself, or what it became part of. Undefined when the code is unknown. */
export function successorOf(of: Places, from: string): Municipality | undefined {
  return indexOf(of).today.get(from);
}

// ── Searching ──────────────────────────────────────────────────────────────────────────────────

/** From this many letters on a slip is forgiven. */
const FORGIVEN_FROM = 4;
/** Of the letters typed, rounded down. Finnish bends names in the middle (uudes kaup, of Uusikaupunki), and so it is not small. */
const FORGIVEN_SHARE = 0.4;

/**
 * At most `most` municipalities for what someone typed, best first: the whole name or code, names that begin with it, names with a word
 * that does, names that contain it; only when there are none, the same without common words (`Porin kaupunki`), and names that begin
 * nearly so. In every language of the file, without regard to case, diacritics, spaces and hyphens. Names of former days find what they
 * became part of. Nothing typed: the first of the list.
 */
export function searchPlaces(of: Places, typed: string, most: number): Municipality[] {
  const { entries, commonWords } = indexOf(of);
  const words = fold(typed).split(' ');
  const telling = words.filter((word) => !commonWords.has(word));
  const whole = words.join('');
  const sought = telling.length > 0 ? telling.join('') : whole;
  for (const rankOf of [
    (entry: Entry) => exactly(entry, whole),
    (entry: Entry) => exactly(entry, sought),
    (entry: Entry) => nearly(entry, sought),
  ]) {
    const found = best(entries, rankOf);
    if (found.length > 0) return found.slice(0, most);
  }
  return [];
}

interface Entry {
  readonly of: Municipality;
  /** Folded, with single spaces between words, and without any. */
  readonly words: string;
  readonly joined: string;
  readonly isFormer: boolean;
}

/** Those with a rank, each once, lowest rank first; names of today before those of former days, else in the file's order. */
function best(entries: readonly Entry[], rankOf: (entry: Entry) => number | undefined): Municipality[] {
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry);
    return rank === undefined ? [] : [{ of: entry.of, rank: rank + (entry.isFormer ? 0.5 : 0) }];
  });
  return [...new Set(ranked.sort((a, b) => a.rank - b.rank).map((one) => one.of))];
}

function exactly({ of, words, joined }: Entry, sought: string): number | undefined {
  if (joined === sought || of.code.toLowerCase() === sought) return 0;
  if (joined.startsWith(sought)) return 1;
  if (words.split(' ').some((_, index, all) => all.slice(index).join('').startsWith(sought))) return 2;
  return joined.includes(sought) ? 3 : undefined;
}

/** How many letters are wrong, when not too many; of names with as many, the one that agrees the longest from its beginning comes first. */
function nearly({ joined }: Entry, sought: string): number | undefined {
  if (sought.length < FORGIVEN_FROM || sought[0] !== joined[0]) return undefined;
  if (sought.startsWith(joined)) return 0; // raumalla
  const wrong = lettersWrong(sought, joined);
  if (wrong > Math.floor(sought.length * FORGIVEN_SHARE)) return undefined;
  const agree = [...sought].findIndex((letter, index) => letter !== joined[index]);
  return wrong + 1 / (agree + 2);
}

/** Letters to add, leave out or change until `sought` is the beginning of `name` (Levenshtein's distance to the nearest prefix). */
function lettersWrong(sought: string, name: string): number {
  let row = Array.from({ length: name.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...sought].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...name].entries()) {
      const [above = 0, aboveLeft = 0, left = 0] = [row[at + 1], row[at], next[at]];
      next.push(Math.min(above + 1, left + 1, aboveLeft + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return Math.min(...row);
}

/** Letters that Unicode does not take apart into a base and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', đ: 'd', ł: 'l', ŋ: 'n' };

/** `S:t Michel` → `st michel`, `Mänttä-Vilppula` → `mantta vilppula`. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|[:.'’]/gu, '')
    .replace(/[øæßđłŋ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// ── Suggesting by e-mail domain ────────────────────────────────────────────────────────────────

/** What the suggestion needs to know of a network's organisation. */
export interface OrganisationAtDomain {
  readonly id: string;
  readonly domains: readonly string[];
  readonly names: z.infer<typeof names>;
  /** Official code, of a municipality. */
  readonly code?: string | undefined;
}

/** Whom an address speaks for: one of the network's organisations, or a municipality that is not among them yet. */
export type Suggestion<T extends OrganisationAtDomain> =
  | { readonly organisation: T }
  | { readonly municipality: Municipality };

/**
 * Whom someone probably represents. The domain of the address, then each domain above it (`edu.pietarsaari.fi`, `pietarsaari.fi`): an
 * organisation that lists it, an organisation of that name, a municipality of that name in any language, or one that merged since.
 * Undefined: nobody known, two organisations list the same domain, no address, or a mail host open to everyone.
 * For many addresses `suggester` is quicker.
 */
export function suggestByDomain<T extends OrganisationAtDomain>(
  of: Places,
  organisations: readonly T[],
  email: string,
): Suggestion<T> | undefined {
  return suggester(of, organisations)(email);
}

/** `suggestByDomain` for one network's organisations and many addresses. */
export function suggester<T extends OrganisationAtDomain>(
  of: Places,
  organisations: readonly T[],
): (email: string) => Suggestion<T> | undefined {
  const { byDomain } = indexOf(of);
  const listed = new Map<string, T[]>();
  const named = new Map<string, T[]>();
  const byCode = new Map<string, T>();
  for (const one of organisations) {
    for (const each of one.domains) push(listed, asDomain(each), one);
    const now = one.code === undefined ? undefined : successorOf(of, one.code);
    // A municipality's file knows where its people write from; its name alone may be a company's or a university's domain.
    if (now) byCode.set(now.code, one);
    else for (const each of domainsOfNames(one, of.domainSuffix)) push(named, each, one);
  }
  return (email) => {
    const full = domainOf(email);
    if (full === undefined) return undefined;
    const domains = withParents(full);
    if (domains.some((one) => of.publicMailHosts.includes(one))) return undefined;
    for (const one of domains) {
      const candidates = listed.get(one) ?? named.get(one);
      if (candidates !== undefined) return candidates.length === 1 ? only(candidates) : undefined;
      const found = byDomain.get(one);
      if (found === undefined) continue;
      const organisation = byCode.get(found.code);
      return organisation === undefined ? { municipality: found } : { organisation };
    }
    return undefined;
  };
}

const only = <T extends OrganisationAtDomain>([organisation]: readonly T[]): Suggestion<T> | undefined =>
  organisation === undefined ? undefined : { organisation };

/**
 * The domain of an address in lower case, also of a guest's name in another tenant (`name_domain.fi#EXT#@tenant.onmicrosoft.com`: the last
 * underscore was the @, since a domain has none). Undefined when there is none. Source: learn.microsoft.com, “Properties of an Entra B2B user”.
 */
export function domainOf(email: string): string | undefined {
  const [guest = '', tenant] = email.trim().toLowerCase().split('#ext#');
  const separator = tenant === undefined ? '@' : '_';
  const at = guest.lastIndexOf(separator);
  const found = asDomain(guest.slice(at + 1));
  return at > 0 && domain.safeParse(found).success ? found : undefined;
}

/** As people list them: `@Pietarsaari.fi`, `www.pietarsaari.fi`. */
const asDomain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^@|\.$/g, '')
    .replace(/^www\./, '');

/** `a.b.fi` → `a.b.fi`, `b.fi`. */
function withParents(full: string): string[] {
  const labels = full.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

/** `Mänttä-Vilppula` → `mantta-vilppula.fi`, `manttavilppula.fi`, and as it is written, since domains may have å, ä and ö. */
function domainsOfNames(of: { readonly names: z.infer<typeof names> }, suffix: string): string[] {
  const forms = allNames(of).flatMap((name) => {
    const written = name.toLowerCase().replace(/[:.'’]/g, '');
    return [fold(name), written.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()];
  });
  return [...new Set(forms.flatMap((form) => [form.replaceAll(' ', ''), form.replaceAll(' ', '-')]))].map(
    (form) => `${form}.${suffix}`,
  );
}

// ── What is computed once of a file ────────────────────────────────────────────────────────────

interface Index {
  readonly commonWords: ReadonlySet<string>;
  readonly entries: readonly Entry[];
  /** Of a domain, the municipality of today. */
  readonly byDomain: ReadonlyMap<string, Municipality>;
  /** Of a code of today or before. */
  readonly today: ReadonlyMap<string, Municipality>;
}

const indexes = new WeakMap<Places, Index>();

function indexOf(of: Places): Index {
  const known = indexes.get(of) ?? makeIndex(of);
  indexes.set(of, known);
  return known;
}

function makeIndex(of: Places): Index {
  const today = new Map(of.municipalities.map((one) => [one.code, one]));
  const into = new Map(of.mergers.map((one) => [one.code, one.into]));
  for (const { code: former } of of.mergers) {
    let now = former;
    for (let next = into.get(now); next !== undefined; next = into.get(now)) now = next;
    const found = today.get(now);
    if (found) today.set(former, found);
  }
  const suffixes = new Map(of.regions.map((one) => [one.code, one.domainSuffix]));
  const suffixOf = (one: Municipality): string => suffixes.get(one.region) ?? of.domainSuffix;
  const byDomain = new Map<string, Municipality>();
  // Today's last: where a name was used before, it means the one of today.
  for (const former of of.mergers) {
    const now = today.get(former.code);
    if (now) for (const one of domainsOfNames(former, suffixOf(now))) byDomain.set(one, now);
  }
  for (const one of of.municipalities)
    for (const each of one.domains ?? domainsOfNames(one, suffixOf(one))) byDomain.set(each, one);
  const entries = [
    ...of.municipalities.flatMap((one) => entriesOf(one, one, false)),
    ...of.mergers.flatMap((former) => {
      const now = today.get(former.code);
      return now ? entriesOf(now, former, true) : [];
    }),
  ];
  return { commonWords: new Set(of.commonWords.map(fold)), entries, byDomain, today };
}

const entriesOf = (of: Municipality, named: { readonly names: z.infer<typeof names> }, isFormer: boolean): Entry[] =>
  allNames(named).map((name) => {
    const words = fold(name);
    return { of, words, joined: words.replaceAll(' ', ''), isFormer };
  });

function push<T>(into: Map<string, T[]>, key: string, value: T): void {
  const there = into.get(key);
  if (there === undefined) into.set(key, [value]);
  else if (!there.includes(value)) there.push(value);
}
