/** Five hundred people race for the places of an event while the server dies again and again and Teams delivers everything up to four times: no place is given twice, and who was answered first is ahead. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { activityId } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { activityScope, networkScope } from '../../bot/core/scope.ts';
import { translator } from '../../bot/core/text.ts';
import { cardText } from '../../bot/features/events/card-text.ts';
import { registrations } from '../../bot/features/events/registration.ts';
import {
  countOf,
  LEDGER,
  ledgers,
  PLACES,
  type Place,
  standingOf,
  waitingFor,
} from '../../bot/features/events/seats.ts';
import { eventually } from '../fakes/eventually.ts';
import { type Answer, type Somebody, somebody } from '../fakes/people-of-teams.ts';
import { type ServerWorld, STORES, startServerWorld } from '../fakes/server-world.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

const PEOPLE = 500;
const ROOM = 40;
const ONLINE = 60;
/** Every so many-th takes their answer back a second later. */
const LEAVES = 16;
const KILLS = 6;
/** Deliveries under way at the same time. */
const AT_ONCE = 48;
const TIME = 900_000;
const t = translator('fi');

interface Delivery {
  readonly who: Somebody;
  readonly attendance: Place | 'no';
  readonly id: string;
  readonly at: number;
}

/** What one person hears and when, of the answer that holds in the end. */
interface Heard {
  readonly wants: Place | undefined;
  begun: number;
  /** When they were first told that they have a place or a turn. */
  answered: number;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** With the same activity id, and with new ids and the same timestamp, as after half a minute: two to four in all. */
function deliveriesOf(who: Somebody, attendance: Delivery['attendance'], at: number): Delivery[] {
  const id = `${who.objectId}-${attendance}`;
  const all = [id, id, `${id}-again`, `${id}-once-more`].slice(0, 2 + Math.floor(Math.random() * 3));
  return all.map((one) => ({ who, attendance, id: one, at }));
}

/** The person is told of a place or a turn in the waiting list. */
const isSeated = ({ status, body }: Answer): boolean => {
  const [place = '', turn = ''] = [cardText.hasPlace, cardText.onList].map(({ fi }) => fi.split('{')[0]);
  return status === 200 && (body.includes(place) || body.includes(turn));
};

let world: ServerWorld | undefined;
afterEach(() => world?.close());

describe.each(STORES)('on the %s store', (name) => {
  test(
    'of 500 exactly 40 have a place in the room and 60 online, the others wait in the order of their answers, nobody twice',
    async () => {
      const server = await startServerWorld(name, PEOPLE + 1);
      world = server;
      const event = await published(server);
      const begun = Date.now() - 60_000;
      const heard = new Map<string, Heard>();
      const all: Delivery[] = [];
      for (let n = 1; n <= PEOPLE; n++) {
        const who = somebody(n);
        const place = n % 2 === 0 ? 'room' : 'online';
        const leaves = n % LEAVES === 0;
        heard.set(who.objectId, {
          wants: leaves ? undefined : place,
          begun: Number.POSITIVE_INFINITY,
          answered: Number.POSITIVE_INFINITY,
        });
        all.push(...deliveriesOf(who, place, begun));
        if (leaves) all.push(...deliveriesOf(who, 'no', begun + 1000));
      }

      const queue = shuffled(all);
      const total = queue.length;
      let done = 0;
      let cutOff = 0;
      const strange: string[] = [];
      let up = Promise.resolve();
      let isKilling = false;
      let target = Math.floor(total / (KILLS + 1));
      let wanted = Promise.withResolvers<void>();
      const deliverAll = async (): Promise<void> => {
        for (let one = queue.pop(); one; one = queue.pop()) {
          await up;
          const of = heard.get(one.who.objectId);
          if (of && of.wants === one.attendance) of.begun = Math.min(of.begun, performance.now());
          const data = { event, attendance: one.attendance };
          const answer = await server
            .click(one.who, 'events.answer', data, { id: one.id, at: one.at })
            .catch(() => undefined);
          if (answer?.status !== 200) {
            if (answer) strange.push(`${answer.status}`);
            cutOff++;
            queue.unshift(one); // Teams delivers it once more
            continue;
          }
          if (of && of.wants === one.attendance && isSeated(answer))
            of.answered = Math.min(of.answered, performance.now());
          if (++done >= target) wanted.resolve();
        }
      };
      const racing = Promise.all(Array.from({ length: AT_ONCE }, deliverAll));
      let kills = 0;
      for (; kills < KILLS; kills++) {
        await wanted.promise;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20)); // any moment of the requests under way
        const back = Promise.withResolvers<void>();
        up = back.promise;
        isKilling = true;
        await server.kill();
        wanted = Promise.withResolvers();
        target = done + Math.floor((total - done) / (KILLS - kills + 1));
        await server.start();
        isKilling = false;
        back.resolve();
      }
      await racing;
      expect(isKilling).toBe(false);
      expect(strange).toEqual([]);

      const full = [
        t(cardText.roomFull, { capacity: ROOM, waiting: countWanting(heard, 'room') - ROOM }),
        t(cardText.onlineFull, { capacity: ONLINE, waiting: countWanting(heard, 'online') - ONLINE }),
      ];
      await eventually(() => full.every((line) => cardOf(server, event).includes(line)), 90_000);
      expect(await server.stop()).toBe(0);

      const { store, network } = await server.openStore();
      const scope = activityScope(networkScope(network), activityId.parse(event));
      const ledger = (await store.get(scope, ledgers, LEDGER))?.value;
      const stored = await listAll(store, scope, registrations);
      await store.close();
      if (!ledger) throw new Error('There is no ledger.');
      process.stdout.write(`${name}: ${total} deliveries, ${kills} kills, ${cutOff} cut off\n`);
      expect(cutOff).toBeGreaterThan(0); // else no kill hit a request on its way

      expect(stored).toHaveLength(PEOPLE);
      expect(new Set(ledger.entries.map(({ who }) => who)).size).toBe(ledger.entries.length);
      expect(countOf(ledger, 'room')).toEqual({
        taken: ROOM,
        capacity: ROOM,
        free: 0,
        waiting: countWanting(heard, 'room') - ROOM,
      });
      expect(countOf(ledger, 'online')).toEqual({
        taken: ONLINE,
        capacity: ONLINE,
        free: 0,
        waiting: countWanting(heard, 'online') - ONLINE,
      });
      const wrong = [...heard].filter(([who, { wants }]) => {
        const { holds, waitsFor } = standingOf(ledger, who as never);
        return (
          (waitsFor ?? holds) !== wants || stored.find(({ id }) => id === who)?.value.attendance !== (wants ?? 'no')
        );
      });
      expect(wrong).toEqual([]);

      for (const place of PLACES) {
        const turns = new Map(
          ledger.entries.flatMap(({ who, holds, waits }) => {
            const claim = holds ?? waits;
            return claim?.place === place ? [[who as string, claim.turn] as const] : [];
          }),
        );
        const people = [...heard].filter(([, { wants }]) => wants === place);
        let pairs = 0;
        const overtaken: string[] = [];
        for (const [first, a] of people) {
          for (const [second, b] of people) {
            if (!(a.answered < b.begun)) continue;
            pairs++;
            if ((turns.get(first) ?? 0) > (turns.get(second) ?? 0)) overtaken.push(`${second} before ${first}`);
          }
        }
        expect(pairs).toBeGreaterThan(1000);
        expect(overtaken).toEqual([]);
        // And who has a place asked before everyone who waits for one.
        const waiting = waitingFor(ledger, place).map((who) => turns.get(who) ?? 0);
        const holding = ledger.entries
          .filter(({ holds }) => holds?.place === place)
          .map(({ who }) => turns.get(who) ?? 0);
        expect(Math.max(...holding)).toBeLessThan(Math.min(...waiting));
        expect(waiting).toEqual([...waiting].sort((a, b) => a - b));
      }
    },
    TIME,
  );
});

