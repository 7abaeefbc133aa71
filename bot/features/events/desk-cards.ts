/** The cards with which events are made and run: form, preview, managing, reminding. */
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
  openUrl,
  subtle,
  textInput,
  timeInput,
  toggle,
  unfold,
  text as words,
} from '../../cards/kit.ts';
import type { Card } from '../../core/card.ts';
import { when } from '../../core/clock.ts';
import type { PostState } from '../../core/ports.ts';
import type { Message, Translate } from '../../core/text.ts';
import { cardText } from './card-text.ts';
import {
  askReminder,
  cancelEvent,
  createEvent,
  editDraft,
  essentials,
  eventBody,
  type Frame,
  inRoom,
  numbers,
  previewEvent,
  publishEvent,
  repostEvent,
  type Shown,
  sendReminder,
  stateLine,
  timeSpan,
} from './cards.ts';
import {
  type Event,
  type EventDraft,
  eventDraft,
  eventType,
  LONGEST_CONTACT,
  LONGEST_DESCRIPTION,
  LONGEST_LINK,
  LONGEST_PLACE,
  LONGEST_REASON,
  LONGEST_TITLE,
  type ReminderKind,
  reminderKind,
} from './event.ts';
import type { DueReminder } from './schedule.ts';
import { text } from './text.ts';

// ── Making an event ────────────────────────────────────────────────────────────────────────────

export interface FormFrame extends Frame {
  /** Id made with the form: the same form publishes once. */
  readonly form: string;
  readonly problems?: readonly { readonly field: string; readonly message: string }[];
  /** Groups of the network that an event can be for, by name in the reader's language. */
  readonly groups?: readonly { readonly id: string; readonly name: string }[];
}

/** What nine of ten need; everything else stands behind “More settings”. */
const FIRST_FIELDS = [
  'type',
  'title',
  'startsOn',
  'startsAtTime',
  'endsAtTime',
  'ways',
  'place',
  'joinLink',
] as const satisfies readonly (keyof EventDraft)[];
/** Not on the form, and sent along with it: reminders and feedback are chosen in the preview, a poll where the draft was made of it, wishes in the tab. */
const UNSEEN = ['reminders', 'asksFeedback', 'poll', 'wishes'] as const satisfies readonly (keyof EventDraft)[];
const FURTHER = 'moreSettings';
/** What the form sends where nothing is chosen: a choice needs a value. */
export const UNSET = '-';

/** The form of a new event; what was typed is kept, and what is wrong with it is said at the field. */
export function eventFormCard(draft: EventDraft, frame: FormFrame): Card {
  const { t, form, problems = [] } = frame;
  return card(
    heading(t(cardText.newEvent)),
    problems.length > 0 &&
      notice(
        'attention',
        words(t(cardText.toCorrect), { weight: 'Bolder' }),
        ...problems.map((one) => words(one.message, { spacing: 'Small' })),
      ),
    firstFields(draft, frame),
    { type: 'ActionSet', actions: [unfold(FURTHER, t(cardText.moreSettings))] },
    fold(FURTHER, furtherFields(draft, frame), needsFurther(draft, frame)),
    carried(t(cardText.carried), Object.fromEntries(UNSEEN.map((field) => [field, draft[field]]))),
    actions(
      execute(previewEvent, t(cardText.preview), { form }, { style: 'positive' }),
      execute(createEvent, t(cardText.publish), { form }),
    ),
  );
}

/** Something behind “More settings” was set or is wrong. */
function needsFurther(draft: EventDraft, { problems = [] }: FormFrame): boolean {
  const empty = eventDraft.parse({});
  const isFurther = (field: string): boolean => ![...FIRST_FIELDS, ...UNSEEN].some((one) => one === field);
  const isUnset = (value: string): boolean => value === UNSET || value === 'false';
  return (
    problems.some(({ field }) => isFurther(field)) ||
    Object.entries(draft).some(
      ([field, value]) => isFurther(field) && value !== empty[field as keyof EventDraft] && !isUnset(value),
    )
  );
}

/** What a date's input can show; anything else that was typed stands in the complaint about it. */
const dateOf = (typed: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : undefined);

interface FieldLook {
  readonly most?: number;
  readonly multiline?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string;
}

