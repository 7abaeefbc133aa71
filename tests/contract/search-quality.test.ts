/** How well the search answers judged queries, beside what others would; see tests/fixtures/search/README.md. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  developmentQueries,
  entriesOfSet,
  type Figures,
  heldOutQueries,
  type JudgedQuery,
  measure,
} from '../fakes/search-set.ts';
import { openSearchWorld, type SearchWorld } from '../fakes/search-world.ts';
import { miniSearchOf } from '../fakes/yardsticks.ts';

const LEAST_RECALL = 0.92;
const LEAST_PRECISION = 0.85;

let world: SearchWorld;
beforeAll(async () => {
  world = await openSearchWorld();
  for (const { id, entry } of entriesOfSet()) await world.put(id, entry);
});
afterAll(() => world.close());

const shown = ({ recall, precision }: Figures): string =>
  `${recall.toFixed(3).padStart(9)} ${precision.toFixed(3).padStart(10)}`;

/** Prints how ours and the yardsticks do, in all and by trait; never on which queries. */
async function compared(what: string, queries: readonly JudgedQuery[]): Promise<Figures> {
  const all = entriesOfSet();
  const ours = await measure(queries, (words) => world.ids(words, { size: 5 }));
  const others = [
    ['MiniSearch, prefix and fuzzy', await measure(queries, miniSearchOf(all, 'plain'))],
    ['MiniSearch, Finnish stemmer', await measure(queries, miniSearchOf(all, 'stemmer'))],
    ['MiniSearch, all of these', await measure(queries, miniSearchOf(all, 'stemmer and prefix'))],
  ] as const;
  const lines = [
    `${`${what}: ${queries.length} queries`.padEnd(32)} recall@5  precision`,
    `  ${'ours'.padEnd(30)}${shown(ours)}`,
    ...others.map(([name, figures]) => `  ${name.padEnd(30)}${shown(figures)}`),
    ...[...ours.traits].map(([trait, figures]) => `    ${trait.padEnd(28)}${shown(figures)}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return ours;
}

test.each([
  ['to develop with', developmentQueries],
  ['held out', heldOutQueries],
] as const)('of what answers the queries %s nearly all is found, and little else is shown', async (what, queries) => {
  const { recall, precision } = await compared(what, queries());
  expect(recall).toBeGreaterThanOrEqual(LEAST_RECALL);
  expect(precision).toBeGreaterThanOrEqual(LEAST_PRECISION);
});
