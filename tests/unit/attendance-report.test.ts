/** Attendance reports of Teams through the years and languages, as the bytes that organisers download; broken and hostile ones too. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  MOST_PARTICIPANTS,
  type Participant,
  parseAttendanceReport,
  UnreadableReport,
} from '../../bot/sheets/attendance-report.ts';
import { readAttendanceReport, readTable } from '../../bot/sheets/read.ts';
import { LARGEST_FILE, UnreadableTable } from '../../bot/sheets/table.ts';

type Rows = readonly (readonly string[])[];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
const joined = (rows: Rows, separator: string): string =>
  `${rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator)).join('\r\n')}\r\n`;
const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
/** As Teams writes it: UTF-16 with its mark, tabs. */
const teams = (rows: Rows): Uint8Array => utf16(joined(rows, '\t'));

const peopleOf = (bytes: Uint8Array): readonly Participant[] => parseAttendanceReport(bytes).participants;
const namesOf = (bytes: Uint8Array): string[] => peopleOf(bytes).map(({ name }) => name);

function faultOf(bytes: Uint8Array): unknown {
  try {
    return parseAttendanceReport(bytes) && 'read';
  } catch (error) {
    return error instanceof UnreadableReport ? error.code : error;
  }
}

/** How reading may end, whatever comes in. */
const ENDS: readonly unknown[] = ['read', 'tooLarge', 'notAReport', 'noParticipants', 'broken'];

/** One meeting as Teams tells of it in three languages: the same people, times and roles. */
interface Language {
  readonly summary: Rows;
  readonly participants: readonly [title: string, ...headings: string[]];
  readonly stays: readonly [title: string, ...headings: string[]];
  readonly roles: readonly [organizer: string, presenter: string, attendee: string];
  readonly guest: string;
  time(hour: number, minute: number, second: number): string;
  duration(hours: number, minutes: number, seconds: number): string;
}

const two = (number: number): string => String(number).padStart(2, '0');

const LANGUAGES: Readonly<Record<'fi' | 'sv' | 'en', Language>> = {
  fi: {
    summary: [
      ['1. Yhteenveto'],
      ['Kokouksen otsikko', 'Verkoston webinaari, syksy'],
      ['Osallistuneet osallistujat', '3'],
      ['Aloitusaika', '28.11.2026 klo 9.00.00'],
      ['Lopetusaika', '28.11.2026 klo 10.05.00'],
      ['Kokouksen kesto', '1 t 5 min 0 s'],
      ['Keskimääräinen osallistumisaika', '52 min 0 s'],
    ],
    participants: [
      '2. Osallistujat',
      'Nimi',
      'Ensimmäinen liittymiskerta',
      'Viimeisin poistumiskerta',
      'Kokouksessaoloaika',
      'Sähköpostiosoite',
      'Osallistujan tunnus (UPN)',
      'Rooli',
    ],
    stays: ['3. Toiminta kokouksessa', 'Nimi', 'Liittymisaika', 'Poistumisaika', 'Kesto', 'Sähköpostiosoite', 'Rooli'],
    roles: ['Järjestäjä', 'Esittäjä', 'Osallistuja'],
    guest: '(vieras)',
    time: (hour, minute, second) => `28.11.2026 klo ${hour}.${two(minute)}.${two(second)}`,
    duration: (hours, minutes, seconds) => `${hours ? `${hours} t ` : ''}${minutes} min ${seconds} s`,
  },
  sv: {
    summary: [
      ['1. Sammanfattning'],
      ['Mötets namn', 'Nätverkets webbinarium'],
      ['Deltagare', '3'],
      ['Starttid', '2026-11-28 09:00:00'],
      ['Sluttid', '2026-11-28 10:05:00'],
      ['Mötets varaktighet', '1 tim 5 min 0 sek'],
    ],
    participants: [
      '2. Deltagare',
      'Namn',
      'Första anslutning',
      'Lämnade senast',
      'Varaktighet i möte',
      'E-post',
      'Deltagar-ID (UPN)',
      'Roll',
    ],
    stays: [
      '3. Aktiviteter under mötet',
      'Namn',
      'Anslutningstid',
      'Tid då deltagaren lämnade',
      'Varaktighet',
      'E-post',
      'Roll',
    ],
    roles: ['Organisatör', 'Presentatör', 'Deltagare'],
    guest: '(gäst)',
    time: (hour, minute, second) => `2026-11-28 ${two(hour)}:${two(minute)}:${two(second)}`,
    duration: (hours, minutes, seconds) => `${hours ? `${hours} tim ` : ''}${minutes} min ${seconds} sek`,
  },
  en: {
    summary: [
      ['1. Summary'],
      ['Meeting title', 'Webinar of the network'],
      ['Attended participants', '3'],
      ['Start time', '11/28/26, 9:00:00\u202fAM'],
      ['End time', '11/28/26, 10:05:00\u202fAM'],
      ['Meeting duration', '1h 5m 0s'],
      ['Average attendance time', '52m'],
    ],
    participants: [
      '2. Participants',
      'Name',
      'First Join',
      'Last Leave',
      'In-Meeting Duration',
      'Email',
      'Participant ID (UPN)',
      'Role',
    ],
    stays: ['3. In-Meeting Activities', 'Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role'],
    roles: ['Organizer', 'Presenter', 'Attendee'],
    guest: '(Unverified)',
    time: (hour, minute, second) =>
      `11/28/26, ${hour % 12 || 12}:${two(minute)}:${two(second)}\u202f${hour < 12 ? 'AM' : 'PM'}`,
    duration: (hours, minutes, seconds) => `${hours ? `${hours}h ` : ''}${minutes}m ${seconds}s`,
  },
};

