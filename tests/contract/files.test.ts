/** What every place of files must do, proven on the folder, on Blob Storage over the wire, and on the fake that other tests use. */
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { activityId, networkId } from '../../bot/core/ids.ts';
import type { FileKey, Files } from '../../bot/core/ports.ts';
import { CONTAINER } from '../../bot/files/blob.ts';
import { folderFiles } from '../../bot/files/folder.ts';
import { idOf, LARGEST_BLOCK, nameOf } from '../../bot/files/names.ts';
import { openFiles } from '../../bot/files/open.ts';
import { startBlobServer } from '../fakes/blob-server.ts';
import { memoryFiles } from '../fakes/memory-files.ts';

const MB = 1024 * 1024;
const network = networkId.parse('n-1');
const other = networkId.parse('..');
let made = 0;
const newFile = (of = network): FileKey => ({ network: of, id: activityId.parse(`file-${++made}`) });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function allOf(bytes: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface Ground {
  /** Another server's view of the same files. */
  open(): Promise<Files>;
  close(): Promise<void>;
}

async function inFolder(): Promise<Ground> {
  const parent = await mkdtemp(join(tmpdir(), 'files-'));
  const opened = openFiles({ type: 'folder', folder: parent });
  return { open: () => opened, close: () => rm(parent, { recursive: true }) };
}

async function inBlobs(): Promise<Ground> {
  const { endpoint, key, close } = await startBlobServer();
  return { open: () => openFiles({ type: 'blob', endpoint, key }), close };
}

async function inMemory(): Promise<Ground> {
  const files = memoryFiles();
  return { open: async () => files, close: async () => {} };
}

describe.each([
  ['a folder', inFolder],
  ['Blob Storage', inBlobs],
  ['memory', inMemory],
] as const)('files in %s', (_name, prepare) => {
  let ground: Ground;
  let files: Files;
  beforeAll(async () => {
    ground = await prepare();
    files = await ground.open();
  });
  afterAll(() => ground.close());

  const read = async (file: FileKey, from?: number, to?: number): Promise<string | undefined> => {
    const found = await files.read(file, from === undefined ? undefined : { from, to: to ?? Number.MAX_SAFE_INTEGER });
    return found && (await allOf(found.bytes)).toString();
  };
  const keep = async (file: FileKey, ...blocks: readonly string[]): Promise<number> => {
    for (const [index, block] of blocks.entries()) await files.putBlock(file, index, bytesOf(block));
    return files.assemble(file, blocks.length);
  };
  const all = async (of = network): Promise<string[]> => {
    const ids: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await files.list(of, after);
      ids.push(...page.files.map(({ id }) => id));
      if (page.next === undefined) return ids;
      after = page.next;
    }
  };

  test('are there only when they are assembled, of blocks that came in any order', async () => {
    const file = newFile();
    await files.putBlock(file, 2, bytesOf('kolme'));
    await files.putBlock(file, 0, bytesOf('yksi '));
    expect(await read(file)).toBeUndefined();
    await files.putBlock(file, 1, bytesOf('kaksi '));
    expect(await files.blocks(file)).toEqual([
      { index: 0, size: 5 },
      { index: 1, size: 6 },
      { index: 2, size: 5 },
    ]);
    expect(await files.assemble(file, 3)).toBe(16);
    expect(await read(file)).toBe('yksi kaksi kolme');
    expect(await files.blocks(file)).toEqual([]);
  });

  test('a block that comes again replaces the one before', async () => {
    const file = newFile();
    await files.putBlock(file, 0, bytesOf('väärä ja pitkä'));
    await files.putBlock(file, 0, bytesOf('oikea'));
    expect(await files.blocks(file)).toEqual([{ index: 0, size: 5 }]);
    expect([await files.assemble(file, 1), await read(file)]).toEqual([5, 'oikea']);
  });

  test('blocks that come at the same time are all kept', async () => {
    const file = newFile();
    const indexes = Array.from({ length: 12 }, (_, n) => n);
    await Promise.all(indexes.map((n) => files.putBlock(file, n, bytesOf(String.fromCharCode(97 + n)))));
    expect([await files.assemble(file, 12), await read(file)]).toEqual([12, 'abcdefghijkl']);
  });

  test('a file of which a block is missing is refused, and can be finished', async () => {
    const file = newFile();
    await files.putBlock(file, 0, bytesOf('a'));
    await files.putBlock(file, 2, bytesOf('c'));
    await expect(files.assemble(file, 3)).rejects.toThrow('Block 1 is missing');
    expect([await read(file), (await files.blocks(file)).length]).toEqual([undefined, 2]);
    await files.putBlock(file, 1, bytesOf('b'));
    expect([await files.assemble(file, 3), await read(file)]).toEqual([3, 'abc']);
  });

  test('a file of which nothing came is refused', async () => {
    const file = newFile();
    await expect(files.assemble(file, 1)).rejects.toThrow('Block 0 is missing');
    expect([await read(file), await files.blocks(file)]).toEqual([undefined, []]);
  });

  test('assembling again, also at the same time and by another server, changes nothing', async () => {
    const file = newFile();
    for (const [index, block] of ['a', 'bc'].entries()) await files.putBlock(file, index, bytesOf(block));
    const another = await ground.open();
    expect(await Promise.all([files, another, files].map((one) => one.assemble(file, 2)))).toEqual([3, 3, 3]);
    expect([await another.assemble(file, 2), await read(file)]).toEqual([3, 'abc']);
  });

  test('a block of a file that is assembled changes nothing', async () => {
    const file = newFile();
    await keep(file, 'valmis');
    await files.putBlock(file, 0, bytesOf('toinen'));
    expect([await read(file), await files.blocks(file), await files.assemble(file, 1)]).toEqual(['valmis', [], 6]);
    expect(await read(file)).toBe('valmis');
  });

  test('may be empty, of no block', async () => {
    const file = newFile();
    expect([await files.assemble(file, 0), await read(file), await read(file, 0, 5)]).toEqual([0, '', '']);
  });

  test.each([
    [0, 1, '0'],
    [9, 10, '9'],
    [3, 7, '3456'],
    [8, 100, '89'],
    [0, 10, '0123456789'],
    [10, 20, ''],
    [50, 60, ''],
    [4, 4, ''],
  ])('from %i to %i: those bytes alone, and the size of all', async (from, to, expected) => {
    const file = newFile();
    await keep(file, '01234', '56789');
    expect([await read(file, from, to), (await files.read(file, { from, to }))?.size]).toEqual([expected, 10]);
  });

  test('are gone when they are removed, whole or not, and can be removed again', async () => {
    const [whole, unfinished, never] = [newFile(), newFile(), newFile()];
    await keep(whole, 'valmis');
    await files.putBlock(unfinished, 0, bytesOf('kesken'));
    for (const file of [whole, unfinished, never, whole, unfinished, never]) await files.remove(file);
    for (const file of [whole, unfinished, never])
      expect([await read(file), await files.blocks(file)]).toEqual([undefined, []]);
    const kept: readonly string[] = await all();
    expect(kept.filter((id) => [whole.id, unfinished.id, never.id].some((one) => one === id))).toEqual([]);
    expect([await keep(unfinished, 'uusi'), await read(unfinished)]).toEqual([4, 'uusi']);
  });

  test('of one network are not seen from another, under the same id', async () => {
    const file = newFile();
    const theirs = { ...file, network: other };
    await keep(file, 'meidän');
    expect([await read(theirs), await files.blocks(theirs)]).toEqual([undefined, []]);
    await keep(theirs, 'teidän');
    await files.remove(theirs);
    expect([await read(file), await read(theirs)]).toEqual(['meidän', undefined]);
  });

  test.each([
    '.',
    '..',
    '...',
    '.blocks',
    'a.blocks',
    'a.file',
    'a.new',
    'A',
    'a',
    '.-.',
    '1|2:3,4;5=6@7+8~9_',
    'a_41',
    'x'.repeat(240),
    '3fa85f64-5717-4562-b3fc-2c963f66afa6.text',
  ])('an id such as %s names one file and no other', async (name) => {
    const of = networkId.parse('odd');
    const file = { network: of, id: activityId.parse(name) };
    await files.putBlock(file, 0, bytesOf(name));
    expect((await all(of)).filter((id) => id === name)).toHaveLength(1);
    await files.assemble(file, 1);
    expect([await read(file), (await all(of)).filter((id) => id === name)]).toEqual([name, [name]]);
  });

  test('are all listed a page at a time, whole and unfinished, with the time of the last change', async () => {
    const of = networkId.parse('many');
    const before = Date.now();
    const names = Array.from({ length: 230 }, (_, n) => `file-${String(n).padStart(3, '0')}`);
    for (const [n, name] of names.entries()) {
      const file = { network: of, id: activityId.parse(name) };
      await files.putBlock(file, 0, bytesOf('x'));
      if (n % 2 === 0) await files.assemble(file, 1);
    }
    const page = await files.list(of);
    expect(page.files.length).toBeLessThan(230);
    expect((await all(of)).sort()).toEqual(names);
    for (const { changedAt } of page.files) {
      expect(Date.parse(changedAt)).toBeGreaterThan(before - 2_000);
      expect(Date.parse(changedAt)).toBeLessThan(Date.now() + 2_000);
    }
    expect(await files.list(networkId.parse('nothing-yet'))).toEqual({ files: [] });
  });

  test('say that they are in reach', () => files.ping());
});

