/** Keeps the network, its settings, its roll and who coordinates it: what chat, tab, jobs and Teams' own events share. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { DAY, type Instant, plus, toInstant } from '../../core/clock.ts';
import type { TeamEvent } from '../../core/feature.ts';
import { type NetworkId, networkId, objectIdOf, type PersonKey, postId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import {
  conversationEntries,
  isCoordinator,
  isCurrent,
  type Member,
  type MemberId,
  members,
  type Network,
  networks,
  personEntries,
} from '../../core/network.ts';
import { networkAt, networkNow } from '../../core/network-now.ts';
import { ChannelFailure, type Services } from '../../core/ports.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { identitiesOf, mainOf, type Register, registerNow } from '../../core/register.ts';
import { directoryScope, type NetworkScope, networkScope } from '../../core/scope.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { isInNetwork } from './person.ts';
import { claimed, isOrphaned, withCoordinator, withoutCoordinator } from './roles.ts';
import { applySettings, type Installed, newNetwork, pause, reinstalled, resume, type SettingsDraft } from './setup.ts';
import { text } from './text.ts';

export const setupPost = (id: NetworkId) => postId.parse(`setup-${id}`);

/** Finds the team's network, or begins one. */
async function install(event: Extract<TeamEvent, { type: 'installed' }>, services: Services): Promise<void> {
  const { store } = services;
  const entry = `conversation|${event.team}`;
  // first the entry, then the network under its id: a crash between them is mended by the next installation event
  const kept = await update(
    { store, scope: directoryScope(entry), kind: conversationEntries, id: entry },
    (now) => now ?? { network: networkId.parse(services.newId()) },
  );
  const id = kept?.value.network;
  if (!id) return;
  const installed: Installed = {
    id,
    team: event.team,
    tenant: event.tenant,
    serviceUrl: event.serviceUrl,
    name: event.name,
    group: event.group,
    channel: event.channel,
    zone: services.timeZone,
    by: event.by?.person,
    now: services.clock.now(),
  };
  await change(services, id, (now) => (now ? reinstalled(now, installed) : newNetwork(installed)));
  await services.jobs.schedule({ kind: 'network.roster', network: id, key: 'installed', due: services.clock.now() });
  await services.posts.publish({
    id: setupPost(id),
    network: id,
    drawing: 'network.setup',
    subject: id,
    to: { channel: true },
  });
  await services.posts.resume(id);
  await services.posts.refresh(id, setupPost(id));
  await tellOrphaned(id, services);
}

const change = (services: Services, id: NetworkId, to: (now: Network | undefined) => Network | undefined) =>
  update({ store: services.store, scope: networkScope(id), kind: networks, id }, to);

/** Takes what Teams tells about a team. Told twice, it changes nothing more. */
export async function onTeamEvent(event: TeamEvent, services: Services): Promise<void> {
  if (event.type === 'installed') return install(event, services);
  const id = await networkAt(event.team, services.store);
  if (!id) return;
  const set = (to: (now: Network) => Network) => change(services, id, (now) => now && to(now));
  switch (event.type) {
    case 'removed':
      await set((now) => pause(now, 'removed'));
      return;
    case 'renamed':
      await set((now) => (now.name === event.name ? now : { ...now, name: event.name }));
      return services.posts.refresh(id, setupPost(id));
    case 'archived':
      return loseChannel(id, services);
    case 'channelDeleted':
      return (await channelOf(id, services)) === event.channel ? loseChannel(id, services) : undefined;
    case 'unarchived':
      return regainChannel(id, services);
    case 'channelRestored':
      return (await channelOf(id, services)) === event.channel ? regainChannel(id, services) : undefined;
    case 'channelRenamed':
      await set((now) =>
        now.channel.id === event.channel ? { ...now, channel: { id: event.channel, name: event.name } } : now,
      );
      return;
    case 'membersAdded':
      return services.jobs.schedule({ kind: 'network.roster', network: id, key: 'added', due: services.clock.now() });
    case 'membersRemoved':
      return markLeft(
        networkScope(id),
        ({ teamsId }) => teamsId !== undefined && event.teamsIds.includes(teamsId),
        services,
      );
  }
}

const channelOf = async (id: NetworkId, services: Services): Promise<string | undefined> =>
  (await services.store.get(networkScope(id), networks, id))?.value.channel.id;

