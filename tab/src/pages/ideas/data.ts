/** Data of the pages of ideas: everything under one name, so that what changes one of them brings all up to date. */
import {
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useQueries,
} from '@tanstack/react-query';
import type { ApiProblem } from '../../api.ts';
import type { Call, Sent } from '../../call.ts';
import { useRead, useReadPages, useSend } from '../../data.ts';
import { useSession } from '../../session.ts';
import { type CollectionView, getCollection, getIdea, type IdeaRow, type IdeaView, listIdeas } from './calls.ts';

export const IDEAS = 'ideas';
/** Milliseconds between looks at what others propose and support. */
const LIVE = 20_000;

export const useCollection = (collection: string): UseQueryResult<CollectionView> =>
  useRead(IDEAS, getCollection, { params: { collection }, every: LIVE });

export const useIdea = (idea: string): UseQueryResult<IdeaView> =>
  useRead(IDEAS, getIdea, { params: { idea }, every: LIVE });

/** Several ideas whole, in this order; absent until all have come. `error`: what one of them failed with. */
export function useWholeIdeas(ids: readonly string[]): { readonly ideas?: IdeaView[]; readonly error?: unknown } {
  const { api, network, person } = useSession();
  return useQueries({
    queries: ids.map((idea) => ({
      queryKey: [person, network.id, IDEAS, getIdea.path, { idea }],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.send(getIdea, { params: { idea } }, signal),
    })),
    combine: (all) => {
      const failed = all.find(({ isError, data }) => isError && !data);
      if (failed) return { error: failed.error };
      const ideas = all.flatMap(({ data }) => data ?? []);
      return ideas.length === ids.length ? { ideas } : {};
    },
  });
}

export type Which = 'current' | 'own' | 'all';
export type Sort = 'newest' | 'support' | 'title';

export const useIdeas = (
  collection: string,
  { which, sort }: { readonly which: Which; readonly sort: Sort },
): UseInfiniteQueryResult<{ pages: { ideas: IdeaRow[]; next?: string | undefined }[] }> =>
  useReadPages(IDEAS, listIdeas, { params: { collection, which, sort }, every: LIVE });

export const useIdeaChange = <P, B, R>(
  call: Call<P, B, R>,
  onDone?: (answer: R) => void,
): UseMutationResult<R, ApiProblem, Sent<P, B>> => useSend(call, { stale: IDEAS, ...(onDone ? { onDone } : {}) });
