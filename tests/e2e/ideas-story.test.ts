/** Fifty ideas by thirty people, merged to five, put to a vote by municipality and decided on, as people meet them in the tab; every author can follow theirs. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { personOf } from '../../bot/core/ids.ts';
import { type Member, members, organisationId, personEntries } from '../../bot/core/network.ts';
import { directoryScope, networkScope } from '../../bot/core/scope.ts';
import type { CollectionView, IdeaRow, IdeaView } from '../../bot/features/ideas/contract.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people, type Someone } from '../fakes/http-app.ts';
import { faultsOf, frameOf, heading, openTabPages, type TabPages, tabTo } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';
import { TEAM, TENANT } from '../fakes/teams-cloud.ts';

const TITLE = 'Joukkoliikenteen ideahaku 2027';
const PROMISE = 'Idea hyödyttää myös nuoria';
const AKAA = 'fi-020';
const FORSSA = 'fi-061';
/** Municipalities of the sample that are members. */
const HOMES = [AKAA, FORSSA] as const;
const SUBJECTS = ['Kutsubussi', 'Katettu pysäkki', 'Yhteislippu', 'Pyöräpysäköinti', 'Aikataulunäyttö'] as const;

let world: TabWorld;
let pages: TabPages;
let call = '';
const inTeams: TabPages['inTeams'] = (hosted, use) => pages.inTeams(hosted, use);
const said = (tab: FrameLocator, words: string | RegExp): Promise<void> =>
  tab.locator('.says').getByText(words).waitFor();
const asCoordinator = <T>(method: string, path: string, json?: unknown): Promise<T> =>
  world.api<T>(method, path, people.coordinator, json);

/** The n-th of twenty-nine who are not in Jaakko’s place. */
const proposer = (n: number): Someone => {
  const objectId = `00000000-0000-4000-8000-${String(1000 + n).padStart(12, '0')}`;
  return { tenant: TENANT, objectId, person: personOf(TENANT, objectId), name: `Ehdottaja ${n}` } as unknown as Someone;
};
const everyone = [people.member, ...Array.from({ length: 29 }, (_, n) => proposer(n + 1))];

/** The n-th idea of fifty: ten of each subject. */
const draftOf = (n: number, cost = '8 000') => ({
  ...{ title: `${SUBJECTS[n % 5]} kylään ${n}`, text: `Tarkempi kuvaus ideasta ${n}.`, cost, targetGroup: '' },
  ...{ promises: [PROMISE], picture: null },
});
const propose = (by: Someone, draft: object): Promise<IdeaView> =>
  world.api('POST', `/idea-collections/${call}/ideas`, by, { draft, requestId: crypto.randomUUID() });
const listed = async (which: 'current' | 'all' = 'current'): Promise<IdeaRow[]> =>
  (await asCoordinator<{ ideas: IdeaRow[] }>('GET', `/idea-collections/${call}/ideas?which=${which}`)).ideas;
const callNow = (): Promise<CollectionView> => asCoordinator('GET', `/idea-collections/${call}`);
/** Where the address has come. */
const placeOf = async (page: Page): Promise<string> => frameOf(page).evaluate(() => location.pathname);

beforeAll(async () => {
  world = await startTabWorld('teams');
  const { store, clock } = world.app.services;
  for (const [n, one] of everyone.entries()) {
    const home = organisationId.parse(HOMES[n % HOMES.length]);
    const member: Member = {
      ...{ person: one.person, teamsId: `29:${one.objectId}`, name: one.name, isGuest: false },
      ...{ organisation: home, joinedAt: clock.now() },
    };
    await store.upsert(networkScope(NETWORK), members, one.objectId, member);
    const entry = `person|${one.person}`;
    await store.upsert(directoryScope(entry), personEntries, entry, { person: one.person, networks: [NETWORK] });
  }
  const known = new Set(world.cloud.rosters.get(TEAM)?.map(({ aadObjectId }) => aadObjectId));
  const others = everyone
    .filter(({ objectId }) => !known.has(objectId))
    .map(({ objectId, name }) => ({
      ...{ id: `29:${objectId}`, aadObjectId: objectId, name, tenantId: TENANT, userRole: 'user' },
    }));
  world.cloud.rosters.set(TEAM, [...(world.cloud.rosters.get(TEAM) ?? []), ...others]);
  pages = await openTabPages(world);
});

