/** Questions of a page, each answered in a dialog: which one is asked, and the focus back where it came from. */
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from './api.ts';

const AskDialog = lazy(() => import('./ask-dialog.tsx').then((loaded) => ({ default: loaded.AskDialog })));

export interface Way {
  readonly isOpen: boolean;
  readonly onEnd: () => void;
}

export interface AskProps extends Way {
  readonly title: string;
  /** The words on its button. */
  readonly does: string;
  readonly onDo: () => void;
  readonly isBusy: boolean;
  readonly error: ApiProblem | null;
  /** Nothing can be done; the dialog only tells. */
  readonly isOnlyTold?: boolean;
  /** False while something is still to be filled in. */
  readonly isReady?: boolean;
  /** A word to be typed first, for what can't be undone. */
  readonly typed?: string;
  readonly children: ReactNode;
}

export const Ask = (props: AskProps): ReactNode => (
  <Suspense>
    <AskDialog {...props} />
  </Suspense>
);

/**
 * Which question is asked. A dialog closes before it goes, so that the page is given back to screen readers, and the focus to what
 * opened it, or to `fallback` when that is gone. Give each dialog `key={round}` and `{...way}`.
 */
export function useAsked<T>(): {
  readonly asked: T | undefined;
  readonly ask: (what: T) => void;
  readonly way: Way;
  readonly round: number;
  readonly fallback: RefObject<HTMLHeadingElement | null>;
} {
  const [asked, setAsked] = useState<{ what: T; round: number }>();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<Element>(null);
  const fallback = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isOpen || !opener.current) return;
    const { current } = opener;
    const waits = requestAnimationFrame(() => {
      if (current instanceof HTMLElement && current.isConnected) current.focus();
      else fallback.current?.focus();
    });
    return () => cancelAnimationFrame(waits);
  }, [isOpen]);
  return {
    asked: asked?.what,
    ask: (what) => {
      opener.current = document.activeElement;
      setAsked({ what, round: (asked?.round ?? 0) + 1 });
      setOpen(true);
    },
    way: { isOpen, onEnd: () => setOpen(false) },
    round: asked?.round ?? 0,
    fallback,
  };
}
