/** Events: the page that the address names below `events`. */
import { lazy, type ReactNode } from 'react';
import { useSession } from '../../session.ts';
import { NotThere } from '../../states.tsx';
import { EventPage } from './event.tsx';
import { Events } from './events.tsx';

const NewEvent = lazy(() => import('./new-event.tsx').then((page) => ({ default: page.NewEvent })));
const EditEvent = lazy(() => import('./edit-event.tsx').then((page) => ({ default: page.EditEvent })));
const Door = lazy(() => import('./door.tsx').then((page) => ({ default: page.Door })));
const Report = lazy(() => import('./report.tsx').then((page) => ({ default: page.Report })));

export function EventPages({ path }: { path: readonly string[] }): ReactNode {
  const { network } = useSession();
  const [item, page, ...deeper] = path;
  if (item === undefined) return <Events />;
  if (item === 'new' && page === undefined) return <NewEvent />;
  if (deeper.length > 0) return <NotThere />;
  if (page !== undefined) {
    if (!network.coordinator) return <NotThere />;
    if (page === 'edit') return <EditEvent key={item} id={item} />;
    if (page === 'door') return <Door key={item} id={item} />;
    return page === 'report' ? <Report key={item} id={item} /> : <NotThere />;
  }
  return <EventPage key={item} id={item} />;
}
