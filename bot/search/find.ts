/** Answers a query from one network's index: which items, in what order, where the words stand in them, and which are too far off to be shown. */
import type { SearchHit, SearchQuery, SearchResult } from '../core/ports.ts';
import { extractOf, type Marked, marksIn, piecesOf } from './extract.ts';
import { FIELDS, type IndexFile, readersOf, spanOf } from './index-file.ts';
import { type Asked, conditions, quoted, ranked, readParts } from './rank.ts';
import { NEARNESS, type Nearness, type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { fold, isNumber, isStopWord, type Token, tokens } from './words.ts';

/** Characters of a query that are read. */
const LONGEST_QUERY = 300;
const MOST_WORDS = 12;
/** Parts of each shown item that are looked into for the extract. */
const MOST_PARTS_SHOWN = 4;

export type Answer = Omit<SearchResult, 'isBehind'>;

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
  const better = didYouMean(file, asked, readersOf(query));
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
  const { where, values } = conditions(readersOf(query), query.filter, 'i.doc');
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
function isVisible({ db }: IndexFile, text: string, readers: readonly string[]): boolean {
  const { where, values } = conditions(readers, {}, '(posts.rowid / 65536)');
  return (
    db
      .prepare(`SELECT 1 FROM posts WHERE posts MATCH ? AND ${where} LIMIT 1`)
      .get(FIELDS.map((field) => quoted(field + text)).join(' OR '), ...values) !== undefined
  );
}

export function suggest(file: IndexFile, asked: Pick<SearchQuery, 'kind' | 'words' | 'audiences'>): string[] {
  const readers = readersOf(asked);
  const text = asked.words.slice(0, LONGEST_QUERY);
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
    if (!isVisible(file, word, readers)) continue;
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
function didYouMean(file: IndexFile, asked: readonly Asked[], readers: readonly string[]): string | undefined {
  const vocabulary = vocabularyOf(file);
  let isOther = false;
  const said = asked.map(({ word, meant }) => {
    if (isNumber(word) || [...meant.keys()].some((text) => isVisible(file, text, readers))) return word;
    const near = vocabulary.near(word).find((text) => isVisible(file, text, readers));
    if (near) isOther = true;
    return near ?? word;
  });
  return isOther ? said.join(' ') : undefined;
}