/** Siiri leads; Kaarlo goes and comes back; Björn comes as a guest on two devices at once. */
function meeting({ summary, participants, stays, roles, guest, time, duration }: Language): Rows {
  const [sectionTwo, ...headings] = participants;
  const [sectionThree, ...stayHeadings] = stays;
  const [organizer, presenter, attendee] = roles;
  const siiri = ['Siiri.Suomi@Kunta.example', 'siiri.suomi@kunta.example'];
  const kaarlo = ['kaarlo@kylä.example', 'k12345@kunta.example'];
  return [
    ...summary,
    [],
    [sectionTwo],
    headings,
    ['Suomi, Siiri', time(9, 0, 5), time(10, 5, 0), duration(1, 4, 55), ...siiri, organizer],
    ['Kaarlo Kangas', time(9, 1, 0), time(10, 1, 0), duration(0, 40, 0), ...kaarlo, presenter],
    [`Björn ”Nalle” Ek ${guest}`, time(9, 10, 0), time(9, 40, 0), duration(0, 45, 0), '', '', attendee],
    [],
    [sectionThree],
    stayHeadings,
    ['Suomi, Siiri', time(9, 0, 5), time(10, 5, 0), duration(1, 4, 55), siiri[0] ?? '', organizer],
    ['Kaarlo Kangas', time(9, 1, 0), time(9, 21, 0), duration(0, 20, 0), kaarlo[0] ?? '', attendee],
    ['Kaarlo Kangas', time(9, 41, 0), time(10, 1, 0), duration(0, 20, 0), kaarlo[0] ?? '', presenter],
    [`Björn ”Nalle” Ek ${guest}`, time(9, 10, 0), time(9, 35, 0), duration(0, 25, 0), '', attendee],
    [`Björn ”Nalle” Ek ${guest}`, time(9, 20, 0), time(9, 40, 0), duration(0, 20, 0), '', attendee],
  ];
}

const IN_THE_MEETING: readonly Participant[] = [
  {
    name: 'Suomi, Siiri',
    email: 'siiri.suomi@kunta.example',
    upn: 'siiri.suomi@kunta.example',
    seconds: 3895,
    joins: 1,
    role: 'organizer',
  },
  {
    name: 'Kaarlo Kangas',
    email: 'kaarlo@kylä.example',
    upn: 'k12345@kunta.example',
    seconds: 2400,
    joins: 2,
    role: 'presenter',
  },
  { name: 'Björn ”Nalle” Ek', seconds: 1800, joins: 2, role: 'attendee' },
];

