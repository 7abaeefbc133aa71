/** Single cells of an attendance report: times, durations, roles and names as Teams writes them in Finnish, Swedish and English. */
import { DAY, HOUR, MINUTE, SECOND } from '../core/clock.ts';

export type AttendanceRole = 'organizer' | 'presenter' | 'attendee';

/** Characters of a cell that can still be a time or a duration: what is longer is not looked at. */
const LONGEST_VALUE = 60;
/** Characters of an e-mail address: source: RFC 5321. */
const LONGEST_MAIL = 254;
/** Characters of a name that is believed. */
const LONGEST_NAME = 200;

// ── Durations ──────────────────────────────────────────────────────────────────────────────────

const UNITS: readonly [words: readonly string[], milliseconds: number][] = [
  [['d', 'day', 'days', 'pv', 'päivä', 'päivää', 'dag', 'dagar'], DAY],
  [['h', 'hr', 'hrs', 'hour', 'hours', 't', 'tunti', 'tuntia', 'tim', 'timme', 'timmar', 'std'], HOUR],
  [['m', 'min', 'mins', 'minute', 'minutes', 'minuutti', 'minuuttia', 'minut', 'minuter'], MINUTE],
  [['s', 'sec', 'secs', 'second', 'seconds', 'sek', 'sekunti', 'sekuntia', 'sekund', 'sekunder'], SECOND],
];
const CLOCK_DURATION = /^(\d{1,3}):([0-5]\d):([0-5]\d)$/;
const AMOUNT = /(\d{1,6}) ?(\p{L}{1,12})\.?/gu;

/** Seconds of `1h 2m 3s`, `1 t 2 min 3 s`, `01:02:03`, `PT1H2M3S`; undefined: no duration. */
export function secondsOf(cell: string): number | undefined {
  if (cell.length > LONGEST_VALUE) return undefined;
  const clock = CLOCK_DURATION.exec(cell);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const written = cell.toLowerCase().replace(/^pt(?=\d)/, '');
  const amounts = [...written.matchAll(AMOUNT)];
  if (amounts.length === 0 || /[^ ,]/.test(written.replace(AMOUNT, '').replace(/\b(ja|och|and)\b/g, '')))
    return undefined;
  let total = 0;
  for (const [, amount, word = ''] of amounts) {
    const unit = UNITS.find(([words]) => words.includes(word));
    if (!unit) return undefined;
    total += Number(amount) * unit[1];
  }
  return total / SECOND;
}

// ── Times ──────────────────────────────────────────────────────────────────────────────────────

const TIME =
  /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\.?,? ?(?:T|klo|kl\.?|at)? ?(\d{1,2})[.:](\d{2})(?:[.:](\d{2})(?:[.,]\d{1,9})?)? ?(am|pm|a\.m\.|p\.m\.|ap\.?|ip\.?|fm|em)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i;
const AFTERNOON = /^(p|i|e)/i;

/** The numbers of a date with a clock, the three of the date in the order they are written in. */
export interface WrittenTime {
  readonly date: readonly [number, number, number];
  /** Of the day. */
  readonly seconds: number;
  readonly hasSlashes: boolean;
}

/** undefined: no date with a clock, as a birthday or a price has none. */
export function timeOf(cell: string): WrittenTime | undefined {
  const match = cell.length > LONGEST_VALUE ? null : TIME.exec(cell);
  if (!match) return undefined;
  const [first, second, third, hour, minute, whole] = [1, 2, 3, 4, 5, 6].map((part) => Number(match[part] ?? 0));
  if (first === undefined || second === undefined || third === undefined || hour === undefined) return undefined;
  const half = match[7];
  const hours = half === undefined ? hour : (hour % 12) + (AFTERNOON.test(half) ? 12 : 0);
  if (hours > 23 || (minute ?? 0) > 59 || (whole ?? 0) > 59) return undefined;
  return {
    date: [first, second, third],
    seconds: hours * 3600 + (minute ?? 0) * 60 + (whole ?? 0),
    hasSlashes: cell.includes('/'),
  };
}

