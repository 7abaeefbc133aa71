/** What is shown of a text around the words that were looked for. */
import type { ExtractPiece } from '../core/ports.ts';
import { fold, type Token, tokens } from './words.ts';

/** Characters of an extract, about. */
const LONGEST = 200;

/** A word that was found, and which of its letters were looked for: a part of it where it is a compound. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** For each word of the index that is to be marked: what of it, as places in its folded form; `whole` marks all of it. */
export type Marked = ReadonlyMap<string, 'whole' | { readonly part: string }>;

/** Places of the marked words in a text, in order, none within another. */
export function marksIn(
  text: string,
  marked: Marked,
  cut: readonly Token[] = tokens(text),
): (Mark & { readonly word: string })[] {
  const marks: (Mark & { word: string })[] = [];
  for (const { word, from, to } of cut) {
    const how = marked.get(word);
    if (how === undefined) continue;
    const last = marks.at(-1);
    const mark = { word, ...(how === 'whole' ? { from, to } : partOf(text, from, to, how.part)) };
    if (last && mark.from < last.to) {
      // A word with hyphens and its part: the part alone is marked where only it was looked for.
      if (mark.to - mark.from < last.to - last.from && how === 'whole' && marked.get(last.word) !== 'whole')
        marks[marks.length - 1] = mark;
      continue;
    }
    marks.push(mark);
  }
  return marks;
}

function partOf(text: string, from: number, to: number, part: string): Mark {
  const raw = text.slice(from, to);
  const folded = fold(raw.toLocaleLowerCase('fi').normalize('NFC'));
  const at = folded.length === raw.length ? folded.indexOf(part) : -1;
  if (at < 0) return { from, to };
  // To the end of the word where it is its last part, inflected; else as far as the part goes.
  const end = at > 0 ? raw.length : at + part.length;
  return { from: from + at, to: from + end };
}

/** The text in pieces, what is marked apart. */
export function piecesOf(text: string, marks: readonly Mark[], from = 0, to = text.length): ExtractPiece[] {
  const pieces: ExtractPiece[] = [];
  let at = from;
  const push = (until: number, isHit: boolean): void => {
    if (until <= at) return;
    const piece = text.slice(at, until).replace(/\s+/g, ' ');
    pieces.push(isHit ? { text: piece, isHit } : { text: piece });
    at = until;
  };
  for (const mark of marks) {
    if (mark.from < at || mark.to > to) continue;
    push(mark.from, false);
    push(mark.to, true);
  }
  push(to, false);
  return pieces;
}

/** The stretch of a text where most of what was looked for stands together, cut at words. Without marks its beginning. */
export function extractOf(text: string, marked: Marked): ExtractPiece[] {
  const cut = tokens(text);
  const marks = marksIn(text, marked, cut);
  let best = 0;
  let most = -1;
  for (let first = 0; first < marks.length; first++) {
    const begin = marks[first]?.from ?? 0;
    const seen = new Set<string>();
    let n = 0;
    for (let last = first; last < marks.length; last++) {
      const mark = marks[last];
      if (!mark || mark.to - begin > LONGEST * 0.8) break;
      n += seen.has(mark.word) ? 0.2 : 1;
      seen.add(mark.word);
    }
    if (n > most) [most, best] = [n, first];
  }
  const begin = marks[best]?.from ?? 0;
  let from = begin <= LONGEST * 0.3 ? 0 : Math.max(0, begin - LONGEST * 0.25);
  const sentence = text.lastIndexOf('. ', begin);
  if (sentence >= 0 && begin - sentence < LONGEST * 0.4 && sentence + 2 > from) from = sentence + 2;
  from = Math.floor(from);
  if (from > 0 && /\S/.test(text[from - 1] ?? ' ')) {
    const space = text.indexOf(' ', from);
    if (space >= 0 && space < begin) from = space + 1;
  }
  let to = Math.min(text.length, from + LONGEST);
  if (to < text.length) {
    const space = text.lastIndexOf(' ', to);
    if (space > begin) to = space;
  }
  const pieces = piecesOf(text, marks, from, to);
  if (from > 0) pieces.unshift({ text: '…' });
  if (to < text.length) pieces.push({ text: '…' });
  return pieces;
}
