/** What a phone must fetch before the first page of the tab shows. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { TAB_FOLDER } from '../fakes/tab-world.ts';

/** In bytes of gzip. Source: measured; React, Fluent’s provider and button, and the query client are nearly all of it. */
const FIRST_VIEW = 150 * 1024;
const TEAMS_JS = 25 * 1024;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const manifest = JSON.parse(await readFile(join(TAB_FOLDER, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** Everything that a chunk needs before it runs. */
function reach(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const next of manifest[name]?.imports ?? []) reach(next, seen);
  return seen;
}

const fileOf = (name: string): string => manifest[name]?.file ?? '';
async function weigh(names: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const name of names) sum += gzipSync(await readFile(join(TAB_FOLDER, fileOf(name))), { level: 9 }).length;
  return sum;
}

test('the scripts of the first view are at most 150 KB', async () => {
  const first = reach('index.html');
  expect(await weigh(first)).toBeLessThanOrEqual(FIRST_VIEW);
  expect(await weigh(first)).toBeGreaterThan(50 * 1024); // all of it was found
});

test('teams-js comes beside them, and only inside a frame', async () => {
  expect(reach('index.html')).not.toContain('src/host.ts');
  expect(await weigh(['src/host.ts'])).toBeLessThanOrEqual(TEAMS_JS);
  expect(await readFile(join(TAB_FOLDER, 'index.html'), 'utf8')).toContain(fileOf('src/host.ts')); // fetched ahead
});

test.each(['src/pages/new-poll.tsx', 'src/pages/desk.tsx', 'src/draw-card.ts', 'src/pages/configure.tsx'])(
  '%s is fetched only when it is needed',
  (name) => {
    expect(manifest[name]).toBeDefined();
    expect(reach('index.html')).not.toContain(name);
  },
);

test('dialogs, form fields and the renderer of cards are not in the first view', async () => {
  const scripts = await Promise.all(
    [...reach('index.html')].map((name) => readFile(join(TAB_FOLDER, fileOf(name)), 'utf8')),
  );
  for (const marker of [
    'fui-DialogSurface',
    'fui-Textarea',
    'fui-RadioGroup',
    'AdaptiveCard.onProcessMarkdown',
    'ac-pushButton',
  ]) {
    expect({ marker, found: scripts.some((script) => script.includes(marker)) }).toEqual({ marker, found: false });
  }
});
