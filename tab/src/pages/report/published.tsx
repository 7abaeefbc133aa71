/** A yearly report that is published to members, as it was frozen. */
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useRead } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { formText } from '../../form-text.ts';
import { Heading } from '../../heading.tsx';
import { Segments } from '../../segments.tsx';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { ReportBody, useLanguageNames } from './body.tsx';
import { getPublished, publishedFile, type ReportLanguage } from './calls.ts';
import { usePublishedYears } from './published-links.tsx';
import { reportText } from './text.ts';

export function PublishedReport({ year }: { year: string }): ReactNode {
  const t = useT();
  const names = useLanguageNames();
  const years = usePublishedYears();
  const [chosen, setChosen] = useState<ReportLanguage>();
  const languages = years?.get(Number(year));
  if (!years) return <Skeleton lines={6} />;
  if (!languages) return <NotThere />;
  const [first = 'fi'] = languages;
  const language = chosen ?? languages.find((one) => one === t.locale) ?? first;
  return (
    <>
      <BackLink page="members">{t(text.members)}</BackLink>
      <Heading>{t(reportText.yearlyReport, { year })}</Heading>
      {languages.length > 1 && (
        <Segments
          name="language"
          legend={t(reportText.language)}
          value={language}
          choices={languages.map((value) => ({ value, label: names[value] }))}
          onChange={setChosen}
        />
      )}
      <Read key={language} year={Number(year)} language={language} />
    </>
  );
}

function Read({ year, language }: { year: number; language: ReportLanguage }): ReactNode {
  const t = useT();
  const found = useRead('published-reports', getPublished, { params: { year: String(year), language } });
  if (found.isPending) return <Skeleton lines={6} />;
  if (found.isError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <Downloads
        call={publishedFile}
        params={{ year: String(year) }}
        files={[
          { name: t(reportText.asWord), body: { language, format: 'docx' } },
          { name: t(formText.asExcel), body: { language, format: 'xlsx' } },
        ]}
      />
      <ReportBody of={found.data.content} texts />
    </>
  );
}
