/** What people say about something in a row under it: ideas, paragraphs of statements. Each feature keeps its own. */
import { z } from 'zod';
import { instant } from './clock.ts';
import { activityId, personKey } from './ids.ts';

export const LONGEST_COMMENT = 1000;

export const comment = z.object({
  id: activityId,
  /** What it is about: an idea, a statement. */
  of: activityId,
  /** Of a statement: which paragraph. */
  paragraph: z.string().max(40).optional(),
  by: personKey,
  text: z.string().min(1).max(LONGEST_COMMENT),
  at: instant,
  editedAt: instant.optional(),
});
export type Comment = z.infer<typeof comment>;
