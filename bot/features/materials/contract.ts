/** What the tab and the server say to each other about the material bank. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { bytes, endpoint } from '../../core/endpoint.ts';
import { BLOCK } from '../../core/file-format.ts';
import { activityId } from '../../core/ids.ts';
import { organisationId } from '../../core/network.ts';
import { collectionDraft } from './collection.ts';
import { folderMeaning, LONGEST_PATH, MOST_ROWS, rowOutcome, settledRow } from './import.ts';
import { importId, rowResult } from './import-list.ts';
import { materialType, PRACTICE_PARTS, textState } from './material.ts';
import { materialDraft } from './material-draft.ts';
import { reactionDraft, reactionStatus } from './reaction.ts';
import { fileOffer } from './upload.ts';
import { termDraft, termKind } from './vocabulary.ts';

export { BLOCK, FILE_FORMATS, LARGEST_FILE } from '../../core/file-format.ts';
export { MOST_FILES, MOST_SHARED_DAYS } from './material.ts';
export type { MaterialDraft } from './material-draft.ts';
export type { Prompt, ReactionDraft, ReactionStatus } from './reaction.ts';

const none = z.object({});
const one = z.object({ material: activityId });
const requestId = z.uuid();

// ── What is shown ──────────────────────────────────────────────────────────────────────────────

/** A piece of text; `isHit`: it is what was looked for. */
export const piece = z.object({ text: z.string(), isHit: z.literal(true).optional() });
export type Piece = z.infer<typeof piece>;

const materialState = z.enum(['draft', 'proposed', 'published']);

/** What a list shows of an item, in the reader's language. */
export const materialRow = z.object({
  id: activityId,
  title: z.string(),
  /** At most 300 characters. */
  summary: z.string(),
  type: materialType,
  /** Title of the event that it is from. */
  event: z.string().optional(),
  /** Name of the organisation whose it is. */
  organisation: z.string().optional(),
  /** Names of its themes. */
  themes: z.array(z.string()),
  addedAt: instant,
  /** Added since the reader's last visit. */
  isNew: z.boolean(),
  isPinned: z.boolean(),
  state: materialState,
  /** Name of those who see it; absent when all members do. */
  audience: z.string().optional(),
  files: z.number().int(),
  /** Only for those who may change it. */
  reviewOn: z.iso.date().optional(),
  /** The title with what was looked for marked. */
  found: z.array(piece).optional(),
  /** Where the words stand inside a file: the file's name, and the page or slide, or the heading above. */
  where: z.object({ file: z.string(), page: z.number().int().optional(), heading: z.string().optional() }).optional(),
  /** Around the words, with those marked. */
  extract: z.array(piece).optional(),
});
export type MaterialRow = z.infer<typeof materialRow>;

/** One of the newest or earlier versions of a file. */
export const versionView = z.object({
  file: activityId,
  name: z.string(),
  /** Bytes. */
  size: z.number().int(),
  addedAt: instant,
});

export const fileView = versionView.extend({
  /** Names the file through its versions. */
  id: activityId,
  family: z.enum(['pdf', 'word', 'slides', 'sheet', 'text', 'image', 'video', 'audio', 'other']),
  /** It can be shown or played in the tab. */
  isInline: z.boolean(),
  /** How far its text has been read for the search. */
  text: textState,
  /** Newest first, without the newest. */
  earlier: z.array(versionView),
});
export type FileView = z.infer<typeof fileView>;

export const reactionView = z.object({
  organisation: organisationId,
  name: z.string(),
  status: reactionStatus,
  comment: z.string(),
  at: instant,
  /** Whom to call there: its contact persons who agreed to be listed, with what they agreed to show. */
  contacts: z.array(
    z.object({
      name: z.string(),
      title: z.string().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
    }),
  ),
});
export type ReactionView = z.infer<typeof reactionView>;

