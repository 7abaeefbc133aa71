/** Events in chat: quick commands, forms, one tap, the desk, and the posts and messages that follow. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { understand } from '../../bot/core/command.ts';
import { memberIdOf } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import type { Outcome } from '../../bot/core/turn.ts';
import { draftOf, type Event, eventDraft } from '../../bot/features/events/event.ts';
import { events } from '../../bot/features/events/feature.ts';
import {
  handover,
  needsOutsider,
  openForGroup,
  ownCalendar,
  participation,
  waitingEvents,
} from '../../bot/features/events/hook-operations.ts';
import { allEvents, registrationsOf } from '../../bot/features/events/memory.ts';
import { correctEvent, undoEvent } from '../../bot/features/events/operations.ts';
import { quickDraft } from '../../bot/features/events/quick.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { openChat, person, wordsOf } from '../fakes/feature-world.ts';

const ZONE = 'Europe/Helsinki';
const CHAT = { place: { kind: 'chat' }, answers: 'message' } as const;
let world: EventWorld;
beforeEach(async () => {
  world = await openEventWorld();
});
afterEach(() => world.close());

const read = (outcome: Outcome): string => wordsOf(outcome).replaceAll('\u00a0', ' ');
const click = async (n: number, verb: string, data: object, of: object = {}) =>
  world.click(verb, data, await world.turn(n, of));
/** As the dispatcher does: a refusal is answered by the handler's own card. */
async function refused(n: number, verb: string, data: object, of: object = {}): Promise<Outcome | undefined> {
  const turn = await world.turn(n, of);
  const handler = events.handlers.find((one) => one.verb === verb);
  try {
    await handler?.take(data, turn);
  } catch (error) {
    if (error instanceof Refusal) return handler?.refused(data, error, turn);
    throw error;
  }
  throw new Error('nothing was refused');
}
/** What was sent: texts whole, cards by their summary; to a chat alone when it is named. */
const sentTexts = (conversation?: string): string[] =>
  world.channel.requests
    .filter((one) => one.text !== undefined && (conversation === undefined || one.conversation === conversation))
    .map(({ text = '' }) => text.replaceAll('\u00a0', ' '));
/** A post as it would be drawn now. */
async function drawn(name: string, subject: string): Promise<string> {
  const body = await events.drawings.find((one) => one.name === name)?.draw(subject, await world.work());
  return JSON.stringify(body ?? '').replaceAll('\u00a0', ' ');
}

