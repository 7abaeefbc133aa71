/** Figures and texts of surveys: published in steps while answers come, counted at closing, and what coordinators do with them. */
import { createHash } from 'node:crypto';
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { between, type Instant, plus, SECOND, toInstant } from '../../core/clock.ts';
import type { Participation } from '../../core/feature.ts';
import type { ActivityId, PersonKey } from '../../core/ids.ts';
import { memberIdOf } from '../../core/network.ts';
import { AlreadyExists } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import { activityScope } from '../../core/scope.ts';
import { shuffle } from '../../core/seal.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { askedOf } from './asked-operations.ts';
import { countsOf, destroyAnswers, eachResponse, textIds } from './ballots.ts';
import { ABSENT, absentQuestion } from './feedback-form.ts';
import { allSurveys, changeSurvey, findSurvey, keyOfSurvey, resultsOf } from './memory.ts';
import { nextStepAt, openPublication, type Published } from './publication.ts';
import type { Question } from './questions.ts';
import { latestOf, type Response, VERSIONS_KEPT } from './response.ts';
import type { SurveyResults } from './results.ts';
import {
  beginCounting,
  COUNTING_GRACE,
  closeWith,
  countingDue,
  results,
  type Survey,
  type SurveyResult,
} from './survey.ts';
import { text } from './text.ts';
import { eachText, knownTexts, noteMark, noteText } from './text-memory.ts';
import { changeText, newText, type PublishedText, type SurveyText, surveyTexts, type TextChange } from './wish.ts';

/** Steps that come due in one such stretch are one. In milliseconds. */
const STRETCH = 10 * SECOND;
const WRITTEN_AT_ONCE = 20;

/** What is asked of those who were not there is a question too, for whoever reads the answers. */
export const allQuestions = (of: Pick<Survey, 'type' | 'questions'>): readonly Question[] =>
  of.type === 'feedback' ? [...of.questions, absentQuestion(undefined)] : of.questions;

/** Answers of fewer people than this are not shown; of a survey that tells names there is nothing to hide. */
export const stepOf = ({ secrecy, step }: Survey): number => (secrecy === 'anonymous' ? step : 1);

// ── In steps ───────────────────────────────────────────────────────────────────────────────────

/** Sees to it that figures are published when enough have answered since the last time. Call it after an answer was kept. */
export async function publishSoon(work: Work, survey: Survey): Promise<void> {
  const { clock, jobs } = work.services;
  const { answered } = await countsOf(work, survey);
  if (survey.secrecy === 'anonymous') {
    if (answered < survey.step) return;
    const published = await recentAnswers(work, survey);
    if (answered < nextStepAt(published, survey.step)) return;
  }
  const now = Date.parse(plus(clock.now(), COUNTING_GRACE));
  const due = toInstant(Math.ceil(now / STRETCH) * STRETCH);
  await jobs.schedule({ kind: 'surveys.publish', network: work.network.id, key: survey.id, due });
}

/** How many answers the figures are of, as this process read them last: it only grows. */
const published = new WeakMap<object, Map<string, { readonly answers: number; readonly at: Instant }>>();
async function recentAnswers(work: Work, survey: Survey): Promise<number> {
  const { store, clock } = work.services;
  const known = published.get(store) ?? new Map<string, { readonly answers: number; readonly at: Instant }>();
  published.set(store, known);
  const key = `${work.network.id} ${survey.id}`;
  const kept = known.get(key);
  if (kept && Math.abs(between(kept.at, clock.now())) < STRETCH) return kept.answers;
  const answers = (await resultsOf(work, survey.id))?.answers ?? 0;
  known.set(key, { answers, at: clock.now() });
  return answers;
}

/** The job of a step: publishes what may be published now. At closing there is another. */
export async function publishStep(work: Work, id: ActivityId): Promise<void> {
  const { clock, posts } = work.services;
  const survey = await findSurvey(work, id);
  const cut = plus(clock.now(), -COUNTING_GRACE);
  if (survey?.state !== 'running' || cut >= survey.closesAt) return;
  if (survey.secrecy === 'anonymous' && !(await keyOfSurvey(work, id))) return; // told at closing
  if (await publish(work, survey, { cut, isFinal: false })) await posts.refresh(work.network.id, survey.post);
}

/** Lost races with another instance after which something is wrong. */
const MOST_TRIES = 5;

/**
 * Figures first, then the texts that they count: a crash in between is mended by the next time. Can be repeated. Of two instances that publish at
 * the same time one begins anew: each step is made for what is published already. `seen` is given every answer, in each try anew. Resolves to
 * whether something is shown that was not.
 */
