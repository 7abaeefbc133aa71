/** Posts: what the app keeps in Teams' conversations is sent once, kept in step with the data, and taken away, all through one queue. */
import { inNetwork } from '../core/card.ts';
import { between, DAY, type Instant, MINUTE, SECOND, toInstant } from '../core/clock.ts';
import type { Drawing } from '../core/feature.ts';
import { type NetworkId, objectIdOf, type PersonKey, type PostId } from '../core/ids.ts';
import { listAll } from '../core/list-all.ts';
import { type Address, members, type Network, networks, personEntries } from '../core/network.ts';
import { AlreadyExists, type Channel, ChannelFailure, type PostBody, type Posts, type Stored } from '../core/ports.ts';
import { directoryScope, networkScope } from '../core/scope.ts';
import type { Work } from '../core/turn.ts';
import { update } from '../core/update.ts';
import { backoff } from './job.ts';
import { type EngineHandler, type JobsEngine, type JobsOptions, PutOff } from './jobs.ts';
import { paceAt } from './pace.ts';
import {
  asNew,
  backToWaiting,
  beginSending,
  hashOf,
  heldPosts,
  isTrouble,
  loggedId,
  markRemoved,
  markSent,
  markTrouble,
  newPost,
  nextCheck,
  type Post,
  posts,
  statusOf,
  troubles,
  unwanted,
} from './post.ts';
import { type Again, ANNOUNCEMENT, AT_ONCE, createQueue, type Errand, MUST_SHOW, REFRESH } from './queue.ts';
import { tenantLimits } from './rate.ts';
import { systemTimers } from './timers.ts';

/** Votes that come within this time of the first are in the same redrawing. */
const GATHER = 250;
/** An instance that does not hold the lease asks the holder for a redrawing, at most once in this time for all instances. */
const ASK = 5 * SECOND;
/** A `sending` of another process is cut off for sure when it is this old: its deadline and the taking of its lease are over. */
const SURELY_OVER = MINUTE;
const FIRST_WAIT = 2 * SECOND;
const LONGEST_WAIT = 5 * MINUTE;
/** What Teams keeps turning away is given up after this long. */
const GIVE_UP_AFTER = DAY;
const GIVE_UP_PERSON_AFTER = 60 * MINUTE;
/** How many waiting posts the queue holds in memory; the others wait as jobs. */
const MOST_IN_QUEUE = 500;
/** Posts whose pace is remembered. */
const MOST_PACED = 2000;

export interface PostsQueue extends Posts {
  /** For `JobsEngine.start`, beside the features' handlers. */
  readonly handlers: readonly EngineHandler[];
  start(of: {
    drawings: readonly Drawing[];
    /** The gate's. */
    work: (network: NetworkId) => Promise<Work | undefined>;
    /** Teams answered 403 or 404 for the network's channel. When the hook has stored the network as paused, its posts wait for `resume`. */
    onChannelLost?: (network: NetworkId, code: string) => Promise<void>;
  }): void;
  /** Finishes the requests under way; the rest is left to the next process. Call it before the jobs' stop. */
  stop(): Promise<void>;
}

/** As the jobs': the shards divide the tenant's budget; a process that is alone knows that no other can be sending. */
export interface PostsOptions extends JobsOptions {
  readonly jobs: Pick<JobsEngine, 'schedule' | 'holds'>;
  readonly channel: Channel;
}

/** A post in the queue. Requests for the same post that has not begun are one. */
interface Pending extends Errand {
  readonly network: NetworkId;
  readonly post: PostId;
  readonly over: PromiseWithResolvers<void>;
  /** Steady time of the first try. */
  since?: number;
  failures: number;
}

/** A post whose refreshes are coalesced. */
interface Paced {
  isDirty: boolean;
  isUnderWay: boolean;
  cancel?: () => void;
  lastAt: number;
  sentAt?: Instant;
}

