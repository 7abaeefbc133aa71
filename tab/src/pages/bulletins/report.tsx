/** The report of delivery: how many have each fate, and each recipient with theirs; nobody is missing. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useRead, useReadPages } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { SelectField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import './bulletins.css';
import { exportDelivery, type Fate, getDelivery, getDeskBulletin, type ReportView } from './calls.ts';
import { deskPage } from './place.ts';
import { bulletinText as words } from './text.ts';

/** Milliseconds between looks while letters leave one after another, and when all have left. */
const LIVE = 5000;
const CALM = 30_000;

const FATES: readonly (readonly [fate: Fate, name: Message])[] = [
  ['sent', words.fateSent],
  ['waiting', words.fateWaiting],
  ['unknown', words.fateUnknown],
  ['failed', words.fateFailed],
  ['noAddress', words.fateNoAddress],
  ['unwanted', words.fateUnwanted],
  ['inTeams', words.fateInTeams],
  ['pointless', words.fatePointless],
];

export function Report({ id }: { id: string }): ReactNode {
  const t = useT();
  const [fate, setFate] = useState<Fate | ''>('');
  const [isLive, setLive] = useState(true);
  const bulletin = useRead('bulletin-desk', getDeskBulletin, { params: { bulletin: id } });
  const report = useReadPages('bulletin-report', getDelivery, {
    params: { bulletin: id, ...(fate === '' ? {} : { fate }) } as { bulletin: string; fate: string | undefined },
    every: isLive ? LIVE : CALM,
  });
  const first = report.data?.pages[0];
  const isLeaving = first !== undefined && ((first.sums.waiting ?? 0) > 0 || first.given < first.size);
  if (first && isLeaving !== isLive) setLive(isLeaving);
  return (
    <>
      <BackLink page={deskPage(id)}>{bulletin.data?.title ?? t(words.title)}</BackLink>
      <Heading>{t(words.report)}</Heading>
      {report.isPending && <Skeleton lines={4} />}
      {report.isError && !report.data && <Failure isPage error={report.error} onRetry={() => void report.refetch()} />}
      {first && (
        <>
          <p className="lead">{t(words.reportLead, { n: first.size })}</p>
          <p role="status">{isLeaving ? t(words.stillGoing) : ''}</p>
          <Sums of={first} />
          <Downloads
            call={exportDelivery}
            params={{ bulletin: id }}
            files={[
              { name: t(words.xlsx), body: { format: 'xlsx' } },
              { name: t(words.csv), body: { format: 'csv' } },
            ]}
          />
          {!first.isMailConfigured && <p className="notice warning">{t(words.mailOff)}</p>}
          {first.isForgotten && <p className="notice">{t(words.forgotten)}</p>}
          <section aria-labelledby="people">
            <h2 id="people">{t(words.people)}</h2>
            <SelectField
              name="fate"
              label={t(words.show)}
              value={fate}
              choices={[
                { value: '' as Fate | '', label: t(words.fateAll) },
                ...FATES.filter(([one]) => (first.sums[one] ?? 0) > 0).map(([value, name]) => ({
                  value,
                  label: `${t(name)} (${first.sums[value] ?? 0})`,
                })),
              ]}
              onChange={setFate}
            />
            <ul className="plain list spaced">
              {(report.data?.pages ?? [])
                .flatMap(({ rows }) => rows)
                .map((one, at) => (
                  <Row key={one.member ?? `erased-${at}`} of={one} />
                ))}
            </ul>
            {report.hasNextPage && (
              <Button onClick={() => void report.fetchNextPage()} disabledFocusable={report.isFetchingNextPage}>
                {t(words.more)}
              </Button>
            )}
          </section>
        </>
      )}
    </>
  );
}

/** Those that anyone has. */
function Sums({ of }: { of: ReportView }): ReactNode {
  const t = useT();
  return (
    <dl className="sums">
      {FATES.filter(([one]) => one === 'sent' || (of.sums[one] ?? 0) > 0).map(([one, name]) => (
        <div key={one}>
          <dt>{t(name)}</dt>
          <dd>{of.sums[one] ?? 0}</dd>
        </div>
      ))}
    </dl>
  );
}

function Row({ of }: { of: ReportView['rows'][number] }): ReactNode {
  const { when } = useWhen();
  return (
    <li className="line">
      <div>
        <span className="strong">{of.name}</span>
        {of.organisation && <span className="quiet">, {of.organisation}</span>}
        <p className="quiet small">
          {of.says}
          {of.at !== undefined && ` · ${when(of.at)}`}
        </p>
      </div>
    </li>
  );
}