describe('the quick command', () => {
  const now = toInstant('2026-11-26T10:00:00Z');
  const quick = (typed: string, type: Parameters<typeof quickDraft>[0] = 'webinar') =>
    quickDraft(type, typed, { now, zone: ZONE });

  test('reads time, link, place and deadline in any order', () => {
    const draft = quick(
      'Tilastot | https://teams.example.org/1 | Akaan kaupungintalo | ilmoittautuminen viimeistään 1.12. klo 12 | 3.12. klo 9–10.30',
    );
    expect(draft).toMatchObject({
      ...{ type: 'webinar', title: 'Tilastot', ways: 'both', place: 'Akaan kaupungintalo' },
      ...{ joinLink: 'https://teams.example.org/1', startsOn: '2026-12-03', startsAtTime: '09:00' },
      ...{
        endsOn: '2026-12-03',
        endsAtTime: '10:30',
        registrationEndsOn: '2026-12-01',
        registrationEndsAtTime: '12:00',
      },
    });
  });

  test.each([
    ['Statistik | 3.12 kl. 9–10 | senast 1.12 kl. 12', '2026-12-01'],
    ['Statistics | 3.12. at 9–10 | register by 1.12. at 12', '2026-12-01'],
  ])('understands a deadline in each language: %s', (typed, date) => {
    expect(quick(typed).registrationEndsOn).toBe(date);
  });

  test('takes lines as well as bars, and a place alone is in the room', () => {
    expect(quick('Päivä\n3.12.\nAkaan kaupungintalo, valtuustosali', 'seminar')).toMatchObject({
      ...{
        type: 'seminar',
        ways: 'room',
        place: 'Akaan kaupungintalo, valtuustosali',
        startsAtTime: '09:00',
        endsAtTime: '',
      },
    });
  });

  test('the word says the type in every language', async () => {
    const commands = [...polls.commands, ...events.commands];
    for (const [typed, word] of [
      ['webinaari Tilastot', 'webinaari'],
      ['Seminaarin ohjelma', 'seminaari'],
      ['utbildning X', 'utbildning'],
      ['möte X', 'möte'],
      ['inbjudan X', 'inbjudan'],
    ])
      expect(understand(typed ?? '', commands)).toMatchObject({ command: { name: 'event' }, word });
  });

  test('publishes in the channel without a word more, and never twice for one message', async () => {
    const turn = await world.turn(0);
    const rest = 'Tilastot | 3.12. klo 9–10 | https://teams.example.org/1';
    expect(await world.say('webinaari', rest, turn)).toEqual({ type: 'nothing' });
    await world.say('webinaari', rest, turn);
    await world.clock.advance(1000);
    const all = await allEvents(await world.work());
    expect(all.map(({ title, type, state, ways }) => ({ title, type, state, ways }))).toEqual([
      { title: 'Tilastot', type: 'webinar', state: 'published', ways: 'online' },
    ]);
  });

  test('in a chat opens the form with everything that was typed when something is wrong', async () => {
    const answer = read(await world.say('webinaari', 'Tilastot | joskus', await world.turn(0, CHAT)));
    expect(answer).toContain('Kerro, milloin tilaisuus alkaa');
    expect(answer).toContain('"value":"Tilastot"');
    expect(answer).toContain('"value":"joskus"');
    expect(await allEvents(await world.work())).toEqual([]);
  });

  test('in the channel says what is wrong and gives back what was typed', async () => {
    const answer = await world.say('seminaari', 'Päivä | 1.1.2020', await world.turn(0));
    expect(read(answer)).toContain('Kirjoitit: Päivä | 1.1.2020');
  });

  test('is for those who may create', async () => {
    await expect(world.say('webinaari', 'X | 3.12. klo 9', await world.turn(3))).rejects.toThrow(Refusal);
  });

  test('the bare word opens the form for who may create, and lists what is coming for others', async () => {
    const event = await world.invite();
    expect(read(await world.say('koulutus', '', await world.turn(0, CHAT)))).toContain('"value":"training"');
    const list = read(await world.say('tilaisuus', '', await world.turn(3, CHAT)));
    expect(list).toContain(event.title);
    expect(list).toContain('"title":"Vastaa"');
    await world.answer(3, event, 'room');
    expect(read(await world.say('tilaisuus', '', await world.turn(3, CHAT)))).toContain(
      '"title":"Oma ilmoittautuminen"',
    );
  });
});

