/** A store with one network, and engines of jobs and posts on it as processes would have them, under one fake clock. */
import type { Drawing } from '../../bot/core/feature.ts';
import { createGate } from '../../bot/core/gate.ts';
import { type NetworkId, networkId, personOf, postId } from '../../bot/core/ids.ts';
import { members, type Network, networks } from '../../bot/core/network.ts';
import type { NewPost, Services, Store } from '../../bot/core/ports.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { createJobs, type EngineHandler, type JobsEngine } from '../../bot/jobs/jobs.ts';
import { createPosts, type PostsQueue } from '../../bot/jobs/posts.ts';
import { type FakeChannel, fakeChannel } from './fake-channel.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { type FakeLog, fakeLog } from './fake-log.ts';
import { openTempStore } from './temp-store.ts';
import { type WatchedStore, watchedStore } from './watched-store.ts';

export const NETWORK: NetworkId = networkId.parse('network-1');
export const GUEST = personOf('tenant-2', 'guest-1');

export interface Process {
  readonly jobs: JobsEngine;
  readonly posts: PostsQueue;
  readonly store: WatchedStore;
  readonly log: FakeLog;
  /** Stops as SIGTERM does. */
  stop(): Promise<void>;
  /** Stops answering and writing from one moment to the next, as kill -9 does. */
  kill(): void;
}

export interface JobWorld {
  readonly clock: FakeClock;
  readonly channel: FakeChannel;
  readonly store: Store;
  /** What the drawing `card` shows of a subject; absent: nothing. */
  readonly data: Map<string, string>;
  /** While true the drawing `card` says that it is live. */
  isLive: boolean;
  boot(of?: { handlers?: readonly EngineHandler[]; isAlone?: boolean; shards?: number }): Promise<Process>;
  network(change: Partial<Network>): Promise<void>;
  post(id: string, to?: NewPost['to']): NewPost;
  close(): Promise<void>;
}

export const aNetwork: Network = {
  id: NETWORK,
  name: 'Pienet kunnat',
  tenant: 'tenant-1',
  team: 'team-1',
  serviceUrl: 'https://teams.example.test/',
  channel: { id: 'channel-1', name: 'Yleinen' },
  language: 'fi',
  zone: 'Europe/Helsinki',
  calendar: 'finland',
  coordinators: [],
  whoMayCreate: 'coordinators',
  state: 'active',
  createdAt: '2026-01-01T00:00:00.000Z' as Network['createdAt'],
};

/** `base`: the backend to use instead of an embedded store of its own. */
export async function openJobWorld(base?: Store): Promise<JobWorld> {
  const temp = base ? undefined : await openTempStore();
  const store = base ?? temp?.store;
  if (!store) throw new Error('no store');
  const clock = fakeClock();
  const channel = fakeChannel(clock);
  const data = new Map<string, string>();
  const processes: Process[] = [];
  let ids = 0;
  const newId = (): string => `id-${++ids}`;
  const never = new Promise<never>(() => {});

  await store.insert(networkScope(NETWORK), networks, NETWORK, aNetwork);
  await store.insert(networkScope(NETWORK), members, 'guest-1', {
    person: GUEST,
    teamsId: '29:guest-1',
    name: 'Vieras',
    isGuest: true,
  });

  const world: JobWorld = {
    clock,
    channel,
    store,
    data,
    isLive: false,
    async boot({ handlers = [], isAlone = false, shards = 1 } = {}) {
      const log = fakeLog();
      const watched = watchedStore(store, clock);
      let isDead = false;
      const mortalStore = new Proxy(watched, {
        get: (of, name) => {
          const method = of[name as keyof Store] as (...args: unknown[]) => Promise<unknown>;
          return async (...args: unknown[]) =>
            isDead ? never : method(...args).then((done) => (isDead ? never : done));
        },
      });
      const options = { store: mortalStore, clock, timers: clock, log, newId, shards, isAlone, chance: () => 1 };
      const jobs = createJobs(options);
      const posts = createPosts({ ...options, jobs, channel });
      const roster = { all: async () => [], one: async () => undefined, channels: async () => [] };
      const services = { store: mortalStore, clock, log, newId, jobs, posts, roster } as unknown as Services;
      const gate = createGate(services);
      const drawing: Drawing = {
        name: 'card',
        async draw(subject) {
          const text = data.get(subject);
          return text === undefined ? undefined : { text, live: world.isLive };
        },
      };
      posts.start({
        drawings: [drawing],
        work: gate.work,
        onChannelLost: (_, code) => world.network({ state: 'paused', pausedBecause: 'channel', name: code }),
      });
      jobs.start([...posts.handlers, ...handlers], gate.work);
      const process: Process = {
        jobs,
        posts,
        store: watched,
        log,
        async stop() {
          await posts.stop();
          await jobs.stop();
        },
        kill() {
          isDead = true;
        },
      };
      processes.push(process);
      await clock.rest();
      return process;
    },
    async network(change) {
      const found = await store.get(networkScope(NETWORK), networks, NETWORK);
      if (!found) throw new Error('no network');
      await store.upsert(networkScope(NETWORK), networks, NETWORK, { ...found.value, ...change });
    },
    post: (id, to = { channel: true }) => ({
      id: postId.parse(id),
      network: NETWORK,
      drawing: 'card',
      subject: id,
      to,
    }),
    async close() {
      channel.answer = () => {};
      const ends = processes.map((process) => process.stop());
      await clock.advance(15_000);
      for (const process of processes) process.kill();
      await Promise.race([Promise.all(ends), clock.rest()]);
      await temp?.close();
    },
  };
  return world;
}
