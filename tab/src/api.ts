/** Speaks to the server: who asks, in which language, and errors as values that pages can show. */
import type { Call, Sent } from './call.ts';
import { NoToken } from './where.ts';

/** What the server answered instead, or that it did not answer. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  /** 0: no answer came. */
  readonly status: number;
  readonly code: string;
  /** In the reader's language. */
  readonly detail: string | undefined;
  readonly fields: readonly { readonly field: string; readonly message: string; readonly code?: string }[];
  /** Names the entry in the server's log. */
  readonly reference: string | undefined;
  /** Seconds that the server asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(of: {
    status: number;
    code?: string;
    detail?: string;
    fields?: ApiProblem['fields'];
    reference?: string;
    retryAfter?: number | undefined;
  }) {
    super(of.code ?? String(of.status));
    this.status = of.status;
    this.code = of.code ?? '';
    this.detail = of.detail;
    this.fields = of.fields ?? [];
    this.reference = of.reference;
    this.retryAfter = of.retryAfter;
  }

  /** Worth trying again: nobody refused anything. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Whatever was thrown, as something that a page can show. */
export const apiProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : new ApiProblem({ status: 0, code: error instanceof NoToken ? error.reason : '' });

/** Headers that say who asks. Throws NoToken. */
export type Identify = () => Promise<Readonly<Record<string, string>>>;

export interface Api {
  send<P, B, R>(call: Call<P, B, R>, sent: Sent<P, B>, signal?: AbortSignal): Promise<R>;
  /** A file as it is. */
  sendFile<P, R>(call: Call<P, Uint8Array, R>, file: Blob, params?: P): Promise<R>;
  /** Where a request goes and who asks, for what is not sent as JSON. Throws NoToken. */
  addressed<P, B, R>(call: Call<P, B, R>, params?: P): Promise<{ url: string; headers: Record<string, string> }>;
}

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 30_000;
/** The same for a file on a poor line; Azure App Service ends a request after 230 s. */
const PATIENCE_WITH_FILES = 200_000;

export function apiFor({ identify, locale, network }: { identify: Identify; locale: string; network?: string }): Api {
  const addressed: Api['addressed'] = async (call, params) => {
    const given: Record<string, string | undefined> = { ...params };
    const path = call.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = given[name] ?? '';
      delete given[name];
      return encodeURIComponent(value);
    });
    const query = new URLSearchParams(
      Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ).toString();
    const base = call.isGlobal ? '/api/v1' : `/api/v1/networks/${encodeURIComponent(network ?? '')}`;
    return {
      url: `${base}${path}${query ? `?${query}` : ''}`,
      headers: { accept: 'application/json', 'x-locale': locale, ...(call.isOpen ? {} : await identify()) },
    };
  };
  return {
    addressed,
    send: async (call, { params, body }, signal) => {
      const { url, headers } = await addressed(call, params);
      return request(url, {
        method: call.method,
        headers: { ...headers, ...(call.method === 'GET' ? {} : { 'content-type': 'application/json' }) },
        ...(call.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
        signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]),
      });
    },
    sendFile: async (call, file, params) => {
      const { url, headers } = await addressed(call, params);
      return request(url, {
        method: call.method,
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: file,
        signal: AbortSignal.timeout(PATIENCE_WITH_FILES),
      });
    },
  };
}

async function request<R>(url: string, init: RequestInit): Promise<R> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, cache: 'no-store', credentials: 'omit' });
  } catch {
    throw new ApiProblem({ status: 0, code: 'unreachable' });
  }
  if (response.status === 204) return undefined as R;
  const said: unknown = await response.json().catch(() => undefined);
  if (response.ok && said !== undefined) return said as R; // the server checks what it promises in the contract
  throw problemOf(response.status, said, response.headers.get('retry-after'));
}

/** What the server said instead of what was asked for. */
export const problemOf = (status: number, said: unknown, retryAfter: string | null): ApiProblem =>
  new ApiProblem({ ...(typeof said === 'object' ? said : {}), status, retryAfter: Number(retryAfter) || undefined });
