/** What has been published of a survey: averages, distributions and texts, as charts or as tables; until then, what is missing. */
import { type ReactNode, useState } from 'react';
import { Segments } from '../../segments.tsx';
import { useT } from '../../speak.ts';
import type { Translate } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { percent } from '../poll-line.tsx';
import type { QuestionResult, QuestionView, SurveyView } from './calls.ts';
import { averageWords, decimal } from './survey-line.tsx';
import { surveyText } from './text.ts';
import { Texts } from './texts.tsx';

type Shape = 'chart' | 'table';
type Bar = QuestionResult['bars'][number];

export function Results({ survey }: { survey: SurveyView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const [shape, setShape] = useState<Shape>('chart');
  const { results, resultState } = survey;
  const isShown = resultState === 'shown' && results !== undefined;
  const hasBars = isShown && results.questions.some(({ bars }) => bars.length > 0);
  return (
    <section aria-labelledby="results" className="results survey-results">
      <div className="title">
        <h2 id="results">{t(isShown && survey.phase !== 'closed' ? surveyText.resultsNow : surveyText.results)}</h2>
        {hasBars && (
          <Segments
            name="shape"
            legend={t(surveyText.showAs)}
            value={shape}
            onChange={setShape}
            choices={[
              { value: 'chart', label: t(surveyText.asChart) },
              { value: 'table', label: t(surveyText.asTable) },
            ]}
          />
        )}
      </div>
      {!isShown && <NotShown survey={survey} />}
      {(isShown || resultState === 'hidden') && <Turnout survey={survey} />}
      {isShown && survey.phase !== 'closed' && (
        <p className="quiet small">
          {t(surveyText.asOf, { when: when(results.at) })}
          {survey.secrecy === 'anonymous' && ` ${t(surveyText.waitingWhy, { step: survey.step })}`}
        </p>
      )}
      {isShown && results.questions.map((result) => <OfQuestion key={result.id} {...{ survey, result, shape }} />)}
    </section>
  );
}

/** Why there is nothing to see: never an empty page. */
function NotShown({ survey }: { survey: SurveyView }): ReactNode {
  const t = useT();
  const { resultState, answers, missing, step, phase } = survey;
  switch (resultState) {
    case 'waiting':
      return (
        <>
          <p>{t(surveyText.waiting, { answers, missing, needed: answers + missing })}</p>
          <span className="track waiting" aria-hidden="true">
            <span style={{ inlineSize: `${percent(answers, answers + missing)}%` }} />
          </span>
          {survey.secrecy === 'anonymous' && <p className="quiet small">{t(surveyText.waitingWhy, { step })}</p>}
        </>
      );
    case 'tooFew':
      return <p>{t(surveyText.tooFew, { answers, step })}</p>;
    case 'hidden':
      return <p>{t(surveyText.hiddenResults)}</p>;
    case 'lost':
      return (
        <>
          <p>{t(surveyText.lost)}</p>
          <Turnout survey={survey} />
        </>
      );
    default:
      return <p>{t(phase === 'closed' ? surveyText.none : surveyText.noneYet)}</p>;
  }
}

/** How many answered, and by what other means than their own device. */
function Turnout({ survey }: { survey: SurveyView }): ReactNode {
  const t = useT();
  const { answers, asked, absent, entered, open } = survey;
  const rows = [
    [t(surveyText.turnout, { answers, asked }), ...(absent > 0 ? [t(surveyText.absentCount, { n: absent })] : [])].join(
      ' · ',
    ),
    entered > 0 && t(surveyText.entered, { n: entered }),
    open > 0 && t(surveyText.byPublicPage, { n: open }),
  ].filter((row) => row !== false);
  return rows.map((row) => (
    <p key={row} className="quiet">
      {row}
    </p>
  ));
}

interface OfOne {
  readonly survey: SurveyView;
  readonly result: QuestionResult;
  readonly shape: Shape;
}

function OfQuestion({ survey, result, shape }: OfOne): ReactNode {
  const t = useT();
  const question = [...survey.questionList, ...(survey.absentQuestion ? [survey.absentQuestion] : [])].find(
    ({ id }) => id === result.id,
  );
  const { section, label, average, bars, left, texts, breakdown = [], n } = result;
  const hasTexts = texts !== undefined && texts.count > 0;
  return (
    <>
      {section && <h3 className="section">{section}</h3>}
      <div className="of-question">
        <h3>{label}</h3>
        {average ? (
          <p className="big-figure">{averageOf(average, result, question, t)}</p>
        ) : (
          n > 0 && result.type !== 'text' && <p className="quiet small">{t(surveyText.answersOver, { n })}</p>
        )}
        {n === 0 && !hasTexts && <p className="quiet">{t(surveyText.noAnswersHere)}</p>}
        {result.type === 'choices' && n > 0 && <p className="quiet small">{t(surveyText.overlap)}</p>}
        {n > 0 && bars.length > 0 && <Distribution {...{ bars, n, shape, label }} />}
        {hasTexts && <Texts survey={survey.id} result={result} isOwn={result.type !== 'text'} />}
        {left > 0 && <p className="quiet small">{t(surveyText.left, { n: left })}</p>}
        {breakdown.length > 0 && <Breakdown {...{ survey, result }} rows={breakdown} question={question} />}
      </div>
    </>
  );
}

/** `4,5/5 (12 vastausta)`; of a scale with its ends, of a number with its unit. */
function averageOf(
  average: NonNullable<QuestionResult['average']>,
  { type }: Pick<QuestionResult, 'type'>,
  question: QuestionView | undefined,
  t: Translate,
): string {
  if (type === 'grade') return averageWords(average, t);
  const unit = question?.number?.unit;
  const words = t(surveyText.averageOf, {
    value: unit ? `${decimal(average.value, t)} ${unit}` : decimal(average.value, t),
    n: average.n,
  });
  const { scale } = question ?? {};
  return type === 'scale' && scale ? `${words}, ${t(surveyText.scaleOf, { from: scale.from, to: scale.to })}` : words;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  /** People whose answers they are. */
  readonly n: number;
}

function Distribution({ bars, n, shape, label }: BarsProps & { shape: Shape; label: string }): ReactNode {
  return shape === 'chart' ? <Chart bars={bars} n={n} /> : <Table bars={bars} n={n} label={label} />;
}

const shareOf = (part: number, whole: number, t: Translate): string =>
  new Intl.NumberFormat(t.tag, { style: 'percent' }).format(percent(part, whole) / 100);

function Chart({ bars, n }: BarsProps): ReactNode {
  const t = useT();
  return (
    <ul className="plain bars">
      {bars.map((bar) => (
        <li key={bar.key}>
          <p className="bar-label">
            <span>{bar.label}</span>
            <span className="figures">
              <span>{bar.n}</span>
              <span className="quiet">{shareOf(bar.n, n, t)}</span>
            </span>
          </p>
          <span className="track" aria-hidden="true">
            <span style={{ inlineSize: `${percent(bar.n, n)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Table({ bars, n, label }: BarsProps & { label: string }): ReactNode {
  const t = useT();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where the table is wider than the screen, the keyboard scrolls it
    <section className="table" tabIndex={0} aria-label={label}>
      <table>
        <caption className="hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t(surveyText.answerHead)}</th>
            <th scope="col" className="number">
              {t(surveyText.countHead)}
            </th>
            <th scope="col" className="number">
              {t(surveyText.share)}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{bar.label}</th>
              <td className="number">{bar.n}</td>
              <td className="number">{shareOf(bar.n, n, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same by size class or area: an average where there is one, else how many chose what. */
function Breakdown({
  survey,
  result,
  rows,
  question,
}: {
  survey: SurveyView;
  result: QuestionResult;
  rows: NonNullable<QuestionResult['breakdown']>;
  question: QuestionView | undefined;
}): ReactNode {
  const t = useT();
  const isArea = survey.breakdown === 'area';
  const title = t(isArea ? surveyText.byArea : surveyText.bySizeClass);
  const isAverage = rows.some(({ average }) => average);
  const unit = question?.number?.unit;
  return (
    <details>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where the table is wider than the screen, the keyboard scrolls it */}
      <section className="table" tabIndex={0} aria-label={`${result.label}: ${title}`}>
        <table>
          <caption className="hidden">{`${result.label}: ${title}`}</caption>
          <thead>
            <tr>
              <th scope="col">{t(isArea ? surveyText.area : surveyText.sizeClass)}</th>
              <th scope="col" className="number">
                {t(surveyText.countHead)}
              </th>
              {isAverage ? (
                <th scope="col" className="number">
                  {t(surveyText.averageHead)}
                  {unit && ` (${unit})`}
                </th>
              ) : (
                result.bars.map(({ key, label }) => (
                  <th key={key} scope="col" className="number">
                    {label}
                  </th>
                ))
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, n, average, bars }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{n}</td>
                {isAverage ? (
                  <td className="number">{average && decimal(average.value, t)}</td>
                ) : (
                  result.bars.map(({ key }) => (
                    <td key={key} className="number">
                      {bars.find((bar) => bar.key === key)?.n ?? 0}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
