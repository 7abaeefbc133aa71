/** Keys of sealed votes and answers: in a folder of their own, or as secrets of a Key Vault; destroyed beyond recovery. */
import { createHash, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActivityId, NetworkId } from '../core/ids.ts';
import type { KeyBox } from '../core/ports.ts';

const KEY_BYTES = 32;
/** A key that is being written; one that is found at the start was never given to anyone. */
const UNFINISHED = '.new';

/** Keys as files that only this user reads. The folder must not be inside one that is backed up with the store. */
export async function folderKeyBox(folder: string): Promise<KeyBox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  for (const name of await readdir(folder)) if (name.endsWith(UNFINISHED)) await wipe(join(folder, name));
  const fileOf = (network: NetworkId, activity: ActivityId): string =>
    join(folder, `${keyName(network, activity)}.key`);

  async function read(file: string): Promise<Uint8Array | undefined> {
    const key = await readFile(file).catch(ignoring('ENOENT'));
    if (key && key.length !== KEY_BYTES)
      throw new Error(`The key in ${file} is ${key.length} bytes long, not ${KEY_BYTES}.`);
    return key && new Uint8Array(key);
  }

  return {
    async create(network, activity) {
      const file = fileOf(network, activity);
      const existing = await read(file);
      if (existing) return existing;
      const unfinished = `${file}.${randomBytes(6).toString('hex')}${UNFINISHED}`;
      const handle = await open(unfinished, 'wx', 0o600);
      try {
        await handle.writeFile(randomBytes(KEY_BYTES));
        await handle.sync();
      } finally {
        await handle.close();
      }
      // A link either makes the whole file or finds another's: two at once get the same key, and a crash leaves no half of one.
      const lost = await link(unfinished, file).then(
        () => false,
        () => true,
      );
      if (lost) await wipe(unfinished);
      else await unlink(unfinished);
      await syncFolder(folder);
      const key = await read(file);
      if (!key) throw new Error(`The key in ${file} could not be kept.`);
      return key;
    },
    get: (network, activity) => read(fileOf(network, activity)),
    async destroy(network, activity) {
      await wipe(fileOf(network, activity));
      await syncFolder(folder);
    },
    async ping() {
      await readdir(folder);
    },
  };
}

/** Safe as a file name and as the name of a secret, and says nothing of the network or the activity. */
function keyName(network: NetworkId, activity: ActivityId): string {
  return createHash('sha256').update(`${network}\n${activity}`).digest('hex');
}

/** Overwrites before unlinking, so that the bytes are not in a freed block of the disk either. */
async function wipe(file: string): Promise<void> {
  const handle = await open(file, 'r+').catch(ignoring('ENOENT'));
  if (!handle) return;
  try {
    await handle.write(randomBytes(KEY_BYTES), 0, KEY_BYTES, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await unlink(file).catch(ignoring('ENOENT'));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const ignoring =
  (code: string) =>
  (error: unknown): undefined => {
    if (!(error instanceof Error && 'code' in error && error.code === code)) throw error;
    return undefined;
  };
