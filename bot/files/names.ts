/** How files are named where they are kept: by our ids alone, in letters that every file system and Blob Storage take as they are. */
import { createHash } from 'node:crypto';
import { type ActivityId, activityId, type NetworkId } from '../core/ids.ts';

/** Bytes of the largest block that is taken. */
export const LARGEST_BLOCK = 8 * 1024 * 1024;
/** Source: Blob Storage takes 50 000 blocks a file. */
const MOST_BLOCKS = 50_000;

/** Says nothing of the network, and cannot lead out of its folder. */
export const networkName = (network: NetworkId): string => createHash('sha256').update(network).digest('hex');

/** Capitals too are written otherwise: some file systems don't tell them from small letters. And dots at the ends: names of dots alone lead elsewhere. */
export const nameOf = (id: ActivityId): string =>
  id.replace(/[^a-z0-9.-]|^\.|\.$/g, (mark) => `_${mark.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** Undefined: none of our names. */
export function idOf(name: string): ActivityId | undefined {
  const id = name.replace(/_([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const parsed = activityId.safeParse(id);
  return parsed.success && nameOf(parsed.data) === name ? parsed.data : undefined;
}

/** Throws for what is no block: the feature has looked at it before. */
export function checkBlock(index: number, bytes: Uint8Array): void {
  if (!Number.isInteger(index) || index < 0 || index >= MOST_BLOCKS)
    throw new RangeError(`No block is number ${index}.`);
  if (bytes.length > LARGEST_BLOCK)
    throw new RangeError(`A block has ${bytes.length} bytes, at most ${LARGEST_BLOCK}.`);
}

export const missingBlock = (index: number): Error => new Error(`Block ${index} is missing.`);

/** The part of a file that there is of the one asked for. */
export function within(size: number, range: { readonly from: number; readonly to: number } | undefined) {
  const from = Math.min(Math.max(range?.from ?? 0, 0), size);
  return { from, to: Math.max(from, Math.min(range?.to ?? size, size)) };
}
