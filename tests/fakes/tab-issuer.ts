/** Entra on loopback, as far as the tab's tokens go: publishes keys and signs what a test asks for. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

export const TAB_APP_ID = '99999999-2222-4333-8444-555555555555';
export const HOST = 'verkosto.example.fi';
export const TEAMS_ON_PHONES = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
export const TEAMS_ON_THE_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export interface ForgedToken {
  /** `undefined` leaves a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly kid?: string;
  /** rogue: never published. narrow: published, but of TENANT_OF_NARROW alone. */
  readonly key?: 'good' | 'rogue' | 'narrow';
}

export const TENANT_OF_NARROW = '77777777-bbbb-4ccc-8ddd-eeeeeeeeeeee';

export interface TabIssuer {
  /** For TAB_KEYS_URL. */
  readonly keysUrl: string;
  /** For TAB_TOKEN_ISSUER. */
  readonly issuer: string;
  /** How often the keys were fetched. */
  readonly fetches: () => number;
  sign(person: { tenant: string; objectId: string }, forged?: ForgedToken): Promise<string>;
  /** A token whose header is as given, signed with no key or with the public one as a shared secret. */
  forge(alg: 'none' | 'HS256', person: { tenant: string; objectId: string }): Promise<string>;
  /** Keys are no longer given out; connections are cut. */
  breakDown(): void;
  close(): Promise<void>;
}

const pairs = new Map<string, Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }>>();
/** Making keys is slow; one process needs each only once. */
function pair(name: string): Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }> {
  const kept = pairs.get(name) ?? generateKeyPair('RS256', { extractable: true });
  pairs.set(name, kept);
  return kept;
}

export async function startTabIssuer(): Promise<TabIssuer> {
  const issuer = 'https://login.example.test/{tenant}/v2.0';
  const [good, rogue, narrow] = await Promise.all([pair('good'), pair('rogue'), pair('narrow')]);
  const published = [
    { ...(await exportJWK(good.publicKey)), kid: 'good', use: 'sig', issuer: issuer.replace('{tenant}', '{tenantid}') },
    {
      ...(await exportJWK(narrow.publicKey)),
      kid: 'narrow',
      use: 'sig',
      issuer: issuer.replace('{tenant}', TENANT_OF_NARROW),
    },
  ];
  let fetches = 0;
  let isBroken = false;
  const server = createServer((_, response) => {
    fetches++;
    if (isBroken) return void response.destroy();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const claimsOf = ({ tenant, objectId }: { tenant: string; objectId: string }, claims: ForgedToken['claims'] = {}) => {
    const now = Math.floor(Date.now() / 1000);
    const all = {
      aud: TAB_APP_ID,
      iss: issuer.replace('{tenant}', tenant),
      tid: tenant,
      oid: objectId,
      ver: '2.0',
      scp: 'access_as_user',
      azp: TEAMS_ON_THE_WEB,
      name: 'Name in the token',
      iat: now - 60,
      nbf: now - 60,
      exp: now + 3600,
      ...claims,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  };
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  return {
    keysUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    issuer,
    fetches: () => fetches,
    sign: (person, { claims = {}, key = 'good', kid = key } = {}) =>
      new SignJWT(claimsOf(person, claims))
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign({ good, rogue, narrow }[key].privateKey),
    async forge(alg, person) {
      if (alg === 'none') return `${encode({ alg, kid: 'good' })}.${encode(claimsOf(person))}.${encode('x')}`;
      const secret = new TextEncoder().encode(JSON.stringify(published[0]));
      return new SignJWT(claimsOf(person)).setProtectedHeader({ alg, kid: 'good' }).sign(secret);
    },
    breakDown: () => {
      isBroken = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
