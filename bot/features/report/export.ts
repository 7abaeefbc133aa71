/** The report as files: Word document, project card and workbook, as it is now for coordinators and as it was published for members. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import type { Download, MadeFile } from '../../core/feature.ts';
import { Refusal } from '../../core/refusal.ts';
import { type Message, translator } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { DOCX, makeDocument } from '../../documents/document.ts';
import { NotMade } from '../../documents/thread.ts';
import { makeBook, XLSX } from '../../sheets/book.ts';
import { reportBook } from './book-export.ts';
import { projectCard } from './card-export.ts';
import { type Frame, reportDocument } from './document-export.ts';
import { publishedNow, reportNow } from './operations.ts';
import { type ReportContent, readReportId } from './report.ts';
import { text } from './text.ts';

interface Format {
  readonly extension: 'docx' | 'xlsx';
  readonly fileName: Message;
  make(content: ReportContent, frame: Frame): Promise<Uint8Array>;
}

const document: Format = {
  ...{ extension: 'docx', fileName: text.reportFile },
  make: (content, frame) => makeDocument(reportDocument(content, frame)),
};
const card: Format = {
  ...{ extension: 'docx', fileName: text.cardFile },
  make: (content, frame) => makeDocument(projectCard(content, frame)),
};
const book: Format = {
  ...{ extension: 'xlsx', fileName: text.reportFile },
  make: (content, frame) => makeBook(reportBook(content, frame)),
};

/** Throws a Refusal when it took too long. */
async function fileOf({ make, extension, fileName }: Format, content: ReportContent, frame: Frame): Promise<MadeFile> {
  try {
    const bytes = await make(content, frame);
    const name = translator(content.language)(fileName, { year: String(content.year) });
    return { fileName: `${name}.${extension}`, contentType: extension === 'docx' ? DOCX : XLSX, bytes };
  } catch (error) {
    if (error instanceof NotMade) throw new Refusal(text.notMade);
    throw error;
  }
}

const liveFile = (name: string, format: Format): Download => ({
  name,
  role: 'coordinator',
  async produce(subject, visit) {
    await asCoordinator(visit);
    const { year, language } = idIn(subject);
    const { content } = await reportNow(visit, year, language);
    await audit(visit, 'report.file', subject);
    return fileOf(format, content, frameOf(visit));
  },
});

const publishedFile = (name: string, format: Format): Download => ({
  name,
  role: 'member',
  async produce(subject, visit) {
    const { year, language } = idIn(subject);
    const { content, publishedAt } = await publishedNow(visit, year, language);
    return fileOf(format, content, { ...frameOf(visit), at: publishedAt });
  },
});

/** Throws a Refusal for a subject that no report has. */
function idIn(subject: string) {
  const id = readReportId(subject);
  if (!id) throw new Refusal(text.notPublished);
  return id;
}

const frameOf = ({ network, services }: Visit): Frame => ({ zone: network.zone, at: services.clock.now() });

export const reportDownloads: readonly Download[] = [
  liveFile('report.docx', document),
  liveFile('report.card.docx', card),
  liveFile('report.xlsx', book),
  publishedFile('report.published.docx', document),
  publishedFile('report.published.xlsx', book),
];
