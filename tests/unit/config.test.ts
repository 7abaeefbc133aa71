/** Settings from the environment: defaults, and every problem at once with its remedy. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, type Environment, isLoopback, loadConfig } from '../../bot/config.ts';
import { PUBLIC_CLOUD } from '../../bot/teams/teams-config.ts';
import { selfSigned } from '../fixtures/certificate.ts';

const BOT = '11111111-2222-3333-4444-555555555555';
const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const production: Environment = {
  PUBLIC_URL: 'https://verkosto.example.fi/',
  BOT_ID: BOT.toUpperCase(),
  BOT_TENANT_ID: TENANT,
  TAB_APP_ID: '99999999-2222-3333-4444-555555555555',
};

function problemsOf(env: Environment): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('a production server needs only its public address and its ids; the rest has defaults', () => {
  const config = loadConfig(production);
  expect(config).toMatchObject({
    port: 3978,
    host: '0.0.0.0',
    publicUrl: 'https://verkosto.example.fi',
    auth: 'teams',
    store: { kind: 'embedded' },
    bot: { id: BOT, tenant: TENANT, type: 'UserAssignedMSI' },
    teamsAppId: BOT,
    jobShards: 1,
    log: 'info',
    timeZone: 'Europe/Helsinki',
  });
  expect(config.cloud).toEqual({
    ...PUBLIC_CLOUD,
    tabIssuer: 'https://login.microsoftonline.com/{tenant}/v2.0',
    tabKeys: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
    graphUrl: 'https://graph.microsoft.com',
  });
});

test('nothing set at all: every missing setting is named at once, each with what to do', () => {
  const problems = problemsOf({});
  expect(problems.map((one) => one.split(' ')[0])).toEqual(['PUBLIC_URL', 'BOT_ID', 'BOT_TENANT_ID', 'TAB_APP_ID']);
  expect(problems.every((one) => /Set it to/.test(one))).toBe(true);
});

test('the message is one readable list', () => {
  expect(() => loadConfig({ AUTH: 'none', PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(
    /need mending \(2\):\n {2}• PORT is x\. Use a whole number from 0 to 65535\.\n {2}• LOG_LEVEL is loud\. Use one of: debug,/,
  );
});

test('no authentication must be asked for, and then needs nothing else', () => {
  const config = loadConfig({ AUTH: 'none' });
  expect(config).toMatchObject({ auth: 'none', host: '127.0.0.1' });
  expect(config.publicUrl).toBeUndefined();
});

test.each(['0.0.0.0', '::', '10.0.0.4', 'verkosto.example.fi', '127.evil.example', ''.padEnd(3, '1')])(
  'no authentication on %s is refused: others could reach it',
  (HOST) => {
    expect(problemsOf({ AUTH: 'none', HOST })).toEqual([expect.stringMatching(/^HOST is .*AUTH=none.*127\.0\.0\.1/)]);
  },
);

test.each(['127.0.0.1', '127.8.8.8', '::1', '[::1]', 'localhost'])('%s is this machine alone', (host) => {
  expect(isLoopback(host)).toBe(true);
  expect(problemsOf({ AUTH: 'none', HOST: host })).toEqual([]);
});

const cases: readonly (readonly [string, Environment, RegExp])[] = [
  ['an unknown AUTH', { AUTH: 'off' }, /^AUTH is off\. Use one of: teams, none\./],
  ['a plain public address', { PUBLIC_URL: 'http://verkosto.example.fi' }, /^PUBLIC_URL must begin with https/],
  ['a public address without a scheme', { PUBLIC_URL: 'verkosto.example.fi' }, /^PUBLIC_URL is not an address/],
  ['a public address with a query', { PUBLIC_URL: 'https://verkosto.example.fi/?a=1' }, /^PUBLIC_URL must be a plain/],
  ['a bot id that is no id', { BOT_ID: 'my-bot' }, /^BOT_ID is not an id of the form/],
  ['a single-tenant bot without a password', { BOT_TYPE: 'SingleTenant' }, /^BOT_PASSWORD is missing/],
  ['a managed identity with a password', { BOT_PASSWORD: 'hunter2' }, /^BOT_PASSWORD is set, but/],
  ['a multi-tenant bot', { BOT_TYPE: 'MultiTenant' }, /^BOT_TYPE is MultiTenant\. Use one of: UserAssignedMSI/],
  ['an unknown store', { STORE: 'mongo' }, /^STORE is mongo/],
  [
    'a Cosmos address that is not used',
    { COSMOS_ENDPOINT: 'https://x.documents.azure.com' },
    /^COSMOS_ENDPOINT is set/,
  ],
  [
    'a plain address of files',
    { BLOB_ENDPOINT: 'http://x.blob.core.windows.net' },
    /^BLOB_ENDPOINT must begin with https/,
  ],
  [
    'a key of a storage account',
    { BLOB_ENDPOINT: 'https://x.blob.core.windows.net', BLOB_KEY: 'k' },
    /^BLOB_KEY is only for an emulator/,
  ],
  ['a key without an address of files', { BLOB_KEY: 'k' }, /^BLOB_KEY is only for an emulator/],
  [
    'an emulator of files without its key',
    { BLOB_ENDPOINT: 'http://127.0.0.1:10000/devstoreaccount1' },
    /^BLOB_ENDPOINT names an emulator/,
  ],
  [
    'an emulator of files without its account',
    { BLOB_ENDPOINT: 'http://127.0.0.1:10000', BLOB_KEY: 'k' },
    /^BLOB_ENDPOINT names an emulator/,
  ],
  ['too many shards', { JOB_SHARDS: '65' }, /^JOB_SHARDS is 65\. Use a whole number from 1 to 64/],
  ['half a shard', { JOB_SHARDS: '1.5' }, /^JOB_SHARDS is 1\.5/],
  ['a port beyond the last', { PORT: '70000' }, /^PORT is 70000/],
  ['an unknown time zone', { TIME_ZONE: 'Helsinki' }, /^TIME_ZONE is Helsinki/],
  ['mail without a sender', { SMTP_URL: 'smtps://u:p@mail.example.fi' }, /^MAIL_FROM is missing/],
  ['a sender without mail', { MAIL_FROM: 'a@example.fi' }, /^SMTP_URL is missing/],
  [
    'a sender that is no address',
    { SMTP_URL: 'smtps://u:p@mail.example.fi', MAIL_FROM: 'Verkosto' },
    /^MAIL_FROM is not a sender/,
  ],
  ['a mail server without a scheme', { SMTP_URL: 'mail', MAIL_FROM: 'a@example.fi' }, /^SMTP_URL is not an address/],
  ['no letters at all', { MAIL_PER_MINUTE: '0' }, /^MAIL_PER_MINUTE is 0\. Use a whole number from 1 to 10000/],
  ['half a connection string', { APPLICATIONINSIGHTS_CONNECTION_STRING: 'abc' }, /^APPLICATIONINSIGHTS/],
  ['an issuer without the tenant', { TAB_TOKEN_ISSUER: 'https://login.example.fi/v2.0' }, /^TAB_TOKEN_ISSUER/],
  ['a plain address of Graph', { GRAPH_URL: 'http://graph.example.fi' }, /^GRAPH_URL must begin with https/],
  ['a plain service address', { SERVICE_URLS: 'http://teams.example.fi' }, /^SERVICE_URLS must begin with https/],
];
test.each(cases)('%s is refused with the remedy', (_, env, message) => {
  expect(problemsOf({ ...production, ...env })).toEqual([expect.stringMatching(message)]);
});

test('Cosmos needs its address, a vault for the keys and an account for files, unless it is an emulator on this machine', () => {
  expect(problemsOf({ ...production, STORE: 'cosmos' })).toEqual([
    expect.stringMatching(/^COSMOS_ENDPOINT is missing/),
    expect.stringMatching(/^KEY_VAULT_URL is missing/),
    expect.stringMatching(/^BLOB_ENDPOINT is missing/),
  ]);
  const emulator = loadConfig({
    ...production,
    STORE: 'cosmos',
    COSMOS_ENDPOINT: 'https://127.0.0.1:8081',
    COSMOS_KEY: 'k',
  });
  expect(emulator.store).toMatchObject({
    kind: 'cosmos',
    endpoint: 'https://127.0.0.1:8081',
    database: 'verkostobotti',
  });
});

test('other clouds and a test issuer can be named', () => {
  const { cloud } = loadConfig({
    ...production,
    LOGIN_AUTHORITY: 'https://login.microsoftonline.us/',
    GRAPH_URL: 'https://graph.microsoft.us/',
    BOT_TOKEN_ISSUER: 'https://api.botframework.us',
    BOT_OPENID_METADATA: 'http://127.0.0.1:4000/openid',
    SERVICE_URLS: 'https://smba.infra.gov.teams.microsoft.us/teams/, https://*.teams.example.us http://127.0.0.1:4000',
  });
  expect(cloud).toMatchObject({
    loginAuthority: 'https://login.microsoftonline.us',
    issuer: 'https://api.botframework.us',
    openIdMetadata: 'http://127.0.0.1:4000/openid',
    serviceUrls: ['https://smba.infra.gov.teams.microsoft.us', 'https://*.teams.example.us', 'http://127.0.0.1:4000'],
    tabIssuer: 'https://login.microsoftonline.us/{tenant}/v2.0',
    tabKeys: 'https://login.microsoftonline.us/common/discovery/v2.0/keys',
    graphUrl: 'https://graph.microsoft.us',
  });
});

describe('the certificate of the tab', () => {
  const { cert, key } = selfSigned([], 'rsa');
  const other = selfSigned();

  test('comes with its key in one setting, of several lines or of one', () => {
    expect(loadConfig(production).tab.certificate).toBeUndefined();
    for (const pem of [`${cert}${key}`, `${key}${cert}`, `${cert}${key}`.replaceAll('\n', '\\n')]) {
      const read = loadConfig({ ...production, TAB_APP_CERTIFICATE: pem }).tab.certificate?.reveal() ?? '';
      expect(createPrivateKey(read).asymmetricKeyType).toBe('rsa');
      expect(new X509Certificate(read).checkPrivateKey(createPrivateKey(read))).toBe(true);
    }
  });

  test.each([
    ['a certificate alone', cert],
    ['a key alone', key],
    ['the key of another', `${cert}${selfSigned([], 'rsa').key}`],
    ['a key that Entra does not take', `${other.cert}${other.key}`],
    ['a file’s name', '/etc/ssl/hunter2.pem'],
  ])('%s is refused, and not repeated', (_, pem) => {
    const problems = problemsOf({ ...production, TAB_APP_CERTIFICATE: pem });
    expect(problems).toEqual([expect.stringMatching(/^TAB_APP_CERTIFICATE is not a certificate with its RSA key/)]);
    expect(problems.join()).not.toContain('hunter2');
  });

  test('needs login over https, even on this machine', () => {
    const env = { ...production, TAB_APP_CERTIFICATE: `${cert}${key}`, LOGIN_AUTHORITY: 'http://127.0.0.1:4000' };
    expect(problemsOf(env)).toEqual([expect.stringMatching(/^LOGIN_AUTHORITY must begin with https/)]);
  });
});

test('secrets are never printed: not in the config, not in a problem', () => {
  const config = loadConfig({ ...production, BOT_TYPE: 'SingleTenant', BOT_PASSWORD: 'hunter2' });
  expect(config.bot.password?.reveal()).toBe('hunter2');
  expect(JSON.stringify(config) + inspect(config, { depth: 9 }) + String(config.bot.password)).not.toContain('hunter2');
  const problems = problemsOf({
    ...production,
    BOT_PASSWORD: 'hunter2',
    SMTP_URL: 'hunter2',
    COSMOS_KEY: 'hunter2',
    APPLICATIONINSIGHTS_CONNECTION_STRING: 'hunter2',
  });
  expect(problems).toHaveLength(4);
  expect(problems.join()).not.toContain('hunter2');
});
