/** What the tab and the server say to each other about ideas. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { LONGEST_COMMENT } from '../../core/comment.ts';
import { endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { collectionDraft, collectionType } from './collection.ts';
import { ideaDraft, ideaState, settableState, stepName } from './idea.ts';

export { LONGEST_COMMENT } from '../../core/comment.ts';
export type { CollectionDraft, CollectionType } from './collection.ts';
export {
  EMPTY_COLLECTION,
  LONGEST_CONFIRMED,
  LONGEST_DESCRIPTION,
  LONGEST_NAME,
  LONGEST_PROMISE,
  LONGEST_PURPOSE,
  LONGEST_REASON,
  LONGEST_TITLE,
  MOST_PROMISES,
  MOST_SHORTLISTED,
  MOST_TARGET_GROUPS,
  MOST_THEMES,
  TOPICS,
} from './collection.ts';
export type { IdeaDraft, IdeaState, SettableState, StepName } from './idea.ts';
export { EMPTY_IDEA, LONGEST_TEXT } from './idea.ts';
export { MOST_MERGED, MOST_PARTS } from './lineage.ts';

const none = z.object({});
const oneCollection = z.object({ collection: activityId });
const oneIdea = z.object({ idea: activityId });
const requestId = z.uuid();
/** Longer ones are refused by their field. */
const words = (most: number) => z.string().max(most * 2);

// ── What is shown ──────────────────────────────────────────────────────────────────────────────

export const pictureView = z.object({
  id: activityId,
  address: z.string(),
  alt: z.string(),
  width: z.int(),
  height: z.int(),
});

const phase = z.enum(['draft', 'scheduled', 'open', 'closed', 'undone']);

export const collectionSummary = z.object({
  id: activityId,
  type: collectionType,
  /** Of the standing one in the reader's language. */
  title: z.string(),
  phase,
  opensAt: instant,
  closesAt: instant.optional(),
  /** Ideas that are still ones: what was merged lives on in others. */
  ideas: z.int(),
  /** People who support any of them, each once. */
  supporters: z.int(),
  /** The reader may propose now. */
  mayPropose: z.boolean(),
  /** How many the reader has proposed or is credited for. */
  own: z.int(),
  /** Where it has come. */
  stage: z.enum(['collecting', 'choosing', 'voting', 'voted', 'decided']),
});
export type CollectionSummary = z.infer<typeof collectionSummary>;

/** An idea as a list shows it. */
export const ideaRow = z.object({
  id: activityId,
  collection: activityId,
  title: z.string(),
  /** The beginning of its text, at most 200 characters. */
  extract: z.string(),
  picture: pictureView.optional(),
  /** In euros. */
  cost: z.number().optional(),
  targetGroup: z.string().optional(),
  theme: z.string().optional(),
  /** Names of its authors; empty while a picture contest hides them. */
  authors: z.array(z.string()),
  /** Name of their organisation, where they have one in common. */
  organisation: z.string().optional(),
  state: ideaState,
  /** People, each once. */
  supporters: z.int(),
  comments: z.int(),
  /** The reader supports it. */
  isSupported: z.boolean(),
  /** The reader proposed it or is credited for it. */
  isOwn: z.boolean(),
  isShortlisted: z.boolean(),
  /** It is being voted on now. */
  isOnVote: z.boolean(),
  /** It won the last vote. */
  isWinner: z.boolean(),
  /** Votes in the last poll, where they were published. */
  votes: z.number().optional(),
  at: instant,
});
export type IdeaRow = z.infer<typeof ideaRow>;

export const commentView = z.object({
  id: activityId,
  author: z.string(),
  organisation: z.string().optional(),
  text: z.string(),
  at: instant,
  editedAt: instant.optional(),
  /** The reader wrote it. */
  isOwn: z.boolean(),
  mayRemove: z.boolean(),
});
export type CommentView = z.infer<typeof commentView>;

/** Another idea that this one came from or went into. */
const relative = z.object({ id: activityId, title: z.string(), authors: z.array(z.string()), state: ideaState });

export const stepView = z.object({
  what: stepName,
  at: instant,
  /** Who did it; absent of what a poll did, and while authors are hidden. */
  by: z.string().optional(),
  note: z.string().optional(),
});
export type StepView = z.infer<typeof stepView>;

export const wordingView = z.object({
  at: instant,
  title: z.string(),
  text: z.string(),
  cost: z.number().optional(),
  /** Who worded it anew after this; absent while authors are hidden. */
  by: z.string().optional(),
});

