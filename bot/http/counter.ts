/** Counts within the present minute: how routes that anyone can ask keep programs from asking all day. */
import { between, type Clock, MINUTE } from '../core/clock.ts';

/** Requests a minute with one token: more than a person makes, less than a program would like. */
export const MOST_A_TOKEN = 60;
/** Requests a minute with tokens that open nothing, all together. */
export const MOST_FAILED = 30;

/** Counts calls with a key within the present minute; resolves to how many there were with this one. */
export function countUp(clock: Clock): (key: string) => number {
  let since = clock.now();
  const counts = new Map<string, number>();
  return (key) => {
    const now = clock.now();
    if (Math.abs(between(since, now)) >= MINUTE) {
      counts.clear();
      since = now;
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}
