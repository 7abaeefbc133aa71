/** What answers, bars and cells of a breakdown are called, in the reader's language. */
import { nameIn } from '../../core/organisation.ts';
import { type Locale, TAGS, type Translate } from '../../core/text.ts';
import { type Answer, OTHER_CHOICE } from './answers.ts';
import type { Cell } from './people.ts';
import { hasOptions, type Question } from './questions.ts';
import { text } from './result-text.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** With the decimal mark of the language: 4,5 in Finnish and Swedish. */
export function numberInWords(value: number, tag: string = TAGS.fi): string {
  const format = formats.get(tag) ?? new Intl.NumberFormat(tag, { maximumFractionDigits: 6 });
  formats.set(tag, format);
  return format.format(value);
}

/** Of a bar of `distribution`: an option's label, a number, or from and to of numbers. */
export function barLabel(of: Question, key: string, t: Translate): string {
  if (key === OTHER_CHOICE) return t(text.other);
  if (!hasOptions(of))
    return key
      .split('–')
      .map((end) => numberInWords(Number(end), t.tag))
      .join('–');
  return optionInWords(of, key, t);
}

const optionInWords = ({ options }: Question, id: string, t: Pick<Translate, 'locales'>): string =>
  nameIn(options.find((one) => one.id === id)?.label ?? {}, t);

/** A size class or an area, or that it is not known. */
export function cellName({ size, area }: Cell, t: Translate): string {
  if (area) return nameIn(area, t);
  if (!size) return t(text.cellUnknown);
  const { from, to } = size;
  if (from === undefined) return t(text.sizeUnder, { to: (to ?? 0) + 1 });
  return to === undefined ? t(text.sizeOver, { from }) : t(text.sizeBetween, { from, to });
}

/** One answer as it is read: options by their labels, then one's own. */
export function answerInWords(of: Question, given: Answer, t: Translate): string {
  if (given.number !== undefined) return numberInWords(given.number, t.tag);
  const chosen = (given.choices ?? []).map((id) => optionInWords(of, id, t));
  return [...chosen, ...(given.text ? [given.text] : [])].join(', ');
}

/** Words of one language, for the forms that ask for all of them. */
export const openWords = (of: { readonly [L in Locale]?: string | undefined } | undefined) => ({
  ...{ fi: of?.fi ?? '', sv: of?.sv ?? '', en: of?.en ?? '' },
});
