/** The register, lists that come in and files that go out in the tab, as a coordinator meets them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Locator } from 'playwright-core';
import { mailPerson, memberIdOf, organisationId } from '../../bot/core/network.ts';
import { organisations } from '../../bot/core/organisation.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { loadPlaces } from '../../bot/places.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people } from '../fakes/http-app.ts';
import { faultsOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

/** Ids of municipalities: the country and the official code. */
const UUSIKAUPUNKI = 'fi-895';
const HANKO = 'fi-078';
const OILI = memberIdOf(mailPerson('sample-1'));
const KALLE = memberIdOf(mailPerson('sample-2'));

/** A municipality that became part of another. */
const FORMER = (() => {
  const places = loadPlaces()('fi');
  const merger = places.mergers[0];
  if (!merger) throw new Error('The country knows no mergers.');
  return { ...merger, id: organisationId.parse(`${places.name}-${merger.code}`) };
})();

interface Found {
  readonly members: readonly { readonly id: string; readonly name: string; readonly email?: string }[];
}
interface Person {
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  readonly organisation?: { readonly id: string };
  readonly desk: { readonly state: string };
  readonly detail: {
    readonly emailSource?: { readonly from: string; readonly list?: string };
    readonly identities: readonly { readonly id: string }[];
  };
}

let world: TabWorld;
let pages: TabPages;
const inTeams: TabPages['inTeams'] = (hosted, use) => pages.inTeams(hosted, use);
const asCoordinator = <T>(method: string, path: string, json?: unknown): Promise<T> =>
  world.api<T>(method, path, people.coordinator, json);
const personOf = (id: string): Promise<Person> => asCoordinator('GET', `/members/${id}`);
const find = async (words: string): Promise<Found['members']> =>
  (await asCoordinator<Found>('GET', `/members?text=${encodeURIComponent(words)}`)).members;
const withAddress = async (email: string): Promise<Found['members']> =>
  (await find(email)).filter((one) => one.email === email);
const addMember = (draft: Readonly<Record<string, unknown>>): Promise<unknown> =>
  asCoordinator('POST', '/members', { draft, anyway: true, requestId: crypto.randomUUID() });
const said = (tab: FrameLocator, words: string | RegExp): Promise<void> =>
  tab.locator('.says').getByText(words).waitFor();
const hasFocus = (one: Locator): Promise<unknown> =>
  eventually(() => one.evaluate((element) => element === document.activeElement));

/** Types into a picker and takes the one found. */
async function pick(tab: FrameLocator | Locator, label: string, typed: string, name: RegExp): Promise<void> {
  await tab.getByRole('combobox', { name: label }).fill(typed);
  await tab.getByRole('option', { name }).click();
}

const LIST = [
  'Nimi;Sähköposti;Kunta;Titteli;Kengännumero',
  'Tarja Tunneli;tarja.tunneli@hanko.example;Hanko;liikennesuunnittelija;38',
  'Oili Odottaja;oili.odottaja@example.invalid;Loimaa;kuljetuspäällikkö;39',
  'Kalle Kutsutaksi;kalle.kutsutaksi@liminka.example;Liminka;hankintasihteeri;44',
  'Seppo Silta;seppo.silta(at)kemi.example;Kemi;insinööri;43',
  'Ville Väylä;ville.vayla@example.invalid;Olematonkylä;suunnittelija;42',
].join('\n');
const file = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(LIST, 'utf8') });

let list = '';

beforeAll(async () => {
  world = await startTabWorld('teams');
  pages = await openTabPages(world);
  const { store } = world.app.services;
  await store.insert(networkScope(NETWORK), organisations, FORMER.id, {
    ...{ id: FORMER.id, kind: 'municipality', names: { fi: 'Entinen', sv: 'Tidigare' }, code: FORMER.code },
    ...{ membership: 'contacted', domains: [], fees: [] },
  });
  await addMember({ name: 'Hanna Hankolainen', email: 'hanna@hanko.fi' });
  await addMember({ name: 'Outi Odottaja', email: 'oili.odottaja@example.invalid' });
  list = (
    await asCoordinator<{ id: string }>('POST', '/imports', {
      fileName: 'kevät.csv',
      base64: Buffer.from(LIST, 'utf8').toString('base64'),
    })
  ).id;
});

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

