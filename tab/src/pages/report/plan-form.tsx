/** The plan of a year, written by the coordinator. */
import { type ReactNode, useId, useState } from 'react';
import { PLAN_PARTS, type PlanPart, reportWords } from '../../../../bot/features/report/contract.ts';
import { useRead, useSend } from '../../data.ts';
import { LongTextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { getPlan, type PlanView, putPlan } from './calls.ts';
import { SavedState } from './saved-state.tsx';
import { reportText } from './text.ts';

const HINTS: Readonly<Partial<Record<PlanPart, Message>>> = {
  goals: reportText.goalsEg,
  funding: reportText.fundingEg,
  contact: reportText.contactEg,
};
const ROWS: Readonly<Partial<Record<PlanPart, number>>> = { goals: 5, phases: 5, contact: 2 };

export function PlanForm({ year }: { year: number }): ReactNode {
  const found = useRead('plan', getPlan, { params: { year: String(year) } });
  if (found.isPending) return <Skeleton lines={5} />;
  if (found.isError) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  return found.data.year === year ? <PlanOf key={year} of={found.data} /> : <Skeleton lines={5} />;
}

type Draft = Record<PlanPart, string> & { readonly revision: number };

const draftOf = ({ parts, revision }: PlanView): Draft => ({
  ...(Object.fromEntries(PLAN_PARTS.map((part) => [part, parts[part] ?? ''])) as Record<PlanPart, string>),
  revision,
});

function PlanOf({ of }: { of: PlanView }): ReactNode {
  const t = useT();
  const say = useSay();
  const [draft, setDraft, forget] = useKeptForm<Draft>(
    `plan-${of.year}`,
    () => draftOf(of),
    (kept) => ({ ...draftOf(of), ...kept }),
  );
  const [saved, setSaved] = useState(of);
  const lead = useId();
  const save = useSend(putPlan, {
    stale: ['plan', 'report', 'reports'],
    onDone: (now) => {
      setSaved(now);
      setDraft(draftOf(now));
      forget();
      say(t(reportText.planSaved));
    },
  });
  const isChanged = PLAN_PARTS.some((part) => draft[part].trim() !== (saved.parts[part] ?? ''));
  const { revision, ...parts } = draft;
  return (
    <div className="narrow" aria-describedby={lead}>
      <p id={lead} className="lead prose after">
        {t(reportText.planLead)}
      </p>
      <Form
        onSubmit={() => save.mutate({ params: { year: String(of.year) }, body: { draft: parts, revision } })}
        error={save.error}
        does={t(reportText.savePlan)}
        isBusy={save.isPending}
        more={
          <SavedState
            isChanged={isChanged}
            at={saved.editedAt}
            wasOvertaken={of.revision > revision}
            onTake={() => {
              setSaved(of);
              setDraft(draftOf(of));
              forget();
              save.reset();
            }}
          />
        }
      >
        {PLAN_PARTS.map((part) => (
          <LongTextField
            key={part}
            name={part}
            label={t(reportWords[part])}
            hint={HINTS[part] && t(HINTS[part])}
            rows={ROWS[part] ?? 3}
            value={draft[part]}
            onChange={(typed) => setDraft({ ...draft, [part]: typed })}
          />
        ))}
      </Form>
    </div>
  );
}
