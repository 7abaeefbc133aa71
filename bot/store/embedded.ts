/** The default database: one SQLite file in a folder, for one process, with the writes of one event-loop tick in one durable transaction. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { AlreadyExists, VersionConflict } from '../core/ports.ts';
import { type Backend, type Content, checkSize, type Place } from './backend.ts';

/** Another process holds the folder. The message names the folder and says what to do. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

/** How long an earlier process of the same service may take to let go of the folder, in milliseconds. */
const WAIT_FOR_FOLDER = 500;

/** Opens, or makes, the store in `folder`. Throws FolderInUse when another process (or this one) has it open. */
export async function openEmbedded({ folder }: { folder: string }): Promise<Backend> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const db = openFile(join(folder, 'store.db'), folder);
  const sql = statements(db);
  const opened = randomBytes(6).toString('base64url');
  let writes = 0;
  let latestStamp = Number(sql.latestStamp.get()?.stamp ?? 0);
  let waiting: Write[] = [];
  let isScheduled = false;
  let isClosed = false;

  // Random per opening and counted within it: no two writes of a folder's whole life share an etag.
  const newEtag = (): string => `${opened}.${(++writes).toString(36)}`;
  // Never behind an earlier write, so that a clock that jumps back hides no change.
  const newStamp = (): number => (latestStamp = Math.max(latestStamp, Math.floor(Date.now() / 1000)));

  function write<T>(act: (etag: string, stamp: number) => T): Promise<T> {
    if (isClosed) return Promise.reject(new Error(`The store in ${folder} is closed.`));
    return new Promise<T>((resolve, reject) => {
      let result: T;
      waiting.push({
        act: (etag, stamp) => {
          result = act(etag, stamp);
        },
        commit: () => resolve(result),
        reject,
      });
      if (isScheduled) return;
      isScheduled = true;
      setImmediate(flush);
    });
  }

  function flush(): void {
    isScheduled = false;
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const done: Write[] = [];
    try {
      sql.begin.run();
      const stamp = newStamp();
      for (const one of group) {
        try {
          one.act(newEtag(), stamp);
          done.push(one);
        } catch (error) {
          // These two are found by a statement that changed no row: the transaction is whole, and only this write fails.
          if (!(error instanceof AlreadyExists || error instanceof VersionConflict)) throw error;
          one.reject(error);
        }
      }
      sql.commit.run();
    } catch (error) {
      if (db.isTransaction) {
        try {
          db.exec('ROLLBACK');
        } catch {
          // SQLite rolled it back itself, as it does on a full disk; the first error is the one to report.
        }
      }
      for (const one of group) one.reject(error); // a second rejection of the same promise is ignored
      return;
    }
    for (const one of done) one.commit();
  }

  const flags = (content: Content, stamp: number): number | null => (content.indexed ? stamp : null);
  const at = ({ container, partition }: Place, id: string): [string, string, string] => [container, partition, id];

  return {
    async get(place, id) {
      const row = sql.get.get(...at(place, id));
      return row && { id, v: Number(row.v), body: JSON.parse(String(row.body)), etag: String(row.etag) };
    },

    async insert(place, id, content) {
      const body = json(id, content);
      return write((etag, stamp) => {
        const { changes } = sql.insert.run(...at(place, id), content.v, etag, flags(content, stamp), body);
        if (Number(changes) === 0) throw new AlreadyExists(`${place.container}: ${id}`);
        return etag;
      });
    },

    async replace(place, id, content, known) {
      const body = json(id, content);
      return write((etag, stamp) => {
        const { changes } = sql.replace.run(content.v, etag, flags(content, stamp), body, ...at(place, id), known);
        if (Number(changes) === 0) throw new VersionConflict(`${place.container}: ${id}`);
        return etag;
      });
    },

    async upsert(place, id, content) {
      const body = json(id, content);
      return write((etag, stamp) => {
        sql.upsert.run(...at(place, id), content.v, etag, flags(content, stamp), body);
        return etag;
      });
    },

    remove(place, id, { etag: known, tombstone }) {
      return write((etag, stamp) => {
        const one = { known: known ?? null, container: place.container, pk: place.partition, id };
        const { changes } = tombstone ? sql.bury.run({ ...one, etag, stamp }) : sql.remove.run(one);
        if (Number(changes) === 0 && known !== undefined) throw new VersionConflict(`${place.container}: ${id}`);
        return Number(changes) > 0;
      });
    },

    async list(place, { from, to, limit, after = '' }) {
      const found = sql.list.all(place.container, place.partition, from, to, after, limit + 1);
      const rows = found.slice(0, limit).map((row) => ({
        id: String(row.id),
        v: Number(row.v),
        body: JSON.parse(String(row.body)),
        etag: String(row.etag),
      }));
      const last = found.length > limit ? rows.at(-1) : undefined;
      return last ? { rows, next: last.id } : { rows };
    },

    async changedSince(place, { from, to, stamp, limit, after }) {
      const [, seenStamp = '-1', seenId = ''] = /^(\d+)!([\s\S]*)$/.exec(after ?? '') ?? [];
      const query = stamp > 0 ? sql.changed : sql.changedEver;
      const found = query.all({
        container: place.container,
        pk: place.partition,
        from,
        to,
        stamp: Math.max(stamp, 0),
        seenStamp: Number(seenStamp),
        seenId,
        limit: limit + 1,
      });
      const page = found.slice(0, limit);
      const rows = page.map((row) =>
        row.body === null
          ? { id: String(row.id), removed: true as const }
          : {
              id: String(row.id),
              v: Number(row.v),
              body: JSON.parse(String(row.body)),
              etag: String(row.etag),
            },
      );
      const last = page.at(-1);
      const newest = last ? Math.max(stamp, Number(last.stamp)) : stamp;
      return last && found.length > limit
        ? { rows, stamp: newest, next: `${last.stamp}!${last.id}` }
        : { rows, stamp: newest };
    },

    async scrub() {
      flush();
      // Secure delete zeroes freed cells; only a rebuild also drops the copies that balancing leaves in the gaps of pages.
      db.exec('VACUUM');
      checkpoint(db, folder);
    },

    async ping() {
      sql.ping.get();
    },

    async close() {
      if (isClosed) return;
      flush();
      isClosed = true;
      checkpoint(db, folder);
      db.close();
    },
  };
}

