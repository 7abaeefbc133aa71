/** One person of the register: changed in place, merged with another identity of theirs, removed or taken back. */
import { Button } from '@fluentui/react-button';
import { Fragment, type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import {
  bringMemberBack,
  editMember,
  getMember,
  type MemberView,
  mergeMember,
  removeMember,
  unmergeMember,
} from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { MemberPicker } from '../../member-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { editGroupsPage, editMemberPage, editOrganisationPage } from '../../register-pages.ts';
import { onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { type Message, type Translate, text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { REGISTER_PAGE, SHOWS_REGISTER, useAllOrganisations, useTakeIn } from './register-data.ts';
import { draftOf, MemberFields, sentOf } from './register-member-fields.tsx';
import { registerText } from './register-text.ts';
import { useAfterDialog } from './use-after-dialog.ts';

export function EditMember({ id }: { id: string }): ReactNode {
  const t = useT();
  const one = useRead('person', getMember, { params: { member: id } });
  const back = <BackLink page={REGISTER_PAGE}>{t(registerText.title)}</BackLink>;
  if (!one.data)
    return (
      <>
        {back}
        {one.isError ? <Failure isPage error={one.error} onRetry={() => void one.refetch()} /> : <Skeleton />}
      </>
    );
  const { name, organisation, desk } = one.data;
  return (
    <>
      {back}
      <Heading>{name}</Heading>
      {organisation && (
        <p className="lead">
          <a {...onLink(editOrganisationPage(organisation.id))}>{organisation.name}</a>
        </p>
      )}
      {desk?.state === 'left' && <p className="notice warning">{t(registerText.left)}</p>}
      {desk?.state === 'invited' && <p className="notice">{t(registerText.invited)}</p>}
      {desk?.emailFailedAt && <p className="notice warning">{t(registerText.addressFailed)}</p>}
      {desk?.claims && (
        <p className="notice">
          {t(registerText.saysRepresents, { name: desk.claims.name })}{' '}
          <a {...onLink(`${REGISTER_PAGE}/claims`)}>{t(registerText.settleIt)}</a>
        </p>
      )}
      <div className="columns">
        <div>
          <Details key={one.data.id} of={one.data} />
        </div>
        <div>
          <Facts of={one.data} />
          <Identities of={one.data} />
          <Presence of={one.data} />
        </div>
      </div>
    </>
  );
}

function Details({ of }: { of: MemberView }): ReactNode {
  const t = useT();
  const say = useSay();
  const known = useAllOrganisations();
  const { draft, set, replace } = useDraft(() => draftOf(of));
  const [alike, setAlike] = useState<readonly { id: string; name: string }[]>([]);
  const taken = useTakeIn(known);
  const save = useSend(editMember, {
    stale: SHOWS_REGISTER,
    onDone: ({ member, likenesses }) => {
      replace(draftOf(member));
      setAlike(likenesses.map((one) => one.member));
      say(t(registerText.saved));
    },
  });
  const submit = async (): Promise<void> => {
    if (await taken.takeIn(draft.organisation?.id)) save.mutate({ params: { member: of.id }, body: sentOf(draft) });
  };
  return (
    <>
      {alike.length > 0 && (
        <p className="notice warning" role="status">
          {t(registerText.sameAddress, { names: alike.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <Form
        label={of.name}
        onSubmit={() => void submit()}
        error={taken.error ?? save.error}
        does={t(text.save)}
        isBusy={taken.isBusy || save.isPending}
      >
        <MemberFields draft={draft} set={set} known={known} mayRename={of.detail?.can.rename === true} />
      </Form>
    </>
  );
}

const SOURCES = {
  teams: registerText.fromTeams,
  import: registerText.fromImport,
  coordinator: registerText.fromCoordinator,
  self: registerText.fromSelf,
  recommendation: registerText.fromRecommendation,
  registration: registerText.fromRegistration,
} as const satisfies Record<string, Message>;

const wordsOf = ({ from, list }: { from: keyof typeof SOURCES; list?: string | undefined }, t: Translate): string =>
  from === 'import' && !list ? t(registerText.fromSomeImport) : t(SOURCES[from], { list: list ?? '' });

function Facts({ of }: { of: MemberView }): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const { desk, detail, groups } = of;
  const source = detail?.emailSource;
  const rows: readonly (readonly [Message, ReactNode])[] = [
    ...(desk?.joinedAt ? [[registerText.joined, day(desk.joinedAt)] as const] : []),
    ...(desk?.leftAt ? [[registerText.leftAt, day(desk.leftAt)] as const] : []),
    [
      registerText.inTeams,
      t(desk?.hasTeams ? (desk.isGuest ? registerText.guestTeams : registerText.yesTeams) : registerText.noTeams),
    ],
    ...(source ? [[registerText.source, `${wordsOf(source, t)}, ${day(source.at)}`] as const] : []),
    ...(groups.length > 0
      ? [
          [
            registerText.groups,
            <a key="groups" {...onLink(editGroupsPage)}>
              {groups.map(({ name }) => name).join(', ')}
            </a>,
          ] as const,
        ]
      : []),
    ...(detail?.recommendedBy
      ? [
          [
            registerText.recommendedBy,
            <a key="by" {...onLink(editMemberPage(detail.recommendedBy.id))}>
              {detail.recommendedBy.name}
            </a>,
          ] as const,
        ]
      : []),
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t(registerText.facts)}</h2>
      <dl className="facts-table first">
        {rows.map(([name, value]) => (
          <Fragment key={name.en}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** Other identities of the same person: merged, perhaps to be merged, and merged apart again. */
function Identities({ of }: { of: MemberView }): ReactNode {
  const t = useT();
  const say = useSay();
  const [found, setFound] = useState<Pick>();
  const [mistake, setMistake] = useState<string>();
  const { asked, ask, way, round, fallback } = useAsked<{ id: string; name: string }>();
  // What opened the dialog goes away once the page is asked for anew.
  const settled = useAfterDialog(way.isOpen, () => fallback.current?.focus());
  const split = useSend(unmergeMember, {
    stale: SHOWS_REGISTER,
    onDone: ({ name }) => {
      say(t(registerText.wasSplit, { name }));
      fallback.current?.focus();
    },
  });
  const { identities = [], doubles = [] } = of.detail ?? {};
  return (
    <section aria-labelledby="identities">
      <h2 id="identities" ref={fallback} tabIndex={-1}>
        {t(registerText.isOne)}
      </h2>
      <p className="quiet small">{t(registerText.isOneWhy)}</p>
      <Refused error={split.error} />
      {identities.length > 0 && (
        <>
          <h3>{t(registerText.identities)}</h3>
          <ul className="plain register-pairs">
            {identities.map(({ id, name, email }) => (
              <li key={id}>
                <span>
                  {name}
                  {email && <span className="quiet small below breaks">{email}</span>}
                </span>
                <Button
                  aria-label={t(registerText.splitNamed, { name })}
                  disabledFocusable={split.isPending}
                  onClick={() => split.mutate({ params: { member: id } })}
                >
                  {t(registerText.split)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {doubles.length > 0 && (
        <>
          <h3>{t(registerText.likelySame)}</h3>
          <ul className="plain register-pairs">
            {doubles.map((one) => (
              <li key={one.id}>
                <a {...onLink(editMemberPage(one.id))}>{one.name}</a>
                <Button aria-label={t(registerText.mergeNamed, { name: one.name })} onClick={() => ask(one)}>
                  {t(registerText.mergeMember)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <form
        className="register-merge"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMistake(found ? undefined : t(registerText.chooseFirst));
          if (found) ask(found);
        }}
      >
        <MemberPicker
          name="other"
          label={t(registerText.mergeWith)}
          problem={mistake}
          value={found}
          onChange={(one) => {
            setMistake(undefined);
            setFound(one);
          }}
        />
        <Button type="submit">{t(registerText.mergeMember)}</Button>
      </form>
      {asked && (
        <Merge
          key={round}
          kept={of}
          gone={asked}
          onDone={() => {
            setFound(undefined);
            say(t(registerText.merged));
            settled();
          }}
          {...way}
        />
      )}
    </section>
  );
}

function Merge({
  kept,
  gone,
  onDone,
  ...way
}: Way & { kept: { id: string; name: string }; gone: { id: string; name: string }; onDone: () => void }): ReactNode {
  const t = useT();
  const merge = useSend(mergeMember, {
    stale: SHOWS_REGISTER,
    onDone: () => {
      onDone();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(registerText.mergeTitle)}
      does={t(registerText.mergeDoes)}
      onDo={() => merge.mutate({ params: { member: gone.id }, body: { into: kept.id as never } })}
      isBusy={merge.isPending}
      error={merge.error}
      {...way}
    >
      <p>{t(registerText.mergeMemberWhy, { gone: gone.name, kept: kept.name })}</p>
    </Ask>
  );
}

/** Removing someone without Teams, and taking them back. */
function Presence({ of }: { of: MemberView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round, fallback } = useAsked<'remove'>();
  // What opened the dialog goes away once the page is asked for anew.
  const settled = useAfterDialog(way.isOpen, () => fallback.current?.focus());
  const bringBack = useSend(bringMemberBack, {
    stale: SHOWS_REGISTER,
    onDone: ({ name }) => {
      say(t(registerText.broughtBack, { name }));
      fallback.current?.focus();
    },
  });
  const { can } = of.detail ?? {};
  return (
    <section aria-labelledby="presence">
      <h2 id="presence" ref={fallback} tabIndex={-1}>
        {t(registerText.state)}
      </h2>
      <p>{t(registerText[of.desk?.state ?? 'current'])}</p>
      {of.desk?.hasTeams && <p className="quiet small">{t(registerText.removeInTeams)}</p>}
      <Refused error={bringBack.error} />
      <div className="row">
        {can?.remove && <Button onClick={() => ask('remove')}>{t(registerText.remove)}</Button>}
        {can?.bringBack && (
          <Button
            disabledFocusable={bringBack.isPending}
            onClick={() => bringBack.mutate({ params: { member: of.id } })}
          >
            {t(registerText.bringBack)}
          </Button>
        )}
      </div>
      {asked && <Remove key={round} of={of} onDone={settled} {...way} />}
    </section>
  );
}

function Remove({ of: { id, name }, onDone, ...way }: Way & { of: MemberView; onDone: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const remove = useSend(removeMember, {
    stale: SHOWS_REGISTER,
    onDone: () => {
      say(t(registerText.removed, { name }));
      onDone();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(registerText.removeTitle, { name })}
      does={t(registerText.removeDoes)}
      onDo={() => remove.mutate({ params: { member: id } })}
      isBusy={remove.isPending}
      error={remove.error}
      {...way}
    >
      <p>{t(registerText.removeWhy)}</p>
    </Ask>
  );
}
