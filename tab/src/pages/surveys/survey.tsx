/** One survey, or the feedback on an event: why it is asked, the reader’s own answers, and what has been published of it. */
import { lazy, type ReactNode, Suspense } from 'react';
import { BackLink } from '../../back-link.tsx';
import { Heading } from '../../heading.tsx';
import { CalendarRegular, CheckmarkRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { eventPage } from '../events/event-line.tsx';
import { percent } from '../poll-line.tsx';
import { OwnAnswers } from './answer.tsx';
import type { SurveyView } from './calls.ts';
import { useSurvey } from './data.ts';
import { isAnswered } from './parts.ts';
import { Results } from './results.tsx';
import { kindOf, surveyPage, titleOf } from './survey-line.tsx';
import './surveys.css';
import { surveyText } from './text.ts';

const SurveyDesk = lazy(() => import('./survey-desk.tsx').then((page) => ({ default: page.SurveyDesk })));

const PHASES: Readonly<Record<SurveyView['phase'], Message>> = {
  scheduled: surveyText.scheduled,
  open: surveyText.open,
  counting: surveyText.counting,
  closed: surveyText.closed,
  undone: surveyText.undone,
};

export function SurveyPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const survey = useSurvey(id);
  return (
    <>
      <BackLink page="polls">{t(text.polls)}</BackLink>
      {survey.isPending && <Skeleton />}
      {survey.isError && !survey.data && <Failure isPage error={survey.error} onRetry={() => void survey.refetch()} />}
      {survey.data && <Survey survey={survey.data} />}
    </>
  );
}

function Survey({ survey }: { survey: SurveyView }): ReactNode {
  const t = useT();
  const { when, day } = useWhen();
  const { phase, series, event, group } = survey;
  const isOver = phase === 'closed' || phase === 'counting';
  // What others answered is seen once one has answered; who may not answer misses nothing.
  const showsResults =
    phase !== 'scheduled' && (isOver || isAnswered(survey) || survey.isForOthers || survey.desk !== undefined);
  return (
    <article className="survey-page narrow">
      <p className="facts state">
        <span className={`badge ${phase}`}>{t(PHASES[phase])}</span>
        <span>{t(kindOf(survey))}</span>
        {series && <span>{t(surveyText.partOf, { number: series.number, of: series.of })}</span>}
        {phase === 'scheduled' && <span>{t(surveyText.opensAt, { when: when(survey.opensAt) })}</span>}
        {(phase === 'open' || phase === 'scheduled') && (
          <span>{t(surveyText.closesAt, { when: when(survey.closesAt) })}</span>
        )}
        {isOver && <span>{t(surveyText.closedAt, { when: when(survey.closesAt) })}</span>}
        {group !== undefined && <span>{t(text.onlyForGroup, { group })}</span>}
      </p>
      <Heading>{titleOf(survey, t)}</Heading>
      {event && (
        <p className="of-event">
          <CalendarRegular className="icon" />
          <span>
            <a {...onLink(eventPage(event.id))}>{t(surveyText.toEvent, { title: event.title })}</a>{' '}
            <span className="quiet">{day(event.startsAt)}</span>
          </span>
        </p>
      )}
      {phase === 'undone' && <p className="notice after">{t(surveyText.undoneWhat)}</p>}
      {survey.description && <p className="prose">{survey.description}</p>}
      {survey.purpose && (
        <section aria-labelledby="purpose" className="rules">
          <h2 id="purpose">{t(surveyText.purpose)}</h2>
          <p className="prose">{survey.purpose}</p>
        </section>
      )}
      <Parts survey={survey} />
      {phase === 'open' && !survey.cannotAnswer && <WhoSees survey={survey} />}
      {phase !== 'undone' && <OwnAnswers survey={survey} />}
      <NextPart survey={survey} />
      {phase !== 'undone' && showsResults && <Results survey={survey} />}
      {survey.desk && (
        <Suspense fallback={<Skeleton lines={1} />}>
          <SurveyDesk view={survey} />
        </Suspense>
      )}
    </article>
  );
}

/** Told before anything is answered. */
function WhoSees({ survey: { secrecy, step } }: { survey: SurveyView }): ReactNode {
  const t = useT();
  if (secrecy === 'named') return <p className="notice who-sees">{t(surveyText.named)}</p>;
  return (
    <div className="notice who-sees">
      <p className="strong">{t(surveyText.anonymous)}</p>
      <p className="small">{t(surveyText.anonymousHow)}</p>
      <p className="small">{t(surveyText.anonymousStep, { step })}</p>
    </div>
  );
}

/** The parts of a survey in parts, folded: when each opens and which are answered. */
function Parts({ survey: { id, progress } }: { survey: SurveyView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  if (!progress) return undefined;
  const { answered, parts } = progress;
  return (
    <details className="parts">
      <summary>
        {t(surveyText.parts)} · {t(surveyText.partsAnswered, { answered, of: parts.length })}
      </summary>
      <span className="track" aria-hidden="true">
        <span style={{ inlineSize: `${percent(answered, parts.length)}%` }} />
      </span>
      <ol className="plain list">
        {parts.map((part) => (
          <li key={part.id} className="line" aria-current={part.id === id ? 'step' : undefined}>
            <a {...onLink(surveyPage(part.id))}>
              {part.number}. {part.title}
            </a>
            <p className="quiet facts">
              {part.id === id && <span className="bold">{t(surveyText.thisPart)}</span>}
              {part.isAnswered && (
                <span className="good">
                  <CheckmarkRegular className="icon" />
                  {t(surveyText.answered)}
                </span>
              )}
              {!part.isAnswered && part.phase === 'open' && <span className="due">{t(surveyText.notAnswered)}</span>}
              {part.phase === 'scheduled' && <span>{t(surveyText.opensAt, { when: when(part.opensAt) })}</span>}
              {(part.phase === 'closed' || part.phase === 'counting') && <span>{t(surveyText.closed)}</span>}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Where to go on when this part is answered. */
function NextPart({ survey }: { survey: SurveyView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { progress } = survey;
  if (!progress || !isAnswered(survey)) return undefined;
  const { parts, answered } = progress;
  const next = parts.find(({ phase, isAnswered: is }) => phase === 'open' && !is);
  const coming = parts.find(({ phase }) => phase === 'scheduled');
  if (next)
    return (
      <div className="row">
        <LinkButton page={surveyPage(next.id)} appearance="primary">
          {t(surveyText.nextPart, { number: next.number, title: next.title })}
        </LinkButton>
      </div>
    );
  if (coming) return <p className="after">{t(surveyText.nextOpens, { when: when(coming.opensAt) })}</p>;
  return answered === parts.length && <p className="after">{t(surveyText.allAnswered)}</p>;
}
