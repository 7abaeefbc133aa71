/** The dry run of a list: what each of its rows would do to the register, and what must be settled before. */
import type { Instant } from '../../core/clock.ts';
import {
  isCurrent,
  type Member,
  type MemberId,
  MOST_TOPICS,
  memberIdOf,
  type OrganisationId,
} from '../../core/network.ts';
import type { Membership, Organisation } from '../../core/organisation.ts';
import { type Places, suggester } from '../../core/places.ts';
import { mainOf, organisationOf, presentOrganisation, type Register } from '../../core/register.ts';
import type { Message, Params } from '../../core/text.ts';
import { municipalityOf } from '../members/organisations.ts';
import { type Columns, FIELDS, type Field } from './fields.ts';
import { type Candidate, organisationFinder } from './places.ts';
import { text } from './text.ts';
import { type Cells, isSameName, isSimilarName, nameWords, readValues, type Values, type Wrong } from './values.ts';

/** A row as it was read: its number in the file, its cells in the order of the columns. */
export interface RawRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** What the coordinator said of a row. */
export interface Settled {
  readonly row: number;
  readonly cells?: Cells | undefined;
  readonly decision?: 'new' | 'member' | 'skip' | undefined;
  readonly member?: MemberId | undefined;
  readonly organisation?: OrganisationId | undefined;
}

export type DoubtCode =
  | 'similarName'
  | 'sharedAddress'
  | 'severalMembers'
  | 'left'
  | 'invited'
  | 'twice'
  | 'organisation';

export interface Doubt {
  readonly code: DoubtCode;
  readonly message: Message;
  readonly params?: Params;
  readonly members: readonly Member[];
  readonly organisations: readonly Candidate[];
  readonly row?: number;
}

/** What an import may set of a member. */
export interface Patch {
  name?: string | undefined;
  email?: string | undefined;
  title?: string | undefined;
  phone?: string | undefined;
  locale?: 'fi' | 'sv' | 'en' | undefined;
  isContact?: true | undefined;
  topics?: string[] | undefined;
  organisation?: OrganisationId | undefined;
}
export interface OrganisationPatch {
  membership?: Membership | undefined;
  inhabitants?: number | undefined;
}

export type Outcome = 'new' | 'changed' | 'same' | 'doubtful' | 'wrong' | 'skipped';

export interface PlannedRow {
  readonly row: number;
  readonly outcome: Outcome;
  readonly cells: Cells;
  readonly mended: readonly Field[];
  /** Whom it changes; undefined: a new person, or nobody yet. */
  readonly member: Member | undefined;
  /** Whom they would represent. */
  readonly organisation: Candidate | undefined;
  /** What the member has now of what `set` would change. */
  readonly before: Patch;
  readonly set: Patch;
  readonly organisationBefore: OrganisationPatch;
  readonly organisationSet: OrganisationPatch;
  /** Who has left, was only invited or took part from outside is taken in by it. */
  readonly takesIn: boolean;
  readonly doubts: readonly Doubt[];
  readonly wrong: readonly Wrong[];
  readonly decision?: 'new' | 'member' | 'skip' | undefined;
}

export interface DryRun {
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Organisations that would come into the register, each once. */
  readonly newOrganisations: readonly Candidate[];
}

/** What is wrong with the columns as a whole; empty: rows can be read. */
export function columnProblems(columns: Columns): Message[] {
  const taken = columns.filter((one) => one !== null);
  const has = (...fields: Field[]): boolean => fields.some((one) => taken.includes(one));
  return [
    ...(new Set(taken).size < taken.length ? [text.columnTwice] : []),
    ...(has('email') ? [] : [text.noEmailColumn]),
  ];
}

export function cellsOf(row: RawRow, columns: Columns, mended: Cells = {}): Cells {
  const cells: Cells = {};
  for (const [column, one] of columns.entries()) {
    const typed = row.cells[column] ?? '';
    if (one !== null && typed !== '') cells[one] = typed;
  }
  return { ...cells, ...mended };
}

