/** Reach: who takes part and who is silent, as a list; the page that the address names below `manage/reach`. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import {
  getReach,
  getReachOf,
  getRegister,
  membersFile,
  type ReachRow,
  type ReachView,
  reachFile,
} from '../../calls.ts';
import { useRead } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { formText } from '../../form-text.ts';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { LongList } from '../../long-list.tsx';
import { useSettled } from '../../organisation-picker.tsx';
import { organisationPage } from '../../register-pages.ts';
import { onLink } from '../../router.ts';
import { useT, useZone } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { dateIn, useWhen } from '../../when.ts';
import { NarrowBy, SearchBox } from './filters.tsx';
import './manage.css';
import { membershipPage } from './membership-pages.ts';
import { reachText } from './reach-text.ts';
import { Tallies } from './tallies.tsx';
import { manageText } from './text.ts';

const REACH = 'manage/reach';
/** The search follows the typing by this much, in milliseconds. */
const PAUSE = 200;

export function Reach({ path }: { path: readonly string[] }): ReactNode {
  const [item, ...deeper] = path;
  if (deeper.length > 0) return <NotThere />;
  return item === undefined ? <ReachOfAll /> : <ReachOfOne key={item} id={item} />;
}

type Type = ReachView['types'][number];
const TYPES: Readonly<Record<Type, { one: Message; many: Message; page?: string }>> = {
  poll: { one: reachText.poll, many: reachText.polls, page: 'polls' },
  event: { one: reachText.event, many: reachText.events },
  feedback: { one: reachText.feedback, many: reachText.feedbacks },
  survey: { one: reachText.survey, many: reachText.surveys },
  question: { one: reachText.question, many: reachText.questions },
  idea: { one: reachText.idea, many: reachText.ideas },
};

interface Search {
  readonly words: string;
  /** Id of an area, or code of a region where the network has no areas. */
  readonly place: string;
  readonly kind: string;
  readonly show: 'all' | 'silent' | 'firstTimers';
}
const NOTHING: Search = { words: '', place: '', kind: '', show: 'all' };

