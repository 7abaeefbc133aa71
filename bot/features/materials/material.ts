/** An item of the material bank. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
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
