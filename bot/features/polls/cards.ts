/** The cards of polls that members and the channel see, and the actions that all cards' buttons carry. */
import { z } from 'zod';
import {
  actions,
  type ButtonLook,
  card,
  choices,
  columns,
  type Element,
  elements,
  execute,
  fitting,
  fold,
  heading,
  LARGEST_CARD,
  type Look,
  notice,
  openUrl,
  picture,
  plain,
  sizeOf,
  subtle,
  textInput,
  unfold,
  wideButton,
  text as words,
} from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import { dateIn, type Instant, inWords } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import { type Names, nameFor } from '../../core/organisation.ts';
import { type Locale, type Message, type Params, TAGS, type Translate } from '../../core/text.ts';
import {
  type Cast,
  disagreement,
  FEWEST_SECRET_ORGANISATIONS,
  FEWEST_SECRET_VOTES,
  isOneTap,
  LONGEST_COMMENT,
  LONGEST_DESCRIPTION,
  LONGEST_OPTION,
  LONGEST_QUESTION,
  MOST_OPTIONS,
  type Option,
  type Poll,
  phaseOf,
  pollDraft,
  publishedCounts,
  shorten,
  verdictOf,
} from './poll.ts';
import { compareShares, numberOf, type Share } from './tally.ts';
import { text } from './text.ts';

// ── Actions ────────────────────────────────────────────────────────────────────────────────────

const onPoll = z.object({ poll: activityId });
/** Of a form: made with the card, so that the same form acts once. */
const formId = z.string().min(1).max(100);
/** One id of a button, or the comma-separated ids that a ChoiceSet of several sends. */
const chosenIds = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((chosen) => (typeof chosen === 'string' ? chosen.split(',') : (chosen ?? [])))
  .transform((ids) => ids.map((id) => id.trim()).filter(Boolean));
/** As `chosenIds`; undefined when the card had no such input. */
const tickedIds = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((ticked) => (ticked === undefined ? undefined : chosenIds.parse(ticked)));
const draftForm = pollDraft.extend({ form: formId });

/** No choices: nothing was chosen, which is for the handler to refuse; withdrawing is an action of its own. */
export const castVote = action('polls.vote', onPoll.extend({ choice: chosenIds, comment: z.string().optional() }));
export const withdrawVote = action('polls.withdraw', onPoll);
export const myVote = action('polls.mine', onPoll);
/** What stands in the other inputs comes along and is shown again; only `label` is acted on. */
export const proposeOption = action(
  'polls.addOption',
  onPoll.extend({ label: z.string().default(''), choice: tickedIds, comment: z.string().optional() }),
);
export const createPoll = action('polls.create', draftForm);
export const previewPoll = action('polls.preview', draftForm);
export const editDraft = action('polls.edit', draftForm);
export const closePoll = action('polls.close', onPoll);
export const reopenPoll = action(
  'polls.reopen',
  onPoll.extend({ closesOn: z.string().default(''), closesAtTime: z.string().default('') }),
);
export const undoPoll = action('polls.undo', onPoll);
export const decideTie = action('polls.decide', onPoll.extend({ choice: z.string().default('') }));
/** Shows how many a reminder would reach; sends nothing. */
export const askReminder = action('polls.askReminder', onPoll);
export const sendReminder = action(
  'polls.remind',
  onPoll.extend({ form: formId, direct: z.string().default('false'), channel: z.string().default('false') }),
);
export const repost = action('polls.repost', onPoll);

// ── What cards are drawn from ──────────────────────────────────────────────────────────────────

/** Numbers that this card may show. Absent counts are not to be shown to its reader. */
export interface Shown {
  readonly voters: number;
  readonly entitled: number;
  readonly counts?: Readonly<Record<string, number>>;
  /** Of a poll with names: the voters' names per option. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** What the entitled organisations are called. */
  readonly kind?: 'municipality' | 'organisation';
  /** The organisations' tally; absent when none is entitled, or the poll does not publish it. */
  readonly organisations?: OrganisationsShown;
  /** What the poll's group is called. */
  readonly group?: Names;
  /** Addresses of the options' pictures, by option. */
  readonly pictures?: Readonly<Record<string, string>>;
}

export interface OrganisationsShown {
  readonly voted: number;
  readonly entitled: number;
  readonly counts?: Readonly<Record<string, Share>>;
  /** People whose vote waits for an answer to whom they represent. */
  readonly waiting: number;
  /** People whose vote counts among persons only. */
  readonly outside: number;
}

export interface Frame {
  readonly now: Instant;
  /** IANA zone of the network. */
  readonly zone: string;
  readonly t: Translate;
  /** Address of the poll's page in the tab. */
  readonly link?: string;
}

/** How much of long texts a card has room for; the barest fits whatever was written. */
interface Room {
  /** Letters of description and purpose each. */
  readonly prose: number;
  /** Letters of an option's label. */
  readonly label: number;
  /** Names of voters an option. */
  readonly names: number;
  /** The tally that does not decide stands beside the one that does. */
  readonly bothTallies: boolean;
  readonly pictures: boolean;
}
const ROOMS = [
  { prose: LONGEST_DESCRIPTION, label: LONGEST_OPTION, names: 60, bothTallies: true, pictures: true },
  { prose: 800, label: LONGEST_OPTION, names: 12, bothTallies: true, pictures: true },
  { prose: 300, label: LONGEST_OPTION, names: 3, bothTallies: true, pictures: true },
  { prose: 150, label: 60, names: 0, bothTallies: true, pictures: true },
  { prose: 0, label: 24, names: 0, bothTallies: false, pictures: false },
] as const satisfies readonly Room[];

