/** What people write into the cells of a list, read field by field: a value, or what is wrong with it. */
import { LONGEST_NAME, LONGEST_PHONE, LONGEST_TITLE, LONGEST_TOPIC, MOST_TOPICS } from '../../core/network.ts';
import type { Membership } from '../../core/organisation.ts';
import type { Locale, Message, Params } from '../../core/text.ts';
import { asAddress, isAddress } from '../../core/typed.ts';
import { foldText } from '../members/filter.ts';
import type { Field } from './fields.ts';
import { text } from './text.ts';

const MOST_INHABITANTS = 50_000_000;

export type Cells = Partial<Record<Field, string>>;

/** One thing that is wrong with a row. */
export interface Wrong {
  readonly field: Field;
  readonly row: Message;
  readonly params?: Params;
}

/** A row's values; what its cells leave empty is not there. */
export interface Values {
  name?: string;
  email?: string;
  title?: string;
  phone?: string;
  locale?: Locale;
  isContact?: true;
  topics?: string[];
  /** As it was written; what it means is looked up in the register. */
  organisation?: string;
  /** Of the organisation. */
  membership?: Membership;
  inhabitants?: number;
}

/** `Matti Meikäläinen <matti@kunta.example>`: name and address in one cell. */
const NAMED_ADDRESS = /^"?([^"<]*)"?\s*<([^<>]+)>$/;

