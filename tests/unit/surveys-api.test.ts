/** What the tab is told of surveys: each reader in their language, what they may see and do now, and no more. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HOUR, plus, SECOND } from '../../bot/core/clock.ts';
import type { Endpoint } from '../../bot/core/endpoint.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import type { Locale, Message } from '../../bot/core/text.ts';
import { surveyRoutes } from '../../bot/features/surveys/api.ts';
import * as contract from '../../bot/features/surveys/contract.ts';
import { text as resultText } from '../../bot/features/surveys/result-text.ts';
import { type Survey, surveyDraft } from '../../bot/features/surveys/survey.ts';
import { text } from '../../bot/features/surveys/text.ts';
import { askOf } from '../fakes/feature-world.ts';
import { openSurveyWorld, person, type SurveyWorld } from '../fakes/survey-world.ts';

let world: SurveyWorld;
beforeEach(async () => {
  world = await openSurveyWorld({ size: 8 });
});
afterEach(() => world.close());

const ask = async <P, B, R>(
  endpoint: Endpoint<P, B, R>,
  n: number,
  input: { params?: object; body?: object } = {},
  locale: Locale = 'fi',
): Promise<R> => askOf(surveyRoutes, endpoint, await world.visit(n, locale), input);
const view = (n: number, { id }: Pick<Survey, 'id'>, locale: Locale = 'fi') =>
  ask(contract.getSurvey, n, { params: { survey: id } }, locale);
const send = (n: number, { id }: Pick<Survey, 'id'>, typed: object, more: object = {}) =>
  ask(contract.sendAnswers, n, { params: { survey: id }, body: { typed, requestId: crypto.randomUUID(), ...more } });
async function refusalOf(act: Promise<unknown>): Promise<Message | undefined> {
  try {
    await act;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.row;
    throw error;
  }
}
const plain = (of: unknown): string => JSON.stringify(of).replaceAll('\u00a0', ' ');

describe('a survey', () => {
  test('is in the reader’s language, in another where that is missing', async () => {
    const label = { fi: 'Miten menee?', sv: 'Hur går det?', en: '' };
    const survey = await world.ask({
      title: { fi: 'Kysely', sv: 'Enkät', en: '' },
      purpose: { fi: 'Ohjelmaan', sv: '', en: '' },
      parts: [
        {
          title: { fi: '', sv: '', en: '' },
          questions:
            surveyDraft.parse({
              title: {},
              parts: [
                {
                  questions: [
                    { id: 'q1', type: 'scale', label, from: 0, to: 10, low: { fi: 'huonosti', sv: 'dåligt' } },
                  ],
                },
              ],
            }).parts[0]?.questions ?? [],
        },
      ],
    });
    expect(await view(1, survey, 'sv')).toMatchObject({
      ...{ title: 'Enkät', purpose: 'Ohjelmaan', phase: 'open', secrecy: 'anonymous', step: 5, isShort: true },
      questionList: [{ id: 'q1', label: 'Hur går det?', scale: { from: 0, to: 10, low: 'dåligt' } }],
    });
    expect((await view(1, survey, 'en')).title).toBe('Kysely');
  });

  test('shows the reader what they typed and sent, and nobody else', async () => {
    const survey = await world.ask();
    const { savedAt } = await ask(contract.saveAnswers, 1, {
      params: { survey: survey.id },
      body: { typed: { q1: '2', q3: 'kes' }, requestId: crypto.randomUUID() },
    });
    expect(savedAt).toBe(world.clock.now());
    expect(await view(1, survey)).toMatchObject({
      own: 'drafted',
      ownAnswers: { sent: {}, draft: { q1: '2', q3: 'kes' } },
    });
    const sent = await send(1, survey, { q1: '4', q2: 'other', 'q2-other': 'Naapurilta' });
    expect(sent).toMatchObject({
      own: 'answered',
      answers: 1,
      ownAnswers: { sent: { q1: '4', q2: 'other', 'q2-other': 'Naapurilta' }, isAbsent: false },
    });
    expect(sent.ownAnswers?.draft).toBeUndefined();
    const other = await view(2, survey);
    expect(other).toMatchObject({ own: 'none', answers: 1, resultState: 'waiting', missing: 4 });
    expect(plain(other)).not.toContain('Naapurilta');
    const desk = await view(0, survey);
    expect(plain(desk)).not.toContain('Naapurilta');
    expect(
      (
        await ask(contract.withdrawAnswers, 1, {
          params: { survey: survey.id },
          body: { requestId: crypto.randomUUID() },
        })
      ).own,
    ).toBe('none');
  });

  test('says why someone can’t answer, and takes nothing from them', async () => {
    const scheduled = await world.ask({ opensOn: '2026-03-20', closesOn: '2026-03-30' });
    expect((await view(1, scheduled)).cannotAnswer).toBe(text.notYetOpen.fi);
    const survey = await world.ask();
    expect((await view(1, survey)).cannotAnswer).toBeUndefined();
    const closed = await world.untilCounted(survey);
    expect((await view(1, closed)).cannotAnswer).toBe(text.surveyClosed.fi);
  });

  test('shows published figures with names for bars, and texts of own options', async () => {
    const survey = await world.ask();
    for (const n of [1, 2, 3, 4, 5])
      await world.answer(n, survey, { q1: n < 5 ? '4' : '5', q2: 'other', 'q2-other': `Oma ${n}` });
    await world.untilPublished();
    const { results, resultState, answers } = await view(6, survey);
    expect({ resultState, answers }).toEqual({ resultState: 'shown', answers: 5 });
    expect(results?.questions[0]).toMatchObject({
      n: 5,
      average: { value: 4.2, n: 5 },
      bars: [{ key: '1', n: 0 }, { key: '2' }, { key: '3' }, { key: '4', n: 4 }, { key: '5', n: 1 }],
    });
    expect(results?.questions[1]?.bars).toEqual([
      { key: 'o1', label: 'Kollegalta', n: 0 },
      { key: 'o2', label: 'Postista', n: 0 },
      { key: 'other', label: 'Muu', n: 5 },
    ]);
    expect(results?.questions[1]?.texts?.count).toBe(5);
  });

  test('whose results are for coordinators tells others the number of answers alone', async () => {
    const survey = await world.ask({ showResults: 'coordinators' });
    for (const n of [1, 2, 3, 4, 5]) await world.answer(n, survey, { q1: '4', q3: `Sana ${n}` });
    await world.untilPublished();
    const member = await view(6, survey);
    expect(member).toMatchObject({ resultState: 'hidden', answers: 5 });
    expect(member.results).toBeUndefined();
    const texts = { params: { survey: survey.id, question: 'q3' } };
    expect((await ask(contract.listTexts, 6, texts)).texts).toEqual([]);
    expect((await ask(contract.listTexts, 0, texts)).texts).toHaveLength(5);
    expect(await view(0, survey)).toMatchObject({ resultState: 'shown', desk: { can: { postResults: false } } });
  });

  test('in parts tells how far the reader has come', async () => {
    const first = await world.ask({ closesOn: '2026-03-30' }, 'A?\n== \nB?\n== \nC?');
    await world.answer(1, first, { q1: 'x' });
    const { progress, series } = await view(1, first);
    expect(series).toMatchObject({ number: 1, of: 3 });
    expect(progress).toMatchObject({
      answered: 1,
      parts: [
        { number: 1, isAnswered: true, phase: 'open' },
        { number: 2, isAnswered: false, phase: 'scheduled' },
        { number: 3 },
      ],
    });
  });

  test('tells coordinators what they can do now, and members nothing of it', async () => {
    const survey = await world.ask({ isPublic: 'true' });
    expect((await view(1, survey)).desk).toBeUndefined();
    expect((await view(0, survey)).desk).toMatchObject({
      can: { correct: true, close: true, extend: true, undo: true, remind: true, enter: true, postResults: false },
      ...{ letters: [survey.id], reminders: [], publicLink: `https://bot.example.test/p/feedback-${survey.id}-1` },
    });
    await world.answer(1, survey, { q1: '4' });
    expect((await view(0, survey)).desk?.can.undo).toBe(false);
    const closed = await ask(contract.closeSurvey, 0, { params: { survey: survey.id } });
    await world.clock.advance(20 * SECOND);
    expect((await view(0, closed)).desk).toMatchObject({
      can: { correct: false, close: false, extend: false, undo: false, remind: false, enter: false },
    });
    expect((await view(0, closed)).desk?.publicLink).toBeUndefined();
  });

  test('shows its pictures as data', async () => {
    const png = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.alloc(10),
    ]).toString('base64');
    const { picture } = await ask(contract.addPicture, 0, { body: { bytes: png } });
    const options = ['o1', 'o2'].map((id) => ({ id, label: { fi: id }, picture }));
    const draft = {
      title: { fi: 'Tyyli' },
      parts: [{ questions: [{ id: 'q1', type: 'pictures', label: { fi: 'Mikä?' }, options }] }],
    };
    const made = await ask(contract.createSurvey, 0, { body: { draft, requestId: crypto.randomUUID() } });
    expect(made.questionList[0]?.options[0]?.picture).toBe(`data:image/png;base64,${png}`);
    expect(made.isShort).toBe(false);
  });
});

describe('a draft', () => {
  const draft = {
    title: { fi: 'Kysely' },
    parts: [{ questions: [{ id: 'q1', type: 'text', label: { fi: 'Mitä?' } }] }],
  };

  test('is shown as the card it would be, with whom it asks and when', async () => {
    const seen = await ask(contract.previewSurvey, 0, { body: draft });
    expect(seen).toMatchObject({ problems: [], asked: 8, closesAt: expect.any(String), remindsAt: expect.any(String) });
    expect(plain(seen.card)).toContain('Mitä?');
    expect(seen.parts).toBeUndefined();
    const parts = await ask(contract.previewSurvey, 0, { body: { ...draft, parts: [...draft.parts, ...draft.parts] } });
    expect(parts.parts?.map(({ questions }) => questions)).toEqual([1, 1]);
  });

  test('with mistakes names them by field in the reader’s language', async () => {
    const seen = await ask(contract.previewSurvey, 0, { body: { ...draft, title: {}, step: 1 } }, 'sv');
    expect(seen.problems).toEqual([
      { field: 'title', message: text.noTitle.sv },
      { field: 'step', message: expect.stringContaining('3–50') },
    ]);
    expect(await refusalOf(ask(contract.previewSurvey, 1, { body: draft }))).toBeDefined();
  });

  test('is read off lines, put aside and copied', async () => {
    const { parts } = await ask(contract.readQuestionLines, 0, { body: { lines: 'A? *\n== \nB? [1–5]' } });
    expect(parts.map((all) => all.map(({ type }) => type))).toEqual([['text'], ['grade']]);
    const form = crypto.randomUUID();
    await ask(contract.saveForm, 0, { params: { form }, body: { draft } });
    expect((await ask(contract.listForms, 0)).forms).toMatchObject([{ id: form, title: 'Kysely' }]);
    await ask(contract.removeForm, 0, { params: { form } });
    expect((await ask(contract.listForms, 0)).forms).toEqual([]);
    const survey = await world.ask();
    expect((await ask(contract.copySurvey, 0, { params: { survey: survey.id } })).draft.title.fi).toBe('Vuoden kysely');
  });
});

describe('lists', () => {
  test('of surveys have open ones first, then scheduled, then closed, and none that was taken back', async () => {
    const closing = await world.ask({ title: { fi: 'Suljettu', sv: '', en: '' } });
    await ask(contract.closeSurvey, 0, { params: { survey: closing.id } });
    await world.clock.advance(20 * SECOND);
    await world.ask({ title: { fi: 'Ajastettu', sv: '', en: '' }, opensOn: '2026-03-20', closesOn: '2026-03-30' });
    await world.ask({ title: { fi: 'Avoin', sv: '', en: '' } });
    const gone = await world.ask({ title: { fi: 'Peruttu', sv: '', en: '' } });
    await ask(contract.undoSurvey, 0, { params: { survey: gone.id } });
    await world.hold();
    const { surveys, mayCreate } = await ask(contract.listSurveys, 1, { params: { type: 'survey' } });
    expect(surveys.map(({ title }) => title)).toEqual(['Avoin', 'Ajastettu', 'Suljettu']);
    expect(mayCreate).toBe(false);
    expect((await ask(contract.listSurveys, 0, { params: { type: 'feedback' } })).surveys).toMatchObject([
      { title: 'Joukkoliikenteen tilastot', event: { title: 'Joukkoliikenteen tilastot' } },
    ]);
  });

  test('of answers by name are of named surveys alone', async () => {
    const named = await world.ask({ secrecy: 'named' });
    await world.answer(1, named, { q1: '4', q2: 'o2', q3: 'Hei' });
    const { responses } = await ask(contract.listResponses, 0, { params: { survey: named.id } });
    expect(responses).toMatchObject([
      {
        name: 'Jäsen 1',
        source: 'own',
        answers: [{ question: 'Arvosana?', answer: '4' }, { answer: 'Postista' }, { answer: 'Hei' }],
      },
    ]);
    const secret = await world.ask();
    await world.answer(1, secret, { q1: '4' });
    expect(await refusalOf(ask(contract.listResponses, 0, { params: { survey: secret.id } }))).toBe(
      resultText.anonymousAnswers,
    );
  });
});

describe('feedback', () => {
  async function held(startsOn: string, grades: readonly number[]): Promise<Survey> {
    const { event, feedback } = await world.hold({ startsOn });
    await world.passTo(plus(event.endsAt, HOUR));
    for (const [n, grade] of grades.entries())
      await world.answer(n, feedback, { grade: String(grade), improve: `Toive ${n}` });
    return world.untilCounted(feedback);
  }

  test('asks who was not there for one thing, and counts them apart', async () => {
    const { event, feedback } = await world.hold();
    await world.passTo(plus(event.endsAt, HOUR));
    const seen = await send(1, feedback, { absent: 'Tallenne' }, { isAbsent: true });
    expect(seen).toMatchObject({
      own: 'absent',
      answers: 0,
      absent: 1,
      absentQuestion: { id: 'absent' },
      ownAnswers: { isAbsent: true, sent: { absent: 'Tallenne' } },
    });
  });

  test('over the years adds up what is published', async () => {
    await held('2026-03-16', [5, 5, 4, 4, 5]);
    await held('2026-04-20', [3, 3, 4, 4, 3]);
    await held('2027-02-15', [1]);
    const { events, years } = await ask(contract.feedbackYears, 1);
    expect(events.map(({ answers, grade }) => [answers, grade])).toEqual([
      [1, undefined],
      [5, { value: 3.4, n: 5 }],
      [5, { value: 4.6, n: 5 }],
    ]);
    expect(years).toEqual([
      { year: 2027, events: 1, answers: 1 },
      { year: 2026, events: 2, answers: 10, grade: { value: 4, n: 10 } },
    ]);
  });

  test('has wishes: coordinators see all, members what was answered, and nobody what was hidden', async () => {
    const closed = await held('2026-03-16', [5, 5, 4, 4, 5]);
    const all = (await ask(contract.listWishes, 0)).wishes;
    expect(all.map(({ words }) => words).sort()).toEqual([0, 1, 2, 3, 4].map((n) => `Toive ${n}`));
    expect((await ask(contract.listWishes, 1)).wishes).toEqual([]);
    const change = (n: number, body: object) => {
      const wish = all.find(({ words }) => words === `Toive ${n}`);
      return ask(contract.changeText, 0, { params: { survey: closed.id, text: wish?.text }, body });
    };
    expect(await change(0, { wish: { status: 'done', reply: 'Tehtiin.' } })).toMatchObject({
      wish: { status: 'done', reply: 'Tehtiin.' },
    });
    await change(1, { wish: { status: 'underWay', reply: '' }, isHidden: true });
    expect((await ask(contract.listWishes, 1)).wishes).toMatchObject([
      { words: 'Toive 0', status: 'done', reply: 'Tehtiin.', isTold: false },
    ]);
    expect((await ask(contract.listWishes, 0, { params: { status: 'new' } })).wishes).toHaveLength(3);
    const told = await world.hold({
      startsOn: '2026-05-18',
      wishes: all.find(({ words }) => words === 'Toive 0')?.id ?? '',
    });
    expect(told.event.youSaid).toHaveLength(1);
    await world.clock.advance(2 * SECOND);
    expect((await ask(contract.listWishes, 1)).wishes).toMatchObject([{ isTold: true }]);
    const texts = { params: { survey: closed.id, question: 'improve' } };
    expect((await ask(contract.listTexts, 1, texts)).texts.map((one) => one.text).sort()).toEqual([
      'Toive 0',
      'Toive 2',
      'Toive 3',
      'Toive 4',
    ]);
    expect((await ask(contract.listTexts, 0, texts)).texts).toHaveLength(5);
  });

  test('has a form whose empty words are the usual ones', async () => {
    const empty = { fi: '', sv: '', en: '' };
    const form = await ask(contract.getFeedbackForm, 0);
    expect(form).toMatchObject({
      grade: empty,
      own: [],
      usual: { grade: text.gradeQuestion, absent: text.absentQuestion },
    });
    const { usual: _usual, ...body } = form;
    const changed = await ask(contract.putFeedbackForm, 0, {
      body: { ...body, best: { ...empty, sv: 'Vad var roligast?' } },
    });
    expect(changed.best).toEqual({ ...empty, sv: 'Vad var roligast?' });
    const { feedback } = await world.hold();
    expect((await view(1, feedback, 'sv')).questionList[1]?.label).toBe('Vad var roligast?');
    expect((await world.now(feedback)).createdBy).toBe(person(0));
  });
});
