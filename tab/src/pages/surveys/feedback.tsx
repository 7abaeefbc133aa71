/** Grades of the network’s events over the years, each leading to its feedback. */
import type { ReactNode } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { onLink } from '../../router.ts';
import { useT, useZone } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { dateIn, useWhen } from '../../when.ts';
import { percent } from '../poll-line.tsx';
import { feedbackYears } from './calls.ts';
import { averageWords, surveyPage } from './survey-line.tsx';
import './surveys.css';
import { surveyText } from './text.ts';

const BEST = 5;
type Years = NonNullable<typeof feedbackYears.types>[2];

export function FeedbackYears(): ReactNode {
  const t = useT();
  const zone = useZone();
  const feedback = useRead('feedback', feedbackYears);
  const { events = [], years = [] } = feedback.data ?? {};
  const yearsOfEvents = [...new Set(events.map(({ startsAt }) => yearOf(startsAt, zone)))].sort().reverse();
  return (
    <div className="narrow">
      <BackLink page="polls">{t(text.polls)}</BackLink>
      <Heading>{t(surveyText.feedbackYears)}</Heading>
      <p className="lead">{t(surveyText.yearsLead)}</p>
      {feedback.isPending && <Skeleton />}
      {feedback.isError && <Failure error={feedback.error} onRetry={() => void feedback.refetch()} />}
      {feedback.isSuccess && events.length === 0 && (
        <div className="empty">
          <p className="strong">{t(surveyText.noFeedback)}</p>
          <p>{t(surveyText.noFeedbackWhy)}</p>
        </div>
      )}
      {years.length > 0 && (
        <Averages
          years={years}
          isOpen={(year) => events.some(({ startsAt, isOpen }) => isOpen && yearOf(startsAt, zone) === String(year))}
        />
      )}
      {yearsOfEvents.map((year) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          <ul className="plain list">
            {events
              .filter(({ startsAt }) => yearOf(startsAt, zone) === year)
              .sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1))
              .map((event) => (
                <EventLine key={event.survey} event={event} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const yearOf = (at: string, zone: string): string => dateIn(at, zone).slice(0, 4);

/** The bars grow from nothing to the best grade; the words beside them say the same. */
function Averages({ years, isOpen }: { years: Years['years']; isOpen: (year: number) => boolean }): ReactNode {
  const t = useT();
  return (
    <section aria-labelledby="averages">
      <h2 id="averages">{t(surveyText.averages)}</h2>
      <ul className="plain bars">
        {[...years]
          .sort((a, b) => b.year - a.year)
          .map(({ year, events, answers, grade }) => (
            <li key={year}>
              <p className="bar-label">
                <span className="bold">{year}</span>
                <span className="figures">
                  {grade ? averageWords(grade, t) : t(isOpen(year) ? surveyText.gradeLater : surveyText.noGrade)}
                </span>
              </p>
              {grade && <Grade value={grade.value} />}
              <p className="quiet small">{t(surveyText.yearFacts, { events, answers })}</p>
            </li>
          ))}
      </ul>
    </section>
  );
}

const Grade = ({ value }: { value: number }): ReactNode => (
  <span className="track" aria-hidden="true">
    <span style={{ inlineSize: `${percent(value, BEST)}%` }} />
  </span>
);

function EventLine({ event }: { event: Years['events'][number] }): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const { grade, answers, isOpen } = event;
  return (
    <li className="line">
      <a {...onLink(surveyPage(event.survey))}>{event.title}</a>
      {grade && (
        <div className="graded">
          <Grade value={grade.value} />
          <span>{averageWords(grade, t)}</span>
        </div>
      )}
      <p className="quiet facts">
        <span>{day(event.startsAt)}</span>
        {!grade && <span>{t(isOpen ? surveyText.gradeLater : surveyText.noGrade)}</span>}
        {!grade && <span>{t(isOpen ? surveyText.answers : surveyText.answersOver, { n: answers })}</span>}
      </p>
    </li>
  );
}
