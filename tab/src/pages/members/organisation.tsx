/** One organisation: its people, contact persons first, what they can help with, and the groups that they sit in. */
import type { ReactNode } from 'react';
import { BackLink } from '../../back-link.tsx';
import { getOrganisation, getRegister, listGroups, type MemberRow, type OrganisationView } from '../../calls.ts';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { LongList } from '../../long-list.tsx';
import { editOrganisationPage, RECOMMEND_PAGE } from '../../register-pages.ts';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { otherNameOf } from './directory.tsx';
import { ROLES } from './groups.tsx';
import { Person } from './person.tsx';
import { memberText } from './text.ts';

export function OrganisationPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const { network } = useSession();
  const one = useRead('organisations', getOrganisation, { params: { organisation: id } });
  const back = <BackLink page="members">{t(text.members)}</BackLink>;
  if (!one.data)
    return (
      <>
        {back}
        {one.isError ? <Failure isPage error={one.error} onRetry={() => void one.refetch()} /> : <Skeleton />}
      </>
    );
  const { name, members } = one.data;
  const also = otherNameOf(one.data);
  return (
    <>
      {back}
      <div className="title">
        <Heading>{name}</Heading>
        {network.coordinator && (
          <LinkButton page={editOrganisationPage(id)} label={t(memberText.editThis, { name })}>
            {t(memberText.edit)}
          </LinkButton>
        )}
      </div>
      {also && <p className="lead">{also}</p>}
      <div className="columns">
        <div>
          <People of={members} />
        </div>
        <div>
          <Facts of={one.data} />
          <InGroups of={members} />
        </div>
      </div>
    </>
  );
}

function People({ of }: { of: readonly MemberRow[] }): ReactNode {
  const t = useT();
  const contacts = of.filter(({ isContact }) => isContact);
  const others = of.filter(({ isContact }) => !isContact);
  if (of.length === 0)
    return (
      <div className="empty">
        <p>{t(memberText.noPeople)}</p>
        <div className="row centred">
          <LinkButton page={RECOMMEND_PAGE}>{t(memberText.recommend)}</LinkButton>
        </div>
      </div>
    );
  return (
    <>
      {contacts.length > 0 && (
        <section aria-labelledby="contacts">
          <h2 id="contacts">{t(memberText.contactPersons)}</h2>
          <LongList
            items={contacts}
            keyOf={({ id }) => id}
            labelledBy="contacts"
            row={(person) => <Person isAtHome person={person} />}
          />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">{t(contacts.length > 0 ? memberText.otherPeople : memberText.peopleHead)}</h2>
          <LongList
            items={others}
            keyOf={({ id }) => id}
            labelledBy="others"
            height={96}
            row={(person) => <Person isAtHome person={person} />}
          />
        </section>
      )}
    </>
  );
}

function Facts({ of }: { of: OrganisationView }): ReactNode {
  const t = useT();
  const kind = useRead('register', getRegister).data?.kinds.find(({ id }) => id === of.kind);
  return (
    <dl className="facts-table first">
      {kind && (
        <>
          <dt>{t(memberText.kind)}</dt>
          <dd>{kind.name}</dd>
        </>
      )}
      {of.region && (
        <>
          <dt>{t(memberText.region)}</dt>
          <dd>{of.region.name}</dd>
        </>
      )}
      {of.areas.length > 0 && (
        <>
          <dt>{t(memberText.area)}</dt>
          <dd>{of.areas.map(({ name }) => name).join(', ')}</dd>
        </>
      )}
      {of.inhabitants !== undefined && (
        <>
          <dt>{t(memberText.inhabitants)}</dt>
          <dd>{new Intl.NumberFormat(t.tag).format(of.inhabitants)}</dd>
        </>
      )}
    </dl>
  );
}

function InGroups({ of }: { of: readonly MemberRow[] }): ReactNode {
  const t = useT();
  const groups = useRead('groups', listGroups).data?.groups ?? [];
  const ids = new Set<string>(of.map(({ id }) => id));
  const places = groups.flatMap((group) =>
    group.seats
      .filter(({ state }) => state === 'now')
      .flatMap(({ id, member, role, substitute }) => [
        ...(ids.has(member.id) ? [{ key: id, name: member.name, role: t(ROLES[role]), group: group.name }] : []),
        ...(substitute && ids.has(substitute.id)
          ? [{ key: `${id} substitute`, name: substitute.name, role: t(memberText.isSubstitute), group: group.name }]
          : []),
      ]),
  );
  if (places.length === 0) return undefined;
  return (
    <section aria-labelledby="in-groups" className="after-facts">
      <h2 id="in-groups">{t(memberText.inGroups)}</h2>
      <ul className="plain stack tight">
        {places.map(({ key, name, role, group }) => (
          <li key={key}>
            <span className="strong">{group}</span>: {name}, <span className="lower">{role}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
