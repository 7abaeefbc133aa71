/** The gate: who may enter which network, decided from the store and the roster at this moment. It alone authorises scopes. */
import { between, type Clock, type Instant, MINUTE, SECOND } from './clock.ts';
import { type NetworkId, objectIdOf, type PersonKey, personOf } from './ids.ts';
import {
  conversationEntries,
  type Member,
  members,
  type Network,
  networks,
  type PersonEntry,
  personEntries,
} from './network.ts';
import { ChannelFailure, type Roster, type Services, type Store } from './ports.ts';
import { directoryScope, networkScope } from './scope.ts';
import { type Locale, localeOf, translator } from './text.ts';
import type { Visit, Work } from './turn.ts';

/** Who sent a verified activity. */
export interface Sender {
  readonly teamsId: string;
  readonly objectId: string;
  /** Tenant named by the activity; an external's own differs and is read from the roster. */
  readonly tenant: string;
  readonly name: string;
  readonly locale?: string;
}

export interface Gate {
  /** A click or message in a team's channel proves membership. Undefined when the app has no network there. */
  inChannel(team: string, sender: Sender): Promise<Visit | undefined>;
  /** 1:1 chat: the person's only network or the one they chose, membership checked now. */
  inChat(
    sender: Sender,
  ): Promise<{ readonly visit: Visit } | { readonly none: true } | { readonly choose: readonly Network[] }>;
  /** Tab and API: undefined when the person is not a member now. */
  inApi(network: string, person: PersonKey, locale: Locale | undefined): Promise<Visit | undefined>;
  /** Networks in which the person is a member now. */
  networksOf(person: PersonKey): Promise<readonly Network[]>;
  /** For jobs and posts. Undefined when the network is gone. */
  work(network: NetworkId): Promise<Work | undefined>;
  /** The network of a team or channel conversation. */
  networkOf(conversation: string): Promise<NetworkId | undefined>;
}

/** Settings may be this old when a vote is taken; what coordinators do reads them anew (`asCoordinator`). */
const SETTINGS_AGE = 2 * SECOND;
/** The roster's word on one person counts this long for tab and 1:1 chat; a removal that Teams reported counts at once. */
const MEMBERSHIP_AGE = MINUTE;
/** A whole roster is read again at most this often for people who are not in it. */
const ROSTER_AGE = 10 * SECOND;

export function createGate(services: Services): Gate {
  const { store, roster, clock } = services;
  const settings = remember<NetworkId, Network>(clock, SETTINGS_AGE, async (id) => {
    return (await store.get(networkScope(id), networks, id))?.value;
  });
  const conversations = remember<string, NetworkId>(clock, MINUTE, async (conversation) => {
    const key = `conversation|${conversation}`;
    return (await store.get(directoryScope(key), conversationEntries, key))?.value.network;
  });
  const membership = remember<string, Member>(clock, MEMBERSHIP_AGE, async (key) => {
    const [id = '', objectId = ''] = key.split('\n');
    const of = await settings(id as NetworkId);
    return of && roster.one(of, objectId);
  });
  const known = knownMembers(store, roster, clock);

  const workIn = (of: Network): Work => ({
    network: of,
    scope: networkScope(of.id),
    channelT: translator(of.language),
    services,
  });
  const visit = (of: Network, person: PersonKey, name: string, locale: Locale | undefined, teamsId?: string): Visit => {
    const own = locale ?? (of.language === 'fi+sv' ? 'fi' : of.language);
    const actor = { person, name, locale: own, ...(teamsId === undefined ? {} : { teamsId }) };
    return { ...workIn(of), actor, t: translator(own) };
  };
  const isMember = async (of: Network, person: PersonKey): Promise<Member | undefined> => {
    const stored = await store.get(networkScope(of.id), members, objectIdOf(person));
    if (stored?.value.leftAt) return undefined;
    if (stored && stored.value.person !== person) return undefined;
    try {
      const now = await membership(`${of.id}\n${objectIdOf(person)}`);
      return now?.person === person ? now : undefined;
    } catch (error) {
      if (error instanceof ChannelFailure && error.outcome !== 'refused') return stored?.value; // Teams is down: our own roll decides
      throw error;
    }
  };
  const entryOf = async (person: PersonKey): Promise<PersonEntry | undefined> =>
    (await store.get(directoryScope(`person|${person}`), personEntries, `person|${person}`))?.value;
  const memberships = async (person: PersonKey): Promise<{ of: Network; member: Member }[]> => {
    const found: { of: Network; member: Member }[] = [];
    for (const id of (await entryOf(person))?.networks ?? []) {
      const of = await settings(id);
      const member = of && of.state !== 'paused' ? await isMember(of, person) : undefined;
      if (of && member) found.push({ of, member });
    }
    return found;
  };

  return {
    async inChannel(team, sender) {
      const id = await conversations(team);
      const of = id && (await settings(id));
      if (!of) return undefined;
      const member = await known(of, sender);
      const person = member?.person ?? personOf(sender.tenant, sender.objectId);
      return visit(of, person, member?.name ?? sender.name, localeOf(sender.locale), sender.teamsId);
    },
    async inChat(sender) {
      const person = personOf(sender.tenant, sender.objectId);
      const found = await memberships(person);
      const chosen = (await entryOf(person))?.chosen;
      const only = found.length === 1 ? found[0] : found.find(({ of }) => of.id === chosen);
      if (only) return { visit: visit(only.of, person, only.member.name, localeOf(sender.locale), sender.teamsId) };
      return found.length === 0 ? { none: true } : { choose: found.map(({ of }) => of) };
    },
    async inApi(id, person, locale) {
      const of = await settings(id as NetworkId);
      const member = of && (await isMember(of, person));
      return of && member && visit(of, person, member.name, locale, member.teamsId);
    },
    async networksOf(person) {
      return (await memberships(person)).map(({ of }) => of);
    },
    async work(id) {
      const of = await settings(id);
      return of && workIn(of);
    },
    networkOf: conversations,
  };
}

