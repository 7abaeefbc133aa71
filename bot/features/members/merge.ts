/** One human being under several identities: merging, undoing it, and who probably is the same. */
import { type Member, type MemberId, memberIdOf } from '../../core/network.ts';
import { Refusal } from '../../core/refusal.ts';
import { mainOf, type Register } from '../../core/register.ts';
import { foldText, type Person, peopleOf } from './filter.ts';
import type { Likeness } from './member.ts';
import { text } from './text.ts';

/** The identity as another one of a person. Throws a Refusal when they are one already, or this one belongs to a third, or either is from outside. */
export function sameAs(register: Register, of: Member, into: MemberId): Member {
  const id = memberIdOf(of.person);
  const known = register.members.get(into);
  if (!known || known.isOutsider || of.isOutsider) throw new Refusal(text.unknownMember);
  const main = mainOf(register, into) as MemberId;
  if (of.sameAs !== undefined && mainOf(register, id) === main && id !== main) return of;
  if (main === id) throw new Refusal(text.samePerson);
  if (of.sameAs !== undefined) throw new Refusal(text.alreadyMerged, { name: of.name });
  return { ...of, sameAs: main };
}

/** A person of its own again. Throws a Refusal when it was not merged. */
export function ownPerson(of: Member): Member {
  const { sameAs: merged, ...own } = of;
  if (merged === undefined) throw new Refusal(text.notMerged);
  return own;
}

/** Following `sameAs` from here never comes to an end: two merges crossed. */
export function isLooped({ members }: Pick<Register, 'members'>, id: MemberId): boolean {
  const seen = new Set<string>();
  for (let now: MemberId | undefined = id; now !== undefined; now = members.get(now)?.sameAs) {
    if (seen.has(now)) return true;
    seen.add(now);
  }
  return false;
}

export interface LikelyDouble {
  readonly why: Likeness['why'];
  /** The first is the one to keep: in the team before others, then who joined first. */
  readonly people: readonly [Person, Person];
}

/** Pairs of people, none of whom has left, who share an address, or a name and an organisation. Of several alike each is paired with the one to keep. */
export function likelyDoubles(register: Register, date: string): LikelyDouble[] {
  const people = [...new Set(peopleOf(register, date).values())]
    .filter(({ state }) => state !== 'left')
    .sort(whoToKeep);
  const first = new Map<string, Person>();
  const paired = new Set<string>();
  const found: LikelyDouble[] = [];
  for (const person of people) {
    for (const [why, key] of keysOf(person)) {
      const other = first.get(key);
      if (other === undefined) first.set(key, person);
      else if (other !== person && !paired.has(`${other.id} ${person.id}`)) {
        paired.add(`${other.id} ${person.id}`);
        found.push({ why, people: [other, person] });
      }
    }
  }
  return found;
}

function keysOf({ identities, organisation }: Person): [why: Likeness['why'], key: string][] {
  return identities.flatMap((one): [Likeness['why'], string][] => [
    ...(one.email === undefined ? [] : [['sameAddress', `@ ${one.email}`] as [Likeness['why'], string]]),
    ...(organisation && one.name
      ? [['sameNameAndOrganisation', `${organisation.id} ${foldText(one.name)}`] as [Likeness['why'], string]]
      : []),
  ]);
}

function whoToKeep(a: Person, b: Person): number {
  const inTeam = Number(b.hasTeams) - Number(a.hasTeams);
  const joined = (a.main.joinedAt ?? '').localeCompare(b.main.joinedAt ?? '');
  return inTeam || joined || (a.id < b.id ? -1 : 1);
}
