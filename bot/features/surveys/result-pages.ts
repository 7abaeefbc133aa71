/** Results of a survey on a page: figures with bars and what people wrote, as far as they are published. */
import { type Locale, TAGS, type Translate } from '../../core/text.ts';
import { barOfText, heading, hint, list, notice, type Piece, paragraph, strong } from '../../pages/kit.ts';
import type { Figures, QuestionFigures, Shown } from './figures.ts';
import { barLabel, cellName } from './labels.ts';
import { text } from './page-text.ts';
import { wordsFor } from './questions.ts';
import type { Survey } from './survey.ts';

/** Letters of the longest bar. */
const WIDEST = 14;
/** Texts of one question on a page; all of them are in the tab. */
const MOST_TEXTS = 50;

/** 4,5 in Finnish and Swedish. */
const oneDecimal =
  (value: number): ((locale: Locale) => string) =>
  (locale) =>
    value.toLocaleString(TAGS[locale], { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Figures, or why there are none; nothing when there is nothing to say. */
export function resultPieces(survey: Survey, shown: Shown, locale: Locale, t: Translate): Piece {
  const isClosed = survey.state === 'closed';
  const why = whyNone(survey, shown, t);
  if (why !== undefined) return [heading(t(text.results)), notice('plain', why)];
  if (shown.state !== 'shown') return undefined;
  return [
    heading(t(isClosed ? text.results : text.soFar)),
    paragraph(t(text.answers, { n: shown.answers })),
    shown.questions.map((one) => questionPieces(one, { isClosed, locale, t })),
  ];
}

function whyNone({ step, state }: Survey, { state: how, answers, missing }: Shown, t: Translate): string | undefined {
  switch (how) {
    case 'waiting':
      return t(text.waiting, { n: answers, of: Math.max(step, answers + missing), missing });
    case 'tooFew':
      return t(text.tooFew, { n: answers });
    case 'hidden':
      return t(text.hidden);
    case 'lost':
      return t(text.lost);
    case 'none':
      return state === 'closed' ? t(text.none) : undefined;
    default:
      return undefined;
  }
}

interface Look {
  readonly isClosed: boolean;
  readonly locale: Locale;
  readonly t: Translate;
}

function questionPieces(
  { question, left, texts, moreTexts, breakdown, ...of }: QuestionFigures,
  { isClosed, locale, t }: Look,
): Piece {
  const shown = texts.slice(0, MOST_TEXTS);
  const rest = texts.length + moreTexts - shown.length;
  const most = Math.max(1, ...of.bars.map(({ n }) => n));
  return [
    strong(wordsFor(question.label, locale)),
    of.n > 0 && question.type !== 'text' && paragraph(line(question.type, of, t)),
    of.n > 0 && of.bars.map(({ key, n }) => barOfText([`${barLabel(question, key, t)}: ${n} `, bar(n, most)])),
    breakdown.length > 0 &&
      list(
        breakdown.map(({ cell, ...part }) =>
          t(text.cell, { cell: cellName(cell, t), line: line(question.type, part, t) }),
        ),
      ),
    shown.length > 0 && list(shown.map((one) => t(text.quoted, { words: one.text }))),
    rest > 0 && hint(t(text.restOfTexts, { n: rest })),
    left > 0 && hint(t(isClosed ? text.leftOut : text.left, { n: left })),
  ];
}

const bar = (n: number, most: number): string => '█'.repeat(n === 0 ? 0 : Math.max(1, Math.round((n / most) * WIDEST)));

/** The average where there is one, always with the number of answers. */
function line(type: QuestionFigures['question']['type'], { n, average }: Figures, t: Translate): string {
  if (!average) return t(text.answers, { n });
  const value = oneDecimal(average.sum / average.n);
  return t(type === 'grade' ? text.grade : text.average, { average: value, n: average.n });
}
