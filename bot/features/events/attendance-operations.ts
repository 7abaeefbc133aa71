/** Noting who came: at the door by hand, from the report of the meeting, or as a number; and the numbers that follow. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { MINUTE, SECOND } from '../../core/clock.ts';
import { type ActivityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import { LONGEST_NAME, type MemberId, memberId } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import { Refusal } from '../../core/refusal.ts';
import {
  currentPeople,
  identitiesOf,
  mainOf,
  organisationOf,
  type Register,
  registerNow,
  registerOf,
} from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { asAddress, isAddress } from '../../core/typed.ts';
import { type AttendanceReport, UnreadableReport } from '../../sheets/attendance-report.ts';
import { readAttendanceReport } from '../../sheets/read.ts';
import { keyOfMember, type PersonDraft, personWith, readPerson } from './answer-operations.ts';
import {
  type AttendanceCounts,
  type Attendee,
  countAttendance,
  isDoorOpen,
  isSamePresence,
  type Known,
  longestStays,
  matcherOf,
} from './attendance.ts';
import { attendanceText } from './attendance-text.ts';
import type { DoorRow, ReportRow } from './contract.ts';
import { type Event, event as eventShape } from './event.ts';
import {
  allEvents,
  changeEvent,
  changeRegistration,
  eventNow,
  ledgerOf,
  ownRegistration,
  registrationOf,
  registrationsOf,
} from './memory.ts';
import { shortHash } from './operations.ts';
import { registrantsOf } from './people.ts';
import { DELIVERIES_KEPT, fresh, marked, type Presence, type Registration } from './registration.ts';
import { type Ledger, standingOf } from './seats.ts';
import { type Participant, participantsOf, presentBefore } from './shown.ts';
import { text } from './text.ts';

/** Of a headcount: the shape's own limit. */
const MOST_COUNTED = 100_000;
/** Documents written at the same moment. */
const AT_ONCE = 20;

/** The event, if the actor may note now who comes to it. */
async function eventAtDoor(visit: Visit, id: ActivityId): Promise<Event> {
  await asCoordinator(visit);
  const event = await eventNow(visit, id);
  if (event.state === 'cancelled') throw new Refusal(text.isCancelled, { title: event.title });
  if (event.state !== 'published') throw new Refusal(text.unknownEvent);
  if (!isDoorOpen(event, visit.services.clock.now())) throw new Refusal(text.notYetOver);
  return event;
}

// ── At the door ────────────────────────────────────────────────────────────────────────────────

export interface Door {
  /** Those who come, wait for a place, or came along, by name. */
  readonly rows: readonly DoorRow[];
  /** Everyone else who may turn up: of the network, and those who answered that they don't come. */
  readonly others: readonly Pick<DoorRow, 'who' | 'name' | 'organisation'>[];
}

/** The list to tick at the door. */
export async function doorOf(visit: Visit, event: Event): Promise<Door> {
  const [{ participants, waiting, others }, register] = await Promise.all([
    participantsOf(visit, event),
    registerOf(visit),
  ]);
  const rows = [...participants, ...waiting, ...others.filter(({ registration }) => registration.came)];
  const listed = new Set(rows.map(({ who }) => mainOf(register, who)));
  const known = new Map(others.map((one) => [mainOf(register, one.who), one]));
  const rest = [...new Set([...known.keys(), ...currentPeople(register).map(({ person }) => objectIdOf(person))])];
  return {
    rows: rows.map((one) => rowOf(visit, one)).sort(byName),
    others: rest
      .filter((main) => !listed.has(main))
      .map((main) => {
        const who = known.get(main)?.who ?? memberId.parse(main);
        const { name, organisation } = known.get(main) ?? namedIn(visit, register, who);
        return { who, name: name || visit.t(text.nameUnknown), organisation };
      })
      .sort(byName),
  };
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'fi');

const rowOf = (
  { t }: Visit,
  {
    who,
    name,
    organisation,
    standing: { holds },
    isFirstTime,
    registration: { came },
  }: Pick<Participant, 'who' | 'name' | 'organisation' | 'standing' | 'isFirstTime' | 'registration'>,
): DoorRow => ({
  ...{ who, name: name || t(text.nameUnknown), organisation, isFirstTime },
  ...(holds === undefined ? {} : { place: holds }),
  ...(came ? { came: came.isPresent } : {}),
});

function namedIn({ t }: Visit, register: Register, who: MemberId): { name: string; organisation: string } {
  const organisation = organisationOf(register, who);
  return {
    name: register.members.get(mainOf(register, who))?.name ?? '',
    organisation: organisation ? nameIn(organisation.names, t) : '',
  };
}

