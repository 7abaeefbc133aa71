/** Questions of surveys: their shapes, which of them someone is asked, and what is wrong with a drafted one. */
import { z } from 'zod';
import { nameFor } from '../../core/organisation.ts';
import type { Problem } from '../../core/refusal.ts';
import type { Locale } from '../../core/text.ts';
import { oneLine } from '../../core/typed.ts';
import { text } from './text.ts';

export const LONGEST_LABEL = 300;
export const LONGEST_OPTION = 150;
export const LONGEST_END = 60;
export const MOST_OPTIONS = 20;
/** At a time: what people answer on a phone without giving up. More are asked in parts. */
export const MOST_QUESTIONS = 20;
/** Pictures come with the questions: more of them take long on a phone. */
export const MOST_PICTURES = 12;
/** Ends of a scale. */
export const LOWEST = 0;
export const HIGHEST = 10;
/** Out of how many grades are given. */
export const BEST_GRADE = 5;
/** Farthest from zero that a number may be. */
export const LARGEST_NUMBER = 1_000_000_000;

/** Words in the languages that they were written in; the first that is there stands for those that are missing. */
export const wording = (longest: number) =>
  z.object({
    fi: z.string().max(longest).optional(),
    sv: z.string().max(longest).optional(),
    en: z.string().max(longest).optional(),
  });
export type Wording = z.infer<ReturnType<typeof wording>>;

/** In the reader's language. */
export const wordsFor = (of: Wording, locale: Locale): string => nameFor(of, locale);
/** Of the longest language, in characters. */
export const lengthOf = (of: Wording): number => Math.max(0, ...Object.values(of).map((line) => line?.length ?? 0));
export const isEmpty = (of: Wording | undefined): boolean => !of || (!of.fi && !of.sv && !of.en);

export const questionType = z.enum(['grade', 'choice', 'choices', 'text', 'number', 'scale', 'pictures']);
export type QuestionType = z.infer<typeof questionType>;

/** `grade`, `best` … of feedback, else `q1`, `q2` … */
export const questionId = z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/);
export const optionId = z.string().regex(/^o[0-9]{1,3}$/);
/** Of a document that holds a picture. */
export const pictureId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

export const surveyOption = z.object({
  id: optionId,
  label: wording(LONGEST_OPTION),
  picture: pictureId.optional(),
});

/** Asked only when the earlier question was answered so: with one of these options, or a number within these. */
export const condition = z.object({
  question: questionId,
  options: z.array(optionId).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
});

export const question = z.object({
  id: questionId,
  type: questionType,
  label: wording(LONGEST_LABEL),
  hint: wording(LONGEST_LABEL).optional(),
  isRequired: z.boolean(),
  /** Heading of the section that begins with this question. */
  section: wording(LONGEST_LABEL).optional(),
  /** Of choices and pictures. */
  options: z.array(surveyOption).max(MOST_OPTIONS),
  /** People may answer with an option of their own. */
  allowsOther: z.boolean(),
  scale: z
    .object({
      from: z.number().int().min(LOWEST).max(HIGHEST),
      to: z.number().int().min(LOWEST).max(HIGHEST),
      low: wording(LONGEST_END).optional(),
      high: wording(LONGEST_END).optional(),
    })
    .optional(),
  number: z
    .object({ least: z.number().optional(), most: z.number().optional(), unit: wording(LONGEST_END).optional() })
    .optional(),
  showIf: condition.optional(),
  /** What is answered here is a wish, on which the coordinator says what became of it. */
  isWish: z.boolean(),
});
export type Question = z.infer<typeof question>;

/** Answered with one of its options or several. */
export const hasOptions = ({ type }: Pick<Question, 'type'>): boolean =>
  type === 'choice' || type === 'choices' || type === 'pictures';
export const isNumeric = ({ type }: Pick<Question, 'type'>): boolean =>
  type === 'grade' || type === 'number' || type === 'scale';
/** From and to of a grade or scale. */
export const rangeOf = ({ type, scale }: Question): { readonly from: number; readonly to: number } =>
  type === 'scale' && scale ? scale : { from: 1, to: BEST_GRADE };

