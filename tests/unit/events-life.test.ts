/** The life of events around their own time: meetings before them, series, meetings in Teams, people who leave, requests that die. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, HOUR, MINUTE, plus } from '../../bot/core/clock.ts';
import { createGate } from '../../bot/core/gate.ts';
import { objectIdOf, postId } from '../../bot/core/ids.ts';
import { type MemberId, memberIdOf, networks } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { changeGroup, changeMember, registerNow } from '../../bot/core/register.ts';
import { translator } from '../../bot/core/text.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { update } from '../../bot/core/update.ts';
import {
  confirmRegistration,
  inviteOutsiders,
  ownStanding,
  readPerson,
  registerColleague,
  registerOpenly,
} from '../../bot/features/events/answer-operations.ts';
import { eventRoutes } from '../../bot/features/events/api.ts';
import { calendarEntry } from '../../bot/features/events/calendar.ts';
import { getEvent } from '../../bot/features/events/contract.ts';
import {
  change,
  changeToTell,
  draftOf,
  type Event,
  type EventDraft,
  isStillTold,
  telling,
} from '../../bot/features/events/event.ts';
import { events as eventFeature } from '../../bot/features/events/feature.ts';
import { ownCalendar, waitingEvents } from '../../bot/features/events/hook-operations.ts';
import { eventLetters } from '../../bot/features/events/letters.ts';
import { createMeeting, updateMeeting } from '../../bot/features/events/meeting-operations.ts';
import { allEvents, changeEvent, registrationsOf } from '../../bot/features/events/memory.ts';
import {
  addMaterial,
  cancelEvent,
  correctEvent,
  followEvent,
  publishEvent,
  tellComing,
  undoEvent,
} from '../../bot/features/events/operations.ts';
import { eventPersonal } from '../../bot/features/events/personal.ts';
import { remindNow } from '../../bot/features/events/reminder-operations.ts';
import { ownOf } from '../../bot/features/events/shown.ts';
import { text } from '../../bot/features/events/text.ts';
import { exampleEvent } from '../cards/events-examples.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { askOf, NETWORK, openChat, person } from '../fakes/feature-world.ts';

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
async function leaves(n: number): Promise<void> {
  await changeMember(await world.work(), objectIdOf(person(n)), (now) => now && { ...now, leftAt: world.clock.now() });
}
const outsider = (name: string) => ({
  ...{ name: `${name} Outo`, email: `${name}@kunta.example`, organisation: '', attendance: 'room' as const },
});
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
const problemsOf = async (act: Promise<unknown>) => {
  try {
    await act;
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map(({ field, row }) => [field, row]);
    throw error;
  }
  return [];
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

  test('follows also when the request that moved its event was cut off, and that once', async () => {
    const event = await world.invite(withMeeting);
    const meeting = await meetingOf(event);
    const two = { startsAt: plus(event.startsAt, 2 * DAY), endsAt: plus(event.endsAt, 2 * DAY) };
    await changeEvent(await world.work(), event.id, (of) => ({ ...of, ...two }));
    const key = [meeting.id, meeting.startsAt, event.startsAt, two.startsAt, 'told'].join('|');
    for (const _ of [1, 2]) await followEvent(await world.work(), key);
    expect((await meetingOf(event)).startsAt).toBe(plus(meeting.startsAt, 2 * DAY));
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
    const { desk } = await askOf(eventRoutes, getEvent, await world.visit(0), { params: { event: second.id } });
    expect(desk?.post.due).toBe('2026-03-23T07:00:00.000Z');
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

describe('a meeting in Teams', () => {
  /** Someone in the tab, who can act on their own behalf. */
  const inTab = async (n: number): Promise<Visit> => ({ ...(await world.visit(n)), assertion: `assertion-${n}` });
  const deskOf = async (event: Event, n: number) => {
    const { desk } = await askOf(eventRoutes, getEvent, await inTab(n), { params: { event: event.id } });
    return { makes: desk?.can.makeMeeting, updates: desk?.can.updateMeeting, meeting: desk?.meeting };
  };
  beforeEach(async () => {
    await update({ store: world.temp.store, scope: world.scope, kind: networks, id: NETWORK }, (now) =>
      now ? { ...now, coordinators: [person(0), person(1)] } : now,
    );
  });

  test('that is gone from its owner’s calendar is replaced, by another coordinator or by them', async () => {
    const event = await world.invite();
    const { meeting: first } = await createMeeting(await inTab(0), event.id);
    expect(await deskOf(event, 1)).toMatchObject({ makes: false });
    expect((await createMeeting(await inTab(1), event.id)).meeting).toEqual(first);
    world.meetings.made.clear();
    await correct(event, { title: 'Uusi nimi' });
    expect(await refusalOf(updateMeeting(await inTab(0), event.id))).toBe(text.meetingGone);
    expect(await deskOf(event, 0)).toMatchObject({ makes: true, updates: false, meeting: { isGone: true } });
    expect(await deskOf(event, 1)).toMatchObject({ makes: true, updates: false });
    const names = [...world.meetings.made.values()].map(({ draft }) => draft.requestId);
    const again = await createMeeting(await inTab(0), event.id);
    expect(again.meeting).toMatchObject({ owner: person(0) });
    expect(again.meeting).not.toHaveProperty('isGone');
    const [made] = [...world.meetings.made.values()];
    expect(names).not.toContain(made?.draft.requestId);
    expect(again.joinLink).toBe(made?.joinUrl);
    expect(await deskOf(event, 0)).toMatchObject({ makes: false, meeting: { isGone: false } });
  });

  test('whose owner has left the network is replaced by another coordinator', async () => {
    const event = await world.invite();
    await createMeeting(await inTab(0), event.id);
    await leaves(0);
    expect(await deskOf(event, 1)).toMatchObject({ makes: true, meeting: { hasOwnerLeft: true } });
    const replaced = await createMeeting(await inTab(1), event.id);
    expect(replaced.meeting).toMatchObject({ owner: person(1), revision: replaced.revision });
  });

  test('is one also when two coordinators make it at the same moment: the other’s is cancelled again', async () => {
    const event = await world.invite();
    const both = Promise.withResolvers<void>();
    let asked = 0;
    world.meetings.answer = (what) => {
      if (what !== 'create') return undefined;
      if (++asked === 2) both.resolve();
      return both.promise;
    };
    const made = await Promise.all([0, 1].map(async (n) => createMeeting(await inTab(n), event.id)));
    await world.clock.rest();
    const kept = (await world.now(event)).meeting?.id;
    expect(made.map(({ meeting }) => meeting?.id)).toEqual([kept, kept]);
    expect([...world.meetings.made.keys()]).toEqual([kept]);
    expect(world.meetings.cancelled.size).toBe(1);
  });
});

