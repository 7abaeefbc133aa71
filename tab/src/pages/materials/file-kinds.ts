/** Which files can be kept, as in the server's own table: a test compares the two, so that the form need not fetch the server's schemas to know. */
import type { MaterialDraft } from './desk-calls.ts';

type MaterialType = MaterialDraft['type'];
export type Family = 'pdf' | 'word' | 'slides' | 'sheet' | 'text' | 'image' | 'video' | 'audio' | 'other';

/** Bytes of one file. */
export const LARGEST_FILE = 250 * 1024 * 1024;
export const MOST_FILES = 20;
export const LONGEST_FILE_NAME = 200;

/** Extensions of each family, in lower case. */
export const KINDS: Readonly<Record<Family, readonly string[]>> = {
  pdf: ['pdf'],
  word: ['docx', 'odt', 'doc', 'rtf'],
  slides: ['pptx', 'odp', 'ppt'],
  sheet: ['xlsx', 'ods', 'xls', 'csv'],
  text: ['txt', 'md'],
  image: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'heic'],
  video: ['mp4', 'm4v', 'mov', 'webm'],
  audio: ['m4a', 'mp3', 'wav'],
  other: ['svg', 'html', 'htm', 'zip'],
};
const FAMILIES = Object.keys(KINDS) as Family[];

/** For the browser's own dialog; what is dropped or chosen otherwise is looked at all the same. */
export const ACCEPTED = Object.values(KINDS)
  .flat()
  .map((extension) => `.${extension}`)
  .join(',');

const extensionOf = (name: string): string => (/\.([^.]{1,10})$/.exec(name)?.[1] ?? '').toLowerCase();

/** Undefined: files of this name are not kept. */
export const familyOf = (name: string): Family | undefined =>
  FAMILIES.find((family) => KINDS[family].includes(extensionOf(name)));

/** Why a file can't be sent at all; undefined: it can. */
export function faultOf({
  name,
  size,
}: {
  name: string;
  size: number;
}): 'kind' | 'name' | 'empty' | 'large' | undefined {
  if (!familyOf(name)) return 'kind';
  if (name.length > LONGEST_FILE_NAME) return 'name';
  if (size <= 0) return 'empty';
  return size > LARGEST_FILE ? 'large' : undefined;
}

const TYPES: Readonly<Record<Family, MaterialType>> = {
  ...{ pdf: 'presentation', slides: 'presentation', video: 'recording', audio: 'recording', word: 'document' },
  ...{ sheet: 'document', text: 'document', image: 'document', other: 'document' },
};

/** What an item most likely is, by the first of its files, or when it has only a link. */
export function guessType(names: readonly string[], hasLink: boolean): MaterialType | undefined {
  const family = names[0] === undefined ? undefined : familyOf(names[0]);
  if (family) return TYPES[family];
  return hasLink ? 'link' : undefined;
}

/** `kutsuliikenteen_opas.final.pdf` → `kutsuliikenteen opas.final` */
export const titleFrom = (name: string): string =>
  name
    .replace(/\.[^.]{1,10}$/, '')
    .replace(/_+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
