/** One import: what would become of it, what its folders and rows mean, adding it, and what became of each row. */
import { Button } from '@fluentui/react-button';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { useRead, useReadPages, useSend } from '../../data.ts';
import { SelectField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { LongList } from '../../long-list.tsx';
import { onLink, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { Segments } from '../../segments.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { useAfterDialog } from '../manage/use-after-dialog.ts';
import {
  applyMaterialImport,
  type DoneRow,
  getMaterialImport,
  listMaterialImportResults,
  listMaterialImportRows,
  type MaterialImportRow,
  type MaterialImportView,
  type Outcome,
  removeMaterialImport,
  settleMaterialImportFolder,
} from './import-calls.ts';
import { ImportRow } from './import-row.tsx';
import { materialImportText as words } from './import-text.ts';
import { IMPORT_PAGE, LIST_PAGE, materialPage } from './place.ts';

/** Milliseconds between looks at an import that is carried out. */
const OFTEN = 1000;
/** What the items of an import show in. */
const STALE = ['materials', 'collections', 'material-desk', 'material-terms', 'material-imports'];

export function ImportOne({ id }: { id: string }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { person, network } = useSession();
  const client = useQueryClient();
  const [isWatched, setWatched] = useState(false);
  const one = useRead('material-import', getMaterialImport, {
    params: { import: id },
    ...(isWatched ? { every: OFTEN } : {}),
  });
  const state = one.data?.state;
  useEffect(() => {
    if (state === 'applying') setWatched(true);
    if (state !== 'done' || !isWatched) return;
    setWatched(false);
    for (const name of STALE) void client.invalidateQueries({ queryKey: [person, network.id, name] });
  }, [state, isWatched, client, person, network.id]);
  const wasWatched = useRef(false);
  if (isWatched) wasWatched.current = true;
  const back = <BackLink page={IMPORT_PAGE}>{t(words.title)}</BackLink>;
  if (!one.data)
    return (
      <div className="material-import">
        {back}
        {one.isError ? <Failure isPage error={one.error} onRetry={() => void one.refetch()} /> : <Skeleton />}
      </div>
    );
  const of = one.data;
  return (
    <div className="material-import">
      {back}
      <div className="title">
        <Heading>{of.name}</Heading>
        {state !== 'applying' && <Forgetting of={of} />}
      </div>
      <p className="lead">{[t(words.rowCount, { n: of.rows }), when(of.createdAt)].join(' · ')}</p>
      {state === 'settling' && (
        <>
          <Apply of={of} />
          {of.folders.length > 0 && <Folders of={of} />}
          <Rows of={of} />
        </>
      )}
      {state === 'applying' && <Progress of={of} />}
      {state === 'done' && <Done of={of} isJustDone={wasWatched.current} />}
    </div>
  );
}

function Apply({ of }: { of: MaterialImportView }): ReactNode {
  const t = useT();
  const apply = useSend(applyMaterialImport, { stale: ['material-import', 'material-imports'] });
  const { counts, newTags, ignored, problem } = of;
  const lines: readonly (readonly [Message, number])[] = [
    [words.added, counts.new],
    [words.wrongOnes, counts.wrong],
    [words.thereAlready, counts.same],
    [words.skippedOnes, counts.skipped],
  ];
  return (
    <section aria-labelledby="apply" className="card bring-card">
      <h2 id="apply">{t(words.whatHappens)}</h2>
      <ul className="plain">
        {lines.map(
          ([line, n], at) =>
            (n > 0 || at === 0) && (
              <li key={line.en} className={at === 0 ? 'bold' : undefined}>
                {t(line, { n })}
              </li>
            ),
        )}
      </ul>
      {newTags.length > 0 && <p className="quiet small">{t(words.newTags, { names: newTags.join(', ') })}</p>}
      {ignored.length > 0 && <p className="quiet small">{t(words.ignored, { names: ignored.join(', ') })}</p>}
      <Refused error={apply.error} />
      {problem ? (
        <p role="status" className="strong">
          {problem}
        </p>
      ) : (
        <div className="row">
          <Button
            appearance="primary"
            disabledFocusable={apply.isPending}
            onClick={() => apply.mutate({ params: { import: of.id } })}
          >
            {t(words.apply, { n: counts.new })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Folders({ of }: { of: MaterialImportView }): ReactNode {
  const t = useT();
  const settle = useSend(settleMaterialImportFolder, { stale: ['material-import', 'material-import-rows'] });
  const { events, terms, collections } = of.meanings;
  const named = (all: typeof events, as: Message) =>
    all.map(({ value, label }) => ({ value, label: t(as, { name: label }) }));
  const shared = [
    ...named(terms, words.termOf),
    ...named(collections, words.collectionOf),
    ...named(events, words.eventOf),
  ];
  return (
    <section aria-labelledby="folders">
      <h2 id="folders">{t(words.folders)}</h2>
      <p className="quiet small">{t(words.foldersWhy)}</p>
      <Refused error={settle.error} />
      <ul className="plain list bring-folders">
        {of.folders.map(({ folder, files, meaning }) => {
          const name = folder.slice(folder.lastIndexOf('/') + 1);
          return (
            <li key={folder} className="line still">
              <SelectField
                name={`folder-${folder}`}
                label={folder}
                hint={t(words.folderFiles, { n: files })}
                value={meaning}
                choices={[
                  { value: 'nothing', label: t(words.nothing) },
                  { value: 'newTag', label: t(words.newTag, { name }) },
                  ...shared,
                ]}
                onChange={(next) => settle.mutate({ params: { import: of.id }, body: { folder, meaning: next } })}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const OUTCOMES: Readonly<Record<Outcome, { readonly one: Message; readonly count: Message }>> = {
  wrong: { one: words.isWrong, count: words.countWrong },
  new: { one: words.isNew, count: words.countNew },
  same: { one: words.isSame, count: words.countSame },
  skipped: { one: words.isSkipped, count: words.countSkipped },
};
const ALL = Object.keys(OUTCOMES) as Outcome[];
type Shown = Outcome | 'all';

function Rows({ of }: { of: MaterialImportView }): ReactNode {
  const t = useT();
  const { counts } = of;
  // What must be looked at comes first.
  const [shown, setShown] = useState<Shown>(() => (counts.wrong > 0 ? 'wrong' : 'all'));
  /** Rows that were settled here: each stays in its place and shows its new state. */
  const [settled, setSettled] = useState<ReadonlyMap<number, MaterialImportRow>>(new Map());
  const found = useReadPages('material-import-rows', listMaterialImportRows, {
    params: { import: of.id, outcome: shown === 'all' ? undefined : shown },
  });
  const rows = (found.data?.pages.flatMap((page) => page.rows) ?? []).map((row) => settled.get(row.row) ?? row);
  const choices = [
    ...ALL.filter((one) => counts[one] > 0 || one === shown).map((one) => ({
      value: one as Shown,
      label: t(OUTCOMES[one].count, { n: counts[one] }),
    })),
    { value: 'all' as Shown, label: t(words.all, { n: of.rows }) },
  ];
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t(words.rows)}</h2>
      <div className="bring-outcomes">
        <Segments<Shown>
          name="outcome"
          legend={t(words.showRows)}
          value={shown}
          choices={choices}
          onChange={(next) => {
            setSettled(new Map());
            setShown(next);
          }}
        />
      </div>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && !found.isPlaceholderData && rows.length === 0 && <p className="empty">{t(words.noRows)}</p>}
      {rows.length > 0 && (
        <LongList
          items={rows}
          keyOf={({ row }) => String(row)}
          labelledBy="rows"
          total={found.data?.pages[0]?.total ?? rows.length}
          height={120}
          rowClass="line still"
          row={(row) => (
            <ImportRow
              row={row}
              of={of}
              onSettled={(now) => setSettled((before) => new Map(before).set(now.row, now))}
            />
          )}
          onEnd={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}
        />
      )}
    </section>
  );
}

function Progress({ of }: { of: MaterialImportView }): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { done, total } = of.progress ?? { done: 0, total: of.rows };
  return (
    <section aria-labelledby="progress" className="card bring-card">
      <h2 id="progress" ref={heading} tabIndex={-1}>
        {t(words.applyingNow)}
      </h2>
      <p className="quiet">{t(words.applyingWhy)}</p>
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
      <p className="quiet small">{t(words.progress, { done, total })}</p>
    </section>
  );
}

const RESULTS: Readonly<Record<DoneRow['result'], Message>> = {
  failed: words.resultFailed,
  added: words.resultAdded,
  skipped: words.resultSkipped,
};
const ALL_RESULTS = Object.keys(RESULTS) as DoneRow['result'][];

function Done({ of, isJustDone }: { of: MaterialImportView; isJustDone: boolean }): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isJustDone) heading.current?.focus();
  }, [isJustDone]);
  const result = of.result ?? { added: 0, failed: 0, skipped: 0 };
  const [shown, setShown] = useState<DoneRow['result']>(() => (result.failed > 0 ? 'failed' : 'added'));
  const found = useReadPages('material-import-results', listMaterialImportResults, {
    params: { import: of.id, result: shown },
  });
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <section aria-labelledby="done" className="card bring-card">
        <h2 id="done" ref={heading} tabIndex={-1}>
          {t(words.isDone)}
        </h2>
        <dl className="facts-table">
          {ALL_RESULTS.filter((one) => result[one] > 0 || one === 'added').map((one) => (
            <div key={one} className="bring-figure">
              <dt>{t(RESULTS[one])}</dt>
              <dd>{result[one]}</dd>
            </div>
          ))}
        </dl>
        <div className="row">
          <LinkButton page={LIST_PAGE} appearance="primary">
            {t(words.toBank)}
          </LinkButton>
        </div>
      </section>
      <section aria-labelledby="results">
        <h2 id="results">{t(words.results)}</h2>
        <div className="bring-outcomes">
          <Segments<DoneRow['result']>
            name="result"
            legend={t(words.showRows)}
            value={shown}
            choices={ALL_RESULTS.filter((one) => result[one] > 0 || one === shown).map((one) => ({
              value: one,
              label: `${t(RESULTS[one])} ${result[one]}`,
            }))}
            onChange={setShown}
          />
        </div>
        {found.isPending && <Skeleton />}
        {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
        {rows.length > 0 && (
          <LongList
            items={rows}
            keyOf={({ row }) => String(row)}
            labelledBy="results"
            total={found.data?.pages[0]?.total ?? rows.length}
            height={56}
            rowClass="line still"
            row={({ row, title, why, material }) => (
              <p>
                <span className="quiet small">{t(words.rowNumber, { row })}</span>{' '}
                {material ? <a {...onLink(materialPage(material))}>{title}</a> : title || t(words.noTitle)}
                {why && <span className="quiet small below">{why}</span>}
              </p>
            )}
            onEnd={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}
          />
        )}
      </section>
    </>
  );
}

function Forgetting({ of }: { of: MaterialImportView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round } = useAsked<'forget'>();
  const leave = useAfterDialog(way.isOpen, () => {
    say(t(words.forgotten));
    replaceWith(IMPORT_PAGE);
  });
  return (
    <>
      <Button onClick={() => ask('forget')}>{t(words.forget)}</Button>
      {asked && <Forget key={round} of={of} onDone={leave} {...way} />}
    </>
  );
}

function Forget({ of: { id, name }, onDone, ...way }: Way & { of: MaterialImportView; onDone: () => void }): ReactNode {
  const t = useT();
  const forget = useSend(removeMaterialImport, {
    stale: 'material-imports',
    onDone: () => {
      onDone();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(words.forgetTitle, { name })}
      does={t(words.forget)}
      onDo={() => forget.mutate({ params: { import: id } })}
      isBusy={forget.isPending}
      error={forget.error}
      {...way}
    >
      <p>{t(words.forgetWhy)}</p>
    </Ask>
  );
}
