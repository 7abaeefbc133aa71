/** Counts what votes ask of the store, on the full path from Teams' request to the answer. */
import { toInstant } from '../../bot/core/clock.ts';
import type { Store } from '../../bot/core/ports.ts';
import { startHttpApp } from '../fakes/http-app.ts';
import { courier, somebody } from '../fakes/people-of-teams.ts';
import { setUpNetwork } from '../fakes/running-network.ts';

const COUNTED = [
  'get',
  'insert',
  'replace',
  'upsert',
  'remove',
  'list',
  'changedSince',
] as const satisfies readonly (keyof Store)[];

/** Average store requests a vote, jobs and redrawing of the time included; `voters` vote once and then change their vote. */
export async function storeRequestsPerVote(voters: number): Promise<{ first: number; changed: number }> {
  const world = await startHttpApp({ clock: { now: () => toInstant(Date.now()) } });
  const by = courier();
  try {
    const network = await setUpNetwork(world.cloud, () => `${world.url}/api/messages`, by, voters);
    const poll = await network.ask('äänestys Mikä aihe? | Koulukuljetukset | Kutsuliikenne');
    await network.vote(poll, somebody(0), 0);
    const requests = counting(world.app.services.store);
    const round = async (option: number): Promise<number> => {
      const before = requests();
      for (let n = 0; n < voters; n += 50) {
        await Promise.all(Array.from({ length: 50 }, (_, i) => network.vote(poll, somebody(n + i), option)));
      }
      return (requests() - before) / voters;
    };
    return { first: await round(0), changed: await round(1) };
  } finally {
    by.close();
    await world.close();
  }
}

/** Everyone holds the same store object, so its methods can be counted in place. */
function counting(store: Store): () => number {
  let count = 0;
  for (const name of COUNTED) {
    const inner = store[name].bind(store) as (...given: unknown[]) => unknown;
    Object.assign(store, {
      [name]: (...given: unknown[]) => {
        count++;
        return inner(...given);
      },
    });
  }
  return () => count;
}