/** The channel refuses the bot: posts pause and every coordinator is told in 1:1 chat. */
export async function loseChannel(id: NetworkId, services: Services): Promise<void> {
  const now = await change(services, id, (of) => of && pause(of, 'channel'));
  if (now?.value.pausedBecause !== 'channel') return;
  for (const person of now.value.coordinators) {
    const post = postId.parse(`lost-${services.clock.now().slice(0, 10)}-${objectIdOf(person)}`);
    await services.posts.publish({ id: post, network: id, drawing: 'network.lost', subject: id, to: { person } });
  }
}

async function regainChannel(id: NetworkId, services: Services): Promise<void> {
  await change(services, id, (of) => of && resume(of));
  await services.posts.resume(id);
}

/** Everyone on our roll who has not left, in the order of object ids. */
export async function roll(scope: NetworkScope, services: Services): Promise<Member[]> {
  const all = await listAll(services.store, scope, members);
  return all.map(({ value }) => value).filter((one) => one.leftAt === undefined);
}

async function markLeft(scope: NetworkScope, left: (one: Member) => boolean, services: Services): Promise<void> {
  const at = services.clock.now();
  for (const one of (await roll(scope, services)).filter(left)) {
    const id = objectIdOf(one.person);
    await update({ store: services.store, scope, kind: members, id }, (now) => now && { ...now, leftAt: at });
    await listNetwork(one.person, scope.network, false, services);
  }
  await tellOrphaned(scope.network, services);
}

/** Brings our roll in line with Teams': who is new, renamed, back or gone. Runs at install, on changes, and once a day. */
export async function readRoster({ network: of, scope, services }: Work): Promise<void> {
  if (of.pausedBecause === 'removed') return;
  const asked = services.clock.now();
  const now = await services.roster.all(of);
  const before = new Map((await roll(scope, services)).map((one) => [objectIdOf(one.person), one]));
  for (const one of now) {
    const id = objectIdOf(one.person);
    const known = before.get(id);
    const isSame = known !== undefined && isAsTeamsSays(known, one);
    const place = { store: services.store, scope, kind: members, id };
    const kept = isSame ? known : (await update(place, (kept) => inTeam(kept, one, asked)))?.value;
    // known ones too: it mends a reading that was cut off
    if (kept?.leftAt === undefined) await listNetwork(one.person, scope.network, true, services);
  }
  const there = new Set(now.map((one) => objectIdOf(one.person)));
  const isGone = (one: Member): boolean => one.teamsId !== undefined && !there.has(objectIdOf(one.person));
  if (now.length > 0) await markLeft(scope, isGone, services);
  const tomorrow = toInstant(`${plus(services.clock.now(), DAY).slice(0, 10)}T02:00:00.000Z`);
  await services.jobs.schedule({ kind: 'network.roster', network: scope.network, key: 'daily', due: tomorrow });
}

const isAsTeamsSays = (known: Member, now: Member): boolean =>
  known.person === now.person &&
  known.name === now.name &&
  known.teamsId === now.teamsId &&
  (known.email !== undefined || now.email === undefined);

/**
 * What the roster says, and what the register knows besides. An address that someone gave us goes before the one in Teams. `at`: when the
 * roster was asked for; who left since stays out, whatever its pages say.
 */
function inTeam(kept: Member | undefined, now: Member, at: Instant): Member {
  if (kept?.isErased || (kept?.leftAt !== undefined && kept.leftAt > at)) return kept;
  const {
    leftAt: _back,
    isInvited: _accepted,
    isOutsider: _from,
    ...known
  }: Partial<Member> = kept ?? { joinedAt: at };
  const { email, ...named } = now;
  const takesEmail = known.email === undefined && email !== undefined;
  return { ...known, ...named, ...(takesEmail ? { email, emailSource: { from: 'teams', at } } : {}) };
}

/** The person's entry in the directory: by it their 1:1 chat and tab find their networks. */
async function listNetwork(person: PersonKey, id: NetworkId, isIn: boolean, services: Services): Promise<void> {
  const entry = `person|${person}`;
  await update({ store: services.store, scope: directoryScope(entry), kind: personEntries, id: entry }, (now) => {
    const others = (now?.networks ?? []).filter((one) => one !== id);
    if (now && now.networks.includes(id) === isIn) return now;
    return { ...(now ?? { person }), networks: isIn ? [...others, id] : others };
  });
}

/** The team's channels; when Teams does not tell, the one that is set, and the one the team began with. */
export async function channelsOf({ network: of, services }: Work): Promise<{ id: string; name: string }[]> {
  const told = await services.roster.channels(of).catch((error: unknown) => {
    if (error instanceof ChannelFailure) return [];
    throw error;
  });
  const all = [...told, of.channel, { id: of.team, name: '' }];
  return all.filter((one, index) => all.findIndex((other) => other.id === one.id) === index);
}

