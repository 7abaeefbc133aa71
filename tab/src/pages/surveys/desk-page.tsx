/** A coordinator's page about one survey: the way back to it, its heading, and its data once they are there. */
import type { ReactNode } from 'react';
import { BackLink } from '../../back-link.tsx';
import { Heading } from '../../heading.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import type { SurveyView } from './calls.ts';
import { useSurvey } from './data.ts';
import { surveyPage, titleOf } from './survey-line.tsx';
import './desk.css';

export function OfSurvey({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: (view: SurveyView) => ReactNode;
}): ReactNode {
  const t = useT();
  const found = useSurvey(id);
  const { data: view } = found;
  return (
    <div className="survey-desk-page">
      {view && <BackLink page={surveyPage(id)}>{titleOf(view, t)}</BackLink>}
      <Heading>{title}</Heading>
      {found.isPending && <Skeleton />}
      {found.isError && !view && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {view && children(view)}
    </div>
  );
}
