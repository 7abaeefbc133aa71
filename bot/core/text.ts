/** Text in three languages: one row per message, ICU syntax, no global language. */
import { IntlMessageFormat } from 'intl-messageformat';

export type Locale = 'fi' | 'sv' | 'en';
/** What a channel speaks: one language, or Finnish and Swedish side by side. */
export type ChannelLanguage = Locale | 'fi+sv';

/** One message. A missing language is a compile error. */
export type Message = Readonly<Record<Locale, string>>;
/** A value that reads differently in each language, such as a date, is given as a function. */
export type Param = string | number | ((locale: Locale) => string);
export type Params = Readonly<Record<string, Param>>;

/** Formats a row for one reader (or for a channel of two languages, then joined by “ / ”). */
export interface Translate {
  (row: Message, params?: Params): string;
  /** One text per language, for sentences that read better as paragraphs of their own. */
  each(row: Message, params?: Params): readonly string[];
  readonly locales: readonly Locale[];
  /** BCP 47 tag of the first language: fi-FI, sv-FI (Finland's Swedish) or en-GB. */
  readonly tag: string;
}

export const TAGS: Readonly<Record<Locale, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** Marks a feature's table of messages; returns it as it is, checked by the compiler. */
export function messages<const T extends Record<string, Message>>(table: T): T {
  return table;
}

const compiled = new Map<string, IntlMessageFormat>();

/** A pattern without arguments or quoting is its own text. */
const isFixed = (pattern: string): boolean => !pattern.includes('{') && !pattern.includes("'");

function format(locale: Locale, pattern: string, params: Params): string {
  if (isFixed(pattern)) return pattern;
  const key = `${locale}\n${pattern}`;
  let message = compiled.get(key);
  if (!message) {
    message = new IntlMessageFormat(pattern, TAGS[locale], undefined, { ignoreTag: true });
    compiled.set(key, message);
  }
  const values = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'function' ? value(locale) : value,
  ]);
  return String(message.format(Object.fromEntries(values)));
}

/** Makes the translator of a reader's language or of a channel's. */
export function translator(language: ChannelLanguage): Translate {
  const locales: readonly Locale[] = language === 'fi+sv' ? ['fi', 'sv'] : [language];
  const each = (row: Message, params: Params = {}): readonly string[] => [
    ...new Set(locales.map((locale) => format(locale, row[locale], params))),
  ];
  const translate = (row: Message, params: Params = {}): string => each(row, params).join(' / ');
  return Object.assign(translate, { each, locales, tag: TAGS[locales[0] ?? 'fi'] });
}

/** `sv-SE`, `sv`, `SV_fi` → sv; an unknown language → undefined. */
export function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return language === 'fi' || language === 'sv' || language === 'en' ? language : undefined;
}
