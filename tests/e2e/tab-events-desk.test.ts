/** Events in the tab as coordinators meet them: drafted, changed, ticked at the door, reported on and cancelled. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import type { EventView } from '../../tab/src/calls.ts';
import { eventually } from '../fakes/eventually.ts';
import { people, type Someone } from '../fakes/http-app.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const inZone = (at: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', ...options }).format(at);
const dateOf = (at: number): string => inZone(at, { dateStyle: 'short' });
const timeOf = (at: number): string => inZone(at, { hour: '2-digit', minute: '2-digit' });

let world: TabWorld;
let pages: TabPages;
const inTeams: TabPages['inTeams'] = (hosted, use) => pages.inTeams(hosted, use);
const asCoordinator = <T>(method: string, path: string, json?: unknown): Promise<T> =>
  world.api<T>(method, path, people.coordinator, json);
const eventOf = (id: string): Promise<EventView> => asCoordinator('GET', `/events/${id}`);
const said = (tab: FrameLocator, words: string | RegExp): Promise<void> =>
  tab.locator('.says').getByText(words).waitFor();

/** An event that begins so many milliseconds from now and lasts an hour. */
async function makeEvent(title: string, inSome: number, draft: object = {}, publishes = true): Promise<string> {
  const starts = Date.now() + inSome;
  const { id } = await asCoordinator<EventView>('POST', '/events', {
    draft: {
      ...{ type: 'seminar', title, ways: 'both', place: 'Akaan kaupungintalo' },
      ...{ startsOn: dateOf(starts), startsAtTime: timeOf(starts) },
      ...{ endsOn: dateOf(starts + HOUR), endsAtTime: timeOf(starts + HOUR) },
      ...draft,
    },
    publishes,
    requestId: crypto.randomUUID(),
  });
  return id;
}

const answer = (id: string, by: Someone, attendance: 'room' | 'online' | 'maybe' | 'no', more: object = {}) =>
  world.api('PUT', `/events/${id}/answer`, by, { attendance, ...more, requestId: crypto.randomUUID() });

async function chooseReport(tab: FrameLocator, rows: readonly (readonly string[])[]): Promise<void> {
  const lines = [
    ['1. Summary'],
    ['Meeting title', 'Webinaari'],
    [],
    ['2. Participants'],
    ['Name', 'First Join', 'Last Leave', 'In-Meeting Duration', 'Email', 'Participant ID (UPN)', 'Role'],
    ...rows,
  ].map((row) => row.join('\t'));
  await tab.getByLabel('Valitse tiedosto').setInputFiles({
    name: 'osallistujat.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le'),
  });
}

let today = '';
let later = '';

beforeAll(async () => {
  world = await startTabWorld('teams');
  pages = await openTabPages(world);
  today = await makeEvent('Kutsuliikenteen ilta', 1.5 * HOUR, { capacityRoom: '40' });
  later = await makeEvent('Syysseminaari', 30 * DAY, {
    ...{ capacityRoom: '2', isPublic: 'true', agenda: '9.30 Avaus | Aino Esimerkki' },
    questions: 'Tuletko lounaalle? * | Kyllä | Ei',
  });
  for (const event of [today, later]) {
    const answers = event === later ? { answers: { q1: 'Kyllä' } } : {};
    await answer(event, people.coordinator, 'room', answers);
    await answer(event, people.member, 'room', {
      ...answers,
      needs: { diet: ['vegan'], access: ['stepFree'], accessWords: 'Paikka oven läheltä' },
    });
    await answer(event, people.external, 'maybe');
  }
});

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

