/** Every card of the register in every language: sound and within its limits. */
import { describe, expect, test } from '@jest/globals';
import { LARGEST_CARD, sizeOf } from '../../bot/cards/kit.ts';
import * as memberCards from '../../bot/features/members/cards.ts';
import * as deskCards from '../../bot/features/members/desk-cards.ts';
import { members } from '../../bot/features/members/feature.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import { memberExamples } from './members-examples.ts';
import { languages } from './pseudo.ts';

const actions = actionsOf(memberCards, deskCards);

describe.each(memberExamples)('the card “$name”', ({ draw }) => {
  test.each(Object.entries(languages))('is sound in %s', (_language, t) => {
    expect(faultsOf(draw(t), actions)).toEqual([]);
  });
});

test('every action has a button on some card, and a handler', () => {
  const used = new Set(memberExamples.flatMap(({ draw }) => nodesOf(draw(languages.fi)).map(({ node }) => node.verb)));
  expect(actions.map(({ verb }) => verb).filter((verb) => !used.has(verb))).toEqual([]);
  expect(members.handlers.map(({ verb }) => verb).sort()).toEqual(actions.map(({ verb }) => verb).sort());
});

test('names and words with marks in them mention and link nobody', () => {
  for (const { draw } of memberExamples) {
    for (const text of textsOf(draw(languages.fi))) expect(text).not.toMatch(/<at>|\]\(https:|\*\*/);
  }
});

test('all municipalities of the country fit in one list; what does not fit becomes a search', () => {
  const listed = (name: string) => {
    const drawn = memberExamples.find((one) => one.name === name)?.draw(languages['fi+sv']);
    if (!drawn) throw new Error(`There is no card ${name}.`);
    expect(sizeOf(drawn)).toBeLessThanOrEqual(LARGEST_CARD);
    return nodesOf(drawn).flatMap(({ node }) => (Array.isArray(node.choices) ? node.choices : [])).length;
  };
  expect([listed('choose'), listed('choose-many')]).toEqual([308, 0]);
});

test('the question under a card is in the reader’s own words', () => {
  const said = (language: 'fi' | 'sv' | 'en', isMunicipality: boolean) =>
    textsOf({
      ...{ type: 'AdaptiveCard', version: '1.5' },
      body: memberCards.question(
        { id: 'fi-598', label: 'Pietarsaari / Jakobstad', isMunicipality },
        languages[language],
      ),
    });
  expect(said('fi', true)).toEqual(
    expect.arrayContaining([
      'Edustatko kuntaa Pietarsaari / Jakobstad?',
      'Kyllä',
      'Jokin muu…',
      'En edusta organisaatiota',
    ]),
  );
  expect(said('fi', false)).toContain('Edustatko organisaatiota Pietarsaari / Jakobstad?');
  expect(said('sv', true)).toContain('Företräder du kommunen Pietarsaari / Jakobstad?');
  expect(said('en', true)).toContain('Do you represent Pietarsaari / Jakobstad?');
});
