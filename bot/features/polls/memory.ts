/** What one process remembers of polls between requests, per store: headers, keys, who voted, who may. */
import { forgetKey, keyOfActivity } from '../../core/activity-keys.ts';
import { headersOf } from '../../core/headers.ts';
import type { ActivityId } from '../../core/ids.ts';
import type { Services, Store } from '../../core/ports.ts';
import { keptIn, type Recent, unread } from '../../core/recent.ts';
import { type Register, registerOf } from '../../core/register.ts';
import type { Work } from '../../core/turn.ts';
import { electorateOf } from './electorate.ts';
import type { Poll } from './poll.ts';
import { HEADER_AGE, polls } from './poll.ts';
import type { Count, Counted, Electorate, PersonVote } from './tally.ts';
import { text } from './text.ts';

/** Polls of which the votes are kept in memory at the same time. */
const MOST_MIRRORED = 50;

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

const headers = headersOf(polls, { age: HEADER_AGE, unknown: text.unknownPoll });

/** The poll, at most HEADER_AGE old: the hot path of votes and views. Refuses an id that is not a poll of this network. */
export const recentPoll = headers.recent;
/** The poll as it is stored now. Refuses an id that is not a poll of this network. */
export const pollNow = headers.now;
/** As `pollNow`, undefined when there is none: for jobs and drawings. */
export const findPoll = headers.find;
/** Changes the header and remembers it. `change` may run several times. Refuses an id that is not a poll of this network. */
export const changePoll = headers.change;
export const rememberPoll = headers.remember;
/** All polls of the network as they are now. */
export const allPolls = headers.all;

/** The key of a sealed poll. Undefined when it is lost or destroyed. */
export const keyOfPoll = keyOfActivity;

/** Nothing of the poll stays in memory: its key and what was seen of its votes. */
export function forgetPoll(work: Work, poll: ActivityId): void {
  headers.forget(work, poll);
  forgetKey(work, poll);
  mirrorsOf(work.services).delete(keyOf(work, poll));
}

// ── Votes ──────────────────────────────────────────────────────────────────────────────────────

const memories = new WeakMap<Store, Map<string, Mirror>>();

function mirrorsOf({ store }: Services): Map<string, Mirror> {
  const known = memories.get(store) ?? new Map<string, Mirror>();
  memories.set(store, known);
  return known;
}

const keyOf = (work: Work, poll: ActivityId): string => `${work.network.id} ${poll}`;

export function mirrorOf(work: Work, poll: ActivityId): Mirror {
  return keptIn(mirrorsOf(work.services), keyOf(work, poll), MOST_MIRRORED, () => ({
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
