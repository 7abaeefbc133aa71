/** Teams delivers again what it thinks was lost, in any order and with new ids: every person counts once, with their last choice. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, type Somebody, somebody } from '../fakes/people-of-teams.ts';
import type { RunningPoll } from '../fakes/running-network.ts';
import { type ServerWorld, STORES, saidBy, startServerWorld } from '../fakes/server-world.ts';

const VOTERS = 150;
const TIME = 180_000;
/** The first options of the votes; everyone ends with the last one. */
const [FIRST, LAST] = [0, 1];

interface Delivery {
  readonly who: Somebody;
  readonly option: number;
  readonly id: string;
  readonly at: number;
}

/** Two with the same activity id, and two with new ids and the same timestamp, as after half a minute. */
const fourTimes = (who: Somebody, option: number, at: number): Delivery[] => {
  const id = `${who.objectId}-${option}`;
  return [id, id, `${id}-again`, `${id}-once-more`].map((one) => ({ who, option, id: one, at }));
};

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

describe.each(STORES)('on the %s store', (name) => {
  let world: ServerWorld;
  beforeAll(async () => {
    world = await startServerWorld(name, VOTERS + 3);
  }, TIME);
  afterAll(() => world.close());

  const deliver = (poll: RunningPoll, { who, option, ...telling }: Delivery): Promise<Answer> =>
    world.network.vote(poll, who, option, telling);
  const ask = () => world.publish({ question: 'Mikä aihe?', options: 'Koulukuljetukset\nKutsuliikenne\nTilastot' });

  test(
    'votes delivered four times, at once and in any order, count once with the choice that was made last',
    async () => {
      const poll = await ask();
      const voters = Array.from({ length: VOTERS }, (_, n) => somebody(n + 1));
      const begun = Date.now() - 60_000;
      const all = voters.flatMap((who) => [...fourTimes(who, FIRST, begun), ...fourTimes(who, LAST, begun + 1000)]);
      const answers = await Promise.all(shuffled(all).map((one) => deliver(poll, one)));

      expect(answers.map(saidBy).filter((said) => said !== 'receipt')).toEqual([]);
      const { voters: counted, options } = await world.view(somebody(0), poll);
      expect(counted).toBe(VOTERS);
      expect(options.map((one) => one.votes)).toEqual([0, VOTERS, 0]);
    },
    TIME,
  );

  test(
    'a withdrawn vote is not brought back by late deliveries of it, whatever their order',
    async () => {
      const poll = await ask();
      const voters = Array.from({ length: VOTERS }, (_, n) => somebody(n + 1));
      const begun = Date.now() - 60_000;
      const withdraw = (who: Somebody, id: string): Promise<Answer> =>
        world.click(who, 'polls.withdraw', { poll: poll.poll }, { id, at: begun + 1000 });
      const votes = voters.flatMap((who) => fourTimes(who, FIRST, begun));
      const withdrawals = voters.flatMap((who) =>
        [`${who.objectId}-out`, `${who.objectId}-out`].map((id) => ({ who, id })),
      );
      const [early, late] = [votes.filter((_, n) => n % 2 === 0), votes.filter((_, n) => n % 2 === 1)];
      const both = shuffled([
        ...early.map((one) => () => deliver(poll, one)),
        ...withdrawals.map(
          ({ who, id }) =>
            () =>
              withdraw(who, id),
        ),
      ]);
      await Promise.all(both.map((send) => send()));
      const answers = await Promise.all(shuffled(late).map((one) => deliver(poll, one)));

      expect(answers.map(saidBy).filter((said) => said === 'receipt')).toEqual([]);
      const { voters: counted, options } = await world.view(somebody(0), poll);
      expect(counted).toBe(0);
      expect(options.map((one) => one.votes)).toEqual([0, 0, 0]);
    },
    TIME,
  );

  test(
    'after the deadline a redelivery is answered as the first delivery was, a new vote is refused, and neither changes the result',
    async () => {
      const poll = await ask();
      const [voter, latecomer] = [somebody(1), somebody(2)];
      const at = Date.now();
      const deliveries = fourTimes(voter, FIRST, at);
      const [first] = await Promise.all(deliveries.slice(0, 1).map((one) => deliver(poll, one)));
      await world.click(somebody(0), 'polls.close', { poll: poll.poll });
      await world.announcement(poll);

      const again = await Promise.all(deliveries.map((one) => deliver(poll, one)));
      const refused = await Promise.all([
        deliver(poll, { who: voter, option: LAST, id: 'changed', at: at + 60_000 }),
        deliver(poll, { who: latecomer, option: LAST, id: 'late', at: at + 60_000 }),
      ]);
      expect([first, ...again].map((one) => one && saidBy(one))).toEqual(Array(5).fill('receipt'));
      expect(refused.map(saidBy)).toEqual(['closed', 'closed']);
      const { options, phase } = await world.view(somebody(0), poll);
      expect(phase).toBe('closed');
      expect(options.map((one) => one.votes)).toEqual([1, 0, 0]);
    },
    TIME,
  );
});
