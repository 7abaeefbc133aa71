/** The digest: when it is due over the year, sent once for its week or month, of what is new alone, and only when a coordinator wants it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Instant, toInstant } from '../../bot/core/clock.ts';
import type { Feature, News } from '../../bot/core/feature.ts';
import { NotAllowed } from '../../bot/core/refusal.ts';
import { digestRoutes } from '../../bot/features/digest/api.ts';
import * as contract from '../../bot/features/digest/contract.ts';
import {
  linesOf,
  NO_DIGEST,
  nextDue,
  periodOf,
  sinceOf,
  withIssue,
  withSettings,
} from '../../bot/features/digest/digest.ts';
import { digest } from '../../bot/features/digest/feature.ts';
import { setDigest } from '../../bot/features/digest/operations.ts';
import { audited } from '../fakes/audited.ts';
import { askOf, type FeatureWorld, NETWORK, openFeatureWorld } from '../fakes/feature-world.ts';

const ZONE = 'Europe/Helsinki';
const MONDAY_AT_9 = { every: 'week', weekday: 1, hour: 9 } as const;
const MONTHLY = { every: 'month', weekday: 1, hour: 9 } as const;
const at = (time: string): Instant => toInstant(time);

describe('when it is due', () => {
  test.each([
    ['never', { ...MONDAY_AT_9, every: 'never' as const }, '2026-03-02T10:00Z', undefined],
    ['the same day, before the hour', MONDAY_AT_9, '2026-03-02T06:59Z', '2026-03-02T07:00:00.000Z'],
    ['at the very hour, a week later', MONDAY_AT_9, '2026-03-02T07:00Z', '2026-03-09T07:00:00.000Z'],
    ['by the wall clock over the change to summer time', MONDAY_AT_9, '2026-03-23T08:00Z', '2026-03-30T06:00:00.000Z'],
    ['and back in autumn', MONDAY_AT_9, '2026-10-19T08:00Z', '2026-10-26T07:00:00.000Z'],
    [
      'an hour that spring skips, an hour later',
      { every: 'week', weekday: 7, hour: 3 },
      '2026-03-28T10:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
    ['the first Monday of this month', MONTHLY, '2026-03-01T10:00Z', '2026-03-02T07:00:00.000Z'],
    ['or of the next one', MONTHLY, '2026-03-02T10:00Z', '2026-04-06T06:00:00.000Z'],
    ['over the end of the year', MONTHLY, '2026-12-31T10:00Z', '2027-01-04T07:00:00.000Z'],
    ['from the last day of January', MONTHLY, '2026-01-31T10:00Z', '2026-02-02T07:00:00.000Z'],
  ] as const)('%s', (_, settings, after, due) => {
    expect(nextDue(settings, at(after), ZONE)).toBe(due);
  });

  test('every one of a year is at its hour of the wall clock, each in a period of its own', () => {
    for (const [settings, count] of [
      [MONDAY_AT_9, 52],
      [MONTHLY, 12],
    ] as const) {
      const periods = new Set<string>();
      let now = at('2026-01-01T00:00Z');
      for (let n = 0; n < count; n++) {
        now = nextDue(settings, now, ZONE) as Instant;
        const local = new Date(now).toLocaleString('sv-SE', { timeZone: ZONE });
        expect(local.slice(11, 16)).toBe('09:00');
        expect(new Date(now).toLocaleDateString('en', { timeZone: ZONE, weekday: 'long' })).toBe('Monday');
        periods.add(periodOf(settings, now, ZONE));
      }
      expect(periods.size).toBe(count);
      expect(now.slice(0, 4)).toBe('2026');
    }
  });

  test('a week is named by its Monday, also over the end of the year', () => {
    expect(periodOf(MONDAY_AT_9, at('2027-01-03T20:00Z'), ZONE)).toBe('week-2026-12-28');
    expect(periodOf(MONDAY_AT_9, at('2027-01-03T22:00Z'), ZONE)).toBe('week-2027-01-04');
  });
});

describe('what is in it', () => {
  const news = (section: News['section'], page: string): News => ({
    ...{ section, page, title: page, at: at('2026-03-02T10:00Z') },
  });
  const sent = withIssue(NO_DIGEST, {
    ...{ period: 'week-2026-02-23', since: at('2026-02-16T07:00Z'), at: at('2026-02-23T07:00Z') },
    pages: ['materials/a', 'polls/p'],
  });

  test('is all that is open or ahead, and of the bank what was not told', () => {
    const all = [news('materials', 'materials/a'), news('materials', 'materials/b'), news('polls', 'polls/p')];
    expect(linesOf(sent, all).map(({ page }) => page)).toEqual(['materials/b', 'polls/p']);
  });

  test('is nothing when nothing is new', () => {
    expect(linesOf(sent, [news('polls', 'polls/p'), news('materials', 'materials/a')])).toEqual([]);
    expect(linesOf(NO_DIGEST, [])).toEqual([]);
  });

  test('goes back to the one before, and an hour more for what the index took in late', () => {
    const since = withSettings(sent, MONDAY_AT_9, at('2026-02-24T07:00Z'));
    expect(sinceOf(since, at('2026-03-30T06:00Z'))).toBe('2026-02-23T06:00:00.000Z');
  });

  test('goes back a week or month from when it was switched on, also after it was off for long', () => {
    const first = withSettings(NO_DIGEST, MONTHLY, at('2026-03-02T07:00Z'));
    expect(sinceOf(first, at('2026-06-01T06:00Z'))).toBe('2026-01-30T07:00:00.000Z');
    const again = withSettings(sent, MONDAY_AT_9, at('2027-02-23T07:00Z'));
    expect(sinceOf(again, at('2027-03-01T07:00Z'))).toBe('2027-02-16T07:00:00.000Z');
  });

  test('is one for each period', () => {
    const again = withIssue(sent, { ...(sent.issues[0] as (typeof sent.issues)[number]), pages: [] });
    expect(again).toBe(sent);
  });
});

describe('in the channel', () => {
  let world: FeatureWorld;
  let told: News[];
  const source: Feature = {
    ...{ name: 'source', kinds: [], handlers: [], commands: [], jobs: [], drawings: [], routes: [], downloads: [] },
    news: async (since) => told.filter(({ section, at: added }) => section !== 'materials' || added > since),
  };
  const add = (page: string, section: News['section'] = 'materials'): void => {
    told.push({ section, title: `Otsikko ${page}`, page, at: world.clock.now() });
  };
  const posted = () => world.channel.texts('create');
  const on = async (settings: contract.DigestSettings = MONDAY_AT_9) => setDigest(await world.visit(0), settings);
  /** The clock goes on to a wall time, and a little further for the jobs. */
  const until = async (time: string): Promise<void> => {
    await world.passTo(time);
    await world.clock.advance(20_000);
  };

  beforeEach(async () => {
    world = await openFeatureWorld([source, digest]); // Monday 2 March 2026, 12.00 in Helsinki
    told = [];
  });
  afterEach(() => world.close());

  test('nothing comes until it is switched on', async () => {
    add('materials/a');
    await until('2026-03-30T12:00:00.000Z');
    expect(posted()).toEqual([]);
  });

  test('one comes each week in which something is new', async () => {
    await on();
    add('materials/a');
    await until('2026-03-09T07:00:00.000Z');
    expect(posted()).toEqual(['Verkoston kooste: 1 asia']);
    await until('2026-03-16T07:00:00.000Z');
    expect(posted()).toHaveLength(1);
    add('materials/b');
    add('polls/p', 'polls');
    await until('2026-03-23T07:00:00.000Z');
    expect(posted()).toEqual(['Verkoston kooste: 1 asia', 'Verkoston kooste: 2 asiaa']);
    await until('2026-03-30T06:00:00.000Z'); // summer time: the poll is still open, and was told
    expect(posted()).toHaveLength(2);
  });

  test('after weeks of downtime one comes, with all of it, and the next is due as ever', async () => {
    await on();
    add('materials/a');
    world.kill();
    await world.passTo('2026-03-25T10:00:00.000Z');
    await world.restart();
    await world.clock.advance(20_000);
    expect(posted()).toEqual(['Verkoston kooste: 1 asia']);
    add('materials/b');
    await until('2026-03-30T06:00:00.000Z');
    expect(posted()).toHaveLength(2);
  });

  test('a week has one, whatever is set meanwhile', async () => {
    await on();
    add('materials/a');
    await until('2026-03-09T07:00:00.000Z');
    add('materials/b');
    await on({ every: 'week', weekday: 3, hour: 12 });
    await until('2026-03-11T10:00:00.000Z');
    expect(posted()).toHaveLength(1);
    await until('2026-03-18T10:00:00.000Z');
    expect(posted()).toHaveLength(2);
  });

  test('what was switched off, or set to another time, does not come', async () => {
    add('materials/a');
    await on({ ...MONDAY_AT_9, weekday: 3 });
    await on();
    await until('2026-03-04T08:00:00.000Z');
    expect(posted()).toEqual([]);
    await on({ ...MONDAY_AT_9, every: 'never' });
    await until('2026-03-10T08:00:00.000Z');
    expect(posted()).toEqual([]);
  });

  test('a crash after it was noted and before it was posted loses nothing and doubles nothing', async () => {
    await on();
    add('materials/a');
    world.store.fails = (method, args) => {
      const [, kind] = args as [unknown, { name: string }];
      const isPost = method === 'insert' && kind.name.startsWith('post');
      if (isPost) world.kill();
      return isPost;
    };
    await until('2026-03-09T07:00:00.000Z');
    expect(posted()).toEqual([]);
    world.store.fails = () => false;
    await world.restart();
    await world.clock.advance(60_000);
    expect(posted()).toEqual(['Verkoston kooste: 1 asia']);
  });

  test('the tab sets it, previews it, and is told when the next is due', async () => {
    const visit = await world.visit(0);
    expect(await askOf(digestRoutes, contract.getDigest, visit)).toEqual({ settings: NO_DIGEST.settings });
    expect(await askOf(digestRoutes, contract.previewDigest, visit)).toEqual({});
    const set = await askOf(digestRoutes, contract.putDigest, visit, { body: MONDAY_AT_9 });
    expect(set).toEqual({ settings: MONDAY_AT_9, next: '2026-03-09T07:00:00.000Z' });
    add('materials/a');
    const { card } = await askOf(digestRoutes, contract.previewDigest, visit);
    expect(JSON.stringify(card)).toContain('Otsikko materials/a');
    await until('2026-03-09T07:00:00.000Z');
    expect((await askOf(digestRoutes, contract.getDigest, visit)).last?.slice(0, 13)).toBe('2026-03-09T07');
    expect(posted()).toHaveLength(1);
  });

  test('is the coordinators’ to set, who leave a trail', async () => {
    await on();
    await on();
    expect((await audited(world.services, NETWORK)).filter(({ act }) => act === 'digest.settings')).toHaveLength(1);
    await expect(setDigest(await world.visit(1), MONDAY_AT_9)).rejects.toThrow(NotAllowed);
  });
});
