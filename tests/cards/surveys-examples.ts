/** Example cards of surveys and feedback, from invented data; the tests read them and the pictures show them. */
import { type Element, plain } from '../../bot/cards/kit.ts';
import type { Card } from '../../bot/core/card.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf, postId } from '../../bot/core/ids.ts';
import { LONGEST_ANSWER, LONGEST_OTHER } from '../../bot/features/surveys/answers.ts';
import { cardText } from '../../bot/features/surveys/card-text.ts';
import {
  type Frame,
  type OwnAnswer,
  type OwnFrame,
  openSurveysCard,
  ownSurveyCard,
  resultsCard,
  surveyCard,
} from '../../bot/features/surveys/cards.ts';
import {
  manageSurveyCard,
  reminderPreviewCard,
  surveyFormCard,
  surveyPreviewCard,
} from '../../bot/features/surveys/desk-cards.ts';
import { absentQuestion, feedbackQuestions } from '../../bot/features/surveys/feedback-form.ts';
import type { QuestionFigures, Shown } from '../../bot/features/surveys/figures.ts';
import {
  LONGEST_LABEL,
  LONGEST_OPTION,
  MOST_QUESTIONS,
  type Question,
  question,
} from '../../bot/features/surveys/questions.ts';
import {
  LONGEST_DESCRIPTION,
  LONGEST_TITLE,
  type Survey,
  type SurveyResult,
  survey,
} from '../../bot/features/surveys/survey.ts';
import { text } from '../../bot/features/surveys/text.ts';
import { typedSurvey } from '../../bot/features/surveys/typed-survey.ts';
import type { PublishedText } from '../../bot/features/surveys/wish.ts';
import { type Example, INJECTION, now } from './examples.ts';

export const ZONE = 'Europe/Helsinki';
const person = personOf('10000000-0000-4000-8000-000000000000', '20000000-0000-4000-8000-000000000000');
const at = (time: string) => toInstant(`${time}:00Z`);

/** Feedback on a webinar that was held yesterday; `of` changes what the example is about. */
export function exampleFeedback(of: Partial<Survey> = {}): Survey {
  return survey.parse({
    ...{ id: activityId.parse('example-feedback'), type: 'feedback', event: activityId.parse('example') },
    ...{ title: { fi: 'Joukkoliikenteen tilastot pienessä kunnassa' }, questions: feedbackQuestions(undefined) },
    ...{ secrecy: 'anonymous', step: 5, breakdown: 'none', showResults: 'all' },
    ...{ opensAt: at('2026-11-25T07:00'), postsAt: at('2026-11-25T08:05'), closesAt: at('2026-12-09T18:00') },
    ...{ isPublic: true, publicRound: 1, state: 'running', post: postId.parse('example-feedback-card') },
    ...{ createdBy: person, createdAt: at('2026-11-20T08:00'), reminded: [] },
    ...of,
  });
}

export const asked = (of: Partial<Question> & Pick<Question, 'id' | 'type' | 'label'>): Question =>
  question.parse({ isRequired: false, options: [], allowsOther: false, isWish: false, ...of });
const optionsOf = (...labels: readonly string[]) => labels.map((fi, n) => ({ id: `o${n + 1}`, label: { fi } }));

const topics = asked({
  ...{ id: 'q1', type: 'choices', label: { fi: 'Mistä aiheista haluaisit keskustella?' }, allowsOther: true },
  options: optionsOf('Koulukuljetukset', 'Kutsuliikenne haja-asutusalueella', 'Tilastot'),
  isRequired: true,
});
const place = asked({
  ...{ id: 'q2', type: 'choice', label: { fi: 'Miten osallistut?' }, hint: { fi: 'Voit muuttaa tätä myöhemmin.' } },
  options: optionsOf('Paikan päällä', 'Etänä'),
});
const need = asked({
  ...{ id: 'q3', type: 'scale', label: { fi: 'Kuinka paljon tarvitset tukea tilastoihin?' } },
  scale: { from: 0, to: 10, low: { fi: 'en lainkaan' }, high: { fi: 'hyvin paljon' } },
  section: { fi: 'Tuen tarve' },
});
const trips = asked({
  ...{ id: 'q4', type: 'number', label: { fi: 'Montako matkaa kunnassasi tehdään päivässä?' } },
  number: { least: 0, unit: { fi: 'matkaa' } },
});
const free = asked({ id: 'q5', type: 'text', label: { fi: 'Mitä muuta haluaisit sanoa?' } });

