/** What one process remembers of the material bank between requests: items as they were read, and the network's list of themes and tags. */
import { SECOND } from '../../core/clock.ts';
import { headersOf } from '../../core/headers.ts';
import type { Store } from '../../core/ports.ts';
import { keptIn, noteWritten, type Recent, recently, unread } from '../../core/recent.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { materials } from './material.ts';
import { text } from './text.ts';
import { NO_TERMS, VOCABULARY_ID, type Vocabulary, vocabularies } from './vocabulary.ts';

const headers = headersOf(materials, { age: 2 * SECOND, unknown: text.unknownMaterial });

/** The item as it is stored now. Refuses an id that the bank does not have. */
export const materialNow = headers.now;
/** As `materialNow`, undefined when there is none: for jobs and drawings. */
export const findMaterial = headers.find;
/** Changes an item. `change` may run several times. Refuses an id that the bank does not have. */
export const changeMaterialNow = headers.change;
export const rememberMaterial = headers.remember;
export const forgetMaterial = headers.forget;
/** All items of the network as they are now: for jobs and exports, not for pages. */
export const allMaterials = headers.all;

// ── Themes and tags ────────────────────────────────────────────────────────────────────────────

/** Networks whose list is in memory at the same time. */
const MOST_LISTS = 200;

interface Listed {
  readonly value: Vocabulary;
  /** Changes with every write; of another process too. */
  readonly version: string;
}

const lists = new WeakMap<Store, Map<string, Recent<Listed>>>();

function listIn({ services, network }: Work): Recent<Listed> {
  const known = lists.get(services.store) ?? new Map<string, Recent<Listed>>();
  lists.set(services.store, known);
  return keptIn(known, network.id, MOST_LISTS, () => unread<Listed>());
}

async function listed(work: Work): Promise<Listed> {
  const { store, clock } = work.services;
  const found = await recently(listIn(work), clock, async () => {
    const stored = await store.get(work.scope, vocabularies, VOCABULARY_ID);
    return stored ? [[VOCABULARY_ID, { value: stored.value, version: stored.version }]] : [];
  });
  return found.get(VOCABULARY_ID) ?? { value: NO_TERMS, version: 'none' };
}

/** About a second old; what this process wrote is in it at once. */
export const vocabularyOf = async (work: Work): Promise<Vocabulary> => (await listed(work)).value;

/** Changes whenever the list does. */
export const vocabularyVersion = async (work: Work): Promise<string> => (await listed(work)).version;

/** `change` may run several times. */
export async function changeVocabulary(work: Work, change: (of: Vocabulary) => Vocabulary): Promise<Vocabulary> {
  const { store } = work.services;
  const place = { store, scope: work.scope, kind: vocabularies, id: VOCABULARY_ID };
  const stored = await update(place, (now) => change(now ?? NO_TERMS));
  if (!stored) return NO_TERMS;
  noteWritten(listIn(work), VOCABULARY_ID, { value: stored.value, version: stored.version });
  return stored.value;
}
