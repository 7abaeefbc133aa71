/** The built tab in a plain browser, acting as sample people: voting, the coordinator's desk, what each may see. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../fakes/browser.ts';
import { eventually } from '../fakes/eventually.ts';
import { people, type Someone } from '../fakes/http-app.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

let world: TabWorld;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  world = await startTabWorld('none');
  browser = await launchBrowser();
  context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 1200, height: 900 } });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
beforeEach(async () => {
  await page.goto(`${world.url}/tab/`);
  await page.evaluate(() => sessionStorage.clear()); // an unfinished form is kept
});

async function actAs(who: Someone): Promise<void> {
  await page.getByLabel('Kokeile henkilönä').selectOption(who.person);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
const open = async (path: string): Promise<void> => void (await page.goto(`${world.url}/tab/${path}`));
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (name: string) => page.getByRole('button', { name, exact: true });

interface View {
  readonly question: string;
  readonly phase: string;
  readonly voters: number;
  readonly own?: { readonly choices: readonly string[] };
  readonly options: readonly { readonly label: string; readonly votes?: number }[];
  readonly winners: readonly string[];
}
const view = (poll: string, by: Someone = people.coordinator): Promise<View> => world.api('GET', `/polls/${poll}`, by);

describe('acting as someone', () => {
  test('begins with a coordinator, is remembered, and changes what one may do', async () => {
    await open('polls');
    await page.getByRole('link', { name: 'Uusi äänestys' }).waitFor();
    await actAs(people.member);
    await page.getByRole('heading', { name: 'Päättyneet' }).waitFor();
    expect(await page.getByRole('link', { name: 'Uusi äänestys' }).count()).toBe(0);
    await page.reload();
    expect(await page.getByLabel('Kokeile henkilönä').inputValue()).toBe(people.member.person);
    await open('polls/sample-0');
    await heading('Mikä aihe kevään webinaariin?').waitFor();
    expect(await page.getByText('Koordinaattorille').count()).toBe(0);
  });

  test('in Swedish', async () => {
    await page.getByLabel('Kieli').selectOption('sv');
    await heading('Hem').waitFor();
    await page.getByLabel('Språk').selectOption('fi');
    await heading('Etusivu').waitFor();
  });
});

describe('a member', () => {
  test('votes, changes, comments and withdraws, and the results follow', async () => {
    const { id } = await world.createPoll({
      question: 'Mikä aihe talven webinaariin?',
      options: 'Kilpailutus\nKutsuliikenne',
    });
    await open('');
    await actAs(people.member);
    await page.getByRole('link', { name: 'Mikä aihe talven webinaariin?', exact: true }).click();
    await button('Äänestä').click();
    await page.getByText('Valitse ensin vaihtoehto.').waitFor();

    await page.getByRole('radio', { name: 'Kilpailutus' }).check();
    await page.getByLabel('Kommentti (vapaaehtoinen)').fill('Hankintalaki muuttui.');
    await button('Äänestä').click();
    await page.getByText(/^Äänesi on tallessa/).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Kilpailutus' }).getByText('1 ääni').waitFor();
    await page.getByText('Hankintalaki muuttui.').first().waitFor();

    await page.getByRole('radio', { name: 'Kutsuliikenne' }).check();
    await button('Vaihda ääni').click();
    await page.getByRole('listitem').filter({ hasText: 'Kutsuliikenne' }).getByText('1 ääni').waitFor();
    await page.getByRole('radio', { name: 'Taulukko' }).check();
    expect(
      await page
        .getByRole('row', { name: /Kutsuliikenne/ })
        .getByRole('cell')
        .allInnerTexts(),
    ).toEqual(['0', '1', '100\u00a0%']); // of municipalities none: the voter has not said whom they represent

    await button('Peru ääni').click();
    await page.getByText('Äänesi on peruttu.').waitFor();
    expect(await view(id, people.member)).toMatchObject({ voters: 0 });
    expect((await view(id, people.member)).own).toBeUndefined();
  });

  test('can’t choose more than allowed, and adds an option where members may', async () => {
    const { id } = await world.createPoll({
      question: 'Kaksi teemaa?',
      options: 'Yksi\nKaksi\nKolme',
      mostChoices: '2',
      membersAddOptions: 'true',
    });
    await open(`polls/${id}`);
    await actAs(people.member);
    for (const name of ['Yksi', 'Kaksi']) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('checkbox', { name: 'Kolme' }).click();
    await page.getByText('Valitse enintään 2. Poista ensin jokin valinta.').waitFor();
    expect(await page.getByRole('checkbox', { name: 'Kolme' }).isChecked()).toBe(false);
    await page.getByLabel('Lisää oma vaihtoehto').fill('yksi');
    await button('Lisää').click();
    await page.getByText('Vaihtoehto ”yksi” on mukana kahdesti.').waitFor();
    await page.getByLabel('Lisää oma vaihtoehto').fill('Neljä');
    await button('Lisää').click();
    await page.getByRole('checkbox', { name: 'Neljä' }).waitFor();
  });

  test('sees results after the own vote only, where the poll says so', async () => {
    const { id } = await world.createPoll({ question: 'Näkyykö?', options: 'Kyllä\nEi', showResults: 'afterVote' });
    await world.vote(id, people.external, ['o1']);
    await open(`polls/${id}`);
    await actAs(people.member);
    await page.getByText('Näet tulokset, kun olet äänestänyt.').waitFor();
    expect(await page.getByText('1 ääni', { exact: true }).count()).toBe(0);
    expect(await page.getByRole('table').count()).toBe(0);
    await page.getByRole('radio', { name: 'Ei' }).check();
    await button('Äänestä').click();
    await page.getByText('1 ääni', { exact: true }).first().waitFor();
  });
});

describe('a coordinator', () => {
  beforeEach(() => actAs(people.coordinator));

  test('creates a poll whose preview is the card that is posted', async () => {
    await open('polls/new');
    await page.getByLabel('Kysymys').fill('Mikä ilta sopii?');
    await page.getByRole('textbox', { name: 'Vaihtoehto 1' }).focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text', 'Maanantai\nTiistai\nKeskiviikko');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText('Lisää asetuksia').click();
    await page.getByLabel('Mihin tulosta käytetään').fill('Kokous pidetään silloin.');
    await page.getByRole('radio', { name: 'Nimet näkyvät kaikille' }).check();
    const preview = page.locator('.adaptive-card');
    await preview.getByText('Kokous pidetään silloin.').waitFor();
    await preview.getByText('Tiistai').first().waitFor();
    await page.getByRole('radio', { name: 'Puhelimella' }).check();
    expect(await page.locator('.frame.phone').evaluate((frame) => frame.getBoundingClientRect().width)).toBe(360);
    const shown = ((await preview.textContent()) ?? '').replace(/\s+/g, ' ');
    await page.reload();
    expect(await page.getByLabel('Kysymys').inputValue()).toBe('Mikä ilta sopii?');
    await button('Julkaise äänestys').click();
    await heading('Mikä ilta sopii?').waitFor();
    expect(await page.locator('.choice').count()).toBe(3);

    await eventually(() => JSON.stringify(world.cloud.messages(TEAM)).includes('Mikä ilta sopii?'));
    const posted = JSON.stringify(
      world.cloud.messages(TEAM).find((one) => JSON.stringify(one).includes('Mikä ilta sopii?')),
    );
    for (const words of ['Kokous pidetään silloin.', 'Maanantai', 'Keskiviikko']) {
      expect(posted).toContain(words);
      expect(shown).toContain(words);
    }
  });

  test('gets every mistake of a form named, with what was typed kept', async () => {
    await open('polls/new');
    await page.getByRole('textbox', { name: 'Vaihtoehto 1' }).fill('Sama');
    await page.getByRole('textbox', { name: 'Vaihtoehto 2' }).fill('sama');
    await page.getByText('Lisää asetuksia').click();
    await page.getByRole('radio', { name: 'Salainen äänestys' }).check();
    await page.getByLabel('Tulokset näkyvät').selectOption('always');
    await button('Julkaise äänestys').click();
    await page.getByText('Kirjoita kysymys.').first().waitFor();
    await page.getByText('Vaihtoehto ”sama” on mukana kahdesti.').first().waitFor();
    await page
      .getByText(/Salaisen äänestyksen tulokset näytetään vasta/)
      .first()
      .waitFor();
    expect(await page.getByRole('textbox', { name: 'Vaihtoehto 1' }).inputValue()).toBe('Sama');
    await eventually(() => page.getByLabel('Kysymys').evaluate((one) => one === document.activeElement));
  });

  test('asks for a date', async () => {
    await open('polls/new');
    await page.getByLabel('Kysymys').fill('Milloin kokous?');
    await page.getByRole('radio', { name: 'Ajankohdista' }).check();
    const year = new Date().getFullYear() + 1;
    for (const [index, day] of [`${year}-02-03`, `${year}-02-04`].entries()) {
      const row = page.getByRole('group', { name: `Vaihtoehto ${index + 1}` });
      await row.getByLabel('Päivä').fill(day);
      await row.getByLabel('Alkaa').fill('09:00');
      await row.getByLabel('Päättyy').fill('10:30');
    }
    await button('Julkaise äänestys').click();
    await heading('Milloin kokous?').waitFor();
    expect(await page.locator('.choice').count()).toBe(2);
    await page
      .getByText(/3\.2\..*9.*10\.30/)
      .first()
      .waitFor();
  });

  test('corrects the text without touching votes', async () => {
    const { id } = await world.createPoll({ question: 'Mikä aine?', options: 'Kilpailutus\nTilastot\nTurha' });
    await world.vote(id, people.member, ['o1']);
    await open(`polls/${id}`);
    await button('Korjaa tekstiä').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Vaihtoehdolla on ääniä, joten sitä ei voi poistaa.').waitFor();
    await dialog.getByLabel('Kysymys').fill('Mikä aihe?');
    await dialog.getByRole('button', { name: 'Poista vaihtoehto 3' }).click();
    await dialog.getByRole('button', { name: 'Tallenna' }).click();
    await heading('Mikä aihe?').waitFor();
    expect((await view(id)).options).toMatchObject([
      { label: 'Kilpailutus', votes: 1 },
      { label: 'Tilastot', votes: 0 },
    ]);
  });

  test('takes back a poll that nobody has voted in', async () => {
    const { id } = await world.createPoll({ question: 'Julkaistu vahingossa?', options: 'Kyllä\nEi' });
    await open(`polls/${id}`);
    await button('Peru julkaisu').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Peru julkaisu' }).click();
    await page.getByText('Peruttu').first().waitFor();
    expect((await view(id)).phase).toBe('undone');
  });

  test('reminds those who have not voted, after seeing how many', async () => {
    const { id } = await world.createPoll({ question: 'Muistatko?', options: 'Kyllä\nEi' });
    await open(`polls/${id}`);
    await button('Muistuta').click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/ei ole vielä äänestänyt\.$/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Lähetä muistutus' }).click();
    await page.getByText('Lähetetyt muistutukset').waitFor();
  });

  test('closes, decides the tie, exports and opens again', async () => {
    const { id } = await world.createPoll({ question: 'Seminaarin paikka?', options: 'Akaa\nRiihimäki' });
    await world.vote(id, people.member, ['o1']);
    await world.vote(id, people.coordinator, ['o2']);
    await open(`polls/${id}`);
    await button('Päätä äänestys nyt').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Päätä äänestys nyt' }).click();
    await page.getByText('Äänet tasan. Koordinaattori ratkaisee.').waitFor({ timeout: 40_000 });
    await open('');
    await page.getByText('Ratkaise tasatulos: ”Seminaarin paikka?”').waitFor();
    await button('Ratkaise').click();
    await button('Ratkaise tasatulos').click();
    await page.getByRole('dialog').getByRole('radio', { name: 'Riihimäki' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Ratkaise' }).click();
    await page.getByText('Äänet menivät tasan. Koordinaattori ratkaisi: Riihimäki').waitFor();

    for (const [name, ending] of [
      ['Lataa CSV', '.csv'],
      ['Lataa Excel', '.xlsx'],
    ] as const) {
      const popup = context.waitForEvent('page').then((opened) => opened.waitForEvent('download'));
      const download = Promise.race([page.waitForEvent('download'), popup]);
      await button(name).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
      const bytes = await readFile(await file.path());
      if (ending === '.csv') expect(bytes.toString()).toContain('Riihimäki');
      else expect(bytes.subarray(0, 2).toString()).toBe('PK');
    }

    await button('Avaa uudelleen').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Päättymispäivä').fill('2020-01-01');
    await dialog.getByRole('button', { name: 'Avaa uudelleen' }).click();
    await dialog.getByText('Määräaika on jo mennyt.').first().waitFor();
    await dialog.getByLabel('Päättymispäivä').fill(`${new Date().getFullYear() + 1}-01-15`);
    await dialog.getByRole('button', { name: 'Avaa uudelleen' }).click();
    await page.getByText('Avoinna').first().waitFor();
    expect(await view(id)).toMatchObject({ phase: 'open', voters: 2 });
  });
});

describe('materials', () => {
  test('narrow as one types, and each has a page of its own', async () => {
    await open('materials');
    await page.getByRole('combobox', { name: 'Hae materiaaleista' }).fill('kutsuliikenne');
    await page.getByText('1 osuma haulle ”kutsuliikenne”').waitFor();
    await page.getByRole('combobox', { name: 'Hae materiaaleista' }).fill('zzqqxx');
    await page.getByText('Mitään ei löytynyt').waitFor();
    await button('Näytä kaikki').click();
    await page.getByLabel('Laji').selectOption('recording');
    await page.getByText('2 materiaalia', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Joukkoliikenteen tilastot: tallenne' }).click();
    await heading('Joukkoliikenteen tilastot: tallenne').waitFor();
    expect(new URL(page.url()).pathname).toBe('/tab/materials/sample-3');
  });
});
