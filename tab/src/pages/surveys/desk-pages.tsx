/** The coordinator's pages of surveys: the one that the address names below `surveys`. */
import { lazy, type ReactNode } from 'react';
import { useSession } from '../../session.ts';
import { NotThere } from '../../states.tsx';

const NewSurvey = lazy(() => import('./new-survey.tsx').then((page) => ({ default: page.NewSurvey })));
const CorrectSurvey = lazy(() => import('./correct-survey.tsx').then((page) => ({ default: page.CorrectSurvey })));
const EnterAnswers = lazy(() => import('./enter-answers.tsx').then((page) => ({ default: page.EnterAnswers })));
const DeskTexts = lazy(() => import('./desk-texts.tsx').then((page) => ({ default: page.DeskTexts })));
const Responses = lazy(() => import('./responses.tsx').then((page) => ({ default: page.Responses })));

/** `new`, `new/<survey to copy>`, `<survey>/texts` … */
export function SurveyDeskPages({ path }: { path: readonly string[] }): ReactNode {
  const { network } = useSession();
  const [item, page, ...deeper] = path;
  if (item === undefined || deeper.length > 0) return <NotThere />;
  if (item === 'new') return <NewSurvey key={page ?? ''} {...(page === undefined ? {} : { from: page })} />;
  if (!network.coordinator) return <NotThere />;
  if (page === 'correct') return <CorrectSurvey key={item} id={item} />;
  if (page === 'enter') return <EnterAnswers key={item} id={item} />;
  if (page === 'texts') return <DeskTexts key={item} id={item} />;
  return page === 'responses' ? <Responses key={item} id={item} /> : <NotThere />;
}
