/** Exports: what is in them, for whom, and that no spreadsheet takes a cell for a formula. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Locale } from '../../bot/core/text.ts';
import { pollSheets } from '../../bot/features/polls/export.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import type { Poll } from '../../bot/features/polls/poll.ts';
import { toCsv, toXlsx } from '../../bot/sheets/write.ts';
import { madeFile } from '../fakes/made-file.ts';
import { openPollWorld, type PollWorld } from '../fakes/poll-world.ts';

describe('CSV', () => {
  test.each([
    ['=HYPERLINK("http://x";"y")', '"\'=HYPERLINK(""http://x"";""y"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "'\t=1+1"],
    ['\r=1+1', '"\'\r=1+1"'],
    ['\n=1+1', '"\'\n=1+1"'],
    ['＝1+1', "'＝1+1"],
    ['Kutsu;liikenne', '"Kutsu;liikenne"'],
    ['Sanoi ”juu” ja "ei"', '"Sanoi ”juu” ja ""ei"""'],
    ['3-1', '3-1'],
    ['', ''],
  ])('writes %j as %j', (cell, written) => {
    expect(toCsv([{ name: 'Tulokset', rows: [[cell, 7]] }])).toBe(`\ufeff${written};7\r\n`);
  });
});

test('XLSX keeps text as text and numbers as numbers, on a sheet each', async () => {
  const bytes = await toXlsx([
    {
      name: 'Tulokset',
      rows: [
        ['=1+1', 2],
        ['\u0007Ääni <b>', 0],
      ],
    },
    { name: 'Kuka/mitä', rows: [['Jäsen 1']] },
  ]);
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
  expect(files['xl/workbook.xml']).toContain('name="Tulokset"');
  expect(files['xl/workbook.xml']).toContain('name="Kuka mitä"');
  const all = Object.values(files).join('\n');
  expect(all).toContain('=1+1');
  expect(all).toContain('Ääni &lt;b&gt;');
  expect(all).not.toContain('<f>');
  expect(files['xl/worksheets/sheet1.xml']).toMatch(/<v>2<\/v>/);
});

describe('of a poll', () => {
  let world: PollWorld;
  beforeEach(async () => {
    world = await openPollWorld();
  });
  afterEach(() => world.close());

  const voteAll = async (poll: Poll): Promise<void> => {
    for (const [n, choice] of ['o1', 'o2', 'o2', 'o3'].entries()) {
      await world.click('polls.vote', { poll: poll.id, choice, comment: `Sana ${n}` }, await world.turn(n));
    }
  };
  const sheets = async (poll: Poll, n = 0, locale: Locale = 'fi') =>
    pollSheets(await world.visit(n, locale), await world.now(poll));
  const rowsOf = async (poll: Poll): Promise<unknown[]> => (await sheets(poll)).flatMap(({ rows }) => rows);

  test('without names has counts and, apart from them, who has voted in order of name', async () => {
    const poll = await world.ask();
    await voteAll(poll);
    const found = await sheets(poll);
    expect(found.map(({ name }) => name)).toEqual(['Tulokset', 'Äänestäneet', 'Kommentit']);
    expect(found[0]?.rows).toEqual(
      expect.arrayContaining([
        ['Äänestäneitä', 4],
        ['Koulukuljetukset', 1],
        ['Kutsuliikenne', 2],
        ['Tilastot', 1],
      ]),
    );
    expect(found[1]?.rows).toEqual([['Kuka'], ['Jäsen 0'], ['Jäsen 1'], ['Jäsen 2'], ['Jäsen 3']]);
    expect(found[2]?.rows).toEqual([['Kommentti'], ['Sana 0'], ['Sana 1'], ['Sana 2'], ['Sana 3']]);
  });

  test('with names has who voted for what', async () => {
    const poll = await world.ask({ secrecy: 'named', mostChoices: '2' });
    await voteAll(poll);
    const found = await sheets(poll);
    expect(found.map(({ name }) => name)).toEqual(['Tulokset', 'Äänet', 'Kommentit']);
    expect(found[1]?.rows).toContainEqual(['Jäsen 1', 'Kutsuliikenne']);
  });

  test.each([
    ['whose results are shown after closing', { showResults: 'afterClosing' }],
    ['whose results are shown after one’s own vote, to who has not voted', { showResults: 'afterVote' }],
    ['with names whose results are hidden', { secrecy: 'named', showResults: 'afterClosing' }],
    ['that is secret', { secrecy: 'secret' }],
  ])('%s holds the turnout only', async (_, draft) => {
    const poll = await world.ask(draft);
    for (const n of [1, 2, 3]) {
      await world.click('polls.vote', { poll: poll.id, choice: 'o2', comment: 'Piilossa' }, await world.turn(n));
    }
    expect(await rowsOf(poll)).toEqual([
      ['Kysymys', 'Mikä aihe?'],
      ['Tila', 'avoin'],
      ['Päättyy', 'ma 9.3.2026 klo 16.00'],
      ['Äänestäneitä', 3],
      ['Jäseniä', 6],
      ['Tulokset näytetään myöhemmin.'],
    ]);
  });

  test('that is secret and closed has counts, and who took part apart from them', async () => {
    const poll = await world.ask({ secrecy: 'secret' });
    await voteAll(poll);
    await world.untilCounted(poll);
    expect((await sheets(poll)).map(({ name }) => name)).toEqual(['Tulokset', 'Äänestäneet', 'Kommentit']);
  });

  test('that is secret and had too few votes has the turnout only, also when closed', async () => {
    const poll = await world.ask({ secrecy: 'secret' });
    await world.vote(1, poll, 'o1');
    await world.untilCounted(poll);
    const rows = JSON.stringify(await rowsOf(poll));
    expect(rows).not.toContain('Koulukuljetukset');
    expect(rows).not.toContain('Jäsen 1');
  });

  test('speaks the reader’s language', async () => {
    const poll = await world.ask();
    await world.vote(1, poll, 'o1');
    expect((await sheets(poll, 0, 'sv')).map(({ name }) => name)).toEqual(['Resultat', 'Röstande']);
    expect((await sheets(poll, 0, 'en'))[0]?.rows).toContainEqual(['People who voted', 1]);
  });

  test('is a file named after the question, in both formats', async () => {
    const poll = await world.ask({ question: '../Mikä: "aihe"?' });
    await world.vote(1, poll, 'o1');
    for (const [name, file, start] of [
      ['polls.csv', 'Mikä-aihe.csv', [0xef, 0xbb, 0xbf]],
      ['polls.xlsx', 'Mikä-aihe.xlsx', [0x50, 0x4b]],
    ] as const) {
      const download = polls.downloads.find((one) => one.name === name);
      const made = await madeFile(download, poll.id, await world.visit(0));
      expect(made?.fileName).toBe(file);
      expect([...made.bytes].slice(0, start.length)).toEqual(start);
      expect(download?.role).toBe('coordinator');
    }
  });
});
