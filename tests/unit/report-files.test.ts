/** The report as files: unzipped and read, in three languages, with nothing in it and with too much. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { type Block, type DocumentDraft, makeDocument } from '../../bot/documents/document.ts';
import { maker, NotMade } from '../../bot/documents/thread.ts';
import { reportBook } from '../../bot/features/report/book-export.ts';
import { fitted, projectCard } from '../../bot/features/report/card-export.ts';
import { reportDocument } from '../../bot/features/report/document-export.ts';
import type { ReportContent } from '../../bot/features/report/report.ts';
import { makeBook } from '../../bot/sheets/book.ts';
import { CUSTOMERS, contentOf, emptyFigures, FRAME, figuresOf } from '../fakes/report-year.ts';

type Files = Readonly<Record<string, string>>;

/** The parts of a zip that are XML, as text. */
function opened(bytes: Uint8Array): Files {
  expect(strFromU8(bytes.slice(0, 2))).toBe('PK');
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels|png)$/.test(name));
  return Object.fromEntries(parts.map(([name, part]) => [name, name.endsWith('.png') ? 'picture' : strFromU8(part)]));
}

const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Text of each paragraph of a document, by its style. */
function paragraphs(files: Files): { style: string; text: string }[] {
  const body = files['word/document.xml'] ?? '';
  return [...body.matchAll(/<w:p>(.*?)<\/w:p>|<w:p [^>]*>(.*?)<\/w:p>/gs)].map(([, one = '', other = '']) => {
    const inside = one || other;
    const words = [...inside.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, word = '']) => plain(word));
    return { style: /<w:pStyle w:val="(\w+)"/.exec(inside)?.[1] ?? '', text: words.join('') };
  });
}

const headings = (files: Files): string[] =>
  paragraphs(files)
    .filter(({ style }) => /^(Title|Heading)/.test(style))
    .map(({ text }) => text);

const textIn = (files: Files): string =>
  paragraphs(files)
    .map(({ text }) => text)
    .join('\n');

const texts = { summary: 'Hyvä vuosi <b>& enemmän</b>\nToinen rivi', lessons: 'Puoli päivää on vähän.' };
const plan = { goals: 'Saada kunnat yhteen', funding: 'Valtionavustus', contact: 'toimisto@verkosto.example' };
const contentIn = (language: ReportContent['language']): ReportContent =>
  contentOf(figuresOf({ locale: language }), language, { texts, plan });

describe('the Word document', () => {
  let files: Files;
  beforeAll(async () => {
    files = opened(await makeDocument(reportDocument(contentIn('fi'), FRAME)));
  });

  test('has the report’s sections in order', () => {
    expect(headings(files)).toEqual([
      ...['Vuosiraportti 2024', 'Yhteenveto', 'Vuosisuunnitelma 2024', 'Tavoitteet', 'Rahoitus', 'Vuosi lukuina'],
      ...['Tilaisuudet', 'Ketkä olivat mukana', 'Arvosanat', 'Osallistujien sanoin', 'Äänestykset'],
      ...['Kyselyt ja palautteet', 'Toivoitte – teimme', 'Materiaalit', 'Opit', 'Yhteystiedot'],
    ]);
  });

  test('holds the figures of both years, grades with their answers', () => {
    const all = textIn(files);
    for (const words of ['4,5/5 (18 vastausta)', '4,0/5 (14 vastausta)', '4,4/5 (54 vastausta)', '3,9/5 (8 vastausta)'])
      expect(all).toContain(words);
    expect(all).toContain('50 % (16/32)');
    expect(all).toContain('16*');
    expect(all).toContain('Muu tilaisuus: Varikkokierros (peruttu)');
  });

  test('keeps people’s words words', () => {
    expect(textIn(files)).toContain('Hyvä vuosi <b>& enemmän</b>');
    expect(textIn(files)).toContain('”Konkreettista & selkeää <3”');
    expect(files['word/document.xml']).toContain('Konkreettista &amp; selkeää &lt;3');
  });

  test('has its charts as pictures that say in words what they show', () => {
    const pictures = Object.keys(files).filter((name) => name.startsWith('word/media/'));
    expect(pictures).toHaveLength(4);
    const told = plain(files['word/document.xml'] ?? '');
    expect(told).toContain(`${CUSTOMERS} 24; Joukkoliikenteen tilastot 16; Markkinointi ja yhteistyö 31`);
    expect(told).toContain(`${CUSTOMERS} 4,5; Joukkoliikenteen tilastot 4,0`);
  });

  test('repeats a table’s head on the next page and says its language', () => {
    expect(files['word/document.xml']).toContain('<w:tblHeader/>');
    expect(files['word/styles.xml']).toContain('w:val="fi-FI"');
  });

  test.each([
    ['sv', 'Årsrapport 2024', '4,5/5 (18 svar)', 'sv-FI'],
    ['en', 'Yearly report 2024', '4.5/5 (18 answers)', 'en-GB'],
  ] as const)('is in %s when that is asked for', async (language, title, grade, tag) => {
    const other = opened(await makeDocument(reportDocument(contentIn(language), FRAME)));
    expect(headings(other)[0]).toBe(title);
    expect(textIn(other)).toContain(grade);
    expect(other['word/styles.xml']).toContain(`w:val="${tag}"`);
  });

  test('of a year in which nothing happened says so', async () => {
    const empty = opened(await makeDocument(reportDocument(contentOf(emptyFigures(), 'fi'), FRAME)));
    expect(headings(empty)).toEqual(['Vuosiraportti 2024', 'Vuosi lukuina']);
    expect(textIn(empty)).toContain('Vuodelta 2024 ei ole tilaisuuksia');
  });

  test('takes control characters, halves of letters and endless words', async () => {
    const bad = contentOf(figuresOf(), 'fi', {
      network: `A\u0000\ud800${'ä'.repeat(500)}`,
      texts: { summary: '\u0007' },
    });
    const made = opened(await makeDocument(reportDocument(bad, FRAME)));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(made['word/document.xml']).not.toMatch(/[\u0000-\u0008\ud800-\udfff]/);
    expect(textIn(made)).toContain('ä'.repeat(500));
  });
});

