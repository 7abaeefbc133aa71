/** Recommending a colleague: how many a day, to whom never again, and what is kept of it. */
import { z } from 'zod';
import { DAY, type Instant, instant, plus } from '../../core/clock.ts';
import { activityId, type PersonKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { LONGEST_NAME, type Member, type MemberId, memberId, type OrganisationId } from '../../core/network.ts';
import { type Problem, refuseAny } from '../../core/refusal.ts';
import { RETENTION } from '../../core/retention.ts';
import { asAddress, isAddress, oneLine } from '../../core/typed.ts';
import type { RecommendationDraft } from './drafts.ts';
import { text } from './text.ts';

/** Recommendations of one person in one day of the network's zone. */
export const MOST_A_DAY = 10;

/** One of a day's places for a member's recommendations; id: `recommender|date|0…9`, so that two at once can't make eleven. */
export const recommendation = z.object({ by: memberId, member: memberId, at: instant });
export type Recommendation = z.infer<typeof recommendation>;
export const recommendations = kind<Recommendation>({
  name: 'recommendation',
  container: 'networks',
  schema: recommendation,
});
export const recommendationsOn = (by: MemberId, date: string): string => `${by}|${date}|`;

/** That an address was invited; id: its keyed hash, so that neither the address nor whose it was can be read from it. */
export const invitedAddress = z.object({
  at: instant,
  until: instant,
  /** The member that the invitation made; gone with them. */
  invitation: memberId.optional(),
});
export type InvitedAddress = z.infer<typeof invitedAddress>;
export const invitedAddresses = kind<InvitedAddress>({
  name: 'invited',
  container: 'networks',
  schema: invitedAddress,
});
/** The key of those hashes is kept like that of a sealed poll, apart from the store. */
export const INVITED_KEY = activityId.parse('invited-addresses');
export const markOf = (at: Instant): InvitedAddress => ({ at, until: plus(at, RETENTION.invitedAddresses * DAY) });

/** An outsider who is recommended stays what they are until they accept: their links and registrations are theirs. */
export const invitedFromOutside = (of: Member, { recommendedBy, emailSource, organisation }: Member): Member => ({
  ...of,
  isInvited: true,
  ...(recommendedBy === undefined ? {} : { recommendedBy }),
  ...(emailSource === undefined ? {} : { emailSource }),
  ...(of.organisation !== undefined || organisation === undefined ? {} : { organisation }),
});

/** As if nobody had recommended them. */
export function withoutInvitation({ isInvited: _, recommendedBy: _by, ...of }: Member): Member {
  return of;
}

/** Someone who is invited: no member until they accept. Throws a Refusal with all problems. */
export function invited(
  draft: Omit<RecommendationDraft, 'organisation'>,
  of: {
    readonly person: PersonKey;
    readonly by: MemberId;
    readonly organisation: OrganisationId | undefined;
    readonly now: Instant;
  },
): Member & { readonly email: string } {
  const name = oneLine(draft.name);
  const email = asAddress(draft.email);
  const problems: Problem[] = [];
  if (!name) problems.push({ field: 'name', row: text.noName });
  if (name.length > LONGEST_NAME)
    problems.push({ field: 'name', row: text.longField, params: { n: name.length, most: LONGEST_NAME } });
  if (!isAddress(email)) problems.push({ field: 'email', row: text.badAddress });
  refuseAny(problems);
  return {
    ...{ person: of.person, name, isGuest: false, isInvited: true, recommendedBy: of.by, email },
    emailSource: { from: 'recommendation', at: of.now },
    ...(of.organisation === undefined ? {} : { organisation: of.organisation }),
  };
}
