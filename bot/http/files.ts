/** Signed addresses of files: one file, one person, ten minutes. Everything is looked at again when the file is fetched. And how files are given, whole or by parts. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { asCoordinator } from '../core/access.ts';
import { type Clock, instant, MINUTE, plus } from '../core/clock.ts';
import type { DownloadedFile, Feature, StoredFile } from '../core/feature.ts';
import { FILE_FORMATS, LONGEST_FILE_NAME } from '../core/file-format.ts';
import type { Gate } from '../core/gate.ts';
import { activityId, type NetworkId, networkId, personKey } from '../core/ids.ts';
import { mailPerson, memberIdOf } from '../core/network.ts';
import type { FileLink, Files, KeyBox } from '../core/ports.ts';
import { Refusal } from '../core/refusal.ts';
import { type Locale, type Message, messages, type Params, translator } from '../core/text.ts';
import type { Visit } from '../core/turn.ts';
import { type HttpRoute, localeAsked, type Reply, type Request } from './exchange.ts';

const GOOD_FOR = 10 * MINUTE;
/** Bytes of one reply to who asks for all the rest: what is played asks on, and what is closed has not been read in vain. */
const MOST_AT_ONCE = 8 * 1024 * 1024;
/** Where the signing key of a network is kept in its key box. */
const KEY = activityId.parse('file-links');

const link = z.strictObject({
  download: z.string(),
  network: networkId,
  subject: z.string(),
  person: personKey,
  locale: z.enum(['fi', 'sv', 'en']),
  until: instant,
});
type Link = z.infer<typeof link>;

const text = messages({
  expired: {
    fi: 'Tämä latauslinkki on vanhentunut. Avaa välilehti ja lataa tiedosto uudelleen.',
    sv: 'Den här nedladdningslänken har gått ut. Öppna fliken och ladda ner filen på nytt.',
    en: 'This download link has expired. Open the tab and download the file again.',
  },
  unknown: {
    fi: 'Tätä tiedostoa ei ole. Avaa välilehti ja lataa tiedosto uudelleen.',
    sv: 'Den här filen finns inte. Öppna fliken och ladda ner filen på nytt.',
    en: 'There is no such file. Open the tab and download the file again.',
  },
});

export interface FileLinks {
  /** The path of a signed address, `/files/…`. */
  sign(file: FileLink): Promise<string>;
  /** What the address opens; undefined when we did not sign it. */
  read(signature: string): Promise<Link | undefined>;
}

/** `exists` says whether there is such a network, so that made-up ones ask nothing of the key box. */
export function createFileLinks(
  keys: KeyBox,
  clock: Clock,
  exists: (network: NetworkId) => Promise<boolean>,
): FileLinks {
  const known = new Map<NetworkId, Uint8Array>();
  const keyOf = async (network: NetworkId): Promise<Uint8Array> => {
    const key = known.get(network) ?? (await keys.create(network, KEY));
    known.set(network, key);
    return key;
  };
  const mac = (key: Uint8Array, payload: string): Buffer =>
    createHmac('sha256', key).update(`file\n${payload}`).digest();

  return {
    async sign(file) {
      const signed: Link = { ...file, until: plus(clock.now(), GOOD_FOR) };
      const payload = Buffer.from(JSON.stringify(signed)).toString('base64url');
      return `/files/${payload}.${mac(await keyOf(file.network), payload).toString('base64url')}`;
    },
    async read(signature) {
      const [payload = '', given = ''] = signature.split('.');
      const claimed = link.safeParse(parse(Buffer.from(payload, 'base64url').toString()));
      if (!claimed.success || !(await exists(claimed.data.network))) return undefined;
      const right = mac(await keyOf(claimed.data.network), payload);
      const sent = Buffer.from(given, 'base64url');
      return sent.length === right.length && timingSafeEqual(sent, right) ? claimed.data : undefined;
    },
  };
}

export interface FileRoutes {
  readonly links: FileLinks;
  readonly features: readonly Feature[];
  readonly gate: Gate;
  readonly clock: Clock;
}

