/** `npm run pictures`: plays a short story in the emulator and the tab, and keeps what shows as the pictures of README.md. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { type App, createApp } from '../bot/app.ts';
import { loadConfig } from '../bot/config.ts';
import { toInstant } from '../bot/core/clock.ts';
import { type NetworkId, type PersonKey, personOf } from '../bot/core/ids.ts';
import { conversationEntries, mailPerson, memberIdOf, members } from '../bot/core/network.ts';
import { directoryScope, networkScope } from '../bot/core/scope.ts';
import { update } from '../bot/core/update.ts';
import { type Event, events } from '../bot/features/events/event.ts';
import { type Poll, polls } from '../bot/features/polls/poll.ts';
import { posts } from '../bot/jobs/post.ts';
import { launchBrowser } from '../tests/fakes/browser.ts';
import { writeInChannel } from '../tests/fakes/playground-page.ts';
import { hostAddress, serveHostPage } from '../tests/fakes/tab-world.ts';
import { type Person, type Playground, startPlayground } from './playground.ts';
import { freePort } from './ports.ts';
import { fillSample, sampleTeam } from './sample.ts';

/** The story begins on a Monday in January, after the year that the sample network looks back on. */
const BEGINS = Date.parse('2025-01-20T07:04:00Z');
const QUESTION = 'Mikä aihe kevään webinaariin?';
const OPTIONS = ['Koulukuljetukset', 'Kutsuliikenne', 'Tilastot'] as const;
const SEMINAR = 'Pienten kuntien joukkoliikennepäivä';
const INVITATION = `seminaari ${SEMINAR} | 13.2. klo 9–16 | Akaan kaupungintalo | https://teams.microsoft.com/l/meetup-join/esimerkki | ilmoittautuminen viimeistään 6.2. klo 16`;
/** Pixels of a picture to each pixel of the page, so that text stays sharp on every screen. */
const SHARPNESS = 1.5;
const PATIENCE = 60_000;
/** Around a message, in pixels of the page. */
const MARGIN = 12;

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'pictures');
const [kaisa, reino, , vuokko, pentti] = sampleTeam.people;
/** Oili of the sample network, whom mail alone reaches. */
const byMail = mailPerson('sample-1');
const keyOf = (one: Person): PersonKey => personOf(sampleTeam.tenant, one.objectId);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Near Teams' own typeface on machines that don't have it. */
const TYPEFACE = `* { font-family: 'Segoe UI', 'Liberation Sans', sans-serif !important; }`;
/** What is the emulator's own: its menus and its notes about what was sent. */
const EMULATOR_STYLE = `[aria-label='Show more information'], [aria-label='Display Invoked Message'] { visibility: hidden; }`;

let ahead = 0;
const began = Date.now();
const now = (): number => BEGINS + Date.now() - began + ahead;

const temporary = await mkdtemp(join(tmpdir(), 'pictures-'));
let app: App | undefined;
let teams: Playground | undefined;
let browser: Browser | undefined;
try {
  const tabFolder = join(temporary, 'tab');
  await buildTab(tabFolder);
  const config = loadConfig({
    AUTH: 'none',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: join(temporary, 'data'),
    LOG_LEVEL: 'error',
  });
  app = await createApp(config, { clock: { now: () => toInstant(now()) }, tabFolder });
  const address = await app.listen();
  teams = await startPlayground(sampleTeam, {
    port: await freePort(56_300),
    messages: `${address}/api/messages`,
    folder: join(temporary, 'emulator'),
  });
  browser = await launchBrowser();
  await mkdir(folder, { recursive: true });
  await story(app, address, teams, browser);
} finally {
  await browser?.close();
  await Promise.allSettled([teams?.close(), app?.close()]);
  await rm(temporary, { recursive: true, force: true });
}

