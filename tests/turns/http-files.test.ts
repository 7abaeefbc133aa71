/** Downloads by signed address: for one person, one file, ten minutes and only while they may have it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DAY, type Instant, MINUTE, plus, toInstant } from '../../bot/core/clock.ts';
import { members } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import { disposition } from '../../bot/http/files.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { sample } from '../fakes/sample-feature.ts';
import { HOST } from '../fakes/tab-issuer.ts';

let http: HttpApp;
let shift = 0;
const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };
beforeAll(async () => {
  http = await startHttpApp({ features: [sample], clock });
});
afterAll(() => http.close());

async function linkFor(by: Someone, download = 'sample.csv', headers: Record<string, string> = {}): Promise<string> {
  const response = await http.ask(`/api/v1/networks/${NETWORK}/things/aihe/file`, by, {
    method: 'POST',
    json: { download },
    headers,
  });
  const { url } = (await response.json()) as { url: string };
  expect(url.startsWith(`https://${HOST}/files/`)).toBe(true);
  return new URL(url).pathname;
}
const rewritten = (path: string, change: (claims: Record<string, unknown>) => void): string => {
  const [payload = '', mac = ''] = path.replace('/files/', '').split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  change(claims);
  return `/files/${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${mac}`;
};

test('a signed address gives the file without a token, as a download that nobody keeps', async () => {
  const response = await http.ask(await linkFor(people.member, 'sample.csv', { 'x-locale': 'sv' }));
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('Hej;aihe\n');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="Aanestys _aihe__koe.csv"; filename*=UTF-8''%C3%84%C3%A4nestys%20%E2%80%9Caihe%E2%80%9D_koe.csv`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

test('a minute before ten it is good, a minute after it is not', async () => {
  const path = await linkFor(people.member);
  try {
    shift = 9 * MINUTE;
    expect((await http.ask(path)).status).toBe(200);
    shift = 11 * MINUTE;
    const late = await http.ask(path);
    expect([late.status, await late.text()]).toEqual([410, expect.stringMatching(/vanhentunut/)]);
  } finally {
    shift = 0;
  }
});

const forged: readonly (readonly [string, (path: string) => string])[] = [
  ['another subject', (path) => rewritten(path, (claims) => Object.assign(claims, { subject: 'toinen' }))],
  ['another download', (path) => rewritten(path, (claims) => Object.assign(claims, { download: 'sample.desk' }))],
  [
    'another person',
    (path) => rewritten(path, (claims) => Object.assign(claims, { person: people.coordinator.person })),
  ],
  ['a longer life', (path) => rewritten(path, (claims) => Object.assign(claims, { until: plus(clock.now(), DAY) }))],
  ['another network', (path) => rewritten(path, (claims) => Object.assign(claims, { network: OTHER_NETWORK }))],
  ['a network that is not there', (path) => rewritten(path, (claims) => Object.assign(claims, { network: 'made-up' }))],
  ['no signature', (path) => path.split('.')[0] ?? ''],
  ['half a signature', (path) => path.slice(0, -20)],
  ['another signature', (path) => `${path.slice(0, -6)}AAAAAA`],
  ['nothing readable', () => '/files/%00%ff.x'],
  ['a payload of null', () => `/files/${Buffer.from('null').toString('base64url')}.x`],
];
test.each(forged)('%s: no such file', async (_, forge) => {
  const response = await http.ask(forge(await linkFor(people.member)));
  expect([400, 404]).toContain(response.status);
  expect(await response.text()).not.toContain('Hei;');
});

test('the person’s right is looked at when the file is fetched, not only when the link was made', async () => {
  expect((await http.ask(await linkFor(people.member, 'sample.desk'))).status).toBe(403);
  expect((await http.ask(await linkFor(people.coordinator, 'sample.desk'))).status).toBe(200);
  const path = await linkFor(people.external);
  const { store } = http.app.services;
  await update(
    { store, scope: networkScope(NETWORK), kind: members, id: people.external.objectId },
    (now) => now && { ...now, leftAt: clock.now() },
  );
  expect((await http.ask(path)).status).toBe(404);
});

test('a refusal is a sentence in the person’s language, for it opens in a browser', async () => {
  const response = await http.ask(await linkFor(people.member, 'sample.refused', { 'x-locale': 'en' }));
  expect([response.status, await response.text()]).toEqual([403, '“aihe” is closed.']);
});

test('a download that no feature offers is no file', async () => {
  expect((await http.ask(await linkFor(people.member, 'sample.nothing'))).status).toBe(404);
});

test('addresses are never logged', async () => {
  const path = await linkFor(people.member);
  await http.ask(path);
  const lines = http.logged.join('');
  expect(lines).toContain('"route":"/files/:signature"');
  expect(lines).not.toContain(path.slice(7, 60));
});

test.each([
  ['tulos.csv', `attachment; filename="tulos.csv"; filename*=UTF-8''tulos.csv`],
  ['a"b;c%d.csv', `attachment; filename="a_b_c_d.csv"; filename*=UTF-8''a%22b%3Bc%25d.csv`],
  ["it's (1)*.csv", `attachment; filename="it's (1)*.csv"; filename*=UTF-8''it%27s%20%281%29%2A.csv`],
  [
    '../../etc\\x\r\nset-cookie: a',
    `attachment; filename=".._.._etc_x__set-cookie: a"; filename*=UTF-8''.._.._etc_x__set-cookie%3A%20a`,
  ],
])('the file name %j is safe in a header', (name, header) => {
  expect(disposition(name)).toBe(header);
});
