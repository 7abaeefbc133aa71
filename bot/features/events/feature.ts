/** Events: what the bot does with their cards and words, what runs by the clock, and how their posts are drawn. */
import { plain } from '../../cards/kit.ts';
import type { Drawing, Feature, JobHandler } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { registerNow } from '../../core/register.ts';
import { tellNews } from './answer-operations.ts';
import { eventRoutes } from './api.ts';
import * as cards from './cards.ts';
import { doorRoutes } from './door-api.ts';
import { events as eventKind } from './event.ts';
import { findEvent, heal } from './memory.ts';
import { mailInvitations, resumePublishing, tellComing } from './operations.ts';
import { registrations } from './registration.ts';
import { ledgers } from './seats.ts';
import { channelFrame, shownTo } from './shown.ts';

// ── By the clock ───────────────────────────────────────────────────────────────────────────────

const jobs: readonly JobHandler[] = [
  { kind: 'events.publish', isVital: true, run: ({ key }, work) => resumePublishing(work, key as ActivityId) },
  { kind: 'events.mail', isVital: true, run: ({ key }, work) => mailInvitations(work, key as ActivityId) },
  { kind: 'events.tell', isVital: true, run: ({ key }, work) => tellComing(work, key) },
  {
    kind: 'events.news',
    isVital: true,
    run: ({ key }, work) => tellNews(work, (key.split('|')[0] ?? '') as ActivityId),
  },
  {
    kind: 'events.heal',
    isVital: true,
    run: async ({ key }, work) => heal(work, key as ActivityId, await registerNow(work)),
  },
];

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

const drawings: readonly Drawing[] = [
  {
    name: 'events.event',
    async draw(subject, work) {
      const event = await findEvent(work, subject as ActivityId);
      if (!event || event.state === 'draft' || event.state === 'undone') return undefined;
      return {
        card: cards.eventCard(event, await shownTo(work, event), channelFrame(work, event)),
        summary: plain(event.title),
      };
    },
  },
];

export const events: Feature = {
  name: 'events',
  kinds: [eventKind, registrations, ledgers],
  handlers: [],
  commands: [],
  jobs,
  drawings,
  routes: [...eventRoutes, ...doorRoutes],
  downloads: [],
};
