/** Tables as files: CSV that is safe to open in Excel, and XLSX. */
import writeXlsxFile from 'write-excel-file/node';
import type { MadeFile } from '../core/feature.ts';
import { xmlSafe } from '../documents/xml.ts';

export type Cell = string | number;

/** A sheet of XLSX, a section of CSV. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

export type SheetFormat = 'csv' | 'xlsx';

/** A cell that begins with one of these is a formula to Excel: source: OWASP, “CSV Injection”. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** With a byte order mark and semicolons, as Excel of Finnish and Swedish computers reads it; no cell can be a formula. */
export function toCsv(sheets: readonly Sheet[]): string {
  const sections = sheets.map(({ name, rows }, index) =>
    [...(index === 0 ? [] : [[name]]), ...rows].map((row) => row.map(csvCell).join(';')).join('\r\n'),
  );
  return `\ufeff${sections.join('\r\n\r\n')}\r\n`;
}

/** With a decimal comma, as the same computers read numbers. */
const written = (number: number): string => String(number).replace('.', ',');

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return written(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Excel's limits for the name of a sheet. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

const FIRST_WIDTH = 50;
const WIDTH = 30;

/** Text stays text, whatever it begins with: a cell of type text is never a formula. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = sheets.map(({ name, rows }) => ({
    sheet: sheetName(name),
    columns: Array.from({ length: Math.max(2, ...rows.map(({ length }) => length)) }, (_, column) => ({
      width: column === 0 ? FIRST_WIDTH : WIDTH,
    })),
    data: rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'number' ? { type: Number, value: cell } : { type: String, value: xmlSafe(cell) },
      ),
    ),
  }));
  return writeXlsxFile(book).toBuffer();
}

const CONTENT_TYPES: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The sheets as a download; `name` is the file's without its ending. */
export async function sheetsFile(name: string, format: SheetFormat, sheets: readonly Sheet[]): Promise<MadeFile> {
  const bytes = format === 'csv' ? new TextEncoder().encode(toCsv(sheets)) : await toXlsx(sheets);
  return { fileName: `${name}.${format}`, contentType: CONTENT_TYPES[format], bytes };
}
