/** A request and its reply as plain values: what every HTTP handler here speaks, whatever the server underneath. */
import { type Locale, localeOf } from '../core/text.ts';

export interface Request {
  readonly method: string;
  /** Without the query, as it was sent. */
  readonly path: string;
  /** Of the route's pattern, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case names; the first value of each. */
  readonly header: (name: string) => string | undefined;
  /** Parsed JSON; undefined when there was no body, a string when it was not JSON. Bytes where the route takes bytes, or a form with parts that it admitted. */
  readonly body: unknown;
  /** What the handler learns on its way: the language for errors, who it is, and ids for the log line (never names or contents). */
  readonly learnt: { locale?: Locale; network?: string; person?: string };
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes that come by and by are read no faster than they are taken, and no more when the client goes away; what they throw cuts the reply off. */
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Of bytes that come by and by, where it is known. */
  readonly length?: number;
}

export interface HttpRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/v1/networks/:networkId/polls`; logged instead of the path, which may open something by itself. */
  readonly pattern: string;
  handle(request: Request): Promise<Reply>;
  /** Bytes of a body, when more than the server's usual bound. */
  readonly largestBody?: number;
  /** The body is `application/octet-stream` and taken as it is. */
  readonly isRaw?: true;
  /** Looked at before a byte of the body is read; what it throws is the answer. */
  readonly admit?: (request: Omit<Request, 'body'>) => Promise<void>;
  /** Forms with files (`multipart/form-data`): the most bytes of one that may come now, and from whom. Undefined, or absent: it is left unread. */
  readonly admitParts?: (
    request: Omit<Request, 'body'>,
  ) => Promise<{ readonly most: number; readonly from: string } | undefined>;
  /** How people see its errors; without it programs read them as problem+json. */
  readonly failed?: (error: { readonly status: number; readonly reference: string; readonly locale: Locale }) => Reply;
}

/** A JSON reply that nobody keeps: what it says depends on who asks and when. */
export const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

/** The language asked for: the tab's own setting, else the browser's first that we speak. */
export function localeAsked({ header }: Pick<Request, 'header'>): Locale | undefined {
  const asked = header('x-locale');
  if (asked) return localeOf(asked);
  for (const tag of (header('accept-language') ?? '').slice(0, 200).split(',')) {
    const found = localeOf((tag.split(';')[0] ?? '').trim());
    if (found) return found;
  }
  return undefined;
}
