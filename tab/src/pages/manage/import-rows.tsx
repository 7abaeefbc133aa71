/** The rows of a list, by what each would do: settled or mended one by one, or left out many at once. */
import { Button } from '@fluentui/react-button';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { type ImportRow, type ImportView, listImportRows, skipImportRows } from '../../calls.ts';
import { useSend } from '../../data.ts';
import { LongList } from '../../long-list.tsx';
import { useSay } from '../../says.tsx';
import { Segments } from '../../segments.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { OUTCOMES, type Outcome } from './import-data.ts';
import { Row } from './import-row.tsx';
import { importText } from './import-text.ts';
import { useAfterDialog } from './use-after-dialog.ts';

type Shown = Outcome | 'all';
const ALL = Object.keys(OUTCOMES) as Outcome[];

/** `only`: those rows of a list that is in the register already which were not taken. */
export function Rows({ list, only }: { list: ImportView; only?: 'meanwhile' }): ReactNode {
  const t = useT();
  const { api, network, person } = useSession();
  const { counts } = list;
  // What must be looked at comes first.
  const [shown, setShown] = useState<Shown>(() =>
    counts.wrong > 0 ? 'wrong' : counts.doubtful > 0 ? 'doubtful' : 'all',
  );
  /** Rows that were settled here: each stays in its place and shows its new state. */
  const [settled, setSettled] = useState<ReadonlyMap<number, ImportRow>>(new Map());
  const { asked, ask, way, round, fallback } = useAsked<'doubtful' | 'wrong'>();
  // What opened the dialog goes away once the page is asked for anew.
  const toHeading = useAfterDialog(way.isOpen, () => fallback.current?.focus());
  const found = useInfiniteQuery({
    queryKey: [person, network.id, 'import-rows', list.id, only ?? shown],
    queryFn: ({ pageParam, signal }) =>
      api.send(
        listImportRows,
        {
          params: {
            import: list.id,
            outcome: only || shown === 'all' ? undefined : shown,
            result: only,
            after: pageParam,
          },
        },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => (next === undefined ? undefined : String(next)),
    placeholderData: keepPreviousData,
  });
  const rows = (found.data?.pages.flatMap((page) => page.rows) ?? []).map((row) => settled.get(row.row) ?? row);
  const choices: { value: Shown; label: string }[] = [
    ...ALL.filter((one) => counts[one] > 0 || one === shown).map((one) => ({
      value: one,
      label: t(OUTCOMES[one].count, { n: counts[one] }),
    })),
    { value: 'all', label: t(importText.all, { n: list.rows }) },
  ];
  return (
    <section aria-labelledby="rows">
      <h2 id="rows" ref={fallback} tabIndex={-1}>
        {t(only ? importText.meanwhileRows : importText.rows)}
      </h2>
      {!only && (
        <div className="import-outcomes">
          <Segments<Shown>
            name="outcome"
            legend={t(importText.showRows)}
            value={shown}
            choices={choices}
            onChange={(next) => {
              setSettled(new Map());
              setShown(next);
            }}
          />
          {(shown === 'doubtful' || shown === 'wrong') && counts[shown] > 0 && (
            <Button appearance="subtle" onClick={() => ask(shown)}>
              {t(shown === 'doubtful' ? importText.skipDoubtful : importText.skipWrong)}
            </Button>
          )}
        </div>
      )}
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && !found.isPlaceholderData && rows.length === 0 && (
        <p className="empty">{t(importText.noRows)}</p>
      )}
      {rows.length > 0 && (
        <LongList
          items={rows}
          keyOf={({ row }) => String(row)}
          labelledBy="rows"
          total={found.data?.pages[0]?.total ?? rows.length}
          height={110}
          rowClass="line still"
          row={(row) => (
            <Row
              row={row}
              list={list}
              isFixed={only !== undefined}
              onSettled={(now) => setSettled((before) => new Map(before).set(now.row, now))}
            />
          )}
          onEnd={found.hasNextPage && !found.isFetchingNextPage ? () => void found.fetchNextPage() : undefined}
        />
      )}
      {asked && (
        <Skip
          key={round}
          list={list}
          outcome={asked}
          onDone={() => {
            setSettled(new Map());
            toHeading();
          }}
          {...way}
        />
      )}
    </section>
  );
}

function Skip({
  list: { id, counts },
  outcome,
  onDone,
  ...way
}: Way & { list: ImportView; outcome: 'doubtful' | 'wrong'; onDone: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const [n] = useState(counts[outcome]);
  const skip = useSend(skipImportRows, {
    stale: ['imports', 'import-rows'],
    onDone: () => {
      onDone();
      say(t(importText.skipped, { n }));
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(importText.skipTitle, { n })}
      does={t(importText.skip)}
      onDo={() => skip.mutate({ params: { import: id }, body: { outcome } })}
      isBusy={skip.isPending}
      error={skip.error}
      {...way}
    >
      <p>{t(importText.skipWhy)}</p>
    </Ask>
  );
}
