/** Jobs: done once, at their time, over restarts, lost leases, outages and clocks that jump. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, HOUR, type Instant, MINUTE, plus, SECOND } from '../../bot/core/clock.ts';
import { networkId } from '../../bot/core/ids.ts';
import { shardScope } from '../../bot/core/scope.ts';
import { backoff, jobDocuments, jobId, MOST_ATTEMPTS, shardOf } from '../../bot/jobs/job.ts';
import { type EngineHandler, PutOff } from '../../bot/jobs/jobs.ts';
import { leases } from '../../bot/jobs/lease.ts';
import { type JobWorld, NETWORK, openJobWorld, type Process } from '../fakes/job-world.ts';

let world: JobWorld;
beforeEach(async () => {
  world = await openJobWorld();
});
afterEach(() => world.close());

/** Says what ran, when, and by whom. */
interface Ran {
  key: string;
  at: Instant;
  by: string;
}
const recorder = (ran: Ran[], by = 'one'): EngineHandler => ({
  kind: 'test.note',
  run: async ({ key }) => void ran.push({ key, at: world.clock.now(), by }),
});
const inTime = (milliseconds: number): Instant => plus(world.clock.now(), milliseconds);
const schedule = (process: Process, key: string, due: Instant, kind = 'test.note'): Promise<void> =>
  process.jobs.schedule({ kind, network: NETWORK, key, due });
const jobsLeft = async (): Promise<number> => (await world.store.list(shardScope(0), jobDocuments)).items.length;

describe('a job', () => {
  test('runs at its exact time, once, and is gone then', async () => {
    const ran: Ran[] = [];
    const one = await world.boot({ handlers: [recorder(ran)] });
    const due = inTime(61_234);
    await schedule(one, 'a', due);
    await schedule(one, 'a', due);
    await world.clock.advance(61_233);
    expect(ran).toEqual([]);
    await world.clock.advance(1);
    expect(ran).toEqual([{ key: 'a', at: due, by: 'one' }]);
    await world.clock.advance(HOUR);
    expect(ran).toHaveLength(1);
    expect(await jobsLeft()).toBe(0);
  });

  test('that became due while no process ran is run at the start', async () => {
    const ran: Ran[] = [];
    const one = await world.boot();
    await schedule(one, 'a', inTime(MINUTE));
    await one.stop();
    await world.clock.advance(3 * HOUR);
    await world.boot({ handlers: [recorder(ran)] });
    await world.clock.advance(SECOND);
    expect(ran.map(({ key }) => key)).toEqual(['a']);
  });

  test('whose process stopped in an orderly way is taken over at once', async () => {
    const ran: Ran[] = [];
    const one = await world.boot({ handlers: [recorder(ran, 'one')] });
    const two = await world.boot({ handlers: [recorder(ran, 'two')] });
    await one.stop();
    await schedule(two, 'a', inTime(2 * SECOND));
    await world.clock.advance(10 * SECOND);
    expect(ran.map(({ by }) => by)).toEqual(['two']);
  });

  test('that comes too late for its handler is skipped and logged', async () => {
    const ran: Ran[] = [];
    const one = await world.boot();
    await schedule(one, 'late', inTime(MINUTE));
    await schedule(one, 'in time', inTime(2 * HOUR - MINUTE));
    await one.stop();
    await world.clock.advance(2 * HOUR);
    const two = await world.boot({ handlers: [{ ...recorder(ran), latest: HOUR }] });
    await world.clock.advance(SECOND);
    expect(ran.map(({ key }) => key)).toEqual(['in time']);
    expect(two.log.events).toContainEqual({
      level: 'warn',
      event: 'job.skipped',
      fields: { kind: 'test.note', network: NETWORK, late: 2 * HOUR - MINUTE, attempt: 1 },
    });
    expect(await jobsLeft()).toBe(0);
  });

  test('of a network that is gone is dropped', async () => {
    const ran: Ran[] = [];
    const one = await world.boot({ handlers: [recorder(ran)] });
    const gone = networkId.parse('network-gone');
    await one.jobs.schedule({ kind: 'test.note', network: gone, key: 'a', due: inTime(0) });
    await world.clock.advance(SECOND);
    expect(ran).toEqual([]);
    expect(one.log.names()).toContain('job.dropped');
    expect(await jobsLeft()).toBe(0);
  });

  test('with a key that no id may hold is kept apart from others all the same', async () => {
    const ran: Ran[] = [];
    const one = await world.boot({ handlers: [recorder(ran)] });
    const due = inTime(SECOND);
    for (const key of ['ä/ö?', 'ä/ö#', 'x'.repeat(500), 'ä/ö?']) await schedule(one, key, due);
    await world.clock.advance(SECOND);
    expect(ran.map(({ key }) => key).sort()).toEqual(['x'.repeat(500), 'ä/ö#', 'ä/ö?']);
  });

  test('waits for room when many are due, and every one is run once', async () => {
    const ran: Ran[] = [];
    let atOnce = 0;
    let most = 0;
    const slow: EngineHandler = {
      kind: 'test.note',
      async run({ key }) {
        most = Math.max(most, ++atOnce);
        await new Promise<void>((resolve) => world.clock.after(SECOND, resolve));
        atOnce--;
        ran.push({ key, at: world.clock.now(), by: 'one' });
      },
    };
    const one = await world.boot({ handlers: [slow] });
    const keys = Array.from({ length: 30 }, (_, index) => `job-${index}`);
    for (const key of keys) await schedule(one, key, inTime(0));
    await world.clock.advance(10 * SECOND);
    expect(ran.map(({ key }) => key).sort()).toEqual(keys.sort());
    expect(most).toBe(8);
  });
});

