/** Errors as `application/problem+json` (RFC 9457): one place turns whatever was thrown into a reply that leaks nothing. */
import type { z } from 'zod';
import { NotAllowed, Refusal } from '../core/refusal.ts';
import { type Locale, messages, translator } from '../core/text.ts';
import type { Problem } from './contract.ts';
import type { Reply } from './exchange.ts';

/** An error that the protocol has a status for. Its message is for programs, and constant. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly status: number;
  readonly code: string;
  readonly fields: Problem['fields'];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    title: string,
    more: { fields?: Problem['fields']; headers?: Record<string, string> } = {},
  ) {
    super(title);
    this.status = status;
    this.code = code;
    this.fields = more.fields;
    this.headers = more.headers ?? {};
  }
}

export const notFound = () => new HttpError(404, 'notFound', 'Not found');
export const methodNotAllowed = () => new HttpError(405, 'methodNotAllowed', 'Method not allowed');
export const malformed = () => new HttpError(400, 'malformed', 'The body is not JSON');
export const tooLarge = () => new HttpError(413, 'tooLarge', 'The body is too large');
export const unsupported = () => new HttpError(415, 'unsupported', 'The body must be plain JSON');
export const notBytes = () => new HttpError(415, 'unsupported', 'The body must be plain application/octet-stream');
export const lengthless = () => new HttpError(411, 'lengthRequired', 'The body must come with its length');
export const busy = () =>
  new HttpError(503, 'busy', 'Too many files are on their way', { headers: { 'retry-after': '2' } });
export const unauthorised = () =>
  new HttpError(401, 'unauthorised', 'Not signed in', { headers: { 'www-authenticate': 'Bearer' } });
export const unavailable = () =>
  new HttpError(503, 'unavailable', 'Try again later', { headers: { 'retry-after': '5' } });

/** Parses what came over the wire; throws a 400 that names the fields and quotes nothing. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ field: issue.path.map(String).join('.'), message: describe(issue) }));
  throw new HttpError(400, 'invalid', 'The request does not fit', { fields });
}

/** The issue's kind and bounds, never its own message, which may quote the input. */
function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return `at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  if (issue.code === 'invalid_type') return `expected ${issue.expected}`;
  return issue.code;
}

const text = messages({
  broken: {
    fi: 'Jokin meni vikaan. Yritä hetken päästä uudelleen. Jos vika jatkuu, kerro ylläpidolle tunnus {reference}.',
    sv: 'Något gick fel. Försök igen om en stund. Om felet kvarstår, uppge koden {reference} för administratören.',
    en: 'Something went wrong. Try again in a moment. If it keeps happening, give the administrator the reference {reference}.',
  },
});

/** How a request ended, for its log line. */
export interface Ending {
  readonly reply: Reply;
  readonly outcome: 'refused' | 'rejected' | 'failed';
  /** Of a refusal: its English pattern, without anyone's words. */
  readonly refusal?: string;
}

/** `reference` is used only when the error is ours. */
export function endingOf(error: unknown, locale: Locale, reference: string): Ending {
  const t = translator(locale);
  if (error instanceof HttpError) {
    const { status, code, fields, headers } = error;
    return {
      outcome: 'rejected',
      reply: reply({ title: error.message, status, code, ...(fields ? { fields } : {}) }, headers),
    };
  }
  if (error instanceof Refusal) {
    const [status, code] =
      error instanceof NotAllowed ? [403, 'notAllowed'] : error.problems.length > 0 ? [422, 'form'] : [409, 'refused'];
    const fields = error.problems.map(({ field, row, params, code: why }) => ({
      ...{ field, message: t(row, params) },
      ...(why === undefined ? {} : { code: why }),
    }));
    const detail = t(error.row, error.params);
    return {
      outcome: 'refused',
      refusal: error.row.en,
      reply: reply({
        title: 'Refused',
        status: Number(status),
        code: String(code),
        detail,
        ...(fields.length > 0 ? { fields } : {}),
      }),
    };
  }
  const detail = t(text.broken, { reference });
  return {
    outcome: 'failed',
    reply: reply({ title: 'Internal error', status: 500, code: 'internal', detail, reference }),
  };
}

function reply(of: Omit<Problem, 'type'>, headers: Readonly<Record<string, string>> = {}): Reply {
  const body: Problem = { type: 'about:blank', ...of };
  return {
    status: of.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}
