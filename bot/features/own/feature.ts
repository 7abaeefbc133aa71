/** What people see and change of themselves: details, mail choices, their personal link, joining and leaving. Members' documents are kept by the network. */
import type { Feature } from '../../core/feature.ts';
import { ownRoutes } from './api.ts';
import { ownLetters } from './letters.ts';
import { isToBeAsked } from './operations.ts';
import { ownPages } from './pages.ts';
import { text } from './text.ts';

export const own: Feature = {
  name: 'own',
  kinds: [],
  handlers: [],
  commands: [],
  jobs: [],
  drawings: [],
  routes: ownRoutes,
  downloads: [],
  pages: ownPages,
  letters: ownLetters,
  waiting: async (visit) => ((await isToBeAsked(visit)) ? [{ title: visit.t(text.sayWhom), page: 'own' }] : []),
};
