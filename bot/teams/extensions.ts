/** The message extension as Teams speaks it: what its invokes carry, parsed as untrusted, and the shapes of its answers. */
import { z } from 'zod';
import { toInstant } from '../core/clock.ts';
import type { ExtensionItem, ExtensionMessage } from '../core/feature.ts';
import type { Outcome } from '../core/turn.ts';
import { isHttps, textOfHtml } from './message-text.ts';
import { ADAPTIVE_CARD } from './post.ts';

/** What Teams asks: items for words, the dialog on a message, and what was sent from the dialog. */
export type ExtensionInvoke = 'query' | 'open' | 'submit';

const INVOKES: Readonly<Record<string, ExtensionInvoke>> = {
  'composeExtension/query': 'query',
  'composeExtension/fetchTask': 'open',
  'composeExtension/submitAction': 'submit',
};

/** Undefined: another invoke. */
export const extensionInvoke = (name: string): ExtensionInvoke | undefined =>
  Object.hasOwn(INVOKES, name) ? INVOKES[name] : undefined;

// ── What is asked ──────────────────────────────────────────────────────────────────────────────

const LONGEST_WORDS = 200;
/** So many items go into one answer at most, whatever is asked for. */
const MOST_ITEMS = 25;
const MOST_LINKS = 20;
const LONGEST_NAME = 200;
const LONGEST_URL = 2000;

const command = z.object({ commandId: z.string().min(1).max(64) });
const query = command.extend({
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).nullish(),
  queryOptions: z.object({ skip: z.number().nullish(), count: z.number().nullish() }).nullish(),
});

export interface Asked {
  readonly id: string;
  /** Empty when it is only opened. */
  readonly words: string;
  readonly page: { readonly from: number; readonly size: number };
}

/** Undefined when it is not of Teams' shape. */
export function queryOf(value: unknown): Asked | undefined {
  const parsed = query.safeParse(value);
  if (!parsed.success) return undefined;
  const { commandId, parameters, queryOptions } = parsed.data;
  const all = parameters ?? [];
  const isOpened = all.some(({ name, value: of }) => name === 'initialRun' && String(of) === 'true');
  const [typed] = all.filter(({ name }) => name !== 'initialRun');
  const words = typeof typed?.value === 'string' ? typed.value : '';
  const { skip, count } = queryOptions ?? {};
  return {
    id: commandId,
    words: isOpened ? '' : words.trim().slice(0, LONGEST_WORDS),
    page: { from: whole(skip, 0, 10_000), size: whole(count, MOST_ITEMS, MOST_ITEMS) || MOST_ITEMS },
  };
}

const whole = (of: number | null | undefined, usual: number, most: number): number =>
  of === undefined || of === null || !Number.isFinite(of) ? usual : Math.min(most, Math.max(0, Math.trunc(of)));

const maybe = z.string().nullish().catch(undefined);
const message = z.object({
  linkToMessage: maybe,
  createdDateTime: maybe,
  subject: maybe,
  from: z
    .object({ user: z.object({ displayName: maybe }).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  body: z.object({ contentType: maybe, content: maybe }).nullish().catch(undefined),
  attachments: z
    .array(z.object({ contentType: maybe, contentUrl: maybe, name: maybe }))
    .nullish()
    .catch(undefined),
});
const opened = command.extend({ messagePayload: message.nullish().catch(undefined) });

/** The command and the message that it was used on; undefined when it is not of Teams' shape. */
export function openedOn(value: unknown): { readonly id: string; readonly message: ExtensionMessage } | undefined {
  const parsed = opened.safeParse(value);
  if (!parsed.success) return undefined;
  const { commandId, messagePayload } = parsed.data;
  return { id: commandId, message: messageOf(messagePayload ?? {}) };
}

function messageOf({ body, attachments, from, subject, ...of }: z.infer<typeof message>): ExtensionMessage {
  const isHtml = body?.contentType !== 'text';
  const content = body?.content ?? '';
  const { text, links } = isHtml ? textOfHtml(content) : { text: content.trim(), links: [] };
  const files = (attachments ?? []).flatMap(({ contentUrl, name }) =>
    contentUrl ? [{ url: contentUrl, ...(name ? { name } : {}) }] : [],
  );
  const found = [...files, ...links].filter(
    ({ url }, index, all) =>
      isHttps(url) && url.length <= LONGEST_URL && all.findIndex((one) => one.url === url) === index,
  );
  const page = of.linkToMessage ?? '';
  const author = from?.user?.displayName?.trim().slice(0, LONGEST_NAME);
  const at = Date.parse(of.createdDateTime ?? '');
  return {
    text: [subject?.trim(), text].filter(Boolean).join('\n\n'),
    ...(author ? { author } : {}),
    links: found
      .slice(0, MOST_LINKS)
      .map(({ url, name }) => ({ url, ...(name ? { name: name.slice(0, LONGEST_NAME) } : {}) })),
    ...(isHttps(page) && page.length <= LONGEST_URL ? { page } : {}),
    ...(Number.isNaN(at) ? {} : { at: toInstant(at) }),
  };
}

const submitted = command.extend({ data: z.unknown().optional() });

/** The command and the data of the dialog's button with its inputs; undefined when it is not of Teams' shape. */
export function submittedBy(value: unknown): { readonly id: string; readonly data: unknown } | undefined {
  const parsed = submitted.safeParse(value);
  return parsed.success ? { id: parsed.data.commandId, data: parsed.data.data } : undefined;
}

// ── What is answered ───────────────────────────────────────────────────────────────────────────

/** learn.microsoft.com, “Respond to search command”: what `preview` shows in the list is plain text, `content` goes into the message. */
export const resultsOf = (items: readonly ExtensionItem[], none: string): object =>
  items.length === 0
    ? { composeExtension: { type: 'message', text: none } }
    : {
        composeExtension: {
          type: 'result',
          attachmentLayout: 'list',
          attachments: items.map(({ title, subtitle, card }) => ({
            contentType: ADAPTIVE_CARD,
            content: card,
            preview: {
              contentType: 'application/vnd.microsoft.card.thumbnail',
              content: { title: escaped(title), text: escaped(subtitle) },
            },
          })),
        },
      };

/** Thumbnail cards take simple HTML: what people wrote must not become any. */
const escaped = (text: string): string =>
  text.replace(/[<>&]/g, (mark) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[mark] ?? '');

/** learn.microsoft.com, “Create and send the dialog”. */
export const dialogOf = ({ title, card }: { readonly title: string; readonly card: object }): object => ({
  task: {
    type: 'continue',
    value: { title, width: 'medium', height: 'medium', card: { contentType: ADAPTIVE_CARD, content: card } },
  },
});

/** Closes the dialog. */
export const CLOSED: object = {};

/** What is told instead of what was asked for: a refusal, a failure, that it takes too long. */
export function toldBy(invoke: ExtensionInvoke, told: Outcome, name: string): object {
  if (told.type === 'nothing') return CLOSED;
  if (invoke === 'query')
    return { composeExtension: { type: 'message', text: told.type === 'message' ? told.text : name } };
  return told.type === 'card'
    ? dialogOf({ title: name, card: told.card })
    : { task: { type: 'message', value: told.text } };
}
