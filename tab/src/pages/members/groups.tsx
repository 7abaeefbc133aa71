/** The network's groups: who sits where now, for which term, and with which substitute. */
import type { ReactNode } from 'react';
import { BackLink } from '../../back-link.tsx';
import { listGroups, type SeatView } from '../../calls.ts';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { editGroupsPage } from '../../register-pages.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { memberText } from './text.ts';

export const ROLES: Readonly<Record<SeatView['role'], Message>> = {
  chair: memberText.chair,
  viceChair: memberText.viceChair,
  member: memberText.seat,
};

export function GroupsPage(): ReactNode {
  const t = useT();
  const groups = useRead('groups', listGroups);
  return (
    <>
      <BackLink page="members">{t(text.members)}</BackLink>
      <div className="title">
        <Heading>{t(memberText.groups)}</Heading>
        {groups.data?.mayChange && groups.data.groups.length > 0 && (
          <LinkButton page={editGroupsPage}>{t(memberText.edit)}</LinkButton>
        )}
      </div>
      <p className="lead">{t(memberText.groupsLead)}</p>
      {groups.isPending && <Skeleton />}
      {groups.isError && <Failure error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data?.groups.length === 0 && (
        <div className="empty">
          <p className="strong">{t(memberText.noGroups)}</p>
          <p>{t(memberText.noGroupsWhy)}</p>
          {groups.data.mayChange && (
            <div className="row centred">
              <LinkButton page={editGroupsPage} appearance="primary">
                {t(memberText.makeGroup)}
              </LinkButton>
            </div>
          )}
        </div>
      )}
      {(groups.data?.groups ?? []).map(({ id, name, seats }) => {
        const at = (state: SeatView['state']): SeatView[] => seats.filter((one) => one.state === state);
        return (
          <section key={id} aria-labelledby={`group-${id}`}>
            <h2 id={`group-${id}`}>{name}</h2>
            {at('now').length === 0 && <p className="quiet">{t(memberText.emptyGroup)}</p>}
            <Seats seats={at('now')} />
            <OtherTerms name={t(memberText.coming, { n: at('coming').length })} seats={at('coming')} />
            <OtherTerms name={t(memberText.past, { n: at('past').length })} seats={at('past')} />
          </section>
        );
      })}
    </>
  );
}

function OtherTerms({ name, seats }: { name: string; seats: readonly SeatView[] }): ReactNode {
  if (seats.length === 0) return undefined;
  return (
    <details>
      <summary>{name}</summary>
      <Seats seats={seats} />
    </details>
  );
}

function Seats({ seats }: { seats: readonly SeatView[] }): ReactNode {
  const t = useT();
  const { date } = useWhen();
  if (seats.length === 0) return undefined;
  return (
    <ul className="plain list">
      {seats.map(({ id, member, role, area, substitute, from, to }) => (
        <li key={id} className="line">
          <p>
            <span className="strong bold">{member.name}</span>
            {role !== 'member' && <span className="badge">{t(ROLES[role])}</span>}
            {!member.isCurrent && <span className="badge">{t(memberText.hasLeft)}</span>}
          </p>
          <p className="quiet facts">
            {member.organisation && <span>{member.organisation}</span>}
            {area && <span>{t(memberText.forArea, { area: area.name })}</span>}
            <span>
              {to
                ? t(memberText.term, { from: date(from), to: date(to) })
                : t(memberText.termOpen, { from: date(from) })}
            </span>
          </p>
          {substitute && (
            <p className="quiet small">
              {t(memberText.substitute, {
                name: [substitute.name, substitute.organisation].filter(Boolean).join(', '),
              })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
