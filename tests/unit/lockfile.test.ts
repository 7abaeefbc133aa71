/** The lockfile holds every package that npm ci asks for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type LockedPackages, lockfileGaps } from '../../scripts/lockfile-gaps.ts';

test('package-lock.json is whole, so that npm ci takes it; otherwise run node scripts/lockfile.ts', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8')) as {
    packages: LockedPackages;
  };
  expect(Object.keys(lockfileGaps(lock.packages))).toEqual([]);
});

test('a lost package is found and described by its name', () => {
  const packages: LockedPackages = {
    '': {},
    'node_modules/tool': {
      dev: true,
      optionalDependencies: { '@tool/linux-x64-musl': '2.0.1', '@tool/linux-x64': '2.0.1' },
    },
    'node_modules/@tool/linux-x64': { version: '2.0.1', optional: true },
  };
  expect(lockfileGaps(packages)).toEqual({
    'node_modules/@tool/linux-x64-musl': {
      version: '2.0.1',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  });
});

test('a package beside the one that needs it, or above, is not lost', () => {
  const packages: LockedPackages = {
    'node_modules/a/node_modules/b': { optionalDependencies: { c: '^1.0.0', d: '1.0.0' } },
    'node_modules/a/node_modules/c': { version: '1.2.0' },
    'node_modules/d': { version: '1.0.0' },
  };
  expect(lockfileGaps(packages)).toEqual({});
});