function json(id: string, content: Content): string {
  const text = JSON.stringify(content.body);
  checkSize(id, text);
  return text;
}

interface Write {
  readonly act: (etag: string, stamp: number) => void;
  readonly commit: () => void;
  readonly reject: (error: unknown) => void;
}

function openFile(file: string, folder: string): DatabaseSync {
  const sqlite = loadSqlite();
  const db = new sqlite.DatabaseSync(file, { timeout: WAIT_FOR_FOLDER });
  try {
    // The lock is the operating system's, so a killed process leaves none behind. It is lost when this process opens and closes the
    // file by any other way than SQLite (fcntl(2), “Record locking”): nothing else may read store.db while it is open.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA secure_delete = ON');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    db.exec('PRAGMA temp_store = MEMORY'); // a rebuild leaves nothing in a temporary folder
    db.exec('BEGIN EXCLUSIVE');
    // Without rowids the order of writing can't be read from the file.
    db.exec(`CREATE TABLE IF NOT EXISTS documents (
      container TEXT NOT NULL, pk TEXT NOT NULL, id TEXT NOT NULL,
      v INTEGER NOT NULL, etag TEXT NOT NULL, stamp INTEGER, body TEXT,
      PRIMARY KEY (container, pk, id)
    ) WITHOUT ROWID, STRICT`);
    db.exec(`CREATE INDEX IF NOT EXISTS changes ON documents (container, pk, stamp, id) WHERE stamp IS NOT NULL`);
    db.exec('COMMIT');
  } catch (error) {
    db.close();
    if ((error as { errcode?: unknown }).errcode === SQLITE_BUSY) {
      throw new FolderInUse(
        `The data folder ${folder} is in use by another process. Stop that one first, or give this one a folder of its own (DATA_DIR).`,
      );
    }
    throw error;
  }
  return db;
}

const SQLITE_BUSY = 5;

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

/** Moves the log into the file and cuts the log to nothing. */
function checkpoint(db: DatabaseSync, folder: string): void {
  const outcome = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (outcome?.busy !== 0) throw new Error(`The log of the store in ${folder} could not be cut.`);
}

function statements(db: DatabaseSync) {
  const key = 'container = ? AND pk = ? AND id = ?';
  const row = '(container, pk, id, v, etag, stamp, body) VALUES (?, ?, ?, ?, ?, ?, ?)';
  const over = 'v = excluded.v, etag = excluded.etag, stamp = excluded.stamp, body = excluded.body';
  const known =
    'container = :container AND pk = :pk AND id = :id AND body IS NOT NULL AND (:known IS NULL OR etag = :known)';
  const inSpan = 'container = :container AND pk = :pk AND id >= :from AND id < :to';
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    ping: db.prepare('SELECT 1 FROM documents LIMIT 1'),
    latestStamp: db.prepare('SELECT max(stamp) AS stamp FROM documents WHERE stamp IS NOT NULL'),
    get: db.prepare(`SELECT v, etag, body FROM documents WHERE ${key} AND body IS NOT NULL`),
    insert: db.prepare(
      `INSERT INTO documents ${row} ON CONFLICT (container, pk, id) DO UPDATE SET ${over} WHERE documents.body IS NULL`,
    ),
    upsert: db.prepare(`INSERT INTO documents ${row} ON CONFLICT (container, pk, id) DO UPDATE SET ${over}`),
    replace: db.prepare(
      `UPDATE documents SET v = ?, etag = ?, stamp = ?, body = ? WHERE ${key} AND etag = ? AND body IS NOT NULL`,
    ),
    remove: db.prepare(`DELETE FROM documents WHERE ${known}`),
    bury: db.prepare(`UPDATE documents SET v = 0, etag = :etag, stamp = :stamp, body = NULL WHERE ${known}`),
    list: db.prepare(
      `SELECT id, v, etag, body FROM documents
       WHERE container = ? AND pk = ? AND id >= ? AND id < ? AND id > ? AND body IS NOT NULL ORDER BY id LIMIT ?`,
    ),
    changed: db.prepare(
      `SELECT id, v, etag, stamp, body FROM documents
       WHERE ${inSpan} AND stamp >= :stamp AND (stamp, id) > (:seenStamp, :seenId) ORDER BY stamp, id LIMIT :limit`,
    ),
    // A kind that became indexed later has rows without a stamp; they count as written at 0.
    changedEver: db.prepare(
      `SELECT id, v, etag, ifnull(stamp, 0) AS stamp, body FROM documents
       WHERE ${inSpan} AND ifnull(stamp, 0) >= :stamp AND (ifnull(stamp, 0), id) > (:seenStamp, :seenId)
       ORDER BY ifnull(stamp, 0), id LIMIT :limit`,
    ),
  };
}
