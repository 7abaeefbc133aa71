/** The web server: the only importer of restify. Reads requests, writes replies, one catch and one log line for each. */
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import restify from 'restify';
import { isLoopback } from '../config.ts';
import { MINUTE, SECOND } from '../core/clock.ts';
import type { NewId } from '../core/ids.ts';
import type { Log } from '../core/ports.ts';
import { type HttpRoute, localeAsked, type Reply, type Request } from './exchange.ts';
import {
  type Ending,
  endingOf,
  HttpError,
  malformed,
  methodNotAllowed,
  notFound,
  tooLarge,
  unsupported,
} from './problem.ts';
import { rawBodies, typeOf } from './raw-body.ts';

/** Bytes of a request's body, unless its route says otherwise. */
export const LARGEST_BODY = 256 * 1024;
/** Network, poll and file addresses in paths are longer than the router's usual 100 characters. */
const LONGEST_PARAM = 1500;
/** What is in flight gets this long when the server stops. */
const DRAIN = 10 * SECOND;
/** Longer than the idle time of the proxies in front, else they meet closed connections. */
const KEEP_ALIVE = 75 * SECOND;
const REQUEST_TIMEOUT = 60 * SECOND;
/** A client that takes nothing of a long reply for so long is cut off. */
const STALLED = 2 * MINUTE;

const MESSAGES = '/api/messages';
/** A form with files. */
const PARTS = 'multipart/form-data';

export interface ServerOptions {
  readonly routes: readonly HttpRoute[];
  /** Takes an activity of the Bot Framework and writes its own reply; the body was parsed, whatever it is. */
  readonly messages: (request: restify.Request, response: restify.Response) => Promise<void>;
  readonly log: Log;
  readonly newId: NewId;
  /** Browsers are told to use https from now on. */
  readonly isHttps: boolean;
  /** Answer only to names of this machine, so that a page of another site can't reach it by rebinding a name. */
  readonly onlyLoopback: boolean;
}

export interface Server {
  /** Resolves to the port it listens on. */
  listen(port: number, host: string): Promise<number>;
  /** Accepts nothing more and resolves when what is in flight has been answered, or has had 10 s. */
  close(): Promise<void>;
}

