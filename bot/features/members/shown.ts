/** What a reader may see of the register: names for everyone, contacts of those who agreed, and the rest for coordinators alone. */
import { type Member, memberIdOf } from '../../core/network.ts';
import { nameIn, type Organisation } from '../../core/organisation.ts';
import type { Municipality, Places, Suggestion } from '../../core/places.ts';
import { kindOf, presentOrganisation, type Register } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import type { MemberRow, MemberView, OrganisationRow, OrganisationView, Representation } from './contract.ts';
import { areasOf, canHelpWith, foldText, type Person, peopleOf } from './filter.ts';
import { likenessesOf } from './member.ts';
import { isIn, isUnused } from './organisations.ts';

/** Who looks, and at what. */
export interface Reader {
  readonly register: Register;
  readonly places: Places;
  /** yyyy-MM-dd */
  readonly date: string;
  readonly t: Translate;
  readonly isCoordinator: boolean;
}

// ── Order ──────────────────────────────────────────────────────────────────────────────────────

const collators = new Map<string, Intl.Collator>();
const collator = ({ tag }: Pick<Translate, 'tag'>): Intl.Collator => {
  const known = collators.get(tag) ?? new Intl.Collator(tag, { numeric: true });
  collators.set(tag, known);
  return known;
};

const sorted = new WeakMap<Register, Map<string, readonly Person[]>>();

