/** How often Teams lets a bot send: limits on sliding windows, as pure functions of the sending times. */
import { HOUR, SECOND } from '../core/clock.ts';

/** At most `count` sends in any `within` milliseconds. */
export interface Limit {
  readonly count: number;
  readonly within: number;
}

/** Of one bot in one conversation, creates and updates together (Microsoft Learn, “Optimize your bot with rate limiting”). */
export const CONVERSATION_LIMITS: readonly Limit[] = [
  { count: 7, within: SECOND },
  { count: 8, within: 2 * SECOND },
  { count: 60, within: 30 * SECOND },
  { count: 1800, within: HOUR },
];

/**
 * Of one app in one tenant, the same source: 30–50 a second. Each shard gets its part, less the requests that may be on
 * their way at the same time without being counted yet.
 */
export function tenantLimits(shards: number, underway: number): readonly Limit[] {
  return [{ count: Math.max(1, Math.floor(30 / shards) - underway), within: SECOND }];
}

/** Requests arrive closer together than they leave; the windows are this much longer, in milliseconds. */
const SLACK = 100;

/** The earliest time, not before `now`, at which one more send keeps every limit. `sent`: times of earlier sends, ascending. */
export function earliestSend(sent: readonly number[], limits: readonly Limit[], now: number): number {
  return limits.reduce((earliest, { count, within }) => {
    const last = sent[sent.length - count];
    return last === undefined ? earliest : Math.max(earliest, last + within + SLACK);
  }, now);
}

/** `sent` without what no limit looks at any more. */
export function stillCounted(sent: readonly number[], limits: readonly Limit[], now: number): number[] {
  const most = Math.max(...limits.map(({ count }) => count));
  const longest = Math.max(...limits.map(({ within }) => within)) + SLACK;
  return sent.slice(-most).filter((at) => at > now - longest);
}
