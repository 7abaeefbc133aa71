/** From a presentation on a coordinator's disk to another municipality that tried what it tells of: in the host page of Teams, by the keyboard alone. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { members } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import type { MaterialView } from '../../tab/src/pages/materials/calls.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people } from '../fakes/http-app.ts';
import { addedMaterial } from '../fakes/material-files.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

const SLIDES = join(import.meta.dirname, '..', '..', 'scripts', 'sample-files', 'seminaari.pptx');
const TITLE = 'Seminaari: bussi näkyväksi';
/** The third slide says “Lippuhinnoista sovittiin ennen mainoksia”. */
const WORD = 'lippuhinta';
const COMMENT = 'Kokeilimme kahdella linjalla, ja matkat kasvoivat viidenneksellä.';

/** Each looks at two pages or more in three themes and two sizes. */
const TIME = 240_000;

let world: TabWorld;
let pages: TabPages;
let slides: string;
let practice: MaterialView;

beforeAll(async () => {
  world = await startTabWorld('teams');
  await peopleOfMunicipalities();
  practice = await addedMaterial(world, people.coordinator, {
    ...{ type: 'goodPractice', title: 'Kokeilulippu uusille asukkaille kirjeessä', organisation: 'fi-694' },
    summary: 'Jokainen kuntaan muuttanut saa kirjeen ja kymmenen matkan lipun.',
    topic: 'Uusi asukas kuulee bussista vasta talvella.',
    goal: 'Ensimmäinen matka ensimmäisen kuukauden aikana.',
    implementation: 'Kirje lähtee muuttoilmoituksen perusteella kerran viikossa.',
    lessons: 'Lippu kannattaa nimetä lahjaksi, ei mainokseksi.',
  });
  pages = await openTabPages(world);
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

/** The coordinator is of Riihimäki, the member of Akaa and listed as whom to call there; the third is of neither. */
async function peopleOfMunicipalities(): Promise<void> {
  const { coordinator, member } = people;
  await world.api('POST', '/organisations/municipalities', coordinator, { codes: ['020', '694'] });
  await world.api('POST', '/register/own', member, { type: 'municipality', code: '020' });
  await world.api('POST', '/register/own', coordinator, { type: 'municipality', code: '694' });
  const { store } = world.app.services;
  await update({ store, scope: networkScope(NETWORK), kind: members, id: member.objectId }, (now) =>
    now
      ? {
          ...now,
          ...{ isContact: true as const, isListed: true as const, title: 'Liikennesihteeri' },
          ...{ phone: '+358 40 000 0020', email: 'jaakko@akaa.example' },
        }
      : now,
  );
}

const placeOf = (page: Page): string => {
  const { pathname, search } = new URL(frameOf(page).url());
  return decodeURIComponent(pathname + search);
};
const line = (tab: FrameLocator, title: string) => tab.getByRole('listitem').filter({ hasText: title });
const said = (tab: FrameLocator, what: string): Promise<void> => tab.locator('.says').getByText(what).waitFor();
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Goes on with Tab to what is called so, and presses Enter there. */
async function enter(page: Page, name: string): Promise<void> {
  await tabTo(page, (one) => one.endsWith(` ${name}`) || one === name);
  await page.keyboard.press('Enter');
}
const noMouse = async (page: Page): Promise<void> => {
  const used = await frameOf(page).evaluate(() => (window as unknown as { pointers?: number }).pointers ?? 0);
  expect(used).toBe(0);
};
/** Counts what only a pointer does, from now on. */
const watchPointer = (page: Page): Promise<void> =>
  frameOf(page).evaluate(() => {
    const seen = window as unknown as { pointers: number };
    seen.pointers = 0;
    addEventListener('pointerdown', () => seen.pointers++, true);
  });

test(
  'a coordinator adds a presentation from the list',
  async () => {
    pages.readAs(people.coordinator);
    await pages.inTeams({ sub: 'materials' }, async (tab, page) => {
      await heading(tab, 'Materiaalit').waitFor();
      await watchPointer(page);
      await line(tab, practice.title).first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await enter(page, 'Lisää materiaali');
      await heading(tab, 'Lisää materiaali').waitFor();
      await tabTo(page, (one) => one === 'BUTTON Valitse tiedostot');
      const chooser = page.waitForEvent('filechooser');
      await press(page, 'Space');
      await (await chooser).setFiles(SLIDES);
      await tab
        .locator('.upload-row', { hasText: 'seminaari.pptx' })
        .getByText(/^Perillä/)
        .waitFor();
      expect(await tab.getByRole('radio', { name: 'Esitys' }).isChecked()).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('textbox', { name: 'Nimi', exact: true }).focus();
      await press(page, 'Control+A');
      await page.keyboard.type(TITLE);
      await press(page, 'Tab');
      await page.keyboard.type('Mitä kolme kuntaa teki yhdessä.');
      await enter(page, 'Julkaise');
      await said(tab, 'Materiaali julkaistiin.');
      await heading(tab, TITLE).waitFor();
      slides = new URL(frameOf(page).url()).pathname.split('/').at(-1) ?? '';
      await noMouse(page);
    });
    expect(world.cloud.messages(TEAM).filter(({ activity }) => JSON.stringify(activity).includes(TITLE))).toEqual([]);
  },
  TIME,
);

test(
  'finds it, once its text is read, by another form of a word on its third slide, sees where, and comes back to the results',
  async () => {
    await eventually(async () => {
      const { files } = await world.api<MaterialView>('GET', `/materials/${slides}`, people.coordinator);
      return files[0]?.text === 'ready';
    }, 60_000);
    await pages.inTeams({ sub: 'materials' }, async (tab, page) => {
      await heading(tab, 'Materiaalit').waitFor();
      await watchPointer(page);
      await tabTo(page, (one) => one.startsWith('INPUT Hae materiaaleista'));
      await page.keyboard.type(WORD);
      await tab.getByText(`1 osuma haulle ”${WORD}”`).waitFor();
      const found = line(tab, TITLE);
      await found.getByText('Dia 3 · seminaari.pptx').waitFor();
      const marked = found.locator('.summary mark');
      expect(await marked.allInnerTexts()).toContain('Lippuhinnoista');
      expect(await found.locator('.summary').textContent()).toContain('Lippuhinnoista sovittiin ennen mainoksia');
      expect(await faultsOf(page)).toEqual([]);
      expect(placeOf(page)).toBe(`/tab/materials?words=${WORD}`);
      await enter(page, TITLE);
      await heading(tab, TITLE).waitFor();
      await tab.getByText('Hakemasi on diassa 3').waitFor();
      expect(await faultsOf(page)).toEqual([]);

      await enter(page, 'Takaisin hakutuloksiin');
      await found.locator('mark').first().waitFor();
      expect(await tab.getByRole('combobox', { name: 'Hae materiaaleista' }).inputValue()).toBe(WORD);
      await eventually(() => frameOf(page).evaluate((title) => document.activeElement?.textContent === title, TITLE));
      await noMouse(page);
      await frameOf(page).evaluate(() => location.reload());
      await frameOf(page).waitForLoadState();
      await found.locator('mark').first().waitFor();
      expect(placeOf(page)).toBe(`/tab/materials?words=${WORD}`);
    });
  },
  TIME,
);

test(
  'shares it in the channel, where its card leads back to it',
  async () => {
    await pages.inTeams({ sub: `materials/${slides}` }, async (tab, page) => {
      await heading(tab, TITLE).waitFor();
      await watchPointer(page);
      await enter(page, 'Jaa kanavalle');
      await tab.getByRole('dialog').waitFor();
      await enter(page, 'Jaa');
      await said(tab, 'Materiaali on jaettu.');
      await tab.getByRole('dialog').waitFor({ state: 'detached' });
      await noMouse(page);
    });
    const card = await eventually(() =>
      world.cloud.messages(TEAM).find(({ activity }) => JSON.stringify(activity).includes(TITLE)),
    );
    expect(decodeURIComponent(JSON.stringify(card.activity))).toContain(`materials/${slides}`);
  },
  TIME,
);

test(
  'a member opens a good practice by its link and says for their municipality that it was tried',
  async () => {
    pages.readAs(people.member);
    await pages.inTeams({ sub: `materials/${practice.id}` }, async (tab, page) => {
      await heading(tab, practice.title).waitFor();
      await watchPointer(page);
      await tab.getByRole('heading', { level: 2, name: 'Toimisiko tämä meillä? Miten?' }).waitFor();
      await tabTo(page, (one) => one.startsWith('INPUT Kokeiltu'));
      await press(page, 'Space', 'Tab');
      await page.keyboard.type(COMMENT);
      expect(await faultsOf(page)).toEqual([]);
      await enter(page, 'Tallenna');
      await said(tab, 'Tallennettu.');
      await line(tab, 'Akaa').getByText(COMMENT).waitFor();
      await noMouse(page);
      await frameOf(page).evaluate(() => location.reload());
      await frameOf(page).waitForLoadState();
      await line(tab, 'Akaa').getByText(COMMENT).waitFor();
      expect(placeOf(page)).toBe(`/tab/materials/${practice.id}`);
    });
  },
  TIME,
);

test(
  'someone else reads in the list and on the page that it was tried, and whom to call',
  async () => {
    pages.readAs(people.external);
    await pages.inTeams({ sub: 'materials' }, async (tab, page) => {
      await heading(tab, 'Materiaalit').waitFor();
      await watchPointer(page);
      await tabTo(page, (one) => one.startsWith('A Kuntien esimerkit'));
      await press(page, 'Enter');
      await tab.locator('.line.material', { hasText: practice.title }).waitFor();
      await enter(page, practice.title);
      await heading(tab, practice.title).waitFor();
      await tab.getByRole('heading', { name: /^Kokeiltu/ }).waitFor();
      const akaa = line(tab, 'Akaa');
      await akaa.getByText(COMMENT).waitFor();
      await enter(page, 'Keneltä kysyä');
      await akaa.getByText('Jaakko Jäsen').waitFor();
      await akaa.getByText('Liikennesihteeri').waitFor();
      await tabTo(page, (one) => one.startsWith('A Soita'));
      expect(await frameOf(page).evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
        'tel:+358400000020',
      );
      expect(await faultsOf(page)).toEqual([]);
      await noMouse(page);
      await page.evaluate(() => history.back());
      await tab.locator('.line.material', { hasText: practice.title }).waitFor();
      expect(placeOf(page)).toContain('type=goodPractice');
    });
  },
  TIME,
);
