/** The digest: when it is due, what is new for it, and which of it has gone out; as state in, state out. */
import { z } from 'zod';
import { atWallTime, DAY, dateIn, HOUR, type Instant, instant, plus, plusDays, weekdayOf } from '../../core/clock.ts';
import type { News } from '../../core/feature.ts';
import { type PostId, postId } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';

export const digestSettings = z.object({
  every: z.enum(['never', 'week', 'month']),
  /** ISO, Monday 1. Monthly: the first such day of the month. */
  weekday: z.number().int().min(1).max(7),
  /** Of the network's day, on the hour. */
  hour: z.number().int().min(0).max(23),
});
export type DigestSettings = z.infer<typeof digestSettings>;

/** One that has gone out, or is on its way. */
const issue = z.object({
  /** Of its week or month: there is one each, whatever is changed meanwhile. */
  period: z.string(),
  /** What was added to the bank later than this was new. */
  since: instant,
  at: instant,
  /** Pages of the lines in it. */
  pages: z.array(z.string()),
});
export type Issue = z.infer<typeof issue>;

/** Earlier ones are only told of by their posts, which are not drawn again. */
const MOST_ISSUES = 5;

export const digest = z.object({
  settings: digestSettings,
  /** Rises when the settings change: jobs of earlier ones do nothing. */
  round: z.number().int().positive(),
  /** Nothing earlier is new: a week or month before it was switched on. */
  from: instant.optional(),
  /** Newest last. */
  issues: z.array(issue).max(MOST_ISSUES),
});
export type Digest = z.infer<typeof digest>;

/** Id: `DIGEST_ID`. */
export const digests = kind<Digest>({ name: 'digest', container: 'networks', schema: digest });
export const DIGEST_ID = 'digest';

/** As a network begins: nothing is sent until a coordinator says so. */
export const NO_DIGEST: Digest = { settings: { every: 'never', weekday: 1, hour: 9 }, round: 1, issues: [] };

export function withSettings(of: Digest, settings: DigestSettings, now: Instant): Digest {
  const { every, weekday, hour } = of.settings;
  const isSame = every === settings.every && weekday === settings.weekday && hour === settings.hour;
  if (isSame) return of;
  const isSwitchedOn = every === 'never';
  const from = isSwitchedOn ? plus(now, -FIRST[settings.every]) : of.from;
  return { ...of, settings, round: of.round + 1, ...(from === undefined ? {} : { from }) };
}

// ── When ───────────────────────────────────────────────────────────────────────────────────────

/** The first time after `after` at which one is due; undefined: never. By the wall clock of the zone, over changes of daylight saving time. */
export function nextDue({ every, weekday, hour }: DigestSettings, after: Instant, zone: string): Instant | undefined {
  if (every === 'never') return undefined;
  const today = dateIn(after, zone);
  const time = `${String(hour).padStart(2, '0')}:00`;
  const dates =
    every === 'week'
      ? [onWeekday(today, weekday), plusDays(onWeekday(today, weekday), 7)]
      : [firstOfMonth(today, weekday), firstOfMonth(plusDays(`${today.slice(0, 7)}-28`, 4), weekday)];
  return dates.map((date) => atWallTime(date, time, zone)).find((at) => at > after);
}

/** The first such weekday from this date on. */
const onWeekday = (from: string, weekday: number): string => plusDays(from, (weekday - weekdayOf(from) + 7) % 7);
const firstOfMonth = (date: string, weekday: number): string => onWeekday(`${date.slice(0, 7)}-01`, weekday);

/** `week-2026-11-23` by its Monday, or `month-2026-12`. */
export function periodOf({ every }: Pick<DigestSettings, 'every'>, due: Instant, zone: string): string {
  const date = dateIn(due, zone);
  return every === 'month' ? `month-${date.slice(0, 7)}` : `week-${plusDays(date, 1 - weekdayOf(date))}`;
}

export const postOf = (period: string): PostId => postId.parse(`digest-${period}`);

// ── What ───────────────────────────────────────────────────────────────────────────────────────

/** The index may be a little behind: what came to it late is taken in with the next, and what was told is left out. */
const OVERLAP = HOUR;
const FIRST: Readonly<Record<DigestSettings['every'], number>> = { never: 7 * DAY, week: 7 * DAY, month: 31 * DAY };

/** What was added to the bank later than this is new. */
export function sinceOf({ settings, issues, from }: Digest, now: Instant): Instant {
  const last = issues.at(-1);
  const since = last && plus(last.at, -OVERLAP);
  const earliest = from ?? plus(now, -FIRST[settings.every]);
  return since !== undefined && since > earliest ? since : earliest;
}

/** The lines of the next one: all that is open or ahead, and of the bank what was not told before. Empty when nothing in it is new. */
export function linesOf({ issues }: Digest, news: readonly News[]): readonly News[] {
  const told = new Set(issues.at(-1)?.pages);
  if (news.every(({ page }) => told.has(page))) return [];
  return news.filter(({ section, page }) => section !== 'materials' || !told.has(page));
}

export const issueOf = ({ issues }: Digest, period: string): Issue | undefined =>
  issues.find((one) => one.period === period);

export const withIssue = (of: Digest, made: Issue): Digest =>
  issueOf(of, made.period) ? of : { ...of, issues: [...of.issues, made].slice(-MOST_ISSUES) };
