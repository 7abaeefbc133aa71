/** The heading of a page: names the page in the window's title and takes the focus when one has come here by a link. */
import { type ReactNode, useEffect, useRef } from 'react';
import { arrivals } from './router.ts';
import { useT } from './speak.ts';
import { text } from './text.ts';

/** The last arrival whose heading has had the focus. */
let greeted = 0;

export function Heading({ children }: { children: string }): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} – ${t(text.app)}`;
    if (greeted === arrivals()) return;
    greeted = arrivals();
    heading.current?.focus({ preventScroll: true });
  }, [children, t]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
