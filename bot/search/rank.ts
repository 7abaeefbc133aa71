/** Which items of an index answer what was typed, how well, and which are too far off beside the best. */
import type { SearchQuery } from '../core/ports.ts';
import { docOf, FIELDS, type Field, type IndexFile, type OwnText, readersOf, spanOf } from './index-file.ts';
import { NEARNESS, type Nearness } from './vocabulary.ts';
import { tokens } from './words.ts';

/** What a word counts for by where it stands: title, keyword, summary, own texts, pages of files. */
const WEIGHT: Readonly<Record<Field, number>> = { t: 1, k: 1, s: 0.85, b: 0.7, p: 0.6 };
/** What each further field adds. */
const MORE_FIELDS = 0.06;
/** An item is left out when it has less than this share of what the best one has of the words, the rare ones counting most. */
const LEAST_COVER = 0.72;
/** … or less than this share of the best one's score. */
const LEAST_SCORE = 0.58;
/** Items of a query with several words whose texts are looked into for how near each other the words stand. */
const MOST_READ = 60;
/** Parts of each that are looked into. */
const MOST_PARTS_READ = 4;
/** Words between the first and the last that still count as near. */
const FARTHEST = 12;
/** Words that are looked up at once; with more the index takes longer again. */
const MOST_AT_ONCE = 8;
/** Readers and filters whose items are remembered. */
const MOST_KEPT = 32;

/** A typed word, and the words of the index that it means. */
export interface Asked {
  readonly word: string;
  readonly meant: ReadonlyMap<string, Nearness>;
  /** It is one of two that were typed as one word: both must stand near each other. The same for both. */
  readonly pair?: string;
}

export const quoted = (term: string): string => `"${term}"`;

/** Where a typed word stands, as nearly as some words of the index mean it: rows of parts. */
interface Standing {
  /** Which of the typed words. */
  readonly n: number;
  readonly nearness: Nearness;
  readonly field: Field;
  readonly rows: readonly number[];
}

interface Ranked {
  /** The best first. */
  readonly found: number[];
  /** The parts of some items in which most of the words stand, the best first; `all`: no part that lacks any of these words. */
  partsOf(docs: Iterable<number>, most: number, all?: readonly number[]): Map<number, readonly number[]>;
}

export function ranked(file: IndexFile, query: SearchQuery, asked: readonly Asked[]): Ranked {
  const last = Number(file.prepared('SELECT max(doc) AS last FROM items').get()?.last ?? 0);
  const all = Number(file.prepared('SELECT count(*) AS n FROM items').get()?.n ?? 0);
  const allowed = allowedIn(file, query, last);
  const sheet = sheetOf(file, last, asked.length);
  try {
    return rankedOn(sheet, file, asked, all, allowed);
  } finally {
    sheet.wipe();
  }
}

