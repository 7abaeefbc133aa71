/** Events by mail: what each letter says and does to the calendar, and when it has become pointless. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LetterBody } from '../../bot/core/feature.ts';
import { createGate } from '../../bot/core/gate.ts';
import { type Member, type MemberId, memberIdOf } from '../../bot/core/network.ts';
import { changeGroup, changeMember, registerNow } from '../../bot/core/register.ts';
import {
  answerEvent,
  confirmRegistration,
  inviteOutsiders,
  registerColleague,
  registerOpenly,
} from '../../bot/features/events/answer-operations.ts';
import { draftOf, type Event, type EventDraft } from '../../bot/features/events/event.ts';
import { eventLetters } from '../../bot/features/events/letters.ts';
import { cancelEvent, correctEvent } from '../../bot/features/events/operations.ts';
import type { Attendance } from '../../bot/features/events/registration.ts';
import { remindersDue } from '../../bot/features/events/schedule.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { NETWORK, person } from '../fakes/feature-world.ts';

let world: EventWorld;
beforeEach(async () => {
  world = await openEventWorld();
  for (const n of [1, 2, 3]) await onlyMail(n);
});
afterEach(() => world.close());

const idOf = (n: number): MemberId => memberIdOf(person(n));
const change = async (n: number, of: Partial<Member>): Promise<void> => {
  await changeMember(await world.work(), idOf(n), (now) => now && { ...now, ...of });
};
/** Someone without Teams. */
async function onlyMail(n: number): Promise<void> {
  await changeMember(await world.work(), idOf(n), (now) => {
    if (!now) return now;
    const { teamsId: _none, ...rest } = now;
    return { ...rest, email: `jasen${n}@kunta.example` };
  });
}
const draw = async (name: string, subject: string, who: MemberId): Promise<LetterBody | undefined> => {
  const visit = await createGate(world.services).byId(NETWORK, who);
  return visit && eventLetters.find((one) => one.name === name)?.draw(subject, visit);
};
const own = (event: Event, n: number) => draw('events.own', `${event.id}|own`, idOf(n));
let clicks = 0;
const says = async (n: number, { id }: Event, attendance: Attendance) => {
  const delivery = { id: `click-${++clicks}`, at: world.clock.now(), isInOrder: true };
  const stand = await answerEvent(await world.visit(n), id, { attendance }, delivery);
  await world.clock.rest();
  return stand;
};
const correct = async (event: Event, more: Partial<EventDraft>) => {
  const draft = { ...draftOf(await world.now(event), 'Europe/Helsinki'), ...more };
  return correctEvent(await world.visit(0), event.id, draft, { tells: true });
};
const wordsOf = (of: LetterBody | undefined): string =>
  [
    of?.title,
    ...(of?.blocks ?? []).flatMap((one) => ('text' in one ? [one.text] : one.links.map(({ label }) => label))),
  ]
    .join('\n')
    .replaceAll('\u00a0', ' ');
const linksOf = (of: LetterBody | undefined) =>
  of?.blocks.flatMap((one) => (one.type === 'links' ? one.links : [])) ?? [];
const pageOf = (event: Event, who: MemberId): string => `https://bot.example.test/p/token-of-${who}/events/${event.id}`;
const withAddress = async (email: string): Promise<MemberId> => {
  const found = [...(await registerNow(await world.work())).members.values()].find((one) => one.email === email);
  if (!found) throw new Error(`nobody has ${email}`);
  return memberIdOf(found.person);
};