// ── Drafting ───────────────────────────────────────────────────────────────────────────────────

const typedWords = z.object({ fi: z.string().default(''), sv: z.string().default(''), en: z.string().default('') });
const none = { fi: '', sv: '', en: '' };

/** A question as the tab sends it: strings as typed; ids are the form's own, and stay. */
export const questionDraft = z.object({
  id: z.string(),
  type: questionType,
  label: typedWords,
  hint: typedWords.default(none),
  section: typedWords.default(none),
  isRequired: z.boolean().default(false),
  options: z
    .array(z.object({ id: z.string(), label: typedWords, picture: z.string().optional() }))
    .max(200)
    .default([]),
  allowsOther: z.boolean().default(false),
  from: z.coerce.string().default(''),
  to: z.coerce.string().default(''),
  low: typedWords.default(none),
  high: typedWords.default(none),
  least: z.coerce.string().default(''),
  most: z.coerce.string().default(''),
  unit: typedWords.default(none),
  /** Options comma-separated; numbers as typed. */
  showIf: z
    .object({
      question: z.string(),
      options: z.string().default(''),
      atLeast: z.coerce.string().default(''),
      atMost: z.coerce.string().default(''),
    })
    .optional(),
  isWish: z.boolean().default(false),
});
export type QuestionDraft = z.infer<typeof questionDraft>;

/** Names that forms of cards, pages and the tab have for something else; `absent` is what those who were not there are asked. */
const TAKEN: readonly string[] = [
  ...['form', 'act', 'website', 'shown', 'survey', 'network', 'verb', 'as', 'said', 'lang', 'direct', 'channel'],
  'absent',
];

export type Complain = (field: string, row: Problem['row'], params?: Problem['params']) => void;

/** Spaces put right; what is empty is left out. */
export function tidy(of: { readonly [L in Locale]?: string | undefined }): Wording {
  const lines = (['fi', 'sv', 'en'] as const).map((locale) => [locale, oneLine(of[locale] ?? '')] as const);
  return Object.fromEntries(lines.filter(([, line]) => line !== ''));
}

/**
 * Reads drafted questions and names everything that is wrong by the field `questions.<position>.<what>`, positions from 0. `reserved`: ids that
 * are taken already.
 */
export function readQuestions(
  drafts: readonly QuestionDraft[],
  complain: Complain,
  { most = MOST_QUESTIONS, reserved = [] }: { readonly most?: number; readonly reserved?: readonly string[] } = {},
): Question[] {
  if (drafts.length > most) complain('questions', text.manyQuestions, { most, n: drafts.length });
  const read: Question[] = [];
  for (const [position, draft] of drafts.slice(0, most).entries()) {
    const problem: Complain = (field, row, params) => complain(`questions.${position}.${field}`, row, params);
    const isFree =
      questionId.safeParse(draft.id).success &&
      ![...TAKEN, ...reserved, ...read.map(({ id }) => id)].includes(draft.id);
    if (!isFree) problem('label', text.badQuestionId);
    read.push(readQuestion(draft, read, problem, position + 1));
  }
  const shown = read.reduce((sum, { type, options }) => sum + (type === 'pictures' ? options.length : 0), 0);
  if (shown > MOST_PICTURES) complain('questions', text.manyPictures, { most: MOST_PICTURES, n: shown });
  return read;
}

function readQuestion(draft: QuestionDraft, earlier: readonly Question[], problem: Complain, n: number): Question {
  const label = tidy(draft.label);
  if (isEmpty(label)) problem('label', text.noLabel, { n });
  const words = (field: string, of: Wording, longest: number): Wording | undefined => {
    const n = lengthOf(of);
    if (n > longest) problem(field, text.longWords, { most: longest, n });
    return isEmpty(of) ? undefined : of;
  };
  words('label', label, LONGEST_LABEL);
  const hint = words('hint', tidy(draft.hint), LONGEST_LABEL);
  const section = words('section', tidy(draft.section), LONGEST_LABEL);
  const scale = draft.type === 'scale' ? readScale(draft, problem, words) : undefined;
  const number = draft.type === 'number' ? readNumberRules(draft, problem, words) : undefined;
  const showIf =
    draft.showIf && draft.showIf.question !== '' ? readCondition(draft.showIf, earlier, problem) : undefined;
  return {
    ...{ id: draft.id, type: draft.type, label, isRequired: draft.isRequired },
    options: hasOptions(draft) ? readOptions(draft, problem) : [],
    allowsOther: draft.allowsOther && (draft.type === 'choice' || draft.type === 'choices'),
    isWish: draft.isWish && draft.type === 'text',
    ...(hint ? { hint } : {}),
    ...(section ? { section } : {}),
    ...(scale ? { scale } : {}),
    ...(number ? { number } : {}),
    ...(showIf ? { showIf } : {}),
  };
}

