/** The material bank in the tab as members meet it: found as one types, read and played where it stands, and what municipalities say of it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { toInstant } from '../../bot/core/clock.ts';
import type { MaterialView } from '../../tab/src/pages/materials/calls.ts';
import { eventually } from '../fakes/eventually.ts';
import { type FilledBank, fillBank, fillWith } from '../fakes/filled-bank.ts';
import { people, type Someone } from '../fakes/http-app.ts';
import { addedMaterial, uploaded } from '../fakes/material-files.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PHONE = { width: 360, height: 740 };
const MANY = 10_000;

let world: TabWorld;
let pages: TabPages;
let bank: FilledBank;
/** How far the app’s clock is ahead of ours, in milliseconds. */
let ahead = 0;

beforeAll(async () => {
  world = await startTabWorld('teams', { overrides: { clock: { now: () => toInstant(Date.now() + ahead) } } });
  bank = await fillBank(world);
  pages = await openTabPages(world);
}, 120_000);

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

/** A page of the tab as a member reads it. Each is a window of its own, as another device would be. */
async function open(
  sub: string,
  use: (tab: FrameLocator, page: Page) => Promise<void>,
  { by = people.member, size, locale }: { by?: Someone; size?: typeof PHONE; locale?: string } = {},
): Promise<void> {
  pages.readAs(by);
  await pages.inTeams({ sub, ...(locale ? { locale } : {}) }, async (tab, page) => {
    if (size) await page.setViewportSize(size);
    await use(tab, page);
  });
}
const viewOf = (of: MaterialView, by: Someone = people.member): Promise<MaterialView> =>
  world.api('GET', `/materials/${of.id}`, by);
const pageOf = ({ id }: MaterialView): string => `materials/${id}`;
const said = (tab: FrameLocator, what: string): Promise<void> => tab.locator('.says').getByText(what).waitFor();
const button = (tab: FrameLocator | Locator, name: string) => tab.getByRole('button', { name, exact: true });
const field = (tab: FrameLocator) => tab.getByRole('combobox', { name: 'Hae materiaaleista' });
const line = (tab: FrameLocator, title: string) => tab.getByRole('listitem').filter({ hasText: title });
const placeOf = (page: Page): string => {
  const { pathname, search } = new URL(frameOf(page).url());
  return decodeURIComponent(pathname + search);
};
const focused = (page: Page): Promise<string> =>
  frameOf(page).evaluate(() => document.activeElement?.textContent ?? '');
const reload = async (page: Page): Promise<void> => {
  await frameOf(page).evaluate(() => location.reload());
  await frameOf(page).waitForLoadState();
};

