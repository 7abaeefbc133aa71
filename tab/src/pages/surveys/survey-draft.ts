/** The form of a survey as it is typed: its parts and questions, moved, copied, divided and pasted. Plain data to plain data. */
import type { Locale } from '../../text.ts';
import type { QuestionDraft, SurveyDraft } from './calls.ts';

export type { QuestionDraft, SurveyDraft };
/** In each language; empty where nothing was written. */
export type Words = SurveyDraft['title'];
export type QuestionType = QuestionDraft['type'];
export type OptionDraft = QuestionDraft['options'][number];

export interface TypedPart {
  /** Of the part's place on the page. */
  readonly key: string;
  readonly title: Words;
  readonly questions: readonly QuestionDraft[];
}
/** Ids of questions are unique in the whole form, so that one may move to another part. */
export interface SurveyForm extends Omit<SurveyDraft, 'parts'> {
  readonly parts: readonly TypedPart[];
}

/** The server's own limit: what people answer on a phone without giving up. */
export const MOST_QUESTIONS = 20;
export const MOST_OPTIONS = 20;
export const MOST_PARTS = 26;

export const noWords = (): Words => ({ fi: '', sv: '', en: '' });
export const isBlank = (of: Words): boolean => !of.fi.trim() && !of.sv.trim() && !of.en.trim();
/** In the language that one writes in, else in any other. */
export const anyWords = (of: Words, locale: Locale): string => of[locale] || of.fi || of.sv || of.en;

export const emptyPart = (): TypedPart => ({ key: crypto.randomUUID(), title: noWords(), questions: [] });

export const emptySurvey = (): SurveyForm => ({
  ...{ title: noWords(), description: noWords(), purpose: noWords(), parts: [emptyPart()] },
  ...{ secrecy: 'anonymous', step: '', breakdown: 'none', showResults: 'all', group: '', event: '' },
  ...{ opensOn: '', opensAtTime: '', closesOn: '', closesAtTime: '', rhythm: 'twoAWeek', reminds: '', isPublic: '' },
});

export const draftOf = ({ parts, ...form }: SurveyForm): SurveyDraft => ({
  ...form,
  parts: parts.map(({ title, questions }) => ({ title, questions: [...questions] })),
});

/** A draft that was put aside, copied or kept by an older version. */
export function formOf(draft: Partial<SurveyDraft>): SurveyForm {
  const { parts = [], ...fields } = draft;
  const bare = emptySurvey();
  const typed = numbered(parts.map((part) => ({ ...emptyPart(), title: part.title, questions: part.questions })));
  return {
    ...bare,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    parts: typed.length > 0 ? typed : bare.parts,
  };
}

export const isUntouched = (form: SurveyForm): boolean =>
  JSON.stringify(draftOf(form)) === JSON.stringify(draftOf(emptySurvey()));

export const questionsOf = ({ parts }: Pick<SurveyForm, 'parts'>): readonly QuestionDraft[] =>
  parts.flatMap(({ questions }) => questions);

// ── Questions ──────────────────────────────────────────────────────────────────────────────────

export const hasOptions = ({ type }: Pick<QuestionDraft, 'type'>): boolean =>
  type === 'choice' || type === 'choices' || type === 'pictures';
export const isNumeric = ({ type }: Pick<QuestionDraft, 'type'>): boolean =>
  type === 'grade' || type === 'number' || type === 'scale';

/** `q1`, `q2` …: after the highest that is there, so that an answer is never taken for one to a question that was removed. */
export function freeId(taken: readonly Pick<QuestionDraft, 'id'>[]): string {
  const highest = Math.max(0, ...taken.map(({ id }) => Number(/^q(\d+)$/.exec(id)?.[1] ?? 0)));
  return `q${highest + 1}`;
}

export function emptyOption(taken: readonly Pick<OptionDraft, 'id'>[]): OptionDraft {
  const highest = Math.max(0, ...taken.map(({ id }) => Number(/^o(\d+)$/.exec(id)?.[1] ?? 0)));
  return { id: `o${highest + 1}`, label: noWords() };
}

export function emptyQuestion(type: QuestionType, id: string): QuestionDraft {
  const first = emptyOption([]);
  return {
    ...{ id, type, label: noWords(), hint: noWords(), section: noWords(), isRequired: type === 'grade' },
    options: hasOptions({ type }) ? [first, emptyOption([first])] : [],
    ...{ allowsOther: false, isWish: false, from: '', to: '', low: noWords(), high: noWords() },
    ...{ least: '', most: '', unit: noWords() },
  };
}

/** What was typed stays as far as the other type has it too. */
export function retyped(of: QuestionDraft, type: QuestionType): QuestionDraft {
  const bare = emptyQuestion(type, of.id);
  const options = hasOptions(bare) ? (of.options.length > 0 ? of.options : bare.options) : [];
  return { ...of, type, options };
}

/** A copy right after it, under an id of its own. */
export function copied(questions: readonly QuestionDraft[], id: string, newId: string): readonly QuestionDraft[] {
  return questions.flatMap((one) => (one.id === id ? [one, { ...structuredClone(one), id: newId }] : [one]));
}

/** One place up or down. */
export function moved<T extends { readonly id: string }>(all: readonly T[], id: string, by: -1 | 1): readonly T[] {
  const from = all.findIndex((one) => one.id === id);
  const one = all[from];
  const to = from + by;
  if (!one || to < 0 || to >= all.length) return all;
  return all.toSpliced(from, 1).toSpliced(to, 0, one);
}