describe('one tap', () => {
  test('reserves a place, and the receipt says so in the reader’s language', async () => {
    const event = await world.invite();
    const answer = await click(1, 'events.answer', { event: event.id, attendance: 'room' });
    expect(read(answer)).toContain('✓ Paikkasi on varattu: paikan päällä.');
    expect(read(await click(1, 'events.mine', { event: event.id }, { locale: 'sv' }))).toContain(
      'Din plats är reserverad: på plats.',
    );
  });

  test('with the place full leads to the waiting list, which can be left', async () => {
    const event = await world.invite({ capacityRoom: '1' });
    await world.answer(1, event, 'room');
    await world.answer(2, event, 'online');
    const answer = await click(2, 'events.answer', { event: event.id, attendance: 'room' });
    expect(read(answer)).toContain('Olet varasijalla 1 (paikan päällä). Etäpaikkasi pysyy, kunnes paikka vapautuu.');
    const left = read(await click(2, 'events.leaveList', { event: event.id }));
    expect(left).toContain('Et ole enää varasijalla.');
    expect(left).toContain('Paikkasi on varattu: etänä.');
  });

  test('asks what would have helped only after “can’t come”, and keeps it', async () => {
    const event = await world.invite();
    expect(read(await click(1, 'events.answer', { event: event.id, attendance: 'no' }))).toContain(
      'Mikä olisi auttanut',
    );
    const sent = await click(1, 'events.answer', {
      event: event.id,
      attendance: 'no',
      wish: 'Iltapäivä',
      saves: 'true',
    });
    expect(read(sent)).toContain('Kiitos, vastauksesi on tallennettu.');
    const [own] = (await registrationsOf(await world.work(), event.id)).values();
    expect(own?.wish).toBe('Iltapäivä');
  });

  test('answers to own questions are saved by their button, and another tap keeps what was typed', async () => {
    const event = await world.invite({ questions: 'Tuletko lounaalle? * | Kyllä | Ei\nKysyttävää?' });
    await world.answer(1, event, 'room');
    const of = { event: event.id, 'answer-q1': '', 'answer-q2': 'Miten?' };
    const moved = read(await click(1, 'events.answer', { ...of, attendance: 'online' }));
    expect(moved).toContain('Paikkasi on varattu: etänä.');
    expect(moved).toContain('"value":"Miten?"');
    const wrong = await refused(1, 'events.answer', { ...of, attendance: 'online', saves: 'true' });
    expect(wrong && read(wrong)).toContain('Vastaa kysymykseen ”Tuletko lounaalle?”');
    expect(wrong && read(wrong)).toContain('"value":"Miten?"');
    const saved = { ...of, 'answer-q1': 'Kyllä', attendance: 'online', saves: 'true' };
    expect(read(await click(1, 'events.answer', saved))).toContain('Vastauksesi on tallennettu.');
    const [own] = (await registrationsOf(await world.work(), event.id)).values();
    expect(own?.answers).toEqual({ q1: 'Kyllä', q2: 'Miten?' });
  });

  test('a colleague is registered once by one form, and what is wrong comes back as it was typed', async () => {
    const event = await world.invite();
    const typed = { event: event.id, form: 'f1', name: 'Sanna Malli', organisation: 'Akaa', attendance: 'online' };
    const wrong = await refused(1, 'events.colleague', { ...typed, email: 'sanna' });
    expect(wrong && read(wrong)).toContain('nimi@kunta.fi');
    expect(wrong && read(wrong)).toContain('"value":"Sanna Malli"');
    const data = { ...typed, email: 'sanna@akaa.example' };
    await click(1, 'events.colleague', data);
    const done = read(await click(1, 'events.colleague', data));
    expect(done).toContain('Sanna Malli on ilmoitettu.');
    expect(done).toContain('• Sanna Malli: etänä');
    expect((await registrationsOf(await world.work(), event.id)).size).toBe(1);
  });

  test('a draft shows itself to nobody by “my registration”', async () => {
    const draft = await world.draft();
    await expect(click(3, 'events.mine', { event: draft.id })).rejects.toThrow(Refusal);
  });

  test.each(['a draft', 'a draft that was thrown away', 'an event that was taken back'])(
    'with %s gives nothing of it away when it is refused',
    async (what) => {
      const event = what.startsWith('a draft') ? await world.draft() : await world.invite();
      if (what !== 'a draft') await undoEvent(await world.visit(0), event.id);
      await expect(click(3, 'events.mine', { event: event.id })).rejects.toThrow(Refusal);
      const typed = { event: event.id, form: 'f1', name: '', attendance: 'online' };
      expect(await refused(3, 'events.colleague', typed)).toBeUndefined();
      expect(await refused(3, 'events.confirm', { event: event.id })).toBeUndefined();
    },
  );
});

