/** The store that features see: kinds, schemas and migrations over a backend of plain documents. */
import { ID_PATTERN } from '../core/ids.ts';
import { decode, type Kind } from '../core/kind.ts';
import type { Range, Store, Stored } from '../core/ports.ts';
import type { Scope } from '../core/scope.ts';
import type { Backend, Content, Place, Row } from './backend.ts';

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 1000;

/** A value that does not fit its schema, or an id outside ID_PATTERN, is our bug and is thrown before anything is written. */
export function storeOn(backend: Backend): Store {
  return {
    async get(scope, kind, id) {
      const row = await backend.get(placeOf(scope, kind), documentId(kind, id));
      return row && stored(kind, row);
    },
    async insert(scope, kind, id, value) {
      const content = encode(kind, value);
      const version = await backend.insert(placeOf(scope, kind), documentId(kind, id), content);
      return { id, value: decode(kind, kind.version, content.body), version };
    },
    async replace(scope, kind, id, value, version) {
      if (!version) throw new TypeError(`Replacing a ${kind.name} needs the version that was read.`);
      const content = encode(kind, value);
      const next = await backend.replace(placeOf(scope, kind), documentId(kind, id), content, version);
      return { id, value: decode(kind, kind.version, content.body), version: next };
    },
    async upsert(scope, kind, id, value) {
      const content = encode(kind, value);
      const version = await backend.upsert(placeOf(scope, kind), documentId(kind, id), content);
      return { id, value: decode(kind, kind.version, content.body), version };
    },
    async remove(scope, kind, id, version) {
      if (version === '') throw new TypeError(`Removing a ${kind.name} by version needs the version that was read.`);
      return backend.remove(placeOf(scope, kind), documentId(kind, id), { etag: version, tombstone: kind.indexed });
    },
    async list(scope, kind, range = {}) {
      const { rows, next } = await backend.list(placeOf(scope, kind), {
        ...span(kind, range),
        limit: pageSize(range.page),
        after: range.after,
      });
      const items = rows.map((row) => stored(kind, row));
      return next === undefined ? { items } : { items, next };
    },
    async changedSince(scope, kind, stamp, { page, after } = {}) {
      if (!kind.indexed)
        throw new TypeError(`Kind ${kind.name} does not say indexed: true, so its changes aren't kept.`);
      const found = await backend.changedSince(placeOf(scope, kind), {
        ...span(kind, {}),
        stamp,
        limit: pageSize(page),
        after,
      });
      const changed = found.rows.map((row) =>
        'removed' in row ? { id: ownId(kind, row.id), removed: true as const } : stored(kind, row),
      );
      return found.next === undefined
        ? { changed, stamp: found.stamp }
        : { changed, stamp: found.stamp, next: found.next };
    },
    scrub: () => backend.scrub(),
    ping: () => backend.ping(),
    close: () => backend.close(),
  };
}

function placeOf<T>(scope: Scope, kind: Kind<T>): Place {
  if (!scope.partition) throw new TypeError('A scope without a partition would reach nothing, or everything.');
  return { container: kind.container, partition: scope.partition };
}

function documentId<T>(kind: Kind<T>, id: string): string {
  if (!ID_PATTERN.test(id))
    throw new TypeError(`Not an id of a ${kind.name}: 1–240 characters of ${ID_PATTERN.source}.`);
  return `${kind.name}|${id}`;
}

const ownId = <T>(kind: Kind<T>, id: string): string => id.slice(kind.name.length + 1);

function encode<T>(kind: Kind<T>, value: T): Content {
  return { v: kind.version, body: kind.schema.parse(value), indexed: kind.indexed };
}

function stored<T>(kind: Kind<T>, row: Row): Stored<T> {
  return { id: ownId(kind, row.id), value: decode(kind, row.v, row.body), version: row.etag };
}

function pageSize(wanted = DEFAULT_PAGE): number {
  return Math.min(Math.max(1, Math.trunc(wanted)), LARGEST_PAGE);
}

/** One half-open span of document ids for prefix, from and to together. */
function span<T>(kind: Kind<T>, { prefix = '', from = '', to }: Range): { from: string; to: string } {
  const all = `${kind.name}|`;
  const low = [prefix, from].sort().at(-1) ?? '';
  const high = [pastPrefix(all + prefix), ...(to === undefined ? [] : [all + to])].sort()[0] ?? '';
  return { from: all + low, to: high };
}

/** The first string after all that start with `prefix`; ids are ASCII, so the last character can always be raised by one. */
function pastPrefix(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}
