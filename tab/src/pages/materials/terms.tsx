/** The network's list of themes and tags: added, renamed, merged and removed. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useRef, useState } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { useRead, useSend } from '../../data.ts';
import { OneField, SelectField, TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import type { Locale, Message } from '../../text.ts';
import { addTerm, changeTerm, listTerms, mergeTerm, removeTerm, type TermView } from './desk-calls.ts';
import { materialDeskText as words } from './desk-text.ts';
import { DESK_PAGE, listPage } from './place.ts';
import './desk.css';

type Kind = TermView['kind'];
type TermNames = Pick<TermView, 'fi' | 'sv' | 'en'>;
interface Draft extends TermNames {
  readonly kind: Kind;
}
const NO_NAMES: TermNames = { fi: '', sv: '', en: '' };
/** What a change of the list makes stale. */
const STALE = ['material-terms', 'material-choices', 'materials', 'material'];

const nameOf = (of: TermNames, locale: Locale): string => of[locale] || of.fi || of.sv || of.en;
/** The other names, by which it is found too. */
const othersOf = (of: TermNames, locale: Locale): string =>
  [...new Set([of.fi, of.sv, of.en])].filter((name) => name && name !== nameOf(of, locale)).join(' · ');

type Asked = { readonly what: 'rename' | 'merge' | 'remove'; readonly of: TermView };

export function Terms(): ReactNode {
  const t = useT();
  const found = useRead('material-terms', listTerms);
  const { asked, ask, way, round, fallback } = useAsked<Asked>();
  const terms = found.data?.terms ?? [];
  const themes = terms.filter(({ kind }) => kind === 'theme');
  const tags = terms.filter(({ kind }) => kind === 'tag');
  return (
    <div className="material-desk">
      <BackLink page={DESK_PAGE}>{t(words.desk)}</BackLink>
      <Heading>{t(words.terms)}</Heading>
      <p className="lead">{t(words.termsLead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <section aria-labelledby="add-term">
            <h2 id="add-term">{t(words.addTerm)}</h2>
            <AddTerm />
          </section>
          <section aria-labelledby="themes">
            <h2 id="themes" ref={fallback} tabIndex={-1}>
              {t(words.themes)}
            </h2>
            {themes.length === 0 && <p className="quiet">{t(words.noThemes)}</p>}
            <TermRows terms={themes} hasOthers={terms.length > 1} onAsk={ask} />
          </section>
          <section aria-labelledby="tags">
            <h2 id="tags">{t(words.tags)}</h2>
            {tags.length === 0 && <p className="quiet">{t(words.noTags)}</p>}
            <TermRows terms={tags} hasOthers={terms.length > 1} onAsk={ask} />
          </section>
        </>
      )}
      {asked?.what === 'rename' && <Rename key={round} of={asked.of} way={way} />}
      {asked?.what === 'merge' && <Merge key={round} of={asked.of} all={terms} way={way} />}
      {asked?.what === 'remove' && <Remove key={round} of={asked.of} way={way} />}
    </div>
  );
}

function AddTerm(): ReactNode {
  const t = useT();
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { draft, set, replace } = useDraft<Draft>({ kind: 'theme', ...NO_NAMES });
  const add = useSend(addTerm, {
    stale: STALE,
    onDone: () => {
      say(t(words.termAdded, { name: nameOf(draft, t.locale) }));
      replace({ kind: draft.kind, ...NO_NAMES });
      box.current?.querySelector<HTMLElement>('input[type="text"]')?.focus();
    },
  });
  return (
    <div ref={box}>
      <Form
        label={t(words.addTerm)}
        does={t(words.add)}
        isBusy={add.isPending}
        error={add.error}
        onSubmit={() => add.mutate({ body: draft })}
      >
        <KindField value={draft.kind} onChange={set('kind')} />
        <Names names={draft} onChange={(locale) => set(locale)} />
      </Form>
    </div>
  );
}

function KindField({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }): ReactNode {
  const t = useT();
  return (
    <OneField
      name="kind"
      label={t(words.kind)}
      value={value}
      choices={[
        { value: 'theme', label: t(words.theme) },
        { value: 'tag', label: t(words.tag) },
      ]}
      onChange={onChange}
    />
  );
}

const NAMES: readonly (readonly [Locale, Message])[] = [
  ['fi', words.nameFi],
  ['sv', words.nameSv],
  ['en', words.nameEn],
];

