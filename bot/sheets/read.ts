/** Reads a table in a thread of its own, with an end to its time and memory. */
import { Worker } from 'node:worker_threads';
import { SECOND } from '../core/clock.ts';
import { LARGEST_FILE, type Table, type TableFault, UnreadableTable } from './table.ts';

/** Ten times what the largest honest list takes on a slow machine. */
const LONGEST = 20 * SECOND;
/** Megabytes of the thread's heap. */
const MOST_MEMORY = 256;

let last: Promise<unknown> = Promise.resolve();

/** One at a time in this process. Throws UnreadableTable: too large, too many rows, broken, too slow … */
export function readTable(bytes: Uint8Array): Promise<Table> {
  const mine = last.then(() => readInThread(bytes));
  last = mine.catch(() => undefined);
  return mine;
}

function readInThread(bytes: Uint8Array): Promise<Table> {
  if (bytes.length > LARGEST_FILE) return Promise.reject(new UnreadableTable('tooLarge'));
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  return new Promise<Table>((resolve, reject) => {
    const timer = setTimeout(() => reject(new UnreadableTable('slow')), LONGEST);
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      end();
    };
    worker.once('message', (answer: { table?: Table; fault?: TableFault }) =>
      settle(() => (answer.table ? resolve(answer.table) : reject(new UnreadableTable(answer.fault ?? 'broken')))),
    );
    worker.once('error', (error: unknown) =>
      settle(() => reject(isOutOfMemory(error) ? new UnreadableTable('tooLarge', { cause: error }) : (error as Error))),
    );
    worker.once('exit', () => settle(() => reject(new UnreadableTable('broken'))));
  }).finally(() => worker.terminate());
}

const isOutOfMemory = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
