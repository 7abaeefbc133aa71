/** The cards of the material bank, and the actions that their buttons carry. */
import { z } from 'zod';
import {
  actions,
  card,
  choices,
  type Element,
  elements,
  execute,
  fitting,
  heading,
  notice,
  openUrl,
  type RunLook,
  runs,
  submit,
  subtle,
  tappable,
  textInput,
  text as words,
} from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import { formatOf } from '../../core/file-format.ts';
import type { ActivityId } from '../../core/ids.ts';
import type { ExtractPiece } from '../../core/ports.ts';
import type { Locale, Translate } from '../../core/text.ts';
import { cardText } from './card-text.ts';
import { LONGEST_NAME, LONGEST_SUMMARY, LONGEST_TITLE, type MaterialType, materialType } from './material.ts';
import { text } from './text.ts';

// ── Actions ────────────────────────────────────────────────────────────────────────────────────

/** Characters of what someone looks for; the rest is not read. */
export const LONGEST_WORDS = 200;

export const searchMaterials = action(
  'materials.search',
  z.object({
    words: z
      .string()
      .default('')
      .transform((typed) => typed.trim().slice(0, LONGEST_WORDS)),
    type: materialType.optional(),
  }),
);

// ── What cards are drawn from ──────────────────────────────────────────────────────────────────

/** An item as its reader, or all who will see the card, may know it. */
export interface ItemShown {
  readonly id: ActivityId;
  readonly title: string;
  readonly summary: string;
  readonly type: MaterialType;
  readonly event?: string;
  readonly organisation?: string;
  readonly isPinned?: boolean;
  /** Not published yet: what it is instead. */
  readonly state?: 'draft' | 'proposed';
  /** Page of the tab. */
  readonly page: string;
  readonly url?: string;
  /** The title with what was looked for marked. */
  readonly found?: readonly ExtractPiece[];
  readonly where?: { readonly file: string; readonly page?: number; readonly heading?: string };
  readonly extract?: readonly ExtractPiece[];
}

const clip = (typed: string, most: number): string => {
  const letters = [...typed.replace(/\s+/g, ' ').trim()];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
};

/** One of our own rows inside another, in each language. */
const named =
  (of: MaterialType) =>
  (locale: Locale): string =>
    text[of][locale];

// ── Parts ──────────────────────────────────────────────────────────────────────────────────────

