/** What the tab and the server say to each other about statements. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { organisationId } from '../../core/network.ts';
import { paragraphId } from './revise.ts';
import { statementDraft, stateName } from './statement.ts';

export type { StatementDraft } from './statement.ts';

const none = z.object({});
const one = z.object({ statement: activityId });

export const statementSummary = z.object({
  id: activityId,
  title: z.string(),
  state: stateName,
  /** Whether the present step still takes what it is for. */
  isOpen: z.boolean(),
  commentsUntil: instant.optional(),
  joinUntil: instant.optional(),
  finalAt: instant.optional(),
  comments: z.number().int(),
  /** How many organisations have joined. */
  joined: z.number().int(),
  /** The reader's organisation has joined the present content. */
  isIn: z.boolean(),
});
export type StatementSummary = z.infer<typeof statementSummary>;

const commentView = z.object({
  id: activityId,
  text: z.string(),
  name: z.string(),
  organisation: z.string(),
  at: instant,
  isEdited: z.boolean(),
  isOwn: z.boolean(),
  /** The version that it was written on. */
  version: z.number().int(),
});
export type CommentView = z.infer<typeof commentView>;

const paragraphView = z.object({ id: paragraphId, text: z.string(), comments: z.array(commentView) });
export type ParagraphView = z.infer<typeof paragraphView>;

const joinedView = z.object({
  organisation: organisationId,
  name: z.string(),
  note: z.string().optional(),
  /** Who said so; absent once the text is final. */
  by: z.string().optional(),
  /** A coordinator wrote it down, and why. */
  reason: z.string().optional(),
  /** They joined before the content changed. */
  isAskedAgain: z.boolean(),
});
export type JoinedView = z.infer<typeof joinedView>;

export const statementView = statementSummary.extend({
  background: z.string().optional(),
  askedBy: z.string().optional(),
  /** yyyy-MM-dd */
  dueOn: z.string().optional(),
  versions: z.array(z.object({ n: z.number().int(), at: instant, by: z.string(), note: z.string().optional() })),
  paragraphs: z.array(paragraphView),
  /** Paragraphs that are no more, with what was said of them. */
  removed: z.array(paragraphView),
  /** Comments on the whole. */
  whole: z.array(commentView),
  joinedBy: z.array(joinedView),
  takesComments: z.boolean(),
  takesJoins: z.boolean(),
  own: z.object({
    /** Whom the reader represents; absent: nobody. */
    organisation: z.string().optional(),
    isMunicipality: z.boolean(),
    isIn: z.boolean(),
    isAskedAgain: z.boolean(),
    note: z.string().optional(),
  }),
  bankItem: activityId.optional(),
  /** Present for coordinators only. */
  desk: z
    .object({
      draft: statementDraft,
      edits: z.number().int(),
      /** Whom a coordinator can write down as joining, by name. */
      organisations: z.array(z.object({ id: organisationId, name: z.string() })),
      /** The channel's card as it would be posted; of a draft only. */
      card: z.unknown().optional(),
      /** What its time has come for. */
      waits: z.string().optional(),
      post: z.object({
        state: z.enum(['waiting', 'sending', 'sent', 'unknown', 'failed', 'removed']),
        reason: z.string().optional(),
      }),
    })
    .optional(),
});
export type StatementView = z.infer<typeof statementView>;

export const listStatements = endpoint({
  method: 'GET',
  path: '/statements',
  summary: 'Statements that the reader may see: open ones by their deadline, drafts, then final ones.',
  params: none,
  body: none,
  response: z.object({ statements: z.array(statementSummary), mayManage: z.boolean() }),
});

export const getStatement = endpoint({
  method: 'GET',
  path: '/statements/{statement}',
  summary: 'One statement with its newest text, comments by paragraph, and who has joined.',
  params: one,
  body: none,
  response: statementView,
});

const versionNumber = z.coerce.number().int().positive();

export const compareVersions = endpoint({
  method: 'GET',
  path: '/statements/{statement}/comparison',
  summary: 'What changed from one version to another, paragraph by paragraph, word by word.',
  params: one.extend({ from: versionNumber, to: versionNumber }),
  body: none,
  response: z.object({
    paragraphs: z.array(
      z.object({
        id: paragraphId,
        change: z.enum(['same', 'changed', 'added', 'removed']),
        pieces: z.array(z.object({ text: z.string(), is: z.enum(['same', 'added', 'removed']) })),
      }),
    ),
  }),
});
export type ComparedParagraph = z.infer<typeof compareVersions.response>['paragraphs'][number];

