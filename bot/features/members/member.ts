/** What a coordinator may write of a person, and who of the register a person looks like. */
import type { Instant } from '../../core/clock.ts';
import type { PersonKey } from '../../core/ids.ts';
import {
  LONGEST_NAME,
  LONGEST_PHONE,
  LONGEST_TITLE,
  LONGEST_TOPIC,
  type Member,
  type MemberId,
  MOST_TOPICS,
} from '../../core/network.ts';
import { type Problem, refuseAny } from '../../core/refusal.ts';
import { presentOrganisation, type Register } from '../../core/register.ts';
import { asAddress, isAddress, oneLine } from '../../core/typed.ts';
import type { MemberDraft } from './drafts.ts';
import { foldText, type Person, peopleOf } from './filter.ts';
import { text } from './text.ts';

/** Someone whom only mail reaches, before `withMemberDraft`. */
export const mailMember = (person: PersonKey, now: Instant): Member => ({
  ...{ person, name: '', isGuest: false, joinedAt: now },
});

/** A person with what a coordinator typed of them. Throws a Refusal with all problems. */
export function withMemberDraft(of: Member, draft: MemberDraft, register: Register, now: Instant): Member {
  const inTeam = of.teamsId !== undefined;
  const name = inTeam ? of.name : oneLine(draft.name);
  const email = draft.email === undefined ? undefined : asAddress(draft.email) || undefined;
  const line = (typed: string | undefined): string | undefined =>
    (typed === undefined ? undefined : oneLine(typed)) || undefined;
  const [title, phone] = [line(draft.title), line(draft.phone)];
  const topics = [...new Set(draft.topics.map(oneLine).filter(Boolean))];
  const organisation = draft.organisation && presentOrganisation(register, draft.organisation);

  const problems: Problem[] = [
    ...(name ? [] : [{ field: 'name', row: text.noName }]),
    ...tooLong('name', inTeam ? undefined : name, LONGEST_NAME),
    ...addressProblems(email, inTeam),
    ...tooLong('title', title, LONGEST_TITLE),
    ...tooLong('phone', phone, LONGEST_PHONE),
    ...topics.flatMap((topic) => tooLong('topics', topic, LONGEST_TOPIC)).slice(0, 1),
  ];
  if (topics.length > MOST_TOPICS)
    problems.push({ field: 'topics', row: text.manyTopics, params: { n: topics.length, most: MOST_TOPICS } });
  if (draft.organisation !== undefined && !organisation)
    problems.push({ field: 'organisation', row: text.unknownOrganisation });
  if (draft.isContact && draft.organisation === undefined)
    problems.push({ field: 'isContact', row: text.contactWithoutOrganisation });
  refuseAny(problems);

  const {
    title: _t,
    phone: _p,
    topics: _o,
    locale: _l,
    isContact: _c,
    email: _e,
    emailSource,
    emailFailedAt,
    ...stays
  } = of;
  const { organisation: _before, claims, representsNobody, ...unplaced } = stays;
  const isSameAddress = email === of.email;
  return {
    ...unplaced,
    name,
    // A claim stays until it is settled; who has an organisation now has none to make.
    ...(organisation
      ? { organisation: organisation.id }
      : { ...(claims ? { claims } : {}), ...(representsNobody ? { representsNobody } : {}) }),
    ...(email === undefined
      ? {}
      : { email, emailSource: isSameAddress && emailSource ? emailSource : { from: 'coordinator', at: now } }),
    ...(isSameAddress && emailFailedAt !== undefined ? { emailFailedAt } : {}),
    ...(title === undefined ? {} : { title }),
    ...(phone === undefined ? {} : { phone }),
    ...(topics.length === 0 ? {} : { topics }),
    ...(draft.locale === undefined ? {} : { locale: draft.locale }),
    ...(draft.isContact ? { isContact: true as const } : {}),
  };
}

const tooLong = (field: string, typed: string | undefined, most: number): Problem[] =>
  typed !== undefined && typed.length > most ? [{ field, row: text.longField, params: { n: typed.length, most } }] : [];

function addressProblems(email: string | undefined, inTeam: boolean): Problem[] {
  if (email === undefined) return inTeam ? [] : [{ field: 'email', row: text.noAddress }];
  return isAddress(email) ? [] : [{ field: 'email', row: text.badAddress }];
}

// ── Who looks like whom ────────────────────────────────────────────────────────────────────────

export interface Likeness {
  readonly why: 'sameAddress' | 'sameNameAndOrganisation';
  readonly person: Person;
}

/** People of the register who share an address, or a name and an organisation, with this one; each once, the address before the name. */
export function likenessesOf(register: Register, of: Member, self: MemberId | undefined, date: string): Likeness[] {
  const people = peopleOf(register, date);
  const own = self === undefined ? undefined : people.get(self);
  const organisation = of.organisation && presentOrganisation(register, of.organisation);
  const name = foldText(of.name);
  return [...new Set(people.values())]
    .filter((one) => one !== own)
    .flatMap((person): Likeness[] => {
      if (of.email !== undefined && person.identities.some(({ email }) => email === of.email))
        return [{ why: 'sameAddress', person }];
      const isSame =
        organisation !== undefined &&
        person.organisation?.id === organisation.id &&
        person.identities.some((one) => foldText(one.name) === name);
      return isSame ? [{ why: 'sameNameAndOrganisation', person }] : [];
    });
}
