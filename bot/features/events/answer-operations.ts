/** What people answer, for themselves and for others, and the places that follow from it. */
import { asCoordinator, coordinates } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import type { Instant } from '../../core/clock.ts';
import { type ActivityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import {
  isCurrent,
  isOneOf,
  LONGEST_NAME,
  type Member,
  type MemberId,
  mailPerson,
  memberIdOf,
  type OrganisationId,
  organisationId,
} from '../../core/network.ts';
import { type Notice, notify } from '../../core/notify.ts';
import { nameFor } from '../../core/organisation.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import {
  changeMember,
  getsMail,
  identitiesOf,
  mainOf,
  type Register,
  registerNow,
  registerOf,
} from '../../core/register.ts';
import { keptSince } from '../../core/retention.ts';
import type { Locale } from '../../core/text.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import { asAddress, isAddress, oneLine } from '../../core/typed.ts';
import { type Event, requireAnswerable } from './event.ts';
import {
  changeLedger,
  changeRegistration,
  eventNow,
  findEvent,
  followRegistration,
  healSoon,
  ledgerOf,
  ownRegistration,
  recentLedger,
  registrationsOf,
  removeRegistration,
} from './memory.ts';
import { atNow, sendInvitation, shortHash } from './operations.ts';
import { isFor } from './people.ts';
import {
  type Answer,
  type Answered,
  type Answering,
  answer,
  confirm,
  fresh,
  isComing,
  isSettled,
  latestFirst,
  MOST_COLLEAGUES,
  MOST_UNCONFIRMED,
  type Registration,
  wantedPlace,
} from './registration.ts';
import { type Standing, standingOf, told, turnOf } from './seats.ts';
import { text } from './text.ts';

/** People whom a coordinator invites at once. */
export const MOST_INVITED = 200;

/** How someone stands after an answer. */
export interface Stand {
  readonly event: Event;
  readonly who: MemberId;
  readonly registration: Registration;
  readonly outcome: Answered['outcome'];
  readonly standing: Standing;
}

// ── For oneself ────────────────────────────────────────────────────────────────────────────────

/** Says, changes or takes back whether the actor comes. `of`: the event, or as it was just read. Refuses with what to do. */
export async function answerEvent(
  visit: Visit,
  of: ActivityId | Event,
  to: Answer,
  delivery: Answering['delivery'],
  { isLeavingList = false }: Pick<Answering, 'isLeavingList'> = {},
): Promise<Stand> {
  const { person } = visit.actor;
  const [event, register] = await Promise.all([typeof of === 'string' ? eventNow(visit, of) : of, registerOf(visit)]);
  const own = await ownRegistration(visit, event.id, person, register);
  await requireWelcome(visit, register, event, own.registration);
  return keepAnswer(visit, event, own, (now) =>
    answer(event, to, { person, delivery, isLeavingList }, now, visit.services.clock.now()),
  );
}

/** Members take part in what is for them; people from outside in what they were invited or registered to. */
async function requireWelcome(
  visit: Visit,
  register: Register,
  event: Event,
  own: Registration | undefined,
): Promise<void> {
  const { actor } = visit;
  if ((actor.isInvited || actor.isOutsider) && !own) throw new Refusal(text.unknownEvent);
  if (own && isComing(own)) return; // who has left the group since must be able to give the place back
  if (own?.registeredBy === undefined) requireMeant(visit, register, event, actor.person);
}

function requireMeant(work: Work, register: Register, event: Event, person: PersonKey | undefined): void {
  if (person !== undefined && isFor(register, event, person, atNow(work))) return;
  const names = register.groups.get(event.group ?? '')?.names ?? {};
  throw new Refusal(text.notForYou, { group: (locale) => nameFor(names, locale) });
}

/** Writes the answer down, gives or frees the place, and sets going what follows. */
async function keepAnswer(
  work: Work,
  event: Event,
  { who, stored: known }: Pick<Awaited<ReturnType<typeof ownRegistration>>, 'who' | 'stored'>,
  to: (now: Registration | undefined) => Answered,
): Promise<Stand> {
  await healSoon(work, event.id);
  let outcome: Answered['outcome'] = 'repeated';
  const change = (now: Registration | undefined): Registration => {
    const answered = to(now);
    outcome = answered.outcome;
    return answered.registration;
  };
  const stored = await changeRegistration(work, event.id, who, change, known ?? 'none');
  if (!stored) throw new Error('An answer was not stored.');
  const standing = await followRegistration(work, event, who, stored);
  const now = await stillOn(work, event, who);
  work.services.posts.refreshSoon(work.network.id, event.post);
  await writeToThem(work, now, who, stored.value); // a redelivery too: the first one may have been cut off before it
  return { event: now, who, registration: stored.value, outcome, standing };
}

