/** Choosing members and organisations: by words, place, size, kind, membership, group, and how they can be reached. */
import { isCurrent, type Member, type MemberId, memberIdOf, type OrganisationId } from '../../core/network.ts';
import type { Area, Organisation, RegisterRules } from '../../core/organisation.ts';
import { mainOf, organisationOf, presentOrganisation, type Register, seatsOn } from '../../core/register.ts';
import type { MemberFilter, OrganisationFilter } from './criteria.ts';

// ── People and what is true of them ────────────────────────────────────────────────────────────

/** A human being of the register: all their identities together, and what can be asked of them. */
export interface Person {
  /** Of the main identity. */
  readonly id: MemberId;
  readonly main: Member;
  /** The main one first. */
  readonly identities: readonly Member[];
  readonly state: 'current' | 'invited' | 'left';
  readonly organisation: Organisation | undefined;
  readonly email: string | undefined;
  readonly hasTeams: boolean;
  /** Ids of the groups in which they hold a place, as a substitute too. */
  readonly groups: ReadonlySet<string>;
  /** Folded words that every member may find them by, and those that coordinators may. */
  readonly words: { readonly open: Words; readonly all: Words };
}

interface Words {
  readonly text: string;
  /** Each word of the topics that they can help with: they are found in other forms of the word too. */
  readonly topics: readonly string[];
}

interface Kept {
  date: string;
  people: ReadonlyMap<string, Person>;
}
/** A register is read once and asked many times; what follows from it is worked out once. */
const kept = new WeakMap<Register, Kept>();

/** Everyone of the register by the id of each of their identities, those who left and those invited too; never those from outside. `date` (yyyy-MM-dd) decides who sits in a group. */
export function peopleOf(register: Register, date: string): ReadonlyMap<string, Person> {
  const known = kept.get(register);
  if (known?.date === date) return known.people;
  const people = workOut(register, date);
  kept.set(register, { date, people });
  return people;
}

function workOut(register: Register, date: string): ReadonlyMap<string, Person> {
  const seats = placesInGroups(register, date);
  const identities = new Map<string, string[]>();
  for (const [id, { isErased, isOutsider }] of register.members) {
    if (isErased || isOutsider) continue; // on their way out, or seen on their event alone
    const found = mainOf(register, id);
    const into = register.members.get(found);
    const main = into && !into.isErased ? found : id; // what it was merged into is gone
    const others = identities.get(main);
    if (others === undefined) identities.set(main, [id]);
    else others.push(id);
  }
  const people = new Map<string, Person>();
  for (const [main, ids] of identities) {
    const person = personOf(register, main, ids, seats.get(main) ?? new Set());
    if (person) for (const id of ids) people.set(id, person);
  }
  return people;
}

function personOf(
  register: Register,
  id: string,
  ids: readonly string[],
  inGroups: ReadonlySet<string>,
): Person | undefined {
  const main = register.members.get(id);
  if (!main) return undefined;
  const others = ids.filter((one) => one !== id).flatMap((one) => register.members.get(one) ?? []);
  const identities = [main, ...others];
  const organisation = organisationOf(register, id);
  const email = identities.find((one) => one.email !== undefined)?.email;
  const open = [
    ...identities.map(({ name }) => name),
    main.title,
    ...(organisation ? [...Object.values(organisation.names), organisation.code] : []),
    ...(main.isListed ? [email, main.phone] : []),
  ];
  const all = [...open, ...identities.flatMap((one) => [one.email, one.phone])];
  const topics = foldText((main.topics ?? []).join(' '))
    .split(' ')
    .filter(Boolean);
  return {
    id: memberIdOf(main.person),
    main,
    identities,
    state: stateOf(identities),
    organisation,
    email,
    hasTeams: identities.some((one) => isCurrent(one) && one.teamsId !== undefined),
    groups: inGroups,
    words: {
      open: { text: foldText(open.join(' ')), topics: main.isListed ? topics : [] },
      all: { text: foldText(all.join(' ')), topics },
    },
  };
}

function stateOf(identities: readonly Member[]): Person['state'] {
  if (identities.some(isCurrent)) return 'current';
  return identities.some((one) => one.leftAt === undefined) ? 'invited' : 'left';
}

