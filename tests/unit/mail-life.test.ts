/** A letter's life over a real store and a real mail server: sent once, at decent hours, by people's choices; and what becomes of it when something fails. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { CalendarEntry } from '../../bot/core/calendar-entry.ts';
import { atWallTime, DAY, HOUR, MINUTE, SECOND } from '../../bot/core/clock.ts';
import { members } from '../../bot/core/network.ts';
import type { NewLetter } from '../../bot/core/ports.ts';
import { networkScope, shardScope } from '../../bot/core/scope.ts';
import { jobDocuments } from '../../bot/jobs/job.ts';
import { A_MINUTE, AT_ONCE } from '../../bot/mail/letters.ts';
import { letterId, letters, newLetter } from '../../bot/mail/stored-letter.ts';
import { unsubscribe } from '../../bot/mail/unsubscribe.ts';
import { eventually } from '../fakes/eventually.ts';
import { addressOf, idOf, type MailWorld, NETWORK, openMailWorld } from '../fakes/mail-world.ts';

let world: MailWorld;
beforeEach(async () => {
  world = await openMailWorld();
  await world.boot();
  await world.member('aino');
});
afterEach(() => world.close());

const stored = async (name: string) => (await world.temp.store.get(networkScope(NETWORK), members, idOf(name)))?.value;
const jobsLeft = async () => (await world.temp.store.list(shardScope(0), jobDocuments)).items.map(({ value }) => value);

describe('a letter', () => {
  test('goes at once when it is due, drawn in its reader’s language from the data of that moment', async () => {
    await world.member('aino', { locale: 'sv' });
    await world.write('aino');
    expect(world.reached()).toEqual([addressOf('aino')]);
    expect(world.last().email.text).toContain('Hej Jäsen aino!');
    expect(await world.statusOf('aino')).toEqual({
      id: 'poll-1|m-aino|note',
      to: idOf('aino'),
      drawing: 'note',
      subject: 'poll-1',
      state: 'sent',
      at: world.clock.now(),
    });
    expect(await jobsLeft()).toEqual([]);
  });

  test('about an event brings its reader’s own invitation, from the network, and later its end', async () => {
    const entry: CalendarEntry = {
      ...{ uid: 'e-1.m-aino', sequence: 2, title: 'Työpaja: äänestys ja äly', zone: 'Europe/Helsinki' },
      startsAt: atWallTime('2026-10-25', '09:00', 'Europe/Helsinki'),
      endsAt: atWallTime('2026-10-25', '16:00', 'Europe/Helsinki'),
      ...{ status: 'confirmed', changedAt: world.clock.now() },
    };
    await world.network({ name: 'Pienet joukot, iso merkitys' });
    world.data.set('e-1', { title: 'Kutsu', blocks: [], calendar: { method: 'REQUEST', entry } });
    await world.write('aino', { subject: 'e-1', topic: 'events' });
    const end = { method: 'CANCEL', entry: { ...entry, sequence: 3, status: 'cancelled' } } as const;
    world.data.set('e-1', { title: 'Peruttu', blocks: [], calendar: end });
    await world.write('aino', { subject: 'e-1', topic: 'events', id: 'cancelled' });
    const read = world.sink.letters.map(({ email }) => {
      const part = email.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
      const calendar = new ICAL.Component(ICAL.parse(Buffer.from(part?.content as ArrayBuffer).toString()) as never);
      const event = calendar.getFirstSubcomponent('vevent');
      const value = (name: string) => event?.getFirstPropertyValue(name)?.toString();
      return {
        ...{ part: part?.method, method: calendar.getFirstPropertyValue('method'), uid: value('uid') },
        ...{ sequence: value('sequence'), status: value('status'), title: value('summary'), starts: value('dtstart') },
        organizer: [value('organizer'), event?.getFirstProperty('organizer')?.getFirstParameter('cn')],
        attendee: [value('attendee')?.toLowerCase(), event?.getFirstProperty('attendee')?.getFirstParameter('cn')],
      };
    });
    const same = {
      ...{ uid: 'e-1.m-aino@bot.example.test', title: entry.title, starts: '2026-10-25T09:00:00' },
      organizer: ['mailto:verkosto@bot.example', 'Pienet joukot, iso merkitys'],
      attendee: [`mailto:${addressOf('aino')}`, 'Jäsen aino'],
    };
    expect(read).toEqual([
      { ...same, part: 'REQUEST', method: 'REQUEST', sequence: '2', status: 'CONFIRMED' },
      { ...same, part: 'CANCEL', method: 'CANCEL', sequence: '3', status: 'CANCELLED' },
    ]);
  });

  test('is sent once however often it is asked for', async () => {
    await Promise.all([world.write('aino'), world.write('aino')]);
    await world.write('aino');
    await world.clock.advance(HOUR);
    expect(world.reached()).toEqual([addressOf('aino')]);
  });

  test('of another id about the same subject is another letter', async () => {
    await world.write('aino');
    await world.write('aino', { id: 'second' });
    expect(world.reached()).toHaveLength(2);
    expect((await world.now.letters.statuses(NETWORK, 'poll-1')).map(({ id }) => id)).toEqual([
      'poll-1|m-aino|note',
      'second',
    ]);
  });

  test('of a subject whose name begins like another’s is not told among the other’s', async () => {
    world.data.set('poll-1|x', { title: 'Toinen', blocks: [] });
    await world.write('aino', { subject: 'poll-1|x' });
    expect(await world.now.letters.statuses(NETWORK, 'poll-1')).toEqual([]);
    expect(await world.now.letters.statuses(NETWORK, 'poll-1|x')).toHaveLength(1);
  });

  test('with a long subject and odd signs in its id goes too', async () => {
    const subject = `äänestys/${'a'.repeat(300)}`;
    world.data.set(subject, { title: 'Pitkä', blocks: [] });
    await world.write('aino', { subject, id: 'joku muu/?#' });
    expect(await world.statusOf('aino', subject)).toMatchObject({ state: 'sent', id: 'joku muu/?#' });
  });

  test('that has become pointless is not sent', async () => {
    world.data.delete('poll-1');
    await world.write('aino');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'pointless' });
    expect(world.reached()).toEqual([]);
  });

  test('goes nowhere while the app is out of the team', async () => {
    await world.network({ state: 'paused', pausedBecause: 'removed' });
    await world.write('aino');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'pointless' });
  });

  test('still goes when only the channel of the network is lost', async () => {
    await world.network({ state: 'paused', pausedBecause: 'channel' });
    await world.write('aino');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'sent' });
  });

  test('leaves no name, address or word of it in the log', async () => {
    world.sink.mood = { at: 'recipient', says: '550 5.1.1 no aino@kunta.example here' };
    await world.write('aino');
    world.sink.mood = 'takes';
    await world.write('aino', { id: 'second', topic: 'always' });
    expect(world.log.names()).toContain('letter.failed');
    expect(JSON.stringify(world.log.events)).not.toMatch(/kunta\.example|Jäsen|Mikä aihe/);
  });
});

describe('choices, read at the moment of sending', () => {
  const chooses = async (
    change: Parameters<MailWorld['member']>[1],
    topic: 'polls' | 'events' | 'always' = 'polls',
  ) => {
    await world.member('aino', change);
    await world.write('aino', { topic });
    return (await world.statusOf('aino'))?.state;
  };

  test('who has no Teams gets what they did not refuse', async () => expect(await chooses({})).toBe('sent'));
  test('who refused this kind gets it not', async () =>
    expect(await chooses({ mail: { polls: false } })).toBe('unwanted'));
  test('who refused another kind gets it', async () => expect(await chooses({ mail: { digest: false } })).toBe('sent'));
  test('who has Teams gets none unless they chose it', async () =>
    expect(await chooses({ teamsId: '29:aino' })).toBe('unwanted'));
  test('who has Teams and chose mail gets it', async () =>
    expect(await chooses({ teamsId: '29:aino', mail: { polls: true } })).toBe('sent'));
  test('who has left gets nothing', async () => expect(await chooses({ leftAt: world.clock.now() })).toBe('pointless'));
  test('who has left gets not even what they asked for', async () =>
    expect(await chooses({ leftAt: world.clock.now() }, 'always')).toBe('pointless'));
  test('who is only invited gets no polls', async () => expect(await chooses({ isInvited: true })).toBe('unwanted'));
  test('who is only invited gets the invitation', async () =>
    expect(await chooses({ isInvited: true }, 'always')).toBe('sent'));
  test('an outsider gets what is about their events', async () =>
    expect(await chooses({ isOutsider: true }, 'events')).toBe('sent'));
  test('an outsider who stopped it gets no more of their events', async () =>
    expect(await chooses({ isOutsider: true, mail: { events: false } }, 'events')).toBe('unwanted'));
  test('an outsider gets what they asked for', async () =>
    expect(await chooses({ isOutsider: true }, 'always')).toBe('sent'));
  test('an outsider gets no polls, whatever was chosen for them', async () =>
    expect(await chooses({ isOutsider: true, mail: { polls: true } })).toBe('unwanted'));
  test('who refused everything still gets what they asked for', async () =>
    expect(await chooses({ mail: { polls: false } }, 'always')).toBe('sent'));
  test('whose address has failed gets nothing', async () =>
    expect(await chooses({ emailFailedAt: world.clock.now() }, 'always')).toBe('noAddress'));

  test('who has no address', async () => {
    await world.temp.store.upsert(networkScope(NETWORK), members, idOf('b'), {
      ...{ person: `mail|${idOf('b')}` as never, name: 'B', isGuest: false },
    });
    await world.write('b');
    expect(await world.statusOf('b')).toMatchObject({ state: 'noAddress' });
  });

  test('someone merged into another gets it as that other, by the other’s choices', async () => {
    await world.member('ida', { locale: 'en' });
    await world.member('aino', { sameAs: idOf('ida') });
    await world.write('aino');
    expect(world.reached()).toEqual([addressOf('ida')]);
    await world.member('ida', { mail: { polls: false } });
    await world.write('aino', { id: 'second' });
    expect(world.reached()).toHaveLength(1);
  });

  test('someone whose main identity has left gets it as the one that is left', async () => {
    await world.member('ida', { leftAt: world.clock.now() });
    await world.member('aino', { sameAs: idOf('ida') });
    await world.write('ida');
    await world.write('aino', { id: 'second' });
    expect(world.reached()).toEqual([addressOf('aino'), addressOf('aino')]);
    await world.member('aino', { mail: { polls: false } });
    await world.write('ida', { id: 'third' });
    expect(world.reached()).toHaveLength(2);
  });

  test('what was chosen while the letter waited counts', async () => {
    await world.passTo('2026-03-02T19:00:00.000Z');
    await world.write('aino', { urgency: 'nudge' });
    expect(await world.statusOf('aino')).toMatchObject({ state: 'waiting' });
    await world.member('aino', { mail: { polls: false } });
    await world.passTo('2026-03-03T05:00:00.000Z');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'unwanted' });
    expect(world.reached()).toEqual([]);
  });

  test('one click ends all kinds of letters, of every identity, and can be repeated', async () => {
    await world.member('ida', { sameAs: idOf('aino') });
    expect(await unsubscribe(await world.work(), idOf('aino'))).toBe(true);
    expect(await unsubscribe(await world.work(), idOf('ida'))).toBe(true);
    const none = { polls: false, events: false, feedback: false, bulletins: false, digest: false };
    expect(await stored('aino')).toMatchObject({ mail: none });
    expect(await stored('ida')).toMatchObject({ mail: none });
    await world.write('aino');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'unwanted' });
    expect(await unsubscribe(await world.work(), idOf('nobody'))).toBe(false);
  });
});

describe('a nudge', () => {
  /** When the letter left, having been asked for at a time. */
  const leaves = async (asked: string, expected: string): Promise<void> => {
    await world.passTo(asked);
    await world.write('aino', { urgency: 'nudge' });
    expect(world.reached()).toEqual([]);
    await world.passTo(new Date(Date.parse(expected) - 10_000).toISOString());
    expect(world.reached()).toEqual([]);
    await world.passTo(expected);
    await eventually(() => world.reached().length === 1);
    await world.rest();
    expect(await world.statusOf('aino')).toMatchObject({ state: 'sent' });
  };

  test('of the daytime goes at once', async () => {
    await world.write('aino', { urgency: 'nudge' });
    expect(world.reached()).toHaveLength(1);
  });
  test('of the evening waits for seven in the morning', () =>
    leaves('2026-03-02T18:00:00.000Z', '2026-03-03T05:00:00.000Z'));
  test('of a Saturday waits for Monday', () => leaves('2026-03-07T10:00:00.000Z', '2026-03-09T05:00:00.000Z'));
  test('of Christmas Eve waits for the first working day', () =>
    leaves('2026-12-24T10:00:00.000Z', '2026-12-28T05:00:00.000Z'));
  test('before the clocks go back waits for seven of the new time', () =>
    leaves('2026-10-23T17:30:00.000Z', '2026-10-26T05:00:00.000Z'));
  test('before the clocks go forward and Easter waits for Tuesday', () =>
    leaves('2027-03-25T18:30:00.000Z', '2027-03-30T04:00:00.000Z'));

  test('is not held up when it is due for whoever registered', async () => {
    await world.passTo('2026-12-24T20:00:00.000Z');
    await world.write('aino');
    expect(world.reached()).toHaveLength(1);
  });

  test('that the server puts off in the evening is not tried again at night', async () => {
    await world.passTo('2026-03-02T17:59:30.000Z');
    world.sink.mood = { at: 'recipient', says: '450 4.2.0 greylisted' };
    await world.write('aino', { urgency: 'nudge' });
    world.sink.mood = 'takes';
    await world.passTo('2026-03-02T22:00:00.000Z');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'waiting', reason: '450 4.2.0' });
    await world.passTo('2026-03-03T05:00:00.000Z');
    expect(world.reached()).toHaveLength(1);
  });
});

