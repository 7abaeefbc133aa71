/** Secret polls against someone who holds the store, its backups, the logs and the times of all clicks; before closing and after. */

import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { activityId, networkId, objectIdOf } from '../../bot/core/ids.ts';
import { activityScope, networkScope } from '../../bot/core/scope.ts';
import { ballots as ballotKind } from '../../bot/features/polls/ballots.ts';
import { polls } from '../../bot/features/polls/poll.ts';
import { openStore } from '../../bot/store/open.ts';
import { eventually } from '../fakes/eventually.ts';
import { somebody } from '../fakes/people-of-teams.ts';
import type { RunningPoll } from '../fakes/running-network.ts';
import { type ServerWorld, STORES, saidBy, startServerWorld } from '../fakes/server-world.ts';
import { TEAM } from '../fakes/teams-cloud.ts';
import { attack, type Ballot, type Click, chanceOf, type Evidence, type Guesses } from './attacker.ts';
import { bytesIn, countOf, documentsOf, filesOf, type Taken } from './evidence.ts';

const VOTERS = 60;
const CHANGES = 25;
const WITHDRAWALS = 8;
const TIME = 240_000;
/** All attacks of one test together raise a false alarm less often than this: each gets its part. */
const FALSE_ALARMS = 1e-6;
const LABELS = ['Koulukuljetukset', 'Kutsuliikenne', 'Tilastot'];
const OPTIONS = LABELS.map((label, n) => ({ id: `o${n + 1}`, label }));

/** Bars and votes as cards show them. */
const NUMBERS = /[█▌]|\d\s*(ääntä|ääni\b)/;

const coordinator = somebody(0);
/** A member who looks at the poll after each click, and never votes. */
const onlooker = somebody(VOTERS + 1);
const voters = Array.from({ length: VOTERS }, (_, n) => somebody(n + 1));

interface Voted {
  readonly clicks: readonly Click[];
  /** Option id by object id, of those whose vote counts. */
  readonly truth: ReadonlyMap<string, string>;
  readonly comments: readonly string[];
}

/** Votes at random one after the other. A long comment comes with the first option and a short one with the second: sizes would tell them. */
async function voteAtRandom(world: ServerWorld, poll: RunningPoll, isMixed: boolean): Promise<Voted> {
  const clicks: Click[] = [];
  const truth = new Map<string, string>();
  const comments = new Map<string, string>();
  const some = (count: number) => Array.from({ length: isMixed ? count : 0 }, () => voters[randomInt(VOTERS)]);
  const steps = [
    ...voters.map((who) => ({ who, verb: 'vote' as const })),
    ...some(CHANGES).map((who) => ({ who, verb: 'vote' as const })),
    ...some(WITHDRAWALS).map((who) => ({ who, verb: 'withdraw' as const })),
  ];
  const lots = new Map(steps.map((step) => [step, randomInt(2 ** 32)]));
  for (const { who, verb } of [...steps].sort((a, b) => (lots.get(a) ?? 0) - (lots.get(b) ?? 0))) {
    if (!who) continue;
    const option = randomInt(OPTIONS.length);
    const delivery = `f:${randomInt(2 ** 47)}`;
    const hasComment = verb === 'vote' && option < 2;
    const comment = hasComment ? `Ajatus ${randomInt(2 ** 47)} ${'pitkä '.repeat(option === 0 ? 70 : 1)}`.trim() : '';
    const data = { poll: poll.poll, ...(verb === 'vote' ? { choice: `o${option + 1}`, comment } : {}) };
    const answer = await world.click(who, verb === 'vote' ? 'polls.vote' : 'polls.withdraw', data, { id: delivery });
    expect(saidBy(answer)).toBe(verb === 'vote' ? 'receipt' : 'withdrawn');
    truth.delete(who.objectId);
    comments.delete(who.objectId);
    if (verb === 'vote') truth.set(who.objectId, `o${option + 1}`);
    if (comment) comments.set(who.objectId, comment);
    const { options } = await world.view(onlooker, poll);
    clicks.push({ who, verb, delivery, seen: options.map((one) => one.votes) });
  }
  return { clicks, truth, comments: [...comments.values()] };
}

// ── What the attacker takes ────────────────────────────────────────────────────────────────────

type Bytes = Evidence['bytes'];

/** Everything but the folder of keys. `copy`: a place for a copy of the store's files, as a backup makes it. */
async function take(world: ServerWorld, copy: string): Promise<Omit<Evidence, 'ballots'>> {
  const log = [...world.log];
  const stored: Taken = world.cosmos ? await documentsOf(world.cosmos) : await filesOf(world.folder, copy);
  return { ...stored, log, bytes: [...stored.bytes, { name: 'log', data: Buffer.from(log.join('\n')) }] };
}