interface Drawn extends Frame {
  readonly room: Room;
}

/** Draws with the most room that keeps the card under its limit. */
export function inRoom(draw: (room: Room) => Card): Card {
  const [most, ...less] = ROOMS.map((room) => () => draw(room));
  return most ? fitting(most, ...less) : draw(ROOMS[0]);
}

// ── Words with values ──────────────────────────────────────────────────────────────────────────

type PerLanguage = (locale: Locale) => string;

/** “torstaina 3.12.2026 klo 16.00”, with the weekday in words. */
export function day(at: Instant, zone: string): PerLanguage {
  return (locale) => {
    const month = locale === 'fi' ? 'numeric' : 'long';
    const date = { weekday: 'long', day: 'numeric', month, year: 'numeric' } as const;
    return `${inWords(at, zone, locale, date)} ${CLOCK[locale]}\u00a0${hour(at, zone, locale)}`;
  };
}

const CLOCK: Readonly<Record<Locale, string>> = { fi: 'klo', sv: 'kl.', en: 'at' };

const hour = (at: Instant, zone: string, locale: Locale): string =>
  inWords(at, zone, locale, { hour: 'numeric', minute: '2-digit' });

/** What people read of an option; a date is written in each language: “to 3.12. klo 9.00–10.00”. */
function nameOf(option: Option, zone: string): string | PerLanguage {
  const { startsAt, endsAt, label } = option;
  if (!startsAt) return label;
  return (locale) => {
    const date = { weekday: 'short', day: 'numeric', month: locale === 'en' ? 'short' : 'numeric' } as const;
    const on = (at: Instant): string => `${inWords(at, zone, locale, date)} ${CLOCK[locale]} ${hour(at, zone, locale)}`;
    if (!endsAt) return on(startsAt);
    const isSameDay = dateIn(startsAt, zone) === dateIn(endsAt, zone);
    return `${on(startsAt)}–${isSameDay ? hour(endsAt, zone, locale) : on(endsAt)}`;
  };
}

/** “ti/tis 8.12. 9.00–10.00”: short enough for a button in a channel of two languages. */
function dateOfTwo({ startsAt, endsAt }: Option, zone: string, locales: readonly Locale[]): string {
  const [first = 'fi'] = locales;
  const on = (at: Instant): string => {
    const part = (look: Intl.DateTimeFormatOptions) => (locale: Locale) => inWords(at, zone, locale, look);
    const weekdays = [...new Set(locales.map(part({ weekday: 'short' })))].join('/');
    return `${weekdays} ${part({ day: 'numeric', month: 'numeric' })(first)} ${hour(at, zone, first)}`;
  };
  if (!startsAt) return '';
  if (!endsAt) return on(startsAt);
  return `${on(startsAt)}–${dateIn(startsAt, zone) === dateIn(endsAt, zone) ? hour(endsAt, zone, first) : on(endsAt)}`;
}

/** An option's label; date options are written in the reader's language, or the channel's languages. */
export function optionLabel(option: Option, zone: string, t: Translate): string {
  if (!option.startsAt) return option.label;
  const isOneLanguage = t.locales.length === 1;
  return t(text.name, { name: isOneLanguage ? nameOf(option, zone) : dateOfTwo(option, zone, t.locales) });
}

/** “A, B ja C”. */
function listed(options: readonly Option[], zone: string): PerLanguage {
  return (locale) => {
    const names = options.map((one) => nameOf(one, zone)).map((one) => (typeof one === 'string' ? one : one(locale)));
    return new Intl.ListFormat(TAGS[locale]).format(names);
  };
}

export function chosen(of: Poll, ids: readonly string[]): readonly Option[] {
  return of.options.filter((one) => ids.includes(one.id));
}

const clip = (typed: string, most: number): string => {
  const letters = [...typed];
  return letters.length > most ? `${letters.slice(0, Math.max(0, most - 1)).join('')}…` : typed;
};

/** A long sentence: a paragraph for each language of the channel. */
const prose = (t: Translate, row: Message, params: Params = {}): string => t.each(row, params).join('\n');

// ── Parts of a poll's card ─────────────────────────────────────────────────────────────────────

export const stateLine = (t: Translate, row: Message, color: 'Accent' | 'Good' | 'Default'): Element =>
  words(t(row), { size: 'Small', weight: 'Bolder', color });

function introduction(of: Poll, { t, room }: Drawn, spacing: 'Small' | 'Large' = 'Small'): Element[] {
  const isShortened =
    [of.description ?? '', of.purpose ?? ''].some((one) => [...one].length > room.prose) ||
    of.options.some((one) => [...one.label].length > room.label);
  return elements([
    { ...heading(clip(of.question, Math.max(LONGEST_QUESTION / 2, room.prose))), spacing },
    room.prose > 0 && of.description !== undefined && words(clip(of.description, room.prose)),
    room.prose > 0 &&
      of.purpose !== undefined &&
      words(`${t(text.purpose)}: ${clip(of.purpose, room.prose)}`, { spacing: 'Small' }),
    isShortened && subtle(t(text.shortened), { size: 'Small' }),
  ]);
}

