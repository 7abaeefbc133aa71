/** Seeing, erasing and expiring what is stored on people, over every part of the app that stores anything. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { DAY, type Instant, plus, toInstant } from '../../core/clock.ts';
import { type NetworkId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { isCurrent, isOneOf, type Member, type MemberId, memberIdOf, members, networks } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { ChannelFailure, type Services } from '../../core/ports.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { changeMember, forgetRegister, identitiesOf, mainOf, type Register, registerNow } from '../../core/register.ts';
import { keptSince } from '../../core/retention.ts';
import type { Locale } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { CONFIRMATION } from './contract.ts';
import { type Erasure, type ErasureId, erasedPerson, erasureId, erasures, isErasedPerson } from './erasure.ts';
import { text } from './text.ts';

/** Erasures that the daily job begins at most: each rewrites the store's file once. */
const MOST_A_DAY = 20;

// ── What is stored on someone ──────────────────────────────────────────────────────────────────

export interface Section {
  readonly id: string;
  readonly data: unknown;
}

/** Everything on the actor, over all their identities; what holds nothing is left out. */
export async function collectOwn(visit: Visit): Promise<Section[]> {
  const register = await registerNow(visit);
  const ids = identitiesOf(register, memberIdOf(visit.actor.person));
  const sections: Section[] = [];
  for (const one of visit.services.personal) {
    const found = await one.collect(ids, visit);
    for (const [id, data] of Object.entries(found)) if (!isEmpty(data)) sections.push({ id, data });
  }
  return sections;
}

function isEmpty(data: unknown): boolean {
  if (data === undefined || data === null || data === false) return true;
  return typeof data === 'object' && Object.keys(data).length === 0;
}

// ── Asking for erasure ─────────────────────────────────────────────────────────────────────────

/** Whether Teams has any of the identities in the team now. */
export async function isInTeam(
  { network, services }: Work,
  register: Register,
  ids: readonly MemberId[],
): Promise<boolean> {
  for (const id of ids) {
    const known = register.members.get(id);
    if (known !== undefined && known.teamsId === undefined) continue;
    try {
      if ((await services.roster.one(network, id)) !== undefined) return true;
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error;
      if (error.outcome !== 'refused' && known?.leftAt === undefined) return true; // Teams does not answer: our own roll decides
    }
  }
  return false;
}

export interface Prospect {
  readonly ids: readonly MemberId[];
  readonly isInTeam: boolean;
  /** They are the only coordinator. */
  readonly isLast: boolean;
}

/** What stands before the actor's own erasure. */
export async function prospectOf(visit: Visit): Promise<Prospect> {
  const register = await registerNow(visit);
  const ids = identitiesOf(register, memberIdOf(visit.actor.person));
  const of = await networkNow(visit);
  return { ids, isInTeam: await isInTeam(visit, register, ids), isLast: isLast(of.coordinators, ids, register) };
}

/** Nobody who is in the network would coordinate it without them. */
function isLast(coordinators: readonly PersonKey[], ids: readonly MemberId[], register: Register): boolean {
  if (!coordinators.some((person) => isOneOf(ids, person))) return false;
  const isThere = (person: PersonKey): boolean => {
    if (isErasedPerson(person)) return false;
    const of = register.members.get(objectIdOf(person));
    return of === undefined || isCurrent(of); // who is not on the roll yet was named by a roster that is newer
  };
  return !coordinators.some((person) => !isOneOf(ids, person) && isThere(person));
}

function checkConfirmation(typed: string): void {
  const word = typed.trim().toLowerCase();
  if (Object.values(CONFIRMATION).some((one) => one === word)) return;
  const params = { word: (locale: Locale) => CONFIRMATION[locale] };
  throw new Refusal(text.badConfirmation, params, [{ field: 'confirmation', row: text.badConfirmation, params }]);
}

