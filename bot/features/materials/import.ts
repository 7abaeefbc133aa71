/** A list or folder of materials as a plan: what each row would become, what is wrong with it, and what is there already; state in, state out. */
import { z } from 'zod';
import type { Instant } from '../../core/clock.ts';
import { formatOf, LONGEST_FILE_NAME } from '../../core/file-format.ts';
import { activityId, type PersonKey } from '../../core/ids.ts';
import { type Problem, Refusal } from '../../core/refusal.ts';
import type { Message, Params } from '../../core/text.ts';
import { oneLine } from '../../core/typed.ts';
import { foldText } from '../members/filter.ts';
import { type Cells, field } from './import-fields.ts';
import { text } from './import-text.ts';
import {
  LONGEST_PART,
  LONGEST_TITLE,
  type Material,
  type MaterialType,
  materialType,
  PRACTICE_PARTS,
} from './material.ts';
import { EMPTY_DRAFT, type MaterialDraft, readDraft } from './material-draft.ts';
import { text as bankText } from './text.ts';
import { LONGEST_TERM, termNamed, type Vocabulary } from './vocabulary.ts';

export const MOST_ROWS = 2000;
export const MOST_FOLDERS = 300;
/** Characters of a file's place in its folder. */
export const LONGEST_PATH = 1000;

// ── What was read ──────────────────────────────────────────────────────────────────────────────

/** A file of the folder that was sent: an upload of whoever imports. */
export const importedFile = z.object({
  upload: activityId,
  name: z.string().max(LONGEST_FILE_NAME),
  size: z.number().int(),
  /** `Kevätpäivä/esitykset/alku.pptx` */
  path: z.string().max(LONGEST_PATH),
});
export type ImportedFile = z.infer<typeof importedFile>;

/** A row of the list, or a file that no row names. */
export const rawRow = z.object({
  /** From 1; of a list as a spreadsheet shows it, files after them. */
  row: z.number().int(),
  cells: z.partialRecord(field, z.string().max(LONGEST_PART + 2000)),
  files: z.array(importedFile),
  /** Names in the list that no file has. */
  missing: z.array(z.string()),
  /** Names in the list that several files have. */
  ambiguous: z.array(z.string()),
});
export type RawRow = z.infer<typeof rawRow>;

/** What a coordinator says of a row; what is not said is as in the file. */
export const settledRow = z.object({
  row: z.number().int(),
  /** include: although it seems to be there already. */
  decision: z.enum(['include', 'skip']).optional(),
  title: z
    .string()
    .max(LONGEST_TITLE * 2)
    .optional(),
  type: materialType.optional(),
  /** As in a cell. */
  themes: z.string().max(1000).optional(),
});
export type Settled = z.infer<typeof settledRow>;

/** Folders above a file, the outermost first: `a/b/c.pdf` → `a`, `a/b`. */
export const foldersOf = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
};

