/** The cards with which surveys are made and run: form, preview, managing, reminding. */
import {
  actions,
  atRest,
  card,
  carried,
  choices,
  dateInput,
  type Element,
  elements,
  execute,
  fold,
  heading,
  notice,
  subtle,
  textInput,
  timeInput,
  toggle,
  unfold,
  text as words,
} from '../../cards/kit.ts';
import type { Card } from '../../core/card.ts';
import { type Instant, when } from '../../core/clock.ts';
import type { PostState } from '../../core/ports.ts';
import type { Message, Translate } from '../../core/text.ts';
import { cardText } from './card-text.ts';
import {
  askReminder,
  closeSurvey,
  countLines,
  createSurvey,
  day,
  editDraft,
  type Frame,
  figures,
  inRoom,
  postResults,
  previewSurvey,
  repostSurvey,
  sendReminder,
  stateLine,
  surveyBody,
  tabButton,
  titleOf,
  undoSurvey,
} from './cards.ts';
import type { Shown } from './figures.ts';
import { text as shared } from './page-text.ts';
import { FEWEST_STEP, LARGEST_STEP, LONGEST_DESCRIPTION, LONGEST_TITLE, type Survey } from './survey.ts';
import { text } from './text.ts';
import { type TypedSurvey, typedSurvey, UNSET } from './typed-survey.ts';

// ── Making a survey ────────────────────────────────────────────────────────────────────────────

export interface FormFrame extends Frame {
  /** Id made with the form: the same form publishes once. */
  readonly form: string;
  readonly problems?: readonly { readonly field: string; readonly message: string }[];
  /** Groups of the network that can be asked, by name in the reader's language. */
  readonly groups?: readonly { readonly id: string; readonly name: string }[];
  /** Coming events that a survey can prepare. */
  readonly events?: readonly { readonly id: string; readonly title: string; readonly startsAt: Instant }[];
}

/** What nine of ten need; everything else stands behind “More settings”. */
const FIRST_FIELDS = [
  'title',
  'questions',
  'purpose',
  'closesOn',
  'closesAtTime',
] as const satisfies readonly (keyof TypedSurvey)[];
const FURTHER = 'moreSettings';

/** The field of the form in which a problem of the draft was typed: questions are all typed into one. */
const fieldOf = (problem: string): string => (/^(questions|parts)\b/.test(problem) ? 'questions' : problem);

/** The form of a new survey; what was typed is kept, and what is wrong with it is said at the field. */
export function surveyFormCard(typed: TypedSurvey, frame: FormFrame): Card {
  const { t, form, problems = [] } = frame;
  return card(
    heading(t(cardText.newSurvey)),
    problems.length > 0 &&
      notice(
        'attention',
        words(t(cardText.formProblems), { weight: 'Bolder' }),
        ...problems.map((one) => words(one.message, { spacing: 'Small' })),
      ),
    firstFields(typed, frame),
    { type: 'ActionSet', actions: [unfold(FURTHER, t(cardText.moreSettings))] },
    fold(FURTHER, furtherFields(typed, frame), needsFurther(typed, frame)),
    actions(
      execute(previewSurvey, t(cardText.preview), { form }, { style: 'positive' }),
      execute(createSurvey, t(cardText.publish), { form }),
      tabButton(frame),
    ),
    subtle(t(cardText.morePossible), { size: 'Small' }),
  );
}

const USUAL: Readonly<Partial<Record<keyof TypedSurvey, string>>> = {
  secrecy: 'anonymous',
  showResults: 'all',
  breakdown: 'none',
  group: UNSET,
  event: UNSET,
};

/** Something behind “More settings” was set or is wrong. */
function needsFurther(typed: TypedSurvey, { problems = [] }: FormFrame): boolean {
  const isFurther = (field: string): boolean => !FIRST_FIELDS.some((one) => one === field);
  const isUsual = (field: string, value: string): boolean =>
    value === '' || value === USUAL[field as keyof TypedSurvey];
  return (
    problems.some(({ field }) => isFurther(fieldOf(field))) ||
    Object.entries(typed).some(([field, value]) => isFurther(field) && !isUsual(field, value))
  );
}

/** What a date's input can show; anything else that was typed stands in the complaint about it. */
const dateOf = (typed: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : undefined);

