/** What every card must fulfil, whatever feature draws it. */
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { LARGEST_CARD, MOST_ACTIONS, sizeOf } from '../../bot/cards/kit.ts';
import type { Action } from '../../bot/core/action.ts';
import type { Card } from '../../bot/core/card.ts';

const require = createRequire(import.meta.url);
const renderer = require('adaptivecards/dist/adaptivecards.js') as typeof AdaptiveCards;

export type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object in the card, in order, with the path to it. */
export function nodesOf(of: unknown, path = 'card'): { readonly path: string; readonly node: Node }[] {
  if (Array.isArray(of)) return of.flatMap((one, index) => nodesOf(one, `${path}[${index}]`));
  if (!isNode(of)) return [];
  const inner = Object.entries(of).flatMap(([key, value]) => (key === 'data' ? [] : nodesOf(value, `${path}.${key}`)));
  return [{ path, node: of }, ...inner];
}

/** Properties whose text people read. */
const READ = ['text', 'title', 'label', 'errorMessage', 'placeholder', 'tooltip', 'altText'];

/** Every text that people read on the card; `value` of inputs is what they typed and is not among them. */
export function textsOf(card: Card): string[] {
  return nodesOf(card).flatMap(({ node }) => READ.map((key) => node[key]).filter((one) => typeof one === 'string'));
}

/** Properties that Adaptive Cards 1.5 and Teams know, by type. An unknown one is a slip of the pen that renderers pass over in silence. */
const LOOK = ['type', 'id', 'spacing', 'separator', 'isVisible', 'height', 'horizontalAlignment', 'fallback'];
const INPUT = [...LOOK, 'label', 'errorMessage', 'isRequired', 'value'];
const BUTTON = ['type', 'id', 'title', 'style', 'tooltip', 'isEnabled', 'mode', 'fallback'];
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['type', 'version', '$schema', 'msteams', 'body'],
  TextBlock: [...LOOK, 'text', 'wrap', 'size', 'weight', 'color', 'isSubtle', 'style', 'maxLines', 'fontType'],
  RichTextBlock: [...LOOK, 'inlines'],
  TextRun: ['type', 'text', 'size', 'weight', 'color', 'isSubtle', 'underline'],
  Container: [...LOOK, 'items', 'style', 'selectAction'],
  Image: [...LOOK, 'url', 'altText', 'size'],
  ColumnSet: [...LOOK, 'columns'],
  Column: [...LOOK, 'items', 'width', 'verticalContentAlignment'],
  ActionSet: [...LOOK, 'actions'],
  'Action.Execute': [...BUTTON, 'verb', 'data', 'associatedInputs'],
  'Action.Submit': [...BUTTON, 'data', 'associatedInputs'],
  'Action.OpenUrl': [...BUTTON, 'url'],
  'Action.ToggleVisibility': [...BUTTON, 'targetElements'],
  'Input.Text': [...INPUT, 'isMultiline', 'maxLength', 'placeholder'],
  'Input.Number': [...INPUT, 'min', 'max', 'placeholder'],
  'Input.Rating': [...INPUT, 'max', 'allowHalfSteps'],
  'Input.Date': INPUT,
  'Input.Time': INPUT,
  'Input.Toggle': [...INPUT, 'title', 'wrap'],
  'Input.ChoiceSet': [...INPUT, 'style', 'wrap', 'isMultiSelect', 'choices', 'placeholder'],
};

/** The actions that modules of cards export. */
export const actionsOf = (...modules: readonly object[]): Action<unknown>[] =>
  modules.flatMap((one) => Object.values<unknown>({ ...one })).filter(isAction);

const isAction = (value: unknown): value is Action<unknown> =>
  typeof value === 'object' && value !== null && 'verb' in value && 'schema' in value;

/** Everything that is wrong with a card, as sentences; empty when it is right. */
export function faultsOf(card: Card, actions: readonly Action<unknown>[]): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const { path, node } of nodesOf(card)) {
    const type = typeof node.type === 'string' ? node.type : undefined;
    if (type === undefined) continue;
    const known = KNOWN[type];
    if (!known) faults.push(`${path}: unknown type ${type}`);
    for (const key of Object.keys(node))
      if (known && !known.includes(key)) faults.push(`${path}: unknown ${type}.${key}`);
    for (const [key, value] of Object.entries(node))
      if (value === undefined) faults.push(`${path}.${key} is undefined`);
    // Of an element and its fallback one alone is drawn.
    if (typeof node.id === 'string' && !path.includes('.fallback')) {
      if (ids.has(node.id)) faults.push(`${path}: id ${node.id} is there twice`);
      ids.add(node.id);
    }
    if (type.startsWith('Input.')) {
      for (const key of ['id', 'label', 'errorMessage']) if (!node[key]) faults.push(`${path}: input without ${key}`);
    }
    if (type === 'Input.Rating' && !isSameInput(node, node.fallback))
      faults.push(`${path}: no fallback that sends the same`);
    if (type === 'ActionSet' && (node.actions as unknown[]).length > MOST_ACTIONS)
      faults.push(`${path}: too many actions`);
    if (type === 'Action.Execute') faults.push(...faultsOfButton(path, node, actions));
    if (type === 'Action.ToggleVisibility') {
      const targets = node.targetElements as string[];
      if (!targets.every((id) => nodesOf(card).some((one) => one.node.id === id)))
        faults.push(`${path}: shows nothing`);
    }
    if (type === 'Image' && !node.altText) faults.push(`${path}: image without altText`);
  }
  if ('refresh' in card) faults.push('card.refresh: clients would redraw by themselves');
  if (sizeOf(card) > LARGEST_CARD) faults.push(`card: ${sizeOf(card)} bytes`);
  return [...faults, ...rendererFaults(card)];
}

/** Clients that know no stars draw the fallback, which must answer the same question. */
const isSameInput = (of: Node, fallback: unknown): boolean =>
  isNode(fallback) &&
  String(fallback.type).startsWith('Input.') &&
  ['id', 'label', 'isRequired'].every((key) => fallback[key] === of[key]);

/** The button's data and the card's inputs fit the schema of a known action, and the fallback says the same. */
function faultsOfButton(path: string, node: Node, actions: readonly Action<unknown>[]): string[] {
  const of = actions.find((one) => one.verb === node.verb);
  if (!of) return [`${path}: no action has the verb ${String(node.verb)}`];
  const faults: string[] = [];
  const parsed = of.schema.safeParse(node.data);
  if (!parsed.success) faults.push(`${path}: data of ${of.verb}: ${parsed.error.message}`);
  const fallback = isNode(node.fallback) ? node.fallback : {};
  if (fallback.type !== 'Action.Submit') faults.push(`${path}: no Action.Submit as fallback`);
  if (JSON.stringify(fallback.data) !== JSON.stringify(node.data))
    faults.push(`${path}: the fallback sends something else`);
  if (!isNode(node.data) || node.data.verb !== of.verb) faults.push(`${path}: data without the verb`);
  return faults;
}

/** What the renderer of Microsoft says while it parses and validates the card as version 1.5. */
function rendererFaults(json: Card): string[] {
  const context = new renderer.SerializationContext(renderer.Versions.v1_5);
  const parsed = new renderer.AdaptiveCard();
  parsed.version = renderer.Versions.v1_5;
  parsed.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...events, ...parsed.validateProperties().validationEvents]
    .map((one) => one.message)
    .filter((message) => !/Input\.Rating/.test(message)) // newer than 1.5: its fallback is drawn instead
    .map((message) => `renderer: ${message}`);
}
