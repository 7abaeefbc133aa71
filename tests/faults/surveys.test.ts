/** The process dies while people answer, while a step is published and while a survey is counted: no answer is lost or counted twice, no step is of too few, and in the end nothing is left behind. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { plus } from '../../bot/core/clock.ts';
import { activityScope } from '../../bot/core/scope.ts';
import { sealedAnswers } from '../../bot/features/surveys/ballots.ts';
import { resultsOf } from '../../bot/features/surveys/memory.ts';
import { textsOf } from '../../bot/features/surveys/result-operations.ts';
import { totalOf } from '../../bot/features/surveys/results.ts';
import type { Survey } from '../../bot/features/surveys/survey.ts';
import { openSurveyWorld, person, type SurveyWorld } from '../fakes/survey-world.ts';

const PEOPLE = 24;
const STEP = 5;
const QUESTIONS = 'Arvosana? * [1–5]\nMikä jäi mieleen?';
const TIME = 300_000;
/** Writes of a step, and of closing, are not more than this. */
const MOST_WRITES = 200;
const WRITES = new Set(['insert', 'replace', 'upsert', 'remove']);

let world: SurveyWorld;
beforeEach(async () => {
  world = await openSurveyWorld({ size: PEOPLE + 1 });
});
afterEach(() => world.close());

const gradeOf = (n: number): number => 1 + (n % 5);
const wordsOf = (n: number): string => `Sana numero ${n}.`;

async function answerOf(survey: Survey, n: number): Promise<void> {
  const [grade = '', words = ''] = survey.questions.map(({ id }) => id);
  await world.answer(n, survey, { [grade]: String(gradeOf(n)), [words]: wordsOf(n) });
}

/** The process dies at the n-th write from now; resolves to whether it came so far. */
async function dyingAt(write: number, act: () => Promise<unknown>): Promise<boolean> {
  const { fails } = world.store;
  let [writes, isDead] = [0, false];
  world.store.fails = (method, args) => {
    if (WRITES.has(method) && !isDead && ++writes === write) {
      isDead = true;
      world.kill();
    }
    return fails(method, args);
  };
  await act();
  world.store.fails = fails;
  return isDead;
}

/** What is shown must be what the first answers are, in whole steps. */
async function checkShown(survey: Survey, answered: number): Promise<void> {
  const work = await world.work();
  const figures = await resultsOf(work, survey.id);
  const [grade = '', words = ''] = survey.questions.map(({ id }) => id);
  const tally = figures ? totalOf(figures, grade) : { n: 0, counts: {} };
  expect(tally.n === 0 || tally.n >= STEP).toBe(true);
  expect(tally.n).toBeLessThanOrEqual(answered);
  const sum = Object.values(tally.counts).reduce((all, n) => all + n, 0);
  expect(sum).toBe(tally.n);
  const texts = (await textsOf(work, survey.id)).map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeLessThanOrEqual(figures ? totalOf(figures, words).n : 0);
}

async function allBytes(): Promise<string> {
  const files = await readdir(world.temp.folder, { recursive: true, withFileTypes: true });
  const read = files.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name), 'latin1'));
  return (await Promise.all(read)).join('\n');
}

/** Everyone was counted once, all that may be shown is shown, and nothing that connects the two is left. */
async function checkClosed(survey: Survey, sealed: readonly string[]): Promise<void> {
  const [grade = '', words = ''] = survey.questions.map(({ id }) => id);
  const closed = await world.now(survey);
  const everyone = Array.from({ length: PEOPLE }, (_, n) => n + 1);
  expect(closed.state).toBe('closed');
  expect(closed.result?.answers).toBe(PEOPLE);
  expect(closed.result?.participants).toEqual(everyone.map(person).sort());
  const work = await world.work();
  const figures = await resultsOf(work, survey.id);
  const shown = figures ? totalOf(figures, grade).n : 0;
  expect(shown + (figures?.left[grade] ?? 0)).toBe(PEOPLE);
  const texts = (await textsOf(work, survey.id)).map(({ text }) => text);
  expect(texts.length).toBe(figures ? totalOf(figures, words).n : 0);
  for (const one of texts) expect(everyone.map(wordsOf)).toContain(one);
  expect((await world.temp.store.list(activityScope(world.scope, survey.id), sealedAnswers)).items).toEqual([]);
  expect(await readdir(join(world.temp.folder, 'keys'))).toEqual([]);
  const bytes = await allBytes();
  for (const id of sealed) expect(bytes).not.toContain(id);
}

const sealedIds = async (survey: Survey): Promise<string[]> =>
  (await world.temp.store.list(activityScope(world.scope, survey.id), sealedAnswers)).items.map(({ id }) => id);

test(
  'killed at writes all through a step, the step is made whole afterwards, and never shows fewer than it may',
  async () => {
    let [kills, isWhole] = [0, false];
    for (let write = 1; !isWhole && write < MOST_WRITES; write += 5) {
      const survey = await world.ask({ title: { fi: `Kysely ${write}`, sv: '', en: '' } }, QUESTIONS);
      for (let n = 1; n <= 2 * STEP + 2; n++) await answerOf(survey, n);
      isWhole = !(await dyingAt(write, () => world.untilPublished()));
      if (!isWhole) kills += 1;
      await checkShown(survey, 2 * STEP + 2);
      await world.restart();
      await world.clock.advance(120_000); // what was claimed by the dead one is free again
      await checkShown(survey, 2 * STEP + 2);
      const work = await world.work();
      const figures = await resultsOf(work, survey.id);
      const [grade = ''] = survey.questions.map(({ id }) => id);
      const shown = figures ? totalOf(figures, grade).n : 0;
      expect(shown).toBeGreaterThanOrEqual(STEP); // the last of them may have come after it
      expect(shown + (figures?.left[grade] ?? 0)).toBeLessThanOrEqual(2 * STEP + 2);
      expect(await textsOf(work, survey.id)).toHaveLength(shown);
    }
    expect(isWhole).toBe(true);
    expect(kills).toBeGreaterThan(3);
  },
  TIME,
);

test(
  'killed again and again while people answer, and at writes all through closing, everyone is counted once and nothing is left behind',
  async () => {
    let [kills, isWhole] = [0, false];
    for (let write = 1; !isWhole && write < MOST_WRITES; write += 3) {
      const survey = await world.ask({ title: { fi: `Kysely ${write}`, sv: '', en: '' } }, QUESTIONS);
      for (let n = 1; n <= PEOPLE; n++) {
        await answerOf(survey, n);
        if (n % 7 === 0) {
          world.kill();
          await world.restart();
        }
        if (n % 6 === 0) await world.untilPublished();
      }
      await checkShown(survey, PEOPLE);
      const sealed = await sealedIds(survey);
      expect(sealed).toHaveLength(PEOPLE);
      await world.passTo(plus((await world.now(survey)).closesAt, -1000));
      isWhole = !(await dyingAt(write, () => world.clock.advance(30_000)));
      if (!isWhole) kills += 1;
      await world.restart();
      await world.clock.advance(120_000);
      await checkClosed(survey, sealed);
    }
    expect(isWhole).toBe(true);
    expect(kills).toBeGreaterThan(5);
  },
  TIME,
);
