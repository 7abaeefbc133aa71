/** What the index gives back of an item, so that a list need not read it: everything that a row shows, in no language yet. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import { organisationId } from '../../core/network.ts';
import { type Material, materialType, newestOf } from './material.ts';

/** Characters of a summary that a list shows. */
const SUMMARY = 300;

const storedRow = z.object({
  id: activityId,
  title: z.string(),
  summary: z.string(),
  type: materialType,
  event: z.string().optional(),
  organisation: organisationId.optional(),
  terms: z.array(z.string()),
  /** `members`, `coordinators` or a group's id. */
  audience: z.string(),
  state: z.enum(['draft', 'proposed', 'published']),
  isPinned: z.boolean(),
  reviewOn: z.string().optional(),
  addedAt: instant,
  /** Newest versions. */
  files: z.array(z.object({ file: activityId, name: z.string() })),
  /** Of the first link. */
  url: z.string().optional(),
});
export type StoredRow = z.infer<typeof storedRow>;

export const readRow = (row: unknown): StoredRow => storedRow.parse(row);

export function rowOf(of: Material): StoredRow {
  const url = of.links[0]?.url;
  return {
    ...{ id: of.id, title: of.title, type: of.type, terms: of.terms, state: of.state, addedAt: of.addedAt },
    summary: of.summary.length > SUMMARY ? `${of.summary.slice(0, SUMMARY - 1).trimEnd()}…` : of.summary,
    ...(of.event ? { event: of.event.title } : {}),
    ...(of.organisation ? { organisation: of.organisation } : {}),
    audience: of.audience.to === 'group' ? of.audience.group : of.audience.to,
    isPinned: of.isPinned === true,
    ...(of.reviewOn === undefined ? {} : { reviewOn: of.reviewOn }),
    files: of.files.map((file) => ({ file: newestOf(file).file, name: newestOf(file).name })),
    ...(url === undefined ? {} : { url }),
  };
}
