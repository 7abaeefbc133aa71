/** Erasure and retention over the real stores of every part: repeated after any crash, nothing of the person is left and totals stay. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { audit, auditMonths, auditOf, auditPersonal } from '../../bot/core/audit.ts';
import { DAY, plus } from '../../bot/core/clock.ts';
import { postId } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { namesAny, withoutThem } from '../../bot/core/naming.ts';
import { type Member, memberId, memberIdOf, members, networks } from '../../bot/core/network.ts';
import type { Services } from '../../bot/core/ports.ts';
import { changeMember } from '../../bot/core/register.ts';
import { RETENTION, type RetentionRow } from '../../bot/core/retention.ts';
import { networkScope } from '../../bot/core/scope.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { erasures } from '../../bot/features/privacy/erasure.ts';
import { marksOf, mentionIn } from '../../bot/features/privacy/mentions.ts';
import { collectOwn, erase, eraseMember, eraseMyself, keepRetention } from '../../bot/features/privacy/operations.ts';
import { acts, retention } from '../../bot/features/privacy/text.ts';
import { features } from '../../bot/features.ts';
import { jobsPersonal, postsPersonal } from '../../bot/jobs/personal.ts';
import { readModules, withoutComments } from '../architecture/modules.ts';
import { OTHER_NETWORK, openPollWorld, type PollWorld, person } from '../fakes/poll-world.ts';

describe('ids in keys', () => {
  const ids = [memberId.parse('person-1'), memberId.parse('0a-1')];
  test('are found as whole words only', () => {
    const isNamed = namesAny(ids);
    expect(['poll-9|person-1', 'lost-2026-PERSON-1', 'a|0a-1|b', 'person-1'].map(isNamed)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['person-10', 'xperson-1', 'poll-0a', ''].map(isNamed)).toEqual([false, false, false, false]);
  });
  test('give their place to someone else', () => {
    expect(withoutThem('poll-9|person-1|person-10', ids, person(7))).toBe('poll-9|person-7|person-10');
  });
});

describe('mentions in free text', () => {
  const marks = marksOf([
    { name: 'Maija Meikäläinen', email: 'maija@akaa.invalid', phone: '+358 40 123 4567' },
    { name: 'Ek, Bo' },
  ]);
  test.each([
    'Kysy Meikäläiseltä ensin.',
    'kirjoita MAIJA@AKAA.invalid',
    'puh. 040-1234567 arkisin',
    'puh. +358401234567',
    'sama mies: Ek, Bo',
  ])('“%s” names them', (text) => {
    expect(mentionIn(text, marks)).toBeDefined();
  });
  test.each(['Kysy Virtaselta.', 'Ekonomi laskee.', 'puh. 040-7654321', 'epämeikäläinen tapa', ''])(
    '“%s” does not',
    (text) => {
      expect(mentionIn(text, marks)).toBeUndefined();
    },
  );
  test('the words around are shown, and no text makes it fail', () => {
    const excerpt = mentionIn(`${'a '.repeat(100)}Meikäläisen idea${' b'.repeat(100)}`, marks);
    expect(excerpt).toMatch(/^….*Meikäläisen idea.*…$/);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, name) => {
        mentionIn(text, marksOf([{ name }]));
      }),
    );
  });
});

test('every kind of data that has a time to live has its row in the notice', () => {
  expect(Object.keys(retention).sort()).toEqual((Object.keys(RETENTION) as RetentionRow[]).sort());
});

/** What stands between the parentheses of every call of a function, argument by argument. */
function callsOf(name: string, code: string): { readonly at: number; readonly args: readonly string[] }[] {
  return [...code.matchAll(new RegExp(`(?<!function )\\b${name}\\(`, 'g'))].map(({ index, 0: head }) => {
    const args = [''];
    let depth = 1;
    for (let at = index + head.length; depth > 0 && at < code.length; at++) {
      const mark = code[at] ?? '';
      if ('([{'.includes(mark)) depth++;
      if (')]}'.includes(mark)) depth--;
      if (mark === ',' && depth === 1) args.push('');
      else if (depth > 0) args[args.length - 1] += mark;
    }
    return { at: index, args };
  });
}
const literalsIn = (code: string): string[] =>
  [...code.matchAll(/'([a-z]+\.[\w-]+)'/gi)].flatMap(([, one]) => one ?? []);

