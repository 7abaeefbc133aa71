/** The coordinator's pages: the one that the address names below `manage`. */
import type { ComponentType, ReactNode } from 'react';
import { NotThere } from '../../states.tsx';
import { Start } from './start.tsx';

type Pages = ComponentType<{ path: readonly string[] }>;

/** Each is fetched when it is first opened. `path` is what follows its name in the address. */
const PAGES: Readonly<Record<string, Pages>> = {};

export function Manage({ path }: { path: readonly string[] }): ReactNode {
  const [name, ...deeper] = path;
  if (name === undefined) return <Start />;
  const Chosen = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  return Chosen ? <Chosen path={deeper} /> : <NotThere />;
}
