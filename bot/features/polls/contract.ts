/** What the tab and the server say to each other about polls. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { pictureDraft } from '../../core/picture.ts';
import { onTie, optionId, pollDraft, secrecy, showResults, tallies } from './poll.ts';
import { rule } from './tally.ts';

const none = z.object({});
const one = z.object({ poll: activityId });

export const phase = z.enum(['scheduled', 'open', 'counting', 'closed', 'undone']);

/** An option as the reader sees it: labels of date polls are written in the reader's language. */
export const optionView = z.object({
  id: optionId,
  label: z.string(),
  startsAt: instant.optional(),
  endsAt: instant.optional(),
  /** People's votes; absent when the reader may not see them now. */
  votes: z.number().int().optional(),
  /** Votes of organisations, with parts of votes where the rule splits them; absent when the reader may not see them. */
  organisationVotes: z.number().optional(),
  /** Of a poll with names, when counts may be seen. */
  voters: z.array(z.string()).optional(),
  /** Where it can be seen, and what it shows. */
  picture: z.object({ address: z.string(), alt: z.string(), width: z.int(), height: z.int() }).optional(),
});

/** Pictures of a new poll's options by the option's place in the draft, “0” the first; each was sent before. */
const pictures = z.record(z.string().regex(/^\d{1,2}$/), pictureDraft).optional();

export const verdict = z.enum([
  'winner',
  'decided',
  'bothWin',
  'tie',
  'revote',
  'notValid',
  'nobodyVoted',
  'tooFewToTell',
]);

/** How many organisations have voted, and what of people's votes is not among theirs. */
const organisationTurnout = z.object({
  voted: z.number().int(),
  entitled: z.number().int(),
  /** People whose vote waits for an answer to whom they represent. */
  waiting: z.number().int(),
  /** People whose organisation has no vote here. */
  outside: z.number().int(),
});

export const pollSummary = z.object({
  id: activityId,
  question: z.string(),
  phase,
  opensAt: instant,
  closesAt: instant,
  /** How many have voted. */
  voters: z.number().int(),
  /** People who may vote. */
  entitled: z.number().int(),
  /** Whose votes decide. */
  tallies,
  /** What the entitled organisations are called. */
  kind: z.enum(['municipality', 'organisation']),
  /** Absent when no organisation is entitled, and of a secret poll that does not publish it. */
  organisations: organisationTurnout.optional(),
  hasVoted: z.boolean(),
  /** Labels of what won, when that is known. */
  winners: z.array(z.string()),
  /** What the result means, once counted. */
  verdict: verdict.optional(),
});
export type PollSummary = z.infer<typeof pollSummary>;

/** Everything of a poll that this reader may see now. */
export const pollView = pollSummary.extend({
  type: z.enum(['topics', 'dates']),
  description: z.string().optional(),
  purpose: z.string().optional(),
  options: z.array(optionView),
  mostChoices: z.number().int(),
  showResults,
  secrecy,
  onTie,
  rule,
  /** Name of the group that votes; absent: everyone. */
  group: z.string().optional(),
  /** Why the reader can't vote in a poll that takes votes. */
  cannotVote: z.string().optional(),
  membersAddOptions: z.boolean(),
  minimumTurnout: z.number().int().optional(),
  /** `counts`: options carry votes. */
  visible: z.enum(['counts', 'turnout']),
  winnerIds: z.array(optionId),
  /** Labels of what leads in each tally, when both may be seen and differ. */
  disagreement: z.object({ persons: z.array(z.string()), organisations: z.array(z.string()) }).optional(),
  comments: z.array(z.string()),
  own: z.object({ choices: z.array(optionId), comment: z.string().optional(), castAt: instant }).optional(),
  revote: activityId.optional(),
  revoteOf: activityId.optional(),
  /** Present for coordinators only. */
  desk: z
    .object({
      /** Names of who has voted (not what), sorted; absent for secret polls while they run. */
      votedNames: z.array(z.string()).optional(),
      /** Names of entitled organisations, sorted; absent where that is not known or not told. */
      organisations: z.object({ voted: z.array(z.string()), notVoted: z.array(z.string()) }).optional(),
      reminders: z.array(
        z.object({ at: instant, direct: z.number().int(), mail: z.number().int(), channel: z.boolean() }),
      ),
      /** Subjects of the letters about it: the invitation with its reminders, and the result. */
      letters: z.array(z.string()),
      /** Options that can't be removed: those with votes; when results are hidden all, as soon as anyone has voted. */
      lockedOptions: z.array(optionId),
      /** State of the shared card: `unknown` and `failed` can be posted again. */
      post: z.object({
        state: z.enum(['waiting', 'sending', 'sent', 'unknown', 'failed', 'removed']),
        reason: z.string().optional(),
      }),
      can: z.object({
        correct: z.boolean(),
        close: z.boolean(),
        reopen: z.boolean(),
        undo: z.boolean(),
        remind: z.boolean(),
        decide: z.boolean(),
      }),
    })
    .optional(),
});
export type PollView = z.infer<typeof pollView>;

