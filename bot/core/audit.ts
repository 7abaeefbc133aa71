/** The audit trail: who did what in a network, kept until an end date. Never what a member answered. */
import { z } from 'zod';
import { DAY, type Instant, instant, plus } from './clock.ts';
import type { Personal } from './feature.ts';
import { personKey } from './ids.ts';
import { kind } from './kind.ts';
import { listAll } from './list-all.ts';
import { namesAny, withoutThem } from './naming.ts';
import { isOneOf } from './network.ts';
import { AlreadyExists, type Stored } from './ports.ts';
import { RETENTION } from './retention.ts';
import { auditScope } from './scope.ts';
import type { Visit, Work } from './turn.ts';

export const auditEntry = z.object({
  at: instant,
  by: personKey,
  /** `polls.close` */
  act: z.string(),
  /** Id of what it was done to. */
  subject: z.string(),
  /** May be removed from this time on. */
  until: instant,
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** Id: `at|act|subject`, so that a month is in order of time and a repeated request writes nothing new. */
export const auditEntries = kind<AuditEntry>({ name: 'entry', container: 'audit', schema: auditEntry });

/** Writes down that the actor did something now (or `at`). */
export async function audit(
  visit: Visit,
  act: string,
  subject: string,
  at = visit.services.clock.now(),
): Promise<void> {
  const entry = { at, by: visit.actor.person, act, subject, until: plus(at, RETENTION.audit * DAY) };
  try {
    await visit.services.store.insert(auditScope(visit.scope, at.slice(0, 7)), auditEntries, entryId(entry), entry);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

const entryId = ({ at, act, subject }: AuditEntry): string => `${at}|${act}|${subject}`;

/** All of a month (yyyy-MM in UTC), oldest first. */
export const auditOf = ({ services, scope }: Work, month: string): Promise<Stored<AuditEntry>[]> =>
  listAll(services.store, auditScope(scope, month), auditEntries);

/** Months in which the network may have entries, newest first. */
export function auditMonths({ network, services }: Work): string[] {
  const first = network.createdAt.slice(0, 7);
  const months: string[] = [];
  for (let month = services.clock.now().slice(0, 7); month >= first; month = monthBefore(month)) months.push(month);
  return months;
}

function monthBefore(month: string): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return of > 1 ? `${year}-${String(of - 1).padStart(2, '0')}` : `${year - 1}-12`;
}

// ── What it holds on people ────────────────────────────────────────────────────────────────────

async function eachEntry(work: Work, take: (of: Stored<AuditEntry>, month: string) => Promise<void>): Promise<void> {
  for (const month of auditMonths(work)) for (const of of await auditOf(work, month)) await take(of, month);
}

/** Of an erased person the act stays, done by nobody who could be found. */
export const auditPersonal: Personal = {
  async collect(ids, work) {
    const own: { at: Instant; act: string; subject: string }[] = [];
    const aboutYou: { at: Instant; act: string }[] = [];
    const isNamed = namesAny(ids);
    await eachEntry(work, async ({ value: { at, act, subject, by } }) => {
      if (isOneOf(ids, by)) own.push({ at, act, subject });
      else if (isNamed(subject)) aboutYou.push({ at, act });
    });
    return { actsByYou: own, actsAboutYou: aboutYou };
  },
  async erase(ids, as, work) {
    const { store } = work.services;
    const isNamed = namesAny(ids);
    await eachEntry(work, async ({ id, value }, month) => {
      if (!isOneOf(ids, value.by) && !isNamed(value.subject)) return;
      const by = isOneOf(ids, value.by) ? as : value.by;
      const kept = { ...value, by, subject: withoutThem(value.subject, ids, as) };
      await store.upsert(auditScope(work.scope, month), auditEntries, entryId(kept), kept);
      if (entryId(kept) !== id) await store.remove(auditScope(work.scope, month), auditEntries, id);
    });
  },
  async expire(work) {
    const now = work.services.clock.now();
    await eachEntry(work, async ({ id, value }, month) => {
      if (value.until < now) await work.services.store.remove(auditScope(work.scope, month), auditEntries, id);
    });
  },
};
