/** The frame of every page: where one can go (a rail on wide screens, a bar below on phones), and the page itself. */
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { MyNetwork } from './calls.ts';
import { useEvents, usePolls, useSurveys } from './data.ts';
import { Heading } from './heading.tsx';
import {
  ArchiveFilled,
  ArchiveRegular,
  CalendarFilled,
  CalendarRegular,
  ChevronRightRegular,
  DocumentSignatureFilled,
  DocumentSignatureRegular,
  HomeFilled,
  HomeRegular,
  LibraryFilled,
  LibraryRegular,
  MoreHorizontalFilled,
  MoreHorizontalRegular,
  PeopleCommunityFilled,
  PeopleCommunityRegular,
  PersonFilled,
  PersonRegular,
  QuestionCircleFilled,
  QuestionCircleRegular,
  SettingsFilled,
  SettingsRegular,
  VoteFilled,
  VoteRegular,
} from './icons.ts';
import { Home } from './pages/home.tsx';
import { onLink, usePage } from './router.ts';
import { Says } from './says.tsx';
import { useSession } from './session.ts';
import { useT } from './speak.ts';
import { NotThere, Skeleton, useIsOnline } from './states.tsx';
import { type Message, text } from './text.ts';

const Polls = lazy(() => import('./pages/polls.tsx').then((page) => ({ default: page.Polls })));
const PollPage = lazy(() => import('./pages/poll.tsx').then((page) => ({ default: page.PollPage })));
const NewPoll = lazy(() => import('./pages/new-poll.tsx').then((page) => ({ default: page.NewPoll })));

const EventPages = lazy(() => import('./pages/events/pages.tsx').then((page) => ({ default: page.EventPages })));
const SurveyPages = lazy(() => import('./pages/surveys/pages.tsx').then((page) => ({ default: page.SurveyPages })));
const MaterialPages = lazy(() =>
  import('./pages/materials/pages.tsx').then((page) => ({ default: page.MaterialPages })),
);
const QuestionPages = lazy(() =>
  import('./pages/questions/pages.tsx').then((page) => ({ default: page.QuestionPages })),
);
const StatementPages = lazy(() =>
  import('./pages/statements/pages.tsx').then((page) => ({ default: page.StatementPages })),
);
const BulletinPages = lazy(() =>
  import('./pages/bulletins/pages.tsx').then((page) => ({ default: page.BulletinPages })),
);
const BoxPages = lazy(() => import('./pages/boxes/pages.tsx').then((page) => ({ default: page.BoxPages })));
const Members = lazy(() => import('./pages/members/members.tsx').then((page) => ({ default: page.Members })));
const Manage = lazy(() => import('./pages/manage/manage.tsx').then((page) => ({ default: page.Manage })));
const IdeaPages = lazy(() => import('./pages/ideas/pages.tsx').then((page) => ({ default: page.IdeaPages })));
const Own = lazy(() => import('./pages/own/own.tsx').then((page) => ({ default: page.Own })));

interface Place {
  readonly page: string;
  readonly name: Message;
  /** Where there is little room. */
  readonly short: Message;
  readonly Icon: ComponentType<{ className?: string }>;
  readonly ActiveIcon: ComponentType<{ className?: string }>;
  readonly isForCoordinators?: boolean;
  /** Part of the app that it belongs to: where that is switched off, it is not there. */
  readonly module?: MyNetwork['modules'][number];
}

const PLACES: readonly Place[] = [
  { page: '', name: text.home, short: text.home, Icon: HomeRegular, ActiveIcon: HomeFilled },
  { page: 'events', name: text.events, short: text.events, Icon: CalendarRegular, ActiveIcon: CalendarFilled },
  { page: 'polls', name: text.polls, short: text.pollsShort, Icon: VoteRegular, ActiveIcon: VoteFilled },
  { page: 'materials', name: text.materials, short: text.materials, Icon: LibraryRegular, ActiveIcon: LibraryFilled },
  {
    page: 'questions',
    name: text.help,
    short: text.questions,
    Icon: QuestionCircleRegular,
    ActiveIcon: QuestionCircleFilled,
  },
  {
    page: 'statements',
    name: text.statements,
    short: text.statements,
    Icon: DocumentSignatureRegular,
    ActiveIcon: DocumentSignatureFilled,
    module: 'statements',
  },
  {
    page: 'boxes',
    name: text.boxes,
    short: text.boxesShort,
    Icon: ArchiveRegular,
    ActiveIcon: ArchiveFilled,
    module: 'boxes',
  },
  {
    page: 'members',
    name: text.members,
    short: text.membersShort,
    Icon: PeopleCommunityRegular,
    ActiveIcon: PeopleCommunityFilled,
  },
  {
    page: 'manage',
    name: text.manage,
    short: text.manage,
    Icon: SettingsRegular,
    ActiveIcon: SettingsFilled,
    isForCoordinators: true,
  },
  { page: 'own', name: text.own, short: text.own, Icon: PersonRegular, ActiveIcon: PersonFilled },
];
/** A phone's bar holds so many places and “More”. */
const MOST_ON_PHONE = 4;
const MORE: Place = {
  page: 'more',
  name: text.morePlaces,
  short: text.morePlaces,
  Icon: MoreHorizontalRegular,
  ActiveIcon: MoreHorizontalFilled,
};

/** Pages that are reached from the list of polls and surveys. */
const OF_SURVEYS = ['surveys', 'feedback', 'wishes'];

/** One place for both; the switch on top of either leads to the other. */
const OF_HELP = ['questions', 'ideas'] as const;

