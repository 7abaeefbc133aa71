/** A translator that brackets every text of the tables, so that text from elsewhere stands out. */
import { type Message, type Params, type Translate, translator } from '../../bot/core/text.ts';

const OPEN = '⟦';
const CLOSE = '⟧';

/** Speaks the longest of the three languages, in brackets. */
export function pseudoTranslator(): Translate {
  const speak = (['fi', 'sv', 'en'] as const).map((locale) => translator(locale));
  const longest = (row: Message, params?: Params): string =>
    speak.map((t) => t(row, params)).reduce((a, b) => (b.length > a.length ? b : a));
  const translate = (row: Message, params?: Params): string => `${OPEN}${longest(row, params)}${CLOSE}`;
  return Object.assign(translate, {
    each: (row: Message, params?: Params): readonly string[] => [translate(row, params)],
    locales: ['fi'] as const,
    tag: 'fi-FI',
  });
}

/** What is left of a text when everything between the brackets is taken away. */
export function outsideTable(text: string): string {
  let depth = 0;
  let outside = '';
  for (const letter of text) {
    if (letter === OPEN) depth++;
    else if (letter === CLOSE) depth--;
    else if (depth === 0) outside += letter;
  }
  return outside;
}

/** Every language that a card can be drawn in: of one reader, of a channel of two languages, and of texts in brackets. */
export const languages = {
  fi: translator('fi'),
  sv: translator('sv'),
  en: translator('en'),
  'fi+sv': translator('fi+sv'),
  pseudo: pseudoTranslator(),
};
