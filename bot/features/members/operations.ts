/** Changes the register: organisations and their rules, people, whom they represent, and who is invited. */
import { createHash } from 'node:crypto';
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { objectIdOf, type PersonKey, postId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import {
  isCoordinator,
  type Member,
  type MemberId,
  mailPerson,
  memberIdOf,
  members,
  type OrganisationId,
  organisationId,
  takenFromOutside,
} from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import {
  defaultRules,
  nameFor,
  type Organisation,
  organisations,
  type RegisterRules,
  registerRulesKind,
} from '../../core/organisation.ts';
import type { Places } from '../../core/places.ts';
import { AlreadyExists } from '../../core/ports.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import {
  changeMember,
  changeOrganisation,
  changeRules,
  forgetRegister,
  mainNow,
  mainOf,
  outsiderWith,
  presentOrganisation,
  type Register,
  registerNow,
  registerOf,
} from '../../core/register.ts';
import { sealedId } from '../../core/seal.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import { asAddress, oneLine } from '../../core/typed.ts';
import type { MemberDraft, OrganisationDraft, RecommendationDraft, Representation, RulesDraft } from './drafts.ts';
import {
  LONGEST_WORDS,
  type MissingOrganisation,
  missing,
  missingOrganisations,
  placed,
  represent,
  representNobody,
  withoutClaim,
} from './enrolment.ts';
import { type Person, peopleOf } from './filter.ts';
import { type Likeness, likenessesOf, mailMember, withMemberDraft } from './member.ts';
import { isLooped, ownPerson, sameAs } from './merge.ts';
import {
  blankOrganisation,
  goesInCircles,
  isUnused,
  mergedInto,
  municipalityId,
  municipalityOf,
  newMunicipality,
  unmerged,
  withDraft,
} from './organisations.ts';
import {
  INVITED_KEY,
  invited,
  invitedAddresses,
  invitedFromOutside,
  MOST_A_DAY,
  markOf,
  type Recommendation,
  recommendations,
  recommendationsOn,
  withoutInvitation,
} from './recommendation.ts';
import { withRules } from './register-rules.ts';
import type { Reader } from './shown.ts';
import { text } from './text.ts';

/** Changes that go to the store side by side. */
const AT_ONCE = 50;

export const placesOf = ({ services, network }: Work): Places => services.places(network.calendar);

/** The reader as they are at this moment, with the register as it may be shown (at most ten seconds old) or, after a change, as it is. */
export async function readerOf(visit: Visit, register?: Register): Promise<Reader> {
  const [now, shown] = await Promise.all([networkNow(visit), register ?? registerOf(visit)]);
  return {
    register: shown,
    places: placesOf(visit),
    date: todayIn(visit),
    t: visit.t,
    isCoordinator: isCoordinator(now, visit.actor.person),
  };
}

async function inBatches<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) await Promise.all(all.slice(at, at + AT_ONCE).map(act));
}

async function rulesNow(work: Work): Promise<RegisterRules> {
  const found = await work.services.store.get(work.scope, registerRulesKind, work.network.id);
  return found?.value ?? defaultRules(placesOf(work).kinds);
}

// ── Rules ──────────────────────────────────────────────────────────────────────────────────────

export async function changeRegisterRules(visit: Visit, draft: RulesDraft): Promise<RegisterRules> {
  await asCoordinator(visit);
  const register = await registerNow(visit);
  const changed = await changeRules(visit, (now) => withRules(now, draft, register, placesOf(visit)));
  await audit(visit, 'register.rules', visit.network.id);
  return changed ?? register.rules;
}

// ── Organisations ──────────────────────────────────────────────────────────────────────────────

/** The organisation that a municipality's code stands for, taken into the register when it is not there. */
async function municipality(work: Work, code: string): Promise<{ of: Organisation; isNew: boolean }> {
  const [places, rules] = [placesOf(work), await rulesNow(work)];
  const made = newMunicipality(places, rules, code, work.services.clock.now());
  let isNew = false;
  const kept = await changeOrganisation(work, made.id, (now) => {
    isNew = now === undefined;
    return now ?? made;
  });
  return { of: kept ?? made, isNew };
}

