/** Clicks on cards: Action.Execute and its Submit fallback, answered with cards, words and refusals. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDispatch } from '../../bot/teams/dispatch.ts';
import type { Envelope } from '../../bot/teams/guard.ts';
import { connectTeams } from '../../bot/teams/teams.ts';
import { createEcho } from '../fakes/echo-feature.ts';
import { type HttpApp, people, startHttpApp } from '../fakes/http-app.ts';
import { TEAM } from '../fakes/teams-cloud.ts';
import { clicking, deliver, type Recorded, recorded } from './recorded.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const THREAD = `${TEAM};messageid=1763800000001`;

const echo = createEcho();
let world: HttpApp;

beforeAll(async () => {
  world = await startHttpApp({ features: [echo.feature] });
});
afterAll(() => world.close());
beforeEach(() => {
  echo.turns.length = 0;
  world.logged.length = 0;
  world.cloud.calls.length = 0;
  world.cloud.fault();
});

const send = (name: string, changes: Recorded = {}) =>
  deliver(world.url, world.cloud, recorded(name, world.cloud, changes));
const word = { word: 'kutsuliikenne' };
const created = () => world.cloud.calls.filter(({ what }) => what === 'create');

describe('Action.Execute', () => {
  test('a card that a handler shows replaces the card for the one who clicked', async () => {
    const { status, body } = await send('card-click', clicking('echo.say', word));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 200,
      type: CARD,
      value: { type: 'AdaptiveCard', body: [{ text: 'kutsuliikenne' }] },
    });
    expect(created()).toEqual([]);
  });

  test('words come as a message, and nothing as a short one', async () => {
    expect((await send('card-click', clicking('echo.tell', word))).body).toEqual({
      statusCode: 200,
      type: MESSAGE,
      value: 'kutsuliikenne',
    });
    expect((await send('card-click', clicking('echo.silent', word))).body).toEqual({
      statusCode: 200,
      type: MESSAGE,
      value: 'Selvä, kirjattu.',
    });
  });

  test('the turn tells who acts, where, and which delivery it is', async () => {
    await send('card-click');
    expect(echo.turns[0]?.turn).toMatchObject({
      actor: { person: people.member.person, teamsId: `29:${people.member.objectId}`, locale: 'fi' },
      network: { id: 'network-1' },
      place: { kind: 'channel', thread: '1763800000001' },
      delivery: { id: 'f:7c2d5f5e-1111-4000-8000-00000000c11c', at: '2026-11-22T09:10:00.500Z' },
      answers: 'self',
    });
  });

  test('in 1:1 chat it acts in the person’s network', async () => {
    await send('personal-card-click');
    expect(echo.turns[0]?.turn).toMatchObject({ network: { id: 'network-1' }, place: { kind: 'chat' } });
  });

  test('who acts is never taken from the card’s data', async () => {
    const forged = { ...word, actor: people.coordinator.person, from: { aadObjectId: people.coordinator.objectId } };
    await send('card-click', clicking('echo.say', forged));
    expect(echo.turns[0]?.turn.actor.person).toBe(people.member.person);
    expect(echo.turns[0]?.data).toEqual(word);
  });

  test('a refusal is a card in the reader’s language, with what was typed where the feature keeps it', async () => {
    const plain = await send('card-click', { ...clicking('echo.refuse', word), locale: 'sv-FI' });
    expect(plain.body.type).toBe(CARD);
    expect(JSON.stringify(plain.body.value)).toContain('Stängd: kutsuliikenne');
    const kept = await send('card-click', clicking('echo.refuseKeeping', word));
    expect(JSON.stringify(kept.body.value)).toContain('Kirjoitit: kutsuliikenne');
  });

  test.each<[string, Recorded]>([
    ['a verb that nobody knows', clicking('polls.elect', word)],
    ['a verb of the language', clicking('constructor', word)],
    ['another verb of the language', clicking('__proto__', word)],
    ['data that does not fit', clicking('echo.say', { word: 7 })],
    ['data that is too long', clicking('echo.say', { word: 'x'.repeat(10_000) })],
    ['no data', { value: { action: { verb: 'echo.say', data: null } } }],
    ['no action', { value: 'oops' }],
  ])('%s is told to be out of date, and nothing happens', async (_, changes) => {
    const { status, body } = await send('card-click', changes);
    expect([status, body.type]).toEqual([200, CARD]);
    expect(JSON.stringify(body.value)).toContain('kortti on vanhentunut');
    expect(echo.turns).toEqual([]);
  });

  test('prototype keys in the data reach no handler and change no prototype', async () => {
    const text = JSON.stringify(recorded('card-click', world.cloud)).replace(
      '"word":',
      '"__proto__":{"isCoordinator":true},"constructor":{"prototype":{"x":1}},"word":',
    );
    expect((await deliver(world.url, world.cloud, text)).status).toBe(200);
    expect(echo.turns[0]?.data).toEqual({ word: 'koulukuljetukset' });
    expect(({} as Record<string, unknown>).isCoordinator).toBeUndefined();
  });

  test('a bug is told in plain words with a reference that the log has too, and only the log has the stack', async () => {
    const { status, body } = await send('card-click', clicking('echo.break', word));
    expect([status, body.type]).toEqual([200, MESSAGE]);
    const failed = world.logged.map((line) => JSON.parse(line)).find((line) => line.event === 'turn.failed');
    expect(body.value).toContain(`viite ${failed.reference}`);
    expect(body.value).not.toContain('a bug');
    expect(JSON.stringify(failed)).toContain('a bug, met with 13 characters');
  });

  test('a slow handler is answered in time, and goes on to its end', async () => {
    const { app, cloud, logged } = world;
    const edge = connectTeams(cloud.config, app.services.log);
    const parts = { ...edge, gate: app.gate, services: app.services, features: [echo.feature], answerWithin: 20 };
    const activity = recorded('card-click', cloud, clicking('echo.slow', word)) as unknown as Envelope;
    const answer = await createDispatch(parts)(activity);
    expect(answer).toMatchObject({ statusCode: 200, type: MESSAGE, value: expect.stringContaining('kauemmin') });
    expect(echo.turns).toEqual([]);
    echo.release();
    while (!logged.join('').includes('turn.finishedLate')) await new Promise((resolve) => setImmediate(resolve));
    expect(echo.turns).toMatchObject([{ by: 'echo.slow' }]);
    expect(logged.join('')).toContain('"outcome":"late"');
  });

  test('two handlers of one verb are found out at the start', () => {
    const { app, cloud } = world;
    const edge = connectTeams(cloud.config, app.services.log);
    const features = [echo.feature, createEcho().feature];
    expect(() => createDispatch({ ...edge, gate: app.gate, services: app.services, features })).toThrow('echo.say');
  });

  test('an invoke that is not known is not implemented', async () => {
    expect((await send('card-click', { name: 'composeExtension/onCardButtonClicked' })).status).toBe(501);
  });

  test('someone of a team that is no network is told so', async () => {
    const elsewhere = { channelData: { team: { id: '19:elsewhere@thread.tacv2' } } };
    const { body } = await send('card-click', { ...clicking('echo.say', word), ...elsewhere });
    expect(body.value).toContain('ei ole vielä otettu käyttöön');
    expect(echo.turns).toEqual([]);
  });

  test('a turn leaves one log line, with ids and figures alone', async () => {
    await send('card-click', clicking('echo.say', { word: 'salaisuus' }));
    const turns = world.logged.map((line) => JSON.parse(line)).filter((line) => line.event === 'turn');
    expect(turns).toHaveLength(1);
    expect(turns[0]).toMatchObject({
      type: 'invoke',
      scene: 'channel',
      of: 'echo.say',
      outcome: 'card',
      network: 'network-1',
      ms: expect.any(Number),
    });
    expect(world.logged.join('')).not.toMatch(/salaisuus|Jaakko/);
  });
});

describe('the Submit fallback', () => {
  test('in a channel the same handler takes it and nothing is posted', async () => {
    expect((await send('card-submit')).status).toBe(200);
    expect(echo.turns).toMatchObject([
      {
        by: 'echo.say',
        data: { word: 'kilpailutus' },
        turn: { answers: 'none', place: { kind: 'channel', thread: '1763800000001' } },
      },
    ]);
    expect(world.cloud.calls).toEqual([]);
  });

  test('a refusal goes to the person’s 1:1 chat, never to the channel', async () => {
    await send('card-submit', { value: { verb: 'echo.refuse', word: 'hups' } });
    const [refusal] = created();
    expect(refusal?.conversation).toBe(`a:chat-29:${people.member.objectId}`);
    expect(JSON.stringify(refusal?.body)).toContain('Suljettu: hups');
  });

  test('a person who can’t be reached is let be', async () => {
    world.cloud.fault(({ what }) => (what === 'openChat' ? { status: 403, code: 'MessageWritesBlocked' } : undefined));
    expect((await send('card-submit', { value: { verb: 'echo.refuse', word: 'hups' } })).status).toBe(200);
    expect(created()).toEqual([]);
    expect(world.logged.join('')).toContain('teams.personNotReached');
  });

  test('a stale one is told in the 1:1 chat too', async () => {
    await send('card-submit', { value: { verb: 'polls.elect' } });
    expect(JSON.stringify(created()[0]?.body)).toContain('kortti on vanhentunut');
  });

  test('in 1:1 chat the outcome is the reply', async () => {
    await send('personal-card-submit');
    expect(created()).toMatchObject([
      { conversation: 'a:chat-jaakko', body: { attachments: [{ contentType: CARD }], summary: 'kilpailutus' } },
    ]);
    expect(echo.turns[0]?.turn.answers).toBe('message');
    expect(world.cloud.messages(THREAD)).toEqual([]);
  });
});
