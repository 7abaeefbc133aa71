/** One network's index: a SQLite file that is derived from the store and can be thrown away at any time. */
import { rmSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SearchEntry, SearchQuery } from '../core/ports.ts';
import { fold, keysOf, lower, tokens } from './words.ts';

/** Raised with every change of the tables or of how words are cut and stemmed: a file of another is built anew. */
const SCHEMA = 2;
/** Characters of one item that are searched: some two thousand pages. */
const LONGEST_ITEM = 4_000_000;
/** Parts of an item are numbered within this, its own texts first. */
const PARTS = 65_536;

/** Fields of an item by the letter that their words have first in the index: the same word in a title and on a page are two. */
export const FIELDS = ['t', 'k', 's', 'b', 'p'] as const;
export type Field = (typeof FIELDS)[number];

/** What is kept of an item's own texts, for extracts. */
export interface OwnText {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly summary: string;
  readonly body: readonly string[];
}

export interface IndexFile {
  readonly path: string;
  readonly db: DatabaseSync;
  readonly sql: Statements;
  /** A statement that is prepared once. */
  prepared(sql: string): StatementSync;
  /** What was worked out of the file as it is now; emptied with every change. */
  readonly kept: Map<string, Uint8Array>;
  close(): void;
}

type Statements = ReturnType<typeof statements>;

/** Some releases of Node 24 call node:sqlite experimental when it loads; that one warning is left out, others stay. */
function loadSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).includes('SQLite is an experimental feature'))
      Reflect.apply(emitWarning, process, [warning, ...rest]);
  }) as typeof emitWarning;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Opens the index at `path`, or makes an empty one where there is none, where it is of another version, or where it can't be read. */
export function openIndex(path: string, version: string): IndexFile {
  const of = `${SCHEMA} ${version}`;
  try {
    const found = open(path);
    if (metaOf(found, 'version') === of) return found;
    found.close();
  } catch (error) {
    if (!isBroken(error)) throw error;
  }
  removeIndex(path);
  const fresh = open(path);
  fresh.sql.setMeta.run('version', of);
  return fresh;
}

