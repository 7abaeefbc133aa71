/** Text of XLSX: sheet by sheet, a row a line, numbers about as they are shown. Hidden sheets are left out. */
import type { ExtractLimits } from './limits.ts';
import { mainPart, openPackage, type Package } from './package.ts';
import type { Source } from './source.ts';
import { Enough, type Writer } from './writer.ts';
import { attribute, prefixed, type XmlReader } from './xml.ts';

type NumberKind = 'date' | 'percent' | undefined;

/** Characters of one cell. Source: Excel's own limit, 32 767. */
const LONGEST_CELL = 32_767;

export async function readWorkbook(source: Source, writer: Writer, limits: ExtractLimits): Promise<void> {
  const pack = await openPackage(source, limits);
  const main = await mainPart(pack);
  const relations = await pack.relations(main);
  const targetOf = (type: string): string | undefined => relations.find((one) => one.type === type)?.target;
  const sheets: { name: string; part: string }[] = [];
  let isFrom1904 = false;
  await pack.read(main, {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet' || /hidden/i.test(attribute(attributes, 'state') ?? '')) return;
      const id = prefixed(attributes, 'id');
      const part = relations.find((one) => one.id === id)?.target;
      if (part !== undefined) sheets.push({ name: attribute(attributes, 'name') ?? '', part });
    },
  });
  const formats = await readFormats(pack, targetOf('styles'));
  const { strings, isCut } = await readStrings(pack, targetOf('sharedStrings'), limits);
  let cells = 0;
  const count = (): void => {
    cells++;
    if (cells <= limits.cells) return;
    writer.end();
    throw new Enough();
  };
  for (const { name, part } of sheets) {
    writer.begin({ heading: name });
    writer.write(`${name}\n`);
    await pack.read(part, sheetReader({ strings, formats, isFrom1904, writer, count }));
  }
  writer.end();
  if (isCut) throw new Enough();
}

/** Kept as long as there are not more characters than of the whole text: later ones are empty. */
async function readStrings(pack: Package, part: string | undefined, limits: ExtractLimits) {
  const strings: string[] = [];
  let text = '';
  let length = 0;
  let isText = false;
  let phonetic = 0;
  const isFull = (): boolean => length > limits.characters || strings.length > limits.cells;
  if (part !== undefined)
    await pack.read(part, {
      open(name) {
        if (name === 'rPh') phonetic++;
        else if (name === 't') isText = true;
      },
      close(name) {
        if (name === 'rPh') phonetic--;
        else if (name === 't') isText = false;
        else if (name === 'si') {
          if (!isFull()) strings.push(text);
          length += text.length;
          text = '';
        }
      },
      text(more) {
        if (isText && phonetic === 0 && text.length < LONGEST_CELL) text += more;
      },
    });
  return { strings, isCut: isFull() };
}

/** What the numbers of each style of cells are. Built-in formats by their number. Source: ECMA-376 part 1, 18.8.30. */
async function readFormats(pack: Package, part: string | undefined): Promise<readonly NumberKind[]> {
  const own = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let isCells = false;
  if (part !== undefined)
    await pack.read(part, {
      open(name, attributes) {
        const id = Number(attribute(attributes, 'numFmtId'));
        if (name === 'cellXfs') isCells = true;
        else if (name === 'numFmt') own.set(id, kindOfCode(attribute(attributes, 'formatCode') ?? ''));
        else if (name === 'xf' && isCells) kinds.push(own.has(id) ? own.get(id) : builtIn(id));
      },
      close(name) {
        if (name === 'cellXfs') isCells = false;
      },
    });
  return kinds;
}

const builtIn = (id: number): NumberKind =>
  id === 9 || id === 10
    ? 'percent'
    : (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36)
      ? 'date'
      : undefined;

function kindOfCode(code: string): NumberKind {
  const bare = code.slice(0, 255).replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  return /[dy]/i.test(bare) ? 'date' : bare.includes('%') ? 'percent' : undefined;
}

interface Sheet {
  readonly strings: readonly string[];
  readonly formats: readonly NumberKind[];
  readonly isFrom1904: boolean;
  readonly writer: Writer;
  /** Of each cell with something in it; may throw Enough. */
  readonly count: () => void;
}

function sheetReader({ strings, formats, isFrom1904, writer, count }: Sheet): XmlReader {
  let type = '';
  let style = 0;
  let value = '';
  let isValue = false;
  const shown = (): string => {
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return '';
    if (type === '' || type === 'n') return shownNumber(value, formats[style], isFrom1904);
    return type === 'e' ? '' : value;
  };
  return {
    open(name, attributes) {
      if (name === 'c') {
        type = attribute(attributes, 't') ?? '';
        style = Number(attribute(attributes, 's') ?? 0);
        value = '';
      } else if (name === 'v' || name === 't') isValue = true;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'row') writer.endLine();
      else if (name === 'c' && value !== '') {
        count();
        writer.write(`${shown().replace(/\s+/g, ' ')}\t`);
      }
    },
    text(text) {
      if (isValue && value.length < LONGEST_CELL) value += text;
    },
  };
}

const DAY_1900 = Date.UTC(1899, 11, 30);
const DAY_1904 = Date.UTC(1904, 0, 1);
const DAY = 86_400_000;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;

/** With a decimal comma, as Finnish and Swedish have it; a date as 1.12.2025. */
function shownNumber(value: string, kind: NumberKind, isFrom1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (kind === 'date' && number >= 1 && number <= LAST_DAY) {
    const date = new Date((isFrom1904 ? DAY_1904 : DAY_1900) + Math.floor(number) * DAY);
    return `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`;
  }
  const rounded = Number((kind === 'percent' ? number * 100 : number).toPrecision(10));
  return `${String(rounded).replace('.', ',')}${kind === 'percent' ? ' %' : ''}`;
}
