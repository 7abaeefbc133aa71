/** Every card of a network's setup and of the bot's own answers, in every language: sound and within its limits. */
import { describe, expect, test } from '@jest/globals';
import * as networkCards from '../../bot/features/network/cards.ts';
import * as teamsCards from '../../bot/teams/cards.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import { languages } from './pseudo.ts';
import { setupExamples } from './setup-examples.ts';

const actions = actionsOf(networkCards, teamsCards);

describe.each(setupExamples)('the card “$name”', ({ draw }) => {
  test.each(Object.entries(languages))('is sound in %s', (_language, t) => {
    expect(faultsOf(draw(t), actions)).toEqual([]);
  });
});

test('every action has a button on some card', () => {
  const used = new Set(setupExamples.flatMap(({ draw }) => nodesOf(draw(languages.fi)).map(({ node }) => node.verb)));
  expect(actions.map(({ verb }) => verb).filter((verb) => !used.has(verb))).toEqual([]);
});

test('a name with marks in it mentions and links nobody', () => {
  for (const { draw } of setupExamples) {
    for (const text of textsOf(draw(languages.fi))) expect(text).not.toMatch(/<at>|\]\(https:|\*\*/);
  }
});
