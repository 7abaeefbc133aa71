/** One network with people whom mail reaches, a real store, real jobs and letters, and a real mail server on loopback, under a clock that stands still. */
import { loadCalendars } from '../../bot/calendars.ts';
import { toInstant } from '../../bot/core/clock.ts';
import type { LetterBody, LetterDrawing } from '../../bot/core/feature.ts';
import { createGate } from '../../bot/core/gate.ts';
import { networkId, objectIdOf } from '../../bot/core/ids.ts';
import { type Member, type MemberId, mailPerson, memberId, type Network, networks } from '../../bot/core/network.ts';
import type { LetterStatus, NewLetter, Services } from '../../bot/core/ports.ts';
import { changeMember } from '../../bot/core/register.ts';
import { networkScope } from '../../bot/core/scope.ts';
import type { Work } from '../../bot/core/turn.ts';
import { calendarDomain } from '../../bot/ics/write.ts';
import { createJobs, type JobsEngine } from '../../bot/jobs/jobs.ts';
import { AT_ONCE, createLetters, type LettersQueue } from '../../bot/mail/letters.ts';
import { createSmtp, type MailServer } from '../../bot/mail/smtp.ts';
import { loadPlaces } from '../../bot/places.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { type FakeLog, fakeLog } from './fake-log.ts';
import { aNetwork, NETWORK } from './job-world.ts';
import { openSmtpSink, type ReceivedLetter, type SmtpSink } from './smtp-sink.ts';
import { openTempStore, type TempStore } from './temp-store.ts';
import { type WatchedStore, watchedStore } from './watched-store.ts';

export { NETWORK };

/** A process with its queue of letters, as `createApp` ties it. */
export interface MailProcess {
  readonly letters: LettersQueue;
  readonly jobs: JobsEngine;
  /** Stops as SIGTERM does. */
  stop(): Promise<void>;
  /** Stops answering and writing from one moment to the next, as kill -9 does. */
  kill(): void;
}

export interface MailWorld {
  readonly clock: FakeClock;
  readonly sink: SmtpSink;
  readonly temp: TempStore;
  readonly store: WatchedStore;
  readonly log: FakeLog;
  readonly services: Services;
  /** What the drawing `note` says of a subject; absent: it has become pointless. */
  readonly data: Map<string, LetterBody>;
  /** False: the process has lost its lease without having noticed yet. */
  isHolding: boolean;
  /** The process that was started last. */
  readonly now: MailProcess;
  boot(of?: { isAlone?: boolean; isConfigured?: boolean }): Promise<MailProcess>;
  work(): Promise<Work>;
  /** Adds someone without Teams whom mail reaches, or changes them. */
  member(name: string, change?: Partial<Member>): Promise<MemberId>;
  network(change: Partial<Network>): Promise<void>;
  /** Sends a letter to a member about `poll-1`, unless said otherwise, and lets what can happen now happen. */
  write(name: string, of?: Partial<NewLetter>): Promise<void>;
  /** Lets what goes on at this moment come to rest, the mail server's part of it too. */
  rest(): Promise<void>;
  statusOf(name: string, subject?: string): Promise<LetterStatus | undefined>;
  /** How many letters were handed to the mail server at the same time at most. */
  readonly most: { underWay: number };
  /** Addresses that got a letter, in order. */
  reached(): string[];
  /** The last letter that arrived. */
  last(): ReceivedLetter;
  /** Sets the wall clock. */
  passTo(time: string): Promise<void>;
  close(): Promise<void>;
}

/** A Monday noon in Finland, no holiday. */
const START = '2026-03-02T10:00:00.000Z';

export const idOf = (name: string): MemberId => memberId.parse(`m-${name}`);
export const addressOf = (name: string): string => `${name}@kunta.example`;

