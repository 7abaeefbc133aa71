/** What the tab and the server say about coordinators, handing over, and posts that did not arrive. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { postId } from '../../core/ids.ts';
import { moduleName } from '../../core/modules.ts';
import { memberId } from '../../core/network.ts';

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

// ── Parts of the app ───────────────────────────────────────────────────────────────────────────

const modulesView = z.object({ on: z.array(moduleName) });

export const listModules = endpoint({
  method: 'GET',
  path: '/modules',
  summary: 'Which of the parts that can be switched off are in use.',
  params: none,
  body: none,
  response: modulesView,
});

export const switchModule = endpoint({
  method: 'POST',
  path: '/modules/{module}',
  summary: 'Switches a part of the app on or off for everyone. What is off keeps what it had.',
  params: z.object({ module: moduleName }),
  body: z.object({ on: z.boolean() }),
  response: modulesView,
});

// ── Who coordinates ────────────────────────────────────────────────────────────────────────────

/** A person as others see them. */
export const personRef = z.object({
  id: memberId,
  name: z.string(),
  /** Whom they represent, in the reader's language. */
  organisation: z.string().optional(),
  /** False: they have left the network. */
  isCurrent: z.boolean(),
});
export type PersonRef = z.infer<typeof personRef>;

export const coordinatorsView = z.object({
  /** In order of names. One who has left the team can do nothing, and can be removed. */
  coordinators: z.array(personRef.extend({ isYou: z.boolean(), mayBeRemoved: z.boolean() })),
  /** The reader is a coordinator: names and removes others. */
  mayChange: z.boolean(),
  /** Nobody who coordinates is in the team any more. */
  isOrphaned: z.boolean(),
  /** The network is orphaned, and the reader owns the team or installed the app. */
  mayClaim: z.boolean(),
});
export type CoordinatorsView = z.infer<typeof coordinatorsView>;

export const listCoordinators = endpoint({
  method: 'GET',
  path: '/coordinators',
  summary: 'Who coordinates the network, and what the reader may do about it.',
  params: none,
  body: none,
  response: coordinatorsView,
});

export const nameCoordinator = endpoint({
  method: 'POST',
  path: '/coordinators',
  summary: 'Names a member of the team as coordinator and tells them in 1:1 chat. Named twice, they are one once.',
  params: none,
  body: z.object({ member: memberId }),
  response: coordinatorsView,
});

export const removeCoordinator = endpoint({
  method: 'DELETE',
  path: '/coordinators/{member}',
  summary: 'Removes a coordinator, also oneself; never the last one who is in the team.',
  params: z.object({ member: memberId }),
  body: none,
  response: coordinatorsView,
});

export const claimNetwork = endpoint({
  method: 'POST',
  path: '/claim',
  summary:
    'The reader becomes coordinator of an orphaned network: an owner of the team, or who installed the app in it.',
  params: none,
  body: none,
  response: coordinatorsView,
});

// ── Handing over ───────────────────────────────────────────────────────────────────────────────

export const handoverItem = z.object({
  id: z.string(),
  /** `polls.open`, `polls.scheduled`, `groups.seat`, `groups.substitute`, `network.delegate`, `network.claim`, `network.post` …: what it is. */
  kind: z.string(),
  title: z.string(),
  /** What there is to do about it, in the reader's language. */
  todo: z.string(),
  /** Page of the tab on which it is done. */
  page: z.string(),
  /** It passes to the successor when it is named in `moves`. */
  isMovable: z.boolean(),
});
export type HandoverItemView = z.infer<typeof handoverItem>;

export const handoverView = z.object({
  person: personRef,
  isCoordinator: z.boolean(),
  /** They can stop being a coordinator now: another one is in the team. */
  mayBeRemoved: z.boolean(),
  items: z.array(handoverItem),
});
export type HandoverView = z.infer<typeof handoverView>;

export const getHandover = endpoint({
  method: 'GET',
  path: '/handover',
  summary: 'Everything that hangs on a person, with what to do about it. Without a person: on the reader.',
  params: z.object({ person: memberId.optional() }),
  body: none,
  response: handoverView,
});

export const handOver = endpoint({
  method: 'POST',
  path: '/handover',
  summary:
    'Names the successor as coordinator, gives them what can be moved, and removes the leaving one if asked. Repeating it changes nothing more.',
  params: none,
  body: z.object({
    from: memberId,
    to: memberId,
    /** Ids of the items that the successor takes over. */
    moves: z.array(z.string()).max(1000),
    /** The leaving one stops being a coordinator. */
    removesLeaving: z.boolean(),
  }),
  response: handoverView.extend({
    /** Items that could not be moved, and why, in the reader's language. */
    refused: z.array(z.object({ id: z.string(), reason: z.string() })),
  }),
});
