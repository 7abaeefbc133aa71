/** What events write by mail, drawn from how things stand when it is sent: invitation, one's own registration, changes, reminders. Links lead to the person's own page and only preselect. */
import type { CalendarInvitation } from '../../core/calendar-entry.ts';
import { type Instant, when } from '../../core/clock.ts';
import type { LetterBlock, LetterBody, LetterDrawing } from '../../core/feature.ts';
import { type ActivityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import { type MemberId, memberIdOf } from '../../core/network.ts';
import { getsMail, mainOf, type Register, registerOf } from '../../core/register.ts';
import { RETENTION } from '../../core/retention.ts';
import type { Locale, Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { ownStanding } from './answer-operations.ts';
import { cardText } from './card-text.ts';
import { changeLines, joinLinkFor } from './cards.ts';
import { changeToTell, type Event, isStillTold, phaseOf, type ReminderKind } from './event.ts';
import { entryFor, invitationEntry } from './hook-operations.ts';
import { text } from './letter-text.ts';
import { findEvent, ledgerOf } from './memory.ts';
import { agendaLines, capital, dayOf, factLines, spanOf, standingLines, youSaidLines } from './pages.ts';
import { type Attendance, isComing, offers, type Registration } from './registration.ts';
import { aheadInWords } from './reminder-cards.ts';
import { reminderNow } from './reminder-operations.ts';
import { aimOf } from './schedule.ts';
import { countOf, type Standing } from './seats.ts';
import { isForActor } from './shown.ts';
import { text as eventText } from './text.ts';

// ── The reader ─────────────────────────────────────────────────────────────────────────────────

/** The event of a letter and how its reader stands now. */
interface Reading {
  readonly event: Event;
  readonly who: MemberId;
  readonly registration?: Registration;
  readonly standing: Standing;
  readonly register: Register;
  readonly now: Instant;
  /** Name of who registered or invited them, as long as they have said nothing themselves. */
  readonly by?: string;
}

/** Undefined: the event is not out, or the reader wants no mail on events. `isAsked`: they get it because their address was typed. */
async function readingOf(subject: string, visit: Visit, { isAsked = false } = {}): Promise<Reading | undefined> {
  const event = await findEvent(visit, (subject.split('|')[0] ?? '') as ActivityId);
  if (event?.state !== 'published' && event?.state !== 'cancelled') return undefined;
  const register = await registerOf(visit);
  const { person } = visit.actor;
  if (!isAsked && !getsMail(register, mainOf(register, objectIdOf(person)), 'events')) return undefined;
  const own = await ownStanding(visit, event);
  const by = own.registration?.confirmedAt === undefined ? own.registration?.registeredBy : undefined;
  return {
    ...{ event, register, now: visit.services.clock.now(), ...own },
    ...(by === undefined ? {} : { by: nameOf(register, by) || visit.t(eventText.nameUnknown) }),
  };
}

const nameOf = (register: Register, person: PersonKey): string =>
  register.members.get(mainOf(register, objectIdOf(person)))?.name ?? '';

/** Published, and not over. */
const isAlive = ({ event, now }: Reading): boolean => event.state === 'published' && now < event.endsAt;

// ── Parts of letters ───────────────────────────────────────────────────────────────────────────

const addressOf = ({ services, network, actor }: Visit, { id }: Event, query = ''): Promise<string> =>
  services.linkForPerson(network.id, memberIdOf(actor.person), `events/${id}${query}`);

const paragraphs = (...of: readonly (string | undefined | false)[]): LetterBlock[] =>
  of.flatMap((one) => (one ? [{ type: 'text', text: one }] : []));

const titleOf = (
  { event }: Reading,
  visit: Visit,
  row: Message,
  params: Readonly<Record<string, string | number>> = {},
) => visit.t(row, { title: event.title, span: spanOf(event, visit.network.zone, visit.t), ...params });

/** When and where it is, and what is good to know. */
function facts({ event, register, registration, now }: Reading, { t, network }: Visit): LetterBlock[] {
  const { zone } = network;
  const group = register.groups.get(event.group ?? '')?.names;
  const lines = [
    dayOf(event, zone, t),
    ...factLines(event, { zone, now, t, group, isIn: registration !== undefined && isComing(registration) }),
  ];
  return paragraphs(lines.join('\n'));
}

function agendaOf({ event }: Reading, { t }: Visit): LetterBlock[] {
  const lines = agendaLines(event, t);
  return lines.length === 0 ? [] : [{ type: 'heading', text: t(cardText.agenda) }, ...paragraphs(lines.join('\n'))];
}

/** “You said, we did”. */
function youSaidOf({ event }: Reading, { t }: Visit): LetterBlock[] {
  const lines = youSaidLines(event, t);
  return lines.length === 0 ? [] : [{ type: 'heading', text: t(cardText.youSaid) }, ...paragraphs(lines.join('\n'))];
}

async function pageButton({ event }: Reading, visit: Visit, label: Message = text.openPage): Promise<LetterBlock> {
  return { type: 'links', isButton: true, links: [{ label: visit.t(label), address: await addressOf(visit, event) }] };
}

/** For who takes part online. */
function joinButton({ event, ...own }: Reading, { t }: Visit): LetterBlock[] {
  const address = own.standing.holds === 'online' ? joinLinkFor(event, own) : undefined;
  return address === undefined
    ? []
    : [{ type: 'links', isButton: true, links: [{ label: t(cardText.join), address }] }];
}

/** A link for each answer that can be given now. */
async function oneTap({ event, now }: Reading, visit: Visit): Promise<LetterBlock[]> {
  const { t } = visit;
  const ledger = await ledgerOf(visit, event);
  const isFull = (of: Attendance): boolean => (of === 'room' || of === 'online') && countOf(ledger, of).free === 0;
  const links = offers(event, now).map(async (one) => ({
    label: isFull(one) ? t(text.waitingList, { label: t(eventText[one]) }) : t(eventText[one]),
    address: await addressOf(visit, event, `?attendance=${one}`),
  }));
  return links.length === 0
    ? []
    : [...paragraphs(t(text.answerHow)), { type: 'links', links: await Promise.all(links) }];
}

async function cannotCome({ event }: Reading, visit: Visit): Promise<LetterBlock> {
  const address = await addressOf(visit, event, '?attendance=no');
  return { type: 'links', links: [{ label: visit.t(text.cannotCome), address }] };
}

/** What the letter does to the reader's calendar: who has a place gets it, who may have had one loses it. */
function calendarOf(reading: Reading, visit: Visit): { readonly calendar?: CalendarInvitation } {
  const { event, who, registration, standing } = reading;
  if (registration === undefined) return {};
  const isIn = standing.holds !== undefined && event.state === 'published';
  if (!isIn && standing.holds === undefined && registration.revision < 2) return {};
  const entry = entryFor(visit, event, who, registration, isIn ? standing.holds : undefined);
  return { calendar: { method: isIn ? 'REQUEST' : 'CANCEL', entry } };
}

/** What the attached file does. */
function calendarWords(reading: Reading, visit: Visit): LetterBlock[] {
  const { calendar } = calendarOf(reading, visit);
  if (!calendar) return [];
  return paragraphs(visit.t(calendar.method === 'REQUEST' ? text.inCalendar : text.outOfCalendar));
}

const standingOf = ({ by, ...own }: Reading, { t }: Visit): string =>
  standingLines({ ...own, ...(by === undefined ? {} : { registeredBy: by }) }, t).join(' ');

// ── The invitation ─────────────────────────────────────────────────────────────────────────────

/** Whoever it is for and has not answered. */
const isToAnswer = ({ event, register, registration, now }: Reading, visit: Visit): boolean =>
  phaseOf(event, now) === 'upcoming' &&
  (registration?.attendance === undefined || registration.isUnconfirmed === true) &&
  isForActor(visit, register, event, registration);

async function invitation(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const reading = await readingOf(subject, visit);
  if (!reading || !isToAnswer(reading, visit)) return undefined;
  const { event, by } = reading;
  const { t, network } = visit;
  return {
    title: titleOf(reading, visit, text.invitation),
    blocks: [
      ...paragraphs(
        by !== undefined && t(text.invitedBy, { name: by }),
        t(text.invitedTo, { type: t(eventText[event.type]), network: network.name }),
        event.series !== undefined && t(cardText.series, { n: event.series.number, of: event.series.of }),
      ),
      ...facts(reading, visit),
      ...paragraphs(event.description),
      ...agendaOf(reading, visit),
      ...youSaidOf(reading, visit),
      ...(await oneTap(reading, visit)),
      await pageButton(reading, visit),
      ...paragraphs(t(text.tentative)),
    ],
    ...tentative(reading, visit),
  };
}

/** A file that the reader may take in before they answer; taking it in registers nobody. */
const tentative = ({ event, who }: Reading, visit: Visit): { readonly calendar: CalendarInvitation } => ({
  calendar: { method: 'PUBLISH', entry: invitationEntry(visit, event, who) },
});

// ── One's own registration ─────────────────────────────────────────────────────────────────────

async function own(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const reading = await readingOf(subject, visit);
  const said = reading?.registration?.attendance;
  if (!reading || !isAlive(reading) || said === undefined || reading.registration?.isUnconfirmed) return undefined;
  const { by, registration, event } = reading;
  const isIn = registration !== undefined && isComing(registration);
  const isByOther = by !== undefined && isIn;
  return {
    title: ownTitle(reading, visit, isIn),
    blocks: [
      ...paragraphs(standingOf(reading, visit), isByOther && visit.t(text.byOtherHow)),
      ...(isIn ? facts(reading, visit) : []),
      ...calendarWords(reading, visit),
      ...paragraphs(
        isIn &&
          registration.attendance === 'room' &&
          event.asksNeeds &&
          registration.needs === undefined &&
          visit.t(text.tellNeeds),
        !isByOther && visit.t(text.changeHow),
      ),
      await pageButton(reading, visit, isByOther ? text.openToConfirm : text.openPage),
      ...(isIn ? [...joinButton(reading, visit), await cannotCome(reading, visit)] : []),
    ],
    ...calendarOf(reading, visit),
  };
}

function ownTitle(reading: Reading, visit: Visit, isIn: boolean): string {
  const { by, standing } = reading;
  if (!isIn) return titleOf(reading, visit, text.answered);
  if (by !== undefined) return titleOf(reading, visit, text.byOther, { name: by });
  if (standing.holds === undefined) return titleOf(reading, visit, text.onList, { n: standing.position ?? 1 });
  return titleOf(reading, visit, text.hasPlace);
}

/** From the public page. Whoever typed the address has read the same page in each of these cases; only the letter tells them apart. */
async function confirm(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const reading = await readingOf(subject, visit, { isAsked: true });
  const said = reading?.registration?.attendance;
  if (!reading || !isAlive(reading) || said === undefined) return undefined;
  const isWaiting = reading.registration?.isUnconfirmed === true;
  const isIn = said === 'room' || said === 'online';
  const row = isWaiting ? text.confirm : isIn ? text.already : text.alreadyAnswered;
  return {
    title: titleOf(reading, visit, row),
    blocks: [
      ...paragraphs(visit.t(isWaiting ? text.confirmHow : text.alreadyHow)),
      ...facts(reading, visit),
      ...paragraphs(!isWaiting && standingOf(reading, visit)),
      await pageButton(reading, visit, isWaiting ? text.openToConfirm : text.openPage),
      ...paragraphs(isWaiting && visit.t(text.notYou, { n: RETENTION.unconfirmedRegistrations })),
    ],
  };
}

/** A place came free for them, or a smaller room took theirs. */
async function news(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const reading = await readingOf(subject, visit);
  if (!reading || !isAlive(reading)) return undefined;
  const { holds, waitsFor, position = 1 } = reading.standing;
  const place = holds ?? waitsFor;
  if (place === undefined) return undefined;
  const how = (locale: Locale): string => (place === 'room' ? eventText.inRoom : eventText.isOnline)[locale];
  const said = holds === undefined ? cardText.lostPlace : cardText.gotPlace;
  return {
    title: titleOf(reading, visit, holds === undefined ? text.lostPlace : text.gotPlace),
    blocks: [
      ...paragraphs(visit.t(said, { how, n: position })),
      ...facts(reading, visit),
      ...calendarWords(reading, visit),
      ...(holds === undefined ? [] : joinButton(reading, visit)),
      await pageButton(reading, visit),
      await cannotCome(reading, visit),
    ],
    ...calendarOf(reading, visit),
  };
}

// ── Changes ────────────────────────────────────────────────────────────────────────────────────

/** Of the event as long as nothing newer than that revision is told. */
async function readingOfRevision(subject: string, visit: Visit): Promise<Reading | undefined> {
  const reading = await readingOf(subject, visit);
  return reading && isStillTold(reading.event, subject.split('|')[1]) ? reading : undefined;
}

async function changed(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const reading = await readingOfRevision(subject, visit);
  const change = reading && changeToTell(reading.event);
  if (!reading || !change || !isAlive(reading)) return undefined;
  const { registration } = reading;
  const isUnanswered = isToAnswer(reading, visit);
  const isOnList = registration !== undefined && (isComing(registration) || registration.attendance === 'maybe');
  if (!isUnanswered && !isOnList) return undefined;
  const { t, network } = visit;
  const isIn = reading.standing.holds !== undefined;
  return {
    title: titleOf(reading, visit, text.changed),
    blocks: [
      { type: 'heading', text: t(text.whatChanged) },
      ...paragraphs(changeLines(change, reading.event, { t, zone: network.zone }).join('\n')),
      { type: 'heading', text: t(text.now) },
      ...facts(reading, visit),
      ...(isUnanswered ? await oneTap(reading, visit) : paragraphs(standingOf(reading, visit))),
      ...(isIn ? [...calendarWords(reading, visit), ...joinButton(reading, visit)] : []),
      await pageButton(reading, visit),
      ...(isUnanswered ? paragraphs(t(text.tentative)) : [await cannotCome(reading, visit)]),
    ],
    ...(isUnanswered ? tentative(reading, visit) : isIn ? calendarOf(reading, visit) : {}),
  };
}

async function cancelled(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const reading = await readingOfRevision(subject, visit);
  if (reading?.event.state !== 'cancelled') return undefined;
  const { registration, event, register } = reading;
  if (registration?.isUnconfirmed || registration?.attendance === 'no') return undefined;
  if (!registration && !isForActor(visit, register, event, registration)) return undefined;
  const reason = event.cancelled?.reason;
  return {
    title: titleOf(reading, visit, text.cancelled),
    blocks: [
      ...paragraphs(visit.t(cardText.cancelledBody), reason !== undefined && visit.t(cardText.reason, { reason })),
      ...facts(reading, visit),
      ...calendarWords(reading, visit),
    ],
    ...calendarOf(reading, visit),
  };
}

// ── Reminders ──────────────────────────────────────────────────────────────────────────────────

/** “Tomorrow” is tomorrow when it is sent. Who has not answered is asked to. */
async function reminder(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const [reading, due] = await Promise.all([readingOf(subject, visit), reminderNow(visit, subject)]);
  if (!reading || !due) return undefined;
  return due.kind === 'nudge' ? nudge(reading, visit) : reminding(reading, due.kind, visit);
}

/** An hour before only who has a place is told, also when it was on its way while they gave it up. */
async function reminding(reading: Reading, kind: ReminderKind, visit: Visit): Promise<LetterBody | undefined> {
  const { registration, standing } = reading;
  if (!registration || (kind === 'hour' && standing.holds === undefined)) return undefined;
  const isMaybe = registration.attendance === 'maybe';
  if (!isMaybe && !isComing(registration)) return undefined;
  const { event, now } = reading;
  const ahead = aheadInWords(event.startsAt, now, visit.network.zone);
  return {
    title: visit.t(text.reminder, {
      ...{ title: event.title, span: spanOf(event, visit.network.zone, visit.t) },
      ahead: (locale) => capital(ahead(locale)),
    }),
    blocks: [
      ...paragraphs(
        visit.t(text.begins, { title: event.title, ahead }),
        isMaybe ? visit.t(text.stillMaybe) : standingOf(reading, visit),
      ),
      ...facts(reading, visit),
      ...(isMaybe ? await oneTap(reading, visit) : [...joinButton(reading, visit), ...agendaOf(reading, visit)]),
      ...(isMaybe ? [] : [await cannotCome(reading, visit)]),
      await pageButton(reading, visit),
    ],
    ...(standing.holds === undefined ? {} : calendarOf(reading, visit)),
  };
}

/** The registration ends soon; to who has not answered. */
async function nudge(reading: Reading, visit: Visit): Promise<LetterBody | undefined> {
  if (!isToAnswer(reading, visit)) return undefined;
  const { event, now } = reading;
  const { zone } = visit.network;
  const at = aimOf(event, 'nudge');
  const ahead = aheadInWords(at, now, zone);
  return {
    title: visit.t(text.nudge, { title: event.title, ahead }),
    blocks: [
      ...paragraphs(visit.t(text.registrationEnds, { title: event.title, ahead, when: when(at, zone) })),
      ...facts(reading, visit),
      ...(await oneTap(reading, visit)),
      await pageButton(reading, visit),
    ],
  };
}

export const eventLetters: readonly LetterDrawing[] = [
  { name: 'events.invitation', draw: invitation },
  { name: 'events.own', draw: own },
  { name: 'events.confirm', draw: confirm },
  { name: 'events.news', draw: news },
  { name: 'events.changed', draw: changed },
  { name: 'events.cancelled', draw: cancelled },
  { name: 'events.reminder', draw: reminder },
];
