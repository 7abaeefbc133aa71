/** The year plan: what the network set out to do in a year, in the coordinator's own words. The yearly report is read against it. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { kind } from '../../core/kind.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { severalLines } from '../../core/typed.ts';
import { text } from './text.ts';

/** Characters of one part of a plan or of a report's own texts. */
export const LONGEST_PART = 5000;
export const EARLIEST_YEAR = 2000;
export const LATEST_YEAR = 2200;

export const reportYear = z.coerce.number().int().min(EARLIEST_YEAR).max(LATEST_YEAR);

/** The parts of a plan, in the order in which they are written and read. `contact`: whom a funder may ask. */
export const PLAN_PARTS = [
  'goals',
  'targetGroups',
  'phases',
  'themes',
  'expectedResults',
  'funding',
  'contact',
] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** Several lines of text each; what is not there is not written yet. */
const part = z.string().max(LONGEST_PART);
export const planParts = z.object({
  goals: part.optional(),
  targetGroups: part.optional(),
  phases: part.optional(),
  themes: part.optional(),
  expectedResults: part.optional(),
  funding: part.optional(),
  contact: part.optional(),
});
export type PlanParts = z.infer<typeof planParts>;

export const yearPlan = z.object({
  year: z.number().int(),
  parts: planParts,
  /** Rises with every change: who writes over a text that they have not seen is refused. */
  revision: z.number().int().positive(),
  editedAt: instant,
});
export type YearPlan = z.infer<typeof yearPlan>;

/** Id: the year. */
export const yearPlans = kind<YearPlan>({ name: 'plan', container: 'networks', schema: yearPlan });

/** What a form sends: as typed. */
export const planDraft = z.object({
  goals: z.string().default(''),
  targetGroups: z.string().default(''),
  phases: z.string().default(''),
  themes: z.string().default(''),
  expectedResults: z.string().default(''),
  funding: z.string().default(''),
  contact: z.string().default(''),
});
export type PlanDraft = z.infer<typeof planDraft>;

/** `revision`: of the plan that the writer saw, 0 when there was none. Throws a Refusal: a part is too long, or someone else wrote meanwhile. */
export function writePlan(
  now: YearPlan | undefined,
  { year, draft, revision, at }: { year: number; draft: PlanDraft; revision: number; at: YearPlan['editedAt'] },
): YearPlan {
  const parts = readParts(PLAN_PARTS, draft);
  if (now && isSame(now.parts, parts)) return now; // sent twice, or nothing changed
  if ((now?.revision ?? 0) !== revision) throw new Refusal(text.changedMeanwhile, {}, [CHANGED]);
  return { year, parts, revision: revision + 1, editedAt: at };
}

/** The tab knows by the code that it may show what the other one wrote. */
export const CHANGED: Problem = { field: 'revision', row: text.changedMeanwhile, code: 'changed' };

/** Line breaks put right; empty parts left out. Throws a Refusal that names every part that is too long. */
export function readParts<P extends string>(
  names: readonly P[],
  draft: Readonly<Record<P, string>>,
): Partial<Record<P, string>> {
  const read = names.map((name) => [name, severalLines(draft[name])] as const);
  refuseAny(
    read
      .filter(([, written]) => written.length > LONGEST_PART)
      .map(([field, { length }]) => ({ field, row: text.longPart, params: { most: LONGEST_PART, n: length } })),
  );
  return Object.fromEntries(read.filter(([, written]) => written !== '')) as Partial<Record<P, string>>;
}

export function isSame(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(one).filter((key) => one[key] !== undefined);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
