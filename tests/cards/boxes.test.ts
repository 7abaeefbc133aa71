/** Every card of boxes and challenges in every language: sound, within its limits, and nothing in it but our own words and escaped user text. */
import { describe, expect, test } from '@jest/globals';
import { LARGEST_CARD, sizeOf } from '../../bot/cards/kit.ts';
import type { Card } from '../../bot/core/card.ts';
import { translator } from '../../bot/core/text.ts';
import * as cards from '../../bot/features/boxes/cards.ts';
import { box, boxExamples, challenge, deeds, stories, userTexts } from './boxes-examples.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import { languages, outsideTable } from './pseudo.ts';

const actions = actionsOf(cards);
const fi = translator('fi');
const read = (drawn: Card): string => textsOf(drawn).join('\n').replaceAll('\u00a0', ' ');
const LINK = 'https://tab.example.test/';

describe.each(boxExamples)('the card “$name”', ({ name, draw }) => {
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
  const used = new Set(boxExamples.flatMap(({ draw }) => nodesOf(draw(fi)).map(({ node }) => node.verb)));
  expect(actions.map((one) => one.verb).filter((verb) => !used.has(verb))).toEqual([]);
});

test('a box says when it is opened and that nobody sees the stories before, and how many are in it', () => {
  const opensAt = '2026-11-27T10:00:00.000Z' as never;
  const drawn = read(cards.boxCard(box(), 3, { zone: 'Europe/Helsinki', t: fi, link: LINK, opensAt }));
  expect(drawn).toContain('Avataan joka viikko, seuraavan kerran pe 27.11.2026 klo 12.00');
  expect(drawn).toContain('Laatikossa on 3 tarinaa');
  expect(drawn).toContain('Kukaan ei näe tarinoita ennen kuin laatikko avataan.');
});

test('an opening shows the first stories with what their tellers want to be called, and leads to the others', () => {
  const drawn = cards.openingCard(box(), [...stories, ...stories], { t: fi, link: LINK });
  expect(read(drawn)).toContain('Aino, Akaa');
  expect(read(drawn)).toContain('Nimetön');
  expect(read(drawn)).toContain('Lisäksi 2 tarinaa välilehdellä');
  const images = nodesOf(drawn).filter(({ node }) => node.type === 'Image');
  expect(images.map(({ node }) => node.altText)).toEqual(['Punaiset lapaset pysäkin penkillä']);
});

test('the bar of a challenge has its number beside it, and is full when the goal is', () => {
  const barOf = (count: number): string =>
    JSON.stringify(cards.challengeCard(challenge(), { count, phase: 'open', deeds }, { t: fi, link: LINK }));
  expect(barOf(0)).not.toContain('"color":"Good"');
  expect(barOf(1)).toContain('{"type":"TextRun","text":"█","color":"Good"}');
  expect(barOf(99)).toContain(`"text":"${'█'.repeat(13)}"`);
  expect(barOf(250)).toContain(`"text":"${'█'.repeat(14)}"`);
  expect(barOf(12)).toContain('12 / 100 kyytiä');
});

test('however much was written, a card stays within what Teams takes', () => {
  const largest = boxExamples.filter(({ name }) => name.includes('largest'));
  for (const { name, draw } of largest)
    for (const t of Object.values(languages)) expect([name, sizeOf(draw(t)) <= LARGEST_CARD]).toEqual([name, true]);
});
