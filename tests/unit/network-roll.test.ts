/** The roll of a network and the directory by which its members find it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { personEntries } from '../../bot/core/network.ts';
import { directoryScope } from '../../bot/core/scope.ts';
import { readRoster } from '../../bot/features/network/operations.ts';
import { NETWORK, openPollWorld, type PollWorld, person } from '../fakes/poll-world.ts';

let world: PollWorld;
beforeEach(async () => {
  world = await openPollWorld();
});
afterEach(() => world.close());

const networksOf = async (n: number) => {
  const entry = `person|${person(n)}`;
  return (await world.temp.store.get(directoryScope(entry), personEntries, entry))?.value.networks;
};

test('who is on the roll but not in the directory, as after a reading that was cut off, is found by the next reading', async () => {
  expect(await networksOf(1)).toBeUndefined();
  await readRoster(await world.work());
  expect(await networksOf(1)).toEqual([NETWORK]);
});
