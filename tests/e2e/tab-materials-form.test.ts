/** The material bank as people add to it and coordinators keep it: files sent in blocks, the form, the desk, themes and collections. */
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Locator, Page, Route } from 'playwright-core';
import type { CollectionDraft, MaterialRow, MaterialView, TermView } from '../../tab/src/pages/materials/desk-calls.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people, type Someone } from '../fakes/http-app.ts';
import { addedMaterial, uploaded } from '../fakes/material-files.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'scripts', 'sample-files');
const SLIDES = join(SAMPLES, 'seminaari.pptx');
const GUIDE = join(SAMPLES, 'opas.pdf');
const BLOCK = 4 * 1024 * 1024;

let world: TabWorld;
let pages: TabPages;
let folder = '';
/** A recording of three blocks, as far as anyone looks. */
let large = '';
let kept: MaterialView;

const asCoordinator = <T>(method: string, path: string, json?: unknown): Promise<T> =>
  world.api<T>(method, path, people.coordinator, json);
const itemOf = (id: string): Promise<MaterialView> => asCoordinator('GET', `/materials/${id}`);
const allRows = async (): Promise<readonly MaterialRow[]> =>
  (await asCoordinator<{ materials: MaterialRow[] }>('GET', '/materials?state=published&sort=newest')).materials;
const allTerms = async (): Promise<readonly TermView[]> =>
  (await asCoordinator<{ terms: TermView[] }>('GET', '/material-terms')).terms;
const nameOf = ({ fi }: TermView): string => fi;
const said = (tab: FrameLocator, words: string | RegExp): Promise<void> =>
  tab.locator('.says').getByText(words).waitFor();
const button = (tab: FrameLocator | Locator, name: string): Locator => tab.getByRole('button', { name, exact: true });
const inDialog = (tab: FrameLocator, name: string): Locator => button(tab.getByRole('dialog'), name);
const fileRow = (tab: FrameLocator, name: string): Locator => tab.locator('.upload-row', { hasText: name });
const titleIn = (tab: FrameLocator): Locator => tab.getByRole('textbox', { name: 'Nimi', exact: true });
const hasFocus = (one: Locator): Promise<boolean> => one.evaluate((element) => element === document.activeElement);
const idOf = (page: Page): string => new URL(frameOf(page).url()).pathname.split('/').at(-1) ?? '';

async function open(
  sub: string,
  use: (tab: FrameLocator, page: Page) => Promise<void>,
  by: Someone = people.coordinator,
): Promise<void> {
  pages.readAs(by);
  await pages.inTeams({ sub }, use);
}
async function choose(tab: FrameLocator, ...paths: readonly string[]): Promise<void> {
  await tab.locator('.upload-files input[multiple]').setInputFiles([...paths]);
}
/** Resolves once the page of the item that was saved is shown, to the item. */
async function savedItem(tab: FrameLocator, page: Page, title: string): Promise<MaterialView> {
  await heading(tab, title).waitFor();
  return itemOf(idOf(page));
}

