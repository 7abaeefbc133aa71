/** Two versions of a statement side by side: which words were added, removed and kept, paragraph by paragraph. */
import type { Paragraph } from './revise.ts';

export interface Piece {
  readonly text: string;
  readonly is: 'same' | 'added' | 'removed';
}

export interface Compared {
  readonly id: string;
  readonly change: 'same' | 'changed' | 'added' | 'removed';
  readonly pieces: readonly Piece[];
}

/** More pairs of words than these are not looked at: such a paragraph is shown as replaced. */
const MOST_PAIRS = 1_000_000;

/** In the order of the newer version; what was removed stands where it stood. */
export function compare(from: readonly Paragraph[], to: readonly Paragraph[]): Compared[] {
  const before = new Map(from.map((one) => [one.id, one]));
  const kept = new Set(to.map(({ id }) => id));
  /** Removed paragraphs by the one before which they stood in the older version; `undefined`: at the end. */
  const removed = new Map<string | undefined, Paragraph[]>();
  let waiting: Paragraph[] = [];
  for (const one of from) {
    if (!kept.has(one.id)) waiting.push(one);
    else if (waiting.length > 0) {
      removed.set(one.id, waiting);
      waiting = [];
    }
  }
  const gone = (of: readonly Paragraph[] = []): Compared[] =>
    of.map(({ id, text }) => ({ id, change: 'removed', pieces: [{ text, is: 'removed' }] }));
  return [...to.flatMap((one) => [...gone(removed.get(one.id)), changeOf(before.get(one.id), one)]), ...gone(waiting)];
}

function changeOf(was: Paragraph | undefined, { id, text }: Paragraph): Compared {
  if (was === undefined) return { id, change: 'added', pieces: [{ text, is: 'added' }] };
  if (was.text === text) return { id, change: 'same', pieces: [{ text, is: 'same' }] };
  return { id, change: 'changed', pieces: piecesOf(was.text, text) };
}

/** Words and what stands between them, so that they make the text again. */
const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

function piecesOf(was: string, is: string): Piece[] {
  const a = tokens(was);
  const b = tokens(is);
  if (a.length * b.length > MOST_PAIRS)
    return [
      { text: was, is: 'removed' },
      { text: is, is: 'added' },
    ];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--)
      longest[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const found: Piece[] = [];
  let row = 0;
  let column = 0;
  while (row < a.length || column < b.length) {
    const [old, fresh] = [a[row], b[column]];
    if (old !== undefined && old === fresh) {
      found.push({ text: old, is: 'same' });
      row++;
      column++;
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      found.push({ text: old, is: 'removed' });
      row++;
    } else {
      found.push({ text: fresh ?? '', is: 'added' });
      column++;
    }
  }
  return readable(found);
}

/** Runs of one kind together. A lone space between two changes belongs to both, so that phrases are marked whole. */
function readable(pieces: readonly Piece[]): Piece[] {
  const spread = pieces.flatMap((one, index): Piece[] => {
    const isBetween = pieces[index - 1]?.is !== 'same' && pieces[index + 1]?.is !== 'same';
    const isLone = one.is === 'same' && /^\s+$/.test(one.text) && index > 0 && index < pieces.length - 1 && isBetween;
    if (!isLone) return [one];
    return [
      { text: one.text, is: 'removed' },
      { text: one.text, is: 'added' },
    ];
  });
  const merged: Piece[] = [];
  const put = (piece: Piece): void => {
    const last = merged.at(-1);
    if (piece.text === '') return;
    if (last?.is === piece.is) merged[merged.length - 1] = { text: last.text + piece.text, is: piece.is };
    else merged.push(piece);
  };
  let [removed, added] = ['', ''];
  const flush = (): void => {
    const space = removed === '' || added === '' ? '' : commonSpace(removed, added);
    put({ text: removed.slice(0, removed.length - space.length), is: 'removed' });
    put({ text: added.slice(0, added.length - space.length), is: 'added' });
    put({ text: space, is: 'same' });
    [removed, added] = ['', ''];
  };
  for (const one of spread) {
    if (one.is === 'removed') removed += one.text;
    else if (one.is === 'added') added += one.text;
    else {
      flush();
      put(one);
    }
  }
  flush();
  return merged;
}

/** The space at the end of both, which has not changed. */
const commonSpace = (a: string, b: string): string => {
  const [ofA = ''] = /\s*$/.exec(a) ?? [];
  return b.endsWith(ofA) ? ofA : '';
};
