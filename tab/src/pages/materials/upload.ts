/** Sends a file in blocks: goes on after failures and after having been offline, and never sends again what has arrived. */
import { ApiProblem, apiProblem } from '../../api.ts';

/** Of all files together, so that two blocks are the most that is in memory. */
const BLOCKS_AT_A_TIME = 2;
const FILES_AT_A_TIME = 2;
/** Of one request, one after another; they take some four minutes, longer than a train is in a tunnel. */
const MOST_TRIES = 12;
/** Milliseconds before the second try, doubled before each further one. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** What the server asks for is believed up to this, in milliseconds. */
const LONGEST_ASKED = 5 * 60_000;
/** How often the server may say that parts are missing or were changed on their way. */
const MOST_MENDINGS = 3;

export interface Started {
  readonly upload: string;
  /** Bytes of each block but the last. */
  readonly block: number;
  readonly blocks: number;
  /** Need not be sent again. */
  readonly received: readonly number[];
  /** Nothing need be sent. */
  readonly isWhole: boolean;
}

export interface Block {
  readonly upload: string;
  readonly index: number;
  readonly bytes: ArrayBuffer;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** The requests; each throws an ApiProblem. */
export interface Sender {
  start(file: Blob & { readonly name: string; readonly lastModified: number }, signal: AbortSignal): Promise<Started>;
  /** `onSent`: bytes of it that are on their way. */
  block(block: Block, signal: AbortSignal, onSent: (bytes: number) => void): Promise<void>;
  finish(upload: string, signal: AbortSignal): Promise<void>;
}

export interface Surroundings {
  /** Milliseconds; rejects when aborted. */
  wait(time: number, signal: AbortSignal): Promise<void>;
  readonly isOnline: () => boolean;
  /** Resolves once there is a network; rejects when aborted. */
  untilOnline(signal: AbortSignal): Promise<void>;
  /** From 0 to 1: devices that failed together don't come back together. */
  readonly chance: () => number;
}

/** Lets so many in at a time, first come first served. */
export type Gate = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

export function gate(most: number): Gate {
  let inside = 0;
  const queue: (() => void)[] = [];
  return async (signal, work) => {
    if (inside >= most) {
      await new Promise<void>((resolve, reject) => {
        const enter = (): void => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        const leave = (): void => {
          queue.splice(queue.indexOf(enter), 1);
          reject(signal.reason as Error);
        };
        if (signal.aborted) reject(signal.reason as Error);
        else {
          queue.push(enter);
          signal.addEventListener('abort', leave, { once: true });
        }
      });
    } else inside += 1;
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}

export interface Gates {
  readonly files: Gate;
  readonly blocks: Gate;
}
export const newGates = (): Gates => ({ files: gate(FILES_AT_A_TIME), blocks: gate(BLOCKS_AT_A_TIME) });

interface Sending {
  readonly sender: Sender;
  readonly around: Surroundings;
  readonly gates: Gates;
  readonly signal: AbortSignal;
  /** It has come to its turn, and the server knows it by this id. */
  readonly onStart: (upload: string) => void;
  /** Bytes that have arrived or are on their way. */
  readonly onProgress: (bytes: number) => void;
}

/** What the browser can't read any more: it was moved, changed or removed since it was chosen. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

type Sendable = Parameters<Sender['start']>[0];

/** Resolves to the upload's id once the server has the whole file. Throws ApiProblem, Unreadable, or the signal's reason. */
export const sendFile = (file: Sendable, sending: Sending): Promise<string> =>
  sending.gates.files(sending.signal, () => send(file, sending));

async function send(file: Sendable, sending: Sending): Promise<string> {
  const { sender, signal, onStart, onProgress } = sending;
  let refused: { readonly error: unknown; readonly upload: string } | undefined;
  for (let mendings = 0; ; mendings++) {
    const started = await persist(() => sender.start(file, signal), sending);
    const { upload } = started;
    onStart(upload);
    if (refused && refused.upload !== upload) throw refused.error; // it was taken as a whole, and thrown away
    if (started.isWhole) {
      onProgress(file.size);
      return upload;
    }
    let isSent = false;
    try {
      await sendBlocks(file, started, sending);
      isSent = true;
      await persist(() => sender.finish(upload, signal), sending);
      return upload;
    } catch (error) {
      if (!isMendable(error) || mendings >= MOST_MENDINGS) throw error;
      if (isSent) refused = { error, upload };
    }
  }
}

/** The server lacks parts or no longer knows the upload: beginning again tells what to send. */
const isMendable = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 404 || (error.status === 409 && error.fields.length === 0));

async function sendBlocks(file: Blob, { upload, block, blocks, received }: Started, sending: Sending): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([sending.signal, stop.signal]);
  const sizeOf = (index: number): number => Math.min(block, file.size - index * block);
  const left = Array.from({ length: blocks }, (_, index) => index).filter((index) => !received.includes(index));
  let arrived = received.reduce((sum, index) => sum + sizeOf(index), 0);
  const underWay = new Map<number, number>();
  const tell = (): void => sending.onProgress([...underWay.values()].reduce((sum, bytes) => sum + bytes, arrived));
  tell();
  const sendOne = (index: number): Promise<void> =>
    persist(
      () =>
        sending.gates.blocks(signal, async () => {
          const bytes = await readBytes(file.slice(index * block, index * block + sizeOf(index)));
          const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes));
          await sending.sender
            .block({ upload, index, bytes, sha256 }, signal, (sent) => {
              underWay.set(index, Math.min(sent, bytes.byteLength));
              tell();
            })
            .finally(() => underWay.delete(index));
        }),
      { ...sending, signal },
    );
  const work = async (): Promise<void> => {
    for (let index = left.shift(); index !== undefined; index = left.shift()) {
      await sendOne(index);
      arrived += sizeOf(index);
      tell();
    }
  };
  const workers = Array.from({ length: BLOCKS_AT_A_TIME }, work);
  try {
    await Promise.all(workers);
  } catch (error) {
    stop.abort(error); // what the others are sending is of no use
    await Promise.allSettled(workers);
    throw error;
  }
}

const readBytes = (of: Blob): Promise<ArrayBuffer> =>
  of.arrayBuffer().catch(() => {
    throw new Unreadable();
  });

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Asks again while nobody refuses anything. Failures while there is no network don't count. */
async function persist<T>(ask: () => Promise<T>, { around, signal }: Pick<Sending, 'around' | 'signal'>): Promise<T> {
  for (let failures = 1; ; failures++) {
    if (!around.isOnline()) {
      await around.untilOnline(signal);
      failures = 1;
    }
    try {
      return await ask();
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Unreadable) throw error;
      const problem = apiProblem(error);
      if (!problem.isPassing || (failures >= MOST_TRIES && around.isOnline())) throw problem;
      if (around.isOnline()) await around.wait(pauseAfter(failures, problem.retryAfter, around.chance()), signal);
    }
  }
}

/** Milliseconds; `asked`: seconds that the server wants to be left alone. */
export function pauseAfter(failures: number, asked: number | undefined, chance: number): number {
  const own = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)) * (0.5 + chance / 2);
  return Math.max(own, Math.min(LONGEST_ASKED, (asked ?? 0) * 1000));
}
