/** The questions of every feedback form: three of fixed wording, so that years compare, the one for who was not there, and the network's own. */
import { z } from 'zod';
import { kind } from '../../core/kind.ts';
import { type Question, question, type Wording, wording } from './questions.ts';
import { text } from './text.ts';

export const MOST_OWN = 10;
const LONGEST_WORDING = 200;

/** One a network; id `feedback`. What is not there is asked in the usual words. */
export const feedbackForm = z.object({
  grade: wording(LONGEST_WORDING).optional(),
  best: wording(LONGEST_WORDING).optional(),
  improve: wording(LONGEST_WORDING).optional(),
  absent: wording(LONGEST_WORDING).optional(),
  /** Asked after the three, of every event. */
  own: z.array(question).max(MOST_OWN),
});
export type FeedbackForm = z.infer<typeof feedbackForm>;
export const feedbackForms = kind<FeedbackForm>({ name: 'feedbackForm', container: 'networks', schema: feedbackForm });
export const FORM_ID = 'feedback';

export const FIXED = ['grade', 'best', 'improve'] as const;
export const ABSENT = 'absent';
/** Ids that own questions can't have. */
export const RESERVED: readonly string[] = [...FIXED, ABSENT];

/** The three in the network's words, then its own. */
export function feedbackQuestions(form: FeedbackForm | undefined): Question[] {
  const fixed = { options: [], allowsOther: false, isWish: false };
  return [
    { ...fixed, id: 'grade', type: 'grade', label: form?.grade ?? wordsOf('gradeQuestion'), isRequired: true },
    { ...fixed, id: 'best', type: 'text', label: form?.best ?? wordsOf('bestQuestion'), isRequired: false },
    {
      ...fixed,
      id: 'improve',
      type: 'text',
      label: form?.improve ?? wordsOf('improveQuestion'),
      isRequired: false,
      isWish: true,
    },
    ...(form?.own ?? []),
  ];
}

/** Asked instead of everything else of who was not there. */
export const absentQuestion = (form: FeedbackForm | undefined): Question => ({
  ...{ id: ABSENT, type: 'text', label: form?.absent ?? wordsOf('absentQuestion'), isRequired: false },
  ...{ options: [], allowsOther: false, isWish: true },
});

/** The usual words in all languages. */
export const wordsOf = (row: 'gradeQuestion' | 'bestQuestion' | 'improveQuestion' | 'absentQuestion'): Wording => ({
  ...text[row],
});
