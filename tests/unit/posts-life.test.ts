/** A post's life: sent once, kept in step with the data, paused and resumed, taken away, and shown when it went wrong. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, HOUR, MINUTE, SECOND } from '../../bot/core/clock.ts';
import { personEntries } from '../../bot/core/network.ts';
import { ChannelFailure, type NewPost, type PostStatus } from '../../bot/core/ports.ts';
import { directoryScope, shardScope } from '../../bot/core/scope.ts';
import { jobDocuments } from '../../bot/jobs/job.ts';
import { GUEST, type JobWorld, NETWORK, openJobWorld, type Process } from '../fakes/job-world.ts';

let world: JobWorld;
let one: Process;
beforeEach(async () => {
  world = await openJobWorld();
  one = await world.boot({ isAlone: true });
});
afterEach(() => world.close());

const refuse =
  (outcome: ChannelFailure['outcome'], code: string, retryAfter = 0) =>
  () => {
    throw new ChannelFailure(outcome, code, retryAfter);
  };
const statusOf = (post: NewPost): Promise<PostStatus | undefined> => one.posts.status(NETWORK, post.id);
const shown = (): string[] => [...world.channel.shown.values()];
const jobsLeft = async (): Promise<number> => (await world.store.list(shardScope(0), jobDocuments)).items.length;

async function publish(id: string, text: string, to?: NewPost['to']): Promise<NewPost> {
  world.data.set(id, text);
  const post = world.post(id, to);
  await one.posts.publish(post);
  return post;
}

async function change(post: NewPost, text: string): Promise<void> {
  world.data.set(post.subject, text);
  await one.posts.refresh(NETWORK, post.id);
  await world.clock.advance(3 * SECOND);
}

describe('a new post', () => {
  test("goes to the network's channel, drawn from the data of the moment it is sent", async () => {
    const post = await publish('poll', 'Mikä aihe?');
    await world.clock.rest();
    expect(world.channel.requests).toMatchObject([
      { what: 'create', conversation: 'channel-1', text: 'Mikä aihe?', at: world.clock.now() },
    ]);
    expect(await statusOf(post)).toMatchObject({ state: 'sent', drawing: 'card', subject: 'poll' });
    expect(await jobsLeft()).toBe(0);
  });

  test('is sent once however often it is published', async () => {
    const post = await publish('poll', 'a');
    await Promise.all([one.posts.publish(post), one.posts.publish(post)]);
    await world.clock.advance(MINUTE);
    await one.posts.publish(post);
    await world.clock.advance(MINUTE);
    expect(world.channel.texts('create')).toEqual(['a']);
  });

  test('with nothing to show is never sent', async () => {
    const post = world.post('empty');
    await one.posts.publish(post);
    await world.clock.advance(MINUTE);
    expect(world.channel.requests).toEqual([]);
    expect(await statusOf(post)).toMatchObject({ state: 'removed' });
  });

  test('that is removed before it could be sent is never sent', async () => {
    world.channel.answer = refuse('unavailable', 'ECONNREFUSED');
    const post = await publish('poll', 'a');
    await world.clock.advance(SECOND);
    await one.posts.remove(NETWORK, post.id);
    world.channel.answer = () => {};
    await world.clock.advance(HOUR);
    expect(shown()).toEqual([]);
    expect(await statusOf(post)).toMatchObject({ state: 'removed' });
  });

  test('is sent after a restart when the process died before sending', async () => {
    world.channel.answer = () => new Promise(() => {});
    const blocking = await publish('first', 'a');
    const post = await publish('second', 'b');
    await world.clock.rest();
    one.kill();
    world.channel.answer = () => {};
    one = await world.boot({ isAlone: true });
    await world.clock.advance(10 * SECOND);
    expect(await statusOf(blocking)).toMatchObject({ state: 'unknown' });
    expect(await statusOf(post)).toMatchObject({ state: 'sent' });
    expect(shown()).toEqual(['b']);
  });
});

describe('a thread', () => {
  test('is replied to under its first message, also when the reply was published first to be sent', async () => {
    world.channel.answer = refuse('throttled', 'http-429', 30 * SECOND);
    const root = await publish('root', 'question');
    await publish('reply', 'result', { thread: root.id });
    await world.clock.advance(29 * SECOND);
    world.channel.answer = () => {};
    await world.clock.advance(MINUTE);
    const creates = world.channel.requests.filter(({ what }) => what === 'create').slice(1);
    expect(creates).toMatchObject([{ text: 'question' }, { text: 'result', thread: 'message-1' }]);
    expect(await jobsLeft()).toBe(0);
  });

  test('waits while its first message is unknown, and goes on when that is posted again', async () => {
    world.channel.answer = refuse('unknown', 'http-500');
    const root = await publish('root', 'question');
    const reply = await publish('reply', 'result', { thread: root.id });
    await world.clock.advance(HOUR);
    world.channel.answer = () => {};
    expect(await statusOf(reply)).toMatchObject({ state: 'waiting' });
    await one.posts.again(NETWORK, root.id);
    await world.clock.advance(MINUTE);
    expect(shown()).toEqual(['question', 'result']);
  });

  test('whose first message was taken away gets no more replies', async () => {
    const root = await publish('root', 'question');
    await world.clock.rest();
    await one.posts.remove(NETWORK, root.id);
    await world.clock.advance(SECOND);
    const reply = await publish('reply', 'result', { thread: root.id });
    await world.clock.advance(MINUTE);
    expect(await statusOf(reply)).toMatchObject({ state: 'removed' });
    expect(shown()).toEqual([]);
  });
});

describe('a create that may have happened', () => {
  test.each([
    ['is cut off', 'ECONNRESET'],
    ['times out', 'timeout'],
    ['is answered 503', 'http-503'],
  ])('because it %s is unknown, never sent again by itself, and stands on the desk', async (_, code) => {
    world.channel.answer = refuse('unknown', code);
    const post = await publish('poll', 'a');
    await world.clock.advance(MINUTE);
    world.channel.answer = () => {};
    await one.posts.refresh(NETWORK, post.id);
    one.posts.refreshSoon(NETWORK, post.id);
    await one.posts.publish(post);
    await one.stop();
    one = await world.boot({ isAlone: true });
    await world.clock.advance(DAY / 4);
    expect(world.channel.requests).toHaveLength(1);
    expect(await one.posts.troubled(NETWORK)).toMatchObject([{ id: 'poll', state: 'unknown', reason: code }]);
  });

  test('is sent again when the coordinator says so, once', async () => {
    world.channel.answer = refuse('unknown', 'timeout');
    const post = await publish('poll', 'a');
    await world.clock.rest();
    world.channel.answer = () => {};
    await Promise.all([one.posts.again(NETWORK, post.id), one.posts.again(NETWORK, post.id)]);
    await world.clock.advance(MINUTE);
    await one.posts.again(NETWORK, post.id);
    await world.clock.advance(MINUTE);
    expect(shown()).toEqual(['a']);
    expect(await statusOf(post)).toMatchObject({ state: 'sent' });
    expect(await one.posts.troubled(NETWORK)).toEqual([]);
  });

  test('because the process died after Teams took it is unknown after the restart', async () => {
    world.channel.afterwards = () => one.kill();
    const post = await publish('poll', 'a');
    await world.clock.rest();
    expect(shown()).toEqual(['a']);
    one = await world.boot({ isAlone: true });
    await world.clock.advance(HOUR);
    expect(shown()).toEqual(['a']);
    expect(await statusOf(post)).toMatchObject({ state: 'unknown', reason: 'interrupted' });
  });

  test('is not given up by another process while the first may still be at it', async () => {
    await one.stop();
    one = await world.boot();
    let land = (): void => {};
    world.channel.answer = () => new Promise((resolve) => (land = resolve));
    const post = await publish('poll', 'a');
    await world.clock.rest();
    const two = await world.boot();
    await two.posts.refresh(NETWORK, post.id);
    one.store.isOut = true; // and with it the lease
    await world.clock.advance(45 * SECOND);
    expect(two.jobs.holds(NETWORK)).toBe(true);
    expect((await two.posts.status(NETWORK, post.id))?.state).toBe('sending');
    one.store.isOut = false;
    land();
    await world.clock.advance(HOUR / 2);
    expect(await two.posts.status(NETWORK, post.id)).toMatchObject({ state: 'sent' });
    expect(shown()).toEqual(['a']);
  });

  test('is sent for sure when only the store was out just after, and that is written as soon as it is back', async () => {
    world.channel.afterwards = () => {
      one.store.isOut = true;
    };
    const post = await publish('poll', 'a');
    await world.clock.advance(10 * SECOND);
    one.store.isOut = false;
    world.channel.afterwards = () => {};
    await world.clock.advance(MINUTE);
    expect(await statusOf(post)).toMatchObject({ state: 'sent' });
    expect(world.channel.texts('create')).toEqual(['a']);
  });
});

describe('when Teams can take nothing now', () => {
  test('429 is waited for as long as it says, and nothing else goes to that conversation meanwhile', async () => {
    world.channel.answer = refuse('throttled', 'http-429', 40 * SECOND);
    await publish('first', 'a');
    await publish('second', 'b');
    await world.clock.advance(39 * SECOND);
    expect(world.channel.requests).toHaveLength(1);
    world.channel.answer = () => {};
    await world.clock.advance(2 * SECOND);
    expect(shown()).toEqual(['a', 'b']);
  });

  test('an unreachable connector is tried again after growing waits, for a day, and then the post is on the desk', async () => {
    world.channel.answer = refuse('unavailable', 'ECONNREFUSED');
    const post = await publish('poll', 'a');
    await world.clock.advance(2 * HOUR);
    expect(await statusOf(post)).toMatchObject({ state: 'waiting' });
    const tries = world.channel.requests.length;
    expect(tries).toBeGreaterThan(2 * 12);
    expect(tries).toBeLessThan(2 * 12 + 12);
    await world.clock.sleep(21 * HOUR);
    await world.clock.advance(10 * MINUTE);
    expect(await statusOf(post)).toMatchObject({ state: 'waiting' });
    await world.clock.sleep(HOUR);
    await world.clock.advance(10 * MINUTE);
    expect(await one.posts.troubled(NETWORK)).toMatchObject([{ id: 'poll', state: 'failed', reason: 'ECONNREFUSED' }]);
  });

  test('a hanging connector holds up its own conversation and no job', async () => {
    const ran: string[] = [];
    await one.stop();
    one = await world.boot({
      isAlone: true,
      handlers: [{ kind: 'test.note', run: async ({ key }) => void ran.push(key) }],
    });
    world.channel.answer = ({ what }) => (what === 'create' ? new Promise(() => {}) : undefined);
    await publish('poll', 'a');
    await world.clock.rest();
    for (const key of ['x', 'y']) {
      await one.jobs.schedule({ kind: 'test.note', network: NETWORK, key, due: world.clock.now() });
    }
    await world.clock.advance(SECOND);
    expect(ran.sort()).toEqual(['x', 'y']);
  });

  test('many posts at once keep the limits of the conversation', async () => {
    for (let n = 0; n < 20; n++) await publish(`post-${n}`, `${n}`);
    await world.clock.advance(MINUTE);
    const at = world.channel.requests.map((request) => Date.parse(request.at));
    expect(at).toHaveLength(20);
    for (let n = 7; n < at.length; n++) expect((at[n] ?? 0) - (at[n - 7] ?? 0)).toBeGreaterThan(SECOND);
    for (let n = 8; n < at.length; n++) expect((at[n] ?? 0) - (at[n - 8] ?? 0)).toBeGreaterThan(2 * SECOND);
  });

  test('announcements go before refreshes', async () => {
    const posts: NewPost[] = [];
    for (let n = 0; n < 7; n++) posts.push(await publish(`old-${n}`, 'a'));
    await world.clock.advance(MINUTE);
    world.channel.answer = refuse('throttled', 'http-429', 5 * SECOND);
    const before = world.channel.requests.length;
    for (const post of posts) {
      world.data.set(post.subject, 'b');
      one.posts.refreshSoon(NETWORK, post.id);
    }
    await world.clock.advance(SECOND);
    expect(world.channel.requests.length).toBe(before + 1);
    await publish('new', 'news');
    world.channel.answer = () => {};
    await world.clock.advance(MINUTE);
    expect(world.channel.requests[before + 1]).toMatchObject({ what: 'create', text: 'news' });
    expect(shown().filter((text) => text === 'b')).toHaveLength(7);
  });
});

describe('what Teams refuses', () => {
  test('a lost channel pauses the network; what waited goes out when it resumes, and what is there is redrawn', async () => {
    const old = await publish('old', 'a');
    await world.clock.rest();
    world.channel.answer = refuse('refused', 'BotNotInConversationRoster');
    const post = await publish('poll', 'b');
    await world.clock.advance(MINUTE);
    world.data.set(old.subject, 'a2');
    await one.posts.refresh(NETWORK, old.id);
    await publish('later', 'c');
    await world.clock.advance(HOUR);
    expect(world.channel.requests).toHaveLength(2);
    expect(await statusOf(post)).toMatchObject({ state: 'waiting' });
    expect(await one.posts.troubled(NETWORK)).toEqual([]);

    world.channel.answer = () => {};
    await world.network({ state: 'active' });
    await one.posts.resume(NETWORK);
    await world.clock.advance(MINUTE);
    expect(shown().sort()).toEqual(['a2', 'b', 'c']);
    expect(await jobsLeft()).toBe(0);
  });

  test('a message deleted by hand fails as gone, without pausing anything, and can be posted again', async () => {
    const post = await publish('poll', 'a');
    await world.clock.rest();
    world.channel.shown.clear();
    world.channel.answer = ({ what }) => {
      if (what === 'update') throw new ChannelFailure('refused', 'ActivityNotFoundInConversation');
    };
    await change(post, 'b');
    expect(await one.posts.troubled(NETWORK)).toMatchObject([{ id: 'poll', state: 'failed', reason: 'gone' }]);
    await one.posts.again(NETWORK, post.id);
    await world.clock.advance(MINUTE);
    expect(shown()).toEqual(['b']);
    await publish('next', 'c');
    await world.clock.advance(MINUTE);
    expect(shown()).toEqual(['b', 'c']);
  });

  test('a message that Teams finds fault with fails with an alert, and pauses nothing', async () => {
    world.channel.answer = refuse('refused', 'invalid:BadArgument');
    const post = await publish('poll', 'a');
    await world.clock.advance(MINUTE);
    expect(await statusOf(post)).toMatchObject({ state: 'failed', reason: 'invalid:BadArgument' });
    expect(one.log.events).toContainEqual(expect.objectContaining({ level: 'error', event: 'post.rejected' }));
    world.channel.answer = () => {};
    await publish('next', 'c');
    await world.clock.advance(MINUTE);
    expect(shown()).toEqual(['c']);
  });

  test('a drawing that keeps failing ends on the desk', async () => {
    const post = { ...world.post('poll'), drawing: 'nobody-draws-this' };
    await one.posts.publish(post);
    await world.clock.advance(3 * HOUR);
    expect(await one.posts.troubled(NETWORK)).toMatchObject([{ id: 'poll', state: 'failed', reason: 'error' }]);
  });
});

describe('a post to a person', () => {
  test('opens their chat, and goes to the one that is known next time', async () => {
    const entry = `person|${GUEST}`;
    await world.store.insert(directoryScope(entry), personEntries, entry, { person: GUEST, networks: [NETWORK] });
    await publish('first', 'a', { person: GUEST });
    await world.clock.rest();
    await publish('second', 'b', { person: GUEST });
    await world.clock.rest();
    expect(world.channel.requests).toMatchObject([
      { what: 'openChat' },
      { what: 'create', conversation: 'chat-29:guest-1', text: 'a' },
      { what: 'create', conversation: 'chat-29:guest-1', text: 'b' },
    ]);
  });

  test.each([
    ['unreachable', 'BotNotInConversationRoster', 'openChat'],
    ['blocked', 'MessageWritesBlocked', 'create'],
  ])('that is refused is %s, expected, and no trouble of the coordinator', async (reason, code, what) => {
    world.channel.answer = (request) => {
      if (request.what === what) throw new ChannelFailure('refused', code);
    };
    const post = await publish('reminder', 'a', { person: GUEST });
    await world.clock.advance(MINUTE);
    expect(await statusOf(post)).toMatchObject({ state: 'failed', reason });
    expect(await one.posts.troubled(NETWORK)).toEqual([]);
    expect(one.log.events.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('who is not on the roll is unreachable', async () => {
    const nobody = { ...world.post('reminder'), to: { person: 'tenant-9|nobody' as typeof GUEST } };
    world.data.set('reminder', 'a');
    await one.posts.publish(nobody);
    await world.clock.advance(MINUTE);
    expect(await statusOf(nobody)).toMatchObject({ state: 'failed', reason: 'unreachable' });
    expect(world.channel.requests).toEqual([]);
  });

  test('still goes out when the channel is lost, and waits when the app was removed', async () => {
    await world.network({ state: 'paused', pausedBecause: 'channel' });
    await publish('alarm', 'the channel is lost', { person: GUEST });
    await world.clock.advance(MINUTE);
    expect(shown()).toEqual(['the channel is lost']);
    await world.network({ state: 'paused', pausedBecause: 'removed' });
    await world.clock.advance(5 * SECOND);
    await publish('reminder', 'a', { person: GUEST });
    await world.clock.advance(MINUTE);
    expect(shown()).toEqual(['the channel is lost']);
  });
});

describe('a change of the data', () => {
  test('is shown by an update, and none is sent when nothing changed', async () => {
    const post = await publish('poll', 'a');
    await world.clock.rest();
    await change(post, 'a');
    expect(world.channel.texts('update')).toEqual([]);
    await change(post, 'b');
    expect(shown()).toEqual(['b']);
    await change(post, 'b');
    expect(world.channel.texts('update')).toEqual(['b']);
  });

  test('is shown although updates failed in every way on the first tries, by the newest data', async () => {
    const post = await publish('poll', 'a');
    await world.clock.rest();
    const failures: [ChannelFailure['outcome'], string][] = [
      ['unknown', 'timeout'],
      ['throttled', 'http-429'],
      ['unavailable', 'no-token'],
      ['unknown', 'http-502'],
    ];
    world.channel.answer = () => {
      const next = failures.shift();
      if (next) throw new ChannelFailure(...next);
    };
    await change(post, 'b');
    world.data.set('poll', 'c');
    await world.clock.advance(MINUTE);
    expect(shown()).toEqual(['c']);
    expect(await statusOf(post)).toMatchObject({ state: 'sent' });
  });

  test('to nothing takes the post away', async () => {
    const post = await publish('poll', 'a');
    await world.clock.rest();
    world.data.delete('poll');
    await one.posts.refresh(NETWORK, post.id);
    await world.clock.advance(MINUTE);
    expect(shown()).toEqual([]);
    expect(await statusOf(post)).toMatchObject({ state: 'removed' });
  });

  test('is awaited by a removal that is asked for while the post is on its way', async () => {
    let land = (): void => {};
    world.channel.answer = ({ what }) => (what === 'create' ? new Promise((resolve) => (land = resolve)) : undefined);
    const post = await publish('poll', 'a');
    await world.clock.rest();
    await one.posts.remove(NETWORK, post.id);
    land();
    await world.clock.advance(MINUTE);
    expect(world.channel.requests.map(({ what }) => what)).toEqual(['create', 'remove']);
    expect(shown()).toEqual([]);
  });
});

test('stopping finishes the request under way and leaves the rest to the next process', async () => {
  let land = (): void => {};
  world.channel.answer = () => new Promise((resolve) => (land = resolve));
  const first = await publish('first', 'a');
  const second = await publish('second', 'b');
  await world.clock.rest();
  const stopped = one.stop();
  await world.clock.advance(2 * SECOND);
  world.channel.answer = () => {};
  land();
  await world.clock.rest();
  await stopped;
  expect(await statusOf(first)).toMatchObject({ state: 'sent' });
  expect(await statusOf(second)).toMatchObject({ state: 'waiting' });
  one = await world.boot();
  await world.clock.advance(10 * SECOND);
  expect(shown()).toEqual(['a', 'b']);
});

test('an unknown post has no status', async () => {
  expect(await one.posts.status(NETWORK, world.post('none').id)).toBeUndefined();
});
