/** Which rows of reach to show: what the tab, the file and the exports mean by “silent ones”. */
import { z } from 'zod';
import { membership } from '../../core/organisation.ts';

/** Of a query: booleans are words there. */
const flag = z.enum(['true', 'false']);

export const participationType = z.enum(['poll', 'event', 'feedback', 'survey', 'question', 'idea']);
export type ParticipationType = z.infer<typeof participationType>;

/** As query parameters. What is absent does not restrict. */
export const reachFilter = z.object({
  /** Part of the organisation's name. */
  text: z.string().max(100).optional(),
  /** Id of an area of the network. */
  area: z.string().max(100).optional(),
  region: z.string().max(20).optional(),
  /** Id of a kind of organisation. */
  kind: z.string().max(100).optional(),
  membership: membership.optional(),
  /** Only organisations that took part in nothing. */
  silent: flag.optional(),
  /** Only organisations with someone in the last activity for the first time. */
  firstTimers: flag.optional(),
});
export type ReachFilter = z.infer<typeof reachFilter>;
