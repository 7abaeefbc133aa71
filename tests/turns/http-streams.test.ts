/** Files that are given by parts and as they are made: ranges, what browsers may do with them, clients that stall or go, and shared links. */
import { randomBytes } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DownloadedFile, StreamedFile } from '../../bot/core/feature.ts';
import { FILE_FORMATS } from '../../bot/core/file-format.ts';
import { activityId } from '../../bot/core/ids.ts';
import { MOST_OPENED } from '../../bot/http/open-pages.ts';
import { eventually } from '../fakes/eventually.ts';
import { type FileTale, fileFeature, store } from '../fakes/file-feature.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';

const MB = 1024 * 1024;
const DIGITS = '0123456789';
/** More than one reply gives to who asks for all the rest. */
const recording = randomBytes(20 * MB);
const tale: FileTale = { files: new Map(), round: 1 };

let http: HttpApp;
beforeAll(async () => {
  http = await startHttpApp({ features: [fileFeature(tale)] });
  const { services } = http.app;
  const keep = async (name: string, bytes: Uint8Array, more: Parameters<typeof store>[4] = {}) =>
    tale.files.set(name, await store(services, NETWORK, name, bytes, more));
  await keep('digits', Buffer.from(DIGITS));
  await keep('empty', new Uint8Array());
  await keep('recording', recording, { fileName: 'Tallenne.mp4', contentType: 'video/mp4' });
  await keep('drawing', Buffer.from('<svg/>'), { fileName: 'Kuva.svg', contentType: 'image/svg+xml' });
  await keep('page', Buffer.from('<p>'), { fileName: 'Sivu.html', contentType: 'text/html' });
  await keep('slides', Buffer.from('PK'), { fileName: 'Esitys.pptx', isInline: false });
});
afterAll(() => http.close());