/** The event as it is once the answer is there. Who answers while it is taken back or cancelled is not among those who are told of it, and must hear it now. */
async function stillOn(work: Work, { id, title, capacity }: Event, who: MemberId): Promise<Event> {
  const now = await findEvent(work, id);
  if (now?.state === 'cancelled') throw new Refusal(text.isCancelled, { title });
  if (now && now.state !== 'undone') return now;
  await removeRegistration(work, id, who);
  await followRegistration(work, { id, capacity }, who);
  throw new Refusal(text.unknownEvent);
}

/** Who gets mail on events is told how they stand, with a calendar file; one letter for each change of what they said. */
async function writeToThem(work: Work, event: Event, who: MemberId, own: Registration): Promise<void> {
  const register = await registerOf(work);
  const isByOther = own.registeredBy !== undefined && own.confirmedAt === undefined;
  if (isByOther || getsMail(register, who, 'events'))
    await notify(work, register, who, ownNotice(event, own, isByOther));
}

/** What the request of an answer tells the person, for one that was cut off before it could. Can be repeated: each letter has its id. */
export async function tellOwn(
  work: Work,
  id: ActivityId,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<void> {
  const event = await findEvent(work, id);
  if (event?.state !== 'published') return;
  for (const [who, own] of await registrationsOf(work, id)) {
    const isOfThen = [own.answeredAt, own.confirmedAt].some((at) => at !== undefined && at >= from && at <= to);
    if (isOfThen && isSettled(own)) await writeToThem(work, event, who, own);
  }
}

/** In the chat only what others did for them: their own tap has been answered on the card. */
const ownNotice = (event: Event, { revision }: Registration, isByOther: boolean): Notice => ({
  ...{ id: `${event.id}-own-${revision}`, subject: `${event.id}|own`, letter: 'events.own' },
  ...{ topic: 'events', urgency: 'due' },
  ...(isByOther ? { direct: 'events.noticeDirect' } : {}),
});

/** The link of their letter was opened and they said that it holds. */
export async function confirmRegistration(visit: Visit, id: ActivityId): Promise<Stand> {
  const [event, register] = await Promise.all([eventNow(visit, id), registerOf(visit)]);
  const own = await ownRegistration(visit, id, visit.actor.person, register);
  return keepAnswer(visit, event, own, (now) => {
    if (!now) throw new Refusal(text.nothingToConfirm);
    const registration = confirm(now, event, visit.services.clock.now());
    return { registration, outcome: registration === now ? 'repeated' : now.isUnconfirmed ? 'first' : 'changed' };
  });
}

export interface OwnStanding {
  readonly who: MemberId;
  readonly registration?: Registration;
  readonly standing: Standing;
}

/** How the actor stands now. */
export async function ownStanding(visit: Visit, event: Event): Promise<OwnStanding> {
  const register = await registerOf(visit);
  const own = await ownRegistration(visit, event.id, visit.actor.person, register);
  const standing = own.registration ? standingOf(await ledgerOf(visit, event), own.who) : {};
  return { ...own, standing };
}

/** The same for what is shown: their answer as it is now, and the place by a ledger that may be a second old unless it does not know that answer. */
export async function shownStanding(visit: Visit, event: Event): Promise<OwnStanding> {
  const register = await registerOf(visit);
  const own = await ownRegistration(visit, event.id, visit.actor.person, register);
  if (!own.registration) return { ...own, standing: {} };
  const recent = standingOf(await recentLedger(visit, event), own.who);
  const isKnown = (recent.waitsFor ?? recent.holds) === wantedPlace(own.registration);
  return { ...own, standing: isKnown ? recent : standingOf(await ledgerOf(visit, event), own.who) };
}

/** Leaves the waiting list; who switches keeps the place that they have. */
export async function leaveWaitingList(visit: Visit, id: ActivityId, delivery: Answering['delivery']): Promise<Stand> {
  const event = await eventNow(visit, id);
  const { standing } = await ownStanding(visit, event);
  return answerEvent(visit, event, { attendance: standing.holds ?? 'no' }, delivery, {
    isLeavingList: standing.waitsFor !== undefined,
  });
}

// ── For others ─────────────────────────────────────────────────────────────────────────────────

/** Someone who is registered or invited by another, as typed. */
export interface PersonDraft {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}

export interface ReadPerson {
  readonly name: string;
  /** Empty: not known. */
  readonly email: string;
  readonly organisation: OrganisationId | undefined;
  readonly organisationWords: string;
}

/** Longest name that a stranger may give for someone. */
const LONGEST_OPEN_NAME = 80;
/** Something that mail programs make a link or an address of. Of a short text alone: on a long one it takes seconds. */
const LINK = /@|:\/\/|\bwww\.|[\p{L}\p{N}-]{2,}\.\p{L}{2,}/iu;

/**
 * Checks who was typed. An organisation of the register is known by its name in any language; else its words stay. `isOpen`: on a page where
 * anyone types anyone's address; their name stands in mail, which must carry no advertising. Throws a Refusal with all problems.
 */
export function readPerson(
  draft: PersonDraft,
  register: Register,
  { needsAddress = true, isOpen = false } = {},
): ReadPerson {
  const name = oneLine(draft.name);
  const email = asAddress(draft.email);
  const words = oneLine(draft.organisation);
  const problems: Problem[] = [];
  if (!name) problems.push({ field: 'name', row: text.noName });
  for (const [field, typed] of [
    ['name', name],
    ['organisation', words],
  ] as const) {
    if (typed.length > LONGEST_NAME)
      problems.push({ field, row: text.longText, params: { most: LONGEST_NAME, n: typed.length } });
  }
  const params = { most: LONGEST_OPEN_NAME };
  if (isOpen && (name.length > LONGEST_OPEN_NAME || LINK.test(name)))
    problems.push({ field: 'name', row: text.badOpenName, params });
  if (!isAddress(email) && (needsAddress || email !== '')) problems.push({ field: 'email', row: text.badAddress });
  refuseAny(problems);
  const folded = words.toLowerCase();
  const known = [...register.organisations.values()].find(({ id, names }) =>
    [id, ...Object.values(names)].some((one) => one?.toLowerCase() === folded),
  );
  return { name, email, organisation: known?.id, organisationWords: known ? '' : words };
}

/** Who has this address: of the network or from outside. Undefined: nobody, or there is no address. */
function knownWith(register: Register, email: string): MemberId | undefined {
  const [known] = [...register.members.values()]
    .filter((one) => email !== '' && one.email === email && one.leftAt === undefined && !one.isErased)
    .sort((a, b) => Number(isCurrent(b)) - Number(isCurrent(a)));
  return known && (mainOf(register, memberIdOf(known.person)) as MemberId);
}

/** The person of this address; someone from outside is made when nobody has it, also of a name alone. Call it when nothing is left to be refused. */
export async function personWith(
  work: Work,
  register: Register,
  of: ReadPerson,
  made: { readonly id: string; readonly from: 'registration' | 'coordinator'; readonly locale?: Locale },
): Promise<MemberId> {
  const known = knownWith(register, of.email);
  if (known !== undefined) return known;
  const now = work.services.clock.now();
  const person = mailPerson(made.id);
  const fresh: Member = {
    ...{ person, name: of.name, isGuest: false, isOutsider: true, joinedAt: now },
    ...(of.email === '' ? {} : { email: of.email, emailSource: { from: made.from, at: now } }),
    ...(of.organisation === undefined ? {} : { organisation: organisationId.parse(of.organisation) }),
    ...(made.locale === undefined ? {} : { locale: made.locale }),
  };
  await changeMember(work, memberIdOf(person), (there) => there ?? fresh);
  return memberIdOf(person);
}

/** A person's registration among all of an event, by whichever identity it is. */
const registrationIn = (
  all: ReadonlyMap<MemberId, Registration>,
  ids: readonly MemberId[],
): { readonly who: MemberId; readonly registration: Registration } | undefined =>
  ids
    .flatMap((who) => {
      const registration = all.get(who);
      return registration ? [{ who, registration }] : [];
    })
    .sort((a, b) => latestFirst(a.registration, b.registration))[0];

export const keyOfMember = (register: Register, who: MemberId): PersonKey =>
  register.members.get(who)?.person ?? mailPerson(who);

export interface ColleagueDraft extends PersonDraft {
  readonly attendance: 'room' | 'online';
}

/** Registers a colleague, who gets a link of their own to confirm, change and leave. The same request registers once. A coordinator may do it for any number, and after the deadline. */
export async function registerColleague(
  visit: Visit,
  id: ActivityId,
  draft: ColleagueDraft,
  requestId: string,
): Promise<Stand> {
  const { actor, services } = visit;
  const event = await eventNow(visit, id);
  const register = await registerNow(visit);
  if (actor.isInvited || actor.isOutsider) throw new Refusal(text.unknownEvent);
  const isCoordinator = await coordinates(visit);
  const person = readPerson(draft, register);
  const known = knownWith(register, person.email);
  const all = await registrationsOf(visit, id);
  const own = identitiesOf(register, objectIdOf(actor.person));
  const delivery = { id: `by-${shortHash(actor.person, requestId)}`, at: services.clock.now(), isInOrder: true };
  const earlier = known && registrationIn(all, identitiesOf(register, known));
  if (!earlier?.registration.deliveries.includes(delivery.id)) {
    if (earlier && isSettled(earlier.registration) && earlier.registration.attendance !== 'no') {
      await writeToThem(visit, event, earlier.who, earlier.registration); // who tries again after a request that was cut off
      throw new Refusal(text.alreadyRegistered, {}, [{ field: 'email', row: text.alreadyRegistered }]);
    }
    const brought = [...all.values()].filter((one) => one.registeredBy && isOneOf(own, one.registeredBy));
    if (!isCoordinator && brought.length >= MOST_COLLEAGUES)
      throw new Refusal(text.tooManyColleagues, { most: MOST_COLLEAGUES });
    if (!isCoordinator && event.group !== undefined)
      requireMeant(visit, register, event, known && keyOfMember(register, known));
    requireAnswerable(event, { attendance: draft.attendance, wasComing: false, isCoordinator }, services.clock.now());
  }
  const made = {
    id: `x-${shortHash(actor.person, requestId)}`,
    from: isCoordinator ? ('coordinator' as const) : ('registration' as const),
  };
  const who = earlier?.who ?? (await personWith(visit, register, person, made));
  const answering = {
    ...{ person: keyOfMember(await registerOf(visit), who), delivery, isCoordinator },
    ...(own.includes(who) ? {} : { by: actor.person }), // their own address is their own answer
  };
  const to = { attendance: draft.attendance, organisationWords: person.organisationWords || undefined };
  const named = answering.by === undefined ? {} : { nameWords: person.name };
  return keepAnswer(visit, event, { who }, (now) => {
    const answered = answer(event, to, answering, now, services.clock.now());
    if (answered.outcome === 'repeated') return answered;
    return { ...answered, registration: { ...answered.registration, ...named } };
  });
}

/** A coordinator answers for someone who is in the network or on the event's list already. */
export async function answerFor(
  visit: Visit,
  id: ActivityId,
  who: MemberId,
  to: Answer,
  requestId: string,
): Promise<Stand> {
  await asCoordinator(visit);
  const [event, register] = await Promise.all([eventNow(visit, id), registerNow(visit)]);
  const member = register.members.get(who);
  if (!member) throw new Refusal(text.unknownPerson);
  const own = await ownRegistration(visit, id, member.person, register);
  const { actor, services } = visit;
  const delivery = { id: `by-${shortHash(actor.person, requestId)}`, at: services.clock.now(), isInOrder: true };
  const isSelf = identitiesOf(register, who).includes(memberIdOf(actor.person));
  const answering = {
    ...{ person: member.person, delivery, isCoordinator: true },
    ...(isSelf ? {} : { by: actor.person }),
  };
  const done = await keepAnswer(visit, event, own, (now) => answer(event, to, answering, now, services.clock.now()));
  await audit(visit, 'events.answerFor', `${id}|${own.who}`);
  return done;
}

/** Invites people from outside the network, one a line: `Name, address, organisation` with commas, semicolons or tabs. Resolves to how many there were; who is on the list already is not invited again. */
export async function inviteOutsiders(visit: Visit, id: ActivityId, typed: string, requestId: string): Promise<number> {
  await asCoordinator(visit);
  const event = await eventNow(visit, id);
  const now = visit.services.clock.now();
  // who can't answer any more is not asked to
  requireAnswerable(event, { attendance: 'maybe', wasComing: false, isCoordinator: false }, now);
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) throw new Refusal(text.noAddresses, {}, [{ field: 'people', row: text.noAddresses }]);
  if (lines.length > MOST_INVITED) throw new Refusal(text.manyInvitees, { most: MOST_INVITED });
  const register = await registerNow(visit);
  const people = lines.map((line, index) => readLine(line, index, register));
  for (const person of people) {
    const made = { id: `x-${shortHash(visit.actor.person, requestId, person.email)}`, from: 'coordinator' as const };
    const there = await registerOf(visit);
    const known = await personWith(visit, there, person, made);
    const key = keyOfMember(there, known);
    const { who } = await ownRegistration(visit, id, key, there);
    const { organisationWords } = person;
    const stored = await changeRegistration(
      visit,
      id,
      who,
      (own) =>
        own ?? {
          ...fresh(key, now),
          registeredBy: visit.actor.person,
          ...(organisationWords ? { organisationWords } : {}),
        },
    );
    if (stored?.value.attendance === undefined) await sendInvitation(visit, event, known);
  }
  await audit(visit, 'events.invite', id);
  return people.length;
}

