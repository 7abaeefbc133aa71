/** What events store on a person: shown whole to them, erased without a trace with every number kept, and forgotten in time. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, plus } from '../../bot/core/clock.ts';
import { personOf } from '../../bot/core/ids.ts';
import { memberIdOf } from '../../bot/core/network.ts';
import { changeMember } from '../../bot/core/register.ts';
import { RETENTION } from '../../bot/core/retention.ts';
import { answerEvent, registerColleague, registerOpenly } from '../../bot/features/events/answer-operations.ts';
import { presenceOf, tickDoor } from '../../bot/features/events/attendance-operations.ts';
import { draftOf, type Event } from '../../bot/features/events/event.ts';
import { needsOutsider } from '../../bot/features/events/hook-operations.ts';
import { changeEvent, ledgerOf, registrationsOf } from '../../bot/features/events/memory.ts';
import { cancelEvent, correctEvent } from '../../bot/features/events/operations.ts';
import { eventPersonal } from '../../bot/features/events/personal.ts';
import type { Answer } from '../../bot/features/events/registration.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { person } from '../fakes/feature-world.ts';

let world: EventWorld;
let deliveries = 0;
beforeEach(async () => {
  world = await openEventWorld({ size: 7 });
});
afterEach(() => world.close());

const idOf = (n: number) => memberIdOf(person(n));
const AS = personOf('erased', 'nobody-1');
const erase = async (...people: number[]): Promise<void> => {
  await eventPersonal.erase(people.map(idOf), AS, await world.work());
  await world.clock.rest();
};
const expire = async (): Promise<void> => {
  await eventPersonal.expire?.(await world.work());
};
const come = async (n: number, event: Event, to: Partial<Answer> = {}): Promise<void> => {
  const delivery = { id: `delivery-${++deliveries}`, at: world.clock.now(), isInOrder: true };
  await answerEvent(await world.visit(n), event.id, { attendance: 'room', ...to }, delivery);
  world.clock.jump(1_000);
};
const all = async (event: Event) => registrationsOf(await world.work(), event.id);
const ledger = async (event: Event) => ledgerOf(await world.work(), event);
const held = async (event: Event) =>
  (await ledger(event)).entries.filter(({ holds }) => holds).map(({ who }) => who as string);
/** All that is stored of an event, as words. */
const stored = async (event: Event): Promise<string> =>
  JSON.stringify([await world.now(event), [...(await all(event))], await ledger(event)]);
const numbers = async (event: Event) => presenceOf(await world.work(), await world.now(event));
const needs = { diet: ['vegan'], dietWords: 'Kaikuluotain-ruoka', access: ['hearingLoop'] };

