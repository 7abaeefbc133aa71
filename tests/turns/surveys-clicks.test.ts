/** Answers to surveys and feedback over HTTP as Teams sends them, with authentication on: sent, redelivered, reordered, forged, late, and typed. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import type { SurveyView } from '../../bot/features/surveys/contract.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { clicking, deliver, type Recorded, recorded } from './recorded.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const DAY = 24 * 60 * 60 * 1000;
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

const uuid = (): string => `00000000-0000-4000-9000-${String(++requests).padStart(12, '0')}`;

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

const inFinnish = (fi: string) => ({ fi, sv: '', en: '' });
const newSurvey = (
  draft: Recorded = {},
  by: Someone = people.coordinator,
  network: string = NETWORK,
): Promise<SurveyView> =>
  tab(
    'POST',
    '/surveys',
    by,
    {
      draft: {
        title: inFinnish('Aiheet'),
        parts: [
          {
            questions: [
              { id: 'q1', type: 'grade', label: inFinnish('Miten menee?'), isRequired: true },
              { id: 'q2', type: 'text', label: inFinnish('Mitä muuta?') },
            ],
          },
        ],
        ...draft,
      },
      requestId: uuid(),
    },
    network,
  );
const seen = (survey: SurveyView, by: Someone = people.coordinator): Promise<SurveyView> =>
  tab('GET', `/surveys/${survey.id}`, by);

const by = (who: Someone): Recorded => ({
  from: { id: `29:${who.objectId}`, name: who.name, aadObjectId: who.objectId },
});
const later = (): string => toInstant(Date.now() + ahead + ++requests);
/** A click on the shared card; every click has its own id and time unless told otherwise. */
const click = (verb: string, data: Recorded, changes: Recorded = {}) =>
  deliver(
    world.url,
    world.cloud,
    recorded('card-click', world.cloud, { id: `f:${uuid()}`, timestamp: later(), ...clicking(verb, data), ...changes }),
  );
const answer = (survey: { id: string }, typed: Recorded, changes: Recorded = {}) =>
  click('surveys.answer', { survey: survey.id, ...typed }, changes);
const wordsOf = (of: { body: { value: unknown } }): string => JSON.stringify(of.body.value).replaceAll('\u00a0', ' ');

test('one button sends the answer, receipted to who pressed it, and changed by sending again', async () => {
  const survey = await newSurvey();
  const first = await answer(survey, { q1: '5', q2: 'Hyvin.' }, by(people.external));
  expect(first).toMatchObject({ status: 200, body: { statusCode: 200, type: CARD } });
  expect(wordsOf(first)).toContain('Kiitos, vastauksesi on tallessa.');
  expect(await seen(survey, people.external)).toMatchObject({ own: 'answered', ownAnswers: { sent: { q1: '5' } } });
  expect(wordsOf(await answer(survey, { q1: '2', q2: '' }, by(people.external)))).toContain('Vastauksesi on muutettu.');
  expect(await seen(survey, people.external)).toMatchObject({ answers: 1, ownAnswers: { sent: { q1: '2' } } });
  expect(wordsOf(await click('surveys.withdraw', { survey: survey.id }, by(people.external)))).toContain('on peruttu');
  expect(await seen(survey, people.external)).toMatchObject({ answers: 0, own: 'none' });
});

test('four deliveries of each answer, with old and new ids and in any order, leave the last one standing', async () => {
  const survey = await newSurvey();
  const taps = ['5', '1', '3'].map((q1) => ({ q1, id: `f:${uuid()}`, timestamp: later() }));
  const deliveries = taps.flatMap(({ q1, id, timestamp }) =>
    [id, id, `f:${uuid()}`, `f:${uuid()}`].map((one) => () => answer(survey, { q1 }, { id: one, timestamp })),
  );
  const reordered = [...deliveries.slice(6), ...deliveries.slice(0, 6).reverse()];
  for (const one of await Promise.all(reordered.map((send) => send()))) expect(one.status).toBe(200);
  expect(await click('surveys.mine', { survey: survey.id }).then(wordsOf)).toContain('"value":3');
});

test('a refused answer comes back whole, with what is wrong', async () => {
  const survey = await newSurvey();
  const q2 = 'ä'.repeat(2001);
  const card = wordsOf(await answer(survey, { q1: '9', q2 }));
  expect(card).toContain('Valitse luku väliltä 1–5.');
  expect(card).toContain('enintään 2000 merkkiä, nyt 2001');
  expect(card).toContain(`"value":"${q2}"`);
  expect((await seen(survey)).answers).toBe(0);
});

test('the Submit fallback answers too and posts nothing', async () => {
  const survey = await newSurvey();
  await world.cloud.called(({ what, body }) => what === 'create' && JSON.stringify(body).includes(survey.id));
  world.cloud.calls.length = 0;
  const submit = recorded('card-submit', world.cloud, {
    ...{ id: `f:${uuid()}`, timestamp: later() },
    value: { verb: 'surveys.answer', survey: survey.id, q1: '4' },
  });
  expect((await deliver(world.url, world.cloud, submit)).status).toBe(200);
  expect((await seen(survey)).answers).toBe(1);
  expect(world.cloud.calls.filter(({ what }) => what === 'create')).toEqual([]);
});

test('another network’s survey, made-up questions and whom the data says acts change nothing', async () => {
  const survey = await newSurvey();
  const foreign = await newSurvey({}, people.stranger, OTHER_NETWORK);
  expect(wordsOf(await answer(foreign, { q1: '5' }))).toContain('Kyselyä ei löydy');
  await answer(survey, { q7: '5', __proto__x: '1' });
  expect((await seen(survey)).answers).toBe(0);
  await answer(survey, { q1: '4', who: 'someone', source: 'paper', person: 'tenant|x' }, by(people.external));
  expect((await seen(survey, people.external)).own).toBe('answered');
  expect((await seen(survey)).own).toBe('none');
});

test('after the deadline nobody answers any more, and the card says so', async () => {
  const survey = await newSurvey({ closesOn: toInstant(Date.now() + 5 * DAY).slice(0, 10) });
  ahead = 7 * DAY;
  expect(wordsOf(await answer(survey, { q1: '5' }))).toContain('Kysely on suljettu.');
  expect((await seen(survey)).answers).toBe(0);
});

test('only coordinators close', async () => {
  const survey = await newSurvey();
  await click('surveys.close', { survey: survey.id }, by(people.external));
  expect((await seen(survey)).phase).toBe('open');
  await click('surveys.close', { survey: survey.id }, by(people.coordinator));
  ahead = 6_000;
  expect((await seen(survey)).phase).not.toBe('open');
});

test('what is logged of an answer is no answer', async () => {
  const survey = await newSurvey();
  await answer(survey, { q1: '5', q2: 'Salaisuuteni on tämä' });
  expect(world.logged.join(' ')).toContain('surveys.answer');
  expect(world.logged.join(' ')).not.toContain('Salaisuuteni');
});
