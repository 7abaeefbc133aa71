/** The coordinator's pages of year plans and yearly reports: the one that the address names below `manage/report`. */
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { onLink } from '../../router.ts';
import { Segments } from '../../segments.tsx';
import { useT, useZone } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { dateIn } from '../../when.ts';
import { useLanguageNames } from './body.tsx';
import { listReports, type YearSummary } from './calls.ts';
import { PlanForm } from './plan-form.tsx';
import './report.css';
import { ReportDesk } from './report-desk.tsx';
import { reportText } from './text.ts';

const REPORT = 'manage/report';

export function ReportPages({ path }: { path: readonly string[] }): ReactNode {
  const [year, part, ...deeper] = path;
  if (year === undefined) return <Years />;
  const of = /^\d{4}$/.test(year) ? Number(year) : undefined;
  if (of === undefined || deeper.length > 0 || (part !== undefined && part !== 'plan')) return <NotThere />;
  return <OfYear key={`${of} ${part}`} year={of} isPlan={part === 'plan'} />;
}

function Years(): ReactNode {
  const t = useT();
  const zone = useZone();
  const found = useRead('reports', listReports);
  const thisYear = Number(dateIn(Date.now(), zone).slice(0, 4));
  const known = new Map(found.data?.years.map((one) => [one.year, one]));
  const years = [...new Set([thisYear + 1, thisYear, ...known.keys()])].sort((a, b) => b - a);
  return (
    <>
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <Heading>{t(reportText.reports)}</Heading>
      <p className="lead prose">{t(reportText.reportsLead)}</p>
      {found.isPending && <Skeleton lines={3} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <ul className="plain list report-years">
          {years.map((year) => (
            <Year key={year} year={year} of={known.get(year)} isAhead={year > thisYear} />
          ))}
        </ul>
      )}
    </>
  );
}

function Year({ year, of, isAhead }: { year: number; of: YearSummary | undefined; isAhead: boolean }): ReactNode {
  const t = useT();
  const names = useLanguageNames();
  const published = of?.published.map(({ language }) => names[language].toLowerCase()) ?? [];
  const state =
    published.length > 0
      ? t(reportText.isPublished, { languages: published.join(', ') })
      : (of?.written.length ?? 0) > 0
        ? t(reportText.isDraft)
        : undefined;
  return (
    <li className="line">
      <div className="beside-line">
        <span>
          <a className="strong" {...onLink(`${REPORT}/${year}${isAhead ? '/plan' : ''}`)}>
            {t(reportText.year, { year })}
          </a>
          <span className="quiet small below">
            {[t(of?.hasPlan ? reportText.hasPlan : reportText.noPlan), state].filter(Boolean).join(' · ')}
          </span>
        </span>
        {isAhead && !of?.hasPlan && (
          <LinkButton page={`${REPORT}/${year}/plan`} label={`${t(reportText.writePlan)} ${year}`}>
            {t(reportText.writePlan)}
          </LinkButton>
        )}
      </div>
    </li>
  );
}

function OfYear({ year, isPlan }: { year: number; isPlan: boolean }): ReactNode {
  const t = useT();
  const [language, setLanguage] = useState(t.locale);
  const names = useLanguageNames();
  const tabs = [
    { page: `${REPORT}/${year}`, name: reportText.report, isHere: !isPlan },
    { page: `${REPORT}/${year}/plan`, name: reportText.plan, isHere: isPlan },
  ];
  return (
    <>
      <BackLink page={REPORT}>{t(reportText.reports)}</BackLink>
      <Heading>{t(reportText.year, { year })}</Heading>
      <nav aria-label={t(reportText.year, { year })} className="row report-state">
        {tabs.map(({ page, name, isHere }) => (
          <a key={page} {...onLink(page)} aria-current={isHere ? 'page' : undefined} className="more">
            {t(name)}
          </a>
        ))}
      </nav>
      {isPlan ? (
        <PlanForm year={year} />
      ) : (
        <>
          <Segments
            name="language"
            legend={t(reportText.language)}
            value={language}
            choices={(['fi', 'sv', 'en'] as const).map((value) => ({ value, label: names[value] }))}
            onChange={setLanguage}
          />
          <ReportDesk key={language} year={year} language={language} />
        </>
      )}
    </>
  );
}