/** Everything of an idea that this reader may see. */
export const ideaView = ideaRow.omit({ extract: true, comments: true }).extend({
  text: z.string(),
  collectionTitle: z.string(),
  /** What whoever proposed it confirmed. */
  promises: z.array(z.string()),
  /** Why it is not taken. */
  reason: z.string().optional(),
  comments: z.array(commentView),
  /** What it was made of. */
  from: z.array(relative),
  /** What became of it: present while it lives on in others. */
  into: z.array(relative),
  /** Its merging or splitting was taken back: it is no idea of its own any more. */
  isUndone: z.boolean(),
  /** Earlier wordings, newest first. */
  wordings: z.array(wordingView),
  /** What happened to it, oldest first. */
  steps: z.array(stepView),
  /** The poll in which it is or was voted on. */
  poll: activityId.optional(),
  /** Recorded for it: who confirmed it (may be empty) and on which day (yyyy-MM-dd). */
  decision: z.object({ body: z.string(), on: z.string() }).optional(),
  can: z.object({
    support: z.boolean(),
    comment: z.boolean(),
    /** Change the wording: its author while the call is open, coordinators and the jury later too. */
    change: z.boolean(),
    remove: z.boolean(),
    /** Theme, split and set its state: coordinators and the jury. */
    manage: z.boolean(),
    split: z.boolean(),
    /** Take back the merging or splitting that made it. */
    undo: z.boolean(),
  }),
});
export type IdeaView = z.infer<typeof ideaView>;

export const conditionsView = z.object({
  mostCost: z.number().optional(),
  targetGroups: z.array(z.string()),
  promises: z.array(z.string()),
  needsPicture: z.boolean(),
  needsCost: z.boolean(),
});

export const collectionView = collectionSummary.extend({
  description: z.string().optional(),
  purpose: z.string().optional(),
  conditions: conditionsView,
  /** Who proposes, in the reader's words: “kaikki jäsenet”, “ryhmä Ydinryhmä”. */
  whoProposes: z.string(),
  /** Name of the jury. */
  jury: z.string().optional(),
  /** Authors are not told before the contest closes. */
  hidesAuthors: z.boolean(),
  themes: z.array(z.string()),
  /** How many municipalities or other organisations the authors come from. */
  organisations: z.int(),
  poll: z.object({ id: activityId, isRunning: z.boolean() }).optional(),
  decision: z
    .object({
      ideas: z.array(z.object({ id: activityId, title: z.string() })),
      body: z.string(),
      /** yyyy-MM-dd */
      on: z.string(),
      /** Who recorded it. */
      by: z.string(),
      at: instant,
    })
    .optional(),
  /** Present for coordinators and the jury. */
  desk: z
    .object({
      shortlist: z.array(activityId),
      post: z
        .object({
          state: z.enum(['waiting', 'sending', 'sent', 'unknown', 'failed', 'removed']),
          reason: z.string().optional(),
        })
        .optional(),
      can: z.object({
        /** Coordinators alone, as are publish, undo and close. */
        change: z.boolean(),
        publish: z.boolean(),
        undo: z.boolean(),
        close: z.boolean(),
        /** Two ideas at least are shortlisted and no vote runs; coordinators alone. */
        vote: z.boolean(),
        decide: z.boolean(),
        repost: z.boolean(),
      }),
    })
    .optional(),
});
export type CollectionView = z.infer<typeof collectionView>;

// ── Calls ──────────────────────────────────────────────────────────────────────────────────────

export const listCollections = endpoint({
  method: 'GET',
  path: '/idea-collections',
  summary:
    'Calls for ideas: open first, the next to close first, the standing call for topics last of these; then closed, newest first; drafts for coordinators.',
  params: none,
  body: none,
  response: z.object({ collections: z.array(collectionSummary), mayCreate: z.boolean() }),
});

export const getCollection = endpoint({
  method: 'GET',
  path: '/idea-collections/{collection}',
  summary: 'One call for ideas as the reader may see it now.',
  params: oneCollection,
  body: none,
  response: collectionView,
});

export const ideaSort = z.enum(['newest', 'support', 'title']);

export const listIdeas = endpoint({
  method: 'GET',
  path: '/idea-collections/{collection}/ideas',
  summary:
    'Ideas of a call, 200 a page. `which`: those that are still ones, the reader’s own with merged ones, or all with merged ones.',
  params: oneCollection.extend({
    which: z.enum(['current', 'own', 'all']).default('current'),
    sort: ideaSort.default('newest'),
    after: z.string().optional(),
  }),
  body: none,
  response: z.object({ ideas: z.array(ideaRow), next: z.string().optional() }),
});

export const ownIdeas = endpoint({
  method: 'GET',
  path: '/own-ideas',
  summary: 'The reader’s own ideas in all calls and those that they are credited for, newest first.',
  params: none,
  body: none,
  response: z.object({ ideas: z.array(ideaRow) }),
});