/** Acts of a module; of a function that is given the act, those of its calls. */
function actsIn(code: string): string[] {
  return callsOf('audit', code).flatMap(({ at, args: [, act = ''] }) => {
    const own = literalsIn(act);
    const around = [...code.slice(0, at).matchAll(/function (\w+)\(/g)].at(-1)?.[1] ?? '';
    return own.length > 0 ? own : callsOf(around, code).flatMap(({ args }) => literalsIn(args.join(',')));
  });
}

test('every act that the app writes into the audit trail has its words, and there are no others', () => {
  const written = readModules()
    .filter(({ path }) => path.startsWith('bot/') && path !== 'bot/core/audit.ts')
    .flatMap(({ source }) => actsIn(withoutComments(source)));
  // Say it in `acts` of bot/features/privacy/text.ts.
  expect([...new Set(written)].sort()).toEqual(Object.keys(acts).sort());
});

describe('erasure', () => {
  let world: PollWorld;
  beforeEach(async () => {
    world = await openPollWorld();
  });
  afterEach(() => world.close());

  const parts = (): Services['personal'] => [
    ...features.flatMap((one) => one.personal ?? []),
    postsPersonal,
    jobsPersonal(1),
    auditPersonal,
  ];
  /** As the app is tied together: every part's own Personal. */
  async function visitOf(n: number): Promise<Visit> {
    const visit = await world.visit(n);
    const jobs = { schedule: async () => {} };
    return { ...visit, services: Object.assign(Object.create(visit.services), { personal: parts(), jobs }) };
  }
  const memberOf = async (n: number): Promise<Member | undefined> =>
    (await world.temp.store.get(world.scope, members, memberIdOf(person(n))))?.value;
  /** Every byte of the store, read by another process: reading the file in this one would take the store's lock from it. */
  const bytes = (): string => {
    const folder = join(world.temp.folder, 'store');
    const files = readdirSync(folder).map((name) => join(folder, name));
    return execFileSync('cat', files, { maxBuffer: 2 ** 30 }).toString('latin1');
  };

  test('the person is out before the first thing is removed, and gone at the end', async () => {
    const visit = await visitOf(0);
    const { id } = await eraseMember(visit, memberIdOf(person(3)), 'POISTA ');
    expect(await memberOf(3)).toMatchObject({ isErased: true, leftAt: expect.any(String) });
    await erase(visit, id);
    expect(await memberOf(3)).toBeUndefined();
    const kept = await world.temp.store.get(world.scope, erasures, id);
    expect(kept?.value).toEqual({
      ...{ id, by: 'coordinator', isInTeam: true },
      requestedAt: expect.any(String),
      doneAt: expect.any(String),
    });
  });

  test('a wrong word, a coordinator, oneself and somebody unknown are refused, and nothing changes', async () => {
    const visit = await visitOf(0);
    await world.temp.store.upsert(world.scope, networks, world.scope.network, {
      ...visit.network,
      coordinators: [person(0), person(1)],
    });
    const ask = (n: number, word: string) => eraseMember(visit, memberIdOf(person(n)), word);
    await expect(ask(3, 'poistan')).rejects.toMatchObject({ problems: [{ field: 'confirmation' }] });
    await expect(ask(1, 'erase')).rejects.toThrow(/coordinator/);
    await expect(ask(0, 'erase')).rejects.toThrow(/My details/);
    await expect(ask(99, 'erase')).rejects.toThrow(/no such member/);
    await expect(eraseMember(await visitOf(3), memberIdOf(person(4)), 'erase')).rejects.toThrow(/coordinator/);
    expect(await listAll(world.temp.store, world.scope, erasures)).toEqual([]);
    expect(await memberOf(3)).not.toHaveProperty('leftAt');
  });

  test('the only coordinator hands over first; one of two goes and is no coordinator any more', async () => {
    const visit = await visitOf(0);
    await expect(eraseMyself(visit, 'poista')).rejects.toThrow(/only coordinator/);
    await world.temp.store.upsert(world.scope, networks, world.scope.network, {
      ...visit.network,
      coordinators: [person(0), person(1)],
    });
    await eraseMyself(visit, 'radera');
    const of = await world.temp.store.get(world.scope, networks, world.scope.network);
    expect(of?.value.coordinators).toEqual([person(1)]);
  });

  test('a coordinator who has left does not count as one who remains', async () => {
    const visit = await visitOf(0);
    await changeMember(visit, memberIdOf(person(1)), (now) => now && { ...now, leftAt: world.clock.now() });
    await world.temp.store.upsert(world.scope, networks, world.scope.network, {
      ...visit.network,
      coordinators: [person(0), person(1)],
    });
    await expect(eraseMyself(visit, 'poista')).rejects.toThrow(/only coordinator/);
  });

  test('asked twice it is one erasure, and all identities of a person go together', async () => {
    const visit = await visitOf(0);
    await changeMember(visit, memberIdOf(person(4)), (now) => now && { ...now, sameAs: memberIdOf(person(3)) });
    const first = await eraseMember(visit, memberIdOf(person(4)), 'erase');
    const again = await eraseMember(visit, memberIdOf(person(3)), 'erase');
    expect(again.id).toBe(first.id);
    await erase(visit, first.id);
    expect([await memberOf(3), await memberOf(4)]).toEqual([undefined, undefined]);
  });

  test('the roster does not bring back who is being erased', async () => {
    const visit = await visitOf(0);
    await eraseMember(visit, memberIdOf(person(3)), 'erase');
    const roster = features.flatMap(({ jobs }) => jobs).find((one) => one.kind === 'network.roster');
    await roster?.run({ key: 'daily', due: world.clock.now() }, visit);
    expect(await memberOf(3)).toMatchObject({ isErased: true, leftAt: expect.any(String) });
  });

  async function leaveTraces(): Promise<Visit> {
    const poll = await world.ask({ secrecy: 'named' });
    await world.vote(3, poll, 'o1');
    await world.vote(1, poll, 'o1');
    await audit(await world.visit(3), 'polls.close', poll.id);
    await audit(await world.visit(0), 'network.nameCoordinator', memberIdOf(person(3)));
    await world.services.posts.publish({
      id: postId.parse(`lost-2026-03-02-${memberIdOf(person(3))}`),
      network: world.scope.network,
      drawing: 'polls.poll',
      subject: poll.id,
      to: { person: person(3) },
    });
    await world.clock.rest();
    return visitOf(0);
  }

  test('wherever a crash cuts it off, it goes on and leaves nothing of the person, and the totals stay', async () => {
    const visit = await leaveTraces();
    // Erasure is of one network; here they are in no other.
    await world.temp.store.remove(networkScope(OTHER_NETWORK), members, memberIdOf(person(3)));
    expect(bytes()).toContain('person-3');
    const { id } = await eraseMember(visit, memberIdOf(person(3)), 'erase');
    let crashes = 0;
    for (let at = 1, isDone = false; !isDone; at++) {
      let seen = 0;
      const counted = world.store.fails;
      // Each attempt gets one write further than the one before.
      world.store.fails = (method) => method !== 'get' && method !== 'list' && ++seen > at;
      isDone = await erase(visit, id).then(
        () => true,
        () => false,
      );
      world.store.fails = counted;
      if (!isDone) crashes++;
    }
    expect(crashes).toBeGreaterThan(4);
    expect(bytes().match(/.{0,200}person-3(?!\d).{0,100}/)?.[0]).toBeUndefined();
    expect(bytes()).toContain('person-1');
    const lines = await Promise.all(auditMonths(visit).map((month) => auditOf(visit, month)));
    expect(lines.flat().map(({ value }) => value.act)).toEqual(
      expect.arrayContaining(['polls.close', 'network.nameCoordinator', 'privacy.erase']),
    );
  });

  test('one sees what is stored on oneself and nothing of anyone else', async () => {
    await leaveTraces();
    const own = JSON.stringify(await collectOwn(await visitOf(3)));
    expect(own).toContain('Jäsen 3');
    expect(own).toContain('Koulukuljetukset');
    for (const other of [0, 1, 2, 4, 5]) expect(own).not.toMatch(new RegExp(`person-${other}|Jäsen ${other}`));
  });

  describe('the daily round', () => {
    const running = async (): Promise<string[]> =>
      (await listAll(world.temp.store, world.scope, erasures)).flatMap(({ value }) => value.running?.ids ?? []);

    test('erases who left two years ago, declined an invitation or never answered it, and nobody a day earlier', async () => {
      const visit = await visitOf(0);
      const now = world.clock.now();
      const set = (n: number, to: Partial<Member>) =>
        changeMember(visit, memberIdOf(person(n)), (of) => of && { ...of, ...to });
      const ago = (days: number) => plus(now, -days * DAY);
      await set(1, { leftAt: ago(RETENTION.leftPeople + 1) });
      await set(2, { leftAt: ago(RETENTION.leftPeople - 1) });
      await set(3, { isInvited: true, emailSource: { from: 'recommendation', at: ago(RETENTION.invitations + 1) } });
      await set(4, { isInvited: true, emailSource: { from: 'recommendation', at: ago(RETENTION.invitations - 1) } });
      await set(5, { isInvited: true, leftAt: now });
      await keepRetention(visit);
      expect((await running()).sort()).toEqual([1, 3, 5].map((n) => memberIdOf(person(n))));
    });

    test('erases an outsider whom no feature needs any more, and not on the day they came', async () => {
      const visit = await visitOf(0);
      const set = (n: number, days: number, more: Partial<Member> = {}) =>
        changeMember(visit, memberIdOf(person(n)), (of) => {
          const emailSource = { from: 'registration' as const, at: plus(world.clock.now(), -days * DAY) };
          return of && { ...of, isOutsider: true, emailSource, ...more };
        });
      await set(1, RETENTION.outsiders + 1);
      await set(2, RETENTION.outsiders + 1);
      await set(3, 0);
      await set(4, RETENTION.invitations - 1, { isInvited: true });
      const needsOutsider = async (id: string) => id === memberIdOf(person(2));
      const services: Services = Object.assign(Object.create(visit.services), { needsOutsider });
      await keepRetention({ ...visit, services });
      expect(await running()).toEqual([memberIdOf(person(1))]);
    });

    test('takes up what was cut off, and forgets erasures and audit entries over their time', async () => {
      const visit = await visitOf(0);
      const scheduled: string[] = [];
      const jobs = {
        schedule: async ({ kind, key }: { kind: string; key: string }) => void scheduled.push(`${kind} ${key}`),
      };
      const { id } = await eraseMember(visit, memberIdOf(person(3)), 'erase');
      const done = await eraseMember(visit, memberIdOf(person(4)), 'erase');
      await erase(visit, done.id);
      const services: Services = Object.assign(Object.create(visit.services), { jobs });
      await keepRetention({ ...visit, services });
      expect(scheduled).toEqual(expect.arrayContaining([`privacy.erase ${id}`, 'privacy.retention daily']));
      expect(scheduled).not.toContain(`privacy.erase ${done.id}`);
      await world.passTo(plus(world.clock.now(), (RETENTION.audit + 1) * DAY));
      await keepRetention({ ...visit, services });
      const kept = (await listAll(world.temp.store, world.scope, erasures)).map((one) => one.id);
      expect(kept).not.toContain(done.id);
      expect((await Promise.all(auditMonths(visit).map((month) => auditOf(visit, month)))).flat()).toEqual([]);
    });

    test('one part that fails keeps no other from its work, and the round is tried again', async () => {
      const visit = await visitOf(0);
      let ran = 0;
      const broken = {
        collect: async () => ({}),
        erase: async () => {},
        expire: async () => Promise.reject(new Error('out')),
      };
      const whole = { collect: async () => ({}), erase: async () => {}, expire: async () => void ran++ };
      const services: Services = Object.assign(Object.create(visit.services), { personal: [broken, whole] });
      await expect(keepRetention({ ...visit, services })).rejects.toThrow(AggregateError);
      expect(ran).toBe(1);
    });
  });
});
