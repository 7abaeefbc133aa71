/** A coordinator's afternoon, in the browser: a list with mistakes becomes members, a poll by municipality is voted on in Teams and by mail, and the desk is handed over. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, FrameLocator } from 'playwright-core';
import { type Clock, toInstant } from '../../bot/core/clock.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { polls } from '../../bot/features/polls/poll.ts';
import { launchBrowser } from '../fakes/browser.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people, type Someone } from '../fakes/http-app.ts';
import { openSmtpSink, type SmtpSink } from '../fakes/smtp-sink.ts';
import { heading, openTabPages, type TabPages } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

const FORSSA = 'fi-061';
const RIIHIMAKI = 'fi-694';
const KARI = 'kari.kyyti@example.invalid';
const QUESTION = 'Mikä aihe kevään webinaariin?';
/** A working day at ten in Helsinki: letters on polls leave in office hours only. */
const MORNING = Date.parse('2026-12-14T08:00:00Z');
const ahead = MORNING - Date.now();
const clock: Clock = { now: () => toInstant(Date.now() + ahead) };

const LIST = `Nimi;Sähköposti;Kunta;Puhelin
Kari Kyyti;kari(at)example.invalid;Forssa;
Tuula Taksvärkki;tuula.taksvarkki@example.invalid;Naantlai;040 000 0001
Oona Ohjaaja;oona.ohjaaja@example.invalid;Huittinen;
`;

let world: TabWorld;
let pages: TabPages;
let browser: Browser;
let sink: SmtpSink;
let poll = '';

beforeAll(async () => {
  sink = await openSmtpSink();
  world = await startTabWorld('teams', {
    overrides: { clock },
    env: { SMTP_URL: sink.url, MAIL_FROM: 'verkosto@example.invalid' },
  });
  pages = await openTabPages(world);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await pages?.close();
  await world?.close();
  await sink?.close();
});

const as = (someone: Someone, sub: string, use: (tab: FrameLocator) => Promise<void>): Promise<void> => {
  pages.readAs(someone);
  return pages.inTeams({ sub }, use);
};

async function isCoordinator(someone: Someone): Promise<boolean> {
  const me = (await (await world.ask('/api/v1/me', someone)).json()) as { networks: { coordinator: boolean }[] };
  return me.networks.some(({ coordinator }) => coordinator);
}

async function choosePerson(tab: FrameLocator, field: string, name: string): Promise<void> {
  await tab.getByRole('combobox', { name: field }).fill(name);
  await tab.getByRole('option', { name: new RegExp(name) }).click();
}

