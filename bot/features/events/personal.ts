/** What events store on a person: their registrations with answers, needs and presence, and the events they ran. Erasing keeps what was, without them. */
import type { Personal } from '../../core/feature.ts';
import type { PersonKey } from '../../core/ids.ts';
import { isOneOf, type MemberId, memberIdOf } from '../../core/network.ts';
import { registerNow } from '../../core/register.ts';
import { keptSince } from '../../core/retention.ts';
import type { Work } from '../../core/turn.ts';
import { erasedPerson, isErasedPerson } from '../privacy/erasure.ts';
import { isForgotten } from './answer-operations.ts';
import { type Event, phaseOf } from './event.ts';
import {
  allEvents,
  changeEvent,
  changeLedger,
  changeRegistration,
  followRegistration,
  forgetEvent,
  freeLeft,
  healSoon,
  ledgerOf,
  registrationOf,
  registrationsOf,
  removeRegistration,
} from './memory.ts';
import { fresh, latestFirst, type Registration, withoutNeeds } from './registration.ts';
import { type Ledger, renamed, standingOf } from './seats.ts';

type Of = (person: PersonKey | undefined) => boolean;
const belongingTo =
  (ids: readonly MemberId[]): Of =>
  (person) =>
    person !== undefined && isOneOf(ids, person);

// ── Seeing ─────────────────────────────────────────────────────────────────────────────────────

