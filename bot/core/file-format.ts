/** The kinds of files that can be kept, by their extension: what they are, how a browser may be given them, and what their content must look like. Runs in a browser too. */

/** What a file's first bytes, or the parts of its zip, say that it is. `cfb`: the container of Office before 2007, and of encrypted files of today's. */
export type ContentSign =
  | 'pdf'
  | 'docx'
  | 'pptx'
  | 'xlsx'
  | 'odt'
  | 'odp'
  | 'ods'
  | 'cfb'
  | 'rtf'
  | 'zip'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'heic'
  | 'mp4'
  | 'webm'
  | 'mp3'
  | 'wav'
  /** Text in UTF-8, UTF-16 or Windows-1252, without control characters. */
  | 'text';

export type FileFamily = 'pdf' | 'word' | 'slides' | 'sheet' | 'text' | 'image' | 'video' | 'audio' | 'other';

export interface FileFormat {
  /** In lower case, without the dot. */
  readonly extension: string;
  readonly contentType: string;
  readonly family: FileFamily;
  readonly signs: readonly ContentSign[];
  /** A browser may show it where it stands; everything else is only ever downloaded. Never SVG or HTML: they can hold scripts. */
  readonly isInline: boolean;
  /** Its text can be found by searching. */
  readonly hasText: boolean;
}

/** Bytes of one file: what Teams' recordings of an hour and slides with pictures stay under. */
export const LARGEST_FILE = 250 * 1024 * 1024;
/** Bytes of each block of an upload but the last; a phone on a poor line sends one within a minute. */
export const BLOCK = 4 * 1024 * 1024;
/** Characters of a file's name. Source: NTFS and ext4 take 255 bytes of it. */
export const LONGEST_FILE_NAME = 200;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

const row = (
  extension: string,
  contentType: string,
  family: FileFamily,
  signs: readonly ContentSign[],
  can: { readonly isInline?: true; readonly hasText?: true } = {},
): FileFormat => ({
  extension,
  contentType,
  family,
  signs,
  isInline: can.isInline ?? false,
  hasText: can.hasText ?? false,
});

export const FILE_FORMATS: readonly FileFormat[] = [
  row('pdf', 'application/pdf', 'pdf', ['pdf'], { isInline: true, hasText: true }),
  row('docx', `${OFFICE}.wordprocessingml.document`, 'word', ['docx'], { hasText: true }),
  row('pptx', `${OFFICE}.presentationml.presentation`, 'slides', ['pptx'], { hasText: true }),
  row('xlsx', `${OFFICE}.spreadsheetml.sheet`, 'sheet', ['xlsx'], { hasText: true }),
  row('odt', `${OPEN}.text`, 'word', ['odt'], { hasText: true }),
  row('odp', `${OPEN}.presentation`, 'slides', ['odp'], { hasText: true }),
  row('ods', `${OPEN}.spreadsheet`, 'sheet', ['ods'], { hasText: true }),
  row('doc', 'application/msword', 'word', ['cfb']),
  row('ppt', 'application/vnd.ms-powerpoint', 'slides', ['cfb']),
  row('xls', 'application/vnd.ms-excel', 'sheet', ['cfb']),
  row('rtf', 'application/rtf', 'word', ['rtf']),
  row('txt', 'text/plain; charset=utf-8', 'text', ['text'], { isInline: true, hasText: true }),
  row('md', 'text/plain; charset=utf-8', 'text', ['text'], { isInline: true, hasText: true }),
  row('csv', 'text/csv; charset=utf-8', 'sheet', ['text'], { hasText: true }),
  row('png', 'image/png', 'image', ['png'], { isInline: true }),
  row('jpg', 'image/jpeg', 'image', ['jpeg'], { isInline: true }),
  row('jpeg', 'image/jpeg', 'image', ['jpeg'], { isInline: true }),
  row('gif', 'image/gif', 'image', ['gif'], { isInline: true }),
  row('webp', 'image/webp', 'image', ['webp'], { isInline: true }),
  row('heic', 'image/heic', 'image', ['heic']),
  row('svg', 'application/octet-stream', 'other', ['text']),
  row('html', 'application/octet-stream', 'other', ['text']),
  row('htm', 'application/octet-stream', 'other', ['text']),
  row('mp4', 'video/mp4', 'video', ['mp4'], { isInline: true }),
  row('m4v', 'video/mp4', 'video', ['mp4'], { isInline: true }),
  row('mov', 'video/quicktime', 'video', ['mp4']),
  row('webm', 'video/webm', 'video', ['webm'], { isInline: true }),
  row('m4a', 'audio/mp4', 'audio', ['mp4'], { isInline: true }),
  row('mp3', 'audio/mpeg', 'audio', ['mp3'], { isInline: true }),
  row('wav', 'audio/wav', 'audio', ['wav'], { isInline: true }),
  row('zip', 'application/zip', 'other', ['zip']),
];

const byExtension = new Map(FILE_FORMATS.map((one) => [one.extension, one]));

/** Undefined: files of this name are not kept. */
export const formatOf = (fileName: string): FileFormat | undefined =>
  byExtension.get((/\.([^.]{1,10})$/.exec(fileName)?.[1] ?? '').toLowerCase());

/** Blocks of a file of so many bytes. */
export const blocksOf = (size: number): number => Math.ceil(size / BLOCK);
/** Bytes of one block, the last one being shorter. */
export const blockSize = (size: number, index: number): number => Math.max(0, Math.min(BLOCK, size - index * BLOCK));