/** The longest bar, in letters: with its number it stays on one line of a phone. */
const LONGEST_BAR = 14;
const BAR = '█';

/** “3,5”: parts of a vote with up to two decimals, as each language writes them. */
export const votesInWords =
  (of: Share): PerLanguage =>
  (locale) =>
    new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 2 }).format(numberOf(of));

const kindOf = ({ kind = 'municipality' }: Shown): string => kind;

/** An option's votes in words: in the tally that decides, with its share of the votes, and in the other one where both are shown. */
function votesOf(of: Poll, id: string, shown: Shown, t: Translate) {
  const { organisations } = shown;
  const kind = kindOf(shown);
  const exact = organisations?.counts?.[id];
  const votes = shown.counts?.[id] ?? 0;
  if (of.tallies === 'organisations') {
    const n = exact ?? '0';
    const share = numberOf(n) / Math.max(1, organisations?.voted ?? 0);
    const line = t(text.organisationVotesAndShare, { kind, n: votesInWords(n), share });
    return { share, line, ...(shown.counts ? { others: t(text.personVotes, { n: votes }) } : {}) };
  }
  const share = shown.voters > 0 ? votes / shown.voters : 0;
  const line = t(t.locales.length === 1 ? text.votesAndShare : text.numberAndShare, { n: votes, share });
  if (exact === undefined) return { share, line };
  return { share, line, others: t(text.organisationVotes, { kind, n: votesInWords(exact) }) };
}

/** An option's votes as a bar with its number, and in the other tally beside it. */
function bar(of: Poll, id: string, shown: Shown, { t, room }: Drawn, look: Pick<Look, 'spacing'> = {}): Element[] {
  const { share, line, others } = votesOf(of, id, shown, t);
  return elements([barOf(share, line, look), room.bothTallies && others !== undefined && beside(others)]);
}

/** The result in words, as a letter tells it: the verdict, each option’s votes, and how many voted. */
export function resultLines(
  of: Poll,
  shown: Shown,
  { t, zone }: Frame,
): { readonly verdict: readonly string[]; readonly votes: readonly string[]; readonly turnout: readonly string[] } {
  const counts = publishedCounts(of, shown);
  const options = counts ? mostFirst(of.options, counts) : [];
  return {
    verdict: [verdictText(of, shown, zone, t), ...disagreeing(of, shown, { t, zone })],
    votes: options.map((one) => {
      const { line, others } = votesOf(of, one.id, shown, t);
      return t(text.resultLine, { option: optionLabel(one, zone, t), votes: others ? `${line} · ${others}` : line });
    }),
    turnout: turnoutTexts(of, shown, t, true).map(({ line }) => line),
  };
}

const beside = (line: string): Element => subtle(line, { size: 'Small', spacing: 'None' });

/** A bar as text grows and shrinks with the letters, shows in every theme, and has its number beside it. */
function barOf(share: number, line: string, look: Pick<Look, 'spacing'>): Element {
  const length = share > 0 ? Math.max(1, Math.round(Math.min(1, share) * LONGEST_BAR)) : 0;
  const number = { type: 'TextRun', text: line, size: 'Small' };
  return {
    type: 'RichTextBlock',
    spacing: 'None',
    ...look,
    inlines:
      length === 0
        ? [number]
        : [{ type: 'TextRun', text: `${BAR.repeat(length)} `, color: 'Accent', size: 'Small' }, number],
  };
}

function namesLine({ t, room }: Drawn, names: readonly string[] | undefined): Element | undefined {
  if (!names || names.length === 0 || room.names === 0) return undefined;
  const first = names.slice(0, room.names);
  const others = names.length - first.length;
  const all = (locale: Locale): string => new Intl.ListFormat(TAGS[locale]).format(first);
  const line = others === 0 ? t(text.name, { name: all }) : t(text.othersToo, { names: first.join(', '), n: others });
  return subtle(line, { size: 'Small', spacing: 'None' });
}

/** An option's picture, as wide as it may be there. */
function pictureOf({ id, picture: of }: Option, { pictures }: Shown, { room }: Drawn): Element | undefined {
  const address = pictures?.[id];
  if (!room.pictures || address === undefined || !of) return undefined;
  return picture(address, of.alt);
}

/** Beside a small picture, where there is one. */
function besidePicture(drawn: Element | undefined, items: readonly Element[]): Element[] {
  return drawn
    ? [
        columns([
          { width: '72px', items: [drawn] },
          { width: 'stretch', items, isCentred: true },
        ]),
      ]
    : [...items];
}

/** Where the choice is an input, pictures stand above it in pairs, each with its option's words under it. */
function gallery(of: Poll, shown: Shown, frame: Drawn): Element[] {
  const all = of.options.flatMap((one) => {
    const drawn = pictureOf(one, shown, frame);
    if (!drawn) return [];
    const label = words(clip(optionLabel(one, frame.zone, frame.t), frame.room.label), { spacing: 'Small' });
    return [{ width: 'stretch' as const, items: [drawn, label] }];
  });
  return all.flatMap((one, at) => {
    if (at % 2 === 1) return [];
    return [columns([one, all[at + 1] ?? { width: 'stretch', items: [] }])];
  });
}

