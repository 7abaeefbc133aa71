/** The token with which the tab signs its reader in: a route has it to act on their behalf, and nobody else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { loadConfig } from '../../bot/config.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { endpoint } from '../../bot/core/endpoint.ts';
import { type Feature, route } from '../../bot/core/feature.ts';
import type { MeetingDraft } from '../../bot/core/ports.ts';
import { actAs } from '../../bot/http/tab-auth.ts';
import { fakeMeetings } from '../fakes/fake-meetings.ts';
import { type GraphCloud, LOGIN, startGraphCloud } from '../fakes/graph-cloud.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';

const webinar: MeetingDraft = {
  requestId: 'event-1',
  title: 'Salainen tulvawebinaari',
  description: 'Kuvaus.',
  startsAt: toInstant('2026-10-26T07:00:00.000Z'),
  endsAt: toInstant('2026-10-26T08:00:00.000Z'),
};
const none = z.object({});
const meet = endpoint({
  method: 'POST',
  path: '/meet',
  summary: 'Makes a meeting in the calendar of who asks.',
  params: none,
  body: none,
  response: z.object({ id: z.string(), joinUrl: z.string(), isConfigured: z.boolean() }),
});
const feature: Feature = {
  ...{ name: 'meet', kinds: [], handlers: [], commands: [], jobs: [], drawings: [], downloads: [] },
  routes: [
    route(meet, 'member', async (_, { assertion = 'none', services: { meetings } }) => ({
      ...(await meetings.create(assertion, webinar)),
      isConfigured: meetings.isConfigured,
    })),
  ],
};
const path = `/api/v1/networks/${NETWORK}/meet`;

let cloud: GraphCloud;
let http: HttpApp;
beforeAll(async () => {
  cloud = await startGraphCloud();
  const { graphUrl, certificate } = cloud;
  http = await startHttpApp(
    { features: [feature] },
    { GRAPH_URL: graphUrl, TAB_APP_CERTIFICATE: certificate, LOGIN_AUTHORITY: LOGIN },
  );
});
afterAll(async () => {
  await http.close();
  await cloud.close();
});

test('a route makes a meeting in the calendar of who asks, each by their own tenant', async () => {
  for (const who of [people.coordinator, people.external]) {
    const response = await http.ask(path, who, { method: 'POST', json: {} });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ isConfigured: true, joinUrl: expect.stringMatching(/^https:/) });
  }
  expect(cloud.grants.map(({ tenant }) => tenant)).toEqual([people.coordinator.tenant, people.external.tenant]);
  expect([...cloud.events.values()].map(({ person }) => person)).toEqual([
    people.coordinator.objectId,
    people.external.objectId,
  ]);
});

test('neither a token nor a word of the meeting is logged, when it fails too', async () => {
  cloud.answer = () => ({ status: 403, body: { error: { code: 'ErrorAccessDenied', message: webinar.title } } });
  const response = await http.ask(path, people.coordinator, { method: 'POST', json: {} });
  cloud.answer = () => undefined;
  expect(response.status).toBe(500);
  const logged = http.logged.join('');
  expect(logged).toContain('"code":"ErrorAccessDenied"');
  const tokens = [...cloud.tokens.keys(), ...cloud.grants.map(({ form }) => String(form.assertion))];
  expect(tokens.length).toBeGreaterThan(2);
  for (const word of [webinar.title, 'PRIVATE KEY', ...tokens]) expect(logged).not.toContain(word);
});

test('the verified token alone is given on, as it was sent', async () => {
  const meetings = fakeMeetings();
  const other = await startHttpApp({ features: [feature], meetings });
  try {
    const token = await other.issuer.sign(people.member);
    const init = { method: 'POST', json: {}, headers: { authorization: `bearer ${token}` } };
    expect((await other.ask(path, undefined, init)).status).toBe(200);
    expect([...meetings.made.values()].map(({ assertion }) => assertion)).toEqual([token]);
    const forged = await other.issuer.sign(people.member, { key: 'rogue' });
    const refused = { ...init, headers: { authorization: `Bearer ${forged}` } };
    expect((await other.ask(path, undefined, refused)).status).toBe(401);
    expect(meetings.made.size).toBe(1);
  } finally {
    await other.close();
  }
});

test('where nothing is authenticated, a token is not looked at and given to nobody', async () => {
  const headers = new Map([
    ['x-act-as', people.member.person],
    ['authorization', `Bearer ${await http.issuer.sign(people.member)}`],
  ]);
  expect(await actAs({ header: (name) => headers.get(name) })).toEqual({ person: people.member.person });
  expect(loadConfig({ AUTH: 'none', TAB_APP_CERTIFICATE: cloud.certificate }).auth).toBe('none');
});
