/** Questions: the page that the address names below `questions`. */
import { lazy, type ReactNode } from 'react';
import { useSession } from '../../session.ts';
import { NotThere } from '../../states.tsx';
import { QuestionPage } from './question.tsx';
import { Questions } from './questions.tsx';
import './questions.css';

const NewQuestion = lazy(() => import('./form.tsx').then((page) => ({ default: page.NewQuestion })));
const EditQuestion = lazy(() => import('./form.tsx').then((page) => ({ default: page.EditQuestion })));
const QuestionsDeskPage = lazy(() => import('./desk.tsx').then((page) => ({ default: page.QuestionsDeskPage })));

export function QuestionPages({ path }: { path: readonly string[] }): ReactNode {
  const { network } = useSession();
  const [item, page, ...deeper] = path;
  if (!network.modules.includes('questions') || deeper.length > 0) return <NotThere />;
  if (item === undefined) return <Questions />;
  if (page === 'edit') return <EditQuestion key={item} id={item} />;
  if (page !== undefined) return <NotThere />;
  if (item === 'new') return <NewQuestion />;
  if (item === 'queue') return network.coordinator ? <QuestionsDeskPage /> : <NotThere />;
  return <QuestionPage key={item} id={item} />;
}
