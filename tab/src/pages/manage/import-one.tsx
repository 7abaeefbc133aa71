/** One list on its way into the register: what its columns are, what each row would do, and taking it in. */
import { Button } from '@fluentui/react-button';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { applyImport, getImport, type ImportView, removeImport, setImportColumns } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { DateField, SelectField, TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT, useZone } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { dateIn, useWhen } from '../../when.ts';
import { IMPORT_PAGE } from './import-data.ts';
import { Rows } from './import-rows.tsx';
import { importText } from './import-text.ts';
import { type BodyOf, REGISTER_PAGE, SHOWS_REGISTER } from './register-data.ts';
import { useAfterDialog } from './use-after-dialog.ts';

/** Milliseconds between looks at a list that is being taken in. */
const OFTEN = 1000;

export function ImportOne({ id }: { id: string }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { person, network } = useSession();
  const client = useQueryClient();
  const [isWatched, setWatched] = useState(false);
  const one = useRead('imports', getImport, { params: { import: id }, ...(isWatched ? { every: OFTEN } : {}) });
  const state = one.data?.state;
  useEffect(() => {
    if (state === 'applying') setWatched(true);
    if (state !== 'done' || !isWatched) return;
    setWatched(false);
    for (const name of SHOWS_REGISTER) void client.invalidateQueries({ queryKey: [person, network.id, name] });
  }, [state, isWatched, client, person, network.id]);
  const wasWatched = useRef(false);
  if (isWatched) wasWatched.current = true;
  const back = <BackLink page={IMPORT_PAGE}>{t(importText.title)}</BackLink>;
  if (!one.data)
    return (
      <>
        {back}
        {one.isError ? <Failure isPage error={one.error} onRetry={() => void one.refetch()} /> : <Skeleton />}
      </>
    );
  const list = one.data;
  return (
    <>
      {back}
      <div className="title">
        <Heading>{list.fileName}</Heading>
        {state !== 'applying' && <Forgetting list={list} />}
      </div>
      <p className="lead">{[t(importText.rowsOf, { n: list.rows }), when(list.createdAt)].join(' · ')}</p>
      {state === 'settling' && (
        <>
          <Columns list={list} />
          {list.problems.length === 0 && (
            <>
              <Apply list={list} />
              <Rows list={list} />
            </>
          )}
        </>
      )}
      {state === 'applying' && <Progress list={list} />}
      {state === 'done' && <Result list={list} isJustDone={wasWatched.current} />}
    </>
  );
}

type Field = ImportView['fields'][number]['field'];

function Columns({ list }: { list: ImportView }): ReactNode {
  const t = useT();
  const say = useSay();
  const [fields, setFields] = useState<readonly (Field | null)[]>(() => list.columns.map(({ field }) => field));
  const save = useSend(setImportColumns, {
    stale: ['imports', 'import-rows'],
    onDone: (now) => {
      setFields(now.columns.map(({ field }) => field));
      say(t(importText.columnsSaved));
    },
  });
  const used = list.columns.filter(({ field }) => field !== null).length;
  const choices: { value: Field | ''; label: string }[] = [
    { value: '', label: t(importText.notTaken) },
    ...list.fields.map(({ field, label }) => ({ value: field, label })),
  ];
  return (
    <details className="more-settings import-columns" open={list.problems.length > 0 || undefined}>
      <summary>
        {t(importText.columns)}{' '}
        <span className="quiet small">{t(importText.columnsUsed, { used, all: list.columns.length })}</span>
      </summary>
      <p className="quiet small">{t(importText.columnsWhy)}</p>
      {list.problems.map((problem) => (
        <p key={problem} className="notice attention" role="alert">
          {problem}
        </p>
      ))}
      <Form
        label={t(importText.columns)}
        onSubmit={() => save.mutate({ params: { import: list.id }, body: { fields: [...fields] } })}
        error={save.error}
        does={t(importText.saveColumns)}
        isBusy={save.isPending}
      >
        <div className="narrowing">
          {list.columns.map(({ column, heading, samples }) => (
            <SelectField<Field | ''>
              key={column}
              name={`column-${column}`}
              label={heading || t(importText.noHeading, { n: column + 1 })}
              hint={samples.length > 0 && t(importText.samples, { values: samples.join(', ') })}
              value={fields[column] ?? ''}
              choices={choices}
              onChange={(field) => setFields(fields.map((one, at) => (at === column ? field || null : one)))}
            />
          ))}
        </div>
      </Form>
    </details>
  );
}

/** `Jäsenlista 2026.xlsx` → `Jäsenlista 2026` */
const titleOf = (fileName: string): string => fileName.replace(/\.[^.]*$/, '');

