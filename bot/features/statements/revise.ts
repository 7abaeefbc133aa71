/** Which paragraph of a new wording is which of the one before, so that what was said of a paragraph stays with it. */
import { z } from 'zod';

export const MOST_PARAGRAPHS = 200;

export const paragraphId = z.string().regex(/^p[1-9]\d{0,5}$/);

export const paragraph = z.object({ id: paragraphId, text: z.string().min(1) });
export type Paragraph = z.infer<typeof paragraph>;

export interface Revised {
  readonly paragraphs: readonly Paragraph[];
  /** Number of the next paragraph that is new. */
  readonly next: number;
}

/** Words that two wordings of one paragraph share, of all that they have, at least. */
const ALIKE = 0.5;

/** Paragraphs as typed: an empty line parts them, a single line break stays within. */
export const split = (typed: string): string[] =>
  typed
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((one) =>
      one
        .split('\n')
        .map((line) => line.replace(/[ \t]+/g, ' ').trim())
        .join('\n')
        .trim(),
    )
    .filter(Boolean);

/** As it is typed into a form. */
export const joined = (of: readonly Paragraph[]): string => of.map(({ text }) => text).join('\n\n');

/**
 * The new wording with ids: a paragraph with the same words keeps its id wherever it now stands, one with at least half of the words in
 * common keeps it in the order of the text, one that comes back word for word after it had gone (`gone`) gets its own again, all others
 * get ids that never were. `next`: number of the next id.
 */
export function revise(
  old: readonly Paragraph[],
  newText: string,
  { next, gone = [] }: { readonly next: number; readonly gone?: readonly Paragraph[] },
): Revised {
  const texts = split(newText);
  const ids: (string | undefined)[] = texts.map(() => undefined);
  const left = new Set(old.keys());
  const take = (was: number, is: number): void => {
    ids[is] = old[was]?.id;
    left.delete(was);
  };
  const isFree = (is: number): boolean => ids[is] === undefined;
  const free = (): number[] => [...texts.keys()].filter(isFree);

  const same = (was: number, is: number): number => (old[was]?.text === texts[is] ? 1 : 0);
  for (const [was, is] of aligned([...old.keys()], [...texts.keys()], same)) take(was, is);
  for (const is of free()) {
    const moved = [...left].find((was) => same(was, is) === 1);
    if (moved !== undefined) take(moved, is);
  }

  const words = new Map<string, ReadonlyMap<string, number>>();
  const wordsOf = (of: string): ReadonlyMap<string, number> => {
    const known = words.get(of) ?? counted(of);
    words.set(of, known);
    return known;
  };
  const alike = (was: number, is: number): number => {
    const share = likeness(wordsOf(old[was]?.text ?? ''), wordsOf(texts[is] ?? ''));
    return share >= ALIKE ? share : 0;
  };
  for (const [was, is] of aligned([...left], free(), alike)) take(was, is);

  const back = new Map(gone.map(({ id, text }) => [text, id]));
  const used = new Set<string>([...old.map(({ id }) => id)]);
  let number = next;
  const paragraphs = texts.map((text, is): Paragraph => {
    const known = ids[is];
    if (known !== undefined) return { id: known, text };
    const returning = back.get(text);
    if (returning !== undefined && !used.has(returning)) {
      used.add(returning);
      return { id: returning, text };
    }
    return { id: `p${number++}`, text };
  });
  return { paragraphs, next: number };
}

/** Pairs in the order of both lists, with the greatest sum of weights; a weight of 0 is no pair. */
function aligned(
  a: readonly number[],
  b: readonly number[],
  weigh: (was: number, is: number) => number,
): [was: number, is: number][] {
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  const weights = new Float64Array((a.length + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row--) {
    for (let column = b.length - 1; column >= 0; column--) {
      const weight = weigh(a[row] ?? 0, b[column] ?? 0);
      weights[row * width + column] = weight;
      const paired = weight > 0 ? weight + at(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < a.length && column < b.length; ) {
    const weight = weights[row * width + column] ?? 0;
    if (weight > 0 && at(row, column) === weight + at(row + 1, column + 1)) {
      pairs.push([a[row] ?? 0, b[column] ?? 0]);
      row++;
      column++;
    } else if (at(row, column) === at(row + 1, column)) row++;
    else column++;
  }
  return pairs;
}

function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLocaleLowerCase('fi').matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Twice the shared words of all words of both: 1 for the same ones, 0 for none. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const total = (of: ReadonlyMap<string, number>): number => [...of.values()].reduce((sum, n) => sum + n, 0);
  const all = total(a) + total(b);
  if (all === 0) return 0;
  let shared = 0;
  for (const [word, n] of a) shared += Math.min(n, b.get(word) ?? 0);
  return (2 * shared) / all;
}
