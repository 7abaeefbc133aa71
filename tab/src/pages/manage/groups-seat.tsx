/** One seat of a group: who, for what, with which substitute, and for which term. */
import { Button } from '@fluentui/react-button';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { addSeat, changeSeat, endSeat, type GroupView, listGroups, removeSeat, type SeatView } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { DateField, SelectField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { MemberPicker } from '../../member-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { goTo } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT, useZone } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { dateIn } from '../../when.ts';
import { GROUPS, ROLES, SHOWS_GROUPS } from './groups-pages.ts';
import { groupsText } from './groups-text.ts';
import { manageText } from './text.ts';
import { useAfterDialog } from './use-after-dialog.ts';

type Areas = readonly { readonly id: string; readonly name: string }[];

/** `seat`: its id, or `new`. */
export function SeatPage({ group: id, seat: seatId }: { group: string; seat: string }): ReactNode {
  const t = useT();
  const groups = useRead('groups', listGroups);
  const group = groups.data?.groups.find((one) => one.id === id);
  const seat = group?.seats.find((one) => one.id === seatId);
  const back = <BackLink page={GROUPS}>{t(manageText.groups)}</BackLink>;
  if (!groups.data || !group || (!seat && seatId !== 'new'))
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
      <Heading>{seat ? seat.member.name : t(groupsText.newSeat)}</Heading>
      <p className="lead after">{group.name}</p>
      {seat ? (
        <EditSeat group={group} seat={seat} areas={groups.data.areas} />
      ) : (
        <NewSeat group={group} areas={groups.data.areas} />
      )}
    </div>
  );
}

interface Draft {
  readonly member: Pick | undefined;
  readonly role: SeatView['role'];
  readonly area: string;
  readonly substitute: Pick | undefined;
  readonly from: string;
  readonly to: string;
}

const sentOf = ({ member, substitute, ...draft }: Draft) => ({
  ...draft,
  member: member?.id ?? '',
  substitute: substitute?.id ?? '',
});

function NewSeat({ group, areas }: { group: GroupView; areas: Areas }): ReactNode {
  const t = useT();
  const say = useSay();
  const zone = useZone();
  const attempt = useAttempt();
  const { draft, set } = useDraft<Draft>(() => ({
    ...{ member: undefined, role: 'member', area: '', substitute: undefined },
    ...{ from: dateIn(Date.now(), zone), to: '' },
  }));
  const add = useSend(addSeat, {
    stale: SHOWS_GROUPS,
    onDone: () => {
      attempt.done();
      say(t(groupsText.seatAdded, { name: draft.member?.name ?? '' }));
      goTo(GROUPS);
    },
  });
  const submit = (): void => {
    const seat = sentOf(draft);
    add.mutate({ params: { group: group.id }, body: { seat, requestId: attempt.idFor(seat) } });
  };
  return (
    <Form
      label={t(groupsText.newSeat)}
      onSubmit={submit}
      error={add.error}
      does={t(groupsText.addPerson)}
      isBusy={add.isPending}
    >
      <SeatFields draft={draft} set={set} areas={areas} />
    </Form>
  );
}

