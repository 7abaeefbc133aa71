/** How often a shared card is redrawn while votes come in: often when it is new, seldom later. */
import { HOUR, MINUTE, SECOND } from '../core/clock.ts';

/** Shortest time between two redrawings of a post, by the time since it was sent; all in milliseconds. */
export function paceAt(age: number): number {
  if (age < MINUTE) return 2 * SECOND;
  if (age < 10 * MINUTE) return 5 * SECOND;
  if (age < HOUR) return 15 * SECOND;
  return MINUTE;
}
