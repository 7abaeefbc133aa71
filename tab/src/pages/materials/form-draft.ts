/** What the form of an item holds, what it sends, and which parts of it are folded away. */
import type { MaterialChoices, MaterialDraft } from './desk-calls.ts';
import { guessType } from './file-kinds.ts';
import { type Files, filesOf } from './upload-list.ts';

export type MaterialType = MaterialDraft['type'];
export const MATERIAL_TYPES: readonly MaterialType[] = [
  'presentation',
  'recording',
  'document',
  'link',
  'goodPractice',
  'questionAnswer',
];

export interface MaterialForm extends Omit<MaterialDraft, 'type' | 'files' | 'organisation'> {
  /** Absent: as the files say. */
  readonly type?: MaterialType;
  /** Absent: the person's own. */
  readonly organisation?: string;
  /** What stands in the boxes of tags and target groups and was not added yet. */
  readonly typedTag: string;
  readonly typedGroup: string;
}

export const emptyMaterial = (): MaterialForm => ({
  ...{ title: '', summary: '', links: [], event: '', terms: [], newTags: [], targetGroups: [], language: '' },
  ...{ author: '', audience: 'members', reviewOn: '', topic: '', goal: '', implementation: '', lessons: '' },
  ...{ question: '', answer: '', typedTag: '', typedGroup: '' },
});

/** The form of an item that is there already. */
export const formOf = ({ files: _, ...draft }: MaterialDraft): MaterialForm => ({ ...emptyMaterial(), ...draft });

const hasLink = ({ links }: MaterialForm): boolean => links.some(({ url }) => url.trim() !== '');
const namesIn = ({ rows }: Files): string[] => rows.flatMap(({ next, has }) => next?.name ?? has?.name ?? []);

/** Chosen, or guessed. */
export const typeOf = (form: MaterialForm, files: Files): MaterialType =>
  form.type ?? guessType(namesIn(files), hasLink(form)) ?? 'document';

/** Words as they are compared with others. */
const same = (words: string): string => words.trim().toLocaleLowerCase('fi');

/** `typed`, at its commas, that are not in `given` yet. */
export function wordsIn(typed: string, given: readonly string[]): string[] {
  const added: string[] = [];
  for (const word of typed.split(',').map((one) => one.replace(/\s+/g, ' ').trim()))
    if (word !== '' && ![...given, ...added].some((one) => same(one) === same(word))) added.push(word);
  return added;
}

/** Tags that are typed become terms where the list has them. */
export function withTags(form: MaterialForm, typed: string, known: MaterialChoices['terms']): MaterialForm {
  let { terms, newTags } = form;
  for (const word of wordsIn(typed, newTags)) {
    const term = known.find(({ name }) => same(name) === same(word));
    if (!term) newTags = [...newTags, word];
    else if (!terms.includes(term.id)) terms = [...terms, term.id];
  }
  return { ...form, terms, newTags };
}

/** What the server is sent. What was typed into a box but not added is meant too. */
export function draftOf(typed: MaterialForm, files: Files, choices: MaterialChoices | undefined): MaterialDraft {
  const { typedTag, typedGroup, ...form } = withTags(typed, typed.typedTag, choices?.terms ?? []);
  const type = typeOf(typed, files);
  const title = form.title.trim() === '' && type === 'questionAnswer' ? firstLine(form.question) : form.title;
  return {
    ...form,
    ...{ type, title },
    targetGroups: [...form.targetGroups, ...wordsIn(typedGroup, form.targetGroups)],
    organisation: form.organisation ?? choices?.organisation ?? '',
    files: filesOf(files) as MaterialDraft['files'],
  };
}

/** Characters that the server takes for a title. */
const LONGEST_TITLE = 200;
function firstLine(words: string): string {
  const line = words.trim().split('\n')[0] ?? '';
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1)}…`;
}

export const isUntouched = (form: MaterialForm, { rows }: Files): boolean =>
  rows.length === 0 && JSON.stringify(form) === JSON.stringify(emptyMaterial());

const FOLDED = ['terms', 'newTags', 'targetGroups', 'language', 'organisation', 'author', 'audience', 'reviewOn'];
/** It must be unfolded when something in it is wrong. */
export const isFolded = (field: string, type: MaterialType): boolean =>
  FOLDED.includes(field) && !(field === 'targetGroups' && type === 'goodPractice');
