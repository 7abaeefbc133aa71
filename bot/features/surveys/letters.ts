/** What surveys write by mail: that one is open, and that one's answer is missing. Links lead to the person's own page and only preselect. */
import { when } from '../../core/clock.ts';
import type { LetterBlock, LetterBody, LetterDrawing } from '../../core/feature.ts';
import { type ActivityId, objectIdOf } from '../../core/ids.ts';
import { memberIdOf } from '../../core/network.ts';
import { getsMail, mainOf, registerOf } from '../../core/register.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { whyNot } from './asked-operations.ts';
import { text } from './letter-text.ts';
import { findSurvey } from './memory.ts';
import { hasAnswered, ownAnswers } from './operations.ts';
import { text as pageText } from './page-text.ts';
import { aboutLines, secrecyLines } from './pages.ts';
import { BEST_GRADE, wordsFor } from './questions.ts';
import { phaseOf, type Survey } from './survey.ts';

/** Pointless once they have answered, it is not open, they may not answer it, or another way reaches them now. */
async function toAnswer(subject: string, visit: Visit, isReminder: boolean): Promise<LetterBody | undefined> {
  const { t, network, services, actor } = visit;
  const survey = await findSurvey(visit, subject as ActivityId);
  const now = services.clock.now();
  if (!survey || phaseOf(survey, now) !== 'open' || now < survey.postsAt) return undefined;
  if (!(await isReader(visit)) || (await whyNot(visit, survey)) || (await hasAnswered(visit, survey))) return undefined;
  const { title, series, closesAt, questions } = survey;
  const isFeedback = survey.type === 'feedback';
  const isBegun = (await ownAnswers(visit, survey))?.draft !== undefined;
  const button = t(isFeedback ? text.openFeedback : text.openSurvey);
  return {
    title: t(subjectOf(survey, isReminder), { title: wordsFor(title, actor.locale) }),
    blocks: [
      ...paragraphs(
        ...aboutLines(survey, actor.locale, t),
        isBegun && t(text.begun),
        t(pageText.answerBy, { when: when(closesAt, network.zone) }),
        series && t(text.part, { n: series.number, of: series.of }),
        !isFeedback && t(text.length, { n: questions.length }),
      ),
      ...(isFeedback ? await gradeLinks(survey, visit) : []),
      { type: 'links', isButton: true, links: [{ label: button, address: await addressOf(survey, visit) }] },
      ...paragraphs(isFeedback && t(text.absentHow), secrecyLines(survey, t).join('\n')),
    ],
  };
}

function subjectOf({ type, event }: Survey, isReminder: boolean): Message {
  if (type === 'feedback') return isReminder ? text.feedbackReminder : text.feedback;
  if (isReminder) return text.surveyReminder;
  return event === undefined ? text.survey : text.advance;
}

/** One for each grade; none when the network's form has no grade. */
async function gradeLinks(survey: Survey, visit: Visit): Promise<LetterBlock[]> {
  const { t, actor } = visit;
  const question = survey.questions.find(({ type }) => type === 'grade');
  if (!question) return [];
  const links = Array.from({ length: BEST_GRADE }, async (_, at) => {
    const n = at + 1;
    const row = n === 1 ? text.worst : n === BEST_GRADE ? text.best : text.gradeLink;
    return { label: t(row, { n }), address: await addressOf(survey, visit, `?${question.id}=${n}`) };
  });
  return [
    { type: 'heading', text: wordsFor(question.label, actor.locale) },
    ...paragraphs(t(text.gradeHow)),
    { type: 'links', links: await Promise.all(links) },
  ];
}

const addressOf = ({ id }: Survey, { services, network, actor }: Visit, query = ''): Promise<string> =>
  services.linkForPerson(network.id, memberIdOf(actor.person), `surveys/${id}${query}`);

/** People from outside know no topics: what concerns their events reaches them. */
async function isReader(visit: Visit): Promise<boolean> {
  const register = await registerOf(visit);
  const topic = visit.actor.isOutsider ? 'events' : 'feedback';
  return getsMail(register, mainOf(register, objectIdOf(visit.actor.person)), topic);
}

const paragraphs = (...of: readonly (string | undefined | false)[]): LetterBlock[] =>
  of.flatMap((one) => (one ? [{ type: 'text', text: one }] : []));

export const surveyLetters: readonly LetterDrawing[] = [
  { name: 'surveys.open', draw: (subject, visit) => toAnswer(subject, visit, false) },
  { name: 'surveys.reminder', draw: (subject, visit) => toAnswer(subject, visit, true) },
];
