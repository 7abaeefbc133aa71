/** Calendar files, parsed back by two independent libraries: one reads the rules of a VTIMEZONE, the other knows zones by their names. */
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { CalendarEntry } from '../../bot/core/calendar-entry.ts';
import { atWallTime, dateIn, HOUR, plus, timeIn, toInstant } from '../../bot/core/clock.ts';
import { LONGEST, LONGEST_LINK } from '../../bot/ics/words.ts';
import { type CalendarFrame, calendarDomain, calendarFile } from '../../bot/ics/write.ts';

const ZONE = 'Europe/Helsinki';
const publish: CalendarFrame = { method: 'PUBLISH', domain: 'verkosto.example' };
const request: CalendarFrame = {
  ...{ method: 'REQUEST', domain: 'verkosto.example' },
  organizer: { name: 'Pienet joukot, iso merkitys', address: 'verkosto@bot.example' },
  attendee: { name: 'Åsa Öhman', address: 'asa.ohman@kommun.example' },
};

const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'e-1.p-1',
  sequence: 0,
  title: 'Kuukausitapaaminen',
  startsAt: atWallTime('2026-11-22', '09:00', ZONE),
  endsAt: atWallTime('2026-11-22', '10:00', ZONE),
  zone: ZONE,
  status: 'confirmed',
  changedAt: toInstant('2026-09-01T10:00:00.000Z'),
  ...change,
});
const on = (date: string, from: string, to: string, zone = ZONE) => ({
  startsAt: atWallTime(date, from, zone),
  endsAt: atWallTime(date, to, zone),
  zone,
});

/** What a calendar shows of an entry. */
interface Shown {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string | undefined;
  readonly title: string;
  readonly description: string | undefined;
  readonly place: string | undefined;
  readonly link: string | undefined;
  readonly starts: string;
  readonly ends: string;
}

const warned = (['warn', 'error', 'log'] as const).map((level) => jest.spyOn(console, level));
afterEach(() => {
  for (const spy of warned) expect(spy).not.toHaveBeenCalled();
});

const local = (at: Date, zone: string): string => {
  const instant = toInstant(at);
  return `${dateIn(instant, zone)} ${timeIn(instant, zone)}`;
};

/** By ical.js: times by the rules in the file alone. Throws for what the standard forbids. */
function byRules(file: string, zone = ZONE): Shown[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  ICAL.TimezoneService.reset();
  for (const one of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(one));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const value = (name: string) => component.getFirstPropertyValue(name)?.toString();
    return {
      ...{ uid: event.uid, sequence: event.sequence, status: value('status'), title: event.summary },
      ...{ description: value('description'), place: value('location'), link: value('url') },
      starts: local(event.startDate.toJSDate(), zone),
      ends: local(event.endDate.toJSDate(), zone),
    };
  });
}

/** By node-ical: times by the names of zones. */
function byNames(file: string, zone = ZONE): Shown[] {
  const words = (of: unknown): string | undefined =>
    typeof of === 'object' && of !== null ? String((of as { val: unknown }).val) : (of as string | undefined);
  return Object.values(nodeIcal.sync.parseICS(file)).flatMap((one) =>
    one?.type === 'VEVENT'
      ? [
          {
            ...{ uid: one.uid, sequence: Number(one.sequence), status: one.status, title: words(one.summary) ?? '' },
            ...{ description: words(one.description), place: words(one.location), link: words(one.url) },
            starts: local(one.start, zone),
            ends: local(one.end as Date, zone),
          },
        ]
      : [],
  );
}

/** What both show, who must show the same. */
function shown(file: string, zone = ZONE): Shown[] {
  const rules = byRules(file, zone);
  expect(byNames(file, zone)).toEqual(rules);
  return rules;
}
const one = (file: string, zone = ZONE): Shown => {
  const [first, ...others] = shown(file, zone);
  if (!first || others.length > 0) throw new Error('not one entry');
  return first;
};
/** Names of the properties and components, in order, as the standard reads lines. */
const names = (file: string): string[] =>
  file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => /^(BEGIN:|END:)?[A-Z-]+/.exec(line)?.[0] ?? line);