export const ideaChoices = endpoint({
  method: 'GET',
  path: '/idea-choices',
  summary: 'What a new call can name: groups of the network, and how many organisations are entitled to vote.',
  params: none,
  body: none,
  response: z.object({ groups: z.array(z.object({ id: z.string(), name: z.string() })), entitled: z.int() }),
});

export const previewCollection = endpoint({
  method: 'POST',
  path: '/idea-collections/preview',
  summary: 'Checks a call and draws the card that would be posted.',
  params: none,
  body: collectionDraft,
  response: z.object({
    /** The Adaptive Card; absent while the draft has problems. */
    card: z.unknown().optional(),
    problems: z.array(z.object({ field: z.string(), message: z.string() })),
  }),
});

export const addCollection = endpoint({
  method: 'POST',
  path: '/idea-collections',
  summary: 'Adds a call as a draft, or publishes it at once. The same request id adds once.',
  params: none,
  body: z.object({ draft: collectionDraft, intent: z.enum(['draft', 'publish']), requestId }),
  response: collectionView,
});

export const getCollectionDraft = endpoint({
  method: 'GET',
  path: '/idea-collections/{collection}/draft',
  summary: 'The form of a call as it is now, for changing it.',
  params: oneCollection,
  body: none,
  response: z.object({ draft: collectionDraft }),
});

export const changeCollection = endpoint({
  method: 'PATCH',
  path: '/idea-collections/{collection}',
  summary: 'Changes a call; its type stays. What was proposed under earlier conditions stays.',
  params: oneCollection,
  body: z.object({ draft: collectionDraft }),
  response: collectionView,
});

export const publishCollection = endpoint({
  method: 'POST',
  path: '/idea-collections/{collection}/publish',
  summary: 'Publishes a draft: its card goes to the channel when it opens.',
  params: oneCollection,
  body: none,
  response: collectionView,
});

export const closeCollection = endpoint({
  method: 'POST',
  path: '/idea-collections/{collection}/close',
  summary: 'Closes an open call now.',
  params: oneCollection,
  body: none,
  response: collectionView,
});

export const undoCollection = endpoint({
  method: 'POST',
  path: '/idea-collections/{collection}/undo',
  summary: 'Takes back a call that has no ideas; its card is removed.',
  params: oneCollection,
  body: none,
  response: none,
});

export const repostCollection = endpoint({
  method: 'POST',
  path: '/idea-collections/{collection}/repost',
  summary: 'Posts the card again when it is unknown whether it reached the channel, or it failed.',
  params: oneCollection,
  body: none,
  response: collectionView,
});

// ── Ideas ──────────────────────────────────────────────────────────────────────────────────────

export const proposeIdea = endpoint({
  method: 'POST',
  path: '/idea-collections/{collection}/ideas',
  summary: 'Proposes an idea by the call’s rules. The same request id proposes once.',
  params: oneCollection,
  body: z.object({ draft: ideaDraft, requestId }),
  response: ideaView,
});

export const similarIdeas = endpoint({
  method: 'GET',
  path: '/similar-ideas',
  summary: 'Up to five ideas near the words that are being typed; of one call when it is named.',
  params: z.object({ words: z.string().max(500), collection: activityId.optional() }),
  body: none,
  response: z.object({
    ideas: z.array(
      z.object({ id: activityId, collection: activityId, title: z.string(), extract: z.string(), state: ideaState }),
    ),
  }),
});

export const getIdea = endpoint({
  method: 'GET',
  path: '/ideas/{idea}',
  summary: 'One idea with its comments, wordings, origins and what became of it.',
  params: oneIdea,
  body: none,
  response: ideaView,
});

export const getIdeaDraft = endpoint({
  method: 'GET',
  path: '/ideas/{idea}/draft',
  summary: 'The form of an idea as it is now, for changing it.',
  params: oneIdea,
  body: none,
  response: z.object({ draft: ideaDraft }),
});

export const changeIdea = endpoint({
  method: 'PATCH',
  path: '/ideas/{idea}',
  summary: 'Words an idea anew; the earlier wording stays readable.',
  params: oneIdea,
  body: z.object({ draft: ideaDraft }),
  response: ideaView,
});

export const removeIdea = endpoint({
  method: 'DELETE',
  path: '/ideas/{idea}',
  summary: 'Removes an idea that nobody else has supported, commented on or handled.',
  params: oneIdea,
  body: none,
  response: none,
});

export const supportIdea = endpoint({
  method: 'PUT',
  path: '/ideas/{idea}/support',
  summary: 'The reader supports the idea, or takes that back.',
  params: oneIdea,
  body: z.object({ isSupported: z.boolean() }),
  response: ideaView,
});

