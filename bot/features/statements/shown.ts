/** What a reader may see of a statement, and who is in it now: decided here for cards, tab, pages and document alike. */
import { coordinates } from '../../core/access.ts';
import { type ActivityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import type { OrganisationId } from '../../core/network.ts';
import { type Names, nameIn, type Organisation } from '../../core/organisation.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { kindOf, mainOf, organisationOf, presentOrganisation, type Register, registerOf } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { commentsOf, joinsOf, statementNow } from './memory.ts';
import { isIn, isShown, type Join, type Statement } from './statement.ts';
import { text } from './text.ts';

/** What a card needs beside the statement: time, zone, language and its page in the tab. */
const frameOf = ({ services, network }: Work, of: Pick<Statement, 'id'>) => ({
  now: services.clock.now(),
  zone: network.zone,
  link: services.linkToTab(network, `statements/${of.id}`),
});
export const channelFrame = (work: Work, of: Pick<Statement, 'id'>) => ({ ...frameOf(work, of), t: work.channelT });
export const ownFrame = (visit: Visit, of: Pick<Statement, 'id'>) => ({ ...frameOf(visit, of), t: visit.t });

/** Refuses who is invited or from outside: a statement is the network's own. */
export function requireMember({ actor }: Visit): void {
  if (actor.isInvited || actor.isOutsider) throw new NotAllowed(text.onlyMembers);
}

/** The statement, if the actor may see it: drafts and those that were stopped only coordinators. */
export async function visibleStatement(visit: Visit, id: ActivityId): Promise<Statement> {
  requireMember(visit);
  const of = await statementNow(visit, id);
  if (isShown(of) || (await coordinates(visit))) return of;
  throw new Refusal(text.unknownStatement);
}

/** An organisation that has joined, as it is called now; after mergers of organisations each once. */
export interface Joined {
  readonly organisation: OrganisationId;
  readonly names: Names;
  readonly join: Join;
  /** It joined before the content changed, and is asked again. */
  readonly isAskedAgain: boolean;
}

/** Who has joined, in order of name; those who are asked again are among them. */
export function joinedOf(register: Register, of: Statement, joins: readonly Join[]): Joined[] {
  const byPresent = new Map<string, Joined>();
  for (const join of joins) {
    const present = presentOrganisation(register, join.organisation);
    if (!present) continue;
    const one = { organisation: present.id, names: present.names, join, isAskedAgain: !isIn(of, join) };
    const other = byPresent.get(present.id);
    if (other === undefined || (other.isAskedAgain && !one.isAskedAgain)) byPresent.set(present.id, one);
  }
  const nameOf = ({ names }: Joined): string => names.fi ?? names.sv ?? names.en ?? '';
  return [...byPresent.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'fi'));
}

/** What everyone sees of a statement beside its text. */
export interface Shown {
  readonly comments: number;
  /** Of a final one as it was then. */
  readonly joined: readonly Names[];
}

export async function shownOf(work: Work, of: Statement): Promise<Shown> {
  const [comments, joins, register] = await Promise.all([
    commentsOf(work, of.id),
    joinsOf(work, of.id),
    registerOf(work),
  ]);
  const joined = of.final?.joined ?? joinedOf(register, of, joins).filter(({ isAskedAgain }) => !isAskedAgain);
  return { comments: comments.length, joined: joined.map(({ names }) => names) };
}

/** Whom the actor speaks for, and how they stand in it. */
export interface OwnStanding {
  readonly organisation: Organisation | undefined;
  readonly isMunicipality: boolean;
  readonly joined: Joined | undefined;
}

export async function ownStanding(visit: Visit, of: Statement): Promise<OwnStanding> {
  const [register, joins] = await Promise.all([registerOf(visit), joinsOf(visit, of.id)]);
  const organisation = organisationOf(register, objectIdOf(visit.actor.person));
  return {
    organisation,
    isMunicipality: organisation !== undefined && (kindOf(register, organisation)?.isMunicipality ?? false),
    joined: joinedOf(register, of, joins).find((one) => one.organisation === organisation?.id),
  };
}

/** Someone by name and whom they represent; empty where nobody knows. */
export function personShown(
  register: Register,
  person: PersonKey,
  t: Translate,
): { readonly name: string; readonly organisation: string } {
  const id = objectIdOf(person);
  const main = register.members.get(mainOf(register, id)) ?? register.members.get(id);
  const organisation = organisationOf(register, id);
  return { name: main?.name ?? t(text.someone), organisation: organisation ? nameIn(organisation.names, t) : '' };
}