/** Saves the settings. Throws a Refusal; resolves to the network and to the name of a newly named coordinator. */
export async function save(draft: SettingsDraft, visit: Visit): Promise<{ network: Network; handedOverTo?: string }> {
  const { services, scope, actor } = visit;
  const named = draft.coordinator === 'me' ? undefined : await services.roster.one(visit.network, draft.coordinator);
  const channels = await channelsOf(visit);
  const saved = await update(
    { store: services.store, scope, kind: networks, id: scope.network },
    (now) => now && applySettings(now, draft, { actor: actor.person, named: named?.person, channels }),
  );
  if (!saved) throw new Error('The network has gone while its settings were saved.');
  await audit(visit, 'network.settings', scope.network);
  await services.posts.resume(scope.network);
  await services.posts.refresh(scope.network, setupPost(scope.network));
  const isHandedOver = named !== undefined && !isCoordinator(visit.network, named.person);
  if (isHandedOver) await tellNamed(named.person, visit);
  return { network: saved.value, ...(isHandedOver ? { handedOverTo: named.name } : {}) };
}

// ── Who coordinates ────────────────────────────────────────────────────────────────────────────

/** In the team as our roll says; who is not on the roll (it is not read yet, or they were erased) as Teams says. In doubt they are. */
async function isInTeam(of: Network, person: PersonKey, services: Services): Promise<boolean> {
  const stored = await services.store.get(networkScope(of.id), members, objectIdOf(person));
  if (stored) return isCurrent(stored.value) && stored.value.teamsId !== undefined;
  try {
    return (await services.roster.one(of, objectIdOf(person)))?.person === person;
  } catch (error) {
    if (error instanceof ChannelFailure) return true;
    throw error;
  }
}

/** Those of the coordinators who are in the team. */
export async function presentCoordinators(of: Network, services: Services): Promise<ReadonlySet<PersonKey>> {
  const there = await Promise.all(of.coordinators.map((person) => isInTeam(of, person, services)));
  return new Set(of.coordinators.filter((_, index) => there[index]));
}

/** Whether nobody coordinates a network that was set up once. */
export async function isLeftAlone(of: Network, services: Services): Promise<boolean> {
  return of.coordinators.length > 0 && (await presentCoordinators(of, services)).size === 0;
}

/** When nobody coordinates the network any more its setup card says so, and who installed the app is told. Told twice, it changes nothing more. */
async function tellOrphaned(id: NetworkId, services: Services): Promise<void> {
  const of = (await services.store.get(networkScope(id), networks, id))?.value;
  if (!of || !(await isLeftAlone(of, services))) return;
  await services.posts.refresh(id, setupPost(id));
  if (of.installer === undefined || !(await isInTeam(of, of.installer, services))) return;
  const last = of.coordinators.map(objectIdOf).at(-1) ?? '';
  const post = postId.parse(`orphaned-${last}-${objectIdOf(of.installer)}`); // once, however often the roll is read
  const to = { person: of.installer };
  await services.posts.publish({ id: post, network: id, drawing: 'network.orphaned', subject: id, to });
}

/** In 1:1 chat, in their language; by whom is told too. */
async function tellNamed(person: PersonKey, { services, network, actor }: Visit): Promise<void> {
  const subject = `${objectIdOf(person)}|${objectIdOf(actor.person)}`;
  const id = postId.parse(`named-${services.newId()}`);
  await services.posts.publish({ id, network: network.id, drawing: 'network.named', subject, to: { person } });
}

/** The identity by which a member can coordinate: one that is in the team. Throws a Refusal when they have none. */
function teamIdentity(register: Register, id: MemberId): PersonKey {
  const known = register.members.get(id);
  if (!known || !isInNetwork(register, id)) throw new Refusal(text.unknownMember);
  const [own] = [id, ...identitiesOf(register, id)].flatMap((one) => {
    const of = register.members.get(one);
    return of && isCurrent(of) && of.teamsId !== undefined ? [of.person] : [];
  });
  if (!own) throw new Refusal(text.needsTeams, { name: known.name });
  return own;
}

