/** Bad days of events: two identities of one person, requests cut off anywhere, races of a change with an answer, and what outsiders must not do. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plus } from '../../bot/core/clock.ts';
import { postId } from '../../bot/core/ids.ts';
import { type MemberId, memberIdOf } from '../../bot/core/network.ts';
import type { NewPost } from '../../bot/core/ports.ts';
import { changeGroup, changeMember, registerNow } from '../../bot/core/register.ts';
import {
  answerEvent,
  inviteOutsiders,
  leaveWaitingList,
  registerColleague,
  registerOpenly,
} from '../../bot/features/events/answer-operations.ts';
import { draftOf, type Event, type EventDraft } from '../../bot/features/events/event.ts';
import { heal, ledgerOf, registrationOf, registrationsOf } from '../../bot/features/events/memory.ts';
import {
  cancelEvent,
  correctEvent,
  publishEvent,
  resumePublishing,
  undoEvent,
} from '../../bot/features/events/operations.ts';
import type { Attendance } from '../../bot/features/events/registration.ts';
import { standingOf } from '../../bot/features/events/seats.ts';
import { shownTo } from '../../bot/features/events/shown.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { openChat, person } from '../fakes/feature-world.ts';

let world: EventWorld;
/** Ids of what was told people in their own chats. */
const told: string[] = [];
beforeEach(async () => {
  world = await openEventWorld();
  told.length = 0;
  const { posts } = world.services;
  const publish = posts.publish.bind(posts);
  Object.assign(posts, {
    publish: async (post: NewPost): Promise<void> => {
      if ('person' in post.to && !told.includes(post.id)) told.push(post.id);
      return publish(post);
    },
  });
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
    const posts = await Promise.all(
      [1, 2].map((n) =>
        world.services.posts.status(world.scope.network, `${event.id}-told-${revision}-${idOf(n)}` as never),
      ),
    );
    expect(posts.filter(Boolean)).toHaveLength(1);
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

const kindOf = (args: readonly unknown[]): string | undefined => (args[1] as { name?: string } | undefined)?.name;
/** The next write of such a document fails, as if the process had died. */
function dieAt(kind: string): void {
  const before = world.store.fails;
  world.store.fails = (method, args) => {
    if ((method !== 'replace' && method !== 'insert') || kindOf(args) !== kind) return before(method, args);
    world.store.fails = before;
    return true;
  };
}
/** Right before the next change of such a document something else happens. */
async function meanwhile(kind: string, what: () => Promise<void>): Promise<void> {
  const { store } = world.temp;
  const own = { insert: store.insert, replace: store.replace };
  const first =
    <A extends unknown[], R>(method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (kindOf(args) === kind) {
        Object.assign(store, own);
        await what();
      }
      return method(...args);
    };
  Object.assign(store, { insert: first(own.insert), replace: first(own.replace) });
}

describe('a request that is cut off', () => {
  test('after a change was written still tells who comes, and the thread', async () => {
    const event = await world.invite();
    await withAddress(1, 'aino.kuusi@kunta.example');
    await changeMember(await world.work(), idOf(1), (now) => now && { ...now, mail: { events: true } });
    await says(1, event, 'room');
    dieAt('seats');
    await expect(changeTo(event, { startsAtTime: '11:00', endsAtTime: '12:00' })).rejects.toThrow('the store is out');
    await world.clock.advance(30_000);
    await world.clock.rest();
    expect(lettersOf('events.changed')).toHaveLength(1);
    const post = await world.services.posts.status(world.scope.network, postId.parse(`${event.id}-changed-1`));
    expect(post).toBeDefined();
  });

  test('after fewer places were written leaves the ledger behind only until it is healed', async () => {
    const event = await world.invite({ capacityRoom: '4' });
    dieAt('seats');
    await expect(changeTo(event, { capacityRoom: '2' })).rejects.toThrow('the store is out');
    await healed(event);
    expect((await ledgerOf(await world.work(), event)).capacity.room).toBe(2);
  });

  test('after a colleague was registered tells them when it is sent again', async () => {
    const event = await world.invite();
    dieAt('seats');
    await expect(registerColleague(await world.visit(3), event.id, open(), 'r1')).rejects.toThrow('the store is out');
    expect(lettersOf('events.own')).toHaveLength(0);
    await registerColleague(await world.visit(3), event.id, open(), 'r1');
    expect(lettersOf('events.own')).toHaveLength(1);
  });

  test('and resumed never uses a turn again', async () => {
    const event = await world.invite({ capacityRoom: '4' });
    await says(1, event, 'room');
    await says(1, event, 'no');
    const { next } = await ledgerOf(await world.work(), event);
    await resumePublishing(await world.work(), event.id);
    expect((await ledgerOf(await world.work(), event)).next).toBeGreaterThanOrEqual(next);
  });
});

describe('people hear', () => {
  test('each time that they lose a place and get it back', async () => {
    const event = await world.invite({ capacityRoom: '2' });
    await openChat(world, 2);
    await says(1, event, 'room');
    await says(2, event, 'room');
    for (const room of ['1', '2', '1']) {
      await changeTo(event, { capacityRoom: room });
      await world.clock.rest();
    }
    expect(await standing(event, idOf(2))).toEqual({ waitsFor: 'room', position: 1 });
    expect(told.filter((id) => id.includes('-news-'))).toHaveLength(3);
  });

  test('that another person registered them after they had said no', async () => {
    const event = await world.invite();
    await withAddress(1, 'aino.kuusi@kunta.example');
    await openChat(world, 1);
    await says(1, event, 'no');
    const { registration } = await registerColleague(await world.visit(3), event.id, open(), 'r1');
    expect(registration).toMatchObject({ attendance: 'room', registeredBy: person(3) });
    expect(registration.confirmedAt).toBeUndefined();
    expect(told.filter((id) => id.includes('-own-'))).toHaveLength(1);
  });

  test('that the event was cancelled in the moment in which they answered', async () => {
    const event = await world.invite();
    await meanwhile('registration', async () => void (await cancelEvent(await world.visit(0), event.id, '')));
    await expect(says(1, event, 'room')).rejects.toThrow(refusal);
  });

  test('that the event was taken back in the moment in which they answered, and hold nothing', async () => {
    const event = await world.invite();
    await meanwhile('registration', async () => void (await undoEvent(await world.visit(0), event.id)));
    await expect(says(1, event, 'room')).rejects.toThrow(refusal);
    expect(await standing(event, idOf(1))).toEqual({});
    expect(await registrationOf(await world.work(), event.id, idOf(1))).toBeUndefined();
  });

  test('of a cancellation, whatever else was changed in the same moment', async () => {
    const event = await world.invite();
    await openChat(world, 1);
    await says(1, event, 'room');
    await meanwhile('event', async () => void (await changeTo(event, { title: 'Uusi nimi' }, false)));
    await cancelEvent(await world.visit(0), event.id, '');
    await world.clock.rest();
    expect(told.filter((id) => id.includes('-told-2-'))).toHaveLength(1);
  });
});

test('a choice that is no longer offered does not keep anyone from answering with one tap', async () => {
  const event = await world.invite({ questions: 'Lounas? | Kala | Kasvis' });
  const [question] = event.questions;
  const answers = { [question?.id ?? '']: 'Kala' };
  await answerEvent(await world.visit(1), event.id, { attendance: 'room', answers }, click());
  await changeTo(event, { questions: 'Lounas? | Keitto | Kasvis' });
  const { registration } = await says(1, event, 'online');
  expect(registration).toMatchObject({ attendance: 'online' });
  expect(registration.answers).toBeUndefined();
});

test('who waits for the room and holds a place online can leave the list after the deadline', async () => {
  const deadline = { registrationEndsOn: '2026-03-10', registrationEndsAtTime: '12:00' };
  const event = await world.invite({ capacityRoom: '1', ...deadline });
  await says(1, event, 'room');
  await says(2, event, 'online');
  await says(2, event, 'room');
  expect(await standing(event, idOf(2))).toEqual({ holds: 'online', waitsFor: 'room', position: 1 });
  await world.passTo('2026-03-11T08:00:00.000Z');
  await leaveWaitingList(await world.visit(2), event.id, click());
  expect(await standing(event, idOf(2))).toEqual({ holds: 'online' });
  await expect(says(2, event, 'room')).rejects.toThrow(refusal);
});

test('an event is not moved into the past', async () => {
  const event = await world.invite();
  await expect(changeTo(event, { startsOn: '2026-02-02', endsOn: '2026-02-02' })).rejects.toThrow(refusal);
  expect(await world.now(event)).toEqual(event);
});

test('a draft whose pre-meeting would have begun goes out without it', async () => {
  const work = await world.work();
  const names = { fi: 'Puheenjohtajat' };
  await changeGroup(work, 'g-1', () => ({ id: 'g-1', names, seats: [], createdAt: world.clock.now() }) as never);
  const event = await world.draft({ preGroup: 'g-1', preStartsAtTime: '08:00' });
  await world.passTo(plus(event.startsAt, -10 * 60_000));
  expect((await publishEvent(await world.visit(0), event.id)).state).toBe('published');
});
