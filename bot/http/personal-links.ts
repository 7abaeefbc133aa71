/** Tokens of personal links, and of links to pages that belong to nobody: made from a key that the store does not hold, known to the store by their hash only, revocable. */
import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Personal } from '../core/feature.ts';
import { type ActivityId, activityId, type NetworkId, networkId } from '../core/ids.ts';
import { kind } from '../core/kind.ts';
import { type MemberId, memberId, members } from '../core/network.ts';
import type { OpenPurpose } from '../core/page.ts';
import type { KeyBox, Store } from '../core/ports.ts';
import { directoryScope, networkScope } from '../core/scope.ts';
import { update } from '../core/update.ts';

/** Where the key that makes a network's tokens is kept in its key box. */
const KEY = activityId.parse('personal-links');
/** Tokens of this process that are known to be in the store. */
const MOST_KNOWN = 20_000;

/** person: everything the person may do. unsubscribe: stops letters and nothing else, so that a forwarded letter gives no more away. calendar: what they registered for, to read. */
const linkPurpose = z.enum(['person', 'unsubscribe', 'calendar']);
export type LinkPurpose = z.infer<typeof linkPurpose>;

const round = z.number().int().positive();
/** `round`: of the member when it was made: `linkRound`. */
const personLink = z.object({ purpose: linkPurpose, network: networkId, member: memberId, round });
export type PersonLink = z.infer<typeof personLink>;

/** Of a thing and of nobody. `round`: only the thing's page knows whether it still holds. */
const openLink = z.object({
  purpose: z.enum(['registration', 'feedback', 'share', 'picture', 'bulletin', 'box']),
  network: networkId,
  subject: activityId,
  round,
});
export type OpenLink = z.infer<typeof openLink>;

const linkEntry = z.union([personLink, openLink]);
export type LinkEntry = z.infer<typeof linkEntry>;
/** Partition and id: `token|` and the SHA-256 of the token. */
export const linkEntries = kind<LinkEntry>({ name: 'token', container: 'directory', schema: linkEntry });

export interface PersonalLinks {
  /** The person's token: the same each time, until their link is revoked. */
  token(network: NetworkId, member: MemberId, purpose?: LinkPurpose): Promise<string>;
  /** The token of a thing's page: the same each time, another with another round. */
  openToken(network: NetworkId, purpose: OpenPurpose, subject: ActivityId, round: number): Promise<string>;
  /** Whose token it is, or of what; undefined when it is none of ours or was revoked. */
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
  const macOf = async (network: NetworkId, of: readonly (string | number)[]): Promise<string> =>
    createHmac('sha256', await keyOf(network))
      .update(of.join('\n'))
      .digest('base64url');
  const tokenOf = (network: NetworkId, member: MemberId, purpose: LinkPurpose, stand: Stand): Promise<string> =>
    macOf(network, [purpose, member, stand.since, stand.round]);
  /** The store knows it by its hash. */
  const note = async (token: string, of: LinkEntry): Promise<string> => {
    const entry = entryOf(token);
    if (!known.has(entry)) {
      await update({ store, scope: directoryScope(entry), kind: linkEntries, id: entry }, (now) => now ?? of);
      if (known.size >= MOST_KNOWN) known.clear();
      known.add(entry);
    }
    return token;
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
      return note(token, { purpose, network, member, round: stand.round });
    },
    async openToken(network, purpose, subject, round) {
      return note(await macOf(network, [purpose, subject, round]), { purpose, network, subject, round });
    },
    async open(token) {
      const entry = entryOf(token);
      const found = (await store.get(directoryScope(entry), linkEntries, entry))?.value;
      if (!found || isOpen(found)) return found;
      return found.round === (await standOf(found.network, found.member)).round ? found : undefined;
    },
    personal: {
      async collect(ids, { network }) {
        const links: Pick<PersonLink, 'purpose' | 'round'>[] = [];
        for (const id of ids) {
          for (const entry of await entriesOf(network.id, id)) {
            const found = (await store.get(directoryScope(entry), linkEntries, entry))?.value;
            if (found && !isOpen(found)) links.push({ purpose: found.purpose, round: found.round });
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

/** Belongs to a thing, not to a person. */
export const isOpen = (of: LinkEntry): of is OpenLink => 'subject' in of;

const entryOf = (token: string): string => `token|${createHash('sha256').update(token).digest('hex')}`;
