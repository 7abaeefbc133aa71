/** Questions as fields of a page without scripts: what is typed into them, and which of them an answer leads to. */
import type { SentForm } from '../../core/page.ts';
import type { Locale, Translate } from '../../core/text.ts';
import type { Work } from '../../core/turn.ts';
import {
  type Choice,
  choices,
  dataAddress,
  heading,
  hidden,
  hint,
  link,
  list,
  notice,
  type Piece,
  ratings,
  textArea,
  textField,
  wrongWith,
} from '../../pages/kit.ts';
import { asked, LONGEST_ANSWER, OTHER, OTHER_CHOICE, readAnswers, type Typed } from './answers.ts';
import { numberInWords } from './labels.ts';
import { text } from './page-text.ts';
import { type Question, rangeOf, wordsFor } from './questions.ts';
import { pictures, type Survey } from './survey.ts';

/** Name of the hidden fields that tell which questions stood on the form; in an address, those that stood on the one before. */
export const ON_FORM = 'shown';

/** Data addresses of pictures by their ids. */
export type Pictures = ReadonlyMap<string, string>;

export async function picturesOf({ services, scope }: Work, questions: readonly Question[]): Promise<Pictures> {
  const ids = questions.flatMap(({ options }) => options.flatMap(({ picture }) => picture ?? []));
  const found = await Promise.all(ids.map((id) => services.store.get(scope, pictures, id)));
  return new Map(
    found.flatMap((one) => (one ? [[one.id, dataAddress(one.value.contentType, one.value.bytes)] as const] : [])),
  );
}

/** What was typed into a form, as `readAnswers` takes it. */
export function typedIn({ fields }: Pick<SentForm, 'fields'>, questions: readonly Question[]): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const { id } of questions) {
    const value = fields.getAll(id).filter(Boolean).join(',');
    const other = fields.get(`${id}${OTHER}`) ?? '';
    if (value) typed[id] = value;
    if (other) typed[`${id}${OTHER}`] = other;
  }
  return typed;
}

/** The questions that someone who has typed this is asked. */
export const askedOf = (questions: readonly Question[], typed: Typed): readonly Question[] =>
  asked(questions, readAnswers(questions, typed, { isDraft: true }).answers);

/** Ids of the questions that stood on a form; one that does not say so had all of them. */
export const onForm = ({ fields }: Pick<SentForm, 'fields'>, { questions }: Pick<Survey, 'questions'>): string[] =>
  fields.has(ON_FORM) ? fields.getAll(ON_FORM) : questions.map(({ id }) => id);

/** Whether an answer that is still missing may lead to more questions. Those that stood on the form before were left without one. */
export function mayBeMore(questions: readonly Question[], typed: Typed, before: readonly string[]): boolean {
  const shown = askedOf(questions, typed).map(({ id }) => id);
  const { answers } = readAnswers(questions, typed, { isDraft: true });
  return questions.some(({ id, showIf }) => {
    const on = showIf?.question;
    return on !== undefined && !shown.includes(id) && shown.includes(on) && !answers[on] && !before.includes(on);
  });
}

export interface Fields {
  readonly questions: readonly Question[];
  readonly typed: Typed;
  readonly mistakes: readonly { readonly field?: string | undefined; readonly message: string }[];
  readonly pictures: Pictures;
  readonly locale: Locale;
  readonly t: Translate;
}

/** All fields in order under the headings of their sections, and which they are. */
export function questionFields(of: Fields): Piece {
  return [
    of.questions.some(({ isRequired }) => isRequired) && of.questions.length > 1 && hint(of.t(text.neededHow)),
    of.questions.map((one) => [
      hidden(ON_FORM, one.id),
      one.section && heading(wordsFor(one.section, of.locale)),
      questionField(one, of),
    ]),
  ];
}

