/** Letters: what goes to one person by mail is drawn when it is sent, sent once, and its fate is told per person. */
import type { CalendarInvitation } from '../core/calendar-entry.ts';
import { between, DAY, HOUR, type Instant, MINUTE, plus, SECOND, toInstant } from '../core/clock.ts';
import type { LetterDrawing, Personal } from '../core/feature.ts';
import type { NetworkId } from '../core/ids.ts';
import { listAll } from '../core/list-all.ts';
import { namesAny } from '../core/naming.ts';
import { type Member, type MemberId, memberIdOf, members, wantsMail } from '../core/network.ts';
import { AlreadyExists, type LetterState, type Letters, type Reminder, type Stored } from '../core/ports.ts';
import { addresseeOf, changeMember, registerNow } from '../core/register.ts';
import { keptSince } from '../core/retention.ts';
import { networkScope } from '../core/scope.ts';
import type { Visit, Work } from '../core/turn.ts';
import { update } from '../core/update.ts';
import { type CalendarFrame, calendarFile } from '../ics/write.ts';
import { backoff } from '../jobs/job.ts';
import { type EngineHandler, type JobsEngine, type JobsOptions, PutOff } from '../jobs/jobs.ts';
import { systemTimers } from '../jobs/timers.ts';
import { composeLetter, type Letter } from './letter.ts';
import { nextNudge } from './quiet-hours.ts';
import { DELIVER_WITHIN, MailFailure, type MailServer } from './smtp.ts';
import {
  beginSending,
  claim,
  ended,
  isForgettable,
  isReminding,
  letters as kind,
  letterId,
  messageName,
  newLetter,
  prefixOf,
  reminderId,
  reminders,
  type StoredLetter,
  statusOf,
} from './stored-letter.ts';
import { createTurnstile } from './turnstile.ts';

/** A minute, of the whole deployment, unless the settings say otherwise: what small mail servers and hosted ones (30 a minute at the least, 10 000 a day) take without throttling much. */
export const A_MINUTE = 60;
/** Connections to the mail server; most allow ten from one address. */
export const AT_ONCE = 4;
/** Greylisting lets the same letter through after some minutes; an outage is asked after once an hour. */
const FIRST_WAIT = MINUTE;
const LONGEST_WAIT = HOUR;
/** A letter that the server keeps putting off is given up after this long and at least this many tries: a night or a weekend between them does not count as trying. */
const GIVE_UP_AFTER = DAY;
const FEWEST_TRIES = 8;
/** A `sending` of another process is cut off for sure when it is this old. */
const SURELY_OVER = DELIVER_WITHIN + MINUTE;
/** What is on its way to the mail server gets this long when the process stops; the rest of the ten seconds is for writing down how it ended. */
const STOP_WITHIN = 5 * SECOND;
/** Identities of one person that are merged into each other. */
const MOST_HOPS = 5;

export interface LettersQueue extends Letters {
  /** For `JobsEngine.start`, beside the features' handlers. */
  readonly handlers: readonly EngineHandler[];
  /** What letters store on people. */
  readonly personal: Personal;
  start(of: {
    drawings: readonly LetterDrawing[];
    /** The gate's `byId`. */
    visitOf: (network: NetworkId, member: MemberId) => Promise<Visit | undefined>;
    /** Full address that ends all mail of a person. */
    unsubscribeLink: (network: NetworkId, member: MemberId) => Promise<string>;
    /** Behind the UIDs of calendar entries: `calendarDomain`. */
    domain: string;
  }): void;
  /** Finishes what is on its way (at most 5 s) and writes down how it ended; the rest is left to the next process. Call it before the jobs' stop. */
  stop(): Promise<void>;
}

export interface LettersOptions extends JobsOptions {
  readonly jobs: Pick<JobsEngine, 'schedule' | 'holds'>;
  /** Absent: there are no mail settings. */
  readonly mailServer?: MailServer;
  /** Letters in a minute, of the whole deployment; default `A_MINUTE`. */
  readonly aMinute?: number;
}