describe('today’s report, with numbered sections', () => {
  test.each(['fi', 'sv', 'en'] as const)(
    'is read in %s: who, with which role, how long and how many times',
    (language) => {
      expect(parseAttendanceReport(teams(meeting(LANGUAGES[language])))).toEqual({
        participants: IN_THE_MEETING,
        skipped: 0,
      });
    },
  );

  test.each([
    ['UTF-16 that lost its mark', (rows: Rows) => new Uint8Array(Buffer.from(joined(rows, '\t'), 'utf16le'))],
    ['UTF-8 with commas', (rows: Rows) => utf8(joined(rows, ','))],
    ['UTF-8 with a mark and semicolons, as Excel saves it', (rows: Rows) => utf8(`\ufeff${joined(rows, ';')}`)],
    ['line feeds alone', (rows: Rows) => utf16(joined(rows, '\t').replaceAll('\r\n', '\n'))],
    [
      'lines that end in two ways',
      (rows: Rows) => utf16(joined(rows, '\t').replace('\r\n', '\n').replace(/\r\n$/, '\r')),
    ],
    [
      'rows filled up to one width',
      (rows: Rows) =>
        utf8(
          joined(
            rows.map((row) => Array.from({ length: 9 }, (_, at) => row[at] ?? '')),
            ',',
          ),
        ),
    ],
  ])('is read from %s', (_, bytesOf) => {
    expect(peopleOf(bytesOf(meeting(LANGUAGES.fi)))).toEqual(IN_THE_MEETING);
    expect(peopleOf(bytesOf(meeting(LANGUAGES.en)))).toEqual(IN_THE_MEETING);
  });

  test('is read by its shape where every word is new, sections and headings alike', () => {
    const words = (rows: readonly [string, ...string[]], number: number): [string, ...string[]] => [
      `${number}. Qwerty`,
      ...rows.slice(1).map((_, at) => `Zxcv ${'abcdefg'[at]}`),
    ];
    const { participants, stays } = LANGUAGES.en;
    const strange = { ...LANGUAGES.en, participants: words(participants, 2), stays: words(stays, 3) };
    const withoutRoles = IN_THE_MEETING.map(({ role, ...person }) => person);
    expect(peopleOf(teams(meeting(strange)))).toEqual(withoutRoles);
  });

  test('without its section of stays tells the time that Teams counted, never more than from first to last', () => {
    const rows = meeting(LANGUAGES.sv);
    const cut = rows.slice(
      0,
      rows.findIndex(([title]) => title?.startsWith('3.')),
    );
    expect(peopleOf(teams(cut)).map(({ seconds, joins }) => [seconds, joins])).toEqual([
      [3895, 1],
      [2400, 1],
      [1800, 1],
    ]);
  });

  test('that tells only who attended, as some organisations want it, has everyone with no time', () => {
    const rows = [['1. Summary'], [], ['2. Participants'], ['Name', 'Email', 'Participant ID (UPN)', 'Role']];
    const people = [
      ['Siiri Suomi', 'siiri@kunta.example', 'siiri@kunta.example', 'Organizer'],
      ['Björn Ek (Guest)', '', '', 'Attendee'],
    ];
    expect(peopleOf(teams([...rows, ...people]))).toEqual([
      {
        name: 'Siiri Suomi',
        email: 'siiri@kunta.example',
        upn: 'siiri@kunta.example',
        seconds: 0,
        joins: 1,
        role: 'organizer',
      },
      { name: 'Björn Ek', seconds: 0, joins: 1, role: 'attendee' },
    ]);
  });

  test('of a webinar has the registration’s address for those without another, and leaves out who did not come', () => {
    const registered = ['Registration First Name', 'Registration Email', 'Registration Time', 'Registration Status'];
    const [title, ...headings] = LANGUAGES.en.participants;
    const at = ['11/28/26, 9:00:00 AM', '11/28/26, 9:30:00 AM', '30m 0s'];
    const answer = ['11/1/26, 8:00:00 AM', 'Registered'];
    const report = parseAttendanceReport(
      teams([
        ['1. Summary'],
        ['Registered participants', '3'],
        [],
        [title],
        [...headings, ...registered],
        ['Siiri Suomi', ...at, 'siiri@kunta.example', '', 'Presenter', 'Siiri', 'siiri@koti.example', ...answer],
        ['Björn Ek (Unverified)', ...at, '', '', 'Attendee', 'Björn', 'Bjorn@Koti.example', ...answer],
        ['Poissa Pekka', '', '', '', '', '', '', 'Pekka', 'pekka@koti.example', ...answer],
        [],
        [LANGUAGES.en.stays[0]],
        LANGUAGES.en.stays.slice(1),
        ['Björn Ek (Unverified)', '11/28/26, 9:00:00 AM', '11/28/26, 9:10:00 AM', '10m 0s', '', 'Attendee'],
        ['Björn Ek (Unverified)', '11/28/26, 9:20:00 AM', '11/28/26, 9:30:00 AM', '10m 0s', '', 'Attendee'],
      ]),
    );
    expect(report.skipped).toBe(1);
    expect(report.participants.map(({ name, email, seconds, joins }) => [name, email, seconds, joins])).toEqual([
      ['Siiri Suomi', 'siiri@kunta.example', 1800, 1],
      ['Björn Ek', 'bjorn@koti.example', 1200, 2],
    ]);
  });

  test('of two guests with one name gives neither the other’s stays', () => {
    const [title, ...headings] = LANGUAGES.en.participants;
    const [sectionThree, ...stayHeadings] = LANGUAGES.en.stays;
    const stay = ['11/28/26, 9:00:00 AM', '11/28/26, 9:30:00 AM', '30m 0s'];
    const rows = [
      ['1. Summary'],
      [title],
      [...headings, 'Registration Email'],
      ['Matti Mäki', ...stay, '', '', 'Attendee', 'matti@kylä.example'],
      ['Matti Mäki', ...stay, '', '', 'Attendee', 'matti@kunta.example'],
      [],
      [sectionThree],
      stayHeadings,
      ['Matti Mäki', ...stay, '', 'Attendee'],
      ['Matti Mäki', ...stay, '', 'Attendee'],
    ];
    expect(peopleOf(teams(rows)).map(({ email, seconds, joins }) => [email, seconds, joins])).toEqual([
      ['matti@kylä.example', 1800, 1],
      ['matti@kunta.example', 1800, 1],
    ]);
  });

  test('leaves sections of questions and votes alone', () => {
    const questions = [
      [],
      ['4. Q&A'],
      ['Name', 'Question', 'Asked'],
      ['Toinen Tiina', 'Miksi?', '28.11.2026 klo 9.30.00'],
    ];
    expect(peopleOf(teams([...meeting(LANGUAGES.fi), ...questions]))).toEqual(IN_THE_MEETING);
  });

  test('of a meeting over midnight counts through it, also where days stand before months', () => {
    const [title, ...headings] = LANGUAGES.en.participants;
    const row = (from: string, to: string): readonly string[] => [
      'Yö Yrjö',
      from,
      to,
      '',
      'yrjo@kunta.example',
      '',
      '',
    ];
    const secondsOf = (from: string, to: string): number | undefined =>
      peopleOf(teams([['1. Summary'], [title], headings, row(from, to)]))[0]?.seconds;
    expect(secondsOf('11/30/26, 11:30:00 PM', '12/1/26, 12:15:00 AM')).toBe(2700);
    expect(secondsOf('30/11/2026, 23:30:00', '01/12/2026, 00:15:00')).toBe(2700);
    expect(secondsOf('12/11/2026, 23:30', '13/11/2026, 00:15')).toBe(2700);
    expect(secondsOf('30.11.2026 klo 23.30.00', '1.12.2026 klo 0.15.00')).toBe(2700);
    expect(secondsOf('30.11.2026 11.30.00 ip.', '1.12.2026 12.15.00 ap.')).toBe(2700);
    expect(secondsOf('2026-11-30 23:30:00', '2026-12-01 00:15:00')).toBe(2700);
    expect(secondsOf('2026-11-30T23:30:00Z', '2026-12-01T00:15:00Z')).toBe(2700);
  });
});

