/** What the tab asks of surveys and feedback: each request is loaded, decided and answered here. */
import { asCoordinator, asCreator } from '../../core/access.ts';
import { dateIn } from '../../core/clock.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import { type ActivityId, objectIdOf } from '../../core/ids.ts';
import { isCoordinator, mayCreate } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { nameFor } from '../../core/organisation.ts';
import { pageOf } from '../../core/paging.ts';
import { Refusal } from '../../core/refusal.ts';
import { addresseeOf, organisationOf, registerOf } from '../../core/register.ts';
import { activityScope } from '../../core/scope.ts';
import type { Locale } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { type Event, events } from '../events/event.ts';
import { typedOf } from './answers.ts';
import { askedOf, eventsById, whyNot } from './asked-operations.ts';
import { countsOf, openAnswers } from './ballots.ts';
import { reminderText, surveyCard } from './cards.ts';
import * as contract from './contract.ts';
import { type ABSENT, absentQuestion, type FeedbackForm, type FIXED, wordsOf } from './feedback-form.ts';
import { changeFeedbackForm, feedbackFormOf } from './feedback-operations.ts';
import type { Figures, QuestionFigures, Shown } from './figures.ts';
import { answerInWords, barLabel, cellName, openWords } from './labels.ts';
import { allSurveys, keyOfSurvey, surveyNow } from './memory.ts';
import {
  addPicture,
  answerSurvey,
  closeSurvey,
  copySurvey,
  correctSurvey,
  createSurvey,
  draftSurveys,
  enterAnswers,
  extendSurvey,
  formsOf,
  hasAnswered,
  ownAnswers,
  partsOf,
  postResults,
  removeForm,
  renewLink,
  repostSurvey,
  saveForm,
  saveTyped,
  undoSurvey,
  withdrawAnswers,
} from './operations.ts';
import { parseQuestions, type Question, tidy, wordsFor } from './questions.ts';
import { remindSurvey, whomToRemind } from './reminder-operations.ts';
import { latestOf, standingOf } from './response.ts';
import { allQuestions, editText, isWishText } from './result-operations.ts';
import { text as resultText } from './result-text.ts';
import { channelFrame, gradeShown, marksShown, shownBefore, shownTo } from './shown.ts';
import { drafted, fitsCard, type Phase, phaseOf, pictures, requireOpen, type Survey } from './survey.ts';
import { text } from './text.ts';
import { type TextMark, textMarks, withWords } from './text-memory.ts';
import type { PublishedText } from './wish.ts';

/** Surveys, texts and wishes in one answer of a list. */
const LIST_PAGE = 30;
const TEXT_PAGE = 50;
/** Texts of each question that come with the results. */
const FIRST_TEXTS = 5;

const request = (requestId: string, visit: Visit) => ({
  ...{ id: requestId, at: visit.services.clock.now(), isInOrder: true },
});

