/** Surveys, feedback over the years and wishes: the page that the address names. */
import { lazy, type ReactNode } from 'react';
import { useSession } from '../../session.ts';
import { NotThere } from '../../states.tsx';
import { SurveyPage } from './survey.tsx';

const FeedbackYears = lazy(() => import('./feedback.tsx').then((page) => ({ default: page.FeedbackYears })));
const Wishes = lazy(() => import('./wishes.tsx').then((page) => ({ default: page.Wishes })));
const DeskWishes = lazy(() => import('./desk-wishes.tsx').then((page) => ({ default: page.DeskWishes })));
const SurveyDeskPages = lazy(() => import('./desk-pages.tsx').then((page) => ({ default: page.SurveyDeskPages })));

/** `place`: the first part of the address, `path`: what follows it. */
export function SurveyPages({ place, path }: { place: string; path: readonly string[] }): ReactNode {
  const { network } = useSession();
  const [item, ...deeper] = path;
  if (place === 'surveys') {
    if (item === undefined) return <NotThere />;
    return item === 'new' || deeper.length > 0 ? <SurveyDeskPages path={path} /> : <SurveyPage key={item} id={item} />;
  }
  if (item !== undefined) return <NotThere />;
  if (place === 'feedback') return <FeedbackYears />;
  return network.coordinator ? <DeskWishes /> : <Wishes />;
}