export function createServer({ routes, messages, log, newId, isHttps, onlyLoopback }: ServerOptions): Server {
  const server = restify.createServer({
    name: '',
    ...{ maxParamLength: LONGEST_PARAM }, // handed through to the router; its types don't know
  });
  server.server.keepAliveTimeout = KEEP_ALIVE;
  server.server.requestTimeout = REQUEST_TIMEOUT;

  const started = new WeakMap<object, number>();
  const finish = async (
    request: restify.Request,
    response: restify.Response,
    reply: Reply,
    ending?: Ending,
    more: Record<string, unknown> = {},
  ): Promise<void> => {
    const isHead = request.method === 'HEAD';
    if (isHead || !isStream(reply.body)) {
      send(response, reply, isHead);
      return note(request, reply.status, ending, more);
    }
    begin(response, reply);
    const { outcome, error } = await pour(reply.body, response, reply.length);
    if (error !== undefined) {
      const reference = newId();
      log.error('request.failed', error, { reference, route: patternOf(request) ?? 'none' });
    }
    note(request, reply.status, ending, { ...more, ...(outcome === 'answered' ? {} : { outcome }) });
  };
  const note = (
    request: restify.Request,
    status: number,
    ending?: Ending,
    more: Record<string, unknown> = {},
  ): void => {
    const route = patternOf(request) ?? 'none';
    if (route === MESSAGES && status < 400) return; // its turn has an event of its own
    if (QUIET.has(route) && status < 400) return;
    log.info('request', {
      method: request.method,
      route,
      status,
      ms: Math.round(performance.now() - (started.get(request) ?? performance.now())),
      outcome: ending?.outcome ?? 'answered',
      ...(ending?.refusal === undefined ? {} : { refusal: ending.refusal }),
      ...more,
    });
  };
  const fail = (
    request: restify.Request,
    response: restify.Response,
    error: unknown,
    learnt: Request['learnt'] = {},
    failed?: HttpRoute['failed'],
  ): void => {
    const reference = newId();
    const locale = learnt.locale ?? localeAsked(headersOf(request)) ?? 'fi';
    const asProblem = endingOf(error, locale, reference);
    const { status: code } = asProblem.reply;
    const ending = failed ? { ...asProblem, reply: failed({ status: code, reference, locale }) } : asProblem;
    if (ending.outcome === 'failed')
      log.error('request.failed', error, { reference, route: patternOf(request) ?? 'none' });
    if (response.headersSent) {
      response.destroy();
      note(request, 0, ending, learntIds(learnt));
    } else {
      void finish(request, response, ending.reply, ending, learntIds(learnt));
    }
  };

  let isClosing = false;
  const closeIdle = (): void => server.server.closeIdleConnections();

  server.pre((request, response, next) => {
    started.set(request, performance.now());
    // A connection that is kept alive would hold the stopping server up after its last answer.
    response.once('finish', () => isClosing && setImmediate(closeIdle));
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    if (isHttps) response.setHeader('strict-transport-security', 'max-age=31536000');
    if (onlyLoopback && !isLoopback((request.headers.host ?? '').replace(/:\d+$/, ''))) {
      fail(request, response, new HttpError(421, 'misdirected', 'Not served by this name'));
      return next(false);
    }
    return next();
  });
  server.use((request, response, next) => {
    // The reader inflates without a bound, and a broken archive would end the process.
    if (request.headers['content-encoding'] === undefined) return next();
    fail(request, response, unsupported());
    return next(false);
  });
  // Whatever restify itself rejects gets a constant body. Its callback would send restify's own after ours, so it is left uncalled.
  server.on('restifyError', (request: restify.Request, response: restify.Response, error: unknown) => {
    if (!response.headersSent && !response.destroyed) fail(request, response, rejected(error));
  });

  server.post(MESSAGES, jsonBody(LARGEST_BODY), async (request: restify.Request, response: restify.Response) => {
    try {
      await messages(request, response);
      note(request, response.statusCode);
    } catch (error) {
      fail(request, response, error);
    }
  });
  const readBody = rawBodies();
  const learntOf = new WeakMap<object, Request['learnt']>();
  for (const route of routes) {
    const handler = async (request: restify.Request, response: restify.Response): Promise<void> => {
      const asked = requestOf(request);
      try {
        await finish(request, response, await route.handle(asked), undefined, learntIds(asked.learnt));
      } catch (error) {
        fail(request, response, error, asked.learnt, route.failed);
      }
    };
    const admission: restify.RequestHandler = (request, response, next) => {
      const asked = requestOf(request);
      learntOf.set(request, asked.learnt);
      (route.admit?.(asked) ?? Promise.resolve()).then(
        () => next(),
        (error: unknown) => {
          fail(request, response, error, asked.learnt, route.failed);
          next(false);
        },
      );
    };
    const most = route.largestBody ?? LARGEST_BODY;
    const rawBody: restify.RequestHandler = (request, response, next) => {
      const learnt = learntOf.get(request) ?? {};
      readBody(request, response, { most, person: learnt.person ?? '' }).then(
        (body) => {
          request.body = body;
          next();
        },
        (error: unknown) => {
          fail(request, response, error, learnt, route.failed);
          next(false);
        },
      );
    };
    const parts: restify.RequestHandler = (request, response, next) => {
      if (!route.admitParts || typeOf(request) !== PARTS) return next();
      const asked = requestOf(request);
      const take = async (): Promise<void> => {
        const admitted = await route.admitParts?.(asked);
        if (!admitted) return;
        const { most, from: person } = admitted;
        request.body = await readBody(request, response, { most, person, type: PARTS });
      };
      return void take().then(
        () => next(),
        (error: unknown) => {
          fail(request, response, error, asked.learnt, route.failed);
          next(false);
        },
      );
    };
    const body = route.isRaw ? rawBody : jsonBody(most);
    const before = [...(route.admit ? [admission] : []), ...(route.admitParts ? [parts] : [])];
    server[VERBS[route.method]](route.pattern, ...before, body, handler);
    if (route.method === 'GET') server.head(route.pattern, handler);
  }

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject); // restify hands on its socket's errors
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve((server.server.address() as AddressInfo).port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        isClosing = true;
        const cut = setTimeout(() => server.server.closeAllConnections(), DRAIN);
        server.server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        closeIdle();
      }),
  };
}

