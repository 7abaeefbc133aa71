/** What Teams tells about teams, channels and rosters reaches every feature in the app's words. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TeamEvent } from '../../bot/core/feature.ts';
import { createEcho } from '../fakes/echo-feature.ts';
import { type HttpApp, people, startHttpApp } from '../fakes/http-app.ts';
import { TEAM, TENANT } from '../fakes/teams-cloud.ts';
import { deliver, recorded } from './recorded.ts';

const stumbling = { ...createEcho().feature, name: 'stumbling', handlers: [], commands: [] };
const echo = createEcho();
let world: HttpApp;

beforeAll(async () => {
  const fails = async (): Promise<void> => {
    throw new Error('stumbled');
  };
  world = await startHttpApp({ features: [{ ...stumbling, onTeamEvent: fails }, echo.feature] });
});
afterAll(() => world.close());
beforeEach(() => {
  echo.events.length = 0;
  world.cloud.calls.length = 0;
  world.cloud.fault();
});

const send = (name: string) => deliver(world.url, world.cloud, recorded(name, world.cloud));
const where = () => ({ team: TEAM, tenant: TENANT, serviceUrl: world.cloud.serviceUrl });
const POLLS = '19:polls@thread.tacv2';
const installed = {
  type: 'installed',
  name: 'Pienet joukot',
  group: '99999999-0000-4000-8000-000000000001',
  channel: POLLS,
  by: { person: people.coordinator.person, teamsId: `29:${people.coordinator.objectId}`, isGuest: false },
};

test.each<[string, object]>([
  ['installed', installed],
  ['bot-added', installed],
  ['removed', { type: 'removed' }],
  ['team-deleted', { type: 'removed' }],
  ['members-added', { type: 'membersAdded', teamsIds: ['29:new-one'] }],
  ['members-removed', { type: 'membersRemoved', teamsIds: [`29:${people.member.objectId}`] }],
  ['channel-deleted', { type: 'channelDeleted', channel: POLLS }],
  ['channel-restored', { type: 'channelRestored', channel: POLLS }],
  ['channel-renamed', { type: 'channelRenamed', channel: POLLS, name: 'Äänestykset ja kyselyt' }],
  ['team-renamed', { type: 'renamed', name: 'Pienet joukot, iso merkitys' }],
  ['team-archived', { type: 'archived' }],
  ['team-unarchived', { type: 'unarchived' }],
])('%s is told to every feature, also after one that stumbles', async (name, event) => {
  expect((await send(name)).status).toBe(200);
  expect(echo.events).toMatchObject([{ ...where(), ...event }]);
  expect(echo.events[0]?.at).toMatch(/^2026-11-22T08:/);
});

test('an installation is told also when the roster can’t be read', async () => {
  world.cloud.fault(({ what }) => (what === 'member' ? { status: 503 } : undefined));
  await send('installed');
  expect(echo.events).toHaveLength(1);
  expect((echo.events[0] as Extract<TeamEvent, { type: 'installed' }>).by).toBeUndefined();
});

test('who adds the app for themselves is welcomed once, though Teams tells it twice', async () => {
  await send('personal-installed');
  await send('personal-installed');
  const greetings = world.cloud.calls.filter(({ what }) => what === 'create');
  expect(greetings).toHaveLength(1);
  expect(greetings[0]?.conversation).toBe('a:chat-jaakko');
  expect(JSON.stringify(greetings[0]?.body)).toContain('Toistaa sanasi.');
});
