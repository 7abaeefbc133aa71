/** Whatever is not a good token for this very activity is refused, all alike, and reaches no handler. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createEcho } from '../fakes/echo-feature.ts';
import { type HttpApp, startHttpApp } from '../fakes/http-app.ts';
import { BOT_ID } from '../fakes/teams-cloud.ts';
import { deliver, recorded } from './recorded.ts';

const echo = createEcho();
let world: HttpApp;

beforeAll(async () => {
  world = await startHttpApp({ features: [echo.feature] });
});
afterAll(() => world.close());
beforeEach(() => {
  echo.turns.length = 0;
});

const click = () => recorded('card-click', world.cloud);
const REFUSED = { status: 401, text: '{"type":"about:blank","title":"Unauthorized","status":401}' };
const now = () => Math.floor(Date.now() / 1000);

test('an activity with a good token has its turn', async () => {
  const { status } = await deliver(world.url, world.cloud, click());
  expect([status, echo.turns.length]).toEqual([200, 1]);
});

test('a token passes within five minutes of its end, as Microsoft’s own library lets it', async () => {
  const authorization = world.cloud.sign({ claims: { exp: now() - 200 } });
  expect(await deliver(world.url, world.cloud, click(), authorization)).toMatchObject({ status: 200 });
});

describe('is refused with the same answer as everything else:', () => {
  const tokens: Record<string, () => string> = {
    'no token': () => '',
    'a token of another scheme': () => world.cloud.sign().replace('Bearer ', 'Basic '),
    'no token after the scheme': () => 'Bearer ',
    'a token that is none': () => 'Bearer abc',
    'a token of three empty parts': () => 'Bearer ..',
    'a token for another bot': () => world.cloud.sign({ claims: { aud: 'ffffffff-0000-4000-8000-000000000000' } }),
    'a token for nobody': () => world.cloud.sign({ claims: { aud: undefined } }),
    'a token of another issuer': () => world.cloud.sign({ claims: { iss: 'https://sts.example.org' } }),
    'a token like those of the emulator': () =>
      world.cloud.sign({
        claims: {
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          ver: '1.0',
          appid: BOT_ID,
          serviceurl: undefined,
        },
      }),
    'a token without issuer': () => world.cloud.sign({ claims: { iss: undefined } }),
    'a token signed by a stranger under a known key id': () => world.cloud.sign({ key: 'rogue', kid: 'key-1' }),
    'a token of an unknown key': () => world.cloud.sign({ key: 'rogue', kid: 'key-rogue' }),
    'a token whose content was changed': () => {
      const [head, , signature] = world.cloud.sign().split('.');
      const [, payload] = world.cloud.sign({ claims: { exp: now() + 9999 } }).split('.');
      return `${head}.${payload}.${signature}`;
    },
    'alg none': () => world.cloud.sign({ alg: 'none' }),
    'HS256 with the public key as secret': () => world.cloud.sign({ alg: 'HS256' }),
    'a token that ended too long ago': () => world.cloud.sign({ claims: { exp: now() - 301 } }),
    'a token that never ends': () => world.cloud.sign({ claims: { exp: undefined } }),
    'a token that is not valid yet': () => world.cloud.sign({ claims: { nbf: now() + 600 } }),
    'a token for another service URL': () =>
      world.cloud.sign({ claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } }),
    'a token without service URL': () => world.cloud.sign({ claims: { serviceurl: undefined } }),
    'a token with an empty service URL': () => world.cloud.sign({ claims: { serviceurl: '' } }),
  };
  test.each(Object.keys(tokens))('%s', async (name) => {
    const { status, text } = await deliver(world.url, world.cloud, click(), tokens[name]?.() ?? '');
    expect({ status, text }).toEqual(REFUSED);
    expect(echo.turns).toEqual([]);
  });

  const bodies: Record<string, () => unknown> = {
    'an activity with an empty service URL': () => ({ ...click(), serviceUrl: '' }),
    'an activity without service URL': () => ({ ...click(), serviceUrl: undefined }),
    'an activity from an unknown host': () => ({ ...click(), serviceUrl: 'https://teams.example.org/' }),
    'an activity from another port of this machine': () => ({ ...click(), serviceUrl: 'http://127.0.0.1:9/teams/' }),
    'an activity of another channel': () => ({ ...click(), channelId: 'webchat' }),
    'an activity of the emulator': () => ({ ...click(), channelId: 'emulator' }),
    'an activity without channel': () => ({ ...click(), channelId: undefined }),
    'an activity without type': () => ({ ...click(), type: undefined }),
    'a list of activities': () => [click()],
    'a bare string': () => '"message"',
    null: () => 'null',
  };
  test.each(Object.keys(bodies))('%s', async (name) => {
    const { status, text } = await deliver(world.url, world.cloud, bodies[name]?.());
    expect({ status, text }).toEqual(REFUSED);
    expect(echo.turns).toEqual([]);
  });

  test('plain text', async () => {
    const response = await fetch(`${world.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', authorization: world.cloud.sign() },
      body: JSON.stringify(click()),
    });
    expect([response.status, echo.turns.length]).toEqual([401, 0]);
  });
});

test('bodies that can’t be read get constant answers', async () => {
  const broken = await deliver(world.url, world.cloud, '{"type": "message", "secret": nonsense');
  const alsoBroken = await deliver(world.url, world.cloud, '{"other');
  const large = await deliver(world.url, world.cloud, JSON.stringify({ ...click(), text: 'x'.repeat(256 * 1024) }));
  const larger = await deliver(world.url, world.cloud, JSON.stringify({ ...click(), text: 'y'.repeat(300 * 1024) }));
  expect([broken.status, large.status]).toEqual([400, 413]);
  expect(broken.text).toBe(alsoBroken.text);
  expect(large.text).toBe(larger.text);
  expect(broken.text + large.text).not.toMatch(/secret|nonsense|position|xxx/);
  expect(echo.turns).toEqual([]);
});

test('every refusal is logged once with its reason and nothing of the token; an unknown host alerts', async () => {
  world.logged.length = 0;
  const authorization = world.cloud.sign({ key: 'rogue', kid: 'key-1' });
  await deliver(world.url, world.cloud, click(), authorization);
  await deliver(world.url, world.cloud, { ...click(), serviceUrl: 'https://teams.example.org/x' });
  const events = world.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  const of = (name: string) => events.filter((event) => Object.values(event).includes(name));
  expect(of('teams.rejected')).toEqual([expect.objectContaining({ reason: 'invalid signature' })]);
  expect(of('teams.unknownServiceUrl')).toEqual([
    expect.objectContaining({ alert: true, origin: 'https://teams.example.org' }),
  ]);
  expect(world.logged.join('')).not.toContain(authorization.split('.')[2]);
});
