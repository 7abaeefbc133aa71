/** What the app sends into Teams and reads from it: one request a call, and failures named for what they are. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { card, text as words } from '../../bot/cards/kit.ts';
import { personOf } from '../../bot/core/ids.ts';
import type { Address, Member, Network } from '../../bot/core/network.ts';
import { ChannelFailure } from '../../bot/core/ports.ts';
import { connectTeams, type TeamsConnection } from '../../bot/teams/teams.ts';
import { fakeLog } from '../fakes/fake-log.ts';
import { type Fault, startTeamsCloud, TEAM, TENANT, type TeamsCloud } from '../fakes/teams-cloud.ts';

let cloud: TeamsCloud;
let teams: TeamsConnection;
let there: Address;

beforeEach(async () => {
  cloud = await startTeamsCloud();
  teams = connectTeams({ ...cloud.config, deadline: 300 }, fakeLog());
  there = { serviceUrl: cloud.serviceUrl, conversation: TEAM, tenant: TENANT };
});
afterEach(() => cloud.close());

const poll = { card: card(words('Mikä aihe?')), summary: 'Uusi äänestys' };
const hello = { text: 'Hei *kaikki*' };

async function failing(work: Promise<unknown>): Promise<ChannelFailure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ChannelFailure) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('a message', () => {
  test('is created, updated and removed in its channel', async () => {
    const id = await teams.channel.create(there, poll);
    expect(cloud.messages(TEAM)).toMatchObject([
      { id, activity: { type: 'message', summary: 'Uusi äänestys', attachments: [{ content: poll.card }] } },
    ]);
    await teams.channel.update(there, id, hello);
    expect(cloud.messages(TEAM)).toMatchObject([{ id, activity: { text: 'Hei *kaikki*', textFormat: 'plain' } }]);
    await teams.channel.remove(there, id);
    expect(cloud.messages(TEAM)).toEqual([]);
  });

  test('goes under the message that began the thread', async () => {
    const root = await teams.channel.create(there, poll);
    const id = await teams.channel.create({ ...there, thread: root }, hello);
    expect(cloud.messages(`${TEAM};messageid=${root}`)).toMatchObject([{ id }]);
  });

  test('goes to a person’s 1:1 chat, which is opened by their Teams id in the network’s tenant', async () => {
    const member: Member = { person: personOf(TENANT, 'o1'), teamsId: '29:o1', name: 'Oili', isGuest: false };
    const of = { serviceUrl: cloud.serviceUrl, tenant: TENANT } as Network;
    const chat = await teams.channel.openChat(of, member);
    await teams.channel.create(chat, hello);
    expect(cloud.calls[0]?.body).toMatchObject({
      isGroup: false,
      bot: { id: '28:11111111-2222-4333-8444-555555555555' },
      members: [{ id: '29:o1' }],
      tenantId: TENANT,
      channelData: { tenant: { id: TENANT } },
    });
    expect(cloud.messages('a:chat-29:o1')).toHaveLength(1);
  });

  test('is sent with the bot’s token, asked for once and again when Teams refuses it', async () => {
    await teams.channel.create(there, hello);
    await teams.channel.create(there, hello);
    expect(cloud.tokens).toHaveLength(1);
    cloud.tokens.splice(0, 1, 'withdrawn');
    expect(await failing(teams.channel.create(there, hello))).toMatchObject({
      outcome: 'unavailable',
      code: 'unauthorized',
    });
    await teams.channel.create(there, hello);
    expect(cloud.messages(TEAM)).toHaveLength(3);
  });
});

describe('a failure', () => {
  test.each<[string, Fault, Partial<ChannelFailure>]>([
    ['blocked', { status: 403, code: 'MessageWritesBlocked' }, { outcome: 'refused', code: 'MessageWritesBlocked' }],
    ['gone', { status: 404, code: 'ConversationNotFound' }, { outcome: 'refused', code: 'ConversationNotFound' }],
    ['throttled', { status: 429, retryAfter: '7' }, { outcome: 'throttled', retryAfter: 7000 }],
    ['throttled without a time', { status: 429 }, { outcome: 'throttled', retryAfter: 0 }],
    ['a condition that failed', { status: 412 }, { outcome: 'throttled' }],
    ['unreadable', { status: 400, code: 'BadSyntax' }, { outcome: 'refused', code: 'invalid:BadSyntax' }],
    [
      'too large',
      { status: 413, code: 'MessageSizeTooBig' },
      { outcome: 'refused', code: 'invalid:MessageSizeTooBig' },
    ],
    ['broken', { status: 500 }, { outcome: 'unknown', code: 'http-500' }],
    ['a bad gateway', { status: 502 }, { outcome: 'unknown', code: 'http-502' }],
    ['busy', { status: 503, retryAfter: '2' }, { outcome: 'unknown', code: 'http-503', retryAfter: 2000 }],
    ['cut off', { reset: true }, { outcome: 'unknown', code: 'ECONNRESET' }],
    ['cut off after it was done', { reset: true, done: true }, { outcome: 'unknown', code: 'ECONNRESET' }],
    ['silence', { hang: true }, { outcome: 'unknown', code: 'timeout' }],
  ])('%s is told as it is, after a single request', async (_, fault, expected) => {
    cloud.fault(() => fault);
    expect(await failing(teams.channel.create(there, poll))).toMatchObject(expected);
    expect(cloud.calls).toHaveLength(1);
  });

  test('a time of retry may be a date', async () => {
    cloud.fault(() => ({ status: 429, retryAfter: new Date(Date.now() + 30_000).toUTCString() }));
    const { retryAfter } = await failing(teams.channel.create(there, poll));
    expect(retryAfter).toBeGreaterThan(25_000);
    expect(retryAfter).toBeLessThanOrEqual(30_000);
  });

  test('where nothing listens, nothing was done', async () => {
    await cloud.close();
    expect(await failing(teams.channel.create(there, poll))).toMatchObject({ outcome: 'unavailable' });
  });

  test('without a token nothing was sent', async () => {
    cloud.refuseTokens(true);
    expect(await failing(teams.channel.create(there, poll))).toMatchObject({
      outcome: 'unavailable',
      code: 'no-token',
    });
    expect(cloud.calls).toEqual([]);
  });

  test('of an update or a removal is told the same way', async () => {
    expect(await failing(teams.channel.update(there, 'gone', poll))).toMatchObject({
      outcome: 'refused',
      code: 'MessageNotFound',
    });
    expect(await failing(teams.channel.remove(there, 'gone'))).toMatchObject({ outcome: 'refused' });
  });

  test('a host that is not on the list gets nothing, not even a token', async () => {
    const elsewhere = { ...there, serviceUrl: 'https://example.org/' };
    expect(await failing(teams.channel.create(elsewhere, poll))).toMatchObject({ code: 'unlisted-host' });
    expect(cloud.tokens).toEqual([]);
  });
});

describe('the roster', () => {
  const of = () => ({ serviceUrl: cloud.serviceUrl, team: TEAM, tenant: TENANT });
  const entry = (n: number) => ({ id: `29:${n}`, aadObjectId: `O-${n}`, name: `Jäsen ${n}`, tenantId: TENANT });

  test('is read whole, in pages', async () => {
    const all = Array.from({ length: 1_201 }, (_, n) => entry(n));
    cloud.rosters.set(TEAM, all);
    const members = await teams.roster.all(of());
    expect(members).toHaveLength(1_201);
    expect(members[1_200]).toEqual({
      person: personOf(TENANT, 'o-1200'),
      teamsId: '29:1200',
      name: 'Jäsen 1200',
      isGuest: false,
    });
    expect(cloud.calls.map(({ what }) => what)).toEqual(['members', 'members', 'members']);
  });

  test('knows guests by role or tenant, people of the emulator by another field, and leaves bots out', async () => {
    cloud.rosters.set(TEAM, [
      { ...entry(1), userRole: 'guest' },
      { ...entry(2), tenantId: 'CCCCCCCC-0000-4000-8000-000000000001' },
      { id: '29:3', aadObjectId: '', objectId: 'o-3', name: '', givenName: 'Tuuli', surname: 'Tuulinen' },
      { id: '28:bot', aadObjectId: '', name: 'Verkostobotti' },
    ]);
    expect(await teams.roster.all(of())).toMatchObject([
      { person: personOf(TENANT, 'o-1'), isGuest: true },
      { person: personOf('cccccccc-0000-4000-8000-000000000001', 'o-2'), isGuest: true },
      { person: personOf(TENANT, 'o-3'), name: 'Tuuli Tuulinen', isGuest: false },
    ]);
  });

  test('finds one by Teams id or object id, and says when there is none', async () => {
    cloud.rosters.set(TEAM, [entry(1)]);
    expect(await teams.roster.one(of(), '29:1')).toMatchObject({ teamsId: '29:1' });
    expect(await teams.roster.one(of(), 'O-1')).toMatchObject({ teamsId: '29:1' });
    expect(await teams.roster.one(of(), 'o-9')).toBeUndefined();
  });

  test('finds one in the emulator too, which does not know object ids', async () => {
    const emulator = await startTeamsCloud({ emulator: true });
    const { roster } = connectTeams(emulator.config, fakeLog());
    emulator.rosters.set(TEAM, [entry(1)]);
    const there = { ...of(), serviceUrl: emulator.serviceUrl };
    expect(await roster.one(there, 'O-1')).toMatchObject({ teamsId: '29:1' });
    expect(await roster.one(there, 'o-9')).toBeUndefined();
    await emulator.close();
  });

  test('a team that is gone says nothing about its people', async () => {
    cloud.fault(() => ({ status: 404, code: 'ConversationNotFound' }));
    expect(await failing(teams.roster.one(of(), 'o-1'))).toMatchObject({ outcome: 'refused' });
  });

  test('lists the channels, General without a name', async () => {
    cloud.channels.set(TEAM, [{ id: TEAM }, { id: '19:polls@thread.tacv2', name: 'Äänestykset' }]);
    expect(await teams.roster.channels(of())).toEqual([
      { id: TEAM, name: '' },
      { id: '19:polls@thread.tacv2', name: 'Äänestykset' },
    ]);
  });
});
