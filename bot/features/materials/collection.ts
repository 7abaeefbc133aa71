/** Collections: items put together by a coordinator, in an order of their own. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { type Names, names } from '../../core/organisation.ts';
import { type Problem, refuseAny } from '../../core/refusal.ts';
import { oneLine, severalLines } from '../../core/typed.ts';
import { text } from './text.ts';

export const MOST_COLLECTIONS = 200;
export const MOST_IN_COLLECTION = 500;
export const LONGEST_COLLECTION_NAME = 120;
export const LONGEST_COLLECTION_ABOUT = 1000;

export const collection = z.object({
  id: activityId,
  names,
  about: z.string().max(LONGEST_COLLECTION_ABOUT),
  /** Ids of items, as they are shown; what a reader may not see, or is gone, is left out then. */
  items: z.array(activityId).max(MOST_IN_COLLECTION),
  changedAt: instant,
});
export type Collection = z.infer<typeof collection>;

/** Id: its own. */
export const collections = kind<Collection>({ name: 'collection', container: 'materials', schema: collection });

/** As typed; an empty name is none. */
export const collectionDraft = z.object({
  fi: z.string(),
  sv: z.string(),
  en: z.string(),
  about: z.string(),
  items: z.array(activityId).max(MOST_IN_COLLECTION),
});
export type CollectionDraft = z.infer<typeof collectionDraft>;

/** Throws a Refusal that names every problem. */
export function readCollection(draft: CollectionDraft): Pick<Collection, 'names' | 'about' | 'items'> {
  const given = (['fi', 'sv', 'en'] as const).flatMap((locale) => {
    const name = oneLine(draft[locale]);
    return name === '' ? [] : [[locale, name] as const];
  });
  const about = severalLines(draft.about);
  const problems: Problem[] = given.length === 0 ? [{ field: 'fi', row: text.noCollectionName }] : [];
  for (const [field, name] of given)
    if (name.length > LONGEST_COLLECTION_NAME)
      problems.push({ field, row: text.longTerm, params: { n: LONGEST_COLLECTION_NAME } });
  if (about.length > LONGEST_COLLECTION_ABOUT)
    problems.push({ field: 'about', row: text.longPart, params: { n: LONGEST_COLLECTION_ABOUT } });
  refuseAny(problems);
  return { names: Object.fromEntries(given) as Names, about, items: [...new Set(draft.items)] };
}
