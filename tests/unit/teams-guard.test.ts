/** The guard: which bodies can be an activity of Teams at all. */
import { expect, test } from '@jest/globals';
import { admit, type GuardRules, isServiceUrl } from '../../bot/teams/guard.ts';
import { PUBLIC_CLOUD } from '../../bot/teams/teams-config.ts';

const rules: GuardRules = { allowedServiceUrls: PUBLIC_CLOUD.serviceUrls, allowLoopback: false };
const activity = { type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/' };

test('an activity of Teams comes in as it is', () => {
  expect(admit(activity, rules)).toEqual({ activity });
});

test.each([
  ['nothing', undefined, 'shape'],
  ['null', null, 'shape'],
  ['a string', 'message', 'shape'],
  ['a list', [activity], 'shape'],
  ['a missing type', { ...activity, type: undefined }, 'shape'],
  ['an empty type', { ...activity, type: '' }, 'shape'],
  ['a type of another type', { ...activity, type: 7 }, 'shape'],
  ['a missing service URL', { ...activity, serviceUrl: undefined }, 'shape'],
  ['an empty service URL', { ...activity, serviceUrl: '' }, 'shape'],
  ['a missing channel', { ...activity, channelId: undefined }, 'channel'],
  ['another channel', { ...activity, channelId: 'directline' }, 'channel'],
  ['a list with the channel in it', { ...activity, channelId: ['msteams'] }, 'channel'],
])('%s stays out', (_, body, refused) => {
  expect(admit(body, rules)).toMatchObject({ refused });
});

test('an unknown host is named by its origin alone, so that someone can be alerted', () => {
  const serviceUrl = 'https://smba.example.org/secret?token=1';
  expect(admit({ ...activity, serviceUrl }, rules)).toEqual({ refused: 'host', origin: 'https://smba.example.org' });
});

test.each([
  'https://smba.trafficmanager.net/amer/',
  'https://smba.onyx.prod.teams.trafficmanager.net',
  'https://smba.infra.gcc.teams.microsoft.com/teams',
])('%s is a host of Teams', (serviceUrl) => {
  expect(isServiceUrl(serviceUrl, rules)).toBe(true);
});

test.each([
  'http://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net.example.org/',
  'https://example.org/smba.trafficmanager.net',
  'https://attacker.trafficmanager.net/',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net@example.org/',
  'https://user:word@smba.trafficmanager.net/',
  'https://webchat.botframework.com/',
  'ftp://smba.trafficmanager.net/',
  'http://127.0.0.1:3978/',
  'https://127.0.0.1/',
  'smba.trafficmanager.net',
  'javascript:alert(1)',
])('%s is not', (serviceUrl) => {
  expect(isServiceUrl(serviceUrl, rules)).toBe(false);
});

test('a wildcard stands for hosts below it on the usual port, not for the host itself', () => {
  const wide: GuardRules = { allowedServiceUrls: ['https://*.teams.example.fi'], allowLoopback: false };
  expect(isServiceUrl('https://smba.teams.example.fi/x', wide)).toBe(true);
  expect(isServiceUrl('https://teams.example.fi/', wide)).toBe(false);
  expect(isServiceUrl('https://smba.teams.example.fi:444/', wide)).toBe(false);
  expect(isServiceUrl('https://xteams.example.fi/', wide)).toBe(false);
});

test('loopback comes in where the emulator may, or where it is listed with its port', () => {
  const listed: GuardRules = { allowedServiceUrls: ['http://127.0.0.1:4000'], allowLoopback: false };
  expect(isServiceUrl('http://127.0.0.1:4000/teams/', listed)).toBe(true);
  expect(isServiceUrl('http://127.0.0.1:4001/teams/', listed)).toBe(false);
  const open: GuardRules = { allowedServiceUrls: [], allowLoopback: true };
  expect(isServiceUrl('http://localhost:56150/_connector', open)).toBe(true);
  expect(isServiceUrl('http://[::1]:56150/', open)).toBe(true);
  expect(isServiceUrl('http://192.168.1.5:56150/', open)).toBe(false);
});
