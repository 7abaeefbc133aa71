/** Bytes of files in a folder of this machine: a block is on the disk before it is acknowledged, and a file is there whole or not at all. */
import { randomBytes } from 'node:crypto';
import { chmod, type FileHandle, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toInstant } from '../core/clock.ts';
import { type FileKey, type Files, NoRoom } from '../core/ports.ts';
import { checkBlock, idOf, missingBlock, nameOf, networkName, within } from './names.ts';

/** An assembled file. */
const WHOLE = '.file';
/** The folder of an unfinished file's blocks, each named by its number. */
const BLOCKS = '.blocks';
/** What is being written; one that a crash left behind was never acknowledged. */
const UNFINISHED = '.new';
/** Bytes that are read and written at a time. */
const PIECE = 256 * 1024;
const PAGE = 200;

/** Errors of a full disk, of a file that may not grow and of a used-up quota. */
const FULL = new Set(['ENOSPC', 'EFBIG', 'EDQUOT']);

/** Clears away what a crash left half written. One process a folder: the embedded store sees to it. */
export async function folderFiles(folder: string): Promise<Files> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  await sweep(folder);

  const homeOf = ({ network }: FileKey): string => join(folder, networkName(network));
  const wholeOf = (file: FileKey): string => join(homeOf(file), `${nameOf(file.id)}${WHOLE}`);
  const blocksOf = (file: FileKey): string => join(homeOf(file), `${nameOf(file.id)}${BLOCKS}`);
  const inTurn = turns();

  return {
    putBlock: (file, index, bytes) => {
      checkBlock(index, bytes);
      return inTurn(wholeOf(file), async () => {
        if (await sizeOf(wholeOf(file))) return;
        await makeFolder(homeOf(file));
        await makeFolder(blocksOf(file));
        try {
          await keep(join(blocksOf(file), String(index)), (handle) => writeAll(handle, bytes));
        } catch (error) {
          await rmdir(blocksOf(file)).catch(ignoring('ENOTEMPTY', 'EEXIST')); // of a block that could not be kept nothing is seen
          throw error;
        }
      });
    },

    async blocks(file) {
      if (await sizeOf(wholeOf(file))) return [];
      const names = (await readdir(blocksOf(file)).catch(ignoring('ENOENT'))) ?? [];
      const found = names
        .filter((name) => /^\d+$/.test(name))
        .map(async (name) => ({ index: Number(name), of: await sizeOf(join(blocksOf(file), name)) }));
      return (await Promise.all(found))
        .flatMap(({ index, of }) => (of ? [{ index, size: of.size }] : []))
        .sort((a, b) => a.index - b.index);
    },

    assemble: (file, count) =>
      inTurn(wholeOf(file), async () => {
        const before = await sizeOf(wholeOf(file));
        if (!before) {
          await makeFolder(homeOf(file));
          await keep(wholeOf(file), async (handle) => {
            const piece = Buffer.allocUnsafe(PIECE);
            for (let index = 0; index < count; index++) {
              const block = await open(join(blocksOf(file), String(index)), 'r').catch(ignoring('ENOENT'));
              if (!block) throw missingBlock(index);
              await append(handle, block, piece);
            }
          });
        }
        await rm(blocksOf(file), { recursive: true, force: true });
        return (before ?? (await stat(wholeOf(file)))).size;
      }),

    async read(file, range) {
      const found = await sizeOf(wholeOf(file));
      return found && { size: found.size, bytes: bytesOf(wholeOf(file), within(found.size, range)) };
    },

    remove: (file) =>
      inTurn(wholeOf(file), async () => {
        await rm(blocksOf(file), { recursive: true, force: true });
        await rm(wholeOf(file), { force: true });
        await syncFolder(homeOf(file)).catch(ignoring('ENOENT'));
      }),

    async list(network, after = '') {
      const home = join(folder, networkName(network));
      const names = (await readdir(home).catch(ignoring('ENOENT'))) ?? [];
      const known = [...new Set(names.flatMap((name) => baseOf(name) ?? []))].filter((name) => name > after).sort();
      const page = known.slice(0, PAGE);
      const files = page.map(async (name) => {
        const id = idOf(name);
        const of = (await sizeOf(join(home, `${name}${WHOLE}`))) ?? (await sizeOf(join(home, `${name}${BLOCKS}`)));
        return id && of ? [{ id, changedAt: toInstant(Math.floor(of.mtimeMs)) }] : []; // it may have been removed meanwhile
      });
      const last = page.at(-1);
      return {
        files: (await Promise.all(files)).flat(),
        ...(last !== undefined && known.length > PAGE ? { next: last } : {}),
      };
    },

    async ping() {
      await readdir(folder);
    },
  };
}

