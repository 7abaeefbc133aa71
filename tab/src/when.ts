/** Times as people read them: near days by name, others by weekday and date, in the network's zone. */
import { useT, useZone } from './speak.ts';
import { type Translate, text } from './text.ts';

const DAY = 24 * 60 * 60_000;

/** `yyyy-MM-dd` in a zone. */
export const dateIn = (at: number | string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));

/** `HH:mm` in a zone, for inputs. */
export const timeIn = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));

interface Frame {
  readonly t: Translate;
  readonly zone: string;
  /** In epoch milliseconds. */
  readonly now: number;
}

/** `tänään klo 16.00`, `pe 4.12. klo 16.00`; another year is written out. */
export const whenOf = (at: string, frame: Frame): string =>
  frame.t(text.atTime, { day: nearDayOf(at, frame), time: clockOf(at, frame) });

/** `pe 4.12. klo 9.00–16.00`; what goes on over midnight has both days. */
export function spanOf(from: string, to: string, frame: Frame): string {
  const isOneDay = dateIn(from, frame.zone) === dateIn(to, frame.zone);
  if (!isOneDay) return `${whenOf(from, frame)} – ${whenOf(to, frame)}`;
  const time = `${clockOf(from, frame)}–${clockOf(to, frame)}`;
  return frame.t(text.atTime, { day: nearDayOf(from, frame), time });
}

const clockOf = (at: string, { t, zone }: Frame): string =>
  new Intl.DateTimeFormat(t.tag, { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(new Date(at));

function nearDayOf(at: string, frame: Frame): string {
  const { t, zone, now } = frame;
  const day = dateIn(at, zone);
  const near = [text.yesterday, text.today, text.tomorrow].find(
    (_, index) => day === dateIn(now + (index - 1) * DAY, zone),
  );
  return near ? t(near) : dayOf(at, frame);
}

/** The leaf of a calendar: `4` and `joulu`. */
function leafOf(at: string, { t, zone }: Frame): { day: string; month: string } {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(t.tag, { timeZone: zone, ...options }).format(new Date(at)).replace(/\.$/, '');
  return { day: part({ day: 'numeric' }), month: part({ month: 'short' }) };
}

/** `pe 4.12.`, with the year when it is not this one. */
function dayOf(at: string, { t, zone, now }: Frame): string {
  const isThisYear = dateIn(at, zone).slice(0, 4) === dateIn(now, zone).slice(0, 4);
  return new Intl.DateTimeFormat(t.tag, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: t.locale === 'en' ? 'short' : 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(new Date(at));
}

/** A date that has no time, yyyy-MM-dd: `4.12.2026`. */
export const dateOf = (date: string, t: Translate): string =>
  new Intl.DateTimeFormat(t.tag, {
    timeZone: 'UTC',
    day: 'numeric',
    month: t.locale === 'en' ? 'short' : 'numeric',
    year: 'numeric',
  }).format(new Date(`${date}T00:00:00Z`));

export function useWhen(): {
  when: (at: string) => string;
  span: (from: string, to: string) => string;
  leaf: (at: string) => { day: string; month: string };
  day: (at: string) => string;
  date: (date: string) => string;
  /** `9.41` */
  clock: (at: string) => string;
} {
  const t = useT();
  const zone = useZone();
  const frame = (): Frame => ({ t, zone, now: Date.now() });
  return {
    when: (at) => whenOf(at, frame()),
    span: (from, to) => spanOf(from, to, frame()),
    leaf: (at) => leafOf(at, frame()),
    day: (at) => dayOf(at, frame()),
    date: (date) => dateOf(date, t),
    clock: (at) => clockOf(at, frame()),
  };
}