test('a list with mistakes is mended and taken into the register', async () => {
  await as(people.coordinator, 'manage/import', async (tab) => {
    const file = { name: 'Kevään lista.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) };
    await tab.locator('input[type="file"]').setInputFiles(file);
    await tab.getByRole('button', { name: 'Korjaa, rivi 2' }).click();
    const mend = tab.getByRole('form', { name: 'Korjaa, rivi 2' });
    await mend.getByLabel('Sähköposti').fill(KARI);
    await mend.getByRole('button', { name: 'Tallenna korjaus' }).click();
    await tab.getByRole('radio', { name: /^Epäselviä/ }).check();
    await tab.getByRole('button', { name: /Tarkoittaa: Naantali/ }).click();
    const apply = tab.getByRole('form', { name: 'Vie rekisteriin' });
    await apply.getByLabel(/^Milloin/).fill('2026-12-01');
    await apply.getByRole('button', { name: 'Vie rekisteriin' }).click();
    await heading(tab, 'Kevään lista.csv').waitFor();
    await tab.getByRole('heading', { name: 'Lista on viety rekisteriin' }).waitFor();
  });
  await as(people.coordinator, 'members', async (tab) => {
    await tab.getByRole('searchbox').fill('Taksvärkki');
    await tab.getByRole('link', { name: 'Naantali' }).waitFor();
  });
});

test('a member of the core group gets a substitute', async () => {
  await as(people.coordinator, 'manage/groups', async (tab) => {
    await tab.getByRole('link', { name: 'Reino Reitti' }).click();
    await choosePerson(tab, 'Henkilökohtainen varajäsen', 'Kari Kyyti');
    await tab.getByRole('button', { name: 'Tallenna' }).click();
    await tab.getByText('Henkilökohtainen varajäsen: Kari Kyyti').waitFor();
  });
});

test('a poll by municipality is asked', async () => {
  await as(people.coordinator, 'polls/new', async (tab) => {
    await tab.getByLabel('Kysymys').fill(QUESTION);
    await tab.getByRole('textbox', { name: 'Vaihtoehto 1' }).fill('Koulukuljetukset');
    await tab.getByRole('textbox', { name: 'Vaihtoehto 2' }).fill('Kutsuliikenne');
    await tab.getByText('Lisää asetuksia').click();
    await tab.getByRole('radio', { name: 'Kuntien: yksi kunta, yksi ääni' }).check();
    await tab.getByRole('button', { name: 'Julkaise äänestys' }).click();
    await heading(tab, QUESTION).waitFor();
  });
  const { polls: all } = await world.api<{ polls: { id: string; question: string }[] }>(
    'GET',
    '/polls',
    people.coordinator,
  );
  poll = all.find(({ question }) => question === QUESTION)?.id ?? '';
  expect(poll).not.toBe('');
});

test('two officials of one town disagree: the later one speaks for it', async () => {
  for (const [someone, option] of [
    [people.member, 'Koulukuljetukset'],
    [people.external, 'Kutsuliikenne'],
  ] as const) {
    await world.api('POST', '/register/own', someone, { type: 'organisation', organisation: RIIHIMAKI });
    await as(someone, `polls/${poll}`, async (tab) => {
      await tab
        .getByRole('radio', { name: option })
        .or(tab.getByRole('button', { name: option }))
        .first()
        .click();
      const vote = tab.getByRole('button', { name: 'Äänestä', exact: true });
      if (await vote.isVisible()) await vote.click();
      await tab.getByText('Äänesi').first().waitFor();
    });
  }
});

test('someone without Teams votes by the link in their letter', async () => {
  const letter = await eventually(async () =>
    sink.letters.find(({ to, email }) => to[0] === KARI && email.subject?.includes(QUESTION)),
  );
  const link = /https:\/\/\S+\/p\/\S+choice=\S+/.exec(letter?.email.text ?? '')?.[0] ?? '';
  const context = await browser.newContext({ locale: 'fi-FI', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link.replace(/^https:\/\/[^/]+/, world.url));
  await page.getByRole('heading', { level: 1, name: QUESTION }).waitFor();
  await page.getByRole('radio', { name: 'Kutsuliikenne' }).check();
  await page.getByRole('button', { name: 'Äänestä' }).click();
  await page.getByText('Äänesi on kirjattu').first().waitFor();
  await context.close();
  await as(people.coordinator, `polls/${poll}`, async (tab) => {
    await tab.getByText(/^Sähköpostit \(/).click();
    await tab.getByRole('listitem').filter({ hasText: 'Kari Kyyti' }).getByText('lähetetty').waitFor();
  });
});

test('the result counts municipalities, and says how people voted', async () => {
  await as(people.coordinator, `polls/${poll}`, async (tab) => {
    await tab.getByRole('button', { name: 'Päätä äänestys nyt' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Päätä äänestys nyt' }).click();
  });
  const { store } = world.app.services;
  const result = await eventually(
    async () => (await store.get(networkScope(NETWORK), polls, poll))?.value.result,
    60_000,
  );
  expect(result.organisations).toMatchObject({
    voted: [FORSSA, RIIHIMAKI],
    counts: { o1: '0', o2: '2' },
  });
  expect(result).toMatchObject({ voters: 3, counts: { o1: 1, o2: 2 }, leaders: ['o2'] });
});

test('another coordinator takes over', async () => {
  await as(people.coordinator, 'manage/handover', async (tab) => {
    await choosePerson(tab, 'Seuraaja', people.member.name);
    await tab.getByRole('checkbox', { name: /lopettaa koordinaattorina/ }).check();
    await tab.getByRole('button', { name: 'Luovuta tehtävät' }).click();
    await heading(tab, 'Tehtävät on luovutettu').waitFor();
    await tab.getByText('Et ole enää koordinaattori').waitFor();
  });
  await eventually(async () => isCoordinator(people.member));
  await as(people.member, 'manage', async (tab) => heading(tab, 'Ylläpito').waitFor());
  await as(people.coordinator, 'manage', async (tab) => heading(tab, 'Sivua ei löytynyt').waitFor());
});
