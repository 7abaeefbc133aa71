/** Who coordinates the network: naming others, and taking the role away. */
import { Button } from '@fluentui/react-button';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { type Coordinator, listCoordinators, nameCoordinator, removeCoordinator } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { MemberPicker } from '../../member-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { goTo } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { GROUPS } from './groups-pages.ts';
import { rolesText } from './roles-text.ts';
import { manageText } from './text.ts';
import { useAfterDialog } from './use-after-dialog.ts';

/** What is read anew when the coordinators have changed. */
const SHOWS_ROLES = ['coordinators', 'handover', 'audit'];

export function Roles(): ReactNode {
  const t = useT();
  const client = useQueryClient();
  const roles = useRead('coordinators', listCoordinators);
  const { asked, ask, way, round, fallback } = useAsked<Coordinator>();
  const leave = useAfterDialog(way.isOpen, () => {
    goTo('');
    void client.invalidateQueries(); // what the reader may do as well
  });
  return (
    <div className="narrow">
      <BackLink page={GROUPS}>{t(manageText.groups)}</BackLink>
      <Heading>{t(rolesText.coordinators)}</Heading>
      <p className="lead prose">{t(rolesText.coordinatorsLead)}</p>
      {roles.isPending && <Skeleton />}
      {roles.isError && <Failure error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data && (
        <section aria-labelledby="coordinators" className="after-heading">
          <h2 id="coordinators" ref={fallback} tabIndex={-1} className="hidden">
            {t(rolesText.coordinators)}
          </h2>
          <ul className="plain list">
            {roles.data.coordinators.map((one) => (
              <li key={one.id} className="line">
                <p>
                  <span className="bold">{one.name}</span>
                  {one.isYou && <span className="badge">{t(rolesText.you)}</span>}
                  {!one.isCurrent && <span className="badge">{t(rolesText.hasLeft)}</span>}
                </p>
                {one.organisation && <p className="quiet small">{one.organisation}</p>}
                <div className="row small-gap">
                  <LinkButton
                    page={`manage/handover/${encodeURIComponent(one.id)}`}
                    label={t(rolesText.handoverOfName, { name: one.name })}
                  >
                    {t(rolesText.handoverOf)}
                  </LinkButton>
                  {one.mayBeRemoved && (
                    <Button
                      appearance="subtle"
                      aria-label={one.isYou ? undefined : t(rolesText.removeName, { name: one.name })}
                      onClick={() => ask(one)}
                    >
                      {t(one.isYou ? rolesText.stop : rolesText.remove)}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {roles.data?.mayChange && <NameAnother />}
      {asked && <Remove key={round} one={asked} onGone={leave} {...way} />}
    </div>
  );
}

function NameAnother(): ReactNode {
  const t = useT();
  const say = useSay();
  const [person, setPerson] = useState<Pick>();
  const [isMissing, setMissing] = useState(false);
  const name = useSend(nameCoordinator, {
    stale: SHOWS_ROLES,
    onDone: () => {
      say(t(rolesText.named, { name: person?.name ?? '' }));
      setPerson(undefined);
    },
  });
  const submit = (): void => {
    setMissing(!person);
    if (person) name.mutate({ body: { member: person.id } as Naming });
  };
  return (
    <section aria-labelledby="name-another" className="after-facts">
      <h2 id="name-another">{t(rolesText.nameAnother)}</h2>
      <Form
        label={t(rolesText.nameAnother)}
        onSubmit={submit}
        error={name.error}
        does={t(rolesText.nameAnother)}
        isBusy={name.isPending}
      >
        <MemberPicker
          hasTeams
          name="member"
          label={t(rolesText.whom)}
          hint={t(rolesText.whomHint)}
          problem={isMissing ? t(rolesText.chooseFirst) : undefined}
          value={person}
          onChange={(one) => {
            setMissing(false);
            setPerson(one);
          }}
        />
      </Form>
    </section>
  );
}

/** Ids that the server gave are plain strings here. */
type Naming = NonNullable<typeof nameCoordinator.types>[1];

function Remove({ one, onGone, ...way }: Way & { one: Coordinator; onGone: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const remove = useSend(removeCoordinator, {
    ...(one.isYou ? {} : { stale: SHOWS_ROLES }),
    onDone: () => {
      say(one.isYou ? t(rolesText.removedSelf) : t(rolesText.removed, { name: one.name }));
      if (one.isYou) onGone();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={one.isYou ? t(rolesText.removeSelfTitle) : t(rolesText.removeTitle, { name: one.name })}
      does={t(one.isYou ? rolesText.stop : rolesText.remove)}
      onDo={() => remove.mutate({ params: { member: one.id } })}
      isBusy={remove.isPending}
      error={remove.error}
      {...way}
    >
      <p>{t(one.isYou ? rolesText.removeSelfWhy : rolesText.removeWhy)}</p>
    </Ask>
  );
}
