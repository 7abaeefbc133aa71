/** The personal link in a browser without scripts: voting on a small phone in two languages, in every theme, by keyboard alone, with axe. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { ActivityId } from '../../bot/core/ids.ts';
import { type Member, type MemberId, mailPerson, memberIdOf, members } from '../../bot/core/network.ts';
import { activityScope, networkScope } from '../../bot/core/scope.ts';
import type { PollView } from '../../bot/features/polls/contract.ts';
import { votes } from '../../bot/features/polls/poll.ts';
import { launchBrowser } from '../fakes/browser.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { faultsOf, withPage as onPage, picture } from '../fakes/link-page.ts';

let http: HttpApp;
let browser: Browser;
const polls: Record<string, PollView> = {};
let made = 0;

beforeAll(async () => {
  http = await startHttpApp();
  const drafts = {
    one: {
      question: 'Mikä aihe syksyn webinaariin?',
      options: 'Koulukuljetukset\nKutsuliikenne\nTilastot',
      description: 'Webinaari pidetään marraskuussa, ja se kestää tunnin.',
      purpose: 'Valittu aihe on webinaarin aihe.',
    },
    several: {
      question: 'Mitkä kaksi teemaa ensi vuodelle?',
      options: 'Kilpailutus\nHaja-asutusalueiden joukkoliikennepalvelukokonaisuudet\nPäättäjien koulutus',
      secrecy: 'named',
      mostChoices: '2',
      membersAddOptions: 'true',
    },
    secret: { question: 'Ydinryhmän edustaja', options: 'Ensimmäinen\nToinen', secrecy: 'secret' },
    dates: { question: 'Milloin kokous sopii?', options: '3.12.2199 klo 9–10\n4.12.2199 klo 12', type: 'dates' },
  };
  for (const [name, { ...draft }] of Object.entries(drafts)) {
    const year = new Date().getFullYear() + 1;
    const options = draft.options.replaceAll('2199', String(year));
    polls[name] = await api('POST', '/polls', { draft: { ...draft, options }, requestId: crypto.randomUUID() });
  }
  await api('PUT', `/polls/${polls.one?.id}/vote`, {
    choices: ['o1'],
    comment: 'Tästä riittää kysyttävää.',
    requestId: crypto.randomUUID(),
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await http?.close();
});

async function api<T>(method: string, path: string, json: unknown): Promise<T> {
  const response = await http.ask(`/api/v1/networks/${NETWORK}${path}`, people.coordinator, { method, json });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

async function someone(more: Partial<Member> = {}): Promise<MemberId> {
  const person = mailPerson(`reader-${++made}`);
  const of: Member = { person, name: 'Maija Mallikas', isGuest: true, email: 'maija@akaa.example', ...more };
  await http.app.services.store.insert(networkScope(NETWORK), members, memberIdOf(person), of);
  return memberIdOf(person);
}
const addressOf = async (member: MemberId, page = ''): Promise<string> =>
  http.url + new URL(await http.app.services.linkForPerson(NETWORK, member, page)).pathname;
const voteOf = async (member: MemberId, poll = polls.one) =>
  (await http.app.services.store.get(activityScope(networkScope(NETWORK), poll?.id as ActivityId), votes, member))
    ?.value;

const withPage = (options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> =>
  onPage(browser, options, use);

describe('a vote by link on a phone of 360 px, without scripts', () => {
  test.each([
    ['fi', 'Äänestä', 'Kutsuliikenne', 'Äänesi on kirjattu.', 'Peru ääni', 'Äänesi on peruttu.'],
    ['sv', 'Rösta', 'Kutsuliikenne', 'Din röst är registrerad.', 'Ta bort rösten', 'Din röst är borttagen.'],
  ] as const)('in %s', async (locale, vote, option, recorded, withdraw, withdrawn) => {
    const member = await someone({ locale });
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(await addressOf(member));
      await page.getByRole('link', { name: 'Mikä aihe syksyn webinaariin?' }).click();
      await page.getByRole('heading', { level: 1, name: 'Mikä aihe syksyn webinaariin?' }).waitFor();
      expect(await voteOf(member)).toBeUndefined();
      await page.getByRole('radio', { name: option }).check();
      await page.getByRole('button', { name: vote, exact: true }).click();
      await page.getByRole('status').getByText(recorded).waitFor();
      expect(await voteOf(member)).toMatchObject({ choices: ['o2'] });
      expect(await page.getByRole('radio', { name: option }).isChecked()).toBe(true);
      await picture(page, `voted-${locale}`);
      await page.reload();
      expect(await voteOf(member)).toMatchObject({ choices: ['o2'], deliveries: [expect.any(String)] });
      await page.getByRole('button', { name: withdraw }).click();
      await page.getByRole('status').getByText(withdrawn).waitFor();
      expect(await voteOf(member)).toMatchObject({ choices: [] });
    });
  });

  test('a link with a choice only ticks it, and going back to choose another changes the vote', async () => {
    const member = await someone();
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${await addressOf(member, `polls/${polls.one?.id}`)}?choice=o3`);
      expect(await page.getByRole('radio', { name: 'Tilastot' }).isChecked()).toBe(true);
      expect(await voteOf(member)).toBeUndefined();
      await page.getByRole('button', { name: 'Äänestä', exact: true }).click();
      await page.getByText('Äänesi on kirjattu.').first().waitFor();
      await page.goBack();
      await page.getByRole('radio', { name: 'Koulukuljetukset' }).check();
      await page.locator('form').first().getByRole('button').first().click();
      await page.getByText('Äänesi on muutettu.').first().waitFor();
      expect(await voteOf(member)).toMatchObject({ choices: ['o1'] });
    });
  });

  test('a mistake stands first, in focus, and leads to its field', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(await addressOf(await someone(), `polls/${polls.one?.id}`));
      await page.getByLabel('Kommentti').fill('Jää tähän');
      await page.getByRole('button', { name: 'Äänestä', exact: true }).click();
      const mistakes = page.getByRole('alert');
      await mistakes.getByText('Valitse ensin vaihtoehto.').waitFor();
      expect(await mistakes.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await page.getByLabel('Kommentti').inputValue()).toBe('Jää tähän');
      await picture(page, 'mistake');
      await mistakes.getByRole('link').click();
      expect(
        await page
          .getByRole('radio')
          .first()
          .evaluate((one) => one.matches(':target')),
      ).toBe(true);
    });
  });

  test('own details are changed, and the page speaks the language that was chosen', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      const member = await someone();
      await page.goto(await addressOf(member));
      await page.getByRole('link', { name: 'Omat tietoni' }).click();
      await page.getByLabel('Mitä kuntaa tai organisaatiota edustat').selectOption('Pietarsaari');
      await page.getByRole('radio', { name: 'Svenska' }).check();
      await page.getByRole('checkbox', { name: 'Kooste' }).uncheck();
      await page.getByRole('button', { name: 'Tallenna' }).click();
      await page.getByRole('status').getByText('Dina uppgifter har sparats.').waitFor();
      expect(await page.locator('#organisation option:checked').textContent()).toBe('Jakobstad');
      await picture(page, 'own-sv');
    });
  });
});

test('everything is done by keyboard alone', async () => {
  const member = await someone();
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(await addressOf(member, `polls/${polls.one?.id}`));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('Siirry sisältöön');
    await page.keyboard.press('Enter');
    for (let n = 0; n < 10 && !(await focused(page)).includes('radio'); n++) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Näppäimistöltä');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('Äänestä');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineWidth);
    expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
    await page.keyboard.press('Enter');
    await page.getByText('Äänesi on kirjattu.').first().waitFor();
    expect(await voteOf(member)).toMatchObject({ choices: ['o2'], comment: 'Näppäimistöltä' });
  });
});

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const one = document.activeElement;
    return `${one?.getAttribute('type') ?? one?.tagName} ${one?.textContent}`;
  });

describe('at 320 px and in every theme nothing is wrong with', () => {
  test.each([
    ['start', 'fi', () => ({ path: '' })],
    ['polls', 'sv', () => ({ path: 'polls' })],
    ['one', 'fi', () => ({ path: `polls/${polls.one?.id}` })],
    ['several', 'sv', () => ({ path: `polls/${polls.several?.id}` })],
    ['secret', 'en', () => ({ path: `polls/${polls.secret?.id}` })],
    ['dates', 'sv', () => ({ path: `polls/${polls.dates?.id}` })],
    ['own', 'fi', () => ({ path: 'own' })],
    ['leave', 'sv', () => ({ path: 'leave' })],
    ['link', 'fi', () => ({ path: 'link' })],
    ['privacy', 'sv', () => ({ path: 'privacy' })],
    ['join', 'sv', () => ({ path: 'join', isInvited: true as const })],
    ['nothing', 'fi', () => ({ path: 'nothing' })],
  ] as const)('%s, in %s', async (name, locale, asked) => {
    const { path, ...more } = asked();
    const member = await someone({ locale, ...more });
    await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(await addressOf(member, path));
      expect(await faultsOf(page, name)).toEqual([]);
      if (name !== 'own') return;
      await page.getByLabel('Sähköposti', { exact: true }).fill('ei osoite');
      await page.getByRole('button', { name: 'Tallenna' }).click();
      await page.getByRole('alert').waitFor();
      expect(await faultsOf(page, 'own-mistake')).toEqual([]);
    });
  });
});
