/** Surveys and feedback on events: what the bot does with their cards and words, what runs by the clock, and how their posts are drawn. */
import type { z } from 'zod';
import { plain } from '../../cards/kit.ts';
import { asCoordinator, asCreator, coordinates } from '../../core/access.ts';
import type { Action } from '../../core/action.ts';
import { when } from '../../core/clock.ts';
import { type Command, type Drawing, type Feature, type Handler, type JobHandler, on } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { type Member, mayCreate, memberIdOf } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { nameFor, nameIn } from '../../core/organisation.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { mainOf, registerOf } from '../../core/register.ts';
import { translator } from '../../core/text.ts';
import { nothing, type Outcome, say, showCard, type Turn, type Visit, type Work } from '../../core/turn.ts';
import { typedOf } from './answers.ts';
import { surveyRoutes } from './api.ts';
import { eventsAhead, whyNot } from './asked-operations.ts';
import { countsOf, openAnswers, sealedAnswers } from './ballots.ts';
import { cardText } from './card-text.ts';
import * as cards from './cards.ts';
import * as deskCards from './desk-cards.ts';
import { surveyDownloads } from './export.ts';
import { facts } from './fact-operations.ts';
import { ABSENT, absentQuestion, feedbackForms } from './feedback-form.ts';
import { feedbackFormOf, followEvent } from './feedback-operations.ts';
import { handover } from './hook-operations.ts';
import { surveyLetters } from './letters.ts';
import { allSurveys, findSurvey, recentSurvey, surveyNow } from './memory.ts';
import { news } from './news-operations.ts';
import {
  answerSurvey,
  closeSurvey,
  createSurvey,
  draftSurveys,
  hasAnswered,
  openForGroup,
  openSurvey,
  openSurveys,
  ownAnswers,
  postResults,
  repostSurvey,
  surveysToAnswer,
  undoSurvey,
  withdrawAnswers,
} from './operations.ts';
import { surveyOpenPages, surveyPages, waitingSurveys } from './pages.ts';
import { surveyPersonal } from './personal.ts';
import { remind, remindSurvey, whomToRemind } from './reminder-operations.ts';
import { type Outcome as Kept, latestOf, type Response } from './response.ts';
import { countSurvey, participation, publishStep } from './result-operations.ts';
import { channelFrame, ownFrame, shownBefore, shownTo } from './shown.ts';
import {
  phaseOf,
  pictures,
  results,
  type Survey,
  type SurveyDraft,
  savedForms,
  shorten,
  surveys as surveyKind,
} from './survey.ts';
import { text } from './text.ts';
import { draftFrom, quickSurvey, type TypedSurvey, typedSurvey } from './typed-survey.ts';
import { surveyTexts } from './wish.ts';

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

const EVERYONE = { coordinates: false } as const;
type Said = Pick<cards.OwnFrame, 'refusal' | 'problems' | 'typed' | 'outcome' | 'as' | 'told' | 'aside'>;

/** The reader's own card, after something was done with it, refused, or just asked for. `kept`: their answers as they were just stored. */
async function ownCard(visit: Visit, survey: Survey, said: Said, kept?: Response) {
  const { services, network, actor } = visit;
  const [shown, own, hindrance, absent, browser] = await Promise.all([
    shownTo(visit, survey, EVERYONE),
    kept ?? ownAnswers(visit, survey),
    whyNot(visit, survey),
    absentOf(visit, survey),
    services.linkForPerson(network.id, memberIdOf(actor.person), `surveys/${survey.id}`),
  ]);
  return cards.ownSurveyCard(survey, shown, ownOf(survey, own), {
    ...ownFrame(visit, survey),
    ...{ browser, ...said },
    ...(absent ? { absentQuestion: absent } : {}),
    ...(hindrance ? { hindrance: visit.t(hindrance.row, hindrance.params) } : {}),
  });
}

const absentOf = async (work: Work, { type }: Survey) =>
  type === 'feedback' ? absentQuestion(await feedbackFormOf(work)) : undefined;

function ownOf({ questions }: Survey, own: Response | undefined): cards.OwnAnswer {
  const last = own && latestOf(own);
  const { draft } = own ?? {};
  return {
    hasDraft: draft !== undefined,
    typed: draft ?? (last ? typedOf([...questions, absentQuestion(undefined)], last.answers) : {}),
    ...(last ? { sent: { at: last.at, answers: last.answers, isAbsent: last.isAbsent === true } } : {}),
  };
}