/** Says which questions have come, each with the way to it. */
export function moreNotice({ questions, locale, t }: Pick<Fields, 'questions' | 'locale' | 't'>): Piece {
  if (questions.length === 0) return undefined;
  return notice(
    'plain',
    t(text.more, { n: questions.length }),
    list(questions.map(({ id, label }) => link(wordsFor(label, locale), `#${id}`))),
  );
}

function questionField(of: Question, { typed, mistakes, pictures: shown, locale, t }: Fields): Piece {
  const words = wordsFor(of.label, locale);
  const unit = of.number?.unit ? t(text.withUnit, { question: words, unit: wordsFor(of.number.unit, locale) }) : words;
  const field = {
    name: of.id,
    label: of.isRequired ? t(text.needed, { question: unit }) : unit,
    hint: [of.hint && wordsFor(of.hint, locale), limitsOf(of, locale, t)].filter(Boolean).join('\n') || undefined,
    wrong: wrongWith(mistakes, of.id),
  };
  const value = typed[of.id] ?? '';
  const none = of.isRequired ? undefined : t(text.noAnswer);
  switch (of.type) {
    case 'grade':
    case 'scale':
      return ratings({ ...field, ...rangeOf(of), chosen: value || undefined, none });
    case 'number':
      return textField({ ...field, value, isNumber: true });
    case 'text':
      return textArea({ ...field, value });
    default:
      return optionField(of, { field, value, none, other: typed[`${of.id}${OTHER}`] ?? '', shown, locale, t });
  }
}

interface OptionField extends Pick<Fields, 'locale' | 't'> {
  readonly field: {
    readonly name: string;
    readonly label: string;
    readonly hint: string | undefined;
    readonly wrong: string | undefined;
  };
  readonly value: string;
  readonly none: string | undefined;
  readonly other: string;
  readonly shown: Pictures;
}

function optionField(of: Question, { field, value, none, other, shown, locale, t }: OptionField): Piece {
  const isSeveral = of.type === 'choices';
  const options: Choice[] = of.options.map(({ id, label, picture }) => ({
    ...{ value: id, label: wordsFor(label, locale) },
    picture: picture === undefined ? undefined : shown.get(picture),
  }));
  const chosen = value.split(',').filter(Boolean);
  return [
    choices({
      ...field,
      several: isSeveral,
      options: [
        ...options,
        ...(of.allowsOther ? [{ value: OTHER_CHOICE, label: t(text.otherChoice) }] : []),
        ...(none === undefined || isSeveral ? [] : [{ value: '', label: none }]),
      ],
      chosen: other && !isSeveral ? [OTHER_CHOICE] : chosen,
    }),
    of.allowsOther &&
      textField({
        name: `${of.id}${OTHER}`,
        label: t(text.ownAnswer, { question: wordsFor(of.label, locale) }),
        value: other,
      }),
  ];
}

/** What may be answered, where the field does not show it by itself. */
function limitsOf(of: Question, locale: Locale, t: Translate): string | undefined {
  if (of.type === 'grade') return t(text.gradeEnds);
  if (of.type === 'choices') return t(text.chooseSeveral);
  if (of.type === 'text') return t(text.longest, { n: LONGEST_ANSWER });
  if (of.type === 'scale' && of.scale) {
    const { from, to, low, high } = of.scale;
    const ends = [low && ([from, low] as const), high && ([to, high] as const)].flatMap((one) => (one ? [one] : []));
    return ends.map(([n, words]) => t(text.scaleEnd, { n, words: wordsFor(words, locale) })).join(', ') || undefined;
  }
  if (of.type !== 'number' || !of.number) return undefined;
  const [least, most] = [of.number.least, of.number.most].map((one) =>
    one === undefined ? undefined : numberInWords(one, t.tag),
  );
  if (least !== undefined && most !== undefined) return t(text.between, { least, most });
  if (least !== undefined) return t(text.least, { least });
  return most === undefined ? undefined : t(text.most, { most });
}
