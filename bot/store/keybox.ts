/** Keys of sealed votes and answers: in a folder of their own, or as secrets of a Key Vault; destroyed beyond recovery. */
import { createHash, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import type { Agent } from 'node:https';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TokenCredential } from '@azure/identity';
import type { SecretClientOptions } from '@azure/keyvault-secrets';
import type { ActivityId, NetworkId } from '../core/ids.ts';
import type { KeyBox } from '../core/ports.ts';

const KEY_BYTES = 32;
/** A key that is being written; one that a crash left behind was never given to anyone. */
const UNFINISHED = '.new';
/** Another process may be writing one now; one older than this is left behind. In milliseconds. */
const LEFT_BEHIND = 60_000;

/** Keys as files that only this user reads. The folder must not be inside one that is backed up with the store. */
export async function folderKeyBox(folder: string): Promise<KeyBox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  await wipeUnfinished(folder);
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

async function wipeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(UNFINISHED)) continue;
    const found = await stat(join(folder, name)).catch(ignoring('ENOENT'));
    if (found && Date.now() - found.mtimeMs > LEFT_BEHIND) await wipe(join(folder, name));
  }
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
    if ((error as { code?: unknown } | undefined)?.code !== code) throw error; // by code alone: errors of another realm are no instances of ours
    return undefined;
  };

/** Not `instanceof Error`: errors of Node itself are of another realm when this runs in a test. */
const isObject = (error: unknown): error is Record<string, unknown> => typeof error === 'object' && error !== null;

// ── Key Vault ──────────────────────────────────────────────────────────────────────────────────

export interface VaultOptions {
  /** `https://….vault.azure.net`. The vault must not have purge protection, else nothing is ever destroyed. */
  readonly url: string;
  /** Needs get, list, set, delete and purge of secrets. */
  readonly credential: TokenCredential;
  /** For a vault whose certificate or address only this agent knows. It stays the caller's. */
  readonly agent?: Agent;
  /** How often a deletion is looked at until it is through, in milliseconds. */
  readonly pollEvery?: number;
}

type Policy = NonNullable<SecretClientOptions['additionalPolicies']>[number]['policy'];

/** Key Vault stamps versions in whole seconds: this long after a write, no version of the same second can still appear. In milliseconds. */
const SAME_SECOND = 1_100;
/** How many polls a vault may take to show a deletion among the deleted. */
const MOST_DOUBTS = 5;
/** How long reading or making a key may take with all retries, in milliseconds. */
const VAULT_DEADLINE = 10_000;
/** How long deleting and purging may take; both go on in the background of the vault. In milliseconds. */
const DESTROY_DEADLINE = 60_000;

/** Keys as secrets of an Azure Key Vault, deleted and purged in the end. */
export async function vaultKeyBox({ url, credential, agent, pollEvery = 1_000 }: VaultOptions): Promise<KeyBox> {
  const { SecretClient } = await import('@azure/keyvault-secrets'); // heavy, and only wanted in Azure
  const throughAgent: Policy = {
    name: 'throughAgent',
    sendRequest(request, next) {
      if (agent) request.agent = agent;
      return next(request);
    },
  };
  const client = new SecretClient(url, credential, {
    additionalPolicies: [{ policy: throughAgent, position: 'perCall' }],
  });
  const nameOf = (network: NetworkId, activity: ActivityId): string => `sealed-${keyName(network, activity)}`;

  /** The first version ever: the vault has no "only if absent", so of two writers at once the earlier wins for everybody. */
  async function read(name: string): Promise<Uint8Array | undefined> {
    const abortSignal = AbortSignal.timeout(VAULT_DEADLINE);
    const versions: { version: string; at: number }[] = [];
    try {
      for await (const { version, createdOn } of client.listPropertiesOfSecretVersions(name, { abortSignal })) {
        if (version) versions.push({ version, at: createdOn?.getTime() ?? 0 });
      }
      const [first] = versions.sort((a, b) => a.at - b.at || (a.version < b.version ? -1 : 1));
      if (!first) return undefined;
      const { value } = await client.getSecret(name, { version: first.version, abortSignal });
      const key = new Uint8Array(Buffer.from(value ?? '', 'base64'));
      if (key.length !== KEY_BYTES) throw new Error(`The secret ${name} has ${key.length} bytes, not ${KEY_BYTES}.`);
      return key;
    } catch (error) {
      if (hasStatus(error, 404)) return undefined;
      throw error;
    }
  }

  async function write(name: string): Promise<void> {
    const value = randomBytes(KEY_BYTES).toString('base64');
    const set = () => client.setSecret(name, value, { abortSignal: AbortSignal.timeout(VAULT_DEADLINE) });
    try {
      await set();
    } catch (error) {
      if (!hasStatus(error, 409)) throw error;
      await purge(name); // deleted earlier but not purged: what was destroyed must not come back
      await set();
    }
  }

  /** A deletion shows only after a while, so "no such secret" is doubted before it is believed. */
  async function purge(name: string): Promise<void> {
    const abortSignal = AbortSignal.timeout(DESTROY_DEADLINE);
    for (let doubted = 0; ; ) {
      try {
        await client.purgeDeletedSecret(name, { abortSignal });
        return;
      } catch (error) {
        if (hasStatus(error, 404)) {
          if (doubted++ >= MOST_DOUBTS) return;
        } else if (!hasStatus(error, 409)) throw error; // 409: the deletion is not through yet
      }
      await pause(pollEvery, undefined, { signal: abortSignal });
    }
  }

  return {
    async create(network, activity) {
      const name = nameOf(network, activity);
      const existing = await read(name);
      if (existing) return existing;
      await write(name);
      await pause(SAME_SECOND);
      const key = await read(name);
      if (!key) throw new Error(`The secret ${name} could not be kept.`);
      return key;
    },
    get: (network, activity) => read(nameOf(network, activity)),
    async destroy(network, activity) {
      const name = nameOf(network, activity);
      try {
        await client.beginDeleteSecret(name, { abortSignal: AbortSignal.timeout(DESTROY_DEADLINE) });
      } catch (error) {
        if (!hasStatus(error, 404)) throw error; // 404: there is none, or it was deleted and perhaps not purged
      }
      return purge(name);
    },
    async ping() {
      await read('ping');
    },
  };
}

function hasStatus(error: unknown, status: number): boolean {
  return isObject(error) && error.statusCode === status;
}
