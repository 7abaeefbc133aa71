/** The built tab inside Teams: single sign-on, deep links, themes, languages, the configuration page, and the states in its way. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../fakes/browser.ts';
import { eventually } from '../fakes/eventually.ts';
import { people, type Someone } from '../fakes/http-app.ts';
import { type Hosted, hostAddress, serveHostPage, startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

let world: TabWorld;
let browser: Browser;
let context: BrowserContext;
/** Whose token Teams gives. */
let reader: Someone = people.member;
let poll: string;

beforeAll(async () => {
  world = await startTabWorld('teams');
  ({ id: poll } = await world.createPoll({
    question: 'Mikä aihe syksyn webinaariin?',
    options: 'Koulukuljetukset\nKutsuliikenne\nTilastot',
  }));
  await world.vote(poll, people.external, ['o2']);
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1100, height: 800 }, locale: 'fi-FI' });
  context.setDefaultTimeout(20_000);
  await serveHostPage(context, () => world.issuer.sign(reader));
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

interface HostState {
  readonly calls: readonly string[];
  readonly settings?: unknown;
  readonly saved?: boolean;
  readonly tokens: number;
  setTheme(theme: string): void;
  allowTokens(): void;
  save(): void;
  back(): void;
}
type HostWindow = Window & { readonly host: HostState };

/** Opens the tab in the host page, runs `use`, closes it again. */
async function inTeams(hosted: Hosted, use: (tab: FrameLocator, page: Page) => Promise<void>): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(hostAddress(world.url, hosted));
    await use(page.frameLocator('#tab'), page);
  } finally {
    await page.close();
  }
}

const heading = (tab: FrameLocator, name: string | RegExp) => tab.getByRole('heading', { level: 1, name });
const pathOf = (page: Page): string => new URL(page.frames()[1]?.url() ?? 'about:blank').pathname;

describe('a deep link opens', () => {
  test.each([
    ['the home page', '', 'Etusivu', '/tab/'],
    ['the polls', 'polls', 'Äänestykset ja kyselyt', '/tab/polls'],
    ['one poll', 'POLL', 'Mikä aihe syksyn webinaariin?', '/tab/polls/POLL'],
    ['the materials', 'materials', 'Materiaalit', '/tab/materials'],
    ['one material', 'materials/sample-2', 'Kokeilulippu uusille asukkaille', '/tab/materials/sample-2'],
  ])('%s', async (_, link, title, path) => {
    const sub = link.replace('POLL', `polls/${poll}`);
    await inTeams({ sub }, async (tab, page) => {
      await heading(tab, title).waitFor();
      expect(pathOf(page)).toBe(path.replace('POLL', poll));
      const frame = page.frames()[1];
      expect(await frame?.title()).toBe(`${title} – Verkostobotti`);
      const calls = await page.evaluate(() => (window as unknown as HostWindow).host.calls);
      expect(calls).toEqual(expect.arrayContaining(['appInitialization.appLoaded', 'appInitialization.success']));
    });
  });

  test('the form of a new poll, for a coordinator', async () => {
    reader = people.coordinator;
    await inTeams({ sub: 'polls/new' }, async (tab) => heading(tab, 'Uusi äänestys').waitFor());
    reader = people.member;
  });

  test('a page that says so when there is nothing behind the link', async () => {
    await inTeams({ sub: 'polls/nothing-here' }, async (tab) => heading(tab, 'Sivua ei löytynyt').waitFor());
    await inTeams({ sub: 'no-such-place' }, async (tab) => heading(tab, 'Sivua ei löytynyt').waitFor());
  });
});

test('the person whom Teams vouches for is the one who votes', async () => {
  const asked: (string | undefined)[] = [];
  await inTeams({ sub: `polls/${poll}` }, async (tab, page) => {
    page.on('request', (request) => {
      if (request.url().includes('/vote')) asked.push(request.headers().authorization);
    });
    await tab.getByRole('radio', { name: 'Kutsuliikenne' }).check();
    await tab.getByRole('button', { name: 'Äänestä', exact: true }).click();
    await tab.getByText(/^Äänesi on tallessa/).waitFor();
    await tab.getByText('2 ääntä', { exact: true }).waitFor();
    expect(await page.evaluate(() => (window as unknown as HostWindow).host.tokens)).toBe(1);
  });
  expect(asked).toEqual([expect.stringMatching(/^Bearer ey/)]);
  const now = await world.api<{ own?: { choices: string[] } }>('GET', `/polls/${poll}`, people.member);
  expect(now.own?.choices).toEqual(['o2']);
});

test('Back, Forward and reload keep the place', async () => {
  await inTeams({}, async (tab, page) => {
    await heading(tab, 'Etusivu').waitFor();
    await tab.getByRole('link', { name: 'Materiaalit', exact: true }).click();
    await heading(tab, 'Materiaalit').waitFor();
    await tab.getByRole('link', { name: 'Kokeilulippu uusille asukkaille' }).click();
    await heading(tab, 'Kokeilulippu uusille asukkaille').waitFor();
    expect(
      await heading(tab, 'Kokeilulippu uusille asukkaille').evaluate((one) => one === document.activeElement),
    ).toBe(true);

    await page.evaluate(() => history.back());
    await heading(tab, 'Materiaalit').waitFor();
    await page.evaluate(() => history.forward());
    await heading(tab, 'Kokeilulippu uusille asukkaille').waitFor();

    const frame = page.frames()[1];
    await frame?.evaluate(() => location.reload());
    await frame?.waitForLoadState();
    await heading(tab, 'Kokeilulippu uusille asukkaille').waitFor();
    expect(pathOf(page)).toBe('/tab/materials/sample-2');

    await page.evaluate(() => (window as unknown as HostWindow).host.back());
    await heading(tab, 'Materiaalit').waitFor();
  });
});

