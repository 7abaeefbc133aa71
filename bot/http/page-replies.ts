/** What the pages under `/p/{token}` answer with, and how their forms are read: the same for a person's own pages and for those of nobody. */
import type { PageBody } from '../core/page.ts';
import { type Locale, type Message, type Params, translator } from '../core/text.ts';
import { paragraph } from '../pages/kit.ts';
import { FILE_PAGE_HEADERS, PAGE_HEADERS, type PageFrame, pageDocument } from '../pages/page.ts';
import { text } from '../pages/text.ts';
import type { HttpRoute, Reply, Request } from './exchange.ts';

/** Bytes of a form: twenty answers of 2,000 letters, each of which a browser may write in six, and what stands around them. */
export const LARGEST_FORM = 250 * 1024;
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

export const brokenPage: NonNullable<HttpRoute['failed']> = ({ status, reference, locale }) =>
  sentence(status, text.broken, text.brokenBody, locale, { reference });

/** The form's fields, or the status that says what is wrong with it. */
export function fieldsOf({ header, body }: Request): URLSearchParams | 413 | 415 {
  const type = (header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return 415;
  if (body !== undefined && typeof body !== 'string') return 415;
  if (Buffer.byteLength(body ?? '') > LARGEST_FORM) return 413;
  return new URLSearchParams(body ?? '');
}

export const isFormId = (id: string): boolean => FORM_ID_SHAPE.test(id);
