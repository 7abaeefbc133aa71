/** What surveys and feedback tell the yearly report: only what is published, of those that are closed. */
import type { Instant } from '../../core/clock.ts';
import type { Facts, QuoteFact, Span, SurveyFact, WishFact } from '../../core/facts.ts';
import type { Visit } from '../../core/turn.ts';
import { eventsById } from './asked-operations.ts';
import { gradeOf, quotesOf } from './figures.ts';
import { allSurveys } from './memory.ts';
import { wordsFor } from './questions.ts';
import { isWishText } from './result-operations.ts';
import { shownTo } from './shown.ts';
import type { Survey } from './survey.ts';

/** Whoever reads the report: hidden texts, and results that are for coordinators alone, are not for them. */
const EVERYONE = { coordinates: false, allTexts: true } as const;

export async function facts(span: Span, visit: Visit): Promise<Partial<Facts>> {
  const events = await eventsById(visit);
  const surveys: SurveyFact[] = [];
  const quotes: QuoteFact[] = [];
  const wishes: WishFact[] = [];
  for (const survey of await allSurveys(visit)) {
    const event = survey.event && events.get(survey.event);
    // Feedback on an event of December closes in January: it belongs to the year of its event.
    const at: Instant = (survey.type === 'feedback' ? event?.endsAt : undefined) ?? survey.closesAt;
    if (survey.state !== 'closed' || at < span.from || at >= span.to) continue;
    const shown = await shownTo(visit, survey, EVERYONE);
    const about = { page: `surveys/${survey.id}`, title: titleOf(visit, survey, event) };
    const grade = survey.type === 'feedback' ? gradeOf(shown) : undefined;
    surveys.push({
      ...{ ...about, type: survey.type, closedAt: at, answers: shown.answers, asked: shown.asked },
      ...(survey.event === undefined ? {} : { event: survey.event }),
      ...(grade ? { grade } : {}),
    });
    quotes.push(...quotesOf(shown).map(({ text }) => ({ ...about, text, at })));
    for (const one of shown.questions.flatMap(({ texts }) => texts)) {
      if (one.isHidden || !isWishText(survey, one)) continue;
      const { status = 'new', reply } = one.wish ?? {};
      wishes.push({ ...about, text: one.text, status, at, ...(reply === undefined ? {} : { reply }) });
    }
  }
  return { surveys, quotes, wishes };
}

const titleOf = ({ actor }: Visit, { type, title }: Survey, event: { readonly title: string } | undefined): string =>
  type === 'feedback' && event ? event.title : wordsFor(title, actor.locale);
