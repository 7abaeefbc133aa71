/** What surveys store on a person: shown whole to them, erased without a trace with every total kept, and forgotten in time. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, plus } from '../../bot/core/clock.ts';
import { personOf } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { memberIdOf } from '../../bot/core/network.ts';
import type { PostBody } from '../../bot/core/ports.ts';
import { changeMember } from '../../bot/core/register.ts';
import { RETENTION } from '../../bot/core/retention.ts';
import { activityScope } from '../../bot/core/scope.ts';
import { openAnswers } from '../../bot/features/surveys/ballots.ts';
import { handover } from '../../bot/features/surveys/hook-operations.ts';
import { changeSurvey, resultsOf } from '../../bot/features/surveys/memory.ts';
import {
  addPicture,
  closeSurvey,
  formsOf,
  postResults,
  saveForm,
  saveTyped,
} from '../../bot/features/surveys/operations.ts';
import { surveyPersonal } from '../../bot/features/surveys/personal.ts';
import { editText, participation, textsOf } from '../../bot/features/surveys/result-operations.ts';
import { shownTo } from '../../bot/features/surveys/shown.ts';
import { pictures, type Survey, savedForms, surveyDraft } from '../../bot/features/surveys/survey.ts';
import { idOf, openSurveyWorld, person, type SurveyWorld } from '../fakes/survey-world.ts';

let world: SurveyWorld;
beforeEach(async () => {
  world = await openSurveyWorld({ size: 8 });
});
afterEach(() => world.close());

const AS = personOf('erased', 'nobody-1');
const erase = async (...people: number[]): Promise<void> => {
  await surveyPersonal.erase(people.map(idOf), AS, await world.work());
  await world.clock.rest();
};
const expire = async (): Promise<void> => {
  await surveyPersonal.expire?.(await world.work());
};
const collect = async (n: number) => surveyPersonal.collect([idOf(n)], await world.work());
const shown = async (survey: Survey) => shownTo(await world.work(), await world.now(survey), { coordinates: true });
const texts = async (survey: Survey): Promise<string[]> =>
  (await textsOf(await world.work(), survey.id)).map(({ text }) => text).sort();
const opened = async (survey: Survey) =>
  listAll(world.services.store, activityScope(world.scope, survey.id), openAnswers);
let deliveries = 0;
const delivery = () => ({ id: `delivery-${++deliveries}`, at: world.clock.now(), isInOrder: true });
const draft = (n: number, survey: Survey, typed: Record<string, string>) =>
  world.visit(n).then((visit) => saveTyped(visit, survey.id, typed, delivery()));
const savedForm = (title: string) => surveyDraft.parse({ title: { fi: title }, parts: [] });
/** Everything in the data folder, the log and free pages of the database included. */
async function allBytes(): Promise<string> {
  await world.temp.store.scrub();
  const files = await readdir(world.temp.folder, { recursive: true, withFileTypes: true });
  const read = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
  return (await Promise.all(read)).join('\n');
}

/** All that the conversations show from now on, cards too. */
function cardsOf({ channel }: SurveyWorld): () => string {
  const shownNow = new Map<string, PostBody>();
  const { create, update } = channel;
  Object.assign(channel, {
    create: async (...args: Parameters<typeof create>) => {
      const id = await create(...args);
      shownNow.set(id, args[1]);
      return id;
    },
    update: async (...args: Parameters<typeof update>) => {
      await update(...args);
      shownNow.set(args[1], args[2]);
    },
  });
  return () => JSON.stringify([...shownNow.values()]);
}

