/** Bicep against its grammar, its modules and the settings that the server reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Node } from 'web-tree-sitter';
import { ConfigError, loadConfig } from '../../bot/config.ts';
import { CONTAINERS } from '../../bot/core/scope.ts';
import { CONTAINER } from '../../bot/files/blob.ts';
import { bicepParser, declared, keysOf, nodesOf, propertyOf, syntaxErrors, unquoted } from '../fixtures/bicep.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const names = readdirSync(join(root, 'infra')).filter((name) => name.endsWith('.bicep'));

let parse: (source: string) => Node;
const files = new Map<string, Node>();
beforeAll(async () => {
  parse = await bicepParser();
  for (const name of names) files.set(name, parse(read(`infra/${name}`)));
});

function file(name: string): Node {
  const found = files.get(name);
  if (!found) throw new Error(`infra/${name} is gone.`);
  return found;
}

/** What Azure itself reads; everything else is ours. */
const PLATFORM = /^(WEBSITES?|SCM)_/;
/** Functions of Bicep that the files use: learn.microsoft.com, “Bicep functions”. */
const FUNCTIONS = 'resourceGroup subscription subscriptionResourceId uniqueString guid take empty string union'.split(
  ' ',
);
const DECORATORS = 'description minLength maxLength minValue maxValue allowed batchSize'.split(' ');

/** Names that an expression uses and nothing declares. */
function unknownNames(source: Node): string[] {
  const own = ['parameter', 'variable', 'resource', 'module'].flatMap((kind) => [...declared(source, kind).keys()]);
  const loops = nodesOf(source)
    .filter(({ type }) => type === 'for_statement')
    .flatMap((loop) => loop.namedChildren.filter((child) => child?.type === 'identifier').slice(0, 1))
    .map((node) => node?.text ?? '');
  const known = new Set([...own, ...loops, ...FUNCTIONS, ...DECORATORS, 'resourceGroup']);
  return nodesOf(source)
    .filter(({ type, parent }) => type === 'identifier' && parent !== null)
    .filter(({ parent, id }) => !(parent?.type === 'object_property' && parent.namedChildren[0]?.id === id))
    .filter(({ parent, id }) => !(parent?.type.endsWith('_declaration') && parent.namedChildren[0]?.id === id))
    .map(({ text }) => text)
    .filter((name) => !known.has(name));
}

describe.each(names)('infra/%s', (name) => {
  test('is Bicep', () => {
    expect(syntaxErrors(file(name))).toEqual([]);
  });

  test('says what it is for', () => {
    expect(read(`infra/${name}`)).toMatch(/^\/\/ \S/);
  });

  test('uses only names that it declares', () => {
    expect(unknownNames(file(name))).toEqual([]);
  });

  test('uses every parameter that it declares', () => {
    const text = read(`infra/${name}`);
    const idle = [...declared(file(name), 'parameter').keys()].filter(
      (param) => (text.match(new RegExp(`\\b${param}\\b`, 'g')) ?? []).length < 2,
    );
    expect(idle).toEqual([]);
  });
});

test.each([
  ['an open brace', "resource a 'b@c' = {\n  name: 'x'\n"],
  ['a missing value', "resource a 'b@c' = {\n  name:\n}\n"],
  ['a comma too many', 'var a = [1,, 2]\n'],
])('%s would be noticed', (_, source) => {
  expect(syntaxErrors(parse(source))).not.toEqual([]);
});

test('a misspelt name would be noticed', () => {
  expect(unknownNames(parse('param host string\noutput url string = hots\n'))).toEqual(['hots']);
});