/** The name that a whole file and the folder of its blocks have in common; undefined for anything else. */
function baseOf(name: string): string | undefined {
  const end = [WHOLE, BLOCKS].find((one) => name.endsWith(one));
  return end && name.slice(0, -end.length);
}

/** What is half written goes, and blocks of which the file was made. */
async function sweep(folder: string): Promise<void> {
  for (const network of await readdir(folder)) {
    const home = join(folder, network);
    const names = new Set(await readdir(home));
    for (const name of names) {
      const path = join(home, name);
      if (name.endsWith(UNFINISHED)) await rm(path, { force: true });
      if (!name.endsWith(BLOCKS)) continue;
      if (names.has(`${baseOf(name)}${WHOLE}`)) await rm(path, { recursive: true, force: true });
      else
        for (const block of await readdir(path))
          if (block.endsWith(UNFINISHED)) await rm(join(path, block), { force: true });
    }
  }
}

/** Writes, and only then gives the file its name. What resolves survives a crash; what throws leaves what was there before. */
async function keep(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const unfinished = `${file}.${randomBytes(2).toString('hex')}${UNFINISHED}`;
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
    await syncFolder(join(file, '..'));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw fullness(error);
  }
}

/** Closes what it has read. */
async function append(to: FileHandle, source: FileHandle, piece: Buffer): Promise<void> {
  try {
    for (;;) {
      const { bytesRead } = await source.read(piece, 0, piece.length, null);
      if (bytesRead === 0) return;
      await writeAll(to, piece.subarray(0, bytesRead));
    }
  } finally {
    await source.close();
  }
}

/** The system may take a part only; the rest then fails where the disk is full. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at, bytes.length - at, null)).bytesWritten;
}

/** Opened only when it is read, so that nobody who does not read has to give it back. */
async function* bytesOf(path: string, { from, to }: { from: number; to: number }): AsyncGenerator<Uint8Array> {
  if (from >= to) return;
  const handle = await open(path, 'r');
  try {
    for (let at = from; at < to; ) {
      const piece = Buffer.allocUnsafe(Math.min(PIECE, to - at));
      const { bytesRead } = await handle.read(piece, 0, piece.length, at);
      if (bytesRead === 0) throw new Error('The file is shorter than it was.');
      yield piece.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(join(folder, '..'));
  } catch (error) {
    throw fullness(error);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const sizeOf = (path: string) => stat(path).catch(ignoring('ENOENT'));

/** One at a time for each file: blocks of a file are not taken away while another call writes them. */
function turns() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    const settled = mine.catch(() => {}).finally(() => last.get(name) === settled && last.delete(name));
    last.set(name, settled);
    return mine;
  };
}

/** By the code alone: errors of Node itself are of another realm when this runs in a test. */
const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;
const fullness = (error: unknown): unknown =>
  FULL.has(String(codeOf(error))) ? new NoRoom('There is no room for the file.', { cause: error }) : error;

const ignoring =
  (...codes: readonly string[]) =>
  (error: unknown): undefined => {
    if (!codes.includes(String(codeOf(error)))) throw error;
    return undefined;
  };