/** Questions that a condition may name: earlier ones whose answers are options or numbers. */
export const conditionable = (earlier: readonly QuestionDraft[]): readonly QuestionDraft[] =>
  earlier.filter((one) => hasOptions(one) || isNumeric(one));

// ── Parts ──────────────────────────────────────────────────────────────────────────────────────

/** New ids that are unique in the whole form; conditions follow. */
export function numbered(parts: readonly TypedPart[]): readonly TypedPart[] {
  let n = 0;
  const taken = new Set<string>();
  return parts.map((part) => {
    const isFresh = part.questions.every(({ id }) => !taken.has(id));
    if (isFresh) {
      for (const { id } of part.questions) taken.add(id);
      return part;
    }
    const all = parts.flatMap(({ questions }) => questions);
    const renamed = new Map<string, string>();
    for (const { id } of part.questions) {
      const next = freeId([...all, { id: `q${n}` }]);
      n = Number(next.slice(1));
      renamed.set(id, next);
      taken.add(next);
    }
    return { ...part, questions: part.questions.map((one) => renamedAs(one, renamed)) };
  });
}

function renamedAs(of: QuestionDraft, names: ReadonlyMap<string, string>): QuestionDraft {
  const { showIf } = of;
  return {
    ...of,
    id: names.get(of.id) ?? of.id,
    ...(showIf ? { showIf: { ...showIf, question: names.get(showIf.question) ?? showIf.question } } : {}),
  };
}

/** Divides questions into parts of at most `most`: a section stays whole where it fits, and parts hold as many whole ones as they can. */
export function inParts(questions: readonly QuestionDraft[], most: number = MOST_QUESTIONS): readonly TypedPart[] {
  const sections: QuestionDraft[][] = [];
  for (const one of questions) {
    const last = sections.at(-1);
    if (!last || !isBlank(one.section)) sections.push([one]);
    else last.push(one);
  }
  const chunks: QuestionDraft[][] = [];
  for (const section of sections)
    for (let at = 0; at < section.length; at += most) {
      const piece = section.slice(at, at + most);
      const last = chunks.at(-1);
      if (last && last.length + piece.length <= most) last.push(...piece);
      else chunks.push(piece);
    }
  return chunks.map((chunk) => ({ ...emptyPart(), title: chunk[0]?.section ?? noWords(), questions: chunk }));
}

/** All questions as one part again. */
export const joined = (parts: readonly TypedPart[]): readonly TypedPart[] => [
  { ...emptyPart(), questions: parts.flatMap(({ questions }) => questions) },
];

/** Pasted parts after those that are there; one part goes to the end of the last one. An empty beginning gives way. */
export function withPasted(
  parts: readonly TypedPart[],
  pasted: readonly (readonly QuestionDraft[])[],
): readonly TypedPart[] {
  const [only] = pasted;
  const last = parts.at(-1);
  if (pasted.length === 1 && only && last) {
    const grown = numbered([last, { ...emptyPart(), questions: only }]).flatMap(({ questions }) => questions);
    return numbered([...parts.slice(0, -1), { ...last, questions: grown }]);
  }
  const added = pasted.map((questions) => ({
    ...emptyPart(),
    title: questions[0]?.section ?? noWords(),
    questions,
  }));
  return numbered([...parts.filter(({ questions }) => questions.length > 0), ...added]);
}

/** To the end of another part. */
export function movedToPart(parts: readonly TypedPart[], id: string, to: string): readonly TypedPart[] {
  const one = parts.flatMap(({ questions }) => questions).find((question) => question.id === id);
  if (!one) return parts;
  return parts.map((part) => {
    const rest = part.questions.filter((question) => question.id !== id);
    return { ...part, questions: part.key === to ? [...rest, one] : rest };
  });
}

/** What a part is called once it is out: `Strategia: Kuntalaisten arki`. */
export function partTitle(whole: Words, part: Words): Words {
  if (isBlank(part)) return whole;
  const titled = noWords();
  for (const locale of ['fi', 'sv', 'en'] as const)
    if (whole[locale] || part[locale]) titled[locale] = `${anyWords(whole, locale)}: ${anyWords(part, locale)}`;
  return titled;
}

// ── Languages ──────────────────────────────────────────────────────────────────────────────────

/** In which language one writes first, and into which one translates. */
export function languagesOf(network: Locale | 'fi+sv', reader: Locale): readonly [Locale, ...Locale[]] {
  const main = network === 'fi+sv' ? (reader === 'sv' ? 'sv' : 'fi') : network;
  return [main, ...(['fi', 'sv', 'en'] as const).filter((one) => one !== main)];
}

/** What the server read in the reader's language, put under the language that one writes in. */
export function saidIn(of: QuestionDraft, from: Locale, to: Locale): QuestionDraft {
  if (from === to) return of;
  const said = (words: Words): Words =>
    words[to] || !words[from] ? words : { ...words, [to]: words[from], [from]: '' };
  return {
    ...of,
    ...{ label: said(of.label), hint: said(of.hint), section: said(of.section), low: said(of.low) },
    ...{ high: said(of.high), unit: said(of.unit) },
    options: of.options.map((one) => ({ ...one, label: said(one.label) })),
  };
}