function ReachOfAll(): ReactNode {
  const t = useT();
  const zone = useZone();
  const { date } = useWhen();
  const [search, setSearch] = useState(NOTHING);
  const words = useSettled(search.words.trim(), search.words ? PAUSE : 0);
  const frame = useRead('register', getRegister);
  const hasAreas = (frame.data?.areas.length ?? 0) > 0;
  const place = {
    ...(search.place ? { [hasAreas ? 'area' : 'region']: search.place } : {}),
    ...(search.kind ? { kind: search.kind } : {}),
  };
  const filter = {
    ...place,
    ...(words ? { text: words.slice(0, 100) } : {}),
    ...(search.show === 'all' ? {} : { [search.show]: 'true' as const }),
  };
  const found = useRead('reach', getReach, { params: filter });
  const of = found.data;
  const isEmpty = of?.totals.organisations === 0;
  return (
    <>
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <Heading>{t(manageText.reach)}</Heading>
      {of && <p className="lead prose">{t(reachText.lead, { date: date(dateIn(of.since, zone)) })}</p>}
      {found.isPending && <Skeleton lines={5} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {isEmpty && (
        <div className="empty">
          <p className="strong">{t(reachText.nobody)}</p>
          <p>{t(reachText.nobodyWhy)}</p>
        </div>
      )}
      {of && !isEmpty && (
        <>
          <Totals of={of} />
          <section aria-labelledby="reach-list">
            <h2 id="reach-list">{t(reachText.listHead)}</h2>
            <search className="filter four">
              <SearchBox
                label={t(reachText.search)}
                value={search.words}
                onChange={(typed) => setSearch({ ...search, words: typed })}
              />
              <NarrowBy
                label={t(reachText.show)}
                value={search.show}
                choices={[
                  { value: 'all', label: t(reachText.all) },
                  { value: 'silent', label: t(reachText.onlySilent) },
                  { value: 'firstTimers', label: t(reachText.onlyFirstTimers) },
                ]}
                onChange={(show) => setSearch({ ...search, show })}
              />
              <NarrowBy
                label={t(hasAreas ? reachText.area : reachText.region)}
                value={search.place}
                choices={choicesOf((hasAreas ? frame.data?.areas : frame.data?.regions) ?? [], t(reachText.all))}
                onChange={(chosen) => setSearch({ ...search, place: chosen })}
              />
              <NarrowBy
                label={t(reachText.kind)}
                value={search.kind}
                choices={choicesOf(frame.data?.kinds ?? [], t(reachText.all))}
                onChange={(kind) => setSearch({ ...search, kind })}
              />
            </search>
            <p role="status" className="quiet">
              {Object.keys(filter).length > 0 && !found.isPlaceholderData
                ? t(reachText.nOrganisations, { n: of.organisations.length })
                : ''}
            </p>
            <Listed rows={of.organisations} onShowAll={() => setSearch(NOTHING)} />
          </section>
          <Files key={JSON.stringify(filter)} filter={filter} place={place} />
        </>
      )}
    </>
  );
}

const choicesOf = (
  named: readonly { readonly id: string; readonly name: string }[],
  all: string,
): { value: string; label: string }[] => [
  { value: '', label: all },
  ...named.map(({ id, name }) => ({ value: id, label: name })),
];

function Totals({ of: { totals, lastActivity } }: { of: ReachView }): ReactNode {
  const t = useT();
  return (
    <>
      <div className="columns even">
        <Tallies
          heading={t(reachText.organisations)}
          counts={[
            { name: t(reachText.active), count: totals.active },
            { name: t(reachText.silent), count: totals.silent },
            { name: t(reachText.inAll), count: totals.organisations },
          ]}
        />
        <Tallies
          heading={t(reachText.people)}
          counts={[
            { name: t(reachText.active), count: totals.activePeople },
            { name: t(reachText.silent), count: totals.silentPeople },
            { name: t(reachText.inAll), count: totals.people },
          ]}
        />
      </div>
      <p className="quiet small after">{t(reachText.whatIsSilent)}</p>
      {totals.withoutOrganisation > 0 && (
        <p className="notice">
          {t(reachText.withoutOrganisation, { n: totals.withoutOrganisation })}{' '}
          <a {...onLink('manage/register/unassigned')}>{t(reachText.whoIsMissing)}</a>
        </p>
      )}
      {lastActivity && <LastActivity of={lastActivity} />}
    </>
  );
}

function LastActivity({ of }: { of: NonNullable<ReachView['lastActivity']> }): ReactNode {
  const t = useT();
  return (
    <section aria-labelledby="last-activity">
      <h2 id="last-activity">{t(reachText.last)}</h2>
      <ul className="plain list">
        <li className="line">
          <Activity of={of}>
            <span>{t(reachText.nOrganisations, { n: of.organisations })}</span>
            {of.firstTimers > 0 && <span>{t(reachText.firstTimers, { n: of.firstTimers })}</span>}
          </Activity>
        </li>
      </ul>
    </section>
  );
}

/** `children`: further facts. */
function Activity({
  of: { activity, type, title, at, people },
  children,
}: {
  of: { activity: string; type: Type; title: string; at: string; people: number };
  children?: ReactNode;
}): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const { one, page } = TYPES[type];
  return (
    <>
      {page ? <a {...onLink(`${page}/${encodeURIComponent(activity)}`)}>{title}</a> : <p className="bold">{title}</p>}
      <p className="quiet facts">
        <span>{t(one)}</span>
        <span>{day(at)}</span>
        <span>{t(reachText.nPeople, { n: people })}</span>
        {children}
      </p>
    </>
  );
}

function Listed({ rows, onShowAll }: { rows: readonly ReachRow[]; onShowAll: () => void }): ReactNode {
  const t = useT();
  if (rows.length === 0)
    return (
      <div className="empty">
        <p>{t(reachText.nothingFound)}</p>
        <Button onClick={onShowAll}>{t(reachText.showAll)}</Button>
      </div>
    );
  return (
    <LongList
      items={rows}
      keyOf={({ id }) => id}
      labelledBy="reach-list"
      height={72}
      row={(row) => <Row row={row} />}
    />
  );
}