/** The actor erases themself. Refuses a wrong word and the last coordinator. Asked again while it runs, it is the same erasure. */
export async function eraseMyself(visit: Visit, confirmation: string): Promise<Erasure> {
  checkConfirmation(confirmation);
  const { ids, isInTeam: stays } = await prospectOf(visit);
  await resign(visit, ids);
  const kept = await begin(visit, ids, { by: 'self', isInTeam: stays, now: visit.services.clock.now() });
  // That it happened is known; who did it is nobody from the first moment on.
  if (kept.running)
    await audit({ ...visit, actor: { ...visit.actor, person: kept.running.as } }, 'privacy.erase', kept.id);
  return kept;
}

/** Refuses when nobody would be left to coordinate; decided on what is stored at the moment of writing. */
async function resign(visit: Visit, ids: readonly MemberId[]): Promise<void> {
  const { store } = visit.services;
  const register = await registerNow(visit);
  await update({ store, scope: visit.scope, kind: networks, id: visit.network.id }, (now) => {
    if (!now?.coordinators.some((person) => isOneOf(ids, person))) return now;
    if (isLast(now.coordinators, ids, register)) throw new Refusal(text.lastCoordinator);
    return { ...now, coordinators: now.coordinators.filter((person) => !isOneOf(ids, person)) };
  });
}

/** A coordinator erases someone else. Refuses a wrong word, an unknown member, themself and other coordinators. */
export async function eraseMember(visit: Visit, member: MemberId, confirmation: string): Promise<Erasure> {
  await asCoordinator(visit);
  checkConfirmation(confirmation);
  const register = await registerNow(visit);
  if (!register.members.has(member)) throw new Refusal(text.unknownMember);
  const ids = identitiesOf(register, member);
  if (isOneOf(ids, visit.actor.person)) throw new Refusal(text.notYourself);
  const of = await networkNow(visit);
  if (of.coordinators.some((person) => isOneOf(ids, person))) throw new NotAllowed(text.otherCoordinator);
  const stays = await isInTeam(visit, register, ids);
  const kept = await begin(visit, ids, { by: 'coordinator', isInTeam: stays, now: visit.services.clock.now() });
  await audit(visit, 'privacy.erase', kept.id);
  return kept;
}

/** Writes it down, then lets the job do it; the person is out when this returns. */
async function begin(
  work: Work,
  ids: readonly MemberId[],
  how: Pick<Erasure, 'by' | 'isInTeam'> & { readonly now: Instant },
): Promise<Erasure> {
  const { services, scope } = work;
  const running = (await listAll(services.store, scope, erasures)).find(({ value }) =>
    value.running?.ids.some((id) => ids.includes(id)),
  );
  const kept = running?.value ?? (await insert(work, ids, how));
  await schedule(work, kept.id);
  await leave(work, kept.running?.ids ?? ids);
  return kept;
}

async function insert(
  { services, scope }: Work,
  ids: readonly MemberId[],
  { by, isInTeam: stays, now }: Parameters<typeof begin>[2],
): Promise<Erasure> {
  const id = erasureId.parse(services.newId());
  const as = erasedPerson(services.newId());
  const of: Erasure = { id, by, isInTeam: stays, requestedAt: now, running: { ids: [...ids], as } };
  return (await services.store.insert(scope, erasures, id, of)).value;
}

const schedule = ({ network, services }: Work, id: ErasureId): Promise<void> =>
  services.jobs.schedule({ kind: 'privacy.erase', network: network.id, key: id, due: services.clock.now() });

/** Out, and not brought back by Teams' roster, before anything is removed. */
async function leave(work: Work, ids: readonly MemberId[]): Promise<void> {
  const at = work.services.clock.now();
  for (const id of ids) {
    await changeMember(work, id, (now) => now && { ...now, leftAt: now.leftAt ?? at, isErased: true });
  }
}

// ── Erasing ────────────────────────────────────────────────────────────────────────────────────