/** Reads a body of at most so many bytes, and parses it when it is JSON. */
const jsonBody = (most: number): restify.RequestHandlerType =>
  restify.plugins.jsonBodyParser({ mapParams: false, ...{ maxBodySize: most } });

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'del' } as const;
/** Asked every few seconds by whoever watches the server: only their failures are news. */
const QUIET = new Set(['/healthz', '/readyz']);

function rejected(error: unknown): unknown {
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  if (status === 404) return notFound();
  if (status === 405) return methodNotAllowed();
  if (status === 413) return tooLarge();
  if (status === 415) return unsupported();
  if (typeof status === 'number' && status >= 400 && status < 500) return malformed();
  return error;
}

function patternOf(request: restify.Request): string | undefined {
  const route = (request as { route?: { path?: unknown } }).route;
  return typeof route?.path === 'string' ? route.path : undefined;
}

const headersOf = (request: restify.Request): Pick<Request, 'header'> => ({
  header: (name) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  },
});

function requestOf(request: restify.Request): Request {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://server.invalid');
  return {
    method: request.method ?? 'GET',
    path: pathname,
    params: request.params as Record<string, string>,
    query: searchParams,
    ...headersOf(request),
    body: request.body as unknown,
    learnt: {},
  };
}

const learntIds = ({ network }: Request['learnt']): Record<string, unknown> =>
  network === undefined ? {} : { network };

const isStream = (body: Reply['body']): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && Symbol.asyncIterator in body;

const headersFor = ({ headers = {} }: Reply): Record<string, string> => ({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  ...headers,
});

function send(response: restify.Response, reply: Reply, isHead: boolean): void {
  const { status, body } = reply;
  if (isStream(body)) {
    begin(response, reply);
    response.end();
    return;
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const all: Record<string, string> = {
    ...headersFor(reply),
    ...(bytes || status === 304 ? {} : { 'content-length': '0' }),
    ...(bytes ? { 'content-length': String(bytes.length) } : {}),
  };
  response.writeHead(status, all);
  response.end(isHead ? undefined : bytes);
}

/** The head of a reply whose body comes by and by. */
function begin(response: restify.Response, reply: Reply): void {
  const { status, length } = reply;
  response.writeHead(status, { ...headersFor(reply), ...(length === undefined ? {} : { 'content-length': length }) });
}

/** Never rejects: what goes wrong midway can only be told by cutting the connection. `left`: the client went away, or took nothing any more. */
async function pour(
  body: AsyncIterable<Uint8Array>,
  response: restify.Response,
  length: number | undefined,
): Promise<{ readonly outcome: 'answered' | 'left' | 'failed'; readonly error?: unknown }> {
  let error: unknown;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    let sent = 0;
    let isAsked = true; // what is thrown while a piece is being sent is the client's going away
    try {
      for await (const piece of body) {
        sent += piece.length;
        isAsked = false;
        yield piece;
        isAsked = true;
      }
      if (length !== undefined && sent !== length) throw new Error(`${sent} bytes came of ${length}.`);
    } catch (failure) {
      if (isAsked) error = failure;
      throw failure;
    }
  };
  response.setTimeout(STALLED, () => response.destroy());
  try {
    await pipeline(Readable.from(watched(), { objectMode: true, highWaterMark: 1 }), response);
    return { outcome: 'answered' };
  } catch {
    response.destroy();
    return error === undefined ? { outcome: 'left' } : { outcome: 'failed', error };
  }
}