export const advance = exampleFeedback({
  ...{
    id: activityId.parse('survey'),
    type: 'survey',
    title: { fi: 'Liikennepäivän aiheet', sv: 'Trafikdagens ämnen' },
  },
  ...{ questions: [topics, place, need, trips, free], closesAt: at('2026-12-03T14:00') },
  description: { fi: 'Suunnittelemme päivän ohjelman vastausten pohjalta.' },
  purpose: { fi: 'Kolmesta toivotuimmasta aiheesta pidetään alustus.' },
});
const { event: _none, ...apart } = advance;
const named = survey.parse({ ...apart, secrecy: 'named', showResults: 'coordinators' });
const long = survey.parse({
  ...{ ...apart, questions: Array.from({ length: 20 }, (_, n) => ({ ...free, id: `q${n + 1}` })) },
  ...{ series: { id: activityId.parse('survey'), number: 3, of: 8 } },
});
const ofGroup = survey.parse({ ...apart, group: 'core' });
const scheduled = survey.parse({ ...apart, opensAt: at('2026-11-30T06:00'), postsAt: at('2026-11-30T06:00') });
const counting = exampleFeedback({ closesAt: now });
const undone = exampleFeedback({ state: 'undone' });
const undoneSurvey = survey.parse({ ...apart, state: 'undone' });

const result = (of: Partial<SurveyResult> = {}): SurveyResult => ({
  ...{ answers: 12, absent: 2, entered: 0, open: 0, asked: 34, participants: [], countedAt: now },
  ...of,
});
export const closedFeedback = (of: Partial<SurveyResult> = {}): Survey =>
  exampleFeedback({ state: 'closed', closesAt: at('2026-11-26T09:00'), result: result(of) });
const closedAdvance = survey.parse({
  ...{ ...apart, state: 'closed', closesAt: at('2026-11-26T09:00'), result: result({ entered: 1 }) },
  breakdown: 'sizeClass',
});
const closedNamed = survey.parse({ ...closedAdvance, secrecy: 'named' });

// ── Figures ──

export const counts: Shown = {
  ...{ answers: 4, absent: 0, entered: 0, open: 0, asked: 34, state: 'waiting', missing: 1, questions: [] },
};
export const textOf = (words: string, of: Partial<PublishedText> = {}): PublishedText => ({
  ...{ id: 'a'.repeat(32), question: 'best', text: words, tags: [], isQuote: false, isHidden: false },
  ...of,
});
const QUOTE = 'Esimerkit pienistä kunnista olivat parasta.';
const HIDDEN = 'Kalle oli väsynyt.';
const [grade, best, improve] = feedbackQuestions(undefined) as [Question, Question, Question];
const figuresOf = (of: Question, more: Partial<QuestionFigures> = {}): QuestionFigures => ({
  ...{ question: of, n: 12, bars: [], left: 0, texts: [], moreTexts: 0, tags: [], breakdown: [] },
  ...more,
});
const gradeFigures = figuresOf(grade, {
  average: { sum: 54, n: 12 },
  bars: [0, 0, 1, 4, 7].map((n, index) => ({ key: String(index + 1), n })),
});
export const feedbackShown: Shown = {
  ...{ ...counts, answers: 14, absent: 2, state: 'shown', missing: 0, at: now },
  questions: [
    gradeFigures,
    figuresOf(best, {
      texts: [textOf(QUOTE, { isQuote: true }), textOf('Tahti.'), textOf(HIDDEN, { isQuote: true, isHidden: true })],
    }),
    figuresOf(improve, { n: 5, left: 2, texts: [textOf('Lisää taukoja.', { question: 'improve' })] }),
  ],
};
const one = { n: 3, average: { sum: 24, n: 3 }, bars: [] };
export const surveyShown: Shown = {
  ...{ ...feedbackShown, answers: 12, entered: 1, absent: 0 },
  questions: [
    figuresOf(topics, {
      bars: [
        { key: 'o1', n: 7 },
        { key: 'o2', n: 9 },
        { key: 'o3', n: 0 },
        { key: 'other', n: 2 },
      ],
    }),
    figuresOf(need, {
      average: { sum: 82, n: 12 },
      bars: Array.from({ length: 11 }, (_, n) => ({ key: String(n), n: n === 7 ? 12 : 0 })),
      breakdown: [
        { cell: { id: 'size1', size: { id: '1', to: 9999 } }, ...one },
        { cell: { id: 'size2', size: { id: '2', from: 10_000, to: 19_999 } }, ...one },
        { cell: { id: 'size3', size: { id: '3', from: 20_000 } }, ...one },
        { cell: { id: 'unknown' }, ...one },
      ],
    }),
    figuresOf(trips, {
      average: { sum: 14_500, n: 12 },
      bars: [
        { key: '0–1000', n: 5 },
        { key: '1000–2000', n: 7 },
      ],
    }),
    figuresOf(place, { n: 0, left: 3 }),
    figuresOf(free, { n: 0, texts: [] }),
  ],
};
const group = { fi: 'Ydinryhmä', sv: 'Kärngruppen', en: 'Core group' };
const prepared = { title: 'Pienten kuntien liikennepäivä', startsAt: at('2026-12-10T07:00') };

