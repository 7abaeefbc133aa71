/** What the other parts of the app ask of surveys: what hangs on a person who leaves. */
import type { HandoverItem } from '../../core/feature.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import type { Visit } from '../../core/turn.ts';
import { allSurveys } from './memory.ts';
import { wordsFor } from './questions.ts';
import { phaseOf } from './survey.ts';
import { text } from './text.ts';

/** What the person asked that still takes answers or will. Who asked it stays, as history; every coordinator can look after it. Feedback goes along with its event. */
export async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  const now = visit.services.clock.now();
  return (await allSurveys(visit))
    .filter(({ createdBy, type }) => type === 'survey' && isOneOf(ids, createdBy))
    .flatMap((survey): HandoverItem[] => {
      const phase = phaseOf(survey, now);
      if (phase === 'closed' || phase === 'undone') return [];
      const isAhead = phase === 'scheduled';
      return [
        {
          ...{ id: `surveys.survey|${survey.id}`, title: wordsFor(survey.title, visit.actor.locale) },
          ...{ kind: isAhead ? 'surveys.scheduled' : 'surveys.open', page: `surveys/${survey.id}` },
          todo: visit.t(isAhead ? text.handScheduled : text.handOpen),
        },
      ];
    });
}
