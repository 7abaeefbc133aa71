/** Text of TXT, MD and CSV in whichever encoding; Markdown under its headings. */
import { Unextractable } from '../core/ports.ts';
import { encodingOf, likelyEncoding } from './encoding.ts';
import type { ExtractLimits } from './limits.ts';
import type { Source } from './source.ts';
import { Enough, type Writer } from './writer.ts';

/** Bytes at the beginning that must be text, and that are read at once. */
const HEAD = 64 * 1024;
/** UTF-8 takes at most so many bytes for a character. */
const BYTES_PER_CHARACTER = 4;
const MARKDOWN_HEADING = /^ {0,3}#{1,6}[ \t]+(\S.*?)[ \t#]*$/;
/** Characters of a line that can be a heading. */
const LONGEST_LINE = 500;
const FENCE = /^ {0,3}(```|~~~)/;

export async function readPlain(
  source: Source,
  writer: Writer,
  limits: ExtractLimits,
  isMarkdown: boolean,
): Promise<void> {
  const head = await source.read(0, HEAD);
  if (encodingOf(head) === undefined) throw new Unextractable('broken');
  const most = Math.min(source.size, limits.characters * BYTES_PER_CHARACTER);
  const decoder = new TextDecoder(await likelyEncoding(pieces(source, most)));
  const write = isMarkdown ? markdownWriter(writer) : writer.write;
  for await (const piece of pieces(source, most)) write(decoder.decode(piece, { stream: true }));
  write('\n');
  writer.end();
  if (source.size > most) throw new Enough();
}

async function* pieces(source: Source, most: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < most; at += HEAD) yield await source.read(at, Math.min(most, at + HEAD));
}

/** Takes text in any pieces, and knows its headings by whole lines. */
function markdownWriter(writer: Writer): (text: string) => void {
  let isCode = false;
  let rest = '';
  const take = (line: string): void => {
    if (FENCE.test(line)) isCode = !isCode;
    const heading = isCode || line.length > LONGEST_LINE ? undefined : MARKDOWN_HEADING.exec(line)?.[1];
    if (heading !== undefined) writer.begin({ heading });
    writer.write(`${heading ?? line}\n`);
  };
  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
    if (rest.length <= HEAD) return;
    writer.write(rest);
    rest = '';
  };
}
