/** What this process remembers of who took part in what: reading it anew for every look at a list would read every vote. */
import { between, type Instant, MINUTE } from '../../core/clock.ts';
import type { Participation } from '../../core/feature.ts';
import type { NetworkId } from '../../core/ids.ts';
import type { Store } from '../../core/ports.ts';
import type { Work } from '../../core/turn.ts';

/** How old it may be. */
const AGE = MINUTE;

interface Kept {
  readonly at: Instant;
  readonly all: Promise<readonly Participation[]>;
}
const memories = new WeakMap<Store, Map<NetworkId, Kept>>();

/** Everyone who took part in anything since the network began, at most a minute old. */
export function participationOf(work: Work): Promise<readonly Participation[]> {
  const { services, network } = work;
  const memory = memories.get(services.store) ?? new Map<NetworkId, Kept>();
  memories.set(services.store, memory);
  const known = memory.get(network.id);
  const at = services.clock.now();
  if (known && Math.abs(between(known.at, at)) < AGE) return known.all;
  const all = services.participation(network.createdAt, work);
  memory.set(network.id, { at, all });
  all.catch(() => memory.delete(network.id));
  return all;
}
