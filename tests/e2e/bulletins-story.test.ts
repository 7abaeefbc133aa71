/** A coordinator's bulletin, in the browser: written, seen beforehand, sent to the channel and by mail, corrected and shared; and a series that is prepared for December. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { type Clock, toInstant } from '../../bot/core/clock.ts';
import { type Member, mailPerson, memberIdOf, members } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import type { DeskView } from '../../bot/features/bulletins/contract.ts';
import { launchBrowser } from '../fakes/browser.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people } from '../fakes/http-app.ts';
import { faultsOf as faultsOfLink, picture, withPage } from '../fakes/link-page.ts';
import { openSmtpSink, type SmtpSink } from '../fakes/smtp-sink.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

const TITLE = 'Kevään tapaamiset sovittu';
const TEXT = 'Tapaamme Uudessakaupungissa 4.3.\n\nOhjelma: https://kunta.example/ohjelma.';
const KARI = 'kari.kyyti@example.invalid';
/** Late in November: a series of December is still to come. */
const MORNING = Date.parse('2026-11-25T08:00:00Z');
const ahead = MORNING - Date.now();
const clock: Clock = { now: () => toInstant(Date.now() + ahead) };

let world: TabWorld;
let pages: TabPages;
let browser: Browser;
let sink: SmtpSink;
let id = '';
/** Of Kari, whom only mail reaches; and of everyone. */
let ownLink = '';
let openLink = '';

beforeAll(async () => {
  sink = await openSmtpSink();
  world = await startTabWorld('teams', {
    overrides: { clock },
    env: { SMTP_URL: sink.url, MAIL_FROM: 'verkosto@example.invalid' },
  });
  const kari: Member = { person: mailPerson('kari'), name: 'Kari Kyyti', isGuest: false, email: KARI };
  await world.app.services.store.insert(networkScope(NETWORK), members, memberIdOf(kari.person), kari);
  pages = await openTabPages(world);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await pages?.close();
  await world?.close();
  await sink?.close();
});

const open = (sub: string, use: (tab: FrameLocator, page: Page) => Promise<void>): Promise<void> => {
  pages.readAs(people.coordinator);
  return pages.inTeams({ sub }, use);
};
/** A picture of the page as it stands on a phone, in the dark. */
async function look(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => (window as unknown as { host: { setTheme(theme: string): void } }).host.setTheme('dark'));
  const height = await frameOf(page).evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 360, height: Math.max(740, height) });
  await picture(page, name);
  await page.setViewportSize({ width: 1280, height: 900 });
}
const onServer = (address: string): string => address.replace(/^https:\/\/[^/]+/, world.url);

