/** Answers a query from one network's index: which items, in what order, where the words stand in them, and which are too far off to be shown. */
import type { SearchHit, SearchQuery, SearchResult } from '../core/ports.ts';
import { extractOf, type Marked, marksIn, piecesOf } from './extract.ts';
import { docOf, FIELDS, type Field, type IndexFile, type OwnText, spanOf } from './index-file.ts';
import { NEARNESS, type Nearness, type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { fold, isNumber, isStopWord, type Token, tokens } from './words.ts';

/** What a word counts for by where it stands: title, keyword, summary, own texts, pages of files. */
const WEIGHT: Readonly<Record<Field, number>> = { t: 1, k: 1, s: 0.85, b: 0.7, p: 0.6 };
/** What each further field adds. */
const MORE_FIELDS = 0.06;
/** An item is left out when it has less than this share of what the best one has of the words, the rare ones counting most. */
const LEAST_COVER = 0.72;
/** … or less than this share of the best one's score. */
const LEAST_SCORE = 0.58;
/** Characters of a query that are read. */
const LONGEST_QUERY = 300;
const MOST_WORDS = 12;
/** Parts of each shown item that are looked into for the extract. */
const MOST_PARTS_SHOWN = 4;
/** Items of a query with several words whose texts are looked into for how near each other the words stand. */
const MOST_READ = 60;
/** Parts of each that are looked into. */
const MOST_PARTS_READ = 4;
/** Words between the first and the last that still count as near. */
const FARTHEST = 12;
/** Readers and filters whose items are remembered. */
const MOST_KEPT = 32;

export type Answer = Omit<SearchResult, 'isBehind'>;

/** A typed word, and the words of the index that it means. */
interface Asked {
  readonly word: string;
  readonly meant: ReadonlyMap<string, Nearness>;
  /** It is one of two that were typed as one word: both must stand near each other. The same for both. */
  readonly pair?: string;
}

export function find(file: IndexFile, query: SearchQuery): Answer {
  const asked = askedOf(file, query.words);
  if (query.words.trim() === '') return everything(file, query);
  if (asked.length === 0) return { hits: [], total: 0, facets: {} };
  const { found: best, partsOf } = ranked(file, query, asked);
  const found = query.sort === 'best' ? best : sortedBy(file, best, query.sort);
  const page = found.slice(query.from, query.from + query.size);
  const parts = partsOf(page, MOST_PARTS_SHOWN);
  const marked = markedOf(asked);
  const hits = page.map((doc) => hitOf(file, doc, parts.get(doc) ?? [], asked, marked));
  const answer = { hits, total: found.length, facets: facetsOf(file, query.count ?? [], found) };
  if (found.length > 0) return answer;
  const better = didYouMean(file, asked, query.audiences);
  return better === undefined ? answer : { ...answer, didYouMean: better };
}

// ── What is asked ──────────────────────────────────────────────────────────────────────────────

function askedOf(file: IndexFile, typed: string): Asked[] {
  const cut = tokens(typed.slice(0, LONGEST_QUERY));
  // Of a word with hyphens the whole is asked for where the index goes on from it, else its parts.
  const vocabulary = vocabularyOf(file);
  const byPlace = new Map<number, Token[]>();
  for (const token of cut) byPlace.set(token.at, [...(byPlace.get(token.at) ?? []), token]);
  const chosen: string[] = [];
  for (const [whole, ...parts] of byPlace.values()) {
    if (!whole) continue;
    if (parts.length === 0 || vocabulary.startingWith(fold(whole.word), 1).length > 0) chosen.push(whole.word);
    else chosen.push(...parts.map(({ word }) => word));
  }
  const distinct = [...new Set(chosen)];
  const telling = distinct.filter((word) => !isStopWord(word));
  return (telling.length > 0 ? telling : distinct)
    .slice(0, MOST_WORDS)
    .map((word) => ({ word, meant: vocabulary.meant(word) }))
    .flatMap((one) => {
      const isFound = [...one.meant.values()].some((nearness) => NEARNESS[nearness] > NEARNESS.twoTypos);
      const parts = isFound || isNumber(one.word) ? undefined : vocabulary.split(one.word);
      return parts ? parts.map((word) => ({ word, meant: surely(vocabulary.meant(word)), pair: one.word })) : [one];
    });
}

/** Without what goes on from a part of a word, or is mistyped: the part itself was cut by us. */
const surely = (meant: ReadonlyMap<string, Nearness>): Map<string, Nearness> =>
  new Map([...meant].filter(([, nearness]) => NEARNESS[nearness] >= NEARNESS.first));

// ── Which items ────────────────────────────────────────────────────────────────────────────────

const quoted = (term: string): string => `"${term}"`;

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
  /** The parts of some items in which most of the words stand, the best first. */
  partsOf(docs: Iterable<number>, most: number): Map<number, readonly number[]>;
}

