/** A network's beginning and its settings: rules as state in, state out. */
import { z } from 'zod';
import { type Instant, zoneName } from '../../core/clock.ts';
import type { NetworkId, PersonKey } from '../../core/ids.ts';
import { isCoordinator, type Network, network } from '../../core/network.ts';
import { NotAllowed, type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { text } from './text.ts';

export const DEFAULT_CALENDAR = 'fi';
/** Zones offered on the card; the network keeps any other it was given. */
export const ZONES = [
  'Europe/Helsinki',
  'Europe/Mariehamn',
  'Europe/Stockholm',
  'Europe/Oslo',
  'Europe/Tallinn',
  'UTC',
];
/** A picker on a card holds so many names; larger networks hand over by a member's own click. */
export const MOST_NAMES = 100;

export interface Installed {
  readonly id: NetworkId;
  readonly team: string;
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly name: string;
  readonly group?: string | undefined;
  readonly channel: string;
  readonly zone: string;
  readonly by?: PersonKey | undefined;
  readonly now: Instant;
}

/** A new network waits in state `setup` for its coordinator. */
export function newNetwork(of: Installed): Network {
  return network.parse({
    id: of.id,
    name: of.name,
    tenant: of.tenant,
    team: of.team,
    serviceUrl: of.serviceUrl,
    channel: { id: of.channel, name: '' },
    language: 'fi',
    zone: of.zone,
    calendar: DEFAULT_CALENDAR,
    coordinators: [],
    whoMayCreate: 'coordinators',
    state: 'setup',
    createdAt: of.now,
    ...(of.group === undefined ? {} : { group: of.group }),
    ...(of.by === undefined ? {} : { installer: of.by }),
  });
}

/** The app is back in a team that it knew: everything goes on where it was. */
export function reinstalled(of: Network, again: Installed): Network {
  const { pausedBecause: _over, ...rest } = of;
  return {
    ...rest,
    name: again.name || of.name,
    serviceUrl: again.serviceUrl,
    state: of.coordinators.length > 0 ? 'active' : 'setup',
    ...(again.by === undefined ? {} : { installer: again.by }), // may claim the network should it be orphaned
  };
}

/** Posts stop. The first reason stays: a removed app is not just a lost channel. */
export function pause(of: Network, because: 'removed' | 'channel'): Network {
  if (of.pausedBecause === because || of.pausedBecause === 'removed') return of;
  return { ...of, state: 'paused', pausedBecause: because };
}

/** The channel is back, or another was chosen. An app that was removed stays paused until it is installed again. */
export function resume(of: Network): Network {
  if (of.state !== 'paused' || of.pausedBecause === 'removed') return of;
  const { pausedBecause: _over, ...rest } = of;
  return { ...rest, state: of.coordinators.length > 0 ? 'active' : 'setup' };
}

/** Who may answer the setup card: a coordinator; until there is one, who installed the app, or any member when Teams named nobody. */
export function maySetUp(of: Network, person: PersonKey): boolean {
  if (of.coordinators.length > 0) return isCoordinator(of, person);
  return of.installer === undefined || of.installer === person;
}

/** What the setup card sends. Field names are the inputs' ids. */
export const settingsDraft = z.object({
  /** Object id of the coordinator, or `me`. */
  coordinator: z.string().default('me'),
  channel: z.string().default(''),
  language: z.string().default(''),
  zone: z.string().default(''),
  whoMayCreate: z.string().default(''),
});
export type SettingsDraft = z.infer<typeof settingsDraft>;

export interface SettingsFrame {
  readonly actor: PersonKey;
  /** The one whom the draft names, when they are a member now. */
  readonly named: PersonKey | undefined;
  readonly channels: readonly { readonly id: string; readonly name: string }[];
}

/** Applies the settings. Throws NotAllowed, or a Refusal that names every problem. A coordinator who names another stays one too. */
export function applySettings(of: Network, draft: SettingsDraft, frame: SettingsFrame): Network {
  if (!maySetUp(of, frame.actor)) throw new NotAllowed(text.notYours);
  const problems: Problem[] = [];
  const language = network.shape.language.safeParse(draft.language);
  if (!language.success) problems.push({ field: 'language', row: text.badLanguage });
  const zone = zoneName.safeParse(draft.zone);
  if (!zone.success) problems.push({ field: 'zone', row: text.badZone });
  const channel = frame.channels.find((one) => one.id === draft.channel);
  if (!channel) problems.push({ field: 'channel', row: text.badChannel });
  const coordinator = draft.coordinator === 'me' ? frame.actor : frame.named;
  if (!coordinator) problems.push({ field: 'coordinator', row: text.badCoordinator });
  refuseAny(problems);
  if (!language.success || !zone.success || !channel || !coordinator) throw new Refusal(text.badChannel);
  const wasCoordinator = isCoordinator(of, frame.actor);
  const back = resume({ ...of, channel });
  return {
    ...back,
    language: language.data,
    zone: zone.data,
    whoMayCreate: network.shape.whoMayCreate.catch(of.whoMayCreate).parse(draft.whoMayCreate),
    coordinators: [...new Set([...(wasCoordinator ? of.coordinators : []), coordinator])],
    state: back.state === 'paused' ? 'paused' : 'active',
  };
}
