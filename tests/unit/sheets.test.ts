/** Reading lists as people keep them, honest, broken and hostile; and writing files that harm nobody. */
import { describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readTable } from '../../bot/sheets/read.ts';
import {
  LARGEST_FILE,
  MOST_ROWS,
  parseTable,
  separatorOf,
  type Table,
  UnreadableTable,
} from '../../bot/sheets/table.ts';
import { toCsv, toXlsx } from '../../bot/sheets/write.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
const cellsOf = ({ rows }: Table): string[][] => rows.map(({ cells }) => [...cells]);
const faultOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => undefined,
    (error: unknown) => (error instanceof UnreadableTable ? error.code : error),
  );

describe('CSV', () => {
  test.each([
    ['semicolons', utf8('Nimi;Kunta\nMäki;Åbo\n')],
    ['commas', utf8('Nimi,Kunta\nMäki,Åbo\n')],
    ['tabs', utf8('Nimi\tKunta\nMäki\tÅbo\n')],
    ['a byte order mark', utf8('\ufeffNimi;Kunta\r\nMäki;Åbo\r\n')],
    ['Windows-1252', new Uint8Array(Buffer.from('Nimi;Kunta\r\nM\xe4ki;\xc5bo\r\n', 'latin1'))],
    ['UTF-16 with tabs, Excel’s Unicode text', utf16('Nimi\tKunta\r\nMäki\tÅbo\r\n')],
    ['Excel’s sep line', utf8('sep=|\r\nNimi|Kunta\r\nMäki|Åbo\r\n')],
    ['quotes', utf8('"Nimi";"Kunta"\n"Mäki";"Åbo"\n')],
    ['hard spaces and invisible marks', utf8('Nimi;Kunta\n\u00a0M\u00e4ki\u200b ;\u202aÅbo\u202c\n')],
    ['letters in two parts', utf8('Nimi;Kunta\nMa\u0308ki;A\u030abo\n')],
  ])('with %s is read', async (_, bytes) => {
    const table = await parseTable(bytes);
    expect(table.headings).toEqual(['Nimi', 'Kunta']);
    expect(cellsOf(table)).toEqual([['Mäki', 'Åbo']]);
  });

  test('a comma inside quotes or in one row alone does not decide what separates', () => {
    expect(separatorOf('Nimi;Kunta\n"Mäki, Matti";Akaa\nMeri, Mari;Akaa').separator).toBe(';');
    expect(separatorOf('Nimi,Kunta\n"a;b;c;d",Akaa').separator).toBe(',');
  });

  test('rows keep the numbers of the file, empty ones counted; a quoted line break stays in its row', async () => {
    const { rows } = await parseTable(utf8('\nNimi;Kunta\n\nMäki;"Akaa\nToijala"\n;;\nMeri;Rauma'));
    expect(rows).toEqual([
      { number: 4, cells: ['Mäki', 'Akaa Toijala'] },
      { number: 6, cells: ['Meri', 'Rauma'] },
    ]);
  });

  test.each([
    ['nothing', utf8(''), 'empty'],
    ['a heading alone', utf8('Nimi;Kunta\n'), 'empty'],
    ['a quote that is never closed', utf8(`Nimi;Kunta\n"Mäki;Akaa\n${'Meri;Rauma\n'.repeat(10)}`), 'broken'],
    ['a file that is no text', new Uint8Array(5000).fill(0), 'broken'],
    ['an Excel file of the nineties', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'oldExcel'],
    ['half a zip', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'broken'],
    ['too many rows', utf8(`Nimi\n${'Mäki\n'.repeat(MOST_ROWS + 1)}`), 'tooManyRows'],
    ['a million rows', utf8('a\n'.repeat(1_000_000)), 'tooManyRows'],
    ['too many bytes', new Uint8Array(LARGEST_FILE + 1).fill(97), 'tooLarge'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await faultOf(parseTable(bytes))).toBe(code);
  });

  test('as many rows as may be are read', async () => {
    expect((await parseTable(utf8(`Nimi\n${'Mäki\n'.repeat(MOST_ROWS)}`))).rows).toHaveLength(MOST_ROWS);
  });
});

