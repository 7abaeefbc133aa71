/** Who is who in the register, however many people it holds. */
import { expect, test } from '@jest/globals';
import type { Member } from '../../bot/core/network.ts';
import { memberId, memberIdOf } from '../../bot/core/network.ts';
import { identitiesOf, organisationOf } from '../../bot/core/register.ts';
import { idOf, mailMember, org, registerOf as registerMadeOf, teamMember } from '../fakes/register-of.ts';

/** Counts how often everyone is looked through. */
class Walked extends Map<string, Member> {
  walks = 0;
  override values() {
    this.walks++;
    return super.values();
  }
}

test('the identities of everyone cost one look through the register, not one for each person', () => {
  const all = Array.from({ length: 300 }, (_, n) =>
    mailMember(`m${n}`, n % 3 === 0 ? {} : { sameAs: memberId.parse(`m${n - (n % 3)}`) }),
  );
  const members = new Walked(all.map((one) => [memberIdOf(one.person), one]));
  for (const one of all) {
    const n = Number(memberIdOf(one.person).slice(1));
    const main = n - (n % 3);
    expect(identitiesOf({ members }, memberIdOf(one.person))).toEqual([`m${main}`, `m${main + 1}`, `m${main + 2}`]);
  }
  expect(members.walks).toBe(1);
});

test('who is not in the register is one identity of their own', () => {
  const members = new Map([['a', mailMember('a')]]);
  expect(identitiesOf({ members }, 'b')).toEqual(['b']);
});

test('an identity whose main one is gone stays together with it', () => {
  const members = new Map([['a', mailMember('a', { sameAs: memberId.parse('gone') })]]);
  expect(identitiesOf({ members }, 'a')).toEqual(['gone', 'a']);
});

test('what the main identity says of whom it represents goes before another identity’s', () => {
  const akaa = org('fi-020');
  const anna = teamMember('anna', { representsNobody: true });
  const letters = mailMember('letters', { sameAs: idOf('anna'), organisation: akaa.id });
  const of = (main: Member) =>
    organisationOf(registerMadeOf({ members: [main, letters], organisations: [akaa] }), 'letters');
  expect(of(anna)).toBeUndefined();
  expect(of(teamMember('anna'))).toEqual(akaa);
});
