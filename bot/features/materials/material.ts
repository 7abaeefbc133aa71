/** An item of the material bank. */
import { z } from 'zod';
import { atWallTime, instant } from '../../core/clock.ts';
import type { Span } from '../../core/facts.ts';
import { activityId } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';

export const LONGEST_TITLE = 200;
export const LONGEST_SUMMARY = 2000;

export const materialType = z.enum(['presentation', 'recording', 'document', 'link', 'goodPractice']);

export const material = z.object({
  id: activityId,
  title: z.string().min(1).max(LONGEST_TITLE),
  summary: z.string().max(LONGEST_SUMMARY),
  type: materialType,
  /** Where it is; https only. */
  url: z.url({ protocol: /^https$/ }).optional(),
  /** Title of the event it is from. */
  event: z.string().optional(),
  addedAt: instant,
});
export type Material = z.infer<typeof material>;

/** Id: `newest|…` descending, so that a list in id order begins with the newest. */
export const materials = kind<Material>({ name: 'material', container: 'materials', schema: material, indexed: true });

/** Largest epoch millisecond that fits thirteen digits. */
const LATEST = 9_999_999_999_999;

/** Document id under which newer items come first. */
export const newestFirst = (of: Pick<Material, 'id' | 'addedAt'>): string =>
  `${String(LATEST - Date.parse(of.addedAt)).padStart(13, '0')}|${of.id}`;

/** How often an item was opened, a number a month (yyyy-MM where the network is); never by whom. */
export const materialUse = z.object({
  months: z.record(z.string().regex(/^\d{4}-\d{2}$/), z.number().int().positive()),
});
export type MaterialUse = z.infer<typeof materialUse>;

/** Id: the item's own. */
export const materialUses = kind<MaterialUse>({ name: 'materialUse', container: 'materials', schema: materialUse });

/** One more use in a month. */
export const opened = (of: MaterialUse | undefined, month: string): MaterialUse => ({
  months: { ...of?.months, [month]: (of?.months[month] ?? 0) + 1 },
});

/** Uses in the months that begin within the span. */
export const usesIn = ({ months }: MaterialUse, { from, to }: Span, zone: string): number =>
  Object.entries(months).reduce((sum, [month, n]) => {
    const begins = atWallTime(`${month}-01`, '00:00', zone);
    return begins >= from && begins < to ? sum + n : sum;
  }, 0);
