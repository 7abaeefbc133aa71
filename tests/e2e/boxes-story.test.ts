/** A box from its putting up to its opening, with stories from Teams and from the public link without scripts, and a challenge that is passed on by name. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { type Instant, MINUTE, plus, timeIn, toInstant } from '../../bot/core/clock.ts';
import { memberIdOf } from '../../bot/core/network.ts';
import type { BoxView, ChallengeView } from '../../tab/src/pages/boxes/calls.ts';
import { launchBrowser } from '../fakes/browser.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people } from '../fakes/http-app.ts';
import { faultsOf as linkFaultsOf, picture, withPage } from '../fakes/link-page.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages } from '../fakes/tab-page.ts';
import { startTabWorld, switchOn, type TabWorld } from '../fakes/tab-world.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

const TITLE = 'Matkamuistojen laatikko';
const INTRO = 'Kerro matkasta, joka jäi mieleen. Tarinat kootaan vuosiraporttiin.';
const OF_MEMBER = 'Viimeinen vuoro odotti minua, koska kuljettaja tiesi, että tulen töistä.';
const OF_NEIGHBOUR = 'Mummo neuloi koko matkan, ja perillä minulla oli uudet lapaset.';
const NEIGHBOUR = 'Naapurin Kerttu';
const CHALLENGE = 'Sata kyytiä yhdessä';
const DEED = 'Vein naapurin lapset kouluun omien mukana.';
const NEXT_DEED = 'Kävelin pysäkille ja opastin uuden matkustajan.';

const TIME = 240_000;

let world: TabWorld;
let pages: TabPages;
let browser: Browser;
let box = '';
let challenge = '';
/** How far ahead of the real one the server's clock is, in milliseconds. */
let ahead = 0;
const now = (): Instant => plus(toInstant(Date.now()), ahead);

beforeAll(async () => {
  world = await startTabWorld('teams', { overrides: { clock: { now } } });
  const { coordinator, member, external } = people;
  await switchOn(world, 'boxes');
  await world.api('POST', '/organisations/municipalities', coordinator, { codes: ['020', '694'] });
  await world.api('POST', '/register/own', member, { type: 'municipality', code: '020' });
  await world.api('POST', '/register/own', external, { type: 'municipality', code: '694' });
  pages = await openTabPages(world);
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await browser?.close();
  await world?.close();
});

const said = (tab: FrameLocator, what: string): Promise<void> => tab.locator('.says').getByText(what).waitFor();
const button = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true });
const field = (tab: FrameLocator, name: string) => tab.getByRole('textbox', { name });
const boxNow = (): Promise<BoxView> => world.api('GET', `/boxes/${box}`, people.coordinator);
/** All that the network's channel has been told, in threads too. */
function told(): string {
  const posts = world.cloud.messages(TEAM);
  const replies = posts.flatMap((one) => world.cloud.messages(`${TEAM};messageid=${one.id}`));
  return JSON.stringify([...posts, ...replies]);
}
const idIn = (page: Page): string => decodeURIComponent(new URL(frameOf(page).url()).pathname.split('/').at(-1) ?? '');
const photo = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const points = new Uint8Array(640 * 400 * 4).map((_, at) => (at % 4 === 3 ? 255 : (at * 7) % 200));
  return {
    ...{ name: 'matka.png', mimeType: 'image/png' },
    buffer: Buffer.from(await Transformer.fromRgbaPixels(points, 640, 400).png()),
  };
};
const here = (address: string): string => {
  const { pathname, search } = new URL(address);
  return world.url + pathname + search;
};
const linkOf = async (page: string): Promise<string> =>
  here(await world.app.services.linkForPerson(NETWORK, memberIdOf(people.external.person), page));
