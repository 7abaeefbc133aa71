/** What coordinators do with a list or folder of materials: read, settle, carry out, forget; and the job that adds the items. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { atWallTime, between, DAY, dateIn, type Instant, plus, SECOND } from '../../core/clock.ts';
import { type ActivityId, activityId, type PersonKey } from '../../core/ids.ts';
import type { Kind } from '../../core/kind.ts';
import { listAll } from '../../core/list-all.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import type { Names } from '../../core/organisation.ts';
import type { Store } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import { registerOf } from '../../core/register.ts';
import { RETENTION } from '../../core/retention.ts';
import { type Message, type Params, translator } from '../../core/text.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { readTable } from '../../sheets/read.ts';
import { UnreadableTable } from '../../sheets/table.ts';
import { events, phaseOf } from '../events/event.ts';
import { collections, MOST_IN_COLLECTION } from './collection.ts';
import {
  cleanPath,
  type FolderMeaning,
  foldersOf,
  type ImportedFile,
  isMeaning,
  type KnownItems,
  knownItems,
  MOST_FOLDERS,
  MOST_ROWS,
  type Named,
  type Plan,
  type PlannedRow,
  planOf,
  type RawRow,
  rowsOf,
  type Settled,
  type Surroundings,
} from './import.ts';
import { cellsOf, recognise } from './import-fields.ts';
import {
  type ImportWork,
  inParts,
  type MaterialImport,
  materialImportRows,
  materialImportSettled,
  materialImports,
  materialImportWork,
  partId,
  type RowResult,
  type WorkRow,
} from './import-list.ts';
import { text } from './import-text.ts';
import { allMaterials, vocabularyOf } from './memory.ts';
import { addImported, materialIdOf } from './operations.ts';
import { cleanName, type Upload, uploads } from './upload.ts';
import { MOST_TERMS } from './vocabulary.ts';

/** Rows of a part of the work: a crash repeats at most so many. */
const WORK_PART = 20;
const RAW_PART = 200;

// ── Reading ────────────────────────────────────────────────────────────────────────────────────

/** Throws a Refusal when the import is gone or its time is over. */
export async function importNow({ services, scope }: Work, id: string): Promise<MaterialImport> {
  const found = await services.store.get(scope, materialImports, id);
  if (!found || found.value.expiresAt <= services.clock.now()) throw new Refusal(text.unknownImport);
  return found.value;
}