/** A path as it is kept: `/` between folders, nothing invisible. */
export const cleanPath = (typed: string): string =>
  typed
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => part.replace(/[\p{Cc}\p{Cf}]/gu, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .slice(-LONGEST_PATH);

/** The rows of a list with the files that they name, and a row for each file that none names. */
export function rowsOf(
  list: readonly { readonly row: number; readonly cells: Cells }[],
  files: readonly ImportedFile[],
): RawRow[] {
  const byEnd = new Map<string, ImportedFile[]>();
  for (const file of files) {
    const parts = file.path.toLocaleLowerCase('fi').split('/');
    for (const [at] of parts.entries()) {
      const end = parts.slice(at).join('/');
      byEnd.set(end, [...(byEnd.get(end) ?? []), file]);
    }
  }
  const named = (typed: string): readonly ImportedFile[] => byEnd.get(cleanPath(typed).toLocaleLowerCase('fi')) ?? [];
  const used = new Set<ImportedFile>();
  const rows = list.map(({ row, cells }): RawRow => {
    const found: RawRow = { row, cells, files: [], missing: [], ambiguous: [] };
    for (const name of fileNamesIn(cells.fileName ?? '', (one) => named(one).length > 0)) {
      const [file, ...others] = named(name);
      if (!file) found.missing.push(name);
      else if (others.length > 0) found.ambiguous.push(name);
      else if (!found.files.includes(file)) found.files.push(file);
    }
    for (const file of found.files) used.add(file);
    return found;
  });
  const last = Math.max(0, ...rows.map(({ row }) => row));
  const rest = files.filter((file) => !used.has(file));
  return [
    ...rows,
    ...rest.map((file, at): RawRow => ({ row: last + 1 + at, cells: {}, files: [file], missing: [], ambiguous: [] })),
  ];
}

/** A comma may be part of a file's name. */
function fileNamesIn(cell: string, isKnown: (name: string) => boolean): string[] {
  const parts = cell.split(/[;\n]/).map((one) => one.trim());
  return parts
    .flatMap((one) => (isKnown(one) || !one.includes(',') ? [one] : one.split(',').map((part) => part.trim())))
    .filter(Boolean);
}

// ── What is around it ──────────────────────────────────────────────────────────────────────────

export interface Named {
  readonly id: string;
  /** In any language. */
  readonly names: readonly string[];
}

/** What the network has, as it is now. */
export interface Surroundings {
  readonly now: Instant;
  /** yyyy-MM-dd where the network is. */
  readonly today: string;
  readonly by: PersonKey;
  /** `date`: yyyy-MM-dd where the network is. */
  readonly events: readonly { readonly id: string; readonly title: string; readonly date: string }[];
  readonly organisations: readonly Named[];
  readonly groups: readonly Named[];
  readonly collections: readonly Named[];
  readonly vocabulary: Vocabulary;
  readonly known: KnownItems;
  /** Whole uploads of whoever imports. */
  readonly uploaded: (id: string) => { readonly name: string; readonly size: number } | undefined;
}

interface Known {
  readonly id: Material['id'];
  readonly title: string;
}
/** Items that are there, by what makes another one the same. */
export type KnownItems = ReadonlyMap<string, Known>;

/** The same title and link, or a file of the same name and size; of what has neither, the same title and type. */
function marksOf(
  of: Pick<Material, 'title' | 'type'>,
  links: readonly string[],
  files: readonly { readonly name: string; readonly size: number }[],
): string[] {
  const title = foldText(of.title);
  if (links.length === 0 && files.length === 0) return [`only\n${of.type}\n${title}`];
  return [
    ...links.map((url) => `link\n${title}\n${url}`),
    ...files.map(({ name, size }) => `file\n${name.toLocaleLowerCase('fi')}\n${size}`),
  ];
}

export function knownItems(items: readonly Material[]): KnownItems {
  const known = new Map<string, Known>();
  for (const of of items) {
    const versions = of.files.flatMap((file) => file.versions);
    const urls = of.links.map(({ url }) => url);
    for (const mark of marksOf(of, urls, versions)) known.set(mark, { id: of.id, title: of.title });
  }
  return known;
}

// ── Folders ────────────────────────────────────────────────────────────────────────────────────

/** What is taken from a folder's name: nothing, a new tag, or `event:`, `term:` or `collection:` with an id. */
export const folderMeaning = z.string().regex(/^(nothing|newTag|(event|term|collection):.+)$/);
export type FolderMeaning = z.infer<typeof folderMeaning>;

/** A date at either end, as people put it into the names of folders and events. */
const DATE = /\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}/;

/** Guessed from its own name alone. */
export function meaningOf(folder: string, around: Surroundings): FolderMeaning {
  const name = folder.slice(folder.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const event = eventNamed(name, undefined, around);
  if (typeof event === 'object' && 'id' in event) return `event:${event.id}`;
  const term = termNamed(around.vocabulary, name);
  if (term) return `term:${term.id}`;
  const collection = named(around.collections, name)[0];
  return collection ? `collection:${collection.id}` : 'nothing';
}

/** Still there, of what a folder may mean. */
export function isMeaning(meaning: FolderMeaning, { events, vocabulary, collections }: Surroundings): boolean {
  const [kind, id = ''] = meaning.split(/:(.*)/s);
  if (kind === 'event') return events.some((one) => one.id === id);
  if (kind === 'term') return vocabulary.terms.some((one) => one.id === id && one.mergedInto === undefined);
  return kind !== 'collection' || collections.some((one) => one.id === id);
}

const named = (all: readonly Named[], typed: string): Named[] => {
  const wanted = foldText(typed);
  return all.filter(({ names }) => names.some((name) => foldText(name) === wanted));
};

// ── Cells ──────────────────────────────────────────────────────────────────────────────────────

/** ISO, or as dates are written in Finnish and Swedish; undefined: neither. */
export function dateIn(typed: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed.trim()) ?? [];
  const iso = year === '' ? typed.trim().slice(0, 10) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(iso).data;
}