describe('the same reminder', () => {
  test('goes not by mail when Teams brought it within twelve hours', async () => {
    const of = { network: NETWORK, subject: 'poll-1', to: idOf('aino') };
    expect(await world.now.letters.claimReminder({ ...of, by: 'teams' })).toBe(true);
    await world.write('aino', { urgency: 'nudge' });
    expect(await world.statusOf('aino')).toMatchObject({ state: 'recent' });
    await world.write('aino', { id: 'due', isReminder: true });
    expect(world.reached()).toEqual([]);
  });

  test('of yesterday, of another subject and to another person does not count', async () => {
    await world.member('ida');
    const of = { network: NETWORK, subject: 'poll-1', to: idOf('aino') };
    await world.now.letters.claimReminder({ ...of, by: 'teams' });
    world.data.set('poll-2', { title: 'Toinen', blocks: [] });
    await world.write('aino', { urgency: 'nudge', subject: 'poll-2' });
    await world.write('ida', { urgency: 'nudge' });
    await world.clock.advance(2 * SECOND);
    await world.passTo('2026-03-03T08:00:00.000Z');
    await world.write('aino', { urgency: 'nudge' });
    expect(world.reached()).toEqual([addressOf('aino'), addressOf('ida'), addressOf('aino')]);
  });

  test('goes not in Teams when mail brought it, and does when mail could not', async () => {
    await world.member('ida');
    await world.write('aino', { urgency: 'nudge' });
    world.sink.mood = { at: 'recipient', says: '550 5.1.1 unknown' };
    await world.write('ida', { urgency: 'nudge' });
    await world.clock.advance(2 * SECOND);
    expect(await world.statusOf('ida')).toMatchObject({ state: 'refused' });
    const of = { network: NETWORK, subject: 'poll-1', by: 'teams' } as const;
    expect(await world.now.letters.claimReminder({ ...of, to: idOf('aino') })).toBe(false);
    expect(await world.now.letters.claimReminder({ ...of, to: idOf('ida') })).toBe(true);
  });

  test('may come twice by mail: who decides that knows why', async () => {
    await world.write('aino', { urgency: 'nudge' });
    await world.passTo('2026-03-02T13:00:00.000Z');
    await world.write('aino', { id: 'last day', urgency: 'nudge' });
    expect(world.reached()).toHaveLength(2);
  });

  test('of two ways at the same moment one is let through', async () => {
    const of = { network: NETWORK, subject: 'poll-1', to: idOf('aino') };
    const both = await Promise.all([
      world.now.letters.claimReminder({ ...of, by: 'teams' }),
      world.now.letters.claimReminder({ ...of, by: 'mail' }),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  test('is no reason to hold back a confirmation of the same subject', async () => {
    await world.now.letters.claimReminder({ network: NETWORK, subject: 'poll-1', to: idOf('aino'), by: 'teams' });
    await world.write('aino');
    expect(world.reached()).toHaveLength(1);
  });
});

describe('when the mail server', () => {
  test('puts a letter off, it is tried again until it goes', async () => {
    world.sink.mood = { at: 'recipient', says: '450 4.2.0 greylisted' };
    await world.write('aino');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'waiting', reason: '450 4.2.0' });
    world.sink.mood = 'takes';
    await world.clock.advance(59 * SECOND);
    expect(world.reached()).toEqual([]);
    await world.clock.advance(2 * SECOND);
    expect(await world.statusOf('aino')).toMatchObject({ state: 'sent' });
    expect(await world.statusOf('aino')).not.toHaveProperty('reason');
  });

  test('puts a letter off for a day, it is given up and told so', async () => {
    world.sink.mood = { at: 'content', says: '451 4.3.0 later' };
    await world.write('aino');
    for (let hour = 0; hour < 26; hour++) {
      world.clock.jump(HOUR);
      await world.clock.advance(6 * SECOND);
    }
    expect(await world.statusOf('aino')).toMatchObject({ state: 'refused', reason: 'given-up' });
    expect(await stored('aino')).not.toHaveProperty('emailFailedAt');
    expect(await jobsLeft()).toEqual([]);
  });

  test('puts a nudge off over a weekend, the nights and days between do not count as trying', async () => {
    await world.passTo('2026-03-06T17:59:00.000Z');
    world.sink.mood = { at: 'recipient', says: '450 4.2.0 greylisted' };
    await world.write('aino', { urgency: 'nudge' });
    await world.passTo('2026-03-09T05:00:00.000Z');
    expect(await world.statusOf('aino')).toMatchObject({
      state: 'waiting',
      at: expect.stringMatching(/^2026-03-09T05:00/),
    });
    world.sink.mood = 'takes';
    await world.clock.advance(5 * MINUTE);
    expect(await world.statusOf('aino')).toMatchObject({ state: 'sent' });
  });

  test('refuses the address for good, nothing more is sent there', async () => {
    world.sink.mood = { at: 'recipient', says: '550 5.1.1 unknown' };
    await world.write('aino');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'refused', reason: '550 5.1.1' });
    expect(await stored('aino')).toMatchObject({ emailFailedAt: world.clock.now() });
    world.sink.mood = 'takes';
    await world.write('aino', { id: 'second' });
    expect(world.reached()).toEqual([]);
    const before = await stored('aino');
    if (!before) throw new Error('no member');
    const { emailFailedAt: _, ...mended } = before;
    const email = 'aino.uusi@kunta.example';
    await world.temp.store.upsert(networkScope(NETWORK), members, idOf('aino'), { ...mended, email });
    await world.write('aino', { id: 'third' });
    expect(world.reached()).toEqual([email]);
  });

  test('refuses the letter by its policy, the address stays good', async () => {
    world.sink.mood = { at: 'recipient', says: '550 5.7.1 relaying denied' };
    await world.write('aino');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'refused', reason: '550 5.7.1' });
    expect(await stored('aino')).not.toHaveProperty('emailFailedAt');
  });

  test('is away, the letter waits and nothing is lost', async () => {
    await world.sink.close();
    await world.write('aino');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'waiting', reason: 'ESOCKET' });
    await world.clock.advance(10 * MINUTE);
    expect(await world.statusOf('aino')).toMatchObject({ state: 'waiting' });
  });

  test('cuts off after the content, nobody knows, and it is never sent again by itself', async () => {
    world.sink.mood = { cutsAt: 'content' };
    await world.write('aino');
    expect(world.sink.unacknowledged).toHaveLength(1);
    expect(await world.statusOf('aino')).toMatchObject({ state: 'unknown' });
    world.sink.mood = 'takes';
    await world.write('aino');
    await world.clock.advance(HOUR);
    expect(world.reached()).toEqual([]);
  });

  test('cuts off before the content, it is tried again', async () => {
    world.sink.mood = { cutsAt: 'recipient' };
    await world.write('aino');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'waiting' });
    world.sink.mood = 'takes';
    await world.clock.advance(2 * MINUTE);
    expect(world.reached()).toHaveLength(1);
  });
});