describe('modules', () => {
  const modules = (): [string, Node, Node][] =>
    [...declared(file('main.bicep'), 'module')].map(([name, node]) => {
      const path = unquoted(node.namedChildren.find((child) => child?.type === 'string'));
      return [name, node, file(path)];
    });

  test('get every parameter that they declare, and no other', () => {
    for (const [name, node, source] of modules()) {
      const params = propertyOf(node, 'params');
      expect({ name, params: params && keysOf(params).sort() }).toEqual({
        name,
        params: [...declared(source, 'parameter').keys()].sort(),
      });
    }
  });

  test('are asked only for outputs that they have', () => {
    const outputs = new Map(modules().map(([name, , source]) => [name, [...declared(source, 'output').keys()]]));
    const asked = [...read('infra/main.bicep').matchAll(/(\w+)\.outputs\.(\w+)/g)];
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter(([, name = '', output = '']) => !outputs.get(name)?.includes(output))).toEqual([]);
  });
});

describe.each(['dev', 'prod'])('infra/%s.parameters.json', (environment) => {
  test('gives what main.bicep has no default for, and nothing unknown', () => {
    const { parameters } = JSON.parse(read(`infra/${environment}.parameters.json`)) as { parameters: object };
    const params = declared(file('main.bicep'), 'parameter');
    const required = [...params].filter(([, node]) => !node.text.includes('=')).map(([name]) => name);
    expect(required).toEqual(['tabAppId', 'teamsAppId']);
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(required));
    expect(Object.keys(parameters).filter((name) => !params.has(name))).toEqual([]);
  });
});

