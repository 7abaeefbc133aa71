/** The network: a team in which the app is installed, its settings, and its members as the roster gave them. */
import { z } from 'zod';
import { instant, zoneName } from './clock.ts';
import { networkId, type PersonKey, personKey } from './ids.ts';
import { kind } from './kind.ts';

/** Where a post goes: a conversation of Teams. `conversation` is a channel's thread id or a personal chat's id. */
export const address = z.object({
  serviceUrl: z.url(),
  conversation: z.string().min(1),
  /** Tenant of the conversation. */
  tenant: z.string(),
});
export type Address = z.infer<typeof address>;

export const network = z.object({
  id: networkId,
  name: z.string(),
  /** Tenant that owns the team. */
  tenant: z.string(),
  /** Bot Framework's id of the team (the thread id of its General channel). */
  team: z.string(),
  /** Object id of the team's group, for deep links. */
  group: z.string().optional(),
  serviceUrl: z.url(),
  /** The channel that polls go to. */
  channel: z.object({ id: z.string(), name: z.string() }),
  language: z.enum(['fi', 'sv', 'en', 'fi+sv']),
  zone: zoneName,
  /** Name of a holiday calendar in `bot/calendars`. */
  calendar: z.string(),
  coordinators: z.array(personKey),
  /** Who installed the app: may answer “who coordinates?” until someone does. */
  installer: personKey.optional(),
  whoMayCreate: z.enum(['coordinators', 'members']),
  /** setup: not yet answered who coordinates. paused: the app was removed or the channel lost; no posts leave. */
  state: z.enum(['setup', 'active', 'paused']),
  pausedBecause: z.enum(['removed', 'channel']).optional(),
  createdAt: instant,
});
export type Network = z.infer<typeof network>;

export const networks = kind<Network>({ name: 'network', container: 'networks', schema: network });

/** A person of the roster. Guests and people of other tenants are ordinary members. */
export const member = z.object({
  person: personKey,
  /** Teams' own id of the person towards this bot (`29:…`). */
  teamsId: z.string(),
  name: z.string(),
  isGuest: z.boolean(),
  /** The language they chose; else that of their Teams. */
  locale: z.enum(['fi', 'sv', 'en']).optional(),
  /** Set when they left the team; their votes stay. */
  leftAt: instant.optional(),
});
export type Member = z.infer<typeof member>;

/** Id: the object id, which stays when the tenant becomes known later. */
export const members = kind<Member>({ name: 'member', container: 'networks', schema: member });

/** From a conversation to its network. Partition and id: `conversation|…`. */
export const conversationEntry = z.object({ network: networkId });
export const conversationEntries = kind({ name: 'conversation', container: 'directory', schema: conversationEntry });

/** A person's networks, the one they chose in 1:1 chat, and that chat's address. Partition and id: `person|…`. */
export const personEntry = z.object({
  person: personKey,
  networks: z.array(networkId),
  chosen: networkId.optional(),
  chat: address.optional(),
});
export type PersonEntry = z.infer<typeof personEntry>;
export const personEntries = kind<PersonEntry>({ name: 'person', container: 'directory', schema: personEntry });

export function isCoordinator(of: Network, person: PersonKey): boolean {
  return of.coordinators.includes(person);
}

export function mayCreate(of: Network, person: PersonKey): boolean {
  return of.whoMayCreate === 'members' || isCoordinator(of, person);
}
