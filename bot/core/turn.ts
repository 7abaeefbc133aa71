/** What a handler is given, and the values it may answer with. */
import type { Card } from './card.ts';
import { dateIn, type Instant } from './clock.ts';
import type { PersonKey } from './ids.ts';
import type { Network } from './network.ts';
import type { Services } from './ports.ts';
import type { NetworkScope } from './scope.ts';
import type { Locale, Translate } from './text.ts';

/** Work in a network that nobody asks for in person: jobs and drawings. */
export interface Work {
  readonly network: Network;
  readonly scope: NetworkScope;
  /** Speaks the network's language. */
  readonly channelT: Translate;
  readonly services: Services;
}

/** Today where the network is, yyyy-MM-dd. */
export const todayIn = ({ services, network }: Work): string => dateIn(services.clock.now(), network.zone);

/** Who acts. Taken from the verified activity or token, never from card data. */
export interface Actor {
  readonly person: PersonKey;
  /** Teams' own id (`29:…`); absent when the person came by the tab. */
  readonly teamsId?: string;
  readonly name: string;
  readonly locale: Locale;
  /** By their personal link, before they have accepted the invitation: they may accept or decline, nothing else. */
  readonly isInvited?: true;
  /** By their personal link, from outside the network: they see what is for them of single events, nothing else. May be invited as well. */
  readonly isOutsider?: true;
}

/** Someone acts in a network: by chat, card, tab or link. */
export interface Visit extends Work {
  readonly actor: Actor;
  /** Speaks the actor's language. */
  readonly t: Translate;
  /** The token with which the tab signed the actor in, for `Meetings`; absent by every other way. Never to be stored or logged. */
  readonly assertion?: string;
}

/** Someone acts in a Teams conversation. */
export interface Turn extends Visit {
  /** `channel`: the one it happened in, which may be another than the network's. `thread`: id of the message that started the thread. */
  readonly place:
    | { readonly kind: 'channel'; readonly channel?: string; readonly thread?: string }
    | { readonly kind: 'chat' };
  /** The activity's own id and timestamp: they recognise redeliveries and put reordered ones in order. */
  readonly delivery: { readonly id: string; readonly at: Instant };
  /**
   * How an outcome `card` reaches the actor: `self` replaces the card for them alone (Action.Execute);
   * `message` is posted where everyone in the conversation sees it; `none` shows nothing (the Submit fallback in a channel).
   */
  readonly answers: 'self' | 'message' | 'none';
}

/** `card` and `message` answer the actor (see Turn.answers); `nothing` says that what changed shows elsewhere. */
export type Outcome =
  | { readonly type: 'card'; readonly card: Card; readonly summary?: string }
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'nothing' };

export const nothing: Outcome = { type: 'nothing' };
export const showCard = (card: Card, summary?: string): Outcome =>
  summary === undefined ? { type: 'card', card } : { type: 'card', card, summary };
export const say = (text: string): Outcome => ({ type: 'message', text });