export const materialView = materialRow.omit({ found: true, where: true, extract: true, files: true }).extend({
  /** Whole. */
  summary: z.string(),
  links: z.array(z.object({ url: z.string(), label: z.string() })),
  files: z.array(fileView),
  eventId: activityId.optional(),
  terms: z.array(z.object({ id: z.string(), kind: termKind, name: z.string() })),
  targetGroups: z.array(z.string()),
  language: z.enum(['fi', 'sv', 'en']).optional(),
  author: z.string().optional(),
  /** Parts that were filled in, in order. */
  practice: z.array(z.object({ part: z.enum(PRACTICE_PARTS), text: z.string() })),
  answer: z.object({ question: z.string(), answer: z.string() }).optional(),
  /** Of a good practice: what municipalities say, tried first. */
  reactions: z.array(reactionView),
  /** What the reader's own municipality says, its notes included. Absent: they represent none, or it is no good practice. */
  own: z
    .object({ organisation: organisationId, name: z.string(), draft: reactionDraft, by: z.string().optional() })
    .optional(),
  mayChange: z.boolean(),
  /** It is a draft or proposal, and the reader may publish it. */
  mayPublish: z.boolean(),
  /** The reader may share it in the channel, or the event's thread. */
  mayPost: z.boolean(),
  /** Its event's card is in the channel, with a thread to share it in. */
  hasThread: z.boolean(),
  /** For coordinators. */
  desk: z
    .object({
      share: z.object({ url: z.string(), until: instant }).optional(),
      seen: z.number().int(),
      downloaded: z.number().int(),
      /** Who sent the proposal in. */
      proposedBy: z.string().optional(),
    })
    .optional(),
});
export type MaterialView = z.infer<typeof materialView>;

// ── Finding and reading ────────────────────────────────────────────────────────────────────────

export const facetName = z.enum(['type', 'theme', 'tag', 'event', 'organisation', 'language', 'targetGroup', 'state']);
export type FacetName = z.infer<typeof facetName>;

/** How many a page holds. */
export const PAGE = 50;

export const listMaterials = endpoint({
  method: 'GET',
  path: '/materials',
  summary:
    'Items that the reader may see: by words, narrowed by facets, the best or the newest first, fifty from an offset on.',
  params: z.object({
    words: z.string().max(200).default(''),
    type: z.string().optional(),
    theme: z.string().optional(),
    tag: z.string().optional(),
    event: z.string().optional(),
    organisation: z.string().optional(),
    language: z.string().optional(),
    targetGroup: z.string().optional(),
    state: z.string().optional(),
    sort: z.enum(['best', 'newest', 'title']).default('best'),
    from: z.coerce.number().int().min(0).max(100_000).default(0),
  }),
  body: none,
  response: z.object({
    materials: z.array(materialRow),
    total: z.number().int(),
    /** What the list can be narrowed by, with names in the reader's language; each at most thirty values, most first. */
    facets: z.array(
      z.object({
        name: facetName,
        values: z.array(z.object({ value: z.string(), label: z.string(), n: z.number().int() })),
      }),
    ),
    /** What was added in the last moments may be missing. */
    isBehind: z.boolean(),
    didYouMean: z.string().optional(),
    /** The network's guides, on the first page of the list without words and filters. */
    pinned: z.array(materialRow),
    /** Items added since the reader's last visit, all told. */
    newItems: z.number().int(),
  }),
});

export const suggestMaterials = endpoint({
  method: 'GET',
  path: '/material-suggestions',
  summary: 'Words that go on from what is typed and would find something, at most eight.',
  params: z.object({ words: z.string().max(200) }),
  body: none,
  response: z.object({ words: z.array(z.string()) }),
});

export const getMaterial = endpoint({
  method: 'GET',
  path: '/materials/{material}',
  summary: 'One item as the reader may see it now.',
  params: one,
  body: none,
  response: materialView,
});

export const openMaterial = endpoint({
  method: 'POST',
  path: '/materials/{material}/open',
  summary: 'Counts that an item was opened, for the yearly report; never by whom.',
  params: one,
  body: none,
  response: none,
});

export const openFile = endpoint({
  method: 'POST',
  path: '/materials/{material}/files/{file}',
  summary:
    'An address of a file or of one of its versions, valid ten minutes; counted as a download unless it is only shown in the tab.',
  params: one.extend({ file: activityId }),
  body: z.object({ how: z.enum(['download', 'show']) }),
  response: z.object({ url: z.string() }),
});