async function linkOf(subject: string): Promise<string> {
  const json = { download: 'sample.file' };
  const init = { method: 'POST', json };
  const response = await http.ask(`/api/v1/networks/${NETWORK}/stored/${subject}/link`, people.member, init);
  return new URL(((await response.json()) as { url: string }).url).pathname;
}
const get = async (subject: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  http.ask(await linkOf(subject), undefined, { method, headers });
const streamed = (stream: AsyncIterable<Uint8Array>): StreamedFile => ({
  ...{ fileName: 'Kaikki.zip', contentType: 'application/zip', stream },
});
const lastLine = (route: string): Promise<Record<string, unknown>> =>
  eventually(() => {
    const line = http.logged.findLast((one) => one.includes('"event":"request"') && one.includes(route));
    return line === undefined ? undefined : (JSON.parse(line) as Record<string, unknown>);
  });

// ── Stored files ───────────────────────────────────────────────────────────────────────────────

test('a stored file is given whole, to be shown, by a page of our own alone, and kept for ten minutes', async () => {
  const response = await get('digits');
  expect([response.status, await response.text()]).toEqual([200, DIGITS]);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-length': '10',
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="Esitys.pdf"; filename*=UTF-8''Esitys.pdf`,
    'accept-ranges': 'bytes',
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
    'cache-control': 'private, max-age=600',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  });
});

test.each([
  ['bytes=0-0', '0', '0-0'],
  ['bytes=2-4', '234', '2-4'],
  ['bytes=9-9', '9', '9-9'],
  ['bytes=5-', '56789', '5-9'],
  ['bytes=0-', DIGITS, '0-9'],
  ['bytes=8-100', '89', '8-9'],
  ['bytes=-3', '789', '7-9'],
  ['bytes=-100', DIGITS, '0-9'],
])('%s is given as that part', async (range, expected, given) => {
  const response = await get('digits', { range });
  expect([response.status, await response.text()]).toEqual([206, expected]);
  expect(response.headers.get('content-range')).toBe(`bytes ${given}/10`);
  expect(response.headers.get('content-length')).toBe(String(expected.length));
});

test.each(['bytes=10-', 'bytes=10-20', 'bytes=999999999-', 'bytes=-0'])('%s is outside, and told so', async (range) => {
  const response = await get('digits', { range });
  expect([response.status, await response.text()]).toEqual([416, '']);
  expect(response.headers.get('content-range')).toBe('bytes */10');
});

test.each([
  'bytes=0-1,3-4',
  'bytes=4-2',
  'bytes=-',
  'bytes=a-b',
  'bytes=1.5-3',
  'bytes=0x1-3',
  'lines=0-1',
  'bytes',
  `bytes=${'9'.repeat(400)}-`,
])('%s is no range: the whole file is given', async (range) => {
  const response = await get('digits', { range });
  expect([response.status, await response.text()]).toEqual([200, DIGITS]);
});

test('an empty file is given whole, and has no part', async () => {
  const whole = await get('empty');
  expect([whole.status, whole.headers.get('content-length'), await whole.text()]).toEqual([200, '0', '']);
  expect((await get('empty', { range: 'bytes=0-' })).status).toBe(416);
});

test('who asks for all the rest gets 8 MB of it, and who names the end all up to it', async () => {
  const rest = await get('recording', { range: 'bytes=1048576-' });
  expect([rest.status, rest.headers.get('content-range')]).toEqual([206, `bytes 1048576-${9 * MB - 1}/${20 * MB}`]);
  expect(Buffer.from(await rest.arrayBuffer()).equals(recording.subarray(MB, 9 * MB))).toBe(true);
  const named = await get('recording', { range: `bytes=0-${20 * MB - 1}` });
  expect(named.headers.get('content-length')).toBe(String(20 * MB));
  expect(Buffer.from(await named.arrayBuffer()).equals(recording)).toBe(true);
});

test('a part is given only of the file that the client has begun', async () => {
  const etag = (await get('digits')).headers.get('etag') ?? '';
  expect((await get('digits', { range: 'bytes=1-2', 'if-range': etag })).status).toBe(206);
  for (const other of ['"another"', `W/${etag}`, 'Sat, 29 Oct 2025 19:43:31 GMT']) {
    const response = await get('digits', { range: 'bytes=1-2', 'if-range': other });
    expect([response.status, await response.text()]).toEqual([200, DIGITS]);
  }
});

test('what the client has already is not sent again', async () => {
  const etag = (await get('digits')).headers.get('etag') ?? '';
  for (const known of [etag, `W/${etag}`, `"a", ${etag}`, '*'])
    expect((await get('digits', { 'if-none-match': known })).status).toBe(304);
  expect((await get('digits', { 'if-none-match': '"another"' })).status).toBe(200);
  expect((await get('slides')).headers.get('etag')).not.toBe(etag);
});

test('HEAD tells what GET would give, whole, and sends nothing', async () => {
  const response = await get('recording', { range: 'bytes=0-1' }, 'HEAD');
  expect([response.status, await response.text()]).toEqual([200, '']);
  expect(response.headers.get('content-length')).toBe(String(20 * MB));
  expect(response.headers.get('accept-ranges')).toBe('bytes');
});

test.each([
  ['drawing', 'Kuva.svg'],
  ['page', 'Sivu.html'],
  ['slides', 'Esitys.pptx'],
])('%s is only ever downloaded, whatever the feature says of it, and kept by nobody', async (subject, fileName) => {
  const response = await get(subject);
  expect(response.headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="${fileName}"`));
  expect(response.headers.get('cache-control')).toBe('private, no-store');
});

test('no format that may be shown can hold scripts', () => {
  const shown = FILE_FORMATS.filter(({ isInline }) => isInline).map(({ contentType }) => contentType);
  expect(shown.filter((type) => /svg|html|xml|script|octet/.test(type))).toEqual([]);
});

test('a file that is kept no more is not found, and one of another size is our error', async () => {
  const gone = await store(http.app.services, NETWORK, 'gone', Buffer.from('x'));
  tale.files.set('gone', gone);
  if ('stored' in gone) await http.app.services.files.remove(gone.stored);
  const response = await get('gone');
  expect([response.status, await response.text()]).toEqual([404, expect.stringMatching(/^Tätä tiedostoa ei ole/)]);
  tale.files.set('other-size', { ...(tale.files.get('digits') as DownloadedFile), size: 11 } as DownloadedFile);
  expect((await get('other-size')).status).toBe(500);
});

