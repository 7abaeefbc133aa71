/** What coordinators do with a list: upload, settle, apply, forget; and the job that applies it. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { atWallTime, between, type Clock, DAY, dateIn, type Instant, plus, SECOND } from '../../core/clock.ts';
import type { Kind } from '../../core/kind.ts';
import { listAll } from '../../core/list-all.ts';
import { isCurrent, type Member, type MemberId, mailPerson, memberIdOf } from '../../core/network.ts';
import { Refusal } from '../../core/refusal.ts';
import { changeMember, changeOrganisation, mainOf, type Register, registerNow } from '../../core/register.ts';
import { RETENTION } from '../../core/retention.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { readTable } from '../../sheets/read.ts';
import { MOST_ROWS, type Table, UnreadableTable } from '../../sheets/table.ts';
import { newMunicipality } from '../members/organisations.ts';
import type { Columns } from './fields.ts';
import { recognise } from './headings.ts';
import {
  type ImportList,
  type ImportPlan,
  importLists,
  importPlans,
  importRowsKind,
  inParts,
  noResults,
  PLAN_PART,
  type PlannedWork,
  partId,
  planPartId,
  type Results,
  settledRows,
} from './list.ts';
import { dryRunOf, forgetList, rowsOf } from './memory.ts';
import {
  columnProblems,
  type DryRun,
  type PlannedRow,
  type RowResult,
  type Settled,
  type Source,
  standing,
  withOrganisationPatch,
  withPatch,
} from './plan.ts';
import { text } from './text.ts';

// ── Reading ────────────────────────────────────────────────────────────────────────────────────

/** Throws a Refusal when the list is gone or its time is over. */
export async function listNow({ services, scope }: Work, id: string): Promise<ImportList> {
  const found = await services.store.get(scope, importLists, id);
  if (!found || found.value.expiresAt <= services.clock.now()) throw new Refusal(text.unknownImport);
  return found.value;
}

/** Newest first. */
export async function listsNow({ services, scope }: Work): Promise<ImportList[]> {
  const now = services.clock.now();
  const all = (await listAll(services.store, scope, importLists)).map(({ value }) => value);
  return all.filter(({ expiresAt }) => expiresAt > now).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** Keeps a list. Throws a Refusal when the file is no list, or is too large. */
export async function readList(visit: Visit, fileName: string, bytes: Uint8Array): Promise<ImportList> {
  await asCoordinator(visit);
  const table = await tableOf(bytes);
  const { services, scope, actor, network } = visit;
  const id = services.newId();
  const now = services.clock.now();
  const list: ImportList = {
    ...{ id, fileName, by: actor.person, createdAt: now, expiresAt: plus(now, RETENTION.importPlans * DAY) },
    headings: [...table.headings],
    columns: [...recognise(table.headings)],
    rows: table.rows.length,
    ...{ state: 'settling', round: 0 },
  };
  // Known to the job that removes it before anything of it is stored.
  await services.jobs.schedule({ kind: 'imports.expire', network: network.id, key: id, due: list.expiresAt });
  const rows = table.rows.map(({ number, cells }) => ({ number, cells: [...cells] }));
  await Promise.all(
    inParts(rows).map((part, index) => services.store.upsert(scope, importRowsKind, partId(id, index), { rows: part })),
  );
  await services.store.insert(scope, importLists, id, list);
  await audit(visit, 'imports.read', id);
  return list;
}

async function tableOf(bytes: Uint8Array): Promise<Table> {
  try {
    return await readTable(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw new Refusal(text[error.code], error.code === 'tooManyRows' ? { most: MOST_ROWS } : {});
  }
}

// ── Settling ───────────────────────────────────────────────────────────────────────────────────

/** Changes a list that is still settled. Throws a Refusal when it is gone, or applied. */
async function changeList(work: Work, id: string, to: (now: ImportList) => ImportList): Promise<ImportList> {
  const { store } = work.services;
  await listNow(work, id);
  const saved = await update({ store, scope: work.scope, kind: importLists, id }, (now) => {
    if (!now) return undefined;
    if (now.state !== 'settling') throw new Refusal(now.state === 'done' ? text.isApplied : text.isApplying);
    return to(now);
  });
  if (!saved) throw new Refusal(text.unknownImport);
  return saved.value;
}

const nextRound = (now: ImportList): ImportList => ({ ...now, round: now.round + 1 });

export async function setColumns(visit: Visit, id: string, columns: Columns): Promise<ImportList> {
  await asCoordinator(visit);
  return changeList(visit, id, (now) => {
    if (columns.length !== now.headings.length)
      throw new Refusal(text.columnsChanged, { n: now.headings.length, given: columns.length });
    return { ...nextRound(now), columns: [...columns] };
  });
}

/** Says something of one row, in place of what was said of it before. Throws a Refusal: no such row, no such member. */
export async function settleRow(visit: Visit, id: string, said: Settled): Promise<ImportList> {
  await asCoordinator(visit);
  const list = await listNow(visit, id);
  if (!(await rowsOf(visit, list)).some(({ number }) => number === said.row)) throw new Refusal(text.unknownRow);
  if (said.decision === 'member') {
    const { members } = await registerNow(visit);
    if (said.member === undefined || !members.has(said.member)) throw new Refusal(text.chooseMember);
  }
  // Refuses what is not settled any more before anything is written, and tells every instance after that it has changed.
  await changeList(visit, id, (now) => now);
  const { store } = visit.services;
  const key = partId(id, said.row);
  if (Object.values(said).filter((one) => one !== undefined).length > 1)
    await store.upsert(visit.scope, settledRows, key, said);
  else await store.remove(visit.scope, settledRows, key);
  return changeList(visit, id, nextRound);
}

/** Leaves out every row that is of this outcome now. */
export async function skipRows(visit: Visit, id: string, outcome: 'doubtful' | 'wrong'): Promise<ImportList> {
  await asCoordinator(visit);
  const list = await changeList(visit, id, (now) => now);
  const { rows } = await dryRunOf(visit, list, await registerNow(visit));
  const { store } = visit.services;
  const skipped = rows.filter((row) => row.outcome === outcome);
  await inGroups(skipped, ({ row }) =>
    store.upsert(visit.scope, settledRows, partId(id, row), { row, decision: 'skip' }),
  );
  return changeList(visit, id, nextRound);
}

/** So many at a time: the store commits what comes together as one. */
const AT_ONCE = 25;

async function inGroups<T, R>(all: readonly T[], one: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(one))));
  return done;
}