beforeAll(async () => {
  world = await startTabWorld('teams');
  pages = await openTabPages(world);
  folder = await mkdtemp(join(tmpdir(), 'tab-materials-form-'));
  large = join(folder, 'pitka_luettelo.txt');
  await writeFile(large, 'rivi\n'.repeat((2 * BLOCK) / 5 + 100));
  await utimes(large, 1_700_000_000, 1_700_000_000);
  for (const [kind, fi, sv] of [
    ['theme', 'Kutsuliikenne', 'Anropsstyrd trafik'],
    ['theme', 'Koulukuljetukset', 'Skolskjutsar'],
    ['tag', 'taksi', 'taxi'],
  ])
    await asCoordinator('POST', '/material-terms', { kind, fi, sv, en: '' });
  const upload = await uploaded(world, people.coordinator, 'aikataulu.txt', Buffer.from('Kutsuliikenteen aikataulu'));
  kept = await addedMaterial(world, people.coordinator, { title: 'Aikataulut', files: [{ upload }] });
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('nothing is wrong with', () => {
  test('the form of a new item with files, a refused one, and all unfolded', async () => {
    await open('materials/new', async (tab, page) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      await choose(tab, SLIDES, GUIDE);
      await fileRow(tab, 'opas.pdf')
        .getByText(/^Perillä/)
        .waitFor();
      await tab.getByRole('radio', { name: 'Hyvä käytäntö' }).check();
      await tab.getByText('Lisää asetuksia').click();
      await tab.getByLabel('Avainsanat', { exact: true }).fill('taksi');
      await button(tab, 'Lisää: Avainsanat').click();
      await tab.locator('.upload-files input[multiple]').setInputFiles({
        ...{ name: 'ohjelma.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
      });
      await tab.getByText('”ohjelma.exe” on tyyppiä, jota pankkiin ei voi lisätä.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await button(tab, 'Tyhjennä lomake').click();
      await inDialog(tab, 'Tyhjennä lomake').click();
      await fileRow(tab, 'opas.pdf').waitFor({ state: 'detached' });
    });
  });

  test('the form of an item that is there', async () => {
    await open(`materials/${kept.id}/edit`, async (tab, page) => {
      await fileRow(tab, 'aikataulu.txt').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

describe('a new item', () => {
  test('is added with slides and a new tag by the keyboard alone', async () => {
    await open('materials/new', async (tab, page) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      await tabTo(page, (one) => one === 'BUTTON Valitse tiedostot');
      const chooser = page.waitForEvent('filechooser');
      await page.keyboard.press('Enter');
      await (await chooser).setFiles(SLIDES);
      await fileRow(tab, 'seminaari.pptx')
        .getByText(/^Perillä/)
        .waitFor();
      expect(await titleIn(tab).inputValue()).toBe('seminaari');
      expect(await tab.getByRole('radio', { name: 'Esitys' }).isChecked()).toBe(true);
      await tabTo(page, (one) => one === 'SUMMARY Lisää asetuksia');
      await page.keyboard.press('Enter');
      await tabTo(page, (one) => one === 'INPUT Avainsanat');
      await page.keyboard.type('syysseminaari');
      await page.keyboard.press('Enter');
      await button(tab, 'syysseminaari: poista').waitFor();
      await tabTo(page, (one) => one === 'BUTTON Julkaise');
      await page.keyboard.press('Enter');
      await said(tab, 'Materiaali julkaistiin.');
      const { type, state, files, terms } = await savedItem(tab, page, 'seminaari');
      expect({ type, state }).toEqual({ type: 'presentation', state: 'published' });
      expect(files.map(({ name }) => name)).toEqual(['seminaari.pptx']);
      expect(terms.map(({ name }) => name)).toEqual(['syysseminaari']);
    });
  });

  test('takes several files that are dropped anywhere, in the order of the buttons', async () => {
    await open('materials/new', async (tab, page) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      await drop(page, { 'ohjelma_syksy.txt': 'Ohjelma', 'osallistujat.csv': 'nimi;kunta' });
      await fileRow(tab, 'osallistujat.csv')
        .getByText(/^Perillä/)
        .waitFor();
      await tab.getByText('Haluatko jokaisesta oman materiaalin?').waitFor();
      expect(await tab.getByRole('link', { name: 'Tuo kansio' }).getAttribute('href')).toBe('/tab/materials/import');
      expect(await titleIn(tab).inputValue()).toBe('ohjelma syksy');
      await button(tab, 'Ylös: osallistujat.csv').press('Enter');
      expect(await hasFocus(button(tab, 'Ylös: osallistujat.csv'))).toBe(true);
      await button(tab, 'Tallenna luonnos').click();
      await said(tab, 'Luonnos tallennettiin.');
      const { state, files } = await savedItem(tab, page, 'ohjelma syksy');
      expect(state).toBe('draft');
      expect(files.map(({ name }) => name)).toEqual(['osallistujat.csv', 'ohjelma_syksy.txt']);
    });
  });

  test('refuses an empty file, one of a wrong kind, and the same one twice, before a byte is sent', async () => {
    await open('materials/new', async (tab, page) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      const asked: string[] = [];
      page.on('request', (request) => void asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
      await drop(page, { 'tyhja.txt': '', 'ohjelma.exe': 'MZ' });
      await tab.getByText('”tyhja.txt” on tyhjä tiedosto.').waitFor();
      await tab.getByText('”ohjelma.exe” on tyyppiä, jota pankkiin ei voi lisätä.').waitFor();
      expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
      await choose(tab, GUIDE);
      await fileRow(tab, 'opas.pdf')
        .getByText(/^Perillä/)
        .waitFor();
      await choose(tab, GUIDE);
      await tab.getByText('”opas.pdf” on jo tässä materiaalissa.').waitFor();
      expect(await tab.locator('.upload-row').count()).toBe(1);
      await button(tab, 'Poista: opas.pdf').click();
      await inDialog(tab, 'Poista').click();
      await fileRow(tab, 'opas.pdf').waitFor({ state: 'detached' });
      await eventually(() => hasFocus(button(tab, 'Valitse tiedostot')));
      expect(asked).not.toContain(`POST /api/v1/networks/${NETWORK}/materials`); // the dialog is no part of the form around it
    });
  });

  test('tells that the content of a file is not what its name says', async () => {
    await open('materials/new', async (tab) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      await tab.locator('.upload-files input[multiple]').setInputFiles({
        ...{ name: 'muka.pdf', mimeType: 'application/pdf', buffer: Buffer.from('ei ole pdf') },
      });
      await fileRow(tab, 'muka.pdf')
        .getByText(/sisältö ei ole sitä, mitä sen nimi lupaa/)
        .waitFor();
      await button(tab, 'Julkaise').click();
      const problem = fileRow(tab, 'muka.pdf').getByText('”muka.pdf” ei ole perillä. Yritä uudelleen tai poista se.');
      await eventually(() => hasFocus(problem));
    });
  });

  test('stops sending a file when it is told to, and takes back what was sent', async () => {
    await open('materials/new', async (tab, page) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      const held: Route[] = [];
      await page.route('**/blocks/1?*', (route) => void held.push(route));
      await choose(tab, large);
      await tab.getByRole('progressbar', { name: 'pitka_luettelo.txt' }).waitFor();
      await eventually(() => held.length === 1);
      const removed = page.waitForResponse((response) => response.request().method() === 'DELETE');
      await button(tab, 'Peruuta: pitka_luettelo.txt').click();
      expect((await removed).ok()).toBe(true);
      expect(await tab.locator('.upload-row').count()).toBe(0);
      await eventually(() => hasFocus(button(tab, 'Valitse tiedostot')));
    });
  });

  test('goes on sending where it was after a reload, and sends no block twice', async () => {
    await open('materials/new', async (tab, page) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      const warned: string[] = [];
      page.on('dialog', (dialog) => {
        warned.push(dialog.type());
        void dialog.accept();
      });
      const later = /\/blocks\/[12]\?/;
      await page.route(later, (route) => route.abort());
      const first = page.waitForResponse((response) => response.url().includes('/blocks/0?'));
      await tab.getByLabel('Tiivistelmä').fill('Jää talteen.');
      await choose(tab, large);
      await first;
      await frameOf(page).evaluate(() => location.reload());
      await fileRow(tab, 'pitka_luettelo.txt')
        .getByText(/Lähetys keskeytyi/)
        .waitFor();
      expect(warned).toEqual(['beforeunload']);
      expect(await tab.getByLabel('Tiivistelmä').inputValue()).toBe('Jää talteen.');

      await page.unroute(later);
      const sent: string[] = [];
      page.on('request', (request) => void sent.push(/\/blocks\/(\d+)/.exec(request.url())?.[1] ?? ''));
      await choose(tab, large);
      await fileRow(tab, 'pitka_luettelo.txt')
        .getByText(/^Perillä/)
        .waitFor();
      expect(await tab.locator('.upload-row').count()).toBe(1);
      expect(sent.filter(Boolean).sort()).toEqual(['1', '2']);
      await titleIn(tab).fill('Pitkä luettelo');
      await button(tab, 'Julkaise').click();
      const { files } = await savedItem(tab, page, 'Pitkä luettelo');
      expect(files.map(({ name }) => name)).toEqual(['pitka_luettelo.txt']);
    });
  });

  test('tries again by itself when the server is busy, and is saved once its files have arrived', async () => {
    await open('materials/new', async (tab, page) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      let refusals = 0;
      await page.route('**/blocks/0?*', async (route) => {
        refusals += 1;
        if (refusals > 1) return route.continue();
        return route.fulfill({ status: 503, headers: { 'retry-after': '1' }, json: { code: 'busy' } });
      });
      await choose(tab, GUIDE);
      await button(tab, 'Julkaise').click();
      await said(tab, 'Materiaali julkaistiin.');
      expect(refusals).toBe(2);
      expect((await savedItem(tab, page, 'opas')).files).toHaveLength(1);
    });
  });

  test('names what is wrong in its place and on top, and the focus goes to the first of it', async () => {
    await open('materials/new', async (tab, page) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      await tab.getByLabel('Osoite').fill('ei ole linkki');
      await button(tab, 'Julkaise').click();
      const title = titleIn(tab);
      await eventually(() => hasFocus(title));
      expect(await title.getAttribute('aria-invalid')).toBe('true');
      expect(await tab.getByLabel('Osoite').getAttribute('aria-invalid')).toBe('true');
      await tab.getByRole('alert').getByText('Korjaa ensin nämä 2 kohtaa:').waitFor();
      await tab.getByRole('alert').getByText('Nimi: Anna materiaalille nimi.').waitFor();
      expect(await tab.getByLabel('Osoite').inputValue()).toBe('ei ole linkki');
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('that is a good practice has its own parts, and a link alone is a link', async () => {
    await open('materials/new', async (tab, page) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      await tab.getByLabel('Osoite').fill('kunta.example/malli');
      expect(await tab.getByRole('radio', { name: 'Linkki' }).isChecked()).toBe(true);
      await tab.getByRole('radio', { name: 'Hyvä käytäntö' }).check();
      await titleIn(tab).fill('Kimppakyyti kouluun');
      await tab.getByLabel('Aihe').fill('Koulukyydit yhteen kutsuliikenteen kanssa');
      await tab.getByLabel('Kohderyhmät', { exact: true }).fill('koululaiset, iäkkäät');
      await tab.getByLabel('Tavoite').fill('Vähemmän tyhjiä paikkoja');
      await tab.getByLabel('Toteutus').fill('Yhteinen tilausnumero');
      await tab.getByLabel('Opit').fill('Aloita pienestä');
      await button(tab, 'Julkaise').click();
      const item = await savedItem(tab, page, 'Kimppakyyti kouluun');
      expect(item.type).toBe('goodPractice');
      expect(item.targetGroups).toEqual(['koululaiset', 'iäkkäät']);
      expect(item.practice.map(({ part }) => part)).toEqual(['topic', 'goal', 'implementation', 'lessons']);
      expect(item.links[0]?.url).toBe('https://kunta.example/malli');
    });
  });

  test('that is a question and its answer is called by the question', async () => {
    await open('materials/new', async (tab, page) => {
      await heading(tab, 'Lisää materiaali').waitFor();
      await tab.getByRole('radio', { name: 'Kysymys ja vastaus' }).check();
      await tab.getByLabel('Kysymys *').fill('Kuka maksaa tyhjän kyydin?');
      await tab.getByLabel('Vastaus *').fill('Tilaaja, ellei sopimus sano muuta.');
      await button(tab, 'Julkaise').click();
      const { answer } = await savedItem(tab, page, 'Kuka maksaa tyhjän kyydin?');
      expect(answer?.answer).toBe('Tilaaja, ellei sopimus sano muuta.');
    });
  });

  test('of a member goes to the coordinators, and is theirs to publish', async () => {
    await open(
      'materials/new',
      async (tab, page) => {
        await tab.getByText('Koordinaattori katsoo materiaalin ja julkaisee sen.').waitFor();
        await titleIn(tab).fill('Jäsenen ehdotus');
        await button(tab, 'Lähetä koordinaattorille').click();
        await said(tab, 'Materiaali lähti koordinaattorille.');
        expect((await savedItem(tab, page, 'Jäsenen ehdotus')).state).toBe('proposed');
      },
      people.member,
    );
  });
});

describe('an item that is there', () => {
  test('gets a new version of its file, and the old one stays reachable', async () => {
    await open(`materials/${kept.id}/edit`, async (tab, page) => {
      const chooser = page.waitForEvent('filechooser');
      await button(tab, 'Uusi versio: aikataulu.txt').click();
      await (await chooser).setFiles({
        ...{ name: 'aikataulu-2.txt', mimeType: 'text/plain', buffer: Buffer.from('Uusi aikataulu') },
      });
      await fileRow(tab, 'aikataulu-2.txt')
        .getByText(/Uusi versio on perillä/)
        .waitFor();
      await tab.getByLabel('Tiivistelmä').fill('Voimassa elokuusta.');
      await button(tab, 'Tallenna muutokset').click();
      await said(tab, 'Muutokset tallennettiin.');
      const { files, summary } = await savedItem(tab, page, 'Aikataulut');
      expect(summary).toBe('Voimassa elokuusta.');
      expect(files.map(({ name, earlier }) => [name, ...earlier.map((one) => one.name)])).toEqual([
        ['aikataulu-2.txt', 'aikataulu.txt'],
      ]);
    });
  });

  test('loses a file only once that is confirmed and saved', async () => {
    const upload = await uploaded(world, people.coordinator, 'vanha.txt', Buffer.from('Vanhaa'));
    const { id } = await addedMaterial(world, people.coordinator, { title: 'Vanhaa tietoa', files: [{ upload }] });
    await open(`materials/${id}/edit`, async (tab, page) => {
      await button(tab, 'Poista: vanha.txt').click();
      await inDialog(tab, 'Poista').click();
      await fileRow(tab, 'vanha.txt').waitFor({ state: 'detached' });
      expect((await itemOf(id)).files).toHaveLength(1);
      await button(tab, 'Tallenna muutokset').click();
      expect((await savedItem(tab, page, 'Vanhaa tietoa')).files).toEqual([]);
    });
  });

  test('is nobody else’s to change', async () => {
    await open(
      `materials/${kept.id}/edit`,
      async (tab) => {
        await tab.getByText('Vain materiaalin lisääjä ja koordinaattorit voivat muuttaa sitä.').waitFor();
        expect(await titleIn(tab).count()).toBe(0);
      },
      people.external,
    );
  });
});

describe('the desk', () => {
  const row = (tab: FrameLocator, title: string): Locator => tab.locator('.desk-row', { hasText: title });

  test('publishes a proposal, marks one as looked through, and removes a draft', async () => {
    const proposal = await addedMaterial(world, people.member, { title: 'Ehdotus kyydeistä' });
    const due = await addedMaterial(world, people.coordinator, { title: 'Hinnasto', reviewOn: '2020-01-01' });
    await open('materials/desk', async (tab, page) => {
      await row(tab, 'Ehdotus kyydeistä').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await button(tab, 'Julkaise: Ehdotus kyydeistä').click();
      await said(tab, '”Ehdotus kyydeistä” julkaistiin.');
      await row(tab, 'Ehdotus kyydeistä').waitFor({ state: 'detached' });
      await button(tab, 'Tarkistettu: Hinnasto').click();
      await tab
        .getByRole('dialog')
        .getByRole('radio', { name: /^2 vuoden päästä/ })
        .check();
      await inDialog(tab, 'Tallenna').click();
      await row(tab, 'Hinnasto').waitFor({ state: 'detached' });
      await button(tab, 'Poista: ohjelma syksy').click();
      await inDialog(tab, 'Poista').click();
      await row(tab, 'ohjelma syksy').waitFor({ state: 'detached' });
    });
    expect((await itemOf(proposal.id)).state).toBe('published');
    const year = Number((await itemOf(due.id)).reviewOn?.slice(0, 4));
    expect(year - new Date().getFullYear()).toBe(2);
  });

  test('makes a ZIP of everything, and is reached with what waits from the bank and from managing', async () => {
    await addedMaterial(world, people.member, { title: 'Toinen ehdotus' });
    await open('materials/desk', async (tab) => {
      await button(tab, 'Lataa ZIP').click();
      await tab.getByRole('link', { name: /Tiedosto on valmis/ }).waitFor();
    });
    await open('materials', async (tab) => {
      await tab.getByRole('link', { name: /^Työpöytä: \d+ odottaa$/ }).click();
      await heading(tab, 'Materiaalipankin työpöytä').waitFor();
    });
    await open('manage', async (tab) => {
      await tab.getByRole('link', { name: /materiaalia? odottaa julkaisua tai tarkistamista/ }).click();
      await heading(tab, 'Materiaalipankin työpöytä').waitFor();
    });
  });

  test('is nobody else’s', async () => {
    for (const sub of ['materials/desk', 'materials/terms', 'materials/collections/new'])
      await open(sub, async (tab) => heading(tab, 'Sivua ei löytynyt').waitFor(), people.member);
  });
});

describe('themes and tags', () => {
  test('are added, renamed, merged and removed', async () => {
    const terms = await allTerms();
    const school = terms.find((one) => nameOf(one) === 'Koulukuljetukset')?.id ?? '';
    const { id } = await addedMaterial(world, people.coordinator, { title: 'Koulukyydit', terms: [school] });
    await open('materials/terms', async (tab, page) => {
      const form = tab.getByRole('form', { name: 'Lisää teema tai avainsana' });
      await form.getByLabel('Suomeksi').fill('Koululaiset');
      await form.getByLabel('Ruotsiksi').fill('Skolelever');
      await button(form, 'Lisää').click();
      await said(tab, '”Koululaiset” lisättiin.');
      await button(tab, 'Muuta: Koululaiset').click();
      await tab.getByRole('dialog').getByLabel('Suomeksi').fill('Koulumatkat');
      await inDialog(tab, 'Tallenna').click();
      await said(tab, '”Koulumatkat” tallennettiin.');
      await button(tab, 'Yhdistä: Koulukuljetukset').click();
      await tab.getByLabel('Yhdistetään tähän').selectOption({ label: 'Koulumatkat' });
      await tab.getByText(/1 materiaali saa sanan ”Koulumatkat”/).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await inDialog(tab, 'Yhdistä').click();
      await said(tab, '”Koulukuljetukset” on nyt ”Koulumatkat”.');
      await button(tab, 'Poista: taksi').click();
      await inDialog(tab, 'Poista').click();
      await said(tab, '”taksi” poistettiin.');
    });
    const left = (await allTerms()).map(nameOf);
    expect(left).toEqual(expect.arrayContaining(['Koulumatkat', 'Kutsuliikenne']));
    expect(left).not.toEqual(expect.arrayContaining(['taksi']));
    expect((await itemOf(id)).terms.map(({ name }) => name)).toEqual(['Koulumatkat']);
  });
});

describe('a collection', () => {
  test('is put together by searching, ordered by the keyboard, and changed', async () => {
    const [first, second] = (await allRows()).slice(0, 2);
    await open('materials/collections/new', async (tab, page) => {
      await tab.getByLabel('Suomeksi').fill('Uuden yhteyshenkilön paketti');
      await tab.getByLabel('Etsi lisättävää').fill('aikataulut');
      await button(tab, 'Lisää: Aikataulut').click();
      await tab.getByLabel('Etsi lisättävää').fill('');
      for (const one of [first, second]) await button(tab, `Lisää: ${one?.title}`).click();
      const up = button(tab, `Ylös: ${second?.title}`);
      for (let step = 0; step < 2; step++) {
        await up.focus();
        await page.keyboard.press('Enter');
        await eventually(() => hasFocus(up));
      }
      expect(await faultsOf(page)).toEqual([]);
      await button(tab, 'Tallenna kokoelma').click();
      await heading(tab, 'Uuden yhteyshenkilön paketti').waitFor();
      const { draft, id } = await asCoordinator<{ id: string; draft: CollectionDraft }>(
        'GET',
        `/material-collections/${idOf(page)}`,
      );
      expect(draft.items).toEqual([second?.id, kept.id, first?.id]);

      await frameOf(page).evaluate(
        (to) => history.pushState({ steps: 1 }, '', to),
        `/tab/materials/collections/${id}/edit`,
      );
      await frameOf(page).evaluate(() => dispatchEvent(new PopStateEvent('popstate', { state: { steps: 1 } })));
      await button(tab, 'Poista: Aikataulut').click();
      await button(tab, 'Tallenna kokoelma').click();
      await heading(tab, 'Uuden yhteyshenkilön paketti').waitFor();
    });
  });
});

/** Drops files of these names and words on the page. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await frameOf(page).evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [name, words] of Object.entries(given)) dataTransfer.items.add(new File([words], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document
        .querySelector('h1')
        ?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}
