/** Every card of ideas in every language: sound, within its limits, and nothing in it but our own words and escaped user text. */
import { describe, expect, test } from '@jest/globals';
import type { Card } from '../../bot/core/card.ts';
import { translator } from '../../bot/core/text.ts';
import * as cards from '../../bot/features/ideas/cards.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import { call, decided, faces, frameOf, idea, ideaExamples, step, TITLES, userTexts } from './ideas-examples.ts';
import { languages, outsideTable } from './pseudo.ts';

const actions = actionsOf(cards);
const fi = translator('fi');
const read = (drawn: Card): string => textsOf(drawn).join('\n').replaceAll('\u00a0', ' ');
const verbsOf = (drawn: Card): unknown[] => nodesOf(drawn).flatMap(({ node }) => (node.verb ? [node.verb] : []));

describe.each(ideaExamples)('the card “$name”', ({ name, draw }) => {
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
  const used = new Set(ideaExamples.flatMap(({ draw }) => verbsOf(draw(fi))));
  expect(actions.map((one) => one.verb).filter((verb) => !used.has(verb))).toEqual([]);
});

test('a call tells its conditions, its deadline, how many ideas there are and the newest three, and who proposed none of them', () => {
  const drawn = read(cards.collectionCard(faces(fi), frameOf(fi)));
  expect(drawn).toContain('Kustannus enintään 10 000 €');
  expect(drawn).toContain('Ehdota viimeistään pe 18.12.2026 klo 16.00.');
  expect(drawn).toContain('14 ideaa, mukana 9 kuntaa tai muuta organisaatiota');
  for (const title of TITLES) expect(drawn).toContain(title);
});

test('proposing is offered while a call is open, and what needs a picture is sent in the tab', () => {
  const open = cards.collectionCard(faces(fi), frameOf(fi));
  expect(verbsOf(open)).toContain('ideas.form');
  const pictures = faces(fi, { call: call({ type: 'pictures' }) });
  expect(verbsOf(cards.collectionCard(pictures, frameOf(fi)))).toEqual([]);
  expect(read(cards.collectionCard(pictures, frameOf(fi)))).toContain('Osallistu kuvalla');
  const over = cards.collectionCard(faces(fi, { call: decided, decided: [TITLES[0]] }), {
    ...frameOf(fi),
    now: decided.decision?.at ?? frameOf(fi).now,
  });
  expect(verbsOf(over)).toEqual([]);
  expect(read(over)).toContain('Vahvisti: Kunnanhallitus, 12.3.2027.');
});

test('a form asks for what the call\u2019s rules ask for, and reads the promises that were ticked', () => {
  const drawn = cards.ideaFormCard({ call: call(), title: 'x' }, {}, { ...frameOf(fi), form: 'f1' });
  const ids = nodesOf(drawn).flatMap(({ node }) => (String(node.type).startsWith('Input.') ? [node.id] : []));
  expect(ids).toEqual(['title', 'text', 'cost', 'targetGroup', 'promises']);
  const typed = cards.proposeIdea.schema.parse({
    collection: 'k1',
    form: 'f1',
    title: 'Bussi',
    cost: 100,
    promises: '0,7',
  });
  expect(cards.draftFrom(typed, call().conditions)).toMatchObject({
    cost: '100',
    promises: call().conditions.promises,
  });
});

test.each([
  ['merged', 'on yhdistetty ideaan ”Yhteinen kyytikalenteri”'],
  ['decided', 'on päätetty toteuttaa'],
  ['notTaken', 'ei toteuteta'],
] as const)('an author reads of the step “%s”', (what, words) => {
  expect(cards.stepLines(step(what), fi).join(' ')).toContain(words);
  expect(cards.stepLines(step(what), fi).join(' ')).toContain(idea.title);
});
