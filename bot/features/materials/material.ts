/** An item of the material bank: what it is, who may see it, and how it changes, as state in, state out. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import { LONGEST_FILE_NAME } from '../../core/file-format.ts';
import { activityId, type PersonKey, personKey, postId } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { type MemberId, memberIdOf, organisationId } from '../../core/network.ts';
import { Refusal } from '../../core/refusal.ts';
import { text } from './text.ts';

export const LONGEST_TITLE = 200;
export const LONGEST_SUMMARY = 2000;
export const LONGEST_LINK = 2000;
export const LONGEST_LABEL = 120;
export const LONGEST_NAME = 120;
/** Characters of each part of a good practice, and of a question or answer. */
export const LONGEST_PART = 10_000;
export const MOST_LINKS = 20;
export const MOST_FILES = 20;
export const MOST_VERSIONS = 50;
export const MOST_THEMES = 20;
export const MOST_TARGET_GROUPS = 10;
/** Days that a share link is good for at most. */
export const MOST_SHARED_DAYS = 365;

export const materialType = z.enum(['presentation', 'recording', 'document', 'link', 'goodPractice', 'questionAnswer']);
export type MaterialType = z.infer<typeof materialType>;

/** How far the text inside a file has been read. none: this kind of file has none. The rest: why it can't be read, as `ExtractFault`. */
/** cut: only its beginning was read, up to the bound on text. */
export const textState = z.enum(['waiting', 'ready', 'cut', 'none', 'encrypted', 'broken', 'tooLarge', 'slow']);
export type TextState = z.infer<typeof textState>;

export const fileVersion = z.object({
  /** Of its bytes, in the port `Files`. */
  file: activityId,
  name: z.string().min(1).max(LONGEST_FILE_NAME),
  size: z.number().int().positive(),
  addedAt: instant,
  addedBy: personKey,
  text: textState,
});
export type FileVersion = z.infer<typeof fileVersion>;

/** One file of an item through its versions: links name it by `id` and open the newest. */
export const materialFile = z.object({
  id: activityId,
  /** Newest last. */
  versions: z.array(fileVersion).min(1).max(MOST_VERSIONS),
});
export type MaterialFile = z.infer<typeof materialFile>;

export const materialLink = z.object({
  url: z.url({ protocol: /^https$/ }).max(LONGEST_LINK),
  label: z.string().max(LONGEST_LABEL).optional(),
});

/** A good practice as the network's form has it; what is empty was not filled in. */
export const practice = z.object({
  topic: z.string().max(LONGEST_PART),
  goal: z.string().max(LONGEST_PART),
  implementation: z.string().max(LONGEST_PART),
  lessons: z.string().max(LONGEST_PART),
});
export type Practice = z.infer<typeof practice>;
export const PRACTICE_PARTS = ['topic', 'goal', 'implementation', 'lessons'] as const satisfies (keyof Practice)[];

export const materialEvent = z.object({ id: activityId.optional(), title: z.string().max(LONGEST_TITLE) });

/** members: all of the network. coordinators: them alone. Else a group's id, and coordinators. */
export const audience = z.discriminatedUnion('to', [
  z.object({ to: z.literal('members') }),
  z.object({ to: z.literal('coordinators') }),
  z.object({ to: z.literal('group'), group: z.string() }),
]);

export const material = z.object({
  id: activityId,
  title: z.string().min(1).max(LONGEST_TITLE),
  summary: z.string().max(LONGEST_SUMMARY),
  type: materialType,
  links: z.array(materialLink).max(MOST_LINKS),
  files: z.array(materialFile).max(MOST_FILES),
  event: materialEvent.optional(),
  /** Ids of the network's list of themes and tags, of which each item's `kind` tells. */
  terms: z.array(z.string()).max(MOST_THEMES),
  targetGroups: z.array(z.string().max(LONGEST_NAME)).max(MOST_TARGET_GROUPS),
  language: z.enum(['fi', 'sv', 'en']).optional(),
  organisation: organisationId.optional(),
  /** As written on it; not an account. */
  author: z.string().max(LONGEST_NAME).optional(),
  practice: practice.optional(),
  answer: z.object({ question: z.string().max(LONGEST_PART), answer: z.string().max(LONGEST_PART) }).optional(),
  audience,
  /** draft: seen by who wrote it and by coordinators. proposed: a member's, waits for a coordinator. */
  state: z.enum(['draft', 'proposed', 'published']),
  /** Stands on top of the bank for everyone: the network's guide. */
  isPinned: z.literal(true).optional(),
  /** To be looked at again from this day on, yyyy-MM-dd. */
  reviewOn: z.iso.date().optional(),
  /** The link for people outside: its round, and until when it opens. Absent: there is none. The round rises with each new link. */
  share: z.object({ round: z.number().int().positive(), until: instant.optional() }).optional(),
  /** Posts that show it. */
  posts: z.array(postId).max(50),
  addedAt: instant,
  addedBy: personKey.optional(),
  changedAt: instant,
});
export type Material = z.infer<typeof material>;

/** Id: the item's own. */
export const materials = kind<Material>({ name: 'material', container: 'materials', schema: material, indexed: true });

// ── Who may see and change it ──────────────────────────────────────────────────────────────────

