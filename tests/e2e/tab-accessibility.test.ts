/** Every page of the tab in three themes, on a phone and a wide screen: axe, overflow, sizes of targets, and the keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../fakes/browser.ts';
import { eventually } from '../fakes/eventually.ts';
import { people, type Someone } from '../fakes/http-app.ts';
import { type Hosted, hostAddress, serveHostPage, startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

const THEMES = ['default', 'dark', 'contrast'] as const;
const SIZES = [
  { name: 'phone', width: 360, height: 740, least: 44 },
  { name: 'wide', width: 1280, height: 900, least: 24 },
] as const;

let world: TabWorld;
let browser: Browser;
let context: BrowserContext;
let reader: Someone = people.coordinator;
const polls: Record<string, string> = {};

beforeAll(async () => {
  world = await startTabWorld('teams');
  const drafts = {
    open: { question: 'Mikä aihe syksyn webinaariin?', options: 'Koulukuljetukset\nKutsuliikenne\nTilastot' },
    named: {
      question: 'Mitkä kaksi teemaa ensi vuodelle?',
      options: 'Kilpailutus\nHaja-asutusalueet\nPäättäjien koulutus',
      secrecy: 'named',
      mostChoices: '2',
      membersAddOptions: 'true',
    },
    secret: { question: 'Ydinryhmän edustaja', options: 'Ensimmäinen\nToinen', secrecy: 'secret' },
    keyboard: { question: 'Sopiiko etäosallistuminen?', options: 'Kyllä\nEi' },
    tie: { question: 'Seminaarin paikka', options: 'Akaa\nRiihimäki' },
  };
  for (const [name, draft] of Object.entries(drafts)) polls[name] = (await world.createPoll(draft)).id;
  await world.vote(polls.open ?? '', people.member, ['o1'], 'Tästä riittää kysyttävää.');
  await world.vote(polls.named ?? '', people.coordinator, ['o1', 'o2']);
  await world.vote(polls.tie ?? '', people.member, ['o1']);
  await world.vote(polls.tie ?? '', people.coordinator, ['o2']);
  await world.api('POST', `/polls/${polls.tie}/close`, people.coordinator, {});
  await eventually(async () => {
    const { phase } = await world.api<{ phase: string }>('GET', `/polls/${polls.tie}`, people.coordinator);
    return phase === 'closed';
  }, 40_000);
  browser = await launchBrowser();
  context = await browser.newContext({ locale: 'fi-FI', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  await serveHostPage(context, () => world.issuer.sign(reader));
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function inTeams(hosted: Hosted, use: (tab: FrameLocator, page: Page) => Promise<void>): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(hostAddress(world.url, hosted));
    await use(page.frameLocator('#tab'), page);
  } finally {
    await page.close();
  }
}

const frameOf = (page: Page): Frame => {
  const frame = page.frames()[1];
  if (!frame) throw new Error('The tab has no frame.');
  return frame;
};

/** What is wrong with the page as it stands, in the three themes and two sizes; empty when nothing is. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, width, height, least } of SIZES) {
    await page.setViewportSize({ width, height });
    const frame = frameOf(page);
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) faults.push(`${name}: ${overflow} px wider than the screen`);
    faults.push(...(await smallTargets(frame, least)).map((one) => `${name}: ${one}`));
    for (const theme of THEMES) {
      await page.evaluate(
        (to) => (window as unknown as { host: { setTheme(theme: string): void } }).host.setTheme(to),
        theme,
      );
      await eventually(() => frame.evaluate((to) => document.documentElement.dataset.theme === to, theme));
      faults.push(...(await violationsOf(page)).map((one) => `${name}, ${theme}: ${one}`));
    }
  }
  return faults;
}

/** Axe enters the frame by its own means once; what it leaves there looks again, much faster, when size or theme has changed. */
async function violationsOf(page: Page): Promise<string[]> {
  const frame = frameOf(page);
  if (!(await frame.evaluate(() => 'axe' in window))) await new AxeBuilder({ page }).analyze();
  return frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    const { violations, passes } = await axe.run();
    if (passes.length === 0) throw new Error('axe looked at nothing.');
    return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
  });
}
type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

/** Links within a sentence may be as small as the sentence; all else is a target of `least` pixels. */
const smallTargets = (frame: Frame, least: number): Promise<string[]> =>
  frame.evaluate((pixels) => {
    const targets = document.querySelectorAll<HTMLElement>(
      'button, nav a, a.fui-Button, .choice, select, summary, a.back, a.more',
    );
    return [...targets].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      const isSeen = width > 0 && !one.closest('[inert]');
      const need = one.matches('a.back, summary, a.more') ? 24 : pixels;
      return isSeen && (height < need - 0.5 || width < 24)
        ? [`${one.tagName} “${one.textContent}” is ${Math.round(width)} × ${Math.round(height)} px`]
        : [];
    });
  }, least);

const heading = (tab: FrameLocator, name: string) => tab.getByRole('heading', { level: 1, name });

