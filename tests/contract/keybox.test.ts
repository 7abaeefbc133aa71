/** What every key box must do, proven on the folder and on a Key Vault over the wire. */
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ActivityId, activityId, networkId } from '../../bot/core/ids.ts';
import type { KeyBox } from '../../bot/core/ports.ts';
import { folderKeyBox, vaultKeyBox } from '../../bot/store/keybox.ts';
import { startKeyVault } from '../fakes/key-vault.ts';

const network = networkId.parse('n-1');
let made = 0;
const newActivity = (): ActivityId => activityId.parse(`secret-poll-${++made}`);
const hex = (key: Uint8Array | undefined): string => Buffer.from(key ?? []).toString('hex');

interface Ground {
  /** Another server's view of the same keys. */
  open(): Promise<KeyBox>;
  /** Everything that is kept, as hex, names included. */
  everything(): string;
  close(): Promise<void>;
}

async function inFolder(): Promise<Ground> {
  const parent = await mkdtemp(join(tmpdir(), 'keys-'));
  const folder = join(parent, 'keys');
  return {
    open: () => folderKeyBox(folder),
    everything: () =>
      readdirSync(folder)
        .map((name) => `${name} ${readFileSync(join(folder, name)).toString('hex')}`)
        .join('\n'),
    close: () => rm(parent, { recursive: true }),
  };
}

async function inVault(): Promise<Ground> {
  const vault = await startKeyVault();
  const { url, agent, credential } = vault;
  return {
    open: () => vaultKeyBox({ url, agent, credential, pollEvery: 5 }),
    everything: () =>
      [...vault.names(), ...vault.remains().map((value) => Buffer.from(value, 'base64').toString('hex'))].join('\n'),
    close: vault.close,
  };
}

describe.each([
  ['a folder', inFolder],
  ['a Key Vault', inVault],
] as const)('a key box in %s', (_name, prepare) => {
  let ground: Ground;
  let box: KeyBox;
  beforeAll(async () => {
    ground = await prepare();
    box = await ground.open();
  });
  afterAll(() => ground.close());

  test('makes a key of 32 random bytes and gives the same back ever after, to other servers too', async () => {
    const [one, two] = [newActivity(), newActivity()];
    const key = await box.create(network, one);
    expect(key).toHaveLength(32);
    expect(hex(await box.create(network, one))).toBe(hex(key));
    expect(hex(await box.get(network, one))).toBe(hex(key));
    const other = await ground.open();
    expect(hex(await other.get(network, one))).toBe(hex(key));
    expect(hex(await other.create(network, one))).toBe(hex(key));
    expect(hex(await box.create(network, two))).not.toBe(hex(key));
    expect(hex(await box.create(networkId.parse('n-2'), one))).not.toBe(hex(key));
  });

  test('gives many that make it at once, on two servers, one and the same key', async () => {
    const activity = newActivity();
    const boxes = [box, await ground.open()];
    const keys = await Promise.all([0, 1, 0, 1, 0, 1].map((which) => boxes[which]?.create(network, activity)));
    expect(new Set(keys.map(hex)).size).toBe(1);
    expect(hex(await box.get(network, activity))).toBe(hex(keys[0]));
  });

  test('has no key that was never made', async () => {
    expect(await box.get(network, newActivity())).toBeUndefined();
  });

  test('tells apart network and activity whose names join to the same text', async () => {
    const a = await box.create(networkId.parse('n|a'), activityId.parse('b'));
    const b = await box.create(networkId.parse('n'), activityId.parse('a|b'));
    expect(hex(a)).not.toBe(hex(b));
  });

  test('takes every id, and names nothing by it', async () => {
    const odd = activityId.parse(`a|b:c@d=e;f,g+h~i-j._k${'x'.repeat(200)}`);
    const key = await box.create(network, odd);
    expect(hex(await box.get(network, odd))).toBe(hex(key));
    expect(ground.everything()).not.toContain('xxx');
    expect(ground.everything()).toContain(hex(key));
  });

  test('destroys a key beyond recovery, and the others stay', async () => {
    const [gone, kept] = [newActivity(), newActivity()];
    const key = await box.create(network, gone);
    const other = await box.create(network, kept);
    expect(ground.everything()).toContain(hex(key));
    await box.destroy(network, gone);
    expect(await box.get(network, gone)).toBeUndefined();
    expect(await (await ground.open()).get(network, gone)).toBeUndefined();
    expect(ground.everything()).not.toContain(hex(key));
    expect(hex(await box.get(network, kept))).toBe(hex(other));
  });

  test('destroys the same key again, at once and later, and one that never was', async () => {
    const activity = newActivity();
    await box.create(network, activity);
    await Promise.all([box.destroy(network, activity), box.destroy(network, activity)]);
    await box.destroy(network, activity);
    await box.destroy(network, newActivity());
    expect(await box.get(network, activity)).toBeUndefined();
  });

  test('makes a new key, not the old one, after the old was destroyed', async () => {
    const activity = newActivity();
    const key = await box.create(network, activity);
    await box.destroy(network, activity);
    expect(hex(await box.create(network, activity))).not.toBe(hex(key));
  });

  test('answers a ping', async () => {
    await expect(box.ping()).resolves.toBeUndefined();
  });
});

