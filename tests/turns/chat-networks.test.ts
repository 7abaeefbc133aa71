/** Someone in two networks: a card in 1:1 chat acts in the network it came from, whatever was chosen meanwhile, and only for members. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { members, personEntries } from '../../bot/core/network.ts';
import { directoryScope, networkScope } from '../../bot/core/scope.ts';
import { polls } from '../../bot/features/polls/poll.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { clicking, deliver, type Recorded, recorded } from './recorded.ts';

const { coordinator } = people;
const OTHER_TEAM = '19:other-team@thread.tacv2';
let world: HttpApp;

beforeAll(async () => {
  world = await startHttpApp();
  const { store } = world.app.services;
  const { person, objectId, name, tenant } = coordinator;
  const teamsId = `29:${objectId}`;
  world.cloud.rosters.get(OTHER_TEAM)?.push({ id: teamsId, aadObjectId: objectId, name, tenantId: tenant });
  await store.insert(networkScope(OTHER_NETWORK), members, objectId, { person, teamsId, name, isGuest: false });
  await store.upsert(directoryScope(`person|${person}`), personEntries, `person|${person}`, {
    person,
    networks: [NETWORK, OTHER_NETWORK],
    chosen: OTHER_NETWORK,
  });
});
afterAll(() => world.close());

const press = (verb: string, data: Recorded) =>
  deliver(
    world.url,
    world.cloud,
    recorded('personal-card-click', world.cloud, {
      id: `f:${verb}-${JSON.stringify(data).length}-${Math.random()}`,
      from: { id: `29:${coordinator.objectId}`, aadObjectId: coordinator.objectId, name: coordinator.name },
      ...clicking(verb, data),
    }),
  );
const draft = { question: 'Missä verkostossa?', options: 'Tässä\nTuossa', form: 'chat-form' };
const questions = async (id: typeof NETWORK): Promise<string[]> =>
  (await world.app.services.store.list(networkScope(id), polls)).items.map(({ value }) => value.question);

test('a form that came from one network publishes there although another was chosen since', async () => {
  const answer = await press('polls.create', { ...draft, network: NETWORK });
  expect(answer.status).toBe(200);
  expect(await questions(NETWORK)).toEqual([draft.question]);
  expect(await questions(OTHER_NETWORK)).toEqual([]);
});

test('what is answered in 1:1 chat names its network in every button', async () => {
  const answer = await press('polls.preview', { ...draft, network: NETWORK });
  const buttons = [...JSON.stringify(answer.body.value).matchAll(/"type":"Action\.(?:Execute|Submit)"/g)];
  expect(buttons.length).toBeGreaterThan(0);
  expect([...JSON.stringify(answer.body.value).matchAll(/"network":"network-1"/g)]).toHaveLength(buttons.length);
});

test('the claim is checked: no rights come with it, and none of a network one is not in', async () => {
  const asMember = await press('polls.create', { ...draft, form: 'other', network: OTHER_NETWORK });
  expect(JSON.stringify(asMember.body.value)).toContain('koordinaattori');
  const asNobody = await press('polls.create', { ...draft, form: 'third', network: 'network-3' });
  expect(asNobody.status).toBe(200);
  const bare = await press('polls.create', { ...draft, form: 'bare' });
  expect(JSON.stringify(bare.body.value)).toContain('koordinaattori'); // by the choice it would be the other network
  expect(await questions(NETWORK)).toEqual([draft.question]);
  expect(await questions(OTHER_NETWORK)).toEqual([]);
});
