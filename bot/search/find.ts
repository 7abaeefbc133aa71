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
/** Items of a query with several words whose texts are looked into for how near each other the words stand. */
const MOST_READ = 120;

export type Answer = Omit<SearchResult, 'isBehind'>;

interface Found {
  readonly doc: number;
  score: number;
  cover: number;
  isLiteral: boolean;
}

/** A typed word, and the words of the index that it means. */
interface Asked {
  readonly word: string;
  readonly meant: ReadonlyMap<string, Nearness>;
}

export function find(file: IndexFile, query: SearchQuery): Answer {
  const asked = askedOf(file, query.words);
  if (query.words.trim() === '') return everything(file, query);
  if (asked.length === 0) return { hits: [], total: 0, facets: {} };
  const found = ranked(file, query, asked);
  if (query.sort !== 'best') sortBy(file, found, query.sort);
  const page = found.slice(query.from, query.from + query.size);
  const docs = found.map(({ doc }) => doc);
  const hits = page.map(({ doc }) => hitOf(file, doc, asked));
  const answer = { hits, total: found.length, facets: facetsOf(file, query.count ?? [], docs) };
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
      return parts ? parts.map((word) => ({ word, meant: vocabulary.meant(word) })) : [one];
    });
}

// ── Which items ────────────────────────────────────────────────────────────────────────────────

const quoted = (term: string): string => `"${term}"`;

function ranked(file: IndexFile, query: SearchQuery, asked: readonly Asked[]): Found[] {
  const { db } = file;
  const match = db.prepare('SELECT json_group_array(rowid) AS rows FROM posts WHERE posts MATCH ?');
  const docsOf = (terms: readonly string[]): number[] => {
    const rows = match.get(terms.map(quoted).join(' OR '))?.rows;
    return rows === undefined ? [] : (JSON.parse(String(rows)) as number[]).map(docOf);
  };
  const all = Number(db.prepare('SELECT count(*) AS n FROM items').get()?.n ?? 0);
  const byWord = asked.map(({ meant }) => {
    const classes = new Map<Nearness, string[]>();
    for (const [text, nearness] of meant) classes.set(nearness, [...(classes.get(nearness) ?? []), text]);
    const best = new Map<number, { score: number; more: number; field: Set<Field>; isLiteral: boolean }>();
    for (const [nearness, texts] of [...classes].sort(([a], [b]) => NEARNESS[b] - NEARNESS[a])) {
      for (const field of FIELDS) {
        const score = NEARNESS[nearness] * WEIGHT[field];
        for (const doc of docsOf(texts.map((text) => field + text))) {
          const now = best.get(doc);
          if (!now) best.set(doc, { score, more: 0, field: new Set([field]), isLiteral: nearness === 'exact' });
          else {
            now.isLiteral ||= nearness === 'exact';
            if (!now.field.has(field)) now.more += score;
            now.field.add(field);
            now.score = Math.max(now.score, score);
          }
        }
      }
    }
    return best;
  });
  const weights = byWord.map((best) => Math.log(1 + (all + 1) / (best.size + 0.5)));
  const whole = weights.reduce((sum, one) => sum + one, 0) || 1;
  const found = new Map<number, Found>();
  byWord.forEach((best, n) => {
    const weight = (weights[n] ?? 0) / whole;
    for (const [doc, { score, more, isLiteral }] of best) {
      const now = found.get(doc) ?? { doc, score: 0, cover: 0, isLiteral: true };
      found.set(doc, now);
      now.score += weight * (score + MORE_FIELDS * more);
      now.cover += weight;
      now.isLiteral &&= isLiteral;
    }
  });
  const allowed = allowedOf(file, query, [...found.keys()]);
  let kept = [...found.values()].filter(({ doc }) => allowed.has(doc));
  const cover = Math.max(0, ...kept.map((one) => one.cover));
  kept = kept.filter((one) => one.cover >= cover * LEAST_COVER);
  if (asked.length > 1 && kept.length <= MOST_READ)
    for (const one of kept) one.score *= nearnessOf(file, one.doc, asked);
  const score = Math.max(0, ...kept.map((one) => one.score));
  kept = kept.filter((one) => one.score >= score * LEAST_SCORE || (one.isLiteral && one.cover > 0.999));
  return kept.sort((a, b) => b.score - a.score || b.doc - a.doc);
}

