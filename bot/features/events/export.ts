/** Who takes part, as files: by organisation, with the waiting list apart. Never with diets, access needs or addresses. */
import type { Download } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { type Cell, type Sheet, type SheetFormat, sheetsFile } from '../../sheets/write.ts';
import { type Attendee, didCome, knownPlaces } from './attendance.ts';
import { attendanceText } from './attendance-text.ts';
import type { Event } from './event.ts';
import { eventNow } from './memory.ts';
import type { Place } from './seats.ts';
import { type Participant, type Participants, participantsOf } from './shown.ts';
import { text } from './text.ts';

/**
 * The lists in the reader's language. Who came without a place is among the participants; a column in which no row has anything is left out,
 * so that before the event nothing is said of who came.
 */
export async function eventSheets(visit: Visit, event: Event): Promise<readonly Sheet[]> {
  const found = await participantsOf(visit, event);
  const { t } = visit;
  const came = cameOf(visit, event, found);
  const isHere = (one: Participant): boolean => came(one) === true;
  const participants = [...found.participants, ...[...found.waiting, ...found.others].filter(isHere)];
  const byOrganisation = [...participants].sort(
    (a, b) =>
      Number(a.organisation === '') - Number(b.organisation === '') ||
      a.organisation.localeCompare(b.organisation, 'fi') ||
      a.name.localeCompare(b.name, 'fi'),
  );
  const words = attendanceText;
  return [
    {
      name: t(words.sheetParticipants),
      rows: table(
        [
          ...[words.columnOrganisation, words.columnName, words.columnWay, words.columnFirstTime].map((row) => t(row)),
          ...[words.columnCame, words.columnMinutes].map((row) => t(row)),
          ...event.questions.map(({ label }) => label),
        ],
        byOrganisation.map((one) => participantRow(visit, event, one, came(one))),
      ),
    },
    ...sheet(
      t(words.sheetWaiting),
      [words.columnPosition, words.columnName, words.columnOrganisation, words.columnWaitsFor].map((row) => t(row)),
      found.waiting.filter((one) => !isHere(one)).map((one) => waitingRow(visit, one)),
    ),
    ...sheet(
      t(words.sheetOthers),
      [words.columnName, words.columnOrganisation, words.columnAnswer, words.columnWish].map((row) => t(row)),
      found.others.filter((one) => !isHere(one)).map((one) => otherRow(visit, one)),
    ),
    ...sheet(
      t(words.sheetOrganisations),
      [words.columnOrganisation, words.columnRoom, words.columnOnline, words.columnCame].map((row) => t(row)),
      organisationRows(visit, byOrganisation, came),
    ),
  ];
}

type Came = (one: Participant) => boolean | undefined;

const attendeeOf = ({ registration, standing, isFirstTime }: Participant): Attendee => ({
  ...{ registration, isFirstTime, holds: standing.holds },
});

function cameOf({ services }: Visit, event: Event, { participants, waiting, others }: Participants): Came {
  const all = [...participants, ...waiting, ...others].map(attendeeOf);
  const known = knownPlaces(event, all, services.clock.now());
  return (one) => didCome(attendeeOf(one), known);
}

function participantRow(visit: Visit, event: Event, one: Participant, came: boolean | undefined): Cell[] {
  const { t } = visit;
  const { organisation, standing, isFirstTime, registration } = one;
  const { answers = {}, came: presence } = registration;
  return [
    ...[organisation || t(attendanceText.noOrganisation), nameOf(visit, one)],
    standing.holds === undefined ? t(attendanceText.withoutPlace) : t(PLACE[standing.holds]),
    isFirstTime ? t(attendanceText.yes) : '',
    came === undefined ? '' : t(came ? attendanceText.yes : attendanceText.no),
    presence?.minutes ?? '',
    ...event.questions.map(({ id }) => answers[id] ?? ''),
  ];
}

const PLACE: Readonly<Record<Place, Message>> = { room: text.inRoom, online: text.isOnline };

const nameOf = ({ t }: Visit, { name }: Participant): string => name || t(text.nameUnknown);

function waitingRow(visit: Visit, one: Participant): Cell[] {
  const { waitsFor, position } = one.standing;
  return [
    ...[position ?? '', nameOf(visit, one), one.organisation],
    waitsFor === undefined ? '' : visit.t(PLACE[waitsFor]),
  ];
}

function otherRow(visit: Visit, one: Participant): Cell[] {
  const { attendance, isUnconfirmed, wish = '' } = one.registration;
  const row = isUnconfirmed
    ? attendanceText.notConfirmed
    : attendance === undefined
      ? attendanceText.notAnswered
      : text[attendance];
  return [nameOf(visit, one), one.organisation, visit.t(row), wish];
}

/** How many come from where, in the order of the list; of those who came, also without a place. */
function organisationRows({ t }: Visit, people: readonly Participant[], came: Came): Cell[][] {
  const isKnown = people.some((one) => came(one) !== undefined);
  const rows = new Map<string, { room: number; online: number; came: number }>();
  for (const one of people) {
    const row = rows.get(one.organisation) ?? { room: 0, online: 0, came: 0 };
    if (one.standing.holds) row[one.standing.holds]++;
    if (came(one)) row.came++;
    rows.set(one.organisation, row);
  }
  return [...rows].map(([name, row]) => [
    ...[name || t(attendanceText.noOrganisation), row.room, row.online],
    isKnown ? row.came : '',
  ]);
}

const sheet = (name: string, head: readonly Cell[], rows: readonly (readonly Cell[])[]): Sheet[] =>
  rows.length === 0 ? [] : [{ name, rows: table(head, rows) }];

function table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): Cell[][] {
  const used = head.map((_, column) => rows.length === 0 || rows.some((row) => row[column] !== ''));
  return [head, ...rows].map((row) => row.filter((_, column) => used[column]));
}

// ── Files ──────────────────────────────────────────────────────────────────────────────────────

function fileName(event: Event): string {
  const words = event.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return [...words].slice(0, 60).join('') || event.id;
}

const download = (format: SheetFormat): Download => ({
  name: `events.${format}`,
  role: 'coordinator',
  async produce(subject, visit) {
    const event = await eventNow(visit, subject as ActivityId);
    return sheetsFile(fileName(event), format, await eventSheets(visit, event));
  },
});

export const eventDownloads: readonly Download[] = [download('csv'), download('xlsx')];