describe('the queue', () => {
  test('hands over at most four letters at a time and sixty a minute', async () => {
    const names = Array.from({ length: A_MINUTE + 15 }, (_, n) => `n${n}`);
    for (const name of names) await world.member(name);
    await Promise.all(names.map((name) => world.write(name)));
    await world.clock.advance(10 * SECOND);
    expect(world.sink.letters).toHaveLength(A_MINUTE);
    expect(world.most.underWay).toBe(AT_ONCE);
    expect(world.sink.connections).toBeLessThanOrEqual(AT_ONCE);
    await world.clock.advance(MINUTE);
    expect(new Set(world.reached()).size).toBe(names.length);
    expect(world.sink.letters).toHaveLength(names.length);
  });

  test('lets a confirmation go before the nudges that wait', async () => {
    const names = Array.from({ length: A_MINUTE + 5 }, (_, n) => `n${n}`);
    for (const name of names) await world.member(name);
    await Promise.all(names.map((name) => world.write(name, { urgency: 'nudge' })));
    await world.clock.advance(MINUTE);
    await world.write('aino', { subject: 'poll-1' });
    await world.clock.advance(MINUTE);
    expect(new Set(world.reached()).size).toBe(names.length + 1);
    expect(world.reached().indexOf(addressOf('aino'))).toBeLessThan(names.length);
  });
});

