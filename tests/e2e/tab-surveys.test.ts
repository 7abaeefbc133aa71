/** Surveys and feedback in the tab as members meet them: answered as one goes, sent, changed and taken back, and what is published of them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { toInstant } from '../../bot/core/clock.ts';
import type { SurveyView } from '../../tab/src/pages/surveys/calls.ts';
import { eventually } from '../fakes/eventually.ts';
import { people, type Someone } from '../fakes/http-app.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PHONE = { width: 360, height: 740 };
/** One pixel. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let world: TabWorld;
let pages: TabPages;
/** How far the app’s clock is ahead of ours, in milliseconds. */
let ahead = 0;
const ids = { all: '', battery: '', parts: '', named: '', draft: '', group: '', results: '', few: '', feedback: '' };

const inZone = (at: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', ...options }).format(at);
const dateOf = (at: number): string => inZone(at, { dateStyle: 'short' });
const timeOf = (at: number): string => inZone(at, { hour: '2-digit', minute: '2-digit' });
const asCoordinator = <T>(method: string, path: string, json?: unknown): Promise<T> =>
  world.api<T>(method, path, people.coordinator, json);
const requestId = (): string => crypto.randomUUID();
const words = (fi: string): object => ({ fi, sv: `${fi} på svenska` });
const options = (...labels: string[]): object[] => labels.map((fi, index) => ({ id: `o${index + 1}`, label: { fi } }));

type Draft = Readonly<Record<string, unknown>>;
async function ask(title: string, questions: readonly object[], more: Draft = {}): Promise<string> {
  const { id } = await asCoordinator<SurveyView>('POST', '/surveys', {
    draft: {
      ...{ title: words(title), parts: [{ questions }] },
      ...{ closesOn: dateOf(Date.now() + 14 * DAY), closesAtTime: '16:00', step: '3', ...more },
    },
    requestId: requestId(),
  });
  return id;
}
const viewOf = (id: string, by: Someone = people.member): Promise<SurveyView> => world.api('GET', `/surveys/${id}`, by);
const answer = (id: string, by: Someone, typed: object): Promise<SurveyView> =>
  world.api('POST', `/surveys/${id}/answers`, by, { typed, requestId: requestId() });

/** A page of the tab as a member reads it. Each is a window of its own, as another device would be. */
async function open(
  path: string,
  use: (tab: FrameLocator, page: Page) => Promise<void>,
  { by = people.member, size, locale }: { by?: Someone; size?: typeof PHONE; locale?: string } = {},
): Promise<void> {
  pages.readAs(by);
  await pages.inTeams({ sub: path, ...(locale ? { locale } : {}) }, async (tab, page) => {
    if (size) await page.setViewportSize(size);
    await use(tab, page);
  });
}
const said = (tab: FrameLocator, what: string): Promise<void> => tab.locator('.says').getByText(what).waitFor();
const button = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true });
const focused = (page: Page): Promise<string> =>
  frameOf(page).evaluate(() => document.activeElement?.textContent ?? '');