/** Someone who looks: their id, the groups in which they have a seat today, and whether they coordinate. */
export interface Reader {
  readonly id: MemberId;
  readonly groups: readonly string[];
  readonly isCoordinator: boolean;
}

const isAuthor = ({ addedBy }: Pick<Material, 'addedBy'>, id: MemberId): boolean =>
  addedBy !== undefined && memberIdOf(addedBy) === id;

export function maySee(of: Material, reader: Reader): boolean {
  if (reader.isCoordinator || isAuthor(of, reader.id)) return true;
  if (of.state !== 'published') return false;
  return of.audience.to === 'members' || (of.audience.to === 'group' && reader.groups.includes(of.audience.group));
}

export const mayChange = (of: Material, reader: Reader): boolean => reader.isCoordinator || isAuthor(of, reader.id);

/** What the index calls those who may find it; readers are in `audiencesOf`. */
export function audiencesFor(of: Material): string[] {
  const author = of.addedBy === undefined ? [] : [`author:${memberIdOf(of.addedBy)}`];
  if (of.state !== 'published' || of.audience.to === 'coordinators') return ['coordinators', ...author];
  return [of.audience.to === 'members' ? 'members' : `group:${of.audience.group}`, ...author];
}

/** All that a reader is in; `maySee` and this say the same. */
export const audiencesOf = ({ id, groups, isCoordinator }: Reader): readonly string[] | 'all' =>
  isCoordinator ? 'all' : ['members', `author:${id}`, ...groups.map((group) => `group:${group}`)];

/** Every member may see it: what is told in the channel, the digest or to outsiders must be. */
export const isForAll = (of: Material): boolean => of.state === 'published' && of.audience.to === 'members';

// ── Files ──────────────────────────────────────────────────────────────────────────────────────

export const newestOf = ({ versions }: MaterialFile): FileVersion => versions[versions.length - 1] as FileVersion;

/** The version with this id of its bytes, in whichever file. */
export const versionOf = (of: Material, file: string): FileVersion | undefined =>
  of.files.flatMap(({ versions }) => versions).find((one) => one.file === file);

/** Id under which the text inside a file is kept beside its bytes. */
export const textFileOf = (file: string) => activityId.parse(`${file}.text`);

/** A new version on top of a file of the item. Throws a Refusal when there is no such file, or too many versions. */
export function addVersion(of: Material, file: string, version: FileVersion, now: Instant): Material {
  const found = of.files.find(({ id }) => id === file);
  if (!found) throw new Refusal(text.unknownFile);
  if (found.versions.some((one) => one.file === version.file)) return of;
  if (found.versions.length >= MOST_VERSIONS) throw new Refusal(text.tooManyVersions, { n: MOST_VERSIONS });
  const files = of.files.map((one) => (one === found ? { ...one, versions: [...one.versions, version] } : one));
  return { ...of, files, changedAt: now };
}

/** The text of a version was read, or can't be. Nothing changes when the version is gone. */
export function withText(of: Material, file: string, state: TextState): Material {
  if (versionOf(of, file)?.text === state || !versionOf(of, file)) return of;
  const files = of.files.map((one) => ({
    ...one,
    versions: one.versions.map((version) => (version.file === file ? { ...version, text: state } : version)),
  }));
  return { ...of, files };
}

// ── What becomes of it ─────────────────────────────────────────────────────────────────────────

export function publish(of: Material, now: Instant): Material {
  return of.state === 'published' ? of : { ...of, state: 'published', changedAt: now, addedAt: now };
}

export const pin = ({ isPinned: _, ...of }: Material, isPinned: boolean): Material =>
  isPinned ? { ...of, isPinned } : of;

/** A new link for outsiders, after which earlier ones open nothing. Throws a Refusal unless every member may see the item. */
export function share(of: Material, until: Instant): Material {
  if (!isForAll(of)) throw new Refusal(text.notForAll);
  return { ...of, share: { round: (of.share?.round ?? 0) + 1, until } };
}

/** The round is remembered, so that a later link never opens to an earlier address. */
export const unshare = (of: Material): Material =>
  of.share?.until === undefined ? of : { ...of, share: { round: of.share.round } };

/** Whether the link of this round opens it now. */
export const isSharedBy = (of: Material, round: number, now: Instant): boolean =>
  isForAll(of) && of.share?.round === round && of.share.until !== undefined && now < of.share.until;

export const isDueForReview = ({ reviewOn }: Material, today: string): boolean =>
  reviewOn !== undefined && reviewOn <= today;

/** The person is gone from it, whose item it stays. `as` stands for who added a version. */
export function withoutPerson(of: Material, isTheirs: (person: PersonKey) => boolean, as: PersonKey): Material {
  const versions = of.files.flatMap((file) => file.versions);
  const isNamed =
    (of.addedBy !== undefined && isTheirs(of.addedBy)) || versions.some(({ addedBy }) => isTheirs(addedBy));
  if (!isNamed) return of;
  const { addedBy, ...rest } = of;
  return {
    ...rest,
    ...(addedBy === undefined || isTheirs(addedBy) ? {} : { addedBy }),
    files: of.files.map((file) => ({
      ...file,
      versions: file.versions.map((one) => (isTheirs(one.addedBy) ? { ...one, addedBy: as } : one)),
    })),
  };
}
