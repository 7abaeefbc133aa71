/** What won a poll becomes a draft event in one step: its topic, or its date. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Refusal } from '../../bot/core/refusal.ts';
import { draftFromPoll } from '../../bot/features/events/operations.ts';
import { text } from '../../bot/features/events/text.ts';
import { pollNow } from '../../bot/features/polls/memory.ts';
import { createPoll } from '../../bot/features/polls/operations.ts';
import { type Poll, type PollDraft, pollDraft } from '../../bot/features/polls/poll.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';

let world: EventWorld;
beforeEach(async () => {
  world = await openEventWorld();
});
afterEach(() => world.close());

const ask = async (typed: Partial<PollDraft>): Promise<Poll> =>
  createPoll(await world.visit(0), pollDraft.parse({ question: 'Milloin kokoonnumme?', ...typed }), 'form-1');

/** Someone votes for the first option, and the poll closes. */
async function decided(poll: Poll): Promise<Poll> {
  const choice = poll.options[0]?.id;
  await world.click('polls.vote', { poll: poll.id, choice }, await world.turn(1));
  await world.passTo(poll.closesAt);
  await world.clock.advance(11_000); // the grace of the counting, and a look at the jobs
  return pollNow(await world.work(), poll.id);
}

test('the winning date is when the event is, once however often it is asked for', async () => {
  const poll = await decided(await ask({ type: 'dates', options: '19.3. klo 9–11\n26.3. klo 13' }));
  const event = await draftFromPoll(await world.visit(0), poll.id);
  expect(event).toMatchObject({
    ...{ title: 'Milloin kokoonnumme?', state: 'draft', poll: poll.id },
    ...{ startsAt: '2026-03-19T07:00:00.000Z', endsAt: '2026-03-19T09:00:00.000Z' },
  });
  expect((await draftFromPoll(await world.visit(0), poll.id)).id).toBe(event.id);
  const other = await draftFromPoll(await world.visit(0), poll.id, poll.options[1]?.id);
  expect([other.id === event.id, other.startsAt]).toEqual([false, '2026-03-26T11:00:00.000Z']);
});

test('the winning topic is what it is called, three weeks ahead', async () => {
  const poll = await decided(await ask({ options: 'Tilastot\nKutsuliikenne' }));
  const event = await draftFromPoll(await world.visit(0), poll.id);
  expect(event).toMatchObject({ title: 'Tilastot', state: 'draft' });
  expect(event.startsAt > poll.closesAt).toBe(true);
});

test('a poll that is open has nothing to make an event of', async () => {
  const poll = await ask({ options: 'Tilastot\nKutsuliikenne' });
  const refused = await draftFromPoll(await world.visit(0), poll.id).catch((error: unknown) => error);
  expect(refused instanceof Refusal && refused.row === text.pollNotDecided).toBe(true);
});
