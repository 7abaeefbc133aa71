/** What calls and people are called to a reader. */

import type { PersonKey } from '../../core/ids.ts';
import { memberIdOf } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import { mainOf, presentOrganisation, type Register } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import { type Collection, groupOf } from './collection.ts';
import type { Idea } from './idea.ts';
import { authorsOf } from './idea.ts';
import { text } from './text.ts';

/** The standing call is named in the reader's language. */
export const titleIn = ({ title, type }: Pick<Collection, 'title' | 'type'>, t: Translate): string =>
  title !== '' ? title : t(type === 'topics' ? text.topicsTitle : text.untitled);

/** Who is no member any more, or had themselves erased, is named by nobody. */
export const nameOf = (register: Register, person: PersonKey, t: Translate): string =>
  register.members.get(mainOf(register, memberIdOf(person)))?.name ?? t(text.someone);

/** Each person once, also under two identities. */
export function authorNames(register: Register, of: Pick<Idea, 'by' | 'credited' | 'act'>, t: Translate): string[] {
  const people = new Map(authorsOf(of).map((one) => [mainOf(register, memberIdOf(one)), one]));
  return [...people.values()].map((one) => nameOf(register, one, t));
}

export function organisationName(register: Register, of: Pick<Idea, 'organisation'>, t: Translate): string | undefined {
  const found = of.organisation && presentOrganisation(register, of.organisation);
  return found && nameIn(found.names, t);
}

/** “kaikki jäsenet”, “ryhmä Ydinryhmä”. */
export function whoProposesIn(of: Pick<Collection, 'whoProposes'>, register: Register, t: Translate): string {
  if (of.whoProposes === 'members') return t(text.proposersMembers);
  const group = groupOf(of);
  const found = group === undefined ? undefined : register.groups.get(group);
  return found ? t(text.proposersGroup, { group: nameIn(found.names, t) }) : t(text.proposersCoordinators);
}

const LONGEST_EXTRACT = 200;

/** The beginning of its text, on one line. */
export const extractOf = ({ text: words }: Pick<Idea, 'text'>): string => {
  const line = words.replace(/\s+/g, ' ');
  return line.length > LONGEST_EXTRACT ? `${line.slice(0, LONGEST_EXTRACT - 1).trimEnd()}…` : line;
};