/** Serves what features offer as downloads. A person follows these addresses, so its errors are plain sentences. */
export function fileRoutes({ links, features, gate, clock }: FileRoutes): HttpRoute[] {
  const downloads = new Map(features.flatMap((feature) => feature.downloads).map((one) => [one.name, one]));
  /** Teams knows nothing of those whom only mail reaches: of them our own roll decides, as on their personal link. */
  const visitOf = async ({ network, person }: Link, locale: Locale): Promise<Visit | undefined> => {
    if (!person.startsWith(mailPerson(''))) return gate.inApi(network, person, locale);
    const visit = await gate.byId(network, memberIdOf(person), locale);
    return visit?.actor.isInvited || visit?.actor.isOutsider ? undefined : visit;
  };
  const handle = async (request: Request): Promise<Reply> => {
    const opened = await links.read(request.params.signature ?? '');
    const locale = opened?.locale ?? localeAsked(request) ?? 'fi';
    if (!opened) return sentence(404, text.unknown, locale);
    request.learnt.network = opened.network;
    if (opened.until < clock.now()) return sentence(410, text.expired, locale);
    const download = downloads.get(opened.download);
    const visit = download && (await visitOf(opened, locale));
    if (!download || !visit) return sentence(404, text.unknown, locale);
    try {
      if (download.role === 'coordinator') await asCoordinator(visit);
      const file = await download.produce(opened.subject, visit);
      return (await fileReply(file, request, visit.services.files)) ?? sentence(404, text.unknown, locale);
    } catch (error) {
      if (error instanceof Refusal) return sentence(403, error.row, locale, error.params);
      throw error;
    }
  };
  return [{ method: 'GET', pattern: '/files/:signature', handle }];
}

/** Types that browsers may be given to show: never one that holds scripts, whatever a feature says. */
const INLINE = new Set(FILE_FORMATS.filter(({ isInline }) => isInline).map(({ contentType }) => contentType));

/** How any file is given. Undefined: it is kept no more. */
export async function fileReply(
  file: DownloadedFile,
  request: Pick<Request, 'method' | 'header'>,
  files: Files,
): Promise<Reply | undefined> {
  if ('stored' in file) return storedReply(file, request, files);
  const { fileName, contentType } = file;
  const headers = { ...PRIVATE, 'content-type': contentType, 'content-disposition': disposition(fileName) };
  return { status: 200, headers, body: 'bytes' in file ? file.bytes : file.stream };
}

/** RFC 9110: one range, a validator, and what a browser may do with it. */
async function storedReply(
  { stored, size, fileName, contentType, isInline }: StoredFile,
  { method, header }: Pick<Request, 'method' | 'header'>,
  files: Files,
): Promise<Reply | undefined> {
  const etag = `"${createHash('sha256').update(`${stored.network}\n${stored.id}`).digest('base64url').slice(0, 22)}"`;
  const isShown = isInline && INLINE.has(contentType);
  const headers = {
    ...PRIVATE,
    // A file never changes under its id: whoever has it may jump about in it without fetching all anew.
    ...(isShown ? { 'cache-control': 'private, max-age=600' } : {}),
    'content-type': contentType,
    'content-disposition': disposition(fileName, isShown ? 'inline' : 'attachment'),
    'accept-ranges': 'bytes',
    etag,
  };
  if (isNamed(etag, header('if-none-match'))) return { status: 304, headers };
  const isSame = [undefined, etag].includes(header('if-range'));
  const range = method === 'GET' && isSame ? rangeOf(header('range'), size) : undefined;
  if (range === 'outside')
    return { status: 416, headers: { ...PRIVATE, 'accept-ranges': 'bytes', 'content-range': `bytes */${size}` } };
  const found = await files.read(stored, range);
  if (!found) return undefined;
  if (found.size !== size) throw new Error(`The file has ${found.size} bytes, and ${size} were kept.`);
  if (!range) return { status: 200, headers, body: found.bytes, length: size };
  const { from, to } = range;
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${to - 1}/${size}` },
    body: found.bytes,
    length: to - from,
  };
}

const isNamed = (etag: string, given: string | undefined): boolean =>
  (given ?? '').split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));

/** Undefined: the whole file is given, as the standard lets a server do with several ranges and with what it can't read. `to` is exclusive. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly from: number; readonly to: number } | 'outside' | undefined {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec((header ?? '').trim());
  const [, first = '', last = ''] = found ?? [];
  if (!found || (first === '' && last === '')) return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'outside' : { from: size - length, to: size };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return undefined;
  if (from >= size) return 'outside';
  return { from, to: last === '' ? Math.min(size, from + MOST_AT_ONCE) : Math.min(size, Number(last) + 1) };
}

const PRIVATE = { 'cache-control': 'private, no-store', 'content-security-policy': "default-src 'none'; sandbox" };

const sentence = (status: number, row: Message, locale: Locale, params: Params = {}): Reply => ({
  status,
  headers: { ...PRIVATE, 'content-type': 'text/plain; charset=utf-8', 'content-language': locale },
  body: translator(locale)(row, params),
});

/** RFC 6266: a plain name for old clients, and the real one in UTF-8 (RFC 8187). */
export function disposition(fileName: string, how: 'attachment' | 'inline' = 'attachment'): string {
  // cut before it is made well-formed: half a letter can't be encoded
  const name = fileName
    .replace(/[\p{Cc}/\\]/gu, '_')
    .slice(0, LONGEST_FILE_NAME)
    .toWellFormed();
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["%;]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