const countWanting = (heard: ReadonlyMap<string, Heard>, place: Place): number =>
  [...heard.values()].filter(({ wants }) => wants === place).length;

/** The coordinator invites by the form; resolves to the event's id when its card stands in the channel. */
async function published(server: ServerWorld): Promise<string> {
  const draft = {
    ...{ type: 'seminar', title: 'Verkoston seminaari', ways: 'both', place: 'Valtuustosali' },
    ...{ startsOn: new Date(Date.now() + 20 * 24 * 3_600_000).toISOString().slice(0, 10), startsAtTime: '09:00' },
    ...{ capacityRoom: String(ROOM), capacityOnline: String(ONLINE), asksNeeds: 'false', form: 'form-1' },
  };
  const answer = await server.click(somebody(0), 'events.create', draft);
  const event = /"event":"([^"]+)"/.exec(answer.body)?.[1];
  if (!event) throw new Error(`No event was made: ${answer.status} ${answer.body.slice(0, 500)}`);
  await eventually(() => cardOf(server, event) !== '');
  return event;
}

/** What the channel shows of it now. */
function cardOf(server: ServerWorld, event: string): string {
  const found = server.cloud.messages(TEAM).map(({ activity }) => JSON.stringify(activity));
  return found.find((one) => one.includes(event)) ?? '';
}
