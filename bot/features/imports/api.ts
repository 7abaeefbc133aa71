/** What the tab asks of imports and exports: coordinators alone. */
import { asCoordinator } from '../../core/access.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import { Refusal } from '../../core/refusal.ts';
import { registerOf } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import * as contract from './contract.ts';
import { exportSubject, whomOf } from './export.ts';
import type { ImportList } from './list.ts';
import { dryRunOf } from './memory.ts';
import {
  applyList,
  listNow,
  listsNow,
  readList,
  removeList,
  resultsOf,
  setColumns,
  settleRow,
  skipRows,
} from './operations.ts';
import type { PlannedRow } from './plan.ts';
import { importSummary, importView, rowView } from './shown.ts';
import { text } from './text.ts';

/** Rows of a page. */
const PAGE = 100;

export const importRoutes: readonly Route[] = [
  route(contract.readImport, 'coordinator', async ({ body }, visit) => {
    const bytes = Buffer.from(body.base64, 'base64');
    return importView(visit, await readList(visit, body.fileName, bytes));
  }),
  route(contract.listImports, 'coordinator', async (_, visit) => ({
    imports: (await listsNow(visit)).map(importSummary),
  })),
  route(contract.getImport, 'coordinator', async ({ params }, visit) =>
    importView(visit, await listNow(visit, params.import)),
  ),
  route(contract.removeImport, 'coordinator', async ({ params }, visit) => {
    await removeList(visit, params.import);
    return {};
  }),
  route(contract.setImportColumns, 'coordinator', async ({ params, body }, visit) =>
    importView(visit, await setColumns(visit, params.import, body.fields)),
  ),
  route(contract.listImportRows, 'coordinator', async ({ params }, visit) => {
    const list = await listNow(visit, params.import);
    const register = await registerOf(visit);
    const [{ rows }, results] = await Promise.all([dryRunOf(visit, list, register), resultsOf(visit, list)]);
    const { outcome, result, after = 0 } = params;
    const fitting = rows
      .filter((row) => outcome === undefined || row.outcome === outcome)
      .filter((row) => result === undefined || results.get(row.row) === result);
    const rest = fitting.filter(({ row }) => row > after);
    const page = rest.slice(0, PAGE);
    const last = page.at(-1);
    return {
      rows: page.map((row) => rowView(visit, register, row, results)),
      total: fitting.length,
      ...(last && rest.length > PAGE ? { next: last.row } : {}),
    };
  }),
  route(contract.settleImportRow, 'coordinator', async ({ params, body }, visit) => {
    const list = await settleRow(visit, params.import, { ...body, row: params.row });
    return { row: await oneRow(visit, list, params.row), import: await importView(visit, list) };
  }),
  route(contract.skipImportRows, 'coordinator', async ({ params, body }, visit) =>
    importView(visit, await skipRows(visit, params.import, body.outcome)),
  ),
  route(contract.applyImport, 'coordinator', async ({ params, body }, visit) =>
    importView(visit, await applyList(visit, params.import, body)),
  ),
  route(contract.membersFile, 'coordinator', async ({ body: { filter, content, format } }, visit) => {
    await asCoordinator(visit);
    return {
      url: await linkToFile(visit, `members.${format}`, exportSubject({ filter, content })),
      people: (await whomOf(visit, { filter, content })).length,
    };
  }),
];

async function oneRow(visit: Visit, list: ImportList, number: number): Promise<contract.ImportRow> {
  const register = await registerOf(visit);
  const { rows } = await dryRunOf(visit, list, register);
  const row: PlannedRow | undefined = rows.find((one) => one.row === number);
  if (!row) throw new Refusal(text.unknownRow);
  return rowView(visit, register, row, new Map());
}