const letters = (n: number, word: string): string => word.repeat(Math.ceil(n / word.length)).slice(0, n);
const inTwo = (n: number, word: string) => ({ fi: letters(n, word), sv: letters(n, `${word}på svenska `) });
/** The longest that fits a card by the rules. */
export const largest = survey.parse({
  ...{ ...apart, group: 'core', title: inTwo(LONGEST_TITLE, 'Pitkä nimi ”åäö” – ') },
  description: inTwo(LONGEST_DESCRIPTION, 'Pitkä esittely ”åäö” – '),
  purpose: inTwo(LONGEST_DESCRIPTION, 'Pitkä tarkoitus ”åäö” – '),
  questions: [
    ...Array.from({ length: 3 }, (_, n) => ({
      ...{ ...topics, id: `q${n + 1}`, label: inTwo(LONGEST_LABEL, `${n} pitkä kysymys ”åäö” – `) },
      options: Array.from({ length: 8 }, (_none, m) => ({
        id: `o${m + 1}`,
        label: inTwo(LONGEST_OPTION, `${m} pitkä vaihtoehto – `),
      })),
    })),
    ...Array.from({ length: 3 }, (_, n) => ({
      ...{ ...free, id: `q${n + 4}`, label: inTwo(LONGEST_LABEL, `${n} pitkä avoin – `) },
      ...{ hint: inTwo(LONGEST_LABEL, 'Pitkä ohje – '), section: inTwo(LONGEST_LABEL, 'Pitkä otsikko – ') },
    })),
  ],
});
const longest = survey.parse({
  ...{ ...largest, state: 'closed', closesAt: at('2026-11-26T09:00'), result: result() },
  questions: Array.from({ length: MOST_QUESTIONS }, (_, n) => ({ ...largest.questions[0], id: `q${n + 1}` })),
});
const longestShown: Shown = {
  ...surveyShown,
  questions: longest.questions.map((of) =>
    figuresOf(of, {
      ...{ bars: of.options.map(({ id }) => ({ key: id, n: 3 })), left: 2 },
      texts: Array.from({ length: 9 }, () =>
        textOf(letters(LONGEST_ANSWER, 'Pitkä vastaus ”åäö” – '), { isQuote: true }),
      ),
    }),
  ),
};
/** Three bytes a letter, and the most letters that come back when they were too many. */
export const largestTyped: Record<string, string> = Object.fromEntries(
  largest.questions.flatMap(({ id, type }) =>
    type === 'text'
      ? [[id, letters(LONGEST_ANSWER + 5000, '統計')]]
      : [
          [id, 'o1,other'],
          [`${id}-other`, letters(LONGEST_OTHER + 500, '統計')],
        ],
  ),
);
const injected = exampleFeedback({
  title: { fi: `Nimi ${INJECTION}`.slice(0, LONGEST_TITLE) },
  ...{ description: { fi: `# Otsikko\n- lista\n1. luku\n> lainaus\n${INJECTION}` }, purpose: { fi: INJECTION } },
  questions: [
    { ...grade, label: { fi: INJECTION }, hint: { fi: INJECTION }, section: { fi: INJECTION } },
    { ...topics, label: { fi: INJECTION }, options: optionsOf('a', INJECTION.slice(0, LONGEST_OPTION)) },
    { ...need, scale: { from: 1, to: 3, low: { fi: INJECTION.slice(0, 60) }, high: { fi: 'b' } } },
    { ...trips, number: { unit: { fi: INJECTION.slice(0, 60) } } },
  ],
});
const injectedShown: Shown = {
  ...feedbackShown,
  group: { fi: INJECTION },
  questions: [
    figuresOf(injected.questions[1] ?? grade, {
      bars: [{ key: 'o2', n: 12 }],
      texts: [textOf(INJECTION, { isQuote: true })],
    }),
  ],
};

