/** What surveys store on a person: their answers and drafts, that they took part, and the surveys and forms they made. Erasing keeps every total. */
import type { Personal } from '../../core/feature.ts';
import type { PersonKey } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import { keptSince } from '../../core/retention.ts';
import { activityScope } from '../../core/scope.ts';
import { sealedId } from '../../core/seal.ts';
import type { Work } from '../../core/turn.ts';
import { type Answers, OTHER } from './answers.ts';
import { moveResponse, openAnswers, responseOf, textIds } from './ballots.ts';
import { feedbackFormOf } from './feedback-operations.ts';
import { answerInWords } from './labels.ts';
import { allSurveys, changeSurvey, forgetSurvey, keyOfSurvey } from './memory.ts';
import { wordsFor } from './questions.ts';
import type { Response } from './response.ts';
import { allQuestions, redraw } from './result-operations.ts';
import { contributionsOf } from './results.ts';
import { pictures, type Survey, savedForms } from './survey.ts';
import { surveyTexts } from './wish.ts';

type Of = (person: PersonKey | undefined) => boolean;
const belongingTo =
  (ids: readonly MemberId[]): Of =>
  (person) =>
    person !== undefined && isOneOf(ids, person);

interface Own {
  readonly id: MemberId;
  readonly response: Response;
}

/** The person's own answers as far as they can still be opened; of an anonymous survey only until it is closed. The latest comes last. */
async function ownResponses(work: Work, survey: Survey, ids: readonly MemberId[]): Promise<Own[]> {
  const found = await Promise.all(ids.map(async (id) => ({ id, response: await responseOf(work, survey, id) })));
  return found
    .flatMap(({ id, response }) => (response ? [{ id, response }] : []))
    .sort((a, b) => (a.response.sentAt < b.response.sentAt ? -1 : 1));
}

// ── Seeing ─────────────────────────────────────────────────────────────────────────────────────