/** Every option with its bar; `marked` are drawn as the winners, in words and weight. */
export function bars(of: Poll, shown: Shown, frame: Drawn, marked: readonly string[] = []): Element[] {
  const counts = publishedCounts(of, shown);
  if (!counts) return [];
  const order = of.state === 'closed' ? mostFirst(of.options, counts) : of.options;
  return order.flatMap((one) => {
    const isMarked = marked.includes(one.id);
    const label = clip(optionLabel(one, frame.zone, frame.t), frame.room.label);
    const lines = elements([
      words(isMarked ? `✓ ${label}` : label, isMarked ? { weight: 'Bolder' } : {}),
      bar(of, one.id, shown, frame),
      namesLine(frame, shown.names?.[one.id]),
    ]);
    return besidePicture(pictureOf(one, shown, frame), lines);
  });
}

const mostFirst = (options: readonly Option[], counts: Readonly<Record<string, Share | number>>): readonly Option[] =>
  [...options].sort((a, b) => compareShares(String(counts[b.id] ?? 0), String(counts[a.id] ?? 0)));

/** A button's title is cut off by Teams when it is long; then the whole label stands above it. */
const LONGEST_TITLE = 40;

/** Where a vote is cast: a button an option when one tap is enough, else an input and its button. */
function voting(
  of: Poll,
  shown: Shown,
  frame: Drawn,
  look: {
    readonly own?: readonly string[];
    readonly submit: Message;
    /** A comment on the card goes with the vote. */
    readonly hasComment?: boolean;
  },
): Element[] {
  const { t, zone, room } = frame;
  const { own = [] } = look;
  const areCounted = publishedCounts(of, shown) !== undefined;
  if (isOneTap(of)) {
    const buttons = of.options.flatMap((one) => {
      const label = optionLabel(one, zone, t);
      const isOwn = own.includes(one.id);
      const title = `${isOwn ? '✓ ' : ''}${clip(label, LONGEST_TITLE)}`;
      const isLong = [...label].length > LONGEST_TITLE;
      const inputs: ButtonLook = look.hasComment ? {} : { associatedInputs: 'none' };
      const drawn = pictureOf(one, shown, frame);
      return elements([
        drawn && { ...drawn, spacing: 'Large' },
        isLong && words(clip(label, room.label)),
        {
          ...wideButton(
            execute(
              castVote,
              title,
              { poll: of.id, choice: one.id },
              { ...inputs, ...(isLong ? { tooltip: plain(label) } : {}) },
            ),
          ),
          spacing: areCounted && !isLong ? 'Medium' : 'Small',
        },
        areCounted && bar(of, one.id, shown, frame, { spacing: 'Small' }),
        namesLine(frame, shown.names?.[one.id]),
      ]);
    });
    return [subtle(prose(t, text.tapToVote)), ...buttons];
  }
  return elements([
    gallery(of, shown, frame),
    choices({
      id: 'choice',
      label: t(text.choose, { most: of.mostChoices }),
      errorMessage: t(text.chooseFirst),
      required: !look.hasComment && !takesOptions(of), // a required input would hold back the other buttons too
      several: of.mostChoices > 1,
      options: of.options.map((one) => ({ id: one.id, label: clip(optionLabel(one, zone, t), room.label) })),
      ...(own.length > 0 ? { value: own.join(',') } : {}),
    }),
    wideButton(execute(castVote, t(look.submit), { poll: of.id }, { style: 'positive' })),
    areCounted && words(t(text.resultsNow), { weight: 'Bolder', spacing: 'Large' }),
    bars(of, shown, { ...frame, room: { ...room, pictures: false } }), // they stand above
  ]);
}

/** Said before voting: who votes, whose votes decide, who will see what. */
export function toldBefore(of: Poll, shown: Shown, t: Translate): string[] {
  const { group } = shown;
  return [
    ...(group ? [prose(t, text.forGroup, { group: (locale) => nameFor(group, locale) })] : []),
    ...(of.tallies === 'organisations' ? [t(text.byOrganisation, { kind: kindOf(shown) })] : []),
    ...(of.secrecy === 'named' ? [prose(t, text.named)] : []),
    ...(of.secrecy === 'secret' ? [t(text.secret)] : []),
  ];
}

const whoSeesWhat = (of: Poll, shown: Shown, { t }: Drawn): Element[] =>
  toldBefore(of, shown, t).map((line) => words(line, { weight: 'Bolder' }));

const SHOW_ROWS = { always: text.showAlways, afterVote: text.showAfterVote, afterClosing: text.showAfterClosing };
const TIE_ROWS = { coordinator: text.tieCoordinator, revote: text.tieRevote, both: text.tieBoth };

const tieRow = (of: Poll): Message =>
  of.onTie === 'revote' && of.revoteOf !== undefined ? text.tieCoordinator : TIE_ROWS[of.onTie];

type Rule = readonly [row: Message, params?: Params];
const ruleIf = (holds: boolean, ...rule: Rule): Rule[] => (holds ? [rule] : []);

/** One paragraph a language. */
function smallPrint(t: Translate, rows: readonly Rule[]): Element {
  const spoken = rows.map(([row, params]) => t.each(row, params));
  const paragraphs = t.locales.map((_, index) => spoken.map((each) => each[index] ?? each[0] ?? '').join(' '));
  return subtle(paragraphs.join('\n'), { size: 'Small', spacing: 'Medium' });
}

const RULE_ROWS = { latest: text.ruleLatest, delegate: text.ruleDelegate, split: text.ruleSplit };

