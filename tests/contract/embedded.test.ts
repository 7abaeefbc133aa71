/** What the embedded store promises beyond the contract: grouped commits, one process, full disks, and nothing left of what was removed. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { AlreadyExists, VersionConflict } from '../../bot/core/ports.ts';
import type { Backend, Content, Place } from '../../bot/store/backend.ts';
import { FolderInUse, openEmbedded } from '../../bot/store/embedded.ts';
import type { FullDisk } from '../fixtures/full-disk.ts';

const place: Place = { container: 'responses', partition: 'n|a' };
const span = { from: 'x|', to: 'x}', limit: 1_000 };
const body = (value: unknown, indexed = false): Content => ({ v: 1, body: value, indexed });

let folder: string;
let store: Backend;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-'));
  store = await openEmbedded({ folder });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await store.close();
  await rm(folder, { recursive: true });
});

/** All bytes of all files, read by another process: reading them in this one would drop the lock of the store. */
function everyByte(): string {
  const files = readdirSync(folder).map((name) => join(folder, name));
  return execFileSync('cat', files, { encoding: 'latin1', maxBuffer: 2 ** 30 });
}

describe('writes of one tick', () => {
  test('are one commit: hundreds cost no more of the log than a few pages', async () => {
    await store.insert(place, 'x|0', body('first'));
    await Promise.all(Array.from({ length: 500 }, (_, n) => store.upsert(place, `x|0`, body(n))));
    expect((await store.get(place, 'x|0'))?.body).toBe(499);
    expect(statSync(join(folder, 'store.db-wal')).size).toBeLessThan(100_000); // a commit each: 500 × a page of 4 KB
  });

  test('fail one by one: a lost race rejects itself alone', async () => {
    const { etag } = { etag: await store.insert(place, 'x|there', body('first')) };
    const outcomes = await Promise.allSettled([
      store.insert(place, 'x|new', body('new')),
      store.insert(place, 'x|there', body('second')),
      store.replace(place, 'x|there', body('third'), 'no such version'),
      store.replace(place, 'x|there', body('fourth'), etag),
      store.remove(place, 'x|there', { etag, tombstone: false }),
      store.upsert(place, 'x|last', body('last')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(reasons[0]).toBeInstanceOf(AlreadyExists);
    expect(reasons[1]).toBeInstanceOf(VersionConflict);
    expect(reasons[2]).toBeInstanceOf(VersionConflict);
    const { rows } = await store.list(place, span);
    expect(rows.map(({ id, body }) => [id, body])).toEqual([
      ['x|last', 'last'],
      ['x|new', 'new'],
      ['x|there', 'fourth'],
    ]);
  });

  test('are not seen before they are acknowledged', async () => {
    const writing = store.insert(place, 'x|1', body('new'));
    expect(await store.get(place, 'x|1')).toBeUndefined();
    await writing;
    expect((await store.get(place, 'x|1'))?.body).toBe('new');
  });

  test('are all kept when the store is closed at once', async () => {
    const writing = [1, 2, 3].map((n) => store.insert(place, `x|${n}`, body(n)));
    await Promise.all([...writing, store.close()]);
    store = await openEmbedded({ folder });
    expect((await store.list(place, span)).rows).toHaveLength(3);
  });

  test('after closing are refused', async () => {
    await store.close();
    await expect(store.insert(place, 'x|1', body('late'))).rejects.toThrow(/closed/);
    await expect(store.get(place, 'x|1')).rejects.toThrow();
    await expect(store.ping()).rejects.toThrow();
    await store.close();
  });
});

describe('one process at a time', () => {
  const holder = `
    import { openEmbedded } from ${JSON.stringify(join(import.meta.dirname, '../../bot/store/embedded.ts'))};
    try {
      const store = await openEmbedded({ folder: process.argv[1] });
      await store.insert({ container: 'jobs', partition: 'p' }, 'x|held', { v: 1, body: 'kept', indexed: false });
      process.stdout.write('open');
      setInterval(() => {}, 1000);
    } catch (error) {
      process.stdout.write(error.name + ': ' + error.message);
    }
  `;
  const start = () => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', holder, folder]);
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk) => (said.out += chunk));
    child.stderr.on('data', (chunk) => (said.err += chunk));
    return { child, said };
  };

  test('may use a folder: another is refused with a message that names it', async () => {
    const { child, said } = start();
    await once(child, 'close');
    expect(said.out).toMatch(/^FolderInUse: /);
    expect(said.out).toContain(folder);
    expect(said.err).toBe('');
  });

  test('may use it once: a second opening in the same process is refused too', async () => {
    await expect(openEmbedded({ folder })).rejects.toThrow(FolderInUse);
    await store.upsert(place, 'x|1', body('the first still works'));
  });

  test('may take it over after a kill -9, with every acknowledged write and no warning on the way', async () => {
    await store.close();
    const { child, said } = start();
    try {
      await once(child.stdout, 'data');
      expect(said.out).toBe('open');
      await expect(openEmbedded({ folder })).rejects.toThrow(FolderInUse);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    expect(said.err).toBe('');
    store = await openEmbedded({ folder });
    expect((await store.get({ container: 'jobs', partition: 'p' }, 'x|held'))?.body).toBe('kept');
  });

  test('only its owner may read the folder', () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});

describe('a full disk', () => {
  test('rejects what can’t be kept, keeps what was acknowledged, and works again when there is room', async () => {
    await store.close();
    const script = join(import.meta.dirname, '../fixtures/full-disk.ts');
    const happened: FullDisk = JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' }));
    expect(happened.failures).toEqual(['Error', 'Error']); // an outage: neither AlreadyExists nor VersionConflict
    expect(happened.acknowledged.length).toBeGreaterThan(4);
    expect(happened.readable).toEqual(happened.acknowledged);
    store = await openEmbedded({ folder });
    expect((await store.list(place, span)).rows.map(({ id }) => id)).toEqual([
      ...happened.acknowledged,
      happened.afterwards,
    ]);
  });
});

describe('a clock that jumps back', () => {
  test('hides no change from who asks since the last stamp, not even over a restart', async () => {
    const since = async (stamp: number) =>
      (await store.changedSince(place, { ...span, stamp })).rows.map(({ id }) => id);
    await store.insert(place, 'x|1', body('before', true));
    const { stamp } = await store.changedSince(place, { ...span, stamp: 0 });
    const now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now - 3_600_000);
    await store.insert(place, 'x|2', body('after', true));
    expect(await since(stamp)).toContain('x|2');
    await store.close();
    store = await openEmbedded({ folder });
    await store.remove(place, 'x|1', { tombstone: true });
    expect(await since(stamp)).toEqual(['x|1', 'x|2']);
  });
});

describe('after a scrub', () => {
  test('nothing of what was removed or overwritten is in any file, and the log is empty', async () => {
    const marked = (n: number, fate: string) => `${fate}-${String(n).padStart(4, '0')}-${'m'.repeat((n * 37) % 900)}`;
    const count = 600;
    const numbers = Array.from({ length: count }, (_, n) => n);
    await Promise.all(numbers.map((n) => store.insert(place, `x|${n}`, body(marked(n, 'FIRST'), n % 3 === 0))));
    await store.insert(place, 'x|big', body(`BIGGONE${'y'.repeat(1_000_000)}BIGGONE`));
    await store.scrub(); // into the file itself, not only the log
    expect(everyByte()).toContain('FIRST-0007');
    expect(everyByte()).toContain('BIGGONE');
    for (const n of numbers) {
      if (n % 2 === 0) await store.remove(place, `x|${n}`, { tombstone: n % 3 === 0 });
      else await store.upsert(place, `x|${n}`, body(marked(count - n, 'SECOND')));
    }
    await store.remove(place, 'x|big', { tombstone: false });
    await store.scrub();
    const bytes = everyByte();
    expect(bytes).not.toContain('FIRST-');
    expect(bytes).not.toContain('BIGGONE');
    expect(bytes).toContain('SECOND-');
    expect(statSync(join(folder, 'store.db-wal')).size).toBe(0);
    expect((await store.list(place, span)).rows).toHaveLength(count / 2);
  });

  test('the order in which documents were written can’t be read from where they lie', async () => {
    const written = ['7', '3', '9', '1', '5'];
    for (const n of written) await store.insert(place, `x|${n}`, body(`BALLOT-${n}-`));
    await store.scrub();
    const found = [...everyByte().matchAll(/BALLOT-(\d)-/g)].map(([, n]) => n);
    expect([...found].sort()).toEqual([...written].sort());
    expect([[...written].sort(), [...written].sort().reverse()]).toContainEqual(found);
  });
});