describe('a job that fails', () => {
  test('is tried again after growing waits, and kept as failed at the end, with an alert and no words of the error', async () => {
    const at: Instant[] = [];
    const failing: EngineHandler = {
      kind: 'test.note',
      async run() {
        at.push(world.clock.now());
        throw new TypeError('the name of a person');
      },
    };
    const one = await world.boot({ handlers: [failing] });
    const job = { kind: 'test.note', network: NETWORK, key: 'a', due: inTime(0) };
    await one.jobs.schedule(job);
    await world.clock.advance(2 * HOUR);
    expect(at).toHaveLength(MOST_ATTEMPTS);
    const waits = at.slice(1).map((time, index) => Date.parse(time) - Date.parse(at[index] ?? time));
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1800].map((seconds) => seconds * SECOND));
    const [failed, ...others] = await one.jobs.failed();
    expect(others).toEqual([]);
    expect(failed).toMatchObject({ ...job, code: 'TypeError', attempts: MOST_ATTEMPTS });
    expect(JSON.stringify(failed)).not.toContain('person');
    expect(one.log.events.filter(({ fields }) => fields.alert === true)).toHaveLength(1);
    expect(await jobsLeft()).toBe(0);
  });

  test('and is vital is tried until it succeeds, with an alert', async () => {
    let isBroken = true;
    const ran: Ran[] = [];
    const vital: EngineHandler = {
      kind: 'test.note',
      isVital: true,
      async run(job, work) {
        if (isBroken) throw new Error('the key box is out');
        return recorder(ran).run(job, work);
      },
    };
    const one = await world.boot({ handlers: [vital] });
    await schedule(one, 'a', inTime(0));
    await world.clock.advance(4 * HOUR);
    expect(await one.jobs.failed()).toEqual([]);
    expect(one.log.events.some(({ fields }) => fields.alert === true)).toBe(true);
    isBroken = false;
    await world.clock.advance(HOUR);
    expect(ran).toHaveLength(1);
    expect(await jobsLeft()).toBe(0);
  });

  test('and was given up runs anew when someone asks for it', async () => {
    let isBroken = true;
    const ran: Ran[] = [];
    const mended: EngineHandler = {
      kind: 'test.note',
      async run(job, work) {
        if (isBroken) throw new Error('broken');
        return recorder(ran).run(job, work);
      },
    };
    const one = await world.boot({ handlers: [mended] });
    await schedule(one, 'a', inTime(0));
    await world.clock.advance(2 * HOUR);
    isBroken = false;
    const [failed] = await one.jobs.failed();
    if (!failed) throw new Error('it was not kept');
    expect(await one.jobs.again(failed)).toBe(true);
    expect(await one.jobs.again(failed)).toBe(false);
    await world.clock.advance(SECOND);
    expect(ran).toHaveLength(1);
    expect(await one.jobs.failed()).toEqual([]);
  });

  test('goes on from the number of its attempts after a restart', async () => {
    let attempts = 0;
    const failing: EngineHandler = {
      kind: 'test.note',
      async run() {
        attempts++;
        throw new Error('broken');
      },
    };
    const one = await world.boot({ handlers: [failing] });
    await schedule(one, 'a', inTime(0));
    await world.clock.advance(15 * SECOND);
    expect(attempts).toBe(4);
    await one.stop();
    await world.boot({ handlers: [failing] });
    await world.clock.advance(2 * HOUR);
    expect(attempts).toBe(MOST_ATTEMPTS);
  });

  test('whose handler kills the process each time is given up too', async () => {
    let attempts = 0;
    const deadly: EngineHandler = {
      kind: 'test.note',
      run() {
        attempts++;
        return new Promise(() => {});
      },
    };
    let process = await world.boot({ handlers: [deadly], isAlone: true });
    await schedule(process, 'a', inTime(0));
    for (let boots = 0; boots < MOST_ATTEMPTS + 3; boots++) {
      await world.clock.advance(SECOND);
      process.kill();
      process = await world.boot({ handlers: [deadly], isAlone: true });
    }
    expect(attempts).toBe(MOST_ATTEMPTS);
    expect(await process.jobs.failed()).toMatchObject([{ code: 'Crashed' }]);
  });

  test('of a kind that only a newer release knows is kept for it', async () => {
    const ran: Ran[] = [];
    const old = await world.boot();
    await schedule(old, 'a', inTime(0));
    await world.clock.advance(MINUTE);
    await old.stop();
    await world.boot({ handlers: [recorder(ran)] });
    await world.clock.advance(2 * MINUTE);
    expect(ran).toHaveLength(1);
  });

  test('and was only put off keeps its attempts', async () => {
    let puts = 0;
    const shy: EngineHandler = {
      kind: 'test.note',
      async run() {
        if (++puts <= 50) throw new PutOff(MINUTE);
      },
    };
    const one = await world.boot({ handlers: [shy] });
    await schedule(one, 'a', inTime(0));
    await world.clock.advance(50 * MINUTE + SECOND);
    expect(puts).toBe(51);
    expect(await one.jobs.failed()).toEqual([]);
    expect(await jobsLeft()).toBe(0);
  });
});

