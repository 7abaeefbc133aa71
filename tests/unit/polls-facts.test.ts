/** What polls tell for the yearly report: closed and counted ones alone, with what they published. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { facts } from '../../bot/features/polls/operations.ts';
import { openPollWorld, type PollWorld } from '../fakes/poll-world.ts';

let world: PollWorld;
beforeEach(async () => {
  world = await openPollWorld();
});
afterEach(() => world.close());

const EVER = { from: toInstant(0), to: toInstant('2099-01-01') };
const told = async (span = EVER) => (await facts(span, await world.visit(0))).polls ?? [];

test('a poll is told when it is counted, with its turnout and what won', async () => {
  const poll = await world.ask();
  await world.vote(1, poll, 'o2');
  await world.vote(2, poll, 'o2');
  expect(await told()).toEqual([]);
  const { closesAt } = await world.untilCounted(poll);
  expect(await told()).toEqual([
    {
      ...{ page: `polls/${poll.id}`, title: 'Mikä aihe?', closedAt: closesAt, voters: 2, entitled: 6 },
      winners: ['Kutsuliikenne'],
    },
  ]);
  expect(await told({ from: EVER.from, to: closesAt })).toEqual([]);
});

test('a secret poll with too few votes tells its turnout and not what won', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  await world.vote(1, poll, 'o1');
  await world.untilCounted(poll);
  expect(await told()).toMatchObject([{ voters: 1, winners: [] }]);
});

test('a tie that nobody has decided has no winner', async () => {
  const poll = await world.ask();
  await world.vote(1, poll, 'o1');
  await world.vote(2, poll, 'o2');
  await world.untilCounted(poll);
  expect(await told()).toMatchObject([{ winners: [] }]);
});

test('a date that won is written in the reader’s language', async () => {
  const poll = await world.ask({ type: 'dates', options: '8.12.2099 klo 9\n9.12.2099 klo 9' });
  await world.vote(1, poll, 'o1');
  await world.untilCounted(poll);
  const polls = (await facts(EVER, await world.visit(0, 'sv'))).polls ?? [];
  expect(polls[0]?.winners.join()).toBe('tis 8.12 kl. 9.00');
});
