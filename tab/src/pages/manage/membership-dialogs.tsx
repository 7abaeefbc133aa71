/** Dialogs of membership: an organisation's stage, its fee of a year, and the invoices of a whole class. */
import { type ReactNode, useState } from 'react';
import { Ask, type Way } from '../../ask.tsx';
import { invoiceClass, type MembershipRow, setFee, setStage } from '../../calls.ts';
import { useSend } from '../../data.ts';
import { DateField, SelectField } from '../../fields.tsx';
import { useDraft } from '../../form.tsx';
import { useSay } from '../../says.tsx';
import { useT, useZone } from '../../speak.ts';
import { type Message, text } from '../../text.ts';
import { dateIn } from '../../when.ts';
import { membershipText } from './membership-text.ts';

export type Stage = MembershipRow['membership'];
export const STAGES = ['contacted', 'interested', 'trial', 'member', 'left'] as const satisfies readonly Stage[];
export const STAGE_NAMES: Readonly<Record<Stage, Message>> = {
  contacted: membershipText.contacted,
  interested: membershipText.interested,
  trial: membershipText.trial,
  member: membershipText.member,
  left: membershipText.left,
};

export type FeeClasses = readonly { readonly id: string; readonly name: string }[];

/** What is read anew when a stage or a fee has changed. */
const SHOWS_MEMBERSHIP = ['membership', 'organisations', 'register', 'reach', 'audit'];

export function StageDialog({ row, ...way }: Way & { row: MembershipRow }): ReactNode {
  const t = useT();
  const say = useSay();
  const zone = useZone();
  const { draft, replace, set } = useDraft<{ membership: Stage; since: string }>(() => ({
    membership: row.membership,
    since: row.since ? dateIn(row.since, zone) : '',
  }));
  const change = useSend(setStage, {
    stale: SHOWS_MEMBERSHIP,
    onDone: ({ name }) => {
      say(t(membershipText.saved, { name }));
      way.onEnd();
    },
  });
  const { membership, since } = draft;
  return (
    <Ask
      title={row.name}
      does={t(text.save)}
      onDo={() =>
        change.mutate({ params: { organisation: row.id }, body: { membership, ...(since ? { since } : {}) } })
      }
      isBusy={change.isPending}
      error={change.error}
      {...way}
    >
      <SelectField
        name="membership"
        label={t(membershipText.stage)}
        value={membership}
        choices={STAGES.map((value) => ({ value, label: t(STAGE_NAMES[value]) }))}
        onChange={(chosen) => replace({ membership: chosen, since: dateIn(Date.now(), zone) })}
      />
      <DateField name="since" label={t(membershipText.from)} value={since} onChange={set('since')} />
    </Ask>
  );
}

/** What is noted of a year now. */
export type Fee = Pick<MembershipRow, 'feeClass' | 'invoicedOn' | 'paidOn'>;

interface FeeDialogProps extends Way {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly fee: Fee;
  readonly feeClasses: FeeClasses;
}

export function FeeDialog({ organisation, year, fee, feeClasses, ...way }: FeeDialogProps): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, set } = useDraft(() => ({
    feeClass: fee.feeClass ?? '',
    invoicedOn: fee.invoicedOn ?? '',
    paidOn: fee.paidOn ?? '',
  }));
  const change = useSend(setFee, {
    stale: SHOWS_MEMBERSHIP,
    onDone: ({ name }) => {
      say(t(membershipText.saved, { name }));
      way.onEnd();
    },
  });
  const submit = (): void =>
    change.mutate({
      params: { organisation: organisation.id, year: String(year) },
      body: {
        feeClass: draft.feeClass || null,
        invoicedOn: draft.invoicedOn || null,
        paidOn: draft.paidOn || null,
      },
    });
  return (
    <Ask
      title={t(membershipText.markFeeOf, { year, name: organisation.name })}
      does={t(text.save)}
      onDo={submit}
      isBusy={change.isPending}
      error={change.error}
      {...way}
    >
      <SelectField
        name="feeClass"
        label={t(membershipText.feeClass)}
        value={draft.feeClass}
        choices={[{ value: '', label: t(membershipText.noClass) }, ...choicesOf(feeClasses)]}
        onChange={set('feeClass')}
      />
      <DateField
        name="invoicedOn"
        label={t(membershipText.invoicedField)}
        hint={t(membershipText.emptyDate)}
        value={draft.invoicedOn}
        onChange={set('invoicedOn')}
      />
      <DateField
        name="paidOn"
        label={t(membershipText.paidField)}
        hint={t(membershipText.emptyDate)}
        value={draft.paidOn}
        onChange={set('paidOn')}
      />
    </Ask>
  );
}

const choicesOf = (feeClasses: FeeClasses): { value: string; label: string }[] =>
  feeClasses.map(({ id, name }) => ({ value: id, label: name }));

interface InvoiceDialogProps extends Way {
  readonly year: number;
  readonly feeClasses: FeeClasses;
  readonly organisations: readonly MembershipRow[];
  readonly onInvoiced: (words: string) => void;
}

export function InvoiceDialog({ year, feeClasses, organisations, onInvoiced, ...way }: InvoiceDialogProps): ReactNode {
  const t = useT();
  const say = useSay();
  const zone = useZone();
  const [feeClass, setFeeClass] = useState(feeClasses[0]?.id ?? '');
  const [invoicedOn, setInvoicedOn] = useState(() => dateIn(Date.now(), zone));
  const waiting = organisations.filter(
    (one) => one.membership === 'member' && one.feeClass === feeClass && one.invoicedOn === undefined,
  );
  const invoice = useSend(invoiceClass, {
    stale: SHOWS_MEMBERSHIP,
    onDone: ({ invoiced, before }) => {
      const words = t(membershipText.invoiced, { n: invoiced, before }).trim();
      say(words);
      onInvoiced(words);
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(membershipText.invoiceTitle)}
      does={t(membershipText.invoiceDo)}
      onDo={() => invoice.mutate({ body: { year, feeClass, invoicedOn } })}
      isBusy={invoice.isPending}
      isReady={waiting.length > 0 && invoicedOn !== ''}
      error={invoice.error}
      {...way}
    >
      <p>{t(membershipText.invoiceWhy)}</p>
      <SelectField
        name="feeClass"
        label={t(membershipText.invoiceWhich)}
        value={feeClass}
        choices={choicesOf(feeClasses)}
        onChange={setFeeClass}
      />
      <DateField name="invoicedOn" label={t(membershipText.invoiceWhen)} value={invoicedOn} onChange={setInvoicedOn} />
      <p role="status">{t(membershipText.invoicePreview, { n: waiting.length })}</p>
    </Ask>
  );
}
