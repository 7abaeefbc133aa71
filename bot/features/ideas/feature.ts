/** Ideas: calls with rules, ideas that are supported and merged with a trace, votes and decisions, and telling authors what became of theirs. */
import type { Feature, JobHandler } from '../../core/feature.ts';
import { activityId } from '../../core/ids.ts';
import type { Searchable } from '../../core/ports.ts';
import { ideaRoutes } from './api.ts';
import { commands, drawings, handlers } from './chat-operations.ts';
import { collections } from './collection.ts';
import { closedCall, followDecided, openCall } from './desk-operations.ts';
import { ideaDownloads } from './export.ts';
import { afterPoll, followVote, settle, tellStep } from './follow-operations.ts';
import { comments, ideas as ideaKind, supports } from './idea.ts';
import { ideaLetters } from './letters.ts';
import { ideaActs } from './lineage.ts';
import { facts, handover, news, openForGroup, participation, waiting } from './news-operations.ts';
import { ideaPages } from './pages.ts';
import { ideaPersonal } from './personal.ts';
import { searchable } from './search-operations.ts';

const jobs: readonly JobHandler[] = [
  { kind: 'ideas.open', isVital: true, run: ({ key }, work) => openCall(work, key) },
  { kind: 'ideas.close', isVital: true, run: ({ key }, work) => closedCall(work, key) },
  {
    kind: 'ideas.settle',
    isVital: true,
    run: async ({ key }, work) => {
      await settle(work, activityId.parse(key));
    },
  },
  { kind: 'ideas.followVote', isVital: true, run: ({ key }, work) => followVote(work, activityId.parse(key)) },
  { kind: 'ideas.followDecision', isVital: true, run: ({ key }, work) => followDecided(work, activityId.parse(key)) },
  { kind: 'ideas.afterPoll', isVital: true, run: ({ key }, work) => afterPoll(work, key) },
  { kind: 'ideas.tell', isVital: true, run: ({ key }, work) => tellStep(work, key) },
];

export const ideas: Feature = {
  name: 'ideas',
  module: 'ideas',
  kinds: [collections, ideaKind, ideaActs, supports, comments],
  handlers,
  commands,
  jobs,
  drawings,
  routes: ideaRoutes,
  downloads: ideaDownloads,
  pages: ideaPages,
  waiting,
  letters: ideaLetters,
  personal: ideaPersonal,
  participation,
  handover,
  openForGroup,
  facts,
  news,
  searchable: searchable as unknown as Searchable,
  afterPoll: 'ideas.afterPoll',
};
