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
import type { Call, Sent } from './call.ts';
import {
  type EventSummary,
  type EventView,
  getEvent,
  getPoll,
  listEvents,
  listPolls,
  listSurveys,
  listTroubledPosts,
  type PollSummary,
  type PollView,
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

export function useEvents(): UseInfiniteQueryResult<Events> {
  const { api, network, person } = useSession();
  return useInfiniteQuery({
    queryKey: [person, network.id, 'events'],
    queryFn: ({ pageParam, signal }) => api.send(listEvents, { params: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => ({
      coming: pages[0]?.coming ?? [],
      drafts: pages[0]?.drafts ?? [],
      past: pages.flatMap((page) => page.past),
      mayCreate: pages[0]?.mayCreate ?? false,
    }),
    refetchInterval: CALM,
  });
}
interface Events {
  /** The next one first. */
  readonly coming: readonly EventSummary[];
  /** For coordinators. */
  readonly drafts: readonly EventSummary[];
  /** The latest first; those fetched so far. */
  readonly past: readonly EventSummary[];
  readonly mayCreate: boolean;
}

export function useEvent(id: string): UseQueryResult<EventView> {
  const { api, network, person } = useSession();
  return useQuery({
    queryKey: [person, network.id, 'event', id],
    queryFn: ({ signal }) => api.send(getEvent, { params: { event: id } }, signal),
    refetchInterval: ({ state }) => (state.data?.phase === 'upcoming' ? LIVE : CALM),
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
export const usePollChange = <P, B>(
  call: Call<P, B, PollView>,
  onDone?: (poll: PollView) => void,
): Change<P, B, PollView> => useChange(call, { name: 'poll', stale: ['polls', 'troubled'] }, onDone);

/** The same of an event. */
export const useEventChange = <P, B>(
  call: Call<P, B, EventView>,
  onDone?: (event: EventView) => void,
): Change<P, B, EventView> =>
  useChange(call, { name: 'event', stale: ['events', 'participants', 'materials', 'troubled'] }, onDone);

type Change<P, B, V> = UseMutationResult<V, ApiProblem, Sent<P, B>>;

function useChange<P, B, V extends { readonly id: string }>(
  call: Call<P, B, V>,
  { name, stale }: { name: string; stale: readonly string[] },
  onDone?: (now: V) => void,
): Change<P, B, V> {
  const { api, network, person } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent<P, B>) => api.send(call, sent).catch(asProblem),
    onSuccess: (now) => {
      client.setQueryData([person, network.id, name, now.id], now);
      for (const one of stale) void client.invalidateQueries({ queryKey: [person, network.id, one] });
      onDone?.(now);
    },
  });
}

/** Surveys and feedback of the network, open first. */
export const useSurveys = () => useReadPages('surveys', listSurveys, { params: {}, every: CALM });

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
  { params, isWanted = true, every }: { params: Omit<P, 'after'>; isWanted?: boolean; every?: number },
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
    ...(every === undefined ? {} : { refetchInterval: every }),
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
