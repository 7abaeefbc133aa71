/** Reach, for coordinators alone: who took part in what, who is silent. It stores nothing. */
import type { Feature } from '../../core/feature.ts';
import { reachRoutes } from './api.ts';
import { reachDownloads } from './export.ts';

export const reach: Feature = {
  name: 'reach',
  kinds: [],
  handlers: [],
  commands: [],
  jobs: [],
  drawings: [],
  routes: reachRoutes,
  downloads: reachDownloads,
};
