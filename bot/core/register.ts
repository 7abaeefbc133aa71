/** The register of a network as every feature reads it: who is who, whom they represent, who is entitled; and the one way to change it. */
import { between, type Clock, type Instant, SECOND } from './clock.ts';
import type { NetworkId } from './ids.ts';
import type { Kind } from './kind.ts';
import { listAll } from './list-all.ts';
import {
  isCurrent,
  type MailTopic,
  type Member,
  type MemberId,
  memberIdOf,
  members,
  type OrganisationId,
  wantsMail,
} from './network.ts';
import {
  defaultRules,
  type Group,
  groups,
  type Organisation,
  type OrganisationKind,
  organisations,
  type RegisterRules,
  registerRulesKind,
  type Seat,
} from './organisation.ts';
import type { Store } from './ports.ts';
import type { Work } from './turn.ts';
import { update } from './update.ts';

export interface Register {
  readonly rules: RegisterRules;
  /** By the id of their document; those who left, those invited and those from outside too. */
  readonly members: ReadonlyMap<string, Member>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly groups: ReadonlyMap<string, Group>;
}

// ── Who is who ─────────────────────────────────────────────────────────────────────────────────

/** The member that an identity belongs to: itself, or the one it was merged into. */
export function mainOf({ members: all }: Pick<Register, 'members'>, id: string): string {
  const seen = new Set<string>([id]);
  let main = id;
  for (let next = all.get(main)?.sameAs; next !== undefined && !seen.has(next); next = all.get(next)?.sameAs) {
    seen.add(next);
    main = next;
  }
  return main;
}

/** People of the network now, each once: the main identity, also when only another identity of theirs is still in the team. */
export function currentPeople(register: Pick<Register, 'members'>): Member[] {
  const people = new Map<string, Member>();
  for (const [id, one] of register.members) {
    if (!isCurrent(one)) continue;
    const main = mainOf(register, id);
    people.set(main, register.members.get(main) ?? one);
  }
  return [...people.values()];
}

/** Everyone's identities by their main one, worked out once for each reading of the register. */
const indices = new WeakMap<Register['members'], ReadonlyMap<string, readonly MemberId[]>>();

function identitiesByMain(register: Pick<Register, 'members'>): ReadonlyMap<string, readonly MemberId[]> {
  const known = indices.get(register.members);
  if (known) return known;
  const index = new Map<string, MemberId[]>();
  for (const { person } of register.members.values()) {
    const id = memberIdOf(person);
    const main = mainOf(register, id);
    const of = index.get(main);
    if (of === undefined) index.set(main, [id]);
    else if (id === main) of.unshift(id);
    else of.push(id);
  }
  indices.set(register.members, index);
  return index;
}

/** All identities of a person, the main one first; that one alone when the register does not know it. */
export function identitiesOf(register: Pick<Register, 'members'>, id: string): MemberId[] {
  const main = mainOf(register, id) as MemberId;
  const known = identitiesByMain(register).get(main) ?? [];
  return known[0] === main ? [...known] : [main, ...known];
}

/** By whose address and choices mail reaches a person: those of the main identity or, when that has left, of another that has not. */
export function addresseeOf(register: Pick<Register, 'members'>, id: string): Member | undefined {
  const main = register.members.get(mainOf(register, id));
  if (main?.leftAt === undefined) return main;
  const others = identitiesOf(register, id).flatMap((one) => register.members.get(one) ?? []);
  return others.find((one) => isCurrent(one) && one.email !== undefined) ?? main;
}

/** Whether mail on a topic goes to a person: they chose it, or none of their identities is in Teams. To outsiders goes what concerns their events. */
export function getsMail(register: Pick<Register, 'members'>, id: string, topic: MailTopic): boolean {
  const to = addresseeOf(register, id);
  if (!to || to.leftAt !== undefined || !wantsMail(to, topic)) return false;
  if (to.isOutsider) return topic === 'events';
  if (!isCurrent(to)) return false;
  const known = identitiesOf(register, id).flatMap((one) => register.members.get(one) ?? []);
  return to.mail?.[topic] === true || !known.some((one) => isCurrent(one) && one.teamsId !== undefined);
}

/** Whom a person represents, after mergers of people and of organisations: what is said of their main identity, else of another. Undefined: nobody, or nobody yet. */
export function organisationOf(register: Register, id: string): Organisation | undefined {
  if (register.members.get(mainOf(register, id))?.representsNobody) return undefined;
  for (const identity of identitiesOf(register, id)) {
    const said = register.members.get(identity)?.organisation;
    const of = said && presentOrganisation(register, said);
    if (of) return of;
  }
  return undefined;
}

