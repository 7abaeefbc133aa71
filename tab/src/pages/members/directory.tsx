/** Everyone at a glance: municipalities by area, other organisations apart, and a search over places, people and topics at once. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useEffect, useState } from 'react';
import {
  getRegister,
  listMembers,
  listOrganisations,
  type OrganisationRow,
  type RegisterFrame,
  represent,
  searchHelp,
} from '../../calls.ts';
import { useRead, useReadPages, useSend } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { LongList } from '../../long-list.tsx';
import { useSettled } from '../../organisation-picker.tsx';
import { GROUPS_PAGE, organisationPage, RECOMMEND_PAGE } from '../../register-pages.ts';
import { onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { PublishedLinks } from '../report/published-links.tsx';
import { Person } from './person.tsx';
import { memberText } from './text.ts';

/** Fewer organisations are seen at a glance, and need no filters. */
const WORTH_NARROWING = 6;
/** The search follows the typing by this much, in milliseconds. */
const PAUSE = 200;
const MOST_TOPICS = 12;

interface Search {
  readonly words: string;
  /** Id of an area, or code of a region where the network has no areas. */
  readonly place: string;
  readonly kind: string;
}
const NOTHING: Search = { words: '', place: '', kind: '' };
/** What was looked for last in each network, for who comes back from a page that was found. */
const kept = new Map<string, Search>();

export function Directory(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const frame = useRead('register', getRegister);
  const [search, setSearch] = useState<Search>(() => kept.get(network.id) ?? NOTHING);
  useEffect(() => {
    kept.set(network.id, search);
  }, [network.id, search]);
  if (!frame.data)
    return frame.isError ? (
      <Failure isPage error={frame.error} onRetry={() => void frame.refetch()} />
    ) : (
      <>
        <Heading>{t(text.members)}</Heading>
        <Skeleton />
      </>
    );
  const { totals, groups } = frame.data;
  const others = totals.organisations - totals.municipalities;
  return (
    <>
      <div className="title">
        <div>
          <Heading>{t(text.members)}</Heading>
          <p className="lead">
            {[
              t(memberText.municipalities, { n: totals.municipalities }),
              ...(others > 0 ? [t(memberText.others, { n: others })] : []),
              t(memberText.people, { n: totals.people }),
            ].join(', ')}
          </p>
        </div>
        <div className="row beside-title">
          {groups.length > 0 && <LinkButton page={GROUPS_PAGE}>{t(memberText.groups)}</LinkButton>}
          <LinkButton page={RECOMMEND_PAGE}>{t(memberText.recommend)}</LinkButton>
        </div>
      </div>
      <PublishedLinks />
      <OwnPlace own={frame.data.own} />
      <Found frame={frame.data} search={search} onSearch={setSearch} />
    </>
  );
}

/** Whom the reader represents, while that is open. */
function OwnPlace({ own }: { own: RegisterFrame['own'] }): ReactNode {
  const t = useT();
  const say = useSay();
  const tell = useSend(represent, {
    stale: ['register', 'own', 'organisations', 'people'],
    onDone: ({ organisation }) => say(t(memberText.saved, { name: organisation?.name ?? '' })),
  });
  const { organisation, claims, representsNobody, suggestion } = own;
  if (claims) return <p className="notice">{t(memberText.waitsForConfirmation, { name: claims.name })}</p>;
  if (organisation || representsNobody) return undefined;
  return (
    <section className="notice" aria-labelledby="own-place">
      <h2 id="own-place">
        {suggestion ? t(memberText.isItYours, { name: suggestion.name }) : t(memberText.whomDoYouRepresent)}
      </h2>
      <p>{t(memberText.isItYoursWhy)}</p>
      <Refused error={tell.error} />
      <div className="row">
        {suggestion && (
          <Button
            appearance="primary"
            disabled={tell.isPending}
            onClick={() => tell.mutate({ body: suggestion.represent })}
          >
            {t(memberText.itIsMine)}
          </Button>
        )}
        <LinkButton page="own">{t(suggestion ? memberText.itIsAnother : memberText.sayIt)}</LinkButton>
      </div>
    </section>
  );
}

interface FoundProps {
  readonly frame: RegisterFrame;
  readonly search: Search;
  readonly onSearch: (search: Search) => void;
}

