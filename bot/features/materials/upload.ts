/** An upload: a file on its way into the bank, in blocks, by one person. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import {
  type ContentSign,
  type FileFormat,
  formatOf,
  LARGEST_FILE,
  LONGEST_FILE_NAME,
} from '../../core/file-format.ts';
import { activityId, type PersonKey, personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { Refusal } from '../../core/refusal.ts';
import { text } from './text.ts';

/** Unfinished or unused uploads of one person at a time; more are surely a mistake. */
export const MOST_UPLOADS = 100;
/** Bytes of them together. */
export const MOST_WAITING = 20 * LARGEST_FILE;
/** The same of a coordinator, who may bring in a folder: it has all been sent before the first item is added. */
export const MOST_IMPORTED = 2100;
export const MOST_IMPORTED_BYTES = 200 * LARGEST_FILE;

export const upload = z.object({
  /** Also of its bytes, in the port `Files`. */
  id: activityId,
  name: z.string().min(1).max(LONGEST_FILE_NAME),
  size: z.number().int().positive().max(LARGEST_FILE),
  /** When the file was last changed on the device, milliseconds since 1970: the same name, size and this are the same file. */
  changedAt: z.number().int().nonnegative(),
  by: personKey,
  at: instant,
  /** assembled: it can be put into an item, and its document goes then. */
  state: z.enum(['open', 'assembled']),
});
export type Upload = z.infer<typeof upload>;

/** Id: the upload's own. */
export const uploads = kind<Upload>({ name: 'upload', container: 'materials', schema: upload });

/** Files that an item is about to lose: noted before, so that their bytes are removed whatever happens between. */
export const goneFiles = kind<{ files: Upload['id'][] }>({
  name: 'goneFiles',
  container: 'materials',
  schema: z.object({ files: z.array(activityId) }),
});

export const fileOffer = z.object({
  name: z.string(),
  size: z.number().int(),
  changedAt: z.number().int().nonnegative(),
});
export type FileOffer = z.infer<typeof fileOffer>;

/** A file's name as it is kept: no folders, no control or direction letters. Nothing is ever stored under it. */
export const cleanName = (typed: string): string =>
  typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();

/** Before a byte is sent. Throws a Refusal that says what is wrong and what may be sent. */
export function readOffer(offer: FileOffer): { readonly name: string; readonly format: FileFormat } {
  const name = cleanName(offer.name);
  const format = formatOf(name);
  if (name === '' || name.length > LONGEST_FILE_NAME) throw new Refusal(text.fileName, { n: LONGEST_FILE_NAME });
  if (!format) throw new Refusal(text.fileKind, { name });
  if (offer.size <= 0) throw new Refusal(text.emptyFile, { name });
  if (offer.size > LARGEST_FILE) throw new Refusal(text.largeFile, { name, mb: LARGEST_FILE / 1024 / 1024 });
  return { name, format };
}

/** After the last byte: the content must be what the name says. Throws a Refusal otherwise. */
export function requireContent(name: string, sign: ContentSign | undefined): FileFormat {
  const format = formatOf(name);
  const isOffice = format !== undefined && /^(docx|pptx|xlsx)$/.test(format.extension);
  if (sign === 'cfb' && isOffice) return format; // protected by a password: kept, but not searched
  if (!format || !sign || !format.signs.includes(sign)) throw new Refusal(text.wrongContent, { name });
  return format;
}

export const isOwnUpload = (of: Upload, person: PersonKey): boolean => of.by === person;

/** The same file of the same person that has not been put anywhere yet. */
export const isSame = (of: Upload, offer: FileOffer, name: string): boolean =>
  of.name === name && of.size === offer.size && of.changedAt === offer.changedAt;

export const newUpload = (id: Upload['id'], offer: FileOffer, name: string, by: PersonKey, at: Instant): Upload => ({
  ...{ id, name, by, at, size: offer.size, changedAt: offer.changedAt },
  state: 'open',
});