describe('a folder of keys', () => {
  const inTemp = async (act: (folder: string) => Promise<void>): Promise<void> => {
    const parent = await mkdtemp(join(tmpdir(), 'keys-'));
    await act(join(parent, 'keys')).finally(() => rm(parent, { recursive: true }));
  };

  test('and the keys in it are for their owner alone', () =>
    inTemp(async (folder) => {
      const box = await folderKeyBox(folder);
      await box.create(network, newActivity());
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      const [file = ''] = readdirSync(folder);
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    }));

  test('that lost half of a key says so instead of sealing with it', () =>
    inTemp(async (folder) => {
      const box = await folderKeyBox(folder);
      const activity = newActivity();
      await box.create(network, activity);
      const [file = ''] = readdirSync(folder);
      writeFileSync(join(folder, file), 'half');
      await expect(box.get(network, activity)).rejects.toThrow(/4 bytes/);
    }));

  test('is cleared of keys that a crash left unfinished, but not of one that is being written', () =>
    inTemp(async (folder) => {
      await folderKeyBox(folder);
      for (const name of ['left.new', 'now.new']) writeFileSync(join(folder, name), 'x'.repeat(32));
      const long = new Date(Date.now() - 3_600_000);
      utimesSync(join(folder, 'left.new'), long, long);
      await folderKeyBox(folder);
      expect(readdirSync(folder)).toEqual(['now.new']);
    }));

  test('that is gone fails its ping', () =>
    inTemp(async (folder) => {
      const box = await folderKeyBox(folder);
      await rm(folder, { recursive: true });
      await expect(box.ping()).rejects.toThrow(/ENOENT/);
      await box.create(network, newActivity()).then(
        () => expect('a key was made').toBe('refused'),
        (error) => expect(error.code).toBe('ENOENT'),
      );
    }));
});

describe('a Key Vault', () => {
  test('where someone deleted the key without purging neither gives it back nor revives it', async () => {
    const vault = await startKeyVault();
    try {
      const { url, agent, credential } = vault;
      const box = await vaultKeyBox({ url, agent, credential, pollEvery: 5 });
      const activity = newActivity();
      const key = await box.create(network, activity);
      const [name = ''] = vault.names();
      vault.softDelete(name);
      expect(await box.get(network, activity)).toBeUndefined();
      const next = await box.create(network, activity);
      expect(hex(next)).not.toBe(hex(key));
      vault.softDelete(name);
      await box.destroy(network, activity);
      expect(vault.remains()).toEqual([]);
    } finally {
      await vault.close();
    }
  });

  test('that can’t be reached fails its ping', async () => {
    const vault = await startKeyVault();
    const { url, agent, credential } = vault;
    const box = await vaultKeyBox({ url, agent, credential });
    await box.ping();
    await vault.close();
    await expect(box.ping()).rejects.toThrow();
  });
});
