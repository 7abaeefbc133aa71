/** Events: the page that the address names below `events`. */
import type { ReactNode } from 'react';
import { NotThere } from '../../states.tsx';
import { EventPage } from './event.tsx';
import { Events } from './events.tsx';

export function EventPages({ path }: { path: readonly string[] }): ReactNode {
  const [item, ...deeper] = path;
  if (item === undefined) return <Events />;
  if (deeper.length > 0) return <NotThere />;
  return <EventPage key={item} id={item} />;
}
