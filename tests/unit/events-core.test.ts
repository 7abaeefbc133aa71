/** Bad days of events: two identities of one person, requests cut off anywhere, races of a change with an answer, and what outsiders must not do. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plus } from '../../bot/core/clock.ts';
import { type MemberId, memberIdOf } from '../../bot/core/network.ts';
import { changeGroup, changeMember, registerNow } from '../../bot/core/register.ts';
import {
  answerEvent,
  inviteOutsiders,
  registerColleague,
  registerOpenly,
} from '../../bot/features/events/answer-operations.ts';
import { draftOf, type Event, type EventDraft } from '../../bot/features/events/event.ts';
import { heal, ledgerOf, registrationsOf } from '../../bot/features/events/memory.ts';
import { correctEvent } from '../../bot/features/events/operations.ts';
import type { Attendance } from '../../bot/features/events/registration.ts';
import { standingOf } from '../../bot/features/events/seats.ts';
import { shownTo } from '../../bot/features/events/shown.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { openChat, person } from '../fakes/feature-world.ts';

let world: EventWorld;
beforeEach(async () => {
  world = await openEventWorld();
});
afterEach(() => world.close());

const idOf = (n: number): MemberId => memberIdOf(person(n));
let clicks = 0;
const click = () => ({ id: `click-${++clicks}`, at: plus(world.clock.now(), clicks) });
const says = async (n: number, { id }: Event, attendance: Attendance) =>
  answerEvent(await world.visit(n), id, { attendance }, click());
const standing = async (event: Event, who: MemberId) => standingOf(await ledgerOf(await world.work(), event), who);
const healed = async ({ id }: Event): Promise<void> => {
  const work = await world.work();
  await heal(work, id, await registerNow(work));
};
/** The n-th is the same human being as another. */
async function merge(n: number, into: number): Promise<void> {
  const main = idOf(into);
  await changeMember(await world.work(), idOf(n), (now) => now && { ...now, sameAs: main });
}
const withAddress = async (n: number, email: string): Promise<void> => {
  await changeMember(await world.work(), idOf(n), (now) => now && { ...now, email });
};
const lettersOf = (drawing: string) => [...world.letters.values()].filter((one) => one.drawing === drawing);
const people = async (): Promise<number> => (await registerNow(await world.work())).members.size;
const open = (more: object = {}) => ({
  ...{ name: 'Aino Kuusi', email: 'aino.kuusi@kunta.example', organisation: '', attendance: 'room' as const },
  ...{ locale: 'fi' as const, form: 'form-1' },
  ...more,
});
/** Changes the event as its form would. */
async function changeTo(event: Event, more: Partial<EventDraft>, tells = true): Promise<Event> {
  const draft = { ...draftOf(await world.now(event), 'Europe/Helsinki'), ...more };
  return correctEvent(await world.visit(0), event.id, draft, { onFewer: 'move', tells });
}

