/** The tab's pages of events as members meet them: answered by one tap, waited for, asked about, and brought to colleagues. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../fakes/browser.ts';
import { eventually } from '../fakes/eventually.ts';
import { people, type Someone } from '../fakes/http-app.ts';
import { faultsOf, openTabPages, type TabPages } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

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
beforeEach(async () => void (await page.goto(`${world.url}/tab/`)));

interface View {
  readonly id: string;
  readonly own: { readonly attendance?: string; readonly holds?: string; readonly position?: number };
  readonly answer?: {
    readonly answers: Readonly<Record<string, string>>;
    readonly needs?: object;
    readonly wish?: string;
  };
  readonly colleagues: readonly { readonly name: string; readonly standing: object }[];
  readonly desk?: { readonly draft: Readonly<Record<string, string>> };
}
const year = new Date().getFullYear() + 1;
const SEMINAR = {
  ...{ type: 'seminar', ways: 'both', place: 'Akaan kaupungintalo', joinLink: 'https://teams.example.test/join/1' },
  ...{ startsOn: `${year}-02-03`, startsAtTime: '09:00', endsAtTime: '16:00' },
};

const invite = (
  draft: Readonly<Record<string, string>>,
  { publishes = true, on = world }: { publishes?: boolean; on?: TabWorld } = {},
): Promise<View> =>
  on.api('POST', '/events', people.coordinator, {
    draft: { ...SEMINAR, ...draft },
    ...{ publishes, requestId: crypto.randomUUID() },
  });
const answer = (id: string, by: Someone, attendance: string, on: TabWorld = world): Promise<View> =>
  on.api('PUT', `/events/${id}/answer`, by, { attendance, requestId: crypto.randomUUID() });
const view = (id: string, by: Someone = people.member): Promise<View> => world.api('GET', `/events/${id}`, by);

/** The page of an event, or another, as someone reads it. */
async function open(path: string, who: Someone = people.member): Promise<void> {
  await page.getByLabel('Kokeile henkilönä').selectOption(who.person);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`${world.url}/tab/${path}`);
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const isPressed = (name: string): Promise<string | null> => button(name).getAttribute('aria-pressed');
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

describe('the list', () => {
  test('has what is coming with the own answer and free places in words, then what is over', async () => {
    const { id } = await invite({ title: 'Listattu seminaari', capacityRoom: '2' });
    await answer(id, people.member, 'room');
    await open('events');
    const line = page.getByRole('listitem').filter({ hasText: 'Listattu seminaari' });
    for (const words of [
      `ke 3.2.${year} klo 9.00–16.00`,
      'Seminaari',
      'Akaan kaupungintalo tai etänä',
      'Tulet paikalle',
    ])
      await line.getByText(words, { exact: true }).waitFor();
    await line.getByText('1 paikka vapaana paikan päällä').waitFor();
    await page.getByRole('heading', { level: 2, name: 'Pidetyt' }).waitFor();
    await page.getByRole('link', { name: 'Joukkoliikenteen tilastot' }).waitFor();
    await line.getByRole('link').click();
    await heading('Listattu seminaari').waitFor();
  });

  test('shows drafts to coordinators alone', async () => {
    await invite({ title: 'Keskeneräinen kokous' }, { publishes: false });
    await open('events', people.coordinator);
    await page.getByRole('heading', { level: 2, name: 'Luonnokset' }).waitFor();
    await page.getByRole('link', { name: 'Keskeneräinen kokous' }).waitFor();
    await open('events');
    await page.getByRole('heading', { level: 2, name: 'Pidetyt' }).waitFor();
    expect(await page.getByText('Keskeneräinen kokous').count()).toBe(0);
  });
});

