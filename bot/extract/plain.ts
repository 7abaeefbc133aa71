/** Text of TXT, MD and CSV in whichever encoding; Markdown under its headings. */
import { Unextractable } from '../core/ports.ts';
import { encodingOf, likelyEncoding } from './encoding.ts';
import type { ExtractLimits } from './limits.ts';
import type { Source } from './source.ts';
import { Enough, type Writer } from './writer.ts';

/** Bytes at the beginning that must be text. */
const HEAD = 64 * 1024;
/** UTF-8 takes at most so many bytes for a character. */
const BYTES_PER_CHARACTER = 4;
const MARKDOWN_HEADING = /^ {0,3}#{1,6}[ \t]+(\S.*?)[ \t#]*$/;
const FENCE = /^ {0,3}(```|~~~)/;

export async function readPlain(
  source: Source,
  writer: Writer,
  limits: ExtractLimits,
  isMarkdown: boolean,
): Promise<void> {
  const most = limits.characters * BYTES_PER_CHARACTER;
  const bytes = await source.read(0, most);
  if (bytes.length > 0 && encodingOf(bytes.subarray(0, HEAD)) === undefined) throw new Unextractable('broken');
  const text = new TextDecoder(likelyEncoding(bytes)).decode(bytes, { stream: true });
  if (isMarkdown) writeMarkdown(text, writer);
  else writer.write(text);
  writer.end();
  if (source.size > most) throw new Enough();
}

function writeMarkdown(text: string, writer: Writer): void {
  let isCode = false;
  for (const line of text.split(/\r\n?|\n/)) {
    if (FENCE.test(line)) isCode = !isCode;
    const heading = isCode || line.length > 500 ? undefined : MARKDOWN_HEADING.exec(line)?.[1];
    if (heading !== undefined) writer.begin({ heading });
    writer.write(`${heading ?? line}\n`);
  }
}