export const listPolls = endpoint({
  method: 'GET',
  path: '/polls',
  summary: 'Polls of the network, open first, then scheduled, then closed with the newest first.',
  params: z.object({ after: z.string().optional() }),
  body: none,
  response: z.object({ polls: z.array(pollSummary), next: z.string().optional(), mayCreate: z.boolean() }),
});

export const getPoll = endpoint({
  method: 'GET',
  path: '/polls/{poll}',
  summary: 'One poll as the reader may see it now.',
  params: one,
  body: none,
  response: pollView,
});

export const previewPoll = endpoint({
  method: 'POST',
  path: '/polls/preview',
  summary: 'Checks a draft and draws the card that would be posted.',
  params: none,
  body: pollDraft.extend({ pictures }),
  response: z.object({
    /** The Adaptive Card; absent while the draft has problems. */
    card: z.unknown().optional(),
    problems: z.array(z.object({ field: z.string(), message: z.string() })),
    /** The deadline that holds, written out for the reader. */
    closes: z.string().optional(),
    closesAt: instant.optional(),
  }),
});

export const pollChoices = endpoint({
  method: 'GET',
  path: '/poll-choices',
  summary: 'What a new poll can be for: groups of the network, and how many organisations are entitled.',
  params: none,
  body: none,
  response: z.object({
    groups: z.array(z.object({ id: z.string(), name: z.string() })),
    entitled: z.number().int(),
  }),
});

export const createPoll = endpoint({
  method: 'POST',
  path: '/polls',
  summary: 'Publishes a poll in the network’s channel. The same request id publishes once.',
  params: none,
  body: z.object({ draft: pollDraft, pictures, requestId: z.uuid() }),
  response: pollView,
});

export const castPollVote = endpoint({
  method: 'PUT',
  path: '/polls/{poll}/vote',
  summary: 'Casts or changes the reader’s vote; no choices withdraw it. The same request id counts once.',
  params: one,
  body: z.object({ choices: z.array(z.string()).max(50), comment: z.string().optional(), requestId: z.uuid() }),
  response: pollView,
});

export const addPollOption = endpoint({
  method: 'POST',
  path: '/polls/{poll}/options',
  summary: 'Adds a member’s own option where the poll allows it.',
  params: one,
  body: z.object({ label: z.string() }),
  response: pollView,
});

export const correctPoll = endpoint({
  method: 'PATCH',
  path: '/polls/{poll}',
  summary: 'Corrects the text of a running poll; votes stay.',
  params: one,
  body: z.object({
    question: z.string(),
    description: z.string(),
    purpose: z.string(),
    options: z.array(z.object({ id: z.string().optional(), label: z.string() })).max(50),
  }),
  response: pollView,
});

export const closePoll = endpoint({
  method: 'POST',
  path: '/polls/{poll}/close',
  summary: 'Closes a poll early; the result is announced within seconds.',
  params: one,
  body: none,
  response: pollView,
});

export const reopenPoll = endpoint({
  method: 'POST',
  path: '/polls/{poll}/reopen',
  summary: 'Opens a closed poll again with a new deadline.',
  params: one,
  body: z.object({ closesOn: z.string(), closesAtTime: z.string() }),
  response: pollView,
});

export const undoPoll = endpoint({
  method: 'POST',
  path: '/polls/{poll}/undo',
  summary: 'Takes back a poll that nobody has voted in.',
  params: one,
  body: none,
  response: pollView,
});

export const decidePoll = endpoint({
  method: 'POST',
  path: '/polls/{poll}/decide',
  summary: 'Decides a tie.',
  params: one,
  body: z.object({ option: z.string() }),
  response: pollView,
});

export const previewReminder = endpoint({
  method: 'GET',
  path: '/polls/{poll}/reminder',
  summary: 'How many a reminder would reach, and by what means.',
  params: one,
  body: none,
  response: z.object({
    notVoted: z.number().int(),
    /** By 1:1 chat. */
    direct: z.number().int(),
    /** By mail: nobody gets both. */
    mail: z.number().int(),
    /** Those whom only the channel reaches; there they are counted, never named. */
    byChannel: z.number().int(),
    channelText: z.string(),
  }),
});

export const remindPoll = endpoint({
  method: 'POST',
  path: '/polls/{poll}/reminder',
  summary: 'Reminds those who have not voted.',
  params: one,
  /** `direct`: to each in person, by the one way that reaches them. */
  body: z.object({ direct: z.boolean(), channel: z.boolean(), requestId: z.uuid() }),
  response: pollView,
});

export const exportPoll = endpoint({
  method: 'POST',
  path: '/polls/{poll}/export',
  summary: 'A download address, valid ten minutes, for the results as CSV or XLSX.',
  params: one,
  body: z.object({ format: z.enum(['csv', 'xlsx']) }),
  response: z.object({ url: z.string() }),
});

export const repostPoll = endpoint({
  method: 'POST',
  path: '/polls/{poll}/repost',
  summary: 'Posts the card again when it is unknown whether it reached the channel, or it failed.',
  params: one,
  body: none,
  response: pollView,
});
