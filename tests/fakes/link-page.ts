/** Pages of the personal link in a browser: a small phone, pictures to look at, and what is wrong with a page as it stands. */
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Pictures to look at; only when a folder for them is named. */
const PICTURES = process.env.PICTURES;

/** A page of a phone of 360 px unless the options say otherwise. */
export async function withPage(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fi-FI', ...options });
  context.setDefaultTimeout(20_000);
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', forcedColors: 'none', contrast: 'no-preference' },
  contrast: { colorScheme: 'light', forcedColors: 'none', contrast: 'more' },
  forced: { colorScheme: 'dark', forcedColors: 'active', contrast: 'no-preference' },
} as const;

/** What is wrong with the page as it stands: by axe in each theme, by width, by the size of what one presses. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  await new AxeBuilder({ page }).analyze(); // brings axe into the page; looking again is much faster
  const faults: string[] = [];
  for (const [theme, media] of Object.entries(THEMES)) {
    await page.emulateMedia(media);
    await picture(page, `${name}-${theme}`);
    // Of forced colours axe computes those that the page asked for, and the system puts its own in their place.
    const off = theme === 'forced' ? ['color-contrast'] : [];
    const violations = await page.evaluate(async (without) => {
      const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
      const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
      const found = await axe.run({ rules });
      if (found.passes.length === 0) throw new Error('axe looked at nothing.');
      return found.violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html).join('; ')}`);
    }, off);
    faults.push(...violations.map((one) => `${theme}: ${one}`));
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (overflow > 0) faults.push(`${overflow} px wider than the screen`);
  return [...faults, ...(await smallTargets(page))];
}
type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const targets = document.querySelectorAll(
      'button, a.button, .choice, select, textarea, .entries a, header a, .notice a, .field > input:not([type=hidden])',
    );
    return [...targets].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      return height < 43.5 || width < 43.5 ? [`${one.tagName} “${one.textContent}” is ${width} × ${height} px`] : [];
    });
  });