/** The event of this name; a Problem's row when it is not clear which; undefined when there is none. */
function eventNamed(
  typed: string,
  date: string | undefined,
  { events }: Surroundings,
): { readonly id: string } | Message | undefined {
  const inName = DATE.exec(typed)?.[0];
  const without = inName === undefined ? typed : typed.replace(inName, ' ');
  const day = date ?? (inName === undefined ? undefined : dateIn(inName));
  const wanted = new Set([foldText(typed), foldText(without)].filter(Boolean));
  const found = events.filter(({ title }) => wanted.has(foldText(title)));
  const fitting = found.length > 0 && day !== undefined ? found.filter((one) => one.date === day) : found;
  const [only, ...others] = fitting;
  if (only && others.length === 0) return { id: only.id };
  if (only) return text.severalEvents;
  return found.length > 0 ? text.notThatDay : undefined;
}

/** Between semicolons or lines; between commas where the whole is nothing that is known. */
function listIn(cell: string, isKnown: (one: string) => boolean = () => false): string[] {
  const parts = /[;\n]/.test(cell) ? cell.split(/[;\n]/) : isKnown(cell) ? [cell] : cell.split(',');
  return [...new Set(parts.map(oneLine).filter(Boolean))];
}

/** An address holds no spaces, but may hold commas and semicolons. */
const linksIn = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[;,]?\s+|[;,](?=https?:\/\/)/)
      .map((one) => one.replace(/[;,]$/, '').trim())
      .filter(Boolean),
  ),
];

const words = <T extends string>(rows: Readonly<Record<T, readonly (Message | string)[]>>): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(rows) as [T, readonly (Message | string)[]][]).flatMap(([value, names]) =>
      [value, ...names.flatMap((name) => (typeof name === 'string' ? [name] : [name.fi, name.sv, name.en]))].map(
        (name): [string, T] => [foldText(name), value],
      ),
    ),
  );

const TYPES = words<MaterialType>({
  presentation: [bankText.presentation, 'diat', 'diaesitys', 'kalvot', 'slides', 'bilder', 'powerpoint'],
  recording: [bankText.recording, 'video', 'nauhoite', 'äänite', 'podcast', 'webinaaritallenne'],
  document: [bankText.document, 'tiedosto', 'dokumentti', 'raportti', 'muistio', 'fil', 'pdf', 'file'],
  link: [bankText.link, 'verkkosivu', 'webbplats', 'website', 'url'],
  goodPractice: [bankText.goodPractice, 'käytäntö', 'esimerkki', 'praxis', 'exempel', 'practice', 'example'],
  questionAnswer: [bankText.questionAnswer, 'kysymys', 'ukk', 'fråga', 'question', 'faq', 'q&a'],
});

const LANGUAGES = words<'fi' | 'sv' | 'en'>({
  fi: [bankText.in_fi, 'fi-FI', 'suomeksi', 'fin'],
  sv: [bankText.in_sv, 'sv-FI', 'sv-SE', 'ruotsiksi', 'swe'],
  en: [bankText.in_en, 'en-GB', 'en-US', 'englanniksi', 'eng'],
});

const AUDIENCES = words<'members' | 'coordinators'>({
  members: [text.forMembers, 'kaikille', 'kaikki', 'jäsenet', 'jäsenille', 'alla', 'medlemmar', 'everyone', 'all'],
  coordinators: [bankText.forCoordinators, 'koordinaattorit', 'koordinatorer', 'koordinaattoreille'],
});

