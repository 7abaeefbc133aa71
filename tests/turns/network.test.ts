/** A network's beginning in a team, its settings, and what happens when Teams takes the app or the channel away. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { objectIdOf } from '../../bot/core/ids.ts';
import { isCoordinator, type Member, mailPerson, members, type Network, networks } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { roll } from '../../bot/features/network/operations.ts';
import { eventually } from '../fakes/eventually.ts';
import { type HttpApp, people, startHttpApp } from '../fakes/http-app.ts';
import { TENANT } from '../fakes/teams-cloud.ts';
import { clicking, deliver, type Recorded, recorded } from './recorded.ts';

/** A team that the app does not know yet, beside those of the fixture. */
const TEAM = '19:uusi-tiimi@thread.tacv2';
const POLLS = '19:polls@thread.tacv2';
const { coordinator, member, stranger } = people;
let world: HttpApp;

beforeEach(async () => {
  world = await startHttpApp();
  world.cloud.channels.set(TEAM, [{ id: TEAM }, { id: POLLS, name: 'Äänestykset' }]);
  world.cloud.rosters.set(
    TEAM,
    [coordinator, member].map((one) => ({
      id: `29:${one.objectId}`,
      aadObjectId: one.objectId,
      name: one.name,
      tenantId: TENANT,
      userRole: 'user',
    })),
  );
});
afterEach(() => world.close());

const inTeam = (name: string, changes: Recorded = {}) =>
  deliver(
    world.url,
    world.cloud,
    recorded(name, world.cloud, {
      ...changes,
      conversation: { id: TEAM },
      channelData: { team: { id: TEAM, name: 'Uusi tiimi' } },
    }),
  );
const pressing = (who: { objectId: string; name: string }, verb: string, data: Recorded) =>
  inTeam('card-click', {
    from: { id: `29:${who.objectId}`, aadObjectId: who.objectId, name: who.name },
    ...clicking(verb, data),
  });
const networkNow = async (): Promise<Network | undefined> => {
  const id = await world.app.gate.networkOf(TEAM);
  const { store } = world.app.services;
  return id && (await store.get(networkScope(id), networks, id))?.value;
};
const shown = (conversation = POLLS) =>
  world.cloud.messages(conversation).map(({ activity }) => JSON.stringify(activity));
const settings = {
  coordinator: 'me',
  channel: POLLS,
  language: 'fi',
  zone: 'Europe/Helsinki',
  whoMayCreate: 'coordinators',
};

async function installed(): Promise<Network> {
  await inTeam('installed');
  await eventually(() => shown().length > 0);
  const of = await networkNow();
  if (!of) throw new Error('There is no network.');
  await eventually(async () => (await roll(networkScope(of.id), world.app.services)).length === 2);
  return of;
}

test('an installation begins one network with its roll and a card that asks who coordinates, however often Teams tells of it', async () => {
  const of = await installed();
  expect(of).toMatchObject({ state: 'setup', name: 'Uusi tiimi', coordinators: [], installer: coordinator.person });
  await inTeam('installed', { id: 'f:again' });
  await inTeam('bot-added');
  expect((await networkNow())?.id).toBe(of.id);
  expect(shown()).toHaveLength(1);
  expect(shown()[0]).toContain('Aloita käyttöönotto');
});

test('who installed the app names the coordinator; another member and bad settings are refused, the form keeping what was chosen', async () => {
  await installed();
  const foreign = await pressing(member, 'network.save', settings);
  expect(JSON.stringify(foreign.body.value)).toContain('vain koordinaattori');
  expect((await networkNow())?.state).toBe('setup');
  const bad = await pressing(coordinator, 'network.save', {
    ...settings,
    zone: 'Eurooppa/Helsinki',
    channel: '19:foreign',
  });
  expect(JSON.stringify(bad.body.value)).toContain('Valitse aikavyöhyke');
  expect(JSON.stringify(bad.body.value)).toContain('Valitse kanava');
  expect((await networkNow())?.state).toBe('setup');
  const refused = await pressing(coordinator, 'network.save', { ...settings, coordinator: stranger.objectId });
  expect(JSON.stringify(refused.body.value)).toContain('tiimin jäsenistä');

  const saved = await pressing(coordinator, 'network.save', { ...settings, coordinator: member.objectId });
  expect(JSON.stringify(saved.body.value)).toContain(`${member.name} on nyt verkoston koordinaattori`);
  const of = await networkNow();
  expect(of).toMatchObject({
    state: 'active',
    coordinators: [member.person],
    channel: { id: POLLS, name: 'Äänestykset' },
  });
  const late = await pressing(coordinator, 'network.save', settings);
  expect(JSON.stringify(late.body.value)).toContain('vain koordinaattori');
  await eventually(() => shown()[0]?.includes('on käytössä') ?? false);
});