/** Keeps what `load` found for a while; what it did not find is asked again, and one load serves all who wait for it. */
function remember<K, V>(
  clock: Clock,
  age: number,
  load: (key: K) => Promise<V | undefined>,
): (key: K) => Promise<V | undefined> {
  const kept = new Map<K, { value: V; at: Instant }>();
  const loading = new Map<K, Promise<V | undefined>>();
  return (key) => {
    const found = kept.get(key);
    if (found && Math.abs(between(found.at, clock.now())) < age) return Promise.resolve(found.value);
    const running = loading.get(key);
    if (running !== undefined) return running;
    const started = load(key)
      .then((value) => {
        if (kept.size > 20_000) kept.clear();
        if (value === undefined) kept.delete(key);
        else kept.set(key, { value, at: clock.now() });
        return value;
      })
      .finally(() => loading.delete(key));
    loading.set(key, started);
    return started;
  };
}

/** Members by object id, from memory, else our own roll, else one reading of the whole roster: never a roster call per vote. */
function knownMembers(store: Store, roster: Roster, clock: Clock) {
  const byNetwork = new Map<NetworkId, { members: Map<string, Member>; at: Instant }>();
  const reading = new Map<NetworkId, Promise<Map<string, Member>>>();
  const read = (of: Network): Promise<Map<string, Member>> => {
    const running = reading.get(of.id);
    if (running !== undefined) return running;
    const started = roster
      .all(of)
      .then((all) => new Map(all.map((one) => [objectIdOf(one.person), one])))
      .catch((error: unknown) => {
        if (error instanceof ChannelFailure) return new Map<string, Member>(); // the click is proof enough; the tenant comes later
        throw error;
      })
      .then((found) => {
        byNetwork.set(of.id, {
          members: new Map([...(byNetwork.get(of.id)?.members ?? []), ...found]),
          at: clock.now(),
        });
        return found;
      })
      .finally(() => reading.delete(of.id));
    reading.set(of.id, started);
    return started;
  };
  return async (of: Network, sender: Sender): Promise<Member | undefined> => {
    const objectId = sender.objectId.toLowerCase();
    const kept = byNetwork.get(of.id);
    const seen = kept?.members.get(objectId);
    if (seen) return seen;
    const stored = (await store.get(networkScope(of.id), members, objectId))?.value;
    if (stored && !stored.leftAt) {
      if (kept) kept.members.set(objectId, stored);
      else byNetwork.set(of.id, { members: new Map([[objectId, stored]]), at: '1970-01-01T00:00:00.000Z' as Instant });
      return stored;
    }
    if (kept && Math.abs(between(kept.at, clock.now())) < ROSTER_AGE) return undefined;
    return (await read(of)).get(objectId);
  };
}
