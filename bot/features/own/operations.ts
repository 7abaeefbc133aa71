/** What people do with their own details: over all identities of theirs, from the tab and from their personal link. */
import {
  isCurrent,
  type Member,
  type MemberId,
  memberIdOf,
  type OrganisationId,
  organisationId,
} from '../../core/network.ts';
import { nameFor } from '../../core/organisation.ts';
import { Refusal } from '../../core/refusal.ts';
import {
  addresseeOf,
  changeMember,
  changeOrganisation,
  identitiesOf,
  mainOf,
  presentOrganisation,
  type Register,
  registerNow,
  registerOf,
} from '../../core/register.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { choosable, isUnknown, missingOrganisations, represent, representNobody } from '../members/enrolment.ts';
import { peopleOf } from '../members/filter.ts';
import { municipalityId, municipalityOf, newMunicipality } from '../members/organisations.ts';
import { withoutInvitation } from '../members/recommendation.ts';
import { changeDetails, join, leave, NOBODY, type OwnDraft, silence, unsaid } from './details.ts';
import { text } from './text.ts';

export interface Own {
  /** The person: their main identity. */
  readonly member: Member;
  readonly id: MemberId;
  /** The identity by whose address, choices and link mail reaches them: another one when the main one has left. */
  readonly reached: Member;
  readonly register: Register;
}

/** The actor as they are stored now. */
export async function ownOf(visit: Visit): Promise<Own> {
  const register = await registerNow(visit);
  const actor = memberIdOf(visit.actor.person);
  const id = mainOf(register, actor) as MemberId;
  const member = register.members.get(id);
  if (!member) throw new Refusal(text.notThere);
  const addressee = addresseeOf(register, id) ?? member;
  // without any address the actor themself is who is left
  const reached = addressee.leftAt === undefined ? addressee : (register.members.get(actor) ?? addressee);
  return { member, id, reached, register };
}

/** What the person changed. Refuses with every problem by its field, and then nothing is changed. */
export async function saveOwn(visit: Visit, draft: OwnDraft): Promise<Own> {
  const { register, id, member, reached } = await ownOf(visit);
  const { clock } = visit.services;
  const { organisation: chosen, ...whole } = draft;
  const { email, mail, ...rest } = whole;
  const isReachedElsewhere = reached !== member;
  const details = isReachedElsewhere ? rest : whole;
  // what is wrong is said before anything is written
  changeDetails(member, whole, clock.now());
  if (isReachedElsewhere) changeDetails(reached, { email, mail }, clock.now());
  const represented = chosen === undefined ? undefined : await representedBy(visit, register, chosen);
  const kept = await changeMember(visit, id, (now) => {
    if (!now) return undefined;
    const changed = changeDetails(now, details, clock.now());
    return represented === undefined ? changed : representing(changed, represented, register);
  });
  if (isReachedElsewhere)
    await changeMember(
      visit,
      memberIdOf(reached.person),
      (now) => now && changeDetails(now, { email, mail }, clock.now()),
    );
  // What waits for their confirmation stands on the coordinators' desk in chat too.
  if (represented && kept?.claims !== undefined)
    await visit.services.jobs.schedule({
      kind: 'members.claims',
      network: visit.network.id,
      key: id,
      due: clock.now(),
    });
  // What they had missed in the list is settled by their choice.
  if (represented) await visit.services.store.remove(visit.scope, missingOrganisations, id);
  if (draft.locale !== undefined)
    await eachOther(visit, register, id, (now) => changeDetails(now, { locale: draft.locale }, clock.now()));
  return ownOf(visit);
}

/** The other identities of the same person. */
async function eachOther(visit: Visit, register: Register, id: MemberId, to: (now: Member) => Member): Promise<void> {
  for (const other of identitiesOf(register, id)) {
    if (other !== id) await changeMember(visit, other, (now) => now && to(now));
  }
}