describe('older reports', () => {
  test('the one of 2021 has a row for each joining, below a summary without numbers', () => {
    const rows = [
      ['Meeting Summary'],
      ['Total Number of Participants', '2'],
      ['Meeting Title', 'Verkoston kokous'],
      ['Meeting Start Time', '12/10/2021, 7:37:51 PM'],
      ['Meeting End Time', '12/10/2021, 8:07:14 PM'],
      ['Meeting Id', '00000000-0000-4000-8000-000000000000'],
      [],
      ['Full Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role', 'Participant ID (UPN)'],
      [
        'Siiri Suomi',
        '12/10/2021, 7:37:51 PM',
        '12/10/2021, 7:47:51 PM',
        '10m',
        's@kunta.example',
        'Organizer',
        's1@kunta.example',
      ],
      [
        'Siiri Suomi',
        '12/10/2021, 7:57:51 PM',
        '12/10/2021, 8:07:14 PM',
        '9m 23s',
        's@kunta.example',
        'Organizer',
        's1@kunta.example',
      ],
      ['Ek, Björn (Guest)', '12/10/2021, 7:40:00 PM', '12/10/2021, 8:00:00 PM', '20m', '', 'Attendee', ''],
    ];
    const people = [
      {
        name: 'Siiri Suomi',
        email: 's@kunta.example',
        upn: 's1@kunta.example',
        seconds: 1163,
        joins: 2,
        role: 'organizer',
      },
      { name: 'Ek, Björn', seconds: 1200, joins: 1, role: 'attendee' },
    ];
    expect(peopleOf(teams(rows))).toEqual(people);
    expect(peopleOf(utf8(joined(rows, ',')))).toEqual(people);
    expect(peopleOf(teams(rows.filter((row) => row.length > 0)))).toEqual(people);
  });

  test.each([
    ['Full Name', 'User Action', 'Timestamp', 'Joined', 'Joined before', 'Left'],
    ['Koko nimi', 'Käyttäjän toiminto', 'Aikaleima', 'Liittyi', 'Liittyi aiemmin', 'Poistui'],
    ['Fullständigt namn', 'Användaråtgärd', 'Tidsstämpel', 'Anslöt', 'Anslöt tidigare', 'Lämnade'],
  ])('the first of all has a row for each coming and going: %s, %s, %s', (name, action, at, came, before, left) => {
    const rows = [
      [name, action, at],
      ['Suomi, Siiri', before, '28.11.2020 9.00.00'],
      ['Kaarlo Kangas', came, '28.11.2020 9.10.00'],
      ['Kaarlo Kangas', left, '28.11.2020 9.20.00'],
      ['Kaarlo Kangas', came, '28.11.2020 9.30.00'],
      ['Kaarlo Kangas', left, '28.11.2020 9.45.00'],
    ];
    expect(peopleOf(teams(rows))).toEqual([
      { name: 'Suomi, Siiri', seconds: 2700, joins: 1 },
      { name: 'Kaarlo Kangas', seconds: 1500, joins: 2 },
    ]);
  });

  test('two devices in such a list count once, and words of another language take turns', () => {
    const list = (...rows: [string, string][]): Uint8Array =>
      teams([
        ['Full Name', 'User Action', 'Timestamp'],
        ...rows.map(([is, at]) => ['Kaarlo Kangas', is, `11/28/2020, ${at}`]),
      ]);
    const devices = list(
      ['Joined', '9:00:00 AM'],
      ['Joined', '9:10:00 AM'],
      ['Left', '9:20:00 AM'],
      ['Left', '9:40:00 AM'],
    );
    expect(peopleOf(devices)).toEqual([{ name: 'Kaarlo Kangas', seconds: 2400, joins: 2 }]);
    const strange = list(['Uno', '9:00:00 AM'], ['Due', '9:10:00 AM'], ['Uno', '9:20:00 AM'], ['Due', '9:40:00 AM']);
    expect(peopleOf(strange)).toEqual([{ name: 'Kaarlo Kangas', seconds: 1800, joins: 2 }]);
  });

  test('that of a live event is read', () => {
    const text = [
      'SessionId,ParticipantId,FullName,UserAgent,UtcEventTimestamp,Action,Role',
      'a1,siiri@kunta.example,Siiri Suomi,Browser/5.0 (x),1/25/2022 4:48:08 PM,Joined,Attendee',
      'b2,kaarlo@kunta.example,Kaarlo Kangas,Browser/5.0 (x),1/25/2022 4:51:13 PM,Joined,Presenter',
      'a1,siiri@kunta.example,Siiri Suomi,Browser/5.0 (x),1/25/2022 5:25:54 PM,Left,Attendee',
    ].join('\r\n');
    expect(peopleOf(utf8(text)).map(({ name, upn, seconds, role }) => [name, upn, seconds, role])).toEqual([
      ['Siiri Suomi', 'siiri@kunta.example', 2266, 'attendee'],
      ['Kaarlo Kangas', 'kaarlo@kunta.example', 2081, 'presenter'],
    ]);
  });
});

