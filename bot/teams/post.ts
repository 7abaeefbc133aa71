/** Sends what the app says into Teams: the port Channel over the connector. */
import type { Activity } from 'botbuilder';
import type { Address, Member, Network } from '../core/network.ts';
import { type Channel, ChannelFailure, type PostBody } from '../core/ports.ts';
import type { TeamsAdapter } from './adapter.ts';
import { request } from './failure.ts';

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

export function createChannel(adapter: TeamsAdapter): Channel {
  const bot = { id: `28:${adapter.config.botId}`, name: '' };
  return {
    create: (to, body) =>
      request(adapter, async () => {
        const { conversations } = await adapter.connector(to.serviceUrl);
        const { id } = await conversations.sendToConversation(conversationOf(to), activityOf(body));
        // Teams took it but named no id (it does so when it splits a message): it can't be updated, only looked for
        if (!id) throw new ChannelFailure('unknown', 'no-id');
        return id;
      }),
    update: (to, messageId, body) =>
      request(adapter, async () => {
        const { conversations } = await adapter.connector(to.serviceUrl);
        await conversations.updateActivity(to.conversation, messageId, { ...activityOf(body), id: messageId });
      }),
    remove: (to, messageId) =>
      request(adapter, async () => {
        const { conversations } = await adapter.connector(to.serviceUrl);
        await conversations.deleteActivity(to.conversation, messageId);
      }),
    openChat: (of: Network, member: Member) =>
      request(adapter, async () => {
        if (!member.teamsId) throw new ChannelFailure('refused', 'not-in-teams');
        const { conversations } = await adapter.connector(of.serviceUrl);
        const { id } = await conversations.createConversation({
          isGroup: false,
          bot,
          members: [{ id: member.teamsId, name: '' }],
          tenantId: of.tenant,
          channelData: { tenant: { id: of.tenant } },
        } as unknown as Parameters<typeof conversations.createConversation>[0]); // the type asks for an activity and a topic, which Teams refuses here
        if (!id) throw new ChannelFailure('unknown', 'no-id');
        return { serviceUrl: of.serviceUrl, conversation: id, tenant: of.tenant };
      }),
  };
}

/** A reply in a channel goes to the conversation of its thread. */
function conversationOf({ conversation, thread }: Address & { thread?: string }): string {
  return thread === undefined ? conversation : `${conversation};messageid=${thread}`;
}

/** A card travels alone: text beside it makes Teams split the message and name no id. `summary` is what notifications show. */
function activityOf(body: PostBody): Partial<Activity> {
  if ('text' in body) return { type: 'message', text: body.text, textFormat: 'plain' };
  return {
    type: 'message',
    summary: body.summary,
    attachments: [{ contentType: ADAPTIVE_CARD, content: body.card }],
  };
}
