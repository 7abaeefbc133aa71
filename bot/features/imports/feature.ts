/** Lists of members into the register, and members out of it as files; for coordinators alone. */
import type { Feature } from '../../core/feature.ts';
import { importRoutes } from './api.ts';
import { memberDownloads } from './export.ts';
import { importLists, importPlans, importRowsKind, settledRows } from './list.ts';
import { carryOut, expireList } from './operations.ts';
import { importsPersonal } from './personal.ts';

export const imports: Feature = {
  name: 'imports',
  kinds: [importLists, importRowsKind, settledRows, importPlans],
  handlers: [],
  commands: [],
  jobs: [
    { kind: 'imports.apply', isVital: true, run: ({ key }, work) => carryOut(work, key) },
    { kind: 'imports.expire', isVital: true, run: ({ key }, work) => expireList(work, key) },
  ],
  drawings: [],
  routes: importRoutes,
  downloads: memberDownloads,
  personal: importsPersonal,
};