/** After a tap: other features may ask something beside the receipt. */
async function receipt(turn: Turn, survey: Survey, kept: { response: Response; outcome: Kept }): Promise<Outcome> {
  const said = { outcome: kept.outcome, aside: await turn.services.aside(turn) };
  return showCard(await ownCard(turn, survey, said, kept.response));
}

/** Refused taps keep the survey and everything that was typed, with what is wrong at each question; one that is not of this network gets the plain refusal. */
const refusedOwn =
  (as?: 'absent') =>
  async (raw: unknown, refusal: Refusal, turn: Turn): Promise<Outcome | undefined> => {
    const fitting = cards.answerSurvey.schema.safeParse(raw);
    if (!fitting.success || refusal.row === text.unknownSurvey) return undefined;
    const survey = await recentSurvey(turn, fitting.data.survey);
    const said = {
      refusal: turn.t(refusal.row, refusal.params),
      problems: refusal.problems.map(({ field, row, params }) => ({ field, message: turn.t(row, params) })),
      ...(as ? { as } : {}),
    };
    const typed = cards.typedIn(fitting.data, [...survey.questions, absentQuestion(undefined)]);
    return showCard(await ownCard(turn, survey, Object.keys(typed).length > 0 ? { ...said, typed } : said));
  };

const answering: readonly Handler[] = [
  on(
    cards.answerSurvey,
    async (data, turn) => {
      const { questions } = await recentSurvey(turn, data.survey);
      const typed = cards.typedIn(data, questions);
      const { survey, kept } = await answerSurvey(turn, data.survey, { typed, delivery: turn.delivery });
      return receipt(turn, survey, kept);
    },
    refusedOwn(),
  ),
  on(
    cards.answerAbsent,
    async (data, turn) => {
      const { type } = await recentSurvey(turn, data.survey);
      if (type !== 'feedback') throw new Refusal(text.unknownSurvey);
      const typed = cards.typedIn(data, [{ ...absentQuestion(undefined), id: ABSENT }]);
      const sent = { typed, isAbsent: true, delivery: turn.delivery };
      const { survey, kept } = await answerSurvey(turn, data.survey, sent);
      return receipt(turn, survey, kept);
    },
    refusedOwn('absent'),
  ),
  on(
    cards.withdrawAnswer,
    async ({ survey: id }, turn) => {
      const { survey, kept } = await withdrawAnswers(turn, id, turn.delivery);
      return receipt(turn, survey, kept);
    },
    refusedOwn(),
  ),
  on(cards.myAnswer, async ({ survey: id, as }, turn) =>
    showCard(await ownCard(turn, await surveyNow(turn, id), as ? { as } : {})),
  ),
];

// ── Making ─────────────────────────────────────────────────────────────────────────────────────

async function form(turn: Turn, typed: TypedSurvey, id = turn.services.newId(), refusal?: Refusal): Promise<Outcome> {
  const { services, network, t } = turn;
  const groups = [...(await registerOf(turn)).groups.values()].map(({ id: of, names }) => ({
    id: of,
    name: nameIn(names, t),
  }));
  const frame = {
    ...{ now: services.clock.now(), zone: network.zone, t, form: id, groups },
    ...{ events: (await eventsAhead(turn)).slice(0, MOST_EVENTS), link: services.linkToTab(network, 'surveys/new') },
  };
  const problems = refusal?.problems.map(({ field, row, params }) => ({ field, message: t(row, params) }));
  return showCard(
    deskCards.surveyFormCard(typed, { ...frame, ...(problems ? { problems } : {}) }),
    t(cardText.newSurvey),
  );
}
const MOST_EVENTS = 20;

type DraftForm = z.infer<typeof cards.createSurvey.schema>;

/** A form action; when it is refused the form comes back with everything that was typed and everything that is wrong. */
const onForm = (
  of: Action<DraftForm>,
  take: (draft: SurveyDraft, data: DraftForm, turn: Turn) => Promise<Outcome>,
): Handler =>
  on(
    of,
    async (data, turn) => {
      await asCreator(turn);
      return take(draftFrom(data, turn.actor.locale), data, turn);
    },
    async (raw, refusal, turn) => {
      const fitting = of.schema.safeParse(raw);
      if (!fitting.success || refusal instanceof NotAllowed) return undefined;
      return form(turn, typedSurvey.parse(fitting.data), fitting.data.form, refusal);
    },
  );

const named = ({ title }: Survey) => ({ title: (locale: 'fi' | 'sv' | 'en') => shorten(nameFor(title, locale)) });

function whereItIs({ network, services, t }: Turn, survey: Survey): string {
  const isLater = survey.postsAt > services.clock.now();
  return t(isLater ? cardText.publishedLater : cardText.published, {
    ...named(survey),
    ...{ channel: network.channel.name || t(cardText.general), opens: when(survey.postsAt, network.zone) },
    closes: when(survey.closesAt, network.zone),
  });
}

