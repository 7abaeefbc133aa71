/** What a reader may see of an event: numbers, how they stand, and for coordinators who takes part. Decided here for cards, tab and pages alike. */
import type { Instant } from '../../core/clock.ts';
import { type ActivityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import { isCurrent, type MemberId } from '../../core/network.ts';
import { reachesOf } from '../../core/notify.ts';
import { nameFor } from '../../core/organisation.ts';
import type { Stored } from '../../core/ports.ts';
import { mainOf, type Register, registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { isForAll, type Material, materials } from '../materials/material.ts';
import { type OwnStanding, shownStanding } from './answer-operations.ts';
import type { Own, Shown } from './cards.ts';
import { type Event, isInRoom, isOnline, phaseOf } from './event.ts';
import {
  allEvents,
  ledgerOf,
  recentEvents,
  recentLedger,
  recentSayings,
  registrationsOf,
  type Saying,
} from './memory.ts';
import { atNow } from './operations.ts';
import { invitedPeople, isFor, latestOf, type Registrant, registrantsOf } from './people.ts';
import { isComing, type Registration } from './registration.ts';
import { countOf, type Ledger, PLACES, type Standing, standingOf, waitingFor } from './seats.ts';
import { text } from './text.ts';

/** What a card needs beside the event: time, zone, language and the event's page in the tab. */
const frameOf = ({ services, network }: Work, of: Event) => ({
  now: services.clock.now(),
  zone: network.zone,
  link: services.linkToTab(network, `events/${of.id}`),
});
/** For what the channel sees. */
export const channelFrame = (work: Work, of: Event) => ({ ...frameOf(work, of), t: work.channelT });
/** For what the actor alone sees. */
export const ownFrame = (visit: Visit, of: Event) => ({ ...frameOf(visit, of), t: visit.t });

// ── Numbers ────────────────────────────────────────────────────────────────────────────────────

/** With what leads to the pre-meetings' and colleagues' own pages. */
export interface Numbers extends Shown {
  readonly preMeetings: readonly (Shown['preMeetings'][number] & { readonly id: ActivityId })[];
}
export interface OwnPart extends Own {
  readonly colleagues: readonly (Own['colleagues'][number] & { readonly who: MemberId })[];
}

/** The numbers of an event, which everyone may see; about a second old. */
export const shownTo = async (work: Work, of: Event): Promise<Numbers> =>
  numbersOf(work, of, await Promise.all([recentLedger(work, of), recentSayings(work, of.id)]));

/** The same as they are now: for the card in the channel, which stays as it was drawn. */
export const shownNow = async (work: Work, of: Event): Promise<Numbers> =>
  numbersOf(work, of, await Promise.all([ledgerOf(work, of), registrationsOf(work, of.id)]));

async function numbersOf(
  work: Work,
  of: Event,
  [ledger, all]: readonly [Ledger, ReadonlyMap<MemberId, Saying>],
): Promise<Numbers> {
  const register = await registerOf(work);
  const people = [...latestOf(register, all).values()];
  const said = (attendance: Registration['attendance']): number =>
    people.filter(({ registration: one }) => one.attendance === attendance && !one.isUnconfirmed).length;
  const names = register.groups.get(of.group ?? '')?.names;
  return {
    ...(isInRoom(of) ? { room: countOf(ledger, 'room') } : {}),
    ...(isOnline(of) ? { online: countOf(ledger, 'online') } : {}),
    ...{ maybe: said('maybe'), no: said('no') },
    ...(names ? { group: names } : {}),
    preMeetings: of.preMeetingOf === undefined ? await preMeetingsOf(work, of, register) : [],
  };
}

async function preMeetingsOf(work: Work, of: Event, register: Register): Promise<Numbers['preMeetings']> {
  const found = (await recentEvents(work)).filter((one) => one.preMeetingOf === of.id && one.state === 'published');
  return found.map(({ id, title, startsAt, group }) => {
    const names = register.groups.get(group ?? '')?.names;
    return { id, title, startsAt, ...(names ? { group: names } : {}) };
  });
}

/** Numbers of an event that nobody has answered yet, for previews. */
export async function shownBefore(work: Work, of: Event): Promise<Shown> {
  const names = (await registerOf(work)).groups.get(of.group ?? '')?.names;
  const empty = (capacity: number | undefined) => ({
    ...{ taken: 0, waiting: 0 },
    ...(capacity === undefined ? {} : { capacity, free: capacity }),
  });
  return {
    ...(isInRoom(of) ? { room: empty(of.capacity.room) } : {}),
    ...(isOnline(of) ? { online: empty(of.capacity.online) } : {}),
    ...{ maybe: 0, no: 0, preMeetings: [] },
    ...(names ? { group: names } : {}),
  };
}

// ── The reader ─────────────────────────────────────────────────────────────────────────────────

/** How the actor stands, whom they have brought, and why they can't answer where they can't. `known`: how they stand, as it was just found out. */
export async function ownOf(visit: Visit, of: Event, known?: OwnStanding): Promise<OwnPart> {
  const [own, register] = await Promise.all([known ?? shownStanding(visit, of), registerOf(visit)]);
  const { registration, standing, who } = own;
  const by = registration?.registeredBy;
  const isWaiting = by !== undefined && registration?.confirmedAt === undefined && registration?.attendance !== 'no';
  const hindrance = hindranceOf(visit, register, of, registration);
  return {
    ...(registration ? { registration } : {}),
    standing,
    ...(isWaiting ? { registeredBy: nameOf(register, by) || visit.t(text.nameUnknown) } : {}),
    colleagues: await colleaguesOf(visit, of, register),
    ...(standing.holds === undefined
      ? {}
      : { calendar: await visit.services.linkToCalendar(visit.network.id, who, of.id) }),
    ...(hindrance === undefined ? {} : { hindrance }),
  };
}

/** Whether the event is for the actor. */
export function isForActor(visit: Visit, register: Register, of: Event, own: Registration | undefined): boolean {
  if (visit.actor.isOutsider || visit.actor.isInvited) return own !== undefined;
  return own?.registeredBy !== undefined || isFor(register, of, visit.actor.person, atNow(visit));
}

function hindranceOf(visit: Visit, register: Register, of: Event, own: Registration | undefined): string | undefined {
  const { t } = visit;
  const { title } = of;
  switch (phaseOf(of, visit.services.clock.now())) {
    case 'cancelled':
      return t(text.isCancelled, { title });
    case 'past':
      return t(text.isPast, { title });
    case 'ongoing':
      return t(text.hasBegun, { title });
    case 'closed':
      return t(text.registrationEnded, { title });
    case 'draft':
    case 'undone':
      return t(text.unknownEvent);
    case 'upcoming':
      break;
  }
  if (isForActor(visit, register, of, own)) return undefined;
  const names = register.groups.get(of.group ?? '')?.names ?? {};
  return t(text.notForYou, { group: (locale) => nameFor(names, locale) });
}

const nameOf = (register: Register, person: PersonKey): string =>
  register.members.get(mainOf(register, objectIdOf(person)))?.name ?? '';

/** Those whom the actor registered and who come. */
async function colleaguesOf(visit: Visit, of: Event, register: Register): Promise<OwnPart['colleagues']> {
  if (visit.actor.isOutsider || visit.actor.isInvited) return [];
  const self = mainOf(register, objectIdOf(visit.actor.person));
  const all = await recentSayings(visit, of.id);
  const brought = [...all].filter(
    ([, { registeredBy, attendance }]) =>
      registeredBy !== undefined && attendance !== undefined && mainOf(register, objectIdOf(registeredBy)) === self,
  );
  if (brought.length === 0) return [];
  const ledger = await recentLedger(visit, of);
  return brought
    .filter(([, one]) => isComing(one))
    .map(([who, { nameWords }]) => ({
      who,
      name: colleagueName(register, who, nameWords) ?? visit.t(text.nameUnknown),
      standing: standingOf(ledger, who),
    }));
}

/** Members are known by name to each other; someone from outside is called what they were called when they were registered. */
function colleagueName(register: Register, who: MemberId, nameWords: string | undefined): string | undefined {
  const member = register.members.get(mainOf(register, who));
  return member && isCurrent(member) ? member.name : (nameWords ?? member?.name);
}

// ── What belongs to it ─────────────────────────────────────────────────────────────────────────

/** Items of the material bank that are from an event and for every member, in the order in which they were added. */
export async function materialsOf({ services, scope }: Work, of: Event): Promise<Material[]> {
  const found = await Promise.all(of.materials.map((one) => services.store.get(scope, materials, one.id)));
  return found
    .flatMap((one: Stored<Material> | undefined) => one?.value ?? [])
    .filter((item) => isForAll(item) && item.event?.id === of.id);
}

// ── People, for coordinators ───────────────────────────────────────────────────────────────────

export interface Participant extends Registrant {
  readonly standing: Standing;
  readonly registeredByName?: string;
  readonly isFirstTime: boolean;
}

export interface Participants {
  /** Those who hold a place, by name. */
  readonly participants: readonly Participant[];
  /** Those who hold none and wait, room before online, in the order of their turns. */
  readonly waiting: readonly Participant[];
  readonly others: readonly Participant[];
  /** Members for whom it is and who have not answered. */
  readonly silent: number;
}

/** Everyone of an event, apart from each other by how they stand. */
export async function participantsOf(visit: Visit, of: Event): Promise<Participants> {
  const [ledger, all, register, earlier] = await Promise.all([
    ledgerOf(visit, of),
    registrationsOf(visit, of.id),
    registerOf(visit),
    presentBefore(visit, of),
  ]);
  const people = registrantsOf(register, all, visit.t).map((one): Participant => {
    const by = one.registration.registeredBy;
    return {
      ...one,
      standing: standingOf(ledger, one.who),
      ...(by === undefined ? {} : { registeredByName: nameOf(register, by) || visit.t(text.nameUnknown) }),
      isFirstTime: earlier !== undefined && !earlier.has(mainOf(register, one.who)),
    };
  });
  const turns = turnsOf(ledger);
  const isWaiting = ({ standing }: Participant): boolean =>
    standing.holds === undefined && standing.waitsFor !== undefined;
  const known = new Set(people.map(({ who }) => mainOf(register, who)));
  const invited = invitedPeople(register, of, atNow(visit));
  return {
    participants: people.filter(({ standing }) => standing.holds !== undefined),
    waiting: people.filter(isWaiting).sort((a, b) => (turns.get(a.who) ?? 0) - (turns.get(b.who) ?? 0)),
    others: people.filter((one) => one.standing.holds === undefined && !isWaiting(one)),
    silent: invited.filter(({ person }) => !known.has(mainOf(register, objectIdOf(person)))).length,
  };
}

const turnsOf = (ledger: Ledger): ReadonlyMap<MemberId, number> =>
  new Map(PLACES.flatMap((place) => waitingFor(ledger, place)).map((who, turn) => [who, turn]));

/** Main identities of who was present at an earlier event, about a second old; undefined when nothing is known of any. */
export async function presentBefore(work: Work, of: Event): Promise<ReadonlySet<string> | undefined> {
  const register = await registerOf(work);
  const earlier = (await allEvents(work)).filter(
    (one) => one.id !== of.id && one.attendanceAt !== undefined && one.startsAt < of.startsAt,
  );
  if (earlier.length === 0) return undefined;
  const all = await Promise.all(earlier.map((one) => recentSayings(work, one.id)));
  return new Set(
    all.flatMap((found) => [...found].filter(([, { came }]) => came?.isPresent).map(([who]) => mainOf(register, who))),
  );
}

/** Who of these is reached neither by mail nor by a 1:1 chat. */
export async function unreachedOf(work: Work, people: readonly MemberId[]): Promise<ReadonlySet<MemberId>> {
  const register = await registerOf(work);
  const reaches = await reachesOf(work, register, people, 'events');
  return new Set(people.filter((_, index) => reaches[index] === 'none'));
}

/** Past events of which nothing is in the material bank. */
export const lacksMaterial = (of: Event, now: Instant): boolean =>
  of.state === 'published' && of.endsAt <= now && of.materials.length === 0 && of.preMeetingOf === undefined;
