/** The cards with which polls are made and run: form, preview, managing, reminding. */
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
  numberInput,
  subtle,
  textInput,
  timeInput,
  toggle,
  unfold,
  text as words,
} from '../../cards/kit.ts';
import type { Card } from '../../core/card.ts';
import { type Instant, instant } from '../../core/clock.ts';
import type { PostState } from '../../core/ports.ts';
import type { Message, Translate } from '../../core/text.ts';
import { toInputs } from '../../core/when.ts';
import {
  askReminder,
  bars,
  chosen,
  closePoll,
  createPoll,
  day,
  decideTie,
  editDraft,
  type Frame,
  inRoom,
  optionLabel,
  outcome,
  pollBody,
  previewPoll,
  reopenPoll,
  repost,
  type Shown,
  sendReminder,
  stateLine,
  tabButton,
  turnoutLines,
  undoPoll,
  winnersOf,
} from './cards.ts';
import {
  FEWEST_OPTIONS,
  LONGEST_DESCRIPTION,
  MOST_OPTIONS,
  type Poll,
  type PollDraft,
  pollDraft,
  visibleTo,
} from './poll.ts';
import { text } from './text.ts';

// ── Making a poll ──────────────────────────────────────────────────────────────────────────────

export interface FormFrame extends Frame {
  /** Id made with the form: the same form publishes once. */
  readonly form: string;
  readonly problems?: readonly { readonly field: string; readonly message: string }[];
  readonly defaultDeadline: Instant;
  /** Groups of the network that a poll can be for, by name in the reader's language. */
  readonly groups?: readonly { readonly id: string; readonly name: string }[];
}

/** Fields that stand behind “More settings”. */
const FURTHER_FIELDS = [
  'type',
  'description',
  'purpose',
  'mostChoices',
  'opensOn',
  'opensAtTime',
  'showResults',
  'secrecy',
  'membersAddOptions',
  'minimumTurnout',
  'onTie',
  'tallies',
  'rule',
  'group',
] as const satisfies readonly (keyof PollDraft)[];
const FURTHER = 'moreSettings';
/** What the form sends when the poll is for no group: a choice needs a value. */
const EVERYONE = '-';