/** The items among these that the reader may see and that fit the filter. */
function allowedOf(
  { db }: IndexFile,
  { audiences, filter }: Pick<SearchQuery, 'audiences' | 'filter'>,
  docs: readonly number[],
): Set<number> {
  const { where, values } = conditions({ audiences, filter }, 'd.value');
  if (where === '') return new Set(docs);
  const rows = db
    .prepare(`SELECT json_group_array(d.value) AS docs FROM json_each(?) d WHERE ${where}`)
    .get(JSON.stringify(docs), ...values);
  return new Set(JSON.parse(String(rows?.docs ?? '[]')) as number[]);
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

/** How near each other the words stand where they stand nearest: 1 far apart or in different parts, up to 1.5 side by side. */
function nearnessOf(file: IndexFile, doc: number, asked: readonly Asked[]): number {
  let best = 1;
  const wordOf = new Map<string, number>();
  asked.forEach(({ meant }, n) => {
    for (const text of meant.keys()) wordOf.set(text, n);
  });
  for (const { texts } of matchingParts(file, doc, asked, 8)) {
    for (const [, text] of texts) {
      const places = tokens(text).flatMap(({ word, at }) => {
        const n = wordOf.get(word);
        return n === undefined ? [] : [{ n, at }];
      });
      for (let i = 0; i < places.length; i++) {
        const seen = new Set<number>();
        for (let j = i; j < places.length; j++) {
          const [a, b] = [places[i], places[j]];
          if (!a || !b || b.at - a.at > 12) break;
          seen.add(b.n);
          if (seen.size === asked.length) {
            best = Math.max(best, 1 + 0.5 / (1 + (b.at - a.at + 1 - asked.length) / 2));
            break;
          }
        }
      }
    }
  }
  return best;
}

interface MatchingPart {
  readonly part: number;
  readonly row: Record<string, unknown>;
  readonly own?: OwnText;
  readonly texts: readonly (readonly [Field, string])[];
}

function matchingParts({ db }: IndexFile, doc: number, asked: readonly Asked[], most: number): MatchingPart[] {
  const terms = asked.flatMap(({ meant }) => [...meant.keys()]).flatMap((text) => FIELDS.map((field) => field + text));
  if (terms.length === 0) return [];
  const rows = db
    .prepare(
      `SELECT part, file, page, heading, body FROM parts WHERE part IN (
         SELECT rowid FROM posts WHERE posts MATCH ? AND rowid >= ? AND rowid < ?) ORDER BY part LIMIT ?`,
    )
    .all(terms.map(quoted).join(' OR '), ...spanOf(doc), most);
  return rows.map((row) => {
    const part = Number(row.part);
    if (part !== spanOf(doc)[0])
      return {
        part,
        row,
        texts: [
          ['p', String(row.heading ?? '')],
          ['p', String(row.body)],
        ],
      };
    const own = JSON.parse(String(row.body)) as OwnText;
    const texts: (readonly [Field, string])[] = [
      ['t', own.title],
      ['k', own.keywords.join(' · ')],
      ['s', own.summary],
      ...own.body.map((one) => ['b', one] as const),
    ];
    return { part, row, own, texts };
  });
}

// ── What is shown ──────────────────────────────────────────────────────────────────────────────

function hitOf(file: IndexFile, doc: number, asked: readonly Asked[]): SearchHit {
  const shown = file.db.prepare('SELECT id, shown FROM items WHERE doc = ?').get(doc);
  const marked = markedOf(asked);
  let best: { score: number; text: string; row?: Record<string, unknown> } | undefined;
  let title: SearchHit['title'];
  for (const { row, own, texts } of matchingParts(file, doc, asked, 60)) {
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
  const own = best ? undefined : ownOf(file, doc);
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
    extract: extractOf(text, marked),
    ...(title ? { title } : {}),
  };
}

function ownOf({ db }: IndexFile, doc: number): OwnText | undefined {
  const row = db.prepare('SELECT body FROM parts WHERE part = ?').get(spanOf(doc)[0]);
  return row && (JSON.parse(String(row.body)) as OwnText);
}

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

function facetsOf({ db }: IndexFile, names: readonly string[], docs: readonly number[]): Answer['facets'] {
  const facets: Record<string, { value: string; n: number }[]> = {};
  const counted = db.prepare(
    'SELECT c.value, count(*) AS n FROM json_each(?) d JOIN facets c ON c.doc = d.value AND c.name = ? GROUP BY c.value ORDER BY n DESC, c.value',
  );
  for (const name of names)
    facets[name] = counted
      .all(JSON.stringify(docs), name)
      .map(({ value, n }) => ({ value: String(value), n: Number(n) }));
  return facets;
}

function sortBy({ db }: IndexFile, found: Found[], sort: 'newest' | 'title'): void {
  const order = sort === 'title' ? 'i.sort, i.doc' : 'i.at DESC, i.doc DESC';
  const rows = db
    .prepare(`SELECT i.doc FROM json_each(?) d JOIN items i ON i.doc = d.value ORDER BY ${order}`)
    .all(JSON.stringify(found.map(({ doc }) => doc)));
  const place = new Map(rows.map(({ doc }, n) => [Number(doc), n]));
  found.sort((a, b) => (place.get(a.doc) ?? 0) - (place.get(b.doc) ?? 0));
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

function didYouMean(file: IndexFile, asked: readonly Asked[], audiences: SearchQuery['audiences']): string | undefined {
  const vocabulary = vocabularyOf(file);
  let isOther = false;
  const said = asked.map(({ word, meant }) => {
    if (isNumber(word) || meant.size > 0) return word;
    for (let length = word.length - 1; length >= 4; length--) {
      const near = vocabulary
        .startingWith(fold(word.slice(0, length)), 5)
        .find(({ text }) => Math.abs(text.length - word.length) <= 3 && isVisible(file, text, audiences));
      if (near) {
        isOther = true;
        return near.text;
      }
    }
    return word;
  });
  return isOther ? said.join(' ') : undefined;
}