function ranked(file: IndexFile, query: SearchQuery, asked: readonly Asked[]): Ranked {
  const last = Number(file.prepared('SELECT max(doc) AS last FROM items').get()?.last ?? 0);
  const all = Number(file.prepared('SELECT count(*) AS n FROM items').get()?.n ?? 0);
  const allowed = allowedIn(file, query, last);
  const sheet = sheetOf(file, last, asked.length);
  const { words, cover, score, isTouched, touched } = sheet;
  try {
    return rank();
  } finally {
    sheet.wipe();
  }

  function rank(): Ranked {
    const standings: Standing[] = [];
    const partsOf: Ranked['partsOf'] = (docs, most) => bestParts(standings, new Set(docs), most);
    const counts = asked.map(() => 0);
    let top = 0;
    for (const { n, nearness, field, text } of placesOf(file, asked)) {
      const worth = NEARNESS[nearness] * WEIGHT[field];
      // Of a single word what would be left out anyway is not even read, but for the very word that was typed.
      if (asked.length === 1 && worth < top * LEAST_SCORE && nearness !== 'exact') continue;
      const rows = rowsOf(file, field + text);
      if (rows.length === 0) continue;
      standings.push({ n, nearness, field, rows });
      const { best, more, fields } = words[n] as (typeof words)[number];
      const bits = (1 << FIELDS.indexOf(field)) | (nearness === 'exact' ? LITERAL : 0);
      for (const row of rows) {
        const doc = docOf(row);
        if (allowed && allowed[doc] === 0) continue;
        const here = fields[doc] as number;
        if (here === 0) {
          (counts[n] as number)++;
          if (isTouched[doc] === 0) {
            isTouched[doc] = 1;
            touched.push(doc);
          }
        }
        if ((here & bits & ~LITERAL) === 0) more[doc] = (more[doc] as number) + worth;
        fields[doc] = here | bits;
        if (worth > (best[doc] as number)) best[doc] = worth;
      }
      if (touched.length > 0) top = Math.max(top, worth);
    }

    const pairs = pairsOf(asked);
    for (const [a, b] of pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const])) {
      const [own, other] = [words[a], words[b]];
      if (own && other) for (const doc of touched) if (other.fields[doc] === 0) own.fields[doc] = 0;
    }

    const weights = counts.map((n) => Math.log(1 + (all + 1) / (n + 0.5)));
    const whole = weights.reduce((sum, one) => sum + one, 0) || 1;
    for (const [n, { best, more, fields }] of words.slice(0, asked.length).entries()) {
      const weight = (weights[n] as number) / whole;
      for (const doc of touched) {
        if (fields[doc] === 0) continue;
        const top = best[doc] as number;
        score[doc] = (score[doc] as number) + weight * (top + MORE_FIELDS * ((more[doc] as number) - top));
        cover[doc] = (cover[doc] as number) + weight;
      }
    }
    const isLiteral = (doc: number): boolean => asked.every((_, n) => ((words[n]?.fields[doc] ?? 0) & LITERAL) !== 0);
    const most = touched.reduce((sum, doc) => Math.max(sum, cover[doc] as number), 0);
    let covering = touched.filter((doc) => (cover[doc] as number) > 0 && (cover[doc] as number) >= most * LEAST_COVER);
    if (pairs.length > 0) {
      covering.sort((a, b) => (score[b] as number) - (score[a] as number)).splice(MOST_READ);
      const parts = partsOf(covering, MOST_PARTS_READ);
      const near = covering.filter((doc) =>
        pairs.every(([a, b]) => nearnessIn(file, parts.get(doc) ?? [], wordsOf(asked, [a, b]), 2) > 1),
      );
      // Nowhere near each other: then where the item is about one of them, and has the other.
      const isAbout = (doc: number, n: number): boolean => ((words[n]?.fields[doc] ?? 0) & ABOUT) !== 0;
      covering =
        near.length > 0 ? near : covering.filter((doc) => pairs.every((pair) => pair.some((n) => isAbout(doc, n))));
    }
    if (asked.length > 1 && covering.length <= MOST_READ) nearer(file, covering, score, asked, partsOf);
    const best = covering.reduce((sum, doc) => Math.max(sum, score[doc] as number), 0);
    const kept = covering.filter((doc) => (score[doc] as number) >= best * LEAST_SCORE || isLiteral(doc));
    // Score and document in one number each, which are sorted ten times as fast as by a function of ours.
    const order = Float64Array.from(kept, (doc) => Math.round((score[doc] as number) * 1e6) * DOCS + doc).sort();
    return { found: Array.from(order, (one) => one % DOCS).reverse(), partsOf };
  }
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
  readonly text: string;
}

