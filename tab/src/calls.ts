/**
 * The requests of the contracts by method and path, typed by them. Only types are imported: the schemas would bring zod and
 * luxon into the first view. A test compares each row with its contract.
 */
import type { z } from 'zod';
import type * as materials from '../../bot/features/materials/contract.ts';
import type * as network from '../../bot/features/network/contract.ts';
import type * as polls from '../../bot/features/polls/contract.ts';
import type * as server from '../../bot/http/contract.ts';

interface Declared {
  readonly method: string;
  readonly params: z.ZodType;
  readonly body: z.ZodType;
  readonly response: z.ZodType;
}

export interface Call<P, B, R> {
  readonly method: string;
  readonly path: string;
  /** Of the server rather than of a network. */
  readonly isGlobal?: boolean;
  /** Needs no one to be signed in. */
  readonly isOpen?: boolean;
  /** Types only; never there. */
  readonly types?: [P, B, R];
}

/** Ids in addresses are plain strings; the server checks them. */
type Plain<T> = { readonly [K in keyof T]: T[K] extends string ? string : string | undefined };
export interface Sent<P, B> {
  readonly params?: P;
  readonly body?: B;
}

const call = <E extends Declared>(
  method: E['method'],
  path: string,
  more: { isGlobal?: boolean; isOpen?: boolean } = {},
): Call<Plain<z.infer<E['params']>>, z.infer<E['body']>, z.infer<E['response']>> => ({ method, path, ...more });

const global = { isGlobal: true };

export const getPublicConfig = call<typeof server.getPublicConfig>('GET', '/public-config', {
  ...global,
  isOpen: true,
});
export const getPeople = call<typeof server.getPeople>('GET', '/people', { ...global, isOpen: true });
export const getMe = call<typeof server.getMe>('GET', '/me', global);

export const listPolls = call<typeof polls.listPolls>('GET', '/polls');
export const getPoll = call<typeof polls.getPoll>('GET', '/polls/{poll}');
export const previewPoll = call<typeof polls.previewPoll>('POST', '/polls/preview');
export const createPoll = call<typeof polls.createPoll>('POST', '/polls');
export const castPollVote = call<typeof polls.castPollVote>('PUT', '/polls/{poll}/vote');
export const addPollOption = call<typeof polls.addPollOption>('POST', '/polls/{poll}/options');
export const correctPoll = call<typeof polls.correctPoll>('PATCH', '/polls/{poll}');
export const closePoll = call<typeof polls.closePoll>('POST', '/polls/{poll}/close');
export const reopenPoll = call<typeof polls.reopenPoll>('POST', '/polls/{poll}/reopen');
export const undoPoll = call<typeof polls.undoPoll>('POST', '/polls/{poll}/undo');
export const decidePoll = call<typeof polls.decidePoll>('POST', '/polls/{poll}/decide');
export const previewReminder = call<typeof polls.previewReminder>('GET', '/polls/{poll}/reminder');
export const remindPoll = call<typeof polls.remindPoll>('POST', '/polls/{poll}/reminder');
export const exportPoll = call<typeof polls.exportPoll>('POST', '/polls/{poll}/export');
export const repostPoll = call<typeof polls.repostPoll>('POST', '/polls/{poll}/repost');

export const listMaterials = call<typeof materials.listMaterials>('GET', '/materials');

export const listTroubledPosts = call<typeof network.listTroubledPosts>('GET', '/posts/troubled');
export const postAgain = call<typeof network.postAgain>('POST', '/posts/{post}/again');

export type Me = z.infer<typeof server.getMe.response>;
export type MyNetwork = Me['networks'][number];
export type Material = materials.MaterialView;
export type PollSummary = polls.PollSummary;
export type PollView = polls.PollView;
export type PollDraft = z.infer<(typeof polls.previewPoll)['body']>;
