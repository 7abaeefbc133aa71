/** Small pure functions that make Adaptive Card 1.5 JSON. Whatever people wrote is escaped here, once. */
import type {
  ContainerStyle,
  IChoiceSetInput,
  IContainer,
  IDateInput,
  IExecuteAction,
  IImage,
  INumberInput,
  IOpenUrlAction,
  IRatingInput,
  IRichTextBlock,
  ISubmitAction,
  ITextBlock,
  ITextInput,
  ITextRun,
  ITimeInput,
  IToggleInput,
  IToggleVisibilityAction,
} from '@microsoft/teams.cards';
import type { Action } from '../core/action.ts';
import type { Card } from '../core/card.ts';

export type Element = Readonly<Record<string, unknown>> & { readonly type: string };
/** How a text looks. */
export type Look = Omit<ITextBlock, 'type' | 'text'>;
/** How a piece of a line looks. */
export type RunLook = Omit<ITextRun, 'type' | 'text'>;
/** How a button looks, and which inputs go with it. */
export type ButtonLook = Pick<IExecuteAction, 'style' | 'tooltip' | 'associatedInputs' | 'isEnabled'>;

/** Teams limits a message-extension card to 28 KB; this leaves room for its envelope. In bytes of UTF-8. */
export const LARGEST_CARD = 25 * 1024;
/** At most so many actions in one ActionSet (default of the `adaptivecards` renderer too). */
export const MOST_ACTIONS = 5;

/** Zero-width non-joiner: unlike a zero-width space no line breaks at it. */
const ZERO_WIDTH = '\u200c';

/**
 * Makes people's text mean nothing but itself, wherever a card shows it: no Markdown, HTML, mention, link or `{{DATE()}}` function,
 * no reversed or towering letters. Backslashes would do for Markdown on the desktop, but Teams on phones knows only five of them and
 * buttons none, and shows the rest (source/shared/cpp/ObjectModel/MarkDownBlockParser.cpp in microsoft/Teams-AdaptiveCards-Mobile).
 * So marks are parted by zero-width letters, and `*` and the backtick, which those can't stop, give way to their likenesses.
 */
export function plain(text: string): string {
  const known = plainTexts.get(text);
  if (known !== undefined) return known;
  const made = harmless(text);
  if (plainTexts.size >= MOST_PLAIN_TEXTS) plainTexts.clear();
  if (text.length <= LONGEST_KEPT) plainTexts.set(text, made);
  return made;
}

/** The cards of one poll hold the same texts for every voter. */
const plainTexts = new Map<string, string>();
const MOST_PLAIN_TEXTS = 5000;
const LONGEST_KEPT = 500;

