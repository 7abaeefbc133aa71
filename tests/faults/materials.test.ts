/** The server dies again and again while files are sent, items added and removed, texts read and the index written; and the disk fills up: what was acknowledged is there once, nothing half is seen, nothing stays behind. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ActivityId } from '../../bot/core/ids.ts';
import { text } from '../../bot/features/materials/text.ts';
import { openFiles } from '../../bot/files/open.ts';
import { type BankClient, bankClient, type Found, NotDone, type SentFile } from '../fakes/bank-client.ts';
import { type BlobServer, startBlobServer } from '../fakes/blob-server.ts';
import { eventually } from '../fakes/eventually.ts';
import { somebody } from '../fakes/people-of-teams.ts';
import { type ServerWorld, STORES, type StoreName, startServerWorld } from '../fakes/server-world.ts';
import { madePdf } from '../fixtures/hostile-files.ts';

const TIME = 600_000;
const MB = 1024 * 1024;
/** After a kill another process leaves the jobs of a dead one alone for 37 s + 30 s where several may run; see `lease.ts`. */
const LEASE = 90_000;

/** Kills of each test; where the store is a service and every start is slower, fewer of the same. */
const KILLS: Record<StoreName, { readonly files: number; readonly items: number; readonly removals: number }> = {
  embedded: { files: 3, items: 12, removals: 10 },
  cosmos: { files: 1, items: 2, removals: 1 },
};

let world: ServerWorld;
let bank: BankClient;
let blobs: BlobServer | undefined;
let kills = 0;

async function begin(on: StoreName): Promise<void> {
  blobs = on === 'cosmos' ? await startBlobServer() : undefined;
  world = await startServerWorld(on, 2, blobs ? { BLOB_ENDPOINT: blobs.endpoint, BLOB_KEY: blobs.key } : {});
  bank = bankClient((method, path, body) => world.api(somebody(0), method, path, body));
  kills = 0;
  await world.stop(); // once in good order, so that its compiled code is kept for the many starts
  await world.start();
}
afterEach(async () => {
  await world?.close();
  await blobs?.close();
});

async function killed(): Promise<void> {
  await world.kill();
  kills++;
  await world.start();
}

/** Kills while `act` is on its way: after so many milliseconds at most. Resolves to what it was answered, undefined when it was cut off. */
async function killedDuring<T>(act: () => Promise<T>, most: number): Promise<T | undefined> {
  const answered = act().catch((error: unknown) => {
    if (error instanceof NotDone) throw error;
    return undefined; // the connection broke
  });
  await after(Math.random() * most);
  const [result] = await Promise.all([answered, killed()]);
  return result;
}

/** A sound of so many bytes, another for each number: the same each time. */
function sound(n: number, size: number): SentFile {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 65_536)
    bytes.fill(createHash('sha256').update(`${n}/${at}`).digest(), at, Math.min(size, at + 65_536));
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(size - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  return { name: `tallenne-${n}.wav`, bytes, changedAt: n };
}
const note = (n: number, words: string): SentFile => ({
  ...{ name: `muistio-${n}.txt`, bytes: Buffer.from(`Muistio ${n}. ${words}\n`), changedAt: n },
});