beforeAll(async () => {
  world = await startTabWorld('teams', { overrides: { clock: { now: () => toInstant(Date.now() + ahead) } } });
  pages = await openTabPages(world);
  const { picture } = await asCoordinator<{ picture: string }>('POST', '/surveys/pictures', { bytes: PICTURE });
  ids.all = await ask(
    'Verkoston kehittäminen',
    [
      {
        id: 'q1',
        type: 'grade',
        label: words('Kuinka hyvin verkosto palvelee?'),
        isRequired: true,
        section: words('Verkosto'),
      },
      {
        id: 'q2',
        type: 'choice',
        label: words('Kuinka usein osallistut?'),
        options: options('Aina', 'Harvoin'),
        allowsOther: true,
        isRequired: true,
      },
      { id: 'q3', type: 'text', label: words('Mikä estää?'), showIf: { question: 'q2', options: 'o2' } },
      {
        id: 'q4',
        type: 'choices',
        label: words('Mitkä teemat kiinnostavat?'),
        options: options('Tilastot', 'Kutsuliikenne'),
        allowsOther: true,
        section: words('Teemat'),
      },
      {
        id: 'q5',
        type: 'scale',
        label: words('Suositteletko?'),
        from: '0',
        to: '10',
        low: words('en lainkaan'),
        high: words('varmasti'),
      },
      { id: 'q6', type: 'number', label: words('Tunteja viikossa?'), least: '0', most: '60', unit: words('h') },
      {
        id: 'q7',
        type: 'pictures',
        label: words('Mikä ilme?'),
        options: ['Sininen', 'Vihreä'].map((fi, index) => ({ id: `o${index + 1}`, label: { fi }, picture })),
      },
      { id: 'q8', type: 'text', label: words('Miten kehittäisit verkostoa?'), isWish: true },
    ],
    { purpose: words('Vastausten perusteella suunnitellaan ensi vuosi.') },
  );
  ids.battery = await ask(
    'Strategian lähtökohdat',
    Array.from({ length: 20 }, (_, index) => ({
      ...{ id: `q${index + 1}`, type: (['grade', 'choice', 'scale', 'text'] as const)[index % 4] },
      ...{
        label: words(`Kysymys ${index + 1}, joka on riittävän pitkä mennäkseen puhelimessa kahdelle riville?`),
        isRequired: index % 4 !== 3,
      },
      ...{ options: index % 4 === 1 ? options('Samaa mieltä', 'Eri mieltä') : [], from: '1', to: '7' },
    })),
  );
  ids.parts = await ask('Liikennestrategia', [], {
    ...{ rhythm: 'twoAWeek', closesOn: dateOf(Date.now() + 60 * DAY) },
    parts: ['Arki', 'Talous', 'Koulut'].map((fi) => ({
      title: { fi },
      questions: [{ id: 'q1', type: 'text', label: words('Mitä toivot?') }],
    })),
  });
  ids.named = await ask('Yhteyshenkilöt', [{ id: 'q1', type: 'text', label: words('Kuka on yhteyshenkilö?') }], {
    secrecy: 'named',
  });
  ids.draft = await ask('Kesken jäävä kysely', [{ id: 'q1', type: 'text', label: words('Mitä kuuluu?') }]);
  const group = await asCoordinator<{ id: string }>('POST', '/groups', {
    names: words('Työryhmä'),
    requestId: requestId(),
  });
  ids.group = await ask('Työryhmän kysely', [{ id: 'q1', type: 'text', label: words('Mitä seuraavaksi?') }], {
    group: group.id,
  });
  const question = { id: 'q1', type: 'grade', label: words('Arvosana vuodelle?') };
  const teams = {
    id: 'q2',
    type: 'choices',
    label: words('Mistä aiheista?'),
    options: options('Tilastot', 'Kilpailutus'),
  };
  ids.results = await ask('Vuoden arvio', [
    question,
    teams,
    { id: 'q3', type: 'text', label: words('Mikä oli parasta?') },
  ]);
  ids.few = await ask('Vähän vastauksia', [question]);
  const starts = Date.now() + HOUR;
  const event = await asCoordinator<{ id: string }>('POST', '/events', {
    draft: {
      ...{
        type: 'webinar',
        title: 'Kutsuliikenteen webinaari',
        ways: 'online',
        joinLink: 'https://teams.example.test/1',
      },
      ...{
        startsOn: dateOf(starts),
        startsAtTime: timeOf(starts),
        endsOn: dateOf(starts + HOUR),
        endsAtTime: timeOf(starts + HOUR),
      },
    },
    ...{ publishes: true, requestId: requestId() },
  });
  ids.feedback = `${event.id}-feedback`;
  await eventually(async () => (await viewOf(ids.feedback).catch(() => undefined))?.phase === 'scheduled');
  ahead = 1.5 * HOUR; // it has begun
  for (const [by, grade] of [
    [people.coordinator, '5'],
    [people.external, '4'],
    [people.member, '5'],
  ] as const) {
    await answer(ids.results, by, {
      q1: grade,
      q2: grade === '4' ? 'o1,o2' : 'o1',
      q3: `Parasta oli kohta ${by.name}.`,
    });
    if (by !== people.external) await answer(ids.few, by, { q1: grade });
  }
  ahead += MINUTE; // what was answered may be published
  await eventually(async () => (await viewOf(ids.results)).resultState === 'shown', 40_000);
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

describe('the lists', () => {
  test('have open surveys with deadline and own state, and the parts of one as one line', async () => {
    await open('polls', async (tab) => {
      const line = (title: string) => tab.getByRole('listitem').filter({ hasText: title });
      await line('Verkoston kehittäminen')
        .getByText(/^Päättyy .+ klo 16\.00$/)
        .waitFor();
      await line('Verkoston kehittäminen').getByText('Vastaamatta', { exact: true }).waitFor();
      await line('Vuoden arvio').getByText('Vastattu', { exact: true }).waitFor();
      await line('Liikennestrategia').getByText('0/3 osaa vastattu').waitFor();
      expect(await line('Liikennestrategia').count()).toBe(1);
      await line('Palaute: Joukkoliikenteen tilastot').getByText('4,0/5 (14 vastausta)').waitFor();
      await tab.getByRole('link', { name: 'Palaute vuosittain' }).click();
      await heading(tab, 'Palaute vuosittain').waitFor();
    });
  });

  test('of the home page begin with the feedback that is due, and lead to it', async () => {
    await open('', async (tab) => {
      const due = tab.getByRole('region', { name: 'Kyselyt ja palaute' });
      await due.getByRole('listitem').first().getByText('Palaute: Kutsuliikenteen webinaari').waitFor();
      await due.getByRole('link', { name: 'Anna palautetta: Kutsuliikenteen webinaari' }).click();
      await heading(tab, 'Palaute: Kutsuliikenteen webinaari').waitFor();
    });
  });
});

describe('a battery of twenty questions on a phone', () => {
  test('is answered by the keyboard alone, saved as one goes, gone on with elsewhere, and sent', async () => {
    await open(
      `surveys/${ids.battery}`,
      async (tab, page) => {
        await heading(tab, 'Strategian lähtökohdat').waitFor();
        await tab.getByText('0/20 vastattu').waitFor();
        await tabTo(page, (one) => one.startsWith('INPUT 1, heikoin'));
        for (let at = 0; at < 10; at++) {
          if (at % 4 === 3) await page.keyboard.type(`Vastaus ${at + 1}`);
          else {
            await page.keyboard.press('Space');
            await page.keyboard.press('ArrowRight');
          }
          await page.keyboard.press('Tab');
        }
        await tab.getByText('10/20 vastattu').waitFor();
        await tab.getByText(/^Luonnos tallennettu klo \d{1,2}\.\d\d$/).waitFor();
        expect(
          await frameOf(page).evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      },
      { size: PHONE },
    );
    expect(await viewOf(ids.battery)).toMatchObject({
      own: 'drafted',
      answers: 0,
      ownAnswers: { draft: { q1: '2', q2: 'o2', q4: 'Vastaus 4' } },
    });

    await open(
      `surveys/${ids.battery}`,
      async (tab, page) => {
        await tab.getByText('10/20 vastattu').waitFor();
        expect(await tab.getByLabel(/^Kysymys 4,/).inputValue()).toBe('Vastaus 4');
        await tab.getByText(/^Luonnos ei ole vielä vastaus\./).waitFor();
        for (let at = 10; at < 20; at++) {
          const group = tab.getByRole('group', { name: new RegExp(`^Kysymys ${at + 1},`) });
          if (at % 4 === 3) await tab.getByLabel(new RegExp(`^Kysymys ${at + 1},`)).fill('Loppuun asti');
          else await group.getByRole('radio').last().check();
        }
        await tab.getByText('20/20 vastattu').waitFor();
        await tabTo(page, (one) => one.startsWith('BUTTON Lähetä vastaukset'));
        await page.keyboard.press('Enter');
        await said(tab, 'Kiitos, vastauksesi on lähetetty.');
        await tab.getByText(/^Vastauksesi on lähetetty tänään klo/).waitFor();
        expect(await focused(page)).toBe('Omat vastaukset');
      },
      { size: PHONE },
    );
    const { own, answers, ownAnswers } = await viewOf(ids.battery);
    expect({ own, answers }).toEqual({ own: 'answered', answers: 1 });
    expect(Object.keys(ownAnswers?.sent ?? {})).toHaveLength(20);
    expect(ownAnswers?.sent).toMatchObject({ q1: '2', q17: '5', q19: '7', q20: 'Loppuun asti' });
  });
});

describe('answers', () => {
  test('tell what is missing in a summary that leads to each question, and nothing is wrong with how it looks', async () => {
    await open(`surveys/${ids.all}`, async (tab, page) => {
      await tab.getByText('Vastausten perusteella suunnitellaan ensi vuosi.').waitFor();
      await tab.getByText('Vastaat nimettömänä: kukaan ei näe, kuka vastasi mitä.').waitFor();
      await tab.getByLabel(/^Tunteja viikossa/).fill('4,5');
      await tab.getByRole('radio', { name: 'Vihreä' }).check();
      await tab.getByRole('checkbox', { name: 'Muu, mikä?' }).check();
      await tab.getByLabel('Oma vastauksesi').fill('Pyöräily');
      await tab.getByLabel(/^Miten kehittäisit/).fill('x'.repeat(1990));
      await tab.getByText('10 merkkiä jäljellä').waitFor();
      await button(tab, 'Lähetä vastaukset').click();
      await tab.getByText('2 kysymystä tarvitsee vielä vastauksen tai korjauksen').waitFor();
      await eventually(async () => (await focused(page)).includes('2 kysymystä'));
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('link', { name: 'Kuinka hyvin verkosto palvelee? – Anna arvosana.' }).click();
      const grade = tab.getByRole('group', { name: /^Kuinka hyvin/ }).getByRole('radio', { name: '1' });
      await eventually(() => grade.evaluate((one) => one === document.activeElement));
      await page.keyboard.press('Space');
      await tab.getByText('Yksi kysymys tarvitsee vielä vastauksen tai korjauksen').waitFor();
    });
  });

  test('decide what is asked next, and what is not asked is not sent', async () => {
    await open(`surveys/${ids.all}`, async (tab) => {
      await tab.getByRole('radio', { name: '1, heikoin' }).check();
      await tab.getByRole('radio', { name: 'Harvoin' }).check();
      await tab.getByLabel('Mikä estää?').fill('Kiire');
      await tab.getByRole('radio', { name: 'Aina' }).check();
      await tab.getByLabel('Mikä estää?').waitFor({ state: 'detached' });
      await button(tab, 'Lähetä vastaukset').click();
      await said(tab, 'Kiitos, vastauksesi on lähetetty.');
      await tab.getByText('1/3 vastausta. Tulokset näkyvät, kun vielä 2 vastaa.').waitFor();
    });
    const { ownAnswers } = await viewOf(ids.all);
    expect(ownAnswers?.sent).toMatchObject({
      q1: '1',
      q2: 'o1',
      q4: 'other',
      'q4-other': 'Pyöräily',
      q6: '4.5',
      q7: 'o2',
    });
    expect(ownAnswers?.sent).not.toHaveProperty('q3');
  });

  test('are changed, the change saved but not sent until one sends it, and taken back', async () => {
    await open(`surveys/${ids.all}`, async (tab) => {
      await button(tab, 'Muuta vastauksia').click();
      expect(await tab.getByLabel(/^Tunteja viikossa/).inputValue()).toBe('4,5');
      await tab.getByLabel(/^Tunteja viikossa/).fill('6');
      await tab.getByText(/^Luonnos tallennettu klo/).waitFor();
    });
    expect((await viewOf(ids.all)).ownAnswers?.sent).toMatchObject({ q6: '4.5' });
    await open(`surveys/${ids.all}`, async (tab) => {
      await tab.getByText(/^Sinulla on muutoksia, joita et ole lähettänyt\./).waitFor();
      await button(tab, 'Lähetä muutetut vastaukset').click();
      await said(tab, 'Kiitos, vastauksesi on lähetetty.');
      expect((await viewOf(ids.all)).ownAnswers?.sent).toMatchObject({ q6: '6' });
      await button(tab, 'Muuta vastauksia').click();
      await tab.getByLabel(/^Tunteja viikossa/).fill('7');
      await button(tab, 'Hylkää muutokset').click();
      await tab.getByText(/^Vastauksesi on lähetetty/).waitFor();
      await button(tab, 'Peru vastaukset').click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Peru vastaukset' }).click();
      await said(tab, 'Vastauksesi on peruttu.');
      await button(tab, 'Lähetä vastaukset').waitFor();
    });
    expect(await viewOf(ids.all)).toMatchObject({ answers: 0, ownAnswers: { sent: {} } });
  });

  test('that could not be saved are told of, stay in the window, and are saved once that works', async () => {
    await open(`surveys/${ids.draft}`, async (tab, page) => {
      await page.route('**/draft', (route) => route.abort());
      await tab.getByLabel('Mitä kuuluu?').fill('Yhteys katkeilee');
      await tab.getByText(/^Luonnosta ei saatu tallennettua palvelimelle\./).waitFor();
      expect((await viewOf(ids.draft)).own).toBe('none');
      await frameOf(page).evaluate(() => location.reload());
      await eventually(async () => (await tab.getByLabel('Mitä kuuluu?').inputValue()) === 'Yhteys katkeilee');
      await page.unroute('**/draft');
      await tab.getByText(/^Luonnos tallennettu klo/).waitFor({ timeout: 30_000 });
    });
    expect((await viewOf(ids.draft)).ownAnswers?.draft).toEqual({ q1: 'Yhteys katkeilee' });
    await open('polls', async (tab) => {
      await tab
        .getByRole('listitem')
        .filter({ hasText: 'Kesken jäävä kysely' })
        .getByText('Kesken', { exact: true })
        .waitFor();
    });
  });

  test('are saved at once when one leaves the page', async () => {
    await open(`surveys/${ids.draft}`, async (tab) => {
      await tab.getByLabel('Mitä kuuluu?').fill('Lähdin kesken');
      await tab.getByRole('link', { name: 'Äänestykset ja kyselyt' }).first().click();
      await eventually(async () => (await viewOf(ids.draft)).ownAnswers?.draft?.q1 === 'Lähdin kesken');
    });
  });

  test('with names say so before, and a group’s survey says whose it is', async () => {
    await open(`surveys/${ids.named}`, async (tab) => {
      await tab.getByText(/^Koordinaattori näkee nimesi vastaustesi vieressä\./).waitFor();
      expect(await tab.getByText(/nimettömänä/).count()).toBe(0);
    });
    await open(`surveys/${ids.group}`, async (tab) => {
      await tab.getByText('Tämä kysely on ryhmälle ”Työryhmä”.').waitFor();
      expect(await button(tab, 'Lähetä vastaukset').count()).toBe(0);
    });
  });
});

describe('a survey in parts', () => {
  test('shows its parts with their state, and what comes next', async () => {
    await open(`surveys/${ids.parts}`, async (tab, page) => {
      await tab.getByText('Osa 1/3', { exact: true }).waitFor();
      await tab.getByText('Kyselyn osat · 0/3 osaa vastattu').click();
      await tab
        .getByText(/^Avautuu /)
        .first()
        .waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByLabel('Mitä toivot?').fill('Lisää vuoroja');
      await button(tab, 'Lähetä vastaukset').click();
      await tab.getByText(/^Olet vastannut kaikkiin avoimiin osiin\. Seuraava osa avautuu /).waitFor();
      await tab.getByText('Kyselyn osat · 1/3 osaa vastattu').waitFor();
    });
  });
});

describe('feedback', () => {
  test('asks who was not there one question instead', async () => {
    await open(
      `surveys/${ids.feedback}`,
      async (tab, page) => {
        await tab.getByRole('link', { name: 'Tilaisuus: Kutsuliikenteen webinaari' }).waitFor();
        await button(tab, 'En ollut paikalla').click();
        await tab.getByRole('group', { name: /arvosanan/ }).waitFor({ state: 'detached' });
        await tab.getByLabel('Mikä olisi auttanut sinua osallistumaan?').fill('Tallenne');
        await button(tab, 'Lähetä vastaukset').click();
        await tab.getByText('Kerroit, ettet ollut paikalla. Kiitos tiedosta!').waitFor();
        expect(await faultsOf(page)).toEqual([]);
      },
      { by: people.external },
    );
    expect(await viewOf(ids.feedback, people.external)).toMatchObject({ own: 'absent', absent: 1, answers: 0 });
  });

  test('is a grade and two texts, in Swedish for who reads Swedish', async () => {
    await open(
      `surveys/${ids.feedback}`,
      async (tab, page) => {
        await heading(tab, 'Respons: Kutsuliikenteen webinaari').waitFor();
        await tab.getByText('Du svarar anonymt: ingen ser vem som svarade vad.').waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await tab.getByRole('radio', { name: '5, bäst' }).check();
        await tab.getByLabel('Vad var bäst?').fill('Exemplen');
        await button(tab, 'Skicka svaren').click();
        await tab.getByText('1/5 svar. Resultaten visas när 4 till har svarat.').waitFor();
      },
      { locale: 'sv-FI' },
    );
  });
});

describe('results', () => {
  test('are averages with the number of answers, bars or tables, and what people wrote', async () => {
    await open(`surveys/${ids.results}`, async (tab, page) => {
      await tab.getByText('4,7/5 (3 vastausta)').waitFor();
      await tab.getByText('3 kirjoitettua vastausta').waitFor();
      await tab.getByText(`Parasta oli kohta ${people.external.name}.`).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('radio', { name: 'Taulukkoina' }).check();
      const row = tab.getByRole('region', { name: 'Mistä aiheista?' }).getByRole('row', { name: 'Kilpailutus' });
      expect(await row.getByRole('cell').allInnerTexts()).toEqual(['1', '33\u00a0%']);
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('of too few answers say how many are missing', async () => {
    await open(`surveys/${ids.few}`, async (tab) => {
      await tab.getByText('2/3 vastausta. Tulokset näkyvät, kun vielä yksi vastaa.').waitFor();
    });
  });

  test('of feedback are there by year, each leading to its page', async () => {
    await open('feedback', async (tab, page) => {
      for (const figure of ['4,5/5 (22 vastausta)', '4,0/5 (14 vastausta)', '4,5/5 (18 vastausta)'])
        await tab.getByText(figure, { exact: true }).waitFor();
      await tab.getByRole('region', { name: 'Vuosien keskiarvot' }).getByText('4,4/5 (54 vastausta)').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('link', { name: 'Joukkoliikenteen tilastot' }).click();
      await heading(tab, 'Palaute: Joukkoliikenteen tilastot').waitFor();
      await tab.getByText('4,0/5 (14 vastausta)').waitFor();
    });
  });

  test('include what became of wishes', async () => {
    await open('wishes', async (tab, page) => {
      await heading(tab, 'Toivoitte – teimme').waitFor();
      await tab.getByText('Ohjelma lähtee jatkossa neljä viikkoa ennen.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('radio', { name: 'Ei nyt' }).check();
      await tab.getByText('Ohjelma lähtee jatkossa neljä viikkoa ennen.').waitFor({ state: 'detached' });
    });
  });
});