/** The dry run against a register. Pure: the same list, decisions and register give the same rows. */
export function dryRun(...of: Parameters<typeof dryRunInSteps>): DryRun {
  const steps = dryRunInSteps(...of);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Rows between two steps: some milliseconds of work. */
const STEP = 200;

/** The same in steps, between which others may have their turn. */
export function* dryRunInSteps(
  raw: readonly RawRow[],
  columns: Columns,
  settled: ReadonlyMap<number, Settled>,
  known: { readonly register: Register; readonly places: Places },
): Generator<void, DryRun, void> {
  const { register } = known;
  const people = peopleIndex(register);
  const organisationFor = organisationLookup(raw, columns, settled, known);
  const stages = new Map<OrganisationId, { row: number; patch: OrganisationPatch }>();
  const file: FileIndex = { addresses: new Map(), names: new Map(), members: new Map() };

  const look = (one: RawRow): PlannedRow => {
    const said = settled.get(one.number);
    const cells = cellsOf(one, columns, said?.cells);
    const mended = FIELDS.filter((name) => said?.cells?.[name] !== undefined);
    const base = { row: one.number, cells, mended, decision: said?.decision };
    if (said?.decision === 'skip') return { ...base, ...NOTHING, outcome: 'skipped' };
    const { values, wrong: unreadable } = readValues(cells);
    const wrong = [...unreadable];
    const doubts: Doubt[] = [];

    const place = organisationFor(values, said?.organisation);
    if (place.doubt) doubts.push(place.doubt);
    if (place.wrong) wrong.push(place.wrong);
    const organisation = place.found;

    const who = whoIs(values, organisation, { people, register, said });
    doubts.push(...who.doubts);
    const twice = inFileBefore(one.number, values, who.member, organisation, file);
    if (twice && said?.decision === undefined) doubts.push(twiceDoubt(twice.row));
    else if (twice?.isSameMember) wrong.push({ field: 'name', row: text.sameMember, params: { row: twice.row } });

    const current = who.member;
    if (!current && doubts.length === 0) wrong.push(...missing(values, wrong));
    if (values.isContact && !organisation && !(current && organisationOf(register, memberIdOf(current.person))))
      wrong.push({ field: 'isContact', row: text.contactWithoutOrganisation });
    const ofOrganisation = organisationPatch(one.number, values, organisation, stages);
    wrong.push(...ofOrganisation.wrong);

    const member = current ? changesOf(current, values, organisation, register) : newPatch(values, organisation);
    const takesIn = current !== undefined && !isCurrent(current);
    const isChange = Object.keys(member.set).length + Object.keys(ofOrganisation.set).length > 0 || takesIn;
    const settledOutcome = current ? (isChange ? 'changed' : 'same') : 'new';
    const outcome = wrong.length > 0 ? 'wrong' : doubts.length > 0 ? 'doubtful' : settledOutcome;
    return {
      ...base,
      outcome,
      member: current,
      organisation,
      ...member,
      organisationBefore: ofOrganisation.before,
      organisationSet: ofOrganisation.set,
      ...{ takesIn, doubts, wrong },
    };
  };
  const rows: PlannedRow[] = [];
  for (const one of raw) {
    rows.push(look(one));
    if (rows.length % STEP === 0) yield;
  }
  return { rows, counts: countsOf(rows), newOrganisations: newOnes(rows) };
}

const NOTHING = {
  ...{ member: undefined, organisation: undefined, before: {}, set: {}, organisationBefore: {}, organisationSet: {} },
  ...{ takesIn: false, doubts: [], wrong: [] },
};

function countsOf(rows: readonly PlannedRow[]): Record<Outcome, number> {
  const counts = { new: 0, changed: 0, same: 0, doubtful: 0, wrong: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome]++;
  return counts;
}

function newOnes(rows: readonly PlannedRow[]): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { organisation, outcome } of rows)
    if (organisation?.isNew && outcome !== 'wrong') found.set(organisation.id, organisation);
  return [...found.values()];
}

