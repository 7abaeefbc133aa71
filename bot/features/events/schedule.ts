/** When an event's reminders are due, and how late each may still go out. */
import {
  atWallTime,
  between,
  DAY,
  dateIn,
  HOUR,
  type Instant,
  MINUTE,
  plus,
  plusDays,
  timeIn,
  weekdayOf,
} from '../../core/clock.ts';
import { laterOf } from './calendar.ts';
import { answersEndAt, type Event, type ReminderKind, reminderKind, shifted } from './event.ts';

/** A reminder that should go out by itself. */
export interface DueReminder {
  readonly kind: ReminderKind;
  readonly due: Instant;
  /** Names it among all times that the event ever had: the same kind for another beginning is another reminder. */
  readonly id: string;
}

/** The nudge comes so many working days before the registration ends. */
const NUDGE_DAYS = 2;

/** How late each may still be of use, in milliseconds after its time: “in a week” is wrong two days later, “in an hour” after twenty minutes. */
export const LATEST: Readonly<Record<ReminderKind, number>> = {
  week: 24 * HOUR,
  day: 6 * HOUR,
  hour: 20 * MINUTE,
  nudge: 24 * HOUR,
};

/**
 * Those that are switched on, by the wall clock of the zone: a week and a day before are at the same time of day, whatever the clocks do in
 * between; an hour is an hour. What would have been due before the event was published is left out.
 */
export function remindersDue(of: Event, zone: string): DueReminder[] {
  const daysBefore = (at: Instant, days: number): Instant =>
    atWallTime(plusDays(dateIn(at, zone), -days), timeIn(at, zone), zone);
  const end = answersEndAt(of);
  const all: readonly { readonly kind: ReminderKind; readonly due: Instant; readonly of: Instant }[] = [
    { kind: 'nudge', due: nudgeAt(end, zone), of: end },
    { kind: 'week', due: daysBefore(of.startsAt, 7), of: of.startsAt },
    { kind: 'day', due: daysBefore(of.startsAt, 1), of: of.startsAt },
    { kind: 'hour', due: plus(of.startsAt, -HOUR), of: of.startsAt },
  ];
  return all
    .filter(({ kind, due }) => of.reminders.includes(kind) && due > (of.publishedAt ?? due))
    .map(({ kind, due, of: at }) => ({ kind, due, id: `${kind}-${at.slice(0, 16).replace(':', '')}` }));
}

/** A later event of a series is invited to four weeks before it begins: all of them at once would bury the channel and everyone's mail. In days. */
const INVITED_AHEAD = 28;

/** When the invitation goes out: when the event is published, or later when it is a later one of a series. Its meetings of groups follow it. */
export function invitedAt(of: Event, zone: string): Instant {
  const published = of.publishedAt ?? of.createdAt;
  if (of.series === undefined || of.series.number === 1) return published;
  const ahead = shifted(of.startsAt, -INVITED_AHEAD, zone);
  return laterOf(ahead, published);
}

/** At ten in the morning, so many weekdays before. */
function nudgeAt(end: Instant, zone: string): Instant {
  let date = dateIn(end, zone);
  for (let left = NUDGE_DAYS; left > 0; ) {
    date = plusDays(date, -1);
    if (weekdayOf(date) <= 5) left--;
  }
  return atWallTime(date, '10:00', zone);
}

/** Of any reminder, also of one that a coordinator sent: its id begins with it. */
export const kindOfReminder = (id: string): ReminderKind => reminderKind.catch('day').parse(id.split('-')[0]);

/** What a reminder counts down to: the beginning, or the end of the registration. */
export const aimOf = (of: Event, kind: ReminderKind): Instant => (kind === 'nudge' ? answersEndAt(of) : of.startsAt);

/** There is still something to be reminded of. */
export const isAhead = (of: Event, kind: ReminderKind, now: Instant): boolean =>
  of.state === 'published' && now < aimOf(of, kind);

/** Whether a reminder that waited on its way is still right: it was a coordinator's, or the event has not been moved since. */
export const isStillMeant = (of: Event, id: string, zone: string): boolean =>
  of.reminded.some((one) => one.id === id && one.by !== undefined) ||
  remindersDue({ ...of, reminders: reminderKind.options }, zone).some((one) => one.id === id);

/** How far ahead a time is, as people say it: in minutes when it is near, else in days of the zone's calendar. */
export type Ahead = { readonly minutes: number } | { readonly days: number };

/** Nearer than this is told in minutes. */
const NEAR = 90 * MINUTE;
/** What was sent a moment later than due is still “in an hour”. */
const ROUNDED = 5;

export function aheadOf(at: Instant, now: Instant, zone: string): Ahead {
  const left = between(now, at);
  if (left >= NEAR) return { days: daysApart(dateIn(now, zone), dateIn(at, zone)) };
  const minutes = Math.ceil(left / MINUTE);
  return { minutes: minutes < ROUNDED ? Math.max(1, minutes) : Math.round(minutes / ROUNDED) * ROUNDED };
}

const daysApart = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
