/** What of a survey a reader may see now: the one way in which figures and texts leave for cards, pages, letters and the tab. */
import type { Instant } from '../../core/clock.ts';
import { type Register, registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { askedOf, eventOf } from './asked-operations.ts';
import { countsOf } from './ballots.ts';
import { absentQuestion } from './feedback-form.ts';
import { feedbackFormOf } from './feedback-operations.ts';
import type { Figures, QuestionFigures, ResultState, Shown } from './figures.ts';
import { resultsOf } from './memory.ts';
import { cellsOf } from './people.ts';
import type { Question } from './questions.ts';
import { stepOf, textsOf } from './result-operations.ts';
import { average, distribution, ownOf, type SurveyResults, type Tally, totalOf } from './results.ts';
import { phaseOf, type Survey } from './survey.ts';
import { FIRST_TEXTS, type TextMark, textMarks, withWords } from './text-memory.ts';

/** What a card needs beside the survey: time, zone, language and the survey's page in the tab. */
const frameOf = ({ services, network }: Work, of: Survey) => ({
  now: services.clock.now(),
  zone: network.zone,
  link: services.linkToTab(network, `surveys/${of.id}`),
});
/** For what the channel sees. */
export const channelFrame = (work: Work, of: Survey) => ({ ...frameOf(work, of), t: work.channelT });
/** For what the actor alone sees. */
export const ownFrame = (visit: Visit, of: Survey) => ({ ...frameOf(visit, of), t: visit.t });

export interface Reader {
  /** The reader is a coordinator, who sees hidden texts and results that are not for all; never what is not published. */
  readonly coordinates: boolean;
  /** All texts, for files and the year; else the first of each question and the quotes. */
  readonly allTexts?: boolean;
}

export async function shownTo(work: Work, survey: Survey, reader: Reader): Promise<Shown> {
  const { coordinates } = reader;
  const [counts, figures, asked] = await Promise.all([
    countsOf(work, survey),
    resultsOf(work, survey.id),
    survey.result ? survey.result.asked : askedOf(work, survey).then(({ length }) => length),
  ]);
  const state = stateOf(survey, counts.answered, figures, coordinates, work.services.clock.now());
  const { entered = 0, open = 0 } = survey.result ?? {};
  const about = await aboutOf(work, survey, await registerOf(work));
  return {
    ...{ answers: counts.answered, absent: counts.absent, entered, open, state },
    asked: Math.max(asked, survey.result?.participants.length ?? 0),
    missing: state === 'waiting' ? Math.max(1, stepOf(survey) - counts.answered) : 0,
    ...(figures ? { at: figures.at } : {}),
    questions: state === 'shown' && figures ? await questionFigures(work, survey, figures, reader) : [],
    ...about,
  };
}

/** Of a survey that nobody has answered yet, for previews. */
export async function shownBefore(work: Work, survey: Survey): Promise<Shown> {
  const asked = (await askedOf(work, survey)).length;
  return {
    ...{ answers: 0, absent: 0, entered: 0, open: 0, asked, questions: [] },
    ...(survey.showResults === 'coordinators'
      ? { state: 'hidden', missing: 0 }
      : { state: 'waiting', missing: stepOf(survey) }),
    ...(await aboutOf(work, survey, await registerOf(work))),
  };
}

/** Whom it is for and what it prepares. */
async function aboutOf(work: Work, survey: Survey, register: Register): Promise<Pick<Shown, 'group' | 'event'>> {
  const names = register.groups.get(survey.group ?? '')?.names;
  const prepared =
    survey.type === 'survey' && survey.event !== undefined ? await eventOf(work, survey.event) : undefined;
  return {
    ...(names ? { group: names } : {}),
    ...(prepared ? { event: { title: prepared.title, startsAt: prepared.startsAt } } : {}),
  };
}

/** Which texts of a question a reader may see, for lists that are read page by page. */
export async function marksShown(
  work: Work,
  survey: Survey,
  question: string,
  { coordinates }: Reader,
): Promise<readonly TextMark[]> {
  if (survey.showResults === 'coordinators' && !coordinates) return [];
  return (await textMarks(work, survey.id)).filter((one) => isAbout(question)(one) && (coordinates || !one.isHidden));
}

const isAbout =
  (question: string) =>
  ({ question: id }: Pick<TextMark, 'question'>): boolean =>
    id === question || id === ownOf(question);

/** The grade of feedback alone, for lists: without reading texts. */
export async function gradeShown(work: Work, survey: Survey, { coordinates }: Reader): Promise<Figures['average']> {
  if (survey.type !== 'feedback' || (survey.showResults === 'coordinators' && !coordinates)) return undefined;
  const figures = await resultsOf(work, survey.id);
  return figures && average(totalOf(figures, 'grade'));
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
  { coordinates, allTexts = false }: Reader,
): Promise<QuestionFigures[]> {
  const all = allTexts ? await textsOf(work, survey.id) : await textMarks(work, survey.id);
  const texts = all.filter(({ isHidden }) => coordinates || !isHidden);
  const cells = cellsOf(await registerOf(work), survey.breakdown);
  const absent = survey.type === 'feedback' ? [absentQuestion(await feedbackFormOf(work))] : [];
  const made = [...survey.questions, ...absent].map(async (question): Promise<QuestionFigures[]> => {
    const total = totalOf(figures, question.id);
    const own = texts.filter(isAbout(question.id));
    const left = figures.left[question.id] ?? 0;
    if (total.n === 0 && left === 0 && absent.includes(question)) return [];
    const first = allTexts ? own : own.filter(({ isQuote }, at) => isQuote || at < FIRST_TEXTS);
    return [
      {
        ...{ question, left, texts: await withWords(work, survey.id, first), moreTexts: own.length - first.length },
        ...{ tags: tagsIn(own), ...figuresOf(question, total) },
        breakdown: cells.flatMap((cell) => {
          const tally = figures.questions[question.id]?.[cell.id]?.tally;
          return tally && tally.n > 0 && question.type !== 'text' ? [{ cell, ...figuresOf(question, tally) }] : [];
        }),
      },
    ];
  });
  return (await Promise.all(made)).flat();
}

/** The most frequent first. */
function tagsIn(texts: readonly TextMark[]): { tag: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const { tags, isHidden } of texts)
    if (!isHidden) for (const tag of tags) counts.set(tag, 1 + (counts.get(tag) ?? 0));
  return [...counts].map(([tag, n]) => ({ tag, n })).sort((a, b) => b.n - a.n || a.tag.localeCompare(b.tag, 'fi'));
}

function figuresOf(question: Question, tally: Tally): Figures {
  const isMeasured = question.type === 'grade' || question.type === 'scale' || question.type === 'number';
  const mean = isMeasured ? average(tally) : undefined;
  return { n: tally.n, ...(mean ? { average: mean } : {}), bars: distribution(question, tally) };
}
