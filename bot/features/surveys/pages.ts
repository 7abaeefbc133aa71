/** Surveys and feedback without Teams: on the personal link's pages for members and for people from outside, and on the page that anyone may answer on. */
import { createHash } from 'node:crypto';
import { when } from '../../core/clock.ts';
import type { Waiting } from '../../core/feature.ts';
import { type ActivityId, activityId } from '../../core/ids.ts';
import type { OpenPage, OpenVisit, Page, PageBody, PageOutcome, PageRequest, SentForm } from '../../core/page.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import type { Locale, Translate } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import {
  ACT,
  buttons,
  decoy,
  entries,
  errorSummary,
  form,
  heading,
  hint,
  linkButton,
  list,
  mistakesOf,
  notice,
  type Piece,
  paragraph,
  strong,
  textArea,
  together,
  unfolding,
  wrongWith,
} from '../../pages/kit.ts';
import { readAnswers, type Typed, typedOf } from './answers.ts';
import { whyNot } from './asked-operations.ts';
import { ABSENT, absentQuestion } from './feedback-form.ts';
import { feedbackFormOf } from './feedback-operations.ts';
import { answerInWords } from './labels.ts';
import { allSurveys, findSurvey, surveyNow } from './memory.ts';
import {
  answerOpenly,
  answerSurvey,
  hasAnswered,
  ownAnswers,
  partsOf,
  saveTyped,
  surveysToAnswer,
  withdrawAnswers,
} from './operations.ts';
import { text as pageText } from './page-text.ts';
import {
  askedOf,
  mayBeMore,
  moreNotice,
  ON_FORM,
  onForm,
  picturesOf,
  questionFields,
  typedIn,
} from './question-pages.ts';
import { isEmpty, type Question, wordsFor } from './questions.ts';
import { latestOf, type Response, standingOf } from './response.ts';
import { resultPieces } from './result-pages.ts';
import { shownTo } from './shown.ts';
import { phaseOf, requireOpen, type Survey } from './survey.ts';
import { text } from './text.ts';

/** Ended ones on the list; older ones are in the tab. */
const MOST_ENDED = 30;

const pageOf = ({ id }: Pick<Survey, 'id'>): string => `surveys/${id}`;

// ── In words ───────────────────────────────────────────────────────────────────────────────────

/** What a survey is called where nothing else says what it is: feedback by its event, a part by its place. */
export function titleOf({ type, title, series }: Survey, locale: Locale, t: Translate): string {
  const words = wordsFor(title, locale);
  if (type === 'feedback') return t(pageText.feedbackOn, { title: words });
  return series ? t(pageText.partOf, { title: words, n: series.number, of: series.of }) : words;
}

/** Who sees what of the answers, a sentence each: said before anyone answers. */
export function secrecyLines({ secrecy, step }: Survey, t: Translate): string[] {
  if (secrecy === 'named') return [t(pageText.named)];
  return [t(pageText.anonymous), t(pageText.inSteps, { n: step }), t(pageText.noNames)];
}

/** What it is about and used for, where that was written. */
export function aboutLines({ description, purpose }: Survey, locale: Locale, t: Translate): string[] {
  return [
    ...(description && !isEmpty(description) ? [wordsFor(description, locale)] : []),
    ...(purpose && !isEmpty(purpose) ? [t(pageText.purpose, { purpose: wordsFor(purpose, locale) })] : []),
  ];
}

// ── What waits ─────────────────────────────────────────────────────────────────────────────────

/** Open surveys: those that wait for the person's answer, then those in which it can still be changed. */
export async function waitingSurveys(visit: Visit): Promise<readonly Waiting[]> {
  const { t, actor, network } = visit;
  const lines = await Promise.all(
    (await surveysToAnswer(visit)).map(async (survey): Promise<Waiting> => {
      const own = await ownAnswers(visit, survey);
      const isDone = own !== undefined && latestOf(own) !== undefined;
      const row = isDone ? pageText.changeBy : own?.draft ? pageText.goOnBy : pageText.answerBy;
      return {
        title: titleOf(survey, actor.locale, t),
        hint: t(row, { when: when(survey.closesAt, network.zone) }),
        page: pageOf(survey),
        ...(isDone ? { isDone } : {}),
      };
    }),
  );
  return lines.sort((a, b) => Number(a.isDone ?? false) - Number(b.isDone ?? false));
}

