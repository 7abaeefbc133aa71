/** What the tab says and how it writes times, in three languages. */
import { describe, expect, test } from '@jest/globals';
import { CONFIRMATION } from '../../bot/features/privacy/contract.ts';
import { deskText } from '../../tab/src/desk-text.ts';
import { formText } from '../../tab/src/form-text.ts';
import { toHtml } from '../../tab/src/markup.ts';
import { boxText } from '../../tab/src/pages/boxes/text.ts';
import { bulletinText } from '../../tab/src/pages/bulletins/text.ts';
import { eventText } from '../../tab/src/pages/events/text.ts';
import { ideaDeskText } from '../../tab/src/pages/ideas/desk-text.ts';
import { ideaText } from '../../tab/src/pages/ideas/text.ts';
import { digestText } from '../../tab/src/pages/manage/digest-text.ts';
import { importText } from '../../tab/src/pages/manage/import-text.ts';
import { modulesText } from '../../tab/src/pages/manage/modules-text.ts';
import { registerText } from '../../tab/src/pages/manage/register-text.ts';
import { manageText } from '../../tab/src/pages/manage/text.ts';
import { materialImportText } from '../../tab/src/pages/materials/import-text.ts';
import { lineText } from '../../tab/src/pages/materials/line-text.ts';
import { materialText } from '../../tab/src/pages/materials/text.ts';
import { memberText } from '../../tab/src/pages/members/text.ts';
import { ownText } from '../../tab/src/pages/own/text.ts';
import { questionText } from '../../tab/src/pages/questions/text.ts';
import { statementText } from '../../tab/src/pages/statements/text.ts';
import { pictureText } from '../../tab/src/picture-text.ts';
import { type Locale, localeOf, text, translator } from '../../tab/src/text.ts';
import { dateIn, dateOf, spanOf, timeIn, whenOf } from '../../tab/src/when.ts';

const LOCALES: readonly Locale[] = ['fi', 'sv', 'en'];
const all = [
  text,
  deskText,
  boxText,
  formText,
  memberText,
  ownText,
  pictureText,
  manageText,
  bulletinText,
  modulesText,
  registerText,
  statementText,
  questionText,
  importText,
  digestText,
  eventText,
  ideaDeskText,
  ideaText,
  lineText,
  materialImportText,
  materialText,
].flatMap((table) => Object.entries(table));
const paramsOf = (pattern: string): string[] => [...new Set(pattern.match(/(?<=\{)\w+(?=[,}])/g))].sort();

describe('messages', () => {
  test.each(all)('%s reads in every language, with the same parameters', (_, row) => {
    const names = paramsOf(row.fi).filter((name) => !/^[#\d]/.test(name));
    const params = Object.fromEntries(names.map((name) => [name, name === 'when' || name === 'day' ? 'tänään' : 2]));
    for (const locale of LOCALES) {
      expect(paramsOf(row[locale])).toEqual(paramsOf(row.fi));
      expect(translator(locale)(row, params)).not.toMatch(/[{}]|undefined/);
      expect(row[locale].trim()).toBe(row[locale]);
    }
  });

  test('the word that erases is one that the server takes', () => {
    expect(ownText.eraseWord).toEqual(CONFIRMATION);
  });

  test('numbers decide the word in Finnish', () => {
    const t = translator('fi');
    expect([1, 2].map((n) => t(text.votes, { n }))).toEqual(['1 ääni', '2 ääntä']);
  });

  test.each([
    ['fi-FI', 'fi'],
    ['sv-SE', 'sv'],
    ['SV_fi', 'sv'],
    ['en-us', 'en'],
    ['de', 'en'],
  ])('Teams in %s makes the tab speak %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });
});

describe('times', () => {
  const now = Date.parse('2026-11-22T10:00:00.000Z');
  const zone = 'Europe/Helsinki';
  const read = (at: string): string[] => LOCALES.map((locale) => whenOf(at, { t: translator(locale), zone, now }));

  test('near days have names', () => {
    expect(read('2026-11-22T14:00:00.000Z')).toEqual(['tänään klo 16.00', 'i dag kl. 16.00', 'today at 16:00']);
    expect(read('2026-11-22T22:30:00.000Z')[0]).toBe('huomenna klo 0.30');
    expect(read('2026-11-21T14:00:00.000Z')[1]).toBe('i går kl. 16.00');
  });

  test('an event has its day once, or both days when it goes on over midnight', () => {
    const span = (from: string, to: string): string[] =>
      LOCALES.map((locale) => spanOf(from, to, { t: translator(locale), zone, now }));
    expect(span('2026-12-04T07:00:00.000Z', '2026-12-04T14:00:00.000Z')).toEqual([
      'pe 4.12. klo 9.00–16.00',
      'fre 4.12 kl. 9.00–16.00',
      'Fri 4 Dec at 9:00–16:00',
    ]);
    expect(span('2026-12-04T20:00:00.000Z', '2026-12-04T22:30:00.000Z')[0]).toBe(
      'pe 4.12. klo 22.00 – la 5.12. klo 0.30',
    );
  });

  test('others have their weekday and date, another year its number', () => {
    expect(read('2026-12-04T14:00:00.000Z')).toEqual([
      'pe 4.12. klo 16.00',
      'fre 4.12 kl. 16.00',
      'Fri 4 Dec at 16:00',
    ]);
    expect(read('2027-01-04T14:00:00.000Z')[0]).toContain('4.1.2027');
  });

  test('a date alone is written with its year', () => {
    expect(LOCALES.map((locale) => dateOf('2026-12-04', translator(locale)))).toEqual([
      '4.12.2026',
      '4.12.2026',
      '4 Dec 2026',
    ]);
  });

  test('inputs get the network’s own day and time, also in summer time', () => {
    expect([dateIn('2026-07-31T21:30:00.000Z', zone), timeIn('2026-07-31T21:30:00.000Z', zone)]).toEqual([
      '2026-08-01',
      '00:30',
    ]);
  });
});

describe('the Markdown of cards', () => {
  test.each([
    ['a **strong** word', 'a <strong>strong</strong> word'],
    ['two\nlines', 'two<br>lines'],
    ['1 \\* 2 \\* 3', '1 * 2 * 3'],
    ['snake_case_name', 'snake_case_name'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['[a link](javascript:alert(1))', '[a link](javascript:alert(1))'],
    ['\ue0000\ue001 and \\*', '0 and *'],
  ])('%j is drawn as %j', (written, html) => {
    expect(toHtml(written)).toBe(html);
  });
});
