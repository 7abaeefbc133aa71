/** Membership: how far an organisation has come, what was said with it, and its fees of a membership year. Never shown to members. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import { ID_PATTERN, personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { organisationId } from '../../core/network.ts';
import {
  type Fee,
  type Membership,
  membership as membershipStages,
  type Organisation,
  type RegisterRules,
} from '../../core/organisation.ts';
import { type Problem, Refusal } from '../../core/refusal.ts';
import { text } from './text.ts';

export const LONGEST_NOTE = 2000;
export const LONGEST_STEP = 200;
const MOST_CLASSES = 30;
export const EARLIEST_YEAR = 2000;
export const LATEST_YEAR = 2200;

export const membershipYear = z.coerce.number().int().min(EARLIEST_YEAR).max(LATEST_YEAR);

// ── Contact notes ──────────────────────────────────────────────────────────────────────────────

/** What a coordinator types of a contact with an organisation. */
export const noteDraft = z.object({
  text: z.string().trim().min(1).max(LONGEST_NOTE),
  /** What is to be done next, and when (yyyy-MM-dd). */
  nextStep: z.string().trim().min(1).max(LONGEST_STEP).optional(),
  nextOn: z.iso.date().optional(),
});
export type NoteDraft = z.infer<typeof noteDraft>;

export const noteId = z.string().regex(ID_PATTERN).max(120);

export const contactNote = noteDraft.extend({
  id: noteId,
  organisation: organisationId,
  at: instant,
  by: personKey,
  editedAt: instant.optional(),
  /** The next step has been taken. */
  doneAt: instant.optional(),
});
export type ContactNote = z.infer<typeof contactNote>;

/** Id: `organisation|at|…`, so that those of one organisation are a range in order of time. */
export const contactNotes = kind<ContactNote>({ name: 'contactNote', container: 'networks', schema: contactNote });

/** `form`: id of the sent form, so that one sent twice makes one note. */
export const noteIdOf = (at: Instant, form: string): string => `${at}|${form}`;

/** The step that is due first; undefined when nothing waits. A step without a date comes last. */
export function nextStepOf(notes: readonly ContactNote[]): ContactNote | undefined {
  const waiting = notes.filter(({ nextStep, nextOn, doneAt }) => (nextStep ?? nextOn) !== undefined && !doneAt);
  const order = (of: ContactNote): string => `${of.nextOn ?? '9999'}|${of.at}`;
  return waiting.sort((a, b) => (order(a) < order(b) ? -1 : 1))[0];
}

// ── Stages ─────────────────────────────────────────────────────────────────────────────────────

/** Any stage may follow any other. The same stage again keeps its date, unless another is given. */
export function moveTo(of: Organisation, membership: Membership, now: Instant, since?: Instant): Organisation {
  if (of.membership === membership && (since === undefined || since === of.since)) return of;
  return { ...of, membership, since: since ?? now };
}

// ── Fees ───────────────────────────────────────────────────────────────────────────────────────

export const feeDraft = z.object({
  feeClass: z.string().regex(ID_PATTERN).nullable(),
  invoicedOn: z.iso.date().nullable(),
  paidOn: z.iso.date().nullable(),
});
export type FeeDraft = z.infer<typeof feeDraft>;

export const feeOf = (of: Organisation, year: number): Fee | undefined => of.fees.find((one) => one.year === year);

/** The class of a year: its own, else that of the newest earlier year, since classes rarely change. */
export function feeClassIn(of: Organisation, year: number): string | undefined {
  const own = feeOf(of, year);
  if (own) return own.feeClass;
  const earlier = of.fees.filter((one) => one.year < year).sort((a, b) => b.year - a.year);
  return earlier.find(({ feeClass }) => feeClass !== undefined)?.feeClass;
}

