/** The coordinator's pages: the one that the address names below `manage`. */
import { type ComponentType, lazy, type ReactNode } from 'react';
import { NotThere } from '../../states.tsx';
import { Start } from './start.tsx';

type Pages = ComponentType<{ path: readonly string[] }>;

/** Each is fetched when it is first opened. `path` is what follows its name in the address. */
const PAGES: Readonly<Record<string, Pages>> = {
  bulletins: lazy(() => import('../bulletins/desk.tsx').then((page) => ({ default: page.BulletinDesk }))),
  digest: lazy(() => import('./digest.tsx').then((page) => ({ default: page.DigestPages }))),
  feedback: lazy(() => import('./feedback.tsx').then((page) => ({ default: page.FeedbackQuestions }))),
  import: lazy(() => import('./import.tsx').then((page) => ({ default: page.ImportPages }))),
  groups: lazy(() => import('./groups.tsx').then((page) => ({ default: page.Groups }))),
  handover: lazy(() => import('./handover.tsx').then((page) => ({ default: page.Handover }))),
  membership: lazy(() => import('./membership.tsx').then((page) => ({ default: page.Membership }))),
  modules: lazy(() => import('./modules.tsx').then((page) => ({ default: page.Modules }))),
  privacy: lazy(() => import('./privacy.tsx').then((page) => ({ default: page.Privacy }))),
  reach: lazy(() => import('./reach.tsx').then((page) => ({ default: page.Reach }))),
  report: lazy(() => import('../report/report-pages.tsx').then((page) => ({ default: page.ReportPages }))),
  register: lazy(() => import('./register.tsx').then((page) => ({ default: page.RegisterPages }))),
};

export function Manage({ path }: { path: readonly string[] }): ReactNode {
  const [name, ...deeper] = path;
  if (name === undefined) return <Start />;
  const Chosen = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  return Chosen ? <Chosen path={deeper} /> : <NotThere />;
}
