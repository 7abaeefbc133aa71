/** The requests of bringing materials in from a list or folder. */
import type { z } from 'zod';
import type * as materials from '../../../../bot/features/materials/contract.ts';
import { call } from '../../call.ts';

export const readMaterialImport = call<typeof materials.readMaterialImport>('POST', '/material-imports');
export const listMaterialImports = call<typeof materials.listMaterialImports>('GET', '/material-imports');
export const getMaterialImport = call<typeof materials.getMaterialImport>('GET', '/material-imports/{import}');
export const removeMaterialImport = call<typeof materials.removeMaterialImport>('DELETE', '/material-imports/{import}');
export const listMaterialImportRows = call<typeof materials.listMaterialImportRows>(
  'GET',
  '/material-imports/{import}/rows',
);
export const settleMaterialImportRow = call<typeof materials.settleMaterialImportRow>(
  'PUT',
  '/material-imports/{import}/rows/{row}',
);
export const settleMaterialImportFolder = call<typeof materials.settleMaterialImportFolder>(
  'PUT',
  '/material-imports/{import}/folders',
);
export const applyMaterialImport = call<typeof materials.applyMaterialImport>(
  'POST',
  '/material-imports/{import}/apply',
);
export const listMaterialImportResults = call<typeof materials.listMaterialImportResults>(
  'GET',
  '/material-imports/{import}/results',
);
export const materialTemplate = call<typeof materials.materialTemplate>('POST', '/material-imports/template');

export type MaterialImportView = materials.MaterialImportView;
export type MaterialImportRow = materials.MaterialImportRow;
export type Outcome = MaterialImportRow['outcome'];
export type Said = z.infer<typeof materials.settleMaterialImportRow.body>;
export type DoneRow = z.infer<typeof materials.listMaterialImportResults.response>['rows'][number];
