/** Features over a real embedded store with the real jobs and posts, under a clock that stands still until a test moves it. */

import { loadCalendars } from '../../bot/calendars.ts';
import type { Card } from '../../bot/core/card.ts';
import { toInstant } from '../../bot/core/clock.ts';
import type { Endpoint } from '../../bot/core/endpoint.ts';
import { together } from '../../bot/core/facts.ts';
import { type Feature, offered, type Route } from '../../bot/core/feature.ts';
import { createGate } from '../../bot/core/gate.ts';
import { networkId, objectIdOf, type PersonKey, personOf } from '../../bot/core/ids.ts';
import { type Member, members, type Network, networks, organisationId, personEntries } from '../../bot/core/network.ts';
import type { Organisation } from '../../bot/core/organisation.ts';
import type { KeyBox, NewLetter, Services, Store } from '../../bot/core/ports.ts';
import { changeMember, changeOrganisation } from '../../bot/core/register.ts';
import { directoryScope, type NetworkScope, networkScope } from '../../bot/core/scope.ts';
import { type Locale, translator } from '../../bot/core/text.ts';
import type { Outcome, Turn, Visit, Work } from '../../bot/core/turn.ts';
import { createJobs } from '../../bot/jobs/jobs.ts';
import { createPosts } from '../../bot/jobs/posts.ts';
import { createPictures } from '../../bot/pictures/pictures.ts';
import { loadPlaces } from '../../bot/places.ts';
import { type FakeChannel, fakeChannel } from './fake-channel.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { type FakeLog, fakeLog } from './fake-log.ts';
import { type FakeMeetings, fakeMeetings } from './fake-meetings.ts';
import { type MemoryFiles, memoryFiles } from './memory-files.ts';
import { type PlainExtractor, plainExtractor } from './plain-extractor.ts';
import { plainSearch } from './plain-search.ts';
import { openTempStore, type TempStore } from './temp-store.ts';
import { type WatchedStore, watchedStore } from './watched-store.ts';

export const NETWORK = networkId.parse('network-1');
export const OTHER_NETWORK = networkId.parse('network-2');
/** The n-th member; 0 coordinates. */
export const person = (n: number): PersonKey => personOf('tenant-1', `person-${n}`);

/** Id of the n-th member's document. */
export const objectIdOfMember = (n: number): string => objectIdOf(person(n));

export interface FeatureWorld {
  readonly clock: FakeClock;
  readonly channel: FakeChannel;
  readonly temp: TempStore;
  readonly store: WatchedStore;
  readonly log: FakeLog;
  readonly services: Services;
  readonly scope: NetworkScope;
  /** Letters given to the mail queue, by id. */
  readonly letters: ReadonlyMap<string, NewLetter>;
  readonly meetings: FakeMeetings;
  readonly files: MemoryFiles;
  readonly extractor: PlainExtractor;
  /** Store requests since it was last set to 0, those of jobs and posts too. */
  requests: number;
  work(of?: Network['id']): Promise<Work>;
  visit(n: number, locale?: Locale, of?: Network['id']): Promise<Visit>;
  turn(n: number, of?: Partial<Pick<Turn, 'place' | 'delivery' | 'answers'>> & { locale?: Locale }): Promise<Turn>;
  /** Clicks a card's button. A refusal is thrown, as at the dispatcher. */
  click(verb: string, data: object, turn: Turn): Promise<Outcome>;
  say(word: string, rest: string, turn: Turn): Promise<Outcome>;
  /** Sets the wall clock; so do days pass in a moment. */
  passTo(time: string): Promise<void>;
  /** Starts jobs and posts anew on the same store, as a restart does. */
  restart(): Promise<void>;
  /** Jobs and posts stop answering and writing from one moment to the next, as kill -9 does; until `restart`. What tests do themselves goes on. */
  kill(): void;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly size?: number;
  readonly language?: Network['language'];
  /** Another store than an embedded one in a folder of its own. */
  readonly temp?: TempStore;
}

