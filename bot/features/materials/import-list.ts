/** An import of materials as it is stored while it is settled and carried out: its rows, what was said of them, and the frozen work. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { activityId, ID_PATTERN, personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { folderMeaning, rawRow, rowOutcome, settledRow } from './import.ts';
import { materialDraft } from './material-draft.ts';

const count = z.number().int();

export const importId = z.string().regex(ID_PATTERN).max(60);

export const rowResult = z.enum(['added', 'failed', 'skipped']);
export type RowResult = z.infer<typeof rowResult>;

const words = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

export const materialImport = z.object({
  id: importId,
  /** Of the folder or the list. */
  name: z.string(),
  /** Who sent the files and adds the items. */
  by: personKey,
  /** New tags are in this language. */
  locale: z.enum(['fi', 'sv', 'en']),
  createdAt: instant,
  expiresAt: instant,
  /** Headings of columns that are not taken. */
  ignored: z.array(z.string()),
  rows: count,
  folders: z.array(z.object({ folder: z.string(), files: count })),
  /** What a coordinator said of folders. */
  meanings: z.record(z.string(), folderMeaning),
  state: z.enum(['settling', 'applying', 'done']),
  /** Rises when anything of it is settled: what was worked out before is old. */
  round: count,
  /** The frozen work: its id, its parts, and how many of them are done. */
  work: z
    .object({
      id: z.string(),
      parts: count,
      done: count,
      /** Rows that are added. */
      total: count,
      counts: z.object({ new: count, same: count, wrong: count, skipped: count }),
      newTags: z.array(z.string()),
      at: instant,
    })
    .optional(),
  result: z.object({ added: count, failed: count, skipped: count }).optional(),
});
export type MaterialImport = z.infer<typeof materialImport>;

/** Id: its own. */
export const materialImports = kind<MaterialImport>({
  name: 'materialImport',
  container: 'materials',
  schema: materialImport,
});

const importRows = z.object({ rows: z.array(rawRow) });
/** Id: `import|part`, parts in order. */
export const materialImportRows = kind<z.infer<typeof importRows>>({
  name: 'materialImportRows',
  container: 'materials',
  schema: importRows,
});

/** Id: `import|row`. */
export const materialImportSettled = kind<z.infer<typeof settledRow>>({
  name: 'materialImportSettled',
  container: 'materials',
  schema: settledRow,
});

/** One row of work. Everything in it was decided before: doing it twice is doing it once. */
export const workRow = z.object({
  row: count,
  outcome: rowOutcome,
  title: z.string(),
  /** Why it is left out. */
  why: words.optional(),
  /** Of the item that is there already, or that is added. */
  material: activityId.optional(),
  /** Only of what is added. */
  item: z
    .object({
      draft: materialDraft,
      state: z.enum(['published', 'draft']),
      addedAt: instant.optional(),
      eventTitle: z.string().optional(),
      collections: z.array(activityId),
    })
    .optional(),
});
export type WorkRow = z.infer<typeof workRow>;

const importWork = z.object({
  rows: z.array(workRow),
  /** What became of those that are added, once the part is done. */
  results: z.array(z.object({ row: count, result: rowResult, why: words.optional() })).optional(),
});
export type ImportWork = z.infer<typeof importWork>;

/** Id: `import|work|part`, parts in order. */
export const materialImportWork = kind<ImportWork>({
  name: 'materialImportWork',
  container: 'materials',
  schema: importWork,
});

export const partId = (of: string, part: number): string => `${of}|${String(part).padStart(6, '0')}`;

/** Characters of a part at most: far below what a document may have in any store. */
const LARGEST_PART = 200_000;

/** Cut into parts by their length, of at most so many rows each. */
export function inParts<T>(rows: readonly T[], most: number): T[][] {
  const parts: T[][] = [];
  let size = LARGEST_PART;
  for (const row of rows) {
    const length = JSON.stringify(row).length;
    if (size + length > LARGEST_PART || (parts.at(-1)?.length ?? 0) >= most) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(row);
    size += length;
  }
  return parts;
}