type Words = (field: string, of: Wording, longest: number) => Wording | undefined;

function readOptions({ options, type, allowsOther }: QuestionDraft, problem: Complain): Question['options'] {
  const least = allowsOther && type !== 'pictures' ? 1 : 2;
  if (options.length < least) problem('options', text.fewOptions, { least });
  if (options.length > MOST_OPTIONS) problem('options', text.manyOptions, { most: MOST_OPTIONS, n: options.length });
  const seen = new Set<string>();
  const ids = new Set<string>();
  return options.slice(0, MOST_OPTIONS).map((one, index) => {
    const field = `options.${index}`;
    const label = tidy(one.label);
    if (isEmpty(label)) problem(field, text.emptyOption, { n: index + 1 });
    const n = lengthOf(label);
    if (n > LONGEST_OPTION) problem(field, text.longWords, { most: LONGEST_OPTION, n });
    const key = wordsFor(label, 'fi').normalize('NFKC').toLowerCase();
    if (key && seen.has(key)) problem(field, text.repeatedOption, { option: wordsFor(label, 'fi') });
    seen.add(key);
    if (!optionId.safeParse(one.id).success || ids.has(one.id)) problem(field, text.badQuestionId);
    ids.add(one.id);
    const picture = type === 'pictures' ? pictureId.safeParse(one.picture).data : undefined;
    if (type === 'pictures' && picture === undefined) problem(field, text.noPicture, { n: index + 1 });
    return { id: one.id, label, ...(picture === undefined ? {} : { picture }) };
  });
}

function readScale(draft: QuestionDraft, problem: Complain, words: Words): Question['scale'] {
  const from = wholeNumber(draft.from) ?? 1;
  const to = wholeNumber(draft.to) ?? BEST_GRADE;
  if (from < LOWEST || to > HIGHEST || to <= from || Number.isNaN(from + to))
    problem('from', text.badScale, { least: LOWEST, most: HIGHEST });
  const low = words('low', tidy(draft.low), LONGEST_END);
  const high = words('high', tidy(draft.high), LONGEST_END);
  return { from, to, ...(low ? { low } : {}), ...(high ? { high } : {}) };
}

function readNumberRules(draft: QuestionDraft, problem: Complain, words: Words): Question['number'] {
  const least = readNumber(draft.least);
  const most = readNumber(draft.most);
  if (Number.isNaN(least)) problem('least', text.badNumber);
  if (Number.isNaN(most)) problem('most', text.badNumber);
  if (least !== undefined && most !== undefined && least >= most) problem('most', text.badLimits);
  const unit = words('unit', tidy(draft.unit), LONGEST_END);
  return {
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(unit ? { unit } : {}),
  };
}