/** Everyone, each once, by name as the reader's language orders them; sorted once for each reading of the register. */
export function peopleByName({ register, date, t }: Pick<Reader, 'register' | 'date' | 't'>): readonly Person[] {
  const known = sorted.get(register) ?? new Map<string, readonly Person[]>();
  sorted.set(register, known);
  const key = `${date} ${t.tag}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const { compare } = collator(t);
  const people = [...new Set(peopleOf(register, date).values())].sort(
    (a, b) => compare(a.main.name, b.main.name) || (a.id < b.id ? -1 : 1),
  );
  known.set(key, people);
  return people;
}

export function organisationsByName({ register, t }: Pick<Reader, 'register' | 't'>): Organisation[] {
  const { compare } = collator(t);
  return [...register.organisations.values()]
    .map((of) => ({ of, name: nameIn(of.names, t) }))
    .sort((a, b) => compare(a.name, b.name) || (a.of.id < b.of.id ? -1 : 1))
    .map(({ of }) => of);
}

// ── Organisations ──────────────────────────────────────────────────────────────────────────────

export const organisationName = (of: Organisation, t: Pick<Translate, 'locales'>) => ({
  id: of.id,
  name: nameIn(of.names, t),
});

/** Current people by the id of the organisation that they represent, in order of their names. */
export function peopleByOrganisation(reader: Reader): ReadonlyMap<string, readonly Person[]> {
  const found = new Map<string, Person[]>();
  for (const person of peopleByName(reader)) {
    if (person.state !== 'current' || person.organisation === undefined) continue;
    const there = found.get(person.organisation.id);
    if (there === undefined) found.set(person.organisation.id, [person]);
    else there.push(person);
  }
  return found;
}

export function organisationRow(reader: Reader, of: Organisation, people: readonly Person[]): OrganisationRow {
  const { register, places, t, isCoordinator } = reader;
  const region = places.regions.find(({ code }) => code === of.region);
  return {
    ...organisationName(of, t),
    names: of.names,
    kind: of.kind,
    isMunicipality: kindOf(register, of)?.isMunicipality === true,
    ...(region ? { region: { id: region.code, name: nameIn(region.names, t) } } : {}),
    areas: areasOf(register.rules, of).map(({ id, names }) => ({ id, name: nameIn(names, t) })),
    ...(of.inhabitants === undefined ? {} : { inhabitants: of.inhabitants }),
    people: people.length,
    contacts: people.filter(({ main }) => main.isContact).map(({ id, main }) => ({ id, name: main.name })),
    ...(isCoordinator ? { membership: of.membership, isIn: isIn(of, people.length) } : {}),
  };
}

/** Contact persons first. */
export function organisationView(reader: Reader, of: Organisation): OrganisationView {
  const people = peopleByOrganisation(reader).get(of.id) ?? [];
  const contactsFirst = [...people].sort(
    (a, b) => Number(b.main.isContact ?? false) - Number(a.main.isContact ?? false),
  );
  return {
    ...organisationRow(reader, of, people),
    members: contactsFirst.map((one) => memberRow(reader, one)),
    ...(reader.isCoordinator ? { desk: organisationDesk(reader, of) } : {}),
  };
}

function organisationDesk({ register, date, t }: Reader, of: Organisation): NonNullable<OrganisationView['desk']> {
  const into = of.mergedInto === undefined ? undefined : register.organisations.get(of.mergedInto);
  const here = [...register.organisations.values()].filter((one) => one.mergedInto === of.id);
  const named = (id: Organisation['delegate']) => {
    const person = id === undefined ? undefined : peopleOf(register, date).get(id);
    return person && { id: person.id, name: person.main.name };
  };
  const [delegate, substitute] = [named(of.delegate), named(of.substitute)];
  return {
    ...(of.code === undefined ? {} : { code: of.code }),
    domains: of.domains,
    ...(of.since === undefined ? {} : { since: of.since }),
    ...(delegate ? { delegate } : {}),
    ...(substitute ? { substitute } : {}),
    ...(into ? { mergedInto: organisationName(into, t) } : {}),
    mergedHere: here.map((one) => organisationName(one, t)),
    mayRemove: isUnused(register, of),
  };
}

// ── People ─────────────────────────────────────────────────────────────────────────────────────

export function memberRow({ register, t, isCoordinator }: Reader, person: Person): MemberRow {
  const { main, organisation, email } = person;
  const seesContacts = isCoordinator || main.isListed === true;
  const claims = main.claims && presentOrganisation(register, main.claims);
  return {
    id: person.id,
    name: main.name,
    ...(organisation ? { organisation: organisationName(organisation, t) } : {}),
    ...(main.title === undefined ? {} : { title: main.title }),
    isContact: main.isContact === true,
    ...(seesContacts && email !== undefined ? { email } : {}),
    ...(seesContacts && main.phone !== undefined ? { phone: main.phone } : {}),
    ...(seesContacts && main.topics !== undefined ? { topics: main.topics } : {}),
    ...(isCoordinator
      ? {
          desk: {
            state: person.state,
            hasTeams: person.hasTeams,
            isGuest: main.isGuest,
            isListed: main.isListed === true,
            ...(main.emailFailedAt === undefined ? {} : { emailFailedAt: main.emailFailedAt }),
            ...(claims ? { claims: organisationName(claims, t) } : {}),
            representsNobody: main.representsNobody === true,
            ...(main.joinedAt === undefined ? {} : { joinedAt: main.joinedAt }),
            ...(main.leftAt === undefined ? {} : { leftAt: main.leftAt }),
          },
        }
      : {}),
  };
}

/** Of one identity alone, as it was before it was merged. */
export function identityRow(reader: Reader, of: Member): MemberRow {
  const person = peopleOf(reader.register, reader.date).get(memberIdOf(of.person));
  if (!person) throw new Error('An identity of the register belongs to nobody.');
  const { email, ...row } = memberRow(reader, { ...person, id: memberIdOf(of.person), main: of });
  return { ...row, ...(of.email === undefined || email === undefined ? {} : { email: of.email }) };
}

export function memberView(reader: Reader, person: Person): MemberView {
  const { register, t, isCoordinator } = reader;
  const groups = [...register.groups.values()].filter(({ id }) => person.groups.has(id));
  return {
    ...memberRow(reader, person),
    groups: groups.map(({ id, names }) => ({ id, name: nameIn(names, t) })),
    ...(isCoordinator ? { detail: memberDetail(reader, person) } : {}),
  };
}

function memberDetail({ register, date }: Reader, person: Person): NonNullable<MemberView['detail']> {
  const { main, identities, state } = person;
  const people = peopleOf(register, date);
  const recommender = main.recommendedBy === undefined ? undefined : people.get(main.recommendedBy);
  const wasInTeams = identities.some(({ teamsId }) => teamsId !== undefined);
  return {
    ...(main.locale === undefined ? {} : { locale: main.locale }),
    ...(main.emailSource === undefined ? {} : { emailSource: main.emailSource }),
    ...(main.mail === undefined ? {} : { mail: main.mail }),
    ...(recommender ? { recommendedBy: { id: recommender.id, name: recommender.main.name } } : {}),
    identities: identities.slice(1).map((one) => ({
      id: memberIdOf(one.person),
      name: one.name,
      ...(one.email === undefined ? {} : { email: one.email }),
      hasTeams: one.teamsId !== undefined,
    })),
    doubles: likenessesOf(register, main, person.id, date)
      .filter((one) => one.person.state !== 'left')
      .map((one) => ({ id: one.person.id, name: one.person.main.name })),
    can: {
      rename: main.teamsId === undefined,
      remove: state !== 'left' && !person.hasTeams,
      bringBack: state === 'left' && !wasInTeams && main.isInvited === undefined,
    },
  };
}

// ── Looking around ─────────────────────────────────────────────────────────────────────────────────

/** People who agreed to be found and named such topics; by name. */
export const helpersFor = (reader: Reader, typed: string): Person[] =>
  foldText(typed) === ''
    ? []
    : peopleByName(reader).filter((one) => one.state === 'current' && canHelpWith(one, typed));

/** Topics of people who agreed to be found, the commonest first; spelt as the first of them wrote it. */
export function topicsOf(reader: Reader): { topic: string; people: number }[] {
  const counts = new Map<string, { topic: string; people: number }>();
  for (const { state, main } of peopleByName(reader)) {
    if (state !== 'current' || !main.isListed) continue;
    for (const topic of main.topics ?? []) {
      const key = foldText(topic);
      const there = counts.get(key) ?? { topic, people: 0 };
      counts.set(key, { ...there, people: there.people + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.people - a.people || a.topic.localeCompare(b.topic, reader.t.tag));
}

/** People whose word on whom they represent waits for a coordinator. */
export function claimsIn({
  register,
  date,
  t,
}: Pick<Reader, 'register' | 'date' | 't'>): { person: Person; claims: Organisation }[] {
  return peopleByName({ register, date, t }).flatMap((person) => {
    const claims = person.main.claims && presentOrganisation(register, person.main.claims);
    return person.state === 'current' && claims ? [{ person, claims }] : [];
  });
}

/** Organisations that are in, those of them that are municipalities, and people, as everyone may know. */
export function totalsOf(reader: Reader): { organisations: number; municipalities: number; people: number } {
  const people = peopleByOrganisation(reader);
  const kinds = new Set(reader.register.rules.kinds.filter((one) => one.isMunicipality).map(({ id }) => id));
  const shown = [...reader.register.organisations.values()].filter((one) => isIn(one, people.get(one.id)?.length ?? 0));
  return {
    organisations: shown.length,
    municipalities: shown.filter(({ kind }) => kinds.has(kind)).length,
    people: peopleByName(reader).filter(({ state }) => state === 'current').length,
  };
}

// ── Suggestions ────────────────────────────────────────────────────────────────────────────────

export function suggestionView(
  of: Suggestion<Organisation>,
  t: Pick<Translate, 'locales'>,
): { represent: Representation; name: string } {
  if ('organisation' in of) {
    return {
      represent: { type: 'organisation', organisation: of.organisation.id },
      name: nameIn(of.organisation.names, t),
    };
  }
  return { represent: { type: 'municipality', code: of.municipality.code }, name: nameIn(of.municipality.names, t) };
}

export const regionName = (places: Places, of: Municipality, t: Pick<Translate, 'locales'>): string =>
  nameIn(places.regions.find(({ code }) => code === of.region)?.names ?? {}, t);
