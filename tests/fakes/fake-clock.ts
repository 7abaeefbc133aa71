/** A clock and timers that stand still until a test moves them. */
import { type Clock, type Instant, toInstant } from '../../bot/core/clock.ts';
import type { Timers } from '../../bot/jobs/timers.ts';

export interface FakeClock extends Clock, Timers {
  /** Lets time pass: timers fire in their order, each after what the one before began has come to rest. */
  advance(milliseconds: number): Promise<void>;
  /** The machine sleeps: time passes for all clocks, and what is due by then fires only after it. */
  sleep(milliseconds: number): Promise<void>;
  /** The wall clock is set; the steady one and the timers don't notice. */
  jump(milliseconds: number): void;
  /** Waits until nothing goes on any more at this moment. */
  rest(): Promise<void>;
  /** Something that may be going on: a store's requests, for instance. */
  watch(isBusy: () => boolean): void;
}

/** So many turns of the event loop without work are rest. */
const QUIET_TURNS = 6;

export function fakeClock(start = '2026-03-02T10:00:00.000Z'): FakeClock {
  let elapsed = 0;
  let wall = Date.parse(start);
  let order = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  const watched: (() => boolean)[] = [];

  async function rest(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; ) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = watched.some((isBusy) => isBusy()) ? 0 : quiet + 1;
    }
  }
  const pass = (to: number): void => {
    wall += to - elapsed;
    elapsed = to;
  };

  return {
    now: (): Instant => toInstant(wall),
    elapsed: () => elapsed,
    after(milliseconds, run) {
      const id = order++;
      timers.set(id, { at: elapsed + Math.max(0, milliseconds), run });
      return () => timers.delete(id);
    },
    async advance(milliseconds) {
      const end = elapsed + milliseconds;
      for (;;) {
        await rest();
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([a, x], [b, y]) => x.at - y.at || a - b);
        if (!next) break;
        const [id, { at, run }] = next;
        timers.delete(id);
        pass(Math.max(at, elapsed));
        run();
      }
      pass(end);
      await rest();
    },
    async sleep(milliseconds) {
      pass(elapsed + milliseconds);
      await this.advance(0);
    },
    jump(milliseconds) {
      wall += milliseconds;
    },
    rest,
    watch(isBusy) {
      watched.push(isBusy);
    },
  };
}