describe('the invitation', () => {
  test('has a link for each answer that only preselects, and says what it is, in the reader’s language', async () => {
    await change(1, { locale: 'sv' });
    const event = await world.invite({
      ...{ agenda: '9.00 Öppning | Vesa\n9.30 Statistik', registrationEndsOn: '2026-03-10' },
      ...{ registrationEndsAtTime: '12:00', contact: 'Kaisa, kaisa@kunta.example' },
    });
    const letter = await draw('events.invitation', event.id, idOf(1));
    const page = pageOf(event, idOf(1));
    expect(linksOf(letter)).toEqual([
      { label: 'Jag kommer på plats', address: `${page}?attendance=room` },
      { label: 'Jag deltar på distans', address: `${page}?attendance=online` },
      { label: 'Kanske', address: `${page}?attendance=maybe` },
      { label: 'Jag kan inte komma', address: `${page}?attendance=no` },
      { label: 'Öppna evenemangets sida', address: page },
    ]);
    const words = wordsOf(letter);
    for (const said of ['Inbjudan: Joukkoliikenteen tilastot', 'Anmäl dig senast', 'Kaisa, kaisa@kunta.example'])
      expect(words).toContain(said);
    expect(words).toContain('9.00 Öppning – Vesa\n9.30 Statistik');
    // A file to take in, and none that a program would offer to accept: that would register nobody.
    expect(letter?.calendar).toMatchObject({ method: 'PUBLISH', entry: { status: 'tentative', sequence: 0 } });
    expect(words).toContain('Den anmäler dig inte ännu');
    expect(JSON.stringify(letter)).not.toContain('teams.example.test');
  });

  test('says where only the waiting list is left', async () => {
    const event = await world.invite({ capacityRoom: '1' });
    await says(0, event, 'room');
    const labels = linksOf(await draw('events.invitation', event.id, idOf(1))).map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(['Tulen paikalle (varasija)', 'Osallistun etänä']);
  });

  test('names the group that it is for, and is not written to others', async () => {
    await changeGroup(await world.work(), 'core', () => ({
      ...{ id: 'core', names: { fi: 'Ydinryhmä' }, createdAt: world.clock.now() },
      seats: [{ id: 's', member: idOf(1), role: 'member', from: '2026-01-01' }],
    }));
    const event = await world.invite({ group: 'core' });
    expect(wordsOf(await draw('events.invitation', event.id, idOf(1)))).toContain('ryhmälle Ydinryhmä');
    expect(await draw('events.invitation', event.id, idOf(2))).toBeUndefined();
  });

  test('tells people from outside who invited them', async () => {
    const event = await world.invite();
    await inviteOutsiders(await world.visit(0), event.id, 'Olli Outo, olli@yritys.example', 'r1');
    const letter = await draw('events.invitation', event.id, await withAddress('olli@yritys.example'));
    expect(wordsOf(letter)).toContain('Jäsen 0 kutsui sinut mukaan.');
  });

  test.each<[string, (event: Event) => Promise<unknown>]>([
    ['they have answered', (event) => says(1, event, 'maybe')],
    ['the registration has ended', async (event) => world.passTo(event.startsAt)],
    ['the event was cancelled', async (event) => cancelEvent(await world.visit(0), event.id, '')],
    ['they want no mail on events', async () => change(1, { mail: { events: false } })],
    ['they left', async () => change(1, { leftAt: world.clock.now() })],
  ])('is not sent once %s', async (_, happens) => {
    const event = await world.invite();
    expect(await draw('events.invitation', event.id, idOf(1))).toBeDefined();
    await happens(event);
    expect(await draw('events.invitation', event.id, idOf(1))).toBeUndefined();
  });

  test('of a draft is never sent', async () => {
    const event = await world.draft();
    expect(await draw('events.invitation', event.id, idOf(1))).toBeUndefined();
  });
});