describe('the lease', () => {
  test('goes to another process some time after its holder died, and no job is run by both', async () => {
    const ran: Ran[] = [];
    const one = await world.boot({ handlers: [recorder(ran, 'one')] });
    const two = await world.boot({ handlers: [recorder(ran, 'two')] });
    for (let minute = 0; minute < 4; minute++) {
      for (let n = 0; n < 10; n++) await schedule(two, `${minute}-${n}`, inTime(n * 5 * SECOND));
      if (minute === 1) one.kill();
      await world.clock.advance(MINUTE);
    }
    await world.clock.advance(MINUTE);
    expect(ran.map(({ key }) => key).sort()).toEqual(
      [0, 1, 2, 3].flatMap((minute) => Array.from({ length: 10 }, (_, n) => `${minute}-${n}`)),
    );
    expect(new Set(ran.map(({ by }) => by))).toEqual(new Set(['one', 'two']));
  });

  test('never has two holders, also while the store is out for one of them', async () => {
    const one = await world.boot();
    const two = await world.boot();
    const heldBy = (): string[] => [
      ...(one.jobs.holds(NETWORK) ? ['one'] : []),
      ...(two.jobs.holds(NETWORK) ? ['two'] : []),
    ];
    const seen = new Set<string>();
    for (let second = 0; second < 240; second++) {
      one.store.isOut = second > 30 && second < 90;
      two.store.isOut = second > 130 && second < 190;
      await world.clock.advance(SECOND);
      expect(heldBy().length).toBeLessThanOrEqual(1);
      seen.add(heldBy().join());
    }
    expect(seen).toEqual(new Set(['one', 'two', '']));
  });

  test('that is lost midway lets the handler finish, and its word does not count any more', async () => {
    const ran: string[] = [];
    const finish: (() => void)[] = [];
    const slow = (by: string): EngineHandler => ({
      kind: 'test.note',
      async run() {
        ran.push(by);
        if (by === 'one') await new Promise<void>((resolve) => finish.push(resolve));
      },
    });
    const one = await world.boot({ handlers: [slow('one')] });
    await schedule(one, 'a', inTime(0));
    await world.clock.advance(SECOND);
    const two = await world.boot({ handlers: [slow('two')] });
    one.store.isOut = true;
    await world.clock.advance(60 * SECOND);
    expect(two.jobs.holds(NETWORK)).toBe(true);
    expect(ran).toEqual(['one']); // what the other had begun is left alone for a while
    await world.clock.advance(60 * SECOND);
    expect(ran).toEqual(['one', 'two']);
    one.store.isOut = false;
    finish[0]?.();
    await world.clock.advance(MINUTE);
    expect(one.log.names()).toContain('job.taken-over');
    expect(ran).toEqual(['one', 'two']);
    expect(await jobsLeft()).toBe(0);
  });

  test('of a store that only one process can open is taken from the dead at once', async () => {
    const ran: Ran[] = [];
    const one = await world.boot({ isAlone: true });
    await schedule(one, 'a', inTime(SECOND));
    one.kill();
    await world.boot({ handlers: [recorder(ran)], isAlone: true });
    await world.clock.advance(SECOND);
    expect(ran).toHaveLength(1);
  });

  test('is one for each shard, each network always has the same one, and processes share them', async () => {
    const one = await world.boot({ shards: 4 });
    const two = await world.boot({ shards: 4 });
    await world.clock.advance(MINUTE);
    const owners = await Promise.all(
      [0, 1, 2, 3].map(async (shard) => (await world.store.get(shardScope(shard), leases, 'lease'))?.value.owner),
    );
    expect(new Set(owners).size).toBe(2);
    expect(one.jobs.holds(NETWORK)).not.toBe(two.jobs.holds(NETWORK));
    const spread = Array.from({ length: 400 }, (_, index) => shardOf(networkId.parse(`network-${index}`), 4));
    for (const shard of [0, 1, 2, 3]) expect(spread.filter((one) => one === shard).length).toBeGreaterThan(60);
  });
});