// ── The list ───────────────────────────────────────────────────────────────────────────────────

const listPage: Page = {
  path: 'surveys',
  menu: pageText.surveys,
  isForOutsiders: true,
  async show(asked, visit) {
    const { t, actor, network } = visit;
    const [open, ended] = await Promise.all([waitingSurveys(visit), endedSurveys(visit)]);
    return {
      title: t(pageText.surveys),
      body: together(
        heading(t(pageText.open)),
        open.length === 0
          ? paragraph(t(pageText.noneOpen))
          : entries(open.map(({ title, hint: tip, page }) => ({ title, hint: tip, address: asked.to(page) }))),
        ended.length > 0 && [
          heading(t(pageText.ended)),
          entries(
            ended.map((survey) => ({
              title: titleOf(survey, actor.locale, t),
              hint: t(pageText.closedAt, { when: when(survey.closesAt, network.zone) }),
              address: asked.to(pageOf(survey)),
            })),
          ),
        ],
      ),
    };
  },
};

/** That were for the actor, the latest first. */
async function endedSurveys(visit: Visit): Promise<Survey[]> {
  const now = visit.services.clock.now();
  const all = (await allSurveys(visit))
    .filter((one) => ['counting', 'closed'].includes(phaseOf(one, now)))
    .sort((a, b) => (a.closesAt < b.closesAt ? 1 : -1));
  const ended: Survey[] = [];
  for (const one of all) {
    if (ended.length >= MOST_ENDED) break;
    if ((await whyNot(visit, one)) === undefined) ended.push(one);
  }
  return ended;
}

// ── One survey ─────────────────────────────────────────────────────────────────────────────────

function surveyIn({ params }: PageRequest): ActivityId {
  const id = activityId.safeParse(params.survey);
  if (!id.success) throw new Refusal(text.unknownSurvey);
  return id.data;
}

/** The survey, and why the actor may not answer it. To people from outside what is not theirs is not there. */
async function surveyFor(visit: Visit, id: ActivityId): Promise<{ survey: Survey; hindrance: string | undefined }> {
  const survey = await surveyNow(visit, id);
  const refusal = survey.state === 'undone' ? new Refusal(text.unknownSurvey) : await whyNot(visit, survey);
  if (survey.state === 'undone' || (refusal && visit.actor.isOutsider)) throw new Refusal(text.unknownSurvey);
  return { survey, hindrance: refusal && visit.t(refusal.row, refusal.params) };
}

/** What is in the form, and which of it is wrong. */
interface Filled {
  readonly typed: Typed;
  readonly mistakes: readonly { readonly field?: string | undefined; readonly message: string }[];
  /** Questions that stood on the form before; empty: it is the first. */
  readonly before: readonly string[];
  /** Of the one question for who was not there. */
  readonly absent: string;
  readonly isAbsent: boolean;
}

/** What the form holds when it is opened: what was saved or sent, and what the link of a letter says, which only preselects. */
function opened({ query }: PageRequest, { questions }: Survey, own: Response | undefined): Filled {
  const latest = own && latestOf(own);
  const known = own?.draft ?? (latest && !latest.isAbsent ? typedOf(questions, latest.answers) : {});
  const preselected = questions.flatMap(({ id, type }) => {
    const value = query.get(id);
    return value !== null && (type === 'grade' || type === 'scale') ? [[id, value] as const] : [];
  });
  const ids = questions.map(({ id }) => id);
  return {
    typed: { ...known, ...Object.fromEntries(preselected) },
    mistakes: [],
    before: (query.get(ON_FORM) ?? '').split(',').filter((id) => ids.includes(id)),
    absent: latest?.isAbsent ? (latest.answers[ABSENT]?.text ?? '') : '',
    isAbsent: latest?.isAbsent === true,
  };
}

