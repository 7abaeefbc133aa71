/** The evaluation set of the search is whole: what it measures with exists, is unique, and is kept apart from what is developed with. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

interface Item {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly summary: string;
  readonly themes: readonly string[];
  readonly tags: readonly string[];
  readonly language: string;
  readonly pages: readonly string[];
}

interface Query {
  readonly id: string;
  readonly query: string;
  readonly relevant: readonly string[];
  readonly trait: string;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/search/${name}.json`, import.meta.url), 'utf8'));
const documents = read('documents') as readonly Item[];
const themes = read('themes') as readonly { readonly id: string; readonly fi: string; readonly sv: string }[];
const queries = read('queries') as readonly Query[];
const heldOut = read('held-out') as readonly Query[];

const TRAITS = [
  'inflected',
  'compound-part',
  'derivation',
  'stem-change',
  'swedish',
  'swedish-theme',
  'short',
  'typo',
  'phrase',
  'inside',
  'name',
  'number',
  'english',
  'prefix',
  'none',
];
const TYPES = ['presentation', 'recording', 'document', 'link', 'goodPractice', 'questionAnswer'];

const all = [...queries, ...heldOut];
const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe('the documents', () => {
  test('are at least sixty, each with its own id', () => {
    expect(documents.length).toBeGreaterThanOrEqual(60);
    expect(repeated(documents.map(({ id }) => id))).toEqual([]);
  });

  test('are of every type and language', () => {
    expect(new Set(documents.map(({ type }) => type))).toEqual(new Set(TYPES));
    expect(new Set(documents.map(({ language }) => language))).toEqual(new Set(['fi', 'sv', 'en']));
  });

  test('have a title, a summary, tags and pages with words on each', () => {
    const hollow = documents.filter(
      ({ title, summary, tags, pages }) =>
        [title, summary, ...tags, ...pages].some((text) => text.trim() === '') ||
        tags.length === 0 ||
        pages.length < 2 ||
        pages.some((page) => page.split(/\s+/).length < 20),
    );
    expect(hollow.map(({ id }) => id)).toEqual([]);
  });

  test('name themes of the list only, and every theme has items', () => {
    expect(new Set(documents.flatMap((document) => document.themes))).toEqual(new Set(themes.map(({ id }) => id)));
    expect(repeated(themes.flatMap(({ fi, sv }) => [fi, sv]))).toEqual([]);
  });
});

describe('the queries', () => {
  test('are at least 220, of which at least 100 are held out', () => {
    expect(all.length).toBeGreaterThanOrEqual(220);
    expect(heldOut.length).toBeGreaterThanOrEqual(100);
  });

  test('have their own ids, and none is asked twice or in both files', () => {
    expect(repeated(all.map(({ id }) => id))).toEqual([]);
    expect(repeated(all.map(({ query }) => query.trim().toLocaleLowerCase('fi')))).toEqual([]);
  });

  test('point at items that exist, each once', () => {
    const ids = new Set(documents.map(({ id }) => id));
    const wrong = all.filter(({ relevant }) => relevant.some((id) => !ids.has(id)) || repeated(relevant).length > 0);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test.each([
    { name: 'to develop with', set: queries },
    { name: 'held out', set: heldOut },
  ])('$name are of every trait, and only those of “none” have no relevant item', ({ set }) => {
    expect(new Set(set.map(({ trait }) => trait))).toEqual(new Set(TRAITS));
    const wrong = set.filter(({ trait, relevant }) => (trait === 'none') !== (relevant.length === 0));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
