/** The backends that the contract of the store is proven on: the embedded one, Cosmos DB over the wire, and a real account when one is named. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultAzureCredential } from '@azure/identity';
import type { Backend } from '../../bot/store/backend.ts';
import { openCosmos } from '../../bot/store/cosmos.ts';
import { openEmbedded } from '../../bot/store/embedded.ts';
import { startCosmosServer } from '../fakes/cosmos-server.ts';

export interface Ground {
  /** Opens the same data again; the one opened before may still be open only on Cosmos DB. */
  open(): Promise<Backend>;
  close(): Promise<void>;
}

async function embedded(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'store-contract-'));
  return { open: () => openEmbedded({ folder }), close: () => rm(folder, { recursive: true }) };
}

async function cosmosOverTheWire(): Promise<Ground> {
  const { endpoint, key, agent, close } = await startCosmosServer();
  const open = () => openCosmos({ endpoint, access: { key }, database: 'contract', createContainers: true, agent });
  return { open, close };
}

/** COSMOS_TEST_KEY may be left out where the identity of the machine has the data-plane role and the containers are there. */
function realAccount(endpoint: string): () => Promise<Ground> {
  const { COSMOS_TEST_KEY: key, COSMOS_TEST_DATABASE: database = `contract-${randomUUID()}` } = process.env;
  const access = key ? { key } : { credential: new DefaultAzureCredential() };
  return async () => ({
    open: () => openCosmos({ endpoint, access, database, createContainers: Boolean(key) }),
    close: async () => {},
  });
}

const { COSMOS_TEST_ENDPOINT } = process.env;

export const backends: readonly (readonly [name: string, prepare: () => Promise<Ground>])[] = [
  ['embedded', embedded],
  ['Cosmos DB over the wire', cosmosOverTheWire],
  ...(COSMOS_TEST_ENDPOINT ? [['a real Cosmos DB account', realAccount(COSMOS_TEST_ENDPOINT)] as const] : []),
];
