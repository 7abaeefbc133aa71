/** A survey, and feedback on an event, which is one: its rules as state in, state out. Time and ids are arguments. */
import { z } from 'zod';
import {
  atWallTime,
  between,
  DAY,
  dateIn,
  type Instant,
  instant,
  MINUTE,
  plus,
  plusDays,
  SECOND,
} from '../../core/clock.ts';
import {
  type ActivityId,
  activityId,
  ID_PATTERN,
  type PersonKey,
  type PostId,
  personKey,
  postId,
} from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { severalLines } from '../../core/typed.ts';
import { fromInputs, parseWhen, toInputs } from '../../core/when.ts';
import { FIXED } from './feedback-form.ts';
import {
  type Complain,
  isEmpty,
  lengthOf,
  type Question,
  type QuestionDraft,
  question,
  questionDraft,
  readQuestions,
  tidy,
  type Wording,
  wording,
  wordsFor,
} from './questions.ts';
import { surveyResults } from './results.ts';
import { text } from './text.ts';

// ── Limits ─────────────────────────────────────────────────────────────────────────────────────

export const LONGEST_TITLE = 200;
export const LONGEST_DESCRIPTION = 2000;
/** Parts of one survey, each answered by itself. */
export const MOST_PARTS = 26;
/** Fewest answers that anything may be published of: of fewer one guesses who wrote them. */
export const FEWEST_STEP = 3;
export const LARGEST_STEP = 50;
export const USUAL_STEP = 5;
/** Farthest opening or deadline, in days. */
export const FARTHEST_DAYS = 400;
/** A deadline nearer than this is taken as past. In milliseconds. */
const SHORTEST_OPEN = 10 * MINUTE;
/** How old a header in memory may be, and how long counting waits for answers on their way. In milliseconds. */
export const HEADER_AGE = 3 * SECOND;
export const COUNTING_GRACE = 5 * SECOND;
const CLOSING_DELAY = 5 * SECOND;
/** Feedback is asked for so soon after the end, and for so many days. */
export const ASKED_AFTER = 5 * MINUTE;
export const FEEDBACK_DAYS = 14;
/** Feedback is reminded of once, so many days after the event; a survey so many days before it closes. */
const FEEDBACK_REMINDER_DAYS = 5;
const SURVEY_REMINDER_DAYS = 2;
/** A survey that is open for fewer days reminds nobody. */
const SHORTEST_REMINDED = 4;
const REMINDED_AT = '09:00';
/** Questions that fit on a card. */
const MOST_ON_CARD = 6;
const MOST_CARD_OPTIONS = 8;
/** Texts are given back whole when they are refused: more of the longest ones are more than a card holds. */
const MOST_CARD_TEXTS = 3;

// ── Shapes ─────────────────────────────────────────────────────────────────────────────────────

/** anonymous: answers are sealed, and nobody ever learns whose they are. named: coordinators see who answered what, and people are told so before. */
export const secrecy = z.enum(['anonymous', 'named']);
/** What results are shown by: size classes of the register's rules, or areas of the network. */
export const breakdown = z.enum(['none', 'sizeClass', 'area']);
export const showResults = z.enum(['all', 'coordinators']);

/** How a reminder went out. */
export const reminderEntry = z.object({
  id: z.string(),
  at: instant,
  state: z.enum(['sending', 'sent', 'nobody', 'skipped']),
  /** Absent: by the clock. */
  by: personKey.optional(),
  direct: z.number().int().nonnegative(),
  mail: z.number().int().nonnegative(),
  channel: z.boolean(),
});
export type ReminderEntry = z.infer<typeof reminderEntry>;

/** What is known for good once a survey is closed; figures are in its results. */
export const surveyResult = z.object({
  answers: z.number().int().nonnegative(),
  /** Were not there and said so. */
  absent: z.number().int().nonnegative(),
  /** Of the answers: written down by a coordinator, and given on the public page. */
  entered: z.number().int().nonnegative(),
  open: z.number().int().nonnegative(),
  /** How many were asked. */
  asked: z.number().int().nonnegative(),
  /** Who answered, sorted; never in the order of answering. */
  participants: z.array(personKey),
  countedAt: instant,
  /** The key of the sealed answers was lost: what was not published by then is gone. */
  isLost: z.literal(true).optional(),
});
export type SurveyResult = z.infer<typeof surveyResult>;