/** Where words that are meant may stand, what counts most first. */
function placesOf(file: IndexFile, asked: readonly Asked[]): Place[] {
  const fieldsOf = file.prepared('SELECT fields FROM words WHERE text = ?');
  const places = asked.flatMap(({ meant }, n) =>
    [...meant].flatMap(([text, nearness]): Place[] => {
      const fields = Number(fieldsOf.get(text)?.fields ?? 0);
      return FIELDS.flatMap((field, bit) => ((fields & (1 << bit)) === 0 ? [] : [{ n, nearness, field, text }]));
    }),
  );
  const worth = ({ nearness, field }: Place): number => NEARNESS[nearness] * WEIGHT[field];
  return places.sort((a, b) => worth(b) - worth(a));
}

function rowsOf(file: IndexFile, term: string): number[] {
  const match = file.prepared('SELECT json_group_array(rowid) AS rows FROM posts WHERE posts MATCH ?');
  const rows = String(match.get(quoted(term))?.rows ?? '[]');
  return rows === '[]' ? [] : (JSON.parse(rows) as number[]);
}

/** What is reckoned of all items for one query: the same memory each time, since a thread answers one after another. */
interface Sheet {
  readonly words: readonly { readonly best: Float32Array; readonly more: Float32Array; readonly fields: Uint8Array }[];
  readonly cover: Float32Array;
  readonly score: Float32Array;
  readonly isTouched: Uint8Array;
  /** The items that anything was written of. */
  readonly touched: number[];
  wipe(): void;
}

const sheets = new WeakMap<IndexFile, Sheet>();

function sheetOf(file: IndexFile, last: number, words: number): Sheet {
  const now = sheets.get(file);
  if (now && now.cover.length > last && now.words.length >= words) return now;
  // Some room for what is added, and for two words at least.
  const size = Math.ceil((last + 1) * 1.1);
  const own: Omit<Sheet, 'wipe'> = {
    words: Array.from({ length: Math.max(2, words) }, () => ({
      ...{ best: new Float32Array(size), more: new Float32Array(size), fields: new Uint8Array(size) },
    })),
    ...{ cover: new Float32Array(size), score: new Float32Array(size), isTouched: new Uint8Array(size), touched: [] },
  };
  const sheet: Sheet = {
    ...own,
    wipe() {
      for (const doc of own.touched) {
        for (const { best, more, fields } of own.words) best[doc] = more[doc] = fields[doc] = 0;
        own.cover[doc] = own.score[doc] = own.isTouched[doc] = 0;
      }
      own.touched.length = 0;
    },
  };
  sheets.set(file, sheet);
  return sheet;
}

function bestParts(
  standings: readonly Standing[],
  docs: ReadonlySet<number>,
  most: number,
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
        .sort((a, b) => sum(b[1]) - sum(a[1]) || a[0] - b[0])
        .slice(0, most)
        .map(([row]) => row),
    ]),
  );
}

/** Of each item 1 where the reader may see it and it fits the filter, kept until the file changes; undefined: all may be seen. */
function allowedIn(
  file: IndexFile,
  { audiences, filter }: Pick<SearchQuery, 'audiences' | 'filter'>,
  last: number,
): Uint8Array | undefined {
  const { where, values } = conditions({ audiences, filter }, 'i.doc');
  if (where === '') return undefined;
  const key = JSON.stringify([audiences, filter]);
  const now = file.kept.get(key);
  if (now) return now;
  const allowed = new Uint8Array(last + 1);
  const rows = file.prepared(`SELECT json_group_array(i.doc) AS docs FROM items i WHERE ${where}`).get(...values);
  for (const doc of JSON.parse(String(rows?.docs ?? '[]')) as number[]) allowed[doc] = 1;
  if (file.kept.size >= MOST_KEPT) file.kept.clear();
  file.kept.set(key, allowed);
  return allowed;
}

function conditions(
  { audiences, filter }: Pick<SearchQuery, 'audiences' | 'filter'>,
  doc: string,
): { where: string; values: string[] } {
  const parts: string[] = [];
  const values: string[] = [];
  if (audiences !== 'all') {
    parts.push(
      `EXISTS (SELECT 1 FROM audiences a WHERE a.doc = ${doc} AND a.name IN (SELECT value FROM json_each(?)))`,
    );
    values.push(JSON.stringify(audiences));
  }
  for (const [name, value] of Object.entries(filter)) {
    parts.push(`EXISTS (SELECT 1 FROM facets f WHERE f.doc = ${doc} AND f.name = ? AND f.value = ?)`);
    values.push(name, value);
  }
  return { where: parts.join(' AND '), values };
}