/** One row as it is now, without reading everyone for it. */
async function rowNow(visit: Visit, event: Event, register: Register, who: MemberId): Promise<DoorRow> {
  const [stored, ledger, isFirstTime] = await Promise.all([
    registrationOf(visit, event.id, who),
    ledgerOf(visit, event),
    isFirstTimeFor(visit, event, register, who),
  ]);
  const { name, organisation } = namedIn(visit, register, who);
  const registration = stored?.value ?? fresh(keyOfMember(register, who), event.startsAt);
  const words = organisation || (registration.organisationWords ?? '');
  return rowOf(visit, { who, name, organisation: words, isFirstTime, registration, standing: standingOf(ledger, who) });
}

async function isFirstTimeFor(work: Work, event: Event, register: Register, who: MemberId): Promise<boolean> {
  const earlier = (await allEvents(work)).filter(
    (one) => one.id !== event.id && one.attendanceAt !== undefined && one.startsAt < event.startsAt,
  );
  const ids = identitiesOf(register, who);
  const found = await Promise.all(earlier.flatMap(({ id }) => ids.map((own) => registrationOf(work, id, own))));
  return earlier.length > 0 && !found.some((one) => one?.value.came?.isPresent === true);
}

/** Notes that someone came, did not come, or (null) that nobody knows; also someone of the network without a registration. */
export async function tickDoor(visit: Visit, id: ActivityId, who: MemberId, came: boolean | null): Promise<DoorRow> {
  const event = await eventAtDoor(visit, id);
  const register = await registerNow(visit);
  const own = await ownAt(visit, event, register, who);
  const at = visit.services.clock.now();
  await note(visit, event, own, came === null ? undefined : { isPresent: came, by: 'door', at });
  await audit(visit, 'events.tick', `${id}|${own.who}`);
  return rowNow(visit, event, register, own.who);
}

interface Own {
  readonly who: MemberId;
  readonly person: PersonKey;
}

/** By whichever identity they registered; of someone who was erased the nameless registration that is left. */
async function ownAt(work: Work, event: Event, register: Register, who: MemberId): Promise<Own> {
  const member = register.members.get(who);
  if (member && !member.isErased) {
    const own = await ownRegistration(work, event.id, member.person, register);
    return { who: own.who, person: keyOfMember(register, own.who) };
  }
  const stored = await registrationOf(work, event.id, who);
  if (!stored) throw new Refusal(text.unknownPerson);
  return { who, person: stored.value.person };
}

/** Noted again it writes nothing. When nobody is noted any more, nobody is said not to have come. */
async function note(work: Work, event: Event, { who, person }: Own, presence: Presence | undefined): Promise<void> {
  const now = work.services.clock.now();
  await changeRegistration(work, event.id, who, (there) =>
    isSamePresence(there?.came, presence) ? there : marked(there ?? fresh(person, now), presence),
  );
  if (presence) await begin(work, event);
  else if (![...(await registrationsOf(work, event.id)).values()].some(({ came }) => came !== undefined))
    await changeEvent(work, event.id, ({ attendanceAt: _, ...of }) => of);
}

const begin = (work: Work, { id }: Event): Promise<Event> =>
  changeEvent(work, id, (of) =>
    of.attendanceAt === undefined ? { ...of, attendanceAt: work.services.clock.now() } : of,
  );

/**
 * Notes someone who came along without being on any list: someone of the network or of the list whom the address or the name surely means, else
 * someone from outside, who needs no address. Who is noted already is somebody else of the same name. The same request adds once.
 */
