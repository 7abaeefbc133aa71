/** What one process remembers of bulletins between requests: their headers, and who they went to where only those may read them. */
import { headersOf } from '../../core/headers.ts';
import { listAll } from '../../core/list-all.ts';
import type { MemberId } from '../../core/network.ts';
import type { Services, Store } from '../../core/ports.ts';
import { keptIn } from '../../core/recent.ts';
import type { Work } from '../../core/turn.ts';
import { type Bulletin, bulletins, HEADER_AGE } from './bulletin.ts';
import { bulletinRecipients, prefixOf, type Recipient } from './recipients.ts';
import { seriesKind } from './series.ts';
import { text } from './text.ts';

const headers = headersOf(bulletins, { age: HEADER_AGE, unknown: text.unknownBulletin });

/** The bulletin as it is stored now. Refuses an id that is not a bulletin of this network. */
export const bulletinNow = headers.now;
/** As `bulletinNow`, undefined when there is none: for jobs and drawings. */
export const findBulletin = headers.find;
/** Changes it and remembers it. `change` may run several times. Refuses an id that is not a bulletin of this network. */
export const changeBulletin = headers.change;
export const forgetBulletin = headers.forget;
/** All bulletins of the network as they are now, days of series too. */
export const allBulletins = headers.all;

const series = headersOf(seriesKind, { age: HEADER_AGE, unknown: text.unknownSeries });

export const seriesNow = series.now;
export const changeSeriesNow = series.change;
export const forgetSeries = series.forget;
export const allSeries = series.all;

// ── Recipients ─────────────────────────────────────────────────────────────────────────────────

/** Whom it went to, in order; empty before that, and when they are forgotten. */
export async function recipientsOf({ services, scope }: Work, { id, list }: Bulletin): Promise<readonly Recipient[]> {
  if (!list) return [];
  const parts = await listAll(services.store, scope, bulletinRecipients, { prefix: prefixOf(id, list.id) });
  return parts.flatMap(({ value }) => value.recipients);
}

/** Lists kept in memory at the same time. A list never changes but for erasures, and who was erased asks for nothing. */
const MOST_LISTS = 50;
const memories = new WeakMap<Store, Map<string, { readonly members: Promise<ReadonlySet<MemberId>> }>>();

function listsOf({ store }: Services): Map<string, { readonly members: Promise<ReadonlySet<MemberId>> }> {
  const known = memories.get(store) ?? new Map<string, { readonly members: Promise<ReadonlySet<MemberId>> }>();
  memories.set(store, known);
  return known;
}

/** Whether any of these identities is among its recipients. */
export async function wentTo(work: Work, of: Bulletin, ids: readonly MemberId[]): Promise<boolean> {
  if (!of.list) return false;
  const lists = listsOf(work.services);
  const key = `${work.network.id} ${of.id} ${of.list.id}`;
  const { members } = keptIn(lists, key, MOST_LISTS, () => ({
    members: recipientsOf(work, of).then((all) => new Set(all.flatMap(({ member }) => member ?? []))),
  }));
  try {
    const known = await members;
    return ids.some((id) => known.has(id));
  } catch (error) {
    lists.delete(key);
    throw error;
  }
}
