/** The life of events around their own time: meetings before them, series, meetings in Teams, people who leave, requests that die. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createGate } from '../../bot/core/gate.ts';
import { objectIdOf, postId } from '../../bot/core/ids.ts';
import { type MemberId, memberIdOf } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { changeGroup, changeMember } from '../../bot/core/register.ts';
import { draftOf, type Event, type EventDraft } from '../../bot/features/events/event.ts';
import { eventLetters } from '../../bot/features/events/letters.ts';
import { allEvents } from '../../bot/features/events/memory.ts';
import {
  addMaterial,
  cancelEvent,
  correctEvent,
  publishEvent,
  undoEvent,
} from '../../bot/features/events/operations.ts';
import { remindNow } from '../../bot/features/events/reminder-operations.ts';
import { text } from '../../bot/features/events/text.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { NETWORK, person } from '../fakes/feature-world.ts';

const ZONE = 'Europe/Helsinki';

let world: EventWorld;
beforeEach(async () => {
  world = await openEventWorld();
});
afterEach(() => world.close());

const idOf = (n: number): MemberId => memberIdOf(person(n));
/** Someone without Teams: reached by mail. */
async function onlyMail(n: number): Promise<void> {
  await changeMember(await world.work(), objectIdOf(person(n)), (now) => {
    if (!now) return now;
    const { teamsId: _none, ...rest } = now;
    return { ...rest, email: `jasen${n}@kunta.example` };
  });
}
/** A group whose only seat is that of the first member. */
async function chairs(): Promise<void> {
  await changeGroup(await world.work(), 'chairs', () => ({
    ...{ id: 'chairs', names: { fi: 'Puheenjohtajat' }, createdAt: world.clock.now() },
    seats: [{ id: 's', member: idOf(1), role: 'member', from: '2026-01-01' }],
  }));
}
const correct = async (event: Event, more: Partial<EventDraft>, tells = true): Promise<Event> => {
  const draft = { ...draftOf(await world.now(event), ZONE), ...more };
  const changed = await correctEvent(await world.visit(0), event.id, draft, { tells });
  await world.clock.rest();
  return changed;
};
const refusalOf = async (act: Promise<unknown>): Promise<Refusal['row'] | undefined> => {
  try {
    await act;
  } catch (error) {
    if (error instanceof Refusal) return error.row;
    throw error;
  }
  return undefined;
};
const postOf = async (id: string) => world.services.posts.status(NETWORK, postId.parse(id));

describe('the meeting of a group before an event', () => {
  beforeEach(async () => {
    await chairs();
    await onlyMail(1);
  });
  const withMeeting = { preGroup: 'chairs', preStartsAtTime: '08:00' };
  const meetingOf = async (event: Event): Promise<Event> => {
    const found = (await allEvents(await world.work())).find((one) => one.preMeetingOf === event.id);
    if (!found) throw new Error('no pre-meeting');
    return found;
  };

  test('is taken back with its event, and its card goes too', async () => {
    const event = await world.invite(withMeeting);
    const meeting = await meetingOf(event);
    await undoEvent(await world.visit(0), event.id);
    await world.clock.rest();
    expect((await meetingOf(event)).state).toBe('undone');
    expect((await postOf(meeting.post))?.state).toBe('removed');
  });

  test('keeps its event from being taken back once someone has answered it', async () => {
    const event = await world.invite(withMeeting);
    await world.answer(1, await meetingOf(event), 'online');
    expect(await refusalOf(undoEvent(await world.visit(0), event.id))).toBe(text.hasAnswers);
    expect((await world.now(event)).state).toBe('published');
    expect((await meetingOf(event)).state).toBe('published');
  });

  test('is moved with its event by the wall clock, over the change to summer time too, and its people are told', async () => {
    const event = await world.invite({ ...withMeeting, startsOn: '2026-03-27' });
    const meeting = await meetingOf(event);
    expect(meeting.startsAt).toBe('2026-03-27T06:00:00.000Z');
    await world.answer(1, meeting, 'online');
    await correct(event, { startsOn: '2026-03-30', startsAtTime: '10:30', endsOn: '2026-03-30', endsAtTime: '11:30' });
    await world.clock.advance(6000);
    const moved = await meetingOf(event);
    expect([moved.startsAt, moved.endsAt]).toEqual(['2026-03-30T06:30:00.000Z', '2026-03-30T07:30:00.000Z']);
    expect([...world.letters.keys()]).toContain(`${meeting.id}-told-1-${idOf(1)}`);
  });

  test('stays where it is when the time of its event stays, and is moved as a draft too', async () => {
    const draft = await world.draft(withMeeting);
    await correct(draft, { title: 'Uusi nimi' });
    expect((await meetingOf(draft)).startsAt).toBe('2026-03-16T06:00:00.000Z');
    await correct(draft, { startsOn: '2026-03-17', endsOn: '2026-03-17' });
    expect(await meetingOf(draft)).toMatchObject({ startsAt: '2026-03-17T06:00:00.000Z', state: 'draft' });
  });

  test('keeps its event from being moved so near that it would have begun', async () => {
    const event = await world.invite(withMeeting);
    const near = correct(event, {
      startsOn: '2026-03-02',
      startsAtTime: '12:30',
      endsOn: '2026-03-02',
      endsAtTime: '13:30',
    });
    expect(await refusalOf(near)).toBe(text.preMeetingPast);
    expect((await world.now(event)).startsAt).toBe(event.startsAt);
  });
});