describe('nothing is wrong with', () => {
  test.each([
    ['the home page', '', 'Etusivu', 'Uusimmat materiaalit'],
    ['the polls', 'polls', 'Äänestykset ja kyselyt', 'Päättyneet'],
    ['an open poll', 'open', 'Mikä aihe syksyn webinaariin?', 'Koordinaattorille'],
    ['a poll with names', 'named', 'Mitkä kaksi teemaa ensi vuodelle?', 'Koordinaattorille'],
    ['a secret poll', 'secret', 'Ydinryhmän edustaja', 'Koordinaattorille'],
    ['a poll that ended in a tie', 'tie', 'Seminaarin paikka', 'Koordinaattorille'],
    ['a poll with a winner', 'polls/sample-1', 'Mikä aihe syksyn webinaariin?', 'Koordinaattorille'],
    ['the materials', 'materials', 'Materiaalit', 'Kokeilulippu uusille asukkaille'],
    ['one material', 'materials/sample-2', 'Kokeilulippu uusille asukkaille', 'Laji'],
    ['a page that is not there', 'polls/nothing', 'Sivua ei löytynyt', 'Äänestystä ei löytynyt'],
  ])('%s', async (_, link, title, sign) => {
    await inTeams({ sub: polls[link] ? `polls/${polls[link]}` : link }, async (tab, page) => {
      await heading(tab, title).waitFor();
      await tab.getByText(sign).first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('results as a table', async () => {
    await inTeams({ sub: `polls/${polls.named}` }, async (tab, page) => {
      await tab.getByRole('radio', { name: 'Taulukko' }).check();
      const row = tab.getByRole('row', { name: /Kilpailutus/ });
      await row.waitFor();
      expect(await row.getByRole('cell').allInnerTexts()).toEqual(['1', '100\u00a0%', people.coordinator.name]);
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('a new poll, with its settings, its preview and its mistakes', async () => {
    await inTeams({ sub: 'polls/new' }, async (tab, page) => {
      await tab.getByText('Lisää asetuksia').click();
      await tab.getByRole('button', { name: 'Julkaise äänestys' }).click();
      await tab.getByText('Kirjoita kysymys.').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByLabel('Kysymys').fill('Mihin aikaan?');
      await tab.getByRole('textbox', { name: 'Vaihtoehto 1' }).fill('Aamulla');
      await tab.getByRole('textbox', { name: 'Vaihtoehto 2' }).fill('Illalla');
      await tab.locator('.adaptive-card').getByText('Aamulla').waitFor();
      await tab.getByRole('radio', { name: 'Puhelimella' }).check();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test.each([
    ['Korjaa tekstiä', 'open', 'Tallenna'],
    ['Muistuta', 'open', 'Lähetä muistutus'],
    ['Päätä äänestys nyt', 'open', 'Peruuta'],
    ['Ratkaise tasatulos', 'tie', 'Peruuta'],
    ['Avaa uudelleen', 'tie', 'Peruuta'],
  ])('the dialog of “%s”', async (button, of, sign) => {
    await inTeams({ sub: `polls/${polls[of]}` }, async (tab, page) => {
      await tab.getByRole('button', { name: button }).click();
      await tab.getByRole('dialog').getByRole('button', { name: sign }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await tab.getByRole('dialog').waitFor({ state: 'detached' });
      await eventually(() =>
        tab.getByRole('button', { name: button }).evaluate((one) => one === document.activeElement),
      );
    });
  });

  test('the configuration page', async () => {
    await inTeams({ tab: '/tab/configure', context: 'settings' }, async (tab, page) => {
      await heading(tab, 'Lisää verkoston sivut kanavalle').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test.each(['consent', 'fail'] as const)('the page that stands in the way: %s', async (token) => {
    await inTeams({ token }, async (tab, page) => {
      await tab.getByRole('heading', { level: 1 }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

describe('with the keyboard alone', () => {
  /** Presses Tab until the focus is on what is looked for. */
  async function tabTo(page: Page, fits: (focused: string) => boolean): Promise<void> {
    for (let press = 0; press < 60; press++) {
      const focused = await frameOf(page).evaluate(() => {
        const one = document.activeElement;
        const label = (one as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '';
        return `${one?.tagName} ${one?.getAttribute('aria-label') ?? (label || one?.textContent)}`;
      });
      if (fits(focused)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('The keyboard does not reach it.');
  }

  test('a member votes', async () => {
    reader = people.member;
    await inTeams({ sub: `polls/${polls.keyboard}` }, async (tab, page) => {
      await tab.getByRole('radio', { name: 'Kyllä' }).waitFor();
      await tab.locator('body').focus();
      await tabTo(page, (focused) => focused === 'INPUT Kyllä');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, (focused) => focused === 'BUTTON Äänestä');
      await page.keyboard.press('Enter');
      await tab.getByText(/^Äänesi on tallessa/).waitFor();
    });
    const now = await world.api<{ own?: { choices: string[] } }>('GET', `/polls/${polls.keyboard}`, people.member);
    expect(now.own?.choices).toEqual(['o2']);
    reader = people.coordinator;
  });

  test('a coordinator publishes a poll', async () => {
    await inTeams({ sub: 'polls' }, async (tab, page) => {
      await tab.getByRole('link', { name: 'Uusi äänestys' }).waitFor();
      await tab.locator('body').focus();
      await tabTo(page, (focused) => focused === 'A Uusi äänestys');
      await page.keyboard.press('Enter');
      await heading(tab, 'Uusi äänestys').waitFor();
      await tabTo(page, (focused) => focused.startsWith('TEXTAREA Kysymys'));
      await page.keyboard.type('Kuka vetää puhetta?');
      await tabTo(page, (focused) => focused === 'INPUT Vaihtoehto 1');
      await page.keyboard.type('Koordinaattori');
      await tabTo(page, (focused) => focused === 'INPUT Vaihtoehto 2');
      await page.keyboard.type('Vuorotellen');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Kunta, jossa kokous pidetään');
      await tabTo(page, (focused) => focused === 'BUTTON Julkaise äänestys');
      await page.keyboard.press('Enter');
      await heading(tab, 'Kuka vetää puhetta?').waitFor();
      expect(await tab.locator('.choice').count()).toBe(3);
      await eventually(() => heading(tab, 'Kuka vetää puhetta?').evaluate((one) => one === document.activeElement));
    });
  });
});
