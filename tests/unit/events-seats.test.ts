/** The ledger of places: never more than there are, nobody twice, and who asked earlier is never behind. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type MemberId, memberId } from '../../bot/core/network.ts';
import {
  type Capacity,
  countOf,
  emptyLedger,
  excess,
  follow,
  type Ledger,
  ledger as ledgerSchema,
  PLACES,
  type Place,
  renamed,
  standingOf,
  told,
  turnOf,
  type Wish,
  waitingFor,
  withCapacity,
} from '../../bot/features/events/seats.ts';

const id = (name: string): MemberId => memberId.parse(name);
const wish = (name: string, wants?: Place): Wish => ({ who: id(name), wants });
/** One after another, as requests that follow each other. */
const oneByOne = (of: Ledger, wishes: readonly Wish[]): Ledger =>
  wishes.reduce((ledger, one) => follow(ledger, [one]), of);
const asked = (capacity: Capacity, ...wishes: readonly Wish[]): Ledger => oneByOne(emptyLedger(capacity), wishes);
const stands = (of: Ledger, name: string) => standingOf(of, id(name));
const newsOf = (of: Ledger) =>
  Object.fromEntries(of.entries.flatMap(({ who, news }) => (news === undefined ? [] : [[who, news]])));
const holders = (of: Ledger, place: Place) =>
  of.entries.filter(({ holds }) => holds?.place === place).map(({ who }) => who);

describe('asking for a place', () => {
  const full = asked({ room: 2, online: 1 }, wish('a', 'room'), wish('b', 'room'), wish('c', 'room'));

  test('gives it as long as there are any, then a turn in the waiting list', () => {
    expect(stands(full, 'b')).toEqual({ holds: 'room' });
    expect(stands(full, 'c')).toEqual({ waitsFor: 'room', position: 1 });
    expect(stands(full, 'x')).toEqual({});
    expect(countOf(full, 'room')).toEqual({ taken: 2, waiting: 1, capacity: 2, free: 0 });
    expect(countOf(full, 'online')).toEqual({ taken: 0, waiting: 0, capacity: 1, free: 1 });
  });

  test('for what one has, or waits for, changes nothing at all', () => {
    expect(follow(full, [wish('a', 'room'), wish('c', 'room'), wish('x')])).toBe(full);
  });

  test('without a limit is always granted', () => {
    const many = asked({}, ...Array.from({ length: 60 }, (_, n) => wish(`p${n}`, 'online')));
    expect(countOf(many, 'online')).toEqual({ taken: 60, waiting: 0 });
  });

  test('where there are none only waits', () => {
    expect(stands(asked({ room: 0 }, wish('a', 'room')), 'a')).toEqual({ waitsFor: 'room', position: 1 });
  });
});

describe('leaving', () => {
  const queue = asked({ room: 1 }, wish('a', 'room'), wish('b', 'room'), wish('c', 'room'), wish('d', 'room'));

  test('frees the place for whoever has waited longest, who has news', () => {
    const left = follow(queue, [wish('a')]);
    expect(stands(left, 'a')).toEqual({});
    expect(stands(left, 'b')).toEqual({ holds: 'room' });
    expect(stands(left, 'c')).toEqual({ waitsFor: 'room', position: 1 });
    expect(newsOf(left)).toEqual({ b: 'promoted' });
  });

  test('the waiting list moves those behind up, and nobody gets a place by it', () => {
    const left = follow(queue, [wish('b')]);
    expect(stands(left, 'c')).toEqual({ waitsFor: 'room', position: 1 });
    expect(newsOf(left)).toEqual({});
  });

  test('and asking again is a new turn, behind those who stayed', () => {
    const back = oneByOne(queue, [wish('b'), wish('b', 'room')]);
    expect(waitingFor(back, 'room')).toEqual(['c', 'd', 'b']);
  });

  test('together with an own wish leaves the one who wished without news: their answer says it', () => {
    const both = follow(asked({ room: 1 }, wish('a', 'room')), [wish('a'), wish('b', 'room')]);
    expect(stands(both, 'b')).toEqual({ holds: 'room' });
    expect(newsOf(both)).toEqual({});
  });
});

