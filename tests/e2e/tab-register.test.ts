/** Municipalities and one's own details in the tab: how they look in every theme and size, and what a member does there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import { type Member, mailPerson, memberIdOf, members } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people } from '../fakes/http-app.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

interface Own {
  readonly organisation?: { readonly id: string; readonly name: string };
  readonly locale?: string;
  readonly representsNobody: boolean;
  readonly mail: Readonly<Record<string, boolean>>;
  readonly topics: readonly string[];
}

/** Ids of municipalities: the country and the official code. */
const AKAA = 'fi-020';
const JAKOBSTAD = 'fi-598';

let world: TabWorld;
let pages: TabPages;
const inTeams: TabPages['inTeams'] = (hosted, use) => pages.inTeams(hosted, use);
const ownOf = (someone: typeof people.member | typeof people.external): Promise<Own> =>
  world.api<Own>('GET', '/own', someone);
const search = (tab: FrameLocator) => tab.getByRole('searchbox', { name: 'Etsi kuntaa, ihmistä tai aihetta' });

beforeAll(async () => {
  world = await startTabWorld('teams');
  pages = await openTabPages(world);
});

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

describe('nothing is wrong with', () => {
  test.each([
    ['the municipalities', 'members', 'Jäsenkunnat', 'Uusikaupunki'],
    ['one municipality', `members/${AKAA}`, 'Akaa', 'Yhteyshenkilöt'],
    ['the groups', 'members/groups', 'Ryhmät', 'Ydinryhmä'],
    ['recommending', 'members/recommend', 'Suosittele kollegaa', 'Kollegan nimi'],
    ['an organisation that is not there', 'members/fi-000', 'Sivua ei löytynyt', 'Jäsenkunnat'],
    ['one’s own details', 'own', 'Omat tietoni', 'Henkilökohtainen linkki'],
    ['what is stored', 'own/data', 'Katso, mitä sinusta on tallennettu', 'Lataa tietosi'],
    ['the privacy notice', 'own/notice', 'Tietosuoja', 'Kuinka kauan'],
    ['the accessibility statement', 'own/accessibility', 'Saavutettavuus', 'WCAG 2.2'],
  ])('%s', async (_, sub, title, sign) => {
    await inTeams({ sub }, async (tab, page) => {
      await heading(tab, title).waitFor();
      await tab.getByText(sign).first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('what a search finds', async () => {
    await inTeams({ sub: 'members' }, async (tab, page) => {
      await search(tab).fill('koulukuljetus');
      await tab.getByRole('heading', { name: 'Voi auttaa' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await search(tab).fill('qqqq');
      await tab.getByText('Haulla ei löytynyt mitään.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('a recommendation with mistakes, and the open list of municipalities', async () => {
    await inTeams({ sub: 'members/recommend' }, async (tab, page) => {
      await tab.getByLabel('Kollegan nimi').fill('Nelli Nouseva');
      await tab.getByLabel('Kollegan sähköpostiosoite').fill('ei osoite');
      await tab.getByRole('button', { name: 'Lähetä kutsu' }).click();
      const wrong = tab.getByLabel('Kollegan sähköpostiosoite');
      await eventually(() => wrong.evaluate((one) => one.getAttribute('aria-invalid') === 'true'));
      await eventually(() => wrong.evaluate((one) => one === document.activeElement));
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('combobox').fill('uus');
      await tab.getByRole('option', { name: /Uusikaupunki/ }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test.each([
    ['Mitätöi linkit', 'Mitätöidäänkö linkkisi?'],
    ['Poista tietoni', 'Poistetaanko tietosi?'],
  ])('the dialog of “%s”', async (button, title) => {
    await inTeams({ sub: 'own' }, async (tab, page) => {
      await tab.getByRole('button', { name: button }).click();
      await tab.getByRole('heading', { name: title }).waitFor();
      await tab.getByText('Ladataan').waitFor({ state: 'detached' });
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await tab.getByRole('dialog').waitFor({ state: 'detached' });
      await eventually(() =>
        tab.getByRole('button', { name: button }).evaluate((one) => one === document.activeElement),
      );
    });
  });
});

describe('who is in', () => {
  beforeAll(() => pages.readAs(people.member));

  test('stands by area with contact persons; who has left or was only contacted does not', async () => {
    await inTeams({ sub: 'members' }, async (tab) => {
      const south = tab.getByRole('list', { name: /^Etelä/ });
      await south.getByRole('link', { name: 'Akaa' }).waitFor();
      expect(await south.getByRole('listitem').filter({ hasText: 'Akaa' }).textContent()).toContain('Reino Reitti');
      expect(await tab.getByRole('link', { name: 'Teuva' }).count()).toBe(0);
      expect(await tab.getByRole('link', { name: 'Kauhava' }).count()).toBe(0);
    });
  });

  test('is found by a Swedish name, by a person and by a topic', async () => {
    await inTeams({ sub: 'members' }, async (tab) => {
      await search(tab).fill('jakobstad');
      await tab
        .getByRole('status')
        .filter({ hasText: /^1 kunta tai organisaatio/ })
        .waitFor();
      await tab.getByRole('link', { name: 'Pietarsaari' }).first().waitFor();
      await search(tab).fill('kutsutaksi');
      await tab.getByRole('list', { name: 'Ihmiset' }).getByText('Kalle Kutsutaksi').waitFor();
      await search(tab).fill('koulukuljetus');
      const helpers = tab.getByRole('list', { name: 'Voi auttaa' });
      await helpers.getByText('Oili Odottaja').waitFor();
      expect(await helpers.getByRole('link', { name: /^Sähköposti: Oili Odottaja/ }).getAttribute('href')).toBe(
        'mailto:oili.odottaja@example.invalid',
      );
    });
  });

  test('a topic shows who can help, and Back returns to what was found', async () => {
    await inTeams({ sub: 'members' }, async (tab, page) => {
      await tab.getByRole('button', { name: /^kutsuliikenne/ }).click();
      const helpers = tab.getByRole('list', { name: 'Voi auttaa' });
      await helpers.getByText('Kalle Kutsutaksi').waitFor();
      await helpers.getByRole('link', { name: 'Liminka' }).click();
      await heading(tab, 'Liminka').waitFor();
      await eventually(() => heading(tab, 'Liminka').evaluate((one) => one === document.activeElement));
      await frameOf(page).evaluate(() => history.back());
      await helpers.getByText('Kalle Kutsutaksi').waitFor();
      expect(await search(tab).inputValue()).toBe('kutsuliikenne');
    });
  });

  test('what fails says so and is tried again', async () => {
    await inTeams({ sub: 'own' }, async (tab, page) => {
      await heading(tab, 'Omat tietoni').waitFor();
      await page.route('**/register', (route) => route.fulfill({ status: 500, body: '{}' }));
      await tab.getByRole('link', { name: 'Jäsenkunnat' }).click();
      await heading(tab, 'Sivun lataaminen ei onnistunut').waitFor();
      await page.unroute('**/register');
      await tab.getByRole('button', { name: 'Yritä uudelleen' }).click();
      await tab.getByRole('link', { name: 'Akaa' }).waitFor();
    });
  });

  test('members see neither the stage of a municipality nor a way to change it; coordinators get there', async () => {
    await inTeams({ sub: `members/${AKAA}` }, async (tab) => {
      await tab.getByText('Reino Reitti').first().waitFor();
      expect(await tab.getByRole('link', { name: /^Muokkaa/ }).count()).toBe(0);
    });
    pages.readAs(people.coordinator);
    await inTeams({ sub: `members/${AKAA}` }, async (tab) => {
      const edit = tab.getByRole('link', { name: 'Muokkaa: Akaa' });
      expect(await edit.getAttribute('href')).toBe(`/tab/manage/register/organisations/${AKAA}`);
    });
    pages.readAs(people.member);
  });
});

describe('one’s own details', () => {
  beforeAll(() => pages.readAs(people.member));

  test('a municipality is chosen with the keyboard alone, by its other name', async () => {
    await inTeams({ sub: 'own' }, async (tab, page) => {
      await tab.getByRole('combobox', { name: 'Kunta tai organisaatio' }).waitFor();
      await tab.locator('body').focus();
      await tabTo(page, (focused) => focused === 'INPUT Kunta tai organisaatio');
      await page.keyboard.type('jakob');
      await tab.getByRole('option', { name: /Pietarsaari/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      const combobox = tab.getByRole('combobox', { name: 'Kunta tai organisaatio' });
      expect(await combobox.getAttribute('aria-activedescendant')).toContain(JAKOBSTAD);
      await page.keyboard.press('Enter');
      expect(await combobox.inputValue()).toBe('Pietarsaari');
      expect(await tab.getByRole('listbox').isVisible()).toBe(false);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await tab.getByRole('status').filter({ hasText: 'Tallennettu.' }).waitFor();
    });
    expect((await ownOf(people.member)).organisation?.id).toBe(JAKOBSTAD);
  });

  test('whoever represents nobody says so', async () => {
    pages.readAs(people.external);
    await inTeams({ sub: 'own' }, async (tab) => {
      const form = tab.getByRole('form', { name: 'Mitä kuntaa tai organisaatiota edustat' });
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await form.getByText('Valitse luettelosta.').waitFor();
      await form.getByRole('radio', { name: /^En mitään/ }).check();
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await tab.getByRole('status').filter({ hasText: 'Tallennettu.' }).waitFor();
    });
    expect(await ownOf(people.external)).toMatchObject({ representsNobody: true });
    pages.readAs(people.member);
  });

  test('contact details are seen by others once one agrees, and not before', async () => {
    const seen = async (): Promise<string> => {
      pages.readAs(people.external);
      let words = '';
      await inTeams({ sub: `members/${JAKOBSTAD}` }, async (tab) => {
        const row = tab.getByRole('listitem').filter({ hasText: people.member.name });
        await row.waitFor();
        words = (await row.textContent()) ?? '';
      });
      pages.readAs(people.member);
      return words;
    };
    await inTeams({ sub: 'own' }, async (tab) => {
      const form = tab.getByRole('form', { name: 'Yhteystiedot ja osaaminen' });
      await form.getByRole('textbox', { name: 'Sähköposti' }).fill('jaakko.jasen@pietarsaari.example');
      await form.getByRole('textbox', { name: 'Puhelin' }).fill('soita');
      await form.getByLabel('Missä voit auttaa muita?').fill('valtuustoaloitteet\ntilastot');
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await form.getByText('Tarkista puhelinnumero.').first().waitFor();
      await eventually(() =>
        form.getByRole('textbox', { name: 'Puhelin' }).evaluate((one) => one === document.activeElement),
      );
      await form.getByRole('textbox', { name: 'Puhelin' }).fill('040 123 4567');
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await tab.getByRole('status').filter({ hasText: 'Tallennettu.' }).waitFor();
    });
    expect(await seen()).not.toMatch(/jaakko\.jasen|040|tilastot/);
    await inTeams({ sub: 'own' }, async (tab) => {
      const form = tab.getByRole('form', { name: 'Yhteystiedot ja osaaminen' });
      await form.getByRole('checkbox', { name: /^Jäsenet saavat nähdä/ }).check();
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await tab.getByRole('status').filter({ hasText: 'Tallennettu.' }).waitFor();
    });
    expect(await seen()).toMatch(
      /valtuustoaloitteet, tilastot[\s\S]*jaakko\.jasen@pietarsaari\.example[\s\S]*040 123 4567/,
    );
    expect((await ownOf(people.member)).topics).toEqual(['valtuustoaloitteet', 'tilastot']);
  });

  test('mail choices are kept', async () => {
    await inTeams({ sub: 'own' }, async (tab) => {
      const form = tab.getByRole('form', { name: 'Mitä haluat sähköpostiisi' });
      await form.getByRole('checkbox', { name: 'Tiedotteet' }).check();
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await tab.getByRole('status').filter({ hasText: 'Tallennettu.' }).waitFor();
    });
    expect((await ownOf(people.member)).mail).toMatchObject({ bulletins: true, polls: false });
  });

  test('a personal link opens the own page without Teams until it is revoked', async () => {
    await inTeams({ sub: 'own' }, async (tab) => {
      await tab.getByRole('button', { name: 'Näytä linkki' }).click();
      const link = await tab.getByLabel('Linkkisi').inputValue();
      const opened = () => fetch(`${world.url}${new URL(link).pathname}`);
      expect((await opened()).status).toBe(200);
      await tab.getByRole('button', { name: 'Mitätöi linkit' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Mitätöi linkit' }).click();
      await tab.getByRole('status').filter({ hasText: 'Aiemmat linkkisi on mitätöity.' }).waitFor();
      expect((await opened()).ok).toBe(false);
    });
  });

  test('the language changes at once, stays, and follows Teams again', async () => {
    await inTeams({ sub: 'own' }, async (tab, page) => {
      const language = tab.getByRole('combobox', { name: 'Sivujen ja viestien kieli' });
      await language.focus();
      await language.selectOption({ label: 'Svenska' });
      await heading(tab, 'Mina uppgifter').waitFor();
      expect(await frameOf(page).evaluate(() => document.documentElement.lang)).toBe('sv');
      await eventually(() =>
        tab
          .getByRole('combobox', { name: 'Sidornas och meddelandenas språk' })
          .evaluate((one) => one === document.activeElement),
      );
    });
    expect((await ownOf(people.member)).locale).toBe('sv');
    await inTeams({ sub: 'members' }, async (tab) => {
      await heading(tab, 'Medlemskommuner').waitFor();
      await tab.getByRole('link', { name: 'Jakobstad' }).first().waitFor();
    });
    await inTeams({ sub: 'own' }, async (tab) => {
      await heading(tab, 'Mina uppgifter').waitFor();
      await tab
        .getByRole('combobox', { name: 'Sidornas och meddelandenas språk' })
        .selectOption({ label: 'Samma som i Teams' });
      await heading(tab, 'Omat tietoni').waitFor();
    });
    expect((await ownOf(people.member)).locale).toBeUndefined();
  });

  test('what is stored on oneself is shown and downloaded', async () => {
    await inTeams({ sub: 'own/data' }, async (tab, page) => {
      await tab.getByText('jaakko.jasen@pietarsaari.example').first().waitFor();
      const file = page.waitForEvent('popup').catch(() => undefined);
      await tab.getByRole('button', { name: 'Lataa tietosi (JSON)' }).click();
      const address = await tab.getByRole('link', { name: /^Tiedosto on valmis/ }).getAttribute('href');
      await file;
      const { pathname, search: signed } = new URL(address ?? '', world.url);
      const read = await fetch(`${world.url}${pathname}${signed}`);
      expect(JSON.stringify(await read.json())).toContain('jaakko.jasen@pietarsaari.example');
    });
  });
});

describe('with thousands of members', () => {
  const MANY = 3000;

  beforeAll(async () => {
    pages.readAs(people.member);
    const { store } = world.app.services;
    for (let n = 0; n < MANY; n++) {
      const person = mailPerson(`many-${n}`);
      const made: Member = { person, name: `Tuhat Tunturi${String(n).padStart(4, '0')}`, isGuest: true };
      await store.insert(networkScope(NETWORK), members, memberIdOf(person), made);
    }
    // What is written behind the server's back is seen when its register is read anew.
    await eventually(async () => {
      const found = await world.api<{ total: number }>('GET', '/members?text=tunturi', people.member);
      return found.total === MANY;
    });
  });

  test('the list draws what is near, says how long it is, and the keyboard goes through it', async () => {
    await inTeams({ sub: 'members' }, async (tab) => {
      await search(tab).fill('tunturi');
      const list = tab.getByRole('list', { name: 'Ihmiset' });
      await eventually(
        async () => (await list.getByRole('listitem').first().getAttribute('aria-setsize')) === `${MANY}`,
      );
      expect(await list.getByRole('listitem').count()).toBeLessThan(80);
      pages.readAs(people.coordinator);
    });
    await inTeams({ sub: 'members' }, async (tab, page) => {
      await search(tab).fill('tunturi');
      const list = tab.getByRole('list', { name: 'Ihmiset' });
      const edit = (n: number) =>
        list.getByRole('link', { name: `Muokkaa Tuhat Tunturi${String(n).padStart(4, '0')}` });
      await edit(0).focus();
      await page.keyboard.press('ArrowDown');
      await eventually(() => edit(1).evaluate((one) => one === document.activeElement));
      await page.keyboard.press('End');
      await eventually(() => edit(199).evaluate((one) => one === document.activeElement));
      expect(await list.getByRole('listitem').count()).toBeLessThan(80);
      await eventually(async () => {
        await page.keyboard.press('End');
        return (await edit(399).count()) > 0 || (await edit(599).count()) > 0;
      });
      await page.keyboard.press('Home');
      await eventually(() => edit(0).evaluate((one) => one === document.activeElement));
    });
    pages.readAs(people.member);
  });
});

describe('erasing oneself', () => {
  test('asks for a word, tells what stays, and leaves nothing behind', async () => {
    pages.readAs(people.member);
    await inTeams({ sub: 'own' }, async (tab) => {
      await tab.getByRole('button', { name: 'Poista tietoni' }).click();
      const dialog = tab.getByRole('dialog');
      await dialog.getByRole('listitem').first().waitFor();
      const erase = dialog.getByRole('button', { name: 'Poista tietoni' });
      expect(await erase.isEnabled()).toBe(false);
      await dialog.getByLabel('Kirjoita vahvistukseksi: poista').fill('Poista');
      await erase.click();
      await heading(tab, 'Tietosi poistetaan').waitFor();
      await eventually(() => heading(tab, 'Tietosi poistetaan').evaluate((one) => one === document.activeElement));
    });
    await eventually(async () => {
      const stored = await world.app.services.store.get(
        networkScope(NETWORK),
        members,
        memberIdOf(people.member.person),
      );
      return stored?.value.email === undefined;
    });
  });
});
