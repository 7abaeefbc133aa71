/** The cards of surveys and feedback that members and the channel see, and the actions that all cards' buttons carry. */
import { z } from 'zod';
import {
  actions,
  card,
  choices,
  type Element,
  elements,
  execute,
  fitting,
  heading,
  LARGEST_CARD,
  type Look,
  notice,
  openUrl,
  plain,
  ratingInput,
  sizeOf,
  subtle,
  textInput,
  wideButton,
  text as words,
} from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import { type Instant, inWords, when } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import { nameFor, nameIn } from '../../core/organisation.ts';
import { type Locale, type Message, type Params, TAGS, type Translate } from '../../core/text.ts';
import { type Answers, LONGEST_ANSWER, LONGEST_OTHER, OTHER, OTHER_CHOICE, type Typed } from './answers.ts';
import { cardText } from './card-text.ts';
import { absentQuestion } from './feedback-form.ts';
import { type Figures, gradeOf, type QuestionFigures, quotesOf, type Shown } from './figures.ts';
import { answerInWords, barLabel, cellName } from './labels.ts';
import { text as shared } from './page-text.ts';
import {
  BEST_GRADE,
  hasOptions,
  LONGEST_LABEL,
  LONGEST_OPTION,
  minutesFor,
  type Question,
  rangeOf,
  type Wording,
} from './questions.ts';
import type { Outcome } from './response.ts';
import { fitsCard, LONGEST_DESCRIPTION, LONGEST_TITLE, type Phase, phaseOf, type Survey, shorten } from './survey.ts';
import { text } from './text.ts';
import { typedSurvey } from './typed-survey.ts';

// ── Actions ────────────────────────────────────────────────────────────────────────────────────

const onSurvey = z.object({ survey: activityId });
/** Of a form: made with the card, so that the same form acts once. */
const formId = z.string().min(1).max(100);
const draftForm = typedSurvey.extend({ form: formId });

/** What stands in the inputs comes along by the ids of the questions; see `typedIn`. */
export const answerSurvey = action('surveys.answer', z.looseObject({ survey: activityId }));
/** They were not there; what stands in the input `absent` comes along. */
export const answerAbsent = action('surveys.absent', z.looseObject({ survey: activityId }));
export const withdrawAnswer = action('surveys.withdraw', onSurvey);
/** One's own card; with the form for who was not there, or after all was. */
export const myAnswer = action('surveys.mine', onSurvey.extend({ as: z.enum(['absent', 'present']).optional() }));
export const createSurvey = action('surveys.create', draftForm);
export const previewSurvey = action('surveys.preview', draftForm);
export const editDraft = action('surveys.edit', draftForm);
export const closeSurvey = action('surveys.close', onSurvey);
export const undoSurvey = action('surveys.undo', onSurvey);
export const repostSurvey = action('surveys.repost', onSurvey);
export const manageSurvey = action('surveys.manage', onSurvey);
/** Posts the published results; the same form once. */
export const postResults = action('surveys.postResults', onSurvey.extend({ form: formId }));
/** Shows how many a reminder would reach; sends nothing. */
export const askReminder = action('surveys.askReminder', onSurvey);
export const sendReminder = action(
  'surveys.remind',
  onSurvey.extend({ form: formId, direct: z.string().default('false'), channel: z.string().default('false') }),
);

/** What was typed into a card's inputs, by their ids. Nothing else of what came along. */
export function typedIn(data: object, questions: readonly Question[]): Record<string, string> {
  const sent = data as Readonly<Record<string, unknown>>;
  const typed: Record<string, string> = {};
  for (const id of questions.flatMap((one) => [one.id, `${one.id}${OTHER}`])) {
    const value = Object.hasOwn(sent, id) ? sent[id] : undefined;
    if (typeof value === 'string' || typeof value === 'number') typed[id] = String(value);
    else if (Array.isArray(value)) typed[id] = value.filter((one) => typeof one === 'string').join(',');
  }
  return typed;
}

// ── What cards are drawn from ──────────────────────────────────────────────────────────────────

export interface Frame {
  readonly now: Instant;
  /** IANA zone of the network. */
  readonly zone: string;
  readonly t: Translate;
  /** Address of the survey's page in the tab. */
  readonly link?: string;
}

