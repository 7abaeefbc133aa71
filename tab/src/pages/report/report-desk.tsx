/** The coordinator's yearly report: own texts as a draft beside the figures as they are now, files, and publishing to members. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { reportWords, TEXT_PARTS, type TextPart } from '../../../../bot/features/report/contract.ts';
import { Ask, useAsked } from '../../ask.tsx';
import { useRead, useSend } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { LongTextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { formText } from '../../form-text.ts';
import { useKeptForm } from '../../kept-form.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { ReportBody, useLanguageNames } from './body.tsx';
import {
  getReport,
  publishReport,
  putTexts,
  type ReportLanguage,
  type ReportView,
  reportFile,
  withdrawReport,
} from './calls.ts';
import { SavedState } from './saved-state.tsx';
import { reportText } from './text.ts';

interface Which {
  readonly year: number;
  readonly language: ReportLanguage;
}

export function ReportDesk({ year, language }: Which): ReactNode {
  const found = useRead('report', getReport, { params: { year: String(year), language } });
  if (found.isPending) return <Skeleton lines={6} />;
  if (found.isError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  const { content } = found.data;
  if (content.year !== year || content.language !== language) return <Skeleton lines={6} />;
  return <Desk of={found.data} />;
}

function Desk({ of }: { of: ReportView }): ReactNode {
  const t = useT();
  const { year, language } = of.content;
  return (
    <>
      <Publishing of={of} />
      <Downloads
        key={`${year} ${language}`}
        call={reportFile}
        params={{ year: String(year) }}
        files={[
          { name: t(reportText.asWord), body: { language, format: 'docx' } },
          { name: t(reportText.asCard), body: { language, format: 'card' } },
          { name: t(formText.asExcel), body: { language, format: 'xlsx' } },
        ]}
      />
      <section aria-labelledby="own-texts">
        <h2 id="own-texts">{t(reportText.ownTexts)}</h2>
        <OwnTexts of={of} />
      </section>
      <section aria-labelledby="report-now">
        <h2 id="report-now">{t(reportText.whatIsIn)}</h2>
        <ReportBody of={of.content} texts={false} />
      </section>
    </>
  );
}

// ── Publishing ─────────────────────────────────────────────────────────────────────────────────

function Publishing({ of }: { of: ReportView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { when } = useWhen();
  const { year, language } = of.content;
  const { asked, ask, way, round } = useAsked<'publish'>();
  const stale = ['report', 'reports', 'published-reports'];
  const publish = useSend(publishReport, {
    stale,
    onDone: () => {
      way.onEnd();
      say(t(reportText.published));
    },
  });
  const withdraw = useSend(withdrawReport, { stale, onDone: () => say(t(reportText.withdrawn)) });
  const sent = { params: { year: String(year) }, body: { language } };
  return (
    <section className="report-state" aria-label={t(reportText.report)}>
      <p className={of.isChanged ? 'notice warning' : 'notice'}>
        {of.publishedAt ? t(reportText.publishedSince, { when: when(of.publishedAt) }) : t(reportText.notPublished)}
        {of.publishedAt && of.isChanged && ` ${t(reportText.isChanged)}`}
      </p>
      <div className="row">
        <Button appearance="primary" onClick={() => ask('publish')}>
          {t(of.publishedAt ? reportText.publishAgain : reportText.publish)}
        </Button>
        {of.publishedAt && (
          <Button disabledFocusable={withdraw.isPending} onClick={() => withdraw.mutate(sent)}>
            {t(reportText.withdraw)}
          </Button>
        )}
      </div>
      <Refused error={withdraw.error} />
      {asked && (
        <Ask
          key={round}
          {...way}
          title={t(reportText.publishTitle, { year })}
          does={t(reportText.publish)}
          onDo={() => publish.mutate(sent)}
          isBusy={publish.isPending}
          error={publish.error}
        >
          <p>{t(reportText.publishWhat)}</p>
        </Ask>
      )}
    </section>
  );
}

// ── Own texts ──────────────────────────────────────────────────────────────────────────────────

const HINTS: Readonly<Partial<Record<TextPart, Message>>> = {
  summary: reportText.summaryHint,
  goalsMet: reportText.goalsHint,
};

type Draft = Record<TextPart, string> & { readonly revision: number };

const draftOf = ({ parts, revision }: ReportView['draft']): Draft => ({
  ...(Object.fromEntries(TEXT_PARTS.map((part) => [part, parts[part] ?? ''])) as Record<TextPart, string>),
  revision,
});

function OwnTexts({ of }: { of: ReportView }): ReactNode {
  const t = useT();
  const say = useSay();
  const names = useLanguageNames();
  const { year, language } = of.content;
  const [draft, setDraft, forget] = useKeptForm<Draft>(
    `report-${year}-${language}`,
    () => draftOf(of.draft),
    (kept) => ({ ...draftOf(of.draft), ...kept }),
  );
  const [saved, setSaved] = useState(of.draft);
  const save = useSend(putTexts, {
    stale: ['report', 'reports'],
    onDone: (now) => {
      setSaved(now);
      setDraft(draftOf(now));
      forget();
      say(t(reportText.saved));
    },
  });
  const isChanged = TEXT_PARTS.some((part) => draft[part].trim() !== (saved.parts[part] ?? ''));
  const { revision, ...parts } = draft;
  const isOther = of.textsLanguage !== undefined && of.textsLanguage !== language;
  return (
    <div className="narrow">
      <p className="lead prose after">{t(reportText.ownTextsLead)}</p>
      {isOther && (
        <p className="notice">
          {t(reportText.otherLanguage, { language: names[of.textsLanguage ?? 'fi'].toLowerCase() })}
        </p>
      )}
      <Form
        onSubmit={() => save.mutate({ params: { year: String(year) }, body: { language, draft: parts, revision } })}
        error={save.error}
        does={t(reportText.save)}
        isBusy={save.isPending}
        more={
          <SavedState
            isChanged={isChanged}
            at={saved.editedAt}
            wasOvertaken={of.draft.revision > revision}
            onTake={() => {
              setSaved(of.draft);
              setDraft(draftOf(of.draft));
              forget();
              save.reset();
            }}
          />
        }
      >
        {TEXT_PARTS.map((part) => (
          <LongTextField
            key={part}
            name={part}
            label={t(reportWords[part])}
            hint={HINTS[part] && t(HINTS[part])}
            rows={4}
            value={draft[part]}
            onChange={(typed) => setDraft({ ...draft, [part]: typed })}
          />
        ))}
      </Form>
    </div>
  );
}
