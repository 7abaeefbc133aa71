/** Merging, splitting and taking that back: who is credited, what stays readable, and that support is counted once and never lost. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Instant, plus, toInstant } from '../../bot/core/clock.ts';
import { type ActivityId, activityId, personOf, postId } from '../../bot/core/ids.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import {
  type Collection,
  EMPTY_COLLECTION,
  makeCollection,
  readCollection,
} from '../../bot/features/ideas/collection.ts';
import {
  authorsOf,
  EMPTY_IDEA,
  type Idea,
  isCurrent,
  makeIdea,
  readIdea,
  readMade,
} from '../../bot/features/ideas/idea.ts';
import {
  type IdeaAct,
  merge,
  type Said,
  settled,
  split,
  supportersOf,
  supportersOfAll,
  undo,
} from '../../bot/features/ideas/lineage.ts';

const NOW = toInstant('2026-11-28T08:00:00Z');
const person = (n: number) => personOf('tenant', `person-${n}`);
const coordinator = person(0);
const call: Collection = makeCollection(
  readCollection(
    { ...EMPTY_COLLECTION, title: 'Nuorten raha', mostCost: '10000' },
    { now: NOW, zone: 'Europe/Helsinki', isGroup: () => false },
  ),
  { id: activityId.parse('k1'), post: postId.parse('k1-card'), by: coordinator, now: NOW },
);
const idea = (n: number, by = person(n), title = `Idea ${n}`): Idea =>
  makeIdea(readIdea({ ...EMPTY_IDEA, title, cost: '1000' }, call), call, {
    id: activityId.parse(`i${n}`),
    by,
    now: NOW,
  });
const wording = (title: string) => readMade({ title, text: 'Yhdessä', cost: '' }, call);
const frame = (id: string, now: Instant = NOW) => ({ id: activityId.parse(id), by: coordinator, now });

/** Ideas and acts, brought in line with each other as the server does. */
interface World {
  readonly ideas: Map<ActivityId, Idea>;
  readonly acts: Map<ActivityId, IdeaAct>;
}

const worldOf = (...of: readonly Idea[]): World => ({
  ideas: new Map(of.map((one) => [one.id, one])),
  acts: new Map(),
});

function settle({ ideas, acts }: World, act: IdeaAct): void {
  acts.set(act.id, act);
  for (const id of [...act.from, ...act.made]) {
    const of = ideas.get(id);
    const next = of && settled(of, act);
    if (!next) throw new Error(`${id} is not free for ${act.id}`);
    ideas.set(id, next);
  }
}

function carryOut(world: World, { act, made }: ReturnType<typeof merge>): void {
  for (const one of made) world.ideas.set(one.id, one);
  settle(world, act);
}

const madeBy = ({ ideas }: World, act: IdeaAct): Idea[] => act.made.flatMap((id) => ideas.get(id) ?? []);
const currentIn = ({ ideas }: World): Idea[] => [...ideas.values()].filter(isCurrent);
const takeBack = (world: World, act: IdeaAct): void =>
  settle(world, undo(act, madeBy(world, act), { by: coordinator, now: NOW }));

const said = (of: Pick<Idea, 'id'>, who: string, isFor = true, at: Instant = NOW): Said => ({
  ...{ idea: of.id, person: who, isFor, at },
});
const peopleFor = (world: World, of: Pick<Idea, 'id'>, all: readonly Said[]): string[] =>
  [...(supportersOf(world.ideas.values(), all).get(of.id) ?? [])].sort();

