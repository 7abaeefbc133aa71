/** What people type to the bot, in channels and in 1:1 chat. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { networkId } from '../../bot/core/ids.ts';
import { personEntries } from '../../bot/core/network.ts';
import { directoryScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import { createEcho, OWN_THREAD } from '../fakes/echo-feature.ts';
import { type HttpApp, OTHER_NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { TEAM } from '../fakes/teams-cloud.ts';
import { clicking, deliver, type Recorded, recorded } from './recorded.ts';

const echo = createEcho();
let world: HttpApp;

beforeAll(async () => {
  world = await startHttpApp({ features: [echo.feature] });
});
afterAll(() => world.close());
beforeEach(() => {
  echo.turns.length = 0;
  echo.events.length = 0;
  world.cloud.calls.length = 0;
});

const send = (name: string, changes: Recorded = {}) =>
  deliver(world.url, world.cloud, recorded(name, world.cloud, changes));
const replies = () => world.cloud.calls.filter(({ what }) => what === 'create');
const typed = (text: string): Recorded => ({ text: `<at>Verkostobotti</at>${text}` });

describe('in a channel', () => {
  test('a command is run with what follows it, and answered in its thread', async () => {
    expect((await send('channel-message')).status).toBe(200);
    expect(echo.turns).toMatchObject([
      { by: 'echo', data: 'koulukuljetus', turn: { answers: 'message', place: { kind: 'channel' } } },
    ]);
    expect(replies()).toMatchObject([
      {
        conversation: `${TEAM};messageid=1763800000001`,
        body: { text: 'koulukuljetus', textFormat: 'plain', type: 'message' },
      },
    ]);
  });

  test('a card that answers travels alone, with what notifications show beside it', async () => {
    await send('channel-message', typed(' kaiku kortti'));
    const [reply] = replies();
    expect(reply?.body).toMatchObject({ summary: 'kortti', attachments: [{ content: { type: 'AdaptiveCard' } }] });
    expect(reply?.body).not.toHaveProperty('text');
  });

  test.each([
    ['&nbsp;kaiku&nbsp;yksi', 'yksi'],
    ['\u00a0 KAIKU yksi\r\nkaksi', 'yksi\nkaksi'],
    [' /kaiku yksi | kaksi', 'yksi | kaksi'],
    [' eko ett', 'ett'],
    [' kaiku kysy <at>Kaisa</at>lta', 'kysy Kaisalta'],
    [' kaiku <b>lihava</b>', '<b>lihava</b>'],
  ])('“%s” is read as it was meant', async (text, rest) => {
    await send('channel-message', typed(text));
    expect(echo.turns[0]?.data).toBe(rest);
  });

  test('a mention in the middle is taken out too, and the bot’s alone', async () => {
    await send('channel-message', { text: 'kaiku yksi <at>Verkostobotti</at> kaksi' });
    expect(echo.turns[0]?.data).toMatch(/^yksi +kaksi$/);
  });

  test('markup is read as text where Teams says that it is markup', async () => {
    await send('channel-message', {
      text: '<at>Verkostobotti</at> kaiku yksi<br>kaksi &amp; <b>kolme</b>',
      textFormat: 'xml',
    });
    expect(echo.turns[0]?.data).toBe('yksi\nkaksi & kolme');
  });

  test('what is said in a thread of a feature’s own is for it, whatever word it begins with, but for a command word alone', async () => {
    const conversation = recorded('channel-message', world.cloud).conversation as object;
    const inThread = (text: string) =>
      send('channel-message', {
        ...typed(text),
        conversation: { ...conversation, id: `${TEAM};messageid=${OWN_THREAD}` },
      });
    for (const text of [' Hei, meillä kyydit yhdistettiin.', ' Kaiku kuului pitkälle', ' Yhdessä'])
      await inThread(text);
    expect(echo.turns.map(({ by, data }) => [by, data])).toEqual([
      ['thread', 'Hei, meillä kyydit yhdistettiin.'],
      ['thread', 'Kaiku kuului pitkälle'],
      ['thread', 'Yhdessä'],
    ]);
    expect(replies().map(({ body }) => body?.text)).toEqual(['kuultu', 'kuultu', 'kuultu']);
    await inThread(' kaiku');
    expect(echo.turns.at(-1)).toMatchObject({ by: 'echo', data: '' });
    await inThread(' kielletty tässä');
    expect(JSON.stringify(replies().at(-1)?.body)).toContain('Suljettu: kielletty tässä');
  });

  test('a refusal is told in the thread', async () => {
    await send('channel-message', typed(' kaiku kielletty'));
    expect(JSON.stringify(replies()[0]?.body)).toContain('Suljettu: kielletty');
  });

  test.each([
    [' kaku jotain', 'fi-FI', 'Tarkoititko ”kaiku”?'],
    [' hjlp', 'sv-FI', 'Menade du ”hjälp”?'],
    [' bananas for everyone', 'en-GB', 'did not understand'],
  ])('“%s” is never met with silence', async (text, locale, phrase) => {
    await send('channel-message', { ...typed(text), locale });
    expect(replies()[0]?.body?.text).toEqual(expect.stringContaining(phrase));
    expect(echo.turns).toEqual([]);
  });

  test.each(['ohje', 'OHJEET!', 'apua', 'hei', 'moi', '?', 'hjälp', 'hjalp', 'hej', 'help', 'hi', ''])(
    '“%s” shows what the bot can do',
    async (text) => {
      await send('channel-message', typed(` ${text}`));
      const card = JSON.stringify(replies()[0]?.body);
      expect(card).toContain('Toistaa sanasi.');
      expect(card).toContain('kaiku');
    },
  );

  test('the help speaks the reader’s language', async () => {
    await send('channel-message', { ...typed(' hjälp'), locale: 'sv-SE' });
    const card = JSON.stringify(replies()[0]?.body);
    expect(card).toContain('Upprepar ditt ord.');
    expect(card).toContain('"eko"');
  });

  test('a message of ten thousand characters is handled, whatever it holds', async () => {
    await send('channel-message', typed(` kaiku ${'ä'.repeat(10_000)}`));
    expect(echo.turns[0]?.data).toBe('ä'.repeat(10_000));
    for (const text of ['.'.repeat(10_000), `${'.'.repeat(60_000)}x`, '<at>'.repeat(3_000), 'x'.repeat(60_000)]) {
      expect((await send('channel-message', typed(` ${text}`))).status).toBe(200);
    }
    expect(replies()).toHaveLength(5);
  });

  test('a reply that Teams does not take is logged, and the message is not answered twice', async () => {
    world.cloud.fault(({ what }) => (what === 'create' ? { status: 503 } : undefined));
    expect((await send('channel-message')).status).toBe(200);
    expect(replies()).toHaveLength(1);
    expect(world.logged.join('')).toContain('teams.replyFailed');
    world.cloud.fault();
  });

  test('a team whose installation was missed is told to the features when someone speaks there', async () => {
    await send('channel-message', { channelData: { team: { id: '19:missed@thread.tacv2', name: 'Missattu' } } });
    expect(echo.events).toMatchObject([{ type: 'installed', team: '19:missed@thread.tacv2', name: 'Missattu' }]);
    expect(replies()[0]?.body?.text).toContain('ei ole vielä otettu käyttöön');
  });
});

describe('in 1:1 chat', () => {
  const entryOf = async (person: string) => {
    const { store } = world.app.services;
    return (await store.get(directoryScope(`person|${person}`), personEntries, `person|${person}`))?.value;
  };
  const from = (someone: { objectId: string; name: string }): Recorded => ({
    from: { id: `29:${someone.objectId}`, aadObjectId: someone.objectId, name: someone.name },
    conversation: { id: `a:chat-${someone.objectId}` },
  });

  test('a command is answered there, and the chat is remembered', async () => {
    await send('personal-message');
    expect(replies()).toMatchObject([{ conversation: 'a:chat-jaakko', body: { text: 'kutsuliikenne' } }]);
    expect((await entryOf(people.member.person))?.chat).toMatchObject({
      conversation: 'a:chat-jaakko',
      serviceUrl: world.cloud.serviceUrl,
    });
  });

  test('someone of no network is told so kindly', async () => {
    const nobody = { objectId: '00000000-0000-4000-8000-000000000077', name: 'Nelli' };
    await send('personal-message', from(nobody));
    expect(replies()[0]?.body?.text).toContain('En löydä verkostoa');
    expect(echo.turns).toEqual([]);
  });

  test('a group chat is not the place', async () => {
    await send('personal-message', { conversation: { id: '19:group@thread.v2', conversationType: 'groupChat' } });
    expect(replies()[0]?.body?.text).toContain('ryhmäkeskustelussa');
  });

  test('someone of several networks chooses one, may change it, and can’t choose one that is not theirs', async () => {
    const { coordinator } = people;
    const id = `person|${coordinator.person}`;
    const { store } = world.app.services;
    await update({ store, scope: directoryScope(id), kind: personEntries, id }, (now) =>
      now ? { ...now, networks: [...now.networks, OTHER_NETWORK] } : now,
    );
    world.cloud.rosters.get('19:other-team@thread.tacv2')?.push({
      id: `29:${coordinator.objectId}`,
      aadObjectId: coordinator.objectId,
      name: coordinator.name,
    });

    await send('personal-message', from(coordinator));
    const asked = JSON.stringify(replies()[0]?.body);
    expect(asked).toContain('Missä verkostossa asioit?');
    expect(asked).toContain('Verkosto network-2');
    expect(echo.turns).toEqual([]);

    const foreign = await send('personal-card-click', {
      ...from(coordinator),
      ...clicking('teams.choose', { network: 'network-99' }),
    });
    expect(JSON.stringify(foreign.body.value)).toContain('vanhentunut');

    const choice = clicking('teams.choose', { network: 'network-2' });
    const chosen = await send('personal-card-click', { ...from(coordinator), ...choice });
    expect(chosen.body.value).toContain('Verkosto network-2');
    expect((await entryOf(coordinator.person))?.chosen).toBe(networkId.parse('network-2'));

    await send('personal-message', from(coordinator));
    expect(echo.turns[0]?.turn.network.id).toBe('network-2');

    world.cloud.calls.length = 0;
    await send('personal-message', { ...from(coordinator), text: 'verkosto' });
    expect(JSON.stringify(replies()[0]?.body)).toContain('Missä verkostossa asioit?');
  });
});
