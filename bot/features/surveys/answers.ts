/** Answers: what was typed into a form, read against the questions that this person is asked. */
import { z } from 'zod';
import type { Problem } from '../../core/refusal.ts';
import { oneLine, severalLines } from '../../core/typed.ts';
import { hasOptions, isNumeric, optionId, type Question, questionId, rangeOf, readNumber } from './questions.ts';
import { text } from './text.ts';

/** Of a text, in characters. */
export const LONGEST_ANSWER = 2000;
/** Of an option of one's own, in characters. */
export const LONGEST_OTHER = 200;

/** `number` of grades, numbers and scales; `choices` of options; `text` of texts and of an option of one's own. */
export const answer = z.object({
  number: z.number().optional(),
  choices: z.array(optionId).optional(),
  text: z.string().max(LONGEST_ANSWER).optional(),
});
export type Answer = z.infer<typeof answer>;
export const answers = z.record(questionId, answer);
export type Answers = z.infer<typeof answers>;

/** What a form sends: by question id, options comma-separated; `<id>-other` is one's own. */
export type Typed = Readonly<Record<string, string>>;
export const OTHER = '-other';
/** Id of the choice “other, what?”. */
export const OTHER_CHOICE = 'other';

/** The questions that someone who answers so is asked, in order. */
export function asked(questions: readonly Question[], given: Answers): Question[] {
  const shown: Question[] = [];
  for (const one of questions) if (isAsked(one, shown, given)) shown.push(one);
  return shown;
}

function isAsked({ showIf }: Question, shown: readonly Question[], given: Answers): boolean {
  if (!showIf) return true;
  if (!shown.some(({ id }) => id === showIf.question)) return false;
  const earlier = given[showIf.question];
  if (!earlier) return false;
  if (showIf.options) return showIf.options.some((id) => earlier.choices?.includes(id));
  const { number } = earlier;
  return number !== undefined && number >= (showIf.atLeast ?? -Infinity) && number <= (showIf.atMost ?? Infinity);
}

/**
 * What was typed, as answers; what is not asked of this person is left out. All problems are named by the question's id. `isDraft`: nothing is
 * demanded yet, and what can't be read is left out.
 */
export function readAnswers(
  questions: readonly Question[],
  typed: Typed,
  { isDraft = false }: { readonly isDraft?: boolean } = {},
): { readonly answers: Answers; readonly problems: readonly Problem[] } {
  const given: Record<string, Answer> = {};
  const shown: Question[] = [];
  const problems: Problem[] = [];
  for (const one of questions) {
    if (!isAsked(one, shown, given)) continue;
    shown.push(one);
    const read = readAnswer(one, typed);
    if ('problem' in read) problems.push({ field: one.id, ...read.problem });
    else if (read.answer) given[one.id] = read.answer;
    else if (one.isRequired) problems.push({ field: one.id, row: REQUIRED[one.type] });
  }
  return { answers: given, problems: isDraft ? [] : problems };
}

const REQUIRED = {
  grade: text.giveGrade,
  choice: text.chooseOne,
  pictures: text.chooseOne,
  choices: text.chooseSome,
  text: text.writeAnswer,
  number: text.writeNumber,
  scale: text.chooseOne,
} as const;

type Read = { readonly answer?: Answer } | { readonly problem: Omit<Problem, 'field'> };

function readAnswer(of: Question, typed: Typed): Read {
  const value = typed[of.id] ?? '';
  if (of.type === 'text') return readText(severalLines(value), LONGEST_ANSWER);
  if (isNumeric(of)) return readNumeric(of, value);
  if (!hasOptions(of)) return {};
  const other = of.allowsOther ? oneLine(typed[`${of.id}${OTHER}`] ?? '') : '';
  const ids = [...new Set(value.split(',').flatMap((one) => one.trim() || []))].filter((id) => id !== OTHER_CHOICE);
  const isOther = value.split(',').some((one) => one.trim() === OTHER_CHOICE);
  const known = of.options.map(({ id }) => id);
  if (ids.some((id) => !known.includes(id))) return { problem: { row: text.unknownChoice } };
  if (isOther && !other && of.allowsOther) return { problem: { row: text.writeOther } };
  if (other.length > LONGEST_OTHER)
    return { problem: { row: text.longAnswer, params: { most: LONGEST_OTHER, n: other.length } } };
  // One's own words replace the one choice; beside several they are one more.
  const choices = of.type === 'choices' ? known.filter((id) => ids.includes(id)) : other ? [] : ids;
  if (of.type !== 'choices' && choices.length > 1) return { problem: { row: text.onlyOne } };
  if (choices.length === 0 && !other) return {};
  return { answer: { choices, ...(other ? { text: other } : {}) } };
}

function readText(value: string, most: number): Read {
  if (value.length > most) return { problem: { row: text.longAnswer, params: { most, n: value.length } } };
  return value ? { answer: { text: value } } : {};
}

function readNumeric(of: Question, value: string): Read {
  const number = readNumber(value);
  if (number === undefined) return {};
  if (of.type === 'number') {
    const { least = -Infinity, most = Infinity } = of.number ?? {};
    if (Number.isNaN(number)) return { problem: { row: text.badNumber } };
    if (number < least || number > most) return { problem: outside(least, most) };
    return { answer: { number } };
  }
  const { from, to } = rangeOf(of);
  const fits = Number.isInteger(number) && number >= from && number <= to;
  return fits ? { answer: { number } } : { problem: { row: text.badGrade, params: { from, to } } };
}

function outside(least: number, most: number): Omit<Problem, 'field'> {
  if (most === Infinity) return { row: text.numberTooSmall, params: { least } };
  if (least === -Infinity) return { row: text.numberTooLarge, params: { most } };
  return { row: text.numberOutside, params: { least, most } };
}

/** Answers as a form shows them again. */
export function typedOf(questions: readonly Question[], given: Answers): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const one of questions) {
    const of = given[one.id];
    if (!of) continue;
    if (one.type === 'text') typed[one.id] = of.text ?? '';
    else if (of.number !== undefined) typed[one.id] = String(of.number);
    else {
      typed[one.id] = [...(of.choices ?? []), ...(of.text ? [OTHER_CHOICE] : [])].join(',');
      if (of.text) typed[`${one.id}${OTHER}`] = of.text;
    }
  }
  return typed;
}
