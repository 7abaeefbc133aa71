/** What the tab and the server say to each other about questions. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { memberId } from '../../core/network.ts';
import { addressee, questionDraft, questionState } from './question.ts';

export type { QuestionDraft } from './question.ts';
export {
  DEFAULT_DAYS,
  LONGEST_ANSWER,
  LONGEST_DETAILS,
  LONGEST_QUESTION,
  LONGEST_TOPIC,
  MOST_DAYS,
} from './question.ts';

const none = z.object({});
const one = z.object({ question: activityId });
const ofAnswer = z.object({ question: activityId, answer: activityId });
const requestId = z.string().min(1).max(100);

/** A person as the reader may see them. */
const who = z.object({ name: z.string(), organisation: z.string().optional() });
export type Who = z.infer<typeof who>;

export const questionRow = z.object({
  id: activityId,
  text: z.string(),
  to: addressee,
  state: questionState,
  /** Absent: the reader may not know. */
  asker: who.optional(),
  isOwn: z.boolean(),
  /** yyyy-MM-dd */
  dueOn: z.string().optional(),
  /** It is open and its date has passed. */
  isLate: z.boolean(),
  topic: z.string().optional(),
  at: instant,
  answers: z.number().int(),
  /** Name of the coordinator who looks after it; for coordinators. */
  takenBy: z.string().optional(),
});
export type QuestionRow = z.infer<typeof questionRow>;

export const answerView = z.object({
  id: activityId,
  by: who,
  isByCoordinator: z.boolean(),
  /** Of who asked: it adds to the question. */
  isAddition: z.boolean(),
  isOwn: z.boolean(),
  text: z.string(),
  at: instant,
  editedAt: instant.optional(),
  mayRemove: z.boolean(),
});
export type AnswerView = z.infer<typeof answerView>;

const knowing = z.object({
  member: memberId,
  name: z.string(),
  organisation: z.string().optional(),
  topics: z.array(z.string()),
  /** They have been asked to answer it. */
  isRequested: z.boolean(),
});
export type Knowing = z.infer<typeof knowing>;

/** One question as the reader may see it now, and what they may do. */
export const questionView = questionRow.extend({
  details: z.string(),
  isUnnamed: z.boolean(),
  answerList: z.array(answerView),
  mayEdit: z.boolean(),
  mayAnswer: z.boolean(),
  mayMark: z.boolean(),
  mayReopen: z.boolean(),
  mayWithdraw: z.boolean(),
  /** A coordinator asked whether it may be shown to everyone, and the reader decides. */
  mayConsent: z.boolean(),
  bankItem: activityId.optional(),
  /** For coordinators. */
  desk: z
    .object({
      mayTake: z.boolean(),
      maySuggestMove: z.boolean(),
      isMoveAsked: z.boolean(),
      mayBank: z.boolean(),
      mayRequest: z.boolean(),
      knowing: z.array(knowing),
    })
    .optional(),
});
export type QuestionView = z.infer<typeof questionView>;

export const listQuestions = endpoint({
  method: 'GET',
  path: '/questions',
  summary:
    'Questions that the reader may see: open ones by their date, then answered ones with the newest first; or their own.',
  params: z.object({ show: z.enum(['open', 'answered', 'own']).optional(), after: z.string().max(20).optional() }),
  body: none,
  response: z.object({
    questions: z.array(questionRow),
    open: z.number().int(),
    answered: z.number().int(),
    own: z.number().int(),
    next: z.string().optional(),
  }),
});

export const getQuestion = endpoint({
  method: 'GET',
  path: '/questions/{question}',
  summary: 'One question with its answers as the reader may see it now.',
  params: one,
  body: none,
  response: questionView,
});

export const suggestForQuestion = endpoint({
  method: 'POST',
  path: '/question-suggestions',
  summary:
    'Who may know the answer, similar questions, and items of the material bank, for a question that is being written.',
  params: none,
  body: z.object({ text: z.string().max(1000), topic: z.string().max(200).default('') }),
  response: z.object({
    knowing: z.array(knowing),
    questions: z.array(z.object({ id: activityId, text: z.string(), state: questionState })),
    materials: z.array(z.object({ id: activityId, title: z.string() })),
  }),
});

