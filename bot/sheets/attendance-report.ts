/** The attendance report that Teams gives the organiser of a meeting, read from its bytes: who was there and for how long. */
import {
  type AttendanceRole,
  higherRole,
  instantOf,
  isDayFirst,
  mailOf,
  movementOf,
  nameOf,
  roleOf,
  secondsOf,
  timeOf,
  upnOf,
  type WrittenTime,
} from './attendance-cells.ts';
import { cleanCell, decodeText, LARGEST_FILE, splitCells, UnreadableTable, withoutEmptyEnd } from './table.ts';

/** Of one meeting; a webinar of Teams takes a thousand. */
export const MOST_PARTICIPANTS = 5000;
/** Rows of the whole file: every participant may leave and come back several times. */
const MOST_ROWS = 40_000;
/** Rows in which the first table must begin. */
const SAMPLE = 200;
/** Empty cells take no bytes but time: the longest honest report has half of this. */
const MOST_CELLS = 1_000_000;
/** Columns that are looked at; a report has 7, that of a webinar some more for its own questions. */
const MOST_COLUMNS = 50;
/** Seconds: a meeting of Teams ends by then: source: Microsoft, “Limits and specifications for Microsoft Teams”. */
const LONGEST_MEETING = 30 * 3600;

/** notAReport: a file of something else. noParticipants: a report of a meeting that nobody came to. broken: no text, or a quote is never closed. slow: not read in its time. */
export type ReportFault = 'tooLarge' | 'noParticipants' | 'notAReport' | 'broken' | 'slow';

