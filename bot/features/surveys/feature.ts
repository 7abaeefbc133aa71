/** Surveys and feedback on events: what the bot does with their cards and words, what runs by the clock, and how their posts are drawn. */
import type { Drawing, Feature, Handler, JobHandler } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { surveyRoutes } from './api.ts';
import { openAnswers, sealedAnswers } from './ballots.ts';
import { surveyDownloads } from './export.ts';
import { facts } from './fact-operations.ts';
import { feedbackForms } from './feedback-form.ts';
import { followEvent } from './feedback-operations.ts';
import { handover } from './hook-operations.ts';
import { surveyLetters } from './letters.ts';
import { openForGroup, openSurvey } from './operations.ts';
import { surveyOpenPages, surveyPages, waitingSurveys } from './pages.ts';
import { surveyPersonal } from './personal.ts';
import { remind } from './reminder-operations.ts';
import { countSurvey, participation, publishStep } from './result-operations.ts';
import { pictures, results, savedForms, surveys as surveyKind } from './survey.ts';
import { surveyTexts } from './wish.ts';

const handlers: readonly Handler[] = [];

const jobs: readonly JobHandler[] = [
  { kind: 'surveys.open', run: ({ key }, work) => openSurvey(work, key as ActivityId) },
  { kind: 'surveys.publish', run: ({ key }, work) => publishStep(work, key as ActivityId) },
  { kind: 'surveys.remind', run: ({ key }, work) => remind(work, key) },
  { kind: 'surveys.close', isVital: true, run: (job, work) => countSurvey(work, job) },
  { kind: 'surveys.followEvent', isVital: true, run: ({ key }, work) => followEvent(work, key as ActivityId) },
];

const drawings: readonly Drawing[] = [];

export const surveys: Feature = {
  name: 'surveys',
  kinds: [surveyKind, results, pictures, savedForms, feedbackForms, openAnswers, sealedAnswers, surveyTexts],
  handlers,
  commands: [],
  jobs,
  drawings,
  routes: surveyRoutes,
  downloads: surveyDownloads,
  pages: surveyPages,
  openPages: surveyOpenPages,
  letters: surveyLetters,
  personal: surveyPersonal,
  waiting: waitingSurveys,
  handover,
  participation,
  openForGroup,
  facts,
  afterEvent: 'surveys.followEvent',
};
