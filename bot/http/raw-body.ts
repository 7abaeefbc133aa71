/** Reads bodies of bytes whole, while only so many of them are in memory over the whole process and of one person. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { busy, lengthless, malformed, notBytes, tooLarge } from './problem.ts';

/** Bytes of bodies that may be in memory at once: 32 blocks of a file. */
export const MOST_HELD = 128 * 1024 * 1024;
/** Bodies of one person at once: more than the tab sends, so that nobody takes the room of all. */
export const MOST_OF_ONE = 8;

/** Throws HttpError before a byte is read. What it resolves to counts as held until the response is closed. */
export type ReadBody = (
  request: IncomingMessage,
  response: ServerResponse,
  of: { readonly most: number; readonly person: string; readonly type?: string },
) => Promise<Uint8Array>;

export function rawBodies(): ReadBody {
  let held = 0;
  const bodiesOf = new Map<string, number>();

  return async (request, response, { most, person, type = 'application/octet-stream' }) => {
    if (typeOf(request) !== type) throw notBytes();
    const size = sizeOf(request);
    if (size === undefined) throw lengthless();
    if (size > most) throw tooLarge();
    if (response.closed) throw malformed(); // the client has gone already: nothing would give its room back
    const own = bodiesOf.get(person) ?? 0;
    if (held + size > MOST_HELD || own >= MOST_OF_ONE) throw busy();
    held += size;
    bodiesOf.set(person, own + 1);
    response.once('close', () => {
      held -= size;
      const left = (bodiesOf.get(person) ?? 1) - 1;
      if (left > 0) bodiesOf.set(person, left);
      else bodiesOf.delete(person);
    });
    return read(request, size);
  };
}

/** Without its parameters. */
export const typeOf = ({ headers }: IncomingMessage): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Node itself has refused what is no length, and ends the connection when other bytes come than it says. */
function sizeOf({ headers }: IncomingMessage): number | undefined {
  const given = headers['content-length'];
  return given === undefined || headers['transfer-encoding'] !== undefined ? undefined : Number(given);
}

async function read(request: IncomingMessage, size: number): Promise<Uint8Array> {
  const body = Buffer.allocUnsafeSlow(size);
  let at = 0;
  try {
    for await (const chunk of request) at += (chunk as Buffer).copy(body, at);
  } catch (error) {
    throw Object.assign(malformed(), { cause: error }); // the client has gone, and hears nothing of it
  }
  if (at !== size) throw malformed();
  return body;
}
