/** What Teams tells about teams, channels and rosters, in the app's words. Pure. */
import type { TeamEvent } from '../core/feature.ts';
import type { Inbound } from './inbound.ts';

const INSTALLED = new Set(['add', 'add-upgrade']);

/**
 * The event that an activity tells, undefined when it tells none. Teams tells of an installation twice, as `installationUpdate` and
 * as the bot's joining, in any order: features take the second as a repetition.
 */
export function teamEventOf(inbound: Inbound): TeamEvent | undefined {
  const { team, tenant, serviceUrl, at } = inbound;
  if (!team || !tenant) return undefined;
  const where = { team: team.id, tenant, serviceUrl, at };
  if (inbound.type === 'installationUpdate') {
    if (INSTALLED.has(inbound.action)) return installedIn(inbound);
    return inbound.action === 'remove' ? { ...where, type: 'removed' } : undefined; // `remove-upgrade` comes back at once
  }
  if (inbound.type !== 'conversationUpdate') return undefined;
  const { membersAdded, membersRemoved, bot, channel } = inbound;
  if (membersAdded.includes(bot)) return installedIn(inbound);
  if (membersRemoved.includes(bot)) return { ...where, type: 'removed' };
  if (membersAdded.length > 0) return { ...where, type: 'membersAdded', teamsIds: membersAdded };
  if (membersRemoved.length > 0) return { ...where, type: 'membersRemoved', teamsIds: membersRemoved };
  switch (inbound.event) {
    case 'teamRenamed':
      return { ...where, type: 'renamed', name: team.name };
    case 'teamArchived':
      return { ...where, type: 'archived' };
    case 'teamUnarchived':
      return { ...where, type: 'unarchived' };
    case 'teamDeleted':
    case 'teamHardDeleted':
      return { ...where, type: 'removed' };
    case 'teamRestored':
      return installedIn(inbound);
    case 'channelDeleted':
    case 'channelRestored':
      return channel && { ...where, type: inbound.event, channel: channel.id };
    case 'channelRenamed':
      return channel && { ...where, type: 'channelRenamed', channel: channel.id, name: channel.name };
    default:
      return undefined;
  }
}

/** The app stands in the team of this activity, whatever told so. The General channel has the team's own id. */
export function installedIn({ team, channel, tenant, serviceUrl, at }: Inbound): TeamEvent | undefined {
  if (!team || !tenant) return undefined;
  return {
    type: 'installed',
    team: team.id,
    tenant,
    serviceUrl,
    at,
    name: team.name,
    ...(team.group === undefined ? {} : { group: team.group }),
    channel: channel?.id ?? team.id,
  };
}

/** The person added the app for themselves: their 1:1 chat is open. */
export function isPersonalInstall(inbound: Inbound): boolean {
  if (inbound.scene.kind !== 'chat') return false;
  if (inbound.type === 'installationUpdate') return INSTALLED.has(inbound.action);
  return inbound.type === 'conversationUpdate' && inbound.membersAdded.includes(inbound.bot);
}
