/** What the tab and the server say about posts that did not arrive. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { postId } from '../../core/ids.ts';

const none = z.object({});

export const troubledPost = z.object({
  id: postId,
  /** `polls.poll`, `polls.result` …: what it would show. */
  drawing: z.string(),
  subject: z.string(),
  /** unknown: cut off midway, it may or may not be in the channel. */
  state: z.enum(['unknown', 'failed']),
  reason: z.string().optional(),
  at: instant,
});

export const listTroubledPosts = endpoint({
  method: 'GET',
  path: '/posts/troubled',
  summary: 'Posts that failed or of which nobody knows whether they arrived.',
  params: none,
  body: none,
  response: z.object({ posts: z.array(troubledPost) }),
});

export const postAgain = endpoint({
  method: 'POST',
  path: '/posts/{post}/again',
  summary: 'Posts a failed or unknown one again, because a coordinator looked and says so.',
  params: z.object({ post: postId }),
  body: none,
  response: none,
});
