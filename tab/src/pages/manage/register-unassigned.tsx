/** Members of whom it is not known whom they represent, by e-mail domain: the clear ones in one go, the others domain by domain. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useRef, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import type { Call } from '../../call.ts';
import { assignMembers, listUnassigned, type Representation } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { OrganisationPicker } from '../../organisation-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { editMemberPage } from '../../register-pages.ts';
import { onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { type BodyOf, REGISTER_PAGE, SHOWS_REGISTER, useAllOrganisations } from './register-data.ts';
import { registerText } from './register-text.ts';

/** So many of a domain are named; the others are behind a button. */
const FEW = 12;

type Group = (typeof listUnassigned extends Call<infer _, infer _, infer R> ? R : never)['groups'][number];

export function Unassigned(): ReactNode {
  const t = useT();
  const say = useSay();
  const found = useRead('unassigned', listUnassigned);
  const counted = useRef<HTMLHeadingElement>(null);
  const assign = useSend(assignMembers, {
    stale: SHOWS_REGISTER,
    onDone: ({ assigned }) => {
      say(t(registerText.assigned, { n: assigned }));
      counted.current?.focus();
    },
  });
  const send = (assignments: readonly { members: readonly string[]; represent: Representation }[]): void =>
    assign.mutate({ body: { assignments } as unknown as NonNullable<BodyOf<typeof assignMembers>> });
  const groups = found.data?.groups ?? [];
  const { clear = 0, unclear = 0 } = found.data ?? {};
  return (
    <div className="narrow">
      <BackLink page={REGISTER_PAGE}>{t(registerText.title)}</BackLink>
      <Heading>{t(registerText.unassigned)}</Heading>
      <p className="prose lead after">{t(registerText.unassignedLead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <section aria-labelledby="waiting">
          <h2 id="waiting" ref={counted} tabIndex={-1}>
            {groups.length === 0 ? t(registerText.unassignedNone) : t(registerText.waiting, { n: clear + unclear })}
          </h2>
          <Refused error={assign.error} />
          {clear > 0 && (
            <div className="notice register-clear">
              <p>{t(registerText.clear, { n: clear })}</p>
              <Button
                appearance="primary"
                disabledFocusable={assign.isPending}
                onClick={() =>
                  send(
                    groups.flatMap(({ members, suggestion }) =>
                      suggestion ? [{ members: members.map(({ id }) => id), represent: suggestion.represent }] : [],
                    ),
                  )
                }
              >
                {t(registerText.acceptClear)}
              </Button>
            </div>
          )}
          {groups.length > 0 && (
            <ul className="plain list">
              {groups.map((group) => (
                <li key={group.domain} className="line still">
                  <Domain
                    group={group}
                    isBusy={assign.isPending}
                    onAssign={(represent) => send([{ members: group.members.map(({ id }) => id), represent }])}
                  />
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  );
}

function Domain({
  group: { domain, members, suggestion },
  isBusy,
  onAssign,
}: {
  group: Group;
  isBusy: boolean;
  onAssign: (represent: Representation) => void;
}): ReactNode {
  const t = useT();
  const known = useAllOrganisations();
  const [isWhole, setWhole] = useState(false);
  const [chosen, setChosen] = useState<Pick>();
  const [mistake, setMistake] = useState<string>();
  const shown = isWhole ? members : members.slice(0, FEW);
  return (
    <>
      <h3>{domain || t(registerText.noDomain)}</h3>
      <p className="facts">
        {shown.map(({ id, name }) => (
          <a key={id} {...onLink(editMemberPage(id))}>
            {name}
          </a>
        ))}
        {shown.length < members.length && (
          <button type="button" className="as-link" onClick={() => setWhole(true)}>
            {t(registerText.andMore, { n: members.length - shown.length })}
          </button>
        )}
      </p>
      {suggestion && (
        <div className="row">
          <Button disabledFocusable={isBusy} onClick={() => onAssign(suggestion.represent)}>
            {t(registerText.accept, { name: suggestion.name })}
          </Button>
        </div>
      )}
      {domain && (
        <form
          className="register-merge"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setMistake(chosen ? undefined : t(registerText.chooseFirst));
            if (chosen) onAssign({ type: 'organisation', organisation: chosen.id } as Representation);
          }}
        >
          <OrganisationPicker
            name="organisation"
            label={t(registerText.theyRepresentOf, { domain })}
            problem={mistake}
            value={chosen}
            known={known}
            onChange={(one) => {
              setMistake(undefined);
              setChosen(one);
            }}
          />
          <Button type="submit" disabledFocusable={isBusy}>
            {t(registerText.assign)}
          </Button>
          <Button appearance="subtle" disabledFocusable={isBusy} onClick={() => onAssign({ type: 'nobody' })}>
            {t(registerText.nobody)}
          </Button>
        </form>
      )}
    </>
  );
}