describe('the home page', () => {
  test('has invitations first, and once they are answered the next event', async () => {
    const { id } = await invite({ title: 'Kutsu etusivulla', startsOn: soon() });
    await open('');
    const waiting = page.getByRole('region', { name: 'Odottaa vastaustasi' });
    await waiting.getByRole('link', { name: 'Vastaa kutsuun: Kutsu etusivulla' }).click();
    await heading('Kutsu etusivulla').waitFor();
    await button('Osallistun etänä').click();
    await page.getByText('Paikkasi on varattu: osallistut etänä.').first().waitFor();
    await page.getByRole('link', { name: 'Etusivu' }).click();
    const next = page.getByRole('region', { name: 'Seuraava tilaisuus' });
    await next.getByText('Osallistut etänä').waitFor();
    expect(await waiting.getByText('Kutsu etusivulla').count()).toBe(0);
    expect((await view(id)).own).toMatchObject({ attendance: 'online', holds: 'online' });
  });

  test('tells coordinators of drafts to be published', async () => {
    await invite({ title: 'Unohtunut luonnos' }, { publishes: false });
    await open('', people.coordinator);
    const step = page.getByRole('listitem').filter({ hasText: 'Julkaise tai poista luonnos: ”Unohtunut luonnos”' });
    await step.getByRole('button', { name: 'Avaa tilaisuus' }).click();
    await heading('Unohtunut luonnos').waitFor();
  });
});

