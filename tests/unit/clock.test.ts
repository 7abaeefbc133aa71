/** Wall times of a zone over the changes of daylight saving time. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { Settings } from 'luxon';
import { atWallTime } from '../../bot/core/clock.ts';

const { now } = Settings;
afterEach(() => {
  Settings.now = now;
});

describe.each(['2026-07-01', '2026-12-01'])('asked on %s', (day) => {
  test.each([
    ['a time before clocks go back', '2026-10-25', '02:30', '2026-10-24T23:30:00.000Z'],
    ['a time that comes twice is the first', '2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
    ['a time after clocks went back', '2026-10-25', '04:30', '2026-10-25T02:30:00.000Z'],
    ['a time that is skipped moves ahead by the hour', '2027-03-28', '03:30', '2027-03-28T01:30:00.000Z'],
    ['a time after clocks went forward', '2027-03-28', '04:30', '2027-03-28T01:30:00.000Z'],
  ])('%s', (_, date, time, instant) => {
    Settings.now = () => Date.parse(day);
    expect(atWallTime(date, time, 'Europe/Helsinki')).toBe(instant);
  });
});
