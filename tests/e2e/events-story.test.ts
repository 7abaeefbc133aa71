/** From a closed poll to a cancelled event, in the emulator's page, by its driver, in the tab and by the links of real letters. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Event, events } from '../../bot/features/events/event.ts';
import { type Poll, polls } from '../../bot/features/polls/poll.ts';
import { sampleCoordinator, sampleTeam } from '../../scripts/sample.ts';
import type { EventView } from '../../tab/src/calls.ts';
import { type EmulatedTeam, openEmulatedTeam } from '../fakes/emulated-team.ts';
import { eventually } from '../fakes/eventually.ts';
import { writeInChannel } from '../fakes/playground-page.ts';
import { openSmtpSink, type ReceivedLetter, type SmtpSink } from '../fakes/smtp-sink.ts';

const [, reino, linnea] = sampleTeam.people;
const QUESTION = 'Mikä aihe kevään webinaariin?';
const COLLEAGUE = 'kirsi.kollega@akaa.example';
const OUTSIDER = 'uolevi.ulkopuolinen@yritys.example';
let team: EmulatedTeam;
let tab: Page;
let sink: SmtpSink;
let event: Event;
let message: string;

beforeAll(async () => {
  sink = await openSmtpSink();
  team = await openEmulatedTeam({ SMTP_URL: sink.url, MAIL_FROM: 'verkosto@example.invalid' });
  tab = await team.browser.newPage({ viewport: { width: 1280, height: 1200 }, locale: 'fi-FI' });
});
afterAll(async () => {
  await team?.close();
  await sink?.close();
});

const said = (words: string | RegExp): Promise<void> => tab.locator('.says').getByText(words).waitFor();

/** The sample network has had a poll with the same question. */
const pollNow = (): Promise<Poll | undefined> =>
  team.find(polls, (one) => one.question === QUESTION && !one.id.startsWith('sample'));

/** The event as the coordinator's tab gets it. */
async function view(): Promise<EventView> {
  const answer = await fetch(`${team.address}/api/v1/networks/${team.network}/events/${event.id}`, {
    headers: { 'x-act-as': sampleCoordinator, 'x-locale': 'fi' },
  });
  return (await answer.json()) as EventView;
}

const letterTo = (recipient: string, fits: (letter: ReceivedLetter) => boolean): Promise<ReceivedLetter> =>
  eventually(async () => sink.letters.find((one) => one.to[0] === recipient && fits(one)), 30_000);

/** What the letter's calendar file says, unfolded. */
function calendarOf({ email }: ReceivedLetter): string {
  const file = email.attachments.find(({ mimeType }) => /calendar|ics/.test(mimeType ?? ''));
  const content = file?.content ?? '';
  const text = typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8');
  return text.replace(/\r?\n[ \t]/g, '');
}
const methodOf = (letter: ReceivedLetter): string | undefined => /METHOD:(\w+)/.exec(calendarOf(letter))?.[1];
const sequenceOf = (letter: ReceivedLetter): number => Number(/SEQUENCE:(\d+)/.exec(calendarOf(letter))?.[1]);