const published = (turn: Turn, survey: Survey): Promise<Outcome> =>
  desk(turn, survey, { done: whereItIs(turn, survey) });

const making: readonly Handler[] = [
  onForm(cards.createSurvey, async (draft, data, turn) => published(turn, await createSurvey(turn, draft, data.form))),
  onForm(cards.previewSurvey, async (draft, data, turn) => {
    const made = await draftSurveys(turn, draft);
    const [first] = made;
    if (!first) throw new Refusal(text.noQuestions, {}, [{ field: 'questions', row: text.noQuestions }]);
    const frame = { ...channelFrame(turn, first), reader: turn.t, shown: await shownBefore(turn, first) };
    const preview = deskCards.surveyPreviewCard(made, typedSurvey.parse(data), data.form, frame);
    return showCard(preview, turn.t(cardText.previewTitle));
  }),
  onForm(cards.editDraft, async (_, data, turn) => form(turn, typedSurvey.parse(data), data.form)),
];

// ── Managing ───────────────────────────────────────────────────────────────────────────────────

/** The coordinator's card of one survey, after something was done with it or refused. */
async function desk(
  turn: Turn,
  survey: Survey,
  told: { readonly done?: string; readonly refusal?: string } = {},
): Promise<Outcome> {
  const isCoordinator = await coordinates(turn);
  const shown = await shownTo(turn, survey, { coordinates: isCoordinator });
  const post = await turn.services.posts.status(turn.network.id, survey.post);
  const can = isCoordinator ? await possibleNow(turn, survey, shown.state === 'shown') : {};
  return showCard(
    deskCards.manageSurveyCard(survey, shown, can, {
      ...ownFrame(turn, survey),
      ...{ form: turn.services.newId(), ...told },
      ...(post === undefined ? {} : { post: post.state }),
    }),
  );
}

async function possibleNow(work: Work, of: Survey, hasFigures: boolean): Promise<deskCards.Can> {
  const now = work.services.clock.now();
  const isOpen = phaseOf(of, now) === 'open';
  const { answered, absent, drafted } = await countsOf(work, of);
  return {
    close: isOpen,
    remind: isOpen && of.postsAt <= now,
    // Feedback is switched off with its event.
    undo: of.state === 'running' && of.type === 'survey' && answered + absent + drafted === 0,
    postResults: hasFigures && of.showResults === 'all' && of.state !== 'undone',
  };
}

/** An action of the desk; when it is refused the desk comes back with the reason. */
function onDesk<T extends { survey: ActivityId }>(
  of: Action<T>,
  take: (data: T, turn: Turn) => Promise<Survey>,
  done: (survey: Survey, turn: Turn) => string,
): Handler {
  return on(
    of,
    async (data, turn) => {
      const survey = await take(data, turn);
      return desk(turn, survey, { done: done(survey, turn) });
    },
    refusedDesk(of),
  );
}

const refusedDesk =
  <T extends { survey: ActivityId }>(of: Action<T>) =>
  async (raw: unknown, refusal: Refusal, turn: Turn): Promise<Outcome | undefined> => {
    const fitting = of.schema.safeParse(raw);
    if (!fitting.success || refusal instanceof NotAllowed || refusal.row === text.unknownSurvey) return undefined;
    return desk(turn, await surveyNow(turn, fitting.data.survey), { refusal: turn.t(refusal.row, refusal.params) });
  };

const managing: readonly Handler[] = [
  on(cards.manageSurvey, async ({ survey: id }, turn) => {
    await asCoordinator(turn);
    return desk(turn, await surveyNow(turn, id));
  }),
  onDesk(
    cards.closeSurvey,
    ({ survey }, turn) => closeSurvey(turn, survey),
    (survey, { t }) => t(cardText.closesSoon, named(survey)),
  ),
  onDesk(
    cards.undoSurvey,
    ({ survey }, turn) => undoSurvey(turn, survey),
    (survey, { t }) => t(cardText.tookBack, named(survey)),
  ),
  onDesk(
    cards.repostSurvey,
    ({ survey }, turn) => repostSurvey(turn, survey),
    (_, { t }) => t(cardText.reposted),
  ),
  onDesk(
    cards.postResults,
    ({ survey, form: id }, turn) => postResults(turn, survey, id),
    (_, { t }) => t(cardText.resultsPosted),
  ),
  on(
    cards.askReminder,
    async ({ survey: id }, turn) => remindPreview(turn, await surveyNow(turn, id)),
    refusedDesk(cards.askReminder),
  ),
  onDesk(
    cards.sendReminder,
    ({ survey, form: id, direct, channel }, turn) =>
      remindSurvey(turn, survey, { form: id, direct: direct === 'true', channel: channel === 'true' }),
    ({ reminded }, { t }) => {
      const last = reminded.at(-1);
      return t(cardText.reminded, {
        ...{ direct: last?.direct ?? 0, mail: last?.mail ?? 0, channel: String(last?.channel ?? false) },
      });
    },
  ),
];

