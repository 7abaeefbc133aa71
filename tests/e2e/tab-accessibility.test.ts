/** Every page of the tab in three themes, on a phone and a wide screen: axe, overflow, sizes of targets, and the keyboard alone. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { people } from '../fakes/http-app.ts';
import { faultsOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

let world: TabWorld;
let pages: TabPages;
const inTeams: TabPages['inTeams'] = (hosted, use) => pages.inTeams(hosted, use);
const polls: Record<string, string> = {};

beforeAll(async () => {
  world = await startTabWorld('teams');
  const drafts = {
    open: { question: 'Mikä aihe syksyn webinaariin?', options: 'Koulukuljetukset\nKutsuliikenne\nTilastot' },
    named: {
      question: 'Mitkä kaksi teemaa ensi vuodelle?',
      options: 'Kilpailutus\nHaja-asutusalueet\nPäättäjien koulutus',
      secrecy: 'named',
      mostChoices: '2',
      membersAddOptions: 'true',
    },
    secret: { question: 'Ydinryhmän edustaja', options: 'Ensimmäinen\nToinen', secrecy: 'secret' },
    keyboard: { question: 'Sopiiko etäosallistuminen?', options: 'Kyllä\nEi' },
    tie: { question: 'Seminaarin paikka', options: 'Akaa\nRiihimäki' },
  };
  for (const [name, draft] of Object.entries(drafts)) polls[name] = (await world.createPoll(draft)).id;
  await world.vote(polls.open ?? '', people.member, ['o1'], 'Tästä riittää kysyttävää.');
  await world.vote(polls.named ?? '', people.coordinator, ['o1', 'o2']);
  await world.vote(polls.tie ?? '', people.member, ['o1']);
  await world.vote(polls.tie ?? '', people.coordinator, ['o2']);
  await world.api('POST', `/polls/${polls.tie}/close`, people.coordinator, {});
  await eventually(async () => {
    const { phase } = await world.api<{ phase: string }>('GET', `/polls/${polls.tie}`, people.coordinator);
    return phase === 'closed';
  }, 40_000);
  pages = await openTabPages(world);
});

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

describe('nothing is wrong with', () => {
  test.each([
    ['the home page', '', 'Etusivu', 'Uusimmat materiaalit'],
    ['the polls', 'polls', 'Äänestykset ja kyselyt', 'Päättyneet'],
    ['an open poll', 'open', 'Mikä aihe syksyn webinaariin?', 'Koordinaattorille'],
    ['a poll with names', 'named', 'Mitkä kaksi teemaa ensi vuodelle?', 'Koordinaattorille'],
    ['a secret poll', 'secret', 'Ydinryhmän edustaja', 'Koordinaattorille'],
    ['a poll that ended in a tie', 'tie', 'Seminaarin paikka', 'Koordinaattorille'],
    ['a poll with a winner', 'polls/sample-1', 'Mikä aihe syksyn webinaariin?', 'Koordinaattorille'],
    ['the materials', 'materials', 'Materiaalit', 'Kokeilulippu uusille asukkaille'],
    ['one material', 'materials/sample-2', 'Kokeilulippu uusille asukkaille', 'Toimisiko tämä meillä? Miten?'],
    ['a page that is not there', 'polls/nothing', 'Sivua ei löytynyt', 'Äänestystä ei löytynyt'],
  ])('%s', async (_, link, title, sign) => {
    await inTeams({ sub: polls[link] ? `polls/${polls[link]}` : link }, async (tab, page) => {
      await heading(tab, title).waitFor();
      await tab.getByText(sign).first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('results as a table', async () => {
    await inTeams({ sub: `polls/${polls.named}` }, async (tab, page) => {
      await tab.getByRole('radio', { name: 'Taulukko' }).check();
      const row = tab.getByRole('row', { name: /Kilpailutus/ });
      await row.waitFor();
      expect(await row.getByRole('cell').allInnerTexts()).toEqual(['0', '1', '100\u00a0%', people.coordinator.name]);
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('a new poll, with its settings, its preview and its mistakes', async () => {
    await inTeams({ sub: 'polls/new' }, async (tab, page) => {
      await tab.getByText('Lisää asetuksia').click();
      await tab.getByRole('button', { name: 'Julkaise äänestys' }).click();
      await tab.getByText('Kirjoita kysymys.').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByLabel('Kysymys').fill('Mihin aikaan?');
      await tab.getByRole('textbox', { name: 'Vaihtoehto 1' }).fill('Aamulla');
      await tab.getByRole('textbox', { name: 'Vaihtoehto 2' }).fill('Illalla');
      await tab.locator('.adaptive-card').getByText('Aamulla').waitFor();
      await tab.getByRole('radio', { name: 'Puhelimella' }).check();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test.each([
    ['Korjaa tekstiä', 'open', 'Tallenna'],
    ['Muistuta', 'open', 'Lähetä muistutus'],
    ['Päätä äänestys nyt', 'open', 'Peruuta'],
    ['Ratkaise tasatulos', 'tie', 'Peruuta'],
    ['Avaa uudelleen', 'tie', 'Peruuta'],
  ])('the dialog of “%s”', async (button, of, sign) => {
    await inTeams({ sub: `polls/${polls[of]}` }, async (tab, page) => {
      await tab.getByRole('button', { name: button }).click();
      await tab.getByRole('dialog').getByRole('button', { name: sign }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await tab.getByRole('dialog').waitFor({ state: 'detached' });
      await eventually(() =>
        tab.getByRole('button', { name: button }).evaluate((one) => one === document.activeElement),
      );
    });
  });

  test('the configuration page', async () => {
    await inTeams({ tab: '/tab/configure', context: 'settings' }, async (tab, page) => {
      await heading(tab, 'Lisää verkoston sivut kanavalle').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test.each(['consent', 'fail'] as const)('the page that stands in the way: %s', async (token) => {
    await inTeams({ token }, async (tab, page) => {
      await tab.getByRole('heading', { level: 1 }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

describe('with the keyboard alone', () => {
  test('a member votes', async () => {
    pages.readAs(people.member);
    await inTeams({ sub: `polls/${polls.keyboard}` }, async (tab, page) => {
      await tab.getByRole('radio', { name: 'Kyllä' }).waitFor();
      await tab.locator('body').focus();
      await tabTo(page, (focused) => focused === 'INPUT Kyllä');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, (focused) => focused === 'BUTTON Äänestä');
      await page.keyboard.press('Enter');
      await tab.getByText(/^Äänesi on tallessa/).waitFor();
    });
    const now = await world.api<{ own?: { choices: string[] } }>('GET', `/polls/${polls.keyboard}`, people.member);
    expect(now.own?.choices).toEqual(['o2']);
    pages.readAs(people.coordinator);
  });

  test('a coordinator publishes a poll', async () => {
    await inTeams({ sub: 'polls' }, async (tab, page) => {
      await tab.getByRole('link', { name: 'Uusi äänestys' }).waitFor();
      await tab.locator('body').focus();
      await tabTo(page, (focused) => focused === 'A Uusi äänestys');
      await page.keyboard.press('Enter');
      await heading(tab, 'Uusi äänestys').waitFor();
      await tabTo(page, (focused) => focused.startsWith('TEXTAREA Kysymys'));
      await page.keyboard.type('Kuka vetää puhetta?');
      await tabTo(page, (focused) => focused === 'INPUT Vaihtoehto 1');
      await page.keyboard.type('Koordinaattori');
      await tabTo(page, (focused) => focused === 'INPUT Vaihtoehto 2');
      await page.keyboard.type('Vuorotellen');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Kunta, jossa kokous pidetään');
      await tabTo(page, (focused) => focused === 'BUTTON Julkaise äänestys');
      await page.keyboard.press('Enter');
      await heading(tab, 'Kuka vetää puhetta?').waitFor();
      expect(await tab.locator('.choice').count()).toBe(3);
      await eventually(() => heading(tab, 'Kuka vetää puhetta?').evaluate((one) => one === document.activeElement));
    });
  });
});
