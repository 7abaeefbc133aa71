/** Small pure functions that make Adaptive Card 1.5 JSON. Whatever people wrote is escaped here, once. */
import type { Action } from '../core/action.ts';
import type { Card } from '../core/card.ts';

export type Element = Readonly<Record<string, unknown>> & { readonly type: string };
type Look = Readonly<Record<string, unknown>>;

/** Teams limits a message-extension card to 28 KB; this leaves room for its envelope. In bytes of UTF-8. */
export const LARGEST_CARD = 25 * 1024;
/** At most so many actions in one ActionSet (default of the `adaptivecards` renderer too). */
export const MOST_ACTIONS = 5;

/**
 * TextBlock reads Markdown and Teams reads mentions and HTML: a zero-width space or a backslash takes their meaning away
 * and leaves the look.
 */
export function escape(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\\`*_{}[\]()#|~]/g, (mark) => `\\${mark}`)
    .replace(/<(?=[a-zA-Z/!?])/g, '<\u200b')
    .replace(/&(?=[a-zA-Z#])/g, '&\u200b')
    .replace(/\b(https?|ftp|mailto|tel|javascript):/gi, '$1\u200b:')
    .replace(/^(\s*)([-+>]|\d+\.)(?=\s)/gm, '$1\\$2')
    .replace(/\{\{/g, '{\u200b{');
}

export function card(...body: readonly (Element | readonly Element[] | undefined | false)[]): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    ...{
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      msteams: { width: 'Full' },
      refresh: undefined,
    },
    body: elements(body),
  };
}

export function elements(of: readonly (Element | readonly Element[] | undefined | false)[]): Element[] {
  return of.flat().filter((one): one is Element => Boolean(one));
}

/** Plain text, wrapped. `look` holds TextBlock properties such as weight or isSubtle. */
export const text = (content: string, look: Look = {}): Element => ({
  type: 'TextBlock',
  text: escape(content),
  wrap: true,
  ...look,
});

export const heading = (content: string): Element =>
  text(content, { size: 'Large', weight: 'Bolder', style: 'heading' });
export const subtle = (content: string, look: Look = {}): Element =>
  text(content, { isSubtle: true, spacing: 'Small', ...look });
/** Something went well, needs care, or was refused; the words carry the meaning, the colour only helps. */
export const notice = (style: 'good' | 'warning' | 'attention' | 'accent', ...items: readonly Element[]): Element => ({
  type: 'Container',
  style,
  items,
});

/** A button of an action: Action.Execute with the Submit fallback that older clients use; both carry the same verb and data. */
export function execute<T>(
  of: Action<T>,
  title: string,
  data: Readonly<Record<string, unknown>>,
  look: Look = {},
): Element {
  const all = { ...data, verb: of.verb };
  return {
    type: 'Action.Execute',
    title,
    verb: of.verb,
    data: all,
    ...look,
    fallback: { type: 'Action.Submit', title, data: all, ...look },
  };
}

export const openUrl = (title: string, url: string): Element => ({ type: 'Action.OpenUrl', title, url });

/** Buttons in a row; more than MOST_ACTIONS become several rows. */
export function actions(...of: readonly (Element | undefined | false)[]): Element[] {
  const all = elements(of);
  const rows: Element[] = [];
  for (let at = 0; at < all.length; at += MOST_ACTIONS) {
    rows.push({ type: 'ActionSet', actions: all.slice(at, at + MOST_ACTIONS) });
  }
  return rows;
}

/** A button of its own over the whole width: the one tap of a vote. */
export const wideButton = (button: Element): Element => ({
  type: 'ActionSet',
  spacing: 'Small',
  horizontalAlignment: 'Stretch',
  actions: [button],
});

interface Field {
  readonly id: string;
  readonly label: string;
  readonly errorMessage: string;
  readonly value?: string | undefined;
  readonly required?: boolean;
}

const field = ({ id, label, errorMessage, value, required }: Field): Look => ({
  id,
  label,
  errorMessage,
  ...(value === undefined ? {} : { value }),
  ...(required ? { isRequired: true } : {}),
});

export const textInput = (of: Field & { multiline?: boolean; maxLength?: number; placeholder?: string }): Element => ({
  type: 'Input.Text',
  ...field(of),
  ...(of.multiline ? { isMultiline: true } : {}),
  ...(of.maxLength ? { maxLength: of.maxLength } : {}),
  ...(of.placeholder ? { placeholder: of.placeholder } : {}),
});

export const numberInput = (of: Field & { min?: number; max?: number }): Element => ({
  type: 'Input.Number',
  ...field(of),
  ...(of.value === undefined ? {} : { value: Number(of.value) }),
  ...(of.min === undefined ? {} : { min: of.min }),
  ...(of.max === undefined ? {} : { max: of.max }),
});

export const dateInput = (of: Field): Element => ({ type: 'Input.Date', ...field(of) });
export const timeInput = (of: Field): Element => ({ type: 'Input.Time', ...field(of) });
export const toggle = (of: Field & { title: string }): Element => ({
  type: 'Input.Toggle',
  ...field(of),
  title: of.title,
  value: of.value ?? 'false',
});

/** Radio buttons, checkboxes (`several`) or a list to pick from (`compact`). `value` of several is comma-separated ids. */
export const choices = (
  of: Field & {
    options: readonly { readonly id: string; readonly label: string }[];
    several?: boolean;
    compact?: boolean;
  },
): Element => ({
  type: 'Input.ChoiceSet',
  ...field(of),
  style: of.compact ? 'compact' : 'expanded',
  wrap: true,
  ...(of.several ? { isMultiSelect: true } : {}),
  choices: of.options.map(({ id, label }) => ({ title: label, value: id })),
});

/** Folded away until the button is pressed: “More settings”. `id` must be unique in the card. */
export const folded = (id: string, title: string, ...items: readonly Element[]): Element[] => [
  { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [id] }] },
  { type: 'Container', id, isVisible: false, items },
];
