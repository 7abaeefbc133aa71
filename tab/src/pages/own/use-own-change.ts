/** Sends a change of one's own details; every page that shows them asks anew. */
import type { UseMutationResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../api.ts';
import type { Sent } from '../../call.ts';
import { type OwnView, putOwn } from '../../calls.ts';
import { useSend } from '../../data.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { ownText } from './text.ts';

type Asked = NonNullable<typeof putOwn.types>;

/** What shows something of the reader. */
export const SHOWS_OWN = ['own', 'register', 'organisations', 'people', 'help', 'groups'];

export function useOwnChange(
  onDone?: (own: OwnView) => void,
): UseMutationResult<OwnView, ApiProblem, Sent<Asked[0], Asked[1]>> {
  const t = useT();
  const say = useSay();
  return useSend(putOwn, {
    stale: SHOWS_OWN,
    onDone: (own) => {
      say(t(ownText.saved));
      onDone?.(own);
    },
  });
}