describe('people', () => {
  const HEAD = ['Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Participant ID (UPN)', 'Role'];
  const at = (minute: number): string => `2026-11-28 09:${two(minute)}:00`;
  const list = (...rows: (readonly string[])[]): Uint8Array => teams([HEAD, ...rows]);

  test.each([
    ['Siiri Suomi (Guest)', 'Siiri Suomi'],
    ['Siiri Suomi (vieras)', 'Siiri Suomi'],
    ['Siiri Suomi (Unverified)', 'Siiri Suomi'],
    ['Siiri Suomi (vahvistamaton)', 'Siiri Suomi'],
    ['Siiri Suomi (gäst)', 'Siiri Suomi'],
    ['Siiri Suomi (Extern)', 'Siiri Suomi'],
    ['Suomi, Siiri (External) (Unverified)', 'Suomi, Siiri'],
    ['Suomi\u00a0 Siiri', 'Suomi Siiri'],
    ['Suomen Siiri', 'Suomen Siiri'],
    ['Siiri Suomi (Rauma)', 'Siiri Suomi (Rauma)'],
    ['Siiri "Sisu"\tSuomi', 'Siiri "Sisu" Suomi'],
    ['(Guest)', '(Guest)'],
    ['+358 40 ***', '+358 40 ***'],
  ])('%j is called %j', (written, name) => {
    expect(namesOf(list([written, at(0), at(5), '5m', '', '', '']))).toEqual([name]);
  });

  test('are one by address or what Teams knows them by, whatever the name; by name only where there is neither', () => {
    const people = peopleOf(
      list(
        ['Siiri Suomi', at(0), at(10), '', 'S@kunta.example', '', 'Attendee'],
        ['Siiri S.', at(10), at(20), '', 's@KUNTA.example', 's1@kunta.example', 'Attendee'],
        ['S. Suomi', at(20), at(25), '', '', 'S1@kunta.example', 'Presenter'],
        ['Siiri Suomi', at(30), at(31), '', 'toinen@kunta.example', '', ''],
        ['Siiri Suomi (Guest)', at(0), at(1), '', '', '', ''],
        ['siiri suomi', at(2), at(3), '', '', '', ''],
      ),
    );
    expect(people).toEqual([
      {
        name: 'Siiri Suomi',
        email: 's@kunta.example',
        upn: 's1@kunta.example',
        seconds: 1500,
        joins: 3,
        role: 'presenter',
      },
      { name: 'Siiri Suomi', email: 'toinen@kunta.example', seconds: 60, joins: 1 },
      { name: 'Siiri Suomi', seconds: 120, joins: 2 },
    ]);
  });

  test('without a name are called by their address; rows without both are skipped', () => {
    const report = parseAttendanceReport(
      list(['', at(0), at(5), '', 'nimeton@kunta.example', '', ''], ['', at(0), at(5), '5m', '', '', '']),
    );
    expect(report.participants.map(({ name }) => name)).toEqual(['nimeton@kunta.example']);
    expect(report.skipped).toBe(1);
  });

  test.each([
    ['1h 2m 3s', 3723],
    ['45m 10s', 2710],
    ['1 t 2 min 3 s', 3723],
    ['1 h 2 min 3 s', 3723],
    ['1 tunti ja 2 minuuttia', 3720],
    ['1 tim 2 min 3 sek', 3723],
    ['2 timmar', 7200],
    ['8s', 8],
    ['01:02:03', 3723],
    ['PT1H2M3S', 3723],
    ['1 d 2h', 93_600],
    ['hetki', 0],
    ['', 0],
  ])('%j without readable times is so long', (duration, seconds) => {
    expect(peopleOf(list(['Siiri Suomi', 'aamulla', 'illalla', duration, '', '', '']))[0]?.seconds).toBe(seconds);
  });

  test('without readable times stayed no longer than the meeting, however many times they joined', () => {
    const rows = Array.from({ length: 40 }, () => ['Siiri Suomi', 'x', 'y', '1h', 's@kunta.example', '', '']);
    expect(peopleOf(list(...rows))[0]).toMatchObject({ seconds: 30 * 3600, joins: 40 });
    const summary = [['Meeting Summary'], ['Meeting duration', '2h 30m'], ['Average attendance time', '1h'], []];
    expect(peopleOf(teams([...summary, HEAD, ...rows]))[0]?.seconds).toBe(9000);
  });

  test('times that can’t be, leave before join or a meeting of days, leave the duration to tell', () => {
    expect(peopleOf(list(['Siiri', at(30), at(10), '5m', '', '', '']))[0]?.seconds).toBe(300);
    expect(peopleOf(list(['Siiri', '2025-01-01 09:00', at(10), '5m', '', '', '']))[0]?.seconds).toBe(300);
  });
});

