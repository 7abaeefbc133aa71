/** What one process remembers of ideas between requests: calls, ideas, and who supports and says what. */
import { SECOND } from '../../core/clock.ts';
import type { Comment } from '../../core/comment.ts';
import { headersOf } from '../../core/headers.ts';
import { type ActivityId, activityId, personOf } from '../../core/ids.ts';
import type { Kind } from '../../core/kind.ts';
import { listAll } from '../../core/list-all.ts';
import { AlreadyExists, type Store } from '../../core/ports.ts';
import { keptIn, noteWritten, type Recent, recently, unread } from '../../core/recent.ts';
import { Refusal } from '../../core/refusal.ts';
import { activityScope, type Scope } from '../../core/scope.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { type Collection, collections, TOPICS, topicsFrom } from './collection.ts';
import { comments, type Idea, ideas, type Support, supports } from './idea.ts';
import { text } from './text.ts';

const AGE = 2 * SECOND;
/** Networks and calls of which lists are in memory at the same time. */
const MOST_LISTS = 200;

// ── Lists as they were a second ago ────────────────────────────────────────────────────────────

function listsOf<T>(): (work: Work, key: string) => Recent<T> {
  const memories = new WeakMap<Store, Map<string, Recent<T>>>();
  return ({ services, network }, key) => {
    const known = memories.get(services.store) ?? new Map<string, Recent<T>>();
    memories.set(services.store, known);
    return keptIn(known, `${network.id} ${key}`, MOST_LISTS, () => unread<T>());
  };
}

async function recentOf<T>(work: Work, of: Recent<T>, kind: Kind<T>, scope: Scope): Promise<ReadonlyMap<string, T>> {
  const { store, clock } = work.services;
  return recently(of, clock, async () =>
    (await listAll(store, scope, kind)).map(({ id, value }): [string, T] => [id, value]),
  );
}

const callLists = listsOf<Collection>();
const ideaLists = listsOf<Idea>();
const supportLists = listsOf<Support>();
const commentLists = listsOf<Comment>();

// ── Calls ──────────────────────────────────────────────────────────────────────────────────────

const calls = headersOf(collections, { age: AGE, unknown: text.unknownCollection });

/** All calls that are stored and not taken back, about a second old; with the standing one, which is there before it is stored. */
export async function recentCalls(work: Work): Promise<readonly Collection[]> {
  const found = await recentOf(work, callLists(work, ''), collections, work.scope);
  const stored = [...found.values()].filter(({ state }) => state !== 'undone');
  return found.has(TOPICS) ? stored : [...stored, unstored(work)];
}

/** Until it is first needed it is nobody's, and as old as the network. */
function unstored({ network }: Work): Collection {
  return topicsFrom(personOf('app', network.id), network.createdAt);
}

/** The call as it is stored now. Refuses an id that there is not, and one that was taken back. */
export async function callNow(work: Work, id: ActivityId): Promise<Collection> {
  const found = await findCall(work, id);
  if (!found || found.state === 'undone') throw new Refusal(text.unknownCollection);
  return found;
}

export async function findCall(work: Work, id: ActivityId): Promise<Collection | undefined> {
  return (await calls.find(work, id)) ?? (id === TOPICS ? unstored(work) : undefined);
}

/** `change` may run several times. Refuses an id that there is not. */
export async function changeCall(
  work: Work,
  id: ActivityId,
  change: (of: Collection) => Collection,
): Promise<Collection> {
  if (id === TOPICS) await insertCall(work, unstored(work));
  const changed = await calls.change(work, id, change);
  noteWritten(callLists(work, ''), id, changed);
  return changed;
}

/** One that is there is left as it is. */
export async function insertCall(work: Work, of: Collection): Promise<void> {
  if (await isNew(work.services.store.insert(work.scope, collections, of.id, of)))
    noteWritten(callLists(work, ''), of.id, of);
}

async function isNew(inserted: Promise<unknown>): Promise<boolean> {
  try {
    await inserted;
    return true;
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    return false;
  }
}

/** All as they are stored now: for jobs, exports and what is stored on people. */
export const allCalls = calls.all;

// ── Ideas ──────────────────────────────────────────────────────────────────────────────────────

const headers = headersOf(ideas, { age: AGE, unknown: text.unknownIdea });

