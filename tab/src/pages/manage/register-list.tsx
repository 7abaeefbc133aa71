/** Everyone and every organisation of the register, narrowed by what is looked for; each row leads to where it is changed. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useEffect, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import {
  getRegister,
  listMembers,
  listOrganisations,
  type MemberRow,
  type OrganisationRow,
  type RegisterFrame,
} from '../../calls.ts';
import { useRead, useReadPages } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { ChevronRightRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { LongList } from '../../long-list.tsx';
import { useSettled } from '../../organisation-picker.tsx';
import { editMemberPage, editOrganisationPage } from '../../register-pages.ts';
import { onLink } from '../../router.ts';
import { Segments } from '../../segments.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { memberText } from '../members/text.ts';
import { REGISTER_PAGE, STAGES } from './register-data.ts';
import { Filters, filterOf, NOTHING, type Search } from './register-filters.tsx';
import { registerText } from './register-text.ts';

/** The search follows the typing by this much, in milliseconds. */
const PAUSE = 200;

type Side = 'people' | 'organisations';
interface View {
  readonly side: Side;
  readonly search: Search;
}
/** What was looked for last in each network, for who comes back from one that was found. */
const kept = new Map<string, View>();

export function RegisterList(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const frame = useRead('register', getRegister);
  const [view, setView] = useState<View>(() => kept.get(network.id) ?? { side: 'people', search: NOTHING });
  useEffect(() => {
    kept.set(network.id, view);
  }, [network.id, view]);
  const { side, search } = view;
  const onSearch = (next: Search): void => setView({ side, search: next });
  return (
    <>
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <div className="title">
        <Heading>{t(registerText.title)}</Heading>
        <div className="row beside-title">
          <LinkButton page={`${REGISTER_PAGE}/add-municipalities`}>{t(registerText.addMunicipalities)}</LinkButton>
          <LinkButton page={`${REGISTER_PAGE}/add-organisation`}>{t(registerText.addOrganisation)}</LinkButton>
          <LinkButton page={`${REGISTER_PAGE}/add-member`}>{t(registerText.addMember)}</LinkButton>
        </div>
      </div>
      {frame.isPending && <Skeleton />}
      {frame.isError && <Failure error={frame.error} onRetry={() => void frame.refetch()} />}
      {frame.data && (
        <>
          <Waiting desk={frame.data.desk} />
          <div className="register-side">
            <Segments<Side>
              name="side"
              legend={t(registerText.show)}
              value={side}
              choices={[
                { value: 'people', label: t(registerText.people) },
                { value: 'organisations', label: t(registerText.organisations) },
              ]}
              onChange={(next) => setView({ side: next, search })}
            />
          </div>
          {side === 'people' ? (
            <People frame={frame.data} search={search} onSearch={onSearch} />
          ) : (
            <Organisations frame={frame.data} search={search} onSearch={onSearch} />
          )}
        </>
      )}
    </>
  );
}