// ── One's own ──

export const ownNone: OwnAnswer = { hasDraft: false, typed: {} };
const sentAt = at('2026-11-26T09:41');
export const ownSent: OwnAnswer = {
  ...{ hasDraft: false, typed: { grade: '5', best: 'Esimerkit.' } },
  sent: { at: sentAt, answers: { grade: { number: 5 }, best: { text: 'Esimerkit.' } }, isAbsent: false },
};
export const ownAbsent: OwnAnswer = {
  ...{ hasDraft: false, typed: { absent: 'Tallenne.' } },
  sent: { at: sentAt, answers: { absent: { text: 'Tallenne.' } }, isAbsent: true },
};
const drafted: OwnAnswer = { hasDraft: true, typed: { grade: '4' } };
const sentAndDrafted: OwnAnswer = { ...ownSent, hasDraft: true };
const ownNamed: OwnAnswer = {
  ...ownNone,
  sent: {
    ...{ at: sentAt, isAbsent: false },
    answers: { q1: { choices: ['o1'], text: 'Pysäkit' }, q3: { number: 7 }, q5: { text: 'Kiitos.' } },
  },
};
const browser = 'https://bot.example.org/p/token/surveys/example';
const beside: Element = {
  type: 'Container',
  separator: true,
  items: [{ type: 'TextBlock', text: 'Edustatko kuntaa Pietarsaari?', wrap: true }],
};
const wrongTyped = { grade: '9', best: letters(LONGEST_ANSWER + 10, 'Pitkä. '), improve: 'Lyhyempi.' };

// ── The desk ──

export const emptyForm = typedSurvey.parse({});
export const fullForm = typedSurvey.parse({
  ...{ title: 'Liikennepäivän aiheet', description: 'Suunnittelemme päivää.', purpose: 'Ohjelmaan.' },
  ...{ questions: 'Mistä puhutaan? * | Tilastot | Kutsuliikenne | …\nMuuta?', secrecy: 'named', step: '7' },
  ...{ showResults: 'coordinators', breakdown: 'area', group: 'core', event: 'event-1' },
  ...{ opensOn: '2026-11-30', opensAtTime: '08:00', closesOn: '2026-12-07', closesAtTime: '16:00' },
});
export const groups = [{ id: 'core', name: 'Ydinryhmä' }];
export const events = [{ id: 'event-1', ...prepared }];
const parts = ['2026-11-26T06:00', '2026-11-30T06:00', '2026-12-03T06:00'].map((time, index) =>
  survey.parse({
    ...{ ...long, opensAt: at(time), postsAt: at(time), closesAt: at('2026-12-10T14:00') },
    series: { id: activityId.parse('survey'), number: index + 1, of: 3 },
    ...(index === 2 ? { remindsAt: at('2026-12-08T07:00') } : {}),
  }),
);
const CHANNEL_TEXT = 'Muistutus: kyselyyn ”Liikennepäivän aiheet” voi vastata torstaihin asti.';
const reach = { notAnswered: 30, direct: 12, mail: 15, byChannel: 3, channelText: CHANNEL_TEXT };