/** Forgets a list and all that was worked out of it. Throws a Refusal while it is applied. */
export async function removeList(visit: Visit, id: string): Promise<void> {
  await asCoordinator(visit);
  const found = await visit.services.store.get(visit.scope, importLists, id);
  if (!found) return;
  if (found.value.state === 'applying') throw new Refusal(text.isApplying);
  await forget(visit, id);
  await audit(visit, 'imports.remove', id);
}

async function forget(work: Work, id: string): Promise<void> {
  const { store } = work.services;
  const { scope } = work;
  const removeAll = async <T>(kind: Kind<T>): Promise<void> => {
    const parts = await listAll(store, scope, kind, { prefix: `${id}|` });
    await inGroups(parts, (part) => store.remove(scope, kind, part.id));
  };
  await removeAll(importRowsKind);
  await removeAll(settledRows);
  await removeAll(importPlans);
  await store.remove(scope, importLists, id); // last: until then a repetition finds the rest
  forgetList(work, id);
}

/** Removes a list whose time is over; one that is being applied is let finish first. */
export async function expireList(work: Work, id: string): Promise<void> {
  const found = await work.services.store.get(work.scope, importLists, id);
  const now = work.services.clock.now();
  if (found && found.value.expiresAt > now) return;
  if (found?.value.state === 'applying') {
    const due = plus(now, DAY);
    return work.services.jobs.schedule({ kind: 'imports.expire', network: work.network.id, key: id, due });
  }
  await forget(work, id);
}

// ── Applying ───────────────────────────────────────────────────────────────────────────────────

/** Nothing stands in the way of it. */
export function whyNotApplied(list: ImportList, { counts }: DryRun): Refusal | undefined {
  const [problem] = columnProblems(list.columns);
  if (problem) return new Refusal(problem);
  const open = counts.doubtful + counts.wrong;
  if (open > 0) return new Refusal(text.notSettled, { n: open });
  return counts.new + counts.changed === 0 ? new Refusal(text.nothingToDo) : undefined;
}

/**
 * Freezes the plan and lets a job carry it out; asked again while it is on its way it changes nothing. Throws a Refusal: something is not settled,
 * nothing to do, a day to come.
 */
export async function applyList(
  visit: Visit,
  id: string,
  source: { readonly listName: string; readonly collectedOn: string },
): Promise<ImportList> {
  await asCoordinator(visit);
  const { services, scope, network } = visit;
  const list = await listNow(visit, id);
  if (list.plan) {
    await startJob(visit, list);
    return list;
  }
  const now = services.clock.now();
  if (source.collectedOn > dateIn(now, network.zone))
    throw new Refusal(text.dateToCome, {}, [{ field: 'collectedOn', row: text.dateToCome }]);
  const register = await registerNow(visit);
  const run = await dryRunOf(visit, list, register);
  const refusal = whyNotApplied(list, run);
  if (refusal) throw refusal;

  const plan = services.newId();
  const work = planOf(run, register, services.newId);
  const parts = Math.ceil(work.length / PLAN_PART);
  await inGroups(
    Array.from({ length: parts }, (_, part) => part),
    (part) =>
      services.store.upsert(scope, importPlans, planPartId(id, plan, part), {
        work: work.slice(part * PLAN_PART, (part + 1) * PLAN_PART),
      }),
  );
  const saved = await changeList(visit, id, (before) => {
    if (before.round !== list.round) return before; // someone settled it otherwise meanwhile: look again
    const organisations = run.newOrganisations.map(({ names }) => names);
    return {
      ...{ ...before, state: 'applying', source },
      plan: { id: plan, parts, done: 0, rows: work.length, counts: { ...run.counts }, organisations, at: now },
    };
  });
  if (saved.plan?.id !== plan) return applyList(visit, id, source);
  await startJob(visit, saved);
  await audit(visit, 'imports.apply', id);
  return saved;
}

