/** The search follows the store on every backend, keeps secrets, and answers whatever is typed. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../bot/core/ports.ts';
import { storeOn } from '../../bot/store/typed.ts';
import { eventually } from '../fakes/eventually.ts';
import { idsOf, leaflets, openSearchWorld, query, type SearchWorld, workIn } from '../fakes/search-world.ts';
import { backends, type Ground } from './backends.ts';

describe.each(backends)('on %s', (_, prepare) => {
  let ground: Ground;
  let store: Store;
  let world: SearchWorld;
  let networks = 0;
  beforeAll(async () => {
    ground = await prepare();
    store = storeOn(await ground.open());
  });
  beforeEach(async () => {
    world = await openSearchWorld({ store, network: `network-${++networks}` });
  });
  afterEach(() => world.close());
  afterAll(async () => {
    await store.close();
    await ground.close();
  });

  test('what was stored just now is found, and what was changed is found as it is now alone', async () => {
    await world.put('a', { title: 'Koulukuljetusten kilpailutus' });
    expect(await world.ids('kuljetuksissa')).toEqual(['a']);
    await world.put('a', { title: 'Asiakaskyselyn tulokset' });
    expect(await world.ids('kuljetuksissa')).toEqual([]);
    expect(await world.ids('kyselyyn')).toEqual(['a']);
  });

  test('what was removed, or is not to be found any more, is found by nothing', async () => {
    await world.put('a', { title: 'Talvikunnossapito' });
    await world.put('b', { title: 'Talvikunnossapidon luokat' });
    expect(await world.ids('talvikunnossapito')).toHaveLength(2);
    await world.remove('a');
    await world.put('b', { title: 'Talvikunnossapidon luokat', isHidden: true });
    expect(await world.ids('talvikunnossapito')).toEqual([]);
    expect(await world.ids('')).toEqual([]);
    expect(await world.search.suggest({ kind: leaflets.name, words: 'talvi', audiences: 'all' }, world.work)).toEqual(
      [],
    );
  });

  test('another instance follows with an index of its own, and sees removals too', async () => {
    const other = await openSearchWorld({ store, network: world.work.network.id });
    try {
      await world.put('a', { title: 'Lakkovaroitus' });
      expect(await other.ids('lakko')).toEqual(['a']);
      await other.put('b', { title: 'Lakon jälkeen' });
      expect((await world.ids('lakko')).sort()).toEqual(['a', 'b']);
      await world.remove('a');
      expect(await other.ids('lakko')).toEqual(['b']);
      expect(other.folder).not.toBe(world.folder);
    } finally {
      await other.close();
    }
  });

  test('a hundred writes within one second are all found, also those after a query in that second', async () => {
    for (let n = 0; n < 10; n++) {
      await Promise.all(Array.from({ length: 10 }, (_, m) => world.put(`i${n}-${m}`, { title: `Pysäkki ${n}${m}` })));
      expect((await world.search.find(query('pysäkit'), world.work)).total).toBe((n + 1) * 10);
    }
  });

  test('more than a page of changes is taken in, and nothing is made twice when nothing has changed', async () => {
    for (let n = 0; n < 250; n += 25)
      await Promise.all(Array.from({ length: 25 }, (_, m) => world.put(`i${n + m}`, { title: `Vuoro ${n + m}` })));
    expect((await world.search.find(query(''), world.work)).total).toBe(250);
    const { made } = world.of;
    await world.ids('vuoro');
    await world.ids('vuoro');
    expect(world.of.made).toBe(made);
  });

  test('another version makes all entries anew', async () => {
    await world.put('a', { title: 'Reitti' });
    expect(await world.ids('reitit')).toEqual(['a']);
    const { made } = world.of;
    world.of.version = '2';
    expect(await world.ids('reitit')).toEqual(['a']);
    expect(world.of.made).toBe(made + 1);
  });

  test('a search that is opened again goes on from where its file was', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => world.put(`i${n}`, { title: `Vuoro ${n}` })));
    await world.ids('vuoro');
    await world.search.close();
    await world.put('late', { title: 'Vuoro illalla' });
    const stamps: number[] = [];
    const told: Store = {
      ...store,
      changedSince: (scope, kind, stamp, page) => {
        stamps.push(stamp);
        return store.changedSince(scope, kind, stamp, page);
      },
    };
    const again = await openSearchWorld({ store: told, folder: world.folder, network: world.work.network.id });
    try {
      expect((await again.search.find(query('vuoro'), again.work)).total).toBe(31);
      expect(Math.min(...stamps)).toBeGreaterThan(0);
    } finally {
      await again.close();
    }
  });

  test('networks share nothing', async () => {
    await world.put('a', { title: 'Salainen linja' });
    const other = workIn(`${world.work.network.id}-other`, store);
    expect(await idsOf(world.search, 'linja', other)).toEqual([]);
    expect(await world.search.suggest({ kind: leaflets.name, words: 'sal', audiences: 'all' }, other)).toEqual([]);
  });

  test('a network that is forgotten leaves no file, and is built anew when it is asked', async () => {
    await world.put('a', { title: 'Muistettava' });
    await world.ids('muistettava');
    expect(await readdir(world.folder)).not.toEqual([]);
    await world.search.forget(world.work.network.id);
    expect(await readdir(world.folder)).toEqual([]);
    expect(await world.ids('muistettava')).toEqual(['a']);
  });
});

describe('in front of one store', () => {
  let world: SearchWorld;
  beforeEach(async () => {
    world = await openSearchWorld();
  });
  afterEach(() => world.close());

  test('a query does not wait long for many changes: it says that it is behind, and the next one is not', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, n) => world.put(`i${n}`, { title: `Vuoro ${n}` })));
    const hasty = await openSearchWorld({ store: world.store, patience: 1 });
    try {
      const first = await hasty.search.find(query('vuoro'), hasty.work);
      expect(first.isBehind).toBe(true);
      expect(first.total).toBeLessThan(300);
      await eventually(async () => (await hasty.search.find(query('vuoro'), hasty.work)).total === 300);
    } finally {
      await hasty.close();
    }
  });

  test('what is for a group, or hidden, is never found, counted, suggested or spelled to others', async () => {
    await world.put('open', { title: 'Avoin ohje', facets: { theme: ['a'] } });
    await world.put('group', {
      ...{ title: 'Irtisanomissuunnitelma Kuusijoella', audiences: ['group:g1'], facets: { theme: ['a', 'secret'] } },
      files: [
        { file: 'f1' as never, name: 'yt.pdf', pages: [{ number: 1, text: 'Ytneuvottelut alkavat toukokuussa.' }] },
      ],
    });
    for (const words of ['irtisanomissuunnitelma', 'kuusijoki', 'ytneuvottelut', 'toukokuu', 'irtisanomisuunitelma']) {
      const found = await world.search.find(query(words, { count: ['theme'] }), world.work);
      expect(found).toEqual({ hits: [], total: 0, facets: { theme: [] }, isBehind: false });
    }
    for (const typed of ['irti', 'kuusi', 'ytn', 'touko', 'avoin irti'])
      expect(
        await world.search.suggest({ kind: leaflets.name, words: typed, audiences: ['members'] }, world.work),
      ).toEqual([]);
    const all = await world.search.find(query('', { count: ['theme'] }), world.work);
    expect([all.total, all.facets.theme]).toEqual([1, [{ value: 'a', n: 1 }]]);
    // Those who may see it find it, so the rest was hidden and not merely missing.
    expect(await world.ids('kuusijoki', { audiences: ['members', 'group:g1'] })).toEqual(['group']);
    expect(await world.ids('ytneuvottelujen', { audiences: 'all' })).toEqual(['group']);
    expect(await world.search.suggest({ kind: leaflets.name, words: 'irti', audiences: 'all' }, world.work)).toEqual([
      'Irtisanomissuunnitelma',
    ]);
  });

  test('nothing that was removed stands in the files of the index any more', async () => {
    await world.put('stays', { title: 'Jäävä', summary: 'Tämä pysyy.' });
    await world.put('goes', {
      title: 'Zyxwvutsrq',
      summary: 'Qponmlkjihg',
      body: ['Fedcbazyxwv'],
      row: { who: 'Abcdefghijk' },
    });
    expect(await world.ids('zyxwvutsrq')).toEqual(['goes']);
    await world.remove('goes');
    expect(await world.ids('')).toEqual(['stays']);
    await world.search.close();
    for (const name of await readdir(world.folder)) {
      const bytes = (await readFile(join(world.folder, name))).toString('latin1').toLowerCase();
      for (const word of ['zyxwvutsrq', 'qponmlkjihg', 'fedcbazyxwv', 'abcdefghijk']) expect(bytes).not.toContain(word);
      expect(name.endsWith('.db') ? bytes : 'pysyy').toContain('pysyy');
    }
  });

  test('a hit tells the page, marks the word as it stands there, and the part of a compound', async () => {
    await world.put('a', {
      title: 'Koulukuljetusten periaatteet',
      summary: 'Kenelle kyyti järjestetään.',
      files: [
        {
          file: 'f1' as never,
          name: 'periaatteet.pptx',
          pages: [
            { number: 1, text: 'Aloitus ja tervetuloa.' },
            {
              number: 3,
              heading: 'Sopimus',
              text: `Alku. ${'Täytettä tässä välissä. '.repeat(30)}Autossa on oltava alkolukko. ${'Loppua kohti. '.repeat(30)}`,
            },
          ],
        },
      ],
    });
    const [hit] = (await world.search.find(query('alkolukot'), world.work)).hits;
    expect(hit?.where).toEqual({ file: 'f1', page: 3, heading: 'Sopimus' });
    expect(hit?.extract).toContainEqual({ text: 'alkolukko', isHit: true });
    const extract = (hit?.extract ?? []).map(({ text }) => text).join('');
    expect(extract.length).toBeLessThan(230);
    expect(extract).toContain('Autossa on oltava alkolukko.');
    const [other] = (await world.search.find(query('kuljetus'), world.work)).hits;
    expect(other?.title).toEqual([{ text: 'Koulu' }, { text: 'kuljetusten', isHit: true }, { text: ' periaatteet' }]);
    expect(other?.where).toBeUndefined();
  });

  test('lists are narrowed, counted, sorted and paged', async () => {
    const at = (day: number) => `2026-01-0${day}T00:00:00.000Z` as never;
    await world.put('a', { title: 'Öinen linja', facets: { type: ['link'], theme: ['x', 'y'] }, at: at(1) });
    await world.put('b', { title: 'Aamun linja', facets: { type: ['document'], theme: ['x'] }, at: at(3) });
    await world.put('c', { title: 'Zeppelin ja linja', facets: { type: ['document'] }, at: at(2) });
    for (const words of ['linja', '']) {
      expect(await world.ids(words, { sort: 'newest' })).toEqual(['b', 'c', 'a']);
      expect(await world.ids(words, { sort: 'title' })).toEqual(['b', 'c', 'a']);
      expect(await world.ids(words, { sort: 'title', from: 1, size: 1 })).toEqual(['c']);
      expect((await world.ids(words, { filter: { theme: 'x' } })).sort()).toEqual(['a', 'b']);
      expect(await world.ids(words, { filter: { theme: 'x', type: 'link' } })).toEqual(['a']);
      const { total, facets } = await world.search.find(
        query(words, { count: ['type', 'theme'], size: 1 }),
        world.work,
      );
      expect(total).toBe(3);
      expect(facets).toEqual({
        type: [
          { value: 'document', n: 2 },
          { value: 'link', n: 1 },
        ],
        theme: [
          { value: 'x', n: 2 },
          { value: 'y', n: 1 },
        ],
      });
    }
  });

  test('suggestions go on from the last word, most common first, as they are mostly written', async () => {
    for (let n = 0; n < 3; n++)
      await world.put(`a${n}`, { title: `Ohje ${n}`, summary: 'Tässä kutsuliikenne ja PSA.' });
    await world.put('b', { title: 'Muu', summary: 'Myös kutsutaksi Kuusamossa.' });
    expect(
      await world.search.suggest({ kind: leaflets.name, words: 'ohje kuts', audiences: ['members'] }, world.work),
    ).toEqual(['ohje kutsuliikenne', 'ohje kutsutaksi']);
    expect(
      await world.search.suggest({ kind: leaflets.name, words: 'ps', audiences: ['members'] }, world.work),
    ).toEqual(['PSA']);
    expect(
      await world.search.suggest({ kind: leaflets.name, words: 'kuus', audiences: ['members'] }, world.work),
    ).toEqual(['Kuusamossa']);
    expect(await world.search.suggest({ kind: leaflets.name, words: '', audiences: ['members'] }, world.work)).toEqual(
      [],
    );
  });

  test('whatever is typed, nothing breaks and nothing of it is taken as a command', async () => {
    await world.put('a', { title: 'Ohje', summary: 'Tavallinen "teksti" AND OR NOT near.' });
    const hostile = [
      '"',
      '""',
      "'",
      '*',
      'ohje*',
      'ohje"',
      '"ohje',
      'title:ohje',
      'posts:ohje',
      'NEAR(ohje teksti, 2)',
      'ohje AND',
      'OR',
      'NOT ohje',
      '^ohje',
      '-ohje',
      '{ohje}',
      '(ohje',
      'ohje)',
      "'; DROP TABLE items; --",
      '%',
      '_',
      '\\',
      '\u0000',
      'ohje\u0000teksti',
      '😀',
      '👩‍👩‍👧',
      '🏳️‍🌈 ohje',
      '\ud800',
      '\u202eejho',
      'a'.repeat(10_000),
      'ä'.repeat(10_000),
      'ohje '.repeat(3000),
      'miten',
      'miten ja kuinka on',
      'the of and',
      '§',
      '€ % §',
      '1'.repeat(400),
      '-',
      '--',
      '...',
      'a',
      'ä',
      'İstanbul',
      'ﬁ',
      'ẞ',
      '\n\t',
    ];
    for (const words of hostile) {
      const found = await world.search.find(query(words, { count: ['type'] }), world.work);
      expect(found.hits.length).toBeLessThanOrEqual(1);
      const suggested = await world.search.suggest({ kind: leaflets.name, words, audiences: ['members'] }, world.work);
      expect(suggested.length).toBeLessThanOrEqual(8);
    }
    expect(await world.ids('ohje')).toEqual(['a']);
    expect(await world.ids('ohje"*')).toEqual(['a']);
    expect(await world.ids('miten ohje')).toEqual(['a']);
  });
});