test('only people of the team can be named in the settings: neither those without Teams nor the invited', async () => {
  const of = await installed();
  const { store } = world.app.services;
  const put = (id: string, more: Partial<Member>): Promise<unknown> => {
    const known: Member = { person: mailPerson(id), name: `Henkilö ${id}`, isGuest: false, ...more };
    return store.insert(networkScope(of.id), members, id, known);
  };
  await put('by-mail', { email: 'maija@akaa.example' });
  await put('invited', { email: 'iida@akaa.example', isInvited: true });
  const form = JSON.stringify((await pressing(coordinator, 'network.settings', {})).body.value);
  expect(form).toContain(member.name);
  expect(form).not.toMatch(/by-mail|invited/);
});

test('a test post goes to the chosen channel once a card', async () => {
  await installed();
  await pressing(coordinator, 'network.save', settings);
  await pressing(coordinator, 'network.test', { form: 'one' });
  await pressing(coordinator, 'network.test', { form: 'one' });
  await eventually(() => shown().some((one) => one.includes('Koeviesti')));
  await pressing(coordinator, 'network.test', { form: 'two' });
  await eventually(() => shown().filter((one) => one.includes('Koeviesti')).length === 2);
  const refused = await pressing(member, 'network.test', { form: 'three' });
  expect(JSON.stringify(refused.body.value)).toContain('vain koordinaattori');
});

test('a removed app is silent until it is installed again, and then goes on where it was', async () => {
  const of = await installed();
  await pressing(coordinator, 'network.save', settings);
  await inTeam('removed');
  expect(await networkNow()).toMatchObject({ state: 'paused', pausedBecause: 'removed' });
  const before = shown().length;
  await world.app.services.posts.publish({
    id: 'waits' as never,
    network: of.id,
    drawing: 'network.test',
    subject: of.id,
    to: { channel: true },
  });
  expect((await world.app.services.posts.status(of.id, 'waits' as never))?.state).toBe('waiting');
  expect(shown()).toHaveLength(before);
  await inTeam('installed', { id: 'f:back' });
  expect(await networkNow()).toMatchObject({ id: of.id, state: 'active', coordinators: [coordinator.person] });
  await eventually(() => shown().length === before + 1);
});

test('a deleted channel pauses the network and tells its coordinators; restoring it goes on', async () => {
  await installed();
  await pressing(coordinator, 'network.save', settings);
  await inTeam('channel-deleted');
  expect(await networkNow()).toMatchObject({ state: 'paused', pausedBecause: 'channel' });
  const chat = await world.cloud.called(({ what }) => what === 'openChat');
  expect(JSON.stringify(chat.body)).toContain(coordinator.objectId);
  await eventually(() => shown(`a:chat-29:${coordinator.objectId}`).some((one) => one.includes('tauolla')));
  await inTeam('channel-restored');
  expect(await networkNow()).toMatchObject({ state: 'active' });
});

test('the roll follows who comes and who leaves, and someone who left is out at once', async () => {
  const of = await installed();
  const scope = networkScope(of.id);
  const { store } = world.app.services;
  await inTeam('members-removed', { membersRemoved: [{ id: `29:${member.objectId}` }] });
  await eventually(
    async () => (await store.get(scope, members, objectIdOf(member.person)))?.value.leftAt !== undefined,
  );
  expect(await world.app.gate.inApi(of.id, member.person, 'fi')).toBeUndefined();
  expect(isCoordinator(of, member.person)).toBe(false);
  await inTeam('members-added', { membersAdded: [{ id: `29:${member.objectId}` }] });
  await eventually(
    async () => (await store.get(scope, members, objectIdOf(member.person)))?.value.leftAt === undefined,
  );
});
