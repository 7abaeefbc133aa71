/** Ideas and calls for them in a few words, as many pages say them. */
import { useT } from '../../speak.ts';
import type { Message, Translate } from '../../text.ts';
import { useWhen } from '../../when.ts';
import type { CollectionSummary, CollectionType, IdeaState, StepName } from './calls.ts';
import { ideaText as words } from './text.ts';

export const collectionPage = (id: string): string => `ideas/${encodeURIComponent(id)}`;
export const ideaPage = (id: string): string => `ideas/idea/${encodeURIComponent(id)}`;

export const PROPOSE: Readonly<Record<CollectionType, Message>> = {
  ideas: words.propose,
  topics: words.proposeTopic,
  pictures: words.proposePicture,
};

export const STATES: Readonly<Record<IdeaState, Message>> = {
  proposed: words.proposed,
  merged: words.merged,
  voted: words.stateVoted,
  decided: words.stateDecided,
  underWay: words.underWay,
  done: words.done,
  notTaken: words.notTaken,
};

export const STEPS: Readonly<Record<StepName, Message>> = {
  proposed: words.stepProposed,
  merged: words.stepMerged,
  split: words.stepSplit,
  back: words.stepBack,
  onVote: words.stepOnVote,
  voted: words.stepVoted,
  decided: words.stepDecided,
  underWay: words.stepUnderWay,
  done: words.stepDone,
  notTaken: words.stepNotTaken,
};

/** What is worth saying of where a call has come; while ideas come in, its deadline says enough. */
export const STAGES: Readonly<Partial<Record<CollectionSummary['stage'], Message>>> = {
  choosing: words.choosing,
  voting: words.voting,
  voted: words.voted,
  decided: words.decided,
};

/** `10 000 €` */
export const euros = (cost: number, t: Translate): string =>
  new Intl.NumberFormat(t.tag, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: cost % 1 === 0 ? 0 : 2,
  }).format(cost);

/** Until when a call is open, or that it is not. */
export function useOpening(): (of: Pick<CollectionSummary, 'phase' | 'opensAt' | 'closesAt'>) => string {
  const t = useT();
  const { when } = useWhen();
  return ({ phase, opensAt, closesAt }) => {
    if (phase === 'draft') return t(words.draft);
    if (phase === 'undone') return t(words.undone);
    if (phase === 'scheduled') return t(words.opens, { when: when(opensAt) });
    if (closesAt === undefined) return t(words.always);
    return t(phase === 'closed' ? words.closed : words.closes, { when: when(closesAt) });
  };
}

/** One a line, as typed; and back. */
export const linesOf = (typed: string): string[] => typed.split('\n');
export const asLines = (all: readonly string[]): string => all.join('\n');