/** How much of long texts a card has room for; the barest fits whatever was written. */
interface Room {
  /** Letters of description and purpose each. */
  readonly prose: number;
  /** Letters of a question and of an option each. */
  readonly label: number;
  readonly option: number;
  /** Questions with all their bars, quotes in all, and letters of each. */
  readonly bars: number;
  readonly quotes: number;
  readonly quote: number;
  /** Questions with figures. */
  readonly figures: number;
}
const ROOMS = [
  {
    ...{ prose: LONGEST_DESCRIPTION, label: LONGEST_LABEL, option: LONGEST_OPTION },
    ...{ bars: 12, quotes: 10, quote: 500, figures: 25 },
  },
  { prose: 800, label: LONGEST_LABEL, option: LONGEST_OPTION, bars: 8, quotes: 6, quote: 300, figures: 25 },
  { prose: 300, label: 150, option: 80, bars: 5, quotes: 4, quote: 200, figures: 20 },
  { prose: 150, label: 100, option: 50, bars: 2, quotes: 2, quote: 150, figures: 12 },
  { prose: 0, label: 60, option: 24, bars: 0, quotes: 0, quote: 0, figures: 6 },
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

const CLOCK: Readonly<Record<Locale, string>> = { fi: 'klo', sv: 'kl.', en: 'at' };

/** “torstaina 3.12.2026 klo 16.00”, with the weekday in words. */
export const day =
  (at: Instant, zone: string): PerLanguage =>
  (locale) => {
    const month = locale === 'fi' ? 'numeric' : 'long';
    const date = { weekday: 'long', day: 'numeric', month, year: 'numeric' } as const;
    const hour = inWords(at, zone, locale, { hour: 'numeric', minute: '2-digit' });
    return `${inWords(at, zone, locale, date)} ${CLOCK[locale]}\u00a0${hour}`;
  };

const clip = (typed: string, most: number): string => {
  const letters = [...typed];
  return letters.length > most ? `${letters.slice(0, Math.max(0, most - 1)).join('')}…` : typed;
};

/** A long sentence: a paragraph for each language of the channel. */
const prose = (t: Translate, row: Message, params: Params = {}): string => t.each(row, params).join('\n');

/** One of our own rows inside another, in each language. */
const named =
  (row: Message): PerLanguage =>
  (locale) =>
    row[locale];

/** What people wrote in several languages: a paragraph for each of the channel. */
const paragraphs = (of: Wording, { t, room }: Drawn): string =>
  [...new Set(t.locales.map((locale) => nameFor(of, locale)))].map((one) => clip(one, room.prose)).join('\n');

/** In the reader's language, or the channel's side by side. */
const label = (of: Wording, t: Translate, most: number): string => clip(nameIn(of, t), most * t.locales.length);

export const titleOf = (of: Pick<Survey, 'title'>, t: Translate): string => nameIn(of.title, t);

/** “4,5”: one decimal, always, so that 4.0 does not look rounder than it is. */
const decimal =
  ({ sum, n }: NonNullable<Figures['average']>): PerLanguage =>
  (locale) =>
    new Intl.NumberFormat(TAGS[locale], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(sum / n);

/** “4,5/5 (12 vastausta)” */
export const gradeLine = (of: NonNullable<Figures['average']>, t: Translate): string =>
  t(shared.grade, { average: decimal(of), n: of.n });

// ── Parts of a survey's card ───────────────────────────────────────────────────────────────────

const kindRow = ({ type, event }: Survey): Message =>
  type === 'feedback' ? cardText.feedback : event === undefined ? cardText.survey : cardText.advance;

const STATES: Readonly<Record<Exclude<Phase, 'open'>, Message>> = {
  scheduled: cardText.scheduled,
  counting: cardText.counting,
  closed: cardText.closed,
  undone: cardText.undone,
};

/** “Kysely · osa 3/8 · päättynyt” */
export function stateLine(of: Survey, { t, now }: Frame): Element {
  const phase = phaseOf(of, now);
  const kind: PerLanguage = (locale) => {
    const { number = 0, of: all = 0 } = of.series ?? {};
    const row = of.series ? cardText.ofPart : cardText.kindAlone;
    return row[locale]
      .replace('{kind}', kindRow(of)[locale])
      .replace('{n}', String(number))
      .replace('{of}', String(all));
  };
  const line =
    phase === 'open' ? t(cardText.kindAlone, { kind }) : t(cardText.withState, { kind, state: named(STATES[phase]) });
  return words(line, { size: 'Small', weight: 'Bolder', color: phase === 'open' ? 'Accent' : 'Default' });
}

function introduction(of: Survey, shown: Shown, frame: Drawn, spacing: 'Small' | 'Large' = 'Small'): Element[] {
  const { t, zone, room } = frame;
  const { description, purpose } = of;
  const { event, group } = shown;
  const isShortened = [description, purpose].some((one) =>
    Object.values(one ?? {}).some((line) => [...(line ?? '')].length > room.prose),
  );
  return elements([
    { ...heading(clip(titleOf(of, t), Math.max(LONGEST_TITLE / 2, room.label) * t.locales.length)), spacing },
    event !== undefined &&
      words(prose(t, cardText.prepares, { title: clip(event.title, room.label), when: when(event.startsAt, zone) })),
    room.prose > 0 && description !== undefined && words(paragraphs(description, frame)),
    room.prose > 0 &&
      purpose !== undefined &&
      words(prose(t, shared.purpose, { purpose: (locale) => clip(nameFor(purpose, locale), room.prose) }), {
        spacing: 'Small',
      }),
    isShortened && subtle(t(cardText.shortened), { size: 'Small' }),
    group !== undefined &&
      words(prose(t, cardText.forGroup, { group: (locale) => nameFor(group, locale) }), { weight: 'Bolder' }),
  ]);
}

const deadline = (of: Survey, { t, zone }: Frame): Element =>
  words(prose(t, shared.answerBy, { when: day(of.closesAt, zone) }), { weight: 'Bolder' });

/** Said before anyone answers: who can link what to whom, and until when. */
const toldBefore = (of: Survey, { t }: Frame): Element =>
  words(prose(t, of.secrecy === 'anonymous' ? shared.anonymous : shared.named), { weight: 'Bolder' });

/** The rules, in small print; one paragraph a language. */
function smallPrint(of: Survey, { t }: Frame): Element {
  const rows: (readonly [Message, Params])[] = [
    [cardText.mayChange, {}],
    ...(of.secrecy === 'anonymous' ? ([[shared.inSteps, { n: of.step }]] as const) : []),
    [shared.noNames, {}],
  ];
  const spoken = rows.map(([row, params]) => t.each(row, params));
  const lines = t.locales.map((_, index) => spoken.map((each) => each[index] ?? each[0] ?? '').join(' '));
  return subtle([...new Set(lines)].join('\n'), { size: 'Small', spacing: 'Medium' });
}

export const tabButton = ({ link, t }: Frame): Element | undefined =>
  link === undefined ? undefined : openUrl(t(cardText.showInTab), link);

const mineButton = (of: Survey, t: Translate, row: Message = cardText.myAnswer): Element =>
  execute(myAnswer, t(row), { survey: of.id }, { associatedInputs: 'none' });

const absentButton = (of: Survey, t: Translate): Element | undefined =>
  of.type === 'feedback'
    ? execute(myAnswer, t(shared.absent), { survey: of.id, as: 'absent' }, { associatedInputs: 'none' })
    : undefined;

// ── Questions ──────────────────────────────────────────────────────────────────────────────────

/** What is wrong with what was typed, by question id, in the reader's language. */
interface Wrong {
  readonly field: string;
  readonly message: string;
}

interface Filled {
  /** What stands in the inputs. */
  readonly typed?: Typed;
  readonly problems?: readonly Wrong[];
}

/**
 * Whatever was sent in place of an input comes back in it, but no card grows without end by it: a tenth more than may be sent, in bytes as many
 * as the letters of Finnish, Swedish and emoji take at most.
 */
function echo(typed: string | undefined, most: number): string | undefined {
  if (typed === undefined) return undefined;
  const clean = clip(typed.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, ''), most + Math.ceil(most / 10));
  return Buffer.byteLength(clean) > 2 * most + most / 5 ? clip(clean, Math.floor(most / 2)) : clean;
}

/** The inputs of questions, each with what was typed and what is wrong with it. */
function questionInputs(questions: readonly Question[], filled: Filled, frame: Drawn): Element[] {
  const { t, room } = frame;
  return questions.flatMap((one, index) => [
    ...elements([
      one.section !== undefined && words(label(one.section, t, room.label), { weight: 'Bolder', size: 'Medium' }),
    ]),
    { ...inputOf(one, filled.typed ?? {}, frame), ...(index === 0 ? {} : { spacing: 'Medium' }) },
    ...elements([
      one.hint !== undefined && room.prose > 0 && subtle(label(one.hint, t, room.label), { size: 'Small' }),
      otherInput(one, filled.typed ?? {}, frame),
    ]),
    ...(filled.problems ?? [])
      .filter(({ field }) => field === one.id)
      .map(({ message }) => words(message, { color: 'Attention', weight: 'Bolder', spacing: 'Small' })),
  ]);
}

const MISSING = {
  grade: text.giveGrade,
  choice: text.chooseOne,
  pictures: text.chooseOne,
  choices: text.chooseSome,
  text: text.writeAnswer,
  number: text.writeNumber,
  scale: text.chooseOne,
} as const satisfies Record<Question['type'], Message>;

function inputOf(of: Question, typed: Typed, { t, room }: Drawn): Element {
  const value = typed[of.id];
  const field = {
    ...{ id: of.id, label: label(of.label, t, room.label), errorMessage: t(MISSING[of.type]) },
    ...(of.isRequired ? { required: true } : {}),
    ...(value ? { value } : {}),
  };
  switch (of.type) {
    case 'text':
      return textInput({
        ...field,
        errorMessage: t(of.isRequired ? text.writeAnswer : shared.longest, { n: LONGEST_ANSWER }),
        ...{ multiline: true, maxLength: LONGEST_ANSWER, value: echo(value, LONGEST_ANSWER) },
      });
    case 'number': {
      // Not Input.Number: on phones it takes no decimal comma.
      const unit = of.number?.unit;
      const asked = unit
        ? t(cardText.withUnit, { question: field.label, unit: (locale) => nameFor(unit, locale) })
        : field.label;
      return textInput({ ...field, label: asked, maxLength: 40, value: echo(value, 40) });
    }
    case 'grade':
      return ratingInput({ ...field, value: knownValue(of, value), most: BEST_GRADE, options: gradeOptions(t) });
    case 'scale':
      return choices({ ...field, value: knownValue(of, value), compact: true, options: scaleOptions(of, t) });
    default: {
      const offered = of.options.map((one) => ({ id: one.id, label: label(one.label, t, room.option) }));
      const other = of.allowsOther ? [{ id: OTHER_CHOICE, label: t(shared.otherChoice) }] : [];
      const options = [...offered, ...other];
      const known = options.filter(({ id }) => value?.split(',').includes(id)).map(({ id }) => id);
      const ticked = known.length > 0 ? { value: known.join(',') } : { value: undefined };
      return choices({ ...field, ...ticked, several: of.type === 'choices', options });
    }
  }
}

/** A choice can show only what is offered; anything else that was sent stands in the complaint about it. */
function knownValue(of: Question, value: string | undefined): string | undefined {
  const { from, to } = rangeOf(of);
  const number = Number(value);
  return value && Number.isInteger(number) && number >= from && number <= to ? String(number) : undefined;
}

/** The best first, as on a school report. */
const gradeOptions = (t: Translate) =>
  Array.from({ length: BEST_GRADE }, (_, index) => BEST_GRADE - index).map((n) => {
    const row = n === BEST_GRADE ? cardText.gradeBest : n === 1 ? cardText.gradeWorst : cardText.grade;
    return { id: String(n), label: t(row, { n }) };
  });

function scaleOptions(of: Question, t: Translate) {
  const { from, to } = rangeOf(of);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).map((n) => {
    const end = n === from ? of.scale?.low : n === to ? of.scale?.high : undefined;
    const line = end ? t(cardText.scaleEnd, { n, words: (locale) => nameFor(end, locale) }) : t(cardText.grade, { n });
    return { id: String(n), label: line };
  });
}