/** Makes the form's inputs: each with what was typed and, beneath it, what is wrong with it. */
function fieldsOf(typed: TypedSurvey, { t, problems = [] }: FormFrame) {
  const wrong = (field: keyof TypedSurvey): Element[] =>
    problems
      .filter((one) => fieldOf(one.field) === field)
      .map((one) => words(one.message, { color: 'Attention', weight: 'Bolder', spacing: 'Small' }));
  return {
    line: (
      id: keyof TypedSurvey,
      label: Message,
      error: string,
      look: { readonly multiline?: boolean; readonly required?: boolean; readonly placeholder?: string } = {},
    ): Element[] => [
      textInput({ ...{ id, label: t(label), errorMessage: error, value: typed[id] }, ...look }),
      ...wrong(id),
    ],
    date: (id: keyof TypedSurvey, label: Message): Element[] => [
      dateInput({ id, label: t(label), errorMessage: t(cardText.pickDay), value: dateOf(typed[id]) }),
      ...wrong(id),
    ],
    time: (id: keyof TypedSurvey, label: Message): Element[] => [
      timeInput({ id, label: t(label), errorMessage: t(cardText.pickTime), value: typed[id] }),
      ...wrong(id),
    ],
    pick: (
      id: keyof TypedSurvey,
      label: Message,
      options: readonly (readonly [id: string, label: string])[],
    ): Element[] => [
      choices({
        ...{ id, label: t(label), errorMessage: t(cardText.pickOne), compact: true },
        value: typed[id] || (options[0]?.[0] ?? ''),
        options: options.map(([option, shown]) => ({ id: option, label: shown })),
      }),
      ...wrong(id),
    ],
  };
}

function firstFields(typed: TypedSurvey, frame: FormFrame): Element[] {
  const { t } = frame;
  const { line, date, time } = fieldsOf(typed, frame);
  const atMost = t(shared.longest, { n: LONGEST_DESCRIPTION });
  return elements([
    line('title', cardText.titleField, t(text.noTitle), { required: true, placeholder: t(cardText.titleExample) }),
    line('questions', cardText.questionsField, t(text.noQuestions), { required: true, multiline: true }),
    subtle(t(cardText.questionsHow), { size: 'Small' }),
    line('purpose', cardText.purposeField, atMost, { multiline: true }),
    date('closesOn', cardText.closesOn),
    time('closesAtTime', cardText.closesAtTime),
    subtle(t(cardText.usualDeadline), { size: 'Small' }),
  ]);
}

function furtherFields(typed: TypedSurvey, frame: FormFrame): Element[] {
  const { t, zone, groups = [], events = [] } = frame;
  const { line, date, time, pick } = fieldsOf(typed, frame);
  return elements([
    line('description', cardText.descriptionField, t(shared.longest, { n: LONGEST_DESCRIPTION }), { multiline: true }),
    pick('secrecy', cardText.secrecyField, [
      ['anonymous', t(cardText.pickAnonymous)],
      ['named', t(cardText.pickNamed)],
    ]),
    pick('showResults', cardText.showResultsField, [
      ['all', t(cardText.pickAll)],
      ['coordinators', t(cardText.pickCoordinators)],
    ]),
    line('step', cardText.stepField, t(text.badStep, { least: FEWEST_STEP, most: LARGEST_STEP })),
    pick('breakdown', cardText.breakdownField, [
      ['none', t(cardText.pickNone)],
      ['sizeClass', t(cardText.pickSize)],
      ['area', t(cardText.pickArea)],
    ]),
    groups.length > 0 &&
      pick('group', cardText.groupField, [
        [UNSET, t(cardText.pickEveryone)],
        ...groups.map(({ id, name }) => [id, name] as const),
      ]),
    events.length > 0 &&
      pick('event', cardText.eventField, [
        [UNSET, t(cardText.pickNoEvent)],
        ...events.map(
          ({ id, title, startsAt }) => [id, t(cardText.eventOption, { title, when: when(startsAt, zone) })] as const,
        ),
      ]),
    date('opensOn', cardText.opensOn),
    time('opensAtTime', cardText.opensAtTime),
  ]);
}

export interface PreviewFrame extends Frame {
  /** Language of what is said about the preview, when it is not the channel's. */
  readonly reader?: Translate;
  /** Numbers of a survey that nobody has answered yet. */
  readonly shown: Shown;
}

/** What the channel would see, drawn by the same function, with buttons that rest; the draft travels along unseen. The first part is drawn, the others are told. */
export function surveyPreviewCard(
  made: readonly Survey[],
  typed: TypedSurvey,
  form: string,
  frame: PreviewFrame,
): Card {
  const t = frame.reader ?? frame.t;
  const { link: _notThereYet, ...unlinked } = frame;
  const [of] = made;
  const reminder = made.at(-1)?.remindsAt;
  // Drawn as on the day on which it opens.
  const now = of && of.opensAt > frame.now ? of.opensAt : frame.now;
  return inRoom((room) =>
    card(
      notice('accent', words(t(cardText.previewTitle), { weight: 'Bolder' }), subtle(t(cardText.previewHow))),
      of && notice('emphasis', ...atRest(surveyBody(of, frame.shown, { ...unlinked, now, room }))),
      made.length > 1 && [
        words(t(cardText.partsOpen, { n: made.length }), { weight: 'Bolder' }),
        ...made.map((one, index) =>
          words(
            t(cardText.partOpens, {
              ...{ n: index + 1, when: when(one.opensAt, frame.zone), questions: one.questions.length },
            }),
            { spacing: 'Small' },
          ),
        ),
      ],
      words(reminder ? t(cardText.remindsAt, { when: when(reminder, frame.zone) }) : t(cardText.remindsNobody)),
      carried(t(cardText.carried), typedSurvey.parse(typed)),
      actions(
        execute(createSurvey, t(cardText.publish), { form }, { style: 'positive' }),
        execute(editDraft, t(cardText.edit), { form }),
      ),
    ),
  );
}

