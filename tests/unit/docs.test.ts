/** Paths, commands and settings that the documents name exist. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../bot/config.ts';
import { filesIn } from '../architecture/modules.ts';
import { anchorsIn, claimsOf, isThere } from '../fixtures/docs.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = filesIn('.');
const documents = files.filter((path) => /^(README\.md|docs\/.+\.md)$/.test(path));
const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
>;

describe.each(documents)('%s', (document) => {
  const claims = claimsOf(document, read(document));

  test('names only paths that exist', () => {
    expect(claims.paths.filter((path) => !isThere(path, files))).toEqual([]);
  });

  test('names only npm scripts that exist', () => {
    expect(claims.scripts.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('links only to headings that exist', () => {
    const missing = claims.anchors.filter((one) => {
      const [file = '', anchor = ''] = one.split('#');
      return (
        !existsSync(join(root, file)) ||
        statSync(join(root, file)).isDirectory() ||
        !anchorsIn(read(file)).includes(anchor)
      );
    });
    expect(missing).toEqual([]);
  });
});

test('README.md gives the commands that start, try and test the app', () => {
  expect(claimsOf('README.md', read('README.md')).scripts).toEqual(
    expect.arrayContaining(['demo', 'start', 'test', 'package']),
  );
});

test('README.md names every setting that the server reads', () => {
  const asked = new Set<string>();
  const env = new Proxy<Record<string, string>>(
    { AUTH: 'none', STORE: 'cosmos', COSMOS_ENDPOINT: 'https://127.0.0.1' },
    {
      get(of, name) {
        asked.add(String(name));
        return Reflect.get(of, name);
      },
    },
  );
  loadConfig(env);
  expect([...asked].filter((name) => !read('README.md').includes(name))).toEqual([]);
});

test('docs/ARCHITECTURE.md says of every package what it is for, and of no other', () => {
  const [, table = ''] = /^## Dependencies$(.*?)^## /ms.exec(read('docs/ARCHITECTURE.md')) ?? [];
  const named = [...table.matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
  const covers = (name: string, one: string): boolean =>
    name.endsWith('*') ? one.startsWith(name.slice(0, -1)) : name === one;
  const packages = Object.keys({ ...dependencies, ...devDependencies });
  expect(packages.filter((one) => !named.some((name) => covers(name, one)))).toEqual([]);
  expect(named.filter((name) => !packages.some((one) => covers(name, one)))).toEqual([]);
});

test('continuous integration runs the test command of README.md', () => {
  expect(read('README.md')).toContain('npm ci && npm test');
  expect(read('.ci/run')).toMatch(/^npm ci$/m);
  expect(read('.ci/run')).toMatch(/^exec npm test$/m);
});

describe('a false claim would be noticed', () => {
  test('a path, a script and a link that are not there', () => {
    const text =
      'See `bot/gone.ts`, run `npm run nothing`, read [this](docs/gone.md#part) and ![it](pictures/gone.png).';
    const claims = claimsOf('docs/here.md', text);
    expect(claims.paths).toEqual(['docs/docs/gone.md', 'docs/pictures/gone.png', 'bot/gone.ts']);
    expect(claims.scripts).toEqual(['nothing']);
    expect(claims.paths.filter((path) => isThere(path, ['bot/here.ts', 'bot/gone.tsx', 'docs/gone.md']))).toEqual([]);
    expect(claims.anchors).toEqual(['docs/docs/gone.md#part']);
  });

  test('the end of a path and a folder are enough', () => {
    const files = ['bot/core/clock.ts'];
    expect(
      ['bot/core/clock.ts', 'core/clock.ts', 'clock.ts', 'core', 'lock.ts', 'bot/core/clock'].map((path) =>
        isThere(path, files),
      ),
    ).toEqual([true, true, true, true, false, false]);
  });

  test('patterns, addresses and what running makes are no claims', () => {
    const text = '`bot/features/*/feature.ts` `/tab/` `build/verkostobotti.zip` `npm ci` [web](https://example.org/a)';
    expect(claimsOf('README.md', text)).toEqual({ paths: [], scripts: [], anchors: [] });
  });

  test('headings become the anchors that links use', () => {
    expect(anchorsIn('# The app\n## What it’s for, in Teams\n```\n# no heading\n```')).toEqual([
      'the-app',
      'what-its-for-in-teams',
    ]);
  });
});
