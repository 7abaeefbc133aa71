/** Materials that come in from a list or folder: the page that the address names below `materials/import`. */
import { lazy, type ReactNode } from 'react';
import { NotThere } from '../../states.tsx';
import './import.css';

const Start = lazy(() => import('./import-start.tsx').then((page) => ({ default: page.ImportStart })));
const One = lazy(() => import('./import-one.tsx').then((page) => ({ default: page.ImportOne })));

export function MaterialImportPages({ path }: { path: readonly string[] }): ReactNode {
  const [id, ...deeper] = path;
  if (deeper.length > 0) return <NotThere />;
  return id === undefined ? <Start /> : <One key={id} id={id} />;
}
