/** Surveys in the tab as coordinators meet them: written, divided, put aside, published, run from the desk, and gone through. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator } from 'playwright-core';
import type { QuestionDraft, SurveyDraft, SurveyView, WishView } from '../../tab/src/pages/surveys/calls.ts';
import { eventually } from '../fakes/eventually.ts';
import { people } from '../fakes/http-app.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

/** Figures are published some seconds after the answers that they are of. In milliseconds. */
const PUBLISHED_WITHIN = 60_000;
/** One by one pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const LINES = `# Verkosto
Minkä arvosanan annat verkostolle? * [1–5]
Mitkä aiheet kiinnostavat? || Kutsuliikenne | Tilastot
# Kehittäminen
Miten kehittäisit verkostoa?`;
const WISH = 'Enemmän aikaa keskustelulle.';

let world: TabWorld;
let pages: TabPages;
let asked = '';
let named = '';
let taken = '';

const inTeams: TabPages['inTeams'] = (hosted, use) => pages.inTeams(hosted, use);
const asCoordinator = <T>(method: string, path: string, json?: unknown): Promise<T> =>
  world.api<T>(method, path, people.coordinator, json);
const surveyOf = (id: string): Promise<SurveyView> => asCoordinator('GET', `/surveys/${id}`);
const said = (tab: FrameLocator, words: string | RegExp): Promise<void> =>
  tab.locator('.says').getByText(words).waitFor();
const allSurveys = async (): Promise<readonly SurveyView[]> =>
  (await asCoordinator<{ surveys: SurveyView[] }>('GET', '/surveys?type=survey')).surveys;

async function makeSurvey(title: string, more: Partial<SurveyDraft> = {}): Promise<string> {
  const { parts } = await asCoordinator<{ parts: QuestionDraft[][] }>('POST', '/surveys/questions', { lines: LINES });
  const questions = (parts[0] ?? []).map((one) => (one.type === 'text' ? { ...one, isWish: true } : one));
  const draft = { title: { fi: title, sv: '', en: '' }, parts: [{ questions }], step: '3', ...more };
  const { id } = await asCoordinator<SurveyView>('POST', '/surveys', { draft, requestId: crypto.randomUUID() });
  return id;
}

async function answerAll(survey: string): Promise<void> {
  const texts = [WISH, 'Lyhyempiä webinaareja.', 'Lisää tilastoja.'];
  for (const [index, by] of [people.coordinator, people.member, people.external].entries()) {
    const typed = { q1: '5', q2: 'o1', q3: texts[index] ?? '' };
    await world.api('POST', `/surveys/${survey}/answers`, by, { typed, requestId: crypto.randomUUID() });
  }
}

beforeAll(async () => {
  world = await startTabWorld('teams');
  pages = await openTabPages(world);
  asked = await makeSurvey('Jäsenkysely', { isPublic: 'true' });
  named = await makeSurvey('Nimellinen kysely', { secrecy: 'named' });
  taken = await makeSurvey('Turha kysely');
  await answerAll(asked);
  await answerAll(named);
  const areShown = async (): Promise<boolean> =>
    (await Promise.all([asked, named].map(surveyOf))).every(({ results }) => results !== undefined);
  await eventually(areShown, PUBLISHED_WITHIN);
}, 2 * PUBLISHED_WITHIN);

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

describe('nothing is wrong with', () => {
  test('the form of a new survey, with a question of each kind, translations and settings unfolded', async () => {
    await inTeams({ sub: 'surveys/new' }, async (tab, page) => {
      await heading(tab, 'Uusi kysely').waitFor();
      for (const type of ['choice', 'scale', 'number', 'pictures']) {
        await tab.getByRole('button', { name: 'Lisää kysymys' }).click();
        await tab.getByLabel('Miten vastataan').last().selectOption(type);
        await tab.getByLabel('Kysymys *').last().fill(`Kysymys, johon vastataan näin: ${type}`);
      }
      await tab.locator('.survey-question-body').last().getByText('Käännökset').click();
      await tab.getByText('Liitä kysymykset').click();
      await tab.getByText('Lisää asetuksia').click();
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test.each([
    ['the desk of a survey, with its QR code', () => `surveys/${asked}`, 'Jäsenkysely'],
    ['going through what people wrote', () => `surveys/${asked}/texts`, 'Käy vastaukset läpi'],
    ['writing answers down', () => `surveys/${asked}/enter`, 'Kirjaa vastauksia'],
    ['correcting words', () => `surveys/${asked}/correct`, 'Korjaa tekstiä'],
    ['answers by name', () => `surveys/${named}/responses`, 'Vastaukset nimittäin'],
    ['the wishes', () => 'wishes', 'Toivoitte – teimme'],
    ['the feedback form of the network', () => 'manage/feedback', 'Palautelomake'],
  ])('%s', async (_, sub, title) => {
    await inTeams({ sub: sub() }, async (tab, page) => {
      await heading(tab, title).waitFor();
      await tab.locator('.skeleton').first().waitFor({ state: 'detached' });
      if (title === 'Jäsenkysely') await tab.getByRole('img', { name: 'QR-koodi: Jäsenkysely' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

describe('a new survey', () => {
  test('of a hundred pasted questions is divided by their themes, and shows when its parts open', async () => {
    const themes = Array.from({ length: 11 }, (_, theme) => [
      `# Teema ${theme + 1}`,
      ...Array.from({ length: 10 }, (_unused, n) => `Kysymys ${theme + 1}.${n + 1}? | Kyllä | Ei`),
    ]);
    await inTeams({ sub: 'surveys/new' }, async (tab) => {
      await tab.getByLabel('Kyselyn nimi').fill('Strategia');
      await tab.getByText('Liitä kysymykset').click();
      await tab.getByLabel('Kysymykset riveittäin').fill(themes.flat().join('\n'));
      await tab.getByRole('button', { name: 'Lisää kyselyyn' }).click();
      await said(tab, 'Lisättiin 110 kysymystä.');
      await tab.getByRole('button', { name: 'Jaa osiin' }).click();
      await tab.getByText('110 kysymystä, 6 osaa').waitFor();
      await tab.getByRole('heading', { name: 'Osien aikataulu' }).waitFor();
      await eventually(async () => (await tab.locator('#schedule-title + ol > li').count()) === 6);
      await tab.getByLabel('Osat avautuvat').selectOption('weekly');
      await tab.getByRole('button', { name: 'Julkaise aikataulun mukaan' }).click();
      await said(tab, 'Kysely julkaistiin.');
      await heading(tab, 'Strategia: Teema 1').waitFor();
    });
    const parts = (await allSurveys()).filter(({ title }) => title.startsWith('Strategia: '));
    expect(parts.map(({ series, questions }) => ({ n: series?.number, questions }))).toEqual(
      expect.arrayContaining([1, 2, 3, 4, 5].map((n) => ({ n, questions: 20 }))),
    );
    expect(parts).toHaveLength(6);
  });

  test('is written question by question with the keyboard, a condition and a translation', async () => {
    await inTeams({ sub: 'surveys/new' }, async (tab, page) => {
      await tab.getByLabel('Kyselyn nimi').fill('Lounaskysely');
      await tab.getByRole('button', { name: 'Lisää kysymys' }).click();
      await tab.getByLabel('Kysymys *').fill('Tuletko lounaalle?');
      await tab.getByLabel('Vaihtoehto 1', { exact: true }).fill('Kyllä');
      await tab.getByLabel('Vaihtoehto 2', { exact: true }).fill('En');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Ehkä');
      await tab.getByRole('button', { name: 'Vaihtoehto 3 ylös' }).click();
      await tab.locator('.survey-question-body').getByText('Käännökset').click();
      await tab
        .getByRole('group', { name: 'Ruotsiksi' })
        .getByLabel('Kysymys', { exact: true })
        .fill('Kommer du på lunch?');
      await tab.getByRole('button', { name: 'Lisää kysymys' }).click();
      await tab.getByLabel('Miten vastataan').last().selectOption('text');
      await tab.getByLabel('Kysymys *').last().fill('Mitä toivot lounaaksi?');
      await tab.getByLabel('Kysy vain jos').selectOption({ label: 'Tietty vastaus: Tuletko lounaalle?' });
      await tab.getByRole('checkbox', { name: 'Kyllä' }).check();
      await tab.locator('.adaptive-card').getByText('Lounaskysely').waitFor();
      await tab.getByRole('button', { name: 'Julkaise kysely' }).click();
      await heading(tab, 'Lounaskysely').waitFor();
    });
    const found = (await allSurveys()).find(({ title }) => title === 'Lounaskysely');
    const { draft } = await asCoordinator<{ draft: SurveyDraft }>('GET', `/surveys/${found?.id}/copy`);
    const [lunch, wish] = draft.parts[0]?.questions ?? [];
    expect(lunch?.label).toEqual({ fi: 'Tuletko lounaalle?', sv: 'Kommer du på lunch?', en: '' });
    expect(lunch?.options.map(({ label }) => label.fi)).toEqual(['Kyllä', 'Ehkä', 'En']);
    expect(wish?.showIf).toMatchObject({ question: lunch?.id, options: lunch?.options[0]?.id });
  });

  test('shows pictures that were made small and kept', async () => {
    await inTeams({ sub: 'surveys/new' }, async (tab) => {
      await tab.getByLabel('Kyselyn nimi').fill('Ilmeet');
      await tab.getByRole('button', { name: 'Lisää kysymys' }).click();
      await tab.getByLabel('Miten vastataan').selectOption('pictures');
      await tab.getByLabel('Kysymys *').fill('Mikä ilme?');
      for (const n of [1, 2]) {
        await tab.getByLabel(`Mitä kuvassa ${n} on`).fill(`Ilme ${n}`);
        await tab
          .getByLabel(`Kuvatiedosto ${n}`)
          .setInputFiles({ name: 'ilme.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') });
        await tab.getByRole('img', { name: `Ilme ${n}` }).waitFor();
      }
      await tab.getByRole('button', { name: 'Julkaise kysely' }).click();
      await heading(tab, 'Ilmeet').waitFor();
    });
    const found = (await allSurveys()).find(({ title }) => title === 'Ilmeet');
    const { questionList } = await surveyOf(found?.id ?? '');
    expect(questionList[0]?.options.map(({ picture }) => picture?.slice(0, 23))).toEqual(
      Array(2).fill('data:image/jpeg;base64,'),
    );
  });

  test('names what is wrong by its field, unfolds its question and moves the focus there', async () => {
    await inTeams({ sub: 'surveys/new' }, async (tab, page) => {
      await tab.getByRole('button', { name: 'Julkaise kysely' }).click();
      const title = tab.getByLabel('Kyselyn nimi');
      await eventually(() => title.evaluate((element) => element === document.activeElement));
      expect(await title.getAttribute('aria-invalid')).toBe('true');
      await title.fill('Kysely');
      await tab.getByRole('button', { name: 'Julkaise kysely' }).click();
      const none = tab.getByText('Lisää vähintään yksi kysymys.');
      await eventually(() => none.evaluate((element) => element === document.activeElement));
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('button', { name: 'Lisää kysymys' }).click();
      await tab.getByLabel('Kysymys *').fill('Milloin?');
      await tab.getByRole('button', { name: /Milloin\?/ }).click();
      await tab.getByRole('button', { name: 'Julkaise kysely' }).click();
      const option = tab.getByLabel('Vaihtoehto 1', { exact: true });
      await eventually(() => option.evaluate((element) => element === document.activeElement));
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  test('stays over a reload, is put aside, and is gone on with on another device', async () => {
    await inTeams({ sub: 'surveys/new' }, async (tab, page) => {
      await tab.getByLabel('Kyselyn nimi').fill('Kesken jäänyt');
      await tab.getByRole('button', { name: 'Lisää kysymys' }).click();
      await tab.getByLabel('Kysymys *').fill('Mitä seuraavaksi?');
      await frameOf(page).evaluate(() => location.reload());
      await eventually(async () => (await tab.getByLabel('Kyselyn nimi').inputValue()) === 'Kesken jäänyt');
      await tab.getByRole('button', { name: 'Tallenna kesken' }).click();
      await said(tab, /Voit jatkaa myös toisella laitteella/);
    });
    await inTeams({ sub: 'surveys/new' }, async (tab) => {
      await tab.getByRole('button', { name: 'Jatka: Kesken jäänyt' }).click();
      expect(await tab.getByLabel('Kyselyn nimi').inputValue()).toBe('Kesken jäänyt');
      await tab.getByRole('button', { name: /Mitä seuraavaksi\?/ }).waitFor();
    });
  });

  test('begins as a copy of an earlier one', async () => {
    await inTeams({ sub: 'surveys/new' }, async (tab) => {
      await tab.getByLabel('Kopioi aiempi').selectOption({ label: 'Jäsenkysely' });
      await tab.getByRole('button', { name: 'Kopioi', exact: true }).click();
      await eventually(async () => (await tab.getByLabel('Kyselyn nimi').inputValue()) === 'Jäsenkysely');
      await tab.getByText('3 kysymystä', { exact: true }).waitFor();
    });
  });
});

describe('the desk', () => {
  test('tells how many answered, gives the address as a QR code, and renews it', async () => {
    const before = (await surveyOf(asked)).desk?.publicLink;
    await inTeams({ sub: `surveys/${asked}` }, async (tab) => {
      await tab.getByRole('heading', { name: 'Koordinaattorille' }).waitFor();
      expect(await tab.locator('.survey-figures dd').first().textContent()).toBe('3');
      expect(await tab.getByLabel('Osoite').inputValue()).toBe(before);
      await tab.getByRole('button', { name: 'Vaihda linkki' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Vaihda linkki' }).click();
      await said(tab, 'Linkki vaihdettiin.');
    });
    const after = (await surveyOf(asked)).desk?.publicLink;
    expect(after).toMatch(/\/p\//);
    expect(after).not.toBe(before);
  });

  test('reminds those who have not answered once its reach is seen', async () => {
    await inTeams({ sub: `surveys/${asked}` }, async (tab, page) => {
      await tab.getByRole('button', { name: 'Muistuta' }).click();
      await tab
        .getByRole('dialog')
        .getByText(/ei ole vielä vastannut/)
        .waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.getByRole('dialog').getByRole('button', { name: 'Lähetä muistutus' }).click();
      await said(tab, 'Muistutus lähti.');
    });
    await eventually(async () => (await surveyOf(asked)).desk?.reminders.some(({ isByHand }) => isByHand) ?? false);
  });

  test('corrects words, and answers stay', async () => {
    await inTeams({ sub: `surveys/${asked}/correct` }, async (tab) => {
      await tab.getByRole('button', { name: /Miten kehittäisit verkostoa/ }).click();
      await tab.getByLabel('Kysymys *').fill('Miten kehittäisit verkostoa ensi vuonna?');
      await tab.getByRole('button', { name: 'Tallenna' }).click();
      await said(tab, 'Teksti korjattiin.');
    });
    const { questionList, answers } = await surveyOf(asked);
    expect(questionList.at(-1)?.label).toBe('Miten kehittäisit verkostoa ensi vuonna?');
    expect(answers).toBe(3);
  });

  test('writes down answers of paper one after another', async () => {
    await inTeams({ sub: `surveys/${asked}/enter` }, async (tab) => {
      for (const grade of ['4', '5']) {
        await tab.getByRole('radio', { name: new RegExp(`^${grade}`) }).check();
        await tab.getByRole('button', { name: 'Tallenna ja kirjaa seuraava' }).click();
        await tab.getByText(`Kirjattu nyt: ${grade === '4' ? '1 vastaus' : '2 vastausta'}`).waitFor();
        await eventually(async () => (await tab.getByRole('radio', { checked: true }).count()) === 1); // where it came from
      }
      await tab.getByRole('button', { name: 'Tallenna ja kirjaa seuraava' }).click();
      await tab.getByText('Anna arvosana.').waitFor();
    });
    expect((await surveyOf(asked)).answers).toBe(5);
  });

  test('marks a theme and a quote, hides, and says what became of a wish', async () => {
    await inTeams({ sub: `surveys/${asked}/texts` }, async (tab) => {
      const card = tab.locator('article', { hasText: WISH });
      await card.getByLabel('Lisää teema').fill('keskustelu');
      await card.getByRole('button', { name: 'Lisää', exact: true }).click();
      await card.getByRole('button', { name: 'keskustelu: poista teema' }).waitFor();
      await card.getByRole('checkbox', { name: 'Lainattavaksi' }).check();
      await card.getByText('Tilanne: Uusi').click();
      await card.getByLabel('Tilanne').selectOption('underWay');
      await card.getByLabel(/Vastaus toiveeseen/).fill('Syysseminaarissa on tunti aikaa.');
      await card.getByRole('button', { name: 'Tallenna' }).click();
      await card.getByText('Tilanne: Työn alla').waitFor();
      const other = tab.locator('article', { hasText: 'Lyhyempiä webinaareja.' });
      await other.getByRole('checkbox', { name: 'Piilota jäseniltä' }).check();
      await other.getByText('Piilotettu').waitFor();
    });
    const { results } = await surveyOf(asked);
    const texts = results?.questions.at(-1)?.texts;
    expect(texts?.quotes.map(({ text }) => text)).toEqual([WISH]);
    expect(texts?.tags).toEqual([{ tag: 'keskustelu', n: 1 }]);
    const { wishes } = await asCoordinator<{ wishes: WishView[] }>('GET', '/wishes?status=underWay');
    expect(wishes.map(({ words, reply }) => ({ words, reply }))).toContainEqual({
      words: WISH,
      reply: 'Syysseminaarissa on tunti aikaa.',
    });
  });

  test('moves the deadline, posts the results, and closes', async () => {
    await inTeams({ sub: `surveys/${asked}` }, async (tab) => {
      await tab.getByRole('button', { name: 'Siirrä määräaikaa' }).click();
      await tab.getByRole('dialog').getByLabel('Päivä').fill('2000-01-01');
      await tab.getByRole('dialog').getByRole('button', { name: 'Siirrä määräaikaa' }).click();
      const day = tab.getByRole('dialog').getByLabel('Päivä');
      await eventually(async () => (await day.getAttribute('aria-invalid')) === 'true');
      await day.fill(new Date(Date.now() + 20 * 24 * 60 * 60_000).toISOString().slice(0, 10));
      await tab.getByRole('dialog').getByRole('button', { name: 'Siirrä määräaikaa' }).click();
      await said(tab, 'Määräaika siirrettiin.');
      await tab.getByRole('button', { name: 'Julkaise tulokset kanavalla' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Julkaise tulokset kanavalla' }).click();
      await said(tab, 'Tulokset viedään kanavalle.');
      await tab.getByRole('button', { name: 'Päätä kysely nyt' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Päätä kysely nyt' }).click();
      await said(tab, 'Kysely sulkeutuu. Tulokset lasketaan.');
    });
    await eventually(async () => (await surveyOf(asked)).phase === 'closed', PUBLISHED_WITHIN);
  });

  test('takes back what nobody has answered', async () => {
    await inTeams({ sub: `surveys/${taken}` }, async (tab) => {
      await tab.getByRole('button', { name: 'Peru julkaisu' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Peru julkaisu' }).click();
      await said(tab, 'Kysely peruttiin.');
    });
    expect((await surveyOf(taken)).phase).toBe('undone');
  });

  test('shows who answered what of a survey by name, and is nobody else’s', async () => {
    await inTeams({ sub: `surveys/${named}/responses` }, async (tab) => {
      const card = tab.locator('article', { hasText: people.member.name });
      await card.getByText('Lyhyempiä webinaareja.').waitFor();
    });
    pages.readAs(people.member);
    try {
      await inTeams({ sub: `surveys/${named}/responses` }, async (tab) => {
        await heading(tab, 'Sivua ei löytynyt').waitFor();
      });
    } finally {
      pages.readAs(people.coordinator);
    }
  });
});

describe('the wishes', () => {
  test('are answered in their list, and go out of the new ones', async () => {
    await inTeams({ sub: 'wishes' }, async (tab) => {
      const card = tab.locator('article', { hasText: 'Lisää tilastoja.' }).first();
      await card.getByText('Tilanne: Uusi').click();
      await card.getByLabel('Tilanne').selectOption('done');
      await card.getByLabel(/Vastaus toiveeseen/).fill('Tilastowebinaari on maaliskuussa.');
      await card.getByRole('button', { name: 'Tallenna' }).click();
      await said(tab, 'Tallennettiin.');
      await tab.getByRole('radio', { name: 'Tehty' }).check();
      await tab.getByText('Tilastowebinaari on maaliskuussa.').first().waitFor();
    });
  });

  test('that are new are among the next steps at home', async () => {
    await inTeams({}, async (tab) => {
      await tab.getByRole('button', { name: 'Vastaa toiveisiin' }).click();
      await heading(tab, 'Toivoitte – teimme').waitFor();
    });
  });
});

test('the network words its feedback form and asks a question of its own', async () => {
  await inTeams({ sub: 'manage/feedback' }, async (tab) => {
    const grade = tab.getByRole('group', { name: 'Arvosana 1–5' }).getByLabel('Suomeksi');
    expect(await grade.getAttribute('placeholder')).toBe('Minkä arvosanan annat tilaisuudelle?');
    await grade.fill('Kuinka hyödyllinen tilaisuus oli?');
    await tab.getByRole('button', { name: 'Lisää kysymys' }).click();
    await tab.getByLabel('Miten vastataan').selectOption('text');
    await tab.getByLabel('Kysymys *').fill('Mitä vielä?');
    await tab.getByRole('button', { name: 'Tallenna' }).click();
    await said(tab, 'Palautelomake tallennettiin.');
  });
  const form = await asCoordinator<{ grade: { fi: string }; own: QuestionDraft[] }>('GET', '/feedback/form');
  expect(form.grade.fi).toBe('Kuinka hyödyllinen tilaisuus oli?');
  expect(form.own.map(({ label }) => label.fi)).toEqual(['Mitä vielä?']);
});
