/** The network's own rules for its register: who votes, its areas made of regions, its size classes, its kinds of organisation. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { changeRegisterRules, getRegister, type RegisterFrame, type RulesDraft } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { CheckField, ManyField, TextField } from '../../fields.tsx';
import { Form, useDraft, useProblemOf } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { AddRegular } from '../../icons.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { REGISTER_PAGE, SHOWS_REGISTER } from './register-data.ts';
import { registerText } from './register-text.ts';

type Area = RulesDraft['areas'][number];
type Kind = RulesDraft['kinds'][number];
type Names = Area['names'];
type Desk = NonNullable<RegisterFrame['desk']>;

export function Rules(): ReactNode {
  const t = useT();
  const frame = useRead('register', getRegister);
  return (
    <div className="narrow">
      <BackLink page={REGISTER_PAGE}>{t(registerText.title)}</BackLink>
      <Heading>{t(registerText.rules)}</Heading>
      <p className="prose lead after">{t(registerText.rulesLead)}</p>
      {frame.isPending && <Skeleton />}
      {frame.isError && <Failure error={frame.error} onRetry={() => void frame.refetch()} />}
      {frame.data?.desk && <RulesForm desk={frame.data.desk} />}
    </div>
  );
}

interface Draft extends Omit<RulesDraft, 'sizeBounds'> {
  /** As it is typed: `2000, 10000`. */
  readonly sizes: string;
}
const draftOf = ({ sizeBounds, ...rules }: RulesDraft): Draft => ({ ...rules, sizes: sizeBounds.join(', ') });

/** Undefined: something in it is no whole number. */
function boundsOf(typed: string): number[] | undefined {
  const parts = typed
    .split(/[,;]/)
    .map((part) => part.replace(/\s/gu, ''))
    .filter(Boolean);
  return parts.every((part) => /^[1-9]\d{0,8}$/.test(part)) ? parts.map(Number) : undefined;
}

function RulesForm({ desk }: { desk: Desk }): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, set, replace } = useDraft(() => draftOf(desk.rules));
  const [sizesMistake, setSizesMistake] = useState<string>();
  const save = useSend(changeRegisterRules, {
    stale: SHOWS_REGISTER,
    onDone: (rules) => {
      replace(draftOf(rules));
      say(t(registerText.saved));
    },
  });
  const submit = (): void => {
    const { sizes, ...rules } = draft;
    const sizeBounds = boundsOf(sizes);
    setSizesMistake(sizeBounds ? undefined : t(registerText.sizesWrong));
    if (sizeBounds) save.mutate({ body: { ...rules, sizeBounds } });
  };
  return (
    <Form
      label={t(registerText.rules)}
      onSubmit={submit}
      error={save.error}
      does={t(text.save)}
      isBusy={save.isPending}
    >
      <section aria-labelledby="voting">
        <h2 id="voting">{t(registerText.voting)}</h2>
        <CheckField
          name="confirms"
          label={t(registerText.confirms)}
          hint={t(registerText.confirmsHint)}
          isOn={draft.confirms}
          onChange={set('confirms')}
        />
        <CheckField
          name="trialVotes"
          label={t(registerText.trialVotes)}
          isOn={draft.trialVotes}
          onChange={set('trialVotes')}
        />
        <CheckField
          name="unpaidVotes"
          label={t(registerText.unpaidVotes)}
          hint={t(registerText.votingHint)}
          isOn={draft.unpaidVotes}
          onChange={set('unpaidVotes')}
        />
      </section>
      <Areas areas={draft.areas} regions={desk.regions} onChange={set('areas')} />
      <section aria-labelledby="sizes">
        <h2 id="sizes">{t(registerText.sizes)}</h2>
        <TextField
          name="sizeBounds"
          label={t(registerText.sizesField)}
          hint={t(registerText.sizesHint)}
          {...(sizesMistake ? { problem: sizesMistake } : {})}
          value={draft.sizes}
          onChange={set('sizes')}
        />
      </section>
      <Kinds kinds={draft.kinds} used={desk.usedKinds} onChange={set('kinds')} />
    </Form>
  );
}

const nameOf = (names: Names, fallback: string, locale: 'fi' | 'sv' | 'en'): string =>
  names[locale] || names.fi || names.sv || names.en || fallback;

/** Empty ones are left out of what is sent: an empty name is no name. */
const withName = (names: Names, locale: 'fi' | 'sv' | 'en', name: string): Names => {
  const { [locale]: _, ...others } = names;
  return name ? { ...others, [locale]: name } : others;
};

function NamesFields({
  id,
  names,
  onChange,
}: {
  id: string;
  names: Names;
  onChange: (names: Names) => void;
}): ReactNode {
  const t = useT();
  return (
    <div className="register-names">
      {(
        [
          ['fi', registerText.nameFi],
          ['sv', registerText.nameSv],
          ['en', registerText.nameEn],
        ] as const satisfies readonly (readonly [string, Message])[]
      ).map(([locale, label]) => (
        <TextField
          key={locale}
          name={`${id}.${locale}`}
          label={t(label)}
          value={names[locale] ?? ''}
          onChange={(name) => onChange(withName(names, locale, name))}
        />
      ))}
    </div>
  );
}