/** The codes may be of former municipalities: what they became part of joins. */
export async function addMunicipalities(
  visit: Visit,
  codes: readonly string[],
): Promise<{ added: Organisation[]; known: number }> {
  await asCoordinator(visit);
  const [places, rules] = [placesOf(visit), await rulesNow(visit)];
  const wanted = new Map(
    codes.map((code) => {
      const { id } = newMunicipality(places, rules, code, visit.services.clock.now()); // an unknown code is refused before anything is written
      return [id, code];
    }),
  );
  const added: Organisation[] = [];
  await inBatches([...wanted.values()], async (code) => {
    const { of, isNew } = await municipality(visit, code);
    if (!isNew) return;
    added.push(of);
    await audit(visit, 'organisations.add', of.id);
  });
  return { added, known: wanted.size - added.length };
}

const frameOf = (visit: Visit, register: Register) => ({ register, places: placesOf(visit), date: todayIn(visit) });

export async function addOrganisation(
  visit: Visit,
  draft: OrganisationDraft,
  requestId: string,
): Promise<Organisation> {
  await asCoordinator(visit);
  const id = organisationId.parse(`o-${requestId}`);
  const register = await registerNow(visit);
  const earlier = register.organisations.get(id);
  if (earlier) return earlier;
  const made = withDraft(blankOrganisation(id, visit.services.clock.now()), draft, frameOf(visit, register));
  const kept = await changeOrganisation(visit, id, (now) => now ?? made);
  await audit(visit, 'organisations.add', id);
  return kept ?? made;
}

/** Changes one that is there; `known` is the register to decide by. Throws a Refusal when it is not. */
async function changeKnown(
  visit: Visit,
  id: OrganisationId,
  to: (now: Organisation) => Organisation,
): Promise<Organisation> {
  const changed = await changeOrganisation(visit, id, (now) => {
    if (!now) throw new Refusal(text.unknownOrganisation);
    return to(now);
  });
  if (!changed) throw new Refusal(text.unknownOrganisation);
  return changed;
}

export async function editOrganisation(
  visit: Visit,
  id: OrganisationId,
  draft: OrganisationDraft,
): Promise<Organisation> {
  await asCoordinator(visit);
  const frame = frameOf(visit, await registerNow(visit));
  const changed = await changeKnown(visit, id, (now) => withDraft(now, draft, frame));
  await audit(visit, 'organisations.edit', id);
  return changed;
}

export async function removeOrganisation(visit: Visit, id: OrganisationId): Promise<void> {
  await asCoordinator(visit);
  const { store } = visit.services;
  const found = await store.get(visit.scope, organisations, id);
  if (!found) return; // asked again
  const register = await registerNow(visit);
  if (!isUnused(register, found.value))
    throw new Refusal(text.organisationInUse, { name: (locale) => nameFor(found.value.names, locale) });
  await store.remove(visit.scope, organisations, id, found.version);
  forgetRegister(visit);
  await audit(visit, 'organisations.remove', id);
}

/** Two mergers at the same moment may cross: then this one is taken back. */
export async function mergeOrganisation(visit: Visit, id: OrganisationId, into: OrganisationId): Promise<Organisation> {
  await asCoordinator(visit);
  const register = await registerNow(visit);
  const changed = await changeKnown(visit, id, (now) => mergedInto(register, now, into));
  if (goesInCircles(await registerNow(visit), id)) {
    await changeOrganisation(visit, id, (now) => now && unmerged(now));
    throw new Refusal(text.mergedMeanwhile);
  }
  await audit(visit, 'organisations.merge', id);
  return changed;
}

export async function unmergeOrganisation(visit: Visit, id: OrganisationId): Promise<Organisation> {
  await asCoordinator(visit);
  const changed = await changeKnown(visit, id, unmerged);
  await audit(visit, 'organisations.unmerge', id);
  return changed;
}

// ── Members ────────────────────────────────────────────────────────────────────────────────────

/** The person of an identity. Throws a Refusal when there is none. */
export function personIn(register: Register, id: string, date: string): Person {
  const person = peopleOf(register, date).get(id);
  if (!person) throw new Refusal(text.unknownMember);
  return person;
}

async function changePerson(visit: Visit, id: MemberId, to: (now: Member) => Member): Promise<Member> {
  const changed = await changeMember(visit, id, (now) => {
    if (!now) throw new Refusal(text.unknownMember);
    return to(now);
  });
  if (!changed) throw new Refusal(text.unknownMember);
  return changed;
}

