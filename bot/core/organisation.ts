/** The register beside people: organisations and their membership, the network's own rules for them, and groups with seats and terms. */
import { z } from 'zod';
import { instant } from './clock.ts';
import { ID_PATTERN } from './ids.ts';
import { kind } from './kind.ts';
import { memberId, organisationId } from './network.ts';
import type { Locale, Translate } from './text.ts';

/** A name in the languages that it has; the first that is there stands for those that are missing. */
export const names = z.object({
  fi: z.string().max(120).optional(),
  sv: z.string().max(120).optional(),
  en: z.string().max(120).optional(),
});
export type Names = z.infer<typeof names>;

/** In the reader's language; a channel of two languages gets both where they differ. */
export function nameIn(of: Names, t: Pick<Translate, 'locales'>): string {
  return [...new Set(t.locales.map((locale) => nameFor(of, locale)))].join(' / ');
}

export const nameFor = (of: Names, locale: Locale): string => of[locale] ?? of.fi ?? of.sv ?? of.en ?? '';

// ── Organisations ──────────────────────────────────────────────────────────────────────────────

/** How far an organisation has come: contacted → interested → trial → member → left. */
export const membership = z.enum(['contacted', 'interested', 'trial', 'member', 'left']);
export type Membership = z.infer<typeof membership>;

/** One membership year's fee. Dates as yyyy-MM-dd. Not an accounting system. */
export const fee = z.object({
  year: z.number().int().min(2000).max(2200),
  /** Id of one of the network's fee classes. */
  feeClass: z.string().optional(),
  invoicedOn: z.iso.date().optional(),
  paidOn: z.iso.date().optional(),
});
export type Fee = z.infer<typeof fee>;

export const organisation = z.object({
  id: organisationId,
  /** Id of one of the network's kinds of organisation. */
  kind: z.string(),
  names,
  /** Official code of a municipality. */
  code: z.string().max(20).optional(),
  /** Code of the region that it lies in. */
  region: z.string().max(20).optional(),
  /** Its people's e-mail domains beside those that its name gives. */
  domains: z.array(z.string().max(120)).max(20),
  inhabitants: z.number().int().nonnegative().optional(),
  membership,
  /** Since when it stands there. */
  since: instant.optional(),
  /** Whose vote is the organisation's where a poll's rule is the named delegate; the substitute's counts when the delegate has not voted. */
  delegate: memberId.optional(),
  substitute: memberId.optional(),
  /** It became part of this one: its people represent that. */
  mergedInto: organisationId.optional(),
  /** Newest last. Never shown to members. */
  fees: z.array(fee).max(60),
});
export type Organisation = z.infer<typeof organisation>;

/** Id: the organisation's own. */
export const organisations = kind<Organisation>({ name: 'organisation', container: 'networks', schema: organisation });

// ── The network's own rules ────────────────────────────────────────────────────────────────────

export const organisationKind = z.object({
  id: z.string().regex(ID_PATTERN),
  names,
  /** Whether it is one of those that “one municipality, one vote” counts, and whether its people vote at all. */
  mayVote: z.boolean(),
  isMunicipality: z.boolean(),
});
export type OrganisationKind = z.infer<typeof organisationKind>;

/** An area of the network, made of regions of the country. */
export const area = z.object({ id: z.string().regex(ID_PATTERN), names, regions: z.array(z.string()) });
export type Area = z.infer<typeof area>;

export const registerRules = z.object({
  kinds: z.array(organisationKind),
  areas: z.array(area),
  /** A coordinator confirms whom people say they represent. */
  confirms: z.boolean(),
  /** Organisations on trial vote too. */
  trialVotes: z.boolean(),
  /** Organisations that have not paid an invoiced fee vote too. */
  unpaidVotes: z.boolean(),
  feeClasses: z.array(z.object({ id: z.string().regex(ID_PATTERN), name: z.string().max(120) })),
  /** Upper bounds of size classes in inhabitants, rising: [2000, 10000] makes three classes. */
  sizeBounds: z.array(z.number().int().positive()),
});
export type RegisterRules = z.infer<typeof registerRules>;

/** What a network begins with: its country's kinds of organisation, nothing to confirm, only members vote. */
export const defaultRules = (kinds: readonly OrganisationKind[]): RegisterRules => ({
  kinds: [...kinds],
  areas: [],
  confirms: false,
  trialVotes: false,
  unpaidVotes: true,
  feeClasses: [],
  sizeBounds: [],
});

/** One a network; id: the network's. */
export const registerRulesKind = kind<RegisterRules>({
  name: 'register',
  container: 'networks',
  schema: registerRules,
});

// ── Groups ─────────────────────────────────────────────────────────────────────────────────────

/** A place in a group for a term. Dates as yyyy-MM-dd, both inclusive; without `to` until further notice. */
export const seat = z.object({
  id: z.string().regex(ID_PATTERN),
  member: memberId,
  role: z.enum(['chair', 'viceChair', 'member']),
  /** Id of the area that the place is for. */
  area: z.string().optional(),
  /** Their personal substitute. */
  substitute: memberId.optional(),
  from: z.iso.date(),
  to: z.iso.date().optional(),
});
export type Seat = z.infer<typeof seat>;

export const group = z.object({
  id: z.string().regex(ID_PATTERN),
  names,
  /** Newest last; those of past terms stay. */
  seats: z.array(seat).max(500),
  createdAt: instant,
});
export type Group = z.infer<typeof group>;

/** Id: the group's own. */
export const groups = kind<Group>({ name: 'group', container: 'networks', schema: group });
