/** The digest: a card in the channel, weekly or monthly, of what is new, open and ahead in the network. */
import type { Feature } from '../../core/feature.ts';
import { digestRoutes } from './api.ts';
import { digests } from './digest.ts';
import { drawDigest, sendDigest } from './operations.ts';

export const digest: Feature = {
  name: 'digest',
  kinds: [digests],
  handlers: [],
  commands: [],
  jobs: [{ kind: 'digest.send', run: (job, work) => sendDigest(work, job) }],
  drawings: [{ name: 'digest.digest', draw: drawDigest }],
  routes: digestRoutes,
  downloads: [],
};
