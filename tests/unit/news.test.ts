/** What each feature tells the digest: only what every member may see, new, open or ahead. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DAY, type Instant, plus } from '../../bot/core/clock.ts';
import type { Feature } from '../../bot/core/feature.ts';
import { changeGroup } from '../../bot/core/register.ts';
import { eventDraft } from '../../bot/features/events/event.ts';
import { events } from '../../bot/features/events/feature.ts';
import { createEvents } from '../../bot/features/events/operations.ts';
import { materials } from '../../bot/features/materials/feature.ts';
import { EMPTY_DRAFT, type MaterialDraft } from '../../bot/features/materials/material-draft.ts';
import { addMaterial, type Intent } from '../../bot/features/materials/operations.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { createPoll } from '../../bot/features/polls/operations.ts';
import { pollDraft } from '../../bot/features/polls/poll.ts';
import { surveys } from '../../bot/features/surveys/feature.ts';
import { createSurvey } from '../../bot/features/surveys/operations.ts';
import { parseQuestions } from '../../bot/features/surveys/questions.ts';
import { surveyDraft } from '../../bot/features/surveys/survey.ts';
import { type FeatureWorld, openFeatureWorld } from '../fakes/feature-world.ts';

let world: FeatureWorld;
let began: Instant;
const GROUP = 'g1';

const ownDay = (days: number): string => plus(world.clock.now(), days * DAY).slice(0, 10);
const titlesOf = async ({ news }: Feature, since = began): Promise<string[]> =>
  ((await news?.(since, await world.work())) ?? []).map(({ title }) => title);
const item = async (title: string, of: Partial<MaterialDraft> = {}, intent: Intent = 'send', by = 0) =>
  addMaterial(await world.visit(by), { draft: { ...EMPTY_DRAFT, title, ...of }, intent, requestId: title });

beforeAll(async () => {
  world = await openFeatureWorld([polls, surveys, events, materials]);
  began = plus(world.clock.now(), -1);
  await changeGroup(await world.work(), GROUP, () => ({
    id: GROUP,
    names: { fi: 'Ydinryhmä' },
    seats: [],
    createdAt: began,
  }));
  const visit = await world.visit(0);
  for (const group of ['', GROUP]) {
    const name = group === '' ? 'kaikille' : 'ryhmälle';
    const poll = { question: `Äänestys ${name}?`, options: 'Yksi\nKaksi', group };
    await createPoll(visit, pollDraft.parse(poll), `poll-${group}`);
    const parts = parseQuestions('Miten menee? [1–5]', 'fi').map((questions) => ({ questions }));
    await createSurvey(visit, surveyDraft.parse({ title: { fi: `Kysely ${name}` }, parts, group }), `survey-${group}`);
    for (const [days, when] of [
      [14, 'pian'],
      [90, 'joskus'],
    ] as const) {
      const draft = { type: 'webinar', title: `Tilaisuus ${when} ${name}`, ways: 'online', startsOn: ownDay(days) };
      const times = { startsAtTime: '09:00', endsAtTime: '10:00', group };
      await createEvents(visit, eventDraft.parse({ ...draft, ...times }), {
        form: `e-${when}-${group}`,
        publishes: true,
      });
    }
  }
  await item('Vanha');
  await world.clock.advance(60_000);
});
afterAll(() => world.close());

test('polls: those that all may vote in, until they close', async () => {
  expect(await titlesOf(polls)).toEqual(['Äänestys kaikille?']);
  const [line] = (await polls.news?.(began, await world.work())) ?? [];
  expect(line?.hint).toMatch(/^Äänestä viimeistään .*2026/);
  expect(line?.page).toMatch(/^polls\//);
});

test('surveys: those that all are asked, and no feedback', async () => {
  expect(await titlesOf(surveys)).toEqual(['Kysely kaikille']);
});

test('events: those of all within two months, with their time', async () => {
  expect(await titlesOf(events)).toEqual(['Tilaisuus pian kaikille']);
  const [line] = (await events.news?.(began, await world.work())) ?? [];
  expect(line?.hint).toMatch(/16\.3\.2026 klo.9–10/);
});

test('materials: what was published for all since, and nothing else', async () => {
  const since = world.clock.now();
  await world.clock.advance(1000);
  await item('Uusi', { type: 'presentation' });
  await item('Luonnos', {}, 'draft');
  await item('Ehdotus', {}, 'send', 1);
  await item('Koordinaattoreille', { audience: 'coordinators' });
  await item('Ryhmälle', { audience: GROUP });
  expect(await titlesOf(materials, since)).toEqual(['Uusi']);
  expect(await titlesOf(materials)).toEqual(['Uusi', 'Vanha']);
});

test('what has closed or begun is told no more', async () => {
  await world.passTo(plus(world.clock.now(), 60 * DAY));
  await world.clock.advance(60_000);
  expect(await titlesOf(polls)).toEqual([]);
  expect(await titlesOf(surveys)).toEqual([]);
  expect(await titlesOf(events)).toEqual(['Tilaisuus joskus kaikille']);
});