/** Throws a Refusal: unknown class, paid before it was invoiced, paid without an invoice. */
export function setFee(of: Organisation, rules: RegisterRules, year: number, draft: FeeDraft): Organisation {
  const { feeClass, invoicedOn, paidOn } = draft;
  const problems: Problem[] = [];
  if (feeClass !== null && !rules.feeClasses.some(({ id }) => id === feeClass))
    problems.push({ field: 'feeClass', row: text.unknownClass });
  if (paidOn !== null && invoicedOn === null) problems.push({ field: 'invoicedOn', row: text.paidNotInvoiced });
  if (paidOn !== null && invoicedOn !== null && paidOn < invoicedOn)
    problems.push({ field: 'paidOn', row: text.paidBeforeInvoiced });
  const first = problems[0];
  if (first) throw new Refusal(first.row, {}, problems);
  const fee: Fee = {
    year,
    ...(feeClass === null ? {} : { feeClass }),
    ...(invoicedOn === null ? {} : { invoicedOn }),
    ...(paidOn === null ? {} : { paidOn }),
  };
  const isEmpty = feeClass === null && invoicedOn === null && paidOn === null;
  return { ...of, fees: withFee(of, isEmpty ? undefined : fee, year) };
}

/** Newest last, as stored. */
const withFee = (of: Organisation, fee: Fee | undefined, year: number): Fee[] =>
  [...of.fees.filter((one) => one.year !== year), ...(fee ? [fee] : [])].sort((a, b) => a.year - b.year);

/** Is invoiced together with its class: a member of the network in that class, not part of another organisation by now. */
export const isInvoicedWith = (of: Organisation, year: number, feeClass: string): boolean =>
  of.mergedInto === undefined && of.membership === 'member' && feeClassIn(of, year) === feeClass;

/** An invoice that was sent already keeps its date: doing it twice is doing it once. */
export function invoice(of: Organisation, year: number, feeClass: string, on: string): Organisation {
  const now = feeOf(of, year);
  if (now?.invoicedOn !== undefined) return of;
  return { ...of, fees: withFee(of, { ...now, year, feeClass, invoicedOn: on }, year) };
}

export const feeClassDraft = z.object({
  /** Absent: a new class. */
  id: z.string().regex(ID_PATTERN).max(60).optional(),
  name: z.string().trim().min(1).max(120),
});
export const feeClassesDraft = z.array(feeClassDraft).max(MOST_CLASSES);

/** The network's classes as typed. Throws a Refusal when a name stands twice, or a class that fees name is missing. */
export function setFeeClasses(
  rules: RegisterRules,
  draft: z.infer<typeof feeClassesDraft>,
  organisations: Iterable<Organisation>,
  newId: () => string,
): RegisterRules {
  const folded = draft.map(({ name }) => name.toLowerCase());
  if (new Set(folded).size < folded.length) throw new Refusal(text.classTwice);
  const feeClasses = draft.map(({ id, name }) => ({ id: id ?? newId(), name }));
  const kept = new Set(feeClasses.map(({ id }) => id));
  if (kept.size < feeClasses.length) throw new Refusal(text.classTwice);
  const used = new Set([...organisations].flatMap(({ fees }) => fees.map(({ feeClass }) => feeClass)));
  const missing = rules.feeClasses.find(({ id }) => used.has(id) && !kept.has(id));
  if (missing) throw new Refusal(text.classInUse, { name: missing.name });
  return { ...rules, feeClasses };
}

/** Counts of a membership year; no sums of money, since this is no bookkeeping. */
export function totalsOf(all: readonly Organisation[], year: number, today: string) {
  const members = all.filter(({ membership }) => membership === 'member');
  const fees = all.flatMap((one) => feeOf(one, year) ?? []);
  return {
    stages: membershipStages.options.map((membership) => ({
      membership,
      count: all.filter((one) => one.membership === membership).length,
    })),
    invoiced: fees.filter(({ invoicedOn }) => invoicedOn !== undefined && invoicedOn <= today).length,
    paid: fees.filter(({ paidOn }) => paidOn !== undefined).length,
    open: fees.filter(({ invoicedOn, paidOn }) => invoicedOn !== undefined && paidOn === undefined).length,
    /** Members without an invoice for the year. */
    notInvoiced: members.filter((one) => feeOf(one, year)?.invoicedOn === undefined).length,
    /** Members without a fee class. */
    withoutClass: members.filter((one) => feeClassIn(one, year) === undefined).length,
  };
}
