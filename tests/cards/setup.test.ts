/** Every card of a network's setup and of the bot's own answers, in every language: sound and within its limits. */
import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../bot/core/action.ts';
import { translator } from '../../bot/core/text.ts';
import * as networkCards from '../../bot/features/network/cards.ts';
import * as teamsCards from '../../bot/teams/cards.ts';
import { faultsOf, nodesOf, textsOf } from './check.ts';
import { pseudoTranslator } from './pseudo.ts';
import { setupExamples } from './setup-examples.ts';

const isAction = (value: unknown): value is Action<unknown> =>
  typeof value === 'object' && value !== null && 'verb' in value && 'schema' in value;
const actions = [...Object.values<unknown>(networkCards), ...Object.values<unknown>(teamsCards)].filter(isAction);
const languages = {
  fi: translator('fi'),
  sv: translator('sv'),
  en: translator('en'),
  'fi+sv': translator('fi+sv'),
  pseudo: pseudoTranslator(),
};

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
