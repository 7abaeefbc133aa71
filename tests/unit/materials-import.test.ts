/** Bringing materials in: what a list or folder is read as, how it is settled, and that carrying it out adds each once, wherever it is cut off. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, plus, toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { memberIdOf } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import type { Message } from '../../bot/core/text.ts';
import { collections } from '../../bot/features/materials/collection.ts';
import * as contract from '../../bot/features/materials/contract.ts';
import { addCollection, addTerm } from '../../bot/features/materials/desk-operations.ts';
import {
  cleanPath,
  dateIn,
  foldersOf,
  type ImportedFile,
  knownItems,
  meaningOf,
  planOf,
  type RawRow,
  rowsOf,
  type Settled,
  type Surroundings,
  titleOf,
} from '../../bot/features/materials/import.ts';
import { importRoutes } from '../../bot/features/materials/import-api.ts';
import { cellsOf, FIELDS, labelOf, recognise } from '../../bot/features/materials/import-fields.ts';
import {
  materialImportRows,
  materialImportSettled,
  materialImports,
  materialImportWork,
} from '../../bot/features/materials/import-list.ts';
import { applyImport, carryOut, readImport } from '../../bot/features/materials/import-operations.ts';
import { text } from '../../bot/features/materials/import-text.ts';
import { type Material, materials, newestOf } from '../../bot/features/materials/material.ts';
import { vocabularyOf } from '../../bot/features/materials/memory.ts';
import { removeMaterial } from '../../bot/features/materials/operations.ts';
import { materialPersonal } from '../../bot/features/materials/personal.ts';
import { text as bankText } from '../../bot/features/materials/text.ts';
import { uploads } from '../../bot/features/materials/upload.ts';
import { NO_TERMS, putTerm } from '../../bot/features/materials/vocabulary.ts';
import { audited } from '../fakes/audited.ts';
import { askOf, NETWORK, person, represent } from '../fakes/feature-world.ts';
import { type MaterialWorld, openMaterialWorld } from '../fakes/material-world.ts';

// ── Pure ───────────────────────────────────────────────────────────────────────────────────────

const file = (path: string, of: Partial<ImportedFile> = {}): ImportedFile => ({
  upload: activityId.parse(`f-${path.replace(/\W/g, '.')}`),
  ...{ name: path.slice(path.lastIndexOf('/') + 1), size: 10, path, ...of },
});

const vocabulary = putTerm(
  putTerm(NO_TERMS, 't-transport', { kind: 'theme', fi: 'Kuljetukset', sv: 'Transporter', en: '' }),
  't-comma',
  { kind: 'tag', fi: 'Leirit, retket', sv: '', en: '' },
);
const around = (of: Partial<Surroundings> = {}): Surroundings => ({
  ...{ now: toInstant('2026-11-28T08:00:00Z'), today: '2026-11-28', by: personOf('tenant', 'a'), vocabulary },
  events: [
    { id: 'e1', title: 'Kuljetuspäivä', date: '2026-03-12' },
    { id: 'e2', title: 'Syyspäivä', date: '2025-09-01' },
    { id: 'e3', title: 'Syyspäivä', date: '2026-09-01' },
  ],
  organisations: [
    { id: 'o-1', names: ['Nousiainen', 'Nousis'] },
    { id: 'o-2', names: ['Kaksoset'] },
    { id: 'o-3', names: ['Kaksoset'] },
  ],
  groups: [{ id: 'g-1', names: ['Ohjausryhmä', 'Styrgrupp'] }],
  collections: [{ id: 'c-1', names: ['Aloittajan paketti'] }],
  known: new Map(),
  uploaded: (id) => ({ name: id, size: 10 }),
  ...of,
});
const raw = (row: number, cells: RawRow['cells'], of: Partial<RawRow> = {}): RawRow => ({
  ...{ row, cells, files: [], missing: [], ambiguous: [], ...of },
});
const plan = (
  rows: readonly RawRow[],
  of: Partial<Surroundings> = {},
  { settled = [], folders = {} }: { settled?: readonly Settled[]; folders?: Record<string, string> } = {},
) => planOf({ rows, settled: new Map(settled.map((one) => [one.row, one])), folders }, around(of));
const first = (cells: RawRow['cells'], of: Partial<RawRow> = {}) => {
  const [row] = plan([raw(2, cells, of)]).rows;
  if (!row) throw new Error('no row');
  return row;
};
const said = (rows: readonly { readonly row: Message }[]): string[] => rows.map(({ row }) => row.fi);

describe('the columns of a list', () => {
  test.each(['fi', 'sv', 'en'] as const)('are recognised as we call them ourselves, in %s', (locale) => {
    expect(recognise(FIELDS.map((one) => labelOf(one)[locale]))).toEqual([...FIELDS]);
  });

  test('are recognised as people head them, whatever the case and marks, and the rest is left', () => {
    const headings = ['OTSIKKO:', 'Länk 1', 'länk 2', 'Keywords', 'File name', 'Huomioita', 'Nimi', 'Lessons learned'];
    const found = ['title', 'links', 'links', 'tags', 'fileName', undefined, undefined, 'lessons'];
    expect(recognise(headings)).toEqual(found);
  });

  test('that are one list are read together, and a guarded formula without its guard', () => {
    const cells = cellsOf(
      ['links', 'links', 'title', undefined],
      ['https://a.example', 'https://b.example', "'=1+1", 'x'],
    );
    expect(cells).toEqual({ links: 'https://a.example; https://b.example', title: '=1+1' });
  });
});

describe('rows and files', () => {
  test('come together by name, by folder and name, in any case and composed or not', () => {
    const files = [file('Arkisto/kevät/alku.pptx'), file('Arkisto/syksy/alku.pptx'), file('Arkisto/Päätös.PDF')];
    const rows = rowsOf(
      [
        { row: 2, cells: { title: 'A', fileName: 'kevät\\ALKU.pptx' } },
        { row: 3, cells: { title: 'B', fileName: 'pa\u0308a\u0308to\u0308s.pdf; puuttuu.pdf' } },
        { row: 4, cells: { title: 'C', fileName: 'alku.pptx' } },
      ],
      files,
    );
    expect(rows.map(({ row, files: of }) => [row, of.map(({ path }) => path)])).toEqual([
      [2, ['Arkisto/kevät/alku.pptx']],
      [3, ['Arkisto/Päätös.PDF']],
      [4, []],
      [5, ['Arkisto/syksy/alku.pptx']],
    ]);
    expect([rows[1]?.missing, rows[2]?.ambiguous]).toEqual([['puuttuu.pdf'], ['alku.pptx']]);
  });

  test('a comma in the name of a file is no separator', () => {
    const files = [file('a/yksi, kaksi.pdf'), file('a/kolme.pdf')];
    const [one, two] = rowsOf(
      [
        { row: 2, cells: { fileName: 'yksi, kaksi.pdf' } },
        { row: 3, cells: { fileName: 'kolme.pdf, neljä.pdf' } },
      ],
      files,
    );
    expect([one?.files, one?.missing]).toEqual([[files[0]], []]);
    expect([two?.files, two?.missing]).toEqual([[files[1]], ['neljä.pdf']]);
  });

  test('a recording and slides of the same name are two items, each of its kind', () => {
    const rows = rowsOf([], [file('p/Kevätpäivä_2026.mp4'), file('p/Kevätpäivä_2026.pptx')]);
    expect(plan(rows).rows.map(({ draft: { title, type } }) => [title, type])).toEqual([
      ['Kevätpäivä 2026', 'recording'],
      ['Kevätpäivä 2026', 'presentation'],
    ]);
  });

  test('paths lead nowhere', () => {
    expect(cleanPath('..\\..\\a/./b\u202e/ c.pdf')).toBe('a/b/c.pdf');
    expect(foldersOf('a/b/c.pdf')).toEqual(['a', 'a/b']);
    expect(titleOf('Kevät_2026.loppu.pptx')).toBe('Kevät 2026.loppu');
  });
});

describe('a row becomes', () => {
  test('an item with everything that its cells say', () => {
    const row = first({
      ...{ title: 'Opas', summary: 'Eka\nToka', type: 'God praxis', links: 'https://a.example/x,y https://b.example/' },
      ...{
        themes: 'transporter',
        tags: 'Leirit, retket; uusi',
        event: 'kuljetuspäivä (12.3.2026)',
        organisation: 'NOUSIS',
      },
      ...{ language: 'ruotsi', author: 'Aila Ahola', addedOn: '1.2.2025', targetGroups: 'opettajat, rehtorit' },
      ...{
        collection: 'aloittajan paketti',
        goal: 'Säästää',
        reviewOn: '2027-01-31',
        audience: 'Styrgrupp',
        state: 'utkast',
      },
    });
    expect(row).toMatchObject({ outcome: 'new', state: 'draft', addedOn: '2025-02-01', collections: ['c-1'] });
    expect(row.draft).toMatchObject({
      ...{
        title: 'Opas',
        summary: 'Eka\nToka',
        type: 'goodPractice',
        event: 'e1',
        organisation: 'o-1',
        language: 'sv',
      },
      ...{ author: 'Aila Ahola', targetGroups: ['opettajat', 'rehtorit'], goal: 'Säästää', reviewOn: '2027-01-31' },
      ...{ terms: ['t-transport', 't-comma'], newTags: ['uusi'], audience: 'g-1' },
    });
    expect(row.draft.links.map(({ url }) => url)).toEqual(['https://a.example/x,y', 'https://b.example/']);
    expect(said(row.told)).toEqual([text.newTag.fi]);
    expect(row.themes).toBe('Kuljetukset; Leirit, retket; uusi');
  });

  test.each([
    [{ title: 'A', links: 'https://a.example/' }, 'link'],
    [{ title: 'A', question: 'Miten?', answer: 'Näin.' }, 'questionAnswer'],
    [{ title: 'A', lessons: 'Kannatti' }, 'goodPractice'],
    [{ title: 'A', summary: 'B' }, 'document'],
  ] as const)('of %j a %s, unless it says otherwise', (cells, type) => {
    expect(first(cells).draft.type).toBe(type);
    expect(first({ ...cells, type: 'Tallenne' }).draft.type).toBe('recording');
  });

  test('an item with the name of an event that the network does not have', () => {
    expect(first({ title: 'A', event: 'Vanha messu' })).toMatchObject({ outcome: 'new', eventTitle: 'Vanha messu' });
    expect(said(first({ title: 'A', event: 'Vanha messu' }).told)).toEqual([text.unknownEvent.fi]);
  });

  test.each([
    [{ summary: 'Ilman nimeä' }, bankText.noTitle],
    [{ title: 'A', type: 'kirja' }, text.badType],
    [{ title: 'A', links: 'http://a.example/' }, bankText.badLink],
    [{ title: 'A', language: 'saame' }, text.badLanguage],
    [{ title: 'A', organisation: 'Kaksoset' }, text.severalOrganisations],
    [{ title: 'A', organisation: 'Ei ole' }, text.unknownOrganisation],
    [{ title: 'A', event: 'Syyspäivä' }, text.severalEvents],
    [{ title: 'A', event: 'Kuljetuspäivä', eventDate: '13.3.2026' }, text.notThatDay],
    [{ title: 'A', addedOn: '31.2.2026' }, text.badDate],
    [{ title: 'A', addedOn: '2026-11-29' }, text.dateToCome],
    [{ title: 'A', audience: 'Kerho' }, text.badAudience],
    [{ title: 'A', state: 'ehkä' }, text.badState],
    [{ title: 'A', reviewOn: 'joskus' }, text.badDate],
    [{ title: 'x'.repeat(201) }, bankText.longLine],
    [{ title: 'A', question: 'Miksi?' }, bankText.noAnswer],
  ])('nothing, with the reason: %j', (cells, why) => {
    const row = first(cells);
    expect([row.outcome, said(row.problems)[0]]).toEqual(['wrong', why.fi]);
  });

  test('the event of its day where several have one name', () => {
    expect(first({ title: 'A', event: 'Syyspäivä', eventDate: '1.9.2025' }).draft.event).toBe('e2');
    expect(first({ title: 'A', event: '2026-09-01 Syyspäivä' }).draft.event).toBe('e3');
  });

  test('what the coordinator says of it', () => {
    const rows = [raw(2, { title: 'A', themes: 'Kuljetukset' }), raw(3, { type: 'kirja', title: 'B' }), raw(4, {})];
    const settled: Settled[] = [
      { row: 2, title: 'Toinen nimi', themes: 'leirit, RETKET' },
      { row: 3, type: 'link' },
      { row: 4, decision: 'skip' },
    ];
    const found = plan(rows, {}, { settled }).rows;
    expect(found[0]?.draft).toMatchObject({ title: 'Toinen nimi', terms: ['t-comma'] });
    expect(said(found[1]?.problems ?? [])).toEqual([bankText.noLink.fi]);
    expect(found[2]?.outcome).toBe('skipped');
  });
});

describe('what is there already', () => {
  const there: Material = {
    ...{ id: activityId.parse('m1'), title: 'Ohje', summary: '', type: 'link', terms: [], targetGroups: [], posts: [] },
    links: [{ url: 'https://a.example/' }],
    files: [
      {
        id: activityId.parse('f1'),
        versions: [
          {
            ...{
              file: activityId.parse('f1'),
              name: 'Diat.pptx',
              size: 10,
              addedAt: toInstant(0),
              text: 'none' as const,
            },
            addedBy: personOf('t', 'a'),
          },
        ],
      },
    ],
    ...{ audience: { to: 'members' }, state: 'published', addedAt: toInstant(0), changedAt: toInstant(0) },
  };
  const known = knownItems([there]);

  test('is left out by title and link, or by a file’s name and size, unless it is wanted', () => {
    const rows = [
      raw(2, { title: 'OHJE', links: 'https://a.example/' }),
      raw(3, { title: 'Ohje', links: 'https://b.example/' }),
      raw(4, {}, { files: [file('x/diat.PPTX')] }),
      raw(5, {}, { files: [file('y/diat.pptx', { size: 11 })] }),
    ];
    expect(plan(rows, { known }).rows.map(({ outcome }) => outcome)).toEqual(['same', 'new', 'same', 'new']);
    const wanted = plan(rows, { known }, { settled: [{ row: 2, decision: 'include' }] });
    expect(wanted.rows[0]).toMatchObject({ outcome: 'new', same: { id: 'm1', title: 'Ohje' } });
  });

  test('includes an earlier row of the same list; one file is never in two items', () => {
    const link = { title: 'A', links: 'https://a.example/' };
    const twice = file('a/b.pdf');
    const found = plan([raw(2, link), raw(3, link), raw(4, {}, { files: [twice] }), raw(5, {}, { files: [twice] })]);
    expect(found.rows.map(({ outcome }) => outcome)).toEqual(['new', 'same', 'new', 'wrong']);
    expect(said(found.rows[1]?.told ?? [])).toEqual([text.inRow.fi]);
    expect(said(found.rows[3]?.problems ?? [])).toEqual([text.fileTwice.fi]);
  });
});

describe('the name of a folder', () => {
  test.each([
    ['Arkisto/2026-03-12 Kuljetuspäivä', 'event:e1'],
    ['Transporter', 'term:t-transport'],
    ['a/aloittajan_paketti', 'collection:c-1'],
    ['Syyspäivä', 'nothing'],
    ['Uusi kansio', 'nothing'],
  ])('%s means %s', (folder, meaning) => expect(meaningOf(folder, around())).toBe(meaning));

  test('counts for all files below it, can be said otherwise, and yields to the list', () => {
    const files = [file('Kuljetuspäivä/Transporter/a.pdf'), file('Kuljetuspäivä/b.pdf')];
    const guessed = plan(rowsOf([], files)).rows;
    expect(guessed.map(({ draft: { event, terms } }) => [event, terms])).toEqual([
      ['e1', ['t-transport']],
      ['e1', []],
    ]);
    const folders = { Kuljetuspäivä: 'newTag', 'Kuljetuspäivä/Transporter': 'event:e2' };
    const told = plan(
      rowsOf([{ row: 2, cells: { title: 'A', tags: 'x', fileName: 'b.pdf', themes: 'y' } }], files),
      {},
      { folders },
    );
    expect(told.rows.map(({ draft: { event, newTags } }) => [event, newTags])).toEqual([
      ['', ['y', 'x']],
      ['e2', ['Kuljetuspäivä']],
    ]);
  });
});

test.each([
  ['5.1.2026', '2026-01-05'],
  ['2026-01-05', '2026-01-05'],
  ['2026-01-05T00:00:00.000Z', '2026-01-05'],
  ['5.13.2026', undefined],
  ['tammikuu', undefined],
])('the date %s is %s', (typed, date) => expect(dateIn(typed)).toBe(date));

// ── In a network ───────────────────────────────────────────────────────────────────────────────

describe('an import', () => {
  let world: MaterialWorld;
  beforeEach(async () => {
    world = await openMaterialWorld();
  });
  afterEach(() => world.close());

  const utf8 = (csv: string) => new TextEncoder().encode(csv);
  const LIST = [
    'Nimi;Tyyppi;Linkit;Teemat;Lisätty;Turha',
    'Opas;;https://a.example/;Kuljetukset;1.2.2025;x',
    'Vastaus;kysymys ja vastaus;;uusi;;',
    'Luonnos;;https://b.example/;;;',
  ].join('\n');
  const all = async () => (await listAll(world.services.store, world.scope, materials)).map(({ value }) => value);
  const titles = async () => (await all()).map(({ title }) => title).sort();
  const ask = async <P, B, R>(
    endpoint: Parameters<typeof askOf<P, B, R>>[1],
    of: { params?: object; body?: object } = {},
    n = 0,
  ) => askOf(importRoutes, endpoint, await world.visit(n), of);
  const view = (id: string) => ask(contract.getMaterialImport, { params: { import: id } });
  const apply = async (id: string) => {
    await applyImport(await world.visit(0), id);
    await world.clock.rest();
  };
  const refused = (act: Promise<unknown>): Promise<string> =>
    act.then(
      () => 'not refused',
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return error.row.fi;
      },
    );
  const readList = async (csv: string, files: { upload: never; path: string }[] = []) =>
    readImport(await world.visit(0), { name: 'lista.csv', list: utf8(csv), files });

  test('of a list adds what is new, tells what is wrong, and says at the end what became of each row', async () => {
    await addTerm(await world.visit(0), { kind: 'theme', fi: 'Kuljetukset', sv: '', en: '' });
    const base64 = Buffer.from(LIST).toString('base64');
    const read = await ask(contract.readMaterialImport, { body: { name: 'lista.csv', base64, files: [] } });
    expect(read).toMatchObject({ state: 'settling', rows: 3, ignored: ['Turha'], newTags: [] });
    expect(read.counts).toEqual({ new: 2, same: 0, wrong: 1, skipped: 0 });
    const wrong = await ask(contract.listMaterialImportRows, { params: { import: read.id, outcome: 'wrong' } });
    expect(wrong.rows.map(({ row, problems }) => [row, problems.map(({ field }) => field)])).toEqual([
      [3, ['answer', 'question']],
    ]);
    const settled = await ask(contract.settleMaterialImportRow, {
      params: { import: read.id, row: '3' },
      body: { type: 'document' },
    });
    expect(settled).toMatchObject({
      row: { outcome: 'new', type: 'document' },
      import: { counts: { new: 3, wrong: 0 } },
    });
    expect([settled.row.said, settled.import.newTags]).toEqual([{ type: 'document' }, ['uusi']]);
    await ask(contract.settleMaterialImportRow, { params: { import: read.id, row: '4' }, body: { decision: 'skip' } });
    expect(await titles()).toEqual([]);

    await apply(read.id);
    const done = await view(read.id);
    expect(done).toMatchObject({
      state: 'done',
      result: { added: 2, failed: 0, skipped: 1 },
      progress: { done: 2, total: 2 },
    });
    const { rows } = await ask(contract.listMaterialImportResults, { params: { import: read.id } });
    expect(rows.map(({ row, result }) => [row, result])).toEqual([
      [2, 'added'],
      [3, 'added'],
      [4, 'skipped'],
    ]);
    const opas = (await all()).find(({ title }) => title === 'Opas');
    expect(opas).toMatchObject({
      type: 'link',
      addedAt: '2025-02-01T10:00:00.000Z',
      addedBy: person(0),
      state: 'published',
    });
    expect(opas?.id).toBe(rows[0]?.material);
    const { terms } = await vocabularyOf(await world.work());
    expect(terms.map(({ kind, names }) => [kind, names.fi])).toEqual([
      ['theme', 'Kuljetukset'],
      ['tag', 'uusi'],
    ]);
    const acts = (await audited(world.services, NETWORK)).map(({ act }) => act);
    expect(acts.filter((act) => act.startsWith('materials.')).sort()).toEqual(['materials.import', 'materials.term']);
    expect(await refused(ask(contract.settleMaterialImportRow, { params: { import: read.id, row: '2' } }))).toBe(
      text.isApplied.fi,
    );
  });

  test('of a folder and a list puts files, collection and event where they belong', async () => {
    const { id: collection } = await addCollection(
      await world.visit(0),
      { fi: 'Paketti', sv: '', en: '', about: '', items: [] },
      'r1',
    );
    const [alku, loppu] = [await world.send(0, 'alku.txt', 'alku'), await world.send(0, 'loppu.txt', 'loppu')];
    const others = await world.send(1, 'vieras.txt', 'vieras');
    const read = await ask(contract.readMaterialImport, {
      body: {
        name: 'Paketti',
        base64: Buffer.from('Tiedosto;Nimi\nalku.txt;Näin alkuun').toString('base64'),
        files: [
          { upload: alku, path: 'Paketti/kevät/alku.txt' },
          { upload: loppu, path: 'Paketti/loppu.txt' },
          { upload: others, path: 'Paketti/vieras.txt' },
        ],
      },
    });
    expect(read.folders).toEqual([
      { folder: 'Paketti', files: 2, meaning: `collection:${collection}` },
      { folder: 'Paketti/kevät', files: 1, meaning: 'nothing' },
    ]);
    await ask(contract.settleMaterialImportFolder, {
      params: { import: read.id },
      body: { folder: 'Paketti/kevät', meaning: 'newTag' },
    });
    expect(
      await refused(
        ask(contract.settleMaterialImportFolder, {
          params: { import: read.id },
          body: { folder: 'Paketti', meaning: 'event:nope' },
        }),
      ),
    ).toBe(text.unknownChoice.fi);
    await apply(read.id);
    const items = await all();
    expect(items.map(({ title, files }) => [title, files.map((of) => newestOf(of).name)]).sort()).toEqual([
      ['Näin alkuun', ['alku.txt']],
      ['loppu', ['loppu.txt']],
    ]);
    const kept = await world.services.store.get(world.scope, collections, collection);
    expect([...(kept?.value.items ?? [])].sort()).toEqual(items.map(({ id }) => id).sort());
    const { terms } = await vocabularyOf(await world.work());
    expect(terms.map(({ names }) => names.fi)).toEqual(['kevät']);
    const left = (await listAll(world.services.store, world.scope, uploads)).map(({ id }) => id);
    expect(left).toEqual([others]);
  });

  test('is done once, however often it is asked for, and read again finds all of it there', async () => {
    const { id } = await readList('Nimi;Linkit\nA;https://a.example/\nB;https://b.example/');
    await apply(id);
    await apply(id);
    await carryOut(await world.work(), id);
    expect(await titles()).toEqual(['A', 'B']);
    const again = await readList('Nimi;Linkit\nA;https://a.example/\nB;https://b.example/');
    expect((await view(again.id)).counts).toEqual({ new: 0, same: 2, wrong: 0, skipped: 0 });
    expect((await view(again.id)).problem).toBe(text.nothingToDo.fi);
    expect(await refused(applyImport(await world.visit(0), again.id))).toBe(text.nothingToDo.fi);
  });

  test('killed after any write goes on, adds each once, and tells the same', async () => {
    const rows = Array.from(
      { length: 45 },
      (_, n) => `Materiaali ${String(n).padStart(2, '0')};https://a.example/${n};tunniste ${n % 3}`,
    );
    const { id } = await readList(['Nimi;Linkit;Avainsanat', ...rows].join('\n'));
    let cuts = 0;
    let left = 0;
    const counted = world.store.fails;
    world.store.fails = (method, args) => {
      if (!['get', 'list'].includes(method) && left > 0 && --left === 0) {
        cuts++;
        world.kill();
      }
      return counted(method, args);
    };
    const isDone = async () =>
      (await world.services.store.get(world.scope, materialImports, id))?.value.state === 'done';
    await applyImport(await world.visit(0), id);
    left = 2;
    await world.clock.rest();
    for (let n = 0; !(await isDone()); n++) {
      left = 4 + ((n * 13) % 21);
      await world.restart();
    }
    left = 0;
    await world.restart();
    expect(cuts).toBeGreaterThan(5);
    expect(await titles()).toEqual(rows.map((row) => row.split(';')[0]));
    expect(await view(id)).toMatchObject({ state: 'done', result: { added: 45, failed: 0, skipped: 0 } });
    const { terms } = await vocabularyOf(await world.work());
    expect(terms.map(({ names }) => names.fi).sort()).toEqual(['tunniste 0', 'tunniste 1', 'tunniste 2']);
  });

  test('adds the rest when a file of a row is gone by then, and says why', async () => {
    const [one, two] = [await world.send(0, 'yksi.txt', 'yksi'), await world.send(0, 'kaksi.txt', 'kaksi')];
    const { id } = await readImport(await world.visit(0), {
      name: 'kansio',
      files: [
        { upload: one, path: 'k/yksi.txt' },
        { upload: two, path: 'k/kaksi.txt' },
      ],
    });
    const visit = await world.visit(0);
    const laterOn = { ...visit, services: { ...visit.services, jobs: { schedule: async () => {} } } };
    await applyImport(laterOn, id);
    await world.services.store.remove(world.scope, uploads, one);
    await carryOut(await world.work(), id);
    const { rows } = await ask(contract.listMaterialImportResults, { params: { import: id } });
    expect(rows.map(({ title, result, why }) => [title, result, why])).toEqual([
      ['yksi', 'failed', bankText.unknownUpload.fi],
      ['kaksi', 'added', undefined],
    ]);
  });

  test('is for coordinators, and says what is no list', async () => {
    await represent(world, 1, 1);
    const member = await world.visit(1);
    await expect(readImport(member, { name: 'a', list: utf8(LIST), files: [] })).rejects.toThrow();
    expect(await refused(readList('Sarake;Toinen\n1;2'))).toBe(text.noColumns.fi);
    expect(await refused(readList('Nimi'))).toBe(text.empty.fi);
    expect(await refused(readImport(await world.visit(0), { name: 'a', files: [] }))).toBe(text.nothingChosen.fi);
    const many = ['Nimi', ...Array.from({ length: 2001 }, (_, n) => `A${n}`)].join('\n');
    expect(await refused(readList(many))).toBe(text.tooManyRows.fi);
    expect(await refused(view('nope') as Promise<unknown>)).toBe(text.unknownImport.fi);
  });

  test('of two thousand rows is worked out and added', async () => {
    const rows = Array.from({ length: 2000 }, (_, n) => `Materiaali ${n};https://a.example/${n}`);
    const { id } = await readList(['Nimi;Linkit', ...rows].join('\n'));
    const page = await ask(contract.listMaterialImportRows, { params: { import: id } });
    expect([page.rows.length, page.total, page.next]).toEqual([100, 2000, '101']);
    await apply(id);
    expect((await view(id)).result).toEqual({ added: 2000, failed: 0, skipped: 0 });
    await removeMaterial(await world.visit(0), (await all())[0]?.id as Material['id']);
    expect((await all()).length).toBe(1999);
  });

  test('is forgotten after a week, and with the person who settled it', async () => {
    const kinds = [materialImports, materialImportRows, materialImportSettled, materialImportWork];
    const stored = async () =>
      (
        await Promise.all(
          kinds.map(async (kind) => (await listAll(world.services.store, world.scope, kind as never)).length),
        )
      ).reduce((a, b) => a + b);
    const { id } = await readList(LIST);
    await ask(contract.settleMaterialImportRow, { params: { import: id, row: '2' }, body: { decision: 'skip' } });
    const ids = [memberIdOf(person(0))];
    expect(await materialPersonal.collect(ids, await world.work())).toMatchObject({
      materialImports: [{ name: 'lista.csv' }],
    });
    await world.passTo(plus(world.clock.now(), 8 * DAY));
    await world.clock.advance(60_000);
    expect(await stored()).toBe(0);

    const named = await readList('Nimi;Tekijä\nA;Jäsen 1\nB;Jäsen 2');
    await materialPersonal.erase([memberIdOf(person(1))], personOf('none', 'erased'), await world.work());
    const [part] = await listAll(world.services.store, world.scope, materialImportRows, { prefix: `${named.id}|` });
    expect(part?.value.rows.map(({ cells }) => cells.author)).toEqual([undefined, 'Jäsen 2']);
    await materialPersonal.erase(ids, personOf('none', 'erased'), await world.work());
    expect(await stored()).toBe(0);
  });
});
