/** An item as typed in a form, read into a checked one: every problem at once, by the name of its field. */
import { z } from 'zod';
import type { Instant } from '../../core/clock.ts';
import { formatOf } from '../../core/file-format.ts';
import { activityId, type PersonKey } from '../../core/ids.ts';
import { organisationId } from '../../core/network.ts';
import { type Problem, refuseAny } from '../../core/refusal.ts';
import { oneLine, severalLines } from '../../core/typed.ts';
import {
  addVersion,
  type FileVersion,
  LONGEST_LABEL,
  LONGEST_LINK,
  LONGEST_NAME,
  LONGEST_PART,
  LONGEST_SUMMARY,
  LONGEST_TITLE,
  type Material,
  type MaterialFile,
  MOST_FILES,
  MOST_LINKS,
  MOST_TARGET_GROUPS,
  MOST_THEMES,
  materialType,
  PRACTICE_PARTS,
  type Practice,
} from './material.ts';
import { text } from './text.ts';
import { LONGEST_TERM } from './vocabulary.ts';

/** Field names are the inputs' ids. What is empty is not there. */
export const materialDraft = z.object({
  type: materialType,
  title: z.string(),
  summary: z.string(),
  links: z.array(z.object({ url: z.string(), label: z.string() })),
  /** In their order. `id`: a file that is there stays; with `upload` it gets a new version; `upload` alone is a new file. */
  files: z.array(z.object({ id: activityId.optional(), upload: activityId.optional() })),
  /** Id of an event of the network. */
  event: z.string(),
  /** Ids of themes and tags. */
  terms: z.array(z.string()),
  /** Tags by their words, which are put on the network's list when they are not there yet. */
  newTags: z.array(z.string()),
  targetGroups: z.array(z.string()),
  language: z.string(),
  /** Id of an organisation of the network. */
  organisation: z.string(),
  author: z.string(),
  topic: z.string(),
  goal: z.string(),
  implementation: z.string(),
  lessons: z.string(),
  question: z.string(),
  answer: z.string(),
  /** `members`, `coordinators` or a group's id. */
  audience: z.string(),
  /** yyyy-MM-dd. */
  reviewOn: z.string(),
});
export type MaterialDraft = z.infer<typeof materialDraft>;

/** The form as it opens. */
export const EMPTY_DRAFT: MaterialDraft = {
  ...{ type: 'document', title: '', summary: '', links: [], files: [], event: '', terms: [], newTags: [] },
  ...{ targetGroups: [], language: '', organisation: '', author: '', audience: 'members', reviewOn: '' },
  ...{ topic: '', goal: '', implementation: '', lessons: '', question: '', answer: '' },
};

/** What the draft names, as it is now. */
export interface MaterialFrame {
  readonly now: Instant;
  readonly by: PersonKey;
  readonly isGroup: (id: string) => boolean;
  readonly isOrganisation: (id: string) => boolean;
  /** Title of the event with this id. */
  readonly eventTitle: (id: string) => string | undefined;
  readonly isTerm: (id: string) => boolean;
  /** An upload that is whole and the person's own, or one that already stands in this item. */
  readonly uploaded: (id: string) => { readonly name: string; readonly size: number } | undefined;
}

/** What was read of a draft: all but what the form does not hold. */
export type NewMaterial = Omit<
  Material,
  'id' | 'state' | 'isPinned' | 'share' | 'posts' | 'addedAt' | 'addedBy' | 'changedAt'
>;

