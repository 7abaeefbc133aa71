/** Someone who has the store, its backups, the logs and who clicked when, and guesses who voted for what; and how likely chance guesses as well. */
import { randomInt } from 'node:crypto';
import { open, sealedId } from '../../bot/core/seal.ts';
import type { Somebody } from '../fakes/people-of-teams.ts';

/** What the attacker got hold of. */
export interface Evidence {
  /** Files, documents and the log, byte for byte. */
  readonly bytes: readonly { readonly name: string; readonly data: Buffer }[];
  /** Texts of documents in the order in which they were written as far as it can be told, by every way of telling it. */
  readonly written: readonly (readonly string[])[];
  readonly log: readonly string[];
  /** Sealed votes as they were stored before closing, in the order of writing. */
  readonly ballots: readonly Ballot[];
}

export interface Ballot {
  readonly id: string;
  readonly sealed: string;
}

/** What the network's traffic tells: who clicked when, and what a member saw right after. */
export interface Click {
  readonly who: Somebody;
  readonly verb: 'vote' | 'withdraw';
  readonly delivery: string;
  /** Votes by option as shown to a member after the click; undefined when none were shown. */
  readonly seen: readonly (number | undefined)[];
}

export interface Option {
  readonly id: string;
  readonly label: string;
}

export interface Guesses {
  readonly attack: string;
  /** Option id by object id. */
  readonly of: ReadonlyMap<string, string>;
}

/** What was sealed, read as a vote. */
const choiceOfVote = (value: unknown): string => (value as { choices: string[] }).choices[0] ?? '';

/** Every attack that finds something to go on. `choiceOf` reads the option off what was sealed, once it is opened. */
export function attack(
  evidence: Evidence,
  clicks: readonly Click[],
  options: readonly Option[],
  choiceOf: (value: unknown) => string = choiceOfVote,
): Guesses[] {
  return [
    ...byNearestWords(evidence, clicks, options),
    ...byOrder(evidence, clicks, options),
    ...bySealedBytes(evidence, clicks, options),
    ...byLog(evidence, clicks, options),
    ...byNumbers(clicks, options),
    ...byLeftKeys(evidence, clicks, choiceOf),
  ];
}

// ── What stands beside a voter ─────────────────────────────────────────────────────────────────

const tokensOf = ({ objectId, teamsId, name }: Somebody): string[] => [objectId, `${teamsId}"`, `${name}"`];
const wordsOf = ({ id, label }: Option): string[] => [`"${id}"`, label];

/** The option that stands nearest to the voter's id, Teams id or name, anywhere. */
function byNearestWords({ bytes }: Evidence, clicks: readonly Click[], options: readonly Option[]): Guesses[] {
  const nearest = new Map<string, { distance: number; option: string }>();
  const voters = new Map(clicks.map(({ who }) => [who.objectId, who]));
  for (const { data } of bytes) {
    const marks = options
      .flatMap((option) =>
        wordsOf(option).flatMap((word) => placesOf(data, word).map((at) => ({ at, option: option.id }))),
      )
      .sort((a, b) => a.at - b.at);
    if (marks.length === 0) continue;
    for (const who of voters.values()) {
      for (const at of tokensOf(who).flatMap((token) => placesOf(data, token))) {
        const after = firstAfter(marks, at);
        for (const mark of [marks[after - 1], marks[after]]) {
          if (!mark) continue;
          const distance = Math.abs(mark.at - at);
          const known = nearest.get(who.objectId);
          if (!known || distance <= known.distance) nearest.set(who.objectId, { distance, option: mark.option });
        }
      }
    }
  }
  const of = new Map([...nearest].map(([id, { option }]) => [id, option]));
  return of.size > 0 ? [{ attack: 'nearest words', of }] : [];
}

function placesOf(data: Buffer, token: string): number[] {
  const places: number[] = [];
  for (let at = data.indexOf(token); at >= 0; at = data.indexOf(token, at + 1)) places.push(at);
  return places;
}

