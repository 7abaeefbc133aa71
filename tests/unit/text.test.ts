/** The tables of texts: three languages that ask for the same values and can be formatted with any of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Locale, localeOf, type Message, messages, TAGS, translator } from '../../bot/core/text.ts';

const bot = join(import.meta.dirname, '../../bot');
const files = readdirSync(bot, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|[\\/])text\.ts$/.test(path) && !/^core/.test(path))
  .sort();

const isTable = (value: unknown): value is Record<string, Message> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(
    (row) => typeof row === 'object' && row !== null && 'fi' in row && 'sv' in row && 'en' in row,
  );

const tables: readonly (readonly [string, Record<string, Message>])[] = (
  await Promise.all(files.map(async (path) => [path, (await import(join(bot, path))) as object] as const))
).flatMap(([path, module]) =>
  Object.values(module)
    .filter(isTable)
    .map((table) => [path, table] as const),
);
const rows = tables.flatMap(([path, table]) =>
  Object.entries(table).map(([name, row]) => ({ row, name: `${path} ${name}` })),
);
const LOCALES = Object.keys(TAGS) as Locale[];

interface Part {
  readonly type: number;
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}
const LITERAL = 0;
const ARGUMENT = 1;
const HASH = 7;

/** The values that a pattern asks for, with how it formats them. */
function valuesOf(parts: readonly Part[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of parts) {
    if (part.type === LITERAL || part.type === HASH) continue;
    found.set(part.value, part.type === ARGUMENT ? 'text' : 'number');
    if (part.options && !('other' in part.options)) found.set(part.value, 'without other');
    if (part.options && Object.keys(part.options).some((key) => /^[a-z]{2,}$/.test(key) && !PLURALS.includes(key)))
      found.set(part.value, 'choice');
    for (const option of Object.values(part.options ?? {}))
      for (const [name, how] of valuesOf(option.value)) if (found.get(name) !== 'number') found.set(name, how);
  }
  return found;
}
const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];

const astOf = (row: Message, locale: Locale): readonly Part[] =>
  new IntlMessageFormat(row[locale], TAGS[locale], undefined, { ignoreTag: true }).getAst() as readonly Part[];

test('the tables of every part that speaks are found', () => {
  expect(tables.length).toBeGreaterThanOrEqual(2);
  expect(rows.length).toBeGreaterThan(100);
});

test.each(rows)('$name asks for the same values in all languages', ({ row }) => {
  const [first, ...others] = LOCALES.map((locale) => [...valuesOf(astOf(row, locale)).keys()].sort());
  for (const other of others) expect(other).toEqual(first);
});

test('every text of every table can be formatted, for none, one and many', () => {
  const left: string[] = [];
  for (const { row, name } of rows)
    for (const n of [0, 1, 2, 1234]) {
      const values = [...LOCALES.flatMap((locale) => [...valuesOf(astOf(row, locale))])];
      const params = Object.fromEntries(
        values.map(([key, how]) => [key, how === 'number' ? n : how === 'choice' ? 'true' : 'x']),
      );
      for (const locale of LOCALES) {
        const spoken = translator(locale)(row, params);
        if (!spoken.trim() || /[{}#]|undefined/.test(spoken)) left.push(`${name} ${locale}: ${spoken}`);
      }
    }
  expect(left).toEqual([]);
});

test('texts keep to the house rules of each language', () => {
  const wrong: string[] = [];
  for (const { row, name } of rows) {
    if (/["“]/.test(row.fi + row.sv)) wrong.push(`${name}: Finnish and Swedish quote with ”…”`);
    if (/["”](?=\w)/.test(row.en)) wrong.push(`${name}: English quotes with “…”`);
    if (/'/.test(row.fi + row.sv + row.en)) wrong.push(`${name}: ICU reads ' as a quotation; write ’`);
    if (/kvoorum|anonym/i.test(row.fi + row.sv + row.en)) wrong.push(`${name}: a word that the product does not use`);
    if (/\s{2}|^\s|\s$/.test(row.fi.replaceAll('\n', '') + row.sv.replaceAll('\n', '')))
      wrong.push(`${name}: stray blanks`);
  }
  expect(wrong).toEqual([]);
});

describe('a translator', () => {
  const table = messages({
    votes: {
      fi: '{n, plural, one {# ääni} other {# ääntä}}',
      sv: '{n, plural, one {# röst} other {# röster}}',
      en: '{n, plural, one {# vote} other {# votes}}',
    },
    same: { fi: '{name}', sv: '{name}', en: '{name}' },
  });

  test('speaks one language or two side by side, and says the same only once', () => {
    expect(translator('fi')(table.votes, { n: 1 })).toBe('1 ääni');
    expect(translator('fi+sv')(table.votes, { n: 2 })).toBe('2 ääntä / 2 röster');
    expect(translator('fi+sv')(table.same, { name: 'Akaa' })).toBe('Akaa');
    expect(translator('fi+sv').each(table.votes, { n: 2 })).toEqual(['2 ääntä', '2 röster']);
  });

  test('lets a value read differently in each language', () => {
    expect(translator('fi+sv')(table.same, { name: (locale) => locale.toUpperCase() })).toBe('FI / SV');
  });

  test('takes what people wrote as it is, tags and braces too', () => {
    expect(translator('en')(table.same, { name: "<b>{n}</b> '#" })).toBe("<b>{n}</b> '#");
  });

  test('knows a language by its tag, and no other', () => {
    expect(['sv-SE', 'SV_fi', 'fi', 'en-US', 'de', '', undefined].map(localeOf)).toEqual([
      ...['sv', 'sv', 'fi', 'en', undefined, undefined, undefined],
    ]);
  });
});
