/** Questions and ideas are one place of the tab: where both are in use, a switch on top of either leads to the other. */
import type { ReactNode } from 'react';
import { onLink } from './router.ts';
import { useSession } from './session.ts';
import { useT } from './speak.ts';
import { text } from './text.ts';
import './help-places.css';

const PLACES = [
  { page: 'questions', name: text.questions },
  { page: 'ideas', name: text.ideas },
] as const;

export function HelpPlaces({ here }: { here: 'questions' | 'ideas' }): ReactNode {
  const t = useT();
  const { network } = useSession();
  if (!PLACES.every(({ page }) => network.modules.includes(page))) return undefined;
  return (
    <nav className="segments help-places" aria-label={t(text.help)}>
      {PLACES.map(({ page, name }) => (
        <a key={page} {...onLink(page)} aria-current={page === here ? 'page' : undefined}>
          <span>{t(name)}</span>
        </a>
      ))}
    </nav>
  );
}