function Found({ frame, search, onSearch }: FoundProps): ReactNode {
  const t = useT();
  const { network } = useSession();
  const words = useSettled(search.words.trim(), search.words ? PAUSE : 0);
  const hasAreas = frame.areas.length > 0;
  const filter = {
    ...(words ? { text: words } : {}),
    ...(search.place ? { [hasAreas ? 'area' : 'region']: search.place } : {}),
    ...(search.kind ? { kind: search.kind } : {}),
  };
  const isNarrowed = Object.keys(filter).length > 0;
  const organisations = useReadPages('organisations', listOrganisations, { params: filter });
  const people = useReadPages('people', listMembers, { params: filter, isWanted: words !== '' });
  const help = useRead('help', searchHelp, { params: words ? { text: words } : {} });
  useFetchAll(organisations);

  const all = organisations.data?.pages.flatMap((page) => page.organisations) ?? [];
  // Coordinators are sent those too that are not in; they look after them elsewhere.
  const found = all.filter(({ isIn: isInNetwork }) => isInNetwork !== false);
  const total = (organisations.data?.pages[0]?.total ?? 0) - (all.length - found.length);
  const helpers = words ? (help.data?.members ?? []).filter((one) => isIn(one.organisation?.id, found, search)) : [];
  const helping = new Set(helpers.map(({ id }) => id));
  const listed = words ? (people.data?.pages.flatMap((page) => page.members) ?? []) : [];
  const others = listed.filter(({ id }) => !helping.has(id));
  const peopleTotal = words
    ? (people.data?.pages[0]?.total ?? 0) - (listed.length - others.length) + helpers.length
    : 0;
  const isSearching = words !== search.words.trim() || organisations.isPlaceholderData || people.isPlaceholderData;
  const isEmpty = isNarrowed && !isSearching && organisations.isSuccess && total === 0 && peopleTotal === 0;
  const isWorthNarrowing = frame.totals.organisations >= WORTH_NARROWING || frame.totals.people >= WORTH_NARROWING;
  const status = words
    ? t(memberText.found, { organisations: total, people: peopleTotal })
    : t(memberText.foundOrganisations, { n: total });

  return (
    <>
      {(isWorthNarrowing || isNarrowed) && <Filters frame={frame} search={search} onSearch={onSearch} />}
      <p role="status" className="quiet">
        {isNarrowed && !isSearching && organisations.isSuccess ? status : ''}
      </p>
      {!isNarrowed && (
        <Topics topics={help.data?.topics ?? []} onChoose={(topic) => onSearch({ ...NOTHING, words: topic })} />
      )}
      {(organisations.isPending || (words && people.isPending)) && <Skeleton />}
      {organisations.isError && <Failure error={organisations.error} onRetry={() => void organisations.refetch()} />}
      {people.isError && <Failure error={people.error} onRetry={() => void people.refetch()} />}
      {isEmpty && (
        <div className="empty">
          <p>{t(memberText.nothingFound)}</p>
          <Button onClick={() => onSearch(NOTHING)}>{t(memberText.showAll)}</Button>
        </div>
      )}
      {!isNarrowed && organisations.isSuccess && total === 0 && (
        <div className="empty">
          <p className="strong">{t(memberText.nobodyYet)}</p>
          <p>{t(memberText.nobodyYetWhy)}</p>
          {network.coordinator && (
            <LinkButton page="manage/register" appearance="primary">
              {t(memberText.addMunicipalities)}
            </LinkButton>
          )}
        </div>
      )}
      {helpers.length > 0 && (
        <section aria-labelledby="helpers">
          <h2 id="helpers">{t(memberText.canHelp)}</h2>
          <LongList
            items={helpers}
            keyOf={({ id }) => id}
            labelledBy="helpers"
            height={120}
            row={(one) => <Person person={one} />}
          />
        </section>
      )}
      {sectionsOf(found, frame, t(memberText.elsewhere), t(memberText.otherOrganisations)).map(({ id, name, rows }) => (
        <section key={id} aria-labelledby={`place-${id}`}>
          <h2 id={`place-${id}`}>
            {name} <span className="quiet count">{rows.length}</span>
          </h2>
          <LongList
            items={rows}
            keyOf={(one) => one.id}
            labelledBy={`place-${id}`}
            height={68}
            row={(one) => <OrganisationLine organisation={one} />}
          />
        </section>
      ))}
      {others.length > 0 && (
        <section aria-labelledby="people">
          <h2 id="people">{t(memberText.peopleHead)}</h2>
          <LongList
            items={others}
            keyOf={({ id }) => id}
            labelledBy="people"
            total={peopleTotal - helpers.length}
            height={96}
            row={(one) => <Person person={one} />}
            onEnd={people.hasNextPage && !people.isFetchingNextPage ? () => void people.fetchNextPage() : undefined}
          />
        </section>
      )}
    </>
  );
}