describe('switching', () => {
  const both = asked({ room: 1, online: 1 }, wish('a', 'room'), wish('b', 'online'), wish('c', 'room'));

  test('keeps the old place until the new one is free, and frees it then for the next', () => {
    const now = follow(both, [wish('a', 'online')]);
    expect(stands(now, 'a')).toEqual({ holds: 'room', waitsFor: 'online', position: 1 });
    expect(stands(now, 'c')).toEqual({ waitsFor: 'room', position: 1 });
    const freed = follow(now, [wish('b')]);
    expect(stands(freed, 'a')).toEqual({ holds: 'online' });
    expect(stands(freed, 'c')).toEqual({ holds: 'room' });
    expect(newsOf(freed)).toEqual({ a: 'promoted', c: 'promoted' });
  });

  test('to a place that is free happens at once, and the next in line gets the old one', () => {
    const now = follow(asked({ room: 1 }, wish('a', 'room'), wish('c', 'room')), [wish('a', 'online')]);
    expect(stands(now, 'a')).toEqual({ holds: 'online' });
    expect(stands(now, 'c')).toEqual({ holds: 'room' });
    expect(newsOf(now)).toEqual({ c: 'promoted' });
  });

  test('back before the new place came keeps the old turn', () => {
    const back = oneByOne(both, [wish('a', 'online'), wish('a', 'room')]);
    expect(back.entries).toEqual(both.entries);
  });

  test('of two who want each other’s place is an exchange: neither waits for ever', () => {
    const now = oneByOne(asked({ room: 1, online: 1 }, wish('a', 'room'), wish('b', 'online')), [
      wish('a', 'online'),
      wish('b', 'room'),
    ]);
    expect([stands(now, 'a'), stands(now, 'b')]).toEqual([{ holds: 'online' }, { holds: 'room' }]);
    expect(newsOf(now)).toEqual({ a: 'promoted' });
  });

  test('exchanges with nobody before whom someone else waits', () => {
    const now = oneByOne(both, [wish('a', 'online'), wish('b', 'room')]);
    expect(stands(now, 'c')).toEqual({ waitsFor: 'room', position: 1 });
    expect(stands(now, 'b')).toEqual({ holds: 'online', waitsFor: 'room', position: 2 });
  });
});

describe('another number of places', () => {
  const three = asked({ room: 3 }, wish('a', 'room'), wish('b', 'room'), wish('c', 'room'), wish('d', 'room'));

  test('lower, with all keeping theirs, gives none until fewer are taken than there are', () => {
    const kept = withCapacity(three, { room: 2 }, false);
    expect(holders(kept, 'room')).toEqual(['a', 'b', 'c']);
    expect(countOf(kept, 'room')).toEqual({ taken: 3, waiting: 1, capacity: 2, free: 0 });
    const two = follow(kept, [wish('a')]);
    expect(stands(two, 'd')).toEqual({ waitsFor: 'room', position: 1 });
    expect(stands(follow(two, [wish('b')]), 'd')).toEqual({ holds: 'room' });
  });

  test('lower, with the last ones moving, puts them at the head of the waiting list in their old order, with news', () => {
    const moved = withCapacity(three, { room: 1 }, true);
    expect(holders(moved, 'room')).toEqual(['a']);
    expect(waitingFor(moved, 'room')).toEqual(['b', 'c', 'd']);
    expect(newsOf(moved)).toEqual({ b: 'moved', c: 'moved' });
  });

  test('lower moves who waits for the other place only into that queue', () => {
    const now = asked({ room: 2, online: 0 }, wish('a', 'room'), wish('b', 'room'), wish('b', 'online'));
    expect(stands(withCapacity(now, { room: 1, online: 0 }, true), 'b')).toEqual({ waitsFor: 'online', position: 1 });
  });

  test('lower here and higher there takes nothing from who came last if those before them move over', () => {
    const full = asked({ room: 2, online: 0 }, wish('a', 'room'), wish('b', 'room'), wish('a', 'online'));
    const moved = withCapacity(full, { room: 1, online: 1 }, true);
    expect([stands(moved, 'a'), stands(moved, 'b')]).toEqual([{ holds: 'online' }, { holds: 'room' }]);
    expect(newsOf(moved)).toEqual({ a: 'promoted' });
  });

  test('higher gives the new ones in the order of turns', () => {
    const raised = withCapacity(withCapacity(three, { room: 1 }, true), { room: 3 }, false);
    expect(holders(raised, 'room').sort()).toEqual(['a', 'b', 'c']);
    expect(newsOf(raised)).toEqual({ b: 'promoted', c: 'promoted' });
  });

  test('tells beforehand how many hold more than there would be', () => {
    expect([
      excess(three, { room: 1 }, 'room'),
      excess(three, {}, 'room'),
      excess(three, { room: 1 }, 'online'),
    ]).toEqual([2, 0, 0]);
  });
});

