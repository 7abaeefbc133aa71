/** A question as one line of a list. */
import type { ReactNode } from 'react';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import type { QuestionRow } from './calls.ts';
import { questionPage } from './data.ts';
import { questionText as words } from './text.ts';

export const STATES: Readonly<Record<QuestionRow['state'], Message>> = {
  new: words.new,
  inWork: words.inWork,
  answered: words.isAnswered,
  withdrawn: words.isWithdrawn,
};

export function QuestionLine({ of, children }: { of: QuestionRow; children?: ReactNode }): ReactNode {
  const t = useT();
  return (
    <li className="line question-line">
      <a {...onLink(questionPage(of.id))}>{of.text}</a>
      <Facts of={of} />
      {of.to === 'coordinator' && <p className="small strong">{t(words.forCoordinators)}</p>}
      {children}
    </li>
  );
}

function Facts({ of }: { of: QuestionRow }): ReactNode {
  const t = useT();
  const { date, day } = useWhen();
  const { asker, state, answers, dueOn, isLate, at, takenBy } = of;
  return (
    <p className="quiet facts">
      <span className={state === 'answered' ? 'good' : undefined}>{t(STATES[state])}</span>
      <span>{asker ? [asker.name, asker.organisation].filter(Boolean).join(', ') : t(words.aMember)}</span>
      <span>{day(at)}</span>
      {dueOn !== undefined && state !== 'answered' && (
        <span className={isLate ? 'due' : undefined}>
          {t(isLate ? words.late : words.dueBy, { when: date(dueOn) })}
        </span>
      )}
      <span>{t(words.answers, { n: answers })}</span>
      {takenBy !== undefined && <span>{t(words.takenBy, { name: takenBy })}</span>}
    </p>
  );
}