describe('collecting', () => {
  test('shows a person’s own answers and drafts, named and sealed, and nobody else’s', async () => {
    const named = await world.ask({ secrecy: 'named', title: { fi: 'Nimellinen', sv: '', en: '' } });
    const sealed = await world.ask({ title: { fi: 'Nimetön', sv: '', en: '' } });
    await world.answer(1, named, { q1: '4', q2: 'o1', q3: 'Oma sana' });
    await world.answer(1, sealed, { q1: '3', q2: 'other', 'q2-other': 'Radiosta' });
    await world.answer(1, sealed, { q1: '5' });
    await draft(1, sealed, { q3: 'Kesken oleva' });
    await world.answer(2, named, { q1: '1', q3: 'Toisen sana' });
    const own = await collect(1);
    expect(own).toMatchObject({
      surveyAnswers: [
        {
          ...{ survey: named.id, title: 'Nimellinen' },
          answers: [
            { question: 'Arvosana?', answer: '4' },
            { question: 'Miten kuulit meistä?', answer: 'Kollegalta' },
            { question: 'Mikä jäi mieleen?', answer: 'Oma sana' },
          ],
        },
        { survey: sealed.id, answers: [{ answer: '3' }, { question: 'Miten kuulit meistä?', answer: 'Radiosta' }] },
        { survey: sealed.id, answers: [{ question: 'Arvosana?', answer: '5' }] },
      ].sort((a, b) => (a.survey < b.survey ? -1 : 1)),
      surveyDrafts: [{ survey: sealed.id, answers: [{ question: 'Mikä jäi mieleen?', answer: 'Kesken oleva' }] }],
      ...{ surveysTakenPartIn: [], surveysCreated: [], surveyReminders: [], surveyForms: [] },
    });
    expect(JSON.stringify(own)).not.toMatch(/Toisen|person-/);
  });

  test('after closing shows of an anonymous survey that they answered, and not what', async () => {
    const survey = await world.ask();
    await world.answer(1, survey, { q1: '4', q3: 'Oma sana' });
    await world.untilCounted(survey);
    expect(await collect(1)).toMatchObject({
      surveyAnswers: [],
      surveysTakenPartIn: [{ survey: survey.id, title: 'Vuoden kysely' }],
    });
    expect(await collect(2)).toMatchObject({ surveysTakenPartIn: [] });
  });

  test('shows a coordinator what they made, put aside and reminded of', async () => {
    const survey = await world.ask();
    await saveForm(await world.visit(0), 'form-1', savedForm('Puolivalmis'));
    await changeSurvey(await world.work(), survey.id, (of) => ({
      ...of,
      reminded: [{ id: 'r', at: of.createdAt, state: 'sent', by: person(0), direct: 1, mail: 0, channel: false }],
    }));
    expect(await collect(0)).toMatchObject({
      surveysCreated: [{ survey: survey.id }],
      surveyReminders: [{ survey: survey.id }],
      surveyForms: [{ title: { fi: 'Puolivalmis' } }],
    });
    expect(await collect(1)).toMatchObject({ surveysCreated: [], surveyForms: [], surveyReminders: [] });
  });
});

