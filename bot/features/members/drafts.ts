/** What is typed into the forms of the register, before the rules have looked at it. */
import { z } from 'zod';
import { LONGEST_ADDRESS, memberId, organisationId } from '../../core/network.ts';
import { names, registerRules } from '../../core/organisation.ts';

/** Room for what the rules refuse in the reader's language, and an end to it. */
const LONG = 400;

/** An organisation as its form holds it; what is left out is emptied. */
export const organisationDraft = z.object({
  /** Id of one of the network's kinds. */
  kind: z.string().max(LONG),
  names,
  /** Code of a region of the country. */
  region: z.string().max(LONG).optional(),
  /** Its people's e-mail domains beside those that its name gives. */
  domains: z.array(z.string().max(LONG)).max(100).default([]),
  inhabitants: z.number().int().nonnegative().max(2_000_000_000).optional(),
  /** Whose vote is the organisation's where a poll asks for the named delegate's, and who votes when they have not. */
  delegate: memberId.optional(),
  substitute: memberId.optional(),
});
export type OrganisationDraft = z.infer<typeof organisationDraft>;

/** A member as a coordinator's form holds it; what is left out is emptied. Consent and mail choices are the member's own. */
export const memberDraft = z.object({
  /** Of someone in the team the name comes from Teams, and what is sent here is passed over. */
  name: z.string().max(LONG),
  email: z.string().max(LONGEST_ADDRESS).optional(),
  organisation: organisationId.optional(),
  title: z.string().max(LONG).optional(),
  phone: z.string().max(LONG).optional(),
  locale: z.enum(['fi', 'sv', 'en']).optional(),
  isContact: z.boolean().default(false),
  topics: z.array(z.string().max(LONG)).max(100).default([]),
});
export type MemberDraft = z.infer<typeof memberDraft>;

/** The network's own rules for its register; fee classes are kept with membership. */
export const rulesDraft = registerRules.omit({ feeClasses: true });
export type RulesDraft = z.infer<typeof rulesDraft>;

/** Whom someone represents: an organisation of the network, a municipality by its code that may not be in the register yet, nobody, or in their own words what the list lacks. */
export const representation = z.discriminatedUnion('type', [
  z.object({ type: z.literal('organisation'), organisation: organisationId }),
  z.object({ type: z.literal('municipality'), code: z.string().max(20) }),
  z.object({ type: z.literal('nobody') }),
  z.object({ type: z.literal('missing'), words: z.string().max(LONG) }),
]);
export type Representation = z.infer<typeof representation>;

export const recommendationDraft = z.object({
  name: z.string().max(LONG),
  email: z.string().max(LONGEST_ADDRESS),
  /** Id of an organisation of the network, or `fi-…` of a municipality of the country that is not in it yet. */
  organisation: organisationId.optional(),
});
export type RecommendationDraft = z.infer<typeof recommendationDraft>;
