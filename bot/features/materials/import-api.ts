/** What the tab asks of imports of materials, and of taking everything out: coordinators alone. */
import { asCoordinator } from '../../core/access.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import { nameIn, type Organisation } from '../../core/organisation.ts';
import { Refusal } from '../../core/refusal.ts';
import { presentOrganisation, registerOf } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import * as contract from './contract.ts';
import { allCollections, collectionName } from './desk-operations.ts';
import { meaningOf, type PlannedRow } from './import.ts';
import type { MaterialImport } from './import-list.ts';
import {
  applyImport,
  type DryRun,
  dryRunOf,
  importNow,
  importsNow,
  readImport,
  removeImport,
  resultsIn,
  settleFolder,
  settleRow,
  whyNotApplied,
} from './import-operations.ts';
import { text } from './import-text.ts';
import { ownTerms } from './vocabulary.ts';

/** Rows of a page. */
const PAGE = 100;
/** Events that a folder can be said to be: the latest. */
const MOST_EVENTS = 100;

async function importView(visit: Visit, of: MaterialImport, known?: DryRun): Promise<contract.MaterialImportView> {
  const { id, name, createdAt, expiresAt, state, rows, ignored, folders, meanings, work, result } = of;
  const shared = { id, name, createdAt, expiresAt, state, rows, ignored };
  if (work)
    return {
      ...{ ...shared, counts: work.counts, newTags: work.newTags, folders: [] },
      meanings: { events: [], terms: [], collections: [] },
      progress: progressOf(work),
      ...(result ? { result } : {}),
    };
  const run = known ?? (await dryRunOf(visit, of));
  const { plan, around } = run;
  const refusal = whyNotApplied(run);
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, visit.t.tag);
  return {
    ...{ ...shared, counts: { ...plan.counts }, newTags: [...plan.newTags] },
    folders: folders.map(({ folder, files }) => ({
      ...{ folder, files, meaning: meanings[folder] ?? meaningOf(folder, around) },
    })),
    meanings: {
      events: [...around.events]
        .sort((a, b) => (a.date < b.date ? 1 : -1))
        .slice(0, MOST_EVENTS)
        .map((one) => ({ value: `event:${one.id}`, label: `${one.title} ${one.date}` })),
      terms: ownTerms(around.vocabulary)
        .map((one) => ({ value: `term:${one.id}`, label: nameIn(one.names, visit.t) }))
        .sort(byLabel),
      collections: [...(await collectionNames(visit))]
        .map(([one, label]) => ({ value: `collection:${one}`, label }))
        .sort(byLabel),
    },
    ...(refusal ? { problem: visit.t(refusal.row, refusal.params) } : {}),
  };
}

const collectionNames = async (visit: Visit): Promise<ReadonlyMap<string, string>> =>
  new Map((await allCollections(visit)).map((of) => [of.id, collectionName(of, visit)]));

/** Rows that are added, of all that are; by parts, in which others stand too. */
const progressOf = ({ done, parts, total }: NonNullable<MaterialImport['work']>) => ({
  done: done >= parts ? total : Math.round((total * done) / parts),
  total,
});

async function rowViews(
  visit: Visit,
  rows: readonly PlannedRow[],
  { around }: DryRun,
): Promise<contract.MaterialImportRow[]> {
  const { t } = visit;
  const [register, kept] = await Promise.all([registerOf(visit), collectionNames(visit)]);
  return rows.map((row) => {
    const { draft } = row;
    const event = around.events.find(({ id }) => id === draft.event)?.title ?? row.eventTitle;
    const organisation =
      draft.organisation === '' ? undefined : presentOrganisation(register, draft.organisation as Organisation['id']);
    return {
      ...{ row: row.row, outcome: row.outcome, title: draft.title, type: draft.type, themes: row.themes },
      ...(event === undefined ? {} : { event }),
      ...(organisation ? { organisation: nameIn(organisation.names, t) } : {}),
      collections: row.collections.flatMap((id) => kept.get(id) ?? []),
      files: row.files.map(({ path, size }) => ({ path, size })),
      ...{ links: draft.links.map(({ url }) => url), state: row.state },
      problems: row.problems.map(({ field, row: message, params }) => ({ field, message: t(message, params) })),
      told: row.told.map(({ row: message, params }) => t(message, params)),
      ...(row.same ? { same: row.same } : {}),
      ...(row.decision === undefined ? {} : { decision: row.decision }),
      said: row.said,
    };
  });
}

