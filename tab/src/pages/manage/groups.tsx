/** Groups for coordinators: who sits where and until when, with the way to change it; the page that the address names below `manage/groups`. */
import { Button } from '@fluentui/react-button';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { createGroup, type GroupView, listGroups, removeGroup, renameGroup, type SeatView } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { AddRegular, ChevronRightRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { goTo, onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import './manage.css';
import { GROUPS, ROLES, SHOWS_GROUPS, seatPage } from './groups-pages.ts';
import { SeatPage } from './groups-seat.tsx';
import { groupsText } from './groups-text.ts';
import { Roles } from './roles.tsx';
import { rolesText } from './roles-text.ts';
import { manageText } from './text.ts';
import { useAfterDialog } from './use-after-dialog.ts';

export function Groups({ path }: { path: readonly string[] }): ReactNode {
  const [group, part, seat, ...deeper] = path;
  if (deeper.length > 0 || (part !== undefined && (part !== 'seats' || seat === undefined))) return <NotThere />;
  if (group === undefined) return <AllGroups />;
  if (seat !== undefined) return <SeatPage key={`${group} ${seat}`} group={group} seat={seat} />;
  if (group === 'new') return <NewGroup />;
  if (group === 'roles') return <Roles />;
  return <OneGroup key={group} id={group} />;
}

function AllGroups(): ReactNode {
  const t = useT();
  const groups = useRead('groups', listGroups);
  return (
    <>
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <div className="title">
        <Heading>{t(manageText.groups)}</Heading>
        {groups.data && groups.data.groups.length > 0 && (
          <LinkButton page={`${GROUPS}/new`} icon={<AddRegular />}>
            {t(groupsText.makeGroup)}
          </LinkButton>
        )}
      </div>
      <p className="lead prose">{t(groupsText.lead)}</p>
      <WaysOn />
      {groups.isPending && <Skeleton />}
      {groups.isError && <Failure error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data?.groups.length === 0 && (
        <div className="empty">
          <p className="strong">{t(groupsText.noGroups)}</p>
          <p>{t(groupsText.noGroupsWhy)}</p>
          <div className="row centred">
            <LinkButton page={`${GROUPS}/new`} appearance="primary">
              {t(groupsText.makeGroup)}
            </LinkButton>
          </div>
        </div>
      )}
      <Ending ending={groups.data?.ending ?? []} />
      {(groups.data?.groups ?? []).map((group) => (
        <GroupSection key={group.id} group={group} />
      ))}
    </>
  );
}

function WaysOn(): ReactNode {
  const t = useT();
  return (
    <ul className="plain list ways-on">
      {[
        { page: `${GROUPS}/roles`, name: rolesText.coordinators, what: rolesText.coordinatorsWhat },
        { page: 'manage/handover', name: rolesText.handover, what: rolesText.handoverWhat },
      ].map(({ page, name, what }) => (
        <li key={page}>
          <a className="line place" {...onLink(page)}>
            <span>
              <span className="strong">{t(name)}</span>
              <span className="quiet small below">{t(what)}</span>
            </span>
            <ChevronRightRegular className="icon" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Ending({ ending }: { ending: readonly { group: string; name: string; seat: SeatView }[] }): ReactNode {
  const t = useT();
  const { date } = useWhen();
  if (ending.length === 0) return undefined;
  return (
    <section aria-labelledby="ending">
      <h2 id="ending">{t(groupsText.endingHead)}</h2>
      <p className="quiet after-head">{t(groupsText.endingWhy)}</p>
      <ul className="plain list">
        {ending.map(({ group, name, seat }) => (
          <li key={`${group} ${seat.id}`} className="line">
            <a {...onLink(seatPage(group, seat.id))}>{seat.member.name}</a>
            <p className="quiet facts">
              <span>{name}</span>
              <span>{t(ROLES[seat.role])}</span>
              {seat.to && <span>{t(groupsText.endsOn, { date: date(seat.to) })}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function GroupSection({ group }: { group: GroupView }): ReactNode {
  const t = useT();
  const { id, name, seats } = group;
  const at = (state: SeatView['state']): SeatView[] => seats.filter((one) => one.state === state);
  return (
    <section aria-labelledby={`group-${id}`}>
      <div className="title">
        <h2 id={`group-${id}`}>{name}</h2>
        <div className="row beside-title">
          <LinkButton page={`${GROUPS}/${id}`} label={t(groupsText.editThis, { name })} appearance="subtle">
            {t(groupsText.edit)}
          </LinkButton>
          <LinkButton page={seatPage(id, 'new')} label={t(groupsText.addPersonTo, { group: name })}>
            {t(groupsText.addPerson)}
          </LinkButton>
        </div>
      </div>
      {at('now').length === 0 && <p className="quiet">{t(groupsText.emptyGroup)}</p>}
      <Seats group={id} seats={at('now')} />
      <OtherTerms group={id} name={t(groupsText.coming, { n: at('coming').length })} seats={at('coming')} />
      <OtherTerms group={id} name={t(groupsText.past, { n: at('past').length })} seats={at('past')} />
    </section>
  );
}

interface SeatsProps {
  readonly group: string;
  readonly seats: readonly SeatView[];
}

function OtherTerms({ name, ...of }: SeatsProps & { name: string }): ReactNode {
  if (of.seats.length === 0) return undefined;
  return (
    <details>
      <summary>{name}</summary>
      <Seats {...of} />
    </details>
  );
}

function Seats({ group, seats }: SeatsProps): ReactNode {
  const t = useT();
  const { date } = useWhen();
  if (seats.length === 0) return undefined;
  return (
    <ul className="plain list">
      {seats.map(({ id, member, role, area, substitute, from, to, endsSoon }) => (
        <li key={id} className="line">
          <a {...onLink(seatPage(group, id))}>{member.name}</a>
          {role !== 'member' && <span className="badge">{t(ROLES[role])}</span>}
          {endsSoon && <span className="badge">{t(groupsText.endingHead)}</span>}
          {!member.isCurrent && <span className="badge">{t(groupsText.hasLeft)}</span>}
          <p className="quiet facts">
            {member.organisation && <span>{member.organisation}</span>}
            {area && <span>{t(groupsText.forArea, { area: area.name })}</span>}
            <span>
              {to
                ? t(groupsText.term, { from: date(from), to: date(to) })
                : t(groupsText.termOpen, { from: date(from) })}
            </span>
          </p>
          {substitute && (
            <p className="quiet small">
              {t(groupsText.substitute, {
                name: [substitute.name, substitute.organisation].filter(Boolean).join(', '),
              })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

type Names = Required<{ [K in keyof GroupView['names']]: string }>;
const NO_NAMES: Names = { fi: '', sv: '', en: '' };
const NAME_FIELDS: readonly { readonly field: keyof Names; readonly label: Message }[] = [
  { field: 'fi', label: groupsText.nameFi },
  { field: 'sv', label: groupsText.nameSv },
  { field: 'en', label: groupsText.nameEn },
];

function NameFields({ draft, set }: Pick<ReturnType<typeof useDraft<Names>>, 'draft' | 'set'>): ReactNode {
  const t = useT();
  return NAME_FIELDS.map(({ field, label }, index) => (
    <TextField
      key={field}
      name={field}
      label={t(label)}
      {...(index === 0 ? { hint: t(groupsText.namesHint) } : {})}
      value={draft[field]}
      onChange={set(field)}
    />
  ));
}

function NewGroup(): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { draft, set } = useDraft(NO_NAMES);
  const make = useSend(createGroup, {
    stale: SHOWS_GROUPS,
    onDone: ({ id, name }) => {
      attempt.done();
      say(t(groupsText.made, { name }));
      goTo(seatPage(id, 'new'));
    },
  });
  return (
    <div className="narrow">
      <BackLink page={GROUPS}>{t(manageText.groups)}</BackLink>
      <Heading>{t(groupsText.makeGroup)}</Heading>
      <div className="after-heading">
        <Form
          label={t(groupsText.makeGroup)}
          onSubmit={() => make.mutate({ body: { names: draft, requestId: attempt.idFor(draft) } })}
          error={make.error}
          does={t(groupsText.makeGroup)}
          isBusy={make.isPending}
        >
          <NameFields draft={draft} set={set} />
        </Form>
      </div>
    </div>
  );
}

function OneGroup({ id }: { id: string }): ReactNode {
  const t = useT();
  const groups = useRead('groups', listGroups);
  const group = groups.data?.groups.find((one) => one.id === id);
  const back = <BackLink page={GROUPS}>{t(manageText.groups)}</BackLink>;
  if (!group)
    return (
      <>
        {back}
        {groups.isError ? (
          <Failure isPage error={groups.error} onRetry={() => void groups.refetch()} />
        ) : groups.data ? (
          <NotThere />
        ) : (
          <Skeleton />
        )}
      </>
    );
  return (
    <div className="narrow">
      {back}
      <EditGroup group={group} />
    </div>
  );
}

function EditGroup({ group }: { group: GroupView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, set } = useDraft<Names>(() => {
    const { fi = '', sv = '', en = '' } = group.names;
    return { fi, sv, en };
  });
  const { asked, ask, way, round } = useAsked<'remove'>();
  const client = useQueryClient();
  const leave = useAfterDialog(way.isOpen, () => {
    goTo(GROUPS);
    void client.invalidateQueries(); // only now: until the dialog has closed, the group is still on the page
  });
  const rename = useSend(renameGroup, { stale: SHOWS_GROUPS, onDone: () => say(t(groupsText.saved)) });
  return (
    <>
      <Heading>{group.name}</Heading>
      <div className="after-heading">
        <Form
          label={t(groupsText.names)}
          onSubmit={() => rename.mutate({ params: { group: group.id }, body: { names: draft } })}
          error={rename.error}
          does={t(text.save)}
          isBusy={rename.isPending}
          more={<Button onClick={() => ask('remove')}>{t(groupsText.removeGroup)}</Button>}
        >
          <NameFields draft={draft} set={set} />
        </Form>
      </div>
      {asked && <RemoveGroup key={round} group={group} onRemoved={leave} {...way} />}
    </>
  );
}

function RemoveGroup({ group, onRemoved, ...way }: Way & { group: GroupView; onRemoved: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const remove = useSend(removeGroup, {
    onDone: () => {
      say(t(groupsText.groupRemoved));
      onRemoved();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(groupsText.removeGroupTitle, { name: group.name })}
      does={t(groupsText.removeGroup)}
      onDo={() => remove.mutate({ params: { group: group.id } })}
      isBusy={remove.isPending}
      error={remove.error}
      {...way}
    >
      <p>{t(groupsText.removeGroupWhy)}</p>
    </Ask>
  );
}
