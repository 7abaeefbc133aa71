/** Real files of each format: their text is found, on the page or slide or under the heading where it stands. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import type { TextPage } from '../../bot/core/ports.ts';
import { type ExtractWorld, extractWorld, realFile } from '../fakes/extract-world.ts';

let world: ExtractWorld;
beforeAll(async () => {
  world = await extractWorld();
});
afterAll(() => world.close());

const read = async (name: string, bytes?: Uint8Array): Promise<readonly TextPage[]> => {
  const found = await world.read(name, bytes ?? (await realFile(name)));
  if (typeof found === 'string') throw new Error(`${name} is ${found}`);
  return found;
};
/** Where a word stands: the numbers or headings of the pages that hold it. */
const placesOf = (word: string, pages: readonly TextPage[]): readonly (number | string | undefined)[] =>
  pages.filter(({ text }) => text.includes(word)).map(({ number, heading }) => number ?? heading);

test('a PDF of LibreOffice is read page by page, with words that its lines had broken put together', async () => {
  const pages = await read('guide.pdf');
  expect(pages.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(placesOf('markkinavuoropuhelua', pages)).toEqual([2]);
  expect(placesOf('jätevesilietteen', pages)).toEqual([3]);
  expect(placesOf('1 200 m²', pages)).toEqual([2]);
});

test('a PDF of Chromium is read too, with a hyphen that belongs to its word kept and ligatures taken apart', async () => {
  const pages = await read('printed.pdf');
  expect(placesOf('Koulukuljetus', pages)).toEqual([1]);
  expect(placesOf('Haja-asutusalueen', pages)).toEqual([1]);
  expect(placesOf('filmi', pages)).toEqual([1]);
  expect(placesOf('Iltapäiväkerho', pages)).toEqual([2]);
});

test.each(['slides.pptx', 'slides.odp'])(
  'a word on the third slide of %s is found there, and so are its notes and title',
  async (name) => {
    const slides = await read(name);
    expect(slides.map(({ number, heading }) => [number, heading])).toEqual([
      [1, 'Verkoston päivä'],
      [2, 'Sote-kiinteistöt'],
      [3, 'Koulukuljetukset'],
    ]);
    expect(placesOf('Kutsutaksi syrjäkylille', slides)).toEqual([3]);
    expect(placesOf('Kerro Pielaveden kokeilusta', slides)).toEqual([3]);
    expect(slides[2]?.text.indexOf('Pielaveden')).toBeGreaterThan(slides[2]?.text.indexOf('syrjäkylille') ?? Infinity);
  },
);

test('slides are numbered in the order of the show, whatever their files are called', async () => {
  const parts = unzipSync(await realFile('slides.pptx'));
  const show = strFromU8(parts['ppt/presentation.xml'] ?? new Uint8Array());
  const order = show.match(/<p:sldId [^>]*>/g) ?? [];
  expect(order).toHaveLength(3);
  const turned = show.replace(order.join(''), [...order].reverse().join(''));
  const slides = await read('slides.pptx', zipSync({ ...parts, 'ppt/presentation.xml': strToU8(turned) }));
  expect(slides.map(({ heading }) => heading)).toEqual(['Koulukuljetukset', 'Sote-kiinteistöt', 'Verkoston päivä']);
  expect(placesOf('Pielaveden', slides)).toEqual([1]);
});

test.each(['guide.docx', 'guide.odt'])(
  '%s is read under its headings, with lists, tables and footnotes',
  async (name) => {
    const parts = await read(name);
    expect(parts.map(({ heading, number }) => [heading, number])).toEqual([
      ['Kuljetusten hyvät käytännöt', undefined],
      ['Kilpailutus', undefined],
      ['Ruokahuolto', undefined],
    ]);
    expect(placesOf('Hankintalaki edellyttää markkinavuoropuhelua.', parts)).toEqual(['Kilpailutus']);
    expect(placesOf('Koulukuljetus kilpailutetaan', parts)).toEqual(['Kilpailutus']);
    expect(placesOf('Haja-asutusalueella', parts)).toEqual(['Kilpailutus']);
    expect(placesOf('Reitti Hinta\nKirkonkylä 1 200 m²', parts)).toEqual(['Kilpailutus']);
    expect(placesOf('jätevesilietteen', parts)).toEqual(['Ruokahuolto']);
  },
);

test('a DOCX of another writer is read with its table, and what was deleted or hidden is not', async () => {
  const paragraph = (text: string) => new Paragraph(text);
  const bytes = await Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [paragraph('Kuntalaki velvoittaa.')] } },
      features: { trackRevisions: true },
      sections: [
        {
          children: [
            paragraph('Johdanto'),
            new Paragraph({ text: 'Talous', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({
              children: [
                new TextRun('Budjetti'),
                new FootnoteReferenceRun(1),
                new TextRun({ text: 'piilo', vanish: true }),
                new DeletedTextRun({ text: 'poistettu', id: 1, author: 'A', date: '2026-01-01T00:00:00Z' }),
              ],
            }),
            new Table({
              rows: [
                new TableRow({
                  children: [
                    new TableCell({ children: [paragraph('Siivous')] }),
                    new TableCell({ children: [paragraph('300')] }),
                  ],
                }),
              ],
            }),
          ],
        },
      ],
    }),
  );
  expect(await read('talous.docx', bytes)).toEqual([
    { text: 'Johdanto' },
    { heading: 'Talous', text: 'Talous\nBudjetti\nKuntalaki velvoittaa.\nSiivous 300' },
  ]);
});

