/** The cards of questions, and the actions that their buttons carry. */
import { z } from 'zod';
import {
  actions,
  card,
  carried,
  choices,
  dateInput,
  type Element,
  elements,
  execute,
  fitting,
  fold,
  heading,
  notice,
  openUrl,
  subtle,
  tappable,
  textInput,
  toggle,
  unfold,
  text as words,
} from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import { atWallTime, inWords } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import type { Locale, Message, Translate } from '../../core/text.ts';
import {
  LONGEST_ANSWER,
  LONGEST_DETAILS,
  LONGEST_QUESTION,
  LONGEST_TOPIC,
  type Question,
  type QuestionDraft,
  type QuestionState,
  questionDraft,
} from './question.ts';
import { text } from './text.ts';

// ── Actions ────────────────────────────────────────────────────────────────────────────────────

const one = z.object({ question: activityId });

export const ask = action('questions.ask', questionDraft.extend({ form: z.string().min(1).max(100) }));
export const answer = action(
  'questions.answer',
  one.extend({
    answer: z
      .string()
      .max(LONGEST_ANSWER * 20)
      .default(''),
  }),
);
export const takeIt = action('questions.take', one);
export const markIt = action('questions.answered', one);
export const reopenIt = action('questions.reopen', one);
export const consentTo = action('questions.consent', one.extend({ says: z.enum(['yes', 'unnamed', 'no']) }));

// ── What cards are drawn from ──────────────────────────────────────────────────────────────────

interface Who {
  readonly name: string;
  readonly organisation?: string | undefined;
}

export interface AnswerShown {
  readonly by: Who;
  readonly text: string;
}

/** A question as its reader, or all who will see the card, may know it. */
export interface QuestionShown extends Pick<Question, 'id' | 'text' | 'details' | 'to' | 'state' | 'at'> {
  /** Absent: nobody is told who asked. */
  readonly asker?: Who;
  readonly dueOn?: string;
  readonly topic?: string;
  /** Of others than who asked, the oldest first. */
  readonly answers: readonly AnswerShown[];
  /** Address of its page in the tab. */
  readonly page: string;
}

export const STATES: Readonly<Record<QuestionState, Message>> = {
  new: text.stateNew,
  inWork: text.stateInWork,
  answered: text.stateAnswered,
  withdrawn: text.stateWithdrawn,
};

/** “torstaina 3.12.”: a date by itself, in each language. */
export const dueWords =
  (date: string) =>
  (locale: Locale): string =>
    inWords(atWallTime(date, '12:00', 'utc'), 'utc', locale, {
      ...{ weekday: 'short', day: 'numeric', month: 'numeric', year: 'numeric' },
    });

export const clip = (typed: string, most: number): string => {
  const letters = [...typed.trim()];
  const kept = letters.slice(0, most - 1).join('');
  return letters.length > most ? `${kept.trimEnd()}…` : letters.join('');
};

/** “Maija, Akaa, kysyy”, or that a member asks. */
export function askerLine({ asker }: Pick<QuestionShown, 'asker'>, t: Translate): string {
  if (!asker) return t(text.aMember);
  const { name, organisation } = asker;
  return organisation === undefined ? t(text.asks, { name }) : t(text.asksFrom, { name, organisation });
}

export const whoLine = ({ name, organisation }: Who): string =>
  organisation === undefined ? name : `${name} (${organisation})`;

/** When an answer is hoped for, and what it is about. */
export const aboutLines = ({ dueOn, topic, state }: QuestionShown, t: Translate): string[] => [
  ...(dueOn === undefined || state === 'answered' ? [] : [t(text.dueBy, { when: dueWords(dueOn) })]),
  ...(topic === undefined ? [] : [t(text.topicIs, { topic })]),
];

// ── One question ───────────────────────────────────────────────────────────────────────────────

/** How much of long texts a card has room for. */
interface Room {
  readonly details: number;
  readonly answer: number;
  readonly answers: number;
}
const ROOMS: readonly [Room, ...Room[]] = [
  { details: 600, answer: 280, answers: 3 },
  { details: 300, answer: 140, answers: 2 },
  { details: 100, answer: 60, answers: 1 },
];

const inRoom = (draw: (room: Room) => Card): Card => {
  const [most, ...less] = ROOMS;
  return fitting(() => draw(most), ...less.map((room) => () => draw(room)));
};

