/** Every card of questions in every language: sound, within its limits, and nothing in it but our own words and escaped user text. */
import { describe, expect, test } from '@jest/globals';
import type { Card } from '../../bot/core/card.ts';
import { translator } from '../../bot/core/text.ts';
import * as cards from '../../bot/features/questions/cards.ts';
import { EMPTY_DRAFT } from '../../bot/features/questions/question.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import { languages, outsideTable } from './pseudo.ts';
import { answers, HOSTILE, question, questionExamples, userTexts } from './questions-examples.ts';

const actions = actionsOf(cards);
const fi = translator('fi');
const read = (drawn: Card): string => textsOf(drawn).join('\n').replaceAll('\u00a0', ' ').replaceAll('\u200c', '');
const buttonsOf = (drawn: Card) =>
  nodesOf(drawn).flatMap(({ node, path }) =>
    String(node.type).startsWith('Action.') && !path.includes('.fallback') && !path.includes('.selectAction')
      ? [node]
      : [],
  );

describe.each(questionExamples)('the card “$name”', ({ name, draw }) => {
  test.each(Object.entries(languages))('is sound in %s', (_language, t) => {
    expect(faultsOf(draw(t), actions)).toEqual([]);
  });

  if (!name.includes('largest'))
    test('says nothing that is not in the table of texts', () => {
      const known = userTexts();
      const strays = textsOf(draw(languages.pseudo))
        .map(outsideTable)
        .map((text) => known.reduce((rest, one) => rest.replaceAll(one, ''), text))
        .filter((rest) => /\p{L}/u.test(rest));
      expect(strays).toEqual([]);
    });
});

test('every action has a button on some card', () => {
  const used = new Set(questionExamples.flatMap(({ draw }) => nodesOf(draw(fi)).map(({ node }) => node.verb)));
  expect(actions.map((one) => one.verb).filter((verb) => !used.has(verb))).toEqual([]);
});

describe('the card in the channel', () => {
  test('says who asks, by when and about what, and takes an answer where it stands', () => {
    const drawn = cards.questionCard(question(), fi);
    for (const words of [
      'Aino Virtanen (Uusikaupunki) kysyy',
      'to 3.12.2026',
      'Aihe: koulukuljetukset',
      'Ei vielä vastauksia',
    ])
      expect(read(drawn)).toContain(words);
    expect(buttonsOf(drawn).map(({ title }) => title)).toEqual(['Vastaa', 'Avaa', 'Lähetä vastaus']);
  });

  test('without a name says nothing of who or where', () => {
    const { asker: _, ...nobody } = question();
    const drawn = cards.questionCard(nobody, fi);
    expect(read(drawn)).toContain('Jäsen kysyy');
    expect(read(drawn)).not.toMatch(/Aino|Uusikaupunki/);
  });

  test('has the newest answers first and tells how many more there are', () => {
    const many = [...answers, ...answers].map((one, n) => ({ ...one, text: `${n}. ${one.text}` }));
    const said = read(cards.questionCard(question({ answers: many }), fi));
    expect(said.indexOf('3. ')).toBeLessThan(said.indexOf('2. '));
    expect(said).toContain('ja 1 aiempi vastaus');
  });

  test('stays harmless whatever people wrote', () => {
    const drawn = JSON.stringify(cards.questionCard(question({ text: HOSTILE, details: HOSTILE }), fi));
    expect(drawn).not.toMatch(/\]\(|\*\*|<at>|\{\{DATE/);
  });
});

describe('the form', () => {
  test('says before sending who will see the question and the name', () => {
    const said = read(cards.formCard(EMPTY_DRAFT, { t: fi, form: 'f' }));
    for (const words of [
      'kukaan muu ei näe kysymystä',
      'kaikki jäsenet näkevät',
      'Koordinaattorit näkevät, kuka kysyi',
    ])
      expect(said).toContain(words);
  });

  test('comes back with what is wrong at each field', () => {
    const drawn = cards.formCard(EMPTY_DRAFT, {
      ...{ t: fi, form: 'f' },
      problems: [{ field: 'dueOn', message: 'Päivä on jo mennyt.' }],
    });
    expect(read(drawn)).toContain('Päivä on jo mennyt.');
  });
});

test('who decides whether all may see a question has three buttons for it', () => {
  const drawn = cards.toldCard(question({ to: 'coordinator' }), ['Saako?'], { t: fi, mayConsent: true });
  expect(buttonsOf(drawn).flatMap(({ data }) => (data as { says?: string } | undefined)?.says ?? [])).toEqual([
    ...['yes', 'unnamed', 'no'],
  ]);
});
