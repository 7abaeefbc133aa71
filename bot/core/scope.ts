/** A scope names the one partition that a store call may touch. Only the gate makes a network's scope, after authorising. */
import type { ActivityId, NetworkId } from './ids.ts';

/** Every container of the store, named as in Cosmos DB. */
export const CONTAINERS = ['directory', 'networks', 'activities', 'responses', 'materials', 'jobs', 'audit'] as const;
export type Container = (typeof CONTAINERS)[number];

/** One partition per container: `partition` is the network for most, the network and activity for responses. */
export interface Scope {
  readonly partition: string;
  readonly brand: 'scope';
}

/** A scope whose network was authorised; features derive the scopes of activities from it. */
export interface NetworkScope extends Scope {
  readonly network: NetworkId;
}

/** For the gate, jobs and posts alone (checked by the architecture test). */
export const networkScope = (network: NetworkId): NetworkScope => ({ partition: network, network, brand: 'scope' });

/** The answers to one activity, in container `responses`. */
export const activityScope = (scope: NetworkScope, activity: ActivityId): Scope => ({
  partition: `${scope.network}|${activity}`,
  brand: 'scope',
});

/** Directory documents have a partition each, their own id. */
export const directoryScope = (key: string): Scope => ({ partition: key, brand: 'scope' });

export const shardScope = (shard: number): Scope => ({ partition: `shard-${shard}`, brand: 'scope' });

/** `month` as yyyy-MM in UTC. */
export const auditScope = (scope: NetworkScope, month: string): Scope => ({
  partition: `${scope.network}|${month}`,
  brand: 'scope',
});
