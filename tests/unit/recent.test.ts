/** What a process read a moment ago: one reading for all who ask, own writes in it at once, and not older than it may be. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { keptIn, noteWritten, type Recent, recently, unread } from '../../bot/core/recent.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';

let clock: FakeClock;
let recent: Recent<number>;
let stored: Map<string, number>;
let readings: number;
beforeEach(() => {
  clock = fakeClock();
  recent = unread((of, than) => of < than);
  stored = new Map([['a', 1]]);
  readings = 0;
});

const read = async () => {
  readings++;
  return [...stored];
};
const now = async () => Object.fromEntries(await recently(recent, clock, read));

describe('a reading', () => {
  test('serves all who ask while it is under way, and for a second after', async () => {
    expect(await Promise.all([now(), now(), now()])).toEqual([{ a: 1 }, { a: 1 }, { a: 1 }]);
    stored.set('b', 2);
    clock.jump(999);
    expect(await now()).toEqual({ a: 1 });
    expect(readings).toBe(1);
    clock.jump(1);
    expect(await now()).toEqual({ a: 1, b: 2 });
    expect(readings).toBe(2);
  });

  test('is made anew when the clock was set back', async () => {
    await now();
    clock.jump(-3_600_000);
    await now();
    expect(readings).toBe(2);
  });

  test.each([
    [200, 4000],
    [5000, 15_000],
  ])('that takes %i ms serves for %i ms', async (takes, serves) => {
    await recently(recent, clock, async () => {
      clock.jump(takes);
      return stored;
    });
    clock.jump(serves - takes - 1); // its age counts from when it began
    await now();
    expect(readings).toBe(0);
    clock.jump(1);
    await now();
    expect(readings).toBe(1);
  });

  test('that fails fails for those who wait for it, and the next one reads', async () => {
    const fails = () => recently(recent, clock, () => Promise.reject(new Error('away')));
    await expect(fails()).rejects.toThrow('away');
    expect(await now()).toEqual({ a: 1 });
  });

  test('tells in the same moment that another has taken the place of what was there', async () => {
    let seen: unknown;
    await recently(recent, clock, read, () => {
      seen = Object.fromEntries(recent.found);
    });
    expect(seen).toEqual({ a: 1 });
  });
});

describe('an own write', () => {
  test('is in it at once, and so is that something was removed', async () => {
    await now();
    noteWritten(recent, 'b', 2);
    noteWritten(recent, 'a', undefined);
    expect(await now()).toEqual({ b: 2 });
    expect(readings).toBe(1);
  });

  test('made while a reading is under way is in what it finds', async () => {
    stored.set('c', 3);
    const reading = now();
    noteWritten(recent, 'b', 2);
    noteWritten(recent, 'c', undefined);
    expect(await reading).toEqual({ a: 1, b: 2 });
    clock.jump(1000);
    expect(await now()).toEqual({ a: 1, c: 3 }); // as it is stored: what was written during the last reading is forgotten
  });

  test('gives way to a newer one whose answer came first', async () => {
    await now();
    noteWritten(recent, 'a', 3);
    noteWritten(recent, 'a', 2);
    expect(await now()).toEqual({ a: 3 });
  });
});

test('of more than may be kept the one that was not asked for longest goes', () => {
  const all = new Map<string, string>();
  for (const key of ['a', 'b', 'a', 'c']) keptIn(all, key, 2, () => `${key} anew`);
  expect([...all.keys()]).toEqual(['a', 'c']);
  expect(keptIn(all, 'a', 2, () => 'other')).toBe('a anew');
});