export async function openFeatureWorld(
  features: readonly Feature[],
  { size = 6, language = 'fi', ...options }: WorldOptions = {},
): Promise<FeatureWorld> {
  const temp = options.temp ?? (await openTempStore());
  const clock = fakeClock();
  const channel = fakeChannel(clock);
  const log = fakeLog();
  const meetings = fakeMeetings();
  const files = memoryFiles(clock.now);
  const extractor = plainExtractor(files);
  const search = plainSearch(features.flatMap((one) => one.searchable ?? []));
  const store = watchedStore(temp.store, clock);
  const calendar = loadCalendars();
  let ids = 0;
  const newId = (): string => `id-${++ids}`;
  const roll: Member[] = Array.from({ length: size }, (_, n) => ({
    person: person(n),
    teamsId: `29:person-${n}`,
    name: `Jäsen ${n}`,
    isGuest: n > 2,
  }));
  for (const id of [NETWORK, OTHER_NETWORK]) {
    const of: Network = {
      ...{
        id,
        name: 'Pienet kunnat',
        tenant: 'tenant-1',
        team: `team-${id}`,
        serviceUrl: 'https://teams.example.test/',
      },
      ...{ channel: { id: `channel-${id}`, name: 'Yleinen' }, language, zone: 'Europe/Helsinki', calendar: 'fi' },
      ...{ coordinators: [person(0)], whoMayCreate: 'coordinators', state: 'active' },
      createdAt: clock.now(),
    };
    await temp.store.insert(networkScope(id), networks, id, of);
    for (const member of roll) await temp.store.insert(networkScope(id), members, objectIdOf(member.person), member);
  }
  let engines: { jobs: ReturnType<typeof createJobs>; posts: ReturnType<typeof createPosts>; kill(): void };
  let isDead = false;
  /** What a process is made of; who shares a store shares what is remembered of it. */
  const servicesOn = (own: Store): Services => ({
    timeZone: 'Europe/Helsinki',
    ...{ store: own, keys, clock, newId, log, calendar, places: loadPlaces() },
    jobs: { schedule: (job) => engines.jobs.schedule(job) },
    get posts() {
      return engines.posts;
    },
    letters: {
      isConfigured: true,
      send: async (letter) => void sent.set(letter.id, letter),
      statuses: async () => [],
      claimReminder: async ({ subject, to, by }) => {
        const key = `${subject} ${to}`;
        const earlier = reminded.get(key);
        if (earlier === undefined) reminded.set(key, by);
        return earlier === undefined || earlier === by;
      },
    },
    roster: {
      all: async () => roll,
      one: async (_, id) => roll.find((one) => objectIdOf(one.person) === id),
      owns: async () => false,
      channels: async () => [],
    },
    meetings,
    files,
    extractor,
    search,
    pictures: createPictures(),
    news: async (since, work) => (await Promise.all(features.map((one) => one.news?.(since, work) ?? []))).flat(),
    linkToTab: (_, page) => `https://tab.example.test/${page}`,
    linkForPerson: async (_, id, page) => `https://bot.example.test/p/token-of-${id}/${page}`,
    linkToOpenPage: async (_, purpose, subject, round) => `https://bot.example.test/p/${purpose}-${subject}-${round}`,
    linkToCalendar: async (_, id, activity) =>
      `https://bot.example.test/calendar/token-of-${id}.ics${activity === undefined ? '' : `?event=${activity}`}`,
    aside: async () => [],
    waiting: async (visit) => (await Promise.all(features.map((one) => one.waiting?.(visit) ?? []))).flat(),
    participation: async () => [],
    handover: async () => [],
    openForGroup: async () => [],
    needsOutsider: async () => false,
    facts: async (span, visit) => together(await Promise.all(features.map((one) => one.facts?.(span, visit) ?? {}))),
    followEvent: async (of, event) => {
      for (const { afterEvent } of features)
        if (afterEvent) await engines.jobs.schedule({ kind: afterEvent, network: of, key: event, due: clock.now() });
    },
    followPoll: async (of, poll) => {
      for (const { afterPoll } of features)
        if (afterPoll) await engines.jobs.schedule({ kind: afterPoll, network: of, key: poll, due: clock.now() });
    },
    addToBank: async (item, visit) => offered(features, 'addToBank')(item, visit),
    startPoll: async (order, visit) => offered(features, 'startPoll')(order, visit),
    linkToPicture: async (_, picture) => `https://bot.example.test/p/picture-${picture}/files/picture.jpg`,
    personal: [],
    linkToFile: async ({ download, subject }) => `https://bot.example.test/files/${download}/${subject}`,
  });
  const processOn = (own: Store) => {
    const services = servicesOn(own);
    return { services, gate: createGate(services) };
  };
  const keys = watchedKeys(temp.keys, clock);
  /** The process that lives; after a kill what tests do themselves is done by another one. */
  let present = processOn(store);
  const sent = new Map<string, NewLetter>();
  const reminded = new Map<string, string>();
  const start = async (): Promise<void> => {
    const life = mortal(store);
    const options = { store: life.store, clock, timers: clock, log, newId, isAlone: true, chance: () => 1 };
    const jobs = createJobs(options);
    const posts = createPosts({ ...options, jobs, channel });
    engines = { jobs, posts, kill: life.kill };
    isDead = false;
    present = processOn(life.store);
    const { work } = present.gate;
    posts.start({ drawings: features.flatMap((of) => of.drawings), work });
    jobs.start([...posts.handlers, ...features.flatMap((of) => of.jobs)], work);
    await clock.rest();
  };
  const stop = async (within: number): Promise<void> => {
    if (isDead) return;
    const stopped = engines.posts.stop().then(() => engines.jobs.stop());
    await clock.advance(within);
    await stopped;
  };
  await start();
  let deliveries = 0;

  const world: FeatureWorld = {
    ...{ clock, channel, temp, store, log, scope: networkScope(NETWORK), letters: sent, meetings, files, extractor },
    get services() {
      return present.services;
    },
    requests: 0,
    async work(of = NETWORK) {
      const work = await present.gate.work(of);
      if (!work) throw new Error('no network');
      return work;
    },
    async visit(n, locale = 'fi', of = NETWORK) {
      const actor = { person: person(n), name: `Jäsen ${n}`, locale, teamsId: `29:person-${n}` };
      return { ...(await world.work(of)), actor, t: translator(locale) };
    },
    async turn(n, { locale = 'fi', ...of } = {}) {
      return {
        ...(await world.visit(n, locale)),
        place: { kind: 'channel', thread: 'message-1' },
        delivery: { id: `delivery-${++deliveries}`, at: toInstant(Date.parse(clock.now()) + deliveries) },
        answers: 'self',
        ...of,
      };
    },
    async click(verb, data, turn) {
      const handler = features.flatMap((of) => of.handlers).find((one) => one.verb === verb);
      if (!handler) throw new Error(`no handler takes ${verb}`);
      return handler.take(data, turn);
    },
    async say(word, rest, turn) {
      const command = features.flatMap((of) => of.commands).find(({ words }) => words.includes(word));
      if (!command) throw new Error(`no command ${word}`);
      return command.run(rest, turn, word);
    },
    async passTo(time) {
      clock.jump(Date.parse(time) - Date.parse(clock.now()));
      await clock.rest();
    },
    async restart() {
      await stop(100);
      await start();
    },
    kill() {
      isDead = true;
      engines.kill();
      present = processOn(store);
    },
    async close() {
      await stop(15_000);
      await temp.close();
    },
  };
  const counted = store.fails;
  store.fails = (method, args) => {
    world.requests++;
    return counted(method, args);
  };
  return world;
}

