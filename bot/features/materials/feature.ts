/** The shared material bank. */
import type { Feature } from '../../core/feature.ts';
import { routes } from './api.ts';
import { materials as kind, materialUses } from './material.ts';
import { facts } from './operations.ts';

export const materials: Feature = {
  name: 'materials',
  kinds: [kind, materialUses],
  handlers: [],
  commands: [],
  jobs: [],
  drawings: [],
  routes,
  downloads: [],
  facts,
};