/** What a new person can't do without. */
const missing = (values: Values, wrong: readonly Wrong[]): Wrong[] => [
  ...(values.name === undefined && !wrong.some(({ field }) => field === 'name')
    ? [{ field: 'name' as const, row: text.noName }]
    : []),
  ...(values.email === undefined && !wrong.some(({ field }) => field === 'email')
    ? [{ field: 'email' as const, row: text.noAddress }]
    : []),
];

// ── Who it is ──────────────────────────────────────────────────────────────────────────────────

interface Known {
  /** Of the main identity; `id` as well. */
  readonly main: Member;
  readonly id: MemberId;
  /** Of all identities. */
  readonly addresses: ReadonlySet<string>;
  readonly name: readonly string[];
  readonly state: 'current' | 'outsider' | 'invited' | 'left';
}
interface People {
  readonly byId: ReadonlyMap<string, Known>;
  readonly byAddress: ReadonlyMap<string, readonly Known[]>;
  /** By each word of their names. */
  readonly byWord: ReadonlyMap<string, readonly Known[]>;
}

const indexes = new WeakMap<Register, People>();

function peopleIndex(register: Register): People {
  const known = indexes.get(register) ?? workOut(register);
  indexes.set(register, known);
  return known;
}

function workOut(register: Register): People {
  const identities = Map.groupBy(register.members, ([id]) => mainOf(register, id));
  const byId = new Map<string, Known>();
  const byAddress = new Map<string, Known[]>();
  const byWord = new Map<string, Known[]>();
  for (const [id, those] of identities) {
    const main = register.members.get(id);
    if (!main || main.isErased) continue;
    const all = those.map(([, one]) => one);
    const addresses = new Set(all.flatMap(({ email }) => email ?? []));
    const one: Known = { main, id: id as MemberId, addresses, name: nameWords(main.name), state: stateOf(all) };
    for (const [identity] of those) byId.set(identity, one);
    for (const address of addresses) push(byAddress, address, one);
    for (const word of new Set(one.name)) push(byWord, word, one);
  }
  return { byId, byAddress, byWord };
}

function stateOf(identities: readonly Member[]): Known['state'] {
  if (identities.some(isCurrent)) return 'current';
  const present = identities.filter(({ leftAt }) => leftAt === undefined);
  if (present.length === 0) return 'left';
  return present.some(({ isOutsider }) => isOutsider) ? 'outsider' : 'invited';
}

function push<T>(into: Map<string, T[]>, key: string, value: T): void {
  const there = into.get(key);
  if (there === undefined) into.set(key, [value]);
  else there.push(value);
}

interface Who {
  readonly member: Member | undefined;
  readonly doubts: readonly Doubt[];
}
const nobody: Who = { member: undefined, doubts: [] };
const surely = ({ main }: Known): Who => ({ member: main, doubts: [] });
/** Shown to choose from at most. */
const MOST_CHOICES = 5;
const perhaps = (code: DoubtCode, message: Message, those: readonly Known[]): Who => ({
  member: undefined,
  doubts: [{ code, message, members: those.slice(0, MOST_CHOICES).map(({ main }) => main), organisations: [] }],
});

function whoIs(
  values: Values,
  organisation: Candidate | undefined,
  { people, register, said }: { people: People; register: Register; said: Settled | undefined },
): Who {
  if (said?.decision === 'new') return nobody;
  if (said?.decision === 'member' && said.member !== undefined) {
    const chosen = people.byId.get(said.member);
    if (chosen) return surely(chosen);
  }
  const words = values.name === undefined ? undefined : nameWords(values.name);
  const sharing = values.email === undefined ? [] : (people.byAddress.get(values.email) ?? []);
  const current = sharing.filter(({ state }) => state === 'current');
  const named = current.filter(({ name }) => words === undefined || isSimilarName(words, name));
  const [only] = named;
  if (only && named.length === 1) return surely(only);
  if (named.length > 1) return perhaps('severalMembers', text.severalMembers, named);
  if (current.length > 0) return perhaps('sharedAddress', text.sharedAddress, current);
  const outsider = sharing.find(({ state }) => state === 'outsider');
  if (outsider) return surely(outsider); // takes part in events already, and becomes a member
  const invited = sharing.filter(({ state }) => state === 'invited');
  if (invited.length > 0) return perhaps('invited', text.invited, invited);
  if (sharing.length > 0) return perhaps('left', text.left, sharing);
  const similar = words === undefined ? [] : similarTo(words, organisation, people, register);
  return similar.length === 0 ? nobody : perhaps('similarName', text.similarName, similar);
}

