/** Answers to events over HTTP as Teams sends them, with authentication on: tapped, redelivered, reordered, forged, late, and typed. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import type { EventView } from '../../bot/features/events/contract.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { clicking, deliver, type Recorded, recorded } from './recorded.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const DAY = 24 * 60 * 60 * 1000;
/** Moves the app's clock ahead, so that a deadline needs no waiting. */
let ahead = 0;
let world: HttpApp;
let requests = 0;

beforeAll(async () => {
  world = await startHttpApp({ clock: { now: () => toInstant(Date.now() + ahead) } });
});
afterAll(() => world.close());
beforeEach(() => {
  ahead = 0;
  world.cloud.calls.length = 0;
});

const uuid = (): string => `00000000-0000-4000-9000-${String(++requests).padStart(12, '0')}`;

async function tab<T>(
  method: string,
  path: string,
  by: Someone,
  json?: unknown,
  network: string = NETWORK,
): Promise<T> {
  const init = { method, ...(json === undefined ? {} : { json }) };
  const response = await world.ask(`/api/v1/networks/${network}${path}`, by, init);
  const body = (await response.json()) as T;
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return body;
}
const newEvent = (
  draft: Recorded = {},
  by: Someone = people.coordinator,
  network: string = NETWORK,
): Promise<EventView> =>
  tab(
    'POST',
    '/events',
    by,
    {
      draft: {
        ...{ type: 'webinar', title: 'Tilastot', ways: 'both', place: 'Akaan kaupungintalo' },
        ...{ startsOn: toInstant(Date.now() + 10 * DAY).slice(0, 10), startsAtTime: '09:00', ...draft },
      },
      ...{ publishes: true, requestId: uuid() },
    },
    network,
  );
const seen = (event: EventView): Promise<EventView> => tab('GET', `/events/${event.id}`, people.coordinator);

const by = (who: Someone): Recorded => ({
  from: { id: `29:${who.objectId}`, name: who.name, aadObjectId: who.objectId },
});
const later = (): string => toInstant(Date.now() + ahead + ++requests);
/** A click on the shared card; every click has its own id and time unless told otherwise. */
const click = (verb: string, data: Recorded, changes: Recorded = {}) =>
  deliver(
    world.url,
    world.cloud,
    recorded('card-click', world.cloud, { id: `f:${uuid()}`, timestamp: later(), ...clicking(verb, data), ...changes }),
  );
const answer = (event: { id: string }, attendance: string, changes: Recorded = {}) =>
  click('events.answer', { event: event.id, attendance }, changes);
const wordsOf = (of: { body: { value: unknown } }): string => JSON.stringify(of.body.value).replaceAll('\u00a0', ' ');

test('one tap is an answer, receipted to who tapped, and changed by another tap', async () => {
  const event = await newEvent();
  const first = await answer(event, 'room');
  expect(first).toMatchObject({ status: 200, body: { statusCode: 200, type: CARD } });
  expect(wordsOf(first)).toContain('Paikkasi on varattu: paikan päällä.');
  expect(await seen(event)).toMatchObject({ room: { taken: 1 }, online: { taken: 0 } });
  expect(wordsOf(await answer(event, 'online'))).toContain('Paikkasi on varattu: etänä.');
  expect(await seen(event)).toMatchObject({ room: { taken: 0 }, online: { taken: 1 } });
  expect(wordsOf(await click('events.mine', { event: event.id }))).toContain('Paikkasi on varattu: etänä.');
  expect(wordsOf(await answer(event, 'maybe'))).toContain('Vastasit: ehkä. Se ei varaa paikkaa.');
  expect(await seen(event)).toMatchObject({ room: { taken: 0 }, online: { taken: 0 }, maybe: 1 });
});

