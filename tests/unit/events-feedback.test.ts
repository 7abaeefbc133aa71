/** What events give to feedback and the yearly report: features that hang on an event follow it, wishes are answered, and a year is told. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, type Instant, instant, MINUTE, plus } from '../../bot/core/clock.ts';
import type { Feature } from '../../bot/core/feature.ts';
import { createGate } from '../../bot/core/gate.ts';
import { type ActivityId, activityId, objectIdOf, postId } from '../../bot/core/ids.ts';
import { decode } from '../../bot/core/kind.ts';
import { type MemberId, memberIdOf } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { changeGroup, changeMember, mainOf, type Register, registerNow } from '../../bot/core/register.ts';
import { activityScope } from '../../bot/core/scope.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { registerColleague } from '../../bot/features/events/answer-operations.ts';
import { eventRoutes } from '../../bot/features/events/api.ts';
import { getEvent, previewEvent } from '../../bot/features/events/contract.ts';
import {
  draftOf,
  type Event,
  type EventDraft,
  eventDraft,
  events,
  feedbackOf,
  LONGEST_YOU_SAID,
} from '../../bot/features/events/event.ts';
import { events as eventFeature } from '../../bot/features/events/feature.ts';
import { facts } from '../../bot/features/events/hook-operations.ts';
import { eventLetters } from '../../bot/features/events/letters.ts';
import { allEvents, changeEvent, changeRegistration, findEvent } from '../../bot/features/events/memory.ts';
import { cancelEvent, correctEvent, publishEvent, undoEvent } from '../../bot/features/events/operations.ts';
import { askedForFeedback } from '../../bot/features/events/people.ts';
import { fresh, type Registration } from '../../bot/features/events/registration.ts';
import type { Ledger, Place } from '../../bot/features/events/seats.ts';
import { text } from '../../bot/features/events/text.ts';
import { feedbackQuestions } from '../../bot/features/surveys/feedback-form.ts';
import { feedbackTimes, makeSurvey, surveys } from '../../bot/features/surveys/survey.ts';
import { newText, type SurveyText, surveyTexts } from '../../bot/features/surveys/wish.ts';
import { exampleEvent } from '../cards/events-examples.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { askOf, NETWORK, person } from '../fakes/feature-world.ts';

const ZONE = 'Europe/Helsinki';
const idOf = (n: number): MemberId => memberIdOf(person(n));

/** What a feature that hangs on events last knew of each: `published 2026-…`. */
const known = new Map<string, string>();
const asTold = ({ state, startsAt, title, asksFeedback }: Event): string =>
  [state, startsAt, title, asksFeedback].join(' ');
const follower: Feature = {
  ...{ name: 'follower', kinds: [], handlers: [], commands: [], drawings: [], routes: [], downloads: [] },
  afterEvent: 'follower.event',
  jobs: [
    {
      kind: 'follower.event',
      async run({ key }, work) {
        const event = await findEvent(work, key as ActivityId);
        known.set(key, event ? asTold(event) : 'gone');
      },
    },
  ],
};

let world: EventWorld;
beforeEach(async () => {
  known.clear();
  world = await openEventWorld({ beside: [follower] });
});
afterEach(() => world.close());

const all = async (): Promise<readonly Event[]> => allEvents(await world.work());
/** Events whose follower is behind, or never heard of them. */
const leftBehind = async (): Promise<string[]> =>
  (await all()).filter((one) => one.state !== 'draft' && known.get(one.id) !== asTold(one)).map(({ title }) => title);
const correct = async (visit: Visit, event: Event, more: Partial<EventDraft>, tells = true): Promise<Event> =>
  correctEvent(visit, event.id, { ...draftOf(await world.now(event), ZONE), ...more }, { tells });
async function chairs(): Promise<void> {
  await changeGroup(await world.work(), 'chairs', () => ({
    ...{ id: 'chairs', names: { fi: 'Puheenjohtajat' }, createdAt: world.clock.now() },
    seats: [{ id: 's', member: idOf(1), role: 'member', from: '2026-01-01' }],
  }));
}
/** A request that dies after it has stored, in the moment in which it would have followed. */
async function dying(): Promise<Visit> {
  const visit = await world.visit(0);
  const followEvent = async (): Promise<void> => {
    throw new Error('the process dies here');
  };
  return { ...visit, services: { ...visit.services, followEvent } };
}