function firstAfter(marks: readonly { at: number }[], at: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

// ── In which order ─────────────────────────────────────────────────────────────────────────────

/** People in some order, laid beside things in the order of their writing. */
function orders(clicks: readonly Click[]): readonly (readonly [name: string, order: readonly string[]])[] {
  const ids = clicks.map(({ who }) => who.objectId);
  const last = new Map(clicks.map(({ who, verb }) => [who.objectId, verb]));
  const lastClicks = [...new Set([...ids].reverse())].reverse();
  return [
    ['clicks', ids],
    ['first clicks', [...new Set(ids)]],
    ['last clicks', lastClicks],
    ['last votes', lastClicks.filter((id) => last.get(id) === 'vote')],
    ['ids', [...new Set(ids)].sort()],
  ];
}

/** The n-th of the people is taken to belong to the n-th of the things, in proportion when their numbers differ. */
function alongside<T>(people: readonly string[], things: readonly T[]): Map<string, T> {
  const of = new Map<string, T>();
  for (const [n, id] of people.entries()) {
    const thing = things[Math.floor((n * things.length) / people.length)];
    if (thing !== undefined) of.set(id, thing);
  }
  return of;
}

interface Document {
  /** The one option that it names; empty when there is none or there are several. */
  readonly option: string;
  readonly kind: string;
  readonly time: string;
}

/** Documents that name one option, and all documents of a kind, in the order of writing, beside the people in the order of their clicks. */
function byOrder({ written }: Evidence, clicks: readonly Click[], options: readonly Option[]): Guesses[] {
  const lists = written.flatMap((texts) => {
    const documents = texts.map((text) => documentOf(text, options));
    const kinds = new Set(documents.filter(({ option, kind }) => option && kind).map(({ kind }) => kind));
    const ofKinds = [...kinds].map((kind) => documents.filter((one) => one.kind === kind));
    const inOrder = [documents.filter(({ option }) => option), ...ofKinds];
    return [...inOrder, ...inOrder.map((list) => [...list].sort((a, b) => (a.time < b.time ? -1 : 1)))];
  });
  return lists.flatMap((list, n) => {
    const named = list.map(({ option }) => option);
    if (named.length === 0) return [];
    return orders(clicks).map(([name, people]) => ({
      attack: `order of ${name} beside documents (${n})`,
      of: alongside(people, named),
    }));
  });
}

function documentOf(text: string, options: readonly Option[]): Document {
  const found = options.filter((option) => wordsOf(option).some((word) => text.includes(word)));
  const [, kind = ''] = /"id":"(\w+)\|/.exec(text) ?? [];
  return { option: found.length === 1 ? (found[0]?.id ?? '') : '', kind, time: latestTimeIn(text) };
}

const latestTimeIn = (text: string): string => (text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? []).sort().at(-1) ?? '';

// ── What sealed votes and log lines look like ──────────────────────────────────────────────────

/** Length and bytes of the ballots that are taken to be each person's by their order. */
function bySealedBytes({ ballots }: Evidence, clicks: readonly Click[], options: readonly Option[]): Guesses[] {
  if (ballots.length === 0) return [];
  const looks: readonly (readonly [string, (of: Ballot) => number])[] = [
    ['length', ({ sealed }) => sealed.length],
    ['first byte', ({ sealed }) => Buffer.from(sealed, 'base64')[0] ?? 0],
    ['first byte after the nonce', ({ sealed }) => Buffer.from(sealed, 'base64')[12] ?? 0],
    ['id', ({ id }) => Number.parseInt(id.slice(0, 8), 16)],
  ];
  return orders(clicks).flatMap(([order, people]) =>
    looks.flatMap(([look, of]) => {
      const figures = new Map([...alongside(people, ballots)].map(([id, ballot]) => [id, of(ballot)]));
      return byFigures(`${look} of ballots by ${order}`, figures, options);
    }),
  );
}

/** Duration and length of the line that the log has of each person's last vote. */
function byLog({ log }: Evidence, clicks: readonly Click[], options: readonly Option[]): Guesses[] {
  const lines = new Map<string, string>();
  for (const { who, verb, delivery } of clicks) {
    const line = verb === 'vote' && log.find((one) => one.includes(`"${delivery}"`));
    if (line) lines.set(who.objectId, line);
  }
  const figures = (of: (line: string) => number) => new Map([...lines].map(([id, line]) => [id, of(line)]));
  return [
    ...byFigures(
      'length of log lines',
      figures((line) => line.length),
      options,
    ),
    ...byFigures(
      'durations in the log',
      figures((line) => Number(/"ms":(\d+)/.exec(line)?.[1] ?? 0)),
      options,
    ),
  ];
}

/** People by a figure in as many groups as there are options, and every way to name the groups. */
function byFigures(name: string, figures: ReadonlyMap<string, number>, options: readonly Option[]): Guesses[] {
  const groups = options.length;
  const ranked = [...figures].map(([id, figure]) => ({ id, figure, lot: randomInt(2 ** 32) }));
  ranked.sort((a, b) => a.figure - b.figure || a.lot - b.lot);
  return permutations(options.map(({ id }) => id)).map((naming) => ({
    attack: `${name} as ${naming.join()}`,
    of: new Map(ranked.map(({ id }, n) => [id, naming[Math.floor((n * groups) / ranked.length)] ?? ''])),
  }));
}

function permutations<T>(of: readonly T[]): T[][] {
  if (of.length < 2) return [[...of]];
  return of.flatMap((first, n) => permutations(of.toSpliced(n, 1)).map((rest) => [first, ...rest]));
}

// ── Numbers that are shown ─────────────────────────────────────────────────────────────────────

/** The option whose number rose at the person's click. */
function byNumbers(clicks: readonly Click[], options: readonly Option[]): Guesses[] {
  const of = new Map<string, string>();
  let before: readonly (number | undefined)[] = options.map(() => 0);
  for (const { who, seen } of clicks) {
    const risen = options.find((_, n) => (seen[n] ?? 0) > (before[n] ?? 0));
    if (risen) of.set(who.objectId, risen.id);
    if (seen.some((n) => n !== undefined)) before = seen;
  }
  return of.size > 0 ? [{ attack: 'numbers shown after each click', of }] : [];
}

// ── Keys that are left ─────────────────────────────────────────────────────────────────────────

const KEY_BYTES = 32;
/** A random key has so many bytes of 0x80 or more but for one in twenty thousand; text has none. */
const FEWEST_HIGH = 6;

/** Every place of every file is tried as a key, as are keys written in hex or base64. */
function byLeftKeys(
  { bytes, ballots }: Evidence,
  clicks: readonly Click[],
  choiceOf: (value: unknown) => string,
): Guesses[] {
  const someone = clicks[0]?.who.objectId;
  const ids = new Set(ballots.map(({ id }) => id));
  if (someone === undefined || ids.size === 0) return [];
  for (const { data } of bytes) {
    for (const key of keysIn(data)) {
      if (!ids.has(sealedId(key, someone))) continue;
      const of = new Map<string, string>();
      for (const { id, sealed } of ballots) {
        const { identity, value } = open(key, id, sealed);
        of.set(identity, choiceOf(value));
      }
      return [{ attack: 'a key that was left', of }];
    }
  }
  return [];
}

function* keysIn(data: Buffer): Generator<Uint8Array> {
  let high = 0;
  for (let at = 0; at < data.length; at++) {
    if ((data[at] ?? 0) >= 0x80) high++;
    if (at >= KEY_BYTES && (data[at - KEY_BYTES] ?? 0) >= 0x80) high--;
    if (at >= KEY_BYTES - 1 && high >= FEWEST_HIGH) yield data.subarray(at - KEY_BYTES + 1, at + 1);
  }
  const text = data.toString('latin1');
  for (const [word] of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi)) yield Buffer.from(word, 'hex');
  for (const [word] of text.matchAll(/(?<![\w+/-])[\w+/-]{43}=?(?![\w+/=-])/g)) {
    const key = Buffer.from(word, 'base64');
    if (key.length === KEY_BYTES) yield key;
  }
}

