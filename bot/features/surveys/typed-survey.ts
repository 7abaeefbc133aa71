/** A survey as it is typed in chat, in the form's few fields or in one message, read into a draft. */
import { z } from 'zod';
import type { Locale } from '../../core/text.ts';
import { oneLine } from '../../core/typed.ts';
import { parseQuestions } from './questions.ts';
import { type SurveyDraft, surveyDraft } from './survey.ts';

/** The inputs of the form's card, as typed. Words are in the language of who typed them. */
export const typedSurvey = z.object({
  title: z.string().default(''),
  description: z.string().default(''),
  purpose: z.string().default(''),
  /** A line a question; see `parseQuestions`. */
  questions: z.string().default(''),
  secrecy: z.string().default(''),
  showResults: z.string().default(''),
  step: z.coerce.string().default(''),
  breakdown: z.string().default(''),
  /** Ids; `-` stands for none, since a choice needs a value. */
  group: z.string().default(''),
  event: z.string().default(''),
  opensOn: z.string().default(''),
  opensAtTime: z.string().default(''),
  closesOn: z.string().default(''),
  closesAtTime: z.string().default(''),
});
export type TypedSurvey = z.infer<typeof typedSurvey>;

/** What a choice sends where nothing is chosen. */
export const UNSET = '-';
const chosen = (value: string): string => (value.trim() === UNSET ? '' : value);

export function draftFrom(typed: TypedSurvey, locale: Locale): SurveyDraft {
  const { title, description, purpose, questions, group, event, ...rest } = typed;
  const parts = parseQuestions(questions, locale).map((part) => ({ questions: part }));
  return surveyDraft.parse({
    ...rest,
    ...{ title: { [locale]: title }, description: { [locale]: description }, purpose: { [locale]: purpose } },
    ...{ parts, group: chosen(group), event: chosen(event) },
  });
}

/** `kysely Syyspäivän aiheet` and a question a line; what follows the first `|` of the first line is a question too. */
export function quickSurvey(typed: string): TypedSurvey {
  const [first = '', ...lines] = typed.split(/\r?\n/);
  const at = first.indexOf('|');
  const [title, rest] = at < 0 ? [first, ''] : [first.slice(0, at), first.slice(at + 1)];
  return typedSurvey.parse({ title: oneLine(title), questions: [rest.trim(), ...lines].join('\n').trim() });
}
