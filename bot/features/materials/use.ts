/** How often items are seen and downloaded, a number a month and never by whom; and since when an item is new to someone. */
import { z } from 'zod';
import { atWallTime, between, HOUR, type Instant, instant } from '../../core/clock.ts';
import type { Span } from '../../core/facts.ts';
import { kind } from '../../core/kind.ts';

const counts = z.record(z.string().regex(/^\d{4}-\d{2}$/), z.number().int().positive());

/** Months as yyyy-MM where the network is. */
export const materialUse = z.object({ months: counts, downloads: counts.optional() });
export type MaterialUse = z.infer<typeof materialUse>;

/** Id: the item's own. */
export const materialUses = kind<MaterialUse>({ name: 'materialUse', container: 'materials', schema: materialUse });

/** seen: its page or link was opened. downloaded: a file of it was fetched, or played. */
export type Use = 'seen' | 'downloaded';

export function used(of: MaterialUse | undefined, use: Use, month: string): MaterialUse {
  const { months = {}, downloads = {} } = of ?? {};
  const one = (counted: Readonly<Record<string, number>>) => ({ ...counted, [month]: (counted[month] ?? 0) + 1 });
  return use === 'seen' ? { months: one(months), downloads } : { months, downloads: one(downloads) };
}

/** Uses in the months that begin within the span. */
export const usesIn = ({ months }: MaterialUse, { from, to }: Span, zone: string): number =>
  Object.entries(months).reduce((sum, [month, n]) => {
    const begins = atWallTime(`${month}-01`, '00:00', zone);
    return begins >= from && begins < to ? sum + n : sum;
  }, 0);

export const total = (counted: Readonly<Record<string, number>> = {}): number =>
  Object.values(counted).reduce((sum, n) => sum + n, 0);

// ── New since my last visit ────────────────────────────────────────────────────────────────────

/** `at`: when they last looked. `before`: when their visit before that one ended; what came later is new. */
export const materialVisit = z.object({ at: instant, before: instant.optional() });
export type MaterialVisit = z.infer<typeof materialVisit>;

/** Id: the member's. */
export const materialVisits = kind<MaterialVisit>({
  name: 'materialVisit',
  container: 'materials',
  schema: materialVisit,
});

/** Who comes back within so long is on the same visit, and what was new still is. */
const SAME_VISIT = HOUR;

/** They look now. */
export function visited(of: MaterialVisit | undefined, now: Instant): MaterialVisit {
  if (!of) return { at: now };
  const isSame = Math.abs(between(of.at, now)) < SAME_VISIT;
  return isSame ? { ...of, at: now } : { at: now, before: of.at };
}

/** What was added after this is new to them; undefined: on the first visit nothing is. */
export const newSince = (of: MaterialVisit | undefined): Instant | undefined => of?.before;
