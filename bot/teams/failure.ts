/** What a failed request to Teams means: was anything done, and is it worth trying again? */
import { ChannelFailure } from '../core/ports.ts';
import type { TeamsAdapter } from './adapter.ts';
import { NoToken } from './credentials.ts';

/** Of the SDK's RestError, as far as it is read here. */
interface Failed {
  readonly name?: unknown;
  readonly statusCode?: unknown;
  /** Teams' own code of an answer, or the system's of a connection. */
  readonly code?: unknown;
  readonly details?: unknown;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/** The request never left: nothing listens there, or no such host. https://nodejs.org/api/errors.html#common-system-errors */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Runs one request to Teams; what it throws is always a ChannelFailure. */
export async function request<T>(adapter: TeamsAdapter, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === UNAUTHORIZED) adapter.forgetToken();
    throw failure;
  }
}

const UNAUTHORIZED = 'unauthorized';

/**
 * The outcomes of `core/ports.ts`. A 4xx of another kind was refused too, but for what was sent: its code is `invalid` and
 * Teams' own, so that nobody takes it for a channel that is gone.
 */
export function failureOf(error: unknown): ChannelFailure {
  if (error instanceof ChannelFailure) return error;
  if (hasNoToken(error)) return new ChannelFailure('unavailable', 'no-token');
  const failed = (typeof error === 'object' && error !== null ? error : {}) as Failed;
  const status = typeof failed.statusCode === 'number' ? failed.statusCode : 0;
  const code = codeOf(failed);
  if (status === 0) {
    if (NEVER_LEFT.has(code)) return new ChannelFailure('unavailable', code);
    return new ChannelFailure('unknown', failed.name === 'AbortError' ? 'timeout' : code || 'connection');
  }
  if (status === 401) return new ChannelFailure('unavailable', UNAUTHORIZED);
  if (status === 403 || status === 404) return new ChannelFailure('refused', code || `http-${status}`);
  if (status === 429 || status === 412)
    return new ChannelFailure('throttled', code || `http-${status}`, waitOf(failed));
  if (status >= 400 && status < 500) return new ChannelFailure('refused', `invalid:${code || `http-${status}`}`);
  return new ChannelFailure('unknown', `http-${status}`, waitOf(failed));
}

/** The HTTP status of an answer; 0 when there was none. */
export function statusOf(error: unknown): number {
  const { statusCode } = (typeof error === 'object' && error !== null ? error : {}) as Failed;
  return typeof statusCode === 'number' ? statusCode : 0;
}

function hasNoToken(error: unknown): boolean {
  return error instanceof NoToken || (error instanceof Error && error.cause instanceof NoToken);
}

function codeOf({ code, details }: Failed): string {
  const inBody = (details as { error?: { code?: unknown } } | undefined)?.error?.code;
  const found = typeof inBody === 'string' && inBody !== '' ? inBody : code;
  return typeof found === 'string' ? found.slice(0, 80) : '';
}

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), in milliseconds; 0 when Teams names none. */
function waitOf({ response }: Failed): number {
  const said = response?.headers?.get('retry-after')?.trim();
  if (!said) return 0;
  const milliseconds = /^\d+(\.\d+)?$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, Math.round(milliseconds)) : 0;
}
