/** The app with its sample network in Microsoft's emulator of Teams, and its channel open in a real browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { type App, createApp } from '../../bot/app.ts';
import { loadConfig } from '../../bot/config.ts';
import { toInstant } from '../../bot/core/clock.ts';
import type { ActivityId, NetworkId, PostId } from '../../bot/core/ids.ts';
import type { Kind } from '../../bot/core/kind.ts';
import { conversationEntries } from '../../bot/core/network.ts';
import { directoryScope, networkScope } from '../../bot/core/scope.ts';
import { posts } from '../../bot/jobs/post.ts';
import { type Playground, startPlayground } from '../../scripts/playground.ts';
import { freePort } from '../../scripts/ports.ts';
import { fillSample, sampleTeam } from '../../scripts/sample.ts';
import { launchBrowser } from './browser.ts';
import { eventually } from './eventually.ts';
import { fakeLog } from './fake-log.ts';

export interface EmulatedTeam {
  readonly app: App;
  /** Where the app answers; the tab there acts as the coordinator. */
  readonly address: string;
  readonly teams: Playground;
  readonly browser: Browser;
  /** The emulator's page with the network's channel, where the coordinator sits. */
  readonly channel: Page;
  readonly network: NetworkId;
  /** How far the app's clock is ahead, in milliseconds, so that a deadline needs no waiting. */
  ahead: number;
  /** Cards in the channel that say this. */
  theCard(text: string | RegExp): Locator;
  /** The first activity of a kind that fits. */
  find<T extends { readonly id: ActivityId }>(kind: Kind<T>, fits: (of: T) => boolean): Promise<T | undefined>;
  /** Id of a post's message, once it stands in the channel. */
  messageOf(post: PostId): Promise<string>;
  close(): Promise<void>;
}

export async function openEmulatedTeam(env: Readonly<Record<string, string>> = {}): Promise<EmulatedTeam> {
  const folder = await mkdtemp(join(tmpdir(), 'emulated-team-'));
  const settings = { AUTH: 'none', HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder };
  const world = { ahead: 0 };
  const app = await createApp(loadConfig({ ...settings, ...env }), {
    clock: { now: () => toInstant(Date.now() + world.ahead) },
    log: fakeLog(),
  });
  const { store } = app.services;
  const address = await app.listen();
  const teams = await startPlayground(sampleTeam, {
    port: await freePort(56_200),
    messages: `${address}/api/messages`,
    folder: join(folder, 'emulator'),
  });
  await teams.install('team');
  const entry = `conversation|${sampleTeam.team.id}`;
  const network = await eventually(async () => {
    const found = await store.get(directoryScope(entry), conversationEntries, entry);
    return found && (await app.gate.work(found.value.network))?.network.id;
  });
  await fillSample(store, network);
  const browser = await launchBrowser();
  const channel = await browser.newPage({ viewport: { width: 1280, height: 1400 }, locale: 'fi-FI' });
  await channel.goto(teams.url);
  await channel.getByRole('treeitem', { name: /General/ }).click();
  return Object.assign(world, {
    ...{ app, address, teams, browser, channel, network },
    theCard: (text: string | RegExp) => channel.locator('.ac-adaptiveCard').filter({ hasText: text }),
    async find<T extends { readonly id: ActivityId }>(kind: Kind<T>, fits: (of: T) => boolean) {
      const { items } = await store.list(networkScope(network), kind, { page: 1000 });
      return items.map(({ value }) => value).find(fits);
    },
    messageOf: (post: PostId) =>
      eventually(async () => (await store.get(networkScope(network), posts, post))?.value.messageId),
    async close() {
      await browser.close();
      await teams.close();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  });
}