async function collect(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>> {
  const isOwn = belongingTo(ids);
  const found = await Promise.all(
    (await allEvents(work)).map(async (event) => {
      const of = { event: event.id, title: event.title };
      const all = await registrationsOf(work, event.id);
      const own = ids.flatMap((who) => [...(all.has(who) ? [who] : [])]);
      const ledger = own.length > 0 ? await ledgerOf(work, event) : undefined;
      const theirs = [...all].filter(([who, one]) => !ids.includes(who) && isOwn(one.registeredBy));
      return {
        registrations: own.flatMap((who) => {
          const one = all.get(who);
          return one && ledger ? [{ ...of, ...registrationData(event, one), ...standingOf(ledger, who) }] : [];
        }),
        colleagues: theirs.map(([, { createdAt }]) => ({ ...of, at: createdAt })),
        created: isOwn(event.createdBy) ? [{ ...of, createdAt: event.createdAt }] : [],
        changed: event.changes.flatMap(({ by, at }) => (isOwn(by) ? [{ ...of, at }] : [])),
        cancelled:
          event.cancelled && isOwn(event.cancelled.by)
            ? [{ ...of, at: event.cancelled.at, reason: event.cancelled.reason }]
            : [],
        reminders: event.reminded.flatMap(({ by, kind, at }) => (isOwn(by) ? [{ ...of, kind, at }] : [])),
        meetings: event.meeting && isOwn(event.meeting.owner) ? [{ ...of, meeting: event.meeting.id }] : [],
      };
    }),
  );
  const all = <K extends keyof (typeof found)[number]>(key: K) => found.flatMap((one): unknown[] => one[key]);
  return {
    eventRegistrations: all('registrations'),
    eventColleagues: all('colleagues'),
    eventsCreated: all('created'),
    eventsChanged: all('changed'),
    eventsCancelled: all('cancelled'),
    eventReminders: all('reminders'),
    eventMeetings: all('meetings'),
  };
}

/** Who else registered them is not theirs to see by id; that someone did is. */
function registrationData(event: Event, one: Registration): Readonly<Record<string, unknown>> {
  const { person: _, deliveries: _d, answers = {}, registeredBy, came, ...rest } = one;
  const label = (id: string): string => event.questions.find((question) => question.id === id)?.label ?? id;
  return {
    ...rest,
    ...(registeredBy === undefined ? {} : { wasRegisteredByOther: true }),
    ...(Object.keys(answers).length > 0
      ? { answers: Object.entries(answers).map(([id, answer]) => ({ question: label(id), answer })) }
      : {}),
    ...(came ? { came } : {}),
  };
}

// ── Erasing ────────────────────────────────────────────────────────────────────────────────────

/**
 * Of an event that has begun, or was cancelled, a registration with a place stays without its person, so that numbers do; so does that of who came.
 * Of a coming one nothing stays: the place goes to the next in line, since nobody is left who could give it back.
 */
async function erase(ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void> {
  for (const event of await allEvents(work)) {
    if (withoutPerson(event, ids, as) !== event) await changeEvent(work, event.id, (of) => withoutPerson(of, ids, as));
    await eraseRegistrations(ids, as, work, event);
    await eraseRegistrars(ids, as, work, event);
    forgetEvent(work, event.id);
  }
}

async function eraseRegistrations(ids: readonly MemberId[], as: PersonKey, work: Work, event: Event): Promise<void> {
  const ledger = await ledgerOf(work, event);
  const found = await Promise.all(ids.map(async (who) => ({ who, stored: await registrationOf(work, event.id, who) })));
  const own = found.flatMap(({ who, stored }) => (stored ? [{ who, of: stored.value }] : []));
  if (own.length === 0 && !ledger.entries.some(({ who }) => ids.includes(who))) return;
  const now = work.services.clock.now();
  const isComing = event.state === 'published' && ['upcoming', 'closed'].includes(phaseOf(event, now));
  if (isComing && !own.some(({ of }) => of.came?.isPresent)) {
    await healSoon(work, event.id);
    for (const who of ids) {
      await removeRegistration(work, event.id, who);
      await followRegistration(work, event, who);
    }
    work.services.posts.refreshSoon(work.network.id, event.post);
    return;
  }
  const holds = (who: MemberId): boolean => standingOf(ledger, who).holds !== undefined;
  const [kept] = own
    .filter(({ who, of }) => of.came?.isPresent || holds(who))
    .sort((a, b) => latestFirst(a.of, b.of))
    .map(({ of }) => nameless(of, as));
  const heir = memberIdOf(as);
  // What stays is there before anything goes; cut off in between, it is found there again.
  if (kept) await changeRegistration(work, event.id, heir, (there) => there ?? kept);
  const isKept = kept !== undefined || (await registrationOf(work, event.id, heir)) !== undefined;
  await changeLedger(work, event, (of) => withoutWaiting(isKept ? renamed(of, ids, heir) : of, isKept ? [heir] : ids));
  for (const { who } of own) await removeRegistration(work, event.id, who);
}

/** A registration that tells numbers, and nothing of anyone. */
const nameless = ({ attendance, revision, came, createdAt }: Registration, as: PersonKey): Registration => ({
  ...{ person: as, deliveries: [], revision, createdAt },
  ...(attendance === undefined ? {} : { attendance }),
  ...(came ? { came } : {}),
});

/** Of these people only the place that they hold stays, and that once, also when they were two identities. Nobody moves up into an event that is over. */
function withoutWaiting(of: Ledger, people: readonly MemberId[]): Ledger {
  const theirs = of.entries.filter(({ who }) => people.includes(who));
  if (theirs.length === 0) return of;
  const holding = theirs.find(({ holds }) => holds !== undefined);
  if (theirs.length === 1 && holding && holding.waits === undefined && holding.news === undefined) return of;
  const others = of.entries.filter(({ who }) => !people.includes(who));
  return {
    ...of,
    entries: [...others, ...(holding?.holds ? [{ who: holding.who, holds: holding.holds }] : [])],
  };
}

/** Colleagues whom they registered were registered by somebody. */
async function eraseRegistrars(ids: readonly MemberId[], as: PersonKey, work: Work, event: Event): Promise<void> {
  for (const [who, { registeredBy }] of await registrationsOf(work, event.id)) {
    if (registeredBy === undefined || !isOneOf(ids, registeredBy)) continue;
    await changeRegistration(work, event.id, who, (of) =>
      of?.registeredBy !== undefined && isOneOf(ids, of.registeredBy) ? { ...of, registeredBy: as } : of,
    );
  }
}

function withoutPerson(of: Event, ids: readonly MemberId[], as: PersonKey): Event {
  const isOwn = belongingTo(ids);
  const other = (person: PersonKey): PersonKey => (isOwn(person) ? as : person);
  const isNamed =
    isOwn(of.createdBy) ||
    of.changes.some(({ by }) => isOwn(by)) ||
    of.reminded.some(({ by }) => isOwn(by)) ||
    isOwn(of.cancelled?.by) ||
    isOwn(of.meeting?.owner);
  if (!isNamed) return of;
  return {
    ...of,
    createdBy: other(of.createdBy),
    changes: of.changes.map((one) => ({ ...one, by: other(one.by) })),
    reminded: of.reminded.map((one) => (one.by ? { ...one, by: other(one.by) } : one)),
    ...(of.cancelled ? { cancelled: { ...of.cancelled, by: other(of.cancelled.by) } } : {}),
    ...(of.meeting ? { meeting: { ...of.meeting, owner: other(of.meeting.owner) } } : {}),
  };
}

// ── Expiring ───────────────────────────────────────────────────────────────────────────────────

/**
 * Who has left the network holds no place in what is to come. Needs go when they have served, at once when the event is cancelled; registrations that nobody confirmed go; and two years after an event
 * whoever was on its list becomes nobody, each of them somebody else, so that how many had a place and came can still be counted.
 */
async function expire(work: Work): Promise<void> {
  const now = work.services.clock.now();
  const register = await registerNow(work);
  for (const event of await allEvents(work)) {
    await freeLeft(work, event, register);
    const isServed = event.state === 'cancelled' || event.endsAt < keptSince('needs', now);
    const isHistory = event.endsAt < keptSince('registrations', now);
    for (const [who, of] of await registrationsOf(work, event.id)) {
      if (isForgotten(of, now)) await forget(work, event, who);
      else if (isHistory) await becomeNobody(work, event, who, of);
      else if (isServed && of.needs !== undefined)
        await changeRegistration(work, event.id, who, (one) => one && withoutNeeds(one));
    }
    forgetEvent(work, event.id);
  }
}

/** Who had been invited before someone typed their address on the public page is invited still. */
async function forget(work: Work, event: Event, who: MemberId): Promise<void> {
  const stored = await changeRegistration(work, event.id, who, (of) => {
    if (of?.registeredBy === undefined) return of;
    const { person, createdAt, revision, registeredBy, organisationWords } = of;
    const kept = organisationWords === undefined ? {} : { organisationWords };
    return { ...fresh(person, createdAt), revision, registeredBy, ...kept };
  });
  if (stored?.value.registeredBy === undefined) await removeRegistration(work, event.id, who);
}

/** Whom they become is written down first: cut off and begun anew, one person does not leave two. */
async function becomeNobody(work: Work, event: Event, who: MemberId, of: Registration): Promise<void> {
  const as = isErasedPerson(of.person) ? of.person : erasedPerson(work.services.newId());
  if (memberIdOf(as) === who) return;
  await changeRegistration(work, event.id, who, (one) => one && { ...one, person: as });
  await eraseRegistrations([who], as, work, event);
}

export const eventPersonal: Personal = { collect, erase, expire };
