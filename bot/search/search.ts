/** The port `Search`: follows the store's changes into one index a network, and asks the index's thread. */
import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { NetworkId } from '../core/ids.ts';
import type { Log, Search, Searchable, SearchEntry, Store } from '../core/ports.ts';
import { Refusal } from '../core/refusal.ts';
import type { Work } from '../core/turn.ts';
import type { Answers, Message, Order, Reply, Which } from './orders.ts';
import { text } from './text.ts';

/** Rises with the shape of the file: files of another one are built anew. */
const FORMAT = 'k2';

export interface SearchOptions {
  /** Of this instance alone; made when it is first needed. */
  readonly folder: string;
  readonly store: Store;
  readonly searchables: readonly Searchable[];
  readonly log: Log;
  /** How long a query waits for what has changed, in milliseconds. */
  readonly patience?: number;
}

const PATIENCE = 1500;
/** Documents that are read at a time. */
const PAGE = 200;
/** Items that are written at a time: while they are, other networks wait. */
const BATCH = 200;
/** Characters of items that are written at a time, by their rough size. */
const BATCH_SIZE = 200_000;
/** Changes after which the index is put into one piece. */
const LARGE = 1000;
/** Entries that are made at the same time: each may read files. */
const AT_ONCE = 8;
/** Suggestions come with each letter: they follow only what has not been followed for so long. Milliseconds. */
const FRESH_ENOUGH = 1000;

export interface ClosableSearch extends Search {
  /** Ends the thread; later calls are refused. */
  close(): Promise<void>;
}

