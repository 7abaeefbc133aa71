/** The process that reads one file: its content is the standard input, its text goes out as lines of JSON. It may read the program's own files and write none. */
import { setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FileFormat } from '../core/file-format.ts';
import { Unextractable } from '../core/ports.ts';
import type { Watched } from './extract-watch.ts';
import type { ExtractLimits } from './limits.ts';
import { readText } from './read.ts';
import { openSource } from './source.ts';

export interface Asked {
  readonly format: Pick<FileFormat, 'extension' | 'signs'>;
  readonly limits: ExtractLimits;
  /** Number of the process that waits for the text. */
  readonly parent: number;
}

const { format, limits, parent } = JSON.parse(process.argv[2] ?? '') as Asked;
const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

const most = new SharedArrayBuffer(4);
new Worker(new URL('./extract-watch.ts', import.meta.url), {
  workerData: { limits, parent, most } satisfies Watched,
}).unref();
try {
  setPriority(10); // people are waiting for the server, nobody for this
} catch {
  // not allowed everywhere
}

/** Codes of Node when a part of the program is not there or may not be read. */
const OURS = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_ACCESS_DENIED']);

say({ ready: true });
try {
  const { isCut } = await readText({ source: openSource(0), format, limits, give: (page) => say({ page }) });
  const now = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  say({ end: { isCut, megabytes: Math.max(now, new Int32Array(most)[0] ?? 0) } });
} catch (error) {
  const of = String((error as { code?: unknown } | undefined)?.code);
  const code = error instanceof Unextractable ? error.code : 'broken';
  const cause = error instanceof Unextractable ? error.cause : error;
  if (OURS.has(of)) say({ unable: of });
  else say({ fault: { code, because: cause instanceof Error ? cause.name.slice(0, 60) : '' } });
}
// What pdf.js has left open would keep the process; what was said is written first.
process.stdout.write('', () => process.exit(0));