describe('a quiet change right after one that is told', () => {
  test('does not silence it: what it has become is told once, in the thread, by letter and in the chat', async () => {
    await onlyMail(1);
    await openChat(world, 2);
    const event = await world.invite();
    for (const n of [1, 2]) await world.answer(n, event, 'online');
    const work = await world.work();
    const two = { startsAt: plus(event.startsAt, 2 * DAY), endsAt: plus(event.endsAt, 2 * DAY) };
    await changeEvent(work, event.id, (of) => telling(change(of, { ...of, ...two }, person(0), world.clock.now())));
    await correct(event, { place: 'Salon kaupungintalo' }, false); // before the job has looked
    for (const _ of [1, 2]) await tellComing(work, `${event.id}|1|thread`);
    await world.clock.advance(20_000);
    expect([...world.letters.keys()].filter((id) => id.includes('-told-'))).toEqual([`${event.id}-told-1-${idOf(1)}`]);
    const visit = await createGate(world.services).byId(NETWORK, idOf(1));
    const letter =
      visit && (await eventLetters.find(({ name }) => name === 'events.changed')?.draw(`${event.id}|1`, visit));
    for (const said of ['16.3.2026', '18.3.2026', 'Salon kaupungintalo'])
      expect(JSON.stringify(letter)).toContain(said);
    expect((await postOf(`${event.id}-changed-1`))?.state).toBe('sent');
    expect((await postOf(`${event.id}-told-1-${idOf(2)}`))?.state).toBe('sent');
    expect(JSON.stringify(world.channel.requests)).toContain('Salon kaupungintalo');
  });

  test('that takes it back leaves nothing to be told', async () => {
    const event = await world.invite();
    const told = await correct(event, { place: 'Salon kaupungintalo' });
    const back = await correct(event, { place: event.place ?? '' }, false);
    expect(changeToTell(told)).toMatchObject({ place: event.place });
    expect(changeToTell(back)).toBeUndefined();
  });

  test('gives way to the next one that is told', async () => {
    const event = await world.invite();
    await correct(event, { title: 'Toinen' });
    await correct(event, { title: 'Kolmas' }, false);
    const last = await correct(event, { title: 'Neljäs' });
    expect(changeToTell(last)).toMatchObject({ title: 'Kolmas' });
    expect([isStillTold(last, '1'), isStillTold(last, '3')]).toEqual([false, true]);
  });
});

