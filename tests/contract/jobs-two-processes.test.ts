/** The jobs and posts of two processes on one Cosmos DB over the wire: real conflicts, nothing done twice. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MINUTE, plus, SECOND, systemClock } from '../../bot/core/clock.ts';
import { createGate } from '../../bot/core/gate.ts';
import { networkId, postId } from '../../bot/core/ids.ts';
import { networks } from '../../bot/core/network.ts';
import type { Services, Store } from '../../bot/core/ports.ts';
import { networkScope, shardScope } from '../../bot/core/scope.ts';
import { jobDocuments } from '../../bot/jobs/job.ts';
import { createJobs, type JobsEngine } from '../../bot/jobs/jobs.ts';
import { createPosts, type PostsQueue } from '../../bot/jobs/posts.ts';
import { openCosmos } from '../../bot/store/cosmos.ts';
import { storeOn } from '../../bot/store/typed.ts';
import { type CosmosServer, startCosmosServer } from '../fakes/cosmos-server.ts';
import { type FakeChannel, fakeChannel } from '../fakes/fake-channel.ts';
import { fakeLog } from '../fakes/fake-log.ts';
import { aNetwork, NETWORK, openJobWorld } from '../fakes/job-world.ts';

const SHARDS = 2;
/** One network in each shard. */
const NETWORKS = [NETWORK, networkId.parse('network-2')];

interface Process {
  name: string;
  store: Store;
  jobs: JobsEngine;
  posts: PostsQueue;
  start(): void;
  stop(): Promise<void>;
}

let server: CosmosServer;
let channel: FakeChannel;
let ran: { key: string; by: string }[];
let processes: Process[];
beforeEach(async () => {
  server = await startCosmosServer();
  channel = fakeChannel(systemClock);
  ran = [];
  processes = [];
});
afterEach(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  await server.close();
});

async function openStore(): Promise<Store> {
  const { endpoint, key, agent } = server;
  return storeOn(await openCosmos({ endpoint, access: { key }, database: 'jobs', createContainers: true, agent }));
}

async function prepare(name: string): Promise<Process> {
  const store = await openStore();
  let ids = 0;
  const newId = (): string => `${name}-${++ids}`;
  const options = { store, clock: systemClock, log: fakeLog(), newId, shards: SHARDS };
  const jobs = createJobs(options);
  const posts = createPosts({ ...options, jobs, channel });
  const gate = createGate({ ...options, jobs, posts } as unknown as Services);
  const note = { kind: 'test.note', run: async ({ key }: { key: string }) => void ran.push({ key, by: name }) };
  const process: Process = {
    name,
    store,
    jobs,
    posts,
    start() {
      posts.start({
        drawings: [{ name: 'card', draw: async (subject) => ({ text: subject }) }],
        work: gate.work,
      });
      jobs.start([...posts.handlers, note], gate.work);
    },
    async stop() {
      processes = processes.filter((one) => one !== process);
      await posts.stop();
      await jobs.stop();
      await store.close();
    },
  };
  processes.push(process);
  return process;
}

/** Looks again and again until it is so; the test's own time limit ends a wait in vain. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}

const isDone = async (store: Store): Promise<boolean> => {
  const lists = await Promise.all([0, 1].map((shard) => store.list(shardScope(shard), jobDocuments)));
  return lists.every(({ items }) => items.length === 0);
};

test('what both schedule and publish at the same time is run once and sent once', async () => {
  const seeds = await openStore();
  for (const id of NETWORKS) await seeds.insert(networkScope(id), networks, id, { ...aNetwork, id });
  const one = await prepare('one');
  const two = await prepare('two');

  const due = systemClock.now();
  const keys = Array.from({ length: 25 }, (_, index) => `job-${index}`);
  const cards = Array.from({ length: 5 }, (_, index) => `post-${index}`);
  const ask = async ({ jobs, posts }: Process): Promise<void> => {
    for (const network of NETWORKS) {
      for (const key of keys) await jobs.schedule({ kind: 'test.note', network, key: `${network}:${key}`, due });
      for (const card of cards) {
        const id = postId.parse(`${network}.${card}`);
        await posts.publish({ id, network, drawing: 'card', subject: `${network}:${card}`, to: { channel: true } });
      }
    }
  };
  await Promise.all([ask(one), ask(two)]);
  one.start();
  two.start();
  await until(() => NETWORKS.every((id) => one.jobs.holds(id) || two.jobs.holds(id)));
  await until(() => isDone(seeds));

  const asked = (names: string[]): string[] => NETWORKS.flatMap((id) => names.map((name) => `${id}:${name}`)).sort();
  expect(ran.map(({ key }) => key).sort()).toEqual(asked(keys));
  expect(channel.texts('create').sort()).toEqual(asked(cards));
  for (const id of NETWORKS) expect(one.jobs.holds(id)).not.toBe(two.jobs.holds(id));
  await seeds.close();
});

test('the second takes over at once from one that stops, and nothing is lost or done twice', async () => {
  const seeds = await openStore();
  for (const id of NETWORKS) await seeds.insert(networkScope(id), networks, id, { ...aNetwork, id });
  const one = await prepare('one');
  one.start();
  await until(() => NETWORKS.every((id) => one.jobs.holds(id)));
  const two = await prepare('two');
  two.start();
  const keys = Array.from({ length: 40 }, (_, index) => `job-${index}`);
  for (const [index, key] of keys.entries()) {
    const due = systemClock.now();
    await two.jobs.schedule({ kind: 'test.note', network: NETWORKS[index % 2] ?? NETWORK, key, due });
    if (index === 20) await one.stop();
  }
  await until(() => isDone(seeds));
  expect(ran.map(({ key }) => key).sort()).toEqual(keys.sort());
  expect(ran.some(({ by }) => by === 'two')).toBe(true);
  await seeds.close();
});

test('the second takes over from one that died midway; what was cut off is shown as unknown and not sent twice', async () => {
  const store = await openStore();
  const world = await openJobWorld(store);
  const note = (name: string) => ({
    kind: 'test.note',
    run: async ({ key }: { key: string }) => void ran.push({ key, by: name }),
  });
  const one = await world.boot({ handlers: [note('one')] });
  const two = await world.boot({ handlers: [note('two')] });
  const keys = Array.from({ length: 12 }, (_, index) => `job-${index}`);
  for (const [index, key] of keys.entries()) {
    const due = plus(world.clock.now(), index * 10 * SECOND);
    await two.jobs.schedule({ kind: 'test.note', network: NETWORK, key, due });
  }
  await world.clock.advance(30 * SECOND);
  world.data.set('poll', 'a').set('later', 'b');
  world.channel.afterwards = () => one.kill();
  await one.posts.publish(world.post('poll'));
  await world.clock.advance(SECOND);
  world.channel.afterwards = () => {};
  await two.posts.publish(world.post('later'));
  await world.clock.advance(4 * MINUTE);

  expect(ran.map(({ key }) => key)).toEqual(keys);
  expect(new Set(ran.map(({ by }) => by))).toEqual(new Set(['one', 'two']));
  expect(world.channel.texts('create')).toEqual(['a', 'b']);
  expect(await two.posts.troubled(NETWORK)).toMatchObject([{ id: 'poll', state: 'unknown', reason: 'interrupted' }]);
  await world.close();
  await store.close();
});