function pageOf<T extends { readonly row: number }>(all: readonly T[], after: number) {
  const rest = all.filter(({ row }) => row > after);
  const rows = rest.slice(0, PAGE);
  const last = rows.at(-1);
  return { rows, total: all.length, ...(last && rest.length > PAGE ? { next: String(last.row) } : {}) };
}

export const importRoutes: readonly Route[] = [
  route(contract.readMaterialImport, 'coordinator', async ({ body: { name, base64, files } }, visit) => {
    const list = base64 === undefined ? {} : { list: Buffer.from(base64, 'base64') };
    return importView(visit, await readImport(visit, { name, files, ...list }));
  }),
  route(contract.listMaterialImports, 'coordinator', async (_, visit) => ({
    imports: (await importsNow(visit)).map(({ id, name, createdAt, state, rows, result }) => ({
      ...{ id, name, createdAt, state, rows },
      ...(result ? { result } : {}),
    })),
  })),
  route(contract.getMaterialImport, 'coordinator', async ({ params }, visit) =>
    importView(visit, await importNow(visit, params.import)),
  ),
  route(contract.removeMaterialImport, 'coordinator', async ({ params }, visit) => {
    await removeImport(visit, params.import);
    return {};
  }),
  route(contract.listMaterialImportRows, 'coordinator', async ({ params }, visit) => {
    const run = await dryRunOf(visit, await importNow(visit, params.import));
    const fitting = run.plan.rows.filter((row) => params.outcome === undefined || row.outcome === params.outcome);
    const { rows, ...page } = pageOf(fitting, params.after ?? 0);
    return { rows: await rowViews(visit, rows, run), ...page };
  }),
  route(contract.settleMaterialImportRow, 'coordinator', async ({ params, body }, visit) => {
    const of = await settleRow(visit, params.import, { ...body, row: params.row });
    const run = await dryRunOf(visit, of);
    const [row] = await rowViews(
      visit,
      run.plan.rows.filter((one) => one.row === params.row),
      run,
    );
    if (!row) throw new Refusal(text.unknownRow);
    return { row, import: await importView(visit, of, run) };
  }),
  route(contract.settleMaterialImportFolder, 'coordinator', async ({ params, body }, visit) =>
    importView(visit, await settleFolder(visit, params.import, body)),
  ),
  route(contract.applyMaterialImport, 'coordinator', async ({ params }, visit) =>
    importView(visit, await applyImport(visit, params.import)),
  ),
  route(contract.listMaterialImportResults, 'coordinator', async ({ params }, visit) => {
    const all = await resultsIn(visit, await importNow(visit, params.import));
    const { rows, ...page } = pageOf(
      all.filter((row) => params.result === undefined || row.result === params.result),
      params.after ?? 0,
    );
    return {
      rows: rows.map(({ row, title, result, why, material }) => ({
        ...{ row, title, result },
        ...(why ? { why: visit.t(why) } : {}),
        ...(material && result !== 'failed' ? { material } : {}),
      })),
      ...page,
    };
  }),
  route(contract.materialTemplate, 'coordinator', async (_, visit) => {
    await asCoordinator(visit);
    return { url: await linkToFile(visit, 'materials.template', '') };
  }),
  route(contract.exportMaterials, 'coordinator', async (_, visit) => {
    await asCoordinator(visit);
    return { url: await linkToFile(visit, 'materials.archive', '') };
  }),
];
