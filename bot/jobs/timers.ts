/** Waiting, behind a port, so that tests decide how time passes. */

export interface Timers {
  /** Milliseconds on a clock that only runs forward, unlike the wall's: leases and rate limits are measured with it. */
  elapsed(): number;
  /** Runs once after so many milliseconds; the function that comes back cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** Longest delay that setTimeout takes. */
const LONGEST = 2 ** 31 - 1;

export const systemTimers: Timers = {
  elapsed: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, Math.min(Math.max(0, milliseconds), LONGEST));
    return () => clearTimeout(timer);
  },
};
