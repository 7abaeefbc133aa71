/** A list as people keep it, read from the bytes of a CSV or XLSX file; hostile and huge files end in an error with a code. */
import { CsvError, parse } from 'csv-parse/sync';
import { unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';

/** Bytes of a file, more than any mailing list has. */
export const LARGEST_FILE = 5 * 1024 * 1024;
/** Rows below the heading. */
export const MOST_ROWS = 20_000;
/** Columns that are looked at. */
const MOST_COLUMNS = 100;
/** Characters of a cell that are kept: enough to see that it is too long. */
const LONGEST_CELL = 1000;
/** The same of a text; more than any form of the app takes. */
const LONGEST_TEXT = 12_000;
/** Characters of one row of CSV: a quote that is never closed swallows no more than this. */
const LONGEST_ROW = 200_000;
/** Bytes of an XLSX when unpacked: an honest one of the largest list has a third of it. */
const LARGEST_UNPACKED = 64 * 1024 * 1024;
const MOST_PARTS = 2000;

/** empty: nothing below a heading. oldExcel: .xls of before 2007. broken: neither CSV nor XLSX. slow: not read in its time. */
export type TableFault = 'tooLarge' | 'tooManyRows' | 'empty' | 'oldExcel' | 'broken' | 'slow';

export class UnreadableTable extends Error {
  override name = 'UnreadableTable';
  readonly code: TableFault;
  constructor(code: TableFault, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

export interface TableRow {
  /** As a spreadsheet shows it, from 1; empty rows count. */
  readonly number: number;
  /** Trimmed; no control characters. As many as the heading has or fewer. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly headings: readonly string[];
  /** Without the empty ones. */
  readonly rows: readonly TableRow[];
}

/** How cells are kept: words as one line, or texts of several lines up to a length of their own. */
export type Cells = 'words' | 'texts';

/** Reads what the bytes are, whatever the file is called. Throws UnreadableTable. Blocks for up to seconds: call `readTable`. */
export async function parseTable(bytes: Uint8Array, cells: Cells = 'words'): Promise<Table> {
  if (bytes.length > LARGEST_FILE) throw new UnreadableTable('tooLarge');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new UnreadableTable('oldExcel');
  const isZip = startsWith(bytes, [0x50, 0x4b]);
  return tableOf(isZip ? await xlsxRows(bytes) : csvRows(bytes), cells === 'texts' ? cleanText : cleanCell);
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function tableOf(all: readonly (readonly string[])[], clean: (cell: string) => string): Table {
  const numbered = all.map((cells, index) => ({
    number: index + 1,
    cells: withoutEmptyEnd(cells.map((cell) => clean(cell))),
  }));
  const [heading, ...rows] = numbered.filter(({ cells }) => cells.length > 0);
  if (!heading || rows.length === 0) throw new UnreadableTable('empty');
  if (rows.length > MOST_ROWS) throw new UnreadableTable('tooManyRows');
  const width = Math.min(MOST_COLUMNS, Math.max(heading.cells.length, ...widths(rows)));
  const headings = Array.from({ length: width }, (_, column) => heading.cells[column] ?? '');
  return { headings, rows: rows.map(({ number, cells }) => ({ number, cells: cells.slice(0, width) })) };
}

/** Only a few different ones, so that they can be arguments of a function. */
const widths = (rows: readonly TableRow[]): Set<number> => new Set(rows.map(({ cells }) => cells.length));

/** Invisible marks and hard spaces come along when people copy lists together. */
export const cleanCell = (cell: string): string =>
  visible(cell.slice(0, LONGEST_CELL))
    .replace(/[\p{Cc}\p{Zs}]+/gu, ' ')
    .trim();

/** As `cleanCell`, with its lines. */
const cleanText = (cell: string): string =>
  visible(cell.slice(0, LONGEST_TEXT))
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Zs}/gu, ' ')
    .trim();

const visible = (cell: string): string =>
  cell.normalize('NFC').replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]/g, '');

export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}

// ── CSV ────────────────────────────────────────────────────────────────────────────────────────

/** UTF-8 or, by its mark or its first letters, UTF-16; what is not good UTF-8 is Windows-1252, as Excel of Finland saves it. */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe]) || hasLatinPairs(bytes)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A file that lost its mark: two letters of two bytes each, low byte first. */
const hasLatinPairs = ([first, second, third, fourth]: Uint8Array): boolean =>
  Boolean(first) && second === 0 && Boolean(third) && fourth === 0;

/** Excel's own first line that says what separates the cells: `sep=;`. */
const SEPARATOR_LINE = /^"?sep=(.)"?\r?\n/i;
const SEPARATORS = [';', ',', '\t'] as const;
/** Looked at to find what separates the cells. */
const SAMPLE = 20;

/** The separator that the file names, else the one that stands in the most of its first lines outside quotes. */
export function separatorOf(text: string): { readonly separator: string; readonly rest: string } {
  const named = SEPARATOR_LINE.exec(text);
  if (named?.[1] !== undefined) return { separator: named[1], rest: text.slice(named[0].length) };
  const sample = text.slice(0, 100_000).replace(/"[^"]*"/g, '');
  const lines = sample.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const [heading = '', ...others] = lines.slice(0, SAMPLE);
  const points = (separator: string): number => {
    const count = heading.split(separator).length - 1;
    const agreeing = others.filter((line) => line.split(separator).length - 1 === count).length;
    return count === 0 ? 0 : count + agreeing * 100;
  };
  const [first = ';'] = [...SEPARATORS].sort((a, b) => points(b) - points(a));
  return { separator: first, rest: text };
}

function csvRows(bytes: Uint8Array): string[][] {
  const decoded = decodeText(bytes).replace(/^\ufeff/, '');
  if (decoded.includes('\0')) throw new UnreadableTable('broken');
  const { separator, rest } = separatorOf(decoded);
  // A heading, and one more than may be, so that too many are noticed; empty rows are counted later.
  return splitCells(rest, separator, 2 * MOST_ROWS + 2);
}

/** The first rows of CSV, `most` of them, as cells. Throws UnreadableTable where a quote is never closed. */
export function splitCells(text: string, separator: string, most: number): string[][] {
  try {
    return parse(text, {
      delimiter: separator,
      // All of them: what programs have joined or edited ends its lines in more than one way.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_ROW,
      to: most,
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableTable('broken', { cause: error });
    throw error;
  }
}

// ── XLSX ───────────────────────────────────────────────────────────────────────────────────────

/** The first sheet. Values as they are stored: of a formula its last result; formulas are never evaluated. */
async function xlsxRows(bytes: Uint8Array): Promise<string[][]> {
  const honest = repacked(bytes);
  try {
    const rows = await readSheet(honest, { parseNumber: (text: string) => text as unknown as number });
    return rows.map((row) => row.map(textOf));
  } catch (error) {
    throw new UnreadableTable('broken', { cause: error });
  }
}

/**
 * The parts that a table is made of, unpacked within the limit and packed anew without compression: the sizes that a hostile archive states
 * are what it gets, however much is behind them.
 */
function repacked(bytes: Uint8Array): ArrayBuffer {
  let parts = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name) || name.includes('/media/')) return false;
        parts++;
        size += originalSize;
        if (parts > MOST_PARTS || size > LARGEST_UNPACKED) throw new UnreadableTable('tooLarge');
        return true;
      },
    });
    return new Uint8Array(zipSync(files, { level: 0 })).buffer;
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw new UnreadableTable('broken', { cause: error });
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}
