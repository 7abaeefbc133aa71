/** What pages show when there is nothing to show yet, or something is in the way. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { ApiProblem } from './api.ts';
import { Heading } from './heading.tsx';
import { useT } from './speak.ts';
import { text } from './text.ts';

/** After this the reader is told that waiting takes long, in milliseconds. */
const LONG = 4000;

/** Grey lines in the place of what is coming. */
export function Skeleton({ lines = 3 }: { lines?: number }): ReactNode {
  const t = useT();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setSlow, LONG, true);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" aria-busy="true">
      <p className="hidden">{t(text.loading)}</p>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((line) => (
        <div key={line} className="skeleton-card">
          <span />
          <span />
        </div>
      ))}
      <p role="status" className="quiet">
        {isSlow ? t(text.slow) : ''}
      </p>
    </div>
  );
}

/** A whole page that says one thing, and what to do about it. */
export function Notice({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}): ReactNode {
  return (
    <section className="notice-page">
      <Heading>{title}</Heading>
      <div className="prose">{children}</div>
      {action && <div className="row">{action}</div>}
    </section>
  );
}

/** What went wrong while data was fetched, with a way to try again. `isPage`: nothing else is on the page, so this is its heading. */
export function Failure({
  error,
  onRetry,
  isPage = false,
}: {
  error: unknown;
  onRetry: () => void;
  isPage?: boolean;
}): ReactNode {
  const t = useT();
  const problem = error instanceof ApiProblem ? error : undefined;
  if (isPage && (problem?.status === 404 || problem?.code === 'refused')) return <NotThere why={problem.detail} />;
  return (
    <div className="notice attention" role="alert">
      {isPage ? <Heading>{t(text.failed)}</Heading> : <p className="strong">{t(text.failed)}</p>}
      <p>{problem?.detail ?? t(problem?.status === 0 ? text.unreachable : text.failedWhy)}</p>
      {problem?.reference && !problem.detail?.includes(problem.reference) && (
        <p className="quiet">{t(text.reference, { reference: problem.reference })}</p>
      )}
      <div className="row">
        <Button onClick={onRetry}>{t(text.retry)}</Button>
      </div>
    </div>
  );
}

export function NotThere({ why }: { why?: string | undefined }): ReactNode {
  const t = useT();
  return (
    <section className="notice-page">
      <Heading>{t(text.notThere)}</Heading>
      <p>{why ?? t(text.notThereWhy)}</p>
    </section>
  );
}

/** What the server refused, beside the button that asked for it. */
export function Refused({ error }: { error: ApiProblem | null }): ReactNode {
  const t = useT();
  return (
    <div role="alert">
      {error && (
        <div className="notice attention">
          {error.fields.length > 0 ? (
            <ul className="plain">
              {error.fields.map(({ field, message }) => (
                <li key={`${field} ${message}`}>{message}</li>
              ))}
            </ul>
          ) : (
            <p>{error.detail ?? t(error.status === 0 ? text.unreachable : text.failedWhy)}</p>
          )}
          {error.reference && !error.detail?.includes(error.reference) && (
            <p className="quiet">{t(text.reference, { reference: error.reference })}</p>
          )}
        </div>
      )}
    </div>
  );
}

export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('online', listener);
      addEventListener('offline', listener);
      return () => {
        removeEventListener('online', listener);
        removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}