/** Reads a row's cells. All that is wrong is told at once; whether a name or address is needed is decided elsewhere. */
export function readValues(cells: Cells): { readonly values: Values; readonly wrong: readonly Wrong[] } {
  const wrong: Wrong[] = [];
  const values: Values = {};
  const cell = (field: Field): string => unguarded(cells[field] ?? '');
  const put = <K extends keyof Values>(key: K, value: Values[K] | undefined): void => {
    if (value !== undefined) values[key] = value;
  };

  const named = NAMED_ADDRESS.exec(cell('email'));
  const name = nameOf(cell('name'), cell('firstName'), cell('lastName')) || (named?.[1] ?? '').trim();
  if (name.length > LONGEST_NAME) wrong.push({ field: 'name', row: text.tooLong, params: { most: LONGEST_NAME } });
  else if (name !== '') put('name', name);

  const email = asAddress((named?.[2] ?? cell('email')).replace(/^mailto:/i, ''));
  if (email !== '') {
    if (isAddress(email)) put('email', email);
    else wrong.push({ field: 'email', row: /[,;\s]/.test(email) ? text.severalAddresses : text.badAddress });
  }

  for (const [field, most] of [
    ['title', LONGEST_TITLE],
    ['phone', LONGEST_PHONE],
  ] as const) {
    const typed = cell(field);
    if (typed.length > most) wrong.push({ field, row: text.tooLong, params: { most } });
    else if (field === 'phone' && typed !== '' && !/^[+(\d][\d\s()/.,+-]{3,}$/.test(typed))
      wrong.push({ field, row: text.badPhone });
    else if (typed !== '') put(field, typed);
  }

  const language = cell('language');
  const locale = LANGUAGES.get(foldText(language));
  if (language !== '' && locale === undefined) wrong.push({ field: 'language', row: text.badLanguage });
  put('locale', locale);

  const contact = foldText(cell('isContact'));
  if (YES.has(contact)) put('isContact', true);
  else if (contact !== '' && !NO.has(contact)) wrong.push({ field: 'isContact', row: text.badYesNo });

  const topics = cell('topics')
    .split(/[,;|\n]/)
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '');
  if (topics.length > MOST_TOPICS || topics.some(({ length }) => length > LONGEST_TOPIC))
    wrong.push({ field: 'topics', row: text.badTopics, params: { most: MOST_TOPICS, length: LONGEST_TOPIC } });
  else if (topics.length > 0) put('topics', [...new Set(topics)]);

  const stage = cell('membership');
  const membership = STAGES.get(foldText(stage));
  if (stage !== '' && membership === undefined) wrong.push({ field: 'membership', row: text.badStage });
  put('membership', membership);

  const inhabitants = cell('inhabitants').replace(/[\s.,']/g, '');
  if (inhabitants !== '') {
    if (/^\d+$/.test(inhabitants) && Number(inhabitants) <= MOST_INHABITANTS) put('inhabitants', Number(inhabitants));
    else wrong.push({ field: 'inhabitants', row: text.badNumber });
  }

  const organisation = cell('organisation');
  if (organisation !== '') put('organisation', organisation);
  return { values, wrong };
}

/** Exports put an apostrophe before what a spreadsheet would take for a formula; read back, it is no part of the value. */
const unguarded = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell).trim();

/** `Meikäläinen, Matti` → `Matti Meikäläinen`. */
function nameOf(whole: string, first: string, last: string): string {
  if (whole === '') return [first, last].filter((part) => part !== '').join(' ');
  const [family = '', given, more] = whole.split(',').map((part) => part.trim());
  return given !== undefined && more === undefined ? `${given} ${family}`.trim() : whole;
}

const table = <T>(rows: readonly (readonly [value: T, words: readonly string[]])[]): ReadonlyMap<string, T> =>
  new Map(rows.flatMap(([value, words]) => words.map((word): [string, T] => [foldText(word), value])));

const LANGUAGES = table<Locale>([
  ['fi', ['fi', 'fin', 'fi-FI', 'suomi', 'suomeksi', 'finska', 'finnish']],
  ['sv', ['sv', 'swe', 'se', 'sv-FI', 'sv-SE', 'ruotsi', 'ruotsiksi', 'svenska', 'swedish']],
  ['en', ['en', 'eng', 'en-GB', 'en-US', 'englanti', 'englanniksi', 'engelska', 'english']],
]);

const YES = new Set(['x', '1', 'true', 'kylla', 'k', 'ja', 'j', 'yes', 'y', 'on', 'yhteyshenkilo', 'kontaktperson']);
const NO = new Set(['0', 'false', 'ei', 'e', 'nej', 'n', 'no']);

const STAGES = table<Membership>([
  ['contacted', ['contacted', 'yhteydessä oltu', 'yhteydessä', 'kontaktoitu', 'kontaktad']],
  ['interested', ['interested', 'kiinnostunut', 'intresserad']],
  ['trial', ['trial', 'on trial', 'kokeilujäsen', 'kokeilu', 'koejäsen', 'medlem på prov', 'på prov', 'provmedlem']],
  ['member', ['member', 'jäsen', 'jäsenkunta', 'medlem', 'medlemskommun']],
  ['left', ['left', 'eronnut', 'erosi', 'utträdd', 'lämnat']],
]);

// ── Names ──────────────────────────────────────────────────────────────────────────────────────

/** `Virtanen, M.` → `['m', 'virtanen']`; what stands in brackets behind a name, such as a town, is no part of it. */
export function nameWords(name: string): string[] {
  return foldText(name.replace(/\([^)]*\)/g, ' '))
    .split(' ')
    .filter((word) => word !== '')
    .sort();
}

/** The same words, in whatever order. */
export const isSameName = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');

/** Could be the same person's name: the shorter one's words are all in the longer, but for an initial or one slip in a word. */
export function isSimilarName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2) return isSameName(a, b);
  const left = [...long];
  let slips = 0;
  for (const word of short) {
    const exact = left.indexOf(word);
    const at = exact >= 0 ? exact : left.findIndex((other) => isAlmost(word, other));
    if (at < 0) return false;
    if (exact < 0) slips++;
    left.splice(at, 1);
  }
  return slips <= 1;
}

const isAlmost = (a: string, b: string): boolean =>
  (a.length === 1 && b.startsWith(a)) ||
  (b.length === 1 && a.startsWith(b)) ||
  (Math.min(a.length, b.length) >= 4 && isOneSlip(a, b));

/** One letter added, left out or changed, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isSwapped = restA.length === 2 && restA === [...restB].reverse().join('');
  return isSwapped || (restA.length <= 1 && restB.length <= 1);
}