describe('a feature that hangs on an event', () => {
  const later = { startsOn: '2026-03-17', endsOn: '2026-03-17' };

  test('hears of it when it is published, not while it is a draft', async () => {
    const draft = await world.draft();
    await correct(await world.visit(0), draft, { title: 'Uusi nimi' });
    await world.clock.advance(2 * MINUTE);
    expect([...known]).toEqual([]);
    await publishEvent(await world.visit(0), draft.id);
    await world.clock.rest();
    expect(known.get(draft.id)).toContain('published');
  });

  test.each<[string, (event: Event, visit: Visit) => Promise<unknown>]>([
    ['is moved', (event, visit) => correct(visit, event, later)],
    ['is moved quietly', (event, visit) => correct(visit, event, later, false)],
    ['is renamed', (event, visit) => correct(visit, event, { title: 'Uusi nimi' })],
    ['asks for no feedback any more', (event, visit) => correct(visit, event, { asksFeedback: 'false' })],
    ['is cancelled', (event, visit) => cancelEvent(visit, event.id, '')],
    ['is taken back', (event, visit) => undoEvent(visit, event.id)],
  ])('follows when it %s, and also when that request dies right after', async (_, act) => {
    const [event, other] = [await world.invite(), await world.invite({ title: 'Toinen' })];
    await world.clock.advance(MINUTE); // the job that looks after their publishing is over
    expect(await leftBehind()).toEqual([]);
    await act(event, await world.visit(0));
    await world.clock.rest();
    expect(await leftBehind()).toEqual([]);
    await expect(act(other, await dying())).rejects.toThrow('the process dies here');
    expect(await leftBehind()).toHaveLength(1);
    await world.clock.advance(2 * MINUTE);
    expect(await leftBehind()).toEqual([]);
  });

  test('hears of what was published by a request that died right after', async () => {
    const draft = await world.draft();
    await expect(publishEvent(await dying(), draft.id)).rejects.toThrow('the process dies here');
    expect(await leftBehind()).toEqual([draft.title]);
    await world.clock.advance(MINUTE);
    expect(await leftBehind()).toEqual([]);
  });

  test('hears of each event of a series, and of the meetings before them that go with them', async () => {
    await chairs();
    await world.invite({ repeats: 'weekly', times: '3', preGroup: 'chairs', preStartsAtTime: '08:00' });
    expect(known.size).toBe(6);
    expect(await leftBehind()).toEqual([]);
    const [first] = (await all()).filter(({ preMeetingOf }) => preMeetingOf === undefined);
    if (!first) throw new Error('no event');
    await correct(await world.visit(0), first, later);
    await cancelEvent(await world.visit(0), first.id, '');
    await world.clock.rest();
    expect(await leftBehind()).toEqual([]);
  });

  test('knows it as published again when an answer keeps it from being taken back', async () => {
    const event = await world.invite();
    const visit = await world.visit(0);
    const { store } = visit.services;
    let isAnswered = false;
    const late: typeof store = {
      ...store,
      get: (...of) => store.get(...of),
      replace: async (...of) => {
        const stored = await store.replace(...of);
        if (!isAnswered) {
          isAnswered = true;
          await changeRegistration(visit, event.id, idOf(1), () => ({
            ...fresh(person(1), visit.services.clock.now()),
            attendance: 'online',
          }));
        }
        return stored;
      },
    };
    await expect(undoEvent({ ...visit, services: { ...visit.services, store: late } }, event.id)).rejects.toThrow(
      Refusal,
    );
    await world.clock.rest();
    expect((await world.now(event)).state).toBe('published');
    expect(await leftBehind()).toEqual([]);
  });
});

