/** What a file's content says that it is: by its first bytes, or by the parts of its zip. */
import type { ContentSign } from '../core/file-format.ts';
import { Unextractable } from '../core/ports.ts';
import { encodingOf } from './encoding.ts';
import { EXTRACT_LIMITS, type ExtractLimits } from './limits.ts';
import type { Source } from './source.ts';
import { listZip, unpack, type ZipEntry } from './zip.ts';

/** Bytes from the beginning that are looked at: enough to tell text from what only begins like it. */
const HEAD = 64 * 1024;
/** A PDF may begin this late. Source: ISO 32000, annex H.3.4.1, implementation note. */
const PDF_WITHIN = 1024;
/** Bytes of a zip's own list of what it holds. Source: a presentation of 1 000 slides has 500 KB of it. */
const LONGEST_TYPES = 4 * 1024 * 1024;

/** undefined: none of the kinds that are kept. Reads the head, or the list of a zip's parts and the part that names its kind. */
export async function signOf(source: Source): Promise<ContentSign | undefined> {
  const head = await source.read(0, HEAD);
  return bySignature(head) ?? (isZip(head) ? await ofZip(source) : encodingOf(head) && 'text');
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

type Test = (head: Uint8Array) => boolean;
const startsWith =
  (sign: string, at = 0): Test =>
  (head) =>
    latin(head, at, at + sign.length) === sign;

/** Source: each format's own standard; MPEG audio frames by ISO 11172-3, 2.4.2.3. */
const SIGNATURES: readonly [sign: ContentSign, test: Test][] = [
  ['pdf', startsWith('%PDF-')],
  ['png', startsWith('\x89PNG\r\n\x1a\n')],
  ['jpeg', startsWith('\xff\xd8\xff')],
  ['gif', (head) => /^GIF8[79]a/.test(latin(head, 0, 6))],
  ['webp', (head) => startsWith('RIFF')(head) && startsWith('WEBP', 8)(head)],
  ['wav', (head) => startsWith('RIFF')(head) && startsWith('WAVE', 8)(head)],
  ['heic', (head) => startsWith('ftyp', 4)(head) && /^(hei[cmsx]|hev[cmsx]|mif1|msf1)/.test(latin(head, 8, 12))],
  [
    'mp4',
    (head) =>
      startsWith('ftyp', 4)(head) &&
      /^(iso\w|mp4\w|mp7\w|avc\w|M4[ABPV] |qt {2}|dash|mmp4|MSNV|3g\w\w|f4v )/.test(latin(head, 8, 12)),
  ],
  ['mp4', (head) => /^(moov|mdat|wide)$/.test(latin(head, 4, 8))],
  ['webm', (head) => startsWith('\x1aE\xdf\xa3')(head) && latin(head, 0, 64).includes('webm')],
  ['mp3', startsWith('ID3')],
  ['mp3', isMp3Frame],
  ['rtf', startsWith('{\\rtf')],
  ['cfb', startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
];

function bySignature(head: Uint8Array): ContentSign | undefined {
  const sign = SIGNATURES.find(([, test]) => test(head))?.[0];
  if (sign !== undefined) return sign;
  return latin(head, 0, PDF_WITHIN).includes('%PDF-') && encodingOf(head) === undefined ? 'pdf' : undefined;
}

function isMp3Frame(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  const bitrate = third >> 4;
  return isLayer3 && bitrate > 0 && bitrate < 15 && (third & 0x0c) !== 0x0c;
}

// ── Zips ───────────────────────────────────────────────────────────────────────────────────────

const isZip = startsWith('PK\x03\x04');

/** Types of the main part. Templates and files with macros have others, and are not kept under these names. Source: ECMA-376 part 1, annex F. */
const OFFICE: readonly [type: string, sign: ContentSign][] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'pptx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml', 'pptx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
];
const OPEN: Readonly<Record<string, ContentSign>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
};

async function ofZip(source: Source): Promise<ContentSign | undefined> {
  try {
    const entries = await listZip(source, EXTRACT_LIMITS);
    if (!entries) return undefined;
    const named = (name: string) => entries.find((one) => partName(one.name) === name);
    const types = named('[content_types].xml');
    if (types) {
      const listed = await textOf(source, types);
      return OFFICE.find(([type]) => listed.includes(`"${type}"`) || listed.includes(`'${type}'`))?.[1] ?? 'zip';
    }
    const mimetype = named('mimetype');
    if (mimetype && (named('content.xml') ?? named('encrypted-package')))
      return OPEN[(await textOf(source, mimetype)).trim()] ?? 'zip';
    return 'zip';
  } catch (error) {
    // Too many parts, or one that is not what the list says: a zip it is, but nothing that can be opened as a document.
    if (error instanceof Unextractable) return 'zip';
    throw error;
  }
}

const TYPES_LIMITS: ExtractLimits = { ...EXTRACT_LIMITS, unpacked: LONGEST_TYPES };

async function textOf(source: Source, entry: ZipEntry): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of unpack(source, entry, TYPES_LIMITS)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** As parts are compared: without case, and with the slashes that some writers turn round. Source: ECMA-376 part 2, 6.3.5. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
