/** Opening the store by its configuration. */
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { activityId, networkId } from '../../bot/core/ids.ts';
import { kind } from '../../bot/core/kind.ts';
import { directoryScope } from '../../bot/core/scope.ts';
import { FolderInUse } from '../../bot/store/embedded.ts';
import { openStore } from '../../bot/store/open.ts';
import { startCosmosServer } from '../fakes/cosmos-server.ts';

const notes = kind({ name: 'note', container: 'directory', schema: z.object({ text: z.string() }) });
const scope = directoryScope('d');
const [network, activity] = [networkId.parse('n'), activityId.parse('a')];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the embedded store keeps data and keys in two folders', async () => {
  const { store, keys } = await openStore({ type: 'embedded', folder });
  await store.insert(scope, notes, '1', { text: 'kept' });
  await keys.create(network, activity);
  expect(readdirSync(folder).sort()).toEqual(['keys', 'store']);
  expect(readdirSync(join(folder, 'keys'))).toHaveLength(1);
  await store.close();
  const again = await openStore({ type: 'embedded', folder });
  expect((await again.store.get(scope, notes, '1'))?.value).toEqual({ text: 'kept' });
  await again.store.close();
});

test('the keys may be told to live elsewhere', async () => {
  const keyFolder = join(folder, 'apart', 'keys');
  const { store, keys } = await openStore({ type: 'embedded', folder: join(folder, 'data'), keyFolder });
  await keys.create(network, activity);
  expect(readdirSync(keyFolder)).toHaveLength(1);
  expect(readdirSync(join(folder, 'data'))).toEqual(['store']);
  await store.close();
});

test('a folder that is in use is refused and left as it was', async () => {
  const { store } = await openStore({ type: 'embedded', folder });
  await expect(openStore({ type: 'embedded', folder })).rejects.toThrow(FolderInUse);
  await store.insert(scope, notes, '1', { text: 'still works' });
  await store.close();
});

test('Cosmos DB is opened with its containers against an emulator, and the keys in a folder', async () => {
  const server = await startCosmosServer();
  const { endpoint, key, agent } = server;
  const { store, keys } = await openStore({
    type: 'cosmos',
    endpoint,
    key,
    agent,
    database: 'd',
    emulator: true,
    keys: { folder: join(folder, 'keys') },
  });
  await store.insert(scope, notes, '1', { text: 'kept' });
  await store.ping();
  expect(await keys.create(network, activity)).toHaveLength(32);
  await store.close();
  await server.close();
});
