/** What of a survey may be shown to a reader, as cards, pages, letters, files and the tab take it. */
import type { Instant } from '../../core/clock.ts';
import type { Names } from '../../core/organisation.ts';
import type { Cell } from './people.ts';
import type { Question } from './questions.ts';
import type { PublishedText } from './wish.ts';

/** Numbers of a question, over everyone or of one cell. */
export interface Figures {
  /** People whose answers are in it. */
  readonly n: number;
  readonly average?: { readonly sum: number; readonly n: number };
  readonly bars: readonly { readonly key: string; readonly n: number }[];
}

export interface QuestionFigures extends Figures {
  readonly question: Question;
  /** Given and not in the figures: too few to be shown. */
  readonly left: number;
  /** Of a text question, or the options of people's own: the first, and all quotes; hidden ones for coordinators alone. */
  readonly texts: readonly PublishedText[];
  /** How many there are beside those. */
  readonly moreTexts: number;
  /** How often each theme was given, the most frequent first. */
  readonly tags: readonly { readonly tag: string; readonly n: number }[];
  readonly breakdown: readonly (Figures & { readonly cell: Cell })[];
}

/**
 * waiting: too few for a first step so far. tooFew: closed with too few. none: nobody answered. hidden: for coordinators alone. lost: its key was
 * lost before anything was published.
 */
export type ResultState = 'shown' | 'hidden' | 'waiting' | 'tooFew' | 'none' | 'lost';

export interface Shown {
  readonly answers: number;
  readonly absent: number;
  /** Of the answers: written down by a coordinator, and given on the public page. Known once it is closed. */
  readonly entered: number;
  readonly open: number;
  readonly asked: number;
  readonly state: ResultState;
  /** Answers that are missing until something is shown for the first time. */
  readonly missing: number;
  readonly at?: Instant;
  readonly questions: readonly QuestionFigures[];
  /** What its group is called. */
  readonly group?: Names;
  /** The event that it prepares. */
  readonly event?: { readonly title: string; readonly startsAt: Instant };
}

/** The grade of feedback, when it is published. */
export const gradeOf = ({ questions }: Pick<Shown, 'questions'>): QuestionFigures['average'] =>
  questions.find(({ question }) => question.id === 'grade')?.average;

/** Chosen to be quoted. */
export const quotesOf = ({ questions }: Pick<Shown, 'questions'>): PublishedText[] =>
  questions.flatMap(({ texts }) => texts.filter(({ isQuote, isHidden }) => isQuote && !isHidden));
