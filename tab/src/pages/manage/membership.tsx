/** Membership of a year: what is next, counts, and every organisation with its stage and fee; the page that the address names below `manage/membership`. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { useAsked } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { getMembership, type MembershipRow, type MembershipYear, membershipFile } from '../../calls.ts';
import { useRead } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { formText } from '../../form-text.ts';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { LongList } from '../../long-list.tsx';
import { fold } from '../../picker.tsx';
import { onLink } from '../../router.ts';
import { useT, useZone } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { type Translate, text } from '../../text.ts';
import { dateIn, useWhen } from '../../when.ts';
import './manage.css';
import { NarrowBy, SearchBox } from './filters.tsx';
import { FeeClassesPage } from './membership-classes.tsx';
import { FeeDialog, InvoiceDialog, STAGE_NAMES, STAGES, type Stage, StageDialog } from './membership-dialogs.tsx';
import { MembershipOf } from './membership-organisation.tsx';
import { MEMBERSHIP, membershipPage } from './membership-pages.ts';
import { membershipText } from './membership-text.ts';
import { Tallies } from './tallies.tsx';
import { manageText } from './text.ts';

export function Membership({ path }: { path: readonly string[] }): ReactNode {
  const [item, ...deeper] = path;
  if (deeper.length > 0) return <NotThere />;
  if (item === undefined) return <MembershipOfAll />;
  if (item === 'classes') return <FeeClassesPage />;
  return <MembershipOf key={item} id={item} />;
}

/** So many steps that are not late yet are seen at a glance. */
const SOON = 3;
const EARLIER_YEARS = 5;

type Payment = 'all' | 'notInvoiced' | 'open' | 'paid' | 'withoutClass';
interface Search {
  readonly words: string;
  readonly stage: Stage | '';
  readonly payment: Payment;
}
const NOTHING: Search = { words: '', stage: '', payment: 'all' };

type Asked = { readonly what: 'stage' | 'fee'; readonly row: MembershipRow } | { readonly what: 'invoice' };

function MembershipOfAll(): ReactNode {
  const t = useT();
  const [year, setYear] = useState<string>();
  const found = useRead('membership', getMembership, { params: year === undefined ? {} : { year } });
  const of = found.data;
  return (
    <>
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <div className="title">
        <Heading>{t(manageText.membership)}</Heading>
        {of && <YearChoice year={year ?? String(of.year)} onChange={setYear} />}
      </div>
      <p className="lead prose">{t(membershipText.lead)}</p>
      {found.isPending && <Skeleton lines={5} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {of?.organisations.length === 0 && (
        <div className="empty">
          <p className="strong">{t(membershipText.nobody)}</p>
          <p>{t(membershipText.nobodyWhy)}</p>
          <div className="row centred">
            <LinkButton page="manage/register" appearance="primary">
              {t(membershipText.toRegister)}
            </LinkButton>
          </div>
        </div>
      )}
      {of && of.organisations.length > 0 && <Whole of={of} />}
    </>
  );
}

function YearChoice({ year, onChange }: { year: string; onChange: (year: string) => void }): ReactNode {
  const t = useT();
  const next = new Date().getFullYear() + 1;
  const years = Array.from({ length: EARLIER_YEARS + 2 }, (_, back) => String(next - back));
  return (
    <div className="filter one">
      <NarrowBy
        label={t(membershipText.year)}
        value={year}
        choices={[...new Set([...years, year])].map((value) => ({ value, label: value }))}
        onChange={onChange}
      />
    </div>
  );
}

function Whole({ of }: { of: MembershipYear }): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<Asked>();
  const [said, setSaid] = useState<string>();
  const { year, feeClasses, organisations, totals } = of;
  const counts = [
    { name: t(membershipText.invoicedMany), count: totals.invoiced },
    { name: t(membershipText.paidMany), count: totals.paid },
    { name: t(membershipText.openMany), count: totals.open },
    { name: t(membershipText.notInvoicedMany), count: totals.notInvoiced },
    { name: t(membershipText.withoutClassMany), count: totals.withoutClass },
  ];
  return (
    <>
      <NextSteps rows={organisations} />
      <div className="columns even">
        <Tallies
          heading={t(membershipText.stages)}
          counts={totals.stages.map(({ membership, count }) => ({ name: t(MANY[membership]), count }))}
        />
        <Tallies heading={t(membershipText.fees, { year: String(year) })} counts={counts} />
      </div>
      <div className="row">
        {feeClasses.length > 0 && (
          <Button onClick={() => ask({ what: 'invoice' })}>{t(membershipText.invoiceClass)}</Button>
        )}
        <LinkButton page={`${MEMBERSHIP}/classes`}>{t(membershipText.classes)}</LinkButton>
      </div>
      {said && <p className="notice good after">{said}</p>}
      <section aria-labelledby="membership-list">
        <h2 id="membership-list" ref={fallback} tabIndex={-1}>
          {t(membershipText.listHead)}
        </h2>
        <Listed of={of} onAsk={ask} />
      </section>
      <Downloads
        key={year}
        call={membershipFile}
        files={[
          { name: t(formText.asExcel), body: { year, format: 'xlsx' } },
          { name: t(formText.asCsv), body: { year, format: 'csv' } },
        ]}
      />
      {asked?.what === 'stage' && <StageDialog key={round} row={asked.row} {...way} />}
      {asked?.what === 'fee' && (
        <FeeDialog key={round} organisation={asked.row} year={year} fee={asked.row} feeClasses={feeClasses} {...way} />
      )}
      {asked?.what === 'invoice' && (
        <InvoiceDialog
          key={round}
          year={year}
          feeClasses={feeClasses}
          organisations={organisations}
          onInvoiced={setSaid}
          {...way}
        />
      )}
    </>
  );
}

