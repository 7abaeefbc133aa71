/** Writes a document as `.docx`: headings, tables with repeated heads, figures, pictures with what they tell in words. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { drawChart } from './charts.ts';
import type { Block, DocumentDraft } from './document.ts';
import { xmlSafe } from './xml.ts';

/** A4 in twentieths of a point. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = 1134;
const DENSE_MARGIN = 794;
/** In half points. */
const SIZE = 22;
const DENSE_SIZE = 18;
/** On everyone's Windows and Mac; elsewhere Carlito stands in, of the same widths. */
const FONT = 'Calibri';
const DARK = '0F548C';
const GREY = '605E5C';
const LINE = 'C8C6C4';
const PALE = 'EFF6FC';
/** Pixels of a picture to a twentieth of a point: 96 to the inch. */
const PIXELS = 96 / 1440;

interface Look {
  readonly isDense: boolean;
  /** Of what is written in, in twentieths of a point. */
  readonly width: number;
  readonly language: string;
}

export async function toDocx(of: DocumentDraft): Promise<Uint8Array> {
  const isDense = of.isDense ?? false;
  const margin = isDense ? DENSE_MARGIN : MARGIN;
  const look: Look = { isDense, width: PAGE.width - 2 * margin, language: of.language };
  const size = isDense ? DENSE_SIZE : SIZE;
  const heading = (points: number, before: number, after: number) => ({
    run: { font: FONT, size: points * 2, bold: true, color: DARK },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  const section: ISectionOptions = {
    properties: { page: { size: PAGE, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
    ...(of.foot === undefined ? {} : { footers: { default: footer(of.foot) } }),
    children: of.blocks.flatMap((block) => drawn(block, look)),
  };
  const document = new Document({
    title: xmlSafe(of.title),
    creator: xmlSafe(of.author),
    lastModifiedBy: xmlSafe(of.author),
    description: '',
    styles: {
      default: {
        document: {
          run: { font: FONT, size, language: { value: of.language } },
          paragraph: { spacing: { after: isDense ? 60 : 120 } },
        },
        title: heading(isDense ? 18 : 26, 0, isDense ? 20 : 60),
        heading1: heading(isDense ? 12 : 16, isDense ? 110 : 320, isDense ? 30 : 100),
        heading2: heading(isDense ? 11 : 13, isDense ? 80 : 200, isDense ? 20 : 80),
      },
    },
    numbering: { config: [{ reference: 'bullets', levels: [bullet(isDense)] }] },
    sections: [section],
  });
  return Packer.toBuffer(document);
}

const bullet = (isDense: boolean) => ({
  ...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT },
  style: { paragraph: { indent: { left: isDense ? 240 : 360, hanging: isDense ? 200 : 260 } } },
});

const footer = (foot: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${xmlSafe(foot)} · `, color: GREY, size: 18 }),
          new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], color: GREY, size: 18 }),
        ],
      }),
    ],
  });

function drawn(block: Block, look: Look): (Paragraph | Table)[] {
  switch (block.type) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: lines(block.text) })];
    case 'lead':
      return [new Paragraph({ children: lines(block.text, { color: GREY }) })];
    case 'note':
      return [new Paragraph({ children: lines(block.text, { color: GREY, size: look.isDense ? 16 : 19 }) })];
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: lines(block.text),
        }),
      ];
    case 'text':
      // an empty line parts paragraphs, as people type them
      return block.text.split(/\n\s*\n/).map((part) => new Paragraph({ children: lines(part) }));
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: 'bullets', level: 0 },
            spacing: { after: look.isDense ? 20 : 60 },
            children: lines(item),
          }),
      );
    case 'quote':
      return [
        new Paragraph({
          indent: { left: 340 },
          border: { left: { style: BorderStyle.SINGLE, size: 18, space: 10, color: DARK } },
          keepLines: true,
          children: [
            ...lines(`”${block.text}”`, { italics: true }),
            new TextRun({ text: xmlSafe(block.source), color: GREY, size: look.isDense ? 16 : 19, break: 1 }),
          ],
        }),
      ];
    case 'table':
      return [...tableOf(block, look), spacer()];
    case 'figures':
      return [figuresOf(block, look), spacer()];
    case 'halves':
      return [halvesOf(block, look), spacer()];
    case 'chart':
      return chartOf(block.chart, look);
  }
}

type Run = Omit<ConstructorParameters<typeof TextRun>[0] & object, 'text' | 'children'>;

/** Each line break of the text is one in the document. */
const lines = (text: string, run: Run = {}): ParagraphChild[] =>
  xmlSafe(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...run, text: line, ...(index > 0 ? { break: 1 } : {}) }));

/** Word wants a paragraph after a table. */
const spacer = (): Paragraph => new Paragraph({ spacing: { after: 0, line: 120 }, children: [] });

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: LINE } as const;
const NO_BORDERS = {
  ...{ top: NONE, bottom: NONE, left: NONE, right: NONE },
  ...{ insideHorizontal: NONE, insideVertical: NONE },
};

function tableOf({ columns, rows }: Extract<Block, { type: 'table' }>, { width, isDense }: Look): Table[] {
  const widths = columns.map((column) => Math.floor((width * column.width) / 100));
  const cell = (text: string, column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      ...(isHead ? { shading: { fill: PALE } } : {}),
      margins: { top: 40, bottom: 40, left: 80, right: columns[column]?.isNumber ? 120 : 80 },
      verticalAlign: VerticalAlignTable.TOP,
      children: [
        new Paragraph({
          alignment: columns[column]?.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { after: 0 },
          keepNext: isHead,
          children: lines(text, { bold: isHead, size: isDense ? 17 : 20 }),
        }),
      ],
    });
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: { ...NO_BORDERS, top: THIN, bottom: THIN, insideHorizontal: THIN },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ label }, index) => cell(label, index, true)),
        }),
        ...rows.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: columns.map((_, index) => cell(row[index] ?? '', index, false)),
            }),
        ),
      ],
    }),
  ];
}

function figuresOf({ across, items }: Extract<Block, { type: 'figures' }>, { width, isDense }: Look): Table {
  const size = Math.floor(width / across);
  const cell = (item: (typeof items)[number] | undefined): TableCell =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      margins: { top: isDense ? 30 : 80, bottom: isDense ? 30 : 80, left: 100, right: 60 },
      shading: { fill: PALE },
      borders: { top: WHITE, bottom: WHITE, left: WHITE, right: WHITE },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          children: lines(item?.value ?? '', { bold: true, color: DARK, size: isDense ? 24 : 32 }),
        }),
        new Paragraph({
          spacing: { after: 0 },
          children: lines(item?.label ?? '', { size: isDense ? 16 : 18 }),
        }),
      ],
    });
  const rows = Array.from({ length: Math.ceil(items.length / across) }, (_, row) =>
    Array.from({ length: across }, (__, column) => items[row * across + column]),
  );
  return new Table({
    width: { size: size * across, type: WidthType.DXA },
    columnWidths: Array.from({ length: across }, () => size),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
  });
}

const WHITE = { style: BorderStyle.SINGLE, size: 24, color: 'FFFFFF' } as const;

function halvesOf({ left, right }: Extract<Block, { type: 'halves' }>, look: Look): Table {
  const size = Math.floor(look.width / 2);
  const gap = 140;
  const half = (blocks: readonly Block[], margins: { left: number; right: number }): TableCell => {
    const children = blocks.flatMap((block) => drawn(block, { ...look, width: size - gap }));
    return new TableCell({
      width: { size, type: WidthType.DXA },
      margins: { ...margins, top: 0, bottom: 0 },
      verticalAlign: VerticalAlignTable.TOP,
      children: children.length > 0 ? children : [spacer()],
    });
  };
  return new Table({
    width: { size: size * 2, type: WidthType.DXA },
    columnWidths: [size, size],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [new TableRow({ children: [half(left, { left: 0, right: gap }), half(right, { left: gap, right: 0 })] })],
  });
}

function chartOf(chart: Extract<Block, { type: 'chart' }>['chart'], { width, language, isDense }: Look): Paragraph[] {
  if (chart.labels.length === 0) return [];
  const picture = drawChart(chart, language);
  const shown = Math.round(width * PIXELS);
  return [
    new Paragraph({
      spacing: { before: isDense ? 40 : 120, after: 40 },
      keepNext: true,
      children: lines(chart.title, { bold: true }),
    }),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'png',
          data: picture.png,
          transformation: { width: shown, height: Math.round((shown * picture.height) / picture.width) },
          altText: { name: xmlSafe(chart.title), title: xmlSafe(chart.title), description: xmlSafe(chart.alt) },
        }),
      ],
    }),
  ];
}
