/** Statements: the page that the address names below `statements`. */
import { lazy, type ReactNode } from 'react';
import { useSession } from '../../session.ts';
import { NotThere } from '../../states.tsx';
import { StatementPage } from './statement.tsx';
import { Statements } from './statements.tsx';
import './statements.css';

const EditStatement = lazy(() => import('./form.tsx').then((page) => ({ default: page.EditStatement })));
const NewStatement = lazy(() => import('./form.tsx').then((page) => ({ default: page.NewStatement })));
const Comparison = lazy(() => import('./comparison.tsx').then((page) => ({ default: page.Comparison })));

export function StatementPages({ path }: { path: readonly string[] }): ReactNode {
  const { network } = useSession();
  const [item, page, ...deeper] = path;
  if (item === undefined) return <Statements />;
  if (deeper.length > 0) return <NotThere />;
  if (item === 'new') return page === undefined && network.coordinator ? <NewStatement /> : <NotThere />;
  if (page === undefined) return <StatementPage key={item} id={item} />;
  if (page === 'versions') return <Comparison key={item} id={item} />;
  return page === 'edit' && network.coordinator ? <EditStatement key={item} id={item} /> : <NotThere />;
}
