/** Boxes and challenges: the page that the address names below `boxes` or `challenges`. */
import { lazy, type ReactNode } from 'react';
import { useSession } from '../../session.ts';
import { NotThere } from '../../states.tsx';
import { BoxPage } from './box.tsx';
import { Boxes } from './boxes.tsx';
import { ChallengePage } from './challenge.tsx';
import './boxes.css';

const NewBox = lazy(() => import('./box-form.tsx').then((page) => ({ default: page.NewBox })));
const EditBox = lazy(() => import('./box-form.tsx').then((page) => ({ default: page.EditBox })));
const NewChallenge = lazy(() => import('./challenge-form.tsx').then((page) => ({ default: page.NewChallenge })));
const EditChallenge = lazy(() => import('./challenge-form.tsx').then((page) => ({ default: page.EditChallenge })));

export function BoxPages(of: { place: string; path: readonly string[] }): ReactNode {
  return (
    <div className="box-page">
      <PageOf {...of} />
    </div>
  );
}

function PageOf({ place, path }: { place: string; path: readonly string[] }): ReactNode {
  const { network } = useSession();
  const [item, page, ...deeper] = path;
  if (item === undefined) return <Boxes />;
  if (deeper.length > 0 || (page !== undefined && page !== 'edit')) return <NotThere />;
  const isBox = place === 'boxes';
  const isMade = item === 'new' || page === 'edit';
  if (isMade && !network.coordinator) return <NotThere />;
  if (item === 'new') return isBox ? <NewBox /> : <NewChallenge />;
  if (page === 'edit') return isBox ? <EditBox key={item} id={item} /> : <EditChallenge key={item} id={item} />;
  return isBox ? <BoxPage key={item} id={item} /> : <ChallengePage key={item} id={item} />;
}
