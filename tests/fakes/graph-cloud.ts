/** Entra's token endpoint and Graph's calendars on loopback, as far as meetings on a person's own behalf need them. */
import { X509Certificate } from 'node:crypto';
import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http';
import https, { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { decodeJwt, jwtVerify } from 'jose';
import { type Certificate, selfSigned } from '../fixtures/certificate.ts';
import { TAB_APP_ID } from './tab-issuer.ts';

/** The public cloud's: MSAL trusts it without asking anyone, and takes no other address without a look at the internet. */
export const LOGIN = 'https://login.microsoftonline.com';

type Fields = Record<string, unknown>;

export interface GraphRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: Fields;
  readonly prefer: string | undefined;
  /** Object id of whose calendar it is. */
  readonly person: string;
}

/** `cut` closes the connection, before or after it took effect; `never` leaves it open without an answer. */
export type Answered =
  | { readonly status: number; readonly body?: object; readonly headers?: Record<string, string> }
  | 'cut'
  | 'cutAfterwards'
  | 'never';

export interface KeptEvent {
  readonly id: string;
  readonly person: string;
  fields: Fields;
}

export interface GraphCloud {
  /** For GRAPH_URL. */
  readonly graphUrl: string;
  /** For TAB_APP_CERTIFICATE. */
  readonly certificate: string;
  readonly requests: GraphRequest[];
  readonly events: Map<string, KeptEvent>;
  /** Form fields of each request for a token, and the tenant that was asked. */
  readonly grants: { readonly tenant: string; readonly form: Fields }[];
  /** Every token that was given out. */
  readonly tokens: Map<string, string>;
  /** Hosts to which MSAL's connections were to go. */
  readonly hosts: Set<string>;
  /** What login says instead of a token. */
  refuse: () =>
    | { readonly error: string; readonly error_description: string; readonly suberror?: string }
    | 'never'
    | undefined;
  /** What Graph says instead of what it would. */
  answer: (request: GraphRequest) => Answered | undefined;
  /** Whether events get their link: at once, at the next look, or never because the calendar has no Teams. */
  links: 'atOnce' | 'later' | 'never';
  close(): Promise<void>;
}

/** Of the tab's application. RSA keys are slow to make: one process needs one. */
let app: Certificate | undefined;

