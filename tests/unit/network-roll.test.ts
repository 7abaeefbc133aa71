/** The roll of a network and the directory by which its members find it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { SECOND } from '../../bot/core/clock.ts';
import { objectIdOf } from '../../bot/core/ids.ts';
import { conversationEntries, mailPerson, members, personEntries } from '../../bot/core/network.ts';
import { directoryScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import { onTeamEvent, readRoster } from '../../bot/features/network/operations.ts';
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
const leftAt = async (n: number) =>
  (await world.temp.store.get(world.scope, members, objectIdOf(person(n))))?.value.leftAt;

/** Teams tells that someone was removed from the team. */
const isRemoved = (n: number): Promise<void> => areRemoved(`29:person-${n}`);

async function areRemoved(...teamsIds: string[]): Promise<void> {
  const { team, tenant, serviceUrl } = (await world.work()).network;
  const entry = `conversation|${team}`;
  await world.temp.store.upsert(directoryScope(entry), conversationEntries, entry, { network: NETWORK });
  const at = world.clock.now();
  await onTeamEvent({ type: 'membersRemoved', teamsIds, team, tenant, serviceUrl, at }, world.services);
}

test('who is on the roll but not in the directory, as after a reading that was cut off, is found by the next reading', async () => {
  expect(await networksOf(1)).toBeUndefined();
  await readRoster(await world.work());
  expect(await networksOf(1)).toEqual([NETWORK]);
});

test('who is removed while the roster is read page by page stays out', async () => {
  const work = await world.work();
  const { roster } = work.services;
  const all: typeof roster.all = async (of) => {
    const pages = await roster.all(of);
    world.clock.jump(SECOND);
    await isRemoved(3);
    return pages;
  };
  await readRoster({ ...work, services: { ...work.services, roster: { ...roster, all } } });
  expect(await leftAt(3)).toBe(world.clock.now());
  expect(await networksOf(3)).toEqual([]);
  world.clock.jump(SECOND);
  await readRoster(work); // Teams lists them: they are back
  expect(await leftAt(3)).toBeUndefined();
  expect(await networksOf(3)).toEqual([NETWORK]);
});

test('who is being erased is not put into the directory again', async () => {
  const place = { store: world.temp.store, scope: world.scope, kind: members, id: objectIdOf(person(3)) };
  await update(place, (now) => now && { ...now, leftAt: world.clock.now(), isErased: true as const });
  await readRoster(await world.work());
  expect(await networksOf(3)).toBeUndefined();
});

test('nobody without Teams is taken for left when Teams names someone by an empty id', async () => {
  const person = mailPerson('maija');
  const maija = { person, name: 'Maija Meili', isGuest: false, email: 'maija@kunta.example' };
  await world.temp.store.insert(world.scope, members, objectIdOf(person), maija);
  await areRemoved('');
  expect((await world.temp.store.get(world.scope, members, objectIdOf(person)))?.value).toEqual(maija);
});
