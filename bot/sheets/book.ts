/** A workbook with charts that Excel itself draws, as plain data; made in a thread of its own, since what writes it is heavy. */
import { SECOND } from '../core/clock.ts';
import { maker } from '../documents/thread.ts';

/** How a number is written. */
export interface NumberLook {
  /** By default none. */
  readonly decimals?: number;
  /** It is a share of one. */
  readonly isPercent?: boolean;
}

/** A day is a date in Excel too, so that it can be sorted. Text stays text, whatever it begins with. */
export type BookCell =
  | string
  | number
  | ({ readonly number: number } & NumberLook)
  | { readonly date: string }
  | undefined;

/** Its look is that of its numbers, unless one says otherwise. */
export interface BookColumn extends NumberLook {
  readonly label: string;
  /** In letters. */
  readonly width: number;
}

/** Drawn from the sheet's own cells, so that it follows when someone changes them. */
export interface BookChart {
  readonly title: string;
  /** Indexes of columns: labels, and values of each series. */
  readonly labels: number;
  readonly values: readonly number[];
  /** Of the rows below the head; by default all. */
  readonly rows?: { readonly from: number; readonly to: number };
  /** End of the axis, such as the best grade. */
  readonly most?: number;
  readonly decimals: number;
}

export interface BookSheet {
  readonly name: string;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly (readonly BookCell[])[];
  /** To the right of the cells, below each other. */
  readonly charts?: readonly BookChart[];
}

export interface Book {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly sheets: readonly BookSheet[];
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Loading takes half a second; ten times what the largest honest report takes on a slow machine. */
const LIMITS = { longest: 60 * SECOND, memory: 512 };

/** The bytes of an `.xlsx`. Throws NotMade. */
export const makeBook = maker<Book>(new URL('./book-worker.ts', import.meta.url), LIMITS);