export const askQuestion = endpoint({
  method: 'POST',
  path: '/questions',
  summary: 'Asks the network by a card in its channel, or its coordinators alone.',
  params: none,
  body: z.object({ draft: questionDraft, requestId }),
  response: questionView,
});

export const changeQuestion = endpoint({
  method: 'PUT',
  path: '/questions/{question}',
  summary: 'Changes the reader’s own question until someone has answered.',
  params: one,
  body: z.object({ draft: questionDraft }),
  response: questionView,
});

export const answerQuestion = endpoint({
  method: 'POST',
  path: '/questions/{question}/answers',
  summary: 'Answers a question; who asked is told.',
  params: one,
  body: z.object({ answer: z.string().max(100_000), requestId }),
  response: questionView,
});

export const changeAnswer = endpoint({
  method: 'PUT',
  path: '/questions/{question}/answers/{answer}',
  summary: 'Changes the reader’s own answer.',
  params: ofAnswer,
  body: z.object({ answer: z.string().max(100_000) }),
  response: questionView,
});

export const removeAnswer = endpoint({
  method: 'DELETE',
  path: '/questions/{question}/answers/{answer}',
  summary: 'Removes an answer: its author, or a coordinator.',
  params: ofAnswer,
  body: none,
  response: questionView,
});

export const actOnQuestion = endpoint({
  method: 'POST',
  path: '/questions/{question}/act',
  summary:
    'Marks a question as answered, opens it again or withdraws it: who asked, or a coordinator; a coordinator takes it.',
  params: one,
  body: z.object({ act: z.enum(['take', 'answered', 'reopen', 'withdraw']) }),
  response: questionView,
});

export const suggestMove = endpoint({
  method: 'POST',
  path: '/questions/{question}/move',
  summary: 'Asks who asked the coordinator alone whether everyone may see the question.',
  params: one,
  body: none,
  response: questionView,
});

export const answerMove = endpoint({
  method: 'POST',
  path: '/questions/{question}/consent',
  summary: 'Who asked lets everyone see the question, with or without their name, or keeps it with the coordinator.',
  params: one,
  body: z.object({ agrees: z.boolean(), isUnnamed: z.boolean().default(false) }),
  response: questionView,
});

export const requestAnswer = endpoint({
  method: 'POST',
  path: '/questions/{question}/requests',
  summary: 'Asks one person for an answer, once.',
  params: one,
  body: z.object({ member: memberId }),
  response: questionView,
});

export const toBank = endpoint({
  method: 'POST',
  path: '/questions/{question}/bank',
  summary: 'Puts question and answer into the material bank, without who asked.',
  params: one,
  body: z.object({ title: z.string().max(10_000), question: z.string().max(100_000), answer: z.string().max(100_000) }),
  response: z.object({ material: activityId }),
});

// ── The desk ───────────────────────────────────────────────────────────────────────────────────

const desk = z.object({
  /** New and in work, by date and then by age. */
  queue: z.array(questionRow),
  /** Working days without an answer after which coordinators are told. */
  questionDays: z.number().int(),
});
export type QuestionsDesk = z.infer<typeof desk>;

export const getQuestionsDesk = endpoint({
  method: 'GET',
  path: '/questions-desk',
  summary: 'The queue of questions that wait, and after how many working days coordinators are told.',
  params: none,
  body: none,
  response: desk,
});

export const setQuestionsDesk = endpoint({
  method: 'PUT',
  path: '/questions-desk',
  summary: 'Sets after how many working days without an answer coordinators are told.',
  params: none,
  body: z.object({ questionDays: z.number().int() }),
  response: desk,
});

export const exportQuestions = endpoint({
  method: 'POST',
  path: '/questions-file',
  summary:
    'A download address, valid ten minutes, of the network’s questions and answers; never of those for coordinators alone.',
  params: none,
  body: z.object({ format: z.enum(['csv', 'xlsx']) }),
  response: z.object({ url: z.string() }),
});
