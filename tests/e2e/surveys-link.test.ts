/** A battery of twenty questions answered by the personal link in a browser without scripts: begun on one device, finished on another; and how its pages look. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DAY, type Instant, plus, toInstant } from '../../bot/core/clock.ts';
import { type Member, type MemberId, mailPerson, memberIdOf } from '../../bot/core/network.ts';
import { changeMember } from '../../bot/core/register.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { eventDraft } from '../../bot/features/events/event.ts';
import { createEvents } from '../../bot/features/events/operations.ts';
import { feedbackOf, followEvent } from '../../bot/features/surveys/feedback-operations.ts';
import { surveyNow } from '../../bot/features/surveys/memory.ts';
import { addPicture, createSurvey, ownAnswers } from '../../bot/features/surveys/operations.ts';
import { MOST_QUESTIONS, parseQuestions } from '../../bot/features/surveys/questions.ts';
import { latestOf } from '../../bot/features/surveys/response.ts';
import { type Survey, surveyDraft } from '../../bot/features/surveys/survey.ts';
import { launchBrowser } from '../fakes/browser.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { faultsOf, picture, withPage } from '../fakes/link-page.ts';

/** One part of a strategy survey of two: twenty questions of every kind but pictures, under three headings. */
const BATTERY = `# Kuntalaisten arki
Miten hyvin joukkoliikenne palvelee kuntaasi? * [1-5]
Mistä kuntalaiset saavat tietoa? | Verkkosivuilta | Kunnan palvelupisteestä ja koulujen tiedotteista | …
Ketkä matkustavat eniten? || Koululaiset | Ikääntyneet | Työmatkalaiset | …
Montako linjaa kunnassa on? [123]
Kuinka helppoa matkan suunnittelu on? [0-10 vaikeaa … helppoa]
Mikä toimii hyvin?
Kuinka tärkeä kutsuliikenne on? [1-5]
# Hankinnat
Milloin kilpailutitte viimeksi? | Tänä vuonna | Aiemmin | Emme ole kilpailuttaneet
Mitkä asiat ratkaisivat? || Hinta | Laatu | Ympäristö
Kuinka sujuva kilpailutus oli? [1-7 takkuinen … sujuva]
Montako tarjousta saitte? [123]
Mitä tekisit toisin?
Kuinka hyvin sopimusta seurataan? [1-5]
# Yhteistyö
Kenen kanssa teette yhteistyötä? || Naapurikunnat | Hyvinvointialue | Yritykset | …
Kuinka usein? | Viikoittain | Kuukausittain | Harvemmin
Kuinka hyödyllinen verkosto on? [0-10]
Montako ihmistä kunnassasi hoitaa joukkoliikennettä? [123]
Mistä aiheesta kaipaat koulutusta?
Suosittelisitko verkostoa? [1-5]
Mitä muuta haluat sanoa?
== 
Miten menee?`;

let http: HttpApp;
let browser: Browser;
let battery: Survey;
let feedback: Survey;
let pictured: Survey;
let shift = 0;
let made = 0;
const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };

beforeAll(async () => {
  http = await startHttpApp({ clock });
  const visit = await visitOf(memberIdOf(people.coordinator.person));
  const closesOn = plus(clock.now(), 40 * DAY).slice(0, 10);
  const publish = (draft: object) =>
    createSurvey(visit, surveyDraft.parse({ closesOn, ...draft }), crypto.randomUUID());
  battery = await publish({
    title: { fi: 'Verkoston strategia', sv: 'Nätverkets strategi' },
    purpose: { fi: 'Vastausten pohjalta kirjoitetaan verkoston strategia.' },
    parts: parseQuestions(BATTERY, 'fi').map((questions) => ({ questions })),
  });
  const id = await addPicture(
    visit,
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  );
  const options = [1, 2].map((n) => ({ id: `o${n}`, label: { fi: `Ilme ${n}` }, picture: id }));
  pictured = await publish({
    title: { fi: 'Verkoston ilme' },
    parts: [{ questions: [{ id: 'q1', type: 'pictures', label: { fi: 'Kumpi ilme?' }, options }] }],
  });
  const startsOn = plus(clock.now(), 2 * DAY).slice(0, 10);
  const typed = {
    type: 'webinar',
    title: 'Joukkoliikenteen tilastot',
    ways: 'online',
    startsOn,
    startsAtTime: '09:00',
  };
  const [event] = await createEvents(visit, eventDraft.parse(typed), { form: 'event-1', publishes: true });
  if (!event) throw new Error('no event was made');
  await followEvent(visit, event.id);
  feedback = await surveyNow(visit, feedbackOf(event.id));
  shift = Date.parse(feedback.postsAt) - Date.now();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await http?.close();
});

async function visitOf(who: MemberId): Promise<Visit> {
  const visit = await http.app.gate.byId(NETWORK, who);
  if (!visit) throw new Error('There is nobody of that id.');
  return visit;
}
async function someone(more: Partial<Member> = {}): Promise<MemberId> {
  const person = mailPerson(`reader-${++made}`);
  const of: Member = { person, name: 'Maija Mallikas', isGuest: true, email: 'maija@akaa.example', ...more };
  const work = await http.app.gate.work(NETWORK);
  if (!work) throw new Error('There is no network.');
  await changeMember(work, memberIdOf(person), () => of);
  return memberIdOf(person);
}
/** Of another letter each time: links differ, the person is the same. */
const addressOf = async (member: MemberId, page: string): Promise<string> =>
  http.url + new URL(await http.app.services.linkForPerson(NETWORK, member, page)).pathname;
