/** Letters by mail as coordinators see them. What is stored of them belongs to the queue, `bot/mail`. */
import type { Feature } from '../../core/feature.ts';
import { letterRoutes } from './api.ts';

export const letters: Feature = {
  name: 'letters',
  kinds: [],
  handlers: [],
  commands: [],
  jobs: [],
  drawings: [],
  routes: letterRoutes,
  downloads: [],
};