export const createStatement = endpoint({
  method: 'POST',
  path: '/statements',
  summary: 'Puts a draft aside, which members do not see. The same request id makes one.',
  params: none,
  body: z.object({ draft: statementDraft, requestId: z.uuid() }),
  response: statementView,
});

export const changeStatement = endpoint({
  method: 'PATCH',
  path: '/statements/{statement}',
  summary: 'New details and wording; another wording is another version once members have seen it.',
  params: one,
  body: z.object({ draft: statementDraft, edits: z.number().int() }),
  response: statementView,
});

const deadline = z.object({ on: z.string(), at: z.string() });

export const openStatement = endpoint({
  method: 'POST',
  path: '/statements/{statement}/commenting',
  summary: 'Opens it for comments until a time; the first time the card is posted in the channel.',
  params: one,
  body: deadline,
  response: statementView,
});

export const openStatementJoining = endpoint({
  method: 'POST',
  path: '/statements/{statement}/joining',
  summary: 'Opens it for organisations to join until a time.',
  params: one,
  body: deadline,
  response: statementView,
});

export const finishStatement = endpoint({
  method: 'POST',
  path: '/statements/{statement}/final',
  summary: 'Makes the text final with who has joined, and puts it into the material bank.',
  params: one,
  body: none,
  response: statementView,
});

export const bankStatement = endpoint({
  method: 'POST',
  path: '/statements/{statement}/bank',
  summary: 'Puts a final statement into the material bank, where that was cut off.',
  params: one,
  body: none,
  response: statementView,
});

export const withdrawStatement = endpoint({
  method: 'POST',
  path: '/statements/{statement}/withdrawal',
  summary: 'Stops the work on it: members see it no more.',
  params: one,
  body: none,
  response: statementView,
});

export const repostStatement = endpoint({
  method: 'POST',
  path: '/statements/{statement}/repost',
  summary: 'Posts the card again when it is unknown whether it reached the channel, or it failed.',
  params: one,
  body: none,
  response: statementView,
});

export const commentStatement = endpoint({
  method: 'POST',
  path: '/statements/{statement}/comments',
  summary: 'Comments on a paragraph, or on the whole. The same request id comments once.',
  params: one,
  body: z.object({ paragraph: z.string().optional(), text: z.string(), requestId: z.uuid() }),
  response: statementView,
});

const oneComment = one.extend({ comment: activityId });

export const editStatementComment = endpoint({
  method: 'PUT',
  path: '/statements/{statement}/comments/{comment}',
  summary: 'Other words for the reader’s own comment.',
  params: oneComment,
  body: z.object({ text: z.string() }),
  response: statementView,
});

export const removeStatementComment = endpoint({
  method: 'DELETE',
  path: '/statements/{statement}/comments/{comment}',
  summary: 'Removes a comment: one’s own, or any by a coordinator.',
  params: oneComment,
  body: none,
  response: statementView,
});

export const joinStatement = endpoint({
  method: 'PUT',
  path: '/statements/{statement}/join',
  summary: 'The reader’s organisation joins the present version.',
  params: one,
  body: z.object({ note: z.string() }),
  response: statementView,
});

export const leaveStatement = endpoint({
  method: 'DELETE',
  path: '/statements/{statement}/join',
  summary: 'The reader’s organisation is in no more.',
  params: one,
  body: none,
  response: statementView,
});

export const joinStatementFor = endpoint({
  method: 'POST',
  path: '/statements/{statement}/joins',
  summary: 'A coordinator writes down that an organisation joins, and why.',
  params: one,
  body: z.object({ organisation: z.string(), reason: z.string() }),
  response: statementView,
});

export const removeStatementJoin = endpoint({
  method: 'DELETE',
  path: '/statements/{statement}/joins/{organisation}',
  summary: 'A coordinator takes an organisation out that joined by mistake.',
  params: one.extend({ organisation: organisationId }),
  body: none,
  response: statementView,
});

export const exportStatement = endpoint({
  method: 'POST',
  path: '/statements/{statement}/document',
  summary: 'A download address, valid ten minutes, for the text and who joined as a Word document.',
  params: one,
  body: none,
  response: z.object({ url: z.string() }),
});
