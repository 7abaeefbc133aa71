/** The gate: who comes into which network when Teams answers badly. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createGate } from '../../bot/core/gate.ts';
import { memberIdOf, type Network, personEntries } from '../../bot/core/network.ts';
import { ChannelFailure, type Services } from '../../bot/core/ports.ts';
import { changeMember } from '../../bot/core/register.ts';
import { directoryScope } from '../../bot/core/scope.ts';
import { NETWORK, OTHER_NETWORK, openPollWorld, type PollWorld, person } from '../fakes/poll-world.ts';

let world: PollWorld;
beforeEach(async () => {
  world = await openPollWorld();
  const id = `person|${person(0)}`;
  await world.temp.store.insert(directoryScope(id), personEntries, id, {
    person: person(0),
    networks: [OTHER_NETWORK, NETWORK],
  });
});
afterEach(() => world.close());

const coordinator = { teamsId: '29:person-0', objectId: 'person-0', tenant: 'tenant-1', name: 'Jäsen 0' };
const gateWith = (failure: ChannelFailure['outcome']) => {
  const { roster } = world.services;
  const one = async (of: Network, id: string) => {
    if (of.id === OTHER_NETWORK) throw new ChannelFailure(failure, 'BotNotInConversationRoster');
    return roster.one(of, id);
  };
  return createGate({ ...world.services, posts: world.services.posts, roster: { ...roster, one } } as Services);
};

test('a team that the app was taken out of, unknown to us, does not lock its people out of their other networks', async () => {
  const gate = gateWith('refused');
  expect((await gate.membershipsOf(person(0))).map(({ of }) => of.id)).toEqual([NETWORK]);
  expect(await gate.inChat(coordinator)).toMatchObject({ visit: { network: { id: NETWORK } } });
  expect(await gate.inApi(OTHER_NETWORK, person(0), 'fi')).toBeUndefined();
});

test('while Teams is out our own roll decides', async () => {
  const gate = gateWith('unknown');
  expect((await gate.membershipsOf(person(0))).map(({ of }) => of.id)).toEqual([OTHER_NETWORK, NETWORK]);
  expect(await gate.inApi(OTHER_NETWORK, person(5), 'fi')).toBeDefined();
  expect(await gate.inApi(OTHER_NETWORK, person(77), 'fi')).toBeUndefined();
});

test('someone from outside comes in by their own link alone, and as such', async () => {
  const gate = gateWith('refused');
  const id = memberIdOf(person(0));
  expect((await gate.byId(NETWORK, id))?.actor.isOutsider).toBeUndefined();
  await changeMember(await world.work(), id, (now) => now && { ...now, isOutsider: true });
  expect((await gate.byId(NETWORK, id))?.actor).toMatchObject({ isOutsider: true, person: person(0) });
  expect(await gate.inApi(NETWORK, person(0), 'fi')).toBeUndefined();
  expect(await gate.inChat(coordinator)).toEqual({ none: true });
  expect(await gate.membershipsOf(person(0))).toEqual([]);
});
