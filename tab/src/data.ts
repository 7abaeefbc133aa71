/** Data of the network on the pages: asked for once, kept fresh, changed where an answer brings it. */
import {
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type ApiProblem, apiProblem } from './api.ts';
import {
  type Call,
  getPoll,
  listMaterials,
  listPolls,
  listTroubledPosts,
  type Material,
  type PollSummary,
  type PollView,
  type Sent,
} from './calls.ts';
import { useSession } from './session.ts';

/** Milliseconds between looks at what others may change. */
const LIVE = 10_000;
const COUNTING = 2000;
const CALM = 30_000;

export function usePolls(): UseInfiniteQueryResult<{ polls: PollSummary[]; mayCreate: boolean }> {
  const { api, network, person } = useSession();
  return useInfiniteQuery({
    queryKey: [person, network.id, 'polls'],
    queryFn: ({ pageParam, signal }) => api.send(listPolls, { params: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => ({
      polls: pages.flatMap((page) => page.polls),
      mayCreate: pages[0]?.mayCreate ?? false,
    }),
    refetchInterval: CALM,
  });
}

export function usePoll(id: string): UseQueryResult<PollView> {
  const { api, network, person } = useSession();
  return useQuery({
    queryKey: [person, network.id, 'poll', id],
    queryFn: ({ signal }) => api.send(getPoll, { params: { poll: id } }, signal),
    refetchInterval: ({ state }) => {
      const phase = state.data?.phase;
      return phase === 'counting' ? COUNTING : phase === 'open' || phase === 'scheduled' ? LIVE : CALM;
    },
  });
}

export function useMaterials(): UseInfiniteQueryResult<Material[]> {
  const { api, network, person } = useSession();
  return useInfiniteQuery({
    queryKey: [person, network.id, 'materials'],
    queryFn: ({ pageParam, signal }) => api.send(listMaterials, { params: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => pages.flatMap((page) => page.materials),
    staleTime: CALM,
  });
}

export function useTroubledPosts(): UseQueryResult<TroubledPosts> {
  const { api, network, person } = useSession();
  return useQuery({
    queryKey: [person, network.id, 'troubled'],
    queryFn: ({ signal }) => api.send(listTroubledPosts, {}, signal),
    enabled: network.coordinator,
    refetchInterval: CALM,
  });
}
type TroubledPosts = typeof listTroubledPosts extends Call<unknown, unknown, infer R> ? R : never;

/** Sends something that changes a poll; the answer is the poll as it is now, and the lists are asked for anew. */
export function usePollChange<P, B>(
  call: Call<P, B, PollView>,
  onDone?: (poll: PollView) => void,
): UseMutationResult<PollView, ApiProblem, Sent<P, B>> {
  const { api, network, person } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent<P, B>) => api.send(call, sent).catch(asProblem),
    onSuccess: (poll) => {
      client.setQueryData([person, network.id, 'poll', poll.id], poll);
      void client.invalidateQueries({ queryKey: [person, network.id, 'polls'] });
      void client.invalidateQueries({ queryKey: [person, network.id, 'troubled'] });
      onDone?.(poll);
    },
  });
}

/**
 * Anything else that is read. `name` is the first part of its key, by which `useSend` calls it stale; what was shown stays while
 * other `params` of it are fetched.
 */
export function useRead<P, B, R>(
  name: string,
  call: Call<P, B, R>,
  { params, isWanted = true, every }: { params?: P; isWanted?: boolean; every?: number } = {},
): UseQueryResult<R> {
  const { api, network, person } = useSession();
  return useQuery({
    queryKey: [person, network.id, name, call.path, params],
    queryFn: ({ signal }) => api.send(call, params === undefined ? {} : { params }, signal),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

/** The same for what comes in pages, each of which names the `next`; `pages` holds those fetched so far. */
export function useReadPages<
  P extends { readonly after?: string | undefined },
  B,
  R extends { next?: string | undefined },
>(
  name: string,
  call: Call<P, B, R>,
  { params, isWanted = true }: { params: Omit<P, 'after'>; isWanted?: boolean },
): UseInfiniteQueryResult<{ pages: R[] }> {
  const { api, network, person } = useSession();
  return useInfiniteQuery({
    queryKey: [person, network.id, name, call.path, params],
    queryFn: ({ pageParam, signal }) =>
      api.send(call, { params: { ...params, after: pageParam } as unknown as P }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}

/** Sends anything else; `stale` names what to ask for anew. */
export function useSend<P, B, R>(
  call: Call<P, B, R>,
  { stale, onDone }: { stale?: string | readonly string[]; onDone?: (answer: R) => void } = {},
): UseMutationResult<R, ApiProblem, Sent<P, B>> {
  const { api, network, person } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent<P, B>) => api.send(call, sent).catch(asProblem),
    onSuccess: (answer) => {
      for (const name of [stale ?? []].flat()) void client.invalidateQueries({ queryKey: [person, network.id, name] });
      onDone?.(answer);
    },
  });
}

const asProblem = (error: unknown): never => {
  throw apiProblem(error);
};
