/** The audit trail: who did what in a network, kept until an end date. Never what a member answered. */
import { z } from 'zod';
import { DAY, instant, plus } from './clock.ts';
import { personKey } from './ids.ts';
import { kind } from './kind.ts';
import { AlreadyExists } from './ports.ts';
import { auditScope } from './scope.ts';
import type { Visit } from './turn.ts';

/** Two years, in milliseconds: the yearly report and the next one can still be explained. */
const KEPT = 730 * DAY;

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
  const entry = { at, by: visit.actor.person, act, subject, until: plus(at, KEPT) };
  try {
    await visit.services.store.insert(
      auditScope(visit.scope, at.slice(0, 7)),
      auditEntries,
      `${at}|${act}|${subject}`,
      entry,
    );
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}
