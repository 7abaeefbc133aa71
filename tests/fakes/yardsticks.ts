/** What the search is measured against: MiniSearch as its users set it up. */
import MiniSearch from 'minisearch';
import { newStemmer } from 'snowball-stemmers';
import type { SearchEntry } from '../../bot/core/ports.ts';

type Setting = 'plain' | 'stemmer' | 'stemmer and prefix';

const finnish = newStemmer('finnish');

/** `plain`: prefixes and typos as MiniSearch finds them. `stemmer`: a Finnish stemmer alone. The third is both. */
export function miniSearchOf(
  all: readonly { readonly id: string; readonly entry: SearchEntry }[],
  setting: Setting,
): (words: string) => string[] {
  const index = emptyMiniSearch(setting);
  index.addAll(all.map(({ id, entry }) => flat(id, entry)));
  return (words) => index.search(words).map(({ id }) => String(id));
}

export const emptyMiniSearch = (setting: Setting) =>
  new MiniSearch({
    fields: ['title', 'keywords', 'summary', 'text'],
    searchOptions: {
      boost: { title: 3, keywords: 3, summary: 2 },
      ...(setting === 'stemmer' ? {} : { prefix: true, fuzzy: 0.2 }),
    },
    ...(setting === 'plain'
      ? {}
      : { processTerm: (term: string) => (term.length < 2 ? term : finnish.stem(term.toLocaleLowerCase('fi'))) }),
  });

export const flat = (id: string, { title, keywords, summary, body, files }: SearchEntry) => ({
  ...{ id, title, keywords: keywords.join(' '), summary },
  text: [...body, ...files.flatMap(({ pages }) => pages.map(({ text }) => text))].join('\n'),
});