describe('an outage of the store', () => {
  test('delays jobs and is logged once, and a job done just before is not run again', async () => {
    const ran: Ran[] = [];
    const one = await world.boot({ handlers: [recorder(ran)] });
    await schedule(one, 'a', inTime(10 * SECOND));
    await schedule(one, 'b', inTime(40 * SECOND));
    one.store.fails = (method) => method === 'remove'; // done, but that can't be written
    await world.clock.advance(12 * SECOND);
    one.store.fails = () => false;
    one.store.isOut = true;
    await world.clock.advance(MINUTE);
    one.store.isOut = false;
    await world.clock.advance(2 * MINUTE);
    expect(ran.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(one.log.names().filter((name) => name.startsWith('jobs.store'))).toEqual([
      'jobs.store-out',
      'jobs.store-back',
    ]);
    expect(await jobsLeft()).toBe(0);
  });
});

describe('a clock that jumps', () => {
  test.each([
    ['an hour back', -HOUR],
    ['an hour ahead', HOUR],
    ['a year back', -365 * DAY],
    ['a year ahead', 365 * DAY],
  ])('%s makes no job run twice or never, and keeps the lease', async (_, jump) => {
    const ran: Ran[] = [];
    const one = await world.boot({ handlers: [recorder(ran, 'one')] });
    const two = await world.boot({ handlers: [recorder(ran, 'two')] });
    await schedule(one, 'before', inTime(10 * SECOND));
    await schedule(one, 'after', inTime(2 * MINUTE));
    await world.clock.advance(MINUTE);
    world.clock.jump(jump);
    await world.clock.advance(10 * SECOND);
    expect(one.jobs.holds(NETWORK)).toBe(true);
    expect(two.jobs.holds(NETWORK)).toBe(false);
    expect(one.log.names()).toContain('clock.jumped');
    world.clock.jump(-jump); // and is set right again
    await world.clock.advance(5 * MINUTE);
    expect(ran.map(({ key, by }) => `${key} by ${by}`)).toEqual(['before by one', 'after by one']);
  });

  test('by the change to summer time runs a job once, at its instant', async () => {
    const ran: Ran[] = [];
    const one = await world.boot({ handlers: [recorder(ran)] });
    const due = '2026-03-29T01:00:00.000Z' as Instant; // 3.00 in Helsinki, which does not exist that night
    await schedule(one, 'a', due);
    world.clock.jump(Date.parse(due) - Date.parse(world.clock.now()) - MINUTE);
    await world.clock.advance(2 * MINUTE);
    expect(ran).toEqual([{ key: 'a', at: due, by: 'one' }]);
  });
});

describe('stopping', () => {
  test('lets what runs finish and begins nothing new', async () => {
    const ran: string[] = [];
    const slow: EngineHandler = {
      kind: 'test.note',
      async run({ key }) {
        await new Promise<void>((resolve) => world.clock.after(8 * SECOND, resolve));
        ran.push(key);
      },
    };
    const one = await world.boot({ handlers: [slow] });
    await schedule(one, 'a', inTime(0));
    await schedule(one, 'b', inTime(2 * SECOND));
    await world.clock.advance(SECOND);
    const stopped = one.stop();
    await world.clock.advance(8 * SECOND);
    await stopped;
    await world.clock.advance(MINUTE);
    expect(ran).toEqual(['a']);
    expect((await world.store.get(shardScope(0), leases, 'lease'))?.value.owner).toBeUndefined();
  });

  test('waits ten seconds at most, and keeps the lease from others while something still runs', async () => {
    const one = await world.boot({ handlers: [{ kind: 'test.note', run: () => new Promise(() => {}) }] });
    await schedule(one, 'a', inTime(0));
    await world.clock.advance(SECOND);
    const stopped = one.stop();
    await world.clock.advance(10 * SECOND);
    await stopped;
    expect(one.log.names()).toContain('jobs.cut-off');
    expect((await world.store.get(shardScope(0), leases, 'lease'))?.value.owner).toBeDefined();
  });
});

test('runDue runs what is due now, also what another process scheduled, and tells how many', async () => {
  const ran: Ran[] = [];
  const one = await world.boot({ handlers: [recorder(ran)] });
  const two = await world.boot();
  await schedule(two, 'a', inTime(0));
  await schedule(two, 'b', inTime(0));
  await schedule(two, 'c', inTime(HOUR));
  expect(await one.jobs.runDue()).toBe(2);
  expect(ran.map(({ key }) => key).sort()).toEqual(['a', 'b']);
  expect(await one.jobs.runDue()).toBe(0);
});

test('the waits grow up to their limit and are never shorter than half', () => {
  expect([1, 2, 3].map((failures) => backoff(failures, 0))).toEqual([1000, 2000, 4000]);
  expect([1, 2, 3].map((failures) => backoff(failures, 1))).toEqual([2000, 4000, 8000]);
  expect(backoff(500, 1)).toBe(30 * MINUTE);
});

test('ids of due jobs sort by time', () => {
  const job = { kind: 'a.b', network: NETWORK, key: 'k' };
  const early = jobId({ ...job, due: '2026-03-01T00:00:00.000Z' as Instant });
  const late = jobId({ ...job, due: '2026-03-01T00:00:00.001Z' as Instant });
  expect(early < late).toBe(true);
  expect(early).toBe('2026-03-01T00:00:00.000Z|network-1|a.b|k');
});
