/** What the audit trail of a network says. */

import { type AuditEntry, auditEntries } from '../../bot/core/audit.ts';
import { DAY, toInstant } from '../../bot/core/clock.ts';
import type { NetworkId } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import type { Services } from '../../bot/core/ports.ts';
import { auditScope, networkScope } from '../../bot/core/scope.ts';

/** Entries of this month and the one before, in order of time. */
export async function audited({ store, clock }: Services, network: NetworkId): Promise<AuditEntry[]> {
  const now = clock.now();
  const months = [toInstant(Date.parse(now) - 27 * DAY).slice(0, 7), now.slice(0, 7)];
  const found = await Promise.all(
    [...new Set(months)].map((month) => listAll(store, auditScope(networkScope(network), month), auditEntries)),
  );
  return found.flat().map(({ value }) => value);
}
