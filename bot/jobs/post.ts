/** The post as it is stored, and the pure steps of its life: waiting, sending, sent, and the ways in which that fails. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Instant, instant, MINUTE, plus } from '../core/clock.ts';
import { type PostId, personKey, postId } from '../core/ids.ts';
import { kind } from '../core/kind.ts';
import { address } from '../core/network.ts';
import type { NewPost, PostBody, PostStatus } from '../core/ports.ts';
import { hash } from './job.ts';

export const post = z.object({
  drawing: z.string(),
  subject: z.string(),
  to: z.union([z.object({ channel: z.literal(true) }), z.object({ thread: postId }), z.object({ person: personKey })]),
  state: z.enum(['waiting', 'sending', 'sent', 'unknown', 'failed', 'removed']),
  reason: z.string().optional(),
  /** When the state was reached. */
  at: instant,
  tries: z.number().int().nonnegative(),
  /** Names the one request that is under way while `sending`. */
  attempt: z.string().optional(),
  /** Where the message is, and its id in Teams, once sent. */
  address: address.optional(),
  messageId: z.string().optional(),
  sentAt: instant.optional(),
  /** Of what Teams shows now. */
  drawnHash: z.string().optional(),
  /** To be taken away from Teams. */
  isUnwanted: z.boolean(),
  /** Posts that wait for this one, whose thread they go to. */
  followers: z.array(postId),
});
export type Post = z.infer<typeof post>;
export const posts = kind<Post>({ name: 'post', container: 'activities', schema: post });

/** Names the posts that may be on the coordinator's desk, so that nobody searches all posts of the years. Written before the post changes. */
export const troubles = kind({ name: 'postTrouble', container: 'activities', schema: z.object({ since: instant }) });

/** Names the posts that wait for a paused network to go on. */
export const heldPosts = kind({ name: 'postHeld', container: 'activities', schema: z.object({ since: instant }) });

export function newPost({ drawing, subject, to }: NewPost, now: Instant): Post {
  return { drawing, subject, to, state: 'waiting', at: now, tries: 0, isUnwanted: false, followers: [] };
}

export function beginSending(of: Post, attempt: string, now: Instant): Post {
  if (of.state !== 'waiting' || of.isUnwanted) return of;
  return { ...of, state: 'sending', attempt, tries: of.tries + 1, at: now };
}

/** Nothing was done: it may be sent again without danger. */
export function backToWaiting(of: Post, now: Instant): Post {
  const { attempt: _, ...rest } = of;
  return { ...rest, state: 'waiting', at: now };
}

export function markSent(
  of: Post,
  sent: Required<Pick<Post, 'address' | 'messageId' | 'drawnHash'>>,
  now: Instant,
): Post {
  const { attempt: _, reason: __, ...rest } = of;
  return { ...rest, ...sent, state: 'sent', at: now, sentAt: now };
}

export function markTrouble(of: Post, state: 'unknown' | 'failed', reason: string, now: Instant): Post {
  const { attempt: _, ...rest } = of;
  return { ...rest, state, reason, at: now };
}

export function markRemoved(of: Post, now: Instant): Post {
  const { attempt: _, messageId: __, drawnHash: ___, ...rest } = of;
  return { ...rest, state: 'removed', at: now };
}

/** What a coordinator's “Post again” makes of an unknown or failed one; another stays as it is. */
export function asNew(of: Post, now: Instant): Post {
  if (of.state !== 'unknown' && of.state !== 'failed') return of;
  const { attempt: _, reason: __, messageId: ___, address: ____, drawnHash: _____, sentAt: ______, ...rest } = of;
  return { ...rest, state: 'waiting', tries: 0, isUnwanted: false, at: now };
}

/** What is in Teams, or may be, is to be taken away later; the rest is gone at once. */
export function unwanted(of: Post, now: Instant): Post {
  if (of.state === 'removed') return of;
  return of.state === 'sending' || of.messageId !== undefined ? { ...of, isUnwanted: true } : markRemoved(of, now);
}

export function statusOf(id: PostId, of: Post): PostStatus {
  const { drawing, subject, state, reason, at, messageId } = of;
  return {
    ...{ id, drawing, subject, state, at },
    ...(reason === undefined ? {} : { reason }),
    ...(messageId === undefined ? {} : { messageId }),
  };
}

/** That guests can't be reached in 1:1 chat is expected and no trouble of the coordinator's. */
export function isTrouble(of: Post): boolean {
  if (of.state === 'unknown') return true;
  return of.state === 'failed' && !('person' in of.to && (of.reason === 'unreachable' || of.reason === 'blocked'));
}

export function hashOf(body: PostBody): string {
  const shown = 'card' in body ? [body.card, body.summary] : [body.text];
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
}

/** When a live post is compared next with what Teams shows: once a minute, each post at its own second, the same on every instance. */
export function nextCheck(id: PostId, now: Instant): Instant {
  const own = hash(id) % MINUTE;
  return plus(now, MINUTE - ((Date.parse(now) - own) % MINUTE));
}

/** A post as the log names it: who gets a 1:1 message stands in its id, and an object id is a person's. */
export const loggedId = (id: PostId): string => id.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '…');
