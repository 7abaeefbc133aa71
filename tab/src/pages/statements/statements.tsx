/** All statements: those that are being prepared, drafts of the coordinators, and final ones. */
import type { ReactNode } from 'react';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { AddRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { listStatements, type StatementSummary } from './calls.ts';
import { StatementLine } from './line.tsx';
import { statementText as words } from './text.ts';

const CALM = 60_000;
type State = StatementSummary['state'];
const GROUPS: readonly { readonly name: string; readonly title: Message; readonly states: readonly State[] }[] = [
  { name: 'open', title: words.open, states: ['commenting', 'joining'] },
  { name: 'drafts', title: words.drafts, states: ['draft'] },
  { name: 'finals', title: words.finals, states: ['final'] },
  { name: 'stopped', title: words.stopped, states: ['withdrawn'] },
];

export function Statements(): ReactNode {
  const t = useT();
  const found = useRead('statements', listStatements, { params: {}, every: CALM });
  const all = found.data?.statements ?? [];
  const mayManage = found.data?.mayManage ?? false;
  return (
    <>
      <div className="title">
        <Heading>{t(words.title)}</Heading>
        {mayManage && (
          <LinkButton page="statements/new" appearance="primary" icon={<AddRegular />}>
            {t(words.newOne)}
          </LinkButton>
        )}
      </div>
      <p className="lead prose">{t(words.lead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && all.length === 0 && (
        <div className="empty">
          <p className="strong">{t(words.none)}</p>
          <p>{t(mayManage ? words.noneCreate : words.noneWhy)}</p>
        </div>
      )}
      {GROUPS.map(({ name, title, states }) => {
        const group = all.filter(({ state }) => states.includes(state));
        if (group.length === 0) return undefined;
        return (
          <section key={name} aria-labelledby={name}>
            <h2 id={name}>{t(title)}</h2>
            <ul className="plain list">
              {group.map((one) => (
                <StatementLine key={one.id} statement={one} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