describe('a person’s own entry in their calendar', () => {
  const entryOf = async (event: Event, who: MemberId) => {
    const visit = await createGate(world.services).byId(NETWORK, who);
    return visit && (await ownCalendar(visit, event.id))[0];
  };

  test('leads into the tab who has Teams, and who has not only to the meeting', async () => {
    await onlyMail(1);
    const event = await world.invite();
    await world.answer(1, event, 'room');
    await world.answer(2, event, 'room');
    expect((await entryOf(event, idOf(2)))?.link).toBe(`https://tab.example.test/events/${event.id}`);
    const without = await entryOf(event, idOf(1));
    expect(without).not.toHaveProperty('link');
    expect(without?.description).toContain('https://teams.example.test/join/1');
    await world.answer(1, event, 'online');
    expect((await entryOf(event, idOf(1)))?.link).toBe('https://teams.example.test/join/1');
  });

  test('leads nobody from outside into the tab', async () => {
    const event = await world.invite();
    const { who } = await registerColleague(await world.visit(0), event.id, outsider('olli'), 'r1');
    expect(await entryOf(event, who)).toMatchObject({ title: event.title });
    expect(await entryOf(event, who)).not.toHaveProperty('link');
  });
});

describe('what waits for someone', () => {
  const waiting = async (n: number) =>
    (await waitingEvents(await world.visit(n))).map(({ title, isDone }) => [title, isDone]);

  test('is also what a colleague said for them, until they say that it holds', async () => {
    await changeMember(await world.work(), idOf(1), (now) => now && { ...now, email: 'jasen1@kunta.example' });
    const event = await world.invite({ registrationEndsOn: '2026-03-10' });
    await registerColleague(await world.visit(2), event.id, { ...outsider('jasen1'), attendance: 'online' }, 'r1');
    expect(await waiting(1)).toEqual([[event.title, undefined]]);
    await world.passTo('2026-03-12T08:00:00.000Z');
    expect(await waiting(1)).toEqual([[event.title, undefined]]);
    expect(await waiting(3)).toEqual([]);
    await confirmRegistration(await world.visit(1), event.id);
    expect(await waiting(1)).toEqual([[event.title, true]]);
  });
});