export const surveyRoutes: readonly Route[] = [
  route(contract.listSurveys, 'member', async ({ params }, visit) => {
    const all = (await allSurveys(visit)).filter(({ type }) => params.type === undefined || type === params.type);
    const { rows, ...more } = pageOf(inListOrder(all, visit), params.after, LIST_PAGE);
    return {
      surveys: await Promise.all(rows.map((one) => summaryFor(visit, one))),
      mayCreate: mayCreate(await networkNow(visit), visit.actor.person),
      ...more,
    };
  }),
  route(contract.getSurvey, 'member', async ({ params }, visit) => current(visit, params.survey)),
  // ── Answering ──
  route(contract.saveAnswers, 'member', async ({ params, body: { typed, requestId } }, visit) => ({
    savedAt: await saveTyped(visit, params.survey, typed, request(requestId, visit)),
  })),
  route(contract.sendAnswers, 'member', async ({ params, body: { typed, isAbsent, requestId } }, visit) => {
    await answerSurvey(visit, params.survey, { typed, isAbsent, delivery: request(requestId, visit) });
    return current(visit, params.survey);
  }),
  route(contract.withdrawAnswers, 'member', async ({ params, body }, visit) => {
    await withdrawAnswers(visit, params.survey, request(body.requestId, visit));
    return current(visit, params.survey);
  }),
  // ── Making ──
  route(contract.previewSurvey, 'member', async ({ body }, visit) => {
    await asCreator(visit);
    try {
      const parts = await draftSurveys(visit, body);
      const [first, last] = [parts[0], parts.at(-1)];
      if (!first || !last) throw new Refusal(text.noQuestions);
      return {
        card: surveyCard(first, await shownBefore(visit, first), channelFrame(visit, first)),
        problems: [],
        closesAt: last.closesAt,
        ...(last.remindsAt ? { remindsAt: last.remindsAt } : {}),
        asked: (await askedOf(visit, first)).length,
        ...(parts.length > 1
          ? {
              parts: parts.map((one) => ({
                ...{ title: titleOf(visit, one), questions: one.questions.length, opensAt: one.opensAt },
              })),
            }
          : {}),
      };
    } catch (error) {
      if (!(error instanceof Refusal) || error.problems.length === 0) throw error;
      return { problems: error.problems.map(({ field, row, params }) => ({ field, message: visit.t(row, params) })) };
    }
  }),
  route(contract.readQuestionLines, 'member', async ({ body }, visit) => {
    await asCreator(visit);
    return { parts: parseQuestions(body.lines, mainLocale(visit)) };
  }),
  route(contract.createSurvey, 'member', async ({ body }, visit) =>
    viewFor(visit, await createSurvey(visit, body.draft, body.requestId)),
  ),
  route(contract.copySurvey, 'member', async ({ params }, visit) => ({
    draft: await copySurvey(visit, params.survey),
  })),
  route(contract.listForms, 'member', async (_, visit) => ({
    forms: (await formsOf(visit)).map(({ id, value: { draft, savedAt } }) => ({
      ...{ id, title: wordsFor(tidy(draft.title), visit.actor.locale), savedAt, draft },
    })),
  })),
  route(contract.saveForm, 'member', async ({ params, body }, visit) => ({
    savedAt: await saveForm(visit, params.form, body.draft),
  })),
  route(contract.removeForm, 'member', async ({ params }, visit) => {
    await removeForm(visit, params.form);
    return {};
  }),
  route(contract.addPicture, 'member', async ({ body }, visit) => ({ picture: await addPicture(visit, body.bytes) })),
  // ── For coordinators ──
  route(contract.correctSurvey, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await correctSurvey(visit, params.survey, body)),
  ),
  route(contract.closeSurvey, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await closeSurvey(visit, params.survey)),
  ),
  route(contract.extendSurvey, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await extendSurvey(visit, params.survey, body)),
  ),
  route(contract.undoSurvey, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await undoSurvey(visit, params.survey)),
  ),
  route(contract.enterAnswers, 'coordinator', async ({ params, body: { source, typed, requestId: form } }, visit) =>
    viewFor(visit, await enterAnswers(visit, params.survey, { source, typed, form })),
  ),
  route(contract.previewSurveyReminder, 'coordinator', async ({ params }, visit) => {
    const survey = await surveyNow(visit, params.survey);
    const whom = await whomToRemind(visit, survey);
    const { answered: answers } = await countsOf(visit, survey);
    return { ...whom, channelText: reminderText(survey, { answers }, channelFrame(visit, survey)) };
  }),
  route(contract.remindSurvey, 'coordinator', async ({ params, body: { direct, channel, requestId: form } }, visit) =>
    viewFor(visit, await remindSurvey(visit, params.survey, { direct, channel, form })),
  ),
  route(contract.repostSurvey, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await repostSurvey(visit, params.survey)),
  ),
  route(contract.renewLink, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await renewLink(visit, params.survey, body.isPublic)),
  ),
  route(contract.postResults, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await postResults(visit, params.survey, body.requestId)),
  ),
  route(contract.exportSurvey, 'coordinator', async ({ params, body }, visit) => {
    const { id } = await surveyNow(visit, params.survey);
    return { url: await linkToFile(visit, `surveys.${body.format}`, id) };
  }),
  route(contract.listResponses, 'coordinator', async ({ params }, visit) => {
    await asCoordinator(visit);
    const survey = await surveyNow(visit, params.survey);
    if (survey.secrecy !== 'named') throw new Refusal(resultText.anonymousAnswers);
    const { after } = params;
    const scope = activityScope(visit.scope, survey.id);
    const { items, next } = await visit.services.store.list(scope, openAnswers, {
      ...{ page: TEXT_PAGE, ...(after === undefined ? {} : { after }) },
    });
    const register = await registerOf(visit);
    const questions = allQuestions(survey);
    return {
      responses: items.flatMap(({ value: { who, source, versions, draft } }) => {
        const last = latestOf({ versions, ...(draft ? { draft } : {}) });
        const organisation = organisationOf(register, objectIdOf(who));
        if (!last) return [];
        return {
          ...{ source, sentAt: last.at, name: addresseeOf(register, objectIdOf(who))?.name ?? '' },
          organisation: organisation ? nameFor(organisation.names, visit.actor.locale) : '',
          answers: questions.flatMap((one) => {
            const given = last.answers[one.id];
            if (!given) return [];
            return { question: wordsFor(one.label, visit.actor.locale), answer: answerInWords(one, given, visit.t) };
          }),
        };
      }),
      ...(next === undefined ? {} : { next }),
    };
  }),
  // ── Texts, wishes, feedback over the years ──
  route(contract.listTexts, 'member', async ({ params }, visit) => {
    const survey = await surveyNow(visit, params.survey);
    const marks = (await marksShown(visit, survey, params.question, readerOf(visit))).filter(
      ({ tags }) => params.tag === undefined || tags.includes(params.tag),
    );
    const { rows, ...more } = pageOf(marks, params.after, TEXT_PAGE);
    const texts = await withWords(visit, survey.id, rows);
    return { texts: texts.map((one) => textView(survey, one)), ...more };
  }),
  route(contract.changeText, 'coordinator', async ({ params, body }, visit) => {
    const edited = await editText(visit, params.survey, params.text, body);
    return textView(await surveyNow(visit, params.survey), edited);
  }),
  route(contract.listWishes, 'member', async ({ params }, visit) => {
    const wishes = (await wishesFor(visit)).filter(
      ({ status }) => params.status === undefined || status === params.status,
    );
    const { rows, ...more } = pageOf(wishes, params.after, TEXT_PAGE);
    return { wishes: await withWishes(visit, rows), ...more };
  }),
  route(contract.feedbackYears, 'member', (_, visit) => yearsFor(visit)),
  route(contract.getFeedbackForm, 'coordinator', async (_, visit) => formView(await feedbackFormOf(visit))),
  route(contract.putFeedbackForm, 'coordinator', async ({ body }, visit) =>
    formView(await changeFeedbackForm(visit, body)),
  ),
];