describe('the form', () => {
  const typed = {
    type: 'webinar',
    title: 'Tilastot',
    startsOn: '2027-01-14',
    startsAtTime: '09:00',
    ways: '-',
    asksNeeds: '-',
    group: '-',
  };

  test('previews, goes back to editing, and publishes once', async () => {
    const preview = read(await click(0, 'events.preview', { ...typed, form: 'f1' }, CHAT));
    expect(preview).toContain('Mitään ei ole vielä lähetetty');
    expect(preview).toContain('Viikkoa ennen ilmoittautuneille: to 7.1.2027 klo 9.00');
    expect(
      read(await click(0, 'events.edit', { ...typed, form: 'f1', previewed: 'true', reminders: 'day' }, CHAT)),
    ).toContain('"value":"Tilastot"');
    const create = () =>
      click(0, 'events.create', { ...typed, form: 'f1', previewed: 'true', reminders: 'day,hour' }, CHAT);
    await create();
    expect(read(await create())).toContain('”Tilastot” on julkaistu');
    const [only, another] = await allEvents(await world.work());
    expect(another).toBeUndefined();
    expect(only?.reminders).toEqual(['day', 'hour']);
  });

  test('no reminder ticked in the preview means none, and an untouched form means all', async () => {
    await click(0, 'events.create', { ...typed, form: 'f1', previewed: 'true', reminders: '' }, CHAT);
    await click(0, 'events.create', { ...typed, form: 'f2', reminders: '' }, CHAT);
    const all = await allEvents(await world.work());
    expect(all.map(({ reminders }) => reminders.length).sort()).toEqual([0, 4]);
  });

  test('a seminar asks for diets unless it was said otherwise', async () => {
    await click(0, 'events.create', { ...typed, type: 'seminar', form: 'f1' }, CHAT);
    await click(0, 'events.create', { ...typed, type: 'seminar', asksNeeds: 'false', form: 'f2' }, CHAT);
    const all = await allEvents(await world.work());
    expect(all.map(({ asksNeeds }) => asksNeeds).sort()).toEqual([false, true]);
  });

  test('comes back with all problems and all that was typed', async () => {
    const card = await refused(0, 'events.create', { ...typed, title: '', joinLink: 'http://x', form: 'f1' }, CHAT);
    expect(card && read(card)).toContain('Kirjoita tilaisuudelle nimi.');
    expect(card && read(card)).toContain('Linkin pitää alkaa');
    expect(card && read(card)).toContain('"value":"http://x"');
  });
});

describe('the desk', () => {
  test('publishes a draft, cancels with a reason, and refuses members', async () => {
    const draft = await world.draft();
    await expect(click(3, 'events.publish', { event: draft.id }, CHAT)).rejects.toThrow(Refusal);
    expect(read(await click(0, 'events.publish', { event: draft.id }, CHAT))).toContain('on julkaistu');
    await world.answer(1, draft, 'room');
    const card = read(await click(0, 'events.cancel', { event: draft.id, reason: 'Puhuja sairastui.' }, CHAT));
    expect(card).toContain('on peruttu. Ilmoittautuneet saavat tiedon.');
    await world.clock.advance(2000);
    expect(sentTexts().join('\n')).toContain('Syy: Puhuja sairastui.');
  });

  test('previews a reminder and sends it once', async () => {
    await openChat(world, 1);
    const event = await world.invite();
    await world.answer(1, event, 'room');
    const preview = read(await click(0, 'events.askReminder', { event: event.id, kind: 'day' }, CHAT));
    expect(preview).toContain('Muistutettavia on 1');
    const send = () => click(0, 'events.remind', { event: event.id, kind: 'day', form: 'f9', channel: 'false' }, CHAT);
    await send();
    expect(read(await send())).toContain('Muistutus on lähtenyt: Teamsissa 1, sähköpostilla 0.');
    await world.clock.advance(2000);
    expect(sentTexts('chat-1')).toEqual([expect.stringContaining('Muistutus: ”Joukkoliikenteen tilastot” alkaa')]);
  });
});

describe('what is told', () => {
  test('a change shows old and new on the card, in the thread and to who comes', async () => {
    await openChat(world, 1);
    const event = await world.invite();
    await world.answer(1, event, 'room');
    const draft = { ...draftOf(await world.now(event), ZONE), place: 'Valtuustosali' };
    await correctEvent(await world.visit(0), event.id, eventDraft.parse(draft), { tells: true });
    await world.clock.advance(3000);
    const line = 'Paikka: Akaan kaupungintalo → Valtuustosali';
    expect(await drawn('events.event', event.id)).toContain(line);
    expect(sentTexts().filter((one) => one.includes(line))).toHaveLength(1);
    expect(sentTexts('chat-1')).toEqual(['Tilaisuus on muuttunut']);
    const { revision } = await world.now(event);
    expect(await drawn('events.noticeDirect', `${event.id}|${revision}|person-1`)).toContain(line);
    expect(await drawn('events.noticeDirect', `${event.id}|${revision - 1}|person-1`)).toBe('""');
  });

  test('a place that becomes free is told to who gets it', async () => {
    await openChat(world, 2);
    const event = await world.invite({ capacityRoom: '1' });
    await world.answer(1, event, 'room');
    await world.answer(2, event, 'room');
    await world.answer(1, event, 'no');
    await world.clock.advance(6000);
    expect(sentTexts('chat-2')).toEqual(['Sinulle vapautui paikka: paikan päällä.']);
  });

  test('the channel’s card never says who comes', async () => {
    const event = await world.invite();
    await world.answer(1, event, 'room');
    await world.clock.advance(5000);
    const card = await drawn('events.event', event.id);
    expect(card).toContain('Paikan päälle tulossa 1');
    expect(card).not.toContain('Jäsen 1');
  });
});