export function createLetters(options: LettersOptions): LettersQueue {
  const { store, jobs, mailServer, clock, log, newId, shards = 1, isAlone = false } = options;
  const { timers = systemTimers, chance = Math.random, aMinute = A_MINUTE } = options;
  const me = newId();
  const perMinute = Math.max(1, Math.floor(aMinute / shards));
  const turnstile = createTurnstile({ timers, limit: { count: perMinute, within: MINUTE }, atOnce: AT_ONCE });
  const slots = createSlots(perMinute);
  const drawings = new Map<string, LetterDrawing>();
  const underWay = new Map<string, Promise<void>>();
  /** How tries ended, until that is written: the store may be out just then, and only this process knows. */
  const unwritten = new Map<string, (of: StoredLetter) => StoredLetter>();
  let visitOf: (network: NetworkId, member: MemberId) => Promise<Visit | undefined> = async () => undefined;
  let unsubscribeLink: (network: NetworkId, member: MemberId) => Promise<string> = async () => '';
  let domain = '';
  let isRunning = false;
  let attempts = 0;

  const change = (
    network: NetworkId,
    id: string,
    to: (of: StoredLetter) => StoredLetter,
  ): Promise<Stored<StoredLetter> | undefined> =>
    update({ store, scope: networkScope(network), kind, id }, (of) => of && to(of));

  /** A letter's own job. Many that wait are spread over the minutes in which their turn can come, so that nobody looks through all of them again and again. */
  const schedule = (network: NetworkId, id: string, of: Pick<StoredLetter, 'urgency'>, from: Instant): Promise<void> =>
    jobs.schedule({
      kind: `letters.${of.urgency}`,
      network,
      key: id,
      due: of.urgency === 'due' ? from : slots.next(from),
    });

  // ── One letter ───────────────────────────────────────────────────────────────────────────────

  /** One at a time of each letter; a second job of the same finds it done. */
  async function bring(id: string, work: Work, isLast: boolean): Promise<void> {
    if (!isRunning) throw new PutOff(SECOND);
    const key = `${work.network.id} ${id}`;
    const earlier = underWay.get(key);
    if (earlier !== undefined) return earlier;
    const step = take(id, work, isLast).finally(() => underWay.delete(key));
    underWay.set(key, step);
    return step;
  }

  async function take(id: string, work: Work, isLast: boolean): Promise<void> {
    const network = work.network.id;
    await writeDown(network, id);
    const found = await store.get(work.scope, kind, id);
    if (!found) return;
    if (found.value.state === 'sending') return findCutOff(id, found.value, work);
    if (found.value.state !== 'waiting') return;
    const leave = await turnstile.enter(found.value.urgency === 'due');
    let isUsed = false;
    try {
      const of = (await store.get(work.scope, kind, id))?.value;
      if (of?.state !== 'waiting') return;
      const ready = await prepare(id, of, work);
      if (!ready) return;
      isUsed = true;
      await send(id, ready, work);
    } catch (error) {
      if (isLast && !isUsed && !(error instanceof PutOff)) await settle(id, work, 'refused', 'error');
      throw error;
    } finally {
      leave(isUsed);
    }
  }

  /** Whom it goes to and what it says, from the data of this moment. Undefined: it does not go now; why is written down. */
  async function prepare(id: string, of: StoredLetter, work: Work): Promise<Ready | undefined> {
    if (!mailServer) return settle(id, work, 'notConfigured');
    if (work.network.pausedBecause === 'removed') return settle(id, work, 'pointless', 'removed');
    const member = await present(of.to, work);
    const obstacle = obstacleOf(member, of);
    if (!member || obstacle) return settle(id, work, obstacle ?? 'pointless');
    const now = clock.now();
    const { zone, calendar } = work.network;
    const allowed = of.urgency === 'nudge' ? nextNudge(now, zone, work.services.calendar(calendar)) : now;
    if (allowed > now) return schedule(work.network.id, id, of, allowed).then(() => undefined);
    const drawing = drawings.get(of.drawing);
    if (!drawing) throw new Error(`No letter is called ${of.drawing}; a newer release may have written it.`);
    const visit = await visitOf(work.network.id, memberIdOf(member.person));
    const body = visit && (await drawing.draw(of.subject, visit));
    if (!visit || !body) return settle(id, work, 'pointless');
    const to = memberIdOf(member.person);
    const unsubscribe = await unsubscribeLink(work.network.id, to);
    const words = composeLetter(body, {
      ...{ t: visit.t, locale: visit.actor.locale, network: work.network.name, zone },
      ...{ topic: of.topic, reader: member, unsubscribe },
      choices: await work.services.linkForPerson(work.network.id, to, 'own'),
    });
    const isFree = !isReminding(of) || (await claimReminder(reminderOf(of, work)));
    if (!isFree) return settle(id, work, 'recent');
    const reader = { name: member.name, address: member.email ?? '' };
    const organizer = { name: work.network.name, address: mailServer.sender };
    const inviting = body.calendar && invitation(body.calendar, { domain, organizer, attendee: reader });
    return { ...words, ...(inviting ? { calendar: inviting } : {}), ...reader, unsubscribe, to };
  }

  async function send(id: string, of: Ready, work: Work): Promise<void> {
    const network = work.network.id;
    const { to, name, address, ...words } = of;
    const attempt = `${me}:${++attempts}`;
    const begun = (await change(network, id, (now) => beginSending(now, attempt, clock.now())))?.value;
    if (begun?.attempt !== attempt) return; // erased or taken by another meanwhile
    const isMine = (now: StoredLetter): boolean => now.attempt === attempt;
    const end = (state: LetterState, reason?: string): Promise<void> => {
      const at = clock.now();
      unwritten.set(`${network} ${id}`, (now) => (isMine(now) ? ended(now, state, reason, at) : now));
      return writeDown(network, id);
    };
    if (!jobs.holds(network)) {
      await end('waiting');
      throw new PutOff(SECOND);
    }
    const started = timers.elapsed();
    try {
      await mailServer?.deliver({
        ...words,
        ...{ id: messageName(network, id), from: work.network.name, at: clock.now() },
        to: { name, address },
      });
    } catch (error) {
      return failed(id, begun, {
        failure: asFailure(error, () => log.error('letter.broken', error, { network })),
        end,
        work,
        to,
        address,
      });
    }
    log.info('letter.sent', {
      network,
      drawing: begun.drawing,
      tries: begun.tries,
      ms: Math.round(timers.elapsed() - started),
    });
    await end('sent');
  }

  // ── What goes wrong ──────────────────────────────────────────────────────────────────────────

  async function failed(id: string, of: StoredLetter, what: Failed): Promise<void> {
    const { failure, end, work, to, address } = what;
    const { outcome, code } = failure;
    const network = work.network.id;
    log.warn('letter.failed', { network, drawing: of.drawing, outcome, code, tries: of.tries });
    if (outcome === 'unknown') return end('unknown', code);
    if (isReminding(of)) await freeReminder(reminderOf(of, work));
    if (outcome === 'refused') {
      if (failure.isAddressWrong) {
        const emailFailedAt = clock.now();
        await changeMember(work, to, (now) => (now?.email === address ? { ...now, emailFailedAt } : now));
      }
      return end('refused', code);
    }
    const age = between(of.triedAt ?? of.createdAt, clock.now());
    if (age >= GIVE_UP_AFTER && of.tries >= FEWEST_TRIES) {
      log.error('letter.given-up', failure, { network, drawing: of.drawing, alert: true });
      return end('refused', 'given-up');
    }
    await end('waiting', code);
    if (isRunning)
      await schedule(network, id, of, plus(clock.now(), backoff(of.tries, chance(), FIRST_WAIT, LONGEST_WAIT)));
    else throw new PutOff(SECOND);
  }

  async function findCutOff(id: string, of: StoredLetter, work: Work): Promise<void> {
    const age = Math.abs(between(of.at, clock.now()));
    if (!isAlone && age < SURELY_OVER) throw new PutOff(SURELY_OVER - age);
    await change(work.network.id, id, (now) =>
      now.state === 'sending' && now.attempt === of.attempt ? ended(now, 'unknown', 'interrupted', clock.now()) : now,
    );
    log.warn('letter.cut-off', { network: work.network.id, drawing: of.drawing });
  }

  async function writeDown(network: NetworkId, id: string): Promise<void> {
    const key = `${network} ${id}`;
    const to = unwritten.get(key);
    if (!to) return;
    await change(network, id, to);
    unwritten.delete(key);
  }

  async function settle(id: string, work: Work, state: LetterState, reason?: string): Promise<undefined> {
    await change(work.network.id, id, (now) =>
      now.state === 'waiting' ? ended(now, state, reason, clock.now()) : now,
    );
    log.info('letter.not-sent', { network: work.network.id, state, ...(reason === undefined ? {} : { reason }) });
  }

  // ── The same reminder by one way ─────────────────────────────────────────────────────────────

  const reminderOf = ({ subject, to }: StoredLetter, work: Work): Reminder => ({
    network: work.network.id,
    subject,
    to,
    by: 'mail',
  });
  const noteOf = ({ network, subject, to }: Reminder) => ({
    ...{ store, kind: reminders, scope: networkScope(network), id: reminderId(subject, to) },
  });

  async function claimReminder(of: Reminder): Promise<boolean> {
    let isFree = false;
    await update(noteOf(of), (now) => {
      const next = claim(now, of, clock.now());
      isFree = next !== undefined;
      return next;
    });
    return isFree;
  }

  /** It did not reach them after all: another way may. */
  async function freeReminder(of: Reminder): Promise<void> {
    const { scope, kind: notes, id } = noteOf(of);
    const note = await store.get(scope, notes, id);
    if (note?.value.by === of.by) await store.remove(scope, notes, id);
  }

  async function present(id: MemberId, work: Work): Promise<Member | undefined> {
    let member = (await store.get(work.scope, members, id))?.value;
    for (let hops = 0; member?.sameAs !== undefined && hops < MOST_HOPS; hops++) {
      member = (await store.get(work.scope, members, member.sameAs))?.value;
    }
    return member?.leftAt === undefined ? member : addresseeOf(await registerNow(work), id);
  }

  const handlerOf = (urgency: StoredLetter['urgency']): EngineHandler => ({
    kind: `letters.${urgency}`,
    atOnce: AT_ONCE,
    isVital: true, // an outage of the store must not strand a letter; one that can't be drawn ends as refused
    run: ({ key, isLast }, work) => bring(key, work, isLast),
  });

  return {
    isConfigured: mailServer !== undefined,
    handlers: [handlerOf('due'), handlerOf('nudge'), handlerOf('bulk')],
    claimReminder,
    start(of) {
      for (const drawing of of.drawings) {
        if (drawings.has(drawing.name)) throw new Error(`Two letters are called ${drawing.name}.`);
        drawings.set(drawing.name, drawing);
      }
      visitOf = of.visitOf;
      unsubscribeLink = of.unsubscribeLink;
      domain = of.domain;
      isRunning = true;
    },
    async stop() {
      isRunning = false;
      turnstile.stop(() => new PutOff(SECOND));
      const cancel = timers.after(STOP_WITHIN, () => mailServer?.close());
      await Promise.allSettled(underWay.values());
      cancel();
      mailServer?.close();
    },
    async send(of) {
      const id = letterId(of);
      const value = newLetter(of, mailServer ? 'waiting' : 'notConfigured', clock.now());
      try {
        await store.insert(networkScope(of.network), kind, id, value);
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error;
        const found = await store.get(networkScope(of.network), kind, id);
        if (found?.value.state !== 'waiting') return;
      }
      if (mailServer) await schedule(of.network, id, value, clock.now());
    },
    async statuses(network, subject) {
      const found = await listAll(store, networkScope(network), kind, { prefix: prefixOf(subject) });
      return found
        .filter(({ value }) => value.subject === subject)
        .map(({ value }) => statusOf(value))
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    },
    personal: {
      async collect(ids, { scope }) {
        const own = (await listAll(store, scope, kind)).filter(({ value }) => ids.includes(value.to));
        const notes = (await listAll(store, scope, reminders)).filter(({ value }) => ids.includes(value.to));
        return {
          letters: own.map(({ value: { attempt: _, ...told } }) => told),
          reminders: notes.map(({ value }) => value),
        };
      },
      async erase(ids, _, { scope }) {
        const isNamed = namesAny(ids);
        const isTheirs = ({ value: { to, subject, id } }: Stored<StoredLetter>): boolean =>
          ids.includes(to) || isNamed(subject) || isNamed(id);
        for (const { id } of (await listAll(store, scope, kind)).filter(isTheirs)) await store.remove(scope, kind, id);
        for (const { id, value } of await listAll(store, scope, reminders)) {
          if (ids.includes(value.to) || isNamed(value.subject)) await store.remove(scope, reminders, id);
        }
      },
      async expire({ scope }) {
        const now = clock.now();
        for (const { id, value } of await listAll(store, scope, kind)) {
          if (value.at < keptSince('letters', now)) await store.remove(scope, kind, id);
        }
        for (const { id, value } of await listAll(store, scope, reminders)) {
          if (isForgettable(value, now)) await store.remove(scope, reminders, id);
        }
      },
    },
  };
}

