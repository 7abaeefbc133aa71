/** Which questions someone who answers so is asked, and which of them are answered: the server’s own rule on what is typed, compared by a test. */
import type { QuestionView } from './calls.ts';

/** What a form sends: by question id, options comma-separated; `<id>-other` is one’s own. */
export type Typed = Readonly<Record<string, string>>;
export const OTHER = '-other';
/** Id of the choice “other, what?”. */
export const OTHER_CHOICE = 'other';
/** The server’s own limits on a text and on an option of one’s own, in characters. */
export const LONGEST_ANSWER = 2000;
export const LONGEST_OTHER = 200;
const LARGEST_NUMBER = 1_000_000_000;

const hasOptions = ({ type }: QuestionView): boolean => type === 'choice' || type === 'choices' || type === 'pictures';

/** The chosen ones, without “other”. */
export const chosenIn = (typed: string | undefined): string[] =>
  (typed ?? '').split(',').flatMap((one) => one.trim() || []);

/** As people type it, “1 250,5”; undefined when it is empty, no number or too large. */
export function numberIn(typed: string | undefined): number | undefined {
  const line = (typed ?? '')
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(line)) return undefined;
  return Math.abs(Number(line)) <= LARGEST_NUMBER ? Number(line) : undefined;
}

/** From and to of a grade or scale. */
export const rangeOf = ({ type, scale }: QuestionView): { readonly from: number; readonly to: number } =>
  type === 'scale' && scale ? scale : { from: 1, to: 5 };

/** The questions that someone who typed so is asked, in order. */
export function askedOf(questions: readonly QuestionView[], typed: Typed): QuestionView[] {
  const shown: QuestionView[] = [];
  for (const one of questions) if (isAsked(one, shown, typed)) shown.push(one);
  return shown;
}

function isAsked({ showIf }: QuestionView, shown: readonly QuestionView[], typed: Typed): boolean {
  if (!showIf) return true;
  const earlier = shown.find(({ id }) => id === showIf.question);
  if (!earlier || !isAnswered(earlier, typed)) return false;
  if (showIf.options) {
    const chosen = choicesOf(earlier, typed);
    return showIf.options.some((id) => chosen.includes(id));
  }
  const number = numberIn(typed[earlier.id]) ?? Number.NaN;
  return number >= (showIf.atLeast ?? -Infinity) && number <= (showIf.atMost ?? Infinity);
}

/** What would be counted: one’s own words replace the one choice. */
function choicesOf(of: QuestionView, typed: Typed): string[] {
  if (of.type !== 'choices' && otherOf(of, typed)) return [];
  return chosenIn(typed[of.id]).filter((id) => id !== OTHER_CHOICE);
}

const otherOf = ({ id, allowsOther }: QuestionView, typed: Typed): string =>
  allowsOther ? (typed[`${id}${OTHER}`] ?? '').trim() : '';

/** There is an answer that can be read. */
export function isAnswered(of: QuestionView, typed: Typed): boolean {
  if (hasOptions(of)) {
    const chosen = chosenIn(typed[of.id]);
    const other = otherOf(of, typed);
    if (of.allowsOther && chosen.includes(OTHER_CHOICE) && !other) return false;
    if (other.length > LONGEST_OTHER) return false;
    return choicesOf(of, typed).length > 0 || other !== '';
  }
  if (of.type === 'text') {
    const written = (typed[of.id] ?? '').trim();
    return written !== '' && written.length <= LONGEST_ANSWER;
  }
  const number = numberIn(typed[of.id]);
  if (number === undefined) return false;
  if (of.type === 'number') {
    const { least = -Infinity, most = Infinity } = of.number ?? {};
    return number >= least && number <= most;
  }
  const { from, to } = rangeOf(of);
  return Number.isInteger(number) && number >= from && number <= to;
}
