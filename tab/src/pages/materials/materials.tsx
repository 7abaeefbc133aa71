/** The material bank: search first, then what one may browse by, and the list of what there is. */
import { Button } from '@fluentui/react-button';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { PinRegular } from '@fluentui/react-icons/svg/pin';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { apiProblem } from '../../api.ts';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { LongList } from '../../long-list.tsx';
import { keepSearch, onLink, useSearch } from '../../router.ts';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton, useIsOnline } from '../../states.tsx';
import { text } from '../../text.ts';
import { Browse } from './browse.tsx';
import type { MaterialList } from './calls.ts';
import { type Slot, useFirstPage, useSlots } from './data.ts';
import { DeskLink } from './desk-link.tsx';
import { Facets } from './facets.tsx';
import { useKeptPlace } from './kept-place.ts';
import { lineText } from './line-text.ts';
import { MaterialLine } from './material-line.tsx';
import {
  type Asked,
  askedIn,
  EVERYTHING,
  IMPORT_PAGE,
  isNarrowed,
  LIST_PAGE,
  listPage,
  materialPage,
  NEW_PAGE,
  PAGE,
  searchOf,
  usualSort,
  withWords,
} from './place.ts';
import { SearchBox } from './search-box.tsx';
import { materialText as words } from './text.ts';

/** After this the reader is told that the answer takes long, in milliseconds. */
const LONG = 3000;
/** Fewer are seen at a glance. */
const WORTH_NARROWING = 10;
/** About how high a line is, in pixels. */
const LINE = 112;

interface Shown {
  readonly asked: Asked;
  readonly list: MaterialList;
}

export function Materials(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const search = useSearch();
  const asked = useMemo(() => askedIn(search), [search]);
  const first = useFirstPage(asked);
  const shown = useShown(asked, first);
  const { isTroubled, isSlow } = useTrouble(first);
  const ask = useCallback((now: Asked): void => keepSearch(searchOf(now)), []);
  const isEmpty = shown !== undefined && !isNarrowed(shown.asked) && shown.list.total === 0;
  const isBeginning = !isNarrowed(asked);
  return (
    <>
      <div className="title">
        <Heading>{t(text.materials)}</Heading>
        <div className="row beside-title">
          <DeskLink />
          <LinkButton page={NEW_PAGE} appearance="primary" icon={<AddRegular />}>
            {t(words.add)}
          </LinkButton>
        </div>
      </div>
      {!isEmpty && <SearchBox asked={asked} onWords={(typed) => ask(withWords(asked, typed))} />}
      {first.isPending && !shown && <Skeleton lines={5} />}
      {first.isError && !shown && <Failure error={first.error} onRetry={() => void first.refetch()} />}
      {isEmpty && <Empty isCoordinator={network.coordinator} />}
      {shown && !isEmpty && (
        <>
          {isBeginning && <Guides pinned={shown.list.pinned} />}
          {isBeginning && <Browse facets={shown.list.facets} />}
          <Waiting isTroubled={isTroubled} isSlow={isSlow} why={first.error} onRetry={() => void first.refetch()} />
          <Results shown={shown} asked={asked} isOld={first.isPlaceholderData || first.isError} onAsk={ask} />
        </>
      )}
    </>
  );
}

/** What was fetched last: it stays while something else is fetched, also when that fails. */
function useShown(asked: Asked, { data, isPlaceholderData }: ReturnType<typeof useFirstPage>): Shown | undefined {
  const [last, setLast] = useState<Shown>();
  const now = useMemo(
    () => (data && !isPlaceholderData ? { asked, list: data } : undefined),
    [asked, data, isPlaceholderData],
  );
  useEffect(() => {
    if (now) setLast(now);
  }, [now]);
  return now ?? last;
}