export const survey = z.object({
  id: activityId,
  type: z.enum(['feedback', 'survey']),
  title: wording(LONGEST_TITLE),
  description: wording(LONGEST_DESCRIPTION).optional(),
  /** What the result is used for. */
  purpose: wording(LONGEST_DESCRIPTION).optional(),
  /** The event that it is feedback on, or that it prepares. */
  event: activityId.optional(),
  questions: z.array(question),
  secrecy,
  /** Fewest answers that a published figure is about. */
  step: z.number().int().min(FEWEST_STEP).max(LARGEST_STEP),
  breakdown,
  showResults,
  /** Only the seat holders of this group and their substitutes are asked. */
  group: z.string().regex(ID_PATTERN).optional(),
  /** Parts that are asked one after the other. */
  series: z.object({ id: activityId, number: z.number().int().positive(), of: z.number().int().positive() }).optional(),
  /** Answers are taken from here; the card may come later, `postsAt`. */
  opensAt: instant,
  postsAt: instant,
  closesAt: instant,
  remindsAt: instant.optional(),
  /** Has a page that anyone may answer on; its link carries the round. */
  isPublic: z.boolean(),
  publicRound: z.number().int().positive(),
  state: z.enum(['running', 'closed', 'undone']),
  /** Counting has begun: the deadline stays. */
  isCounting: z.literal(true).optional(),
  post: postId,
  createdBy: personKey,
  createdAt: instant,
  reminded: z.array(reminderEntry),
  /** Posts in which its results stand, with quotes: what is hidden or erased later must go from there too. */
  resultPosts: z.array(postId).optional(),
  result: surveyResult.optional(),
});
export type Survey = z.infer<typeof survey>;
export const surveys = kind<Survey>({ name: 'survey', container: 'activities', schema: survey });

/** Published figures. Id: the survey's. */
export const results = kind({ name: 'surveyResults', container: 'activities', schema: surveyResults });

/** A picture that is one of a question's options, small enough to come with the question. Id: `pictureId`. */
export const picture = z.object({
  contentType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  /** Base64. */
  bytes: z.string().max(200_000),
  addedAt: instant,
});
export const pictures = kind({ name: 'picture', container: 'activities', schema: picture });

// ── Drafting ───────────────────────────────────────────────────────────────────────────────────

const typedWords = z.object({ fi: z.string().default(''), sv: z.string().default(''), en: z.string().default('') });
const none = { fi: '', sv: '', en: '' };

/** What a form or the tab sends, as typed. */
export const surveyDraft = z.object({
  title: typedWords,
  description: typedWords.default(none),
  purpose: typedWords.default(none),
  /** One part is an ordinary survey; several are asked one after the other. */
  parts: z.array(z.object({ title: typedWords.default(none), questions: z.array(questionDraft).max(200) })).max(200),
  secrecy: z.string().default(''),
  step: z.coerce.string().default(''),
  breakdown: z.string().default(''),
  showResults: z.string().default(''),
  /** Id of a group; empty: everyone. */
  group: z.string().default(''),
  /** Id of the event that it prepares. */
  event: z.string().default(''),
  /** Empty: at once. */
  opensOn: z.string().default(''),
  opensAtTime: z.string().default(''),
  closesOn: z.string().default(''),
  closesAtTime: z.string().default(''),
  /** Between parts: `twoAWeek`, `weekly` or `daily`. */
  rhythm: z.string().default(''),
  /** `false`: no reminder. */
  reminds: z.coerce.string().default(''),
  isPublic: z.coerce.string().default(''),
});
export type SurveyDraft = z.infer<typeof surveyDraft>;

/** A form that was put aside: whatever it holds, to be gone on with on any device. Id: of the form. */
export const savedForm = z.object({ draft: surveyDraft, savedAt: instant, savedBy: personKey });
export const savedForms = kind({ name: 'surveyForm', container: 'activities', schema: savedForm });

export interface SurveyFrame {
  readonly now: Instant;
  /** IANA zone of the network. */
  readonly zone: string;
  readonly isFree: (date: string) => boolean;
  isGroup(id: string): boolean;
  /** When the event that it prepares begins; undefined when there is no such event. */
  eventStarts(id: string): Instant | undefined;
}

