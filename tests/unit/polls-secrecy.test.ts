/** Secret polls: what is in the store, its files and the key box before and after closing. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { activityScope } from '../../bot/core/scope.ts';
import { ballots } from '../../bot/features/polls/ballots.ts';
import { getPoll } from '../../bot/features/polls/contract.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { castBallot, closePoll, hasVoted, reopenPoll, undoPoll } from '../../bot/features/polls/operations.ts';
import { type Poll, votes } from '../../bot/features/polls/poll.ts';
import { text } from '../../bot/features/polls/text.ts';
import { ask, openPollWorld, type PollWorld, person, wordsOf } from '../fakes/poll-world.ts';

let world: PollWorld;
beforeEach(async () => {
  world = await openPollWorld();
});
afterEach(() => world.close());

const scopeOf = (poll: Poll) => activityScope(world.scope, poll.id);
const stored = async (poll: Poll) => (await world.temp.store.list(scopeOf(poll), ballots)).items;
const keyFiles = () => readdir(join(world.temp.folder, 'keys'));

/** Everything in the data folder, the log and free pages of the database included. */
async function allBytes(): Promise<string> {
  const files = await readdir(world.temp.folder, { recursive: true, withFileTypes: true });
  const read = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
  return (await Promise.all(read)).join('\n');
}

async function voteWith(n: number, poll: Poll, choice: string, comment?: string): Promise<void> {
  const data = { poll: poll.id, choice, ...(comment === undefined ? {} : { comment }) };
  await world.click('polls.vote', data, await world.turn(n));
}

test('before closing nothing readable of a vote is in the files', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  await voteWith(1, poll, 'o2', 'Kaikuluotain');
  expect(await stored(poll)).toHaveLength(1);
  expect((await world.temp.store.list(scopeOf(poll), votes)).items).toEqual([]);
  const bytes = await allBytes();
  expect(bytes).not.toContain('Kaikuluotain');
  expect(bytes).not.toMatch(/"choices":\s*\[/);
});

test('after closing no ballot, no key and no trace of either remains, and the numbers are right', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  for (const [n, choice] of ['o1', 'o2', 'o1', 'o3'].entries()) await voteWith(n, poll, choice, `Sana numero ${n}`);
  await voteWith(3, poll, 'o1');
  await world.click('polls.withdraw', { poll: poll.id }, await world.turn(1));
  const sealed = (await stored(poll)).map(({ id, value }) => ({ id, body: value.sealed.slice(100, 160) }));
  expect(sealed).toHaveLength(4);
  expect(await keyFiles()).toHaveLength(1);

  const counted = await world.untilCounted(poll);
  expect(counted.result).toMatchObject({
    ...{ voters: 3, counts: { o1: 3, o2: 0, o3: 0 }, leaders: ['o1'] },
    participants: [person(0), person(2), person(3)],
  });
  expect([...(counted.result?.comments ?? [])].sort()).toEqual(['Sana numero 0', 'Sana numero 2', 'Sana numero 3']);
  expect(await stored(poll)).toEqual([]);
  expect(await keyFiles()).toEqual([]);
  const bytes = await allBytes();
  for (const { id, body } of sealed) {
    expect(bytes).not.toContain(id);
    expect(bytes).not.toContain(body);
  }
});

test('before closing nobody sees counts, only the turnout, not even who has voted', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  for (const n of [1, 2, 3]) await voteWith(n, poll, 'o1', 'Piilossa');
  const view = await ask(getPoll, await world.visit(0), { params: { poll: poll.id } });
  expect(view).toMatchObject({ voters: 3, visible: 'turnout', comments: [] });
  expect(view.options.every(({ votes: n, voters }) => n === undefined && voters === undefined)).toBe(true);
  expect(view.desk).not.toHaveProperty('votedNames');
});