async function startJob({ services, network }: Work, { id, plan, state }: ImportList): Promise<void> {
  if (plan && state === 'applying')
    await services.jobs.schedule({ kind: 'imports.apply', network: network.id, key: id, due: plan.at });
}

const ACTS = { new: 'add', changed: 'change', same: 'same', doubtful: 'skip', wrong: 'skip', skipped: 'skip' } as const;

/** The dry run as work to do, with ids for the new. */
function planOf({ rows }: DryRun, register: Register, newId: () => string): PlannedWork[] {
  const ids = new Map<PlannedRow, MemberId>();
  const sharing = new Map<string, MemberId[]>();
  const note = (email: string | undefined, id: MemberId): void => {
    if (email !== undefined) sharing.set(email, [...(sharing.get(email) ?? []), id]);
  };
  for (const [id, { email }] of register.members) note(email, id as MemberId);
  for (const row of rows) {
    if (row.outcome !== 'new') continue;
    const id = memberIdOf(mailPerson(newId()));
    ids.set(row, id);
    note(row.set.email, id);
  }
  return rows.map((row): PlannedWork => {
    const { outcome, member, set, before, takesIn, organisation } = row;
    const act = ACTS[outcome];
    const id = member ? memberIdOf(member.person) : ids.get(row);
    if (act === 'skip' || act === 'same')
      return { row: row.row, act, set: {}, before: {}, takesIn: false, sharing: [] };
    return {
      ...{ row: row.row, act, set, before, takesIn },
      ...(id === undefined ? {} : { member: id }),
      sharing: set.email === undefined ? [] : (sharing.get(set.email) ?? []),
      ...(organisation
        ? {
            organisation: {
              ...{ id: organisation.id, names: organisation.names },
              ...(organisation.isNew ? { code: organisation.id.slice(organisation.id.indexOf('-') + 1) } : {}),
              ...{ set: row.organisationSet, before: row.organisationBefore },
            },
          }
        : {}),
    };
  });
}

/**
 * Carries the plan out part by part, as often as it is begun: what is done is recognised, what someone changed since the dry run is left
 * as it is and reported.
 */
export async function carryOut(work: Work, id: string): Promise<void> {
  const { services, scope, network } = work;
  const { store } = services;
  let seen: Seen | undefined;
  for (;;) {
    const list = (await store.get(scope, importLists, id))?.value;
    if (list?.state !== 'applying' || !list.plan || !list.source) return;
    const { plan } = list;
    if (plan.done >= plan.parts) return finish(work, list);
    const key = planPartId(id, plan.id, plan.done);
    const part = (await store.get(scope, importPlans, key))?.value;
    if (part && !part.results) {
      const source: Source = {
        at: atWallTime(list.source.collectedOn, '12:00', network.zone),
        list: list.source.listName,
      };
      if (!seen || isOld(seen, services.clock)) seen = await seenNow(work);
      const done = await carryOutPart(work, part, seen, source);
      await update({ store, scope, kind: importPlans, id: key }, (now) => now && { ...now, results: done });
    }
    await update({ store, scope, kind: importLists, id }, (now) =>
      now?.plan && now.plan.id === plan.id && now.plan.done === plan.done
        ? { ...now, plan: { ...plan, done: plan.done + 1 } }
        : now,
    );
  }
}

async function carryOutPart(
  work: Work,
  { work: rows }: ImportPlan,
  seen: Seen,
  source: Source,
): Promise<NonNullable<ImportPlan['results']>> {
  const coming = new Map(
    rows.flatMap(({ organisation }) => (organisation?.code ? [[organisation.id, organisation]] : [])),
  );
  for (const one of coming.values()) await bringIn(work, one, seen.register);
  return inGroups(rows, async (row) => ({
    row: row.row,
    result: await carryOutRow(work, row, seen, source),
  }));
}

type PlannedOrganisation = NonNullable<PlannedWork['organisation']>;