describe('the public page', () => {
  const openly = async (event: Event, name: string, email = 'seppo@muu.example') => {
    const typed = { name, email, organisation: '', attendance: 'online', locale: 'fi' } as const;
    await registerOpenly(await world.work(), event, { ...typed, form: `form-${name}` });
  };

  test.each([
    'Osta www.kauppa.example',
    'Klikkaa https://kauppa.example/voita',
    'voita kauppa.example nyt',
    'myynti@kauppa.example',
    'x'.repeat(81),
  ])('takes no name that could be advertising in a stranger’s mail: %s', async (name) => {
    const event = await world.invite({ isPublic: 'true' });
    expect(await problemsOf(openly(event, name))).toEqual([['name', text.badOpenName]]);
    expect(world.letters.size).toBe(0);
  });

  test.each(['Seppo T. Outo', 'Maija-Leena af Heurlin', 'J.R. von Essen', 'Matti T.Virtanen', 'x'.repeat(80)])(
    'takes the name %s',
    async (name) => {
      const event = await world.invite({ isPublic: 'true' });
      await openly(event, name);
      expect(world.letters.size).toBe(1);
    },
  );

  test('has read a name of many thousand letters at once', async () => {
    const register = await registerNow(await world.work());
    const draft = { name: 'a'.repeat(60_000), email: 'seppo@muu.example', organisation: '' };
    const begun = performance.now();
    expect(() => readPerson(draft, register, { isOpen: true })).toThrow(Refusal);
    expect(performance.now() - begun).toBeLessThan(1000); // looked through for links, it takes several seconds
  });

  test('forgets after two days what nobody confirmed', async () => {
    const event = await world.invite({ isPublic: 'true' });
    await openly(event, 'Seppo Outo');
    const count = async (): Promise<number> => (await registrationsOf(await world.work(), event.id)).size;
    world.clock.jump(47 * HOUR);
    await eventPersonal.expire?.(await world.work());
    expect(await count()).toBe(1);
    world.clock.jump(2 * HOUR);
    await eventPersonal.expire?.(await world.work());
    expect(await count()).toBe(0);
  });

  test('leaves an invitation as it was when nobody confirmed what was typed there with its address', async () => {
    const event = await world.invite({ isPublic: 'true' });
    await inviteOutsiders(await world.visit(0), event.id, 'Seppo Outo, seppo@muu.example', 'r1');
    await openly(event, 'Seppo Outo');
    world.clock.jump(3 * DAY);
    await eventPersonal.expire?.(await world.work());
    const left = [...(await registrationsOf(await world.work(), event.id)).values()];
    expect(left).toMatchObject([{ registeredBy: person(0) }]);
    expect(left[0]).not.toHaveProperty('attendance');
  });
});

describe('a request that died after its answer was written', () => {
  test('leaves its letter to the healing: the colleague hears of their registration once', async () => {
    const event = await world.invite();
    const send = world.services.letters.send;
    const letters = world.services.letters as { send: typeof send };
    letters.send = async () => {
      throw new Error('killed');
    };
    await expect(registerColleague(await world.visit(1), event.id, outsider('olli'), 'r1')).rejects.toThrow('killed');
    letters.send = send;
    const own = (): string[] => [...world.letters.keys()].filter((id) => id.includes('-own-'));
    expect(own()).toEqual([]);
    await world.clock.advance(2 * MINUTE);
    expect(own()).toHaveLength(1);
    const healed = own();
    await registerColleague(await world.visit(1), event.id, outsider('olli'), 'r1');
    await world.clock.advance(2 * MINUTE);
    expect(own()).toEqual(healed);
  });

  test('writes again to nobody who answered before', async () => {
    await onlyMail(1);
    const event = await world.invite();
    await world.answer(1, event, 'room');
    await world.clock.advance(5 * MINUTE);
    const asked: string[] = [];
    const { letters } = world.services;
    const send = letters.send;
    (letters as { send: typeof send }).send = async (letter) => void asked.push(letter.id);
    await world.answer(2, event, 'room');
    await world.clock.advance(2 * MINUTE);
    expect(asked).toEqual([]);
  });
});

describe('who leaves the network', () => {
  const stands = async (event: Event, n: number) => {
    const { registration, standing } = await ownStanding(await world.visit(n), await world.now(event));
    return { attendance: registration?.attendance, ...standing };
  };

  test.each<[string, () => Promise<unknown>]>([
    ['at night', async () => eventPersonal.expire?.(await world.work())],
    ['when an event is healed', async () => world.clock.advance(2 * MINUTE)],
  ])('frees their place %s, and the next in line gets it', async (_, passes) => {
    const event = await world.invite({ capacityRoom: '1' });
    await world.answer(1, event, 'room');
    await world.answer(2, event, 'room');
    await leaves(1);
    await passes();
    await world.clock.rest();
    expect(await stands(event, 1)).toEqual({ attendance: 'no' });
    expect(await stands(event, 2)).toEqual({ attendance: 'room', holds: 'room' });
  });

  test('stays where they were in what has begun, and people from outside keep their places', async () => {
    const begun = await world.invite({ startsOn: '2026-03-03', endsOn: '2026-03-03' });
    await world.answer(1, begun, 'room');
    await world.passTo(begun.startsAt);
    await leaves(1);
    const event = await world.invite();
    const { who } = await registerColleague(await world.visit(0), event.id, outsider('olli'), 'r1');
    await eventPersonal.expire?.(await world.work());
    expect(await stands(begun, 1)).toMatchObject({ holds: 'room' });
    expect((await registrationsOf(await world.work(), event.id)).get(who)?.attendance).toBe('room');
  });
});

