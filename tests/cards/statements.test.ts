/** Every card of statements in every language: sound, within its limits, and nothing in it but our own words and escaped user text. */
import { describe, expect, test } from '@jest/globals';
import type { Card } from '../../bot/core/card.ts';
import { translator } from '../../bot/core/text.ts';
import * as cards from '../../bot/features/statements/cards.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import { languages, outsideTable } from './pseudo.ts';
import {
  commenting,
  draft,
  final,
  frameOf,
  joining,
  some,
  statementExamples,
  userTexts,
} from './statements-examples.ts';

const actions = actionsOf(cards);
const fi = translator('fi');
const read = (drawn: Card): string => textsOf(drawn).join('\n').replaceAll('\u00a0', ' ');
const verbsOf = (drawn: Card): unknown[] => nodesOf(drawn).flatMap(({ node }) => (node.verb ? [node.verb] : []));

describe.each(statementExamples)('the card “$name”', ({ name, draw }) => {
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
  const used = new Set(statementExamples.flatMap(({ draw }) => verbsOf(draw(fi))));
  expect(actions.map((one) => one.verb).filter((verb) => !used.has(verb))).toEqual([]);
});

test('the shared card tells what it is, until when, how many comments there are, and who has joined', () => {
  const open = read(cards.statementCard(commenting, { comments: 7, joined: [] }, frameOf(fi)));
  expect(open).toContain('Lausunto · Kommentoitavana');
  expect(open).toContain('Kommentoi viimeistään pe 11.12.2026 klo 16.00.');
  expect(open).toContain('7 kommenttia');
  const joined = read(cards.statementCard(joining, some, frameOf(fi)));
  expect(joined).toContain('Mukana: Akaa, Loimaa, Riihimäki, Uusikaupunki ja Pietarsaari');
  const inBoth = read(cards.statementCard(joining, some, frameOf(languages['fi+sv'])));
  expect(inBoth).toContain('Jakobstad');
});

test('one joins by it only while joining is open, and comments only while those are taken', () => {
  expect(verbsOf(cards.statementCard(commenting, some, frameOf(fi)))).toEqual([]);
  expect(verbsOf(cards.statementCard(joining, some, frameOf(fi)))).toEqual(['statements.join']);
  expect(verbsOf(cards.statementCard(final, some, frameOf(fi)))).toEqual([]);
  expect(read(cards.statementCard(commenting, some, frameOf(fi)))).toContain('Kommentoi');
  expect(read(cards.statementCard(draft(), some, frameOf(fi)))).toContain('Lue lausunto');
});