describe('a letter to very many', () => {
  const names = Array.from({ length: A_MINUTE + 5 }, (_, n) => `n${n}`);
  const writeAll = async (): Promise<void> => {
    for (const name of names) await world.member(name);
    await Promise.all(names.map((name) => world.write(name, { urgency: 'bulk' })));
  };

  test('lets what someone waits for go before it', async () => {
    await writeAll();
    await world.write('aino', { subject: 'poll-1' });
    await world.clock.advance(2 * MINUTE);
    expect(new Set(world.reached()).size).toBe(names.length + 1);
    expect(world.reached().indexOf(addressOf('aino'))).toBeLessThan(10);
  });

  test('leaves when it is due, on a Sunday night too', async () => {
    await world.passTo('2026-03-08T21:00:00Z');
    await writeAll();
    await world.clock.advance(3 * MINUTE);
    expect(world.reached()).toHaveLength(names.length);
  });
});

describe('after a crash', () => {
  test('between handing over and writing it down the letter is unknown and not sent again', async () => {
    world.sink.mood = { hangsAt: 'content' };
    const sending = world.now.letters.send({
      ...{
        id: 'a',
        network: NETWORK,
        to: idOf('aino'),
        drawing: 'note',
        subject: 'poll-1',
        topic: 'polls',
        urgency: 'due',
      },
    });
    await sending;
    await eventually(() => world.sink.unacknowledged.length === 1);
    world.now.kill();
    world.sink.mood = 'takes';
    world.sink.release();
    await eventually(() => world.sink.letters.length === 1);
    await world.boot();
    await world.clock.advance(6 * SECOND);
    expect(await world.statusOf('aino')).toMatchObject({ state: 'unknown', reason: 'interrupted' });
    await world.clock.advance(HOUR);
    expect(world.sink.letters).toHaveLength(1);
  });

  test('before handing over the next process sends it', async () => {
    await world.passTo('2026-03-02T19:00:00.000Z');
    await world.write('aino', { urgency: 'nudge' });
    world.now.kill();
    await world.boot();
    await world.passTo('2026-03-03T05:00:00.000Z');
    expect(world.reached()).toEqual([addressOf('aino')]);
  });

  test('one process of several waits until the other can’t be sending any more', async () => {
    world.now.kill();
    await world.clock.advance(MINUTE);
    await world.boot({ isAlone: false });
    await world.clock.advance(MINUTE);
    world.sink.mood = { hangsAt: 'content' };
    await world.now.letters.send({
      ...{
        id: 'a',
        network: NETWORK,
        to: idOf('aino'),
        drawing: 'note',
        subject: 'poll-1',
        topic: 'polls',
        urgency: 'due',
      },
    });
    await eventually(() => world.sink.unacknowledged.length === 1);
    world.now.kill();
    await world.boot({ isAlone: false });
    await world.clock.advance(2 * MINUTE);
    expect(await world.statusOf('aino')).toMatchObject({ state: 'sending' });
    await world.clock.advance(2 * MINUTE);
    expect(await world.statusOf('aino')).toMatchObject({ state: 'unknown' });
  });

  test('the store being out when a letter was sent does not make it go twice', async () => {
    let isOut = false;
    world.store.fails = () => isOut;
    world.sink.mood = { hangsAt: 'content' };
    await world.now.letters.send({
      ...{
        id: 'a',
        network: NETWORK,
        to: idOf('aino'),
        drawing: 'note',
        subject: 'poll-1',
        topic: 'polls',
        urgency: 'due',
      },
    });
    await eventually(() => world.sink.unacknowledged.length === 1);
    isOut = true;
    world.sink.mood = 'takes';
    world.sink.release();
    await eventually(() => world.sink.letters.length === 1);
    await world.clock.advance(MINUTE);
    isOut = false;
    await world.clock.advance(5 * MINUTE);
    expect(await world.statusOf('aino')).toMatchObject({ state: 'sent' });
    expect(world.sink.letters).toHaveLength(1);
  });

  test('between writing the letter down and scheduling it, asking again schedules it', async () => {
    const letter: NewLetter = {
      ...{ id: 'a', network: NETWORK, to: idOf('aino'), drawing: 'note', subject: 'poll-1', topic: 'polls' },
      urgency: 'due',
    };
    const value = newLetter(letter, 'waiting', world.clock.now());
    await world.temp.store.insert(networkScope(NETWORK), letters, letterId(letter), value);
    await world.write('aino', letter);
    expect(await world.statusOf('aino')).toMatchObject({ state: 'sent' });
  });

  test('a second job of a letter that is on its way leaves it alone', async () => {
    world.sink.mood = { hangsAt: 'content' };
    const letter: NewLetter = {
      ...{ id: 'a', network: NETWORK, to: idOf('aino'), drawing: 'note', subject: 'poll-1', topic: 'polls' },
      urgency: 'due',
    };
    await world.now.letters.send(letter);
    await eventually(() => world.sink.unacknowledged.length === 1);
    const job = { key: letterId(letter), due: world.clock.now(), isLast: false };
    const second = world.now.letters.handlers[0]?.run(job, await world.work());
    world.sink.mood = 'takes';
    world.sink.release();
    await second;
    expect(await world.statusOf('aino')).toMatchObject({ state: 'sent' });
  });

  test('a process that has lost its lease hands nothing over', async () => {
    world.isHolding = false;
    await world.write('aino');
    expect(world.reached()).toEqual([]);
    expect(await world.statusOf('aino')).toMatchObject({ state: 'waiting' });
    world.isHolding = true;
    await world.clock.advance(6 * SECOND);
    expect(world.reached()).toHaveLength(1);
  });

  test('stopping lets what is being handed over end', async () => {
    world.sink.mood = { hangsAt: 'content' };
    await world.now.letters.send({
      ...{
        id: 'a',
        network: NETWORK,
        to: idOf('aino'),
        drawing: 'note',
        subject: 'poll-1',
        topic: 'polls',
        urgency: 'due',
      },
    });
    await eventually(() => world.sink.unacknowledged.length === 1);
    const stopped = world.now.stop();
    world.sink.mood = 'takes';
    world.sink.release();
    await stopped;
    expect(await world.statusOf('aino')).toMatchObject({ state: 'sent' });
  });
});

