/** Privacy: everyone sees, downloads and erases what is stored on them; what is over its time goes; coordinators see who did what. */
import { auditEntries } from '../../core/audit.ts';
import type { Feature } from '../../core/feature.ts';
import { networkAt } from '../../core/network-now.ts';
import { privacyRoutes } from './api.ts';
import { erasures, privacySettingsKind } from './erasure.ts';
import { privacyDownloads } from './export.ts';
import { erase, keepRetention, scheduleRound } from './operations.ts';
import { privacyPages } from './pages.ts';

export const privacy: Feature = {
  name: 'privacy',
  kinds: [erasures, privacySettingsKind, auditEntries],
  handlers: [],
  commands: [],
  jobs: [
    { kind: 'privacy.erase', isVital: true, run: ({ key }, work) => erase(work, key) },
    { kind: 'privacy.retention', run: async (_, work) => keepRetention(work) },
  ],
  drawings: [],
  routes: privacyRoutes,
  downloads: privacyDownloads,
  pages: privacyPages,
  async onTeamEvent(event, services) {
    if (event.type !== 'installed') return;
    const network = await networkAt(event.team, services.store);
    if (network) await scheduleRound(services, network);
  },
};
