/** Hostile and broken files sent into the bank as the tab sends them, to the real reader of files: people are told in plain words, nothing runs, nothing stays behind, and the next file is taken. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '../../bot/core/text.ts';
import { text } from '../../bot/features/materials/text.ts';
import { type BankClient, bankClient, NotDone } from '../fakes/bank-client.ts';
import { eventually } from '../fakes/eventually.ts';
import { readingProcesses, realFile } from '../fakes/extract-world.ts';
import { type HttpApp, NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { pngOf } from '../fakes/sample-files.ts';
import { madePdf, madeZip, wordParts, wordXml } from '../fixtures/hostile-files.ts';

const MB = 1024 * 1024;
const SCRIPT = '<script>alert(document.domain)</script>';
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`;
const HTML = `<!doctype html><title>Ohje</title>${SCRIPT}`;

let http: HttpApp;
let bank: BankClient;
let goods = 0;

const bankOf = (by: Someone): BankClient =>
  bankClient((method, path, body) =>
    body instanceof Uint8Array
      ? http.ask(`/api/v1/networks/${NETWORK}${path}`, by, {
          ...{ method, body: body as Uint8Array<ArrayBuffer> },
          headers: { 'content-type': 'application/octet-stream', 'accept-language': 'fi' },
        })
      : http.ask(`/api/v1/networks/${NETWORK}${path}`, by, {
          ...{ method, headers: { 'accept-language': 'fi' } },
          ...(body === undefined ? {} : { json: body }),
        }),
  );

beforeAll(async () => {
  http = await startHttpApp();
  bank = bankOf(people.coordinator);
});
afterAll(() => http?.close());

/** Files, blocks and texts that are kept, by the names in the folder. */
const kept = (): string[] => {
  const folder = join(http.folder, 'files');
  const names = existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : [];
  return names.filter((name) => /\.(file|blocks|new)/.test(name));
};

afterEach(async () => {
  for (const { id } of (await bank.find('')).materials) await bank.remove(id);
  await eventually(() => kept().length === 0);
  await eventually(() => readingProcesses().length === 0); // one whose item is gone reads to its end
  expect(readdirSync(join(http.folder, 'reading'))).toEqual([]);
  const good = await item('hyvä.docx', await realFile('guide.docx'));
  await eventually(async () => (await stateOf(good)) === 'ready');
  await bank.remove(good);
  await eventually(() => kept().length === 0);
});

const bytesOf = (of: Uint8Array | string): Uint8Array => (typeof of === 'string' ? Buffer.from(of) : of);
/** What the person is told when the file is not taken; `taken` otherwise. */
const told = (name: string, of: Uint8Array | string): Promise<string> =>
  bank.sent({ name, bytes: bytesOf(of), changedAt: ++goods }).then(
    () => 'taken',
    (error: unknown) => {
      if (!(error instanceof NotDone)) throw error;
      expect([error.status >= 400, error.status < 500]).toEqual([true, true]);
      return error.detail;
    },
  );
/** Adds an item with the file. Resolves to its id. */
async function item(name: string, of: Uint8Array | string): Promise<string> {
  const upload = await bank.sent({ name, bytes: bytesOf(of), changedAt: ++goods });
  return (await bank.add({ title: `Materiaali ${goods}`, files: [{ upload }] })).id;
}
const fileOf = async (id: string) => {
  const [file] = (await bank.view(id)).files;
  if (!file) throw new Error('The item has no file.');
  return file;
};
const stateOf = async (id: string): Promise<string> => (await fileOf(id)).text;
/** How far its text was read, once that is over. */
const settled = (id: string): Promise<string> =>
  eventually(async () => {
    const now = await stateOf(id);
    return now !== 'waiting' && now;
  }, 50_000);
const said = ({ fi }: Message, name: string): string => fi.replace('{name}', name);
const word = (document: Uint8Array | string): Uint8Array => madeZip(wordParts(document));

describe('is refused before a byte is sent', () => {
  test.each([
    ['an empty file', 'tyhja.pdf', '', said(text.emptyFile, 'tyhja.pdf')],
    ['a program', 'ohjelma.exe', 'MZ', said(text.fileKind, 'ohjelma.exe')],
    ['a macro document', 'pohja.docm', 'PK', said(text.fileKind, 'pohja.docm')],
    ['a name without an extension', '../../etc/passwd', 'root', said(text.fileKind, 'passwd')],
    ['a name that reads the other way', 'esitys\u202Efdp.exe', 'MZ', said(text.fileKind, 'esitysfdp.exe')],
  ])('%s', async (_, name, bytes, words) => {
    expect(await told(name, bytes)).toBe(words);
    expect(kept()).toEqual([]);
  });
});

