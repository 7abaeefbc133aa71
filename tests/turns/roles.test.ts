/** Who may do what: every route, button, download and page of the personal link, as every role, against the table of docs/ROLES.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inputFor, LAST } from './role-inputs.ts';
import { type Deed, deeds, ROLES, type Role, type RolesWorld, startRolesWorld } from './roles-world.ts';

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'ROLES.md');

/** Rows of docs/ROLES.md: what may be done, by whom. Each table says above which roles it tells; the others may do nothing of it. */
const table = new Map<string, ReadonlyMap<Role, boolean>>();
let columns: readonly Role[] = [];
for (const line of readFileSync(FILE, 'utf8').split('\n')) {
  const [, named] = /^\| \w+ \| What it is \| (.+) \|$/.exec(line) ?? [];
  if (named !== undefined) columns = named.split(' | ').map(roleNamed);
  const [, key] = /^\| `([^`]+)` \|/.exec(line) ?? [];
  if (key === undefined) continue;
  const cells = line
    .split(' | ')
    .slice(2)
    .map((cell) => cell.replace(/[\s|]/g, ''));
  if (cells.length !== columns.length || cells.some((cell) => cell !== 'yes' && cell !== '–')) {
    throw new Error(`docs/ROLES.md: the row of ${key} needs “yes” or “–” for ${columns.join(', ')}.`);
  }
  if (table.has(key)) throw new Error(`docs/ROLES.md has two rows for ${key}.`);
  table.set(key, new Map(ROLES.map((role) => [role, cells[columns.indexOf(role)] === 'yes'])));
}

function roleNamed(name: string): Role {
  const role = ROLES.find((one) => one === name.toLowerCase());
  if (!role) throw new Error(`docs/ROLES.md: there is no role ${name}.`);
  return role;
}

const rolesOf = ({ key }: Deed, may: boolean): Role[] => ROLES.filter((role) => table.get(key)?.get(role) === may);
const known = deeds.filter(({ key }) => table.has(key));
const inTurn = [
  ...known.filter(({ key }) => !LAST.includes(key)),
  ...LAST.flatMap((key) => known.filter((one) => one.key === key)),
];

test('the table has a row for everything that can be done', () => {
  const missing = deeds.filter(({ key }) => !table.has(key)).map(({ type, key }) => `${type} ${key}`);
  const mend = 'Add a row to docs/ROLES.md for each, and to tests/turns/role-inputs.ts what is to be sent with it:';
  expect([mend, ...missing]).toEqual([mend]);
});

test('the table has no row for what can’t be done any more', () => {
  const there = new Set(deeds.map(({ key }) => key));
  expect([...table.keys()].filter((key) => !there.has(key))).toEqual([]);
  expect(new Set(deeds.map(({ key }) => key)).size).toBe(deeds.length);
});

let world: RolesWorld;
beforeAll(async () => {
  world = await startRolesWorld();
});
afterAll(() => world.close());

// What is denied comes first: nothing has changed then but by denied deeds.
describe('is denied to those who may not, and changes nothing', () => {
  test.each(known.filter((deed) => rolesOf(deed, false).length > 0).map((deed) => [deed.key, deed] as const))(
    '%s',
    async (key, deed) => {
      for (const role of rolesOf(deed, false)) {
        world.written();
        const { is, told } = await world.attempt(deed, role, inputFor(key, world.things));
        const written = world.written();
        const mend = is === 'invalid' ? 'the input doesn’t fit: mend tests/turns/role-inputs.ts' : told;
        expect({ role, is, told: is === 'denied' ? '' : mend, written }).toEqual({
          ...{ role, is: 'denied', told: '', written: [] },
        });
      }
    },
  );
});

describe('is allowed to those who may', () => {
  test.each(inTurn.map((deed) => [deed.key, deed] as const))('%s', async (key, deed) => {
    for (const role of rolesOf(deed, true)) {
      const { is, told } = await world.attempt(deed, role, inputFor(key, world.things));
      const mend = is === 'invalid' ? `the input doesn’t fit: mend tests/turns/role-inputs.ts. ${told}` : told;
      expect({ role, is, told: is === 'allowed' ? '' : mend }).toEqual({ role, is: 'allowed', told: '' });
    }
  });
});
