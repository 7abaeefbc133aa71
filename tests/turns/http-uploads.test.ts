/** Bodies of bytes: taken whole by who may send them, and bounded in size, in number and over all. */
import { createHash, randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MOST_HELD, MOST_OF_ONE } from '../../bot/http/raw-body.ts';
import { eventually } from '../fakes/eventually.ts';
import { fileFeature, LARGEST_PART } from '../fakes/file-feature.ts';
import { type HttpApp, NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';

let http: HttpApp;
beforeAll(async () => {
  http = await startHttpApp({ features: [fileFeature({ files: new Map(), round: 1 })] });
});
afterAll(() => http.close());

const AT = `/api/v1/networks/${NETWORK}/parts/esitys`;
const OCTETS = { 'content-type': 'application/octet-stream' };
const send = (body: Uint8Array | string, headers: Record<string, string> = OCTETS, by: Someone = people.member) =>
  http.ask(`${AT}/3`, by, { method: 'PUT', body: body as Uint8Array<ArrayBuffer>, headers });

/** The head of a request, and of its body only as much as is written by hand. */
async function open(
  by: Someone | undefined,
  size: number | undefined,
  { path = `${AT}/0`, more = [] as readonly string[] } = {},
): Promise<{ readonly socket: Socket; readonly answer: Promise<string> }> {
  const token = by ? await http.issuer.sign(by) : undefined;
  const socket = connect(Number(new URL(http.url).port), '127.0.0.1');
  const answer = new Promise<string>((resolve, reject) => {
    let said = '';
    socket.on('data', (data) => {
      said += String(data);
      if (said.includes('\r\n\r\n')) resolve(said);
    });
    socket.once('close', () => resolve(said));
    socket.once('error', reject);
  });
  answer.catch(() => {});
  const head = [
    `PUT ${path} HTTP/1.1`,
    'host: x',
    ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
    'content-type: application/octet-stream',
    ...(size === undefined ? [] : [`content-length: ${size}`]),
    ...more,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return { socket, answer };
}
const statusOf = async (answer: Promise<string>): Promise<number> =>
  Number(/^HTTP\/1\.1 (\d+)/.exec(await answer)?.[1]);

test.each([0, 1, 65_537, LARGEST_PART])('%i bytes come as they were sent', async (size) => {
  const body = randomBytes(size);
  const response = await send(body);
  expect(await response.json()).toEqual({
    length: size,
    sha256: createHash('sha256').update(body).digest('hex'),
    index: 3,
  });
});

test('bytes that look like JSON, or are no text, are bytes', async () => {
  for (const body of [Buffer.from('{"a":1}'), Buffer.from([0, 255, 128, 10])])
    expect(await (await send(body)).json()).toMatchObject({ length: body.length });
});

test.each([
  ['a body over 8 MB', new Uint8Array(LARGEST_PART + 1), OCTETS, 413, 'tooLarge'],
  ['JSON', '{}', { 'content-type': 'application/json' }, 415, 'unsupported'],
  ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported'],
  ['a body of several parts', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'unsupported'],
  ['a packed body', 'x', { ...OCTETS, 'content-encoding': 'gzip' }, 415, 'unsupported'],
])('%s is refused with a constant body', async (_, body, headers, status, code) => {
  const response = await send(body, headers as Record<string, string>);
  expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ code, status })]);
});

test('a body without its length is refused before it comes', async () => {
  expect(await statusOf((await open(people.member, undefined)).answer)).toBe(411);
  expect(await statusOf((await open(people.member, undefined, { more: ['transfer-encoding: chunked'] })).answer)).toBe(
    411,
  );
});

test('what does not fit the address is told after the body, as with JSON', async () => {
  const response = await http.ask(`${AT}/x`, people.member, { method: 'PUT', body: 'x', headers: OCTETS });
  expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ code: 'invalid' })]);
});

