/** Votes into tallies: one a person, and by the poll's rule one an organisation. Exact: shares of a vote are fractions, never rounded. */
import { z } from 'zod';
import type { Instant } from '../../core/clock.ts';
import { objectIdOf, type PersonKey } from '../../core/ids.ts';
import type { OrganisationId } from '../../core/network.ts';
import type { Option, OptionId } from './poll.ts';

// ── Fractions ──────────────────────────────────────────────────────────────────────────────────

/** A number of votes without rounding, `7` or `7/2`, reduced. */
export const share = z.string().regex(/^\d{1,400}(\/[1-9]\d{0,399})?$/);
export type Share = z.infer<typeof share>;

interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}
const NONE: Ratio = { n: 0n, d: 1n };

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

function ratio(n: bigint, d: bigint): Ratio {
  const by = divisor(n, d);
  return { n: n / by, d: d / by };
}
const plus = (a: Ratio, b: Ratio): Ratio =>
  a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
const written = ({ n, d }: Ratio): Share => (d === 1n ? `${n}` : `${n}/${d}`);
function read(of: Share): Ratio {
  const [n = '0', d = '1'] = of.split('/');
  return { n: BigInt(n), d: BigInt(d) };
}

/** Negative when `a` is less than `b`, 0 when they are the same number. */
export function compareShares(a: Share, b: Share): number {
  const [{ n, d }, other] = [read(a), read(b)];
  const difference = n * other.d - other.n * d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** For drawing and writing only; who leads is decided by `compareShares`. */
export function numberOf(of: Share): number {
  const { n, d } = read(of);
  return Number((n * 1_000_000n) / d) / 1_000_000;
}

/** Options with the most, none when nothing was given. */
export function leadersOf(options: readonly Option[], counts: Readonly<Record<string, Share | number>>): OptionId[] {
  const of = (id: string): Share => String(counts[id] ?? 0);
  const most = options.reduce<Share>((best, { id }) => (compareShares(of(id), best) > 0 ? of(id) : best), '0');
  return most === '0' ? [] : options.filter(({ id }) => compareShares(of(id), most) === 0).map(({ id }) => id);
}

// ── Who is who ─────────────────────────────────────────────────────────────────────────────────

/** What an erased voter was, so that erasing a person changes no total. Leads to nobody. */
export const erasedVoter = z.object({
  organisation: z.string().optional(),
  /** Whose vote their organisation's was. */
  speaksAs: z.enum(['delegate', 'substitute']).optional(),
});
export type ErasedVoter = z.infer<typeof erasedVoter>;

/** What one voter chose, opened from its envelope if it was sealed. */
export interface Counted {
  readonly voter: PersonKey;
  readonly choices: readonly OptionId[];
  readonly comment?: string | undefined;
  readonly castAt: Instant;
  readonly erased?: ErasedVoter | undefined;
}

/** Who may vote in a poll and for whom, as the register says. Persons are named by the id of their main identity. */
export interface Electorate {
  /** The human being behind an identity. */
  personOf(voter: PersonKey): string;
  /** Their vote of that time counts: their organisation is of a voting kind, and they sat in the poll's group. */
  admits(person: string, castAt: Instant): boolean;
  /** For whom they stood in as a substitute at that time: their vote counts while any of these has none. Undefined: they voted in their own right. */
  standsInFor(person: string, castAt: Instant): readonly string[] | undefined;
  /** Whom they represent, entitled or not. */
  organisationOf(person: string): OrganisationId | undefined;
  /** The organisation that an erased voter represented, or what it has become part of. */
  presentOf(organisation: string): OrganisationId;
  /** Organisations with a vote in this poll, each with the persons whose vote is its own under the rule “delegate”. */
  readonly organisations: ReadonlyMap<OrganisationId, Speakers>;
  /** All of them are municipalities and are called so. */
  readonly areMunicipalities: boolean;
  /** People who are entitled to vote. */
  readonly people: number;
}

export interface Speakers {
  readonly delegate?: string | undefined;
  readonly substitute?: string | undefined;
}

/** Every identity is a person and represents nobody. */
export const nobodyKnown = (people = 0): Electorate => ({
  personOf: objectIdOf,
  admits: () => true,
  standsInFor: () => undefined,
  organisationOf: () => undefined,
  presentOf: (organisation) => organisation as OrganisationId,
  organisations: new Map(),
  areMunicipalities: false,
  people,
});

// ── Counting ───────────────────────────────────────────────────────────────────────────────────

/** latest: the organisation's newest vote. delegate: that of the named delegate, else of the named substitute. split: its one vote in equal parts to its people who voted. */
export const rule = z.enum(['latest', 'delegate', 'split']);
export type Rule = z.infer<typeof rule>;

/** What of a poll decides how it is counted. */
export interface Counting {
  readonly options: readonly Option[];
  readonly closesAt: Instant;
  readonly rule: Rule;
}

export interface OrganisationTally {
  /** Organisations with a vote that counts, in id order. */
  readonly voted: readonly OrganisationId[];
  readonly entitled: number;
  readonly counts: Readonly<Record<string, Share>>;
  /** People whose vote waits for an answer to whom they represent. */
  readonly waiting: number;
  /** People whose organisation has no vote here: theirs counts among persons only. */
  readonly outside: number;
}

export interface Tally {
  /** People whose vote counts. */
  readonly voters: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Absent when no organisation is entitled. */
  readonly organisations?: OrganisationTally;
}

/** A person's one vote. */
export interface PersonVote extends Counted {
  readonly person: string;
}

/** The newer of two votes; of two at the same moment the same one wherever it is counted. */
const newer = <T extends Counted>(a: T, b: T | undefined): T =>
  b === undefined || a.castAt > b.castAt || (a.castAt === b.castAt && a.voter > b.voter) ? a : b;

/**
 * The votes that count, one a person: of all their identities the latest one that was cast before the deadline, unless that withdrew
 * it or all its options are gone. A substitute's falls away when everyone for whom they stand in has voted.
 */
export function countable(
  { options, closesAt }: Omit<Counting, 'rule'>,
  cast: Iterable<Counted>,
  electorate: Electorate = nobodyKnown(),
): PersonVote[] {
  const latest = new Map<string, PersonVote>();
  for (const one of cast) {
    if (one.castAt >= closesAt) continue;
    const person = one.erased ? objectIdOf(one.voter) : electorate.personOf(one.voter);
    if (!one.erased && !electorate.admits(person, one.castAt)) continue;
    latest.set(person, newer({ ...one, person }, latest.get(person)));
  }
  const known = new Set<string>(options.map(({ id }) => id));
  const valid = new Map<string, PersonVote>();
  for (const [person, one] of latest) {
    const choices = one.choices.filter((id) => known.has(id));
    if (choices.length > 0) valid.set(person, { ...one, choices });
  }
  return [...valid.values()].filter((one) => {
    const members = one.erased ? undefined : electorate.standsInFor(one.person, one.castAt);
    return members === undefined || members.some((member) => !valid.has(member));
  });
}

/** Both tallies of the votes that were cast. */
export function tallyVotes(of: Counting, cast: Iterable<Counted>, electorate: Electorate): Tally {
  const count = openCount(of, electorate);
  for (const one of countable(of, cast, electorate)) count.change(undefined, one);
  return count.read();
}

/** A count that is kept up to date vote by vote, so that a vote of thousands costs no more than one of few. */
export interface Count {
  /** One person's vote that counts took the place of another; undefined: there is none. */
  change(before: PersonVote | undefined, after: PersonVote | undefined): void;
  read(): Tally;
}

export function openCount({ options, rule: by }: Counting, electorate: Electorate): Count {
  const ids = options.map(({ id }) => id);
  const counts = new Map<string, number>(ids.map((id) => [id, 0]));
  const organisations = new Map<OrganisationId, { votes: Map<string, PersonVote>; gives?: Gift }>();
  let [voters, waiting, outside] = [0, 0, 0];

  const organisationOf = ({ person, erased }: PersonVote): OrganisationId | undefined => {
    if (!erased) return electorate.organisationOf(person);
    return erased.organisation === undefined ? undefined : electorate.presentOf(erased.organisation);
  };
  const put = (one: PersonVote, sign: 1 | -1): void => {
    voters += sign;
    for (const id of one.choices) counts.set(id, (counts.get(id) ?? 0) + sign);
    const organisation = organisationOf(one);
    if (organisation === undefined) waiting += sign;
    else if (!electorate.organisations.has(organisation)) outside += sign;
    else {
      const of = organisations.get(organisation) ?? { votes: new Map() };
      if (sign > 0) of.votes.set(one.person, one);
      else of.votes.delete(one.person);
      organisations.set(organisation, { votes: of.votes });
    }
  };
  return {
    change(before, after) {
      if (before) put(before, -1);
      if (after) put(after, 1);
    },
    read() {
      const tally = { voters, counts: Object.fromEntries(counts) };
      if (electorate.organisations.size === 0) return tally;
      const sums = new Map<string, Ratio>(ids.map((id) => [id, NONE]));
      const voted: OrganisationId[] = [];
      for (const [id, of] of organisations) {
        of.gives ??= giftOf(by, [...of.votes.values()], electorate.organisations.get(id) ?? {});
        if (of.gives.size === 0) continue;
        voted.push(id);
        for (const [option, part] of of.gives) sums.set(option, plus(sums.get(option) ?? NONE, part));
      }
      const exact = Object.fromEntries([...sums].map(([id, sum]) => [id, written(sum)]));
      const entitled = electorate.organisations.size;
      return { ...tally, organisations: { voted: voted.sort(), entitled, counts: exact, waiting, outside } };
    },
  };
}

/** What an organisation gives to options: under latest and delegate one vote to each that was chosen. Empty: it has not voted. */
type Gift = ReadonlyMap<string, Ratio>;

function giftOf(by: Rule, votes: readonly PersonVote[], speakers: Speakers): Gift {
  if (by === 'split') {
    const gift = new Map<string, Ratio>();
    const part = ratio(1n, BigInt(Math.max(1, votes.length)));
    for (const { choices } of votes) for (const id of choices) gift.set(id, plus(gift.get(id) ?? NONE, part));
    return gift;
  }
  const one = by === 'delegate' ? spoken(votes, speakers) : votes.reduce<PersonVote | undefined>(latestOf, undefined);
  return new Map(one?.choices.map((id) => [id, { n: 1n, d: 1n }]));
}

const latestOf = (best: PersonVote | undefined, one: PersonVote): PersonVote => newer(one, best);

/** The delegate's vote, else the substitute's. */
function spoken(votes: readonly PersonVote[], speakers: Speakers): PersonVote | undefined {
  const of = (role: keyof Speakers): PersonVote | undefined =>
    votes
      .filter(({ person, erased }) => (erased ? erased.speaksAs === role : person === speakers[role]))
      .reduce<PersonVote | undefined>(latestOf, undefined);
  return of('delegate') ?? of('substitute');
}