/** Whose votes decide; where no organisation is entitled that is no question. */
function countingRule(of: Poll, shown: Shown): Rule[] {
  if (of.tallies === 'persons') return ruleIf(shown.organisations !== undefined, text.personsDecide);
  const isOnly = of.secrecy === 'secret' && of.rule === 'delegate';
  return [[isOnly ? text.ruleDelegateOnly : RULE_ROWS[of.rule], { kind: kindOf(shown) }]];
}

const turnoutRule = (of: Poll, shown: Shown): Rule[] =>
  ruleIf(
    of.minimumTurnout !== undefined,
    of.tallies === 'organisations' ? text.organisationTurnoutRule : text.turnoutRule,
    { n: of.minimumTurnout ?? 0, kind: kindOf(shown) },
  );

/** The rules, which everyone can read before voting. */
function rules(of: Poll, shown: Shown, { t }: Drawn): Element[] {
  const isSecret = of.secrecy === 'secret';
  const byOrganisation = of.tallies === 'organisations';
  const always = smallPrint(t, [
    [text.mayChange],
    ...ruleIf(of.secrecy === 'unnamed', text.unnamed),
    ...ruleIf(!isSecret, SHOW_ROWS[of.showResults]),
    ...countingRule(of, shown),
    ...turnoutRule(of, shown),
    [tieRow(of)],
  ]);
  if (!isSecret) return [always];
  return [
    smallPrint(t, [[text.secretBefore]]),
    smallPrint(t, [
      byOrganisation
        ? [text.secretByOrganisation, { least: FEWEST_SECRET_ORGANISATIONS, kind: kindOf(shown) }]
        : [text.secretLimits, { least: FEWEST_SECRET_VOTES }],
    ]),
    always,
  ];
}

/** How many people and how many organisations have voted, and what of the votes counts among persons only. */
function turnoutTexts(
  of: Pick<Poll, 'tallies'>,
  shown: Shown,
  t: Translate,
  isFinal: boolean,
): { readonly line: string; readonly look: Look }[] {
  const { voters, entitled, organisations } = shown;
  const kind = kindOf(shown);
  const row = isFinal ? text.finalTurnout : entitled === 0 ? text.nobodyYet : text.turnout; // a preview knows no members
  const people = prose(t, row, { voters, entitled });
  if (!organisations) return [{ line: people, look: { spacing: 'Medium' } }];
  const { voted, entitled: all, waiting, outside } = organisations;
  const theirs = prose(t, isFinal ? text.finalOrganisationTurnout : text.organisationTurnout, {
    ...{ voted, entitled: all, kind },
  });
  const [first, second] = of.tallies === 'organisations' ? [theirs, people] : [people, theirs];
  const small: Look = { size: 'Small', isSubtle: true, spacing: 'None' };
  const waits = waiting > 0 && prose(t, isFinal ? text.finalWaiting : text.waiting, { n: waiting, kind });
  const apart = outside > 0 && prose(t, text.outside, { n: outside });
  return [
    { line: first, look: { spacing: 'Medium' } },
    { line: second, look: { spacing: 'Small' } },
    ...[waits, apart].flatMap((line) => (line ? [{ line, look: small }] : [])),
  ];
}

export const turnoutLines = (of: Pick<Poll, 'tallies'>, shown: Shown, t: Translate, isFinal: boolean): Element[] =>
  turnoutTexts(of, shown, t, isFinal).map(({ line, look }) => words(line, look));

function ownOption(of: Poll, { t }: Drawn, typed?: string): Element {
  return fold(
    OWN_OPTION,
    [
      textInput({
        id: 'label',
        label: t(text.ownOption),
        errorMessage: t(text.atMostLetters, { most: LONGEST_OPTION }),
        maxLength: LONGEST_OPTION,
        value: typed,
      }),
      subtle(t(text.ownOptionHow), { size: 'Small' }),
      ...actions(execute(proposeOption, t(text.add), { poll: of.id })),
    ],
    typed !== undefined,
  );
}
const OWN_OPTION = 'ownOption';
const takesOptions = (of: Poll): boolean => of.membersAddOptions && of.options.length < MOST_OPTIONS;

function verdictText(of: Poll, shown: Shown, zone: string, t: Translate): string {
  const verdict = verdictOf(of);
  if (!verdict) return '';
  const byOrganisation = of.tallies === 'organisations';
  const kind = kindOf(shown);
  switch (verdict.type) {
    case 'winner':
      return prose(t, verdict.decided ? text.decided : text.won, {
        option: listed(chosen(of, [verdict.option]), zone),
      });
    case 'bothWin':
      return prose(t, text.bothWon, { options: listed(chosen(of, verdict.options), zone) });
    case 'tie':
      return prose(t, text.tie, { options: listed(chosen(of, verdict.options), zone) });
    case 'revote':
      return prose(t, text.revote, { options: listed(chosen(of, verdict.options), zone) });
    case 'notValid':
      return byOrganisation
        ? prose(t, text.organisationNotValid, {
            ...{ voted: of.result?.organisations?.voted.length ?? 0, n: of.minimumTurnout ?? 0, kind },
          })
        : prose(t, text.notValid, { voters: of.result?.voters ?? 0, n: of.minimumTurnout ?? 0 });
    case 'nobodyVoted':
      return (of.result?.voters ?? 0) > 0 ? prose(t, text.noOrganisationVoted, { kind }) : prose(t, text.nobodyVoted);
    case 'tooFewToTell':
      return byOrganisation
        ? prose(t, text.tooFewOrganisations, { least: FEWEST_SECRET_ORGANISATIONS, kind })
        : prose(t, text.tooFewToTell, { least: FEWEST_SECRET_VOTES });
  }
}