describe('a colleague’s name', () => {
  const shown = async (event: Event, n: number) =>
    (await ownOf(await world.visit(n), await world.now(event))).colleagues.map(({ name }) => name);

  test('is the one that was typed when someone from outside has that address by another name', async () => {
    const [first, second] = [await world.invite(), await world.invite()];
    await registerColleague(await world.visit(0), first.id, { ...outsider('olli'), name: 'Olli Salainen' }, 'r1');
    await registerColleague(await world.visit(1), second.id, { ...outsider('olli'), name: 'O. Outo' }, 'r2');
    expect(await shown(first, 0)).toEqual(['Olli Salainen']);
    expect(await shown(second, 1)).toEqual(['O. Outo']);
  });

  test('is the register’s for a member, whatever was typed', async () => {
    await changeMember(await world.work(), idOf(2), (now) => now && { ...now, email: 'jasen2@kunta.example' });
    const event = await world.invite();
    await registerColleague(await world.visit(1), event.id, { ...outsider('jasen2'), name: 'Joku' }, 'r1');
    expect(await shown(event, 1)).toEqual(['Jäsen 2']);
  });
});

describe('the link to join', () => {
  const JOIN = 'teams.example.test/join';
  const inTab = async (n: number, { id }: Event) =>
    (await askOf(eventRoutes, getEvent, await world.visit(n), { params: { event: id } })).joinLink;
  const ownCardOf = async (n: number, { id }: Event) =>
    JSON.stringify(await world.click('events.mine', { event: id }, await world.turn(n)));
  const inChannel = async ({ id }: Event) =>
    JSON.stringify(
      await eventFeature.drawings.find(({ name }) => name === 'events.event')?.draw(id, await world.work()),
    );

  test('of an event for everyone is there for everyone', async () => {
    const event = await world.invite();
    expect(await inTab(1, event)).toContain(JOIN);
    expect(await inChannel(event)).toContain(JOIN);
  });

  test('of an event without places for all is there for who has one', async () => {
    const event = await world.invite({ ways: 'online', capacityOnline: '1' });
    await world.answer(1, event, 'online');
    await world.answer(2, event, 'online');
    expect(await inChannel(event)).not.toContain(JOIN);
    expect(await inTab(1, event)).toContain(JOIN);
    expect(await ownCardOf(1, event)).toContain(JOIN);
    expect(await inTab(2, event)).toBeUndefined();
    expect(await ownCardOf(2, event)).not.toContain(JOIN);
  });

  test('of a group’s event is there for those of the group who come, and for the desk', async () => {
    await chairs();
    const event = await world.invite({ group: 'chairs' });
    expect(await inChannel(event)).not.toContain(JOIN);
    expect(await inTab(2, event)).toBeUndefined();
    expect(await ownCardOf(2, event)).not.toContain(JOIN);
    await world.answer(1, event, 'online');
    expect(await inTab(1, event)).toContain(JOIN);
    expect(await inTab(0, event)).toContain(JOIN);
  });

  test('goes to nobody with an entry that takes the event out of a calendar', () => {
    const event = { ...exampleEvent(), capacity: { online: 1 } };
    const frame = { uid: 'u', zone: ZONE, t: translator('fi') };
    const registration = { revision: 2, createdAt: event.createdAt };
    expect(calendarEntry(event, registration, 'online', frame).description).toContain('/join/1');
    expect(calendarEntry(event, registration, undefined, frame).description ?? '').not.toContain('/join/1');
  });
});

test('nothing comes into the material bank of an event that is not out, or not any more', async () => {
  const material = { title: 'Diat', url: 'https://kunta.example/diat', type: 'presentation', requestId: 'm1' } as const;
  const draft = await world.draft();
  await expect(addMaterial(await world.visit(0), draft.id, material)).rejects.toThrow(Refusal);
  const event = await world.invite();
  await cancelEvent(await world.visit(0), event.id, '');
  await expect(addMaterial(await world.visit(0), event.id, material)).rejects.toThrow(Refusal);
  expect((await world.now(draft)).materials).toEqual([]);
});
