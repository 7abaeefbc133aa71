/** Data of statements: one on its page, fresh while others write, and what changes it. */
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type ApiProblem, apiProblem } from '../../api.ts';
import type { Call, Sent } from '../../call.ts';
import { useSession } from '../../session.ts';
import { getStatement, type StatementView } from './calls.ts';

/** Milliseconds between looks at what others may change. */
const LIVE = 10_000;
const CALM = 60_000;

export function useStatement(id: string): UseQueryResult<StatementView> {
  const { api, network, person } = useSession();
  return useQuery({
    queryKey: [person, network.id, 'statement', id],
    queryFn: ({ signal }) => api.send(getStatement, { params: { statement: id } }, signal),
    refetchInterval: ({ state }) => (state.data?.isOpen ? LIVE : CALM),
  });
}

/** Sends something that changes a statement; the answer is the statement as it is now. */
export function useStatementChange<P, B>(
  call: Call<P, B, StatementView>,
  onDone?: (now: StatementView) => void,
): UseMutationResult<StatementView, ApiProblem, Sent<P, B>> {
  const { api, network, person } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent<P, B>) =>
      api.send(call, sent).catch((error: unknown): never => {
        throw apiProblem(error);
      }),
    onSuccess: (now) => {
      client.setQueryData([person, network.id, 'statement', now.id], now);
      for (const name of ['statements', 'comparison', 'troubled', 'materials'])
        void client.invalidateQueries({ queryKey: [person, network.id, name] });
      onDone?.(now);
    },
  });
}
