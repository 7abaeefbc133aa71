/** A question from a phone to the material bank, without its asker's name; and one for the coordinator only, which is nowhere else. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { memberIdOf } from '../../bot/core/network.ts';
import { launchBrowser } from '../fakes/browser.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people, type Someone } from '../fakes/http-app.ts';
import { faultsOf as linkFaultsOf, withPage } from '../fakes/link-page.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

const { coordinator, member, external } = people;
const QUESTION = 'Miten olette kilpailuttaneet koulukuljetukset?';
const ANSWER = 'Kilpailutimme reitit yhdessä naapurikunnan kanssa.';
const SECRET = 'Kaikuluotain-kahdenkesken';
const PICTURES = process.env.PICTURES;

/** Each looks at pages in three themes and two sizes. */
const TIME = 240_000;

let world: TabWorld;
let pages: TabPages;
let browser: Browser;

beforeAll(async () => {
  world = await startTabWorld('teams');
  await world.api('POST', '/organisations/municipalities', coordinator, { codes: ['020', '694'] });
  await world.api('POST', '/register/own', member, { type: 'municipality', code: '020' });
  await world.api('POST', '/register/own', external, { type: 'municipality', code: '694' });
  await world.api('PUT', '/own', external, {
    ...{ phone: '', title: '', topics: 'koulukuljetusten kilpailutus', isListed: true, mail: {} },
  });
  pages = await openTabPages(world);
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await browser?.close();
  await world?.close();
});

const said = (tab: FrameLocator, what: string): Promise<void> => tab.locator('.says').getByText(what).waitFor();
const idOf = (page: Page): string => new URL(frameOf(page).url()).pathname.split('/').at(-1) ?? '';
/** The cards of the channel and what stands in their threads. */
function channelNow(): string {
  const posts = world.cloud.messages(TEAM);
  const replies = posts.flatMap(({ id }) => world.cloud.messages(`${TEAM};messageid=${id}`));
  return JSON.stringify([...posts, ...replies].map(({ activity }) => activity));
}
const linkOf = async (by: Someone, page: string): Promise<string> =>
  world.url + new URL(await world.app.services.linkForPerson(NETWORK, memberIdOf(by.person), page)).pathname;

/** The page as a phone shows it, in the light and the dark; only when a folder for pictures is named. */
async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  await page.setViewportSize({ width: 360, height: 1400 });
  for (const theme of ['default', 'dark'] as const) {
    await page.evaluate(
      (to) => (window as unknown as { host: { setTheme(of: string): void } }).host.setTheme(to),
      theme,
    );
    await eventually(() => frameOf(page).evaluate((to) => document.documentElement.dataset.theme === to, theme));
    await page.screenshot({ path: join(PICTURES, `${name}-${theme}.png`) });
  }
}

test(
  'a member asks the network without a name, and sees before sending who may know',
  async () => {
    pages.readAs(member);
    await pages.inTeams({ sub: 'questions' }, async (tab, page) => {
      await heading(tab, 'Kysymykset').waitFor();
      await picture(page, 'questions');
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('link', { name: 'Kysy', exact: true }).click();
      await heading(tab, 'Kysy').waitFor();
      await tab.getByRole('textbox', { name: /Mitä haluat kysyä/ }).fill(QUESTION);
      await tab.getByText('Nämä jäsenet voivat tietää').waitFor();
      await tab.getByText(external.name).waitFor();
      await tab.getByRole('checkbox', { name: 'Älä näytä nimeäni muille jäsenille' }).check();
      await picture(page, 'questions-new');
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('button', { name: 'Lähetä kysymys' }).click();
      await said(tab, 'Kysymys on lähetetty.');
      await heading(tab, QUESTION).waitFor();
    });
    await eventually(() => channelNow().includes(QUESTION));
    expect(channelNow()).toContain('Jäsen kysyy');
    expect(channelNow()).not.toMatch(new RegExp(`${member.name}|Akaa|${member.objectId}`));
  },
  TIME,
);