describe('what the other parts of the app ask', () => {
  test('what waits: first what has no answer, then what can still be changed', async () => {
    const [first, second] = [await world.invite({ title: 'Ensimmäinen' }), await world.invite({ title: 'Toinen' })];
    await world.answer(1, first, 'maybe');
    const waiting = await waitingEvents(await world.visit(1));
    expect(waiting.map(({ title, isDone = false }) => [title, isDone])).toEqual([
      [second.title, false],
      [first.title, true],
    ]);
    expect(waiting[0]?.page).toBe(`events/${second.id}`);
  });

  test('“avoimet” names the invitations that wait beside the polls, in one’s own chat and not in the channel', async () => {
    await world.invite({ title: 'Odottava seminaari' });
    const answered = await world.invite({ title: 'Vastattu webinaari' });
    await world.answer(1, answered, 'no');
    const own = read(await world.say('avoimet', '', await world.turn(1, CHAT)));
    expect(own).toContain('Odottava seminaari');
    expect(own).not.toContain('Vastattu webinaari');
    expect(read(await world.say('avoimet', '', await world.turn(1)))).not.toContain('Odottava seminaari');
  });

  test('the calendar has what one holds a place in, with rising numbers, and a cancellation as cancelled', async () => {
    const event = await world.invite();
    await world.answer(1, event, 'room');
    await world.answer(2, event, 'maybe');
    const [entry] = await ownCalendar(await world.visit(1));
    expect(entry).toMatchObject({ status: 'confirmed', place: 'Akaan kaupungintalo', zone: ZONE });
    expect(entry?.uid).toMatch(/^[\w.-]+$/);
    expect(await ownCalendar(await world.visit(2))).toEqual([]);
    expect(await ownCalendar(await world.visit(1), 'other' as Event['id'])).toEqual([]);
    await click(0, 'events.cancel', { event: event.id, reason: '' }, CHAT);
    const [gone] = await ownCalendar(await world.visit(1), event.id);
    expect(gone).toMatchObject({ status: 'cancelled', uid: entry?.uid });
    expect(gone?.sequence).toBeGreaterThan(entry?.sequence ?? Number.POSITIVE_INFINITY);
  });

  test('who took part: those with a place, once it is over', async () => {
    const event = await world.invite();
    await world.answer(1, event, 'room');
    await world.answer(2, event, 'no');
    const since = toInstant('2020-01-01T00:00:00Z');
    expect(await participation(since, await world.work())).toEqual([]);
    await world.passTo(event.endsAt);
    const found = await participation(since, await world.work());
    expect(found).toEqual([
      { member: memberIdOf(person(1)), type: 'event', activity: event.id, title: event.title, at: event.startsAt },
    ]);
  });

  test('hands over what one made, and keeps people from outside known while an event needs them', async () => {
    const event = await world.invite();
    const items = await handover([memberIdOf(person(0))], await world.visit(0));
    expect(items.map(({ kind, page }) => ({ kind, page }))).toEqual([
      { kind: 'events.coming', page: `events/${event.id}` },
    ]);
    await click(1, 'events.colleague', {
      ...{
        event: event.id,
        form: 'f1',
        name: 'Sanna',
        email: 'sanna@akaa.example',
        organisation: '',
        attendance: 'room',
      },
    });
    const work = await world.work();
    const [who] = [...(await registrationsOf(work, event.id)).keys()];
    if (!who) throw new Error('nobody was registered');
    expect(await needsOutsider(who, work)).toBe(true);
    expect(await openForGroup('core', work)).toEqual([]);
    await world.passTo(toInstant(Date.parse(event.endsAt) + 800 * 24 * 60 * 60 * 1000));
    expect(await needsOutsider(who, await world.work())).toBe(false);
  });
});