/** Until it is closed, every connection of this process by Node's own https ends here, whatever host it names. */
export async function startGraphCloud(): Promise<GraphCloud> {
  const own = selfSigned([new URL(LOGIN).hostname]);
  app ??= selfSigned([], 'rsa');
  const key = new X509Certificate(app.cert).publicKey;

  const login = createTlsServer(own, async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(await textOf(request)));
    const tenant = request.url?.split('/')[1] ?? '';
    cloud.grants.push({ tenant, form });
    const refused = cloud.refuse() ?? (await wrongIn(form, tenant));
    if (refused === 'never') return;
    if (refused) return reply(response, 400, refused);
    const token = `graph-token-${cloud.tokens.size + 1}`;
    cloud.tokens.set(token, String(decodeJwt(String(form.assertion)).oid));
    reply(response, 200, { token_type: 'Bearer', access_token: token, expires_in: 3600, scope: form.scope });
  });
  const wrongIn = async (form: Fields, tenant: string) => {
    const assertion = decodeJwt(String(form.assertion));
    const wrong = (code: string) => ({ error: 'invalid_grant', error_description: `${code}: no` });
    const isOnBehalf =
      form.grant_type === 'urn:ietf:params:oauth:grant-type:jwt-bearer' && form.requested_token_use === 'on_behalf_of';
    if (!isOnBehalf || form.client_id !== TAB_APP_ID) return wrong('AADSTS70003');
    const signed = await jwtVerify(String(form.client_assertion), key, {
      algorithms: ['PS256'],
      issuer: TAB_APP_ID,
      audience: `${LOGIN}/${tenant}/oauth2/v2.0/token`,
      clockTolerance: 1, // MSAL rounds the time up
    }).catch(() => undefined);
    if (!signed) return wrong('AADSTS700027');
    if (assertion.tid !== tenant) return wrong('AADSTS50013');
    if (Number(assertion.exp) < Date.now() / 1000) return wrong('AADSTS500133');
    if (!String(form.scope).split(' ').includes(`${cloud.graphUrl}/Calendars.ReadWrite`)) return wrong('AADSTS70011');
    return undefined;
  };

  const graph = createPlainServer(async (request, response) => {
    const said = await textOf(request);
    const person = cloud.tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (!person) return reply(response, 401, failure('InvalidAuthenticationToken'));
    const asked: GraphRequest = {
      ...{ method: request.method ?? '', path: request.url ?? '', person },
      body: said ? (JSON.parse(said) as Fields) : {},
      prefer: request.headers.prefer?.toString(),
    };
    cloud.requests.push(asked);
    const answered = cloud.answer(asked);
    if (answered === 'never') return;
    if (answered === 'cut') return void response.destroy();
    if (typeof answered === 'object') return reply(response, answered.status, answered.body, answered.headers);
    const { status, body } = take(asked);
    if (answered === 'cutAfterwards') return void response.destroy();
    reply(response, status, body);
  });

  const take = ({ method, path, body, person }: GraphRequest): { status: number; body?: object } => {
    const url = new URL(path, cloud.graphUrl);
    const [, encoded, action] = /^\/v1\.0\/me\/events(?:\/([^/]+)(?:\/(\w+))?)?$/.exec(url.pathname) ?? [];
    const mine = [...cloud.events.values()].filter((one) => one.person === person);
    if (encoded === undefined && method === 'GET')
      return { status: 200, body: { value: mine.toReversed().map(shown) } };
    if (encoded === undefined) {
      const earlier = mine.find(({ fields }) => fields.transactionId === body.transactionId);
      const isSame = JSON.stringify(earlier?.fields) === JSON.stringify(body);
      if (earlier)
        return isSame
          ? { status: 201, body: shown(earlier) }
          : { status: 400, body: failure('ErrorDuplicateTransactionId') };
      const id = `AAMk/${cloud.events.size + 1}+x_-==`;
      const made: KeptEvent = { id, person, fields: body };
      cloud.events.set(id, made);
      return { status: 201, body: { ...shown(made), ...(cloud.links === 'atOnce' ? {} : { onlineMeeting: null }) } };
    }
    const found = mine.find(({ id }) => id === decodeURIComponent(encoded));
    if (!found) return { status: 404, body: failure('ErrorItemNotFound') };
    if (method === 'GET') return { status: 200, body: shown(found) };
    if (method === 'PATCH') {
      found.fields = { ...found.fields, ...body };
      return { status: 200, body: shown(found) };
    }
    if (action === 'cancel' && found.fields.attendees === undefined)
      return { status: 400, body: failure('ErrorInvalidRequest') };
    cloud.events.delete(found.id);
    return { status: action === 'cancel' ? 202 : 204 };
  };
  const shown = ({ id, fields }: KeptEvent) => ({
    ...{ id, ...fields, isOnlineMeeting: cloud.links !== 'never' },
    onlineMeeting:
      cloud.links === 'never'
        ? null
        : { joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(id)}` },
  });

  await Promise.all([login, graph].map((one) => new Promise<void>((done) => one.listen(0, '127.0.0.1', done))));
  const cloud: GraphCloud = {
    graphUrl: `http://127.0.0.1:${(graph.address() as AddressInfo).port}`,
    certificate: `${app.cert}${app.key}`,
    ...{ requests: [], events: new Map(), grants: [], tokens: new Map(), hosts: new Set() },
    ...{ refuse: () => undefined, answer: () => undefined, links: 'atOnce' },
    async close() {
      https.globalAgent.destroy();
      https.globalAgent = before;
      for (const server of [login, graph]) server.closeAllConnections();
      await Promise.all([login, graph].map((one) => new Promise<void>((done) => one.close(() => done()))));
    },
  };

  // As a hosts file would: TeamsFx lets nobody give MSAL an agent, so the process's own one knows where login is.
  const before = https.globalAgent;
  https.globalAgent = new https.Agent();
  https.globalAgent.createConnection = ({ host }) => {
    cloud.hosts.add(String(host));
    const { port } = login.address() as AddressInfo;
    return connect({ host: '127.0.0.1', port, servername: String(host), ca: own.cert });
  };
  return cloud;
}

const failure = (code: string): object => ({ error: { code, message: 'Words for people, with a name in them.' } });

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function reply(response: ServerResponse, status: number, body?: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