/** In the team now, by any of their identities: there they stay until they leave it in Teams. */
export const isInTeam = ({ register, id }: Own): boolean =>
  identitiesOf(register, id).some((one) => {
    const of = register.members.get(one);
    return of !== undefined && isCurrent(of) && of.teamsId !== undefined;
  });

/** Without Teams: out of the network, and the link dies. With Teams: no mail, contacts hidden. Can be repeated. */
export async function leaveNetwork(visit: Visit): Promise<void> {
  const own = await ownOf(visit);
  const stays = isInTeam(own);
  for (const one of identitiesOf(own.register, own.id)) {
    await changeMember(visit, one, (now) => now && (stays ? silence(now) : leave(now, visit.services.clock.now())));
  }
}

/** An invited person becomes a member. Can be repeated. */
export async function acceptInvitation(visit: Visit): Promise<void> {
  const id = memberIdOf(visit.actor.person);
  await changeMember(visit, id, (now) => now && join(now, visit.services.clock.now()));
}

/** An invited person says no: they get nothing more, and the link dies; an outsider keeps it for their events. Can be repeated. */
export async function declineInvitation(visit: Visit): Promise<void> {
  const id = memberIdOf(visit.actor.person);
  const at = visit.services.clock.now();
  await changeMember(visit, id, (now) => {
    if (!now?.isInvited) return now;
    return now.isOutsider ? withoutInvitation(now) : { ...now, leftAt: now.leftAt ?? at };
  });
}

/** Every personal link that was made until now opens nothing any more. */
export async function revokeLinks(visit: Visit): Promise<void> {
  const { register, id } = await ownOf(visit);
  for (const one of identitiesOf(register, id)) {
    await changeMember(visit, one, (now) => now && { ...now, linkRound: (now.linkRound ?? 1) + 1 });
  }
}

// ── Whom one represents ────────────────────────────────────────────────────────────────────────

/** Whom the actor may choose, by name in their language: the network's organisations, the country's other municipalities, and what is chosen already. */
export function organisationsToChoose(visit: Visit, { register, member }: Own): { id: OrganisationId; name: string }[] {
  const { locale } = visit.actor;
  const places = visit.services.places(visit.network.calendar);
  const present = [member.organisation, member.claims].flatMap((id) => (id && presentOrganisation(register, id)) || []);
  const own = new Map([...choosable(register), ...present].map(({ id, names }) => [id, names]));
  const others = places.municipalities
    .map(({ code, names }) => [municipalityId(places, code), names] as const)
    .filter(([id]) => !register.organisations.has(id));
  return [...own, ...others]
    .map(([id, names]) => ({ id, name: nameFor(names, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, visit.t.tag));
}

type Represented = OrganisationId | typeof NOBODY | '';

/** What was chosen, checked; a municipality that the network has not met yet comes into its register. */
async function representedBy(visit: Visit, register: Register, chosen: string): Promise<Represented> {
  if (chosen === '' || chosen === NOBODY) return chosen;
  const id = organisationId.safeParse(chosen).data;
  const known = id && presentOrganisation(register, id);
  if (known) return known.id;
  const places = visit.services.places(visit.network.calendar);
  const municipality = id && municipalityOf(places, id);
  if (!municipality)
    throw new Refusal(text.unknownOrganisation, {}, [{ field: 'organisation', row: text.unknownOrganisation }]);
  const made = newMunicipality(places, register.rules, municipality.code, visit.services.clock.now());
  await changeOrganisation(visit, made.id, (now) => now ?? made);
  return made.id;
}

function representing(of: Member, chosen: Represented, { rules }: Register): Member {
  if (chosen === '') return unsaid(of);
  return chosen === NOBODY ? representNobody(of) : represent(of, chosen, rules);
}

/** Nobody knows yet whom the actor represents, and they have not said that it is nobody. */
export async function isToBeAsked(visit: Visit): Promise<boolean> {
  const register = await registerOf(visit);
  const person = peopleOf(register, todayIn(visit)).get(memberIdOf(visit.actor.person));
  return person !== undefined && isUnknown(person);
}
