/** The reminder in an event's thread, drawn from plain data: numbers only, never names. */
import { plain } from '../../cards/kit.ts';
import { type Instant, when } from '../../core/clock.ts';
import { type Locale, type Message, type Translate, translator } from '../../core/text.ts';
import type { Event, ReminderKind } from './event.ts';
import { text } from './reminder-text.ts';
import { aheadOf, aimOf, kindOfReminder } from './schedule.ts';

/** How many come, wait, and have not answered. */
export interface ReminderNumbers {
  /** Absent: the event is not held there. */
  readonly room?: number;
  readonly online?: number;
  readonly waiting: number;
  readonly silent: number;
}

interface Frame {
  readonly now: Instant;
  /** IANA zone of the network. */
  readonly zone: string;
  readonly t: Translate;
}

/** What the thread reads. “Tomorrow” is tomorrow when it is drawn, not when it was due. Safe as a message's Markdown. */
export function reminderText(of: Event, reminder: string, numbers: ReminderNumbers, { now, zone, t }: Frame): string {
  const kind = kindOfReminder(reminder);
  const at = aimOf(of, kind);
  const named = { title: of.title, when: when(at, zone), ahead: aheadInWords(at, now, zone) };
  const rows: readonly Row[] =
    kind === 'nudge'
      ? [[text.registrationEnds, named], ...(numbers.silent > 0 ? [[text.silent, { n: numbers.silent }] as const] : [])]
      : [
          [text.begins, named],
          ...(of.place === undefined ? [] : [[text.inPlace, { place: of.place }] as const]),
          [text.coming, { numbers: (locale) => comingIn(numbers, locale) }],
        ];
  const paragraphs = t.locales.map((locale) => rows.map(([row, params]) => translator(locale)(row, params)).join('\n'));
  return plain([...new Set(paragraphs)].join('\n')).replace(/\n+/g, '\n\n');
}

/** What the thread would read if a coordinator reminded now. */
export const reminderPreview = (of: Event, kind: ReminderKind, numbers: ReminderNumbers, frame: Frame): string =>
  reminderText(of, kind, numbers, frame);

type Row = readonly [row: Message, params: Parameters<Translate>[1]];

/** “huomenna”, “viikon päästä”, “tunnin päästä”: a parameter for texts. */
export function aheadInWords(at: Instant, now: Instant, zone: string): (locale: Locale) => string {
  const ahead = aheadOf(at, now, zone);
  return (locale) =>
    'days' in ahead
      ? translator(locale)(text.inDays, { n: ahead.days })
      : translator(locale)(text.inMinutes, { n: ahead.minutes });
}

function comingIn({ room, online, waiting }: ReminderNumbers, locale: Locale): string {
  const t = translator(locale);
  return [
    ...(room === undefined ? [] : [t(text.inRoom, { n: room })]),
    ...(online === undefined ? [] : [t(text.online, { n: online })]),
    ...(waiting > 0 ? [t(text.waiting, { n: waiting })] : []),
  ].join(' · ');
}
