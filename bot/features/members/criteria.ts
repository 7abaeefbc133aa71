/** What members and organisations can be chosen by, as it stands in an address and in what is stored of a filter. */
import { z } from 'zod';
import { membership } from '../../core/organisation.ts';

const yesNo = z.enum(['yes', 'no']);
const word = z.string().max(200);

/** All that is given must be true. Strings, as they stand in an address and in what is stored of a filter. */
export const memberFilter = z.object({
  /** Words of the name, title, organisation, address or topics, each of which must be found; case and diacritics don't matter. */
  text: word.optional(),
  /** Id of an area of the network. */
  area: word.optional(),
  /** Code of a region of the country. */
  region: word.optional(),
  /** Index of a size class from 0, the smallest; see `sizeClasses`. */
  size: z
    .string()
    .regex(/^\d{1,2}$/)
    .optional(),
  /** Id of an organisation, or `none`: those who represent nobody yet. */
  organisation: word.optional(),
  /** Id of a kind of organisation. */
  kind: word.optional(),
  membership: membership.optional(),
  /** Id of a group in which they hold a place, as a substitute too. */
  group: word.optional(),
  isContact: yesNo.optional(),
  hasMail: yesNo.optional(),
  hasTeams: yesNo.optional(),
  /** Of people that reach knows as silent; the caller gives the set. */
  isSilent: yesNo.optional(),
});
export type MemberFilter = z.infer<typeof memberFilter>;

/** The part of it that says something of an organisation. */
export const organisationFilter = memberFilter.pick({
  text: true,
  area: true,
  region: true,
  size: true,
  kind: true,
  membership: true,
});
export type OrganisationFilter = z.infer<typeof organisationFilter>;