describe('erasing', () => {
  test.each(['anonymous', 'named'] as const)(
    'while a survey that is %s is open keeps its numbers and nothing of the person',
    async (secrecy) => {
      const survey = await world.ask({ secrecy });
      for (const n of [1, 2, 3, 4, 5, 6])
        await world.answer(n, survey, {
          ...{ q1: String(1 + (n % 5)), q2: n === 1 ? 'other' : 'o1' },
          ...(n === 1 ? { 'q2-other': 'Kaikuluotain-radio', q3: 'Kaikuluotain-sana' } : { q3: `Sana ${n}` }),
        });
      await draft(1, survey, { q3: 'Kaikuluotain-luonnos' });
      await draft(7, survey, { q3: 'Kaikuluotain-aikomus' });
      await world.untilPublished();
      expect(await texts(survey)).toContain('Kaikuluotain-sana');
      const before = await shown(survey);
      await erase(1);
      await erase(1); // it can be repeated
      await erase(7);
      expect(await shown(survey)).toMatchObject({ answers: before.answers, state: 'shown' });
      expect(await collect(1)).toMatchObject({ surveyAnswers: [], surveyDrafts: [] });
      expect(JSON.stringify(await texts(survey))).not.toContain('Kaikuluotain');
      expect(await texts(survey)).toContain('Sana 2');
      const { result } = await world.untilCounted(survey);
      expect(result).toMatchObject({ answers: 6, participants: expect.arrayContaining([AS, person(2)]) });
      const after = await shown(survey);
      const figures = ({ questions }: typeof before) =>
        questions
          .filter(({ question }) => question.type !== 'text')
          .map(({ n, bars, average }) => ({ n, bars, average }));
      expect(figures(after)).toEqual(figures(before));
      expect(JSON.stringify(await world.now(survey))).not.toContain('person-1');
      expect((await opened(survey)).map(({ id }) => id)).not.toContain(idOf(1));
      expect(await allBytes()).not.toContain('Kaikuluotain');
    },
  );

  test('after closing takes name and words out of a survey with names, and keeps the choices', async () => {
    const survey = await world.ask({ secrecy: 'named' });
    await world.answer(1, survey, { q1: '2', q3: 'Kaikuluotain-sana' });
    await world.answer(2, survey, { q1: '4', q3: 'Toisen sana' });
    await world.untilCounted(survey);
    const before = await shown(survey);
    expect(await texts(survey)).toEqual(['Kaikuluotain-sana', 'Toisen sana']);
    await erase(1);
    await erase(1);
    expect(await texts(survey)).toEqual(['Toisen sana']);
    const after = await shown(survey);
    expect([after.answers, after.questions[0]?.average]).toEqual([2, before.questions[0]?.average]);
    expect((await world.now(survey)).result?.participants).toEqual([AS, person(2)].sort());
    const left = (await opened(survey)).find(({ id }) => id === memberIdOf(AS));
    expect(left?.value.versions.at(-1)?.answers).toEqual({ q1: { number: 2 }, q3: { text: '' } });
    expect((await collect(2)).surveyAnswers).toMatchObject([{ answers: [{ answer: '4' }, { answer: 'Toisen sana' }] }]);
  });

  test('after closing leaves the texts of an anonymous survey, which are nobody’s, and takes the name off the list', async () => {
    const survey = await world.ask();
    for (const n of [1, 2, 3, 4, 5]) await world.answer(n, survey, { q1: '4', q3: `Sana ${n}` });
    await world.untilCounted(survey);
    await erase(1);
    expect(await texts(survey)).toHaveLength(5);
    expect((await world.now(survey)).result?.participants).toContain(AS);
    expect(JSON.stringify(await world.now(survey))).not.toContain('person-1');
  });

  test('who was not there is still counted as that', async () => {
    const { event, feedback } = await world.hold();
    await world.passTo(plus(event.endsAt, DAY));
    await world.answer(1, feedback, { absent: 'Kaikuluotain-syy' }, { isAbsent: true });
    await erase(1);
    expect((await world.untilCounted(feedback)).result).toMatchObject({ answers: 0, absent: 1 });
    expect(await allBytes()).not.toContain('Kaikuluotain');
  });

  test('takes a quote of theirs off the posts of results too, as hiding it does', async () => {
    const survey = await world.ask({ secrecy: 'named' });
    await world.answer(1, survey, { q1: '4', q3: 'Kaikuluotain-sana' });
    await world.answer(2, survey, { q1: '5', q3: 'Piiloon jäävä' });
    await world.answer(3, survey, { q1: '5', q3: 'Näkyvä sana' });
    await world.untilCounted(survey);
    const coordinator = await world.visit(0);
    const channel = cardsOf(world);
    const quoted = await textsOf(coordinator, survey.id);
    for (const { id } of quoted) await editText(coordinator, survey.id, id, { isQuote: true });
    await postResults(coordinator, survey.id, 'form-1');
    await world.clock.advance(6_000);
    expect(channel()).toContain('Kaikuluotain-sana');
    const hidden = quoted.find(({ text }) => text === 'Piiloon jäävä');
    await editText(coordinator, survey.id, hidden?.id ?? '', { isHidden: true });
    await erase(1);
    await world.clock.advance(61_000);
    expect(channel()).not.toMatch(/Kaikuluotain|Piiloon/);
    expect(channel()).toContain('Näkyvä sana');
  });

  test('two identities leave one answer, the latest, also when it was cut off in between', async () => {
    const survey = await world.ask({ secrecy: 'named' }, 'Arvosana? [1-5]');
    await world.answer(1, survey, { q1: '1' });
    await world.answer(2, survey, { q1: '5' });
    await changeMember(await world.work(), idOf(2), (now) => now && { ...now, sameAs: idOf(1) });
    const { fails } = world.store;
    let removed = 0;
    world.store.fails = (method, args) => (method === 'remove' && ++removed > 1) || fails(method, args);
    await expect(erase(1, 2)).rejects.toThrow('the store is out');
    world.store.fails = fails;
    await erase(1, 2);
    expect((await opened(survey)).map(({ value }) => value.versions.at(-1)?.answers)).toEqual([{ q1: { number: 5 } }]);
    expect((await shown(survey)).answers).toBe(1);
  });

  test('takes a coordinator out of what they made and reminded of, with the forms that they put aside', async () => {
    const survey = await world.ask();
    await saveForm(await world.visit(0), 'form-1', savedForm('Puolivalmis'));
    await changeSurvey(await world.work(), survey.id, (of) => ({
      ...of,
      reminded: [{ id: 'r', at: of.createdAt, state: 'sent', by: person(0), direct: 1, mail: 0, channel: false }],
    }));
    await erase(0);
    expect(await world.now(survey)).toMatchObject({ createdBy: AS, reminded: [{ by: AS }] });
    expect(JSON.stringify(await world.now(survey))).not.toContain('person-0');
    expect(await listAll(world.services.store, world.scope, savedForms)).toEqual([]);
  });

  test('changes nothing of a survey that holds nothing on the person', async () => {
    const survey = await world.ask();
    await world.answer(2, survey, { q1: '4' });
    world.requests = 0;
    const before = JSON.stringify(await world.now(survey));
    await erase(1);
    expect(JSON.stringify(await world.now(survey))).toBe(before);
    expect(await collect(2)).toMatchObject({ surveyAnswers: [{ survey: survey.id }] });
  });
});

