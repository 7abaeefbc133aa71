/** Time: instants in UTC, and the wall time of a network's zone, right over changes of daylight saving time. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Locale } from './text.ts';
import { TAGS } from './text.ts';

/** ISO 8601 in UTC with milliseconds, `2026-11-22T14:00:00.000Z`; compares as a string. */
export const instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof instant>;

/** IANA zone name, such as Europe/Helsinki. */
export const zoneName = z.string().refine((name) => DateTime.local({ zone: name }).isValid, 'unknown time zone');

export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => toInstant(Date.now()) };

/** From epoch milliseconds, a Date or any ISO string with an offset. Throws RangeError when it is no time at all. */
export function toInstant(time: number | Date | string): Instant {
  return new Date(time).toISOString() as Instant;
}

export function plus(from: Instant, milliseconds: number): Instant {
  return toInstant(Date.parse(from) + milliseconds);
}

/** `to − from` in milliseconds. */
export function between(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A wall time of a zone as an instant. A time that the spring change skips moves ahead by the hour; one that comes twice in autumn is the first. */
export function atWallTime(date: string, time: string, zone: string): Instant {
  const at = DateTime.fromISO(`${date}T${time}`, { zone });
  // Which of two equal wall times luxon takes depends on the season in which it is asked.
  const [first = at] = at.isValid ? at.getPossibleOffsets() : [];
  return toInstant(first.toMillis());
}

/** `yyyy-MM-dd` of an instant in a zone. */
export function dateIn(at: Instant, zone: string): string {
  return DateTime.fromISO(at, { zone }).toISODate() ?? '';
}

/** `HH:mm` of an instant in a zone. */
export function timeIn(at: Instant, zone: string): string {
  return DateTime.fromISO(at, { zone }).toFormat('HH:mm');
}

/** `yyyy-MM-dd` some calendar days later (or earlier, when negative). */
export function plusDays(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate() ?? '';
}

/** ISO weekday, Monday 1 … Sunday 7. */
export function weekdayOf(date: string): number {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant in a zone as this language writes it. Making a format costs a hundred times its use, so each is kept. */
export function inWords(at: Instant, zone: string, locale: Locale, look: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${zone} ${JSON.stringify(look)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(TAGS[locale], { ...look, timeZone: zone });
    formats.set(key, format);
  }
  return format.format(Date.parse(at));
}

/** A parameter for texts: weekday, date and time in the zone, “to 3.12.2026 klo 16.00”, in each reader's language. */
export function when(at: Instant, zone: string): (locale: Locale) => string {
  return (locale) => {
    const day = { weekday: 'short', day: 'numeric', month: 'numeric', year: 'numeric' } as const;
    const clock = { fi: 'klo', sv: 'kl.', en: 'at' }[locale];
    return `${inWords(at, zone, locale, day)} ${clock} ${inWords(at, zone, locale, { hour: 'numeric', minute: '2-digit' })}`;
  };
}
