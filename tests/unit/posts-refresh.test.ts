/** The pace at which a shared card follows its votes, and the checks that find what was missed. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE, SECOND } from '../../bot/core/clock.ts';
import type { NewPost } from '../../bot/core/ports.ts';
import { shardScope } from '../../bot/core/scope.ts';
import { jobDocuments } from '../../bot/jobs/job.ts';
import { CONVERSATION_LIMITS } from '../../bot/jobs/rate.ts';
import { type JobWorld, NETWORK, openJobWorld, type Process } from '../fakes/job-world.ts';

let world: JobWorld;
let one: Process;
let poll: NewPost;
beforeEach(async () => {
  world = await openJobWorld();
  one = await world.boot();
  poll = world.post('poll');
});
afterEach(() => world.close());

async function publish(isLive = false): Promise<void> {
  world.isLive = isLive;
  world.data.set('poll', 'votes: 0');
  await one.posts.publish(poll);
  await world.clock.rest();
}
const vote = (n: number, by = one): void => {
  world.data.set('poll', `votes: ${n}`);
  by.posts.refreshSoon(NETWORK, poll.id);
};
const updates = (): { text?: string; at: string }[] => world.channel.requests.filter(({ what }) => what === 'update');
const gaps = (): number[] => {
  const times = updates().map(({ at }) => Date.parse(at));
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
};

describe('while votes come in', () => {
  test.each([
    ['in its first minute', 10 * SECOND, 2 * SECOND],
    ['in its first ten minutes', 2 * MINUTE, 5 * SECOND],
    ['in its first hour', 20 * MINUTE, 15 * SECOND],
    ['later', 2 * HOUR, MINUTE],
  ])('the card is redrawn at the pace of the design %s', async (_, age, pace) => {
    await publish();
    await world.clock.advance(age);
    const lasts = Math.min(4 * pace, 40 * SECOND + pace);
    for (let n = 1; n <= lasts / 500; n++) {
      vote(n);
      await world.clock.advance(500);
    }
    await world.clock.advance(2 * pace);
    expect(updates().length).toBeGreaterThan(1);
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(pace);
    expect(Math.max(...gaps())).toBeLessThanOrEqual(pace + SECOND);
    expect([...world.channel.shown.values()]).toEqual([`votes: ${lasts / 500}`]);
  });

  test('a single vote on a quiet day is shown within a second', async () => {
    await publish();
    await world.clock.advance(3 * HOUR);
    vote(1);
    await world.clock.advance(SECOND);
    expect(updates()).toMatchObject([{ text: 'votes: 1' }]);
  });

  test('a slow connector delays the next redrawing, and the newest data wins', async () => {
    await publish();
    let land = (): void => {};
    world.channel.answer = () => new Promise((resolve) => (land = resolve));
    vote(1);
    await world.clock.advance(SECOND * 3);
    for (let n = 2; n < 50; n++) vote(n);
    await world.clock.advance(8 * SECOND);
    expect(updates()).toHaveLength(1);
    world.channel.answer = () => {};
    land();
    await world.clock.advance(10 * SECOND);
    expect(updates().map(({ text }) => text)).toEqual(['votes: 1', 'votes: 49']);
  });

  test('3 000 votes in a minute on five polls keep every limit of the conversation', async () => {
    const polls = ['a', 'b', 'c', 'd', 'e'].map((id) => world.post(id));
    for (const post of polls) {
      world.data.set(post.subject, '0');
      await one.posts.publish(post);
    }
    for (let n = 1; n <= 600; n++) {
      for (const post of polls) {
        world.data.set(post.subject, String(n));
        one.posts.refreshSoon(NETWORK, post.id);
      }
      await world.clock.advance(100);
    }
    await world.clock.advance(MINUTE);
    expect([...world.channel.shown.values()]).toEqual(['600', '600', '600', '600', '600']);
    const at = world.channel.requests.map((request) => Date.parse(request.at));
    for (const { count, within } of CONVERSATION_LIMITS) {
      const tightest = at.slice(count).map((time, index) => time - (at[index] ?? 0));
      expect(Math.min(...tightest, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(within);
    }
  });

  test('a refresh asked for of a post that does not exist does nothing', async () => {
    one.posts.refreshSoon(NETWORK, world.post('none').id);
    await world.clock.advance(MINUTE);
    expect(world.channel.requests).toEqual([]);
    expect(one.log.events.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('what nobody asked to be redrawn', () => {
  test('of a live post is found within about a minute', async () => {
    await publish(true);
    world.data.set('poll', 'votes: 7'); // by a process that crashed then
    await world.clock.advance(61 * SECOND);
    expect([...world.channel.shown.values()]).toEqual(['votes: 7']);
  });

  test('is looked for while the post is live, over restarts, without updates of what is the same, and not after', async () => {
    await publish(true);
    await world.clock.advance(5 * MINUTE);
    await one.stop();
    one = await world.boot();
    world.data.set('poll', 'votes: 8');
    await world.clock.advance(65 * SECOND);
    expect(updates()).toMatchObject([{ text: 'votes: 8' }]);
    world.isLive = false;
    await world.clock.advance(2 * MINUTE);
    expect((await world.store.list(shardScope(0), jobDocuments)).items).toEqual([]);
    world.data.set('poll', 'votes: 9');
    await world.clock.advance(HOUR);
    expect(updates()).toHaveLength(1);
  });

  test('is one job for each live post, however often it is redrawn', async () => {
    await publish(true);
    for (let n = 1; n < 60; n++) {
      vote(n);
      await world.clock.advance(SECOND);
    }
    const left = await world.store.list(shardScope(0), jobDocuments);
    expect(left.items.map(({ value }) => value.kind)).toEqual(['posts.check']);
  });
});

describe('with two processes', () => {
  test('only the holder of the lease sends; votes taken by the other are shown within seconds', async () => {
    const two = await world.boot();
    await publish();
    await world.clock.advance(20 * SECOND);
    vote(1, two);
    await world.clock.advance(11 * SECOND);
    expect(updates()).toMatchObject([{ text: 'votes: 1' }]);
    expect(one.log.names()).toContain('post.sent');
    expect(two.log.names()).not.toContain('post.sent');
  });

  test('a burst of votes taken by the other makes few jobs', async () => {
    const two = await world.boot();
    const three = await world.boot();
    await publish();
    for (let n = 1; n <= 300; n++) {
      vote(n, n % 2 ? two : three);
      await world.clock.advance(100);
    }
    await world.clock.advance(15 * SECOND);
    expect([...world.channel.shown.values()]).toEqual(['votes: 300']);
    const checks = one.log.events.filter(({ event, fields }) => event === 'job.done' && fields.kind === 'posts.check');
    expect(checks.length).toBeLessThanOrEqual(8);
  });

  test('a post published by the other is sent by the holder', async () => {
    const two = await world.boot();
    world.data.set('poll', 'a');
    await two.posts.publish(poll);
    await world.clock.advance(6 * SECOND);
    expect(world.channel.texts('create')).toEqual(['a']);
    expect(one.log.names()).toContain('post.sent');
  });
});
