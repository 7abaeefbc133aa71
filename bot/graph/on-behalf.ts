/** Tokens for Graph on behalf of the person whose tab asks: the only place that knows TeamsFx. */
import { decodeJwt } from 'jose';
import { MeetingFailure } from '../core/ports.ts';

export interface OnBehalfOptions {
  /** Entra application behind the tab: the one for which its readers signed in. */
  readonly appId: string;
  /** PEM of the application's certificate and its RSA key. */
  readonly certificate: string;
  /** MSAL takes https alone, and asks only the clouds that it knows by name without looking them up in the public one. */
  readonly loginAuthority: string;
  /** Root of Graph in the cloud, which is its name as a resource too. */
  readonly graphUrl: string;
}

/** Resolves to a token for the calendar of who signed in with the assertion. Throws MeetingFailure; nothing was done then. */
export type OnBehalf = (assertion: string) => Promise<string>;

/** The least with which one's own events can be written. Source: learn.microsoft.com, “Create event”, permissions. */
const SCOPE = 'Calendars.ReadWrite';

/**
 * Nobody has yet agreed to the scope: 65001, 65004 for a person, 90094 where only an administrator may.
 * Source: learn.microsoft.com, “Microsoft Entra authentication and authorization error codes”.
 */
const CONSENT: ReadonlySet<string> = new Set(['AADSTS65001', 'AADSTS65004', 'AADSTS90094']);

/**
 * Asks in the tenant that signed the assertion: a guest's token is of the tenant that they visit, where they have no calendar,
 * and no other tenant exchanges it. The SDK is read when it is first needed: it takes a second and 120 MB of memory.
 */
export function onBehalf({ appId, certificate, loginAuthority, graphUrl }: OnBehalfOptions): OnBehalf {
  return async (assertion) => {
    const { OnBehalfOfUserCredential } = await import('@microsoft/teamsfx');
    try {
      const credential = new OnBehalfOfUserCredential(assertion, {
        authorityHost: loginAuthority,
        clientId: appId,
        tenantId: String(decodeJwt(assertion).tid),
        certificateContent: certificate,
      });
      const found = await credential.getToken(`${graphUrl}/${SCOPE}`);
      if (!found) throw new MeetingFailure('unavailable', 'no-token');
      return found.token;
    } catch (error) {
      throw failureOf(error);
    }
  };
}

/** By the SDK's code and Entra's own in its message. The message itself goes nowhere: it may hold what was sent. */
function failureOf(error: unknown): MeetingFailure {
  if (error instanceof MeetingFailure) return error;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const said = /AADSTS\d+/.exec(String(message))?.[0];
  if (said && CONSENT.has(said)) return new MeetingFailure('consent', said);
  if (code === 'UiRequiredError' || code === 'TokenExpiredError') return new MeetingFailure('signIn', said ?? code);
  return new MeetingFailure('unavailable', said ?? 'no-token');
}