export async function addAtDoor(visit: Visit, id: ActivityId, draft: PersonDraft, requestId: string): Promise<DoorRow> {
  const event = await eventAtDoor(visit, id);
  const register = await registerNow(visit);
  const typed = readPerson(draft, register, { needsAddress: false });
  const { actor, services } = visit;
  const hash = shortHash(actor.person, requestId);
  const delivery = `door-${hash}`;
  const all = await registrationsOf(visit, id);
  const [earlier] = [...all].find(([, { deliveries }]) => deliveries.includes(delivery)) ?? [];
  if (earlier !== undefined) return rowNow(visit, event, register, earlier);
  const isHere = (one: Known): boolean => all.get(one.who)?.came?.isPresent === true;
  // Who gave another address than the one that is known of this name is somebody else.
  const people = knownPeople(visit, register, all).filter(
    (one) => !isHere(one) && (typed.email === '' || one.emails.length === 0),
  );
  const byAddress = typed.email !== '' && [...register.members.values()].some(({ email }) => email === typed.email);
  const match = byAddress ? undefined : matcherOf(people)({ name: typed.name });
  const who =
    match?.outcome === 'found' && match.who !== undefined
      ? match.who
      : await personWith(visit, register, typed, { id: `x-${hash}`, from: 'coordinator' });
  const now = await registerOf(visit);
  const own = await ownAt(visit, event, now, who);
  const words = typed.organisationWords;
  await changeRegistration(visit, id, own.who, (there) => {
    const of = there ?? fresh(own.person, services.clock.now());
    return {
      ...marked(of, { isPresent: true, by: 'door', at: services.clock.now() }),
      deliveries: [...of.deliveries, delivery].slice(-DELIVERIES_KEPT),
      ...(words && of.organisationWords === undefined ? { organisationWords: words } : {}),
    };
  });
  await begin(visit, event);
  await audit(visit, 'events.addAtDoor', `${id}|${own.who}`);
  return rowNow(visit, event, now, own.who);
}

/** Notes how many came, counted by hand; empty: not counted. */
export async function setHeadcount(visit: Visit, id: ActivityId, typed: string): Promise<Event> {
  await eventAtDoor(visit, id);
  const trimmed = typed.trim();
  const n = /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (trimmed !== '' && !eventShape.shape.headcount.safeParse(n).success) {
    const params = { most: MOST_COUNTED };
    throw new Refusal(text.badCount, params, [{ field: 'headcount', row: text.badCount, params }]);
  }
  const event = await changeEvent(visit, id, ({ headcount: _, ...of }) =>
    trimmed === '' ? of : { ...of, headcount: n },
  );
  await audit(visit, 'events.headcount', id);
  return event;
}

// ── From the report of the meeting ─────────────────────────────────────────────────────────────

/** Everyone whom a name or an address may mean: who is on the list, the network's people, and those who came from outside before. */
function knownPeople({ t }: Visit, register: Register, all: ReadonlyMap<MemberId, Registration>): Known[] {
  const registered = new Map(registrantsOf(register, all, t).map(({ who }) => [mainOf(register, who), who]));
  const mains = new Set(registered.keys());
  for (const [id, one] of register.members)
    if (one.leftAt === undefined && !one.isInvited && !one.isErased) mains.add(mainOf(register, id));
  return [...mains].map((main): Known => {
    const identities = identitiesOf(register, main).flatMap((one) => register.members.get(one) ?? []);
    return {
      who: registered.get(main) ?? memberId.parse(main),
      names: identities.map(({ name }) => name),
      emails: identities.flatMap(({ email }) => email ?? []),
      isRegistered: registered.has(main),
    };
  });
}

export interface ReportReading {
  readonly bytes: Uint8Array;
  /** By the number of the row: someone's id, `new` or `skip`. */
  readonly decisions: Readonly<Record<string, string>>;
  /** Absent that, it is a dry run. */
  readonly applies: boolean;
}

export interface ReportRead {
  readonly rows: ReportRow[];
  readonly skipped: number;
  readonly applied?: number;
}

/**
 * Reads the report that Teams gives the organiser, and says who each row is. `applies`: those who were found or chosen are noted as having come,
 * with their minutes; rows that nobody settled are left out. What was ticked at the door stays. Applied again it changes nothing.
 */
export async function readReport(
  visit: Visit,
  id: ActivityId,
  { bytes, decisions, applies }: ReportReading,
): Promise<ReportRead> {
  const event = await eventAtDoor(visit, id);
  const report = await reportIn(bytes);
  const [register, all] = await Promise.all([registerNow(visit), registrationsOf(visit, id)]);
  const match = matcherOf(knownPeople(visit, register, all));
  const rows = report.participants.map(({ name, email, upn, seconds }, row): ReportRow => {
    const found = match({ name, ...(email === undefined ? {} : { email }), ...(upn === undefined ? {} : { upn }) });
    const address = [email, upn].find((one) => one !== undefined && isAddress(one));
    const chosen = chosenIn(register, decisions[row]);
    const who = chosen ?? found.who;
    return {
      ...{ row, name, minutes: Math.round((seconds * SECOND) / MINUTE) },
      ...(address === undefined ? {} : { email: address }),
      outcome: chosen === undefined ? found.outcome : 'found',
      ...(who === undefined ? {} : { who }),
      candidates: found.candidates.map((one) => {
        const named = namedIn(visit, register, one);
        const { organisationWords = '' } = all.get(one) ?? {};
        return { who: one, name: named.name, organisation: named.organisation || organisationWords };
      }),
    };
  });
  const read = { rows, skipped: report.skipped };
  if (!applies) return read;
  const applied = await applyReport(visit, event, register, settled(rows, decisions));
  await audit(visit, 'events.report', id);
  return { ...read, applied };
}

