/** What is done with surveys: load, decide by `survey.ts`, save, and set going what follows. */
import { createHash } from 'node:crypto';
import { asCoordinator, asCreator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { dateIn, type Instant, plus, SECOND } from '../../core/clock.ts';
import {
  type ActivityId,
  activityId,
  objectIdOf,
  type PersonKey,
  type PostId,
  personKey,
  postId,
} from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { memberIdOf } from '../../core/network.ts';
import { notify } from '../../core/notify.ts';
import { AlreadyExists, type NewPost } from '../../core/ports.ts';
import { Refusal, refuseAny } from '../../core/refusal.ts';
import { identitiesOf, type Register, registerNow, registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { fromInputs, parseWhen } from '../../core/when.ts';
import { events } from '../events/event.ts';
import { type Answers, readAnswers, type Typed } from './answers.ts';
import { askedOf, atNow, eventOf, whyNot } from './asked-operations.ts';
import { countsNow, destroyAnswers, type Kept, keepAnswers, keepTyped, ownResponse } from './ballots.ts';
import { ABSENT, absentQuestion } from './feedback-form.ts';
import { allSurveys, changeSurvey, findSurvey, recentSurvey, rememberSurvey, resultsOf, surveyNow } from './memory.ts';
import { cellOf } from './people.ts';
import { type Delivery, latestOf, type Source } from './response.ts';
import { closingJob, publishSoon } from './result-operations.ts';
import {
  type Correction,
  closeEarly,
  correct,
  draftOf,
  makeSurvey,
  moveDeadline,
  phaseOf,
  picture,
  pictures,
  readDraft,
  requireOpen,
  type Survey,
  type SurveyDraft,
  type SurveyFrame,
  savedForms,
  surveys,
  undo,
} from './survey.ts';
import { text } from './text.ts';

/** A survey's jobs exist before it does; what its request does at once, the job does only if that was cut off. In milliseconds. */
export const SAFETY_NET = 10 * SECOND;
/** Bytes of a picture. */
const LARGEST_PICTURE = 150 * 1024;

export const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);

/** The same person's same form is the same survey. */
const surveyIdOf = (by: PersonKey, form: string): ActivityId => activityId.parse(`s${shortHash(by, form)}`);
const numbered = (first: ActivityId, n: number): ActivityId => (n === 1 ? first : activityId.parse(`${first}-${n}`));
export const cardOf = (survey: ActivityId): PostId => postId.parse(`${survey}-card`);

/** Time, zone, holidays, groups and events of the network, for reading what people typed. */
export async function surveyFrame(work: Work, register: Register, event = ''): Promise<SurveyFrame> {
  const calendar = work.services.calendar(work.network.calendar);
  const prepared = event === '' ? undefined : await eventOf(work, event);
  return {
    ...atNow(work),
    isFree: (date) => calendar.isFree(date),
    isGroup: (id) => register.groups.has(id),
    eventStarts: (id) => (prepared?.id === id ? prepared.startsAt : undefined),
  };
}

// ── Making ─────────────────────────────────────────────────────────────────────────────────────

/** Publishes a survey, now or part by part at their openings. The same `form` publishes once. Refuses with all problems of the draft. The first part is given back. */
export async function createSurvey(visit: Visit, draft: SurveyDraft, form: string): Promise<Survey> {
  await asCreator(visit);
  const first = surveyIdOf(visit.actor.person, form);
  const earlier = await findSurvey(visit, first);
  if (earlier) return earlier;
  const made = await surveysFrom(visit, draft, await registerNow(visit), first);
  for (const one of made.toReversed()) await startSurvey(visit, one); // the first one is there when all are
  await audit(visit, 'surveys.create', first, made[0]?.createdAt);
  return surveyNow(visit, first);
}

/** The surveys that would come of a draft, for previews. Refuses with all problems of the draft. */
export async function draftSurveys(visit: Visit, draft: SurveyDraft): Promise<readonly Survey[]> {
  return surveysFrom(visit, draft, await registerOf(visit), surveyIdOf(visit.actor.person, 'draft'));
}

async function surveysFrom(visit: Visit, draft: SurveyDraft, register: Register, first: ActivityId): Promise<Survey[]> {
  const frame = await surveyFrame(visit, register, draft.event.trim());
  const parts = readDraft(draft, frame);
  await requirePictures(visit, parts);
  return parts.map((of, index) => {
    const id = numbered(first, index + 1);
    const series = parts.length > 1 ? { id: first, number: index + 1, of: parts.length } : undefined;
    const made = { id, post: cardOf(id), by: visit.actor.person, now: frame.now };
    return makeSurvey(of, { ...made, ...(series ? { series } : {}) });
  });
}

async function requirePictures(work: Work, parts: readonly Pick<Survey, 'questions'>[]): Promise<void> {
  for (const { questions } of parts)
    for (const [index, { options }] of questions.entries())
      for (const [at, { picture: id }] of options.entries()) {
        if (id === undefined || (await work.services.store.get(work.scope, pictures, id))) continue;
        refuseAny([{ field: `questions.${index}.options.${at}`, row: text.noPicture, params: { n: at + 1 } }]);
      }
}

/** Idempotent, so that a crash anywhere in it is mended by the opening job or by asking again. */
export async function startSurvey(work: Work, made: Survey): Promise<Survey> {
  const { store, keys, jobs, clock } = work.services;
  const network = work.network.id;
  if (made.secrecy === 'anonymous') await keys.create(network, made.id);
  await jobs.schedule(closingJob(work, made));
  const isDue = made.postsAt <= clock.now();
  await jobs.schedule({
    kind: 'surveys.open',
    network,
    key: made.id,
    due: isDue ? plus(clock.now(), SAFETY_NET) : made.postsAt,
  });
  await scheduleReminder(work, made);
  try {
    await store.insert(work.scope, surveys, made.id, made);
    rememberSurvey(work, made, made.createdAt);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  const survey = await surveyNow(work, made.id);
  await postCard(work, survey);
  return survey;
}

export async function scheduleReminder(work: Work, { id, remindsAt }: Pick<Survey, 'id' | 'remindsAt'>): Promise<void> {
  if (remindsAt === undefined) return;
  await work.services.jobs.schedule({
    kind: 'surveys.remind',
    network: work.network.id,
    key: `${id}|clock`,
    due: remindsAt,
  });
}

/** The card, once its time has come: feedback's and an advance survey's in the thread of their event. */
async function postCard(work: Work, survey: Survey): Promise<void> {
  const { now } = atNow(work);
  if (survey.state === 'undone' || now < survey.postsAt || now >= survey.closesAt) return;
  const thread = survey.event === undefined ? undefined : await threadOf(work, survey.event);
  await work.services.posts.publish({
    ...{ id: survey.post, network: work.network.id, drawing: 'surveys.survey', subject: survey.id },
    to: thread === undefined ? { channel: true } : { thread },
  });
}

/** The invitation's post, when it is in the channel or on its way there. */
async function threadOf(work: Work, event: ActivityId): Promise<PostId | undefined> {
  const found = (await work.services.store.get(work.scope, events, event))?.value;
  const status = found && (await work.services.posts.status(work.network.id, found.post));
  return status && status.state !== 'removed' ? found?.post : undefined;
}

/** Where more is said of a survey: in the thread of its event, else under its card, else in the channel. */
export async function placeOf(work: Work, survey: Survey): Promise<NewPost['to']> {
  const thread = survey.event === undefined ? undefined : await threadOf(work, survey.event);
  const status = await work.services.posts.status(work.network.id, survey.post);
  const under = thread ?? (status && status.state !== 'removed' ? survey.post : undefined);
  return under === undefined ? { channel: true } : { thread: under };
}

/** The job at a survey's opening, or after an event: the card, and the letters to whom mail reaches. One letter a person, also when it runs again. */
export async function openSurvey(work: Work, id: ActivityId): Promise<void> {
  const { clock, jobs } = work.services;
  const survey = await findSurvey(work, id);
  if (survey?.state !== 'running' || clock.now() >= survey.closesAt) return;
  // The first part is stored last: without it the request was cut off, and nothing was published.
  if (survey.series && survey.series.number > 1 && !(await findSurvey(work, survey.series.id))) return;
  if (clock.now() < survey.postsAt) {
    await jobs.schedule({ kind: 'surveys.open', network: work.network.id, key: id, due: survey.postsAt });
    return;
  }
  await postCard(work, survey);
  const register = await registerNow(work);
  for (const who of await askedOf(work, survey)) {
    await notify(work, register, who, {
      ...{ id: `${id}-open`, subject: id, letter: 'surveys.open', topic: 'feedback', urgency: 'nudge' },
    });
  }
}

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

export interface Answering {
  /** By input id, as typed. */
  readonly typed: Typed;
  /** They were not there: only `absent` is read. */
  readonly isAbsent?: boolean;
  readonly delivery: Delivery;
}

/** Sends or changes the actor's answers. Refuses with every problem by question id. */
export async function answerSurvey(
  visit: Visit,
  id: ActivityId,
  of: Answering,
): Promise<{ readonly survey: Survey; readonly kept: Kept }> {
  const survey = await recentSurvey(visit, id);
  const refusal = await whyNot(visit, survey);
  if (refusal) throw refusal;
  return keepAnswered(visit, survey, { ...of, who: visit.actor.person, source: 'own' });
}

interface Answerer {
  readonly who: PersonKey;
  readonly source: Source;
}

async function keepAnswered(
  work: Work,
  survey: Survey,
  of: Answering & Answerer,
): Promise<{ readonly survey: Survey; readonly kept: Kept }> {
  const answers = await readFor(work, survey, of);
  const kept = await keepAnswers(work, survey, {
    ...{ who: of.who, source: of.source, delivery: of.delivery, answers, isAbsent: of.isAbsent === true },
    cell: await cellFor(work, survey, of),
  });
  if (kept.outcome !== 'repeated') await publishSoon(work, survey);
  work.services.posts.refreshSoon(work.network.id, survey.post);
  return { survey, kept };
}

/** Reads what was typed. Something must be answered, unless they were not there. A closed survey says so before it looks for mistakes. */
async function readFor(work: Work, survey: Survey, { typed, isAbsent = false }: Answering): Promise<Answers> {
  const questions = isAbsent ? [absentQuestion(undefined)] : survey.questions;
  const { answers, problems } = readAnswers(questions, typed);
  if (problems.length > 0 || (!isAbsent && Object.keys(answers).length === 0))
    requireOpen(survey, work.services.clock.now());
  refuseAny(problems);
  if (!isAbsent && Object.keys(answers).length === 0) {
    const field = survey.questions[0]?.id ?? ABSENT;
    throw new Refusal(text.nothingAnswered, {}, [{ field, row: text.nothingAnswered }]);
  }
  return answers;
}

/** Of people whom nobody knows it is unknown. */
const cellFor = async (work: Work, survey: Survey, { who, source }: Answerer): Promise<string> =>
  cellOf(await registerOf(work), survey.breakdown, source === 'own' ? who : nobody('nobody'));

/** Somebody who is nobody: under whom an answer is kept that has no person. */
const nobody = (id: string): PersonKey => personKey.parse(`nobody|${id}`);

/** Takes the actor's answers back. Who may not answer any more still may. */
export async function withdrawAnswers(
  visit: Visit,
  id: ActivityId,
  delivery: Delivery,
): Promise<{ readonly survey: Survey; readonly kept: Kept }> {
  const survey = await recentSurvey(visit, id);
  const of = { who: visit.actor.person, source: 'own', answers: {}, isAbsent: false, delivery } as const;
  const kept = await keepAnswers(visit, survey, { ...of, cell: await cellFor(visit, survey, of) });
  if (kept.outcome !== 'repeated') await publishSoon(visit, survey);
  visit.services.posts.refreshSoon(visit.network.id, survey.post);
  return { survey, kept };
}

/** Keeps what the actor has typed so far. Nothing that was sent changes. */
export async function saveTyped(visit: Visit, id: ActivityId, typed: Typed, delivery: Delivery): Promise<Instant> {
  const survey = await recentSurvey(visit, id);
  const refusal = await whyNot(visit, survey);
  if (refusal) throw refusal;
  const ids = new Set(survey.questions.flatMap((one) => [one.id, `${one.id}-other`]));
  const known = Object.fromEntries(Object.entries(typed).filter(([input]) => ids.has(input)));
  const of = { who: visit.actor.person, source: 'own', delivery } as const;
  await keepTyped(visit, survey, { ...of, cell: await cellFor(visit, survey, of) }, known);
  return visit.services.clock.now();
}

/** Answers from the page that anyone may open. The same `form` answers once. */
export async function answerOpenly(
  work: Work,
  survey: Survey,
  form: string,
  of: Pick<Answering, 'typed' | 'isAbsent'>,
): Promise<Kept> {
  const id = shortHash(survey.id, 'open', form);
  const delivery = { id, at: work.services.clock.now(), isInOrder: true };
  return (await keepAnswered(work, survey, { ...of, who: nobody(`open-${id}`), source: 'open', delivery })).kept;
}

/** A coordinator writes answers down that were given on paper or by phone. The same `form` once. */
export async function enterAnswers(
  visit: Visit,
  id: ActivityId,
  { source, typed, form }: { readonly source: 'paper' | 'phone'; readonly typed: Typed; readonly form: string },
): Promise<Survey> {
  await asCoordinator(visit);
  const survey = await surveyNow(visit, id);
  const who = nobody(`${source}-${shortHash(survey.id, visit.actor.person, form)}`);
  const delivery = { id: form, at: visit.services.clock.now(), isInOrder: true };
  await keepAnswered(visit, survey, { typed, who, source, delivery });
  await audit(visit, 'surveys.enter', id);
  return survey;
}

/** The actor's own answers; undefined when they have none, or nobody can tell any more. */
export const ownAnswers = (visit: Visit, survey: Survey) => ownResponse(visit, survey, visit.actor.person);

/** Has this person answered, or said that they were not there? After closing too. */
export async function hasAnswered(visit: Visit, survey: Survey): Promise<boolean> {
  if (survey.result) {
    const own = identitiesOf(await registerOf(visit), objectIdOf(visit.actor.person));
    return survey.result.participants.some((one) => own.includes(memberIdOf(one)));
  }
  const found = await ownAnswers(visit, survey);
  return found !== undefined && latestOf(found) !== undefined;
}

// ── What coordinators do ───────────────────────────────────────────────────────────────────────

/** New wording; questions, options and answers stay. */
export async function correctSurvey(visit: Visit, id: ActivityId, to: Correction): Promise<Survey> {
  await asCoordinator(visit);
  const survey = await changeSurvey(visit, id, (of) => correct(of, to));
  await audit(visit, 'surveys.correct', id);
  await visit.services.posts.refresh(visit.network.id, survey.post);
  return survey;
}

/** Closes a survey a few seconds from now; it is counted right after. */
export async function closeSurvey(visit: Visit, id: ActivityId): Promise<Survey> {
  await asCoordinator(visit);
  const { now } = atNow(visit);
  await visit.services.jobs.schedule(closingJob(visit, closeEarly(await surveyNow(visit, id), now))); // before the deadline is moved: a crash in between closes nothing and loses nothing
  return moved(visit, 'surveys.close', await changeSurvey(visit, id, (of) => closeEarly(of, now)));
}

/** Moves the deadline, as typed into a form. */
export async function extendSurvey(
  visit: Visit,
  id: ActivityId,
  typed: { readonly closesOn: string; readonly closesAtTime: string },
): Promise<Survey> {
  await asCoordinator(visit);
  const frame = await surveyFrame(visit, await registerOf(visit));
  const closesAt = readDeadline(typed, frame);
  await visit.services.jobs.schedule(closingJob(visit, moveDeadline(await surveyNow(visit, id), closesAt, frame)));
  const survey = await changeSurvey(visit, id, (of) => moveDeadline(of, closesAt, frame));
  await scheduleReminder(visit, survey);
  return moved(visit, 'surveys.extend', survey);
}

async function moved(visit: Visit, act: string, survey: Survey): Promise<Survey> {
  await visit.services.jobs.schedule(closingJob(visit, survey));
  await audit(visit, act, survey.id);
  await visit.services.posts.refresh(visit.network.id, survey.post);
  return survey;
}

function readDeadline(
  { closesOn, closesAtTime }: { closesOn: string; closesAtTime: string },
  { now, zone }: SurveyFrame,
): Instant {
  const [on, at] = [closesOn.trim(), closesAtTime.trim()];
  const read = fromInputs(on || dateIn(now, zone), at || '16:00', zone) ?? parseWhen(`${on} ${at}`, now, zone)?.start;
  if ((on || at) && read) return read;
  throw new Refusal(text.unreadableTime, {}, [{ field: 'closesOn', row: text.unreadableTime }]);
}

/** Takes a survey back that nobody has answered, with the parts that are still to come: the cards go away. */
export async function undoSurvey(visit: Visit, id: ActivityId): Promise<Survey> {
  await asCoordinator(visit);
  const survey = await surveyNow(visit, id);
  if (survey.type === 'feedback') throw new Refusal(text.followsEvent);
  const later = survey.series
    ? (await partsOf(visit, survey)).filter(
        ({ series, state }) => state === 'running' && (series?.number ?? 0) > (survey.series?.number ?? 0),
      )
    : [];
  let undone = survey;
  for (const one of [survey, ...later]) {
    const hasAnswers = await isAnswered(visit, one);
    if (one.id !== id && hasAnswers) continue;
    const after = await changeSurvey(visit, one.id, (of) => undo(of, hasAnswers));
    if (await isAnswered(visit, one)) {
      // An answer that was on its way while the survey was taken back was promised to be kept: the survey goes on.
      await changeSurvey(visit, one.id, (of) => (of.state === 'undone' ? { ...of, state: 'running' } : of));
      if (one.id === id) throw new Refusal(text.hasAnswers);
      continue;
    }
    await visit.services.posts.remove(visit.network.id, one.post);
    if (one.secrecy === 'anonymous') await destroyAnswers(visit, one.id);
    if (one.id === id) undone = after;
  }
  await audit(visit, 'surveys.undo', id);
  return undone;
}

async function isAnswered(work: Work, survey: Survey): Promise<boolean> {
  const { answered, drafted, absent } = await countsNow(work, survey);
  return answered + drafted + absent > 0;
}

/** All parts of a survey in parts, in their order; of another one itself. */
export async function partsOf(work: Work, survey: Survey): Promise<readonly Survey[]> {
  const { series } = survey;
  if (!series) return [survey];
  const all = (await allSurveys(work)).filter((one) => one.series?.id === series.id && one.state !== 'undone');
  return all.sort((a, b) => (a.series?.number ?? 0) - (b.series?.number ?? 0));
}

/** “Post again”, when it is unknown whether the card reached the channel, or it failed. */
export async function repostSurvey(visit: Visit, id: ActivityId): Promise<Survey> {
  await asCoordinator(visit);
  const survey = await surveyNow(visit, id);
  await visit.services.posts.again(visit.network.id, survey.post);
  await audit(visit, 'surveys.repost', id);
  return survey;
}

/** Opens, closes or renews the page that anyone may answer on: earlier addresses open nothing any more. */
export async function renewLink(visit: Visit, id: ActivityId, isPublic: boolean): Promise<Survey> {
  await asCoordinator(visit);
  const survey = await changeSurvey(visit, id, (of) => {
    if (of.state !== 'running') throw new Refusal(text.notOpen);
    return { ...of, isPublic, publicRound: of.publicRound + 1 };
  });
  await audit(visit, 'surveys.link', id);
  return survey;
}

/** Posts the published figures and quotes. The same `form` posts once. Refuses when nothing is published. */
export async function postResults(visit: Visit, id: ActivityId, form: string): Promise<Survey> {
  await asCoordinator(visit);
  const { posts, clock } = visit.services;
  const survey = await surveyNow(visit, id);
  if (survey.showResults === 'coordinators') throw new Refusal(text.resultsAreKept);
  if (!(await hasFigures(visit, survey))) throw new Refusal(text.nothingToShow);
  const post = postId.parse(`${id}-results-${shortHash(form)}`);
  await changeSurvey(visit, id, (of) => ({ ...of, resultPosts: [...new Set([...(of.resultPosts ?? []), post])] }));
  await posts.publish({
    ...{ id: post, network: visit.network.id, drawing: 'surveys.results', subject: id },
    to: await placeOf(visit, survey),
  });
  await audit(visit, 'surveys.results', id, clock.now());
  return survey;
}

const hasFigures = async (work: Work, survey: Survey): Promise<boolean> => {
  const found = await resultsOf(work, survey.id);
  return found !== undefined && Object.keys(found.questions).length + Object.keys(found.rest).length > 0;
};

// ── Forms and pictures ─────────────────────────────────────────────────────────────────────────

/** A survey with all its parts as the draft of a new one. */
export async function copySurvey(visit: Visit, id: ActivityId): Promise<SurveyDraft> {
  await asCreator(visit);
  return draftOf(await partsOf(visit, await surveyNow(visit, id)));
}

/** Puts a form aside as it is. Nobody but who put it aside sees or changes it. */
export async function saveForm(visit: Visit, form: string, draft: SurveyDraft): Promise<Instant> {
  await asFormOwner(visit, form);
  const savedAt = visit.services.clock.now();
  await visit.services.store.upsert(visit.scope, savedForms, form, { draft, savedAt, savedBy: visit.actor.person });
  return savedAt;
}

async function asFormOwner(visit: Visit, form: string): Promise<void> {
  await asCreator(visit);
  const known = (await visit.services.store.get(visit.scope, savedForms, form))?.value;
  const own = identitiesOf(await registerOf(visit), objectIdOf(visit.actor.person));
  if (known && !own.includes(memberIdOf(known.savedBy))) throw new Refusal(text.badQuestionId);
}

export async function removeForm(visit: Visit, form: string): Promise<void> {
  await asFormOwner(visit, form);
  await visit.services.store.remove(visit.scope, savedForms, form);
}

/** The actor's own forms, the newest first. */
export async function formsOf(visit: Visit) {
  await asCreator(visit);
  const own = identitiesOf(await registerOf(visit), objectIdOf(visit.actor.person));
  const all = await listAll(visit.services.store, visit.scope, savedForms);
  return all
    .filter(({ value }) => own.includes(memberIdOf(value.savedBy)))
    .sort((a, b) => (a.value.savedAt < b.value.savedAt ? 1 : -1));
}

/** Keeps a small picture and gives its id: the same bytes are the same picture. What it is is told by its content. */
export async function addPicture(visit: Visit, bytes: string): Promise<string> {
  await asCreator(visit);
  const content = Buffer.from(bytes, 'base64');
  const contentType = typeOf(content);
  if (!contentType || content.length > LARGEST_PICTURE) throw new Refusal(text.badPicture);
  const id = `p${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
  const of = picture.parse({ contentType, bytes: content.toString('base64'), addedAt: visit.services.clock.now() });
  await visit.services.store.upsert(visit.scope, pictures, id, of);
  return id;
}

/** By the first bytes; a name says nothing. */
function typeOf(content: Buffer): 'image/jpeg' | 'image/png' | 'image/webp' | undefined {
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  const isRiff = content.subarray(0, 4).toString('latin1') === 'RIFF';
  return isRiff && content.subarray(8, 12).toString('latin1') === 'WEBP' ? 'image/webp' : undefined;
}

// ── Finding ────────────────────────────────────────────────────────────────────────────────────

/** Surveys that take answers now and have been asked, the one that closes first in front. */
export async function openSurveys(work: Work): Promise<readonly Survey[]> {
  const { now } = atNow(work);
  const found = (await allSurveys(work)).filter((one) => phaseOf(one, now) === 'open' && one.postsAt <= now);
  return found.sort((a, b) => (a.closesAt < b.closesAt ? -1 : 1));
}

/** Of those, which the actor may answer. */
export async function surveysToAnswer(visit: Visit): Promise<readonly Survey[]> {
  const open = await openSurveys(visit);
  const refusals = await Promise.all(open.map((one) => whyNot(visit, one)));
  return open.filter((_, index) => refusals[index] === undefined);
}

/** Titles of what a group is asked, for whoever wants to remove the group. */
export async function openForGroup(group: string, work: Work): Promise<readonly string[]> {
  const { now } = atNow(work);
  const open = (await allSurveys(work)).filter(
    (one) => one.group === group && ['open', 'scheduled'].includes(phaseOf(one, now)),
  );
  return open.map(({ title }) => title.fi ?? title.sv ?? title.en ?? '');
}
