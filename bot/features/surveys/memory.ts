/** What one process remembers of surveys between requests: headers, figures, and how many have answered. */
import { forgetKey, keyOfActivity } from '../../core/activity-keys.ts';
import { headersOf } from '../../core/headers.ts';
import type { ActivityId } from '../../core/ids.ts';
import type { Services, Store } from '../../core/ports.ts';
import { keptIn, type Recent, unread } from '../../core/recent.ts';
import type { Work } from '../../core/turn.ts';
import type { Standing } from './response.ts';
import type { SurveyResults } from './results.ts';
import { HEADER_AGE, results, surveys } from './survey.ts';
import { text } from './text.ts';
import { forgetTexts } from './text-memory.ts';

/** Surveys of which it is kept in memory who answered, at the same time. */
const MOST_COUNTED = 50;

const headers = headersOf(surveys, { age: HEADER_AGE, unknown: text.unknownSurvey });

/** The survey, at most HEADER_AGE old. Refuses an id that is not a survey of this network. */
export const recentSurvey = headers.recent;
/** The survey as it is stored now. Refuses an id that is not a survey of this network. */
export const surveyNow = headers.now;
/** As `surveyNow`, undefined when there is none: for jobs and drawings. */
export const findSurvey = headers.find;
/** Changes the header and remembers it. `change` may run several times. Refuses an id that is not a survey of this network. */
export const changeSurvey = headers.change;
export const rememberSurvey = headers.remember;
/** All surveys of the network as they are now. */
export const allSurveys = headers.all;

/** The key of anonymous answers. Undefined when it is lost or destroyed. */
export const keyOfSurvey = keyOfActivity;

/** Published figures as they are stored; undefined when nothing is published. */
export async function resultsOf(work: Work, survey: ActivityId): Promise<SurveyResults | undefined> {
  return (await work.services.store.get(work.scope, results, survey))?.value;
}

// ── Who has answered ───────────────────────────────────────────────────────────────────────────

/** How each stored answer stands, by document id. Of anonymous ones it holds nobody and no answer. */
export type Standings = Recent<Standing>;

const memories = new WeakMap<Store, Map<string, Standings>>();

function standingsIn({ store }: Services): Map<string, Standings> {
  const known = memories.get(store) ?? new Map<string, Standings>();
  memories.set(store, known);
  return known;
}

const keyOf = (work: Work, survey: ActivityId): string => `${work.network.id} ${survey}`;

export const standingsOf = (work: Work, survey: ActivityId): Standings =>
  keptIn(standingsIn(work.services), keyOf(work, survey), MOST_COUNTED, () => unread<Standing>());

/** Nothing of the survey stays in memory. */
export function forgetSurvey(work: Work, survey: ActivityId): void {
  headers.forget(work, survey);
  forgetKey(work, survey);
  standingsIn(work.services).delete(keyOf(work, survey));
  forgetTexts(work, survey);
}
