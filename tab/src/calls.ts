/**
 * The requests of the contracts by method and path, typed by them. Only types are imported: the schemas would bring zod and
 * luxon into the first view. A test compares each row with its contract.
 */
import type { z } from 'zod';
import type * as groups from '../../bot/features/groups/contract.ts';
import type * as materials from '../../bot/features/materials/contract.ts';
import type * as members from '../../bot/features/members/contract.ts';
import type * as network from '../../bot/features/network/contract.ts';
import type * as own from '../../bot/features/own/contract.ts';
import type * as polls from '../../bot/features/polls/contract.ts';
import type * as privacy from '../../bot/features/privacy/contract.ts';
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
export const pollChoices = call<typeof polls.pollChoices>('GET', '/poll-choices');
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

export const getRegister = call<typeof members.getRegister>('GET', '/register');
export const listOrganisations = call<typeof members.listOrganisations>('GET', '/organisations');
export const getOrganisation = call<typeof members.getOrganisation>('GET', '/organisations/{organisation}');
export const listMembers = call<typeof members.listMembers>('GET', '/members');
export const getMember = call<typeof members.getMember>('GET', '/members/{member}');
export const searchHelp = call<typeof members.searchHelp>('GET', '/help');
export const searchMunicipalities = call<typeof members.searchMunicipalities>('GET', '/municipalities');
export const represent = call<typeof members.represent>('POST', '/register/own');
export const recommendColleague = call<typeof members.recommendColleague>('POST', '/recommendations');

export const listGroups = call<typeof groups.listGroups>('GET', '/groups');

export const getOwn = call<typeof own.getOwn>('GET', '/own');
export const putOwn = call<typeof own.putOwn>('PUT', '/own');
export const askLink = call<typeof own.askLink>('POST', '/own/link');
export const revokeLink = call<typeof own.revokeLink>('POST', '/own/link/revoke');

export const getOwnData = call<typeof privacy.getOwnData>('GET', '/privacy/own');
export const exportOwnData = call<typeof privacy.exportOwnData>('POST', '/privacy/own/export');
export const previewErasure = call<typeof privacy.previewErasure>('GET', '/privacy/erase');
export const eraseMyself = call<typeof privacy.eraseMyself>('POST', '/privacy/erase');
export const getNotice = call<typeof privacy.getNotice>('GET', '/privacy/notice');

export type Me = z.infer<typeof server.getMe.response>;
export type MyNetwork = Me['networks'][number];
export type Material = materials.MaterialView;
export type PollSummary = polls.PollSummary;
export type PollView = polls.PollView;
export type PollDraft = z.infer<(typeof polls.previewPoll)['body']>;
export type OrganisationRow = members.OrganisationRow;
export type OrganisationView = members.OrganisationView;
export type MemberRow = members.MemberRow;
export type RegisterFrame = z.infer<typeof members.getRegister.response>;
export type SeatView = groups.SeatView;
export type OwnView = own.OwnView;