export type NewSurvey = Omit<
  Survey,
  'id' | 'post' | 'createdBy' | 'createdAt' | 'state' | 'isCounting' | 'reminded' | 'publicRound' | 'series' | 'result'
>;

export const rhythm = z.enum(['twoAWeek', 'weekly', 'daily']);

/** Reads a draft whole into its parts, the first to open in front. Throws a Refusal that names every problem by its field. */
export function readDraft(draft: SurveyDraft, frame: SurveyFrame): readonly NewSurvey[] {
  const problems: Problem[] = [];
  const problem: Complain = (field, row, params = {}) => void problems.push({ field, row, params });
  const title = words(draft.title, 'title', LONGEST_TITLE, problem);
  if (!title) problem('title', text.noTitle);
  const description = words(draft.description, 'description', LONGEST_DESCRIPTION, problem);
  const purpose = words(draft.purpose, 'purpose', LONGEST_DESCRIPTION, problem);
  const parts = readParts(draft, problem);
  const group = draft.group.trim().replace(/^-$/, '') || undefined;
  if (group !== undefined && !frame.isGroup(group)) problem('group', text.unknownGroup);
  const event = draft.event.trim() || undefined;
  const eventStarts = event === undefined ? undefined : frame.eventStarts(event);
  if (event !== undefined && eventStarts === undefined) problem('event', text.unknownEvent);
  const times = readTimes(draft, parts.length, eventStarts, frame, problem);
  const step = draft.step.trim() === '' ? USUAL_STEP : Number(draft.step);
  if (!(Number.isInteger(step) && step >= FEWEST_STEP && step <= LARGEST_STEP))
    problem('step', text.badStep, { least: FEWEST_STEP, most: LARGEST_STEP });
  refuseAny(problems);
  if (!times || !title) throw new Refusal(text.unreadableTime);
  const { opens, closesAt } = times;
  const chosenSecrecy = secrecy.catch('anonymous').parse(draft.secrecy);
  return parts.map((part, index): NewSurvey => {
    const opensAt = opens[index] ?? opens[0] ?? frame.now;
    const isLast = index === parts.length - 1;
    const remindsAt = draft.reminds === 'false' || !isLast ? undefined : surveyReminder({ opensAt, closesAt }, frame);
    return {
      type: 'survey',
      title: partTitle(title, part.title, parts.length > 1),
      ...{ questions: part.questions, secrecy: chosenSecrecy, step },
      breakdown: breakdown.catch('none').parse(draft.breakdown),
      showResults: showResults.catch('all').parse(draft.showResults),
      ...{ opensAt, postsAt: opensAt, closesAt, isPublic: draft.isPublic === 'true' && group === undefined },
      ...(description ? { description } : {}),
      ...(purpose ? { purpose } : {}),
      ...(group === undefined ? {} : { group }),
      ...(event === undefined ? {} : { event: activityId.parse(event) }),
      ...(remindsAt ? { remindsAt } : {}),
    };
  });
}

interface Part {
  readonly title: Wording | undefined;
  readonly questions: Question[];
}

function readParts(draft: SurveyDraft, problem: Complain): readonly Part[] {
  if (draft.parts.every(({ questions }) => questions.length === 0)) problem('questions', text.noQuestions);
  if (draft.parts.length > MOST_PARTS)
    problem('questions', text.manyParts, { most: MOST_PARTS, n: draft.parts.length });
  return draft.parts.slice(0, MOST_PARTS).flatMap((part, index) => {
    if (part.questions.length === 0) return [];
    const of: Complain = (field, row, params) =>
      problem(draft.parts.length > 1 ? `parts.${index}.${field}` : field, row, params);
    return [
      {
        title: words(part.title, `parts.${index}.title`, LONGEST_TITLE, problem),
        questions: readQuestions(part.questions, of),
      },
    ];
  });
}

/** “Strategia: Kuntalaisten arki”, in each language that has either. */
function partTitle(whole: Wording, part: Wording | undefined, isPart: boolean): Wording {
  if (!isPart || !part || isEmpty(part)) return whole;
  const locales = (['fi', 'sv', 'en'] as const).filter((locale) => whole[locale] ?? part[locale]);
  return Object.fromEntries(
    locales.map((locale) => [locale, `${wordsFor(whole, locale)}: ${wordsFor(part, locale)}`.slice(0, LONGEST_TITLE)]),
  );
}