describe('a monthly series over both changes of the clocks', () => {
  const dates = ['2026-09-25', '2026-10-25', '2026-11-25', '2026-12-25', '2027-01-25', '2027-02-25', '2027-03-28'];
  const series = [...dates, '2027-04-25'].map((date, n) => entry({ uid: `e-${n}.p-1`, ...on(date, '09:00', '10:30') }));

  test('is at the same local time all year, by the rules in the file and by the zone’s name', () => {
    expect(shown(calendarFile(series, publish)).map(({ starts, ends }) => [starts, ends])).toEqual(
      [...dates, '2027-04-25'].map((date) => [`${date} 09:00`, `${date} 10:30`]),
    );
  });

  test('is one calendar with the zone’s rules once, whole lines and a last line break', () => {
    const file = calendarFile(series, { ...publish, name: 'Tilaisuuteni; Pienet, isot' });
    const all = names(file);
    expect([all[0], all.at(-2), all.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
    expect(all.filter((name) => name === 'BEGIN:VTIMEZONE')).toHaveLength(1);
    expect(all.filter((name) => name === 'BEGIN:VEVENT')).toHaveLength(series.length);
    expect(file).toMatch(/^METHOD:PUBLISH\r$/m);
    expect(file).not.toMatch(/[^\r]\n/);
    expect(file).toContain('\r\nX-WR-CALNAME:Tilaisuuteni\\; Pienet\\, isot\r\n');
  });

  test('is the same file when it is made again', () => {
    expect(calendarFile(series, publish)).toBe(calendarFile(series, publish));
  });
});

describe('around the hour that comes twice or not at all', () => {
  test.each([
    ['before the clocks go back', '2026-10-25T00:30:00.000Z', '2026-10-25T00:45:00.000Z'],
    ['at half past three for the second time', '2026-10-25T01:30:00.000Z', '2026-10-25T01:45:00.000Z'],
    ['over it, from the first half past three to the second', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ['after it', '2026-10-25T02:30:00.000Z', '2026-10-25T03:30:00.000Z'],
    ['before the clocks go forward', '2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z'],
    ['at the very change', '2027-03-28T01:00:00.000Z', '2027-03-28T02:00:00.000Z'],
  ])('%s the moment is kept', (_, from, to) => {
    const file = calendarFile([entry({ startsAt: toInstant(from), endsAt: toInstant(to) })], publish);
    const utc = (at: string) => local(new Date(at), 'UTC');
    expect(one(file, 'UTC')).toMatchObject({ starts: utc(from), ends: utc(to) });
  });

  test('half past three of the spring day that has none is half past four', () => {
    const of = entry(on('2027-03-28', '03:30', '05:00'));
    expect(one(calendarFile([of], publish))).toMatchObject({ starts: '2027-03-28 04:30', ends: '2027-03-28 05:00' });
  });
});

describe('zones', () => {
  test.each([
    ['Europe/Stockholm', 'Europe/Berlin'],
    ['Europe/Mariehamn', 'Europe/Helsinki'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['America/New_York', 'America/New_York'],
  ])('times of %s come with the rules of %s', (zone, named) => {
    const file = calendarFile([entry(on('2026-07-01', '15:00', '16:00', zone))], publish);
    expect(file).toContain(`DTSTART;TZID=${named}:20260701T150000`);
    expect(file).toContain(`TZID:${named}\r\n`);
    expect(one(file, zone)).toMatchObject({ starts: '2026-07-01 15:00', ends: '2026-07-01 16:00' });
  });

  test('entries of several zones have the rules of each', () => {
    const file = calendarFile(
      [entry(), entry({ uid: 'e-2.p-1', ...on('2026-07-01', '15:00', '16:00', 'Europe/Stockholm') })],
      publish,
    );
    expect(names(file).filter((name) => name === 'BEGIN:VTIMEZONE')).toHaveLength(2);
    expect(shown(file).map(({ starts }) => starts)).toEqual(['2026-11-22 09:00', '2026-07-01 16:00']);
  });

  test('a zone without published rules is written in UTC', () => {
    const file = calendarFile([entry({ zone: 'UTC+3' })], publish);
    expect(names(file)).not.toContain('BEGIN:VTIMEZONE');
    expect(one(file)).toMatchObject({ starts: '2026-11-22 09:00' });
  });
});

describe('an invitation, its change and its end', () => {
  const first = entry({ sequence: 1, link: 'https://verkosto.example/p/token/events/e-1' });
  const moved = { ...first, sequence: 4, ...on('2026-11-24', '13:00', '14:00') };
  const files = [
    calendarFile([first], request),
    calendarFile([moved], request),
    calendarFile([{ ...moved, sequence: 5, status: 'cancelled' }], { ...request, method: 'CANCEL' }),
  ];

  test('is one entry for calendars: the same UID, a rising SEQUENCE, and in the end cancelled', () => {
    expect(files.map((file) => one(file))).toMatchObject([
      { uid: 'e-1.p-1@verkosto.example', sequence: 1, status: 'CONFIRMED', starts: '2026-11-22 09:00' },
      { uid: 'e-1.p-1@verkosto.example', sequence: 4, status: 'CONFIRMED', starts: '2026-11-24 13:00' },
      { uid: 'e-1.p-1@verkosto.example', sequence: 5, status: 'CANCELLED', starts: '2026-11-24 13:00' },
    ]);
    expect(files.map((file) => /^METHOD:(\w+)\r$/m.exec(file)?.[1])).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  });

  test('has the UID that a download has', () => {
    expect(one(calendarFile([first], publish)).uid).toBe(one(files[0] ?? '').uid);
  });

  test('names who invites and whom, and asks for no reply by mail', () => {
    const event = new ICAL.Component(ICAL.parse(files[0] ?? '') as never).getFirstSubcomponent('vevent');
    const organizer = event?.getFirstProperty('organizer');
    const attendee = event?.getFirstProperty('attendee');
    expect([organizer?.getFirstValue(), organizer?.getParameter('cn')]).toEqual([
      'mailto:verkosto@bot.example',
      'Pienet joukot, iso merkitys',
    ]);
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:asa.ohman@kommun.example');
    expect(attendee?.getParameter('cn')).toBe('Åsa Öhman');
    expect(attendee?.getParameter('rsvp')).toBe('FALSE');
    expect(attendee?.getParameter('partstat')).toBe('ACCEPTED');
  });

  test('a download names nobody', () => {
    expect(names(calendarFile([first], { ...request, method: 'PUBLISH' }))).not.toContain('ATTENDEE');
    expect(names(calendarFile([first], { ...request, method: 'PUBLISH' }))).not.toContain('ORGANIZER');
  });

  test('says when it last changed, in UTC', () => {
    expect(files[0]).toMatch(/^DTSTAMP:20260901T100000Z\r$/m);
    expect(files[0]).toMatch(/^LAST-MODIFIED:20260901T100000Z\r$/m);
  });

  test('whoever said maybe has it as tentative', () => {
    expect(one(calendarFile([entry({ status: 'tentative' })], request)).status).toBe('TENTATIVE');
    expect(calendarFile([entry({ status: 'tentative' })], request)).toContain('PARTSTAT=TENTATIVE');
  });

  test('the domain is the name that the server is reached by', () => {
    expect(calendarDomain('https://verkosto.example:8443/botti')).toBe('verkosto.example');
    expect(calendarDomain('http://127.0.0.1:3978')).toBe('127.0.0.1');
    expect(calendarDomain('http://[::1]:3978')).toBe('::1');
  });
});

describe('words', () => {
  test('Finnish letters, signs of the format and line breaks arrive as they were written', () => {
    const of = entry({
      title: 'Äänekosken työpaja; lähde, lue \\ kysy: ”Öljy & Åland” 🎉',
      description: 'Ohjelma:\n9.00 Avaus; kahvi, tee\n\n9.30 Yhteiset \\ asiat\tja muut',
      place: 'Kaupungintalo, Åbo-sali; 2. krs',
    });
    expect(one(calendarFile([of], publish))).toMatchObject({
      title: of.title,
      description: of.description?.replace('\t', ' '),
      place: of.place,
    });
  });

  test('lines are at most 75 octets and never break within a letter', () => {
    const title = 'Yöpöytälaatikkoselvityshäiriö–🎉'.repeat(6);
    const file = calendarFile([entry({ title, description: 'äö🎉'.repeat(900) })], request);
    const octets = file.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(Math.max(...octets)).toBeGreaterThan(70);
    expect(Buffer.from(file).toString('utf8')).toBe(file);
    expect(file.split('\r\n').every((line) => line.isWellFormed())).toBe(true);
    expect(one(file).title).toBe(title);
  });

  test('the link is its own property and the last line of the description, for calendars that show no links', () => {
    const link = 'https://verkosto.example/p/token/events/e-1?a=1,2;3';
    expect(one(calendarFile([entry({ link, description: 'Tervetuloa!' })], publish))).toMatchObject({
      link: 'https://verkosto.example/p/token/events/e-1?a=1%2C2%3B3',
      description: `Tervetuloa!\n\n${link}`,
    });
    expect(one(calendarFile([entry({ link, description: `Liity: ${link}` })], publish)).description).toBe(
      `Liity: ${link}`,
    );
    expect(one(calendarFile([entry({ link })], publish)).description).toBe(link);
  });

  const hostile = [
    'Hei\r\nBEGIN:VEVENT\r\nUID:toinen@x.example\r\nEND:VEVENT',
    'Hei\nATTENDEE:mailto:muut@x.example',
    'Hei\rX-EVIL:1',
    'Hei\u2028METHOD:CANCEL\u2029\u0085\u000b\u000cSTATUS:CANCELLED',
    'Hei\\nX-EVIL:1\\',
    '\u0000\u0007\ud800 Hei',
    '";X-EVIL=1:mailto:muut@x.example\r\nX-EVIL:1',
    '^n^\' "x": ;,',
  ];
  test.each(hostile)('%j adds no line, entry or property, wherever it stands', (words) => {
    const plain = names(calendarFile([entry({ description: 'a', place: 'a' })], { ...request }));
    const file = calendarFile([entry({ title: words, description: words, place: words })], {
      ...request,
      organizer: { name: words, address: 'verkosto@bot.example' },
      attendee: { name: words, address: 'asa.ohman@kommun.example' },
    });
    expect(names(file)).toEqual(plain);
    expect(file).not.toMatch(/[^\P{Cc}\r\n]/u);
    // Of words alone: node-ical reads a backslash before an n as a line break.
    for (const read of [byRules, byNames]) {
      expect(read(file)).toEqual([expect.objectContaining({ uid: 'e-1.p-1@verkosto.example', status: 'CONFIRMED' })]);
    }
    const called = calendarFile([entry()], { ...publish, name: words });
    expect(names(called)).toEqual(names(calendarFile([entry()], { ...publish, name: 'a' })));
    expect(shown(called)).toHaveLength(1);
  });

  test('what is too long is cut and says so; a link is left out whole', () => {
    const long = (n: number) => 'å'.repeat(n);
    const of = one(
      calendarFile(
        [
          entry({
            ...{ title: long(300), description: long(10_000), place: long(300) },
            link: `https://verkosto.example/${'a'.repeat(LONGEST_LINK)}`,
          }),
        ],
        publish,
      ),
    );
    expect(of.title).toBe(`${long(LONGEST.title - 1)}…`);
    expect(of.place).toBe(`${long(LONGEST.place - 1)}…`);
    expect(of.description).toBe(`${long(LONGEST.description - 1)}…`);
    expect(of.link).toBeUndefined();
  });

  test.each(['javascript:alert(1)', 'ei osoite', 'https://', 'https://a\r\nX-EVIL:1.example'])(
    'the link %j is no web address and left out',
    (link) => expect(one(calendarFile([entry({ link })], publish)).link).toBeUndefined(),
  );

  test('an entry that no calendar could keep is our own error', () => {
    const { startsAt } = entry();
    expect(() => calendarFile([entry({ uid: 'a b\r\nX:1' })], publish)).toThrow(RangeError);
    expect(() => calendarFile([entry({ endsAt: plus(startsAt, -HOUR) })], publish)).toThrow(RangeError);
  });
});
