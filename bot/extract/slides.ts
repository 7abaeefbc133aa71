/** Text of PPTX: slide by slide in the order of the show, each with its title, tables, diagrams and the speaker's notes. */
import type { ExtractLimits } from './limits.ts';
import { mainPart, openPackage, type Package } from './package.ts';
import type { Source } from './source.ts';
import { Enough, type Writer } from './writer.ts';
import { attribute, prefixed, type XmlReader } from './xml.ts';

/** Placeholders that say the same on every slide. */
const REPEATED = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg']);
/** Characters of a title that are looked at. */
const LONGEST_TITLE = 1_000;

export async function readSlides(source: Source, writer: Writer, limits: ExtractLimits): Promise<void> {
  const pack = await openPackage(source, limits);
  const main = await mainPart(pack);
  const parts = new Map((await pack.relations(main)).map(({ id, target }) => [id, target]));
  const order: string[] = [];
  await pack.read(main, {
    open(name, attributes) {
      if (name === 'sldId') order.push(parts.get(prefixed(attributes, 'id') ?? '') ?? '');
    },
  });
  for (const [index, slide] of order.entries()) {
    if (index === limits.pages) {
      writer.end();
      throw new Enough();
    }
    writer.begin({ number: index + 1 });
    await readSlide(pack, slide, writer);
  }
  writer.end();
}

async function readSlide(pack: Package, slide: string, writer: Writer): Promise<void> {
  if (
    !(await pack.read(
      slide,
      shapesReader(writer, (kind) => !REPEATED.has(kind)),
    ))
  )
    return;
  const relations = await pack.relations(slide);
  for (const { target } of relations.filter(({ type }) => type === 'diagramData'))
    await pack.read(
      target,
      shapesReader(writer, () => true),
    );
  for (const { target } of relations.filter(({ type }) => type === 'chart' || type === 'chartEx'))
    await pack.read(target, chartReader(writer));
  for (const { target } of relations.filter(({ type }) => type === 'notesSlide'))
    await pack.read(
      target,
      shapesReader(writer, (kind) => kind === 'body'),
    );
}

/** `isShown`: by the kind of the placeholder, `''` where a shape is none. Titles become the slide's heading. */
function shapesReader(writer: Writer, isShown: (placeholder: string) => boolean): XmlReader {
  let placeholder = '';
  let title = '';
  let isText = false;
  let fallbacks = 0;
  let cells = 0;
  const isTitle = (): boolean => placeholder === 'title' || placeholder === 'ctrTitle';
  const take = (text: string): void => {
    if (fallbacks > 0 || !isShown(placeholder)) return;
    if (isTitle() && title.length < LONGEST_TITLE) title += text;
    writer.write(text);
  };
  return {
    open(name, attributes) {
      if (name === 'Fallback') fallbacks++;
      else if (name === 'ph') placeholder = attribute(attributes, 'type') ?? '';
      else if (name === 'tc') cells++;
      else if (name === 't') isText = true;
      else if (name === 'br') take('\n');
    },
    close(name) {
      if (name === 'Fallback') fallbacks--;
      else if (name === 't') isText = false;
      else if (name === 'tc') cells--;
      else if (name === 'p') take(cells > 0 ? ' ' : '\n');
      else if (name === 'tr') take('\n');
      else if (name === 'sp' || name === 'graphicFrame') {
        if (isTitle() && title.trim() !== '') writer.head(title);
        placeholder = '';
        title = '';
      }
    },
    text(text) {
      if (isText) take(text);
    },
  };
}

/** Titles, names of series and categories; not the numbers. */
function chartReader(writer: Writer): XmlReader {
  const within: string[] = [];
  const isNamed = (): boolean => {
    const name = within.at(-1);
    return (
      name === 't' ||
      (name === 'v' && within.some((one) => one === 'tx' || one === 'cat') && within.includes('strCache'))
    );
  };
  return {
    open: (name) => void within.push(name),
    close(name) {
      if (isNamed()) writer.write(name === 't' ? '' : ' ');
      within.pop();
      if (name === 'p' || name === 'tx' || name === 'cat') writer.endLine();
    },
    text(text) {
      if (isNamed()) writer.write(text);
    },
  };
}