/** People of the network whose name is the same, or nearly so where they could be at the same organisation. */
function similarTo(
  words: readonly string[],
  organisation: Candidate | undefined,
  { byWord }: People,
  register: Register,
): Known[] {
  const seen = new Set<Known>();
  for (const word of words) for (const one of byWord.get(word) ?? []) if (one.state === 'current') seen.add(one);
  const same: Known[] = [];
  const nearly: Known[] = [];
  for (const one of seen) {
    if (isSameName(words, one.name)) same.push(one);
    else if (isSimilarName(words, one.name) && couldBeAt(register, one, organisation)) nearly.push(one);
  }
  return [...same, ...nearly];
}

function couldBeAt(register: Register, one: Known, organisation: Candidate | undefined): boolean {
  const theirs = organisationOf(register, one.id);
  return organisation === undefined || theirs === undefined || theirs.id === organisation.id;
}

// ── Twice in the file ──────────────────────────────────────────────────────────────────────────

interface FileIndex {
  readonly addresses: Map<string, number>;
  /** Name and organisation. */
  readonly names: Map<string, number>;
  readonly members: Map<MemberId, number>;
}

/** The earlier row that is about the same person; notes this one for later rows. */
function inFileBefore(
  row: number,
  { email, name }: Values,
  member: Member | undefined,
  organisation: Candidate | undefined,
  file: FileIndex,
): { readonly row: number; readonly isSameMember: boolean } | undefined {
  const id = member && memberIdOf(member.person);
  const key = name === undefined ? undefined : `${nameWords(name).join(' ')}|${organisation?.id ?? ''}`;
  const ofMember = id === undefined ? undefined : file.members.get(id);
  const ofAddress = email === undefined ? undefined : file.addresses.get(email);
  const ofName = key === undefined ? undefined : file.names.get(key);
  if (id !== undefined && ofMember === undefined) file.members.set(id, row);
  if (email !== undefined && ofAddress === undefined) file.addresses.set(email, row);
  if (key !== undefined && ofName === undefined) file.names.set(key, row);
  if (ofMember !== undefined) return { row: ofMember, isSameMember: true };
  const before = ofAddress ?? ofName;
  return before === undefined ? undefined : { row: before, isSameMember: false };
}

const twiceDoubt = (row: number): Doubt => ({
  ...{ code: 'twice', message: text.twice, params: { row }, members: [], organisations: [], row },
});

// ── Whom they represent ────────────────────────────────────────────────────────────────────────

interface Place {
  readonly found?: Candidate | undefined;
  readonly doubt?: Doubt;
  readonly wrong?: Wrong;
}

