/** Adding and changing items, and the coordinators' pages of the bank: the one that the address names below `materials`. */
import { lazy, type ReactNode } from 'react';
import { useSession } from '../../session.ts';
import { NotThere } from '../../states.tsx';

const NewMaterial = lazy(() => import('./form.tsx').then((page) => ({ default: page.NewMaterial })));
const EditMaterial = lazy(() => import('./form-edit.tsx').then((page) => ({ default: page.EditMaterial })));
const Desk = lazy(() => import('./desk.tsx').then((page) => ({ default: page.Desk })));
const Terms = lazy(() => import('./terms.tsx').then((page) => ({ default: page.Terms })));
const Import = lazy(() => import('./import.tsx').then((page) => ({ default: page.MaterialImportPages })));
const NewCollection = lazy(() => import('./collections-edit.tsx').then((page) => ({ default: page.NewCollection })));
const EditCollection = lazy(() => import('./collections-edit.tsx').then((page) => ({ default: page.EditCollection })));

/** `new`, `<item>/edit`, `desk`, `terms`, `import`, `import/<import>`, `collections/new`, `collections/<collection>/edit`. */
export function MaterialDeskPages({ path }: { path: readonly string[] }): ReactNode {
  const { network } = useSession();
  const [item = '', page, deeper, ...further] = path;
  if (further.length > 0) return <NotThere />;
  if (item === 'new' && page === undefined) return <NewMaterial />;
  if (item !== 'collections' && page === 'edit' && deeper === undefined) return <EditMaterial key={item} id={item} />;
  if (!network.coordinator) return <NotThere />;
  if (item === 'desk' && page === undefined) return <Desk />;
  if (item === 'terms' && page === undefined) return <Terms />;
  if (item === 'import') return <Import path={path.slice(1)} />;
  if (item !== 'collections') return <NotThere />;
  if (page === 'new' && deeper === undefined) return <NewCollection />;
  return page !== undefined && deeper === 'edit' ? <EditCollection key={page} id={page} /> : <NotThere />;
}
