/** What the tab and the server say to each other about importing a list and exporting members; for coordinators alone. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { ID_PATTERN } from '../../core/ids.ts';
import { memberId, organisationId } from '../../core/network.ts';
import { exportFilter } from './export-filter.ts';
import { field } from './fields.ts';

const none = z.object({});
export const importId = z.string().regex(ID_PATTERN).max(60);
const one = z.object({ import: importId });

/** Bytes of a request with a file in it: five megabytes and a third for base64. */
export const LARGEST_UPLOAD = 8 * 1024 * 1024;
export const LONGEST_CELL = 500;

/** skipped: the coordinator leaves it out. doubtful and wrong ones must be settled, mended or skipped before the list is applied. */
export const rowOutcome = z.enum(['new', 'changed', 'same', 'doubtful', 'wrong', 'skipped']);
export type RowOutcome = z.infer<typeof rowOutcome>;

const counts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  doubtful: z.number().int(),
  wrong: z.number().int(),
  skipped: z.number().int(),
});

export const importView = z.object({
  id: importId,
  fileName: z.string(),
  createdAt: instant,
  /** Then all of it is removed. */
  expiresAt: instant,
  /** settling: nothing is changed yet. applying: a job is on it, see `progress`. done: see `result`. */
  state: z.enum(['settling', 'applying', 'done']),
  /** In the order of the file. `field` null: not taken. */
  columns: z.array(
    z.object({
      column: z.number().int(),
      heading: z.string(),
      field: field.nullable(),
      /** First values of it. */
      samples: z.array(z.string()),
    }),
  ),
  /** Every field that a column can be, as the reader calls it. */
  fields: z.array(z.object({ field, label: z.string() })),
  /** What is wrong with the columns as a whole, in the reader's language: nothing names people, a field stands twice. */
  problems: z.array(z.string()),
  rows: z.number().int(),
  /** Of the dry run against the register as it is now; once applied, as it was decided. */
  counts,
  /** Organisations that would come into the register. */
  newOrganisations: z.array(z.string()),
  /** Nothing is doubtful or wrong, and there is something to do. */
  canApply: z.boolean(),
  /** What the list is called and when it was collected, once applied. */
  source: z.object({ listName: z.string(), collectedOn: z.iso.date() }).optional(),
  progress: z.object({ done: z.number().int(), total: z.number().int() }).optional(),
  result: z
    .object({
      added: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      skipped: z.number().int(),
      /** Not taken, because the member or organisation had changed since the dry run; `rows?result=meanwhile` lists them. */
      meanwhile: z.number().int(),
      organisations: z.number().int(),
    })
    .optional(),
});
export type ImportView = z.infer<typeof importView>;

export const importSummary = importView.pick({
  id: true,
  fileName: true,
  createdAt: true,
  expiresAt: true,
  state: true,
  rows: true,
  progress: true,
  result: true,
});

export const doubt = z.object({
  /**
   * similarName, severalMembers, sharedAddress: is it one of `members`? left, invited: take them (back) in?
   * twice: `row` of the file is about the same person. organisation: which of `organisations`?
   */
  code: z.enum(['similarName', 'sharedAddress', 'severalMembers', 'left', 'invited', 'twice', 'organisation']),
  /** In the reader's language. */
  message: z.string(),
  /** Choose one with decision `member`. */
  members: z.array(
    z.object({ id: memberId, name: z.string(), email: z.string().optional(), organisation: z.string().optional() }),
  ),
  /** Choose one with `organisation`; those not in the register yet come into it. */
  organisations: z.array(z.object({ id: organisationId, name: z.string(), isNew: z.boolean() })),
  /** Number in the file. */
  row: z.number().int().optional(),
});
export type Doubt = z.infer<typeof doubt>;

/** new: a person of their own. member: the member named. skip: left out. */
export const decision = z.enum(['new', 'member', 'skip']);