afterAll(async () => {
  await pages?.close();
  await world?.close();
});

test('a coordinator opens a call with its conditions', async () => {
  await inTeams({ sub: 'ideas' }, async (tab, page) => {
    await heading(tab, 'Ideat').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tab.getByRole('link', { name: 'Uusi ideahaku' }).click();
    await heading(tab, 'Uusi ideahaku').waitFor();
    await tab.getByRole('button', { name: 'Julkaise haku' }).click();
    await tab.locator('[aria-invalid="true"]').first().waitFor();
    await tab.getByText('Ehdot ja asetukset').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tab.getByLabel('Haun nimi').fill(TITLE);
    await tab
      .getByLabel('Mihin tulosta käytetään')
      .fill('Eniten ääniä saaneet toteutetaan, kun hallitus on ne vahvistanut.');
    await tab.getByLabel('Kustannus enintään (€)').fill('10 000');
    await tab.getByLabel('Ehdottaja vahvistaa').fill(PROMISE);
    await tab.locator('.adaptive-card').getByText(TITLE).waitFor();
    await tab.getByRole('button', { name: 'Julkaise haku' }).click();
    await said(tab, 'Haku on julkaistu.');
    await heading(tab, TITLE).waitFor();
    await tab.getByText(/Kustannus enintään 10\s000\s€/).waitFor();
    call = decodeURIComponent((await placeOf(page)).split('/').at(-1) ?? '');
  });
  expect(call).not.toBe('');
});

test('a member who asks for too much is told the condition by its name, and proposes again', async () => {
  await propose(proposer(1), draftOf(0));
  pages.readAs(people.member);
  await inTeams({ sub: `ideas/${call}` }, async (tab, page) => {
    await tab.getByRole('link', { name: 'Ehdota ideaa' }).click();
    await heading(tab, 'Ehdota ideaa').waitFor();
    await tab.getByLabel('Idea lyhyesti').fill('Kutsubussi kylään');
    await tab.getByText('Onko ideasi jo täällä?').waitFor();
    await tab.getByRole('link', { name: 'Kutsubussi kylään 0' }).waitFor();
    await tab.getByLabel('Idea lyhyesti').fill('Kutsubussi kylään 5');
    await tab.getByLabel('Kerro tarkemmin').fill('Bussi, jonka voi tilata puhelimella.');
    await tab.getByRole('textbox', { name: /^Kustannus/ }).fill('12 500');
    await tab.getByLabel(PROMISE).check();
    await tab.getByRole('button', { name: 'Lähetä ehdotus' }).click();
    await tab
      .getByText(/Kustannus voi olla enintään 10\s000\s€; tämä on 12\s500\s€\./)
      .first()
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tab.getByRole('textbox', { name: /^Kustannus/ }).fill('9 500');
    await tab.getByRole('button', { name: 'Lähetä ehdotus' }).click();
    await said(tab, 'Ehdotuksesi on nyt kaikkien nähtävillä.');
    await heading(tab, 'Kutsubussi kylään 5').waitFor();
  });
  pages.readAs(people.coordinator);
});

test('of thirty people fifty ideas come in, and what is over the limit does not', async () => {
  await expect(propose(proposer(2), draftOf(60, '10 001'))).rejects.toThrow(
    /422.*enintään 10\s000\s€; tämä on 10\s001\s€/,
  );
  for (let n = 1; n < 50; n++) if (n !== 5) await propose(everyone[n % 30] as Someone, draftOf(n));
  expect(await listed()).toHaveLength(50);
  expect(await callNow()).toMatchObject({ ideas: 50, organisations: 2 });
});

