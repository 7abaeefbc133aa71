/** Data of the material bank: lists page by page as they are looked at, and one item on its page. */
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { type ApiProblem, apiProblem } from '../../api.ts';
import type { Call, Sent } from '../../call.ts';
import { useSession } from '../../session.ts';
import { getMaterial, listMaterials, type MaterialList, type MaterialRow, type MaterialView } from './calls.ts';
import { type Asked, PAGE, paramsOf } from './place.ts';

/** Milliseconds between looks at what others may change, at what is being taken into the index, and when nothing came. */
const CALM = 60_000;
const BEHIND = 2000;
const TROUBLED = 5000;

/** The first fifty, with what is told of all. What was shown stays while others are fetched. */
export function useFirstPage(asked: Asked): UseQueryResult<MaterialList> {
  const { api, network, person } = useSession();
  return useQuery({
    queryKey: [person, network.id, 'materials', paramsOf(asked, 0)],
    queryFn: ({ signal }) => api.send(listMaterials, { params: paramsOf(asked, 0) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.status === 'error' ? TROUBLED : state.data?.isBehind ? BEHIND : CALM),
  });
}

/** A place in a list, with its row once that has been fetched. */
export interface Slot {
  readonly index: number;
  readonly row?: MaterialRow | undefined;
}

/** All places of a list; `pages`: numbers of those that are looked at now. */
export function useSlots(asked: Asked, first: MaterialList | undefined, pages: readonly number[]): readonly Slot[] {
  const { api, network, person } = useSession();
  const client = useQueryClient();
  const total = first?.total ?? 0;
  const { isNewOnly } = asked;
  const wanted = useMemo(() => pages.filter((page) => page > 0 && page * PAGE < total), [pages, total]);
  const others = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [person, network.id, 'materials', paramsOf(asked, page * PAGE)],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.send(listMaterials, { params: paramsOf(asked, page * PAGE) }, signal),
      staleTime: CALM,
    })),
    combine: rowsOf,
  });
  // One more or less on top moves all the others.
  const before = useRef({ asked, total });
  useEffect(() => {
    const isSame = before.current.asked === asked;
    const hasMoved = isSame && before.current.total !== total;
    before.current = { asked, total };
    if (hasMoved)
      void client.invalidateQueries({
        queryKey: [person, network.id, 'materials'],
        predicate: ({ queryKey }) => (queryKey[3] as { from?: string } | undefined)?.from !== undefined,
      });
  }, [asked, total, client, person, network.id]);
  return useMemo(() => {
    const rows = new Map<number, MaterialRow>();
    const put = (materials: readonly MaterialRow[] | undefined, from: number): void => {
      for (const [at, row] of (materials ?? []).entries()) rows.set(from + at, row);
    };
    put(first?.materials, 0);
    for (const [at, page] of wanted.entries()) put(others[at], page * PAGE);
    if (isNewOnly)
      return [...rows.values()].flatMap((row, index) => (row.isNew ? [{ index, row }] : [])).map(renumbered);
    return Array.from({ length: total }, (_, index) => ({ index, row: rows.get(index) }));
  }, [first, wanted, others, total, isNewOnly]);
}

const rowsOf = (
  results: readonly { readonly data: MaterialList | undefined }[],
): readonly (readonly MaterialRow[] | undefined)[] => results.map(({ data }) => data?.materials);

const renumbered = ({ row }: Slot, index: number): Slot => ({ index, row });

const keyOf = (person: string, network: string, id: string): readonly string[] => [person, network, 'material', id];

export function useMaterial(id: string): UseQueryResult<MaterialView> {
  const { api, network, person } = useSession();
  return useQuery({
    queryKey: keyOf(person, network.id, id),
    queryFn: ({ signal }) => api.send(getMaterial, { params: { material: id } }, signal),
    refetchInterval: CALM,
  });
}

/** Sends something that changes an item; the answer is the item as it is now, and the lists are asked for anew. */
export function useMaterialChange<P, B>(
  call: Call<P, B, MaterialView>,
  onDone?: (now: MaterialView) => void,
): UseMutationResult<MaterialView, ApiProblem, Sent<P, B>> {
  const { api, network, person } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent<P, B>) =>
      api.send(call, sent).catch((error: unknown): never => {
        throw apiProblem(error);
      }),
    onSuccess: (now) => {
      client.setQueryData(keyOf(person, network.id, now.id), now);
      for (const stale of ['materials', 'collections', 'material-desk', 'material-terms'])
        void client.invalidateQueries({ queryKey: [person, network.id, stale] });
      onDone?.(now);
    },
  });
}