const REPLY = 'reply';

/** The field and its button; `isOpen` when something in it needs a look. */
function replyForm(of: QuestionShown, t: Translate, { typed, isOpen = false, wrong }: Replying = {}): Element {
  return fold(
    REPLY,
    elements([
      wrong !== undefined && words(wrong, { color: 'Attention', weight: 'Bolder' }),
      textInput({
        ...{ id: 'answer', label: t(text.fieldAnswer), errorMessage: t(text.noAnswer), value: typed },
        ...{ multiline: true, maxLength: LONGEST_ANSWER },
      }),
      actions(execute(answer, t(text.sendAnswer), { question: of.id }, { style: 'positive' })),
    ]),
    isOpen,
  );
}

interface Replying {
  readonly typed?: string | undefined;
  readonly isOpen?: boolean;
  readonly wrong?: string | undefined;
}

/** What it is, who asks and what has been answered: the same in the channel, in 1:1 chat and on a page. */
function body(of: QuestionShown, t: Translate, room: Room): Element[] {
  const { answers } = of;
  const newest = answers.slice(-room.answers).reverse();
  const more = answers.length - newest.length;
  const isPrivate = of.to === 'coordinator';
  return elements([
    words([t(isPrivate ? text.forCoordinators : text.question), t(STATES[of.state])].join(' · '), {
      ...{ size: 'Small', weight: 'Bolder', color: of.state === 'answered' ? 'Good' : 'Accent' },
    }),
    heading(of.text),
    subtle(askerLine(of, t)),
    of.details !== '' && words(clip(of.details, room.details)),
    aboutLines(of, t).map((line) => words(line, { spacing: 'Small' })),
    answers.length === 0 && subtle(t(text.answerCount, { n: 0 }), { spacing: 'Medium' }),
    newest.length > 0 && [
      words(t(text.newest), { weight: 'Bolder', spacing: 'Medium' }),
      ...newest.flatMap((one) => [
        subtle(whoLine(one.by), { size: 'Small' }),
        words(clip(one.text, room.answer), { spacing: 'None' }),
      ]),
      ...(more > 0 ? [subtle(t(text.moreAnswers, { n: more }), { size: 'Small' })] : []),
    ],
  ]);
}

/** The card in the channel, which everyone sees: answered where it stands, or in its thread. */
export const questionCard = (of: QuestionShown, t: Translate): Card =>
  inRoom((room) =>
    card(body(of, t, room), actions(unfold(REPLY, t(text.reply)), openUrl(t(text.open), of.page)), replyForm(of, t)),
  );

export const questionSummary = (of: QuestionShown, t: Translate): string => `${askerLine(of, t)}: ${of.text}`;

/** What the reader may do beside answering. */
export interface OwnFrame {
  readonly t: Translate;
  readonly done?: string | undefined;
  readonly refusal?: string | undefined;
  readonly typed?: string | undefined;
  readonly mayTake?: boolean | undefined;
  readonly mayMark?: boolean | undefined;
  readonly mayReopen?: boolean | undefined;
  readonly mayConsent?: boolean | undefined;
}

/** The question as its reader alone sees it, after something was done with it or refused. */
export const ownCard = (of: QuestionShown, { t, done, refusal, typed, ...may }: OwnFrame): Card =>
  inRoom((room) =>
    card(
      done !== undefined && notice('good', words(done)),
      refusal !== undefined && notice('attention', words(refusal)),
      body(of, t, room),
      may.mayConsent && consentPart(of, t),
      of.state !== 'withdrawn' &&
        actions(
          unfold(REPLY, t(text.reply)),
          may.mayTake && execute(takeIt, t(text.take), { question: of.id }),
          may.mayMark && execute(markIt, t(text.markAnswered), { question: of.id }),
          may.mayReopen && execute(reopenIt, t(text.reopen), { question: of.id }),
          openUrl(t(text.open), of.page),
        ),
      of.state !== 'withdrawn' && replyForm(of, t, { typed, isOpen: refusal !== undefined && typed !== undefined }),
    ),
  );

const consentPart = (of: QuestionShown, t: Translate): Element[] => [
  notice('warning', words(t(text.mayGoToAll))),
  ...actions(
    execute(consentTo, t(text.agree), { question: of.id, says: 'yes' }),
    execute(consentTo, t(text.agreeUnnamed), { question: of.id, says: 'unnamed' }),
    execute(consentTo, t(text.decline), { question: of.id, says: 'no' }),
  ),
];

