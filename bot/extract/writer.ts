/** Takes the text of a file as it is read, and gives it on in tidy parts until there is enough. */
import type { TextPage } from '../core/ports.ts';
import { type ExtractLimits, LONGEST_HEADING, SOFT_SHARE } from './limits.ts';
import { tidy } from './tidy.ts';

/** Thrown through whoever reads: the bound on text or time is reached, and what was given stands. */
export class Enough extends Error {
  override name = 'Enough';
}

export interface Place {
  /** From 1. */
  readonly number?: number;
  readonly heading?: string;
}

/** Whatever is written may throw Enough. */
export interface Writer {
  /** What follows stands here; what came before is given on. */
  begin(place: Place): void;
  /** Names the present place, whose beginning may have been written already. */
  head(heading: string): void;
  write(text: string): void;
  endLine(): void;
  /** Gives on what is left. */
  end(): void;
}

export interface WriterOptions {
  readonly limits: ExtractLimits;
  readonly give: (page: TextPage) => void;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly isTypeset: boolean;
}

export function createWriter({ limits, give, now, isTypeset }: WriterOptions): Writer {
  const startedAt = now();
  let place: Place = {};
  let heading: string | undefined;
  let pieces: string[] = [];
  let length = 0;
  let left = limits.characters;
  let given = 0;

  const flush = (): void => {
    const whole = tidy(pieces.join(''), isTypeset);
    pieces = [];
    length = 0;
    for (const part of partsOf(whole, limits.part)) {
      const text = part.slice(0, left).toWellFormed();
      if (text === '') throw new Enough();
      const { number } = place;
      give({ ...(number === undefined ? {} : { number }), ...(heading ? { heading } : {}), text });
      given++;
      left -= text.length;
      if (text.length < part.length || given === limits.parts) throw new Enough();
    }
    if (given > 0 && now() - startedAt > limits.time * SOFT_SHARE) throw new Enough();
  };
  const write = (text: string): void => {
    pieces.push(text);
    length += text.length;
    if (length <= limits.part * 2) return;
    const whole = pieces.join('');
    const end = lastBreak(whole, limits.part);
    pieces = [whole.slice(0, end)];
    flush();
    pieces = [whole.slice(end)];
    length = whole.length - end;
  };
  return {
    begin(next) {
      flush();
      place = next;
      heading = headingOf(next.heading ?? '');
    },
    head(named) {
      heading ||= headingOf(named);
    },
    write,
    endLine: () => write('\n'),
    end: flush,
  };
}

const headingOf = (text: string): string =>
  tidy(text.slice(0, LONGEST_HEADING * 4))
    .replaceAll('\n', ' ')
    .slice(0, LONGEST_HEADING)
    .trim()
    .toWellFormed();

/** Where the text can be cut: at the end of its last line or word after `from`; its end, where there is none. */
function lastBreak(text: string, from: number): number {
  const line = text.lastIndexOf('\n');
  const space = text.lastIndexOf(' ');
  return line > from ? line : space > from ? space : text.length;
}

/** Pieces of at most so many characters, cut at the end of a line or word where there is one in the second half. */
function* partsOf(text: string, most: number): Generator<string> {
  let from = 0;
  while (text.length - from > most) {
    const piece = text.slice(from, from + most);
    const cut = lastBreak(piece, most / 2);
    yield piece.slice(0, cut).trim();
    from += cut;
  }
  const rest = text.slice(from).trim();
  if (rest !== '') yield rest;
}