function harmless(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      .replace(/(\p{M}{3})\p{M}+/gu, '$1')
      .replaceAll('*', '∗')
      .replaceAll('`', 'ˋ')
      .replace(/_+/g, `${ZERO_WIDTH}$&${ZERO_WIDTH}`)
      .replace(/[<&\\~]|\](?=[([:])|\{(?=\{)|\$(?=\{)/g, `$&${ZERO_WIDTH}`)
      .replace(/\b(https?|ftp|mailto|tel|sip|file|data|javascript|msteams|www)(?=[:.])/gi, `$1${ZERO_WIDTH}`)
      .replace(/:(?=\/\/)/g, `${ZERO_WIDTH}:`)
      .replace(/(?<![ \t])[ \t]+$/gm, '') // each run of spaces is looked at once, however long
      // Teams on phones starts a list after a bracket too
      .replace(/(^|[[\])])(?=[ \t#>+=|:-]|\d+[.)])/gm, `$1${ZERO_WIDTH}`)
  );
}

export function card(...body: readonly (Element | readonly Element[] | undefined | false)[]): Card {
  // No `refresh`: with user ids left out, clients would redraw by themselves, an invoke each, on every update.
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    ...{ $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', msteams: { width: 'Full' } },
    body: elements(body),
  };
}

/** Bytes of the card as it is sent. */
export const sizeOf = (of: Card): number => Buffer.byteLength(JSON.stringify(of));

/** The fullest drawing that stays under LARGEST_CARD; `draws` go from all details to the barest, which is taken whatever its size. */
export function fitting(...draws: readonly [() => Card, ...(() => Card)[]]): Card {
  const [first, ...rest] = draws;
  let drawn = first();
  for (const draw of rest) {
    if (sizeOf(drawn) <= LARGEST_CARD) break;
    drawn = draw();
  }
  return drawn;
}

export function elements(of: readonly (Element | readonly Element[] | undefined | false)[]): Element[] {
  return of.flat().filter((one): one is Element => Boolean(one));
}

/** Plain text, wrapped; each new line is a paragraph. `look` holds TextBlock properties such as weight or isSubtle. */
export const text = (content: string, look: Look = {}): Element => {
  const paragraphs = plain(content).replace(/\n+/g, '\n\n'); // a single line break is a space in Markdown
  return { type: 'TextBlock', text: paragraphs, wrap: true, ...look } satisfies ITextBlock;
};

export const heading = (content: string): Element =>
  text(content, { size: 'Large', weight: 'Bolder', style: 'heading', spacing: 'Small' });
export const subtle = (content: string, look: Look = {}): Element =>
  text(content, { isSubtle: true, spacing: 'Small', ...look });
/** As wide as what it stands in. `alt`: what it shows. */
export const picture = (url: string, alt: string): Element => {
  const made: Omit<IImage, 'type'> = { url, altText: plain(alt), size: 'Stretch' };
  return { type: 'Image', ...made };
};

/** Side by side, also on a phone. */
export const columns = (
  of: readonly {
    readonly width: 'stretch' | 'auto' | `${number}px`;
    readonly items: readonly Element[];
    readonly isCentred?: boolean;
  }[],
): Element => ({
  type: 'ColumnSet',
  spacing: 'Medium',
  columns: of.map(({ width, items, isCentred }) => ({
    ...{ type: 'Column', width, items },
    ...(isCentred ? { verticalContentAlignment: 'Center' } : {}),
  })),
});
/** Something went well, needs care, or was refused; the words carry the meaning, the colour only helps. */
export const notice = (style: Exclude<ContainerStyle, 'default'>, ...items: readonly Element[]): Element =>
  ({ type: 'Container', style, items }) satisfies Box;
/** A container whose items are checked where they are made. */
type Box = Omit<IContainer, 'items'> & { readonly items: readonly Element[] };

/** A button of an action: Action.Execute with the Submit fallback that older clients use; both carry the same verb and data. */
export function execute<T>(
  of: Action<T>,
  title: string,
  data: Readonly<Record<string, unknown>>,
  look: ButtonLook = {},
): Element {
  const all = { ...data, verb: of.verb };
  const button = { title: plain(title), data: all, ...look };
  const fallback = { type: 'Action.Submit', ...button } as const;
  return { type: 'Action.Execute', verb: of.verb, ...button, fallback } satisfies IExecuteAction;
}

export const openUrl = (title: string, url: string): Element =>
  ({ type: 'Action.OpenUrl', title: plain(title), url }) satisfies IOpenUrlAction;

/** The button of a dialog, where Teams takes no Action.Execute; its data come back with the inputs. */
export const submit = (title: string, data: Readonly<Record<string, unknown>>, look: ButtonLook = {}): Element =>
  ({ type: 'Action.Submit', title: plain(title), data, ...look }) satisfies ISubmitAction;

/** A row that opens an address wherever it is tapped; `title` is what screen readers say. */
export const tappable = (
  title: string,
  url: string,
  items: readonly Element[],
  look: Pick<IContainer, 'separator' | 'spacing'> = {},
): Element => ({
  type: 'Container',
  ...look,
  selectAction: openUrl(title, url),
  items,
});

/** A line whose pieces look different; each is people's text. */
export const runs = (
  pieces: readonly { readonly text: string; readonly look?: RunLook }[],
  look: Pick<IRichTextBlock, 'spacing'> = {},
): Element => ({
  type: 'RichTextBlock',
  ...look,
  inlines: pieces.map((one) => ({ type: 'TextRun', text: plainPiece(one.text), ...one.look })),
});

/** Spaces at the ends part it from its neighbours. */
const plainPiece = (text: string): string => {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text.replace(/\s+/g, ' ')) ?? [];
  return `${before}${inner === '' ? '' : plain(inner)}${after}`;
};

/** Buttons in a row; more than MOST_ACTIONS become several rows. */
export function actions(...of: readonly (Element | undefined | false)[]): Element[] {
  const all = elements(of);
  const rows: Element[] = [];
  for (let at = 0; at < all.length; at += MOST_ACTIONS) {
    rows.push({ type: 'ActionSet', actions: all.slice(at, at + MOST_ACTIONS) });
  }
  return rows;
}

/** A button on a row of its own: the one tap of a vote. Teams on phones draws it over the whole width. */
export const wideButton = (button: Element): Element => ({ type: 'ActionSet', actions: [button] });

interface Field {
  readonly id: string;
  readonly label: string;
  readonly errorMessage: string;
  readonly value?: string | undefined;
  readonly required?: boolean;
}

const field = ({ id, label, errorMessage, required }: Field) => ({
  id,
  label: plain(label),
  errorMessage,
  ...(required ? { isRequired: true } : {}),
});
const filled = ({ value }: Field) => (value === undefined ? {} : { value });

export const textInput = (of: Field & { multiline?: boolean; maxLength?: number; placeholder?: string }): Element =>
  ({
    type: 'Input.Text',
    ...field(of),
    ...filled(of),
    ...(of.multiline ? { isMultiline: true } : {}),
    ...(of.maxLength ? { maxLength: of.maxLength } : {}),
    ...(of.placeholder ? { placeholder: of.placeholder } : {}),
  }) satisfies ITextInput;

export const numberInput = (of: Field & { min?: number; max?: number }): Element =>
  ({
    type: 'Input.Number',
    ...field(of),
    ...(of.value && Number.isFinite(Number(of.value)) ? { value: Number(of.value) } : {}),
    ...(of.min === undefined ? {} : { min: of.min }),
    ...(of.max === undefined ? {} : { max: of.max }),
  }) satisfies INumberInput;

export const dateInput = (of: Field): Element =>
  ({ type: 'Input.Date', ...field(of), ...filled(of) }) satisfies IDateInput;
export const timeInput = (of: Field): Element =>
  ({ type: 'Input.Time', ...field(of), ...filled(of) }) satisfies ITimeInput;
export const toggle = (of: Field & { title: string }): Element =>
  ({
    type: 'Input.Toggle',
    ...field(of),
    title: plain(of.title),
    value: of.value ?? 'false',
    wrap: true,
  }) satisfies IToggleInput;

/** Radio buttons, checkboxes (`several`), a list to pick from (`compact`) or one to search in as one types (`filtered`). `value` of several is comma-separated ids. */
export const choices = (
  of: Field & {
    options: readonly { readonly id: string; readonly label: string }[];
    several?: boolean;
    compact?: boolean;
    filtered?: boolean;
  },
): Element =>
  ({
    type: 'Input.ChoiceSet',
    ...field(of),
    ...filled(of),
    style: of.filtered ? 'filtered' : of.compact ? 'compact' : 'expanded',
    wrap: true,
    ...(of.several ? { isMultiSelect: true } : {}),
    choices: of.options.map(({ id, label }) => ({ title: plain(label), value: id })), // Markdown is read here too
  }) satisfies IChoiceSetInput;

/** Stars up to `most`; where a client knows none, the same as radio buttons with the words of `options`. */
export const ratingInput = (
  of: Field & { most: number; options: readonly { readonly id: string; readonly label: string }[] },
): Element =>
  ({
    type: 'Input.Rating',
    ...field(of),
    max: of.most,
    allowHalfSteps: false,
    ...(of.value && Number.isInteger(Number(of.value)) ? { value: Number(of.value) } : {}),
    fallback: choices(of) as unknown as IChoiceSetInput,
  }) satisfies IRatingInput;

/** Values that a form carries along unseen; they are sent with its buttons like any input. */
export const carried = (label: string, values: Readonly<Record<string, string>>): Element =>
  ({
    type: 'Container',
    isVisible: false,
    items: Object.entries(values).map(([id, value]) => textInput({ id, label, errorMessage: label, value })),
  }) satisfies Box;

/** The button that shows and hides a `fold`, to stand in a row with others. */
export const unfold = (id: string, title: string): Element =>
  ({ type: 'Action.ToggleVisibility', title: plain(title), targetElements: [id] }) satisfies IToggleVisibilityAction;

/** What `unfold` shows, “More settings”; `id` must be unique in the card, `isOpen` from the start when something in it needs a look. */
export const fold = (id: string, items: readonly Element[], isOpen = false): Element =>
  ({ type: 'Container', id, isVisible: isOpen, items }) satisfies Box;

/** The same elements with buttons that can't be pressed and inputs that demand nothing: for previews. */
export function atRest(of: readonly Element[]): Element[] {
  return of.map((one) => {
    if (one.type === 'ActionSet') return { ...one, actions: (one.actions as Element[]).map(resting) };
    if (Array.isArray(one.items)) return { ...one, items: atRest(one.items as Element[]) };
    const { isRequired: _none, fallback, ...rest } = one;
    return { ...rest, type: one.type, ...(fallback ? { fallback: atRest([fallback as Element])[0] } : {}) };
  });
}

function resting(button: Element): Element {
  return button.type === 'Action.Execute'
    ? { type: 'Action.Submit', title: button.title, isEnabled: false, associatedInputs: 'none' }
    : button;
}