/** Makes the form's inputs: each with what was typed and, beneath it, what is wrong with it. */
function fieldsOf(draft: EventDraft, { t, problems = [] }: FormFrame) {
  const wrong = (...fields: readonly (keyof EventDraft)[]): Element[] =>
    problems
      .filter((one) => fields.some((field) => field === one.field))
      .map((one) => words(one.message, { color: 'Attention', weight: 'Bolder', spacing: 'Small' }));
  return {
    line: (id: keyof EventDraft, label: Message, { most, ...look }: FieldLook = {}): Element[] => [
      textInput({
        ...{ id, label: t(label), value: draft[id] },
        errorMessage: look.required ? t(text.noTitle) : t(cardText.atMost, { most: most ?? LONGEST_DESCRIPTION }),
        ...look,
      }),
      ...wrong(id),
    ],
    date: (id: keyof EventDraft, label: Message): Element[] => [
      dateInput({ id, label: t(label), errorMessage: t(cardText.pickDay), value: dateOf(draft[id]) }),
      ...wrong(id),
    ],
    time: (id: keyof EventDraft, label: Message): Element[] => [
      timeInput({ id, label: t(label), errorMessage: t(cardText.pickTime), value: draft[id] }),
      ...wrong(id),
    ],
    pick: (
      id: keyof EventDraft,
      label: Message,
      options: readonly (readonly [id: string, label: string])[],
      unset: string,
    ): Element[] => [
      choices({
        ...{ id, label: t(label), errorMessage: t(cardText.pickOne), compact: true, value: draft[id] || unset },
        options: options.map(([option, shown]) => ({ id: option, label: shown })),
      }),
      ...wrong(id),
    ],
    wrong,
  };
}

function firstFields(draft: EventDraft, frame: FormFrame): Element[] {
  const { t } = frame;
  const { line, date, time, pick } = fieldsOf(draft, frame);
  return elements([
    pick(
      'type',
      cardText.type,
      eventType.options.map((one) => [one, t(text[one])]),
      'webinar',
    ),
    line('title', cardText.title, { most: LONGEST_TITLE, required: true, placeholder: t(cardText.titleExample) }),
    date('startsOn', cardText.startsOn),
    time('startsAtTime', cardText.startsAtTime),
    time('endsAtTime', cardText.endsAtTime),
    subtle(t(cardText.usualLength), { size: 'Small' }),
    pick(
      'ways',
      cardText.ways,
      [
        [UNSET, t(cardText.pickUsual)],
        ['room', t(cardText.pickRoom)],
        ['online', t(cardText.pickOnline)],
        ['both', t(cardText.pickBoth)],
      ],
      UNSET,
    ),
    line('place', cardText.placeField, { most: LONGEST_PLACE }),
    line('joinLink', cardText.joinLink, { most: LONGEST_LINK, placeholder: t(cardText.linkExample) }),
  ]);
}

function furtherFields(draft: EventDraft, frame: FormFrame): Element[] {
  const { t, groups = [] } = frame;
  const { line, date, time, pick, wrong } = fieldsOf(draft, frame);
  const named = groups.map(({ id, name }) => [id, name] as const);
  return elements([
    line('description', cardText.description, { multiline: true }),
    line('agenda', cardText.agendaField, { multiline: true }),
    line('contact', cardText.contactField, { most: LONGEST_CONTACT }),
    date('registrationEndsOn', cardText.registrationEndsOn),
    time('registrationEndsAtTime', cardText.registrationEndsAtTime),
    line('capacityRoom', cardText.capacityRoom),
    line('capacityOnline', cardText.capacityOnline),
    pick(
      'asksNeeds',
      cardText.asksNeeds,
      [
        [UNSET, t(cardText.pickUsual)],
        ['true', t(cardText.pickAsk)],
        ['false', t(cardText.pickAskNot)],
      ],
      UNSET,
    ),
    line('questions', cardText.questionsField, { multiline: true }),
    subtle(t(cardText.questionsHow), { size: 'Small' }),
    groups.length > 0 && pick('group', cardText.group, [[UNSET, t(cardText.pickEveryone)], ...named], UNSET),
    toggle({
      ...{ id: 'isPublic', label: t(cardText.isPublic), title: t(cardText.isPublicTitle) },
      ...{ errorMessage: t(cardText.pickOne), value: draft.isPublic === 'true' ? 'true' : 'false' },
    }),
    wrong('isPublic'),
    pick(
      'language',
      cardText.languageField,
      [
        [UNSET, t(cardText.pickNetworkLanguage)],
        ['fi', t(cardText.inFinnish)],
        ['sv', t(cardText.inSwedish)],
        ['en', t(cardText.inEnglish)],
        ['fi+sv', t(cardText.inBoth)],
      ],
      UNSET,
    ),
    date('endsOn', cardText.endsOn),
    pick(
      'repeats',
      cardText.repeats,
      [
        [UNSET, t(cardText.pickOnce)],
        ['weekly', t(cardText.pickWeekly)],
        ['biweekly', t(cardText.pickBiweekly)],
        ['monthly', t(cardText.pickMonthly)],
        ['monthlyDate', t(cardText.pickMonthlyDate)],
      ],
      UNSET,
    ),
    line('times', cardText.times),
    groups.length > 0 && [
      ...pick('preGroup', cardText.preGroup, [[UNSET, t(cardText.pickNone)], ...named], UNSET),
      ...time('preStartsAtTime', cardText.preStartsAtTime),
    ],
  ]);
}

