/** A statement from the coordinator's draft to a document in the material bank: in the host page of Teams, and by the personal link in a browser without scripts. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { memberIdOf } from '../../bot/core/network.ts';
import type { StatementView } from '../../tab/src/pages/statements/calls.ts';
import { launchBrowser } from '../fakes/browser.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people } from '../fakes/http-app.ts';
import { faultsOf as linkFaultsOf, picture, withPage } from '../fakes/link-page.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages } from '../fakes/tab-page.ts';
import { startTabWorld, switchOn, type TabWorld } from '../fakes/tab-world.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

const TITLE = 'Lausunto joukkoliikenteen valtiontuesta';
const TEXT = [
  'Verkosto kannattaa esityksen tavoitteita.',
  'Pienissä kunnissa kutsuliikenne on usein ainoa keino päästä palveluihin ilman omaa autoa.',
  'Rahoituksen pitää olla pysyvää, jotta kunnat uskaltavat tehdä sopimuksia.',
];
const ON_SECOND = 'Lisätään esimerkki Akaasta: kahdeksan kylää, kaksi kyytiä viikossa.';
const ON_THIRD = 'Pysyvä tarkoittaa meille vähintään neljää vuotta.';

const TIME = 240_000;

let world: TabWorld;
let pages: TabPages;
let browser: Browser;
let id = '';

beforeAll(async () => {
  world = await startTabWorld('teams');
  const { coordinator, member, external } = people;
  await switchOn(world, 'statements');
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
const inDialog = (tab: FrameLocator, name: string) => tab.getByRole('dialog').getByRole('button', { name });
const now = (): Promise<StatementView> => world.api('GET', `/statements/${id}`, people.coordinator);
/** All that the network's channel has been told, in threads too. */
function told(): string {
  const posts = world.cloud.messages(TEAM);
  const replies = posts.flatMap((one) => world.cloud.messages(`${TEAM};messageid=${one.id}`));
  return JSON.stringify([...posts, ...replies]);
}
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
  'a coordinator writes a draft, sees the card beforehand, and opens it for comments',
  async () => {
    pages.readAs(people.coordinator);
    await pages.inTeams({ sub: 'statements' }, async (tab, page) => {
      await heading(tab, 'Lausunnot').waitFor();
      await tab.getByRole('navigation').getByRole('link', { name: 'Lausunnot' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('link', { name: 'Uusi lausunto' }).click();
      await heading(tab, 'Uusi lausunto').waitFor();
      await button(tab, 'Tallenna luonnos').click();
      await tab.getByText('Anna lausunnolle otsikko.').first().waitFor();
      await tab.getByRole('textbox', { name: 'Otsikko' }).fill(TITLE);
      await tab.getByRole('textbox', { name: 'Lausunnon teksti' }).fill(TEXT.join('\n\n'));
      await tab.getByRole('textbox', { name: 'Taustaa jäsenille' }).fill('Ministeriö pyytää lausuntoa.');
      expect(await faultsOf(page)).toEqual([]);
      await phone(page, 'statement-form');
      await button(tab, 'Tallenna luonnos').click();
      await heading(tab, TITLE).waitFor();
      id = decodeURIComponent(new URL(frameOf(page).url()).pathname.split('/').at(-1) ?? '');
      await tab.locator('.adaptive-card').getByText('Kommentoi viimeistään').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(told()).not.toContain(TITLE);
      await button(tab, 'Avaa kommentoitavaksi').click();
      await inDialog(tab, 'Avaa kommentoitavaksi').click();
      await said(tab, 'Tallennettu.');
    });
    await eventually(async () => told().includes(TITLE), 20_000);
  },
  TIME,
);

test(
  'a member comments on a paragraph in Teams, another by the personal link without scripts',
  async () => {
    pages.readAs(people.member);
    await pages.inTeams({}, async (tab, page) => {
      await heading(tab, 'Etusivu').waitFor();
      await tab.getByRole('link', { name: TITLE }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
    await pages.inTeams({ sub: `statements/${id}` }, async (tab, page) => {
      await heading(tab, TITLE).waitFor();
      expect(await tab.getByText('Koordinaattorille').count()).toBe(0);
      await button(tab, 'Kommentoi kohtaa 2').click();
      await button(tab, 'Lähetä').click();
      await tab.getByText('Kirjoita kommentti.').first().waitFor();
      await tab.getByRole('textbox', { name: 'Kommenttisi' }).fill(ON_SECOND);
      await button(tab, 'Lähetä').click();
      await said(tab, 'Kommenttisi on tallennettu.');
      await tab
        .locator('article', { hasText: TEXT[1] ?? '' })
        .getByText(ON_SECOND)
        .waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await phone(page, 'statement-comments');
    });
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(await linkOf('statements'));
      await page.getByRole('link', { name: TITLE }).click();
      await page.getByText(ON_SECOND).waitFor();
      await page.getByRole('link', { name: 'Kommentoi' }).nth(2).click();
      await page.getByRole('textbox', { name: 'Kommenttisi' }).fill(ON_THIRD);
      await page.getByRole('button', { name: 'Lähetä kommentti' }).click();
      await page.getByText('Kommenttisi on tallennettu.').waitFor();
    });
    await withPage(browser, {}, async (page) => {
      await page.goto(await linkOf(`statements/${id}`));
      expect(await linkFaultsOf(page, 'statement-link')).toEqual([]);
    });
    expect((await now()).paragraphs.map(({ comments }) => comments.map((one) => one.text))).toEqual([
      [],
      [ON_SECOND],
      [ON_THIRD],
    ]);
  },
  TIME,
);

const linkOf = async (page: string): Promise<string> => {
  const address = await world.app.services.linkForPerson(NETWORK, memberIdOf(people.external.person), page);
  const { pathname, search } = new URL(address);
  return world.url + pathname + search;
};

test(
  'a new version keeps each comment with its paragraph, and everyone can see what changed',
  async () => {
    pages.readAs(people.coordinator);
    await pages.inTeams({ sub: `statements/${id}` }, async (tab, page) => {
      await heading(tab, TITLE).waitFor();
      await tab.getByRole('link', { name: 'Muokkaa lausuntoa' }).click();
      const [first, second] = TEXT;
      await tab
        .getByRole('textbox', { name: 'Lausunnon teksti' })
        .fill([first, second?.replace('usein', 'monesti'), 'Kunnat tarvitsevat aikaa.'].join('\n\n'));
      await tab.getByRole('textbox', { name: 'Mikä muuttui' }).fill('Kommentit huomioitu');
      await button(tab, 'Tallenna').click();
      await said(tab, 'Tallennettu.');
      await heading(tab, TITLE).waitFor();
      await tab.getByRole('heading', { name: 'Poistetut kohdat' }).waitFor();
      await tab.locator('article', { hasText: 'monesti' }).getByText(ON_SECOND).waitFor();
      await tab.getByText(ON_THIRD).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('link', { name: 'Mikä on muuttunut?' }).click();
      await heading(tab, 'Mikä on muuttunut?').waitFor();
      await tab.locator('ins', { hasText: 'monesti' }).waitFor();
      await tab.locator('del', { hasText: 'usein' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await phone(page, 'statement-versions');
    });
    await eventually(async () => told().includes('Kommentit huomioitu'), 20_000);
  },
  TIME,
);

test(
  'two municipalities join, one in Teams and one by the link, and the final text with them is a document in the bank',
  async () => {
    pages.readAs(people.coordinator);
    await pages.inTeams({ sub: `statements/${id}` }, async (tab) => {
      await button(tab, 'Avaa ilmoittautuminen').click();
      await inDialog(tab, 'Avaa ilmoittautuminen').click();
      await said(tab, 'Tallennettu.');
    });
    pages.readAs(people.member);
    await pages.inTeams({ sub: `statements/${id}` }, async (tab, page) => {
      await button(tab, 'Kuntamme on mukana').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('textbox', { name: 'Lisätieto' }).fill('kaupunginhallitus 12.1.');
      await button(tab, 'Kuntamme on mukana').click();
      await tab.getByText('Akaa on mukana.').waitFor();
      await phone(page, 'statement-joined');
    });
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(await linkOf(`statements/${id}`));
      await picture(page, 'statement-link-joining');
      await page.getByRole('button', { name: 'Kuntamme on mukana' }).click();
      await page.getByText('Riihimäki on mukana lausunnossa.').waitFor();
      await picture(page, 'statement-link-joined');
    });
    pages.readAs(people.coordinator);
    await pages.inTeams({ sub: `statements/${id}` }, async (tab, page) => {
      await button(tab, 'Viimeistele lausunto').click();
      await inDialog(tab, 'Viimeistele lausunto').click();
      await said(tab, 'Lausunto on valmis.');
      await tab.getByText('kaupunginhallitus 12.1.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await phone(page, 'statement-final');
      await tab.getByRole('link', { name: 'Avaa materiaalipankissa' }).click();
      await heading(tab, TITLE).waitFor();
      await tab.getByText('Lausunto-joukkoliikenteen-valtiontuesta.docx').first().waitFor();
    });
    const { url } = await world.api<{ url: string }>('POST', `/statements/${id}/document`, people.member, {});
    const file = await fetch(world.url + new URL(url).pathname + new URL(url).search);
    expect([file.status, file.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]);
    expect(new Uint8Array(await file.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    await eventually(async () => told().includes('Mukana 2 organisaatiota'), 20_000);
  },
  TIME,
);

test(
  'a network that does not use statements has no place for them',
  async () => {
    await world.api('POST', '/modules/statements', people.coordinator, { on: false });
    const asked = `/api/v1/networks/${NETWORK}/statements`;
    await eventually(async () => (await world.ask(asked, people.member)).status !== 200); // each look at the settings is kept a moment
    pages.readAs(people.member);
    await pages.inTeams({}, async (tab) => {
      await heading(tab, 'Etusivu').waitFor();
      await tab.getByRole('navigation').getByRole('link', { name: 'Tilaisuudet' }).waitFor();
      expect(await tab.getByRole('navigation').getByRole('link', { name: 'Lausunnot' }).count()).toBe(0);
      expect(await tab.getByRole('heading', { name: 'Lausunnot' }).count()).toBe(0);
    });
  },
  TIME,
);
