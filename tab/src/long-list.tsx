/** A list of thousands of rows of which only those near the window are drawn. It scrolls with the page, and says how long it is. */
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Up to so many rows are all drawn: the browser's own search then finds them. */
const FEW = 80;
/** Rows drawn beyond the window on either side. */
const BEYOND = 12;

interface LongListProps<T> {
  readonly items: readonly T[];
  /** Stays the same while the item does. Long lists want the same function each time. */
  readonly keyOf: (item: T) => string;
  /** What is inside a row; its first link or button takes the focus of the arrow keys. */
  readonly row: (item: T, index: number) => ReactNode;
  /** Names the list; or `labelledBy`, the id of its heading. */
  readonly label?: string;
  readonly labelledBy?: string;
  /** How many there are in all, when not all have been fetched. */
  readonly total?: number;
  /** About how high a row is, in pixels; each is measured when drawn. */
  readonly height?: number;
  readonly rowClass?: string;
  /** The last of what has been fetched is near: fetch more. */
  readonly onEnd?: (() => void) | undefined;
  /** Indexes of the first and last row near the window, whenever these change: for lists whose rows are fetched as they are looked at. */
  readonly onRange?: ((first: number, last: number) => void) | undefined;
}

export function LongList<T>(props: LongListProps<T>): ReactNode {
  const isLong = props.items.length > FEW || (props.total ?? 0) > FEW;
  return isLong ? <DrawnInPart {...props} /> : <DrawnWhole {...props} />;
}

function DrawnWhole<T>({
  items,
  keyOf,
  row,
  label,
  labelledBy,
  rowClass = 'line',
  onEnd,
  onRange,
}: LongListProps<T>): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => onEnd?.(), [onEnd]);
  useEffect(() => onRange?.(0, items.length - 1), [onRange, items.length]);
  const move = (from: number, to: number): void => {
    const next = list.current?.children[Math.min(Math.max(to, 0), items.length - 1)];
    if (from !== to) focusIn(next);
  };
  return (
    <ul
      ref={list}
      className="plain list"
      aria-label={label}
      aria-labelledby={labelledBy}
      onKeyDown={(event) => walk(event, items.length, move)}
    >
      {items.map((item, index) => (
        <li key={keyOf(item)} className={rowClass} data-index={index}>
          {row(item, index)}
        </li>
      ))}
    </ul>
  );
}

function DrawnInPart<T>(props: LongListProps<T>): ReactNode {
  const { items, keyOf, row, label, labelledBy, total, height = 64, rowClass = 'line', onEnd, onRange } = props;
  const list = useRef<HTMLUListElement>(null);
  const top = useTopOf(list);
  /** The row with the focus stays drawn wherever the page is scrolled. */
  const focused = useRef<number>(undefined);
  /** The row that gets the focus once it is drawn. */
  const wanted = useRef<number>(undefined);
  const rangeExtractor = useCallback((range: Range) => {
    const drawn = defaultRangeExtractor(range);
    const kept = focused.current;
    if (kept === undefined || kept >= range.count || drawn.includes(kept)) return drawn;
    return [...drawn, kept].sort((a, b) => a - b);
  }, []);
  // All places are computed anew when this changes, not with each frame that one scrolls.
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    [items, keyOf],
  );
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => height,
    overscan: BEYOND,
    scrollMargin: top,
    rangeExtractor,
    getItemKey,
  });
  const drawn = virtual.getVirtualItems();
  const isNearEnd = (virtual.range?.endIndex ?? 0) >= items.length - BEYOND;
  useEffect(() => {
    if (isNearEnd) onEnd?.();
  }, [isNearEnd, onEnd]);
  // Not of what is drawn: the row with the focus may be far from all others.
  const from = Math.max(0, (virtual.range?.startIndex ?? 0) - BEYOND);
  const to = Math.min(items.length - 1, (virtual.range?.endIndex ?? 0) + BEYOND);
  useEffect(() => onRange?.(from, to), [from, to, onRange]);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const now = list.current?.querySelector(`[data-index="${wanted.current}"]`);
    if (now && focusIn(now)) wanted.current = undefined;
  });
  const move = (_: number, to: number): void => {
    const next = Math.min(Math.max(to, 0), items.length - 1);
    wanted.current = next;
    virtual.scrollToIndex(next, { align: 'auto' });
    const there = list.current?.querySelector(`[data-index="${next}"]`);
    if (there && focusIn(there)) wanted.current = undefined;
  };
  return (
    <ul
      ref={list}
      className="plain list long"
      aria-label={label}
      aria-labelledby={labelledBy}
      style={{ blockSize: virtual.getTotalSize() }}
      onKeyDown={(event) => walk(event, items.length, move)}
      onFocus={({ target }) => {
        focused.current = indexOf(target);
      }}
      onBlur={() => {
        focused.current = undefined;
      }}
    >
      {drawn.map(({ key, index, start }) => {
        const item = items[index];
        return (
          item !== undefined && (
            <li
              key={key}
              ref={virtual.measureElement}
              className={rowClass}
              data-index={index}
              aria-setsize={total ?? items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {row(item, index)}
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Pixels from the top of the page to the list, also after what is above it has changed its height. */
function useTopOf(list: { readonly current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + scrollY));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    const { current } = list;
    for (let above = current?.previousElementSibling; above; above = above.previousElementSibling) watch.observe(above);
    return () => watch.disconnect();
  }, [list]);
  return top;
}

const indexOf = (inside: Element): number | undefined => {
  const index = Number(inside.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
  return Number.isNaN(index) ? undefined : index;
};

/** The arrow keys, Home and End go from row to row; in an input they stay its own. */
function walk(event: KeyboardEvent, length: number, move: (from: number, to: number) => void): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target.matches('input, select, textarea') || event.altKey) return;
  const from = indexOf(target);
  if (from === undefined) return;
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: length - 1 }[event.key];
  if (to === undefined || to === from) return;
  event.preventDefault();
  move(from, to);
}

function focusIn(row: Element | null | undefined): boolean {
  const target = row?.querySelector<HTMLElement>('a[href], button');
  target?.focus();
  return target !== null && target !== undefined;
}