function otherInput(of: Question, typed: Typed, { t, room }: Drawn): Element | undefined {
  if (!of.allowsOther) return undefined;
  const id = `${of.id}${OTHER}`;
  return textInput({
    ...{ id, label: t(cardText.otherField, { question: label(of.label, t, room.label) }), maxLength: LONGEST_OTHER },
    ...{ errorMessage: t(shared.longest, { n: LONGEST_OTHER }), value: echo(typed[id], LONGEST_OTHER) },
  });
}

const sendRow = ({ type }: Survey): Message => (type === 'feedback' ? shared.sendFeedback : shared.send);

/** What a survey that is too long for a card says instead of its questions. */
function longSurvey({ questions }: Survey, { t }: Drawn): Element[] {
  const n = questions.length;
  return [
    words(prose(t, cardText.howLong, { n, minutes: minutesFor(questions) }), { weight: 'Bolder' }),
    subtle(prose(t, cardText.howToAnswer)),
  ];
}

// ── Figures ────────────────────────────────────────────────────────────────────────────────────

/** How many have answered, and when results are to be seen. */
export function countLines(of: Survey, shown: Shown, { t, now }: Frame): string[] {
  const { answers: n, absent, asked, missing, state } = shown;
  const counted =
    asked >= n && asked > 0 ? prose(t, cardText.answersOf, { n, asked }) : prose(t, shared.answers, { n });
  const isOpen = phaseOf(of, now) === 'open';
  switch (state) {
    case 'waiting': {
      if (of.secrecy === 'named') return [n === 0 ? prose(t, cardText.nobodyYet) : counted];
      return [prose(t, shared.waiting, { n, of: Math.max(of.step, n + missing), missing })];
    }
    case 'hidden':
      return [n === 0 && isOpen ? prose(t, cardText.nobodyYet) : counted, prose(t, shared.hidden)];
    case 'tooFew':
      return [prose(t, shared.tooFew, { n })];
    case 'none':
      return [prose(t, isOpen ? cardText.nobodyYet : shared.none)];
    case 'lost':
      return [counted, prose(t, shared.lost)];
    case 'shown':
      return [counted, ...(absent > 0 && !isOpen ? [prose(t, cardText.wereAbsent, { n: absent })] : [])];
  }
}

