/** Votes over HTTP as Teams sends them, with authentication on: recorded, redelivered, reordered, forged, late, and in the voter's language. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import type { PollView } from '../../bot/features/polls/contract.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { TEAM } from '../fakes/teams-cloud.ts';
import { clicking, deliver, type Recorded, recorded } from './recorded.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
/** Moves the app's clock ahead, so that a deadline needs no waiting. */
let ahead = 0;
let world: HttpApp;
let requests = 0;

beforeAll(async () => {
  world = await startHttpApp({ clock: { now: () => toInstant(Date.now() + ahead) } });
});
afterAll(() => world.close());
beforeEach(() => {
  ahead = 0;
  world.cloud.calls.length = 0;
});

const uuid = (): string => `00000000-0000-4000-8000-${String(++requests).padStart(12, '0')}`;

async function tab<T>(
  method: string,
  path: string,
  by: Someone,
  json?: unknown,
  network: string = NETWORK,
): Promise<T> {
  const init = { method, ...(json === undefined ? {} : { json }) };
  const response = await world.ask(`/api/v1/networks/${network}${path}`, by, init);
  const body = (await response.json()) as T;
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return body;
}
const newPoll = (
  draft: Recorded = {},
  by: Someone = people.coordinator,
  network: string = NETWORK,
): Promise<PollView> =>
  tab(
    'POST',
    '/polls',
    by,
    { draft: { question: 'Mikä aihe?', options: 'Koulukuljetukset\nKutsuliikenne', ...draft }, requestId: uuid() },
    network,
  );
const seen = (poll: PollView, by: Someone = people.coordinator): Promise<PollView> =>
  tab('GET', `/polls/${poll.id}`, by);
const countsOf = async (poll: PollView): Promise<(number | undefined)[]> =>
  (await seen(poll)).options.map(({ votes }) => votes);

const by = (who: Someone): Recorded => ({
  from: { id: `29:${who.objectId}`, name: who.name, aadObjectId: who.objectId },
});
/** A click on the shared card; every click has its own id and time unless told otherwise. */
const click = (verb: string, data: Recorded, changes: Recorded = {}) =>
  deliver(
    world.url,
    world.cloud,
    recorded('card-click', world.cloud, { id: `f:${uuid()}`, timestamp: later(), ...clicking(verb, data), ...changes }),
  );
const later = (): string => toInstant(Date.now() + ahead + ++requests);
const vote = (poll: { id: string }, choice: string, changes: Recorded = {}) =>
  click('polls.vote', { poll: poll.id, choice }, changes);
const wordsOf = (answer: { body: { value: unknown } }): string => JSON.stringify(answer.body.value);

test('a click on the card is a vote, answered to the voter with a receipt', async () => {
  const poll = await newPoll();
  const answer = await vote(poll, 'o1');
  expect(answer).toMatchObject({ status: 200, body: { statusCode: 200, type: CARD } });
  expect(wordsOf(answer)).toContain('Äänesi on kirjattu');
  expect(await countsOf(poll)).toEqual([1, 0]);
  expect(wordsOf(await vote(poll, 'o2'))).toContain('Äänesi on muutettu');
  expect(await countsOf(poll)).toEqual([0, 1]);
  expect(wordsOf(await click('polls.mine', { poll: poll.id }))).toContain('Äänesi: Kutsuliikenne');
  expect(wordsOf(await click('polls.withdraw', { poll: poll.id }))).toContain('perut');
  expect(await countsOf(poll)).toEqual([0, 0]);
});

test('four deliveries of each click, with old and new ids and in any order, count as the last click', async () => {
  const poll = await newPoll();
  const clicks = ['o1', 'o2', 'o1'].map((choice) => ({ choice, id: `f:${uuid()}`, timestamp: later() }));
  const deliveries = clicks.flatMap(({ choice, id, timestamp }) =>
    [id, id, `f:${uuid()}`, `f:${uuid()}`].map((one) => () => vote(poll, choice, { id: one, timestamp })),
  );
  const reordered = [...deliveries.slice(6), ...deliveries.slice(0, 6).reverse()];
  for (const answer of await Promise.all(reordered.map((send) => send()))) expect(answer.status).toBe(200);
  expect(await countsOf(poll)).toEqual([1, 0]);
  expect((await seen(poll)).voters).toBe(1);
});

test('the Submit fallback votes too and posts nothing', async () => {
  const poll = await newPoll();
  await world.cloud.called(({ what, body }) => what === 'create' && JSON.stringify(body).includes(poll.id));
  world.cloud.calls.length = 0;
  const submit = (choice: string, changes: Recorded = {}) =>
    deliver(
      world.url,
      world.cloud,
      recorded('card-submit', world.cloud, {
        ...{ id: `f:${uuid()}`, timestamp: later() },
        value: { verb: 'polls.vote', poll: poll.id, choice },
        ...changes,
      }),
    );
  expect((await submit('o2')).status).toBe(200);
  await world.cloud.called(({ what, body }) => what === 'update' && JSON.stringify(body).includes(poll.id));
  expect(await countsOf(poll)).toEqual([0, 1]);
  expect(world.cloud.calls.filter(({ what }) => what === 'create')).toEqual([]);
  await submit('o9');
  const told = await world.cloud.called(({ what }) => what === 'create');
  expect(told.conversation).not.toContain(TEAM); // the refusal goes to the person alone
  expect(JSON.stringify(told.body)).toContain('Tätä vaihtoehtoa ei enää ole');
});