test('four deliveries of each tap, with old and new ids and in any order, leave the last one standing', async () => {
  const event = await newEvent({ capacityRoom: '1' });
  const taps = ['room', 'maybe', 'online'].map((attendance) => ({ attendance, id: `f:${uuid()}`, timestamp: later() }));
  const deliveries = taps.flatMap(({ attendance, id, timestamp }) =>
    [id, id, `f:${uuid()}`, `f:${uuid()}`].map((one) => () => answer(event, attendance, { id: one, timestamp })),
  );
  const reordered = [...deliveries.slice(6), ...deliveries.slice(0, 6).reverse()];
  for (const one of await Promise.all(reordered.map((send) => send()))) expect(one.status).toBe(200);
  expect(await seen(event)).toMatchObject({ room: { taken: 0 }, online: { taken: 1 }, maybe: 0 });
});

test('the last place is given to one of all who tap at once, and the other knows their turn', async () => {
  const event = await newEvent({ capacityRoom: '1' });
  const both = await Promise.all([
    answer(event, 'room', by(people.coordinator)),
    answer(event, 'room', by(people.external)),
  ]);
  const said = both.map(wordsOf);
  expect(said.filter((one) => one.includes('Paikkasi on varattu'))).toHaveLength(1);
  expect(said.filter((one) => one.includes('Olet varasijalla 1 (paikan päällä)'))).toHaveLength(1);
  expect(await seen(event)).toMatchObject({ room: { taken: 1, waiting: 1, free: 0 } });
});

test('the Submit fallback answers too and posts nothing', async () => {
  const event = await newEvent();
  await world.cloud.called(({ what, body }) => what === 'create' && JSON.stringify(body).includes(event.id));
  world.cloud.calls.length = 0;
  const submit = recorded('card-submit', world.cloud, {
    ...{ id: `f:${uuid()}`, timestamp: later() },
    value: { verb: 'events.answer', event: event.id, attendance: 'room' },
  });
  expect((await deliver(world.url, world.cloud, submit)).status).toBe(200);
  expect(await seen(event)).toMatchObject({ room: { taken: 1 } });
  expect(world.cloud.calls.filter(({ what }) => what === 'create')).toEqual([]);
});

test('a way that is not offered, another network’s event and a made-up answer change nothing', async () => {
  const event = await newEvent({ ways: 'online', place: '' });
  expect(wordsOf(await answer(event, 'room'))).toContain('ei voi osallistua tällä tavalla');
  const foreign = await newEvent({}, people.stranger, OTHER_NETWORK);
  expect(wordsOf(await answer(foreign, 'room'))).toContain('Tilaisuutta ei löydy');
  const forged = await answer(event, 'everywhere');
  expect(forged.status).toBe(200);
  expect(await seen(event)).toMatchObject({ online: { taken: 0 }, maybe: 0, no: 0 });
});

test('who the card’s data says acts is not believed', async () => {
  const event = await newEvent();
  const data = {
    event: event.id,
    attendance: 'room',
    person: 'tenant|someone',
    who: 'someone',
    registeredBy: 'someone',
  };
  await click('events.answer', data, by(people.external));
  const { participants } = await tab<{ participants: { name: string }[] }>(
    'GET',
    `/events/${event.id}/participants`,
    people.coordinator,
  );
  expect(participants.map(({ name }) => name)).toEqual([people.external.name]);
});

test('after the deadline nobody can come any more, and who comes can still say that they can’t', async () => {
  const event = await newEvent({ registrationEndsOn: toInstant(Date.now() + 5 * DAY).slice(0, 10) });
  await answer(event, 'room');
  ahead = 7 * DAY;
  expect(wordsOf(await answer(event, 'room', by(people.external)))).toContain('on päättynyt');
  expect(await seen(event)).toMatchObject({ phase: 'closed', room: { taken: 1 } });
  expect(wordsOf(await answer(event, 'no'))).toContain('Vastasit, ettet pääse.');
  expect(await seen(event)).toMatchObject({ room: { taken: 0 }, no: 1 });
});

test('only coordinators cancel, and what was said of the reason comes with it', async () => {
  const event = await newEvent();
  await click('events.cancel', { event: event.id, reason: 'Ei onnistu.' }, by(people.external));
  expect(await seen(event)).toMatchObject({ phase: 'upcoming' });
  await click('events.cancel', { event: event.id, reason: 'Ei onnistu.' }, by(people.coordinator));
  expect(await seen(event)).toMatchObject({ phase: 'cancelled', cancelled: { reason: 'Ei onnistu.' } });
});