function readLine(line: string, index: number, register: Register): ReadPerson {
  const parts = line.split(/[,;\t]/).map((part) => part.trim());
  const address = parts.find((part) => isAddress(asAddress(part.replace(/^<|>$/g, '')))) ?? '';
  const [name = '', ...organisation] = parts.filter((part) => part !== address);
  try {
    return readPerson({ name, email: address.replace(/^<|>$/g, ''), organisation: organisation.join(', ') }, register);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const params = { n: index + 1 };
    throw new Refusal(text.badInvitee, params, [{ field: 'people', row: text.badInvitee, params }]);
  }
}

// ── From the public page ───────────────────────────────────────────────────────────────────────

export interface OpenRegistration extends PersonDraft {
  readonly attendance: 'room' | 'online';
  readonly locale: Locale;
  /** Of the form: one sent twice registers once. */
  readonly form: string;
}

/** Takes a registration from the public page: it holds nothing until the link in their letter confirms it. Says the same whoever has the address. */
export async function registerOpenly(work: Work, event: Event, draft: OpenRegistration): Promise<void> {
  const { services, network } = work;
  const now = services.clock.now();
  const register = await registerNow(work);
  const person = readPerson(draft, register, { isOpen: true });
  if (!event.isPublic) throw new Refusal(text.unknownEvent);
  requireAnswerable(event, { attendance: draft.attendance, wasComing: false, isCoordinator: false }, now);
  const all = await registrationsOf(work, event.id);
  if ([...all.values()].filter((one) => one.isUnconfirmed).length >= MOST_UNCONFIRMED)
    throw new Refusal(text.tooManyToConfirm);
  const made = {
    id: `x-${shortHash(event.id, draft.form, person.email)}`,
    from: 'registration' as const,
    locale: draft.locale,
  };
  const main = await personWith(work, register, person, made);
  const { who } = registrationIn(all, identitiesOf(register, main)) ?? { who: main };
  const key = keyOfMember(register, who);
  const delivery = { id: `open-${shortHash(draft.form)}`, at: now, isInOrder: true };
  const { organisationWords } = person;
  await changeRegistration(work, event.id, who, (there) => {
    if (there && isSettled(there)) return there;
    const to = { attendance: draft.attendance, organisationWords: organisationWords || undefined };
    const { registration } = answer(event, to, { person: key, delivery }, there, now);
    const { confirmedAt: _notYet, ...rest } = registration;
    return { ...rest, isUnconfirmed: true };
  });
  // One letter a day and person, however often their address is typed.
  await services.letters.send({
    ...{ id: `${event.id}-confirm-${todayIn(work)}-${main}`, network: network.id, to: main, drawing: 'events.confirm' },
    ...{ subject: `${event.id}|own`, topic: 'always', urgency: 'due' },
  });
}

