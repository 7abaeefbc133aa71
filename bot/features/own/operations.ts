/** What people do with their own details: over all identities of theirs, from the tab and from their personal link. */
import { type Member, type MemberId, memberIdOf, type OrganisationId, organisationId } from '../../core/network.ts';
import { nameFor, type Organisation } from '../../core/organisation.ts';
import { successorOf } from '../../core/places.ts';
import { Refusal } from '../../core/refusal.ts';
import {
  changeMember,
  changeOrganisation,
  identitiesOf,
  mainOf,
  presentOrganisation,
  type Register,
  registerNow,
} from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import { changeDetails, join, leave, NOBODY, type OwnDraft, represent } from './details.ts';
import { text } from './text.ts';

export interface Own {
  /** The person: their main identity. */
  readonly member: Member;
  readonly id: MemberId;
  readonly register: Register;
}

/** The actor as they are stored now. */
export async function ownOf(visit: Visit): Promise<Own> {
  const register = await registerNow(visit);
  const id = mainOf(register, memberIdOf(visit.actor.person)) as MemberId;
  const member = register.members.get(id);
  if (!member) throw new Refusal(text.notThere);
  return { member, id, register };
}

/** What the person changed. Refuses with every problem by its field, and then nothing is changed. */
export async function saveOwn(visit: Visit, draft: OwnDraft): Promise<Own> {
  const { register, id } = await ownOf(visit);
  const { clock } = visit.services;
  const { organisation: chosen, ...details } = draft;
  const represented = chosen === undefined ? undefined : await representedBy(visit, register, chosen);
  await changeMember(visit, id, (now) => {
    if (!now) return undefined;
    const changed = changeDetails(now, details, clock.now());
    return represented === undefined ? changed : represent(changed, represented, register.rules.confirms);
  });
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

/** Without Teams: out of the network, and the link dies. With Teams: no mail, contacts hidden. Can be repeated. */
export async function leaveNetwork(visit: Visit): Promise<void> {
  const { register, id } = await ownOf(visit);
  for (const one of identitiesOf(register, id)) {
    await changeMember(visit, one, (now) => now && leave(now, visit.services.clock.now()));
  }
}

/** An invited person becomes a member. Can be repeated. */
export async function acceptInvitation(visit: Visit): Promise<void> {
  const id = memberIdOf(visit.actor.person);
  await changeMember(visit, id, (now) => now && join(now, visit.services.clock.now()));
}

/** An invited person says no: they get nothing more, and the link dies. */
export async function declineInvitation(visit: Visit): Promise<void> {
  const id = memberIdOf(visit.actor.person);
  const at = visit.services.clock.now();
  await changeMember(visit, id, (now) => (now?.isInvited ? { ...now, leftAt: now.leftAt ?? at } : now));
}

/** Every personal link that was made until now opens nothing any more. */
export async function revokeLinks(visit: Visit): Promise<void> {
  const { register, id } = await ownOf(visit);
  for (const one of identitiesOf(register, id)) {
    await changeMember(visit, one, (now) => now && { ...now, linkRound: (now.linkRound ?? 1) + 1 });
  }
}

// ── Whom one represents ────────────────────────────────────────────────────────────────────────

/** The network's organisations that are still there, and the country's other municipalities, by name in the actor's language. */
export function organisationsToChoose(visit: Visit, register: Register): { id: OrganisationId; name: string }[] {
  const { locale } = visit.actor;
  const places = visit.services.places(visit.network.calendar);
  const own = [...register.organisations.values()].filter((one) => one.mergedInto === undefined);
  const known = new Set<string>(register.organisations.keys());
  const others = places.municipalities
    .map(({ code, names }) => ({ id: organisationId.parse(`${places.name}-${code}`), names }))
    .filter(({ id }) => !known.has(id));
  return [...own, ...others]
    .map(({ id, names }) => ({ id, name: nameFor(names, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, visit.t.tag));
}

type Represented = OrganisationId | typeof NOBODY | '';

/** What was chosen, checked; a municipality that the network has not met yet comes into its register as contacted, which entitles to nothing. */
async function representedBy(visit: Visit, register: Register, chosen: string): Promise<Represented> {
  if (chosen === '' || chosen === NOBODY) return chosen;
  const id = organisationId.safeParse(chosen).data;
  const known = id && presentOrganisation(register, id);
  if (known) return known.id;
  const made = id && newMunicipality(visit, register, id);
  if (!made)
    throw new Refusal(text.unknownOrganisation, {}, [{ field: 'organisation', row: text.unknownOrganisation }]);
  await changeOrganisation(visit, made.id, (now) => now ?? made);
  return made.id;
}

function newMunicipality(visit: Visit, { rules }: Register, id: OrganisationId): Organisation | undefined {
  const places = visit.services.places(visit.network.calendar);
  const code = id.startsWith(`${places.name}-`) ? id.slice(places.name.length + 1) : '';
  const of = successorOf(places, code);
  const kind = rules.kinds.find(({ isMunicipality }) => isMunicipality);
  if (!of || of.code !== code || !kind) return undefined;
  return {
    ...{ id, kind: kind.id, names: of.names, code, region: of.region, domains: [], membership: 'contacted', fees: [] },
    since: visit.services.clock.now(),
  };
}