describe('collecting', () => {
  test('shows a person’s own answers, needs and presence, whom they brought and what they ran, and nobody else’s', async () => {
    const event = await world.invite({ type: 'seminar', questions: 'Lounas?' });
    await come(1, event, { answers: { q1: 'Kyllä' }, needs });
    await come(2, event, { answers: { q1: 'Toisen sana' } });
    const colleague = {
      name: 'Kaisa Kollega',
      email: 'kaisa@akaa.example',
      organisation: '',
      attendance: 'room' as const,
    };
    await registerColleague(await world.visit(1), event.id, colleague, 'r');
    await world.passTo(event.startsAt);
    await tickDoor(await world.visit(0), event.id, idOf(1), true);
    const own = await eventPersonal.collect([idOf(1)], await world.work());
    const of = { event: event.id, title: event.title };
    expect(own).toEqual({
      eventRegistrations: [
        expect.objectContaining({
          ...{ ...of, attendance: 'room', holds: 'room', answers: [{ question: 'Lounas?', answer: 'Kyllä' }] },
          needs: { diet: ['vegan', 'other'], dietWords: 'Kaikuluotain-ruoka', access: ['hearingLoop'] },
          came: expect.objectContaining({ isPresent: true }),
        }),
      ],
      eventColleagues: [{ ...of, at: expect.any(String) }],
      ...{ eventsCreated: [], eventsChanged: [], eventsCancelled: [], eventReminders: [], eventMeetings: [] },
    });
    expect(JSON.stringify(own)).not.toMatch(/Toisen|Kollega|kaisa|person-/);
  });

  test('shows a coordinator what they made, changed, cancelled and reminded of', async () => {
    const event = await world.invite();
    const changed = { ...draftOf(event, 'Europe/Helsinki'), title: 'Uusi nimi' };
    await correctEvent(await world.visit(0), event.id, changed, { tells: false });
    await changeEvent(await world.work(), event.id, (now) => ({
      ...now,
      meeting: { id: 'meeting-1', owner: person(0), revision: 0 },
      reminded: [
        {
          ...{ id: 'r', kind: 'day', at: now.createdAt, state: 'sent', by: person(0) },
          ...{ direct: 1, mail: 0, others: 0, channel: false },
        },
      ],
    }));
    await cancelEvent(await world.visit(0), event.id, 'Sairastuin');
    expect(await eventPersonal.collect([idOf(0)], await world.work())).toMatchObject({
      eventsCreated: [{ title: 'Uusi nimi' }],
      eventsChanged: [{ event: event.id }],
      eventsCancelled: [{ reason: 'Sairastuin' }],
      eventReminders: [{ kind: 'day' }],
      eventMeetings: [{ meeting: 'meeting-1' }],
    });
    await erase(0);
    const now = await world.now(event);
    expect(JSON.stringify(now)).not.toContain('person-0');
    expect(now).toMatchObject({
      ...{ createdBy: AS, changes: [{ by: AS }], cancelled: { by: AS }, meeting: { owner: AS } },
      reminded: [{ by: AS }],
    });
  });
});

