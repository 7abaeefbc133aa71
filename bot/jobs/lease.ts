/** The lease of a shard: at most one process works on it, whatever the wall clocks of the processes say. */
import { z } from 'zod';
import { type Clock, instant, plus, SECOND } from '../core/clock.ts';
import { kind } from '../core/kind.ts';
import { AlreadyExists, type Store, type Stored, VersionConflict } from '../core/ports.ts';
import { shardScope } from '../core/scope.ts';
import type { Timers } from './timers.ts';

const leaseDocument = z.object({
  /** Absent when it was given back. */
  owner: z.string().optional(),
  /** For people who look; processes go by what they see change, because wall clocks differ and jump. */
  until: instant,
});
type LeaseDocument = z.infer<typeof leaseDocument>;
export const leases = kind<LeaseDocument>({ name: 'lease', container: 'jobs', schema: leaseDocument });

/** How long the holder trusts its last renewal, measured from before it was written. */
const HELD = 25 * SECOND;
const RENEW_AFTER = 8 * SECOND;
/** Another process must see the lease unchanged for this long before it takes it: longer than HELD by the time of a request to Teams. */
const TAKEN_AFTER = 37 * SECOND;
/** What the lost holder had begun is left alone for this long after it was taken from it. */
const GRACE = 30 * SECOND;

export interface Lease {
  /** True while no other process can have it. */
  isHeld(): boolean;
  /** True while the process before may still be finishing what it has begun. */
  isInGrace(): boolean;
  /** Takes it when it is free, renews it when it is time. Throws when the store is out. Resolves to whether it was taken just now. */
  tend(): Promise<boolean>;
  /** Gives it back, so that another takes it at once. */
  release(): Promise<void>;
}

/** `isAlone`: the store itself shuts other processes out, so a lease that is there belongs to the dead. */
export function createLease(of: {
  store: Store;
  shard: number;
  owner: string;
  clock: Clock;
  timers: Timers;
  isAlone: boolean;
}): Lease {
  const { store, owner, clock, timers } = of;
  const scope = shardScope(of.shard);
  let mine: Stored<LeaseDocument> | undefined;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let graceUntil = Number.NEGATIVE_INFINITY;
  let seen: { version: string; at: number } | undefined;

  const isHeld = (): boolean => mine !== undefined && timers.elapsed() < renewedAt + HELD;
  const write = async (found: Stored<LeaseDocument> | undefined): Promise<boolean> => {
    const begun = timers.elapsed();
    const value = { owner, until: plus(clock.now(), TAKEN_AFTER) };
    try {
      mine = found
        ? await store.replace(scope, leases, 'lease', value, found.version)
        : await store.insert(scope, leases, 'lease', value);
      renewedAt = begun;
      seen = undefined;
      return true;
    } catch (error) {
      if (!(error instanceof VersionConflict || error instanceof AlreadyExists)) throw error;
      mine = undefined;
      return false;
    }
  };

  return {
    isHeld,
    isInGrace: () => timers.elapsed() < graceUntil,
    async tend() {
      if (mine && isHeld()) {
        if (timers.elapsed() < renewedAt + RENEW_AFTER || (await write(mine))) return false;
      }
      const found = await store.get(scope, leases, 'lease');
      const isFree = !found || found.value.owner === undefined || found.value.owner === owner || of.isAlone;
      if (isFree) return write(found);
      mine = undefined;
      if (seen?.version !== found.version) seen = { version: found.version, at: timers.elapsed() };
      if (timers.elapsed() < seen.at + TAKEN_AFTER) return false;
      const taken = await write(found);
      if (taken) graceUntil = timers.elapsed() + GRACE;
      return taken;
    },
    async release() {
      const held = mine;
      mine = undefined;
      if (!held) return;
      try {
        await store.replace(scope, leases, 'lease', { until: clock.now() }, held.version);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error; // taken by another: nothing to give back
      }
    },
  };
}
