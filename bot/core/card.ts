/** Adaptive Cards as the core knows them: plain data, and the network that a card in 1:1 chat is about. */
import type { NetworkId } from './ids.ts';

/** The kit in `cards/` makes it with the full types. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly object[];
}

/**
 * The card with the network named in the data of its buttons. In 1:1 chat someone may be in several networks, and a click there is about
 * the one its card came from; what it names is a claim, checked against membership. A button that names one already keeps it.
 */
export function inNetwork(of: Card, network: NetworkId): Card {
  return named(of, network) as Card;
}

function named(of: unknown, network: NetworkId): unknown {
  if (Array.isArray(of)) return of.map((one) => named(one, network));
  if (typeof of !== 'object' || of === null) return of;
  const all = Object.fromEntries(
    Object.entries(of).map(([key, value]) => [key, key === 'data' ? value : named(value, network)]),
  );
  const takesData = all.type === 'Action.Execute' || all.type === 'Action.Submit';
  return takesData ? { ...all, data: { network, ...(all.data as object | undefined) } } : all;
}
