/** The tab's own rules of the material bank: what an address asks for, and files in words. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { facetName, MOST_SHARED_DAYS, PAGE } from '../../bot/features/materials/contract.ts';
import { decoded, kindOf, sizeOf } from '../../tab/src/pages/materials/file-words.ts';
import {
  type Asked,
  askedIn,
  EVERYTHING,
  FACETS,
  hitIn,
  isNarrowed,
  listPage,
  materialPage,
  PAGE as PAGE_OF_TAB,
  paramsOf,
  SORTS,
  searchOf,
  suggested,
  withFilter,
  withWords,
} from '../../tab/src/pages/materials/place.ts';
import { translator } from '../../tab/src/text.ts';

const asked: fc.Arbitrary<Asked> = fc
  .record({
    words: fc.string({ maxLength: 40 }),
    filters: fc.dictionary(fc.constantFrom(...FACETS), fc.string({ minLength: 1, maxLength: 20 })),
    sort: fc.constantFrom(...SORTS),
    isNewOnly: fc.boolean(),
  })
  .map((one) => ({ ...one, sort: one.words.trim() === '' && one.sort === 'best' ? 'newest' : one.sort }));

describe('the address of a list', () => {
  test('says all that is asked, and reads back the same', () => {
    fc.assert(
      fc.property(asked, (one) => {
        expect(askedIn(searchOf(one))).toEqual({ ...one, filters: { ...one.filters } });
      }),
    );
  });

  test('leaves out what is as usual', () => {
    expect(listPage({})).toBe('materials');
    expect(searchOf(withWords(EVERYTHING, 'kutsuliikenne'))).toBe('?words=kutsuliikenne');
    expect(listPage({ filters: { type: 'goodPractice' } })).toBe('materials?type=goodPractice');
  });

  test('that asks for nonsense asks for everything', () => {
    expect(askedIn('?sort=random&state=&from=12&new=yes')).toEqual(EVERYTHING);
    expect(askedIn('?sort=best')).toEqual(EVERYTHING);
    expect(askedIn(`?words=${'x'.repeat(300)}`).words).toHaveLength(200);
  });

  test('names the facets and the page of the contract', () => {
    expect([...FACETS].sort()).toEqual([...facetName.options].sort());
    expect(PAGE_OF_TAB).toBe(PAGE);
    expect(MOST_SHARED_DAYS).toBe(365); // the longest that the tab offers
  });

  test('changes its usual order with words, and keeps one that was chosen', () => {
    const typed = withWords(EVERYTHING, 'tilastot');
    expect(typed.sort).toBe('best');
    expect(withWords(typed, '').sort).toBe('newest');
    expect(withWords({ ...typed, sort: 'title' }, 'tilasto').sort).toBe('title');
    expect(withWords({ ...EVERYTHING, isNewOnly: true }, 'x').isNewOnly).toBe(false);
  });

  test('takes a filter and gives it back', () => {
    const narrowed = withFilter(EVERYTHING, 'theme', 't1');
    expect(isNarrowed(narrowed)).toBe(true);
    expect(withFilter(narrowed, 'theme', '')).toEqual(EVERYTHING);
  });

  test('asks the server for one page of fifty', () => {
    expect(paramsOf(withFilter(withWords(EVERYTHING, ' tilastot '), 'type', 'link'), 100)).toMatchObject({
      ...{ words: 'tilastot', type: 'link', sort: 'best', from: '100' },
    });
    expect(paramsOf(EVERYTHING, 0).from).toBeUndefined();
  });
});

describe('the address of an item', () => {
  test('opens it where the words were found', () => {
    const page = materialPage('m 1', { file: 'Tilastot & luvut.pdf', page: 3 });
    expect(page).toBe('materials/m%201?file=Tilastot+%26+luvut.pdf&page=3');
    expect(hitIn(page.slice(page.indexOf('?')))).toEqual({ file: 'Tilastot & luvut.pdf', page: 3 });
    expect(materialPage('m1')).toBe('materials/m1');
  });

  test.each(['?page=0', '?page=-2', '?page=x', '?page=1.5', ''])('%s names no page', (search) => {
    expect(hitIn(search)).toEqual({});
  });
});

describe('a suggestion', () => {
  test.each([
    ['koulu', 'koulukuljetus', 'koulukuljetus'],
    ['pienet kou', 'pienet koulut', 'pienet koulut'],
    ['pienet kou', 'koulukuljetus', 'pienet koulukuljetus'],
    ['KOULU', 'koulukuljetus', 'koulukuljetus'],
    ['  kou', 'koulu', 'koulu'],
  ])('to %j of %j looks for %j', (typed, suggestion, whole) => {
    expect(suggested(typed, suggestion)).toBe(whole);
  });
});

describe('files in words', () => {
  const [fi, sv, en] = [translator('fi'), translator('sv'), translator('en')];
  test.each([
    [1, '1 kt', '1 kB'],
    [1536, '1,5 kt', '1,5 kB'],
    [250 * 1024 * 1024, '250 Mt', '250 MB'],
    [1.44 * 1024 * 1024, '1,4 Mt', '1,4 MB'],
  ])('%d bytes are %s', (bytes, finnish, swedish) => {
    const plain = (words: string): string => words.replace('\u00a0', ' ');
    expect([plain(sizeOf(bytes, fi)), plain(sizeOf(bytes, sv))]).toEqual([finnish, swedish]);
    expect(plain(sizeOf(bytes, en))).toBe(swedish.replace(',', '.'));
  });

  test.each([
    ['pdf', 'ohje.pdf', 'PDF'],
    ['slides', 'diat.PPTX', 'Esitys, PPTX'],
    ['other', 'kaikki.zip', 'Tiedosto, ZIP'],
    ['text', 'ilman päätettä', 'Teksti'],
  ] as const)('a file of %s named %s is %s', (family, name, kind) => {
    expect(kindOf({ family, name }, fi)).toBe(kind);
  });

  test.each([
    ['UTF-8', Buffer.from('Näin')],
    ['UTF-16', Buffer.from('\ufeffNäin', 'utf16le')],
    ['Windows-1252', Buffer.from('Näin', 'latin1')],
    ['UTF-8, cut off within a letter', Buffer.from('Näinä').subarray(0, -1)],
  ])('letters in %s are read', (_, bytes) => {
    expect(decoded(new Uint8Array(bytes).buffer)).toBe('Näin');
  });
});
