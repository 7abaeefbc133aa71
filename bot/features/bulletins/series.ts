/** A series of posts prepared beforehand, one a day: which days it has, and when each goes out, as state in, state out. */
import { z } from 'zod';
import { atWallTime, type Instant, instant, plusDays, weekdayOf } from '../../core/clock.ts';
import { type ActivityId, activityId, type PersonKey, personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { fromInputs } from '../../core/when.ts';
import { LONGEST_TITLE } from './bulletin.ts';
import { text } from './text.ts';

export const MOST_DAYS = 31;

/** Its posts are bulletins of their own, one a day, that know it; a day without one is empty. */
export const bulletinSeries = z.object({
  id: activityId,
  title: z.string().max(LONGEST_TITLE),
  firstDay: z.iso.date(),
  days: z.int().min(1).max(MOST_DAYS),
  /** Saturdays and Sundays are passed over, and `days` counts the others. */
  isWeekdaysOnly: z.boolean(),
  /** HH:mm of the network's day. */
  time: z.string(),
  isPublic: z.boolean(),
  by: personKey,
  at: instant,
});
export type BulletinSeries = z.infer<typeof bulletinSeries>;

/** Id: the series' own. */
export const seriesKind = kind<BulletinSeries>({
  name: 'bulletinSeries',
  container: 'activities',
  schema: bulletinSeries,
});

export const seriesDraft = z.object({
  title: z
    .string()
    .max(LONGEST_TITLE * 3)
    .default(''),
  firstDay: z.string().max(40).default(''),
  days: z.string().max(10).default(''),
  isWeekdaysOnly: z.boolean().default(false),
  time: z.string().max(20).default(''),
  isPublic: z.boolean().default(false),
});
export type SeriesDraft = z.infer<typeof seriesDraft>;

type Frame = Pick<BulletinSeries, 'title' | 'firstDay' | 'days' | 'isWeekdaysOnly' | 'time' | 'isPublic'>;

/** Throws a Refusal that names every problem. */
export function readSeries(draft: SeriesDraft, zone: string): Frame {
  const title = draft.title.replace(/\s+/g, ' ').trim();
  const days = Number(draft.days.trim());
  const problems: Problem[] = [];
  if (title === '') problems.push({ field: 'title', row: text.noSeriesTitle });
  if (title.length > LONGEST_TITLE)
    problems.push({ field: 'title', row: text.longTitle, params: { n: LONGEST_TITLE } });
  const hasDay = fromInputs(draft.firstDay.trim(), '12:00', zone) !== undefined;
  if (!hasDay) problems.push({ field: 'firstDay', row: text.badFirstDay });
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) problems.push({ field: 'days', row: text.badDays });
  const time = clockOf(draft.time);
  if (time === undefined) problems.push({ field: 'time', row: text.badClock });
  refuseAny(problems);
  const { isWeekdaysOnly, isPublic } = draft;
  return { title, firstDay: draft.firstDay.trim(), days, isWeekdaysOnly, time: time ?? '', isPublic };
}

/** `9`, `9.00`, `09:00` → `09:00`. */
function clockOf(typed: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

export const makeSeries = (
  of: Frame,
  { id, by, now }: { readonly id: ActivityId; readonly by: PersonKey; readonly now: Instant },
): BulletinSeries => ({ ...of, id, by, at: now });

/** Dates of its days (yyyy-MM-dd), in order. */
export function daysOf({
  firstDay,
  days,
  isWeekdaysOnly,
}: Pick<BulletinSeries, 'firstDay' | 'days' | 'isWeekdaysOnly'>): string[] {
  const found: string[] = [];
  for (let day = firstDay; found.length < days; day = plusDays(day, 1))
    if (!isWeekdaysOnly || weekdayOf(day) <= 5) found.push(day);
  return found;
}

/** By the wall clock of the zone, over changes of daylight saving time. */
export const timeOf = ({ time }: Pick<BulletinSeries, 'time'>, day: string, zone: string): Instant =>
  atWallTime(day, time, zone);

/** The bulletin of one of its days. */
export const dayId = ({ id }: Pick<BulletinSeries, 'id'>, day: string): ActivityId => activityId.parse(`${id}-${day}`);

/** Another frame; days that have content must stay in it. Throws a Refusal that names those that would not. */
export function reframe(of: BulletinSeries, to: Frame, filled: readonly string[]): BulletinSeries {
  const kept = new Set(daysOf(to));
  const lost = filled.filter((day) => !kept.has(day));
  if (lost.length > 0) {
    const params = { days: lost.map(inShort).join(', ') };
    throw new Refusal(text.wouldLoseDays, params, [{ field: 'firstDay', row: text.wouldLoseDays, params }]);
  }
  return { ...of, ...to };
}

/** `2026-12-03` → `3.12.` */
export const inShort = (day: string): string => `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.`;

export function requireDay(of: BulletinSeries, day: string): void {
  if (!daysOf(of).includes(day)) throw new Refusal(text.notItsDay);
}
