/** The built tab served by the real app with a filled network: by single sign-on in a host page of Teams, or as the demo in a plain browser. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { Overrides } from '../../bot/app.ts';
import type { Environment } from '../../bot/config.ts';
import { toInstant } from '../../bot/core/clock.ts';
import type { ModuleName } from '../../bot/core/modules.ts';
import { getMe } from '../../bot/http/contract.ts';
import { fillSample } from '../../scripts/sample.ts';
import { eventually } from './eventually.ts';
import { type HttpApp, NETWORK, people, type Someone, startHttpApp } from './http-app.ts';
import { TEAM, TENANT } from './teams-cloud.ts';

/** The build that is tested. */
export const TAB_FOLDER = process.env.TAB_FOLDER ?? join(import.meta.dirname, '..', '..', 'tab', 'dist');
const HOST_PAGE = join(import.meta.dirname, 'teams-host.html');

export interface TabWorld extends HttpApp {
  /** JSON of the network's API; throws unless it answers 2xx. */
  api<T>(method: string, path: string, by: Someone, json?: unknown): Promise<T>;
  /** Publishes a poll; what is left out has its default. */
  createPoll(draft: Readonly<Record<string, string>>): Promise<{ id: string; options: readonly { id: string }[] }>;
  vote(poll: string, by: Someone, choices: readonly string[], comment?: string): Promise<void>;
}

/** `auth: none` is the demo: whoever comes chooses whom to act as. */
export async function startTabWorld(
  auth: 'teams' | 'none',
  { overrides = {}, env = {} }: { readonly overrides?: Overrides; readonly env?: Environment } = {},
): Promise<TabWorld> {
  const http = await startHttpApp(
    { tabFolder: TAB_FOLDER, ...overrides },
    { ...(auth === 'none' ? { AUTH: 'none', PUBLIC_URL: undefined } : {}), ...env },
  );
  const { app, cloud } = http;
  if (auth === 'none') {
    cloud.tokens.push(''); // the emulator's connector asks for no token either
    await app.tell({
      type: 'installed',
      team: TEAM,
      tenant: TENANT,
      serviceUrl: cloud.serviceUrl,
      at: toInstant(Date.now()),
      name: 'Verkosto',
      channel: TEAM,
    });
  }
  await fillSample(app.services.store, NETWORK);
  const api = async <T>(method: string, path: string, by: Someone, json?: unknown): Promise<T> => {
    const asked = `/api/v1/networks/${NETWORK}${path}`;
    const init = { method, ...(json === undefined ? {} : { json }) };
    const response =
      auth === 'none'
        ? await http.ask(asked, undefined, { ...init, headers: { 'x-act-as': by.person } })
        : await http.ask(asked, by, init);
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    ...http,
    api,
    createPoll: (draft) => api('POST', '/polls', people.coordinator, { draft, requestId: crypto.randomUUID() }),
    async vote(poll, by, choices, comment) {
      const vote = { choices, requestId: crypto.randomUUID(), ...(comment === undefined ? {} : { comment }) };
      await api('PUT', `/polls/${poll}/vote`, by, vote);
    },
  };
}

/** How the host page shows the tab; see `teams-host.html`. */
export interface Hosted {
  readonly tab?: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly locale?: string;
  /** Deep link: the page asked for. */
  readonly sub?: string;
  readonly context?: 'content' | 'settings';
  readonly token?: 'consent' | 'fail';
  readonly team?: string;
}

/** Lets pages of the context open the host page on the tab's own origin, with the token that Teams would give. */
export async function serveHostPage(context: BrowserContext, token: () => Promise<string>): Promise<void> {
  await context.route('**/teams-host.html*', async (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: await readFile(HOST_PAGE, 'utf8') }),
  );
  await context.route('**/teams-host-token', async (route) => route.fulfill({ body: await token() }));
}

export function hostAddress(url: string, { tab = '/tab/', ...hosted }: Hosted): string {
  return `${url}/teams-host.html?${new URLSearchParams({ tab, team: TEAM, ...hosted })}`;
}

/** Switches a part of the app on and waits until everyone is told so: each process keeps what it read of the settings for two seconds. */
export async function switchOn(world: TabWorld, module: ModuleName): Promise<void> {
  const { coordinator, member } = people;
  await world.api('POST', `/modules/${module}`, coordinator, { on: true });
  await eventually(async () => {
    const { networks } = getMe.response.parse(await (await world.ask('/api/v1/me', member)).json());
    return networks.every(({ modules }) => modules.includes(module));
  });
}