/** The form of a new poll; what was typed is kept, and what is wrong with it is said at the field. */
export function pollFormCard(draft: PollDraft, frame: FormFrame): Card {
  const { t, zone, form, problems = [], defaultDeadline, groups = [] } = frame;
  const wrong = (...fields: readonly (keyof PollDraft)[]): Element[] =>
    problems
      .filter((one) => fields.some((field) => field === one.field))
      .map((one) => words(one.message, { color: 'Attention', weight: 'Bolder', spacing: 'Small' }));
  const closes = timesOf(draft.closesOn, draft.closesAtTime, zone) ?? toInputs(defaultDeadline, zone);
  const opens = timesOf(draft.opensOn, draft.opensAtTime, zone);
  const empty = pollDraft.parse({});
  const isOpen = FURTHER_FIELDS.some(
    (field) =>
      problems.some((one) => one.field === field) || (draft[field] !== empty[field] && draft[field] !== 'false'),
  );
  const pick = (
    id: keyof PollDraft,
    label: Message,
    options: Readonly<Record<string, Message>>,
    value: string,
  ): Element =>
    choices({
      id,
      label: t(label),
      errorMessage: t(text.pickOne),
      compact: true,
      value,
      options: Object.entries(options).map(([option, row]) => ({ id: option, label: t(row) })),
    });
  return card(
    heading(t(text.newPoll)),
    problems.length > 0 &&
      notice(
        'attention',
        words(t(text.toCorrect), { weight: 'Bolder' }),
        ...problems.map((one) => words(one.message, { spacing: 'Small' })),
      ),
    textInput({
      id: 'question',
      label: t(text.question),
      errorMessage: t(text.noQuestion),
      placeholder: t(text.questionExample),
      required: true,
      value: draft.question,
    }),
    wrong('question'),
    textInput({
      id: 'options',
      label: t(text.options, { least: FEWEST_OPTIONS, most: MOST_OPTIONS }),
      errorMessage: t(text.fewOptions, { least: FEWEST_OPTIONS }),
      multiline: true,
      required: true,
      value: draft.options,
    }),
    wrong('options'),
    dateInput({ id: 'closesOn', label: t(text.closesOn), errorMessage: t(text.pickDay), value: closes.date }),
    timeInput({ id: 'closesAtTime', label: t(text.closesAtTime), errorMessage: t(text.pickTime), value: closes.time }),
    wrong('closesOn', 'closesAtTime'),
    subtle(t(text.defaultDeadline, { when: day(defaultDeadline, zone) }), { size: 'Small' }),
    { type: 'ActionSet', actions: [unfold(FURTHER, t(text.moreSettings))] },
    fold(
      FURTHER,
      elements([
        pick('type', text.type, { topics: text.typeTopics, dates: text.typeDates }, draft.type),
        textInput({
          id: 'description',
          label: t(text.description),
          errorMessage: t(text.atMostLetters, { most: LONGEST_DESCRIPTION }),
          multiline: true,
          value: draft.description,
        }),
        wrong('description'),
        textInput({
          id: 'purpose',
          label: t(text.purpose),
          errorMessage: t(text.atMostLetters, { most: LONGEST_DESCRIPTION }),
          multiline: true,
          value: draft.purpose,
        }),
        wrong('purpose'),
        numberInput({
          id: 'mostChoices',
          label: t(text.mostChoices),
          errorMessage: t(text.writeNumber),
          min: 1,
          max: MOST_OPTIONS,
          value: draft.mostChoices || '1',
        }),
        wrong('mostChoices'),
        pick(
          'secrecy',
          text.secrecy,
          { unnamed: text.pickUnnamed, named: text.pickNamed, secret: text.pickSecret },
          draft.secrecy || 'unnamed',
        ),
        wrong('secrecy'),
        pick(
          'showResults',
          text.showResults,
          { always: text.pickAlways, afterVote: text.pickAfterVote, afterClosing: text.pickAfterClosing },
          draft.showResults || (draft.secrecy === 'secret' ? 'afterClosing' : 'always'),
        ),
        wrong('showResults'),
        toggle({
          id: 'membersAddOptions',
          label: t(text.membersAddOptions),
          title: t(text.membersAddOptionsTitle),
          errorMessage: t(text.pickOne),
          value: draft.membersAddOptions === 'true' ? 'true' : 'false',
        }),
        numberInput({
          id: 'minimumTurnout',
          label: t(text.minimumTurnout),
          errorMessage: t(text.writeNumber),
          min: 1,
          value: draft.minimumTurnout,
        }),
        wrong('minimumTurnout'),
        pick(
          'onTie',
          text.onTie,
          { coordinator: text.pickCoordinator, revote: text.pickRevote, both: text.pickBoth },
          draft.onTie || 'coordinator',
        ),
        pick(
          'tallies',
          text.tallies,
          { persons: text.pickPersons, organisations: text.pickOrganisations },
          draft.tallies || 'persons',
        ),
        wrong('tallies'),
        pick(
          'rule',
          text.rule,
          { latest: text.pickLatest, delegate: text.pickDelegate, split: text.pickSplit },
          draft.rule || 'latest',
        ),
        wrong('rule'),
        groups.length > 0 &&
          choices({
            id: 'group',
            label: t(text.group),
            errorMessage: t(text.pickOne),
            compact: true,
            value: draft.group || EVERYONE,
            options: [
              { id: EVERYONE, label: t(text.pickEveryone) },
              ...groups.map(({ id, name }) => ({ id, label: name })),
            ],
          }),
        wrong('group'),
        dateInput({ id: 'opensOn', label: t(text.opensOn), errorMessage: t(text.pickDay), value: opens?.date }),
        timeInput({
          id: 'opensAtTime',
          label: t(text.opensAtTime),
          errorMessage: t(text.pickTime),
          value: opens?.time,
        }),
        wrong('opensOn', 'opensAtTime'),
      ]),
      isOpen,
    ),
    actions(
      execute(previewPoll, t(text.preview), { form }, { style: 'positive' }),
      execute(createPoll, t(text.publish), { form }),
    ),
  );
}