describe('erasing', () => {
  test('of an event that is over keeps its numbers and nothing of the person', async () => {
    const event = await world.invite({ capacityRoom: '2', questions: 'Lounas?' });
    for (const n of [1, 2, 3]) await come(n, event, { answers: { q1: `Sana-${n}-lounaasta` }, needs });
    await come(4, event, { attendance: 'no', wish: 'Kaikuluotain-toive' });
    const colleague = { name: 'Kaisa Kollega', email: 'kaisa@akaa.example', organisation: '' };
    await registerColleague(await world.visit(1), event.id, { ...colleague, attendance: 'online' }, 'r');
    await world.passTo(event.startsAt);
    for (const n of [1, 2]) await tickDoor(await world.visit(0), event.id, idOf(n), n === 1);
    await world.passTo(event.endsAt);
    const before = await numbers(event);
    expect(before).toMatchObject({ came: 1, noShows: 1 });
    await erase(1, 4);
    const once = await stored(event);
    await erase(1, 4); // it can be repeated
    expect(await stored(event)).toBe(once);
    expect(await numbers(event)).toEqual(before);
    expect(await held(event)).toHaveLength(3);
    expect(await held(event)).toContain(memberIdOf(AS));
    expect(once).not.toMatch(/person-[14]"|Sana-1|Kaikuluotain-toive/);
    expect(once).toMatch(/Sana-2/);
    const left = await all(event);
    expect(left.get(memberIdOf(AS))).toEqual({
      ...{ person: AS, attendance: 'room', deliveries: [], revision: 1, createdAt: expect.any(String) },
      came: expect.objectContaining({ isPresent: true, by: 'door' }),
    });
    expect([...left.values()].filter(({ registeredBy }) => registeredBy === AS)).toHaveLength(1);
    // Nobody moved up into an event that is over.
    expect(await held(event)).not.toContain(idOf(3));
  });

  test('of a coming event leaves nothing, and the place goes to the next in line', async () => {
    const event = await world.invite({ capacityRoom: '1' });
    for (const n of [1, 2]) await come(n, event, { needs });
    await erase(1);
    await erase(1);
    expect(await held(event)).toEqual([idOf(2)]);
    expect(await stored(event)).not.toMatch(/person-1"|nobody-1/);
  });

  test('wherever it is cut off, it goes on and leaves one nameless place', async () => {
    const event = await world.invite();
    await come(1, event);
    await come(2, event, { attendance: 'online' });
    await world.passTo(event.endsAt);
    await changeMember(await world.work(), idOf(2), (now) => now && { ...now, sameAs: idOf(1) });
    const { fails } = world.store;
    const isWrite = (method: string): boolean => ['insert', 'replace', 'upsert', 'remove'].includes(method);
    for (let last = 1; last < 4; last++) {
      let writes = 0;
      world.store.fails = (method, args) => (isWrite(method) && ++writes >= last) || fails(method, args);
      await expect(erase(1, 2)).rejects.toThrow('the store is out');
      world.store.fails = fails;
    }
    await erase(1, 2);
    expect(await held(event)).toEqual([memberIdOf(AS)]);
    expect([...(await all(event)).keys()]).toEqual([memberIdOf(AS)]);
  });

  test('of someone whom no event knows writes nothing', async () => {
    const event = await world.invite();
    await come(2, event);
    const before = await stored(event);
    await erase(5);
    expect(await stored(event)).toBe(before);
  });
});

describe('in time', () => {
  const daysAfter = async (event: Event, days: number): Promise<void> =>
    world.passTo(plus(event.endsAt, days * DAY + 1000));

  test('needs go two weeks after the event, and at once when it is cancelled', async () => {
    const event = await world.invite({ type: 'seminar' });
    await come(1, event, { needs });
    await daysAfter(event, RETENTION.needs - 1);
    await expire();
    expect(await stored(event)).toContain('Kaikuluotain-ruoka');
    await daysAfter(event, RETENTION.needs);
    await expire();
    expect(await stored(event)).not.toContain('Kaikuluotain-ruoka');
    expect((await all(event)).get(idOf(1))).toMatchObject({ attendance: 'room' });
    const other = await world.invite({ type: 'seminar' });
    await come(1, other, { needs });
    await cancelEvent(await world.visit(0), other.id, '');
    await expire();
    expect((await all(other)).get(idOf(1))).not.toHaveProperty('needs');
  });

  test('what nobody confirmed goes after two days, and with it the need for the person from outside', async () => {
    const event = await world.invite({ isPublic: 'true' });
    await registerOpenly(await world.work(), event, {
      ...{ name: 'Vilma Vieras', email: 'vilma@traficom.example', organisation: '' },
      ...{ attendance: 'online', locale: 'fi', form: 'f' },
    });
    const [vilma] = [...(await all(event)).keys()];
    if (vilma === undefined) throw new Error('nobody registered');
    await expire();
    expect(await needsOutsider(vilma, await world.work())).toBe(true);
    world.clock.jump(RETENTION.unconfirmedRegistrations * DAY + 1000);
    await expire();
    expect(await needsOutsider(vilma, await world.work())).toBe(false);
  });

  test('after two years nobody is named, and how many had a place and came is as it was', async () => {
    const event = await world.invite();
    for (const n of [1, 2]) await come(n, event);
    await come(3, event, { attendance: 'online' });
    await come(4, event, { attendance: 'no', wish: 'Kaikuluotain-toive' });
    await world.passTo(event.startsAt);
    await tickDoor(await world.visit(0), event.id, idOf(1), true);
    await world.passTo(event.endsAt);
    const before = await numbers(event);
    expect(before).toMatchObject({ came: 1, noShows: 1 });
    await daysAfter(event, RETENTION.registrations - 1);
    await expire();
    expect(await stored(event)).toContain('person-1');
    await daysAfter(event, RETENTION.registrations);
    const { fails } = world.store;
    let writes = 0;
    world.store.fails = (method, args) => (method === 'remove' && ++writes === 2) || fails(method, args);
    await expect(expire()).rejects.toThrow('the store is out');
    world.store.fails = fails;
    await expire();
    const once = await stored(event);
    await expire();
    expect(await stored(event)).toBe(once);
    expect(JSON.stringify([...(await all(event))])).not.toMatch(/person-\d|Kaikuluotain/);
    expect(JSON.stringify(await ledger(event))).not.toContain('person-');
    expect(await held(event)).toHaveLength(3);
    expect(await numbers(event)).toEqual(before);
    expect(new Set([...(await all(event)).values()].map(({ person: who }) => who)).size).toBe(3);
  });
});