const STATES = words<'published' | 'draft'>({
  published: [bankText.published, 'julkinen', 'valmis', 'publicerat'],
  draft: [bankText.draft, bankText.proposed, 'kesken', 'proposed'],
});

/** `Kevät_2026-esitys.pptx` → `Kevät 2026-esitys` */
export const titleOf = (fileName: string): string =>
  oneLine(fileName.replace(/\.[^.]{1,10}$/, '').replaceAll('_', ' ')).slice(0, LONGEST_TITLE);

function typeOf({ cells, files, missing }: RawRow): MaterialType {
  const family = formatOf(files[0]?.name ?? missing[0] ?? '')?.family;
  if (family === 'slides') return 'presentation';
  if (family === 'video' || family === 'audio') return 'recording';
  if (cells.question !== undefined || cells.answer !== undefined) return 'questionAnswer';
  if (PRACTICE_PARTS.some((part) => cells[part] !== undefined)) return 'goodPractice';
  return family === undefined && cells.links !== undefined ? 'link' : 'document';
}

// ── The plan ───────────────────────────────────────────────────────────────────────────────────

/** same: it is in the bank or in the list already. wrong: can't be imported as it is. Only new ones are imported. */
export const rowOutcome = z.enum(['new', 'same', 'wrong', 'skipped']);
export type RowOutcome = z.infer<typeof rowOutcome>;

export interface Told {
  readonly row: Message;
  readonly params: Params;
}

export interface PlannedRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly draft: MaterialDraft;
  readonly state: 'published' | 'draft';
  /** yyyy-MM-dd. */
  readonly addedOn?: string;
  /** Of an event that the network does not know. */
  readonly eventTitle?: string;
  readonly collections: readonly string[];
  readonly files: readonly ImportedFile[];
  /** Themes as they could stand in a cell. */
  readonly themes: string;
  readonly problems: readonly Problem[];
  readonly told: readonly Told[];
  /** The item of the bank that it seems to be. */
  readonly same?: Known;
  readonly decision?: 'include' | 'skip';
  /** What the coordinator wrote into it. */
  readonly said: Pick<Settled, 'title' | 'type' | 'themes'>;
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** Tags that would come onto the list. */
  readonly newTags: readonly string[];
}

export interface Import {
  readonly rows: readonly RawRow[];
  readonly settled: ReadonlyMap<number, Settled>;
  /** By folder; of others its name decides. */
  readonly folders: Readonly<Record<string, FolderMeaning>>;
}

/** What would become of each row now. */
export function planOf({ rows, settled, folders }: Import, around: Surroundings): Plan {
  const uploads = new Map<string, number>();
  const marks = new Map<string, number>();
  const meanings = new Map<string, FolderMeaning>();
  const meaning = (folder: string): FolderMeaning => {
    const known = meanings.get(folder) ?? folders[folder] ?? meaningOf(folder, around);
    meanings.set(folder, known);
    return known;
  };
  const planned = rows.map((raw) => planRow(raw, settled.get(raw.row), { around, meaning, uploads, marks }));
  const counts = { new: 0, same: 0, wrong: 0, skipped: 0 };
  for (const { outcome } of planned) counts[outcome]++;
  const tags = planned.filter(({ outcome }) => outcome === 'new').flatMap(({ draft }) => draft.newTags);
  const byName = new Map(tags.map((name) => [name.toLocaleLowerCase('fi'), name]));
  return { rows: planned, counts, newTags: [...byName.values()] };
}

interface Planning {
  readonly around: Surroundings;
  readonly meaning: (folder: string) => FolderMeaning;
  /** Rows by the uploads that are in them. */
  readonly uploads: Map<string, number>;
  /** Rows that are imported, by their marks. */
  readonly marks: Map<string, number>;
}

