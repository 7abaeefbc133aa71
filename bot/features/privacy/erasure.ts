/** An erasure and the network's own words on privacy, as they are stored. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { ID_PATTERN, type PersonKey, personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { memberId } from '../../core/network.ts';

export const LONGEST_CONTROLLER = 500;
export const LONGEST_CONTACT = 500;

export const erasureId = z.string().regex(ID_PATTERN).brand<'ErasureId'>();
export type ErasureId = z.infer<typeof erasureId>;

export const erasure = z.object({
  id: erasureId,
  by: z.enum(['self', 'coordinator', 'retention']),
  requestedAt: instant,
  /** Teams had them in the team when it was asked for. */
  isInTeam: z.boolean(),
  /** While it runs: all identities of the person, and whom they become. Gone with the rest of them when it is done. */
  running: z.object({ ids: z.array(memberId).min(1), as: personKey }).optional(),
  doneAt: instant.optional(),
});
export type Erasure = z.infer<typeof erasure>;

/** Id: the erasure's own, which tells nothing of the person. */
export const erasures = kind<Erasure>({ name: 'erasure', container: 'networks', schema: erasure });

/** Whom an erased person becomes where somebody has to be named: keyed like everyone, by a “tenant” that no directory has. */
export const erasedPerson = (id: string): PersonKey => personKey.parse(`erased|${id.toLowerCase()}`);

export const isErasedPerson = (person: PersonKey): boolean => person.startsWith('erased|');

export const privacySettings = z.object({
  /** Who is responsible for the data, in the network's own words. */
  controller: z.string().max(LONGEST_CONTROLLER),
  /** Whom to ask. */
  contact: z.string().max(LONGEST_CONTACT),
});
export type PrivacySettings = z.infer<typeof privacySettings>;

/** One a network; id: the network's. */
export const privacySettingsKind = kind<PrivacySettings>({
  name: 'privacy',
  container: 'networks',
  schema: privacySettings,
});