test.each([
  ['figures.xlsx', '12,5'],
  ['figures.ods', '12.5'],
])('%s is read sheet by sheet, without the hidden one', async (name, amount) => {
  const sheets = await read(name);
  expect(sheets).toEqual([
    { heading: 'Kustannukset', text: `Kustannukset\nPalvelu Euroa Alkaen\nLumenauraus ${amount} 1.12.2025` },
    { heading: 'Yhteystiedot', text: 'Yhteystiedot\nSiiri Suomi hankintapäällikkö' },
  ]);
});

test('a workbook of another writer is read with its dates, shares and numbers about as they are shown', async () => {
  const bytes = await writeExcelFile(
    [
      [{ value: 'Liikuntapaikat' }, { value: new Date(Date.UTC(2026, 4, 7)), type: Date, format: 'd.m.yyyy' }],
      [
        { value: 0.1 + 0.2, type: Number },
        { value: 0.255, type: Number, format: '0.0%' },
      ],
    ],
    { sheet: 'Vuosi 2026' },
  ).toBuffer();
  expect(await read('luvut.xlsx', bytes)).toEqual([
    { heading: 'Vuosi 2026', text: 'Vuosi 2026\nLiikuntapaikat 7.5.2026\n0,3 25,5 %' },
  ]);
});

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from('Kyläyhdistys\tÄänekoski\r\n')],
  ['UTF-8 with its mark', Buffer.from('\ufeffKyläyhdistys\tÄänekoski\r\n')],
  ['UTF-16', Buffer.from('\ufeffKyläyhdistys\tÄänekoski\r\n', 'utf16le')],
  ['UTF-16 the other way round', Buffer.from('\ufeffKyläyhdistys\tÄänekoski\r\n', 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('Kyläyhdistys\tÄänekoski\r\n', 'latin1')],
])('text in %s is read', async (_encoding, bytes) => {
  expect(await read('muistio.txt', bytes)).toEqual([{ text: 'Kyläyhdistys Äänekoski' }]);
});

test('Markdown is read under its headings, and a list of a municipality’s old program is read', async () => {
  const markdown = '# Ohje\nAlku\n```\n# ei otsikko\n```\n## Yhteystiedot ##\nSoita.\n';
  expect(await read('ohje.md', Buffer.from(markdown))).toEqual([
    { heading: 'Ohje', text: 'Ohje\nAlku\n```\n# ei otsikko\n```' },
    { heading: 'Yhteystiedot', text: 'Yhteystiedot\nSoita.' },
  ]);
  expect(await read('lista.csv', Buffer.from('Nimi;Kunta\nMäki;Härmä\n', 'latin1'))).toEqual([
    { text: 'Nimi;Kunta\nMäki;Härmä' },
  ]);
});

test('pictures and recordings have no text, and nothing is started for them', async () => {
  const before = world.log.events.length;
  expect(await read('kuva.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toEqual([]);
  expect(world.log.events).toHaveLength(before);
});

test('nothing is left of what was read', async () => {
  await read('guide.pdf');
  expect(await world.leftovers()).toEqual([]);
});
