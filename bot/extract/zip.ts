/** Reads zips by ranges: the list of parts at the end, and single parts as a stream that never gives more than it may. Names are only ever compared. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { Unextractable } from '../core/ports.ts';
import type { ExtractLimits } from './limits.ts';
import type { Source } from './source.ts';

export interface ZipEntry {
  /** As it is written in the zip. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  /** As declared. */
  readonly unpacked: number;
  /** Of its local header. */
  readonly offset: number;
}

// Signatures, and bytes of the fixed part of each record. Source: PKWARE APPNOTE 6.3.10, 4.3.
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const LOCATOR64_SIZE = 20;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** In a field of 32 or 16 bits: the value stands in the 64-bit record. */
const IN_64 = 0xffffffff;
const IN_64_SHORT = 0xffff;
/** Bytes of the list that are read for each part it may have: names of Office's parts are under 100. */
const BYTES_PER_ENTRY = 200;
const PIECE = 256 * 1024;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Its parts. undefined: no zip, or one that is cut off. Throws `tooLarge` when there are more than may be. */
export async function listZip(source: Source, limits: ExtractLimits): Promise<readonly ZipEntry[] | undefined> {
  const end = await endOf(source);
  if (!end) return undefined;
  if (end.count > limits.entries || end.size > limits.entries * BYTES_PER_ENTRY) throw new Unextractable('tooLarge');
  const bytes = await source.read(end.offset, end.offset + end.size);
  if (bytes.length < end.size) return undefined;
  const view = viewOf(bytes);
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < end.count) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const nameEnd = at + ENTRY_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) return undefined;
    const sizes = sizesOf(view, at, nameEnd, extraEnd);
    if (!sizes) return undefined;
    entries.push({
      name: decoder.decode(bytes.subarray(at + ENTRY_SIZE, nameEnd)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      ...sizes,
    });
    at = next;
  }
  return entries;
}

async function endOf(source: Source) {
  const from = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT);
  const tail = await source.read(from, source.size);
  const view = viewOf(tail);
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    if (view.getUint32(at, true) !== END || at + END_SIZE + view.getUint16(at + 20, true) > tail.length) continue;
    const found = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
    const isIn64 = found.count === IN_64_SHORT || found.size === IN_64 || found.offset === IN_64;
    return isIn64 ? ((await end64(source, from + at)) ?? found) : found;
  }
  return undefined;
}

async function end64(source: Source, end: number) {
  const locator = viewOf(await source.read(end - LOCATOR64_SIZE, end));
  if (locator.byteLength < LOCATOR64_SIZE || locator.getUint32(0, true) !== LOCATOR64) return undefined;
  const at = Number(locator.getBigUint64(8, true));
  const record = viewOf(await source.read(at, at + 56));
  if (record.byteLength < 56 || record.getUint32(0, true) !== END64) return undefined;
  return {
    count: Number(record.getBigUint64(32, true)),
    size: Number(record.getBigUint64(40, true)),
    offset: Number(record.getBigUint64(48, true)),
  };
}

/** Those of 32 bits, or the 64-bit ones of the extra field in their fixed order. */
function sizesOf(view: DataView, at: number, extra: number, extraEnd: number) {
  const short = {
    unpacked: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  if (short.unpacked !== IN_64 && short.packed !== IN_64 && short.offset !== IN_64) return short;
  let field = extra;
  while (field + 4 <= extraEnd) {
    const size = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1 && field + 4 + size <= extraEnd) {
      let value = field + 4;
      const end = value + size;
      const long = (given: number): number => {
        if (given !== IN_64 || value + 8 > end) return given;
        value += 8;
        return Number(view.getBigUint64(value - 8, true));
      };
      return { unpacked: long(short.unpacked), packed: long(short.packed), offset: long(short.offset) };
    }
    field += 4 + size;
  }
  return undefined;
}

/** Counts what was unpacked of one file together. */
export interface Unpacked {
  bytes: number;
}

/**
 * One part's content, in pieces. Throws Unextractable: `tooLarge` as soon as what is declared or what comes out is more than may be, `broken`
 * when it is not what the list says, `encrypted`.
 */
export async function* unpack(
  source: Source,
  entry: ZipEntry,
  limits: ExtractLimits,
  together: Unpacked = { bytes: 0 },
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw new Unextractable('encrypted');
  const { unpacked, packed, method } = entry;
  if (unpacked > limits.unpacked || (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio))
    throw new Unextractable('tooLarge');
  if (method !== 0 && method !== 8) throw new Unextractable('broken');
  const header = viewOf(await source.read(entry.offset, entry.offset + LOCAL_SIZE));
  if (header.byteLength < LOCAL_SIZE || header.getUint32(0, true) !== LOCAL) throw new Unextractable('broken');
  const start = entry.offset + LOCAL_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
  const raw = pieces(source, start, start + packed);
  let length = 0;
  let checksum = 0;
  for await (const piece of method === 0 ? raw : inflated(raw)) {
    length += piece.length;
    together.bytes += piece.length;
    if (together.bytes > limits.unpackedTogether) throw new Unextractable('tooLarge');
    if (length > unpacked) throw new Unextractable('broken');
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (length !== unpacked || checksum !== entry.checksum) throw new Unextractable('broken');
}

async function* pieces(source: Source, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += PIECE) {
    const piece = await source.read(at, Math.min(to, at + PIECE));
    if (piece.length === 0) return;
    yield piece;
  }
}

async function* inflated(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw();
  // Its failure comes out of `inflate` too.
  const flow = pipeline(Readable.from(raw), inflate).catch(() => undefined);
  try {
    for await (const piece of inflate) yield piece as Uint8Array;
  } catch (error) {
    if (error instanceof Unextractable) throw error;
    throw new Unextractable('broken', { cause: error });
  } finally {
    inflate.destroy();
    await flow;
  }
}
