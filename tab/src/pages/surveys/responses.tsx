/** Who answered what, of a survey that said so before one answered. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { useReadPages } from '../../data.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { listResponses, type SurveyView } from './calls.ts';
import { OfSurvey } from './desk-page.tsx';
import { surveyDeskText as words } from './desk-text.ts';

const SOURCES = {
  own: undefined,
  open: words.fromOpen,
  paper: words.fromPaper,
  phone: words.fromPhone,
} as const;

export function Responses({ id }: { id: string }): ReactNode {
  const t = useT();
  return (
    <OfSurvey id={id} title={t(words.responsesTitle)}>
      {(view) => (view.secrecy === 'named' && view.desk ? <Named view={view} /> : <p>{t(words.responsesNot)}</p>)}
    </OfSurvey>
  );
}

function Named({ view }: { view: SurveyView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const found = useReadPages('survey-responses', listResponses, { params: { survey: view.id } });
  const all = (found.data?.pages ?? []).flatMap(({ responses }) => responses);
  return (
    <>
      <p className="lead">{t(words.responsesWhy)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && all.length === 0 && <p className="quiet">{t(words.responsesNone)}</p>}
      <ul className="plain stack survey-responses">
        {all.map((one) => {
          const from = SOURCES[one.source];
          return (
            <li key={`${one.name} ${one.organisation} ${one.sentAt}`}>
              <article className="card">
                <h2>{from && one.source !== 'own' ? t(from) : one.name}</h2>
                <p className="quiet facts">
                  {one.organisation && <span>{one.organisation}</span>}
                  <span>{when(one.sentAt)}</span>
                </p>
                <dl>
                  {one.answers.map(({ question, answer }) => (
                    <div key={question}>
                      <dt className="quiet small">{question}</dt>
                      <dd>{answer}</dd>
                    </div>
                  ))}
                </dl>
              </article>
            </li>
          );
        })}
      </ul>
      {found.hasNextPage && (
        <div className="row">
          <Button onClick={() => void found.fetchNextPage()} disabledFocusable={found.isFetchingNextPage}>
            {t(text.more)}
          </Button>
        </div>
      )}
    </>
  );
}
