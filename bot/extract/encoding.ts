/** Whether bytes are text, and in which encoding. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Control characters that no text has; tab, ends of lines and pages, and escape are left. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]/;
/** Bytes that Windows-1252 leaves without a character. */
const UNUSED = /[\x81\x8d\x8f\x90\x9d]/;

/** In which encoding the bytes are text; undefined: they are not. The last character may be cut in two. */
export function encodingOf(bytes: Uint8Array): Encoding | undefined {
  const fit = fitting();
  fit.take(bytes);
  const encoding = fit.likely();
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  if (text === '' || CONTROL.test(text)) return undefined;
  return encoding === 'windows-1252' && UNUSED.test(text) ? undefined : encoding;
}

/** In which encoding the pieces of a text most likely are. */
export async function likelyEncoding(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Encoding> {
  const fit = fitting();
  for await (const piece of pieces) fit.take(piece);
  return fit.likely();
}

/** UTF-16 only with its mark. UTF-8 also with single bytes that don't fit, as long as there are more characters that do. */
function fitting() {
  const decoder = new TextDecoder();
  let marked: Encoding | undefined;
  let isFirst = true;
  let wrong = 0;
  let right = 0;
  return {
    take(bytes: Uint8Array): void {
      if (isFirst) marked = markOf(bytes);
      isFirst = false;
      if (marked) return;
      const text = decoder.decode(bytes, { stream: true });
      wrong += count(text, /\ufffd/g);
      right += count(text, /[^\0-\x7f\ufffd]/g);
    },
    likely: (): Encoding => marked ?? (wrong === 0 || wrong < right ? 'utf-8' : 'windows-1252'),
  };
}

function markOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function count(text: string, what: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(what)) found++;
  return found;
}