/** Raises what has the words near each other: by half where they stand side by side, not at all where they are far apart or in different parts. */
function nearer(
  file: IndexFile,
  docs: readonly number[],
  score: Float32Array,
  asked: readonly Asked[],
  partsOf: Ranked['partsOf'],
): void {
  const wordOf = wordsOf(asked, [...asked.keys()]);
  const parts = partsOf(docs, MOST_PARTS_READ);
  for (const doc of docs)
    score[doc] = (score[doc] as number) * nearnessIn(file, parts.get(doc) ?? [], wordOf, asked.length);
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

function readParts(file: IndexFile, parts: readonly number[]): ReadPart[] {
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

// ── What is shown ──────────────────────────────────────────────────────────────────────────────

function hitOf(
  file: IndexFile,
  doc: number,
  parts: readonly number[],
  asked: readonly Asked[],
  marked: Marked,
): SearchHit {
  const shown = file.prepared('SELECT id, shown FROM items WHERE doc = ?').get(doc);
  let best: { score: number; text: string; row?: Record<string, unknown> } | undefined;
  let title: SearchHit['title'];
  for (const { row, own, texts } of readParts(file, withOwn(doc, parts))) {
    for (const [field, text] of texts) {
      const marks = marksIn(text, marked);
      if (field === 't' && own) {
        if (marks.length > 0) title = piecesOf(text, marks);
        continue;
      }
      if (marks.length === 0 || field === 'k') continue;
      const score = scoreOf(marks, asked);
      if (!best || score > best.score + 1e-9) best = own ? { score, text } : { score, text, row };
    }
  }
  const own = best ? undefined : readParts(file, [spanOf(doc)[0]])[0]?.own;
  const text = best?.text ?? (own?.summary || own?.body.find(Boolean) || '');
  const { file: inFile, page, heading } = best?.row ?? {};
  return {
    id: String(shown?.id),
    row: JSON.parse(String(shown?.shown ?? 'null')),
    ...(best?.row
      ? {
          where: {
            file: String(inFile) as NonNullable<SearchHit['where']>['file'],
            ...(page === null ? {} : { page: Number(page) }),
            ...(heading === null ? {} : { heading: String(heading) }),
          },
        }
      : {}),
    ...(text ? { extract: extractOf(text, marked) } : {}),
    ...(title ? { title } : {}),
  };
}

/** The item's own texts are always looked at, for its title. */
const withOwn = (doc: number, parts: readonly number[]): readonly number[] => [...new Set([spanOf(doc)[0], ...parts])];

/** Different words first, then the nearest of each. */
function scoreOf(marks: readonly { readonly word: string }[], asked: readonly Asked[]): number {
  const here = new Set(marks.map(({ word }) => word));
  let score = 0;
  for (const { meant } of asked) {
    let best = 0;
    for (const word of here) {
      const nearness = meant.get(word);
      if (nearness) best = Math.max(best, NEARNESS[nearness]);
    }
    score += best;
  }
  return score + Math.min(marks.length, 9) * 0.01;
}

/** Which words are marked, and which part of a compound. */
function markedOf(asked: readonly Asked[]): Marked {
  const marked = new Map<string, 'whole' | { part: string }>();
  for (const { word, meant } of asked) {
    const folded = fold(word);
    for (const [text, nearness] of meant) {
      if (marked.get(text) === 'whole') continue;
      const isPart = nearness === 'head' || nearness === 'first' || nearness === 'middle' || nearness === 'longer';
      if (!isPart) marked.set(text, 'whole');
      else marked.set(text, { part: commonPart(fold(text), folded, nearness) });
    }
  }
  return marked;
}

/** The letters of a compound that are the word's: as long as they go together. */
function commonPart(compound: string, word: string, nearness: Nearness): string {
  if (nearness === 'longer') return word;
  for (let length = word.length; length >= 3; length--) {
    const piece = word.slice(0, length);
    if (compound.includes(piece)) return piece;
  }
  return compound;
}

// ── Lists ──────────────────────────────────────────────────────────────────────────────────────

function everything(file: IndexFile, query: SearchQuery): Answer {
  const { db } = file;
  const { where, values } = conditions(query, 'i.doc');
  const such = where === '' ? '' : `WHERE ${where}`;
  const order = query.sort === 'title' ? 'i.sort, i.doc' : 'i.at DESC, i.doc DESC';
  const rows = db
    .prepare(`SELECT i.id, i.shown FROM items i ${such} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .all(...values, query.size, query.from);
  const total = Number(db.prepare(`SELECT count(*) AS n FROM items i ${such}`).get(...values)?.n ?? 0);
  const facets: Record<string, { value: string; n: number }[]> = {};
  for (const name of query.count ?? []) {
    facets[name] = db
      .prepare(
        `SELECT c.value, count(*) AS n FROM facets c JOIN items i ON i.doc = c.doc ${such || 'WHERE 1'} AND c.name = ? GROUP BY c.value ORDER BY n DESC, c.value`,
      )
      .all(...values, name)
      .map(({ value, n }) => ({ value: String(value), n: Number(n) }));
  }
  return { hits: rows.map(({ id, shown }) => ({ id: String(id), row: JSON.parse(String(shown)) })), total, facets };
}

function facetsOf(file: IndexFile, names: readonly string[], docs: readonly number[]): Answer['facets'] {
  const facets: Record<string, { value: string; n: number }[]> = {};
  const counted = file.prepared(
    'SELECT c.value, count(*) AS n FROM json_each(?) d JOIN facets c ON c.doc = d.value AND c.name = ? GROUP BY c.value ORDER BY n DESC, c.value',
  );
  for (const name of names)
    facets[name] = counted
      .all(JSON.stringify(docs), name)
      .map(({ value, n }) => ({ value: String(value), n: Number(n) }));
  return facets;
}

function sortedBy(file: IndexFile, docs: readonly number[], sort: 'newest' | 'title'): number[] {
  const order = sort === 'title' ? 'i.sort, i.doc' : 'i.at DESC, i.doc DESC';
  const rows = file
    .prepared(
      `SELECT json_group_array(doc) AS docs FROM (SELECT i.doc FROM json_each(?) d JOIN items i ON i.doc = d.value ORDER BY ${order})`,
    )
    .get(JSON.stringify(docs));
  return JSON.parse(String(rows?.docs)) as number[];
}

// ── Suggestions ────────────────────────────────────────────────────────────────────────────────

const MOST_SUGGESTED = 8;

/** Whether a reader may see an item that has this word. */
function isVisible({ db }: IndexFile, text: string, audiences: SearchQuery['audiences']): boolean {
  if (audiences === 'all') return true;
  const { where, values } = conditions({ audiences, filter: {} }, '(posts.rowid / 65536)');
  return (
    db
      .prepare(`SELECT 1 FROM posts WHERE posts MATCH ? AND ${where} LIMIT 1`)
      .get(FIELDS.map((field) => quoted(field + text)).join(' OR '), ...values) !== undefined
  );
}

export function suggest(file: IndexFile, typed: string, audiences: SearchQuery['audiences']): string[] {
  const text = typed.slice(0, LONGEST_QUERY);
  const last = tokens(text).at(-1);
  if (!last || last.to !== text.length || isNumber(last.word)) return [];
  const whole = tokens(text).find(({ at }) => at === last.at) ?? last;
  const folded = fold(whole.word);
  if (folded.length < 2) return [];
  const vocabulary: Vocabulary = vocabularyOf(file);
  const said = new Set<string>();
  const suggestions: string[] = [];
  for (const { text: word, fold: own, n, capital, upper } of vocabulary.startingWith(folded, 200)) {
    if (own.length <= folded.length || isStopWord(word)) continue;
    if (!isVisible(file, word, audiences)) continue;
    const shown =
      upper * 2 > n
        ? word.toLocaleUpperCase('fi')
        : capital * 2 > n
          ? (word[0] ?? '').toLocaleUpperCase('fi') + word.slice(1)
          : word;
    if (said.has(own)) continue;
    said.add(own);
    suggestions.push(text.slice(0, whole.from) + shown);
    if (suggestions.length === MOST_SUGGESTED) break;
  }
  return suggestions;
}

/** The query with words near those that the index does not have. Never with a word that the reader may not see. */
function didYouMean(file: IndexFile, asked: readonly Asked[], audiences: SearchQuery['audiences']): string | undefined {
  const vocabulary = vocabularyOf(file);
  let isOther = false;
  const said = asked.map(({ word, meant }) => {
    if (isNumber(word) || [...meant.keys()].some((text) => isVisible(file, text, audiences))) return word;
    const near = vocabulary.near(word).find((text) => isVisible(file, text, audiences));
    if (near) isOther = true;
    return near ?? word;
  });
  return isOther ? said.join(' ') : undefined;
}