// ── Writing ────────────────────────────────────────────────────────────────────────────────────

const choice = z.object({ id: z.string(), name: z.string() });

export const materialChoices = endpoint({
  method: 'GET',
  path: '/material-choices',
  summary: 'What the form of an item offers, and what becomes of an item that the reader sends in.',
  params: none,
  body: none,
  response: z.object({
    groups: z.array(choice),
    organisations: z.array(choice),
    events: z.array(z.object({ id: activityId, title: z.string(), startsAt: instant })),
    terms: z.array(choice.extend({ kind: termKind })),
    /** The reader's own organisation. */
    organisation: z.string().optional(),
    /** published at once, or proposed to the coordinators. */
    becomes: z.enum(['published', 'proposed']),
  }),
});

/** Who writes it says whether it goes out: `draft` stays with them. */
const intent = z.enum(['draft', 'send']);

export const addMaterial = endpoint({
  method: 'POST',
  path: '/materials',
  summary:
    'Adds an item: published, or proposed to the coordinators, or kept as a draft. The same request id adds once.',
  params: none,
  body: z.object({ draft: materialDraft, intent, requestId }),
  response: materialView,
});

export const getMaterialDraft = endpoint({
  method: 'GET',
  path: '/materials/{material}/draft',
  summary: 'The form of an item as it is, for who may change it.',
  params: one,
  body: none,
  response: z.object({ draft: materialDraft }),
});

export const changeMaterial = endpoint({
  method: 'PUT',
  path: '/materials/{material}',
  summary: 'Changes an item; a draft is sent in when asked.',
  params: one,
  body: z.object({ draft: materialDraft, intent }),
  response: materialView,
});

export const publishMaterial = endpoint({
  method: 'POST',
  path: '/materials/{material}/publish',
  summary: 'Publishes what a member proposed, or a draft.',
  params: one,
  body: none,
  response: materialView,
});

export const removeMaterial = endpoint({
  method: 'DELETE',
  path: '/materials/{material}',
  summary: 'Removes an item with its files, their versions and what municipalities said of it, for good.',
  params: one,
  body: none,
  response: none,
});

export const pinMaterial = endpoint({
  method: 'PUT',
  path: '/materials/{material}/pin',
  summary: 'Puts an item on top of the bank as the network’s guide, or takes it down from there.',
  params: one,
  body: z.object({ isPinned: z.boolean() }),
  response: materialView,
});

export const reviewMaterial = endpoint({
  method: 'PUT',
  path: '/materials/{material}/review',
  summary: 'Says that an item was looked through, and when it is to be looked through again; an empty date is never.',
  params: one,
  body: z.object({ reviewOn: z.string() }),
  response: materialView,
});

export const reactToMaterial = endpoint({
  method: 'PUT',
  path: '/materials/{material}/reaction',
  summary:
    'What the reader’s municipality says of a good practice, with its own notes; an empty status and no notes take it back.',
  params: one,
  body: reactionDraft,
  response: materialView,
});

export const shareMaterial = endpoint({
  method: 'POST',
  path: '/materials/{material}/share',
  summary:
    'A link to this item for people outside the network, good for so many days; an earlier link opens nothing any more.',
  params: one,
  body: z.object({ days: z.number().int() }),
  response: materialView,
});

export const unshareMaterial = endpoint({
  method: 'DELETE',
  path: '/materials/{material}/share',
  summary: 'The link for people outside opens nothing any more.',
  params: one,
  body: none,
  response: materialView,
});

export const postMaterial = endpoint({
  method: 'POST',
  path: '/materials/{material}/post',
  summary:
    'Shows an item as a card in the network’s channel, or in the thread of its event. The same request id posts once.',
  params: one,
  body: z.object({ to: z.enum(['channel', 'event']), requestId }),
  response: materialView,
});

// ── Files on their way ─────────────────────────────────────────────────────────────────────────

