/** Who asks the API: a token that Entra gave to the tab inside Teams, or, on this machine alone, whoever one acts as. */
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { SECOND } from '../core/clock.ts';
import { type PersonKey, personKey, personOf } from '../core/ids.ts';
import type { Log } from '../core/ports.ts';
import type { Request } from './exchange.ts';
import { type HttpError, unauthorised, unavailable } from './problem.ts';

/** Who asks. */
interface Caller {
  readonly person: PersonKey;
  /** The verified token itself; absent where nothing is authenticated. */
  readonly assertion?: string;
}

/** Resolves to who asks. Throws a 401 without a word on what was wrong, or a 503 when the issuer can't be reached. */
export type Authenticate = (request: Pick<Request, 'header'>) => Promise<Caller>;

/**
 * Applications that may hold the tab's tokens. Source: learn.microsoft.com, “Enable SSO for tab app”, client ids of
 * Teams on desktop and phones, and of Teams on the web.
 */
const TEAMS_CLIENTS: ReadonlySet<unknown> = new Set([
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
]);
const SCOPE = 'access_as_user';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;
/** Clocks may differ this much, in seconds. */
const TOLERANCE = 60;

export interface TabAuthOptions {
  /** Entra application behind the tab. */
  readonly appId: string;
  readonly botId: string;
  readonly publicUrl: string;
  /** With `{tenant}` in place of the person's tenant. */
  readonly issuer: string;
  readonly keysUrl: string;
  readonly log: Log;
}

/** Checks the bearer token of the tab. People of other tenants sign in with their own tenant's token; membership decides what they see. */
export function tabAuth({ appId, botId, publicUrl, issuer, keysUrl, log }: TabAuthOptions): Authenticate {
  const { host } = new URL(publicUrl);
  const audience = [
    appId,
    `api://${host}/${appId}`,
    ...(botId === appId ? [`api://${host}/botid-${appId}`] : []), // the bot's prefix exists only where they share a registration
  ];
  const keys = createRemoteJWKSet(new URL(keysUrl), { cooldownDuration: 30 * SECOND, timeoutDuration: 3 * SECOND });
  const issuerOf = (tenant: string): string => issuer.replace('{tenant}', tenant);

  /** A key may be some tenants' alone: Entra then names its issuer beside it. */
  const keyIsOf = (kid: string | undefined, tenant: string, of: string): boolean => {
    const key = keys.jwks()?.keys.find((one) => one.kid === kid);
    const named = key && 'issuer' in key ? key.issuer : undefined;
    return typeof named !== 'string' || named.replace(/\{tenantid\}/i, tenant) === of;
  };

  return async ({ header }) => {
    const token = BEARER.exec(header('authorization') ?? '')?.[1];
    if (!token) throw unauthorised();
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      audience,
      clockTolerance: TOLERANCE,
      requiredClaims: ['exp', 'iss', 'aud', 'tid', 'oid', 'ver', 'scp', 'azp'],
    }).catch((error: unknown) => {
      throw failureOf(error, log);
    });
    const { tid, oid, iss } = payload as JWTPayload & { tid: unknown; oid: unknown };
    if (typeof tid !== 'string' || !GUID.test(tid) || typeof oid !== 'string' || !GUID.test(oid)) throw unauthorised();
    if (iss !== issuerOf(tid) || !keyIsOf(protectedHeader.kid, tid, iss)) throw unauthorised();
    if (payload.ver !== '2.0' || !isOfPerson(payload)) throw unauthorised();
    if (!TEAMS_CLIENTS.has(payload.azp) && payload.azp !== appId) throw unauthorised(); // its own id: nested app authentication
    return { person: personOf(tid, oid), assertion: token };
  };
}

function isOfPerson(payload: JWTPayload): boolean {
  return payload.idtyp !== 'app' && String(payload.scp).split(' ').includes(SCOPE);
}

/** A wrong token is the caller's fault; keys that can't be fetched are not. */
function failureOf(error: unknown, log: Log): HttpError {
  const isTokens =
    error instanceof errors.JOSEError && error.code !== 'ERR_JWKS_TIMEOUT' && error.code !== 'ERR_JOSE_GENERIC';
  if (isTokens) return unauthorised();
  log.error('tab.keys.unreachable', error);
  return unavailable();
}

/** Without authentication: the header says whom one acts as. Only for a server that listens to this machine alone. */
export const actAs: Authenticate = async ({ header }) => {
  const asked = personKey.safeParse(header('x-act-as'));
  if (!asked.success) throw unauthorised();
  return { person: asked.data };
};
