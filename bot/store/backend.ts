/** What a database must do to hold the documents: JSON bodies by id inside a place, nothing of kinds or schemas. */
import type { Container } from '../core/scope.ts';

/** One partition of one container: the whole reach of every call. */
export interface Place {
  readonly container: Container;
  readonly partition: string;
}

export interface Content {
  /** Version of the kind's shape that the body has. */
  readonly v: number;
  /** A JSON value. */
  readonly body: unknown;
  /** Whether `changedSince` must find it. */
  readonly indexed: boolean;
}

export interface Row {
  readonly id: string;
  readonly v: number;
  readonly body: unknown;
  /** Opaque; never the same for two writes. */
  readonly etag: string;
}

export interface Gone {
  readonly id: string;
  readonly removed: true;
}

/** Ids from `from` (inclusive) to `to` (exclusive), in the order of their code units. */
export interface Span {
  readonly from: string;
  readonly to: string;
  /** At most this many rows, at least one. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

/**
 * Every resolved write survives a crash. Writes resolve to the new etag and throw AlreadyExists or VersionConflict; anything else is an outage.
 * A tombstone is never seen but by `changedSince`: `get` and `list` pass it by, `insert` and `upsert` write over it.
 */
export interface Backend {
  get(place: Place, id: string): Promise<Row | undefined>;
  insert(place: Place, id: string, content: Content): Promise<string>;
  replace(place: Place, id: string, content: Content, etag: string): Promise<string>;
  upsert(place: Place, id: string, content: Content): Promise<string>;
  /** Without `etag` removes whatever is there; false when nothing was. */
  remove(place: Place, id: string, how: { etag?: string | undefined; tombstone: boolean }): Promise<boolean>;
  list(place: Place, span: Span): Promise<{ rows: readonly Row[]; next?: string }>;
  /** Indexed rows of the span written at or after `stamp` (whole seconds since 1970), oldest first. `stamp` 0 finds all. */
  changedSince(
    place: Place,
    span: Span & { readonly stamp: number },
  ): Promise<{ rows: readonly (Row | Gone)[]; stamp: number; next?: string }>;
  /** What was removed or overwritten is gone from the files too. */
  scrub(): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Cosmos DB takes 2 MB a document with its own fields; the same holds on every backend, so that nothing works only on one. */
const LARGEST_BODY = 1_900_000;

/** Throws RangeError when a document is too big to store. `json`: its body as JSON. */
export function checkSize(id: string, json: string): void {
  const bytes = Buffer.byteLength(json);
  if (bytes > LARGEST_BODY) throw new RangeError(`Document ${id} has ${bytes} bytes; at most ${LARGEST_BODY} fit.`);
}
