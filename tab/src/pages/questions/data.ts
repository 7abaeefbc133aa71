/** Data of one question on its page: kept fresh while others may answer, changed where an answer brings it. */
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
import { getQuestion, type QuestionView } from './calls.ts';

/** Milliseconds between looks at what others may change. */
const LIVE = 15_000;

export const questionPage = (id: string): string => `questions/${encodeURIComponent(id)}`;

const keyOf = (person: string, network: string, id: string): readonly string[] => [person, network, 'question', id];

export function useQuestion(id: string): UseQueryResult<QuestionView> {
  const { api, network, person } = useSession();
  return useQuery({
    queryKey: keyOf(person, network.id, id),
    queryFn: ({ signal }) => api.send(getQuestion, { params: { question: id } }, signal),
    refetchInterval: LIVE,
  });
}

/** Sends something that changes a question; the answer is the question as it is now, and the lists are asked for anew. */
export function useQuestionChange<P, B>(
  call: Call<P, B, QuestionView>,
  onDone?: (now: QuestionView) => void,
): UseMutationResult<QuestionView, ApiProblem, Sent<P, B>> {
  const { api, network, person } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent<P, B>) =>
      api.send(call, sent).catch((error: unknown): never => {
        throw apiProblem(error);
      }),
    onSuccess: (now) => {
      client.setQueryData(keyOf(person, network.id, now.id), now);
      for (const stale of ['questions', 'questions-desk'])
        void client.invalidateQueries({ queryKey: [person, network.id, stale] });
      onDone?.(now);
    },
  });
}