/** Opens the address of a letter's button as its reader does: without scripts. */
async function byLink(letter: ReceivedLetter, use: (page: Page) => Promise<void>): Promise<void> {
  const link = /https?:\/\/\S+\/p\/\S+\/events\/\S+/.exec(letter.email.text ?? '')?.[0] ?? '';
  const context = await team.browser.newContext({ locale: 'fi-FI', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link.replace(/^https?:\/\/[^/]+/, team.address));
  await use(page);
  await context.close();
}

test('what won a poll becomes a draft in one click', async () => {
  await writeInChannel(team.channel, `äänestys ${QUESTION} | Koulukuljetukset | Kutsuliikenne`);
  const asked = await eventually(pollNow);
  const posted = await team.messageOf(asked.post);
  const [school] = asked.options.map(({ id }) => id);
  await team.teams.press(reino, posted, 'polls.vote', { poll: asked.id, choice: school });
  await team.teams.press(linnea, posted, 'polls.vote', { poll: asked.id, choice: school });
  team.ahead = Date.parse(asked.closesAt) - Date.now() + 6000;
  await eventually(async () => (await pollNow())?.result);
  await tab.goto(`${team.address}/tab/polls/${asked.id}`);
  await tab.getByRole('button', { name: 'Tee tästä tilaisuus' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Muokkaa tilaisuutta' }).waitFor();
  expect(await tab.getByLabel('Otsikko').inputValue()).toBe('Koulukuljetukset');
});

test('the draft is filled in and goes out', async () => {
  await tab.getByRole('radio', { name: 'Paikan päällä tai etänä' }).check();
  await tab.getByLabel('Paikka', { exact: true }).fill('Akaan kaupungintalo');
  await tab.getByLabel('Liittymislinkki').fill('https://teams.example.invalid/kokous');
  await tab.getByText('Lisää asetuksia').click();
  await tab.getByLabel('Paikkoja paikan päällä').fill('1');
  await tab.getByLabel('Julkinen ilmoittautumissivu').check();
  await tab.getByRole('button', { name: 'Julkaise kutsu' }).click();
  await said('Kutsu julkaistiin.');
  await tab.getByRole('heading', { level: 1, name: 'Koulukuljetukset' }).waitFor();
  const id = /events\/([^/?#]+)/.exec(tab.url())?.[1] ?? '';
  event = await eventually(async () => {
    const now = await team.find(events, (one) => one.id === id);
    return now?.state === 'published' ? now : undefined;
  });
  message = await team.messageOf(event.post);
});

test('three answer on the card: one gets the only place in the room, one waits, one takes part online', async () => {
  const card = team.theCard('Akaan kaupungintalo').first();
  await card.getByRole('button', { name: 'Tulen paikalle' }).click();
  await eventually(async () => (await view()).room?.taken === 1);
  const waits = await team.teams.press(reino, message, 'events.answer', { event: event.id, attendance: 'room' });
  expect(JSON.stringify(waits)).toMatch(/[Oo]let varasijalla 1/);
  const swedish = await team.teams.press(linnea, message, 'events.answer', { event: event.id, attendance: 'online' });
  expect(JSON.stringify(swedish)).toMatch(/plats/);
  expect(JSON.stringify(swedish)).not.toMatch(/Paikkasi/);
  expect(await view()).toMatchObject({ room: { taken: 1, waiting: 1, capacity: 1 }, online: { taken: 1 } });
});

test('a colleague is registered and confirms by the link in their letter', async () => {
  const by = await team.teams.press(reino, message, 'events.colleague', {
    ...{ event: event.id, form: 'form-1', name: 'Kirsi Kollega', email: COLLEAGUE, organisation: 'Akaa' },
    ...{ attendance: 'online', colleagueAttendance: 'online' },
  });
  expect(JSON.stringify(by)).toContain('Kirsi Kollega');
  const letter = await letterTo(COLLEAGUE, () => true);
  expect(letter.email.text).toContain('Reino Reitti');
  expect(methodOf(letter)).toBe('REQUEST');
  await byLink(letter, async (page) => {
    await page.getByRole('heading', { level: 1, name: 'Koulukuljetukset' }).waitFor();
    await page.getByRole('button', { name: /Vahvista/ }).click();
    await page
      .getByText(/vahvistettu/)
      .first()
      .waitFor();
  });
  expect((await view()).online?.taken).toBe(2);
});

test('someone from outside registers on the public page; it holds once the letter’s link confirms it', async () => {
  const open = (await view()).desk?.publicPage?.address ?? '';
  const context = await team.browser.newContext({ locale: 'fi-FI', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(open.replace(/^https?:\/\/[^/]+/, team.address));
  await page.getByRole('heading', { level: 1, name: 'Koulukuljetukset' }).waitFor();
  await page.getByLabel('Nimi', { exact: true }).fill('Uolevi Ulkopuolinen');
  await page.getByLabel(/[Ss]ähköposti/).fill(OUTSIDER);
  await page.getByLabel(/[Oo]rganisaatio/).fill('Linja-autoyhtiö');
  await page.getByRole('radio', { name: /[Ee]tänä/ }).check();
  await page.getByRole('button', { name: 'Lähetä vahvistuslinkki' }).click();
  await page.getByText(OUTSIDER).first().waitFor();
  await context.close();
  expect((await view()).online?.taken).toBe(2);
  await byLink(await letterTo(OUTSIDER, () => true), async (own) => {
    await own.getByRole('button', { name: /Vahvista/ }).click();
    await own
      .getByText(/vahvistettu|Paikkasi/)
      .first()
      .waitFor();
  });
  await eventually(async () => (await view()).online?.taken === 3);
});

test('a change of time is told in the thread and in calendars', async () => {
  const before = await letterTo(COLLEAGUE, (one) => methodOf(one) === 'REQUEST');
  await tab.goto(`${team.address}/tab/events/${event.id}/edit`);
  await tab.getByLabel('Alkaa', { exact: true }).fill('12:30');
  await tab.getByLabel('Päättyy', { exact: true }).fill('14:00');
  await tab.getByRole('button', { name: 'Tallenna muutokset' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Koulukuljetukset' }).waitFor();
  await team.channel
    .getByText(/Aika: .*→ .*12\.30/)
    .first()
    .waitFor();
  const after = await letterTo(COLLEAGUE, (one) => /DTSTART[^\r\n]*T123000/.test(calendarOf(one)));
  expect(methodOf(after)).toBe('REQUEST');
  expect(sequenceOf(after)).toBeGreaterThan(sequenceOf(before));
  expect(/UID:(\S+)/.exec(calendarOf(after))?.[1]).toBe(/UID:(\S+)/.exec(calendarOf(before))?.[1]);
});

test('who switches from the room to online makes room for the next, who is told', async () => {
  await tab.goto(`${team.address}/tab/events/${event.id}`);
  await tab.getByRole('button', { name: 'Osallistun etänä' }).click();
  await tab.getByText('Paikkasi on varattu: osallistut etänä.').first().waitFor();
  const own = await team.teams.press(reino, message, 'events.mine', { event: event.id });
  expect(JSON.stringify(own)).toMatch(/Paikkasi on varattu/);
  expect(await view()).toMatchObject({ room: { taken: 1, waiting: 0 }, online: { taken: 4 } });
});

test('a cancellation reaches everyone, and calendars forget the event', async () => {
  await tab.getByRole('button', { name: 'Peru tilaisuus' }).click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByLabel('Syy').fill('Kouluttaja sairastui.');
  await dialog.getByRole('button', { name: 'Peru tilaisuus' }).click();
  await said('Tilaisuus peruttiin.');
  await team.theCard('Kouluttaja sairastui.').first().waitFor();
  for (const recipient of [COLLEAGUE, OUTSIDER]) {
    const letter = await letterTo(recipient, (one) => methodOf(one) === 'CANCEL');
    expect(letter.email.text).toContain('Kouluttaja sairastui.');
    expect(calendarOf(letter)).toContain('STATUS:CANCELLED');
  }
  const late = await team.teams.press(linnea, message, 'events.answer', { event: event.id, attendance: 'room' });
  expect(JSON.stringify(late)).toMatch(/inställt/);
});