describe('nothing is wrong with', () => {
  test.each([
    ['the register', 'manage/register', 'Rekisteri', 'Oili Odottaja'],
    ['one organisation', `manage/register/organisations/${UUSIKAUPUNKI}`, 'Uusikaupunki', 'Varaedustaja'],
    ['one person', `manage/register/members/${OILI}`, 'Oili Odottaja', 'Ehkä sama ihminen'],
    ['a person who is not there', 'manage/register/members/nobody', 'Sivua ei löytynyt', 'Rekisteri'],
    ['adding municipalities', 'manage/register/add-municipalities', 'Lisää kuntia', 'Akaa'],
    ['adding an organisation', 'manage/register/add-organisation', 'Lisää muu organisaatio', 'Nimi suomeksi'],
    ['adding a person', 'manage/register/add-member', 'Lisää ihminen', 'Tehtävänimike'],
    ['claims when nothing waits', 'manage/register/claims', 'Vahvistettavat', 'Mikään ei odota vahvistusta'],
    ['those without a municipality', 'manage/register/unassigned', 'Ilman kuntaa', 'Ehdotus|Hyväksy: Hanko'],
    ['doubles', 'manage/register/doubles', 'Samat ihmiset', 'Outi Odottaja'],
    ['mergers', 'manage/register/mergers', 'Kuntaliitokset', 'liittyi kuntaan'],
    ['the rules', 'manage/register/rules', 'Säännöt', 'Kokoluokat'],
    ['import and export', 'manage/import', 'Tuonti ja vienti', 'kevät.csv'],
    ['files that go out', 'manage/import/export', 'Lataa jäsenet tai postituslista', 'Lataa tiedosto'],
  ])('%s', async (_, sub, title, sign) => {
    await inTeams({ sub }, async (tab, page) => {
      await heading(tab, title).waitFor();
      await tab.getByText(new RegExp(sign)).first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('organisations, with the filters open', async () => {
    await inTeams({ sub: 'manage/register' }, async (tab, page) => {
      await tab.getByRole('radio', { name: 'Kunnat ja organisaatiot' }).check();
      await tab.getByText('Rajaa').click();
      await tab.getByRole('link', { name: 'Traficom' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('an area and a kind that are open', async () => {
    await inTeams({ sub: 'manage/register/rules' }, async (tab, page) => {
      await tab.getByText('Pohjoinen').click();
      await tab.getByText('Viranomainen').first().click();
      await tab.getByRole('group', { name: 'Maakunnat' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('a list with wrong rows, one of them being mended', async () => {
    await inTeams({ sub: `manage/import/${list}` }, async (tab, page) => {
      await tab.getByRole('button', { name: 'Korjaa, rivi 5' }).click();
      await tab.getByText('Sarakkeet').first().click();
      await tab.getByRole('form', { name: 'Korjaa, rivi 5' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('radio', { name: /^Kaikki/ }).check();
      await tab.getByRole('button', { name: 'Uusi ihminen' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('the dialog that merges two people', async () => {
    await inTeams({ sub: 'manage/register/doubles' }, async (tab, page) => {
      const merge = tab.getByRole('button', { name: /^Yhdistä…/ }).first();
      await merge.click();
      await tab.getByRole('heading', { name: 'Yhdistetäänkö samaksi ihmiseksi?' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await hasFocus(merge);
    });
  });
});

describe('people of the register', () => {
  test('are found by words and narrowed; nobody else is left', async () => {
    await inTeams({ sub: 'manage/register' }, async (tab) => {
      const rows = tab.getByRole('list', { name: 'Ihmiset' });
      await tab.getByRole('searchbox').fill('liminka');
      await tab.getByRole('status').filter({ hasText: '1 ihminen' }).waitFor();
      await rows.getByRole('link', { name: 'Kalle Kutsutaksi' }).waitFor();
      await tab.getByRole('searchbox').fill('');
      await tab.getByText('Rajaa').click();
      await tab.getByRole('checkbox', { name: 'Ilman kuntaa tai organisaatiota' }).check();
      await rows.getByRole('link', { name: 'Hanna Hankolainen' }).waitFor();
      await rows.getByRole('link', { name: 'Kalle Kutsutaksi' }).waitFor({ state: 'detached' });
      await tab.getByRole('checkbox', { name: 'Ilman kuntaa tai organisaatiota' }).uncheck();
      await tab.getByLabel('Ryhmä').selectOption({ label: 'Ydinryhmä (3)' });
      await tab.getByRole('status').filter({ hasText: '3 ihmistä' }).waitFor();
      await tab.getByRole('checkbox', { name: 'Ilman Teamsia' }).check();
      await tab.getByText('Näillä rajauksilla ei löytynyt mitään.').waitFor();
      await tab.getByRole('button', { name: 'Näytä kaikki' }).click();
      await rows.getByRole('link', { name: 'Kalle Kutsutaksi' }).waitFor();
    });
  });

  test('are changed in place with the keyboard; a municipality that the register lacks comes along', async () => {
    await inTeams({ sub: `manage/register/members/${KALLE}` }, async (tab, page) => {
      const form = tab.getByRole('form', { name: 'Kalle Kutsutaksi' });
      const email = form.getByRole('textbox', { name: /^Sähköposti/ });
      await email.fill('ei osoite');
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await hasFocus(email);
      await email.fill('kalle.kutsutaksi@example.invalid');
      await form.getByRole('textbox', { name: 'Tehtävänimike' }).fill('hankintapäällikkö');
      await pick(form, 'Kunta tai organisaatio', 'Kökar', /Kökar/);
      await tabTo(page, (focused) => focused === 'BUTTON Tallenna');
      await page.keyboard.press('Enter');
      await said(tab, 'Tallennettu.');
    });
    expect(await personOf(KALLE)).toMatchObject({ title: 'hankintapäällikkö', organisation: { id: 'fi-318' } });
  });

  test('without Teams are removed and taken back', async () => {
    await inTeams({ sub: `manage/register/members/${KALLE}` }, async (tab) => {
      await tab.getByRole('button', { name: 'Poista verkostosta…' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Poista' }).click();
      await said(tab, 'Poistettu verkostosta: Kalle Kutsutaksi.');
      expect((await personOf(KALLE)).desk.state).toBe('left');
      const back = tab.getByRole('button', { name: 'Ota takaisin' });
      await hasFocus(tab.getByRole('heading', { name: 'Tila' }));
      await back.click();
      await said(tab, 'Otettu takaisin: Kalle Kutsutaksi.');
    });
    expect((await personOf(KALLE)).desk.state).toBe('current');
  });

  test('who look like someone known are shown before they are added anyway', async () => {
    await inTeams({ sub: 'manage/register/add-member' }, async (tab) => {
      const form = tab.getByRole('form', { name: 'Lisää ihminen' });
      await form.getByRole('textbox', { name: /^Nimi/ }).fill('Helmi Hållplats');
      await form.getByRole('textbox', { name: /^Sähköposti/ }).fill('helmi.hallplats@kristinestad.example');
      await pick(form, 'Kunta tai organisaatio', 'kristinestad', /Kristiinankaupunki/);
      await form.getByRole('button', { name: 'Lisää ihminen' }).click();
      await hasFocus(tab.getByRole('heading', { name: 'Onko hän jo rekisterissä?' }));
      expect(await withAddress('helmi.hallplats@kristinestad.example')).toEqual([]);
      await tab.getByRole('button', { name: 'Lisää silti' }).click();
      await heading(tab, 'Helmi Hållplats').waitFor();
      await said(tab, 'Lisätty: Helmi Hållplats.');
    });
    expect(await withAddress('helmi.hallplats@kristinestad.example')).toHaveLength(1);
  });

  test('who are one are merged, and merged apart again', async () => {
    const identities = async (): Promise<number> => (await personOf(OILI)).detail.identities.length;
    await inTeams({ sub: 'manage/register/doubles' }, async (tab) => {
      await tab.getByRole('button', { name: /^Yhdistä….*Outi Odottaja/ }).click();
      await tab
        .getByRole('dialog')
        .getByRole('radio', { name: /^Oili Odottaja/ })
        .check();
      await tab.getByRole('dialog').getByRole('button', { name: 'Yhdistä' }).click();
      await said(tab, 'Yhdistetty.');
      expect(await identities()).toBe(1);
      await tab.getByRole('button', { name: 'Peru yhdistäminen: Outi Odottaja' }).click();
      await said(tab, 'Yhdistäminen on peruttu: Outi Odottaja.');
    });
    expect(await identities()).toBe(0);
  });

  test('whose address tells it get their municipality in one go', async () => {
    await inTeams({ sub: 'manage/register/unassigned' }, async (tab) => {
      await tab.getByRole('button', { name: 'Hyväksy kaikki selvät' }).click();
      await said(tab, 'Tallennettu 1 ihmiselle.');
      await tab.getByRole('button', { name: 'Hyväksy kaikki selvät' }).waitFor({ state: 'detached' });
    });
    const [hanna] = await withAddress('hanna@hanko.fi');
    expect((await personOf(hanna?.id ?? '')).organisation?.id).toBe(HANKO);
  });
});

describe('organisations of the register', () => {
  test('get a delegate and a personal substitute, never the same one', async () => {
    await inTeams({ sub: `manage/register/organisations/${UUSIKAUPUNKI}` }, async (tab) => {
      const form = tab.getByRole('form', { name: 'Uusikaupunki' });
      await form.getByLabel('Nimetty edustaja').selectOption({ label: 'Vuokko Vaihto' });
      await form.getByLabel('Varaedustaja').selectOption({ label: 'Vuokko Vaihto' });
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await hasFocus(form.getByLabel('Varaedustaja'));
      await form.getByLabel('Varaedustaja').selectOption({ label: 'Pentti Pysäkki' });
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await said(tab, 'Tallennettu.');
    });
    const { desk } = await asCoordinator<{ desk: { delegate: unknown; substitute: unknown } }>(
      'GET',
      `/organisations/${UUSIKAUPUNKI}`,
    );
    expect(desk).toMatchObject({ delegate: { name: 'Vuokko Vaihto' }, substitute: { name: 'Pentti Pysäkki' } });
  });

  test('are added from the country’s list, and removed while nobody represents them', async () => {
    await inTeams({ sub: 'manage/register/add-municipalities' }, async (tab) => {
      await tab.getByRole('searchbox').fill('utsjoki');
      await tab.getByRole('checkbox', { name: /Utsjoki/ }).check();
      await tab.getByRole('button', { name: 'Lisää 1 kunta' }).click();
      await said(tab, '1 kunta lisättiin rekisteriin.');
      await tab.getByText('on jo rekisterissä').waitFor();
    });
    await inTeams({ sub: 'manage/register/organisations/fi-890' }, async (tab) => {
      await tab.getByRole('button', { name: 'Poista rekisteristä…' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Poista' }).click();
      await said(tab, 'Poistettu rekisteristä: Utsjoki.');
      await heading(tab, 'Rekisteri').waitFor();
    });
  });

  test('become part of another by the country’s list, and that is undone', async () => {
    await inTeams({ sub: 'manage/register/mergers' }, async (tab) => {
      await tab.getByRole('button', { name: 'Yhdistä… Entinen' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Yhdistä' }).click();
      await tab.getByText('Rekisterin kunnat ovat ajan tasalla').waitFor();
    });
    await inTeams({ sub: `manage/register/organisations/${FORMER.id}` }, async (tab) => {
      await tab.getByText('Tämä on nyt osa organisaatiota').waitFor();
      await tab.getByRole('button', { name: 'Peru yhdistäminen: Entinen' }).click();
      await said(tab, 'Yhdistäminen on peruttu: Entinen.');
      await tab.getByText('Tämä on nyt osa organisaatiota').waitFor({ state: 'detached' });
    });
  });
});

describe('the rules', () => {
  test('of voting, areas and size classes are changed; what is wrong is told', async () => {
    await inTeams({ sub: 'manage/register/rules' }, async (tab) => {
      const form = tab.getByRole('form', { name: 'Säännöt' });
      await form.getByRole('checkbox', { name: /^Koordinaattori vahvistaa/ }).check();
      await form.getByRole('checkbox', { name: 'Kokeilujäsenet äänestävät' }).check();
      await form.getByLabel('Kokoluokkien ylärajat asukkaina').fill('2000, paljon');
      await form.getByRole('button', { name: 'Lisää alue' }).click();
      const area = form.getByRole('group').filter({ hasText: 'Uusi alue' });
      await hasFocus(area.getByLabel('Nimi suomeksi'));
      await area.getByLabel('Nimi suomeksi').fill('Saaristo');
      await form.getByRole('checkbox', { name: 'Ahvenanmaa' }).last().check();
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await form.getByText('Kirjoita kokonaislukuja pilkulla erotettuina.').waitFor();
      await form.getByLabel('Kokoluokkien ylärajat asukkaina').fill('2 000, 10 000');
      await form.getByRole('button', { name: 'Tallenna' }).click();
      await said(tab, 'Tallennettu.');
    });
    const { desk } = await asCoordinator<{ desk: { rules: { areas: { names: unknown; regions: string[] }[] } } }>(
      'GET',
      '/register',
    );
    expect(desk.rules).toMatchObject({ confirms: true, trialVotes: true, sizeBounds: [2000, 10_000] });
    expect(desk.rules.areas.at(-1)).toMatchObject({ names: { fi: 'Saaristo' }, regions: ['21'] });
  });

  test('let what people say of themselves wait until it is confirmed or settled otherwise', async () => {
    await world.api('POST', '/register/own', people.member, { type: 'organisation', organisation: HANKO });
    await world.api('POST', '/register/own', people.external, { type: 'missing', words: 'Saariston seutukunta' });
    await inTeams({ sub: 'manage/register/claims' }, async (tab, page) => {
      await tab.getByText('”Saariston seutukunta”').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('button', { name: `Vahvista: ${people.member.name}` }).click();
      await said(tab, `Vahvistettu: ${people.member.name}.`);
      await hasFocus(tab.getByRole('heading', { level: 2 }));
      await pick(tab, 'Kunta tai organisaatio', 'hanko', /Hanko/);
      await tab.getByRole('button', { name: 'Tallenna' }).click();
      await said(tab, `Vahvistettu: ${people.external.name}.`);
      await tab.getByText('Mikään ei odota vahvistusta').waitFor();
    });
    for (const one of [people.member, people.external])
      expect((await personOf(memberIdOf(one.person))).organisation?.id).toBe(HANKO);
  });
});

describe('a list', () => {
  test('that is too large is refused before it is sent', async () => {
    await inTeams({ sub: 'manage/import' }, async (tab) => {
      const large = { ...file('suuri.csv'), buffer: Buffer.alloc(5 * 1024 * 1024 + 1, 'x') };
      await tab.locator('input[type="file"]').setInputFiles(large);
      await tab.getByText('Tiedosto on liian suuri: 5 Mt.').waitFor();
    });
  });

  test('with errors is mended, settled and taken into the register', async () => {
    await inTeams({ sub: 'manage/import' }, async (tab, page) => {
      await tab.locator('input[type="file"]').setInputFiles(file('Jäsenlista.csv'));
      await heading(tab, 'Jäsenlista.csv').waitFor();
      const row = (number: number) =>
        tab
          .getByRole('list', { name: 'Rivit' })
          .getByRole('listitem')
          .filter({ hasText: `Rivi ${number}` });
      await row(6).getByText('Tällaista kuntaa tai rekisterin organisaatiota ei ole.').waitFor();

      await tab.getByRole('button', { name: 'Korjaa, rivi 5' }).click();
      const mend = tab.getByRole('form', { name: 'Korjaa, rivi 5' });
      expect(await mend.getByLabel('Sähköposti').getAttribute('aria-invalid')).toBe('true');
      await mend.getByLabel('Sähköposti').fill('seppo.silta@kemi.example');
      await mend.getByRole('button', { name: 'Tallenna korjaus' }).click();
      await said(tab, 'Rivi 5: Uusi');
      await row(5).getByText('Uusi', { exact: true }).waitFor();
      await tab.getByRole('button', { name: 'Jätä pois, rivi 6' }).click();
      await said(tab, 'Rivi 6: Jätetään pois');
      await tab.getByText('Ratkaise ensin epäselvät (1) ja virheelliset (0) rivit').waitFor();

      await tab.getByRole('radio', { name: 'Epäselviä 1' }).check();
      await row(4).getByText('Rekisterissä on samanniminen henkilö').waitFor();
      await row(4)
        .getByRole('button', { name: /^Kyllä, Kalle Kutsutaksi/ })
        .click();
      await said(tab, 'Rivi 4: Muuttuu');
      await row(4)
        .getByText(/Sähköposti: kalle\.kutsutaksi@example\.invalid → /)
        .waitFor();

      const apply = tab.getByRole('form', { name: 'Vie rekisteriin' });
      expect(await apply.getByLabel(/^Listan nimi/).inputValue()).toBe('Jäsenlista');
      await apply.getByLabel(/^Listan nimi/).fill('Kevään osallistujat');
      await apply.getByRole('button', { name: 'Vie rekisteriin' }).click();
      await apply.getByText('Valitse päivä.').waitFor();
      await apply.getByLabel(/^Milloin/).fill('2026-03-01');
      await apply.getByRole('button', { name: 'Vie rekisteriin' }).click();
      await tab.getByRole('heading', { name: 'Lista on viety rekisteriin' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
    const [tarja] = await withAddress('tarja.tunneli@hanko.example');
    expect(await personOf(tarja?.id ?? '')).toMatchObject({
      ...{ title: 'liikennesuunnittelija', organisation: { id: HANKO } },
      detail: { emailSource: { from: 'import', list: 'Kevään osallistujat' } },
    });
    expect(await personOf(KALLE)).toMatchObject({ email: 'kalle.kutsutaksi@liminka.example' });
    expect(await withAddress('seppo.silta@kemi.example')).toHaveLength(1);
    expect(await withAddress('ville.vayla@example.invalid')).toEqual([]);
  });

  test('whose columns are chosen otherwise is checked anew, and forgotten when asked', async () => {
    await inTeams({ sub: `manage/import/${list}` }, async (tab) => {
      await tab.getByText('Sarakkeet').first().click();
      await tab.getByRole('combobox', { name: 'Sähköposti' }).selectOption({ label: 'Ei tuoda' });
      await tab.getByRole('button', { name: 'Käytä näitä sarakkeita' }).click();
      await tab.getByText('Valitse, missä sarakkeessa on sähköpostiosoite.').waitFor();
      expect(await tab.getByRole('list', { name: 'Rivit' }).count()).toBe(0);
      await tab.getByRole('button', { name: 'Poista lista…' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Poista' }).click();
      await said(tab, 'Lista on poistettu.');
      await heading(tab, 'Tuonti ja vienti').waitFor();
    });
  });
});

test('a file of members holds as many as it says', async () => {
  await inTeams({ sub: 'manage/import/export' }, async (tab) => {
    await tab.getByRole('radio', { name: 'CSV' }).check();
    await tab.getByRole('radio', { name: /^Postituslista/ }).check();
    await tab.getByRole('searchbox').fill('hanko');
    await tab.getByText(/^Tiedostoon tulee \d+ ihmistä\.$/).waitFor();
    const words = 'Tiedostoon tulee 2 ihmistä.'; // Hanna and Tarja have an address
    await tab.getByText(words).waitFor();
    const address = await tab.getByRole('link', { name: 'Lataa tiedosto' }).getAttribute('href');
    const { pathname, search } = new URL(address ?? '');
    const lines = (await (await fetch(`${world.url}${pathname}${search}`)).text()).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).toMatch(/hanna@hanko\.fi[\s\S]*tarja\.tunneli@hanko\.example/);
  });
});