async function story(of: App, address: string, emulator: Playground, chromium: Browser): Promise<void> {
  const { store } = of.services;
  const context = await chromium.newContext({
    viewport: { width: 1280, height: 1600 },
    deviceScaleFactor: SHARPNESS,
    locale: 'fi-FI',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await emulator.install('team');
  const network = await eventually(() => installedIn(of));
  const scope = networkScope(network);
  await page.goto(emulator.url);
  await page.addStyleTag({ content: TYPEFACE + EMULATOR_STYLE });
  await page.getByRole('treeitem', { name: /General/ }).click();

  // ── The coordinator sets the network up ──
  const welcome = cardWith(page, 'Tervetuloa');
  await welcome.waitFor();
  await pictureOfMessage(welcome, 'setup-card');
  await update({ store, scope, kind: members, id: kaisa.objectId }, (kept) => ({
    person: keyOf(kaisa),
    teamsId: kaisa.id,
    name: kaisa.name,
    isGuest: false,
    ...kept,
    locale: 'fi' as const, // the emulator itself speaks English only
  }));
  await welcome.getByRole('button', { name: 'Aloita käyttöönotto' }).click();
  const settings = cardWith(page, 'Verkoston asetukset');
  await settings.waitFor();
  await pictureOfMessage(settings, 'setup-form');
  await settings.getByRole('button', { name: 'Tallenna' }).click();
  await cardWith(page, /on tallennettu|on käytössä/).waitFor();
  await fillSample(store, network);

  // ── She asks, and members vote ──
  await writeInChannel(page, `äänestys ${QUESTION} | ${OPTIONS.join(' | ')}`);
  const card = cardWith(page, QUESTION);
  await card.getByRole('button', { name: OPTIONS[0] }).waitFor();
  const poll = await eventually(() => pollNow(of, network));
  const message = await eventually(async () => (await store.get(scope, posts, poll.post))?.value.messageId);
  await pictureOfMessage(card, 'poll-card');
  const [school, onDemand] = poll.options.map(({ id }) => id);
  for (const [who, choice] of [
    [reino, school],
    [vuokko, school],
    [kaisa, onDemand],
  ] as const) {
    await emulator.press(who, message, 'polls.vote', { poll: poll.id, choice });
  }
  await cardWith(page, /3\s*\/\s*9/).waitFor();
  await card.getByRole('button', { name: 'Oma ääneni' }).click();
  const own = cardWith(page, 'Äänesi:');
  await own.waitFor();
  await pictureOfMessage(own, 'own-vote');

  // ── The same by a form in the 1:1 chat ──
  await page.getByRole('treeitem', { name: /Personal Chat/ }).click();
  const line = page.getByRole('textbox').last();
  await line.click();
  await page.keyboard.type('äänestys');
  await page.getByRole('button', { name: 'Send Message' }).click();
  const chatForm = cardWith(page, 'Uusi äänestys');
  await chatForm.waitFor();
  await pictureOfMessage(chatForm, 'chat-form');
  await page.getByRole('treeitem', { name: /General/ }).click();

  // ── The tab meanwhile ──
  const tab = await context.newPage();
  await serveHostPage(context, async () => '');
  const show = (what: Shown) => openTab(tab, address, what);
  await pictureOf(tab, await show({ as: kaisa, page: '', waitFor: QUESTION, height: 650 }), 'tab-home');
  await pictureOf(
    tab,
    await show({ as: kaisa, page: `polls/${poll.id}`, waitFor: 'Koordinaattorille', height: 1120 }),
    'tab-poll',
  );
  const form = await show({ as: kaisa, page: 'polls/new', waitFor: 'Uusi äänestys', height: 625 });
  await fillForm(form);
  await pictureOf(tab, form, 'tab-new-poll');
  await pictureOf(tab, await show({ as: kaisa, page: 'materials', waitFor: 'Kokeilulippu' }), 'tab-materials');
  for (const theme of ['dark', 'contrast'] as const) {
    await pictureOf(
      tab,
      await show({ as: reino, page: `polls/${poll.id}`, waitFor: 'Taulukko', theme }),
      `tab-${theme}`,
    );
  }
  await pictureOf(tab, await show({ as: pentti, page: '', waitFor: QUESTION, isPhone: true }), 'tab-phone-home');
  await pictureOf(
    tab,
    await show({ as: pentti, page: `polls/${poll.id}`, waitFor: QUESTION, isPhone: true }),
    'tab-phone-vote',
  );

  await pictureOf(tab, await show({ as: reino, page: 'members', waitFor: 'Uusikaupunki', height: 900 }), 'tab-members');

  // ── She invites to a seminar, and members answer ──
  await writeInChannel(page, INVITATION);
  const invitation = cardWith(page, SEMINAR);
  await invitation.getByRole('button', { name: 'Tulen paikalle' }).waitFor();
  const event = await eventually(() => eventNow(of, network));
  const thread = await eventually(async () => (await store.get(scope, posts, event.post))?.value.messageId);
  for (const [who, attendance] of [
    [reino, 'room'],
    [vuokko, 'room'],
    [pentti, 'online'],
  ] as const) {
    await emulator.press(who, thread, 'events.answer', { event: event.id, attendance });
  }
  await cardWith(page, /Paikan päälle tulossa 2/).waitFor();
  await pictureOfMessage(invitation, 'event-card');
  await pictureOf(
    tab,
    await show({ as: pentti, page: `events/${event.id}`, waitFor: 'Paikkasi on varattu', isPhone: true }),
    'event-phone',
  );
  await pictureOf(
    tab,
    await show({ as: kaisa, page: `events/${event.id}`, waitFor: 'Koordinaattorille', height: 1500 }),
    'event-tab',
  );

  // ── Someone without Teams opens the link of their letter ──
  const phone = await chromium.newContext({
    ...{ viewport: { width: 390, height: 800 }, deviceScaleFactor: SHARPNESS },
    ...{ locale: 'fi-FI', javaScriptEnabled: false },
  });
  const link = await phone.newPage();
  await link.goto(await of.services.linkForPerson(network, memberIdOf(byMail), `polls/${poll.id}`));
  await link.getByText(QUESTION).first().waitFor();
  await keep('link-vote', await link.screenshot());
  await phone.close();

  // ── The deadline passes ──
  ahead = Date.parse(poll.closesAt) - (BEGINS + Date.now() - began) + 6000;
  await eventually(async () => (await pollNow(of, network))?.result);
  const result = page.locator('.ac-adaptiveCard').filter({ hasText: 'Tulos:' }).last();
  await result.waitFor();
  await pictureOfMessage(result, 'result');
  await pictureOf(
    tab,
    await show({ as: reino, page: `polls/${poll.id}`, waitFor: 'Voittaja', height: 520 }),
    'tab-result',
  );
}

interface Shown {
  readonly as: Person;
  /** Path under `/tab/`. */
  readonly page: string;
  /** Text that shows when the page is ready. */
  readonly waitFor: string;
  readonly theme?: 'dark' | 'contrast';
  readonly isPhone?: boolean;
  /** Of the picture, in pixels of the page; by default what the first screen shows. */
  readonly height?: number;
}

/** The tab as Teams frames it, used by one of the sample people. */
async function openTab(tab: Page, address: string, what: Shown): Promise<FrameLocator> {
  await tab.setViewportSize({ width: what.isPhone ? 390 : 1100, height: what.height ?? 760 });
  await tab.clock.setFixedTime(now());
  await tab.goto(`${address}/tab/icon.svg`); // the tab's own origin, before the tab is there
  await tab.evaluate(([key, person]) => localStorage.setItem(key, person), [
    'verkostobotti.actAs',
    keyOf(what.as),
  ] as const);
  const { team } = sampleTeam;
  await tab.goto(hostAddress(address, { team: team.id, sub: what.page, ...(what.theme ? { theme: what.theme } : {}) }));
  const frame = tab.frameLocator('#tab');
  await frame.getByText(what.waitFor).first().waitFor();
  // Acting as someone is for the demo alone.
  await frame.locator('.demo').evaluate((chooser) => chooser.remove());
  return frame;
}

async function fillForm(form: FrameLocator): Promise<void> {
  await form.getByRole('textbox', { name: 'Kysymys' }).fill('Mitä aihetta käsittelemme syksyn seminaarissa?');
  const options = form.getByRole('textbox', { name: /aihtoehto/ });
  await options.nth(0).fill('Kilpailutus pienessä kunnassa');
  await options.nth(1).fill('Haja-asutusalueiden liikenne');
  await form.locator('.ac-adaptiveCard').getByText('Haja-asutusalueiden liikenne').waitFor();
}

async function pictureOf(tab: Page, frame: FrameLocator, name: string): Promise<void> {
  await frame.locator('body').evaluate((body, style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    body.ownerDocument.adoptedStyleSheets.push(sheet); // a style element would be refused by the tab's content policy
    (body.ownerDocument.activeElement as HTMLElement | null)?.blur();
  }, TYPEFACE);
  await keep(name, await tab.screenshot({ animations: 'disabled' }));
}

/** The message from its author's name to the end of its card. */
async function pictureOfMessage(card: Locator, name: string): Promise<void> {
  const page = card.page();
  await page.mouse.move(0, 0);
  await card.scrollIntoViewIfNeeded();
  const authors = page.locator('.fui-Text').filter({ hasText: /^Verkostobotti$/ });
  // The emulator's own clock is not that of the story.
  await page
    .locator('.fui-Text')
    .filter({ hasText: /\d[.:]\d\d$/ })
    .evaluateAll((times) => {
      for (const time of times) time.setAttribute('style', 'visibility: hidden');
    });
  const box = await boxOf(card);
  const above = (await Promise.all((await authors.all()).map(boxOf))).filter(({ y }) => y < box.y);
  const author = above.sort((a, b) => b.y - a.y)[0] ?? box;
  const left = Math.min(author.x, box.x) - MARGIN;
  const top = author.y - MARGIN;
  const clip = {
    x: left,
    y: top,
    width: box.width + 2 * (box.x - left), // as much to its right as to its left
    height: box.y + box.height + MARGIN - top,
  };
  await keep(name, await page.screenshot({ animations: 'disabled', clip }));
}

async function boxOf(one: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await one.boundingBox();
  if (!box) throw new Error('What a picture is to show is not on the page.');
  return box;
}

async function keep(name: string, png: Buffer): Promise<void> {
  await writeFile(join(folder, `${name}.png`), png);
  tell(`docs/pictures/${name}.png  ${Math.round(png.length / 1024)} KB`);
}

function cardWith(page: Page, text: string | RegExp): Locator {
  return page.locator('.ac-adaptiveCard').filter({ hasText: text }).first();
}

async function installedIn(of: App): Promise<NetworkId | undefined> {
  const entry = `conversation|${sampleTeam.team.id}`;
  const found = await of.services.store.get(directoryScope(entry), conversationEntries, entry);
  return found && (await of.gate.work(found.value.network))?.network.id;
}

/** The poll of the story; the sample has an earlier one with the same question. */
async function eventNow(of: App, network: NetworkId): Promise<Event | undefined> {
  const { items } = await of.services.store.list(networkScope(network), events, { page: 1000 });
  return items.map(({ value }) => value).find(({ title }) => title === SEMINAR);
}

async function pollNow(of: App, network: NetworkId): Promise<Poll | undefined> {
  const { items } = await of.services.store.list(networkScope(network), polls, { page: 100 });
  return items.map(({ value }) => value).find(({ id, question }) => question === QUESTION && !id.startsWith('sample-'));
}

/** What `look` finds, as soon as it finds something. */
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The story came to a halt: what was waited for did not happen within a minute.');
}

/** The present sources, built beside whatever build is in use. */
async function buildTab(into: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const given = [vite, 'build', join(root, 'tab'), '--outDir', into, '--emptyOutDir', '--logLevel', 'warn'];
  const child = spawn(process.execPath, given, { stdio: 'inherit', cwd: root });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`Building the tab ended with code ${code}.`);
}
