/** The shared material bank. */
import type { Feature } from '../../core/feature.ts';
import { routes } from './api.ts';
import { materials as kind } from './material.ts';

export const materials: Feature = {
  name: 'materials',
  kinds: [kind],
  handlers: [],
  commands: [],
  jobs: [],
  drawings: [],
  routes,
  downloads: [],
};
