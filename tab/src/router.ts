/** The place in the tab is the path under `/tab/`: Back, Forward, reload and links keep it. */
import { type MouseEvent, useSyncExternalStore } from 'react';

const BASE = '/tab/';
const listeners = new Set<() => void>();
/** Steps made since the tab was opened: only these may be taken back by Back of the phone. */
let steps = stepsOf(history.state);
/** How often a page has been come to since the tab was opened: whoever comes by a link gets the focus on the new heading. */
let arrived = 0;
/** What was left by going on, by its step. */
const trail: string[] = [];
export const arrivals = (): number => arrived;

const tell = (): void => {
  for (const listener of listeners) listener();
};
addEventListener('popstate', ({ state }) => {
  steps = stepsOf(state);
  arrived += 1;
  tell();
});

function stepsOf(state: unknown): number {
  const kept = (state as { steps?: unknown } | null)?.steps;
  return typeof kept === 'number' ? kept : 0;
}

/** The path without its base and slashes at the ends: ``, `polls`, `polls/new`, `polls/abc`. */
export function currentPage(): string {
  const { pathname } = location;
  return pathname.startsWith(BASE) ? pathname.slice(BASE.length).replace(/\/+$/, '') : '';
}

export const addressOf = (page: string): string => BASE + page;

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const usePage = (): string => useSyncExternalStore(listen, currentPage);

const search = (): string => location.search;
/** What follows the path in the address, such as `?words=kutsuliikenne`, or nothing. */
export const useSearch = (): string => useSyncExternalStore(listen, search);

/** The page from which the present one was come to, with what followed its path; undefined after a reload. */
export const previousPage = (): string | undefined => trail[steps - 1];

/** `page` may have a query: `materials?type=link`. */
export function goTo(page: string): void {
  const here = currentPage() + search();
  if (page === here) return;
  trail[steps] = here;
  steps += 1;
  history.pushState({ steps }, '', addressOf(page));
  arrived += 1;
  scrollTo(0, 0);
  tell();
}

/** Takes the place of the present page, which Back then skips. */
export function replaceWith(page: string): void {
  history.replaceState({ steps }, '', addressOf(page));
  arrived += 1;
  tell();
}

/** The same page, otherwise searched: no step, and nobody has come anywhere. */
export function keepSearch(query: string): void {
  history.replaceState({ steps }, '', addressOf(currentPage()) + query);
  tell();
}

/** The page that a deep link asks for, unless a reload has kept a place already. */
export function startAt(page: string | undefined): void {
  const wanted = page?.replace(/^\/+/, '');
  if (wanted && currentPage() === '') history.replaceState({ steps }, '', addressOf(wanted));
}

/** False when there is no earlier page of the tab. */
export function goBack(): boolean {
  if (steps === 0) return false;
  history.back();
  return true;
}

/** For links: an ordinary click stays in the page; a new tab, window or download is the browser's affair. */
export function onLink(page: string): { href: string; onClick: (event: MouseEvent) => void } {
  return {
    href: addressOf(page),
    onClick: (event) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      goTo(page);
    },
  };
}
