/** One contender of the search's bench in a process of its own: builds, is asked, and prints what it took as JSON. */
import { statSync } from 'node:fs';
import type { SearchEntry } from '../../bot/core/ports.ts';
import { find } from '../../bot/search/find.ts';
import { applyBatch, gather, openIndex } from '../../bot/search/index-file.ts';
import { asked, corpus } from '../fakes/search-corpus.ts';
import { emptyMiniSearch, flat } from '../fakes/yardsticks.ts';

export interface Outcome {
  /** Milliseconds of each query, in order, round by round. */
  readonly times: readonly number[];
  /** Milliseconds of building. */
  readonly built: number;
  /** Bytes of resident memory that it took, once it has been asked, and bytes on the disk. */
  readonly memory: number;
  readonly disk: number;
}

/** `build` and `ours` (the file at `path`), `stemmer` (MiniSearch with a Finnish stemmer) or `all` (with prefixes and typos as well). */
const [, , contender, items = '0', size = '0', rounds = '1', path = ''] = process.argv;
const entries = corpus(Number(items), Number(size));
const rest = (): void => {
  for (let n = 0; n < 3; n++) globalThis.gc?.();
};

const times: number[] = [];
function ask(answer: (words: string) => unknown): void {
  for (const words of asked()) answer(words);
  for (let round = 0; round < Number(rounds); round++) {
    for (const words of asked()) {
      const begun = performance.now();
      answer(words);
      times.push(performance.now() - begun);
    }
  }
}

const tell = (outcome: Omit<Outcome, 'times'>): void =>
  void process.stdout.write(JSON.stringify({ times, ...outcome } satisfies Outcome));

if (contender === 'build') {
  const begun = performance.now();
  const building = openIndex(path, 'bench');
  let changes: { id: string; entry: SearchEntry }[] = [];
  const write = (): void => {
    applyBatch(building, { kind: 'item', changes, from: 0, to: 0 });
    changes = [];
  };
  for (const one of entries) if (changes.push(one) === 200) write();
  write();
  gather(building);
  building.close();
  tell({ built: performance.now() - begun, memory: 0, disk: statSync(path).size });
} else if (contender === 'ours') {
  // In another process than built it, as when the app has been started anew: what building left in memory is not counted, nor hidden in.
  ask(() => undefined); // the queries themselves
  times.length = 0;
  rest();
  const before = process.memoryUsage().rss;
  const file = openIndex(path, 'bench');
  ask((words) =>
    find(file, { kind: 'item', words, filter: {}, audiences: ['members'], sort: 'best', from: 0, size: 20 }),
  );
  rest();
  tell({ built: 0, memory: process.memoryUsage().rss - before, disk: 0 });
  file.close();
} else {
  rest();
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const index = emptyMiniSearch(contender === 'stemmer' ? 'stemmer' : 'stemmer and prefix');
  for (const { id, entry } of entries) index.add(flat(id, entry));
  const built = performance.now() - begun;
  ask((words) => index.search(words).slice(0, 20));
  rest();
  tell({ built, memory: process.memoryUsage().rss - before, disk: 0 });
}
