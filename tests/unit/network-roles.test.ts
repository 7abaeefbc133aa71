/** Who coordinates a network: never nobody who could, whatever people do. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type PersonKey, personOf } from '../../bot/core/ids.ts';
import { isCoordinator, type Network, network } from '../../bot/core/network.ts';
import { NotAllowed, Refusal } from '../../bot/core/refusal.ts';
import {
  claimed,
  isOrphaned,
  withCoordinator,
  withoutCoordinator,
  withoutPerson,
} from '../../bot/features/network/roles.ts';

const person = (n: number): PersonKey => personOf('tenant', `person-${n}`);
const of = (coordinators: readonly number[], more: Partial<Network> = {}): Network =>
  network.parse({
    ...{ id: 'network-1', name: 'Pienet joukot', tenant: 'tenant', team: '19:team', zone: 'Europe/Helsinki' },
    ...{ serviceUrl: 'https://smba.example/', channel: { id: '19:team', name: '' }, language: 'fi', calendar: 'fi' },
    ...{ coordinators: coordinators.map(person), whoMayCreate: 'coordinators', state: 'active' },
    createdAt: '2026-11-01T10:00:00.000Z',
    ...more,
  });
const is = (n: number) => (one: PersonKey) => one === person(n);
const frame = (actor: number, present: readonly number[]) => ({
  actor: person(actor),
  isPresent: (one: PersonKey) => present.some((n) => person(n) === one),
});

test('the last coordinator in the team can’t be removed, also not while one who left is still on the list', () => {
  expect(() => withoutCoordinator(of([0]), is(0), frame(0, [0, 1]))).toThrow(Refusal);
  expect(() => withoutCoordinator(of([0, 1]), is(0), frame(0, [0]))).toThrow(Refusal);
  expect(withoutCoordinator(of([0, 1]), is(1), frame(0, [0])).coordinators).toEqual([person(0)]);
});

test('one removes oneself when another remains', () => {
  expect(withoutCoordinator(of([0, 1]), is(0), frame(0, [0, 1])).coordinators).toEqual([person(1)]);
});

test('who has stopped being a coordinator names and removes nobody', () => {
  expect(() => withoutCoordinator(of([1]), is(1), frame(0, [0, 1]))).toThrow(NotAllowed);
  expect(() => withCoordinator(of([1]), person(2), frame(0, [0, 1]))).toThrow(NotAllowed);
});

describe('an orphaned network', () => {
  test('is claimed by an owner of the team, who alone coordinates it then', () => {
    const now = claimed(of([0, 1]), frame(2, [2, 3]), true);
    expect(now.coordinators).toEqual([person(2)]);
  });

  test('is claimed by who installed the app, when Teams names no owner', () => {
    expect(claimed(of([0], { installer: person(2) }), frame(2, [2]), false).coordinators).toEqual([person(2)]);
    expect(() => claimed(of([0], { installer: person(3) }), frame(2, [2, 3]), false)).toThrow(NotAllowed);
    expect(() => claimed(of([0]), frame(2, [2]), false)).toThrow(NotAllowed);
  });

  test('is none while a coordinator is in the team', () => {
    expect(() => claimed(of([0, 1], { installer: person(2) }), frame(2, [1, 2]), true)).toThrow(Refusal);
  });

  test('keeps its state: one that was never set up is still to be set up by who claimed it', () => {
    expect(claimed(of([], { state: 'setup', installer: person(0) }), frame(2, [2]), true)).toMatchObject({
      state: 'setup',
      coordinators: [person(2)],
    });
  });
});

test('erasure takes a person out, and leaves something to claim where they were the last', () => {
  const anonymous = personOf('erased', '1');
  expect(withoutPerson(of([0, 1], { installer: person(0) }), is(0), anonymous)).toMatchObject({
    coordinators: [person(1)],
    installer: anonymous,
  });
  const left = withoutPerson(of([0]), is(0), anonymous);
  expect(left.coordinators).toEqual([anonymous]);
  expect(withoutPerson(left, is(0), anonymous)).toBe(left);
  expect(withoutPerson(of([], { state: 'setup' }), is(0), anonymous).coordinators).toEqual([]);
});

test('whatever is named, removed, left, rejoined and claimed, no act leaves a network without a coordinator in the team', () => {
  const PEOPLE = 4;
  const who = fc.nat(PEOPLE - 1);
  const act = fc.oneof(
    fc.record({ does: fc.constant('name' as const), by: who, whom: who }),
    fc.record({ does: fc.constant('remove' as const), by: who, whom: who }),
    fc.record({ does: fc.constant('claim' as const), by: who, whom: who, owns: fc.boolean() }),
    fc.record({ does: fc.constant('leave' as const), by: who, whom: who }),
    fc.record({ does: fc.constant('join' as const), by: who, whom: who }),
  );
  let refusals = 0;
  let claims = 0;
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let now = of([0], { installer: person(1) });
      const present = new Set([0, 1, 2, 3]);
      for (const one of acts) {
        if (one.does === 'leave') present.delete(one.by);
        if (one.does === 'join') present.add(one.by);
        if (one.does === 'leave' || one.does === 'join' || !present.has(one.by)) continue; // the gate lets only members in
        const seen = frame(one.by, [...present]);
        const before = now;
        const wasAlone = isOrphaned(before, seen.isPresent);
        const mightAct = isCoordinator(before, person(one.by));
        try {
          if (one.does === 'name' && present.has(one.whom)) now = withCoordinator(now, person(one.whom), seen);
          if (one.does === 'remove') now = withoutCoordinator(now, is(one.whom), seen);
          if (one.does === 'claim') now = claimed(now, seen, one.owns);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refusals += 1;
          expect(now).toBe(before);
        }
        if (now !== before && one.does === 'claim') {
          claims += 1;
          expect(wasAlone && (one.owns || one.by === 1)).toBe(true);
          expect(now.coordinators).toEqual([person(one.by)]);
        }
        if (now !== before && one.does !== 'claim') expect(mightAct).toBe(true);
        if (now !== before || !wasAlone) expect(isOrphaned(now, seen.isPresent)).toBe(false);
        expect(new Set(now.coordinators).size).toBe(now.coordinators.length);
      }
    }),
    { numRuns: 500, seed: 20261122 },
  );
  expect(refusals).toBeGreaterThan(100);
  expect(claims).toBeGreaterThan(10);
});