export const commentIdea = endpoint({
  method: 'POST',
  path: '/ideas/{idea}/comments',
  summary: 'Adds a comment. The same request id adds once.',
  params: oneIdea,
  body: z.object({ text: words(LONGEST_COMMENT), requestId }),
  response: ideaView,
});

export const changeComment = endpoint({
  method: 'PATCH',
  path: '/ideas/{idea}/comments/{comment}',
  summary: 'Words the reader’s own comment anew.',
  params: oneIdea.extend({ comment: activityId }),
  body: z.object({ text: words(LONGEST_COMMENT) }),
  response: ideaView,
});

export const removeComment = endpoint({
  method: 'DELETE',
  path: '/ideas/{idea}/comments/{comment}',
  summary: 'Removes a comment: one’s own, or any by a coordinator or the jury.',
  params: oneIdea.extend({ comment: activityId }),
  body: none,
  response: ideaView,
});

// ── The desk: coordinators and the jury ────────────────────────────────────────────────────────

export const themeIdeas = endpoint({
  method: 'POST',
  path: '/idea-collections/{collection}/theme',
  summary: 'Puts ideas under a theme, new ones too; an empty one takes them from under any.',
  params: oneCollection,
  body: z.object({ ideas: z.array(activityId).min(1).max(200), theme: z.string().max(200) }),
  response: collectionView,
});

/** A wording that was made of several, or a part of one. */
export const madeDraft = ideaDraft.pick({ title: true, text: true, cost: true });
export type MadeDraft = z.infer<typeof madeDraft>;

export const mergeIdeas = endpoint({
  method: 'POST',
  path: '/idea-collections/{collection}/merge',
  summary:
    'Merges ideas into a new one, whose authors are all of theirs; they are told. The same request id merges once.',
  params: oneCollection,
  body: z.object({ ideas: z.array(activityId).min(2).max(50), draft: madeDraft, requestId }),
  response: ideaView,
});

export const splitIdea = endpoint({
  method: 'POST',
  path: '/ideas/{idea}/split',
  summary: 'Splits an idea into several; its authors are told. The same request id splits once.',
  params: oneIdea,
  body: z.object({ parts: z.array(madeDraft).min(2).max(10), requestId }),
  response: ideaView,
});

export const undoMade = endpoint({
  method: 'POST',
  path: '/ideas/{idea}/undo',
  summary: 'Takes back the merging or splitting that made this idea: what it was made of is there again.',
  params: oneIdea,
  body: none,
  response: collectionView,
});

export const shortlistIdeas = endpoint({
  method: 'PUT',
  path: '/idea-collections/{collection}/shortlist',
  summary: 'Which ideas go to the vote, in their order there.',
  params: oneCollection,
  body: z.object({ ideas: z.array(activityId).max(100) }),
  response: collectionView,
});

export const voteOnIdeas = endpoint({
  method: 'POST',
  path: '/idea-collections/{collection}/vote',
  summary: 'Publishes a poll on the shortlist, with its pictures; authors are told.',
  params: oneCollection,
  body: z.object({
    /** Empty: the call’s title. */
    question: z.string().max(600),
    tallies: z.enum(['persons', 'organisations']),
    secrecy: z.enum(['named', 'unnamed', 'secret']),
    /** yyyy-MM-dd and HH:mm; empty: in a week at 16. */
    closesOn: z.string().max(40),
    closesAtTime: z.string().max(40),
    mostChoices: z.int().min(1).max(20),
  }),
  response: collectionView,
});

export const decideIdeas = endpoint({
  method: 'POST',
  path: '/idea-collections/{collection}/decision',
  summary:
    'Records which ideas were decided on, who confirmed it and when; authors are told. `restReason`: the other shortlisted ones are not taken, for this reason; empty: they stay as they are.',
  params: oneCollection,
  body: z.object({
    ideas: z.array(activityId).max(100),
    body: z.string().max(400),
    /** yyyy-MM-dd */
    on: z.string().max(40),
    restReason: z.string().max(2000),
  }),
  response: collectionView,
});

export const setIdeaState = endpoint({
  method: 'POST',
  path: '/ideas/{idea}/state',
  summary: 'Says how far an idea is: under way, done, not taken with a reason, or proposed again; authors are told.',
  params: oneIdea,
  body: z.object({ state: settableState, note: z.string().max(2000) }),
  response: ideaView,
});

export const exportIdeas = endpoint({
  method: 'POST',
  path: '/idea-collections/{collection}/export',
  summary: 'A download address, valid ten minutes, for the ideas as CSV or XLSX.',
  params: oneCollection,
  body: z.object({ format: z.enum(['csv', 'xlsx']) }),
  response: z.object({ url: z.string() }),
});
