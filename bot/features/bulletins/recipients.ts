/** Whom a bulletin went to by mail, frozen before the first letter, and what became of each: nobody is missing and nobody is counted twice. */
import { z } from 'zod';
import type { Instant } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { type MemberId, memberId, wantsMail } from '../../core/network.ts';
import type { LetterStatus } from '../../core/ports.ts';
import { addresseeOf, type Register } from '../../core/register.ts';
import { findPeople, type Person, peopleOf } from '../members/filter.ts';
import type { RecipientFilter } from './bulletin.ts';
import { type Fate, fate, type Sums } from './fate.ts';

/** Recipients in one document. */
export const MOST_IN_PART = 1000;

/** mail: gets a letter. The others get none, and why. erased: nobody knows who it was. */
export const way = z.enum(['mail', 'noAddress', 'unwanted', 'inTeams', 'erased']);
export type Way = z.infer<typeof way>;

export const recipient = z.object({ member: memberId.optional(), way });
export type Recipient = z.infer<typeof recipient>;

export const recipientsPart = z.object({
  bulletin: activityId,
  /** Names the list: of two that were begun, one after a crash, only that which the bulletin names counts. */
  list: z.string(),
  part: z.int().nonnegative(),
  recipients: z.array(recipient).max(MOST_IN_PART),
});
export type RecipientsPart = z.infer<typeof recipientsPart>;

/** Id: `bulletin|list|part`, the part in four figures. */
export const bulletinRecipients = kind<RecipientsPart>({
  name: 'bulletinRecipients',
  container: 'activities',
  schema: recipientsPart,
});

export const prefixOf = (bulletin: string, list = ''): string => `${bulletin}|${list === '' ? '' : `${list}|`}`;
export const partId = ({ bulletin, list, part }: Pick<RecipientsPart, 'bulletin' | 'list' | 'part'>): string =>
  `${prefixOf(bulletin, list)}${String(part).padStart(4, '0')}`;

export const letterOf = (bulletin: string, member: MemberId): string => `${bulletin}-${member}`;

/** People of the register now who fit a filter, those without an address too, each once; never outsiders, the invited or those who left. In the order of ids. */
export function chosenBy(register: Register, filter: RecipientFilter, date: string): MemberId[] {
  const all = new Set<Person>(peopleOf(register, date).values());
  const current = [...all].filter(({ state }) => state === 'current');
  return findPeople(register, current, filter)
    .found.map(({ id }) => id)
    .sort();
}

/** By which way each is reached as things stand. */
export function wayOf(register: Register, id: MemberId): Way {
  const to = addresseeOf(register, id);
  if (to === undefined || to.email === undefined || to.emailFailedAt !== undefined) return 'noAddress';
  if (wantsMail(to, 'bulletins')) return 'mail';
  return to.mail?.bulletins === undefined ? 'inTeams' : 'unwanted'; // without Teams, what was not refused is wanted
}

export const frozen = (register: Register, ids: readonly MemberId[]): Recipient[] =>
  ids.map((member) => ({ member, way: wayOf(register, member) }));

export function inParts(all: readonly Recipient[]): Recipient[][] {
  const parts: Recipient[][] = [];
  for (let at = 0; at < all.length; at += MOST_IN_PART) parts.push(all.slice(at, at + MOST_IN_PART));
  return parts;
}

/** Keeps the place of an erased person, so that sums stay. */
export function withoutRecipient(of: RecipientsPart, ids: readonly MemberId[]): RecipientsPart {
  const isTheirs = ({ member }: Recipient): boolean => member !== undefined && ids.includes(member);
  if (!of.recipients.some(isTheirs)) return of;
  return { ...of, recipients: of.recipients.map((one) => (isTheirs(one) ? { way: 'erased' } : one)) };
}

// ── What became of each ────────────────────────────────────────────────────────────────────────

export interface Delivery {
  readonly member?: MemberId;
  readonly fate: Fate;
  /** The letter as the mail's queue knows it; absent where there is none. */
  readonly letter?: Pick<LetterStatus, 'state' | 'reason'>;
  readonly way: Way;
  /** When the fate was reached; absent where it was so from the first. */
  readonly at?: Instant;
}

const FATES: Readonly<Record<LetterStatus['state'], Fate>> = {
  waiting: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  unknown: 'unknown',
  refused: 'failed',
  notConfigured: 'failed',
  noAddress: 'noAddress',
  unwanted: 'unwanted',
  pointless: 'pointless',
  recent: 'pointless',
};

/** `letters` by their ids. In the order of the recipients. */
export function deliveries(
  bulletin: string,
  recipients: readonly Recipient[],
  letters: ReadonlyMap<string, LetterStatus>,
): Delivery[] {
  return recipients.map(({ member, way }) => {
    if (member === undefined || way === 'erased') return { fate: 'pointless', way: 'erased' };
    if (way !== 'mail') return { member, fate: way, way };
    const letter = letters.get(letterOf(bulletin, member));
    if (letter === undefined) return { member, fate: 'waiting', way };
    const { state, reason, at } = letter;
    return {
      ...{ member, fate: FATES[state], way, at },
      letter: { state, ...(reason === undefined ? {} : { reason }) },
    };
  });
}

export function sumsOf(all: readonly Pick<Delivery, 'fate'>[]): Sums {
  const sums = Object.fromEntries(fate.options.map((one) => [one, 0])) as Sums;
  for (const one of all) sums[one.fate]++;
  return sums;
}