/** Sealed votes in the order of writing: from the copy opened as a store, or from the documents. */
async function ballotsOf(world: ServerWorld, poll: RunningPoll, copy: string, network: string): Promise<Ballot[]> {
  const scope = activityScope(networkScope(networkId.parse(network)), activityId.parse(poll.poll));
  const opened = world.cosmos ? await world.openStore() : await openStore({ type: 'embedded', folder: copy });
  const { items } = await opened.store.list(scope, ballotKind, { page: 1000 });
  await opened.store.close();
  return [...items]
    .sort((a, b) => countOf(a.version) - countOf(b.version))
    .map(({ id, value }) => ({ id, sealed: value.sealed }));
}

/** Guesses that chance would hardly ever reach. */
function findings(guesses: readonly Guesses[], truth: ReadonlyMap<string, string>) {
  return guesses
    .map((one) => ({ attack: one.attack, ...chanceOf(one, truth) }))
    .filter(({ p }) => p < FALSE_ALARMS / guesses.length);
}

const jobIsDone = (world: ServerWorld, count: number): boolean =>
  world.log.filter((line) => line.includes('"event":"job.done"') && line.includes('"polls.close"')).length >= count;

const keysOf = async ({ folder }: ServerWorld): Promise<Bytes> => bytesIn(join(folder, 'keys'));

describe.each(STORES)('on the %s store', (name) => {
  let world: ServerWorld;
  let copy: string;
  beforeEach(async () => {
    world = await startServerWorld(name, VOTERS + 2);
    copy = await mkdtemp(join(tmpdir(), 'backup-'));
  }, TIME);
  afterEach(async () => {
    await world.close();
    await rm(copy, { recursive: true, force: true });
  });

  const networkOf = (): string => /"network":"([^"]+)"/.exec(world.log.join('\n'))?.[1] ?? '';

  test(
    'of an ordinary poll without names the attacks find who voted for what, by words, by order and by numbers',
    async () => {
      const poll = await world.publish({ question: 'Mikä aihe?', options: LABELS.join('\n'), secrecy: 'unnamed' });
      const { clicks, truth } = await voteAtRandom(world, poll, false);
      const evidence = { ...(await take(world, copy)), ballots: [] };
      const found = findings(attack(evidence, clicks, OPTIONS), truth).map((one) => one.attack);
      expect(found).toEqual(expect.arrayContaining(['nearest words', 'numbers shown after each click']));
      expect(found.join()).toContain('order of clicks');
    },
    TIME,
  );

  test(
    'of a secret poll no attack does better than chance: not before closing without the keys, and not after closing with all that is left',
    async () => {
      const poll = await world.publish({ question: 'Mikä aihe?', options: LABELS.join('\n'), secrecy: 'secret' });
      const { clicks, truth, comments } = await voteAtRandom(world, poll, true);
      const before = await take(world, copy);
      const ballots = await ballotsOf(world, poll, copy, networkOf());
      const keysBefore = await keysOf(world);
      expect(ballots.map(({ sealed }) => sealed.length > 5000)).toEqual(Array(VOTERS).fill(true));
      expect(findings(attack({ ...before, ballots }, clicks, OPTIONS), truth)).toEqual([]);
      // With the keys it is another matter: the attack with keys works, and these are the votes.
      const withKeys = attack({ ...before, ballots, bytes: [...before.bytes, ...keysBefore] }, clicks, OPTIONS);
      expect(findings(withKeys, truth).map((one) => one.attack)).toEqual(['a key that was left']);

      await world.click(coordinator, 'polls.close', { poll: poll.poll });
      await world.announcement(poll);
      await eventually(() => jobIsDone(world, 1));

      await rm(copy, { recursive: true });
      const after = await take(world, copy);
      const keysAfter = await keysOf(world);
      const left = [...before.bytes, ...after.bytes, ...keysAfter];
      const hindsight = { ...after, written: [...before.written, ...after.written], bytes: left, ballots };
      expect(findings(attack(hindsight, clicks, OPTIONS), truth)).toEqual([]);

      const now = Buffer.concat([...after.bytes, ...keysAfter].map(({ data }) => data));
      const remains = ballots.filter(
        ({ id, sealed }) => now.includes(id) || [0, 1000, 4000].some((at) => now.includes(sealed.slice(at, at + 40))),
      );
      expect(remains).toEqual([]);
      const destroyed = keysBefore.filter(({ name: file }) => !keysAfter.some((one) => one.name === file));
      expect(destroyed).toHaveLength(1);
      expect(now.includes(destroyed[0]?.data ?? '')).toBe(false);

      const { options, voters: counted, phase } = await world.view(onlooker, poll);
      const tally = OPTIONS.map(({ id }) => [...truth.values()].filter((choice) => choice === id).length);
      expect([phase, counted, ...options.map((one) => one.votes)]).toEqual(['closed', truth.size, ...tally]);
      await world.stop();
      const { store, network } = await world.openStore();
      const result = (await store.get(networkScope(network), polls, poll.poll))?.value.result;
      await store.close();
      const participants = result?.participants ?? [];
      expect(participants.map(objectIdOf)).toEqual([...truth.keys()].sort());
      expect([...(result?.comments ?? [])].sort()).toEqual([...comments].sort());
    },
    TIME,
  );
});