test(
  'another answers by the personal link, without Teams; everyone sees it in the card and its thread',
  async () => {
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(await linkOf(external, 'questions'));
      await page.getByRole('link', { name: QUESTION }).click();
      await page.getByText('Jäsen kysyy').waitFor();
      expect(await page.content()).not.toContain(member.name);
      await page.getByRole('button', { name: 'Lähetä vastaus' }).click();
      await page.getByRole('alert').getByText('Kirjoita vastaus.').first().waitFor();
      await page.getByLabel('Vastauksesi').fill(ANSWER);
      await page.getByRole('button', { name: 'Lähetä vastaus' }).click();
      await page.getByText('Kiitos! Vastauksesi on tallessa').waitFor();
      await page.getByText(ANSWER).waitFor();
    });
    await withPage(browser, {}, async (page) => {
      await page.goto(await linkOf(external, 'questions/new'));
      expect(await linkFaultsOf(page, 'questions-new')).toEqual([]);
    });
    await eventually(() => channelNow().split(ANSWER).length > 2);
  },
  TIME,
);

test(
  'the coordinator sees who asked, and keeps question and answer in the bank by one click',
  async () => {
    pages.readAs(coordinator);
    await pages.inTeams({ sub: 'questions' }, async (tab, page) => {
      await tab.getByRole('radio', { name: 'Vastatut (1)' }).check();
      await tab.getByRole('link', { name: QUESTION }).click();
      await heading(tab, QUESTION).waitFor();
      await tab.getByText(`${member.name}, Akaa kysyy`).waitFor();
      await picture(page, 'question');
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('button', { name: 'Vie materiaalipankkiin' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Vie materiaalipankkiin' }).click();
      await said(tab, 'Kysymys ja vastaus ovat nyt materiaalipankissa.');
      await tab.getByRole('link', { name: 'Avaa materiaali' }).click();
      await heading(tab, QUESTION).waitFor();
      await tab.getByText(ANSWER).first().waitFor();
      expect(await frameOf(page).evaluate(() => document.body.textContent)).not.toContain(member.name);
    });
  },
  TIME,
);

test(
  'a question for the coordinator only is in their queue and nowhere else',
  async () => {
    pages.readAs(member);
    let id = '';
    await pages.inTeams({ sub: 'questions/new' }, async (tab, page) => {
      await tab.getByRole('textbox', { name: /Mitä haluat kysyä/ }).fill(`${SECRET}?`);
      await tab.getByRole('textbox', { name: /Tausta/ }).fill(SECRET);
      await tab.getByRole('radio', { name: 'Vain koordinaattorilta' }).check();
      await tab.getByRole('button', { name: 'Lähetä kysymys' }).click();
      await heading(tab, `${SECRET}?`).waitFor();
      id = idOf(page);
    });
    pages.readAs(coordinator);
    await pages.inTeams({ sub: 'questions/queue' }, async (tab, page) => {
      await tab.getByRole('link', { name: `${SECRET}?` }).waitFor();
      await picture(page, 'queue');
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('link', { name: `${SECRET}?` }).click();
      await tab.getByRole('textbox', { name: 'Vastauksesi' }).fill(`${SECRET}: näin`);
      await tab.getByRole('button', { name: 'Lähetä vastaus' }).click();
      await said(tab, 'Vastauksesi on tallessa');
    });
    const { url } = await world.api<{ url: string }>('POST', '/questions-file', coordinator, { format: 'csv' });
    const csv = await (await world.ask(new URL(url).pathname)).text();
    expect(csv).toContain(QUESTION);
    const seen = await Promise.all([
      ...['/questions', '/questions?show=answered', '/questions?show=own', '/materials'].map((path) =>
        world.api('GET', path, external),
      ),
      world.api('POST', '/question-suggestions', external, { text: SECRET }),
      world.api('GET', '/reach', coordinator),
      world.api('GET', `/digest/preview`, coordinator),
    ]);
    const work = await world.app.gate.work(NETWORK);
    const query = {
      kind: 'question',
      words: '',
      filter: {},
      audiences: 'all',
      sort: 'newest',
      from: 0,
      size: 50,
    } as const;
    const found = work && (await world.app.services.search.find(query, work));
    const everywhere = JSON.stringify([channelNow(), csv, seen, found, world.logged]);
    expect(everywhere).toContain(QUESTION);
    expect(everywhere).not.toContain(SECRET);
    const asked = `/api/v1/networks/${NETWORK}/questions/${id}`;
    expect((await world.ask(asked, coordinator)).status).toBe(200);
    const denied = await world.ask(asked, external);
    expect([denied.ok, (await denied.text()).includes(SECRET)]).toEqual([false, false]);
    await withPage(browser, {}, async (page) => {
      await page.goto(await linkOf(external, `questions/${id}`));
      expect(await page.content()).not.toContain(SECRET);
    });
  },
  TIME,
);