async function publish(
  work: Work,
  survey: Survey,
  of: { readonly cut: Instant; readonly isFinal: boolean },
  seen: () => (of: Response) => void = () => () => {},
): Promise<boolean> {
  const { store } = work.services;
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const before = await store.get(work.scope, results, survey.id);
    if (before && before.value.at > of.cut) return false;
    const known = await (of.isFinal ? storedTexts : knownTexts)(work, survey.id);
    const made = await publication(work, survey, { ...of, known, results: before?.value }, seen());
    let isFirst = false;
    await update({ store, scope: work.scope, kind: results, id: survey.id, known: before ?? 'none' }, (now) => {
      isFirst = now?.at === before?.value.at;
      return isFirst ? made.results : now;
    });
    if (!isFirst) continue;
    await writeTexts(work, survey, made, known);
    return made.isNew;
  }
  throw new Error('The figures of a survey are being published by several instances at once.');
}

/** As they are stored now: at closing nothing is left to a next time. */
async function storedTexts(work: Work, survey: ActivityId): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for await (const { id, value } of eachText(work, survey)) known.set(id, value.question);
  return known;
}

interface Step {
  readonly cut: Instant;
  readonly isFinal: boolean;
  readonly known: ReadonlyMap<string, string>;
  readonly results: SurveyResults | undefined;
}

async function publication(work: Work, survey: Survey, step: Step, seen: (of: Response) => void): Promise<Published> {
  const { cut, isFinal, known } = step;
  const made = openPublication({
    questions: allQuestions(survey),
    step: survey.secrecy === 'anonymous' ? survey.step : 0,
    results: step.results,
    ...{ cut, isFinal, textId: await textIds(work, survey), isKnown: (id: string) => known.has(id) },
    digest: (ids) =>
      createHash('sha256')
        .update([...ids].sort().join())
        .digest('hex'),
  });
  for await (const { id, response } of eachResponse(work, survey)) {
    const { cell, source, versions } = response;
    const isEntered = source === 'paper' || source === 'phone';
    made.add(id, { cell, isEntered, isWhole: versions.length < VERSIONS_KEPT, versions });
    seen(response);
  }
  return made.finish();
}

/** In an order that tells nothing: ids are made from a key. */
async function writeTexts(
  work: Work,
  survey: Survey,
  { texts: shown, untouched }: Published,
  known: ReadonlyMap<string, string>,
): Promise<void> {
  const { store } = work.services;
  const scope = activityScope(work.scope, survey.id);
  const missing = shuffle([...shown].filter(([id, { text: words }]) => !known.has(id) && words !== undefined));
  for (let at = 0; at < missing.length; at += WRITTEN_AT_ONCE) {
    await Promise.all(
      missing.slice(at, at + WRITTEN_AT_ONCE).map(async ([id, { question, text: words = '' }]) => {
        const fresh = newText(question, words);
        await store.insert(scope, surveyTexts, id, fresh).catch((error: unknown) => {
          if (!(error instanceof AlreadyExists)) throw error; // with what coordinators said of it
        });
        noteMark(work, survey.id, id, fresh);
      }),
    );
  }
  for (const [id, question] of known) {
    if (shown.has(id) || untouched.has(question)) continue;
    await store.remove(scope, surveyTexts, id);
    noteMark(work, survey.id, id, undefined);
  }
}

// ── At closing ─────────────────────────────────────────────────────────────────────────────────

/** Of the job that counts: a deadline that has moved has another one. */
export const closingJob = (work: Work, of: Pick<Survey, 'id' | 'closesAt'>) => ({
  ...{ kind: 'surveys.close', network: work.network.id, key: of.id, due: countingDue(of) },
});

/**
 * The job that counts after the deadline: publishes what may be, writes down who answered, and destroys what connects the two. Each step can be
 * repeated, so a crash anywhere is resumed by running it again.
 */
export async function countSurvey(work: Work, job: { readonly key: string; readonly due: Instant }): Promise<void> {
  const { clock, jobs, posts } = work.services;
  const id = job.key as ActivityId;
  let survey = await findSurvey(work, id);
  if (!survey) return;
  if (survey.state === 'running' && clock.now() < countingDue(survey)) {
    if (countingDue(survey) <= job.due) throw new Error('The clock was set back after a closing job came due.'); // tried again soon
    return jobs.schedule(closingJob(work, survey));
  }
  if (survey.state === 'running') survey = await changeSurvey(work, id, (of) => beginCounting(of, clock.now()) ?? of);
  if (survey.isCounting) survey = await freeze(work, survey);
  if (survey.state === 'running') return; // its deadline was moved meanwhile, and has a job of its own
  if (survey.secrecy === 'anonymous') await destroyAnswers(work, id);
  await posts.refresh(work.network.id, survey.post);
}

