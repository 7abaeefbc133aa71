/** Who is in the network: the page that the address names below `members`. */
import type { ReactNode } from 'react';
import { NotThere } from '../../states.tsx';
import { Directory } from './directory.tsx';
import { GroupsPage } from './groups.tsx';
import { OrganisationPage } from './organisation.tsx';
import { Recommend } from './recommend.tsx';

export function Members({ path }: { path: readonly string[] }): ReactNode {
  const [item, ...deeper] = path;
  if (deeper.length > 0) return <NotThere />;
  if (item === undefined) return <Directory />;
  if (item === 'groups') return <GroupsPage />;
  if (item === 'recommend') return <Recommend />;
  return <OrganisationPage key={item} id={item} />;
}
