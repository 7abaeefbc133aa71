/** The turnstile before the mail server: how many at once, how many a minute, and who goes first. */
import { beforeEach, expect, test } from '@jest/globals';
import { MINUTE, SECOND } from '../../bot/core/clock.ts';
import { createTurnstile, type Turnstile } from '../../bot/mail/turnstile.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';

let clock: FakeClock;
let turnstile: Turnstile;
let entered: string[];
const leaves = new Map<string, (isUsed: boolean) => void>();
beforeEach(() => {
  clock = fakeClock();
  turnstile = createTurnstile({ timers: clock, limit: { count: 5, within: MINUTE }, atOnce: 2 });
  entered = [];
  leaves.clear();
});

async function enter(name: string, isUrgent = false): Promise<void> {
  turnstile
    .enter(isUrgent)
    .then((leave) => {
      entered.push(name);
      leaves.set(name, leave);
    })
    .catch((error: Error) => entered.push(`${name} ${error.message}`));
  await clock.rest();
}
async function leave(name: string, isUsed = true): Promise<void> {
  leaves.get(name)?.(isUsed);
  await clock.rest();
}

test('two are inside at once, and the next enters when one leaves', async () => {
  for (const name of ['a', 'b', 'c']) await enter(name);
  expect(entered).toEqual(['a', 'b']);
  await leave('b');
  await leave('b');
  expect(entered).toEqual(['a', 'b', 'c']);
});

test('the urgent overtake those who wait, and keep their order among themselves', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await enter(name);
  await enter('urgent', true);
  await enter('urgent too', true);
  for (const name of ['a', 'b', 'urgent', 'urgent too']) await leave(name, false);
  expect(entered).toEqual(['a', 'b', 'urgent', 'urgent too', 'c', 'd']);
});

test('no more than so many enter in a minute, and those who sent nothing do not count', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    await enter(name);
    await leave(name, name !== 'b');
  }
  expect(entered).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  await clock.advance(59 * SECOND);
  expect(entered).toHaveLength(6);
  await clock.advance(2 * SECOND);
  expect(entered).toHaveLength(7);
});

test('when it stops, those who wait and those who come are turned away', async () => {
  for (const name of ['a', 'b', 'c']) await enter(name);
  turnstile.stop(() => new Error('stopped'));
  await clock.rest();
  await enter('d');
  expect(entered).toEqual(['a', 'b', 'c stopped', 'd stopped']);
});
