/** What the network keeps on the reader, and their choices. */
import type { ReactNode } from 'react';
import { Heading } from '../../heading.tsx';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';

export function Own(): ReactNode {
  const t = useT();
  return <Heading>{t(text.own)}</Heading>;
}
