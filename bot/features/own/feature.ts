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
  async waiting(visit) {
    const { t, network, actor } = visit;
    if (actor.isInvited) return [{ title: t(text.join, { network: network.name }), page: 'join' }];
    return (await isToBeAsked(visit)) ? [{ title: t(text.sayWhom), page: 'own' }] : [];
  },
};
