/** Read, change, write: the one place that retries a lost race. */
import type { Kind } from './kind.ts';
import { AlreadyExists, type Store, type Stored, VersionConflict } from './ports.ts';
import type { Scope } from './scope.ts';

/** After this many lost races something is wrong with the change or the load, and the caller must know. */
const MOST_TRIES = 20;
/** First waiting time after a lost race, in milliseconds; it doubles up to this many times, with jitter. */
const FIRST_WAIT = 2;
const MOST_DOUBLINGS = 6;

export interface Document<T> {
  readonly store: Store;
  readonly scope: Scope;
  readonly kind: Kind<T>;
  readonly id: string;
  /** As it was just read, `none` when there was nothing: spares reading it once more. */
  readonly known?: Stored<T> | 'none' | undefined;
}

/**
 * Applies a pure change to one document and keeps trying while others change it too. `change` gets undefined when there is no document;
 * it may run several times; returning what it was given (or undefined) writes nothing. Resolves to what is stored then, undefined when nothing is.
 * What `change` throws comes through, and nothing is written.
 */
export async function update<T>(
  { store, scope, kind, id, known }: Document<T>,
  change: (now: T | undefined) => T | undefined,
): Promise<Stored<T> | undefined> {
  for (let tried = 0; ; tried++) {
    const isKnown = tried === 0 && known !== undefined;
    const found = isKnown ? (known === 'none' ? undefined : known) : await store.get(scope, kind, id);
    const next = change(found?.value);
    if (next === undefined || next === found?.value) return found;
    try {
      return found
        ? await store.replace(scope, kind, id, next, found.version)
        : await store.insert(scope, kind, id, next);
    } catch (error) {
      const lostRace = error instanceof VersionConflict || error instanceof AlreadyExists;
      if (!lostRace || tried >= MOST_TRIES) throw error;
      const wait = FIRST_WAIT * 2 ** Math.min(tried, MOST_DOUBLINGS);
      await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2)));
    }
  }
}
