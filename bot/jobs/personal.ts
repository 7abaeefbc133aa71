/** What posts and jobs hold on people: messages to their 1:1 chats, and work whose key names them. */
import type { Personal } from '../core/feature.ts';
import { listAll } from '../core/list-all.ts';
import { namesAny } from '../core/naming.ts';
import { isOneOf, type MemberId } from '../core/network.ts';
import type { Stored } from '../core/ports.ts';
import { keptSince } from '../core/retention.ts';
import { shardScope } from '../core/scope.ts';
import type { Work } from '../core/turn.ts';
import { failedJobs, jobDocuments, shardOf } from './job.ts';
import { heldPosts, type Post, posts, troubles } from './post.ts';

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

async function postsOf({ services, scope }: Work, isMeant: (of: Stored<Post>) => boolean): Promise<Stored<Post>[]> {
  return (await listAll(services.store, scope, posts)).filter(isMeant);
}

/** Sent to them, or about them alone: its id or subject names them. */
function concerns(ids: readonly MemberId[]): (of: Stored<Post>) => boolean {
  const isNamed = namesAny(ids);
  return ({ id, value: { to, subject } }) =>
    ('person' in to && isOneOf(ids, to.person)) || isNamed(id) || isNamed(subject);
}

async function removePosts({ services, scope }: Work, all: readonly Stored<Post>[]): Promise<void> {
  for (const { id } of all) {
    await services.store.remove(scope, troubles, id);
    await services.store.remove(scope, heldPosts, id);
    await services.store.remove(scope, posts, id);
  }
}

/** The messages themselves stay in the person's own chat, which is theirs; what we know of them goes. */
export const postsPersonal: Personal = {
  async collect(ids, work) {
    const found = await postsOf(work, concerns(ids));
    const messages = found.map(({ value: { drawing, state, at, sentAt, address } }) => ({
      ...{ drawing, state, at },
      ...(sentAt === undefined ? {} : { sentAt }),
      ...(address === undefined ? {} : { conversation: address.conversation }),
    }));
    return { messages };
  },
  async erase(ids, _, work) {
    await removePosts(work, await postsOf(work, concerns(ids)));
  },
  async expire(work) {
    const since = keptSince('directPosts', work.services.clock.now());
    const isOver = ({ value: { to, state, at } }: Stored<Post>): boolean =>
      'person' in to && at < since && state !== 'waiting' && state !== 'sending';
    await removePosts(work, await postsOf(work, isOver));
  },
};

// ── Jobs ───────────────────────────────────────────────────────────────────────────────────────

/** `shards`: as the jobs engine has them. */
export function jobsPersonal(shards: number): Personal {
  const scopeOf = ({ network }: Work) => shardScope(shardOf(network.id, shards));
  const ofPeople = async (ids: readonly MemberId[], work: Work) => {
    const isNamed = namesAny(ids);
    const { store } = work.services;
    const isTheirs = ({ value }: Stored<{ network: string; key: string }>): boolean =>
      value.network === work.network.id && isNamed(value.key);
    const [waiting, failed] = await Promise.all([
      listAll(store, scopeOf(work), jobDocuments),
      listAll(store, scopeOf(work), failedJobs),
    ]);
    return { waiting: waiting.filter(isTheirs), failed: failed.filter(isTheirs) };
  };
  return {
    async collect(ids, work) {
      const { waiting, failed } = await ofPeople(ids, work);
      return { tasks: [...waiting, ...failed].map(({ value }) => ({ kind: value.kind, due: value.due })) };
    },
    async erase(ids, _, work) {
      const { store } = work.services;
      const { waiting, failed } = await ofPeople(ids, work);
      for (const { id } of waiting) await store.remove(scopeOf(work), jobDocuments, id);
      for (const { id } of failed) await store.remove(scopeOf(work), failedJobs, id);
    },
    async expire(work) {
      const { store, clock } = work.services;
      const since = keptSince('failedJobs', clock.now());
      for (const { id, value } of await listAll(store, scopeOf(work), failedJobs)) {
        const isOver = value.network === work.network.id && value.failedAt < since;
        if (isOver) await store.remove(scopeOf(work), failedJobs, id);
      }
    },
  };
}
