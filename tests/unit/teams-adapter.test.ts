/** Verified tokens are believed for a minute, and for that minute only as far as they say. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createAdapter, type TeamsAdapter, type Verdict } from '../../bot/teams/adapter.ts';
import type { Envelope } from '../../bot/teams/guard.ts';
import { connectTeams } from '../../bot/teams/teams.ts';
import { type FakeLog, fakeLog } from '../fakes/fake-log.ts';
import { startTeamsCloud, type TeamsCloud } from '../fakes/teams-cloud.ts';

/** Stands where the stream is before the first adapter comes to mute it. */
const errorStream = jest.spyOn(globalThis.console, 'error').mockImplementation(() => undefined);

let cloud: TeamsCloud;
let log: FakeLog;
/** Milliseconds by which the adapter's clock is ahead. */
let ahead: number;

beforeEach(async () => {
  cloud = await startTeamsCloud();
  log = fakeLog();
  ahead = 0;
});
afterEach(() => cloud.close());

const adapterWith = (changes: object = {}): TeamsAdapter =>
  createAdapter({ ...cloud.config, ...changes }, log, () => Date.now() + ahead);
const activity = (changes: object = {}): Envelope => ({
  type: 'message',
  channelId: 'msteams',
  serviceUrl: cloud.serviceUrl,
  ...changes,
});
const isVerified = (verdict: Verdict): boolean => typeof verdict === 'object' && 'verified' in verdict;
const endingIn = (seconds: number) => cloud.sign({ claims: { exp: Math.floor(Date.now() / 1000) + seconds } });

test('a verified token is taken again without asking the library', async () => {
  const adapter = adapterWith();
  const token = cloud.sign();
  const first = await adapter.verify(activity(), token);
  const again = await adapter.verify(activity(), token);
  expect(isVerified(first)).toBe(true);
  expect(again).toEqual({ verified: (first as { verified: unknown }).verified });
});

test('a token that ended is refused although it was verified', async () => {
  const adapter = adapterWith();
  const token = endingIn(-290);
  expect(isVerified(await adapter.verify(activity(), token))).toBe(true);
  ahead = 15_000;
  expect(await adapter.verify(activity(), token)).toEqual({ refused: 'expired' });
});

test('a verified token is refused for another service URL or channel', async () => {
  const adapter = adapterWith();
  const token = cloud.sign();
  await adapter.verify(activity(), token);
  const elsewhere = activity({ serviceUrl: 'https://smba.trafficmanager.net/emea/' });
  expect(await adapter.verify(elsewhere, token)).toEqual({ refused: 'service url' });
  const webchat = activity({ channelId: 'webchat' });
  expect(await adapter.verify(webchat, token)).toEqual({ refused: 'channel' });
});

test('a token of a key that was withdrawn is refused within a minute', async () => {
  const adapter = adapterWith({ keysKeptFor: 0 });
  const token = cloud.sign();
  expect(isVerified(await adapter.verify(activity(), token))).toBe(true);
  const { signOld } = cloud.rotateKeys();
  const another = signOld({ claims: { jti: 'another' } });
  expect(await adapter.verify(activity(), another)).toEqual({ refused: 'Signing Key could not be retrieved.' });
  expect(isVerified(await adapter.verify(activity(), token))).toBe(true);
  ahead = 61_000;
  expect(await adapter.verify(activity(), token)).toEqual({ refused: 'Signing Key could not be retrieved.' });
  expect(isVerified(await adapter.verify(activity(), cloud.sign()))).toBe(true);
});

test('one changed letter makes another token', async () => {
  const adapter = adapterWith();
  const token = cloud.sign();
  await adapter.verify(activity(), token);
  const changed = token.replace(/.{6}$/, 'AAAAAA');
  expect(isVerified(await adapter.verify(activity(), changed))).toBe(false);
});

test('keys that can’t be fetched say nothing about the token', async () => {
  const cloudUrl = 'http://127.0.0.1:1/v1/.well-known/openidconfiguration';
  const adapter = adapterWith({ cloud: { ...cloud.config.cloud, openIdMetadata: cloudUrl } });
  expect(await adapter.verify(activity(), cloud.sign())).toBe('unavailable');
  expect(log.names()).toEqual(['teams.keysUnavailable']);
});

test('the library says nothing of rejected tokens, and other words on the error stream pass', async () => {
  const adapter = adapterWith();
  await adapter.verify(activity(), cloud.sign({ key: 'rogue', kid: 'key-1' }));
  await adapter.verify(activity(), endingIn(-900));
  expect(errorStream.mock.calls).toEqual([]);
  const { console: stream } = globalThis;
  stream.error('something else');
  expect(errorStream.mock.calls).toEqual([['something else']]);
});

test('without authentication whoever comes is taken, and the bot has an id all the same', async () => {
  const { adapter } = connectTeams({ ...cloud.config, auth: 'none', botId: '' }, log);
  expect(isVerified(await adapter.verify(activity(), undefined))).toBe(true);
  expect(adapter.config.botId).not.toBe('');
});

test('no client is made for a host that is not on the list', async () => {
  await expect(async () => adapterWith().connector('https://example.org/')).rejects.toThrow('unlisted-host');
});

test('one client serves a service URL', async () => {
  const adapter = adapterWith();
  expect(await adapter.connector(cloud.serviceUrl)).toBe(await adapter.connector(cloud.serviceUrl));
});
