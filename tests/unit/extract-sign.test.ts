/** What a file's content says that it is, whatever its name. */
import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import type { ContentSign } from '../../bot/core/file-format.ts';
import { signOf } from '../../bot/extract/sign.ts';
import { bytesSource, type Source } from '../../bot/extract/source.ts';
import { extractWorld, realFile } from '../fakes/extract-world.ts';
import { madeZip, wordParts, wordXml } from '../fixtures/hostile-files.ts';

const signOfBytes = (bytes: Uint8Array) => signOf(bytesSource(bytes));
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const padded = (text: string): Uint8Array => Buffer.concat([latin(text), Buffer.alloc(64)]);

test.each<[string, ContentSign]>([
  ['guide.pdf', 'pdf'],
  ['guide.docx', 'docx'],
  ['guide.odt', 'odt'],
  ['slides.pptx', 'pptx'],
  ['slides.odp', 'odp'],
  ['figures.xlsx', 'xlsx'],
  ['figures.ods', 'ods'],
  ['locked.pdf', 'pdf'],
  ['locked.odt', 'odt'],
  ['locked.docx', 'cfb'],
])('the content of %s says %s', async (name, sign) => {
  expect(await signOfBytes(await realFile(name))).toBe(sign);
});

test.each<[string, Uint8Array, ContentSign | undefined]>([
  ['PNG', padded('\x89PNG\r\n\x1a\n'), 'png'],
  ['JPEG', padded('\xff\xd8\xff\xe0\x00\x10JFIF'), 'jpeg'],
  ['GIF', padded('GIF89a'), 'gif'],
  ['WebP', padded('RIFF\x10\0\0\0WEBPVP8 '), 'webp'],
  ['HEIC', padded('\0\0\0\x18ftypheic'), 'heic'],
  ['AVIF', padded('\0\0\0\x18ftypavif'), undefined],
  ['MP4', padded('\0\0\0\x18ftypisom'), 'mp4'],
  ['M4A', padded('\0\0\0\x18ftypM4A '), 'mp4'],
  ['QuickTime', padded('\0\0\0\x14ftypqt  '), 'mp4'],
  ['WebM', padded('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm'), 'webm'],
  ['Matroska', padded('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska'), undefined],
  ['MP3 with tags', padded('ID3\x04\0'), 'mp3'],
  ['MP3', padded('\xff\xfb\x90\x00'), 'mp3'],
  ['AAC', padded('\xff\xf1\x50\x80'), undefined],
  ['WAV', padded('RIFF\x10\0\0\0WAVEfmt '), 'wav'],
  ['RTF', latin('{\\rtf1\\ansi hei}'), 'rtf'],
  ['an old Office file', padded('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'cfb'],
  ['a PDF that begins late', padded('\x1b%-12345X@PJL\r\n\0%PDF-1.7'), 'pdf'],
  ['text that speaks of PDF', latin('Tiedosto alkaa merkeillä %PDF-1.7'), 'text'],
  ['a page', latin('<!doctype html><script>alert(1)</script>'), 'text'],
  ['text cut in the middle of a letter', Buffer.from('Kylä').subarray(0, 4), 'text'],
  ['a program', padded('MZ\x90\0'), undefined],
  ['a program of Linux', padded('\x7fELF'), undefined],
  ['nothing', new Uint8Array(), undefined],
  ['bytes that no text has', latin('Kyl\x81 ja \x8f'), undefined],
])('%s is told by its first bytes', async (_what, bytes, sign) => {
  expect(await signOfBytes(bytes)).toBe(sign);
});

test('a zip of anything is a zip, and so is a document of which the zip gives only the name', async () => {
  expect(await signOfBytes(zipSync({ 'a.txt': latin('a') }))).toBe('zip');
  expect(await signOfBytes(zipSync({ 'word/document.xml': latin('<w/>') }))).toBe('zip');
  expect(await signOfBytes(zipSync({ '[Content_Types].xml': latin('<Types/>') }))).toBe('zip');
});

test('a document with macros is not the kind without them', async () => {
  const [types, ...rest] = wordParts(wordXml('Makrot'));
  const macros = String(types?.content).replace(
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    'vnd.ms-word.document.macroEnabled.main+xml',
  );
  expect(await signOfBytes(madeZip([{ name: '[Content_Types].xml', content: macros }, ...rest]))).toBe('zip');
});

test('a document that is cut off is nothing', async () => {
  const whole = await realFile('guide.docx');
  expect(await signOfBytes(whole.subarray(0, -30))).toBeUndefined();
});

test('a zip that claims more parts or larger ones than are read is a zip and no document', async () => {
  const many = Array.from({ length: 20_001 }, (_, index) => ({ name: `${index}`, content: '' }));
  expect(await signOfBytes(madeZip([...wordParts(wordXml('a')), ...many]))).toBe('zip');
  const [types, ...rest] = wordParts(wordXml('a'));
  const large = { name: '[Content_Types].xml', content: types?.content ?? '', claims: 2 ** 31 };
  expect(await signOfBytes(madeZip([large, ...rest]))).toBe('zip');
});

test('of a large presentation only the head, the list of parts and the part that names its kind are read', async () => {
  const pictures = { name: 'ppt/media/image1.png', content: randomBytes(8 * 1024 * 1024) };
  const inner = bytesSource(madeZip([pictures, ...wordParts(wordXml('a'))]));
  let read = 0;
  const counted: Source = {
    size: inner.size,
    read: async (from, to) => {
      const bytes = await inner.read(from, to);
      read += bytes.length;
      return bytes;
    },
  };
  expect(await signOf(counted)).toBe('docx');
  expect(inner.size).toBeGreaterThan(8 * 1024 * 1024);
  expect(read).toBeLessThan(200 * 1024);
});

test('the port tells the sign of a file that it keeps, and says when there is none', async () => {
  const world = await extractWorld();
  expect(await world.sign(await realFile('slides.odp'))).toBe('odp');
  const gone = await world.keep(latin('a'));
  await world.files.remove(gone);
  await expect(world.extractor.sign(gone)).rejects.toThrow('There is no file');
  await world.close();
});
