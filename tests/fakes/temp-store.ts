/** A real embedded store with its keys in a folder that goes when it is closed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyBox, Store } from '../../bot/core/ports.ts';
import { openEmbedded } from '../../bot/store/embedded.ts';
import { folderKeyBox } from '../../bot/store/keybox.ts';
import { storeOn } from '../../bot/store/typed.ts';

export interface TempStore {
  readonly store: Store;
  readonly keys: KeyBox;
  /** Holds `store/` and `keys/`, as a data folder does. */
  readonly folder: string;
  close(): Promise<void>;
}

export async function openTempStore(): Promise<TempStore> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  const store = storeOn(await openEmbedded({ folder: join(folder, 'store') }));
  const keys = await folderKeyBox(join(folder, 'keys'));
  return {
    store,
    keys,
    folder,
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
