/** Sealed answers: ids and bodies that tell nothing without the activity's key. The one core file that uses node:crypto. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
/** Added to the length of what is packed. */
const PACKED = 2 ** 31;
/** Sealed bodies are this long or a doubling of it, in bytes: the length of a comment does not show. */
const SMALLEST_CLASS = 4096;
/** Largest sealed body, in bytes. */
const LARGEST_CLASS = 1024 * 1024;

/** Id of someone's sealed answer: HMAC-SHA256 in hex. Without the key it can't be made from the identity, nor the identity from it. */
export function sealedId(key: Uint8Array, identity: string): string {
  return createHmac('sha256', key).update(`id\n${identity}`).digest('hex');
}

/**
 * AES-256-GCM in base64, of a size class, with the identity inside. `value` is anything that JSON holds. `room`, in bytes: what is longer than usual
 * is packed, and everything is as long as something of this size. Throws RangeError when it is over 1 MB.
 */
export function seal(key: Uint8Array, value: unknown, identity: string, room = 0): string {
  const plain = Buffer.from(JSON.stringify({ identity, value }));
  const isPacked = room > 0 && plain.length > SMALLEST_CLASS / 2;
  const content = isPacked ? deflateRawSync(plain) : plain;
  const padded = Buffer.alloc(sizeClass(LENGTH_BYTES + Math.max(room, content.length)));
  padded.writeUInt32BE(content.length + (isPacked ? PACKED : 0));
  content.copy(padded, LENGTH_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', bodyKey(key), nonce);
  cipher.setAAD(Buffer.from(sealedId(key, identity)));
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** What was sealed under `id`. Throws when the key is another, the body was changed, or it was moved from another id. The value is to be parsed as untrusted. */
export function open(
  key: Uint8Array,
  id: string,
  sealed: string,
): { readonly identity: string; readonly value: unknown } {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < NONCE_BYTES + SMALLEST_CLASS + TAG_BYTES) throw new RangeError('A sealed body is cut off.');
  const decipher = createDecipheriv('aes-256-gcm', bodyKey(key), bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(id));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const padded = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  const length = padded.readUInt32BE();
  const isPacked = length >= PACKED;
  const content = padded.subarray(LENGTH_BYTES, LENGTH_BYTES + (isPacked ? length - PACKED : length));
  const plain = isPacked ? inflateRawSync(content) : content;
  return JSON.parse(plain.toString()) as { identity: string; value: unknown };
}

/** Every order equally likely, so that the order tells nothing of who wrote when. */
export function shuffle<T>(items: readonly T[]): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** Ids and bodies are made with keys of their own, so that neither helps against the other. */
function bodyKey(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('body').digest();
}

function sizeClass(bytes: number): number {
  let size = SMALLEST_CLASS;
  while (size < bytes) size *= 2;
  if (size > LARGEST_CLASS) throw new RangeError(`A sealed answer of ${bytes} bytes is too big.`);
  return size;
}
