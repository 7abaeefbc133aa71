/** What people wrote, once it is published: themes, quotes, and what became of their wishes. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import { kind } from '../../core/kind.ts';
import { type Problem, refuseAny } from '../../core/refusal.ts';
import { oneLine, severalLines } from '../../core/typed.ts';
import { LONGEST_ANSWER } from './answers.ts';
import { text } from './text.ts';

export const LONGEST_TAG = 60;
export const MOST_TAGS = 10;
export const LONGEST_REPLY = 500;

export const wishStatus = z.enum(['new', 'underWay', 'done', 'notNow']);
export type WishStatus = z.infer<typeof wishStatus>;

export const surveyText = z.object({
  /** Id of the question, or `<id>~own` for an option of one's own. */
  question: z.string(),
  text: z.string().max(LONGEST_ANSWER),
  /** Themes, given by hand. */
  tags: z.array(z.string().max(LONGEST_TAG)).max(MOST_TAGS),
  /** Chosen to be quoted: in results, cards and the yearly report. */
  isQuote: z.boolean(),
  /** Kept from everyone but coordinators: it names someone, or is none of an answer. */
  isHidden: z.boolean(),
  wish: z.object({ status: wishStatus, reply: z.string().max(LONGEST_REPLY).optional(), at: instant }).optional(),
});
export type SurveyText = z.infer<typeof surveyText>;
export interface PublishedText extends SurveyText {
  readonly id: string;
}

/** In the scope of the survey. The id is made from the sealed answer and tells nothing of it. */
export const surveyTexts = kind<SurveyText>({ name: 'surveyText', container: 'responses', schema: surveyText });

export const textId = z.string().regex(/^[a-f0-9]{32}$/);

export const newText = (question: string, words: string): SurveyText => ({
  ...{ question, text: words, tags: [], isQuote: false, isHidden: false },
});

/** What a coordinator says of a text; what is not there stays. */
export const textChange = z.object({
  tags: z.array(z.string()).max(50).optional(),
  isQuote: z.boolean().optional(),
  isHidden: z.boolean().optional(),
  wish: z.object({ status: wishStatus, reply: z.string() }).optional(),
});
export type TextChange = z.infer<typeof textChange>;

/** Refuses themes and replies that are too long or too many. What is hidden is no quote. */
export function changeText(of: SurveyText, to: TextChange, now: Instant): SurveyText {
  const problems: Problem[] = [];
  const tags = to.tags && [...new Set(to.tags.map(oneLine))].filter((one) => one !== '');
  if (tags && tags.length > MOST_TAGS)
    problems.push({ field: 'tags', row: text.manyTags, params: { most: MOST_TAGS } });
  if (tags?.some((one) => one.length > LONGEST_TAG))
    problems.push({ field: 'tags', row: text.longTag, params: { most: LONGEST_TAG } });
  const reply = to.wish && severalLines(to.wish.reply);
  if (reply && reply.length > LONGEST_REPLY)
    problems.push({ field: 'reply', row: text.longWords, params: { most: LONGEST_REPLY, n: reply.length } });
  refuseAny(problems);
  const isHidden = to.isHidden ?? of.isHidden;
  return {
    ...of,
    ...(tags ? { tags } : {}),
    isHidden,
    isQuote: (to.isQuote ?? of.isQuote) && !isHidden,
    ...(to.wish ? { wish: { status: to.wish.status, ...(reply ? { reply } : {}), at: now } } : {}),
  };
}
