/** A store that tells a fake clock when its requests have come to rest, and that can be taken out of service. */
import type { Store } from '../../bot/core/ports.ts';
import type { FakeClock } from './fake-clock.ts';

export interface WatchedStore extends Store {
  /** While true, every request fails as in an outage. */
  isOut: boolean;
  /** May fail one request: is called with the method's name and its arguments. */
  fails: (method: string, args: readonly unknown[]) => boolean;
}

export function watchedStore(store: Store, clock: FakeClock): WatchedStore {
  let open = 0;
  clock.watch(() => open > 0);
  const own: Pick<WatchedStore, 'isOut' | 'fails'> = { isOut: false, fails: () => false };
  return new Proxy(store, {
    get(_, name) {
      if (name === 'isOut' || name === 'fails') return own[name];
      const method = store[name as keyof Store] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        open++;
        try {
          if (own.isOut || own.fails(String(name), args)) throw new Error('the store is out');
          return await method.apply(store, args);
        } finally {
          open--;
        }
      };
    },
    set(_, name, value) {
      return Reflect.set(own, name, value);
    },
  }) as WatchedStore;
}
