/** What of a survey a reader may see now: the one way in which figures and texts leave for cards, pages, letters and the tab. */
import type { Instant } from '../../core/clock.ts';
import { registerOf } from '../../core/register.ts';
import type { Work } from '../../core/turn.ts';
import { askedOf } from './asked-operations.ts';
import { countsOf } from './ballots.ts';
import { absentQuestion } from './feedback-form.ts';
import { feedbackFormOf } from './feedback-operations.ts';
import { resultsOf } from './memory.ts';
import { type Cell, cellsOf } from './people.ts';
import type { Question } from './questions.ts';
import { type PublishedText, textsOf } from './result-operations.ts';
import { average, distribution, ownOf, type SurveyResults, type Tally, totalOf } from './results.ts';
import { phaseOf, type Survey } from './survey.ts';

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
  /** Of a text question, or the options of people's own; hidden ones for coordinators alone. */
  readonly texts: readonly PublishedText[];
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
}

/** `coordinates`: the reader is a coordinator, who sees hidden texts and results that are not for all; never what is not published. */
export async function shownTo(
  work: Work,
  survey: Survey,
  { coordinates }: { readonly coordinates: boolean },
): Promise<Shown> {
  const [counts, figures, asked] = await Promise.all([
    countsOf(work, survey),
    resultsOf(work, survey.id),
    survey.result ? survey.result.asked : askedOf(work, survey).then(({ length }) => length),
  ]);
  const state = stateOf(survey, counts.answered, figures, coordinates, work.services.clock.now());
  const { entered = 0, open = 0 } = survey.result ?? {};
  return {
    ...{ answers: counts.answered, absent: counts.absent, entered, open, state },
    asked: Math.max(asked, survey.result?.participants.length ?? 0),
    missing: state === 'waiting' ? Math.max(1, survey.step - counts.answered) : 0,
    ...(figures ? { at: figures.at } : {}),
    questions: state === 'shown' && figures ? await questionFigures(work, survey, figures, coordinates) : [],
  };
}

function stateOf(
  survey: Survey,
  answers: number,
  figures: SurveyResults | undefined,
  coordinates: boolean,
  now: Instant,
): ResultState {
  if (survey.showResults === 'coordinators' && !coordinates) return 'hidden';
  const isPublished =
    figures !== undefined && Object.keys(figures.questions).length + Object.keys(figures.rest).length > 0;
  if (isPublished) return 'shown';
  if (survey.result?.isLost) return 'lost';
  if (survey.result) return answers === 0 ? 'none' : 'tooFew';
  return answers === 0 && phaseOf(survey, now) !== 'open' ? 'none' : 'waiting';
}

async function questionFigures(
  work: Work,
  survey: Survey,
  figures: SurveyResults,
  coordinates: boolean,
): Promise<QuestionFigures[]> {
  const texts = (await textsOf(work, survey.id)).filter(({ isHidden }) => coordinates || !isHidden);
  const cells = cellsOf(await registerOf(work), survey.breakdown);
  const absent = survey.type === 'feedback' ? [absentQuestion(await feedbackFormOf(work))] : [];
  return [...survey.questions, ...absent].flatMap((question) => {
    const total = totalOf(figures, question.id);
    const own = texts.filter(({ question: id }) => id === question.id || id === ownOf(question.id));
    const left = figures.left[question.id] ?? 0;
    if (total.n === 0 && left === 0 && absent.includes(question)) return [];
    return [
      {
        ...{ question, left, texts: own },
        ...figuresOf(question, total),
        breakdown: cells.flatMap((cell) => {
          const tally = figures.questions[question.id]?.[cell.id]?.tally;
          return tally && tally.n > 0 && question.type !== 'text' ? [{ cell, ...figuresOf(question, tally) }] : [];
        }),
      },
    ];
  });
}

function figuresOf(question: Question, tally: Tally): Figures {
  const isMeasured = question.type === 'grade' || question.type === 'scale' || question.type === 'number';
  const mean = isMeasured ? average(tally) : undefined;
  return { n: tally.n, ...(mean ? { average: mean } : {}), bars: distribution(question, tally) };
}

/** The grade of feedback, when it is published. */
export const gradeOf = ({ questions }: Pick<Shown, 'questions'>): QuestionFigures['average'] =>
  questions.find(({ question }) => question.id === 'grade')?.average;

/** Chosen to be quoted. */
export const quotesOf = ({ questions }: Pick<Shown, 'questions'>): PublishedText[] =>
  questions.flatMap(({ texts }) => texts.filter(({ isQuote, isHidden }) => isQuote && !isHidden));