describe('merging', () => {
  test('makes one idea, credits everyone once, and leaves what was merged readable', () => {
    const [a, b, c] = [idea(1), idea(2), idea(3, person(1))];
    const world = worldOf(a, b, c);
    const { act, made } = merge([a, b, c], wording('Yhteinen'), frame('a1'));
    carryOut(world, { act, made });
    const [one] = madeBy(world, act);
    expect(one && authorsOf(one)).toEqual([person(1), person(2)]);
    expect(one?.from).toEqual([a.id, b.id, c.id]);
    expect(currentIn(world).map(({ title }) => title)).toEqual(['Yhteinen']);
    const merged = world.ideas.get(a.id);
    expect(merged).toMatchObject({ title: 'Idea 1', state: 'merged', into: [one?.id] });
    expect(merged?.steps.at(-1)).toMatchObject({ what: 'merged', because: act.id });
  });

  test('an idea that is settled again stays as it is', () => {
    const [a, b] = [idea(1), idea(2)];
    const world = worldOf(a, b);
    const planned = merge([a, b], wording('Yhteinen'), frame('a1'));
    carryOut(world, planned);
    const before = structuredClone([...world.ideas.values()]);
    settle(world, planned.act);
    expect([...world.ideas.values()]).toEqual(before);
  });

  test('what was made is not come across until its act holds', () => {
    const { made } = merge([idea(1), idea(2)], wording('Yhteinen'), frame('a1'));
    expect(made.filter(isCurrent)).toEqual([]);
  });

  test('of two acts on one idea the later finds it gone', () => {
    const [a, b, c] = [idea(1), idea(2), idea(3)];
    const world = worldOf(a, b, c);
    const other = merge([a, c], wording('Toinen'), frame('a2'));
    carryOut(world, merge([a, b], wording('Yhteinen'), frame('a1')));
    const now = world.ideas.get(a.id);
    expect(now && settled(now, other.act)).toBeUndefined();
  });

  test.each<[string, () => unknown]>([
    ['one idea alone', () => merge([idea(1)], wording('Yksin'), frame('a1'))],
    ['one idea named twice', () => merge([idea(1), idea(1)], wording('Yksin'), frame('a1'))],
    [
      'what lives on in another',
      () => merge([{ ...idea(1), into: [activityId.parse('i9')] }, idea(2)], wording('Y'), frame('a1')),
    ],
    ['what is decided', () => merge([{ ...idea(1), state: 'decided' }, idea(2)], wording('Y'), frame('a1'))],
    [
      'ideas of two calls',
      () => merge([idea(1), { ...idea(2), collection: activityId.parse('k2') }], wording('Y'), frame('a1')),
    ],
    ['a split into one', () => split(idea(1), [wording('Y')], frame('a1'))],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(Refusal);
  });
});

describe('taking back', () => {
  test('brings back what was merged, and tells its authors by a step', () => {
    const [a, b] = [idea(1), idea(2)];
    const world = worldOf(a, b);
    const { act, made } = merge([a, b], wording('Yhteinen'), frame('a1'));
    carryOut(world, { act, made });
    takeBack(world, act);
    expect(currentIn(world).map(({ id }) => id)).toEqual([a.id, b.id]);
    expect(world.ideas.get(a.id)).toMatchObject({ state: 'proposed', into: [] });
    expect(world.ideas.get(a.id)?.steps.map(({ what }) => what)).toEqual(['proposed', 'merged', 'back']);
  });

  test('waits for what came later, and for nothing that is voted on', () => {
    const [a, b, c] = [idea(1), idea(2), idea(3)];
    const world = worldOf(a, b, c);
    const first = merge([a, b], wording('Yhteinen'), frame('a1'));
    carryOut(world, first);
    const [one] = madeBy(world, first.act) as [Idea];
    carryOut(world, merge([one, c], wording('Kaikki'), frame('a2')));
    expect(() => takeBack(world, first.act)).toThrow(Refusal);
    expect(() => undo(first.act, [{ ...one, state: 'voted' }], { by: coordinator, now: NOW })).toThrow(Refusal);
  });
});

describe('support', () => {
  test('goes along into the merged idea, each person once', () => {
    const [a, b] = [idea(1), idea(2)];
    const world = worldOf(a, b);
    const all = [said(a, 'x'), said(b, 'x'), said(b, 'y')];
    const { act, made } = merge([a, b], wording('Yhteinen'), frame('a1'));
    carryOut(world, { act, made });
    expect(peopleFor(world, madeBy(world, act)[0] as Idea, all)).toEqual(['x', 'y']);
  });

  test('that was given to the merged idea goes back to all that it was made of', () => {
    const [a, b] = [idea(1), idea(2)];
    const world = worldOf(a, b);
    const planned = merge([a, b], wording('Yhteinen'), frame('a1'));
    carryOut(world, planned);
    const all = [said(a, 'x'), said(madeBy(world, planned.act)[0] as Idea, 'z', true, plus(NOW, 1))];
    takeBack(world, planned.act);
    expect(peopleFor(world, a, all)).toEqual(['x', 'z']);
    expect(peopleFor(world, b, all)).toEqual(['z']);
  });

  test('taken back of the merged idea is taken back of what it was made of', () => {
    const [a, b] = [idea(1), idea(2)];
    const world = worldOf(a, b);
    const planned = merge([a, b], wording('Yhteinen'), frame('a1'));
    carryOut(world, planned);
    const all = [said(a, 'x'), said(madeBy(world, planned.act)[0] as Idea, 'x', false, plus(NOW, 1))];
    expect(supportersOfAll(currentIn(world), supportersOf(world.ideas.values(), all)).size).toBe(0);
    takeBack(world, planned.act);
    expect(peopleFor(world, a, all)).toEqual([]);
  });

  test('taken back of one part stays with the other, and with the whole again', () => {
    const a = idea(1);
    const world = worldOf(a);
    const planned = split(a, [wording('Osa 1'), wording('Osa 2')], frame('a1'));
    carryOut(world, planned);
    const [first, second] = madeBy(world, planned.act) as [Idea, Idea];
    const all = [said(a, 'x'), said(first, 'x', false, plus(NOW, 1))];
    expect([peopleFor(world, first, all), peopleFor(world, second, all)]).toEqual([[], ['x']]);
    takeBack(world, planned.act);
    expect(peopleFor(world, a, all)).toEqual(['x']);
    expect(peopleFor(world, a, [...all, said(second, 'x', false, plus(NOW, 2))])).toEqual([]);
  });
});