/** A word in someone’s own chat: that they were answered, asked or are waited for. `why`: what there is to know first. */
export const toldCard = (of: QuestionShown, why: readonly string[], frame: OwnFrame): Card => {
  const [first = '', ...rest] = why;
  const drawn = ownCard(of, frame);
  return {
    ...drawn,
    body: [words(first, { weight: 'Bolder', size: 'Medium' }), ...rest.map((line) => words(line)), ...drawn.body],
  };
};

// ── Asking ─────────────────────────────────────────────────────────────────────────────────────

export interface FormFrame {
  readonly t: Translate;
  /** Id made with the form: the same form asks once. */
  readonly form: string;
  readonly problems?: readonly { readonly field: string; readonly message: string }[];
}

/** The form of a question; what was typed is kept, and what is wrong with it is said at the field. */
export function formCard(draft: QuestionDraft, { t, form, problems = [] }: FormFrame): Card {
  const wrong = (field: keyof QuestionDraft): Element[] =>
    problems
      .filter((one) => one.field === field)
      .map(({ message }) => words(message, { color: 'Attention', weight: 'Bolder', spacing: 'Small' }));
  const mistake = t(text.mistake);
  return card(
    heading(t(text.newQuestion)),
    problems.length > 0 && notice('attention', words(t(text.wrongForm))),
    wrong('text'),
    textInput({
      ...{ id: 'text', label: t(text.fieldText), errorMessage: t(text.noQuestion), value: draft.text },
      ...{ required: true, multiline: true, maxLength: LONGEST_QUESTION },
    }),
    wrong('details'),
    textInput({
      ...{ id: 'details', label: t(text.fieldDetails), errorMessage: mistake, value: draft.details },
      ...{ multiline: true, maxLength: LONGEST_DETAILS },
    }),
    wrong('to'),
    choices({
      ...{ id: 'to', label: t(text.fieldTo), errorMessage: t(text.noAddressee), value: draft.to, required: true },
      options: [
        { id: 'network', label: t(text.toNetwork) },
        { id: 'coordinator', label: t(text.toCoordinator) },
      ],
    }),
    toggle({
      ...{ id: 'isUnnamed', label: t(text.unnamedHow), errorMessage: mistake, title: t(text.fieldUnnamed) },
      value: draft.isUnnamed === 'true' ? 'true' : 'false',
    }),
    wrong('dueOn'),
    dateInput({ id: 'dueOn', label: t(text.fieldDue), errorMessage: t(text.badDate), value: dateValue(draft.dueOn) }),
    wrong('topic'),
    textInput({
      ...{ id: 'topic', label: t(text.fieldTopic), errorMessage: mistake, value: draft.topic },
      maxLength: LONGEST_TOPIC,
    }),
    carried(t(text.question), { form }),
    actions(execute(ask, t(text.send), { form }, { style: 'positive' })),
  );
}

/** The date input takes nothing else. */
const dateValue = (typed: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : undefined);

// ── A list ─────────────────────────────────────────────────────────────────────────────────────

/** What the list leaves out is in the tab. */
export const MOST_LISTED = 8;

export const listCard = (of: readonly QuestionShown[], all: string, t: Translate): Card =>
  fitting(
    () => listOf(of.slice(0, MOST_LISTED), all, t),
    () => listOf(of.slice(0, MOST_LISTED / 2), all, t),
    () => listOf(of.slice(0, 2), all, t),
  );

const listOf = (of: readonly QuestionShown[], all: string, t: Translate): Card =>
  card(
    heading(t(text.openQuestions)),
    of.length === 0 && words(t(text.noOpenQuestions)),
    of.flatMap((shown) =>
      tappable(
        clip(shown.text, 200),
        shown.page,
        elements([
          words(clip(shown.text, 200), { weight: 'Bolder', color: 'Accent' }),
          subtle(listLine(shown, t), { size: 'Small', spacing: 'None' }),
        ]),
        { separator: true, spacing: 'Medium' },
      ),
    ),
    actions(openUrl(t(text.openAll), all)),
  );

const listLine = (of: QuestionShown, t: Translate): string =>
  [askerLine(of, t), t(text.answerCount, { n: of.answers.length }), ...aboutLines(of, t)].join(' · ');
