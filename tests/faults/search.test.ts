/** The index dies in the middle, is damaged, or has no room: it is whole again afterwards, and the store never suffers. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openEmbedded } from '../../bot/store/embedded.ts';
import { storeOn } from '../../bot/store/typed.ts';
import { leaflet, leaflets, openSearchWorld, query, workIn } from '../fakes/search-world.ts';
import type { FullIndex } from '../fixtures/full-index.ts';

const ITEMS = 900;
const KILLS = 12;
const TIME = 240_000;
const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-faults-'));
  const store = storeOn(await openEmbedded({ folder: join(folder, 'store') }));
  const { scope } = workIn('network-1');
  await Promise.all(
    Array.from({ length: ITEMS }, (_, n) =>
      store.insert(
        scope,
        leaflets,
        `i${n}`,
        leaflet({
          title: `Pysäkki ${n}`,
          files: [
            {
              file: `f${n}` as never,
              name: 'pysakit.pdf',
              pages: [1, 2, 3].map((number) => ({
                number,
                text: `Katos ${number} odottajille, numero${n}x${number}.`,
              })),
            },
          ],
        }),
      ),
    ),
  );
  await store.close();
}, TIME);
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What stands in the index now, after it has followed the store. */
async function whole(): Promise<{ titles: number; pages: number[]; distinct: number; one: string[] }> {
  const store = storeOn(await openEmbedded({ folder: join(folder, 'store') }));
  const world = await openSearchWorld({ store, folder: join(folder, 'search') });
  try {
    const totalOf = async (words: string) => (await world.search.find(query(words), world.work)).total;
    const ids: string[] = [];
    for (let from = 0; from < ITEMS + 100; from += 100) ids.push(...(await world.ids('', { from, size: 100 })));
    return {
      titles: await totalOf('pysäkit'),
      pages: await Promise.all(['katos 1', 'katos 2', 'katos 3'].map(totalOf)),
      distinct: new Set(ids).size === ids.length ? ids.length : -1,
      one: await world.ids('numero77x3'),
    };
  } finally {
    await world.close();
    await store.close();
  }
}
const COMPLETE = { titles: ITEMS, pages: [ITEMS, ITEMS, ITEMS], distinct: ITEMS, one: ['i77'] };

test(
  `after up to ${KILLS} kill -9s while it is built each item is in the index once, and whole`,
  async () => {
    let isDone = false;
    for (let kill = 0; kill < KILLS && !isDone; kill++) {
      const child = spawn(process.execPath, [join(FIXTURES, 'indexing.ts'), folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', (bytes: Buffer) => {
        said += bytes.toString();
      });
      const ended = once(child, 'exit');
      await Promise.race([once(child.stdout, 'data'), ended]);
      await Promise.race([new Promise((resolve) => setTimeout(resolve, Math.random() * 150)), ended]); // any moment of the building
      child.kill('SIGKILL');
      await ended;
      isDone = said.includes('done');
    }
    expect(await whole()).toEqual(COMPLETE);
  },
  TIME,
);

test.each([
  ['cut off', (path: string) => truncate(path, 30_000)],
  [
    'overwritten in the middle',
    async (path: string) => {
      const bytes = await readFile(path);
      bytes.fill(0x5a, 4096, Math.floor(bytes.length * 0.8));
      await writeFile(path, bytes);
    },
  ],
  ['no database at all', (path: string) => writeFile(path, 'Tämä ei ole tietokanta. '.repeat(1000))],
  ['empty', (path: string) => writeFile(path, '')],
])(
  'an index whose file is %s is built anew, and nothing is missing',
  async (_, damage) => {
    expect(await whole()).toEqual(COMPLETE);
    const [name = ''] = (await readdir(join(folder, 'search'))).filter((one) => one.endsWith('.db'));
    await damage(join(folder, 'search', name));
    expect(await whole()).toEqual(COMPLETE);
  },
  TIME,
);

test(
  'where there is no room for the index, the search says so, the store works on, and all is found when there is room',
  async () => {
    const args = [join(FIXTURES, 'full-index.ts'), folder];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const outcome = JSON.parse(stdout) as FullIndex;
    expect(outcome.meanwhile).not.toBe('complete');
    expect(outcome).toMatchObject({ readable: ITEMS, afterwards: ITEMS });
    expect(await whole()).toEqual(COMPLETE);
  },
  TIME,
);
