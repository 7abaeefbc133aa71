/** Opens the store and the key box that the configuration names; an SDK is loaded only when it is wanted. */
import type { Agent } from 'node:https';
import { join } from 'node:path';
import type { TokenCredential } from '@azure/identity';
import type { KeyBox, Store } from '../core/ports.ts';
import type { Backend } from './backend.ts';
import { openEmbedded } from './embedded.ts';
import { folderKeyBox, vaultKeyBox } from './keybox.ts';
import { storeOn } from './typed.ts';

export type StoreConfig =
  | {
      readonly type: 'embedded';
      /** The data go to `store` in it, the keys to `keys`: two folders, so that one can be backed up without the other. */
      readonly folder: string;
      readonly keyFolder?: string;
    }
  | {
      readonly type: 'cosmos';
      readonly endpoint: string;
      /** The account's key. Absent: managed identity. */
      readonly key?: string;
      readonly database: string;
      /** Client id of the managed identity; absent, the identity is looked for as the SDK does by default. */
      readonly clientId?: string;
      readonly keys: { readonly vaultUrl: string } | { readonly folder: string };
      /** Makes database and containers when they are missing. Never in Azure, where Bicep makes them. */
      readonly emulator: boolean;
      /** For an endpoint whose certificate only this agent trusts. */
      readonly agent?: Agent;
    };

/** Throws FolderInUse when another process has the folder, and the SDK's error when Cosmos DB or the vault can't be reached. */
export async function openStore(config: StoreConfig): Promise<{ store: Store; keys: KeyBox }> {
  if (config.type === 'embedded') {
    const store = storeOn(await openEmbedded({ folder: join(config.folder, 'store') }));
    try {
      return { store, keys: await folderKeyBox(config.keyFolder ?? join(config.folder, 'keys')) };
    } catch (error) {
      await store.close();
      throw error;
    }
  }
  const keys =
    'vaultUrl' in config.keys
      ? await vaultKeyBox({ url: config.keys.vaultUrl, credential: await identity(config.clientId) })
      : await folderKeyBox(config.keys.folder);
  const { openCosmos } = await import('./cosmos.ts');
  const backend: Backend = await openCosmos({
    endpoint: config.endpoint,
    access: config.key === undefined ? { credential: await identity(config.clientId) } : { key: config.key },
    database: config.database,
    createContainers: config.emulator,
    ...(config.agent && { agent: config.agent }),
  });
  return { store: storeOn(backend), keys };
}

async function identity(clientId: string | undefined): Promise<TokenCredential> {
  const { DefaultAzureCredential, ManagedIdentityCredential } = await import('@azure/identity');
  return clientId === undefined ? new DefaultAzureCredential() : new ManagedIdentityCredential({ clientId });
}