/** Nothing is opened and no thread is started before the first query. */
export function createSearch(options: SearchOptions): ClosableSearch {
  const { searchables, log, patience = PATIENCE } = options;
  const thread = indexThread(options.folder);
  const followers = new Map<NetworkId, Follower>();
  const followerOf = (work: Work): Follower => {
    const now = followers.get(work.network.id) ?? follower(options, thread.ask, nameOf(work.network.id));
    followers.set(work.network.id, now);
    return now;
  };
  const versionOf = async (work: Work): Promise<string> =>
    [FORMAT, ...(await Promise.all(searchables.map((one) => one.version(work))))].join('|');

  /** Follows, but no longer than anyone waits; true when that was not enough. */
  async function isBehind(of: Follower, work: Work, version: string, freshEnough = 0): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<true>((resolve) => {
      timer = setTimeout(resolve, patience, true);
    });
    const followed = of.follow(work, version, freshEnough).then(
      () => false,
      (error: unknown) => {
        log.error('search.unfollowed', error, { network: work.network.id });
        return true;
      },
    );
    try {
      return await Promise.race([followed, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function asked<T>(work: Work, act: () => Promise<T>): Promise<T> {
    try {
      return await act().catch((error: unknown) => {
        if (!(error instanceof BuiltAnew)) throw error;
        log.warn('search.broken', { network: work.network.id });
        return act();
      });
    } catch (error) {
      if (error instanceof Refusal) throw error;
      log.error('search.failed', error, { network: work.network.id });
      throw new Refusal(text.unavailable);
    }
  }

  return {
    find: (query, work) =>
      asked(work, async () => {
        const version = await versionOf(work);
        const of = followerOf(work);
        const behind = await isBehind(of, work, version);
        const answer = await thread.ask({ type: 'find', of: { name: of.name, version }, query });
        return { ...answer, isBehind: behind };
      }),
    suggest: (typed, work) =>
      asked(work, async () => {
        const version = await versionOf(work);
        const of = followerOf(work);
        await isBehind(of, work, version, FRESH_ENOUGH);
        return thread.ask({ type: 'suggest', of: { name: of.name, version }, asked: typed });
      }),
    async forget(network) {
      const of = followers.get(network);
      await of?.stop();
      followers.delete(network);
      await thread.ask({ type: 'forget', name: nameOf(network) });
    },
    async close() {
      await Promise.all([...followers.values()].map((one) => one.stop()));
      await thread.close();
    },
  };
}

/** No name of a network stands in the folder. */
const nameOf = (network: NetworkId): string => `${createHash('sha256').update(network).digest('hex').slice(0, 32)}.db`;

// ── Following ──────────────────────────────────────────────────────────────────────────────────

type Ask = <O extends Order>(order: O) => Promise<Answers[O['type']]>;

interface Follower {
  readonly name: string;
  /** Resolves when all that was stored before the call is in the index. Who calls together is served together. */
  follow(work: Work, version: string, freshEnough: number): Promise<void>;
  /** Goes no further, and resolves when nothing is under way. */
  stop(): Promise<void>;
}

/** The file had a fault, or is of another version: it is built anew, and what was asked can be asked again. */
class BuiltAnew extends Error {
  override name = 'BuiltAnew';
}

function follower({ store, searchables }: SearchOptions, ask: Ask, name: string): Follower {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let followedAt = Number.NEGATIVE_INFINITY;
  let isStopped = false;
  /** Of each kind, what was last given at its present stamp, which comes again each time: id and version, empty when removed. */
  const known = new Map<string, ReadonlyMap<string, string>>();
  let builtFor = '';
  /** As the latest caller sees it: a theme may be renamed while an index is built. */
  let wanted: readonly [Work, string] | undefined;

  async function run(): Promise<void> {
    const [work, version] = wanted as readonly [Work, string];
    const of: Which = { name, version };
    if (builtFor !== version) known.clear();
    builtFor = version;
    const begun = performance.now();
    const stamps = await ask({ type: 'stamps', of, kinds: searchables.map(({ kind }) => kind.name) });
    for (const [n, searchable] of searchables.entries()) await followKind(of, searchable, stamps[n] ?? 0, work);
    if (!isStopped) followedAt = begun;
  }

  async function followKind(of: Which, searchable: Searchable, first: number, work: Work): Promise<void> {
    const { kind } = searchable;
    let stamp = first;
    let after: string | undefined;
    let hasRemoved = false;
    let written = 0;
    const earlier = stamp === 0 ? new Map<string, string>() : (known.get(kind.name) ?? new Map<string, string>());
    let given = new Map<string, string>();
    do {
      const found = await store.changedSince(work.scope, kind, first, {
        page: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      if (isStopped) return;
      for (const one of found.changed) given.set(one.id, 'removed' in one ? '' : one.version);
      const fresh = found.changed.filter((one) => earlier.get(one.id) !== ('removed' in one ? '' : one.version));
      written += fresh.length;
      hasRemoved ||= fresh.some((one) => 'removed' in one);
      for (let from = 0; from < fresh.length || (from === 0 && found.stamp > stamp); ) {
        const some = fresh.slice(from, from + BATCH);
        const changes = await inTurn(some, AT_ONCE, async (one) => {
          const entry = 'removed' in one ? undefined : await searchable.entry(one.value, work);
          return entry ? { id: one.id, entry } : { id: one.id };
        });
        const batches = bySize(changes);
        from += some.length || 1;
        for (const [n, batch] of batches.entries()) {
          // The stamp moves with the last of a page: what comes before it, comes again after a crash.
          const isLast = from >= fresh.length && n === batches.length - 1;
          const to = isLast ? found.stamp : stamp;
          const isThere = await ask({ type: 'apply', of, batch: { kind: kind.name, changes: batch, from: stamp, to } });
          if (!isThere) throw new BuiltAnew('The index was built anew while it was written.');
          stamp = to;
          if (isStopped) return;
        }
      }
      if (found.stamp > first && given.size > 5000) given = new Map();
      after = found.next;
    } while (after !== undefined);
    known.set(kind.name, given);
    const isLarge = written >= LARGE;
    if (hasRemoved || isLarge) await ask({ type: 'settle', of, isLarge });
  }

  const start = (): Promise<void> => {
    running = run()
      .catch((error: unknown) => {
        if (!(error instanceof BuiltAnew) || isStopped) throw error;
        return run();
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };

  return {
    name,
    follow(work, version, freshEnough) {
      if (isStopped) return Promise.resolve();
      if (version === builtFor && performance.now() - followedAt < freshEnough) return Promise.resolve();
      wanted = [work, version];
      if (!running) return start();
      // What was written since the present run began is seen for sure only by the next one.
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return isStopped ? undefined : start();
        });
      return next;
    },
    async stop() {
      isStopped = true;
      await running?.catch(() => undefined);
    },
  };
}

/** `make` of each, in order, so many at the same time. */
async function inTurn<T, R>(all: readonly T[], atOnce: number, make: (one: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (let from = 0; from < all.length; from += atOnce)
    made.push(...(await Promise.all(all.slice(from, from + atOnce).map(make))));
  return made;
}

type Change = { readonly id: string; readonly entry?: SearchEntry };

/** In groups that are written within a fraction of a second; at least one, which may be empty. */
function bySize(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [[]];
  let size = 0;
  for (const change of changes) {
    const own = sizeOf(change.entry);
    if (size > 0 && size + own > BATCH_SIZE) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(change);
    size += own;
  }
  return groups;
}

const sizeOf = (entry: SearchEntry | undefined): number =>
  entry === undefined
    ? 0
    : [entry.summary, ...entry.body, ...entry.files.flatMap(({ pages }) => pages.map((page) => page.text))].reduce(
        (sum, one) => sum + one.length,
        0,
      );

// ── The thread ─────────────────────────────────────────────────────────────────────────────────

interface IndexThread {
  readonly ask: Ask;
  close(): Promise<void>;
}

/** Started with the first order, and again when it has ended by itself. */
function indexThread(folder: string): IndexThread {
  let worker: Worker | undefined;
  let orders = 0;
  let isClosed = false;
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();

  function start(): Worker {
    const started = new Worker(new URL('./index-worker.ts', import.meta.url), { workerData: { folder } });
    started.unref();
    const failAll = (error: Error): void => {
      if (worker !== started) return;
      worker = undefined;
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
    };
    started.on('message', (reply: Reply) => {
      const one = waiting.get(reply.n);
      waiting.delete(reply.n);
      if (waiting.size === 0) started.unref();
      if ('error' in reply) one?.reject(new (reply.isBroken ? BuiltAnew : Error)(`The index's thread: ${reply.error}`));
      else one?.resolve(reply.answer);
    });
    started.on('error', (error: unknown) => failAll(error as Error));
    started.on('exit', () => failAll(new Error("The index's thread has ended.")));
    return started;
  }

  const ask: Ask = (order) => {
    if (isClosed) return Promise.reject(new Error('The search is closed.'));
    worker ??= start();
    const to = worker;
    return new Promise((resolve, reject) => {
      const n = ++orders;
      waiting.set(n, { resolve: resolve as (answer: unknown) => void, reject });
      to.ref();
      to.postMessage({ n, order } satisfies Message);
    });
  };

  return {
    ask,
    async close() {
      if (isClosed) return;
      if (worker) await ask({ type: 'close' }).catch(() => undefined);
      isClosed = true;
      await worker?.terminate();
    },
  };
}
