/** Where things of the material bank are: addresses of items and collections, and a list's words, filters and order as its address has them. */
import type { FacetName, ListMaterials, MaterialRow } from './calls.ts';

/** Items of one answer. */
export const PAGE = 50;

export const LIST_PAGE = 'materials';
export const collectionPage = (id: string): string => `${LIST_PAGE}/collections/${encodeURIComponent(id)}`;
export const NEW_PAGE = `${LIST_PAGE}/new`;
export const IMPORT_PAGE = `${LIST_PAGE}/import`;
export const DESK_PAGE = `${LIST_PAGE}/desk`;
export const TERMS_PAGE = `${LIST_PAGE}/terms`;
export const editPage = (id: string): string => `${materialPage(id)}/edit`;

/** `where`: the file and page on which what was looked for stands; the item opens there. */
export function materialPage(id: string, where?: MaterialRow['where']): string {
  const hit = new URLSearchParams({
    ...(where ? { file: where.file } : {}),
    ...(where?.page === undefined ? {} : { page: String(where.page) }),
  }).toString();
  return `${LIST_PAGE}/${encodeURIComponent(id)}${hit && `?${hit}`}`;
}

/** The file and page that an item's address asks for. */
export function hitIn(search: string): { readonly file?: string; readonly page?: number } {
  const params = new URLSearchParams(search);
  const file = params.get('file');
  const page = Number(params.get('page') ?? '');
  return { ...(file ? { file } : {}), ...(Number.isInteger(page) && page > 0 ? { page } : {}) };
}

/** As in the contract, those used most first: a test compares the two. */
export const FACETS = [
  'type',
  'theme',
  'event',
  'organisation',
  'tag',
  'targetGroup',
  'language',
  'state',
] as const satisfies FacetName[];

export const SORTS = ['best', 'newest', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list shows. */
export interface Asked {
  readonly words: string;
  readonly filters: Readonly<Partial<Record<FacetName, string>>>;
  readonly sort: Sort;
  /** Only what was added since the reader's last visit. */
  readonly isNewOnly: boolean;
}

export const EVERYTHING: Asked = { words: '', filters: {}, sort: 'newest', isNewOnly: false };

/** The order until one chooses another: the best are known only by words. */
export const usualSort = (words: string): Sort => (words.trim() === '' ? 'newest' : 'best');

/** `search`: what follows the path in the address. */
export function askedIn(search: string): Asked {
  const params = new URLSearchParams(search);
  const words = (params.get('words') ?? '').slice(0, 200);
  const sort = SORTS.find((one) => one === params.get('sort'));
  return {
    words,
    filters: Object.fromEntries(
      FACETS.flatMap((name) => {
        const value = params.get(name);
        return value ? [[name, value]] : [];
      }),
    ),
    sort: sort && !(sort === 'best' && words.trim() === '') ? sort : usualSort(words),
    isNewOnly: params.get('new') === '1',
  };
}

/** The other way round, with its question mark; what is as usual is left out. */
export function searchOf({ words, filters, sort, isNewOnly }: Asked): string {
  const query = new URLSearchParams({
    ...(words === '' ? {} : { words }),
    ...filters,
    ...(sort === usualSort(words) ? {} : { sort }),
    ...(isNewOnly ? { new: '1' } : {}),
  }).toString();
  return query && `?${query}`;
}

/** The list that shows this. */
export const listPage = (asked: Partial<Asked>): string => LIST_PAGE + searchOf({ ...EVERYTHING, ...asked });

export const isNarrowed = ({ words, filters, isNewOnly }: Asked): boolean =>
  words.trim() !== '' || Object.keys(filters).length > 0 || isNewOnly;

/** Other words, in the order that is usual for them unless one was chosen. */
export const withWords = (asked: Asked, words: string): Asked => ({
  ...asked,
  words,
  isNewOnly: false,
  sort: asked.sort === usualSort(asked.words) || asked.sort === 'best' ? usualSort(words) : asked.sort,
});

export function withFilter(asked: Asked, name: FacetName, value: string): Asked {
  const { [name]: _, ...others } = asked.filters;
  return { ...asked, isNewOnly: false, filters: value === '' ? others : { ...others, [name]: value } };
}

/** What the server is asked for the page of fifty that begins at `from`. */
export const paramsOf = ({ words, filters, sort }: Asked, from: number): ListMaterials => ({
  ...{ type: undefined, theme: undefined, tag: undefined, event: undefined, organisation: undefined },
  ...{ language: undefined, targetGroup: undefined, state: undefined },
  ...filters,
  words: words.trim(),
  // Without words the best are the newest: this is what the server knows as the list where one begins.
  sort,
  from: from === 0 ? undefined : String(from),
});

/** What is looked for once a suggestion is taken: it goes on from all that was typed, or from its last word. */
export function suggested(typed: string, suggestion: string): string {
  const before = typed.trimStart();
  if (fold(suggestion).startsWith(fold(before))) return suggestion;
  return before.replace(/\S*$/, suggestion);
}

const fold = (words: string): string => words.toLowerCase().normalize('NFC');