const current = async (visit: Visit, id: ActivityId): Promise<contract.SurveyView> =>
  viewFor(visit, await surveyNow(visit, id));

const readerOf = (visit: Visit) => ({ coordinates: isCoordinator(visit.network, visit.actor.person) });

// ── Lists ──────────────────────────────────────────────────────────────────────────────────────

const ORDER: Readonly<Record<Phase, number>> = { open: 0, counting: 1, scheduled: 2, closed: 3, undone: 4 };

/** The language in which the network's questions are written first. */
const mainLocale = ({ channelT, actor }: Visit): Locale => channelT.locales[0] ?? actor.locale;

/** Open ones first, then those that open later, then closed ones; what closes or opens next, or closed last, in front. Taken back ones are left out. */
function inListOrder(all: readonly Survey[], { services }: Visit): readonly Survey[] {
  const now = services.clock.now();
  const place = (of: Survey): number => ORDER[phaseOf(of, now)];
  const byTime = (a: Survey, b: Survey): number => {
    if (place(a) >= ORDER.closed) return a.closesAt < b.closesAt ? 1 : -1;
    if (place(a) === ORDER.scheduled) return a.opensAt < b.opensAt ? -1 : 1;
    return a.closesAt < b.closesAt ? -1 : 1;
  };
  return all.filter(({ state }) => state !== 'undone').sort((a, b) => place(a) - place(b) || byTime(a, b));
}

