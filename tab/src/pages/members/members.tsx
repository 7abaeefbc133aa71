/** Who is in the network, and its published reports: the page that the address names below `members`. */
import { lazy, type ReactNode } from 'react';
import { NotThere } from '../../states.tsx';
import { Directory } from './directory.tsx';
import { GroupsPage } from './groups.tsx';
import { OrganisationPage } from './organisation.tsx';
import { Recommend } from './recommend.tsx';

const PublishedReport = lazy(() =>
  import('../report/published.tsx').then((page) => ({ default: page.PublishedReport })),
);

export function Members({ path }: { path: readonly string[] }): ReactNode {
  const [item, ...deeper] = path;
  if (item === 'report' && deeper.length === 1) return <PublishedReport year={deeper[0] ?? ''} />;
  if (deeper.length > 0) return <NotThere />;
  if (item === undefined) return <Directory />;
  if (item === 'groups') return <GroupsPage />;
  if (item === 'recommend') return <Recommend />;
  return <OrganisationPage key={item} id={item} />;
}
