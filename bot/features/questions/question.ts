/** Questions to the network or to its coordinators alone, and their answers, as state in, state out. */
import { z } from 'zod';
import { atWallTime, dateIn, HOUR, type Instant, instant, plus, plusDays } from '../../core/clock.ts';
import { activityId, type PersonKey, personKey, postId } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { isOneOf, type MemberId, memberId, organisationId } from '../../core/network.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { oneLine, severalLines } from '../../core/typed.ts';
import { fromInputs, parseWhen } from '../../core/when.ts';
import { text } from './text.ts';

export const LONGEST_QUESTION = 300;
export const LONGEST_DETAILS = 3000;
export const LONGEST_ANSWER = 3000;
export const LONGEST_TOPIC = 80;
/** Working days without an answer before coordinators are told, where they have not chosen otherwise. */
export const DEFAULT_DAYS = 3;
export const MOST_DAYS = 30;
/** When coordinators are told of what nobody has answered. */
const TOLD_AT = '09:00';
/** A date that is written so far ahead is a slip. */
const FARTHEST_DAYS = 366;

export const questionState = z.enum(['new', 'inWork', 'answered', 'withdrawn']);
export type QuestionState = z.infer<typeof questionState>;

export const addressee = z.enum(['network', 'coordinator']);

export const question = z.object({
  id: activityId,
  /** The question itself. Empty once who asked coordinators alone was erased: then only its answers are counted. */
  text: z.string().max(LONGEST_QUESTION),
  details: z.string().max(LONGEST_DETAILS),
  to: addressee,
  /** Towards the network nobody but coordinators sees who asked. */
  isUnnamed: z.literal(true).optional(),
  askedBy: personKey,
  /** Whom they represented when they asked. */
  organisation: organisationId.optional(),
  /** yyyy-MM-dd */
  dueOn: z.iso.date().optional(),
  topic: z.string().max(LONGEST_TOPIC).optional(),
  state: questionState,
  /** The coordinator who looks after it. */
  takenBy: personKey.optional(),
  /** In the channel; absent while it is for coordinators alone. */
  post: postId.optional(),
  at: instant,
  /** Since when it waits for an answer: when it was asked, opened again or shown to everyone. */
  waitsSince: instant,
  answeredAt: instant.optional(),
  /** Item of the material bank that came of it. */
  bankItem: activityId.optional(),
  /** When coordinators were told that nobody had answered. */
  toldAt: instant.optional(),
  /** A coordinator asked whether it may go to the whole network. */
  moveAskedAt: instant.optional(),
  /** Who was asked to answer, each once. */
  requested: z.array(memberId),
  /** Changes with every answer too, so that what is derived of it follows. */
  touchedAt: instant,
});
export type Question = z.infer<typeof question>;

export const questions = kind<Question>({
  name: 'question',
  container: 'activities',
  schema: question,
  indexed: true,
});

export const answer = z.object({
  id: activityId,
  question: activityId,
  by: personKey,
  /** Whether its author coordinated the network then: the coordinator's help is counted apart. */
  isByCoordinator: z.literal(true).optional(),
  organisation: organisationId.optional(),
  /** Empty when it was removed. */
  text: z.string().max(LONGEST_ANSWER),
  at: instant,
  editedAt: instant.optional(),
  isRemoved: z.literal(true).optional(),
  /** Reply in the thread of the question's card; absent when it was written there, or the question has no card. */
  post: postId.optional(),
});
export type Answer = z.infer<typeof answer>;

/** Id: `question|answer`. */
export const answers = kind<Answer>({ name: 'answer', container: 'activities', schema: answer });

// ── Asking ─────────────────────────────────────────────────────────────────────────────────────

/** As typed into a form. Inputs of cards are strings: `true` is a tick. */
export const questionDraft = z.object({
  text: z
    .string()
    .max(LONGEST_QUESTION * 20)
    .default(''),
  details: z
    .string()
    .max(LONGEST_DETAILS * 20)
    .default(''),
  to: z.string().max(40).default('network'),
  isUnnamed: z.string().max(10).default(''),
  dueOn: z.string().max(40).default(''),
  topic: z
    .string()
    .max(LONGEST_TOPIC * 20)
    .default(''),
});
export type QuestionDraft = z.infer<typeof questionDraft>;
export const EMPTY_DRAFT: QuestionDraft = questionDraft.parse({});

export interface Frame {
  readonly now: Instant;
  readonly zone: string;
  readonly isFree: (date: string) => boolean;
}

export type Asked = Pick<Question, 'text' | 'details' | 'to'> &
  Partial<Pick<Question, 'isUnnamed' | 'dueOn' | 'topic'>>;