const counts = (of: Survey, shown: Shown, frame: Frame): Element[] =>
  countLines(of, shown, frame).map((line, index) => words(line, { spacing: index === 0 ? 'Medium' : 'Small' }));

/** The longest bar, in letters: with its number it stays on one line of a phone. */
const LONGEST_BAR = 14;
const BAR = '█';

/** A bar as text grows and shrinks with the letters, shows in every theme, and has its number beside it. */
function barOf(share: number, line: string, before?: string): Element {
  const length = share > 0 ? Math.max(1, Math.round(Math.min(1, share) * LONGEST_BAR)) : 0;
  const run = (said: string, look: Look = {}) => ({ type: 'TextRun', text: said, size: 'Small', ...look });
  return {
    type: 'RichTextBlock',
    spacing: 'None',
    inlines: [
      ...(before === undefined ? [] : [run(`${before}  `)]),
      ...(length === 0 ? [] : [run(`${BAR.repeat(length)} `, { color: 'Accent' })]),
      run(line),
    ],
  };
}

/** How a question was answered: its average, its bars where there is room, quotes, and what is not in it. */
function figuresOf(of: QuestionFigures, isClosed: boolean, frame: Drawn, hasBars: boolean): Element[] {
  const { t, room } = frame;
  const { question, n, average, bars, left, texts, breakdown } = of;
  const isNumber = !hasOptions(question);
  const shownTexts = texts.filter(({ isHidden }) => !isHidden);
  return elements([
    words(label(question.label, t, room.label), { weight: 'Bolder', spacing: 'Medium' }),
    average !== undefined && words(averageLine(question, average, t), { spacing: 'Small', size: 'Medium' }),
    average === undefined &&
      question.type !== 'text' &&
      n > 0 &&
      subtle(prose(t, shared.answers, { n }), { size: 'Small' }),
    hasBars &&
      n > 0 &&
      bars.flatMap((one) => {
        const name = barLabel(question, one.key, t);
        const share = one.n / n;
        if (isNumber) return [barOf(share, t(cardText.bar, { n: one.n }), plainNumber(name))];
        return [
          words(clip(name, room.option * t.locales.length), { spacing: 'Small' }),
          barOf(share, t(cardText.barAndShare, { n: one.n, share })),
        ];
      }),
    hasBars &&
      breakdown.map(({ cell, ...part }) =>
        subtle(t(shared.cell, { cell: clip(cellName(cell, t), room.option), line: partLine(question, part, t) }), {
          size: 'Small',
        }),
      ),
    shownTexts.length > 0 && subtle(prose(t, cardText.written, { n: shownTexts.length }), { size: 'Small' }),
    left > 0 && subtle(prose(t, isClosed ? cardText.whyLeftOut : shared.left, { n: left }), { size: 'Small' }),
  ]);
}