const isAct = ({ fields }: SentForm, act: string): boolean => fields.get(ACT) === act;

function refilled(sent: SentForm, survey: Survey, refusal: Refusal, t: Translate): Filled {
  const isAbsent = isAct(sent, 'absent');
  return {
    typed: typedIn(sent, survey.questions),
    mistakes: mistakesOf(refusal, t),
    before: isAbsent ? [] : onForm(sent, survey),
    absent: sent.fields.get(ABSENT) ?? '',
    isAbsent,
  };
}

async function surveyPage(asked: PageRequest, visit: Visit, sent?: SentForm, refusal?: Refusal): Promise<PageBody> {
  const { t, network, services, actor } = visit;
  const { survey, hindrance } = await surveyFor(visit, surveyIn(asked));
  const own = await ownAnswers(visit, survey);
  const phase = phaseOf(survey, services.clock.now());
  const isOpen = phase === 'open' && hindrance === undefined;
  const isDone = await hasAnswered(visit, survey);
  const filled =
    sent && refusal ? refilled(sent, survey, refusal, t) : opened(asked, survey, phase === 'open' ? own : undefined);
  const isGoingOn = filled.mistakes.length > 0 || own?.draft !== undefined;
  const fields = isOpen && (await formOf(asked, visit, { survey, filled, own, isDone }));
  const { locale } = actor;
  return {
    title: titleOf(survey, locale, t),
    body: together(
      filled.mistakes.length > 0 && errorSummary(filled.mistakes, t),
      stateOf(survey, { own, isDone, hindrance, isOpen }, visit),
      aboutLines(survey, locale, t).map((line) => paragraph(line)),
      isOpen && !isDone && factsOf(survey, network.zone, t),
      fields && (isDone ? unfolding(t(pageText.change), isGoingOn, fields) : fields),
      own && phase !== 'open' && ownPieces(survey, own, locale, t),
      (isDone || ['counting', 'closed'].includes(phase)) &&
        resultPieces(survey, await shownTo(visit, survey, { coordinates: false }), locale, t),
      await partsPiece(asked, visit, survey),
    ),
  };
}

/** How many questions, until when, and who sees the answers. */
function factsOf(survey: Survey, zone: string, t: Translate): Piece {
  return [
    strong(
      `${t(pageText.questions, { n: survey.questions.length })}. ${t(pageText.answerBy, { when: when(survey.closesAt, zone) })}`,
    ),
    secrecyLines(survey, t).map((line) => hint(line)),
  ];
}

interface Standing {
  readonly own: Response | undefined;
  readonly isDone: boolean;
  readonly hindrance: string | undefined;
  readonly isOpen: boolean;
}

/** How the reader stands, and whether it is open. */
function stateOf(survey: Survey, { own, isDone, hindrance, isOpen }: Standing, visit: Visit): Piece {
  const { t, network, services } = visit;
  const { zone } = network;
  const phase = phaseOf(survey, services.clock.now());
  const isAbsent = own !== undefined && standingOf(own) === 'absent';
  const done = isAbsent ? t(pageText.wasAbsent) : t(pageText.hasAnswered);
  if (phase === 'scheduled') return notice('plain', t(pageText.opensAt, { when: when(survey.opensAt, zone) }));
  if (phase === 'counting') return notice('plain', t(pageText.counting));
  if (phase === 'closed')
    return notice('plain', t(pageText.closedAt, { when: when(survey.closesAt, zone) }), isDone && done);
  return [
    hindrance !== undefined && notice('plain', hindrance),
    isOpen && isDone && notice('good', done, t(pageText.canChange, { when: when(survey.closesAt, zone) })),
    isOpen && own?.draft !== undefined && notice('plain', t(pageText.hasDraft)),
  ];
}

interface Form {
  readonly survey: Survey;
  readonly filled: Filled;
  readonly own: Response | undefined;
  readonly isDone: boolean;
}

