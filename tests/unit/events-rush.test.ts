/** Many answer and look at the same time: what that asks of the store, and that nobody sees what is not so. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, plus } from '../../bot/core/clock.ts';
import { activityId } from '../../bot/core/ids.ts';
import { type MemberId, memberIdOf } from '../../bot/core/network.ts';
import { activityScope } from '../../bot/core/scope.ts';
import { answerEvent } from '../../bot/features/events/answer-operations.ts';
import { eventRoutes } from '../../bot/features/events/api.ts';
import { listEvents } from '../../bot/features/events/contract.ts';
import type { Event } from '../../bot/features/events/event.ts';
import { insertEvent, registrationsOf } from '../../bot/features/events/memory.ts';
import { eventPersonal } from '../../bot/features/events/personal.ts';
import { type Attendance, registrations } from '../../bot/features/events/registration.ts';
import { shownNow, shownTo } from '../../bot/features/events/shown.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { askOf, person } from '../fakes/feature-world.ts';

let world: EventWorld;
beforeEach(async () => {
  world = await openEventWorld();
});
afterEach(() => world.close());

const idOf = (n: number): MemberId => memberIdOf(person(n));
let clicks = 0;
const says = async (n: number, { id }: Event, attendance: Attendance) =>
  answerEvent(
    await world.visit(n),
    id,
    { attendance },
    { id: `click-${++clicks}`, at: plus(world.clock.now(), clicks) },
  );
const list = async (n: number) => askOf(eventRoutes, listEvents, await world.visit(n));
const maybe = async (event: Event) => (await shownTo(await world.work(), event)).maybe;

/** Store requests of what is done. */
async function requestsOf(act: () => Promise<unknown>): Promise<number> {
  world.requests = 0;
  await act();
  return world.requests;
}

async function past(of: Event, count: number): Promise<void> {
  const work = await world.work();
  for (let n = 1; n <= count; n++) {
    const [startsAt, endsAt] = [plus(of.startsAt, -(20 + n) * DAY), plus(of.endsAt, -(20 + n) * DAY)];
    await insertEvent(work, { ...of, id: activityId.parse(`e-past-${n}`), startsAt, endsAt });
  }
}

describe('looking', () => {
  test('at the list of sixty past events asks for one’s own registration of each that is shown, and little more', async () => {
    await past(await world.invite(), 60);
    await list(1); // reads the register, and the ledgers of those that are shown
    const shown = await list(2);
    expect([shown.coming.length, shown.past.length]).toEqual([1, 30]);
    expect(await requestsOf(() => list(3))).toBeLessThanOrEqual(31 + 2);
  });

  test('at one event, thirty people at once read its list once', async () => {
    const event = await world.invite();
    await says(1, event, 'room');
    world.clock.jump(60_000);
    const turns = await Promise.all(Array.from({ length: 30 }, (_, n) => world.turn(n % 6)));
    const requests = await requestsOf(() =>
      Promise.all(turns.map((turn) => world.click('events.mine', { event: event.id }, turn))),
    );
    expect(requests).toBeLessThanOrEqual(30 * 3);
  });

  test('shows one’s own answer at once, though others’ numbers may be a second old', async () => {
    const event = await world.invite();
    await says(1, event, 'maybe');
    expect(await maybe(event)).toBe(1);
    await says(2, event, 'maybe');
    expect(await maybe(event)).toBe(2);
    await says(1, event, 'room');
    const { maybe: left, room } = await shownTo(await world.work(), event);
    expect([left, room?.taken]).toEqual([1, 1]);
  });

  test('shows what another process has written after a second, and the channel’s card at once', async () => {
    const event = await world.invite();
    await says(1, event, 'maybe');
    expect(await maybe(event)).toBe(1);
    await world.temp.store.remove(activityScope(world.scope, event.id), registrations, idOf(1));
    expect(await maybe(event)).toBe(1);
    expect((await shownNow(await world.work(), event)).maybe).toBe(0);
    world.clock.jump(1000);
    expect(await maybe(event)).toBe(0);
  });
});

describe('answering', () => {
  test('takes at most seven store requests on average, first answers and changed ones', async () => {
    const event = await world.invite();
    const answer = (attendance: Attendance) => async () => {
      for (const n of [0, 1, 2, 3, 4, 5])
        await world.click('events.answer', { event: event.id, attendance }, await world.turn(n));
    };
    await answer('no')(); // reads the register, and schedules the healing of this minute
    const requests = (await requestsOf(answer('maybe'))) + (await requestsOf(answer('no')));
    expect(requests / 12).toBeLessThanOrEqual(7);
  });
});

describe('erasing', () => {
  test.each([
    ['a person', async () => eventPersonal.erase([idOf(5)], person(5), await world.work())],
    ['what is kept no longer', async () => eventPersonal.expire?.(await world.work())],
  ])('%s leaves nothing of an event’s list in memory', async (_, act) => {
    const event = await world.invite();
    await says(1, event, 'maybe');
    expect(await maybe(event)).toBe(1);
    await world.temp.store.remove(activityScope(world.scope, event.id), registrations, idOf(1));
    await act();
    expect(await registrationsOf(await world.work(), event.id)).toEqual(new Map());
    expect(await maybe(event)).toBe(0);
  });
});
