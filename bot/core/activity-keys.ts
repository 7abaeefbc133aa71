/** Keys of sealed activities as one process remembers them: for minutes, so that one that was destroyed elsewhere does not live on here. */
import { between, type Instant, MINUTE } from './clock.ts';
import type { ActivityId } from './ids.ts';
import type { Services, Store } from './ports.ts';
import type { Work } from './turn.ts';

/** In milliseconds. */
const KEY_AGE = 10 * MINUTE;

interface Memory {
  readonly kept: Map<string, { readonly key: Uint8Array; readonly at: Instant }>;
  readonly loading: Map<string, Promise<Uint8Array | undefined>>;
}
const memories = new WeakMap<Store, Memory>();

function memoryOf({ store }: Services): Memory {
  const known = memories.get(store) ?? { kept: new Map(), loading: new Map() };
  memories.set(store, known);
  return known;
}

const idOf = (work: Work, activity: ActivityId): string => `${work.network.id} ${activity}`;

/** Undefined when it is lost or destroyed. One request serves all who ask at the same time. */
export async function keyOfActivity(work: Work, activity: ActivityId): Promise<Uint8Array | undefined> {
  const { keys, clock } = work.services;
  const { kept, loading } = memoryOf(work.services);
  const id = idOf(work, activity);
  const known = kept.get(id);
  // A clock that was set back makes things look young for ever: hence the absolute value.
  if (known && Math.abs(between(known.at, clock.now())) < KEY_AGE) return known.key;
  const running = loading.get(id);
  if (running !== undefined) return running;
  const started = keys
    .get(work.network.id, activity)
    .then((key) => {
      if (key) keep(kept, id, { key, at: clock.now() });
      else kept.delete(id);
      return key;
    })
    .finally(() => loading.delete(id));
  loading.set(id, started);
  return started;
}

/** Gone from memory in time also when nobody asks again: another instance may have destroyed it. */
function keep(kept: Memory['kept'], id: string, of: { readonly key: Uint8Array; readonly at: Instant }): void {
  kept.set(id, of);
  setTimeout(() => {
    if (kept.get(id) === of) kept.delete(id);
  }, KEY_AGE).unref();
}

/** To be called when the key is destroyed. */
export function forgetKey(work: Work, activity: ActivityId): void {
  memoryOf(work.services).kept.delete(idOf(work, activity));
}