// ── News of places ─────────────────────────────────────────────────────────────────────────────

/** The job that tells those who got a place, or lost it to a smaller room. Can be repeated. */
export async function tellNews(work: Work, id: ActivityId): Promise<void> {
  const event = await findEvent(work, id);
  if (!event) return;
  const ledger = await ledgerOf(work, event);
  const news = ledger.entries.filter((one) => one.news !== undefined);
  if (news.length === 0) return;
  const register = await registerNow(work);
  for (const one of news) {
    if (event.state !== 'published' || event.startsAt <= work.services.clock.now()) continue;
    // What calendars show follows: a place is there now, or it is not.
    await changeRegistration(work, id, one.who, (of) => of && { ...of, revision: of.revision + 1 });
    await notify(work, register, one.who, {
      ...{ id: `${id}-news-${turnOf(one)}-${one.news}`, subject: `${id}|news`, topic: 'events', urgency: 'due' },
      ...{ letter: 'events.news', direct: 'events.newsDirect' },
    });
  }
  await changeLedger(work, event, (of) => told(of, news));
  work.services.posts.refreshSoon(work.network.id, event.post);
}

/** From the public page, and not confirmed in time since it was last typed there: it goes. What someone else registered stays without being confirmed. */
export const isForgotten = (of: Registration, now: Instant): boolean =>
  of.isUnconfirmed === true && (of.answeredAt ?? of.createdAt) < keptSince('unconfirmedRegistrations', now);