/**
 * Removes a person from everywhere. Every step can be repeated, so that a crash at any moment is gone on from where it was;
 * whom to remove is forgotten last, and then what the files still hold of it.
 */
export async function erase(work: Work, id: string): Promise<void> {
  const { services, scope } = work;
  const of = (await services.store.get(scope, erasures, id))?.value;
  if (!of || of.doneAt !== undefined) return;
  if (of.running) {
    const { ids, as } = of.running;
    await leave(work, ids);
    for (const one of services.personal) await one.erase(ids, as, work);
    for (const one of ids) await services.store.remove(scope, members, one);
    forgetRegister(work);
    await setErasure(work, id, ({ running: _, ...rest }) => rest);
  }
  await services.store.scrub();
  await setErasure(work, id, (now) => ({ ...now, doneAt: services.clock.now() }));
}

const setErasure = ({ services, scope }: Work, id: string, to: (now: Erasure) => Erasure): Promise<unknown> =>
  update({ store: services.store, scope, kind: erasures, id }, (now) => now && to(now));

// ── Retention ──────────────────────────────────────────────────────────────────────────────────

/** When the next daily round is due: in the quiet of the night, after the roster was read. */
export const nextRound = (now: Instant): Instant => toInstant(`${plus(now, DAY).slice(0, 10)}T02:30:00.000Z`);

export const scheduleRound = ({ jobs, clock }: Services, network: NetworkId): Promise<void> =>
  jobs.schedule({ kind: 'privacy.retention', network, key: 'daily', due: nextRound(clock.now()) });

/** The daily round: what was cut off goes on, what is over its time goes, who is over their time is erased. */
export async function keepRetention(work: Work): Promise<void> {
  const { services, scope, network } = work;
  const now = services.clock.now();
  await scheduleRound(services, network.id);
  for (const { id, value } of await listAll(services.store, scope, erasures)) {
    if (value.doneAt === undefined) await schedule(work, value.id);
    else if (value.doneAt < keptSince('erasures', now)) await services.store.remove(scope, erasures, id);
  }
  // People first: what a part forgets by itself, such as an invitation, may be in other parts too.
  for (const ids of (await peopleOverTime(work, now)).slice(0, MOST_A_DAY)) {
    await begin(work, ids, { by: 'retention', isInTeam: false, now });
  }
  const failures: unknown[] = [];
  for (const one of services.personal) await one.expire?.(work).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'Some of what is over its time could not be removed.');
}

/** Those who left long ago, with all identities, those who declined an invitation or never answered it, and outsiders whom no feature needs. */
async function peopleOverTime(work: Work, now: Instant): Promise<MemberId[][]> {
  const register = await registerNow(work);
  const { coordinators } = work.network;
  const mains = [...new Set([...register.members.keys()].map((id) => mainOf(register, id)))];
  const over = mains
    .map((main) => identitiesOf(register, main))
    .filter((ids) => !coordinators.some((person) => isOneOf(ids, person)))
    .filter((ids) => ids.every((id) => isOverTime(register.members.get(id), now)));
  const forgotten: MemberId[][] = [];
  for (const ids of over) if (!(await isNeeded(work, register, ids))) forgotten.push(ids);
  return forgotten;
}

async function isNeeded(work: Work, register: Register, ids: readonly MemberId[]): Promise<boolean> {
  for (const id of ids) {
    const of = register.members.get(id);
    if (of?.isOutsider && of.leftAt === undefined && (await work.services.needsOutsider(id, work))) return true;
  }
  return false;
}

function isOverTime(of: Member | undefined, now: Instant): boolean {
  if (!of || of.isErased) return false;
  if (of.leftAt !== undefined) return of.isInvited === true || of.leftAt < keptSince('leftPeople', now);
  const row = of.isInvited ? 'invitations' : of.isOutsider ? 'outsiders' : undefined;
  const since = of.emailSource?.at ?? of.joinedAt;
  return row !== undefined && since !== undefined && since < keptSince(row, now);
}
