/** Opens the place of files' bytes that the configuration names; the SDK is loaded only when it is wanted. */
import { join } from 'node:path';
import type { Files } from '../core/ports.ts';
import { folderFiles } from './folder.ts';

export type FilesConfig =
  /** They go to `files` in it. */
  | { readonly type: 'folder'; readonly folder: string }
  | {
      readonly type: 'blob';
      readonly endpoint: string;
      /** Of an emulator on this machine. Absent: managed identity. */
      readonly key?: string;
      /** Client id of the managed identity; absent, the identity is looked for as the SDK does by default. */
      readonly clientId?: string;
    };

export async function openFiles(config: FilesConfig): Promise<Files> {
  if (config.type === 'folder') return folderFiles(join(config.folder, 'files'));
  const { endpoint, key, clientId } = config;
  const { blobFiles } = await import('./blob.ts');
  if (key !== undefined) {
    const account = new URL(endpoint).pathname.slice(1); // an emulator names its account in the path
    return blobFiles({ endpoint, access: { account, key }, createContainer: true });
  }
  const { DefaultAzureCredential, ManagedIdentityCredential } = await import('@azure/identity');
  const credential =
    clientId === undefined ? new DefaultAzureCredential() : new ManagedIdentityCredential({ clientId });
  return blobFiles({ endpoint, access: { credential }, createContainer: false });
}
