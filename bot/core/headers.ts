/** Headers of activities as one process remembers them: what many ask for at once is read once, and what is decided is read anew. */
import { between, type Clock, type Instant } from './clock.ts';
import type { ActivityId } from './ids.ts';
import type { Kind } from './kind.ts';
import { listAll } from './list-all.ts';
import type { Services, Store } from './ports.ts';
import { Refusal } from './refusal.ts';
import type { Message } from './text.ts';
import type { Work } from './turn.ts';
import { update } from './update.ts';

const MOST_HEADERS = 2000;

export interface Headers<T> {
  /** At most as old as the age: the hot path of answers and views. Refuses an id that there is not. */
  recent(work: Work, id: ActivityId): Promise<T>;
  /** As it is stored now. Refuses an id that there is not. */
  now(work: Work, id: ActivityId): Promise<T>;
  /** As `now`, undefined when there is none: for jobs and drawings. */
  find(work: Work, id: ActivityId): Promise<T | undefined>;
  /** Changes it and remembers it. `change` may run several times. Refuses an id that there is not. */
  change(work: Work, id: ActivityId, change: (of: T) => T): Promise<T>;
  /** `at`: when it was read or made. */
  remember(work: Work, of: T, at: Instant): void;
  forget(work: Work, id: ActivityId): void;
  /** All of the network as they are now. */
  all(work: Work): Promise<readonly T[]>;
}

/** `age`: how old a header may be, in milliseconds; `unknown`: what is said of an id that there is not. */
export function headersOf<T extends { readonly id: ActivityId }>(
  kind: Kind<T>,
  { age, unknown }: { readonly age: number; readonly unknown: Message },
): Headers<T> {
  const memories = new WeakMap<Store, Memory<T>>();
  const memoryOf = ({ store }: Services): Memory<T> => {
    const known = memories.get(store);
    if (known) return known;
    const fresh: Memory<T> = { kept: new Map(), loading: new Map() };
    memories.set(store, fresh);
    return fresh;
  };

  const headers: Headers<T> = {
    async recent(work, id) {
      const { kept, loading } = memoryOf(work.services);
      const key = keyOf(work, id);
      const known = kept.get(key);
      if (known && isYoung(known.at, age, work.services.clock)) return known.of;
      const running = loading.get(key);
      if (running !== undefined) return running;
      const started = headers.now(work, id).finally(() => loading.delete(key));
      loading.set(key, started);
      return started;
    },
    async now(work, id) {
      const found = await headers.find(work, id);
      if (!found) throw new Refusal(unknown);
      return found;
    },
    async find(work, id) {
      const { store, clock } = work.services;
      const { kept } = memoryOf(work.services);
      const at = clock.now();
      const before = kept.get(keyOf(work, id));
      const found = await store.get(work.scope, kind, id);
      const meanwhile = kept.get(keyOf(work, id));
      if (found && meanwhile === before) headers.remember(work, found.value, at); // else an own write came in between, and it is newer
      return found?.value;
    },
    async change(work, id, change) {
      const { store, clock } = work.services;
      let at = clock.now();
      const stored = await update({ store, scope: work.scope, kind, id }, (of) => {
        if (!of) throw new Refusal(unknown);
        at = clock.now();
        return change(of);
      });
      if (!stored) throw new Refusal(unknown);
      headers.remember(work, stored.value, at);
      return stored.value;
    },
    remember(work, of, at) {
      const { kept } = memoryOf(work.services);
      if (kept.size >= MOST_HEADERS) kept.clear();
      kept.set(keyOf(work, of.id), { of, at });
    },
    forget(work, id) {
      memoryOf(work.services).kept.delete(keyOf(work, id));
    },
    async all(work) {
      return (await listAll(work.services.store, work.scope, kind)).map(({ value }) => value);
    },
  };
  return headers;
}

interface Memory<T> {
  readonly kept: Map<string, { readonly of: T; readonly at: Instant }>;
  readonly loading: Map<string, Promise<T>>;
}

const keyOf = (work: Work, id: ActivityId): string => `${work.network.id} ${id}`;

/** A clock that was set back makes things look young for ever: hence the absolute value. */
const isYoung = (at: Instant, age: number, clock: Clock): boolean => Math.abs(between(at, clock.now())) < age;