function Apply({ list }: { list: ImportView }): ReactNode {
  const t = useT();
  const zone = useZone();
  const { draft, set } = useDraft(() => ({ listName: titleOf(list.fileName), collectedOn: '' }));
  const [mistake, setMistake] = useState<string>();
  const apply = useSend(applyImport, { stale: 'imports' });
  const { counts, newOrganisations, canApply } = list;
  const isStuck = counts.doubtful + counts.wrong > 0;
  const submit = (): void => {
    setMistake(draft.collectedOn ? undefined : t(importText.dateMissing));
    if (!draft.collectedOn) return;
    apply.mutate({ params: { import: list.id }, body: draft as NonNullable<BodyOf<typeof applyImport>> });
  };
  return (
    <section aria-labelledby="apply" className="card import-apply">
      <h2 id="apply">{t(importText.apply)}</h2>
      <p>{t(importText.applyWhat, { new: counts.new, changed: counts.changed })}</p>
      {newOrganisations.length > 0 && (
        <p className="quiet small">{t(importText.newOrganisations, { names: newOrganisations.join(', ') })}</p>
      )}
      {!canApply && (
        <p role="status" className="strong">
          {isStuck
            ? t(importText.settleFirst, { doubtful: counts.doubtful, wrong: counts.wrong })
            : t(importText.nothingToDo)}
        </p>
      )}
      {canApply && (
        <Form
          label={t(importText.apply)}
          onSubmit={submit}
          error={apply.error}
          does={t(importText.apply)}
          isBusy={apply.isPending}
        >
          <TextField
            isRequired
            name="listName"
            label={t(importText.listName)}
            hint={t(importText.listNameHint)}
            value={draft.listName}
            onChange={set('listName')}
          />
          <DateField
            isRequired
            name="collectedOn"
            label={t(importText.collectedOn)}
            problem={mistake}
            most={dateIn(Date.now(), zone)}
            value={draft.collectedOn}
            onChange={(day) => {
              setMistake(undefined);
              set('collectedOn')(day);
            }}
          />
        </Form>
      )}
    </section>
  );
}

function Progress({ list }: { list: ImportView }): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { done, total } = list.progress ?? { done: 0, total: list.rows };
  return (
    <section aria-labelledby="progress" className="card import-apply">
      <h2 id="progress" ref={heading} tabIndex={-1}>
        {t(importText.applying)}
      </h2>
      <p className="quiet">{t(importText.applyingWhy)}</p>
      <div
        className="track"
        role="progressbar"
        aria-labelledby="progress"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <span style={{ inlineSize: `${total === 0 ? 0 : (100 * done) / total}%` }} />
      </div>
      <p className="quiet small">{t(importText.progress, { done, total })}</p>
    </section>
  );
}

function Result({ list, isJustDone }: { list: ImportView; isJustDone: boolean }): ReactNode {
  const t = useT();
  const { date } = useWhen();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isJustDone) heading.current?.focus();
  }, [isJustDone]);
  const { result, source } = list;
  const figures: readonly (readonly [Message, number])[] = result
    ? [
        [importText.resultAdded, result.added],
        [importText.resultChanged, result.changed],
        [importText.resultSame, result.same],
        [importText.resultSkipped, result.skipped],
        [importText.resultOrganisations, result.organisations],
        [importText.resultMeanwhile, result.meanwhile],
      ]
    : [];
  return (
    <>
      <section aria-labelledby="done" className="card import-apply">
        <h2 id="done" ref={heading} tabIndex={-1}>
          {t(importText.done)}
        </h2>
        {source && (
          <p className="quiet">
            {source.listName}, {date(source.collectedOn)}
          </p>
        )}
        <dl className="facts-table">
          {figures.map(
            ([name, n]) =>
              (n > 0 || name === importText.resultAdded) && (
                <div key={name.en} className="import-figure">
                  <dt>{t(name)}</dt>
                  <dd>{n}</dd>
                </div>
              ),
          )}
        </dl>
        <div className="row">
          <LinkButton page={REGISTER_PAGE} appearance="primary">
            {t(importText.toRegister)}
          </LinkButton>
        </div>
      </section>
      {result && result.meanwhile > 0 && <Rows list={list} only="meanwhile" />}
    </>
  );
}

function Forgetting({ list }: { list: ImportView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round } = useAsked<'forget'>();
  const leave = useAfterDialog(way.isOpen, () => {
    say(t(importText.forgotten));
    replaceWith(IMPORT_PAGE);
  });
  return (
    <>
      <Button onClick={() => ask('forget')}>{t(importText.forget)}</Button>
      {asked && <Forget key={round} list={list} onDone={leave} {...way} />}
    </>
  );
}

function Forget({ list: { id, fileName }, onDone, ...way }: Way & { list: ImportView; onDone: () => void }): ReactNode {
  const t = useT();
  const forget = useSend(removeImport, {
    onDone: () => {
      onDone();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(importText.forgetTitle, { name: fileName })}
      does={t(importText.forgetDoes)}
      onDo={() => forget.mutate({ params: { import: id } })}
      isBusy={forget.isPending}
      error={forget.error}
      {...way}
    >
      <p>{t(importText.forgetWhy)}</p>
    </Ask>
  );
}