type Make = () => Uint8Array | string | Promise<Uint8Array>;

describe('is refused by its content, and thrown away', () => {
  test.each<[string, string, Make]>([
    ['a picture under the name of a document', 'liite.pdf', () => pngOf(8, 8, [1, 2, 3])],
    ['a document under the name of another', 'liite.pptx', () => realFile('guide.docx')],
    ['a program under the name of a document', 'liite.docx', () => Buffer.from(`MZ\x90\0${'\0'.repeat(500)}`)],
    ['a script under the name of a picture', 'kuva.png', () => SVG],
    ['a page under the name of a document', 'liite.pdf', () => HTML],
    ['bytes under the name of a text', 'liite.txt', () => Buffer.from([1, 2, 0, 4, 255, 0, 7])],
    ['a document that is cut off', 'liite.docx', async () => (await realFile('guide.docx')).subarray(0, 3000)],
    ['slides that are cut off', 'liite.pptx', async () => (await realFile('slides.pptx')).subarray(0, 9000)],
    ['a zip without parts of a document', 'liite.xlsx', () => madeZip([{ name: 'a.txt', content: 'a' }])],
  ])('%s', async (_, name, make) => {
    expect(await told(name, await make())).toBe(said(text.wrongContent, name));
    expect(kept()).toEqual([]);
    expect((await bank.find('')).total).toBe(0);
  });
});

describe('is kept, with what its text is worth', () => {
  test.each<[string, string, Make, string]>([
    ['a PDF with a password', 'salattu.pdf', () => realFile('locked.pdf'), 'encrypted'],
    ['a document with a password', 'salattu.docx', () => realFile('locked.docx'), 'encrypted'],
    ['a PDF that is cut off', 'katkennut.pdf', async () => (await realFile('guide.pdf')).subarray(0, 4000), 'broken'],
    ['a zip bomb', 'pommi.docx', () => word(Buffer.alloc(300 * MB, ' ')), 'tooLarge'],
    ['a document that ends in the middle', 'puoli.docx', () => word('<w:document><w:body><w:p>'), 'broken'],
    ['a page with a script', 'ohje.html', () => HTML, 'none'],
  ])(
    '%s',
    async (_, name, make, state) => {
      const bytes = bytesOf(await make());
      const id = await item(name, bytes);
      expect(await settled(id)).toBe(state);
      expect(readingProcesses()).toEqual([]);
      const answer = await http.ask(await bank.addressOf({ id }, (await fileOf(id)).id));
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
      await eventually(async () => (await bank.find(`Materiaali ${goods}`)).total === 1); // by its title
    },
    60_000,
  );

  test('a PDF of 10 000 pages, of which the first are found', async () => {
    const id = await item(
      'pitka.pdf',
      madePdf(10_000, (page) => `Sivu ${page} hakusana${page}`),
    );
    expect(await settled(id)).toBe('cut');
    await eventually(async () => (await bank.find('hakusana77')).total === 1);
    expect((await bank.find('hakusana77')).materials).toMatchObject([{ id, where: { page: 77 } }]);
    expect((await bank.find('hakusana9999')).materials.map(({ where }) => where?.page)).not.toContain(9999);
  }, 90_000);
});

describe('a name', () => {
  test.each(['../../x.pdf', '..\\..\\x.pdf', '/etc/x.pdf', 'C:\\Windows\\x.pdf', 'a/../../x.pdf', ' \u0000x.pdf'])(
    '%j is only its last part, and nothing is stored under it',
    async (name) => {
      const id = await item(name, await realFile('guide.pdf'));
      const file = await fileOf(id);
      expect(file.name).toBe('x.pdf');
      const answer = await http.ask(await bank.addressOf({ id }, file.id));
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="x\.pdf"/);
      const folders = [http.folder, dirname(http.folder), dirname(dirname(http.folder)), process.cwd(), '/etc'];
      for (const folder of folders) expect(existsSync(join(folder, 'x.pdf'))).toBe(false);
      for (const one of readdirSync(http.folder, { recursive: true }) as string[]) expect(one).not.toContain('x.pdf');
    },
  );

  test.each(['..%2F..%2Fx', '%2e%2e', 'f1%00', '..'])('%s of an upload leads nowhere', async (id) => {
    for (const path of [
      `/material-uploads/${id}/finish`,
      `/material-uploads/${id}/blocks/0?sha256=${'0'.repeat(64)}`,
    ]) {
      const answer = await http.ask(`/api/v1/networks/${NETWORK}${path}`, people.coordinator, {
        ...(path.endsWith('finish') ? { method: 'POST', json: {} } : { method: 'PUT', body: 'x' }),
        ...(path.endsWith('finish') ? {} : { headers: { 'content-type': 'application/octet-stream' } }),
      });
      expect([400, 403, 404, 405, 409, 422]).toContain(answer.status);
    }
  });
});

