/** Statements on the home page: those that wait for the reader's comment or their organisation's joining, and for coordinators those whose time is over. */
import type { ReactNode } from 'react';
import { useRead } from '../../data.ts';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { listStatements } from './calls.ts';
import { StatementLine } from './line.tsx';
import { statementText as words } from './text.ts';

const CALM = 60_000;

export function StatementsDue(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const found = useRead('statements', listStatements, { params: {}, every: CALM });
  const due = (found.data?.statements ?? []).filter(({ state, isOpen, isIn }) => {
    if (state !== 'commenting' && state !== 'joining') return false;
    return isOpen ? state === 'commenting' || !isIn : network.coordinator;
  });
  if (due.length === 0) return undefined;
  return (
    <section aria-labelledby="statements-due">
      <h2 id="statements-due">{t(words.title)}</h2>
      <ul className="plain list">
        {due.map((one) => (
          <StatementLine key={one.id} statement={one} />
        ))}
      </ul>
    </section>
  );
}