describe('charts', () => {
  const chartsOf = (of: DocumentDraft) => of.blocks.flatMap((one) => (one.type === 'chart' ? [one.chart] : []));

  test('of many events go on in further pictures', () => {
    const figures = figuresOf();
    const [event] = figures.events;
    const events = Array.from({ length: 45 }, (_, n) => ({
      ...event,
      title: `Tilaisuus ${n}`,
    })) as typeof figures.events;
    const drawn = chartsOf(reportDocument(contentOf({ ...figures, events }, 'fi'), FRAME));
    const ofParticipants = drawn.filter(({ title }) => title === 'Osallistujat tilaisuuksittain');
    expect(ofParticipants.map(({ labels }) => labels.length)).toEqual([20, 20, 5]);
    expect(ofParticipants[2]?.labels[0]).toBe('Tilaisuus 40');
  });

  test('show last year’s municipalities beside this year’s', () => {
    const places = chartsOf(reportDocument(contentIn('fi'), FRAME)).find(({ series }) => series.length === 2);
    expect(places?.series.map(({ name }) => name)).toEqual(['2024', '2023']);
  });
});

describe('the project card', () => {
  const wordsOf = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) => {
      if (block.type === 'halves') return [...wordsOf(block.left), ...wordsOf(block.right)];
      if (block.type === 'figures') return block.items.map(({ value, label }) => `${value} ${label}`);
      if (block.type === 'list') return [...block.items];
      return 'text' in block ? [block.text] : [];
    });

  test('has what a funder asks for', async () => {
    const files = opened(await makeDocument(projectCard(contentIn('fi'), FRAME)));
    expect(headings(files)).toEqual([
      ...['Pienet kunnat & liikenne', 'Tavoitteet', 'Mitä tehtiin', 'Opit', 'Rahoitus', 'Yhteystiedot'],
      'Tulokset lukuina',
    ]);
    const all = textIn(files);
    expect(all).toContain(`16.5.2024 ${CUSTOMERS} (24 osallistujaa, 4,5/5)`);
    expect(all).toContain('Tilaisuuksien arvosana (54 vastausta)');
    expect(all).toContain('toimisto@verkosto.example');
  });

  test('has one page’s worth of words, whatever was written', () => {
    const long = 'Haja-asutusalueiden kutsuliikenteen kilpailutus\n'.repeat(200);
    const figures = figuresOf();
    const [event] = figures.events;
    const events = Array.from({ length: 30 }, () => ({ ...event, title: long })) as typeof figures.events;
    const full = contentOf({ ...figures, events }, 'fi', {
      plan: { goals: long, targetGroups: long, phases: long, funding: long, contact: long },
      texts: { effects: long, lessons: long },
    });
    // Half a page holds 56 letters a line, and what was measured in LibreOffice fills it to two thirds with 70 lines.
    const lines = wordsOf(projectCard(full, FRAME).blocks)
      .flatMap((words) => words.split('\n'))
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 56)), 0);
    expect(lines).toBeLessThan(110);
    expect(wordsOf(projectCard(full, FRAME).blocks)).toContain('ja 26 muuta tilaisuutta');
  });

  test('cuts at words and says that there is more', () => {
    expect(fitted('Lyhyt', 100)).toBe('Lyhyt');
    expect(fitted(`${'sana '.repeat(100)}`, 112)).toMatch(/^(sana )+sana…$/);
    expect(fitted('a\nb\nc\nd', 112)).toBe('a\nb\nc …');
  });

  test('of an empty year is still a card', async () => {
    const files = opened(await makeDocument(projectCard(contentOf(emptyFigures(), 'sv'), FRAME)));
    expect(textIn(files)).toContain('Det finns inga evenemang');
  });
});