/** The same for the actor's same request, and never what Entra calls anyone: whoever sends the request can't choose whose place is taken. */
function newPerson({ actor }: Visit, requestId: string): PersonKey {
  return mailPerson(`m${createHash('sha256').update(`${actor.person}\n${requestId}`).digest('hex').slice(0, 32)}`);
}

/** Without `anyway` nobody is added who looks like someone known. Who took part from outside with the same address becomes a member as they are. */
export async function addMember(
  visit: Visit,
  draft: MemberDraft,
  { anyway, requestId }: { readonly anyway: boolean; readonly requestId: string },
): Promise<{ added: MemberId | undefined; likenesses: Likeness[] }> {
  await asCoordinator(visit);
  const { clock } = visit.services;
  const person = newPerson(visit, requestId);
  const id = memberIdOf(person);
  const register = await registerNow(visit);
  if (register.members.has(id)) return { added: id, likenesses: [] };
  const made = withMemberDraft(mailMember(person, clock.now()), draft, register, clock.now());
  const likenesses = likenessesOf(register, made, undefined, todayIn(visit));
  if (likenesses.length > 0 && !anyway) return { added: undefined, likenesses };
  const outsider = outsiderWith(register, made.email);
  const added = outsider ? memberIdOf(outsider.person) : id;
  await changeMember(visit, added, (now) => {
    if (now?.isOutsider) return withMemberDraft(takenFromOutside(now), draft, register, clock.now());
    return now ?? { ...made, person: outsider?.person ?? person };
  });
  await audit(visit, 'members.add', added);
  return { added, likenesses };
}

export async function editMember(
  visit: Visit,
  id: MemberId,
  draft: MemberDraft,
): Promise<{ id: MemberId; likenesses: Likeness[] }> {
  await asCoordinator(visit);
  const register = await registerNow(visit);
  const { id: main } = personIn(register, id, todayIn(visit));
  const changed = await changePerson(visit, main, (now) =>
    withMemberDraft(now, draft, register, visit.services.clock.now()),
  );
  if (changed.organisation !== undefined) await forgetMissing(visit, main);
  await audit(visit, 'members.edit', main);
  // an address that stood there before was warned of then
  if (register.members.get(main)?.email === changed.email) return { id: main, likenesses: [] };
  const likenesses = likenessesOf(await registerNow(visit), changed, main, todayIn(visit));
  return { id: main, likenesses: likenesses.filter(({ why }) => why === 'sameAddress') };
}

/** Someone without Teams; in the team they are removed there. */
export async function removeMember(visit: Visit, id: MemberId): Promise<void> {
  await asCoordinator(visit);
  const person = personIn(await registerNow(visit), id, todayIn(visit));
  const { name } = person.main;
  if (person.hasTeams) throw new Refusal(text.removeInTeams, { name });
  if (person.identities.some((one) => isCoordinator(visit.network, one.person)))
    throw new Refusal(text.lastCoordinator);
  const at = visit.services.clock.now();
  for (const one of person.identities)
    await changeMember(visit, memberIdOf(one.person), (now) =>
      now && now.leftAt === undefined ? { ...now, leftAt: at } : now,
    );
  await audit(visit, 'members.remove', person.id);
}

export async function bringBack(visit: Visit, id: MemberId): Promise<void> {
  await asCoordinator(visit);
  const person = personIn(await registerNow(visit), id, todayIn(visit));
  const { name } = person.main;
  if (person.state === 'current') return;
  if (person.identities.some(({ teamsId }) => teamsId !== undefined)) throw new Refusal(text.returnInTeams, { name });
  if (person.main.isInvited) throw new Refusal(text.declinedInvitation, { name });
  await changePerson(visit, person.id, ({ leftAt: _, ...now }) => now);
  await audit(visit, 'members.return', person.id);
}

/** Two merges at the same moment may cross: then this one is taken back. */
export async function mergeMember(visit: Visit, id: MemberId, into: MemberId): Promise<void> {
  await asCoordinator(visit);
  const register = await registerNow(visit);
  await changePerson(visit, id, (now) => sameAs(register, now, into));
  if (isLooped(await registerNow(visit), id)) {
    await changeMember(visit, id, (now) => (now?.sameAs === undefined ? now : ownPerson(now)));
    throw new Refusal(text.mergedMeanwhile);
  }
  await audit(visit, 'members.merge', id);
}