/** What a form asks. Refuses with all its problems. */
export function readDraft(draft: QuestionDraft, { now, zone }: Frame): Asked {
  const words = oneLine(draft.text);
  const details = severalLines(draft.details);
  const topic = oneLine(draft.topic);
  const to = addressee.safeParse(draft.to);
  const due = dateOf(draft.dueOn, now, zone);
  const today = dateIn(now, zone);
  const problems: Problem[] = [
    ...(words === '' ? [{ field: 'text', row: text.noQuestion }] : []),
    ...tooLong('text', words, LONGEST_QUESTION),
    ...tooLong('details', details, LONGEST_DETAILS),
    ...tooLong('topic', topic, LONGEST_TOPIC),
    ...(to.success ? [] : [{ field: 'to', row: text.noAddressee }]),
    ...(due === 'unread' ? [{ field: 'dueOn', row: text.badDate }] : []),
    ...(due !== undefined && due !== 'unread' && due < today ? [{ field: 'dueOn', row: text.pastDate }] : []),
    ...(due !== undefined && due !== 'unread' && due > plusDays(today, FARTHEST_DAYS)
      ? [{ field: 'dueOn', row: text.farDate }]
      : []),
  ];
  refuseAny(problems);
  const asked = { text: words, details, to: to.success ? to.data : 'network' } as const;
  return {
    ...asked,
    ...(draft.isUnnamed === 'true' && asked.to === 'network' ? { isUnnamed: true } : {}),
    ...(due === undefined ? {} : { dueOn: due }),
    ...(topic === '' ? {} : { topic }),
  };
}

function dateOf(typed: string, now: Instant, zone: string): string | undefined {
  if (typed.trim() === '') return undefined;
  const at = fromInputs(typed.trim(), '12:00', zone) ?? parseWhen(typed, now, zone)?.start;
  return at === undefined ? 'unread' : dateIn(at, zone);
}

function tooLong(field: string, typed: string, most: number): Problem[] {
  const n = [...typed].length;
  return typed.length > most ? [{ field, row: text.tooLong, params: { n: Math.max(n, most + 1), most } }] : [];
}

/** What someone writes as an answer. Refuses what is empty or too long. */
export function readAnswer(typed: string): string {
  const words = severalLines(typed);
  refuseAny([
    ...(words === '' ? [{ field: 'answer', row: text.noAnswer }] : []),
    ...tooLong('answer', words, LONGEST_ANSWER),
  ]);
  return words;
}

// ── Who may see and do what ────────────────────────────────────────────────────────────────────

export interface Reader {
  /** All their identities. */
  readonly ids: readonly MemberId[];
  readonly isCoordinator: boolean;
}

export const isAsker = ({ askedBy }: Pick<Question, 'askedBy'>, { ids }: Pick<Reader, 'ids'>): boolean =>
  isOneOf(ids, askedBy);
export const isAuthor = ({ by }: Pick<Answer, 'by'>, { ids }: Pick<Reader, 'ids'>): boolean => isOneOf(ids, by);

/** Every member may see it. */
export const isForAll = ({ to, state }: Pick<Question, 'to' | 'state'>): boolean =>
  to === 'network' && state !== 'withdrawn';

/** What was withdrawn its asker alone sees. What is for coordinators: they and who asked, nobody else. */
export function maySee(of: Question, reader: Reader): boolean {
  if (isForAll(of) || isAsker(of, reader)) return true;
  return reader.isCoordinator && of.to === 'coordinator' && of.state !== 'withdrawn';
}

/** Whether the reader may know who asked. */
export const seesAsker = (of: Question, reader: Reader): boolean =>
  of.isUnnamed !== true || reader.isCoordinator || isAsker(of, reader);

export const isOpen = ({ state }: Pick<Question, 'state'>): boolean => state === 'new' || state === 'inWork';

/** Answers that stand, the oldest first. */
export const standing = (all: readonly Answer[]): Answer[] =>
  all.filter(({ isRemoved }) => !isRemoved).sort((a, b) => (a.at < b.at ? -1 : 1));

/** What others said: who asked may add to their question without answering it. */
export const answersOfOthers = (of: Question, all: readonly Answer[], askers: readonly MemberId[]): Answer[] =>
  standing(all).filter(({ by }) => by !== of.askedBy && !isOneOf(askers, by));

// ── What becomes of it ─────────────────────────────────────────────────────────────────────────

/** With another wording, until someone has answered; to whom it goes stays. */
export function reword(of: Question, { to: _to, ...asked }: Asked, now: Instant): Question {
  const { isUnnamed: _unnamed, dueOn: _due, topic: _topic, ...rest } = of;
  const { isUnnamed, ...kept } = asked;
  return { ...rest, ...kept, ...(isUnnamed && of.to === 'network' ? { isUnnamed } : {}), touchedAt: now };
}

