/** The port that reads text inside files, for worlds whose files hold plain text: a page for each form feed, and whatever failure a test asks for. */
import { formatOf } from '../../bot/core/file-format.ts';
import type { ActivityId } from '../../bot/core/ids.ts';
import type { Extractor, Files } from '../../bot/core/ports.ts';

export interface PlainExtractor extends Extractor {
  /** Throws what it returns, instead of reading; undefined lets it be read. */
  fails: (id: ActivityId) => unknown;
}

/** A file that begins with `sign:` and a word, `sign:pptx`, looks like that; a real zip of ours is a Word document, which is not read. */
export function plainExtractor(files: Files): PlainExtractor {
  const words = async (file: Parameters<Extractor['sign']>[0]): Promise<string> => {
    const found = await files.read(file);
    const parts: Uint8Array[] = [];
    for await (const part of found?.bytes ?? []) parts.push(part);
    return Buffer.concat(parts).toString();
  };
  const extractor: PlainExtractor = {
    fails: () => undefined,
    async sign(file) {
      const found = await words(file);
      if (found.startsWith('PK')) return formatOf('x.docx')?.signs[0];
      const named = /^sign:(\w+)/.exec(found)?.[1];
      return named === undefined ? 'text' : formatOf(`x.${named}`)?.signs[0];
    },
    async extract(file) {
      const error = extractor.fails(file.id);
      if (error !== undefined) throw error;
      const found = await words(file);
      if (found.startsWith('PK')) return { pages: [], isCut: false };
      const pages = found.replace(/^sign:\w+\s*/, '').split('\f');
      return {
        pages: pages.map((text, at) => ({ number: at + 1, text })).filter(({ text }) => text !== ''),
        isCut: false,
      };
    },
  };
  return extractor;
}