async function bringIn(work: Work, { id, code }: PlannedOrganisation, { rules }: Register): Promise<void> {
  if (code === undefined) return;
  const { services, network } = work;
  const places = services.places(network.calendar);
  const made = newMunicipality(places, rules, code, services.clock.now());
  await changeOrganisation(work, id, (now) => now ?? made);
}

/** The register as it was a few seconds ago at most; what a row changes is looked at once more when it is written. */
interface Seen {
  readonly register: Register;
  readonly at: Instant;
  /** Ids of those in the network with an address. */
  holders(email: string): readonly string[];
}

/** Reading the register of thousands takes a good part of a second: not for every part. */
const SEEN_FOR = 5 * SECOND;

const isOld = ({ at }: Seen, clock: Clock): boolean => Math.abs(between(at, clock.now())) > SEEN_FOR;

async function seenNow(work: Work): Promise<Seen> {
  const at = work.services.clock.now();
  const register = await registerNow(work);
  const current = [...register.members].filter(([, one]) => isCurrent(one));
  const byAddress = Map.groupBy(current, ([, { email }]) => email);
  return { register, at, holders: (email) => (byAddress.get(email) ?? []).map(([id]) => id) };
}

async function carryOutRow(work: Work, row: PlannedWork, seen: Seen, source: Source): Promise<RowResult> {
  const { act, member: id, organisation } = row;
  if (act === 'skip') return 'skipped';
  if (act === 'same' || id === undefined) return 'same';
  if (!mayCarryOut(row, id, seen)) return 'meanwhile';
  if (organisation && Object.keys(organisation.set).length > 0) {
    let isOther = false;
    const changed = await changeOrganisation(work, organisation.id, (now) => {
      if (!now) return undefined;
      // What comes into the register by this list has no state yet that someone could have changed.
      const before = organisation.code === undefined ? organisation.before : { membership: 'contacted' as const };
      isOther = standing(now, organisation.set, before) === 'other';
      return isOther ? now : withOrganisationPatch(now, organisation.set, source.at);
    });
    if (isOther || !changed) return 'meanwhile';
  }
  return act === 'add' ? addMember(work, id, row, source) : changeKnown(work, id, row, source);
}

/** As far as the register tells: the address is nobody else's by now, and what is to be changed is there as it was. */
function mayCarryOut({ set, before, sharing, act }: PlannedWork, id: MemberId, { register, holders }: Seen): boolean {
  const others = set.email === undefined ? [] : holders(set.email).filter((other) => other !== id);
  if (others.some((other) => !sharing.some((known) => known === other))) return false;
  if (act === 'add') return true;
  const now = register.members.get(id);
  return now !== undefined && mainOf(register, id) === id && standing(now, set, before) !== 'other';
}

async function addMember(work: Work, id: MemberId, { set }: PlannedWork, source: Source): Promise<RowResult> {
  const at = work.services.clock.now();
  const made: Member = { person: mailPerson(id), name: set.name ?? '', isGuest: false, joinedAt: at };
  await changeMember(work, id, (now) => now ?? withPatch(made, set, source));
  return 'added';
}

async function changeKnown(work: Work, id: MemberId, row: PlannedWork, source: Source): Promise<RowResult> {
  const { set, before, takesIn } = row;
  let isOther = true;
  await changeMember(work, id, (now) => {
    isOther = true;
    if (!now || now.isErased || (!isCurrent(now) && !takesIn)) return now;
    const stands = standing(now, set, before);
    isOther = stands === 'other';
    if (isOther || (stands === 'done' && isCurrent(now))) return now;
    return withPatch(isCurrent(now) ? now : takenIn(now), set, source);
  });
  return isOther ? 'meanwhile' : 'changed';
}

/** Who left the team is one whom mail reaches, until Teams' roster lists them again. */
function takenIn({ leftAt, isInvited: _invited, isOutsider: _from, teamsId, ...back }: Member): Member {
  return teamsId === undefined || leftAt !== undefined ? back : { ...back, teamsId };
}

async function finish(work: Work, { id, plan }: ImportList): Promise<void> {
  const { store } = work.services;
  const parts = await listAll(store, work.scope, importPlans, { prefix: `${id}|${plan?.id ?? ''}|` });
  const result: Results = { ...noResults, organisations: plan?.organisations.length ?? 0 };
  for (const { value } of parts) for (const one of value.results ?? []) result[one.result]++;
  await update({ store, scope: work.scope, kind: importLists, id }, (now) =>
    now?.state === 'applying' ? { ...now, state: 'done' as const, result } : now,
  );
}

/** What became of each row, once applied. */
export async function resultsOf(work: Work, { id, plan }: ImportList): Promise<Map<number, RowResult>> {
  if (!plan) return new Map();
  const parts = await listAll(work.services.store, work.scope, importPlans, { prefix: `${id}|${plan.id}|` });
  return new Map(parts.flatMap(({ value }) => (value.results ?? []).map((one) => [one.row, one.result] as const)));
}
