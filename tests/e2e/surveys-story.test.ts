/** From the end of an event to the results of its feedback, in the emulator's page, by its driver, in the tab and in the yearly report. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { activityId } from '../../bot/core/ids.ts';
import { type Event, events } from '../../bot/features/events/event.ts';
import { type Survey, surveys } from '../../bot/features/surveys/survey.ts';
import { sampleCoordinator, sampleTeam } from '../../scripts/sample.ts';
import { type EmulatedTeam, openEmulatedTeam } from '../fakes/emulated-team.ts';
import { eventually } from '../fakes/eventually.ts';
import { writeInChannel } from '../fakes/playground-page.ts';

const [, second, third, fourth, fifth] = sampleTeam.people;
const DAY = 24 * 60 * 60 * 1000;
const TITLE = 'Kutsuliikenteen ilta';
const BEST = 'Esimerkit naapurikunnista olivat parasta.';
let team: EmulatedTeam;
let tab: Page;
let event: Event;
let feedback: Survey;
let message: string;
/** Of the event's invitation, under which the card stands. */
let thread: string;

beforeAll(async () => {
  team = await openEmulatedTeam();
  tab = await team.browser.newPage({ viewport: { width: 1280, height: 1200 }, locale: 'fi-FI' });
});
afterAll(() => team?.close());

const feedbackNow = (): Promise<Survey | undefined> => team.find(surveys, (one) => one.id === `${event.id}-feedback`);

test('an event is invited to, and the feedback on it waits for its end', async () => {
  const on = new Date(Date.now() + 3 * DAY).toLocaleDateString('fi-FI', { day: 'numeric', month: 'numeric' });
  await writeInChannel(team.channel, `webinaari ${TITLE} | ${on} klo 9–10 | https://teams.example.invalid/kokous`);
  event = await eventually(() => team.find(events, (one) => one.title === TITLE && one.state === 'published'));
  thread = await team.messageOf(event.post);
  feedback = await eventually(feedbackNow);
  expect(feedback).toMatchObject({ type: 'feedback', secrecy: 'anonymous', state: 'running' });
  expect(await team.theCard('Minkä arvosanan annat tilaisuudelle?').count()).toBe(0);
});

test('five minutes after the end the card comes into the event’s thread', async () => {
  team.ahead = Date.parse(event.endsAt) - Date.now() + 6 * 60_000;
  message = await eventually(() => team.messageOf(feedback.post), 30_000);
  const card = team.theCard('Minkä arvosanan annat tilaisuudelle?').first();
  await card.waitFor();
  expect(await card.textContent()).toContain('Ennen sulkemista vain palvelin pystyy yhdistämään vastauksen sinuun');
});

test('one answers on the page, and the others by their own clients', async () => {
  const card = team.theCard('Minkä arvosanan annat tilaisuudelle?').first();
  await card.getByRole('radio', { name: '5 – erinomainen' }).check();
  await card.getByRole('textbox').first().fill(BEST);
  await card.getByRole('button', { name: 'Lähetä palaute' }).click();
  await team.theCard('Kiitos, vastauksesi on tallessa.').first().waitFor();
  const press = async (who: (typeof sampleTeam.people)[number], grade: string): Promise<string> =>
    JSON.stringify(await team.teams.press(who, message, 'surveys.answer', { survey: feedback.id, grade }, thread));
  expect(await press(second, '4')).toContain('tallessa');
  expect(await press(third, '4')).toMatch(/sparat/);
  const absent = { survey: feedback.id, absent: 'Tallenne.' };
  expect(JSON.stringify(await team.teams.press(fourth, message, 'surveys.absent', absent, thread))).toMatch(
    /paikalla|med/,
  );
  expect(await press(fourth, '5')).toMatch(/tallessa|muutettu|sparat|ändrat|saved|changed/);
  await team.theCard('4/5 vastausta. Tulokset näkyvät, kun vielä 1 vastaa.').first().waitFor();
  const tooLong = await press(fifth, '9');
  expect(tooLong).toMatch(/1–5|1 och 5|1 and 5/);
  await press(fifth, '5');
});

test('results appear on the card once five have answered, with no one’s words in them', async () => {
  const shown = team.theCard('4,6/5 (5 vastausta)').first();
  team.ahead += 30_000; // the grace, and the stretch in which steps are gathered
  await eventually(async () => (await shown.count()) > 0, 40_000);
  expect(await shown.textContent()).not.toContain(BEST);
});

test('the coordinator opens the results, and asks for them in chat', async () => {
  await tab.goto(`${team.address}/tab/surveys/${feedback.id}`);
  await tab.getByText('4,6/5').first().waitFor();
  await writeInChannel(team.channel, 'palaute');
  await team.theCard('Anna palautetta').filter({ hasText: TITLE }).first().waitFor();
});

test('after two weeks it closes by itself, and nobody can be linked to an answer any more', async () => {
  team.ahead = Date.parse(feedback.closesAt) - Date.now() + 6_000;
  const closed = await eventually(async () => {
    const now = await feedbackNow();
    return now?.state === 'closed' ? now : undefined;
  }, 60_000);
  expect(closed.result).toMatchObject({ answers: 5 });
  expect(closed.result?.participants).toHaveLength(5);
  const { keys } = team.app.services; // destroyed right after the result is written down
  await eventually(async () => (await keys.get(team.network, activityId.parse(feedback.id))) === undefined);
  const late = await team.teams.press(second, message, 'surveys.mine', { survey: feedback.id }, thread);
  expect(JSON.stringify(late)).toContain('Vastaukset on irrotettu vastaajista');
});

test('the yearly report tells of the event', async () => {
  const year = event.startsAt.slice(0, 4);
  const answer = await fetch(`${team.address}/api/v1/networks/${team.network}/reports/${year}?language=fi`, {
    headers: { 'x-act-as': sampleCoordinator, 'x-locale': 'fi' },
  });
  const report = await answer.text();
  expect(answer.status).toBe(200);
  expect(report).toContain(TITLE);
});