export const startUpload = endpoint({
  method: 'POST',
  path: '/material-uploads',
  summary:
    'Begins to send a file, or goes on with the same one of the same person. `received`: blocks that need not be sent again.',
  params: none,
  body: fileOffer,
  response: z.object({
    upload: activityId,
    /** Bytes of each block but the last. */
    block: z.number().int(),
    blocks: z.number().int(),
    received: z.array(z.number().int()),
    /** All of it is here and looked at: nothing need be sent. */
    isWhole: z.boolean(),
  }),
});

export const sendBlock = endpoint({
  method: 'PUT',
  path: '/material-uploads/{upload}/blocks/{index}',
  summary:
    'One block of a file, exactly as long as it must be; `sha256` in hex is of these bytes. The same block again replaces it.',
  params: z.object({
    upload: activityId,
    index: z.coerce.number().int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  body: bytes,
  largestBody: BLOCK,
  response: none,
});

export const finishUpload = endpoint({
  method: 'POST',
  path: '/material-uploads/{upload}/finish',
  summary:
    'All blocks are sent: puts the file together and looks whether its content is what its name says. Can be repeated.',
  params: z.object({ upload: activityId }),
  body: none,
  response: z.object({ upload: activityId, name: z.string(), size: z.number().int() }),
});

export const cancelUpload = endpoint({
  method: 'DELETE',
  path: '/material-uploads/{upload}',
  summary: 'The file is not wanted after all: what was sent of it is removed. One that stands in an item stays.',
  params: z.object({ upload: activityId }),
  body: none,
  response: none,
});

// ── Themes, tags and collections ───────────────────────────────────────────────────────────────

export const termView = z.object({
  id: z.string(),
  kind: termKind,
  fi: z.string(),
  sv: z.string(),
  en: z.string(),
  /** Items that have it and that the reader may see. */
  n: z.number().int(),
});
export type TermView = z.infer<typeof termView>;
const termList = z.object({ terms: z.array(termView) });
const oneTerm = z.object({ term: z.string() });

export const listTerms = endpoint({
  method: 'GET',
  path: '/material-terms',
  summary: 'The network’s themes and tags with how many items have each.',
  params: none,
  body: none,
  response: termList,
});
export const addTerm = endpoint({
  method: 'POST',
  path: '/material-terms',
  summary: 'Puts a theme or tag on the network’s list.',
  params: none,
  body: termDraft,
  response: termList,
});
export const changeTerm = endpoint({
  method: 'PUT',
  path: '/material-terms/{term}',
  summary: 'Renames a theme or tag; items that have it follow.',
  params: oneTerm,
  body: termDraft,
  response: termList,
});
export const mergeTerm = endpoint({
  method: 'POST',
  path: '/material-terms/{term}/merge',
  summary: 'Makes one theme or tag part of another; items follow, and the old name still finds them.',
  params: oneTerm,
  body: z.object({ into: z.string() }),
  response: termList,
});
export const removeTerm = endpoint({
  method: 'DELETE',
  path: '/material-terms/{term}',
  summary: 'Takes a theme or tag off the list and off every item.',
  params: oneTerm,
  body: none,
  response: termList,
});

export const collectionSummary = z.object({
  id: activityId,
  name: z.string(),
  about: z.string(),
  /** Items in it that the reader may see. */
  n: z.number().int(),
});
const oneCollection = z.object({ collection: activityId });
const collectionView = collectionSummary.extend({
  materials: z.array(materialRow),
  /** For coordinators: the form as it is. */
  draft: collectionDraft.optional(),
});

export const listCollections = endpoint({
  method: 'GET',
  path: '/material-collections',
  summary: 'Collections by name, those without anything for the reader left out.',
  params: none,
  body: none,
  response: z.object({ collections: z.array(collectionSummary) }),
});
export const getCollection = endpoint({
  method: 'GET',
  path: '/material-collections/{collection}',
  summary: 'A collection with its items in their order.',
  params: oneCollection,
  body: none,
  response: collectionView,
});
export const addCollection = endpoint({
  method: 'POST',
  path: '/material-collections',
  summary: 'Makes a collection. The same request id makes one.',
  params: none,
  body: z.object({ draft: collectionDraft, requestId }),
  response: collectionView,
});
export const changeCollection = endpoint({
  method: 'PUT',
  path: '/material-collections/{collection}',
  summary: 'Changes a collection’s names, text, items or their order.',
  params: oneCollection,
  body: z.object({ draft: collectionDraft }),
  response: collectionView,
});
export const removeCollection = endpoint({
  method: 'DELETE',
  path: '/material-collections/{collection}',
  summary: 'Removes a collection; its items stay.',
  params: oneCollection,
  body: none,
  response: none,
});

// ── The coordinators' desk ─────────────────────────────────────────────────────────────────────

export const getMaterialDesk = endpoint({
  method: 'GET',
  path: '/material-desk',
  summary:
    'What waits for coordinators: proposals, items to look through again, files whose text can’t be read; and what is used most.',
  params: none,
  body: none,
  response: z.object({
    proposed: z.array(materialRow),
    drafts: z.array(materialRow),
    toReview: z.array(materialRow),
    /** Items with a file that the search can’t look into. */
    unread: z.array(z.object({ id: activityId, title: z.string(), file: z.string(), why: textState })),
    /** At most twenty, all time. */
    mostUsed: z.array(
      z.object({ id: activityId, title: z.string(), seen: z.number().int(), downloaded: z.number().int() }),
    ),
    total: z.number().int(),
  }),
});

export const exportMaterials = endpoint({
  method: 'POST',
  path: '/materials/export',
  summary:
    'A download address, valid ten minutes, for everything as a ZIP: files, and what is known of them as JSON and CSV.',
  params: none,
  body: none,
  response: z.object({ url: z.string() }),
});

// ── Bringing in a list or folder ───────────────────────────────────────────────────────────────

/** Bytes of a request with a list in it: five megabytes and a third for base64, and the places of the files. */
export const LARGEST_IMPORT = 8 * 1024 * 1024;

const oneImport = z.object({ import: importId });
const choiceOf = z.object({ value: folderMeaning, label: z.string() });
const rowCounts = z.object({
  new: z.number().int(),
  same: z.number().int(),
  wrong: z.number().int(),
  skipped: z.number().int(),
});

export const materialImportView = z.object({
  id: importId,
  /** Of the folder or the list. */
  name: z.string(),
  createdAt: instant,
  /** Then all of it is removed; what was added stays. */
  expiresAt: instant,
  /** settling: nothing is added yet. applying: a job is on it, see `progress`. done: see `result`. */
  state: z.enum(['settling', 'applying', 'done']),
  rows: z.number().int(),
  /** Of the dry run against the bank as it is now; once it is carried out, as it was decided. */
  counts: rowCounts,
  /** Columns that are not taken, by their headings. */
  ignored: z.array(z.string()),
  folders: z.array(z.object({ folder: z.string(), files: z.number().int(), meaning: folderMeaning })),
  /** What a folder's name can mean, beside nothing and a new tag. */
  meanings: z.object({ events: z.array(choiceOf), terms: z.array(choiceOf), collections: z.array(choiceOf) }),
  /** Tags that come onto the network's list. */
  newTags: z.array(z.string()),
  /** Why it can't be carried out, in the reader's language. */
  problem: z.string().optional(),
  progress: z.object({ done: z.number().int(), total: z.number().int() }).optional(),
  result: z.object({ added: z.number().int(), failed: z.number().int(), skipped: z.number().int() }).optional(),
});
export type MaterialImportView = z.infer<typeof materialImportView>;

export const materialImportRow = z.object({
  /** Number in the list as a spreadsheet shows it; files that no row names come after. */
  row: z.number().int(),
  outcome: rowOutcome,
  title: z.string(),
  type: materialType,
  /** As they can be typed: between semicolons. */
  themes: z.string(),
  event: z.string().optional(),
  organisation: z.string().optional(),
  collections: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), size: z.number().int() })),
  links: z.array(z.string()),
  state: z.enum(['published', 'draft']),
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  /** What there is to know of it. */
  told: z.array(z.string()),
  /** The item that it seems to be. */
  same: z.object({ id: activityId, title: z.string() }).optional(),
  decision: z.enum(['include', 'skip']).optional(),
  /** What was written into it instead of what the file has: to be sent along with what is said next. */
  said: settledRow.pick({ title: true, type: true, themes: true }),
});
export type MaterialImportRow = z.infer<typeof materialImportRow>;