/** How many a reminder would reach and what the thread would read. Sends nothing. */
async function remindPreview(turn: Turn, survey: Survey): Promise<Outcome> {
  const whom = await whomToRemind(turn, survey);
  const channelText = cards.reminderText(survey, await shownTo(turn, survey, EVERYONE), channelFrame(turn, survey));
  const reach = { ...whom, channelText };
  return showCard(deskCards.reminderPreviewCard(survey, reach, turn.services.newId(), ownFrame(turn, survey)));
}

// ── Words ──────────────────────────────────────────────────────────────────────────────────────

const isInChannel = (turn: Turn): boolean => turn.place.kind === 'channel';
/** In the network's own channel the card is the answer; in another of the team nobody would see it. */
const showsItself = ({ place, network }: Turn): boolean =>
  place.kind === 'channel' && (place.channel === undefined || place.channel === network.channel.id);

/** What was typed comes back whole, so that it can be mended and sent again; a message that filled screens comes back shortened. */
const LONGEST_ECHO = 2000;
const clip = (typed: string): string => (typed.length > LONGEST_ECHO ? `${typed.slice(0, LONGEST_ECHO - 1)}…` : typed);

const SURVEY_WORDS = ['kysely', 'enkät', 'survey'];
/** Of these the survey prepares the next event. */
const ADVANCE_WORDS = ['ennakkokysely', 'förhandsenkät'];

/** `kysely Nimi` and a question a line publishes; the bare word opens the form for who may create and lists open surveys for others. */
async function surveyCommand(rest: string, turn: Turn, word: string): Promise<Outcome> {
  const { t, services, network } = turn;
  const [next] = ADVANCE_WORDS.includes(word) ? await eventsAhead(turn) : [];
  const prepares = next ? { event: next.id } : {};
  if (!rest) {
    if (!mayCreate(await networkNow(turn), turn.actor.person)) return listOpen('survey', turn);
    if (!isInChannel(turn)) return form(turn, typedSurvey.parse(prepares));
    return say(t(cardText.createInChat, { link: services.linkToTab(network, 'surveys/new') }));
  }
  await asCreator(turn);
  const typed = { ...quickSurvey(rest), ...prepares };
  try {
    const survey = await createSurvey(turn, draftFrom(typed, turn.actor.locale), turn.delivery.id);
    if (!isInChannel(turn)) return published(turn, survey);
    return showsItself(turn) && survey.event === undefined ? nothing : say(whereItIs(turn, survey));
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems.length === 0) throw error;
    if (!isInChannel(turn)) return form(turn, typed, turn.delivery.id, error);
    const problems = error.problems.map(({ row, params }) => t(row, params)).join(' ');
    return say(t(cardText.notCreated, { problems, typed: clip(rest) }));
  }
}

/** What waits for the reader, in front what they have not answered. In a channel, which everyone reads, without who has answered. */
async function listOpen(type: Survey['type'], turn: Turn): Promise<Outcome> {
  const { services, network, t } = turn;
  const open = isInChannel(turn) ? await openSurveys(turn) : await surveysToAnswer(turn);
  const list = await Promise.all(
    open
      .filter((survey) => survey.type === type)
      .map(async (survey) => ({ survey, hasAnswered: !isInChannel(turn) && (await hasAnswered(turn, survey)) })),
  );
  list.sort((a, b) => Number(a.hasAnswered) - Number(b.hasAnswered));
  const isDesk = type === 'feedback' && !isInChannel(turn) && (await coordinates(turn));
  const frame = { now: services.clock.now(), zone: network.zone, t, link: services.linkToTab(network, 'surveys') };
  const latest = isDesk ? await latestFeedback(turn) : [];
  const title = type === 'feedback' ? cardText.openFeedback : cardText.openSurveys;
  return showCard(cards.openSurveysCard(type, list, frame, latest), t(title));
}

const MOST_LATEST = 3;