export async function unmergeMember(visit: Visit, id: MemberId): Promise<void> {
  await asCoordinator(visit);
  await changePerson(visit, id, ownPerson);
  await audit(visit, 'members.unmerge', id);
}

// ── Whom people represent ──────────────────────────────────────────────────────────────────────

export interface Represented {
  /** same: nothing was changed, because the question was old or is answered already. */
  readonly outcome: 'set' | 'waits' | 'nobody' | 'asked' | 'same';
  readonly organisation?: Organisation | undefined;
  /** Whether what is there waits for a coordinator. */
  readonly isClaim?: boolean;
}

/** Stands in a card for “nothing was known when this was drawn”. */
export const UNKNOWN = '';

/** What is known of whom a member represents, as a card carries it along: a card that is older than that changes nothing. */
export const knownOf = (of: Member | undefined): string =>
  of?.claims ?? of?.organisation ?? (of?.representsNobody ? 'nobody' : UNKNOWN);

/** The actor says whom they represent. `seen`: what was known when they were asked; when it is otherwise now nothing is changed, so that a click delivered twice or late does no harm. */
export async function representSelf(visit: Visit, said: Representation, seen?: string): Promise<Represented> {
  const id = await mainNow(visit, memberIdOf(visit.actor.person));
  if (said.type === 'missing') return askForMissing(visit, id, said.words);
  const target = said.type === 'nobody' ? undefined : await chosenOrganisation(visit, said);
  const rules = await rulesNow(visit);
  let outdated = false;
  const kept = await changeMember(visit, id, (now) => {
    const of = now ?? unlisted(visit);
    outdated = seen !== undefined && knownOf(now) !== seen;
    if (outdated) return now;
    return target === undefined ? representNobody(of) : represent(of, target.id, rules);
  });
  const shown = kept?.claims ?? kept?.organisation;
  const there = shown === undefined ? undefined : ((await organisationNow(visit, shown)) ?? target);
  if (outdated) return { outcome: 'same', organisation: there, isClaim: kept?.claims !== undefined };
  if (target === undefined) return { outcome: 'nobody' };
  if (kept?.claims === undefined) {
    await forgetMissing(visit, id);
    return { outcome: 'set', organisation: target };
  }
  await tellCoordinators(visit);
  return { outcome: 'waits', organisation: target, isClaim: true };
}

/** Someone whom only a click in the channel has shown so far; the roster tells the rest. */
const unlisted = ({ actor, services }: Visit): Member => ({
  ...{ person: actor.person, name: actor.name, isGuest: false, joinedAt: services.clock.now() },
  ...(actor.teamsId === undefined ? {} : { teamsId: actor.teamsId }),
});

async function organisationNow(work: Work, id: OrganisationId): Promise<Organisation | undefined> {
  return presentOrganisation(await registerOf(work), id);
}

/** What someone chose: an organisation of the register, or a municipality of the country, which comes into the register with it. */
async function chosenOrganisation(
  visit: Visit,
  said: Exclude<Representation, { type: 'nobody' | 'missing' }>,
): Promise<Organisation> {
  const places = placesOf(visit);
  const id = said.type === 'organisation' ? said.organisation : municipalityId(places, said.code);
  const there = presentOrganisation(await registerOf(visit), id);
  if (there) return there;
  const stored = await visit.services.store.get(visit.scope, organisations, id); // another instance may have just added it
  if (stored) return stored.value;
  const found = municipalityOf(places, id);
  if (!found)
    throw new Refusal(
      said.type === 'organisation' ? text.unknownOrganisation : text.unknownMunicipality,
      said.type === 'organisation' ? {} : { code: said.code },
    );
  return (await municipality(visit, found.code)).of;
}

async function askForMissing(visit: Visit, id: MemberId, typed: string): Promise<Represented> {
  const words = oneLine(typed);
  if (!words) throw new Refusal(text.writeOrganisation, {}, [{ field: 'words', row: text.writeOrganisation }]);
  if (words.length > LONGEST_WORDS) {
    const params = { n: words.length, most: LONGEST_WORDS };
    throw new Refusal(text.longField, params, [{ field: 'words', row: text.longField, params }]);
  }
  const { store, clock } = visit.services;
  const of = (await changeMember(visit, id, (now) => now ?? unlisted(visit))) ?? unlisted(visit);
  await store.upsert(visit.scope, missingOrganisations, id, missing(of, words, clock.now()));
  await tellCoordinators(visit);
  return { outcome: 'asked' };
}

