/** Votes in the store: written in one or two requests, sealed or open, read back for counting, and destroyed. */
import { z } from 'zod';
import { between, SECOND } from '../../core/clock.ts';
import { objectIdOf, type PersonKey } from '../../core/ids.ts';
import { type Kind, kind } from '../../core/kind.ts';
import { listAll } from '../../core/list-all.ts';
import { AlreadyExists, VersionConflict } from '../../core/ports.ts';
import { noteWritten, recently } from '../../core/recent.ts';
import { Refusal } from '../../core/refusal.ts';
import { identitiesOf, registerOf } from '../../core/register.ts';
import { activityScope } from '../../core/scope.ts';
import { open, seal, sealedId } from '../../core/seal.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import {
  electorateFor,
  forgetPoll,
  keyOfPoll,
  type Mirror,
  type Mirrored,
  mirrorOf,
  pollNow,
  type Running,
} from './memory.ts';
import {
  type Ballot,
  type Cast,
  COUNTING_GRACE,
  castVote,
  countingDue,
  type Poll,
  phaseOf,
  type Vote,
  vote,
  votes,
} from './poll.ts';
import { type Counted, countable, type Electorate, openCount, type Tally } from './tally.ts';
import { text } from './text.ts';

/** A sealed vote. Its id is the HMAC of the voter under the poll's key; nothing outside the seal tells who or when. */
export const ballots = kind({ name: 'ballot', container: 'responses', schema: z.object({ sealed: z.string() }) });

const REMOVED_AT_ONCE = 50;
/** Clocks of two instances may differ by this much, in milliseconds. */
const CLOCK_SKEW = SECOND;

/** How a vote is stored in this poll, and where this person's is. */
interface Box<T> {
  readonly kind: Kind<T>;
  readonly id: string;
  open(stored: T): Vote;
  wrap(of: Vote): T;
}

/**
 * Casts, changes or withdraws a vote: one store request for a first vote, two for a later one. A redelivery changes nothing.
 * Refuses as `castVote` does; when the key of a sealed poll is lost; and when writing took so long that counting may have been first.
 */
export async function keepVote(work: Work, poll: Poll, ballot: Ballot): Promise<Cast> {
  const identity = objectIdOf(ballot.voter);
  if (poll.secrecy !== 'secret') return settle(work, poll, ballot, openBox(identity));
  return settle(work, poll, ballot, await sealedBox(work, poll, identity));
}

/** Counting waits COUNTING_GRACE for votes on their way; one that took longer is only promised when the poll still runs. */
async function settle<T>(work: Work, poll: Poll, ballot: Ballot, box: Box<T>): Promise<Cast> {
  const { clock } = work.services;
  const { cast, earlier } = await keep(work, poll, ballot, box);
  if (cast.outcome === 'repeated') return cast;
  if (between(cast.vote.castAt, clock.now()) < COUNTING_GRACE - CLOCK_SKEW) return cast;
  const now = await pollNow(work, poll.id);
  if (now.state === 'running' && clock.now() < countingDue(now)) return cast;
  const areDestroyed = now.state !== 'running' && poll.secrecy === 'secret';
  await takeBack(work, poll, box, cast.vote, areDestroyed ? undefined : earlier);
  throw new Refusal(now.state === 'undone' ? text.undonePoll : text.lateVote, { question: now.question });
}