describe('the letter on one’s own registration', () => {
  test('brings a place into the calendar, with the link to join', async () => {
    const event = await world.invite();
    await says(1, event, 'online');
    const letter = await own(event, 1);
    expect(letter?.title).toContain('Olet ilmoittautunut: Joukkoliikenteen tilastot, ');
    expect(wordsOf(letter)).toContain('Paikkasi on varattu: etänä.');
    expect(letter?.calendar).toMatchObject({
      method: 'REQUEST',
      entry: { status: 'confirmed', sequence: 1, title: event.title, startsAt: event.startsAt },
    });
    expect(linksOf(letter)).toContainEqual({ label: 'Liity etänä', address: 'https://teams.example.test/join/1' });
    expect(linksOf(letter)).toContainEqual({
      ...{ label: 'En pääsekään', address: `${pageOf(event, idOf(1))}?attendance=no` },
    });
  });

  test('takes it out again, by the same entry with a higher sequence', async () => {
    const event = await world.invite();
    await says(1, event, 'online');
    const first = (await own(event, 1))?.calendar;
    await says(1, event, 'no');
    const last = (await own(event, 1))?.calendar;
    expect(last).toMatchObject({ method: 'CANCEL', entry: { status: 'cancelled', uid: first?.entry.uid } });
    expect(last?.entry.sequence).toBeGreaterThan(first?.entry.sequence ?? 0);
    expect(wordsOf(await own(event, 1))).toContain('poistaa tilaisuuden kalenteristasi');
  });

  test.each<[Attendance, string]>([
    ['maybe', 'Vastasit: ehkä. Se ei varaa paikkaa.'],
    ['no', 'Vastasit, ettet pääse.'],
  ])('who said “%s” at once has nothing in the calendar to take out', async (attendance, said) => {
    const event = await world.invite();
    await says(1, event, attendance);
    const letter = await own(event, 1);
    expect(wordsOf(letter)).toContain(said);
    expect(letter).not.toHaveProperty('calendar');
  });

  test('tells the place in the waiting list, and leaves the calendar alone', async () => {
    const event = await world.invite({ capacityRoom: '1' });
    await says(0, event, 'room');
    await says(1, event, 'room');
    await says(2, event, 'room');
    const letter = await own(event, 2);
    expect(letter?.title).toBe('Olet varasijalla 2: Joukkoliikenteen tilastot');
    expect(letter).not.toHaveProperty('calendar');
  });

  test('names the colleague who did it, and asks to confirm', async () => {
    const event = await world.invite();
    const colleague = {
      name: 'Aino Kuusi',
      email: 'aino@kunta.example',
      organisation: 'Akaa',
      attendance: 'room' as const,
    };
    await registerColleague(await world.visit(1), event.id, colleague, 'r1');
    const who = await withAddress('aino@kunta.example');
    const letter = await draw('events.own', `${event.id}|own`, who);
    expect(letter?.title).toContain('Jäsen 1 ilmoitti sinut: Joukkoliikenteen tilastot');
    expect(linksOf(letter)).toContainEqual({ label: 'Siirry vahvistamaan', address: pageOf(event, who) });
    expect(letter?.calendar?.method).toBe('REQUEST');
    const visit = await createGate(world.services).byId(NETWORK, who);
    if (visit) await confirmRegistration(visit, event.id);
    expect((await draw('events.own', `${event.id}|own`, who))?.title).toContain('Olet ilmoittautunut');
  });
});

describe('the letter from the public page', () => {
  const openly = async (event: Event, email: string) =>
    registerOpenly(await world.work(), event, {
      ...{ name: 'Aino Kuusi', email, organisation: '', attendance: 'room', locale: 'sv', form: `form-${email}` },
    });
  const confirmOf = (event: Event, who: MemberId) => draw('events.confirm', `${event.id}|own`, who);

  test('asks to confirm, in the language of the page, and puts nothing into a calendar before', async () => {
    const event = await world.invite({ isPublic: 'true' });
    await openly(event, 'aino@kunta.example');
    const who = await withAddress('aino@kunta.example');
    const letter = await confirmOf(event, who);
    expect(letter?.title).toBe('Bekräfta din anmälan: Joukkoliikenteen tilastot');
    expect(wordsOf(letter)).toContain('tas bort efter 2 dagar');
    expect(linksOf(letter)).toEqual([{ label: 'Gå till bekräftelsen', address: pageOf(event, who) }]);
    expect(letter).not.toHaveProperty('calendar');
    expect(await draw('events.own', `${event.id}|own`, who)).toBeUndefined();
  });

  test.each<[Attendance, string]>([
    ['online', 'Olet jo ilmoittautunut'],
    ['no', 'Olet jo vastannut'],
  ])('tells who had answered “%s” that it holds, also when they want no mail', async (attendance, title) => {
    const event = await world.invite({ isPublic: 'true' });
    await says(1, event, attendance);
    await change(1, { mail: { events: false } });
    await openly(event, 'jasen1@kunta.example');
    expect((await confirmOf(event, idOf(1)))?.title).toBe(`${title}: Joukkoliikenteen tilastot`);
  });
});