function organisationLookup(
  raw: readonly RawRow[],
  columns: Columns,
  settled: ReadonlyMap<number, Settled>,
  { register, places }: { readonly register: Register; readonly places: Places },
): (values: Values, said: OrganisationId | undefined) => Place {
  const find = organisationFinder(register, places);
  const suggest = suggester(
    places,
    [...register.organisations.values()].filter(({ mergedInto }) => mergedInto === undefined),
  );
  const byId = (id: OrganisationId): Candidate | undefined => {
    const present = presentOrganisation(register, id);
    if (present) return { id: present.id, names: present.names, isNew: false };
    const of = municipalityOf(places, id);
    return of && find.ofMunicipality(of);
  };
  // What was said of one row holds for all rows in which the same words stand.
  const agreed = new Map<string, OrganisationId>();
  for (const row of raw) {
    const said = settled.get(row.number);
    const typed = said?.organisation && cellsOf(row, columns, said.cells).organisation;
    if (typed && said.organisation) agreed.set(typed, said.organisation);
  }
  const suggestedBy = (email: string | undefined): Candidate | undefined => {
    const found = email === undefined ? undefined : suggest(email);
    if (found === undefined) return undefined;
    return 'organisation' in found ? byId(found.organisation.id) : find.ofMunicipality(found.municipality);
  };
  return ({ organisation: typed, email }, said) => {
    const chosen = said ?? (typed === undefined ? undefined : agreed.get(typed));
    const settledAs = chosen && byId(chosen);
    if (settledAs) return { found: settledAs };
    if (typed === undefined) return { found: suggestedBy(email) };
    const { exact, others } = find.named(typed);
    if (exact) return { found: exact };
    if (others.length === 0) return { wrong: { field: 'organisation', row: text.unknownOrganisation } };
    const byAddress = suggestedBy(email);
    const confirmed = byAddress && others.find(({ id }) => id === byAddress.id);
    if (confirmed) return { found: confirmed };
    return {
      doubt: { code: 'organisation', message: text.unclearOrganisation, members: [], organisations: others },
    };
  };
}

/** What the row says of its organisation; the first row that says it counts, and later ones must agree. */
function organisationPatch(
  row: number,
  { membership, inhabitants }: Values,
  organisation: Candidate | undefined,
  earlier: Map<OrganisationId, { row: number; patch: OrganisationPatch }>,
): { readonly set: OrganisationPatch; readonly before: OrganisationPatch; readonly wrong: readonly Wrong[] } {
  const said: OrganisationPatch = {
    ...(membership === undefined ? {} : { membership }),
    ...(inhabitants === undefined ? {} : { inhabitants }),
  };
  const keys = (['membership', 'inhabitants'] as const).filter((key) => said[key] !== undefined);
  if (keys.length === 0) return { set: {}, before: {}, wrong: [] };
  if (!organisation) return { set: {}, before: {}, wrong: keys.map((field) => ({ field, row: text.noOrganisation })) };
  const first = earlier.get(organisation.id);
  const wrong = keys
    .filter((key) => first?.patch[key] !== undefined && first.patch[key] !== said[key])
    .map((field) => ({ field, row: text.otherwise, params: { row: first?.row ?? 0 } }));
  earlier.set(organisation.id, { row: first?.row ?? row, patch: { ...said, ...first?.patch } });
  const { of } = organisation;
  const news = keys.filter((key) => first?.patch[key] === undefined && of?.[key] !== said[key]);
  return { set: pickPatch(said, news), before: pickPatch(of ?? {}, news), wrong };
}

function pickPatch(
  { membership, inhabitants }: { membership?: Membership | undefined; inhabitants?: number | undefined },
  keys: readonly (keyof OrganisationPatch)[],
): OrganisationPatch {
  return {
    ...(membership !== undefined && keys.includes('membership') ? { membership } : {}),
    ...(inhabitants !== undefined && keys.includes('inhabitants') ? { inhabitants } : {}),
  };
}

// ── What changes ───────────────────────────────────────────────────────────────────────────────

function newPatch(values: Values, organisation: Candidate | undefined): { set: Patch; before: Patch } {
  const { organisation: _typed, membership: _stage, inhabitants: _size, ...own } = values;
  return { set: { ...own, ...(organisation ? { organisation: organisation.id } : {}) }, before: {} };
}

/**
 * What a known member would get. Empty cells take nothing away; topics are added; the name of someone in Teams is Teams' own, and the
 * language that someone chose is theirs.
 */
