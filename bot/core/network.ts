/** The network: a team in which the app is installed, its settings, and its members. */
import { z } from 'zod';
import { instant, zoneName } from './clock.ts';
import { ID_PATTERN, networkId, objectIdOf, type PersonKey, personKey } from './ids.ts';
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
  /** Name of the country whose holidays (`bot/calendars`) and municipalities (`bot/places`) apply. */
  calendar: z.string(),
  coordinators: z.array(personKey),
  /** Who installed the app: may answer “who coordinates?” until someone does. */
  installer: personKey.optional(),
  whoMayCreate: z.enum(['coordinators', 'members']),
  /** Parts of the app that were switched on or off, by their names in `core/modules.ts`; the others are as they are at first. */
  modules: z.record(z.string(), z.boolean()).optional(),
  /** Working days without an answer after which coordinators are told of a question; absent: as it is at first. */
  questionDays: z.int().positive().optional(),
  /** setup: not yet answered who coordinates. paused: the app was removed or the channel lost; no posts leave. */
  state: z.enum(['setup', 'active', 'paused']),
  pausedBecause: z.enum(['removed', 'channel']).optional(),
  createdAt: instant,
});
export type Network = z.infer<typeof network>;

export const networks = kind<Network>({ name: 'network', container: 'networks', schema: network });

/** Official code with the country's data file before it (`fi-598`), or `o-` and an id of our own. */
export const organisationId = z
  .string()
  .regex(/^[a-z]+-[A-Za-z0-9-]{1,60}$/)
  .brand<'OrganisationId'>();
export type OrganisationId = z.infer<typeof organisationId>;

/** Id of a member's document: what `objectIdOf` gives of their key. Of someone without Teams an id of our own. */
export const memberId = z.string().regex(ID_PATTERN).brand<'MemberId'>();
export type MemberId = z.infer<typeof memberId>;

/** What a member may get by mail. Who has no Teams gets what is not refused, everyone else what they asked for. */
export const mailTopic = z.enum(['polls', 'events', 'feedback', 'questions', 'ideas', 'bulletins', 'digest']);
export type MailTopic = z.infer<typeof mailTopic>;

/** Where an address came from, told in every letter's footer. */
export const addressSource = z.object({
  /** registration: they or a colleague registered them for an event. */
  from: z.enum(['teams', 'import', 'coordinator', 'self', 'recommendation', 'registration']),
  at: instant,
  /** Of an import: what the list was called. */
  list: z.string().max(120).optional(),
});

/** What may be written of a person, in characters, and how many topics. */
export const LONGEST_ADDRESS = 254;
export const LONGEST_NAME = 120;
export const LONGEST_TITLE = 120;
export const LONGEST_PHONE = 40;
export const LONGEST_TOPIC = 80;
export const MOST_TOPICS = 20;

/** A person of the network: of the team's roster, a guest or an external of another tenant, or someone without Teams whom mail reaches. */
export const member = z.object({
  person: personKey,
  /** Teams' own id of the person towards this bot (`29:…`). Absent: not in the team. */
  teamsId: z.string().optional(),
  name: z.string(),
  isGuest: z.boolean(),
  /** The language they chose; else that of their Teams. */
  locale: z.enum(['fi', 'sv', 'en']).optional(),
  /** Set when they left the network; their votes stay. */
  leftAt: instant.optional(),
  joinedAt: instant.optional(),
  /** The same human being as this member: another identity of theirs. Votes and rights of both count once. */
  sameAs: memberId.optional(),
  /** Recommended by this member; they have not accepted the invitation yet and are no member till then. */
  isInvited: z.literal(true).optional(),
  recommendedBy: memberId.optional(),
  /** From outside the network: takes part in single events, by mail and link alone; never a member and never counted as one. */
  isOutsider: z.literal(true).optional(),
  /** Lower case. Never an identity: two people may share one. */
  email: z.email().max(LONGEST_ADDRESS).optional(),
  emailSource: addressSource.optional(),
  /** The mail server refused the address for good. */
  emailFailedAt: instant.optional(),
  /** What they chose to get or not to get; what is not there is not chosen. */
  mail: z.partialRecord(mailTopic, z.boolean()).optional(),
  /** Whom they represent. */
  organisation: organisationId.optional(),
  /** Whom they say they represent, where the network wants a coordinator to confirm it. */
  claims: organisationId.optional(),
  /** They said that they represent nobody, and are not asked again. */
  representsNobody: z.literal(true).optional(),
  title: z.string().max(LONGEST_TITLE).optional(),
  phone: z.string().max(LONGEST_PHONE).optional(),
  /** A contact person of their organisation. */
  isContact: z.literal(true).optional(),
  /** What they can help others with, in their own words. */
  topics: z.array(z.string().max(LONGEST_TOPIC)).max(MOST_TOPICS).optional(),
  /** They agree that members see their address, phone and topics. */
  isListed: z.literal(true).optional(),
  /** Rises when their personal link is revoked: earlier links open nothing. */
  linkRound: z.number().int().positive().optional(),
  /** Is being erased: nothing brings them back until this document is gone. */
  isErased: z.literal(true).optional(),
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

/** Of someone without Teams: keyed like everyone, by a “tenant” that no Entra directory has. */
export const mailPerson = (id: string): PersonKey => personKey.parse(`mail|${id.toLowerCase()}`);

export const memberIdOf = (person: PersonKey): MemberId => memberId.parse(objectIdOf(person));

/** Whether a person is one of these identities; by object id, since a tenant may become known later. */
export const isOneOf = (ids: readonly MemberId[], person: PersonKey): boolean =>
  ids.some((id) => id === objectIdOf(person));

/** Is in the network now: not left, not only invited, and not from outside. */
export const isCurrent = (of: Member): boolean =>
  of.leftAt === undefined && of.isInvited === undefined && of.isOutsider === undefined;

/** An outsider becomes a member, and stays who they were: what they registered for is theirs. Anyone else is as before. */
export function takenFromOutside({ isOutsider, ...of }: Member): Member {
  if (!isOutsider) return of;
  const { isInvited: _, ...member } = of;
  return member;
}

/** What letters there are for someone: outsiders get those on their events alone. */
export const topicsFor = ({ isOutsider }: Pick<Member, 'isOutsider'>): readonly MailTopic[] =>
  isOutsider ? ['events'] : mailTopic.options;

/** A mail choice as things stand: what they chose, else yes without Teams and no with it. The address may be missing. */
export const mailChoice = (of: Member, topic: MailTopic): boolean => of.mail?.[topic] ?? of.teamsId === undefined;

/** Reached by mail and wants this by mail. */
export const wantsMail = (of: Member, topic: MailTopic): boolean =>
  of.email !== undefined && of.emailFailedAt === undefined && mailChoice(of, topic);

export function isCoordinator(of: Network, person: PersonKey): boolean {
  return of.coordinators.includes(person);
}

export function mayCreate(of: Network, person: PersonKey): boolean {
  return of.whoMayCreate === 'members' || isCoordinator(of, person);
}
