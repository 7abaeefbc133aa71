/** The thread of the index: keeps a few networks' files open and does what the main thread asks, one thing after another. */
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { find, suggest } from './find.ts';
import {
  applyBatch,
  gather,
  type IndexFile,
  isBroken,
  isInUse,
  openIndex,
  removeIndex,
  settle,
  stampOf,
} from './index-file.ts';
import type { Answers, Message, Order, Reply, Which } from './orders.ts';

/** Files open at once; each has some megabytes in memory. */
const MOST_OPEN = 4;
/** A file that nobody has opened for so long is thrown away: its network is idle, or gone. Milliseconds. */
const UNUSED = 30 * 86_400_000;

/** Processes that share a folder at most. */
const MOST_PROCESSES = 8;

const { folder } = workerData as { readonly folder: string };
mkdirSync(folder, { recursive: true, mode: 0o700 });
chmodSync(folder, 0o700);
sweep();

/** The one used last stands last. */
const open = new Map<string, { readonly version: string; readonly file: IndexFile }>();

function fileOf({ name, version }: Which): IndexFile {
  const now = open.get(name);
  open.delete(name);
  if (now && now.version !== version) now.file.close();
  const file = now?.version === version ? now.file : openOwn(name, version);
  open.set(name, { version, file });
  for (const [other, { file: old }] of open) {
    if (open.size <= MOST_OPEN) break;
    open.delete(other);
    old.close();
  }
  return file;
}

/** Another process may share the folder: each then has a file of its own. */
function openOwn(name: string, version: string): IndexFile {
  for (let n = 1; ; n++) {
    try {
      return openIndex(join(folder, n === 1 ? name : name.replace('.db', `-${n}.db`)), version);
    } catch (error) {
      if (!isInUse(error) || n === MOST_PROCESSES) throw error;
    }
  }
}

/** The file has been asked for in another version meanwhile: what is still written for this one must not throw it away. */
const isOutdated = ({ name, version }: Which): boolean => (open.get(name)?.version ?? version) !== version;

function letGo(name: string): void {
  const now = open.get(name);
  open.delete(name);
  try {
    now?.file.close();
  } catch {
    // It is thrown away whatever state it is in.
  }
  removeIndex(now?.file.path ?? join(folder, name));
}

function perform(order: Order): Answers[Order['type']] {
  switch (order.type) {
    case 'stamps':
      return order.kinds.map((kind) => stampOf(fileOf(order.of), kind));
    case 'apply':
      return isOutdated(order.of) ? false : applyBatch(fileOf(order.of), order.batch);
    case 'settle':
      if (isOutdated(order.of)) return undefined;
      if (order.isLarge) gather(fileOf(order.of));
      settle(fileOf(order.of));
      return undefined;
    case 'find':
      return find(fileOf(order.of), order.query);
    case 'suggest':
      return suggest(fileOf(order.of), order.asked);
    case 'forget':
      letGo(order.name);
      return undefined;
    case 'close':
      for (const { file } of open.values()) file.close();
      open.clear();
      return undefined;
  }
}

function sweep(): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.db'))) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > UNUSED) removeIndex(path);
  }
  for (const name of readdirSync(folder).filter((one) => /\.db-(?:wal|journal)$/.test(one)))
    if (!readdirSync(folder).includes(name.replace(/-\w+$/, ''))) rmSync(join(folder, name), { force: true });
}

parentPort?.on('message', ({ n, order }: Message) => {
  const reply = (message: Reply): void => parentPort?.postMessage(message);
  try {
    reply({ n, answer: perform(order) });
  } catch (error) {
    // A file with a fault is thrown away at once, so that the next order finds an empty one and it is built anew.
    const broken = 'of' in order && isBroken(error);
    if (broken) letGo(order.of.name);
    reply({ n, error: told(error), isBroken: broken });
  }
  if (order.type === 'close') parentPort?.close();
});

/** SQLite's messages quote nothing that is stored, but a query may be quoted: its code is enough. */
const told = (error: unknown): string => {
  const { errcode, code, name, stack } = error as Record<string, unknown>;
  return errcode === undefined ? String(stack) : `${String(name)} ${String(code)} ${String(errcode)}`;
};