/**
 * Whether a file writes 28/11 and not 11/28: only dates with slashes leave it open, and only a number over 12 decides. Where nothing does, all
 * of the file's dates are read the same way, and a meeting's length comes out right.
 */
export const isDayFirst = (times: readonly WrittenTime[]): boolean =>
  times.some(({ date: [first, second], hasSlashes }) => hasSlashes && first > 12 && first <= 31 && second <= 12);

/** Seconds on a time line that is the same for all of a file; the zone is not known and does not matter. undefined: no such day. */
export function instantOf({ date: [first, second, third], seconds, hasSlashes }: WrittenTime, dayFirst: boolean) {
  const isYearFirst = first > 31;
  const [year, month, day] = isYearFirst
    ? [first, second, third]
    : hasSlashes && !dayFirst
      ? [third, first, second]
      : [third, second, first];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return Date.UTC(year < 100 ? 2000 + year : year, month - 1, day) / SECOND + seconds;
}

// ── People ─────────────────────────────────────────────────────────────────────────────────────

/** In lower case; undefined: not one e-mail address. */
export function mailOf(cell: string): string | undefined {
  if (cell.length > LONGEST_MAIL || /[\s,;<>"()]/.test(cell)) return undefined;
  const [user = '', domain = '', ...more] = cell.split('@');
  const isWhole = user !== '' && more.length === 0 && domain.includes('.') && !/^\.|\.$|\.\./.test(domain);
  return isWhole ? cell.toLowerCase() : undefined;
}

/** What Teams knows people by: often like an e-mail address. */
export const upnOf = (cell: string): string | undefined =>
  cell === '' || cell.length > LONGEST_MAIL ? undefined : cell.toLowerCase();

/** What Teams puts behind the names of those who are not of the organisation, or who only typed a name. */
const MARKS =
  /^(guest|external|unverified|verified|email verified|vieras|vieraskäyttäjä|ulkoinen|ulkopuolinen|vahvistamaton|vahvistettu|ei vahvistettu|sähköposti vahvistettu|gäst|extern|externt|extern deltagare|ej verifierad|overifierad|ej bekräftad|obekräftad|verifierad|e-post verifierad|e-postadress verifierad|gast)$/i;

/** Without the marks of Teams at its end; undefined: no name. Other brackets stay: “Siiri Suomi (Rauma)”. */
export function nameOf(cell: string): string | undefined {
  let name = cell;
  while (name.endsWith(')')) {
    const start = name.lastIndexOf('(');
    if (start < 1 || !MARKS.test(name.slice(start + 1, -1).trim())) break;
    name = name.slice(0, start).trim();
  }
  return name === '' || name.length > LONGEST_NAME ? undefined : name;
}

const ROLES: readonly [role: AttendanceRole, words: RegExp][] = [
  ['organizer', /organi[sz]|järjestäj|organisat|arrangör|anordnar/i],
  ['presenter', /present|esittäj|esiintyj|puhuj|föredrag|talare/i],
  ['attendee', /attend|osallistuj|deltag|particip/i],
];

export const roleOf = (cell: string): AttendanceRole | undefined => ROLES.find(([, words]) => words.test(cell))?.[0];

/** The higher one: someone who was let to present in the middle is a presenter. */
export function higherRole(
  one: AttendanceRole | undefined,
  other: AttendanceRole | undefined,
): AttendanceRole | undefined {
  return ROLES.find(([role]) => role === one || role === other)?.[0];
}

const LEFT = /\bleft\b|\bleav|poistu|lähti|lämna|gick/i;
const JOINED = /\bjoin|liitty|anslöt|anslut|kom in/i;

/** What a row of a list of comings and goings tells; undefined: words of another language. */
export function movementOf(cell: string): 'joined' | 'left' | undefined {
  if (LEFT.test(cell)) return 'left';
  return JOINED.test(cell) ? 'joined' : undefined;
}