function words(of: SurveyDraft['title'], field: string, longest: number, problem: Complain): Wording | undefined {
  const tidied = longest > LONGEST_TITLE ? long(of) : tidy(of);
  const n = lengthOf(tidied);
  if (n > longest) problem(field, text.longWords, { most: longest, n });
  return isEmpty(tidied) ? undefined : tidied;
}

const long = (of: SurveyDraft['title']): Wording =>
  Object.fromEntries(
    Object.entries(of)
      .map(([locale, typed]) => [locale, severalLines(typed)])
      .filter(([, typed]) => typed !== ''),
  );

// ── Times ──────────────────────────────────────────────────────────────────────────────────────

/** Days of the parts after the first: twice a week is Monday and Thursday, Tuesday and Friday … */
export function daysOfParts(
  first: string,
  how: z.infer<typeof rhythm>,
  n: number,
  isFree: (date: string) => boolean,
): string[] {
  const days: string[] = [];
  for (let index = 0; index < n; index++) {
    const after =
      how === 'weekly' ? index * 7 : how === 'twoAWeek' ? Math.floor(index / 2) * 7 + (index % 2) * 3 : index;
    const before = days.at(-1);
    const next = before === undefined ? first : plusDays(before, 1);
    const planned = plusDays(first, after);
    // Over holidays two may be moved to the same day: one a day is enough.
    days.push(workingDay(laterOf(planned, next), isFree));
  }
  return days;
}

/** Days in a row after which the calendar is taken for broken. */
const LONGEST_HOLIDAY = 60;
export function workingDay(date: string, isFree: (date: string) => boolean): string {
  let day = date;
  for (let tried = 0; tried < LONGEST_HOLIDAY && isFree(day); tried++) day = plusDays(day, 1);
  return day;
}

/** A part is opened by itself in the morning, when people are at work. */
const OPENED_AT = '08:00';
const CLOSED_AT = '16:00';
/** An advance survey closes so many days before its event: the programme is still to be made. */
const BEFORE_EVENT = 2;

function readTimes(
  draft: SurveyDraft,
  parts: number,
  eventStarts: Instant | undefined,
  frame: SurveyFrame,
  problem: Complain,
): { readonly opens: readonly Instant[]; readonly closesAt: Instant } | undefined {
  const { now, zone, isFree } = frame;
  const typed = readTime(draft.opensOn, draft.opensAtTime, OPENED_AT, frame);
  if (typed === 'unreadable') problem('opensOn', text.unreadableTime);
  const first = typed === undefined || typed === 'unreadable' || typed < now ? now : typed;
  const how = rhythm.catch('twoAWeek').parse(draft.rhythm);
  const days = daysOfParts(dateIn(first, zone), how, Math.max(1, parts), isFree);
  const at = toInputs(first, zone).time;
  const opens = days.map((day, index) =>
    index === 0 ? first : atWallTime(day, typed === undefined ? OPENED_AT : at, zone),
  );
  const last = opens.at(-1) ?? first;
  const closesAt =
    readTime(draft.closesOn, draft.closesAtTime, CLOSED_AT, frame) ?? usualDeadline(last, eventStarts, frame);
  if (closesAt === 'unreadable') problem('closesOn', text.unreadableTime);
  else if (between(now, closesAt) < SHORTEST_OPEN) problem('closesOn', text.pastDeadline);
  else if (between(now, closesAt) > FARTHEST_DAYS * DAY) problem('closesOn', text.farDeadline, { days: FARTHEST_DAYS });
  else if (between(last, closesAt) < SHORTEST_OPEN)
    problem('closesOn', parts > 1 ? text.closesBeforeLast : text.closesBeforeOpening);
  else if (eventStarts !== undefined && closesAt > eventStarts) problem('closesOn', text.closesAfterEvent);
  return closesAt === 'unreadable' ? undefined : { opens, closesAt };
}

