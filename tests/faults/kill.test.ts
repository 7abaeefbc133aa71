/** The server dies again and again while people vote: what it acknowledged is there afterwards, and nobody counts twice. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { activityId, objectIdOf } from '../../bot/core/ids.ts';
import { activityScope, networkScope } from '../../bot/core/scope.ts';
import { polls, type Vote, votes } from '../../bot/features/polls/poll.ts';
import { type Somebody, somebody } from '../fakes/people-of-teams.ts';
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
    while (kills < KILLS) {
      wanted = Promise.withResolvers();
      target = acknowledged + 1 + Math.floor(Math.random() * MOST_BETWEEN);
      await wanted.promise;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 15)); // any moment of the requests under way
      const back = Promise.withResolvers<void>();
      up = back.promise;
      await world.kill();
      kills++;
      await world.start();
      back.resolve();
    }
    isOver = true;
    await Promise.all(voting);
    const unanswered = [...attempts.values()].flat().filter((one) => !one.isAcknowledged).length;

    await world.click(somebody(0), 'polls.close', { poll: poll.poll });
    await world.announcement(poll);
    expect(await world.stop()).toBe(0);

    const { store, network } = await world.openStore();
    const scope = networkScope(network);
    const { items } = await store.list(activityScope(scope, activityId.parse(poll.poll)), votes, { page: 1000 });
    const header = (await store.get(scope, polls, poll.poll))?.value;
    await store.close();

    expect(kills).toBeGreaterThanOrEqual(KILLS);
    expect(acknowledged).toBeGreaterThan(500);
    expect(unanswered).toBeGreaterThan(0); // else no kill hit a vote on its way
    process.stdout.write(`kill -9: ${kills} kills, ${acknowledged} votes acknowledged, ${unanswered} cut off\n`);

    const stored = new Map(items.map(({ value }) => [objectIdOf(value.voter), value]));
    expect(items).toHaveLength(VOTERS);
    expect(stored.size).toBe(VOTERS);
    const lost = [...attempts].flatMap(([who, own]) => whatWasLost(own, stored.get(who.objectId)));
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

/** Complaints, when the stored vote is older than the last acknowledged one, or is none that the person sent. */
function whatWasLost(own: readonly Attempt[], stored: Vote | undefined): string[] {
  const last = own.findLastIndex((one) => one.isAcknowledged);
  const kept = own.findIndex(({ delivery }) => delivery === stored?.deliveries.at(-1));
  if (!stored || kept < 0) return [`${own[0]?.delivery}: no vote of theirs is stored`];
  if (kept < last) return [`${own[last]?.delivery} was acknowledged, but ${own[kept]?.delivery} is stored`];
  const isSame = JSON.stringify(own[kept]?.choices) === JSON.stringify(stored.choices);
  return isSame ? [] : [`${own[kept]?.delivery} is stored with ${stored.choices.join()}`];
}
