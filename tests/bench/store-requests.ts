/** Counts what votes ask of the store, on the full path from Teams' request to the answer. */
import type { Store } from '../../bot/core/ports.ts';
import { startHttpApp } from '../fakes/http-app.ts';
import { click, courier, rosterOf, somebody, typed } from '../fakes/people-of-teams.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

const COUNTED = [
  'get',
  'insert',
  'replace',
  'upsert',
  'remove',
  'list',
  'changedSince',
] as const satisfies readonly (keyof Store)[];

/** In the fixture's network; `people-of-teams` names the same person. */
const coordinator = somebody(1);
const AT_ONCE = 50;

/** Average store requests a vote, jobs and redrawing of the time included; `voters` vote once and then change their vote. */
export async function storeRequestsPerVote(voters: number): Promise<{ first: number; changed: number }> {
  const world = await startHttpApp();
  const by = courier(AT_ONCE);
  try {
    const { cloud, url, app } = world;
    const token = cloud.sign();
    const deliver = (what: object) => by.deliver(`${url}/api/messages`, token, what);
    cloud.rosters.set(TEAM, rosterOf(voters + 2));
    await deliver(typed(cloud, coordinator, 'äänestys Mikä aihe? | Koulukuljetukset | Kutsuliikenne'));
    const posted = await cloud.called(({ what }) => what === 'create');
    const poll = /"poll":"([^"]+)"/.exec(JSON.stringify(posted.body))?.[1];
    const vote = (n: number, choice: string) => deliver(click(cloud, somebody(n), 'polls.vote', { poll, choice }));
    await vote(1, 'o1');
    const requests = counting(app.services.store);
    const round = async (choice: string): Promise<number> => {
      const before = requests();
      for (let n = 2; n < voters + 2; n += AT_ONCE) {
        const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => vote(n + i, choice)));
        if (answers.some(({ body }) => !body.includes('Äänesi on'))) throw new Error('A vote was not recorded.');
      }
      return (requests() - before) / voters;
    };
    return { first: await round('o1'), changed: await round('o2') };
  } finally {
    by.close();
    await world.close();
  }
}

/** How many requests there have been. Everyone holds the same store object, so its methods can be counted in place. */
export function counting(store: Store): () => number {
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
