/** Reads what is stored of a network at this moment: its settings, which network a team is, and in which language one of its people reads. */
import type { NetworkId } from './ids.ts';
import { conversationEntries, members, type Network, networks } from './network.ts';
import type { Store } from './ports.ts';
import { directoryScope } from './scope.ts';
import { type Translate, translator } from './text.ts';
import type { Work } from './turn.ts';

/** The network with its settings as they are stored now; as the gate saw it when it has gone meanwhile. */
export const networkNow = async ({ services, scope, network }: Work): Promise<Network> =>
  (await services.store.get(scope, networks, network.id))?.value ?? network;

/** `conversation`: thread id of a team or channel. Undefined: it belongs to no network. */
export async function networkAt(conversation: string, store: Store): Promise<NetworkId | undefined> {
  const key = `conversation|${conversation}`;
  return (await store.get(directoryScope(key), conversationEntries, key))?.value.network;
}

/** Speaks the language that the person with this object id chose, else the network's: for what they alone read. */
export async function translatorFor(id: string, { services, scope, channelT }: Work): Promise<Translate> {
  const locale = (await services.store.get(scope, members, id))?.value.locale;
  return locale ? translator(locale) : channelT;
}
