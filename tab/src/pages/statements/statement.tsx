/** One statement: its text with comments by paragraph, who has joined, its versions, and for coordinators what to do next. */
import { lazy, type ReactNode, Suspense } from 'react';
import { BackLink } from '../../back-link.tsx';
import { Downloads } from '../../download.tsx';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { useWhen } from '../../when.ts';
import { exportStatement, type ParagraphView, type StatementView } from './calls.ts';
import { Comments } from './comments.tsx';
import { useStatement } from './data.ts';
import { Joining } from './joining.tsx';
import { statementPage, stateOf, Until } from './line.tsx';
import { statementText as words } from './text.ts';

const Desk = lazy(() => import('./desk.tsx').then((page) => ({ default: page.Desk })));

export function StatementPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useStatement(id);
  return (
    <>
      <BackLink page="statements">{t(words.title)}</BackLink>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && !found.data && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Statement statement={found.data} />}
    </>
  );
}

function Statement({ statement }: { statement: StatementView }): ReactNode {
  const t = useT();
  const { date } = useWhen();
  const { id, title, state, isOpen, background, askedBy, dueOn, desk, takesComments } = statement;
  return (
    <>
      <p className={isOpen ? 'due' : 'eyebrow'}>{t(stateOf(statement))}</p>
      <Heading>{title}</Heading>
      <p className="strong">
        <Until of={statement} />
      </p>
      {(askedBy || (dueOn && state !== 'final')) && (
        <dl className="facts-table">
          {askedBy && (
            <>
              <dt>{t(words.askedBy)}</dt>
              <dd>{askedBy}</dd>
            </>
          )}
          {dueOn && state !== 'final' && (
            <>
              <dt>{t(words.dueOn)}</dt>
              <dd>{date(dueOn)}</dd>
            </>
          )}
        </dl>
      )}
      {desk && (
        <Suspense fallback={<Skeleton lines={1} />}>
          <Desk statement={statement} desk={desk} />
        </Suspense>
      )}
      {background && (
        <section aria-labelledby="background">
          <h2 id="background">{t(words.background)}</h2>
          <p className="prose">{background}</p>
        </section>
      )}
      {state === 'joining' && <Joining statement={statement} />}
      <section aria-labelledby="text">
        <h2 id="text">{t(words.theText)}</h2>
        <div className="statement-text">
          {statement.paragraphs.map((one, at) => (
            <Part key={one.id} statement={statement} part={one} n={at + 1} />
          ))}
        </div>
      </section>
      {(takesComments || statement.whole.length > 0) && (
        <section aria-labelledby="whole">
          <h2 id="whole">{t(words.whole)}</h2>
          <Comments
            statement={statement}
            comments={statement.whole}
            label={t(words.commentWhole)}
            isOpen={takesComments}
          />
        </section>
      )}
      {statement.removed.length > 0 && <Removed statement={statement} />}
      {state !== 'joining' && <Joining statement={statement} />}
      <Versions statement={statement} />
      <section className="downloads-of-statement">
        <Downloads call={exportStatement} params={{ statement: id }} files={[{ name: t(words.download), body: {} }]} />
        {statement.bankItem && (
          <div className="row">
            <LinkButton page={`materials/${encodeURIComponent(statement.bankItem)}`}>{t(words.toBank)}</LinkButton>
          </div>
        )}
      </section>
    </>
  );
}

function Part({ statement, part, n }: { statement: StatementView; part: ParagraphView; n: number }): ReactNode {
  const t = useT();
  const { takesComments } = statement;
  return (
    <article className={part.comments.length > 0 ? 'statement-part spoken' : 'statement-part'}>
      <h3>{t(words.paragraphN, { n })}</h3>
      <p className="words">{part.text}</p>
      <Comments
        statement={statement}
        comments={part.comments}
        paragraph={part.id}
        label={t(words.commentOn, { n })}
        isOpen={takesComments}
      />
    </article>
  );
}

/** Nothing that was said is lost with the paragraph that it was said of. */
function Removed({ statement }: { statement: StatementView }): ReactNode {
  const t = useT();
  return (
    <section aria-labelledby="removed">
      <h2 id="removed">{t(words.removedParts)}</h2>
      <p className="quiet statement-before">{t(words.removedWhy)}</p>
      <div className="statement-text">
        {statement.removed.map((one) => (
          <article key={one.id} className="statement-part spoken">
            <p className="words">
              <del>{one.text}</del>
            </p>
            <Comments statement={statement} comments={one.comments} label="" isOpen={false} />
          </article>
        ))}
      </div>
    </section>
  );
}

function Versions({ statement: { id, versions } }: { statement: StatementView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  if (versions.length < 2) return undefined;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t(words.versions)}</h2>
      <ul className="plain stack tight">
        {[...versions].reverse().map(({ n, at, by, note }) => (
          <li key={n}>
            <p className="strong">{t(words.versionN, { n })}</p>
            <p className="quiet small">
              {when(at)} · {by}
            </p>
            {note && <p className="prose">{note}</p>}
          </li>
        ))}
      </ul>
      <div className="row">
        <LinkButton page={`${statementPage(id)}/versions`}>{t(words.compare)}</LinkButton>
      </div>
    </section>
  );
}