describe('forgetting', () => {
  const later = (survey: Survey, days: number) => world.passTo(plus(survey.closesAt, days * DAY));

  test.each(['anonymous', 'named'] as const)(
    'links nobody with a survey that is %s any more after its time; figures and texts stay',
    async (secrecy) => {
      const survey = await world.ask({ secrecy });
      for (const n of [1, 2, 3, 4, 5]) await world.answer(n, survey, { q1: '4', q3: `Sana ${n}` });
      await world.untilCounted(survey);
      const before = await shown(survey);
      await later(survey, RETENTION.surveyAnswers - 1);
      await expire();
      expect((await world.now(survey)).result?.participants).toHaveLength(5);
      expect(await participation(survey.createdAt, await world.work())).toHaveLength(5);
      await later(survey, RETENTION.surveyAnswers + 1);
      await expire();
      await expire();
      expect((await world.now(survey)).result).toMatchObject({ answers: 5, participants: [] });
      expect(await opened(survey)).toEqual([]);
      expect((await shown(survey)).questions).toEqual(before.questions);
      expect(await resultsOf(await world.work(), survey.id)).toBeDefined();
    },
  );

  test('leaves what is open alone, however old', async () => {
    const survey = await world.ask({ secrecy: 'named' });
    await world.answer(1, survey, { q1: '4' });
    await changeSurvey(await world.work(), survey.id, (of) => ({ ...of, closesAt: plus(of.closesAt, 2000 * DAY) }));
    await world.passTo(plus(survey.closesAt, 1500 * DAY));
    await expire();
    expect(await opened(survey)).toHaveLength(1);
  });

  test('throws away forms that nobody went on with, and pictures that stand nowhere', async () => {
    const png = (n: number): string =>
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, n]).toString('base64');
    const [used, kept, unused] = await Promise.all(
      [1, 2, 3].map(async (n) => addPicture(await world.visit(0), png(n))),
    );
    const asking = (picture: string | undefined) => ({
      ...{ id: 'q1', type: 'pictures' as const, label: { fi: 'Kumpi?' } },
      options: [1, 2].map((n) => ({ id: `o${n}`, label: { fi: `${n}` }, picture })),
    });
    const parts = (picture: string | undefined) =>
      surveyDraft.parse({ title: { fi: 'Kuvat' }, parts: [{ questions: [asking(picture)] }] });
    await world.ask({ parts: parts(used).parts });
    await saveForm(await world.visit(0), 'form-1', parts(kept));
    const left = async () => (await listAll(world.services.store, world.scope, pictures)).map(({ id }) => id).sort();
    await world.passTo(plus(world.clock.now(), (RETENTION.unusedPictures - 1) * DAY));
    await expire();
    expect(await left()).toEqual([used, kept, unused].sort());
    await world.passTo(plus(world.clock.now(), 2 * DAY));
    await expire();
    expect(await left()).toEqual([used, kept].sort());
    expect(await formsOf(await world.visit(0))).toHaveLength(1);
    await world.passTo(plus(world.clock.now(), RETENTION.surveyForms * DAY));
    await expire();
    expect(await formsOf(await world.visit(0))).toEqual([]);
    expect(await left()).toEqual([used]);
  });
});

test('surveys that still take answers, or will, are there to be handed over; feedback goes along with its event', async () => {
  const open = await world.ask({ title: { fi: 'Avoin', sv: '', en: '' } });
  const scheduled = await world.ask({
    title: { fi: 'Tuleva', sv: '', en: '' },
    opensOn: plus(world.clock.now(), 3 * DAY).slice(0, 10),
  });
  const closed = await world.ask({ title: { fi: 'Suljettu', sv: '', en: '' } });
  await closeSurvey(await world.visit(0), closed.id);
  await world.clock.advance(21_000);
  await world.hold();
  const items = await handover([idOf(0)], await world.visit(0));
  expect(items.toSorted((a, b) => (a.title < b.title ? -1 : 1))).toMatchObject([
    {
      kind: 'surveys.open',
      title: 'Avoin',
      page: `surveys/${open.id}`,
      todo: 'Kysely on avoinna. Seuraa sitä ja kerro tuloksista.',
    },
    { kind: 'surveys.scheduled', title: 'Tuleva', page: `surveys/${scheduled.id}` },
  ]);
  expect(await handover([idOf(1)], await world.visit(0))).toEqual([]);
});
