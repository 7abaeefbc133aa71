/** Who is who in the register, however many people it holds, and how seldom it is read. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SECOND } from '../../bot/core/clock.ts';
import type { Member } from '../../bot/core/network.ts';
import { memberId, memberIdOf } from '../../bot/core/network.ts';
import type { Store } from '../../bot/core/ports.ts';
import {
  changeGroup,
  changeMember,
  changeOrganisation,
  changeRules,
  identitiesOf,
  organisationOf,
  registerNow,
  registerOf,
} from '../../bot/core/register.ts';
import { idOf, mailMember, org, registerOf as registerMadeOf, teamMember } from '../fakes/register-of.ts';
import { openRegisterWorld, type RegisterWorld } from '../fakes/register-world.ts';

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

describe('what is kept of the register', () => {
  let world: RegisterWorld;
  let reads = 0;
  /** Waits before a request is answered; by default it does not. */
  let answering: (method: string, args: readonly unknown[]) => Promise<void> | undefined;
  beforeEach(async () => {
    world = await openRegisterWorld();
    await world.put({ members: [mailMember('bea')], organisations: [org('fi-020')] });
    reads = 0;
    answering = () => undefined;
  });
  afterEach(() => world.close());

  const watched = (store: Store): Store =>
    new Proxy(store, {
      get(of, name) {
        const method = of[name as keyof Store] as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          if (name === 'list' && (args[1] as { name: string }).name === 'member') reads++;
          const answer = await method.apply(of, args);
          await answering(String(name), args);
          return answer;
        };
      },
    });
  const named = (title: string) => (now: Member | undefined) => now && { ...now, title };

  test('is read once in ten seconds however much is changed, and every change is in it at once', async () => {
    const work = world.workOn(watched(world.store));
    await registerOf(work);
    for (let n = 0; n < 20; n++) {
      await changeMember(work, idOf('bea'), named(`Suunnittelija ${n}`));
      expect((await registerOf(work)).members.get('bea')?.title).toBe(`Suunnittelija ${n}`);
    }
    await changeMember(work, idOf('ada'), () => mailMember('ada'));
    await changeOrganisation(work, 'fi-020', (now) => now && { ...now, membership: 'left' });
    await changeGroup(work, 'g-1', () => ({
      id: 'g-1',
      names: { fi: 'Ohjausryhmä' },
      seats: [],
      createdAt: world.clock.now(),
    }));
    await changeRules(work, (now) => ({ ...now, confirms: true }));
    const kept = await registerOf(work);
    expect(reads).toBe(1);
    const stored = await registerNow(work);
    expect(kept).toEqual(stored);
    expect([...kept.members.keys()]).toEqual([...stored.members.keys()]);
    world.clock.jump(10 * SECOND);
    await registerOf(work);
    expect(reads).toBe(3);
  });

  test('has what was changed while it was read, without another reading', async () => {
    const work = world.workOn(watched(world.store));
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    answering = (method) => (method === 'list' ? held : undefined);
    const before = registerOf(work);
    await changeMember(work, idOf('bea'), named('Johtaja'));
    const after = registerOf(work);
    release();
    expect((await after).members.get('bea')?.title).toBe('Johtaja');
    await before;
    expect((await registerOf(work)).members.get('bea')?.title).toBe('Johtaja');
    expect(reads).toBe(1);
  });

  test('is the later of two changes of the same person when the earlier one’s answer comes last', async () => {
    const work = world.workOn(watched(world.store));
    await registerOf(work);
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: written, resolve: isWritten } = Promise.withResolvers<void>();
    answering = (method, args) => {
      if (method !== 'replace' || !JSON.stringify(args).includes('Aiempi')) return undefined;
      isWritten();
      return held;
    };
    const earlier = changeMember(work, idOf('bea'), named('Aiempi'));
    await written;
    await changeMember(work, idOf('bea'), named('Myöhempi'));
    release();
    await earlier;
    expect((await registerOf(work)).members.get('bea')?.title).toBe('Myöhempi');
  });
});