describe('news', () => {
  test('goes when it was told, and what came meanwhile stays', () => {
    const first = follow(asked({ room: 1 }, wish('a', 'room'), wish('b', 'room'), wish('c', 'room')), [wish('a')]);
    const seen = first.entries.filter(({ news }) => news !== undefined);
    const meanwhile = withCapacity(follow(first, [wish('b')]), { room: 0 }, true);
    expect(newsOf(meanwhile)).toEqual({ c: 'moved' });
    const cleared = told(meanwhile, seen);
    expect(cleared).toBe(meanwhile);
    expect(newsOf(told(first, seen))).toEqual({});
    expect(standingOf(told(first, seen), id('b'))).toEqual({ holds: 'room' });
  });

  test('of another turn, or of another kind, is not what was told', () => {
    const promoted = follow(asked({ room: 1 }, wish('a', 'room'), wish('b', 'room')), [wish('a')]);
    const [news] = promoted.entries.filter((one) => one.news !== undefined);
    if (!news) throw new Error('nobody was promoted');
    const moved = withCapacity(promoted, { room: 0 }, true);
    expect(newsOf(told(moved, [news]))).toEqual({ b: 'moved' });
    const again = withCapacity(oneByOne(moved, [wish('b'), wish('b', 'room')]), { room: 1 }, false);
    expect(newsOf(told(again, [news]))).toEqual({ b: 'promoted' });
  });

  test('someone who stands under another id stands where they stood', () => {
    const now = asked({ room: 1 }, wish('a', 'room'), wish('b', 'room'), wish('c', 'room'));
    const moved = renamed(now, [id('b')], id('x'));
    expect([stands(moved, 'b'), stands(moved, 'x'), stands(moved, 'c').position]).toEqual([
      {},
      { waitsFor: 'room', position: 1 },
      2,
    ]);
  });
});

// ── Properties ─────────────────────────────────────────────────────────────────────────────────

const names = Array.from({ length: 9 }, (_, n) => `p${n}`);
const anyWish = fc.record({
  who: fc.constantFrom(...names).map(id),
  wants: fc.constantFrom<Place | undefined>('room', 'online', undefined),
});
const anyCapacity = fc.record({ room: fc.integer({ min: 0, max: 4 }), online: fc.integer({ min: 0, max: 4 }) });
type Step =
  | { readonly type: 'wishes'; readonly wishes: readonly Wish[] }
  | { readonly type: 'capacity'; readonly to: Capacity; readonly moves: boolean }
  | { readonly type: 'told' };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('wishes' as const), wishes: fc.array(anyWish, { maxLength: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('capacity' as const), to: anyCapacity, moves: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ type: 'told' as const }) },
);
const stepped = (of: Ledger, step: Step): Ledger =>
  step.type === 'wishes'
    ? follow(of, step.wishes)
    : step.type === 'capacity'
      ? withCapacity(of, step.to, step.moves)
      : told(of, of.entries);

