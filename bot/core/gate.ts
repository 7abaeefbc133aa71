/** The gate: who may enter which network, decided from the store and the roster at this moment. It alone authorises scopes. */
import { between, type Clock, type Instant, MINUTE, SECOND } from './clock.ts';
import { type NetworkId, objectIdOf, type PersonKey, personOf } from './ids.ts';
import { listAll } from './list-all.ts';
import {
  isCurrent,
  type Member,
  type MemberId,
  members,
  type Network,
  networks,
  type PersonEntry,
  personEntries,
} from './network.ts';
import { networkAt } from './network-now.ts';
import { ChannelFailure, type Roster, type Services, type Store } from './ports.ts';
import { directoryScope, networkScope } from './scope.ts';
import { type Locale, localeOf, translator } from './text.ts';
import type { Actor, Visit, Work } from './turn.ts';

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
  /** 1:1 chat: the network that a card claims to be about, else the person's only one or the one they chose; membership checked now. */
  inChat(
    sender: Sender,
    claim?: string,
  ): Promise<{ readonly visit: Visit } | { readonly none: true } | { readonly choose: readonly Network[] }>;
  /** Tab and API: undefined when the person is not a member now. `locale` is what the page speaks, and so the answer does too. */
  inApi(network: string, person: PersonKey, locale: Locale | undefined): Promise<Visit | undefined>;
  /** Someone by their personal link, or a letter's reader: as they are stored now. Undefined when they have left. Who is only invited, or from outside, is let in as such. `client`: language of who has chosen none. */
  byId(network: NetworkId, id: MemberId, client?: Locale): Promise<Visit | undefined>;
  /** Networks in which the person is a member now, and what they are there. */
  membershipsOf(person: PersonKey): Promise<readonly { readonly of: Network; readonly member: Member }[]>;
  /** For jobs and posts, with the settings of this moment. Undefined when the network is gone. */
  work(network: NetworkId): Promise<Work | undefined>;
  /** The network of a team or channel conversation. */
  networkOf(conversation: string): Promise<NetworkId | undefined>;
}

/** Settings may be this old when a vote is taken; what coordinators do reads them anew (`asCoordinator`). */
const SETTINGS_AGE = 2 * SECOND;
/** The roster's word on one person counts this long for tab and 1:1 chat; a removal that Teams reported counts at once. */
const MEMBERSHIP_AGE = MINUTE;
/** Our own roll is read again at most this often: a new name or language shows by then. */
const ROLL_AGE = MINUTE;
/** Teams' whole roster is read at most this often for people who are not on our roll. */
const ROSTER_AGE = 10 * SECOND;

export function createGate(services: Services): Gate {
  const { store, roster, clock } = services;
  const settings = remember<NetworkId, Network>(clock, SETTINGS_AGE, async (id) => {
    return (await store.get(networkScope(id), networks, id))?.value;
  });
  const conversations = remember<string, NetworkId>(clock, MINUTE, (conversation) => networkAt(conversation, store));
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
  const visit = (
    of: Network,
    actor: Omit<Actor, 'locale'>,
    own: Locale | undefined,
    client: Locale | undefined,
  ): Visit => {
    const locale = own ?? client ?? (of.language === 'fi+sv' ? 'fi' : of.language);
    return { ...workIn(of), actor: { ...actor, locale }, t: translator(locale) };
  };
  const isMember = async (of: Network, person: PersonKey): Promise<Member | undefined> => {
    const stored = await store.get(networkScope(of.id), members, objectIdOf(person));
    if (stored && !isCurrent(stored.value)) return undefined;
    if (stored && stored.value.person !== person) return undefined;
    try {
      const now = await membership(`${of.id}\n${objectIdOf(person)}`);
      if (now?.person !== person) return undefined;
      return { ...stored?.value, ...now };
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error;
      return error.outcome === 'refused' ? undefined : stored?.value; // the app is out of that team; or Teams is down, and our own roll decides
    }
  };
  const entryOf = async (person: PersonKey): Promise<PersonEntry | undefined> =>
    (await store.get(directoryScope(`person|${person}`), personEntries, `person|${person}`))?.value;
  const memberships = async (person: PersonKey): Promise<{ of: Network; member: Member }[]> => {
    const found: { of: Network; member: Member }[] = [];
    for (const id of (await entryOf(person))?.networks ?? []) {
      const of = await settings(id);
      const member = of && of.pausedBecause !== 'removed' ? await isMember(of, person) : undefined;
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
      const actor = { person, name: member?.name ?? sender.name, teamsId: sender.teamsId };
      return visit(of, actor, member?.locale, localeOf(sender.locale));
    },
    async inChat(sender, claim) {
      const person = personOf(sender.tenant, sender.objectId);
      const found = await memberships(person);
      const chosen = (await entryOf(person))?.chosen;
      const wanted = claim ?? (found.length === 1 ? found[0]?.of.id : chosen);
      const only = found.find(({ of }) => of.id === wanted);
      if (only) {
        const actor = { person, name: only.member.name, teamsId: sender.teamsId };
        return { visit: visit(only.of, actor, only.member.locale, localeOf(sender.locale)) };
      }
      return found.length === 0 || claim !== undefined ? { none: true } : { choose: found.map(({ of }) => of) };
    },
    async inApi(id, person, locale) {
      const of = await settings(id as NetworkId);
      const member = of && (await isMember(of, person));
      return of && member && visit(of, actorOf(member), locale, member.locale);
    },
    async byId(id, member, client) {
      const [of, stored] = await Promise.all([
        store.get(networkScope(id), networks, id),
        store.get(networkScope(id), members, member),
      ]);
      if (!of || !stored || stored.value.leftAt) return undefined;
      return visit(of.value, actorOf(stored.value), stored.value.locale, client);
    },
    membershipsOf: memberships,
    async work(id) {
      const of = await store.get(networkScope(id), networks, id); // a card that is drawn because of new settings must show them
      return of && workIn(of.value);
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

/**
 * Members by object id: our own roll, read whole at most once a minute, else one reading of Teams' roster for people who are not on it.
 * Never a request per vote. Without Teams the click is proof enough; the tenant comes later.
 */
function knownMembers(store: Store, roster: Roster, clock: Clock) {
  const networksById = new Map<NetworkId, Network>();
  const own = remember<NetworkId, ReadonlyMap<string, Member>>(clock, ROLL_AGE, async (id) => {
    const all = await listAll(store, networkScope(id), members);
    return new Map(all.filter((one) => !one.value.leftAt && !one.value.isOutsider).map((one) => [one.id, one.value]));
  });
  const teams = remember<NetworkId, ReadonlyMap<string, Member>>(clock, ROSTER_AGE, async (id) => {
    const of = networksById.get(id);
    const all = of ? await roster.all(of).catch(none) : [];
    return new Map(all.map((one) => [objectIdOf(one.person), one]));
  });
  return async (of: Network, sender: Sender): Promise<Member | undefined> => {
    const objectId = sender.objectId.toLowerCase();
    const known = (await own(of.id))?.get(objectId);
    if (known) return known;
    networksById.set(of.id, of);
    return (await teams(of.id))?.get(objectId);
  };
}

const actorOf = ({ person, name, teamsId, isInvited, isOutsider }: Member): Omit<Actor, 'locale'> => ({
  person,
  name,
  ...(teamsId === undefined ? {} : { teamsId }),
  ...(isInvited ? { isInvited } : {}),
  ...(isOutsider ? { isOutsider } : {}),
});

function none(error: unknown): readonly Member[] {
  if (error instanceof ChannelFailure) return [];
  throw error;
}