describe('what is no report', () => {
  test.each([
    ['nothing', utf8(''), 'notAReport'],
    ['a byte order mark', new Uint8Array([0xff, 0xfe]), 'notAReport'],
    ['prose', utf8('Hei, tässä osallistujat; kiitos, kun tulitte.\r\nTerveisin Siiri'), 'notAReport'],
    ['a mailing list', utf8('Nimi;Sähköposti;Kunta\r\nSiiri Suomi;siiri@kunta.example;Rauma\r\n'), 'notAReport'],
    [
      'a register of members who joined and left',
      utf8('Nimi;Liittynyt;Eronnut;Sähköposti\r\nSiiri Suomi;28.11.2020;1.1.2026;siiri@kunta.example\r\n'),
      'notAReport',
    ],
    [
      'a list of registrations with their times',
      utf8('Nimi;Sähköposti;Ilmoittautui\r\nSiiri Suomi;siiri@kunta.example;28.11.2026 klo 9.00.00\r\n'),
      'notAReport',
    ],
    [
      'a list of times in a language that nobody knows',
      teams([
        ['Qw', 'Zx', 'Rt'],
        ['Siiri', 'Uno', '28.11.2020 9.00.00'],
      ]),
      'notAReport',
    ],
    ['a summary alone', teams(LANGUAGES.fi.summary), 'notAReport'],
    [
      'a report of an empty meeting',
      teams([['2. Osallistujat'], LANGUAGES.fi.participants.slice(1)]),
      'noParticipants',
    ],
    ['the first kind of report, empty', teams([['Full Name', 'User Action', 'Timestamp']]), 'noParticipants'],
    ['a file that is no text', new Uint8Array(5000), 'broken'],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'broken'],
    ['a quote that is never closed', utf8('Name,Join Time,Leave Time,Duration\r\n"Siiri,1,2,3\r\n'), 'broken'],
    ['too many bytes', new Uint8Array(LARGEST_FILE + 1).fill(97), 'tooLarge'],
  ])('%s is refused', (_, bytes, code) => {
    expect(faultOf(bytes)).toBe(code);
  });

  test('a report cut off anywhere is refused or read without inventing anybody', () => {
    const whole = teams(meeting(LANGUAGES.fi));
    const names = IN_THE_MEETING.map(({ name }) => name);
    for (let length = 0; length < whole.length; length += 7) {
      const cut = whole.slice(0, length);
      if (faultOf(cut) !== 'read') continue;
      for (const name of namesOf(cut).slice(0, -1)) expect(names).toContain(name);
    }
    expect(faultOf(whole.slice(0, 200))).toBe('notAReport');
  });

  test('as many people as may be are read, one more is too many', () => {
    const rows = (count: number): Rows =>
      Array.from({ length: count }, (_, at) => [
        `Nimi ${at}`,
        '2026-11-28 09:00:00',
        '2026-11-28 09:30:00',
        '30m',
        `n${at}@kunta.example`,
      ]);
    const head = ['Full Name', 'Join Time', 'Leave Time', 'Duration', 'Email'];
    expect(peopleOf(teams([head, ...rows(MOST_PARTICIPANTS)]))).toHaveLength(MOST_PARTICIPANTS);
    expect(faultOf(teams([head, ...rows(MOST_PARTICIPANTS + 1)]))).toBe('tooLarge');
  });

  const HEAD = 'Full Name\tJoin Time\tLeave Time\tDuration\tEmail\r\n';
  const filled = (start: string, piece: string): Uint8Array =>
    utf8((start + piece.repeat(Math.ceil(LARGEST_FILE / piece.length))).slice(0, LARGEST_FILE));
  test.each([
    ['letters', filled('', 'a')],
    ['rows of one letter', filled('', 'a\n')],
    ['tabs', filled('', '\t')],
    ['tabs below a heading', filled(HEAD, '\t')],
    ['separators of every kind', filled('', '\t;,'.repeat(30_000).concat('\n'))],
    ['quotes', filled('', '"')],
    ['quoted cells', filled('', '"",')],
    ['spaces in a cell', filled(HEAD, ' ')],
    ['brackets', filled(HEAD, `${'('.repeat(900)}${')'.repeat(90)}\t1\t2\t3h\n`)],
    ['digits', filled(HEAD, `Siiri\t${'1.'.repeat(400)}\t${'1 m'.repeat(300)}\t${'9'.repeat(900)}\n`)],
    ['at signs', filled(HEAD, `Siiri\t1\t2\t3\t${'a@.'.repeat(300)}\n`)],
    [
      'one person in a row after another',
      filled(HEAD, 'Siiri\t2026-11-28 09:00:00\t2026-11-28 09:30:00\t5m\ts@k.example\n'),
    ],
    ['a report that goes on for ever', filled(HEAD.repeat(3), `Siiri${HEAD}\n`)],
    ['bytes of chance', Uint8Array.from({ length: LARGEST_FILE }, (_, at) => 32 + ((at * 7919) % 223))],
  ])('5 megabytes of %s end soon', (_, bytes) => {
    const start = performance.now();
    expect(ENDS).toContain(faultOf(bytes));
    expect(performance.now() - start).toBeLessThan(8000);
  });
});