test('bytes to a route of JSON are not looked at, as ever', async () => {
  const response = await http.ask(`/api/v1/networks/${NETWORK}/stored/a/link`, people.member, {
    method: 'POST',
    body: 'x',
    headers: OCTETS,
  });
  expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ code: 'invalid' })]);
});

test.each([
  ['a stranger', undefined, AT, 401],
  ['someone of another network', people.stranger, AT, 404],
  ['a member, where coordinators send,', people.member, AT.replace('parts', 'desk-parts'), 403],
])('%s is turned away before a byte of the body is sent', async (_, who, path, status) => {
  const { socket, answer } = await open(who, LARGEST_PART, { path: `${path}/0` });
  expect(await statusOf(answer)).toBe(status);
  socket.destroy();
});

test('too large a body is refused before a byte of it is sent', async () => {
  const { socket, answer } = await open(people.member, LARGEST_PART + 1);
  expect(await statusOf(answer)).toBe(413);
  socket.destroy();
});

/** Requests whose bodies have not come; resolves when so many of them were put off, which leaves the others waiting for their bodies. */
async function crowd(by: readonly Someone[], size: number, putOff: number) {
  const ways = await Promise.all(by.map((one) => open(one, size)));
  const answers: string[] = [];
  for (const { answer } of ways) void answer.then((said) => answers.push(said));
  await eventually(() => answers.length >= putOff);
  expect(answers.map((said) => /^HTTP\/1\.1 503/.test(said))).toEqual(Array.from({ length: putOff }, () => true));
  return { ways, answers };
}
const times = (n: number, by: Someone): Someone[] => Array.from({ length: n }, () => by);

test('one person has so many on their way, more are put off, and there is room again when they have ended', async () => {
  const { ways, answers } = await crowd(times(MOST_OF_ONE + 3, people.member), 2, 3);
  const put = await send('x');
  expect([put.status, put.headers.get('retry-after'), await put.json()]).toEqual([
    503,
    '2',
    expect.objectContaining({ code: 'busy' }),
  ]);
  expect((await send('x', OCTETS, people.coordinator)).status).toBe(200);
  for (const { socket } of ways) socket.write('ab');
  const statuses = await Promise.all(ways.map(({ answer }) => statusOf(answer)));
  expect(statuses.filter((one) => one === 200)).toHaveLength(MOST_OF_ONE);
  expect(answers).toHaveLength(MOST_OF_ONE + 3);
  expect((await send('x')).status).toBe(200);
  for (const { socket } of ways) socket.destroy();
});

test('clients that go away midway give their room back, and nothing of theirs is taken', async () => {
  const logged = http.logged.length;
  const { ways } = await crowd(times(MOST_OF_ONE + 1, people.external), LARGEST_PART, 1);
  for (const { socket } of ways) {
    socket.write('half');
    socket.destroy();
  }
  await eventually(async () => (await send('x', OCTETS, people.external)).status === 200);
  await eventually(
    () => http.logged.slice(logged).filter((line) => line.includes('"status":400')).length === MOST_OF_ONE,
  );
  expect(http.logged.slice(logged).join('')).not.toContain('failed');
});

test('all together have so many bytes on their way', async () => {
  const most = MOST_HELD / LARGEST_PART;
  const senders = [people.member, people.coordinator, people.external].flatMap((by) => times(MOST_OF_ONE, by));
  const { ways } = await crowd(senders, LARGEST_PART, senders.length - most);
  expect((await send('x')).status).toBe(503);
  for (const { socket } of ways) socket.destroy();
  await eventually(async () => (await send(randomBytes(LARGEST_PART))).status === 200);
});

test('the description says that bytes are taken, how many, and that they may be put off', async () => {
  const description = (await (await http.ask('/api/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, { requestBody: object; responses: object }>>;
  };
  const put = description.paths['/api/v1/networks/{networkId}/parts/{thing}/{index}']?.put;
  expect(put?.requestBody).toEqual({
    required: true,
    description: `At most ${LARGEST_PART} bytes, with a Content-Length.`,
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  });
  expect(put?.responses).toHaveProperty('503');
});
