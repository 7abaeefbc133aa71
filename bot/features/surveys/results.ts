/** Counting answers: a tally per question, and what is read off it. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import type { Answer, Answers } from './answers.ts';
import { OTHER_CHOICE } from './answers.ts';
import { hasOptions, isNumeric, type Question, rangeOf } from './questions.ts';

/** `n` people answered; `counts` by option id or by number as written, of which several may be of one person. */
export const tally = z.object({
  n: z.number().int().nonnegative(),
  counts: z.record(z.string(), z.number().int()),
});
export type Tally = z.infer<typeof tally>;

export const emptyTally = (): { n: number; counts: Record<string, number> } => ({ n: 0, counts: {} });
type Growing = ReturnType<typeof emptyTally>;

/** Adds one answer, or takes it out with −1. Of an erased person the words of an own option are empty, and it still counts. */
export function count(into: Growing, answer: Answer, times: 1 | -1 = 1): void {
  into.n += times;
  const keys =
    answer.number === undefined
      ? [...(answer.choices ?? []), ...(answer.choices && answer.text !== undefined ? [OTHER_CHOICE] : [])]
      : [String(answer.number)];
  for (const key of keys) into.counts[key] = (into.counts[key] ?? 0) + times;
}

export function sumOf(all: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const { n, counts } of all) {
    sum.n += n;
    for (const [key, times] of Object.entries(counts)) sum.counts[key] = (sum.counts[key] ?? 0) + times;
  }
  return sum;
}

/** Of grades, numbers and scales; undefined without answers. */
export function average({ counts }: Pick<Tally, 'counts'>): { readonly sum: number; readonly n: number } | undefined {
  let [sum, n] = [0, 0];
  for (const [key, times] of Object.entries(counts)) {
    sum += Number(key) * times;
    n += times;
  }
  return n > 0 ? { sum, n } : undefined;
}

/** Bars for numbers that differ a lot. */
const MOST_BARS = 12;

/** What a chart shows of a question, each bar with what it stands for: an option's id, a number, or from and to of numbers. */
export function distribution(
  of: Question,
  { counts }: Pick<Tally, 'counts'>,
): { readonly key: string; readonly n: number }[] {
  if (hasOptions(of)) {
    const ids = [...of.options.map(({ id }) => id), ...(of.allowsOther ? [OTHER_CHOICE] : [])];
    return ids.map((key) => ({ key, n: counts[key] ?? 0 }));
  }
  if (!isNumeric(of)) return [];
  if (of.type !== 'number') {
    const { from, to } = rangeOf(of);
    return Array.from({ length: to - from + 1 }, (_, at) => String(from + at)).map((key) => ({
      key,
      n: counts[key] ?? 0,
    }));
  }
  const values = Object.keys(counts)
    .map(Number)
    .sort((a, b) => a - b);
  if (values.length <= MOST_BARS) return values.map((value) => ({ key: String(value), n: counts[String(value)] ?? 0 }));
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const width = niceWidth((last - first) / (MOST_BARS - 1));
  const start = Math.floor(first / width) * width;
  const bars = new Map<number, number>();
  for (const value of values) {
    const at = Math.floor((value - start) / width);
    bars.set(at, (bars.get(at) ?? 0) + (counts[String(value)] ?? 0));
  }
  const lastBar = Math.floor((last - start) / width);
  return Array.from({ length: lastBar + 1 }, (_, at) => ({
    key: `${round(start + at * width)}–${round(start + (at + 1) * width)}`,
    n: bars.get(at) ?? 0,
  }));
}

/** 1, 2 or 5 times a power of ten, at least this wide. */
function niceWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((one) => one * power >= least) ?? 10) * power;
}
const round = (value: number): number => Number(value.toPrecision(12));

// ── What is published ──────────────────────────────────────────────────────────────────────────

/** Figures of one question for one cell of the breakdown, and the time as of which they are. */
export const series = z.object({ cut: instant, tally });
export type Series = z.infer<typeof series>;

export const surveyResults = z.object({
  at: instant,
  /** People who had answered when something was shown last that had not been. */
  answers: z.number().int().nonnegative(),
  /** By question id and cell; without a breakdown the one cell is `ALL`. Own options have an id of their own, `ownOf`. */
  questions: z.record(z.string(), z.record(z.string(), series)),
  /** At closing: what was left over of several cells, together enough to be shown. */
  rest: z.record(z.string(), tally),
  /** By question id: what tells whether the published texts are exactly those that were meant to be. */
  texts: z.record(z.string(), z.string()),
  /** Answers that are not in the figures: too few to be shown. By question id; of those that everyone is asked. */
  left: z.record(z.string(), z.number().int().nonnegative()),
});
export type SurveyResults = z.infer<typeof surveyResults>;

/** The cell of surveys without a breakdown, and of texts always. */
export const ALL = 'all';
/** Options of one's own are texts, published apart from the choices. */
export const ownOf = (question: string): string => `${question}~own`;

/** Figures of a question over all cells. */
export function totalOf({ questions, rest }: Pick<SurveyResults, 'questions' | 'rest'>, question: string): Tally {
  const cells = Object.values(questions[question] ?? {}).map((one) => one.tally);
  return sumOf([...cells, ...(rest[question] ? [rest[question]] : [])]);
}

/** A person's contributions: what each question's figures and texts take from their answers. Texts stand apart from what is counted. */
export function contributionsOf(
  questions: readonly Question[],
  given: Answers,
): { readonly question: string; readonly counted?: Answer; readonly text?: string }[] {
  return questions.flatMap((of) => {
    const one = given[of.id];
    if (!one) return [];
    if (of.type === 'text') return one.text ? [{ question: of.id, text: one.text }] : [];
    return [{ question: of.id, counted: one }, ...(one.text ? [{ question: ownOf(of.id), text: one.text }] : [])];
  });
}
