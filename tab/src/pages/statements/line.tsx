/** A statement as a line of a list, and the words for the step that it is in. */
import type { ReactNode } from 'react';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import type { StatementSummary } from './calls.ts';
import { statementText as words } from './text.ts';

export const statementPage = (id: string): string => `statements/${encodeURIComponent(id)}`;

type Step = Pick<StatementSummary, 'state' | 'isOpen' | 'commentsUntil' | 'joinUntil' | 'finalAt'>;

export function stateOf({ state, isOpen }: Step): Message {
  if (state === 'commenting') return isOpen ? words.commenting : words.commentingOver;
  if (state === 'joining') return isOpen ? words.joining : words.joiningOver;
  return words[state];
}

/** Until when the present step takes what it is for. */
export function Until({ of }: { of: Step }): ReactNode {
  const t = useT();
  const { when, day } = useWhen();
  const { state, isOpen, commentsUntil, joinUntil, finalAt } = of;
  if (state === 'commenting' && commentsUntil)
    return t(isOpen ? words.commentUntil : words.commentsEnded, { when: when(commentsUntil) });
  if (state === 'joining' && joinUntil) return t(isOpen ? words.joinUntil : words.joinEnded, { when: when(joinUntil) });
  return finalAt ? t(words.finalOn, { when: day(finalAt) }) : undefined;
}

export function StatementLine({ statement }: { statement: StatementSummary }): ReactNode {
  const t = useT();
  const { id, title, state, isOpen, comments, joined, isIn } = statement;
  const counted = state === 'commenting' ? t(words.comments, { n: comments }) : t(words.joinedN, { n: joined });
  return (
    <li className="line">
      <a {...onLink(statementPage(id))}>{title}</a>
      <p className={isOpen ? 'due' : 'quiet'}>
        {t(stateOf(statement))}
        {state !== 'draft' && state !== 'withdrawn' && (
          <>
            {' · '}
            <Until of={statement} />
          </>
        )}
      </p>
      {state !== 'draft' && state !== 'withdrawn' && (
        <p className="quiet small">
          {counted}
          {isIn && state === 'joining' && ` · ${t(words.youAreIn)}`}
        </p>
      )}
    </li>
  );
}