/** Opens what was just added and puts the focus there. */
function useOpened(): { opened: string | undefined; open: (id: string) => void } {
  const [opened, open] = useState<string>();
  return { opened, open };
}

function Folded({
  title,
  isNew,
  children,
}: {
  title: ReactNode;
  /** Just added: open, with the focus in its first field. */
  isNew: boolean;
  children: ReactNode;
}): ReactNode {
  const folded = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isNew || !folded.current) return;
    folded.current.open = true;
    folded.current.querySelector('input')?.focus();
  }, [isNew]);
  return (
    <details ref={folded} className="more-settings">
      <summary>{title}</summary>
      <div className="fields">{children}</div>
    </details>
  );
}

function Areas({
  areas,
  regions,
  onChange,
}: {
  areas: readonly Area[];
  regions: Desk['regions'];
  onChange: (areas: Area[]) => void;
}): ReactNode {
  const t = useT();
  const problem = useProblemOf('areas');
  const { opened, open } = useOpened();
  const heading = useRef<HTMLHeadingElement>(null);
  const change = (id: string, to: Partial<Area>): void =>
    onChange(areas.map((one) => (one.id === id ? { ...one, ...to } : one)));
  return (
    <section aria-labelledby="areas">
      <h2 id="areas" ref={heading} tabIndex={-1}>
        {t(registerText.areas)}
      </h2>
      <p className="quiet small">{t(registerText.areasWhy)}</p>
      <p className="mistake">{problem}</p>
      <div className="stack tight">
        {areas.map((one) => (
          <Folded
            key={one.id}
            isNew={one.id === opened}
            title={
              <>
                {nameOf(one.names, t(registerText.newArea), t.locale)}{' '}
                <span className="quiet small">{t(registerText.regionCount, { n: one.regions.length })}</span>
              </>
            }
          >
            <NamesFields id={one.id} names={one.names} onChange={(names) => change(one.id, { names })} />
            <ManyField
              name={`${one.id}.regions`}
              label={t(registerText.regionsOfArea)}
              values={one.regions}
              choices={regions.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(chosen) => change(one.id, { regions: chosen })}
            />
            <div className="row">
              <Button
                onClick={() => {
                  onChange(areas.filter(({ id }) => id !== one.id));
                  heading.current?.focus();
                }}
              >
                {t(registerText.removeArea)}
              </Button>
            </div>
          </Folded>
        ))}
      </div>
      <div className="row">
        <Button
          icon={<AddRegular />}
          onClick={() => {
            const id = crypto.randomUUID();
            onChange([...areas, { id, names: {}, regions: [] }]);
            open(id);
          }}
        >
          {t(registerText.addArea)}
        </Button>
      </div>
    </section>
  );
}

function Kinds({
  kinds,
  used,
  onChange,
}: {
  kinds: readonly Kind[];
  used: readonly string[];
  onChange: (kinds: Kind[]) => void;
}): ReactNode {
  const t = useT();
  const problem = useProblemOf('kinds');
  const { opened, open } = useOpened();
  const heading = useRef<HTMLHeadingElement>(null);
  const change = (id: string, to: Partial<Kind>): void =>
    onChange(kinds.map((one) => (one.id === id ? { ...one, ...to } : one)));
  return (
    <section aria-labelledby="kinds">
      <h2 id="kinds" ref={heading} tabIndex={-1}>
        {t(registerText.kinds)}
      </h2>
      <p className="quiet small">{t(registerText.kindsWhy)}</p>
      <p className="mistake">{problem}</p>
      <div className="stack tight">
        {kinds.map((one) => (
          <Folded
            key={one.id}
            isNew={one.id === opened}
            title={
              <>
                {nameOf(one.names, t(registerText.newKind), t.locale)}{' '}
                <span className="quiet small">{t(one.mayVote ? registerText.votes : registerText.mayNotVote)}</span>
              </>
            }
          >
            <NamesFields id={one.id} names={one.names} onChange={(names) => change(one.id, { names })} />
            <CheckField
              name={`${one.id}.mayVote`}
              label={t(registerText.mayVote)}
              isOn={one.mayVote}
              onChange={(mayVote) => change(one.id, { mayVote })}
            />
            <CheckField
              name={`${one.id}.isMunicipality`}
              label={t(registerText.isMunicipality)}
              isOn={one.isMunicipality}
              onChange={(isMunicipality) => change(one.id, { isMunicipality })}
            />
            {used.includes(one.id) ? (
              <p className="quiet small">{t(registerText.kindUsed)}</p>
            ) : (
              <div className="row">
                <Button
                  onClick={() => {
                    onChange(kinds.filter(({ id }) => id !== one.id));
                    heading.current?.focus();
                  }}
                >
                  {t(registerText.removeKind)}
                </Button>
              </div>
            )}
          </Folded>
        ))}
      </div>
      <div className="row">
        <Button
          icon={<AddRegular />}
          onClick={() => {
            const id = crypto.randomUUID();
            onChange([...kinds, { id, names: {}, mayVote: false, isMunicipality: false }]);
            open(id);
          }}
        >
          {t(registerText.addKind)}
        </Button>
      </div>
    </section>
  );
}