/** A store of one life of the process: once it is killed, nothing is answered any more. */
function mortal(store: Store): { readonly store: Store; kill(): void } {
  const never = new Promise<never>(() => {});
  let isOver = false;
  const own = new Proxy(store, {
    get: (of, name) => {
      const method = of[name as keyof Store] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => (isOver ? never : method(...args).then((done) => (isOver ? never : done)));
    },
  });
  return {
    store: own,
    kill() {
      isOver = true;
    },
  };
}

/** Keys whose files the clock waits for. */
function watchedKeys(keys: KeyBox, clock: FakeClock): KeyBox {
  let open = 0;
  clock.watch(() => open > 0);
  const watched =
    <A extends unknown[], R>(method: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      open++;
      return method(...args).finally(() => open--);
    };
  return {
    create: watched(keys.create),
    get: watched(keys.get),
    destroy: watched(keys.destroy),
    ping: watched(keys.ping),
  };
}

/** Whom a member represents: the n-th organisation of the network, a municipality and a member unless said otherwise. */
export async function represent(
  world: Pick<FeatureWorld, 'work'>,
  who: number,
  n: number,
  of: Partial<Organisation> = {},
): Promise<void> {
  const work = await world.work();
  const id = organisationId.parse(`o-${n}`);
  const kind = work.services.places(work.network.calendar).kinds.find((one) => one.isMunicipality)?.id ?? '';
  const fresh: Organisation = {
    ...{ id, kind, names: { fi: `Kunta ${n}`, sv: `Kommun ${n}` }, domains: [], membership: 'member', fees: [], ...of },
  };
  await changeOrganisation(work, id, (now) => ({ ...fresh, ...now, ...of }));
  await changeMember(work, objectIdOf(person(who)), (now) => now && { ...now, organisation: id });
}

/** A kind of organisation whose people only see. */
export function watchingKind(world: Pick<FeatureWorld, 'services'>): string {
  return world.services.places('fi').kinds.find(({ mayVote }) => !mayVote)?.id ?? '';
}

/** Gives a member a known 1:1 chat. */
export async function openChat(world: Pick<FeatureWorld, 'temp'>, n: number): Promise<void> {
  const id = `person|${person(n)}`;
  const chat = { serviceUrl: 'https://teams.example.test/', conversation: `chat-${n}`, tenant: 'tenant-1' };
  await world.temp.store.upsert(directoryScope(id), personEntries, id, {
    person: person(n),
    networks: [NETWORK],
    chat,
  });
}

/** Asks as the tab does, and checks that the answer keeps the contract. */
export async function askOf<P, B, R>(
  routes: readonly Route[],
  endpoint: Endpoint<P, B, R>,
  visit: Visit,
  { params = {}, body = {} }: { params?: object; body?: object } = {},
): Promise<R> {
  const found = routes.find((one) => one.endpoint === endpoint);
  if (!found) throw new Error(`no route ${endpoint.method} ${endpoint.path}`);
  return endpoint.response.parse(
    await found.run({ params: endpoint.params.parse(params), body: endpoint.body.parse(body) }, visit),
  );
}

/** All that a card says, as one string. */
export const wordsOf = (shown: Outcome | Card): string =>
  JSON.stringify('type' in shown && shown.type === 'card' ? shown.card : shown);
