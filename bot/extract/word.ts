/** Text of DOCX: under its headings, with tables, lists and notes. It has no pages: a printer makes them. */
import type { ExtractLimits } from './limits.ts';
import { mainPart, openPackage, type Package } from './package.ts';
import type { Source } from './source.ts';
import type { Writer } from './writer.ts';
import { type Attributes, attribute, type XmlReader } from './xml.ts';

/** Kinds of paragraphs by the id of their style. */
type Styles = ReadonlyMap<string, 'heading' | 'contents'>;
type Notes = ReadonlyMap<string, string>;

/** Characters of one note that are kept; a longer one is cut. */
const LONGEST_NOTE = 10_000;
/** Characters of a paragraph that can be a heading. */
const LONGEST_HEADING_PARAGRAPH = 1_000;
/** Levels of the outline that are headings; 9 is body text. Source: ECMA-376 part 1, 17.3.1.20. */
const BODY_LEVEL = 9;

export async function readWord(source: Source, writer: Writer, limits: ExtractLimits): Promise<void> {
  const pack = await openPackage(source, limits);
  const main = await mainPart(pack);
  const relations = await pack.relations(main);
  const targetOf = (type: string): string | undefined => relations.find((one) => one.type === type)?.target;
  const styles = await readStyles(pack, targetOf('styles'));
  const notes = new Map([
    ...(await readNotes(pack, targetOf('footnotes'), 'footnote')),
    ...(await readNotes(pack, targetOf('endnotes'), 'endnote')),
  ]);
  await pack.read(main, bodyReader(styles, notes, writer));
  writer.end();
}

const isOff = (attributes: Attributes): boolean => /^(0|false|off)$/.test(attribute(attributes, 'val') ?? '');

/** Names of the built-in styles are English in every language; ids are not. */
async function readStyles(pack: Package, part: string | undefined): Promise<Styles> {
  const found = new Map<string, { name: string; level: number; basedOn: string }>();
  let style: { name: string; level: number; basedOn: string } | undefined;
  if (part !== undefined)
    await pack.read(part, {
      open(name, attributes) {
        const value = attribute(attributes, 'val') ?? '';
        if (name === 'style') {
          style = { name: '', level: BODY_LEVEL, basedOn: '' };
          found.set(attribute(attributes, 'styleId') ?? '', style);
        } else if (style && name === 'name') style.name = value.toLowerCase();
        else if (style && name === 'basedOn') style.basedOn = value;
        else if (style && name === 'outlineLvl') style.level = Number(value);
      },
      close(name) {
        if (name === 'style') style = undefined;
      },
    });
  const kindOf = (id: string, steps = 0): 'heading' | 'contents' | undefined => {
    const one = found.get(id);
    if (!one || steps > 20) return undefined;
    if (/^(toc|table of figures|table of authorities)\b(?! heading)/.test(one.name)) return 'contents';
    if (/^(heading [1-9]|title)$/.test(one.name) || one.level < BODY_LEVEL) return 'heading';
    return kindOf(one.basedOn, steps + 1);
  };
  return new Map(
    [...found.keys()].flatMap((id) => {
      const kind = kindOf(id);
      return kind ? [[id, kind] as const] : [];
    }),
  );
}

/** What of the runs is shown: not what was deleted or moved away, hidden text, codes of fields or the second of two ways to draw a thing. */
function shownText(take: (text: string) => void): XmlReader {
  let hidden = 0;
  let isText = false;
  let isHiddenRun = false;
  let properties = 0;
  const isLeftOut = (name: string): boolean => /^(del|moveFrom|Fallback|instrText|delText)$/.test(name);
  return {
    open(name, attributes) {
      if (isLeftOut(name)) hidden++;
      if (name === 'pPr' || name === 'tblPr') properties++;
      if (name === 'r') isHiddenRun = false;
      if (name === 'vanish') isHiddenRun = !isOff(attributes);
      if (hidden > 0 || properties > 0 || isHiddenRun) return;
      if (name === 't') isText = true;
      else if (name === 'tab') take('\t');
      else if (name === 'br' || name === 'cr') take('\n');
      else if (name === 'noBreakHyphen') take('-');
      else if (name === 'softHyphen') take('\u00ad');
    },
    close(name) {
      if (isLeftOut(name)) hidden--;
      if (name === 'pPr' || name === 'tblPr') properties--;
      if (name === 't') isText = false;
      if (name === 'r') isHiddenRun = false;
    },
    text(text) {
      if (isText) take(text);
    },
  };
}