describe('through any merges, splits and undone ones', () => {
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ type: fc.constant('say' as const), at: fc.nat(), who: fc.nat(7), isFor: fc.boolean() }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant('merge' as const), at: fc.nat(), and: fc.nat(), third: fc.nat() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('split' as const),
        at: fc.nat(),
        parts: fc.integer({ min: 2, max: 4 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const), at: fc.nat() }) },
  );
  /** Identities 4 to 7 belong to the people of 0 to 3. */
  const personBehind = (identity: number): string => `p${identity % 4}`;

  test('support is never counted twice, and nobody is lost who has not taken it back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const world = worldOf(...[1, 2, 3, 4, 5].map((n) => idea(n)));
        /** One document for each idea and identity, as stored: the latest word counts. */
        const stored = new Map<string, Said>();
        const all = (): Said[] => [...stored.values()];
        const counted = () => supportersOf(world.ideas.values(), all());
        const total = () => new Set(currentIn(world).flatMap(({ id }) => [...(counted().get(id) ?? [])]));
        const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
        for (const [n, one] of steps.entries()) {
          const at = plus(NOW, n + 1);
          const current = currentIn(world);
          const before = counted();
          const everyone = total();
          if (one.type === 'say') {
            const of = pick(current, one.at);
            const who = personBehind(one.who);
            stored.set(`${of.id}|${one.who}`, said(of, who, one.isFor, at));
            expect(counted().get(of.id)?.has(who)).toBe(one.isFor);
            const others = (people: ReadonlySet<string>) => [...people].filter((other) => other !== who).sort();
            expect(others(total())).toEqual(others(everyone)); // nobody's support hangs on another's word
            for (const { id } of current)
              if (id !== of.id)
                expect([...(counted().get(id) ?? [])].sort()).toEqual([...(before.get(id) ?? [])].sort());
            continue;
          }
          if (one.type === 'merge') {
            const from = [...new Set([one.at, one.and, one.third].map((index) => pick(current, index)))];
            if (from.length < 2) continue;
            const planned = merge(from, wording(`Yhdistetty ${n}`), frame(`a${n}`, at));
            carryOut(world, planned);
            const union = new Set(from.flatMap(({ id }) => [...(before.get(id) ?? [])]));
            expect(counted().get(planned.act.made[0] as ActivityId)).toEqual(union);
          } else if (one.type === 'split') {
            const of = pick(current, one.at);
            const parts = Array.from({ length: one.parts }, (_, part) => wording(`Osa ${n}.${part}`));
            const planned = split(of, parts, frame(`a${n}`, at));
            carryOut(world, planned);
            for (const id of planned.act.made) expect(counted().get(id)).toEqual(before.get(of.id));
          } else {
            const open = [...world.acts.values()].filter(
              (act) => !act.undone && madeBy(world, act).every(({ into }) => into.length === 0),
            );
            if (open.length === 0) continue;
            takeBack(world, pick(open, one.at));
          }
          // No act of the desk gives or takes anyone's support: only they do.
          expect([...total()].sort()).toEqual([...everyone].sort());
          expect(supportersOfAll(world.ideas.values(), counted())).toEqual(total());
        }
        for (const people of counted().values()) expect(people.size).toBeLessThanOrEqual(4);
      }),
      { numRuns: 1000 },
    );
  });
});