// ── Chance ─────────────────────────────────────────────────────────────────────────────────────

/**
 * How likely guesses that know nothing are right at least as often: exactly, over all ways in which the true choices could be spread
 * over the voters (a permutation test). Whom the attack says nothing of is guessed at random. `groups`: the choices are spread within each of
 * them only, since everyone may know what was chosen in a group; by default all are one.
 */
export function chanceOf(
  { of }: Guesses,
  truth: ReadonlyMap<string, string>,
  groups: readonly (readonly string[])[] = [[...truth.keys()]],
): { hits: number; p: number } {
  const names = [...new Set(truth.values())].sort();
  let hits = 0;
  let likely: readonly number[] = [1];
  for (const ids of groups) {
    const guesses = ids.map((id) => {
      const guess = of.get(id) ?? '';
      return names.includes(guess) ? guess : (names[randomInt(names.length)] ?? '');
    });
    const choices = ids.map((id) => truth.get(id) ?? '');
    hits += choices.filter((choice, n) => choice === guesses[n]).length;
    const count = (all: readonly string[], name: string): number => all.filter((one) => one === name).length;
    const [guessed, chosen] = [guesses, choices].map((one) => names.map((name) => count(one, name)));
    const sizes = `${guessed} ${chosen}`;
    const ways = known.get(sizes) ?? waysToHit(guessed ?? [], chosen ?? []);
    known.set(sizes, ways);
    const all = ways.reduce((sum, n) => sum + n, 0);
    likely = together(
      likely,
      ways.map((n) => n / all),
    );
  }
  return { hits, p: likely.slice(hits).reduce((sum, n) => sum + n, 0) };
}

