/** What people type: which words are commands, in which languages, and what a slip is offered. */
import { expect, test } from '@jest/globals';
import { nearest, understand } from '../../bot/core/command.ts';
import type { Command } from '../../bot/core/feature.ts';
import { nothing } from '../../bot/core/turn.ts';

const command = (name: string, ...words: string[]): Command => ({
  name,
  words,
  help: { fi: '', sv: '', en: '' },
  run: async () => nothing,
});
const commands = [
  command('poll', 'äänestys', 'äänestä', 'gallup', 'omröstning', 'poll'),
  command('material', 'materiaali', 'material'),
  command('idea', 'idé'),
  command('help', 'ohje', '?'),
];

test.each([
  ['äänestys Mikä aihe? | A | B', 'poll', 'Mikä aihe? | A | B'],
  ['aanestys', 'poll', ''],
  ['/Äänestys!', 'poll', ''],
  ['omrostning', 'poll', ''],
  ['äänestyksen', 'poll', ''],
  ['materiaalit koulukuljetus', 'material', 'koulukuljetus'],
  ['ide', 'idea', ''],
  ['?', 'help', ''],
  ['ohje?', 'help', ''],
])('%s is understood as %s', (typed, name, rest) => {
  const understood = understand(typed, commands);
  expect([understood?.command.name, understood?.rest]).toEqual([name, rest]);
});

test.each(['', '   ', 'tämä on viesti', 'po', 'ideologia'])('%s is no command', (typed) => {
  expect(understand(typed, commands)).toBeUndefined();
});

test('a slip of the finger is offered the word that was meant', () => {
  expect(nearest('äänestsy', commands)?.word).toBe('äänestys');
  expect(nearest('omröstnig nu', commands)?.word).toBe('omröstning');
  expect(nearest('kissa', commands)).toBeUndefined();
});
