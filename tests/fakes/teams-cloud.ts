/** Microsoft's side on loopback: the issuer that signs activities, the login authority of the bot, and the Teams connector. */
import { createHmac, generateKeyPairSync, type KeyObject, sign as signWith } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TeamsConfig } from '../../bot/teams/teams-config.ts';

export const BOT_ID = '11111111-2222-4333-8444-555555555555';
export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const ISSUER = 'https://api.botframework.com';
/** Thread id of the sample team's General channel, which is the team's id too. */
export const TEAM = '19:team-pienet-joukot@thread.tacv2';

/** A roster entry as Teams sends it. */
export interface RosterEntry {
  id: string;
  aadObjectId: string;
  name: string;
  tenantId?: string;
  userRole?: string;
  [field: string]: unknown;
}

export interface Call {
  readonly what: 'create' | 'update' | 'remove' | 'openChat' | 'members' | 'member' | 'channels';
  readonly conversation: string;
  /** Of the message or member that the path names. */
  readonly id?: string;
  readonly body?: Record<string, unknown>;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What goes wrong with a call. With `done`, Teams does what was asked before it fails to say so. */
export interface Fault {
  readonly status?: number;
  readonly code?: string;
  /** The `Retry-After` header, as it is. */
  readonly retryAfter?: string;
  /** The connection is cut instead of answered. */
  readonly reset?: boolean;
  /** Nothing is answered, ever. */
  readonly hang?: boolean;
  readonly done?: boolean;
}

export interface Message {
  readonly id: string;
  readonly activity: Record<string, unknown>;
  readonly updates: number;
}

/** How a token differs from a good one. A claim of `undefined` is left out. */
export interface Forged {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly alg?: 'RS256' | 'HS256' | 'none';
  /** rogue: a key that was never published. */
  readonly key?: 'good' | 'rogue';
  readonly kid?: string;
}

export interface TeamsCloud {
  readonly serviceUrl: string;
  /** Configuration of a bot with authentication on that trusts this cloud. */
  readonly config: TeamsConfig;
  /** Everything that reached the connector, in order. */
  readonly calls: Call[];
  /** Tokens that the login authority gave to the bot. */
  readonly tokens: string[];
  /** Members by team; may be changed at any time. */
  readonly rosters: Map<string, RosterEntry[]>;
  /** Channels by team as Teams lists them: General has no name. */
  readonly channels: Map<string, { id: string; name?: string }[]>;
  /** What each conversation shows now, threads by `conversation;messageid=…`. */
  messages(conversation: string): readonly Message[];
  /** Teams stops (or starts again, without an argument) behaving. */
  fault(of?: (call: Call) => Fault | undefined): void;
  /** The login authority stops giving tokens. */
  refuseTokens(refused: boolean): void;
  /** Resolves with the first call, past or coming, that fits. */
  called(fits: (call: Call) => boolean): Promise<Call>;
  /** An `Authorization` header for an activity. */
  sign(forged?: Forged): string;
  /** Publishes a new signing key instead of the old one; `sign` uses the new one unless told to keep the old. */
  rotateKeys(): { signOld(forged?: Forged): string };
  close(): Promise<void>;
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwk: object;
}

/**
 * Without `port` a free one: keys are cached per address by the SDK, so each cloud of a process needs its own.
 * `emulator`: as the Agents Playground, it asks for no token and finds people by their Teams id only.
 */
export async function startTeamsCloud({ port = 0, emulator = false } = {}): Promise<TeamsCloud> {
  let good = signingKey('key-1');
  const rogue = signingKey('key-rogue');
  let rotations = 1;
  let faultOf: (call: Call) => Fault | undefined = () => undefined;
  let isRefusingTokens = false;
  let created = 0;
  const calls: Call[] = [];
  const tokens: string[] = [];
  const rosters = new Map<string, RosterEntry[]>();
  const channels = new Map<string, { id: string; name?: string }[]>();
  const shown = new Map<string, Map<string, Message>>();
  const waiting = new Set<{ fits: (call: Call) => boolean; found: (call: Call) => void }>();

  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const answer = route(req, Buffer.concat(chunks).toString());
      if (answer) send(res, ...answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${base}/teams/`;

  /** The answer as status, body and headers; undefined when the connection gets none. */
  function route(req: IncomingMessage, body: string): [number, object, Record<string, string>?] | undefined {
    const url = new URL(req.url ?? '/', base);
    if (url.pathname === '/v1/.well-known/openidconfiguration') {
      const known = { issuer: ISSUER, jwks_uri: `${base}/v1/keys`, id_token_signing_alg_values_supported: ['RS256'] };
      return [200, known];
    }
    if (url.pathname === '/v1/keys') return [200, { keys: [good.jwk] }];
    if (url.pathname.endsWith('/oauth2/v2.0/token')) {
      if (isRefusingTokens) return [401, { error: 'invalid_client' }];
      const token = `bot-token-${tokens.length + 1}`;
      tokens.push(token);
      return [200, { token_type: 'Bearer', expires_in: 3599, access_token: token }];
    }
    const call = callOf(req.method ?? 'GET', url.pathname, body);
    if (!call) return [404, error('NotFound')];
    record(call);
    const bearer = req.headers.authorization?.replace('Bearer ', '') ?? '';
    if (!emulator && !tokens.includes(bearer)) return [401, error('Unauthorized')];
    const fault = faultOf(call);
    if (!fault) return perform(call, url.searchParams);
    if (fault.done) perform(call, url.searchParams);
    if (fault.reset) req.socket.destroy();
    if (fault.reset || fault.hang) return undefined;
    const wait = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
    return [fault.status ?? 500, error(fault.code ?? 'Injected'), wait];
  }

  function record(call: Call): void {
    calls.push(call);
    for (const one of waiting) {
      if (!one.fits(call)) continue;
      waiting.delete(one);
      one.found(call);
    }
  }

  function perform(call: Call, query: URLSearchParams): [number, object] {
    const messages = shown.get(call.conversation) ?? new Map<string, Message>();
    shown.set(call.conversation, messages);
    const roster = rosters.get(call.conversation) ?? [];
    switch (call.what) {
      case 'openChat': {
        const members = (call.body?.members ?? []) as { id: string }[];
        return [201, { id: `a:chat-${members[0]?.id}` }];
      }
      case 'create': {
        const activity = call.body ?? {};
        const id = String(1_700_000_000_000 + ++created);
        messages.set(id, { id, activity, updates: 0 });
        const isSplit =
          Boolean(activity.text) && Array.isArray(activity.attachments) && activity.attachments.length > 0;
        return [201, isSplit ? {} : { id }];
      }
      case 'update': {
        const before = findMessage(call.id ?? '');
        if (!before) return [404, error('MessageNotFound')];
        before.in.set(before.message.id, {
          ...before.message,
          activity: call.body ?? {},
          updates: before.message.updates + 1,
        });
        return [200, { id: before.message.id }];
      }
      case 'remove':
        return findMessage(call.id ?? '')?.in.delete(call.id ?? '') ? [200, {}] : [404, error('MessageNotFound')];
      case 'members': {
        const size = Number(query.get('pageSize') ?? 50);
        const from = Number(query.get('continuationToken') ?? 0);
        const next = from + size < roster.length ? { continuationToken: String(from + size) } : {};
        return [200, { members: roster.slice(from, from + size), ...next }];
      }
      case 'channels':
        return [200, { conversations: channels.get(call.conversation) ?? [{ id: call.conversation }] }];
      case 'member': {
        const found = roster.find(({ id, aadObjectId }) => id === call.id || (!emulator && aadObjectId === call.id));
        return found ? [200, found] : [404, error('MemberNotFoundInConversation')];
      }
    }
  }

  /** A message of a channel is updated by the channel's id also when it stands in a thread. */
  function findMessage(id: string): { in: Map<string, Message>; message: Message } | undefined {
    for (const messages of shown.values()) {
      const message = messages.get(id);
      if (message) return { in: messages, message };
    }
    return undefined;
  }

  const sign = ({ claims = {}, alg = 'RS256', key = 'good', kid }: Forged = {}, by: SigningKey = good): string => {
    const now = Math.floor(Date.now() / 1000);
    const used = key === 'good' ? by : rogue;
    const payload = { serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600, iss: ISSUER, aud: BOT_ID, ...claims };
    const signed = `${encode({ typ: 'JWT', alg, kid: kid ?? by.kid })}.${encode(payload)}`;
    return `Bearer ${signed}.${signatureOf(signed, alg, used)}`;
  };

  return {
    serviceUrl,
    config: {
      auth: emulator ? 'none' : 'teams',
      botId: BOT_ID,
      tenant: TENANT,
      type: 'SingleTenant',
      password: 'a-secret-for-tests',
      cloud: {
        openIdMetadata: `${base}/v1/.well-known/openidconfiguration`,
        loginAuthority: base,
        issuer: ISSUER,
        scope: ISSUER,
        serviceUrls: [base],
      },
    },
    calls,
    tokens,
    rosters,
    channels,
    messages: (conversation) => [...(shown.get(conversation)?.values() ?? [])],
    fault(of = () => undefined) {
      faultOf = of;
    },
    refuseTokens(refused) {
      isRefusingTokens = refused;
    },
    called(fits) {
      const past = calls.find(fits);
      if (past) return Promise.resolve(past);
      return new Promise((found) => {
        waiting.add({ fits, found });
      });
    },
    sign,
    rotateKeys() {
      const old = good;
      good = signingKey(`key-${++rotations}`);
      return { signOld: (forged = {}) => sign(forged, old) };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The connector's requests by method and path: learn.microsoft.com, “Bot Connector API reference”. */
const REQUESTS: readonly [Call['what'], string, RegExp][] = [
  ['openChat', 'POST', /^\/teams\/v3\/conversations$/],
  ['create', 'POST', /^\/teams\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/],
  ['update', 'PUT', /^\/teams\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/],
  ['remove', 'DELETE', /^\/teams\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/],
  ['members', 'GET', /^\/teams\/v3\/conversations\/([^/]+)\/pagedmembers$/i],
  ['member', 'GET', /^\/teams\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/],
  ['channels', 'GET', /^\/teams\/v3\/teams\/([^/]+)\/conversations$/],
];

function callOf(method: string, path: string, body: string): Call | undefined {
  for (const [what, verb, pattern] of REQUESTS) {
    const [found, conversation = '', id] = (verb === method && pattern.exec(path)) || [];
    if (found === undefined) continue;
    return {
      what,
      conversation: decodeURIComponent(conversation),
      ...(id === undefined ? {} : { id: decodeURIComponent(id) }),
      ...(body === '' ? {} : { body: JSON.parse(body) as Record<string, unknown> }),
      at: Date.now(),
    };
  }
  return undefined;
}

function signingKey(kid: string): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256', endorsements: ['msteams'] };
  return { kid, privateKey, jwk };
}

function signatureOf(signed: string, alg: Forged['alg'], { privateKey, jwk }: SigningKey): string {
  if (alg === 'none') return '';
  // HS256 with a public key as its secret: the forgery that a careless verifier takes
  if (alg === 'HS256') return createHmac('sha256', JSON.stringify(jwk)).update(signed).digest('base64url');
  return signWith('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url');
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const error = (code: string): object => ({ error: { code, message: code } });

function send(res: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
}
