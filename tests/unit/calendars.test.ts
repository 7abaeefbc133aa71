/** Calendars of holidays: which days are working days, and how another country’s is added. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { easterSunday, loadCalendars } from '../../bot/calendars.ts';
import { plusDays, weekdayOf } from '../../bot/core/clock.ts';

const finland = loadCalendars()('fi');

/** Weekdays from Monday to Friday that are holidays in Finland, Midsummer's and Christmas eves among them. */
const freeWeekdays: Readonly<Record<number, readonly string[]>> = {
  2024: ['01-01', '03-29', '04-01', '05-01', '05-09', '06-21', '12-06', '12-24', '12-25', '12-26'],
  2025: ['01-01', '01-06', '04-18', '04-21', '05-01', '05-29', '06-20', '12-24', '12-25', '12-26'],
  2026: ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '06-19', '12-24', '12-25'],
  2027: ['01-01', '01-06', '03-26', '03-29', '05-06', '06-25', '12-06', '12-24'],
  2028: ['01-06', '04-14', '04-17', '05-01', '05-25', '06-23', '12-06', '12-25', '12-26'],
  2029: ['01-01', '03-30', '04-02', '05-01', '05-10', '06-22', '12-06', '12-24', '12-25', '12-26'],
  2030: ['01-01', '04-19', '04-22', '05-01', '05-30', '06-21', '12-06', '12-24', '12-25', '12-26'],
};

test.each(Object.entries(freeWeekdays))('in %s the working days of Finland are all but these', (year, free) => {
  const found: string[] = [];
  for (let date = `${year}-01-01`; date.startsWith(year); date = plusDays(date, 1)) {
    if (weekdayOf(date) <= 5 && finland.isFree(date)) found.push(date.slice(5));
  }
  expect(found).toEqual(free);
});

test('weekends are free, All Saints’ and Midsummer among them', () => {
  expect(
    ['2024-11-02', '2025-11-01', '2026-06-20', '2026-10-31', '2026-11-21', '2026-11-22'].every(finland.isFree),
  ).toBe(true);
});

test.each([
  [1961, '04-02'],
  [1981, '04-19'],
  [2000, '04-23'],
  [2008, '03-23'],
  [2011, '04-24'],
  [2024, '03-31'],
  [2025, '04-20'],
  [2026, '04-05'],
  [2027, '03-28'],
  [2028, '04-16'],
  [2029, '04-01'],
  [2030, '04-21'],
  [2038, '04-25'],
  [2049, '04-18'],
])('Easter Sunday of %i is %s', (year, date) => {
  expect(easterSunday(year)).toBe(`${year}-${date}`);
});

test('an unknown calendar says which there are and where to add it', () => {
  expect(() => loadCalendars()('se')).toThrow(/no holiday calendar se; there are .*fi.*bot\/calendars\/se\.json/);
});

function withFile(name: string, content: string): () => unknown {
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'calendars-'));
    try {
      writeFileSync(join(folder, name), content);
      return loadCalendars(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

const swedish = {
  name: 'se',
  title: { fi: 'Ruotsi', sv: 'Sverige', en: 'Sweden' },
  holidays: [{ name: 'Nationaldagen', date: '06-06' }],
};

test('another country is another file', () => {
  const find = withFile('se.json', JSON.stringify(swedish))() as ReturnType<typeof loadCalendars>;
  expect([find('se').isFree('2025-06-06'), find('se').isFree('2025-06-05')]).toEqual([true, false]);
});

test.each([
  [
    'a day that does not exist',
    'se.json',
    JSON.stringify({ ...swedish, holidays: [{ name: 'x', date: '02-30' }] }),
    /se\.json does not fit/,
  ],
  [
    'a holiday without a rule',
    'se.json',
    JSON.stringify({ ...swedish, holidays: [{ name: 'x' }] }),
    /se\.json does not fit/,
  ],
  ['text that is no JSON', 'se.json', '{', /se\.json does not fit/],
  ['another name than the file’s', 'no.json', JSON.stringify(swedish), /no\.json calls itself se/],
])('a file with %s stops the start, by its name', (_, name, content, message) => {
  expect(withFile(name, content)).toThrow(message);
});