/** Ways to the pages that put things right, each with how much waits there. */
function Waiting({ desk }: { desk: RegisterFrame['desk'] }): ReactNode {
  const t = useT();
  const pages = [
    { page: 'claims', name: registerText.claims, n: (desk?.claims ?? 0) + (desk?.missing ?? 0) },
    { page: 'unassigned', name: registerText.unassigned, n: desk?.unassigned ?? 0 },
    { page: 'doubles', name: registerText.doubles, n: desk?.doubles ?? 0 },
    { page: 'mergers', name: registerText.mergers, n: desk?.mergers ?? 0 },
    { page: 'rules', name: registerText.rules, n: 0 },
  ];
  return (
    <nav className="register-ways" aria-label={t(registerText.more)}>
      <ul className="plain">
        {pages.map(({ page, name, n }) => (
          <li key={page}>
            <a {...onLink(`${REGISTER_PAGE}/${page}`)}>
              {t(name)}
              {n > 0 && <span className="badge">{n}</span>}
              <ChevronRightRegular className="icon" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SideProps {
  readonly frame: RegisterFrame;
  readonly search: Search;
  readonly onSearch: (search: Search) => void;
}

function People({ frame, search, onSearch }: SideProps): ReactNode {
  const t = useT();
  const words = useSettled(search.text.trim(), search.text ? PAUSE : 0);
  const filter = filterOf(search, words, true);
  const found = useReadPages('people', listMembers, { params: filter });
  const rows = found.data?.pages.flatMap((page) => page.members) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const isSearching = words !== search.text.trim() || found.isPlaceholderData;
  return (
    <>
      <Filters isOfPeople frame={frame} search={search} onSearch={onSearch} facets={found.data?.pages[0]?.facets} />
      <p role="status" className="quiet">
        {found.isSuccess && !isSearching ? t(registerText.countPeople, { n: total }) : ''}
      </p>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && !isSearching && total === 0 && (
        <Nothing isNarrowed={Object.keys(filter).length > 0} onSearch={onSearch} />
      )}
      {rows.length > 0 && (
        <LongList
          items={rows}
          keyOf={({ id }) => id}
          label={t(registerText.people)}
          total={total}
          height={72}
          row={(one) => <PersonLine person={one} />}
          onEnd={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}
        />
      )}
    </>
  );
}

function PersonLine({ person }: { person: MemberRow }): ReactNode {
  const t = useT();
  const { id, name, organisation, title, email, isContact, desk } = person;
  return (
    <>
      <a {...onLink(editMemberPage(id))}>{name}</a>
      {isContact && <span className="badge">{t(registerText.contact)}</span>}
      {desk?.hasTeams === false && <span className="badge">{t(registerText.withoutTeams)}</span>}
      {desk?.emailFailedAt && <span className="badge">{t(registerText.addressFails)}</span>}
      <p className="quiet facts">
        <span>
          {organisation?.name ?? t(desk?.representsNobody ? registerText.nobodysRepresentative : registerText.unplaced)}
        </span>
        {title && <span>{title}</span>}
        {email && <span className="breaks">{email}</span>}
      </p>
    </>
  );
}

function Organisations({ frame, search, onSearch }: SideProps): ReactNode {
  const t = useT();
  const words = useSettled(search.text.trim(), search.text ? PAUSE : 0);
  const filter = filterOf(search, words, false);
  const found = useReadPages('organisations', listOrganisations, { params: filter });
  const rows = found.data?.pages.flatMap((page) => page.organisations) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const isSearching = words !== search.text.trim() || found.isPlaceholderData;
  return (
    <>
      <Filters
        isOfPeople={false}
        frame={frame}
        search={search}
        onSearch={onSearch}
        facets={found.data?.pages[0]?.facets}
      />
      <p role="status" className="quiet">
        {found.isSuccess && !isSearching ? t(registerText.countOrganisations, { n: total }) : ''}
      </p>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && !isSearching && total === 0 && (
        <Nothing isNarrowed={Object.keys(filter).length > 0} onSearch={onSearch} />
      )}
      {rows.length > 0 && (
        <LongList
          items={rows}
          keyOf={({ id }) => id}
          label={t(registerText.organisations)}
          total={total}
          height={72}
          row={(one) => (
            <OrganisationLine organisation={one} kind={frame.kinds.find(({ id }) => id === one.kind)?.name} />
          )}
          onEnd={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}
        />
      )}
    </>
  );
}

function OrganisationLine({
  organisation,
  kind,
}: {
  organisation: OrganisationRow;
  kind: string | undefined;
}): ReactNode {
  const t = useT();
  const { id, name, membership, isMunicipality, areas, inhabitants, people, contacts } = organisation;
  return (
    <>
      <a {...onLink(editOrganisationPage(id))}>{name}</a>
      {membership && <span className="badge">{t(STAGES[membership])}</span>}
      <p className="quiet facts">
        {!isMunicipality && kind && <span>{kind}</span>}
        {areas.length > 0 && <span>{areas.map((area) => area.name).join(', ')}</span>}
        {inhabitants !== undefined && (
          <span>
            {t(registerText.size)}: {new Intl.NumberFormat(t.tag).format(inhabitants)}
          </span>
        )}
        <span>{t(memberText.people, { n: people })}</span>
        {contacts.length > 0 && (
          <span>
            {t(contacts.length === 1 ? registerText.contact : registerText.contacts)}:{' '}
            {contacts.map((one) => one.name).join(', ')}
          </span>
        )}
      </p>
    </>
  );
}

function Nothing({ isNarrowed, onSearch }: { isNarrowed: boolean; onSearch: (search: Search) => void }): ReactNode {
  const t = useT();
  return isNarrowed ? (
    <div className="empty">
      <p>{t(registerText.nothingFound)}</p>
      <div className="row centred">
        <Button onClick={() => onSearch(NOTHING)}>{t(registerText.showAll)}</Button>
      </div>
    </div>
  ) : (
    <div className="empty">
      <p className="strong">{t(registerText.nobodyYet)}</p>
      <p>{t(registerText.nobodyYetWhy)}</p>
      <div className="row centred">
        <LinkButton page={`${REGISTER_PAGE}/add-municipalities`} appearance="primary">
          {t(registerText.addMunicipalities)}
        </LinkButton>
        <LinkButton page="manage/import">{t(registerText.importList)}</LinkButton>
      </div>
    </div>
  );
}