export function removeIndex(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** The file is no database, or one with a fault: it is thrown away. Source: SQLite, “Result and Error Codes”: CORRUPT, NOTADB, and what a missing table says. */
export const isBroken = (error: unknown): boolean => {
  const { errcode, message } = error as { errcode?: unknown; message?: unknown };
  return (
    (typeof errcode === 'number' && [11, 26].includes(errcode & 0xff)) ||
    /no such (?:table|column)|malformed/.test(String(message))
  );
};

/** Another process has it. */
export const isInUse = (error: unknown): boolean => ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;

function open(path: string): IndexFile {
  const sqlite = loadSqlite();
  const db = new sqlite.DatabaseSync(path, { timeout: 500 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE'); // one process a file; and no shared memory beside it
    db.exec('PRAGMA secure_delete = ON');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = NORMAL'); // after a power failure it is older, never torn, and follows from there
    db.exec('PRAGMA temp_store = MEMORY');
    db.exec('PRAGMA cache_size = -8000');
    db.exec('BEGIN IMMEDIATE');
    db.exec(TABLES);
    db.exec('COMMIT');
    const all = new Map<string, StatementSync>();
    const prepared = (text: string): StatementSync => {
      const statement = all.get(text) ?? db.prepare(text);
      all.set(text, statement);
      return statement;
    };
    return { path, db, sql: statements(db), prepared, kept: new Map(), close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS items (
    doc INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, sort TEXT NOT NULL, shown TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS items_at ON items (at, doc);
  CREATE INDEX IF NOT EXISTS items_sort ON items (sort, doc);
  CREATE TABLE IF NOT EXISTS audiences (doc INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (doc, name)) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS facets (
    doc INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (doc, name, value)
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS parts (part INTEGER PRIMARY KEY, file TEXT, page INTEGER, heading TEXT, body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS words (
    word INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, fold TEXT NOT NULL, n INTEGER NOT NULL, capital INTEGER NOT NULL, upper INTEGER NOT NULL,
    fields INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS words_fold ON words (fold);
  CREATE TABLE IF NOT EXISTS keys (key TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (key, word)) WITHOUT ROWID, STRICT;
  CREATE VIRTUAL TABLE IF NOT EXISTS posts USING fts5 (words, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '.,%'");
  CREATE VIRTUAL TABLE IF NOT EXISTS inside USING fts5 (fold, content = '', columnsize = 0, detail = none, tokenize = 'trigram');
  INSERT INTO posts (posts, rank) VALUES ('secure-delete', 1);
  INSERT INTO inside (inside, rank) VALUES ('secure-delete', 1);
`;

function statements(db: DatabaseSync) {
  const on = (sql: string): StatementSync => db.prepare(sql);
  return {
    begin: on('BEGIN IMMEDIATE'),
    commit: on('COMMIT'),
    meta: on('SELECT value FROM meta WHERE key = ?'),
    setMeta: on('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'),
    docOf: on('SELECT doc FROM items WHERE kind = ? AND id = ?'),
    addItem: on('INSERT INTO items (kind, id, at, sort, shown) VALUES (?, ?, ?, ?, ?)'),
    dropItem: on('DELETE FROM items WHERE doc = ?'),
    addAudience: on('INSERT OR IGNORE INTO audiences (doc, name) VALUES (?, ?)'),
    dropAudiences: on('DELETE FROM audiences WHERE doc = ?'),
    addFacet: on('INSERT OR IGNORE INTO facets (doc, name, value) VALUES (?, ?, ?)'),
    dropFacets: on('DELETE FROM facets WHERE doc = ?'),
    addPart: on('INSERT INTO parts (part, file, page, heading, body) VALUES (?, ?, ?, ?, ?)'),
    partsOf: on('SELECT part, heading, body FROM parts WHERE part >= ? AND part < ?'),
    dropParts: on('DELETE FROM parts WHERE part >= ? AND part < ?'),
    addPost: on('INSERT INTO posts (rowid, words) VALUES (?, ?)'),
    dropPost: on("INSERT INTO posts (posts, rowid, words) VALUES ('delete', ?, ?)"),
    word: on('SELECT word FROM words WHERE text = ?'),
    addWord: on('INSERT INTO words (text, fold, n, capital, upper, fields) VALUES (?, ?, ?, ?, ?, ?)'),
    changeWord: on(
      'UPDATE words SET n = n + ?, capital = capital + ?, upper = upper + ?, fields = fields | ? WHERE text = ? RETURNING word, n',
    ),
    dropWord: on('DELETE FROM words WHERE word = ?'),
    addKey: on('INSERT OR IGNORE INTO keys (key, word) VALUES (?, ?)'),
    dropKey: on('DELETE FROM keys WHERE key = ? AND word = ?'),
    addInside: on('INSERT INTO inside (rowid, fold) VALUES (?, ?)'),
    dropInside: on("INSERT INTO inside (inside, rowid, fold) VALUES ('delete', ?, ?)"),
  };
}

export const metaOf = ({ sql }: IndexFile, key: string): string | undefined => {
  const value = sql.meta.get(key)?.value;
  return value === undefined ? undefined : String(value);
};

// ── Writing ────────────────────────────────────────────────────────────────────────────────────

/** Some changes of one kind, and up to where they follow the store. */
export interface Batch {
  readonly kind: string;
  /** `entry` undefined: it is gone, or not to be found. */
  readonly changes: readonly { readonly id: string; readonly entry?: SearchEntry }[];
  /** The stamp that the file must be at, and the one it is at afterwards. */
  readonly from: number;
  readonly to: number;
}

export const stampOf = (file: IndexFile, kind: string): number => Number(metaOf(file, `stamp ${kind}`) ?? 0);

/** Everything or nothing, the stamp with the entries. False: the file is not where the batch goes on from, and nothing was done. */
export function applyBatch(file: IndexFile, { kind, changes, from, to }: Batch): boolean {
  const { db, sql } = file;
  file.kept.clear();
  sql.begin.run();
  try {
    if (stampOf(file, kind) !== from) {
      db.exec('ROLLBACK');
      return false;
    }
    const counts = new Map<string, Count>();
    for (const { id, entry } of changes) {
      drop(file, kind, id, counts);
      if (entry) add(file, kind, id, entry, counts);
    }
    keepCounts(file, counts);
    if (to !== from) sql.setMeta.run(`stamp ${kind}`, String(to));
    sql.commit.run();
    return true;
  } catch (error) {
    if (db.isTransaction) {
      try {
        db.exec('ROLLBACK');
      } catch {
        // SQLite rolled it back itself, as it does on a full disk; the first error is the one to report.
      }
    }
    throw error;
  }
}

/** Puts what many batches have written into one piece, which is read twice as fast: half a second for a hundred thousand items. */
export function gather({ db }: IndexFile): void {
  db.exec("INSERT INTO posts (posts) VALUES ('optimize')");
  db.exec("INSERT INTO inside (inside) VALUES ('optimize')");
}

/** Cuts the log to nothing, so that what was removed stands in no file any more. */
export function settle({ db }: IndexFile): void {
  db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
}

interface Count {
  n: number;
  capital: number;
  upper: number;
  /** Bits of the fields that it was ever in, in the order of FIELDS. */
  fields: number;
}

interface Part {
  readonly own?: OwnText;
  readonly file?: string;
  readonly page?: number;
  readonly heading?: string;
  readonly text?: string;
}

function partsOf(entry: SearchEntry): Part[] {
  const { title, summary, keywords, body } = entry;
  const names = entry.files.map(({ name }) => name.replace(/\.[^.]*$/, ''));
  let room = LONGEST_ITEM;
  const cut = (text: string): string => {
    const kept = text.slice(0, Math.max(0, room));
    room -= kept.length;
    return kept;
  };
  const own: OwnText = { title, keywords: [...keywords, ...names], summary, body: body.map(cut) };
  const pages = entry.files.flatMap(({ file, pages }) =>
    pages.map(
      ({ number, heading, text }): Part => ({
        file,
        ...(number === undefined ? {} : { page: number }),
        ...(heading === undefined ? {} : { heading }),
        text: cut(text),
      }),
    ),
  );
  return [{ own }, ...pages.filter(({ text }) => text)].slice(0, PARTS);
}

/** Texts of a part by field. */
const textsOf = ({ own, heading, text }: Part): readonly (readonly [Field, string])[] =>
  own
    ? [
        ['t', own.title],
        ...own.keywords.map((one) => ['k', one] as const),
        ['s', own.summary],
        ...own.body.map((one) => ['b', one] as const),
      ]
    : [
        ['p', heading ?? ''],
        ['p', text ?? ''],
      ];

/** The words of a part as they stand in the index; `counts` takes them in, or gives them back with `sign` −1. */
function postOf(part: Part, counts: Map<string, Count>, sign: 1 | -1): string {
  const terms = new Set<string>();
  const seen = new Set<string>();
  for (const [field, text] of textsOf(part)) {
    for (const { word, from, to } of tokens(text)) {
      const term = field + word;
      if (terms.has(term)) continue;
      terms.add(term);
      const count = counts.get(word) ?? { n: 0, capital: 0, upper: 0, fields: 0 };
      if (!counts.has(word)) counts.set(word, count);
      if (sign > 0) count.fields |= 1 << FIELDS.indexOf(field);
      if (seen.has(word)) continue;
      seen.add(word);
      const raw = text.slice(from, to);
      count.n += sign;
      if (raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase()) count.upper += sign;
      else if (raw[0] !== raw[0]?.toLowerCase()) count.capital += sign;
    }
  }
  return [...terms].join(' ');
}

/** Those who may see everything of a kind. No feature's audience is called so. */
const EVERYONE = '*';
/** Audiences are of one kind: who looks for questions finds no materials. */
const inKind = (kind: string, audience: string): string => `${kind} ${audience}`;

/** Who asks, as `audiences` of the file know them. */
export const readersOf = ({ kind, audiences }: Pick<SearchQuery, 'kind' | 'audiences'>): readonly string[] =>
  (audiences === 'all' ? [EVERYONE] : audiences).map((one) => inKind(kind, one));

function add(file: IndexFile, kind: string, id: string, entry: SearchEntry, counts: Map<string, Count>): void {
  const { sql } = file;
  const doc = Number(
    sql.addItem.run(kind, id, entry.at, sortOf(entry.title), JSON.stringify(entry.row ?? null)).lastInsertRowid,
  );
  for (const name of [EVERYONE, ...entry.audiences]) sql.addAudience.run(doc, inKind(kind, name));
  for (const [name, values] of Object.entries(entry.facets))
    for (const value of values) sql.addFacet.run(doc, name, value);
  partsOf(entry).forEach((part, n) => {
    const row = doc * PARTS + n;
    const body = part.own ? JSON.stringify(part.own) : (part.text ?? '');
    sql.addPart.run(row, part.file ?? null, part.page ?? null, part.heading ?? null, body);
    sql.addPost.run(row, postOf(part, counts, 1));
  });
}

function drop(file: IndexFile, kind: string, id: string, counts: Map<string, Count>): void {
  const { sql } = file;
  const found = sql.docOf.get(kind, id);
  if (!found) return;
  const doc = Number(found.doc);
  const [first, last] = [doc * PARTS, (doc + 1) * PARTS];
  for (const { part, heading, body } of sql.partsOf.all(first, last)) {
    const text = String(body);
    const kept: Part =
      Number(part) === first
        ? { own: JSON.parse(text) as OwnText }
        : { text, ...(heading === null ? {} : { heading: String(heading) }) };
    sql.dropPost.run(Number(part), postOf(kept, counts, -1));
  }
  sql.dropParts.run(first, last);
  sql.dropAudiences.run(doc);
  sql.dropFacets.run(doc);
  sql.dropItem.run(doc);
}

function keepCounts({ sql }: IndexFile, counts: ReadonlyMap<string, Count>): void {
  for (const [text, { n, capital, upper, fields }] of counts) {
    if (n === 0 && capital === 0 && upper === 0 && fields === 0) continue;
    const changed = sql.changeWord.get(n, capital, upper, fields, text);
    if (!changed && n > 0) {
      const folded = fold(text);
      const word = Number(sql.addWord.run(text, folded, n, capital, upper, fields).lastInsertRowid);
      for (const key of keysOf(text)) sql.addKey.run(key, word);
      sql.addInside.run(word, folded);
    } else if (changed && Number(changed.n) <= 0) {
      const word = Number(changed.word);
      for (const key of keysOf(text)) sql.dropKey.run(key, word);
      sql.dropInside.run(word, fold(text));
      sql.dropWord.run(word);
    }
  }
}

const SORTED: Readonly<Record<string, string>> = { å: '{a', ä: '{b', ö: '{c', æ: '{b', ø: '{c' };
/** What a title is sorted by: as Finns and Swedes do, å, ä and ö last; numbers by their size. */
const sortOf = (title: string): string =>
  lower(title)
    .replace(/[åäöæø]/g, (letter) => SORTED[letter] ?? letter)
    .replace(/\d+/g, (digits) => digits.padStart(12, '0'));

/** The item of a part, and the parts of an item. */
export const docOf = (part: number): number => Math.floor(part / PARTS);
export const spanOf = (doc: number): readonly [number, number] => [doc * PARTS, (doc + 1) * PARTS];