describe('one human being with two identities', () => {
  test('keeps the place when their address is typed on the public page, where nobody knows who types', async () => {
    const event = await world.invite({ isPublic: 'true', capacityRoom: '1' });
    await withAddress(1, 'aino.kuusi@kunta.example');
    await merge(2, 1);
    await says(2, event, 'room');
    world.clock.jump(1000);
    await registerOpenly(await world.work(), await world.now(event), open());
    await healed(event);
    expect(await standing(event, idOf(2))).toEqual({ holds: 'room' });
    expect((await registrationsOf(await world.work(), event.id)).size).toBe(1);
  });

  test('keeps the place when a coordinator invites one of their addresses later', async () => {
    const event = await world.invite({ capacityRoom: '1' });
    await withAddress(1, 'aino.kuusi@kunta.example');
    await merge(2, 1);
    await says(2, event, 'room');
    world.clock.jump(1000);
    await inviteOutsiders(await world.visit(0), event.id, 'Aino Kuusi, aino.kuusi@kunta.example', 'r1');
    await healed(event);
    expect(await standing(event, idOf(2))).toEqual({ holds: 'room' });
    expect(lettersOf('events.invitation')).toEqual([]);
  });

  test('is not registered once more by a colleague', async () => {
    const event = await world.invite();
    await withAddress(1, 'aino.kuusi@kunta.example');
    await merge(2, 1);
    await says(2, event, 'room');
    const colleague = { ...open(), attendance: 'online' as const };
    await expect(registerColleague(await world.visit(3), event.id, colleague, 'r1')).rejects.toThrow(
      expect.objectContaining({ name: 'Refusal' }),
    );
  });

  test('counts once among those who can’t come, and not at all when their other answer is that they do', async () => {
    const event = await world.invite();
    await says(1, event, 'room');
    world.clock.jump(1000);
    await says(2, event, 'online');
    await merge(1, 2);
    await healed(event);
    const shown = await shownTo(await world.work(), await world.now(event));
    expect([shown.room?.taken, shown.online?.taken, shown.no]).toEqual([0, 1, 0]);
  });

  test('is told of a change once', async () => {
    const event = await world.invite();
    await openChat(world, 1);
    await openChat(world, 2);
    await says(1, event, 'room');
    world.clock.jump(1000);
    await says(2, event, 'online');
    await merge(1, 2);
    await changeTo(event, { startsAtTime: '11:00', endsAtTime: '12:00' });
    await world.clock.rest();
    const { revision } = await world.now(event);
    const told = await Promise.all(
      [1, 2].map((n) =>
        world.services.posts.status(world.scope.network, `${event.id}-told-${revision}-${idOf(n)}` as never),
      ),
    );
    expect(told.filter(Boolean)).toHaveLength(1);
  });
});

const refusal = expect.objectContaining({ name: 'Refusal' });

describe('a refusal makes nobody known', () => {
  test('from the public page of an event that takes no answers, offers something else, or has no such page', async () => {
    const event = await world.invite({ isPublic: 'true', ways: 'online' });
    const work = await world.work();
    const before = await people();
    await expect(registerOpenly(work, event, open())).rejects.toThrow(refusal);
    const online = { ...open(), attendance: 'online' as const };
    await expect(registerOpenly(work, { ...event, isPublic: false }, online)).rejects.toThrow(refusal);
    await world.passTo(event.startsAt);
    await expect(registerOpenly(work, event, online)).rejects.toThrow(refusal);
    expect(await people()).toBe(before);
  });

  test('when a colleague is registered too late, or an outsider invited to what is over', async () => {
    const event = await world.invite();
    const before = await people();
    await world.passTo(event.startsAt);
    await expect(registerColleague(await world.visit(3), event.id, open(), 'r1')).rejects.toThrow(refusal);
    const invites = inviteOutsiders(await world.visit(0), event.id, 'Aino, aino.kuusi@kunta.example', 'r2');
    await expect(invites).rejects.toThrow(refusal);
    expect(await people()).toBe(before);
  });
});

describe('a colleague', () => {
  test('is registered for a group’s event only when it is for them', async () => {
    const work = await world.work();
    const seats = [{ id: 's-1', member: idOf(1), role: 'chair', from: '2026-01-01' }];
    const chairs = { id: 'g-1', names: { fi: 'Puheenjohtajat' }, seats, createdAt: world.clock.now() };
    await changeGroup(work, 'g-1', () => chairs as never);
    const event = await world.invite({ group: 'g-1' });
    await withAddress(1, 'chair@kunta.example');
    await withAddress(3, 'other@kunta.example');
    const visit = await world.visit(3);
    for (const email of ['other@kunta.example', 'outsider@kunta.example'])
      await expect(registerColleague(visit, event.id, open({ email }), 'r1')).rejects.toThrow(refusal);
    await registerColleague(visit, event.id, open({ email: 'chair@kunta.example' }), 'r2');
    expect(await standing(event, idOf(1))).toEqual({ holds: 'room' });
  });

  test('who is oneself is no colleague: the answer is one’s own', async () => {
    const event = await world.invite();
    await withAddress(1, 'aino.kuusi@kunta.example');
    const { registration } = await registerColleague(await world.visit(1), event.id, open(), 'r1');
    expect(registration.registeredBy).toBeUndefined();
    expect(registration.confirmedAt).toBeDefined();
  });
});