function rankedOn(sheet: Sheet, file: IndexFile, asked: readonly Asked[], all: number, allowed: Uint8Array): Ranked {
  const { docs, cover, score } = sheet;
  const words = sheet.words.slice(0, asked.length);
  const standings: Standing[] = [];
  const partsOf: Ranked['partsOf'] = (some, most, all) => bestParts(standings, new Set(some), most, all);
  const counts = asked.map(() => 0);
  let top = 0;
  for (const { n, nearness, field, texts } of placesOf(file, asked)) {
    const worth = NEARNESS[nearness] * WEIGHT[field];
    // Of a single word what would be left out anyway is not even read, but for the very word that was typed.
    if (asked.length === 1 && worth < top * LEAST_SCORE && nearness !== 'exact') continue;
    const rows = rowsOf(
      file,
      texts.map((text) => field + text),
    );
    if (rows.length === 0) continue;
    standings.push({ n, nearness, field, rows });
    const bits = (1 << FIELDS.indexOf(field)) | (nearness === 'exact' ? LITERAL : 0);
    counts[n] = (counts[n] as number) + mark(sheet, n, rows, worth, bits, allowed);
    if (sheet.used > 0) top = Math.max(top, worth);
  }

  const { used } = sheet;
  const pairs = pairsOf(asked);
  for (const [a, b] of pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const])) {
    const [own, other] = [words[a], words[b]];
    if (own && other) for (let line = 1; line <= used; line++) if (other.fields[line] === 0) own.fields[line] = 0;
  }

  const weights = counts.map((n) => Math.log(1 + (all + 1) / (n + 0.5)));
  const whole = weights.reduce((sum, one) => sum + one, 0) || 1;
  let most = 0;
  for (const [n, { best, more, fields }] of words.entries()) {
    const weight = (weights[n] as number) / whole;
    for (let line = 1; line <= used; line++) {
      if (fields[line] === 0) continue;
      const here = best[line] as number;
      score[line] = (score[line] as number) + weight * (here + MORE_FIELDS * ((more[line] as number) - here));
      cover[line] = (cover[line] as number) + weight;
      most = Math.max(most, cover[line] as number);
    }
  }
  let covering: number[] = [];
  for (let line = 1; line <= used; line++)
    if ((cover[line] as number) > 0 && (cover[line] as number) >= most * LEAST_COVER) covering.push(line);
  const docsOf = (some: readonly number[]): number[] => some.map((line) => docs[line] as number);
  /** How near each other some of the words stand in the items of some lines. */
  const nearnessOf = (lines: readonly number[], some: readonly number[]): ((line: number) => number) => {
    const parts = partsOf(docsOf(lines), MOST_PARTS_READ, some);
    const wordOf = wordsOf(asked, some);
    return (line) => nearnessIn(file, parts.get(docs[line] as number) ?? [], wordOf, some.length);
  };
  if (pairs.length > 0) {
    covering.sort((a, b) => (score[b] as number) - (score[a] as number)).splice(MOST_READ);
    const near = pairs.reduce((some, pair) => {
      const nearness = nearnessOf(some, pair);
      return some.filter((line) => nearness(line) > 1);
    }, covering);
    // Nowhere near each other: then where the item is about one of them, and has the other.
    const isAbout = (line: number, n: number): boolean => ((words[n]?.fields[line] ?? 0) & ABOUT) !== 0;
    covering =
      near.length > 0 ? near : covering.filter((line) => pairs.every((pair) => pair.some((n) => isAbout(line, n))));
  }
  if (asked.length > 1 && covering.length <= MOST_READ) {
    const nearness = nearnessOf(covering, [...asked.keys()]);
    for (const line of covering) score[line] = (score[line] as number) * nearness(line);
  }
  const best = covering.reduce((sum, line) => Math.max(sum, score[line] as number), 0);
  const isLiteral = (line: number): boolean => words.every(({ fields }) => ((fields[line] as number) & LITERAL) !== 0);
  const kept = covering.filter((line) => (score[line] as number) >= best * LEAST_SCORE || isLiteral(line));
  // Score and document in one number each, which are sorted ten times as fast as by a function of ours.
  const order = Float64Array.from(
    kept,
    (line) => Math.round((score[line] as number) * 1e6) * DOCS + (docs[line] as number),
  );
  return { found: Array.from(order.sort(), (one) => one % DOCS).reverse(), partsOf };
}

/** Writes on the sheet where a word stands; how many items it was not yet known of. By itself, so that it is compiled by itself. */
function mark(
  sheet: Sheet,
  n: number,
  rows: readonly number[],
  worth: number,
  bits: number,
  allowed: Uint8Array,
): number {
  const { lines, docs } = sheet;
  const { best, more, fields } = sheet.words[n] as Sheet['words'][number];
  const field = bits & ~LITERAL;
  let { used } = sheet;
  let fresh = 0;
  for (let at = 0; at < rows.length; at++) {
    const doc = docOf(rows[at] as number);
    if (allowed[doc] === 0) continue;
    let line = lines[doc] as number;
    if (line === 0) {
      line = ++used;
      lines[doc] = line;
      docs[line] = doc;
    }
    const here = fields[line] as number;
    if (here === 0) fresh++;
    if ((here & field) === 0) more[line] = (more[line] as number) + worth;
    fields[line] = here | bits;
    if (worth > (best[line] as number)) best[line] = worth;
  }
  sheet.used = used;
  return fresh;
}

/** More documents than an index has. */
const DOCS = 2 ** 30;
/** Beside the bits of fields: the word stands there as it was typed. */
const LITERAL = 128;

/** Bits of the fields that say what an item is about: title, keywords, summary. */
const ABOUT = 0b111;

