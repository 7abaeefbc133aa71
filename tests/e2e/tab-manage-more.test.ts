/** Groups, roles, handing over, membership, reach and privacy in the tab, as a coordinator meets them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Locator } from 'playwright-core';
import { memberIdOf } from '../../bot/core/network.ts';
import { eventually } from '../fakes/eventually.ts';
import { people } from '../fakes/http-app.ts';
import { faultsOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

/** Ids of municipalities: the country and the official code. */
const AKAA = 'fi-020';
const FORSSA = 'fi-061';

const JAAKKO = memberIdOf(people.member.person);

let world: TabWorld;
let pages: TabPages;
const inTeams: TabPages['inTeams'] = (hosted, use) => pages.inTeams(hosted, use);
const asCoordinator = <T>(method: string, path: string, json?: unknown): Promise<T> =>
  world.api<T>(method, path, people.coordinator, json);
const said = (tab: FrameLocator, words: string | RegExp): Promise<void> =>
  tab.locator('.says').getByText(words).waitFor();
const hasFocus = (one: Locator): Promise<true> =>
  eventually(() => one.evaluate((element) => element === document.activeElement));
const dialogGone = (tab: FrameLocator): Promise<void> => tab.getByRole('dialog').waitFor({ state: 'detached' });

/** Types into a picker and takes the one found. */
async function pick(tab: FrameLocator, label: string, typed: string, name: RegExp): Promise<void> {
  await tab.getByRole('combobox', { name: label, exact: true }).fill(typed);
  await tab.getByRole('option', { name }).click();
}

const later = (days: number): string => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await startTabWorld('teams');
  pages = await openTabPages(world);
  await asCoordinator('PUT', '/membership/fee-classes', { feeClasses: [{ name: 'Pienet kunnat' }] });
  await asCoordinator('POST', `/membership/${AKAA}/notes`, {
    text: 'Soitettu. Lautakunta päättää jäsenyydestä syksyllä.',
    nextStep: 'Kysy päätöstä',
    nextOn: later(-3),
    requestId: crypto.randomUUID(),
  });
  await asCoordinator('POST', '/groups/core/seats', {
    seat: { member: JAAKKO, role: 'member', area: 'south', substitute: '', from: later(-40), to: later(20) },
    requestId: crypto.randomUUID(),
  });
  // Before anyone looks: reach may be a minute old.
  const poll = await world.createPoll({ question: 'Minne retki?', options: 'Akaa\nForssa' });
  await asCoordinator('POST', '/register/own', { type: 'organisation', organisation: AKAA });
  await world.vote(poll.id, people.coordinator, [poll.options[0]?.id ?? '']);
});

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

