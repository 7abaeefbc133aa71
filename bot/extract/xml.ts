/** Reads XML as it comes, tolerantly, without DTDs or entities of its own, never deeper than it may be. */
import { Parser } from 'htmlparser2';
import { Unextractable } from '../core/ports.ts';
import type { ExtractLimits } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their prefix, which every writer chooses as it likes. */
export interface XmlReader {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Of an attribute with or without a prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  return prefixed(attributes, name);
}

/** Of an attribute with a prefix: `r:id` beside `id`. */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  for (const [given, value] of Object.entries(attributes)) if (given.endsWith(`:${name}`)) return value;
  return undefined;
}

/**
 * Throws `broken` when it ends inside an element or has a document type, which Office's formats forbid (ECMA-376 part 2, 8.1.4) and OpenDocument's
 * don't use; `tooLarge` when it is too deep. What a reader throws goes through.
 */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  reader: XmlReader,
  limits: ExtractLimits,
): Promise<void> {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        if (depth > limits.depth) throw new Unextractable('tooLarge');
        reader.open?.(localName(name), attributes);
      },
      onclosetag(name) {
        depth--;
        reader.close?.(localName(name));
      },
      ontext: (text) => reader.text?.(text),
      onprocessinginstruction(name) {
        if (name.startsWith('!')) throw new Unextractable('broken');
      },
    },
    { xmlMode: true },
  );
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    parser.write(decoder.decode(piece, { stream: true }));
  }
  if (depth > 0) throw new Unextractable('broken');
  parser.end();
}

const decoderFor = (head: Uint8Array): TextDecoder =>
  new TextDecoder(
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8',
  );
