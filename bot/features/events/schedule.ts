/** When an event's reminders are due, and how late each may still go out. */
import { atWallTime, dateIn, HOUR, type Instant, MINUTE, plus, plusDays, timeIn, weekdayOf } from '../../core/clock.ts';
import { answersEndAt, type Event, type ReminderKind } from './event.ts';

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

/** At ten in the morning, so many weekdays before. */
function nudgeAt(end: Instant, zone: string): Instant {
  let date = dateIn(end, zone);
  for (let left = NUDGE_DAYS; left > 0; ) {
    date = plusDays(date, -1);
    if (weekdayOf(date) <= 5) left--;
  }
  return atWallTime(date, '10:00', zone);
}