interface Place {
  readonly n: number;
  readonly nearness: Nearness;
  readonly field: Field;
  /** Words that count alike. */
  readonly texts: string[];
}

/** Where words that are meant may stand, what counts most first. */
function placesOf(file: IndexFile, asked: readonly Asked[]): Place[] {
  const fieldsOf = file.prepared('SELECT fields FROM words WHERE text = ?');
  const places: Place[] = [];
  for (const [n, { meant }] of asked.entries()) {
    const open = new Map<string, Place>();
    for (const [text, nearness] of meant) {
      const fields = Number(fieldsOf.get(text)?.fields ?? 0);
      for (const [bit, field] of FIELDS.entries()) {
        if ((fields & (1 << bit)) === 0) continue;
        const now = open.get(nearness + field);
        if (now && now.texts.length < MOST_AT_ONCE) {
          now.texts.push(text);
          continue;
        }
        const place: Place = { n, nearness, field, texts: [text] };
        open.set(nearness + field, place);
        places.push(place);
      }
    }
  }
  const worth = ({ nearness, field }: Place): number => NEARNESS[nearness] * WEIGHT[field];
  return places.sort((a, b) => worth(b) - worth(a));
}

function rowsOf(file: IndexFile, terms: readonly string[]): number[] {
  const match = file.prepared('SELECT json_group_array(rowid) AS rows FROM posts WHERE posts MATCH ?');
  const rows = String(match.get(terms.map(quoted).join(' OR '))?.rows ?? '[]');
  return rows === '[]' ? [] : (JSON.parse(rows) as number[]);
}

/**
 * What is reckoned of items for one query, a line for each that has any of the words, from 1: the same memory each time, since a thread
 * answers one after another, and lines that are not used take none.
 */
interface Sheet {
  /** The line of each item; 0: none yet. */
  readonly lines: Int32Array;
  /** The item of each line. */
  readonly docs: Int32Array;
  used: number;
  readonly words: readonly { readonly best: Float32Array; readonly more: Float32Array; readonly fields: Uint8Array }[];
  readonly cover: Float32Array;
  readonly score: Float32Array;
  wipe(): void;
}

const sheets = new WeakMap<IndexFile, Sheet>();

function sheetOf(file: IndexFile, last: number, words: number): Sheet {
  const now = sheets.get(file);
  if (now && now.lines.length > last && now.words.length >= words) return now;
  // Some room for what is added.
  const size = Math.ceil((last + 1) * 1.1) + 1;
  const sheet: Sheet = {
    ...{ lines: new Int32Array(size), docs: new Int32Array(size), used: 0 },
    words: Array.from({ length: Math.max(2, words) }, () => ({
      ...{ best: new Float32Array(size), more: new Float32Array(size), fields: new Uint8Array(size) },
    })),
    ...{ cover: new Float32Array(size), score: new Float32Array(size) },
    wipe() {
      const to = sheet.used + 1;
      for (let line = 1; line < to; line++) sheet.lines[sheet.docs[line] as number] = 0;
      for (const { best, more, fields } of sheet.words) for (const one of [best, more, fields]) one.fill(0, 0, to);
      for (const one of [sheet.cover, sheet.score]) one.fill(0, 0, to);
      sheet.used = 0;
    },
  };
  sheets.set(file, sheet);
  return sheet;
}

function bestParts(
  standings: readonly Standing[],
  docs: ReadonlySet<number>,
  most: number,
  all: readonly number[] = [],
): Map<number, readonly number[]> {
  const scores = new Map<number, Map<number, number[]>>();
  for (const { n, nearness, field, rows } of standings) {
    const score = NEARNESS[nearness] * WEIGHT[field];
    for (const row of rows) {
      const doc = docOf(row);
      if (!docs.has(doc)) continue;
      const parts = scores.get(doc) ?? new Map<number, number[]>();
      scores.set(doc, parts);
      const words = parts.get(row) ?? [];
      parts.set(row, words);
      words[n] = Math.max(words[n] ?? 0, score);
    }
  }
  const sum = (words: readonly number[]): number => words.reduce((total, one) => total + (one ?? 0), 0);
  return new Map(
    [...scores].map(([doc, parts]) => [
      doc,
      [...parts]
        .filter(([, words]) => all.every((n) => words[n] !== undefined))
        .sort((a, b) => sum(b[1]) - sum(a[1]) || a[0] - b[0])
        .slice(0, most)
        .map(([row]) => row),
    ]),
  );
}

