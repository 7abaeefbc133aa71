/** From the question to the announced result, in the emulator's page, by its driver and in the tab; in Finnish, and in Swedish for a guest. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type App, createApp } from '../../bot/app.ts';
import { loadConfig } from '../../bot/config.ts';
import { toInstant } from '../../bot/core/clock.ts';
import type { NetworkId } from '../../bot/core/ids.ts';
import { conversationEntries } from '../../bot/core/network.ts';
import { directoryScope, networkScope } from '../../bot/core/scope.ts';
import { type Poll, polls } from '../../bot/features/polls/poll.ts';
import { posts } from '../../bot/jobs/post.ts';
import { type Playground, startPlayground } from '../../scripts/playground.ts';
import { freePort } from '../../scripts/ports.ts';
import { fillSample, sampleTeam } from '../../scripts/sample.ts';
import { launchBrowser } from '../fakes/browser.ts';
import { eventually } from '../fakes/eventually.ts';
import { fakeLog } from '../fakes/fake-log.ts';
import { writeInChannel } from '../fakes/playground-page.ts';

const [, reino, linnea] = sampleTeam.people;
/** Moves the app's clock ahead, so that a deadline needs no waiting. */
let ahead = 0;
let app: App;
let address: string;
let teams: Playground;
let browser: Browser;
let page: Page;
let folder: string;
let network: NetworkId;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-polls-'));
  app = await createApp(loadConfig({ AUTH: 'none', HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder }), {
    clock: { now: () => toInstant(Date.now() + ahead) },
    log: fakeLog(),
  });
  address = await app.listen();
  teams = await startPlayground(sampleTeam, {
    port: await freePort(56_200),
    messages: `${address}/api/messages`,
    folder: join(folder, 'emulator'),
  });
  await teams.install('team');
  const entry = `conversation|${sampleTeam.team.id}`;
  network = await eventually(async () => {
    const found = await app.services.store.get(directoryScope(entry), conversationEntries, entry);
    return found && (await app.gate.work(found.value.network))?.network.id;
  });
  await fillSample(app.services.store, network);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 1400 }, locale: 'fi-FI' });
  await page.goto(teams.url);
  await page.getByRole('treeitem', { name: /General/ }).click();
});

afterAll(async () => {
  await browser?.close();
  await teams?.close();
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const theCard = (text: string | RegExp) => page.locator('.ac-adaptiveCard').filter({ hasText: text });

async function pollNow(question: string): Promise<Poll | undefined> {
  const { items } = await app.services.store.list(networkScope(network), polls, { page: 100 });
  return items.map(({ value }) => value).find((one) => one.question === question);
}

test('a coordinator asks in the channel, members vote and change their vote, the poll closes by itself and the tab shows the same', async () => {
  const question = 'Mikä aihe kevään webinaariin?';
  await writeInChannel(page, `äänestys ${question} | Koulukuljetukset | Kutsuliikenne | Tilastot`);

  const card = theCard(question).first();
  await card.getByRole('button', { name: /Koulukuljetukset/ }).waitFor();
  const asked = await eventually(() => pollNow(question));
  const [school, onDemand] = asked.options.map(({ id }) => id);
  const message = await eventually(
    async () => (await app.services.store.get(networkScope(network), posts, asked.post))?.value.messageId,
  );

  await card.getByRole('button', { name: /Kutsuliikenne/ }).click();
  await theCard(/Äänesi/)
    .first()
    .waitFor();
  const finnish = await teams.press(reino, message, 'polls.vote', { poll: asked.id, choice: onDemand });
  expect(JSON.stringify(finnish)).toMatch(/Äänesi/);
  const swedish = await teams.press(linnea, message, 'polls.vote', { poll: asked.id, choice: school });
  expect(JSON.stringify(swedish)).toMatch(/[Rr]öst/);
  expect(JSON.stringify(swedish)).not.toMatch(/Äänesi/);
  const changed = await teams.press(reino, message, 'polls.vote', { poll: asked.id, choice: school });
  expect(JSON.stringify(changed)).toMatch(/Äänesi/);

  await theCard(/3 jäsentä/)
    .or(theCard(/3\s*\/\s*9/))
    .first()
    .waitFor();

  ahead = Date.parse(asked.closesAt) - Date.now() + 6000;
  const result = await eventually(async () => (await pollNow(question))?.result);
  expect(result).toMatchObject({ voters: 3, counts: { [school ?? '']: 2, [onDemand ?? '']: 1 }, leaders: [school] });
  await theCard(/päättyi|päättynyt|Tulos/)
    .filter({ hasText: 'Koulukuljetukset' })
    .last()
    .waitFor();

  const tab = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'fi-FI' });
  await tab.goto(`${address}/tab/polls/${asked.id}`);
  const row = (label: string) => tab.getByRole('row').filter({ hasText: label });
  await tab.getByRole('radio', { name: 'Taulukko' }).check(); // the browser of the demo acts as the coordinator
  await row('Koulukuljetukset').getByText('2', { exact: true }).first().waitFor();
  await row('Kutsuliikenne').getByText('1', { exact: true }).first().waitFor();
});
