/** How soon the tab can be used on a phone: its first page and the material bank on a slow processor and a mobile network. Weights gate; times are printed, beside those of the same page without any brake. */
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../fakes/browser.ts';
import { startTabWorld, TAB_FOLDER } from '../fakes/tab-world.ts';

const RUNS = 5;
/** Bytes of gzip. */
const FIRST_VIEW = 150 * 1024;
/** A phone of the middle class beside this machine, and 4G as Lighthouse's “mobile slow 4G” has it: source: lighthouse, constants.js. */
const PHONE = { slower: 4, downloadBytes: (1.6 * 1024 * 1024) / 8, uploadBytes: (750 * 1024) / 8, latency: 150 };

const tell = (line = ''): void => void process.stdout.write(`${line}\n`);
const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
const manifest = JSON.parse(await readFile(join(TAB_FOLDER, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

function reach(name: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(name)) {
    seen.add(name);
    for (const next of manifest[name]?.imports ?? []) reach(next, seen);
  }
  return seen;
}

async function weigh(names: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const name of names)
    sum += gzipSync(await readFile(join(TAB_FOLDER, manifest[name]?.file ?? '')), { level: 9 }).length;
  return sum;
}

/** Milliseconds from asking for the page until `ready` can be used and the page has answered a tap on it. */
async function timed(browser: Browser, address: string, ready: string, isPhone: boolean): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fi-FI' });
  try {
    const page = await context.newPage();
    if (isPhone) {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: PHONE.slower });
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: PHONE.latency },
        ...{ downloadThroughput: PHONE.downloadBytes, uploadThroughput: PHONE.uploadBytes },
      });
    }
    const began = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator(ready).first().waitFor({ state: 'visible', timeout: 60_000 });
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 10_000 })));
    return performance.now() - began;
  } finally {
    await context.close();
  }
}

tell(`Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${process.platform}`);
const weight = await weigh(reach('index.html'));
const teams = await weigh(['src/host.ts']);
const kb = (bytes: number): string => (bytes / 1024).toFixed(1);
tell(`\nFirst view: ${kb(weight)} KB of script, gzip (at most ${kb(FIRST_VIEW)}); teams-js beside it ${kb(teams)} KB`);

const world = await startTabWorld('none');
const browser = await launchBrowser();
try {
  tell(
    `\nUntil it can be used, medians of ${RUNS}; phone: processor ÷ ${PHONE.slower}, 1.6 Mbit/s, ${PHONE.latency} ms`,
  );
  for (const [name, page, ready] of [
    ['home', '', 'main h1'],
    ['material bank', 'materials', 'main input[type=search], main [role=combobox]'],
  ] as const) {
    const measure = async (isPhone: boolean): Promise<number> => {
      const all: number[] = [];
      for (let n = 0; n < RUNS; n++) all.push(await timed(browser, `${world.url}/tab/${page}`, ready, isPhone));
      return median(all);
    };
    const [plain, phone] = [await measure(false), await measure(true)];
    tell(`  ${name.padEnd(14)} phone ${Math.round(phone)} ms, without brakes ${Math.round(plain)} ms`);
  }
} finally {
  await browser.close();
  await world.close();
}
if (weight > FIRST_VIEW) {
  tell('\nFAIL the first view is too heavy');
  process.exitCode = 1;
}
