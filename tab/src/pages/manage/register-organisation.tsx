/** One organisation of the register: changed in place with its delegate and substitute, merged with another, removed. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import {
  editOrganisation,
  getOrganisation,
  getRegister,
  mergeOrganisation,
  type OrganisationView,
  type RegisterFrame,
  removeOrganisation,
  unmergeOrganisation,
} from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { SelectField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { LongList } from '../../long-list.tsx';
import { type Pick, Picker } from '../../picker.tsx';
import { editMemberPage, editOrganisationPage } from '../../register-pages.ts';
import { onLink, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { otherNameOf } from '../members/directory.tsx';
import { REGISTER_PAGE, SHOWS_REGISTER, STAGES, useAllOrganisations } from './register-data.ts';
import { OrganisationFields, organisationDraftOf, sentOrganisation } from './register-organisation-fields.tsx';
import { registerText } from './register-text.ts';
import { useAfterDialog } from './use-after-dialog.ts';

export function EditOrganisation({ id }: { id: string }): ReactNode {
  const t = useT();
  const frame = useRead('register', getRegister);
  const one = useRead('organisations', getOrganisation, { params: { organisation: id } });
  const back = <BackLink page={REGISTER_PAGE}>{t(registerText.title)}</BackLink>;
  const failed = [one, frame].find(({ isError }) => isError);
  if (!one.data || !frame.data)
    return (
      <>
        {back}
        {failed ? <Failure isPage error={failed.error} onRetry={() => void failed.refetch()} /> : <Skeleton />}
      </>
    );
  const { name, desk } = one.data;
  const also = otherNameOf(one.data);
  return (
    <>
      {back}
      <Heading>{name}</Heading>
      {also && <p className="lead">{also}</p>}
      {desk?.mergedInto && (
        <p className="notice warning">
          {t(registerText.isPartOf, { name: desk.mergedInto.name })}{' '}
          <a {...onLink(editOrganisationPage(desk.mergedInto.id))}>{desk.mergedInto.name}</a>
        </p>
      )}
      <div className="columns">
        <div>
          <Details of={one.data} frame={frame.data} />
        </div>
        <div>
          <Facts of={one.data} />
          <People of={one.data} />
          <Merging of={one.data} />
          {desk?.mayRemove && <Removing of={one.data} />}
        </div>
      </div>
    </>
  );
}

function Details({ of, frame }: { of: OrganisationView; frame: RegisterFrame }): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, set, replace } = useDraft(() => organisationDraftOf(of));
  const [isNumberWrong, setNumberWrong] = useState(false);
  const save = useSend(editOrganisation, {
    stale: SHOWS_REGISTER,
    onDone: (now) => {
      replace(organisationDraftOf(now));
      say(t(registerText.saved));
    },
  });
  const submit = (): void => {
    const sent = sentOrganisation(draft);
    setNumberWrong(!sent);
    if (sent) save.mutate({ params: { organisation: of.id }, body: sent });
  };
  const people = [
    { value: '', label: t(registerText.nobodyNamed) },
    ...of.members.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  return (
    <Form label={of.name} onSubmit={submit} error={save.error} does={t(text.save)} isBusy={save.isPending}>
      {of.members.length > 0 ? (
        <>
          <SelectField
            name="delegate"
            label={t(registerText.delegate)}
            hint={t(registerText.delegateHint)}
            value={draft.delegate}
            choices={people}
            onChange={set('delegate')}
          />
          <SelectField
            name="substitute"
            label={t(registerText.substitute)}
            hint={t(registerText.substituteHint)}
            value={draft.substitute}
            choices={people}
            onChange={set('substitute')}
          />
        </>
      ) : (
        <p className="quiet">{t(registerText.noPeopleToName)}</p>
      )}
      <OrganisationFields draft={draft} set={set} frame={frame} isNumberWrong={isNumberWrong} />
    </Form>
  );
}

function Facts({ of }: { of: OrganisationView }): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const { membership, areas, desk } = of;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t(registerText.facts)}</h2>
      <dl className="facts-table first">
        {membership && (
          <>
            <dt>{t(registerText.stage)}</dt>
            <dd>
              {t(STAGES[membership])}
              {desk?.since && <span className="quiet">, {day(desk.since)}</span>}
            </dd>
          </>
        )}
        {areas.length > 0 && (
          <>
            <dt>{t(registerText.area)}</dt>
            <dd>{areas.map(({ name }) => name).join(', ')}</dd>
          </>
        )}
        {desk?.code && (
          <>
            <dt>{t(registerText.code)}</dt>
            <dd>{desk.code}</dd>
          </>
        )}
      </dl>
      <a className="more" {...onLink('manage/membership')}>
        {t(registerText.membershipPage)}
      </a>
    </section>
  );
}

function People({ of: { members } }: { of: OrganisationView }): ReactNode {
  const t = useT();
  return (
    <section aria-labelledby="people-here">
      <h2 id="people-here">{t(registerText.peopleHere)}</h2>
      {members.length === 0 ? (
        <p className="quiet">{t(registerText.noPeople)}</p>
      ) : (
        <LongList
          items={members}
          keyOf={({ id }) => id}
          labelledBy="people-here"
          row={({ id, name, title, isContact }) => (
            <>
              <a {...onLink(editMemberPage(id))}>{name}</a>
              {isContact && <span className="badge">{t(registerText.contact)}</span>}
              {title && <p className="quiet small">{title}</p>}
            </>
          )}
        />
      )}
    </section>
  );
}

function Merging({ of }: { of: OrganisationView }): ReactNode {
  const t = useT();
  const say = useSay();
  const all = useAllOrganisations();
  const [into, setInto] = useState<Pick>();
  const [mistake, setMistake] = useState<string>();
  const { asked, ask, way, round, fallback } = useAsked<Pick>();
  // What opened the dialog goes away once the page is asked for anew.
  const settled = useAfterDialog(way.isOpen, () => fallback.current?.focus());
  const undo = useSend(unmergeOrganisation, {
    stale: SHOWS_REGISTER,
    onDone: ({ name }) => {
      say(t(registerText.wasSplit, { name }));
      fallback.current?.focus();
    },
  });
  const { mergedInto, mergedHere = [] } = of.desk ?? {};
  const parts = mergedInto ? [{ id: of.id, name: of.name }] : mergedHere;
  return (
    <section aria-labelledby="merging">
      <h2 id="merging" ref={fallback} tabIndex={-1}>
        {t(registerText.mergeOrganisations)}
      </h2>
      <p className="quiet small">{t(registerText.mergeOrganisationsWhy)}</p>
      <Refused error={undo.error} />
      {parts.length > 0 && (
        <ul className="plain register-pairs">
          {parts.map(({ id, name }) => (
            <li key={id}>
              <span>{mergedInto ? t(registerText.becamePart, { name: mergedInto.name }) : name}</span>
              <Button
                aria-label={t(registerText.splitNamed, { name })}
                disabledFocusable={undo.isPending}
                onClick={() => undo.mutate({ params: { organisation: id } })}
              >
                {t(registerText.split)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!mergedInto && (
        <form
          className="register-merge"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setMistake(into ? undefined : t(registerText.chooseFirst));
            if (into) ask(into);
          }}
        >
          <Picker
            name="into"
            label={t(registerText.mergeInto)}
            problem={mistake}
            value={into}
            choices={all
              .filter(({ id }) => id !== of.id && !mergedHere.some((one) => one.id === id))
              .map(({ id, name, names, region }) => ({
                ...{ id, name, note: region?.name },
                alsoKnownAs: Object.values(names).flatMap((one) => one ?? []),
              }))}
            onChange={(one) => {
              setMistake(undefined);
              setInto(one);
            }}
          />
          <Button type="submit">{t(registerText.mergeMember)}</Button>
        </form>
      )}
      {asked && (
        <Merge
          key={round}
          gone={of}
          kept={asked}
          onDone={() => {
            setInto(undefined);
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
  gone,
  kept,
  onDone,
  ...way
}: Way & { gone: OrganisationView; kept: Pick; onDone: () => void }): ReactNode {
  const t = useT();
  const merge = useSend(mergeOrganisation, {
    stale: SHOWS_REGISTER,
    onDone: () => {
      onDone();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(registerText.mergeOrganisationTitle, { name: gone.name })}
      does={t(registerText.mergeDoes)}
      onDo={() => merge.mutate({ params: { organisation: gone.id }, body: { into: kept.id as never } })}
      isBusy={merge.isPending}
      error={merge.error}
      {...way}
    >
      <p>{t(registerText.mergeOrganisationWhy, { gone: gone.name, kept: kept.name })}</p>
    </Ask>
  );
}

function Removing({ of }: { of: OrganisationView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round } = useAsked<'remove'>();
  const leave = useAfterDialog(way.isOpen, () => {
    say(t(registerText.organisationRemoved, { name: of.name }));
    replaceWith(REGISTER_PAGE);
  });
  return (
    <div className="row">
      <Button onClick={() => ask('remove')}>{t(registerText.removeOrganisation)}</Button>
      {asked && <Remove key={round} of={of} onDone={leave} {...way} />}
    </div>
  );
}

function Remove({ of: { id, name }, onDone, ...way }: Way & { of: OrganisationView; onDone: () => void }): ReactNode {
  const t = useT();
  const remove = useSend(removeOrganisation, {
    // The page itself would be asked for anew, and is not there any more.
    stale: SHOWS_REGISTER.filter((one) => one !== 'organisations'),
    onDone: () => {
      onDone();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(registerText.removeOrganisationTitle, { name })}
      does={t(registerText.removeDoes)}
      onDo={() => remove.mutate({ params: { organisation: id } })}
      isBusy={remove.isPending}
      error={remove.error}
      {...way}
    >
      <p>{t(registerText.removeOrganisationWhy)}</p>
    </Ask>
  );
}
