/** Durable jobs: each is done once, skipped because it came too late, tried again, or kept as failed. */
import { between, type Clock, type Instant, plus, SECOND } from '../core/clock.ts';
import type { JobHandler } from '../core/feature.ts';
import type { NetworkId, NewId } from '../core/ids.ts';
import { listAll } from '../core/list-all.ts';
import { AlreadyExists, type Jobs, type Log, type Store, type Stored, VersionConflict } from '../core/ports.ts';
import { type Scope, shardScope } from '../core/scope.ts';
import type { Work } from '../core/turn.ts';
import {
  backoff,
  type FailedJob,
  failedJobs,
  jobDocuments,
  jobId,
  MOST_ATTEMPTS,
  type StoredJob,
  shardOf,
} from './job.ts';
import { createLease, type Lease } from './lease.ts';
import { systemTimers, type Timers } from './timers.ts';

/** The holder looks for due jobs this often; what it schedules itself wakes it at the exact time. */
const POLL = 5 * SECOND;
const NEXT_SHARD = SECOND / 2;
/** Ordinary handlers that run at the same time; kinds with their own `atOnce` are counted apart. */
const AT_ONCE = 8;
/** What is running gets this long when the process stops. */
const STOP_WITHIN = 10 * SECOND;
/** The wall clock moved this much against the steady one: worth a line in the log. */
const JUMP = 30 * SECOND;
/** Of a vital job that goes on failing: so many attempts are left to it, so that one killed process does not end it. */
const CRASHES_LEFT = 3;

export interface JobsEngine extends Jobs {
  /** Begins to work. `work` is the gate's; a job of a network that is gone is dropped. */
  start(handlers: readonly EngineHandler[], work: (network: NetworkId) => Promise<Work | undefined>): void;
  /** Lets what runs finish (at most 10 s) and gives the leases back. */
  stop(): Promise<void>;
  /** Looks for due jobs now and waits until all that could be begun have ended. Resolves to how many were begun. */
  runDue(): Promise<number>;
  /** True while this process, and no other, works for the network. */
  holds(network: NetworkId): boolean;
  /** Jobs that were given up, of all networks. */
  failed(): Promise<readonly FailedJob[]>;
  /** Tries a failed one once more, now. False when there is none. */
  again(failed: FailedJob): Promise<boolean>;
}

export interface EngineHandler extends Omit<JobHandler, 'run'> {
  /** `isLast`: if this attempt fails too, the job is given up. */
  run(job: { readonly key: string; readonly due: Instant; readonly isLast: boolean }, work: Work): Promise<void>;
}

/** Thrown by a handler that can't finish now through no fault of its own: the attempt does not count. */
export class PutOff extends Error {
  override name = 'PutOff';
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    super(`put off by ${milliseconds} ms`);
    this.milliseconds = milliseconds;
  }
}

export interface JobsOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: NewId;
  /** How many leases the networks are spread over; raise it when one process can't keep up. Default 1. */
  readonly shards?: number;
  /** True for a store that one process at a time can open: then nothing waits for the lease of a dead one. */
  readonly isAlone?: boolean;
  readonly timers?: Timers;
  /** 0 … 1, for jitter. */
  readonly chance?: () => number;
}

interface Shard {
  readonly number: number;
  readonly scope: Scope;
  readonly lease: Lease;
}