function planRow(raw: RawRow, said: Settled | undefined, { around, meaning, uploads, marks }: Planning): PlannedRow {
  const { row, cells, files } = raw;
  const problems: Problem[] = [];
  const told: Told[] = [];
  const complain = (of: string, message: Message, params: Params = {}): void =>
    void problems.push({ field: of, row: message, params });
  const tell = (message: Message, params: Params): void => void told.push({ row: message, params });

  const inherited = inheritedBy(files[0]?.path, meaning);
  const type = said?.type ?? wordIn(TYPES, cells.type, () => complain('type', text.badType)) ?? typeOf(raw);
  const title = said?.title ?? oneLine(cells.title ?? titleOf(files[0]?.name ?? ''));

  const isTerm = (name: string): boolean => termNamed(around.vocabulary, name) !== undefined;
  const typedTerms = [...listIn(said?.themes ?? cells.themes ?? '', isTerm), ...listIn(cells.tags ?? '', isTerm)];
  const ownThemes = said?.themes !== undefined || cells.themes !== undefined;
  const terms = typedTerms.flatMap((name) => termNamed(around.vocabulary, name)?.id ?? []);
  const newTags = typedTerms.filter((name) => !isTerm(name));
  for (const folder of ownThemes ? [] : inherited.newTags)
    if (isTerm(folder)) terms.push(termNamed(around.vocabulary, folder)?.id as string);
    else newTags.push(folder.slice(0, LONGEST_TERM));
  if (!ownThemes) terms.push(...inherited.terms);
  for (const name of newTags) tell(text.newTag, { name });

  let event = inherited.event ?? '';
  let eventTitle: string | undefined;
  const day = cells.eventDate === undefined ? undefined : dateIn(cells.eventDate);
  if (cells.eventDate !== undefined && day === undefined) complain('eventDate', text.badDate);
  if (cells.event !== undefined) {
    const name = oneLine(cells.event);
    const found = eventNamed(name, day, around);
    event = '';
    if (found === undefined) {
      eventTitle = name.slice(0, LONGEST_TITLE);
      tell(text.unknownEvent, { name });
    } else if ('id' in found) event = found.id;
    else complain('event', found, { name });
  }

  const organisation = only(around.organisations, cells.organisation, (name, isSeveral) =>
    complain('organisation', isSeveral ? text.severalOrganisations : text.unknownOrganisation, { name }),
  );
  const group = (name: string): string | undefined =>
    only(around.groups, name, () => complain('audience', text.badAudience, { name }));
  const audience =
    cells.audience === undefined ? 'members' : (AUDIENCES.get(foldText(cells.audience)) ?? group(cells.audience));
  const collections = listIn(cells.collection ?? '', (one) => named(around.collections, one).length > 0).flatMap(
    (name) => {
      const id = named(around.collections, name)[0]?.id;
      if (id === undefined) tell(text.unknownCollection, { name });
      return id ?? [];
    },
  );
  if (cells.collection === undefined) collections.push(...inherited.collections);

  const language = wordIn(LANGUAGES, cells.language, () => complain('language', text.badLanguage));
  const state = wordIn(STATES, cells.state, () => complain('state', text.badState)) ?? 'published';
  const addedOn = cells.addedOn === undefined ? undefined : dateIn(cells.addedOn);
  if (cells.addedOn !== undefined && addedOn === undefined) complain('addedOn', text.badDate);
  if (addedOn !== undefined && addedOn > around.today) complain('addedOn', text.dateToCome);
  const reviewOn = cells.reviewOn === undefined ? '' : dateIn(cells.reviewOn);
  if (reviewOn === undefined) complain('reviewOn', text.badDate);

  for (const name of raw.missing) tell(text.missingFile, { name });
  for (const name of raw.ambiguous) complain('fileName', text.severalFiles, { name });
  for (const { upload, name } of files) {
    const before = uploads.get(upload);
    if (before !== undefined && before !== row) complain('fileName', text.fileTwice, { name, row: before });
    else uploads.set(upload, row);
  }

  const part = (of: keyof Cells): string => cells[of] ?? '';
  const links = linksIn(part('links'));
  const draft: MaterialDraft = {
    ...EMPTY_DRAFT,
    ...{ type, title, summary: part('summary'), links: links.map((url) => ({ url, label: '' })) },
    files: files.map(({ upload }) => ({ upload })),
    ...{ event, terms: [...new Set(terms)], newTags: [...new Set(newTags)], organisation: organisation ?? '' },
    ...{ targetGroups: listIn(part('targetGroups')), language: language ?? '', author: part('author') },
    ...{ topic: part('topic'), goal: part('goal'), implementation: part('implementation'), lessons: part('lessons') },
    ...{
      question: part('question'),
      answer: part('answer'),
      audience: audience ?? 'members',
      reviewOn: reviewOn ?? '',
    },
  };
  problems.push(...problemsOf(draft, around));

  const own = marksOf({ title, type }, links, files);
  const same = own.flatMap((mark) => around.known.get(mark) ?? [])[0];
  const twin = own.flatMap((mark) => marks.get(mark) ?? [])[0];
  if (same) tell(text.isThere, { name: same.title });
  else if (twin !== undefined) tell(text.inRow, { row: twin });
  const outcome = ((): RowOutcome => {
    if (said?.decision === 'skip') return 'skipped';
    if (problems.length > 0) return 'wrong';
    return (same || twin !== undefined) && said?.decision !== 'include' ? 'same' : 'new';
  })();
  if (outcome === 'new') for (const mark of own) if (!marks.has(mark)) marks.set(mark, row);

  return {
    ...{ row, outcome, draft, state, collections, files, problems, told },
    themes: [...draft.terms.map((id) => nameOfTerm(around.vocabulary, id)), ...draft.newTags].join('; '),
    ...(addedOn === undefined ? {} : { addedOn }),
    ...(eventTitle === undefined ? {} : { eventTitle }),
    ...(same ? { same } : {}),
    ...(said?.decision === undefined ? {} : { decision: said.decision }),
    said: saidIn(said),
  };
}

