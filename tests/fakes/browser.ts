/** The browser of tests and pictures: the system's Chromium or Chrome, else the one inside `@sparticuz/chromium`. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Nothing may leave the machine or outlive a test; rendering is the same with and without a graphics card. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Starts a headless browser; the caller closes it. `flags` are added to the usual ones. */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system) return chromium.launch({ executablePath: system, args: [...FLAGS, ...flags] });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...packed.args.filter((flag) => !flag.startsWith('--headless')), ...FLAGS, ...flags],
    headless: true,
  });
}
