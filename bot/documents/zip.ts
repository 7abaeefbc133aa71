/** Files as one ZIP that is written while it is read: whatever its length, nothing but the piece under way is in memory. */
import { makeZip } from 'client-zip';

export interface ZipEntry {
  /** With `/` between folders; see `entryNames`. */
  readonly name: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  readonly changedAt: Date;
}

/**
 * Files as they are, without compression: what people keep is packed already. Sizes and numbers beyond 4 GB and 65 535 files are written the way
 * of ZIP64. Entries are asked for one at a time, when those before are read; whoever stops reading lets go of the one under way.
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  let open: AsyncIterator<Uint8Array> | undefined;
  /** The library does not give back what it was reading when it is left. */
  const held = (content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => ({
    [Symbol.asyncIterator]() {
      open = content[Symbol.asyncIterator]();
      return open;
    },
  });
  async function* inputs() {
    for await (const { name, content, changedAt } of entries)
      yield { name, input: content instanceof Uint8Array ? content : held(content), lastModified: earliest(changedAt) };
  }
  const zip = makeZip(inputs()).getReader();
  try {
    for (let piece = await zip.read(); !piece.done; piece = await zip.read()) yield piece.value;
  } finally {
    await zip.cancel().catch(() => undefined); // where it is left before its end it ends itself by throwing
    await open?.return?.();
  }
}

/** ZIP counts years from 1980. */
const earliest = (at: Date): Date => (at.getFullYear() < 1980 ? new Date(1980, 0, 1) : at);

// ── Names ──────────────────────────────────────────────────────────────────────────────────────

/** Characters of each part of a name: a few folders deep it is still within the 260 of Windows. */
const LONGEST = 80;
/** Source: Microsoft, “Naming Files, Paths, and Namespaces”. */
const DEVICES = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** What people call something, as the name of a file or folder that any system takes and that leads nowhere else. `most`: characters. */
export function entryName(typed: string, most = LONGEST): string {
  const clean = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/\s+/g, ' ');
  const ending = /\.[^.\s]{1,10}$/.exec(clean)?.[0] ?? '';
  const base = withoutEdges([...clean.slice(0, clean.length - ending.length)].slice(0, most - ending.length).join(''));
  const name = withoutEdges(`${base || '_'}${ending}`);
  return DEVICES.test(name) ? `_${name}` : name || '_';
}

/** A dot or space at the end is dropped by Windows, one at the beginning hides the file elsewhere. */
const withoutEdges = (name: string): string => name.replace(/^[. ]+|[. ]+$/g, '');

/** Gives each file of an archive a readable name of its own: `(2)` goes before the ending where one is taken, in capitals or not. */
export function entryNames(): (folder: string, typed: string) => string {
  const taken = new Set<string>();
  return (folder, typed) => {
    const name = entryName(typed);
    const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
    const base = name.slice(0, name.length - ending.length);
    for (let n = 1; ; n++) {
      const path = `${folder}${n === 1 ? name : `${base} (${n})${ending}`}`;
      const key = path.normalize('NFKC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return path;
    }
  };
}
