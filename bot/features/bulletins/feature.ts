/** Bulletins: written by coordinators, sent to the channel and by mail with a report of delivery, and series of posts prepared beforehand. */
import type { Feature } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { bulletinRoutes } from './api.ts';
import { bulletins as bulletinKind } from './bulletin.ts';
import { bulletinDownloads } from './export.ts';
import { bulletinLetters } from './letters.ts';
import { drawBulletin, handover, openForGroup, sendBulletin } from './operations.ts';
import { bulletinOpenPages, bulletinPages } from './pages.ts';
import { bulletinPersonal } from './personal.ts';
import { bulletinRecipients } from './recipients.ts';
import { seriesKind } from './series.ts';

export const bulletins: Feature = {
  name: 'bulletins',
  module: 'bulletins',
  kinds: [bulletinKind, bulletinRecipients, seriesKind],
  handlers: [],
  commands: [],
  // one at a time: two jobs of one bulletin would freeze its recipients twice
  jobs: [
    { kind: 'bulletins.send', atOnce: 1, isVital: true, run: ({ key }, work) => sendBulletin(work, key as ActivityId) },
  ],
  drawings: [{ name: 'bulletins.bulletin', draw: drawBulletin }],
  routes: bulletinRoutes,
  downloads: bulletinDownloads,
  pages: bulletinPages,
  openPages: bulletinOpenPages,
  letters: bulletinLetters,
  personal: bulletinPersonal,
  handover,
  openForGroup,
};