/** A bar's number is one of ours, and stands in a run, where nothing is read as Markdown. */
const plainNumber = (of: string): string => plain(of);

function averageLine(of: Question, average: NonNullable<Figures['average']>, t: Translate): string {
  if (of.type === 'grade') return gradeLine(average, t);
  const { from, to } = rangeOf(of);
  const params = { average: decimal(average), n: average.n };
  return of.type === 'scale' ? t(cardText.scaleLine, { ...params, from, to }) : t(shared.average, params);
}

const partLine = (of: Question, { average, n }: Figures, t: Translate): string =>
  average ? averageLine(of, average, t) : t(shared.answers, { n });

function quoteLines(shown: Shown, { t, room }: Drawn): Element[] {
  const quotes = quotesOf(shown).slice(0, room.quotes);
  if (quotes.length === 0) return [];
  return [
    words(t(cardText.quotes), { weight: 'Bolder', spacing: 'Medium' }),
    ...quotes.map((one) => words(t(shared.quoted, { words: clip(one.text, room.quote) }), { spacing: 'Small' })),
  ];
}

/** All published figures, as far as there is room. */
export function figures(of: Survey, shown: Shown, frame: Drawn): Element[] {
  if (shown.state !== 'shown') return [];
  const { t, room } = frame;
  const isClosed = of.state === 'closed';
  const all = shown.questions.filter(({ n, left, texts }) => n + left + texts.length > 0);
  return [
    words(t(isClosed ? shared.results : shared.soFar), { weight: 'Bolder', size: 'Medium', spacing: 'Large' }),
    ...all.slice(0, room.figures).flatMap((one, index) => figuresOf(one, isClosed, frame, index < room.bars)),
    ...quoteLines(shown, frame),
    ...elements([all.length > room.figures && subtle(t(cardText.shortened), { size: 'Small' })]),
  ];
}

// ── The shared card ────────────────────────────────────────────────────────────────────────────

/** The survey or feedback as everyone in the channel sees it, in any phase; it never shows a person's answer. */
export function surveyCard(of: Survey, shown: Shown, frame: Frame): Card {
  return inRoom((room) => card(...surveyBody(of, shown, { ...frame, room })));
}