/** Everything that can be sent from a survey's page. */
async function formOf(asked: PageRequest, visit: Visit, of: Form): Promise<Piece> {
  const { survey, filled, isDone } = of;
  const { t, services, actor } = visit;
  const questions = askedOf(survey.questions, filled.typed);
  const fresh = filled.before.length > 0 ? questions.filter(({ id }) => !filled.before.includes(id)) : [];
  const goesOn = mayBeMore(survey.questions, filled.typed, filled.before);
  const to = asked.to(pageOf(survey));
  const send = survey.type === 'feedback' ? pageText.sendFeedback : pageText.send;
  return [
    moreNotice({ questions: fresh, locale: actor.locale, t }),
    form(
      { to, id: services.newId() },
      questionFields({
        ...{ questions, typed: filled.typed, mistakes: filled.mistakes, t, locale: actor.locale },
        pictures: await picturesOf(visit, questions),
      }),
      buttons(
        goesOn
          ? { label: t(pageText.goOn), act: 'goOn' }
          : { label: t(isDone && !filled.isAbsent ? pageText.saveChanges : send), act: 'send' },
        { label: t(pageText.later), act: 'save', isQuiet: true },
        isDone && { label: t(pageText.withdraw), act: 'withdraw', isQuiet: true },
      ),
    ),
    survey.type === 'feedback' && (await absentForm(to, visit, filled)),
  ];
}

/** The one question for who was not there. */
async function absentForm(to: string, visit: Visit, { absent, isAbsent, mistakes }: Filled): Promise<Piece> {
  const { t, services, actor } = visit;
  const question = absentQuestion(await feedbackFormOf(visit));
  return unfolding(
    t(pageText.absent),
    isAbsent,
    form(
      { to, id: services.newId() },
      textArea({
        ...{ name: ABSENT, label: wordsFor(question.label, actor.locale), value: absent },
        wrong: wrongWith(mistakes, ABSENT),
      }),
      buttons({ label: t(pageText.sendAbsent), act: 'absent', isQuiet: true }),
    ),
  );
}

/** One's own answers when they can't be changed any more: of a survey that tells names alone, since of another nobody knows them. */
function ownPieces({ questions }: Survey, own: Response, locale: Locale, t: Translate): Piece {
  const answers = latestOf(own)?.answers ?? {};
  const given = questions.flatMap((of) => {
    const one = answers[of.id];
    return one ? [[of, one] as const] : [];
  });
  if (given.length === 0) return undefined;
  return [
    heading(t(pageText.ownAnswers)),
    list(given.map(([of, one]) => `${wordsFor(of.label, locale)}: ${answerInWords(of, one, t)}`)),
  ];
}

/** How far one is in a survey of several parts, and the way to the next. */
async function partsPiece(asked: PageRequest, visit: Visit, survey: Survey): Promise<Piece> {
  const { t, actor, services } = visit;
  if (!survey.series) return undefined;
  const now = services.clock.now();
  const parts = await Promise.all(
    (await partsOf(visit, survey)).map(async (part) => {
      const phase = phaseOf(part, now);
      const isDone = phase !== 'scheduled' && (await hasAnswered(visit, part));
      const own = phase === 'open' && !isDone ? await ownAnswers(visit, part) : undefined;
      return { part, phase, isDone, isBegun: own?.draft !== undefined, number: part.series?.number ?? 1 };
    }),
  );
  const next = parts.find(({ part, phase, isDone }) => phase === 'open' && !isDone && part.id !== survey.id);
  const isThisDone = parts.some(({ part, isDone }) => part.id === survey.id && isDone);
  return [
    heading(t(pageText.parts, { n: parts.filter(({ isDone }) => isDone).length, of: survey.series.of })),
    isThisDone && next && linkButton(t(pageText.nextPart, { n: next.number }), asked.to(pageOf(next.part))),
    entries(
      parts.map((one) => ({
        title: t(pageText.part, { n: one.number, title: wordsFor(one.part.title, actor.locale) }),
        hint: [one.part.id === survey.id && t(pageText.isThis), partState(one, visit)].filter(Boolean).join('. '),
        address: asked.to(pageOf(one.part)),
      })),
    ),
  ];
}

