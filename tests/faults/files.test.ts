/** The process dies again and again while files are sent and assembled, and the disk fills up: what was acknowledged is there, nothing half is seen, nothing stays behind. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { activityId, networkId } from '../../bot/core/ids.ts';
import type { Files } from '../../bot/core/ports.ts';
import { openFiles } from '../../bot/files/open.ts';
import type { FullFolder } from '../fixtures/full-folder.ts';
import { BLOCKS, blockOf, wholeOf } from '../fixtures/written-file.ts';

const KILLS = 24;
const fixture = (name: string): string => join(import.meta.dirname, '..', 'fixtures', name);
const network = networkId.parse('n');
const fileOf = (n: number) => ({ network, id: activityId.parse(`file-${n}`) });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-faults-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const namesThere = (): string[] => readdirSync(folder, { recursive: true }) as string[];

/** One life: sends files from the first that is not whole, and is killed at the first acknowledgement that `isEnd` says. Resolves to all of its acknowledgements. */
async function life(first: number, isEnd: (line: string, count: number) => boolean): Promise<string[]> {
  const child = spawn(process.execPath, [fixture('file-writer.ts'), folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    if (isEnd(line, lines.length)) child.kill('SIGKILL'); // the next block, or assembling, is on its way
  });
  await Promise.all([once(child, 'exit'), once(reader, 'close')]);
  return lines;
}

async function read(files: Files, n: number): Promise<Buffer | undefined> {
  const found = await files.read(fileOf(n));
  if (!found) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of found.bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

test(`after ${KILLS} kill -9s each acknowledged block and file is there, none is half, and uploads go on`, async () => {
  const blocks = new Set<string>();
  const wholes = new Set<number>();
  let leftBehind = 0;
  let cutWhileAssembling = 0;
  for (let n = 0; n < KILLS; n++) {
    const first = Math.max(0, ...[...wholes].map((one) => one + 1));
    // Half of the lives end while a file is assembled, the others at any block.
    const last = 1 + (n % 9);
    const lines = await life(first, (line, count) =>
      n % 2 === 0 ? line.endsWith(` ${BLOCKS - 1}`) && line.startsWith('block') : count === last,
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const [what, file = '', index = ''] = line.split(' ');
      if (what === 'whole') wholes.add(Number(file));
      else blocks.add(`${file} ${index}`);
    }
    if (lines.at(-1)?.endsWith(` ${BLOCKS - 1}`)) cutWhileAssembling++;
    leftBehind += namesThere().filter((name) => name.endsWith('.new')).length;

    const files = await openFiles({ type: 'folder', folder });
    expect(namesThere().filter((name) => name.endsWith('.new'))).toEqual([]);
    const newest = Math.max(...[...blocks].map((one) => Number(one.split(' ')[0])), 0) + 1;
    for (let file = 0; file <= newest; file++) {
      const whole = await read(files, file);
      const kept = new Map((await files.blocks(fileOf(file))).map(({ index, size }) => [index, size]));
      expect([file, whole === undefined || whole.equals(wholeOf(file))]).toEqual([file, true]);
      if (wholes.has(file)) expect([file, whole !== undefined]).toEqual([file, true]);
      for (let index = 0; index < BLOCKS; index++) {
        const size = kept.get(index);
        if (blocks.has(`${file} ${index}`) && !whole)
          expect([file, index, size]).toEqual([file, index, size ?? 'lost']);
        if (size !== undefined) expect([file, index, size]).toEqual([file, index, blockOf(file, index).length]);
      }
      if (whole) expect([file, kept.size]).toEqual([file, 0]);
    }
  }
  expect([wholes.size > 2, cutWhileAssembling > 5, leftBehind > 0]).toEqual([true, true, true]);

  const files = await openFiles({ type: 'folder', folder });
  for (const { id } of (await files.list(network)).files) await files.remove({ network, id });
  expect(namesThere().filter((name) => /\.(file|blocks|new)/.test(name))).toEqual([]);
}, 240_000);

test('on a full disk what finds no room is refused and leaves nothing, what was kept stays, and room again is enough', () => {
  const happened: FullFolder = JSON.parse(
    execFileSync(process.execPath, [fixture('full-folder.ts'), folder], { encoding: 'utf8' }),
  );
  expect(happened).toEqual({
    failures: ['NoRoom', 'NoRoom', 'NoRoom'],
    kept: [600_000, 600_000, 600_000],
    seen: ['small'],
    names: ['files', 'files/#', ...['', '/0', '/1', '/2'].map((name) => `files/#/small.blocks${name}`)],
    afterwards: 1_800_000,
  });
});