test('one’s own sealed vote can be seen, changed and withdrawn until closing', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  await voteWith(1, poll, 'o2');
  const own = await ask(getPoll, await world.visit(1), { params: { poll: poll.id } });
  expect(own.own?.choices).toEqual(['o2']);
  await voteWith(1, poll, 'o3');
  expect(await stored(poll)).toHaveLength(1);
  const gone = await world.click('polls.withdraw', { poll: poll.id }, await world.turn(1));
  expect(wordsOf(gone)).toContain('perut');
  expect(await hasVoted(await world.work(), poll, person(1))).toBe(false);
});

test('with fewer than three votes only the turnout is published', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  await voteWith(1, poll, 'o1', 'Vain kaksi');
  await voteWith(2, poll, 'o1');
  const counted = await world.untilCounted(poll);
  expect(counted.result).toMatchObject({ voters: 2, leaders: [], comments: [] });
  expect(counted.result).not.toHaveProperty('counts');
  const view = await ask(getPoll, await world.visit(0), { params: { poll: poll.id } });
  expect(view).toMatchObject({ visible: 'turnout', verdict: 'tooFewToTell', winnerIds: [] });
  expect(await keyFiles()).toEqual([]);
});

test('a closed secret poll stays closed', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  await closePoll(await world.visit(0), poll.id);
  await world.clock.advance(16_000);
  await expect(
    reopenPoll(await world.visit(0), poll.id, { closesOn: '2026-05-01', closesAtTime: '12:00' }),
  ).rejects.toMatchObject({ row: text.secretStaysClosed });
});

test('a secret poll that is taken back leaves neither ballots nor key', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  await voteWith(1, poll, 'o1');
  await world.click('polls.withdraw', { poll: poll.id }, await world.turn(1));
  await undoPoll(await world.visit(0), poll.id);
  expect(await stored(poll)).toEqual([]);
  expect(await keyFiles()).toEqual([]);
});

test('a ballot that was written after the counting is taken away again', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  for (const n of [1, 2, 3]) await voteWith(n, poll, 'o1');
  await world.passTo(new Date(Date.parse(poll.closesAt) - 1000).toISOString());
  const { store } = world.temp;
  const slow: typeof store = {
    ...store,
    async insert(...args) {
      await world.clock.advance(20_000); // meanwhile the poll is counted
      return store.insert(...args);
    },
  };
  const turn = await world.turn(4); // at another instance, whose store hangs
  const elsewhere = { ...turn, services: { ...turn.services, store: slow } };
  await expect(castBallot(elsewhere, poll.id, { choices: ['o1'], delivery: turn.delivery })).rejects.toMatchObject({
    row: text.lateVote,
  });
  expect((await world.now(poll)).result?.voters).toBe(3);
  expect(await stored(poll)).toEqual([]);
});

test('when the key is lost, votes are refused plainly and the poll ends as taken back, said in its thread', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  await voteWith(1, poll, 'o1');
  await world.temp.keys.destroy(world.scope.network, poll.id);
  world.clock.jump(11 * 60_000); // keys stay in memory for a while
  await expect(voteWith(2, poll, 'o1')).rejects.toMatchObject({ row: text.lostBallots });
  const view = await ask(getPoll, await world.visit(0), { params: { poll: poll.id } });
  expect(view).toMatchObject({ voters: 1, phase: 'open' });
  expect((await world.untilCounted(poll)).state).toBe('undone');
  await world.clock.advance(3_000);
  expect([...world.channel.shown.values()].join('\n')).toContain('avain on kadonnut');
  expect(world.log.events).toContainEqual(expect.objectContaining({ level: 'error', event: 'polls.key-lost' }));
});

test('a poll that another process has counted is not called lost, though its key is gone', async () => {
  const poll = await world.ask({ secrecy: 'secret' });
  for (const n of [1, 2, 3]) await voteWith(n, poll, 'o1');
  await world.untilCounted(poll);
  const draw = polls.drawings.find(({ name }) => name === 'polls.lost')?.draw(poll.id, await world.work());
  expect(await draw).toBeUndefined();
});