/** The item's first file as a person gets it. */
async function downloaded(item: string): Promise<Buffer> {
  const { files } = await bank.view(item);
  const answer = await world.fetch(await bank.addressOf({ id: item }, files[0]?.id ?? ''));
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const titles = ({ materials }: Found): string[] => inOrder(materials.map(({ title }) => title));
const inOrder = (all: readonly string[]): string[] => [...all].sort();
/** What the list shows once the index has followed. */
const listed = (): Promise<Found> => found('');
const found = (words: string): Promise<Found> =>
  eventually(async () => {
    const now = await bank.find(words);
    return !now.isBehind && now;
  });

const folderNames = (): string[] => {
  const files = join(world.folder, 'files');
  return existsSync(files) ? (readdirSync(files, { recursive: true }) as string[]) : [];
};
/** Files and blocks that are kept, with the texts of files; by the folder's names or what the service lists. */
async function keptFiles(): Promise<string[]> {
  if (!blobs) return folderNames().filter((name) => /\.(file|blocks|new)/.test(name));
  const files = await openFiles({ type: 'blob', endpoint: blobs.endpoint, key: blobs.key });
  const { store, network } = await world.openStore();
  await store.close();
  return (await files.list(network)).files.map(({ id }) => id);
}

describe.each(STORES)('on the %s store', (on) => {
  beforeEach(() => begin(on), TIME);

  test(
    'a file that is sent while the server is killed at every other block arrives as it was, and no block that was acknowledged is sent twice',
    async () => {
      let cutOff = 0;
      for (let n = 0; n < KILLS[on].files; n++) {
        const file = sound(n, 7 * 4 * MB + 1000 * n + 1);
        const acknowledged = new Set<number>();
        for (;;) {
          const begun = await bank.begin(file);
          expect(begun.blocks).toBe(8);
          expect([...acknowledged].filter((index) => !begun.received.includes(index))).toEqual([]);
          expect((await listed()).total).toBe(n);
          expect(folderNames().filter((name) => name.endsWith('.new'))).toEqual([]);
          const left = Array.from({ length: begun.blocks }, (_, index) => index).filter(
            (index) => !begun.received.includes(index),
          );
          const [first, second] = left;
          if (first === undefined) break;
          await bank.sendBlock(file, begun, first);
          acknowledged.add(first);
          if (second === undefined) continue;
          const answer = await killedDuring(() => bank.sendBlock(file, begun, second), 30);
          if (answer) acknowledged.add(second);
          else cutOff++;
        }
        let upload: ActivityId | undefined;
        for (let tries = 0; !upload && tries < 3; tries++) {
          const begun = await bank.begin(file);
          if (await killedDuring(() => bank.finish(begun.upload), 40)) upload = begun.upload;
          else cutOff++;
        }
        upload ??= await bank.sent(file);
        expect((await listed()).total).toBe(n);
        const item = await bank.add({ type: 'recording', title: `Tallenne ${n}`, files: [{ upload }] });
        expect((await downloaded(item.id)).equals(file.bytes)).toBe(true);
      }
      expect(titles(await listed())).toEqual(Array.from({ length: KILLS[on].files }, (_, n) => `Tallenne ${n}`));
      expect(await keptFiles()).toHaveLength(KILLS[on].files);
      expect(cutOff).toBeGreaterThan(0); // else no kill hit anything on its way
      process.stdout.write(`${on}, sending: ${kills} kills, ${cutOff} requests cut off\n`);
    },
    TIME,
  );

  test(
    'an item is there once, with its file, and its text is found, wherever the server is killed around adding it',
    async () => {
      const all = Array.from({ length: KILLS[on].items }, (_, n) => n);
      let cutOff = 0;
      for (const n of all) {
        const file = note(n, 'Kuljettajat jakavat kausikorttiesitteitä.');
        await bank.sent(file);
        if (n % 2 === 0) await killed(); // between the file and its item
        const begun = await bank.begin(file);
        expect(begun.isWhole).toBe(true);
        const requestId = crypto.randomUUID();
        const add = () => bank.add({ title: `Muistio ${n}`, files: [{ upload: begun.upload }] }, requestId);
        if (n % 4 === 3) {
          await add(); // killed right after it was acknowledged
          await killed();
        } else if (!(await killedDuring(add, 25))) cutOff++;
        const item = await add(); // once more, as the tab does that got no answer
        expect(await downloaded(item.id)).toEqual(file.bytes);
      }
      const expected = inOrder(all.map((n) => `Muistio ${n}`));
      expect(titles(await listed())).toEqual(expected);
      await eventually(async () => (await bank.find('kausikorttiesite')).total === all.length, LEASE);
      const now = await found('kausikorttiesite');
      expect(titles(now)).toEqual(expected);
      for (const { id } of now.materials) expect((await bank.view(id)).files).toMatchObject([{ text: 'ready' }]);
      expect(await keptFiles()).toHaveLength(all.length * 2); // each with its text
      process.stdout.write(`${on}, adding: ${kills} kills, ${cutOff} requests cut off\n`);
    },
    TIME,
  );

  test(
    'of items that are removed while the server is killed nothing is left: no line, no hit, no file',
    async () => {
      const items: string[] = [];
      for (let n = 0; n < KILLS[on].removals; n++) {
        const [first, second] = [note(n, 'Lippuhinnoista sovittiin.'), sound(n, 60_000)];
        const files = [{ upload: await bank.sent(first) }, { upload: await bank.sent(second) }];
        items.push((await bank.add({ title: `Muistio ${n}`, files })).id);
      }
      await eventually(async () => (await bank.find('lippuhinta')).total === items.length, LEASE);
      let cutOff = 0;
      for (const id of items) {
        const isAnswered = await killedDuring(() => bank.remove(id), 15);
        if (isAnswered) continue;
        cutOff++;
        await bank.remove(id).catch((error: unknown) => {
          // it was gone already: only the answer was cut off
          expect(error instanceof NotDone ? error.detail : error).toBe(text.unknownMaterial.fi);
        });
      }
      expect([(await listed()).total, (await found('lippuhinta')).total]).toEqual([0, 0]);
      await eventually(async () => (await keptFiles()).length === 0, LEASE);
      process.stdout.write(`${on}, removing: ${kills} kills, ${cutOff} requests cut off\n`);
    },
    TIME,
  );
});

describe('on a machine of its own', () => {
  beforeEach(() => begin('embedded'), TIME);

  /** Processes that read a file, whosever they are now: the one that waited for them may be gone. */
  const readers = (): { readonly parent: number; readonly pid: string }[] =>
    execFileSync('ps', ['-A', '-o', 'ppid=,pid=,args='], { encoding: 'utf8', maxBuffer: 64 * MB })
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , ...args]) => args.some((one) => one.includes('extract-process')))
      .map(([ppid = '', pid = '']) => ({ parent: Number(ppid), pid }));
  const readersNow = (): string[] =>
    readers()
      .filter(({ parent }) => parent === world.pid())
      .map(({ pid }) => pid);

  test(
    'a text that is being read when the server is killed is read by the next one, and nothing goes on reading or stays behind',
    async () => {
      const pdf: SentFile = {
        name: 'raportti.pdf',
        bytes: madePdf(1500, (page) => `Sivu ${page}: ${page === 1400 ? 'Kutsuliikenteen tilauskeskus' : 'Reitit'}`),
      };
      const { id } = await bank.add({ title: 'Raportti', files: [{ upload: await bank.sent(pdf) }] });
      for (let n = 0; n < 4; n++) {
        const reading = await eventually(() => {
          const now = readersNow();
          return now.length > 0 && now;
        });
        await after(Math.random() * 400); // anywhere in the reading
        await killed();
        await eventually(() => !readers().some(({ pid }) => reading.includes(pid)));
        expect((await bank.view(id)).files).toMatchObject([{ text: 'waiting' }]);
      }
      await eventually(async () => (await bank.find('tilauskeskuksen')).total === 1, LEASE);
      const { materials } = await found('tilauskeskuksen');
      expect(materials).toMatchObject([{ id, where: { file: 'raportti.pdf', page: 1400 } }]);
      expect(readersNow()).toEqual([]);
      expect(readdirSync(join(world.folder, 'reading'))).toEqual([]);
      expect(folderNames().filter((name) => name.endsWith('.file'))).toHaveLength(2);
    },
    TIME,
  );

  test(
    'the index that is being written when the server is killed has everything once afterwards',
    async () => {
      // Enough words that writing them takes a while.
      const words = (n: number): string =>
        Array.from({ length: 40_000 }, (_, at) => `sana${((n * 40_000 + at) * 7_919) % 99_991}`).join(' ');
      const all = Array.from({ length: 6 }, (_, n) => n);
      for (const n of all) {
        const upload = await bank.sent(note(n, `Joukkoliikenneselvitys. ${words(n)}`));
        await bank.add({ title: `Selvitys ${n}`, files: [{ upload }] });
      }
      const isRead = async (id: string) => (await bank.view(id)).files[0]?.text === 'ready';
      for (const { id } of (await listed()).materials) await eventually(() => isRead(id), LEASE);
      let behind = 0;
      for (let n = 0; n < 12; n++) {
        // the first lives build it all anew, the later ones go on
        if (n % 3 === 0) {
          await world.stop();
          for (const name of readdirSync(join(world.folder, 'search')))
            if (n > 0 && name.endsWith('.db')) truncateSync(join(world.folder, 'search', name), 20_000);
          await world.start();
        }
        const answer = await killedDuring(() => bank.find('joukkoliikenneselvitykset'), 600);
        if (!answer || answer.isBehind || answer.total < all.length) behind++;
      }
      const { materials, total } = await eventually(async () => {
        const now = await bank.find('joukkoliikenneselvitykset');
        return !now.isBehind && now;
      }, 60_000);
      expect(total).toBe(all.length);
      expect(inOrder(materials.map(({ title }) => title))).toEqual(all.map((n) => `Selvitys ${n}`));
      expect((await found('')).total).toBe(all.length);
      expect(behind).toBeGreaterThan(0); // else no kill came before the index was whole
      process.stdout.write(`indexing: ${kills} kills, ${behind} before the index was whole\n`);
    },
    TIME,
  );

  test(
    'on a full disk people are told so, what was kept stays, and there the file goes on when there is room',
    async () => {
      const earlier = sound(1, 3 * MB);
      const before = await bank.add({ title: 'Ennen', files: [{ upload: await bank.sent(earlier) }] });
      const large = sound(2, 3 * 4 * MB + 17);
      const begun = await bank.begin(large);
      await bank.sendBlock(large, begun, 0);
      // The operating system's own limit stands for the full disk: writing past it fails as on a full one. The store's own files stay under it.
      const limitFiles = (bytes: number | 'unlimited') =>
        execFileSync('prlimit', ['--pid', String(world.pid()), `--fsize=${bytes}:`]);
      const told = (act: Promise<unknown>): Promise<string> =>
        act.then(
          () => 'done',
          (error: unknown) => (error instanceof NotDone ? error.detail : String(error)),
        );
      const block = 4 * MB;
      limitFiles(block - 1);
      expect(await told(bank.sendBlock(large, begun, 1))).toBe(text.noRoom.fi);
      expect(await told(bank.sendBlock(large, begun, 0))).toBe(text.noRoom.fi); // the same again, over what is kept
      expect(await told(bank.sendBlock(large, begun, 3))).toBe('done'); // the last is small
      expect((await bank.begin(large)).received).toEqual([0, 3]);
      expect(await downloaded(before.id)).toEqual(earlier.bytes);
      expect((await listed()).total).toBe(1);
      limitFiles('unlimited');
      for (const index of [1, 2]) await bank.sendBlock(large, begun, index);
      limitFiles(2 * block);
      expect(await told(bank.finish(begun.upload))).toBe(text.noRoom.fi);
      expect((await bank.begin(large)).received).toEqual([0, 1, 2, 3]);
      expect(folderNames().filter((name) => name.endsWith('.new'))).toEqual([]);
      limitFiles('unlimited');
      await bank.finish(begun.upload);
      const item = await bank.add({ title: 'Jälkeen', files: [{ upload: begun.upload }] });
      expect((await downloaded(item.id)).equals(large.bytes)).toBe(true);
    },
    TIME,
  );
});
