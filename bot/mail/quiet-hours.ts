/** When a letter that nobody waits for may go: in the daytime of the network's working days. */
import { atWallTime, dateIn, type Instant, plusDays, timeIn } from '../core/clock.ts';
import type { WorkCalendar } from '../core/ports.ts';

/** Wall times of the network's zone: the first at which a nudge may go, and the first at which it may no longer. */
const OPENS = '07:00';
const CLOSES = '20:00';
/** No country's holidays fill two months; a calendar that does is a mistake, and the letter goes. */
const MOST_DAYS = 60;

/** `now` when a nudge may go now, else the next moment at which it may. */
export function nextNudge(now: Instant, zone: string, calendar: WorkCalendar): Instant {
  const today = dateIn(now, zone);
  const time = timeIn(now, zone);
  if (!calendar.isFree(today) && time >= OPENS && time < CLOSES) return now;
  let date = time < OPENS ? today : plusDays(today, 1);
  for (let ahead = 0; calendar.isFree(date) && ahead < MOST_DAYS; ahead++) date = plusDays(date, 1);
  return atWallTime(date, OPENS, zone);
}
