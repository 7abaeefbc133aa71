/** What the tab and the server say to each other about surveys and feedback. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { pictureId, questionDraft, questionType } from './questions.ts';
import { source } from './response.ts';
import { breakdown, secrecy, showResults, surveyDraft } from './survey.ts';
import { textChange, textId, wishStatus } from './wish.ts';

const none = z.object({});
const one = z.object({ survey: activityId });
const requestId = z.uuid();

// ── What is shown ──────────────────────────────────────────────────────────────────────────────

export const surveyPhase = z.enum(['scheduled', 'open', 'counting', 'closed', 'undone']);

/** A grade or other average, exact, with the number of answers that it is of. */
export const averageView = z.object({ value: z.number(), n: z.number().int() });
export type AverageView = z.infer<typeof averageView>;

export const surveySummary = z.object({
  id: activityId,
  type: z.enum(['feedback', 'survey']),
  title: z.string(),
  phase: surveyPhase,
  opensAt: instant,
  closesAt: instant,
  /** The event that it is feedback on, or prepares. */
  event: z.object({ id: activityId, title: z.string(), startsAt: instant }).optional(),
  series: z.object({ id: activityId, number: z.number().int(), of: z.number().int() }).optional(),
  /** Name of the group that is asked; absent: everyone. */
  group: z.string().optional(),
  questions: z.number().int(),
  answers: z.number().int(),
  /** People who are asked. */
  asked: z.number().int(),
  own: z.enum(['answered', 'absent', 'drafted', 'none']),
  /** The reader may not answer: it is for others. */
  isForOthers: z.boolean(),
  /** Average grade, when published. */
  grade: averageView.optional(),
});
export type SurveySummary = z.infer<typeof surveySummary>;

/** A question in the reader's language. */
export const questionView = z.object({
  id: z.string(),
  type: questionType,
  label: z.string(),
  hint: z.string().optional(),
  section: z.string().optional(),
  isRequired: z.boolean(),
  /** `picture`: a data address. */
  options: z.array(z.object({ id: z.string(), label: z.string(), picture: z.string().optional() })),
  allowsOther: z.boolean(),
  scale: z
    .object({ from: z.number(), to: z.number(), low: z.string().optional(), high: z.string().optional() })
    .optional(),
  number: z
    .object({ least: z.number().optional(), most: z.number().optional(), unit: z.string().optional() })
    .optional(),
  showIf: z
    .object({
      question: z.string(),
      options: z.array(z.string()).optional(),
      atLeast: z.number().optional(),
      atMost: z.number().optional(),
    })
    .optional(),
});
export type QuestionView = z.infer<typeof questionView>;

export const textView = z.object({
  id: textId,
  text: z.string(),
  tags: z.array(z.string()),
  isQuote: z.boolean(),
  isHidden: z.boolean(),
  /** Of a question about wishes; `new` until a coordinator says otherwise. */
  wish: z.object({ status: wishStatus, reply: z.string().optional(), at: instant.optional() }).optional(),
});
export type TextView = z.infer<typeof textView>;

export const barView = z.object({ key: z.string(), label: z.string(), n: z.number().int() });
const figures = z.object({
  /** People whose answers are in it. */
  n: z.number().int(),
  /** Of grades, numbers and scales. */
  average: averageView.optional(),
  bars: z.array(barView),
});

export const questionResult = figures.extend({
  id: z.string(),
  type: questionType,
  label: z.string(),
  section: z.string().optional(),
  /** Given but not in the figures: too few to be shown. */
  left: z.number().int(),
  /** How many texts there are, the first of them, and those that are chosen to be quoted. */
  texts: z
    .object({
      count: z.number().int(),
      first: z.array(textView),
      quotes: z.array(textView),
      /** How often each theme was given. */
      tags: z.array(z.object({ tag: z.string(), n: z.number().int() })),
    })
    .optional(),
  /** By size class or area, where enough answered. */
  breakdown: z.array(figures.extend({ name: z.string() })).optional(),
});
export type QuestionResult = z.infer<typeof questionResult>;

