/** What the tab and the server say to each other about the digest. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { digestSettings } from './digest.ts';

export type { DigestSettings } from './digest.ts';

const none = z.object({});

export const digestView = z.object({
  settings: digestSettings,
  /** Absent: never. */
  next: instant.optional(),
  /** When the last one was sent. */
  last: instant.optional(),
});
export type DigestView = z.infer<typeof digestView>;

export const getDigest = endpoint({
  method: 'GET',
  path: '/digest',
  summary: 'How often a digest of what is new is posted in the network’s channel, and when next.',
  params: none,
  body: none,
  response: digestView,
});

export const putDigest = endpoint({
  method: 'PUT',
  path: '/digest',
  summary: 'Sets how often the digest is posted; never, weekly or monthly.',
  params: none,
  body: digestSettings,
  response: digestView,
});

export const previewDigest = endpoint({
  method: 'GET',
  path: '/digest/preview',
  summary: 'The next digest as it would look now; no card when there is nothing new, and none would be posted.',
  params: none,
  body: none,
  response: z.object({ card: z.record(z.string(), z.unknown()).optional() }),
});