export async function openMailWorld(): Promise<MailWorld> {
  const temp = await openTempStore();
  const clock = fakeClock(START);
  const log = fakeLog();
  const sink = await openSmtpSink();
  const store = watchedStore(temp.store, clock);
  const calendar = loadCalendars();
  const data = new Map<string, LetterBody>();
  const processes: MailProcess[] = [];
  let ids = 0;
  let isWaiting = true;
  const most = { underWay: 0 };
  const newId = (): string => `id-${++ids}`;
  const never = new Promise<never>(() => {});
  let now: MailProcess | undefined;
  const present = (): MailProcess => {
    if (!now) throw new Error('boot first');
    return now;
  };
  await temp.store.insert(networkScope(NETWORK), networks, NETWORK, { ...aNetwork, calendar: 'fi' });
  data.set('poll-1', {
    title: 'Uusi äänestys: Mikä aihe?',
    blocks: [{ type: 'text', text: 'Valitse webinaarin aihe.' }],
  });

  const servicesOn = (of: WatchedStore, engines: () => MailProcess): Services =>
    ({
      ...{ store: of, keys: temp.keys, clock, newId, log, calendar, places: loadPlaces(), timeZone: 'Europe/Helsinki' },
      jobs: { schedule: (job: Parameters<JobsEngine['schedule']>[0]) => engines().jobs.schedule(job) },
      get letters() {
        return engines().letters;
      },
      linkForPerson: async (_: unknown, id: MemberId, page: string) =>
        `https://bot.example.test/p/own-token-of-${id}/${page}`,
    }) as unknown as Services;
  const services = servicesOn(store, present);
  const gate = createGate(services);
  const note: LetterDrawing = {
    name: 'note',
    draw: async (subject, { actor, t }) => {
      const body = data.get(subject);
      const greeting = { fi: 'Hei {name}!', sv: 'Hej {name}!', en: 'Hello {name}!' };
      return body && { ...body, blocks: [{ type: 'text', text: t(greeting, { name: actor.name }) }, ...body.blocks] };
    },
  };

  const world: MailWorld = {
    ...{ clock, sink, temp, store, log, services, data, most },
    isHolding: true,
    get now() {
      return present();
    },
    async boot({ isAlone = true, isConfigured = true } = {}) {
      let isDead = false;
      const mortalStore = new Proxy(store, {
        get: (of, name) => {
          const method = of[name as keyof WatchedStore] as (...args: unknown[]) => Promise<unknown>;
          return async (...args: unknown[]) =>
            isDead ? never : method(...args).then((done) => (isDead ? never : done));
        },
      });
      const options = { store: mortalStore, clock, timers: clock, log, newId, isAlone, chance: () => 1 };
      const jobs = createJobs(options);
      let underWay = 0;
      clock.watch(() => isWaiting && underWay > 0);
      const smtp = createSmtp({
        url: sink.url,
        from: 'Verkosto <verkosto@bot.example>',
        atOnce: AT_ONCE,
        patience: 2000,
      });
      const mailServer: MailServer = {
        sender: smtp.sender,
        close: () => smtp.close(),
        deliver: (letter) => {
          underWay++;
          most.underWay = Math.max(most.underWay, underWay);
          return smtp
            .deliver(letter)
            .finally(() => underWay--)
            .then((done) => (isDead ? never : done));
        },
      };
      const held = { schedule: jobs.schedule, holds: (id: typeof NETWORK) => world.isHolding && jobs.holds(id) };
      const letters = createLetters({ ...options, jobs: held, ...(isConfigured ? { mailServer } : {}) });
      const mine: MailProcess = {
        letters,
        jobs,
        async stop() {
          await letters.stop();
          await jobs.stop();
        },
        kill() {
          isDead = true;
        },
      };
      const own = createGate(servicesOn(mortalStore, () => mine));
      letters.start({
        drawings: [note],
        visitOf: own.byId,
        unsubscribeLink: async (_, id) => `https://bot.example.test/p/stop-token-of-${id}`,
        domain: calendarDomain('https://bot.example.test'),
      });
      jobs.start([...letters.handlers], own.work);
      now = mine;
      processes.push(mine);
      await clock.rest();
      return mine;
    },
    async work() {
      const work = await gate.work(NETWORK);
      if (!work) throw new Error('no network');
      return work;
    },
    async member(name, change = {}) {
      const person = mailPerson(`m-${name}`);
      const email = addressOf(name);
      const source = { from: 'import', at: toInstant('2026-01-15T10:00:00.000Z') } as const;
      const fresh: Member = { person, name: `Jäsen ${name}`, isGuest: false, email, emailSource: source };
      await changeMember(await world.work(), objectIdOf(person), (old) => ({ ...fresh, ...old, ...change }));
      return idOf(name);
    },
    async network(change) {
      const found = await temp.store.get(networkScope(NETWORK), networks, NETWORK);
      if (found) await temp.store.upsert(networkScope(NETWORK), networks, NETWORK, { ...found.value, ...change });
    },
    async write(name, of = {}) {
      const subject = of.subject ?? 'poll-1';
      const letter: NewLetter = {
        ...{
          id: `${subject}|${idOf(name)}|note`,
          network: networkId.parse(NETWORK),
          to: idOf(name),
          drawing: 'note',
          subject,
        },
        ...{ topic: 'polls', urgency: 'due' },
        ...of,
      };
      await present().letters.send(letter);
      await world.rest();
    },
    rest: () => clock.rest(),
    async statusOf(name, subject = 'poll-1') {
      const all = await present().letters.statuses(NETWORK, subject);
      return all.find(({ to }) => to === idOf(name));
    },
    reached: () => sink.letters.flatMap(({ to }) => to),
    last() {
      const letter = sink.letters.at(-1);
      if (!letter) throw new Error('no letter arrived');
      return letter;
    },
    async passTo(time) {
      clock.jump(Date.parse(time) - Date.parse(clock.now()));
      await clock.advance(6000); // the jobs look every five seconds
    },
    async close() {
      isWaiting = false;
      sink.mood = 'takes';
      sink.release();
      const ends = processes.map((one) => one.stop());
      await clock.advance(15_000);
      for (const one of processes) one.kill();
      await Promise.race([Promise.all(ends), clock.rest()]);
      await sink.close();
      await temp.close();
    },
  };
  return world;
}
