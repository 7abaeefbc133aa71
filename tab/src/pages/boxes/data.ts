/** Data of boxes and challenges: one on its page, and what changes them. */
import type { UseMutationResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../api.ts';
import type { Call, Sent } from '../../call.ts';
import { useReadPages, useSend } from '../../data.ts';
import { getBox, getChallenge } from './calls.ts';

/** Milliseconds between looks at what others may change. */
const CALM = 30_000;
const STALE = ['boxes', 'box', 'challenge', 'troubled'];

/** The first page holds all but the older stories. */
export const useBox = (id: string) => useReadPages('box', getBox, { params: { box: id }, every: CALM });

/** The first page holds all but the older deeds. */
export const useChallenge = (id: string) =>
  useReadPages('challenge', getChallenge, { params: { challenge: id }, every: CALM });

/** Sends something that changes a box or a challenge, and asks for both anew. */
export const useBoxChange = <P, B, R>(
  call: Call<P, B, R>,
  onDone?: (answer: R) => void,
): UseMutationResult<R, ApiProblem, Sent<P, B>> => useSend(call, { stale: STALE, ...(onDone ? { onDone } : {}) });