function partState(
  { part, phase, isDone, isBegun }: { part: Survey; phase: string; isDone: boolean; isBegun: boolean },
  { t, network }: Visit,
): string {
  if (isDone) return t(pageText.isAnswered);
  if (phase === 'scheduled') return t(pageText.opensLater, { when: when(part.opensAt, network.zone) });
  if (phase !== 'open') return t(pageText.isClosed);
  return t(isBegun ? pageText.isBegun : pageText.isOpen);
}

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

/** The questions that stand on the form with what is typed, and mistakes in those that stood on it when it was sent. */
function stepOf(sent: SentForm, { questions }: Survey, typed: Typed) {
  const on = onForm(sent, { questions });
  const isNew = askedOf(questions, typed).some(({ id }) => !on.includes(id));
  const problems: Problem[] = readAnswers(questions, typed).problems.filter(({ field }) => on.includes(field));
  return { on, isNew, problems };
}

const onePage: Page = {
  path: 'surveys/{survey}',
  isForOutsiders: true,
  show: (asked, visit) => surveyPage(asked, visit),
  async take(sent, visit) {
    const { survey } = await surveyFor(visit, surveyIn(sent));
    const goTo = pageOf(survey);
    const delivery = { id: deliveryOf(sent), at: visit.services.clock.now(), isInOrder: true };
    const typed = typedIn(sent, survey.questions);
    switch (sent.fields.get(ACT)) {
      case 'withdraw':
        await withdrawAnswers(visit, survey.id, delivery);
        return { goTo, said: pageText.withdrawn };
      case 'absent':
        await answerSurvey(visit, survey.id, { ...absentIn(sent), delivery });
        return { goTo, said: pageText.sent };
      case 'save':
        await saveTyped(visit, survey.id, typed, delivery);
        return { goTo, said: pageText.saved };
      default: {
        const step = await nextStep(sent, visit, survey, typed);
        if (step) {
          await saveTyped(visit, survey.id, typed, delivery);
          return step;
        }
        const { kept } = await answerSurvey(visit, survey.id, { typed, delivery });
        return { goTo, said: kept.outcome === 'changed' ? pageText.changed : pageText.sent };
      }
    }
  },
  refused: (sent, refusal, visit) => surveyPage(sent, visit, sent, refusal),
};

const absentIn = ({ fields }: SentForm) => ({ typed: { [ABSENT]: fields.get(ABSENT) ?? '' }, isAbsent: true });

/** Where the answers so far lead to questions that did not stand on the form, these are asked before anything is sent. */
async function nextStep(sent: SentForm, visit: Work, survey: Survey, typed: Typed): Promise<PageOutcome | undefined> {
  requireOpen(survey, visit.services.clock.now());
  const { on, isNew, problems } = stepOf(sent, survey, typed);
  if (!isNew && !isAct(sent, 'goOn')) return undefined;
  refuseAny(problems);
  return { goTo: `${pageOf(survey)}?${ON_FORM}=${on.join(',')}`, said: isNew ? pageText.kept : pageText.allShown };
}

