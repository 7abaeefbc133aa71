/** What the digest tells of the material bank: what every member may see and was added since, the newest first. */
import type { Instant } from '../../core/clock.ts';
import type { News } from '../../core/feature.ts';
import type { Work } from '../../core/turn.ts';
import { materials } from './material.ts';
import { readRow } from './row.ts';
import { text } from './text.ts';

const PAGE = 100;
/** More than anyone reads in a digest; it tells how many there are. */
const MOST = 500;

export async function news(since: Instant, work: Work): Promise<readonly News[]> {
  const found: News[] = [];
  for (let from = 0; from < MOST; from += PAGE) {
    const { hits } = await work.services.search.find(
      { kind: materials.name, words: '', filter: {}, audiences: ['members'], sort: 'newest', from, size: PAGE },
      work,
    );
    const rows = hits.map(({ row }) => readRow(row));
    const added = rows.filter(({ addedAt }) => addedAt > since);
    for (const { id, title, type, event, addedAt } of added) {
      const hint = [work.channelT(text[type]), event].filter(Boolean).join(' · ');
      found.push({ section: 'materials', title, hint, page: `materials/${id}`, at: addedAt });
    }
    if (added.length < PAGE) break;
  }
  return found;
}