describe('nothing is wrong with', () => {
  test('the form of a new event, unfolded', async () => {
    await inTeams({ sub: 'events/new' }, async (tab, page) => {
      await heading(tab, 'Uusi tilaisuus').waitFor();
      await tab.getByText('Lisää asetuksia').click();
      await tab.getByRole('button', { name: 'Lisää kysymys' }).click();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('the desk of an event, with the catering sheet open', async () => {
    await inTeams({ sub: `events/${later}` }, async (tab, page) => {
      await tab.getByRole('heading', { name: 'Koordinaattorille' }).waitFor();
      await tab.getByText('Tarjoilut ja esteettömyys').click();
      await tab.getByText('Paikka oven läheltä').waitFor();
      await tab.getByRole('button', { name: `Vastaa puolesta: ${people.member.name}` }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('radio', { name: 'Kunnittain' }).check();
      await tab.getByRole('rowheader', { name: 'Yhteensä' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('the form that changes an event', async () => {
    await inTeams({ sub: `events/${later}/edit` }, async (tab, page) => {
      await tab.getByLabel('Kerro muutoksesta osallistujille').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('the door, with people found outside the list', async () => {
    await inTeams({ sub: `events/${today}/door` }, async (tab, page) => {
      await tab.getByRole('checkbox', { name: /Jaakko Jäsen/ }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByLabel('Hae nimellä tai kunnalla').fill('a');
      await tab.getByRole('heading', { name: 'Verkostossa, ei ilmoittautunut' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

describe('a new event', () => {
  test('shows its card as one types, follows its type, and stays over a reload', async () => {
    await inTeams({ sub: 'events/new' }, async (tab, page) => {
      await tab.getByRole('radio', { name: 'Seminaari' }).check();
      expect(await tab.getByLabel('Päättyy', { exact: true }).inputValue()).toBe('16:00');
      expect(await tab.getByRole('radio', { name: 'Paikan päällä', exact: true }).isChecked()).toBe(true);
      await tab.getByLabel('Otsikko').fill('Joukkoliikenteen syysseminaari');
      await tab
        .getByLabel('Päivä', { exact: false })
        .first()
        .fill(dateOf(Date.now() + 40 * DAY));
      await tab.locator('.adaptive-card').getByText('Joukkoliikenteen syysseminaari').waitFor();
      await tab
        .getByText(/^Lähtee /)
        .first()
        .waitFor();
      await frameOf(page).evaluate(() => location.reload());
      await eventually(async () => (await tab.getByLabel('Otsikko').inputValue()) === 'Joukkoliikenteen syysseminaari');
    });
  });

  test('is a draft first, as a series whose dates are seen, and one click publishes all of it', async () => {
    await inTeams({ sub: 'events/new' }, async (tab) => {
      await tab.getByLabel('Otsikko').fill('Kuukausikokous');
      await tab
        .getByLabel('Päivä', { exact: false })
        .first()
        .fill(dateOf(Date.now() + 20 * DAY));
      await tab.getByText('Lisää asetuksia').click();
      await tab.getByLabel('Toistuu').selectOption('monthly');
      await tab.getByLabel('Kuinka monta kertaa').fill('3');
      await tab.getByRole('heading', { name: 'Sarjan ajat' }).waitFor();
      await eventually(async () => (await tab.locator('#series-dates + ol > li').count()) === 3);
      await tab.getByRole('button', { name: 'Lisää kysymys' }).click();
      await tab.getByLabel('Kysymys 1', { exact: true }).fill('Tuletko lounaalle?');
      await tab.getByLabel('Vaihtoehdot').fill('Kyllä | Ei');
      await tab.getByLabel('Vastaus vaaditaan').check();
      await tab.getByLabel(/^Viikkoa ennen/).uncheck();
      await tab.getByRole('button', { name: 'Tallenna luonnos' }).click();
      await heading(tab, 'Kuukausikokous').waitFor();
      await tab.getByRole('button', { name: 'Julkaise kutsu' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Julkaise kutsu' }).click();
      await said(tab, 'Kutsu julkaistiin.');
    });
    const { drafts, coming } = await asCoordinator<{ drafts: EventView[]; coming: EventView[] }>('GET', '/events');
    expect(drafts.filter(({ title }) => title === 'Kuukausikokous')).toEqual([]);
    const [first, ...others] = coming.filter(({ title }) => title === 'Kuukausikokous');
    expect(others).toHaveLength(2);
    const { questions, desk } = await eventOf(first?.id ?? '');
    expect(questions).toEqual([{ id: 'q1', label: 'Tuletko lounaalle?', choices: ['Kyllä', 'Ei'], isRequired: true }]);
    expect(desk?.reminders.filter(({ isOn }) => isOn).map(({ kind }) => kind)).not.toContain('week');
  });

  test('names what is wrong by its field', async () => {
    await inTeams({ sub: 'events/new' }, async (tab) => {
      await tab.getByRole('button', { name: 'Julkaise kutsu' }).click();
      const title = tab.getByLabel('Otsikko');
      await eventually(async () => (await title.getAttribute('aria-invalid')) === 'true');
      await eventually(() => title.evaluate((element) => element === document.activeElement));
    });
  });
});

describe('a published event', () => {
  test('with fewer places than are taken asks what becomes of the last ones', async () => {
    await inTeams({ sub: `events/${later}/edit` }, async (tab, page) => {
      await tab.getByText('Lisää asetuksia').click();
      await tab.getByLabel('Paikkoja paikan päällä').fill('1');
      await tab.getByRole('button', { name: 'Tallenna muutokset' }).click();
      const dialog = tab.getByRole('dialog');
      await dialog.getByText(/1 henkilö/).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await dialog.getByRole('radio', { name: 'Viimeiset siirtyvät varasijoille' }).check();
      await dialog.getByRole('button', { name: 'Tallenna muutokset' }).click();
      await said(tab, 'Muutokset tallennettiin.');
      await tab
        .getByText(/Varasijalla 1 \(paikan päällä\)|Varasijoilla \(1\)/)
        .first()
        .waitFor();
    });
    const { room } = await eventOf(later);
    expect(room).toMatchObject({ taken: 1, waiting: 1, capacity: 1 });
  });

  test('tells at its desk what to forward, and reminds once its reach is seen', async () => {
    await inTeams({ sub: `events/${later}` }, async (tab) => {
      expect(await tab.getByLabel('Linkki', { exact: true }).inputValue()).toMatch(/^https:\/\/.+\/p\//);
      expect(await tab.getByLabel('Valmis sähköposti').inputValue()).toContain('Syysseminaari');
      await tab.getByRole('button', { name: /^Lähetä nyt: Päivää ennen/ }).click();
      await tab
        .getByRole('dialog')
        .getByText(/^Muistutus koskee/)
        .waitFor();
      await tab.getByRole('dialog').getByRole('button', { name: 'Lähetä muistutus' }).click();
      await said(tab, 'Muistutus lähti.');
    });
  });

  test('takes an answer for someone', async () => {
    await inTeams({ sub: `events/${later}` }, async (tab) => {
      await tab.getByRole('radio', { name: /^Muut/ }).check();
      await tab.getByRole('button', { name: `Vastaa puolesta: ${people.external.name}` }).click();
      await tab.getByRole('dialog').getByRole('radio', { name: 'Osallistuu etänä' }).check();
      await tab.getByRole('dialog').getByRole('button', { name: 'Tallenna' }).click();
      await said(tab, 'Vastaus kirjattiin.');
    });
    expect((await eventOf(later)).online?.taken).toBe(1);
  });

  test('is cancelled with a reason', async () => {
    const id = await makeEvent('Peruuntuva kokous', 10 * DAY);
    await inTeams({ sub: `events/${id}` }, async (tab) => {
      await tab.getByRole('button', { name: 'Peru tilaisuus' }).click();
      await tab.getByRole('dialog').getByLabel(/^Syy/).fill('Puhuja sairastui');
      await tab.getByRole('dialog').getByRole('button', { name: 'Peru tilaisuus' }).click();
      await said(tab, 'Tilaisuus peruttiin.');
      await tab
        .getByText(/Puhuja sairastui/)
        .first()
        .waitFor();
    });
    expect((await eventOf(id)).phase).toBe('cancelled');
  });
});

describe('at the door', () => {
  const cameTo = async (): Promise<readonly string[]> => {
    const { rows } = await asCoordinator<{ rows: { name: string; came?: boolean }[] }>('GET', `/events/${today}/door`);
    return rows.filter(({ came }) => came).map(({ name }) => name);
  };

  test('a tick is saved, one that is not says so, and trying again saves it', async () => {
    await inTeams({ sub: `events/${today}/door` }, async (tab, page) => {
      const row = tab.getByRole('checkbox', { name: /Jaakko Jäsen/ });
      await tab.getByText('0 / 2 saapunut').waitFor();
      await row.click();
      await tab.getByText('1 / 2 saapunut').waitFor();
      await eventually(async () => (await cameTo()).includes('Jaakko Jäsen'));
      await page.context().route('**/door/**', (route) => route.abort());
      await tab.getByRole('checkbox', { name: /Kaisa Koordinaattori/ }).click();
      await tab.getByText(/^Ei tallentunut/).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.context().unroute('**/door/**');
      await tab.getByRole('button', { name: 'Yritä uudelleen: Kaisa Koordinaattori' }).click();
      await eventually(async () => (await cameTo()).length === 2);
      await tab.getByText(/^Ei tallentunut/).waitFor({ state: 'detached' });
    });
  });

  test('someone of the network comes along, and someone whom nobody knows', async () => {
    await inTeams({ sub: `events/${today}/door` }, async (tab) => {
      const search = tab.getByLabel('Hae nimellä tai kunnalla');
      await search.fill('oili');
      await tab.getByRole('button', { name: 'Tuli paikalle: Oili Odottaja' }).click();
      await tab.getByRole('checkbox', { name: /Oili Odottaja/, checked: true }).waitFor();
      await search.fill('Tuulia Tuntematon');
      await tab.getByRole('button', { name: 'Lisää muu tulija' }).click();
      expect(await tab.getByRole('dialog').getByLabel(/^Nimi/).inputValue()).toBe('Tuulia Tuntematon');
      await tab.getByRole('dialog').getByRole('button', { name: 'Lisää', exact: true }).click();
      await tab.getByRole('checkbox', { name: /Tuulia Tuntematon/, checked: true }).waitFor();
    });
    expect(await cameTo()).toEqual(expect.arrayContaining(['Oili Odottaja', 'Tuulia Tuntematon']));
  });
});

describe('an attendance report', () => {
  test('is read without noting anything, settled row by row, and then noted', async () => {
    await inTeams({ sub: `events/${today}/report` }, async (tab, page) => {
      await chooseReport(tab, [
        ['Eva Extern', '1/2/26, 9:00:00 AM', '1/2/26, 10:00:00 AM', '1h 0m 0s', '', '', 'Attendee'],
        ['Ulla Uusi', '1/2/26, 9:00:00 AM', '1/2/26, 9:30:00 AM', '30m 0s', 'ulla@muualla.example', '', 'Attendee'],
        ['Iiris iPad', '1/2/26, 9:00:00 AM', '1/2/26, 9:05:00 AM', '5m 0s', '', '', 'Attendee'],
      ]);
      await tab.getByText('1 tunnistettu, 0 valittavana, 2 tuntematonta').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByLabel('Kuka on Ulla Uusi?').selectOption('new');
      await tab.getByLabel('Kuka on Iiris iPad?').selectOption('skip');
      await tab.getByRole('button', { name: 'Merkitse 2 saapuneiksi' }).click();
      await tab.getByText('2 osallistujaa merkittiin saapuneiksi.').waitFor();
    });
    const { participants, others } = await asCoordinator<{
      participants: { name: string; came?: boolean; minutes?: number }[];
      others: { name: string; came?: boolean; minutes?: number }[];
    }>('GET', `/events/${today}/participants`);
    const noted = [...participants, ...others].filter(({ minutes }) => minutes !== undefined);
    expect(noted.map(({ name, minutes }) => `${name} ${minutes}`).sort()).toEqual(['Eva Extern 60', 'Ulla Uusi 30']);
  });
});

describe('a poll that has a winner', () => {
  test('becomes a draft in one click', async () => {
    const { id, options } = await world.createPoll({
      question: 'Seuraavan webinaarin aihe',
      options: 'Kilpailutus\nTilastot',
    });
    await world.vote(id, people.member, [options[1]?.id ?? '']);
    await asCoordinator('POST', `/polls/${id}/close`, {});
    await eventually(async () => (await asCoordinator<{ phase: string }>('GET', `/polls/${id}`)).phase === 'closed');
    await inTeams({ sub: `polls/${id}` }, async (tab: FrameLocator, page: Page) => {
      await tab.getByText('Tee tilaisuus muusta vaihtoehdosta').click();
      await tab.getByRole('button', { name: 'Kilpailutus', exact: true }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('button', { name: 'Tee tästä tilaisuus' }).click();
      await heading(tab, 'Muokkaa tilaisuutta').waitFor();
      await eventually(async () => (await tab.getByLabel('Otsikko').inputValue()) === 'Tilastot');
    });
  });
});