describe('a series', () => {
  const monthly = { repeats: 'monthly', times: '4', reminders: 'none', startsOn: '2026-03-16' };
  const all = async (): Promise<readonly Event[]> =>
    (await allEvents(await world.work())).filter(({ preMeetingOf }) => preMeetingOf === undefined);
  const nth = async (n: number): Promise<Event> => {
    const found = (await all()).find(({ series }) => series?.number === n);
    if (!found) throw new Error(`no event ${n}`);
    return found;
  };
  const cards = async (): Promise<number[]> => {
    const found = await Promise.all(
      (await all()).map(async (one) => ((await postOf(one.post)) ? one.series?.number : 0)),
    );
    return found.filter((one) => one !== undefined && one > 0) as number[];
  };
  const passTo = async (time: string): Promise<void> => {
    await world.passTo(time);
    await world.clock.advance(6000);
  };
  const created = (): number => world.channel.requests.filter(({ what }) => what === 'create').length;
  const invitations = (): string[] => [...world.letters.keys()].filter((id) => id.includes('-invitation-'));

  test('invites to each later event four weeks before it, by card and by mail, once', async () => {
    await onlyMail(1);
    await world.invite(monthly);
    await world.clock.advance(20_000);
    expect((await all()).map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'published'));
    expect(await cards()).toEqual([1]);
    expect(invitations()).toHaveLength(1);
    const second = await nth(2);
    expect(second.startsAt).toBe('2026-04-20T06:00:00.000Z');
    await passTo('2026-03-23T06:59:00.000Z'); // a minute before nine in winter time
    expect(await cards()).toEqual([1]);
    await passTo('2026-03-23T07:00:00.000Z');
    expect(await cards()).toEqual([1, 2]);
    expect(invitations()).toEqual([`${(await nth(1)).id}-invitation-${idOf(1)}`, `${second.id}-invitation-${idOf(1)}`]);
    await world.restart();
    await world.clock.advance(20_000);
    expect(await cards()).toEqual([1, 2]);
    expect(invitations()).toHaveLength(2);
  });

  test('takes answers to a later event before its invitation, and posts nothing under a card that is not there', async () => {
    await onlyMail(1);
    await world.invite(monthly);
    const third = await nth(3);
    await world.answer(1, third, 'online');
    const posts = created();
    await correct(third, { place: 'Salon kaupungintalo' });
    const material = {
      title: 'Diat',
      url: 'https://kunta.example/diat',
      type: 'presentation',
      requestId: 'm1',
    } as const;
    await addMaterial(await world.visit(0), third.id, material);
    expect(await remindNow(await world.visit(0), third.id, 'day', { form: 'f1', channel: true })).toMatchObject({
      reminded: [{ channel: false, mail: 1 }],
    });
    await cancelEvent(await world.visit(0), third.id, '');
    await world.clock.advance(20_000);
    expect(created()).toBe(posts);
    expect([...world.letters.keys()]).toContain(`${third.id}-told-2-${idOf(1)}`);
    await passTo('2026-05-01T06:00:00.000Z');
    expect(await cards()).toEqual([1, 2]);
  });

  test('moves an invitation with its event', async () => {
    await world.invite(monthly);
    await correct(await nth(3), { startsOn: '2026-05-25', endsOn: '2026-05-25' });
    await correct(await nth(4), { startsOn: '2026-03-20', endsOn: '2026-03-20' });
    await world.clock.advance(6000);
    expect(await cards()).toEqual([4, 1].sort());
    await passTo('2026-04-26T06:00:00.000Z');
    expect(await cards()).not.toContain(3);
    await passTo('2026-04-27T06:00:00.000Z');
    expect(await cards()).toContain(3);
  });

  test('has the meeting of a group before a later event invited with it', async () => {
    await chairs();
    await world.invite({ ...monthly, preGroup: 'chairs', preStartsAtTime: '08:00' });
    await world.clock.advance(20_000);
    const meeting = (await allEvents(await world.work())).find(({ id }) => id.endsWith('-2-pre'));
    if (!meeting) throw new Error('no meeting');
    expect(meeting.state).toBe('published');
    expect(await postOf(meeting.post)).toBeUndefined();
    await passTo('2026-03-23T07:00:00.000Z');
    expect((await postOf(meeting.post))?.state).toBe('sent');
  });

  test('is published whole by one click on any of its drafts', async () => {
    await world.draft(monthly);
    await undoEvent(await world.visit(0), (await nth(3)).id);
    await publishEvent(await world.visit(0), (await nth(2)).id);
    await world.clock.rest();
    expect((await all()).map(({ state }) => state)).toEqual(['published', 'published', 'undone', 'published']);
    expect(await cards()).toEqual([1]);
  });

  test('says in the letter which of how many it invites to', async () => {
    await onlyMail(1);
    await world.invite(monthly);
    const visit = await createGate(world.services).byId(NETWORK, idOf(1));
    const drawn =
      visit && (await eventLetters.find(({ name }) => name === 'events.invitation')?.draw((await nth(2)).id, visit));
    expect(JSON.stringify(drawn)).toContain('Sarjan 2. tilaisuus, yhteensä 4');
  });
});