describe('the server', () => {
  const settings = (): string[] => {
    const given = propertyOf(file('main.bicep'), 'settings');
    const added = nodesOf(file('server.bicep')).find(
      ({ type, text }) => type === 'call_expression' && text.startsWith('union('),
    );
    const more = added && nodesOf(added).find(({ type }) => type === 'object');
    return [...(given ? keysOf(given) : []), ...(more ? keysOf(more) : [])].filter((name) => !PLATFORM.test(name));
  };
  const guid = '11111111-2222-3333-4444-555555555555';
  /** What Azure would fill in. */
  const sample: Readonly<Record<string, string>> = {
    STORE: 'cosmos',
    COSMOS_ENDPOINT: 'https://verkostobotti.documents.azure.com:443/',
    COSMOS_DATABASE: 'verkostobotti',
    KEY_VAULT_URL: 'https://kv-verkostobotti.vault.azure.net/',
    BLOB_ENDPOINT: 'https://stverkostobotti.blob.core.windows.net/',
    AUTH: 'teams',
    BOT_ID: guid,
    BOT_TENANT_ID: guid,
    BOT_TYPE: 'UserAssignedMSI',
    TAB_APP_ID: guid,
    TEAMS_APP_ID: guid,
    AZURE_CLIENT_ID: guid,
    APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${guid};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/`,
    JOB_SHARDS: '1',
    LOG_LEVEL: 'info',
    TIME_ZONE: 'Europe/Helsinki',
    PUBLIC_URL: 'https://verkostobotti.azurewebsites.net',
  };

  test('gets only settings that it reads', () => {
    const asked = new Set<string>();
    const env = new Proxy(sample, {
      get(of, name) {
        asked.add(String(name));
        return Reflect.get(of, name);
      },
    });
    loadConfig(env);
    expect(settings().length).toBeGreaterThan(10);
    expect(settings().filter((name) => !asked.has(name))).toEqual([]);
  });

  test('starts with these settings, on Cosmos DB, with managed identity and without a password', () => {
    expect(settings().filter((name) => !(name in sample))).toEqual([]);
    const env = Object.fromEntries(settings().map((name) => [name, sample[name]]));
    const config = loadConfig(env);
    expect(config).toMatchObject({ auth: 'teams', store: { kind: 'cosmos' }, bot: { type: 'UserAssignedMSI' } });
    expect(config.bot.password).toBeUndefined();
    expect(config.store).not.toHaveProperty('key');
    for (const needed of ['PUBLIC_URL', 'COSMOS_ENDPOINT', 'KEY_VAULT_URL', 'BLOB_ENDPOINT', 'BOT_ID', 'TAB_APP_ID']) {
      expect(() => loadConfig({ ...env, [needed]: undefined })).toThrow(ConfigError);
    }
  });

  test('runs what npm start runs, on the Node that tests run on', () => {
    const { scripts, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const site = file('server.bicep');
    expect(unquoted(propertyOf(site, 'appCommandLine'))).toBe(scripts?.start);
    expect(unquoted(propertyOf(site, 'linuxFxVersion'))).toBe(`NODE|${devDependencies?.node?.split('.')[0]}-lts`);
  });

  test.each([
    ['httpsOnly', 'true'],
    ['alwaysOn', 'true'],
    ['healthCheckPath', '/healthz'],
    ['minTlsVersion', '1.2'],
    ['scmMinTlsVersion', '1.2'],
    ['ftpsState', 'Disabled'],
    ['allow', 'false'],
  ])('%s is %s', (property, value) => {
    expect(unquoted(propertyOf(file('server.bicep'), property))).toBe(value);
  });
});

describe('the store', () => {
  test('has exactly the containers that the code uses, by the partition key that it writes', () => {
    const list = declared(file('store.bicep'), 'variable').get('containers');
    const ids =
      list &&
      nodesOf(list)
        .filter(({ type }) => type === 'string')
        .map(unquoted);
    expect(ids).toEqual([...CONTAINERS]);
    const container = declared(file('store.bicep'), 'resource').get('container');
    expect(container && propertyOf(container, 'paths')?.text).toBe("['/pk']");
  });

  test('can be opened by identity alone', () => {
    expect(propertyOf(file('store.bicep'), 'disableLocalAuth')?.text).toBe('true');
  });

  test('keeps keys where they can be purged, by someone who may not copy them', () => {
    const vault = declared(file('store.bicep'), 'resource').get('vault');
    expect(vault && propertyOf(vault, 'enablePurgeProtection')).toBeUndefined();
    expect(vault && propertyOf(vault, 'enableRbacAuthorization')?.text).toBe('true');
    const actions = propertyOf(file('store.bicep'), 'dataActions')?.text ?? '';
    for (const needed of [
      'getSecret/action',
      'readMetadata/action',
      'setSecret/action',
      'secrets/delete',
      'purge/action',
    ]) {
      expect(actions).toContain(needed);
    }
    expect(actions).not.toMatch(/backup|recover|restore|\*/);
  });
});

describe('the account of files', () => {
  test('has the container that the code uses', () => {
    const container = declared(file('store.bicep'), 'resource').get('fileContainer');
    expect(container && unquoted(propertyOf(container, 'name'))).toBe(CONTAINER);
  });

  test.each([
    ['allowSharedKeyAccess', 'false'],
    ['allowBlobPublicAccess', 'false'],
    ['supportsHttpsTrafficOnly', 'true'],
    ['minimumTlsVersion', 'TLS1_2'],
    ['publicAccess', 'None'],
    ['isVersioningEnabled', 'false'],
  ])('%s is %s', (property, value) => {
    expect(unquoted(propertyOf(file('store.bicep'), property))).toBe(value);
  });

  test('keeps nothing that was removed', () => {
    expect(read('infra/store.bicep')).toMatch(/ deleteRetentionPolicy: \{ enabled: false \}/);
  });
});

test('the bot is a managed identity, known in Teams', () => {
  expect(unquoted(propertyOf(file('bot.bicep'), 'msaAppType'))).toBe('UserAssignedMSI');
  expect(unquoted(propertyOf(file('bot.bicep'), 'channelName'))).toBe('MsTeamsChannel');
  expect(read('infra/bot.bicep')).toContain('/api/messages');
});

test('the alert on the log looks for the mark that the code sets', () => {
  expect(read('infra/alerts.bicep')).toContain('"alert":true');
  expect(read('bot/teams/endpoint.ts')).toContain('alert: true');
});

test('no file holds a key or a password', () => {
  for (const name of names) expect(read(`infra/${name}`)).not.toMatch(/listKeys|listSecrets|@secure\(|password:/i);
});
