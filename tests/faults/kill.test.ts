/** The server dies again and again while people vote: what it acknowledged is there afterwards, and nobody counts twice. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { activityId, objectIdOf } from '../../bot/core/ids.ts';
import { activityScope, networkScope } from '../../bot/core/scope.ts';
import { polls, type Vote, votes } from '../../bot/features/polls/poll.ts';
import { type Somebody, somebody } from '../fakes/people-of-teams.ts';
import type { RunningPoll } from '../fakes/running-network.ts';
import { type ServerWorld, saidBy, startServerWorld } from '../fakes/server-world.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

const KILLS = 50;
const VOTERS = 40;
/** Votes acknowledged before the next kill, at most. */
const MOST_BETWEEN = 60;
const TIME = 300_000;

interface Attempt {
  readonly delivery: string;
  /** Empty when the vote was withdrawn. */
  readonly choices: readonly string[];
  isAcknowledged: boolean;
}

let world: ServerWorld;
beforeEach(async () => {
  world = await startServerWorld('embedded', VOTERS + 1);
}, TIME);
afterEach(() => world.close());

test(
  'after 50 kill -9s during votes each acknowledged vote is there, nobody is counted twice, and the result is the stored votes',
  async () => {
    const poll = await world.publish({ question: 'Mikä aihe?', options: 'Koulukuljetukset\nKutsuliikenne\nTilastot' });
    await world.stop(); // once in good order, so that its compiled code is kept for the many starts
    await world.start();

    const attempts = new Map<Somebody, Attempt[]>();
    let acknowledged = 0;
    let isOver = false;
    let up = Promise.resolve();
    let wanted = Promise.withResolvers<void>();
    let target = Number.POSITIVE_INFINITY;

    const keepVoting = async (who: Somebody): Promise<void> => {
      const own: Attempt[] = [];
      attempts.set(who, own);
      for (let at = Date.now(); !isOver; at = Math.max(at + 1, Date.now())) {
        await up;
        const choices = Math.random() < 0.1 ? [] : [poll.options[Math.floor(Math.random() * 3)] ?? ''];
        const attempt: Attempt = { delivery: `${who.objectId}-${own.length}`, choices, isAcknowledged: false };
        own.push(attempt);
        const verb = choices.length === 0 ? 'polls.withdraw' : 'polls.vote';
        const data = { poll: poll.poll, ...(choices.length === 0 ? {} : { choice: choices[0] }) };
        const answer = await world.click(who, verb, data, { id: attempt.delivery, at }).catch(() => undefined);
        if (!answer || !['receipt', 'withdrawn'].includes(saidBy(answer))) continue;
        attempt.isAcknowledged = true;
        acknowledged++;
        if (acknowledged >= target) wanted.resolve();
      }
    };
    const voting = Array.from({ length: VOTERS }, (_, n) => keepVoting(somebody(n + 1)));

    let kills = 0;
    const lost: string[] = [];
    while (kills < KILLS) {
      wanted = Promise.withResolvers();
      target = acknowledged + 1 + Math.floor(Math.random() * MOST_BETWEEN);
      await wanted.promise;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 15)); // any moment of the requests under way
      const back = Promise.withResolvers<void>();
      up = back.promise;
      await world.kill();
      kills++;
      lost.push(...lossesIn(attempts, await storedVotes(poll)));
      await world.start();
      back.resolve();
    }
    isOver = true;
    await Promise.all(voting);
    const unanswered = [...attempts.values()].flat().filter((one) => !one.isAcknowledged).length;

    await world.click(somebody(0), 'polls.close', { poll: poll.poll });
    await world.announcement(poll);
    expect(await world.stop()).toBe(0);

    const stored = await storedVotes(poll);
    const { store, network } = await world.openStore();
    const header = (await store.get(networkScope(network), polls, poll.poll))?.value;
    await store.close();

    expect(kills).toBeGreaterThanOrEqual(KILLS);
    expect(acknowledged).toBeGreaterThan(500);
    expect(unanswered).toBeGreaterThan(0); // else no kill hit a vote on its way
    process.stdout.write(`kill -9: ${kills} kills, ${acknowledged} votes acknowledged, ${unanswered} cut off\n`);

    expect(stored.size).toBe(VOTERS);
    lost.push(...lossesIn(attempts, stored));
    expect(lost).toEqual([]);

    const counts = Object.fromEntries(poll.options.map((id) => [id, 0]));
    for (const { choices } of stored.values()) for (const id of choices) counts[id] = (counts[id] ?? 0) + 1;
    expect(header?.state).toBe('closed');
    expect(header?.result?.counts).toEqual(counts);
    expect(header?.result?.voters).toBe([...stored.values()].filter(({ choices }) => choices.length > 0).length);
    const thread = world.cloud.messages(`${TEAM};messageid=${poll.message}`);
    expect(thread).toHaveLength(1);
  },
  TIME,
);

/** By object id, from a copy of the store's files as they lie there: the server itself is to mend what a kill left. Throws when someone is stored twice. */
async function storedVotes(poll: RunningPoll): Promise<ReadonlyMap<string, Vote>> {
  const copy = await mkdtemp(join(tmpdir(), 'killed-'));
  await cp(join(world.folder, 'store'), join(copy, 'store'), { recursive: true });
  const { store, network } = await world.openStore(copy);
  const scope = activityScope(networkScope(network), activityId.parse(poll.poll));
  const { items } = await store.list(scope, votes, { page: 1000 });
  await store.close();
  await rm(copy, { recursive: true });
  const stored = new Map(items.map(({ value }) => [objectIdOf(value.voter), value]));
  if (stored.size !== items.length) throw new Error('Someone is stored twice.');
  return stored;
}

/** Who has an older vote stored than the last one that was acknowledged to them, or one that they never sent. */
function lossesIn(attempts: ReadonlyMap<Somebody, readonly Attempt[]>, stored: ReadonlyMap<string, Vote>): string[] {
  return [...attempts].flatMap(([who, own]) => {
    const last = own.findLastIndex((one) => one.isAcknowledged);
    const found = stored.get(who.objectId);
    const kept = own.findIndex(({ delivery }) => delivery === found?.deliveries.at(-1));
    if (kept < last)
      return [`${own[last]?.delivery} was acknowledged, but ${own[kept]?.delivery ?? 'nothing'} is stored`];
    if (!found) return [];
    const isSame = JSON.stringify(own[kept]?.choices) === JSON.stringify(found.choices);
    return isSame ? [] : [`${found.deliveries.at(-1)} is stored with ${found.choices.join()}`];
  });
}
