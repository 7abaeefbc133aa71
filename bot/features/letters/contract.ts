/** What the tab and the server say about letters by mail; for coordinators alone. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { memberId } from '../../core/network.ts';

/** See `LetterState` of the ports. */
export const letterState = z.enum([
  'waiting',
  'sending',
  'sent',
  'unknown',
  'refused',
  'noAddress',
  'unwanted',
  'pointless',
  'recent',
  'notConfigured',
]);

export const letterView = z.object({
  id: z.string(),
  to: memberId,
  name: z.string(),
  /** Which letter of the subject: `polls.open`. */
  drawing: z.string(),
  state: letterState,
  /** The state in words, in the reader's language. */
  says: z.string(),
  /** When it was reached. */
  at: instant,
});

export type LetterView = z.infer<typeof letterView>;

export const listLetters = endpoint({
  method: 'GET',
  path: '/letters',
  summary: 'What has become of each letter about a subject, such as a poll, by name.',
  params: z.object({ subject: z.string().min(1).max(400) }),
  body: z.object({}),
  response: z.object({
    /** False: the server has no mail settings. */
    isConfigured: z.boolean(),
    letters: z.array(letterView),
  }),
});
