/** The way up from a page to the one it belongs to. */
import type { ReactNode } from 'react';
import { ArrowLeftRegular } from './icons.ts';
import { onLink } from './router.ts';

export function BackLink({ page, children }: { page: string; children: string }): ReactNode {
  return (
    <a className="back" {...onLink(page)}>
      <ArrowLeftRegular className="icon" />
      {children}
    </a>
  );
}