/** The organisation itself, or the one it became part of. */
export function presentOrganisation(register: Register, id: OrganisationId): Organisation | undefined {
  const seen = new Set<string>();
  let now = register.organisations.get(id);
  while (now?.mergedInto !== undefined && !seen.has(now.id)) {
    seen.add(now.id);
    now = register.organisations.get(now.mergedInto) ?? now;
  }
  return now;
}

export const kindOf = (register: Pick<Register, 'rules'>, of: Organisation): OrganisationKind | undefined =>
  register.rules.kinds.find(({ id }) => id === of.kind);

/** The outsider with an address (in lower case), who becomes a member when someone with it joins. */
export const outsiderWith = ({ members }: Pick<Register, 'members'>, email: string | undefined): Member | undefined =>
  email === undefined
    ? undefined
    : [...members.values()].find((one) => one.isOutsider && one.leftAt === undefined && one.email === email);

// ── Who is entitled ────────────────────────────────────────────────────────────────────────────

/** Organisations with a vote on a date (yyyy-MM-dd): of a voting kind, member (or on trial where the network says so), and paid up where it asks for that. In id order. */
export function entitledOrganisations(
  { rules, organisations: all, ...register }: Register,
  date: string,
): Organisation[] {
  return [...all.values()]
    .filter((one) => one.mergedInto === undefined)
    .filter((one) => one.membership === 'member' || (rules.trialVotes && one.membership === 'trial'))
    .filter((one) => kindOf({ ...register, rules }, one)?.mayVote === true)
    .filter((one) => rules.unpaidVotes || !isUnpaid(one, date))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** An invoice of any year is open on a date: one that is to be sent later is not. */
export const isUnpaid = (of: Organisation, date: string): boolean =>
  of.fees.some(({ invoicedOn, paidOn }) => invoicedOn !== undefined && invoicedOn <= date && paidOn === undefined);

/** The seats of a group in force on a date (yyyy-MM-dd). */
export const seatsOn = (of: Group, date: string): Seat[] =>
  of.seats.filter(({ from, to }) => from <= date && (to === undefined || date <= to));

/** What a person is in a group on a date; a substitute only when they hold no seat of their own. */
export function placeIn(register: Register, of: Group, id: string, date: string): 'member' | 'substitute' | undefined {
  const main = mainOf(register, id);
  const seats = seatsOn(of, date);
  if (seats.some((one) => mainOf(register, one.member) === main)) return 'member';
  const isSubstitute = seats.some((one) => one.substitute !== undefined && mainOf(register, one.substitute) === main);
  return isSubstitute ? 'substitute' : undefined;
}

// ── Reading ────────────────────────────────────────────────────────────────────────────────────

/** How old what a click sees of the register may be, in milliseconds. */
const REGISTER_AGE = 10 * SECOND;

interface Kept {
  readonly register: Register;
  readonly at: Instant;
}
type Change = (register: Register) => Register;
interface Reading {
  readonly register: Promise<Register>;
  /** What this process changed meanwhile, which the reading may have missed. */
  readonly missed: Change[];
}
interface Memory {
  readonly kept: Map<NetworkId, Kept>;
  readonly loading: Map<NetworkId, Reading>;
  /** By document, how many changes of it are under way, and whether any was while another was. */
  readonly changing: Map<string, { count: number; isCrossed: boolean }>;
}
const memories = new WeakMap<Store, Memory>();

function memoryOf(store: Store): Memory {
  const known = memories.get(store) ?? { kept: new Map(), loading: new Map(), changing: new Map() };
  memories.set(store, known);
  return known;
}

/** The register, at most ten seconds old; what this process changed is in it at once. The hot path of votes and views. */
export function registerOf(work: Work): Promise<Register> {
  const { store, clock } = work.services;
  const { kept, loading } = memoryOf(store);
  const { id } = work.network;
  const known = kept.get(id);
  if (known && isYoung(known.at, clock)) return Promise.resolve(known.register);
  const running = loading.get(id);
  if (running !== undefined) return running.register;
  const at = clock.now();
  const missed: Change[] = [];
  const register = registerNow(work)
    .then((stored) => {
      const now = missed.reduce((before, change) => change(before), stored);
      if (loading.get(id) === reading) kept.set(id, { register: now, at });
      return now;
    })
    .finally(() => {
      if (loading.get(id) === reading) loading.delete(id);
    });
  const reading: Reading = { register, missed };
  loading.set(id, reading);
  return register;
}

/** A clock that was set back makes things look young for ever: hence the absolute value. */
const isYoung = (at: Instant, clock: Clock): boolean => Math.abs(between(at, clock.now())) < REGISTER_AGE;

/** The register as it is stored now: for whatever is decided or frozen. */
export async function registerNow(work: Work): Promise<Register> {
  const { services, scope, network } = work;
  const { store } = services;
  const [people, all, sets, rules] = await Promise.all([
    listAll(store, scope, members),
    listAll(store, scope, organisations),
    listAll(store, scope, groups),
    store.get(scope, registerRulesKind, network.id),
  ]);
  return {
    rules: rules?.value ?? countryRules(work),
    members: new Map(people.map(({ id, value }) => [id, value])),
    organisations: new Map(all.map(({ id, value }) => [id, value])),
    groups: new Map(sets.map(({ id, value }) => [id, value])),
  };
}

/** The main identity of an identity as it is stored now, without reading everyone for it. */
export async function mainNow({ services, scope }: Work, id: MemberId): Promise<MemberId> {
  const seen = new Set<MemberId>();
  for (let main = id; ; ) {
    seen.add(main);
    const next = (await services.store.get(scope, members, main))?.value.sameAs;
    if (next === undefined || seen.has(next)) return main;
    main = next;
  }
}

/** What was read of the register is read anew when it is next asked for. */
export function forgetRegister({ services, network }: Work): void {
  const { kept, loading } = memoryOf(services.store);
  kept.delete(network.id);
  loading.delete(network.id);
}

// ── Changing ───────────────────────────────────────────────────────────────────────────────────

/** Changes one document of the register as `update` does, and what this process has read of the register with it: a rush of answers reads nobody anew. */
async function change<T>(
  work: Work,
  { kind, id }: { readonly kind: Kind<T>; readonly id: string },
  to: (now: T | undefined) => T | undefined,
  into: (register: Register, value: T) => Register,
): Promise<T | undefined> {
  const { store } = work.services;
  const { changing } = memoryOf(store);
  const key = `${work.network.id} ${kind.name} ${id}`;
  const underWay = changing.get(key) ?? { count: 0, isCrossed: false };
  changing.set(key, underWay);
  if (underWay.count++ > 0) underWay.isCrossed = true;
  try {
    const value = (await update({ store, scope: work.scope, kind, id }, to))?.value;
    // which of two changes at the same moment was the later one only the store knows
    if (value === undefined || underWay.isCrossed) forgetRegister(work);
    else remember(work, (register) => into(register, value));
    return value;
  } finally {
    if (--underWay.count === 0) changing.delete(key);
  }
}

function remember({ services, network }: Work, change: Change): void {
  const { kept, loading } = memoryOf(services.store);
  const known = kept.get(network.id);
  if (known && isYoung(known.at, services.clock)) kept.set(network.id, { ...known, register: change(known.register) });
  else kept.delete(network.id);
  loading.get(network.id)?.missed.push(change);
}

/** In the order of ids, as the store lists them. */
function withDocument<T>(all: ReadonlyMap<string, T>, id: string, value: T): ReadonlyMap<string, T> {
  if (all.has(id)) return new Map(all).set(id, value);
  return new Map([...all, [id, value] as const].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const changeMember = (
  work: Work,
  id: string,
  to: (now: Member | undefined) => Member | undefined,
): Promise<Member | undefined> =>
  change(work, { kind: members, id }, to, (register, value) => ({
    ...register,
    members: withDocument(register.members, id, value),
  }));

export const changeOrganisation = (
  work: Work,
  id: string,
  to: (now: Organisation | undefined) => Organisation | undefined,
): Promise<Organisation | undefined> =>
  change(work, { kind: organisations, id }, to, (register, value) => ({
    ...register,
    organisations: withDocument(register.organisations, id, value),
  }));

export const changeGroup = (
  work: Work,
  id: string,
  to: (now: Group | undefined) => Group | undefined,
): Promise<Group | undefined> =>
  change(work, { kind: groups, id }, to, (register, value) => ({
    ...register,
    groups: withDocument(register.groups, id, value),
  }));

/** The rules start from those of the network's country. */
export const changeRules = (
  work: Work,
  to: (now: RegisterRules) => RegisterRules,
): Promise<RegisterRules | undefined> =>
  change(
    work,
    { kind: registerRulesKind, id: work.network.id },
    (now) => to(now ?? countryRules(work)),
    (register, rules) => ({ ...register, rules }),
  );

const countryRules = ({ services, network }: Work): RegisterRules =>
  defaultRules(services.places(network.calendar).kinds);