/** Whether the answer is long in coming, or fails to come; until it has come, however often that is tried. */
function useTrouble({
  isFetching,
  isPlaceholderData,
  isSuccess,
  isError,
  failureCount,
  fetchStatus,
}: ReturnType<typeof useFirstPage>): { readonly isTroubled: boolean; readonly isSlow: boolean } {
  const [isTroubled, setTroubled] = useState(false);
  const [isSlow, setSlow] = useState(false);
  const fails = isError || failureCount > 0 || (fetchStatus === 'paused' && isPlaceholderData);
  const hasCome = isSuccess && !isPlaceholderData && failureCount === 0;
  useEffect(() => {
    if (fails) setTroubled(true);
    else if (hasCome) setTroubled(false);
  }, [fails, hasCome]);
  const isWaited = isFetching && isPlaceholderData;
  useEffect(() => {
    if (!isWaited) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(setSlow, LONG, true);
    return () => clearTimeout(timer);
  }, [isWaited]);
  return { isTroubled, isSlow };
}

function Waiting({
  isTroubled,
  isSlow,
  why,
  onRetry,
}: {
  isTroubled: boolean;
  isSlow: boolean;
  why: unknown;
  onRetry: () => void;
}): ReactNode {
  const t = useT();
  const isOnline = useIsOnline();
  const problem = why ? apiProblem(why) : undefined;
  const said = isTroubled
    ? (problem?.detail ?? t(isOnline ? words.searchFailed : words.searchOffline))
    : isSlow
      ? t(text.slow)
      : '';
  return (
    <>
      <p role="status" className={isTroubled ? 'notice warning list-trouble' : 'quiet'}>
        {said}
      </p>
      {isTroubled && isOnline && (
        <div className="row list-retry">
          <Button onClick={onRetry}>{t(text.retry)}</Button>
        </div>
      )}
    </>
  );
}

function Empty({ isCoordinator }: { isCoordinator: boolean }): ReactNode {
  const t = useT();
  return (
    <div className="empty">
      <p className="strong">{t(words.empty)}</p>
      <p>{t(words.emptyWhy)}</p>
      <div className="row centred">
        <LinkButton page={NEW_PAGE} appearance="primary" icon={<AddRegular />}>
          {t(words.add)}
        </LinkButton>
        {isCoordinator && <LinkButton page={IMPORT_PAGE}>{t(words.importMany)}</LinkButton>}
      </div>
    </div>
  );
}

