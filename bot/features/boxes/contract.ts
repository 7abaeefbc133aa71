/** What the tab and the server say to each other about boxes and challenges. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { boxDraft, storyDraft } from './box.ts';
import { challengeDraft, deedDraft } from './challenge.ts';

const none = z.object({});
const oneBox = z.object({ box: activityId });
const oneStory = oneBox.extend({ story: activityId });
const oneChallenge = z.object({ challenge: activityId });
const oneDeed = oneChallenge.extend({ deed: activityId });
const page = { after: z.string().optional() };

const pictureView = z.object({
  id: activityId,
  address: z.string(),
  alt: z.string(),
  width: z.int(),
  height: z.int(),
});

// ── Boxes ──────────────────────────────────────────────────────────────────────────────────────

export const storyView = z.object({
  id: activityId,
  text: z.string(),
  picture: pictureView.optional(),
  /** As they want to be called. */
  name: z.string().optional(),
  organisation: z.string().optional(),
});
export type StoryView = z.infer<typeof storyView>;

/** A story that its reader wrote, or that a coordinator looks at. */
export const ownStoryView = storyView.extend({
  at: instant,
  state: z.enum(['waiting', 'kept', 'refused', 'opened']),
  isFromOutside: z.boolean(),
  showsOrganisation: z.boolean(),
});
export type OwnStoryView = z.infer<typeof ownStoryView>;

export const boxSummary = z.object({
  id: activityId,
  title: z.string(),
  /** It takes stories. */
  isOpen: z.boolean(),
  isWeekly: z.boolean(),
  /** When what is in it comes out; absent: by no schedule any more. */
  opensAt: instant.optional(),
  /** Stories in it, not opened yet. */
  inBox: z.int(),
  /** Stories opened so far. */
  opened: z.int(),
  /** For coordinators: stories to look at. */
  waiting: z.int().optional(),
});
export type BoxSummary = z.infer<typeof boxSummary>;

export const boxView = boxSummary.extend({
  intro: z.string(),
  /** A coordinator looks at members' stories too before they are in. */
  checksMembers: z.boolean(),
  own: z.array(ownStoryView),
  /** Whom the reader represents; absent: nobody, so that there is nothing to show beside a story. */
  yourOrganisation: z.string().optional(),
  /** Opened ones, those of the last opening first. */
  stories: z.array(storyView.extend({ opening: z.int(), openedAt: instant, isOwn: z.boolean() })),
  next: z.string().optional(),
  desk: z
    .object({
      /** To look at, the oldest first. */
      waiting: z.array(ownStoryView),
      /** In it and not opened yet. */
      inside: z.array(ownStoryView),
      /** Not let in, and not removed yet. */
      refused: z.array(ownStoryView),
      /** Address of the public page; absent: it is closed. */
      publicLink: z.string().optional(),
      draft: boxDraft,
      canRemove: z.boolean(),
    })
    .optional(),
});
export type BoxView = z.infer<typeof boxView>;

// ── Challenges ─────────────────────────────────────────────────────────────────────────────────

export const challengePhase = z.enum(['open', 'reached', 'ended']);

export const challengeSummary = z.object({
  id: activityId,
  title: z.string(),
  phase: challengePhase,
  /** Deeds so far. */
  count: z.int(),
  goal: z.int(),
  unit: z.string(),
  /** Someone challenged the reader, who has not answered. */
  isForYou: z.boolean(),
});
export type ChallengeSummary = z.infer<typeof challengeSummary>;

export const deedView = z.object({
  id: activityId,
  /** Which one it is, from 1. */
  number: z.int(),
  /** Empty: whose words they were is not known any more. */
  text: z.string(),
  picture: pictureView.optional(),
  /** Absent: they want no name shown, or are not in the network any more. */
  name: z.string().optional(),
  organisation: z.string().optional(),
  at: instant,
  /** Who challenged them to it; `name` is absent when they are not to be named. */
  from: z.object({ name: z.string().optional() }).optional(),
  /** Whom they challenged, who has not answered yet or has. */
  to: z.object({ name: z.string().optional(), isAnswered: z.boolean() }).optional(),
  isOwn: z.boolean(),
  canTakeBack: z.boolean(),
  /** It is the reader's and challenges nobody. */
  canPass: z.boolean(),
});
export type DeedView = z.infer<typeof deedView>;

export const challengeView = challengeSummary.extend({
  text: z.string(),
  /** The latest first. */
  deeds: z.array(deedView),
  next: z.string().optional(),
  /** Who challenged the reader, the oldest first. */
  calls: z.array(z.object({ deed: activityId, name: z.string().optional(), text: z.string() })),
  desk: z.object({ draft: challengeDraft, canRemove: z.boolean() }).optional(),
});
export type ChallengeView = z.infer<typeof challengeView>;

/** After a deed: the challenge, and whom it challenged. `isReached` false: the app can't reach them, so the reader must tell them. */
export const deedAdded = z.object({
  challenge: challengeView,
  passed: z.object({ name: z.string(), isReached: z.boolean() }).optional(),
});
export type DeedAdded = z.infer<typeof deedAdded>;

// ── Requests ───────────────────────────────────────────────────────────────────────────────────

