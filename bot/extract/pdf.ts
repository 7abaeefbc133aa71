/** Text of PDF by its pages, without drawing them: no fonts, pictures, scripts or network. */
import { getResolvedPDFJS } from 'unpdf';
import { Unextractable } from '../core/ports.ts';
import type { ExtractLimits } from './limits.ts';
import type { Source } from './source.ts';
import { Enough, type Writer } from './writer.ts';

/** Bytes that are read at once: what no page needs is never read. */
const PIECE = 256 * 1024;

export async function readPdf(source: Source, writer: Writer, limits: ExtractLimits): Promise<void> {
  const { getDocument, PDFDataRangeTransport } = await getResolvedPDFJS();
  const range = new PDFDataRangeTransport(source.size, await source.read(0, PIECE));
  range.requestDataRange = (from: number, to: number): void => {
    source.read(from, to).then(
      (bytes) => range.onDataRange(from, bytes),
      () => range.abort(),
    );
  };
  const loading = getDocument({
    range,
    rangeChunkSize: PIECE,
    disableAutoFetch: true,
    disableStream: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    verbosity: 0,
  });
  const pdf = await loading.promise.catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new Unextractable(isLocked ? 'encrypted' : 'broken', { cause: error });
  });
  for (let number = 1; number <= Math.min(pdf.numPages, limits.pages); number++) {
    writer.begin({ number });
    const page = await pdf.getPage(number);
    const reader = page.streamTextContent().getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      for (const item of piece.value.items) if ('str' in item) writer.write(item.hasEOL ? `${item.str}\n` : item.str);
    }
    page.cleanup();
  }
  writer.end();
  if (pdf.numPages > limits.pages) throw new Enough();
}
