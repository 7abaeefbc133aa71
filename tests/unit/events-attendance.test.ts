/** Who came: people of a meeting's report found among those who are known, ticks at the door, and the numbers that follow. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toInstant } from '../../bot/core/clock.ts';
import { type MemberId, memberId, memberIdOf } from '../../bot/core/network.ts';
import { changeMember, registerNow } from '../../bot/core/register.ts';
import { answerEvent, inviteOutsiders } from '../../bot/features/events/answer-operations.ts';
import {
  type Attendee,
  countAttendance,
  didCome,
  isDoorOpen,
  type Known,
  knownPlaces,
  longestStays,
  matcherOf,
} from '../../bot/features/events/attendance.ts';
import {
  addAtDoor,
  doorOf,
  presenceOf,
  readReport,
  setHeadcount,
  tickDoor,
} from '../../bot/features/events/attendance-operations.ts';
import { attendanceText } from '../../bot/features/events/attendance-text.ts';
import { catering } from '../../bot/features/events/catering.ts';
import type { Event } from '../../bot/features/events/event.ts';
import { ledgerOf, registrationOf, registrationsOf } from '../../bot/features/events/memory.ts';
import type { Answer } from '../../bot/features/events/registration.ts';
import { text } from '../../bot/features/events/text.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { person, represent } from '../fakes/feature-world.ts';

const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);
const id = (typed: string): MemberId => memberId.parse(typed);

describe('a row of the report', () => {
  const known = (who: string, names: string | string[], emails: string[] = [], isRegistered = true): Known => ({
    ...{ who: id(who), names: [names].flat(), emails, isRegistered },
  });
  const people = [
    known('maija', 'Maija Meikäläinen', ['maija@akaa.example']),
    known('matti-a', 'Matti Virtanen', ['yhteinen@rauma.example']),
    known('matti-b', 'Matti Virtanen', [], false),
    known('liisa', 'Liisa Öhman', ['yhteinen@rauma.example']),
    known('bo', ['Ek, Bo', 'Bo Ek (Pargas)'], ['bo@pargas.example'], false),
    known('anna', 'Anna Kaarina Lahti'),
    known('eero-a', 'Eero Salo', [], false),
    known('eero-b', 'Eero Salo', [], false),
  ];
  const match = matcherOf(people);

  test.each([
    ['an address, whatever the name', { name: 'MM', email: 'Maija@akaa.example' }, 'maija'],
    ['an address in place of the directory’s name', { name: 'MM', upn: 'maija@akaa.example' }, 'maija'],
    ['what guests are called', { name: 'x', upn: 'maija_akaa.example#EXT#@host.onmicrosoft.com' }, 'maija'],
    ['the name', { name: 'Maija Meikäläinen' }, 'maija'],
    ['the family name first', { name: 'Meikäläinen Maija' }, 'maija'],
    ['a comma and an initial', { name: 'MEIKÄLÄINEN, Maija K.' }, 'maija'],
    ['a name without its dots', { name: 'Maija Meikalainen' }, 'maija'],
    ['brackets and what stands behind a bar', { name: 'Maija Meikäläinen (Akaa) | Akaan kaupunki' }, 'maija'],
    ['another name of the same person', { name: 'Bo Ek' }, 'bo'],
    ['a shared address by the name', { name: 'Liisa Ohman', email: 'yhteinen@rauma.example' }, 'liisa'],
    ['of two of a name the one on the list', { name: 'Matti Virtanen' }, 'matti-a'],
    ['an unknown address by the name', { name: 'Maija Meikäläinen', email: 'maija@koti.example' }, 'maija'],
  ])('is found by %s', (_, row, who) => {
    expect(match(row)).toMatchObject({ outcome: 'found', who });
  });

  test.each([
    ['two of a name, none of them on the list', { name: 'Salo Eero' }, ['eero-a', 'eero-b']],
    ['a shared address under another name', { name: 'Rauma', email: 'yhteinen@rauma.example' }, ['matti-a', 'liisa']],
    ['a second first name', { name: 'Anna Lahti' }, ['anna']],
    ['a first name alone', { name: 'Anna' }, ['anna']],
  ])('%s is for a person to decide', (_, row, candidates) => {
    const found = match(row);
    expect(found).toMatchObject({ outcome: 'several', candidates });
    expect(found).not.toHaveProperty('who');
  });

  test.each([{ name: 'Timo Tuntematon' }, { name: 'Liisa Lahti' }, { name: 'M' }, { name: '🙂' }])(
    '$name is nobody’s',
    (row) => {
      expect(match(row)).toEqual({ outcome: 'unknown', candidates: [] });
    },
  );

  test('whatever it says, who is found is one of those who are known', () => {
    const all = new Set(people.map(({ who }) => who));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string(), { nil: '' }), (name, upn) => {
        const { outcome, who, candidates } = match({ name, upn });
        expect(outcome === 'found').toBe(who !== undefined);
        for (const one of [...candidates, ...(who ? [who] : [])]) expect(all.has(one)).toBe(true);
      }),
    );
  });

  test('two rows of one person count the longer stay', () => {
    const rows = [10, 45, 30].map((minutes) => ({ who: id('maija'), minutes }));
    expect([...longestStays(rows)]).toEqual([['maija', 45]]);
  });
});

describe('the numbers', () => {
  const at = toInstant('2026-03-09T07:00:00.000Z');
  const ends = toInstant('2026-03-09T08:00:00.000Z');
  const later = toInstant('2026-03-09T12:00:00.000Z');
  const came = (isPresent: boolean, by: 'door' | 'report') => ({ came: { isPresent, by, at } });
  const attendee = (of: Partial<Attendee> = {}): Attendee => ({ registration: {}, isFirstTime: false, ...of });
  const event = (ways: Event['ways'], attendanceAt: Event['attendanceAt'] = at) => ({
    ...{ ways, endsAt: ends },
    ...(attendanceAt ? { attendanceAt } : {}),
  });

  test('of a room, who had a place and was not ticked did not come', () => {
    const people = [
      attendee({ registration: came(true, 'door'), holds: 'room', isFirstTime: true }),
      attendee({ registration: came(false, 'door'), holds: 'room', isFirstTime: true }),
      attendee({ holds: 'room' }),
      attendee(),
      attendee({ registration: came(true, 'door') }),
    ];
    expect(countAttendance(event('room'), people, later)).toEqual({ came: 2, noShows: 2, firstTimers: 1 });
  });

  test('nobody has stayed away from an event that is not over, or of which nobody noted anything', () => {
    const people = [attendee({ holds: 'room' }), attendee({ holds: 'online' })];
    expect(countAttendance(event('room'), people, at)).toMatchObject({ noShows: 0 });
    const { attendanceAt: _, ...unknown } = event('room');
    expect(countAttendance(unknown, people, later)).toMatchObject({ came: 0, noShows: 0 });
  });

  test('a report tells nothing of who sat in the room, nor a list at the door of who was online', () => {
    const room = attendee({ holds: 'room' });
    const online = attendee({ holds: 'online' });
    const byReport = [room, online, attendee({ registration: came(true, 'report'), holds: 'online' })];
    const known = knownPlaces(event('both'), byReport, later);
    expect([didCome(room, known), didCome(online, known)]).toEqual([undefined, false]);
    const byDoor = [room, online, attendee({ registration: came(true, 'door'), holds: 'room' })];
    const ticked = knownPlaces(event('both'), byDoor, later);
    expect([didCome(room, ticked), didCome(online, ticked)]).toEqual([false, undefined]);
  });

  test('the door opens two hours ahead, of published events alone', () => {
    const of = { state: 'published' as const, startsAt: at };
    expect(isDoorOpen(of, toInstant('2026-03-09T04:59:59.999Z'))).toBe(false);
    expect(isDoorOpen(of, toInstant('2026-03-09T05:00:00.000Z'))).toBe(true);
    expect(isDoorOpen({ ...of, state: 'cancelled' }, later)).toBe(false);
  });
});

describe('noting who came', () => {
  let world: EventWorld;
  let deliveries = 0;
  beforeEach(async () => {
    world = await openEventWorld({ size: 8 });
  });
  afterEach(() => world.close());

  const who = (n: number): MemberId => memberIdOf(person(n));
  const desk = () => world.visit(0);
  const come = async (n: number, event: Event, to: Partial<Answer> = {}): Promise<void> => {
    const delivery = { id: `delivery-${++deliveries}`, at: world.clock.now(), isInOrder: true };
    await answerEvent(await world.visit(n), event.id, { attendance: 'room', ...to }, delivery);
  };
  const begin = (event: Event): Promise<void> => world.passTo(event.startsAt);
  const doorNow = async (event: Event) => doorOf(await desk(), await world.now(event));
  const numbers = async (event: Event) => presenceOf(await world.work(), await world.now(event));
  const all = async (event: Event) => registrationsOf(await world.work(), event.id);
  const report = (...rows: string[]): Uint8Array =>
    utf8(
      [
        'Full Name\tJoin Time\tLeave Time\tDuration\tEmail',
        ...rows.map((row) => {
          const [name = '', minutes = '60', email = ''] = row.split('|');
          const leave = `1.2.2026 ${Number(minutes) === 60 ? '10.00' : `9.${minutes}`}.00`;
          return `${name}\t1.2.2026 9.00.00\t${leave}\t${minutes} min\t${email}`;
        }),
      ].join('\n'),
    );
  const read = async (event: Event, bytes: Uint8Array, applies = true, decisions: Record<string, string> = {}) =>
    readReport(await desk(), event.id, { bytes, decisions, applies });

  test('is for coordinators, and not before the door opens', async () => {
    const event = await world.invite();
    await expect(tickDoor(await desk(), event.id, who(1), true)).rejects.toMatchObject({ row: text.notYetOver });
    await begin(event);
    await expect(tickDoor(await world.visit(1), event.id, who(1), true)).rejects.toThrow(/coordinator/i);
    await expect(tickDoor(await desk(), event.id, id('nobody'), true)).rejects.toMatchObject({
      row: text.unknownPerson,
    });
  });

  test('a tick is kept once, taken back, and given to who came along; the list shows them all by name', async () => {
    await represent(world, 1, 1);
    const event = await world.invite();
    await come(1, event);
    await come(2, event, { attendance: 'no' });
    await begin(event);
    const before = await doorNow(event);
    expect(before.rows).toEqual([
      { who: who(1), name: 'Jäsen 1', organisation: 'Kunta 1', place: 'room', isFirstTime: false },
    ]);
    expect(before.others.map(({ name }) => name)).toEqual([0, 2, 3, 4, 5, 6, 7].map((n) => `Jäsen ${n}`));
    expect(await tickDoor(await desk(), event.id, who(1), true)).toMatchObject({ came: true, place: 'room' });
    expect(await tickDoor(await desk(), event.id, who(3), true)).toEqual({
      ...{ who: who(3), name: 'Jäsen 3', organisation: '', isFirstTime: false, came: true },
    });
    expect((await all(event)).get(who(3))).not.toHaveProperty('attendance');
    const first = await registrationOf(await world.work(), event.id, who(1));
    world.clock.jump(60_000);
    await tickDoor(await desk(), event.id, who(1), true);
    expect(await registrationOf(await world.work(), event.id, who(1))).toEqual(first);
    expect((await doorNow(event)).rows.map(({ name, came }) => [name, came])).toEqual([
      ['Jäsen 1', true],
      ['Jäsen 3', true],
    ]);
    await tickDoor(await desk(), event.id, who(3), null);
    expect(await world.now(event)).toHaveProperty('attendanceAt');
    await tickDoor(await desk(), event.id, who(1), null);
    expect(await world.now(event)).not.toHaveProperty('attendanceAt');
    expect(await numbers(event)).toBeUndefined();
  });

  test('who came along is found by address or name, and is someone from outside when nobody is; the same request adds once', async () => {
    const event = await world.invite();
    await changeMember(await world.work(), who(4), (now) => now && { ...now, email: 'nelja@akaa.example' });
    await begin(event);
    const add = async (name: string, email: string, request: string, organisation = '') =>
      addAtDoor(await desk(), event.id, { name, email, organisation }, request);
    expect(await add('Joku', 'NELJA@akaa.example', 'a')).toMatchObject({ who: who(4), came: true });
    expect(await add('5 Jäsen', '', 'b')).toMatchObject({ name: '5 Jäsen', organisation: '' });
    const outsider = await add('Olli Ulkoa', '', 'c', 'Traficom');
    expect(await add('Olli Ulkoa', '', 'c', 'Traficom')).toEqual(outsider);
    expect(outsider).toMatchObject({ name: 'Olli Ulkoa', organisation: 'Traficom', came: true });
    const namesake = await add('Olli Ulkoa', '', 'd');
    expect(namesake.who).not.toBe(outsider.who);
    const { members } = await registerNow(await world.work());
    expect(members.get(outsider.who)).toMatchObject({ isOutsider: true, name: 'Olli Ulkoa' });
    expect(members.get(outsider.who)).not.toHaveProperty('email');
    await expect(add('', 'ei-osoite', 'e')).rejects.toMatchObject({
      problems: [
        { field: 'name', row: text.noName },
        { field: 'email', row: text.badAddress },
      ],
    });
    expect(await numbers(event)).toMatchObject({ came: 4 });
  });

  test('a number counted by hand is a number, and empty is none', async () => {
    const event = await world.invite();
    await begin(event);
    expect(await setHeadcount(await desk(), event.id, ' 120 ')).toMatchObject({ headcount: 120 });
    expect(await numbers(event)).toEqual({ came: 0, noShows: 0, firstTimers: 0, headcount: 120 });
    for (const typed of ['paljon', '-3', '1000000', '100001'])
      await expect(setHeadcount(await desk(), event.id, typed)).rejects.toMatchObject({ row: text.badCount });
    expect(await setHeadcount(await desk(), event.id, '')).not.toHaveProperty('headcount');
  });

  test('a report is looked at before it counts, and counts the same when it is read twice', async () => {
    const event = await world.invite();
    for (const n of [1, 2]) await come(n, event, { attendance: 'online' });
    await come(3, event);
    await begin(event);
    const bytes = report('1 Jäsen|60', 'Jäsen 5|45', 'Tiina Ulkoa|30|tiina@rauma.example', 'Pekka Muu|10', 'Sami|5');
    const dry = await read(event, bytes, false);
    expect(dry.rows.map(({ name, outcome, minutes }) => [name, outcome, minutes])).toEqual([
      ['1 Jäsen', 'several', 60],
      ['Jäsen 5', 'several', 45],
      ['Tiina Ulkoa', 'unknown', 30],
      ['Pekka Muu', 'unknown', 10],
      ['Sami', 'unknown', 5],
    ]);
    expect(dry).not.toHaveProperty('applied');
    expect(await world.now(event)).not.toHaveProperty('attendanceAt');
    const decisions = { 0: who(1), 1: who(5), 2: 'new', 3: 'skip' };
    expect(await read(event, bytes, true, decisions)).toMatchObject({ applied: 3 });
    const after = await all(event);
    expect(after.get(who(1))?.came).toMatchObject({ isPresent: true, by: 'report', minutes: 60 });
    expect(after.get(who(2))).not.toHaveProperty('came');
    world.clock.jump(60_000);
    expect(await read(event, bytes, true, decisions)).toMatchObject({ applied: 3 });
    expect(await all(event)).toEqual(after);
    await world.passTo(event.endsAt);
    // Of the two online one did not come; of the room nothing is known.
    expect(await numbers(event)).toEqual({ came: 3, noShows: 1, firstTimers: 0 });
  });

  test('what was ticked at the door stays, whatever the report says', async () => {
    const event = await world.invite();
    await changeMember(await world.work(), who(1), (now) => now && { ...now, name: 'Aino Aalto' });
    await come(1, event);
    await begin(event);
    await tickDoor(await desk(), event.id, who(1), false);
    const { rows } = await read(event, report('Aalto Aino|60'));
    expect(rows).toMatchObject([{ outcome: 'found', who: who(1), candidates: [{ name: 'Aino Aalto' }] }]);
    expect((await all(event)).get(who(1))?.came).toMatchObject({ isPresent: false, by: 'door' });
  });

  test('what is no report is refused with what to do, and so is someone whom nobody knows', async () => {
    const event = await world.invite();
    await begin(event);
    await expect(read(event, utf8('Nimi;Kunta\nMäki;Akaa'))).rejects.toMatchObject({ row: attendanceText.notAReport });
    await expect(read(event, new Uint8Array(6e6))).rejects.toMatchObject({ row: attendanceText.tooLarge });
    await expect(read(event, report('A B|5'), true, { 0: 'ghost' })).rejects.toMatchObject({
      row: attendanceText.badDecision,
    });
  });

  test('for the first time is who was at no earlier event, as soon as anything is known of one', async () => {
    const first = await world.invite({ title: 'Ensimmäinen' });
    const second = await world.invite({ title: 'Toinen', startsAtTime: '12:00', endsAtTime: '13:00' });
    for (const n of [1, 2]) await come(n, second);
    await begin(second);
    expect((await doorNow(second)).rows.map(({ isFirstTime }) => isFirstTime)).toEqual([false, false]);
    await tickDoor(await desk(), first.id, who(1), true);
    await tickDoor(await desk(), first.id, who(2), false);
    expect((await doorNow(second)).rows.map(({ isFirstTime }) => isFirstTime)).toEqual([false, true]);
    expect(await tickDoor(await desk(), second.id, who(2), true)).toMatchObject({ isFirstTime: true });
    expect(await tickDoor(await desk(), second.id, who(1), true)).toMatchObject({ isFirstTime: false });
    expect(await numbers(second)).toMatchObject({ came: 2, firstTimers: 1 });
    expect(await numbers(first)).toMatchObject({ came: 1, firstTimers: 0 });
  });

  test('the kitchen gets numbers of those in the room, and words that lead to nobody', async () => {
    const event = await world.invite({ type: 'seminar', ways: 'both', capacityRoom: '2' });
    const needs = (diet: string[], dietWords: string, access: string[] = []) => ({
      attendance: 'room' as const,
      needs: { diet, dietWords, access },
    });
    await come(1, event, needs(['vegan'], 'ei sieniä', ['hearingLoop']));
    await come(2, event, needs(['vegan', 'glutenFree'], 'Ananas ei käy'));
    await come(3, event, needs(['nutFree'], 'odottaa varasijalla'));
    const work = await world.work();
    const sheet = async () =>
      catering(event, await registrationsOf(work, event.id), {
        ledger: await ledgerOf(work, event),
        t: (await desk()).t,
      });
    expect(await sheet()).toEqual({
      room: 2,
      diet: [
        { id: 'vegan', label: 'Vegaaninen', n: 2 },
        { id: 'glutenFree', label: 'Gluteeniton', n: 1 },
        { id: 'other', label: 'Muu ruokavalio', n: 2 },
      ],
      dietWords: ['Ananas ei käy', 'ei sieniä'],
      access: [{ id: 'hearingLoop', label: 'Induktiosilmukka', n: 1 }],
      accessWords: [],
      until: toInstant(Date.parse(event.endsAt) + 14 * 24 * 3600_000),
    });
    await come(1, event, { attendance: 'online' });
    expect(await sheet()).toMatchObject({ room: 2, dietWords: ['Ananas ei käy', 'odottaa varasijalla'], access: [] });
  });

  test('who was invited from outside stands among those who may turn up', async () => {
    const event = await world.invite();
    await inviteOutsiders(await desk(), event.id, 'Vieras Vilma, vilma@traficom.example, Traficom', 'r');
    await begin(event);
    const vilma = (await doorNow(event)).others.find(({ name }) => name === 'Vieras Vilma');
    expect(vilma).toMatchObject({ organisation: 'Traficom' });
    expect(await tickDoor(await desk(), event.id, vilma?.who ?? id('x'), true)).toMatchObject({
      ...{ name: 'Vieras Vilma', organisation: 'Traficom', came: true },
    });
  });
});
