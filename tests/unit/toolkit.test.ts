/** teamsapp.yml, its environments and app registration, against what the toolkit knows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { placeholdersOf } from '../../scripts/app-package.ts';
import { ACTIONS, LIFECYCLES, MADE_BY_TOOLKIT, SCHEMA_VERSION, STEP_KEYS } from '../fixtures/toolkit-actions.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const values = z.record(z.string(), z.unknown());
const step = z.looseObject({ uses: z.string(), with: values, writeToEnvironmentFile: values.optional() });
const lifecycle = z.array(step);
const project = z.strictObject({
  version: z.literal(SCHEMA_VERSION),
  environmentFolderPath: z.literal('./env'),
  provision: lifecycle,
  deploy: lifecycle,
  publish: lifecycle,
});
type Step = z.infer<typeof step>;

/** What the toolkit would refuse. */
function problemsOf(yaml: string): string[] {
  const parsed = project.safeParse(parse(yaml));
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return LIFECYCLES.flatMap((name) => parsed.data[name].flatMap(problemsOfStep));
}

function problemsOfStep(of: Step): string[] {
  const action = ACTIONS[of.uses];
  if (!action) return [`${of.uses} is no action`];
  const keys = (needed: readonly string[] = [], allowed: readonly string[] = [], given: object = {}): string[] => [
    ...needed.filter((key) => !(key in given)).map((key) => `${of.uses} lacks ${key}`),
    ...Object.keys(given)
      .filter((key) => ![...needed, ...allowed].includes(key))
      .map((key) => `${of.uses} does not know ${key}`),
  ];
  return [
    ...keys(action.required, action.optional, of.with),
    ...keys(action.writes, action.mayWrite, of.writeToEnvironmentFile),
    ...keys([], STEP_KEYS, of),
  ];
}

const yaml = read('teamsapp.yml');
const steps = (): Step[] => LIFECYCLES.flatMap((name) => project.parse(parse(yaml))[name]);