async function readNotes(pack: Package, part: string | undefined, kind: 'footnote' | 'endnote'): Promise<Notes> {
  const notes = new Map<string, string>();
  let text = '';
  let id = '';
  const shown = shownText((more) => {
    if (text.length < LONGEST_NOTE) text += more;
  });
  if (part !== undefined)
    await pack.read(part, {
      ...shown,
      open(name, attributes) {
        shown.open?.(name, attributes);
        if (name !== kind) return;
        id = `${kind} ${attribute(attributes, 'id') ?? ''}`;
        text = '';
      },
      close(name) {
        shown.close?.(name);
        if (name === 'p') text += '\n';
        if (name === kind && text.trim() !== '') notes.set(id, text.slice(0, LONGEST_NOTE));
      },
    });
  return notes;
}

interface Paragraph {
  kind: 'heading' | 'contents' | undefined;
  /** Text of a heading, which is named before it is written. */
  heading: string;
}

function bodyReader(styles: Styles, notes: Notes, writer: Writer): XmlReader {
  /** Paragraphs stand in text boxes of paragraphs: the properties are those of the innermost. */
  const paragraphs: Paragraph[] = [];
  const waiting: string[] = [];
  let cells = 0;
  /** Inside what a paragraph's properties were before a tracked change. */
  let earlier = 0;
  const shown = shownText((text) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph?.kind === 'contents') return;
    if (paragraph?.kind !== 'heading') {
      writer.write(text);
      return;
    }
    paragraph.heading += text;
    if (paragraph.heading.length <= LONGEST_HEADING_PARAGRAPH) return;
    writer.write(paragraph.heading);
    paragraph.kind = undefined;
  });
  const styleOf = (name: string, attributes: Attributes, paragraph: Paragraph): void => {
    if (name === 'pStyle') paragraph.kind = styles.get(attribute(attributes, 'val') ?? '');
    if (name === 'outlineLvl' && Number(attribute(attributes, 'val')) < BODY_LEVEL) paragraph.kind ??= 'heading';
  };
  return {
    ...shown,
    open(name, attributes) {
      shown.open?.(name, attributes);
      const paragraph = paragraphs.at(-1);
      if (name === 'pPrChange') earlier++;
      else if (name === 'tc') cells++;
      else if (name === 'p') paragraphs.push({ kind: undefined, heading: '' });
      else if (name === 'footnoteReference' || name === 'endnoteReference') {
        const note = notes.get(`${name.slice(0, -'Reference'.length)} ${attribute(attributes, 'id') ?? ''}`);
        if (note !== undefined) waiting.push(note);
      } else if (paragraph && earlier === 0) styleOf(name, attributes, paragraph);
    },
    close(name) {
      shown.close?.(name);
      if (name === 'pPrChange') earlier--;
      if (name === 'tc') cells--;
      if (name === 'tr') writer.endLine();
      if (name !== 'p') return;
      const paragraph = paragraphs.pop();
      if (paragraph?.kind === 'heading' && paragraph.heading.trim() !== '') {
        writer.begin({ heading: paragraph.heading });
        writer.write(paragraph.heading);
      }
      // A row of a table is one line.
      writer.write(cells > 0 ? ' ' : '\n');
      for (const note of waiting.splice(0)) writer.write(`${note}\n`);
    },
  };
}