describe('the list', () => {
  test('begins with the guide and ways to browse, and nothing is wrong with how it looks', async () => {
    await open(
      'materials',
      async (tab, page) => {
        await heading(tab, 'Materiaalit').waitFor();
        await tab
          .getByRole('list', { name: 'Oppaat' })
          .getByRole('link', { name: 'Näin käytät materiaalipankkia' })
          .waitFor();
        const browse = tab.getByRole('navigation', { name: 'Selaa materiaaleja' });
        await browse.getByRole('link', { name: /^Kuntien esimerkit/ }).waitFor();
        await browse.getByRole('link', { name: /^Kutsuliikenne/ }).waitFor();
        await browse.getByRole('link', { name: /^Aloita tästä/ }).waitFor();
        await line(tab, 'Kutsuliikenteen suunnitteluopas').getByText('Esitys', { exact: true }).waitFor();
        await line(tab, 'Ehdotus kilpailutuksen ehdoiksi').getByText('Odottaa koordinaattoria').waitFor();
        expect(await faultsOf(page)).toEqual([]);
      },
      { by: people.coordinator },
    );
  });

  test('hides from members what waits for a coordinator', async () => {
    await open(
      'materials',
      async (tab) => {
        await line(tab, 'Kutsuliikenteen suunnitteluopas').first().waitFor();
        expect(await line(tab, 'Ehdotus kilpailutuksen ehdoiksi').count()).toBe(0);
        await tab.getByRole('link', { name: 'Lisää materiaali' }).waitFor();
      },
      { by: people.external },
    );
  });

  test('answers as one types, opens the file on the page of the words, and is there again with Back', async () => {
    await open('materials', async (tab, page) => {
      await field(tab).click();
      await page.keyboard.type('vyöhykeliikenne');
      const found = line(tab, 'Kutsuliikenteen suunnitteluopas');
      await found.locator('mark').first().waitFor();
      await found.getByText('Sivu 7 · kutsuliikenne-2.pdf').waitFor();
      await tab.getByText('1 osuma haulle ”vyöhykeliikenne”').waitFor();
      expect(placeOf(page)).toBe('/tab/materials?words=vyöhykeliikenne');
      expect(await faultsOf(page)).toEqual([]);

      await found.getByRole('link').click();
      await heading(tab, 'Kutsuliikenteen suunnitteluopas').waitFor();
      await tab.getByText('Hakemasi on sivulla 7').waitFor();
      await tab.getByRole('region', { name: 'Sivu 7/12' }).getByText('Aikatauluton vyöhykeliikenne').waitFor();
      await eventually(async () => (await tab.getByRole('textbox', { name: 'Sivu' }).inputValue()) === '7');

      await tab.getByRole('link', { name: 'Takaisin hakutuloksiin' }).click();
      await found.waitFor();
      expect(await field(tab).inputValue()).toBe('vyöhykeliikenne');
      await eventually(async () => (await focused(page)).startsWith('Kutsuliikenteen suunnitteluopas'));
      await reload(page);
      await found.waitFor();
      expect(await field(tab).inputValue()).toBe('vyöhykeliikenne');
    });
  });

  test('offers words that go on from what is typed, by the keyboard alone', async () => {
    await open('materials', async (tab, page) => {
      await tabTo(page, (one) => one.startsWith('INPUT Hae materiaaleista'));
      await page.keyboard.type('kuts');
      const offered = tab.getByRole('listbox', { name: 'Hakuehdotukset' }).getByRole('option');
      await offered.first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('ArrowDown');
      const first = (await offered.first().textContent()) ?? '';
      expect(await field(tab).getAttribute('aria-activedescendant')).toBe(await offered.first().getAttribute('id'));
      await page.keyboard.press('Enter');
      expect(await field(tab).inputValue()).toBe(first);
      await offered.first().waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      expect(await field(tab).inputValue()).toBe('');
      await eventually(() => placeOf(page) === '/tab/materials');
    });
  });

  test('is narrowed by what there is to choose from, on a phone behind one button', async () => {
    await open(
      'materials',
      async (tab, page) => {
        const kind = tab.getByRole('combobox', { name: 'Laji' });
        await button(tab, 'Rajaa').click();
        await kind.selectOption({ label: 'Kysymys ja vastaus (1)' });
        await tab.getByText('1 materiaali', { exact: true }).waitFor();
        expect(placeOf(page)).toBe('/tab/materials?type=questionAnswer');
        expect(await faultsOf(page)).toEqual([]);
        await tab.getByRole('button', { name: 'Kysymys ja vastaus: poista rajaus Laji' }).click();
        await line(tab, 'Kutsuliikenteen suunnitteluopas').first().waitFor();
        expect(placeOf(page)).toBe('/tab/materials');
      },
      { size: PHONE },
    );
  });

  test('leads from a theme to its items, and Back to where one was', async () => {
    await open('materials', async (tab, page) => {
      await tab
        .getByRole('navigation', { name: 'Selaa materiaaleja' })
        .getByRole('link', { name: /^Kutsuliikenne/ })
        .click();
      await tab.getByText('2 materiaalia', { exact: true }).waitFor();
      expect(await heading(tab, 'Materiaalit').evaluate((one) => one === document.activeElement)).toBe(true);
      await page.evaluate(() => history.back());
      await tab.getByRole('navigation', { name: 'Selaa materiaaleja' }).waitFor();
    });
  });

  test('says what to do when nothing is found', async () => {
    await open('materials?words=zzqqxx', async (tab, page) => {
      await tab.getByText('Mitään ei löytynyt').waitFor();
      await tab.getByText(/^Kokeile toista sanaa/).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await button(tab, 'Näytä kaikki').click();
      await line(tab, 'Kutsuliikenteen suunnitteluopas').first().waitFor();
      expect(await field(tab).inputValue()).toBe('');
    });
  });

  test('marks what was added since the reader’s last visit, and shows that alone when asked', async () => {
    await open('materials', async (tab) => {
      await line(tab, 'Kutsuliikenteen suunnitteluopas').first().waitFor();
      expect(await tab.getByText('Uusi', { exact: true }).count()).toBe(0);
    });
    ahead += 2 * HOUR;
    await addedMaterial(world, people.coordinator, { title: 'Tuore muistio', summary: 'Eilisestä kokouksesta.' });
    await open('materials', async (tab) => {
      await line(tab, 'Tuore muistio').getByText('Uusi', { exact: true }).waitFor();
      await tab.getByRole('link', { name: '1 uusi edellisen käyntisi jälkeen' }).click();
      await tab.getByText('1 materiaali', { exact: true }).waitFor();
      await line(tab, 'Tuore muistio').waitFor();
      expect(await tab.locator('.line.material').count()).toBe(1);
      await tab.getByRole('link', { name: 'Näytä kaikki' }).click();
      await line(tab, 'Kutsuliikenteen suunnitteluopas').first().waitFor();
    });
    await open('', async (tab) => {
      const news = tab.getByRole('region', { name: 'Uusimmat materiaalit' });
      await news.getByRole('listitem').first().getByText('Näin käytät materiaalipankkia').waitFor();
      await news.getByText('1 uusi materiaali edellisen käyntisi jälkeen').waitFor();
    });
  });

  test('speaks Swedish to who reads Swedish', async () => {
    await open(
      'materials',
      async (tab, page) => {
        await heading(tab, 'Material').waitFor();
        await tab.getByRole('link', { name: /^Exempel från kommunerna/ }).waitFor();
        await tab.getByRole('link', { name: /^Anropsstyrd trafik/ }).waitFor();
        expect(await faultsOf(page)).toEqual([]);
      },
      { locale: 'sv-FI' },
    );
  });
});