export const readMaterialImport = endpoint({
  method: 'POST',
  path: '/material-imports',
  summary:
    'Reads a list (CSV or XLSX), files of a folder that were sent before, or both, at most 2 000 items, and keeps them for seven days. Adds nothing yet.',
  params: none,
  body: z.object({
    name: z.string().min(1).max(200),
    base64: z.base64().max(LARGEST_IMPORT).optional(),
    files: z.array(z.object({ upload: activityId, path: z.string().max(LONGEST_PATH) })).max(MOST_ROWS),
  }),
  response: materialImportView,
  largestBody: LARGEST_IMPORT,
});

export const listMaterialImports = endpoint({
  method: 'GET',
  path: '/material-imports',
  summary: 'Imports of the last seven days, newest first.',
  params: none,
  body: none,
  response: z.object({
    imports: z.array(
      materialImportView.pick({ id: true, name: true, createdAt: true, state: true, rows: true, result: true }),
    ),
  }),
});

export const getMaterialImport = endpoint({
  method: 'GET',
  path: '/material-imports/{import}',
  summary: 'One import with its dry run against the bank as it is now, or how far it has come.',
  params: oneImport,
  body: none,
  response: materialImportView,
});

export const removeMaterialImport = endpoint({
  method: 'DELETE',
  path: '/material-imports/{import}',
  summary: 'Forgets an import; what was added stays. Not while it is carried out.',
  params: oneImport,
  body: none,
  response: none,
});

