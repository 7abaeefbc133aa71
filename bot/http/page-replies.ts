/** What the pages under `/p/{token}` answer with, and how their forms are read: the same for a person's own pages and for those of nobody. */
import type { PageBody, SentForm } from '../core/page.ts';
import { LARGEST_PICTURE } from '../core/picture.ts';
import { type Locale, type Message, type Params, translator } from '../core/text.ts';
import { paragraph } from '../pages/kit.ts';
import { FILE_PAGE_HEADERS, PAGE_HEADERS, type PageFrame, pageDocument } from '../pages/page.ts';
import { text } from '../pages/text.ts';
import type { HttpRoute, Reply, Request } from './exchange.ts';

/** Bytes of a form: twenty answers of 2,000 letters, each of which a browser may write in six, and what stands around them. */
export const LARGEST_FORM = 250 * 1024;
/** Bytes of a form with files: what stands around them is counted with the fields. */
export const LARGEST_PARTS = LARGEST_PICTURE + LARGEST_FORM;
/** Fields and files of a form: more than any page of ours has, and few enough to be read at once. */
const MOST_PARTS = 100;
const FORM_ID_SHAPE = /^[\w-]{1,100}$/;

export const draw = (body: PageBody, frame: PageFrame, status = 200): Reply => ({
  status,
  headers: { ...(body.hasFiles ? FILE_PAGE_HEADERS : PAGE_HEADERS), 'content-language': frame.t.tag },
  body: pageDocument(body, frame),
});

/** A page for whoever it is that reads. */
export function sentence(status: number, title: Message, body: Message, locale: Locale, params: Params = {}): Reply {
  const t = translator(locale);
  const headers = status === 429 ? { 'retry-after': '60' } : {};
  const reply = draw({ title: t(title), body: paragraph(t(body, params)) }, { t }, status);
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** The same for a token that was never made, one that was revoked, one of someone who has left and one of a thing that is gone. */
export const nobody = (locale: Locale): Reply => sentence(404, text.notFound, text.notFoundBody, locale);

export const tooMany = (locale: Locale): Reply => sentence(429, text.tooMany, text.tooManyBody, locale);

/** `status`: what is wrong with the form. */
export const unread = (status: number, locale: Locale): Reply => sentence(status, text.unread, text.unreadBody, locale);

/** What may be too large is a file, when the form came with one. */
export const brokenPage: NonNullable<HttpRoute['failed']> = ({ status, reference, locale }) =>
  status === 413
    ? sentence(status, text.unread, text.tooLargeBody, locale)
    : sentence(status, text.broken, text.brokenBody, locale, { reference });

type Typed = Pick<SentForm, 'fields' | 'files'>;

/** What the form says, or the status that says what is wrong with it. A body of bytes was admitted as one with files. */
export async function formOf({ header, body }: Request): Promise<Typed | 413 | 415 | 422> {
  const whole = header('content-type') ?? '';
  const type = whole.split(';')[0]?.trim().toLowerCase();
  if (type === 'multipart/form-data' && body instanceof Uint8Array) return partsOf(whole, body);
  if (type !== 'application/x-www-form-urlencoded') return 415;
  if (body !== undefined && typeof body !== 'string') return 415;
  if (Buffer.byteLength(body ?? '') > LARGEST_FORM) return 413;
  return { fields: new URLSearchParams(body ?? '') };
}

/** What a boundary may be made of, by RFC 2046: nothing that a header would have to quote or escape. */
const BOUNDARY = /;\s*boundary=(?:"([\w'()+,./:=?-]{1,70})"|([\w'()+,./:=?-]{1,70}))\s*(?:;|$)/i;

async function partsOf(type: string, body: Uint8Array): Promise<Typed | 413 | 422> {
  const boundary = BOUNDARY.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || !hasAtMost(MOST_PARTS, body, `--${mark}`)) return 422;
  // Read by the mark that was counted, whatever else the header says.
  const form = await new Response(body as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': `multipart/form-data; boundary="${mark}"` },
  })
    .formData()
    .catch(() => undefined);
  if (!form) return 422;
  const fields = new URLSearchParams();
  const files = new Map<string, Uint8Array>();
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.append(name, value);
    else if (value.size > LARGEST_PICTURE) return 413;
    else if (value.size > 0) files.set(name, new Uint8Array(await value.arrayBuffer())); // an input left empty comes as a file of nothing
  }
  // As the browser would have written them without files, so that the bound is the same.
  if (Buffer.byteLength(fields.toString()) > LARGEST_FORM) return 413;
  return { fields, files };
}

/** Looked at before anything is read: a body of nothing but parts would take the processor for seconds. */
function hasAtMost(most: number, body: Uint8Array, mark: string): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  let count = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length))
    if (++count > most + 1) return false;
  return true;
}

export const isFormId = (id: string): boolean => FORM_ID_SHAPE.test(id);