/** Of main identities, the groups in which they hold a seat or stand in on a date. */
function placesInGroups(register: Register, date: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const one of register.groups.values()) {
    for (const seat of seatsOn(one, date)) {
      for (const id of [seat.member, ...(seat.substitute === undefined ? [] : [seat.substitute])]) {
        const main = mainOf(register, id);
        found.set(main, (found.get(main) ?? new Set()).add(one.id));
      }
    }
  }
  return found;
}

/** `Äänekoski, Jäsen-Testi` → `aanekoski jasen testi`. */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// ── Size classes and areas ─────────────────────────────────────────────────────────────────────

export interface SizeClass {
  /** Index from 0, the smallest. */
  readonly id: string;
  /** Inhabitants, both inclusive. */
  readonly from?: number;
  readonly to?: number;
}

/** A bound belongs to the class above it: of [2000, 10000] the smallest class is “under 2 000”. No bounds: no classes. */
export function sizeClasses({ sizeBounds }: Pick<RegisterRules, 'sizeBounds'>): SizeClass[] {
  if (sizeBounds.length === 0) return [];
  return [undefined, ...sizeBounds].map((from, index) => {
    const next = sizeBounds[index];
    return {
      id: String(index),
      ...(from === undefined ? {} : { from }),
      ...(next === undefined ? {} : { to: next - 1 }),
    };
  });
}

/** Undefined: its inhabitants are not known, or the network has no classes. */
export function sizeOf({ sizeBounds }: Pick<RegisterRules, 'sizeBounds'>, of: Organisation): string | undefined {
  const { inhabitants } = of;
  if (inhabitants === undefined || sizeBounds.length === 0) return undefined;
  return String(sizeBounds.filter((bound) => bound <= inhabitants).length);
}

/** Areas of the network that an organisation lies in. */
export const areasOf = ({ areas }: Pick<RegisterRules, 'areas'>, { region }: Organisation): Area[] =>
  region === undefined ? [] : areas.filter(({ regions }) => regions.includes(region));

// ── Matching ───────────────────────────────────────────────────────────────────────────────────

export interface Matching {
  /** Words that may be searched: `open` for members, `all` for coordinators. Default all. */
  readonly words?: 'open' | 'all';
  /** Ids of the main identities of people that reach calls silent; `isSilent` of a filter is passed over without it. */
  readonly silent?: ReadonlySet<string>;
}

/** Whether a member, or the person that this identity belongs to, fits all of a filter on a date (yyyy-MM-dd). */
export function matches(
  register: Register,
  member: Member,
  filter: MemberFilter,
  date: string,
  matching: Matching = {},
): boolean {
  const person = peopleOf(register, date).get(memberIdOf(member.person));
  return person !== undefined && failed(register, person, filter, matching).length === 0;
}

type Criterion = keyof MemberFilter;

/** What of a filter a person does not fit. */
function failed(register: Register, person: Person, filter: MemberFilter, matching: Matching): Criterion[] {
  const { words = 'all', silent } = matching;
  const wrong = failedPlace(register, person.organisation, filter) as Criterion[];
  if (!hasWords(person.words[words], filter.text)) wrong.push('text');
  if (filter.organisation !== undefined && !isAt(register, person, filter.organisation)) wrong.push('organisation');
  if (filter.group !== undefined && !person.groups.has(filter.group)) wrong.push('group');
  const facts: readonly [Criterion, boolean][] = [
    ['isContact', person.main.isContact === true],
    ['hasMail', person.email !== undefined],
    ['hasTeams', person.hasTeams],
  ];
  for (const [key, fact] of facts) if (filter[key] !== undefined && (filter[key] === 'yes') !== fact) wrong.push(key);
  const isSilent = silent?.has(person.id);
  if (filter.isSilent !== undefined && isSilent !== undefined && (filter.isSilent === 'yes') !== isSilent)
    wrong.push('isSilent');
  return wrong;
}

function isAt(register: Register, { organisation }: Person, wanted: string): boolean {
  if (wanted === 'none') return organisation === undefined;
  const present = presentOrganisation(register, wanted as OrganisationId);
  return organisation !== undefined && organisation.id === (present?.id ?? wanted);
}

type PlaceCriterion = Exclude<keyof OrganisationFilter, 'text'>;