export function createPosts(options: PostsOptions): PostsQueue {
  const { store, jobs, channel, clock, log, newId, shards = 1, isAlone = false } = options;
  const { timers = systemTimers, chance = Math.random } = options;
  const me = newId();
  const queue = createQueue({ timers, tenantLimits: tenantLimits(shards, AT_ONCE - 1) });
  const drawings = new Map<string, Drawing>();
  const pending = new Map<string, Pending>();
  const paced = new Map<string, Paced>();
  const checks = new Map<string, Instant>();
  /** Creates that went well, until that is written: the store may be out just then, and only this process knows. */
  const landed = new Map<string, (of: Post) => Post>();
  let workOf: (network: NetworkId) => Promise<Work | undefined> = async () => undefined;
  let onChannelLost: (network: NetworkId, code: string) => Promise<void> = async () => {};
  let isRunning = false;
  let attempts = 0;

  const documentOf = (network: NetworkId, id: PostId) => ({ store, scope: networkScope(network), kind: posts, id });
  const change = (network: NetworkId, id: PostId, to: (of: Post) => Post): Promise<Stored<Post> | undefined> =>
    update(documentOf(network, id), (of) => of && to(of));
  const pacedOf = (network: NetworkId, id: PostId): Paced => {
    const key = `${network} ${id}`;
    const found = paced.get(key) ?? { isDirty: false, isUnderWay: false, lastAt: Number.NEGATIVE_INFINITY };
    paced.set(key, found);
    return found;
  };

  // ── Into the queue ───────────────────────────────────────────────────────────────────────────

  const settle = (network: NetworkId, id: PostId, unique: string): Promise<void> =>
    jobs.schedule({ kind: 'posts.settle', network, key: `${id}|${unique}`, due: clock.now() });

  /** Brings the post to where it should be. Resolves when that is over; rejects with PutOff when the process stops or lost its lease. */
  async function bring(network: NetworkId, id: PostId, isCheck: boolean): Promise<void> {
    if (!isRunning) throw new PutOff(SECOND);
    const key = `${network} ${id}`;
    const [found, work] = await Promise.all([store.get(networkScope(network), posts, id), workOf(network)]);
    if (!found || !work) return;
    const isPersonal = 'person' in found.value.to;
    const isNew = found.value.state === 'waiting' || found.value.state === 'sending';
    const priority = isCheck ? REFRESH : isNew && !isPersonal ? ANNOUNCEMENT : MUST_SHOW;
    const queued = pending.get(key);
    if (queued) {
      queued.priority = Math.min(queued.priority, priority);
      queue.hasten();
      return queued.over.promise;
    }
    const errand: Pending = {
      network,
      post: id,
      conversation: 'person' in found.value.to ? `person ${found.value.to.person}` : `channel ${network}`,
      tenant: work.network.tenant,
      priority,
      failures: 0,
      over: Promise.withResolvers<void>(),
      run: () => run(errand),
      dropped: () => {
        pending.delete(key);
        errand.over.reject(new PutOff(SECOND));
      },
    };
    errand.over.promise.catch(() => {}); // who waits for it hears of it; a coalesced refresh has nobody waiting
    pending.set(key, errand);
    queue.add(errand);
    return errand.over.promise;
  }

  async function run(errand: Pending): Promise<Again | undefined> {
    const key = `${errand.network} ${errand.post}`;
    if (pending.get(key) === errand) pending.delete(key);
    errand.since ??= timers.elapsed();
    try {
      if (!isRunning || !jobs.holds(errand.network)) throw new PutOff(SECOND);
      const again = await step(errand);
      if (!again) errand.over.resolve();
      else if (!pending.has(key)) pending.set(key, errand);
      return again;
    } catch (error) {
      if (landed.has(key)) {
        log.error('post.unwritten', error, { network: errand.network, post: loggedId(errand.post) });
        return { after: SECOND, blocks: true };
      }
      errand.over.reject(error);
      return undefined;
    }
  }

  // ── One step of a post's life ────────────────────────────────────────────────────────────────

  /** Does the next thing that the post needs. Undefined: it is where it should be. */
  async function step(errand: Pending): Promise<Again | undefined> {
    const { network, post: id } = errand;
    await writeLanded(network, id);
    const [found, present] = await Promise.all([store.get(networkScope(network), posts, id), workOf(network)]);
    if (!found || !present) return undefined;
    const of = found.value;
    if (of.sentAt) pacedOf(network, id).sentAt = of.sentAt;
    if (of.state === 'sending') return findCutOff(errand, of);
    if (of.state !== 'waiting' && of.state !== 'sent' && !of.isUnwanted) return undefined;
    if (of.state === 'sent' && of.followers.length > 0) await letFollow(network, id, of.followers);
    const work = await unlessPaused(errand, of, present);
    if (!work) return undefined;
    if (of.isUnwanted) return takeAway(errand, of, work);
    return of.state === 'waiting' ? send(errand, of, work) : redraw(errand, of, work);
  }

  async function writeLanded(network: NetworkId, id: PostId): Promise<Post | undefined> {
    const key = `${network} ${id}`;
    const to = landed.get(key);
    if (!to) return undefined;
    const stored = await change(network, id, to);
    landed.delete(key);
    return stored?.value;
  }

  /** A lost channel leaves the 1:1 chats; a removed app leaves nothing. */
  const isHeldUp = (of: Post, { state, pausedBecause }: Network): boolean =>
    state === 'paused' && !('person' in of.to && pausedBecause === 'channel');

  /** Undefined while the network is paused; then the post is noted for `resume`, before the last look at the network. */
  async function unlessPaused({ network, post: id }: Pending, of: Post, work: Work): Promise<Work | undefined> {
    if (!isHeldUp(of, work.network)) return work;
    await store.upsert(work.scope, heldPosts, id, { since: clock.now() });
    const now = await store.get(work.scope, networks, network);
    return now && !isHeldUp(of, now.value) ? { ...work, network: now.value } : undefined;
  }

  async function findCutOff(errand: Pending, of: Post): Promise<Again | undefined> {
    const age = Math.abs(between(of.at, clock.now()));
    if (!isAlone && age < SURELY_OVER) return { after: SURELY_OVER - age, blocks: false };
    return trouble(errand, 'unknown', 'interrupted', (now) => now.attempt === of.attempt);
  }

  async function send(errand: Pending, of: Post, work: Work): Promise<Again | undefined> {
    const { network, post: id } = errand;
    const to = await addressOf(errand, of, work);
    if ('again' in to || 'stays' in to) return 'again' in to ? to.again : undefined;
    const drawn = await draw(of, work);
    if (!drawn) {
      await change(network, id, (now) => (now.state === 'waiting' ? markRemoved(now, clock.now()) : now));
      return undefined;
    }
    const attempt = `${me}:${++attempts}`;
    const begun = await change(network, id, (now) => beginSending(now, attempt, clock.now()));
    if (begun?.value.attempt !== attempt) return { after: 0, blocks: false }; // changed meanwhile: look again
    const isMine = (now: Post): boolean => now.attempt === attempt;
    const putBack = (): Promise<unknown> =>
      change(network, id, (now) => (isMine(now) ? backToWaiting(now, clock.now()) : now));
    if (!jobs.holds(network)) {
      await putBack();
      throw new PutOff(SECOND);
    }
    const { thread, ...address } = to;
    const started = timers.elapsed();
    try {
      queue.book(errand);
      const messageId = await channel.create(to, drawn.body);
      const at = clock.now();
      const sent = { address, messageId, drawnHash: hashOf(drawn.body) };
      landed.set(`${network} ${id}`, (now) => (isMine(now) ? markSent(now, sent, at) : now));
    } catch (error) {
      const failure = asFailure(error);
      log.warn('post.create', { ...about(errand, of), ...failure });
      if (failure.outcome === 'unknown') return trouble(errand, 'unknown', failure.code, isMine);
      await putBack();
      if (failure.outcome === 'refused') return refused(errand, of, work, failure.code);
      return tryAgain(errand, of, failure);
    }
    const stored = await writeLanded(network, id);
    log.info('post.sent', { ...about(errand, of), ms: Math.round(timers.elapsed() - started), tries: of.tries + 1 });
    remember(network, id, stored?.sentAt);
    if (drawn.isLive) await checkLater(network, id);
    if (stored && stored.followers.length > 0) await letFollow(network, id, stored.followers);
    return stored?.isUnwanted ? { after: 0, blocks: false } : undefined;
  }

  async function redraw(errand: Pending, of: Post, work: Work): Promise<Again | undefined> {
    const { network, post: id } = errand;
    if (of.messageId === undefined || of.address === undefined) return undefined;
    const drawn = await draw(of, work);
    if (!drawn) {
      await change(network, id, (now) => unwanted(now, clock.now()));
      return { after: 0, blocks: false };
    }
    if (drawn.isLive) await checkLater(network, id);
    const drawnHash = hashOf(drawn.body);
    if (drawnHash === of.drawnHash) return undefined;
    try {
      queue.book(errand);
      remember(network, id, of.sentAt);
      await channel.update({ ...of.address, serviceUrl: work.network.serviceUrl }, of.messageId, drawn.body);
    } catch (error) {
      const failure = asFailure(error);
      log.warn('post.update', { ...about(errand, of), ...failure });
      if (failure.outcome === 'refused') return refused(errand, of, work, failure.code);
      return tryAgain(errand, of, failure);
    }
    await change(network, id, (now) => (now.messageId === of.messageId ? { ...now, drawnHash } : now));
    return undefined;
  }

  async function takeAway(errand: Pending, of: Post, work: Work): Promise<Again | undefined> {
    const { network, post: id } = errand;
    if (of.messageId !== undefined && of.address !== undefined) {
      try {
        queue.book(errand);
        await channel.remove({ ...of.address, serviceUrl: work.network.serviceUrl }, of.messageId);
      } catch (error) {
        const failure = asFailure(error);
        log.warn('post.remove', { ...about(errand, of), ...failure });
        if (failure.outcome !== 'refused') return tryAgain(errand, of, failure); // refused: it is out of reach, as good as gone
      }
    }
    await change(network, id, (now) => (now.isUnwanted ? markRemoved(now, clock.now()) : now));
    return undefined;
  }

  async function draw(of: Post, work: Work): Promise<{ body: PostBody; isLive: boolean } | undefined> {
    const drawing = drawings.get(of.drawing);
    if (!drawing) throw new Error(`No drawing is called ${of.drawing}; a newer release may have published it.`);
    const drawn = await drawing.draw(of.subject, work);
    if (!drawn) return undefined;
    const isLive = drawn.live === true;
    if (!('card' in drawn)) return { body: { text: drawn.text }, isLive };
    const card = 'person' in of.to ? inNetwork(drawn.card, work.network.id) : drawn.card;
    return { body: { card, summary: drawn.summary }, isLive };
  }

  // ── Where to ─────────────────────────────────────────────────────────────────────────────────

  type Destination = (Address & { thread?: string }) | { again: Again | undefined } | { stays: true };

  async function addressOf(errand: Pending, of: Post, work: Work): Promise<Destination> {
    const { serviceUrl, channel: at, tenant } = work.network;
    if ('channel' in of.to) return { serviceUrl, conversation: at.id, tenant };
    if ('person' in of.to) return chatWith(errand, of, of.to.person, work);
    const root = await change(errand.network, of.to.thread, (now) => {
      if (now.state === 'sent' || now.state === 'removed' || now.followers.includes(errand.post)) return now;
      return { ...now, followers: [...now.followers, errand.post] };
    });
    if (!root) throw new Error('A post goes to the thread of a post that does not exist.');
    const { state, address, messageId } = root.value;
    if (state === 'removed') {
      await change(errand.network, errand.post, (now) => unwanted(now, clock.now()));
      return { stays: true };
    }
    return state === 'sent' && address && messageId ? { ...address, serviceUrl, thread: messageId } : { stays: true };
  }

  async function chatWith(errand: Pending, of: Post, person: PersonKey, work: Work): Promise<Destination> {
    const entry = { store, scope: directoryScope(`person|${person}`), kind: personEntries, id: `person|${person}` };
    const known = await store.get(entry.scope, entry.kind, entry.id);
    if (known?.value.chat) return known.value.chat;
    const member = (await store.get(work.scope, members, objectIdOf(person)))?.value;
    if (!member || member.leftAt) return { again: await refused(errand, of, work, 'unreachable') };
    try {
      queue.book(errand);
      const chat = await channel.openChat(work.network, member);
      await update(entry, (now) => now && { ...now, chat });
      return chat;
    } catch (error) {
      const failure = asFailure(error);
      log.info('post.chat', { ...about(errand, of), ...failure });
      if (failure.outcome === 'refused') return { again: await refused(errand, of, work, failure.code) };
      return { again: await tryAgain(errand, of, failure) }; // opening finds the chat that is there: safe to repeat
    }
  }

  async function letFollow(network: NetworkId, id: PostId, followers: readonly PostId[]): Promise<void> {
    for (const follower of followers) await settle(network, follower, newId());
    await change(network, id, (now) => ({
      ...now,
      followers: now.followers.filter((follower) => !followers.includes(follower)),
    }));
  }

  // ── What goes wrong ──────────────────────────────────────────────────────────────────────────

  const about = (errand: Pending, of: Post) => ({
    network: errand.network,
    post: loggedId(errand.post),
    drawing: of.drawing,
  });

  async function tryAgain(errand: Pending, of: Post, failure: Failure): Promise<Again | undefined> {
    const tried = timers.elapsed() - (errand.since ?? timers.elapsed());
    if (tried > ('person' in of.to ? GIVE_UP_PERSON_AFTER : GIVE_UP_AFTER)) {
      const error = new ChannelFailure(failure.outcome, failure.code);
      log.error('post.given-up', error, about(errand, of));
      if (of.state === 'waiting') {
        return trouble(
          errand,
          'failed',
          'person' in of.to ? 'unreachable' : failure.code,
          (now) => now.state === 'waiting',
        );
      }
      return undefined; // an update: what Teams shows is old, and the next change or check tries again
    }
    const wait = backoff(++errand.failures, chance(), FIRST_WAIT, LONGEST_WAIT);
    return { after: Math.max(failure.retryAfter, wait), blocks: failure.outcome === 'throttled' };
  }

  async function refused(errand: Pending, of: Post, work: Work, code: string): Promise<Again | undefined> {
    const isSame = (now: Post): boolean => now.state === of.state && now.messageId === of.messageId;
    if (isOurFault(code)) {
      log.error('post.rejected', new ChannelFailure('refused', code), { ...about(errand, of), alert: true });
      return trouble(errand, 'failed', code, isSame);
    }
    if ('person' in of.to) return trouble(errand, 'failed', /block/i.test(code) ? 'blocked' : 'unreachable', isSame);
    if (isMessageGone(code)) return trouble(errand, 'failed', 'gone', isSame);
    await onChannelLost(errand.network, code);
    const now = await store.get(work.scope, networks, errand.network);
    if (now && !(await unlessPaused(errand, of, { ...work, network: now.value }))) return undefined;
    return trouble(errand, 'failed', code, isSame);
  }

  async function trouble(
    { network, post: id }: Pick<Pending, 'network' | 'post'>,
    state: 'unknown' | 'failed',
    reason: string,
    isStill: (now: Post) => boolean,
  ): Promise<undefined> {
    const found = await store.get(networkScope(network), posts, id);
    if (!found) return;
    const next = markTrouble(found.value, state, reason, clock.now());
    if (isTrouble(next)) await store.upsert(networkScope(network), troubles, id, { since: clock.now() });
    await change(network, id, (now) => (isStill(now) ? markTrouble(now, state, reason, clock.now()) : now));
    log.warn('post.trouble', { network, post: loggedId(id), drawing: found.value.drawing, state, reason });
  }

  // ── Keeping in step with the data ────────────────────────────────────────────────────────────

  function remember(network: NetworkId, id: PostId, sentAt: Instant | undefined): void {
    const of = pacedOf(network, id);
    of.lastAt = timers.elapsed();
    if (sentAt) of.sentAt = sentAt;
    for (const [key, { isDirty, isUnderWay }] of paced) {
      if (paced.size <= MOST_PACED) break;
      if (!isDirty && !isUnderWay) paced.delete(key);
    }
  }

  async function checkLater(network: NetworkId, id: PostId): Promise<void> {
    const due = nextCheck(id, clock.now());
    const key = `${network} ${id}`;
    if (checks.get(key) === due) return;
    await jobs.schedule({ kind: 'posts.check', network, key: id, due });
    checks.set(key, due);
  }

  function arm(network: NetworkId, id: PostId, of: Paced): void {
    const age = of.sentAt ? Math.abs(between(of.sentAt, clock.now())) : 0;
    const wait = Math.max(GATHER, of.lastAt + paceAt(age) - timers.elapsed());
    of.cancel = timers.after(wait, () => {
      delete of.cancel;
      of.isDirty = false;
      of.isUnderWay = true;
      (jobs.holds(network) ? bring(network, id, true) : askHolder(network, id))
        .catch((error: unknown) => {
          if (!(error instanceof PutOff)) log.error('post.refresh', error, { network, post: loggedId(id) });
        })
        .finally(() => {
          of.isUnderWay = false;
          of.lastAt = timers.elapsed();
          if (of.isDirty && isRunning) arm(network, id, of);
        });
    });
  }

  function askHolder(network: NetworkId, id: PostId): Promise<void> {
    const due = toInstant(Math.ceil(Date.parse(clock.now()) / ASK) * ASK);
    return jobs.schedule({ kind: 'posts.check', network, key: id, due });
  }

  const handlers: readonly EngineHandler[] = [
    {
      kind: 'posts.settle',
      atOnce: MOST_IN_QUEUE,
      async run({ key, isLast }, { network }) {
        const id = key.slice(0, key.lastIndexOf('|')) as PostId;
        try {
          await bring(network.id, id, false);
        } catch (error) {
          if (isLast && !(error instanceof PutOff)) {
            await trouble({ network: network.id, post: id }, 'failed', 'error', (now) => now.state === 'waiting');
          }
          throw error;
        }
      },
    },
    {
      kind: 'posts.check',
      atOnce: MOST_IN_QUEUE,
      async run({ key }, { network }) {
        checks.delete(`${network.id} ${key}`);
        await bring(network.id, key as PostId, true);
      },
    },
  ];

  return {
    handlers,
    start(of) {
      for (const drawing of of.drawings) {
        if (drawings.has(drawing.name)) throw new Error(`Two drawings are called ${drawing.name}.`);
        drawings.set(drawing.name, drawing);
      }
      workOf = of.work;
      if (of.onChannelLost) onChannelLost = of.onChannelLost;
      isRunning = true;
    },
    async stop() {
      isRunning = false;
      for (const of of paced.values()) of.cancel?.();
      await queue.stop();
    },
    async publish(of) {
      try {
        await store.insert(networkScope(of.network), posts, of.id, newPost(of, clock.now()));
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error;
        const found = await store.get(networkScope(of.network), posts, of.id);
        if (found?.value.state !== 'waiting') return;
      }
      await settle(of.network, of.id, 'publish');
    },
    refreshSoon(network, id) {
      if (!isRunning) return;
      const of = pacedOf(network, id);
      const isArmed = of.isDirty || of.isUnderWay;
      of.isDirty = true;
      if (!isArmed) arm(network, id, of);
    },
    refresh: (network, id) => settle(network, id, newId()),
    async remove(network, id) {
      const stored = await change(network, id, (of) => unwanted(of, clock.now()));
      if (stored?.value.state === 'removed') await store.remove(networkScope(network), troubles, id);
      else if (stored) await settle(network, id, newId());
    },
    async again(network, id) {
      const stored = await change(network, id, (of) => asNew(of, clock.now()));
      if (stored?.value.state !== 'waiting') return; // its entry among the troubles may be about to be needed
      await store.remove(networkScope(network), troubles, id);
      await settle(network, id, newId());
    },
    async status(network, id) {
      const found = await store.get(networkScope(network), posts, id);
      return found && statusOf(id, found.value);
    },
    async troubled(network) {
      const scope = networkScope(network);
      const found = await listAll(store, scope, troubles);
      const known = await Promise.all(found.map(({ id }) => store.get(scope, posts, id)));
      return known.flatMap((one) => (one && isTrouble(one.value) ? [statusOf(one.id as PostId, one.value)] : []));
    },
    async resume(network) {
      const scope = networkScope(network);
      for (const { id } of await listAll(store, scope, heldPosts)) {
        await settle(network, id as PostId, newId());
        await store.remove(scope, heldPosts, id);
      }
    },
  };
}

type Failure = Pick<ChannelFailure, 'outcome' | 'code' | 'retryAfter'>;

/** What is no ChannelFailure is our own bug, and nobody knows what reached Teams before it. */
function asFailure(error: unknown): Failure {
  if (error instanceof ChannelFailure) {
    return { outcome: error.outcome, code: error.code, retryAfter: error.retryAfter };
  }
  return { outcome: 'unknown', code: error instanceof Error ? error.name : 'Thrown', retryAfter: 0 };
}

/** Teams finds fault with the message itself, not with where it goes: a 4xx other than 403 and 404. */
function isOurFault(code: string): boolean {
  return code.startsWith('invalid:');
}

/** The message or the thread was deleted in Teams; the channel itself is there. */
function isMessageGone(code: string): boolean {
  return /(activity|message|thread).*(notfound|deleted)/i.test(code);
}
