/** Reads the text inside files: each in a process of its own that is ended on time and on memory, one at a time. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type FileFormat, LARGEST_FILE } from '../core/file-format.ts';
import {
  type ExtractFault,
  type Extractor,
  type FileKey,
  type Files,
  type Log,
  type TextPage,
  Unextractable,
} from '../core/ports.ts';
import type { Asked } from './extract-process.ts';
import { EXTRACT_LIMITS, type ExtractLimits } from './limits.ts';
import { signOf } from './sign.ts';
import type { Source } from './source.ts';

export interface ExtractorOptions {
  readonly files: Files;
  /** Where a file lies while it is read: nameless, so that it goes with the process. Of this app alone; made when it is not there. */
  readonly folder: string;
  readonly log: Log;
  readonly limits?: Partial<ExtractLimits>;
}

export interface TextExtractor extends Extractor {
  /** Ends what is being read; nothing is read after. Resolves when no process is left. */
  close(): Promise<void>;
}

const BOT = join(import.meta.dirname, '..');
const ROOT = join(BOT, '..');
const ENTRY = join(import.meta.dirname, 'extract-process.ts');
const SUFFIX = '.read';
/** Bytes of all that the process may say: three for a character in UTF-8, more where JSON escapes it; heading and number of each part. */
const BYTES_PER_CHARACTER = 4;
const BYTES_PER_PART = 1_000;

/** What the process says, a line each. It has read what a stranger wrote, so it is believed no more than that. */
const said = z.union([
  /** Its own program is loaded: what goes wrong from here on is the file's. */
  z.strictObject({ ready: z.literal(true) }),
  /** A part of the program could not be loaded: ours to mend, whatever the file is. */
  z.strictObject({ unable: z.string().max(60) }),
  z.strictObject({
    page: z.strictObject({
      number: z.int().positive().optional(),
      heading: z.string().optional(),
      text: z.string().min(1),
    }),
  }),
  z.strictObject({ end: z.strictObject({ isCut: z.boolean(), megabytes: z.number() }) }),
  z.strictObject({
    fault: z.strictObject({
      code: z.enum(['encrypted', 'broken', 'tooLarge', 'slow'] satisfies ExtractFault[]),
      because: z.string().max(60),
    }),
  }),
]);

/** What `files` throws goes through, as does a full disk where the file is laid to be read. */
export function createExtractor({ files, folder, log, limits: given }: ExtractorOptions): TextExtractor {
  const limits: ExtractLimits = { ...EXTRACT_LIMITS, ...given };
  const ready = swept(folder);
  ready.catch(() => undefined); // told to whoever reads first

  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();
  let running: ChildProcess | undefined;

  const read = async (file: FileKey, format: FileFormat) => {
    if (isClosed) throw new Error('The extractor is closed.');
    await ready;
    const copy = await copied(files, file, folder);
    const startedAt = performance.now();
    try {
      if (isClosed) throw new Error('The extractor is closed.');
      const child = start(copy, {
        format: { extension: format.extension, signs: format.signs },
        limits,
        parent: process.pid,
      });
      running = child;
      const result = await heard(child, limits);
      const ms = Math.round(performance.now() - startedAt);
      log.info('extract.read', { file: file.id, ms, pages: result.pages.length, megabytes: result.megabytes });
      return { pages: result.pages, isCut: result.isCut };
    } catch (error) {
      if (isClosed) throw new Error('The extractor was closed while it read.', { cause: error });
      const ms = Math.round(performance.now() - startedAt);
      if (error instanceof Unextractable)
        log.warn('extract.unread', { file: file.id, ms, code: error.code, because: String(error.cause ?? '') });
      throw error;
    } finally {
      running = undefined;
      await copy.close();
    }
  };

  return {
    sign: async (file) => signOf(await portSource(files, file)),
    extract(file, format) {
      if (!format.hasText) return Promise.resolve({ pages: [], isCut: false });
      const mine = last.then(() => read(file, format));
      last = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      isClosed = true;
      running?.kill('SIGKILL');
      await last;
    },
  };
}

/** By ranges of the port; the size comes with the first of them. */
async function portSource(files: Files, file: FileKey): Promise<Source> {
  const read = async (from: number, to: number) => {
    const found = await files.read(file, { from, to });
    if (!found) throw new Error(`There is no file ${file.id}.`);
    return found;
  };
  const { size } = await read(0, 0);
  return {
    size,
    async read(from, to) {
      if (to <= from) return new Uint8Array();
      const pieces: Uint8Array[] = [];
      for await (const piece of (await read(Math.max(0, from), to)).bytes) pieces.push(piece);
      return new Uint8Array(Buffer.concat(pieces));
    },
  };
}

/** Makes the folder, and takes away what a process that ended between making a file and taking its name away has left: it is empty. */
async function swept(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) if (name.endsWith(SUFFIX)) await rm(join(folder, name), { force: true });
}

