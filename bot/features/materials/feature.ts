/** The shared material bank: what members find, read, add and say of it. */
import type { Feature, JobHandler } from '../../core/feature.ts';
import type { Searchable } from '../../core/ports.ts';
import { routes } from './api.ts';
import { archiveDownloads } from './archive-export.ts';
import { addToBank } from './bank-operations.ts';
import { commands, drawings, extensions, handlers, whenNotUnderstood } from './chat-operations.ts';
import { collections } from './collection.ts';
import { downloads } from './export.ts';
import { importRoutes } from './import-api.ts';
import { materialImportRows, materialImportSettled, materialImports, materialImportWork } from './import-list.ts';
import { carryOut, expireImport } from './import-operations.ts';
import { materials as materialKind } from './material.ts';
import { news } from './news-operations.ts';
import { facts, followItem } from './operations.ts';
import { openPages } from './pages.ts';
import { materialPersonal } from './personal.ts';
import { reactions } from './reaction.ts';
import { readText, searchable } from './text-operations.ts';
import { goneFiles, uploads } from './upload.ts';
import { materialUses, materialVisits } from './use.ts';
import { vocabularies } from './vocabulary.ts';

const jobs: readonly JobHandler[] = [
  { kind: 'materials.follow', run: ({ key }, work) => followItem(work, key) },
  // one at a time: it takes a processor for seconds, and nobody waits for it
  { kind: 'materials.read', atOnce: 1, run: ({ key }, work) => readText(work, key) },
  { kind: 'materials.import', isVital: true, run: ({ key }, work) => carryOut(work, key) },
  { kind: 'materials.expireImport', isVital: true, run: ({ key }, work) => expireImport(work, key) },
];

export const materials: Feature = {
  name: 'materials',
  kinds: [
    ...[materialKind, materialUses, materialVisits, vocabularies, collections, reactions, uploads, goneFiles],
    ...[materialImports, materialImportRows, materialImportSettled, materialImportWork],
  ],
  handlers,
  commands,
  jobs,
  drawings,
  routes: [...routes, ...importRoutes],
  downloads: [...downloads, ...archiveDownloads],
  openPages,
  personal: materialPersonal,
  facts,
  news,
  extensions,
  whenNotUnderstood,
  addToBank,
  searchable: searchable as unknown as Searchable,
};