/** Pages that are reached from the list of boxes and challenges. */
const OF_BOXES = ['boxes', 'challenges'];

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
  const first = page.split('/')[0] ?? '';
  const here = placeOf(first, places);
  const hidden = places.slice(MOST_ON_PHONE);
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
            {places.map((place, index) => (
              <PlaceLink
                key={place.page}
                place={place}
                isHere={here === place.page}
                {...(index >= MOST_ON_PHONE ? { only: 'wide' } : {})}
              />
            ))}
            {hidden.length > 0 && (
              <PlaceLink place={MORE} isHere={[MORE, ...hidden].some(({ page: one }) => one === here)} only="phone" />
            )}
          </ul>
        </nav>
        {demo}
      </header>
      <main id="content">
        <p role="status" className={isOnline ? 'hidden' : 'notice warning'}>
          {isOnline ? '' : t(text.offline)}
        </p>
        <Suspense fallback={<Skeleton />}>
          {page === MORE.page ? <MorePlaces places={hidden} /> : <PageOf page={page} />}
        </Suspense>
      </main>
    </Says>
  );
}

/** The place that a page belongs to. */
function placeOf(first: string, places: readonly Place[]): string {
  if (OF_SURVEYS.includes(first)) return 'polls';
  if (OF_BOXES.includes(first)) return 'boxes';
  const isHelp = OF_HELP.some((one) => one === first);
  return isHelp ? (places.find(({ page }) => OF_HELP.some((one) => one === page))?.page ?? first) : first;
}

function PlaceLink({ place, isHere, only }: { place: Place; isHere: boolean; only?: 'phone' | 'wide' }): ReactNode {
  const t = useT();
  const { page, name, short, Icon, ActiveIcon } = place;
  return (
    <li className={only && `only-${only}`}>
      <a {...onLink(page)} aria-current={isHere ? 'page' : undefined}>
        {isHere ? <ActiveIcon className="icon" /> : <Icon className="icon" />}
        <span className="long">{t(name)}</span>
        <span className="short" aria-hidden="true">
          {t(short)}
        </span>
      </a>
    </li>
  );
}

/** What the bar of a phone has no room for. */
function MorePlaces({ places }: { places: readonly Place[] }): ReactNode {
  const t = useT();
  return (
    <>
      <Heading>{t(text.morePlaces)}</Heading>
      <ul className="plain list">
        {places.map(({ page, name, Icon }) => (
          <li key={page}>
            <a className="line place" {...onLink(page)}>
              <Icon className="icon" />
              <span className="strong">{t(name)}</span>
              <ChevronRightRegular className="icon" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function PageOf({ page }: { page: string }): ReactNode {
  const [place, item, ...deeper] = page.split('/').map(decode);
  const { network } = useSession();
  if (place === 'events') return <EventPages path={deeperOf(item, deeper)} />;
  if (place === 'materials') return <MaterialPages path={deeperOf(item, deeper)} />;
  if (place === 'statements' && network.modules.includes('statements'))
    return <StatementPages path={deeperOf(item, deeper)} />;
  if (place === 'bulletins' && network.modules.includes('bulletins'))
    return <BulletinPages path={deeperOf(item, deeper)} />;
  if (place === 'questions') return <QuestionPages path={deeperOf(item, deeper)} />;
  if (place && OF_BOXES.includes(place) && network.modules.includes('boxes'))
    return <BoxPages place={place} path={deeperOf(item, deeper)} />;
  if (place === 'members') return <Members path={deeperOf(item, deeper)} />;
  if (place === 'manage' && network.coordinator) return <Manage path={deeperOf(item, deeper)} />;
  if (place && OF_SURVEYS.includes(place)) {
    if (place === 'surveys' && !item) return <Polls />;
    return <SurveyPages place={place} path={deeperOf(item, deeper)} />;
  }
  if (place === 'ideas') return <IdeaPages path={deeperOf(item, deeper)} />;
  if (place === 'own') return <Own path={deeperOf(item, deeper)} />;
  if (deeper.length > 0) return <NotThere />;
  if (!place) return <Home />;
  if (place === 'polls') {
    if (!item) return <Polls />;
    return item === 'new' ? <NewPoll /> : <PollPage key={item} id={item} />;
  }
  return <NotThere />;
}

const deeperOf = (item: string | undefined, deeper: readonly string[]): readonly string[] =>
  item === undefined ? [] : [item, ...deeper];

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Places with nothing in them are left out, once that is known. */
function useFilledPlaces(): readonly Place[] {
  const events = useEvents().data;
  const polls = usePolls().data;
  const surveys = useSurveys().data?.pages[0];
  const { network } = useSession();
  const help = OF_HELP.filter((one) => network.modules.includes(one));
  // where only ideas are in use, the place leads to them
  const all = PLACES.map((place) => (place.page === 'questions' ? { ...place, page: help[0] ?? 'questions' } : place));
  return all.filter(({ page, isForCoordinators, module }) => {
    if (OF_HELP.some((one) => one === page) && help.length === 0) return false;
    if (module !== undefined && !network.modules.includes(module)) return false;
    if (isForCoordinators && !network.coordinator) return false;
    if (page === 'events') return !events || hasAny(events) || events.mayCreate;
    if (page === 'polls')
      return !polls || polls.polls.length > 0 || polls.mayCreate || !surveys || surveys.surveys.length > 0;
    return true;
  });
}

const hasAny = ({ coming, past, drafts }: NonNullable<ReturnType<typeof useEvents>['data']>): boolean =>
  coming.length + past.length + drafts.length > 0;
