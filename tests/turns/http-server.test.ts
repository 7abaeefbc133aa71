/** The server’s edge: bodies, methods, other sites’ pages, health, and what it serves of the tab. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LARGEST_BODY } from '../../bot/http/server.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { LARGEST_THING, sample } from '../fakes/sample-feature.ts';
import { HOST, TAB_APP_ID } from '../fakes/tab-issuer.ts';
import { BOT_ID } from '../fakes/teams-cloud.ts';

const SCRIPT = `export const words = ${JSON.stringify('sana '.repeat(2000))};`;
let http: HttpApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tab-'));
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true });
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>Verkosto</title>');
  await writeFile(join(folder, 'dist', 'assets', 'app-1a2b3c.js'), SCRIPT);
  await writeFile(join(folder, 'dist', '.hidden'), 'Salaisuus');
  await writeFile(join(folder, 'outside.txt'), 'Salaisuus');
  http = await startHttpApp({ features: [sample], tabFolder: join(folder, 'dist') });
});
afterAll(async () => {
  await http.close();
  await rm(folder, { recursive: true });
});

const raw = (
  path: string,
  { headers = {}, method = 'GET' } = {},
): Promise<{ status: number; body: Buffer; headers: Record<string, unknown> }> =>
  new Promise((resolve, reject) => {
    const asked = httpRequest(`${http.url}`, { path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), headers: response.headers }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });

// ── Bodies ─────────────────────────────────────────────────────────────────────────────────────

const MALFORMED = '{"type":"about:blank","title":"The body is not JSON","status":400,"code":"malformed"}';
const TOO_LARGE = '{"type":"about:blank","title":"The body is too large","status":413,"code":"tooLarge"}';
const UNSUPPORTED = '{"type":"about:blank","title":"The body must be plain JSON","status":415,"code":"unsupported"}';
const asJson = { 'content-type': 'application/json' };

describeBodies('/api/messages');
describeBodies(`/api/v1/networks/${NETWORK}/desk`);
function describeBodies(path: string): void {
  test.each([
    ['half an object', '{"type": "message", "text": "Salaisuus'],
    ['something else', 'Salaisuus'],
  ])(`${path}: %s is a 400 with a constant body`, async (_, body) => {
    const response = await http.ask(path, undefined, { method: 'POST', body, headers: asJson });
    expect([response.status, await response.text()]).toEqual([400, MALFORMED]);
  });

  test(`${path}: a body over 256 KB is a 413 with a constant body`, async () => {
    const body = JSON.stringify({ text: 'x'.repeat(LARGEST_BODY) });
    const response = await http.ask(path, undefined, { method: 'POST', body, headers: asJson });
    expect([response.status, await response.text()]).toEqual([413, TOO_LARGE]);
  });

  test.each([
    ['a packed body', gzipSync('{}')],
    ['a broken packed body', Buffer.from('not packed')],
  ])(`${path}: %s is not unpacked`, async (_, body) => {
    const response = await http.ask(path, undefined, {
      method: 'POST',
      body,
      headers: { ...asJson, 'content-encoding': 'gzip' },
    });
    expect([response.status, await response.text()]).toEqual([415, UNSUPPORTED]);
  });
}

test('a route for files takes more, up to its own bound', async () => {
  const send = (length: number) =>
    http.ask(`/api/v1/networks/${NETWORK}/large`, people.coordinator, {
      method: 'POST',
      json: { text: 'x'.repeat(length) },
    });
  expect(await (await send(2 * LARGEST_BODY)).json()).toEqual({ length: 2 * LARGEST_BODY });
  const response = await send(LARGEST_THING);
  expect([response.status, await response.text()]).toEqual([413, TOO_LARGE]);
});

test.each([
  ['a stranger', undefined, 401],
  ['someone of another network', people.stranger, 404],
  ['a member', people.member, 403],
])('%s is turned away from a route for files before the body is sent', async (_, who, status) => {
  const token = who ? await http.issuer.sign(who) : undefined;
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(http.url).port), '127.0.0.1', () => {
      const head = [
        `POST /api/v1/networks/${NETWORK}/large HTTP/1.1`,
        'host: x',
        ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
        'content-type: application/json',
        `content-length: ${LARGEST_THING}`,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n{`);
    });
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString());
    });
    socket.once('error', reject);
  });
  expect(answer.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
});

test('the API takes JSON alone', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    const response = await http.ask(`/api/v1/networks/${NETWORK}/things/a`, people.member, {
      method: 'PUT',
      body: '{"size":1,"colour":"red"}',
      headers: { 'content-type': type },
    });
    expect([response.status, await response.text()]).toEqual([415, UNSUPPORTED]);
  }
});

test('an upload of a stranger is left on no disk and is no activity', async () => {
  const form = new FormData();
  form.set('file', new Blob(['x'.repeat(1000)]), 'a.txt');
  const response = await http.ask('/api/messages', undefined, { method: 'POST', body: form });
  expect(response.status).toBe(401);
});

test('a caller that hangs up midway leaves the server well', async () => {
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(new URL(http.url).port), '127.0.0.1', () => {
      socket.write(
        'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"a":',
        () => socket.destroy(),
      );
    });
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });
  expect((await http.ask('/healthz')).status).toBe(200);
});

// ── What is not there ──────────────────────────────────────────────────────────────────────────

test.each([
  '/nothing',
  '/api/v2/me',
  '/api/v1/nothing',
  '/api/messages/more',
  '/%',
  '/api/v1/networks/%ff/things',
  '//evil.example/',
  '/tab/%00',
  '/tab/%ff',
])('%s is a 404 or 400 with a constant body', async (path) => {
  const { status, body } = await raw(path);
  expect([400, 404]).toContain(status);
  expect(body.toString()).toMatch(/^\{"type":"about:blank","title":"[\w ]+","status":4\d\d,"code":"\w+"\}$/);
});

test('a method that a path does not know is a 405', async () => {
  expect((await http.ask('/api/messages')).status).toBe(405);
  expect((await http.ask('/api/v1/me', undefined, { method: 'OPTIONS' })).status).toBe(405);
});

test('no other site’s page may read or frame an answer', async () => {
  const response = await http.ask('/api/v1/public-config', undefined, { headers: { origin: 'https://evil.example' } });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(response.headers.get('server')).toBeNull();
  expect(response.headers.get('set-cookie')).toBeNull();
});

// ── Health ─────────────────────────────────────────────────────────────────────────────────────

test('the server says that it lives and that its store and keys are in reach', async () => {
  expect(await (await http.ask('/healthz')).json()).toEqual({ status: 'ok' });
  expect(await (await http.ask('/readyz')).json()).toEqual({
    status: 'ready',
    store: 'ok',
    keys: 'ok',
    files: 'ok',
  });
  expect((await http.ask('/healthz', undefined, { method: 'HEAD' })).status).toBe(200);
});

test('keys out of reach: not ready, and the log says which part', async () => {
  await rm(join(http.folder, 'keys'), { recursive: true });
  try {
    const response = await http.ask('/readyz');
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'unready', store: 'ok', keys: 'unreachable', files: 'ok' },
    ]);
    expect(http.logged.join('')).toMatch(/"part":"keys".*"event":"unreachable"/);
  } finally {
    await mkdir(join(http.folder, 'keys'));
  }
});

test('files out of reach: ready all the same, since polls and events need none, and it is told', async () => {
  await rename(join(http.folder, 'files'), join(http.folder, 'away'));
  try {
    const response = await http.ask('/readyz');
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', store: 'ok', keys: 'ok', files: 'unreachable' },
    ]);
    expect(http.logged.join('')).toMatch(/"part":"files".*"event":"unreachable"/);
  } finally {
    await rename(join(http.folder, 'away'), join(http.folder, 'files'));
  }
});

// ── The tab ────────────────────────────────────────────────────────────────────────────────────

test.each(['/tab/', '/tab/polls/abc', '/tab/configure'])(
  '%s is a page of the tab, never kept, framed by Teams alone',
  async (path) => {
    const response = await http.ask(path);
    expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>Verkosto</title>']);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toMatch(
      /frame-ancestors 'self' https:\/\/\*\.cloud\.microsoft https:\/\/teams\.microsoft\.com https:\/\/\*\.teams\.microsoft\.com https:\/\/\*\.microsoft365\.com https:\/\/\*\.office\.com https:\/\/outlook\.office\.com https:\/\/outlook\.office365\.com$/,
    );
  },
);

test('a page that the browser has already is not sent again', async () => {
  const etag = (await http.ask('/tab/')).headers.get('etag') ?? '';
  expect((await http.ask('/tab/', undefined, { headers: { 'if-none-match': etag } })).status).toBe(304);
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>Verkosto 2</title>');
  expect((await http.ask('/tab/', undefined, { headers: { 'if-none-match': etag } })).status).toBe(200);
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>Verkosto</title>');
});

test('a file whose name holds a hash is kept for ever, and packed as the browser takes it', async () => {
  const sizes: number[] = [];
  for (const encoding of ['br', 'gzip']) {
    const { headers, body } = await raw('/tab/assets/app-1a2b3c.js', {
      headers: { 'accept-encoding': `${encoding}, x` },
    });
    expect(headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    sizes.push(body.length);
  }
  expect(Math.max(...sizes)).toBeLessThan(SCRIPT.length / 10);
  const plain = await raw('/tab/assets/app-1a2b3c.js', { headers: { 'accept-encoding': 'br;q=0' } });
  expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, SCRIPT]);
});

test('an old page’s file that is gone is a 404, not a page', async () => {
  expect((await http.ask('/tab/assets/app-000000.js')).status).toBe(404);
  expect((await http.ask('/tab/favicon.ico')).status).toBe(404);
});

test.each([
  '/tab/../outside.txt',
  '/tab/..%2foutside.txt',
  '/tab/%2e%2e/outside.txt',
  '/tab/%2e%2e%2foutside.txt',
  '/tab/assets/..%2f..%2foutside.txt',
  '/tab/..%5coutside.txt',
  '/tab//etc/passwd',
  '/tab/.hidden',
  '/tab/%2ehidden',
])('%s opens nothing outside the tab', async (path) => {
  const { body } = await raw(path);
  expect(body.toString()).not.toMatch(/Salaisuus|root:/);
});

test('the address alone leads to the tab', async () => {
  const responses = await Promise.all(['/', '/tab'].map((path) => http.ask(path)));
  expect(responses.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
    [302, '/tab/'],
    [308, '/tab/'],
  ]);
});

test('before the tab is built the server says how', async () => {
  const empty = await startHttpApp({ features: [], tabFolder: join(folder, 'nothing') });
  try {
    const response = await empty.ask('/tab/');
    expect([response.status, await response.json()]).toEqual([
      503,
      expect.objectContaining({ title: expect.stringMatching(/npm run build/) }),
    ]);
  } finally {
    await empty.close();
  }
});

// ── Links ──────────────────────────────────────────────────────────────────────────────────────

test('a link from a card opens the tab at its page in the network’s channel', async () => {
  const work = await http.app.gate.work(NETWORK);
  const link = new URL(work ? http.app.services.linkToTab(work.network, 'polls/abc') : 'missing:');
  expect(`${link.origin}${link.pathname}`).toBe(`https://teams.microsoft.com/l/entity/${BOT_ID}/network`);
  expect(link.searchParams.get('webUrl')).toBe(`https://${HOST}/tab/polls/abc`);
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
    subEntityId: 'polls/abc',
    channelId: work?.network.channel.id,
  });
  expect(TAB_APP_ID).not.toBe(BOT_ID);
});

// ── Stopping ───────────────────────────────────────────────────────────────────────────────────

test('what is in flight is answered before the server stops, and then nothing more is taken', async () => {
  const started = Promise.withResolvers<void>();
  const let_go = Promise.withResolvers<void>();
  const slow = {
    ...sample,
    routes: sample.routes.map((route) => ({
      ...route,
      run: async (...args: Parameters<typeof route.run>) => {
        started.resolve();
        await let_go.promise;
        return route.run(...args);
      },
    })),
  };
  const stopping = await startHttpApp({ features: [slow] });
  const asked = stopping.ask(`/api/v1/networks/${NETWORK}/things`, people.member);
  await started.promise;
  const closed = stopping.close();
  await expect(fetch(`${stopping.url}/healthz`)).rejects.toThrow();
  let_go.resolve();
  expect((await asked).status).toBe(200);
  await closed;
  expect(stopping.logged.join('')).toContain('"event":"stopped"');
});
