/** Time zones in calendar files: the rules of a zone as a VTIMEZONE, and which times can be written in its wall time. */
import { DateTime } from 'luxon';
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';
import type { Instant } from '../core/clock.ts';

const known = new Set(tzlib_get_timezones());

export interface ZoneRules {
  /** As its VTIMEZONE names it: `Asia/Kolkata` for Asia/Calcutta. */
  readonly id: string;
  readonly block: string;
}

/** Undefined when the library has no such zone; times are then written in UTC, which is right without rules. */
export function rulesOf(zone: string): ZoneRules | undefined {
  if (!known.has(zone)) return undefined; // asked for others, the library writes to the console
  const [block = '', id = ''] = tzlib_get_ical_block(zone);
  return block === '' ? undefined : { id: id.replace('TZID=', ''), block };
}

/** An hour comes twice in autumn. Its wall time means the first (RFC 5545, 3.3.5), and calendars show the second: such times have to be written in UTC. */
export const comesTwice = (at: Instant, zone: string): boolean =>
  DateTime.fromISO(at, { zone }).getPossibleOffsets().length > 1;