test('after the deadline a new click is refused and a redelivered one is not', async () => {
  const poll = await newPoll();
  const first = { id: `f:${uuid()}`, timestamp: later() };
  await vote(poll, 'o1', first);
  ahead = Date.parse(poll.closesAt) - Date.now() + 1;
  const late = await vote(poll, 'o2');
  expect(late.status).toBe(200);
  expect(wordsOf(late)).toContain('on päättynyt');
  expect(wordsOf(late)).toContain('Äänesi: Koulukuljetukset');
  const again = wordsOf(await vote(poll, 'o1', { ...first, id: `f:${uuid()}` }));
  expect(again).toContain('Äänesi on kirjattu');
});

describe('refused, with a clear message, and nothing changes', () => {
  test('the id of another network’s poll, of no poll, and prototype keys', async () => {
    const foreign = await newPoll({}, people.stranger, OTHER_NETWORK);
    const own = await newPoll();
    for (const id of [foreign.id, 'p0', '__proto__', 'constructor', 'prototype']) {
      const answer = await vote({ id }, 'o1');
      expect(answer.status).toBe(200);
      expect(wordsOf(answer)).toContain('Äänestystä ei löytynyt tästä verkostosta');
    }
    for (const choice of ['__proto__', 'constructor', 'toString']) {
      expect(wordsOf(await vote(own, choice))).toContain('Tätä vaihtoehtoa ei enää ole');
    }
    expect(await countsOf(own)).toEqual([0, 0]);
    const untouched = await tab<PollView>('GET', `/polls/${foreign.id}`, people.stranger, undefined, OTHER_NETWORK);
    expect(untouched.voters).toBe(0);
  });

  test('an unknown verb, and a card from another time', async () => {
    const poll = await newPoll();
    const unknown = await click('polls.everything', { poll: poll.id });
    const stale = await click('polls.vote', { question: 7 });
    const polluted = await click('polls.vote', JSON.parse(`{"poll":"${poll.id}","__proto__":{"choice":"o1"}}`));
    for (const answer of [unknown, stale]) {
      expect(answer.status).toBe(200);
      expect(wordsOf(answer)).toMatch(/vanhentunut|vanha|uudempi/i);
    }
    expect(wordsOf(polluted)).toContain('Valitse');
    expect(await countsOf(poll)).toEqual([0, 0]);
  });

  test('a member who wants to close, and a poll by who may not create', async () => {
    const poll = await newPoll();
    expect(wordsOf(await click('polls.close', { poll: poll.id }))).toContain('vain verkoston koordinaattori');
    expect((await seen(poll)).phase).toBe('open');
    await expect(newPoll({}, people.member)).rejects.toThrow('403');
  });
});

test('a Swedish-speaking guest is answered in Swedish, the card stays in the channel’s Finnish', async () => {
  const poll = await newPoll();
  const guest = { ...by(people.external), locale: 'sv-FI' };
  const answer = wordsOf(await vote(poll, 'o1', guest));
  expect(answer).toContain('Din röst är registrerad');
  expect(answer).not.toMatch(/[Ää]änes|kirjattu/);
  const refused = wordsOf(await vote(poll, 'o9', guest));
  expect(refused).toContain('Det alternativet finns inte längre');
  const posted = await world.cloud.called(
    ({ what, body }) => what === 'create' && JSON.stringify(body).includes(poll.id),
  );
  expect(JSON.stringify(posted.body)).toContain('Äänestys on käynnissä');
  expect(await countsOf(poll)).toEqual([1, 0]);
});

test('what people write is text: no Markdown, no HTML, no mention reaches the card', async () => {
  const evil = '<at>Kaikki</at> [linkki](https://paha.example) **huomio**';
  const poll = await newPoll({ question: evil, options: `${evil}\nToinen` });
  const posted = await world.cloud.called(
    ({ what, body }) => what === 'create' && JSON.stringify(body).includes(poll.id),
  );
  const card = JSON.stringify(posted.body);
  expect(card).not.toContain('<at>');
  expect(card).not.toContain('](https:');
  expect(card).not.toContain('**huomio**');
  expect(card).not.toContain('"entities":[{"type":"mention"');
});

test('the log of votes holds ids and figures, never names, choices or words', async () => {
  const poll = await newPoll({ question: 'Kummallinen kysymyssana?' });
  world.logged.length = 0;
  await click('polls.vote', { poll: poll.id, choice: 'o2', comment: 'Omintakeinen kommentti' });
  const logged = world.logged.join('\n');
  expect(logged).toContain('polls.vote');
  for (const word of ['Jaakko', 'Kummallinen', 'Omintakeinen', 'Kutsuliikenne', '"o2"'])
    expect(logged).not.toContain(word);
});
