/** Questions: the network and its coordinators help, and what was answered is kept. */
import type { Feature, JobHandler } from '../../core/feature.ts';
import type { Searchable } from '../../core/ports.ts';
import { routes } from './api.ts';
import { commands, drawings, handlers, inThread } from './chat-operations.ts';
import { downloads } from './export.ts';
import { letters } from './letters.ts';
import { facts, handover, news, participation, searchable, waiting } from './news-operations.ts';
import { finishAnswer, finishAsking, tellUnanswered } from './operations.ts';
import { pages } from './pages.ts';
import { questionPersonal } from './personal.ts';
import { answers, questions as questionKind } from './question.ts';

const jobs: readonly JobHandler[] = [
  { kind: 'questions.show', isVital: true, run: ({ key }, work) => finishAsking(work, key) },
  { kind: 'questions.follow', isVital: true, run: ({ key }, work) => finishAnswer(work, key) },
  { kind: 'questions.unanswered', run: ({ key }, work) => tellUnanswered(work, key) },
];

export const questions: Feature = {
  ...{ name: 'questions', module: 'questions', kinds: [questionKind, answers] },
  ...{ handlers, commands, jobs, drawings, routes, downloads, pages, letters, personal: questionPersonal },
  ...{ waiting, participation, facts, news, handover, inThread },
  searchable: searchable as unknown as Searchable,
};