export const surveyView = surveySummary.extend({
  description: z.string().optional(),
  purpose: z.string().optional(),
  secrecy,
  /** Fewest answers that a published figure is about. */
  step: z.number().int(),
  breakdown,
  showResults,
  questionList: z.array(questionView),
  /** Of feedback: asked of who was not there instead. */
  absentQuestion: questionView.optional(),
  /** Short enough for its card in the channel. */
  isShort: z.boolean(),
  /** Why the reader can't answer now, in their language; absent when they can. */
  cannotAnswer: z.string().optional(),
  ownAnswers: z
    .object({
      /** What was sent last, by input id; empty when nothing was, or it was withdrawn. */
      sent: z.record(z.string(), z.string()),
      sentAt: instant.optional(),
      isAbsent: z.boolean(),
      /** What was typed since and not sent. */
      draft: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  /** Of those who were not there. */
  absent: z.number().int(),
  /** Of the answers: written down by a coordinator, and given on the public page. */
  entered: z.number().int(),
  open: z.number().int(),
  /** hidden: for coordinators alone. waiting: `missing` more answers are needed before anything is shown. tooFew: closed with too few. lost: its key was lost. */
  resultState: z.enum(['shown', 'hidden', 'waiting', 'tooFew', 'none', 'lost']),
  missing: z.number().int(),
  /** When the figures are of, and each question's. */
  results: z.object({ at: instant, questions: z.array(questionResult) }).optional(),
  /** Answered parts of all parts, of a survey in parts. */
  progress: z
    .object({
      answered: z.number().int(),
      parts: z.array(
        z.object({
          id: activityId,
          title: z.string(),
          number: z.number().int(),
          phase: surveyPhase,
          opensAt: instant,
          isAnswered: z.boolean(),
        }),
      ),
    })
    .optional(),
  /** Present for coordinators only. */
  desk: z
    .object({
      can: z.object({
        correct: z.boolean(),
        close: z.boolean(),
        extend: z.boolean(),
        undo: z.boolean(),
        remind: z.boolean(),
        enter: z.boolean(),
        postResults: z.boolean(),
      }),
      post: z.object({
        state: z.enum(['waiting', 'sending', 'sent', 'unknown', 'failed', 'removed']),
        reason: z.string().optional(),
      }),
      postsAt: instant,
      remindsAt: instant.optional(),
      reminders: z.array(
        z.object({
          at: instant,
          state: z.enum(['sending', 'sent', 'nobody', 'skipped']),
          direct: z.number().int(),
          mail: z.number().int(),
          channel: z.boolean(),
          isByHand: z.boolean(),
        }),
      ),
      /** Subjects of the letters about it. */
      letters: z.array(z.string()),
      /** Address of the page on which anyone may answer, for the last slide. */
      publicLink: z.string().optional(),
    })
    .optional(),
});
export type SurveyView = z.infer<typeof surveyView>;

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

export const listSurveys = endpoint({
  method: 'GET',
  path: '/surveys',
  summary: 'Surveys and feedback of the network, open first, then scheduled, then closed with the newest first.',
  params: z.object({ after: z.string().optional(), type: z.enum(['feedback', 'survey']).optional() }),
  body: none,
  response: z.object({ surveys: z.array(surveySummary), next: z.string().optional(), mayCreate: z.boolean() }),
});

export const getSurvey = endpoint({
  method: 'GET',
  path: '/surveys/{survey}',
  summary: 'One survey: its questions, the reader’s own answers, and what of the results they may see.',
  params: one,
  body: none,
  response: surveyView,
});

const typed = z.record(z.string().max(40), z.string().max(10_000));

export const saveAnswers = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/draft',
  summary: 'Keeps what was typed so far, to be gone on with on any device. Nothing that was sent changes.',
  params: one,
  body: z.object({ typed, requestId }),
  response: z.object({ savedAt: instant }),
});

export const sendAnswers = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/answers',
  summary: 'Sends or changes the actor’s answers. Refuses with every problem by question id.',
  params: one,
  /** `isAbsent`: they were not there; `typed.absent` is what would have helped. */
  body: z.object({ typed, isAbsent: z.boolean().default(false), requestId }),
  response: surveyView,
});

export const withdrawAnswers = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/withdraw',
  summary: 'Takes the actor’s answers back.',
  params: one,
  body: z.object({ requestId }),
  response: surveyView,
});

// ── What coordinators do ───────────────────────────────────────────────────────────────────────

const problems = z.array(z.object({ field: z.string(), message: z.string() }));

