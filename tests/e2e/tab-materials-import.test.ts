/** Bringing a folder and a list of materials in, and taking everything out, in the tab as a coordinator does it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { FrameLocator } from 'playwright-core';
import { people } from '../fakes/http-app.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

let world: TabWorld;
let pages: TabPages;
let folder: string;

beforeAll(async () => {
  world = await startTabWorld('teams');
  pages = await openTabPages(world);
  folder = await mkdtemp(join(tmpdir(), 'materials-'));
  await mkdir(join(folder, 'Kuljetusarkisto', 'Kyydit'), { recursive: true });
  const put = (path: string, words: string | Uint8Array) => writeFile(join(folder, 'Kuljetusarkisto', path), words);
  await put('aloitus.txt', 'Kutsuliikenteen aloitus');
  await put('Kyydit/reitit_2026.txt', 'Reittien suunnittelu');
  await put('Kyydit/isompi.txt', new Uint8Array(5 * 1024 * 1024).fill(0x61));
  await put('.DS_Store', 'x');
  await put('ohjelma.exe', 'MZ');
  await writeFile(
    join(folder, 'lista.csv'),
    '\ufeffNimi;Tiedosto;Tyyppi;Teema;Muuta\r\nKutsuliikenteen opas;aloitus.txt;asiakirja;Aikataulut;x\r\nOuto;;kirja;;\r\n',
  );
}, 120_000);
afterAll(async () => {
  await pages?.close();
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

const button = (tab: FrameLocator, name: string | RegExp) => tab.getByRole('button', { name });
const row = (tab: FrameLocator, title: string) => tab.getByRole('listitem').filter({ hasText: title });

test('a folder with a list is sent, looked at, settled and brought in, on a phone and in every theme without faults', async () => {
  await pages.inTeams({ sub: 'materials/import' }, async (tab, page) => {
    await heading(tab, 'Tuo kansio tai luettelo').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tab.getByLabel('Valitse kansio').setInputFiles(join(folder, 'Kuljetusarkisto'));
    await tab.getByText('3 tiedostoa, 5').waitFor();
    await tab.getByText('1 tiedosto jää pois').click();
    await tab.getByText('Kuljetusarkisto/ohjelma.exe: tyyppiä ei voi lisätä').waitFor();
    await tab.getByLabel('Valitse luettelo').setInputFiles(join(folder, 'lista.csv'));
    await tab.getByText('Luettelo lista.csv').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await button(tab, 'Lähetä ja tarkista').click();

    await heading(tab, 'Kuljetusarkisto').waitFor();
    await tab.getByText('3 materiaalia lisätään').waitFor();
    await tab.getByText('Nämä sarakkeet jäävät pois: Muuta').waitFor();
    await row(tab, 'Outo').getByText('Tyyppi on esitys, tallenne, asiakirja').waitFor();
    await tab.getByLabel('Kuljetusarkisto/Kyydit').selectOption({ label: 'Uusi avainsana: Kyydit' });
    await tab.getByText('Uusia avainsanoja: Aikataulut, Kyydit').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await button(tab, 'Jätä pois: rivi 3').click();
    await row(tab, 'Outo').getByText('Jätetty pois').waitFor();
    await tab.getByLabel('Kaikki 4').check();
    await button(tab, /^Muuta: rivi 5$/).click();
    const form = tab.getByRole('form', { name: 'Muuta: rivi 5' });
    await form.getByLabel('Nimi').fill('Reitit keväällä');
    expect(await faultsOf(page)).toEqual([]);
    await form.getByRole('button', { name: 'Tallenna' }).click();
    await row(tab, 'Reitit keväällä').waitFor();
    await button(tab, 'Tuo 3 materiaalia').click();
    await tab.getByRole('heading', { name: 'Tuonti on valmis' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tab.getByRole('link', { name: 'Reitit keväällä' }).click();
    await heading(tab, 'Reitit keväällä').waitFor();
    await tab.getByText('Kyydit').first().waitFor();
  });
}, 180_000);

test('the same folder again is there already, and is found so without being sent again', async () => {
  await pages.inTeams({ sub: 'materials/import' }, async (tab, page) => {
    await heading(tab, 'Tuo kansio tai luettelo').waitFor();
    await tab.getByLabel('Valitse kansio').setInputFiles(join(folder, 'Kuljetusarkisto'));
    await button(tab, 'Lähetä ja tarkista').click();
    await tab.getByText('Tuotavaa ei ole: kaikki rivit jäävät pois.').waitFor();
    await button(tab, 'Tuo silti: rivi 1').click();
    await tab.getByText('1 materiaali lisätään').waitFor();
    await button(tab, 'Unohda tuonti').click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Unohda tuonti' }).click();
    await heading(tab, 'Tuo kansio tai luettelo').waitFor();
    await tab.getByText('Tuonti unohdettu.').waitFor();
    expect(frameOf(page).url()).toContain('materials/import');
  });
}, 120_000);

test('a list alone is brought in by the keyboard', async () => {
  await pages.inTeams({ sub: 'materials/import', locale: 'sv' }, async (tab, page) => {
    await heading(tab, 'Importera en mapp eller lista').waitFor();
    await tab.getByLabel('Välj en lista').setInputFiles({
      name: 'lista.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Namn;Länkar\nKommunförbundets guide;https://guide.example/'),
    });
    await tabTo(page, (one) => one.endsWith('Kontrollera'));
    await page.keyboard.press('Enter');
    await tab.getByText('1 material läggs till').waitFor();
    await tabTo(page, (one) => one.endsWith('Importera 1 material'));
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Importen är klar' }).waitFor();
    await tabTo(page, (one) => one.endsWith('Kommunförbundets guide'));
  });
}, 120_000);

test('everything comes out as a ZIP by its address, whole', async () => {
  const { url } = await world.api<{ url: string }>('POST', '/materials/export', people.coordinator, {});
  const answer = await world.ask(new URL(url).pathname);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const names = Object.keys(files);
  expect(names).toEqual(expect.arrayContaining(['materials.csv', 'materials.json', 'files/isompi/isompi.txt']));
  expect(files['files/isompi/isompi.txt']?.length).toBe(5 * 1024 * 1024);
  expect(names).not.toContain('missing.txt');
});