/** A draft holds a whole instant (of a quick command) or what the two inputs sent. */
function timesOf(on: string, at: string, zone: string): { date: string; time: string } | undefined {
  const whole = instant.safeParse(on);
  if (whole.success) return toInputs(whole.data, zone);
  return /^\d{4}-\d{2}-\d{2}$/.test(on) ? { date: on, time: at } : undefined;
}

export interface PreviewFrame extends Frame {
  /** Language of what is said about the preview, when it is not the channel's. */
  readonly reader?: Translate;
  /** Numbers of a poll that nobody has voted in yet. */
  readonly shown?: Shown;
}

/** What the channel would see, drawn by the same function, with buttons that rest; the draft travels along unseen. */
export function pollPreviewCard(of: Poll, draft: PollDraft, form: string, frame: PreviewFrame): Card {
  const t = frame.reader ?? frame.t;
  const { link: _notThereYet, ...unlinked } = frame;
  const nothingKnown: Shown = {
    voters: 0,
    entitled: 0,
    ...(visibleTo(of, { hasVoted: false }) === 'counts' ? { counts: {} } : {}),
  };
  const { shown = nothingKnown } = frame;
  return inRoom((room) =>
    card(
      notice('accent', words(t(text.previewTitle), { weight: 'Bolder' }), subtle(t(text.previewHow))),
      notice('emphasis', ...atRest(pollBody(of, shown, { ...unlinked, room }))),
      carried(t(text.carried), draft),
      actions(
        execute(createPoll, t(text.publish), { form }, { style: 'positive' }),
        execute(editDraft, t(text.edit), { form }),
      ),
    ),
  );
}

// ── Managing a poll ────────────────────────────────────────────────────────────────────────────

/** What the coordinator may do with a poll now. */
export interface Can {
  readonly close?: boolean;
  readonly reopen?: boolean;
  readonly undo?: boolean;
  readonly remind?: boolean;
  readonly decide?: boolean;
}

export interface ManageFrame extends Frame {
  /** State of the shared card. */
  readonly post?: PostState;
  /** Which organisations have voted and which have not, by name; never what. */
  readonly organisations?: { readonly voted: readonly string[]; readonly notVoted: readonly string[] };
  /** What was just done or why it was not, in the reader's language. */
  readonly done?: string;
  readonly refusal?: string;
}

const POST_ROWS: Readonly<Partial<Record<PostState, Message>>> = {
  waiting: text.postWaiting,
  sending: text.postWaiting,
  unknown: text.postUnknown,
  failed: text.postFailed,
  removed: text.postRemoved,
};