describe.each([
  ['a folder', inFolder],
  ['Blob Storage', inBlobs],
] as const)('a file of 40 MB in %s', (_name, prepare) => {
  let ground: Ground;
  let files: Files;
  let hash = '';
  const file = newFile();
  beforeAll(async () => {
    ground = await prepare();
    files = await ground.open();
    const sum = createHash('sha256');
    for (let n = 0; n < 10; n++) {
      const block = randomBytes(4 * MB);
      sum.update(block);
      await files.putBlock(file, n, block);
    }
    hash = sum.digest('hex');
  });
  afterAll(() => ground.close());

  test('is made and read piece by piece, never whole in memory', async () => {
    const start = held();
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - start);
    }, 5);
    expect(await files.assemble(file, 10)).toBe(40 * MB);
    clearInterval(watching);
    const sum = createHash('sha256');
    let read = 0;
    for await (const piece of (await files.read(file))?.bytes ?? []) {
      const before = read;
      read += piece.length;
      if (Math.floor(before / (8 * MB)) < Math.floor(read / (8 * MB))) most = Math.max(most, held() - start);
      sum.update(piece);
    }
    expect(sum.digest('hex')).toBe(hash);
    // the client's pieces of 8 MB are given back late on a busy machine; the whole would be 40
    expect(most).toBeLessThan(32 * MB);
  });

  test('is read from its middle over the edges of blocks', async () => {
    const from = 4 * MB - 3;
    const to = 12 * MB + 3;
    const part = await allOf((await files.read(file, { from, to }))?.bytes);
    const whole = await allOf((await files.read(file))?.bytes);
    expect(part.equals(whole.subarray(from, to))).toBe(true);
  });

  test('keeps nothing open for a reader who stops, or who never begins', async () => {
    const before = openFilesNow();
    for await (const piece of (await files.read(file))?.bytes ?? []) {
      expect(piece.length).toBeLessThan(4 * MB);
      break;
    }
    await files.read(file);
    expect(openFilesNow()).toBeLessThanOrEqual(before);
  });

  test('takes blocks of up to 8 MB, by numbers that can be', async () => {
    const large = newFile();
    await files.putBlock(large, 0, new Uint8Array(LARGEST_BLOCK));
    expect(await files.assemble(large, 1)).toBe(LARGEST_BLOCK);
    await expect(tried(() => files.putBlock(newFile(), 0, new Uint8Array(LARGEST_BLOCK + 1)))).rejects.toThrow(
      RangeError,
    );
    for (const index of [-1, 0.5, Number.NaN, 50_000])
      await expect(tried(() => files.putBlock(newFile(), index, bytesOf('x')))).rejects.toThrow(RangeError);
  });
});