/** Options that the verdict names as winners. */
export function winnersOf(of: Poll): readonly string[] {
  const verdict = verdictOf(of);
  if (verdict?.type === 'winner') return [verdict.option];
  return verdict?.type === 'bothWin' ? verdict.options : [];
}

/** Says it when the two tallies have other leaders. */
function disagreeing(of: Poll, shown: Shown, { t, zone }: Pick<Frame, 't' | 'zone'>): string[] {
  const leaders = disagreement(of, shown);
  if (!leaders) return [];
  const line = prose(t, text.disagree, {
    kind: kindOf(shown),
    organisations: listed(chosen(of, leaders.organisations), zone),
    persons: listed(chosen(of, leaders.persons), zone),
  });
  return [line];
}

/** The verdict, the bars and the turnout of a counted poll. */
export function outcome(of: Poll, shown: Shown, frame: Drawn): Element[] {
  const { t, zone, room } = frame;
  const winners = winnersOf(of);
  const shortest = { ...of, options: of.options.map((one) => ({ ...one, label: clip(one.label, room.label) })) };
  return elements([
    notice(
      winners.length > 0 ? 'good' : 'warning',
      words(verdictText(shortest, shown, zone, t), { weight: 'Bolder', size: 'Medium' }),
      ...disagreeing(shortest, shown, frame).map((line) => words(line)),
    ),
    bars(of, shown, frame, winners),
    turnoutLines(of, shown, t, true),
  ]);
}

const myVoteButton = (of: Poll, t: Translate): Element =>
  execute(myVote, t(text.myVote), { poll: of.id }, { associatedInputs: 'none' });
export const tabButton = ({ link, t }: Frame): Element | undefined =>
  link === undefined ? undefined : openUrl(t(text.showInTab), link);

// ── The shared card ────────────────────────────────────────────────────────────────────────────

/** The poll as everyone in the channel sees it, in any phase; it names nobody unless the poll says so before voting. */
export function pollCard(of: Poll, shown: Shown, frame: Frame): Card {
  return inRoom((room) => card(...pollBody(of, shown, { ...frame, room })));
}

export function pollBody(of: Poll, shown: Shown, frame: Drawn): Element[] {
  const { t, zone, now } = frame;
  const intro = introduction(of, frame);
  switch (phaseOf(of, now)) {
    case 'undone':
      return elements([stateLine(t, text.undone, 'Default'), heading(of.question), words(prose(t, text.undoneBody))]);
    case 'scheduled':
      return elements([
        stateLine(t, text.scheduled, 'Default'),
        intro,
        words(prose(t, text.opens, { from: day(of.opensAt, zone), to: day(of.closesAt, zone) }), { weight: 'Bolder' }),
        of.options.map((one) => words(`• ${clip(optionLabel(one, zone, t), frame.room.label)}`, { spacing: 'Small' })),
        whoSeesWhat(of, shown, frame),
        rules(of, shown, frame),
        actions(tabButton(frame)),
      ]);
    case 'counting':
      return elements([
        stateLine(t, text.counting, 'Default'),
        intro,
        words(prose(t, text.countingBody)),
        turnoutLines(of, shown, t, true),
        actions(myVoteButton(of, t), tabButton(frame)),
      ]);
    case 'closed':
      return elements([
        stateLine(t, text.closed, 'Default'),
        intro,
        outcome(of, shown, frame),
        closedRules(of, shown, frame),
        actions(myVoteButton(of, t), tabButton(frame)),
      ]);
    case 'open':
      return elements([
        stateLine(t, of.revoteOf === undefined ? text.open : text.openRevote, 'Accent'),
        intro,
        words(prose(t, text.deadline, { when: day(of.closesAt, zone) }), { weight: 'Bolder' }),
        whoSeesWhat(of, shown, frame),
        voting(of, shown, frame, { submit: text.vote }),
        turnoutLines(of, shown, t, false),
        actions(myVoteButton(of, t), takesOptions(of) && unfold(OWN_OPTION, t(text.addOption)), tabButton(frame)),
        takesOptions(of) && ownOption(of, frame),
        rules(of, shown, frame),
      ]);
  }
}

/** What of the rules still matters when all is counted. */
function closedRules(of: Poll, shown: Shown, { t, zone }: Drawn): Element {
  const wasTie = (of.result?.leaders.length ?? 0) > 1;
  return smallPrint(t, [
    [text.closedAt, { when: day(of.closesAt, zone) }],
    ...countingRule(of, shown),
    ...turnoutRule(of, shown),
    ...ruleIf(wasTie, tieRow(of)),
  ]);
}

/** The announcement in the poll's thread: verdict, bars and numbers, and the tie rule that was applied. */
export function resultCard(of: Poll, shown: Shown, frame: Frame): Card {
  const { t } = frame;
  const comments = of.result?.comments.length ?? 0;
  return inRoom((room) => {
    const drawn = { ...frame, room };
    return card(
      stateLine(t, text.closed, 'Default'),
      heading(of.question),
      outcome(of, shown, drawn),
      comments > 0 && words(t(text.comments, { n: comments })),
      closedRules(of, shown, drawn),
      actions(tabButton(frame)),
    );
  });
}

