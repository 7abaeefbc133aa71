/** Data of one survey on its page: kept fresh while it is open, changed where an answer brings it. */
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
import { getSurvey, type SurveyView } from './calls.ts';

/** Milliseconds between looks at what others may change. */
const LIVE = 10_000;
const COUNTING = 2000;
const CALM = 30_000;

export const keyOfSurvey = (person: string, network: string, id: string): readonly string[] => [
  person,
  network,
  'survey',
  id,
];

export function useSurvey(id: string): UseQueryResult<SurveyView> {
  const { api, network, person } = useSession();
  return useQuery({
    queryKey: keyOfSurvey(person, network.id, id),
    queryFn: ({ signal }) => api.send(getSurvey, { params: { survey: id } }, signal),
    refetchInterval: ({ state }) => {
      const phase = state.data?.phase;
      return phase === 'counting' ? COUNTING : phase === 'open' || phase === 'scheduled' ? LIVE : CALM;
    },
  });
}

/** Sends something that changes a survey; the answer is the survey as it is now, and the lists are asked for anew. */
export function useSurveyChange<P, B>(
  call: Call<P, B, SurveyView>,
  onDone?: (now: SurveyView) => void,
): UseMutationResult<SurveyView, ApiProblem, Sent<P, B>> {
  const { api, network, person } = useSession();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent<P, B>) =>
      api.send(call, sent).catch((error: unknown): never => {
        throw apiProblem(error);
      }),
    onSuccess: (now) => {
      client.setQueryData(keyOfSurvey(person, network.id, now.id), now);
      for (const stale of ['surveys', 'survey-texts', 'feedback', 'troubled'])
        void client.invalidateQueries({ queryKey: [person, network.id, stale] });
      onDone?.(now);
    },
  });
}