test('the theme of Teams is followed, also when it changes', async () => {
  await inTeams({ theme: 'dark' }, async (tab, page) => {
    await heading(tab, 'Etusivu').waitFor();
    const looks = (): Promise<string[]> =>
      tab
        .locator('.app')
        .evaluate((app) => [document.documentElement.dataset.theme ?? '', getComputedStyle(app).backgroundColor]);
    const seen = [await looks()];
    for (const theme of ['contrast', 'default']) {
      await page.evaluate((to) => (window as unknown as HostWindow).host.setTheme(to), theme);
      await eventually(async () => (await looks())[0] === theme);
      seen.push(await looks());
    }
    expect(seen.map(([name]) => name)).toEqual(['dark', 'contrast', 'default']);
    expect(new Set(seen.map(([, colour]) => colour)).size).toBe(3);
  });
});

test.each([
  ['sv-fi', 'Omröstningar och enkäter', /Stänger .+ kl\. \d/],
  ['en-us', 'Polls and surveys', /Closes .+ at \d/],
])('with Teams in %s the tab speaks it', async (locale, title, deadline) => {
  await inTeams({ locale, sub: 'polls' }, async (tab, page) => {
    await heading(tab, title).waitFor();
    await tab.getByText(deadline).first().waitFor();
    expect(await page.frames()[1]?.evaluate(() => document.documentElement.lang)).toBe(locale.slice(0, 2));
  });
});

test('the configuration page tells Teams what to save', async () => {
  await inTeams({ tab: '/tab/configure', context: 'settings' }, async (tab, page) => {
    await heading(tab, 'Lisää verkoston sivut kanavalle').waitFor();
    await page.evaluate(() => (window as unknown as HostWindow).host.save());
    await eventually(() => page.evaluate(() => (window as unknown as HostWindow).host.saved === true));
    const settings = await page.evaluate(() => (window as unknown as HostWindow).host.settings);
    expect(settings).toMatchObject({
      contentUrl: `${world.url}/tab/`,
      websiteUrl: `${world.url}/tab/`,
      entityId: 'network',
      suggestedDisplayName: 'Verkosto',
    });
  });
});

describe('in the way', () => {
  test('consent that is missing is explained and asked for', async () => {
    await inTeams({ token: 'consent' }, async (tab, page) => {
      await heading(tab, 'Salli kirjautuminen').waitFor();
      await page.evaluate(() => (window as unknown as HostWindow).host.allowTokens());
      await tab.getByRole('button', { name: 'Kirjaudu' }).click();
      await heading(tab, 'Etusivu').waitFor();
    });
  });

  test('a token that Teams can’t give', async () => {
    await inTeams({ token: 'fail' }, async (tab) => heading(tab, 'Kirjautuminen ei onnistunut').waitFor());
  });

  test('a team that is no network of the reader', async () => {
    await inTeams({ team: '19:somewhere-else@thread.tacv2' }, async (tab) =>
      heading(tab, 'Et ole vielä mukana verkostossa').waitFor(),
    );
  });

  test('a plain browser, in which nobody vouches for the reader', async () => {
    const page = await context.newPage();
    await page.goto(`${world.url}/tab/polls`);
    await page.getByRole('heading', { level: 1, name: 'Avaa Teamsissa' }).waitFor();
    await page.close();
  });

  test('a server that fails names a reference, and trying again helps', async () => {
    const page = await context.newPage();
    let fails = true;
    await page.route(/\/polls$/, (route) =>
      fails
        ? route.fulfill({
            status: 500,
            contentType: 'application/problem+json',
            body: JSON.stringify({ code: 'internal', detail: 'Jokin meni vikaan.', reference: 'ref-42' }),
          })
        : route.continue(),
    );
    await page.goto(hostAddress(world.url, { sub: 'polls' }));
    const tab = page.frameLocator('#tab');
    await tab.getByText('Jokin meni vikaan.').waitFor();
    await tab.getByText('Tunnus ylläpidolle: ref-42').waitFor();
    fails = false;
    await tab.getByRole('button', { name: 'Yritä uudelleen' }).click();
    await tab.getByRole('link', { name: 'Mikä aihe syksyn webinaariin?' }).first().waitFor();
    await page.close();
  });

  test('a lost connection is told, and what was fetched stays', async () => {
    await inTeams({ sub: 'polls' }, async (tab) => {
      await tab.getByRole('link', { name: 'Mikä aihe syksyn webinaariin?' }).first().waitFor();
      await context.setOffline(true);
      await tab.getByText('Ei verkkoyhteyttä.').waitFor();
      expect(await tab.getByRole('link', { name: 'Mikä aihe syksyn webinaariin?' }).count()).toBeGreaterThan(0);
      await context.setOffline(false);
      await tab.getByText('Ei verkkoyhteyttä.').waitFor({ state: 'detached' });
    });
  });

  test('an answer that is slow is waited for with a word', async () => {
    const page = await context.newPage();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/\/materials\?/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(hostAddress(world.url, { sub: 'materials' }));
    const tab = page.frameLocator('#tab');
    await tab.getByText('Tämä kestää tavallista kauemmin.').waitFor();
    letGo();
    await tab.getByRole('link', { name: 'Kokeilulippu uusille asukkaille' }).waitFor();
    await page.close();
  });
});