const titleOf = ({ actor }: Visit, { title }: Survey): string => wordsFor(title, actor.locale);

const averageOf = (of: Figures['average']): contract.AverageView | undefined => of && { value: of.sum / of.n, n: of.n };

async function summaryFor(visit: Visit, survey: Survey): Promise<contract.SurveySummary> {
  const [counts, asked, refusal, own, event, register, sum] = await Promise.all([
    countsOf(visit, survey),
    survey.result ? survey.result.asked : askedOf(visit, survey).then(({ length }) => length),
    whyNot(visit, survey),
    ownStanding(visit, survey),
    eventOf(visit, survey),
    registerOf(visit),
    gradeShown(visit, survey, readerOf(visit)),
  ]);
  const group = register.groups.get(survey.group ?? '');
  const grade = averageOf(sum);
  return {
    ...{ id: survey.id, type: survey.type, opensAt: survey.opensAt, closesAt: survey.closesAt },
    title: survey.type === 'feedback' && event ? event.title : titleOf(visit, survey),
    phase: phaseOf(survey, visit.services.clock.now()),
    ...(event ? { event: { id: event.id, title: event.title, startsAt: event.startsAt } } : {}),
    ...(survey.series ? { series: survey.series } : {}),
    ...(group ? { group: nameFor(group.names, visit.actor.locale) } : {}),
    ...{ questions: survey.questions.length, answers: counts.answered, own },
    asked: Math.max(asked, survey.result?.participants.length ?? 0),
    isForOthers: refusal !== undefined,
    ...(grade ? { grade } : {}),
  };
}

async function ownStanding(visit: Visit, survey: Survey): Promise<contract.SurveySummary['own']> {
  const own = await ownAnswers(visit, survey);
  if (!own) return (await hasAnswered(visit, survey)) ? 'answered' : 'none'; // of a closed anonymous one it is known who, and not what
  const standing = standingOf(own);
  return standing === 'withdrawn' ? 'none' : standing;
}

const eventOf = async (visit: Visit, { event }: Survey): Promise<Event | undefined> =>
  event === undefined ? undefined : (await visit.services.store.get(visit.scope, events, event))?.value;

// ── One survey ─────────────────────────────────────────────────────────────────────────────────

/** The survey as this reader may see it: the only way in which it leaves for the tab. */
async function viewFor(visit: Visit, survey: Survey): Promise<contract.SurveyView> {
  const { locale } = visit.actor;
  const [summary, shown, own, form, refusal, progress] = await Promise.all([
    summaryFor(visit, survey),
    shownTo(visit, survey, readerOf(visit)),
    ownAnswers(visit, survey),
    survey.type === 'feedback' ? feedbackFormOf(visit) : undefined,
    cannotAnswer(visit, survey),
    progressFor(visit, survey),
  ]);
  const last = own && latestOf(own);
  return {
    ...summary,
    ...{ answers: shown.answers, asked: shown.asked },
    ...(survey.description ? { description: wordsFor(survey.description, locale) } : {}),
    ...(survey.purpose ? { purpose: wordsFor(survey.purpose, locale) } : {}),
    ...{ secrecy: survey.secrecy, step: survey.step, breakdown: survey.breakdown, showResults: survey.showResults },
    questionList: await Promise.all(survey.questions.map((one) => questionView(visit, one))),
    ...(survey.type === 'feedback' ? { absentQuestion: await questionView(visit, absentQuestion(form)) } : {}),
    isShort: fitsCard(survey),
    ...(refusal ? { cannotAnswer: visit.t(refusal.row, refusal.params) } : {}),
    ...(own
      ? {
          ownAnswers: {
            sent: last ? typedOf(allQuestions(survey), last.answers) : {},
            ...(last ? { sentAt: last.at } : {}),
            isAbsent: last?.isAbsent === true,
            ...(own.draft ? { draft: own.draft } : {}),
          },
        }
      : {}),
    ...{ absent: shown.absent, entered: shown.entered, open: shown.open },
    ...{ resultState: shown.state, missing: shown.missing },
    ...(shown.at && shown.state === 'shown'
      ? { results: { at: shown.at, questions: shown.questions.map((one) => resultView(visit, survey, one)) } }
      : {}),
    ...(progress ? { progress } : {}),
    ...(await deskFor(visit, survey, shown)),
  };
}

