/** An uploaded list as it is stored while it is settled and applied: personal data, removed after seven days. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { memberId, organisationId } from '../../core/network.ts';
import { membership, names } from '../../core/organisation.ts';
import { field } from './fields.ts';

const cells = z.partialRecord(field, z.string());
const count = z.number().int();

export const rowResult = z.enum(['added', 'changed', 'same', 'skipped', 'meanwhile']);
export const results = z.object({
  added: count,
  changed: count,
  same: count,
  skipped: count,
  meanwhile: count,
  organisations: count,
});
export type Results = z.infer<typeof results>;

export const importList = z.object({
  id: z.string(),
  fileName: z.string(),
  by: personKey,
  createdAt: instant,
  expiresAt: instant,
  headings: z.array(z.string()),
  /** What each column is; null: not taken. */
  columns: z.array(field.nullable()),
  rows: count,
  state: z.enum(['settling', 'applying', 'done']),
  /** Rises when anything of it is settled: what was worked out before is old. */
  round: count,
  source: z.object({ listName: z.string(), collectedOn: z.iso.date() }).optional(),
  /** The frozen plan that is applied: its id, its parts, how many of them are done. */
  plan: z
    .object({
      id: z.string(),
      parts: count,
      done: count,
      rows: count,
      /** Of the dry run that was frozen. */
      counts: z.object({
        ...{ new: count, changed: count, same: count, doubtful: count, wrong: count, skipped: count },
      }),
      /** Organisations that come into the register. */
      organisations: z.array(names),
      at: instant,
    })
    .optional(),
  result: results.optional(),
});
export type ImportList = z.infer<typeof importList>;

/** Id: the list's own. */
export const importLists = kind<ImportList>({ name: 'importList', container: 'networks', schema: importList });

// ── Rows as they were read ─────────────────────────────────────────────────────────────────────

export const importRows = z.object({
  rows: z.array(z.object({ number: count, cells: z.array(z.string()) })),
});
export type ImportRows = z.infer<typeof importRows>;

/** Id: `list|part`, parts in order. */
export const importRowsKind = kind<ImportRows>({ name: 'importRows', container: 'networks', schema: importRows });

export const partId = (list: string, part: number): string => `${list}|${String(part).padStart(6, '0')}`;

/** Characters of a part at most: far below what a document may have in any store. */
const LARGEST_PART = 200_000;

/** Rows cut into parts by their length. */
export function inParts<T extends { readonly cells: readonly string[] }>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  let size = LARGEST_PART;
  for (const row of rows) {
    const length = row.cells.reduce((sum, cell) => sum + cell.length + 4, 20);
    if (size + length > LARGEST_PART) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(row);
    size += length;
  }
  return parts;
}

// ── What was settled ───────────────────────────────────────────────────────────────────────────

export const settledRow = z.object({
  row: count,
  cells: cells.optional(),
  decision: z.enum(['new', 'member', 'skip']).optional(),
  member: memberId.optional(),
  organisation: organisationId.optional(),
});

/** Id: `list|row`. */
export const settledRows = kind<z.infer<typeof settledRow>>({
  name: 'importSettled',
  container: 'networks',
  schema: settledRow,
});

// ── The frozen plan ────────────────────────────────────────────────────────────────────────────

const patch = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  title: z.string().optional(),
  phone: z.string().optional(),
  locale: z.enum(['fi', 'sv', 'en']).optional(),
  isContact: z.literal(true).optional(),
  topics: z.array(z.string()).optional(),
  organisation: organisationId.optional(),
});
const organisationPatch = z.object({ membership: membership.optional(), inhabitants: count.optional() });

/** One row of work. Everything in it was decided before: doing it twice is doing it once. */
export const plannedWork = z.object({
  row: count,
  act: z.enum(['add', 'change', 'same', 'skip']),
  /** Of the one that is changed, or that the new one will have. */
  member: memberId.optional(),
  set: patch,
  before: patch,
  takesIn: z.boolean(),
  /** Who had the same address when it was decided, those of the list too: anyone else has come meanwhile. */
  sharing: z.array(memberId),
  organisation: z
    .object({
      id: organisationId,
      /** Of a municipality that comes into the register. */
      code: z.string().optional(),
      names,
      set: organisationPatch,
      before: organisationPatch,
    })
    .optional(),
});
export type PlannedWork = z.infer<typeof plannedWork>;

export const importPlan = z.object({
  work: z.array(plannedWork),
  /** What became of each, once the part is done. */
  results: z.array(z.object({ row: count, result: rowResult })).optional(),
});
export type ImportPlan = z.infer<typeof importPlan>;

/** Id: `list|plan|part`. */
export const importPlans = kind<ImportPlan>({ name: 'importPlan', container: 'networks', schema: importPlan });

export const planPartId = (list: string, plan: string, part: number): string => partId(`${list}|${plan}`, part);

/** Rows of a part of the plan: a crash repeats at most so many. */
export const PLAN_PART = 100;

/** A new list has nothing done. */
export const noResults: Results = { added: 0, changed: 0, same: 0, skipped: 0, meanwhile: 0, organisations: 0 };