function Row({ row }: { row: ReachRow }): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const { id, name, activities, total, lastAt, people, activePeople, firstTimers, isSilent } = row;
  return (
    <>
      <a {...onLink(`${REACH}/${encodeURIComponent(id)}`)}>{name}</a>
      {isSilent && <span className="badge">{t(reachText.isSilent)}</span>}
      <p className="quiet facts">
        {total === 0 && <span>{t(reachText.nothing)}</span>}
        {typesIn(activities).map(({ type, n }) => (
          <span key={type}>{t(TYPES[type].many, { n })}</span>
        ))}
        {lastAt && <span>{t(reachText.lastAt, { date: day(lastAt) })}</span>}
        {people > 0 && <span>{t(reachText.activePeople, { active: activePeople, n: people })}</span>}
        {firstTimers > 0 && <span>{t(reachText.firstTimers, { n: firstTimers })}</span>}
      </p>
    </>
  );
}

const typesIn = (activities: ReachRow['activities']): { type: Type; n: number }[] =>
  (Object.keys(TYPES) as Type[]).flatMap((type) => {
    const n = activities[type] ?? 0;
    return n > 0 ? [{ type, n }] : [];
  });

type Filter = NonNullable<typeof reachFile.types>[1]['filter'];
type Place = Pick<Filter, 'area' | 'region' | 'kind'>;

function Files({ filter, place }: { filter: Filter; place: Place }): ReactNode {
  const t = useT();
  const silent = { ...place, isSilent: 'yes' as const };
  return (
    <>
      <section aria-labelledby="reach-files">
        <h2 id="reach-files">{t(reachText.files)}</h2>
        <p className="quiet prose">{t(reachText.filesWhy)}</p>
        <Downloads
          call={reachFile}
          files={[
            { name: t(formText.asExcel), body: { filter, format: 'xlsx' } },
            { name: t(formText.asCsv), body: { filter, format: 'csv' } },
          ]}
        />
      </section>
      <section aria-labelledby="silent-list">
        <h2 id="silent-list">{t(reachText.silentList)}</h2>
        <p className="quiet prose">{t(reachText.silentListWhy)}</p>
        <Downloads
          call={membersFile}
          files={[
            { name: t(formText.asExcel), body: { filter: silent, content: 'mailingList', format: 'xlsx' } },
            { name: t(formText.asCsv), body: { filter: silent, content: 'mailingList', format: 'csv' } },
          ]}
          told={({ people }) => t(reachText.silentPeople, { n: people })}
        />
      </section>
    </>
  );
}

function ReachOfOne({ id }: { id: string }): ReactNode {
  const t = useT();
  const all = useRead('reach', getReach, { params: {} });
  const row = all.data?.organisations.find((one) => one.id === id);
  const found = useRead('reach', getReachOf, { params: { organisation: id }, isWanted: row !== undefined });
  const back = <BackLink page={REACH}>{t(manageText.reach)}</BackLink>;
  if (!row)
    return (
      <>
        {back}
        {all.isError ? (
          <Failure isPage error={all.error} onRetry={() => void all.refetch()} />
        ) : all.data ? (
          <NotThere />
        ) : (
          <Skeleton />
        )}
      </>
    );
  return (
    <div className="narrow">
      {back}
      <Heading>{row.name}</Heading>
      <p className="lead">{t(reachText.activePeople, { active: row.activePeople, n: row.people })}</p>
      <div className="row">
        <LinkButton page={membershipPage(id)}>{t(reachText.toMembership)}</LinkButton>
        <LinkButton page={organisationPage(id)}>{t(reachText.toPeople)}</LinkButton>
      </div>
      <section aria-labelledby="activities" className="after-facts">
        <h2 id="activities">{t(reachText.activities)}</h2>
        {found.isPending && <Skeleton lines={2} />}
        {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
        {found.data?.activities.length === 0 && <p className="quiet">{t(reachText.noActivities)}</p>}
        {found.data && found.data.activities.length > 0 && (
          <LongList
            items={found.data.activities}
            keyOf={({ activity, type }) => `${type} ${activity}`}
            labelledBy="activities"
            height={72}
            row={(one) => <Activity of={one} />}
          />
        )}
      </section>
    </div>
  );
}
