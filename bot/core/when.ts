/** Times as people type them: `31.10. klo 16`, `pe klo 12`, `fre kl. 12`, `3.12.2026 9.30`, `tomorrow 12`. */
import { atWallTime, dateIn, type Instant, plusDays, timeIn, weekdayOf } from './clock.ts';

/** First letters that are enough for a weekday in the three languages, Monday first. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['ma', 'mån', 'man', 'mon'],
  ['ti', 'tis', 'tue'],
  ['ke', 'ons', 'wed'],
  ['to', 'tors', 'thu'],
  ['pe', 'fre', 'fri'],
  ['la', 'lör', 'lor', 'sat'],
  ['su', 'sön', 'son', 'sun'],
];
/** Whole words only, so that “tilasto” is no Tuesday. */
const WEEKDAY_WORD =
  /^(ma|ti|ke|to|pe|la|su|maanantai\p{L}*|tiistai\p{L}*|keskiviikko\p{L}*|torstai\p{L}*|perjantai\p{L}*|lauantai\p{L}*|sunnuntai\p{L}*|m[åa]n(dag)?|tis(dag)?|ons(dag)?|tors(dag)?|fre(dag)?|l[öo]r(dag)?|s[öo]n(dag)?|mon(day)?|tue(sday)?|wed(nesday)?|thu(rsday)?|fri(day)?|sat(urday)?|sun(day)?)\.?$/u;
const TODAY = /^(tänään|tanaan|idag|today)$/;
const TOMORROW = /^(huomenna|imorgon|tomorrow)$/;
const DATE = /^(\d{1,2})\.(\d{1,2})\.?(\d{4})?$/;
const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?:t(.+))?$/;
const TIME = /^(\d{1,2})(?:[.:](\d{2}))?$/;

export interface Typed {
  readonly start: Instant;
  /** When a span was typed: `klo 9–16`. */
  readonly end?: Instant;
  /** False when only a date was typed; then `start` is at `defaultTime`. */
  readonly hasTime: boolean;
}

/**
 * Reads a date and time of a zone. A date without a year is the next such date; a weekday is the next such day, today excluded;
 * a time alone is today. Undefined when the text is not one whole date or time.
 */
export function parseWhen(typed: string, now: Instant, zone: string, defaultTime = '16:00'): Typed | undefined {
  const words = typed
    .toLowerCase()
    .replace(/(?<!\d{4}-\d?)(\d)\s*[–—-]\s*(?=\d{1,2}([.:]\d{2})?\s*$)/, '$1 – ')
    .replace(/\b(klo|kl|at|kello)\b\.?/g, ' ')
    .split(/[\s,]+/)
    .filter(Boolean);
  if (words.length === 0) return undefined;
  const today = dateIn(now, zone);
  let date: string | undefined;
  let weekday: string | undefined;
  let time: string | undefined;
  let endTime: string | undefined;
  let afterDash = false;
  for (const [index, word] of words.entries()) {
    const isoDate = ISO_DATE.exec(word);
    const asDate = DATE.exec(word);
    const asTime = TIME.exec(isoDate?.[2] ?? word);
    if (word === '–') afterDash = true;
    else if (isoDate && !date) {
      date = realDate(isoDate[1] ?? '');
      if (isoDate[2]) time = clockTime(asTime);
      if (!date || (isoDate[2] && !time)) return undefined;
    } else if (!weekday && WEEKDAY_WORD.test(word)) {
      weekday = nextWeekday(word, today); // “pe 4.12.”: a date beside it decides
    } else if (TODAY.test(word)) date = today;
    else if (TOMORROW.test(word)) date = plusDays(today, 1);
    else if (asDate && !date && !afterDash && isCalendarDate(word, words.slice(index + 1))) {
      date = dated(asDate, today);
      if (!date) return undefined;
    } else if (asTime) {
      const at = clockTime(asTime);
      if (!at) return undefined;
      if (afterDash) endTime = at;
      else if (time) return undefined;
      else time = at;
    } else return undefined;
  }
  if (!date && !weekday && !time) return undefined;
  const day = date ?? weekday ?? today;
  const start = atWallTime(day, time ?? defaultTime, zone);
  return {
    start,
    hasTime: time !== undefined,
    ...(endTime === undefined ? {} : { end: atWallTime(day, endTime, zone) }),
  };
}

/** `31.10.` and `31.10.2026` are dates; `16.30` is a time, and so is `4.12` unless a time of its own follows it. */
function isCalendarDate(word: string, rest: readonly string[]): boolean {
  return word.endsWith('.') || /\.\d{4}$/.test(word) || (rest[0] !== '–' && rest.some((later) => TIME.test(later)));
}

function dated(match: RegExpExecArray, today: string): string | undefined {
  const [, day = '', month = '', year] = match;
  const of = (y: number): string | undefined => realDate(`${y}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (year) return of(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const first = of(thisYear);
  return first && first >= today ? first : of(thisYear + 1);
}

function realDate(iso: string): string | undefined {
  const time = Date.parse(`${iso}T00:00:00.000Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

function clockTime(match: RegExpExecArray | null): string | undefined {
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  return hour > 23 || minute > 59 ? undefined : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function nextWeekday(word: string, today: string): string {
  const weekday = 1 + WEEKDAYS.findIndex((starts) => starts.some((start) => word.startsWith(start)));
  const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7;
  return plusDays(today, ahead);
}

/** For a form's own two inputs: `yyyy-MM-dd` and `HH:mm`. Undefined when either is not real. */
export function fromInputs(date: string, time: string, zone: string): Instant | undefined {
  const day = realDate(date);
  const at = clockTime(TIME.exec(time));
  return day && at ? atWallTime(day, at, zone) : undefined;
}

/** The two inputs for an instant. */
export function toInputs(at: Instant, zone: string): { date: string; time: string } {
  return { date: dateIn(at, zone), time: timeIn(at, zone) };
}