export class UnreadableReport extends Error {
  override name = 'UnreadableReport';
  readonly code: ReportFault;
  constructor(code: ReportFault, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

export interface Participant {
  /** Without “(Guest)” and the like. */
  readonly name: string;
  /** In lower case; that of the registration if Teams knows no other. */
  readonly email?: string;
  /** What Teams knows the person by, in lower case. */
  readonly upn?: string;
  /** Spent in the meeting; two devices at once count once. 0 also where the organisation's reports tell only who attended. */
  readonly seconds: number;
  /** How many times the person joined, from 1. */
  readonly joins: number;
  readonly role?: AttendanceRole;
}

export interface AttendanceReport {
  /** In the order of the file, each person once; at least one. */
  readonly participants: readonly Participant[];
  /** Rows that became nobody's: without a name, or of people who registered and did not come. */
  readonly skipped: number;
}

/**
 * Reads the reports of all years: today's with numbered sections, the one of 2021 with “Full Name, Join Time, Leave Time”, the first with “Joined”
 * and “Left”, and that of live events. Sections are known by number and shape, columns by words of three languages and by what is in their cells.
 * Throws UnreadableReport. Blocks for up to a second or two where a file is as large as may be: call `readAttendanceReport`.
 */
export function parseAttendanceReport(bytes: Uint8Array): AttendanceReport {
  if (bytes.length > LARGEST_FILE) throw new UnreadableReport('tooLarge');
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  if (text.includes('\0')) throw new UnreadableReport('broken');
  const rows = rowsOf(text, separatorIn(text), MOST_ROWS + 1);
  const [first, ...others] = tablesOf(rows).filter(isOfPeople);
  if (!first) throw new UnreadableReport('notAReport');
  return reportOf(rows, [first, ...others.filter((table) => isLike(first, table))]);
}

type Row = readonly string[];

function rowsOf(text: string, separator: string, most: number): Row[] {
  if (hasMoreThan(MOST_CELLS, text, separator)) throw new UnreadableReport('tooLarge');
  try {
    const rows = splitCells(text, separator, most);
    if (rows.length > MOST_ROWS) throw new UnreadableReport('tooLarge');
    return rows.map((row) => withoutEmptyEnd(row.slice(0, MOST_COLUMNS).map(cleanCell)));
  } catch (error) {
    if (error instanceof UnreadableTable) throw new UnreadableReport('broken', { cause: error });
    throw error;
  }
}

function hasMoreThan(most: number, text: string, separator: string): boolean {
  let count = 0;
  for (let at = text.indexOf(separator); at >= 0 && count <= most; at = text.indexOf(separator, at + 1)) count++;
  return count > most;
}

/** Teams writes tabs, or commas; Excel of Finland saves with semicolons. The first by which the file begins with a table of people: names and dates have commas too. */
const SEPARATORS = ['\t', ';', ','] as const;

function separatorIn(text: string): string {
  let fault = new UnreadableReport('notAReport');
  for (const separator of SEPARATORS) {
    if (!text.includes(separator)) continue;
    try {
      if (tablesOf(rowsOf(text, separator, SAMPLE)).some(isOfPeople)) return separator;
    } catch (error) {
      if (!(error instanceof UnreadableReport)) throw error;
      fault = error;
    }
  }
  throw fault;
}

// ── Tables ─────────────────────────────────────────────────────────────────────────────────────

type Kind =
  | 'registered'
  | 'registeredMail'
  | 'upn'
  | 'mail'
  | 'duration'
  | 'time'
  | 'join'
  | 'leave'
  | 'action'
  | 'role'
  | 'name';
type Columns = ReadonlyMap<Kind, number>;

interface Table {
  /** Of the section that it stands in: 2 are the participants, 3 their comings and goings; 0 in files without sections. */
  readonly section: number;
  readonly columns: Columns;
  readonly rows: readonly Row[];
}

/** In this order, since “E-mail of registration” has two words. */
const WORDS: readonly [kind: Kind, words: RegExp][] = [
  ['registered', /regist|rekister|ilmoittaut|anmäl/i],
  ['upn', /upn|participant ?id|osallistuja.{0,3}tunnus|deltagar.{0,2}id|käyttäjätunnus/i],
  ['mail', /mail|sähköposti|e-?post/i],
  ['duration', /duration|kesto|oloaika|varaktighet|längd|\btid i |time in /i],
  ['time', /timestamp|aikaleima|tidsstämpel|tidstämpel/i],
  ['join', /join|liitty|anslut|anslöt/i],
  ['leave', /leav|\bleft|poistu|lämna|utträd/i],
  ['action', /action|toimin|toimenpide|åtgärd/i],
  ['role', /rol(e|l|i)|rooli/i],
  ['name', /name|nimi|namn/i],
];

function kindOf(heading: string): Kind | undefined {
  const kind = WORDS.find(([, words]) => words.test(heading))?.[0];
  const isOfMail = WORDS.some(([one, words]) => one === 'mail' && words.test(heading));
  return kind === 'registered' && isOfMail ? 'registeredMail' : kind;
}

const SECTION_TITLE = /^(\d{1,2})[.)] ?\p{L}/u;

const sectionOf = (row: Row): number | undefined => {
  const number = row.length === 1 ? SECTION_TITLE.exec(row[0] ?? '')?.[1] : undefined;
  return number === undefined ? undefined : Number(number);
};

type Content = 'mail' | 'time' | 'duration';

function contentOf(cell: string): Content | undefined {
  if (mailOf(cell) !== undefined) return 'mail';
  if (timeOf(cell)) return 'time';
  return secondsOf(cell) === undefined ? undefined : 'duration';
}

/** A table begins with a row of words: known ones, or any right after a title or an empty row, if the row below has a time or an address. */
function isHeading(row: Row, before: Row | undefined, after: Row | undefined): boolean {
  if (row.filter((cell) => cell !== '').length < 3 || row.some((cell) => contentOf(cell) !== undefined)) return false;
  const known = new Set(row.map(kindOf).filter((kind) => kind !== undefined));
  if (known.size >= 3 && known.has('name')) return true;
  const isFirst = before === undefined || before.length === 0 || sectionOf(before) !== undefined;
  return isFirst && (after ?? []).some((cell) => contentOf(cell) !== undefined);
}

function tablesOf(rows: readonly Row[]): Table[] {
  const tables: { section: number; heading: Row; rows: Row[] }[] = [];
  let section = 0;
  let isOpen = false;
  rows.forEach((row, index) => {
    const number = sectionOf(row);
    const before = rows[index - 1];
    if (number !== undefined) {
      section = number;
      isOpen = false;
    } else if ((!isOpen || before?.length === 0) && isHeading(row, before, rows[index + 1])) {
      tables.push({ section, heading: row, rows: [] });
      isOpen = true;
    } else if (isOpen && row.length > 0) {
      tables.at(-1)?.rows.push(row);
    }
  });
  return tables.map((table) => ({ ...table, columns: columnsOf(table.heading, table.rows) }));
}

/** What a column whose cells are such may be, the likelier first. */
const FITTING: Readonly<Record<Content, readonly Kind[]>> = {
  mail: ['mail', 'upn', 'registeredMail'],
  time: ['join', 'leave', 'time', 'registered'],
  duration: ['duration'],
};

/** By the words of the heading unless the cells say otherwise, then by the cells; the name is at worst the first column that is nothing else. */
function columnsOf(heading: Row, rows: readonly Row[]): Columns {
  const columns = new Map<Kind, number>();
  const contents = heading.map((_, column) => usualContent(rows, column));
  const taken = new Set<number>();
  const take = (kind: Kind, column: number): void => {
    columns.set(kind, column);
    taken.add(column);
  };
  heading.forEach((words, column) => {
    const kind = kindOf(words);
    const content = contents[column];
    if (kind === undefined || (content && !FITTING[content].includes(kind))) return;
    if (!columns.has(kind)) take(kind, column);
    else taken.add(column);
  });
  contents.forEach((content, column) => {
    if (!content || taken.has(column)) return;
    const kind = FITTING[content].slice(0, 2).find((one) => !columns.has(one));
    if (kind) take(kind, column);
  });
  const free = heading.findIndex((_, column) => !taken.has(column) && contents[column] === undefined);
  if (!columns.has('name') && free >= 0) take('name', free);
  return columns;
}

/** Of at least half of the cells that are not empty. */
function usualContent(rows: readonly Row[], column: number): Content | undefined {
  const cells = rows
    .slice(0, SAMPLE)
    .map((row) => row[column] ?? '')
    .filter((cell) => cell !== '');
  const counts = new Map<Content, number>();
  for (const cell of cells) {
    const content = contentOf(cell);
    if (content) counts.set(content, (counts.get(content) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count * 2 >= cells.length)?.[0];
}

/** Comings and goings, a row each. */
const isOfMovements = ({ columns }: Table): boolean =>
  columns.has('action') && (columns.has('time') || columns.has('join')) && !columns.has('leave');

/**
 * A section with names and something that Teams tells about people; without sections only what no other list has: a time of coming and one of
 * going, both with a clock, or a time and how long.
 */
function isOfPeople(table: Table): boolean {
  const { section, columns, rows } = table;
  if (!columns.has('name')) return false;
  if (section >= 2) return [...columns.keys()].some((kind) => kind !== 'name' && !kind.startsWith('registered'));
  const has = (kind: Kind, content: Content): boolean => usualContent(rows, columns.get(kind) ?? -1) === content;
  if (isOfMovements(table)) return rows.length === 0 || has('time', 'time') || has('join', 'time');
  const isNamed = columns.has('join') && columns.has('leave') && columns.has('duration');
  return isNamed || (has('join', 'time') && (has('leave', 'time') || has('duration', 'duration')));
}

/** The participants of another meeting in the same file, or somebody's stays; not the questions or votes of the meeting. */
const isLike = (first: Table, { section, columns }: Table): boolean =>
  section === first.section || (columns.has('join') && (columns.has('leave') || columns.has('duration')));

// ── People ─────────────────────────────────────────────────────────────────────────────────────

/** Seconds on the file's time line. */
interface Stay {
  readonly from: number;
  readonly to: number;
}

/** What rows tell of someone's time: stays where times are readable, else durations. */
interface Told {
  readonly stays: Stay[];
  readonly durations: number[];
}

interface Person {
  readonly name: string;
  email: string | undefined;
  upn: string | undefined;
  role: AttendanceRole | undefined;
  /** Only of the registration; sections of stays don't repeat it. */
  readonly hasOwnMail: boolean;
  joins: number;
  /** Of rows that are one joining each. */
  readonly each: Told;
  /** Of rows from the first join to the last leave. */
  readonly whole: Told;
  readonly movements: { readonly at: number; readonly is: 'joined' | 'left' | undefined }[];
}

type Cell = (kind: Kind) => string;

function reportOf(rows: readonly Row[], tables: readonly Table[]): AttendanceReport {
  const dayFirst = isDayFirst(timesOf(tables));
  const register = newRegister();
  const first = Math.min(...tables.map(({ section }) => section));
  const last = Math.max(...tables.map(({ section }) => section));
  let skipped = 0;
  for (const table of tables) {
    // The section of stays repeats the people of the section of participants.
    const isRepeated = table.section > first;
    const cells = table.rows.map(
      (row): Cell =>
        (kind) =>
          row[table.columns.get(kind) ?? -1] ?? '',
    );
    const tellsTimes = cells.some(isOfOneWhoCame);
    for (const cell of cells) {
      const person = tellsTimes && !isOfOneWhoCame(cell) ? undefined : register.personOf(cell, isRepeated);
      if (person) note(person, cell, { isWhole: table.section < last, isMovement: isOfMovements(table), dayFirst });
      else if (!isRepeated) skipped++;
    }
  }
  const people = register.people();
  if (people.length === 0) throw new UnreadableReport('noParticipants');
  const ends = { ofMovements: latest(people), ofMeeting: meetingLength(rows) };
  return { participants: people.map((person) => participantOf(person, ends)), skipped };
}

const timesOf = (tables: readonly Table[]): WrittenTime[] =>
  tables.flatMap(({ rows }) => rows.flatMap((row) => row.map(timeOf).filter((time) => time !== undefined)));

/** Where others have times, a row without any is of someone who registered and did not come. */
const isOfOneWhoCame = (cell: Cell): boolean =>
  (['join', 'leave', 'time', 'duration', 'action'] as const).some((kind) => cell(kind) !== '');

/** Seconds that the lines above the tables state as the meeting's, the longest duration of them. */
function meetingLength(rows: readonly Row[]): number {
  const stated = rows.slice(0, SAMPLE).map((row) => (row.length === 2 ? (secondsOf(row[1] ?? '') ?? 0) : 0));
  const longest = Math.max(0, ...stated);
  return longest > 0 ? Math.min(longest, LONGEST_MEETING) : LONGEST_MEETING;
}

interface Reading {
  /** The row is of all the time from the first join to the last leave. */
  readonly isWhole: boolean;
  readonly isMovement: boolean;
  readonly dayFirst: boolean;
}

function note(person: Person, cell: Cell, { isWhole, isMovement, dayFirst }: Reading): void {
  const instant = (kind: Kind): number | undefined => {
    const time = timeOf(cell(kind));
    return time && instantOf(time, dayFirst);
  };
  if (isMovement) {
    const at = instant('time') ?? instant('join');
    if (at !== undefined) person.movements.push({ at, is: movementOf(cell('action')) });
    return;
  }
  const stay = stayOf(instant('join'), instant('leave'));
  const duration = secondsOf(cell('duration'));
  const { stays, durations } = isWhole ? person.whole : person.each;
  if (!isWhole) person.joins++;
  // A report without its section of stays still tells the time spent between the first join and the last leave.
  if (stay) stays.push({ from: stay.from, to: Math.min(stay.to, stay.from + (duration ?? LONGEST_MEETING)) });
  else if (duration !== undefined) durations.push(duration);
}

function stayOf(from: number | undefined, to: number | undefined): Stay | undefined {
  if (from === undefined || to === undefined || to < from || to - from > LONGEST_MEETING) return undefined;
  return { from, to };
}

function newRegister() {
  const all: Person[] = [];
  const byAddress = new Map<string, Person>();
  const byName = new Map<string, Person[]>();

  /** A person without address in this row: in a section that repeats people, the only one of the name whose own address is nowhere. */
  function namesake(name: string, isRepeated: boolean): Person | 'several' | undefined {
    const possible = (byName.get(nameKey(name)) ?? []).filter(({ hasOwnMail, email, upn }) =>
      isRepeated ? !hasOwnMail : email === undefined && upn === undefined,
    );
    return possible.length > 1 ? 'several' : possible[0];
  }

  function add(name: string, hasOwnMail: boolean): Person {
    if (all.length === MOST_PARTICIPANTS) throw new UnreadableReport('tooLarge');
    const told = (): Told => ({ stays: [], durations: [] });
    const nobody = { email: undefined, upn: undefined, role: undefined };
    const person = { name, ...nobody, hasOwnMail, joins: 0, each: told(), whole: told(), movements: [] };
    all.push(person);
    const namesakes = byName.get(nameKey(name));
    if (namesakes) namesakes.push(person);
    else byName.set(nameKey(name), [person]);
    return person;
  }

  /** undefined: the row names nobody, or it can't be told which one of two. */
  function personOf(cell: Cell, isRepeated: boolean): Person | undefined {
    const own = mailOf(cell('mail'));
    const email = own ?? mailOf(cell('registeredMail'));
    const upn = upnOf(cell('upn'));
    const name = nameOf(cell('name')) ?? email;
    if (name === undefined) return undefined;
    const addresses = [email, upn].filter((address) => address !== undefined);
    const known = addresses.map((address) => byAddress.get(address)).find((person) => person !== undefined);
    const found = known ?? (addresses.length === 0 ? namesake(name, isRepeated) : undefined);
    if (found === 'several') return undefined;
    const person = found ?? add(name, own !== undefined);
    person.email ??= email;
    person.upn ??= upn;
    person.role = higherRole(person.role, roleOf(cell('role')));
    for (const address of addresses) if (!byAddress.has(address)) byAddress.set(address, person);
    return person;
  }

  return { personOf, people: (): readonly Person[] => all };
}

const nameKey = (name: string): string => name.toLowerCase();

// ── Time spent ─────────────────────────────────────────────────────────────────────────────────

interface Ends {
  /** When the last of all came or went. */
  readonly ofMovements: number;
  /** Seconds. */
  readonly ofMeeting: number;
}

function participantOf({ name, email, upn, role, ...person }: Person, ends: Ends): Participant {
  const moved = staysOf(person.movements, ends.ofMovements);
  const told = [{ stays: moved, durations: [] }, person.each, person.whole].find(({ stays }) => stays.length > 0);
  const joins = person.movements.length > 0 ? moved.length : person.joins;
  return {
    name,
    ...(email !== undefined && { email }),
    ...(upn !== undefined && { upn }),
    seconds: told ? timeSpent(told) : Math.min(longest(person), ends.ofMeeting),
    joins: Math.max(1, joins),
    ...(role && { role }),
  };
}

/** Never more than from the first join to the last leave, whatever rows without times add. */
function timeSpent({ stays, durations }: Told): number {
  const ordered = [...stays].sort((one, other) => one.from - other.from);
  const start = ordered[0]?.from ?? 0;
  let end = start;
  let total = sum(durations);
  for (const { from, to } of ordered) {
    total += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return Math.min(total, end - start);
}

/** Without times nobody knows what overlaps: the section of participants has Teams' own sum. */
const longest = ({ each, whole }: Pick<Person, 'each' | 'whole'>): number =>
  whole.durations.length > 0 ? sum(whole.durations) : sum(each.durations);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const latest = (people: readonly Person[]): number =>
  people.reduce((end, { movements }) => movements.reduce((later, { at }) => Math.max(later, at), end), 0);

/**
 * A stay for each coming: the first to go is the last who came, which makes no difference to the time that they take together. Who did not go
 * stayed to the end; words of a language that is not known take turns.
 */
function staysOf(movements: Person['movements'], end: number): Stay[] {
  const stays: Stay[] = [];
  const open: number[] = [];
  for (const { at, is } of [...movements].sort((one, other) => one.at - other.at)) {
    if (is === 'joined' || (is === undefined && open.length === 0)) open.push(at);
    else {
      const from = open.pop();
      if (from !== undefined) stays.push({ from, to: at });
    }
  }
  for (const from of open) stays.push({ from, to: Math.min(end, from + LONGEST_MEETING) });
  return stays;
}
