/** The material bank: the page that the address names below `materials`. */
import { lazy, type ReactNode } from 'react';
import { arrivals, useSearch } from '../../router.ts';
import { NotThere } from '../../states.tsx';
import { MaterialPage } from './material.tsx';
import { Materials } from './materials.tsx';
import './materials.css';

const MaterialDeskPages = lazy(() => import('./desk-pages.tsx').then((page) => ({ default: page.MaterialDeskPages })));
const CollectionPage = lazy(() => import('./collection.tsx').then((page) => ({ default: page.CollectionPage })));

/** Pages of the forms and the coordinators' desk: `new`, `desk`, `terms`, `import`, and whatever ends in `edit`. */
const isOfDesk = (path: readonly string[]): boolean =>
  ['new', 'desk', 'terms', 'import'].includes(path[0] ?? '') ||
  path.at(-1) === 'edit' ||
  (path[0] === 'collections' && path[1] === 'new');

export function MaterialPages({ path }: { path: readonly string[] }): ReactNode {
  useSearch(); // another list is another place, though its path is the same
  const [item, page, ...deeper] = path;
  // Whoever comes by a link to the list comes to another list: with other words, at its beginning.
  if (item === undefined) return <Materials key={arrivals()} />;
  if (isOfDesk(path)) return <MaterialDeskPages path={path} />;
  if (deeper.length > 0) return <NotThere />;
  if (item === 'collections') return page ? <CollectionPage key={page} id={page} /> : <NotThere />;
  return page === undefined ? <MaterialPage key={item} id={item} /> : <NotThere />;
}
