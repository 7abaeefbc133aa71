/** Tokens of personal links: made from a key that the store does not hold, known to the store by their hash only, revocable. */
import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Personal } from '../core/feature.ts';
import { activityId, type NetworkId, networkId } from '../core/ids.ts';
import { kind } from '../core/kind.ts';
import { type MemberId, memberId, members } from '../core/network.ts';
import type { KeyBox, Store } from '../core/ports.ts';
import { directoryScope, networkScope } from '../core/scope.ts';
import { update } from '../core/update.ts';

/** Where the key that makes a network's tokens is kept in its key box. */
const KEY = activityId.parse('personal-links');
/** Tokens of this process that are known to be in the store. */
const MOST_KNOWN = 20_000;

/** person: everything the person may do. unsubscribe: stops letters and nothing else, so that a forwarded letter gives no more away. */
const linkPurpose = z.enum(['person', 'unsubscribe']);
export type LinkPurpose = z.infer<typeof linkPurpose>;

const linkEntry = z.object({
  purpose: linkPurpose,
  network: networkId,
  member: memberId,
  /** Of the member when it was made: `linkRound`. */
  round: z.number().int().positive(),
});
export type LinkEntry = z.infer<typeof linkEntry>;
/** Partition and id: `token|` and the SHA-256 of the token. */
export const linkEntries = kind<LinkEntry>({ name: 'token', container: 'directory', schema: linkEntry });

export interface PersonalLinks {
  /** The person's token: the same each time, until their link is revoked. */
  token(network: NetworkId, member: MemberId, purpose?: LinkPurpose): Promise<string>;
  /** Whose token it is; undefined when it is none of ours or was revoked. */
  open(token: string): Promise<LinkEntry | undefined>;
  /** What it holds on people: the hashes of their tokens, which open nothing once they are gone. */
  readonly personal: Personal;
}

/** What a person's tokens are made from beside their id: who was erased and comes back gets others than before. */
interface Stand {
  readonly round: number;
  /** When they joined. */
  readonly since: string;
}

export function createPersonalLinks(store: Store, keys: KeyBox): PersonalLinks {
  const known = new Set<string>();
  const keysOf = new Map<NetworkId, Promise<Uint8Array>>();
  const keyOf = (network: NetworkId): Promise<Uint8Array> => {
    const key = keysOf.get(network) ?? keys.create(network, KEY);
    keysOf.set(network, key);
    key.catch(() => keysOf.delete(network));
    return key;
  };
  const standOf = async (network: NetworkId, member: MemberId): Promise<Stand> => {
    const of = (await store.get(networkScope(network), members, member))?.value;
    return { round: of?.linkRound ?? 1, since: of?.joinedAt ?? '' };
  };
  const tokenOf = async (
    network: NetworkId,
    member: MemberId,
    purpose: LinkPurpose,
    { round, since }: Stand,
  ): Promise<string> => {
    const mac = createHmac('sha256', await keyOf(network));
    return mac.update(`${purpose}\n${member}\n${since}\n${round}`).digest('base64url');
  };
  /** Entries of all tokens that the person ever had, those that were revoked too. */
  const entriesOf = async (network: NetworkId, member: MemberId): Promise<string[]> => {
    const { round: last, since } = await standOf(network, member);
    const rounds = Array.from({ length: last }, (_, n) => n + 1);
    const all = rounds.flatMap((round) =>
      linkPurpose.options.map(async (purpose) => entryOf(await tokenOf(network, member, purpose, { round, since }))),
    );
    return Promise.all(all);
  };

  return {
    async token(network, member, purpose = 'person') {
      const stand = await standOf(network, member);
      const token = await tokenOf(network, member, purpose, stand);
      const entry = entryOf(token);
      if (!known.has(entry)) {
        const value = { purpose, network, member, round: stand.round };
        await update({ store, scope: directoryScope(entry), kind: linkEntries, id: entry }, (now) => now ?? value);
        if (known.size >= MOST_KNOWN) known.clear();
        known.add(entry);
      }
      return token;
    },
    async open(token) {
      const entry = entryOf(token);
      const found = (await store.get(directoryScope(entry), linkEntries, entry))?.value;
      return found && found.round === (await standOf(found.network, found.member)).round ? found : undefined;
    },
    personal: {
      async collect(ids, { network }) {
        const links: Pick<LinkEntry, 'purpose' | 'round'>[] = [];
        for (const id of ids) {
          for (const entry of await entriesOf(network.id, id)) {
            const found = (await store.get(directoryScope(entry), linkEntries, entry))?.value;
            if (found) links.push({ purpose: found.purpose, round: found.round });
          }
        }
        return { personalLinks: links };
      },
      async erase(ids, _, { network }) {
        for (const id of ids) {
          for (const entry of await entriesOf(network.id, id)) {
            known.delete(entry);
            await store.remove(directoryScope(entry), linkEntries, entry);
          }
        }
      },
    },
  };
}

const entryOf = (token: string): string => `token|${createHash('sha256').update(token).digest('hex')}`;