const pageOf = ({ id }: Survey, query = ''): string => `surveys/${id}${query}`;
const answersOf = async (member: MemberId) => {
  const own = await ownAnswers(await visitOf(member), battery);
  return own && latestOf(own)?.answers;
};

test('twenty questions are answered on a phone of 360 px, begun on one device and finished on another, without scripts', async () => {
  expect(battery.questions).toHaveLength(MOST_QUESTIONS);
  const member = await someone();
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(await addressOf(member, ''));
    await page.getByRole('link', { name: 'Verkoston strategia (osa 1/2)' }).click();
    await page.getByText('olet vastannut 0/2').waitFor();
    expect(await page.locator('fieldset, .field').count()).toBeGreaterThanOrEqual(MOST_QUESTIONS);
    await picture(page, 'battery');
    const grade = page.getByRole('radiogroup', { name: 'Miten hyvin joukkoliikenne palvelee' });
    await grade.getByRole('radio', { name: '4' }).check();
    await page.getByRole('checkbox', { name: 'Ikääntyneet' }).check();
    await page.getByLabel('Mikä toimii hyvin?').fill('Koulukuljetukset ja asiointiliikenne.\nKuljettajat.');
    await page.getByRole('button', { name: 'Tallenna ja jatka myöhemmin' }).click();
    await page.getByRole('status').getByText('Vastauksesi ovat tallessa.').waitFor();
  });
  expect(await answersOf(member)).toBeUndefined();
  await withPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 568 } }, async (page) => {
    await page.goto(await addressOf(member, `surveys/${battery.id}`));
    await page.getByText('Keskeneräiset vastauksesi ovat tallessa.').waitFor();
    expect(await fitsScreen(page)).toBe(true);
    expect(await page.getByLabel('Mikä toimii hyvin?').inputValue()).toContain('asiointiliikenne.\nKuljettajat.');
    expect(await page.getByRole('checkbox', { name: 'Ikääntyneet' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'Tänä vuonna' }).check();
    await page.getByLabel('Montako tarjousta saitte?').fill('kaksi');
    await page.getByLabel('Mitä muuta haluat sanoa?').fill('Kiitos!');
    await page.getByRole('button', { name: 'Lähetä vastaukset' }).click();
    const mistakes = page.getByRole('alert');
    await mistakes.getByRole('link', { name: 'Kirjoita luku.' }).click();
    expect(await page.getByLabel('Mitä muuta haluat sanoa?').inputValue()).toBe('Kiitos!');
    await picture(page, 'battery-mistake');
    await page.getByLabel('Montako tarjousta saitte?').fill('2');
    await page.getByRole('button', { name: 'Lähetä vastaukset' }).click();
    await page.getByRole('status').getByText('Kiitos, vastauksesi on tallessa.').waitFor();
    await page.getByText('olet vastannut 1/2').waitFor();
    await picture(page, 'battery-answered');
  });
  expect(await answersOf(member)).toEqual({
    ...{ q1: { number: 4 }, q3: { choices: ['o2'] }, q8: { choices: ['o1'] }, q11: { number: 2 } },
    ...{ q6: { text: 'Koulukuljetukset ja asiointiliikenne.\nKuljettajat.' }, q20: { text: 'Kiitos!' } },
  });
});

/** Nothing on the page is wider than it: a box each is asked of the browser itself, since the page runs no scripts. */
async function fitsScreen(page: Page): Promise<boolean> {
  const width = page.viewportSize()?.width ?? 0;
  const boxes = await Promise.all(
    (await page.locator('main fieldset, main .field, main .choice').all()).map((one) => one.boundingBox()),
  );
  return boxes.every((box) => box !== null && box.x >= 0 && box.x + box.width <= width);
}

test.each<[string, 'fi' | 'sv' | 'en', () => string]>([
  ['battery', 'fi', () => pageOf(battery)],
  ['feedback', 'sv', () => pageOf(feedback, '?grade=4')],
  ['pictures', 'en', () => pageOf(pictured)],
  ['list', 'sv', () => 'surveys'],
])('at 320 px and in every theme nothing is wrong with the page of %s, in %s', async (name, locale, at) => {
  const member = await someone({ locale });
  await withPage(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto(await addressOf(member, at()));
    expect(await faultsOf(page, `survey-${name}`)).toEqual([]);
    if (name !== 'pictures') return;
    expect(
      await page
        .locator('img')
        .first()
        .evaluate((one) => (one as HTMLImageElement).naturalWidth),
    ).toBe(1);
    await page.getByRole('radio', { name: 'Ilme 2' }).check();
    await page.getByRole('button', { name: 'Send answers' }).click();
    await page.getByRole('status').getByText('Thank you, your answer is saved.').waitFor();
    expect(await faultsOf(page, 'survey-answered')).toEqual([]);
  });
});

test('anyone answers on the page of the last slide without saying who they are', async () => {
  const address = await http.app.services.linkToOpenPage(NETWORK, 'feedback', feedback.id, feedback.publicRound);
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(http.url + new URL(address).pathname);
    await page.getByText('Vastaa vain kerran.').waitFor();
    await page.getByRole('button', { name: 'Lähetä palaute' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Anna arvosana.' }).waitFor();
    await page.getByRole('radio', { name: '5' }).check();
    await page.getByRole('button', { name: 'Lähetä palaute' }).click();
    await page.getByText('Kiitos, vastauksesi on tallessa.').waitFor();
    await picture(page, 'open-thanks');
  });
  await withPage(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto(http.url + new URL(address).pathname);
    expect(await faultsOf(page, 'survey-open')).toEqual([]);
  });
});