async function reportIn(bytes: Uint8Array): Promise<AttendanceReport> {
  try {
    return await readAttendanceReport(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableReport)) throw error;
    throw new Refusal(attendanceText[error.code]);
  }
}

/** The person whom a coordinator chose for a row. */
function chosenIn(register: Register, decision: string | undefined): MemberId | undefined {
  if (decision === undefined || decision === 'new' || decision === 'skip') return undefined;
  const chosen = memberId.safeParse(decision).data;
  if (chosen === undefined || !register.members.has(chosen)) throw new Refusal(attendanceText.badDecision);
  return chosen;
}

/** Rows of which it is settled who they are; without `who` they are new people. */
const settled = (rows: readonly ReportRow[], decisions: Readonly<Record<string, string>>): ReportRow[] =>
  rows.flatMap((of) => {
    const decision = decisions[of.row];
    if (decision === 'skip' || (decision === undefined && of.outcome !== 'found')) return [];
    const { who: _, ...nobody } = of;
    return [decision === 'new' ? nobody : of];
  });

async function applyReport(
  visit: Visit,
  event: Event,
  register: Register,
  rows: readonly ReportRow[],
): Promise<number> {
  const found: { who: MemberId; minutes: number }[] = [];
  const namesakes = new Map<string, number>();
  for (const { who, name, email = '', minutes } of rows) {
    found.push({ who: who ?? (await newcomer(visit, event, register, { name, email }, namesakes)), minutes });
  }
  const stays = [...longestStays(found)];
  const now = await registerOf(visit);
  for (let from = 0; from < stays.length; from += AT_ONCE) {
    await Promise.all(
      stays.slice(from, from + AT_ONCE).map(async ([who, minutes]) => {
        const own = await ownAt(visit, event, now, who);
        const at = visit.services.clock.now();
        const presence: Presence = { isPresent: true, by: 'report', minutes, at };
        await changeRegistration(visit, event.id, own.who, (there) =>
          there?.came?.by === 'door' || isSamePresence(there?.came, presence)
            ? there
            : marked(there ?? fresh(own.person, at), presence),
        );
      }),
    );
  }
  // Last, so that what was cut off says of nobody that they did not come.
  if (stays.length > 0) await begin(visit, event);
  return stays.length;
}

/** Someone from outside, the same however often the report is read. */
async function newcomer(
  work: Work,
  event: Event,
  register: Register,
  { name, email }: { readonly name: string; readonly email: string },
  namesakes: Map<string, number>,
): Promise<MemberId> {
  const n = (namesakes.get(name) ?? 0) + 1;
  if (email === '') namesakes.set(name, n);
  const id = `x-${shortHash(event.id, 'report', email || `${n} ${name}`)}`;
  const person = {
    ...{ name: name.slice(0, LONGEST_NAME), email: asAddress(email) },
    ...{ organisation: undefined, organisationWords: '' },
  };
  return personWith(work, register, person, { id, from: 'coordinator' });
}

// ── Numbers ────────────────────────────────────────────────────────────────────────────────────

export interface Presences extends AttendanceCounts {
  readonly headcount?: number;
}

/** How many came, did not come, and came for the first time. Undefined: nothing has been noted. */
export async function presenceOf(work: Work, event: Event): Promise<Presences | undefined> {
  const { attendanceAt, headcount } = event;
  if (attendanceAt === undefined && headcount === undefined) return undefined;
  const counts = countAttendance(event, await attendeesOf(work, event), work.services.clock.now());
  return { ...counts, ...(headcount === undefined ? {} : { headcount }) };
}

async function attendeesOf(work: Work, event: Event): Promise<Attendee[]> {
  const [register, all, ledger, earlier] = await Promise.all([
    registerOf(work),
    registrationsOf(work, event.id),
    ledgerOf(work, event),
    presentBefore(work, event),
  ]);
  return registrantsOf(register, all, work.channelT).map(({ who, registration }) => ({
    registration,
    holds: holdsOf(ledger, who),
    isFirstTime: earlier !== undefined && !earlier.has(mainOf(register, who)),
  }));
}

const holdsOf = (ledger: Ledger, who: MemberId): Attendee['holds'] => standingOf(ledger, who).holds;