/** Names a member of the team as coordinator and tells them. Throws a Refusal. */
export async function nameCoordinator(visit: Visit, id: MemberId): Promise<void> {
  await asCoordinator(visit);
  const person = teamIdentity(await registerNow(visit), id);
  let isNew = false;
  await change(visit.services, visit.network.id, (now) => {
    if (!now) return now;
    isNew = !isCoordinator(now, person);
    return withCoordinator(now, person, { actor: visit.actor.person });
  });
  if (!isNew) return;
  await audit(visit, 'network.nameCoordinator', objectIdOf(person));
  await visit.services.posts.refresh(visit.network.id, setupPost(visit.network.id));
  await tellNamed(person, visit);
}

/** All identities of the person stop coordinating. Throws a Refusal when nobody in the team would remain. */
export async function removeCoordinator(visit: Visit, id: MemberId): Promise<void> {
  await asCoordinator(visit);
  const { services, network: of, actor } = visit;
  const register = await registerNow(visit);
  const isThem = (person: PersonKey): boolean =>
    objectIdOf(person) === id || mainOf(register, objectIdOf(person)) === mainOf(register, id);
  const isPresent = (person: PersonKey): boolean => {
    const known = register.members.get(objectIdOf(person));
    return known !== undefined && isCurrent(known) && known.teamsId !== undefined;
  };
  let wasThere = false;
  await change(services, of.id, (now) => {
    if (!now) return now;
    wasThere = now.coordinators.some(isThem);
    return withoutCoordinator(now, isThem, { actor: actor.person, isPresent });
  });
  if (!wasThere) return;
  await audit(visit, 'network.removeCoordinator', id);
  await services.posts.refresh(of.id, setupPost(of.id));
}

/** What the reader may do about an orphaned network; asks Teams only then. */
export async function claimFor(visit: Visit): Promise<{ readonly isOrphaned: boolean; readonly mayClaim: boolean }> {
  const of = await networkNow(visit);
  const present = await presentCoordinators(of, visit.services);
  const isAlone = isOrphaned(of, (person) => present.has(person));
  return { isOrphaned: isAlone, mayClaim: isAlone && (await mayClaim(visit, of)) };
}

/** Teams' own word decides, never the client's: its roster names them an owner, or its event said that they installed the app. */
async function mayClaim({ actor, services }: Visit, of: Network): Promise<boolean> {
  if (of.installer === actor.person) return true;
  try {
    return await services.roster.owns(of, actor.person);
  } catch (error) {
    if (error instanceof ChannelFailure) return false;
    throw error;
  }
}

/** The actor becomes coordinator of an orphaned network. Claimed twice by the same person, it is theirs. Throws a Refusal. */
export async function claimNetwork(visit: Visit): Promise<Network> {
  const { services, network: of, actor } = visit;
  const before = await networkNow(visit);
  const present = await presentCoordinators(before, services);
  // who was named meanwhile is somebody who coordinates
  const isPresent = (person: PersonKey): boolean => present.has(person) || !before.coordinators.includes(person);
  const owns = await mayClaim(visit, before);
  const stored = await change(services, of.id, (now) => now && claimed(now, { actor: actor.person, isPresent }, owns));
  if (!stored) throw new NotAllowed(text.mayNotClaim);
  if (stored.value.coordinators.length === before.coordinators.length && isCoordinator(before, actor.person))
    return stored.value;
  await audit(visit, 'network.claim', of.id);
  await services.posts.refresh(of.id, setupPost(of.id));
  return stored.value;
}

/** Names the successor, gives them what is to move, and removes the leaving one if asked. Resolves to what could not be moved. */
export async function handOver(
  visit: Visit,
  { from, to, moves, removesLeaving }: HandOver,
): Promise<readonly { readonly id: string; readonly reason: Refusal }[]> {
  await asCoordinator(visit);
  const register = await registerNow(visit);
  const leaving = register.members.get(from);
  if (!leaving || leaving.isOutsider) throw new Refusal(text.unknownMember);
  if (mainOf(register, from) === mainOf(register, to)) throw new Refusal(text.samePerson);
  await nameCoordinator(visit, to);
  const successor = identitiesOf(register, to)[0] ?? to;
  const refused: { id: string; reason: Refusal }[] = [];
  for (const { id, move } of await visit.services.handover(identitiesOf(register, from), visit)) {
    if (!move || !moves.includes(id)) continue;
    try {
      await move(successor);
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof NotAllowed) throw error;
      refused.push({ id, reason: error });
    }
  }
  await audit(visit, 'network.handOver', from);
  if (removesLeaving) await removeCoordinator(visit, from);
  return refused;
}

export interface HandOver {
  readonly from: MemberId;
  readonly to: MemberId;
  /** Ids of items. */
  readonly moves: readonly string[];
  readonly removesLeaving: boolean;
}