describe('news of a place', () => {
  test('brings one that came free into the calendar', async () => {
    const event = await world.invite({ capacityRoom: '1' });
    await says(0, event, 'room');
    await says(1, event, 'room');
    await says(0, event, 'no');
    const letter = await draw('events.news', `${event.id}|news`, idOf(1));
    expect(letter?.title).toContain('Sait paikan: Joukkoliikenteen tilastot');
    expect(wordsOf(letter)).toContain('Sinulle vapautui paikka: paikan päällä.');
    expect(letter?.calendar).toMatchObject({ method: 'REQUEST', entry: { status: 'confirmed' } });
    await says(1, event, 'no');
    expect(await draw('events.news', `${event.id}|news`, idOf(1))).toBeUndefined();
  });

  test('takes one that a smaller room took out of it', async () => {
    const event = await world.invite({ capacityRoom: '2' });
    await says(0, event, 'room');
    await says(1, event, 'room');
    const before = (await own(event, 1))?.calendar?.entry.sequence ?? 0;
    const draft = { ...draftOf(event, 'Europe/Helsinki'), capacityRoom: '1' };
    await correctEvent(await world.visit(0), event.id, draft, { onFewer: 'move', tells: false });
    await world.clock.advance(16_000); // the job that tells
    const letter = await draw('events.news', `${event.id}|news`, idOf(1));
    expect(letter?.title).toBe('Siirryit varasijalle: Joukkoliikenteen tilastot');
    expect(letter?.calendar).toMatchObject({ method: 'CANCEL', entry: { status: 'cancelled' } });
    expect(letter?.calendar?.entry.sequence).toBeGreaterThan(before);
  });
});

describe('a change', () => {
  test('is told as old and new to who comes, and their calendar follows', async () => {
    const event = await world.invite();
    await says(1, event, 'room');
    await says(2, event, 'maybe');
    await says(3, event, 'no');
    const first = (await own(event, 1))?.calendar?.entry;
    const now = await correct(event, { startsAtTime: '13:00', endsAtTime: '14:00' });
    const letter = await draw('events.changed', `${event.id}|1`, idOf(1));
    expect(wordsOf(letter)).toMatch(/Aika: .*klo 9–10 → .*klo 13–14/);
    expect(letter?.calendar).toMatchObject({
      method: 'REQUEST',
      entry: { uid: first?.uid, sequence: 2, startsAt: now.startsAt },
    });
    expect(await draw('events.changed', `${event.id}|1`, idOf(2))).not.toHaveProperty('calendar');
    expect(await draw('events.changed', `${event.id}|1`, idOf(3))).toBeUndefined();
    await onlyMail(4);
    const unanswered = await draw('events.changed', `${event.id}|1`, idOf(4));
    expect(unanswered?.calendar).toMatchObject({ method: 'PUBLISH', entry: { status: 'tentative', sequence: 1 } });
    expect(wordsOf(unanswered)).toContain('Tulen paikalle');
    await correct(event, { place: 'Nokian kirjasto' });
    expect(await draw('events.changed', `${event.id}|1`, idOf(1))).toBeUndefined();
    expect(wordsOf(await draw('events.changed', `${event.id}|2`, idOf(1)))).toContain('→ Nokian kirjasto');
  });

  test('and a cancellation says why and empties the calendar of who had a place', async () => {
    const event = await world.invite();
    await says(1, event, 'online');
    await says(2, event, 'maybe');
    await says(3, event, 'no');
    const { revision } = await cancelEvent(await world.visit(0), event.id, 'Puhuja sairastui');
    const letter = await draw('events.cancelled', `${event.id}|${revision}`, idOf(1));
    expect(letter?.title).toContain('Peruttu: Joukkoliikenteen tilastot');
    expect(wordsOf(letter)).toContain('Syy: Puhuja sairastui');
    expect(letter?.calendar).toMatchObject({ method: 'CANCEL', entry: { status: 'cancelled', sequence: 2 } });
    expect(await draw('events.cancelled', `${event.id}|${revision}`, idOf(2))).not.toHaveProperty('calendar');
    expect(await draw('events.cancelled', `${event.id}|${revision}`, idOf(3))).toBeUndefined();
    expect(await draw('events.cancelled', `${event.id}|${revision - 1}`, idOf(1))).toBeUndefined();
    await onlyMail(4);
    expect(wordsOf(await draw('events.cancelled', `${event.id}|${revision}`, idOf(4)))).toContain('Puhuja sairastui');
    expect(await own(event, 1)).toBeUndefined();
  });

  test('and a cancellation also reach who was invited by mail and has not answered, once', async () => {
    for (const n of [4, 5]) await onlyMail(n);
    const event = await world.invite();
    await says(5, event, 'no');
    await correct(event, { place: 'Nokian kirjasto' });
    await world.clock.rest();
    const sent = (drawing: string, n: number): number =>
      [...world.letters.values()].filter((one) => one.drawing === drawing && one.to === idOf(n)).length;
    expect([sent('events.changed', 4), sent('events.changed', 5), sent('events.changed', 0)]).toEqual([1, 0, 0]);
    await cancelEvent(await world.visit(0), event.id, '');
    await world.clock.rest();
    expect([sent('events.cancelled', 4), sent('events.cancelled', 5), sent('events.cancelled', 0)]).toEqual([1, 0, 0]);
  });
});

