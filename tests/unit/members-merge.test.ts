/** One human being under several identities, and municipalities that merge: whatever is done and undone, nobody is lost or counted twice. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toInstant } from '../../bot/core/clock.ts';
import { type MemberId, memberIdOf } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { currentPeople, mainOf, presentOrganisation, type Register } from '../../bot/core/register.ts';
import { isLooped, likelyDoubles, ownPerson, sameAs } from '../../bot/features/members/merge.ts';
import { goesInCircles, mergedInto, unmerged } from '../../bot/features/members/organisations.ts';
import { idOf, mailMember, org, registerOf, teamMember } from '../fakes/register-of.ts';

const DATE = '2026-11-22';
const SIZE = 7;
const step = fc.record({
  type: fc.constantFrom('merge', 'unmerge'),
  from: fc.nat({ max: SIZE - 1 }),
  into: fc.nat({ max: SIZE - 1 }),
});

/** Does what the rules let through; a refusal leaves everything as it is. */
function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}

test('after any history of merging and undoing, every identity belongs to one person and no chain loops', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (history) => {
      const members = new Map(Array.from({ length: SIZE }, (_, n) => [`m${n}`, teamMember(`m${n}`)]));
      const register: Register = { ...registerOf({}), members };
      // the plain model: which identities are glued to which
      const links = new Map<string, string>();
      for (const { type, from, into } of history) {
        const id = `m${from}`;
        const of = members.get(id);
        if (!of) throw new Error('an identity was lost');
        const before = mainOf(register, `m${into}`);
        const isDone = attempt(() =>
          members.set(id, type === 'merge' ? sameAs(register, of, idOf(`m${into}`)) : ownPerson(of)),
        );
        if (!isDone) continue;
        if (type === 'unmerge') links.delete(id);
        else if (before !== id) links.set(id, links.get(id) ?? before);
      }
      const root = (id: string): string => {
        const next = links.get(id);
        return next === undefined ? id : root(next);
      };
      for (const id of members.keys()) {
        expect(isLooped(register, idOf(id))).toBe(false);
        expect(mainOf(register, id)).toBe(root(id));
      }
      expect(currentPeople(register)).toHaveLength(new Set([...members.keys()].map(root)).size);
    }),
  );
});

test('after any history of mergers, every organisation leads to one that stands', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (history) => {
      const organisations = new Map(Array.from({ length: SIZE }, (_, n) => [`o-${n}`, org(`o-${n}`)]));
      const register: Register = { ...registerOf({}), organisations };
      for (const { type, from, into } of history) {
        const of = organisations.get(`o-${from}`);
        if (!of) throw new Error('an organisation was lost');
        attempt(() =>
          organisations.set(of.id, type === 'merge' ? mergedInto(register, of, org(`o-${into}`).id) : unmerged(of)),
        );
      }
      for (const { id } of organisations.values()) {
        expect(goesInCircles(register, id)).toBe(false);
        expect(presentOrganisation(register, id)?.mergedInto).toBeUndefined();
      }
    }),
  );
});

test('two merges that cross are seen as a loop', () => {
  const crossed = registerOf({
    members: [teamMember('a', { sameAs: idOf('b') }), teamMember('b', { sameAs: idOf('a') }), teamMember('c')],
  });
  expect(['a', 'b', 'c'].map((id) => isLooped(crossed, idOf(id)))).toEqual([true, true, false]);
});

test('who is merged with one person can’t be merged with another, and not with themselves', () => {
  const register = registerOf({ members: [teamMember('a'), mailMember('b', { sameAs: idOf('a') }), teamMember('c')] });
  const merge = (id: string, into: string) => () => {
    const of = register.members.get(id);
    return of && sameAs(register, of, into as MemberId);
  };
  expect(merge('b', 'c')).toThrow(Refusal);
  expect(merge('a', 'b')).toThrow(Refusal);
  expect(merge('a', 'a')).toThrow(Refusal);
  expect(merge('a', 'unknown')).toThrow(Refusal);
  expect(merge('b', 'a')()).toBe(register.members.get('b'));
});

test('likely doubles share an address, or a name and an organisation; the one in the team is kept', () => {
  const kunta = org('fi-598');
  const register = registerOf({
    organisations: [kunta],
    members: [
      mailMember('mail', { name: 'Maija Merilä', email: 'maija@kunta.example', joinedAt: toInstant(0) }),
      teamMember('team', { name: 'Maija Merila', email: 'maija@kunta.example', joinedAt: toInstant(1000) }),
      teamMember('olli', { name: 'Olli Ojala', organisation: kunta.id }),
      mailMember('olli2', { name: 'olli  ojala', organisation: kunta.id }),
      mailMember('olli3', { name: 'Olli Ojala' }),
      mailMember('gone', { email: 'maija@kunta.example', leftAt: toInstant(0) }),
    ],
  });
  const pairs = likelyDoubles(register, DATE).map(({ why, people }) => [why, ...people.map(({ id }) => id)]);
  expect(pairs).toHaveLength(2);
  expect(pairs).toEqual(
    expect.arrayContaining([
      ['sameAddress', 'team', 'mail'],
      ['sameNameAndOrganisation', 'olli', 'olli2'],
    ]),
  );
});

test('merged doubles are suggested no more, and again after undoing', () => {
  const [a, b] = [teamMember('a', { email: 'x@kunta.example' }), mailMember('b', { email: 'x@kunta.example' })];
  const apart = registerOf({ members: [a, b] });
  const merged = sameAs(apart, b, memberIdOf(a.person));
  expect(likelyDoubles(registerOf({ members: [a, merged] }), DATE)).toEqual([]);
  expect(likelyDoubles(registerOf({ members: [a, ownPerson(merged)] }), DATE)).toHaveLength(1);
});
