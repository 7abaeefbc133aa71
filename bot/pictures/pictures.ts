/** Draws pictures of strangers anew: each in a process of its own that is ended on time, one at a time. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { SECOND } from '../core/clock.ts';
import { type Pictures, UnusablePicture } from '../core/ports.ts';

const ENTRY = join(import.meta.dirname, 'picture-process.ts');
/** The largest that is read takes about three. */
const TIME = 20 * SECOND;

const told = z.union([
  z.strictObject({ fault: z.enum(['broken', 'tooLarge']) }),
  z.strictObject({ width: z.int().positive(), height: z.int().positive(), size: z.int().positive() }),
]);

/** `entry`: file of the process; `time`: how long it may take, in milliseconds. */
export function createPictures({ entry = ENTRY, time = TIME } = {}): Pictures {
  let last: Promise<unknown> = Promise.resolve();
  return {
    fit(bytes, side) {
      const mine = last.then(() => fitted(answer(bytes, [entry, String(side)], time)));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

async function fitted(answered: Promise<Buffer>): ReturnType<Pictures['fit']> {
  const out = await answered;
  const end = out.indexOf(10);
  const said = end < 0 ? undefined : told.safeParse(parsed(out.subarray(0, end).toString()));
  // The process fell over the picture, or was ended over it.
  if (!said?.success) throw new UnusablePicture('broken');
  if ('fault' in said.data) throw new UnusablePicture(said.data.fault);
  const { width, height, size } = said.data;
  const drawn = out.subarray(end + 1);
  if (drawn.length !== size) throw new UnusablePicture('broken');
  return { bytes: new Uint8Array(drawn), width, height };
}

/** All that the process says. Throws when it can't be started. */
function answer(bytes: Uint8Array, args: readonly string[], timeout: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      ...{ stdio: ['pipe', 'pipe', 'ignore'], env: {}, windowsHide: true, timeout, killSignal: 'SIGKILL' },
    });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.stdin.on('error', () => undefined); // it has ended before it read all
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(pieces)));
    child.stdin.end(bytes);
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
