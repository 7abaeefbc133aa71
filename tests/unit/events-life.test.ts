/** The life of events around their own time: meetings before them, series, meetings in Teams, people who leave, requests that die. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { objectIdOf, postId } from '../../bot/core/ids.ts';
import { type MemberId, memberIdOf } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { changeGroup, changeMember } from '../../bot/core/register.ts';
import { draftOf, type Event, type EventDraft } from '../../bot/features/events/event.ts';
import { allEvents } from '../../bot/features/events/memory.ts';
import { correctEvent, undoEvent } from '../../bot/features/events/operations.ts';
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
    await changeGroup(await world.work(), 'chairs', () => ({
      ...{ id: 'chairs', names: { fi: 'Puheenjohtajat' }, createdAt: world.clock.now() },
      seats: [{ id: 's', member: idOf(1), role: 'member', from: '2026-01-01' }],
    }));
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
