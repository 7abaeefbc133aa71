/** The material bank in the flow of chat: the command, the message extension, saving a message, and the card that is posted. */
import type { Command, Drawing, Extension, ExtensionItem, ExtensionMessage, Handler } from '../../core/feature.ts';
import { on } from '../../core/feature.ts';
import { formatOf } from '../../core/file-format.ts';
import { type ActivityId, activityId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { mayCreate, networks } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import type { SearchHit } from '../../core/ports.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { presentOrganisation, registerOf } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import { type Outcome, showCard, type Turn, type Visit, type Work } from '../../core/turn.ts';
import { events, phaseOf } from '../events/event.ts';
import { cardText } from './card-text.ts';
import * as cards from './cards.ts';
import { isForAll, LONGEST_SUMMARY, type Material, type MaterialType, materials, materialType } from './material.ts';
import { EMPTY_DRAFT, type MaterialDraft } from './material-draft.ts';
import { findMaterial } from './memory.ts';
import { addMaterial } from './operations.ts';
import { readRow, rowOf, type StoredRow } from './row.ts';
import { findMaterials } from './shown.ts';

// ── What is found ──────────────────────────────────────────────────────────────────────────────

/** A list in chat holds so many. */
const BEST = 5;
/** The network's guides above the newest. */
const MOST_PINNED = 2;

type Looked = Pick<cards.ListShown, 'words' | 'type' | 'told'>;

/** Whether what is answered is seen by everyone in a channel, and not by who asked alone. */
const isSeenByAll = ({ place, answers }: Turn): boolean => place.kind === 'channel' && answers !== 'self';

interface Hits {
  readonly items: readonly cards.ItemShown[];
  readonly total: number;
  readonly types: readonly { readonly type: MaterialType; readonly n: number }[];
  readonly isBehind: boolean;
  readonly didYouMean?: string;
}

interface Wanted {
  readonly words: string;
  readonly filter: Readonly<Partial<Record<'type' | 'pinned', string>>>;
  readonly from?: number;
  readonly size: number;
}

/** What every member may see: for what all in a conversation will read, whoever asked. */
async function foundForAll(work: Work, t: Translate, { words, filter, from = 0, size }: Wanted): Promise<Hits> {
  const found = await work.services.search.find(
    {
      ...{ kind: materials.name, words, filter, audiences: ['members'], from, size, count: ['type'] },
      sort: words === '' ? 'newest' : 'best',
    },
    work,
  );
  return {
    ...found,
    items: await Promise.all(found.hits.map((hit) => itemOf(work, t, readRow(hit.row), hit))),
    types: typesIn(found.facets.type),
  };
}

/** What the reader may see. */
async function foundForReader(visit: Visit, { words, filter, from = 0, size }: Wanted): Promise<Hits> {
  const sort = words === '' ? 'newest' : 'best';
  const found = await findMaterials(visit, words, { filter, sort, from, size, count: ['type'] });
  return {
    ...found,
    items: found.rows.map(({ id, state, ...of }) => ({
      ...{ id, title: of.title, summary: of.summary, type: of.type, isPinned: of.isPinned },
      page: pageOf(visit, id, of.where as cards.ItemShown['where']),
      ...(state === 'published' ? {} : { state }),
      ...(of.event === undefined ? {} : { event: of.event }),
      ...(of.organisation === undefined ? {} : { organisation: of.organisation }),
      ...(of.found === undefined ? {} : { found: of.found as NonNullable<cards.ItemShown['found']> }),
      ...(of.where === undefined ? {} : { where: of.where as NonNullable<cards.ItemShown['where']> }),
      ...(of.extract === undefined ? {} : { extract: of.extract as NonNullable<cards.ItemShown['extract']> }),
    })),
    types: typesIn(found.facets.type),
  };
}

const typesIn = (facet: readonly { readonly value: string; readonly n: number }[] = []): Hits['types'] =>
  facet.flatMap(({ value, n }) => {
    const type = materialType.safeParse(value);
    return type.success ? [{ type: type.data, n }] : [];
  });

/** Page of the tab; the item opens there at the file and page on which the words stand. */
function pageOf({ services, network }: Work, id: ActivityId, where?: cards.ItemShown['where']): string {
  const at = new URLSearchParams({
    ...(where ? { file: where.file } : {}),
    ...(where?.page === undefined ? {} : { page: String(where.page) }),
  });
  return services.linkToTab(network, at.size > 0 ? `materials/${id}?${at}` : `materials/${id}`);
}

/** Page of the tab that shows the same list. */
function listPage({ services, network }: Work, { words, type }: Looked): string {
  const query = new URLSearchParams({ ...(words === '' ? {} : { words }), ...(type === undefined ? {} : { type }) });
  return services.linkToTab(network, query.size > 0 ? `materials?${query}` : 'materials');
}

async function itemOf(work: Work, t: Translate, row: StoredRow, hit?: SearchHit): Promise<cards.ItemShown> {
  const register = row.organisation === undefined ? undefined : await registerOf(work);
  const organisation = register && row.organisation && presentOrganisation(register, row.organisation);
  const file = hit?.where && row.files.find((one) => one.file === hit.where?.file);
  const { page, heading } = hit?.where ?? {};
  const where = file
    ? { file: file.name, ...(page === undefined ? {} : { page }), ...(heading === undefined ? {} : { heading }) }
    : undefined;
  return {
    ...{ id: row.id, title: row.title, summary: row.summary, type: row.type, isPinned: row.isPinned },
    page: pageOf(work, row.id, where),
    ...(row.event === undefined ? {} : { event: row.event }),
    ...(organisation ? { organisation: nameIn(organisation.names, t) } : {}),
    ...(row.url === undefined ? {} : { url: row.url }),
    ...(hit?.title === undefined ? {} : { found: hit.title }),
    ...(hit?.extract === undefined ? {} : { extract: hit.extract }),
    ...(where === undefined ? {} : { where }),
  };
}

// ── The command ────────────────────────────────────────────────────────────────────────────────

/** Words that ask for one kind of items. */
const OF_TYPE: Readonly<Record<string, MaterialType>> = {
  ...{ diat: 'presentation', slides: 'presentation' },
  ...{ tallenne: 'recording', inspelning: 'recording', recording: 'recording' },
};

async function look(turn: Turn, looked: Looked): Promise<{ readonly outcome: Outcome; readonly isFound: boolean }> {
  const { t } = turn;
  const { words, type } = looked;
  const find = (wanted: Wanted): Promise<Hits> =>
    isSeenByAll(turn) ? foundForAll(turn, t, wanted) : foundForReader(turn, wanted);
  const isBare = words === '' && type === undefined;
  const [hits, guides] = await Promise.all([
    find({ words, filter: type === undefined ? {} : { type }, size: isBare ? BEST + MOST_PINNED : BEST }),
    isBare ? find({ words: '', filter: { pinned: 'yes' }, size: MOST_PINNED }) : undefined,
  ]);
  const pinned = guides?.items ?? [];
  const items = hits.items.filter((one) => !pinned.some(({ id }) => id === one.id)).slice(0, BEST);
  const [only] = items;
  if (only && items.length === 1 && hits.total === 1 && words !== '' && looked.told === undefined) {
    const whole = await findMaterial(turn, only.id);
    const url = whole?.links[0]?.url;
    const shown = { ...only, ...(url === undefined ? {} : { url }) };
    return { outcome: showCard(cards.itemCard(shown, t), cards.itemSummary(shown, t)), isFound: true };
  }
  const list: cards.ListShown = {
    ...{ ...looked, items, pinned, total: hits.total, types: hits.types },
    ...{ isBehind: hits.isBehind, page: listPage(turn, looked) },
    ...(hits.didYouMean === undefined ? {} : { didYouMean: hits.didYouMean }),
  };
  return { outcome: showCard(cards.listCard(list, t), t(cardText.bank)), isFound: items.length > 0 };
}

export const commands: readonly Command[] = [
  {
    name: 'materials',
    words: [
      ...['materiaali', 'materiaalit', 'materiaalipankki', 'aineisto', 'hae', 'etsi', 'diat', 'tallenne'],
      ...['material', 'materialbank', 'sök', 'hitta', 'inspelning'],
      ...['search', 'find', 'slides', 'recording'],
    ],
    word: { fi: 'materiaali', sv: 'material', en: 'material' },
    help: cardText.help,
    run: async (rest, turn, word) => {
      const type = Object.hasOwn(OF_TYPE, word) ? OF_TYPE[word] : undefined;
      const words = rest.replace(/\s+/g, ' ').slice(0, cards.LONGEST_WORDS).trim();
      const { outcome } = await look(turn, { words, ...(type === undefined ? {} : { type }) });
      return outcome;
    },
  },
];

export const handlers: readonly Handler[] = [
  on(cards.searchMaterials, async ({ words, type }, turn) => {
    const { outcome } = await look(turn, { words, ...(type === undefined ? {} : { type }) });
    return outcome;
  }),
];

/** What the bank has for a message that no command understood; undefined when it has nothing. */
export async function whenNotUnderstood(typed: string, told: string, turn: Turn): Promise<Outcome | undefined> {
  const words = typed.replace(/\s+/g, ' ').slice(0, cards.LONGEST_WORDS).trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return undefined;
  const { outcome, isFound } = await look(turn, { words, told });
  return isFound ? outcome : undefined;
}

// ── The message extension ──────────────────────────────────────────────────────────────────────

/** Whoever reads the message will see the card: so it is of what all members may see, whoever asks, in the channel's language there. */
async function extensionItems(
  words: string,
  page: { readonly from: number; readonly size: number },
  turn: Turn,
): Promise<readonly ExtensionItem[]> {
  const t = turn.place.kind === 'channel' ? turn.channelT : turn.t;
  const { items } = await foundForAll(turn, t, { words, filter: {}, ...page });
  return items.map(({ extract, where, found: _, ...of }) => ({
    title: of.title,
    subtitle: [cards.aboutLine(of, turn.t), where && cards.whereLine(where, turn.t)].filter(Boolean).join(' – '),
    card: cards.itemCard(of, t),
  }));
}

const MOST_EVENTS = 30;

async function saveFrame(turn: Turn): Promise<cards.SaveFrame> {
  const { services, scope, network, actor, t } = turn;
  const [all, now] = await Promise.all([
    listAll(services.store, scope, events),
    services.store.get(scope, networks, network.id),
  ]);
  const at = services.clock.now();
  const shown = all
    .map(({ value }) => value)
    .filter((of) => !['draft', 'undone', 'cancelled'].includes(phaseOf(of, at)) && of.group === undefined)
    .sort((a, b) => (a.startsAt > b.startsAt ? -1 : 1))
    .slice(0, MOST_EVENTS);
  return {
    ...{ t, events: shown.map(({ id, title }) => ({ id, title })) },
    becomes: now && mayCreate(now.value, actor.person) ? 'published' : 'proposed',
  };
}

const shortened = (typed: string, most: number): string =>
  typed.length > most ? `${typed.slice(0, most - 1).trimEnd()}…` : typed;

/** Characters of a title that is made of a message's first line. */
const FIRST_LINE = 100;
const SUFFIX = /\.[a-z0-9]{2,5}$/i;

/** The form as it opens on a message. */
export function savedFrom(
  { text, author, links, page }: ExtensionMessage,
  form: string,
  t: Translate,
): cards.SavedMessage {
  const offered = [
    ...links.map(({ url, name }) => ({ url, label: name ?? '' })),
    ...(page === undefined ? [] : [{ url: page, label: t(cardText.message) }]),
  ].slice(0, 20);
  const [first = ''] = text.split('\n').filter((line) => line.trim() !== '');
  const isAddress = /^https?:\/\/\S+$/i.test(first.trim());
  const named = links.find(({ name }) => name)?.name ?? '';
  const title = isAddress || first === '' ? named.replace(SUFFIX, '') : first;
  return {
    ...{ form, title: shortened(title.trim(), FIRST_LINE), summary: shortened(text, LONGEST_SUMMARY), offered },
    ...{ type: typeOf(links), author: author ?? '', event: '' },
    links: offered.map((_, n) => String(n)).join(','),
  };
}

/** By the files of the message, the most telling first. */
function typeOf(links: ExtensionMessage['links']): MaterialType {
  const families = links.map(({ url, name }) => formatOf(name ?? '')?.family ?? formatOf(pathOf(url))?.family);
  if (families.includes('slides')) return 'presentation';
  if (families.includes('video') || families.includes('audio')) return 'recording';
  return families.some((one) => one !== undefined) || links.length === 0 ? 'document' : 'link';
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : '');

function draftFrom(of: cards.SavedMessage): MaterialDraft {
  const type = materialType.safeParse(of.type);
  const chosen = of.links.split(',').map((one) => one.trim());
  return {
    ...EMPTY_DRAFT,
    ...{ title: of.title, summary: of.summary, author: of.author },
    event: of.event === cards.NO_EVENT ? '' : of.event,
    type: type.success ? type.data : 'document',
    links: of.offered
      .filter((_, n) => chosen.includes(String(n)))
      .map(({ url, label }) => ({ url, label: shortened(label, LONGEST_LABEL) })),
  };
}
const LONGEST_LABEL = 120;

async function saveMessage(raw: unknown, turn: Turn) {
  const { t } = turn;
  const typed = cards.savedMessage.safeParse(raw);
  if (!typed.success) return { title: t(cardText.saveTitle), card: cards.notReadCard(t) };
  try {
    const item = await addMaterial(turn, { draft: draftFrom(typed.data), intent: 'send', requestId: typed.data.form });
    const became = item.state === 'published' ? 'published' : 'proposed';
    return {
      title: t(cardText.savedTitle),
      card: cards.savedCard({ title: item.title, became, page: pageOf(turn, item.id) }, t),
    };
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof NotAllowed) throw error;
    const problems = error.problems.length > 0 ? error.problems : [error];
    const frame = {
      ...(await saveFrame(turn)),
      problems: problems.map(({ row, params }) => t(row, params)),
    };
    return { title: t(cardText.saveTitle), card: cards.saveCard(typed.data, frame) };
  }
}

export const extensions: readonly Extension[] = [
  { type: 'query', id: 'searchMaterials', run: extensionItems },
  {
    type: 'action',
    id: 'saveMaterial',
    open: async (message, turn) => {
      const saved = savedFrom(message, turn.services.newId(), turn.t);
      return { title: turn.t(cardText.saveTitle), card: cards.saveCard(saved, await saveFrame(turn)) };
    },
    submit: saveMessage,
  },
];

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

/** As the item is now; gone when it is, or when not every member may see it any more. */
async function drawItem(subject: string, work: Work) {
  const found: Material | undefined = await findMaterial(work, activityId.parse(subject));
  if (!found || !isForAll(found)) return undefined;
  const { channelT } = work;
  const shown = await itemOf(work, channelT, rowOf(found));
  const card = cards.itemCard({ ...shown, isPinned: false, summary: found.summary }, channelT);
  return { card, summary: cards.itemSummary(shown, channelT) };
}

export const drawings: readonly Drawing[] = [{ name: 'materials.item', draw: drawItem }];