describe('nothing is wrong with', () => {
  test.each([
    ['the groups', 'manage/groups', 'Ryhmät ja roolit', 'Päättyy pian'],
    ['a new group', 'manage/groups/new', 'Perusta ryhmä', 'Nimi suomeksi'],
    ['one group', 'manage/groups/core', 'Ydinryhmä', 'Poista ryhmä'],
    ['a seat', 'manage/groups/core/seats/seat-reino', 'Reino Reitti', 'Henkilökohtainen varajäsen'],
    ['the coordinators', 'manage/groups/roles', 'Koordinaattorit', 'Nimeä koordinaattori'],
    ['handing over', 'manage/handover', 'Tehtävien luovutus', 'Seuraaja'],
    ['membership', 'manage/membership', 'Jäsenyys ja jäsenmaksut', 'Seuraavat askeleet'],
    ['fee classes', 'manage/membership/classes', 'Maksuluokat', 'Lisää luokka'],
    ['one organisation’s membership', `manage/membership/${AKAA}`, 'Akaa', 'Kysy päätöstä'],
    ['reach', 'manage/reach', 'Osallistuminen', 'Lataa hiljaisten postituslista'],
    ['reach of one organisation', `manage/reach/${AKAA}`, 'Akaa', 'Mukana viimeisten'],
    ['privacy', 'manage/privacy', 'Tietosuoja ja loki', 'Kuka vastaa tiedoista'],
    ['erasing', 'manage/privacy/erase', 'Poista jäsenen tiedot', 'Poistoja ei ole tehty'],
    ['the audit trail', 'manage/privacy/audit', 'Koordinaattorien toimet', 'Kaisa Koordinaattori'],
    ['the parts in use', 'manage/modules', 'Käytössä olevat osat', 'Laatikko ja haasteet'],
    ['the digest', 'manage/digest', 'Kooste kanavalle', 'Kuinka usein'],
    ['a group that is not there', 'manage/groups/nothing', 'Sivua ei löytynyt', 'Linkki'],
  ])('%s', async (_, sub, title, sign) => {
    await inTeams({ sub }, async (tab, page) => {
      await heading(tab, title).waitFor();
      await tab.getByText(sign).first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test.each([
    ['manage/membership', 'Muuta vaihetta: Akaa', 'Akaa'],
    ['manage/membership', 'Merkitse luokka laskutetuksi', 'Merkitäänkö laskut lähetetyiksi?'],
    [`manage/membership/${AKAA}`, /^Muokkaa yhteydenottoa/, 'Muokkaa yhteydenottoa'],
    ['manage/groups/core', 'Poista ryhmä', 'Poistetaanko Ydinryhmä?'],
  ])('a dialog of %s', async (sub, button, title) => {
    await inTeams({ sub }, async (tab, page) => {
      const opener = tab.getByRole('button', { name: button });
      await opener.click();
      await tab.getByRole('dialog').getByRole('heading', { name: title }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialogGone(tab);
      await hasFocus(opener);
    });
  });
});

describe('groups', () => {
  test('a substitute is named with the keyboard alone, and shows to everyone', async () => {
    await inTeams({ sub: 'manage/groups/core/seats/seat-reino' }, async (tab, page) => {
      await heading(tab, 'Reino Reitti').waitFor();
      await tab.locator('body').focus();
      await tabTo(page, (focused) => focused.startsWith('INPUT Henkilökohtainen varajäsen'));
      await page.keyboard.type('oili');
      await tab.getByRole('option', { name: /Oili Odottaja/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await tabTo(page, (focused) => focused === 'BUTTON Tallenna');
      await page.keyboard.press('Enter');
      await said(tab, 'Tallennettu.');
      await hasFocus(heading(tab, 'Ryhmät ja roolit'));
      await tab.getByText('Henkilökohtainen varajäsen: Oili Odottaja, Loimaa').waitFor();
    });
    pages.readAs(people.member);
    await inTeams({ sub: 'members/groups' }, async (tab) => {
      await tab.getByText('Henkilökohtainen varajäsen: Oili Odottaja, Loimaa').waitFor();
    });
    pages.readAs(people.coordinator);
  });

  test('a group is made, someone sits in it, the term is ended and stays folded', async () => {
    await inTeams({ sub: 'manage/groups' }, async (tab) => {
      await tab.getByRole('link', { name: 'Perusta ryhmä' }).click();
      await tab.getByRole('button', { name: 'Perusta ryhmä' }).click();
      await hasFocus(tab.getByLabel('Nimi suomeksi'));
      await tab.getByLabel('Nimi suomeksi').fill('Ohjausryhmä');
      await tab.getByRole('button', { name: 'Perusta ryhmä' }).click();
      await heading(tab, 'Lisää henkilö ryhmään').waitFor();
      await pick(tab, 'Henkilö', 'kalle', /Kalle Kutsutaksi/);
      await tab.getByLabel('Tehtävä').selectOption('chair');
      await tab.getByLabel('Kausi alkaa').fill(later(-10));
      await tab.getByRole('button', { name: 'Lisää henkilö' }).click();
      const group = tab.getByRole('region', { name: 'Ohjausryhmä' });
      await group.getByText('Puheenjohtaja').waitFor();
      await group.getByRole('link', { name: 'Kalle Kutsutaksi' }).click();
      await tab.getByRole('button', { name: 'Päätä kausi' }).click();
      await tab.getByRole('dialog').getByLabel('Viimeinen päivä').fill(later(-1));
      await tab.getByRole('dialog').getByRole('button', { name: 'Päätä kausi' }).click();
      await hasFocus(heading(tab, 'Ryhmät ja roolit'));
      await group.getByText('Ryhmässä ei ole nyt ketään.').waitFor();
      await group.getByText('1 päättynyt kausi').click();
      await group.getByRole('link', { name: 'Kalle Kutsutaksi' }).waitFor();
      await group.getByRole('link', { name: 'Muokkaa: Ohjausryhmä' }).click();
      await tab.getByRole('button', { name: 'Poista ryhmä' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Poista ryhmä' }).click();
      await hasFocus(heading(tab, 'Ryhmät ja roolit'));
      await group.waitFor({ state: 'detached' });
    });
  });
});

describe('membership', () => {
  test('a fee is noted; one that is paid before it was invoiced is refused by its field', async () => {
    await inTeams({ sub: 'manage/membership' }, async (tab) => {
      const open = tab.getByRole('button', { name: /^Maksu \d+: Forssa$/ });
      await open.click();
      const dialog = tab.getByRole('dialog');
      await dialog.getByLabel('Maksuluokka').selectOption('Pienet kunnat');
      await dialog.getByLabel('Maksettu').fill(later(-2));
      await dialog.getByRole('button', { name: 'Tallenna' }).click();
      await hasFocus(dialog.getByLabel('Laskutettu'));
      await dialog.getByLabel('Laskutettu').fill(later(-20));
      await dialog.getByRole('button', { name: 'Tallenna' }).click();
      await said(tab, 'Tallennettu: Forssa.');
      await dialogGone(tab);
      await hasFocus(open);
      const row = tab.getByRole('listitem').filter({ has: tab.getByRole('link', { name: 'Forssa' }) });
      await row.getByText(/^Maksettu/).waitFor();
      await tab.getByRole('combobox', { name: 'Maksu', exact: true }).selectOption('paid');
      await tab.getByRole('status').filter({ hasText: '1 organisaatio' }).waitFor();
    });
    const { fees } = await asCoordinator<{ fees: { paidOn?: string }[] }>('GET', `/membership/${FORSSA}/fees`);
    expect(fees).toEqual([expect.objectContaining({ paidOn: later(-2) })]);
  });

  test('all members of a class are noted as invoiced, and the totals say so', async () => {
    const { feeClasses, year } = await asCoordinator<{ feeClasses: { id: string }[]; year: number }>(
      'GET',
      '/membership',
    );
    const feeClass = feeClasses[0]?.id;
    for (const code of ['fi-020', 'fi-078'])
      await asCoordinator('PUT', `/membership/${code}/fees/${year}`, { feeClass, invoicedOn: null, paidOn: null });
    await inTeams({ sub: 'manage/membership' }, async (tab) => {
      await tab.getByRole('button', { name: 'Merkitse luokka laskutetuksi' }).click();
      const dialog = tab.getByRole('dialog');
      await dialog.getByText('Merkintä tulee 2 jäsenelle.').waitFor();
      await dialog.getByRole('button', { name: 'Merkitse laskutetuiksi' }).click();
      await said(tab, /2 jäsentä merkittiin laskutetuiksi/);
      const fees = tab.getByRole('region', { name: /^Jäsenmaksut/ });
      await fees
        .locator('div')
        .filter({ hasText: /^avoinna2$/ })
        .waitFor();
    });
  });

  test('a stage is changed with its day, and a late step is done', async () => {
    await inTeams({ sub: 'manage/membership' }, async (tab) => {
      const next = tab.getByRole('region', { name: 'Seuraavat askeleet' });
      await next.getByText('Myöhässä').waitFor();
      await next.getByRole('link', { name: 'Akaa' }).click();
      await hasFocus(heading(tab, 'Akaa'));
      await tab.getByRole('button', { name: 'Tehty: Kysy päätöstä' }).click();
      await said(tab, 'Merkitty tehdyksi.');
      await hasFocus(tab.getByRole('heading', { name: 'Yhteydenotot' }));
      await tab.getByText(/^Tehty .*: Kysy päätöstä$/).waitFor();
      await tab.getByRole('button', { name: 'Muuta vaihetta' }).click();
      await tab.getByRole('dialog').getByLabel('Vaihe').selectOption('trial');
      await tab.getByRole('dialog').getByLabel('Alkaen').fill('2026-01-15');
      await tab.getByRole('dialog').getByRole('button', { name: 'Tallenna' }).click();
      await tab.getByText(/Kokeilujäsen .*15\.1\..* alkaen/).waitFor();
      await tab.getByLabel('Mitä sovittiin').fill('Kokeilu alkoi.');
      await tab.getByRole('form', { name: 'Kirjaa yhteydenotto' }).getByRole('button', { name: 'Tallenna' }).click();
      await tab.getByText('Kokeilu alkoi.').waitFor();
      expect(await tab.getByLabel('Mitä sovittiin').inputValue()).toBe('');
    });
  });

  test('classes are renamed and added; one in use can’t go', async () => {
    await inTeams({ sub: 'manage/membership/classes' }, async (tab) => {
      await tab.getByRole('button', { name: 'Lisää luokka' }).click();
      await hasFocus(tab.getByLabel('Luokan 2 nimi'));
      await tab.getByLabel('Luokan 2 nimi').fill('Suuret kunnat');
      await tab.getByRole('button', { name: 'Tallenna' }).click();
      await said(tab, 'Maksuluokat on tallennettu.');
      await tab.getByRole('button', { name: 'Poista luokka 1' }).click();
      await hasFocus(tab.getByRole('button', { name: 'Lisää luokka' }));
      await tab.getByRole('button', { name: 'Tallenna' }).click();
      await tab
        .getByRole('alert')
        .getByText(/Pienet kunnat/)
        .waitFor();
    });
  });

  test('what fails says so and is tried again', async () => {
    await inTeams({ sub: 'manage' }, async (tab, page) => {
      await heading(tab, 'Ylläpito').waitFor();
      await page.route('**/membership', (route) => route.fulfill({ status: 500, body: '{}' }));
      await tab.getByRole('link', { name: /^Jäsenyys ja jäsenmaksut/ }).click();
      await tab.getByText('Sivun lataaminen ei onnistunut').waitFor();
      await page.unroute('**/membership');
      await tab.getByRole('button', { name: 'Yritä uudelleen' }).click();
      await tab.getByRole('link', { name: 'Forssa' }).first().waitFor();
    });
  });
});

describe('reach', () => {
  test('who took part is told from who is silent, and the silent ones’ mailing list says how many it holds', async () => {
    await inTeams({ sub: 'manage/reach' }, async (tab) => {
      const row = tab
        .getByRole('list', { name: 'Kuka on ollut mukana' })
        .getByRole('listitem')
        .filter({ hasText: 'Akaa' });
      await row.getByText('1 äänestys').waitFor();
      await tab.getByRole('combobox', { name: 'Näytä', exact: true }).selectOption('silent');
      await row.waitFor({ state: 'detached' });
      await tab.getByRole('link', { name: 'Loimaa' }).waitFor();
      await tab
        .getByRole('region', { name: 'Lataa hiljaisten postituslista' })
        .getByRole('button', { name: 'Lataa CSV' })
        .click();
      await tab.getByText(/^Listalla on \d+ ihmistä\./).waitFor();
      await tab.getByRole('combobox', { name: 'Näytä', exact: true }).selectOption('all');
      await row.getByRole('link', { name: 'Akaa' }).click();
      await tab.getByRole('link', { name: 'Minne retki?' }).click();
      await heading(tab, 'Minne retki?').waitFor();
    });
  });
});

describe('privacy', () => {
  test('the notice’s own words show to members', async () => {
    await inTeams({ sub: 'manage/privacy' }, async (tab) => {
      await tab.getByLabel('Kuka vastaa tiedoista').fill('Riihimäen kaupunki');
      await tab.getByRole('button', { name: 'Tallenna' }).click();
      await said(tab, 'Seloste on tallennettu.');
      await tab.getByRole('link', { name: /^Katso seloste/ }).click();
      await tab.getByText('Riihimäen kaupunki').waitFor();
    });
  });

  test('a member is erased after what others wrote of them was shown and the word was typed', async () => {
    await world.createPoll({ question: 'Jatkaako Hållplats selvitystä?', options: 'Kyllä\nEi' });
    await inTeams({ sub: 'manage/privacy/erase' }, async (tab, page) => {
      await pick(tab, 'Kenen tiedot poistetaan', 'helmi', /Helmi Hållplats/);
      await tab.getByRole('link', { name: 'Jatkaako Hållplats selvitystä?' }).waitFor();
      await tab.getByRole('button', { name: 'Poista tiedot' }).click();
      const dialog = tab.getByRole('dialog');
      await dialog.getByText('Yhdessä tekstissä mainitaan hänet yhä.').waitFor();
      expect(await dialog.getByRole('button', { name: 'Poista tiedot' }).isDisabled()).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
      await dialog.getByLabel('Kirjoita vahvistukseksi: poista').fill('poista');
      await dialog.getByRole('button', { name: 'Poista tiedot' }).click();
      await dialogGone(tab);
      await hasFocus(tab.getByRole('heading', { name: /^Henkilö on poissa verkostosta/ }));
      await tab.getByRole('listitem').filter({ hasText: 'Annetut äänet jäävät tuloksiin nimettöminä.' }).waitFor();
      await tab.getByRole('region', { name: 'Tehdyt poistot' }).getByText('Koordinaattori poisti').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('the audit trail tells what was done and by whom, and comes as a file', async () => {
    await inTeams({ sub: 'manage/privacy/audit' }, async (tab) => {
      const entries = tab.getByRole('list', { name: /^Toimet/ });
      await entries.getByText('Kaisa Koordinaattori').first().waitFor();
      expect(await entries.getByRole('listitem').count()).toBeGreaterThan(5);
      await tab.getByRole('button', { name: 'Lataa CSV' }).click();
      const file = await tab.getByRole('link', { name: /^Tiedosto on valmis/ }).getAttribute('href');
      const answer = await fetch(`${world.url}${new URL(file ?? '').pathname}`);
      expect(await answer.text()).toContain('Kaisa Koordinaattori');
    });
  });
});

describe('roles', () => {
  test('the last coordinator has no button to stop; another is named, and everything is handed over', async () => {
    await world.createPoll({ question: 'Jääkö tämä kesken?', options: 'Kyllä\nEi' });
    await inTeams({ sub: 'manage/groups/roles' }, async (tab, page) => {
      await tab.getByText('Kaisa Koordinaattori').waitFor();
      expect(await tab.getByRole('button', { name: 'Lopeta koordinaattorina' }).count()).toBe(0);
      await tab.getByRole('button', { name: 'Nimeä koordinaattori' }).click();
      await tab.getByText('Valitse henkilö luettelosta.').waitFor();
      await tab.getByRole('link', { name: 'Luovuta tehtävät: Kaisa Koordinaattori' }).click();
      await tab.getByRole('link', { name: 'Jääkö tämä kesken?' }).waitFor();
      await pick(tab, 'Seuraaja', 'jaakko', /Jaakko Jäsen/);
      await tab.getByLabel('Kaisa Koordinaattori lopettaa koordinaattorina').check();
      await tab.getByRole('button', { name: 'Luovuta tehtävät' }).click();
      await hasFocus(heading(tab, 'Tehtävät on luovutettu'));
      await tab.getByText('Jaakko Jäsen on nyt koordinaattori.').waitFor();
      await tab.getByText('Jääkö tämä kesken?').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('link', { name: 'Etusivulle' }).click();
      await eventually(async () => (await tab.getByRole('link', { name: 'Ylläpito' }).count()) === 0);
    });
    const { coordinators } = await world.api<{ coordinators: { id: string }[] }>('GET', '/coordinators', people.member);
    expect(coordinators.map(({ id }) => id)).toEqual([JAAKKO]);
  });
});
