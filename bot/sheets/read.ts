/** Reads a table or an attendance report in a thread of its own, with an end to its time and memory. */
import { Worker } from 'node:worker_threads';
import { SECOND } from '../core/clock.ts';
import { type AttendanceReport, type ReportFault, UnreadableReport } from './attendance-report.ts';
import { type Cells, LARGEST_FILE, type Table, type TableFault, UnreadableTable } from './table.ts';

/** Ten times what the largest honest list takes on a slow machine. */
const LONGEST = 20 * SECOND;
/** Megabytes of the thread's heap. */
const MOST_MEMORY = 256;

/** What the thread is asked for. */
export interface Reading {
  readonly what: 'table' | 'attendance';
  /** Of a table. */
  readonly cells?: Cells;
  readonly bytes: Uint8Array;
}

/** What it answers: what was read, or the code of why it could not be. */
export interface Answer {
  readonly read?: unknown;
  readonly fault?: string;
}

/** Faults that end a reading of any kind. */
type Fault = 'tooLarge' | 'slow' | 'broken';
type Unreadable = (fault: string, options?: ErrorOptions) => Error;

let last: Promise<unknown> = Promise.resolve();

/** One at a time in this process. Throws UnreadableTable: too large, too many rows, broken, too slow … */
export const readTable = (bytes: Uint8Array, cells: Cells = 'words'): Promise<Table> =>
  inTurn<Table>({ what: 'table', bytes, cells }, (fault, options) => new UnreadableTable(fault as TableFault, options));

/** One at a time in this process. Throws UnreadableReport: too large, something else, nobody came, broken, too slow. */
export const readAttendanceReport = (bytes: Uint8Array): Promise<AttendanceReport> =>
  inTurn<AttendanceReport>(
    { what: 'attendance', bytes },
    (fault, options) => new UnreadableReport(fault as ReportFault, options),
  );

function inTurn<T>(reading: Reading, unreadable: Unreadable): Promise<T> {
  const mine = last.then(() => readInThread<T>(reading, unreadable));
  last = mine.catch(() => undefined);
  return mine;
}

function readInThread<T>(reading: Reading, unreadable: Unreadable): Promise<T> {
  const fault = (of: Fault, options?: ErrorOptions): Error => unreadable(of, options);
  if (reading.bytes.length > LARGEST_FILE) return Promise.reject(fault('tooLarge'));
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: reading,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(fault('slow')), LONGEST);
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      end();
    };
    worker.once('message', (answer: Answer) =>
      settle(() => (answer.fault === undefined ? resolve(answer.read as T) : reject(unreadable(answer.fault)))),
    );
    worker.once('error', (error: unknown) =>
      settle(() => reject(isOutOfMemory(error) ? fault('tooLarge', { cause: error }) : (error as Error))),
    );
    worker.once('exit', () => settle(() => reject(fault('broken'))));
  }).finally(() => worker.terminate());
}

const isOutOfMemory = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
