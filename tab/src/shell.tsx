/** The frame of every page: where one can go (a rail on wide screens, a bar below on phones), and the page itself. */
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { MyNetwork } from './calls.ts';
import { useMaterials, usePolls } from './data.ts';
import { HomeFilled, HomeRegular, LibraryFilled, LibraryRegular, VoteFilled, VoteRegular } from './icons.ts';
import { Home } from './pages/home.tsx';
import { MaterialPage, Materials } from './pages/materials.tsx';
import { PollPage } from './pages/poll.tsx';
import { Polls } from './pages/polls.tsx';
import { onLink, usePage } from './router.ts';
import { Says } from './says.tsx';
import { useSession } from './session.ts';
import { useT } from './speak.ts';
import { NotThere, Skeleton, useIsOnline } from './states.tsx';
import { type Message, text } from './text.ts';

const NewPoll = lazy(() => import('./pages/new-poll.tsx').then((page) => ({ default: page.NewPoll })));

interface Place {
  readonly page: string;
  readonly name: Message;
  /** Where there is little room. */
  readonly short: Message;
  readonly Icon: ComponentType<{ className?: string }>;
  readonly ActiveIcon: ComponentType<{ className?: string }>;
}

const PLACES: readonly Place[] = [
  { page: '', name: text.home, short: text.home, Icon: HomeRegular, ActiveIcon: HomeFilled },
  { page: 'polls', name: text.polls, short: text.pollsShort, Icon: VoteRegular, ActiveIcon: VoteFilled },
  { page: 'materials', name: text.materials, short: text.materials, Icon: LibraryRegular, ActiveIcon: LibraryFilled },
];

interface ShellProps {
  readonly demo: ReactNode;
  /** To choose from; empty where the place decides. */
  readonly networks: readonly MyNetwork[];
  readonly onNetwork: (id: string) => void;
}

export function Shell({ demo, networks, onNetwork }: ShellProps): ReactNode {
  const t = useT();
  const page = usePage();
  const { network } = useSession();
  const places = useFilledPlaces();
  const isOnline = useIsOnline();
  const here = page.split('/')[0] ?? '';
  return (
    <Says>
      <a className="skip" href="#content">
        {t(text.skip)}
      </a>
      <header className="rail">
        {networks.length > 1 ? (
          <label className="network">
            <span className="hidden">{t(text.network)}</span>
            <select value={network.id} onChange={(event) => onNetwork(event.target.value)}>
              {networks.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <p className="network">{network.name}</p>
        )}
        <nav aria-label={t(text.navigation)}>
          <ul>
            {places.map(({ page: to, name, short, Icon, ActiveIcon }) => {
              const isHere = here === to;
              return (
                <li key={to}>
                  <a {...onLink(to)} aria-current={isHere ? 'page' : undefined}>
                    {isHere ? <ActiveIcon className="icon" /> : <Icon className="icon" />}
                    <span className="long">{t(name)}</span>
                    <span className="short" aria-hidden="true">
                      {t(short)}
                    </span>
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
        {demo}
      </header>
      <main id="content">
        <p role="status" className={isOnline ? 'hidden' : 'notice warning'}>
          {isOnline ? '' : t(text.offline)}
        </p>
        <Suspense fallback={<Skeleton />}>
          <PageOf page={page} />
        </Suspense>
      </main>
    </Says>
  );
}

function PageOf({ page }: { page: string }): ReactNode {
  const [place, item, ...deeper] = page.split('/');
  if (deeper.length > 0) return <NotThere />;
  if (!place) return <Home />;
  if (place === 'polls') {
    if (!item) return <Polls />;
    return item === 'new' ? <NewPoll /> : <PollPage key={item} id={decode(item)} />;
  }
  if (place === 'materials') return item ? <MaterialPage id={decode(item)} /> : <Materials />;
  return <NotThere />;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Places with nothing in them are left out, once that is known. */
function useFilledPlaces(): readonly Place[] {
  const polls = usePolls().data;
  const materials = useMaterials().data;
  return PLACES.filter(({ page }) => {
    if (page === 'polls') return !polls || polls.polls.length > 0 || polls.mayCreate;
    if (page === 'materials') return !materials || materials.length > 0;
    return true;
  });
}