export const previewSurvey = endpoint({
  method: 'POST',
  path: '/surveys/preview',
  summary: 'The card that a draft would be posted as, when its parts would open, or everything that is wrong with it.',
  params: none,
  body: surveyDraft,
  response: z.object({
    card: z.record(z.string(), z.unknown()).optional(),
    parts: z.array(z.object({ title: z.string(), questions: z.number().int(), opensAt: instant })).optional(),
    closesAt: instant.optional(),
    remindsAt: instant.optional(),
    asked: z.number().int().optional(),
    problems,
  }),
});

export const readQuestionLines = endpoint({
  method: 'POST',
  path: '/surveys/questions',
  summary: 'Questions typed or pasted as lines, as drafts.',
  params: none,
  body: z.object({ lines: z.string().max(100_000) }),
  response: z.object({ parts: z.array(z.array(questionDraft)) }),
});

export const createSurvey = endpoint({
  method: 'POST',
  path: '/surveys',
  summary: 'Publishes a survey, or schedules its parts. The same requestId publishes once.',
  params: none,
  body: z.object({ draft: surveyDraft, requestId }),
  response: surveyView,
});

export const copySurvey = endpoint({
  method: 'GET',
  path: '/surveys/{survey}/copy',
  summary: 'A survey with all its parts as the draft of a new one.',
  params: one,
  body: none,
  response: z.object({ draft: surveyDraft }),
});

const form = z.object({ form: z.uuid() });
export const savedFormView = z.object({ id: z.string(), title: z.string(), savedAt: instant, draft: surveyDraft });

export const listForms = endpoint({
  method: 'GET',
  path: '/survey-forms',
  summary: 'Forms of new surveys that were put aside, the newest first.',
  params: none,
  body: none,
  response: z.object({ forms: z.array(savedFormView) }),
});

export const saveForm = endpoint({
  method: 'PUT',
  path: '/survey-forms/{form}',
  summary: 'Puts a form of a new survey aside as it is.',
  params: form,
  body: z.object({ draft: surveyDraft }),
  response: z.object({ savedAt: instant }),
});

export const removeForm = endpoint({
  method: 'DELETE',
  path: '/survey-forms/{form}',
  summary: 'Throws a form away that was put aside.',
  params: form,
  body: none,
  response: none,
});

export const addPicture = endpoint({
  method: 'POST',
  path: '/surveys/pictures',
  summary: 'Keeps a small picture for a question. JPEG, PNG or WebP by its content, at most 150 KB.',
  params: none,
  /** Base64. */
  body: z.object({ bytes: z.string().max(210_000) }),
  response: z.object({ picture: pictureId }),
});

export const correctSurvey = endpoint({
  method: 'PATCH',
  path: '/surveys/{survey}',
  summary: 'Corrects wording. Questions are matched by id; answers stay.',
  params: one,
  body: surveyDraft
    .pick({ title: true, description: true, purpose: true })
    .extend({ questions: z.array(questionDraft) }),
  response: surveyView,
});

export const closeSurvey = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/close',
  summary: 'Closes a survey in a few seconds.',
  params: one,
  body: none,
  response: surveyView,
});

export const extendSurvey = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/deadline',
  summary: 'Moves the deadline of an open survey.',
  params: one,
  body: z.object({ closesOn: z.string(), closesAtTime: z.string() }),
  response: surveyView,
});

export const undoSurvey = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/undo',
  summary: 'Takes a survey back that nobody has answered.',
  params: one,
  body: none,
  response: surveyView,
});

export const enterAnswers = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/entered',
  summary: 'Writes down answers given on paper or by phone, marked as such. The same requestId once.',
  params: one,
  body: z.object({ source: source.extract(['paper', 'phone']), typed, requestId }),
  response: surveyView,
});

export const previewSurveyReminder = endpoint({
  method: 'GET',
  path: '/surveys/{survey}/reminder',
  summary: 'How many a reminder would reach, and by what means.',
  params: one,
  body: none,
  response: z.object({
    notAnswered: z.number().int(),
    direct: z.number().int(),
    mail: z.number().int(),
    byChannel: z.number().int(),
    channelText: z.string(),
  }),
});

export const remindSurvey = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/reminder',
  summary: 'Reminds those who have not answered.',
  params: one,
  body: z.object({ direct: z.boolean(), channel: z.boolean(), requestId }),
  response: surveyView,
});

export const repostSurvey = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/repost',
  summary: 'Posts the card again when it is unknown whether it reached the channel, or it failed.',
  params: one,
  body: none,
  response: surveyView,
});