export function surveyBody(of: Survey, shown: Shown, frame: Drawn): Element[] {
  const { t, zone, now } = frame;
  const state = stateLine(of, frame);
  const intro = introduction(of, shown, frame);
  const isShort = fitsCard(of);
  switch (phaseOf(of, now)) {
    case 'undone':
      return elements([
        state,
        heading(clip(titleOf(of, t), LONGEST_TITLE)),
        words(prose(t, of.type === 'feedback' ? cardText.undoneFeedback : cardText.undoneSurvey)),
      ]);
    case 'scheduled':
      return elements([
        state,
        intro,
        words(prose(t, cardText.opens, { from: day(of.opensAt, zone), to: day(of.closesAt, zone) }), {
          weight: 'Bolder',
        }),
        words(prose(t, shared.questions, { n: of.questions.length })),
        toldBefore(of, frame),
        actions(tabButton(frame)),
      ]);
    case 'counting':
      return elements([
        state,
        intro,
        words(prose(t, cardText.countingBody)),
        actions(mineButton(of, t), tabButton(frame)),
      ]);
    case 'closed':
      return elements([
        state,
        intro,
        counts(of, shown, frame),
        figures(of, shown, frame),
        closedPrint(of, shown, frame),
        actions(mineButton(of, t), tabButton(frame)),
      ]);
    case 'open':
      return elements([
        state,
        intro,
        deadline(of, frame),
        toldBefore(of, frame),
        isShort
          ? [
              ...questionInputs(of.questions, {}, frame),
              wideButton(execute(answerSurvey, t(sendRow(of)), { survey: of.id }, { style: 'positive' })),
            ]
          : longSurvey(of, frame),
        counts(of, shown, frame),
        isShort
          ? actions(absentButton(of, t), mineButton(of, t), tabButton(frame))
          : actions(
              frame.link !== undefined && openUrl(t(cardText.answer), frame.link),
              mineButton(of, t, cardText.answerInBrowser),
              absentButton(of, t),
            ),
        figures(of, shown, frame),
        smallPrint(of, frame),
      ]);
  }
}

/** What still matters when all is counted. */
function closedPrint(of: Survey, { entered }: Shown, { t, zone }: Drawn): Element {
  const rows: (readonly [Message, Params])[] = [
    ...(entered > 0 ? ([[cardText.entered, { n: entered }]] as const) : []),
    [cardText.closedAt, { when: day(of.closesAt, zone) }],
  ];
  const spoken = rows.map(([row, params]) => t.each(row, params));
  const lines = t.locales.map((_, index) => spoken.map((each) => each[index] ?? each[0] ?? '').join(' '));
  return subtle([...new Set(lines)].join('\n'), { size: 'Small', spacing: 'Medium' });
}

/** Results as a coordinator posts them into the channel: figures and chosen quotes, with nothing to fill in. */
export function resultsCard(of: Survey, shown: Shown, frame: Frame): Card {
  return inRoom((room) => {
    const drawn = { ...frame, room };
    return card(
      stateLine(of, frame),
      heading(clip(titleOf(of, frame.t), LONGEST_TITLE)),
      counts(of, shown, frame),
      figures(of, shown, drawn),
      of.state === 'closed' && closedPrint(of, shown, drawn),
      actions(tabButton(frame)),
    );
  });
}

// ── One's own answer ───────────────────────────────────────────────────────────────────────────

/** What of the reader's own is stored. */
export interface OwnAnswer {
  /** What was sent last and was not withdrawn. */
  readonly sent?: { readonly at: Instant; readonly answers: Answers; readonly isAbsent: boolean };
  /** Something was typed since and not sent. */
  readonly hasDraft: boolean;
  /** What they see in the inputs: what was sent, or has been typed since on another device. */
  readonly typed: Typed;
}

export interface OwnFrame extends Frame {
  /** Why what they asked for was not done, in their language. */
  readonly refusal?: string;
  /** The same by question: what was typed stays in its inputs. */
  readonly problems?: readonly Wrong[];
  readonly typed?: Typed;
  readonly outcome?: Outcome;
  /** Why they can't answer, in their language. */
  readonly hindrance?: string;
  /** The form for who was not there, whatever was sent before; `present`: the ordinary one. */
  readonly as?: 'absent' | 'present';
  /** What is asked of those who were not there, in the network's words. */
  readonly absentQuestion?: Question;
  /** Address of the survey on their personal link: for phones on which the tab does not open. */
  readonly browser?: string;
  /** Why this card comes to them unasked. */
  readonly told?: string;
  /** What other features ask under the reader's own card. */
  readonly aside?: readonly object[];
}

/** What one alone sees after a tap or “My answer”: the receipt, their answer while it can be changed, and all that can be done about it. */
export function ownSurveyCard(of: Survey, shown: Shown, own: OwnAnswer, frame: OwnFrame): Card {
  const { aside: _asked, ...alone } = frame;
  const drawn = inRoom((room) => card(...ownBody(of, shown, own, { ...frame, room })));
  // One's own answer goes before what is asked beside it.
  return sizeOf(drawn) <= LARGEST_CARD ? drawn : inRoom((room) => card(...ownBody(of, shown, own, { ...alone, room })));
}