export const listBoxes = endpoint({
  method: 'GET',
  path: '/boxes',
  summary: 'Boxes and challenges of the network, open ones first.',
  params: none,
  body: none,
  response: z.object({ boxes: z.array(boxSummary), challenges: z.array(challengeSummary) }),
});

export const getBox = endpoint({
  method: 'GET',
  path: '/boxes/{box}',
  summary: 'One box: opened stories, the reader’s own, and for coordinators what waits in it.',
  params: oneBox.extend(page),
  body: none,
  response: boxView,
});

export const createBox = endpoint({
  method: 'POST',
  path: '/boxes',
  summary: 'Puts up a box and announces it in the channel.',
  params: none,
  body: z.object({ draft: boxDraft, requestId: z.uuid() }),
  response: boxView,
});

export const editBox = endpoint({
  method: 'PATCH',
  path: '/boxes/{box}',
  summary: 'Changes a box: its words, and when it is opened.',
  params: oneBox,
  body: z.object({ draft: boxDraft }),
  response: boxView,
});

export const endBox = endpoint({
  method: 'POST',
  path: '/boxes/{box}/end',
  summary: 'Ends a box; what is in it is opened at its time.',
  params: oneBox,
  body: none,
  response: boxView,
});

export const removeBox = endpoint({
  method: 'DELETE',
  path: '/boxes/{box}',
  summary: 'Removes a box in which nobody has left anything.',
  params: oneBox,
  body: none,
  response: none,
});

export const setPublic = endpoint({
  method: 'POST',
  path: '/boxes/{box}/public',
  summary: 'Opens, closes or renews the public page on which anyone may leave a story.',
  params: oneBox,
  body: z.object({ isPublic: z.boolean(), renew: z.boolean().default(false) }),
  response: boxView,
});

export const leaveStory = endpoint({
  method: 'POST',
  path: '/boxes/{box}/stories',
  summary: 'Leaves a story in the box. The same request id counts once.',
  params: oneBox,
  body: z.object({ draft: storyDraft, requestId: z.uuid() }),
  response: boxView,
});

export const changeStory = endpoint({
  method: 'PATCH',
  path: '/boxes/{box}/stories/{story}',
  summary: 'Changes the reader’s own story while it is not opened.',
  params: oneStory,
  body: z.object({ draft: storyDraft }),
  response: boxView,
});

export const removeStory = endpoint({
  method: 'DELETE',
  path: '/boxes/{box}/stories/{story}',
  summary: 'Removes a story for good: the reader’s own, or any by a coordinator.',
  params: oneStory,
  body: none,
  response: boxView,
});

export const checkStory = endpoint({
  method: 'POST',
  path: '/boxes/{box}/stories/{story}/check',
  summary: 'Lets a story that waits into the box, or not.',
  params: oneStory,
  body: z.object({ isLetIn: z.boolean() }),
  response: boxView,
});

export const getChallenge = endpoint({
  method: 'GET',
  path: '/challenges/{challenge}',
  summary: 'One challenge: its count, deeds and who challenged whom.',
  params: oneChallenge.extend(page),
  body: none,
  response: challengeView,
});

export const createChallenge = endpoint({
  method: 'POST',
  path: '/challenges',
  summary: 'Puts up a challenge and announces it in the channel.',
  params: none,
  body: z.object({ draft: challengeDraft, requestId: z.uuid() }),
  response: challengeView,
});

export const editChallenge = endpoint({
  method: 'PATCH',
  path: '/challenges/{challenge}',
  summary: 'Changes a challenge’s words and goal.',
  params: oneChallenge,
  body: z.object({ draft: challengeDraft }),
  response: challengeView,
});

export const endChallenge = endpoint({
  method: 'POST',
  path: '/challenges/{challenge}/end',
  summary: 'Ends a challenge; its deeds stay.',
  params: oneChallenge,
  body: none,
  response: challengeView,
});

export const removeChallenge = endpoint({
  method: 'DELETE',
  path: '/challenges/{challenge}',
  summary: 'Removes a challenge to which nobody has added anything.',
  params: oneChallenge,
  body: none,
  response: none,
});

export const addDeed = endpoint({
  method: 'POST',
  path: '/challenges/{challenge}/deeds',
  summary: 'Adds a deed of the reader’s and may challenge the next. The same request id counts once.',
  params: oneChallenge,
  body: z.object({ draft: deedDraft, requestId: z.uuid() }),
  response: deedAdded,
});

export const passOn = endpoint({
  method: 'POST',
  path: '/challenges/{challenge}/deeds/{deed}/pass',
  summary: 'Challenges someone by an own deed that challenges nobody yet.',
  params: oneDeed,
  body: z.object({ passTo: z.string() }),
  response: deedAdded,
});

export const declineChallenge = endpoint({
  method: 'POST',
  path: '/challenges/{challenge}/deeds/{deed}/decline',
  summary: 'The reader, whom this deed challenged, says that it does not suit now.',
  params: oneDeed,
  body: none,
  response: challengeView,
});

export const removeDeed = endpoint({
  method: 'DELETE',
  path: '/challenges/{challenge}/deeds/{deed}',
  summary: 'Removes a deed: the reader’s own within a day, or any by a coordinator.',
  params: oneDeed,
  body: none,
  response: challengeView,
});
