/** Holiday calendars: one data file each in `calendars/`, read once at the start. Another country is another file. */
import { join } from 'node:path';
import { z } from 'zod';
import { plusDays, weekdayOf } from './core/clock.ts';
import type { WorkCalendar } from './core/ports.ts';
import { readDataFiles } from './data-files.ts';

const SATURDAY = 6;
const monthAndDay = z.string().refine((day) => z.iso.date().safeParse(`2024-${day}`).success, 'write MM-dd');

/** A holiday recurs on a date, some days from Easter Sunday, or on the first such weekday (Monday 1 … Sunday 7) on or after a date. */
const holiday = z.union([
  z.strictObject({ name: z.string(), date: monthAndDay }),
  z.strictObject({ name: z.string(), easter: z.int().min(-70).max(70) }),
  z.strictObject({ name: z.string(), weekday: z.int().min(1).max(7), from: monthAndDay }),
]);
type Holiday = z.infer<typeof holiday>;

const calendarFile = z.strictObject({
  /** The file's name without its ending; what a network's settings hold. */
  name: z.string(),
  title: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  holidays: z.array(holiday),
});
export type CalendarFile = z.infer<typeof calendarFile>;

const FOLDER = join(import.meta.dirname, 'calendars');

/** Reads every calendar of a folder. Throws, naming the file, when one does not fit. Returns what finds a calendar by its name, or throws. */
export function loadCalendars(folder = FOLDER): (name: string) => WorkCalendar {
  const files = readDataFiles({ folder, schema: calendarFile, what: 'Calendar' });
  const calendars = new Map([...files].map(([name, file]) => [name, workCalendar(file)]));
  return (name) => {
    const found = calendars.get(name);
    if (!found)
      throw new Error(
        `There is no holiday calendar ${name}; there are ${[...calendars.keys()].join(', ')}. Add bot/calendars/${name}.json.`,
      );
    return found;
  };
}

/** Weekends and the file's holidays are free. */
export function workCalendar(file: CalendarFile): WorkCalendar {
  const years = new Map<number, Set<string>>();
  const holidaysOf = (year: number): Set<string> => {
    const known = years.get(year) ?? new Set(file.holidays.map((one) => dateOf(one, year)));
    years.set(year, known);
    return known;
  };
  return { isFree: (date) => weekdayOf(date) >= SATURDAY || holidaysOf(Number(date.slice(0, 4))).has(date) };
}

function dateOf(of: Holiday, year: number): string {
  if ('date' in of) return `${year}-${of.date}`;
  if ('easter' in of) return plusDays(easterSunday(year), of.easter);
  const first = `${year}-${of.from}`;
  return plusDays(first, (of.weekday - weekdayOf(first) + 7) % 7);
}

/** Easter Sunday of the Gregorian calendar, `yyyy-MM-dd`. Source: the anonymous algorithm in Meeus, Astronomical Algorithms, chapter 8. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - shift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return `${year}-${pad(Math.floor(days / 31))}-${pad((days % 31) + 1)}`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
