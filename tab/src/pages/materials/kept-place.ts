/** Where one was in a list: kept with the page's entry in the browser's history, so that Back and reload come to the same line. */
import { type RefObject, useEffect } from 'react';

interface Spot {
  /** The first line that was seen. */
  readonly index: number;
  /** How far its top was above the window's, in pixels. */
  readonly above: number;
  /** Whether the keyboard was in the list, and on which line. */
  readonly focus?: number;
}

/** Milliseconds after the last movement before the place is noted; the browser allows a hundred notes in half a minute. */
const STILL = 200;
/** How long lines that are fetched may take to move what is above them, in milliseconds. */
const SETTLING = 3000;
/** Frames without movement after which the place is found again. */
const STABLE = 4;

/** `box`: holds the list whose lines have `data-index`. */
export function useKeptPlace(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = history.scrollRestoration;
    history.scrollRestoration = 'manual'; // the browser would scroll a page whose lines are not there yet
    const kept = (history.state as { spot?: Spot } | null)?.spot;
    const stop = kept && box.current ? returnTo(box.current, kept) : undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (): void => {
      clearTimeout(timer);
      timer = undefined;
      if (box.current) noteSpot(box.current);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(note, STILL);
    };
    // Whoever leaves by a line has been there.
    const leave = (event: Event): void => {
      if (event.target instanceof Element && event.target.closest('a')) note();
    };
    addEventListener('scroll', soon, { passive: true });
    addEventListener('pagehide', note);
    document.addEventListener('click', leave, true);
    return () => {
      stop?.();
      clearTimeout(timer);
      removeEventListener('scroll', soon);
      removeEventListener('pagehide', note);
      document.removeEventListener('click', leave, true);
      history.scrollRestoration = before;
    };
  }, [box]);
}

const linesOf = (box: HTMLElement): HTMLElement[] =>
  [...box.querySelectorAll<HTMLElement>('[data-index]')].sort((a, b) => indexOf(a) - indexOf(b));
const indexOf = (line: Element): number => Number(line.getAttribute('data-index'));

function noteSpot(box: HTMLElement): void {
  const seen = linesOf(box).find((line) => line.getBoundingClientRect().bottom > 0);
  const focused = document.activeElement?.closest('[data-index]');
  const spot: Spot | undefined = seen && {
    index: indexOf(seen),
    above: Math.round(-seen.getBoundingClientRect().top),
    ...(focused && box.contains(focused) ? { focus: indexOf(focused) } : {}),
  };
  // At the top of the page there is nothing to come back to but the focus.
  if (spot && (scrollY > 0 || spot.focus !== undefined)) history.replaceState({ ...history.state, spot }, '');
}

/** Scrolls until the line stands where it stood; any movement of the reader ends it. */
function returnTo(box: HTMLElement, { index, above, focus }: Spot): () => void {
  const from = performance.now();
  let frame = 0;
  let still = 0;
  const end = (): void => {
    cancelAnimationFrame(frame);
    for (const name of ['wheel', 'touchstart', 'keydown', 'pointerdown']) removeEventListener(name, end);
  };
  const step = (): void => {
    const lines = linesOf(box);
    const line = lines.find((one) => indexOf(one) === index);
    const near = line ?? lines.at(-1);
    const by = near ? near.getBoundingClientRect().top + (index - indexOf(near)) * near.offsetHeight + above : 0;
    const isThere = line?.querySelector('a') !== null && line !== undefined;
    if (Math.abs(by) > 1) scrollBy(0, by);
    still = isThere && Math.abs(by) <= 1 ? still + 1 : 0;
    if (still >= STABLE || performance.now() - from > SETTLING) {
      const target = lines.find((one) => indexOf(one) === focus);
      target?.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true });
      end();
      return;
    }
    frame = requestAnimationFrame(step);
  };
  for (const name of ['wheel', 'touchstart', 'keydown', 'pointerdown']) addEventListener(name, end, { passive: true });
  frame = requestAnimationFrame(step);
  return end;
}