const saidIn = ({ row: _, decision: _decision, ...said }: Settled = { row: 0 }): PlannedRow['said'] => said;

const nameOfTerm = ({ terms }: Vocabulary, id: string): string => {
  const { fi, sv, en } = terms.find((one) => one.id === id)?.names ?? {};
  return fi ?? sv ?? en ?? '';
};

interface Inherited {
  readonly event?: string;
  readonly terms: readonly string[];
  readonly newTags: readonly string[];
  readonly collections: readonly string[];
}

/** What the folders above a file say of it: of events and collections the innermost. */
function inheritedBy(path: string | undefined, meaning: (folder: string) => FolderMeaning): Inherited {
  const found = foldersOf(path ?? '').map((folder) => {
    const [kind, id = ''] = meaning(folder).split(/:(.*)/s);
    return { kind, id, name: oneLine(folder.slice(folder.lastIndexOf('/') + 1).replaceAll('_', ' ')) };
  });
  const ids = (wanted: string): string[] => found.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const event = ids('event').at(-1);
  return {
    ...(event === undefined ? {} : { event }),
    ...{ terms: ids('term'), collections: ids('collection').slice(-1) },
    newTags: found.filter(({ kind }) => kind === 'newTag').map(({ name }) => name),
  };
}

function wordIn<T>(table: ReadonlyMap<string, T>, cell: string | undefined, unknown: () => void): T | undefined {
  if (cell === undefined) return undefined;
  const found = table.get(foldText(cell));
  if (found === undefined) unknown();
  return found;
}

function only(
  all: readonly Named[],
  cell: string | undefined,
  complain: (name: string, isSeveral: boolean) => void,
): string | undefined {
  if (cell === undefined) return undefined;
  const found = named(all, cell);
  if (found.length !== 1) complain(oneLine(cell), found.length > 1);
  return found.length === 1 ? found[0]?.id : undefined;
}

/** Everything that the form of an item would refuse. */
function problemsOf(draft: MaterialDraft, around: Surroundings): readonly Problem[] {
  try {
    readDraft(draft, {
      ...{ now: around.now, by: around.by, uploaded: around.uploaded },
      isGroup: (id) => around.groups.some((one) => one.id === id),
      isOrganisation: (id) => around.organisations.some((one) => one.id === id),
      eventTitle: (id) => around.events.find((one) => one.id === id)?.title,
      isTerm: () => true,
    });
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
}