describe('an invitation', () => {
  test('is answered by one tap, the focus stays, and the answer can be changed', async () => {
    const { id } = await invite({ title: 'Yhden napautuksen seminaari' });
    await open(`events/${id}`);
    await page.getByText('Et ole vielä vastannut.').waitFor();
    await button('Tulen paikalle').click();
    await page.getByText('Paikkasi on varattu: tulet paikalle.').first().waitFor();
    await eventually(async () => (await isPressed('Tulen paikalle')) === 'true');
    expect(await button('Tulen paikalle').evaluate((one) => one === document.activeElement)).toBe(true);
    expect((await view(id)).own).toMatchObject({ attendance: 'room', holds: 'room' });

    await button('Ehkä').click();
    await page.getByText('Vastasit: ehkä. Se ei varaa paikkaa.').first().waitFor();
    await eventually(async () => (await isPressed('Tulen paikalle')) === 'false');
    expect((await view(id)).own.holds).toBeUndefined();

    await button('En pääse').click();
    await page.getByLabel(/Mikä olisi auttanut sinua osallistumaan/).fill('Toinen viikonpäivä.');
    await button('Lähetä').click();
    await page.getByText('Kiitos, vastauksesi on tallennettu.').waitFor();
    expect(await view(id)).toMatchObject({ own: { attendance: 'no' }, answer: { wish: 'Toinen viikonpäivä.' } });
  });

  test('offers only what the event offers', async () => {
    const { id } = await invite({ title: 'Pelkkä webinaari', type: 'webinar', ways: 'online' });
    await open(`events/${id}`);
    await button('Osallistun etänä').waitFor();
    expect(await button('Tulen paikalle').count()).toBe(0);
    const join = page.getByRole('link', { name: /^Liity etänä/ });
    expect(await join.getAttribute('href')).toBe(SEMINAR.joinLink);
    expect(await join.getAttribute('target')).toBe('_blank');
  });

  test('has a calendar file for who holds a place', async () => {
    const { id } = await invite({ title: 'Kalenteriin tuleva' });
    await open(`events/${id}`);
    await button('Ehkä').click();
    await page.getByText('Vastasit: ehkä. Se ei varaa paikkaa.').first().waitFor();
    expect(await page.getByRole('link', { name: /^Lisää kalenteriin/ }).count()).toBe(0);
    await button('Osallistun etänä').click();
    const address = await page.getByRole('link', { name: /^Lisää kalenteriin/ }).getAttribute('href');
    expect(address).toMatch(new RegExp(`/calendar/[^/]+\\.ics\\?event=${id}$`));
  });

  test('with no place left puts one on the waiting list, which one can leave', async () => {
    const { id } = await invite({ title: 'Täysi seminaari', capacityRoom: '1' });
    await answer(id, people.external, 'room');
    await open(`events/${id}`);
    await page.getByText('täynnä (1), varasijalla 0. Uudet pääsevät varasijalle.').waitFor();
    await button('Tulen paikalle').click();
    await page.getByText('Olet varasijalla 1 (paikan päällä). Saat tiedon, kun paikka vapautuu.').first().waitFor();
    await button('Luovu varasijasta').click();
    await page.getByText('Et ole enää varasijalla.').first().waitFor();
    await eventually(async () => (await view(id)).own.position === undefined);
    await eventually(() =>
      page.getByRole('heading', { name: 'Oma ilmoittautuminen' }).evaluate((one) => one === document.activeElement),
    );
  });

  test('asks its questions and, for the room, of diet; a missing answer is named by its field', async () => {
    const { id } = await invite({
      ...{ title: 'Kysyvä seminaari', asksNeeds: 'true', questions: 'Tuletko lounaalle? * | Kyllä | Ei\nMitä toivot?' },
    });
    await open(`events/${id}`);
    await button('Osallistun etänä').click();
    const lunch = page.getByLabel(/^Tuletko lounaalle/);
    await lunch.waitFor();
    expect(await page.getByRole('group', { name: 'Ruokavalio' }).count()).toBe(0);
    await button('Tulen paikalle').click();
    await page.getByRole('group', { name: 'Ruokavalio' }).getByLabel('Gluteeniton').check();
    await page.getByLabel(/^Muu ruokavalio/).fill('Ei pähkinää');
    await page.getByRole('group', { name: 'Esteettömyys' }).getByLabel('Induktiosilmukka').check();
    await button('Tallenna tiedot').click();
    await page.getByText('Vastaa kysymykseen ”Tuletko lounaalle?”.').first().waitFor();
    await eventually(() => lunch.evaluate((one) => one === document.activeElement));
    expect(await lunch.getAttribute('aria-invalid')).toBe('true');
    await lunch.selectOption('Kyllä');
    await button('Tallenna tiedot').click();
    await page.getByText('Tietosi on tallennettu.').waitFor();
    expect(await view(id)).toMatchObject({
      own: { holds: 'room' },
      answer: {
        answers: { q1: 'Kyllä' },
        needs: { diet: expect.arrayContaining(['glutenFree']), dietWords: 'Ei pähkinää', access: ['hearingLoop'] },
      },
    });

    await button('Osallistun etänä').click();
    await page.getByText('Paikkasi on varattu: osallistut etänä.').first().waitFor();
    expect((await view(id)).answer?.needs).toBeUndefined();
  });

  test('takes a colleague too, and names what is wrong with what was typed', async () => {
    const { id } = await invite({ title: 'Kollegojen seminaari' });
    await open(`events/${id}`);
    await page.getByText('Ilmoita kollega').click();
    await page.getByLabel('Nimi').fill('Katri Kollega');
    await page.getByLabel('Sähköpostiosoite').fill('katri');
    await button('Ilmoita').click();
    await page.getByText('Kirjoita sähköpostiosoite muodossa nimi@kunta.fi.').first().waitFor();
    await page.getByLabel('Sähköpostiosoite').fill('katri@kunta.example');
    await page.getByLabel(/^Kunta tai organisaatio/).fill('Kuntala');
    await page.getByRole('radio', { name: 'Etänä' }).check();
    await button('Ilmoita').click();
    await page.getByText('Katri Kollega: etänä').waitFor();
    expect(await page.getByLabel('Nimi').inputValue()).toBe('');
    expect((await view(id)).colleagues).toMatchObject([{ name: 'Katri Kollega', standing: { holds: 'online' } }]);
  });
});