export function Names({
  names,
  onChange,
}: {
  names: TermNames;
  onChange: (locale: Locale) => (name: string) => void;
}): ReactNode {
  const t = useT();
  return (
    <div className="term-names">
      {NAMES.map(([locale, label]) => (
        <TextField key={locale} name={locale} label={t(label)} value={names[locale]} onChange={onChange(locale)} />
      ))}
    </div>
  );
}

function TermRows({
  terms,
  hasOthers,
  onAsk,
}: {
  terms: readonly TermView[];
  /** There is something to merge with. */
  hasOthers: boolean;
  onAsk: (asked: Asked) => void;
}): ReactNode {
  const t = useT();
  if (terms.length === 0) return undefined;
  return (
    <ul className="plain list">
      {terms.map((of) => {
        const name = nameOf(of, t.locale);
        const button = (what: Asked['what'], does: Message): ReactNode => (
          <Button
            appearance="subtle"
            aria-label={t(words.doTo, { does: t(does), name })}
            onClick={() => onAsk({ what, of })}
          >
            {t(does)}
          </Button>
        );
        return (
          <li key={of.id} className="line desk-row">
            <div className="desk-row-words">
              <p>
                <span className="bold">{name}</span>{' '}
                {of.n > 0 ? (
                  <a className="small" {...onLink(listPage({ filters: { [of.kind]: of.id } }))}>
                    {t(words.termCount, { n: of.n })}
                  </a>
                ) : (
                  <span className="quiet small">{t(words.termCount, { n: 0 })}</span>
                )}
              </p>
              <p className="quiet small">{othersOf(of, t.locale)}</p>
            </div>
            <div className="desk-row-buttons">
              {button('rename', words.rename)}
              {hasOthers && button('merge', words.merge)}
              {button('remove', words.remove)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface AskedOf {
  readonly of: TermView;
  readonly way: ReturnType<typeof useAsked>['way'];
}

function Rename({ of, way }: AskedOf): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, set } = useDraft<Draft>({ kind: of.kind, fi: of.fi, sv: of.sv, en: of.en });
  const change = useSend(changeTerm, {
    stale: STALE,
    onDone: () => {
      way.onEnd();
      say(t(words.termSaved, { name: nameOf(draft, t.locale) }));
    },
  });
  return (
    <Ask
      title={t(words.renameTitle, { name: nameOf(of, t.locale) })}
      does={t(words.save)}
      onDo={() => change.mutate({ params: { term: of.id }, body: draft })}
      {...way}
      isBusy={change.isPending}
      error={change.error}
    >
      <KindField value={draft.kind} onChange={set('kind')} />
      <Names names={draft} onChange={(locale) => set(locale)} />
    </Ask>
  );
}

function Merge({ of, all, way }: AskedOf & { all: readonly TermView[] }): ReactNode {
  const t = useT();
  const say = useSay();
  const [into, setInto] = useState('');
  const name = nameOf(of, t.locale);
  const others = all.filter(({ id }) => id !== of.id);
  const target = others.find(({ id }) => id === into);
  const targetName = target ? nameOf(target, t.locale) : '';
  const merge = useSend(mergeTerm, {
    stale: STALE,
    onDone: () => {
      way.onEnd();
      say(t(words.mergeDone, { name, into: targetName }));
    },
  });
  return (
    <Ask
      title={t(words.mergeTitle, { name })}
      does={t(words.merge)}
      onDo={() => merge.mutate({ params: { term: of.id }, body: { into } })}
      {...way}
      isReady={target !== undefined}
      isBusy={merge.isPending}
      error={merge.error}
    >
      <SelectField
        name="into"
        label={t(words.mergeInto)}
        value={into}
        choices={[
          { value: '', label: t(words.mergeChoose) },
          ...others.map((one) => ({ value: one.id, label: nameOf(one, t.locale) })),
        ]}
        onChange={setInto}
      />
      <p role="status">{target && t(words.mergeDoes, { name, into: targetName, n: of.n })}</p>
    </Ask>
  );
}

function Remove({ of, way }: AskedOf): ReactNode {
  const t = useT();
  const say = useSay();
  const name = nameOf(of, t.locale);
  const remove = useSend(removeTerm, {
    stale: STALE,
    onDone: () => {
      way.onEnd();
      say(t(words.termRemoved, { name }));
    },
  });
  return (
    <Ask
      title={t(words.removeTermTitle, { name })}
      does={t(words.remove)}
      onDo={() => remove.mutate({ params: { term: of.id } })}
      {...way}
      isBusy={remove.isPending}
      error={remove.error}
    >
      <p>{t(words.removeTermDoes, { n: of.n })}</p>
    </Ask>
  );
}
