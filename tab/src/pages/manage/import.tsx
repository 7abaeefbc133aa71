/** Lists that come in and files that go out: the page that the address names below `manage/import`. */
import { lazy, type ReactNode } from 'react';
import { NotThere } from '../../states.tsx';
import './register.css';

const Start = lazy(() => import('./import-start.tsx').then((page) => ({ default: page.ImportStart })));
const One = lazy(() => import('./import-one.tsx').then((page) => ({ default: page.ImportOne })));
const Export = lazy(() => import('./export.tsx').then((page) => ({ default: page.ExportMembers })));

export function ImportPages({ path }: { path: readonly string[] }): ReactNode {
  const [id, ...deeper] = path;
  if (deeper.length > 0) return <NotThere />;
  if (id === undefined) return <Start />;
  return id === 'export' ? <Export /> : <One key={id} id={id} />;
}
