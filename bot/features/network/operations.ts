/** Keeps the network, its settings and its roll: what chat, jobs and Teams' own events share. */

import { audit } from '../../core/audit.ts';
import { DAY, type Instant, plus, toInstant } from '../../core/clock.ts';
import type { TeamEvent } from '../../core/feature.ts';
import { type NetworkId, networkId, objectIdOf, type PersonKey, postId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import {
  conversationEntries,
  isCoordinator,
  type Member,
  members,
  type Network,
  networks,
  personEntries,
} from '../../core/network.ts';
import { ChannelFailure, type Services } from '../../core/ports.ts';
import { directoryScope, type NetworkScope, networkScope } from '../../core/scope.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { applySettings, type Installed, newNetwork, pause, reinstalled, resume, type SettingsDraft } from './setup.ts';

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
}

const change = (services: Services, id: NetworkId, to: (now: Network | undefined) => Network | undefined) =>
  update({ store: services.store, scope: networkScope(id), kind: networks, id }, to);

async function networkAt(event: TeamEvent, services: Services): Promise<NetworkId | undefined> {
  const entry = `conversation|${event.team}`;
  return (await services.store.get(directoryScope(entry), conversationEntries, entry))?.value.network;
}

/** Takes what Teams tells about a team. Told twice, it changes nothing more. */
export async function onTeamEvent(event: TeamEvent, services: Services): Promise<void> {
  if (event.type === 'installed') return install(event, services);
  const id = await networkAt(event, services);
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
      return markLeft(networkScope(id), (one) => event.teamsIds.includes(one.teamsId ?? ''), services);
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
}

/** Brings our roll in line with Teams': who is new, renamed, back or gone. Runs at install, on changes, and once a day. */
export async function readRoster({ network: of, scope, services }: Work): Promise<void> {
  if (of.pausedBecause === 'removed') return;
  const now = await services.roster.all(of);
  const before = new Map((await roll(scope, services)).map((one) => [objectIdOf(one.person), one]));
  for (const one of now) {
    await listNetwork(one.person, scope.network, true, services); // known ones too: it mends a reading that was cut off
    const id = objectIdOf(one.person);
    const known = before.get(id);
    if (known && isAsTeamsSays(known, one)) continue;
    await update({ store: services.store, scope, kind: members, id }, (kept) =>
      inTeam(kept, one, services.clock.now()),
    );
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

/** What the roster says, and what the register knows besides. An address that someone gave us goes before the one in Teams. */
function inTeam(kept: Member | undefined, now: Member, at: Instant): Member {
  if (kept?.isErased) return kept;
  const { leftAt: _back, isInvited: _accepted, ...known }: Partial<Member> = kept ?? { joinedAt: at };
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
  return { network: saved.value, ...(isHandedOver ? { handedOverTo: named.name } : {}) };
}
