/** Which yearly reports are published to members, as links among what the network is. */
import type { ReactNode } from 'react';
import { useRead } from '../../data.ts';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { listPublished, type ReportLanguage } from './calls.ts';
import { reportText } from './text.ts';

/** Newest first; nothing where nothing is published. */
export function PublishedLinks(): ReactNode {
  const t = useT();
  const years = usePublishedYears();
  if (!years || years.size === 0) return null;
  return (
    <p className="row">
      {[...years.keys()].map((year) => (
        <a key={year} className="more" {...onLink(`members/report/${year}`)}>
          {t(reportText.yearlyReport, { year })}
        </a>
      ))}
    </p>
  );
}

/** Languages in which each year is published. */
export function usePublishedYears(): ReadonlyMap<number, readonly ReportLanguage[]> | undefined {
  const found = useRead('published-reports', listPublished);
  if (!found.data) return undefined;
  const years = [...new Set(found.data.reports.map(({ year }) => year))];
  return new Map(
    years.map((of) => [of, found.data.reports.flatMap(({ year, language }) => (year === of ? [language] : []))]),
  );
}