describe('without mail settings', () => {
  test('letters are kept as such, nothing fails and nothing is scheduled', async () => {
    await world.now.stop();
    await world.boot({ isConfigured: false });
    expect(world.now.letters.isConfigured).toBe(false);
    await world.write('aino');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'notConfigured' });
    expect(await jobsLeft()).toEqual([]);
    await world.now.stop();
    await world.boot();
    await world.write('aino');
    expect(world.reached()).toEqual([]);
  });

  test('what waited when they were taken away is told so', async () => {
    await world.passTo('2026-03-02T19:00:00.000Z');
    await world.write('aino', { urgency: 'nudge' });
    await world.now.stop();
    await world.boot({ isConfigured: false });
    await world.passTo('2026-03-03T05:00:00.000Z');
    expect(await world.statusOf('aino')).toMatchObject({ state: 'notConfigured' });
  });
});

describe('what is stored on a person', () => {
  test('is told to them, theirs alone', async () => {
    await world.member('ida');
    await world.write('aino', { urgency: 'nudge' });
    await world.write('ida', { urgency: 'nudge' });
    const told = await world.now.letters.personal.collect([idOf('aino')], await world.work());
    expect(told).toEqual({
      letters: [expect.objectContaining({ to: idOf('aino'), state: 'sent', topic: 'polls', subject: 'poll-1' })],
      reminders: [{ to: idOf('aino'), subject: 'poll-1', by: 'mail', at: world.clock.now() }],
    });
    expect(JSON.stringify(told)).not.toMatch(/ida|example/);
  });

  test('goes when they are erased, and what waits is never sent', async () => {
    await world.member('ida');
    await world.passTo('2026-03-02T19:00:00.000Z');
    await world.write('aino', { urgency: 'nudge' });
    await world.write('ida', { urgency: 'nudge' });
    const as = (await stored('aino'))?.person;
    if (!as) throw new Error('no member');
    for (let twice = 0; twice < 2; twice++) {
      await world.now.letters.personal.erase([idOf('aino')], as, await world.work());
    }
    await world.passTo('2026-03-03T05:00:00.000Z');
    expect(world.reached()).toEqual([addressOf('ida')]);
    expect((await world.now.letters.statuses(NETWORK, 'poll-1')).map(({ to }) => to)).toEqual([idOf('ida')]);
    expect(await world.now.letters.personal.collect([idOf('aino')], await world.work())).toEqual({
      letters: [],
      reminders: [],
    });
  });

  test('goes after a year, and notes of reminders after they have served', async () => {
    await world.write('aino', { urgency: 'nudge' });
    const expire = async () => world.now.letters.personal.expire?.(await world.work());
    await expire();
    world.clock.jump(364 * DAY);
    await world.write('aino', { id: 'second', subject: 'poll-1' });
    await expire();
    expect(await world.now.letters.statuses(NETWORK, 'poll-1')).toHaveLength(2);
    expect((await world.now.letters.personal.collect([idOf('aino')], await world.work())).reminders).toEqual([]);
    world.clock.jump(2 * DAY);
    await expire();
    expect((await world.now.letters.statuses(NETWORK, 'poll-1')).map(({ id }) => id)).toEqual(['second']);
  });
});

test('a letter’s Message-ID is its own and stays', async () => {
  await world.member('ida');
  world.sink.mood = { at: 'content', says: '451 4.3.0 later' };
  await world.write('aino');
  world.sink.mood = { cutsAt: 'content' };
  await world.clock.advance(2 * MINUTE);
  world.sink.mood = 'takes';
  await world.write('ida');
  const idIn = (raw: string): string | undefined => /^Message-ID: (<[0-9a-f]{32}@bot\.example>)\r$/m.exec(raw)?.[1];
  const [cut = ''] = world.sink.unacknowledged;
  expect(idIn(cut)).toBeDefined();
  expect(idIn(world.last().raw)).toBeDefined();
  expect(idIn(cut)).not.toBe(idIn(world.last().raw));
});
