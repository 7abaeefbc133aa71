/** Documents as one process read them a moment ago, for what is shown and never for what is decided: one reading serves all who ask meanwhile, and own writes are in it at once. */
import { between, type Clock, type Instant, SECOND } from './clock.ts';

/** What is shown may be this old, in milliseconds; what takes long to read older, so that reading takes at most a twentieth of the time. */
const AGE = SECOND;
const OLDEST = 15 * SECOND;
const READING_SHARE = 20;

export interface Recent<T> {
  readonly found: Map<string, T>;
  /** Own writes since the reading that is under way began; undefined: removed. */
  readonly since: Map<string, T | undefined>;
  readAt: Instant | undefined;
  /** How long the last reading took, in milliseconds. */
  took: number;
  reading: Promise<void> | undefined;
  /** Of two writes whose answers came in the wrong order, which is older. */
  readonly isOlder: (of: T, than: T) => boolean;
}

export const unread = <T>(isOlder: Recent<T>['isOlder'] = () => false): Recent<T> => ({
  ...{ found: new Map(), since: new Map(), readAt: undefined, took: 0, reading: undefined },
  isOlder,
});

/** What was kept under this key, else something fresh; beyond `most` the one that was not asked for longest goes. */
export function keptIn<R>(all: Map<string, R>, key: string, most: number, fresh: () => R): R {
  const kept = all.get(key) ?? fresh();
  all.delete(key); // moved to the end, so that the first is the one that was not asked for longest
  all.set(key, kept);
  for (const oldest of all.keys()) {
    if (all.size <= most) break;
    all.delete(oldest);
  }
  return kept;
}

/** Everything, about a second old. `replaced` is called in the moment in which another reading takes the place of what was there. */
export async function recently<T>(
  of: Recent<T>,
  clock: Clock,
  read: () => Promise<Iterable<readonly [id: string, value: T]>>,
  replaced?: () => void,
): Promise<ReadonlyMap<string, T>> {
  const age = Math.min(OLDEST, Math.max(AGE, of.took * READING_SHARE));
  // A clock that was set back makes things look young for ever: hence the absolute value.
  if (of.readAt && Math.abs(between(of.readAt, clock.now())) < age) return of.found;
  of.reading ??= readAnew(of, clock, read, replaced).finally(() => {
    of.reading = undefined;
    of.since.clear();
  });
  await of.reading;
  return of.found;
}

async function readAnew<T>(
  of: Recent<T>,
  clock: Clock,
  read: () => Promise<Iterable<readonly [id: string, value: T]>>,
  replaced: (() => void) | undefined,
): Promise<void> {
  const at = clock.now();
  const all = await read();
  of.found.clear();
  for (const [id, value] of all) of.found.set(id, value);
  for (const [id, value] of of.since) put(of, id, value);
  of.readAt = at;
  of.took = Math.max(0, between(at, clock.now()));
  replaced?.();
}

/** Call it when something was written; undefined: removed. Who has just written sees it in what is shown. */
export function noteWritten<T>(of: Recent<T>, id: string, value: T | undefined): void {
  if (of.readAt) put(of, id, value);
  if (of.reading !== undefined) of.since.set(id, value);
}

function put<T>({ found, isOlder }: Recent<T>, id: string, value: T | undefined): void {
  const other = found.get(id);
  if (value === undefined) found.delete(id);
  else if (other === undefined || !isOlder(value, other)) found.set(id, value);
}
