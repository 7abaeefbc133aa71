/** Making and changing a collection: its names and text, and its items in an order of their own. */
import { Button } from '@fluentui/react-button';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { useRead, useSend } from '../../data.ts';
import { LongTextField, TextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { useSettled } from '../../organisation-picker.tsx';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { getCollection, listMaterials } from './calls.ts';
import { addCollection, type CollectionDraft, changeCollection, removeCollection } from './desk-calls.ts';
import { materialDeskText as words } from './desk-text.ts';
import { lineText } from './line-text.ts';
import { collectionPage, DESK_PAGE, EVERYTHING, paramsOf, usualSort } from './place.ts';
import { Names } from './terms.tsx';
import { Moves } from './upload-files.tsx';
import './desk.css';

/** The search follows the typing by this much, in milliseconds. */
const PAUSE = 200;
/** Of those found, so many are shown to be added. */
const MOST_FOUND = 10;
const STALE = ['collections', 'collection', 'materials'];

interface CollectionForm extends Omit<CollectionDraft, 'items'> {
  readonly items: readonly { readonly id: string; readonly title: string }[];
}
const EMPTY: CollectionForm = { fi: '', sv: '', en: '', about: '', items: [] };
const draftOf = ({ items, ...form }: CollectionForm): CollectionDraft => ({
  ...form,
  items: items.map(({ id }) => id) as CollectionDraft['items'],
});

export function NewCollection(): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { network, person } = useSession();
  const key = `verkostobotti.newCollection.${network.id}.${person}`;
  const [form, setForm, forget] = useKeptForm(
    key,
    () => EMPTY,
    (kept) => ({ ...EMPTY, ...kept }),
  );
  const add = useSend(addCollection, {
    stale: STALE,
    onDone: ({ id }) => {
      attempt.done();
      forget();
      say(t(words.collectionSaved));
      replaceWith(collectionPage(id));
    },
  });
  return (
    <div className="material-desk">
      <BackLink page={DESK_PAGE}>{t(words.desk)}</BackLink>
      <Heading>{t(words.newCollection)}</Heading>
      <p className="lead">{t(words.collectionLead)}</p>
      <CollectionFields
        form={form}
        onChange={(next) => {
          add.reset();
          setForm(next);
        }}
        error={add.error}
        isBusy={add.isPending}
        onSubmit={() => {
          const draft = draftOf(form);
          add.mutate({ body: { draft, requestId: attempt.idFor(draft) } });
        }}
      />
    </div>
  );
}

export function EditCollection({ id }: { id: string }): ReactNode {
  const t = useT();
  const { api, network, person } = useSession();
  /** As it was when the page was opened, so that nothing typed goes away. */
  const found = useQuery({
    queryKey: [person, network.id, 'collection-draft', id],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: ({ signal }) => api.send(getCollection, { params: { collection: id } }, signal),
  });
  if (found.isError) return <Failure isPage error={found.error} onRetry={() => void found.refetch()} />;
  const { draft, materials = [], name } = found.data ?? {};
  const titles = new Map<string, string>(materials.map((one) => [one.id, one.title]));
  return (
    <div className="material-desk">
      {name && <BackLink page={collectionPage(id)}>{name}</BackLink>}
      <Heading>{t(words.editCollection)}</Heading>
      {found.isPending && <Skeleton />}
      {draft && (
        <Edit
          id={id}
          name={name ?? ''}
          start={{
            ...draft,
            items: draft.items.map((item) => ({ id: item, title: titles.get(item) ?? t(words.hiddenItem) })),
          }}
        />
      )}
    </div>
  );
}

function Edit({ id, name, start }: { id: string; name: string; start: CollectionForm }): ReactNode {
  const t = useT();
  const say = useSay();
  const [form, setForm] = useState(start);
  const { asked, ask, way, round } = useAsked<'remove'>();
  const change = useSend(changeCollection, {
    stale: STALE,
    onDone: () => {
      say(t(words.collectionSaved));
      replaceWith(collectionPage(id));
    },
  });
  const remove = useSend(removeCollection, {
    stale: STALE,
    onDone: () => {
      say(t(words.collectionRemoved));
      replaceWith(DESK_PAGE);
    },
  });
  return (
    <>
      <CollectionFields
        form={form}
        onChange={(next) => {
          change.reset();
          setForm(next);
        }}
        error={change.error}
        isBusy={change.isPending}
        onSubmit={() => change.mutate({ params: { collection: id }, body: { draft: draftOf(form) } })}
        more={
          <Button appearance="subtle" onClick={() => ask('remove')}>
            {t(words.removeCollection)}
          </Button>
        }
      />
      {asked && (
        <Ask
          key={round}
          title={t(words.removeTermTitle, { name })}
          does={t(words.removeCollection)}
          onDo={() => remove.mutate({ params: { collection: id } })}
          {...way}
          isBusy={remove.isPending}
          error={remove.error}
        >
          <p>{t(words.removeCollectionWhy)}</p>
        </Ask>
      )}
    </>
  );
}

