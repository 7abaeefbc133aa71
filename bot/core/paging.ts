/** Pages of a list that is at hand whole. */

export interface ListPage<T> {
  readonly rows: readonly T[];
  /** What asks for the page after this one as `after`; absent: this is the last. */
  readonly next?: string;
}

/** `after`: the `next` of the page before; absent or no number: the first page. `size`: rows of a page. */
export function pageOf<T>(all: readonly T[], after: string | undefined, size: number): ListPage<T> {
  const from = Math.max(0, Number.parseInt(after ?? '', 10) || 0);
  const to = from + size;
  return { rows: all.slice(from, to), ...(to < all.length ? { next: String(to) } : {}) };
}