describe('a bulletin', () => {
  test('is written by the keyboard with its card beside it, and what is missing is told by its field', async () => {
    await open('manage/bulletins', async (tab, page) => {
      await heading(tab, 'Tiedotteet').waitFor();
      await tab.getByText('Et ole vielä kirjoittanut tiedotteita').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      await tabTo(page, (focused) => focused === 'A Uusi tiedote');
      await page.keyboard.press('Enter');
      await heading(tab, 'Uusi tiedote').waitFor();
      await tab.getByRole('button', { name: 'Tallenna luonnos' }).click();
      await tab.getByText('Anna tiedotteelle otsikko.').first().waitFor();
      await tabTo(page, (focused) => focused.startsWith('INPUT Otsikko'));
      await page.keyboard.type(TITLE);
      await page.keyboard.press('Tab');
      await page.keyboard.type('Tapaamme Uudessakaupungissa 4.3.');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Ohjelma: https://kunta.example/ohjelma.');
      await tab.locator('.adaptive-card').getByText(TITLE).waitFor();
      await tab.getByRole('checkbox', { name: 'Sähköpostilla' }).check();
      await tab.getByText(/sähköpostin saa \d+,/).waitFor();
      await tab.locator('.letter-preview').getByText(TITLE).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await look(page, 'bulletin-form');
      await tab.getByRole('button', { name: 'Tallenna luonnos' }).click();
      await heading(tab, TITLE).waitFor();
    });
    const { bulletins } = await world.api<{ bulletins: { id: string }[] }>('GET', '/bulletin-desk', people.coordinator);
    id = bulletins[0]?.id ?? '';
    expect(id).not.toBe('');
  });

  test('goes out once to the channel and by mail, and the report has everyone', async () => {
    await open(`manage/bulletins/${id}`, async (tab, page) => {
      await tab.getByRole('button', { name: 'Lähetä nyt' }).click();
      const dialog = tab.getByRole('dialog');
      await dialog.getByText('Kortti julkaistaan verkoston kanavalla.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      await dialog.getByRole('button', { name: 'Lähetä nyt' }).click();
      await dialog.waitFor({ state: 'detached' });
      await tab.getByText('Kanava: julkaistu').waitFor();
    });
    await open(`manage/bulletins/${id}`, async (tab, page) => {
      await tab.getByText('Kanava: julkaistu').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await look(page, 'bulletin-desk-one');
      await tab.getByRole('link', { name: 'Toimitusraportti' }).click();
      await heading(tab, 'Toimitusraportti').waitFor();
      await tab
        .getByRole('listitem')
        .filter({ hasText: 'Kari Kyyti' })
        .getByText(/^lähetetty/)
        .waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await look(page, 'bulletin-report');
    });
    const cards = world.cloud.messages(TEAM).filter(({ activity }) => JSON.stringify(activity).includes(TITLE));
    expect(cards).toHaveLength(1);
    const letters = sink.letters.filter(({ email }) => email.subject === TITLE);
    const readers = letters.flatMap(({ to }) => to);
    expect(new Set(readers).size).toBe(readers.length);
    const own = letters.find(({ to }) => to.includes(KARI));
    ownLink = /https:\/\/\S+\/p\/\S+\/bulletins\/\S+/.exec(own?.email.text ?? '')?.[0] ?? '';
    const report = await world.api<{ size: number; sums: Record<string, number> }>(
      'GET',
      `/bulletins/${id}/report`,
      people.coordinator,
    );
    expect(report.sums.sent).toBe(readers.length);
    expect(Object.values(report.sums).reduce((sum, n) => sum + n, 0)).toBe(report.size);
  });

  test('is corrected in the channel, and its page is opened to all', async () => {
    await open(`manage/bulletins/${id}`, async (tab) => {
      await tab.getByRole('link', { name: 'Korjaa' }).click();
      await heading(tab, 'Korjaa tiedotetta').waitFor();
      await tab.getByLabel('Teksti').fill(TEXT.replace('4.3.', '5.3.'));
      await tab.getByRole('button', { name: 'Tallenna korjaus' }).click();
      await tab.getByText(/^Aiemmat sanamuodot/).waitFor();
      await tab.getByRole('button', { name: 'Avaa julkinen sivu' }).click();
      await tab.getByRole('button', { name: 'Sulje julkinen sivu' }).waitFor();
    });
    await eventually(() => JSON.stringify(world.cloud.messages(TEAM).map(({ activity }) => activity)).includes('5.3.'));
    const { share } = await world.api<DeskView>('GET', `/bulletins/${id}/desk`, people.coordinator);
    openLink = share.address;
    expect(share.text.length).toBeLessThanOrEqual(280);
  });

  test('is read in the tab by members, who see nothing of the desk', async () => {
    pages.readAs(people.member);
    await pages.inTeams({}, async (tab) => {
      await tab.getByRole('heading', { name: 'Tiedotteet' }).waitFor();
      await tab.getByRole('link', { name: new RegExp(TITLE) }).click();
      await heading(tab, TITLE).waitFor();
      await tab.getByRole('link', { name: 'https://kunta.example/ohjelma' }).waitFor();
      await tab.getByText(/^Korjattu/).waitFor();
    });
    await pages.inTeams({ sub: 'bulletins' }, async (tab, page) => {
      await heading(tab, 'Tiedotteet').waitFor();
      await tab.getByRole('link', { name: new RegExp(TITLE) }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await look(page, 'bulletin-list');
    });
    await pages.inTeams({ sub: 'manage/bulletins' }, async (tab) => heading(tab, 'Sivua ei löytynyt').waitFor());
  });

  test('is read by the link in the letter and by anyone, without scripts', async () => {
    for (const [name, address] of [
      ['bulletin-own-page', ownLink],
      ['bulletin-open-page', openLink],
    ] as const) {
      await withPage(browser, {}, async (page) => {
        await page.goto(onServer(address));
        await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
        await page.getByText('Uudessakaupungissa 5.3.').waitFor();
        expect(await faultsOfLink(page, name)).toEqual([]);
      });
    }
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(onServer(ownLink));
      await page.getByRole('link', { name: 'Kaikki tiedotteet' }).click();
      await page.getByRole('link', { name: TITLE }).waitFor();
    });
  });
});

describe('a series', () => {
  test('is prepared day by day and scheduled together, and says which days are empty', async () => {
    await open('manage/bulletins/series/new', async (tab, page) => {
      await heading(tab, 'Uusi sarja').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      await tab.getByLabel('Sarjan nimi').fill('Joulukalenteri');
      await tab.getByLabel('Ensimmäinen päivä').fill('2026-12-01');
      await tab.getByLabel('Päiviä').fill('3');
      await tab.getByRole('button', { name: 'Luo sarja' }).click();
      await heading(tab, 'Joulukalenteri').waitFor();
      for (const day of ['ti 1.12.', 'to 3.12.']) {
        await tab.getByRole('button', { name: new RegExp(`^Kirjoita.*${day}`) }).click();
        await tab.getByLabel('Otsikko').fill(`Luukku ${day}`);
        await tab.getByLabel('Teksti').fill('Kynttilä ikkunalla.');
        if (day.startsWith('ti')) {
          expect(await faultsOf(page)).toEqual([]);
          await look(page, 'bulletin-series-day');
        }
        await tab.getByRole('button', { name: 'Tallenna päivä' }).click();
        await tab.getByRole('button', { name: new RegExp(`^Muokkaa.*${day}`) }).waitFor();
      }
      await tab.getByRole('button', { name: 'Ajasta sarja' }).click();
      await tab.getByText('2 päivää ajastettu.').waitFor();
      await tab.getByText('Sisältö puuttuu: 2.12.2026').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await look(page, 'bulletin-series');
    });
    await open('manage/bulletins', async (tab, page) => {
      await tab.getByRole('link', { name: /Joulukalenteri/ }).waitFor();
      await tab.getByText('2/3 päivää valmiina, 2 ajastettu, 0 julkaistu').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await look(page, 'bulletin-desk');
    });
  });
});
