/** Who is in the network: municipalities, their people, and who can help with what. */
import type { ReactNode } from 'react';
import { Heading } from '../../heading.tsx';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';

export function Members({ path: _path }: { path: readonly string[] }): ReactNode {
  const t = useT();
  return <Heading>{t(text.members)}</Heading>;
}
