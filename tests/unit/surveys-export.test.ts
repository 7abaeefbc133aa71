/** What leaves a survey as files and as facts of the year: what is published, and nothing else. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { HOUR, type Instant, plus } from '../../bot/core/clock.ts';
import { changeRules } from '../../bot/core/register.ts';
import { surveyDownloads, surveySheets } from '../../bot/features/surveys/export.ts';
import { facts } from '../../bot/features/surveys/fact-operations.ts';
import { editText, textsOf } from '../../bot/features/surveys/result-operations.ts';
import type { Survey } from '../../bot/features/surveys/survey.ts';
import type { TextChange } from '../../bot/features/surveys/wish.ts';
import { represent } from '../fakes/feature-world.ts';
import { madeFile } from '../fakes/made-file.ts';
import { openSurveyWorld, type SurveyWorld } from '../fakes/survey-world.ts';

let world: SurveyWorld;
beforeEach(async () => {
  world = await openSurveyWorld({ size: 13 });
});
afterEach(() => world.close());

const sheetsOf = async (survey: Survey, locale: 'fi' | 'sv' | 'en' = 'fi') => {
  const sheets = await surveySheets(await world.visit(0, locale), await world.now(survey));
  return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows]));
};
async function edit(survey: Survey, words: string, to: TextChange): Promise<void> {
  const found = (await textsOf(await world.work(), survey.id)).find((one) => one.text === words);
  await editText(await world.visit(0), survey.id, found?.id ?? '', to);
}
const file = async (format: 'csv' | 'xlsx', survey: Survey) => {
  const download = surveyDownloads.find(({ name }) => name === `surveys.${format}`);
  return madeFile(download, survey.id, await world.visit(0));
};
/** Feedback of five that is closed: grades 5, 5, 4, 4, 4. */
async function feedbackOfFive(startsOn: string): Promise<Survey> {
  const { event, feedback } = await world.hold({ startsOn, title: `Tilaisuus ${startsOn}` });
  await world.passTo(plus(event.endsAt, HOUR));
  for (const n of [1, 2, 3, 4, 5])
    await world.answer(n, feedback, { grade: n < 3 ? '5' : '4', best: `Paras ${n}`, improve: `=TOIVE(${n})` });
  return world.untilCounted(feedback);
}

test('before anything is published there is the number of answers, and why there is no more', async () => {
  const survey = await world.ask();
  await world.answer(1, survey, { q1: '1', q3: 'Salaisuus' });
  const sheets = await sheetsOf(survey);
  expect(Object.keys(sheets)).toEqual(['Tulokset']);
  expect(sheets.Tulokset).toContainEqual(['Vastauksia', 1]);
  expect(sheets.Tulokset?.at(-1)).toEqual(['Tulokset näkyvät, kun vielä 4 vastaa.']);
  expect(strFromU8((await file('csv', survey)).bytes)).not.toContain('Salaisuus');
  const closed = await world.untilCounted(survey);
  expect((await sheetsOf(closed)).Tulokset?.at(-1)).toEqual(['Vastauksia tuli liian vähän tulosten näyttämiseen.']);
  expect(strFromU8((await file('csv', closed)).bytes)).not.toContain('Salaisuus');
});

test('figures, distributions and texts are on sheets of their own, and what was hidden is on none', async () => {
  const closed = await feedbackOfFive('2026-03-16');
  await edit(closed, 'Paras 1', { tags: ['Puhuja', 'Tauot'], isQuote: true });
  await edit(closed, 'Paras 2', { isHidden: true });
  await edit(closed, '=TOIVE(3)', { wish: { status: 'done', reply: 'Tehtiin.' } });
  const sheets = await sheetsOf(closed);
  expect(sheets.Tulokset).toContainEqual(['Minkä arvosanan annat tilaisuudelle?', 5, 4.4, 0]);
  expect(sheets.Jakaumat?.slice(1).map(([, bar, n]) => [bar, n])).toEqual([
    ['1', 0],
    ['2', 0],
    ['3', 0],
    ['4', 3],
    ['5', 2],
  ]);
  const texts = sheets['Avoimet vastaukset'] ?? [];
  expect(texts[0]).toEqual(['Kysymys', 'Vastaus', 'Teemat', 'Sitaatti', 'Mitä toiveelle kuuluu', 'Mitä tehtiin']);
  expect(texts).toContainEqual(['Mikä oli parasta?', 'Paras 1', 'Puhuja, Tauot', 'kyllä', '', '']);
  expect(texts).toContainEqual(['Miten kehittäisit tilaisuutta?', '=TOIVE(3)', '', '', 'Tehty', 'Tehtiin.']);
  const csv = await file('csv', closed);
  expect(csv.fileName).toBe('Tilaisuus-2026-03-16.csv');
  expect(strFromU8(csv.bytes)).not.toContain('Paras 2');
  expect(strFromU8(csv.bytes)).toContain("'=TOIVE(3)");
  const parts = Object.values(unzipSync((await file('xlsx', closed)).bytes)).map((one) => strFromU8(one));
  expect(parts.join('\n')).toContain('=TOIVE(3)');
  expect(parts.join('\n')).not.toContain('<f>');
  expect(parts.join('\n')).not.toContain('Paras 2');
});

test('in Swedish and English the headings and the usual questions are in the reader’s language', async () => {
  const closed = await feedbackOfFive('2026-03-16');
  expect((await sheetsOf(closed, 'sv')).Resultat).toContainEqual([
    'Vilket helhetsbetyg ger du evenemanget?',
    5,
    4.4,
    0,
  ]);
  expect(Object.keys(await sheetsOf(closed, 'en'))).toEqual(['Results', 'Distributions', 'Open answers']);
});

