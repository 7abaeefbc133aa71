/** Real Chromium plays, jumps about in, shows and reads files as the server gives them, inside the tab's policy. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../fakes/browser.ts';
import { type FileTale, fileFeature, store } from '../fakes/file-feature.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';

/** Three minutes of two channels: 30 MB, more than one reply holds. */
const SECONDS = 180;
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const tale: FileTale = { files: new Map(), round: 1 };
let http: HttpApp;
let browser: Browser;
let page: Page;
let folder: string;
const complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tab-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Verkosto</title><main></main>');
  http = await startHttpApp({ features: [fileFeature(tale)], tabFolder: folder });
  const { services } = http.app;
  const sound = { fileName: 'Tallenne.wav', contentType: 'audio/wav', isInline: true };
  tale.files.set('sound', await store(services, NETWORK, 'sound', hum(SECONDS), sound));
  const picture = { fileName: 'Kuva.png', contentType: 'image/png', isInline: true };
  tale.files.set('picture', await store(services, NETWORK, 'picture', PICTURE, picture));
  const drawing = { fileName: 'Kuva.svg', contentType: 'image/svg+xml', isInline: true };
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>parent.document.title="Murrettu"</script></svg>';
  tale.files.set('drawing', await store(services, NETWORK, 'drawing', Buffer.from(script), drawing));
  tale.files.set('slides', await store(services, NETWORK, 'slides', Buffer.from('%PDF-1.7')));
  browser = await launchBrowser(['--autoplay-policy=no-user-gesture-required']);
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(`${http.url}/tab/`);
});
afterAll(async () => {
  await browser?.close();
  await http?.close();
  await rm(folder, { recursive: true });
});

async function linkOf(subject: string): Promise<string> {
  const init = { method: 'POST', json: { download: 'sample.file' } };
  const response = await http.ask(`/api/v1/networks/${NETWORK}/stored/${subject}/link`, people.member, init);
  return new URL(((await response.json()) as { url: string }).url).pathname;
}

test.each(['audio', 'video'])(
  'an element of %s plays a recording of 30 MB from its start and from near its end',
  async (kind) => {
    const partsBefore = http.logged.filter((line) => line.includes('"status":206')).length;
    const heard = await page.evaluate(
      async ({ kind: tag, src }) => {
        const media = document.createElement(tag as 'video');
        const once = (event: string) =>
          new Promise<void>((resolve, reject) => {
            media.addEventListener(event, () => resolve(), { once: true });
            media.addEventListener('error', () => reject(new Error(media.error?.message)), { once: true });
          });
        document.querySelector('main')?.append(media);
        media.muted = true;
        media.preload = 'auto';
        media.src = src;
        await once('canplay');
        const { duration } = media;
        await media.play();
        media.playbackRate = 16; // over the edges of several replies in a few seconds
        const playTo = async (second: number): Promise<void> => {
          while (media.currentTime < second) await once('timeupdate');
        };
        await playTo(110);
        media.currentTime = 170;
        await once('seeked');
        await playTo(175);
        media.currentTime = 20;
        await once('seeked');
        await playTo(25);
        media.remove();
        return { duration, error: media.error?.message };
      },
      { kind, src: await linkOf('sound') },
    );
    expect(heard).toEqual({ duration: SECONDS, error: undefined });
    const parts = http.logged.filter((line) => line.includes('"status":206')).length - partsBefore;
    expect(parts).toBeGreaterThan(1); // it asked on where the first reply ended
  },
);

test('a picture is shown, and a drawing with a script in it is no picture of ours', async () => {
  const shown = (src: string): Promise<boolean> =>
    page.evaluate(
      (address) =>
        new Promise<boolean>((resolve) => {
          const picture = new Image();
          picture.addEventListener('load', () => resolve(true), { once: true });
          picture.addEventListener('error', () => resolve(false), { once: true });
          picture.src = address;
        }),
      src,
    );
  expect(await shown(await linkOf('picture'))).toBe(true);
  const other = await browser.newPage();
  const downloaded = other.waitForEvent('download');
  await other.goto(`${http.url}${await linkOf('drawing')}`).catch(() => {}); // it is saved, not shown
  expect((await downloaded).suggestedFilename()).toBe('Kuva.svg');
  await other.close();
  expect(await page.title()).toBe('Verkosto');
});

test('a document is read by parts by a script of the tab, as its preview does', async () => {
  const read = await page.evaluate(
    async (src) => {
      const response = await fetch(src, { headers: { range: 'bytes=1-3' } });
      return [response.status, response.headers.get('content-range'), await response.text()];
    },
    await linkOf('slides'),
  );
  expect(read).toEqual([206, 'bytes 1-3/8', 'PDF']);
});

test('nothing of it was against the policy of the tab', () => {
  expect(complaints.filter((one) => /Content Security Policy/.test(one))).toEqual([]);
});

/** A WAV file of so many seconds of 44 100 samples in two channels. */
function hum(seconds: number): Buffer {
  const size = seconds * 44_100 * 4;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + size, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(44_100, 24);
  head.writeUInt32LE(44_100 * 4, 28);
  head.writeUInt16LE(4, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(size, 40);
  return Buffer.concat([head, Buffer.alloc(size, 1)]);
}