describe('a reminder', () => {
  const reminderOf = (event: Event, kind: string) =>
    `${event.id}|${remindersDue({ ...event, reminders: ['week', 'day', 'hour', 'nudge'] }, 'Europe/Helsinki').find((one) => one.kind === kind)?.id}`;
  /** Hours before it begins. */
  const hoursBefore = (event: Event, hours: number) =>
    world.passTo(new Date(Date.parse(event.startsAt) - hours * 3_600_000).toISOString());

  test.each([
    ['week', 7 * 24, 'Viikon päästä: '],
    ['week', 150, '6 päivän päästä: '],
    ['day', 24, 'Huomenna: '],
    ['day', 20, 'Huomenna: '],
    ['day', 9, 'Tänään: '],
    ['hour', 1, 'Tunnin päästä: '],
    ['hour', 0.7, '40 minuutin päästä: '],
  ])('of a %s that goes out %d hours before says “%s”', async (kind, hours, ahead) => {
    const event = await world.invite();
    await says(1, event, 'online');
    await hoursBefore(event, hours);
    const letter = await draw('events.reminder', reminderOf(event, kind), idOf(1));
    expect(letter?.title).toContain(`${ahead}Joukkoliikenteen tilastot, `);
    expect(linksOf(letter).map(({ label }) => label)).toEqual([
      ...['Liity etänä', 'En pääsekään', 'Avaa tilaisuuden sivu'],
    ]);
    expect(letter?.calendar).toMatchObject({ method: 'REQUEST', entry: { status: 'confirmed', sequence: 1 } });
  });

  test.each<[string, (event: Event) => Promise<unknown>]>([
    ['they can’t come', (event) => says(1, event, 'no')],
    ['it has begun', (event) => world.passTo(event.startsAt)],
    ['it was cancelled', async (event) => cancelEvent(await world.visit(0), event.id, '')],
    ['it was moved', (event) => correct(event, { startsOn: '2026-04-20', endsOn: '2026-04-20' })],
  ])('is not sent once %s', async (_, happens) => {
    const event = await world.invite();
    const subject = reminderOf(event, 'day');
    await says(1, event, 'online');
    expect(await draw('events.reminder', subject, idOf(1))).toBeDefined();
    await happens(event);
    expect(await draw('events.reminder', subject, idOf(1))).toBeUndefined();
  });

  test('asks who said maybe to settle it, and tells who waits where they stand', async () => {
    const event = await world.invite({ capacityRoom: '1' });
    await says(0, event, 'room');
    await says(1, event, 'room');
    await says(2, event, 'maybe');
    await hoursBefore(event, 24);
    const subject = reminderOf(event, 'day');
    expect(wordsOf(await draw('events.reminder', subject, idOf(1)))).toContain('Olet varasijalla 1');
    const maybe = await draw('events.reminder', subject, idOf(2));
    expect(wordsOf(maybe)).toContain('Ilmoittaudu, jos pääset.');
    expect(linksOf(maybe)).toContainEqual({
      ...{ label: 'Osallistun etänä', address: `${pageOf(event, idOf(2))}?attendance=online` },
    });
    expect(await draw('events.reminder', reminderOf(event, 'hour'), idOf(1))).toBeUndefined();
  });

  test('before the registration ends goes to who has said nothing', async () => {
    const event = await world.invite();
    const subject = reminderOf(event, 'nudge');
    await hoursBefore(event, 24);
    const letter = await draw('events.reminder', subject, idOf(1));
    expect(letter?.title).toBe('Ilmoittautuminen päättyy huomenna: Joukkoliikenteen tilastot');
    expect(linksOf(letter)).toHaveLength(5);
    await says(1, event, 'maybe');
    expect(await draw('events.reminder', subject, idOf(1))).toBeUndefined();
  });
});