function ownBody(of: Survey, shown: Shown, own: OwnAnswer, frame: OwnFrame & Drawn): Element[] {
  const { t, now, refusal, told, hindrance } = frame;
  const phase = phaseOf(of, now);
  const mayAnswer = phase === 'open' && hindrance === undefined;
  const hasSent = own.sent !== undefined;
  return elements([
    told !== undefined && notice('accent', words(told, { weight: 'Bolder' })),
    refusal !== undefined && refused(of, refusal, frame),
    (told === undefined || hasSent) && receipt(of, own, frame),
    stateLine(of, frame),
    introduction(of, shown, frame),
    phase === 'open' && deadline(of, frame),
    phase === 'counting' && words(t(cardText.countingBody)),
    phase === 'undone' && words(t(of.type === 'feedback' ? cardText.undoneFeedback : cardText.undoneSurvey)),
    phase === 'open' && hindrance !== undefined && words(hindrance),
    mayAnswer && toldBefore(of, frame),
    mayAnswer && answering(of, own, frame),
    actions(
      mayAnswer &&
        hasSent &&
        execute(withdrawAnswer, t(shared.withdraw), { survey: of.id }, { associatedInputs: 'none' }),
      mayAnswer && switchButton(of, own, frame),
      fitsCard(of) && browserButton(frame, cardText.openInBrowser),
      (fitsCard(of) || !mayAnswer) && tabButton(frame),
    ),
    phase !== 'undone' && phase !== 'scheduled' && counts(of, shown, frame),
    !mayAnswer && figures(of, shown, frame),
    (frame.aside ?? []) as readonly Element[],
    mayAnswer && smallPrint(of, frame),
    subtle(t(cardText.onlyYou), { size: 'Small' }),
  ]);
}

/** All problems once more in front, for who does not see the inputs from here. */
function refused(of: Survey, refusal: string, frame: OwnFrame & Drawn): Element {
  const { t, room, problems = [] } = frame;
  if (problems.length === 0) return notice('attention', words(refusal, { weight: 'Bolder' }));
  const asked = [...of.questions, frame.absentQuestion ?? absentQuestion(undefined)];
  return notice(
    'attention',
    words(t(cardText.toCorrect), { weight: 'Bolder' }),
    ...problems.map(({ field, message }) => {
      const question = asked.find(({ id }) => id === field);
      if (!question) return words(message, { spacing: 'Small' });
      return words(t(cardText.problemOf, { question: label(question.label, t, room.label), problem: message }), {
        spacing: 'Small',
      });
    }),
  );
}

function receipt(of: Survey, own: OwnAnswer, { t, zone, now, outcome, ...frame }: OwnFrame & Drawn): Element {
  const isOver = phaseOf(of, now) !== 'open';
  const { sent } = own;
  if (!sent) {
    if (outcome === 'withdrawn') return notice('good', words(`✓ ${t(cardText.withdrawn)}`, { weight: 'Bolder' }));
    if (isOver && of.state === 'closed' && of.secrecy === 'anonymous')
      return notice('accent', words(t(cardText.answersApart)));
    const row = own.hasDraft ? shared.hasDraft : isOver ? cardText.didNotAnswer : cardText.notAnswered;
    return notice('accent', words(t(row)));
  }
  const isNews = outcome === 'first' || outcome === 'changed';
  const row = sent.isAbsent
    ? isNews
      ? cardText.youWereAbsent
      : shared.wasAbsent
    : outcome === 'first'
      ? shared.sent
      : outcome === 'changed'
        ? shared.changed
        : shared.hasAnswered;
  return notice(
    'good',
    ...elements([
      words(isNews ? `✓ ${t(row)}` : t(row), { weight: 'Bolder' }),
      !isOver && words(t(shared.canChange, { when: day(of.closesAt, zone) }), { spacing: 'Small' }),
      subtle(t(cardText.sentAt, { when: day(sent.at, zone) }), { size: 'Small' }),
      own.hasDraft && !isOver && words(t(shared.hasDraft), { spacing: 'Small' }),
      isOver && givenLines(of, sent.answers, { t, zone, now, ...frame }),
    ]),
  );
}

/** The answers that can't be changed any more. */
function givenLines(of: Survey, given: Answers, { t, room }: OwnFrame & Drawn): Element[] {
  const asked = [...of.questions, absentQuestion(undefined)];
  return asked.flatMap((one) => {
    const answer = given[one.id];
    if (!answer) return [];
    return [
      words(label(one.label, t, room.label), { weight: 'Bolder', spacing: 'Small' }),
      words(clip(answerInWords(one, answer, t), Math.max(room.prose, 100)), { spacing: 'None' }),
    ];
  });
}

const isAbsentForm = (own: OwnAnswer, { as }: OwnFrame): boolean =>
  as === undefined ? own.sent?.isAbsent === true : as === 'absent';

/** The form that fits: the questions, the one for who was not there, or the way to where long ones are answered. */
function answering(of: Survey, own: OwnAnswer, frame: OwnFrame & Drawn): Element[] {
  const { t } = frame;
  const isChange = own.sent !== undefined;
  const filled = { typed: frame.typed ?? own.typed, problems: frame.problems ?? [] };
  if (of.type === 'feedback' && isAbsentForm(own, frame)) {
    const asked = frame.absentQuestion ?? absentQuestion(undefined);
    return [
      ...questionInputs([asked], filled, frame),
      wideButton(execute(answerAbsent, t(shared.sendAbsent), { survey: of.id }, { style: 'positive' })),
    ];
  }
  if (!fitsCard(of)) {
    return [
      ...longSurvey(of, frame),
      ...actions(
        browserButton(frame, cardText.answerInBrowser),
        frame.link !== undefined && openUrl(t(cardText.showInTab), frame.link),
      ),
    ];
  }
  const send = isChange && own.sent?.isAbsent !== true ? shared.saveChanges : sendRow(of);
  return [
    ...questionInputs(of.questions, filled, frame),
    wideButton(execute(answerSurvey, t(send), { survey: of.id }, { style: 'positive' })),
  ];
}

