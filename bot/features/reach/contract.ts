/** What the tab and the server say to each other about reach; for coordinators alone. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { organisationId } from '../../core/network.ts';
import { membership } from '../../core/organisation.ts';
import { participationType, reachFilter } from './reach-filter.ts';

const none = z.object({});

export const reachActivity = z.object({
  activity: activityId,
  type: participationType,
  title: z.string(),
  /** When it was last taken part in. */
  at: instant,
  people: z.number().int(),
  organisations: z.number().int(),
  /** People who took part in anything for the first time. */
  firstTimers: z.number().int(),
});
export type ReachActivity = z.infer<typeof reachActivity>;

export const reachRow = z.object({
  id: organisationId,
  /** In the reader's language. */
  name: z.string(),
  kind: z.string(),
  membership,
  region: z.string().optional(),
  /** Of the network now. */
  people: z.number().int(),
  /** Of them who took part in something. */
  activePeople: z.number().int(),
  /** How many activities, by type; types without any are left out. */
  activities: z.partialRecord(participationType, z.number().int()),
  total: z.number().int(),
  firstAt: instant.optional(),
  lastAt: instant.optional(),
  /** Its people who were in the last activity of all and in none before. */
  firstTimers: z.number().int(),
  /** Member, or entitled to vote, and took part in nothing. */
  isSilent: z.boolean(),
});
export type ReachRow = z.infer<typeof reachRow>;

export const getReach = endpoint({
  method: 'GET',
  path: '/reach',
  summary: 'Which organisations took part in what in the last twelve months.',
  params: reachFilter,
  body: none,
  response: z.object({
    since: instant,
    /** Types that there are, for columns. */
    types: z.array(participationType),
    organisations: z.array(reachRow),
    /** Of the whole network, whatever the filter. */
    totals: z.object({
      organisations: z.number().int(),
      active: z.number().int(),
      silent: z.number().int(),
      people: z.number().int(),
      activePeople: z.number().int(),
      silentPeople: z.number().int(),
      /** Who took part and represents no organisation yet. */
      withoutOrganisation: z.number().int(),
    }),
    lastActivity: reachActivity.optional(),
  }),
});

export const getReachOf = endpoint({
  method: 'GET',
  path: '/reach/{organisation}',
  summary:
    'What an organisation took part in during the last twelve months, newest first, with how many of its people.',
  params: z.object({ organisation: organisationId }),
  body: none,
  response: z.object({
    activities: z.array(reachActivity.pick({ activity: true, type: true, title: true, at: true, people: true })),
  }),
});

export const reachFile = endpoint({
  method: 'POST',
  path: '/reach/file',
  summary: 'A signed address of the list as a file.',
  params: none,
  body: z.object({ filter: reachFilter, format: z.enum(['csv', 'xlsx']) }),
  response: z.object({ url: z.string() }),
});