/** An answer of someone else than who asked makes it answered. */
export const answered = (of: Question, now: Instant): Question => ({
  ...of,
  ...(isOpen(of) ? { state: 'answered' as const, answeredAt: now } : {}),
  touchedAt: now,
});

/** The last answer was taken away again: it waits as before. */
export function unanswered(of: Question, now: Instant): Question {
  if (of.state !== 'answered') return { ...of, touchedAt: now };
  const { answeredAt: _, ...rest } = of;
  return { ...rest, state: of.takenBy === undefined ? 'new' : 'inWork', touchedAt: now };
}

export function take(of: Question, by: PersonKey, now: Instant): Question {
  if (!isOpen(of)) throw new Refusal(text.notOpen);
  return { ...of, state: 'inWork', takenBy: by, touchedAt: now };
}

export function markAnswered(of: Question, now: Instant): Question {
  return isOpen(of) ? { ...of, state: 'answered', answeredAt: now, touchedAt: now } : of;
}

/** It needs more help: it stands in the queue again. */
export function reopen(of: Question, now: Instant): Question {
  if (of.state !== 'answered') return of;
  const { answeredAt: _, toldAt: _told, ...rest } = of;
  return { ...rest, state: 'inWork', waitsSince: now, touchedAt: now };
}

export const withdraw = (of: Question, now: Instant): Question =>
  of.state === 'withdrawn' ? of : { ...of, state: 'withdrawn', touchedAt: now };

/** A coordinator would rather have it answered by everyone; who asked decides. */
export function askToMove(of: Question, now: Instant): Question {
  if (of.to === 'network') throw new Refusal(text.alreadyToNetwork);
  if (of.state === 'withdrawn') throw new Refusal(text.notOpen);
  return of.moveAskedAt === undefined ? { ...of, moveAskedAt: now, touchedAt: now } : of;
}

/** Who asked lets everyone see it, or keeps it where it is. */
export function consent(of: Question, { agrees, isUnnamed }: Consent, now: Instant): Question {
  if (of.to === 'network' || of.moveAskedAt === undefined) return of;
  const { moveAskedAt: _, ...rest } = of;
  if (!agrees) return { ...rest, touchedAt: now };
  return {
    ...rest,
    to: 'network',
    waitsSince: now,
    ...(isUnnamed ? { isUnnamed: true as const } : {}),
    touchedAt: now,
  };
}
export interface Consent {
  readonly agrees: boolean;
  readonly isUnnamed: boolean;
}

// ── The queue and the clock ────────────────────────────────────────────────────────────────────

/** What is due first stands first; what has no date comes after, the oldest first. */
export const inQueueOrder = (a: Question, b: Question): number =>
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || (a.at < b.at ? -1 : 1);

/** The n-th working day after a date. */
export function workingDaysAfter(date: string, days: number, isFree: (date: string) => boolean): string {
  let day = date;
  for (let left = days; left > 0; ) {
    day = plusDays(day, 1);
    if (!isFree(day)) left--;
  }
  return day;
}

/** When coordinators are told if nobody has answered: in the morning some working days after it was asked, or the day before it is due when that is earlier. */
export function tellAt(
  of: Pick<Question, 'waitsSince' | 'dueOn'>,
  days: number,
  { zone, isFree }: Omit<Frame, 'now'>,
): Instant {
  const patient = atWallTime(workingDaysAfter(dateIn(of.waitsSince, zone), days, isFree), TOLD_AT, zone);
  if (of.dueOn === undefined) return patient;
  const dayBefore = atWallTime(plusDays(of.dueOn, -1), TOLD_AT, zone);
  // what is due tomorrow when it is asked is told of soon
  const hasty = dayBefore > of.waitsSince ? dayBefore : plus(of.waitsSince, HOUR);
  if (hasty < patient) return hasty;
  return patient;
}

// ── What is stored on people ───────────────────────────────────────────────────────────────────

/** Without the person. What everyone could read stays as the network's; what was between them and coordinators loses its words. */
export function withoutAsker(of: Question, ids: readonly MemberId[], as: PersonKey): Question {
  const isTheirs = isOneOf(ids, of.askedBy);
  const isTaken = of.takenBy !== undefined && isOneOf(ids, of.takenBy);
  const isRequested = of.requested.some((one) => ids.includes(one));
  if (!isTheirs && !isTaken && !isRequested) return of;
  const { topic: _, ...bare } = of;
  const isPrivate = isTheirs && !isForAll(of);
  return {
    ...(isPrivate ? { ...bare, text: '', details: '' } : of),
    ...(isTheirs ? { askedBy: as } : {}),
    ...(isTaken ? { takenBy: as } : {}),
    requested: of.requested.filter((one) => !ids.includes(one)),
  };
}
