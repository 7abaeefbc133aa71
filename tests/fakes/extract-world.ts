/** The real extractor over files in memory, with what it may leave behind counted: files in its folder, and processes. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BLOCK, blocksOf, type ContentSign, formatOf } from '../../bot/core/file-format.ts';
import type { ActivityId, NetworkId } from '../../bot/core/ids.ts';
import { type FileKey, type TextPage, Unextractable } from '../../bot/core/ports.ts';
import { createExtractor, type TextExtractor } from '../../bot/extract/extract.ts';
import type { ExtractLimits } from '../../bot/extract/limits.ts';
import { type FakeLog, fakeLog } from './fake-log.ts';
import { type MemoryFiles, memoryFiles } from './memory-files.ts';

export interface ExtractWorld {
  readonly files: MemoryFiles;
  readonly extractor: TextExtractor;
  readonly log: FakeLog;
  readonly folder: string;
  /** Keeps a file of this name. */
  keep(bytes: Uint8Array): Promise<FileKey>;
  sign(bytes: Uint8Array): Promise<ContentSign | undefined>;
  /** Its text, or the code of the fault. */
  read(name: string, bytes: Uint8Array): Promise<readonly TextPage[] | string>;
  /** Megabytes of the process that read last. */
  megabytes(): number;
  /** Names in the folder and the processes that still read: nothing, between two files. */
  leftovers(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Made with LibreOffice and Chromium: `guide.*`, `slides.*` and `figures.*` hold the same text in each format, `locked.*` ask for a password. */
export const realFile = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, '..', 'fixtures', 'files', name));

export async function extractWorld(limits: Partial<ExtractLimits> = {}): Promise<ExtractWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'extract-'));
  const files = memoryFiles();
  const log = fakeLog();
  const extractor = createExtractor({ files, folder, log, limits });
  let kept = 0;
  const keep = async (bytes: Uint8Array): Promise<FileKey> => {
    const key: FileKey = { network: 'n1' as NetworkId, id: `file-${++kept}` as ActivityId };
    const count = blocksOf(bytes.length);
    for (let index = 0; index < count; index++)
      await files.putBlock(key, index, bytes.subarray(index * BLOCK, (index + 1) * BLOCK));
    await files.assemble(key, count);
    return key;
  };
  return {
    ...{ files, extractor, log, folder, keep },
    sign: async (bytes) => extractor.sign(await keep(bytes)),
    async read(name, bytes) {
      const format = formatOf(name);
      if (!format) throw new Error(`${name} is of no kind that is kept`);
      try {
        return (await extractor.extract(await keep(bytes), format)).pages;
      } catch (error) {
        if (error instanceof Unextractable) return error.code;
        throw error;
      }
    },
    megabytes: () => Number(log.events.findLast(({ event }) => event === 'extract.read')?.fields.megabytes),
    leftovers: async () => [...(await readdir(folder)), ...readingProcesses()],
    async close() {
      await extractor.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Processes of this one, or of another, that read a file, as the system lists them: the parent's number and their own first. */
export const readingProcesses = (parent = process.pid): readonly string[] =>
  execFileSync('ps', ['-A', '-o', 'ppid=,pid=,args=', '-ww'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith(`${parent} `) && line.includes('extract-process'));
