/** Finding ideas: what of them the index knows, and those near what someone is typing. */
import { z } from 'zod';
import type { ActivityId } from '../../core/ids.ts';
import { activityId } from '../../core/ids.ts';
import type { Searchable, SearchEntry } from '../../core/ports.ts';
import type { Visit } from '../../core/turn.ts';
import { type Idea, ideaState, ideas, isCurrent } from './idea.ts';
import { extractOf } from './names.ts';

/** How many near ones are shown while typing. */
const MOST_SIMILAR = 5;
/** Words that are looked for; more would find nothing. */
const MOST_WORDS = 6;
/** Shorter ones stand in every idea. */
const SHORTEST_WORD = 4;

const storedRow = z.object({
  id: activityId,
  collection: activityId,
  title: z.string(),
  extract: z.string(),
  state: ideaState,
});
export type SimilarIdea = z.infer<typeof storedRow>;

/** Ideas are only proposed to calls that everyone sees. Nothing of authors or their organisations: a contest hides them until it closes. */
async function entry(of: Idea): Promise<SearchEntry | undefined> {
  if (!isCurrent(of)) return undefined;
  const row: SimilarIdea = {
    id: of.id,
    collection: of.collection,
    title: of.title,
    extract: extractOf(of),
    state: of.state,
  };
  return {
    ...{ title: of.title, summary: extractOf(of), body: [of.text], files: [], audiences: ['members'], at: of.at, row },
    keywords: [
      ...(of.theme === undefined ? [] : [of.theme]),
      ...(of.targetGroup === undefined ? [] : [of.targetGroup]),
    ],
    facets: { collection: [of.collection], state: [of.state] },
  };
}

export const searchable: Searchable<Idea> = { kind: ideas, entry, version: async () => '2' };

/** Near what is being typed, the nearest first: those with all of the words, then those with any of them. */
export async function similarTo(visit: Visit, typed: string, collection?: ActivityId): Promise<readonly SimilarIdea[]> {
  const words = [...new Set(typed.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [])].filter(
    (one) => one.length >= SHORTEST_WORD,
  );
  if (words.length === 0) return [];
  const wanted = words.slice(0, MOST_WORDS);
  const filter: Record<string, string> = collection === undefined ? {} : { collection };
  const find = async (of: string): Promise<SimilarIdea[]> => {
    const { hits } = await visit.services.search.find(
      { kind: ideas.name, words: of, filter, audiences: ['members'], sort: 'best', from: 0, size: MOST_SIMILAR },
      visit,
    );
    return hits.map(({ row }) => storedRow.parse(row));
  };
  const found = new Map((await find(wanted.join(' '))).map((one) => [one.id, one]));
  if (found.size >= MOST_SIMILAR || wanted.length === 1) return [...found.values()];
  const counted = new Map<string, { of: SimilarIdea; n: number }>();
  for (const list of await Promise.all(wanted.map(find)))
    for (const of of list) counted.set(of.id, { of, n: (counted.get(of.id)?.n ?? 0) + 1 });
  const more = [...counted.values()].sort((a, b) => b.n - a.n).map(({ of }) => of);
  for (const one of more) if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()].slice(0, MOST_SIMILAR);
}
