/** The word “report” in chat: the way to the tab for who writes it and for who reads what is published. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Card } from '../../bot/core/card.ts';
import { report } from '../../bot/features/report/feature.ts';
import { publishReport } from '../../bot/features/report/operations.ts';
import { type FeatureWorld, openFeatureWorld } from '../fakes/feature-world.ts';

let world: FeatureWorld;
beforeAll(async () => {
  world = await openFeatureWorld([report]);
});
afterAll(() => world.close());

async function answer(n: number, word: string, locale: 'fi' | 'sv' | 'en'): Promise<string> {
  const outcome = await world.say(word, '', await world.turn(n, { locale }));
  if (outcome.type !== 'card') throw new Error(`answered with ${outcome.type}`);
  const of: Card = outcome.card;
  return JSON.stringify(of.body);
}

const DESK = 'https://tab.example.test/manage/report';
const PUBLISHED = 'https://tab.example.test/members/report/2025';

test.each([
  ['raportti', 'fi', 'Avaa vuosiraportti'],
  ['rapport', 'sv', 'Öppna årsrapporten'],
  ['report', 'en', 'Open the yearly report'],
] as const)('a coordinator who types “%s” gets the way to it in %s', async (word, locale, button) => {
  const card = await answer(0, word, locale);
  expect(card).toContain(button);
  expect(card).toContain(DESK);
});

test('a member is told when there is none yet, and gets the way to it when it is published', async () => {
  expect(await answer(1, 'raportti', 'fi')).toContain('ei ole vielä julkaissut');
  expect(await answer(1, 'raportti', 'fi')).not.toContain('https:');
  await publishReport(await world.visit(0), 2025, 'fi');
  expect(await answer(1, 'raportti', 'fi')).toContain(PUBLISHED);
});