/** Every card of surveys in every state that looks different. */
export const surveyExamples: readonly Example[] = (
  [
    ['feedback', (f) => surveyCard(exampleFeedback(), counts, f)],
    ['feedback-first', (f) => surveyCard(exampleFeedback(), { ...counts, answers: 0, missing: 5 }, f)],
    ['feedback-shown', (f) => surveyCard(exampleFeedback(), feedbackShown, f)],
    ['feedback-counting', (f) => surveyCard(counting, counts, f)],
    ['feedback-closed', (f) => surveyCard(closedFeedback(), feedbackShown, f)],
    ['feedback-too-few', (f) => surveyCard(closedFeedback({ answers: 4 }), { ...counts, state: 'tooFew' }, f)],
    ['feedback-none', (f) => surveyCard(closedFeedback({ answers: 0 }), { ...counts, answers: 0, state: 'none' }, f)],
    ['feedback-lost', (f) => surveyCard(closedFeedback({ isLost: true }), { ...counts, state: 'lost' }, f)],
    ['feedback-undone', (f) => surveyCard(undone, counts, f)],
    ['feedback-injected', (f) => surveyCard(injected, injectedShown, f)],
    ['survey-short', (f) => surveyCard(advance, { ...counts, event: prepared }, f)],
    ['survey-named', (f) => surveyCard(named, { ...counts, state: 'hidden', missing: 0 }, f)],
    ['survey-named-first', (f) => surveyCard(named, { ...counts, answers: 0 }, f)],
    ['survey-hidden-first', (f) => surveyCard(named, { ...counts, answers: 0, state: 'hidden' }, f)],
    ['survey-long', (f) => surveyCard(long, { ...counts, answers: 0, missing: 5 }, f)],
    ['survey-for-group', (f) => surveyCard(ofGroup, { ...counts, group }, f)],
    ['survey-scheduled', (f) => surveyCard(scheduled, counts, f)],
    ['survey-closed', (f) => surveyCard(closedAdvance, surveyShown, f)],
    ['survey-undone', (f) => surveyCard(undoneSurvey, counts, f)],
    ['survey-largest', (f) => surveyCard(largest, { ...surveyShown, group }, f)],
    ['survey-longest-closed', (f) => surveyCard(longest, longestShown, f)],
    ['survey-results', (f) => resultsCard(closedFeedback(), feedbackShown, f)],
    ['survey-results-open', (f) => resultsCard(exampleFeedback(), feedbackShown, f)],
    ['survey-results-longest', (f) => resultsCard(longest, longestShown, f)],
    ['own-survey-none', (f) => ownSurveyCard(exampleFeedback(), counts, ownNone, f)],
    ['own-survey-first', (f) => ownSurveyCard(exampleFeedback(), counts, ownSent, { ...f, browser, outcome: 'first' })],
    [
      'own-survey-changed',
      (f) => ownSurveyCard(exampleFeedback(), counts, ownSent, { ...f, browser, outcome: 'changed', aside: [beside] }),
    ],
    ['own-survey-repeated', (f) => ownSurveyCard(exampleFeedback(), feedbackShown, ownSent, { ...f, browser })],
    ['own-survey-withdrawn', (f) => ownSurveyCard(exampleFeedback(), counts, ownNone, { ...f, outcome: 'withdrawn' })],
    ['own-survey-drafted', (f) => ownSurveyCard(exampleFeedback(), counts, drafted, { ...f, browser })],
    ['own-survey-sent-drafted', (f) => ownSurveyCard(exampleFeedback(), counts, sentAndDrafted, { ...f, browser })],
    [
      'own-survey-absent-form',
      (f) =>
        ownSurveyCard(exampleFeedback(), counts, ownNone, {
          ...{ ...f, as: 'absent' as const, absentQuestion: absentQuestion(undefined) },
        }),
    ],
    ['own-survey-absent', (f) => ownSurveyCard(exampleFeedback(), counts, ownAbsent, { ...f, outcome: 'first' })],
    ['own-survey-was-absent', (f) => ownSurveyCard(exampleFeedback(), counts, ownAbsent, f)],
    [
      'own-survey-present',
      (f) => ownSurveyCard(exampleFeedback(), counts, ownAbsent, { ...f, as: 'present' as const }),
    ],
    [
      'own-survey-refused',
      (f) =>
        ownSurveyCard(exampleFeedback(), counts, ownNone, {
          ...{ ...f, typed: wrongTyped, refusal: f.t(text.badGrade, { from: 1, to: 5 }) },
          problems: [
            { field: 'grade', message: f.t(text.badGrade, { from: 1, to: 5 }) },
            { field: 'best', message: f.t(text.longAnswer, { most: LONGEST_ANSWER, n: LONGEST_ANSWER + 10 }) },
            { field: 'unknown', message: f.t(text.unknownChoice) },
          ],
        }),
    ],
    [
      'own-survey-hindered',
      (f) => ownSurveyCard(exampleFeedback(), counts, ownNone, { ...f, hindrance: f.t(text.onlyParticipants) }),
    ],
    ['own-survey-closed', (f) => ownSurveyCard(closedFeedback(), feedbackShown, ownNone, f)],
    ['own-survey-closed-named', (f) => ownSurveyCard(closedNamed, surveyShown, ownNamed, f)],
    ['own-survey-closed-named-none', (f) => ownSurveyCard(closedNamed, surveyShown, ownNone, f)],
    [
      'own-survey-counting',
      (f) => ownSurveyCard(counting, counts, ownSent, { ...f, refusal: f.t(text.feedbackClosed) }),
    ],
    ['own-survey-undone', (f) => ownSurveyCard(undone, counts, ownNone, f)],
    ['own-survey-undone-survey', (f) => ownSurveyCard(undoneSurvey, counts, ownNone, f)],
    ['own-survey-long', (f) => ownSurveyCard(long, counts, drafted, { ...f, browser })],
    ['own-survey-short', (f) => ownSurveyCard(advance, { ...counts, event: prepared }, ownNone, { ...f, browser })],
    [
      'own-survey-told',
      (f) => ownSurveyCard(exampleFeedback(), counts, ownNone, { ...f, browser, told: f.t(cardText.reminder) }),
    ],
    [
      'own-survey-largest',
      (f) =>
        ownSurveyCard(largest, { ...counts, group }, ownSent, {
          ...{ ...f, browser, typed: largestTyped, refusal: f.t(text.unknownChoice) },
          problems: largest.questions.map(({ id }) => ({ field: id, message: f.t(text.unknownChoice) })),
        }),
    ],
    [
      'own-survey-injected',
      (f) =>
        ownSurveyCard(injected, injectedShown, ownNone, {
          ...f,
          refusal: INJECTION,
          typed: { q1: 'o2', 'q1-other': INJECTION },
        }),
    ],
    [
      'survey-list',
      (f) =>
        openSurveysCard(
          'survey',
          [
            { survey: advance, hasAnswered: false },
            { survey: long, hasAnswered: true },
          ],
          f,
        ),
    ],
    ['survey-list-none', (f) => openSurveysCard('survey', [], f)],
    [
      'feedback-list',
      (f) =>
        openSurveysCard('feedback', [{ survey: exampleFeedback(), hasAnswered: false }], f, [
          { survey: closedFeedback(), shown: feedbackShown },
          { survey: exampleFeedback(), shown: counts },
        ]),
    ],
    [
      'feedback-list-many',
      (f) =>
        openSurveysCard(
          'feedback',
          Array.from({ length: 20 }, () => ({ survey: largest, hasAnswered: false })),
          f,
        ),
    ],
    ['feedback-list-none', (f) => openSurveysCard('feedback', [], f)],
    ['survey-form', (f) => surveyFormCard(emptyForm, { ...f, form: 'f1' })],
    ['survey-form-full', (f) => surveyFormCard(fullForm, { ...f, form: 'f1', groups, events })],
    [
      'survey-form-problems',
      (f) =>
        surveyFormCard(
          { ...fullForm, closesOn: 'joskus' },
          {
            ...{ ...f, form: 'f1', groups, events },
            problems: [
              { field: 'questions.0.options', message: f.t(text.fewOptions, { least: 2 }) },
              { field: 'step', message: f.t(text.badStep, { least: 3, most: 50 }) },
              { field: 'closesOn', message: f.t(text.unreadableTime) },
            ],
          },
        ),
    ],
    [
      'survey-preview',
      (f) => surveyPreviewCard([advance], fullForm, 'f1', { ...f, shown: { ...counts, answers: 0, missing: 5 } }),
    ],
    [
      'survey-preview-feedback',
      (f) => surveyPreviewCard([exampleFeedback()], emptyForm, 'f1', { ...f, shown: counts, reader: f.t }),
    ],
    ['survey-preview-parts', (f) => surveyPreviewCard(parts, fullForm, 'f1', { ...f, shown: counts })],
    ['survey-preview-later', (f) => surveyPreviewCard([scheduled], fullForm, 'f1', { ...f, shown: counts })],
    ['survey-preview-largest', (f) => surveyPreviewCard([largest], emptyForm, 'f1', { ...f, shown: counts })],
    [
      'survey-manage',
      (f) =>
        manageSurveyCard(
          advance,
          counts,
          { close: true, undo: true, remind: true },
          { ...f, form: 'f2', post: 'sent', done: 'Valmis.' },
        ),
    ],
    [
      'survey-manage-closed',
      (f) => manageSurveyCard(closedFeedback(), feedbackShown, { postResults: true }, { ...f, form: 'f2' }),
    ],
    [
      'survey-manage-unknown',
      (f) => manageSurveyCard(advance, counts, {}, { ...f, form: 'f2', post: 'unknown', refusal: 'Ei käy.' }),
    ],
    ['survey-manage-failed', (f) => manageSurveyCard(advance, counts, {}, { ...f, form: 'f2', post: 'failed' })],
    ['survey-manage-waiting', (f) => manageSurveyCard(advance, counts, {}, { ...f, form: 'f2', post: 'waiting' })],
    ['survey-manage-removed', (f) => manageSurveyCard(advance, counts, {}, { ...f, form: 'f2', post: 'removed' })],
    [
      'survey-manage-longest',
      (f) => manageSurveyCard(longest, longestShown, { postResults: true }, { ...f, form: 'f2' }),
    ],
    ['survey-remind', (f) => reminderPreviewCard(advance, reach, 'f3', f)],
    ['survey-remind-nobody', (f) => reminderPreviewCard(advance, { ...reach, notAnswered: 0 }, 'f3', f)],
  ] satisfies [string, (frame: Frame & Partial<OwnFrame>) => Card][]
).map(([name, draw]) => ({
  name,
  draw: (t) => draw({ now, zone: ZONE, t, link: 'https://teams.microsoft.com/l/entity/app/surveys' }),
}));

