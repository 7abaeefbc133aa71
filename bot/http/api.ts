/** The API of the tab: who asks, may they, does it fit; then the feature's own code; then only what its contract promises. */
import { asCoordinator } from '../core/access.ts';
import { bytes, type Endpoint } from '../core/endpoint.ts';
import type { Feature, Route } from '../core/feature.ts';
import type { Gate } from '../core/gate.ts';
import { networkId } from '../core/ids.ts';
import { modulesOn } from '../core/modules.ts';
import { isCoordinator } from '../core/network.ts';
import type { Visit } from '../core/turn.ts';
import { API, getMe, getPeople, getPublicConfig } from './contract.ts';
import { type HttpRoute, json, localeAsked, type Reply, type Request } from './exchange.ts';
import { openApi } from './openapi.ts';
import type { Person } from './people.ts';
import { notFound, parseInput, unsupported } from './problem.ts';
import type { Authenticate } from './tab-auth.ts';

export interface ApiOptions {
  readonly features: readonly Feature[];
  readonly gate: Gate;
  readonly authenticate: Authenticate;
  /** People to act as; given only when nothing is authenticated. */
  readonly people?: () => Promise<readonly Person[]>;
  readonly publicConfig: { readonly auth: 'teams' | 'none'; readonly appId: string; readonly version: string };
}

export function apiRoutes({ features, gate, authenticate, people, publicConfig }: ApiOptions): HttpRoute[] {
  const routes = features.flatMap((feature) => feature.routes);
  const own = [getMe, getPublicConfig, ...(people ? [getPeople] : [])];
  const description = json(openApi(routes, own, publicConfig.version));
  return [
    ...routes.map((route) => networkRoute(route, gate, authenticate)),
    serve(getMe, async (request) => {
      const { person } = await authenticate(request);
      const memberships = await gate.membershipsOf(person);
      return {
        person,
        networks: memberships.map(({ of, member }) => ({
          id: of.id,
          name: of.name,
          team: of.team,
          language: of.language,
          zone: of.zone,
          coordinator: isCoordinator(of, person),
          modules: modulesOn(of),
          ...(member.locale === undefined ? {} : { locale: member.locale }),
        })),
      };
    }),
    serve(getPublicConfig, async () => publicConfig),
    ...(people ? [serve(getPeople, async () => ({ people: [...(await people())] }))] : []),
    { method: 'GET', pattern: `${API}/openapi.json`, handle: async () => description },
  ];
}

function networkRoute(route: Route, gate: Gate, authenticate: Authenticate): HttpRoute {
  const { endpoint, role } = route;
  const isRaw = endpoint.body === bytes;
  const enter = async (request: Omit<Request, 'body'>): Promise<Visit> => {
    const { person, assertion } = await authenticate(request);
    const network = networkId.safeParse(request.params.networkId);
    const visit = network.success ? await gate.inApi(network.data, person, localeAsked(request)) : undefined;
    if (!visit) throw notFound(); // the same for a network that is not there and for one that is not theirs
    request.learnt.network = visit.network.id;
    request.learnt.locale = visit.actor.locale;
    request.learnt.person = person;
    if (role === 'coordinator') await asCoordinator(visit);
    return assertion === undefined ? visit : { ...visit, assertion };
  };
  return {
    method: endpoint.method,
    pattern: `${API}/networks/:networkId${endpoint.path.replace(/\{(\w+)\}/g, ':$1')}`,
    ...(isRaw ? { isRaw } : {}),
    ...(endpoint.largestBody === undefined
      ? {}
      : { largestBody: endpoint.largestBody, admit: async (request) => void (await enter(request)) }),
    async handle(request) {
      const visit = await enter(request);
      const { networkId: _, ...ofPath } = request.params;
      const params = parseInput(endpoint.params, { ...Object.fromEntries(request.query), ...ofPath });
      const body = parseInput(endpoint.body, isRaw ? request.body : bodyOf(request));
      return promised(endpoint, await route.run({ params, body }, visit));
    },
  };
}

function serve<R>(endpoint: Endpoint<unknown, unknown, R>, answer: (request: Request) => Promise<R>): HttpRoute {
  return {
    method: endpoint.method,
    pattern: `${API}${endpoint.path}`,
    handle: async (request) => promised(endpoint, await answer(request)),
  };
}

/** Parsed by the contract: a field that it does not name never leaves, and an answer that breaks it is our error. */
function promised<R>({ response }: Endpoint<unknown, unknown, R>, answer: unknown): Reply {
  const parsed = response.parse(answer);
  return parsed === undefined ? { status: 204, headers: { 'cache-control': 'no-store' } } : json(parsed);
}

function bodyOf({ body }: Request): unknown {
  if (typeof body === 'string' && body !== '') throw unsupported();
  if (body instanceof Uint8Array && body.length > 0) throw unsupported();
  return typeof body === 'object' && body !== null && !(body instanceof Uint8Array) ? body : {};
}
