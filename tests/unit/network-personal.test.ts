/** What the network and its groups store on a person: all of it is shown to them, and erased. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { networkId, objectIdOf, personOf } from '../../bot/core/ids.ts';
import { type MemberId, memberIdOf, networks, personEntries } from '../../bot/core/network.ts';
import { changeGroup, registerNow } from '../../bot/core/register.ts';
import { directoryScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import { groupsPersonal } from '../../bot/features/groups/personal.ts';
import { readRoster } from '../../bot/features/network/operations.ts';
import { networkPersonal } from '../../bot/features/network/personal.ts';
import { NETWORK, openPollWorld, type PollWorld, person } from '../fakes/poll-world.ts';

let world: PollWorld;
beforeEach(async () => {
  world = await openPollWorld();
  await readRoster(await world.work());
});
afterEach(() => world.close());

const OTHER = networkId.parse('network-other');
const anonymous = personOf('erased', 'nobody-1');
const id = (n: number): MemberId => memberIdOf(person(n));
const entryOf = async (n: number) => {
  const entry = `person|${person(n)}`;
  return (await world.store.get(directoryScope(entry), personEntries, entry))?.value;
};
const alsoIn = async (n: number) => {
  const entry = `person|${person(n)}`;
  const where = { store: world.store, scope: directoryScope(entry), kind: personEntries, id: entry };
  await update(where, (now) => now && { ...now, networks: [...now.networks, OTHER], chosen: NETWORK });
};
const networkNow = async () => (await world.store.get(world.scope, networks, NETWORK))?.value;

test('a coordinator reads that they are one, and where the directory lists them', async () => {
  const work = await world.work();
  expect(await networkPersonal.collect([id(0)], work)).toEqual({
    coordinates: true,
    installedTheApp: false,
    directory: [{ person: person(0), networks: [NETWORK] }],
  });
  expect(await networkPersonal.collect([id(1)], work)).toMatchObject({ coordinates: false });
});

test('erasure takes the person out of the coordinators and the directory, also when it is repeated', async () => {
  const work = await world.work();
  for (let times = 0; times < 2; times++) await networkPersonal.erase([id(0)], anonymous, work);
  expect(await entryOf(0)).toBeUndefined();
  expect(JSON.stringify(await networkNow())).not.toContain(objectIdOf(person(0)));
  expect((await networkNow())?.coordinators).toEqual([anonymous]);
  expect(await entryOf(1)).toMatchObject({ networks: [NETWORK] });
});

test('who is in another network too stays in the directory for that one', async () => {
  await alsoIn(1);
  await networkPersonal.erase([id(1)], anonymous, await world.work());
  expect(await entryOf(1)).toEqual({ person: person(1), networks: [OTHER] });
});

test('a person reads their seats, and erasure keeps the terms without them', async () => {
  const work = await world.work();
  await changeGroup(work, 'g-1', () => ({
    ...{ id: 'g-1', names: { fi: 'Ydinryhmä' }, createdAt: world.clock.now() },
    seats: [
      { id: 's-1', member: id(1), role: 'chair', substitute: id(2), from: '2026-01-01', to: '2026-12-31' },
      { id: 's-2', member: id(3), role: 'member', substitute: id(1), from: '2026-01-01' },
    ],
  }));
  const seats = [
    { group: { fi: 'Ydinryhmä' }, as: 'chair', from: '2026-01-01', to: '2026-12-31' },
    { group: { fi: 'Ydinryhmä' }, as: 'substitute', from: '2026-01-01' },
  ];
  expect(await groupsPersonal.collect([id(1)], work)).toEqual({ seats });
  expect(await groupsPersonal.collect([id(4)], work)).toEqual({});
  for (let times = 0; times < 2; times++) await groupsPersonal.erase([id(1)], anonymous, work);
  const kept = (await registerNow(work)).groups.get('g-1');
  expect(kept?.seats.map(({ member, substitute, from }) => [member, substitute, from])).toEqual([
    [memberIdOf(anonymous), id(2), '2026-01-01'],
    [id(3), memberIdOf(anonymous), '2026-01-01'],
  ]);
  expect(await groupsPersonal.collect([id(1)], work)).toEqual({});
});