describe('teamsapp.yml', () => {
  test('has the version, actions and parameters that the toolkit knows', () => {
    expect(problemsOf(yaml)).toEqual([]);
  });

  test.each([
    ['an unknown action', 'teamsApp/create', 'teamsApp/make', 'teamsApp/make is no action'],
    ['a misspelt parameter', 'manifestPath: ./aad', 'manifest: ./aad', 'aadApp/update lacks manifestPath'],
    ['an id that is not kept', 'objectId: TAB_APP_OBJECT_ID', 'tenantId: X', 'aadApp/create lacks objectId'],
    ['another version', 'version: v1.12', 'version: v0.9', expect.stringContaining('version')],
  ])('%s would be noticed', (_, right, wrong, problem) => {
    expect(yaml).toContain(right);
    expect(problemsOf(yaml.replace(right, wrong))).toContainEqual(problem);
  });

  test('names only files that exist or that an earlier step makes', () => {
    const named = [...yaml.matchAll(/(?:manifestPath|path|parameters|ignoreFile): (\S+)/g)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(5);
    for (const environment of ['dev', 'prod']) {
      const paths = named.map((path) => path.replace(/\$\{\{TEAMSFX_ENV\}\}/, environment));
      expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    }
  });

  test('provisioning knows the host before it writes it into the app registration, and the ids before the package', () => {
    const order = project.parse(parse(yaml)).provision.map(({ uses }) => uses);
    const wanted = ['aadApp/create', 'teamsApp/create', 'arm/deploy', 'aadApp/update', 'teamsApp/zipAppPackage'];
    expect(order.filter((uses) => wanted.includes(uses))).toEqual(wanted);
  });

  test('npm commands that it runs exist', () => {
    const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
    const run = steps()
      .filter(({ uses }) => uses === 'cli/runNpmCommand')
      .flatMap((one) => /^run (\S+)/.exec(String(one.with.args))?.[1] ?? []);
    expect(run).toEqual(['build']);
    expect(scripts).toEqual(expect.arrayContaining(run));
  });
});

describe.each(['dev', 'prod'])('env/.env.%s', (environment) => {
  const env = parseEnv(read(`env/.env.${environment}`));
  const templates = [
    'teamsapp.yml',
    'aad.manifest.json',
    'appPackage/manifest.json',
    `infra/${environment}.parameters.json`,
  ];
  const used = [...new Set(templates.flatMap((path) => placeholdersOf(read(path))))];
  const outputs = [...read('infra/main.bicep').matchAll(/^output (\w+) /gm)].map(([, name = '']) => name);
  const written = steps().flatMap(({ writeToEnvironmentFile = {} }) =>
    Object.values(writeToEnvironmentFile).map(String),
  );

  test('has every variable that the templates use, and no other', () => {
    const unneeded = Object.keys(env).filter((name) => !used.includes(name) && !written.includes(name));
    expect({ missing: used.filter((name) => !(name in env)), unneeded }).toEqual({ missing: [], unneeded: [] });
  });

  test('leaves empty only what provisioning fills or its owner must fill', () => {
    const owners = [
      'AZURE_SUBSCRIPTION_ID',
      'AZURE_RESOURCE_GROUP_NAME',
      'DEVELOPER_NAME',
      'WEBSITE_URL',
      'PRIVACY_URL',
      'TERMS_URL',
    ];
    const filled = [...outputs, ...written, ...MADE_BY_TOOLKIT, ...owners];
    expect(Object.keys(env).filter((name) => !env[name] && !filled.includes(name))).toEqual([]);
  });

  test('every output of the installation has its variable', () => {
    expect(outputs.filter((name) => !(name in env))).toEqual([]);
  });

  test('holds no secret', () => {
    const suspicious = Object.entries(env).filter(
      ([name, value]) =>
        /secret|password|key|token|certificate/i.test(name) || /[A-Za-z0-9+/~_-]{32,}/.test(value ?? ''),
    );
    expect(suspicious).toEqual([]);
  });
});

test('the upload leaves out only folders of ours, never those of the same name in node_modules', () => {
  const patterns = read('.webappignore')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  expect(patterns.length).toBeGreaterThan(5);
  expect(patterns.filter((pattern) => !pattern.startsWith('/'))).toEqual([]);
  for (const needed of ['bot', 'node_modules', 'package.json', 'tab/dist'])
    expect(patterns).not.toContain(`/${needed}`);
});

describe('the app registration of the tab', () => {
  const registration = z
    .object({
      identifierUris: z.array(z.string()),
      requiredResourceAccess: z.array(z.unknown()),
      api: z.object({
        requestedAccessTokenVersion: z.number(),
        oauth2PermissionScopes: z.array(z.object({ value: z.string() })),
        preAuthorizedApplications: z.array(z.object({ appId: z.string() })),
      }),
    })
    .parse(JSON.parse(read('aad.manifest.json')));

  test('is the resource that the manifest asks a token for', () => {
    const manifest = JSON.parse(read('appPackage/manifest.json')) as { webApplicationInfo: { resource: string } };
    expect(registration.identifierUris).toEqual([manifest.webApplicationInfo.resource]);
  });

  test('asks for nothing but to know who it is, and to write their own calendar when they say so', () => {
    expect(registration.requiredResourceAccess).toEqual([
      {
        resourceAppId: '00000003-0000-0000-c000-000000000000', // Microsoft Graph
        resourceAccess: [{ id: '1ec239c2-d7c9-4623-a91a-a9775856bb36', type: 'Scope' }], // Calendars.ReadWrite, delegated
      },
    ]);
    expect(registration.api.oauth2PermissionScopes.map(({ value }) => value)).toEqual(['access_as_user']);
    expect(registration.api.requestedAccessTokenVersion).toBe(2);
  });

  test('lets in the same clients as the server', () => {
    const server = [...read('bot/http/tab-auth.ts').matchAll(/'([0-9a-f]{8}-[0-9a-f-]{27})'/g)].map(([, id]) => id);
    expect(server.length).toBeGreaterThan(0);
    expect(registration.api.preAuthorizedApplications.map(({ appId }) => appId).sort()).toEqual(server.sort());
  });
});