/** The same form with the same content acts once; changed after going back in the browser, it is another. Nothing of it can be read off. */
function deliveryOf({ id, fields }: SentForm): string {
  const content = [id, ...[...fields].map(([name, value]) => `${name}=${value}`)].join('\n');
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

// ── The page that anyone may answer on ─────────────────────────────────────────────────────────

/** The survey of a link that still holds. Undefined: the answer is that of a link that never was. */
async function openSurvey(visit: OpenVisit): Promise<Survey | undefined> {
  const survey = await findSurvey(visit, visit.subject);
  const holds = survey && survey.state !== 'undone' && survey.isPublic && survey.publicRound === visit.round;
  return holds ? survey : undefined;
}

/** `filled`: what was typed, in a form that keeps its id until it is taken. */
async function openPage(
  asked: PageRequest,
  visit: OpenVisit,
  filled?: Omit<Filled, 'absent' | 'isAbsent'> & { readonly id: string },
): Promise<PageBody | undefined> {
  const { t, locale, network, services } = visit;
  const survey = await openSurvey(visit);
  if (!survey) return undefined;
  const phase = phaseOf(survey, services.clock.now());
  const { typed, mistakes, before } = filled ?? opened(asked, survey, undefined);
  const questions: readonly Question[] = askedOf(survey.questions, typed);
  const fresh = before.length > 0 ? questions.filter(({ id }) => !before.includes(id)) : [];
  const goesOn = mayBeMore(survey.questions, typed, before);
  const send = survey.type === 'feedback' ? pageText.sendFeedback : pageText.send;
  return {
    title: titleOf(survey, locale, t),
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      phase === 'scheduled' && notice('plain', t(pageText.opensAt, { when: when(survey.opensAt, network.zone) })),
      phase === 'counting' && notice('plain', t(pageText.counting)),
      phase === 'closed' && notice('plain', t(pageText.openClosed, { when: when(survey.closesAt, network.zone) })),
      aboutLines(survey, locale, t).map((line) => paragraph(line)),
      phase === 'open' && [
        moreNotice({ questions: fresh, locale, t }),
        fresh.length === 0 && openFacts(survey, network.zone, t),
        form(
          { to: asked.to(''), id: filled?.id ?? services.newId() },
          questionFields({
            ...{ questions, typed, mistakes, locale, t },
            pictures: await picturesOf(visit, questions),
          }),
          decoy(t),
          buttons({ label: t(goesOn ? pageText.goOn : send), act: goesOn ? 'goOn' : 'send' }),
        ),
      ],
      phase === 'closed' && (await openResults(visit, survey)),
    ),
  };
}

function openFacts({ closesAt, secrecy, step }: Survey, zone: string, t: Translate): Piece {
  return [
    strong(t(pageText.answerBy, { when: when(closesAt, zone) })),
    paragraph(t(pageText.openHow)),
    hint(t(pageText.openForGood)),
    hint(t(pageText.openAnonymous)),
    secrecy === 'anonymous' && hint(t(pageText.openInSteps, { n: step })),
    hint(t(pageText.noNames)),
  ];
}

/** What everyone of the network sees, where results are for everyone. */
async function openResults(visit: OpenVisit, survey: Survey): Promise<Piece> {
  if (survey.showResults !== 'all') return undefined;
  return resultPieces(survey, await shownTo(visit, survey, { coordinates: false }), visit.locale, visit.t);
}

const feedbackPage: OpenPage = {
  purpose: 'feedback',
  isForCrowds: true,
  show: (asked, visit) => openPage(asked, visit),
  async take(sent, visit) {
    const { t, locale, services } = visit;
    const survey = await openSurvey(visit);
    if (!survey) return undefined;
    requireOpen(survey, services.clock.now());
    const typed = typedIn(sent, survey.questions);
    const { on, isNew, problems } = stepOf(sent, survey, typed);
    if (isNew || isAct(sent, 'goOn')) {
      refuseAny(problems);
      return openPage(sent, visit, { typed, mistakes: [], before: on, id: sent.id });
    }
    const { outcome } = await answerOpenly(visit, survey, sent.id, { typed });
    return {
      title: t(pageText.thanks),
      body: together(
        strong(titleOf(survey, locale, t)),
        notice('good', t(outcome === 'repeated' ? pageText.openRepeated : pageText.sent)),
        hint(t(pageText.openForGood)),
      ),
    };
  },
  async refused(sent, refusal, visit) {
    const survey = await openSurvey(visit);
    if (!survey) return undefined;
    const { typed, mistakes, before } = refilled(sent, survey, refusal, visit.t);
    return openPage(sent, visit, { typed, mistakes, before, id: sent.id });
  },
};

export const surveyPages: readonly Page[] = [listPage, onePage];
export const surveyOpenPages: readonly OpenPage[] = [feedbackPage];
