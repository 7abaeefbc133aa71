/** Figures and texts of surveys: published in steps while answers come, counted at closing, and what coordinators do with them. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { between, type Instant, plus, SECOND, toInstant } from '../../core/clock.ts';
import type { Participation } from '../../core/feature.ts';
import type { ActivityId, PersonKey } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { memberIdOf } from '../../core/network.ts';
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
import { latestOf, type Response } from './response.ts';
import { COUNTING_GRACE, closeWith, countingDue, results, type Survey, type SurveyResult } from './survey.ts';
import { text } from './text.ts';
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
  const { isNew } = await publish(work, survey, { cut, isFinal: false });
  if (isNew) await posts.refresh(work.network.id, survey.post);
}

/** Figures first, then the texts that they count: a crash in between is mended by the next time. Can be repeated. */
async function publish(
  work: Work,
  survey: Survey,
  { cut, isFinal }: { readonly cut: Instant; readonly isFinal: boolean },
): Promise<Published> {
  const { store } = work.services;
  const scope = activityScope(work.scope, survey.id);
  const known = new Set((await listAll(store, scope, surveyTexts)).map(({ id }) => id));
  const publication = openPublication({
    questions: allQuestions(survey),
    step: stepOf(survey),
    results: await resultsOf(work, survey.id),
    ...{ cut, isFinal, textId: await textIds(work, survey), isKnown: (id: string) => known.has(id) },
  });
  for await (const { id, response } of eachResponse(work, survey)) {
    const { cell, source, versions } = response;
    publication.add(id, { cell, isEntered: source === 'paper' || source === 'phone', versions });
  }
  const made = publication.finish();
  await update({ store, scope: work.scope, kind: results, id: survey.id }, (now) =>
    now && now.at > made.results.at ? now : made.results,
  );
  await writeTexts(work, survey, made.texts, known);
  return made;
}

/** In an order that tells nothing: ids are made from a key. */
async function writeTexts(
  work: Work,
  survey: Survey,
  shown: Published['texts'],
  known: ReadonlySet<string>,
): Promise<void> {
  const { store } = work.services;
  const scope = activityScope(work.scope, survey.id);
  const missing = shuffle([...shown].filter(([id, { text: words }]) => !known.has(id) && words !== undefined));
  for (let at = 0; at < missing.length; at += WRITTEN_AT_ONCE) {
    await Promise.all(
      missing
        .slice(at, at + WRITTEN_AT_ONCE)
        .map(([id, { question, text: words = '' }]) => store.upsert(scope, surveyTexts, id, newText(question, words))),
    );
  }
  for (const id of known) if (!shown.has(id)) await store.remove(scope, surveyTexts, id);
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
  if (survey.state === 'running') survey = await freeze(work, survey);
  if (survey.state === 'running') return; // its deadline was moved meanwhile, and has a job of its own
  if (survey.secrecy === 'anonymous') await destroyAnswers(work, id);
  await posts.refresh(work.network.id, survey.post);
}

async function freeze(work: Work, survey: Survey): Promise<Survey> {
  const isLost = survey.secrecy === 'anonymous' && !(await keyOfSurvey(work, survey.id));
  const result = isLost ? await lostResult(work, survey) : await countedResult(work, survey);
  return changeSurvey(
    work,
    survey.id,
    (of) => (of.closesAt === survey.closesAt && closeWith(of, result, work.services.clock.now())) || of,
  );
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
  await publish(work, survey, { cut: plus(survey.closesAt, -1), isFinal: true });
  const counted = { answers: 0, absent: 0, entered: 0, open: 0 };
  const participants: PersonKey[] = [];
  for await (const { response } of eachResponse(work, survey)) {
    const last = latestBefore(response, survey.closesAt);
    if (!last) continue;
    if (last.isAbsent) counted.absent += 1;
    else counted.answers += 1;
    if (response.source === 'own') participants.push(response.who);
    else if (!last.isAbsent) counted[response.source === 'open' ? 'open' : 'entered'] += 1;
  }
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

/** Published texts of a survey, in an order that tells nothing and stays. Hidden ones are for coordinators alone. */
export async function textsOf(work: Work, survey: ActivityId): Promise<readonly PublishedText[]> {
  const found = await listAll(work.services.store, activityScope(work.scope, survey), surveyTexts);
  return found.map(({ id, value }) => ({ id, ...value }));
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
