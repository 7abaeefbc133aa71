/** Feedback and surveys that wait for the reader, for the home page. */
import type { ReactNode } from 'react';
import type { SurveySummary } from '../../calls.ts';
import { useSurveys } from '../../data.ts';
import { LinkButton } from '../../link-button.tsx';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure } from '../../states.tsx';
import { useWhen } from '../../when.ts';
import { inParts, isDue } from './parts.ts';
import { surveyPage, titleOf } from './survey-line.tsx';
import { surveyText } from './text.ts';

const MOST = 3;
/** Feedback is given while one remembers; then what closes first. */
const rank = ({ type }: SurveySummary): number => (type === 'feedback' ? 0 : 1);

export function SurveysDue(): ReactNode {
  const t = useT();
  const surveys = useSurveys();
  if (surveys.isError) return <Failure error={surveys.error} onRetry={() => void surveys.refetch()} />;
  const due = (surveys.data?.pages ?? []).flatMap((page) => page.surveys).filter(isDue);
  // Of several open parts the first one comes first.
  const first = inParts(due)
    .map(([one]) => one)
    .sort((a, b) => rank(a) - rank(b) || (a.closesAt < b.closesAt ? -1 : 1));
  if (first.length === 0) return undefined;
  return (
    <section aria-labelledby="surveys-due">
      <h2 id="surveys-due">{t(surveyText.dueTitle)}</h2>
      <ul className="plain stack">
        {first.slice(0, MOST).map((survey) => (
          <li key={survey.id}>
            <Due survey={survey} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Due({ survey }: { survey: SurveySummary }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const page = surveyPage(survey.id);
  const { series, own, type } = survey;
  const does = t(
    own === 'drafted' ? surveyText.goOn : type === 'feedback' ? surveyText.giveFeedback : surveyText.answer,
  );
  return (
    <article className="card">
      <h3>
        <a {...onLink(page)}>{titleOf(survey, t)}</a>
      </h3>
      <p className="quiet facts">
        <span>{t(surveyText.closesAt, { when: when(survey.closesAt) })}</span>
        {series && <span>{t(surveyText.partOf, { number: series.number, of: series.of })}</span>}
        <span>{t(surveyText.questionCount, { n: survey.questions })}</span>
        {own === 'drafted' && <span className="due">{t(surveyText.begun)}</span>}
      </p>
      <div className="row">
        <LinkButton page={page} appearance="primary" label={`${does}: ${survey.title}`}>
          {does}
        </LinkButton>
      </div>
    </article>
  );
}