function readTime(
  on: string,
  at: string,
  usual: string,
  { now, zone }: SurveyFrame,
): Instant | 'unreadable' | undefined {
  const [date, time] = [on.trim(), at.trim()];
  if (!date && !time) return undefined;
  return (
    fromInputs(date || dateIn(now, zone), time || usual, zone) ??
    parseWhen(`${date} ${time}`, now, zone, usual)?.start ??
    'unreadable'
  );
}

/** A week later; an advance survey two days before its event, or just before when that is near. */
function usualDeadline(opensAt: Instant, eventStarts: Instant | undefined, { zone, isFree }: SurveyFrame): Instant {
  const week = atWallTime(workingDay(plusDays(dateIn(opensAt, zone), 7), isFree), CLOSED_AT, zone);
  if (eventStarts === undefined) return week;
  const before = atWallTime(plusDays(dateIn(eventStarts, zone), -BEFORE_EVENT), CLOSED_AT, zone);
  if (between(opensAt, before) >= DAY) return earlierOf(before, week);
  return eventStarts;
}

/** Once, in the morning of a working day some days before it closes. */
function surveyReminder(
  { opensAt, closesAt }: Pick<Survey, 'opensAt' | 'closesAt'>,
  { zone, isFree }: SurveyFrame,
): Instant | undefined {
  if (between(opensAt, closesAt) < SHORTEST_REMINDED * DAY) return undefined;
  const at = atWallTime(workingDay(plusDays(dateIn(closesAt, zone), -SURVEY_REMINDER_DAYS), isFree), REMINDED_AT, zone);
  return at < closesAt ? at : undefined;
}

/** When feedback on an event is taken, asked for, reminded of and closed. */
export function feedbackTimes(
  of: { readonly startsAt: Instant; readonly endsAt: Instant },
  { zone, isFree }: Pick<SurveyFrame, 'zone' | 'isFree'>,
): Pick<Survey, 'opensAt' | 'postsAt' | 'closesAt'> & { readonly remindsAt: Instant } {
  const on = (days: number): string => plusDays(dateIn(of.endsAt, zone), days);
  return {
    opensAt: of.startsAt,
    postsAt: plus(of.endsAt, ASKED_AFTER),
    remindsAt: atWallTime(workingDay(on(FEEDBACK_REMINDER_DAYS), isFree), REMINDED_AT, zone),
    closesAt: atWallTime(on(FEEDBACK_DAYS), '20:00', zone),
  };
}

// ── Living ─────────────────────────────────────────────────────────────────────────────────────

export interface Made {
  readonly id: ActivityId;
  readonly post: PostId;
  readonly by: PersonKey;
  readonly now: Instant;
  readonly series?: NonNullable<Survey['series']>;
}

export const makeSurvey = (of: NewSurvey, { id, post, by, now, series }: Made): Survey => ({
  ...of,
  ...{ id, post, state: 'running' as const, createdBy: by, createdAt: now, publicRound: 1, reminded: [] },
  ...(series ? { series } : {}),
});

/** scheduled: no answers yet. counting: closed, and its answers are being counted. */
export type Phase = 'scheduled' | 'open' | 'counting' | 'closed' | 'undone';

export function phaseOf(of: Pick<Survey, 'state' | 'opensAt' | 'closesAt'>, now: Instant): Phase {
  if (of.state !== 'running') return of.state;
  if (now < of.opensAt) return 'scheduled';
  return now < of.closesAt ? 'open' : 'counting';
}

/** Throws the refusal that fits when no answers are taken at `now`. */
export function requireOpen(of: Survey, now: Instant): void {
  const phase = phaseOf(of, now);
  if (phase === 'undone') throw new Refusal(text.unknownSurvey);
  if (phase === 'scheduled') throw new Refusal(text.notYetOpen);
  if (phase !== 'open') throw new Refusal(of.type === 'feedback' ? text.feedbackClosed : text.surveyClosed);
}

/** Due time of the job that counts: the deadline plus the grace for answers on their way. */
export const countingDue = (of: Pick<Survey, 'closesAt'>): Instant => plus(of.closesAt, COUNTING_GRACE);

/** Closing early sets the deadline a moment ahead, so that every instance has heard of it by then. */
export function closeEarly(of: Survey, now: Instant): Survey {
  const phase = phaseOf(of, now);
  if ((phase !== 'open' && phase !== 'scheduled') || of.isCounting) throw new Refusal(text.notOpen);
  const closesAt = plus(now, CLOSING_DELAY);
  if (closesAt >= of.closesAt) return of;
  return { ...of, closesAt, opensAt: phase === 'open' ? of.opensAt : now };
}

