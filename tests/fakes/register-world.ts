/** The register of one network over a real embedded store, with jobs that wait until a test runs them. */

import { randomUUID } from 'node:crypto';
import { loadCalendars } from '../../bot/calendars.ts';
import type { Endpoint } from '../../bot/core/endpoint.ts';
import { type Facts, together } from '../../bot/core/facts.ts';
import type { Participation, Route } from '../../bot/core/feature.ts';
import { networkId, objectIdOf, personOf } from '../../bot/core/ids.ts';
import { type Member, members, type Network, networks } from '../../bot/core/network.ts';
import { type Organisation, organisations } from '../../bot/core/organisation.ts';
import type { Job, Services, Store } from '../../bot/core/ports.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { type Locale, translator } from '../../bot/core/text.ts';
import type { Visit, Work } from '../../bot/core/turn.ts';
import { createMeetings } from '../../bot/graph/meetings.ts';
import { loadPlaces } from '../../bot/places.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { fakeLog } from './fake-log.ts';
import { openTempStore } from './temp-store.ts';

export const NETWORK = networkId.parse('network-1');
const scope = networkScope(NETWORK);
export const COORDINATOR = personOf('tenant-1', 'coordinator');

export interface RegisterWorld {
  readonly store: Store;
  readonly clock: FakeClock;
  /** Scheduled and not yet run. */
  readonly jobs: Job[];
  readonly work: Work;
  readonly visit: Visit;
  visitIn(locale: Locale): Visit;
  /** The same with another store under it. */
  workOn(store: Store): Work;
  /** What the features tell of who took part. */
  participation: readonly Participation[];
  /** What features tell of any span. */
  facts: Partial<Facts>;
  put(of: { members?: readonly Member[]; organisations?: readonly Organisation[] }): Promise<void>;
  close(): Promise<void>;
}

export async function openRegisterWorld(): Promise<RegisterWorld> {
  const temp = await openTempStore();
  const clock = fakeClock();
  const jobs: Job[] = [];
  const calendar = loadCalendars();
  const places = loadPlaces();
  const network: Network = {
    ...{ id: NETWORK, name: 'Pienet kunnat', tenant: 'tenant-1', team: 'team-1' },
    ...{ serviceUrl: 'https://teams.example.test/', channel: { id: 'channel-1', name: 'Yleinen' } },
    ...{ language: 'fi', zone: 'Europe/Helsinki', calendar: 'fi', coordinators: [COORDINATOR] },
    ...{ whoMayCreate: 'coordinators', state: 'active', createdAt: clock.now() },
  };
  await temp.store.insert(scope, networks, NETWORK, network);
  const coordinator: Member = {
    person: COORDINATOR,
    teamsId: '29:coordinator',
    name: 'Kaisa Koordinaattori',
    isGuest: false,
  };
  await temp.store.insert(scope, members, 'coordinator', coordinator);

  const servicesOn = (store: Store): Services => ({
    ...{
      store,
      keys: temp.keys,
      clock,
      newId: randomUUID,
      log: fakeLog(),
      timeZone: 'Europe/Helsinki',
      calendar,
      places,
    },
    jobs: {
      schedule: async (job) => {
        if (!jobs.some((one) => one.kind === job.kind && one.key === job.key && one.due === job.due)) jobs.push(job);
      },
    },
    ...{ posts: absent<Services['posts']>('posts'), roster: absent<Services['roster']>('roster') },
    letters: absent<Services['letters']>('letters'),
    meetings: createMeetings(),
    ...{ files: absent<Services['files']>('files'), extractor: absent<Services['extractor']>('extractor') },
    search: absent<Services['search']>('search'),
    pictures: absent<Services['pictures']>('pictures'),
    news: async () => [],
    linkToTab: (_, page) => `https://tab.example.test/${page}`,
    linkForPerson: async (_, id, page) => `https://bot.example.test/p/token-of-${id}/${page}`,
    linkToOpenPage: async (_, purpose, subject, round) => `https://bot.example.test/p/${purpose}-${subject}-${round}`,
    linkToCalendar: async (_, id, activity) =>
      `https://bot.example.test/calendar/token-of-${id}.ics${activity === undefined ? '' : `?event=${activity}`}`,
    aside: async () => [],
    handover: async () => [],
    openForGroup: async () => [],
    needsOutsider: async () => false,
    facts: async () => together([world.facts]),
    followEvent: async () => {},
    followPoll: async () => {},
    addToBank: absent<Services['addToBank']>('addToBank'),
    startPoll: absent<Services['startPoll']>('startPoll'),
    linkToPicture: absent<Services['linkToPicture']>('linkToPicture'),
    waiting: async () => [],
    participation: async (since) => world.participation.filter(({ at }) => at >= since),
    personal: [],
    linkToFile: async ({ download, subject }) => `https://bot.example.test/files/${download}/${subject}`,
  });
  const workOn = (store: Store): Work => ({
    ...{ network, scope, channelT: translator('fi'), services: servicesOn(store) },
  });
  const work = workOn(temp.store);
  const visitIn = (locale: Locale): Visit => ({
    ...work,
    actor: { person: COORDINATOR, name: 'Kaisa Koordinaattori', locale },
    t: translator(locale),
  });
  const world: RegisterWorld = {
    ...{ store: temp.store, clock, jobs, work, visitIn, workOn, visit: visitIn('fi') },
    participation: [],
    facts: {},
    async put({ members: people = [], organisations: all = [] }) {
      await Promise.all([
        ...people.map((one) => temp.store.upsert(scope, members, objectIdOf(one.person), one)),
        ...all.map((one) => temp.store.upsert(scope, organisations, one.id, one)),
      ]);
    },
    close: () => temp.close(),
  };
  return world;
}

/** A part of the app that a test of the register must not touch. */
function absent<T extends object>(what: string): T {
  return new Proxy({} as T, {
    get: () => {
      throw new Error(`a test of the register uses ${what}`);
    },
  });
}

/** Stops answering after so many writes, as a killed process does: the next one throws. */
export function killedAfter(store: Store, writes: number): Store {
  let left = writes;
  const mortal = new Set(['insert', 'replace', 'upsert', 'remove']);
  return new Proxy(store, {
    get(of, name) {
      const method = of[name as keyof Store] as (...args: unknown[]) => Promise<unknown>;
      if (!mortal.has(String(name))) return method;
      return (...args: unknown[]) => {
        if (left-- <= 0) return Promise.reject(new Error('killed'));
        return method(...args);
      };
    },
  });
}

/** Asks as the tab does, and checks that the answer keeps the contract. */
export async function askRoute<P, B, R>(
  routes: readonly Route[],
  endpoint: Endpoint<P, B, R>,
  visit: Visit,
  { params = {}, body = {} }: { params?: object; body?: object } = {},
): Promise<R> {
  const found = routes.find((one) => one.endpoint === endpoint);
  if (!found) throw new Error(`no route ${endpoint.method} ${endpoint.path}`);
  const answer = await found.run({ params: endpoint.params.parse(params), body: endpoint.body.parse(body) }, visit);
  return endpoint.response.parse(answer);
}
