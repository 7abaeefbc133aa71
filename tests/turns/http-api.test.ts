/** The API over HTTP: what its contracts promise, who may ask, and how a request that does not fit is answered. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { sample } from '../fakes/sample-feature.ts';

let http: HttpApp;
beforeAll(async () => {
  http = await startHttpApp({ features: [sample] });
});
afterAll(() => http.close());
let before = 0;
beforeEach(() => {
  before = http.logged.length;
});

const base = `/api/v1/networks/${NETWORK}`;
const { member, coordinator, stranger } = people;
const loggedSince = (): Record<string, unknown>[] => http.logged.slice(before).map((line) => JSON.parse(line));

test('a member asks and gets what the contract promises, and nothing that it does not name', async () => {
  const response = await http.ask(`${base}/things/a1`, member, { method: 'PUT', json: { size: 3, colour: 'red' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({ thing: 'a1', size: 3 });
});

test('the query is read beside the path, and the path wins', async () => {
  const listed = await http.ask(`${base}/things?after=x&page=7&networkId=other`, member);
  expect(await listed.json()).toEqual({ hello: 'Hei', after: 'x', page: 7 });
  const changed = await http.ask(`${base}/things/mine?thing=yours`, member, {
    method: 'PUT',
    json: { size: 1, colour: 'blue' },
  });
  expect(await changed.json()).toMatchObject({ thing: 'mine' });
});

test('an answer of nothing is 204', async () => {
  const response = await http.ask(`${base}/things/a1`, member, { method: 'DELETE' });
  expect([response.status, await response.text()]).toEqual([204, '']);
});

test('what does not fit is a 400 that names each field and quotes nothing', async () => {
  const response = await http.ask(`${base}/things/a1`, member, {
    method: 'PUT',
    json: { size: 12, colour: 'Salaisuus' },
  });
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const said = await response.text();
  expect(said).not.toContain('Salaisuus');
  expect(JSON.parse(said)).toEqual({
    type: 'about:blank',
    title: 'The request does not fit',
    status: 400,
    code: 'invalid',
    fields: [
      { field: 'size', message: 'at most 9' },
      { field: 'colour', message: 'invalid_value' },
    ],
  });
});

test.each([
  ['a path parameter too long', `/things/${'x'.repeat(41)}`, { size: 1, colour: 'red' }],
  ['prototype keys', '/things/a', JSON.parse('{"__proto__": {"size": 1, "colour": "red"}}') as object],
  ['an array', '/things/a', [1]],
  ['no body', '/things/a', undefined],
])('%s is a 400', async (_, path, body) => {
  const response = await http.ask(`${base}${path}`, member, {
    method: 'PUT',
    ...(body === undefined ? {} : { json: body }),
  });
  expect(response.status).toBe(400);
});

test.each([
  ['fi', { 'x-locale': 'fi' }, '”Salaisuus” on suljettu.'],
  ['Finland’s Swedish', { 'x-locale': 'sv' }, '”Salaisuus” är stängd.'],
  ['a tag with its country', { 'x-locale': 'en-GB' }, '“Salaisuus” is closed.'],
  ['the browser’s first that we speak', { 'accept-language': 'de-DE,sv-FI;q=0.8,en;q=0.5' }, '”Salaisuus” är stängd.'],
  ['the network’s, when none is asked for', { 'accept-language': 'de' }, '”Salaisuus” on suljettu.'],
])('a refusal speaks the person’s language: %s', async (_, headers, detail) => {
  const response = await http.ask(`${base}/refused`, member, { method: 'POST', headers });
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ status: 409, code: 'refused', detail });
});

test('a form is refused with everything that is wrong at once', async () => {
  const response = await http.ask(`${base}/form`, member, { method: 'POST', headers: { 'x-locale': 'en' } });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    code: 'form',
    detail: 'Write a question.',
    fields: [
      { field: 'question', message: 'Write a question.' },
      { field: 'options', message: '“x” is closed.' },
    ],
  });
});

test('the desk is for coordinators, checked on the server', async () => {
  expect((await http.ask(`${base}/desk`, coordinator, { method: 'POST' })).status).toBe(200);
  const refused = await http.ask(`${base}/desk`, member, { method: 'POST', headers: { 'x-locale': 'en' } });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({
    code: 'notAllowed',
    detail: 'Only a coordinator of the network can do this.',
  });
});

test.each([
  ['a network of others', `/api/v1/networks/${OTHER_NETWORK}/things`],
  ['a network that is not there', '/api/v1/networks/nothing-here/things'],
  ['an id that can be none', '/api/v1/networks/%2e%2e%2fx/things'],
  ['a network of the longest id', `/api/v1/networks/${'n'.repeat(240)}/things`],
])('%s looks the same as what is not there', async (_, path) => {
  const response = await http.ask(path, member);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('{"type":"about:blank","title":"Not found","status":404,"code":"notFound"}');
});

test('someone of another network is not let in here', async () => {
  expect((await http.ask(`${base}/things`, stranger)).status).toBe(404);
  expect((await http.ask(`/api/v1/networks/${OTHER_NETWORK}/things`, stranger)).status).toBe(200);
});

test('who asks is told their networks, and which they coordinate', async () => {
  const one = {
    ...{ id: NETWORK, name: `Verkosto ${NETWORK}`, language: 'fi', zone: 'Europe/Helsinki' },
    modules: ['questions', 'ideas', 'bulletins'],
  };
  const asMember = await (await http.ask('/api/v1/me', member)).json();
  expect(asMember).toEqual({
    person: member.person,
    networks: [{ ...one, team: expect.any(String), coordinator: false }],
  });
  const asCoordinator = await (await http.ask('/api/v1/me', coordinator)).json();
  expect(asCoordinator).toMatchObject({ networks: [{ ...one, coordinator: true }] });
});

test('anyone may know how to sign in, and nothing secret is in it', async () => {
  const response = await http.ask('/api/v1/public-config');
  expect(await response.json()).toEqual({
    auth: 'teams',
    appId: expect.any(String),
    version: expect.stringMatching(/^\d/),
  });
});

test('an error of ours is a 500 with a reference that the log knows, and no word of what went wrong', async () => {
  const response = await http.ask(`${base}/broken`, member, { method: 'POST', headers: { 'x-locale': 'en' } });
  expect(response.status).toBe(500);
  const said = (await response.json()) as { detail: string; reference: string };
  expect(JSON.stringify(said)).not.toMatch(/Salaisuus|went wrong\b.*reading/);
  expect(said.detail).toContain(said.reference);
  const failure = loggedSince().find(({ event }) => event === 'request.failed');
  expect(failure).toMatchObject({
    level: 'error',
    reference: said.reference,
    error: { kind: 'Error', stack: expect.any(Array) },
  });
  expect(http.logged.join('')).not.toContain('Salaisuus');
});

test('an answer that breaks its contract is an error of ours', async () => {
  expect((await http.ask(`${base}/liar`, member, { method: 'POST' })).status).toBe(500);
});

test('each request leaves one line: the pattern, never the path or what was said', async () => {
  await http.ask(`${base}/things/Salaisuus?after=Salaisuus`, member, {
    method: 'PUT',
    json: { size: 3, colour: 'red' },
  });
  await http.ask(`${base}/refused`, member, { method: 'POST' });
  expect(loggedSince()).toMatchObject([
    {
      event: 'request',
      method: 'PUT',
      route: '/api/v1/networks/:networkId/things/:thing',
      status: 200,
      outcome: 'answered',
      ms: expect.any(Number),
      network: NETWORK,
    },
    { event: 'request', status: 409, outcome: 'refused', refusal: '“{what}” is closed.' },
  ]);
  expect(http.logged.slice(before).join('')).not.toContain('Salaisuus');
});

test('the description is made from the contracts', async () => {
  const response = await http.ask('/api/v1/openapi.json');
  const described = (await response.json()) as {
    openapi: string;
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  expect(described.openapi).toBe('3.1.0');
  expect(Object.keys(described.paths)).toEqual(
    expect.arrayContaining(['/api/v1/me', '/api/v1/networks/{networkId}/things/{thing}']),
  );
  expect(described.paths['/api/v1/networks/{networkId}/things/{thing}']?.put).toMatchObject({
    summary: 'Gives the thing back as it was read.',
    'x-role': 'member',
    parameters: [
      { name: 'networkId', in: 'path', required: true },
      { name: 'thing', in: 'path', required: true, schema: { type: 'string', maxLength: 40 } },
    ],
    requestBody: { content: { 'application/json': { schema: { type: 'object', required: ['size', 'colour'] } } } },
    responses: { 200: { content: { 'application/json': { schema: { required: ['thing', 'size'] } } } } },
  });
  const list = described.paths['/api/v1/networks/{networkId}/things']?.get;
  expect(list?.parameters).toContainEqual({ name: 'after', in: 'query', required: false, schema: { type: 'string' } });
  const ids = Object.values(described.paths).flatMap((path) => Object.values(path).map((one) => one.operationId));
  expect(new Set(ids).size).toBe(ids.length);
  expect(described.paths['/api/v1/people']).toBeUndefined();
});