// ── One's own vote ─────────────────────────────────────────────────────────────────────────────

export interface OwnVote {
  readonly choices: readonly string[];
  readonly comment?: string;
  readonly castAt: Instant;
}

export interface OwnFrame extends Frame {
  /** Why what they asked for was not done, in their language. */
  readonly refusal?: string;
  readonly outcome?: Cast['outcome'];
  /** What was typed, ticked or proposed when it was refused: it stays in its inputs. */
  readonly typedComment?: string;
  readonly typedChoices?: readonly string[];
  readonly typedOption?: string;
  /** What other features ask under the voter's own card. */
  readonly aside?: readonly object[];
}

/** What the voter alone sees after a tap or “My vote”: the receipt, and the poll itself, so that one tap can change the vote. */
export function ownVoteCard(of: Poll, shown: Shown, own: OwnVote | undefined, frame: OwnFrame): Card {
  const { aside: _asked, ...alone } = frame;
  const drawn = inRoom((room) => card(...ownVoteBody(of, shown, own, { ...frame, room })));
  // The vote itself goes before what is asked beside it.
  return sizeOf(drawn) <= LARGEST_CARD
    ? drawn
    : inRoom((room) => card(...ownVoteBody(of, shown, own, { ...alone, room })));
}

function ownVoteBody(of: Poll, shown: Shown, own: OwnVote | undefined, frame: OwnFrame & Drawn): Element[] {
  const { t, zone, now, refusal } = frame;
  const phase = phaseOf(of, now);
  const isOpen = phase === 'open';
  const has = own !== undefined && own.choices.length > 0;
  const comment = frame.typedComment ?? own?.comment;
  return elements([
    refusal !== undefined && notice('attention', words(refusal, { weight: 'Bolder' })),
    receipt(of, own, frame),
    introduction(of, frame, 'Large'),
    isOpen && words(t(text.deadline, { when: day(of.closesAt, zone) }), { weight: 'Bolder' }),
    isOpen && whoSeesWhat(of, shown, frame),
    isOpen &&
      voting(of, shown, frame, {
        own: frame.typedChoices ?? own?.choices ?? [],
        submit: has ? text.saveVote : text.vote,
        hasComment: true,
      }),
    phase === 'closed' && outcome(of, shown, frame),
    phase === 'counting' && words(t(text.countingBody)),
    phase === 'undone' && words(t(text.undoneBody)),
    isOpen && turnoutLines(of, shown, t, false),
    isOpen && [
      textInput({
        id: 'comment',
        label: t(text.commentLabel),
        errorMessage: t(text.atMostLetters, { most: LONGEST_COMMENT }),
        multiline: true,
        maxLength: LONGEST_COMMENT,
        value: comment,
      }),
      subtle(t(text.commentHow), { size: 'Small' }),
    ],
    actions(
      isOpen &&
        has &&
        isOneTap(of) &&
        execute(castVote, t(text.saveComment), { poll: of.id, choice: own.choices.join(',') }),
      isOpen && has && execute(withdrawVote, t(text.withdraw), { poll: of.id }, { associatedInputs: 'none' }),
      isOpen && takesOptions(of) && unfold(OWN_OPTION, t(text.addOption)),
      tabButton(frame),
    ),
    isOpen && takesOptions(of) && ownOption(of, frame, frame.typedOption),
    (frame.aside ?? []) as readonly Element[],
    isOpen && rules(of, shown, frame),
    subtle(t(text.onlyYou), { size: 'Small' }),
  ]);
}

function receipt(of: Poll, own: OwnVote | undefined, { t, zone, now, room, ...frame }: OwnFrame & Drawn): Element {
  const isOver = phaseOf(of, now) !== 'open';
  if (!own || own.choices.length === 0) {
    if (frame.outcome === 'withdrawn') return notice('good', words(t(text.withdrawn)));
    if (isOver && of.secrecy === 'secret' && of.state === 'closed')
      return notice('accent', words(t(text.ownIsDestroyed)));
    return notice('accent', words(t(isOver ? text.didNotVote : text.notVoted)));
  }
  const options = chosen(of, own.choices).map((one) => ({ ...one, label: clip(one.label, room.label) }));
  return notice(
    'good',
    ...elements([
      frame.refusal === undefined &&
        frame.outcome !== undefined &&
        words(`✓ ${t(frame.outcome === 'changed' ? text.changed : text.recorded)}`, { weight: 'Bolder' }),
      words(t(text.yourVote, { options: listed(options, zone) }), { spacing: 'Small' }),
      isOver && own.comment !== undefined && words(t(text.yourComment, { comment: own.comment }), { spacing: 'Small' }),
      subtle(t(text.castAt, { when: day(own.castAt, zone) }), { size: 'Small' }),
    ]),
  );
}