/** An open file that has no name any more: whatever ends the process, nothing of it is left. Throws `tooLarge`. */
async function copied(files: Files, file: FileKey, folder: string): Promise<FileHandle> {
  const path = join(folder, `${randomUUID()}${SUFFIX}`);
  const copy = await open(path, 'wx+', 0o600);
  try {
    await rm(path, { force: true });
    const found = await files.read(file);
    if (!found) throw new Error(`There is no file ${file.id}.`);
    if (found.size > LARGEST_FILE) throw new Unextractable('tooLarge');
    let size = 0;
    for await (const bytes of found.bytes) {
      for (
        let at = 0;
        at < bytes.length;
        at += (await copy.write(bytes, at, bytes.length - at, size + at)).bytesWritten
      );
      size += bytes.length;
    }
    return copy;
  } catch (error) {
    await copy.close();
    throw error;
  }
}

/**
 * A process that knows no path but the program's own, no settings, and may write nothing: the file is its standard input. Node 24 can't forbid the
 * network in the same way; nothing that runs in it asks for an address.
 */
function start(copy: FileHandle, asked: Asked): ChildProcess {
  const packages = join(ROOT, 'node_modules');
  const may = [BOT, join(ROOT, 'package.json'), ...new Set([packages, realpathSync(packages)])];
  const flags = ['--permission', '--allow-worker', ...may.map((path) => `--allow-fs-read=${path}`)];
  return spawn(
    process.execPath,
    [...flags, `--max-old-space-size=${asked.limits.heap}`, ENTRY, JSON.stringify(asked)],
    { stdio: [copy.fd, 'pipe', 'ignore'], env: {}, cwd: BOT, windowsHide: true },
  );
}

/** Signals by which a process ends that took too much memory: of the watch or the system, of V8 on its platforms. */
const OUT_OF_MEMORY: readonly (string | null)[] = ['SIGKILL', 'SIGABRT', 'SIGTRAP'];
/** Those by which one ends that fell over its file. */
const CRASHED: readonly (string | null)[] = ['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE'];
/** V8's exit code out of memory where there are no signals. Source: Node, “Exit codes”, 134. */
const ABORTED = 134;

/** The process can't do its work here at all: nothing is known of the file, which is tried again. */
class Unable extends Error {
  override name = 'Unable';
}

interface Heard {
  readonly pages: readonly TextPage[];
  readonly isCut: boolean;
  readonly megabytes: number;
}

/** Resolves when the process is gone. Throws Unextractable; anything else when it could not be started or was ended from outside. */
async function heard(child: ChildProcess, limits: ExtractLimits): Promise<Heard> {
  const listening = listen(limits);
  let ended: Unextractable | Unable | undefined;
  const end = (fault: Unextractable | Unable): void => {
    ended ??= fault;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(() => end(new Unextractable('slow')), limits.time);
  child.stdout?.on('data', (bytes: Buffer) => {
    try {
      if (!ended) listening.hear(bytes);
    } catch (error) {
      end(
        error instanceof Unextractable || error instanceof Unable
          ? error
          : new Unextractable('broken', { cause: 'answer' }),
      );
    }
  });
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...of) => resolve(of));
  }).finally(() => clearTimeout(timer));
  if (ended) throw ended;
  const result = listening.result();
  if (result) return result;
  if (code !== null && code !== ABORTED && !listening.isReady()) throw new Unable(`exit ${code} before it began`);
  if (code === ABORTED || OUT_OF_MEMORY.includes(signal)) throw new Unextractable('tooLarge', { cause: 'memory' });
  if (code !== null || CRASHED.includes(signal)) throw new Unextractable('broken', { cause: signal ?? `exit ${code}` });
  throw new Error(`The process that reads a file was ended by ${signal}.`);
}

/** Puts the lines together. `hear` throws Unextractable, and anything else when it is not what the process can say. */
function listen(limits: ExtractLimits) {
  const decoder = new TextDecoder();
  const pages: TextPage[] = [];
  let rest = '';
  let bytesLeft = limits.characters * BYTES_PER_CHARACTER + limits.parts * BYTES_PER_PART;
  let end: { isCut: boolean; megabytes: number } | undefined;
  let isReady = false;
  const take = (line: string): void => {
    const what = said.parse(JSON.parse(line));
    if ('unable' in what) throw new Unable(what.unable);
    if ('ready' in what) isReady = true;
    else if ('fault' in what) throw new Unextractable(what.fault.code, { cause: what.fault.because });
    else if ('end' in what) end = what.end;
    else pages.push(what.page as TextPage);
  };
  return {
    hear(bytes: Buffer): void {
      bytesLeft -= bytes.length;
      if (bytesLeft < 0) throw new Unextractable('tooLarge');
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    },
    isReady: (): boolean => isReady,
    result: (): Heard | undefined => end && { pages, ...end },
  };
}
