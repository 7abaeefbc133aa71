/**
 * `node scripts/lockfile.ts`: completes package-lock.json after a package was added. npm leaves out what other platforms need when
 * its registry lacks it or node_modules is already there (npm/cli#4828), and `npm ci` then refuses the file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LockedPackages, lockfileGaps } from './lockfile-gaps.ts';

const file = join(import.meta.dirname, '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: LockedPackages };
const gaps = lockfileGaps(lock.packages);
const packages = Object.fromEntries(
  Object.entries({ ...lock.packages, ...gaps }).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(file, `${JSON.stringify({ ...lock, packages }, undefined, 2)}\n`);
process.stdout.write(`${Object.keys(gaps).length} packages for other platforms were added.\n`);