export const renewLink = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/link',
  summary: 'Opens, closes or renews the page that anyone may answer on; earlier addresses open nothing any more.',
  params: one,
  body: z.object({ isPublic: z.boolean() }),
  response: surveyView,
});

export const postResults = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/results',
  summary:
    'Posts the published figures and chosen quotes into the channel, feedback’s into its event’s thread. The same requestId posts once.',
  params: one,
  body: z.object({ requestId }),
  response: surveyView,
});

export const exportSurvey = endpoint({
  method: 'POST',
  path: '/surveys/{survey}/export',
  summary: 'A download address, valid ten minutes, for the published results as CSV or XLSX.',
  params: one,
  body: z.object({ format: z.enum(['csv', 'xlsx']) }),
  response: z.object({ url: z.string() }),
});

/** Of named surveys alone. */
export const listResponses = endpoint({
  method: 'GET',
  path: '/surveys/{survey}/responses',
  summary: 'Who answered what, of a survey that said so beforehand.',
  params: z.object({ survey: activityId, after: z.string().optional() }),
  body: none,
  response: z.object({
    responses: z.array(
      z.object({
        name: z.string(),
        organisation: z.string(),
        source,
        sentAt: instant,
        answers: z.array(z.object({ question: z.string(), answer: z.string() })),
      }),
    ),
    next: z.string().optional(),
  }),
});

// ── Texts, wishes, feedback over the years ─────────────────────────────────────────────────────

export const listTexts = endpoint({
  method: 'GET',
  path: '/surveys/{survey}/texts',
  summary: 'Published texts of one question, at most fifty a page.',
  params: z.object({
    survey: activityId,
    question: z.string(),
    tag: z.string().optional(),
    after: z.string().optional(),
  }),
  body: none,
  response: z.object({ texts: z.array(textView), next: z.string().optional() }),
});

export const changeText = endpoint({
  method: 'PATCH',
  path: '/surveys/{survey}/texts/{text}',
  summary: 'Gives a text themes, chooses it as a quote, hides it, or says what became of a wish.',
  params: z.object({ survey: activityId, text: textId }),
  body: textChange,
  response: textView,
});

export const wishView = z.object({
  /** `<survey>~<text>`. */
  id: z.string(),
  survey: activityId,
  text: textId,
  words: z.string(),
  tags: z.array(z.string()),
  /** Title of the event or survey. */
  title: z.string(),
  askedAt: instant,
  status: wishStatus,
  reply: z.string().optional(),
  /** It was told on the invitation to a later event. */
  isTold: z.boolean(),
});
export type WishView = z.infer<typeof wishView>;

export const listWishes = endpoint({
  method: 'GET',
  path: '/wishes',
  summary: 'What people wished for, the newest first. Members see those that the coordinator has answered.',
  params: z.object({ status: wishStatus.optional(), after: z.string().optional() }),
  body: none,
  response: z.object({ wishes: z.array(wishView), next: z.string().optional() }),
});

export const feedbackYears = endpoint({
  method: 'GET',
  path: '/feedback',
  summary: 'Grades of all events and years, as far as they are published.',
  params: none,
  body: none,
  response: z.object({
    events: z.array(
      z.object({
        survey: activityId,
        event: activityId,
        title: z.string(),
        startsAt: instant,
        answers: z.number().int(),
        grade: averageView.optional(),
        isOpen: z.boolean(),
      }),
    ),
    years: z.array(
      z.object({
        year: z.number().int(),
        events: z.number().int(),
        answers: z.number().int(),
        grade: averageView.optional(),
      }),
    ),
  }),
});

const words = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
/** The network's wording of the fixed questions, and its own questions. Empty: the usual words. */
export const feedbackFormView = z.object({
  ...{ grade: words, best: words, improve: words, absent: words },
  own: z.array(questionDraft),
  /** The usual words, shown where nothing is written. */
  usual: z.object({ grade: words, best: words, improve: words, absent: words }),
});
export type FeedbackFormView = z.infer<typeof feedbackFormView>;

export const getFeedbackForm = endpoint({
  method: 'GET',
  path: '/feedback/form',
  summary: 'The questions of the network’s feedback forms.',
  params: none,
  body: none,
  response: feedbackFormView,
});

export const putFeedbackForm = endpoint({
  method: 'PUT',
  path: '/feedback/form',
  summary: 'Changes the questions of feedback on events that have not begun yet.',
  params: none,
  body: feedbackFormView.omit({ usual: true }),
  response: feedbackFormView,
});