describe('a list that', () => {
  const LIST = /\/materials\?/;

  test('is slow or fails says so, and can be asked for again', async () => {
    pages.readAs(people.member);
    await pages.inTeams({}, async (tab, page) => {
      await heading(tab, 'Etusivu').waitFor();
      let fails = true;
      await page.route(LIST, (route) =>
        fails ? route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{}' }) : route.continue(),
      );
      await tab.getByRole('link', { name: 'Materiaalit', exact: true }).click();
      await tab.getByText('Sivun lataaminen ei onnistunut').first().waitFor();
      fails = false;
      await button(tab, 'Yritä uudelleen').first().click();
      await line(tab, 'Kutsuliikenteen suunnitteluopas').first().waitFor();
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      await page.route(/words=tilasto/, async (route) => {
        await held;
        await route.continue();
      });
      await field(tab).fill('tilasto');
      await tab.getByText('Tämä kestää tavallista kauemmin.').waitFor();
      await line(tab, 'Kutsuliikenteen suunnitteluopas').first().waitFor(); // what was there stays
      letGo();
      await tab.getByText(/osumaa haulle ”tilasto”/).waitFor();
    });
  });

  test('has no network keeps what it shows, says so, and goes on when the network is back', async () => {
    await open('materials', async (tab, page) => {
      await line(tab, 'Kutsuliikenteen suunnitteluopas').first().waitFor();
      await page.context().setOffline(true);
      await tab.getByText('Ei verkkoyhteyttä.').waitFor();
      await field(tab).fill('koulukyytiin');
      await tab.getByText(/^Haku tarvitsee verkkoyhteyden\./).waitFor();
      await line(tab, 'Kutsuliikenteen suunnitteluopas').first().waitFor();
      await page.context().setOffline(false);
      await tab.getByText('1 osuma haulle ”koulukyytiin”').waitFor();
      await tab.getByText(/^Haku tarvitsee verkkoyhteyden\./).waitFor({ state: 'detached' });
    });
  });

  test('is empty invites to add the first item', async () => {
    pages.readAs(people.member);
    await pages.inTeams({}, async (tab, page) => {
      await heading(tab, 'Etusivu').waitFor();
      const nothing = { materials: [], total: 0, facets: [], isBehind: false, pinned: [], newItems: 0 };
      await page.route(LIST, (route) => route.fulfill({ json: nothing }));
      await frameOf(page).evaluate(() => location.assign('/tab/materials'));
      await tab.getByText('Materiaalipankki on vielä tyhjä').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

describe('an item', () => {
  test('opens by its link and again after a reload, with what is known of it', async () => {
    await open(pageOf(bank.slides), async (tab, page) => {
      await heading(tab, 'Kutsuliikenteen suunnitteluopas').waitFor();
      await tab.getByText('Mukana on laskentapohja.').waitFor();
      await tab.getByRole('link', { name: 'Kutsuliikenne', exact: true }).waitFor();
      await tab.getByText('Riihimäen kaupunki').waitFor();
      await tab.getByText('4,5 kt').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await reload(page);
      await heading(tab, 'Kutsuliikenteen suunnitteluopas').waitFor();
      expect(placeOf(page)).toBe(`/tab/${pageOf(bank.slides)}`);
      expect(await tab.getByText('Koordinaattorille').count()).toBe(0);
      expect(await tab.getByRole('link', { name: 'Muokkaa' }).count()).toBe(0);
    });
    await eventually(async () => ((await viewOf(bank.slides, people.coordinator)).desk?.seen ?? 0) >= 1);
  });

  test('shows pages, pictures and texts where they stand, and its earlier versions', async () => {
    await open(pageOf(bank.slides), async (tab, page) => {
      await button(tab, 'Avaa kutsuliikenne-2.pdf').click();
      const text = tab.getByRole('region', { name: 'Sivu 1/12' }).getByText('Kutsuliikenteen suunnittelu, sivu 1');
      await text.waitFor();
      await tab.getByRole('textbox', { name: 'Sivu' }).fill('12');
      await page.keyboard.press('Enter');
      await tab.getByRole('region', { name: 'Sivu 12/12' }).getByText('Kutsuliikenteen suunnittelu, sivu 12').waitFor();
      await button(tab, 'Suurenna').click();
      await tab.getByRole('region', { name: 'Sivu 12/12' }).getByText('Kutsuliikenteen suunnittelu, sivu 12').waitFor();
      await button(tab, 'Avaa reittikartta.png').click();
      const picture = tab.getByRole('img', { name: 'reittikartta.png – Kutsuliikenteen suunnitteluopas' });
      await eventually(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth === 640));
      await button(tab, 'Avaa ohje.txt').click();
      await tab.getByText('Soita edellisenä päivänä.').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await button(tab, 'Sulje ohje.txt').click();
      await tab.getByText('Soita edellisenä päivänä.').waitFor({ state: 'detached' });
      await tab.getByText('Aiempi versio', { exact: true }).click();
      await tab.getByRole('button', { name: /^Lataa kutsuliikenne\.pdf, lisätty/ }).click();
      await tab.getByRole('link', { name: 'Jos lataus ei alkanut, avaa tiedosto tästä.' }).waitFor();
    });
    await eventually(async () => (await viewOf(bank.slides, people.coordinator)).desk?.downloaded === 1);
  });

  test('plays a recording, and goes on at the same second when the address has ended', async () => {
    await open(pageOf(bank.recording), async (tab, page) => {
      const sound = tab.locator('audio');
      await eventually(() => sound.evaluate((one: HTMLAudioElement) => one.duration === 10));
      await sound.evaluate((one: HTMLAudioElement) => {
        one.currentTime = 4;
      });
      await eventually(() => sound.evaluate((one: HTMLAudioElement) => !one.seeking && one.currentTime === 4));
      const before = await sound.getAttribute('src');
      expect(await faultsOf(page)).toEqual([]);
      ahead += MINUTE; // another signature
      await frameOf(page).evaluate(() => {
        const { now } = Date;
        Date.now = () => now() + 11 * 60_000;
        document.querySelector('audio')?.dispatchEvent(new Event('error'));
      });
      await eventually(async () => (await sound.getAttribute('src')) !== before);
      await eventually(() => sound.evaluate((one: HTMLAudioElement) => one.currentTime === 4));
    });
  });

  test('plays a video', async () => {
    await open('materials', async (_, page) => {
      const bytes = await frameOf(page).evaluate(filmed);
      const upload = await uploaded(world, people.coordinator, 'kierros.webm', Buffer.from(bytes, 'base64'));
      const film = await addedMaterial(world, people.coordinator, {
        ...{ type: 'recording', title: 'Kierros uudella linjalla', files: [{ upload }] },
      });
      await open(pageOf(film), async (tab) => {
        await eventually(() => tab.locator('video').evaluate((one: HTMLVideoElement) => one.videoWidth === 64));
      });
    });
  });

  test('that is a question shows its answer, and one that is not there says so', async () => {
    await open(pageOf(bank.answer), async (tab) => {
      await tab
        .getByRole('region', { name: 'Kysymys' })
        .getByText(/^Voiko koulukuljetukseen/)
        .waitFor();
      await tab
        .getByRole('region', { name: 'Vastaus' })
        .getByText(/^Voi, kun liikenne/)
        .waitFor();
    });
    await open(pageOf(bank.draft), (tab) => heading(tab, 'Sivua ei löytynyt').waitFor(), { by: people.external });
  });

  test('of a collection is reached by it', async () => {
    await open(`materials/collections/${bank.collection}`, async (tab, page) => {
      await heading(tab, 'Aloita tästä').waitFor();
      expect(await tab.getByRole('list', { name: 'Aloita tästä' }).getByRole('link').allInnerTexts()).toEqual([
        'Näin käytät materiaalipankkia',
        'Kyytipalvelu kylien asukkaille',
        'Kutsuliikenteen suunnitteluopas',
      ]);
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('link', { name: 'Kyytipalvelu kylien asukkaille' }).click();
      await heading(tab, 'Kyytipalvelu kylien asukkaille').waitFor();
    });
  });
});

describe('a good practice', () => {
  test('is marked for the own municipality by the keyboard alone, with a comment and notes, and the mark taken back', async () => {
    await open(pageOf(bank.practice), async (tab, page) => {
      for (const part of ['Aihe', 'Tavoite', 'Toteutus', 'Opit'])
        await tab.getByRole('heading', { level: 2, name: part, exact: true }).waitFor();
      const said_ = tab.getByRole('listitem').filter({ hasText: 'Riihimäki' });
      await said_.getByText('Meillä matkoja tuli').waitFor();
      await said_.getByText('Keneltä kysyä').click();
      expect(await said_.getByRole('link', { name: /^Soita/ }).getAttribute('href')).toBe('tel:+358400000001');
      expect(await said_.getByRole('link', { name: /^Lähetä/ }).getAttribute('href')).toBe(
        'mailto:kaisa@riihimaki.example',
      );
      await tabTo(page, (one) => one.startsWith('INPUT Kokeiltu'));
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Aloitamme keväällä.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter'); // unfolds the notes
      await tab.getByText('Muistiinpanot näkevät vain oman kuntasi (Akaa) edustajat.').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.type('Kylätoimikunnat');
      expect(await faultsOf(page)).toEqual([]);
      await tabTo(page, (one) => one.startsWith('BUTTON Tallenna'));
      await page.keyboard.press('Enter');
      await said(tab, 'Tallennettu.');
      await tab.getByRole('listitem').filter({ hasText: 'Akaa' }).getByText('Aloitamme keväällä.').waitFor();
    });
    expect(await viewOf(bank.practice)).toMatchObject({
      own: { draft: { status: 'planned', comment: 'Aloitamme keväällä.', notes: { people: 'Kylätoimikunnat' } } },
    });
    expect(JSON.stringify(await viewOf(bank.practice, people.coordinator))).not.toContain('Kylätoimikunnat');
    await open(pageOf(bank.practice), async (tab) => {
      await button(tab, 'Poista merkintä').click();
      await said(tab, 'Merkintä on poistettu.');
      await tab.getByRole('listitem').filter({ hasText: 'Akaa' }).waitFor({ state: 'detached' });
    });
  });

  test('tells who represents nobody where to say whom they represent', async () => {
    await open(
      pageOf(bank.practice),
      async (tab, page) => {
        await tab.getByText(/^Merkinnän tekee jäsenkunnan edustaja\./).waitFor();
        expect(await tab.getByRole('radio').count()).toBe(0);
        expect(await faultsOf(page)).toEqual([]);
        await tab.locator('.reactions').getByRole('link', { name: 'Omat tietoni' }).click();
        await heading(tab, 'Omat tietoni').waitFor();
      },
      { by: people.external },
    );
  });
});

describe('a coordinator', () => {
  const asCoordinator = { by: people.coordinator };

  test('publishes a proposal', async () => {
    await open(
      pageOf(bank.draft),
      async (tab, page) => {
        await tab.getByText('Ehdottaja: Jaakko Jäsen').waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await button(tab, 'Julkaise').click();
        await said(tab, 'Materiaali on julkaistu.');
        await button(tab, 'Julkaise').waitFor({ state: 'detached' });
      },
      asCoordinator,
    );
    expect(await viewOf(bank.draft)).toMatchObject({ state: 'published' });
  });

  test('makes a link for outsiders that opens one item, and takes it away', async () => {
    await open(
      pageOf(bank.guide),
      async (tab, page) => {
        await tab.getByRole('combobox', { name: 'Voimassa' }).selectOption('7');
        await button(tab, 'Tee jakolinkki').click();
        const link = await tab.getByRole('textbox', { name: 'Jakolinkki' }).inputValue();
        await tab.getByText(/^Voimassa .+ asti$/).waitFor();
        expect(await faultsOf(page)).toEqual([]);
        const { pathname } = new URL(link);
        const opened = await world.ask(pathname);
        expect({ status: opened.status, has: (await opened.text()).includes('Näin käytät materiaalipankkia') }).toEqual(
          {
            ...{ status: 200, has: true },
          },
        );
        await button(tab, 'Poista linkki').click();
        await tab
          .getByRole('dialog')
          .getByText(/^Linkki lakkaa toimimasta/)
          .waitFor();
        await button(tab.getByRole('dialog'), 'Poista linkki').click();
        await said(tab, 'Jakolinkki on poistettu.');
        await button(tab, 'Tee jakolinkki').waitFor();
        expect((await world.ask(pathname)).status).not.toBe(200);
      },
      asCoordinator,
    );
  });

  test('shares, pins, unpins and removes an item, and is asked first where it matters', async () => {
    const gone = await addedMaterial(world, people.coordinator, { title: 'Vanhentunut ohje' });
    await open(
      pageOf(gone),
      async (tab, page) => {
        await button(tab, 'Kiinnitä oppaaksi').click();
        await said(tab, 'Materiaali on nyt opas');
        await button(tab, 'Irrota oppaista').click();
        await said(tab, 'Materiaali ei ole enää opas.');
        await button(tab, 'Jaa kanavalle').click();
        await tab
          .getByRole('dialog')
          .getByText(/^Botti lähettää viestin/)
          .waitFor();
        expect(await faultsOf(page)).toEqual([]);
        await button(tab.getByRole('dialog'), 'Jaa').click();
        await said(tab, 'Materiaali on jaettu.');
        await button(tab, 'Poista').click();
        await tab
          .getByRole('dialog')
          .getByText(/”Vanhentunut ohje” poistetaan pysyvästi/)
          .waitFor();
        await button(tab.getByRole('dialog'), 'Poista').click();
        await heading(tab, 'Materiaalit').waitFor();
        await said(tab, 'Materiaali on poistettu.');
        expect(await line(tab, 'Vanhentunut ohje').count()).toBe(0);
      },
      asCoordinator,
    );
    await eventually(() => JSON.stringify(world.cloud.calls).includes('Vanhentunut ohje'));
  });
});

describe('ten thousand items', () => {
  beforeAll(async () => {
    await fillWith(world, MANY);
    await eventually(async () => {
      const { total, isBehind } = await world.api<{ total: number; isBehind: boolean }>(
        'GET',
        '/materials?words=&sort=newest',
        people.member,
      );
      return total > MANY && !isBehind;
    }, 90_000);
  }, 120_000);

  test('scroll smoothly, tell how many they are, and are walked by the keyboard', async () => {
    await open('materials?sort=title', async (tab, page) => {
      const lines = tab.locator('.line.material');
      await lines.first().waitFor();
      expect(await lines.count()).toBeLessThan(80);
      const frames = await frameOf(page).evaluate(scrolled);
      const long = frames.filter((one) => one > 50);
      process.stdout.write(
        `Scrolling ${MANY} materials: ${frames.length} frames, the longest ${Math.round(Math.max(...frames))} ms, ${long.length} over 50 ms\n`,
      );
      expect(frames.length).toBeGreaterThan(20);
      await frameOf(page).evaluate(() => scrollTo(0, 0));
      await lines.first().getByRole('link').focus();
      await page.keyboard.press('End');
      const size = Number(await lines.first().getAttribute('aria-setsize'));
      expect(size).toBeGreaterThan(MANY);
      await eventually(() =>
        frameOf(page).evaluate(
          (last) => document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset') === String(last),
          size,
        ),
      );
    });
  });

  test('are at the same line after Back and after a reload', async () => {
    await open('materials?sort=title', async (tab, page) => {
      const lines = tab.locator('.line.material');
      await lines.first().waitFor();
      await frameOf(page).evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
      const seen = (): Promise<string> => frameOf(page).evaluate(firstSeen);
      await eventually(async () => (await seen()) !== '');
      const first = await seen();
      await tab.getByRole('link', { name: first, exact: true }).click();
      await heading(tab, first).waitFor();
      await page.evaluate(() => history.back());
      await eventually(async () => (await seen()) === first);
      await eventually(async () => (await focused(page)) === first);
      await reload(page);
      await eventually(async () => (await seen()) === first);
    });
  });
});

/** Two seconds of a moving square, as base64. Runs in the page. */
async function filmed(): Promise<string> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
  const paint = canvas.getContext('2d');
  const film = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm;codecs=vp8' });
  const parts: Blob[] = [];
  film.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise((resolve) => {
    film.onstop = resolve;
  });
  film.start();
  for (let at = 0; at < 20; at++) {
    paint?.clearRect(0, 0, 64, 48);
    paint?.fillRect(at * 2, 10, 20, 20);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
  film.stop();
  await ended;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Milliseconds of each frame while the page is scrolled through by 600 pixels a frame. Runs in the page. */
async function scrolled(): Promise<number[]> {
  const frames: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (let at = 0; at < 120; at++) {
    scrollBy(0, 600);
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/** Title of the first line that is wholly in the window. Runs in the page. */
function firstSeen(): string {
  const lines = [...document.querySelectorAll('.line.material')];
  const seen = lines
    .map((one) => ({ one, top: one.getBoundingClientRect().top }))
    .filter(({ top }) => top >= 0)
    .sort((a, b) => a.top - b.top)[0];
  return seen?.one.querySelector('a')?.textContent ?? '';
}