export const importRow = z.object({
  /** Number in the file as a spreadsheet shows it: the heading is row 1. */
  row: z.number().int(),
  outcome: rowOutcome,
  /** What stands in the row by field, with what was mended. */
  cells: z.partialRecord(field, z.string()),
  /** Fields that were mended here. */
  mended: z.array(field),
  /** Whom it changes. */
  member: z.object({ id: memberId, name: z.string(), hasTeams: z.boolean() }).optional(),
  /** Whom they would represent. */
  organisation: z.object({ id: organisationId, name: z.string(), isNew: z.boolean() }).optional(),
  /** As the reader would read them; `from` absent: was empty. `membership` and `inhabitants` are the organisation's. */
  changes: z.array(z.object({ field, label: z.string(), from: z.string().optional(), to: z.string() })),
  doubts: z.array(doubt),
  problems: z.array(z.object({ field, message: z.string() })),
  decision: decision.optional(),
  /** Once applied. */
  result: z.enum(['added', 'changed', 'same', 'skipped', 'meanwhile']).optional(),
});
export type ImportRow = z.infer<typeof importRow>;

export const readImport = endpoint({
  method: 'POST',
  path: '/imports',
  summary:
    'Reads a list (CSV or XLSX, at most 5 MB and 20 000 rows) and keeps it for seven days. Changes nothing in the register.',
  params: none,
  body: z.object({ fileName: z.string().min(1).max(200), base64: z.base64().max(LARGEST_UPLOAD) }),
  response: importView,
  largestBody: LARGEST_UPLOAD,
});

export const listImports = endpoint({
  method: 'GET',
  path: '/imports',
  summary: 'Lists that were read in the last seven days, newest first.',
  params: none,
  body: none,
  response: z.object({ imports: z.array(importSummary) }),
});

export const getImport = endpoint({
  method: 'GET',
  path: '/imports/{import}',
  summary: 'One list with its dry run against the register as it is now.',
  params: one,
  body: none,
  response: importView,
});

export const removeImport = endpoint({
  method: 'DELETE',
  path: '/imports/{import}',
  summary: 'Forgets a list; what was applied stays. Not while it is being applied.',
  params: one,
  body: none,
  response: none,
});

export const setImportColumns = endpoint({
  method: 'PUT',
  path: '/imports/{import}/columns',
  summary: 'Says which field each column is; one entry a column in the order of the file.',
  params: one,
  body: z.object({ fields: z.array(field.nullable()).max(200) }),
  response: importView,
});

export const listImportRows = endpoint({
  method: 'GET',
  path: '/imports/{import}/rows',
  summary:
    'Rows of the dry run in the order of the file, at most a hundred a page; of one outcome or result when asked.',
  params: one.extend({
    outcome: rowOutcome.optional(),
    result: z.enum(['added', 'changed', 'same', 'skipped', 'meanwhile']).optional(),
    /** Row number after which the page begins. */
    after: z.coerce.number().int().optional(),
  }),
  body: none,
  response: z.object({ rows: z.array(importRow), total: z.number().int(), next: z.number().int().optional() }),
});

export const settleImportRow = endpoint({
  method: 'PUT',
  path: '/imports/{import}/rows/{row}',
  summary: 'Settles or mends one row; replaces what was said of it before. Nothing said: as the file has it.',
  params: one.extend({ row: z.coerce.number().int() }),
  body: z.object({
    cells: z.partialRecord(field, z.string().max(LONGEST_CELL)).optional(),
    decision: decision.optional(),
    /** With decision `member`. */
    member: memberId.optional(),
    /** Which organisation is meant. */
    organisation: organisationId.optional(),
  }),
  response: z.object({ row: importRow, import: importView }),
});

export const skipImportRows = endpoint({
  method: 'POST',
  path: '/imports/{import}/skip',
  summary: 'Leaves out every row that is doubtful or wrong now.',
  params: one,
  body: z.object({ outcome: z.enum(['doubtful', 'wrong']) }),
  response: importView,
});

export const applyImport = endpoint({
  method: 'POST',
  path: '/imports/{import}/apply',
  summary: 'Takes the settled list into the register as a job; asked again, it goes on with the same. Removes nobody.',
  params: one,
  body: z.object({
    /** Told in the footer of every letter to people of the list: where their address came from. */
    listName: z.string().trim().min(1).max(120),
    collectedOn: z.iso.date(),
  }),
  response: importView,
});

export const membersFile = endpoint({
  method: 'POST',
  path: '/members/file',
  summary:
    'A signed address of the members by filter as a file. mailingList: only working addresses of people who have not refused.',
  params: none,
  body: z.object({
    filter: exportFilter,
    content: z.enum(['members', 'mailingList']),
    format: z.enum(['csv', 'xlsx']),
  }),
  /** `people`: how many the file holds now. */
  response: z.object({ url: z.string(), people: z.number().int() }),
});