describe('in the tab', () => {
  test('ideas are searched, sorted and supported, with the keyboard too', async () => {
    pages.readAs(people.member);
    await inTeams({ sub: `ideas/${call}` }, async (tab, page) => {
      await tab.getByText('50 ideaa näkyvissä').waitFor();
      await tab.getByLabel('Hae ideoista').fill('yhteislippu');
      await tab.getByText('10 ideaa näkyvissä').waitFor();
      await tab.getByLabel('Hae ideoista').fill('yhteislippu kylään 12');
      await tab.getByText('1 idea näkyvissä').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await tab.locator('body').focus();
      await tabTo(page, (focused) => focused.startsWith('BUTTON Kannatan · 0: Yhteislippu kylään 12'));
      await page.keyboard.press('Enter');
      await tab.getByRole('button', { name: 'Kannatat · 1: Yhteislippu kylään 12' }).waitFor();
      await tab.getByLabel('Järjestys').selectOption('support');
      await tab.getByLabel('Hae ideoista').fill('');
      await tab.getByText('50 ideaa näkyvissä').waitFor();
      await tab.locator('.line.idea').first().getByText('Yhteislippu kylään 12').waitFor();
    });
    pages.readAs(people.coordinator);
  });

  test('an idea is commented on, and its earlier wording stays readable', async () => {
    const mine = (await listed()).find(({ title }) => title === 'Kutsubussi kylään 5');
    pages.readAs(people.member);
    await inTeams({ sub: `ideas/idea/${mine?.id}` }, async (tab, page) => {
      await heading(tab, 'Kutsubussi kylään 5').waitFor();
      await tab.getByRole('textbox', { name: 'Kommenttisi' }).fill('Tähän saisi mukaan myös koulut.');
      await tab.getByRole('button', { name: 'Kommentoi', exact: true }).click();
      await said(tab, 'Kommentti on lisätty.');
      await tab.getByRole('link', { name: 'Muokkaa', exact: true }).click();
      await heading(tab, 'Muokkaa ideaa').waitFor();
      await tab.getByLabel('Kerro tarkemmin').fill('Bussi, jonka voi tilata puhelimella tai verkossa.');
      await tab.getByRole('button', { name: 'Tallenna' }).click();
      await said(tab, 'Muutokset on tallennettu.');
      await tab.getByText('Aiemmat sanamuodot').click();
      await tab.getByText('Bussi, jonka voi tilata puhelimella.', { exact: true }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
    pages.readAs(people.coordinator);
  });
});

test('a coordinator merges ten into one in the tab, and the rest by their subjects: five are left', async () => {
  await inTeams({ sub: `ideas/${call}` }, async (tab, page) => {
    await tab.getByRole('button', { name: 'Valitse ideoita' }).click();
    await tab.getByLabel('Hae ideoista').fill('kutsubussi');
    await tab.getByText('10 ideaa näkyvissä').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tab.locator('.pick input').first().waitFor();
    for (const box of await tab.locator('.pick input').all()) await box.check();
    await tab.getByText('10 ideaa valittu').waitFor();
    await tab.getByRole('button', { name: 'Yhdistä', exact: true }).click();
    await heading(tab, 'Yhdistä ideat').waitFor();
    await tab.getByLabel('Idea lyhyesti').fill('Kutsubussi kaikkiin kyliin');
    await tab.getByLabel('Kerro tarkemmin').fill('Bussi, jonka voi tilata puhelimella tai verkossa, kaikista kylistä.');
    await tab.getByRole('textbox', { name: /^Kustannus/ }).fill('10 000');
    expect(await faultsOf(page)).toEqual([]);
    await tab.getByRole('button', { name: 'Yhdistä ideat' }).click();
    await said(tab, 'Ideat on yhdistetty.');
    await heading(tab, 'Kutsubussi kaikkiin kyliin').waitFor();
    await tab.getByText('Koottu näistä ideoista').waitFor();
    await tab.getByText('Jaakko Jäsen').first().waitFor();
  });
  for (const subject of SUBJECTS.slice(1)) {
    const ideas = (await listed()).filter(({ title }) => title.startsWith(subject)).map(({ id }) => id);
    expect(ideas).toHaveLength(10);
    const draft = { title: `${subject} kaikkiin kyliin`, text: 'Yhteinen idea.', cost: '10 000' };
    await asCoordinator('POST', `/idea-collections/${call}/merge`, { ideas, draft, requestId: crypto.randomUUID() });
  }
  expect((await listed()).map(({ title }) => title).sort()).toEqual(
    SUBJECTS.map((subject) => `${subject} kaikkiin kyliin`).sort(),
  );
  // Support came along, counted once.
  expect((await listed()).find(({ title }) => title.startsWith('Yhteislippu'))?.supporters).toBe(1);
});

test('the five go to a vote by municipality in a few clicks', async () => {
  await inTeams({ sub: `ideas/${call}` }, async (tab, page) => {
    await tab.getByRole('button', { name: 'Valitse ideoita' }).click();
    await tab.locator('.pick input').first().waitFor();
    for (const box of await tab.locator('.pick input').all()) await box.check();
    await tab.getByText('5 ideaa valittu').waitFor();
    await tab.getByRole('button', { name: 'Valitse äänestykseen' }).click();
    await tab.getByText('5 ideaa valittu äänestykseen').waitFor();
    await tab.getByRole('button', { name: 'Aloita äänestys' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Yksi kunta, yksi ääni').check();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Aloita äänestys' }).click();
    await said(tab, 'Äänestys on alkanut.');
    await tab.getByRole('link', { name: 'Avaa äänestys' }).waitFor();
  });
  expect(await callNow()).toMatchObject({ stage: 'voting', poll: { isRunning: true } });
});

test('municipalities vote, and the decision is recorded with who confirmed it', async () => {
  const poll = (await callNow()).poll?.id ?? '';
  const { options, tallies } = await asCoordinator<{ options: { id: string; label: string }[]; tallies: string }>(
    'GET',
    `/polls/${poll}`,
  );
  expect(tallies).toBe('organisations');
  const bus = options.find(({ label }) => label.startsWith('Kutsubussi'))?.id ?? '';
  for (const one of everyone.slice(0, 4)) await world.vote(poll, one, [bus]);
  await asCoordinator('POST', `/polls/${poll}/close`, {});
  await eventually(async () => (await callNow()).stage === 'voted', 40_000);
  await inTeams({ sub: `ideas/${call}` }, async (tab, page) => {
    await tab.getByRole('button', { name: 'Kirjaa päätös' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Kutsubussi kaikkiin kyliin').waitFor();
    expect(await dialog.getByLabel('Kutsubussi kaikkiin kyliin').isChecked()).toBe(true);
    await dialog.getByLabel('Kuka päätti').fill('kunnanhallitus');
    await dialog.getByLabel('Miksi muita ei toteuteta').fill('Rahat riittävät tänä vuonna yhteen.');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Kirjaa päätös' }).click();
    await said(tab, 'Päätös on kirjattu.');
    await tab.getByText(/Päätöksen teki kunnanhallitus/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});

test('every author can follow theirs to what became of it', async () => {
  for (const one of everyone) {
    const { ideas } = await world.api<{ ideas: IdeaRow[] }>('GET', '/own-ideas', one);
    const own = ideas.filter(({ state }) => state === 'merged');
    expect([one.name, own.length > 0]).toEqual([one.name, true]);
    for (const { id } of own) {
      const { into } = await world.api<IdeaView>('GET', `/ideas/${id}`, one);
      expect(into.map(({ state }) => state)).toEqual([expect.stringMatching(/^(decided|notTaken)$/)]);
      expect(into[0]?.authors).toContain(one.name);
    }
  }
  pages.readAs(people.member);
  await inTeams({ sub: 'ideas' }, async (tab, page) => {
    await tab.getByRole('heading', { name: 'Omat ideat' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tab.getByRole('link', { name: 'Kutsubussi kylään 5' }).click();
    await tab.getByText('Idea jatkaa täällä').waitFor();
    await tab.getByRole('link', { name: 'Kutsubussi kaikkiin kyliin' }).click();
    await heading(tab, 'Kutsubussi kaikkiin kyliin').waitFor();
    await tab.getByText('Päätettiin toteuttaa').waitFor();
    await tab.getByText(/Päätöksen teki kunnanhallitus/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
  pages.readAs(people.coordinator);
});