/** Newest first. */
export async function importsNow({ services, scope }: Work): Promise<MaterialImport[]> {
  const now = services.clock.now();
  const all = (await listAll(services.store, scope, materialImports)).map(({ value }) => value);
  return all.filter(({ expiresAt }) => expiresAt > now).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

interface Chosen {
  /** Of the folder or the list. */
  readonly name: string;
  /** Bytes of a CSV or XLSX. */
  readonly list?: Uint8Array;
  /** Uploads of the actor, each with its place in the folder. */
  readonly files: readonly { readonly upload: ActivityId; readonly path: string }[];
}

/** Keeps a list, the files of a folder, or both. Adds nothing yet. Throws a Refusal: no list, too much, nothing. */
export async function readImport(visit: Visit, chosen: Chosen): Promise<MaterialImport> {
  await asCoordinator(visit);
  const { services, scope, actor, network } = visit;
  const table = chosen.list && (await tableOf(chosen.list));
  const fields = recognise(table?.headings ?? []);
  if (table && !fields.includes('title') && !fields.includes('fileName')) throw new Refusal(text.noColumns);
  const list = (table?.rows ?? []).map(({ number, cells }) => ({ row: number, cells: cellsOf(fields, cells) }));
  const rows = rowsOf(list, await filesOf(visit, chosen.files));
  if (rows.length === 0) throw new Refusal(text.nothingChosen);
  if (rows.length > MOST_ROWS) throw new Refusal(text.tooManyRows, { most: MOST_ROWS });
  const id = services.newId();
  const now = services.clock.now();
  const made: MaterialImport = {
    ...{ id, name: cleanName(chosen.name).slice(0, 200), by: actor.person, locale: actor.locale },
    ...{ createdAt: now, expiresAt: plus(now, RETENTION.importPlans * DAY), rows: rows.length },
    ignored: (table?.headings ?? []).filter((heading, at) => heading !== '' && fields[at] === undefined),
    ...{ folders: foldersIn(rows), meanings: {}, state: 'settling', round: 0 },
  };
  // Known to the job that removes it before anything of it is stored.
  await services.jobs.schedule({ kind: 'materials.expireImport', network: network.id, key: id, due: made.expiresAt });
  for (const [at, part] of inParts(rows, RAW_PART).entries())
    await services.store.upsert(scope, materialImportRows, partId(id, at), { rows: part });
  await services.store.insert(scope, materialImports, id, made);
  known.delete(services.store); // what was added until now is there already
  return made;
}

async function tableOf(bytes: Uint8Array) {
  try {
    return await readTable(bytes, 'texts');
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw new Refusal(text[error.code], error.code === 'tooManyRows' ? { most: MOST_ROWS } : {});
  }
}

/** Names and sizes are those of the uploads; what is no upload of the actor is left out, as is one that was named before. */
async function filesOf(visit: Visit, given: Chosen['files']): Promise<ImportedFile[]> {
  if (given.length === 0) return [];
  const own = await uploadsBy(visit, visit.actor.person);
  const seen = new Set<string>();
  return given.flatMap(({ upload, path }) => {
    const found = own.get(upload);
    const place = cleanPath(path);
    if (!found || seen.has(`${upload} ${place}`)) return [];
    seen.add(`${upload} ${place}`);
    const folder = place.includes('/') ? place.slice(0, place.lastIndexOf('/') + 1) : '';
    return [{ upload, name: found.name, size: found.size, path: `${folder}${found.name}` }];
  });
}

async function uploadsBy({ services, scope }: Work, by: PersonKey): Promise<ReadonlyMap<string, Upload>> {
  const all = await listAll(services.store, scope, uploads);
  return new Map(
    all.flatMap(({ id, value }) => (value.by === by && value.state === 'assembled' ? [[id, value] as const] : [])),
  );
}

function foldersIn(rows: readonly RawRow[]): MaterialImport['folders'] {
  const counted = new Map<string, number>();
  for (const { path } of rows.flatMap(({ files }) => files))
    for (const folder of foldersOf(path)) counted.set(folder, (counted.get(folder) ?? 0) + 1);
  return [...counted].slice(0, MOST_FOLDERS).map(([folder, files]) => ({ folder, files }));
}

// ── The dry run ────────────────────────────────────────────────────────────────────────────────

/** Items of the bank that are compared with may be so old while an import is settled: thousands of them are not read for each tap. */
const KNOWN_FOR = 30 * SECOND;
const known = new WeakMap<Store, { network: string; at: Instant; items: KnownItems }>();

async function knownOf(work: Work, isFresh: boolean): Promise<KnownItems> {
  const { store, clock } = work.services;
  const before = known.get(store);
  const isYoung = before?.network === work.network.id && Math.abs(between(before.at, clock.now())) < KNOWN_FOR;
  if (before && isYoung && !isFresh) return before.items;
  const at = clock.now();
  const items = knownItems(await allMaterials(work));
  known.set(store, { network: work.network.id, at, items });
  return items;
}

const namesIn = (of: Names): string[] => Object.values(of).flatMap((name) => name ?? []);

/** What the network has now. `isFresh`: the items of the bank too. */
export async function surroundingsOf(work: Work, by: PersonKey, isFresh = false): Promise<Surroundings> {
  const { services, scope, network } = work;
  const [register, vocabulary, allEvents, allCollections, items, own] = await Promise.all([
    registerOf(work),
    vocabularyOf(work),
    listAll(services.store, scope, events),
    listAll(services.store, scope, collections),
    knownOf(work, isFresh),
    uploadsBy(work, by),
  ]);
  const now = services.clock.now();
  const named = ({ id, names }: { id: string; names: Names }): Named => ({ id, names: namesIn(names) });
  return {
    ...{ now, by, vocabulary, today: todayIn(work), known: items, uploaded: (id) => own.get(id) },
    events: allEvents
      .map(({ value }) => value)
      .filter((of) => !['draft', 'undone'].includes(phaseOf(of, now)))
      .map(({ id, title, startsAt }) => ({ id, title, date: dateIn(startsAt, network.zone) })),
    organisations: [...register.organisations.values()].filter((of) => of.mergedInto === undefined).map(named),
    groups: [...register.groups.values()].map(named),
    collections: allCollections.map(({ value }) => named(value)),
  };
}

export interface DryRun {
  readonly plan: Plan;
  readonly around: Surroundings;
  /** More tags than the list can have. */
  readonly tooManyTags: boolean;
}

/** What would become of the import now. */
export async function dryRunOf(work: Work, of: MaterialImport, isFresh = false): Promise<DryRun> {
  const { store } = work.services;
  const [parts, said, around] = await Promise.all([
    listAll(store, work.scope, materialImportRows, { prefix: `${of.id}|` }),
    listAll(store, work.scope, materialImportSettled, { prefix: `${of.id}|` }),
    surroundingsOf(work, of.by, isFresh),
  ]);
  const plan = planOf(
    {
      rows: parts.flatMap(({ value }) => value.rows),
      settled: new Map(said.map(({ value }) => [value.row, value])),
      folders: of.meanings,
    },
    around,
  );
  return { plan, around, tooManyTags: plan.newTags.length + around.vocabulary.terms.length > MOST_TERMS };
}

// ── Settling ───────────────────────────────────────────────────────────────────────────────────

/** Changes an import that is still settled. Throws a Refusal when it is gone, or carried out. */
async function changeImport(
  work: Work,
  id: string,
  to: (now: MaterialImport) => MaterialImport,
): Promise<MaterialImport> {
  const { store } = work.services;
  await importNow(work, id);
  const saved = await update({ store, scope: work.scope, kind: materialImports, id }, (now) => {
    if (!now) return undefined;
    if (now.state !== 'settling') throw new Refusal(now.state === 'done' ? text.isApplied : text.isApplying);
    return to(now);
  });
  if (!saved) throw new Refusal(text.unknownImport);
  return saved.value;
}

const nextRound = (now: MaterialImport): MaterialImport => ({ ...now, round: now.round + 1 });

/** Says something of one row, in place of what was said of it before. */
export async function settleRow(visit: Visit, id: string, said: Settled): Promise<MaterialImport> {
  await asCoordinator(visit);
  await changeImport(visit, id, (now) => now); // refuses what is not settled any more before anything is written
  const { store } = visit.services;
  const parts = await listAll(store, visit.scope, materialImportRows, { prefix: `${id}|` });
  if (!parts.some(({ value }) => value.rows.some(({ row }) => row === said.row))) throw new Refusal(text.unknownRow);
  const key = partId(id, said.row);
  if (Object.values(said).filter((one) => one !== undefined).length > 1)
    await store.upsert(visit.scope, materialImportSettled, key, said);
  else await store.remove(visit.scope, materialImportSettled, key);
  return changeImport(visit, id, nextRound);
}

/** Says what the name of a folder means. Throws a Refusal: no such folder, event, theme or collection. */
export async function settleFolder(
  visit: Visit,
  id: string,
  { folder, meaning }: { folder: string; meaning: FolderMeaning },
): Promise<MaterialImport> {
  await asCoordinator(visit);
  const { by } = await importNow(visit, id);
  if (!isMeaning(meaning, await surroundingsOf(visit, by))) throw new Refusal(text.unknownChoice);
  return changeImport(visit, id, (now) => {
    if (!now.folders.some((one) => one.folder === folder)) throw new Refusal(text.unknownFolder);
    return { ...nextRound(now), meanings: { ...now.meanings, [folder]: meaning } };
  });
}

/** Forgets an import; what was added stays. Throws a Refusal while it is carried out. */
export async function removeImport(visit: Visit, id: string): Promise<void> {
  await asCoordinator(visit);
  const found = await visit.services.store.get(visit.scope, materialImports, id);
  if (!found) return;
  if (found.value.state === 'applying') throw new Refusal(text.isApplying);
  await forget(visit, id);
}

async function forget(work: Work, id: string): Promise<void> {
  const { store } = work.services;
  const removeAll = async <T>(kind: Kind<T>): Promise<void> => {
    for (const part of await listAll(store, work.scope, kind, { prefix: `${id}|` }))
      await store.remove(work.scope, kind, part.id);
  };
  await removeAll(materialImportRows);
  await removeAll(materialImportSettled);
  await removeAll(materialImportWork);
  await store.remove(work.scope, materialImports, id); // last: until then a repetition finds the rest
}

/** Removes an import whose time is over; one that is carried out is let finish first. */
export async function expireImport(work: Work, id: string): Promise<void> {
  const found = await work.services.store.get(work.scope, materialImports, id);
  const now = work.services.clock.now();
  if (found && found.value.expiresAt > now) return;
  if (found?.value.state === 'applying') {
    const due = plus(now, DAY);
    return work.services.jobs.schedule({ kind: 'materials.expireImport', network: work.network.id, key: id, due });
  }
  await forget(work, id);
}

// ── Carrying out ───────────────────────────────────────────────────────────────────────────────

/** Why it can't be carried out; undefined: it can. */
export function whyNotApplied({ plan, tooManyTags }: DryRun): Refusal | undefined {
  if (tooManyTags) return new Refusal(text.tooManyTags, { most: MOST_TERMS });
  return plan.counts.new === 0 ? new Refusal(text.nothingToDo) : undefined;
}

/** Freezes the work and lets a job do it; asked again while it is on its way it changes nothing. Throws a Refusal when there is nothing to add. */
export async function applyImport(visit: Visit, id: string): Promise<MaterialImport> {
  await asCoordinator(visit);
  const { services, scope } = visit;
  const of = await importNow(visit, id);
  if (of.work) {
    await startJob(visit, of);
    return of;
  }
  const run = await dryRunOf(visit, of, true);
  const refusal = whyNotApplied(run);
  if (refusal) throw refusal;
  const work = services.newId();
  const rows = run.plan.rows.map((row) => workOf(row, of, visit));
  const parts = inParts(rows, WORK_PART);
  for (const [at, part] of parts.entries())
    await services.store.upsert(scope, materialImportWork, partId(`${id}|${work}`, at), { rows: part });
  const { counts, newTags } = run.plan;
  const frozen = { id: work, parts: parts.length, done: 0, total: counts.new, counts, newTags: [...newTags] };
  const saved = await changeImport(visit, id, (now) =>
    // someone settled it otherwise meanwhile: look again
    now.round === of.round ? { ...now, state: 'applying', work: { ...frozen, at: services.clock.now() } } : now,
  );
  if (saved.work?.id !== work) return applyImport(visit, id);
  await startJob(visit, saved);
  await audit(visit, 'materials.import', id);
  return saved;
}

async function startJob({ services, network }: Work, { id, work, state }: MaterialImport): Promise<void> {
  if (work && state === 'applying')
    await services.jobs.schedule({ kind: 'materials.import', network: network.id, key: id, due: work.at });
}

/** A row as work to do, with the id that its item will have. */
function workOf(row: PlannedRow, { id, by }: MaterialImport, { network }: Work): WorkRow {
  const { draft, outcome, same, problems, told } = row;
  const why = problems[0] ?? (outcome === 'same' ? told.at(-1) : undefined);
  if (outcome !== 'new')
    return {
      ...{ row: row.row, outcome, title: draft.title },
      ...(why ? { why: inAll(why.row, why.params) } : {}),
      ...(same ? { material: same.id } : {}),
    };
  return {
    ...{ row: row.row, outcome, title: draft.title },
    material: materialIdOf(by, `${id}\n${row.row}`),
    item: {
      ...{ draft, state: row.state, collections: row.collections.map((one) => activityId.parse(one)) },
      ...(row.addedOn === undefined ? {} : { addedAt: atWallTime(row.addedOn, '12:00', network.zone) }),
      ...(row.eventTitle === undefined ? {} : { eventTitle: row.eventTitle }),
    },
  };
}

const inAll = (row: Message, params: Params = {}): Message => ({
  fi: translator('fi')(row, params),
  sv: translator('sv')(row, params),
  en: translator('en')(row, params),
});

/** Does the work part by part, as often as it is begun: an item that is there under its id is not added again. */
export async function carryOut(work: Work, id: string): Promise<void> {
  const { store } = work.services;
  for (;;) {
    const of = (await store.get(work.scope, materialImports, id))?.value;
    if (of?.state !== 'applying' || !of.work) return;
    const { work: frozen } = of;
    if (frozen.done >= frozen.parts) return finish(work, of);
    const key = partId(`${id}|${frozen.id}`, frozen.done);
    const part = (await store.get(work.scope, materialImportWork, key))?.value;
    if (part && !part.results) {
      const results: Ending[] = [];
      for (const row of part.rows) results.push(await carryOutRow(work, id, row));
      await update(
        { store, scope: work.scope, kind: materialImportWork, id: key },
        (now) => now && { ...now, results },
      );
    }
    await update({ store, scope: work.scope, kind: materialImports, id }, (now) =>
      now?.work && now.work.id === frozen.id && now.work.done === frozen.done
        ? { ...now, work: { ...now.work, done: frozen.done + 1 } }
        : now,
    );
  }
}

type Ending = NonNullable<ImportWork['results']>[number];

async function carryOutRow(work: Work, id: string, { row, item, material }: WorkRow): Promise<Ending> {
  if (!item || !material) return { row, result: 'skipped' };
  const of = (await work.services.store.get(work.scope, materialImports, id))?.value; // whoever was erased meanwhile adds nothing any more
  if (!of) return { row, result: 'skipped' };
  const actor = { person: of.by, name: '', locale: of.locale };
  const visit: Visit = { ...work, actor, t: translator(of.locale) };
  const { collections: into, ...rest } = item;
  try {
    await addImported(visit, { id: material, ...rest });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { row, result: 'failed', why: inAll(error.row, error.params) };
  }
  for (const one of into) await putIntoCollection(work, one, material);
  return { row, result: 'added' };
}

/** A collection that is gone or full takes nothing; the item stays in the bank all the same. */
async function putIntoCollection({ services, scope }: Work, id: ActivityId, item: ActivityId): Promise<void> {
  const place = { store: services.store, scope, kind: collections, id };
  await update(place, (of) =>
    !of || of.items.includes(item) || of.items.length >= MOST_IN_COLLECTION
      ? of
      : { ...of, items: [...of.items, item], changedAt: services.clock.now() },
  );
}

async function finish(work: Work, of: MaterialImport): Promise<void> {
  const { store } = work.services;
  const result = { added: 0, failed: 0, skipped: 0 };
  for (const one of await resultsIn(work, of)) result[one.result]++;
  await update({ store, scope: work.scope, kind: materialImports, id: of.id }, (now) =>
    now?.state === 'applying' ? { ...now, state: 'done' as const, result } : now,
  );
}

export interface DoneRow extends WorkRow {
  readonly result: RowResult;
}

/** The rows of the work in their order, each with what became of it; those of parts that are still to do are left out. */
export async function resultsIn(work: Work, { id, work: frozen }: MaterialImport): Promise<DoneRow[]> {
  if (!frozen) return [];
  const parts = await listAll(work.services.store, work.scope, materialImportWork, { prefix: `${id}|${frozen.id}|` });
  return parts.flatMap(({ value: { rows, results } }) => {
    const byRow = new Map(rows.map((row) => [row.row, row]));
    return (results ?? []).flatMap((one): DoneRow[] => {
      const row = byRow.get(one.row);
      return row ? [{ ...row, ...one }] : [];
    });
  });
}

// ── What it stores on people ───────────────────────────────────────────────────────────────────

export async function collectImports(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>> {
  const own = (await listAll(work.services.store, work.scope, materialImports))
    .map(({ value }) => value)
    .filter(({ by }) => isOneOf(ids, by));
  return own.length === 0
    ? {}
    : { materialImports: own.map(({ name, createdAt, expiresAt, state }) => ({ name, createdAt, expiresAt, state })) };
}

interface Erasing {
  readonly ids: readonly MemberId[];
  readonly as: PersonKey;
  /** Whether a name that stands as someone's is theirs. */
  readonly isCalled: (name: string | undefined) => boolean;
}

/** What they were settling goes; what is carried out or done stays, without them. As authors they go from everyone's. */
export async function eraseImports({ ids, as, isCalled }: Erasing, work: Work): Promise<void> {
  const { store } = work.services;
  const { scope } = work;
  for (const { id, value } of await listAll(store, scope, materialImports)) {
    if (isOneOf(ids, value.by)) {
      const place = { store, scope, kind: materialImports, id };
      const stored = await update(place, (now) => now && { ...now, by: as });
      if (stored?.value.state === 'settling') await forget(work, id);
    }
    for (const part of await listAll(store, scope, materialImportRows, { prefix: `${id}|` }))
      if (part.value.rows.some(({ cells }) => isCalled(cells.author)))
        await update({ store, scope, kind: materialImportRows, id: part.id }, (now) =>
          now ? { rows: now.rows.map((row) => (isCalled(row.cells.author) ? withoutAuthor(row) : row)) } : now,
        );
    for (const part of await listAll(store, scope, materialImportWork, { prefix: `${id}|` }))
      if (part.value.rows.some(({ item }) => isCalled(item?.draft.author)))
        await update({ store, scope, kind: materialImportWork, id: part.id }, (now) =>
          now
            ? {
                ...now,
                rows: now.rows.map((row) =>
                  row.item && isCalled(row.item.draft.author)
                    ? { ...row, item: { ...row.item, draft: { ...row.item.draft, author: '' } } }
                    : row,
                ),
              }
            : now,
        );
  }
}

const withoutAuthor = ({ cells: { author: _, ...cells }, ...row }: RawRow): RawRow => ({ ...row, cells });

export async function expireImports(work: Work): Promise<void> {
  const now = work.services.clock.now();
  for (const { id, value } of await listAll(work.services.store, work.scope, materialImports))
    if (value.expiresAt <= now) await expireImport(work, id);
}