describe('an event that is not as it was', () => {
  test('shows old and new, and a cancelled one why', async () => {
    const { id } = await invite({ title: 'Siirtyvä seminaari' });
    const draft = (await view(id, people.coordinator)).desk?.draft;
    const moved = { ...draft, startsAtTime: '10:00', place: 'Riihimäen kaupungintalo' };
    await world.api('PUT', `/events/${id}`, people.coordinator, { draft: moved, tells: true });
    await open(`events/${id}`);
    await page.getByText('Paikka: Akaan kaupungintalo → Riihimäen kaupungintalo').waitFor();
    await page.getByText(/^Aika: .*9.*→.*10/).waitFor();
    await world.api('POST', `/events/${id}/cancel`, people.coordinator, { reason: 'Puhuja sairastui.' });
    await page.reload();
    await page.getByText('Syy: Puhuja sairastui.').waitFor();
    expect(await button('Tulen paikalle').count()).toBe(0);
    expect(await page.getByRole('link', { name: /^Liity etänä/ }).count()).toBe(0);
  });

  test('keeps its materials and the poll that it came from when it is over', async () => {
    await open('events/sample-event-0');
    await heading('Asiakaskokemus ja ympäristö joukkoliikenteen kilpailutuksessa').waitFor();
    await page.getByText('Pidetty', { exact: true }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Kutsuliikenne' }).waitFor();
    await page.getByRole('link', { name: 'Asiakaskokemus kilpailutuksessa: diat' }).click();
    await heading('Asiakaskokemus kilpailutuksessa: diat').waitFor();
  });

  test('is not there when nobody made it', async () => {
    await open('events/nothing');
    await heading('Sivua ei löytynyt').waitFor();
  });
});

describe('nothing is wrong, in three themes and two sizes, with', () => {
  let teams: TabWorld;
  let pages: TabPages;
  let event: View;

  beforeAll(async () => {
    teams = await startTabWorld('teams');
    pages = await openTabPages(teams);
    pages.readAs(people.member);
    event = await invite(
      {
        ...{ title: 'Joukkoliikenneseminaari', capacityRoom: '1', questions: 'Tuletko lounaalle? * | Kyllä | Ei' },
        ...{ asksNeeds: 'true', agenda: '9.00 Avaus | Kaisa Koordinaattori\nLounas', description: 'Koko päivä.' },
        ...{ contact: 'kaisa.koordinaattori@joukkoliikenneverkosto.example', language: 'fi+sv' },
      },
      { on: teams },
    );
    await answer(event.id, people.external, 'room', teams);
  });
  afterAll(async () => {
    await pages?.close();
    await teams?.close();
  });

  test('the list', async () => {
    await pages.inTeams({ sub: 'events' }, async (tab, shown) => {
      await tab.getByText('Et ole vielä vastannut').first().waitFor();
      expect(await faultsOf(shown)).toEqual([]);
    });
  });

  test('the home page', async () => {
    await pages.inTeams({}, async (tab, shown) => {
      await tab.getByRole('link', { name: 'Vastaa kutsuun: Joukkoliikenneseminaari' }).waitFor();
      expect(await faultsOf(shown)).toEqual([]);
    });
  });

  test('an event whose questions wait for their answers', async () => {
    await pages.inTeams({ sub: `events/${event.id}` }, async (tab, shown) => {
      await tab.getByRole('button', { name: 'Tulen paikalle' }).click();
      await tab.getByRole('button', { name: 'Luovu varasijasta' }).waitFor();
      await tab.getByText('Ilmoita kollega').click();
      await tab.getByRole('button', { name: 'Tallenna tiedot' }).click();
      await tab.getByText('Vastaa kysymykseen ”Tuletko lounaalle?”.').first().waitFor();
      expect(await faultsOf(shown)).toEqual([]);
    });
  });
});

/** The day after tomorrow: before every other event of this file. */
const soon = (): string => new Date(Date.now() + 2 * 24 * 60 * 60_000).toISOString().slice(0, 10);
