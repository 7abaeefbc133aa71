/** Makes files in a thread of its own that ends with the file: what is heavy to load, or slow, holds nobody else up and costs nothing afterwards. */
import { Worker } from 'node:worker_threads';

/** So many may wait for one kind of file; who comes then is asked to try again. */
const MOST_WAITING = 20;

/** It took too long or too much memory, or too many wait already. */
export class NotMade extends Error {
  override name = 'NotMade';
}

export interface Limits {
  /** Milliseconds for one file, its turn not counted. */
  readonly longest: number;
  /** Megabytes of the thread's heap. */
  readonly memory: number;
}

/** A maker of files: one at a time in this process. `file`: the thread's own, which answers with the bytes. Throws NotMade. */
export function maker<T>(file: URL, { longest, memory }: Limits): (of: T) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (of) => {
    if (waiting >= MOST_WAITING) return Promise.reject(new NotMade('busy'));
    waiting++;
    const mine = last.then(() => makeIn(file, of, { longest, memory })).finally(() => waiting--);
    last = mine.catch(() => undefined);
    return mine;
  };
}

function makeIn(file: URL, of: unknown, { longest, memory }: Limits): Promise<Uint8Array> {
  const worker = new Worker(file, { workerData: of, resourceLimits: { maxOldGenerationSizeMb: memory } });
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => reject(new NotMade('slow')), longest);
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      end();
    };
    worker.once('message', (bytes: Uint8Array) => settle(() => resolve(bytes)));
    worker.once('error', (error: unknown) =>
      settle(() => reject(isOutOfMemory(error) ? new NotMade('memory', { cause: error }) : (error as Error))),
    );
    worker.once('exit', () => settle(() => reject(new Error(`${file.pathname} ended without a file`))));
  }).finally(() => worker.terminate());
}

const isOutOfMemory = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
