/** The sending limits of Teams as properties: whatever comes in, no window ever holds more than it may. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MINUTE, SECOND } from '../../bot/core/clock.ts';
import { paceAt } from '../../bot/jobs/pace.ts';
import { CONVERSATION_LIMITS, earliestSend, stillCounted, tenantLimits } from '../../bot/jobs/rate.ts';

/** Sends each wish as early as the limits let it, and keeps only what they still count. */
function sendAll(wishes: readonly number[], limits = CONVERSATION_LIMITS): number[] {
  const all: number[] = [];
  let counted: number[] = [];
  for (const wish of wishes) {
    const at = earliestSend(counted, limits, Math.max(wish, all.at(-1) ?? 0));
    all.push(at);
    counted = [...stillCounted(counted, limits, at), at];
  }
  return all;
}

/** The most sends in any window of this length. */
function fullest(sent: readonly number[], within: number): number {
  let first = 0;
  return sent.reduce((most, at, last) => {
    while ((sent[first] ?? at) <= at - within) first++;
    return Math.max(most, last - first + 1);
  }, 0);
}

describe('the limits of a conversation', () => {
  test('hold in every window for any arrival of messages', () => {
    const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 * SECOND })), { maxLength: 300 });
    fc.assert(
      fc.property(gaps, (some) => {
        let now = 0;
        const sent = sendAll(some.map((gap) => (now += gap)));
        for (const { count, within } of CONVERSATION_LIMITS) expect(fullest(sent, within)).toBeLessThanOrEqual(count);
      }),
    );
  });

  test('hold for 1 800 messages an hour when 5 000 come at once', () => {
    const sent = sendAll(Array.from({ length: 5000 }, () => 0));
    for (const { count, within } of CONVERSATION_LIMITS) expect(fullest(sent, within)).toBe(count);
  });

  test('let seven go at once and no eighth within the second', () => {
    const sent = sendAll(Array.from({ length: 8 }, () => 0));
    expect(sent.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(sent[7]).toBeGreaterThan(SECOND);
  });

  test('hold nothing up once the window has passed', () => {
    expect(sendAll([0, 0, 0, 0, 0, 0, 0, 5 * SECOND]).at(-1)).toBe(5 * SECOND);
  });
});

test("the tenant's budget is shared by the shards, and each always has some", () => {
  expect(tenantLimits(1, 3)).toEqual([{ count: 27, within: SECOND }]);
  expect(tenantLimits(4, 3)).toEqual([{ count: 4, within: SECOND }]);
  expect(tenantLimits(100, 3)).toEqual([{ count: 1, within: SECOND }]);
});

test.each([
  [0, 2],
  [59, 2],
  [60, 5],
  [599, 5],
  [600, 15],
  [3599, 15],
  [3600, 60],
  [7 * 24 * 3600, 60],
])('a card sent %i seconds ago is redrawn at most every %i seconds', (age, pace) => {
  expect(paceAt(age * SECOND)).toBe(pace * SECOND);
  expect(paceAt(age * SECOND)).toBeLessThanOrEqual(MINUTE);
});