export const listMaterialImportRows = endpoint({
  method: 'GET',
  path: '/material-imports/{import}/rows',
  summary: 'Rows of the dry run in their order, at most a hundred a page; of one outcome when asked.',
  params: oneImport.extend({
    outcome: rowOutcome.optional(),
    /** Row number after which the page begins. */
    after: z.coerce.number().int().optional(),
  }),
  body: none,
  response: z.object({ rows: z.array(materialImportRow), total: z.number().int(), next: z.string().optional() }),
});

export const settleMaterialImportRow = endpoint({
  method: 'PUT',
  path: '/material-imports/{import}/rows/{row}',
  summary: 'Settles one row; replaces what was said of it before. Nothing said: as the file has it.',
  params: oneImport.extend({ row: z.coerce.number().int() }),
  body: settledRow.omit({ row: true }),
  response: z.object({ row: materialImportRow, import: materialImportView }),
});

export const settleMaterialImportFolder = endpoint({
  method: 'PUT',
  path: '/material-imports/{import}/folders',
  summary: 'Says what the name of a folder means for the files in it.',
  params: oneImport,
  body: z.object({ folder: z.string().max(LONGEST_PATH), meaning: folderMeaning }),
  response: materialImportView,
});

export const applyMaterialImport = endpoint({
  method: 'POST',
  path: '/material-imports/{import}/apply',
  summary: 'Adds the rows that are new as a job, one by one; asked again, it goes on with the same.',
  params: oneImport,
  body: none,
  response: materialImportView,
});

export const listMaterialImportResults = endpoint({
  method: 'GET',
  path: '/material-imports/{import}/results',
  summary:
    'What became of the rows of an import that is carried out, at most a hundred a page; of one result when asked.',
  params: oneImport.extend({ result: rowResult.optional(), after: z.coerce.number().int().optional() }),
  body: none,
  response: z.object({
    rows: z.array(
      z.object({
        row: z.number().int(),
        title: z.string(),
        result: rowResult,
        why: z.string().optional(),
        /** The item that was added, or is there already. */
        material: activityId.optional(),
      }),
    ),
    total: z.number().int(),
    next: z.string().optional(),
  }),
});

export const materialTemplate = endpoint({
  method: 'POST',
  path: '/material-imports/template',
  summary: 'A download address, valid ten minutes, for a list with the columns that an import knows.',
  params: none,
  body: none,
  response: z.object({ url: z.string() }),
});