const MANY = {
  contacted: membershipText.contactedMany,
  interested: membershipText.interestedMany,
  trial: membershipText.trialMany,
  member: membershipText.memberMany,
  left: membershipText.leftMany,
};

/** What is late, and what comes next, the first first. */
function NextSteps({ rows }: { rows: readonly MembershipRow[] }): ReactNode {
  const t = useT();
  const waiting = rows
    .flatMap(({ next, ...row }) => (next ? [{ ...row, next }] : []))
    .sort((a, b) => ((a.next.on ?? '9999') < (b.next.on ?? '9999') ? -1 : 1));
  if (waiting.length === 0) return undefined;
  const late = waiting.filter(({ next }) => next.isLate).length;
  const shown = waiting.slice(0, late + SOON);
  const later = waiting.slice(late + SOON);
  return (
    <section aria-labelledby="next-steps">
      <h2 id="next-steps">{t(membershipText.nextHead)}</h2>
      <Steps rows={shown} />
      {later.length > 0 && (
        <details>
          <summary>{t(membershipText.moreSteps, { n: later.length })}</summary>
          <Steps rows={later} />
        </details>
      )}
    </section>
  );
}

function Steps({
  rows,
}: {
  rows: readonly (MembershipRow & { next: NonNullable<MembershipRow['next']> })[];
}): ReactNode {
  const t = useT();
  const { date } = useWhen();
  return (
    <ul className="plain list">
      {rows.map(({ id, name, next }) => (
        <li key={id} className="line">
          <a {...onLink(membershipPage(id))}>{name}</a>
          {next.isLate && <span className="badge late">{t(membershipText.late)}</span>}
          <p className="quiet facts">
            <span>{next.step ?? t(membershipText.noStep)}</span>
            {next.on && <span>{date(next.on)}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Listed({ of, onAsk }: { of: MembershipYear; onAsk: (asked: Asked) => void }): ReactNode {
  const t = useT();
  const [search, setSearch] = useState(NOTHING);
  const words = fold(search.words);
  const found = of.organisations.filter(
    (row) =>
      fold(row.name).includes(words) &&
      (search.stage === '' || row.membership === search.stage) &&
      FITS[search.payment](row),
  );
  const isNarrowed = words !== '' || search.stage !== '' || search.payment !== 'all';
  return (
    <>
      <search className="filter three">
        <SearchBox
          label={t(membershipText.search)}
          value={search.words}
          onChange={(typed) => setSearch({ ...search, words: typed })}
        />
        <NarrowBy<Stage | ''>
          label={t(membershipText.stage)}
          value={search.stage}
          choices={[
            { value: '', label: t(membershipText.all) },
            ...STAGES.map((value) => ({ value, label: t(STAGE_NAMES[value]) })),
          ]}
          onChange={(stage) => setSearch({ ...search, stage })}
        />
        <NarrowBy<Payment>
          label={t(membershipText.payment)}
          value={search.payment}
          choices={PAYMENTS.map((value) => ({ value, label: t(membershipText[value]) }))}
          onChange={(payment) => setSearch({ ...search, payment })}
        />
      </search>
      <p role="status" className="quiet">
        {isNarrowed ? t(membershipText.found, { n: found.length }) : ''}
      </p>
      {found.length === 0 ? (
        <div className="empty">
          <p>{t(membershipText.nothingFound)}</p>
          <Button onClick={() => setSearch(NOTHING)}>{t(membershipText.showAll)}</Button>
        </div>
      ) : (
        <LongList
          items={found}
          keyOf={({ id }) => id}
          labelledBy="membership-list"
          height={88}
          rowClass="line with-actions"
          row={(row) => <Row row={row} of={of} onAsk={onAsk} />}
        />
      )}
    </>
  );
}

const PAYMENTS = ['all', 'notInvoiced', 'open', 'paid', 'withoutClass'] as const satisfies readonly Payment[];
const FITS: Readonly<Record<Payment, (row: MembershipRow) => boolean>> = {
  all: () => true,
  notInvoiced: ({ membership, invoicedOn }) => membership === 'member' && invoicedOn === undefined,
  open: ({ invoicedOn, paidOn }) => invoicedOn !== undefined && paidOn === undefined,
  paid: ({ paidOn }) => paidOn !== undefined,
  withoutClass: ({ membership, feeClass }) => membership === 'member' && feeClass === undefined,
};

interface RowProps {
  readonly row: MembershipRow;
  readonly of: MembershipYear;
  readonly onAsk: (asked: Asked) => void;
}

function Row({ row, of, onAsk }: RowProps): ReactNode {
  const t = useT();
  const zone = useZone();
  const { date } = useWhen();
  const { id, name, membership, since, feeClass, invoicedOn, paidOn, isUnpaid, next } = row;
  const year = String(of.year);
  const stage = t(STAGE_NAMES[membership]);
  return (
    <>
      <a {...onLink(membershipPage(id))}>{name}</a>
      {isUnpaid && <span className="badge">{t(membershipText.open)}</span>}
      <p className="quiet facts">
        <span>{since ? t(membershipText.since, { stage, date: date(dateIn(since, zone)) }) : stage}</span>
        {feeClass && <span>{of.feeClasses.find((one) => one.id === feeClass)?.name}</span>}
        {invoicedOn && <span>{t(membershipText.invoicedOn, { date: date(invoicedOn) })}</span>}
        {paidOn && <span>{t(membershipText.paidOn, { date: date(paidOn) })}</span>}
        {membership === 'member' && !invoicedOn && <span>{t(membershipText.notInvoiced)}</span>}
      </p>
      {next && (
        <p className="small">
          {nextInWords(next, t, date)}
          {next.isLate && <span className="badge late">{t(membershipText.late)}</span>}
        </p>
      )}
      <div className="row small-gap">
        <Button
          size="small"
          aria-label={t(membershipText.changeStageOf, { name })}
          onClick={() => onAsk({ what: 'stage', row })}
        >
          {t(membershipText.changeStage)}
        </Button>
        <Button
          size="small"
          aria-label={t(membershipText.markFeeOf, { year, name })}
          onClick={() => onAsk({ what: 'fee', row })}
        >
          {t(membershipText.markFee, { year })}
        </Button>
      </div>
    </>
  );
}

function nextInWords(
  { step, on }: NonNullable<MembershipRow['next']>,
  t: Translate,
  date: (day: string) => string,
): string {
  const words = step ?? t(membershipText.noStep);
  return on ? t(membershipText.nextOn, { date: date(on), step: words }) : t(membershipText.next, { step: words });
}
