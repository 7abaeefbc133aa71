/** The sending queue of one process: what goes out next, to which conversation, and when the limits let it. */
import { HOUR } from '../core/clock.ts';
import { CONVERSATION_LIMITS, earliestSend, type Limit, stillCounted } from './rate.ts';
import type { Timers } from './timers.ts';

/** Conversations that are sent to at the same time. A connector that hangs holds up cards, and nothing else. */
export const AT_ONCE = 4;
/** Lists of sending times are tidied when there are more than this many. */
const MOST_KEPT = 500;

/** Lower goes first. */
export const ANNOUNCEMENT = 0;
export const MUST_SHOW = 1;
export const REFRESH = 2;

export interface Errand {
  /** One errand at a time for each; a channel with all its threads, or a person. */
  readonly conversation: string;
  readonly tenant: string;
  priority: number;
  /** Does it, and books every request. Resolves to when to try again, or to nothing when it is over. Never rejects. */
  run(): Promise<Again | undefined>;
  /** It will not run: the queue stopped. */
  dropped(): void;
}

/** `blocks`: the whole conversation was throttled, not only this errand. Milliseconds. */
export interface Again {
  readonly after: number;
  readonly blocks: boolean;
}

export interface Queue {
  add(errand: Errand): void;
  /** The priority of something in the queue was raised. */
  hasten(): void;
  /** Books a request about to be made against the limits. */
  book(errand: Pick<Errand, 'conversation' | 'tenant'>): void;
  /** Drops what has not begun and resolves when the rest is over. */
  stop(): Promise<void>;
}

interface Waiting {
  errand: Errand;
  order: number;
  notBefore: number;
}

/** `tenantLimits`: this process's part of the tenant's budget. */
export function createQueue(of: { timers: Timers; tenantLimits: readonly Limit[] }): Queue {
  const { timers } = of;
  const waiting: Waiting[] = [];
  const busy = new Set<string>();
  const running = new Set<Promise<void>>();
  const blockedUntil = new Map<string, number>();
  const sentTo = new Map<string, number[]>();
  let order = 0;
  let isStopped = false;
  let cancelWake: (() => void) | undefined;

  const limitsOf = (key: string): readonly Limit[] =>
    key.startsWith('tenant ') ? of.tenantLimits : CONVERSATION_LIMITS;
  const opens = (key: string, now: number): number => earliestSend(sentTo.get(key) ?? [], limitsOf(key), now);
  const readyAt = ({ errand, notBefore }: Waiting, now: number): number =>
    Math.max(
      notBefore,
      blockedUntil.get(errand.conversation) ?? 0,
      opens(errand.conversation, now),
      opens(`tenant ${errand.tenant}`, now),
    );

  function pump(): void {
    cancelWake?.();
    cancelWake = undefined;
    const now = timers.elapsed();
    waiting.sort((a, b) => a.errand.priority - b.errand.priority || a.order - b.order);
    let next = Number.POSITIVE_INFINITY;
    for (const one of [...waiting]) {
      if (isStopped || running.size >= AT_ONCE) return;
      if (busy.has(one.errand.conversation)) continue;
      const at = readyAt(one, now);
      if (at <= now) begin(one);
      else next = Math.min(next, at);
    }
    if (next < Number.POSITIVE_INFINITY) cancelWake = timers.after(next - now, pump);
  }

  function begin(one: Waiting): void {
    const { errand } = one;
    waiting.splice(waiting.indexOf(one), 1);
    busy.add(errand.conversation);
    const run = errand
      .run()
      .then((again) => {
        if (!again) return;
        const at = timers.elapsed() + again.after;
        if (again.blocks) blockedUntil.set(errand.conversation, at);
        if (isStopped) errand.dropped();
        else waiting.push({ ...one, notBefore: at });
      })
      .finally(() => {
        busy.delete(errand.conversation);
        running.delete(run);
        pump();
      });
    running.add(run);
  }

  function tidy(now: number): void {
    for (const [key, sent] of sentTo) if ((sent.at(-1) ?? 0) < now - HOUR) sentTo.delete(key);
    for (const [key, until] of blockedUntil) if (until < now) blockedUntil.delete(key);
  }

  return {
    add(errand) {
      if (isStopped) return errand.dropped();
      waiting.push({ errand, order: order++, notBefore: 0 });
      pump();
    },
    hasten: pump,
    book({ conversation, tenant }) {
      const now = timers.elapsed();
      if (sentTo.size > MOST_KEPT) tidy(now);
      for (const key of [conversation, `tenant ${tenant}`]) {
        sentTo.set(key, [...stillCounted(sentTo.get(key) ?? [], limitsOf(key), now), now]);
      }
    },
    async stop() {
      isStopped = true;
      cancelWake?.();
      for (const { errand } of waiting.splice(0)) errand.dropped();
      await Promise.all(running);
    },
  };
}
