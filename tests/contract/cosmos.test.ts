/** What goes over the wire to Cosmos DB, and what happens when it is slow, busy or away. */
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { VersionConflict } from '../../bot/core/ports.ts';
import type { Backend, Content, Place } from '../../bot/store/backend.ts';
import { openCosmos } from '../../bot/store/cosmos.ts';
import { type CosmosServer, startCosmosServer } from '../fakes/cosmos-server.ts';

const place: Place = { container: 'responses', partition: 'n|a' };
const span = { from: 'x|', to: 'x}', limit: 10 };
const content: Content = { v: 1, body: { choice: 'a' }, indexed: true };

let server: CosmosServer;
let store: Backend;
beforeEach(async () => {
  server = await startCosmosServer();
  const { endpoint, key, agent } = server;
  store = await openCosmos({ endpoint, access: { key }, database: 'd', createContainers: true, agent });
});
afterEach(async () => {
  server.intercept(undefined);
  await store.close();
  await server.close();
});

const aboutDocuments = ({ url = '' }: IncomingMessage): boolean => /\/docs(\/|$)/.test(url);

/** Not the plan that the SDK asks for beside each query, which tells no data. */
const isQuery = ({ headers }: IncomingMessage): boolean =>
  headers['content-type'] === 'application/query+json' && !headers['x-ms-cosmos-is-query-plan-request'];

describe('requests', () => {
  test('name the partition in the header and in the text of every query, and put values in parameters only', async () => {
    const seen: { header: unknown; body: Promise<string> }[] = [];
    server.intercept((request) => {
      if (isQuery(request)) {
        seen.push({
          header: request.headers['x-ms-documentdb-partitionkey'],
          body: text(request.pipe(new PassThrough())),
        });
      }
      return false;
    });
    await store.list(place, span);
    await store.changedSince(place, { ...span, stamp: 0 });
    await store.ping();
    expect(seen).toHaveLength(3);
    for (const [index, partition] of ['n|a', 'n|a', 'ping'].entries()) {
      expect(seen[index]?.header).toBe(JSON.stringify([partition]));
      const { query, parameters } = JSON.parse((await seen[index]?.body) ?? '{}');
      expect(query).toContain('c.pk = @pk');
      expect(query).not.toContain('n|a');
      expect(query).not.toContain('x|');
      expect(parameters).toContainEqual({ name: '@pk', value: partition });
    }
  });

  test('carry a real etag whenever they replace or remove a version', async () => {
    const etag = await store.insert(place, 'x|1', content);
    const conditions: unknown[] = [];
    server.intercept((request) => {
      if (request.method === 'PUT' || request.method === 'DELETE') conditions.push(request.headers['if-match']);
      return false;
    });
    const next = await store.replace(place, 'x|1', content, etag);
    await store.remove(place, 'x|1', { etag: next, tombstone: true });
    const again = await store.insert(place, 'x|1', content); // over the tombstone
    await store.remove(place, 'x|1', { etag: again, tombstone: false });
    expect(conditions).toEqual([etag, next, expect.stringMatching(/.{10}/), again]);
  });

  test('ask for session consistency and reach containers by name, one request for each get', async () => {
    await store.insert(place, 'x|1', content);
    const urls: string[] = [];
    server.intercept(({ url = '', method, headers }) => {
      urls.push(`${method} ${url} ${headers['x-ms-consistency-level']}`);
      return false;
    });
    await store.get(place, 'x|1');
    expect(urls).toEqual([`GET /dbs/d/colls/responses/docs/${encodeURIComponent('x|1')} Session`]);
  });
});

describe('a busy service', () => {
  const busy = (times: number, retryAfter: number): { count: () => number } => {
    let left = times;
    let count = 0;
    server.intercept((request, response) => {
      if (!aboutDocuments(request)) return false;
      count++;
      if (left-- <= 0) return false;
      response.writeHead(429, { 'content-type': 'application/json', 'x-ms-retry-after-ms': String(retryAfter) });
      response.end(JSON.stringify({ code: 'TooManyRequests', message: 'Request rate is large.' }));
      return true;
    });
    return { count: () => count };
  };

  test('is waited for as long as it says, and the write is done once', async () => {
    const { count } = busy(2, 150);
    const from = performance.now();
    const etag = await store.insert(place, 'x|1', content);
    expect(performance.now() - from).toBeGreaterThanOrEqual(290);
    expect(count()).toBe(3);
    expect((await store.get(place, 'x|1'))?.etag).toBe(etag);
  });

  test('that asks for more patience than a person has is an outage, at once', async () => {
    busy(Number.POSITIVE_INFINITY, 60_000);
    const from = performance.now();
    await expect(store.insert(place, 'x|1', content)).rejects.toMatchObject({ code: 429 });
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});

describe('a service that fails', () => {
  test('gets no write a second time: one that was cut off rejects, and is there or not', async () => {
    let writes = 0;
    server.intercept((request) => {
      if (!aboutDocuments(request) || request.method !== 'POST') return false;
      writes++;
      request.socket.destroy();
      return true;
    });
    await expect(store.insert(place, 'x|1', content)).rejects.toThrow();
    expect(writes).toBe(1);
    server.intercept(undefined);
    expect(await store.get(place, 'x|1')).toBeUndefined();
  });

  test('by never answering is given up within seconds, and works again afterwards', async () => {
    server.intercept(aboutDocuments);
    const from = performance.now();
    await expect(store.insert(place, 'x|1', content)).rejects.toThrow();
    expect(performance.now() - from).toBeLessThan(11_000);
    server.intercept(undefined);
    await store.insert(place, 'x|1', content);
  });

  test('with 500 is neither a conflict nor a missing document', async () => {
    const etag = await store.insert(place, 'x|1', content);
    server.intercept((request, response) => {
      if (!aboutDocuments(request)) return false;
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end('{"message":"broken"}');
      return true;
    });
    await expect(store.get(place, 'x|1')).rejects.toMatchObject({ code: 500 });
    await expect(store.replace(place, 'x|1', content, etag)).rejects.not.toBeInstanceOf(VersionConflict);
    await expect(store.remove(place, 'x|1', { tombstone: false })).rejects.toMatchObject({ code: 500 });
    await expect(store.ping()).rejects.toMatchObject({ code: 500 });
  });

  test('by not being there is refused when it is opened, and fails the ping', async () => {
    const { endpoint, key, agent } = server;
    await server.close();
    await expect(store.ping()).rejects.toThrow();
    const opening = openCosmos({ endpoint, access: { key }, database: 'd', createContainers: true, agent });
    await expect(opening).rejects.toThrow();
    server = await startCosmosServer();
  });
});

test('a missing container is an error, never an empty list', async () => {
  const { endpoint, key, agent } = server;
  const other = await openCosmos({ endpoint, access: { key }, database: 'not made', createContainers: false, agent });
  await expect(other.list(place, span)).rejects.toMatchObject({ code: 404 });
  await expect(other.ping()).rejects.toMatchObject({ code: 404 });
  await other.close();
});
