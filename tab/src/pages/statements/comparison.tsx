/** Two versions of a statement, with what was added and removed marked word by word. */
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useRead } from '../../data.ts';
import { SelectField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { useWhen } from '../../when.ts';
import { type ComparedParagraph, compareVersions, type StatementView } from './calls.ts';
import { useStatement } from './data.ts';
import { statementPage } from './line.tsx';
import { statementText as words } from './text.ts';

export function Comparison({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useStatement(id);
  return (
    <>
      <BackLink page={statementPage(id)}>{found.data?.title ?? t(words.title)}</BackLink>
      <Heading>{t(words.compare)}</Heading>
      {found.isPending && <Skeleton />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Between statement={found.data} />}
    </>
  );
}

function Between({ statement: { id, versions } }: { statement: StatementView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const last = versions.at(-1)?.n ?? 1;
  const [to, setTo] = useState(String(last));
  const [from, setFrom] = useState(String(Math.max(1, last - 1)));
  const found = useRead('comparison', compareVersions, { params: { statement: id, from, to } });
  const choices = versions.map(({ n, at }) => ({
    value: String(n),
    label: `${t(words.versionN, { n })} · ${when(at)}`,
  }));
  const parts = found.data?.paragraphs ?? [];
  const same = parts.filter(({ change }) => change === 'same').length;
  const others = parts.filter(({ change }) => change !== 'same');
  return (
    <>
      <div className="statement-versions">
        <SelectField name="from" label={t(words.from)} value={from} choices={choices} onChange={setFrom} />
        <SelectField name="to" label={t(words.to)} value={to} choices={choices} onChange={setTo} />
      </div>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <div className="stack" aria-live="polite">
          {others.length === 0 ? (
            <p className="strong">{t(words.noChange)}</p>
          ) : (
            <>
              {same > 0 && <p className="quiet">{t(words.unchanged, { n: same })}</p>}
              {others.map((one) => (
                <Part key={one.id} part={one} />
              ))}
            </>
          )}
        </div>
      )}
    </>
  );
}

const CHANGES = { added: words.added, removed: words.removedWords, changed: words.changed, same: words.noChange };

function Part({ part: { change, pieces } }: { part: ComparedParagraph }): ReactNode {
  const t = useT();
  return (
    <article className="card">
      <h2 className="eyebrow">{t(CHANGES[change])}</h2>
      <p className="statement-diff">
        {pieces.map(({ text, is }, at) => {
          const key = `${at} ${is}`;
          if (is === 'added') return <ins key={key}>{text}</ins>;
          if (is === 'removed') return <del key={key}>{text}</del>;
          return <span key={key}>{text}</span>;
        })}
      </p>
    </article>
  );
}
