/** Tokens of personal links: the same for the same membership, another after a revocation or a new beginning. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, networkId } from '../../bot/core/ids.ts';
import { type Member, mailPerson, memberIdOf, members } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import type { Work } from '../../bot/core/turn.ts';
import { createPersonalLinks } from '../../bot/http/personal-links.ts';
import { openTempStore, type TempStore } from '../fakes/temp-store.ts';

const NETWORK = networkId.parse('network-1');
const person = mailPerson('aino');
const id = memberIdOf(person);
const joined = (at: string, more: Partial<Member> = {}): Member => ({
  ...{ person, name: 'Aino', isGuest: false, joinedAt: toInstant(at) },
  ...more,
});

let temp: TempStore;
beforeAll(async () => {
  temp = await openTempStore();
});
afterAll(() => temp.close());

const keep = (of: Member) => temp.store.upsert(networkScope(NETWORK), members, id, of);

test('a link stays the same until it is revoked, and an earlier one opens nothing then', async () => {
  const links = createPersonalLinks(temp.store, temp.keys);
  await keep(joined('2026-01-01'));
  const first = await links.token(NETWORK, id);
  expect(await links.token(NETWORK, id)).toBe(first);
  expect(await links.open(first)).toMatchObject({ member: id, purpose: 'person' });
  await keep(joined('2026-01-01', { linkRound: 2 }));
  const second = await links.token(NETWORK, id);
  expect(second).not.toBe(first);
  expect([await links.open(first), await links.open(second)]).toEqual([
    undefined,
    expect.objectContaining({ member: id }),
  ]);
});

test('who was erased and comes back gets another link, and the one of before stays dead', async () => {
  const links = createPersonalLinks(temp.store, temp.keys);
  await keep(joined('2026-02-01'));
  const before = await links.token(NETWORK, id);
  await links.personal.erase([id], person, { network: { id: NETWORK } } as Work);
  await temp.store.remove(networkScope(NETWORK), members, id);
  await keep(joined('2026-03-01'));
  const after = await links.token(NETWORK, id);
  expect(after).not.toBe(before);
  expect([await links.open(before), await links.open(after)]).toEqual([
    undefined,
    expect.objectContaining({ member: id }),
  ]);
});

test('the link of a thing is the same each time and another in another round; it is nobody’s', async () => {
  const links = createPersonalLinks(temp.store, temp.keys);
  const event = activityId.parse('e-syksy');
  const first = await links.openToken(NETWORK, 'registration', event, 1);
  expect(await createPersonalLinks(temp.store, temp.keys).openToken(NETWORK, 'registration', event, 1)).toBe(first);
  expect(await links.openToken(NETWORK, 'registration', event, 2)).not.toBe(first);
  expect(await links.open(first)).toEqual({ purpose: 'registration', network: NETWORK, subject: event, round: 1 });
  const held = await links.personal.collect([id], { network: { id: NETWORK } } as Work);
  expect(JSON.stringify(held)).not.toContain('registration');
});
