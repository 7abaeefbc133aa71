/** A Word document as plain data, made into a file in a thread of its own. */
import { SECOND } from '../core/clock.ts';
import { maker } from './thread.ts';

/** Bars of one picture: side by side where there are several series. */
export interface Chart {
  readonly title: string;
  /** At most as many as fit a page: `MOST_BARS`. */
  readonly labels: readonly string[];
  /** A value that is not there has no bar. `name` is shown where there are several. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | undefined)[] }[];
  /** Of the numbers beside the bars. */
  readonly decimals: number;
  /** End of the axis, such as the best grade. */
  readonly most?: number;
  /** What the picture tells, for who does not see it. */
  readonly alt: string;
}

/** More labels than these go into another picture. */
export const MOST_BARS = 20;

export interface Column {
  readonly label: string;
  /** Of the table's width, in percent. */
  readonly width: number;
  /** Written to the right. */
  readonly isNumber?: boolean;
}

export type Block =
  | { readonly type: 'title' | 'lead' | 'note'; readonly text: string }
  | { readonly type: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** Line breaks stay. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'quote'; readonly text: string; readonly source: string }
  | { readonly type: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  /** Short figures beside each other, `across` in a row. */
  | {
      readonly type: 'figures';
      readonly across: number;
      readonly items: readonly { readonly value: string; readonly label: string }[];
    }
  /** Two columns of blocks. */
  | { readonly type: 'halves'; readonly left: readonly Block[]; readonly right: readonly Block[] }
  | { readonly type: 'chart'; readonly chart: Chart };

export interface DocumentDraft {
  readonly title: string;
  /** Whose it is: in the file's properties. */
  readonly author: string;
  /** BCP 47, for spelling and hyphens. */
  readonly language: string;
  /** At the foot of each page, before its number; absent: no foot. */
  readonly foot?: string;
  /** Small letters and margins, to fit one page. */
  readonly isDense?: boolean;
  readonly blocks: readonly Block[];
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Ten times what the largest honest report takes on a slow machine. */
const LIMITS = { longest: 60 * SECOND, memory: 512 };

/** The bytes of a `.docx`. Throws NotMade. */
export const makeDocument = maker<DocumentDraft>(new URL('./document-worker.ts', import.meta.url), LIMITS);
