/** Reads the text of one file by its format: what runs in the process of its own. */
import type { FileFormat } from '../core/file-format.ts';
import { type TextPage, Unextractable } from '../core/ports.ts';
import type { ExtractLimits } from './limits.ts';
import { readOpenDocument } from './open-document.ts';
import { readPlain } from './plain.ts';
import { signOf } from './sign.ts';
import { readSlides } from './slides.ts';
import type { Source } from './source.ts';
import { readWord } from './word.ts';
import { readWorkbook } from './workbook.ts';
import { createWriter, Enough, type Writer } from './writer.ts';

type Reader = (source: Source, writer: Writer, limits: ExtractLimits) => Promise<void>;

const READERS: Readonly<Record<string, Reader>> = {
  // Loaded when it is asked for: it takes longer than to read a document of another kind.
  pdf: async (...of) => (await import('./pdf.ts')).readPdf(...of),
  docx: readWord,
  pptx: readSlides,
  xlsx: readWorkbook,
  odt: readOpenDocument,
  odp: readOpenDocument,
  ods: readOpenDocument,
  txt: (...of) => readPlain(...of, false),
  csv: (...of) => readPlain(...of, false),
  md: (...of) => readPlain(...of, true),
};

/** Gives on the parts of the text as they are read, and says whether that was not all. Throws Unextractable. */
export async function readText(of: {
  readonly source: Source;
  readonly format: Pick<FileFormat, 'extension' | 'signs'>;
  readonly limits: ExtractLimits;
  readonly give: (page: TextPage) => void;
}): Promise<{ readonly isCut: boolean }> {
  const { source, format, limits, give } = of;
  const reader = READERS[format.extension];
  if (!reader) throw new Unextractable('broken');
  if (source.size === 0) return { isCut: false };
  const sign = await signOf(source);
  if (sign === 'cfb' && (await holdsEncrypted(source))) throw new Unextractable('encrypted');
  if (sign === undefined || !format.signs.includes(sign)) throw new Unextractable('broken');
  const isTypeset = format.extension === 'pdf';
  const writer = createWriter({ limits, give, isTypeset, now: () => performance.now() });
  try {
    await reader(source, writer, limits);
    return { isCut: false };
  } catch (error) {
    if (error instanceof Enough) return { isCut: true };
    if (error instanceof Unextractable) throw error;
    throw new Unextractable('broken', { cause: error });
  }
}

/** An Office file with a password is a stream of this name in the old container. Source: [MS-OFFCRYPTO] 2.3.4, [MS-CFB] 2.2. */
async function holdsEncrypted(source: Source): Promise<boolean> {
  const header = Buffer.from(await source.read(0, 512));
  if (header.length < 512) return false;
  const sector = 2 ** Math.min(header.readUInt16LE(30), 12);
  const directory = (header.readUInt32LE(48) + 1) * sector;
  const names = Buffer.from(await source.read(directory, directory + 4096)).toString('utf16le');
  return names.includes('EncryptedPackage');
}