describe('the workbook', () => {
  let files: Files;
  beforeAll(async () => {
    files = opened(await makeBook(reportBook(contentIn('fi'), FRAME)));
  });

  const strings = (of: Files): string[] =>
    [...(of['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t(?: [^>]*)?>(.*?)<\/t><\/si>/gs)].map(([, one = '']) =>
      plain(one),
    );
  const sheetOf = (of: Files, name: string): string => {
    const names = [...plain(of['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, one]) => one);
    return of[`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`] ?? '';
  };

  test('has a sheet of each kind of figure', () => {
    expect([...plain(files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, one]) => one)).toEqual(
      [
        ...[
          'Yhteenveto',
          'Tilaisuudet',
          'Arvosanat',
          'Maakunnat',
          'Mukana olleet',
          'Äänestykset',
          'Kyselyt',
          'Toiveet',
        ],
        ...['Materiaalit', 'Tekstit'],
      ],
    );
  });

  test('has charts of Excel’s own over its cells', () => {
    const charts = Object.keys(files).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(4);
    const chart = plain(files['xl/charts/chart1.xml'] ?? '');
    expect(chart).toContain('<barChart>');
    expect(chart).toContain("<f>'Tilaisuudet'!$A$2:$A$4</f>");
    expect(chart).toContain("<f>'Tilaisuudet'!$D$2:$D$4</f>");
    expect(chart).toContain('Osallistujat tilaisuuksittain');
  });

  test('keeps what begins as a formula as text', () => {
    expect(Object.values(files).filter((part) => part.includes('<f>') && part.includes('<sheetData'))).toEqual([]);
    expect(strings(files)).toContain('=cmd|’ /C calc’!A0');
    expect(strings(files)).toContain('+ palataan keväällä');
    const index = strings(files).indexOf('=cmd|’ /C calc’!A0');
    expect(sheetOf(files, 'Toiveet')).toMatch(new RegExp(`<c r="A3"[^>]* t="s"><v>${index}</v>`));
  });

  test('holds grades exactly and shows them with one decimal', () => {
    const grades = sheetOf(files, 'Arvosanat');
    expect(grades).toMatch(/<c r="B2"[^>]*><v>4\.5<\/v>/);
    expect(grades).toMatch(/<c r="B6"[^>]*><v>4\.37037037037037/);
    expect(grades).toMatch(/<c r="C6"[^>]*><v>54<\/v>/);
    expect(files['xl/styles.xml']).toContain('formatCode="0.0"');
  });

  test('of an empty year has its sheets and no charts', async () => {
    const empty = opened(await makeBook(reportBook(contentOf(emptyFigures(), 'en'), FRAME)));
    expect(Object.keys(empty).filter((name) => name.startsWith('xl/charts/'))).toEqual([]);
    expect(strings(empty)).toContain('There are no events, polls, surveys or materials from the year 2024.');
  });
});

describe('the thread in which files are made', () => {
  const file = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const SOON = { longest: 20, memory: 64 };

  test('ends when it takes too long, and the next file is made', async () => {
    const make = maker<number>(
      file(`import { parentPort, workerData } from 'node:worker_threads';
        if (workerData === 0) setInterval(() => {}, 1000); else parentPort.postMessage(new Uint8Array([workerData]));`),
      { ...SOON, longest: 3000 },
    );
    const [slow, next] = await Promise.allSettled([make(0), make(7)]);
    expect(slow).toMatchObject({ status: 'rejected', reason: expect.any(NotMade) });
    expect(next).toEqual({ status: 'fulfilled', value: new Uint8Array([7]) });
  });

  test('refuses more than can wait', async () => {
    const make = maker<number>(file('setInterval(() => {}, 1000);'), SOON);
    const asked = await Promise.allSettled(Array.from({ length: 21 }, () => make(0)));
    expect(asked[0]).toMatchObject({ status: 'rejected', reason: { message: 'slow' } });
    expect(asked[20]).toMatchObject({ status: 'rejected', reason: { message: 'busy' } });
  });

  test('a fault of ours comes through as one', async () => {
    const make = maker<number>(file('throw new TypeError("ours")'), { ...SOON, longest: 5000 });
    await expect(make(0)).rejects.toThrow('ours');
  });
});