/** Of two numbers of hits how likely each sum is. */
function together(one: readonly number[], other: readonly number[]): number[] {
  const sums = Array<number>(one.length + other.length - 1).fill(0);
  for (const [n, p] of one.entries()) for (const [m, q] of other.entries()) sums[n + m] = (sums[n + m] ?? 0) + p * q;
  return sums;
}

/** Most attacks guess in groups of the same sizes. */
const known = new Map<string, readonly number[]>();

/** By the number of hits: in how many ways the true choices fall on the guesses. */
function waysToHit(guessed: readonly number[], left: readonly number[], group = 0): number[] {
  const size = guessed[group];
  if (size === undefined) return [1];
  const ways: number[] = [];
  for (const [taken, spreads] of spreadsOf(size, left)) {
    const rest = left.map((n, option) => n - (taken[option] ?? 0));
    for (const [hits, n] of waysToHit(guessed, rest, group + 1).entries()) {
      const at = hits + (taken[group] ?? 0);
      ways[at] = (ways[at] ?? 0) + n * spreads;
    }
  }
  return Array.from(ways, (n) => n ?? 0);
}

/** Every way to take `size` of what is left, with the number of ways in which people can be chosen for it. */
function* spreadsOf(size: number, left: readonly number[]): Generator<readonly [number[], number]> {
  const [first = 0, ...others] = left;
  if (left.length === 1) {
    if (size <= first) yield [[size], choose(first, size)];
    return;
  }
  for (let n = 0; n <= Math.min(size, first); n++) {
    for (const [taken, spreads] of spreadsOf(size - n, others)) yield [[n, ...taken], spreads * choose(first, n)];
  }
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let one = 1; one <= k; one++) ways = (ways * (n - k + one)) / one;
  return ways;
}