// ── Managing a survey ──────────────────────────────────────────────────────────────────────────

/** What the coordinator may do with a survey now. */
export interface Can {
  readonly close?: boolean;
  readonly undo?: boolean;
  readonly remind?: boolean;
  readonly postResults?: boolean;
}

export interface ManageFrame extends Frame {
  /** State of the shared card. */
  readonly post?: PostState;
  /** Made with the card: the same one posts the results once. */
  readonly form: string;
  /** What was just done or why it was not, in the reader's language. */
  readonly done?: string;
  readonly refusal?: string;
}

const POST_ROWS: Readonly<Partial<Record<PostState, Message>>> = {
  waiting: cardText.postWaiting,
  sending: cardText.postWaiting,
  unknown: cardText.postUnknown,
  failed: cardText.postFailed,
  removed: cardText.postRemoved,
};

/** The coordinator's desk of one survey, in 1:1 chat. What ends something asks once more. */
export function manageSurveyCard(of: Survey, shown: Shown, can: Can, frame: ManageFrame): Card {
  const { t, zone, post, form, done, refusal } = frame;
  const trouble = post && POST_ROWS[post];
  const canRepost = post === 'unknown' || post === 'failed';
  return inRoom((room) =>
    card(
      refusal !== undefined && notice('attention', words(refusal, { weight: 'Bolder' })),
      done !== undefined && notice('good', words(done)),
      words(t(of.type === 'feedback' ? cardText.feedbackDesk : cardText.desk), {
        ...{ size: 'Small', weight: 'Bolder', color: 'Accent' },
      }),
      stateLine(of, frame),
      heading(titleOf(of, t).slice(0, LONGEST_TITLE)),
      of.state === 'running' && words(t(shared.answerBy, { when: day(of.closesAt, zone) }), { weight: 'Bolder' }),
      trouble && notice(canRepost ? 'warning' : 'accent', words(t(trouble))),
      countLines(of, shown, frame).map((line) => words(line, { spacing: 'Small' })),
      figures(of, shown, { ...frame, room }),
      actions(
        canRepost && execute(repostSurvey, t(cardText.repost), { survey: of.id }, { associatedInputs: 'none' }),
        can.remind === true &&
          execute(askReminder, t(cardText.remind), { survey: of.id }, { associatedInputs: 'none' }),
        can.postResults === true &&
          execute(postResults, t(cardText.toChannel), { survey: of.id, form }, { associatedInputs: 'none' }),
        can.close === true && unfold('confirmClose', t(cardText.close)),
        can.undo === true && unfold('confirmUndo', t(cardText.undo)),
        tabButton(frame),
      ),
      can.close === true &&
        fold('confirmClose', [
          words(t(cardText.confirmClose)),
          ...actions(
            execute(
              closeSurvey,
              t(cardText.yesClose),
              { survey: of.id },
              { style: 'destructive', associatedInputs: 'none' },
            ),
          ),
        ]),
      can.undo === true &&
        fold('confirmUndo', [
          words(t(cardText.confirmUndo)),
          ...actions(
            execute(
              undoSurvey,
              t(cardText.yesUndo),
              { survey: of.id },
              { style: 'destructive', associatedInputs: 'none' },
            ),
          ),
        ]),
    ),
  );
}

export interface ReminderReach {
  readonly notAnswered: number;
  readonly direct: number;
  readonly mail: number;
  readonly byChannel: number;
  /** What the thread would read. */
  readonly channelText: string;
}

/** How many a reminder would reach and what the thread would read; sends when asked to. */
export function reminderPreviewCard(of: Survey, reach: ReminderReach, form: string, frame: Frame): Card {
  const { t } = frame;
  const { notAnswered, direct, mail, byChannel, channelText } = reach;
  return card(
    words(t(cardText.remindTitle), { size: 'Small', weight: 'Bolder', color: 'Accent' }),
    heading(titleOf(of, t).slice(0, LONGEST_TITLE)),
    words(t(cardText.notAnsweredCount, { n: notAnswered }), { weight: 'Bolder' }),
    notAnswered > 0 && [
      ...elements([
        direct + mail > 0 &&
          toggle({
            ...{ id: 'direct', label: t(cardText.reachDirect), title: t(cardText.reachDirectTitle, { direct, mail }) },
            ...{ errorMessage: t(text.noMeansChosen), value: 'true' },
          }),
        byChannel > 0 && words(t(cardText.byChannelOnly, { n: byChannel })),
      ]),
      toggle({
        ...{ id: 'channel', label: t(cardText.reachChannel), title: t(cardText.reachChannelTitle) },
        ...{ errorMessage: t(text.noMeansChosen), value: byChannel > 0 ? 'true' : 'false' },
      }),
      notice('emphasis', subtle(t(cardText.channelReads)), words(channelText)),
      ...actions(execute(sendReminder, t(cardText.sendReminder), { survey: of.id, form }, { style: 'positive' })),
    ],
  );
}
