/** Reads a verified activity into what the app needs of it; everything in it is parsed as untrusted. */
import { z } from 'zod';
import { type Instant, toInstant } from '../core/clock.ts';
import type { Sender } from '../core/gate.ts';
import type { Envelope } from './guard.ts';

const named = z.object({ id: z.string().min(1), name: z.string().nullish(), aadObjectId: z.string().nullish() });
const thing = z.object({ id: z.string().min(1), name: z.string().nullish() });

const shape = z.object({
  type: z.string(),
  id: z.string().nullish(),
  timestamp: z.string().nullish(),
  serviceUrl: z.string(),
  name: z.string().nullish(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  locale: z.string().nullish(),
  action: z.string().nullish(),
  from: named.nullish(),
  recipient: thing.nullish(),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z
    .object({
      team: z.object({ id: z.string().min(1), name: z.string().nullish(), aadGroupId: z.string().nullish() }).nullish(),
      teamsTeamId: z.string().nullish(),
      channel: thing.nullish(),
      tenant: z.object({ id: z.string().nullish() }).nullish(),
      settings: z.object({ selectedChannel: thing.nullish() }).nullish(),
      eventType: z.string().nullish(),
    })
    .nullish(),
  entities: z.array(z.unknown()).nullish(),
  value: z.unknown().optional(),
  membersAdded: z.array(named).nullish(),
  membersRemoved: z.array(named).nullish(),
});

/** Where it happened. `conversation` is without the thread. `group`: a group chat, where the app has nothing to do. */
export type Scene =
  | { readonly kind: 'channel'; readonly team: string; readonly conversation: string; readonly thread?: string }
  | { readonly kind: 'chat' | 'group'; readonly conversation: string };

export interface Inbound {
  readonly type: string;
  /** Id of the activity, the same when Teams delivers it again at once; empty when it has none. */
  readonly id: string;
  readonly at: Instant;
  readonly serviceUrl: string;
  readonly tenant: string;
  readonly scene: Scene;
  /** Absent for what no person did. */
  readonly sender?: Sender;
  readonly locale?: string;
  /** The bot's own id in this conversation. */
  readonly bot: string;
  readonly name: string;
  readonly action: string;
  /** What was typed, without the mention of the bot. */
  readonly text: string;
  readonly value: unknown;
  readonly event: string;
  readonly team?: { readonly id: string; readonly name: string; readonly group?: string };
  readonly channel?: { readonly id: string; readonly name: string };
  readonly membersAdded: readonly string[];
  readonly membersRemoved: readonly string[];
}

/** `now` stands in for a missing or unreadable timestamp. Undefined when the activity is not of Teams' shape. */
export function readInbound(activity: Envelope, now: Instant): Inbound | undefined {
  const parsed = shape.safeParse(activity);
  if (!parsed.success) return undefined;
  const { from, recipient, conversation, channelData, entities, membersAdded, membersRemoved, ...of } = parsed.data;
  const tenant = channelData?.tenant?.id || conversation.tenantId || '';
  const team = channelData?.team?.id || channelData?.teamsTeamId || undefined;
  const selected = channelData?.settings?.selectedChannel ?? channelData?.channel;
  const locale = of.locale || localeOfClient(entities ?? []);
  const bot = recipient?.id ?? '';
  return {
    type: of.type,
    id: of.id ?? '',
    at: instantOf(of.timestamp, now),
    serviceUrl: of.serviceUrl,
    tenant,
    scene: sceneOf(conversation.id, conversation.conversationType ?? '', team),
    ...(from?.aadObjectId && tenant
      ? {
          sender: {
            teamsId: from.id,
            objectId: from.aadObjectId,
            tenant,
            name: from.name ?? '',
            ...(locale ? { locale } : {}),
          },
        }
      : {}),
    ...(locale ? { locale } : {}),
    bot,
    name: of.name ?? '',
    action: of.action ?? '',
    text: typedText(of.text ?? '', of.textFormat ?? '', entities ?? [], bot),
    value: of.value,
    event: channelData?.eventType ?? '',
    ...(team
      ? {
          team: {
            id: team,
            name: channelData?.team?.name ?? '',
            ...(channelData?.team?.aadGroupId ? { group: channelData.team.aadGroupId } : {}),
          },
        }
      : {}),
    ...(selected ? { channel: { id: selected.id, name: selected.name ?? '' } } : {}),
    membersAdded: (membersAdded ?? []).map(({ id }) => id),
    membersRemoved: (membersRemoved ?? []).map(({ id }) => id),
  };
}

function sceneOf(id: string, type: string, team: string | undefined): Scene {
  const [conversation = id, thread] = id.split(';messageid=');
  if (team !== undefined) return { kind: 'channel', team, conversation, ...(thread ? { thread } : {}) };
  return { kind: type === 'groupChat' || type === 'channel' ? 'group' : 'chat', conversation };
}

function instantOf(timestamp: string | null | undefined, now: Instant): Instant {
  if (!timestamp || Number.isNaN(Date.parse(timestamp))) return now;
  return toInstant(timestamp);
}

const clientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string().min(1) });

function localeOfClient(entities: readonly unknown[]): string | undefined {
  for (const entity of entities) {
    const client = clientInfo.safeParse(entity);
    if (client.success) return client.data.locale;
  }
  return undefined;
}

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

/**
 * What the person typed: without the mention of the bot (Teams repeats its text in the entity), with plain spaces and line
 * breaks. Tags are markup only where Teams says so (`xml`); in plain text they are the person's own characters.
 */
function typedText(text: string, format: string, entities: readonly unknown[], bot: string): string {
  let typed = text;
  for (const entity of entities) {
    const found = mention.safeParse(entity);
    if (found.success && found.data.mentioned.id === bot) typed = typed.replaceAll(found.data.text, ' ');
  }
  // mentions of others stay as the names they show
  typed = typed.replace(/<at(?: [^<>]*)?>([^<>]*)<\/at>/gi, '$1').replace(/&nbsp;|\u00a0/gi, ' ');
  if (format === 'xml') {
    typed = typed
      .replace(/<(?:br|\/p|\/div|\/li)\s*\/?>/gi, '\n')
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      .replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
  }
  return typed
    .replace(/[\u200b\u200c\u200e\u200f\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
