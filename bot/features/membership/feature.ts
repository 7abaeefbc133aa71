/** Membership and fees of organisations, for coordinators alone. */
import type { Feature } from '../../core/feature.ts';
import { membershipRoutes } from './api.ts';
import { membershipDownloads } from './export.ts';
import { contactNotes } from './membership.ts';
import { membershipPersonal } from './personal.ts';

export const membership: Feature = {
  name: 'membership',
  kinds: [contactNotes],
  handlers: [],
  commands: [],
  jobs: [],
  drawings: [],
  routes: membershipRoutes,
  downloads: membershipDownloads,
  personal: membershipPersonal,
};
