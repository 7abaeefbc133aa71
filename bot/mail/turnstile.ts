/** Lets letters through to the mail server: a few at once, so many a minute, those that are due before those that can wait. */
import { earliestSend, type Limit, stillCounted } from '../jobs/rate.ts';
import type { Timers } from '../jobs/timers.ts';

export interface Turnstile {
  /** Waits for its turn. What comes back must be called at the end; `false` says that nothing was sent and the turn counts for nobody. */
  enter(isUrgent: boolean): Promise<(isUsed: boolean) => void>;
  /** All who wait, and whoever comes later, are turned away with this. */
  stop(because: () => Error): void;
}

interface Waiting {
  readonly isUrgent: boolean;
  readonly turn: PromiseWithResolvers<(isUsed: boolean) => void>;
}

export function createTurnstile(of: { timers: Timers; limit: Limit; atOnce: number }): Turnstile {
  const { timers, limit, atOnce } = of;
  const waiting: Waiting[] = [];
  let inside = 0;
  let passed: number[] = [];
  let cancel: (() => void) | undefined;
  let closed: (() => Error) | undefined;

  function admit(): void {
    cancel?.();
    cancel = undefined;
    while (inside < atOnce && waiting.length > 0) {
      const now = timers.elapsed();
      passed = stillCounted(passed, [limit], now);
      const next = earliestSend(passed, [limit], now);
      if (next > now) {
        cancel = timers.after(next - now, admit);
        return;
      }
      const urgent = waiting.findIndex(({ isUrgent }) => isUrgent);
      const [first] = waiting.splice(Math.max(urgent, 0), 1);
      first?.turn.resolve(pass(now));
    }
  }

  function pass(at: number): (isUsed: boolean) => void {
    inside++;
    passed.push(at);
    let isOver = false;
    return (isUsed) => {
      if (isOver) return;
      isOver = true;
      inside--;
      const counted = passed.indexOf(at);
      if (!isUsed && counted >= 0) passed.splice(counted, 1);
      admit();
    };
  }

  return {
    enter(isUrgent) {
      if (closed) return Promise.reject(closed());
      const turn = Promise.withResolvers<(isUsed: boolean) => void>();
      waiting.push({ isUrgent, turn });
      admit();
      return turn.promise;
    },
    stop(because) {
      closed = because;
      cancel?.();
      for (const { turn } of waiting.splice(0)) turn.reject(because());
    },
  };
}