/** A later or earlier deadline while it is open. */
export function moveDeadline(of: Survey, closesAt: Instant, frame: SurveyFrame): Survey {
  const phase = phaseOf(of, frame.now);
  if ((phase !== 'open' && phase !== 'scheduled') || of.isCounting) throw new Refusal(text.notOpen);
  const complain = (row: Problem['row'], params: Problem['params'] = {}): never => {
    throw new Refusal(row, params, [{ field: 'closesOn', row, params }]);
  };
  const from = laterOf(frame.now, of.opensAt);
  if (between(from, closesAt) < SHORTEST_OPEN) complain(text.pastDeadline);
  if (between(frame.now, closesAt) > FARTHEST_DAYS * DAY) complain(text.farDeadline, { days: FARTHEST_DAYS });
  const { remindsAt: _moved, ...rest } = of;
  const isReminded = of.reminded.some(({ by }) => by === undefined);
  const remindsAt =
    of.type === 'feedback' || of.remindsAt === undefined || isReminded
      ? of.remindsAt
      : surveyReminder({ ...of, closesAt }, frame);
  return { ...rest, closesAt, ...(remindsAt ? { remindsAt } : {}) };
}

/** Before anything is counted for good. Undefined when there is nothing to count: already counted, taken back, or the deadline has moved. */
export function beginCounting(of: Survey, now: Instant): Survey | undefined {
  if (of.state !== 'running' || now < countingDue(of)) return undefined;
  return of.isCounting ? of : { ...of, isCounting: true };
}

/** Writes the result down. Undefined when there is nothing to close: already counted, taken back, or the deadline has moved. */
export function closeWith(of: Survey, result: SurveyResult, now: Instant): Survey | undefined {
  if (of.state !== 'running' || now < countingDue(of)) return undefined;
  const { isCounting: _counted, ...rest } = of;
  return { ...rest, state: 'closed', result };
}

/** Takes a survey back before anyone answered. */
export function undo(of: Survey, hasAnswers: boolean): Survey {
  if (of.state !== 'running') throw new Refusal(text.notOpen);
  if (hasAnswers) throw new Refusal(text.hasAnswers);
  return { ...of, state: 'undone' };
}

const FIXED_IDS: readonly string[] = FIXED;

/** New wording of a running survey. Questions and options are matched by id; none comes or goes once people may answer. */
export interface Correction {
  readonly title: SurveyDraft['title'];
  readonly description: SurveyDraft['description'];
  readonly purpose: SurveyDraft['purpose'];
  readonly questions: readonly QuestionDraft[];
}

export function correct(of: Survey, to: Correction): Survey {
  if (of.state !== 'running') throw new Refusal(text.notOpen);
  const problems: Problem[] = [];
  const problem: Complain = (field, row, params = {}) => void problems.push({ field, row, params });
  const title = of.type === 'feedback' ? of.title : words(to.title, 'title', LONGEST_TITLE, problem);
  if (!title) problem('title', text.noTitle);
  const description = words(to.description, 'description', LONGEST_DESCRIPTION, problem);
  const purpose = words(to.purpose, 'purpose', LONGEST_DESCRIPTION, problem);
  const reworded = readQuestions(to.questions, problem);
  refuseAny(problems);
  const { description: _old, purpose: _older, ...rest } = of;
  return {
    ...rest,
    title: title ?? of.title,
    questions: of.questions.map((one) =>
      of.type === 'feedback' && FIXED_IDS.includes(one.id) // the same in all of the network's events, so that years compare
        ? one
        : rewordedAs(
            one,
            reworded.find(({ id }) => id === one.id),
          ),
    ),
    ...(description ? { description } : {}),
    ...(purpose ? { purpose } : {}),
  };
}

function rewordedAs(of: Question, to: Question | undefined): Question {
  if (!to || to.type !== of.type) return of;
  const { hint: _hint, section: _section, ...rest } = of;
  return {
    ...rest,
    label: to.label,
    ...(to.hint ? { hint: to.hint } : {}),
    ...(to.section ? { section: to.section } : {}),
    options: of.options.map((one) => ({
      ...one,
      label: to.options.find(({ id }) => id === one.id)?.label ?? one.label,
    })),
    ...(of.scale ? { scale: { ...of.scale, ...ends(to.scale) } } : {}),
  };
}

