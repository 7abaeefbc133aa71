/** Text of ODT under its headings, of ODP by slides with their notes, and of ODS by sheets: all from the one part that holds the content. */
import { Unextractable } from '../core/ports.ts';
import type { ExtractLimits } from './limits.ts';
import { openPackage, type Package } from './package.ts';
import type { Source } from './source.ts';
import { Enough, type Writer } from './writer.ts';
import { type Attributes, attribute, type XmlReader } from './xml.ts';

/** Elements whose text is not shown, or says again what stands elsewhere. */
const LEFT_OUT = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'table-of-content',
  'illustration-index',
  'table-index',
  'alphabetical-index',
  'ruby-text',
]);
/** Fields that say the same on every slide. Source: OpenDocument 1.3, 19.388 `presentation:class`. */
const REPEATED = new Set(['header', 'footer', 'date-time', 'page-number', 'page']);
/** Characters of a paragraph that can be a heading; those of one note that are kept. */
const LONGEST_HEADING_PARAGRAPH = 1_000;
const LONGEST_NOTE = 10_000;

export async function readOpenDocument(source: Source, writer: Writer, limits: ExtractLimits): Promise<void> {
  const pack = await openPackage(source, limits);
  if (await isEncrypted(pack)) throw new Unextractable('encrypted');
  if (!(await pack.read('content.xml', contentReader(writer, limits)))) throw new Unextractable('broken');
  writer.end();
}

async function isEncrypted(pack: Package): Promise<boolean> {
  if (pack.has('encrypted-package')) return true;
  let found = false;
  await pack.read('META-INF/manifest.xml', {
    open(name) {
      if (name === 'encryption-data') found = true;
    },
  });
  return found;
}

interface Style {
  readonly parent: string;
  isHidden: boolean;
}

/** Text that is not written as it comes: a heading is named first, and a note stands after its paragraph. */
interface Aside {
  readonly kind: 'heading' | 'note';
  text: string;
}

function contentReader(writer: Writer, limits: ExtractLimits): XmlReader {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let isBody = false;
  let isWorkbook = false;
  /** Elements that are left out, inside each other. */
  let leftOut = 0;
  let paragraphs = 0;
  const asides: Aside[] = [];
  const notes: string[] = [];
  let slides = 0;
  let isNotesPage = false;
  /** Presentation classes of the shapes inside each other. */
  const shapes: string[] = [];
  let title = '';
  /** Tables inside each other: is it hidden? */
  const tables: boolean[] = [];
  let inCells = 0;
  let cells = 0;

  const isShown = (): boolean => {
    const shape = shapes.at(-1) ?? '';
    return isBody && leftOut === 0 && !REPEATED.has(shape) && (!isNotesPage || shape === 'notes');
  };
  const take = (text: string): void => {
    if (paragraphs === 0 || !isShown()) return;
    if (shapes.at(-1) === 'title' && title.length < LONGEST_HEADING_PARAGRAPH) title += text;
    const aside = asides.at(-1);
    if (!aside) {
      writer.write(text);
      return;
    }
    if (aside.text.length < LONGEST_NOTE) aside.text += text;
    if (aside.kind === 'heading' && aside.text.length > LONGEST_HEADING_PARAGRAPH) {
      asides.pop();
      writer.write(aside.text);
    }
  };
  const isTitle = (attributes: Attributes): boolean => {
    const name = attribute(attributes, 'style-name') ?? '';
    return name === 'Title' || styles.get(name)?.parent === 'Title';
  };
  const openStyle = (name: string, attributes: Attributes): void => {
    if (name === 'style') {
      style = { parent: attribute(attributes, 'parent-style-name') ?? '', isHidden: false };
      styles.set(attribute(attributes, 'name') ?? '', style);
    } else if (name === 'table-properties' && style) style.isHidden = attribute(attributes, 'display') === 'false';
  };
  const openTable = (attributes: Attributes): void => {
    const isHidden = isWorkbook && styles.get(attribute(attributes, 'style-name') ?? '')?.isHidden === true;
    tables.push(isHidden);
    if (isHidden) leftOut++;
    if (!isWorkbook || isHidden || tables.length > 1) return;
    const heading = attribute(attributes, 'name') ?? '';
    writer.begin({ heading });
    writer.write(`${heading}\n`);
  };
  const openSlide = (): void => {
    if (slides === limits.pages) {
      writer.end();
      throw new Enough();
    }
    slides++;
    writer.begin({ number: slides });
  };
  const closeParagraph = (): void => {
    const aside = asides.at(-1);
    const isNote = aside?.kind === 'note';
    if (aside?.kind === 'heading') {
      asides.pop();
      if (aside.text.trim() !== '' && isShown()) {
        writer.begin({ heading: aside.text });
        writer.write(aside.text);
      }
    }
    // A row of a table is one line.
    take(inCells > 0 ? ' ' : '\n');
    paragraphs--;
    if (!isNote) for (const note of notes.splice(0)) writer.write(`${note}\n`);
  };
  const closeCell = (): void => {
    inCells--;
    cells++;
    if (!isWorkbook || cells <= limits.cells) return;
    writer.end();
    throw new Enough();
  };

  return {
    open(name, attributes) {
      if (name === 'body') isBody = true;
      if (!isBody) return openStyle(name, attributes);
      if (LEFT_OUT.has(name)) leftOut++;
      if (name === 'spreadsheet') isWorkbook = true;
      else if (name === 'page') openSlide();
      else if (name === 'notes') isNotesPage = true;
      else if (name === 'frame' || name === 'custom-shape') shapes.push(attribute(attributes, 'class') ?? '');
      else if (name === 'table') openTable(attributes);
      else if (name === 'table-cell') inCells++;
      else if (name === 'note-body') asides.push({ kind: 'note', text: '' });
      else if (name === 'p' || name === 'h') {
        paragraphs++;
        const isHeading = slides === 0 && !isWorkbook && asides.length === 0 && (name === 'h' || isTitle(attributes));
        if (isHeading) asides.push({ kind: 'heading', text: '' });
      } else if (name === 's' || name === 'tab') take(' ');
      else if (name === 'line-break') take('\n');
    },
    close(name) {
      if (name === 'style') style = undefined;
      if (!isBody) return;
      if (LEFT_OUT.has(name)) leftOut--;
      if (name === 'notes') isNotesPage = false;
      else if (name === 'frame' || name === 'custom-shape') {
        if (shapes.pop() === 'title' && title.trim() !== '') writer.head(title);
        title = '';
      } else if (name === 'table') {
        if (tables.pop()) leftOut--;
      } else if (name === 'table-cell') closeCell();
      else if (name === 'table-row') writer.endLine();
      else if (name === 'note-body') notes.push(asides.pop()?.text ?? '');
      else if (name === 'p' || name === 'h') closeParagraph();
    },
    text: take,
  };
}
