/** Pages of the built tab in a host page of Teams, as a person meets them: what is wrong with how they look, and the keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { eventually } from './eventually.ts';
import { people, type Someone } from './http-app.ts';
import { type Hosted, hostAddress, serveHostPage, type TabWorld } from './tab-world.ts';

const THEMES = ['default', 'dark', 'contrast'] as const;
const SIZES = [
  { name: 'phone', width: 360, height: 740, least: 44 },
  { name: 'wide', width: 1280, height: 900, least: 24 },
] as const;

export interface TabPages {
  /** Opens a page of the tab and closes it afterwards. */
  inTeams(hosted: Hosted, use: (tab: FrameLocator, page: Page) => Promise<void>): Promise<void>;
  /** Pages opened from now on are read by someone else. The first reader is the coordinator. */
  readAs(someone: Someone): void;
  close(): Promise<void>;
}

export async function openTabPages(world: TabWorld): Promise<TabPages> {
  let reader: Someone = people.coordinator;
  const browser: Browser = await launchBrowser();
  const context = await browser.newContext({ locale: 'fi-FI', reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  await serveHostPage(context, () => world.issuer.sign(reader));
  return {
    async inTeams(hosted, use) {
      const page = await context.newPage();
      // Listened for from the start: a chooser that opens before the browser has heard of a listener is shown to nobody.
      page.on('filechooser', () => undefined);
      try {
        await page.goto(hostAddress(world.url, hosted));
        await use(page.frameLocator('#tab'), page);
      } finally {
        await page.close();
      }
    },
    readAs(someone) {
      reader = someone;
    },
    close: () => browser.close(),
  };
}

export const frameOf = (page: Page): Frame => {
  const frame = page.frames()[1];
  if (!frame) throw new Error('The tab has no frame.');
  return frame;
};

export const heading = (tab: FrameLocator, name: string): Locator => tab.getByRole('heading', { level: 1, name });

/** What is wrong with the page as it stands, in the three themes and two sizes; empty when nothing is. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, width, height, least } of SIZES) {
    await page.setViewportSize({ width, height });
    const frame = frameOf(page);
    await frame.evaluate(movedToTheEnd);
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

/** Dialogs grow while they open: their targets are measured when all that ends has ended. Runs in the page. */
const movedToTheEnd = (): Promise<unknown> =>
  Promise.allSettled(
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      .map(({ finished }) => finished),
  );

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
      'button, nav a, a.fui-Button, .choice, select, summary, a.back, a.more, .input, .check label, .reach a',
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

/** Presses Tab until the focus is on what is looked for: its tag and its name, as `BUTTON Tallenna`. */
export async function tabTo(page: Page, fits: (focused: string) => boolean): Promise<void> {
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