/** `before`: the item that is changed. Throws a Refusal that names every problem. */
export function readDraft(draft: MaterialDraft, frame: MaterialFrame, before?: Material): NewMaterial {
  const problems: Problem[] = [];
  const complain = (field: string, row: Problem['row'], params: Problem['params'] = {}): void =>
    void problems.push({ field, row, params });
  const line = (field: 'title' | 'author', most: number): string => {
    const typed = oneLine(draft[field]);
    if (typed.length > most) complain(field, text.longLine, { n: most });
    return typed;
  };
  const part = (field: keyof Practice | 'summary' | 'question' | 'answer', most: number): string => {
    const typed = severalLines(draft[field]);
    if (typed.length > most) complain(field, text.longPart, { n: most });
    return typed;
  };

  const { type } = draft;
  const title = line('title', LONGEST_TITLE);
  if (title === '') complain('title', text.noTitle);
  const summary = part('summary', LONGEST_SUMMARY);
  const author = line('author', LONGEST_NAME);
  const practice = Object.fromEntries(PRACTICE_PARTS.map((one) => [one, part(one, LONGEST_PART)])) as Practice;
  const answer = { question: part('question', LONGEST_PART), answer: part('answer', LONGEST_PART) };
  if (type === 'questionAnswer' && answer.answer === '') complain('answer', text.noAnswer);
  if (type === 'questionAnswer' && answer.question === '') complain('question', text.noQuestion);
  const links = readLinks(draft, complain);
  const files = readFiles(draft, frame, before, complain);
  if (type === 'link' && links.length === 0 && draft.links.length === 0) complain('links', text.noLink);
  const event = draft.event === '' ? undefined : frame.eventTitle(draft.event);
  if (draft.event !== '' && event === undefined) complain('event', text.unknownEvent);
  if (draft.organisation !== '' && !frame.isOrganisation(draft.organisation))
    complain('organisation', text.unknownOrganisation);
  const isGroup = draft.audience !== 'members' && draft.audience !== 'coordinators';
  if (isGroup && !frame.isGroup(draft.audience)) complain('audience', text.unknownGroup);
  const reviewOn = z.iso.date().safeParse(draft.reviewOn.trim());
  if (draft.reviewOn.trim() !== '' && !reviewOn.success) complain('reviewOn', text.badDate);
  const targetGroups = [...new Set(draft.targetGroups.map(oneLine).filter(Boolean))];
  if (targetGroups.length > MOST_TARGET_GROUPS) complain('targetGroups', text.tooMany, { n: MOST_TARGET_GROUPS });
  if (targetGroups.some((one) => one.length > LONGEST_NAME))
    complain('targetGroups', text.longLine, { n: LONGEST_NAME });
  const terms = [...new Set(draft.terms)].filter(frame.isTerm); // what was taken off the list meanwhile means nothing
  if (terms.length + draft.newTags.length > MOST_THEMES) complain('terms', text.tooMany, { n: MOST_THEMES });
  if (draft.newTags.some((one) => oneLine(one).length > LONGEST_TERM))
    complain('newTags', text.longTerm, { n: LONGEST_TERM });
  refuseAny(problems);

  const language = z.enum(['fi', 'sv', 'en']).safeParse(draft.language).data;
  const organisation = organisationId.safeParse(draft.organisation).data;
  const hasPractice = type === 'goodPractice' && Object.values(practice).some((one) => one !== '');
  return {
    ...{ type, title, summary, links, files, terms, targetGroups },
    audience: isGroup ? { to: 'group', group: draft.audience } : { to: draft.audience as 'members' | 'coordinators' },
    ...(event === undefined ? {} : { event: { id: activityId.parse(draft.event), title: event } }),
    ...(language ? { language } : {}),
    ...(organisation ? { organisation } : {}),
    ...(author === '' ? {} : { author }),
    ...(hasPractice ? { practice } : {}),
    ...(type === 'questionAnswer' ? { answer } : {}),
    ...(reviewOn.success ? { reviewOn: reviewOn.data } : {}),
  };
}

type Complain = (field: string, row: Problem['row'], params?: Problem['params']) => void;

function readLinks({ links }: MaterialDraft, complain: Complain): Material['links'] {
  if (links.length > MOST_LINKS) complain('links', text.tooMany, { n: MOST_LINKS });
  return links.flatMap(({ url, label }, at) => {
    const typed = url.trim();
    if (typed === '') return [];
    const whole = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    const isLink = z
      .url({ protocol: /^https$/ })
      .max(LONGEST_LINK)
      .safeParse(whole).success;
    if (!isLink || !/^https:\/\/[^/]+\.[^/]+/.test(whole)) complain(`links.${at}`, text.badLink);
    const named = oneLine(label);
    if (named.length > LONGEST_LABEL) complain(`links.${at}`, text.longLine, { n: LONGEST_LABEL });
    return [{ url: whole, ...(named === '' ? {} : { label: named }) }];
  });
}

function readFiles(
  draft: MaterialDraft,
  frame: MaterialFrame,
  before: Material | undefined,
  complain: Complain,
): MaterialFile[] {
  if (draft.files.length > MOST_FILES) complain('files', text.tooManyFiles, { n: MOST_FILES });
  return draft.files.flatMap(({ id, upload }, at): MaterialFile[] => {
    const kept = before?.files.find((one) => one.id === id);
    if (id !== undefined && !kept) {
      complain(`files.${at}`, text.unknownFile);
      return [];
    }
    if (upload === undefined) return kept ? [kept] : [];
    const known = before?.files.flatMap(({ versions }) => versions).find((one) => one.file === upload);
    const uploaded = known ?? frame.uploaded(upload);
    if (!uploaded) {
      complain(`files.${at}`, text.unknownUpload);
      return [];
    }
    const version: FileVersion = known ?? {
      ...{ file: upload, name: uploaded.name, size: uploaded.size, addedAt: frame.now, addedBy: frame.by },
      text: formatOf(uploaded.name)?.hasText ? 'waiting' : 'none',
    };
    if (!kept || !before) return [{ id: upload, versions: [version] }];
    const changed = addVersion(before, kept.id, version, frame.now).files.find((one) => one.id === kept.id);
    return changed ? [changed] : [];
  });
}

/** The form of an item as it is, for changing it. */
export function draftOf(of: Material): MaterialDraft {
  return {
    ...EMPTY_DRAFT,
    ...{ type: of.type, title: of.title, summary: of.summary, targetGroups: of.targetGroups, terms: of.terms },
    links: of.links.map(({ url, label }) => ({ url, label: label ?? '' })),
    files: of.files.map(({ id }) => ({ id })),
    event: of.event?.id ?? '',
    language: of.language ?? '',
    organisation: of.organisation ?? '',
    author: of.author ?? '',
    ...(of.practice ?? {}),
    ...(of.answer ?? {}),
    audience: of.audience.to === 'group' ? of.audience.group : of.audience.to,
    reviewOn: of.reviewOn ?? '',
  };
}