interface CollectionFieldsProps {
  readonly form: CollectionForm;
  readonly onChange: (form: CollectionForm) => void;
  readonly error: Parameters<typeof Form>[0]['error'];
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  readonly more?: ReactNode;
}

function CollectionFields({ form, onChange, error, isBusy, onSubmit, more }: CollectionFieldsProps): ReactNode {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [news, setNews] = useState('');
  const { items } = form;
  const change = (next: CollectionForm['items'], told: string): void => {
    setNews(told);
    onChange({ ...form, items: next });
  };
  return (
    <div ref={box} className="collection-form">
      <Form does={t(words.saveCollection)} isBusy={isBusy} error={error} onSubmit={onSubmit} more={more}>
        <fieldset className="collection-names">
          <legend>{t(words.collectionNames)}</legend>
          <Names names={form} onChange={(locale) => (name) => onChange({ ...form, [locale]: name })} />
        </fieldset>
        <LongTextField
          name="about"
          label={t(words.about)}
          isOptional
          value={form.about}
          onChange={(about) => onChange({ ...form, about })}
        />
        <section aria-labelledby="collection-items">
          <h2 id="collection-items" tabIndex={-1}>
            {t(words.items)}
          </h2>
          {items.length === 0 && <p className="quiet">{t(words.noItems)}</p>}
          {items.length > 0 && (
            <ol className="plain list">
              {items.map(({ id, title }, index) => (
                <li key={id} className="line desk-row">
                  <span className="collection-number">{index + 1}.</span>
                  <p className="desk-row-words bold">{title}</p>
                  <div className="desk-row-buttons">
                    <Moves
                      index={index}
                      isLast={index === items.length - 1}
                      name={title}
                      onMove={(by) => change(moved(items, index, by), t(words.itemMoved, { title, n: index + by + 1 }))}
                    />
                    <Button
                      appearance="subtle"
                      icon={<DeleteRegular />}
                      aria-label={t(words.doTo, { does: t(words.remove), name: title })}
                      onClick={() => {
                        box.current?.querySelector<HTMLElement>('#collection-items')?.focus();
                        change(
                          items.filter((one) => one.id !== id),
                          t(words.itemRemoved, { title }),
                        );
                      }}
                    />
                  </div>
                </li>
              ))}
            </ol>
          )}
        </section>
        <FindItems
          chosen={items.map(({ id }) => id)}
          onAdd={(one) => change([...items, one], t(words.itemAdded, { title: one.title }))}
        />
      </Form>
      <p role="status" className="hidden">
        {news}
      </p>
    </div>
  );
}

const moved = <T,>(all: readonly T[], index: number, by: -1 | 1): readonly T[] => {
  const one = all[index];
  const other = all[index + by];
  return one === undefined || other === undefined ? all : all.with(index, other).with(index + by, one);
};

function FindItems({
  chosen,
  onAdd,
}: {
  chosen: readonly string[];
  onAdd: (item: { id: string; title: string }) => void;
}): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim().slice(0, 200), PAUSE);
  const found = useRead('materials', listMaterials, {
    params: paramsOf({ ...EVERYTHING, words: asked, filters: { state: 'published' }, sort: usualSort(asked) }, 0),
  });
  const rows = (found.data?.materials ?? []).slice(0, MOST_FOUND);
  return (
    <search className="collection-found">
      <TextField
        name="find"
        type="search"
        label={t(words.findItems)}
        hint={t(words.findHint)}
        value={typed}
        onChange={setTyped}
      />
      <p role="status" className="quiet small">
        {asked !== '' && found.data && !found.isPlaceholderData ? t(words.foundItems, { n: found.data.total }) : ''}
      </p>
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {rows.length > 0 && (
        <ul className="plain list">
          {rows.map(({ id, title, type }) => (
            <li key={id} className="line desk-row">
              <p className="desk-row-words">
                <span className="bold">{title}</span> <span className="quiet small">{t(lineText[type])}</span>
              </p>
              <div className="desk-row-buttons">
                <Button
                  icon={<AddRegular />}
                  aria-label={t(words.doTo, { does: t(chosen.includes(id) ? words.isIn : words.add), name: title })}
                  disabledFocusable={chosen.includes(id)}
                  onClick={() => {
                    if (!chosen.includes(id)) onAdd({ id, title });
                  }}
                >
                  {t(chosen.includes(id) ? words.isIn : words.add)}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
