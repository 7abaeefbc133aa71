/** Feedback on events, made and moved along with them, and the network's wording of its questions. */
import { isDeepStrictEqual } from 'node:util';
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import type { ActivityId } from '../../core/ids.ts';
import { type Problem, refuseAny } from '../../core/refusal.ts';
import { registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { type Event, events, feedbackOf as feedbackOfEvent } from '../events/event.ts';
import { atNow } from './asked-operations.ts';
import { countsOf, destroyAnswers } from './ballots.ts';
import {
  type FeedbackForm,
  type FIXED,
  FORM_ID,
  feedbackForms,
  feedbackQuestions,
  MOST_OWN,
  RESERVED,
} from './feedback-form.ts';
import { allSurveys, changeSurvey, findSurvey } from './memory.ts';
import { cardOf, scheduleReminder, startSurvey, surveyFrame } from './operations.ts';
import {
  type Complain,
  isEmpty,
  lengthOf,
  type QuestionDraft,
  readQuestions,
  tidy,
  type Wording,
} from './questions.ts';
import { closingJob } from './result-operations.ts';
import { closeEarly, feedbackTimes, makeSurvey, type NewSurvey, phaseOf, type Survey, USUAL_STEP } from './survey.ts';
import { text } from './text.ts';

const LONGEST_WORDING = 200;

export const feedbackOf = (event: ActivityId): ActivityId => feedbackOfEvent({ id: event });

/**
 * The job after an event was published, changed, cancelled or taken back: its feedback is there with it, moves with it and goes with it. What has
 * been answered stays. Can be repeated.
 */
export async function followEvent(work: Work, id: ActivityId): Promise<void> {
  const event = (await work.services.store.get(work.scope, events, id))?.value;
  const known = await findSurvey(work, feedbackOf(id));
  const isAsked = event?.state === 'published' && event.asksFeedback;
  if (!isAsked) {
    // also what was taken away already: a crash may have left half of it
    if (known && known.state !== 'closed') await takeAway(work, known, { isForGood: event?.state !== 'published' });
    return;
  }
  if (!known) return startFeedback(work, event);
  if (known.state === 'undone') return resume(work, event, known);
  if (known.state === 'running') await moveAlong(work, event, known);
}

async function startFeedback(work: Work, event: Event): Promise<void> {
  const of = await drafted(work, event);
  if (of.closesAt <= work.services.clock.now()) return; // an event that is long over asks nobody
  const made = {
    id: feedbackOf(event.id),
    post: cardOf(feedbackOf(event.id)),
    by: event.createdBy,
    now: work.services.clock.now(),
  };
  await startSurvey(work, makeSurvey(of, made));
}

async function drafted(work: Work, event: Event): Promise<NewSurvey> {
  const frame = await surveyFrame(work, await registerOf(work));
  return {
    ...{
      type: 'feedback',
      event: event.id,
      title: titleOf(event),
      questions: feedbackQuestions(await feedbackFormOf(work)),
    },
    ...{
      secrecy: 'anonymous',
      step: USUAL_STEP,
      breakdown: 'none',
      showResults: 'all',
      isPublic: event.group === undefined,
    },
    ...feedbackTimes(event, frame),
    ...(event.group === undefined ? {} : { group: event.group }),
  };
}

const titleOf = ({ title }: Event): Wording => ({ fi: title });

/** Times, name and group of the event as they are now. A deadline that was moved by hand stays as long as the event's times do. */
async function moveAlong(work: Work, event: Event, known: Survey): Promise<void> {
  const { jobs, posts } = work.services;
  const of = await drafted(work, event);
  const survey = await changeSurvey(work, known.id, (now) => {
    if (now.state !== 'running') return now;
    const { title, opensAt, postsAt, remindsAt = now.remindsAt } = of;
    const isMoved = opensAt !== now.opensAt || postsAt !== now.postsAt;
    const { group: _before, ...rest } = now;
    const next: Survey = {
      ...{ ...rest, title, opensAt, postsAt, closesAt: isMoved ? of.closesAt : now.closesAt },
      isPublic: now.isPublic && of.group === undefined,
      ...(remindsAt ? { remindsAt } : {}),
      ...(of.group === undefined ? {} : { group: of.group }),
    };
    return isDeepStrictEqual(next, now) ? now : next;
  });
  await jobs.schedule(closingJob(work, survey));
  await jobs.schedule({ kind: 'surveys.open', network: work.network.id, key: survey.id, due: survey.postsAt });
  await scheduleReminder(work, survey);
  await posts.refresh(work.network.id, survey.post);
}

/**
 * The event was cancelled, taken back, or asks for no feedback: what has been answered is counted and nobody is asked for more, else it is as if it
 * never was. What may be asked for again keeps its key until it would have closed: another instance may remember the key and seal with it.
 */
async function takeAway(work: Work, known: Survey, { isForGood }: { readonly isForGood: boolean }): Promise<void> {
  const { jobs, posts } = work.services;
  const { answered, absent } = await countsOf(work, known);
  if (answered + absent > 0) {
    const now = work.services.clock.now();
    const closing = (of: Survey): Survey => (phaseOf(of, now) === 'open' ? closeEarly(of, now) : of);
    await jobs.schedule(closingJob(work, closing(known))); // before the deadline is moved, as when a coordinator closes it
    await jobs.schedule(closingJob(work, await changeSurvey(work, known.id, closing)));
    return;
  }
  await changeSurvey(work, known.id, (now) => (now.state === 'running' ? { ...now, state: 'undone' } : now));
  await posts.remove(work.network.id, known.post);
  if (isForGood) await destroyAnswers(work, known.id);
}

/** Asked for again after it was switched off: nobody had answered. */
async function resume(work: Work, event: Event, known: Survey): Promise<void> {
  const of = await drafted(work, event);
  if (of.closesAt <= work.services.clock.now()) return;
  await work.services.keys.create(work.network.id, known.id);
  await changeSurvey(work, known.id, (now) => (now.state === 'undone' ? { ...now, ...of, state: 'running' } : now));
  await moveAlong(work, event, known);
}

// ── The network's form ─────────────────────────────────────────────────────────────────────────

export const feedbackFormOf = async (work: Work): Promise<FeedbackForm | undefined> =>
  (await work.services.store.get(work.scope, feedbackForms, FORM_ID))?.value;

export interface FormDraft
  extends Readonly<Record<(typeof FIXED)[number] | 'absent', { fi: string; sv: string; en: string }>> {
  readonly own: readonly QuestionDraft[];
}

/** Changes the wording and the network's own questions, of feedback on all events that have not begun. Refuses with all problems. */
export async function changeFeedbackForm(visit: Visit, draft: FormDraft): Promise<FeedbackForm> {
  await asCoordinator(visit);
  const problems: Problem[] = [];
  const problem: Complain = (field, row, params = {}) => void problems.push({ field, row, params });
  const words = (field: 'grade' | 'best' | 'improve' | 'absent'): Wording | undefined => {
    const of = tidy(draft[field]);
    const n = lengthOf(of);
    if (n > LONGEST_WORDING) problem(field, text.longWords, { most: LONGEST_WORDING, n });
    return isEmpty(of) ? undefined : of;
  };
  const [grade, best, improve, absent] = (['grade', 'best', 'improve', 'absent'] as const).map(words);
  const own = readQuestions(draft.own, problem, { most: MOST_OWN, reserved: RESERVED });
  refuseAny(problems);
  const form: FeedbackForm = {
    ...(grade ? { grade } : {}),
    ...(best ? { best } : {}),
    ...(improve ? { improve } : {}),
    ...(absent ? { absent } : {}),
    own,
  };
  await visit.services.store.upsert(visit.scope, feedbackForms, FORM_ID, form);
  await audit(visit, 'surveys.form', FORM_ID);
  const { now } = atNow(visit);
  for (const survey of await allSurveys(visit)) {
    const isAhead = survey.type === 'feedback' && survey.state === 'running' && survey.opensAt > now;
    if (isAhead)
      await changeSurvey(visit, survey.id, (of) =>
        of.opensAt > now ? { ...of, questions: feedbackQuestions(form) } : of,
      );
  }
  return form;
}
