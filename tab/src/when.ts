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

/** `tänään klo 16.00`, `pe 4.12. klo 16.00`; another year is written out. `now` in epoch milliseconds. */
export function whenOf(at: string, { t, zone, now }: { t: Translate; zone: string; now: number }): string {
  const date = new Date(at);
  const day = dateIn(at, zone);
  const time = new Intl.DateTimeFormat(t.tag, { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(date);
  const near = [text.yesterday, text.today, text.tomorrow].find(
    (_, index) => day === dateIn(now + (index - 1) * DAY, zone),
  );
  return t(text.atTime, { day: near ? t(near) : dayOf(at, { t, zone, now }), time });
}

/** `pe 4.12.`, with the year when it is not this one. */
export function dayOf(at: string, { t, zone, now }: { t: Translate; zone: string; now: number }): string {
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
  day: (at: string) => string;
  date: (date: string) => string;
} {
  const t = useT();
  const zone = useZone();
  return {
    when: (at) => whenOf(at, { t, zone, now: Date.now() }),
    day: (at) => dayOf(at, { t, zone, now: Date.now() }),
    date: (date) => dateOf(date, t),
  };
}