/** What people wrote in the examples, as cards print it, longest first: the pseudo-locale's test sets it aside. */
export function userTexts(): string[] {
  const words = (of: object | undefined): string[] =>
    Object.values(of ?? {}).flatMap((one) => (typeof one === 'string' ? one.split('\n') : []));
  const all = [advance, largest, longest, injected, exampleFeedback(), long];
  const written = all.flatMap((of) => [
    ...[of.title, of.description, of.purpose].flatMap(words),
    ...of.questions.flatMap((one) => [
      ...[one.label, one.hint, one.section, one.scale?.low, one.scale?.high, one.number?.unit].flatMap(words),
      ...one.options.flatMap(({ label }) => words(label)),
    ]),
  ]);
  const told = [QUOTE, 'Esimerkit.', 'Tallenne.', 'Kiitos.', 'Pysäkit', 'Valmis.', 'Ei käy.', CHANNEL_TEXT];
  const others = [...Object.values(group), prepared.title, 'Edustatko kuntaa Pietarsaari?', INJECTION];
  const typed = [letters(LONGEST_ANSWER, 'Pitkä vastaus ”åäö” – '), ...told, ...others];
  const absent = Object.values(absentQuestion(undefined).label).flatMap((one) => one ?? []);
  const printed = [...written, ...typed, ...absent].flatMap((of) => [of, ...clipped(of)]).map(plain);
  return printed.filter((of) => /\p{L}/u.test(of)).sort((a, b) => b.length - a.length);
}

/** Where cards cut long texts, in letters. */
const CUTS = [24, 50, 60, 80, 100, 150, 200, 300, 500, 800];
const clipped = (of: string): string[] =>
  CUTS.filter((cut) => [...of].length > cut).map((cut) => `${[...of].slice(0, cut - 1).join('')}…`);