/** Pictures of the page on a phone, in the light and the dark theme. */
const phone = async (page: Page, name: string): Promise<void> => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const theme of ['default', 'dark']) {
    await page.evaluate(
      (to) => (window as unknown as { host: { setTheme(to: string): void } }).host.setTheme(to),
      theme,
    );
    await frameOf(page).waitForFunction((to) => document.documentElement.dataset.theme === to, theme);
    const { height } = await frameOf(page).evaluate(() => ({ height: document.documentElement.scrollHeight }));
    await page.setViewportSize({ width: 360, height: Math.min(6000, height) });
    await picture(page, `${name}-${theme}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};

test(
  'a coordinator puts up a box and opens its public page',
  async () => {
    pages.readAs(people.coordinator);
    await pages.inTeams({ sub: 'boxes' }, async (tab, page) => {
      await heading(tab, 'Laatikko ja haasteet').waitFor();
      await tab.getByRole('navigation').getByRole('link', { name: 'Laatikko ja haasteet' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('link', { name: 'Uusi laatikko' }).click();
      await heading(tab, 'Uusi laatikko').waitFor();
      await button(tab, 'Julkaise laatikko').click();
      await tab.getByText('Kirjoita nimi.').first().waitFor();
      await field(tab, 'Nimi').fill(TITLE);
      await field(tab, 'Mitä laatikkoon toivotaan?').fill(INTRO);
      expect(await faultsOf(page)).toEqual([]);
      await phone(page, 'box-form');
      await button(tab, 'Julkaise laatikko').click();
      await heading(tab, TITLE).waitFor();
      box = idIn(page);
      await tab.getByText('Avataan joka viikko, seuraavan kerran').waitFor();
      await button(tab, 'Avaa julkinen sivu').click();
      await tab.getByLabel('Sivun osoite').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
    await eventually(async () => told().includes(TITLE), 20_000);
  },
  TIME,
);

test(
  'a member leaves a story with a picture, and sees it as their own',
  async () => {
    pages.readAs(people.member);
    await pages.inTeams({ sub: `boxes/${box}` }, async (tab, page) => {
      await heading(tab, TITLE).waitFor();
      expect(await tab.getByText('Koordinaattorille').count()).toBe(0);
      await button(tab, 'Laita laatikkoon').click();
      await tab.getByText('Kirjoita tarina.').first().waitFor();
      await field(tab, 'Tarina').fill(OF_MEMBER);
      await tab
        .locator('.picture-field input[type=file]')
        .first()
        .setInputFiles(await photo());
      await tab.locator('img.chosen-picture').waitFor();
      await tab.locator('.picture-field').getByRole('textbox').fill('Bussi lumisateessa');
      await tab.getByLabel('Näytä tarinan yhteydessä').check();
      expect(await faultsOf(page)).toEqual([]);
      await phone(page, 'box-story');
      await button(tab, 'Laita laatikkoon').click();
      await said(tab, 'Tarinasi on laatikossa.');
      await tab.getByRole('region', { name: 'Omat tarinasi' }).getByText(OF_MEMBER).waitFor();
    });
  },
  TIME,
);

test(
  'anyone leaves one by the public link in a browser without scripts, and a coordinator lets it in',
  async () => {
    const address = here((await boxNow()).desk?.publicLink ?? '');
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(address);
      await page.getByText(INTRO).waitFor();
      expect(await page.content()).not.toContain(OF_MEMBER);
      await page.getByRole('button', { name: 'Lähetä tarina' }).click();
      await page.getByRole('link', { name: 'Kirjoita tarina.' }).waitFor();
      await page.getByRole('textbox', { name: 'Tarina' }).fill(OF_NEIGHBOUR);
      await page.getByRole('textbox', { name: 'Nimi, jolla haluat esiintyä' }).fill(NEIGHBOUR);
      await page.getByLabel('Kuva (ei pakollinen)').setInputFiles(await photo());
      await page.getByRole('button', { name: 'Lähetä tarina' }).click();
      // without words for those who don't see it the picture is not taken, and what was typed is still there
      await page.getByRole('link', { name: 'Kerro, mitä kuvassa on' }).waitFor();
      await page.getByLabel('Kuva (ei pakollinen)').setInputFiles(await photo());
      await page.getByRole('textbox', { name: 'Mitä kuvassa on?' }).fill('Punaiset lapaset');
      await page.getByRole('button', { name: 'Lähetä tarina' }).click();
      await page.getByText('Tarinasi on perillä.').waitFor();
    });
    await withPage(browser, {}, async (page) => {
      await page.goto(address);
      expect(await linkFaultsOf(page, 'box-public')).toEqual([]);
    });
    pages.readAs(people.coordinator);
    await pages.inTeams({}, async (tab) => {
      await tab.getByText('1 tarina odottaa tarkistusta').waitFor();
      await tab.getByRole('link', { name: TITLE }).click();
      await tab.getByRole('region', { name: 'Koordinaattorille' }).getByText(OF_NEIGHBOUR).waitFor();
    });
    await pages.inTeams({ sub: `boxes/${box}` }, async (tab, page) => {
      const desk = tab.getByRole('region', { name: 'Koordinaattorille' });
      await desk.getByText(OF_NEIGHBOUR).waitFor();
      await desk.getByText('Julkisen linkin kautta').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await phone(page, 'box-desk');
      await button(tab, 'Päästä laatikkoon').click();
      await said(tab, 'Tarina on laatikossa.');
    });
  },
  TIME,
);

test(
  'before it is opened nothing of it is anywhere but with coordinators; then all of it is there at once',
  async () => {
    const secrets = [OF_MEMBER, OF_NEIGHBOUR, NEIGHBOUR];
    const holds = (words: string): string[] => secrets.filter((one) => words.includes(one));
    const asOther = async (path: string): Promise<string> =>
      JSON.stringify(await world.api('GET', path, people.external));
    await withPage(browser, {}, async (page) => {
      await page.goto(await linkOf(`boxes/${box}`));
      await page.getByText('Laatikossa on 2 tarinaa').waitFor();
      expect(holds(await page.content())).toEqual([]);
      expect(await linkFaultsOf(page, 'box-link')).toEqual([]);
    });
    for (const path of ['/boxes', `/boxes/${box}`, '/materials?text=lapaset'])
      expect([path, holds(await asOther(path))]).toEqual([path, []]);
    expect(holds(told())).toEqual([]);
    expect(holds(world.logged.join('\n'))).toEqual([]);

    const { desk } = await boxNow();
    const opensAt = plus(now(), 2 * MINUTE);
    await world.api('PATCH', `/boxes/${box}`, people.coordinator, {
      draft: {
        ...{
          ...desk?.draft,
          opens: 'once',
          opensOn: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date(opensAt)),
        },
        time: timeIn(opensAt, 'Europe/Helsinki'),
      },
    });
    ahead += 3 * MINUTE;
    await eventually(async () => told().includes(OF_NEIGHBOUR), 30_000);
    expect(holds(told())).toEqual(secrets);
    pages.readAs(people.external);
    await pages.inTeams({ sub: `boxes/${box}` }, async (tab, page) => {
      const opened = tab.getByRole('region', { name: 'Avatut tarinat' });
      await opened.getByText(OF_NEIGHBOUR).waitFor();
      await opened.getByText(OF_MEMBER).waitFor();
      await opened.getByAltText('Punaiset lapaset').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await phone(page, 'box-opened');
    });
    expect(holds(world.logged.join('\n'))).toEqual([]);
  },
  TIME,
);

test(
  'a challenge is passed on by name: in Teams, then by the personal link, and the count stands for all',
  async () => {
    const draft = { title: CHALLENGE, text: 'Ota joku kyytiin ja haasta seuraava.', goal: '2', unit: 'kyytiä' };
    const made = await world.api<ChallengeView>('POST', '/challenges', people.coordinator, {
      ...{ draft, requestId: crypto.randomUUID() },
    });
    challenge = made.id;
    pages.readAs(people.member);
    await pages.inTeams({ sub: `challenges/${challenge}` }, async (tab, page) => {
      await heading(tab, CHALLENGE).waitFor();
      await field(tab, 'Mitä teit?').fill(DEED);
      const next = tab.getByRole('combobox', { name: 'Kenet haastat seuraavaksi?' });
      await next.fill(people.external.name);
      await tab.getByRole('option', { name: people.external.name }).first().click();
      expect(await faultsOf(page)).toEqual([]);
      await button(tab, 'Kirjaa teko').click();
      await said(tab, 'Tekosi on mukana.');
      await tab.getByText(`Haastoi: ${people.external.name} (ei vielä vastannut)`).waitFor();
      await phone(page, 'challenge');
    });
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(await linkOf(''));
      await page.getByRole('link', { name: `Sinut on haastettu: ${CHALLENGE}` }).click();
      await page.getByText(DEED).first().waitFor();
      await page.getByRole('textbox', { name: 'Mitä teit?' }).fill(NEXT_DEED);
      await page.getByRole('button', { name: 'Kirjaa teko' }).click();
      await page.getByText('Tekosi on mukana.').waitFor();
      await page.getByText('2 / 2 kyytiä').waitFor();
    });
    await withPage(browser, {}, async (page) => {
      await page.goto(await linkOf(`challenges/${challenge}`));
      expect(await linkFaultsOf(page, 'challenge-link')).toEqual([]);
    });
    const { deeds, phase } = await world.api<ChallengeView>('GET', `/challenges/${challenge}`, people.coordinator);
    expect(phase).toBe('reached');
    expect(deeds.map(({ text, from }) => [text, from?.name])).toEqual([
      [NEXT_DEED, people.member.name],
      [DEED, undefined],
    ]);
    await eventually(async () => told().includes('tavoite täynnä'), 30_000);
  },
  TIME,
);