/** The coordinator's desk of one poll, in 1:1 chat. What ends something asks once more. */
export function managePollCard(of: Poll, shown: Shown, can: Can, frame: ManageFrame): Card {
  const { t, zone, post, done, refusal, organisations } = frame;
  const { kind = 'municipality' } = shown;
  const trouble = post && POST_ROWS[post];
  const canRepost = post === 'unknown' || post === 'failed';
  return inRoom((room) => {
    const drawn = { ...frame, room };
    const winners = winnersOf(of);
    return card(
      refusal !== undefined && notice('attention', words(refusal, { weight: 'Bolder' })),
      done !== undefined && notice('good', words(done)),
      stateLine(t, text.manage, 'Accent'),
      heading(of.question),
      of.state === 'running' && words(t(text.deadline, { when: day(of.closesAt, zone) }), { weight: 'Bolder' }),
      trouble && notice(canRepost ? 'warning' : 'accent', words(t(trouble))),
      of.state === 'closed'
        ? outcome(of, shown, drawn)
        : [...bars(of, shown, drawn, winners), ...turnoutLines(of, shown, t, false)],
      can.decide === true && [
        choices({
          id: 'choice',
          label: t(text.decideLabel),
          errorMessage: t(text.chooseFirst),
          options: chosen(of, of.result?.leaders ?? []).map((one) => ({
            id: one.id,
            label: optionLabel(one, zone, t),
          })),
        }),
        ...actions(execute(decideTie, t(text.decide), { poll: of.id }, { style: 'positive' })),
      ],
      actions(
        canRepost && execute(repost, t(text.repost), { poll: of.id }, { associatedInputs: 'none' }),
        can.remind === true && execute(askReminder, t(text.remind), { poll: of.id }, { associatedInputs: 'none' }),
        can.close === true && unfold('confirmClose', t(text.close)),
        can.undo === true && unfold('confirmUndo', t(text.undo)),
        can.reopen === true && unfold('reopening', t(text.reopen)),
        organisations !== undefined && unfold('organisations', t(text.showOrganisations, { kind })),
        tabButton(frame),
      ),
      organisations !== undefined &&
        fold('organisations', organisationLines(organisations, t, Math.max(LEAST_NAMES, room.names))),
      can.close === true &&
        fold('confirmClose', [
          words(t(of.secrecy === 'secret' ? text.confirmCloseSecret : text.confirmClose)),
          ...actions(
            execute(closePoll, t(text.yesClose), { poll: of.id }, { style: 'destructive', associatedInputs: 'none' }),
          ),
        ]),
      can.undo === true &&
        fold('confirmUndo', [
          words(t(text.confirmUndo)),
          ...actions(
            execute(undoPoll, t(text.yesUndo), { poll: of.id }, { style: 'destructive', associatedInputs: 'none' }),
          ),
        ]),
      can.reopen === true &&
        fold('reopening', [
          dateInput({ id: 'closesOn', label: t(text.closesOn), errorMessage: t(text.pickDay) }),
          timeInput({
            id: 'closesAtTime',
            label: t(text.closesAtTime),
            errorMessage: t(text.pickTime),
            value: '16:00',
          }),
          ...actions(execute(reopenPoll, t(text.reopen), { poll: of.id }, { style: 'positive' })),
        ]),
    );
  });
}

/** So many names are there however little room is left. */
const LEAST_NAMES = 5;

/** The first names of a long list, and how many more there are: all of them are in the tab. */
function organisationLines(
  { voted, notVoted }: NonNullable<ManageFrame['organisations']>,
  t: Translate,
  most: number,
): Element[] {
  const names = (of: readonly string[]): string => {
    const others = of.length - most;
    return others > 0 ? t(text.othersToo, { names: of.slice(0, most).join(', '), n: others }) : of.join(', ');
  };
  return elements([
    voted.length > 0 && words(t(text.organisationsVoted, { names: names(voted) })),
    notVoted.length > 0 && words(t(text.organisationsNotVoted, { names: names(notVoted) })),
  ]);
}

// ── Reminding ──────────────────────────────────────────────────────────────────────────────────

/** How many a reminder would reach and what the channel would see; sends when asked to. */
export function reminderPreviewCard(
  of: Poll,
  reach: {
    readonly notVoted: number;
    readonly direct: number;
    readonly mail: number;
    readonly byChannel: number;
    readonly channelText: string;
  },
  form: string,
  frame: Frame,
): Card {
  const { t } = frame;
  const { notVoted, direct, mail, byChannel, channelText } = reach;
  return card(
    stateLine(t, text.remindTitle, 'Accent'),
    heading(of.question),
    words(t(text.notVotedCount, { n: notVoted }), { weight: 'Bolder' }),
    notVoted > 0 && [
      ...elements([
        direct + mail > 0 &&
          toggle({
            id: 'direct',
            label: t(text.reachDirect),
            title: t(text.reachDirectTitle, { direct, mail }),
            errorMessage: t(text.noMeansChosen),
            value: 'true',
          }),
      ]),
      ...elements([byChannel > 0 && words(t(text.byChannelOnly, { n: byChannel }))]),
      toggle({
        id: 'channel',
        label: t(text.reachChannel),
        title: t(text.reachChannelTitle),
        errorMessage: t(text.noMeansChosen),
        value: byChannel > 0 ? 'true' : 'false',
      }),
      notice('emphasis', subtle(t(text.channelTextTitle)), words(channelText)),
      ...actions(execute(sendReminder, t(text.sendReminder), { poll: of.id, form }, { style: 'positive' })),
    ],
  );
}
