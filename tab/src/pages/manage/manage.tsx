/** The coordinator's pages: register, groups and roles, membership, import, privacy. */
import type { ReactNode } from 'react';
import { Heading } from '../../heading.tsx';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';

export function Manage({ path: _path }: { path: readonly string[] }): ReactNode {
  const t = useT();
  return <Heading>{t(text.manage)}</Heading>;
}
