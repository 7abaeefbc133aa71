/** The card of a bulletin in every language: sound, within its limits, and nothing in it but our own words and escaped user text. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LARGEST_CARD, sizeOf } from '../../bot/cards/kit.ts';
import type { Card } from '../../bot/core/card.ts';
import { translator } from '../../bot/core/text.ts';
import { LONGEST_TEXT } from '../../bot/features/bulletins/bulletin.ts';
import * as cards from '../../bot/features/bulletins/cards.ts';
import { bulletin, bulletinExamples, corrected, frameOf, largest, pictured, userTexts } from './bulletins-examples.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import { languages, outsideTable } from './pseudo.ts';

const fi = translator('fi');
const read = (drawn: Card): string => textsOf(drawn).join('\n').replaceAll('\u00a0', ' ');
const buttonsOf = (drawn: Card): unknown[][] =>
  nodesOf(drawn).flatMap(({ node }) => (node.type === 'Action.OpenUrl' ? [[node.title, node.url]] : []));

describe.each(bulletinExamples)('the card “$name”', ({ name, draw }) => {
  test.each(Object.entries(languages))('is sound in %s', (_language, t) => {
    expect(faultsOf(draw(t), actionsOf(cards))).toEqual([]);
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

test('shows the text whole, and leads by buttons to its link, to addresses in the text and to the tab', () => {
  const drawn = cards.bulletinCard(pictured, frameOf(fi, pictured));
  expect(read(drawn)).toContain('Ilmoittaudu viimeistään 20.2.');
  expect(buttonsOf(drawn)).toEqual([
    ['Ilmoittaudu', 'https://kunta.example/ilmoittautuminen'],
    ['kunta.example', 'https://kunta.example/ohjelma'],
    ['Avaa välilehdessä', expect.stringContaining('context=bulletins')],
  ]);
  expect(nodesOf(drawn).find(({ node }) => node.type === 'Image')?.node.altText).toContain('bussipysäkki');
});

test('says when it was corrected', () => {
  expect(read(cards.bulletinCard(corrected, frameOf(fi)))).toContain('Korjattu ke 25.11.2026 klo 9.00');
  expect(read(cards.bulletinCard(bulletin(), frameOf(fi)))).not.toContain('Korjattu');
});

test('cuts what no card would hold, and says where the rest is', () => {
  const drawn = cards.bulletinCard(largest, frameOf(fi));
  expect(buttonsOf(drawn).at(-1)?.[0]).toBe('Lue koko tiedote');
});

test('stays under its limit whatever is written', () => {
  const words = fc
    .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }), fc.nat({ max: LONGEST_TEXT }))
    .map(([some, n]) => some.repeat(n).slice(0, LONGEST_TEXT));
  fc.assert(
    fc.property(words, words, (title, text) => {
      const of = bulletin({ title: title.slice(0, 120), text });
      expect(sizeOf(cards.bulletinCard(of, frameOf(fi)))).toBeLessThanOrEqual(LARGEST_CARD);
    }),
    { numRuns: 50 },
  );
});