const ends = (of: Question['scale']) => ({
  ...(of?.low ? { low: of.low } : {}),
  ...(of?.high ? { high: of.high } : {}),
});

/** A closed survey as the draft of a new one: “like last year”. Dates and group are left to be chosen anew. */
export function draftOf(of: readonly Survey[]): SurveyDraft {
  const [first] = of;
  const open = (words: Wording | undefined) => ({ ...none, ...words });
  const titles = apart(of.map(({ title }) => title));
  return surveyDraft.parse({
    ...{ title: open(titles.whole), description: open(first?.description), purpose: open(first?.purpose) },
    parts: of.map(({ questions }, index) => ({
      title: open(titles.parts[index]),
      questions: questions.map(drafted),
    })),
    ...{ secrecy: first?.secrecy ?? '', step: String(first?.step ?? ''), breakdown: first?.breakdown ?? '' },
    ...{ showResults: first?.showResults ?? '', isPublic: String(first?.isPublic ?? false) },
  });
}

/** “Strategia: Arki” and “Strategia: Talous” are parts of “Strategia”, as `partTitle` made them. */
function apart(titles: readonly Wording[]): { readonly whole: Wording; readonly parts: readonly Wording[] } {
  const [first = {}] = titles;
  if (titles.length < 2) return { whole: first, parts: [] };
  const whole: Wording = {};
  const parts: Wording[] = titles.map(() => ({}));
  for (const locale of ['fi', 'sv', 'en'] as const) {
    const own = titles.flatMap((one) => one[locale] ?? []);
    const words = first[locale]?.split(': ') ?? [];
    const starts = words.map((_, n) => words.slice(0, words.length - n).join(': '));
    const common = starts.find((start) => own.every((one) => one === start || one.startsWith(`${start}: `)));
    const kept = common ?? first[locale];
    if (kept !== undefined) whole[locale] = kept;
    for (const [index, one] of titles.entries()) {
      const rest = common === undefined ? one[locale] : one[locale]?.slice(common.length + 2);
      const part = parts[index];
      if (part && rest) part[locale] = rest;
    }
  }
  return { whole, parts };
}

/** A question as a form shows it again. */
export function drafted(of: Question): QuestionDraft {
  const open = (words: Wording | undefined) => ({ ...none, ...words });
  return questionDraft.parse({
    ...{ id: of.id, type: of.type, label: open(of.label), hint: open(of.hint), section: open(of.section) },
    ...{ isRequired: of.isRequired, allowsOther: of.allowsOther, isWish: of.isWish },
    options: of.options.map((one) => ({ ...one, label: open(one.label) })),
    ...(of.scale ? { from: of.scale.from, to: of.scale.to, low: open(of.scale.low), high: open(of.scale.high) } : {}),
    ...(of.number ? { least: of.number.least ?? '', most: of.number.most ?? '', unit: open(of.number.unit) } : {}),
    ...(of.showIf
      ? {
          showIf: {
            question: of.showIf.question,
            options: (of.showIf.options ?? []).join(','),
            atLeast: of.showIf.atLeast ?? '',
            atMost: of.showIf.atMost ?? '',
          },
        }
      : {}),
  });
}

// ── Reading ────────────────────────────────────────────────────────────────────────────────────

/** Short enough to be answered on the card itself; longer ones open in the tab and by the personal link. */
export const fitsCard = ({ questions }: Pick<Survey, 'questions'>): boolean =>
  questions.length <= MOST_ON_CARD &&
  questions.filter(({ type }) => type === 'text').length <= MOST_CARD_TEXTS &&
  questions.every(({ type, options, showIf }) => type !== 'pictures' && options.length <= MOST_CARD_OPTIONS && !showIf);

export const shorten = (typed: string, most = 60): string =>
  typed.length > most ? `${typed.slice(0, most - 1)}…` : typed;

const laterOf = <T extends string>(a: T, b: T): T => (a > b ? a : b);
const earlierOf = <T extends string>(a: T, b: T): T => (a < b ? a : b);
