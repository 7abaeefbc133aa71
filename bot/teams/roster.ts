/** Reads a team's members from Teams: the port Roster over the connector. */
import type { ChannelAccount } from 'botbuilder';
import { objectIdOf, type PersonKey, personOf } from '../core/ids.ts';
import { type Member, member, type Network } from '../core/network.ts';
import type { Roster } from '../core/ports.ts';
import type { TeamsAdapter } from './adapter.ts';
import { request, statusOf } from './failure.ts';

/** The most that Teams gives in a page: learn.microsoft.com, “Get Teams specific context”, fetch the roster. */
const PAGE = 500;
/** Teams knows the team but not this person; or the id is of no shape or tenant that it knows. */
const NOT_A_MEMBER = new Set([404, 400]);
/** The team or the app in it is gone: that is no answer about the person. */
const TEAM_IS_GONE = new Set(['ConversationNotFound', 'BotNotInConversationRoster', 'TeamNotFound']);

/**
 * Of what a roster says of a person's role, `user` and `guest` are documented and seen. Owners were announced as `owner`
 * (github.com/microsoft/botbuilder-dotnet/issues/3405), but come as `user` in many teams
 * (github.com/MicrosoftDocs/msteams-docs/issues/1990): hence who installs the app may claim a network, too.
 */
const OWNER = 'owner';

/** All that reading a roster needs of a network, known before it is one. */
export type TeamAddress = Pick<Network, 'serviceUrl' | 'team' | 'tenant'>;

export interface TeamRoster extends Roster {
  all(of: TeamAddress): Promise<readonly Member[]>;
  one(of: TeamAddress, id: string): Promise<Member | undefined>;
  owns(of: TeamAddress, person: PersonKey): Promise<boolean>;
  channels(of: TeamAddress): ReturnType<Roster['channels']>;
}

/** As Teams sends it. The emulator and older services name the object id differently. */
interface Entry extends ChannelAccount {
  readonly objectId?: string;
  readonly tenantId?: string;
  readonly userRole?: string;
  readonly email?: string;
  readonly givenName?: string;
  readonly surname?: string;
}

export function createRoster(adapter: TeamsAdapter): TeamRoster {
  async function entries(of: TeamAddress): Promise<readonly Entry[]> {
    const found: Entry[] = [];
    let after = '';
    do {
      const page = await request(adapter, async () => {
        const { conversations } = await adapter.connector(of.serviceUrl);
        const options = { pageSize: PAGE, ...(after === '' ? {} : { continuationToken: after }) };
        return conversations.getConversationPagedMembers(of.team, options as Required<typeof options>);
      });
      found.push(...(page.members ?? []));
      after = page.continuationToken ?? '';
    } while (after !== '');
    return found;
  }

  async function entryOf(of: TeamAddress, id: string): Promise<Entry | undefined> {
    const entry = await request(adapter, async () => {
      const { conversations } = await adapter.connector(of.serviceUrl);
      try {
        return await conversations.getConversationMember(of.team, id);
      } catch (error) {
        const { code } = error as { code?: unknown };
        if (NOT_A_MEMBER.has(statusOf(error)) && !TEAM_IS_GONE.has(String(code))) return undefined;
        throw error;
      }
    });
    // the emulator finds people by their Teams id only
    if (entry || adapter.config.auth !== 'none') return entry;
    return (await entries(of)).find((one) => (one.aadObjectId || one.objectId)?.toLowerCase() === id.toLowerCase());
  }

  return {
    async all(of) {
      return (await entries(of)).flatMap((entry) => memberOf(entry, of) ?? []);
    },
    async one(of, id) {
      const entry = await entryOf(of, id);
      return entry && memberOf(entry, of);
    },
    async owns(of, person) {
      const entry = await entryOf(of, objectIdOf(person));
      if (!entry || memberOf(entry, of)?.person !== person) return false;
      return entry.userRole?.toLowerCase() === OWNER;
    },
    async channels(of) {
      const { conversations = [] } = await request(adapter, async () => {
        const { teams } = await adapter.connector(of.serviceUrl);
        return teams.fetchChannelList(of.team);
      });
      return conversations.flatMap(({ id, name }) => (id ? [{ id, name: name ?? '' }] : []));
    },
  };
}

/**
 * A person of the roster; undefined for the bots in it. The tenant is the entry's own: an external of a shared channel has
 * another than the team. A guest is known by role or tenant, never by the user name.
 */
function memberOf(entry: Entry, of: TeamAddress): Member | undefined {
  const objectId = entry.aadObjectId || entry.objectId;
  if (!objectId) return undefined;
  const tenant = entry.tenantId || of.tenant;
  return {
    person: personOf(tenant, objectId),
    teamsId: entry.id,
    name: entry.name || [entry.givenName, entry.surname].filter(Boolean).join(' '),
    ...emailOf(entry),
    isGuest: entry.userRole?.toLowerCase() === 'guest' || tenant.toLowerCase() !== of.tenant.toLowerCase(),
  };
}

/** For mail and to suggest whom they represent; never an identity. */
function emailOf({ email = '' }: Entry): Pick<Member, 'email'> {
  const fitting = member.shape.email.safeParse(email.trim().toLowerCase());
  return fitting.success && fitting.data !== undefined ? { email: fitting.data } : {};
}