export function createJobs(options: JobsOptions): JobsEngine {
  const { store, clock, log, newId, shards: count = 1, isAlone = false } = options;
  const { timers = systemTimers, chance = Math.random } = options;
  const owner = newId();
  const shards: Shard[] = Array.from({ length: count }, (_, shard) => ({
    number: shard,
    scope: shardScope(shard),
    lease: createLease({ store, shard, owner, clock, timers, isAlone }),
  }));
  const handlers = new Map<string, EngineHandler>();
  let workOf: (network: NetworkId) => Promise<Work | undefined> = async () => undefined;
  let isRunning = false;
  const running = new Map<string, Promise<void>>();
  const lanes = new Map<string, number>();
  /** Ended here, but the store was out when that was to be written: written later, never run again. */
  const unwritten = new Map<string, () => Promise<void>>();
  let begun = 0;
  let lacksRoom = false;
  let isStoreOut = false;
  let looking: Promise<void> | undefined;
  let looksAgain = false;
  let cancelPoll: (() => void) | undefined;
  let wake: { at: Instant; cancel: () => void } | undefined;
  let pulse = { wall: clock.now(), steady: timers.elapsed() };

  const shardFor = (network: NetworkId): Shard => {
    const found = shards[shardOf(network, count)];
    if (!found) throw new RangeError('at least one shard is needed');
    return found;
  };
  const laneOf = (of: string): string => (handlers.get(of)?.atOnce === undefined ? '' : of);
  const hasRoom = (lane: string): boolean => (lanes.get(lane) ?? 0) < (handlers.get(lane)?.atOnce ?? AT_ONCE);

  function wakeAt(at: Instant): void {
    if (!isRunning || (wake && wake.at <= at)) return;
    wake?.cancel();
    const cancel = timers.after(between(clock.now(), at), () => {
      wake = undefined;
      lookSoon();
    });
    wake = { at, cancel };
  }

  /** Begins the job if it is due, nobody is on it and there is room. */
  function consider(shard: Shard, job: Stored<StoredJob>): void {
    if (!isRunning || running.has(job.id) || !shard.lease.isHeld()) return;
    const { due, notBefore, owner: claimedBy } = job.value;
    const startsAt = notBefore !== undefined && notBefore > due ? notBefore : due;
    if (startsAt > clock.now()) {
      wakeAt(startsAt);
      return;
    }
    if (claimedBy !== undefined && claimedBy !== owner && shard.lease.isInGrace()) return;
    const lane = laneOf(job.value.kind);
    if (!hasRoom(lane)) {
      lacksRoom = true;
      return;
    }
    lanes.set(lane, (lanes.get(lane) ?? 0) + 1);
    begun++;
    const run = (unwritten.get(job.id)?.() ?? perform(shard, job))
      .catch((error: unknown) =>
        log.error('job.unwritten', error, { kind: job.value.kind, network: job.value.network }),
      )
      .finally(() => {
        running.delete(job.id);
        lanes.set(lane, (lanes.get(lane) ?? 1) - 1);
        if (lacksRoom && isRunning) lookSoon();
      });
    running.set(job.id, run);
  }

  async function perform(shard: Shard, job: Stored<StoredJob>): Promise<void> {
    const { kind: of, network, key, due, attempts } = job.value;
    const about = { kind: of, network, late: between(due, clock.now()), attempt: attempts + 1 };
    const handler = handlers.get(of);
    if (handler?.latest !== undefined && about.late > handler.latest) {
      log.warn('job.skipped', about);
      return end(shard, job, 'remove');
    }
    if (attempts >= MOST_ATTEMPTS) return giveUp(shard, job, 'Crashed');
    const claimed = await unlessLost(() =>
      store.replace(shard.scope, jobDocuments, job.id, { ...job.value, attempts: attempts + 1, owner }, job.version),
    );
    if (!claimed || !shard.lease.isHeld()) return;
    const started = timers.elapsed();
    try {
      if (!handler) throw new UnknownKind(of);
      const work = await workOf(network);
      if (!work) log.warn('job.dropped', { ...about, because: 'no network' });
      else await handler.run({ key, due, isLast: attempts + 1 >= MOST_ATTEMPTS }, work);
      log.info('job.done', { ...about, ms: Math.round(timers.elapsed() - started) });
      return end(shard, claimed, 'remove');
    } catch (error) {
      if (error instanceof PutOff) {
        return end(shard, claimed, later(job.value, attempts, error.milliseconds));
      }
      const isLast = attempts + 1 >= MOST_ATTEMPTS;
      if (isLast && handler?.isVital === true) {
        const wait = backoff(MOST_ATTEMPTS, chance());
        log.error('job.failed', error, { ...about, wait, alert: true });
        return end(shard, claimed, later(job.value, MOST_ATTEMPTS - CRASHES_LEFT, wait));
      }
      if (isLast) {
        log.error('job.failed', error, { ...about, alert: true });
        return giveUp(shard, claimed, codeOf(error));
      }
      const wait = backoff(attempts + 1, chance());
      log.error('job.retried', error, { ...about, wait });
      return end(shard, claimed, later(job.value, attempts + 1, wait));
    }
  }

  function later({ owner: _, ...value }: StoredJob, attempts: number, wait: number): StoredJob {
    return { ...value, attempts, notBefore: plus(clock.now(), wait) };
  }

  async function giveUp(shard: Shard, job: Stored<StoredJob>, code: string): Promise<void> {
    const { owner: _, ...value } = job.value;
    await store.upsert(shard.scope, failedJobs, job.id, { ...value, code, failedAt: clock.now() });
    return end(shard, job, 'remove');
  }

  /** Writes how a claimed job ended; when the store is out, remembers to write it before anything else is done with the job. */
  async function end(shard: Shard, claimed: Stored<StoredJob>, as: 'remove' | StoredJob): Promise<void> {
    const write = async (): Promise<void> => {
      const kept = await unlessLost(async () => {
        if (as === 'remove') await store.remove(shard.scope, jobDocuments, claimed.id, claimed.version);
        else await store.replace(shard.scope, jobDocuments, claimed.id, as, claimed.version);
        return true;
      });
      unwritten.delete(claimed.id);
      if (!kept) log.warn('job.taken-over', { kind: claimed.value.kind, network: claimed.value.network });
      else if (as !== 'remove' && as.notBefore) wakeAt(as.notBefore);
    };
    unwritten.set(claimed.id, write);
    await write();
  }

  async function look(): Promise<void> {
    watchClock();
    try {
      lacksRoom = false;
      for (const shard of shards) {
        const isTaken = await shard.lease.tend();
        if (isTaken) log.info('lease.taken', { shard: shard.number });
        if (!shard.lease.isHeld()) continue;
        const near = await listAll(store, shard.scope, jobDocuments, { to: plus(clock.now(), POLL + 1) });
        for (const job of near) consider(shard, job);
        if (isTaken && count > 1) {
          timers.after(NEXT_SHARD, lookSoon); // one a round, so that processes that start together share the shards
          break;
        }
      }
      if (isStoreOut) log.info('jobs.store-back');
      isStoreOut = false;
    } catch (error) {
      if (!isStoreOut) log.error('jobs.store-out', error);
      isStoreOut = true;
    }
  }

  function watchClock(): void {
    const now = { wall: clock.now(), steady: timers.elapsed() };
    const jumped = between(pulse.wall, now.wall) - (now.steady - pulse.steady);
    if (Math.abs(jumped) > JUMP) {
      log.warn('clock.jumped', { by: Math.round(jumped) });
      wake?.cancel(); // its delay was reckoned with the old clock
      wake = undefined;
    }
    pulse = now;
  }

  /** One look at a time; a wish that comes meanwhile is fulfilled right after. */
  function lookNow(): Promise<void> {
    if (looking !== undefined) {
      looksAgain = true;
      return looking;
    }
    looking = (async () => {
      do {
        looksAgain = false;
        await look();
      } while (looksAgain && isRunning);
    })().finally(() => {
      looking = undefined;
    });
    return looking;
  }
  function lookSoon(): void {
    if (isRunning) lookNow().catch((error: unknown) => log.error('jobs.look', error));
  }
  function poll(): void {
    if (!isRunning) return;
    cancelPoll = timers.after(POLL, () => {
      lookSoon();
      poll();
    });
  }

  return {
    async schedule(job) {
      const shard = shardFor(job.network);
      const { kind: of, network, key, due } = job;
      try {
        const stored = await store.insert(shard.scope, jobDocuments, jobId(job), {
          kind: of,
          network,
          key,
          due,
          attempts: 0,
        });
        if (due <= plus(clock.now(), POLL)) consider(shard, stored);
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error;
      }
    },
    start(all, work) {
      for (const handler of all) {
        if (handlers.has(handler.kind)) throw new Error(`Two handlers take jobs of kind ${handler.kind}.`);
        handlers.set(handler.kind, handler);
      }
      workOf = work;
      isRunning = true;
      lookSoon();
      poll();
    },
    async stop() {
      isRunning = false;
      cancelPoll?.();
      wake?.cancel();
      wake = undefined;
      const isOver = await within(timers, STOP_WITHIN, Promise.all([looking, ...running.values()]));
      if (!isOver) return log.warn('jobs.cut-off', { running: running.size }); // the lease runs out by itself
      await Promise.all(shards.map((shard) => shard.lease.release()));
    },
    async runDue() {
      const before = begun;
      for (let seen = -1; seen !== begun; ) {
        seen = begun;
        await lookNow();
        await Promise.all(running.values());
      }
      return begun - before;
    },
    holds: (network) => isRunning && shardFor(network).lease.isHeld(),
    async failed() {
      const all = await Promise.all(shards.map((shard) => listAll(store, shard.scope, failedJobs)));
      return all.flat().map((one) => one.value);
    },
    async again({ failedAt: _, code: __, notBefore: ___, ...job }) {
      const { scope } = shardFor(job.network);
      if (!(await store.remove(scope, failedJobs, jobId(job)))) return false;
      await this.schedule({ ...job, due: clock.now() });
      return true;
    },
  };
}

class UnknownKind extends Error {
  override name = 'UnknownKind';
  constructor(of: string) {
    super(`No handler takes jobs of kind ${of}; a newer release may have scheduled it.`);
  }
}

/** Undefined when another has changed or removed the document meanwhile. */
async function unlessLost<T>(write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof VersionConflict) return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return 'Thrown';
}

async function within(timers: Timers, milliseconds: number, done: Promise<unknown>): Promise<boolean> {
  let cancel = (): void => {};
  const late = new Promise<boolean>((resolve) => {
    cancel = timers.after(milliseconds, () => resolve(false));
  });
  const isOver = await Promise.race([done.then(() => true), late]);
  cancel();
  return isOver;
}
