/** What one process remembers of polls between requests, per store: headers, keys, who voted, who may. */
import { between, type Clock, type Instant, MINUTE } from '../../core/clock.ts';
import type { ActivityId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import type { Services, Store } from '../../core/ports.ts';
import { keptIn, type Recent, unread } from '../../core/recent.ts';
import { Refusal } from '../../core/refusal.ts';
import { type Register, registerOf } from '../../core/register.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { electorateOf } from './electorate.ts';
import type { Poll } from './poll.ts';
import { HEADER_AGE, polls } from './poll.ts';
import type { Count, Counted, Electorate, PersonVote } from './tally.ts';
import { text } from './text.ts';

/** How long a sealed poll's key stays in memory; a key that was destroyed elsewhere must not live on here. In milliseconds. */
const KEY_AGE = 10 * MINUTE;
/** Polls of which the votes are kept in memory at the same time. */
const MOST_MIRRORED = 50;
const MOST_HEADERS = 2000;

/** Votes of one poll as this process knows them. Of sealed votes it holds nobody and no choice: only whether each counts. */
export interface Mirror {
  readonly votes: Recent<Mirrored>;
  /** Every document id that this process has seen, withdrawn ones too: those are changed, not inserted. */
  readonly seen: Set<string>;
  count: Running | undefined;
}

export interface Mirrored extends Pick<Counted, 'choices' | 'castAt' | 'comment' | 'erased'> {
  readonly voter?: Counted['voter'];
  readonly isWithdrawn: boolean;
}

/** The count of a mirror's votes under one header and electorate, kept up to date with own writes: counting anew for every vote would cost all votes each time. */
export interface Running {
  readonly poll: Poll;
  readonly electorate: Electorate;
  /** Ids of the votes of each person's identities. */
  readonly documents: Map<string, Set<string>>;
  /** The vote that counts of each person. */
  readonly valid: Map<string, PersonVote>;
  readonly count: Count;
  /** Of a sealed poll: how many ballots are not withdrawn. */
  ballots: number;
}

interface Memory {
  readonly headers: Map<string, { readonly poll: Poll; readonly at: Instant }>;
  readonly keys: Map<string, { readonly key: Uint8Array; readonly at: Instant }>;
  readonly mirrors: Map<string, Mirror>;
  readonly loading: Map<string, Promise<unknown>>;
}

const memories = new WeakMap<Store, Memory>();

function memoryOf({ store }: Services): Memory {
  const known = memories.get(store);
  if (known) return known;
  const fresh: Memory = {
    headers: new Map(),
    keys: new Map(),
    mirrors: new Map(),
    loading: new Map(),
  };
  memories.set(store, fresh);
  return fresh;
}

const keyOf = (work: Work, poll: ActivityId): string => `${work.network.id} ${poll}`;
/** A clock that was set back makes things look young for ever: hence the absolute value. */
const isYoung = (at: Instant, age: number, clock: Clock): boolean => Math.abs(between(at, clock.now())) < age;

/** One load serves all who ask for the same at the same time. */
function once<T>(memory: Memory, key: string, load: () => Promise<T>): Promise<T> {
  const running = memory.loading.get(key) as Promise<T> | undefined;
  if (running !== undefined) return running;
  const started = load().finally(() => memory.loading.delete(key));
  memory.loading.set(key, started);
  return started;
}

// ── Headers ────────────────────────────────────────────────────────────────────────────────────

/** The poll, at most HEADER_AGE old: the hot path of votes and views. Refuses an id that is not a poll of this network. */
export async function recentPoll(work: Work, id: ActivityId): Promise<Poll> {
  const memory = memoryOf(work.services);
  const kept = memory.headers.get(keyOf(work, id));
  if (kept && isYoung(kept.at, HEADER_AGE, work.services.clock)) return kept.poll;
  return once(memory, `poll ${keyOf(work, id)}`, () => pollNow(work, id));
}

/** The poll as it is stored now. Refuses an id that is not a poll of this network. */
export async function pollNow(work: Work, id: ActivityId): Promise<Poll> {
  const found = await findPoll(work, id);
  if (!found) throw new Refusal(text.unknownPoll);
  return found;
}

/** As `pollNow`, undefined when there is none: for jobs and drawings. */
export async function findPoll(work: Work, id: ActivityId): Promise<Poll | undefined> {
  const { store, clock } = work.services;
  const at = clock.now();
  const before = memoryOf(work.services).headers.get(keyOf(work, id));
  const found = await store.get(work.scope, polls, id);
  const meanwhile = memoryOf(work.services).headers.get(keyOf(work, id));
  if (found && meanwhile === before) rememberPoll(work, found.value, at); // else an own write came in between, and it is newer
  return found?.value;
}

/** Changes the header and remembers it. `change` may run several times. Refuses an id that is not a poll of this network. */
export async function changePoll(work: Work, id: ActivityId, change: (of: Poll) => Poll): Promise<Poll> {
  const { store, clock } = work.services;
  let at = clock.now();
  const stored = await update({ store, scope: work.scope, kind: polls, id }, (of) => {
    if (!of) throw new Refusal(text.unknownPoll);
    at = clock.now();
    return change(of);
  });
  if (!stored) throw new Refusal(text.unknownPoll);
  rememberPoll(work, stored.value, at);
  return stored.value;
}

export function rememberPoll(work: Work, poll: Poll, at: Instant): void {
  const { headers } = memoryOf(work.services);
  if (headers.size >= MOST_HEADERS) headers.clear();
  headers.set(keyOf(work, poll.id), { poll, at });
}

/** All polls of the network as they are now. */
export async function allPolls(work: Work): Promise<readonly Poll[]> {
  return (await listAll(work.services.store, work.scope, polls)).map(({ value }) => value);
}

// ── Keys ───────────────────────────────────────────────────────────────────────────────────────

/** The key of a sealed poll. Undefined when it is lost or destroyed. */
export async function keyOfPoll(work: Work, poll: ActivityId): Promise<Uint8Array | undefined> {
  const { keys, clock } = work.services;
  const memory = memoryOf(work.services);
  const kept = memory.keys.get(keyOf(work, poll));
  if (kept && isYoung(kept.at, KEY_AGE, clock)) return kept.key;
  return once(memory, `key ${keyOf(work, poll)}`, async () => {
    const key = await keys.get(work.network.id, poll);
    if (key) keepKey(memory, keyOf(work, poll), { key, at: clock.now() });
    else memory.keys.delete(keyOf(work, poll));
    return key;
  });
}

/** Gone from memory in time also when nobody asks again: another instance may have destroyed it. */
function keepKey({ keys }: Memory, id: string, kept: { readonly key: Uint8Array; readonly at: Instant }): void {
  keys.set(id, kept);
  setTimeout(() => {
    if (keys.get(id) === kept) keys.delete(id);
  }, KEY_AGE).unref();
}

/** Nothing of the poll stays in memory: its key and what was seen of its votes. */
export function forgetPoll(work: Work, poll: ActivityId): void {
  const memory = memoryOf(work.services);
  memory.keys.delete(keyOf(work, poll));
  memory.mirrors.delete(keyOf(work, poll));
  memory.headers.delete(keyOf(work, poll));
}

// ── Votes ──────────────────────────────────────────────────────────────────────────────────────

export function mirrorOf(work: Work, poll: ActivityId): Mirror {
  const { mirrors } = memoryOf(work.services);
  return keptIn(mirrors, keyOf(work, poll), MOST_MIRRORED, () => ({
    votes: unread((of, than) => of.castAt < than.castAt),
    seen: new Set(),
    count: undefined,
  }));
}

// ── Who may vote ───────────────────────────────────────────────────────────────────────────────

const electorates = new WeakMap<Register, Map<string, Electorate>>();

/** Who may vote in a poll and for whom, by the register of the last ten seconds; the same object as long as neither has changed. */
export async function electorateFor(work: Work, poll: Poll): Promise<Electorate> {
  const register = await registerOf(work);
  const known = electorates.get(register) ?? new Map<string, Electorate>();
  electorates.set(register, known);
  const key = `${poll.group ?? ''} ${poll.entitledOrganisations?.join(' ') ?? '-'}`;
  const kept = known.get(key);
  if (kept) return kept;
  const electorate = electorateOf(register, poll, { zone: work.network.zone, now: work.services.clock.now() });
  known.set(key, electorate);
  return electorate;
}