test('files in a folder are read by this user alone, and their names say nothing of the network', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'files-'));
  const folder = join(parent, 'files');
  const files = await folderFiles(folder);
  const whole = { network: networkId.parse('Salainen'), id: activityId.parse('a') };
  const unfinished = { network: networkId.parse('..'), id: activityId.parse('..') };
  await files.putBlock(whole, 0, bytesOf('x'));
  await files.assemble(whole, 1);
  await files.putBlock(unfinished, 0, bytesOf('y'));
  const paths = readdirSync(parent, { recursive: true }) as string[];
  expect(paths.map((path) => path.replace(/[0-9a-f]{64}/, '#')).sort()).toEqual([
    'files',
    'files/#',
    'files/#',
    'files/#/_2e_2e.blocks',
    'files/#/_2e_2e.blocks/0',
    'files/#/a.file',
  ]);
  for (const path of paths) {
    const found = statSync(join(parent, path));
    expect([path, found.mode & 0o777]).toEqual([path, found.isDirectory() ? 0o700 : 0o600]);
  }
  await rm(parent, { recursive: true });
});

const ends: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(ends.map((end) => end())));

test('names of files are read back, and what is none of ours is not', () => {
  for (const id of ['a', 'A', '.', '..', '.a.', 'a.b', 'a_41', '1|2'])
    expect(idOf(nameOf(activityId.parse(id)))).toBe(id);
  for (const name of ['', 'A', '_4', '_zz', '_2f', '_61', 'ä']) expect(idOf(name)).toBeUndefined();
});

test('Blob Storage that has no container is an outage, not an absence', async () => {
  const server = await startBlobServer();
  ends.push(server.close);
  const options = { type: 'blob', endpoint: server.endpoint, key: server.key } as const;
  const files = await openFiles(options);
  const { BlobServiceClient, StorageSharedKeyCredential } = await import('@azure/storage-blob');
  const credential = new StorageSharedKeyCredential(server.account, server.key);
  await new BlobServiceClient(server.endpoint, credential).deleteContainer(CONTAINER);
  for (const ask of [() => files.read(newFile()), () => files.blocks(newFile()), () => files.ping()])
    await expect(ask()).rejects.toMatchObject({ statusCode: 404 });
  await server.close();
  await expect(files.ping()).rejects.toThrow();
});

const tried = async <T>(work: () => Promise<T>): Promise<T> => work();

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Bytes of buffers that are still in use. */
function held(): number {
  collect();
  return process.memoryUsage().arrayBuffers;
}

const openFilesNow = (): number =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return statSync(`/proc/self/fd/${fd}`).isFile() && readFileSync(`/proc/self/fdinfo/${fd}`).length > 0;
    } catch {
      return false;
    }
  }).length;
