/** Broken and hostile files: each ends in a clear fault within its bounds, and leaves no file, no process and no damage behind. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { formatOf } from '../../bot/core/file-format.ts';
import { Unextractable } from '../../bot/core/ports.ts';
import { EXTRACT_LIMITS } from '../../bot/extract/limits.ts';
import { eventually } from '../fakes/eventually.ts';
import { type ExtractWorld, extractWorld, readingProcesses, realFile } from '../fakes/extract-world.ts';
import { type MadePart, madePdf, madeZip, wordParts, wordXml } from '../fixtures/hostile-files.ts';

const MB = 1024 * 1024;
const ENDLESS = fileURLToPath(new URL('../fixtures/endless-reading.ts', import.meta.url));
let world: ExtractWorld;
beforeAll(async () => {
  world = await extractWorld();
});
afterEach(async () => {
  expect(await world.leftovers()).toEqual([]);
});
afterAll(() => world.close());

const inWorld = async <T>(
  limits: Parameters<typeof extractWorld>[0],
  go: (own: ExtractWorld) => Promise<T>,
): Promise<T> => {
  const own = await extractWorld(limits);
  try {
    const result = await go(own);
    expect(await own.leftovers()).toEqual([]);
    return result;
  } finally {
    await own.close();
  }
};
const blank = Buffer.alloc(16 * MB, ' ');
const gigabyte = Array.from({ length: 64 }, () => blank);
const word = (document: MadePart['content'], more = {}): Uint8Array => madeZip(wordParts(document, more));

test.each(['locked.pdf', 'locked.odt', 'locked.docx'])('%s asks for a password', async (name) => {
  expect(await world.read(name, await realFile(name))).toBe('encrypted');
});

test('a zip whose parts ask for a password does too', async () => {
  expect(await world.read('a.docx', word(wordXml('salaa'), { isEncrypted: true }))).toBe('encrypted');
});

test('an empty file has no text', async () => {
  for (const name of ['a.pdf', 'a.docx', 'a.txt']) expect(await world.read(name, new Uint8Array())).toEqual([]);
});

test.each(['guide.pdf', 'guide.docx', 'guide.odt', 'slides.pptx', 'slides.odp', 'figures.xlsx', 'figures.ods'])(
  '%s that is cut off is broken, or gives what is whole in it',
  async (name) => {
    const whole = await realFile(name);
    for (const share of [0.02, 0.5, 0.98]) {
      const found = await world.read(name, whole.subarray(0, Math.round(whole.length * share)));
      if (name.endsWith('.pdf')) expect(typeof found === 'string' ? found : 'read').toMatch(/^(broken|read)$/);
      else expect(found).toBe('broken');
    }
  },
);

test.each([
  ['guide.pdf', 'a.docx'],
  ['guide.docx', 'a.pdf'],
  ['guide.docx', 'a.pptx'],
  ['slides.odp', 'a.odt'],
  ['figures.xlsx', 'a.txt'],
])('%s under the name %s is broken', async (file, name) => {
  expect(await world.read(name, await realFile(file))).toBe('broken');
});

test('a part that is damaged is broken, not half read', async () => {
  const bytes = Buffer.from(word(wordXml('Kunnanvaltuusto kokoontuu. '.repeat(50))));
  const at = bytes.indexOf('word/document.xml') + 'word/document.xml'.length + 20;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  expect(await world.read('a.docx', bytes)).toBe('broken');
});

test('a document that ends in the middle of an element is broken', async () => {
  expect(await world.read('a.docx', word('<w:document><w:body><w:p><w:r><w:t>puoli'))).toBe('broken');
});

test('names in a zip are only names: nothing is written by them', async () => {
  const parts = wordParts(wordXml('Ulos')).concat([
    { name: '../../escaped-from-zip.txt', content: 'x' },
    { name: '/tmp/escaped-from-zip.txt', content: 'x' },
    { name: '..\\..\\escaped-from-zip.txt', content: 'x' },
  ]);
  expect(await world.read('a.docx', madeZip(parts))).toEqual([{ text: 'Ulos' }]);
  for (const folder of [
    world.folder,
    join(world.folder, '..'),
    join(world.folder, '..', '..'),
    '/tmp',
    '/',
    process.cwd(),
  ])
    expect(existsSync(join(folder, 'escaped-from-zip.txt'))).toBe(false);
});

test('what a document refers to outside of it is never looked for', async () => {
  const [types, relations, document] = wordParts(wordXml('a'));
  if (!types || !relations || !document) throw new Error('parts');
  const outside = (target: string) =>
    madeZip([
      types,
      { name: relations.name, content: String(relations.content).replace('word/document.xml', target) },
      document,
    ]);
  for (const target of ['/etc/passwd', '../../../../etc/passwd', 'file:///etc/passwd', 'http://127.0.0.1:9/'])
    expect(await world.read('a.docx', outside(target))).toBe('broken');
});

// ── Bombs ──────────────────────────────────────────────────────────────────────────────────────

test('a zip of a megabyte that says it is a gigabyte is too large at once', async () => {
  const bomb = word(gigabyte);
  expect(bomb.length).toBeLessThan(2 * MB);
  expect(await world.read('a.docx', bomb)).toBe('tooLarge');
  // What it says is enough: nothing is unpacked.
  expect(await world.read('a.docx', word(wordXml('a'), { claims: 2 ** 30 }))).toBe('tooLarge');
  expect(await world.sign(bomb)).toBe('docx');
});

test('one that says it is small is broken as soon as more comes out', async () => {
  expect(await world.read('a.docx', word(gigabyte, { claims: 1_000 }))).toBe('broken');
});

test('parts that are large together are too large', async () => {
  await inWorld({ unpackedTogether: 100_000 }, async (own) => {
    const notes = { name: 'word/footnotes.xml', content: `<w:footnotes>${' '.repeat(80_000)}</w:footnotes>` };
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes';
    const relations = {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships><Relationship Id="r1" Type="${type}" Target="footnotes.xml"/></Relationships>`,
    };
    const small = wordParts(wordXml('a'));
    const large = wordParts(wordXml('a'.repeat(50_000)));
    expect(await own.read('a.docx', madeZip([...small, relations, notes]))).toEqual([{ text: 'a' }]);
    expect(await own.read('a.docx', madeZip([...large, relations, notes]))).toBe('tooLarge');
  });
});

test('a part that is packed more than real ones are is too large, however small the zip', async () => {
  expect(await world.read('a.docx', word(Buffer.alloc(20 * MB, ' ')))).toBe('tooLarge');
});

test('entities of a DTD are not looked at: a billion laughs are broken', async () => {
  const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`).join('');
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol0 "lol">${laughs}]>${wordXml('&lol10;')}`;
  expect(await world.read('a.docx', word(bomb))).toBe('broken');
  expect(await world.read('a.docx', word(wordXml('&lol10; &amp; &#228;')))).toEqual([{ text: '&lol10; & ä' }]);
});

test('elements a million deep are too large', async () => {
  expect(await world.read('a.docx', word('<w:a>'.repeat(1_000_000)))).toBe('tooLarge');
  expect(await world.read('a.odt', odt(`${'<text:span>'.repeat(1_000_000)}`))).toBe('tooLarge');
});

test('a PDF of 10 000 pages is read as far as the bound, with the pages’ numbers right, and no further', async () => {
  const format = formatOf('a.pdf');
  if (!format) throw new Error('no format');
  const bytes = madePdf(10_000, (page) => `Sivu ${page} loppu`);
  // A busy machine may need longer than the usual minute.
  await inWorld({ time: 600_000 }, async (own) => {
    const { pages, isCut } = await own.extractor.extract(await own.keep(bytes), format);
    expect(isCut).toBe(true);
    expect(pages).toHaveLength(EXTRACT_LIMITS.pages);
    expect(pages.every(({ number, text }) => text === `Sivu ${number} loppu`)).toBe(true);
    expect(own.megabytes()).toBeLessThan(400);
  });
}, 300_000);

test('a PDF whose page unpacks to a quarter of a gigabyte costs the process that reads it, and nobody else', async () => {
  const page = deflateSync(Buffer.alloc(256 * MB, ' '), { level: 9 });
  await inWorld({ memory: 300 }, async (own) => {
    let beats = 0;
    const heart = setInterval(() => beats++, 20);
    expect(
      await own.read(
        'a.pdf',
        madePdf(1, () => '', page),
      ),
    ).toMatch(/^(tooLarge|broken)$/);
    clearInterval(heart);
    expect(beats).toBeGreaterThan(5);
    expect(await own.read('a.txt', Buffer.from('Elossa'))).toEqual([{ text: 'Elossa' }]);
  });
});

test('a text of 40 million letters gives its first four million', async () => {
  const text = Buffer.from('kunta '.repeat(7_000_000));
  const found = await world.read('a.txt', text);
  if (typeof found === 'string') throw new Error(found);
  const length = found.reduce((sum, page) => sum + page.text.length, 0);
  expect(length).toBeGreaterThan(EXTRACT_LIMITS.characters * 0.99);
  expect(length).toBeLessThanOrEqual(EXTRACT_LIMITS.characters);
  expect(world.megabytes()).toBeLessThan(400);
});

test('the memory of a large document does not grow with it', async () => {
  const sentence = (n: number): string => `Kokous ${n} ${((n * 2_654_435_761) % 2 ** 32).toString(36)} päätti. `;
  const field = `<w:instrText>${Array.from({ length: 60_000 }, (_, n) => sentence(n)).join('')}</w:instrText>`;
  const fields = Array.from({ length: 50 }, () => field);
  expect(field.length * fields.length).toBeGreaterThan(80 * MB);
  const document = [
    '<w:document><w:body><w:p><w:r>',
    ...fields,
    '<w:t>Lopussa</w:t></w:r></w:p></w:body></w:document>',
  ];
  expect(await world.read('a.docx', word(document))).toEqual([{ text: 'Lopussa' }]);
  expect(world.megabytes()).toBeLessThan(300);
});

// ── The process ────────────────────────────────────────────────────────────────────────────────

test('what takes longer than its time is slow, and its process is gone', async () => {
  await inWorld({ time: 1 }, async (own) => {
    expect(await own.read('guide.pdf', await realFile('guide.pdf'))).toBe('slow');
    expect(own.log.events).toMatchObject([{ event: 'extract.unread', fields: { code: 'slow' } }]);
  });
});

test('a process over its memory is ended', async () => {
  await inWorld({ memory: 30 }, async (own) => {
    expect(await own.read('guide.pdf', await realFile('guide.pdf'))).toBe('tooLarge');
  });
});

test('files are read one at a time, and a bad one does not hold up the next', async () => {
  const good = await realFile('guide.docx');
  const results = Promise.all([
    world.read('a.docx', good),
    world.read('a.docx', good.subarray(0, 500)),
    world.read('a.docx', good),
  ]);
  let most = 0;
  let isDone = false;
  const watching = eventually(() => {
    most = Math.max(most, readingProcesses().length);
    return isDone;
  });
  const [first, second, third] = await results;
  isDone = true;
  await watching;
  expect([typeof first, second, typeof third]).toEqual(['object', 'broken', 'object']);
  expect(most).toBe(1);
});

test('an app that stops ends what is being read, which is no fault of the file', async () => {
  const own = await extractWorld();
  const format = formatOf('a.pdf');
  if (!format) throw new Error('no format');
  const keys = [await own.keep(madePdf(10_000, (page) => `Sivu ${page}`)), await own.keep(await realFile('guide.pdf'))];
  const reading = Promise.allSettled(keys.map((key) => own.extractor.extract(key, format)));
  await eventually(() => readingProcesses().length === 1);
  await own.extractor.close();
  expect(await own.leftovers()).toEqual([]);
  for (const one of await reading) {
    expect(one.status).toBe('rejected');
    expect(one.status === 'rejected' && one.reason).not.toBeInstanceOf(Unextractable);
  }
  await own.close();
});

test('a process that reads ends when the app is killed, and nothing of the file is left', async () => {
  await inWorld({}, async (own) => {
    const app = spawn(process.execPath, [ENDLESS, own.folder], { stdio: 'ignore' });
    try {
      const reader = await eventually(() => readingProcesses(app.pid)[0]);
      app.kill('SIGKILL');
      const pid = Number(reader.split(/\s+/)[1]);
      await eventually(() => !isRunning(pid));
    } finally {
      app.kill('SIGKILL');
    }
  });
});

test('a file lies in the folder without a name, and is gone when bytes stop coming', async () => {
  await inWorld({}, async (own) => {
    const key = await own.keep(await realFile('guide.pdf'));
    const format = formatOf('a.pdf');
    if (!format) throw new Error('no format');
    let seen: readonly string[] | undefined;
    const read = own.files.read;
    const look = async (): Promise<void> => {
      seen = await own.leftovers();
    };
    own.files.read = async (...of) => {
      const found = await read(...of);
      return found && { size: found.size, bytes: failing(found.bytes, look) };
    };
    await expect(own.extractor.extract(key, format)).rejects.toThrow('the line went dead');
    expect(seen).toEqual([]);
  });
});

/** Not one that only waits to be told to its parent. */
const isRunning = (pid: number): boolean =>
  execFileSync('ps', ['-A', '-o', 'pid=,stat='], { encoding: 'utf8' })
    .split('\n')
    .some((line) => new RegExp(`^\\s*${pid}\\s+[^Z]`).test(line));

async function* failing(bytes: AsyncIterable<Uint8Array>, then: () => Promise<void>): AsyncGenerator<Uint8Array> {
  yield* bytes;
  await then();
  throw new Error('the line went dead');
}

function odt(body: string): Uint8Array {
  return zipSync({
    mimetype: Buffer.from('application/vnd.oasis.opendocument.text'),
    'content.xml': Buffer.from(`<office:document-content><office:body><office:text><text:p>${body}`),
  });
}