test('cells of a breakdown have columns of their own, where enough answered', async () => {
  await changeRules(await world.work(), (now) => ({ ...now, sizeBounds: [10_000] }));
  for (let n = 1; n <= 12; n++) await represent(world, n, n, { inhabitants: n <= 6 ? 5000 : 20_000 });
  const survey = await world.ask({ breakdown: 'sizeClass' });
  for (let n = 1; n <= 12; n++)
    await world.answer(n, survey, { q1: n <= 6 ? '5' : '3', q2: 'other', 'q2-other': `Oma ${n}` });
  const closed = await world.untilCounted(survey);
  const sheets = await sheetsOf(closed);
  const plain = (rows: unknown) => JSON.parse(JSON.stringify(rows ?? []).replaceAll('\u00a0', ' ')) as unknown[][];
  expect(plain(sheets.Erittely).slice(0, 3)).toEqual([
    ['Kysymys', 'Ryhmä', 'Vastauksia', 'Keskiarvo'],
    ['Arvosana?', 'alle 10 000 asukasta', 6, 5],
    ['Arvosana?', 'vähintään 10 000 asukasta', 6, 3],
  ]);
  expect(plain(sheets.Jakaumat)).toContainEqual(['Arvosana?', '5', 6, 6, 0]);
  expect(plain(sheets.Jakaumat)).toContainEqual(['Miten kuulit meistä?', 'Muu', 12, 6, 6]);
  expect((sheets['Avoimet vastaukset'] ?? []).length).toBe(13);
});

test('of a survey that tells names there is who answered what, without hidden words; of an anonymous one there never is', async () => {
  await represent(world, 1, 1);
  const survey = await world.ask({ secrecy: 'named' });
  await world.answer(1, survey, { q1: '4', q2: 'o1', q3: 'Nimellä' });
  await world.answer(2, survey, { q1: '5', q3: 'Piilotettava' });
  await world.untilPublished();
  await edit(survey, 'Piilotettava', { isHidden: true });
  const rows = (await sheetsOf(survey))['Vastaukset nimittäin'] ?? [];
  expect(rows.map((row) => row.filter((_, column) => column !== 3))).toEqual([
    ['Nimi', 'Organisaatio', 'Miten vastattiin', 'Arvosana?', 'Miten kuulit meistä?', 'Mikä jäi mieleen?'],
    ['Jäsen 1', 'Kunta 1', 'itse', '4', 'Kollegalta', 'Nimellä'],
    ['Jäsen 2', '', 'itse', '5', '', ''],
  ]);
  expect(strFromU8((await file('csv', survey)).bytes)).not.toContain('Piilotettava');
  expect(JSON.stringify(await sheetsOf(await feedbackOfFive('2026-03-16')))).not.toContain('Jäsen');
});

test('the year is told the grades, chosen quotes and wishes of what is closed and published', async () => {
  const closed = await feedbackOfFive('2026-03-16');
  await edit(closed, 'Paras 1', { isQuote: true });
  await edit(closed, '=TOIVE(1)', { wish: { status: 'underWay', reply: 'Kesällä.' } });
  await edit(closed, '=TOIVE(2)', { isHidden: true });
  const few = await world.ask();
  await world.answer(1, few, { q1: '1', q3: 'Liian harva' });
  await world.untilCounted(few);
  await world.ask({ title: { fi: 'Kesken', sv: '', en: '' }, closesOn: '2026-12-01' });
  const hidden = await world.ask({ showResults: 'coordinators' });
  for (const n of [1, 2, 3, 4, 5]) await world.answer(n, hidden, { q1: '3', q3: `Vain meille ${n}` });
  await world.untilCounted(hidden);
  await edit(hidden, 'Vain meille 1', { isQuote: true });
  const year = { from: '2026-01-01T00:00:00.000Z' as Instant, to: '2027-01-01T00:00:00.000Z' as Instant };
  const told = await facts(year, await world.visit(0));
  expect(told.surveys?.map(({ type, title, answers, grade }) => ({ type, title, answers, grade }))).toEqual(
    expect.arrayContaining([
      { type: 'feedback', title: 'Tilaisuus 2026-03-16', answers: 5, grade: { sum: 22, n: 5 } },
      { type: 'survey', title: 'Vuoden kysely', answers: 1 },
      { type: 'survey', title: 'Vuoden kysely', answers: 5 },
    ]),
  );
  expect(told.surveys).toHaveLength(3);
  expect(told.quotes?.map(({ text, page }) => [text, page])).toEqual([['Paras 1', `surveys/${closed.id}`]]);
  expect(told.wishes?.map(({ text, status, reply }) => [text, status, reply]).sort()).toEqual([
    ['=TOIVE(1)', 'underWay', 'Kesällä.'],
    ['=TOIVE(3)', 'new', undefined],
    ['=TOIVE(4)', 'new', undefined],
    ['=TOIVE(5)', 'new', undefined],
  ]);
  expect(JSON.stringify(told)).not.toMatch(/Liian harva|Vain meille/);
});

test('feedback on an event of December is of the year of its event, though it closes in January', async () => {
  const closed = await feedbackOfFive('2026-12-21');
  expect(closed.closesAt > '2027-01-01').toBe(true);
  const visit = await world.visit(0);
  const [from, to] = ['2026-12-31T22:00:00.000Z' as Instant, '2027-12-31T22:00:00.000Z' as Instant];
  expect((await facts({ from: '2025-12-31T22:00:00.000Z' as Instant, to: from }, visit)).surveys).toMatchObject([
    { answers: 5 },
  ]);
  expect((await facts({ from, to }, visit)).surveys).toEqual([]);
});
