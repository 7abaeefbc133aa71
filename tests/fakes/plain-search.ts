/** Search in memory for worlds under a clock that stands still: reads everything anew at each query, and finds words as they are written. */
import { listAll } from '../../bot/core/list-all.ts';
import type { Search, Searchable, SearchEntry, SearchQuery, SearchResult } from '../../bot/core/ports.ts';
import type { Work } from '../../bot/core/turn.ts';

interface Found {
  readonly id: string;
  readonly entry: SearchEntry;
}

const textsOf = ({ title, summary, keywords, body, files }: SearchEntry): string =>
  [title, summary, ...keywords, ...body, ...files.flatMap(({ pages }) => pages.map(({ text }) => text))]
    .join(' ')
    .toLowerCase();

export function plainSearch(searchables: readonly Searchable[]): Search {
  const all = async (work: Work, wanted: string): Promise<Found[]> => {
    const found: Found[] = [];
    for (const { kind, entry } of searchables.filter((one) => one.kind.name === wanted))
      for (const { id, value } of await listAll(work.services.store, work.scope, kind)) {
        const made = await entry(value, work);
        if (made) found.push({ id, entry: made });
      }
    return found;
  };
  const isFor = ({ audiences }: SearchEntry, readers: SearchQuery['audiences']): boolean =>
    readers === 'all' || audiences.some((one) => readers.includes(one));

  return {
    async find({ kind, words, filter, audiences, sort, from, size, count = [] }, work): Promise<SearchResult> {
      const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
      const found = (await all(work, kind))
        .filter(({ entry }) => isFor(entry, audiences))
        .filter(({ entry }) => wanted.every((word) => textsOf(entry).includes(word)))
        .filter(({ entry }) => Object.entries(filter).every(([name, value]) => entry.facets[name]?.includes(value)))
        .sort((a, b) =>
          sort === 'title' ? (a.entry.title < b.entry.title ? -1 : 1) : a.entry.at > b.entry.at ? -1 : 1,
        );
      const facets = count.map((name) => {
        const n = new Map<string, number>();
        for (const value of found.flatMap(({ entry }) => entry.facets[name] ?? []))
          n.set(value, (n.get(value) ?? 0) + 1);
        return [name, [...n].map(([value, times]) => ({ value, n: times })).sort((a, b) => b.n - a.n)] as const;
      });
      return {
        hits: found.slice(from, from + size).map(({ id, entry }) => ({ id, row: entry.row })),
        ...{ total: found.length, facets: Object.fromEntries(facets), isBehind: false },
      };
    },
    async suggest({ kind, words, audiences }, work) {
      const seen = (await all(work, kind)).filter(({ entry }) => isFor(entry, audiences));
      const known = new Set(seen.flatMap(({ entry }) => textsOf(entry).split(/[^\p{L}\p{N}]+/u)));
      return [...known].filter((one) => one.startsWith(words.toLowerCase())).slice(0, 8);
    },
    async forget() {},
  };
}
