/** What the tab says of events without asking the server is what the server says. */
import { describe, expect, test } from '@jest/globals';
import {
  asksFeedbackUsually as asksFeedbackOnServer,
  USUAL as USUAL_OF_SERVER,
} from '../../bot/features/events/event.ts';
import { asksFeedbackUsually, EVENT_TYPES, laterBy, USUAL } from '../../tab/src/pages/events/usual.ts';

describe('what is usual', () => {
  test('of each type is the same in the form as on the server', () => {
    expect(USUAL).toEqual(USUAL_OF_SERVER);
  });

  test('is asked or not asked for feedback alike in the form and on the server', () => {
    for (const type of EVENT_TYPES) {
      for (const group of ['', 'chairs']) {
        const onServer = asksFeedbackOnServer({ type, ...(group ? { group } : {}) });
        expect([type, group, asksFeedbackUsually({ type, group })]).toEqual([type, group, onServer]);
      }
    }
  });

  test.each([
    ['09:00', 60, '10:00'],
    ['12:30', 120, '14:30'],
    ['23:30', 60, '00:30'],
    ['00:30', 24 * 60 - 60, '23:30'],
  ])('%s and %i minutes later is %s', (time, minutes, later) => {
    expect(laterBy(time, minutes)).toBe(later);
  });
});