describe('what can hold a script', () => {
  test.each([
    ['kuva.svg', SVG],
    ['KUVA.SVG', SVG],
    ['sivu.html', HTML],
    ['sivu.htm', HTML],
  ])('in %s is only ever downloaded, as bytes of no kind, by whatever address', async (name, bytes) => {
    const id = await item(name, bytes);
    const file = await fileOf(id);
    expect(file.isInline).toBe(false);
    for (const how of ['download', 'show'] as const) {
      const address = await bank.addressOf({ id }, file.id, how);
      for (const headers of [{}, { range: 'bytes=0-9' }, { accept: 'text/html,image/svg+xml' }]) {
        const answer = await http.ask(address, undefined, { headers });
        expect([200, 206]).toContain(answer.status);
        expect(headersOf(answer)).toEqual({
          type: 'application/octet-stream',
          way: 'attachment',
          sniff: 'nosniff',
          policy: "default-src 'none'; sandbox",
        });
      }
    }
  });

  test('in a text is shown as text', async () => {
    const id = await item('sivu.txt', HTML);
    const answer = await http.ask(await bank.addressOf({ id }, (await fileOf(id)).id, 'show'));
    expect(headersOf(answer)).toEqual({
      type: 'text/plain; charset=utf-8',
      way: 'inline',
      sniff: 'nosniff',
      policy: "default-src 'none'; sandbox",
    });
    expect(await settled(id)).toBe('ready');
  });
});

const headersOf = ({ headers }: Response) => ({
  type: headers.get('content-type'),
  way: headers.get('content-disposition')?.split(';')[0],
  sniff: headers.get('x-content-type-options'),
  policy: headers.get('content-security-policy'),
});

describe('an upload', () => {
  test('of another person, of other bytes than announced, or with a part missing is refused in words', async () => {
    const bytes = Buffer.alloc(5 * MB, 'Kokous ');
    const file = { name: 'muistio.txt', bytes, changedAt: ++goods };
    const begun = await bank.begin(file);
    const says = (act: Promise<unknown>): Promise<string> =>
      act.then(
        () => 'done',
        (error: unknown) => (error instanceof NotDone ? error.detail : String(error)),
      );
    const member = bankOf(people.member);
    expect(await says(member.sendBlock(file, begun, 0))).toBe(text.unknownUpload.fi);
    expect(await says(member.finish(begun.upload))).toBe(text.unknownUpload.fi);
    expect(await says(bank.finish(begun.upload))).toBe(text.missingBlocks.fi);
    expect(await says(bank.sendBlock({ ...file, bytes: bytes.subarray(0, 100) }, begun, 0))).toBe(text.badBlock.fi);
    expect(await says(bank.sendBlock(file, { ...begun, block: begun.block / 2 }, 1))).toBe(text.badBlock.fi);
    await bank.sendBlock(file, begun, 0);
    expect(await says(bank.finish(begun.upload))).toBe(text.missingBlocks.fi);
    await expect(bank.add({ title: 'Kesken', files: [{ upload: begun.upload }] })).rejects.toThrow(NotDone);
    expect((await bank.find('')).total).toBe(0);
    await http.ask(`/api/v1/networks/${NETWORK}/material-uploads/${begun.upload}`, people.coordinator, {
      method: 'DELETE',
    });
  });
});

test('words in a file are only words: a script found by searching is given as text', async () => {
  const id = await item('ohje.txt', `Kuljetusohje ${SCRIPT} kuljettajille`);
  expect(await settled(id)).toBe('ready');
  await eventually(async () => (await bank.find('kuljetusohje')).total === 1);
  const { materials } = await bank.find('kuljetusohje');
  expect(materials[0]?.extract?.map((piece) => piece.text).join('')).toContain(SCRIPT);
  expect(await settled(await item('ohje.docx', word(wordXml('a &lt;script&gt;'))))).toBe('ready');
});
