/** The audit trail: what coordinators did in a month, newest first. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { exportAudit, listAudit } from '../../calls.ts';
import { useReadPages } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { formText } from '../../form-text.ts';
import { Heading } from '../../heading.tsx';
import { LongList } from '../../long-list.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import type { Translate } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { NarrowBy } from './filters.tsx';
import { privacyText } from './privacy-text.ts';
import { manageText } from './text.ts';

export function Audit(): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const [chosen, setChosen] = useState<string>();
  const found = useReadPages('audit', listAudit, { params: chosen === undefined ? {} : { month: chosen } });
  const first = found.data?.pages[0];
  const month = chosen ?? first?.month ?? '';
  const entries = found.isPlaceholderData ? [] : (found.data?.pages.flatMap((page) => page.entries) ?? []);
  return (
    <div className="narrow">
      <BackLink page="manage/privacy">{t(manageText.privacy)}</BackLink>
      <div className="title">
        <Heading>{t(privacyText.audit)}</Heading>
        {first && (
          <div className="filter one">
            <NarrowBy
              label={t(privacyText.month)}
              value={month}
              choices={first.months.map((value) => ({ value, label: monthIn(value, t) }))}
              onChange={setChosen}
            />
          </div>
        )}
      </div>
      <p className="lead after">{t(privacyText.auditLead)}</p>
      {(found.isPending || found.isPlaceholderData) && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {first && !found.isPlaceholderData && (
        <section aria-labelledby="entries">
          <h2 id="entries">{t(privacyText.entries, { month: monthIn(month, t) })}</h2>
          {entries.length === 0 ? (
            <p className="quiet">{t(privacyText.noEntries)}</p>
          ) : (
            <>
              <LongList
                items={entries.map((entry, index) => ({ ...entry, key: `${entry.at} ${index}` }))}
                keyOf={({ key }) => key}
                labelledBy="entries"
                height={76}
                rowClass="line still"
                row={({ at, by, what }) => (
                  <>
                    <p>{what}</p>
                    <p className="quiet facts">
                      <span>{by}</span>
                      <span>{when(at)}</span>
                    </p>
                  </>
                )}
              />
              {found.hasNextPage && (
                <div className="row">
                  <Button disabledFocusable={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                    {t(privacyText.moreEntries)}
                  </Button>
                </div>
              )}
              <Downloads key={month} call={exportAudit} files={[{ name: t(formText.asCsv), body: { month } }]} />
            </>
          )}
        </section>
      )}
    </div>
  );
}

/** `2026-07` → “heinäkuu 2026”. */
const monthIn = (month: string, t: Translate): string =>
  new Intl.DateTimeFormat(t.tag, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