export async function missingWords(work: Work): Promise<MissingOrganisation[]> {
  return (await listAll(work.services.store, work.scope, missingOrganisations)).map(({ value }) => value);
}

const forgetMissing = ({ services, scope }: Work, id: MemberId): Promise<boolean> =>
  services.store.remove(scope, missingOrganisations, id);

const claimsPost = (work: Work, person: PersonKey) => postId.parse(`claims-${todayIn(work)}-${objectIdOf(person)}`);

/** One card a day in each coordinator's chat, which shows what waits now. */
export async function tellCoordinators(work: Work): Promise<void> {
  const { posts } = work.services;
  for (const person of work.network.coordinators) {
    const id = claimsPost(work, person);
    await posts.publish({
      id,
      network: work.network.id,
      drawing: 'members.claims',
      subject: objectIdOf(person),
      to: { person },
    });
    await posts.refresh(work.network.id, id);
  }
}

export interface Settling {
  readonly settle: 'confirm' | 'decline';
  /** What the coordinator saw. */
  readonly claims?: OrganisationId | undefined;
  /** Another one instead. */
  readonly organisation?: OrganisationId | undefined;
}

export async function settleClaim(
  visit: Visit,
  id: MemberId,
  { settle, claims, organisation }: Settling,
): Promise<void> {
  await asCoordinator(visit);
  const { id: main } = personIn(await registerNow(visit), id, todayIn(visit));
  const wanted = organisation ?? claims;
  const target =
    settle === 'confirm' && wanted !== undefined
      ? await chosenOrganisation(visit, { type: 'organisation', organisation: wanted })
      : undefined;
  if (settle === 'confirm' && !target) throw new Refusal(text.chooseOrganisation);
  await changePerson(visit, main, (now) => {
    if (target !== undefined && now.organisation === target.id && now.claims === undefined) return now; // settled already
    if (claims !== undefined && now.claims !== undefined && now.claims !== claims) throw new Refusal(text.claimChanged);
    return target === undefined ? withoutClaim(now) : placed(now, target.id);
  });
  await forgetMissing(visit, main);
  await audit(visit, settle === 'confirm' ? 'members.confirm' : 'members.decline', main);
}

export interface Assignment {
  readonly members: readonly MemberId[];
  readonly represent: Representation;
}

/** Says whom members represent who represent nobody yet. Resolves to how many were placed. */
export async function assignMembers(visit: Visit, assignments: readonly Assignment[]): Promise<number> {
  await asCoordinator(visit);
  let assigned = 0;
  for (const { members: ids, represent: said } of assignments) {
    if (said.type === 'missing') throw new Refusal(text.chooseOrganisation);
    const target = said.type === 'nobody' ? undefined : await chosenOrganisation(visit, said);
    let placedHere = 0;
    await inBatches(ids, async (id) => {
      let isPlaced = false;
      await changeMember(visit, id, (now) => {
        isPlaced =
          now !== undefined &&
          now.isOutsider === undefined &&
          now.organisation === undefined &&
          now.claims === undefined &&
          now.representsNobody === undefined;
        if (!now || !isPlaced) return now;
        return target === undefined ? representNobody(now) : placed(now, target.id);
      });
      if (!isPlaced) return;
      placedHere++;
      if (target !== undefined) await forgetMissing(visit, id);
    });
    if (placedHere > 0) await audit(visit, 'members.assign', target?.id ?? 'nobody');
    assigned += placedHere;
  }
  return assigned;
}

// ── Recommending a colleague ───────────────────────────────────────────────────────────────────

const memberOf = async (visit: Visit): Promise<MemberId> =>
  mainOf(await registerOf(visit), memberIdOf(visit.actor.person)) as MemberId;

async function recommendedToday(visit: Visit, by: MemberId): Promise<Recommendation[]> {
  const prefix = recommendationsOn(by, todayIn(visit));
  return (await listAll(visit.services.store, visit.scope, recommendations, { prefix })).map(({ value }) => value);
}

/** How many colleagues the actor may still recommend today. */
export async function recommendationsLeft(visit: Visit): Promise<number> {
  return Math.max(0, MOST_A_DAY - (await recommendedToday(visit, await memberOf(visit))).length);
}