/** What a page says of the poll around a form of its own: the same words as the cards, with nothing to press or fill in. */
export function aroundForm(
  of: Poll,
  shown: Shown,
  own: OwnVote | undefined,
  frame: OwnFrame,
): { readonly before: readonly Element[]; readonly after: readonly Element[] } {
  const drawn = { ...frame, room: ROOMS[0] };
  const { t, zone, now } = frame;
  const [, ...intro] = introduction(of, drawn); // the question is the page's title
  const phase = phaseOf(of, now);
  const states = { ...text, open: of.revoteOf === undefined ? text.open : text.openRevote };
  const state = stateLine(t, states[phase], phase === 'open' ? 'Accent' : 'Default');
  const times = { from: day(of.opensAt, zone), to: day(of.closesAt, zone) };
  switch (phase) {
    case 'undone':
      return { before: [state, words(t(text.undoneBody))], after: [] };
    case 'scheduled':
      return {
        before: elements([
          state,
          intro,
          words(t(text.opens, times), { weight: 'Bolder' }),
          of.options.map((one) => words(`• ${optionLabel(one, zone, t)}`)),
          whoSeesWhat(of, shown, drawn),
        ]),
        after: elements([rules(of, shown, drawn)]),
      };
    case 'counting':
      return {
        before: elements([state, receipt(of, own, drawn), intro, words(t(text.countingBody))]),
        after: turnoutLines(of, shown, t, true),
      };
    case 'closed':
      return {
        before: elements([state, receipt(of, own, drawn), intro]),
        after: elements([outcome(of, shown, drawn), closedRules(of, shown, drawn)]),
      };
    case 'open':
      return {
        before: elements([
          state,
          receipt(of, own, drawn),
          intro,
          words(t(text.deadline, { when: times.to }), { weight: 'Bolder' }),
          whoSeesWhat(of, shown, drawn),
        ]),
        after: elements([
          publishedCounts(of, shown) && words(t(text.resultsNow), { weight: 'Bolder', style: 'heading' }),
          bars(of, shown, { ...drawn, room: { ...drawn.room, pictures: false } }), // they stand in the form
          turnoutLines(of, shown, t, false),
          rules(of, shown, drawn),
        ]),
      };
  }
}

// ── Open polls and reminders ───────────────────────────────────────────────────────────────────

/** More polls than these make the card too long for a phone. */
const MOST_LISTED = 8;

/** Something of another kind that waits for the reader, with its page in the tab. */
export interface Other {
  readonly title: string;
  readonly hint?: string;
  readonly link: string;
}

/** “avoimet”: the polls that one can vote in now, each with a button to one's own view, and what else waits. */
export function openPollsCard(
  list: readonly { readonly poll: Poll; readonly hasVoted: boolean }[],
  frame: Frame,
  others: readonly Other[] = [],
): Card {
  const { t, zone } = frame;
  const listed = list.slice(0, MOST_LISTED);
  return card(
    heading(t(text.openPolls)),
    list.length === 0 && words(t(text.noOpenPolls)),
    listed.map(
      ({ poll: one, hasVoted }): Element => ({
        type: 'Container',
        separator: true,
        spacing: 'Medium',
        items: [
          words(one.question, { weight: 'Bolder' }),
          subtle(t(text.deadline, { when: day(one.closesAt, zone) })),
          ...elements([hasVoted && words(t(text.haveVoted), { spacing: 'Small' })]),
          ...actions(
            execute(
              myVote,
              t(hasVoted ? text.myVote : text.vote),
              { poll: one.id },
              hasVoted ? {} : { style: 'positive' },
            ),
          ),
        ],
      }),
    ),
    list.length > listed.length && words(t(text.morePolls, { n: list.length - listed.length })),
    others.length > 0 && heading(t(text.othersWait)),
    others.slice(0, MOST_LISTED).map(
      ({ title, hint, link }): Element => ({
        type: 'Container',
        separator: true,
        spacing: 'Medium',
        items: [
          words(title, { weight: 'Bolder' }),
          ...elements([hint !== undefined && subtle(hint)]),
          ...actions(openUrl(t(text.openOther), link)),
        ],
      }),
    ),
    actions(tabButton(frame)),
  );
}

/** To one person in 1:1 chat: the poll itself, so that they can vote there. */
export function reminderCard(of: Poll, shown: Shown, frame: Frame): Card {
  const isOpen = phaseOf(of, frame.now) === 'open';
  return inRoom((room) =>
    card(
      isOpen && notice('accent', words(frame.t(text.reminder), { weight: 'Bolder' })),
      ...pollBody(of, shown, { ...frame, room }),
    ),
  );
}

/** The reminder in the poll's thread: numbers only, never names. Safe as a message's Markdown. */
export function reminderText(
  of: Poll,
  numbers: { readonly voters: number; readonly entitled: number; readonly notVoted: number },
  { t, zone }: Frame,
): string {
  const { voters, entitled, notVoted } = numbers;
  const question = clip(of.question, LONGEST_QUESTION);
  const lines = t.each(text.reminderInChannel, { question, when: day(of.closesAt, zone), voters, entitled, notVoted });
  return plain(lines.join('\n')).replace(/\n+/g, '\n\n');
}

// ── Notifications ──────────────────────────────────────────────────────────────────────────────

/** What a notification says of the shared card. */
export function pollSummary(of: Poll, t: Translate): string {
  return t(of.state === 'running' ? text.summaryOpen : text.summaryClosed, { question: of.question });
}

/** What a notification says of the result. */
export function resultSummary(of: Poll, _shown: Shown, t: Translate): string {
  const [only, ...others] = chosen(of, winnersOf(of));
  if (!only?.label || others.length > 0) return t(text.summaryClosed, { question: of.question });
  return t(text.summaryWon, { option: only.label, question: shorten(of.question) });
}