/** The network's guides, before everything else. */
function Guides({ pinned }: { pinned: MaterialList['pinned'] }): ReactNode {
  const t = useT();
  if (pinned.length === 0) return undefined;
  return (
    <ul className="plain guides" aria-label={t(words.guides)}>
      {pinned.map(({ id, title, summary }) => (
        <li key={id} className="guide">
          <PinRegular className="icon" />
          <div>
            <p className="eyebrow">{t(lineText.isPinned)}</p>
            <a {...onLink(materialPage(id))}>{title}</a>
            {summary && <p className="quiet small clamp">{summary}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function isWorthNarrowing({ asked, list: { total, facets } }: Shown): boolean {
  if (Object.keys(asked.filters).length > 0 || asked.sort !== usualSort(asked.words)) return true;
  return !asked.isNewOnly && total > WORTH_NARROWING && facets.some(({ values }) => values.length > 1);
}

interface ResultsProps {
  readonly shown: Shown;
  /** What is being looked for now; the answer to it may be on its way. */
  readonly asked: Asked;
  readonly isOld: boolean;
  readonly onAsk: (asked: Asked) => void;
}

function Results({ shown, asked, isOld, onAsk }: ResultsProps): ReactNode {
  const t = useT();
  const { list } = shown;
  const { pages, onRange } = usePagesNear(shown.asked.isNewOnly);
  const slots = useSlots(shown.asked, list, pages);
  const box = useRef<HTMLElement>(null);
  useKeptPlace(box);
  const hasWords = shown.asked.words.trim() !== '';
  const n = shown.asked.isNewOnly ? slots.length : list.total;
  return (
    <section ref={box} className="found" aria-labelledby="found" aria-busy={isOld}>
      <div className="found-head">
        <h2 id="found">
          {t(shown.asked.isNewOnly ? words.newTitle : isNarrowed(shown.asked) ? words.foundTitle : lineText.all)}
        </h2>
        <p role="status" className="quiet">
          {hasWords ? t(words.foundFor, { n, words: shown.asked.words.trim() }) : t(words.count, { n })}
        </p>
        {list.newItems > 0 && !isNarrowed(asked) && (
          <p>
            <a className="new-since" {...onLink(listPage({ isNewOnly: true }))}>
              {t(words.newSince, { n: list.newItems })}
            </a>
          </p>
        )}
        {asked.isNewOnly && (
          <p>
            <a {...onLink(LIST_PAGE)}>{t(words.showAll)}</a>
          </p>
        )}
      </div>
      {isWorthNarrowing(shown) && <Facets asked={asked} facets={list.facets} onAsk={onAsk} />}
      {list.isBehind && <p className="quiet small behind">{t(words.isBehind)}</p>}
      {list.didYouMean !== undefined && (
        <p className="did-you-mean">
          {t(words.didYouMean)} <a {...onLink(listPage({ ...asked, words: list.didYouMean }))}>{list.didYouMean}</a>
        </p>
      )}
      {n === 0 && !isOld && <Nothing asked={shown.asked} onAsk={onAsk} />}
      {slots.length > 0 && (
        <LongList<Slot>
          key={searchOf(shown.asked)}
          items={slots}
          keyOf={keyOfSlot}
          labelledBy="found"
          height={LINE}
          rowClass="line material"
          onRange={onRange}
          row={({ row }) => (row ? <MaterialLine material={row} isFull /> : <Coming />)}
        />
      )}
    </section>
  );
}

const keyOfSlot = ({ index, row }: Slot): string => row?.id ?? `#${index}`;

/** Milliseconds between looks at where the reader is: who scrolls through thousands does not ask for all of them on the way. */
const LOOKING = 150;
/** What is new to someone is on the first pages of the newest; the server counts up to a hundred. */
const OF_NEW: readonly number[] = [0, 1];

/** Numbers of the pages of fifty near the window. */
function usePagesNear(isNewOnly: boolean): {
  readonly pages: readonly number[];
  readonly onRange: (first: number, last: number) => void;
} {
  const [near, setNear] = useState({ first: 0, last: 0 });
  const latest = useRef(near);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onRange = useCallback((from: number, to: number): void => {
    latest.current = { first: Math.floor(from / PAGE), last: Math.floor(Math.max(from, to) / PAGE) };
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const { first, last } = latest.current;
      setNear((now) => (now.first === first && now.last === last ? now : { first, last }));
    }, LOOKING);
  }, []);
  const pages = useMemo(
    () => (isNewOnly ? OF_NEW : Array.from({ length: near.last - near.first + 1 }, (_, at) => near.first + at)),
    [isNewOnly, near],
  );
  return { pages, onRange };
}

/** In the place of a line that is being fetched. */
function Coming(): ReactNode {
  const t = useT();
  return (
    <div className="coming">
      <span className="hidden">{t(text.loading)}</span>
      <span />
      <span />
    </div>
  );
}

/** Nothing was found: what one can do. */
function Nothing({ asked, onAsk }: { asked: Asked; onAsk: (asked: Asked) => void }): ReactNode {
  const t = useT();
  const hasFilters = Object.keys(asked.filters).length > 0;
  const hasWords = asked.words.trim() !== '';
  return (
    <div className="empty">
      <p className="strong">{t(asked.isNewOnly ? words.nothingNew : words.nothing)}</p>
      {hasWords && <p>{t(words.nothingWhy)}</p>}
      <div className="row centred">
        {hasFilters && hasWords && (
          <Button onClick={() => onAsk({ ...asked, filters: {} })}>{t(words.withoutFilters)}</Button>
        )}
        <Button onClick={() => onAsk(EVERYTHING)}>{t(words.showAll)}</Button>
      </div>
    </div>
  );
}