export interface PreviewFrame extends Frame {
  /** Language of what is said about the preview, when it is not the channel's. */
  readonly reader?: Translate;
  /** Numbers of an event that nobody has answered yet. */
  readonly shown: Shown;
  /** Reminders that can go out by themselves, those too that the draft has switched off. */
  readonly due: readonly DueReminder[];
}

/** What the channel would see, drawn by the same function, with buttons that rest; the draft travels along unseen. The first of `made` is what was drafted, with the others of its series behind it. */
export function eventPreviewCard(made: readonly Event[], draft: EventDraft, form: string, frame: PreviewFrame): Card {
  const t = frame.reader ?? frame.t;
  const { link: _notThereYet, ...unlinked } = frame;
  const [of] = made;
  const series = made.filter(({ preMeetingOf }) => preMeetingOf === undefined);
  const { reminders: _chosenHere, asksFeedback: _too, ...rest } = draft;
  return inRoom((room) =>
    card(
      notice('accent', words(t(cardText.previewTitle), { weight: 'Bolder' }), subtle(t(cardText.previewHow))),
      of && notice('emphasis', ...atRest(eventBody(of, frame.shown, { ...unlinked, room }))),
      series.length > 1 && [
        words(t(cardText.seriesDates, { n: series.length }), { weight: 'Bolder' }),
        words(series.map((one) => t(cardText.dateLine, { when: timeSpan(one, frame.zone) })).join('\n')),
      ],
      remindersOf(of, frame, t),
      of && feedbackOf(of, t),
      carried(t(cardText.carried), rest),
      actions(
        execute(createEvent, t(cardText.publish), { form, previewed: 'true' }, { style: 'positive' }),
        execute(editDraft, t(cardText.edit), { form, previewed: 'true' }),
      ),
    ),
  );
}

const REMINDERS: Readonly<Record<ReminderKind, Message>> = {
  week: cardText.weekReminder,
  day: cardText.dayReminder,
  hour: cardText.hourReminder,
  nudge: cardText.nudgeReminder,
};

/** What goes out by itself, each to be switched off. */
function remindersOf(of: Event | undefined, { due, zone }: PreviewFrame, t: Translate): Element[] {
  const possible = reminderKind.options.flatMap((kind) => due.find((one) => one.kind === kind) ?? []);
  if (possible.length === 0) return [words(t(cardText.noReminders))];
  const on = possible.filter(({ kind }) => of?.reminders.includes(kind)).map(({ kind }) => kind);
  return [
    choices({
      ...{ id: 'reminders', label: t(cardText.reminders), errorMessage: t(cardText.pickOne), several: true },
      value: on.join(','),
      options: possible.map(({ kind, due: at }) => ({ id: kind, label: t(REMINDERS[kind], { when: when(at, zone) }) })),
    }),
    subtle(t(cardText.pickReminders), { size: 'Small' }),
  ];
}

/** What goes out by itself afterwards. */
const feedbackOf = ({ asksFeedback }: Event, t: Translate): Element =>
  toggle({
    ...{ id: 'asksFeedback', label: t(cardText.feedback), title: t(cardText.asksFeedback) },
    ...{ errorMessage: t(cardText.pickOne), value: String(asksFeedback) },
  });