// ── Streams ────────────────────────────────────────────────────────────────────────────────────

/** A stream without an end that tells how much was taken, and whether it was given back. */
function endless() {
  const told = { pieces: 0, isOver: false };
  const stream = (async function* () {
    try {
      for (;;) {
        told.pieces++;
        yield Buffer.alloc(65_536, told.pieces);
      }
    } finally {
      told.isOver = true;
    }
  })();
  return { told, stream };
}

/** The reply as it begins; nothing more of it is read. */
async function begin(subject: string): Promise<IncomingMessage> {
  const path = await linkOf(subject);
  return new Promise((resolve, reject) => {
    httpRequest(`${http.url}${path}`, resolve).once('error', reject).end();
  });
}

test('a file that is made while it is sent comes whole, only to be downloaded, without a length', async () => {
  tale.files.set(
    'made',
    streamed(
      (async function* () {
        for (const word of ['yksi ', 'kaksi ', 'kolme']) yield Buffer.from(word);
      })(),
    ),
  );
  const response = await get('made', { range: 'bytes=0-1' });
  expect([response.status, await response.text()]).toEqual([200, 'yksi kaksi kolme']);
  expect(response.headers.get('content-length')).toBeNull();
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="Kaikki.zip"/);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
});

test('nothing is made for HEAD', async () => {
  const { told, stream } = endless();
  tale.files.set('endless-head', streamed(stream));
  expect((await get('endless-head', {}, 'HEAD')).status).toBe(200);
  expect(told.pieces).toBe(0);
});

test('a client that takes nothing holds the making up, and one that goes ends it', async () => {
  const { told, stream } = endless();
  tale.files.set('endless', streamed(stream));
  const reply = await begin('endless');
  // Meanwhile the server has time enough to make gigabytes.
  for (let n = 0; n < 30; n++) expect((await http.ask('/healthz')).status).toBe(200);
  expect(told.pieces).toBeLessThan(300);
  expect(told.isOver).toBe(false);
  const logged = http.logged.length;
  reply.destroy();
  await eventually(() => told.isOver);
  const line = await eventually(() => http.logged.slice(logged).find((one) => one.includes('"outcome":"left"')));
  expect(JSON.parse(line)).toMatchObject({
    event: 'request',
    route: '/files/:signature',
    status: 200,
    network: NETWORK,
  });
  expect(http.logged.slice(logged).join('')).not.toContain('request.failed');
});

test('what goes wrong midway cuts the reply off, so that half a file is not taken for a whole one, and is logged', async () => {
  tale.files.set(
    'broken',
    streamed(
      (async function* () {
        yield Buffer.alloc(100_000);
        throw new Error('reading Salaisuus went wrong');
      })(),
    ),
  );
  const logged = http.logged.length;
  const response = await get('broken');
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow();
  await eventually(() => http.logged.slice(logged).some((one) => one.includes('"outcome":"failed"')));
  expect(http.logged.slice(logged).filter((one) => one.includes('request.failed'))).toHaveLength(1);
});

test('a stored file that is removed while it is sent cuts the reply off', async () => {
  const { services } = http.app;
  const file = await store(services, NETWORK, 'short', randomBytes(64));
  if (!('stored' in file)) throw new Error('not stored');
  const { read } = services.files;
  const files = services.files as { read: typeof read };
  files.read = async () => ({
    size: 64,
    bytes: (async function* () {
      yield Buffer.alloc(10);
    })(),
  });
  try {
    tale.files.set('short', file);
    const response = await get('short');
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '64']);
    await expect(response.arrayBuffer()).rejects.toThrow();
  } finally {
    files.read = read;
  }
});

