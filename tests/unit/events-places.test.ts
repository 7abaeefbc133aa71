/** Places asked for by many at the same moment: every request is answered, in the order in which they came, and each write of the ledger serves all who wait. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, networkId } from '../../bot/core/ids.ts';
import { type MemberId, memberId } from '../../bot/core/network.ts';
import type { Store, Stored } from '../../bot/core/ports.ts';
import { activityScope, networkScope } from '../../bot/core/scope.ts';
import type { Work } from '../../bot/core/turn.ts';
import { changeRegistration, followRegistration, ledgerOf } from '../../bot/features/events/memory.ts';
import { fresh, type Registration } from '../../bot/features/events/registration.ts';
import { ledgers, type Standing, waitingFor } from '../../bot/features/events/seats.ts';
import { openTempStore, type TempStore } from '../fakes/temp-store.ts';

const NETWORK = networkId.parse('network-1');
const NOW = toInstant('2026-03-02T10:00:00.000Z');

let temp: TempStore;
let writes: number;
/** Runs when a write of a ledger has ended, in the same moment; what it returns is waited for. */
let afterWrite: () => Promise<void> | undefined;
let work: Work;
beforeEach(async () => {
  temp = await openTempStore();
  writes = 0;
  afterWrite = () => undefined;
  const { store } = temp;
  const watched: Store = {
    ...store,
    insert: (scope, kind, ...more) => noted(kind.name, store.insert(scope, kind, ...more)),
    replace: (scope, kind, ...more) => noted(kind.name, store.replace(scope, kind, ...more)),
  };
  const services = { store: watched, clock: { now: () => NOW }, jobs: { schedule: async () => {} } };
  work = { network: { id: NETWORK }, scope: networkScope(NETWORK), services } as unknown as Work;
});
afterEach(() => temp.close());

async function noted<T>(kind: string, write: Promise<T>): Promise<T> {
  const done = await write;
  if (kind !== ledgers.name) return done;
  writes++;
  await afterWrite();
  return done;
}

const eventOf = (n: number, room: number) => ({ id: activityId.parse(`e${n}`), capacity: { room } });
const who = (name: string): MemberId => memberId.parse(name);

/** Writes that someone comes to the room. */
async function says(event: ReturnType<typeof eventOf>, name: string): Promise<Stored<Registration>> {
  const person = `tenant-1|${name}` as Registration['person'];
  const stored = await changeRegistration(work, event.id, who(name), () => ({
    ...fresh(person, NOW),
    attendance: 'room',
  }));
  if (!stored) throw new Error('not stored');
  return stored;
}

/** Some turns of the queue of what is to be done in this moment. */
async function hops(n: number): Promise<void> {
  for (let left = n; left > 0; left--) await null;
}

test('a request that comes in the very moment in which a write ends is answered too', async () => {
  const answered: (Standing | 'never')[] = [];
  for (let n = 0; n < 40; n++) {
    const event = eventOf(n, 1);
    const [first, second] = [await says(event, 'a'), await says(event, 'b')];
    const late = Promise.withResolvers<Standing>();
    afterWrite = () => {
      afterWrite = () => undefined;
      void hops(n).then(() => followRegistration(work, event, who('b'), second).then(late.resolve, late.reject));
      return undefined;
    };
    await followRegistration(work, event, who('a'), first);
    const patience = AbortSignal.timeout(1000);
    const never = new Promise<'never'>((resolve) => patience.addEventListener('abort', () => resolve('never')));
    answered.push(await Promise.race([late.promise, never]));
  }
  expect(answered).toEqual(Array(40).fill({ waitsFor: 'room', position: 1 }));
});

test('all who ask while the ledger is being written are served by the next write, in the order in which they asked', async () => {
  const event = eventOf(1, 40);
  const names = Array.from({ length: 500 }, (_, n) => `p${n}`);
  const written = await Promise.all(names.map((name) => says(event, name)));
  const standings = await Promise.all(
    names.map((name, n) => followRegistration(work, event, who(name), written[n] as Stored<Registration>)),
  );
  const ledger = await ledgerOf(work, event);
  expect(writes).toBeLessThan(5);
  expect(waitingFor(ledger, 'room')).toEqual(names.slice(40));
  expect(standings.slice(0, 40)).toEqual(Array(40).fill({ holds: 'room' }));
  expect(standings.slice(40).map(({ position }) => position)).toEqual(names.slice(40).map((_, n) => n + 1));
});

test('whoever changes their mind while they are being seated ends as they said last', async () => {
  const event = eventOf(2, 5);
  const first = await says(event, 'a');
  afterWrite = async () => {
    afterWrite = () => undefined;
    await changeRegistration(work, event.id, who('a'), (of) => of && { ...of, attendance: 'no' });
  };
  expect(await followRegistration(work, event, who('a'), first)).toEqual({});
  expect((await ledgerOf(work, event)).entries).toEqual([]);
});

test('an outage fails those who wait for that write, and the next request is served', async () => {
  const event = eventOf(3, 5);
  const first = await says(event, 'a');
  const broken = new Error('The store is out.');
  afterWrite = () => {
    throw broken;
  };
  await expect(followRegistration(work, event, who('a'), first)).rejects.toBe(broken);
  afterWrite = () => undefined;
  expect(await followRegistration(work, event, who('a'), first)).toEqual({ holds: 'room' });
  const { items } = await temp.store.list(activityScope(work.scope, event.id), ledgers);
  expect(items).toHaveLength(1);
});
