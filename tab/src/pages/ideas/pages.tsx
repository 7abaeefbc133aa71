/** Ideas: the page that the address names below `ideas`. */
import { lazy, type ReactNode } from 'react';
import { useSession } from '../../session.ts';
import { NotThere } from '../../states.tsx';
import { CollectionPage } from './collection.tsx';
import { IdeaPage } from './idea.tsx';
import './ideas.css';
import { Ideas } from './ideas.tsx';

const Propose = lazy(() => import('./propose.tsx').then((page) => ({ default: page.Propose })));
const ChangeIdea = lazy(() => import('./propose.tsx').then((page) => ({ default: page.ChangeIdea })));
const NewCollection = lazy(() => import('./collection-form.tsx').then((page) => ({ default: page.NewCollection })));
const EditCollection = lazy(() => import('./collection-form.tsx').then((page) => ({ default: page.EditCollection })));
const MergeIdeas = lazy(() => import('./merge.tsx').then((page) => ({ default: page.MergeIdeas })));
const SplitIdea = lazy(() => import('./merge.tsx').then((page) => ({ default: page.SplitIdea })));

/** `path`: what follows `ideas` in the address. */
export function IdeaPages({ path }: { path: readonly string[] }): ReactNode {
  const { network } = useSession();
  const [item, second, third, ...deeper] = path;
  if (!network.modules.includes('ideas') || deeper.length > 0) return <NotThere />;
  if (item === undefined) return <Ideas />;
  if (item === 'new') return second === undefined && network.coordinator ? <NewCollection /> : <NotThere />;
  if (item === 'idea') {
    if (second === undefined) return <NotThere />;
    if (third === undefined) return <IdeaPage key={second} id={second} />;
    if (third === 'edit') return <ChangeIdea key={second} id={second} />;
    return third === 'split' ? <SplitIdea key={second} id={second} /> : <NotThere />;
  }
  if (third !== undefined) return <NotThere />;
  if (second === undefined) return <CollectionPage key={item} id={item} />;
  if (second === 'new') return <Propose key={item} id={item} />;
  if (second === 'edit' && network.coordinator) return <EditCollection key={item} id={item} />;
  return second === 'merge' ? <MergeIdeas key={item} id={item} /> : <NotThere />;
}
