/** The real app on loopback with authentication on: real server, store, gate and Teams edge, against Microsoft's side on loopback. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp, type Overrides } from '../../bot/app.ts';
import { type Environment, loadConfig } from '../../bot/config.ts';
import { networkId, type PersonKey, personOf } from '../../bot/core/ids.ts';
import {
  conversationEntries,
  type Member,
  members,
  type Network,
  networks,
  personEntries,
} from '../../bot/core/network.ts';
import { directoryScope, networkScope } from '../../bot/core/scope.ts';
import { createLog } from '../../bot/log.ts';
import { HOST, startTabIssuer, TAB_APP_ID, type TabIssuer } from './tab-issuer.ts';
import { BOT_ID, startTeamsCloud, TEAM, TENANT, type TeamsCloud } from './teams-cloud.ts';

const OTHER_TENANT = 'cccccccc-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const objectId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const one = (n: number, name: string, tenant = TENANT) => ({
  tenant,
  objectId: objectId(n),
  person: personOf(tenant, objectId(n)),
  name,
});

/** A coordinator, a member, a member of another tenant, and someone who belongs to another network only. */
export const people = {
  coordinator: one(1, 'Kaisa Koordinaattori'),
  member: one(2, 'Jaakko Jäsen'),
  external: one(3, 'Eva Extern', OTHER_TENANT),
  stranger: one(4, 'Veera Vieras'),
} as const;
export type Someone = (typeof people)[keyof typeof people];

export const NETWORK = networkId.parse('network-1');
export const OTHER_NETWORK = networkId.parse('network-2');

export interface HttpApp {
  readonly app: App;
  readonly url: string;
  readonly cloud: TeamsCloud;
  readonly issuer: TabIssuer;
  /** Every line that was logged. */
  readonly logged: string[];
  readonly folder: string;
  /** A request with the person's good token, and JSON when there is a body. */
  ask(path: string, by?: Someone, init?: RequestInit & { json?: unknown }): Promise<Response>;
  close(): Promise<void>;
}

export async function startHttpApp(overrides: Overrides = {}, more: Environment = {}): Promise<HttpApp> {
  const [cloud, issuer] = await Promise.all([startTeamsCloud(), startTabIssuer()]);
  const folder = await mkdtemp(join(tmpdir(), 'http-app-'));
  const { cloud: endpoints } = cloud.config;
  const config = loadConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: `https://${HOST}`,
    DATA_DIR: folder,
    BOT_ID,
    BOT_TENANT_ID: TENANT,
    BOT_TYPE: 'SingleTenant',
    BOT_PASSWORD: cloud.config.password,
    TAB_APP_ID,
    BOT_OPENID_METADATA: endpoints.openIdMetadata,
    LOGIN_AUTHORITY: endpoints.loginAuthority,
    BOT_TOKEN_ISSUER: endpoints.issuer,
    SERVICE_URLS: endpoints.serviceUrls.join(' '),
    TAB_TOKEN_ISSUER: issuer.issuer,
    TAB_KEYS_URL: issuer.keysUrl,
    ...more,
  });
  const logged: string[] = [];
  let port = 0;
  const inner = createLog('info', { write: (line) => logged.push(line) });
  const log = {
    ...inner,
    info: (event: string, fields: Record<string, unknown> = {}) => {
      if (event === 'listening') port = Number(fields.port);
      inner.info(event, fields);
    },
  };
  const app = await createApp(config, { log, ...overrides });
  await fill(app, cloud);
  await app.listen();
  const url = `http://127.0.0.1:${port}`;
  return {
    app,
    url,
    cloud,
    issuer,
    logged,
    folder,
    async ask(path, by, { json, ...init } = {}) {
      const headers = new Headers(init.headers);
      if (by) headers.set('authorization', `Bearer ${await issuer.sign(by)}`);
      if (json !== undefined) headers.set('content-type', 'application/json');
      const body = json === undefined ? init.body : JSON.stringify(json);
      return fetch(`${url}${path}`, { redirect: 'manual', ...init, headers, ...(body === undefined ? {} : { body }) });
    },
    async close() {
      await app.close();
      await Promise.all([cloud.close(), issuer.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill({ services: { store, clock } }: App, cloud: TeamsCloud): Promise<void> {
  const of = (id: Network['id'], team: string, coordinators: PersonKey[]): Network => ({
    id,
    name: `Verkosto ${id}`,
    tenant: TENANT,
    team,
    serviceUrl: cloud.serviceUrl,
    channel: { id: team, name: 'Yleinen' },
    language: 'fi',
    zone: 'Europe/Helsinki',
    calendar: 'fi',
    coordinators,
    whoMayCreate: 'coordinators',
    state: 'active',
    createdAt: clock.now(),
  });
  const { coordinator, member, external, stranger } = people;
  const rolls: readonly [Network, readonly Someone[]][] = [
    [of(NETWORK, TEAM, [coordinator.person]), [coordinator, member, external]],
    [of(OTHER_NETWORK, '19:other-team@thread.tacv2', [stranger.person]), [stranger]],
  ];
  for (const [network, all] of rolls) {
    await store.insert(networkScope(network.id), networks, network.id, network);
    const entries = all.map((one) => ({
      id: `29:${one.objectId}`,
      aadObjectId: one.objectId,
      name: one.name,
      tenantId: one.tenant,
      userRole: one.tenant === TENANT ? 'user' : 'guest',
    }));
    const conversation = `conversation|${network.team}`;
    await store.insert(directoryScope(conversation), conversationEntries, conversation, { network: network.id });
    cloud.rosters.set(network.team, entries);
    for (const { person, objectId: id, name, tenant } of all) {
      const kept: Member = { person, teamsId: `29:${id}`, name, isGuest: tenant !== TENANT };
      await store.insert(networkScope(network.id), members, id, kept);
      const key = `person|${person}`;
      await store.insert(directoryScope(key), personEntries, key, { person, networks: [network.id] });
    }
  }
}