const property = <T extends [unknown, ...unknown[]]>(
  ...of: [...{ [K in keyof T]: fc.Arbitrary<T[K]> }, (...args: T) => void]
): void => fc.assert(fc.property<T>(...(of as never as Parameters<typeof fc.property<T>>)), { numRuns: 400 });

/** Runs all steps and looks at the ledger before and after each. */
function walk(
  capacity: Capacity,
  steps: readonly Step[],
  look: (before: Ledger, step: Step, now: Ledger) => void,
): void {
  steps.reduce((before, step) => {
    const now = stepped(before, step);
    look(before, step, now);
    return now;
  }, emptyLedger(capacity));
}

describe('whatever is wished, in any order', () => {
  test('nobody is in the ledger twice, everyone in it holds or waits, and it can be stored', () => {
    property(anyCapacity, fc.array(anyStep), (capacity, steps) =>
      walk(capacity, steps, (_, __, now) => {
        expect(new Set(now.entries.map(({ who }) => who)).size).toBe(now.entries.length);
        for (const { holds, waits } of now.entries) {
          expect(holds ?? waits).toBeDefined();
          expect(holds?.place === waits?.place).toBe(false);
        }
        const turns = now.entries.flatMap(({ waits }) => (waits ? [waits.turn] : []));
        expect(new Set(turns).size).toBe(turns.length);
        expect(Math.max(0, ...turns)).toBeLessThan(now.next);
        expect(ledgerSchema.parse(now)).toEqual(now);
      }),
    );
  });

  test('never more hold a place than there are, unless a coordinator let all keep theirs: then never more than before', () => {
    property(anyCapacity, fc.array(anyStep), (capacity, steps) =>
      walk(capacity, steps, (before, step, now) => {
        for (const place of PLACES) {
          const most = now.capacity[place] ?? Number.POSITIVE_INFINITY;
          const held = holders(now, place).length;
          if (step.type === 'capacity' && step.moves) expect(held).toBeLessThanOrEqual(most);
          expect(held).toBeLessThanOrEqual(Math.max(most, holders(before, place).length));
        }
      }),
    );
  });

  test('no place stands empty while someone waits for it', () => {
    property(anyCapacity, fc.array(anyStep), (capacity, steps) =>
      walk(capacity, steps, (_, __, now) => {
        for (const place of PLACES) {
          const { waiting, free } = countOf(now, place);
          expect(waiting > 0 && free !== 0).toBe(false);
        }
      }),
    );
  });

  test('a wish is fulfilled or waits, and who wishes nothing has nothing', () => {
    property(anyCapacity, fc.array(anyStep), (capacity, steps) =>
      walk(capacity, steps, (_, step, now) => {
        if (step.type !== 'wishes') return;
        const last = new Map(step.wishes.map((one) => [one.who, one.wants]));
        for (const [who, wants] of last) {
          const { holds, waitsFor } = standingOf(now, who);
          expect(waitsFor ?? holds).toBe(wants);
        }
      }),
    );
  });

  test('nobody loses a place that they did not leave: who switches has it until the new one is theirs', () => {
    property(anyCapacity, fc.array(anyStep), (capacity, steps) =>
      walk(capacity, steps, (before, step, now) => {
        if (step.type === 'capacity' && step.moves) return;
        const leaving = new Set(
          step.type === 'wishes' ? step.wishes.filter((one) => !one.wants).map(({ who }) => who) : [],
        );
        for (const { who, holds } of before.entries) {
          if (holds && !leaving.has(who)) expect(standingOf(now, who).holds).toBeDefined();
        }
      }),
    );
  });

  test('who asked earlier is never overtaken: places are given in the order of turns', () => {
    property(anyCapacity, fc.array(anyStep), (capacity, steps) =>
      walk(capacity, steps, (before, step, now) => {
        for (const place of PLACES) {
          const queue = waitingFor(before, place);
          const still = waitingFor(now, place);
          // Who still waits stands in the same order as before, and whoever came with this step stands behind them …
          const old = still.filter((who) => queue.includes(who) && !isAsking(step, who));
          expect(old).toEqual(queue.filter((who) => old.includes(who)));
          // … and nobody got such a place while one who waited before them still waits for it.
          const first = queue.findIndex((who) => old.includes(who));
          if (first < 0 || (step.type === 'capacity' && step.moves)) continue;
          const got = holders(now, place).filter((who) => standingOf(before, who).holds !== place);
          for (const who of got) expect(queue.indexOf(who) >= 0 && queue.indexOf(who) < first).toBe(true);
        }
      }),
    );
  });

  test('following the same wishes again changes nothing', () => {
    property(
      anyCapacity,
      fc.array(anyStep),
      fc.uniqueArray(anyWish, { selector: ({ who }) => who }),
      (capacity, steps, wishes) => {
        const settled = follow(steps.reduce(stepped, emptyLedger(capacity)), wishes);
        expect(follow(settled, wishes)).toBe(settled);
      },
    );
  });

  test('all who ask in one write stand as if they had asked one after another', () => {
    property(
      anyCapacity,
      fc.array(anyStep),
      fc.uniqueArray(anyWish, { selector: ({ who }) => who }),
      (capacity, steps, wishes) => {
        const start = steps.reduce(stepped, emptyLedger(capacity));
        // Who waits may get what they wait for between two requests; in one write they may change their mind before that.
        const isChanging = ({ who, wants }: Wish): boolean =>
          wants !== undefined && ![undefined, wants].includes(standingOf(start, who).waitsFor);
        const some = wishes.filter((one) => !isChanging(one));
        const stance = (of: Ledger) => Object.fromEntries(names.map((name) => [name, stands(of, name)]));
        expect(stance(follow(start, some))).toEqual(stance(oneByOne(start, some)));
      },
    );
  });

  test('only those have news who got or lost a place without asking for it just then', () => {
    property(anyCapacity, fc.array(anyStep), (capacity, steps) =>
      walk(capacity, steps, (before, step, now) => {
        const earlier = new Map(before.entries.map((one) => [one.who, one]));
        for (const one of now.entries) {
          const was = earlier.get(one.who);
          if (one.news === undefined || one === was || (one.news === was?.news && turnOf(one) === turnOf(was)))
            continue;
          expect(isAsking(step, one.who)).toBe(false);
          expect(one.holds?.place === was?.holds?.place).toBe(false);
          expect(one.news).toBe(one.holds ? 'promoted' : 'moved');
        }
      }),
    );
  });

  test('fewer places take theirs from those who came last, and these wait before all others', () => {
    property(anyCapacity, fc.array(anyStep), anyCapacity, (capacity, steps, to) => {
      const before = steps.reduce(stepped, emptyLedger(capacity));
      const now = withCapacity(before, to, true);
      for (const place of PLACES) {
        const moved = now.entries.filter(
          ({ who, news, holds }) => news === 'moved' && !holds && holders(before, place).includes(who),
        );
        const turnHeld = (who: MemberId): number => before.entries.find((one) => one.who === who)?.holds?.turn ?? 0;
        const stayed = holders(before, place).filter((who) => holders(now, place).includes(who));
        for (const { who, waits } of moved) {
          for (const one of stayed) expect(turnHeld(one)).toBeLessThan(turnHeld(who));
          if (waits?.place !== place) continue;
          const behind = waitingFor(now, place).slice(waitingFor(now, place).indexOf(who) + 1);
          for (const one of waitingFor(before, place))
            if (waitingFor(now, place).includes(one)) expect(behind).toContain(one);
        }
      }
    });
  });
});

const isAsking = (step: Step, who: MemberId): boolean =>
  step.type === 'wishes' && step.wishes.some((one) => one.who === who);
