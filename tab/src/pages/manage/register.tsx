/** The register for coordinators: the page that the address names below `manage/register`. */
import { type ComponentType, lazy, type ReactNode } from 'react';
import { NotThere } from '../../states.tsx';
import './register.css';

const List = lazy(() => import('./register-list.tsx').then((page) => ({ default: page.RegisterList })));
const Organisation = lazy(() =>
  import('./register-organisation.tsx').then((page) => ({ default: page.EditOrganisation })),
);
const Member = lazy(() => import('./register-member.tsx').then((page) => ({ default: page.EditMember })));

/** Pages without an id, each fetched when it is first opened. */
const PAGES: Readonly<Record<string, ComponentType>> = {
  'add-municipalities': lazy(() =>
    import('./register-add-municipalities.tsx').then((page) => ({ default: page.AddMunicipalities })),
  ),
  'add-organisation': lazy(() =>
    import('./register-add-organisation.tsx').then((page) => ({ default: page.AddOrganisation })),
  ),
  'add-member': lazy(() => import('./register-add-member.tsx').then((page) => ({ default: page.AddMember }))),
  claims: lazy(() => import('./register-claims.tsx').then((page) => ({ default: page.Claims }))),
  unassigned: lazy(() => import('./register-unassigned.tsx').then((page) => ({ default: page.Unassigned }))),
  doubles: lazy(() => import('./register-doubles.tsx').then((page) => ({ default: page.Doubles }))),
  mergers: lazy(() => import('./register-mergers.tsx').then((page) => ({ default: page.Mergers }))),
  rules: lazy(() => import('./register-rules.tsx').then((page) => ({ default: page.Rules }))),
};

export function RegisterPages({ path }: { path: readonly string[] }): ReactNode {
  const [name, id, ...deeper] = path;
  if (deeper.length > 0) return <NotThere />;
  if (name === undefined) return <List />;
  if (id !== undefined) {
    if (name === 'organisations') return <Organisation key={id} id={id} />;
    if (name === 'members') return <Member key={id} id={id} />;
    return <NotThere />;
  }
  const Chosen = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  return Chosen ? <Chosen /> : <NotThere />;
}