describe('whatever comes in', () => {
  test('bytes of any kind are read or refused by a code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(ENDS).toContain(faultOf(bytes));
        expect(ENDS).toContain(faultOf(new Uint8Array([0xff, 0xfe, ...bytes])));
      }),
    );
  });

  test('reports with any text in their cells are read or refused by a code', () => {
    const { participants, stays, time, duration } = LANGUAGES.fi;
    const cell = fc.oneof(
      fc.constantFrom(...participants, ...stays, ...LANGUAGES.en.participants, time(9, 1, 2), duration(1, 2, 3)),
      fc.constantFrom(
        '',
        '"',
        '1/2/26, 9:00 PM',
        's@kunta.example',
        'Joined',
        'Left',
        '2. x',
        '__proto__',
        'constructor',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\t', ',', ';'), (some, separator) => {
        const text = some.map((row) => row.join(separator)).join('\n');
        expect(ENDS).toContain(faultOf(utf16(text)));
        expect(ENDS).toContain(faultOf(utf16(`${joined(meeting(LANGUAGES.fi).slice(0, 11), '\t')}${text}`)));
      }),
      { numRuns: 300 },
    );
  });

  test('nobody was there longer than from the first joining to the last leaving, nor shorter than the longest stay', () => {
    const { summary, participants, stays } = LANGUAGES.en;
    const stay = fc.record({
      who: fc.constantFrom('Siiri', 'Kaarlo', 'Björn'),
      from: fc.integer({ min: 0, max: 7200 }),
      length: fc.integer({ min: 0, max: 7200 }),
    });
    const clock = (second: number): string =>
      new Date(Date.UTC(2026, 10, 28, 21) + second * 1000).toISOString().slice(0, 19);
    fc.assert(
      fc.property(fc.array(stay, { minLength: 1, maxLength: 30 }), fc.boolean(), (all, hasSections) => {
        const times = all.map(({ who, from, length }) => [
          who,
          clock(from),
          clock(from + length),
          `${length}s`,
          '',
          '',
        ]);
        const people = [...new Set(all.map(({ who }) => who))];
        const of = (who: string) => all.filter((one) => one.who === who);
        const first = (who: string): number => Math.min(...of(who).map(({ from }) => from));
        const last = (who: string): number => Math.max(...of(who).map(({ from, length }) => from + length));
        const sum = (who: string): number => of(who).reduce((total, { length }) => total + length, 0);
        const whole = people.map((who) => [who, clock(first(who)), clock(last(who)), `${sum(who)}s`, '', '', '']);
        const sections = [...summary, [participants[0]], participants.slice(1), ...whole, [], [stays[0]]];
        const found = peopleOf(teams([...(hasSections ? sections : []), stays.slice(1), ...times]));
        expect(found.map(({ name }) => name)).toEqual(people);
        for (const { name, seconds, joins } of found) {
          expect(seconds).toBeLessThanOrEqual(last(name) - first(name));
          expect(seconds).toBeLessThanOrEqual(sum(name));
          expect(seconds).toBeGreaterThanOrEqual(Math.max(...of(name).map(({ length }) => length)));
          expect(joins).toBe(of(name).length);
        }
      }),
    );
  });
});

describe('in a thread of its own', () => {
  const report = utf8(
    'Full Name\tJoin Time\tLeave Time\tDuration\nMaija Mäki\t1.2.2026 9.00.00\t1.2.2026 10.00.00\t1 t\n',
  );

  test('a report is what it is without one, and lists of members are read in the same way', async () => {
    const [read, table] = await Promise.all([readAttendanceReport(report), readTable(utf8('Nimi;Kunta\nMäki;Akaa'))]);
    expect(read).toEqual(parseAttendanceReport(report));
    expect(table.headings).toEqual(['Nimi', 'Kunta']);
  });

  test.each([
    ['nobody’s report', utf8('Nimi;Kunta\nMäki;Akaa\n'), 'notAReport'],
    ['more than may be', new Uint8Array(LARGEST_FILE + 1), 'tooLarge'],
  ])('%s ends in the error of reports, whose code says why', async (_, bytes, code) => {
    const error: unknown = await readAttendanceReport(bytes).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(UnreadableReport);
    expect(error).toMatchObject({ code });
    await expect(readTable(new Uint8Array())).rejects.toBeInstanceOf(UnreadableTable);
  });
});