function EditSeat({ group, seat, areas }: { group: GroupView; seat: SeatView; areas: Areas }): ReactNode {
  const t = useT();
  const say = useSay();
  const client = useQueryClient();
  const { draft, set } = useDraft<Draft>(() => ({
    ...{ member: seat.member, role: seat.role, area: seat.area?.id ?? '', substitute: seat.substitute },
    ...{ from: seat.from, to: seat.to ?? '' },
  }));
  const { asked, ask, way, round } = useAsked<'end' | 'remove'>();
  const leave = useAfterDialog(way.isOpen, () => {
    goTo(GROUPS);
    void client.invalidateQueries(); // only now: until the dialog has closed, the seat is still on the page
  });
  const change = useSend(changeSeat, {
    stale: SHOWS_GROUPS,
    onDone: () => {
      say(t(groupsText.saved));
      goTo(GROUPS);
    },
  });
  const params = { group: group.id, seat: seat.id };
  return (
    <>
      <Form
        label={t(groupsText.editSeat)}
        onSubmit={() => change.mutate({ params, body: { seat: sentOf(draft) } })}
        error={change.error}
        does={t(text.save)}
        isBusy={change.isPending}
        more={
          seat.state === 'coming' ? (
            <Button onClick={() => ask('remove')}>{t(groupsText.removeSeat)}</Button>
          ) : (
            seat.state === 'now' && <Button onClick={() => ask('end')}>{t(groupsText.endTerm)}</Button>
          )
        }
      >
        <SeatFields draft={draft} set={set} areas={areas} />
      </Form>
      {asked === 'end' && <EndTerm key={round} seat={seat} params={params} onEnded={leave} {...way} />}
      {asked === 'remove' && <RemoveSeat key={round} seat={seat} params={params} onRemoved={leave} {...way} />}
    </>
  );
}

function SeatFields({
  draft,
  set,
  areas,
}: { areas: Areas } & Omit<ReturnType<typeof useDraft<Draft>>, 'replace'>): ReactNode {
  const t = useT();
  return (
    <>
      <MemberPicker
        isRequired
        name="member"
        label={t(groupsText.person)}
        hint={t(groupsText.search)}
        value={draft.member}
        onChange={set('member')}
      />
      <SelectField
        name="role"
        label={t(groupsText.role)}
        value={draft.role}
        choices={(['member', 'chair', 'viceChair'] as const).map((value) => ({ value, label: t(ROLES[value]) }))}
        onChange={set('role')}
      />
      {(areas.length > 0 || draft.area !== '') && (
        <SelectField
          name="area"
          label={t(groupsText.area)}
          value={draft.area}
          choices={[
            { value: '', label: t(groupsText.wholeNetwork) },
            ...areas.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={set('area')}
        />
      )}
      <MemberPicker
        isOptional
        name="substitute"
        label={t(groupsText.substituteField)}
        hint={t(groupsText.substituteHint)}
        value={draft.substitute}
        onChange={set('substitute')}
      />
      <DateField isRequired name="from" label={t(groupsText.from)} value={draft.from} onChange={set('from')} />
      <DateField
        isOptional
        name="to"
        label={t(groupsText.to)}
        hint={t(groupsText.toHint)}
        value={draft.to}
        onChange={set('to')}
      />
    </>
  );
}

interface OfSeat extends Way {
  readonly seat: SeatView;
  readonly params: { readonly group: string; readonly seat: string };
}

function EndTerm({ seat, params, onEnded, ...way }: OfSeat & { onEnded: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const zone = useZone();
  const [on, setOn] = useState(() => dateIn(Date.now(), zone));
  const end = useSend(endSeat, {
    onDone: () => {
      say(t(groupsText.termEnded));
      onEnded();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(groupsText.endTermTitle, { name: seat.member.name })}
      does={t(groupsText.endTerm)}
      onDo={() => end.mutate({ params, body: { on } })}
      isBusy={end.isPending}
      isReady={on !== ''}
      error={end.error}
      {...way}
    >
      <p>{t(groupsText.endTermWhy)}</p>
      <DateField name="on" label={t(groupsText.lastDay)} value={on} onChange={setOn} />
    </Ask>
  );
}

function RemoveSeat({ seat, params, onRemoved, ...way }: OfSeat & { onRemoved: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const remove = useSend(removeSeat, {
    onDone: () => {
      say(t(groupsText.seatRemoved));
      onRemoved();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(groupsText.removeSeatTitle, { name: seat.member.name })}
      does={t(groupsText.removeSeat)}
      onDo={() => remove.mutate({ params })}
      isBusy={remove.isPending}
      error={remove.error}
      {...way}
    >
      <p>{t(groupsText.removeSeatWhy)}</p>
    </Ask>
  );
}
