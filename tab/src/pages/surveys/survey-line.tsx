/** A survey as one line of a list, or all parts of one in a line together. */
import type { ReactNode } from 'react';
import type { SurveySummary } from '../../calls.ts';
import { CheckmarkRegular } from '../../icons.ts';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { type Message, type Translate, text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { type Asked, isAnswered, isDue, partToOpen, titleOfParts } from './parts.ts';
import { surveyText } from './text.ts';

export const surveyPage = (id: string): string => `surveys/${encodeURIComponent(id)}`;

export const titleOf = ({ type, title }: Pick<SurveySummary, 'type' | 'title'>, t: Translate): string =>
  type === 'feedback' ? t(surveyText.feedbackOn, { title }) : title;

const OWN: Readonly<Record<SurveySummary['own'], Message>> = {
  answered: surveyText.answered,
  absent: surveyText.wasAbsent,
  drafted: surveyText.begun,
  none: surveyText.notAnswered,
};

export function SurveyLine({ parts }: { parts: Asked }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const survey = partToOpen(parts);
  const { phase, series, group, grade, answers } = survey;
  const isOver = phase === 'closed' || phase === 'undone';
  return (
    <li className="line">
      <a {...onLink(surveyPage(survey.id))}>{series ? titleOfParts(parts) : titleOf(survey, t)}</a>
      {grade && <p className="strong">{averageWords(grade, t)}</p>}
      <p className="quiet facts">
        {survey.type === 'survey' && <span>{t(kindOf(survey))}</span>}
        {survey.event && survey.type === 'survey' && <span>{survey.event.title}</span>}
        {phase === 'open' && <span>{t(surveyText.closesAt, { when: when(survey.closesAt) })}</span>}
        {phase === 'scheduled' && <span>{t(surveyText.opensAt, { when: when(survey.opensAt) })}</span>}
        {phase === 'counting' && <span>{t(surveyText.counting)}</span>}
        {phase === 'undone' && <span>{t(surveyText.undone)}</span>}
        {phase === 'closed' && <span>{t(surveyText.closedAt, { when: when(survey.closesAt) })}</span>}
        {group !== undefined && <span>{t(text.onlyForGroup, { group })}</span>}
        {!series && !grade && phase !== 'scheduled' && phase !== 'undone' && (
          <span>{t(isOver ? surveyText.answersOver : surveyText.answers, { n: answers })}</span>
        )}
        {series && <PartsAnswered parts={parts} of={series.of} />}
        {!series && <Own survey={survey} />}
      </p>
    </li>
  );
}

export const kindOf = ({ type, event }: Pick<SurveySummary, 'type' | 'event'>): Message =>
  type === 'feedback' ? surveyText.feedback : event ? surveyText.advance : surveyText.survey;

/** `4,5/5 (12 vastausta)`. */
export const averageWords = ({ value, n }: NonNullable<SurveySummary['grade']>, t: Translate): string =>
  t(surveyText.average, { value: decimal(value, t), n });

/** One decimal as people write it: `4,5`. */
export const decimal = (value: number, t: Translate): string =>
  new Intl.NumberFormat(t.tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

/** How the reader stands, where that still matters. */
function Own({ survey }: { survey: SurveySummary }): ReactNode {
  const t = useT();
  const { phase, own } = survey;
  if (isAnswered(survey)) return <Done>{t(OWN[own])}</Done>;
  if (phase !== 'open' || survey.isForOthers) return undefined;
  return <span className="due">{t(OWN[own])}</span>;
}

function PartsAnswered({ parts, of }: { parts: Asked; of: number }): ReactNode {
  const t = useT();
  const answered = parts.filter(isAnswered).length;
  const words = t(surveyText.partsAnswered, { answered, of });
  if (answered === of) return <Done>{words}</Done>;
  return <span className={parts.some(isDue) ? 'due' : undefined}>{words}</span>;
}

function Done({ children }: { children: string }): ReactNode {
  return (
    <span className="good">
      <CheckmarkRegular className="icon" />
      {children}
    </span>
  );
}