/** A refused vote must not count when the poll is opened again: the earlier one stands, if there was one. A newer one stays. */
async function takeBack<T>(work: Work, poll: Poll, box: Box<T>, late: Vote, earlier: Vote | undefined): Promise<void> {
  const { store } = work.services;
  const scope = activityScope(work.scope, poll.id);
  const isLate = (stored: T): boolean => box.open(stored).deliveries.at(-1) === late.deliveries.at(-1);
  if (earlier) {
    await update({ store, scope, kind: box.kind, id: box.id }, (stored) =>
      stored !== undefined && isLate(stored) ? box.wrap(earlier) : stored,
    );
  } else {
    const stored = await store.get(scope, box.kind, box.id);
    try {
      if (stored && isLate(stored.value)) await store.remove(scope, box.kind, box.id, stored.version);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
  mirrorOf(work, poll.id).votes.readAt = undefined; // what it holds of this person is read anew
}

/** `earlier`: what the cast vote took the place of. */
interface Kept {
  readonly cast: Cast;
  readonly earlier?: Vote | undefined;
}

async function keep<T>(work: Work, poll: Poll, ballot: Ballot, box: Box<T>): Promise<Kept> {
  const { store, clock } = work.services;
  const scope = activityScope(work.scope, poll.id);
  const mirror = mirrorOf(work, poll.id);
  if (!mirror.seen.has(box.id) && phaseOf(poll, clock.now()) === 'open') {
    try {
      const first = castVote(poll, ballot, undefined, clock.now());
      await store.insert(scope, box.kind, box.id, box.wrap(first.vote));
      remember(mirror, poll, box.id, first.vote);
      return { cast: first };
    } catch (error) {
      // A refusal is looked at again beside the earlier vote: a redelivery gets the answer of the first.
      if (!(error instanceof AlreadyExists || error instanceof Refusal)) throw error;
    }
  }
  let kept: Kept | undefined;
  await update({ store, scope, kind: box.kind, id: box.id }, (stored) => {
    const earlier = stored && box.open(stored);
    const cast = castVote(poll, ballot, earlier, clock.now());
    kept = { cast, earlier };
    return cast.outcome === 'repeated' ? stored : box.wrap(cast.vote);
  });
  if (!kept) throw new Error('A vote was neither cast nor refused.');
  remember(mirror, poll, box.id, kept.cast.vote);
  return kept;
}

/**
 * The person's own vote: the latest of all their identities, undefined when there is none. A withdrawn one has no choices. Without the
 * key of a secret poll, lost or destroyed at closing, nobody has one.
 */
export async function ownVote(work: Work, poll: Poll, person: PersonKey): Promise<Vote | undefined> {
  if (poll.secrecy === 'secret' && (poll.state !== 'running' || !(await keyOfPoll(work, poll.id)))) return undefined;
  const identities = identitiesOf(await registerOf(work), objectIdOf(person));
  const cast = await Promise.all(identities.map((identity) => voteOf(work, poll, identity)));
  return cast.reduce((best, one) => (best && (!one || one.castAt <= best.castAt) ? best : one), undefined);
}

/** The vote of one identity. */
export async function voteOf(work: Work, poll: Poll, identity: string): Promise<Vote | undefined> {
  const { store } = work.services;
  const scope = activityScope(work.scope, poll.id);
  if (poll.secrecy !== 'secret') return (await store.get(scope, votes, identity))?.value;
  const box = await sealedBox(work, poll, identity);
  const found = await store.get(scope, ballots, box.id);
  return found && box.open(found.value);
}

function openBox(identity: string): Box<Vote> {
  return { kind: votes, id: identity, open: (stored) => stored, wrap: (of) => of };
}

async function sealedBox(work: Work, poll: Poll, identity: string): Promise<Box<{ sealed: string }>> {
  const key = await keyOfPoll(work, poll.id);
  if (!key) throw new Refusal(text.lostBallots);
  const id = sealedId(key, identity);
  return {
    kind: ballots,
    id,
    open: ({ sealed }) => opened(key, id, sealed),
    wrap: (of) => ({ sealed: seal(key, of, identity) }),
  };
}

function opened(key: Uint8Array, id: string, sealed: string): Vote {
  const { identity, value } = open(key, id, sealed);
  const of = vote.parse(value);
  if (objectIdOf(of.voter) !== identity) throw new Error('A sealed vote is not of the person it is sealed for.');
  return of;
}

// ── Counting ───────────────────────────────────────────────────────────────────────────────────

/** Every vote as it is stored now, withdrawn ones too; sealed ones opened in memory. Refuses when the key is lost. */
export async function readVotes(work: Work, poll: Poll): Promise<readonly Counted[]> {
  return (await readAll(work, poll)).map(({ of }) => of);
}

async function readAll(work: Work, poll: Poll): Promise<{ id: string; of: Vote }[]> {
  const { store } = work.services;
  const scope = activityScope(work.scope, poll.id);
  if (poll.secrecy !== 'secret')
    return (await listAll(store, scope, votes)).map(({ id, value }) => ({ id, of: value }));
  if (poll.state !== 'running') return [];
  const sealed = await listAll(store, scope, ballots);
  const key = await keyOfPoll(work, poll.id);
  if (!key) throw new Refusal(text.lostBallots);
  return sealed.map(({ id, value }) => ({ id, of: opened(key, id, value.sealed) }));
}

/** How many have voted, and the votes per option unless they are sealed. About a second old; own writes of this process are in it. */
export async function tallyOf(work: Work, poll: Poll): Promise<Pick<Tally, 'voters'> & Partial<Tally>> {
  const mirror = await freshMirror(work, poll);
  const electorate = await electorateFor(work, poll);
  const { count } = mirror;
  const isCurrent = count?.electorate === electorate && areCountedAlike(count.poll, poll);
  const running = isCurrent && count ? count : countMirror(poll, electorate, mirror);
  mirror.count = running;
  return poll.secrecy === 'secret' ? { voters: running.ballots } : running.count.read();
}

/** A header that was read anew is another object, and mostly the same. Who is entitled is told by the electorate. */
const areCountedAlike = (a: Poll, b: Poll): boolean =>
  a === b ||
  (a.closesAt === b.closesAt &&
    a.options.length === b.options.length &&
    a.options.every(({ id }, index) => id === b.options[index]?.id));

function countMirror(poll: Poll, electorate: Electorate, mirror: Mirror): Running {
  const count = openCount(poll, electorate);
  const running: Running = { poll, electorate, documents: new Map(), valid: new Map(), count, ballots: 0 };
  if (poll.secrecy === 'secret') {
    running.ballots = [...mirror.votes.found.values()].filter((one) => isCounted(poll, one)).length;
    return running;
  }
  for (const [id, { voter }] of mirror.votes.found) if (voter !== undefined) documentsOf(running, voter).add(id);
  for (const one of countable(poll, withVoter(mirror), electorate)) {
    running.valid.set(one.person, one);
    count.change(undefined, one);
  }
  return running;
}

function documentsOf({ electorate, documents }: Running, voter: PersonKey): Set<string> {
  const person = electorate.personOf(voter);
  const known = documents.get(person) ?? new Set();
  documents.set(person, known);
  return known;
}

const isCounted = (poll: Poll, one: Mirrored | undefined): boolean =>
  one !== undefined && !one.isWithdrawn && one.castAt < poll.closesAt;

/** Takes one changed vote over into the count. */
function recount(mirror: Mirror, id: string, before: Mirrored | undefined, after: Mirrored): void {
  const { count: running } = mirror;
  if (!running) return;
  const { poll, electorate } = running;
  if (poll.secrecy === 'secret') {
    running.ballots += Number(isCounted(poll, after)) - Number(isCounted(poll, before));
  } else if (poll.group !== undefined || after.voter === undefined) {
    mirror.count = undefined; // one's vote may make a substitute's fall away: groups are small and counted anew
  } else {
    const person = electorate.personOf(after.voter);
    const documents = documentsOf(running, after.voter).add(id);
    const cast = [...documents].flatMap((one) => voterOf(mirror.votes.found.get(one)));
    const [now] = countable(poll, cast, electorate);
    running.count.change(running.valid.get(person), now);
    if (now) running.valid.set(person, now);
    else running.valid.delete(person);
  }
}

/** Votes that are not sealed, about a second old. Of a secret poll always empty. */
export async function recentVotes(work: Work, poll: Poll): Promise<readonly Counted[]> {
  return poll.secrecy === 'secret' ? [] : withVoter(await freshMirror(work, poll));
}

const withVoter = (mirror: Mirror): Counted[] => [...mirror.votes.found.values()].flatMap(voterOf);

const voterOf = (of: Mirrored | undefined): Counted[] => (of?.voter === undefined ? [] : [{ ...of, voter: of.voter }]);

async function freshMirror(work: Work, poll: Poll): Promise<Mirror> {
  const mirror = mirrorOf(work, poll.id);
  const replaced = (): void => {
    mirror.count = undefined;
    for (const id of mirror.votes.found.keys()) mirror.seen.add(id);
  };
  await recently(mirror.votes, work.services.clock, () => readMirrored(work, poll), replaced);
  return mirror;
}

async function readMirrored(work: Work, poll: Poll): Promise<(readonly [string, Mirrored])[]> {
  const isLost = poll.secrecy === 'secret' && poll.state === 'running' && !(await keyOfPoll(work, poll.id));
  if (!isLost) return (await readAll(work, poll)).map(({ id, of }) => [id, mirrored(poll, of)]);
  const found = await listAll(work.services.store, activityScope(work.scope, poll.id), ballots);
  return found.map(({ id }) => [id, unreadable(poll)]);
}

/** Own writes show at once: who has just voted sees it in the numbers. */
function remember(mirror: Mirror, poll: Poll, id: string, of: Vote): void {
  mirror.seen.add(id);
  const { found, readAt } = mirror.votes;
  const before = found.get(id);
  noteWritten(mirror.votes, id, mirrored(poll, of));
  if (readAt) recount(mirror, id, before, found.get(id) ?? mirrored(poll, of));
}

function mirrored(poll: Poll, of: Vote): Mirrored {
  const isWithdrawn = of.choices.length === 0;
  if (poll.secrecy === 'secret') return { choices: [], castAt: of.castAt, isWithdrawn };
  const { voter, choices, castAt, comment, erased } = of;
  return { voter, choices, castAt, comment, erased, isWithdrawn };
}

/** A ballot whose key is lost is still someone who has voted. */
const unreadable = (poll: Poll): Mirrored => ({ choices: [], castAt: poll.opensAt, isWithdrawn: false });

// ── Erasing ────────────────────────────────────────────────────────────────────────────────────

/** Puts a vote of nobody in the place of a person's votes, sealed anew in a secret poll; undefined only takes them away. Can be repeated. */
export async function moveVote(work: Work, poll: Poll, from: readonly string[], to: Vote | undefined): Promise<void> {
  const { store } = work.services;
  const scope = activityScope(work.scope, poll.id);
  if (poll.secrecy !== 'secret') {
    if (to) await store.upsert(scope, votes, objectIdOf(to.voter), to);
    for (const id of from) await store.remove(scope, votes, id);
    return;
  }
  if (to) {
    const box = await sealedBox(work, poll, objectIdOf(to.voter));
    await store.upsert(scope, ballots, box.id, box.wrap(to));
  }
  for (const id of from) await store.remove(scope, ballots, (await sealedBox(work, poll, id)).id);
}

// ── Destroying ─────────────────────────────────────────────────────────────────────────────────

/** After this nobody can link a choice to a person: ballots, key and what files and memory still held of them are gone. Idempotent. */
export async function destroyBallots(work: Work, poll: Poll): Promise<void> {
  const { store, keys } = work.services;
  const scope = activityScope(work.scope, poll.id);
  for (;;) {
    const { items } = await store.list(scope, ballots, { page: REMOVED_AT_ONCE });
    if (items.length === 0) break;
    await Promise.all(items.map(({ id }) => store.remove(scope, ballots, id)));
  }
  await keys.destroy(work.network.id, poll.id);
  forgetPoll(work, poll.id);
  await store.scrub();
}