describe('XLSX', () => {
  const SHEET = 'xl/worksheets/sheet1.xml';
  /** Bytes, more than may be. */
  const BOMB = 70 * 1024 * 1024;
  const good = () =>
    toXlsx([
      {
        name: 'Lista',
        rows: [['Nimi', 'Puhelin', 'Asukkaita'], [], ['=1+1', '+358 40 123', 7105]],
      },
    ]);
  const withSheet = async (change: (xml: string) => string): Promise<Uint8Array> => {
    const parts = unzipSync(await good());
    const sheet = parts[SHEET];
    if (!sheet) throw new Error('the sheet lies elsewhere');
    return zipSync({ ...parts, [SHEET]: strToU8(change(strFromU8(sheet))) });
  };

  test('is read with the row numbers of the sheet, text as text and numbers as written', async () => {
    const table = await readTable(await good());
    expect(table.headings).toEqual(['Nimi', 'Puhelin', 'Asukkaita']);
    expect(table.rows).toEqual([{ number: 3, cells: ['=1+1', '+358 40 123', '7105'] }]);
  });

  test('of a formula the stored result is taken, and nothing is computed', async () => {
    const cell = '<c r="A4" t="str"><f>HYPERLINK("https://evil.example","x")</f><v>Laskettu</v></c>';
    const bytes = await withSheet((xml) => xml.replace('</sheetData>', `<row r="4">${cell}</row></sheetData>`));
    expect(cellsOf(await readTable(bytes)).at(-1)).toEqual(['Laskettu']);
  });

  test('a document type with entities brings nothing in', async () => {
    const type = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
    const bytes = await withSheet((xml) => xml.replace('?>', `?>${type}`));
    expect(cellsOf(await readTable(bytes))).toEqual([['=1+1', '+358 40 123', '7105']]);
  });

  test('a zip bomb is recognised by what it says, and holds no more than it says', async () => {
    const parts = unzipSync(await good());
    const bomb = zipSync({ ...parts, [SHEET]: new Uint8Array(BOMB) }, { level: 1 });
    expect(await faultOf(readTable(bomb))).toBe('tooLarge');
    // The same, saying that it is small: sizes in the headers are overwritten.
    const liar = new DataView(bomb.slice().buffer);
    for (let at = 0; at < liar.byteLength - 4; at++)
      if (liar.getUint32(at, true) === BOMB) liar.setUint32(at, 1000, true);
    expect(await faultOf(readTable(new Uint8Array(liar.buffer)))).toBe('broken');
  });

  test('a cell at the far end of the sheet takes no one else’s memory', async () => {
    const far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>';
    const bytes = await withSheet((xml) => xml.replace('</sheetData>', `${far}</sheetData>`));
    expect(await faultOf(readTable(bytes))).toBe('tooLarge');
    expect((await readTable(await good())).rows).toHaveLength(1);
  });
});

describe('writing', () => {
  const HOSTILE = ['=1+1', '+358', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', 'a;b', 'a"b', 'a\nb', 'plain'];

  test('no cell of a CSV begins as a formula, and everything comes back', async () => {
    const csv = toCsv([{ name: 'x', rows: [['Solu', 'Loppu'], ...HOSTILE.map((cell) => [cell, 'x'])] }]);
    expect(csv.startsWith('\ufeff')).toBe(true);
    const table = await parseTable(utf8(csv));
    expect(table.rows.map(({ cells }) => cells[0])).toEqual([
      ...["'=1+1", "'+358", "'-1", "'@SUM(A1)", "' =1", "' =1", "'＝1", 'a;b', 'a"b', 'a b', 'plain'],
    ]);
    for (const line of csv.slice(1).split('\r\n')) expect(line).not.toMatch(/^"?[=+\-@\t＝＋－＠]/);
  });

  test('every cell of an XLSX is text or a number, never a formula', async () => {
    const bytes = await toXlsx([{ name: 'a/b:c', rows: HOSTILE.map((cell) => [cell, 1]) }]);
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f');
  });
});