describe('feedback', () => {
  test('is asked of an event unless it was switched off, and of a group’s own meetings only when it was switched on', async () => {
    await chairs();
    const asks = async (draft: Partial<EventDraft>): Promise<boolean> => (await world.draft(draft)).asksFeedback;
    expect(await asks({})).toBe(true);
    expect(await asks({ asksFeedback: 'false' })).toBe(false);
    expect(await asks({ type: 'meeting' })).toBe(true);
    expect(await asks({ type: 'webinar', group: 'chairs' })).toBe(true);
    expect(await asks({ type: 'meeting', group: 'chairs' })).toBe(false);
    expect(await asks({ type: 'meeting', group: 'chairs', asksFeedback: 'true' })).toBe(true);
    await world.draft({ preGroup: 'chairs', title: 'Ennakko' });
    const pre = (await all()).find(({ preMeetingOf }) => preMeetingOf !== undefined);
    expect(pre?.asksFeedback).toBe(false);
  });

  test('is asked of events that were made before there was any, as of new ones', () => {
    const { asksFeedback: _a, youSaid: _y, ...old } = exampleEvent();
    expect(decode(events, 1, old)).toMatchObject({ asksFeedback: true, youSaid: [] });
    expect(decode(events, 1, { ...old, type: 'meeting', group: 'chairs' }).asksFeedback).toBe(false);
  });

  test('can be switched off in the preview, where it is told beside the reminders', async () => {
    const typed = { ...{ type: 'webinar', title: 'Tilastot', startsOn: '2026-03-19' }, form: 'f1' };
    const chat = { place: { kind: 'chat' } as const };
    const drawn = JSON.stringify(await world.click('events.preview', typed, await world.turn(0, chat)));
    expect(drawn).toContain('Palautekysely lähtee 5 minuuttia tilaisuuden jälkeen');
    await world.click(
      'events.create',
      { ...typed, previewed: 'true', reminders: 'day', asksFeedback: 'false' },
      await world.turn(0, chat),
    );
    expect((await all()).map(({ asksFeedback }) => asksFeedback)).toEqual([false]);
    const draft = eventDraft.parse({ ...typed, asksFeedback: 'false' });
    const preview = await askOf(eventRoutes, previewEvent, await world.visit(0), { body: { draft } });
    expect(preview.asksFeedback).toBe(false);
  });

  const putFeedback = async (event: Event): Promise<void> => {
    const survey = makeSurvey(
      {
        ...{ type: 'feedback', event: event.id, title: { fi: event.title }, questions: feedbackQuestions(undefined) },
        ...{ secrecy: 'anonymous', step: 5, breakdown: 'none', showResults: 'all', isPublic: true },
        ...feedbackTimes(event, { zone: 'Europe/Helsinki', isFree: () => false }),
      },
      { id: feedbackOf(event), post: postId.parse('feedback-card'), by: person(0), now: world.clock.now() },
    );
    await world.temp.store.upsert(world.scope, surveys, survey.id, survey);
  };

  test('is led to from the event’s page when it is over, and for coordinators from when it is out', async () => {
    const linkOf = async (n: number, { id }: Event) =>
      (await askOf(eventRoutes, getEvent, await world.visit(n), { params: { event: id } })).feedback;
    const event = await world.invite();
    const page = `surveys/${event.id}-feedback`;
    expect(await linkOf(0, event)).toBeUndefined(); // nothing asks for it yet
    await putFeedback(event);
    expect([await linkOf(0, event), await linkOf(1, event)]).toEqual([page, undefined]);
    const silent = await world.invite({ asksFeedback: 'false' });
    await world.passTo(event.endsAt);
    expect([await linkOf(0, event), await linkOf(1, event)]).toEqual([page, page]);
    expect([await linkOf(0, silent), await linkOf(1, silent)]).toEqual([undefined, undefined]);
    expect(await linkOf(0, await world.draft({ startsOn: '2026-05-01', endsOn: '2026-05-01' }))).toBeUndefined();
  });
});