/** “Esitys · Joukkoliikenteen tilastot · Akaa”: how an item is told from others. */
export function aboutLine({ type, event, organisation, isPinned, state }: ItemShown, t: Translate): string {
  const parts = [
    isPinned ? t(cardText.guide) : undefined,
    state && t(text[state]),
    t(text[type]),
    event && clip(event, 120),
    organisation && clip(organisation, 120),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** “Dia 3 · tilastot.pptx”: where in a file the words stand. */
export function whereLine({ file, page, heading: of }: NonNullable<ItemShown['where']>, t: Translate): string {
  const isSlides = formatOf(file)?.family === 'slides';
  const place =
    page === undefined
      ? of && t(cardText.heading, { heading: clip(of, 80) })
      : t(isSlides ? cardText.slide : cardText.page, { n: page });
  return [place, clip(file, 100)].filter(Boolean).join(' · ');
}

/** In a list it is the colour of links, since a tap anywhere on its row opens it. */
const titleRuns = ({ title, found }: ItemShown, size: 'Default' | 'Large' = 'Default') => {
  const look: RunLook = { weight: 'Bolder', size, color: size === 'Default' ? 'Accent' : 'Default' };
  const pieces: readonly ExtractPiece[] = found ?? [{ text: title }];
  return pieces.map(({ text: piece, isHit }) => ({ text: piece, look: isHit ? { ...look, underline: true } : look }));
};

/** Of what was found by its title alone there is nothing to show. */
const extractOf = ({ extract = [] }: ItemShown): readonly ExtractPiece[] =>
  extract.some(({ isHit }) => isHit) ? extract : [];

const extractRuns = (extract: readonly ExtractPiece[]) =>
  extract.map(({ text: piece, isHit }) => ({
    text: piece,
    look: isHit ? ({ weight: 'Bolder' } as const) : ({ isSubtle: true } as const),
  }));

/** How much of an item a list shows. */
type Detail = 'extract' | 'line';

function row(of: ItemShown, t: Translate, detail: Detail): Element {
  const extract = detail === 'extract' ? extractOf(of) : [];
  return tappable(
    t(cardText.openItem, { title: clip(of.title, LONGEST_TITLE) }),
    of.page,
    elements([
      runs(titleRuns(of)),
      subtle(aboutLine(of, t), { size: 'Small', spacing: 'None' }),
      extract.length > 0 && runs(extractRuns(extract), { spacing: 'Small' }),
      of.where && words(whereLine(of.where, t), { size: 'Small', spacing: 'Small' }),
    ]),
    { separator: true, spacing: 'Medium' },
  );
}

const linkButtons = ({ page, url }: ItemShown, t: Translate): Element[] =>
  actions(openUrl(t(cardText.open), page), url !== undefined && openUrl(t(cardText.openLink), url));

// ── One item ───────────────────────────────────────────────────────────────────────────────────

/** Characters of a summary on a card. */
const SUMMARY = 500;

const itemBody = (of: ItemShown, t: Translate, summary: number): Element[] =>
  elements([
    words(t(cardText.bank), { size: 'Small', weight: 'Bolder', color: 'Accent' }),
    of.found ? runs(titleRuns(of, 'Large'), { spacing: 'Small' }) : heading(clip(of.title, LONGEST_TITLE)),
    subtle(aboutLine(of, t), { size: 'Small' }),
    of.summary !== '' && summary > 0 && words(clip(of.summary, summary)),
    extractOf(of).length > 0 && runs(extractRuns(extractOf(of)), { spacing: 'Medium' }),
    of.where && words(whereLine(of.where, t), { size: 'Small', spacing: 'Small' }),
    ...linkButtons(of, t),
  ]);

/** One item: posted in the channel or a thread, put into a message, or the only one that was found. It has no buttons but links, so that it may stand anywhere. */
export const itemCard = (of: ItemShown, t: Translate): Card =>
  fitting(
    () => card(itemBody(of, t, SUMMARY)),
    () => card(itemBody(of, t, 150)),
  );

/** What notifications say of it. */
export const itemSummary = ({ title }: ItemShown, t: Translate): string =>
  t(cardText.itemSummary, { title: clip(title, 100) });

// ── Lists ──────────────────────────────────────────────────────────────────────────────────────

export interface ListShown {
  /** As typed; empty: the newest. */
  readonly words: string;
  readonly type?: MaterialType;
  /** The best, at most a handful. */
  readonly items: readonly ItemShown[];
  /** The network's guides, shown first. */
  readonly pinned?: readonly ItemShown[];
  readonly total: number;
  /** What it can be narrowed to, most first. */
  readonly types?: readonly { readonly type: MaterialType; readonly n: number }[];
  readonly didYouMean?: string;
  readonly isBehind?: boolean;
  /** Page of the tab with the same words. */
  readonly page: string;
  /** Said before: that a message was not understood. */
  readonly told?: string;
}

/** So many kinds are offered to narrow a list by; with the others they stay in one row of buttons. */
const MOST_TYPES = 3;

function listTitle({ words: typed, type }: ListShown, t: Translate): string {
  if (typed === '') return t(type === undefined ? cardText.newest : text[type]);
  const params = { words: clip(typed, LONGEST_WORDS) };
  return type === undefined ? t(cardText.found, params) : t(cardText.foundOfType, { ...params, type: named(type) });
}

function listBody(of: ListShown, t: Translate, detail: Detail): Element[] {
  const { items, pinned = [], total, told, words: typed } = of;
  const isPart = total > items.length;
  return elements([
    told !== undefined && words(told),
    told === undefined
      ? heading(listTitle(of, t))
      : words(t(cardText.perhaps), { weight: 'Bolder', spacing: 'Medium' }),
    isPart && typed !== '' && subtle(t(cardText.best, { shown: items.length, n: total }), { size: 'Small' }),
    ...[...pinned, ...items].map((one) => row(one, t, detail)),
    of.isBehind === true && subtle(t(cardText.isBehind), { size: 'Small', spacing: 'Medium' }),
    typed === '' && searchInput(t),
    ...listButtons(of, t),
  ]);
}

const searchInput = (t: Translate): Element => ({
  ...textInput({
    ...{ id: 'words', label: t(cardText.words), errorMessage: t(cardText.noWords) },
    ...{ placeholder: t(cardText.wordsExample), maxLength: LONGEST_WORDS },
  }),
  spacing: 'Large',
});

function listButtons({ words: typed, type, types = [], total, items, page }: ListShown, t: Translate): Element[] {
  const offers = type === undefined && types.length > 1 && total > items.length ? types.slice(0, MOST_TYPES) : [];
  const all = total > items.length ? t(cardText.showAll, { n: total }) : t(cardText.openBank);
  return actions(
    typed === '' && execute(searchMaterials, t(cardText.search), {}),
    openUrl(all, page),
    ...offers.map((one) =>
      execute(
        searchMaterials,
        t(cardText.ofType, { type: named(one.type), n: one.n }),
        { words: typed, type: one.type },
        { associatedInputs: 'none' },
      ),
    ),
  );
}

/** The best of what was found, or the newest; nothing found says what to do next. */
export function listCard(of: ListShown, t: Translate): Card {
  if (of.items.length === 0 && (of.pinned ?? []).length === 0) return nothingCard(of, t);
  return fitting(
    () => card(listBody(of, t, 'extract')),
    () => card(listBody(of, t, 'line')),
  );
}

function nothingCard(of: ListShown, t: Translate): Card {
  const { words: typed, didYouMean, page, isBehind } = of;
  if (typed === '')
    return card(heading(t(cardText.bank)), words(t(cardText.empty)), actions(openUrl(t(cardText.openBank), page)));
  const near = didYouMean === undefined ? undefined : clip(didYouMean, LONGEST_WORDS);
  return card(
    heading(t(cardText.bank)),
    words(t(cardText.nothing, { words: clip(typed, LONGEST_WORDS) })),
    near !== undefined && words(t(cardText.didYouMean, { words: near }), { weight: 'Bolder' }),
    near === undefined && words(t(cardText.nothingNext)),
    isBehind === true && subtle(t(cardText.isBehind), { size: 'Small' }),
    actions(
      near !== undefined &&
        execute(searchMaterials, t(cardText.searchInstead, { words: clip(near, 40) }), { words: near }),
      openUrl(t(cardText.openBank), page),
    ),
  );
}

// ── Saving a message ───────────────────────────────────────────────────────────────────────────

/** What the dialog's inputs hold; names are the inputs' ids. */
export const savedMessage = z.object({
  /** Made with the dialog, so that it saves once. */
  form: z.string().min(1).max(100),
  title: z.string().default(''),
  summary: z.string().default(''),
  type: z.string().default(''),
  /** Of `offered`, by their numbers, with commas between. */
  links: z.string().default(''),
  author: z.string().default(''),
  event: z.string().default(''),
  offered: z
    .array(z.object({ url: z.string().max(2000), label: z.string().max(300) }))
    .max(25)
    .default([]),
});
export type SavedMessage = z.infer<typeof savedMessage>;

/** Types that a message can be saved as; the others have parts that a message lacks. */
export const SAVED_TYPES = [
  'presentation',
  'recording',
  'document',
  'link',
  'goodPractice',
] as const satisfies MaterialType[];

/** Of the list of events: a choice without a value is none that can be drawn. */
export const NO_EVENT = 'none';

export interface SaveFrame {
  readonly t: Translate;
  readonly events: readonly { readonly id: string; readonly title: string }[];
  readonly becomes: 'published' | 'proposed';
  /** What is wrong with what was typed. */
  readonly problems?: readonly string[];
}

/** The form on a message. Whatever was in the inputs comes back in them, as long as it may be and no longer. */
export const saveCard = (of: SavedMessage, frame: SaveFrame): Card =>
  fitting(
    () => saveForm(of, frame, LONGEST_SUMMARY),
    () => saveForm(of, { ...frame, events: frame.events.slice(0, 10) }, 1000),
    () => saveForm({ ...of, offered: of.offered.slice(0, 5) }, { ...frame, events: [] }, 500),
  );

const echo = (typed: string, most: number): string =>
  [...typed.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '')].slice(0, most).join('');

function saveForm(of: SavedMessage, { t, events, becomes, problems = [] }: SaveFrame, summary: number): Card {
  const input = (id: 'title' | 'author', most: number) => ({ id, value: echo(of[id], most), maxLength: most });
  const offered = of.offered.map(({ url, label }, n) => ({ id: String(n), label: clip(label || url, 100) }));
  const { form, offered: links } = of;
  return card(
    problems.length > 0 && notice('attention', ...[...new Set(problems)].map((line) => words(line))),
    textInput({
      ...{ ...input('title', LONGEST_TITLE), label: t(cardText.title), errorMessage: t(cardText.titleMissing) },
      required: true,
    }),
    textInput({
      ...{ id: 'summary', label: t(cardText.summary), errorMessage: t(cardText.summaryWrong), multiline: true },
      ...{ value: echo(of.summary, summary), maxLength: LONGEST_SUMMARY },
    }),
    choices({
      ...{ id: 'type', label: t(cardText.type), errorMessage: t(cardText.typeMissing), compact: true, required: true },
      ...{ value: of.type, options: SAVED_TYPES.map((id) => ({ id, label: t(text[id]) })) },
    }),
    offered.length > 0 &&
      choices({
        ...{ id: 'links', label: t(cardText.links), errorMessage: t(cardText.linksWrong), several: true },
        ...{ value: of.links, options: offered },
      }),
    offered.length > 0 && subtle(t(cardText.linksWhy), { size: 'Small' }),
    textInput({
      ...{ ...input('author', LONGEST_NAME), label: t(cardText.author), errorMessage: t(cardText.authorWrong) },
    }),
    events.length > 0 &&
      choices({
        ...{ id: 'event', label: t(cardText.event), errorMessage: t(cardText.eventWrong), compact: true },
        value: events.some(({ id }) => id === of.event) ? of.event : NO_EVENT,
        options: [
          { id: NO_EVENT, label: t(cardText.noEvent) },
          ...events.map(({ id, title }) => ({ id, label: clip(title, 100) })),
        ],
      }),
    subtle(t(becomes === 'published' ? cardText.becomesPublished : cardText.becomesProposed), { spacing: 'Medium' }),
    actions(submit(t(cardText.save), { form, offered: links }, { style: 'positive' })),
  );
}

/** After saving: what became of it, with a link. `notRead`: nothing was. */
export function savedCard(
  of: { readonly title: string; readonly became: 'published' | 'proposed'; readonly page: string },
  t: Translate,
): Card {
  const title = clip(of.title, LONGEST_TITLE);
  const row = of.became === 'published' ? cardText.savedPublished : cardText.savedProposed;
  return card(notice('good', words(t(row, { title }))), actions(openUrl(t(cardText.open), of.page)));
}

export const notReadCard = (t: Translate): Card => card(notice('attention', words(t(cardText.notRead))));