/** Of each item 1 where the reader may see it and it fits the filter, kept until the file changes. */
function allowedIn(
  file: IndexFile,
  query: Pick<SearchQuery, 'kind' | 'audiences' | 'filter'>,
  last: number,
): Uint8Array {
  const readers = readersOf(query);
  const { where, values } = conditions(readers, query.filter, 'i.doc');
  const key = JSON.stringify([readers, query.filter]);
  const now = file.kept.get(key);
  if (now) return now;
  const allowed = new Uint8Array(last + 1);
  const rows = file.prepared(`SELECT json_group_array(i.doc) AS docs FROM items i WHERE ${where}`).get(...values);
  for (const doc of JSON.parse(String(rows?.docs ?? '[]')) as number[]) allowed[doc] = 1;
  if (file.kept.size >= MOST_KEPT) file.kept.clear();
  file.kept.set(key, allowed);
  return allowed;
}

export function conditions(
  readers: readonly string[],
  filter: SearchQuery['filter'],
  doc: string,
): { where: string; values: string[] } {
  const parts = [
    `EXISTS (SELECT 1 FROM audiences a WHERE a.doc = ${doc} AND a.name IN (SELECT value FROM json_each(?)))`,
  ];
  const values = [JSON.stringify(readers)];
  for (const [name, value] of Object.entries(filter)) {
    parts.push(`EXISTS (SELECT 1 FROM facets f WHERE f.doc = ${doc} AND f.name = ? AND f.value = ?)`);
    values.push(name, value);
  }
  return { where: parts.join(' AND '), values };
}

/** Which typed word each word of the index is, of some of them. */
function wordsOf(asked: readonly Asked[], some: readonly number[]): Map<string, number> {
  const wordOf = new Map<string, number>();
  for (const n of some) for (const text of asked[n]?.meant.keys() ?? []) wordOf.set(text, n);
  return wordOf;
}

/** Places of the two parts of each word that was typed as one. */
function pairsOf(asked: readonly Asked[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  asked.forEach(({ pair }, n) => {
    if (pair !== undefined && asked[n - 1]?.pair === pair) pairs.push([n - 1, n]);
  });
  return pairs;
}

/** How near each other the words stand at best: 1.5 side by side, 1 far apart or in different parts. */
function nearnessIn(
  file: IndexFile,
  parts: readonly number[],
  wordOf: ReadonlyMap<string, number>,
  all: number,
): number {
  let best = 1;
  for (const { texts } of readParts(file, parts)) {
    for (const [, text] of texts) {
      const places = tokens(text).flatMap(({ word, at }) => {
        const n = wordOf.get(word);
        return n === undefined ? [] : [{ n, at }];
      });
      for (const [i, a] of places.entries()) {
        const seen = new Set<number>();
        for (const b of places.slice(i)) {
          if (b.at - a.at > FARTHEST) break;
          seen.add(b.n);
          if (seen.size < all) continue;
          best = Math.max(best, 1 + 0.5 / (1 + (b.at - a.at + 1 - all) / 2));
          break;
        }
      }
    }
  }
  return best;
}

interface ReadPart {
  readonly row: Record<string, unknown>;
  readonly own?: OwnText;
  readonly texts: readonly (readonly [Field, string])[];
}

export function readParts(file: IndexFile, parts: readonly number[]): ReadPart[] {
  const read = file.prepared('SELECT file, page, heading, body FROM parts WHERE part = ?');
  return parts.flatMap((part): ReadPart[] => {
    const row = read.get(part);
    if (!row) return [];
    if (part !== spanOf(docOf(part))[0])
      return [
        {
          row,
          texts: [
            ['p', String(row.heading ?? '')],
            ['p', String(row.body)],
          ],
        },
      ];
    const own = JSON.parse(String(row.body)) as OwnText;
    const texts: (readonly [Field, string])[] = [
      ['t', own.title],
      ['k', own.keywords.join(' · ')],
      ['s', own.summary],
      ...own.body.map((one) => ['b', one] as const),
    ];
    return [{ row, own, texts }];
  });
}