function changesOf(
  member: Member,
  values: Values,
  organisation: Candidate | undefined,
  register: Register,
): { set: Patch; before: Patch } {
  const set: Patch = {};
  const id = memberIdOf(member.person);
  if (values.name !== undefined && member.teamsId === undefined && isFullerName(values.name, member.name))
    set.name = values.name;
  const addresses = peopleIndex(register).byId.get(id)?.addresses;
  if (values.email !== undefined && !addresses?.has(values.email)) set.email = values.email;
  if (values.title !== undefined && values.title !== member.title) set.title = values.title;
  if (values.phone !== undefined && digits(values.phone) !== digits(member.phone ?? '')) set.phone = values.phone;
  if (values.locale !== undefined && member.locale === undefined) set.locale = values.locale;
  if (values.isContact && !member.isContact) set.isContact = true;
  const lacking = (values.topics ?? []).filter((topic) => !member.topics?.includes(topic));
  if (lacking.length > 0) set.topics = [...(member.topics ?? []), ...lacking].slice(0, MOST_TOPICS);
  if (organisation && organisationOf(register, id)?.id !== organisation.id) set.organisation = organisation.id;
  return { set, before: pickBefore(member, set) };
}

/** What a member has of the fields that a patch sets. */
export function pickBefore(member: Member, set: Patch): Patch {
  const before: Patch = {};
  const copy = <K extends keyof Patch>(key: K): void => {
    const value = (member as Patch)[key];
    if (set[key] !== undefined && value !== undefined) before[key] = value;
  };
  for (const key of PATCHED) copy(key);
  return before;
}

export const PATCHED = ['name', 'email', 'title', 'phone', 'locale', 'isContact', 'topics', 'organisation'] as const;

const digits = (phone: string): string => phone.replace(/^\+358\s*(\(0\))?/, '0').replace(/\D/g, '');

/** “Matti Meikäläinen” tells more than “M. Meikäläinen”; the same words in another order tell nothing new. */
function isFullerName(now: string, before: string): boolean {
  const [a, b] = [nameWords(now), nameWords(before)];
  return !isSameName(a, b) && a.join('').length > b.join('').length;
}

// ── Applying ───────────────────────────────────────────────────────────────────────────────────

export type RowResult = 'added' | 'changed' | 'same' | 'skipped' | 'meanwhile';

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Where what a patch sets stands: `done` has the new values, `open` still the old ones or some of each, `other` has been changed by someone
 * else since.
 */
export function standing<P extends object>(now: P, set: P, before: P): 'done' | 'open' | 'other' {
  const keys = (Object.keys(set) as (keyof P)[]).filter((key) => set[key] !== undefined);
  if (keys.every((key) => isEqual(now[key], set[key]))) return 'done';
  return keys.every((key) => isEqual(now[key], set[key]) || isEqual(now[key], before[key])) ? 'open' : 'other';
}

/** Where the list's addresses come from, as letters tell it. */
export interface Source {
  readonly at: Instant;
  readonly list: string;
}

/** A member with what the list says of them. A new address is to be tried anew. */
export function withPatch(of: Member, set: Patch, source: Source): Member {
  const { emailFailedAt, claims, representsNobody, ...kept } = of;
  const { name = of.name, ...rest } = set;
  return {
    ...kept,
    ...(set.email === undefined && emailFailedAt !== undefined ? { emailFailedAt } : {}),
    ...(set.organisation === undefined && claims !== undefined ? { claims } : {}),
    ...(set.organisation === undefined && representsNobody ? { representsNobody } : {}),
    ...{ ...rest, name },
    ...(set.email === undefined ? {} : { emailSource: { from: 'import', at: source.at, list: source.list } }),
  };
}

/** An organisation with the stage and size of the list. */
export function withOrganisationPatch(of: Organisation, set: OrganisationPatch, at: Instant): Organisation {
  const { membership = of.membership, inhabitants = of.inhabitants } = set;
  const isMoved = membership !== of.membership;
  return { ...of, membership, inhabitants, ...(isMoved ? { since: at } : {}) };
}