describe('hidden results', () => {
  let world: ServerWorld;
  beforeEach(async () => {
    world = await startServerWorld('embedded', 8);
  }, TIME);
  afterEach(() => world.close());

  const exportOf = async (poll: RunningPoll): Promise<string> => {
    const asked = await world.api(coordinator, 'POST', `/polls/${poll.poll}/export`, { format: 'csv' });
    const { url } = (await asked.json()) as { url: string };
    return (await world.fetch(new URL(url).pathname)).text();
  };
  const cardOf = ({ message }: RunningPoll): string =>
    JSON.stringify(world.cloud.messages(TEAM).find(({ id }) => id === message)?.activity);

  test(
    'of an open secret poll nobody sees a number by which its votes could be told: not on the card, in the tab, in the export or in the log',
    async () => {
      const poll = await world.publish({ question: 'Salaisesti?', options: LABELS.join('\n'), secrecy: 'secret' });
      const people = [1, 2, 3, 4, 5].map(somebody);
      const vote = async (options: readonly number[]): Promise<void> => {
        for (const [n, who] of people.entries()) {
          expect(saidBy(await world.network.vote(poll, who, options[n] ?? 0))).toBe('receipt');
        }
      };
      const seen = async () => ({
        member: await world.view(somebody(6), poll),
        coordinator: await world.view(coordinator, poll),
        list: await (await world.api(somebody(6), 'GET', '/polls')).text(),
        export: await exportOf(poll),
        card: cardOf(poll),
      });
      await vote([0, 0, 0, 0, 1]);
      await eventually(() => /5\D+8/.test(cardOf(poll)));
      const first = await seen();
      await vote([2, 1, 2, 2, 2]);
      // Other votes of the same people change nothing that anyone sees.
      expect(await seen()).toEqual(first);

      expect(first.member.visible).toBe('turnout');
      for (const { votes, voters: names } of [...first.member.options, ...first.coordinator.options]) {
        expect([votes, names]).toEqual([undefined, undefined]);
      }
      expect(first.coordinator.desk).toMatchObject({ lockedOptions: OPTIONS.map(({ id }) => id) });
      expect(first.coordinator.desk?.votedNames).toBeUndefined();
      for (const label of LABELS) expect(first.export).not.toContain(label);
      expect(first.card).not.toMatch(NUMBERS);
      for (const line of world.log) expect(line).not.toMatch(/"(choice|choices|counts|votes|tally)"|"o[123]"/);
      for (const label of LABELS) expect(world.log.join('\n')).not.toContain(label);
      const refused = await world.api(somebody(6), 'POST', `/polls/${poll.poll}/export`, { format: 'csv' });
      expect(refused.status).toBe(403);
    },
    TIME,
  );

  test(
    'a secret poll in which two people voted publishes its turnout and nothing else',
    async () => {
      const poll = await world.publish({ question: 'Kahden kesken?', options: 'Yksi\nKaksi', secrecy: 'secret' });
      await world.network.vote(poll, somebody(1), 0);
      await world.network.vote(poll, somebody(2), 1);
      await world.click(coordinator, 'polls.close', { poll: poll.poll });
      await world.announcement(poll);
      await eventually(() => jobIsDone(world, 1));

      const { voters: counted, options, winners, verdict } = await world.view(coordinator, poll);
      expect({ counted, winners, verdict }).toEqual({ counted: 2, winners: [], verdict: 'tooFewToTell' });
      expect(options.map(({ votes }) => votes)).toEqual([undefined, undefined]);
      expect(await exportOf(poll)).not.toMatch(/Yksi|Kaksi/);
      const thread = JSON.stringify(world.cloud.messages(`${TEAM};messageid=${poll.message}`));
      expect(thread).not.toMatch(NUMBERS);
      await world.stop();
      const { store, network } = await world.openStore();
      const result = (await store.get(networkScope(network), polls, poll.poll))?.value.result;
      await store.close();
      expect(result).toMatchObject({ voters: 2, leaders: [], comments: [] });
      expect(result?.counts).toBeUndefined();
    },
    TIME,
  );
});