/** Why the reader can't answer now: because of who they are, of the time, or because answers can't be sealed. */
async function cannotAnswer(visit: Visit, survey: Survey): Promise<Refusal | undefined> {
  const refusal = await whyNot(visit, survey);
  if (refusal) return refusal;
  try {
    requireOpen(survey, visit.services.clock.now());
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  const isLost = survey.secrecy === 'anonymous' && !(await keyOfSurvey(visit, survey.id));
  return isLost ? new Refusal(text.lostKey) : undefined;
}

async function questionView(visit: Visit, of: Question): Promise<contract.QuestionView> {
  const { locale } = visit.actor;
  const { scale, number } = of;
  return {
    ...{ id: of.id, type: of.type, label: wordsFor(of.label, locale), isRequired: of.isRequired },
    ...(of.hint ? { hint: wordsFor(of.hint, locale) } : {}),
    ...(of.section ? { section: wordsFor(of.section, locale) } : {}),
    options: await Promise.all(
      of.options.map(async ({ id, label, picture }) => {
        const address = picture === undefined ? undefined : await dataAddress(visit, picture);
        return { id, label: wordsFor(label, locale), ...(address === undefined ? {} : { picture: address }) };
      }),
    ),
    allowsOther: of.allowsOther,
    ...(scale
      ? {
          scale: {
            ...{ from: scale.from, to: scale.to },
            ...(scale.low ? { low: wordsFor(scale.low, locale) } : {}),
            ...(scale.high ? { high: wordsFor(scale.high, locale) } : {}),
          },
        }
      : {}),
    ...(number
      ? {
          number: {
            ...(number.least === undefined ? {} : { least: number.least }),
            ...(number.most === undefined ? {} : { most: number.most }),
            ...(number.unit ? { unit: wordsFor(number.unit, locale) } : {}),
          },
        }
      : {}),
    ...(of.showIf ? { showIf: of.showIf } : {}),
  };
}

async function dataAddress(visit: Visit, id: string): Promise<string | undefined> {
  const found = await visit.services.store.get(visit.scope, pictures, id);
  return found && `data:${found.value.contentType};base64,${found.value.bytes}`;
}

async function progressFor(visit: Visit, survey: Survey): Promise<contract.SurveyView['progress']> {
  if (!survey.series) return undefined;
  const now = visit.services.clock.now();
  const parts = await Promise.all(
    (await partsOf(visit, survey)).map(async (one) => ({
      ...{ id: one.id, title: titleOf(visit, one), number: one.series?.number ?? 1 },
      ...{ phase: phaseOf(one, now), opensAt: one.opensAt, isAnswered: await hasAnswered(visit, one) },
    })),
  );
  return { answered: parts.filter(({ isAnswered }) => isAnswered).length, parts };
}

// ── Results ────────────────────────────────────────────────────────────────────────────────────

function resultView(visit: Visit, survey: Survey, of: QuestionFigures): contract.QuestionResult {
  const { question, texts, moreTexts, tags, left, breakdown } = of;
  const { locale } = visit.actor;
  const views = texts.map((one) => textView(survey, one));
  return {
    ...{ id: question.id, type: question.type, label: wordsFor(question.label, locale), left },
    ...(question.section ? { section: wordsFor(question.section, locale) } : {}),
    ...figuresView(visit, question, of),
    ...(question.type === 'text' || question.allowsOther
      ? {
          texts: {
            ...{ count: views.length + moreTexts, first: views.slice(0, FIRST_TEXTS), tags: [...tags] },
            quotes: views.filter(({ isQuote, isHidden }) => isQuote && !isHidden),
          },
        }
      : {}),
    ...(breakdown.length > 0
      ? {
          breakdown: breakdown.map(({ cell, ...figures }) => ({
            ...{ name: cellName(cell, visit.t), ...figuresView(visit, question, figures) },
          })),
        }
      : {}),
  };
}

function figuresView({ t }: Visit, of: Question, { n, average, bars }: Figures) {
  const mean = averageOf(average);
  return {
    n,
    ...(mean ? { average: mean } : {}),
    bars: bars.map(({ key, n: times }) => ({ key, label: barLabel(of, key, t), n: times })),
  };
}

const textView = (survey: Survey, of: PublishedText): contract.TextView => ({
  ...{ id: of.id, text: of.text, tags: [...of.tags], isQuote: of.isQuote, isHidden: of.isHidden },
  ...(isWishText(survey, of) ? { wish: of.wish ?? { status: 'new' as const } } : {}),
});

// ── For coordinators ───────────────────────────────────────────────────────────────────────────

async function deskFor(visit: Visit, survey: Survey, shown: Shown): Promise<Pick<contract.SurveyView, 'desk'>> {
  if (!readerOf(visit).coordinates) return {};
  const { services, network } = visit;
  const now = services.clock.now();
  const [counts, post] = await Promise.all([countsOf(visit, survey), services.posts.status(network.id, survey.post)]);
  const phase = phaseOf(survey, now);
  const [isRunning, isOpen] = [survey.state === 'running', phase === 'open'];
  const hasAnswers = counts.answered + counts.absent + counts.drafted > 0;
  return {
    desk: {
      can: {
        correct: isRunning,
        close: isOpen,
        extend: isOpen || phase === 'scheduled',
        undo: isRunning && survey.type === 'survey' && !hasAnswers, // feedback is switched off with its event
        remind: isOpen && survey.postsAt <= now,
        enter: isOpen,
        postResults: shown.state === 'shown' && survey.showResults === 'all' && survey.state !== 'undone',
      },
      post: {
        state: post?.state ?? (isRunning && now < survey.postsAt ? 'waiting' : 'removed'),
        ...(post?.reason === undefined ? {} : { reason: post.reason }),
      },
      postsAt: survey.postsAt,
      ...(survey.remindsAt ? { remindsAt: survey.remindsAt } : {}),
      reminders: survey.reminded.map(({ at, state, direct, mail, channel, by }) => ({
        ...{ at, state, direct, mail, channel, isByHand: by !== undefined },
      })),
      letters: [survey.id],
      ...(isRunning && survey.isPublic
        ? { publicLink: await services.linkToOpenPage(network.id, 'feedback', survey.id, survey.publicRound) }
        : {}),
    },
  };
}

// ── Wishes and years ───────────────────────────────────────────────────────────────────────────

/** The newest first. Members see what the coordinator has answered, of surveys whose results are for all; hidden ones nobody but coordinators. */
async function wishesFor(visit: Visit): Promise<(Omit<contract.WishView, 'words'> & { readonly mark: TextMark })[]> {
  const { coordinates } = readerOf(visit);
  const all = [...(await eventsById(visit)).values()];
  const told = new Set(
    all.filter(({ state }) => state === 'published').flatMap(({ youSaid }) => youSaid.map(({ id }) => id)),
  );
  const asking = (await allSurveys(visit)).filter(
    ({ state, showResults }) => state !== 'undone' && (coordinates || showResults === 'all'),
  );
  const found = await Promise.all(
    asking.map(async (survey) => {
      const texts = (await textMarks(visit, survey.id)).filter(
        (one) => isWishText(survey, one) && !one.isHidden && (coordinates || (one.wish?.status ?? 'new') !== 'new'),
      );
      const event = all.find(({ id }) => id === survey.event);
      return texts.map((one) => {
        const id = `${survey.id}~${one.id}`;
        return {
          ...{ id, survey: survey.id, text: one.id, tags: [...one.tags], mark: one },
          title: event?.title ?? titleOf(visit, survey),
          askedAt: event && survey.type === 'feedback' ? event.startsAt : survey.opensAt,
          status: one.wish?.status ?? ('new' as const),
          ...(one.wish?.reply === undefined ? {} : { reply: one.wish.reply }),
          isTold: told.has(id),
        };
      });
    }),
  );
  return found
    .flat()
    .sort((a, b) => (a.askedAt === b.askedAt ? (a.id < b.id ? -1 : 1) : a.askedAt < b.askedAt ? 1 : -1));
}

/** Only of those that are shown: there may be thousands. */
async function withWishes(
  visit: Visit,
  rows: readonly Awaited<ReturnType<typeof wishesFor>>[number][],
): Promise<contract.WishView[]> {
  const found = await Promise.all(
    rows.map(async ({ mark, ...row }) => {
      const [one] = await withWords(visit, row.survey, [mark]);
      return one ? [{ ...row, words: one.text }] : [];
    }),
  );
  return found.flat();
}

async function yearsFor(visit: Visit) {
  const { zone } = visit.network;
  const now = visit.services.clock.now();
  const all = await eventsById(visit);
  const given = (await allSurveys(visit)).filter(
    ({ type, state, opensAt }) => type === 'feedback' && state !== 'undone' && opensAt <= now,
  );
  const rows = await Promise.all(
    given.map(async (survey) => {
      const event = survey.event && all.get(survey.event);
      if (!event) return [];
      const [{ answered }, sum] = await Promise.all([
        countsOf(visit, survey),
        gradeShown(visit, survey, readerOf(visit)),
      ]);
      return [{ survey, event, answers: answered, sum }];
    }),
  );
  const newestFirst = rows.flat().sort((a, b) => (a.event.startsAt < b.event.startsAt ? 1 : -1));
  const years = new Map<number, { events: number; answers: number; sum: number; n: number }>();
  for (const { event, answers, sum } of newestFirst) {
    const year = Number(dateIn(event.startsAt, zone).slice(0, 4));
    const of = years.get(year) ?? { events: 0, answers: 0, sum: 0, n: 0 };
    years.set(year, {
      ...{ events: of.events + 1, answers: of.answers + answers },
      ...{ sum: of.sum + (sum?.sum ?? 0), n: of.n + (sum?.n ?? 0) },
    });
  }
  return {
    events: newestFirst.map(({ survey, event, answers, sum }) => {
      const grade = averageOf(sum);
      return {
        ...{ survey: survey.id, event: event.id, title: event.title, startsAt: event.startsAt, answers },
        ...{ isOpen: phaseOf(survey, now) === 'open', ...(grade ? { grade } : {}) },
      };
    }),
    years: [...years].map(([year, { events: held, answers, sum, n }]) => ({
      ...{ year, events: held, answers },
      ...(n > 0 ? { grade: { value: sum / n, n } } : {}),
    })),
  };
}

// ── The network's feedback form ────────────────────────────────────────────────────────────────

function formView(form: FeedbackForm | undefined): contract.FeedbackFormView {
  const words = (of: (field: (typeof FIXED)[number] | typeof ABSENT) => Parameters<typeof openWords>[0]) => ({
    ...{ grade: openWords(of('grade')), best: openWords(of('best')) },
    ...{ improve: openWords(of('improve')), absent: openWords(of('absent')) },
  });
  return {
    ...words((field) => form?.[field]),
    own: (form?.own ?? []).map(drafted),
    usual: words((field) => wordsOf(`${field}Question`)),
  };
}