interface Ready extends Letter {
  readonly unsubscribe: string;
  readonly to: MemberId;
  readonly name: string;
  readonly address: string;
}

interface Failed {
  readonly failure: MailFailure;
  readonly end: (state: LetterState, reason?: string) => Promise<void>;
  readonly work: Work;
  readonly to: MemberId;
  readonly address: string;
}

/** Drawn for one reader: programs take an invitation for one's own only when it names the address that it came to. */
const invitation = (
  { method, entry }: CalendarInvitation,
  { domain, ...people }: Pick<CalendarFrame, 'domain' | 'organizer' | 'attendee'>,
): NonNullable<Letter['calendar']> => ({
  method,
  file: calendarFile([entry], { method, domain, ...(method === 'PUBLISH' ? {} : people) }),
});

/** Why a letter does not go to this person, as they are stored now. */
function obstacleOf(member: Member | undefined, { topic }: StoredLetter): LetterState | undefined {
  if (!member || member.leftAt !== undefined) return 'pointless';
  if (member.email === undefined || member.emailFailedAt !== undefined) return 'noAddress';
  if (topic === 'always') return undefined;
  const mayGet = member.isOutsider ? topic === 'events' : member.isInvited === undefined;
  return mayGet && wantsMail(member, topic) ? undefined : 'unwanted';
}

/** What is no MailFailure is our own bug, and nobody knows what had left before it. */
function asFailure(error: unknown, tell: () => void): MailFailure {
  if (error instanceof MailFailure) return error;
  tell();
  return new MailFailure('unknown', error instanceof Error ? error.name : 'Thrown');
}

/** Hands out times so that no minute gets more than so many. */
function createSlots(perMinute: number): { next(from: Instant): Instant } {
  const taken = new Map<number, number>();
  return {
    next(from) {
      const start = Date.parse(from);
      let minute = Math.floor(start / MINUTE);
      for (const old of taken.keys()) if (old < minute - 1 && taken.size > MOST_MINUTES) taken.delete(old);
      while ((taken.get(minute) ?? 0) >= perMinute) minute++;
      const place = taken.get(minute) ?? 0;
      taken.set(minute, place + 1);
      return toInstant(Math.max(start, minute * MINUTE + Math.floor((place * MINUTE) / perMinute)));
    },
  };
}

/** Minutes that are remembered at least: a day's. */
const MOST_MINUTES = 1440;