test('a server that stops lets what is being sent end', async () => {
  const own = await startHttpApp({ features: [fileFeature(tale)] });
  const going = Promise.withResolvers<void>();
  tale.files.set(
    'slow',
    streamed(
      (async function* () {
        yield Buffer.from('alku ');
        await going.promise;
        yield Buffer.from('loppu');
      })(),
    ),
  );
  const init = { method: 'POST', json: { download: 'sample.file' } };
  const asked = await own.ask(`/api/v1/networks/${NETWORK}/stored/slow/link`, people.member, init);
  const { url } = (await asked.json()) as { url: string };
  const response = await own.ask(new URL(url).pathname);
  let isClosed = false;
  const closing = own.close().then(() => {
    isClosed = true;
  });
  await eventually(() => own.logged.some((line) => line.includes('"event":"stopping"')));
  await expect(fetch(`${own.url}/healthz`)).rejects.toThrow();
  expect(isClosed).toBe(false);
  going.resolve();
  expect(await response.text()).toBe('alku loppu');
  await closing;
  expect(own.logged.join('')).not.toContain('stopped.late');
});

// ── Shared links ───────────────────────────────────────────────────────────────────────────────

const shared = async (subject: string, round = 1): Promise<string> =>
  new URL(await http.app.services.linkToOpenPage(NETWORK, 'share', activityId.parse(subject), round)).pathname;

test('a shared link gives its page, which may show its own files alone, and the files by parts', async () => {
  tale.files.set('esitys.pdf', tale.files.get('digits') as DownloadedFile);
  const link = await shared('item-1');
  const page = await http.ask(link);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(`${link}/files/esitys.pdf`)]);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; style-src 'sha256-");
  expect(policy).toContain(
    "; img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  const file = await http.ask(`${link}/files/esitys.pdf`, undefined, { headers: { range: 'bytes=2-4' } });
  expect([file.status, await file.text(), file.headers.get('x-robots-tag')]).toEqual([206, '234', 'noindex, nofollow']);
  expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(
    (await http.ask(`${link}/files/esitys.pdf`, undefined, { method: 'HEAD' })).headers.get('content-length'),
  ).toBe('10');
});

test('names of files under a shared link come as they were written', async () => {
  tale.files.set('Äänestys 1.pdf', tale.files.get('digits') as DownloadedFile);
  const link = await shared('item-1');
  expect((await http.ask(`${link}/files/${encodeURIComponent('Äänestys 1.pdf')}`)).status).toBe(200);
});

test.each([
  ['another name', (link: string) => `${link}/files/toinen.pdf`],
  ['no name', (link: string) => `${link}/files/`],
  ['a deeper path', (link: string) => `${link}/files/a/esitys.pdf`],
  ['another path', (link: string) => `${link}/muu/esitys.pdf`],
  ['a link of an earlier round', async () => `${await shared('item-1', 2)}/files/esitys.pdf`],
  [
    'a page without files',
    async () =>
      `${new URL(await http.app.services.linkToOpenPage(NETWORK, 'feedback', activityId.parse('x'), 1)).pathname}/files/esitys.pdf`,
  ],
])('%s is the answer of a link that never was', async (_, path) => {
  const response = await http.ask(await path(await shared('item-1')));
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
});

test('nothing is sent to a file, and a refusal is a page', async () => {
  const link = await shared('item-1');
  const form = { method: 'POST', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  expect((await http.ask(`${link}/files/esitys.pdf`, undefined, form)).status).toBe(404);
  const refused = await http.ask(`${link}/files/suljettu`);
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Tämä on suljettu.')]);
});

test('files are counted with the page: more than a room full of people can ask for is put off', async () => {
  const link = await shared('item-2');
  const statuses: number[] = [];
  for (let n = 0; n <= MOST_OPENED; n++) statuses.push((await http.ask(`${link}/files/esitys.pdf`)).status);
  expect([statuses.slice(0, MOST_OPENED).every((one) => one === 200), statuses.at(-1)]).toEqual([true, 429]);
  expect((await lastLine('/p/:token')).status).toBe(429);
});