/** Who can help is asked by words alone: a narrowed place or kind narrows them by their organisation. */
const isIn = (organisation: string | undefined, found: readonly OrganisationRow[], { place, kind }: Search): boolean =>
  (!place && !kind) || found.some(({ id }) => id === organisation);

/** Organisations are grouped, so all of them are needed; there are hundreds at most. */
function useFetchAll(pages: {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
}

interface Section {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly OrganisationRow[];
}

/** Municipalities by area, or by region where the network has no areas; then all other organisations. */
function sectionsOf(
  all: readonly OrganisationRow[],
  { areas, regions }: RegisterFrame,
  elsewhere: string,
  others: string,
): Section[] {
  const places = areas.length > 0 ? areas : regions;
  const placeOf = (one: OrganisationRow): string | undefined => (areas.length > 0 ? one.areas[0]?.id : one.region?.id);
  const municipalities = all.filter((one) => one.isMunicipality);
  const known = new Set(places.map(({ id }) => id));
  return [
    ...places.map(({ id, name }) => ({ id, name, rows: municipalities.filter((one) => placeOf(one) === id) })),
    { id: 'elsewhere', name: elsewhere, rows: municipalities.filter((one) => !known.has(placeOf(one) ?? '')) },
    { id: 'others', name: others, rows: all.filter((one) => !one.isMunicipality) },
  ].filter(({ rows }) => rows.length > 0);
}

function OrganisationLine({ organisation }: { organisation: OrganisationRow }): ReactNode {
  const t = useT();
  const { id, name, contacts, people } = organisation;
  const also = otherNameOf(organisation);
  return (
    <>
      <a {...onLink(organisationPage(id))}>{name}</a>
      {also && <span className="quiet also">{also}</span>}
      <p className="quiet facts">
        {contacts.length > 0 && (
          <span>
            {t(contacts.length === 1 ? memberText.contact : memberText.contactPersons)}:{' '}
            {contacts.map((one) => one.name).join(', ')}
          </span>
        )}
        {people > 0 && <span>{t(memberText.people, { n: people })}</span>}
      </p>
    </>
  );
}

/** Its name in the country's other language. */
export const otherNameOf = ({ name, names }: Pick<OrganisationRow, 'name' | 'names'>): string | undefined =>
  [names.fi, names.sv].find((one) => one !== undefined && one !== name);

function Filters({ frame, search, onSearch }: FoundProps): ReactNode {
  const t = useT();
  const { areas, regions, kinds } = frame;
  const places = areas.length > 0 ? areas : regions;
  return (
    <search className="filter three">
      <label>
        <span>{t(memberText.search)}</span>
        <input
          type="search"
          value={search.words}
          placeholder={t(memberText.searchHint)}
          onChange={(event) => onSearch({ ...search, words: event.target.value })}
        />
      </label>
      {places.length > 1 && (
        <Narrow
          label={t(areas.length > 0 ? memberText.area : memberText.region)}
          value={search.place}
          choices={places}
          onChange={(place) => onSearch({ ...search, place })}
        />
      )}
      {kinds.length > 1 && frame.totals.organisations > frame.totals.municipalities && (
        <Narrow
          label={t(memberText.kind)}
          value={search.kind}
          choices={kinds}
          onChange={(kind) => onSearch({ ...search, kind })}
        />
      )}
    </search>
  );
}

function Narrow({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: string;
  choices: readonly { id: string; name: string }[];
  onChange: (value: string) => void;
}): ReactNode {
  const t = useT();
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t(memberText.all)}</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Topics({
  topics,
  onChoose,
}: {
  topics: readonly { topic: string; people: number }[];
  onChoose: (topic: string) => void;
}): ReactNode {
  const t = useT();
  if (topics.length === 0) return undefined;
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{t(memberText.canHelpWith)}</h2>
      <p className="quiet">{t(memberText.canHelpWhy)}</p>
      <ul className="plain chips">
        {topics.slice(0, MOST_TOPICS).map(({ topic, people }) => (
          <li key={topic}>
            <button
              type="button"
              aria-label={t(memberText.helpers, { topic, n: people })}
              onClick={() => onChoose(topic)}
            >
              {topic} <span className="quiet">{people}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