// ── Managing an event ──────────────────────────────────────────────────────────────────────────

/** What the coordinator may do with an event now. */
export interface Can {
  readonly publish?: boolean;
  readonly cancel?: boolean;
  /** Kinds of reminders for which it is not too late. */
  readonly remind?: readonly ReminderKind[];
  /** Address of the feedback on it. */
  readonly feedback?: string;
}

export interface ManageFrame extends Frame {
  /** State of the invitation. */
  readonly post?: PostState;
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
const CANCELLING = 'cancelling';

/** The coordinator's desk of one event, in 1:1 chat. What ends it asks once more. */
export function manageEventCard(of: Event, shown: Shown, can: Can, frame: ManageFrame): Card {
  const { t, post, done, refusal, link } = frame;
  const trouble = post && POST_ROWS[post];
  const canRepost = post === 'unknown' || post === 'failed';
  const asks = (kind: ReminderKind, row: Message): Element | false =>
    can.remind?.includes(kind) === true &&
    execute(askReminder, t(row), { event: of.id, kind }, { associatedInputs: 'none' });
  return inRoom((room) =>
    card(
      refusal !== undefined && notice('attention', words(refusal, { weight: 'Bolder' })),
      done !== undefined && notice('good', words(done)),
      words(t(cardText.manage), { size: 'Small', weight: 'Bolder', color: 'Accent' }),
      stateLine(of, frame),
      essentials(of, { ...frame, room }),
      trouble && notice(canRepost ? 'warning' : 'accent', words(t(trouble))),
      of.state !== 'draft' && numbers(of, shown, frame),
      subtle(t(cardText.colleaguesSeen), { size: 'Small' }),
      actions(
        can.publish === true &&
          execute(publishEvent, t(cardText.publish), { event: of.id }, { style: 'positive', associatedInputs: 'none' }),
        canRepost && execute(repostEvent, t(cardText.repost), { event: of.id }, { associatedInputs: 'none' }),
        asks('day', cardText.remindDay),
        asks('nudge', cardText.remindNudge),
        can.cancel === true && unfold(CANCELLING, t(cardText.cancel)),
        can.feedback !== undefined && openUrl(t(cardText.toFeedback), can.feedback),
        link !== undefined && openUrl(t(cardText.showInTab), link),
      ),
      can.cancel === true &&
        fold(CANCELLING, [
          words(t(cardText.confirmCancel)),
          textInput({
            ...{ id: 'reason', label: t(cardText.reasonField), maxLength: LONGEST_REASON, multiline: true },
            errorMessage: t(cardText.atMost, { most: LONGEST_REASON }),
          }),
          ...actions(execute(cancelEvent, t(cardText.yesCancel), { event: of.id }, { style: 'destructive' })),
        ]),
    ),
  );
}

export interface ReminderReach {
  readonly kind: ReminderKind;
  readonly people: number;
  readonly direct: number;
  readonly mail: number;
  readonly others: number;
  /** What the thread would read. */
  readonly channelText: string;
}

/** Whom a reminder would reach and what the channel would read, before anything is sent. */
export function reminderPreviewCard(of: Event, reach: ReminderReach, form: string, frame: Frame): Card {
  const { t } = frame;
  const { kind, people, direct, mail, others, channelText } = reach;
  return inRoom((room) =>
    card(
      words(t(cardText.remindTitle), { size: 'Small', weight: 'Bolder', color: 'Accent' }),
      essentials(of, { ...frame, room }),
      words(t(cardText.remindReach, { people, direct, mail })),
      others > 0 && words(t(cardText.remindOthers, { n: others }), { spacing: 'Small' }),
      toggle({
        ...{ id: 'channel', label: t(cardText.remindChannel), title: t(cardText.remindChannelTitle) },
        ...{ errorMessage: t(cardText.pickOne), value: others > 0 ? 'true' : 'false' },
      }),
      subtle(t(cardText.channelReads), { size: 'Small' }),
      notice('emphasis', words(channelText)),
      actions(execute(sendReminder, t(cardText.remindNow), { event: of.id, kind, form }, { style: 'positive' })),
    ),
  );
}
