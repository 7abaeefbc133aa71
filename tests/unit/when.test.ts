/** Dates and times as people type them. */
import { expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { parseWhen } from '../../bot/core/when.ts';

const zone = 'Europe/Helsinki';
const sunday = toInstant('2026-11-22T08:00:00Z'); // 10.00 in Helsinki

test.each([
  ['31.10. klo 16', '2027-10-31T14:00:00.000Z', undefined],
  ['3.12. klo 16', '2026-12-03T14:00:00.000Z', undefined],
  ['3.12.2026 9.30', '2026-12-03T07:30:00.000Z', undefined],
  ['pe klo 12', '2026-11-27T10:00:00.000Z', undefined],
  ['fre kl. 12', '2026-11-27T10:00:00.000Z', undefined],
  ['perjantaina klo 12.15', '2026-11-27T10:15:00.000Z', undefined],
  ['su', '2026-11-29T14:00:00.000Z', undefined],
  ['huomenna 9', '2026-11-23T07:00:00.000Z', undefined],
  ['klo 18', '2026-11-22T16:00:00.000Z', undefined],
  ['16.30', '2026-11-22T14:30:00.000Z', undefined],
  ['pe 4.12. klo 9–16', '2026-12-04T07:00:00.000Z', '2026-12-04T14:00:00.000Z'],
  ['4.12. 9.30 - 10.30', '2026-12-04T07:30:00.000Z', '2026-12-04T08:30:00.000Z'],
  ['4.12 klo 9', '2026-12-04T07:00:00.000Z', undefined],
  ['2026-12-04T12:00', '2026-12-04T10:00:00.000Z', undefined],
  ['2026-12-04', '2026-12-04T14:00:00.000Z', undefined],
  ['1.7.2027 klo 16', '2027-07-01T13:00:00.000Z', undefined],
])('%s is read', (typed, start, end) => {
  expect(parseWhen(typed, sunday, zone)).toMatchObject(end ? { start, end } : { start });
});

test.each([
  '',
  'tilasto',
  'pe ja la',
  '31.2.',
  '32.1. klo 9',
  'klo 25',
  'klo 12.75',
  '4.12. klo 9 klo 10',
  'Koulukuljetukset',
  '2'.repeat(9),
])('“%s” is no time', (typed) => {
  expect(parseWhen(typed, sunday, zone)).toBeUndefined();
});