describe('“you said, we did”', () => {
  const SURVEY = activityId.parse('earlier-feedback');
  const textOf = (n: number): string => String(n).padStart(32, '0');
  const wish = (n: number): string => `${SURVEY}~${textOf(n)}`;
  const at = instant.parse('2026-02-01T08:00:00.000Z');
  const wishes = async (n: number, of: Partial<SurveyText>): Promise<void> => {
    const value = { ...newText('improve', `Toive ${n}`), ...of };
    await world.temp.store.upsert(activityScope(world.scope, SURVEY), surveyTexts, textOf(n), value);
  };
  const did = (reply?: string, status: 'done' | 'underWay' = 'done') => ({
    wish: { status, at, ...(reply === undefined ? {} : { reply }) },
  });

  test('keeps the words of wishes that are done or under way, in the order in which they were chosen', async () => {
    await wishes(1, did('Seminaari kestää koko päivän.'));
    await wishes(2, did(undefined, 'underWay'));
    await wishes(3, did());
    const event = await world.invite({ wishes: [wish(3), wish(1), wish(2), wish(1)].join(', ') });
    expect(event.youSaid).toEqual([
      { id: wish(3), said: 'Toive 3', did: 'Toteutettu.' },
      { id: wish(1), said: 'Toive 1', did: 'Seminaari kestää koko päivän.' },
      { id: wish(2), said: 'Toive 2', did: 'Työn alla.' },
    ]);
  });

  test('leaves out what is hidden, not decided, not to be done, or no wish at all', async () => {
    await wishes(1, { ...did('x'), isHidden: true });
    await wishes(2, { wish: { status: 'new', at } });
    await wishes(3, { wish: { status: 'notNow', at } });
    await wishes(4, {});
    const named = [wish(1), wish(2), wish(3), wish(4), wish(9)];
    expect((await world.invite({ wishes: named.join(',') })).youSaid).toEqual([]);
    for (const forged of ['~', 'x', `${SURVEY}~`, `${SURVEY}~../x`, `e|1~${textOf(1)}`, `<b>~${textOf(1)}`])
      expect((await world.invite({ wishes: forged })).youSaid).toEqual([]);
  });

  test('refuses more than an invitation has room for', async () => {
    const many = [1, 2, 3, 4, 5, 6].map(wish).join(',');
    const error = await world.invite({ wishes: many }).catch((thrown: unknown) => thrown);
    expect((error as Refusal).problems).toMatchObject([{ field: 'wishes', row: text.manyWishes }]);
  });

  test('shortens long words and replies, and makes one line of several', async () => {
    await wishes(1, { text: `Rivi\n\ntoinen ${'sana '.repeat(200)}`, ...did('😀'.repeat(250)) });
    const [only] = (await world.invite({ wishes: wish(1) })).youSaid;
    expect(only?.said.startsWith('Rivi toinen sana')).toBe(true);
    expect([only?.said.endsWith('…'), only?.did.endsWith('…')]).toEqual([true, true]);
    expect(Math.max(only?.said.length ?? 0, only?.did.length ?? 0)).toBeLessThanOrEqual(LONGEST_YOU_SAID);
  });

  test('stays on an invitation as it was said, until it is unticked', async () => {
    await wishes(1, did('Tehty.'));
    await wishes(2, did('Tämäkin.'));
    const event = await world.invite({ wishes: wish(1) });
    await wishes(1, { ...did('Aivan muuta.'), isHidden: true });
    const visit = await world.visit(0);
    const both = await correct(visit, event, { wishes: `${wish(1)},${wish(2)}` });
    expect(both.youSaid.map((one) => one.did)).toEqual(['Tehty.', 'Tämäkin.']);
    expect((await correct(visit, event, { title: 'Uusi nimi' })).youSaid).toHaveLength(2);
    expect((await correct(visit, event, { wishes: '' })).youSaid).toEqual([]);
  });

  test('is on the card, in the letter and on the tab’s page', async () => {
    await wishes(1, { text: 'Pidempi päivä', ...did('Nyt klo 9–16.') });
    const event = await world.invite({ wishes: wish(1) });
    const work = await world.work();
    const drawn = await eventFeature.drawings.find(({ name }) => name === 'events.event')?.draw(event.id, work);
    await changeMember(work, objectIdOf(person(1)), (now) => {
      if (!now) return now;
      const { teamsId: _none, ...rest } = now;
      return { ...rest, email: 'jasen1@kunta.example' };
    });
    const member = await createGate(world.services).byId(NETWORK, idOf(1));
    if (!member) throw new Error('no member');
    const letter = await eventLetters.find(({ name }) => name === 'events.invitation')?.draw(event.id, member);
    for (const one of [drawn, letter]) {
      expect(JSON.stringify(one)).toContain('Toivoitte – teimme');
      expect(JSON.stringify(one)).toContain('”Pidempi päivä” – Nyt klo 9–16.');
    }
    const view = await askOf(eventRoutes, getEvent, member, { params: { event: event.id } });
    expect(view.youSaid).toEqual([{ said: 'Pidempi päivä', did: 'Nyt klo 9–16.' }]);
  });
});

