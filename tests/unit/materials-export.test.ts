/** Everything of the bank as a ZIP: what it holds, under which names, what is missing, that it reads back, and that it is never in memory whole. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { DAY, plus } from '../../bot/core/clock.ts';
import { activityId } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { NotAllowed } from '../../bot/core/refusal.ts';
import type { Locale } from '../../bot/core/text.ts';
import { entryName, entryNames, type ZipEntry, zipOf } from '../../bot/documents/zip.ts';
import { eventDraft } from '../../bot/features/events/event.ts';
import { createEvents } from '../../bot/features/events/operations.ts';
import { archiveDownloads } from '../../bot/features/materials/archive-export.ts';
import { exportMaterials, materialTemplate } from '../../bot/features/materials/contract.ts';
import { addCollection, addTerm } from '../../bot/features/materials/desk-operations.ts';
import { importRoutes } from '../../bot/features/materials/import-api.ts';
import { FIELDS, recognise } from '../../bot/features/materials/import-fields.ts';
import { applyImport, dryRunOf, readImport } from '../../bot/features/materials/import-operations.ts';
import { type Material, materials } from '../../bot/features/materials/material.ts';
import { vocabularyOf } from '../../bot/features/materials/memory.ts';
import { reactToMaterial, removeMaterial } from '../../bot/features/materials/operations.ts';
import { parseTable } from '../../bot/sheets/table.ts';
import { askOf, NETWORK, represent } from '../fakes/feature-world.ts';
import { type MaterialWorld, openMaterialWorld } from '../fakes/material-world.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

describe('names in an archive', () => {
  test.each([
    ['Kevätpäivä 2026.pptx', 'Kevätpäivä 2026.pptx'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['D:\\kansio\\x.pdf', 'D--kansio-x.pdf'],
    ['con', '_con'],
    ['AUX.txt', '_AUX.txt'],
    ['lopussa piste. ', 'lopussa piste'],
    ['.piilossa', '_.piilossa'],
    ['..alku.pdf', 'alku.pdf'],
    ['exe\u202efdp.gpj', 'exefdp.gpj'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    ['<>:"|?*', '-------'],
    ['', '_'],
    ['...', '_'],
    ['\ud800.pdf', '_.pdf'],
  ])('%j is written %s', (typed, name) => expect(entryName(typed)).toBe(name));

  test('are short enough for Windows, keep their ending, and never cut a letter in two', () => {
    const name = entryName(`${'😀'.repeat(200)}.docx`);
    expect([...name]).toHaveLength(80);
    expect([name.endsWith('.docx'), name.isWellFormed()]).toEqual([true, true]);
  });

  test('are one file’s each, in capitals or not, composed or not', () => {
    const names = entryNames();
    const given = ['diat.pdf', 'DIAT.pdf', 'diat (2).pdf', 'Ä.pdf', 'A\u0308.pdf'].map((name) => names('a/', name));
    expect(given).toEqual(['a/diat.pdf', 'a/DIAT (2).pdf', 'a/diat (2) (2).pdf', 'a/Ä.pdf', 'a/Ä (2).pdf']);
    expect(names('b/', 'diat.pdf')).toBe('b/diat.pdf');
  });
});

describe('an archive', () => {
  const at = new Date('2026-11-28T08:00:00Z');
  async function* pieces(count: number, size: number, opened: { left: boolean }): AsyncGenerator<Uint8Array> {
    try {
      for (let n = 0; n < count; n++) yield new Uint8Array(size).fill(n);
    } finally {
      opened.left = true;
    }
  }

  test('says that its names are UTF-8, and holds what went in', async () => {
    const one: ZipEntry = { name: 'ä/ö😀.txt', content: new TextEncoder().encode('sisältö'), changedAt: at };
    const zip = await bytesOf(zipOf([one]));
    expect(zip.readUInt16LE(6) & 0x0800).toBe(0x0800);
    const central = zip.indexOf(Buffer.from('PK\x01\x02'));
    expect(zip.readUInt16LE(central + 8) & 0x0800).toBe(0x0800);
    expect(utf8.decode(unzipSync(zip)['ä/ö😀.txt'])).toBe('sisältö');
  });

  test('of more than four gigabytes is written the way of ZIP64, in little memory', async () => {
    const piece = new Uint8Array(4 * 1024 * 1024);
    const count = 1040;
    async function* large() {
      for (let n = 0; n < count; n++) yield piece;
    }
    const before = process.memoryUsage();
    let most = 0;
    let size = 0;
    let tail: Buffer = Buffer.alloc(0);
    const content = (name: string): ZipEntry => ({ name, content: large(), changedAt: at });
    for await (const part of zipOf([
      content('suuri.mp4'),
      { name: 'pieni.txt', content: new Uint8Array(3), changedAt: at },
    ])) {
      size += part.length;
      tail = Buffer.concat([tail, part.length > 4096 ? part.subarray(-4096) : part]).subarray(-4096);
      const { rss } = process.memoryUsage();
      most = Math.max(most, rss - before.rss);
    }
    expect(size).toBeGreaterThan(count * piece.length);
    expect(most).toBeLessThan(150 * 1024 * 1024);
    const central = tail.indexOf(Buffer.from('PK\x01\x02'));
    const name = tail.readUInt16LE(central + 28);
    const extra = central + 46 + name;
    expect([tail.readUInt32LE(central + 24), tail.readUInt16LE(extra)]).toEqual([0xffffffff, 1]);
    expect(tail.readBigUInt64LE(extra + 4)).toBe(BigInt(count * piece.length));
    expect(tail.indexOf(Buffer.from('PK\x06\x06'))).toBeGreaterThan(0);
  });

  test('asks for nothing before it is taken, and lets go of what it was reading when it is left', async () => {
    const opened = { left: false };
    let begun = 0;
    function* entries(): Generator<ZipEntry> {
      for (const name of ['a', 'b', 'c']) {
        begun++;
        yield { name, content: pieces(100, 1000, opened), changedAt: at };
      }
    }
    const zip = zipOf(entries());
    expect(begun).toBe(0);
    for (let n = 0; n < 10; n++) await zip.next();
    expect([begun, opened.left]).toEqual([1, false]);
    await zip.return(undefined);
    expect([begun, opened.left]).toEqual([1, true]);
  });
});

describe('everything of the bank', () => {
  let world: MaterialWorld;
  beforeEach(async () => {
    world = await openMaterialWorld();
  });
  afterEach(() => world.close());

  const produce = async (name: string, n = 0, locale: Locale = 'fi') => {
    const file = await archiveDownloads.find((one) => one.name === name)?.produce('', await world.visit(n, locale));
    if (!file) throw new Error('no such download');
    return file;
  };
  const zipped = async (locale: Locale = 'fi') => {
    const file = await produce('materials.archive', 0, locale);
    if (!('stream' in file)) throw new Error('not a stream');
    return unzipSync(await bytesOf(file.stream));
  };
  const textOf = (bytes: Uint8Array | undefined) => utf8.decode(bytes);
  const all = async () => (await listAll(world.services.store, world.scope, materials)).map(({ value }) => value);

  test('is an address for coordinators, and an archive named by its day', async () => {
    const { url } = await askOf(importRoutes, exportMaterials, await world.visit(0));
    expect(url).toContain('materials.archive');
    await expect(askOf(importRoutes, exportMaterials, await world.visit(1))).rejects.toBeInstanceOf(NotAllowed);
    expect((await produce('materials.archive')).fileName).toMatch(/^materiaalipankki-\d{4}-\d{2}-\d{2}\.zip$/);
    expect(archiveDownloads.every(({ role }) => role === 'coordinator')).toBe(true);
  });

  test('holds each file in all its versions under names that any system takes, and says what is missing', async () => {
    const item = await world.add(0, {
      title: '../Con: kuljetukset?',
      files: [{ upload: await world.send(0, 'diat.txt', 'yksi') }],
    });
    const id = item.files[0]?.id;
    if (!id) throw new Error('no file');
    await world.change(0, item, {
      title: item.title,
      files: [{ id, upload: await world.send(0, 'diat.txt', 'kaksi') }],
    });
    await world.change(0, item, {
      title: item.title,
      files: [
        { id, upload: await world.send(0, 'DIAT.txt', 'kolme') },
        { upload: await world.send(0, 'diat.txt', 'toinen') },
      ],
    });
    const lost = await world.add(0, { title: 'Kadonnut', files: [{ upload: await world.send(0, 'ei.txt', 'ei') }] });
    await world.files.remove({ network: NETWORK, id: activityId.parse(lost.files[0]?.id) });
    const same = await world.add(0, {
      title: '../con: KULJETUKSET?',
      files: [{ upload: await world.send(0, 'x.txt', 'x') }],
    });
    const files = await zipped();
    const folder = 'files/-Con- kuljetukset-';
    expect(Object.keys(files).sort()).toEqual(
      [
        ...['materials.csv', 'materials.json', 'missing.txt', `${folder}/DIAT.txt`, `${folder}/diat (2).txt`],
        ...[`${folder}/earlier/diat.txt`, `${folder}/earlier/diat (2).txt`, 'files/-con- KULJETUKSET- (2)/x.txt'],
      ].sort(),
    );
    expect(textOf(files[`${folder}/DIAT.txt`])).toBe('kolme');
    expect(textOf(files[`${folder}/earlier/diat.txt`])).toBe('kaksi');
    expect(textOf(files['missing.txt'])).toContain('files/Kadonnut/ei.txt');
    const { items } = JSON.parse(textOf(files['materials.json'])) as {
      items: { id: string; files: { versions: { path: string }[] }[] }[];
    };
    const paths = items.find((one) => one.id === item.id)?.files[0]?.versions.map(({ path }) => path);
    expect(paths).toEqual([`${folder}/DIAT.txt`, `${folder}/earlier/diat.txt`, `${folder}/earlier/diat (2).txt`]);
    expect(items.map((one) => one.id).sort()).toEqual([item.id, lost.id, same.id].sort());
  });

  test('tells what municipalities say and how much it is used, but not their notes, and nobody by their account', async () => {
    await represent(world, 1, 1);
    const item = await world.add(0, { title: 'Hyvä tapa', type: 'goodPractice', goal: 'Säästää' });
    await reactToMaterial(await world.visit(1), item.id, {
      ...{ status: 'tried' as const, comment: 'Toimi hyvin' },
      notes: { resources: 'salainen muistiinpano' },
    });
    const json = textOf((await zipped())['materials.json']);
    expect(json).toContain('Toimi hyvin');
    expect(json).toContain('Kunta 1');
    expect(json).not.toContain('salainen');
    expect(json).not.toContain('person-0');
    expect(JSON.parse(json)).toMatchObject({
      network: 'Pienet kunnat',
      items: [{ practice: { goal: 'Säästää' }, addedBy: 'Jäsen 0' }],
    });
  });

  test.each(['fi', 'sv', 'en'] as const)(
    'is a list, in %s, that no spreadsheet runs and that reads back as it was',
    async (locale) => {
      const visit = await world.visit(0);
      await represent(world, 1, 1);
      await addTerm(visit, { kind: 'theme', fi: 'Leirit, retket', sv: 'Läger, utfärder', en: 'Camps, trips' });
      const startsOn = plus(world.clock.now(), 14 * DAY).slice(0, 10);
      const draft = eventDraft.parse({ type: 'webinar', title: 'Kevätpäivä', startsOn, startsAtTime: '09:00' });
      const [event] = await createEvents(visit, draft, { form: 'form', publishes: true });
      const { terms } = await vocabularyOf(visit);
      await world.add(0, {
        ...{
          title: '=HYPERLINK("http://x")',
          summary: 'Eka rivi\nToka; rivi "lainaus"',
          type: 'goodPractice',
          author: '+358 Aila',
        },
        ...{
          links: [
            { url: 'https://a.example/?x=1;2,3', label: '' },
            { url: 'https://b.example/', label: '' },
          ],
        },
        ...{
          terms: [terms[0]?.id ?? ''],
          newTags: ['avain'],
          organisation: 'o-1',
          language: 'sv',
          event: event?.id ?? '',
        },
        ...{
          targetGroups: ['opettajat', 'rehtorit'],
          topic: 'x'.repeat(9000),
          goal: '-',
          lessons: '@a\n\nb',
          reviewOn: '2027-05-01',
        },
        ...{ audience: 'coordinators' },
      });
      await world.add(0, { title: 'Kysytty', type: 'questionAnswer', question: 'Miten?', answer: 'Näin.' }, 'draft');
      const before = await all();
      await addCollection(
        visit,
        { fi: 'Paketti', sv: '', en: '', about: '', items: [before[0]?.id as Material['id']] },
        'r',
      );
      const csv = (await zipped(locale))['materials.csv'] as Uint8Array;
      for (const line of textOf(csv).split('\r\n')) expect(line).not.toMatch(/(^|;)"?[=+@-]/);
      const { headings } = await parseTable(csv, 'texts');
      expect(recognise(headings)).toEqual([...FIELDS]);

      for (const { id } of before) await removeMaterial(visit, id);
      await world.passTo(plus(world.clock.now(), DAY));
      const read = await readImport(visit, { name: 'materials.csv', list: csv, files: [] });
      const { plan } = await dryRunOf(visit, read, true);
      expect(plan.rows.map(({ problems }) => problems)).toEqual([[], []]);
      await applyImport(visit, read.id);
      await world.clock.rest();
      const plain = (of: Material) => {
        const { id: _id, addedAt, changedAt: _at, posts: _posts, ...rest } = of;
        return { ...rest, addedOn: addedAt.slice(0, 10) };
      };
      const byTitle = (a: Material, b: Material) => (a.title < b.title ? -1 : 1);
      expect((await all()).sort(byTitle).map(plain)).toEqual([...before].sort(byTitle).map(plain));
    },
  );

  test('offers a template whose columns an import knows and whose example it takes', async () => {
    const { url } = await askOf(importRoutes, materialTemplate, await world.visit(0));
    expect(url).toContain('materials.template');
    for (const locale of ['fi', 'sv', 'en'] as const) {
      const file = await produce('materials.template', 0, locale);
      if (!('bytes' in file)) throw new Error('not made');
      const read = await readImport(await world.visit(0, locale), { name: file.fileName, list: file.bytes, files: [] });
      const { plan } = await dryRunOf(await world.visit(0), read);
      expect([read.ignored, plan.counts.new, plan.rows[0]?.problems]).toEqual([[], 1, []]);
    }
  });

  test('of a file of three hundred megabytes is read no faster than it is taken', async () => {
    const item = await world.add(0, { title: 'Suuri', files: [{ upload: await world.send(0, 'suuri.txt', 'x') }] });
    const size = 300 * 1024 * 1024;
    const piece = new Uint8Array(256 * 1024);
    let given = 0;
    const whole = world.files.read;
    world.files.read = async (key, range) => {
      if (key.id !== item.files[0]?.id) return whole(key, range);
      async function* bytes() {
        for (given = 0; given < size; given += piece.length) yield piece;
      }
      return { size, bytes: bytes() };
    };
    const file = await produce('materials.archive');
    if (!('stream' in file)) throw new Error('not a stream');
    let taken = 0;
    let ahead = 0;
    for await (const part of file.stream) {
      taken += part.length;
      ahead = Math.max(ahead, given - taken);
    }
    expect(taken).toBeGreaterThan(size);
    expect(ahead).toBeLessThan(4 * piece.length);
  });
});
