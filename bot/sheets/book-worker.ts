/** The thread in which a workbook with charts is written. */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { init } from 'excelize-wasm';
import { xmlSafe } from '../documents/xml.ts';
import type { Book, BookCell, BookChart, BookColumn, BookSheet, NumberLook } from './book.ts';

/** Excel's limits: letters of a cell, and of a sheet's name. */
const LONGEST_CELL = 32_767;
const LONGEST_NAME = 31;
/** Pixels. */
const CHART = { width: 620, height: 320 };
/** Rows that a chart covers, with one between. */
const CHART_ROWS = 17;
/** Days before 1 January 1970 as Excel counts them. */
const EXCEL_EPOCH = 25_569;
const DAY = 86_400_000;

const excelize = await init(createRequire(import.meta.url).resolve('excelize-wasm/excelize.wasm.gz'));
const file = excelize.NewFile();

/** Every call of the library answers with its error instead of throwing it. */
function done<T extends { error: string | null }>(answer: T): T {
  if (answer.error) throw new Error(answer.error);
  return answer;
}

const place = (column: number, row: number): string => done(excelize.CoordinatesToCellName(column + 1, row + 1)).cell;

const style = (of: Parameters<typeof file.NewStyle>[0]): number => done(file.NewStyle(of)).style;
const FONT = { Family: 'Calibri', Size: 11 };
const TOP = { Vertical: 'top', WrapText: true };
const styles = {
  head: style({
    Font: { ...FONT, Bold: true },
    Fill: { Type: 'pattern', Pattern: 1, Color: ['EFF6FC'] },
    Alignment: TOP,
  }),
  text: style({ Font: FONT, Alignment: TOP }),
  date: style({ Font: FONT, Alignment: { Vertical: 'top', Horizontal: 'left' }, NumFmt: 14 }),
};
const numberStyles = new Map<string, number>();

const numberFormat = ({ decimals = 0, isPercent = false }: NumberLook): string =>
  `0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${isPercent ? '%' : ''}`;

function numberStyle(look: NumberLook): number {
  const format = numberFormat(look);
  const known = numberStyles.get(format) ?? style({ Font: FONT, Alignment: TOP, CustomNumFmt: format });
  numberStyles.set(format, known);
  return known;
}

const cellText = (typed: string): string => xmlSafe(typed).slice(0, LONGEST_CELL);

function put(sheet: string, at: string, cell: BookCell, column: BookColumn): number {
  if (typeof cell === 'number' || (typeof cell === 'object' && 'number' in cell)) {
    done(file.SetCellFloat(sheet, at, typeof cell === 'number' ? cell : cell.number, -1, 64));
    return numberStyle(typeof cell === 'number' ? column : cell);
  }
  if (typeof cell === 'object') {
    done(file.SetCellFloat(sheet, at, Date.parse(`${cell.date}T00:00:00Z`) / DAY + EXCEL_EPOCH, -1, 64));
    return styles.date;
  }
  if (cell !== undefined && cell !== '') done(file.SetCellStr(sheet, at, cellText(cell))); // as text: never a formula
  return styles.text;
}

function write({ columns, rows, charts = [] }: BookSheet, sheet: string): void {
  for (const [index, column] of columns.entries()) {
    const letter = done(excelize.ColumnNumberToName(index + 1)).col;
    done(file.SetColWidth(sheet, letter, letter, column.width));
    done(file.SetCellStr(sheet, place(index, 0), cellText(column.label)));
    done(file.SetCellStyle(sheet, place(index, 0), place(index, 0), styles.head));
    for (const [row, cells] of rows.entries()) {
      const at = place(index, row + 1);
      done(file.SetCellStyle(sheet, at, at, put(sheet, at, cells[index], column)));
    }
  }
  done(
    file.SetPanes(sheet, {
      Freeze: true,
      Split: false,
      XSplit: 0,
      YSplit: 1,
      TopLeftCell: 'A2',
      ActivePane: 'bottomLeft',
    }),
  );
  const drawn = charts.filter((chart) => to(chart, rows) >= (chart.rows?.from ?? 0));
  for (const [index, chart] of drawn.entries())
    done(file.AddChart(sheet, place(columns.length + 1, index * CHART_ROWS), chartOf(chart, sheet, { columns, rows })));
}

const to = (chart: BookChart, rows: BookSheet['rows']): number => chart.rows?.to ?? rows.length - 1;

function chartOf(
  chart: BookChart,
  sheet: string,
  { columns, rows }: Pick<BookSheet, 'columns' | 'rows'>,
): Parameters<typeof file.AddChart>[2] {
  const { labels, values, title, most, decimals } = chart;
  const range = (column: number): string => {
    const letter = done(excelize.ColumnNumberToName(column + 1)).col;
    return `${quoted(sheet)}!$${letter}$${(chart.rows?.from ?? 0) + 2}:$${letter}$${to(chart, rows) + 2}`;
  };
  const head = (column: number): string => `${quoted(sheet)}!$${done(excelize.ColumnNumberToName(column + 1)).col}$1`;
  return {
    Type: excelize.Bar,
    Series: values.map((column, index) => ({
      Name: head(column),
      Categories: range(labels),
      Values: range(column),
      Fill: { Type: 'pattern', Pattern: 1, Color: [index === 0 ? '0F548C' : '9CC3E6'] },
    })),
    Title: { Paragraph: [{ Text: cellText(title), Font: { Bold: true, Size: 12, Family: 'Calibri' } }] },
    VaryColors: false,
    Legend: { Position: values.length > 1 ? 'bottom' : 'none' },
    Dimension: { Width: CHART.width, Height: CHART.height },
    Format: { AltText: cellText(`${title}: ${columns[labels]?.label ?? ''}`) },
    PlotArea: { ShowVal: true, NumFmt: { CustomNumFmt: numberFormat({ decimals }) } },
    XAxis: { ReverseOrder: true },
    YAxis: {
      ...(most === undefined ? {} : { Maximum: most }),
      Minimum: 0,
      NumFmt: { CustomNumFmt: numberFormat({ decimals }) },
    },
  };
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** Excel's rules for the name of a sheet, each once. */
function namesOf(sheets: Book['sheets']): string[] {
  const names: string[] = [];
  for (const { name } of sheets) {
    const plain =
      cellText(name)
        .replace(/[\\/?*[\]:]/g, ' ')
        .slice(0, LONGEST_NAME)
        .replace(/^'|'$/g, ' ')
        .trim() || '1';
    let unique = plain;
    for (let n = 2; names.includes(unique); n++) unique = `${plain.slice(0, LONGEST_NAME - 3)} ${n}`;
    names.push(unique);
  }
  return names;
}

const book = workerData as Book;
const names = namesOf(book.sheets);
for (const [index, sheet] of book.sheets.entries()) {
  const name = names[index] ?? '';
  if (index === 0) done(file.SetSheetName('Sheet1', name));
  else done(file.NewSheet(name));
  write(sheet, name);
}
done(file.SetDocProps({ Title: cellText(book.title), Creator: cellText(book.author), Language: book.language }));
const { buffer } = done(file.WriteToBuffer());
parentPort?.postMessage(buffer);