/** The idea as it is stored now. Refuses an id that there is not. */
export const ideaNow = headers.now;
export const findIdea = headers.find;
/** All as they are stored now. */
export const allIdeas = headers.all;

/** All ideas of the network, about a second old, those that were merged and taken back too. */
export const recentIdeas = (work: Work): Promise<ReadonlyMap<string, Idea>> =>
  recentOf(work, ideaLists(work, ''), ideas, work.scope);

export async function changeIdeaNow(work: Work, id: ActivityId, change: (of: Idea) => Idea): Promise<Idea> {
  const changed = await headers.change(work, id, change);
  noteWritten(ideaLists(work, ''), id, changed);
  return changed;
}

/** False: it is there already, and is left as it is. */
export async function insertIdea(work: Work, of: Idea): Promise<boolean> {
  const isFirst = await isNew(work.services.store.insert(work.scope, ideas, of.id, of));
  if (isFirst) noteWritten(ideaLists(work, ''), of.id, of);
  return isFirst;
}

/** Refuses when something has come of it since it was read. */
export async function dropIdea(work: Work, { id, steps }: Idea): Promise<void> {
  const { store } = work.services;
  const now = await store.get(work.scope, ideas, id);
  if (now && now.value.steps.length !== steps.length) throw new Refusal(text.isUsed);
  if (now) await store.remove(work.scope, ideas, id, now.version);
  headers.forget(work, id);
  noteWritten(ideaLists(work, ''), id, undefined);
}

// ── Support and comments ───────────────────────────────────────────────────────────────────────

const within = (work: Work, call: ActivityId): Scope => activityScope(work.scope, call);

/** All that was said for the ideas of a call, about a second old. */
export const recentSupports = (work: Work, call: ActivityId): Promise<ReadonlyMap<string, Support>> =>
  recentOf(work, supportLists(work, call), supports, within(work, call));

export const supportsNow = async ({ services, scope }: Work, call: ActivityId) =>
  listAll(services.store, activityScope(scope, call), supports);

/** `change` may run several times. */
export async function changeSupport(
  work: Work,
  call: ActivityId,
  id: string,
  change: (of: Support | undefined) => Support | undefined,
): Promise<void> {
  const { store } = work.services;
  const stored = await update({ store, scope: within(work, call), kind: supports, id }, change);
  if (stored) noteWritten(supportLists(work, call), id, stored.value);
}

export async function dropSupport(work: Work, call: ActivityId, id: string): Promise<void> {
  await work.services.store.remove(within(work, call), supports, id);
  noteWritten(supportLists(work, call), id, undefined);
}

/** All comments on the ideas of a call, about a second old. */
export const recentComments = (work: Work, call: ActivityId): Promise<ReadonlyMap<string, Comment>> =>
  recentOf(work, commentLists(work, call), comments, within(work, call));

export const commentsNow = async ({ services, scope }: Work, call: ActivityId) =>
  listAll(services.store, activityScope(scope, call), comments);

export const commentKey = (of: Pick<Comment, 'of' | 'id'>): string => `${of.of}|${of.id}`;

export async function insertComment(work: Work, call: ActivityId, of: Comment): Promise<void> {
  const id = commentKey(of);
  if (await isNew(work.services.store.insert(within(work, call), comments, id, of)))
    noteWritten(commentLists(work, call), id, of);
}

/** Refuses a comment that there is not. */
export async function changeCommentNow(
  work: Work,
  call: ActivityId,
  id: string,
  change: (of: Comment) => Comment,
): Promise<void> {
  const { store } = work.services;
  const stored = await update({ store, scope: within(work, call), kind: comments, id }, (of) => {
    if (!of) throw new Refusal(text.unknownComment);
    return change(of);
  });
  if (stored) noteWritten(commentLists(work, call), id, stored.value);
}

export async function dropComment(work: Work, call: ActivityId, id: string): Promise<void> {
  await work.services.store.remove(within(work, call), comments, id);
  noteWritten(commentLists(work, call), id, undefined);
}

/** Reads an id of a link or form. */
export function readId(typed: string, unknown: Refusal['row']): ActivityId {
  const read = activityId.safeParse(typed);
  if (!read.success) throw new Refusal(unknown);
  return read.data;
}