/** The same request invites once. */
export async function recommendColleague(
  visit: Visit,
  draft: RecommendationDraft,
  requestId: string,
): Promise<{ outcome: 'invited' | 'noMail'; left: number }> {
  if (visit.actor.isInvited || visit.actor.isOutsider) throw new NotAllowed(text.unknownMember);
  const { letters, clock } = visit.services;
  const by = await memberOf(visit);
  const register = await registerNow(visit);
  const outsider = outsiderWith(register, asAddress(draft.email));
  const person = outsider?.person ?? newPerson(visit, requestId);
  const id = memberIdOf(person);
  const known = register.members.get(id);
  const earlier = known?.isOutsider && !known.isInvited ? undefined : known;
  if (earlier && earlier.recommendedBy !== by) throw new Refusal(text.alreadyInvited);
  if (!earlier) {
    const organisation =
      draft.organisation &&
      (await chosenOrganisation(visit, { type: 'organisation', organisation: draft.organisation }));
    const made = invited(draft, { person, by, organisation: organisation?.id, now: clock.now() });
    const isKnown = [...register.members.values()].some(({ email, isOutsider }) => email === made.email && !isOutsider);
    if (isKnown || (await isMarked(visit, made.email))) throw new Refusal(text.alreadyInvited);
    await takePlace(visit, { by, member: id, at: clock.now() });
    await changeMember(visit, id, (now) => (now?.isOutsider ? invitedFromOutside(now, made) : (now ?? made)));
  }
  await markInvited(visit, id);
  await letters.send({
    ...{ id: `invitation-${id}`, network: visit.network.id, to: id, drawing: 'members.invitation', subject: id },
    ...{ topic: 'always', urgency: 'nudge' }, // a stranger is not written to at night
  });
  return { outcome: letters.isConfigured ? 'invited' : 'noMail', left: await recommendationsLeft(visit) };
}

/** One of today's places. Throws a Refusal when all are taken. */
async function takePlace(visit: Visit, taken: Recommendation): Promise<void> {
  const before = await recommendedToday(visit, taken.by);
  if (before.some(({ member }) => member === taken.member)) return; // cut off midway, and sent again
  for (let place = before.length; place < MOST_A_DAY; place++) {
    try {
      const id = `${recommendationsOn(taken.by, todayIn(visit))}${place}`;
      await visit.services.store.insert(visit.scope, recommendations, id, taken);
      return;
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error;
    }
  }
  throw new Refusal(text.tooManyRecommendations, { most: MOST_A_DAY });
}

async function markId({ services, network }: Work, email: string): Promise<string> {
  return sealedId(await services.keys.create(network.id, INVITED_KEY), email);
}

async function isMarked(work: Work, email: string): Promise<boolean> {
  const found = await work.services.store.get(work.scope, invitedAddresses, await markId(work, email));
  return found !== undefined && found.value.until > work.services.clock.now();
}

/** Of two who recommend the same address at the same moment, one is first; the other's invitation is taken back. */
async function markInvited(visit: Visit, id: MemberId): Promise<void> {
  const { store, clock } = visit.services;
  const of = (await registerNow(visit)).members.get(id);
  if (of?.email === undefined) return;
  const mark = { ...markOf(of.emailSource?.at ?? clock.now()), invitation: id };
  const key = await markId(visit, of.email);
  const found = await store.get(visit.scope, invitedAddresses, key);
  if (found?.value.invitation === id) return;
  if (found && found.value.until <= clock.now()) await store.remove(visit.scope, invitedAddresses, key, found.version);
  try {
    await store.insert(visit.scope, invitedAddresses, key, mark);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    await removeInvited(visit, id);
    throw new Refusal(text.alreadyInvited);
  }
}

/** Keeps of an address that it is not to be invited again within a year, and nothing else. */
export async function keepMark(work: Work, email: string, at: Member['leftAt']): Promise<void> {
  const { store, clock } = work.services;
  await store.upsert(work.scope, invitedAddresses, await markId(work, email), markOf(at ?? clock.now()));
}

async function removeInvited(work: Work, id: MemberId): Promise<void> {
  const kept = await changeMember(work, id, (now) => (now?.isOutsider ? withoutInvitation(now) : now));
  if (kept?.isOutsider) return;
  await work.services.store.remove(work.scope, members, id);
  forgetRegister(work);
}
