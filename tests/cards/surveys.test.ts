/** Every card of surveys in every language: sound, within its limits, and nothing in it but our own words and escaped user text. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LARGEST_CARD, sizeOf } from '../../bot/cards/kit.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { translator } from '../../bot/core/text.ts';
import { LONGEST_ANSWER } from '../../bot/features/surveys/answers.ts';
import * as cards from '../../bot/features/surveys/cards.ts';
import * as deskCards from '../../bot/features/surveys/desk-cards.ts';
import { fitsCard } from '../../bot/features/surveys/survey.ts';
import { typedSurvey } from '../../bot/features/surveys/typed-survey.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import { INJECTION, now } from './examples.ts';
import { languages, outsideTable } from './pseudo.ts';
import {
  advance,
  asked,
  closedFeedback,
  counts,
  events,
  exampleFeedback,
  feedbackShown,
  fullForm,
  groups,
  largest,
  ownAbsent,
  ownNone,
  ownSent,
  surveyExamples,
  textOf,
  userTexts,
  ZONE,
} from './surveys-examples.ts';

const actions = actionsOf(cards);
const fi = translator('fi');
const frame = { now, zone: ZONE, t: fi, link: 'https://example.org/tab' };
const read = (drawn: ReturnType<typeof cards.surveyCard>): string =>
  textsOf(drawn).join('\n').replaceAll('\u00a0', ' ');
const verbsOf = (drawn: object) => nodesOf(drawn).flatMap(({ node }) => (node.verb ? [node.verb] : []));
const inputsOf = (drawn: object) =>
  nodesOf(drawn).flatMap(({ node, path }) =>
    String(node.type).startsWith('Input.') && !path.includes('.fallback') ? [node] : [],
  );

describe.each(surveyExamples)('the card “$name”', ({ draw }) => {
  test.each(Object.entries(languages))('is sound in %s', (_language, t) => {
    expect(faultsOf(draw(t), actions)).toEqual([]);
  });

  test('says nothing that is not in the table of texts', () => {
    const known = userTexts();
    const strays = textsOf(draw(languages.pseudo))
      .map(outsideTable)
      .map((text) => known.reduce((rest, one) => rest.replaceAll(one, ''), text))
      .filter((rest) => /\p{L}/u.test(rest));
    expect(strays).toEqual([]);
  });
});

test('every verb is unique and every action has a button on some card', () => {
  const verbs = actions.map((one) => one.verb);
  expect(new Set(verbs).size).toBe(verbs.length);
  const used = new Set(surveyExamples.flatMap(({ draw }) => nodesOf(draw(fi)).map(({ node }) => node.verb)));
  expect(verbs.filter((verb) => !used.has(verb))).toEqual([]);
});

test('no card grows over its limit, whatever is typed', () => {
  const words = fc
    .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }), fc.nat({ max: LONGEST_ANSWER }))
    .map(([some, n]) => some.repeat(n));
  fc.assert(
    fc.property(words, words, words, (a, b, c) => {
      const typed = Object.fromEntries(largest.questions.map(({ id }, n) => [id, [a, b, c][n % 3] ?? '']));
      expect(fitsCard(largest)).toBe(true);
      const drawn = cards.ownSurveyCard(largest, counts, ownSent, {
        ...{ ...frame, t: languages['fi+sv'], typed, refusal: a.slice(0, 200) },
      });
      expect(sizeOf(drawn)).toBeLessThanOrEqual(LARGEST_CARD);
    }),
    { numRuns: 30 },
  );
});

describe('the shared card', () => {
  test('asks the three questions by their ids, the grade by stars with radio buttons for clients without them', () => {
    const drawn = cards.surveyCard(exampleFeedback(), counts, frame);
    expect(inputsOf(drawn).map(({ id, type }) => [id, type])).toEqual([
      ['grade', 'Input.Rating'],
      ['best', 'Input.Text'],
      ['improve', 'Input.Text'],
    ]);
    const fallback = inputsOf(drawn)[0]?.fallback as { type: string; id: string; choices: { value: string }[] };
    expect([fallback.type, fallback.id, fallback.choices.map(({ value }) => value)]).toEqual([
      'Input.ChoiceSet',
      'grade',
      ['5', '4', '3', '2', '1'],
    ]);
  });

  test('says before anyone answers who can link an answer to them, and until when', () => {
    const said = read(cards.surveyCard(exampleFeedback(), counts, frame));
    expect(said).toContain('Ennen sulkemista vain palvelin pystyy yhdistämään vastauksen sinuun');
    expect(said).toContain('Sulkemisen jälkeen sitä ei pysty yhdistämään sinuun kukaan.');
    const named = { ...advance, secrecy: 'named' as const };
    expect(read(cards.surveyCard(named, counts, frame))).toContain('koordinaattorit näkevät nimesi ja vastauksesi');
  });

  test('counts up to the first step, then shows the average with its number of answers', () => {
    expect(read(cards.surveyCard(exampleFeedback(), counts, frame))).toContain(
      '4/5 vastausta. Tulokset näkyvät, kun vielä 1 vastaa.',
    );
    const shown = cards.surveyCard(exampleFeedback(), feedbackShown, frame);
    expect(read(shown)).toContain('14 vastausta, kysytty 34 ihmiseltä.');
    expect(read(shown)).toContain('4,5/5 (12 vastausta)');
    const sv = cards.surveyCard(exampleFeedback(), feedbackShown, { ...frame, t: languages.sv });
    expect(read(sv)).toContain('4,5/5 (12 svar)');
    const en = cards.surveyCard(exampleFeedback(), feedbackShown, { ...frame, t: languages.en });
    expect(read(en)).toContain('4.5/5 (12 answers)');
  });

  test('writes a whole average with its decimal', () => {
    expect(cards.gradeLine({ sum: 40, n: 10 }, fi)).toBe('4,0/5 (10 vastausta)');
  });

  test('shows at closing averages, bars and chosen quotes, what is not in them, and no hidden text', () => {
    const drawn = cards.surveyCard(closedFeedback(), feedbackShown, frame);
    const said = read(drawn);
    expect(said).toContain('”Esimerkit pienistä kunnista olivat parasta.”');
    expect(said).toContain('2 vastausta ei ole mukana');
    expect(said).toContain('2 kertoi, ettei ollut paikalla.');
    expect(JSON.stringify(drawn)).not.toContain('väsynyt');
    expect(JSON.stringify(drawn)).not.toContain('Tahti');
    expect(JSON.stringify(drawn)).toContain('██');
    expect(verbsOf(drawn)).not.toContain('surveys.answer');
    expect(inputsOf(drawn)).toEqual([]);
  });

  test.each([
    ['tooFew', 'Niitä on liian vähän, jotta tulokset voisi näyttää.'],
    ['none', 'Vastauksia ei tullut.'],
    ['lost', 'Vastauksia ei voitu avata'],
    ['hidden', 'Tulokset näkyvät vain koordinaattoreille.'],
  ] as const)('says at closing why there are no results: %s', (state, words) => {
    expect(read(cards.surveyCard(closedFeedback(), { ...counts, state }, frame))).toContain(words);
  });

  test('leads to the tab and the browser when it is too long, and tells how long it takes', () => {
    const questions = Array.from({ length: 20 }, (_, n) =>
      asked({ id: `q${n + 1}`, type: 'text', label: { fi: `Kysymys ${n}` } }),
    );
    const long = { ...advance, questions, series: { id: advance.id, number: 3, of: 8 } };
    const drawn = cards.surveyCard(long, counts, frame);
    expect(inputsOf(drawn)).toEqual([]);
    expect(read(drawn)).toContain('osa 3/8');
    expect(read(drawn)).toContain('20 kysymystä, noin 14 minuuttia.');
    expect(read(drawn)).toContain('Vastaa selaimessa');
    expect(verbsOf(drawn)).toEqual(['surveys.mine']);
  });

  test('takes no more texts than come back whole when they are refused', () => {
    const texts = (n: number) =>
      Array.from({ length: n }, (_, at) => asked({ id: `q${at + 1}`, type: 'text', label: { fi: 'Mitä?' } }));
    expect(fitsCard({ questions: texts(3) })).toBe(true);
    expect(fitsCard({ questions: texts(4) })).toBe(false);
  });

  test('never shows a person’s answer, whatever is stored', () => {
    const drawn = cards.surveyCard(
      exampleFeedback(),
      { ...feedbackShown, own: ownSent } as typeof feedbackShown,
      frame,
    );
    expect(inputsOf(drawn).map(({ value }) => value)).toEqual([undefined, undefined, undefined]);
  });
});

describe('one’s own view', () => {
  const drawn = (own = ownNone, more: Partial<cards.OwnFrame> = {}, of = exampleFeedback()) =>
    cards.ownSurveyCard(of, counts, own, { ...frame, ...more });
  const valuesOf = (card: object) => Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]));

  test('thanks, and shows what was answered in its inputs while it can be changed', () => {
    const card = drawn(ownSent, { outcome: 'first' });
    expect(read(card)).toContain('✓ Kiitos, vastauksesi on tallessa.');
    expect(valuesOf(card)).toEqual({ grade: 5, best: 'Esimerkit.', improve: undefined });
    expect(verbsOf(card)).toContain('surveys.withdraw');
    expect(verbsOf(drawn())).not.toContain('surveys.withdraw');
  });

  test('says of a redelivery how things stand, without thanking again', () => {
    expect(read(drawn(ownSent, { outcome: 'repeated' }))).toContain('Olet vastannut.');
    expect(read(drawn(ownSent, { outcome: 'repeated' }))).not.toContain('✓');
  });

  test('keeps everything that was typed when it was refused, with what is wrong at each question', () => {
    const best = 'x'.repeat(LONGEST_ANSWER + 1);
    const problems = [{ field: 'best', message: 'Vastaus on liian pitkä.' }];
    const card = drawn(ownNone, { typed: { grade: '4', best, improve: 'a*b' }, refusal: 'Ei käy.', problems });
    expect(valuesOf(card)).toEqual({ grade: 4, best, improve: 'a*b' });
    expect(textsOf(card).filter((one) => one.includes('Vastaus on liian pitkä.'))).toHaveLength(2);
    expect(sizeOf(card)).toBeLessThanOrEqual(LARGEST_CARD);
  });

  test('asks who was not there one question instead, and lets them change their mind', () => {
    const card = drawn(ownNone, { as: 'absent' });
    expect(inputsOf(card).map(({ id }) => id)).toEqual(['absent']);
    expect(verbsOf(card)).toContain('surveys.absent');
    expect(inputsOf(drawn(ownAbsent)).map(({ id, value }) => [id, value])).toEqual([['absent', 'Tallenne.']]);
    expect(inputsOf(drawn(ownAbsent, { as: 'present' })).map(({ id }) => id)).toEqual(['grade', 'best', 'improve']);
  });

  test('a survey that is no feedback asks nobody whether they were there', () => {
    expect(read(drawn(ownNone, { as: 'absent' }, advance))).not.toContain('En ollut paikalla');
    expect(inputsOf(drawn(ownNone, { as: 'absent' }, advance)).map(({ id }) => id)).not.toContain('absent');
  });

  test('after closing shows nobody their anonymous answer, and says why', () => {
    const card = drawn(ownNone, {}, closedFeedback());
    expect(read(card)).toContain('Vastaukset on irrotettu vastaajista');
    expect(inputsOf(card)).toEqual([]);
  });

  test('who may not answer reads why, and is asked nothing', () => {
    const card = drawn(ownNone, { hindrance: 'Palautetta voivat antaa ne, joille tilaisuus oli.' });
    expect(read(card)).toContain('Palautetta voivat antaa ne');
    expect(inputsOf(card)).toEqual([]);
  });

  test('shows again a choice that is there, and complains of one that is not without offering it', () => {
    expect(valuesOf(drawn(ownNone, { typed: { grade: '9' } })).grade).toBeUndefined();
  });

  test('what is asked beside the answer gives way when the card would grow too big', () => {
    const aside = [{ type: 'TextBlock', text: 'x'.repeat(LARGEST_CARD), wrap: true }];
    expect(sizeOf(drawn(ownSent, { aside }))).toBeLessThanOrEqual(LARGEST_CARD);
  });
});

describe('what a card sends', () => {
  test('is read by the ids of the questions, whichever way the client writes it', () => {
    const sent = { survey: 's', grade: 4, best: 'Hyvä', q1: ['o1', 'o2'], 'q1-other': 'Oma', q2: { o: 1 }, x: 'y' };
    const questions = [...exampleFeedback().questions, ...advance.questions];
    expect(cards.typedIn(sent, questions)).toEqual({ grade: '4', best: 'Hyvä', q1: 'o1,o2', 'q1-other': 'Oma' });
  });

  test('holds nothing that its object inherits', () => {
    expect(cards.typedIn({}, [asked({ id: 'constructor', type: 'text', label: { fi: 'Mitä?' } })])).toEqual({});
  });
});

describe('forms', () => {
  const sent = (drawn: object) => Object.fromEntries(inputsOf(drawn).map(({ id, value }) => [String(id), value]));

  test('the form sends every field, as it was typed', () => {
    const drawn = deskCards.surveyFormCard(fullForm, { ...frame, form: 'f', groups, events });
    expect(typedSurvey.parse(sent(drawn))).toEqual(fullForm);
    expect(Object.keys(sent(drawn)).sort()).toEqual(Object.keys(fullForm).sort());
  });

  test('shows first what nine of ten need, and the rest when something there was set or is wrong', () => {
    const isOpen = (typed: object, problems: { field: string; message: string }[] = []) =>
      nodesOf(
        deskCards.surveyFormCard(typedSurvey.parse(typed), { ...frame, form: 'f', groups, events, problems }),
      ).find(({ node }) => node.id === 'moreSettings')?.node.isVisible;
    expect(isOpen({ title: 'X', questions: 'Mitä?', secrecy: 'anonymous', group: '-', event: '-' })).toBe(false);
    expect(isOpen({ secrecy: 'named' })).toBe(true);
    expect(isOpen({}, [{ field: 'parts.0.questions.1.label', message: 'Kirjoita.' }])).toBe(false);
    expect(isOpen({}, [{ field: 'step', message: 'Liikaa.' }])).toBe(true);
  });

  test('the preview carries the draft whole, demands nothing, and none of the survey’s buttons can be pressed', () => {
    const typed = typedSurvey.parse({ title: `Q ${INJECTION}`, questions: '# a\n<b>' });
    const drawn = deskCards.surveyPreviewCard([exampleFeedback()], typed, 'form-1', { ...frame, shown: counts });
    expect(typedSurvey.parse(sent(drawn))).toEqual(typed);
    expect(nodesOf(drawn).filter(({ node }) => node.isRequired)).toEqual([]);
    const pressable = nodesOf(drawn).filter(({ node }) => node.type === 'Action.Execute');
    expect(pressable.map(({ node }) => node.verb)).toEqual([cards.createSurvey.verb, cards.editDraft.verb]);
  });

  test.each([
    ['surveys.close', 'confirmClose'],
    ['surveys.undo', 'confirmUndo'],
  ])('%s is asked once more before it can be pressed', (verb, id) => {
    const can = { close: true, undo: true };
    const drawn = deskCards.manageSurveyCard(advance, counts, can, { ...frame, form: 'f' });
    const container = nodesOf(drawn).find(({ node }) => node.id === id)?.node;
    expect(container?.isVisible).toBe(false);
    expect(JSON.stringify(drawn).split(`"verb":"${verb}"`).length).toBe(
      JSON.stringify(container).split(`"verb":"${verb}"`).length,
    );
  });
});

describe('reminders', () => {
  test('say how many have answered and until when, and no name', () => {
    const said = cards.reminderText(exampleFeedback(), { answers: 4 }, frame).replaceAll('\u00a0', ' ');
    expect(said).toContain('4 on jo vastannut.');
    expect(said).toContain('keskiviikkona 9.12.2026 klo 20.00');
    expect(said).toContain('Vastaaminen vie noin 2 minuuttia.');
  });

  test('stay harmless whatever the title is', () => {
    const of = exampleFeedback({ title: { fi: '[x](https://example.org) *y*' } });
    expect(cards.reminderText(of, { answers: 0 }, frame)).not.toMatch(/\]\(|\*/);
  });

  test('are summed up by the title alone', () => {
    expect(cards.surveySummary(exampleFeedback(), fi)).toContain('Anna palautetta: Joukkoliikenteen tilastot');
    expect(cards.surveySummary(closedFeedback(), fi)).toContain('Tulokset: ');
  });
});

test('a question that is hidden from everyone is no quote on any card', () => {
  const hidden = textOf('Salattu', { isQuote: true, isHidden: true });
  const shown = { ...feedbackShown, questions: feedbackShown.questions.map((one) => ({ ...one, texts: [hidden] })) };
  for (const drawn of [
    cards.resultsCard(closedFeedback(), shown, frame),
    deskCards.manageSurveyCard(closedFeedback(), shown, {}, { ...frame, form: 'f' }),
  ])
    expect(JSON.stringify(drawn)).not.toContain('Salattu');
});

test('a survey ahead is previewed as on the day on which it opens', () => {
  const ahead = { ...advance, opensAt: toInstant('2026-11-30T06:00:00Z'), postsAt: toInstant('2026-11-30T06:00:00Z') };
  const drawn = deskCards.surveyPreviewCard([ahead], fullForm, 'f', { ...frame, shown: counts });
  expect(inputsOf(drawn).map(({ id }) => id)).toContain('q1');
});