/** Feedback on the events that were held last. */
async function latestFeedback(turn: Turn) {
  const now = turn.services.clock.now();
  const all = (await allSurveys(turn)).filter(
    ({ type, state, postsAt }) => type === 'feedback' && state !== 'undone' && postsAt <= now,
  );
  const last = all.sort((a, b) => (a.postsAt < b.postsAt ? 1 : -1)).slice(0, MOST_LATEST);
  return Promise.all(
    last.map(async (survey) => ({ survey, shown: await shownTo(turn, survey, { coordinates: true }) })),
  );
}

const commands: readonly Command[] = [
  {
    name: 'survey',
    words: [...SURVEY_WORDS, ...ADVANCE_WORDS],
    word: { fi: 'kysely', sv: 'enkät', en: 'survey' },
    help: cardText.helpSurvey,
    run: surveyCommand,
  },
  {
    name: 'feedback',
    words: ['palaute', 'arvio', 'respons', 'utvärdering', 'feedback'],
    word: { fi: 'palaute', sv: 'respons', en: 'feedback' },
    help: cardText.helpFeedback,
    run: (_, turn) => listOpen('feedback', turn),
  },
];

// ── By the clock ───────────────────────────────────────────────────────────────────────────────

const jobs: readonly JobHandler[] = [
  { kind: 'surveys.open', isVital: true, run: ({ key }, work) => openSurvey(work, key as ActivityId) },
  { kind: 'surveys.publish', run: ({ key }, work) => publishStep(work, key as ActivityId) },
  { kind: 'surveys.remind', run: ({ key }, work) => remind(work, key) },
  { kind: 'surveys.close', isVital: true, run: (job, work) => countSurvey(work, job) },
  { kind: 'surveys.followEvent', isVital: true, run: ({ key }, work) => followEvent(work, key as ActivityId) },
];

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

/** Nobody is told to answer when it is too late. */
async function openSurveyOf(work: Work, id: string | undefined): Promise<Survey | undefined> {
  const survey = await findSurvey(work, (id ?? '') as ActivityId);
  return survey && phaseOf(survey, work.services.clock.now()) === 'open' ? survey : undefined;
}

/** Someone as if they were there, to draw what they alone see. */
function visitOf(work: Work, { person, name, locale, isOutsider }: Member): Visit {
  const t = locale ? translator(locale) : work.channelT; // they alone read it
  const actor = { person, name, locale: locale ?? t.locales[0] ?? 'fi', ...(isOutsider ? { isOutsider } : {}) };
  return { ...work, actor, t };
}

const drawings: readonly Drawing[] = [
  {
    name: 'surveys.survey',
    async draw(subject, work) {
      const survey = await findSurvey(work, subject as ActivityId);
      if (!survey || survey.state === 'undone') return undefined;
      return {
        card: cards.surveyCard(survey, await shownTo(work, survey, EVERYONE), channelFrame(work, survey)),
        summary: plain(cards.surveySummary(survey, work.channelT)),
        live: survey.state === 'running',
      };
    },
  },
  {
    name: 'surveys.results',
    async draw(subject, work) {
      const survey = await findSurvey(work, subject as ActivityId);
      const shown = survey && (await shownTo(work, survey, EVERYONE));
      if (!survey || survey.state === 'undone' || shown?.state !== 'shown') return undefined;
      return {
        card: cards.resultsCard(survey, shown, channelFrame(work, survey)),
        summary: plain(cards.resultsSummary(survey, work.channelT)),
      };
    },
  },
  {
    name: 'surveys.reminder',
    async draw(subject, work) {
      const survey = await openSurveyOf(work, subject.split('|')[0]);
      if (!survey) return undefined;
      const shown = await shownTo(work, survey, EVERYONE);
      return { text: cards.reminderText(survey, shown, channelFrame(work, survey)) };
    },
  },
  {
    name: 'surveys.reminderDirect',
    async draw(subject, work) {
      const [id, who = ''] = subject.split('|');
      const survey = await openSurveyOf(work, id);
      const register = await registerOf(work);
      const member = register.members.get(mainOf(register, who));
      if (!survey || !member) return undefined;
      const visit = visitOf(work, member);
      if ((await whyNot(visit, survey)) || (await hasAnswered(visit, survey))) return undefined;
      return {
        card: await ownCard(visit, survey, { told: visit.t(cardText.reminder) }),
        summary: plain(cards.surveySummary(survey, visit.t)),
      };
    },
  },
];

export const surveys: Feature = {
  name: 'surveys',
  kinds: [surveyKind, results, pictures, savedForms, feedbackForms, openAnswers, sealedAnswers, surveyTexts],
  handlers: [...answering, ...making, ...managing],
  commands,
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
  news,
  afterEvent: 'surveys.followEvent',
};