async function freeze(work: Work, survey: Survey): Promise<Survey> {
  const isLost = survey.secrecy === 'anonymous' && !(await keyOfSurvey(work, survey.id));
  const result = isLost ? await lostResult(work, survey) : await countedResult(work, survey);
  return changeSurvey(work, survey.id, (of) => closeWith(of, result, work.services.clock.now()) ?? of);
}

async function lostResult(work: Work, survey: Survey): Promise<SurveyResult> {
  const { log, clock } = work.services;
  log.error('surveys.key-lost', new Error('The key of an anonymous survey is lost.'), {
    survey: survey.id,
    alert: true,
  });
  const { answered } = await countsOf(work, survey);
  const asked = (await askedOf(work, survey)).length;
  return {
    answers: answered,
    absent: 0,
    entered: 0,
    open: 0,
    asked,
    participants: [],
    countedAt: clock.now(),
    isLost: true,
  };
}

async function countedResult(work: Work, survey: Survey): Promise<SurveyResult> {
  let counted = { answers: 0, absent: 0, entered: 0, open: 0 };
  let participants: PersonKey[] = [];
  const counting = () => {
    counted = { answers: 0, absent: 0, entered: 0, open: 0 };
    participants = [];
    return (response: Response): void => {
      const last = latestBefore(response, survey.closesAt);
      if (!last) return;
      if (last.isAbsent) counted.absent += 1;
      else counted.answers += 1;
      if (response.source === 'own') participants.push(response.who);
      else if (!last.isAbsent) counted[response.source === 'open' ? 'open' : 'entered'] += 1;
    };
  };
  const end = { cut: plus(survey.closesAt, -1), isFinal: true };
  let isNew = await publish(work, survey, end, counting);
  // What was just published may let a question be that depends on it: until nothing more can be, so that a repetition changes nothing.
  for (let rounds = 0; isNew && rounds < survey.questions.length; rounds++) isNew = await publish(work, survey, end);
  const asked = await askedOf(work, survey);
  return {
    ...counted,
    asked: asked.length,
    participants: participants.sort(),
    countedAt: work.services.clock.now(),
  };
}

const latestBefore = (of: Response, end: Instant): Response['versions'][number] | undefined =>
  latestOf({ versions: of.versions.filter(({ at }) => at < end) });

// ── Texts ──────────────────────────────────────────────────────────────────────────────────────

/** Published texts of a survey with all their words, in an order that tells nothing and stays. Hidden ones are for coordinators alone. */
export async function textsOf(work: Work, survey: ActivityId): Promise<readonly PublishedText[]> {
  const found: PublishedText[] = [];
  for await (const { id, value } of eachText(work, survey)) found.push({ id, ...value });
  return found;
}

/** Its card and the posts of its results, as they are now: a text that is gone or hidden stands in none of them. */
export async function redraw({ network, services }: Work, { post, resultPosts = [] }: Survey): Promise<void> {
  for (const one of [post, ...resultPosts]) await services.posts.refresh(network.id, one);
}

/** Gives a published text themes, chooses it as a quote, hides it, or says what became of a wish. Refuses what is too long, and a text that is gone. */
export async function editText(visit: Visit, survey: ActivityId, id: string, to: TextChange): Promise<PublishedText> {
  await asCoordinator(visit);
  const { store, clock } = visit.services;
  const of = await findSurvey(visit, survey);
  if (!of || of.state === 'undone') throw new Refusal(text.unknownSurvey);
  const stored = await update({ store, scope: activityScope(visit.scope, survey), kind: surveyTexts, id }, (now) => {
    if (!now) throw new Refusal(text.unknownText);
    return changeText(now, to, clock.now());
  });
  if (!stored) throw new Refusal(text.unknownText);
  noteText(visit, survey, { id, ...stored.value });
  await audit(visit, 'surveys.text', survey);
  await redraw(visit, of);
  return { id, ...stored.value };
}

/** Texts in which people wish for something: of questions that ask for it. */
export function isWishText(
  of: Pick<Survey, 'type' | 'questions'>,
  { question }: Pick<SurveyText, 'question'>,
): boolean {
  return question === ABSENT || of.questions.some(({ id, isWish }) => id === question && isWish);
}

// ── Looking back ───────────────────────────────────────────────────────────────────────────────

/** Who answered since a time; of anonymous surveys after closing alone. */
export async function participation(since: Instant, work: Work): Promise<readonly Participation[]> {
  const found: Participation[] = [];
  for (const survey of await allSurveys(work)) {
    if (!survey.result || survey.closesAt < since) continue;
    const title = survey.title.fi ?? survey.title.sv ?? survey.title.en ?? '';
    const of = { type: survey.type, activity: survey.id, title, at: survey.closesAt };
    found.push(...survey.result.participants.map((person) => ({ ...of, member: memberIdOf(person) })));
  }
  return found;
}
