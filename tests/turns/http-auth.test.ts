/** Tokens of the tab: which let their person in, and which are refused without a word of why. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import {
  type ForgedToken,
  HOST,
  startTabIssuer,
  TAB_APP_ID,
  TEAMS_ON_PHONES,
  TENANT_OF_NARROW,
} from '../fakes/tab-issuer.ts';
import { BOT_ID, TENANT } from '../fakes/teams-cloud.ts';

let http: HttpApp;
beforeAll(async () => {
  http = await startHttpApp();
});
afterAll(() => http.close());

const askWith = (authorization: string | undefined, path = '/api/v1/me'): Promise<Response> =>
  http.ask(path, undefined, authorization === undefined ? {} : { headers: { authorization } });
const signed = async (
  forged?: ForgedToken,
  who: { tenant: string; objectId: string } = people.member,
): Promise<string> => `Bearer ${await http.issuer.sign(who, forged)}`;
const now = (): number => Math.floor(Date.now() / 1000);
const issuerOf = (tenant: string): string => http.issuer.issuer.replace('{tenant}', tenant);

const good: readonly (readonly [string, ForgedToken])[] = [
  ['for the application’s id', {}],
  ['for the application’s address', { claims: { aud: `api://${HOST}/${TAB_APP_ID}` } }],
  ['from Teams on a phone or desktop', { claims: { azp: TEAMS_ON_PHONES } }],
  ['from the application itself, as nested authentication gives', { claims: { azp: TAB_APP_ID } }],
  ['with several scopes', { claims: { scp: 'profile access_as_user' } }],
  ['expired within what clocks may differ', { claims: { exp: now() - 20 } }],
];
test.each(good)('a token %s lets its person in', async (_, forged) => {
  const response = await askWith(await signed(forged));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ person: people.member.person, networks: [{ id: NETWORK }] });
});

test('someone of another tenant comes in with that tenant’s token', async () => {
  const response = await askWith(await signed({}, people.external));
  expect(await response.json()).toMatchObject({ person: people.external.person, networks: [{ id: NETWORK }] });
});

test('the person is tenant and object id: the same object id of another tenant is someone else', async () => {
  const other = { tenant: '12345678-bbbb-4ccc-8ddd-eeeeeeeeeeee', objectId: people.member.objectId };
  expect(await (await askWith(await signed({}, other))).json()).toMatchObject({ networks: [] });
  expect((await askWith(await signed({}, other), `/api/v1/networks/${NETWORK}/network`)).status).toBe(404);
});

const bad: readonly (readonly [string, () => Promise<string | undefined>])[] = [
  ['no token', async () => undefined],
  ['another scheme', async () => (await signed()).replace('Bearer', 'Basic')],
  ['no token after the scheme', async () => 'Bearer '],
  ['two parts only', async () => (await signed()).split('.').slice(0, 2).join('.')],
  ['a changed payload', async () => (await signed()).replace(/\.(..)/, '.AA')],
  ['a changed signature', async () => (await signed()).replace(/\.[^.]{8}(?=[^.]*$)/, '.AAAAAAAA')],
  ['another audience', () => signed({ claims: { aud: '00000003-0000-0000-c000-000000000000' } })],
  ['the bot’s audience', () => signed({ claims: { aud: BOT_ID } })],
  [
    'the bot’s prefix where the registration is not shared',
    () => signed({ claims: { aud: `api://${HOST}/botid-${TAB_APP_ID}` } }),
  ],
  ['another host’s audience', () => signed({ claims: { aud: `api://evil.example/${TAB_APP_ID}` } })],
  ['an issuer of another tenant', () => signed({ claims: { iss: issuerOf('12345678-bbbb-4ccc-8ddd-eeeeeeeeeeee') } })],
  ['another issuer', () => signed({ claims: { iss: `https://sts.windows.net/${TENANT}/` } })],
  ['a tenant that is no id', () => signed({ claims: { tid: 'common', iss: issuerOf('common') } })],
  ['no tenant', () => signed({ claims: { tid: undefined } })],
  ['no object id', () => signed({ claims: { oid: undefined } })],
  ['an object id that could be part of a key', () => signed({ claims: { oid: 'x|y' } })],
  ['no scope', () => signed({ claims: { scp: undefined } })],
  ['another scope', () => signed({ claims: { scp: 'User.Read' } })],
  ['a scope that only contains ours', () => signed({ claims: { scp: 'not_access_as_user' } })],
  ['an application instead of a person', () => signed({ claims: { idtyp: 'app' } })],
  ['an unknown client', () => signed({ claims: { azp: 'dddddddd-0000-0000-0000-000000000000' } })],
  ['no client', () => signed({ claims: { azp: undefined } })],
  ['version 1.0', () => signed({ claims: { ver: '1.0' } })],
  ['expired two minutes ago', () => signed({ claims: { exp: now() - 120 } })],
  ['no expiry', () => signed({ claims: { exp: undefined } })],
  ['not yet valid', () => signed({ claims: { nbf: now() + 600 } })],
  ['a key that was never published, under a known id', () => signed({ key: 'rogue', kid: 'good' })],
  ['an unknown key id', () => signed({ key: 'rogue' })],
  ['a key that is another tenant’s alone', () => signed({ key: 'narrow' })],
  ['no algorithm', async () => `Bearer ${await http.issuer.forge('none', people.member)}`],
  ['the public key as a shared secret', async () => `Bearer ${await http.issuer.forge('HS256', people.member)}`],
  ['what Teams sends to the bot', async () => http.cloud.sign()],
];
test.each(bad)('%s: 401 with the one body, and not a word of why', async (_, token) => {
  const response = await askWith(await token());
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  expect(await response.text()).toBe(
    '{"type":"about:blank","title":"Not signed in","status":401,"code":"unauthorised"}',
  );
});

test('a key of one tenant alone is good for that tenant', async () => {
  const who = { tenant: TENANT_OF_NARROW, objectId: people.member.objectId };
  expect((await askWith(await signed({ key: 'narrow' }, who))).status).toBe(200);
});

test('where tab and bot share one registration, the bot’s prefix is an audience too', async () => {
  const shared = await startHttpApp({}, { TAB_APP_ID: BOT_ID });
  try {
    const token = await shared.issuer.sign(people.member, {
      claims: { aud: `api://${HOST}/botid-${BOT_ID}`, azp: TEAMS_ON_PHONES },
    });
    const response = await shared.ask('/api/v1/me', undefined, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
  } finally {
    await shared.close();
  }
});

test('saying whom one acts as is worth nothing while tokens are asked for', async () => {
  const response = await http.ask('/api/v1/me', undefined, { headers: { 'x-act-as': people.coordinator.person } });
  expect(response.status).toBe(401);
  expect((await http.ask('/api/v1/people')).status).toBe(404);
});

test('keys are fetched once for many tokens, and unknown key ids do not make a storm of fetches', async () => {
  await askWith(await signed());
  const before = http.issuer.fetches();
  await Promise.all(Array.from({ length: 20 }, async (_, n) => askWith(await signed({ key: 'rogue', kid: `k${n}` }))));
  expect(http.issuer.fetches() - before).toBeLessThanOrEqual(1);
});

test('an issuer that can’t be reached is our trouble: 503, try again', async () => {
  const issuer = await startTabIssuer();
  issuer.breakDown();
  const cut = await startHttpApp({}, { TAB_KEYS_URL: issuer.keysUrl });
  try {
    const response = await cut.ask('/api/v1/me', people.member);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  } finally {
    await cut.close();
    await issuer.close();
  }
});

test('tokens never reach the log', async () => {
  const token = await signed();
  await askWith(token);
  await askWith(token.slice(0, -3));
  expect(http.logged.join('')).not.toContain(token.slice(7, 60));
});