describe('a year', () => {
  const YEAR = { from: instant.parse('2025-12-31T22:00:00.000Z'), to: instant.parse('2026-12-31T22:00:00.000Z') };
  const told = async (span = YEAR) => (await facts(span, await world.work())).events;
  const came = async (event: Event, n: number, isPresent: boolean): Promise<void> => {
    await changeRegistration(await world.work(), event.id, idOf(n), (of) => ({
      ...(of ?? fresh(person(n), world.clock.now())),
      came: { isPresent, by: 'door', at: event.startsAt },
    }));
  };

  test('tells of events that were published or cancelled, not of drafts, of what was taken back, or of meetings before events', async () => {
    await chairs();
    const event = await world.invite({ preGroup: 'chairs' });
    const cancelled = await world.invite({ title: 'Peruttu', startsOn: '2026-05-04' });
    await world.answer(1, cancelled, 'room');
    await cancelEvent(await world.visit(0), cancelled.id, '');
    await undoEvent(await world.visit(0), (await world.invite({ title: 'Pois' })).id);
    await world.draft({ title: 'Luonnos' });
    expect((await told()).map(({ id, isCancelled, people }) => [id, isCancelled, people])).toEqual([
      [event.id, false, []],
      [cancelled.id, true, []],
    ]);
    expect((await told())[0]).toMatchObject({ type: 'webinar', title: event.title, page: `events/${event.id}` });
  });

  test('holds an event by its beginning, the first moment in it and the last not', async () => {
    const { startsAt } = await world.invite();
    const inSpan = async (from: Instant, to: Instant) => (await told({ from, to })).length;
    expect(await inSpan(startsAt, plus(startsAt, DAY))).toBe(1);
    expect(await inSpan(plus(startsAt, -DAY), startsAt)).toBe(0);
  });

  test('counts who held a place, people from outside too, until it was noted who came', async () => {
    const event = await world.invite();
    for (const n of [1, 2]) await world.answer(n, event, 'room');
    await world.answer(3, event, 'maybe');
    const outsider = { name: 'Olli Outo', email: 'olli@yritys.example', organisation: '', attendance: 'room' as const };
    const { who } = await registerColleague(await world.visit(0), event.id, outsider, 'r1');
    expect(await told()).toMatchObject([{ isNoted: false, people: [idOf(1), idOf(2), who] }]);
    await came(event, 1, false);
    await came(event, 2, true);
    await came(event, 4, true);
    await changeEvent(await world.work(), event.id, (of) => ({ ...of, attendanceAt: event.startsAt, headcount: 31 }));
    const [noted] = await told();
    expect(noted).toMatchObject({ isNoted: true, headcount: 31 });
    expect([...(noted?.people ?? [])].sort()).toEqual([idOf(2), idOf(4)].sort());
  });

  test('counts a human being of two identities once', async () => {
    const event = await world.invite();
    for (const n of [1, 2]) await world.answer(n, event, 'room');
    await changeMember(await world.work(), objectIdOf(person(2)), (now) => now && { ...now, sameAs: idOf(1) });
    const register: Register = await registerNow(await world.work());
    expect(mainOf(register, idOf(2))).toBe(idOf(1));
    expect((await told())[0]?.people).toEqual([idOf(1)]);
  });
});

describe('who is asked for feedback', () => {
  const present = (by: 'door' | 'report' = 'door'): Registration['came'] => ({
    isPresent: true,
    by,
    at: exampleEvent().startsAt,
  });
  const absent: Registration['came'] = { isPresent: false, by: 'door', at: exampleEvent().startsAt };
  const asked = async (
    of: Partial<Event>,
    places: Readonly<Record<number, Place>>,
    noted: Readonly<Record<number, Registration['came']>> = {},
  ) => {
    const register = await registerNow(await world.work());
    const event = exampleEvent(of);
    const ledger: Ledger = {
      ...{ capacity: {}, next: 9 },
      entries: Object.entries(places).map(([n, place]) => ({
        who: idOf(Number(n)),
        holds: { place, turn: Number(n) },
      })),
    };
    const registrations = new Map(
      [...new Set([...Object.keys(places), ...Object.keys(noted)])].map((key) => {
        const n = Number(key);
        const seen = noted[n];
        return [idOf(n), { ...fresh(person(n), event.createdAt), ...(seen ? { came: seen } : {}) }] as const;
      }),
    );
    return askedForFeedback(register, event, registrations, ledger).sort();
  };
  const attendanceAt = exampleEvent().startsAt;

  test('are those who held a place, as long as nobody noted who came', async () => {
    expect(await asked({}, { 1: 'room', 2: 'online' })).toEqual([idOf(1), idOf(2)]);
    expect(askedForFeedback(await registerNow(await world.work()), exampleEvent(), new Map(), undefined)).toEqual([]);
  });

  test('are those noted as present, with a place or without', async () => {
    const noted = { 1: present(), 2: absent, 4: present() };
    expect(await asked({ ways: 'room', attendanceAt }, { 1: 'room', 2: 'room', 3: 'room' }, noted)).toEqual([
      idOf(1),
      idOf(4),
    ]);
  });

  test('are those online too, when only the door has noted who came, and the other way round', async () => {
    const places = { 1: 'room', 2: 'room', 3: 'online' } as const;
    expect(await asked({ attendanceAt }, places, { 1: present() })).toEqual([idOf(1), idOf(3)]);
    expect(await asked({ attendanceAt }, places, { 3: present('report') })).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  test('are those who held a place, when ticks were taken back and nobody is noted as present', async () => {
    expect(await asked({ ways: 'room', attendanceAt }, { 1: 'room', 2: 'room' }, { 2: absent })).toEqual([
      idOf(1),
      idOf(2),
    ]);
  });
});