async function collect(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>> {
  const isOwn = belongingTo(ids);
  const found = await Promise.all(
    (await allSurveys(work)).map(async (survey) => {
      const of = { survey: survey.id, title: titleOf(survey) };
      const own = await ownResponses(work, survey, ids);
      return {
        answers: own.flatMap(({ response }) => answersIn(work, survey, response).map((one) => ({ ...of, ...one }))),
        drafts: own.flatMap(({ response: { draft } }) => (draft ? [{ ...of, answers: draftIn(survey, draft) }] : [])),
        tookPart: survey.result?.participants.some(isOwn) ? [of] : [],
        created: isOwn(survey.createdBy) ? [{ ...of, createdAt: survey.createdAt }] : [],
        reminders: survey.reminded.flatMap(({ by, at }) => (isOwn(by) ? [{ ...of, at }] : [])),
      };
    }),
  );
  const all = <K extends keyof (typeof found)[number]>(key: K) => found.flatMap((one): unknown[] => one[key]);
  const forms = (await listAll(work.services.store, work.scope, savedForms)).filter(({ value }) =>
    isOwn(value.savedBy),
  );
  return {
    surveyAnswers: all('answers'),
    surveyDrafts: all('drafts'),
    surveysTakenPartIn: all('tookPart'),
    surveysCreated: all('created'),
    surveyReminders: all('reminders'),
    surveyForms: forms.map(({ value: { draft, savedAt } }) => ({ ...draft, savedAt })),
  };
}

const titleOf = ({ title }: Survey): string => wordsFor(title, 'fi');

/** What was sent each time, since earlier answers are kept as long as figures may hold them. */
const answersIn = (work: Work, survey: Survey, { versions }: Response) =>
  versions.map(({ at, answers, isAbsent }) => ({
    at,
    ...(isAbsent ? { wasAbsent: true } : {}),
    answers: allQuestions(survey).flatMap((question) => {
      const given = answers[question.id];
      if (!given) return [];
      return [{ question: wordsFor(question.label, 'fi'), answer: answerInWords(question, given, work.channelT) }];
    }),
  }));

const draftIn = ({ questions }: Survey, draft: NonNullable<Response['draft']>) =>
  Object.entries(draft).map(([input, typed]) => {
    const question = questions.find(({ id }) => id === input || `${id}${OTHER}` === input);
    return { question: question ? wordsFor(question.label, 'fi') : input, answer: typed };
  });

// ── Erasing ────────────────────────────────────────────────────────────────────────────────────

/** Surveys that hold nothing on the person are left as they are. Texts go first: what a crash leaves undone is told by the answers. */
async function erase(ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void> {
  const isOwn = belongingTo(ids);
  for (const survey of await allSurveys(work)) {
    const own = await ownResponses(work, survey, ids);
    const removed = await removeTexts(work, survey, own);
    if (own.length > 0)
      await moveResponse(
        work,
        survey,
        own.map(({ id }) => id),
        namelessOf(own, as),
      );
    const isNamed = withoutPerson(survey, ids, as) !== survey;
    if (isNamed) await changeSurvey(work, survey.id, (of) => withoutPerson(of, ids, as));
    if (own.length > 0 || isNamed) forgetSurvey(work, survey.id);
    if (removed > 0) await redraw(work, survey); // a quote may have stood there
  }
  const { store } = work.services;
  for (const { id, value } of await listAll(store, work.scope, savedForms))
    if (isOwn(value.savedBy)) await store.remove(work.scope, savedForms, id);
}

/** What they wrote is taken out of what is published, also where nobody could have told that it was theirs. Resolves to how many there were. */
async function removeTexts(work: Work, survey: Survey, own: readonly Own[]): Promise<number> {
  if (own.length === 0) return 0;
  const { store } = work.services;
  const scope = activityScope(work.scope, survey.id);
  const idOf = await textIds(work, survey);
  const key = survey.secrecy === 'anonymous' ? await keyOfSurvey(work, survey.id) : undefined;
  let removed = 0;
  for (const { id, response } of own) {
    const document = key ? sealedId(key, id) : id;
    const written = response.versions.flatMap(({ answers }) => contributionsOf(allQuestions(survey), answers));
    for (const { question, text: words } of written) {
      if (words === undefined) continue;
      const published = idOf(document, question, words);
      if (!(await store.get(scope, surveyTexts, published))) continue;
      await store.remove(scope, surveyTexts, published);
      removed += 1;
    }
  }
  return removed;
}

/** The latest answer without name, words and drafts; undefined when nothing was ever sent. */
function namelessOf(own: readonly Own[], as: PersonKey): Response | undefined {
  const latest = own.filter(({ response }) => response.versions.length > 0).at(-1)?.response;
  if (!latest) return undefined;
  const { draft: _theirs, ...rest } = latest;
  return {
    ...rest,
    ...{ who: as, deliveries: [] },
    versions: rest.versions.map((one) => ({ ...one, answers: withoutWords(one.answers) })),
  };
}

/** That something was written still counts; what it was is gone. */
const withoutWords = (of: Answers): Answers =>
  Object.fromEntries(
    Object.entries(of).map(([question, given]) => [
      question,
      given.text === undefined ? given : { ...given, text: '' },
    ]),
  );

function withoutPerson(of: Survey, ids: readonly MemberId[], as: PersonKey): Survey {
  const isOwn = belongingTo(ids);
  const other = (person: PersonKey): PersonKey => (isOwn(person) ? as : person);
  const isNamed =
    isOwn(of.createdBy) || of.reminded.some(({ by }) => isOwn(by)) || (of.result?.participants.some(isOwn) ?? false);
  if (!isNamed) return of;
  return {
    ...of,
    createdBy: other(of.createdBy),
    reminded: of.reminded.map((one) => (one.by ? { ...one, by: other(one.by) } : one)),
    ...(of.result
      ? { result: { ...of.result, participants: [...new Set(of.result.participants.map(other))].sort() } }
      : {}),
  };
}

// ── Expiring ───────────────────────────────────────────────────────────────────────────────────

/** Some time after closing nobody is linked with a survey any more; figures and published texts stay. Forms and pictures that nothing came of go. */
async function expire(work: Work): Promise<void> {
  const { store, clock } = work.services;
  const now = clock.now();
  const all = await allSurveys(work);
  for (const survey of all) {
    if (survey.state === 'running' || survey.closesAt >= keptSince('surveyAnswers', now)) continue;
    if ((survey.result?.participants.length ?? 0) > 0)
      await changeSurvey(work, survey.id, (of) =>
        of.result ? { ...of, result: { ...of.result, participants: [] } } : of,
      );
    const scope = activityScope(work.scope, survey.id);
    for (const { id } of await listAll(store, scope, openAnswers)) await store.remove(scope, openAnswers, id);
    forgetSurvey(work, survey.id);
  }
  for (const { id, value } of await listAll(store, work.scope, savedForms))
    if (value.savedAt < keptSince('surveyForms', now)) await store.remove(work.scope, savedForms, id);
  await expirePictures(work, all);
}

/** A picture that stands in no survey, no form that was put aside, and not in the network's own feedback questions. */
async function expirePictures(work: Work, all: readonly Survey[]): Promise<void> {
  const { store, clock } = work.services;
  const forms = await listAll(store, work.scope, savedForms);
  const drafted = forms.flatMap(({ value: { draft } }) => draft.parts.flatMap(({ questions }) => questions));
  const own = (await feedbackFormOf(work))?.own ?? [];
  const used = new Set(
    [...all.flatMap(({ questions }) => questions), ...drafted, ...own].flatMap(({ options }) =>
      options.flatMap(({ picture }) => picture ?? []),
    ),
  );
  for (const { id, value } of await listAll(store, work.scope, pictures))
    if (!used.has(id) && value.addedAt < keptSince('unusedPictures', clock.now()))
      await store.remove(work.scope, pictures, id);
}

export const surveyPersonal: Personal = { collect, erase, expire };