const browserButton = ({ browser, t }: OwnFrame, row: Message): Element | undefined =>
  browser === undefined ? undefined : openUrl(t(row), browser);

/** From the ordinary form to the one for who was not there, and back. */
function switchButton(of: Survey, own: OwnAnswer, frame: OwnFrame): Element | undefined {
  if (of.type !== 'feedback') return undefined;
  if (!isAbsentForm(own, frame)) return absentButton(of, frame.t);
  return execute(
    myAnswer,
    frame.t(cardText.wasPresent),
    { survey: of.id, as: 'present' },
    { associatedInputs: 'none' },
  );
}

// ── What waits ─────────────────────────────────────────────────────────────────────────────────

/** More than these make the card too long for a phone. */
const MOST_LISTED = 8;

interface Listed {
  readonly survey: Survey;
  readonly hasAnswered: boolean;
}

/** Open surveys or feedback, each with a button to one's own answer; for coordinators also the latest grades. */
export function openSurveysCard(
  of: 'survey' | 'feedback',
  list: readonly Listed[],
  frame: Frame,
  latest: readonly { readonly survey: Survey; readonly shown: Shown }[] = [],
): Card {
  const { t, zone } = frame;
  const listed = list.slice(0, MOST_LISTED);
  const isFeedback = of === 'feedback';
  return card(
    heading(t(isFeedback ? cardText.openFeedback : cardText.openSurveys)),
    list.length === 0 && words(t(isFeedback ? cardText.noOpenFeedback : cardText.noOpenSurveys)),
    listed.map(
      ({ survey: one, hasAnswered }): Element => ({
        type: 'Container',
        separator: true,
        spacing: 'Medium',
        items: elements([
          stateLine(one, frame),
          words(clip(titleOf(one, t), LONGEST_TITLE), { weight: 'Bolder', spacing: 'Small' }),
          subtle(prose(t, shared.answerBy, { when: day(one.closesAt, zone) })),
          hasAnswered && words(t(cardText.haveAnswered), { spacing: 'Small' }),
          actions(
            execute(
              myAnswer,
              t(hasAnswered ? cardText.myAnswer : cardText.answer),
              { survey: one.id },
              hasAnswered ? {} : { style: 'positive' },
            ),
          ),
        ]),
      }),
    ),
    list.length > listed.length && words(t(cardText.moreWaiting, { n: list.length - listed.length })),
    latest.length > 0 && heading(t(cardText.lastFeedback)),
    latest.map(({ survey: one, shown }): Element => {
      const grade = gradeOf(shown);
      return {
        type: 'Container',
        separator: true,
        spacing: 'Medium',
        items: [
          words(clip(titleOf(one, t), LONGEST_TITLE), { weight: 'Bolder' }),
          words(grade ? gradeLine(grade, t) : t(cardText.noGradeYet), { spacing: 'Small' }),
          ...actions(execute(manageSurvey, t(cardText.manage), { survey: one.id })),
        ],
      };
    }),
    actions(tabButton(frame)),
  );
}

// ── Reminders and notifications ────────────────────────────────────────────────────────────────

/** The reminder in the thread: numbers only, never names. Safe as a message's Markdown. */
export function reminderText(of: Survey, { answers }: Pick<Shown, 'answers'>, { t, zone }: Frame): string {
  const row = of.type === 'feedback' ? cardText.remindFeedback : cardText.remindSurvey;
  const title: PerLanguage = (locale) => clip(nameFor(of.title, locale), LONGEST_TITLE);
  const lines = t.each(row, { title, when: day(of.closesAt, zone), answers });
  const how = t.each(cardText.remindHow, { minutes: minutesFor(of.questions) });
  const all = lines.map((line, index) => `${line} ${how[index] ?? how[0] ?? ''}`);
  return plain(all.join('\n')).replace(/\n+/g, '\n\n');
}

/** What a notification says of the shared card. */
export function surveySummary(of: Survey, t: Translate): string {
  const row =
    of.state !== 'running'
      ? cardText.summaryResults
      : of.type === 'feedback'
        ? cardText.summaryFeedback
        : cardText.summarySurvey;
  return t(row, { title: (locale) => shorten(nameFor(of.title, locale)) });
}

export const resultsSummary = (of: Survey, t: Translate): string =>
  t(cardText.summaryResults, { title: (locale) => shorten(nameFor(of.title, locale)) });
