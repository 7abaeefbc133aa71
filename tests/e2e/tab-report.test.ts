/** The year plan and the yearly report in the tab: written by a coordinator against the figures of the sample network's 2024, read by a member. */

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { FrameLocator } from 'playwright-core';
import { people } from '../fakes/http-app.ts';
import { faultsOf, heading, openTabPages, type TabPages } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

let world: TabWorld;
let pages: TabPages;
const inTeams: TabPages['inTeams'] = (hosted, use) => pages.inTeams(hosted, use);
const said = (tab: FrameLocator, words: string): Promise<void> => tab.locator('.says').getByText(words).waitFor();

beforeAll(async () => {
  world = await startTabWorld('teams');
  pages = await openTabPages(world);
});

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

describe('a coordinator', () => {
  test('writes the plan, and it is there after a reload', async () => {
    await inTeams({ sub: 'manage/report/2024/plan' }, async (tab, page) => {
      await heading(tab, 'Vuosi 2024').waitFor();
      await tab.getByLabel('Tavoitteet').fill('Kolme tilaisuutta\nViisi uutta kuntaa');
      await tab.getByText('Tekstissä on muutoksia, joita ei ole tallennettu.').waitFor();
      await tab.getByRole('button', { name: 'Tallenna suunnitelma' }).click();
      await said(tab, 'Suunnitelma on tallessa.');
      expect(await faultsOf(page)).toEqual([]);
    });
    await inTeams({ sub: 'manage/report/2024/plan' }, async (tab) => {
      await tab.getByLabel('Tavoitteet').waitFor();
      expect(await tab.getByLabel('Tavoitteet').inputValue()).toBe('Kolme tilaisuutta\nViisi uutta kuntaa');
    });
  });

  test('reads the grades of 2024 exactly, each leading to its source', async () => {
    await inTeams({ sub: 'manage/report/2024' }, async (tab, page) => {
      const table = tab.getByRole('region', { name: 'Tilaisuudet' }).last();
      await table.getByRole('link', { name: '4,0/5 (14 vastausta)' }).waitFor();
      const grades = await table.getByRole('link', { name: /vastausta/ }).allInnerTexts();
      expect(grades).toEqual(['4,5/5 (18 vastausta)', '4,0/5 (14 vastausta)', '4,5/5 (22 vastausta)']);
      await tab.getByText('Viisi uutta kuntaa').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await table.getByRole('link', { name: '4,0/5 (14 vastausta)' }).click();
      await heading(tab, 'Palaute: Joukkoliikenteen tilastot').waitFor();
      await tab.getByText('4,0/5 (14 vastausta)').first().waitFor();
    });
  });

  test('reads them in Swedish and English as those languages write them', async () => {
    await inTeams({ sub: 'manage/report/2024' }, async (tab) => {
      await tab.getByRole('radio', { name: 'Ruotsi' }).check();
      await tab.getByRole('link', { name: '4,0/5 (14 svar)' }).first().waitFor();
      await tab.getByRole('radio', { name: 'Englanti' }).check();
      await tab.getByRole('link', { name: '4.0/5 (14 answers)' }).first().waitFor();
    });
  });

  test('writes the own texts and publishes, after which members read what was frozen', async () => {
    await inTeams({ sub: 'manage/report/2024' }, async (tab, page) => {
      await tab.getByLabel('Yhteenveto').fill('Verkosto löysi muotonsa.');
      await tab.getByRole('button', { name: 'Tallenna luonnos' }).click();
      await said(tab, 'Luonnos on tallessa.');
      await tab.getByRole('button', { name: 'Julkaise jäsenille' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Julkaise jäsenille' }).click();
      await said(tab, 'Raportti on julkaistu.');
      await tab.getByText(/^Julkaistu/).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
    pages.readAs(people.member);
    await inTeams({ sub: 'members' }, async (tab, page) => {
      await tab.getByRole('link', { name: 'Vuosiraportti 2024' }).click();
      await tab.getByText('Verkosto löysi muotonsa.').waitFor();
      await tab.getByText('4,0/5 (14 vastausta)').first().waitFor();
      expect(await tab.getByRole('textbox').count()).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
    });
    pages.readAs(people.coordinator);
  });

  test('takes the Word document, the project card and the workbook', async () => {
    for (const [format, part] of [
      ['docx', 'word/document.xml'],
      ['card', 'word/document.xml'],
      ['xlsx', 'xl/charts/chart1.xml'],
    ] as const) {
      const { url } = await world.api<{ url: string }>('POST', '/reports/2024/file', people.coordinator, {
        ...{ language: 'fi', format },
      });
      const answer = await fetch(`${world.url}${new URL(url).pathname}`);
      expect(answer.status).toBe(200);
      expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))).toContain(part);
    }
  });

  test('withdraws it, and members find nothing any more', async () => {
    await inTeams({ sub: 'manage/report/2024' }, async (tab) => {
      await tab.getByRole('button', { name: 'Peru julkaisu' }).click();
      await said(tab, 'Julkaisu on peruttu.');
    });
    pages.readAs(people.member);
    await inTeams({ sub: 'members/report/2024' }, async (tab) => {
      await heading(tab, 'Sivua ei löytynyt').waitFor();
    });
    pages.readAs(people.coordinator);
  });
});

test('the years, with the one that is to come', async () => {
  await inTeams({ sub: 'manage/report' }, async (tab, page) => {
    await heading(tab, 'Vuosisuunnitelma ja raportti').waitFor();
    await tab.getByRole('link', { name: 'Vuosi 2024' }).waitFor();
    await tab.getByRole('link', { name: `Kirjoita suunnitelma ${new Date().getFullYear() + 1}` }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
