/** The search over a store of the tests' own, with a kind that is made for it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { networkId } from '../../bot/core/ids.ts';
import { kind } from '../../bot/core/kind.ts';
import type { Log, Search, Searchable, SearchEntry, SearchQuery, Store } from '../../bot/core/ports.ts';
import { type NetworkScope, networkScope } from '../../bot/core/scope.ts';
import type { Work } from '../../bot/core/turn.ts';
import { type ClosableSearch, createSearch } from '../../bot/search/search.ts';
import { fakeLog } from './fake-log.ts';
import { openTempStore } from './temp-store.ts';

/** An entry as it is, in a document. */
export const leaflets = kind({
  name: 'leaflet',
  container: 'materials',
  schema: z.custom<SearchEntry & { readonly isHidden?: true }>((value) => typeof value === 'object' && value !== null),
  indexed: true,
});

/** `of`: the parts that the test is about. */
export const leaflet = (of: Partial<SearchEntry> & { readonly isHidden?: true }): SearchEntry => ({
  ...{ title: '', summary: '', keywords: [], body: [], files: [], audiences: ['members'], facets: {} },
  ...{ at: '2026-01-01T00:00:00.000Z' as SearchEntry['at'], row: null },
  ...of,
});

export interface SearchableOfLeaflets {
  readonly searchable: Searchable;
  /** Entries that were made since the beginning. */
  made: number;
  version: string;
}

export function leafletsSearchable(): SearchableOfLeaflets {
  const own: SearchableOfLeaflets = {
    made: 0,
    version: '1',
    searchable: {
      kind: leaflets as Searchable['kind'],
      entry: async (value) => {
        own.made++;
        const entry = value as SearchEntry & { readonly isHidden?: true };
        return entry.isHidden ? undefined : entry;
      },
      version: async () => own.version,
    },
  };
  return own;
}

export interface SearchWorld {
  readonly store: Store;
  readonly folder: string;
  readonly search: ClosableSearch;
  readonly of: SearchableOfLeaflets;
  readonly scope: NetworkScope;
  readonly work: Work;
  put(id: string, of: Parameters<typeof leaflet>[0]): Promise<void>;
  remove(id: string): Promise<void>;
  /** Ids that are found, in order. */
  ids(words: string, of?: Partial<SearchQuery>): Promise<string[]>;
  close(): Promise<void>;
}

export const NETWORK = networkId.parse('network-1');

export const workIn = (network: string, store?: Store): Work =>
  ({ network: { id: network }, scope: networkScope(networkId.parse(network)), services: { store } }) as unknown as Work;

export const query = (words: string, of: Partial<SearchQuery> = {}): SearchQuery => ({
  ...{ kind: leaflets.name, words, filter: {}, audiences: ['members'], sort: 'best', from: 0, size: 20 },
  ...of,
});

/** `folder`: one that stays. `store`: another's, which stays open. */
export async function openSearchWorld(
  given: {
    readonly store?: Store;
    readonly folder?: string;
    readonly log?: Log;
    readonly patience?: number;
    readonly network?: string;
  } = {},
): Promise<SearchWorld> {
  const temp = given.store ? undefined : await openTempStore();
  const store = given.store ?? (temp?.store as Store);
  const folder = given.folder ?? (await mkdtemp(join(tmpdir(), 'search-')));
  const of = leafletsSearchable();
  const { patience = 30_000, log = fakeLog() } = given;
  const search = createSearch({ folder, store, searchables: [of.searchable], log, patience });
  const work = workIn(given.network ?? NETWORK, store);
  return {
    ...{ store, folder, search, of, work, scope: work.scope },
    async put(id, entry) {
      await store.upsert(work.scope, leaflets, id, leaflet(entry));
    },
    async remove(id) {
      await store.remove(work.scope, leaflets, id);
    },
    ids: (words, more) => idsOf(search, words, work, more),
    async close() {
      await search.close();
      await temp?.close();
      if (given.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

export const idsOf = async (
  search: Search,
  words: string,
  work: Work,
  of: Partial<SearchQuery> = {},
): Promise<string[]> => (await search.find(query(words, of), work)).hits.map(({ id }) => id);