function readCondition(
  typed: NonNullable<QuestionDraft['showIf']>,
  earlier: readonly Question[],
  problem: Complain,
): Question['showIf'] {
  const of = earlier.find(({ id }) => id === typed.question);
  const options = typed.options.split(',').flatMap((one) => one.trim() || []);
  const atLeast = readNumber(typed.atLeast);
  const atMost = readNumber(typed.atMost);
  const fits =
    of !== undefined &&
    (hasOptions(of)
      ? options.length > 0 && options.every((one) => of.options.some(({ id }) => id === one))
      : isNumeric(of) &&
        (atLeast !== undefined || atMost !== undefined) &&
        !Number.isNaN((atLeast ?? 0) + (atMost ?? 0)));
  if (!of || !fits) {
    problem('showIf', text.badCondition);
    return undefined;
  }
  if (hasOptions(of)) return { question: of.id, options };
  return {
    question: of.id,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}

const wholeNumber = (typed: string): number | undefined =>
  typed.trim() === '' ? undefined : /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : Number.NaN;

/** As people type it, “1 250,5”; undefined when it is empty, NaN when it is no number or too large. */
export function readNumber(typed: string): number | undefined {
  const line = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  if (line === '') return undefined;
  const value = /^-?\d{1,12}(\.\d{1,6})?$/.test(line) ? Number(line) : Number.NaN;
  return Math.abs(value) <= LARGEST_NUMBER ? value : Number.NaN;
}

/** About how long answering takes, in minutes: a text takes longer than a tap. */
export function minutesFor(questions: readonly Pick<Question, 'type'>[]): number {
  const seconds = questions.reduce((sum, { type }) => sum + (type === 'text' ? TYPING : TAPPING), 0);
  return Math.max(1, Math.ceil(seconds / 60));
}
/** In seconds, with reading. */
const TYPING = 40;
const TAPPING = 15;

// ── In words ───────────────────────────────────────────────────────────────────────────────────

/**
 * Questions as they are typed into chat or pasted, one a line: `Miten kuulit meistä? * | Kollegalta | Postista | …`. `*`: an answer is needed;
 * `|`: one of these; `||` before the first one: several; a last option `…`: or one's own; `[1–5]`, `[0–10 huono … hyvä]`: a scale with its ends;
 * `[123]`: a number; `# Otsikko`: a section begins; `== ` begins the next part.
 */
export function parseQuestions(typed: string, locale: Locale): QuestionDraft[][] {
  const parts: QuestionDraft[][] = [[]];
  let section = '';
  let n = 0;
  for (const line of typed.split('\n').map((one) => one.trim())) {
    const part = parts.at(-1) ?? [];
    if (line === '') continue;
    if (/^={2,}/.test(line)) {
      if (part.length > 0) parts.push([]);
      n = 0;
      section = line.replace(/^=+|=+$/g, '').trim() || section;
    } else if (line.startsWith('#')) section = line.replace(/^#+/, '').trim();
    else {
      n += 1;
      part.push(
        questionDraft.parse({
          ...questionIn(line, locale),
          id: `q${n}`,
          section: section ? { [locale]: section } : none,
        }),
      );
      section = '';
    }
  }
  return parts.filter((part) => part.length > 0);
}

function questionIn(line: string, locale: Locale): Omit<z.input<typeof questionDraft>, 'id'> {
  const [head = '', ...rest] = line.split('|').map((one) => one.trim());
  const several = rest[0] === '';
  const options = rest.filter((one) => one !== '');
  const allowsOther = /^(…|\.{3})$/.test(options.at(-1) ?? '');
  const listed = allowsOther ? options.slice(0, -1) : options;
  const bracket = /\[([^\]]*)\]\s*\*?\s*$/.exec(head)?.[1]?.trim();
  const isRequired = /\*\s*$/.test(head) || /\*\s*\[/.test(head);
  const label = {
    [locale]: head
      .replace(/\[[^\]]*\]/g, '')
      .replace(/\*\s*$/g, '')
      .replace(/\*\s*$/, '')
      .trim(),
  };
  if (listed.length > 0)
    return {
      ...{ label, isRequired, allowsOther, type: several ? 'choices' : 'choice' },
      options: listed.map((one, index) => ({ id: `o${index + 1}`, label: { [locale]: one } })),
    };
  const range = /^(\d{1,2})\s*[-–]\s*(\d{1,2})\s*(.*)$/.exec(bracket ?? '');
  if (range) {
    const [, from = '', to = '', words = ''] = range;
    const [low = '', high = ''] = words.split(/…|\.{3}/).map((one) => one.trim());
    if (from === '1' && to === String(BEST_GRADE) && words === '') return { label, isRequired, type: 'grade' };
    return { label, isRequired, type: 'scale', from, to, low: { [locale]: low }, high: { [locale]: high } };
  }
  return { label, isRequired, type: /^(123|#)$/.test(bracket ?? '') ? 'number' : 'text' };
}