function failedPlace(
  { rules }: Register,
  of: Organisation | undefined,
  filter: Pick<OrganisationFilter, PlaceCriterion>,
): PlaceCriterion[] {
  const wrong: PlaceCriterion[] = [];
  if (filter.region !== undefined && of?.region !== filter.region) wrong.push('region');
  if (filter.area !== undefined && !(of && areasOf(rules, of).some(({ id }) => id === filter.area))) wrong.push('area');
  if (filter.size !== undefined && (of && sizeOf(rules, of)) !== filter.size) wrong.push('size');
  if (filter.kind !== undefined && of?.kind !== filter.kind) wrong.push('kind');
  if (filter.membership !== undefined && of?.membership !== filter.membership) wrong.push('membership');
  return wrong;
}

/** Each word that was typed is somewhere in it, or is another form of a topic's word. */
const hasWords = ({ text, topics }: Words, typed: string | undefined): boolean =>
  typed === undefined || wordsIn(typed).every((word) => text.includes(word) || isAmong(topics, word));

const wordsIn = (typed: string): string[] => foldText(typed).split(' ').filter(Boolean);

const isAmong = (topics: readonly string[], word: string): boolean =>
  topics.some((topic) => topic.includes(word) || isSameWord(topic, word));

/** A quarter of a word, at least two letters, may be its ending: koulukuljetus, koulukuljetusten; tilastot, tilastointi. */
const endingOf = (letters: number): number => Math.max(2, Math.floor(letters / 4));
/** A shorter common beginning says nothing. */
const LEAST_COMMON = 4;
/** One form of a word is longer than another by so much at most; more is another word: koulut, koulukuljetukset. */
const MOST_LONGER = 5;

/** Two forms of one word: they agree from the beginning but for the shorter one's ending. */
function isSameWord(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const needed = Math.max(LEAST_COMMON, shorter - endingOf(shorter));
  const isNear = Math.abs(a.length - b.length) <= MOST_LONGER;
  return isNear && shorter >= needed && a.slice(0, needed) === b.slice(0, needed);
}

/** Whether someone's topics have every word that was typed, in any form. Only of those who agreed to be found. */
export const canHelpWith = ({ words }: Person, typed: string): boolean =>
  words.open.topics.length > 0 && wordsIn(typed).every((word) => isAmong(words.open.topics, word));

// ── Counting what is found ─────────────────────────────────────────────────────────────────────

export type Counts = Record<string, number>;
const FACETS = ['area', 'region', 'size', 'kind', 'membership', 'group', 'isContact'] as const;
type Facet = (typeof FACETS)[number];

export interface Found<T> {
  readonly found: readonly T[];
  /** For each facet, how many would be found with each of its values if the filter said nothing of that facet. */
  readonly facets: Readonly<Record<Facet, Counts>>;
}

/** Those who fit, in the given order, with the counts that the choices of a filter show. */
export function findPeople(
  register: Register,
  people: readonly Person[],
  filter: MemberFilter,
  matching: Matching = {},
): Found<Person> {
  return find(people, {
    failed: (one) => failed(register, one, filter, matching),
    values: (one) => ({
      ...placeValues(register, one.organisation),
      group: [...one.groups],
      isContact: [one.main.isContact ? 'yes' : 'no'],
    }),
  });
}

export function findOrganisations(
  register: Register,
  all: readonly Organisation[],
  filter: OrganisationFilter,
): Found<Organisation> {
  const words = (of: Organisation): Words => ({
    text: foldText([...Object.values(of.names), of.code, ...of.domains].filter(Boolean).join(' ')),
    topics: [],
  });
  return find(all, {
    failed: (one) => [
      ...failedPlace(register, one, filter),
      ...(hasWords(words(one), filter.text) ? [] : ['text' as const]),
    ],
    values: (one) => ({ ...placeValues(register, one), group: [], isContact: [] }),
  });
}

function placeValues({ rules }: Register, of: Organisation | undefined) {
  const one = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
  return {
    area: of ? areasOf(rules, of).map(({ id }) => id) : [],
    region: one(of?.region),
    size: one(of && sizeOf(rules, of)),
    kind: one(of?.kind),
    membership: one(of?.membership),
  };
}

function find<T>(
  all: readonly T[],
  by: { failed(one: T): readonly string[]; values(one: T): Readonly<Record<Facet, readonly string[]>> },
): Found<T> {
  const found: T[] = [];
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as Record<Facet, Counts>;
  for (const one of all) {
    const [wrong, another] = by.failed(one);
    if (another !== undefined) continue;
    if (wrong === undefined) found.push(one);
    const values = by.values(one);
    for (const facet of FACETS) {
      if (wrong !== undefined && wrong !== facet) continue;
      const counts = facets[facet];
      for (const value of values[facet]) counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return { found, facets };
}
